//! Every Python thread on a carrier of its own, contending for a real GIL over shared memory.
//!
//! The process lies behind one mutex and the machine behind another; the thread that holds the GIL locks the process for
//! the time of a slice, so that mutex is never waited for long. A thread that has to wait sleeps on its own condition
//! variable until the clock, or somebody who changed something for it, wakes it up.
//!
//! Keeps true: the order of locking is process, then machine; nobody holds the machine while bytecode runs.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use interleave_python::away::Pace;
use interleave_python::exit::{Answer, Budget, Exit, Syscall, ThreadId};
use interleave_python::process::Process;

use crate::clock::Clock;
use crate::coordinator::{Call, with_images};
use crate::guest;
use crate::image::Image;
use crate::machine::{Carrier, Ended, LiveMachine, LiveSettings, Reply, Stretch};

/// Between two looks at the drop request and the stop flag, in the guest's own count of time.
const SLICE_PICOS: u64 = 20_000_000;
/// A waiting thread looks about at least so often: a wake-up that got lost in a bug of ours delays, and does not hang.
const LONGEST_NAP: Duration = Duration::from_millis(500);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no place for another thread: {0}")]
pub struct SpawnError(pub String);

/// Where threads come from.
pub trait Executor: Send + Sync {
    /// Runs `run` on a thread of its own.
    ///
    /// # Errors
    /// No thread can be had.
    fn spawn(&self, name: &str, run: Box<dyn FnOnce() + Send>) -> Result<(), SpawnError>;

    /// What the reader is told that Python thread number `n` runs on.
    fn carrier_name(&self, n: u32) -> String;

    /// Takes the idle places of rayon's pool for a native of the calling thread; false: there are none to be had.
    fn take_idle(&self) -> bool {
        false
    }

    /// Back with them.
    fn give_back(&self) {}

    /// There is something to see for whoever looks after the run: a call for the coordinator, the end.
    fn poke(&self) {}
}

/// Threads of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct StdExecutor;

impl Executor for StdExecutor {
    fn spawn(&self, name: &str, run: Box<dyn FnOnce() + Send>) -> Result<(), SpawnError> {
        let builder = std::thread::Builder::new().name(name.to_owned());
        builder.spawn(run).map(drop).map_err(|error| SpawnError(error.to_string()))
    }

    fn carrier_name(&self, n: u32) -> String {
        format!("OS thread {n}")
    }

    /// No Python thread runs on rayon's pool here.
    fn take_idle(&self) -> bool {
        true
    }
}

struct Inner {
    machine: LiveMachine,
    bells: BTreeMap<u32, Arc<Condvar>>,
    /// Copies for the forks among the machine's calls, in their order.
    images: Vec<(ThreadId, Image)>,
}

impl Inner {
    /// Wakes the carriers of threads for which something changed.
    fn ring(&mut self) {
        for thread in self.machine.take_woken() {
            if let Some(bell) = self.bells.get(&thread.0) {
                bell.notify_one();
            }
        }
    }
}

struct Shared<C> {
    inner: Mutex<Inner>,
    process: Mutex<Process>,
    clock: C,
    executor: Arc<dyn Executor>,
    over: AtomicBool,
    /// Whoever looks after the run has been told that there are calls, and has not taken them yet.
    poked: AtomicBool,
    instructions: AtomicU64,
    /// Numbers the copies of forks, so that they draw other random numbers.
    forks: AtomicU64,
    /// Rung when the run is over.
    end: Condvar,
}

/// A run on threads.
pub struct LiveThreads<C>(Arc<Shared<C>>);

impl<C> std::fmt::Debug for LiveThreads<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LiveThreads").field("over", &self.0.over).finish_non_exhaustive()
    }
}

/// Starts the program's main thread; the others follow as the program starts them.
///
/// # Errors
/// No thread can be had at all.
pub fn run_on_threads<C: Clock + Send + Sync + 'static>(
    mut process: Process,
    program: &str,
    text: &str,
    settings: LiveSettings,
    clock: C,
    executor: Arc<dyn Executor>,
) -> Result<LiveThreads<C>, SpawnError> {
    let first = ThreadId(settings.first_thread);
    process.set_pace(Pace::LetsGo);
    let machine = LiveMachine::new(program, text, settings);
    let shared = Arc::new(Shared {
        inner: Mutex::new(Inner { machine, bells: BTreeMap::new(), images: Vec::new() }),
        process: Mutex::new(process),
        clock,
        executor,
        over: AtomicBool::new(false),
        poked: AtomicBool::new(false),
        instructions: AtomicU64::new(0),
        forks: AtomicU64::new(1),
        end: Condvar::new(),
    });
    shared.start(first)?;
    Ok(LiveThreads(shared))
}

