//! The global interpreter lock, after `take_gil` and `drop_gil` of `Python/ceval_gil.c` (since 3.2), and CPython 2's.
//!
//! * A waiter waits on a condition variable for the switch interval at a time. If a whole such wait passed without a
//!   switch, it sets the drop request; the holder looks at it at its switch points.
//! * Letting go signals one waiter and leaves the lock free: until that waiter is on a core, anybody who wants the GIL
//!   gets it (barging), and the waiter waits again.
//! * Who lets go while the drop request is set also waits until another thread has taken it (`FORCE_SWITCHING`), even
//!   before a blocking call.
//! * A switch is the taking by another thread than the last holder. Which waiter's interval ends first after a switch is
//!   found from the phases of their waits, so ten thousand waiters do not need a timer each.
//! * Who is woken beside the holder looks once, in vain, and is a *looker* from then on: runnable as far as the picture goes,
//!   asleep on the GIL's condition variable as far as costs go. Lookers are signalled when no waiter is.
//! * CPython 2 (`ceval.c`, `_Py_CheckInterval`): every 100 ticks the lock is released and acquired again at once. The
//!   waiter is signalled each time, and mostly comes too late; how long it takes is drawn, so that it is in time once in a while.
//!
//! One simplification: setting the drop request takes no time on a core.

use interleave_trace::sorted::{SortedMap, SortedSet};

use interleave_trace::{EventKind, GilDropReason, LinkKind, State, TrackId};

use crate::kernel::{Kernel, Timer};
use crate::os::Activity;
use crate::policy::{CANDIDATES, QuestionKind};
use crate::settings::GilModel;
use crate::table::{Forced, Gil, GilWaiter, Pid, Resume, Status, Tid};

/// Stands for "waiters never time out": CPython 2.
pub(crate) const NO_INTERVAL: u64 = u64::MAX;

impl Gil {
    pub fn new(track: TrackId, interval_nanos: u64) -> Self {
        Self {
            track,
            holder: None,
            last_holder: None,
            interval_nanos,
            waiters: SortedMap::new(),
            lookers: SortedSet::new(),
            phases: SortedSet::new(),
            contenders: 0,
            drop_request: false,
            request_timer: None,
            forced: Vec::new(),
            last_drop: None,
        }
    }

    /// When the first of the present waiters will have waited a whole interval that began after `at_nanos`.
    fn request_after(&self, at_nanos: u64) -> Option<u64> {
        if self.interval_nanos == NO_INTERVAL {
            return None;
        }
        let phase = at_nanos % self.interval_nanos;
        let next = self.phases.at_or_after(&(phase, Tid(0)));
        let (next_phase, turn) = match next {
            Some(&(p, _)) => (p, 0),
            None => (self.phases.first()?.0, self.interval_nanos),
        };
        Some(at_nanos - phase + turn + next_phase + self.interval_nanos)
    }
}

impl Kernel {
    /// Gives a thread the GIL its process has, if it needs one and it is free; otherwise the thread waits. False: it waits.
    pub(crate) fn gil_take_or_wait(&mut self, tid: Tid) -> bool {
        match self.gil(self.thread(tid).process) {
            None => true,
            Some(gil) if gil.holder == Some(tid) => true,
            Some(gil) if gil.holder.is_none() => {
                self.gil_take(tid);
                true
            }
            Some(_) => {
                self.gil_wait(tid);
                false
            }
        }
    }

