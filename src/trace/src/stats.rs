//! Figures about a run: where each lane's time went, who had the GIL, what was fought over.
//!
//! Keeps true: a lane's categories sum to its lifetime exactly; a lifetime begins with the first state and ends with
//! `Finished` or with the log, so time before birth and after the end counts nowhere. Must not know: units for the
//! reader (everything is nanoseconds and counts; ratios are methods).

use crate::event::{Category, EventKind, Finish, GilDropReason, LockAction, State};
use crate::ids::TrackId;
use crate::model::{ObjectKind, Trace, TrackKind};
use crate::spans::{Span, SpanIndex, SpanKind};

/// The longest stretch of a category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    pub nanos: u64,
    /// The event that began it.
    pub seq: u32,
}

/// One thread or task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneStats {
    pub track: TrackId,
    pub lifetime_nanos: u64,
    /// By [`Category::index`]; sums to `lifetime_nanos`.
    pub totals_nanos: [u64; Category::COUNT],
    /// By [`Category::index`].
    pub longest: [Stretch; Category::COUNT],
    /// Left the core by itself: to wait, to sleep, at its end.
    pub voluntary_switches: u64,
    /// Was taken off: the time slice was over, or a drop request took the GIL away.
    pub involuntary_switches: u64,
    /// How long it held the GIL of its process.
    pub gil_held_nanos: u64,
    pub finish: Option<Finish>,
}

impl LaneStats {
    #[must_use]
    pub fn total_nanos(&self, category: Category) -> u64 {
        self.totals_nanos.get(category.index()).copied().unwrap_or(0)
    }

    #[must_use]
    pub fn longest(&self, category: Category) -> Stretch {
        self.longest.get(category.index()).copied().unwrap_or_default()
    }

    /// Part of the lifetime in that category, 0 to 1.
    #[must_use]
    pub fn share(&self, category: Category) -> f64 {
        ratio(self.total_nanos(category), self.lifetime_nanos)
    }
}

/// One synchronisation object; for a GIL, takes count as acquires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectStats {
    pub track: TrackId,
    pub kind: ObjectKind,
    pub acquires: u64,
    /// Non-blocking or timed acquires that did not get it.
    pub fails: u64,
    /// Stretches in which a thread waited for it.
    pub waits: u64,
    pub wait_nanos: u64,
    pub longest_wait: Stretch,
    /// Time with an owner (objects that have one).
    pub held_nanos: u64,
    /// Highest level seen (objects that have one).
    pub max_level: Option<i64>,
    /// Pipes: bytes that went in, and in how many pieces.
    pub sent_bytes: u64,
    pub messages: u64,
    /// GIL only: drop requests, and drops by reason (request, blocking, ticks, finished).
    pub requests: u64,
    pub drops: [u64; 4],
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoreStats {
    pub track: TrackId,
    pub busy_nanos: u64,
    /// Times another thread was put on it.
    pub switches: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    pub wall_nanos: u64,
    pub lanes: Vec<LaneStats>,
    pub objects: Vec<ObjectStats>,
    pub cores: Vec<CoreStats>,
}

fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Stats {
    #[must_use]
    pub fn of(trace: &Trace) -> Self {
        Self::with_spans(trace, &SpanIndex::of(trace))
    }

    /// As [`of`](Self::of), for a reader that has the spans already.
    #[must_use]
    pub fn with_spans(trace: &Trace, spans: &SpanIndex) -> Self {
        let mut stats = Self { wall_nanos: trace.end_nanos, lanes: Vec::new(), objects: Vec::new(), cores: Vec::new() };
        // Position of a track in the list of its kind.
        let mut place = vec![usize::MAX; trace.tracks.len()];
        for (row, track) in trace.tracks.iter().enumerate() {
            let id = TrackId(row as u32);
            let list_len = match track.kind {
                TrackKind::Core => stats.cores.len(),
                TrackKind::Object(_) => stats.objects.len(),
                _ => stats.lanes.len(),
            };
            if let Some(p) = place.get_mut(row) {
                *p = list_len;
            }
            let own: &[Span] = spans.track(id).map_or(&[], |t| &t.spans);
            match track.kind {
                TrackKind::Process => {}
                TrackKind::Core => stats.cores.push(CoreStats {
                    track: id,
                    busy_nanos: own.iter().map(Span::nanos).sum(),
                    switches: own.len() as u64,
                }),
                TrackKind::Object(kind) => stats.objects.push(ObjectStats {
                    track: id,
                    kind,
                    acquires: 0,
                    fails: 0,
                    waits: 0,
                    wait_nanos: 0,
                    longest_wait: Stretch::default(),
                    held_nanos: own.iter().filter(|s| matches!(s.kind, SpanKind::Owner(_))).map(Span::nanos).sum(),
                    max_level: None,
                    sent_bytes: 0,
                    messages: 0,
                    requests: 0,
                    drops: [0; 4],
                }),
                TrackKind::Thread | TrackKind::Task => stats.lanes.push(LaneStats {
                    track: id,
                    lifetime_nanos: 0,
                    totals_nanos: [0; Category::COUNT],
                    longest: [Stretch::default(); Category::COUNT],
                    voluntary_switches: 0,
                    involuntary_switches: 0,
                    gil_held_nanos: 0,
                    finish: None,
                }),
            }
        }
        stats.read_spans(trace, spans, &place);
        stats.read_events(trace, &place);
        stats
    }

    fn read_spans(&mut self, trace: &Trace, spans: &SpanIndex, place: &[usize]) {
        let gils = gil_by_process(trace);
        for (row, track) in trace.tracks.iter().enumerate() {
            let id = TrackId(row as u32);
            let Some(own) = spans.track(id) else { continue };
            if track.kind == TrackKind::Object(ObjectKind::Gil) {
                for span in &own.spans {
                    if let SpanKind::Owner(thread) = span.kind
                        && let Some(lane) = at(place, thread).and_then(|p| self.lanes.get_mut(p))
                        && lane.track == thread
                    {
                        lane.gil_held_nanos += span.nanos();
                    }
                }
                continue;
            }
            if !track.kind.has_states() {
                continue;
            }
            let gil = trace.process_of(id).and_then(|p| gils.iter().find(|g| g.0 == p)).map(|g| g.1);
            for span in &own.spans {
                let SpanKind::State(state) = span.kind else { continue };
                let Some(category) = trace.category(state) else { continue };
                let stretch = Stretch { nanos: span.nanos(), seq: span.seq };
                if let Some(lane) = at(place, id).and_then(|p| self.lanes.get_mut(p)) {
                    lane.lifetime_nanos += stretch.nanos;
                    if let Some(total) = lane.totals_nanos.get_mut(category.index()) {
                        *total += stretch.nanos;
                    }
                    if let Some(longest) = lane.longest.get_mut(category.index())
                        && stretch.nanos > longest.nanos
                    {
                        *longest = stretch;
                    }
                }
                let waits_for = match state {
                    State::Blocked { on, .. } => Some(on),
                    State::GilWait { .. } => gil,
                    _ => None,
                };
                if let Some(on) = waits_for
                    && let Some(object) = at(place, on).and_then(|p| self.objects.get_mut(p))
                    && object.track == on
                {
                    object.waits += 1;
                    object.wait_nanos += stretch.nanos;
                    if stretch.nanos > object.longest_wait.nanos {
                        object.longest_wait = stretch;
                    }
                }
            }
        }
    }

    fn read_events(&mut self, trace: &Trace, place: &[usize]) {
        // Whether the thread has lost the GIL to a request since it last began to run, and whether it runs.
        let mut forced = vec![false; trace.tracks.len()];
        let mut running = vec![false; trace.tracks.len()];
        for event in trace.events.iter() {
            let row = event.track.0 as usize;
            match event.kind {
                EventKind::State { to, .. } => {
                    let was_running = running.get(row).copied().unwrap_or(false);
                    let was_forced = forced.get(row).copied().unwrap_or(false);
                    let is_running = matches!(to, State::Running { .. });
                    if let (Some(r), Some(f)) = (running.get_mut(row), forced.get_mut(row)) {
                        *r = is_running;
                        *f = false;
                    }
                    let Some(lane) = at(place, event.track).and_then(|p| self.lanes.get_mut(p)) else { continue };
                    if lane.track != event.track {
                        continue;
                    }
                    if was_running {
                        match to {
                            State::Runnable => lane.involuntary_switches += 1,
                            State::GilWait { .. } if was_forced => lane.involuntary_switches += 1,
                            _ => lane.voluntary_switches += 1,
                        }
                    }
                    if let State::Finished { how } = to {
                        lane.finish = Some(how);
                    }
                }
                EventKind::GilTake { .. } => self.object(place, event.track, |o| o.acquires += 1),
                EventKind::GilRequest { .. } => self.object(place, event.track, |o| o.requests += 1),
                EventKind::GilDrop { thread, why } => {
                    let reason = match why {
                        GilDropReason::Request => 0,
                        GilDropReason::Blocking => 1,
                        GilDropReason::Ticks => 2,
                        GilDropReason::Finished => 3,
                    };
                    if matches!(why, GilDropReason::Request | GilDropReason::Ticks)
                        && let Some(f) = forced.get_mut(thread.0 as usize)
                    {
                        *f = true;
                    }
                    self.object(place, event.track, |o| {
                        if let Some(d) = o.drops.get_mut(reason) {
                            *d += 1;
                        }
                    });
                }
                EventKind::Lock { action, .. } => self.object(place, event.track, |o| match action {
                    LockAction::Acquire => o.acquires += 1,
                    LockAction::Fail => o.fails += 1,
                    LockAction::Release | LockAction::Receive(_) => {}
                    LockAction::Send(bytes) => {
                        o.sent_bytes = o.sent_bytes.saturating_add(bytes);
                        o.messages += 1;
                    }
                    LockAction::Level(level) => o.max_level = Some(o.max_level.map_or(level, |m| m.max(level))),
                }),
                _ => {}
            }
        }
    }

    fn object(&mut self, place: &[usize], id: TrackId, change: impl FnOnce(&mut ObjectStats)) {
        if let Some(object) = at(place, id).and_then(|p| self.objects.get_mut(p))
            && object.track == id
        {
            change(object);
        }
    }

    /// Part of the run in which the lane held the GIL of its process, 0 to 1.
    #[must_use]
    pub fn gil_share(&self, lane: &LaneStats) -> f64 {
        ratio(lane.gil_held_nanos, self.wall_nanos)
    }

    /// Part of the run in which the core was busy, 0 to 1.
    #[must_use]
    pub fn utilisation(&self, core: &CoreStats) -> f64 {
        ratio(core.busy_nanos, self.wall_nanos)
    }

    /// How many cores' worth of work was done on average: time on cores over wall time. One thread that always runs
    /// gives 1; perfect parallel work on `n` cores gives `n`.
    #[must_use]
    pub fn speed_up(&self) -> f64 {
        ratio(self.cores.iter().map(|c| c.busy_nanos).sum(), self.wall_nanos)
    }
}

fn at(place: &[usize], id: TrackId) -> Option<usize> {
    place.get(id.0 as usize).copied()
}

fn gil_by_process(trace: &Trace) -> Vec<(TrackId, TrackId)> {
    let gils = trace.tracks.iter().enumerate().filter(|(_, t)| t.kind == TrackKind::Object(ObjectKind::Gil));
    gils.filter_map(|(row, t)| Some((t.parent?, TrackId(row as u32)))).collect()
}
