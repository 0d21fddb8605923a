//! The global interpreter lock, for real: after `take_gil` and `drop_gil` of CPython's `Python/ceval_gil.c`.
//!
//! A waiter that has waited a whole switch interval without a switch sets the drop request; the holder gives the GIL up at
//! its next switch point and may not have it back before another thread had it. Blocking calls give it up at once.

use std::sync::atomic::Ordering;

use interleave_python::exit::{Answer, ThreadId};
use interleave_trace::{EventKind, GilDropReason, LinkKind, State};

use super::{Carrier, LiveMachine, Status};

impl LiveMachine {
    /// Whether the thread got the GIL and is to be executed on `carrier` from now on; the answer to its last call, if
    /// there is one, is to be handed to the guest.
    pub fn take_gil(&mut self, now: u64, local: ThreadId, carrier: Carrier) -> Option<Option<Answer>> {
        let row = self.row(local)?;
        if self.ended.is_some() || self.thread(row)?.status != Status::Ready {
            return None;
        }
        let kept_out = self.gil.forced == Some(row) && self.gil.waiters.iter().any(|&w| w != row);
        if self.gil.holder.is_some() || kept_out || self.paused {
            self.wait_for_gil(now, row);
            return None;
        }
        self.gil.waiters.retain(|&waiter| waiter != row);
        self.gil.forced = None;
        self.gil.drop_request.store(false, Ordering::Relaxed);
        if self.gil.last_holder != Some(row) {
            self.gil.last_switch = now;
        }
        (self.gil.holder, self.gil.last_holder) = (Some(row), Some(row));
        let (track, range) = (self.track_of(row), self.range_of(row));
        let waited = self.threads.get_mut(row).and_then(|t| t.waits_since.take()).is_some();
        let seq = self.log.event(now, self.gil.track, EventKind::GilTake { thread: track }, range);
        if let Some((from, from_seq)) = self.gil.last_drop.take()
            && from != row
            && waited
        {
            self.log.link(LinkKind::HandOver, from_seq, seq);
            let by = (self.track_of(from), None);
            if let Some(thread) = self.threads.get_mut(row) {
                thread.woken_by.get_or_insert(by);
            }
        }
        if let Some(&core) = self.carriers.get(carrier.0 as usize) {
            self.log.event(now, core, EventKind::Core { thread: Some(track) }, range);
            self.write_state(now, row, State::Running { core });
        }
        let thread = self.threads.get_mut(row)?;
        thread.status = Status::Running;
        thread.carrier = Some(carrier);
        thread.running_since = Some(now);
        Some(thread.answer.take())
    }

    /// It is somebody else's: the thread waits for it, and the lane shows it.
    fn wait_for_gil(&mut self, now: u64, row: usize) {
        let holder = self.gil.holder.filter(|&h| h != row).map(|h| self.track_of(h));
        let Some(thread) = self.threads.get_mut(row) else { return };
        if holder.is_some() && thread.waits_since.is_none() {
            thread.waits_since = Some(now);
            self.write_state(now, row, State::GilWait { holder });
        }
    }

    /// A wait is over: the thread wants the GIL.
    pub(super) fn make_ready(&mut self, now: u64, row: usize, answer: Answer) {
        let holder = self.gil.holder.filter(|&h| h != row).map(|h| self.track_of(h));
        let Some(thread) = self.threads.get_mut(row) else { return };
        thread.status = Status::Ready;
        if let Some(at) = thread.deadline.take() {
            self.deadlines.remove(&(at, row));
        }
        thread.answer = Some(answer);
        thread.waits_since = holder.map(|_| now);
        self.woken.push(thread.local);
        self.write_state(now, row, if holder.is_some() { State::GilWait { holder } } else { State::Runnable });
        self.gil.waiters.push_back(row);
    }

    pub(super) fn gil_drop(&mut self, now: u64, row: usize, why: GilDropReason) {
        if self.gil.holder != Some(row) {
            return;
        }
        let (thread, range) = (self.track_of(row), self.range_of(row));
        let seq = self.log.event(now, self.gil.track, EventKind::GilDrop { thread, why }, range);
        self.gil.holder = None;
        self.gil.last_drop = Some((row, seq));
        if let Some(local) = self.gil.waiters.iter().find(|&&w| w != row).and_then(|&w| self.thread(w)).map(|t| t.local)
        {
            self.woken.push(local);
        }
    }

    /// The executing thread is at a switch point and was asked to give up the GIL. False: nobody waits, it goes on.
    pub fn switch(&mut self, now: u64, local: ThreadId) -> bool {
        let Some(row) = self.row(local) else { return false };
        self.gil.drop_request.store(false, Ordering::Relaxed);
        if self.gil.holder != Some(row) || (self.gil.waiters.is_empty() && !self.paused) {
            return false;
        }
        self.gil_drop(now, row, GilDropReason::Request);
        self.gil.forced = Some(row);
        self.leave_carrier(now, row);
        if let Some(thread) = self.threads.get_mut(row) {
            thread.status = Status::Ready;
            thread.waits_since = Some(now);
        }
        self.write_state(now, row, State::GilWait { holder: None });
        self.gil.waiters.push_back(row);
        true
    }

    /// Sets the drop request when a waiter's interval is over without a switch.
    pub(super) fn request_drop(&mut self, now: u64) {
        let interval = self.settings.switch_interval_nanos;
        let Some(holder) = self.gil.holder else { return };
        if self.gil.drop_request.load(Ordering::Relaxed) || now < self.gil.last_switch.saturating_add(interval) {
            return;
        }
        let overdue = |&&row: &&usize| {
            row != holder
                && self
                    .thread(row)
                    .and_then(|t| t.waits_since)
                    .is_some_and(|since| now >= since.saturating_add(interval))
        };
        let Some(&waiter) = self.gil.waiters.iter().find(overdue) else { return };
        self.gil.drop_request.store(true, Ordering::Relaxed);
        let kind = EventKind::GilRequest { waiter: self.track_of(waiter), holder: self.track_of(holder) };
        self.log.event(now, self.gil.track, kind, self.range_of(waiter));
    }

    /// When the first waiter will have waited a whole interval, if the holder goes on.
    pub(super) fn next_request(&self) -> Option<u64> {
        let holder = self.gil.holder?;
        if self.gil.drop_request.load(Ordering::Relaxed) {
            return None;
        }
        let waiting = self.gil.waiters.iter().filter(|&&row| row != holder);
        let first = waiting.filter_map(|&row| self.thread(row)?.waits_since).min()?;
        Some(first.max(self.gil.last_switch).saturating_add(self.settings.switch_interval_nanos))
    }

    /// The ready thread whose turn it is: the one that has waited longest.
    #[must_use]
    pub fn next_ready(&self) -> Option<ThreadId> {
        if self.gil.holder.is_some() || self.paused {
            return None;
        }
        let others = self.gil.waiters.iter().find(|&&row| self.gil.forced != Some(row));
        others.or_else(|| self.gil.waiters.front()).and_then(|&row| self.thread(row)).map(|t| t.local)
    }
}

impl LiveMachine {
    /// Somebody took the GIL: the lanes of the other ready threads show that they wait for it.
    pub fn show_waits(&mut self, now: u64) {
        let rows: Vec<usize> = self.gil.waiters.iter().copied().collect();
        for row in rows {
            self.wait_for_gil(now, row);
        }
    }
}
