//! One plain sentence that says what just happened and why.

use interleave_trace::{
    Event, EventKind, Finish, GilDropReason, LockAction, ObjectKind, Span, SpanKind, State, Trace, TrackId, TrackKind,
};

use crate::index::{TimelineIndex, is_gil};
use crate::internal::{is_about_internal, is_internal};
use crate::strings::{Lang, Msg, fill, text};
use crate::stuck::{Stuck, circle, stuck};
use crate::units::{duration, moment, size};

/// The sentence for the playhead: about the most telling event of the last instant that it has reached.
#[must_use]
pub fn explain_at(trace: &Trace, index: &TimelineIndex, at_nanos: u64, lang: Lang) -> String {
    match telling_event(trace, at_nanos) {
        Some(seq) => explain(trace, index, seq, lang),
        None => text(Msg::WhyNothingYet, lang).to_owned() + text(Msg::FullStop, lang),
    }
}

/// Of everything that happened in the last instant up to `at_nanos`, what a reader wants to know first.
#[must_use]
pub fn telling_event(trace: &Trace, at_nanos: u64) -> Option<u32> {
    let mut end = trace.events.count_until(at_nanos);
    // What only the library does is not told: the last thing that the program did still stands.
    let told = |seq: usize| trace.events.get(seq).is_some_and(|e| !is_about_internal(trace, &e));
    while end > 0 && !told(end - 1) {
        end -= 1;
    }
    let last = end.checked_sub(1)?;
    let instant = *trace.events.at_nanos.get(last)?;
    let start = trace.events.at_nanos.partition_point(|&t| t < instant);
    // An instant may hold thousands of events (a barrier opens); the last of them tell enough.
    let start = start.max(end.saturating_sub(256));
    let ranked =
        (start..end).filter(|&seq| told(seq)).filter_map(|seq| Some((weight(trace.events.get(seq)?.kind), seq)));
    ranked.max().map(|(_, seq)| seq as u32)
}

fn weight(kind: EventKind) -> u8 {
    match kind {
        EventKind::Deadlocked { .. } => 12,
        EventKind::Uncaught { .. } => 11,
        EventKind::State { to, .. } => match to {
            State::Finished { .. } => 10,
            State::Blocked { .. } | State::Joining { .. } | State::Sleeping { .. } | State::Io { .. } => 8,
            State::GilWait { .. } => 6,
            State::Running { .. } => 5,
            State::Runnable => 2,
        },
        EventKind::Spawn { .. } | EventKind::GilRequest { .. } => 9,
        EventKind::Output { .. } | EventKind::Note { .. } => 7,
        EventKind::LoopStall { .. } => 9,
        EventKind::LoopTurn { .. } | EventKind::Chain { .. } => 1,
        EventKind::Lock { .. } => 7,
        EventKind::Joined { .. } => 6,
        EventKind::GilTake { .. } => 4,
        EventKind::GilDrop { .. } => 3,
        EventKind::Born => 1,
        EventKind::Core { .. } => 0,
    }
}

/// The sentence for one event, with the line it happened on.
#[must_use]
pub fn explain(trace: &Trace, index: &TimelineIndex, seq: u32, lang: Lang) -> String {
    let Some(event) = trace.events.get(seq as usize) else {
        return text(Msg::WhyNothingYet, lang).to_owned() + text(Msg::FullStop, lang);
    };
    if is_about_internal(trace, &event) {
        return match told_instead(trace, seq) {
            Some(other) => explain(trace, index, other, lang),
            None => text(Msg::WhyNothingYet, lang).to_owned() + text(Msg::FullStop, lang),
        };
    }
    let teller = Teller { trace, index, seq, at: event.at_nanos, lang };
    let mut sentence = teller.sentence(event);
    if !event.range.is_none() {
        sentence += &teller.say(Msg::AtLine, &[("line", &event.range.line.to_string())]);
    }
    // Output may end with anything; a sentence ends with a full stop.
    sentence + text(Msg::FullStop, lang)
}

