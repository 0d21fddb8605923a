//! The guest: a Python interpreter that never sleeps, locks, spawns, reads a clock or prints by itself.
//!
//! It runs until it leaves with an [`Exit`](exit::Exit) and a host answers. See `src/ARCHITECTURE.md`.

pub mod classes;
pub mod code;
pub mod compile;
mod parse;
mod scope;
pub mod syntax;
pub mod cost;
pub mod dict;
pub mod exit;
pub mod hash;
pub mod heap;
pub mod library;
pub mod modules;
pub mod native;
pub mod object;
pub mod ops;
pub mod process;
pub mod registry;
pub mod set;
pub mod shape;
pub mod types;
pub mod value;
pub mod vm;
pub mod boot;
pub mod format;
pub mod number;
pub mod repr;
