//! The event loop: what happens next on the virtual clock.
//!
//! Two kinds of things lie ahead: timers (a sleep ends, a signalled thread wakes, a slice is over) and *steps* (a core's
//! thread has executed up to a time and must be looked at). The earlier one is next; timers come first within an instant,
//! so that a thread handed to the host never runs past something that was due.
//!
//! Threads that share memory, or could wake one another, are kept within a small distance on the clock (*lookahead*): the
//! core that is furthest behind runs, and at most that far ahead of the others.

use interleave_trace::sorted::{SortedMap, SortedSet};
use interleave_trace::{
    EventKind, Finish, LinkKind, ObjectKind, Outcome, SourceRange, State, Trace, TraceBuilder, TrackId, TrackKind,
};
use serde::{Deserialize, Serialize};

use crate::call::{After, Answer, Budget, Ended, LimitHit, Next, Report, Run, Stop};
use crate::channels::Channels;
use crate::error::KernelError;
use crate::log::Log;
use crate::os::{Activity, Core};
use crate::policy::{AnyPolicy, CANDIDATES, Policy, Question, QuestionKind, decision};
use crate::processes::Birth;
use crate::profile::{KernelCosts, Profile};
use crate::races::{Made, Race, Races};
use crate::regions::Regions;
use crate::rng::SplitMix64;
use crate::settings::{GilModel, OsScheduler, Settings, SwitchPoints};
use crate::table::{Gil, Pid, Process, Resume, Status, Thread, Tid, TimerKey};

/// The first process id of a run; any would do, a fixed one keeps runs equal.
const FIRST_NATIVE_ID: u64 = 1000;

/// Greatest distance on the clock between threads that share memory without a GIL, drawn anew for every turn: some tens of
/// bytecode instructions. That a turn ends inside a read-modify-write sequence is then as likely as such sequences are
/// frequent, and what the others wrote meanwhile is lost, as on real cores. Calls take effect in their exact order.
const SHARED_LOOKAHEAD_NANOS: u64 = 2_000;

/// Greatest distance between threads that can only signal one another: a fraction of a wake-up.
const APART_LOOKAHEAD_NANOS: u64 = 2_000;

/// glibc keeps 40 MiB of stacks, which are 8 MiB and a guard page each.
const STACKS_KEPT: u32 = 4;

/// Longest turn: a host that looks for a cancellation between turns finds one.
const MAX_TURN_NANOS: u64 = 50_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Timer {
    /// A sleep or I/O is over, or a signalled thread is awake.
    Wake(Tid),
    /// A timed wait is over.
    TimeOut(Tid),
    /// A GIL waiter's interval passed without a switch.
    GilRequest(Pid),
    /// A thread has had its share of this core.
    SliceEnd(u32),
}

/// The machine. A plain value: see [`Kernel::snapshot`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kernel {
    pub(crate) settings: Settings,
    pub(crate) os: OsScheduler,
    pub(crate) costs: KernelCosts,
    pub(crate) now_nanos: u64,
    /// Numbers timers, run-queue entries and waiters: makes every order total.
    pub(crate) seq: u64,
    pub(crate) timers: SortedMap<TimerKey, Timer>,
    /// Cores whose thread is to be looked at, by its time.
    // invariant: holds every busy core but the one handed to the host.
    pub(crate) steps: SortedSet<(u64, u32)>,
    pub(crate) cores: Vec<Core>,
    /// Bit per core.
    pub(crate) idle: u64,
    pub(crate) run_queue: SortedSet<(u64, u64, Tid)>,
    pub(crate) min_vruntime: u64,
    pub(crate) threads: Vec<Thread>,
    pub(crate) processes: Vec<Process>,
    pub(crate) alive: u32,
    /// Processes with a thread that is alive.
    pub(crate) alive_processes: u32,
    pub(crate) next_native_id: u64,
    /// What belongs to the machine and not to one process.
    pub(crate) regions: Regions,
    pub(crate) channels: Channels,
    /// Processes that the host has still to make.
    pub(crate) births: Vec<Birth>,
    /// Threads that are to call handlers of signals, by process and the guest's number.
    pub(crate) interrupts: Vec<(Pid, u32)>,
    policy: AnyPolicy,
    pub(crate) rng: SplitMix64,
    /// The core whose thread the host is executing.
    handed: Option<u32>,
    /// The core whose thread's report is acted on.
    pub(crate) acting: Option<u32>,
    /// What waking others takes of the thread whose report is acted on.
    pub(crate) owed_nanos: u64,
    /// The resource tracker of the first spawned process, and the fork server, run already.
    pub(crate) tracker_runs: bool,
    pub(crate) server_runs: bool,
    /// Threads that are on their way to an idle core: those cores are not idle any more for who is woken next.
    pub(crate) coming: u32,
    pub(crate) ended: Option<Ended>,
    pub(crate) log: Log,
    /// Where data races are looked for. No snapshot carries it: looking back tells nothing anew.
    #[serde(skip)]
    pub(crate) races: Option<Box<Races>>,
    #[serde(skip)]
    race_reports: Vec<String>,
}

