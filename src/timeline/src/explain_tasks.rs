//! Sentences about tasks of event loops.
//!
//! A task shares its thread's states while it has its turn; a wait in the middle of a turn is a blocking call, which stops the
//! whole loop, and is told apart from an await by the `LoopStall` that follows it.

use interleave_trace::{EventKind, Finish, SpanKind, State, TrackId};

use crate::explain::{Teller, state_words};
use crate::strings::Msg;
use crate::units::duration;

impl Teller<'_> {
    /// Whether the state that begins with this event of a task is its thread's: a blocking call.
    pub(crate) fn is_stall(&self, task: TrackId, seq: u32) -> bool {
        let next = self.trace.events.get(seq as usize + 1);
        next.is_some_and(|e| e.track == task && matches!(e.kind, EventKind::LoopStall { .. }))
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
