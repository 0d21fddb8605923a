//! What the user chooses: with the program and the schedule, this determines a run completely.

use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::SettingsError;

const MILLISECOND: u64 = 1_000_000;

/// CPython's default (`DEFAULT_INTERVAL` in `Python/ceval_gil.c`: 5,000 µs).
pub const SWITCH_INTERVAL_NANOS: u64 = 5 * MILLISECOND;

/// Which global interpreter lock the simulated interpreters have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GilModel {
    /// Since 3.2: drop request after `interval_nanos` without a switch, forced switch.
    Cpython3 { interval_nanos: u64 },
    /// CPython 2: let go and taken again every 100 ticks, without waiting for anybody.
    Cpython2,
    /// Free-threaded: none.
    Off,
}

impl Default for GilModel {
    fn default() -> Self {
        Self::Cpython3 { interval_nanos: SWITCH_INTERVAL_NANOS }
    }
}

impl FromStr for GilModel {
    type Err = SettingsError;

    /// `3`, `2`, `off`, or an interval with its unit (`15ms`, `500us`).
    fn from_str(word: &str) -> Result<Self, SettingsError> {
        match word {
            "3" | "on" => Ok(Self::default()),
            "2" => Ok(Self::Cpython2),
            "off" => Ok(Self::Off),
            _ => {
                let (digits, unit_nanos) = if let Some(digits) = word.strip_suffix("ms") {
                    (digits, MILLISECOND)
                } else if let Some(digits) = word.strip_suffix("us") {
                    (digits, 1_000)
                } else {
                    return Err(SettingsError::Gil(word.to_owned()));
                };
                let count: u64 = digits.parse().map_err(|_| SettingsError::Gil(word.to_owned()))?;
                let interval_nanos = count.saturating_mul(unit_nanos);
                check_interval(interval_nanos)?;
                Ok(Self::Cpython3 { interval_nanos })
            }
        }
    }
}

fn check_interval(interval_nanos: u64) -> Result<(), SettingsError> {
    if (1_000..=10_000 * MILLISECOND).contains(&interval_nanos) {
        Ok(())
    } else {
        Err(SettingsError::Interval(interval_nanos))
    }
}

/// Where the interpreter looks at the drop request. The kernel only passes this on: the host knows its instructions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SwitchPoints {
    /// CPython 3.10 and later: calls, back edges and blocking calls (`CHECK_EVAL_BREAKER` in `Python/ceval.c`).
    #[default]
    CallsAndLoops,
    /// Before 3.10 (nearly), and for teaching.
    EveryInstruction,
    /// CPython 2: every 100 instructions (`_Py_CheckInterval`).
    #[serde(rename = "every-100")]
    Every100,
    /// Once a line, for teaching.
    Lines,
}

impl FromStr for SwitchPoints {
    type Err = SettingsError;

    fn from_str(word: &str) -> Result<Self, SettingsError> {
        match word {
            "calls-and-loops" | "calls" => Ok(Self::CallsAndLoops),
            "every-instruction" | "every" => Ok(Self::EveryInstruction),
            "every-100" => Ok(Self::Every100),
            "lines" => Ok(Self::Lines),
            _ => Err(SettingsError::SwitchPoints(word.to_owned())),
        }
    }
}

/// How a process starts another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartMethod {
    /// Linux' default until Python 3.13.
    #[default]
    Fork,
    Spawn,
    Forkserver,
}

impl FromStr for StartMethod {
    type Err = SettingsError;

    fn from_str(word: &str) -> Result<Self, SettingsError> {
        match word {
            "fork" => Ok(Self::Fork),
            "spawn" => Ok(Self::Spawn),
            "forkserver" => Ok(Self::Forkserver),
            _ => Err(SettingsError::StartMethod(word.to_owned())),
        }
    }
}

/// In which order runnable threads get a core.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OsOrder {
    /// Who has run least, as Linux' CFS.
    #[default]
    Fair,
    /// In turn, each for one time slice (`SCHED_RR`).
    RoundRobin,
    /// Who came first, until it waits for something (`SCHED_FIFO`).
    Fifo,
}

impl FromStr for OsOrder {
    type Err = SettingsError;

    fn from_str(word: &str) -> Result<Self, SettingsError> {
        match word {
            "cfs" => Ok(Self::Fair),
            "rr" => Ok(Self::RoundRobin),
            "fifo" => Ok(Self::Fifo),
            _ => Err(SettingsError::OsOrder(word.to_owned())),
        }
    }
}

/// The scheduler's figures for `cores` cores. Zero means: what Linux computes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OsScheduler {
    pub order: OsOrder,
    /// A thread keeps its core at least this long while others wait.
    pub time_slice_nanos: u64,
    /// Every runnable thread runs once in this time, where the slice allows it.
    pub latency_nanos: u64,
    /// How far behind a woken thread must be to push a running one off its core.
    pub wakeup_granularity_nanos: u64,
}

