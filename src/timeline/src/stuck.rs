//! Who waits for whom where a run has ended in a deadlock: what the arrows in the picture and the sentence are made of.
//!
//! Read off the last states of the threads and the last owners of the locks, so that it needs nothing but the trace.

use interleave_trace::{Outcome, State, Trace, TrackId};

use crate::index::TimelineIndex;

/// Longest circle that is followed; a longer one is told from its first part.
const MAX_STEPS: usize = 64;

/// What a thread waits for that can never go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stuck {
    pub thread: TrackId,
    /// The object; none where it waits for the end of a thread.
    pub object: Option<TrackId>,
    /// Who would have to act: the owner, or the thread whose end is waited for.
    pub next: Option<TrackId>,
}

/// What `thread` waits for at the end; none if it ended, or the run did not end in a deadlock.
#[must_use]
pub fn stuck(trace: &Trace, index: &TimelineIndex, thread: TrackId) -> Option<Stuck> {
    if !matches!(trace.outcome, Outcome::Deadlock(_)) || index.track(thread)?.finished.is_some() {
        return None;
    }
    match index.spans().state_at(thread, trace.end_nanos)? {
        State::Blocked { on, .. } => {
            Some(Stuck { thread, object: Some(on), next: index.spans().owner_at(on, trace.end_nanos) })
        }
        State::Joining { target } => Some(Stuck { thread, object: None, next: Some(target) }),
        _ => None,
    }
}

/// The circle that `thread` stands in, beginning with it; empty where it waits for one, or for what nobody will do.
#[must_use]
pub fn circle(trace: &Trace, index: &TimelineIndex, thread: TrackId) -> Vec<Stuck> {
    let mut steps = Vec::new();
    let mut at = thread;
    while let Some(step) = stuck(trace, index, at).filter(|_| steps.len() < MAX_STEPS) {
        steps.push(step);
        match step.next {
            Some(next) if next == thread => return steps,
            Some(next) => at = next,
            None => break,
        }
    }
    Vec::new()
}
