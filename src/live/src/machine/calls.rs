//! The syscalls of the guest, answered by what is the case.

use interleave_python::exit::{Answer, ClockKind, Syscall, ThreadId};
use interleave_python::process_call::ProcessCall;
use interleave_trace::{EventKind, GilDropReason, LockAction, SourceRange, State};

use super::objects::error;
use super::{Ended, LiveMachine, MONOTONIC_START_NANOS, Status, Written};
use crate::coordinator::{Remote, SHARED_BIT};

/// What a carrier does after a syscall.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Hand this to the guest and go on executing.
    Answer(Answer),
    /// The thread waits; ask [`LiveMachine::take_gil`] when it is ready.
    Wait,
    /// Without the GIL, run the native that the guest has for this, or else use the processor for so long; then call
    /// [`LiveMachine::native_over`].
    Compute { nanos: u64 },
    /// A fork: copy the process with this thread alone, then [`LiveMachine::ask_fork`].
    Fork(ProcessCall),
    /// The process has ended.
    Over,
}

impl LiveMachine {
    /// The executing thread asks for something; it stands at `range`.
    pub fn call(&mut self, now: u64, local: ThreadId, call: Syscall, range: SourceRange) -> Reply {
        if self.ended.is_some() {
            return Reply::Over;
        }
        let Some(row) = self.row(local) else { return Reply::Over };
        if let Some(thread) = self.threads.get_mut(row) {
            thread.range = range;
        }
        let reply = self.act(now, row, call);
        self.check_limits(now);
        if self.ended.is_some() { Reply::Over } else { reply }
    }

    fn act(&mut self, now: u64, row: usize, call: Syscall) -> Reply {
        let object = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Reply::Answer(match call {
            Syscall::Sleep { nanos } => {
                let until = now.saturating_add(nanos);
                let state = State::Sleeping { until_nanos: until };
                self.begin_wait(now, row, Status::Sleeping { until }, state, None);
                return Reply::Wait;
            }
            Syscall::Io { nanos, what } => {
                let until = now.saturating_add(nanos);
                let state = State::Io { what: self.log.intern(&what) };
                self.begin_wait(now, row, Status::Io { until }, state, None);
                return Reply::Wait;
            }
            Syscall::Yield => {
                let state = State::Sleeping { until_nanos: now };
                self.begin_wait(now, row, Status::Sleeping { until: now }, state, None);
                return Reply::Wait;
            }
            Syscall::Compute { nanos } => {
                self.gil_drop(now, row, GilDropReason::Blocking);
                if let Some(thread) = self.threads.get_mut(row) {
                    thread.status = Status::Native;
                }
                return Reply::Compute { nanos };
            }
            Syscall::LockNew { kind, name, of } => self.new_object(now, kind, name, of),
            Syscall::ObjectNew { kind, name } => self.new_object(now, kind, name, None),
            Syscall::ObjectName { object, name } => {
                self.name_object(object, &name);
                Answer::None
            }
            Syscall::ObjectLevel { object: number, level } => {
                self.write_lock(now, row, object(number), LockAction::Level(level));
                Answer::None
            }
            Syscall::LockAcquire { lock, blocking, timeout_nanos, name } => {
                if lock & SHARED_BIT != 0 {
                    return self.ask(now, row, Remote::Acquire { object: lock, blocking, timeout_nanos });
                }
                if let Some(name) = name {
                    self.name_object(lock, &name);
                }
                return self.acquire(now, row, object(lock), blocking, timeout_nanos);
            }
            Syscall::LockRelease { lock } if lock & SHARED_BIT != 0 => {
                return self.let_go(now, row, lock);
            }
            Syscall::LockCount { lock } if lock & SHARED_BIT != 0 => {
                return self.ask(now, row, Remote::Count { object: lock });
            }
            Syscall::LockRelease { lock } => self.release(now, row, object(lock)),
            Syscall::LockCount { lock } => self.lock_count(row, object(lock)),
            Syscall::ThreadStart { thread, name, daemon } => {
                let alive = self.threads.iter().filter(|t| t.status != Status::Finished).count();
                if alive >= self.settings.threads as usize {
                    error("RuntimeError", "can't start new thread")
                } else {
                    Answer::Int(self.add_thread(now, thread, &name, daemon, Some(row)) as i64)
                }
            }
            Syscall::ThreadJoin { thread, timeout_nanos } => return self.join(now, row, thread, timeout_nanos),
            Syscall::ThreadName { thread, name } => {
                if let Some(track) = self.row(thread).map(|row| self.track_of(row)) {
                    self.log.rename_track(track, &name);
                }
                Answer::None
            }
            Syscall::Write { fd, text } => {
                self.write(now, row, fd == 2, text);
                Answer::None
            }
            Syscall::Uncaught { text } => {
                if let Some(thread) = self.threads.get_mut(row) {
                    thread.uncaught = Some(text.clone());
                }
                let text = self.log.add_string(text);
                self.log.event(now, self.track_of(row), EventKind::Uncaught { text }, self.range_of(row));
                Answer::None
            }
            Syscall::Note { text } => {
                let text = self.log.add_string(text);
                self.log.event(now, self.track_of(row), EventKind::Note { text }, self.range_of(row));
                Answer::None
            }
            Syscall::ExitProcess { status } => {
                self.cut_all(now, Some(row));
                self.end_process(now);
                self.ended = Some(Ended::Exited(status));
                return Reply::Over;
            }
            Syscall::Process(call) => return self.process_call(now, row, call),
            Syscall::Clock { kind } => int(match kind {
                ClockKind::Wall => self.settings.wall_start_nanos.saturating_add(now),
                ClockKind::Monotonic => MONOTONIC_START_NANOS + now,
                ClockKind::ThreadCpu => self.cpu_nanos(now, row),
                ClockKind::ProcessCpu => (0..self.threads.len()).map(|row| self.cpu_nanos(now, row)).sum(),
            }),
            Syscall::ReadLine => Answer::Str(self.read_line()),
            Syscall::SetSwitchInterval { nanos } => {
                self.settings.switch_interval_nanos = nanos;
                Answer::None
            }
            // Browsers and carriers have no priorities: what was asked for is said, and nothing more.
            Syscall::Priority { nice, .. } => Answer::Int(nice.unwrap_or(0).into()),
            Syscall::GetSwitchInterval => int(self.settings.switch_interval_nanos),
            Syscall::CpuCount => Answer::Int(self.settings.cpu_count.into()),
            Syscall::GetPid => int(self.settings.pid),
            Syscall::GetParentPid => int(self.settings.parent_pid),
            Syscall::NativeThreadId => int(self.threads.get(row).map_or(0, |t| t.native_id)),
        })
    }

