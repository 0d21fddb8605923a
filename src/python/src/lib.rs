//! The guest: a Python interpreter that never sleeps, locks, spawns, reads a clock or prints by itself.
//!
//! It runs until it leaves with an [`Exit`](exit::Exit) and a host answers. See `src/ARCHITECTURE.md`.

pub mod away;
pub mod boot;
pub mod byte_runs;
pub mod classes;
pub mod code;
pub mod compile;
pub mod cost;
pub mod dict;
mod driven;
pub mod exit;
pub mod format;
pub mod hash;
pub mod heap;
pub mod library;
pub mod modules;
pub mod native;
pub mod number;
pub mod object;
pub mod ops;
mod parse;
pub mod process;
pub mod process_call;
pub mod registry;
pub mod repr;
mod scope;
pub mod set;
pub mod shape;
pub mod syntax;
pub mod tasks;
pub mod types;
pub mod unsupported;
pub mod value;
pub mod vm;
mod weak;
