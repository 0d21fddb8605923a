//! Moments of a run that a lesson points at: found by what happened on which line of the program, drawn as numbered flags.
//!
//! A lesson says "the first time a thread waits for the GIL on line 14"; the trace says when that is. Keeps true: a moment
//! that this run does not have is left out, so that an edited program or other settings never show a flag at a wrong place.

use interleave_trace::{Event, EventKind, LockAction, State, Trace, TrackId};

use crate::index::{TimelineIndex, actor};
use crate::internal::is_about_internal;

/// What has to happen at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentKind {
    Spawn,
    Finish,
    Running,
    Runnable,
    GilWait,
    Blocked,
    Joining,
    Sleep,
    Io,
    Acquire,
    Release,
    Fail,
    Output,
    Deadlock,
    Request,
    Level,
    Uncaught,
}

impl MomentKind {
    pub const ALL: [Self; 17] = [
        Self::Spawn,
        Self::Finish,
        Self::Running,
        Self::Runnable,
        Self::GilWait,
        Self::Blocked,
        Self::Joining,
        Self::Sleep,
        Self::Io,
        Self::Acquire,
        Self::Release,
        Self::Fail,
        Self::Output,
        Self::Deadlock,
        Self::Request,
        Self::Level,
        Self::Uncaught,
    ];

    /// The word of a `lesson.toml`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Spawn => "spawn",
            Self::Finish => "finish",
            Self::Running => "running",
            Self::Runnable => "runnable",
            Self::GilWait => "gil-wait",
            Self::Blocked => "blocked",
            Self::Joining => "joining",
            Self::Sleep => "sleep",
            Self::Io => "io",
            Self::Acquire => "acquire",
            Self::Release => "release",
            Self::Fail => "fail",
            Self::Output => "output",
            Self::Deadlock => "deadlock",
            Self::Request => "request",
            Self::Level => "level",
            Self::Uncaught => "uncaught",
        }
    }

    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    fn is(self, event: EventKind) -> bool {
        match event {
            EventKind::State { to, .. } => {
                self == match to {
                    State::Running { .. } => Self::Running,
                    State::Runnable => Self::Runnable,
                    State::GilWait { .. } => Self::GilWait,
                    State::Blocked { .. } => Self::Blocked,
                    State::Joining { .. } => Self::Joining,
                    State::Sleeping { .. } => Self::Sleep,
                    State::Io { .. } => Self::Io,
                    State::Finished { .. } => Self::Finish,
                }
            }
            EventKind::Lock { action, .. } => {
                self == match action {
                    LockAction::Acquire => Self::Acquire,
                    LockAction::Fail => Self::Fail,
                    LockAction::Release => Self::Release,
                    LockAction::Level(_) | LockAction::Send(_) | LockAction::Receive(_) => Self::Level,
                }
            }
            EventKind::Spawn { .. } => self == Self::Spawn,
            EventKind::Output { .. } => self == Self::Output,
            EventKind::Deadlocked { .. } => self == Self::Deadlock,
            EventKind::GilRequest { .. } => self == Self::Request,
            EventKind::Uncaught { .. } => self == Self::Uncaught,
            _ => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    First,
    Last,
}

/// A moment as a lesson describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Of the program, from 1.
    pub line: u32,
    pub kind: MomentKind,
    pub which: Which,
}

/// A moment that the run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    pub seq: u32,
    pub at_nanos: u64,
    /// The lane it belongs to: of whoever acts.
    pub track: TrackId,
    /// What is written on it, from 1.
    pub number: u8,
}

/// The event of a moment. Costs by events: call it when a run is complete.
#[must_use]
pub fn find(trace: &Trace, index: &TimelineIndex, moment: Moment) -> Option<Flag> {
    let matches = |seq: &usize| {
        trace.events.get(*seq).is_some_and(|event| {
            moment.kind.is(event.kind)
                && line_of(trace, index, *seq, &event) == Some(moment.line)
                && !is_about_internal(trace, &event)
        })
    };
    let count = trace.events.len();
    let seq = match moment.which {
        Which::First => (0..count).find(matches),
        Which::Last => (0..count).rev().find(matches),
    }?;
    let event = trace.events.get(seq)?;
    Some(Flag { seq: seq as u32, at_nanos: event.at_nanos, track: actor(event), number: 0 })
}