/// What became of a thread whose report was acted on.
pub(crate) enum Done {
    /// It stays on its core and goes on after `nanos`.
    Continue { answer: Option<Answer>, nanos: u64 },
    /// It left the core, or computes there without the host.
    Left,
}

impl Done {
    pub fn now(answer: Answer) -> Self {
        Self::Continue { answer: Some(answer), nanos: 0 }
    }
}

impl Kernel {
    /// A machine with one process and its main thread, ready to run. `log` receives the trace; its sources are the host's.
    ///
    /// Errors: settings out of range, or an unknown profile.
    pub fn new(settings: Settings, log: TraceBuilder) -> Result<Self, KernelError> {
        let profile = Profile::bundled(&settings.profile)?;
        Self::with_profile(settings, &profile, log)
    }

    /// As [`new`](Self::new), with a cost table of the host's own.
    pub fn with_profile(settings: Settings, profile: &Profile, log: TraceBuilder) -> Result<Self, KernelError> {
        settings.check()?;
        let mut log = Log::Recording(Box::new(log));
        let cores = (0..settings.cores)
            .map(|number| {
                Core::new(log.track(0, TrackKind::Core, &format!("Core {number}"), None, number.into(), false))
            })
            .collect();
        let mut kernel = Self {
            os: settings.os.resolved(settings.cores),
            costs: KernelCosts::of(profile),
            now_nanos: 0,
            seq: 0,
            timers: SortedMap::new(),
            steps: SortedSet::new(),
            cores,
            idle: if settings.cores == 64 { u64::MAX } else { (1 << settings.cores) - 1 },
            run_queue: SortedSet::new(),
            min_vruntime: 0,
            threads: Vec::new(),
            processes: Vec::new(),
            alive: 0,
            alive_processes: 0,
            next_native_id: FIRST_NATIVE_ID,
            regions: Regions::default(),
            channels: Channels::default(),
            births: Vec::new(),
            interrupts: Vec::new(),
            policy: AnyPolicy::of(&settings.policy, settings.seed),
            rng: SplitMix64::new(settings.seed ^ 0x05_CADA),
            handed: None,
            acting: None,
            owed_nanos: 0,
            tracker_runs: false,
            server_runs: false,
            coming: 0,
            ended: None,
            settings,
            log,
            races: None,
            race_reports: Vec::new(),
        };
        let pid = kernel.add_process("MainProcess", None, false);
        let main = kernel.add_thread(pid, 0, "MainThread", false, SourceRange::NONE);
        kernel.place(main);
        Ok(kernel)
    }

    /// Lets a host's own policy decide from here on.
    pub fn set_policy(&mut self, policy: Box<dyn Policy>) {
        self.policy = AnyPolicy::Host(policy);
    }

