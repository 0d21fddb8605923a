//! What things cost: one table of named entries, each with its source.
//!
//! The kernel reads the entries about threads, locks and processes ([`KernelCosts`]); the host reads those about
//! instructions and built-ins by name ([`Profile::nanos`]). A profile is measured by `cargo xtask calibrate` or derived
//! from one by a stated rule, and embedded as a table of figures.

use serde::{Deserialize, Serialize};

use crate::error::ProfileError;

pub const DEFAULT: &str = "cpython-3.11";

/// A profile that is the default one, scaled to what a live run measured in a browser: `this-browser:` and a percentage for
/// each of the groups of [`group`], separated by commas.
const MEASURED: &str = "this-browser";
const GROUPS: usize = 6;
const PER_CENT: [u32; GROUPS] = [100; GROUPS];
/// A link may say anything; beyond that, times would leave the clock's range.
const MOST_PER_CENT: u32 = 1_000_000;

/// What an entry is scaled by: 0 the interpreter, 1 sleeps, 2 hand-overs between threads, 3 starts of threads, 4 of processes,
/// 5 messages.
fn group(entry: &str) -> usize {
    let starts = |word: &str| entry.starts_with(word);
    if starts("sleep_") {
        1
    } else if starts("gil_h") || starts("lock_h") || starts("lock_release_w") || starts("context_") {
        2
    } else if starts("thread_") {
        3
    } else if starts("process_") || starts("fork_") {
        4
    } else if starts("pipe_") || starts("socket_") {
        5
    } else {
        0
    }
}

/// Names of entries and their nanoseconds, sorted by name.
type Entries = &'static [(&'static str, f64)];

/// Name and entries of every bundled profile, the default first; made from `profiles/*.json` by `build.rs`.
const BUNDLED: &[(&str, Entries)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// A cost table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profile {
    pub name: &'static str,
    entries: Entries,
    per_cent: [u32; GROUPS],
}

impl Profile {
    /// Names of the bundled profiles, the default first.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUNDLED.iter().map(|(name, _)| *name)
    }

    /// Errors: no profile of that name.
    pub fn bundled(name: &str) -> Result<Self, ProfileError> {
        let (base, figures) = name.split_once(':').unwrap_or((name, ""));
        let mut per_cent = PER_CENT;
        let measured = base == MEASURED;
        if measured {
            let mut figures = figures.split(',');
            for slot in &mut per_cent {
                *slot = figures
                    .next()
                    .and_then(|figure| figure.parse().ok())
                    .filter(|&figure| figure <= MOST_PER_CENT)
                    .unwrap_or(0);
            }
        }
        let wanted = if measured { DEFAULT } else { name };
        let found = BUNDLED.iter().find(|(n, _)| *n == wanted && !per_cent.contains(&0));
        found
            .map(|&(name, entries)| Self { name: if measured { MEASURED } else { name }, entries, per_cent })
            .ok_or_else(|| ProfileError::Unknown(name.to_owned()))
    }

    /// The cost of `entry`, where the table has it.
    #[must_use]
    pub fn nanos(&self, entry: &str) -> Option<f64> {
        let found = self.entries.binary_search_by(|(name, _)| (*name).cmp(entry));
        let nanos = found.ok().and_then(|index| self.entries.get(index)).map(|&(_, nanos)| nanos)?;
        let per_cent = self.per_cent.get(group(entry)).copied().unwrap_or(100);
        // Exactly the table's own, where nothing is scaled.
        Some(if per_cent == 100 { nanos } else { nanos * f64::from(per_cent) / 100.0 })
    }

    fn whole_nanos(&self, entry: &str, fallback: u64) -> u64 {
        self.nanos(entry).map_or(fallback, |nanos| nanos.round() as u64)
    }
}

