//! What must be true of every log, whoever wrote it.
//!
//! The legal transitions of a thread or task (`·` = anything that is not listed is a violation):
//!
//! | from | to |
//! | --- | --- |
//! | born | running, runnable, GIL wait; finished (cut before it ever ran) |
//! | running | everything but running |
//! | runnable | running, GIL wait; finished (cut) |
//! | GIL wait | running, runnable; finished (cut) |
//! | blocked, joining | running, runnable, GIL wait, blocked (a notified waiter takes the lock back); finished (cut) |
//! | sleeping, I/O | running, runnable, GIL wait; finished (cut) |
//! | finished | nothing |
//!
//! A task takes part in its thread's states while it has its turn: where the thread sleeps or waits, so does the task. A task
//! is running only where a thread of its process runs on the same core, and each core runs one task at most.
//!
//! A process track has no states but `Finished`. Several events may share one instant; rules that compare two tracks
//! (core and thread, wait and time-out) are therefore checked where an instant ends, rules about one track at once.

use thiserror::Error;

use crate::event::{EventKind, Finish, LockAction, State};
use crate::ids::{SourceRange, StrId, TrackId};
use crate::model::{ObjectKind, Outcome, Trace, TrackKind, VERSION};

/// Where in the log a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Header,
    Track(TrackId),
    /// Row number of the event.
    Seq(u32),
    /// Row number of the link.
    Link(u32),
    /// Row number of the decision.
    Decision(u32),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Header => write!(f, "header"),
            Self::Track(id) => write!(f, "track {}", id.0),
            Self::Seq(seq) => write!(f, "event {seq}"),
            Self::Link(row) => write!(f, "link {row}"),
            Self::Decision(row) => write!(f, "decision {row}"),
        }
    }
}

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{place}: {rule}")]
pub struct Violation {
    pub place: Place,
    pub rule: Rule,
}

