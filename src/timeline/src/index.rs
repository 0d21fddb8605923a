//! The level of detail: how much of which category lies between two times, without looking at every span.
//!
//! For every eighth span a lane keeps the sum of everything before it, per slot (a category, or the colour of an
//! owner). The content of any stretch is the difference of two sums, each one search and at most fifteen spans away: exact
//! at every zoom, and a frame costs by columns. Where a column holds very many spans, sums at fixed times
//! (`tiles`) save even the search. Levels (queue depth) cannot be summed; they keep the highest and lowest
//! value of 8, 64, 512, … spans.
//!
//! [`TimelineIndex::extend`] reads each event once while the log grows. Only closed spans enter the sums.

use interleave_trace::{
    Category, Event, EventKind, ObjectKind, SourceRange, Span, SpanIndex, SpanKind, State, Trace, TrackId, TrackKind,
    TrackSpans,
};

use crate::internal::shown_category;
use crate::list::LANE_COLOURS;
use crate::tiles::Tiles;

/// Categories or lane colours, whichever are more.
pub const SLOTS: usize = LANE_COLOURS as usize;
const _: () = assert!(SLOTS >= Category::COUNT);

/// Spans between two sums.
const BLOCK: usize = 8;

/// Nanoseconds per slot.
pub type Shares = [u64; SLOTS];

#[derive(Clone, Debug, Default)]
struct LaneIndex {
    /// `sums[n]`: everything before span `n * BLOCK`.
    sums: Vec<Shares>,
    running: Shares,
    /// `levels[k][n]`: lowest and highest level of the spans from `n * 8^(k+1)` on.
    levels: Vec<Vec<(i64, i64)>>,
    tiles: Tiles,
    /// Closed spans taken up.
    taken: usize,
}

/// Everything derived from a trace that frames are made of.
#[derive(Clone, Debug, Default)]
pub struct TimelineIndex {
    spans: SpanIndex,
    lanes: Vec<LaneIndex>,
    colours: Vec<u8>,
    lanes_coloured: u32,
    /// Links in the order of their later end.
    links: Vec<u32>,
    links_read: usize,
    /// Highest level of any object, for the height of its steps.
    max_level: Vec<i64>,
    /// Objects that somebody has waited for.
    waited_for: Vec<bool>,
    category_seen: [bool; Category::COUNT],
    /// Per track, its events with a place in the program; an event on an object counts for the thread that acts.
    located: Vec<Vec<u32>>,
    /// Per track, the task that made it, if one did.
    maker: Vec<Option<TrackId>>,
    outputs: Vec<u32>,
    events_read: usize,
}

impl TimelineIndex {
    #[must_use]
    pub fn of(trace: &Trace) -> Self {
        let mut index = Self::default();
        index.extend(trace);
        index
    }

    /// Reads what was appended to the trace since the last call.
    pub fn extend(&mut self, trace: &Trace) {
        self.spans.extend(trace);
        for track in trace.tracks.get(self.colours.len()..).unwrap_or_default() {
            let coloured = matches!(track.kind, TrackKind::Thread | TrackKind::Task);
            self.colours.push((self.lanes_coloured % u32::from(LANE_COLOURS)) as u8);
            self.lanes_coloured += u32::from(coloured);
        }
        self.lanes.resize_with(trace.tracks.len(), LaneIndex::default);
        self.max_level.resize(trace.tracks.len(), 0);
        self.waited_for.resize(trace.tracks.len(), false);
        self.located.resize_with(trace.tracks.len(), Vec::new);
        self.maker.resize(trace.tracks.len(), None);
        self.read_events(trace);
        for row in 0..trace.tracks.len() {
            let Some(track) = self.spans.track(TrackId(row as u32)) else { continue };
            let closed = track.spans.len() - usize::from(track.open);
            let (Some(lane), Some(highest)) = (self.lanes.get_mut(row), self.max_level.get_mut(row)) else { continue };
            if let (true, Some(last)) = (track.open, track.spans.last()) {
                note(trace, last, highest, &mut self.category_seen);
            }
            for n in lane.taken..closed {
                let Some(span) = track.spans.get(n) else { break };
                note(trace, span, highest, &mut self.category_seen);
                if n % BLOCK == 0 {
                    lane.sums.push(lane.running);
                }
                let slot = slot(trace, &self.colours, span);
                lane.tiles.add(n, span.start_nanos, span.end_nanos.max(span.start_nanos), slot, &lane.running);
                if let Some(sum) = slot.and_then(|s| lane.running.get_mut(s)) {
                    *sum += span.nanos();
                }
                if let SpanKind::Level(level) = span.kind {
                    lane.add_level(n, level);
                }
            }
            lane.taken = lane.taken.max(closed);
        }
        for (row, link) in trace.links.iter().enumerate().skip(self.links_read) {
            // Writers append links as they happen, so this is nearly always the end.
            let place = self.links.iter().rposition(|&l| to_seq(trace, l) <= link.to_seq).map_or(0, |p| p + 1);
            self.links.insert(place, row as u32);
        }
        self.links_read = trace.links.len();
    }

