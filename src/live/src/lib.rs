//! The same program, for real: threads of a Python process on real carriers, under a wall clock.
//!
//! The interpreter is the simulator's: it runs one thread until it must leave with a syscall. Here the syscalls are
//! answered by what really happens: a sleep ends when the clock says so, a lock is taken by whoever comes first, the GIL is
//! asked for after five real milliseconds.
//!
//! One state machine, [`LiveMachine`], knows the process: its threads, what each waits for, the locks, the GIL, and the log
//! of what was measured. It never waits itself. Two carriers drive it:
//!
//! | carrier | threads run on | a wait is | where |
//! | --- | --- | --- | --- |
//! | [`cooperative`] | one event loop, in turns | the loop's timer or message | any page, iframes too; Node |
//! | [`threads`] | an OS thread (wasm thread) each | a condition variable | cross-origin isolated pages; native tests |
//!
//! Processes have a machine each; what they share belongs to a [`coordinator`], and [`merge`] makes one log of theirs.
//!
//! Keeps true: the log passes `Trace::validate`; at most one thread executes bytecode of a process at any time; the log's
//! times are those of the [`Clock`], in nanoseconds since the start. Must not know: browsers, virtual time, prices.

pub mod clock;
pub mod cluster;
pub mod cooperative;
pub mod coordinator;
mod guest;
pub mod image;
pub mod machine;
pub mod merge;
pub mod threads;

pub use clock::{Clock, SystemClock};
pub use cooperative::{Cooperative, Turn};
pub use machine::{Ended, LiveMachine, LiveSettings, Written};
pub use threads::{Executor, LiveThreads, SpawnError, StdExecutor, run_on_threads};
