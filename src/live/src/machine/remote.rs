//! Calls that the coordinator answers: the thread waits for its message meanwhile.
//!
//! A message to the coordinator and back takes a tenth of a millisecond, so what can be answered here is: the release of a lock that the
//! process has, and the rest of a message whose head was read.

use std::collections::BTreeMap;
use std::sync::Arc;

use interleave_python::exit::{Answer, ThreadId};
use interleave_python::modules::files::Change;
use interleave_python::process_call::ProcessCall;
use interleave_trace::State;

use super::objects::error;
use super::{LiveMachine, Reply, Status};
use crate::coordinator::{FIRST_PID, MESSAGE_HEAD_BYTES, Remote};

/// What a thread has asked for, where the answer has to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Lock(u64),
    Message { fd: u32 },
}

/// What is known here of what the coordinator has.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By row.
    asked: BTreeMap<usize, Asked>,
    /// Objects of the machine that a thread has, and how often.
    held: BTreeMap<(u64, usize), u32>,
    /// By row: the rest of a message whose head the thread has read.
    rest: BTreeMap<usize, (u32, Arc<[u8]>)>,
}

/// What the reader is told that a thread waits for.
fn words(call: &Remote) -> &'static str {
    match call {
        Remote::Process(ProcessCall::Read { .. } | ProcessCall::Poll { .. }) | Remote::ReadMessage { .. } => {
            "a message"
        }
        Remote::Process(ProcessCall::InOrder) => "the files",
        Remote::Process(ProcessCall::Fetch { .. }) => "a reply",
        Remote::Process(ProcessCall::Write { .. }) => "room in a pipe",
        Remote::Process(ProcessCall::Wait { .. }) => "the end of a process",
        Remote::Process(ProcessCall::Fork { .. } | ProcessCall::Spawn { .. }) => "the start of a process",
        Remote::Process(_) => "the coordinator",
        Remote::Acquire { .. } => "a lock of several processes",
        _ => "the coordinator",
    }
}

impl LiveMachine {
    pub(super) fn process_call(&mut self, now: u64, row: usize, call: ProcessCall) -> Reply {
        match call {
            ProcessCall::StartMethod => Reply::Answer(Answer::Str(self.settings.start_method.clone())),
            ProcessCall::Name { name } => {
                self.log.rename_track(self.process, &name);
                Reply::Answer(Answer::None)
            }
            // What a prediction draws, and no wait is broken off here.
            ProcessCall::NamePipe { .. } | ProcessCall::LevelBy { .. } | ProcessCall::ResumeWait { .. } => {
                Reply::Answer(Answer::None)
            }
            ProcessCall::InOrder if !self.settings.coordinated => Reply::Answer(Answer::None),
            ProcessCall::Read { fd, most } if self.settings.coordinated => self.read(now, row, fd, most),
            call if matches!(call, ProcessCall::Fork { .. }) && self.settings.coordinated => Reply::Fork(call),
            call => self.ask(now, row, Remote::Process(call)),
        }
    }

    /// The thread waits for the coordinator.
    pub(super) fn ask(&mut self, now: u64, row: usize, call: Remote) -> Reply {
        if !self.settings.coordinated {
            return Reply::Answer(error("RuntimeError", "this run has one process only"));
        }
        let state = State::Io { what: self.log.intern(words(&call)) };
        self.begin_wait(now, row, Status::Remote, state, None);
        self.put_back(row);
        if let Remote::Acquire { object, .. } = &call {
            self.known.asked.insert(row, Asked::Lock(*object));
        }
        self.tell(row, call);
        Reply::Wait
    }

    /// A message that is not answered, or is waited for.
    fn tell(&mut self, row: usize, call: Remote) {
        if let Some(local) = self.thread(row).map(|t| t.local) {
            self.calls.push((local, call));
        }
    }

    fn read(&mut self, now: u64, row: usize, fd: u32, most: u64) -> Reply {
        if let Some((_, rest)) = self.known.rest.get(&row).filter(|(of, rest)| *of == fd && rest.len() as u64 == most) {
            let answer = Answer::Bytes(Arc::clone(rest));
            self.known.rest.remove(&row);
            return Reply::Answer(answer);
        }
        if most != MESSAGE_HEAD_BYTES as u64 {
            return self.ask(now, row, Remote::Process(ProcessCall::Read { fd, most }));
        }
        let reply = self.ask(now, row, Remote::ReadMessage { fd });
        self.known.asked.insert(row, Asked::Message { fd });
        reply
    }

    /// The rest of a message that the thread does not read after all.
    fn put_back(&mut self, row: usize) {
        if let Some((fd, data)) = self.known.rest.remove(&row) {
            self.tell(row, Remote::Unread { fd, data });
        }
    }

    /// The thread releases an object of the machine.
    pub(super) fn let_go(&mut self, now: u64, row: usize, object: u64) -> Reply {
        match self.known.held.get_mut(&(object, row)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                self.tell(row, Remote::Let { object });
                Reply::Answer(Answer::None)
            }
            _ => self.ask(now, row, Remote::Release { object }),
        }
    }

    /// What a thread has done to files, in its `turn` or before there were others.
    pub fn changed(&mut self, local: ThreadId, changes: Vec<Change>, turn: bool) {
        let first = self.is_first() && !changes.is_empty();
        if self.settings.coordinated
            && (turn || first)
            && let Some(row) = self.row(local)
        {
            self.tell(row, Remote::Changes { changes });
        }
    }

    /// Whether this is the first process of a run.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.settings.pid == FIRST_PID
    }

    /// As [`ask`](Self::ask), for a fork whose image the carrier has made.
    pub fn ask_fork(&mut self, now: u64, local: ThreadId, call: ProcessCall) {
        if let Some(row) = self.row(local) {
            let _ = self.ask(now, row, Remote::Process(call));
        }
    }

    /// Calls for the coordinator since the last time.
    pub fn take_calls(&mut self) -> Vec<(ThreadId, Remote)> {
        std::mem::take(&mut self.calls)
    }

    /// Whether something was written that nobody has taken.
    #[must_use]
    pub fn has_output(&self) -> bool {
        !self.out.is_empty()
    }

    /// Whether there are any.
    #[must_use]
    pub fn has_calls(&self) -> bool {
        !self.calls.is_empty()
    }

    /// The coordinator's answer.
    pub fn answer(&mut self, now: u64, local: ThreadId, answer: Answer) {
        let asked = |row: &usize| self.threads.get(*row).is_some_and(|t| t.status == Status::Remote);
        if self.ended.is_none()
            && let Some(row) = self.row(local).filter(asked)
        {
            let answer = self.look_at(row, answer);
            self.make_ready(now, row, answer);
        }
    }

    fn look_at(&mut self, row: usize, answer: Answer) -> Answer {
        match (self.known.asked.remove(&row), answer) {
            (Some(Asked::Lock(object)), Answer::Bool(true)) => {
                *self.known.held.entry((object, row)).or_default() += 1;
                Answer::Bool(true)
            }
            (Some(Asked::Message { fd }), Answer::Bytes(bytes)) => match bytes.split_at_checked(MESSAGE_HEAD_BYTES) {
                Some((head, rest)) if !rest.is_empty() => {
                    self.known.rest.insert(row, (fd, Arc::from(rest)));
                    Answer::Bytes(Arc::from(head))
                }
                _ => Answer::Bytes(bytes),
            },
            (_, answer) => answer,
        }
    }

    /// Whether some thread waits for the coordinator.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.threads.iter().any(|t| t.status == Status::Remote)
    }
}