    fn read_events(&mut self, trace: &Trace) {
        for seq in self.events_read..trace.events.len() {
            let Some(event) = trace.events.get(seq) else { break };
            match event.kind {
                EventKind::Output { .. } => self.outputs.push(seq as u32),
                EventKind::Spawn { child } if trace.track(event.track).is_some_and(|t| t.kind == TrackKind::Task) => {
                    if let Some(maker) = self.maker.get_mut(child.0 as usize) {
                        *maker = Some(event.track);
                    }
                }
                EventKind::State { to: State::Blocked { on, .. }, .. } => {
                    if let Some(waited) = self.waited_for.get_mut(on.0 as usize) {
                        *waited = true;
                    }
                }
                _ => {}
            }
            if !event.range.is_none()
                && let Some(located) = self.located.get_mut(actor(event).0 as usize)
            {
                located.push(seq as u32);
            }
        }
        self.events_read = trace.events.len();
    }

    /// Where in the program a thread or task was last seen at that time.
    #[must_use]
    pub fn place_at(&self, trace: &Trace, id: TrackId, at_nanos: u64) -> Option<SourceRange> {
        self.place_before(trace, id, trace.events.count_until(at_nanos) as u32)
    }

    /// Where in the program a thread or task was last seen before that event.
    #[must_use]
    pub fn place_before(&self, trace: &Trace, id: TrackId, seq: u32) -> Option<SourceRange> {
        let located = self.located.get(id.0 as usize)?;
        let n = located.partition_point(|&other| other < seq).checked_sub(1)?;
        trace.events.get(*located.get(n)? as usize).map(|e| e.range)
    }

    /// The output events (their `seq`) up to that time, in order.
    #[must_use]
    pub fn outputs_until(&self, trace: &Trace, at_nanos: u64) -> &[u32] {
        let end = trace.events.count_until(at_nanos) as u32;
        let n = self.outputs.partition_point(|&seq| seq < end);
        self.outputs.get(..n).unwrap_or_default()
    }

    /// The task that made this task.
    #[must_use]
    pub fn maker(&self, id: TrackId) -> Option<TrackId> {
        self.maker.get(id.0 as usize).copied().flatten()
    }

    #[must_use]
    pub fn is_waited_for(&self, id: TrackId) -> bool {
        self.waited_for.get(id.0 as usize).copied().unwrap_or(false)
    }

    #[must_use]
    pub fn spans(&self) -> &SpanIndex {
        &self.spans
    }

    #[must_use]
    pub fn track(&self, id: TrackId) -> Option<&TrackSpans> {
        self.spans.track(id)
    }

    /// The colour of a thread or task, 0 to [`LANE_COLOURS`] - 1.
    #[must_use]
    pub fn colour(&self, id: TrackId) -> u8 {
        self.colours.get(id.0 as usize).copied().unwrap_or(0)
    }

    /// Links in the order of their later end, as rows of `Trace::links`.
    #[must_use]
    pub fn links(&self) -> &[u32] {
        &self.links
    }

    #[must_use]
    pub fn max_level(&self, id: TrackId) -> i64 {
        self.max_level.get(id.0 as usize).copied().unwrap_or(0)
    }

    /// Whether any lane has been in this category so far.
    #[must_use]
    pub fn has_seen(&self, category: Category) -> bool {
        self.category_seen.get(category.index()).copied().unwrap_or(false)
    }

    /// Where the time of a span is booked: its category's index, or the colour of its owner. `None`: a level.
    #[must_use]
    pub fn slot(&self, trace: &Trace, span: &Span) -> Option<usize> {
        slot(trace, &self.colours, span)
    }

    /// Per slot, the nanoseconds of the lane before `at_nanos`. `hint` is a position at or before the one looked for and
    /// is moved there; `visited` counts the spans looked at.
    #[must_use]
    pub fn before(&self, trace: &Trace, id: TrackId, at_nanos: u64, hint: &mut usize, visited: &mut u64) -> Shares {
        let (Some(lane), Some(track)) = (self.lanes.get(id.0 as usize), self.spans.track(id)) else {
            return [0; SLOTS];
        };
        *hint = gallop(&track.spans, *hint, visited, |s| s.start_nanos < at_nanos);
        // The last span that began may reach beyond `at_nanos`: it must not be in the sum.
        let block = (hint.saturating_sub(1) / BLOCK).min(lane.sums.len().saturating_sub(1));
        let mut shares = lane.sums.get(block).copied().unwrap_or([0; SLOTS]);
        for span in track.spans.get(block * BLOCK..*hint).unwrap_or_default() {
            *visited += 1;
            let end = span.end_nanos.min(at_nanos);
            if let Some(share) = slot(trace, &self.colours, span).and_then(|s| shares.get_mut(s)) {
                *share += end.saturating_sub(span.start_nanos);
            }
        }
        shares
    }