impl<C: Clock + Send + Sync + 'static> LiveThreads<C> {
    /// Looks at the machine: its trace, its output, whether it has ended. Short, since threads wait meanwhile.
    pub fn look<T>(&self, see: impl FnOnce(&mut LiveMachine) -> T) -> T {
        see(&mut self.0.lock().machine)
    }

    /// Calls for the coordinator since the last time; with a fork comes the copy of the process.
    pub fn take_calls(&self) -> Vec<Call> {
        let mut inner = self.0.lock();
        self.0.poked.store(false, Ordering::Relaxed);
        let calls = inner.machine.take_calls();
        with_images(calls, &mut inner.images)
    }

    /// A signal arrived that the program has a function for, or Ctrl+C: the main thread learns of it.
    pub fn interrupt(&self) {
        self.0.guest().interrupt(ThreadId(0), "KeyboardInterrupt", "");
    }

    /// The coordinator's answer.
    pub fn answer(&self, thread: ThreadId, answer: Answer) {
        let mut inner = self.0.lock();
        inner.machine.answer(self.0.clock.now_nanos(), thread, answer);
        self.0.settle(&mut inner);
    }

    #[must_use]
    pub fn now_nanos(&self) -> u64 {
        self.0.clock.now_nanos()
    }

    /// See [`Clock::not_before`].
    pub fn not_before(&self, nanos: u64) {
        self.0.clock.not_before(nanos);
    }

    /// Executed so far, by all threads.
    #[must_use]
    pub fn instructions(&self) -> u64 {
        self.0.instructions.load(Ordering::Relaxed)
    }

    #[must_use]
    pub fn is_over(&self) -> bool {
        self.0.over.load(Ordering::Acquire)
    }

    /// Holds the program at its next switch point, or lets it go on.
    pub fn pause(&self, paused: bool) {
        let mut inner = self.0.lock();
        inner.machine.pause(paused);
        self.0.settle(&mut inner);
    }

    /// Ends the run; carriers leave within a slice.
    pub fn stop(&self) {
        let mut inner = self.0.lock();
        inner.machine.stop(self.0.clock.now_nanos(), Ended::Stopped);
        self.0.settle(&mut inner);
    }

    /// Sleeps until the run is over. Not for a thread that must stay free, as a page's is.
    pub fn wait(&self) {
        let mut inner = self.0.lock();
        while inner.machine.ended().is_none() {
            inner = self.0.end.wait_timeout(inner, LONGEST_NAP).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl<C: Clock + Send + Sync + 'static> Shared<C> {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A carrier for a thread that the machine knows already.
    fn start(self: &Arc<Self>, thread: ThreadId) -> Result<(), SpawnError> {
        let bell = Arc::new(Condvar::new());
        let carrier = {
            let mut inner = self.lock();
            inner.bells.insert(thread.0, Arc::clone(&bell));
            inner.machine.add_carrier(self.clock.now_nanos(), &self.executor.carrier_name(thread.0 + 1))
        };
        let shared = Arc::clone(self);
        let run = Box::new(move || shared.carry(thread, carrier, &bell));
        self.executor.spawn(&format!("python-{}", thread.0), run)
    }

    /// What one thread does from its start to its end.
    fn carry(self: &Arc<Self>, thread: ThreadId, carrier: Carrier, bell: &Condvar) {
        while let Some(answer) = self.wait_for_turn(thread, carrier, bell) {
            if let Some(answer) = answer {
                self.guest().answer(thread, answer);
            }
            self.execute(thread);
        }
        self.lock().bells.remove(&thread.0);
    }

    fn guest(&self) -> MutexGuard<'_, Process> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sleeps until the thread is ready and has the GIL. `None`: it is over, or the run is.
    fn wait_for_turn(&self, thread: ThreadId, carrier: Carrier, bell: &Condvar) -> Option<Option<Answer>> {
        let mut inner = self.lock();
        loop {
            let now = self.clock.now_nanos();
            inner.machine.poll_one(now, thread);
            let taken = inner.machine.take_gil(now, thread, carrier);
            if taken.is_none() && inner.machine.next_deadline().is_none() && !inner.machine.asks() {
                inner.machine.check_deadlock(now);
            }
            self.settle(&mut inner);
            if inner.machine.ended().is_some() || inner.machine.is_over(thread) {
                return None;
            }
            if taken.is_some() {
                return taken;
            }
            let nap = match inner.machine.next_look(thread) {
                Some(at) => Duration::from_nanos(at.saturating_sub(now).max(1_000)).min(LONGEST_NAP),
                None => LONGEST_NAP,
            };
            inner = bell.wait_timeout(inner, nap).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Executes bytecode until the thread has to leave its carrier.
    fn execute(self: &Arc<Self>, thread: ThreadId) {
        let drop_request = self.lock().machine.drop_request();
        while !self.over.load(Ordering::Acquire) {
            let mut guest = self.guest();
            let switch_point = drop_request.load(Ordering::Relaxed);
            let begun = self.clock.now_nanos();
            let ran = guest.run(thread, Budget { picos: SLICE_PICOS, switch_point });
            self.instructions.fetch_add(ran.instructions, Ordering::Relaxed);
            if ran.exit == Exit::BudgetSpent && !guest.has_task_facts() && !guest.has_used_files() {
                continue;
            }
            let mut inner = self.lock();
            let now = self.clock.now_nanos();
            let facts = guest::facts(&mut guest, inner.machine.source());
            inner.machine.observe(thread, Stretch { begun, ended: now, picos: ran.picos }, facts);
            let place = guest::place(&guest, thread, inner.machine.source());
            guest::changes(&mut guest, &mut inner.machine, thread, &ran.exit);
            let stays = match ran.exit {
                Exit::BudgetSpent => true,
                Exit::SwitchPoint => {
                    inner.machine.set_place(thread, place);
                    !inner.machine.switch(now, thread)
                }
                Exit::Finished => {
                    inner.machine.thread_finished(now, thread);
                    false
                }
                Exit::Limit(message) => {
                    inner.machine.guest_limit(now, message);
                    false
                }
                Exit::Syscall(call) => {
                    let starts = match &call {
                        Syscall::ThreadStart { thread, .. } => Some(*thread),
                        _ => None,
                    };
                    let reply = inner.machine.call(now, thread, call, place);
                    match reply {
                        Reply::Answer(answer) => {
                            let started = starts.filter(|_| matches!(answer, Answer::Int(_)));
                            guest.answer(thread, answer);
                            drop(guest);
                            self.settle(&mut inner);
                            drop(inner);
                            if let Some(child) = started
                                && let Err(error) = self.start(child)
                            {
                                self.fail(error.to_string());
                            }
                            continue;
                        }
                        Reply::Compute { nanos } => {
                            let away = guest.take_away();
                            drop(guest);
                            self.settle(&mut inner);
                            drop(inner);
                            let answer = match away {
                                Some(away) => {
                                    let together = self.executor.take_idle();
                                    let answer = away.run(together);
                                    if together {
                                        self.executor.give_back();
                                    }
                                    answer
                                }
                                None => self.burn(nanos),
                            };
                            let mut inner = self.lock();
                            inner.machine.native_over(self.clock.now_nanos(), thread, answer);
                            self.settle(&mut inner);
                            return;
                        }
                        Reply::Fork(call) => {
                            let number = self.forks.fetch_add(1, Ordering::Relaxed);
                            let mut image = guest.fork_thread(thread, number);
                            image.answer(thread, Answer::Int(0));
                            let objects = inner.machine.inherited(thread);
                            inner.images.push((thread, Image { process: image, objects }));
                            inner.machine.ask_fork(now, thread, call);
                            false
                        }
                        Reply::Wait | Reply::Over => false,
                    }
                }
            };
            self.settle(&mut inner);
            if !stays {
                return;
            }
        }
    }

    /// Keeps the processor busy: stands for a C extension that has let go of the GIL.
    fn burn(&self, nanos: u64) -> Answer {
        let begun = self.clock.now_nanos();
        while self.clock.now_nanos().saturating_sub(begun) < nanos && !self.over.load(Ordering::Acquire) {
            for _ in 0..1_000 {
                std::hint::spin_loop();
            }
        }
        Answer::None
    }

    fn fail(&self, message: String) {
        let mut inner = self.lock();
        inner.machine.guest_limit(self.clock.now_nanos(), message);
        self.settle(&mut inner);
    }

    /// After every change: wakes whom it concerns.
    fn settle(&self, inner: &mut Inner) {
        inner.ring();
        if inner.machine.has_calls() && !self.poked.swap(true, Ordering::Relaxed) {
            self.executor.poke();
        }
        if inner.machine.ended().is_some() && !self.over.swap(true, Ordering::AcqRel) {
            for bell in inner.bells.values() {
                bell.notify_one();
            }
            self.end.notify_all();
            self.executor.poke();
        }
    }
}