/// The kernel's own share of a profile, in whole nanoseconds.
///
/// The fall-backs are what `calibrate` gave for CPython 3.11 on the project's machine, to one digit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KernelCosts {
    /// From one thread to another on the same core, with the futex call that leads to it.
    pub context_switch: u64,
    /// What a thread pays for waking one on an idle core: the futex call and the interrupt sent there.
    pub wake_call: u64,
    /// What the system counts as a thread's own time when it comes out of a wait onto an idle core.
    pub wake_cpu: u64,
    /// From letting go of the GIL to the signalled waiter being on a core.
    pub gil_handover: u64,
    /// From any other signal (lock released, thread ended, event set) to the waiter being on a core.
    pub wake_up: u64,
    /// What the starting thread pays; how long a child takes to its first instruction, on an idle core beside the parent
    /// (`begin`) and of a core that it shares with it (`boot`); for how long an ended thread still keeps its core.
    pub thread_create: u64,
    pub thread_begin: u64,
    pub thread_boot: u64,
    pub thread_end: u64,
    /// What a thread takes besides whose stack is a new one: mapping it, and its first pages.
    pub thread_stack: u64,
    /// `time.sleep(0)`, and by how much other sleeps are late (Linux' timer slack of 50 µs and the wake-up).
    pub sleep_zero: u64,
    pub sleep_late: u64,
    /// One `write` of a line.
    pub write: u64,
    /// CPython 2: between letting go of the GIL and taking it again, a semaphore post and wait. Not measured: a fifth of
    /// an uncontended acquire and release in Python.
    pub gil2_gap: u64,
    /// What a fork takes of the parent, for each mebibyte of its heap besides, and how long the child is busy with what it
    /// inherited (page faults) before it runs Python. Its end is the guest's, and of one that was killed whoever asks for it.
    pub fork_call: u64,
    pub fork_mebibyte: u64,
    pub fork_boot: u64,
    pub fork_end: u64,
    /// What starting a fresh interpreter takes of the parent, and how long the new one is busy before it runs a program.
    pub spawn_call: u64,
    pub spawn_boot: u64,
    pub forkserver_call: u64,
    pub forkserver_boot: u64,
    /// What the run's first spawned process is later by where no core is idle: a resource tracker starts beside it, a fresh interpreter
    /// too. And the first one of a fork server, everywhere: it waits for the server. Nothing from then on.
    pub tracker_boot: u64,
    pub server_boot: u64,
    /// A read from or a write to a pipe that does not wait, and picoseconds for each byte.
    pub pipe_call: u64,
    /// The same of a pipe for both ways, which is a pair of sockets.
    pub socket_call: u64,
    pub pipe_byte_picos: u64,
    /// Bytes that a process has for itself when it has done nothing yet: private pages that were written to.
    pub memory_fork: u64,
    pub memory_spawn: u64,
    pub memory_forkserver: u64,
}

/// What the Python of `Process.start()` and `join()` takes here, measured in this simulator: not to be counted twice.
const PYTHON_OF_SPAWN: u64 = 334_000;

/// How much of the start of a fresh interpreter the parent waits for: an estimate, `posix_spawn` and a message to the server.
const SPAWN_CALL: u64 = 1_000_000;
const FORKSERVER_CALL: u64 = 300_000;

