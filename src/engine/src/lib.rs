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
//! | `live` | live runs (feature `live`): a process in its worker, and the worker that coordinates them |
//! | `live_worker`, `clock` | the browser around them |
//! | `pool` | wasm threads (feature `threads`, the build over shared memory) |
//! | `once` | a whole program in one call, for benches and tests |
//! | `worker` | the worker's event loop around a session |

#[cfg(all(target_arch = "wasm32", feature = "live"))]
mod clock;
#[cfg(feature = "live")]
pub mod live;
#[cfg(all(target_arch = "wasm32", feature = "live"))]
mod live_worker;
#[cfg(target_arch = "wasm32")]
pub mod once;
#[cfg(all(target_arch = "wasm32", feature = "threads"))]
mod pool;
pub mod session;
pub mod start;
#[cfg(target_arch = "wasm32")]
mod worker;

/// Smaller and faster than the standard library's, which programs with many small objects feel. Over shared memory that one stays.
#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(all(target_arch = "wasm32", feature = "threads"))]
pub use wasm_bindgen_rayon::init_thread_pool;
