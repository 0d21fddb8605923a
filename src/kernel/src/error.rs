//! What can go wrong, as values.

use thiserror::Error;

/// Settings that make no sense.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SettingsError {
    #[error("cores: {0} is not between 1 and 64")]
    Cores(u32),
    #[error("unknown GIL model '{0}': use 3, 15ms, 2, off, or an interval such as 2ms")]
    Gil(String),
    #[error("unknown switch points '{0}': use calls-and-loops, every-instruction, every-100 or lines")]
    SwitchPoints(String),
    #[error("unknown order of the OS scheduler '{0}': use cfs, rr or fifo")]
    OsOrder(String),
    #[error("unknown policy '{0}': use default, random or pct")]
    Policy(String),
    #[error("unknown start method '{0}': use fork, spawn or forkserver")]
    StartMethod(String),
    #[error("switch interval {0} ns is not between 1 microsecond and 10 seconds")]
    Interval(u64),
}

/// A cost profile that cannot be used.
#[derive(Debug, Error)]
pub enum ProfileError {
    #[error("unknown cost profile '{0}'")]
    Unknown(String),
}

/// The kernel cannot start, or was used against its contract.
#[derive(Debug, Error)]
pub enum KernelError {
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// `ran` was called although no thread had been handed out.
    #[error("a report about a thread that the kernel had not handed out")]
    NothingRunning,
    /// `advance` was called before the thread handed out was reported on.
    #[error("the thread that the kernel handed out has not been reported on")]
    StillRunning,
}