impl KernelCosts {
    pub fn of(profile: &Profile) -> Self {
        let wake_up = profile.whole_nanos("lock_handover", 17_000);
        let fork_call = profile.whole_nanos("fork_call", 376_000);
        Self {
            context_switch: profile.whole_nanos("context_switch", 2_000),
            wake_call: profile.whole_nanos("lock_release_wake", 2_000),
            wake_cpu: profile.whole_nanos("lock_wake_cpu", 9_000),
            gil_handover: profile.whole_nanos("gil_handover", 5_000),
            wake_up,
            thread_create: profile.whole_nanos("thread_create", 7_000),
            thread_begin: profile.whole_nanos("thread_begin", 8_000),
            thread_boot: profile.whole_nanos("thread_boot", 13_000),
            thread_end: profile.whole_nanos("thread_end", 7_000),
            thread_stack: profile.whole_nanos("thread_stack", 10_000),
            sleep_zero: profile.whole_nanos("sleep_call", 66_000),
            sleep_late: profile.whole_nanos("sleep_late", 86_000),
            write: profile.whole_nanos("write_syscall", 320),
            gil2_gap: (profile.whole_nanos("lock_acquire_release", 90) / 5).max(1),
            fork_call,
            fork_mebibyte: profile.whole_nanos("fork_mebibyte", 30_000),
            fork_boot: profile.whole_nanos("fork_boot", 770_000),
            fork_end: profile.whole_nanos("fork_end", 620_000),
            spawn_call: SPAWN_CALL,
            spawn_boot: profile.whole_nanos("process_spawn", 77_000_000).saturating_sub(SPAWN_CALL + PYTHON_OF_SPAWN),
            forkserver_call: FORKSERVER_CALL,
            forkserver_boot: profile
                .whole_nanos("process_forkserver", 23_000_000)
                .saturating_sub(FORKSERVER_CALL + PYTHON_OF_SPAWN),
            tracker_boot: profile.whole_nanos("process_tracker", 36_000_000),
            server_boot: profile.whole_nanos("process_server", 29_000_000),
            pipe_call: profile.whole_nanos("pipe_call", 700),
            socket_call: profile.whole_nanos("socket_call", 900),
            memory_fork: profile.whole_nanos("memory_fork", 1_500_000),
            memory_spawn: profile.whole_nanos("memory_spawn", 8_700_000),
            memory_forkserver: profile.whole_nanos("memory_forkserver", 3_750_000),
            pipe_byte_picos: (profile.nanos("pipe_byte").unwrap_or(0.15) * 1000.0).round() as u64,
        }
    }

    /// What copying so many bytes into or out of a pipe takes.
    pub fn pipe_copy(&self, bytes: usize) -> u64 {
        (bytes as u64).saturating_mul(self.pipe_byte_picos) / 1000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_profile_is_complete() -> Result<(), ProfileError> {
        let default = Profile::bundled(DEFAULT)?;
        for name in Profile::names() {
            let profile = Profile::bundled(name)?;
            let missing: Vec<_> = default.entries.iter().filter(|(entry, _)| profile.nanos(entry).is_none()).collect();
            assert!(missing.is_empty(), "{name} lacks {missing:?}");
            let costs = KernelCosts::of(&profile);
            assert!(costs.gil_handover > 0 && costs.wake_up > 0 && costs.thread_begin > 0, "{name}: {costs:?}");
        }
        Ok(())
    }

    #[test]
    fn an_unknown_profile_is_refused() {
        for name in [
            "cpython-9",
            "this-browser",
            "this-browser:1,2,3",
            "this-browser:1,2,3,4,5,x",
            "this-browser:0,1,1,1,1,1",
            "this-browser:1000001,1,1,1,1,1",
        ] {
            assert!(matches!(Profile::bundled(name), Err(ProfileError::Unknown(_))), "{name}");
        }
    }

    #[test]
    fn a_measured_profile_scales_each_group() -> Result<(), ProfileError> {
        let (base, own) = (Profile::bundled(DEFAULT)?, Profile::bundled("this-browser:350,100,200,50,10,1000")?);
        let scaled =
            |entry: &str| own.nanos(entry).zip(base.nanos(entry)).map(|(own, base)| (own / base * 100.0).round());
        assert_eq!(own.name, "this-browser");
        assert_eq!(scaled("sleep_late"), Some(100.0));
        assert_eq!(scaled("gil_handover"), Some(200.0));
        assert_eq!(scaled("thread_create"), Some(50.0));
        assert_eq!(scaled("process_spawn"), Some(10.0));
        assert_eq!(scaled("lock_acquire_release"), Some(350.0));
        Ok(())
    }
}
