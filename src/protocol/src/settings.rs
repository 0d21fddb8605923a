//! The settings of a run: with the program and the schedule they determine it completely.
//!
//! The words are those of the command line (`--gil 15ms`), so that a setting reads the same in a link, in the page and
//! in a terminal. A default is left out of the JSON: most links carry only the program.

use serde::{Deserialize, Serialize};

/// The smallest and largest number of simulated cores.
pub const CORES: core::ops::RangeInclusive<u32> = 1..=64;
/// Bounds of a switch interval: one microsecond to ten seconds.
pub const SWITCH_INTERVAL_NANOS: core::ops::RangeInclusive<u64> = 1_000..=10_000_000_000;

/// Which global interpreter lock the simulated CPython has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gil {
    /// Since 3.2: a waiter asks after the switch interval, 5 ms unless set.
    #[default]
    #[serde(rename = "3")]
    Cpython3,
    /// The same with the 15 ms that many articles quote.
    #[serde(rename = "15ms")]
    Cpython3At15Ms,
    /// CPython 2: offered every 100 ticks.
    #[serde(rename = "2")]
    Cpython2,
    /// Free-threaded builds: none.
    #[serde(rename = "off")]
    Off,
}

impl Gil {
    pub const ALL: [Self; 4] = [Self::Cpython3, Self::Cpython3At15Ms, Self::Cpython2, Self::Off];

    /// The word used on the command line and in links.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cpython3 => "3",
            Self::Cpython3At15Ms => "15ms",
            Self::Cpython2 => "2",
            Self::Off => "off",
        }
    }

    /// The switch interval that applies when none is set; `None` where the model has no interval.
    #[must_use]
    pub const fn default_interval_nanos(self) -> Option<u64> {
        match self {
            Self::Cpython3 => Some(5_000_000),
            Self::Cpython3At15Ms => Some(15_000_000),
            Self::Cpython2 | Self::Off => None,
        }
    }
}

/// Where the interpreter may give up the GIL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SwitchPoints {
    /// What the chosen GIL does: calls and back edges for CPython 3, every 100 instructions for CPython 2.
    #[default]
    Auto,
    /// Calls, back edges, blocking calls: CPython 3.10 and later.
    Calls,
    /// Every instruction: before 3.10, and for teaching.
    Every,
    /// Once a line, for teaching.
    Lines,
}

impl SwitchPoints {
    pub const ALL: [Self; 4] = [Self::Auto, Self::Calls, Self::Every, Self::Lines];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Calls => "calls",
            Self::Every => "every",
            Self::Lines => "lines",
        }
    }
}

/// Who gets a core.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Os {
    /// Who has run least, as on Linux.
    #[default]
    Cfs,
    /// In turn, each for a time slice.
    Rr,
    /// Who came first, until it waits.
    Fifo,
}

impl Os {
    pub const ALL: [Self; 3] = [Self::Cfs, Self::Rr, Self::Fifo];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cfs => "cfs",
            Self::Rr => "rr",
            Self::Fifo => "fifo",
        }
    }
}

/// What decides when more than one choice is legal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// What Linux and CPython would do.
    #[default]
    Default,
    /// Every legal choice equally likely, from the seed.
    Random,
}

impl Policy {
    pub const ALL: [Self; 2] = [Self::Default, Self::Random];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Random => "random",
        }
    }
}

/// Which cost table gives virtual time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Profile {
    /// Measured on CPython 3.11.
    #[default]
    #[serde(rename = "cpython-3.11")]
    Cpython311,
    /// Slow round numbers, for reading along.
    #[serde(rename = "classroom")]
    Classroom,
    /// The first, scaled to what was measured live: see [`Settings::browser`].
    #[serde(rename = "this-browser")]
    ThisBrowser,
}

impl Profile {
    pub const ALL: [Self; 3] = [Self::Cpython311, Self::Classroom, Self::ThisBrowser];
    /// Those that need no measurement.
    pub const FIXED: [Self; 2] = [Self::Cpython311, Self::Classroom];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cpython311 => "cpython-3.11",
            Self::Classroom => "classroom",
            Self::ThisBrowser => "this-browser",
        }
    }
}

/// How `multiprocessing` starts processes unless the program says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartMethod {
    /// Linux' default until Python 3.13.
    #[default]
    Fork,
    Spawn,
    Forkserver,
}

impl StartMethod {
    pub const ALL: [Self; 3] = [Self::Fork, Self::Spawn, Self::Forkserver];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fork => "fork",
            Self::Spawn => "spawn",
            Self::Forkserver => "forkserver",
        }
    }
}

/// The event loops that `asyncio` makes where the program says nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventLoop {
    #[default]
    Plain,
    /// Tasks begin at once, in `create_task` (Python 3.12).
    Eager,
    /// With uvloop's costs.
    Uvloop,
}

impl EventLoop {
    pub const ALL: [Self; 3] = [Self::Plain, Self::Eager, Self::Uvloop];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Eager => "eager",
            Self::Uvloop => "uvloop",
        }
    }
}

