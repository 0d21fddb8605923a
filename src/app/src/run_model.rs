//! The trace of the run on the screen, as it grows, with what the page looks up in it for every moment.
//!
//! Keeps true: a chunk that does not fit leaves the model as it was.

use std::rc::Rc;

use interleave_timeline::{Direction, Step, TimelineIndex, step};
use interleave_trace::{ApplyError, EventKind, Outcome, State, Trace, TraceChunk, TrackId, TrackKind};

use crate::editor::LineMarker;

/// The margin of a program has room for so many.
const MAX_MARKERS: usize = 100;

#[derive(Debug, Default)]
pub struct RunModel {
    trace: Trace,
    index: TimelineIndex,
}

/// A piece of output by one thread to one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed<'t> {
    pub colour: u8,
    pub stderr: bool,
    pub text: &'t str,
}

impl RunModel {
    /// # Errors
    /// When the chunk is not the next one.
    pub fn apply(&mut self, chunk: TraceChunk) -> Result<(), ApplyError> {
        self.trace.apply(chunk)?;
        self.index.extend(&self.trace);
        Ok(())
    }

    /// The run is over, and how.
    pub fn end(&mut self, outcome: Outcome) {
        self.trace.outcome = outcome;
    }

    /// The time to show: a deadlock gets room for what comes after it, which is more of the same.
    #[must_use]
    pub fn shown_end_nanos(&self) -> u64 {
        let end = self.trace.end_nanos;
        if matches!(self.trace.outcome, Outcome::Deadlock(_)) { end.saturating_add(end / 7) } else { end }
    }

    #[must_use]
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    #[must_use]
    pub fn index(&self) -> &TimelineIndex {
        &self.index
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.trace.events.is_empty()
    }

    /// Where a step from `at_nanos` leads, over the events of one track only where one is followed.
    #[must_use]
    pub fn step(&self, at_nanos: u64, unit: Step, forward: bool, followed: Option<TrackId>) -> Option<u64> {
        let direction = if forward { Direction::Forward } else { Direction::Back };
        step(&self.trace, at_nanos, unit, direction, followed)
    }

    /// Threads, and tasks of event loops.
    pub fn threads(&self) -> impl Iterator<Item = TrackId> + '_ {
        let tracks = self.trace.tracks.iter().enumerate();
        tracks
            .filter(|(_, track)| matches!(track.kind, TrackKind::Thread | TrackKind::Task))
            .map(|(row, _)| TrackId(row as u32))
    }

    /// The events that have printed up to a time.
    #[must_use]
    pub fn outputs_until(&self, at_nanos: u64) -> &[u32] {
        self.index.outputs_until(&self.trace, at_nanos)
    }

    /// What the event printed.
    #[must_use]
    pub fn printed(&self, seq: u32) -> Option<Printed<'_>> {
        let event = self.trace.events.get(seq as usize)?;
        let EventKind::Output { stderr, text } = event.kind else { return None };
        Some(Printed { colour: self.index.colour(event.track), stderr, text: self.trace.str(text) })
    }

    /// Where every thread that has started and not ended is, for the margin of the program.
    #[must_use]
    pub fn markers_at(&self, at_nanos: u64) -> Rc<[LineMarker]> {
        self.threads()
            .filter_map(|thread| {
                let state = self.index.spans().state_at(thread, at_nanos)?;
                let line = self.index.place_at(&self.trace, thread, at_nanos)?.line;
                Some(LineMarker {
                    line,
                    colour: self.index.colour(thread),
                    name: self.trace.distinct_name(thread).into(),
                    state: self.state_word(state),
                })
            })
            .take(MAX_MARKERS)
            .collect()
    }

    /// The state as a word of the style sheet.
    #[must_use]
    pub fn state_word(&self, state: State) -> &'static str {
        use interleave_trace::Category;
        match self.trace.category(state) {
            Some(Category::Running) => "running",
            Some(Category::Runnable) => "runnable",
            Some(Category::Gil) => "gil",
            Some(Category::Lock) => "lock",
            Some(Category::Queue) => "queue",
            Some(Category::Signal) => "signal",
            Some(Category::Join) => "join",
            Some(Category::Sleep) => "sleep",
            Some(Category::Io) => "io",
            None => "finished",
        }
    }
}

#[cfg(test)]
mod tests {
    use interleave_trace::{Clock, Cursor, Finish, ObjectKind, SourceId, SourceRange, TraceBuilder};

    use super::*;

    fn at_line(line: u32) -> SourceRange {
        SourceRange { source: SourceId(0), start: 0, end: 1, line }
    }

    fn sample() -> (TraceBuilder, TrackId) {
        let mut builder = TraceBuilder::new("test", Clock::Virtual, 0, "test", "{}");
        let core = builder.add_track(0, TrackKind::Core, "core 0", None, 0, false);
        let process = builder.add_track(0, TrackKind::Process, "main", None, 1, false);
        let thread = builder.add_track(0, TrackKind::Thread, "MainThread", Some(process), 1, false);
        let gil = builder.add_track(0, TrackKind::Object(ObjectKind::Gil), "GIL", Some(process), 0, false);
        builder.event(10, core, EventKind::Core { thread: Some(thread) }, SourceRange::NONE);
        builder.event(10, gil, EventKind::GilTake { thread }, at_line(1));
        builder.event(10, thread, EventKind::State { to: State::Running { core }, by: None }, at_line(1));
        let text = builder.intern("hello\n");
        builder.event(40, thread, EventKind::Output { stderr: false, text }, at_line(3));
        builder.event(
            60,
            thread,
            EventKind::State { to: State::Finished { how: Finish::Returned }, by: None },
            SourceRange::NONE,
        );
        (builder, thread)
    }

    #[test]
    fn chunks_add_up_to_the_same_model() {
        let (builder, _) = sample();
        let whole = builder.finish(60, Outcome::Exited(0));
        let mut model = RunModel::default();
        assert_eq!(model.apply(whole.chunk_since(&mut Cursor::default())), Ok(()));
        assert_eq!(model.step(10, Step::Event, true, None), Some(40));
        assert_eq!(model.step(40, Step::Switch, false, None), Some(10));
        assert!(model.outputs_until(39).is_empty());
        assert_eq!(
            model.outputs_until(40).first().and_then(|&seq| model.printed(seq)),
            Some(Printed { colour: 0, stderr: false, text: "hello\n" })
        );
        assert!(model.markers_at(5).is_empty());
        let markers = model.markers_at(45);
        assert_eq!(markers.len(), 1);
        assert_eq!(markers.first().map(|marker| (marker.line, marker.state)), Some((3, "running")));
        assert!(model.markers_at(60).is_empty());
    }

    #[test]
    fn a_foreign_chunk_changes_nothing() {
        let (builder, _) = sample();
        let mut cursor = Cursor::default();
        let first = builder.trace().chunk_since(&mut cursor);
        let whole = builder.finish(60, Outcome::Exited(0));
        let second = whole.chunk_since(&mut cursor);
        let mut model = RunModel::default();
        assert!(model.apply(second.clone()).is_err());
        assert!(model.is_empty());
        assert_eq!(model.apply(first), Ok(()));
        assert_eq!(model.apply(second), Ok(()));
        assert_eq!(model.trace(), &whole);
    }
}