    fn gil_take(&mut self, tid: Tid) {
        let (now, pid) = (self.now_nanos, self.thread(tid).process);
        let (track, range) = (self.thread(tid).track, self.thread(tid).range);
        let waited = self.thread(tid).wants_gil;
        let Some(gil) = self.gil_mut(pid) else { return };
        gil.holder = Some(tid);
        gil.drop_request = false;
        let switched = gil.last_holder != Some(tid);
        gil.last_holder = Some(tid);
        let (gil_track, last_drop) = (gil.track, gil.last_drop.take());
        let forced = core::mem::take(&mut gil.forced);
        let request_at = gil.request_after(now);
        self.uncontend(tid);
        if switched || self.gil(pid).is_some_and(|g| g.request_timer.is_none()) {
            self.set_request_timer(pid, request_at);
        }
        let seq = self.log.event(now, gil_track, EventKind::GilTake { thread: track }, range);
        if let Some((from, from_seq)) = last_drop
            && from != tid
            && waited
        {
            self.log.link(LinkKind::HandOver, from_seq, seq);
        }
        for waiting in forced {
            if self.thread(waiting).forced == Some(Forced::Retake) {
                self.thread_mut(waiting).forced = None;
                self.gil_enqueue(waiting, false);
            } else {
                self.signal(waiting, self.costs.gil_handover, None);
            }
        }
    }

    /// The thread no longer wants the GIL (it has it, or goes elsewhere).
    pub(crate) fn uncontend(&mut self, tid: Tid) {
        let thread = self.thread_mut(tid);
        if core::mem::take(&mut thread.wants_gil) {
            let pid = thread.process;
            if let Some(gil) = self.gil_mut(pid) {
                gil.contenders -= 1;
            }
        }
    }

    fn contend(&mut self, tid: Tid) {
        let thread = self.thread_mut(tid);
        if !core::mem::replace(&mut thread.wants_gil, true) {
            let pid = thread.process;
            if let Some(gil) = self.gil_mut(pid) {
                gil.contenders += 1;
            }
        }
    }

    /// Starts waiting: the thread is on no core.
    fn gil_wait(&mut self, tid: Tid) {
        let pid = self.thread(tid).process;
        let holder = self.gil(pid).and_then(|g| g.holder).map(|h| self.thread(h).track);
        if !matches!(self.thread(tid).status, Status::GilWait { .. }) {
            self.write_state(tid, State::GilWait { holder });
        }
        let came_late = self.thread(tid).wants_gil;
        self.contend(tid);
        self.gil_enqueue(tid, came_late);
    }

    fn gil_enqueue(&mut self, tid: Tid, came_late: bool) {
        let (now, seq, pid) = (self.now_nanos, self.next_seq(), self.thread(tid).process);
        self.thread_mut(tid).status = Status::GilWait { seq: Some(seq) };
        let Some(gil) = self.gil_mut(pid) else { return };
        let phase = now % gil.interval_nanos;
        gil.waiters.insert(seq, GilWaiter { thread: tid, phase, came_late });
        gil.phases.insert((phase, tid));
        let timed = gil.interval_nanos != NO_INTERVAL && !gil.drop_request;
        let at = now.saturating_add(gil.interval_nanos);
        if timed && gil.request_timer.is_none_or(|(timer_at, _)| at < timer_at) {
            self.set_request_timer(pid, Some(at));
        }
    }

    fn set_request_timer(&mut self, pid: Pid, at_nanos: Option<u64>) {
        let seq = self.next_seq();
        let Some(gil) = self.gil_mut(pid) else { return };
        let old = gil.request_timer.take();
        let new = at_nanos.map(|at| (at, seq));
        gil.request_timer = new;
        if let Some(key) = old {
            self.timers.remove(&key);
        }
        if let Some(key) = new {
            self.timers.insert(key, Timer::GilRequest(pid));
        }
    }

    /// Some waiter has waited a whole interval without a switch.
    pub(crate) fn gil_interval_over(&mut self, pid: Pid) {
        let now = self.now_nanos;
        let Some(gil) = self.gil_mut(pid) else { return };
        gil.request_timer = None;
        let phase = now % gil.interval_nanos;
        let waiter = gil.phases.at_or_after(&(phase, Tid(0))).or(gil.phases.first()).map(|&(_, tid)| tid);
        let Some(waiter) = waiter else { return };
        if gil.holder.is_some() {
            self.gil_request(pid, waiter);
        } else {
            let at = now.saturating_add(gil.interval_nanos);
            self.set_request_timer(pid, Some(at));
        }
    }

