//! Writing a trace: interning, track registration, the order of events.

use crate::event::{Event, EventKind, Events};
use crate::ids::{SourceId, SourceRange, StrId, TrackId};
use crate::model::{Clock, Decision, Link, LinkKind, Outcome, Source, Trace, Track, TrackKind, VERSION};

/// Appends to a [`Trace`]. Keeps true: ids are dense and in order of first use; time never runs back (an earlier time is
/// raised to the last one, so that a host's rounding cannot break the log).
#[derive(Clone, Debug)]
pub struct TraceBuilder {
    trace: Trace,
    /// Those strings of the trace that `intern` finds again, by their text.
    interned: Vec<StrId>,
    /// How many rows there would be, where none is kept.
    dropped: Option<u32>,
}

impl TraceBuilder {
    #[must_use]
    pub fn new(producer: &str, clock: Clock, seed: u64, profile: &str, settings: &str) -> Self {
        Self {
            trace: Trace {
                version: VERSION,
                producer: producer.to_owned(),
                clock,
                seed,
                profile: profile.to_owned(),
                settings: settings.to_owned(),
                schedule: Vec::new(),
                strings: Vec::new(),
                sources: Vec::new(),
                tracks: Vec::new(),
                events: Events::default(),
                links: Vec::new(),
                end_nanos: 0,
                outcome: Outcome::Open,
            },
            interned: Vec::new(),
            dropped: None,
        }
    }

    /// Keeps no events and no links from here on and counts them only: for a run whose trace nobody will read. A million switches
    /// of tasks take 100 MB otherwise.
    pub fn drop_rows(&mut self) {
        self.dropped = Some(self.rows() as u32);
        (self.trace.events, self.trace.links) = (Events::default(), Vec::new());
    }

    /// How many events were written.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.dropped.map_or(self.trace.events.len(), |rows| rows as usize)
    }

    pub fn intern(&mut self, text: &str) -> StrId {
        let strings = &self.trace.strings;
        let found =
            self.interned.binary_search_by(|id| strings.get(id.0 as usize).map(String::as_str).cmp(&Some(text)));
        match found {
            Ok(at) => self.interned[at],
            Err(at) => {
                let id = self.add_string(text.to_owned());
                self.interned.insert(at, id);
                id
            }
        }
    }

    /// A string that is not worth looking up again (program output).
    pub fn add_string(&mut self, text: String) -> StrId {
        let id = StrId(self.trace.strings.len() as u32);
        self.trace.strings.push(text);
        id
    }

    pub fn add_source(&mut self, name: &str, text: &str) -> SourceId {
        let (name, text) = (self.intern(name), self.intern(text));
        let id = SourceId(self.trace.sources.len() as u32);
        self.trace.sources.push(Source { name, text });
        id
    }

    /// Registers a track and writes its `Born` event.
    pub fn add_track(
        &mut self,
        at_nanos: u64,
        kind: TrackKind,
        name: &str,
        parent: Option<TrackId>,
        number: u64,
        daemon: bool,
    ) -> TrackId {
        let name = self.intern(name);
        let id = TrackId(self.trace.tracks.len() as u32);
        self.trace.tracks.push(Track { kind, name, parent, number, daemon });
        self.event(at_nanos, id, EventKind::Born, SourceRange::NONE);
        id
    }

    /// A track's name may become known later than the track (a lock is named by the variable it is first stored in).
    pub fn rename_track(&mut self, track: TrackId, name: &str) {
        let name = self.intern(name);
        if let Some(t) = self.trace.tracks.get_mut(track.0 as usize) {
            t.name = name;
        }
    }

    /// Appends one event; returns its `seq`.
    pub fn event(&mut self, at_nanos: u64, track: TrackId, kind: EventKind, range: SourceRange) -> u32 {
        let at_nanos = at_nanos.max(self.trace.end_nanos);
        self.trace.end_nanos = at_nanos;
        if let Some(rows) = &mut self.dropped {
            *rows += 1;
            return *rows - 1;
        }
        self.trace.events.push(Event { at_nanos, track, kind, range });
        (self.trace.events.len() - 1) as u32
    }

    pub fn link(&mut self, kind: LinkKind, from_seq: u32, to_seq: u32) {
        if self.dropped.is_none() {
            self.trace.links.push(Link { kind, from_seq, to_seq });
        }
    }

    pub fn decision(&mut self, decision: Decision) {
        self.trace.schedule.push(decision);
    }

    #[must_use]
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Ends the log.
    #[must_use]
    pub fn finish(mut self, at_nanos: u64, outcome: Outcome) -> Trace {
        self.trace.end_nanos = self.trace.end_nanos.max(at_nanos);
        self.trace.outcome = outcome;
        self.trace
    }
}
