//! Cores and the run queue: a fair scheduler after Linux' CFS.
//!
//! One queue for all cores, ordered by weighted run time: what Linux' per-core queues with load balancing converge to. A
//! woken thread prefers its last core, then any idle one; where there is none it may push a thread off that has run
//! clearly more. Two habits of Linux matter for threads that hand over to one another: a thread may begin on its parent's
//! core ([`Kernel::core_for_new`]) and be woken there ([`Kernel::leave`]) though another core is idle; when the slice there is
//! over, an idle core takes it. A time slice is only timed while somebody waits for a core.

use interleave_trace::{EventKind, SourceRange, State, TrackId};
use serde::{Deserialize, Serialize};

use crate::call::{Answer, CallError, Report};
use crate::kernel::{Kernel, Timer};
use crate::policy::{CANDIDATES, QuestionKind};
use crate::settings::OsOrder;
use crate::table::{Resume, Status, Tid, TimerKey};

/// After so long on a core a thread makes it look busy: 1024 µs.
const LONG_NANOS: u64 = 1_024_000;

/// What the thread on a core is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Activity {
    /// The host executes it.
    Execute,
    /// The host has executed it up to the core's `step_at`, where it does this.
    Reported(Box<Report>),
    /// A native call without the GIL, until `step_at`.
    Native,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Core {
    pub track: TrackId,
    pub thread: Option<Tid>,
    /// When the thread came onto the core.
    pub since: u64,
    /// How far it has executed.
    pub step_at: u64,
    /// Until then the system clears away a thread that ended here.
    pub free_at: u64,
    pub activity: Activity,
    pub slice: Option<TimerKey>,
    /// Somebody should have this core as soon as what was already executed is accounted for.
    pub resched: bool,
    /// Counts what the core was given to do, idling included.
    pub turn: u64,
    /// The turn in which a woken thread pushed off the one here to look for the GIL.
    pub pushed_in: u64,
    pub turn_at: u64,
}

impl Core {
    pub fn new(track: TrackId) -> Self {
        Self {
            track,
            thread: None,
            since: 0,
            step_at: 0,
            free_at: 0,
            activity: Activity::Execute,
            slice: None,
            resched: false,
            turn: 0,
            pushed_in: 0,
            turn_at: 0,
        }
    }
}

impl Kernel {
    /// A thread whose wait is over and which could go on: onto a core, if there is one.
    pub(crate) fn place(&mut self, tid: Tid) {
        let last = self.thread(tid).last_core;
        if self.stays(tid) {
            return self.enqueue_woken(tid);
        }
        let core = match last.filter(|&c| self.idle & (1 << c) != 0) {
            Some(core) => core,
            None if self.idle != 0 => self.idle.trailing_zeros(),
            None => return self.enqueue_woken(tid),
        };
        // A core that became idle since the thread was signalled changes over to it as if it had waited in the queue.
        let busy = core::mem::take(&mut self.thread_mut(tid).woken_busy);
        let cost_nanos = if busy { self.costs.context_switch } else { 0 };
        if !busy && last.is_some() {
            // Its way out of the system counts as its own time. The lane has it as time until it woke.
            let wake_cpu = self.costs.wake_cpu;
            self.thread_mut(tid).cpu_nanos += wake_cpu;
        }
        if self.ready(tid, None) {
            self.start(tid, core, cost_nanos);
        }
    }

    fn enqueue_woken(&mut self, tid: Tid) {
        // A sleeper gets some credit for its sleep, not all of it (GENTLE_FAIR_SLEEPERS: half the latency).
        let fair = self.os.order == OsOrder::Fair;
        let floor = self.min_vruntime.saturating_sub(self.os.latency_nanos / 2);
        let thread = self.thread_mut(tid);
        thread.vruntime = thread.vruntime.max(floor);
        let (vruntime, last_core) = (thread.vruntime, thread.last_core);
        self.enqueue(tid);
        if let Some(core) = last_core.filter(|_| fair) {
            let running = self.vruntime_on(core);
            if running.is_some_and(|v| v > vruntime.saturating_add(self.os.wakeup_granularity_nanos)) {
                self.preempt_soon(core);
            }
        }
    }

