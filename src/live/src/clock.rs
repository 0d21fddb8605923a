//! What time it is.

/// Nanoseconds since the run began; never runs back.
pub trait Clock {
    fn now_nanos(&self) -> u64;

    /// Another process has said what it did before `nanos`: from now on it is later here. Clocks of browsers go in steps of up to a
    /// millisecond, and what follows from something has to come after it.
    fn not_before(&self, _nanos: u64) {}
}

/// The operating system's monotonic clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    start: std::time::Instant,
}

impl SystemClock {
    #[must_use]
    pub fn start() -> Self {
        Self { start: std::time::Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now_nanos(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }
}
