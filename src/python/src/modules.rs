//! Native parts of the standard-library modules, and the `builtins` functions.
//!
//! A module is a native table (owner = its name), an embedded Python source (`library.rs`), or both: the source then sees
//! the natives as its own globals.

mod binary;
mod builtins;
mod collections;
mod digest;
mod files;
mod frames;
mod json;
mod math;
pub(crate) mod naming;
mod net;
mod os;
mod pickle;
mod process;
mod random;
mod sre;
mod support;
mod sys;
mod tasks;
mod text;
mod thread;
mod time;
mod weak;
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
    &[net::TABLE],
    &[sre::TABLE],
    &[json::TABLE],
    &[digest::TABLE],
    &[zlib::TABLE],
    &[binary::TABLE],
    &[tasks::TABLE, tasks::CONTEXT, tasks::THREAD],
    &[files::TABLE],
    &[weak::TABLE],
    &[process::TABLE, pickle::TABLE],
];