    pub(crate) fn add_process(&mut self, name: &str, parent: Option<Pid>, daemon: bool) -> Pid {
        let pid = Pid(self.processes.len() as u32);
        // The main thread's native id is the process id, as on Linux.
        let number = self.next_native_id;
        let above = parent.and_then(|parent| self.processes.get(parent.0 as usize)).map(|p| p.track);
        let track = self.log.track(self.now_nanos, TrackKind::Process, name, above, number, daemon);
        let interval_nanos = match self.settings.gil {
            GilModel::Cpython3 { interval_nanos } => Some(interval_nanos),
            GilModel::Cpython2 => Some(crate::gil::NO_INTERVAL),
            GilModel::Off => None,
        };
        let gil = interval_nanos.map(|interval_nanos| {
            let kind = TrackKind::Object(ObjectKind::Gil);
            let track = self.log.track(self.now_nanos, kind, "GIL", Some(track), number, false);
            Gil::new(track, interval_nanos)
        });
        self.processes.push(Process {
            track,
            number,
            parent,
            files: SortedMap::new(),
            signals: SortedMap::new(),
            pending_signals: Vec::new(),
            memory_base: self.costs.memory_spawn,
            memory: None,
            busy_in: None,
            watchers: Vec::new(),
            reaped: false,
            end: None,
            threads: Vec::new(),
            objects: Vec::new(),
            gil,
            alive: 0,
            stacks: 0,
            exited: None,
            tasks: Vec::new(),
        });
        pid
    }

    pub(crate) fn add_thread(&mut self, process: Pid, local: u32, name: &str, daemon: bool, range: SourceRange) -> Tid {
        // Who starts a thread passes on its priority.
        let starter = self.acting.and_then(|core| self.core(core).thread);
        let nice = starter.map_or(0, |starter| self.thread(starter).nice);
        let tid = Tid(self.threads.len() as u32);
        let native_id = self.next_native_id;
        self.next_native_id += 1;
        let at = self.now_nanos;
        let parent = self.processes.get(process.0 as usize).map(|p| p.track);
        let track = self.log.track(at, TrackKind::Thread, name, parent, native_id, daemon);
        self.log.event(at, track, EventKind::State { to: State::Runnable, by: None }, range);
        self.threads.push(Thread {
            process,
            local,
            native_id,
            name: name.to_owned(),
            daemon,
            track,
            status: Status::Starting,
            resume: Resume::Go,
            forced: None,
            watch: None,
            wants_gil: false,
            answer: None,
            deadline: None,
            timer: None,
            woken_by: None,
            woken_busy: false,
            coming: false,
            stays: None,
            looked: None,
            start_extra_nanos: 0,
            spawned_by: None,
            nice,
            vruntime: self.min_vruntime,
            cpu_nanos: 0,
            last_core: None,
            range,
            joiners: Vec::new(),
            interrupted: Vec::new(),
            held: Vec::new(),
            finished_seq: None,
            tasks: crate::tasks::OfThread::default(),
        });
        if let Some(process) = self.processes.get_mut(process.0 as usize) {
            process.alive += 1;
            self.alive_processes += u32::from(process.alive == 1);
            let slot = local as usize;
            if process.threads.len() <= slot {
                process.threads.resize(slot + 1, None);
            }
            if let Some(entry) = process.threads.get_mut(slot) {
                *entry = Some(tid);
            }
        }
        self.alive += 1;
        tid
    }

    /// What happens next. A thread that was handed out must have been reported on.
    ///
    /// Errors: it has not been.
    pub fn advance(&mut self) -> Result<Next, KernelError> {
        loop {
            if let Some(next) = self.advance_until(u64::MAX)? {
                return Ok(next);
            }
        }
    }