    /// Sets the drop request on behalf of `waiter`.
    pub(crate) fn gil_request(&mut self, pid: Pid, waiter: Tid) {
        let (now, range) = (self.now_nanos, self.thread(waiter).range);
        self.set_request_timer(pid, None);
        let waiter = self.thread(waiter).track;
        let Some(gil) = self.gil_mut(pid) else { return };
        gil.drop_request = true;
        let (track, holder) = (gil.track, gil.holder);
        if let Some(holder) = holder.map(|h| self.thread(h).track) {
            self.log.event(now, track, EventKind::GilRequest { waiter, holder }, range);
        }
    }

    /// Lets go and signals one waiter. True: the thread must wait until that one (or another) has taken it.
    pub(crate) fn gil_drop(&mut self, tid: Tid, why: GilDropReason) -> bool {
        let (now, pid, range) = (self.now_nanos, self.thread(tid).process, self.thread(tid).range);
        let thread = self.thread(tid).track;
        let Some(gil) = self.gil_mut(pid).filter(|gil| gil.holder == Some(tid)) else { return false };
        gil.holder = None;
        let (track, requested) = (gil.track, gil.drop_request);
        let seq = self.log.event(now, track, EventKind::GilDrop { thread, why }, range);
        let mut keys = [0; CANDIDATES];
        let mut candidates = [Tid(0); CANDIDATES];
        let mut n = 0;
        if let Some(gil) = self.gil_mut(pid) {
            gil.last_drop = Some((tid, seq));
            for ((&key, waiter), (k, c)) in gil.waiters.iter().zip(keys.iter_mut().zip(candidates.iter_mut())) {
                (*k, *c) = (key, waiter.thread);
                n += 1;
            }
        }
        if n == 0 {
            if why != GilDropReason::Ticks {
                self.gil_signal_looker(pid, (thread, seq));
            }
            return false;
        }
        let chosen = self.decide(QuestionKind::Gil, candidates.get(..n).unwrap_or_default());
        let Some(&key) = keys.get(chosen) else { return false };
        let Some(GilWaiter { thread: waiter, came_late, .. }) = self.gil_dequeue(pid, key) else { return false };
        self.thread_mut(waiter).status = Status::GilWait { seq: None };
        // Released after ticks, the lock is free for an instant only. Wake-ups that all took the same time would all come too late, or
        // none: real ones differ, and the few fast ones are how CPython 2 switches at all beyond one core. So it is with a waiter that
        // has come too late already: a thread that lets go for an instant again and again would keep it away for ever.
        // Who asked for it has just looked and is awake; anybody else sleeps on a core that is idle, or, on the dropper's own,
        // pushes it off at once, finds the lock's own mutex taken, and waits for that as well.
        let latency_nanos = match why {
            GilDropReason::Ticks => self.rng.below(2 * self.costs.gil_handover),
            GilDropReason::Request => self.costs.gil_handover,
            _ => {
                self.thread_mut(waiter).start_extra_nanos = self.conflict_nanos();
                if came_late { self.rng.below(2 * self.costs.wake_up) } else { self.costs.wake_up }
            }
        };
        self.signal(waiter, latency_nanos, Some((thread, seq)));
        requested && !matches!(why, GilDropReason::Finished)
    }

    /// What a waiter on the dropper's own core pays for the mutex of the GIL, which the dropper holds while it signals.
    fn conflict_nanos(&self) -> u64 {
        if self.idle == 0 { 2 * self.costs.context_switch } else { 0 }
    }

    /// The thread was woken beside the holder and goes back to sleep until the GIL is let go.
    pub(crate) fn gil_look(&mut self, tid: Tid) {
        let (seq, pid) = (self.next_seq(), self.thread(tid).process);
        if let Some(gil) = self.gil_mut(pid) {
            gil.lookers.insert((seq, tid));
            self.thread_mut(tid).looked = Some(seq);
        }
    }

    pub(crate) fn gil_forget_look(&mut self, tid: Tid) {
        if let Some(seq) = self.thread_mut(tid).looked.take() {
            let pid = self.thread(tid).process;
            if let Some(gil) = self.gil_mut(pid) {
                gil.lookers.remove(&(seq, tid));
            }
        }
    }