impl OsScheduler {
    /// Linux scales its base figures by `1 + ilog2(cores)`, cores counted up to 8 (`get_update_sysctl_factor` in
    /// `kernel/sched/fair.c`); the base figures are `sysctl_sched_min_granularity` 0.75 ms, `sysctl_sched_latency` 6 ms
    /// and `sysctl_sched_wakeup_granularity` 1 ms (Linux 5.x; 6.6's `base_slice` is 0.75 ms as well).
    #[must_use]
    pub fn resolved(self, cores: u32) -> Self {
        let factor = u64::from(1 + cores.clamp(1, 8).ilog2());
        let or = |value: u64, base: u64| if value == 0 { base * factor } else { value };
        let time_slice_nanos = match self.order {
            // `RR_TIMESLICE` in `include/linux/sched/rt.h`
            OsOrder::RoundRobin if self.time_slice_nanos == 0 => 100 * MILLISECOND,
            _ => or(self.time_slice_nanos, 750_000),
        };
        Self {
            order: self.order,
            time_slice_nanos,
            latency_nanos: or(self.latency_nanos, 6 * MILLISECOND),
            wakeup_granularity_nanos: or(self.wakeup_granularity_nanos, MILLISECOND),
        }
    }
}

/// Which [`Policy`](crate::Policy) decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyChoice {
    /// What Linux and CPython would do.
    #[default]
    Default,
    /// Every legal choice equally likely, from the seed; a running thread is interrupted about every
    /// `mean_quantum_nanos`.
    Random {
        #[serde(default = "mean_quantum_nanos")]
        mean_quantum_nanos: u64,
    },
    /// Random priorities with `depth - 1` changes, spread over `horizon_nanos`.
    Pct {
        depth: u32,
        #[serde(default = "horizon_nanos")]
        horizon_nanos: u64,
    },
    /// The decisions of an earlier run.
    Replay { schedule: Vec<interleave_trace::Decision> },
}

/// Long enough to get somewhere, short enough that a millisecond of Python is cut several times.
const fn mean_quantum_nanos() -> u64 {
    100_000
}

const fn horizon_nanos() -> u64 {
    100 * MILLISECOND
}

impl FromStr for PolicyChoice {
    type Err = SettingsError;

    fn from_str(word: &str) -> Result<Self, SettingsError> {
        match word {
            "default" => Ok(Self::Default),
            "random" => Ok(Self::Random { mean_quantum_nanos: mean_quantum_nanos() }),
            "pct" => Ok(Self::Pct { depth: 3, horizon_nanos: horizon_nanos() }),
            _ => Err(SettingsError::Policy(word.to_owned())),
        }
    }
}

/// Where a run is cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    pub virtual_nanos: u64,
    /// Threads alive at once; one more is refused, as by the operating system.
    pub threads: u32,
    /// Processes alive at once; one more is refused, too.
    pub processes: u32,
    /// Rows of the trace.
    pub events: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { virtual_nanos: 3_600_000 * MILLISECOND, threads: 20_000, processes: 2_000, events: 20_000_000 }
    }
}

/// Everything the kernel is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub cores: u32,
    pub gil: GilModel,
    pub switch_points: SwitchPoints,
    pub os: OsScheduler,
    pub start_method: StartMethod,
    /// Name of a bundled cost profile.
    pub profile: String,
    pub policy: PolicyChoice,
    pub seed: u64,
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            cores: 4,
            gil: GilModel::default(),
            switch_points: SwitchPoints::default(),
            os: OsScheduler::default(),
            start_method: StartMethod::default(),
            profile: crate::profile::DEFAULT.to_owned(),
            policy: PolicyChoice::default(),
            seed: 0,
            limits: Limits::default(),
        }
    }
}

impl Settings {
    /// Errors: a number outside its range.
    pub fn check(&self) -> Result<(), SettingsError> {
        if !(1..=64).contains(&self.cores) {
            return Err(SettingsError::Cores(self.cores));
        }
        if let GilModel::Cpython3 { interval_nanos } = self.gil {
            check_interval(interval_nanos)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_command_line() {
        assert_eq!("3".parse(), Ok(GilModel::Cpython3 { interval_nanos: 5_000_000 }));
        assert_eq!("15ms".parse(), Ok(GilModel::Cpython3 { interval_nanos: 15_000_000 }));
        assert_eq!("250us".parse(), Ok(GilModel::Cpython3 { interval_nanos: 250_000 }));
        assert_eq!("2".parse(), Ok(GilModel::Cpython2));
        assert_eq!("off".parse(), Ok(GilModel::Off));
        for bad in ["", "ms", "-5ms", "0ms", "11000ms", "99999999999999999999ms", "5s"] {
            assert!(bad.parse::<GilModel>().is_err(), "{bad}");
        }
        assert_eq!("lines".parse(), Ok(SwitchPoints::Lines));
        assert!("line".parse::<SwitchPoints>().is_err());
    }

    #[test]
    fn linux_scales_with_the_cores() {
        assert_eq!(OsScheduler::default().resolved(1).time_slice_nanos, 750_000);
        assert_eq!(OsScheduler::default().resolved(8).time_slice_nanos, 3_000_000);
        assert_eq!(OsScheduler::default().resolved(64).latency_nanos, 24_000_000);
        let fixed = OsScheduler { time_slice_nanos: 42, ..OsScheduler::default() };
        assert_eq!(fixed.resolved(8).time_slice_nanos, 42);
    }

    #[test]
    fn absent_fields_are_defaults() {
        let settings: Settings = serde_json::from_str(r#"{"cores": 2, "policy": {"random": {}}}"#).unwrap_or_default();
        assert_eq!(settings.cores, 2);
        assert_eq!(settings.policy, PolicyChoice::Random { mean_quantum_nanos: 100_000 });
        assert_eq!(settings.gil, GilModel::default());
    }
}