/// The rules, each worded as what is wrong when it is broken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Rule {
    #[error("version {0} is newer than {VERSION}")]
    Version(u32),
    #[error("the columns of the events differ in length")]
    Columns,
    #[error("the run ends before its last event")]
    EndBeforeLastEvent,
    #[error("{0} is out of range")]
    OutOfRange(&'static str),
    #[error("a {0:?} cannot belong to a {1:?}")]
    Parent(TrackKind, Option<TrackKind>),
    #[error("the parent comes after its child")]
    ParentLater,
    #[error("the clock runs back from {0} ns to {1} ns")]
    ClockBack(u64, u64),
    #[error("the track was never born")]
    NeverBorn,
    #[error("the track is used before it was born")]
    BeforeBirth,
    #[error("the track is born twice")]
    BornTwice,
    #[error("the track has already finished")]
    AfterFinish,
    #[error("an event of this kind cannot be on a {0:?} track")]
    WrongTrack(TrackKind),
    #[error("{what} is a {kind:?}")]
    WrongReference { what: &'static str, kind: TrackKind },
    #[error("{from} cannot become {to}")]
    Transition { from: &'static str, to: &'static str },
    #[error("the wait ({0}) ended, but nobody is named who ended it")]
    NoWaker(&'static str),
    #[error("the sleep ended at {at} ns, before its time ({until} ns)")]
    WokeEarly { at: u64, until: u64 },
    #[error("track {thread} takes the GIL while track {holder} holds it")]
    GilTaken { thread: u32, holder: u32 },
    #[error("track {0} drops a GIL that it does not hold")]
    GilNotHeld(u32),
    #[error("track {0} has finished and still holds the GIL")]
    GilKept(u32),
    #[error("the drop request names track {named}, but the holder is {holder:?}")]
    GilRequest { named: u32, holder: Option<u32> },
    #[error("track {0} belongs to another process than the GIL")]
    GilForeign(u32),
    #[error("track {by} acquires what track {owner} owns")]
    LockTaken { by: u32, owner: u32 },
    #[error("the object is released, but nobody owns it")]
    LockNotHeld,
    #[error("{0} threads run on core {1}")]
    CoreShared(usize, u32),
    #[error("core {core} shows {shown:?}, but {running:?} runs on it")]
    CoreDisagrees { core: u32, shown: Option<u32>, running: Option<u32> },
    #[error("task {task} runs on a core where task {other} has its turn")]
    TasksTogether { task: u32, other: u32 },
    #[error("task {0} runs on a core on which no thread of its process runs")]
    TaskWithoutThread(u32),
    #[error("joined a thread that has not finished")]
    JoinedUnfinished,
    #[error("the link points back in time")]
    LinkBack,
    #[error("the choice is not one of its candidates")]
    Choice,
}

/// At most this many violations are reported: one broken rule tends to break the rest of the log.
const MAX_REPORTED: usize = 64;

impl Trace {
    /// Checks every rule of this module.
    ///
    /// # Errors
    /// The violations in log order, at most 64 of them.
    pub fn validate(&self) -> Result<(), Vec<Violation>> {
        let mut checker = Checker::new(self);
        checker.header();
        checker.tracks();
        checker.events();
        checker.links();
        if checker.found.is_empty() { Ok(()) } else { Err(checker.found) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Life {
    Unborn,
    Born,
    In(State),
    Over,
}

/// What the checker knows about one track.
struct Now {
    life: Life,
    /// Object tracks: who owns it, and how often (re-entrant locks).
    owner: Option<TrackId>,
    depth: u32,
    /// Core tracks: what the last `Core` event said, and which threads are `Running` there.
    shown: Option<TrackId>,
    running: Vec<TrackId>,
    /// Core tracks: the task that has its turn there.
    task: Option<TrackId>,
}

/// A wait on an object that ended without a waker: legal only beside a failed acquire of the same instant.
struct TimedOut {
    seq: u32,
    thread: TrackId,
    on: TrackId,
}

struct Checker<'t> {
    trace: &'t Trace,
    found: Vec<Violation>,
    now: Vec<Now>,
    /// Every GIL with its process.
    gils: Vec<(TrackId, Option<TrackId>)>,
    // The current instant.
    cores_touched: Vec<TrackId>,
    /// Tasks that began to run in this instant.
    tasks_touched: Vec<(u32, TrackId, TrackId)>,
    timed_out: Vec<TimedOut>,
    failed: Vec<(TrackId, TrackId)>,
    /// GILs whose holder has finished in this instant.
    gil_pending: Vec<(u32, TrackId, TrackId)>,
}

impl<'t> Checker<'t> {
    fn new(trace: &'t Trace) -> Self {
        let now = trace
            .tracks
            .iter()
            .map(|_| Now { life: Life::Unborn, owner: None, depth: 0, shown: None, running: Vec::new(), task: None })
            .collect();
        let is_gil = |kind| kind == TrackKind::Object(ObjectKind::Gil);
        let gils = trace.tracks.iter().enumerate().filter(|(_, t)| is_gil(t.kind));
        Self {
            trace,
            found: Vec::new(),
            now,
            gils: gils.map(|(row, t)| (TrackId(row as u32), t.parent)).collect(),
            cores_touched: Vec::new(),
            tasks_touched: Vec::new(),
            timed_out: Vec::new(),
            failed: Vec::new(),
            gil_pending: Vec::new(),
        }
    }

    fn report(&mut self, place: Place, rule: Rule) {
        if self.found.len() < MAX_REPORTED {
            self.found.push(Violation { place, rule });
        }
    }

    fn header(&mut self) {
        let trace = self.trace;
        if trace.version > VERSION {
            self.report(Place::Header, Rule::Version(trace.version));
        }
        let events = &trace.events;
        let rows = events.at_nanos.len();
        if [events.track.len(), events.kind.len(), events.range.len()] != [rows; 3] {
            self.report(Place::Header, Rule::Columns);
        }
        if events.at_nanos.last().is_some_and(|&last| last > trace.end_nanos) {
            self.report(Place::Header, Rule::EndBeforeLastEvent);
        }
        for source in &trace.sources {
            self.string(Place::Header, source.name);
            self.string(Place::Header, source.text);
        }
        for (row, decision) in trace.schedule.iter().enumerate() {
            // `chosen` is one of the candidates, by value or by position.
            let legal = decision.candidates.contains(&decision.chosen)
                || (decision.chosen as usize) < decision.candidates.len();
            if !legal {
                self.report(Place::Decision(row as u32), Rule::Choice);
            }
        }
    }

    fn tracks(&mut self) {
        for (row, track) in self.trace.tracks.iter().enumerate() {
            let id = TrackId(row as u32);
            let place = Place::Track(id);
            self.string(place, track.name);
            if track.parent.is_some_and(|parent| parent >= id) {
                self.report(place, Rule::ParentLater);
                continue;
            }
            let parent = track.parent.and_then(|p| self.trace.track(p)).map(|t| t.kind);
            let legal = match track.kind {
                TrackKind::Core => parent.is_none(),
                TrackKind::Process => matches!(parent, None | Some(TrackKind::Process)),
                TrackKind::Thread => parent == Some(TrackKind::Process),
                TrackKind::Task => parent == Some(TrackKind::Thread),
                TrackKind::Object(ObjectKind::Gil) => parent == Some(TrackKind::Process),
                TrackKind::Object(_) => matches!(parent, None | Some(TrackKind::Process)),
            };
            if !legal {
                self.report(place, Rule::Parent(track.kind, parent));
            }
        }
    }

    fn links(&mut self) {
        let rows = self.trace.events.len() as u32;
        for (row, link) in self.trace.links.iter().enumerate() {
            let place = Place::Link(row as u32);
            if link.from_seq > link.to_seq {
                self.report(place, Rule::LinkBack);
            }
            if link.from_seq >= rows || link.to_seq >= rows {
                self.report(place, Rule::OutOfRange("an end of the link"));
            }
        }
    }

    fn events(&mut self) {
        let mut before = 0;
        for (row, event) in self.trace.events.iter().enumerate() {
            let seq = row as u32;
            let place = Place::Seq(seq);
            if event.at_nanos < before {
                self.report(place, Rule::ClockBack(before, event.at_nanos));
            }
            if event.at_nanos > before {
                self.end_instant(seq);
            }
            before = event.at_nanos.max(before);
            self.range(place, event.range);
            let Some(track) = self.trace.track(event.track) else {
                self.report(place, Rule::OutOfRange("the track"));
                continue;
            };
            match (self.life(event.track), event.kind) {
                (Life::Unborn, EventKind::Born) => self.set_life(event.track, Life::Born),
                (_, EventKind::Born) => self.report(place, Rule::BornTwice),
                (Life::Unborn, _) => self.report(place, Rule::BeforeBirth),
                (Life::Over, EventKind::Note { .. }) => {}
                (Life::Over, _) => self.report(place, Rule::AfterFinish),
                (_, kind) => self.event(seq, event.at_nanos, event.track, track.kind, kind),
            }
        }
        // The last instant of a log that still grows may be half written.
        if self.trace.outcome != Outcome::Open {
            self.end_instant(self.trace.events.len().saturating_sub(1) as u32);
            for row in 0..self.now.len() {
                let id = TrackId(row as u32);
                if self.life(id) == Life::Unborn {
                    self.report(Place::Track(id), Rule::NeverBorn);
                }
            }
        }
    }

    fn event(&mut self, seq: u32, at_nanos: u64, id: TrackId, on: TrackKind, kind: EventKind) {
        let place = Place::Seq(seq);
        let legal = match kind {
            EventKind::Born | EventKind::Note { .. } => true,
            EventKind::State { to: State::Finished { .. }, .. } => on.has_states() || on == TrackKind::Process,
            EventKind::State { .. }
            | EventKind::Output { .. }
            | EventKind::Spawn { .. }
            | EventKind::Joined { .. }
            | EventKind::Uncaught { .. }
            | EventKind::Deadlocked { .. } => on.has_states(),
            EventKind::Chain { .. } | EventKind::LoopStall { .. } => on == TrackKind::Task,
            EventKind::LoopTurn { .. } => on == TrackKind::Object(ObjectKind::Loop),
            EventKind::GilTake { .. } | EventKind::GilDrop { .. } | EventKind::GilRequest { .. } => {
                on == TrackKind::Object(ObjectKind::Gil)
            }
            EventKind::Lock { .. } => matches!(on, TrackKind::Object(kind) if kind != ObjectKind::Gil),
            EventKind::Core { .. } => on == TrackKind::Core,
        };
        if !legal {
            self.report(place, Rule::WrongTrack(on));
            return;
        }
        match kind {
            EventKind::Born => {}
            EventKind::State { to, by } => self.state(seq, at_nanos, id, on, to, by),
            EventKind::GilTake { thread } => {
                self.actor(place, "the taker", thread);
                if let Some(holder) = self.owner(id) {
                    self.report(place, Rule::GilTaken { thread: thread.0, holder: holder.0 });
                }
                if self.trace.process_of(thread) != self.trace.process_of(id) {
                    self.report(place, Rule::GilForeign(thread.0));
                }
                self.set_owner(id, Some(thread));
            }
            EventKind::GilDrop { thread, .. } => {
                if self.owner(id) != Some(thread) {
                    self.report(place, Rule::GilNotHeld(thread.0));
                }
                self.set_owner(id, None);
            }
            EventKind::GilRequest { waiter, holder } => {
                self.actor(place, "the waiter", waiter);
                let holds = self.owner(id);
                if holds != Some(holder) || waiter == holder {
                    self.report(place, Rule::GilRequest { named: holder.0, holder: holds.map(|t| t.0) });
                }
            }
            EventKind::Lock { action, by } => self.lock(place, id, on, action, by),
            EventKind::Core { thread } => {
                if let Some(thread) = thread {
                    self.reference(place, "what runs on the core", thread, |k| k == TrackKind::Thread);
                }
                if let Some(now) = self.now.get_mut(id.0 as usize) {
                    now.shown = thread;
                }
                self.cores_touched.push(id);
            }
            EventKind::LoopTurn { by, .. } => self.actor(place, "the loop's thread", by),
            EventKind::LoopStall { .. } => {}
            EventKind::Output { text, .. }
            | EventKind::Uncaught { text }
            | EventKind::Note { text }
            | EventKind::Chain { chain: text } => {
                self.string(place, text);
            }
            EventKind::Spawn { child } => {
                self.reference(place, "the child", child, |k| k.has_states() || k == TrackKind::Process);
            }
            EventKind::Joined { child } => {
                self.reference(place, "the child", child, |k| k.has_states() || k == TrackKind::Process);
                let is_process = self.trace.track(child).is_some_and(|t| t.kind == TrackKind::Process);
                if !is_process && self.life(child) != Life::Over {
                    self.report(place, Rule::JoinedUnfinished);
                }
            }
            EventKind::Deadlocked { .. } => {}
        }
    }

    fn state(&mut self, seq: u32, at_nanos: u64, id: TrackId, on: TrackKind, to: State, by: Option<TrackId>) {
        let place = Place::Seq(seq);
        let life = self.life(id);
        if on == TrackKind::Process {
            self.set_life(id, Life::Over);
            return;
        }
        if !is_legal(life, to) {
            self.report(place, Rule::Transition { from: life_name(life), to: state_name(to) });
        }
        self.state_references(place, to, by);
        let cut = matches!(to, State::Finished { how: Finish::Cut });
        if let (Life::In(from), None, false) = (life, by, cut) {
            match from {
                State::Blocked { on, .. } => self.timed_out.push(TimedOut { seq, thread: id, on }),
                State::GilWait { holder: Some(_) } => self.report(place, Rule::NoWaker("GIL")),
                State::Joining { target } if self.life(target) == Life::Over => {
                    self.report(place, Rule::NoWaker("join"));
                }
                State::Sleeping { until_nanos } if at_nanos < until_nanos => {
                    self.report(place, Rule::WokeEarly { at: at_nanos, until: until_nanos });
                }
                _ => {}
            }
        }
        if on == TrackKind::Thread {
            if let Life::In(State::Running { core }) = life {
                if let Some(now) = self.now.get_mut(core.0 as usize) {
                    now.running.retain(|&t| t != id);
                }
                self.cores_touched.push(core);
            }
            if let State::Running { core } = to {
                if let Some(now) = self.now.get_mut(core.0 as usize) {
                    now.running.push(id);
                }
                self.cores_touched.push(core);
            }
        }
        if on == TrackKind::Task {
            if let Life::In(State::Running { core }) = life
                && let Some(now) = self.now.get_mut(core.0 as usize)
                && now.task == Some(id)
            {
                now.task = None;
            }
            if let State::Running { core } = to {
                let other = self.now.get_mut(core.0 as usize).and_then(|now| now.task.replace(id));
                if let Some(other) = other {
                    self.report(place, Rule::TasksTogether { task: id.0, other: other.0 });
                }
                self.tasks_touched.push((seq, id, core));
            }
        }
        if let State::Finished { .. } = to {
            self.set_life(id, Life::Over);
            let process = self.trace.process_of(id);
            for &(gil, of) in &self.gils {
                if of == process && self.now.get(gil.0 as usize).is_some_and(|n| n.owner == Some(id)) {
                    self.gil_pending.push((seq, gil, id));
                }
            }
        } else {
            self.set_life(id, Life::In(to));
        }
    }

    fn state_references(&mut self, place: Place, to: State, by: Option<TrackId>) {
        if let Some(by) = by {
            self.reference(place, "the waker", by, |k| k.has_states() || k == TrackKind::Process);
        }
        match to {
            State::Running { core } => self.reference(place, "the core", core, |k| k == TrackKind::Core),
            State::GilWait { holder } => {
                if let Some(holder) = holder {
                    self.actor(place, "the holder", holder);
                }
            }
            State::Blocked { on, holder } => {
                self.reference(place, "the awaited object", on, |k| matches!(k, TrackKind::Object(_)));
                if let Some(holder) = holder {
                    self.actor(place, "the owner", holder);
                }
            }
            State::Joining { target } => {
                self.reference(place, "the joined track", target, |k| k.has_states() || k == TrackKind::Process);
            }
            State::Io { what } | State::Finished { how: Finish::Raised(what) } => self.string(place, what),
            State::Runnable | State::Sleeping { .. } | State::Finished { .. } => {}
        }
    }

    fn lock(&mut self, place: Place, id: TrackId, on: TrackKind, action: LockAction, by: TrackId) {
        self.actor(place, "the acting thread", by);
        if action == LockAction::Fail {
            self.failed.push((id, by));
        }
        let TrackKind::Object(kind) = on else { return };
        if !kind.has_owner() {
            return;
        }
        let owner = self.owner(id);
        match action {
            LockAction::Acquire => {
                if let Some(owner) = owner.filter(|&o| o != by || kind != ObjectKind::RLock) {
                    self.report(place, Rule::LockTaken { by: by.0, owner: owner.0 });
                }
                self.set_owner(id, Some(by));
                if let Some(now) = self.now.get_mut(id.0 as usize) {
                    now.depth += 1;
                }
            }
            LockAction::Release => {
                if owner.is_none() {
                    self.report(place, Rule::LockNotHeld);
                }
                if let Some(now) = self.now.get_mut(id.0 as usize) {
                    now.depth = now.depth.saturating_sub(1);
                    if now.depth == 0 {
                        now.owner = None;
                    }
                }
            }
            LockAction::Fail | LockAction::Level(_) | LockAction::Send(_) | LockAction::Receive(_) => {}
        }
    }

    /// Rules that compare tracks, once everything of one instant has been read. `seq` is the event that ends it.
    fn end_instant(&mut self, seq: u32) {
        let place = Place::Seq(seq);
        let mut cores = std::mem::take(&mut self.cores_touched);
        cores.sort_unstable();
        cores.dedup();
        for core in cores.drain(..) {
            let Some(now) = self.now.get(core.0 as usize) else { continue };
            let (count, first, shown) = (now.running.len(), now.running.first().copied(), now.shown);
            if count > 1 {
                self.report(place, Rule::CoreShared(count, core.0));
            } else if first != shown {
                let (shown, running) = (shown.map(|t| t.0), first.map(|t| t.0));
                self.report(place, Rule::CoreDisagrees { core: core.0, shown, running });
            }
        }
        self.cores_touched = cores;
        for (seq, task, core) in std::mem::take(&mut self.tasks_touched) {
            if self.life(task) != Life::In(State::Running { core }) {
                continue;
            }
            let process = self.trace.process_of(task);
            let running = self.now.get(core.0 as usize).map_or(&[][..], |now| &now.running);
            if !running.iter().any(|&thread| self.trace.process_of(thread) == process) {
                self.report(Place::Seq(seq), Rule::TaskWithoutThread(task.0));
            }
        }
        for wait in std::mem::take(&mut self.timed_out) {
            if !self.failed.contains(&(wait.on, wait.thread)) {
                self.report(Place::Seq(wait.seq), Rule::NoWaker("object"));
            }
        }
        self.failed.clear();
        for (seq, gil, thread) in std::mem::take(&mut self.gil_pending) {
            if self.owner(gil) == Some(thread) {
                self.report(Place::Seq(seq), Rule::GilKept(thread.0));
            }
        }
    }

    fn life(&self, id: TrackId) -> Life {
        self.now.get(id.0 as usize).map_or(Life::Unborn, |n| n.life)
    }

    fn set_life(&mut self, id: TrackId, life: Life) {
        if let Some(now) = self.now.get_mut(id.0 as usize) {
            now.life = life;
        }
    }

    fn owner(&self, id: TrackId) -> Option<TrackId> {
        self.now.get(id.0 as usize)?.owner
    }

    fn set_owner(&mut self, id: TrackId, owner: Option<TrackId>) {
        if let Some(now) = self.now.get_mut(id.0 as usize) {
            now.owner = owner;
        }
    }

    fn string(&mut self, place: Place, id: StrId) {
        if id.0 as usize >= self.trace.strings.len() {
            self.report(place, Rule::OutOfRange("a string"));
        }
    }

    fn range(&mut self, place: Place, range: SourceRange) {
        if range.is_none() {
            return;
        }
        let length = self.trace.sources.get(range.source.0 as usize).map(|s| self.trace.str(s.text).len());
        let legal = length.is_some_and(|length| range.start <= range.end && range.end as usize <= length);
        if !legal {
            self.report(place, Rule::OutOfRange("the source range"));
        }
    }

    fn actor(&mut self, place: Place, what: &'static str, id: TrackId) {
        self.reference(place, what, id, TrackKind::has_states);
    }

    fn reference(&mut self, place: Place, what: &'static str, id: TrackId, legal: impl Fn(TrackKind) -> bool) {
        match self.trace.track(id).map(|t| t.kind) {
            None => self.report(place, Rule::OutOfRange(what)),
            Some(kind) if !legal(kind) => self.report(place, Rule::WrongReference { what, kind }),
            Some(_) if self.life(id) == Life::Unborn => self.report(place, Rule::BeforeBirth),
            Some(_) => {}
        }
    }
}

/// The table at the head of this module.
fn is_legal(from: Life, to: State) -> bool {
    use State::{Blocked, Finished, GilWait, Joining, Runnable, Running};
    let cut = matches!(to, Finished { how: Finish::Cut });
    match from {
        Life::Unborn | Life::Over => false,
        Life::In(Running { .. }) => !matches!(to, Running { .. }),
        Life::In(GilWait { .. }) => cut || matches!(to, Running { .. } | Runnable),
        Life::In(Runnable) => cut || matches!(to, Running { .. } | GilWait { .. }),
        Life::In(Blocked { .. } | Joining { .. }) => {
            cut || matches!(to, Running { .. } | Runnable | GilWait { .. } | Blocked { .. })
        }
        Life::Born | Life::In(_) => cut || matches!(to, Running { .. } | Runnable | GilWait { .. }),
    }
}

fn life_name(life: Life) -> &'static str {
    match life {
        Life::Unborn => "unborn",
        Life::Born => "born",
        Life::In(state) => state_name(state),
        Life::Over => "finished",
    }
}

fn state_name(state: State) -> &'static str {
    match state {
        State::Running { .. } => "running",
        State::Runnable => "runnable",
        State::GilWait { .. } => "GIL wait",
        State::Blocked { .. } => "blocked",
        State::Joining { .. } => "joining",
        State::Sleeping { .. } => "sleeping",
        State::Io { .. } => "I/O",
        State::Finished { .. } => "finished",
    }
}
