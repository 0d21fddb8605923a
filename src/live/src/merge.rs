//! One log from those of several processes: each worker writes its own, on its own clock.
//!
//! Keeps true: the order of every process's own events; the clock of the result is that of the first part, and does not run
//! back; a link between processes that the clocks' error would let point back in time is left out.

use interleave_trace::{
    ApplyError, Clock, Event, EventKind, Finish, LinkKind, Outcome, SourceId, SourceRange, State, StrId, Trace,
    TraceBuilder, TraceChunk, TrackId, TrackKind,
};

/// The log of one process, as far as it is known.
struct Part {
    trace: Trace,
    /// The part whose process started this one.
    parent: Option<usize>,
    /// To be added to its times to get those of the whole.
    offset_nanos: u64,
    /// Events up to here are known: no earlier one can come.
    known_nanos: u64,
    over: bool,
    /// When its worker was ended from outside, and why, in words: its threads are cut then.
    cut: Option<(u64, String)>,
    renamed: Renamed,
    links: usize,
}

/// Joins the logs of processes as they come.
pub struct Merger {
    builder: TraceBuilder,
    parts: Vec<Part>,
}

impl std::fmt::Debug for Merger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Merger").field("parts", &self.parts.len()).finish_non_exhaustive()
    }
}

/// Something that went from an event of one part to an event of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    pub kind: LinkKind,
    /// Part and row of the event.
    pub from: (usize, u32),
    pub to: (usize, u32),
}

impl Merger {
    #[must_use]
    pub fn new(settings: &str) -> Self {
        let producer = concat!("interleave-live ", env!("CARGO_PKG_VERSION"));
        Self { builder: TraceBuilder::new(producer, Clock::Wall, 0, "", settings), parts: Vec::new() }
    }

    /// A process that began at `offset_nanos`; returns its number.
    pub fn add(&mut self, parent: Option<usize>, offset_nanos: u64) -> usize {
        self.parts.push(Part {
            trace: Trace::default(),
            parent,
            offset_nanos,
            known_nanos: 0,
            over: false,
            cut: None,
            renamed: Renamed::default(),
            links: 0,
        });
        self.parts.len() - 1
    }

    /// More of a process's log; it is complete up to `known_nanos` of its own clock.
    ///
    /// # Errors
    /// The chunk does not fit.
    pub fn extend(&mut self, part: usize, chunk: TraceChunk, known_nanos: u64) -> Result<(), ApplyError> {
        let Some(part) = self.parts.get_mut(part) else { return Ok(()) };
        part.trace.apply(chunk)?;
        part.known_nanos = part.known_nanos.max(known_nanos);
        Ok(())
    }

    /// The process has ended: nothing more comes.
    pub fn close(&mut self, part: usize) {
        if let Some(part) = self.parts.get_mut(part) {
            part.over = true;
        }
    }

    /// As [`close`](Self::close), for a process whose worker could not say so itself: its threads are cut at `at_nanos`,
    /// and its lane says why.
    pub fn cut(&mut self, part: usize, at_nanos: u64, why: String) {
        if let Some(part) = self.parts.get_mut(part).filter(|part| !part.over) {
            let last = part.trace.events.at_nanos.last().map_or(0, |at| at + part.offset_nanos);
            part.over = true;
            part.cut = Some((at_nanos.max(last), why));
        }
    }

    /// The whole, as far as it is certain.
    #[must_use]
    pub fn trace(&self) -> &Trace {
        self.builder.trace()
    }

    /// Moves on as far as every process's log is known.
    pub fn advance(&mut self) {
        let known = self.parts.iter().filter(|p| !p.over).map(|p| p.offset_nanos + p.known_nanos).min();
        let known = known.unwrap_or(u64::MAX);
        loop {
            let next = self.parts.iter().enumerate().filter_map(|(number, part)| Some((part.next_nanos()?, number)));
            let Some((at, number)) = next.min().filter(|&(at, _)| at <= known) else { break };
            self.take_event(number, at);
        }
        for number in 0..self.parts.len() {
            self.names(number);
            self.link(number);
        }
    }

    /// Every process is over. What a killed worker could not say itself: its threads are cut at `at_nanos`.
    pub fn cut_all(&mut self, at_nanos: u64) {
        self.cut_tracks(at_nanos, None);
    }

