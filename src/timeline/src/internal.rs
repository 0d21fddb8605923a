//! Objects of the library's own machinery, which no program names and no reader asked about.
//!
//! `Thread.start` waits until its new thread has begun to run, as CPython's does on `Thread._started`. The wait is real
//! and stays in the trace; shown as an object of its own it would only raise the question where it comes from. So it has
//! no lane, no card and no sentence, and the wait for it is shown as what it is: a wait for a thread.

use interleave_trace::{Category, Event, EventKind, ObjectKind, State, Trace, TrackId, TrackKind};

/// What the library calls the event on which `Thread.start` waits. No variable can be called so, because of the space;
/// an object that a program makes is named after its variable.
pub const THREAD_START: &str = "thread start";

/// Whether an object belongs to the library alone.
#[must_use]
pub fn is_internal(trace: &Trace, id: TrackId) -> bool {
    trace.track(id).is_some_and(|t| t.kind == TrackKind::Object(ObjectKind::Event))
        && trace.track_name(id) == THREAD_START
}

/// A lane of its own, but nothing that a program does to an object.
#[must_use]
pub fn is_memory(trace: &Trace, id: TrackId) -> bool {
    trace.track(id).is_some_and(|t| t.kind == TrackKind::Object(ObjectKind::Memory))
}

/// Whether an event is about such an object and nothing else.
#[must_use]
pub fn is_about_internal(trace: &Trace, event: &Event) -> bool {
    match event.kind {
        EventKind::State { to: State::Blocked { on, .. }, .. } => is_internal(trace, on),
        _ => is_internal(trace, event.track) || is_memory(trace, event.track),
    }
}

/// The category in which a state is shown.
#[must_use]
pub fn shown_category(trace: &Trace, state: State) -> Option<Category> {
    match state {
        State::Blocked { on, .. } if is_internal(trace, on) => Some(Category::Join),
        state => trace.category(state),
    }
}