    fn acquire(&mut self, now: u64, row: usize, number: usize, blocking: bool, timeout: Option<u64>) -> Reply {
        if self.objects.get(number).is_none() {
            return Reply::Answer(error("RuntimeError", "no such object"));
        }
        if self.try_acquire(now, row, number) {
            return Reply::Answer(Answer::Bool(true));
        }
        if !blocking || timeout == Some(0) {
            self.write_lock(now, row, number, LockAction::Fail);
            return Reply::Answer(Answer::Bool(false));
        }
        let state = self.blocked_state(row, number);
        let deadline = timeout.map(|nanos| now.saturating_add(nanos));
        self.begin_wait(now, row, Status::Blocked { object: number, retry: false }, state, deadline);
        if let Some(object) = self.objects.get_mut(number) {
            object.waiters.push_back(row);
        }
        Reply::Wait
    }

    fn join(&mut self, now: u64, row: usize, thread: ThreadId, timeout: Option<u64>) -> Reply {
        let Some(target) = self.row(thread) else {
            return Reply::Answer(error("RuntimeError", "no such thread"));
        };
        if target == row {
            return Reply::Answer(error("RuntimeError", "cannot join current thread"));
        }
        if self.threads.get(target).is_some_and(|t| t.status == Status::Finished) {
            self.joined(now, row, target);
            return Reply::Answer(Answer::Bool(true));
        }
        if timeout == Some(0) {
            return Reply::Answer(Answer::Bool(false));
        }
        let state = State::Joining { target: self.track_of(target) };
        let deadline = timeout.map(|nanos| now.saturating_add(nanos));
        self.begin_wait(now, row, Status::Joining { target }, state, deadline);
        if let Some(target) = self.threads.get_mut(target) {
            target.joiners.push(row);
        }
        Reply::Wait
    }

    fn write(&mut self, now: u64, row: usize, stderr: bool, text: String) {
        self.out_bytes = self.out_bytes.saturating_add(text.len());
        let shown = self.log.add_string(text.clone());
        self.log.event(now, self.track_of(row), EventKind::Output { stderr, text: shown }, self.range_of(row));
        self.out.push(Written { at_nanos: now, stderr, text });
    }

    /// The native call that [`Reply::Compute`] stood for is over.
    pub fn native_over(&mut self, now: u64, local: ThreadId, answer: Answer) {
        if self.ended.is_some() {
            return;
        }
        if let Some(row) =
            self.row(local).filter(|&row| self.threads.get(row).is_some_and(|t| t.status == Status::Native))
        {
            self.leave_carrier(now, row);
            self.make_ready(now, row, answer);
        }
    }

    /// The guest found a limit of its own broken.
    pub fn guest_limit(&mut self, now: u64, message: String) {
        self.stop(now, Ended::Limit(message));
    }

    fn cpu_nanos(&self, now: u64, row: usize) -> u64 {
        self.threads.get(row).map_or(0, |t| t.cpu_nanos + t.running_since.map_or(0, |since| now.saturating_sub(since)))
    }

    fn read_line(&mut self) -> String {
        let rest = self.settings.stdin.get(self.stdin_at..).unwrap_or_default();
        let line = rest.split_inclusive('\n').next().unwrap_or_default().to_owned();
        self.stdin_at += line.len();
        line
    }
}

fn int(nanos: u64) -> Answer {
    Answer::Int(i64::try_from(nanos).unwrap_or(i64::MAX))
}
