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
//! | [`event`] | `EventKind`, `State`, the columns |
//! | [`model`] | `Trace`, `Track`, `TrackKind`, `Link`, strings, sources |
//! | [`builder`] | the only way to write a trace |
//! | [`validate`] | the rules of a legal log |
//! | [`spans`] | stretches of time derived from events |
//! | [`stats`] | totals per lane, object and core |
//! | [`chunk`] | increments of a log that still grows |
//! | [`codec`] | the binary file, the hash |
//! | [`sorted`] | maps and sets for small tables, for all who use this crate |
//! | [`chrome`] | Chrome trace-event JSON, for Perfetto and speedscope |

pub mod builder;
pub mod chrome;
pub mod chunk;
pub mod codec;
pub mod event;
pub mod ids;
pub mod model;
pub mod sorted;
pub mod spans;
pub mod stats;
pub mod validate;
mod wire;

pub use builder::TraceBuilder;
pub use chunk::{ApplyError, Cursor, TraceChunk};
pub use codec::{DecodeError, DecodeLimits, TraceHash, decode, encode};
pub use event::{Category, Event, EventKind, Events, Finish, GilDropReason, LockAction, State};
pub use ids::{SourceId, SourceRange, StrId, TrackId};
pub use model::{Clock, Decision, Link, LinkKind, ObjectKind, Outcome, Source, Trace, Track, TrackKind};
pub use spans::{Span, SpanIndex, SpanKind, TrackSpans};
pub use stats::{CoreStats, LaneStats, ObjectStats, Stats};
pub use validate::{Place, Rule, Violation};
