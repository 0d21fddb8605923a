//! Native parts of the standard-library modules, and the `builtins` functions.
//!
//! A module is a native table (owner = its name), an embedded Python source (`library.rs`), or both: the source then sees
//! the natives as its own globals.

#[cfg(feature = "rare-natives")]
mod binary;
mod builtins;
mod busy;
mod collections;
#[cfg(feature = "rare-natives")]
mod digest;
pub mod files;
mod frames;
#[cfg(feature = "rare-natives")]
mod json;
mod math;
pub(crate) mod naming;
#[cfg(feature = "rare-natives")]
mod net;
mod os;
#[cfg(feature = "rare-natives")]
mod pickle;
mod process;
mod random;
#[cfg(feature = "rare-natives")]
mod sre;
mod support;
pub(crate) mod sys;
mod tasks;
mod text;
mod thread;
mod time;
mod weak;
#[cfg(feature = "rare-natives")]
mod zlib;

use crate::native::Table;

/// Tables of the modules, in a fixed order: native ids depend on it.
pub const TABLES: &[&[Table]] = &[
    builtins::TABLES,
    &[collections::TABLE],
    &[time::TABLE],
    thread::TABLES,
    &[os::TABLE],
    &[sys::TABLE, sys::STREAMS],
    math::TABLES,
    random::TABLES,
    text::TABLES,
    frames::TABLES,
    &[tasks::TABLE, tasks::CONTEXT, tasks::THREAD],
    &[files::TABLE],
    &[weak::TABLE],
    &[process::TABLE],
    &[busy::TABLE],
    // The rare ones come last, so that the others have the same ids in every build.
    #[cfg(feature = "rare-natives")]
    &[net::TABLE],
    #[cfg(feature = "rare-natives")]
    &[pickle::TABLE],
    #[cfg(feature = "rare-natives")]
    &[sre::TABLE],
    #[cfg(feature = "rare-natives")]
    &[json::TABLE],
    #[cfg(feature = "rare-natives")]
    &[digest::TABLE],
    #[cfg(feature = "rare-natives")]
    &[zlib::TABLE],
    #[cfg(feature = "rare-natives")]
    &[binary::TABLE],
];