    /// Cuts what is alive of these tracks, or of all.
    fn cut_tracks(&mut self, at_nanos: u64, of: Option<&[TrackId]>) {
        let concerns = |track: TrackId| of.is_none_or(|of| of.contains(&track));
        let trace = self.builder.trace();
        let mut alive: Vec<(TrackId, Option<TrackId>)> = Vec::new();
        let mut state: std::collections::BTreeMap<TrackId, Option<State>> = std::collections::BTreeMap::new();
        let mut holders = std::collections::BTreeMap::new();
        for event in trace.events.iter().filter(|event| concerns(event.track)) {
            match event.kind {
                EventKind::Born => {
                    state.insert(event.track, None);
                }
                EventKind::State { to, .. } => {
                    state.insert(event.track, Some(to));
                }
                EventKind::GilTake { thread } => {
                    holders.insert(event.track, thread);
                }
                EventKind::GilDrop { .. } => {
                    holders.remove(&event.track);
                }
                _ => {}
            }
        }
        let is = |track: TrackId, kind: TrackKind| trace.track(track).is_some_and(|t| t.kind == kind);
        let over = |s: &Option<State>| matches!(s, Some(State::Finished { .. }));
        for (&track, now) in state.iter().filter(|(_, s)| !over(s)) {
            if is(track, TrackKind::Thread) || is(track, TrackKind::Task) {
                let core = match now {
                    Some(State::Running { core }) if is(track, TrackKind::Thread) => Some(*core),
                    _ => None,
                };
                alive.push((track, core));
            }
        }
        let processes = state.iter().filter(|(t, s)| !over(s) && is(**t, TrackKind::Process));
        let processes: Vec<TrackId> = processes.map(|(&track, _)| track).collect();
        for (gil, thread) in holders {
            let why = interleave_trace::GilDropReason::Finished;
            self.builder.event(at_nanos, gil, EventKind::GilDrop { thread, why }, SourceRange::NONE);
        }
        let cut = State::Finished { how: Finish::Cut };
        for (track, core) in alive {
            if let Some(core) = core {
                self.builder.event(at_nanos, core, EventKind::Core { thread: None }, SourceRange::NONE);
            }
            self.builder.event(at_nanos, track, EventKind::State { to: cut, by: None }, SourceRange::NONE);
        }
        for track in processes {
            self.builder.event(at_nanos, track, EventKind::State { to: cut, by: None }, SourceRange::NONE);
        }
    }

    /// Ends the whole.
    #[must_use]
    pub fn finish(mut self, at_nanos: u64, outcome: Outcome) -> Trace {
        for part in &mut self.parts {
            part.over = true;
        }
        self.advance();
        self.builder.finish(at_nanos, outcome)
    }

    fn take_event(&mut self, number: usize, at: u64) {
        let above = self.parts.get(number).and_then(|p| p.parent).and_then(|p| self.parts.get(p));
        let above = above.and_then(|part| part.process());
        let Some(part) = self.parts.get_mut(number) else { return };
        let row = part.renamed.rows.len();
        let Some(event) = part.trace.events.get(row) else {
            if let Some((_, why)) = part.cut.take() {
                let (process, tracks) = (part.process(), part.renamed.tracks.clone());
                if let Some(process) = process {
                    let text = self.builder.add_string(why);
                    self.builder.event(at, process, EventKind::Note { text }, SourceRange::NONE);
                }
                self.cut_tracks(at, Some(&tracks));
            }
            return;
        };
        part.strings_and_sources(&mut self.builder);
        let seq = if event.kind == EventKind::Born {
            let Some(track) = part.trace.track(event.track) else { return };
            let parent = match track.parent {
                Some(parent) => Some(part.renamed.track(parent)),
                None if track.kind == TrackKind::Process => above,
                None => None,
            };
            let name = part.trace.str(track.name).to_owned();
            let id = self.builder.add_track(at, track.kind, &name, parent, track.number, track.daemon);
            let place = event.track.0 as usize;
            if part.renamed.tracks.len() <= place {
                part.renamed.tracks.resize(place + 1, TrackId(0));
            }
            if let Some(slot) = part.renamed.tracks.get_mut(place) {
                *slot = id;
            }
            (self.builder.trace().events.len() - 1) as u32
        } else {
            let Event { track, kind, range, .. } = event;
            let kind = part.renamed.kind(kind, part.offset_nanos);
            self.builder.event(at, part.renamed.track(track), kind, part.renamed.range(range))
        };
        part.renamed.rows.push(seq);
    }

    /// Tracks whose name has changed since they were born.
    fn names(&mut self, number: usize) {
        let Some(part) = self.parts.get(number) else { return };
        for (row, track) in part.trace.tracks.iter().enumerate().take(part.renamed.tracks.len()) {
            let (id, name) = (part.renamed.track(TrackId(row as u32)), part.trace.str(track.name));
            if self.builder.trace().track_name(id) != name {
                self.builder.rename_track(id, name);
            }
        }
    }

    fn link(&mut self, number: usize) {
        let Some(part) = self.parts.get_mut(number) else { return };
        while let Some(link) = part.trace.links.get(part.links) {
            let row = |seq: u32| part.renamed.rows.get(seq as usize).copied();
            let (Some(from), Some(to)) = (row(link.from_seq), row(link.to_seq)) else { return };
            self.builder.link(link.kind, from, to);
            part.links += 1;
        }
    }

