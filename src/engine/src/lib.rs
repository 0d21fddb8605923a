//! The engine: runs programs in a Web Worker, so that the page's own thread never does.
//!
//! Keeps true: the worker listens while it works. A run goes in slices of a few milliseconds; between two slices the
//! worker's event loop turns, so a cancel or a new run is heard within one slice. Whatever happens inside, the page gets
//! an answer: a bug of ours becomes a `Fatal` message before the worker dies.
//!
//! | module | holds |
//! | --- | --- |
//! | [`session`] | one run and the questions about it: messages in, messages out, no browser |
//! | [`start`] | from a request to a simulation |
//! | `once` | a whole program in one call, for benches and tests |
//! | `worker` | the worker's event loop around a session |

#[cfg(target_arch = "wasm32")]
pub mod once;
pub mod session;
pub mod start;
#[cfg(target_arch = "wasm32")]
mod worker;