/// What is told instead of an event of the library's own machinery: the start of a thread that it belongs to (the last
/// one before it, or the next), else whatever came before.
fn told_instead(trace: &Trace, seq: u32) -> Option<u32> {
    /// A start takes a few events; a damaged file must not make every sentence cost the whole log.
    const FAR: u32 = 512;
    let event = |seq: u32| trace.events.get(seq as usize);
    let is_start = |seq: &u32| event(*seq).is_some_and(|e| matches!(e.kind, EventKind::Spawn { .. }));
    let before = || (seq.saturating_sub(FAR)..seq).rev();
    let start = before().find(is_start).or_else(|| (seq..seq.saturating_add(FAR)).find(is_start));
    start.or_else(|| before().find(|&seq| event(seq).is_some_and(|e| !is_about_internal(trace, &e))))
}

/// A level in its unit: what is in a pipe or in memory is bytes.
pub(crate) fn level_words(trace: &Trace, object: TrackId, level: i64) -> String {
    match trace.track(object).map(|t| t.kind) {
        Some(TrackKind::Object(ObjectKind::Pipe | ObjectKind::Memory)) => size(level.unsigned_abs()),
        _ => level.to_string(),
    }
}

/// What a stretch under the pointer is: state, length, owner, who ended it.
#[must_use]
pub fn describe(trace: &Trace, index: &TimelineIndex, track: TrackId, span: &Span, lang: Lang) -> String {
    let teller = Teller { trace, index, seq: span.seq, at: span.start_nanos, lang };
    let (time, from, to) = (duration(span.nanos()), moment(span.start_nanos), moment(span.end_nanos));
    let times = [("time", time.as_str()), ("from", &from), ("to", &to)];
    let own = teller.name(track);
    let with = |msg: Msg, first: (&str, &str), second: (&str, &str)| {
        let [a, b, c] = times;
        teller.say(msg, &[a, b, c, first, second])
    };
    let mut out = match span.kind {
        SpanKind::State(state) => {
            let what = match teller.kind(track) {
                Some(TrackKind::Task) => teller.task_words(track, span.seq, state),
                _ => state_words(&teller, state),
            };
            with(Msg::HoverState, ("thread", own), ("what", &what))
        }
        SpanKind::Owner(owner) => with(Msg::HoverOwner, ("object", own), ("thread", teller.name(owner))),
        SpanKind::OnCore(thread) => with(Msg::HoverCore, ("core", own), ("thread", teller.name(thread))),
        SpanKind::Level(level) => with(Msg::HoverLevel, ("object", own), ("level", &level_words(trace, track, level))),
    };
    let holder = match span.kind {
        SpanKind::State(State::GilWait { holder } | State::Blocked { holder, .. }) => holder,
        _ => None,
    };
    if let Some(holder) = holder {
        out += &teller.say(Msg::HoverHolder, &[("thread", teller.name(holder))]);
    }
    let spans = index.track(track).map(|t| (&t.spans, t.finished, t.open));
    if let (SpanKind::State(_), Some((spans, finished, open))) = (span.kind, spans) {
        let n = spans.partition_point(|s| s.seq <= span.seq);
        let next = spans.get(n).map(|s| s.seq).or(finished.map(|(_, seq)| seq));
        let ender = match next.and_then(|seq| trace.events.get(seq as usize)).map(|e| e.kind) {
            Some(EventKind::State { by, .. }) => by,
            _ => None,
        };
        if let Some(by) = ender {
            out += &teller.say(Msg::HoverEndedBy, &[("thread", teller.name(by))]);
        } else if next.is_none() && open {
            out += teller.say(Msg::HoverNever, &[]).as_str();
        }
    }
    out + text(Msg::FullStop, lang)
}

pub(crate) fn state_words(teller: &Teller<'_>, state: State) -> String {
    match state {
        State::Running { core } => teller.say(Msg::SpanRunning, &[("core", teller.name(core))]),
        State::Runnable => teller.say(Msg::SpanRunnable, &[]),
        State::GilWait { .. } => teller.say(Msg::SpanGil, &[]),
        State::Blocked { on, .. } if is_internal(teller.trace, on) => teller.say(Msg::SpanStart, &[]),
        State::Blocked { on, .. } => teller.say(Msg::SpanBlocked, &[("object", teller.name(on))]),
        State::Joining { target } => teller.say(Msg::SpanJoin, &[("thread", teller.name(target))]),
        State::Sleeping { .. } => teller.say(Msg::CatSleep, &[]),
        State::Io { what } => teller.say(Msg::SpanIo, &[("what", teller.trace.str(what))]),
        State::Finished { .. } => teller.say(Msg::Finished, &[]),
    }
}