    /// Draws what went between processes; one that the clocks' error lets point back in time is left out.
    pub fn cross(&mut self, crossing: Crossing) {
        let row = |(part, seq): (usize, u32)| self.parts.get(part)?.renamed.rows.get(seq as usize).copied();
        if let (Some(from), Some(to)) = (row(crossing.from), row(crossing.to))
            && from <= to
        {
            self.builder.link(crossing.kind, from, to);
        }
    }
}

impl Part {
    fn next_nanos(&self) -> Option<u64> {
        let event = self.trace.events.at_nanos.get(self.renamed.rows.len()).map(|at| at + self.offset_nanos);
        event.or_else(|| self.cut.as_ref().map(|(at, _)| *at))
    }

    /// Its process's track in the whole.
    fn process(&self) -> Option<TrackId> {
        let row = self.trace.tracks.iter().position(|track| track.kind == TrackKind::Process)?;
        self.renamed.tracks.get(row).copied()
    }

    fn strings_and_sources(&mut self, builder: &mut TraceBuilder) {
        while let Some(text) = self.trace.strings.get(self.renamed.strings.len()) {
            let id = builder.intern(text);
            self.renamed.strings.push(id);
        }
        while let Some(source) = self.trace.sources.get(self.renamed.sources.len()) {
            let (name, text) = (self.trace.str(source.name), self.trace.str(source.text));
            let same = |s: &interleave_trace::Source| {
                builder.trace().str(s.name) == name && builder.trace().str(s.text) == text
            };
            let known = builder.trace().sources.iter().position(same);
            let id = match known {
                Some(row) => SourceId(row as u32),
                None => builder.add_source(name, text),
            };
            self.renamed.sources.push(id);
        }
    }
}

/// What the numbers of a part become.
#[derive(Default)]
struct Renamed {
    strings: Vec<StrId>,
    sources: Vec<SourceId>,
    tracks: Vec<TrackId>,
    rows: Vec<u32>,
}

impl Renamed {
    fn track(&self, id: TrackId) -> TrackId {
        self.tracks.get(id.0 as usize).copied().unwrap_or(id)
    }

    fn string(&self, id: StrId) -> StrId {
        self.strings.get(id.0 as usize).copied().unwrap_or(id)
    }

    fn range(&self, range: SourceRange) -> SourceRange {
        match self.sources.get(range.source.0 as usize) {
            Some(&source) => SourceRange { source, ..range },
            None => SourceRange::NONE,
        }
    }

    fn state(&self, state: State, offset_nanos: u64) -> State {
        match state {
            State::Sleeping { until_nanos } => {
                State::Sleeping { until_nanos: until_nanos.saturating_add(offset_nanos) }
            }
            State::Running { core } => State::Running { core: self.track(core) },
            State::GilWait { holder } => State::GilWait { holder: holder.map(|t| self.track(t)) },
            State::Blocked { on, holder } => {
                State::Blocked { on: self.track(on), holder: holder.map(|t| self.track(t)) }
            }
            State::Joining { target } => State::Joining { target: self.track(target) },
            State::Io { what } => State::Io { what: self.string(what) },
            State::Finished { how: Finish::Raised(text) } => State::Finished { how: Finish::Raised(self.string(text)) },
            other => other,
        }
    }

    fn kind(&self, kind: EventKind, offset_nanos: u64) -> EventKind {
        match kind {
            EventKind::State { to, by } => {
                EventKind::State { to: self.state(to, offset_nanos), by: by.map(|t| self.track(t)) }
            }
            EventKind::GilTake { thread } => EventKind::GilTake { thread: self.track(thread) },
            EventKind::GilDrop { thread, why } => EventKind::GilDrop { thread: self.track(thread), why },
            EventKind::GilRequest { waiter, holder } => {
                EventKind::GilRequest { waiter: self.track(waiter), holder: self.track(holder) }
            }
            EventKind::Lock { action, by } => EventKind::Lock { action, by: self.track(by) },
            EventKind::Core { thread } => EventKind::Core { thread: thread.map(|t| self.track(t)) },
            EventKind::Output { stderr, text } => EventKind::Output { stderr, text: self.string(text) },
            EventKind::Spawn { child } => EventKind::Spawn { child: self.track(child) },
            EventKind::Joined { child } => EventKind::Joined { child: self.track(child) },
            EventKind::Uncaught { text } => EventKind::Uncaught { text: self.string(text) },
            EventKind::Note { text } => EventKind::Note { text: self.string(text) },
            EventKind::Chain { chain } => EventKind::Chain { chain: self.string(chain) },
            EventKind::LoopTurn { ready, timers, by } => EventKind::LoopTurn { ready, timers, by: self.track(by) },
            EventKind::Born | EventKind::Deadlocked { .. } | EventKind::LoopStall { .. } => kind,
        }
    }
}
