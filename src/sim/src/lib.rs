//! The simulator: a Python process on a simulated machine.
//!
//! Joins the interpreter (`python`: runs until it must leave) and the kernel (`kernel`: says who runs when, and what time
//! it is). Three layers:
//!
//! | module | holds |
//! | --- | --- |
//! | [`guest`] | what the simulator needs of an interpreter |
//! | `machine` | one guest on one kernel: turns, system calls, answers |
//! | [`simulation`] | a run in slices, its output, its trace; and looking back: any moment, any line, by running again from a snapshot |
//!
//! Keeps true: equal programs, settings and schedules give equal traces, however the run is sliced; looking back changes
//! nothing. Must not know: wall clocks, browsers, how anything is drawn.

pub mod guest;
mod machine;
pub mod settings;
pub mod simulation;
mod tasks;

pub use guest::{Frame, Guest, Variable};
pub use interleave_kernel::{Ended, LimitHit};
pub use settings::RunSettings;
pub use simulation::{
    Direction, Inspection, Output, ProcessInspection, Progress, Simulation, StartError, ThreadInspection, WorkBudget,
};