    /// Nobody waits for the GIL, but somebody has looked for it in vain: that one is signalled, and goes to an idle core if there
    /// is one.
    fn gil_signal_looker(&mut self, pid: Pid, by: (TrackId, Option<u32>)) {
        let Some(&(_, tid)) = self.gil(pid).and_then(|gil| gil.lookers.first()) else { return };
        self.gil_forget_look(tid);
        match self.thread(tid).status {
            Status::Runnable { vruntime, seq } if self.idle != 0 => {
                self.run_queue.remove(&(vruntime, seq, tid));
                self.thread_mut(tid).status = Status::GilWait { seq: None };
                self.thread_mut(tid).stays = None;
                self.signal(tid, self.costs.wake_up, Some(by));
            }
            _ => self.thread_mut(tid).start_extra_nanos = self.conflict_nanos(),
        }
    }

    pub(crate) fn gil_dequeue(&mut self, pid: Pid, key: u64) -> Option<GilWaiter> {
        let gil = self.gil_mut(pid)?;
        let waiter = gil.waiters.remove(&key)?;
        gil.phases.remove(&(waiter.phase, waiter.thread));
        if gil.waiters.is_empty() {
            self.set_request_timer(pid, None);
        }
        Some(waiter)
    }

    /// Waits, off the core, until another thread has taken the GIL.
    pub(crate) fn gil_force_switch(&mut self, tid: Tid, then: Forced) {
        let pid = self.thread(tid).process;
        let retake = then == Forced::Retake;
        self.thread_mut(tid).forced = Some(then);
        if let Some(gil) = self.gil_mut(pid) {
            gil.forced.push(tid);
        }
        if retake {
            self.contend(tid);
        }
    }

    /// The thread stands at a switch point, as it was asked to. False: it goes on.
    pub(crate) fn at_switch_point(&mut self, core: u32, tid: Tid) -> bool {
        let Some(gil) = self.gil(self.thread(tid).process).filter(|gil| gil.holder == Some(tid)) else { return false };
        if self.settings.gil == GilModel::Cpython2 {
            if gil.contenders == 0 {
                return false;
            }
            self.gil_drop(tid, GilDropReason::Ticks);
            self.go_native(core, tid, self.costs.gil2_gap);
            return true;
        }
        if !gil.drop_request {
            return false;
        }
        if gil.waiters.is_empty() {
            // Whoever asked was cut.
            let pid = self.thread(tid).process;
            if let Some(gil) = self.gil_mut(pid) {
                gil.drop_request = false;
            }
            return false;
        }
        self.gil_drop(tid, GilDropReason::Request);
        // Nobody holds it in this instant: the wait is for whoever takes it next.
        self.write_state(tid, State::GilWait { holder: None });
        self.thread_mut(tid).status = Status::GilWait { seq: None };
        self.gil_force_switch(tid, Forced::Retake);
        self.leave(core);
        true
    }

    /// The thread stays on its core and computes without the GIL.
    pub(crate) fn go_native(&mut self, core: u32, tid: Tid, nanos: u64) {
        self.thread_mut(tid).resume = Resume::Native { nanos };
        let on = self.core_mut(core);
        on.activity = Activity::Native;
        on.step_at += nanos;
        let step = (on.step_at, core);
        self.steps.insert(step);
    }

    pub(crate) fn set_switch_interval(&mut self, pid: Pid, nanos: u64) {
        if !matches!(self.settings.gil, GilModel::Cpython3 { .. }) {
            return;
        }
        let now = self.now_nanos;
        let Some(gil) = self.gil_mut(pid) else { return };
        // CPython never waits less than a microsecond.
        gil.interval_nanos = nanos.max(1_000);
        let interval_nanos = gil.interval_nanos;
        gil.phases.clear();
        for waiter in gil.waiters.values_mut() {
            waiter.phase = now % interval_nanos;
            gil.phases.insert((waiter.phase, waiter.thread));
        }
        let at = (!gil.waiters.is_empty() && !gil.drop_request).then(|| now.saturating_add(interval_nanos));
        self.set_request_timer(pid, at);
    }
}
