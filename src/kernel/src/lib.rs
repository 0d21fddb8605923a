//! The simulated machine: a virtual clock, cores, an OS scheduler, processes with their GIL, threads and the objects they
//! wait for. Everything that takes time or touches another thread happens here; what runs *on* a thread is the host's
//! business.
//!
//! # How a host drives it
//!
//! The kernel is pulled. [`Kernel::advance`] says which thread runs next, from which virtual time and for how long at most
//! ([`Run`]). The host executes that thread and reports with [`Kernel::ran`] how much time it used and why it stopped
//! ([`Stop`]). A call that does not block is answered at once ([`After::Continue`]) and costs no scheduling round; otherwise
//! the answer is delivered with a later [`Run`].
//!
//! ```text
//!   loop { match kernel.advance() {
//!       Next::Run(run)        => { execute; kernel.ran(used, stop, place) }   // maybe several times: After::Continue
//!       Next::Exited(status)  => break, Next::Deadlock(report) => break, Next::Limit(limit) => break, …
//!   } }
//! ```
//!
//! A host may use more than its budget (an instruction is not divided): the report is then kept until the virtual clock
//! reaches it. So calls take effect in the order of their times, whatever order the host executed them in.
//!
//! # Words
//!
//! *Blocked* threads wait for somebody; *waking* ones were signalled and will be on a core after the wake-up latency;
//! *runnable* ones wait for a core; a thread in *GIL wait* is on no core. Being signalled is no promise: a lock or the GIL
//! may be taken by a thread that comes first (*barging*), and the waiter waits again, as in CPython.
//!
//! # Keeps true
//!
//! A thread is in exactly one state; a core runs at most one thread; at most one thread of a process holds its GIL; equal
//! programs, settings and schedules give equal traces; nothing is iterated in hash order; no cost per event grows with the
//! number of threads beyond a logarithm.
//!
//! # Must not know
//!
//! Python, bytecode, wall clocks, browsers.
//!
//! | module | holds |
//! | --- | --- |
//! | [`settings`] | what the user chooses, and the words of the command line |
//! | [`profile`] | what things cost, with the source of every figure |
//! | [`call`] | the contract between host and kernel |
//! | [`policy`] | who decides where several choices are legal |
//! | `kernel` | the event loop; `os` cores and run queue; `gil`; `objects` locks and their kin; `calls`; `deadlock` |

pub mod call;
mod calls;
mod channels;
mod deadlock;
mod error;
mod gil;
mod kernel;
mod log;
mod objects;
mod os;
pub mod policy;
pub mod process_call;
mod processes;
pub mod profile;
pub mod races;
mod regions;
mod rng;
pub mod settings;
mod table;
pub mod tasks;
mod view;

pub use call::{After, Answer, Budget, Call, CallError, Ended, LimitHit, NewObject, Next, Run, Stop};
pub use deadlock::{DeadlockReport, StuckThread, StuckWait};
pub use error::{KernelError, ProfileError, SettingsError};
pub use kernel::Kernel;
pub use policy::{Policy, Question};
pub use process_call::{Disposition, ProcessCall};
pub use processes::{Birth, Birthright};
pub use profile::Profile;
pub use rng::SplitMix64;
pub use settings::{GilModel, Limits, OsOrder, OsScheduler, PolicyChoice, Settings, StartMethod, SwitchPoints};
pub use table::{ObjectId, Pid, Tid};
pub use view::{ThreadStatus, ThreadView};