    /// Sums at fixed times, for columns much wider than a span.
    pub(crate) fn tiles(&self, id: TrackId) -> Option<&Tiles> {
        self.lanes.get(id.0 as usize).map(|l| &l.tiles)
    }

    /// Lowest and highest level of the spans `from..to`.
    #[must_use]
    pub fn level_range(&self, id: TrackId, from: usize, to: usize, visited: &mut u64) -> Option<(i64, i64)> {
        let lane = self.lanes.get(id.0 as usize)?;
        let spans = &self.spans.track(id)?.spans;
        let mut found: Option<(i64, i64)> = None;
        let mut add = |(low, high): (i64, i64)| {
            *visited += 1;
            found = Some(found.map_or((low, high), |(l, h)| (l.min(low), h.max(high))));
        };
        let mut at = from;
        let to = to.min(spans.len());
        while at < to {
            // The widest node that begins here, ends within, and is complete.
            let (mut width, mut node) = (1, None);
            for (k, tier) in lane.levels.iter().enumerate() {
                let wider = BLOCK.pow(k as u32 + 1);
                if !at.is_multiple_of(wider) || at + wider > to.min(lane.taken) {
                    break;
                }
                let Some(&range) = tier.get(at / wider) else { break };
                (width, node) = (wider, Some(range));
            }
            match (node, spans.get(at).map(|s| s.kind)) {
                (Some(range), _) => add(range),
                (None, Some(SpanKind::Level(level))) => add((level, level)),
                _ => {}
            }
            at += width;
        }
        found
    }
}

impl LaneIndex {
    fn add_level(&mut self, n: usize, level: i64) {
        let mut width = BLOCK;
        let mut k = 0;
        // A tier is opened by the first span that needs it; below it, every node is complete or the last.
        while k == 0 || n >= width / BLOCK {
            if self.levels.len() == k {
                // What came before belongs to the first node of the new tier.
                let before = k.checked_sub(1).and_then(|k| self.levels.get(k)).map(|below| {
                    below.iter().fold((i64::MAX, i64::MIN), |(l, h), &(low, high)| (l.min(low), h.max(high)))
                });
                self.levels.push(before.into_iter().collect());
            }
            let Some(tier) = self.levels.get_mut(k) else { return };
            let node = n / width;
            while tier.len() <= node {
                tier.push((i64::MAX, i64::MIN));
            }
            if let Some((low, high)) = tier.get_mut(node) {
                *low = (*low).min(level);
                *high = (*high).max(level);
            }
            k += 1;
            width = width.saturating_mul(BLOCK);
        }
    }
}

fn note(trace: &Trace, span: &Span, highest: &mut i64, seen: &mut [bool; Category::COUNT]) {
    match span.kind {
        SpanKind::Level(level) => *highest = (*highest).max(level),
        SpanKind::State(state) => {
            if let Some(seen) = shown_category(trace, state).and_then(|c| seen.get_mut(c.index())) {
                *seen = true;
            }
        }
        SpanKind::Owner(_) | SpanKind::OnCore(_) => {}
    }
}

fn slot(trace: &Trace, colours: &[u8], span: &Span) -> Option<usize> {
    match span.kind {
        SpanKind::State(state) => shown_category(trace, state).map(Category::index),
        SpanKind::Owner(thread) | SpanKind::OnCore(thread) => colours.get(thread.0 as usize).map(|&c| usize::from(c)),
        SpanKind::Level(_) => None,
    }
}

fn to_seq(trace: &Trace, link: u32) -> u32 {
    trace.links.get(link as usize).map_or(0, |l| l.to_seq)
}

/// First position from `from` on for which `before` is false; it must be true, then false. Costs by the logarithm of the
/// distance.
pub(crate) fn gallop<T>(all: &[T], from: usize, visited: &mut u64, before: impl Fn(&T) -> bool) -> usize {
    let (mut low, mut step) = (from.min(all.len()), 1);
    while all.get(low + step - 1).is_some_and(&before) {
        *visited += 1;
        low += step;
        step *= 2;
    }
    *visited += u64::from(step.ilog2()) + 1;
    let high = (low + step - 1).min(all.len());
    low + all.get(low..high).unwrap_or_default().partition_point(before)
}

/// The thread that acts in an event: on an object's or core's track, not the track itself.
pub(crate) fn actor(event: Event) -> TrackId {
    match event.kind {
        EventKind::GilTake { thread } | EventKind::GilDrop { thread, .. } => thread,
        EventKind::GilRequest { waiter, .. } => waiter,
        EventKind::Lock { by, .. } => by,
        EventKind::Core { thread: Some(thread) } => thread,
        _ => event.track,
    }
}

/// Whether the track is the GIL of a process.
pub(crate) fn is_gil(kind: TrackKind) -> bool {
    kind == TrackKind::Object(ObjectKind::Gil)
}