    /// As [`advance`](Self::advance), but nothing later than `until_nanos` happens: `None` if what is next is later.
    ///
    /// Errors: a thread was handed out and has not been reported on.
    pub fn advance_until(&mut self, until_nanos: u64) -> Result<Option<Next>, KernelError> {
        if self.handed.is_some() {
            return Err(KernelError::StillRunning);
        }
        loop {
            if let Some(ended) = &self.ended {
                return Ok(Some(ended.clone().into()));
            }
            if let Some(ended) = self.over() {
                self.ended = Some(ended);
                continue;
            }
            let timer = self.timers.first_key_value().map(|(&key, &timer)| (key, timer));
            let step = self.steps.first().copied();
            let at = timer.map(|(key, _)| key.0).into_iter().chain(step.map(|(at, _)| at)).min();
            if at.is_some_and(|at| at > until_nanos) {
                return Ok(None);
            }
            match (timer, step) {
                (Some((key, timer)), step) if step.is_none_or(|(at, _)| key.0 <= at) => {
                    if self.out_of_time(key.0) {
                        continue;
                    }
                    self.now_nanos = key.0;
                    self.timers.remove(&key);
                    self.fire(timer);
                }
                (_, Some((at, core))) => {
                    if self.out_of_time(at) {
                        continue;
                    }
                    self.now_nanos = at;
                    self.steps.remove(&(at, core));
                    if let Some(run) = self.step(core) {
                        return Ok(Some(Next::Run(run)));
                    }
                }
                _ => {
                    let over = self.alive == 0 || self.processes.first().is_some_and(|p| p.exited.is_some());
                    self.ended = Some(if over {
                        // Orphans that wait for ever keep nobody else waiting.
                        Ended::Exited(self.status())
                    } else {
                        Ended::Deadlock(Box::new(self.deadlock()))
                    });
                }
            }
        }
    }

    /// Whether something other than the clock ends the run.
    fn over(&self) -> Option<Ended> {
        if let Some(why) = self.policy.get().mismatch() {
            return Some(Ended::ReplayMismatch(why.to_owned()));
        }
        let limit = self.settings.limits.events;
        self.log.events().is_some_and(|n| n >= limit as usize).then_some(Ended::Limit(LimitHit::Events { limit }))
    }

    fn out_of_time(&mut self, at_nanos: u64) -> bool {
        let limit_nanos = self.settings.limits.virtual_nanos;
        let out = at_nanos > limit_nanos;
        if out {
            self.now_nanos = limit_nanos.max(self.now_nanos);
            self.ended = Some(Ended::Limit(LimitHit::VirtualTime { limit_nanos }));
        }
        out
    }

    fn fire(&mut self, timer: Timer) {
        match timer {
            Timer::Wake(tid) => {
                self.thread_mut(tid).timer = None;
                self.arrived(tid);
                self.woken(tid);
            }
            Timer::TimeOut(tid) => {
                self.thread_mut(tid).timer = None;
                self.timed_out(tid);
            }
            Timer::GilRequest(pid) => self.gil_interval_over(pid),
            Timer::SliceEnd(core) => self.slice_over(core),
        }
    }

    /// The thread of `core` is the furthest behind: acts on what it reported, or hands it to the host.
    fn step(&mut self, core: u32) -> Option<Run> {
        let tid = self.core(core).thread?;
        match core::mem::replace(&mut self.core_mut(core).activity, Activity::Execute) {
            Activity::Execute => {}
            Activity::Native => {
                self.native_over(core, tid);
                return None;
            }
            Activity::Reported(report) => match self.act_and_pay(core, tid, *report) {
                Done::Continue { answer, nanos } => {
                    self.thread_mut(tid).answer = answer;
                    if nanos > 0 {
                        self.step_later(core, nanos);
                        return None;
                    }
                }
                Done::Left => return None,
            },
        }
        self.hand_out(core, tid)
    }

    /// Acts on a report; the thread also pays for the wake-ups in it.
    fn act_and_pay(&mut self, core: u32, tid: Tid, report: Report) -> Done {
        self.acting = Some(core);
        let done = self.act(core, tid, report);
        self.acting = None;
        let owed = core::mem::take(&mut self.owed_nanos);
        match done {
            Done::Continue { answer, nanos } => Done::Continue { answer, nanos: nanos + owed },
            Done::Left => {
                let at = self.now_nanos + owed;
                let on = self.core_mut(core);
                on.free_at = on.free_at.max(at);
                done
            }
        }
    }

    fn step_later(&mut self, core: u32, nanos: u64) {
        let at = self.core(core).step_at + nanos;
        self.core_mut(core).step_at = at;
        self.steps.insert((at, core));
    }