    fn enqueue(&mut self, tid: Tid) {
        // A thread that was just created has been runnable from its birth.
        if self.thread(tid).status != Status::Starting {
            self.write_state(tid, State::Runnable);
        }
        let seq = self.next_seq();
        // Without fairness the order is that of coming into the queue.
        let vruntime = if self.os.order == OsOrder::Fair { self.thread(tid).vruntime } else { 0 };
        let thread = self.thread_mut(tid);
        thread.status = Status::Runnable { vruntime, seq };
        let was_empty = self.run_queue.is_empty();
        self.run_queue.insert((vruntime, seq, tid));
        if was_empty {
            for core in 0..self.settings.cores {
                self.arm_slice(core);
            }
        }
    }

    fn arm_slice(&mut self, core: u32) {
        if self.core(core).thread.is_none() || self.core(core).slice.is_some() || self.os.order == OsOrder::Fifo {
            return;
        }
        let per_core = 1 + self.run_queue.len() as u64 / u64::from(self.settings.cores);
        let slice = match self.os.order {
            OsOrder::Fair => (self.os.latency_nanos / (per_core + 1)).max(self.os.time_slice_nanos),
            OsOrder::RoundRobin | OsOrder::Fifo => self.os.time_slice_nanos,
        };
        let at = self.core(core).since.saturating_add(slice).max(self.now_nanos + 1);
        let key = (at, self.next_seq());
        self.timers.insert(key, Timer::SliceEnd(core));
        self.core_mut(core).slice = Some(key);
    }

    pub(crate) fn slice_over(&mut self, core: u32) {
        self.core_mut(core).slice = None;
        while self.idle != 0 && !self.run_queue.is_empty() {
            self.fill(self.idle.trailing_zeros());
        }
        if !self.run_queue.is_empty() {
            self.preempt_soon(core);
        }
    }

    /// Takes the core from its thread, now or as soon as what it has executed is accounted for.
    fn preempt_soon(&mut self, core: u32) {
        match self.core(core).activity {
            Activity::Native => {
                let at = self.core(core).step_at;
                if let Some(tid) = self.core(core).thread {
                    self.steps.remove(&(at, core));
                    self.thread_mut(tid).resume = Resume::Native { nanos: at.saturating_sub(self.now_nanos) };
                    if !self.preempt_if_behind(core) {
                        self.steps.insert((at, core));
                    }
                }
            }
            Activity::Execute | Activity::Reported(_) => self.core_mut(core).resched = true,
        }
    }

    fn vruntime_on(&self, core: u32) -> Option<u64> {
        let on = self.core(core);
        let thread = self.thread(on.thread?);
        Some(thread.vruntime.saturating_add(weighted(self.now_nanos.saturating_sub(on.since), thread.nice)))
    }

    /// Preempts where somebody has run less; otherwise the thread gets another slice.
    pub(crate) fn preempt_if_behind(&mut self, core: u32) -> bool {
        let first = self.run_queue.first().map(|&(vruntime, _, _)| vruntime);
        let behind = match self.os.order {
            OsOrder::Fair => first.zip(self.vruntime_on(core)).is_some_and(|(waiting, running)| waiting < running),
            OsOrder::RoundRobin => first.is_some(),
            OsOrder::Fifo => false,
        };
        if behind {
            self.preempt(core);
        } else if first.is_some() {
            self.account(core);
            self.arm_slice(core);
        }
        behind
    }

    /// Puts the thread of `core` back into the run queue and gives the core to another. The step must be out of `steps`.
    pub(crate) fn preempt(&mut self, core: u32) {
        let Some(tid) = self.core(core).thread else { return };
        self.vacate(core);
        self.enqueue(tid);
        self.fill(core);
    }

