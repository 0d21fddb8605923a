//! The guest: a Python interpreter that never sleeps, locks, spawns, reads a clock or prints by itself.
//!
//! It runs until it leaves with an [`Exit`](exit::Exit) and a host answers. See `src/ARCHITECTURE.md`.

pub mod code;