/// All moments that the run has, in the order of the lesson, numbered by it.
#[must_use]
pub fn flags(trace: &Trace, index: &TimelineIndex, moments: &[Moment]) -> Vec<Flag> {
    let numbered = moments.iter().zip(1u8..);
    numbered.filter_map(|(moment, number)| Some(Flag { number, ..find(trace, index, *moment)? })).collect()
}

/// A thread ends nowhere: its last place counts.
fn line_of(trace: &Trace, index: &TimelineIndex, seq: usize, event: &Event) -> Option<u32> {
    if event.range.is_none() {
        return index.place_before(trace, actor(*event), seq as u32).map(|range| range.line);
    }
    Some(event.range.line)
}

#[cfg(test)]
mod tests {
    use interleave_trace::{Clock, Finish, ObjectKind, Outcome, SourceId, SourceRange, TraceBuilder, TrackKind};

    use super::*;

    fn at_line(line: u32) -> SourceRange {
        SourceRange { source: SourceId(0), start: 0, end: 1, line }
    }

    fn sample() -> Trace {
        let mut builder = TraceBuilder::new("test", Clock::Virtual, 0, "test", "{}");
        let core = builder.add_track(0, TrackKind::Core, "core 0", None, 0, false);
        let process = builder.add_track(0, TrackKind::Process, "main", None, 1, false);
        let thread = builder.add_track(0, TrackKind::Thread, "MainThread", Some(process), 1, false);
        let lock = builder.add_track(0, TrackKind::Object(ObjectKind::Lock), "lock", Some(process), 0, false);
        let mut state = |at, to, range| builder.event(at, thread, EventKind::State { to, by: None }, range);
        state(10, State::Running { core }, at_line(1));
        state(20, State::Sleeping { until_nanos: 30 }, at_line(3));
        state(30, State::Running { core }, at_line(3));
        state(40, State::Sleeping { until_nanos: 50 }, at_line(3));
        state(50, State::Running { core }, at_line(3));
        builder.event(55, lock, EventKind::Lock { action: LockAction::Acquire, by: thread }, at_line(4));
        let how = Finish::Returned;
        builder.event(60, thread, EventKind::State { to: State::Finished { how }, by: None }, SourceRange::NONE);
        builder.finish(60, Outcome::Exited(0))
    }

    #[test]
    fn a_moment_is_found_by_line_kind_and_order() {
        let trace = sample();
        let index = TimelineIndex::of(&trace);
        let at = |line, kind, which| find(&trace, &index, Moment { line, kind, which }).map(|flag| flag.at_nanos);
        assert_eq!(at(3, MomentKind::Sleep, Which::First), Some(20));
        assert_eq!(at(3, MomentKind::Sleep, Which::Last), Some(40));
        assert_eq!(at(4, MomentKind::Acquire, Which::First), Some(55));
        assert_eq!(at(4, MomentKind::Finish, Which::First), Some(60), "the last place of the thread");
        assert_eq!(at(2, MomentKind::Sleep, Which::First), None);
    }

    #[test]
    fn flags_keep_the_numbers_of_the_lesson() {
        let trace = sample();
        let index = TimelineIndex::of(&trace);
        let moment = |line, kind| Moment { line, kind, which: Which::First };
        let wanted = [moment(3, MomentKind::Sleep), moment(9, MomentKind::Output), moment(4, MomentKind::Acquire)];
        let found = flags(&trace, &index, &wanted);
        assert_eq!(found.iter().map(|flag| flag.number).collect::<Vec<_>>(), [1, 3]);
        // The flag of a lock stands on the lane of the thread that took it.
        assert_eq!(found.get(1).map(|flag| trace.track_name(flag.track)), Some("MainThread"));
    }

    #[test]
    fn words_are_read_back() {
        for kind in MomentKind::ALL {
            assert_eq!(MomentKind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(MomentKind::from_word("teleport"), None);
    }
}
