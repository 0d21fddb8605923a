//! Calls that the coordinator answers: the thread waits for its message meanwhile.

use interleave_python::exit::{Answer, ThreadId};
use interleave_python::process_call::ProcessCall;
use interleave_trace::State;

use super::objects::error;
use super::{LiveMachine, Reply, Status};
use crate::coordinator::Remote;

/// What the reader is told that a thread waits for.
fn words(call: &Remote) -> &'static str {
    match call {
        Remote::Process(ProcessCall::Read { .. } | ProcessCall::Poll { .. }) => "a message",
        Remote::Process(ProcessCall::Write { .. }) => "room in a pipe",
        Remote::Process(ProcessCall::Wait { .. }) => "the end of a process",
        Remote::Process(ProcessCall::Fork { .. } | ProcessCall::Spawn { .. }) => "the start of a process",
        Remote::Process(_) => "the coordinator",
        Remote::Acquire { .. } => "a lock of several processes",
        Remote::Release { .. } | Remote::Count { .. } => "the coordinator",
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
        if let Some(local) = self.thread(row).map(|t| t.local) {
            self.calls.push((local, call));
        }
        Reply::Wait
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
            self.make_ready(now, row, answer);
        }
    }

    /// Whether some thread waits for the coordinator.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.threads.iter().any(|t| t.status == Status::Remote)
    }
}
