//! Waiting: how it begins, how it ends by the clock, and what is left when nothing can end it.

use interleave_python::exit::{Answer, ThreadId};
use interleave_trace::{EventKind, GilDropReason, LinkKind, LockAction, State};

use super::{Ended, LiveMachine, Status};

impl LiveMachine {
    /// Gives up the GIL and waits as `status` says, at the latest until `deadline`.
    pub(super) fn begin_wait(&mut self, now: u64, row: usize, status: Status, state: State, deadline: Option<u64>) {
        self.gil_drop(now, row, GilDropReason::Blocking);
        self.leave_carrier(now, row);
        self.write_state(now, row, state);
        let at = match status {
            Status::Sleeping { until } | Status::Io { until } => Some(until),
            _ => deadline,
        };
        if let Some(thread) = self.threads.get_mut(row) {
            thread.status = status;
            thread.deadline = at;
        }
        self.deadlines.extend(at.map(|at| (at, row)));
    }

    /// Whatever the clock ends by now: sleeps, time-outs, the patience of GIL waiters; signalled waiters try again.
    pub fn poll(&mut self, now: u64) {
        if self.ended.is_some() {
            return;
        }
        for row in std::mem::take(&mut self.retries) {
            self.poll_thread(now, row);
        }
        while let Some(&(at, row)) = self.deadlines.first().filter(|&&(at, _)| at <= now) {
            self.deadlines.remove(&(at, row));
            self.poll_thread(now, row);
        }
        self.request_drop(now);
        self.check_limits(now);
    }

    fn poll_thread(&mut self, now: u64, row: usize) {
        let Some(thread) = self.threads.get(row) else { return };
        match thread.status {
            Status::Sleeping { until } | Status::Io { until } if now >= until => {
                self.make_ready(now, row, Answer::None)
            }
            Status::Blocked { object, retry: true } => self.try_again(now, row, object),
            Status::Blocked { object, .. } if thread.deadline.is_some_and(|at| now >= at) => {
                self.give_up(now, row, object);
            }
            Status::Joining { target } if thread.deadline.is_some_and(|at| now >= at) => {
                if let Some(target) = self.threads.get_mut(target) {
                    target.joiners.retain(|&joiner| joiner != row);
                }
                self.make_ready(now, row, Answer::Bool(false));
            }
            _ => {}
        }
    }

    /// One thread's own look at the clock and at its lock: what its carrier does when it wakes up.
    pub fn poll_one(&mut self, now: u64, local: ThreadId) {
        if self.ended.is_none()
            && let Some(row) = self.row(local)
        {
            self.retries.retain(|&retry| retry != row);
            self.poll_thread(now, row);
            self.request_drop(now);
            self.check_limits(now);
        }
    }

    /// The lock was released: takes it, unless somebody was faster.
    fn try_again(&mut self, now: u64, row: usize, object: usize) {
        if self.try_acquire(now, row, object) {
            if let Some(object) = self.objects.get_mut(object) {
                object.waiters.retain(|&waiter| waiter != row);
            }
            self.make_ready(now, row, Answer::Bool(true));
        } else if self.threads.get(row).and_then(|t| t.deadline).is_some_and(|at| now >= at) {
            self.give_up(now, row, object);
        } else if let Some(thread) = self.threads.get_mut(row) {
            thread.status = Status::Blocked { object, retry: false };
            thread.woken_by = None;
        }
    }

    fn give_up(&mut self, now: u64, row: usize, object: usize) {
        if let Some(object) = self.objects.get_mut(object) {
            object.waiters.retain(|&waiter| waiter != row);
        }
        self.write_lock(now, row, object, LockAction::Fail);
        if let Some(thread) = self.threads.get_mut(row) {
            thread.woken_by = None;
        }
        self.make_ready(now, row, Answer::Bool(false));
    }

    pub(super) fn joined(&mut self, now: u64, row: usize, target: usize) {
        let (child, from) = (self.track_of(target), self.threads.get(target).and_then(|t| t.finished_seq));
        let seq = self.log.event(now, self.track_of(row), EventKind::Joined { child }, self.range_of(row));
        if let Some(from) = from {
            self.log.link(LinkKind::Join, from, seq);
        }
    }

    /// The next time at which [`poll`](Self::poll) has something to do, if nothing else happens before.
    #[must_use]
    pub fn next_deadline(&self) -> Option<u64> {
        if !self.retries.is_empty() {
            return Some(0);
        }
        self.deadlines.first().map(|&(at, _)| at).into_iter().chain(self.next_request()).min()
    }

    /// When this thread's carrier has to look again, at the latest; `None`: when it is woken.
    #[must_use]
    pub fn next_look(&self, local: ThreadId) -> Option<u64> {
        let thread = self.row(local).and_then(|row| self.threads.get(row))?;
        match thread.status {
            Status::Ready => self.next_request(),
            Status::Blocked { retry: true, .. } => Some(0),
            _ => thread.deadline,
        }
    }

    /// Whether the thread has ended.
    #[must_use]
    pub fn is_over(&self, local: ThreadId) -> bool {
        self.row(local).and_then(|row| self.thread(row)).is_none_or(|thread| thread.status == Status::Finished)
    }

    /// Ends the run if no thread can ever go on: nobody is ready or on a carrier, and no clock ends a wait.
    pub fn check_deadlock(&mut self, now: u64) {
        let stuck = |status: &Status| {
            matches!(status, Status::Blocked { retry: false, .. } | Status::Joining { .. } | Status::Finished)
        };
        let all = self.threads.iter().all(|t| stuck(&t.status) && t.deadline.is_none());
        if self.ended.is_some() || self.paused || !all || self.threads.iter().all(|t| t.status == Status::Finished) {
            return;
        }
        let mut report = String::from("deadlock: no thread can ever run again");
        let name = |row: usize| self.trace().track_name(self.track_of(row)).to_owned();
        for (row, thread) in self.threads.iter().enumerate() {
            let line = thread.range.line;
            let waits = match thread.status {
                Status::Joining { target } => format!("waits for {} to end", name(target)),
                Status::Blocked { object, .. } => self.objects.get(object).map_or_else(String::new, |o| {
                    let held = o.owner.filter(|_| o.of.is_none()).map(|owner| format!(", held by {}", name(owner)));
                    format!("waits for '{}'{}", o.name, held.unwrap_or_default())
                }),
                _ => continue,
            };
            report.push_str(&format!("\n  {} (line {line}) {waits}", name(row)));
        }
        let rows: Vec<usize> = (0..self.threads.len()).collect();
        for row in rows {
            if self.threads.get(row).is_some_and(|t| t.status != Status::Finished) {
                self.log.event(now, self.track_of(row), EventKind::Deadlocked { cycle: 0 }, self.range_of(row));
            }
        }
        self.stop(now, Ended::Deadlock(report));
    }
}