    /// A turn for the thread on `core`, unless the scheduler or the policy has something to say first.
    fn hand_out(&mut self, core: u32, tid: Tid) -> Option<Run> {
        if self.interrupted(core, tid) {
            return None;
        }
        let at_nanos = self.core(core).step_at;
        let budget = self.budget(core, tid, at_nanos);
        self.handed = Some(core);
        let thread = self.thread_mut(tid);
        let (process, local) = (thread.process, thread.local);
        let deliver = thread.answer.take();
        Some(Run { thread: tid, process, local, core, at_nanos, budget, deliver })
    }

    /// Whether the thread lost its core or must let go of the GIL first (it is then stepped again).
    fn interrupted(&mut self, core: u32, tid: Tid) -> bool {
        if core::mem::take(&mut self.core_mut(core).resched) && self.preempt_if_behind(core) {
            return true;
        }
        if self.policy.get().is_passive() {
            return false;
        }
        let mut candidates = vec![tid];
        let process = self.thread(tid).process;
        let with_gil = self.gil(process).is_some();
        if let Some(gil) = self.gil(process) {
            // While the thread is asked to let go there is nothing to choose, but the policy hears of the time.
            let waiters = gil.waiters.values().filter(|_| !gil.drop_request);
            candidates.extend(waiters.take(CANDIDATES - 1).map(|w| w.thread));
        } else {
            candidates.extend(self.run_queue.iter().take(CANDIDATES - 1).map(|&(_, _, t)| t));
        }
        let tracks: Vec<u32> = candidates.iter().map(|&t| self.thread(t).track.0).collect();
        let at_nanos = self.core(core).step_at;
        let question = Question { at_nanos, kind: QuestionKind::Preempt, candidates: &candidates, tracks: &tracks };
        let Some(chosen) = self.policy.get_mut().preempt(&question) else { return false };
        let chosen = if chosen < candidates.len() { chosen } else { 0 };
        self.log.decision(|| decision(&question, chosen));
        if chosen == 0 {
            return false;
        }
        if with_gil {
            if let Some(&waiter) = candidates.get(chosen) {
                self.gil_request(process, waiter);
            }
            return false;
        }
        self.preempt(core);
        true
    }

    fn budget(&mut self, core: u32, tid: Tid, at_nanos: u64) -> Budget {
        let mut end = at_nanos.saturating_add(MAX_TURN_NANOS);
        if let Some((&(at, _), _)) = self.timers.first_key_value() {
            end = end.min(at);
        }
        if !self.steps.is_empty() {
            let lookahead = self.lookahead(core, tid);
            for &(at, other) in &self.steps {
                if at >= end {
                    break;
                }
                // What a core in the middle of executing does next is not known; what the others do, to the nanosecond.
                let known = self.core(other).activity != Activity::Execute;
                end = end.min(if known { at } else { at.saturating_add(lookahead) });
            }
        }
        if let Some(at) = self.policy.get().next_preemption(at_nanos).filter(|&at| at > at_nanos) {
            end = end.min(at);
        }
        end = end.min(self.settings.limits.virtual_nanos.saturating_add(1));
        let stop_at_switch_point = self.gil(self.thread(tid).process).is_some_and(|gil| match self.settings.gil {
            GilModel::Cpython2 => gil.contenders > 0,
            _ => gil.drop_request && gil.holder == Some(tid),
        });
        Budget { nanos: end.saturating_sub(at_nanos).max(1), stop_at_switch_point }
    }

    fn lookahead(&mut self, core: u32, tid: Tid) -> u64 {
        let process = self.thread(tid).process;
        let shares = self.gil(process).is_none()
            && self.steps.iter().any(|&(_, other)| {
                other != core && self.core(other).thread.is_some_and(|t| self.thread(t).process == process)
            });
        if shares { 1 + self.rng.below(SHARED_LOOKAHEAD_NANOS) } else { APART_LOOKAHEAD_NANOS }
    }

