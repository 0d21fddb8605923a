//! The event log that everything else is a function of.
//!
//! A [`Trace`] says what happened in one run: simulated (virtual clock), live (wall clock) or imported. The simulator,
//! the live engine and the importers write it through [`TraceBuilder`]; statistics, the timeline, the stage, exports and
//! comparisons read it. The log is append-only: an event is never changed once written, so a reader that has seen the
//! first `n` events only needs the rest.
//!
//! Keeps true: see [`validate`](Trace::validate). Must not know: Python values, the kernel's scheduler, pixels, browsers.
//!
//! | module | holds |
//! | --- | --- |
//! | [`ids`] | `TrackId`, `StrId`, `SourceId`, `SourceRange` |
//! | [`event`] | `EventKind`, `State`, `Why`, the columns |
//! | [`model`] | `Trace`, `Track`, `TrackKind`, `Link`, strings, sources |
//! | [`builder`] | the only way to write a trace |

pub mod builder;
pub mod event;
pub mod ids;
pub mod model;

pub use builder::TraceBuilder;
pub use event::{Category, Event, EventKind, Events, Finish, GilDropReason, LockAction, State};
pub use ids::{SourceId, SourceRange, StrId, TrackId};
pub use model::{Clock, Decision, Link, LinkKind, ObjectKind, Outcome, Source, Trace, Track, TrackKind};