    fn account(&mut self, core: u32) {
        let now = self.now_nanos;
        let on = self.core_mut(core);
        let ran = now.saturating_sub(core::mem::replace(&mut on.since, now));
        if let Some(tid) = on.thread {
            let thread = self.thread_mut(tid);
            thread.vruntime = thread.vruntime.saturating_add(weighted(ran, thread.nice));
            thread.cpu_nanos = thread.cpu_nanos.saturating_add(ran);
        }
    }

    fn vacate(&mut self, core: u32) {
        self.account(core);
        let on = self.core_mut(core);
        on.thread = None;
        on.activity = Activity::Execute;
        on.resched = false;
        let (slice, step) = (on.slice.take(), (on.step_at, core));
        if let Some(key) = slice {
            self.timers.remove(&key);
        }
        self.steps.remove(&step);
    }

    /// The thread of `core` is gone (its new state is written): the core takes another or idles.
    ///
    /// Linux (since 6.12) leaves a thread that went to sleep in the queue of its core if it has had more than its share and
    /// somebody else goes on there: woken while that one runs, it goes on there too, though another core may be idle.
    pub(crate) fn leave(&mut self, core: u32) {
        let left = self.core(core).thread;
        self.vacate(core);
        self.fill(core);
        if let Some(tid) = left {
            let (next, turn) = (self.core(core).thread, self.core(core).turn);
            let ahead = next.is_some_and(|next| self.thread(next).vruntime < self.thread(tid).vruntime);
            self.thread_mut(tid).stays = ahead.then_some((core, turn));
        }
    }

    /// Whether the thread is still in the queue of the core it went to sleep on.
    pub(crate) fn stays(&self, tid: Tid) -> bool {
        self.os.order == OsOrder::Fair
            && self.thread(tid).stays.is_some_and(|(core, turn)| self.core(core).turn == turn)
    }

    /// The idle core for a thread that the one on `parent` creates, or none: it begins on its parent's core. As observed on
    /// Linux 6.18: a parent that has just been woken keeps its child beside it, unless others wait there; one that has been on its core
    /// for long (in Linux' eyes: for a period of `kernel/sched/pelt.c`) sends it to an idle one.
    pub(crate) fn core_for_new(&mut self, parent: u32) -> Option<u32> {
        let core = (self.idle != 0).then(|| self.idle.trailing_zeros())?;
        let on = self.core(parent);
        // The interpreter's start is before the first turn.
        let long = on.turn <= 1 || self.now_nanos.saturating_sub(on.turn_at) >= LONG_NANOS;
        (long || self.os.order != OsOrder::Fair || !self.run_queue.is_empty()).then_some(core)
    }

    fn fill(&mut self, core: u32) {
        while !self.run_queue.is_empty() {
            let mut keys = [(0, 0, Tid(0)); CANDIDATES];
            let mut candidates = [Tid(0); CANDIDATES];
            let mut n = 0;
            for (&key, (k, c)) in self.run_queue.iter().zip(keys.iter_mut().zip(candidates.iter_mut())) {
                (*k, *c) = (key, key.2);
                n += 1;
            }
            let chosen = self.decide(QuestionKind::Core, candidates.get(..n).unwrap_or_default());
            let Some(&key) = keys.get(chosen) else { return };
            self.run_queue.remove(&key);
            self.min_vruntime = self.min_vruntime.max(key.0);
            let tid = key.2;
            if self.ready(tid, Some(core)) {
                return self.start(tid, core, self.costs.context_switch);
            }
        }
        let (at, track) = (self.now_nanos, self.core(core).track);
        self.idle |= 1 << core;
        self.core_mut(core).turn += 1;
        self.log.event(at, track, EventKind::Core { thread: None }, SourceRange::NONE);
    }