/// What the user chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    #[serde(skip_serializing_if = "is_default_cores")]
    pub cores: u32,
    #[serde(skip_serializing_if = "is_default")]
    pub gil: Gil,
    /// `None`: the preset's own.
    #[serde(rename = "interval", skip_serializing_if = "is_default")]
    pub switch_interval_nanos: Option<u64>,
    #[serde(rename = "points", skip_serializing_if = "is_default")]
    pub switch_points: SwitchPoints,
    #[serde(skip_serializing_if = "is_default")]
    pub policy: Policy,
    #[serde(skip_serializing_if = "is_default")]
    pub seed: u64,
    #[serde(skip_serializing_if = "is_default")]
    pub profile: Profile,
    /// What a calibration measured live, for [`Profile::ThisBrowser`]: percentages of the first profile's figures, separated by
    /// commas, as the kernel reads them.
    #[serde(skip_serializing_if = "is_default")]
    pub browser: String,
    #[serde(skip_serializing_if = "is_default")]
    pub start_method: StartMethod,
    /// MiB of the longest message between processes, as 2048 in Pythons before 3.8; 0: none.
    #[serde(skip_serializing_if = "is_default")]
    pub frame_limit: u32,
    #[serde(rename = "loop", skip_serializing_if = "is_default")]
    pub event_loop: EventLoop,
    #[serde(skip_serializing_if = "is_default")]
    pub os: Os,
    /// Look for data races.
    #[serde(skip_serializing_if = "is_default")]
    pub races: bool,
    /// What the program reads from standard input.
    #[serde(skip_serializing_if = "is_default")]
    pub stdin: String,
}

const DEFAULT_CORES: u32 = 2;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_default_cores(cores: &u32) -> bool {
    *cores == DEFAULT_CORES
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            cores: DEFAULT_CORES,
            gil: Gil::default(),
            switch_interval_nanos: None,
            switch_points: SwitchPoints::default(),
            policy: Policy::default(),
            seed: 0,
            profile: Profile::default(),
            browser: String::new(),
            start_method: StartMethod::default(),
            frame_limit: 0,
            event_loop: EventLoop::default(),
            os: Os::default(),
            races: false,
            stdin: String::new(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    #[error("{0} cores were asked for; there can be 1 to 64")]
    Cores(u32),
    #[error("a switch interval of {0} ns was asked for; it can be 1 µs to 10 s")]
    SwitchInterval(u64),
}

impl Settings {
    /// Settings from a link or a file are checked once, where they come in.
    ///
    /// # Errors
    /// Names the first setting that is out of range.
    pub fn check(&self) -> Result<(), SettingsError> {
        if !CORES.contains(&self.cores) {
            return Err(SettingsError::Cores(self.cores));
        }
        match self.switch_interval_nanos {
            Some(nanos) if !SWITCH_INTERVAL_NANOS.contains(&nanos) => Err(SettingsError::SwitchInterval(nanos)),
            _ => Ok(()),
        }
    }

    /// The switch interval in force; `None` where the model has none.
    #[must_use]
    pub fn interval_nanos(&self) -> Option<u64> {
        self.gil.default_interval_nanos().map(|preset| self.switch_interval_nanos.unwrap_or(preset))
    }
}

/// How far a run may go. The page's defaults keep a browser tab comfortable; the command line has its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    pub instructions: u64,
    pub virtual_nanos: u64,
    pub heap_bytes: u64,
    pub output_bytes: u64,
    /// Events in the trace.
    pub events: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            instructions: 2_000_000_000,
            virtual_nanos: 3_600_000_000_000,
            heap_bytes: 256 << 20,
            output_bytes: 4 << 20,
            events: 2_000_000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_take_no_room_in_a_link() {
        assert_eq!(serde_json::to_string(&Settings::default()).unwrap_or_default(), "{}");
    }

    #[test]
    fn the_words_of_the_command_line_are_the_words_of_the_json() {
        fn word<T: Serialize>(value: T) -> String {
            serde_json::to_string(&value).unwrap_or_default()
        }
        for gil in Gil::ALL {
            assert_eq!(word(gil), format!("\"{}\"", gil.word()));
        }
        for points in SwitchPoints::ALL {
            assert_eq!(word(points), format!("\"{}\"", points.word()));
        }
        for policy in Policy::ALL {
            assert_eq!(word(policy), format!("\"{}\"", policy.word()));
        }
        for os in Os::ALL {
            assert_eq!(word(os), format!("\"{}\"", os.word()));
        }
        for method in StartMethod::ALL {
            assert_eq!(word(method), format!("\"{}\"", method.word()));
        }
        for profile in Profile::ALL {
            assert_eq!(word(profile), format!("\"{}\"", profile.word()));
        }
    }

    #[test]
    fn settings_out_of_range_are_refused_by_name() {
        let with_cores = |cores| Settings { cores, ..Settings::default() };
        assert_eq!(with_cores(0).check(), Err(SettingsError::Cores(0)));
        assert_eq!(with_cores(65).check(), Err(SettingsError::Cores(65)));
        assert_eq!(with_cores(64).check(), Ok(()));
        let eager = Settings { switch_interval_nanos: Some(0), ..Settings::default() };
        assert_eq!(eager.check(), Err(SettingsError::SwitchInterval(0)));
    }
}
