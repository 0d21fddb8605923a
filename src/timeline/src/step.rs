//! Where the playhead goes when the reader steps.
//!
//! The playhead is a time, so a step leads from one instant to another, however many events an instant holds.

use interleave_trace::{Event, EventKind, Trace, TrackId};

use crate::index::actor;

/// What to stop at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Anything that happens.
    Event,
    /// A thread is seen at another line of the program, or another thread is.
    Line,
    /// Another thread is put on a core, or takes a GIL.
    Switch,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Forward,
    Back,
}

/// The next (or previous) instant to stop at, counted from `at_nanos`; `of` restricts it to one thread or task. Without
/// anything further: the end (or start) of the run, `None` if the playhead is there already.
#[must_use]
pub fn step(trace: &Trace, at_nanos: u64, step: Step, direction: Direction, of: Option<TrackId>) -> Option<u64> {
    let events = &trace.events;
    let wanted = |seq: usize| {
        let event = events.get(seq)?;
        let ours = of.is_none_or(|of| actor(event) == of || event.track == of);
        (ours && stops(trace, seq, event, step, of)).then_some(event.at_nanos)
    };
    match direction {
        Direction::Forward => {
            let from = events.count_until(at_nanos);
            let found = (from..events.len()).find_map(wanted);
            found.or((at_nanos < trace.end_nanos).then_some(trace.end_nanos))
        }
        Direction::Back => {
            let to = events.at_nanos.partition_point(|&t| t < at_nanos);
            let found = (0..to).rev().find_map(wanted);
            found.or((at_nanos > 0).then_some(0))
        }
    }
}

fn stops(trace: &Trace, seq: usize, event: Event, step: Step, of: Option<TrackId>) -> bool {
    match step {
        Step::Event => true,
        Step::Switch => matches!(event.kind, EventKind::Core { thread: Some(_) } | EventKind::GilTake { .. }),
        Step::Line => {
            if event.range.is_none() {
                return false;
            }
            let before = (0..seq).rev().filter_map(|seq| trace.events.get(seq));
            let mut before = before.filter(|e| !e.range.is_none() && of.is_none_or(|of| actor(*e) == of));
            let place = |e: Event| (actor(e), e.range.source, e.range.line);
            before.next().is_none_or(|e| place(e) != place(event))
        }
    }
}