    /// The host's report: the thread handed out used `used_nanos` of its time and is now at `range`.
    ///
    /// Errors: no thread was handed out.
    pub fn ran(&mut self, used_nanos: u64, stop: Stop, range: SourceRange) -> Result<After, KernelError> {
        let core = self.handed.take().ok_or(KernelError::NothingRunning)?;
        let Some(tid) = self.core(core).thread else { return Err(KernelError::NothingRunning) };
        self.thread_mut(tid).range = range;
        let at = self.core(core).step_at + used_nanos;
        self.core_mut(core).step_at = at;
        if stop == Stop::BudgetSpent {
            self.steps.insert((at, core));
            return Ok(After::Resched);
        }
        if !self.is_first(at, core) {
            self.core_mut(core).activity = Activity::Reported(Box::new(Report { stop, range }));
            self.steps.insert((at, core));
            return Ok(After::Resched);
        }
        if self.out_of_time(at) {
            self.steps.insert((at, core));
            return Ok(After::Resched);
        }
        self.now_nanos = at;
        let Done::Continue { answer, nanos } = self.act_and_pay(core, tid, Report { stop, range }) else {
            return Ok(After::Resched);
        };
        let at = at + nanos;
        self.core_mut(core).step_at = at;
        if self.ended.is_some() || !self.is_first(at, core) || self.over().is_some() {
            self.thread_mut(tid).answer = answer;
            self.steps.insert((at, core));
            return Ok(After::Resched);
        }
        self.now_nanos = at;
        self.thread_mut(tid).answer = answer;
        Ok(match self.hand_out(core, tid) {
            Some(run) => After::Continue { at_nanos: run.at_nanos, answer: run.deliver, budget: run.budget },
            None => After::Resched,
        })
    }

    /// Whether nothing else is due at or before this core's time.
    fn is_first(&self, at_nanos: u64, core: u32) -> bool {
        self.timers.first_key_value().is_none_or(|(key, _)| at_nanos < key.0)
            && self.steps.first().is_none_or(|&step| (at_nanos, core) < step)
    }

    /// Asks the policy, where there is a choice, and writes the decision down.
    pub(crate) fn decide(&mut self, kind: QuestionKind, candidates: &[Tid]) -> usize {
        if candidates.len() < 2 {
            return 0;
        }
        let tracks: Vec<u32> = candidates.iter().map(|&t| self.thread(t).track.0).collect();
        let question = Question { at_nanos: self.now_nanos, kind, candidates, tracks: &tracks };
        let chosen = self.policy.get_mut().choose(&question);
        let chosen = if chosen < candidates.len() { chosen } else { 0 };
        self.log.decision(|| decision(&question, chosen));
        chosen
    }

    // ---- tables: an index that the kernel made is valid, so these do not fail ----

