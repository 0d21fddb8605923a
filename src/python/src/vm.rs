//! Running bytecode.

pub mod attr;
mod bind;
pub mod cache;
pub mod call;
pub mod callables;
pub mod class;
mod construct;
mod deliver;
pub mod exceptions;
pub mod frame;
pub mod generator;
pub mod glance;
pub mod host;
pub mod import;
pub mod misc;
pub mod objects;
pub mod operate;
pub mod rare;
mod reap;
pub mod run;
pub mod special;
pub mod spin;
pub mod traceback;
pub mod unwind;
pub mod watch;

use crate::native::Table;

/// Natives that belong to the machinery: classes, attributes, exceptions, generators, threads.
pub const TABLES: &[&[Table]] = &[objects::TABLES, exceptions::TABLES, callables::TABLES];
