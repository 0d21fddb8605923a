//! Stretches of time, derived from the log: how long each state, owner and level lasted.
//!
//! Keeps true: the spans of a track are in order, do not overlap, and those of a thread or task lie end to end from its
//! first state to its end (so categories sum to the lifetime exactly). Built by [`SpanIndex::extend`], which reads each
//! event once, however often it is called while the log grows. Must not know: pixels.

use crate::event::{EventKind, LockAction, State};
use crate::ids::TrackId;
use crate::model::{ObjectKind, Trace, TrackKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanKind {
    /// Thread and task tracks; never `Finished`.
    State(State),
    /// Tracks of objects with one owner (GIL, locks): this thread held it.
    Owner(TrackId),
    /// Tracks of objects with a number (semaphore, queue, event, barrier).
    Level(i64),
    /// Core tracks: this thread was on it.
    OnCore(TrackId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start_nanos: u64,
    /// One past the last nanosecond. For the open last span: the end of the log so far.
    pub end_nanos: u64,
    /// The event that began it.
    pub seq: u32,
    pub kind: SpanKind,
}

impl Span {
    #[must_use]
    pub fn nanos(&self) -> u64 {
        self.end_nanos.saturating_sub(self.start_nanos)
    }
}

/// The spans of one track.
#[derive(Clone, Debug, Default)]
pub struct TrackSpans {
    pub spans: Vec<Span>,
    /// Events worth a mark of their own (output, requests, failed acquires, notes, deadlock, uncaught): their `seq`.
    pub marks: Vec<u32>,
    pub born_nanos: Option<u64>,
    /// The `Finished` event: time and `seq`.
    pub finished: Option<(u64, u32)>,
    /// Whether the last span has not ended yet (in a finished run: it never did, as in a deadlock).
    pub open: bool,
    /// Recursive acquisitions of a re-entrant lock.
    depth: u32,
    /// Bytes on their way through a pipe.
    bytes: i64,
    /// A queue that tells its own level.
    counts: bool,
}

impl TrackSpans {
    /// The span that covers `at_nanos`. Of several that begin in that instant, the one that lasts.
    #[must_use]
    pub fn at(&self, at_nanos: u64) -> Option<&Span> {
        let i = self.spans.partition_point(|s| s.start_nanos <= at_nanos).checked_sub(1)?;
        let span = self.spans.get(i)?;
        let open = self.open && i + 1 == self.spans.len();
        (at_nanos < span.end_nanos || open).then_some(span)
    }

    /// Position of the first span that ends after `at_nanos`.
    #[must_use]
    pub fn first_ending_after(&self, at_nanos: u64) -> usize {
        self.spans.partition_point(|s| s.end_nanos <= at_nanos)
    }

    fn close(&mut self, at_nanos: u64) {
        if self.open {
            if let Some(last) = self.spans.last_mut() {
                last.end_nanos = at_nanos;
            }
            self.open = false;
        }
    }

    fn start(&mut self, at_nanos: u64, seq: u32, kind: SpanKind) {
        self.close(at_nanos);
        self.spans.push(Span { start_nanos: at_nanos, end_nanos: at_nanos, seq, kind });
        self.open = true;
    }
}

/// The spans of every track.
#[derive(Clone, Debug, Default)]
pub struct SpanIndex {
    tracks: Vec<TrackSpans>,
    events_read: usize,
}

impl SpanIndex {
    #[must_use]
    pub fn of(trace: &Trace) -> Self {
        let mut index = Self::default();
        index.extend(trace);
        index
    }

    /// Reads the events that were appended since the last call. The trace must be the same one, grown.
    pub fn extend(&mut self, trace: &Trace) {
        if self.tracks.len() < trace.tracks.len() {
            self.tracks.resize_with(trace.tracks.len(), TrackSpans::default);
        }
        for seq in self.events_read..trace.events.len() {
            if let Some(event) = trace.events.get(seq) {
                self.read(trace, seq as u32, event.at_nanos, event.track, event.kind);
            }
        }
        self.events_read = trace.events.len();
        for track in &mut self.tracks {
            if let (true, Some(last)) = (track.open, track.spans.last_mut()) {
                last.end_nanos = trace.end_nanos;
            }
        }
    }

    fn read(&mut self, trace: &Trace, seq: u32, at_nanos: u64, id: TrackId, kind: EventKind) {
        let Some(track) = self.tracks.get_mut(id.0 as usize) else { return };
        match kind {
            EventKind::Born => track.born_nanos = Some(at_nanos),
            EventKind::State { to: State::Finished { .. }, .. } => {
                track.close(at_nanos);
                track.finished = Some((at_nanos, seq));
            }
            EventKind::State { to, .. } => track.start(at_nanos, seq, SpanKind::State(to)),
            EventKind::GilTake { thread } => track.start(at_nanos, seq, SpanKind::Owner(thread)),
            EventKind::GilDrop { .. } => track.close(at_nanos),
            EventKind::Core { thread: Some(thread) } => track.start(at_nanos, seq, SpanKind::OnCore(thread)),
            EventKind::Core { thread: None } => track.close(at_nanos),
            EventKind::Lock { action, by } => {
                let object = match trace.track(id).map(|t| t.kind) {
                    Some(TrackKind::Object(object)) => object,
                    _ => return,
                };
                match action {
                    LockAction::Acquire if object.has_owner() => {
                        track.depth += 1;
                        if track.depth == 1 || object != ObjectKind::RLock {
                            track.start(at_nanos, seq, SpanKind::Owner(by));
                        }
                    }
                    LockAction::Release if object.has_owner() => {
                        track.depth = track.depth.saturating_sub(1);
                        if track.depth == 0 || object != ObjectKind::RLock {
                            track.close(at_nanos);
                        }
                    }
                    LockAction::Level(level) if !object.has_owner() => {
                        track.counts = true;
                        track.start(at_nanos, seq, SpanKind::Level(level));
                    }
                    // A queue that says itself how much it holds.
                    LockAction::Send(_) | LockAction::Receive(_) if track.counts => {}
                    LockAction::Send(bytes) | LockAction::Receive(bytes) => {
                        // A pipe holds bytes, a queue messages.
                        let queue = object == ObjectKind::Queue;
                        let bytes = if queue { 1 } else { i64::try_from(bytes).unwrap_or(i64::MAX) };
                        let sent = matches!(action, LockAction::Send(_));
                        track.bytes = track.bytes.saturating_add(if sent { bytes } else { -bytes }).max(0);
                        track.start(at_nanos, seq, SpanKind::Level(track.bytes));
                    }
                    LockAction::Acquire | LockAction::Release | LockAction::Level(_) => {}
                    LockAction::Fail => track.marks.push(seq),
                }
            }
            EventKind::GilRequest { .. }
            | EventKind::Output { .. }
            | EventKind::Uncaught { .. }
            | EventKind::Deadlocked { .. }
            | EventKind::LoopStall { .. }
            | EventKind::Note { .. } => track.marks.push(seq),
            EventKind::LoopTurn { ready, .. } => track.start(at_nanos, seq, SpanKind::Level(i64::from(ready))),
            EventKind::Spawn { .. } | EventKind::Joined { .. } | EventKind::Chain { .. } => {}
        }
    }

    #[must_use]
    pub fn track(&self, id: TrackId) -> Option<&TrackSpans> {
        self.tracks.get(id.0 as usize)
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.tracks.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tracks.is_empty()
    }

    /// The state of a thread or task at that time (`None`: not born, not yet started, or finished).
    #[must_use]
    pub fn state_at(&self, id: TrackId, at_nanos: u64) -> Option<State> {
        match self.track(id)?.at(at_nanos)?.kind {
            SpanKind::State(state) => Some(state),
            _ => None,
        }
    }

    /// The owner of a lock or GIL at that time.
    #[must_use]
    pub fn owner_at(&self, id: TrackId, at_nanos: u64) -> Option<TrackId> {
        match self.track(id)?.at(at_nanos)?.kind {
            SpanKind::Owner(owner) => Some(owner),
            _ => None,
        }
    }
}
