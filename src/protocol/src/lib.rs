//! What the page and the engine's worker say to each other, and what a link holds.
//!
//! Four contracts live here because both sides, the command line and the tests must agree on them: the settings of a
//! run ([`settings`]), the messages between page and worker ([`message`]), the state in a link's fragment ([`link`]), the
//! bundled programs ([`shelf`]).
//!
//! Keeps true: every decoder is bounded, refuses what it does not know with an error in words, and never panics on bytes
//! from a stranger. Must not know: browsers, the interpreter, the kernel.

pub mod link;
pub mod message;
pub mod settings;
pub mod shelf;

pub use link::{LinkError, LinkState, View};
pub use message::{
    Diagnostic, Direction, Finished, Frame, FromEngine, Inspected, LiveRequest, MessageError, Progress, RunRequest,
    Severity, ThreadView, ToEngine, Variable,
};
pub use settings::{EventLoop, Gil, Limits, Os, Policy, Profile, Settings, SettingsError, StartMethod, SwitchPoints};
pub use shelf::{Lesson, Shelf, Topic};