    /// Does what a thread must do on a core before it can go on. False: it could not, and waits again.
    /// `queued_for`: the core it came to from the run queue.
    fn ready(&mut self, tid: Tid, queued_for: Option<u32>) -> bool {
        match self.thread(tid).resume {
            Resume::Native { .. } => return true,
            Resume::Try(object) => {
                if !self.try_again(tid, object, queued_for) {
                    return false;
                }
                self.thread_mut(tid).resume = Resume::Go;
            }
            Resume::Retry => {
                if !self.retry(tid, queued_for) {
                    return false;
                }
                if let Resume::Native { .. } = self.thread(tid).resume {
                    // The call takes its time on the core first.
                    return true;
                }
                self.thread_mut(tid).resume = Resume::Go;
            }
            Resume::Go => {}
        }
        self.gil_take_or_wait(tid)
    }

    fn start(&mut self, tid: Tid, core: u32, cost_nanos: u64) {
        let now = self.now_nanos;
        self.idle &= !(1 << core);
        self.gil_forget_look(tid);
        let thread = self.thread_mut(tid);
        let track = thread.track;
        thread.stays = None;
        let cost_nanos = cost_nanos + core::mem::take(&mut thread.start_extra_nanos);
        let native = match thread.resume {
            Resume::Native { nanos } => Some(nanos),
            Resume::Go | Resume::Try(_) | Resume::Retry => None,
        };
        thread.status = Status::Running { core };
        thread.last_core = Some(core);
        let range = thread.range;
        let core_track = self.core(core).track;
        self.log.event(now, core_track, EventKind::Core { thread: Some(track) }, range);
        self.write_state(tid, State::Running { core: core_track });
        let on = self.core_mut(core);
        on.thread = Some(tid);
        on.since = now;
        on.step_at = now.max(on.free_at) + cost_nanos + native.unwrap_or(0);
        on.activity = if native.is_some() { Activity::Native } else { Activity::Execute };
        on.resched = false;
        on.turn += 1;
        on.turn_at = now;
        let step = (on.step_at, core);
        self.steps.insert(step);
        if !self.run_queue.is_empty() {
            self.arm_slice(core);
        }
    }

    /// A native call on `core` is over: the thread wants the GIL back.
    pub(crate) fn native_over(&mut self, core: u32, tid: Tid) {
        let thread = self.thread_mut(tid);
        thread.resume = Resume::Go;
        if self.gil_take_or_wait(tid) {
            let step = (self.core(core).step_at, core);
            self.steps.insert(step);
        } else {
            self.leave(core);
        }
    }
}

/// Time on a core as the fair scheduler counts it: each step of niceness makes it 1.25 times as dear (`sched_prio_to_weight` in
/// Linux' `kernel/sched/core.c`: "a process going down one level gets about 10 % less CPU than one that stays").
fn weighted(nanos: u64, nice: i8) -> u64 {
    if nice == 0 {
        return nanos;
    }
    let mut scaled = u128::from(nanos) << 16;
    for _ in 0..nice.unsigned_abs() {
        scaled = if nice > 0 { scaled * 5 / 4 } else { scaled * 4 / 5 };
    }
    u64::try_from(scaled >> 16).unwrap_or(u64::MAX)
}

impl Kernel {
    /// `setpriority` and `getpriority` of a thread, for on Linux a priority belongs to a thread.
    pub(crate) fn priority(&mut self, tid: Tid, native_id: u64, nice: Option<i8>) -> Answer {
        let found = match native_id {
            0 => Some(tid),
            id => (0..self.threads.len() as u32).map(Tid).find(|&tid| {
                let thread = self.thread(tid);
                thread.native_id == id && thread.status != Status::Finished
            }),
        };
        let Some(tid) = found else { return Answer::Error(CallError::NoSuchThread) };
        if let Some(nice) = nice {
            // What it has run so far was run at its old price.
            for core in 0..self.settings.cores {
                self.account(core);
            }
            self.thread_mut(tid).nice = nice.clamp(-20, 19);
        }
        Answer::Number(self.thread(tid).nice.into())
    }
}
