//! Sentences about tasks of event loops.
//!
//! A task shares its thread's states while it has its turn; a wait in the middle of a turn is a blocking call, which stops the
//! whole loop, and is told apart from an await by the `LoopStall` that follows it.

use interleave_trace::{EventKind, Finish, SpanKind, State, Trace, TrackId, TrackKind};

use crate::explain::{Teller, state_words};
use crate::index::TimelineIndex;
use crate::strings::{Lang, Msg};
use crate::units::duration;

/// Whether the state that begins with this event of a task is its thread's: a blocking call.
pub(crate) fn is_stall(trace: &Trace, task: TrackId, seq: u32) -> bool {
    let next = trace.events.get(seq as usize + 1);
    next.is_some_and(|e| e.track == task && matches!(e.kind, EventKind::LoopStall { .. }))
}

/// What a task does or awaits at a moment, in a few words; empty where it has no state.
#[must_use]
pub fn task_words_at(trace: &Trace, index: &TimelineIndex, task: TrackId, at: u64, lang: Lang) -> String {
    let Some(span) = index.track(task).and_then(|track| track.at(at)) else { return String::new() };
    let SpanKind::State(state) = span.kind else { return String::new() };
    Teller { trace, index, seq: span.seq, at, lang }.task_words(task, span.seq, state)
}

/// Names in a sentence.
const MAX_DELAYED: usize = 4;

impl Teller<'_> {
    pub(crate) fn is_stall(&self, task: TrackId, seq: u32) -> bool {
        is_stall(self.trace, task, seq)
    }

    /// The sentence about a blocking call that began just before: how long it takes, and which tasks it delays: those that
    /// were ready all the time, and those whose timers ran out meanwhile.
    pub(crate) fn stall(&self, task: TrackId) -> String {
        let span = self.index.track(task).and_then(|track| track.at(self.at));
        let end = span.map_or(self.at, |span| span.end_nanos.max(self.at));
        let thread = self.trace.track(task).and_then(|t| t.parent);
        let is_delayed = |id: TrackId| {
            let span = self.index.track(id).and_then(|track| track.at(end.saturating_sub(1)));
            match span.map(|span| span.kind) {
                Some(SpanKind::State(State::Runnable)) => true,
                Some(SpanKind::State(State::Sleeping { until_nanos })) => until_nanos <= end,
                _ => false,
            }
        };
        let (mut names, mut more) = (Vec::new(), 0);
        for (row, track) in self.trace.tracks.iter().enumerate() {
            let id = TrackId(row as u32);
            if track.kind == TrackKind::Task && track.parent == thread && id != task && is_delayed(id) {
                if names.len() < MAX_DELAYED {
                    names.push(self.name(id));
                } else {
                    more += 1;
                }
            }
        }
        let mut what = names.join(", ");
        if more > 0 {
            what += &format!(" + {more}");
        }
        let time = duration(end.saturating_sub(self.at));
        let values = [("thread", self.name(task)), ("time", time.as_str()), ("what", what.as_str())];
        self.say(if what.is_empty() { Msg::TaskStallAlone } else { Msg::TaskStall }, &values)
    }

    pub(crate) fn task_state(&self, task: TrackId, to: State, by: Option<TrackId>) -> String {
        let thread = self.name(task);
        let before = self.previous(task);
        let time = duration(before.map_or(0, |s| self.at.saturating_sub(s.start_nanos)));
        let was = match before.map(|s| s.kind) {
            Some(SpanKind::State(state)) => Some(state),
            _ => None,
        };
        let in_turn = before.is_some_and(|s| self.is_stall(task, s.seq));
        let me = ("thread", thread);
        let stall = self.is_stall(task, self.seq);
        match to {
            State::Running { .. } if in_turn || matches!(was, Some(State::GilWait { .. })) => {
                self.say(Msg::TaskGoesOn, &[me, ("time", &time)])
            }
            State::Running { .. } => match was {
                Some(State::Runnable) => self.say(Msg::TaskRunAfter, &[me, ("time", &time)]),
                _ => self.say(Msg::TaskRun, &[me]),
            },
            State::Runnable => match (was, by) {
                (Some(State::Running { .. }), _) => self.say(Msg::TaskYields, &[me, ("time", &time)]),
                (Some(State::Sleeping { .. }), None) => self.say(Msg::TaskReadySlept, &[me, ("time", &time)]),
                (Some(_), Some(by)) => self.say(Msg::TaskReadyWoken, &[me, ("waker", self.name(by))]),
                _ => self.say(Msg::TaskReady, &[me]),
            },
            State::GilWait { .. } => self.say(Msg::TaskGil, &[me]),
            State::Sleeping { until_nanos } => {
                let time = duration(until_nanos.saturating_sub(self.at));
                self.say(if stall { Msg::TaskStallSleep } else { Msg::TaskSleep }, &[me, ("time", &time)])
            }
            State::Blocked { on, holder } => {
                let object = self.object(on);
                match holder {
                    _ if stall => self.say(Msg::TaskStallBlocked, &[me, ("object", &object)]),
                    Some(holder) => {
                        self.say(Msg::TaskBlockedHeld, &[me, ("object", &object), ("holder", self.name(holder))])
                    }
                    None => self.say(Msg::TaskBlocked, &[me, ("object", &object)]),
                }
            }
            State::Joining { target } if stall => self.say(Msg::TaskStallBlocked, &[me, ("object", self.name(target))]),
            State::Joining { target } => self.say(Msg::TaskJoin, &[me, ("child", self.name(target))]),
            State::Io { what } => {
                let what = self.trace.str(what);
                self.say(if stall { Msg::TaskStallIo } else { Msg::TaskIo }, &[me, ("what", what)])
            }
            State::Finished { how } => match how {
                Finish::Returned => self.say(Msg::TaskFinished, &[me]),
                Finish::Raised(text) => self.say(Msg::TaskRaised, &[me, ("what", self.trace.str(text).trim_end())]),
                Finish::Cut => self.say(Msg::TaskCancelled, &[me]),
            },
        }
    }

    /// A state of a task in a few words.
    pub(crate) fn task_words(&self, task: TrackId, seq: u32, state: State) -> String {
        if self.is_stall(task, seq) {
            return self.say(Msg::SpanStall, &[("what", &state_words(self, state))]);
        }
        match state {
            State::Running { .. } => self.say(Msg::SpanTask, &[]),
            State::Runnable => self.say(Msg::SpanTaskReady, &[]),
            State::Sleeping { .. } => self.say(Msg::SpanTaskSleep, &[]),
            State::Blocked { on, .. } => self.say(Msg::SpanTaskAwaits, &[("object", &self.object(on))]),
            State::Joining { target } => self.say(Msg::SpanTaskAwaits, &[("object", self.name(target))]),
            State::Io { what } => self.say(Msg::SpanTaskAwaits, &[("object", self.trace.str(what))]),
            State::GilWait { .. } | State::Finished { .. } => state_words(self, state),
        }
    }
}