    pub(crate) fn next_seq(&mut self) -> u64 {
        self.seq += 1;
        self.seq
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "invariant: a Tid is only made by add_thread, and threads are never removed"
    )]
    pub(crate) fn thread(&self, tid: Tid) -> &Thread {
        &self.threads[tid.0 as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "invariant: as for thread()")]
    pub(crate) fn thread_mut(&mut self, tid: Tid) -> &mut Thread {
        &mut self.threads[tid.0 as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "invariant: core numbers come from 0..settings.cores")]
    pub(crate) fn core(&self, core: u32) -> &Core {
        &self.cores[core as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "invariant: as for core()")]
    pub(crate) fn core_mut(&mut self, core: u32) -> &mut Core {
        &mut self.cores[core as usize]
    }

    pub(crate) fn gil(&self, process: Pid) -> Option<&Gil> {
        self.processes.get(process.0 as usize)?.gil.as_ref()
    }

    pub(crate) fn gil_mut(&mut self, process: Pid) -> Option<&mut Gil> {
        self.processes.get_mut(process.0 as usize)?.gil.as_mut()
    }

    // ---- timers and states ----

    pub(crate) fn arm(&mut self, tid: Tid, at_nanos: u64, timer: Timer) {
        self.disarm(tid);
        let key = (at_nanos, self.next_seq());
        self.timers.insert(key, timer);
        self.thread_mut(tid).timer = Some(key);
    }

    pub(crate) fn disarm(&mut self, tid: Tid) {
        if let Some(key) = self.thread_mut(tid).timer.take() {
            self.timers.remove(&key);
            self.arrived(tid);
        }
    }

    fn arrived(&mut self, tid: Tid) {
        self.coming -= u32::from(core::mem::take(&mut self.thread_mut(tid).coming));
    }

    /// Signals a waiting thread. Linux wakes it on the core it last ran on if that is idle, else on another idle one; either
    /// takes the wake-up latency. If none is idle, or the thread never left the queue of its core ([`Thread::stays`]), it waits
    /// in the run queue at once and later pays for a context switch; where it needs the GIL, which the waker has, it pushes
    /// the waker off, looks, and goes back to sleep: two context switches. Who has been pushed off once and came back is left
    /// alone (`RUN_TO_PARITY`). An idle core that somebody is on its way to is not idle any more for one whose own core is
    /// busy: it shares in that wake-up and waits for none of its own (with it a pool of very small tasks hardly falls into a
    /// convoy, as CPython's hardly does).
    pub(crate) fn signal(&mut self, tid: Tid, latency_nanos: u64, by: Option<(TrackId, Option<u32>)>) {
        let home_idle = self.thread(tid).last_core.is_some_and(|core| self.idle & (1 << core) != 0);
        let busy = !home_idle && self.idle.count_ones() <= self.coming || self.stays(tid);
        if let Some(core) = self.acting {
            let turn = self.core(core).turn;
            let looks = busy && self.gil_is_taken(tid) && self.core(core).pushed_in != turn;
            self.owed_nanos += match (looks, busy) {
                (true, _) => 2 * self.costs.context_switch,
                // The call alone: no core to be woken, nobody to change over to.
                (false, true) => self.costs.context_switch / 2,
                (false, false) => self.costs.wake_call,
            };
            if looks {
                self.core_mut(core).pushed_in = turn;
                self.gil_look(tid);
            }
        }
        let thread = self.thread_mut(tid);
        thread.woken_by = by;
        thread.woken_busy = busy;
        self.arm(tid, self.now_nanos + if busy { 0 } else { latency_nanos }, Timer::Wake(tid));
        if !busy {
            self.thread_mut(tid).coming = true;
            self.coming += 1;
        }
    }

    /// Writes a state event, naming who ended the wait before it.
    pub(crate) fn write_state(&mut self, tid: Tid, to: State) -> Option<u32> {
        let at = self.now_nanos;
        let thread = self.thread_mut(tid);
        let (track, range, woken_by) = (thread.track, thread.range, thread.woken_by.take());
        let spawned_by = thread.spawned_by.take();
        let by = woken_by.map(|(track, _)| track);
        let seq = self.log.event(at, track, EventKind::State { to, by }, range);
        if let Some((_, from)) = woken_by {
            self.log.link(LinkKind::Wake, from, seq);
        }
        self.log.link(LinkKind::Spawn, spawned_by, seq);
        self.mirror_state(tid, to, by);
        seq
    }

    // ---- the whole run ----

    /// The virtual clock: the time of the last thing that happened.
    #[must_use]
    pub fn now_nanos(&self) -> u64 {
        self.now_nanos
    }

    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    #[must_use]
    pub fn ended(&self) -> Option<&Ended> {
        self.ended.as_ref()
    }

    /// The trace so far; `None` in a snapshot, which writes none.
    #[must_use]
    pub fn trace(&self) -> Option<&Trace> {
        match &self.log {
            Log::Recording(builder) => Some(builder.trace()),
            Log::Muted { .. } => None,
        }
    }

    /// How many events the trace has, kept or only counted.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.log.events().unwrap_or(0)
    }

    /// The trace builder, for what the host adds itself (sources, notes).
    pub fn trace_builder_mut(&mut self) -> Option<&mut TraceBuilder> {
        match &mut self.log {
            Log::Recording(builder) => Some(builder),
            Log::Muted { .. } => None,
        }
    }

    /// A copy that behaves exactly as this one from here on, but writes no trace: small, and serialisable unless a host's
    /// own policy decides.
    #[must_use]
    pub fn snapshot(&mut self) -> Self {
        let muted = self.log.muted();
        let recording = core::mem::replace(&mut self.log, muted);
        let races = self.races.take();
        let reports = core::mem::take(&mut self.race_reports);
        let copy = self.clone();
        self.log = recording;
        self.races = races;
        self.race_reports = reports;
        copy
    }

    /// Looks for data races from here on; the host tells the accesses.
    pub fn look_for_races(&mut self) {
        if cfg!(feature = "whole") {
            self.races = Some(Box::default());
        }
    }

    /// The detector of data races, where one is at work.
    pub fn races_mut(&mut self) -> Option<&mut Races> {
        self.races.as_deref_mut()
    }

    /// Tells of a race on what the program calls `variable`: into the trace, at the later access's thread.
    pub fn report_race(&mut self, race: &Race, variable: &str) {
        let side = |made: &Made| {
            let how = if made.write { "writes" } else { "reads" };
            format!("{} {how} it at line {}", self.thread(made.thread).name, made.range.line)
        };
        let report = format!(
            "data race on {variable}: {} and {}; no lock, queue, event, start or join orders the two{}",
            side(&race.earlier),
            side(&race.later),
            self.what_may_be_lost(race)
        );
        let (at, track) = (self.now_nanos, self.thread(race.later.thread).track);
        let text = self.log.text(report.clone());
        self.log.event(at, track, EventKind::Note { text }, race.later.range);
        self.race_reports.push(report);
    }

    /// For `x += 1` in two threads: whether the settings can lose one of them, and why.
    fn what_may_be_lost(&self, race: &Race) -> &'static str {
        if race.earlier.range.line != race.later.range.line {
            return "";
        }
        match (self.settings.gil, self.settings.switch_points) {
            (GilModel::Off, _) => ". Without a GIL an update between reading and writing is lost",
            (GilModel::Cpython3 { .. }, SwitchPoints::CallsAndLoops) => {
                ". Here the GIL changes hands at calls, loop turns and waits alone (CPython 3.10 and later): a plain `x += 1` loses nothing, one with a call between reading and writing can"
            }
            _ => ". Here the GIL may change hands between reading and writing: an update made meanwhile is lost",
        }
    }

    /// The races found so far, in words.
    #[must_use]
    pub fn race_reports(&self) -> &[String] {
        &self.race_reports
    }

    /// Ends the run at a limit of the guest, in the guest's words. For a thread that was handed out and used `used_nanos`.
    pub fn guest_limit(&mut self, used_nanos: u64, message: String) {
        let at = self.handed.take().map_or(0, |core| self.core(core).step_at + used_nanos);
        self.now_nanos = self.now_nanos.max(at);
        self.ended = Some(Ended::Limit(LimitHit::Guest(message)));
    }

    /// Ends the trace. A run that has not ended counts as stopped, at `at_nanos` if that is later than its last event.
    /// `None` for a snapshot.
    #[must_use]
    pub fn finish(self, at_nanos: u64) -> Option<Trace> {
        let end_nanos = if self.ended.is_some() { self.now_nanos } else { at_nanos.max(self.now_nanos) };
        let outcome = match self.ended {
            None => Outcome::Stopped,
            Some(Ended::Exited(status)) => Outcome::Exited(status),
            Some(Ended::Deadlock(report)) => Outcome::Deadlock(report.to_string()),
            Some(Ended::Limit(limit)) => Outcome::Limit(limit.to_string()),
            Some(Ended::ReplayMismatch(why)) => Outcome::Limit(why),
        };
        match self.log {
            Log::Recording(builder) => Some(builder.finish(end_nanos, outcome)),
            Log::Muted { .. } => None,
        }
    }

    /// Ends a thread: everything of it but its lane.
    pub(crate) fn end_thread(&mut self, tid: Tid, how: Finish) -> Option<u32> {
        self.disarm(tid);
        self.cut_tasks(tid);
        let seq = self.write_state(tid, State::Finished { how });
        let thread = self.thread_mut(tid);
        thread.status = Status::Finished;
        thread.finished_seq = seq;
        let pid = thread.process;
        self.alive -= 1;
        if let Some(process) = self.processes.get_mut(pid.0 as usize) {
            process.alive -= 1;
            process.stacks = (process.stacks + 1).min(STACKS_KEPT);
            self.alive_processes -= u32::from(process.alive == 0);
        }
        seq
    }
}