pub(crate) struct Teller<'t> {
    pub(crate) trace: &'t Trace,
    pub(crate) index: &'t TimelineIndex,
    pub(crate) seq: u32,
    pub(crate) at: u64,
    pub(crate) lang: Lang,
}

/// Output longer than this is cut in a sentence.
const QUOTE_CHARS: usize = 48;

fn quote(value: &str) -> String {
    let line = value.trim_end_matches('\n');
    let mut out: String = line.chars().take(QUOTE_CHARS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().count() > QUOTE_CHARS {
        out.push('…');
    }
    format!("“{out}”")
}

impl Teller<'_> {
    pub(crate) fn say(&self, msg: Msg, values: &[(&str, &str)]) -> String {
        fill(text(msg, self.lang), values)
    }

    pub(crate) fn name(&self, id: TrackId) -> &str {
        match self.trace.distinct_name(id) {
            "" => text(Msg::Somebody, self.lang),
            name => name,
        }
    }

    /// A synchronisation object with the word for its kind.
    pub(crate) fn object(&self, id: TrackId) -> String {
        let name = self.name(id);
        let (msg, word) = match self.kind(id) {
            Some(TrackKind::Object(kind)) => match kind {
                ObjectKind::Gil | ObjectKind::Memory => return name.to_owned(),
                ObjectKind::Lock => (Msg::TheLock, "lock"),
                ObjectKind::RLock => (Msg::TheRLock, "lock"),
                ObjectKind::Semaphore => (Msg::TheSemaphore, "semaphore"),
                ObjectKind::Event => (Msg::TheEvent, "event"),
                ObjectKind::Condition => (Msg::TheCondition, "condition"),
                ObjectKind::Barrier => (Msg::TheBarrier, "barrier"),
                ObjectKind::Queue => (Msg::TheQueue, "queue"),
                ObjectKind::Pipe => (Msg::ThePipe, "pipe"),
                ObjectKind::Pool => (Msg::ThePool, "pool"),
                ObjectKind::Future => (Msg::TheFuture, "future"),
                ObjectKind::Loop => (Msg::TheLoop, "loop"),
            },
            _ => return name.to_owned(),
        };
        if name.to_ascii_lowercase().contains(word) { name.to_owned() } else { self.say(msg, &[("object", name)]) }
    }

    pub(crate) fn kind(&self, id: TrackId) -> Option<TrackKind> {
        self.trace.track(id).map(|t| t.kind)
    }

    /// How long the owner of an object has had it.
    fn held(&self, object: TrackId, before: u64) -> Option<(TrackId, u64)> {
        let track = self.index.track(object)?;
        let n =
            track.spans.partition_point(|s| s.start_nanos < before || (s.start_nanos == before && s.seq < self.seq));
        let span = track.spans.get(n.checked_sub(1)?)?;
        match span.kind {
            SpanKind::Owner(owner) => Some((owner, before.saturating_sub(span.start_nanos))),
            _ => None,
        }
    }

    /// The owner just before this event, if it has not let go.
    fn held_by(&self, object: TrackId) -> Option<TrackId> {
        let track = self.index.track(object)?;
        let n = track.spans.partition_point(|s| s.seq < self.seq).checked_sub(1)?;
        let span = track.spans.get(n)?;
        let open = track.open && n + 1 == track.spans.len();
        match span.kind {
            SpanKind::Owner(owner) if open || span.end_nanos > self.at => Some(owner),
            _ => None,
        }
    }

    /// The stretch that this event ends.
    fn is_process(&self, id: TrackId) -> bool {
        self.trace.track(id).is_some_and(|track| track.kind == TrackKind::Process)
    }

    pub(crate) fn previous(&self, track: TrackId) -> Option<&Span> {
        let spans = &self.index.track(track)?.spans;
        spans.get(spans.partition_point(|s| s.seq < self.seq).checked_sub(1)?)
    }

    fn sentence(&self, event: Event) -> String {
        let on = event.track;
        match event.kind {
            EventKind::Born => match self.kind(on) {
                Some(TrackKind::Process) => self.say(Msg::WhyBornProcess, &[("thread", self.name(on))]),
                Some(TrackKind::Object(_)) => self.say(Msg::WhyBornObject, &[("object", &self.object(on))]),
                Some(TrackKind::Core) => self.say(Msg::WhyBornCore, &[("core", self.name(on))]),
                Some(TrackKind::Task) => self.say(Msg::TaskBorn, &[("thread", self.name(on))]),
                _ => self.say(Msg::WhyBornThread, &[("thread", self.name(on))]),
            },
            EventKind::State { to, by } => self.state(on, to, by),
            EventKind::GilTake { thread } => self.say(Msg::WhyGilTake, &[("thread", self.name(thread))]),
            EventKind::GilDrop { thread, why } => {
                let held = self.held(on, self.at).map_or(0, |(_, nanos)| nanos);
                let msg = match why {
                    GilDropReason::Request => Msg::WhyGilDropRequest,
                    GilDropReason::Blocking => Msg::WhyGilDropBlocking,
                    GilDropReason::Ticks => Msg::WhyGilDropTicks,
                    GilDropReason::Finished => Msg::WhyGilDropFinished,
                };
                self.say(msg, &[("thread", self.name(thread)), ("time", &duration(held))])
            }
            EventKind::GilRequest { waiter, holder } => {
                let held = self.held(on, self.at).map_or(0, |(_, nanos)| nanos);
                let values = [("thread", self.name(waiter)), ("holder", self.name(holder)), ("time", &duration(held))];
                self.say(Msg::WhyGilRequest, &values)
            }
            EventKind::Lock { action, by } => self.lock(on, action, by),
            EventKind::Core { thread: Some(thread) } => {
                self.say(Msg::WhyCore, &[("core", self.name(on)), ("thread", self.name(thread))])
            }
            EventKind::Core { thread: None } => self.say(Msg::WhyCoreIdle, &[("core", self.name(on))]),
            EventKind::Output { stderr, text } => {
                let msg = if stderr { Msg::WhyError } else { Msg::WhyOutput };
                self.say(msg, &[("thread", self.name(on)), ("what", &quote(self.trace.str(text)))])
            }
            EventKind::Spawn { child } => {
                if self.kind(child) == Some(TrackKind::Task) {
                    return self.say(Msg::TaskSpawn, &[("thread", self.name(on)), ("child", self.name(child))]);
                }
                self.say(Msg::WhySpawn, &[("thread", self.name(on)), ("child", self.name(child))])
            }
            EventKind::Joined { child } => {
                self.say(Msg::WhyJoined, &[("thread", self.name(on)), ("child", self.name(child))])
            }
            EventKind::Uncaught { text } => {
                self.say(Msg::WhyUncaught, &[("thread", self.name(on)), ("what", self.trace.str(text).trim_end())])
            }
            EventKind::Deadlocked { .. } => self.deadlocked(on),
            EventKind::Note { text } => self.say(Msg::WhyNote, &[("what", self.trace.str(text))]),
            EventKind::Chain { chain } => {
                self.say(Msg::TaskChain, &[("thread", self.name(on)), ("what", self.trace.str(chain))])
            }
            EventKind::LoopTurn { ready, timers, .. } => {
                let (object, ready, timers) = (self.object(on), ready.to_string(), timers.to_string());
                self.say(Msg::LoopTurn, &[("object", &object), ("level", &ready), ("count", &timers)])
            }
            EventKind::LoopStall { .. } => self.stall(on),
        }
    }

    fn state(&self, on: TrackId, to: State, by: Option<TrackId>) -> String {
        if self.kind(on) == Some(TrackKind::Task) {
            return self.task_state(on, to, by);
        }
        let thread = self.name(on);
        let before = self.previous(on);
        let waited = before.map_or(0, |s| self.at.saturating_sub(s.start_nanos));
        let time = duration(waited);
        let was = match before.map(|s| s.kind) {
            Some(SpanKind::State(state)) => Some(state),
            _ => None,
        };
        match to {
            State::Running { core } => self.running(thread, core, was, by, &time, waited),
            State::Runnable => match (was, by) {
                (Some(State::Running { core }), _) => {
                    let values = [("thread", thread), ("core", self.name(core)), ("time", &time)];
                    self.say(Msg::WhyReadyPreempted, &values)
                }
                (Some(State::Sleeping { .. }), _) => {
                    self.say(Msg::WhyReadySlept, &[("thread", thread), ("time", &time)])
                }
                (Some(_), Some(by)) => self.say(Msg::WhyReadyWoken, &[("thread", thread), ("waker", self.name(by))]),
                _ => self.say(Msg::WhyReady, &[("thread", thread)]),
            },
            State::GilWait { holder: Some(holder) } => {
                let gil = self.gil_of(on);
                let held = gil.and_then(|gil| self.held(gil, self.at)).filter(|(owner, _)| *owner == holder);
                let time = duration(held.map_or(0, |(_, nanos)| nanos));
                let values = [("thread", thread), ("holder", self.name(holder)), ("time", &time)];
                self.say(Msg::WhyGilWait, &values)
            }
            State::GilWait { holder: None } => match was {
                Some(State::Running { .. }) => self.say(Msg::WhyGilForced, &[("thread", thread)]),
                _ => self.say(Msg::WhyGilWaitFree, &[("thread", thread)]),
            },
            State::Blocked { on: object, holder } => self.blocked(on, object, holder),
            State::Joining { target } => self.say(Msg::WhyJoin, &[("thread", thread), ("child", self.name(target))]),
            State::Sleeping { until_nanos } => {
                let time = duration(until_nanos.saturating_sub(self.at));
                self.say(Msg::WhySleep, &[("thread", thread), ("time", &time)])
            }
            State::Io { what } => self.say(Msg::WhyIo, &[("thread", thread), ("what", self.trace.str(what))]),
            State::Finished { how } => match how {
                Finish::Returned if self.is_process(on) => self.say(Msg::WhyProcessEnds, &[("thread", thread)]),
                Finish::Returned => self.say(Msg::WhyFinished, &[("thread", thread)]),
                Finish::Raised(text) => {
                    self.say(Msg::WhyRaised, &[("thread", thread), ("what", self.trace.str(text).trim_end())])
                }
                Finish::Cut => self.say(Msg::WhyCut, &[("thread", thread)]),
            },
        }
    }

    fn running(
        &self,
        thread: &str,
        core: TrackId,
        was: Option<State>,
        by: Option<TrackId>,
        time: &str,
        waited: u64,
    ) -> String {
        let core = self.name(core);
        let waker = by.map_or("", |by| self.name(by));
        let common = [("thread", thread), ("core", core), ("time", time), ("waker", waker)];
        let with = |msg: Msg, key: &str, value: &str| {
            let [a, b, c, d] = common;
            self.say(msg, &[a, b, c, d, (key, value)])
        };
        match (was, by) {
            (Some(State::Runnable), _) if waited > 0 => self.say(Msg::WhyRunAfter, &common),
            (Some(State::GilWait { .. }), Some(_)) => self.say(Msg::WhyRunGil, &common),
            (Some(State::Blocked { on, .. }), Some(_)) if is_internal(self.trace, on) => {
                self.say(Msg::WhyRunStarted, &common)
            }
            (Some(State::Blocked { on, .. }), Some(_)) => with(Msg::WhyRunWoken, "object", &self.object(on)),
            (Some(State::Blocked { on, .. }), None) => with(Msg::WhyRunTimedOut, "object", &self.object(on)),
            (Some(State::Joining { target }), Some(_)) => with(Msg::WhyRunJoined, "child", self.name(target)),
            (Some(State::Joining { target }), None) => with(Msg::WhyRunTimedOut, "object", self.name(target)),
            (Some(State::Sleeping { .. }), _) => self.say(Msg::WhyRunSlept, &common),
            (Some(State::Io { what }), _) => with(Msg::WhyRunIo, "what", self.trace.str(what)),
            _ => self.say(Msg::WhyRun, &common),
        }
    }

    fn blocked(&self, thread: TrackId, object: TrackId, holder: Option<TrackId>) -> String {
        let named = self.object(object);
        let values = [("thread", self.name(thread)), ("object", named.as_str())];
        if self.kind(object) == Some(TrackKind::Object(ObjectKind::Loop)) {
            return self.say(Msg::LoopSelect, &values);
        }
        let kind = match self.kind(object) {
            Some(TrackKind::Object(kind)) => kind,
            _ => ObjectKind::Lock,
        };
        // A wait for what one holds oneself names no holder: nobody else can end it.
        let own = kind == ObjectKind::Lock && self.held_by(object) == Some(thread);
        match holder {
            None if own => self.say(Msg::WhyBlockedSelf, &values),
            Some(holder) if holder == thread => self.say(Msg::WhyBlockedSelf, &values),
            Some(holder) => {
                let held = self.held(object, self.at).filter(|(owner, _)| *owner == holder);
                let time = duration(held.map_or(0, |(_, nanos)| nanos));
                let [a, b] = values;
                self.say(Msg::WhyBlockedHeld, &[a, b, ("holder", self.name(holder)), ("time", &time)])
            }
            None => match kind {
                ObjectKind::Event | ObjectKind::Condition | ObjectKind::Barrier | ObjectKind::Future => {
                    self.say(Msg::WhyBlockedSignal, &values)
                }
                ObjectKind::Queue | ObjectKind::Pipe | ObjectKind::Pool => self.say(Msg::WhyBlockedQueue, &values),
                _ => self.say(Msg::WhyBlocked, &values),
            },
        }
    }

    /// All of a circle, or what a thread waits for that is outside of one.
    fn deadlocked(&self, thread: TrackId) -> String {
        let circle = circle(self.trace, self.index, thread);
        if circle.is_empty() {
            let what = stuck(self.trace, self.index, thread);
            let what = what.map_or_else(|| text(Msg::ForEver, self.lang).to_owned(), |wait| self.stuck(wait));
            return self.say(Msg::WhyDeadlock, &[("thread", self.name(thread)), ("what", &what)]);
        }
        let steps: Vec<String> = circle.into_iter().map(|wait| self.stuck(wait)).collect();
        self.say(Msg::WhyCircle, &[("what", &steps.join("; "))])
    }

    fn stuck(&self, Stuck { thread, object, next }: Stuck) -> String {
        let (thread, next) = (self.name(thread), next.map(|next| self.name(next)));
        let object = object.map(|object| self.object(object));
        match (&object, next) {
            (None, child) => self.say(Msg::StuckJoin, &[("thread", thread), ("child", child.unwrap_or_default())]),
            (Some(object), Some(holder)) => {
                self.say(Msg::StuckHeld, &[("thread", thread), ("object", object), ("holder", holder)])
            }
            (Some(object), None) => self.say(Msg::StuckAlone, &[("thread", thread), ("object", object)]),
        }
    }

    fn lock(&self, object: TrackId, action: LockAction, by: TrackId) -> String {
        let named = self.object(object);
        let values = [("thread", self.name(by)), ("object", named.as_str())];
        let [a, b] = values;
        let held = self.held(object, self.at);
        match action {
            LockAction::Acquire => self.say(Msg::WhyAcquire, &values),
            LockAction::Fail => match held.filter(|_| self.index.spans().owner_at(object, self.at).is_some()) {
                Some((owner, _)) => self.say(Msg::WhyFailHeld, &[a, b, ("holder", self.name(owner))]),
                None => self.say(Msg::WhyFail, &values),
            },
            LockAction::Release => match held {
                Some((_, nanos)) => self.say(Msg::WhyRelease, &[a, b, ("time", &duration(nanos))]),
                None => self.say(Msg::WhyReleaseAny, &values),
            },
            LockAction::Send(bytes) => self.say(Msg::WhySend, &[a, b, ("size", &size(bytes))]),
            LockAction::Receive(bytes) => self.say(Msg::WhyReceive, &[a, b, ("size", &size(bytes))]),
            LockAction::Level(level) => {
                let msg = match (self.kind(object), level) {
                    (Some(TrackKind::Object(ObjectKind::Semaphore)), _) => Msg::WhySemaphore,
                    (Some(TrackKind::Object(ObjectKind::Queue | ObjectKind::Pipe)), _) => Msg::WhyQueueLevel,
                    (Some(TrackKind::Object(ObjectKind::Pool)), _) => Msg::WhyBusy,
                    (Some(TrackKind::Object(ObjectKind::Event)), 0) => Msg::WhyEventClear,
                    (Some(TrackKind::Object(ObjectKind::Event)), _) => Msg::WhyEventSet,
                    (Some(TrackKind::Object(ObjectKind::Barrier)), _) => Msg::WhyBarrier,
                    _ => Msg::WhyLevel,
                };
                self.say(msg, &[a, b, ("level", &level_words(self.trace, object, level))])
            }
        }
    }

    fn gil_of(&self, thread: TrackId) -> Option<TrackId> {
        let process = self.trace.process_of(thread)?;
        let found = self.trace.tracks.iter().position(|t| is_gil(t.kind) && t.parent == Some(process));
        found.map(|row| TrackId(row as u32))
    }
}
