//! Wasm threads for live runs: workers over one memory.
//!
//! The first places are a pool that wasm-bindgen-rayon makes before the run begins; a Python thread keeps its place until it
//! ends. Rayon would let a thread too many wait in a queue, where a program that waits for it would wait for ever: for such a
//! one the pool grows by a worker of its own, which the process's worker starts when it is poked, up to a limit.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

use interleave_live::{Executor, SpawnError};
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

/// Threads of a process at a time beyond the pool's places, at most.
const MAX_GROWTH: usize = 56;

type Job = Box<dyn FnOnce() + Send>;

#[wasm_bindgen]
extern "C" {
    /// Starts another worker over this memory, which calls `run_jobs`; see `www/engine/threads.js`.
    #[wasm_bindgen(js_namespace = self, js_name = interleaveMoreThreads, catch)]
    fn more_threads(module: JsValue, memory: JsValue) -> Result<(), JsValue>;
}

/// Places of the pool that are taken.
static BUSY: AtomicUsize = AtomicUsize::new(0);
/// Workers beyond the pool, started or about to be; those among them that wait for a job.
static GROWN: AtomicUsize = AtomicUsize::new(0);
static IDLE: AtomicUsize = AtomicUsize::new(0);
/// Workers to be started.
static WANTED: AtomicUsize = AtomicUsize::new(0);
static JOBS: Mutex<VecDeque<Job>> = Mutex::new(VecDeque::new());
static BELL: Condvar = Condvar::new();

/// The wasm threads of this process, whose worker has this name.
#[derive(Clone, Debug)]
pub struct Pool(pub String);

impl Executor for Pool {
    fn spawn(&self, _name: &str, run: Job) -> Result<(), SpawnError> {
        let places = rayon::current_num_threads();
        if BUSY.fetch_add(1, Ordering::AcqRel) < places {
            rayon::spawn(move || {
                run();
                BUSY.fetch_sub(1, Ordering::AcqRel);
            });
            return Ok(());
        }
        BUSY.fetch_sub(1, Ordering::AcqRel);
        let mut jobs = JOBS.lock().unwrap_or_else(PoisonError::into_inner);
        if IDLE.load(Ordering::Acquire) <= jobs.len() {
            if GROWN.load(Ordering::Acquire) >= MAX_GROWTH {
                let most = places + MAX_GROWTH;
                return Err(SpawnError(format!("{most} wasm threads are busy, and a process may have no more")));
            }
            GROWN.fetch_add(1, Ordering::AcqRel);
            WANTED.fetch_add(1, Ordering::AcqRel);
        }
        jobs.push_back(run);
        drop(jobs);
        BELL.notify_one();
        self.poke();
        Ok(())
    }

    /// Only where the one Python thread on the pool asks: while places are taken, no other thread is started there, so that none can be
    /// picked up by a worker that waits for its part of the work.
    fn take_idle(&self) -> bool {
        let places = rayon::current_num_threads();
        let here = rayon::current_thread_index().is_some() && places > 1;
        here && BUSY.compare_exchange(1, places, Ordering::AcqRel, Ordering::Acquire).is_ok()
    }

    fn give_back(&self) {
        BUSY.fetch_sub(rayon::current_num_threads() - 1, Ordering::AcqRel);
    }

    fn carrier_name(&self, n: u32) -> String {
        format!("wasm thread {n} of {}", self.0)
    }

    fn poke(&self) {
        // A wasm thread's messages go to the worker that made it, which is the process's; from there it is of no use.
        if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>()
            && scope.name() == THREAD_NAME
        {
            // Fails only for values that cannot be cloned.
            let _ = scope.post_message(&JsValue::NULL);
        }
    }
}

/// What the workers of wasm threads are called; see `www/engine/threads.js`.
const THREAD_NAME: &str = "wasm-thread";

/// On the process's worker: starts the workers that are wanted.
pub fn grow() {
    for _ in 0..WANTED.swap(0, Ordering::AcqRel) {
        // Without it the job waits for another worker to be free.
        let _ = more_threads(wasm_bindgen::module(), wasm_bindgen::memory());
    }
}

/// What a worker beyond the pool does for the rest of its life.
#[wasm_bindgen]
pub fn run_jobs() {
    loop {
        let mut jobs = JOBS.lock().unwrap_or_else(PoisonError::into_inner);
        let job = loop {
            match jobs.pop_front() {
                Some(job) => break job,
                None => {
                    IDLE.fetch_add(1, Ordering::AcqRel);
                    jobs = BELL.wait(jobs).unwrap_or_else(PoisonError::into_inner);
                    IDLE.fetch_sub(1, Ordering::AcqRel);
                }
            }
        };
        drop(jobs);
        job();
    }
}

/// A wasm thread has something for its process's worker.
#[wasm_bindgen]
pub fn poked() {
    crate::live_worker::look();
}
