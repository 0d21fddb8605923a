//! The browser's clock, the same for every worker of a run.
//!
//! `performance.now()` counts from a worker's own start; with `performance.timeOrigin` it is a time that workers share.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use interleave_live::Clock;
use wasm_bindgen::JsCast;
use web_sys::{Performance, WorkerGlobalScope};

const NANOS_PER_MILLI: f64 = 1e6;

thread_local! {
    static PERFORMANCE: Option<Performance> =
        js_sys::global().dyn_into::<WorkerGlobalScope>().ok().and_then(|scope| scope.performance());
}

/// Nanoseconds since a run began, on any worker.
#[derive(Clone, Debug)]
pub struct WorkerClock {
    start_millis: f64,
    /// It is this late at least, whatever the browser says.
    floor: Arc<AtomicU64>,
}

/// Milliseconds on the clock that all workers share.
pub(crate) fn shared_millis() -> f64 {
    PERFORMANCE.with(|performance| performance.as_ref().map_or(0.0, |p| p.time_origin() + p.now()))
}

impl WorkerClock {
    /// From a time of [`shared_millis`] on.
    #[must_use]
    pub fn since(start_millis: f64) -> Self {
        Self { start_millis, floor: Arc::default() }
    }
}

impl Clock for WorkerClock {
    fn now_nanos(&self) -> u64 {
        let nanos = ((shared_millis() - self.start_millis) * NANOS_PER_MILLI).max(0.0) as u64;
        nanos.max(self.floor.load(Ordering::Relaxed))
    }

    fn not_before(&self, nanos: u64) {
        self.floor.fetch_max(nanos, Ordering::Relaxed);
    }
}
