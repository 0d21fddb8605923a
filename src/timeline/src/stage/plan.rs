//! Where the cards stand for one size: cores first, then what waits, then a strip for those that have ended.
//!
//! Keeps true: cards never overlap and never get too low for a line of chips. Where there is no room for a card of its
//! own, a kind of wait shares the card [`Zone::Waiting`]; the run queue keeps its own, so nobody who waits for anything
//! but a core is ever shown in it. In a canvas lower than that, what is at the bottom is cut off.

use interleave_trace::sorted::sort_by_unique_key;
use interleave_trace::{Category, ObjectKind, Trace, TrackId, TrackKind};

use super::{Card, StagePlan, Zone};
use crate::index::{TimelineIndex, is_gil};
use crate::internal::is_internal;

/// Title and one line of small chips.
const MIN_CARD_H: f32 = 46.0;
/// Title and one line of full chips.
const LINE_CARD_H: f32 = 58.0;
/// Title and four lines of full chips.
const MAX_CARD_H: f32 = 160.0;
/// A card narrower than this cannot say its title.
const MIN_CARD_W: f32 = 112.0;
pub(super) const STRIP_H: f32 = 24.0;
/// A wider slot would only be emptier.
const MAX_CORE_W: f32 = 250.0;
/// Room that the run queue needs beside the cores.
const MIN_QUEUE_W: f32 = 300.0;
/// Slots of cores, from comfortable to tiny: least width, height.
const SLOTS: [(f32, f32); 4] = [(84.0, LINE_CARD_H), (84.0, 38.0), (60.0, 38.0), (40.0, 26.0)];
/// Lower slots stand closer together.
const MIN_SLOT_WITH_GAP_H: f32 = 30.0;
/// Below this width the stage is arranged for a telephone.
const NARROW_PX: f32 = 560.0;
/// That many objects get a card before the other kinds of waits do.
const FIRST_OBJECTS: usize = 3;

/// What has cards: cores apart; GILs, run queue, the kinds of waits that occur, the objects that somebody used.
struct Wanted {
    cores: Vec<TrackId>,
    zones: Vec<Zone>,
    /// How many of the objects at the end of `zones` somebody has waited for.
    waited_for: usize,
}

impl Wanted {
    fn of(trace: &Trace, index: &TimelineIndex) -> Self {
        let (mut cores, mut zones, mut objects) = (Vec::new(), Vec::new(), Vec::new());
        // Of many processes' GILs, those show something that a thread has waited for.
        let many = trace.tracks.iter().filter(|track| is_gil(track.kind)).count() > 2;
        for (row, track) in trace.tracks.iter().enumerate() {
            let id = TrackId(row as u32);
            let used = || index.is_waited_for(id) || index.track(id).is_some_and(|t| !t.spans.is_empty());
            match track.kind {
                TrackKind::Core => cores.push(id),
                kind if is_gil(kind) && many && !index.is_waited_for(id) => {}
                kind if is_gil(kind) => zones.push(Zone::Gil(id)),
                TrackKind::Object(kind) if kind != ObjectKind::Memory && !is_internal(trace, id) && used() => {
                    objects.push(id)
                }
                _ => {}
            }
        }
        zones.push(Zone::RunQueue);
        if trace.tracks.iter().any(|track| track.kind == TrackKind::Task) {
            zones.extend([Zone::Turn, Zone::Ready]);
        }
        let kinds = [(Category::Sleep, Zone::Sleep), (Category::Io, Zone::Io), (Category::Join, Zone::Join)];
        zones.extend(kinds.into_iter().filter(|(c, _)| index.has_seen(*c)).map(|(_, z)| z));
        // Should some be left out, then those that nobody waited for, and of the others those that have a number for a name.
        sort_by_unique_key(&mut objects, |&id| {
            let name = trace.track_name(id);
            (!index.is_waited_for(id), is_number(name), name, id)
        });
        let waited_for = objects.iter().filter(|&&id| index.is_waited_for(id)).count();
        zones.extend(objects.into_iter().map(Zone::Object));
        Self { cores, zones, waited_for }
    }

    /// Leaves no more than `capacity` zones, but at least the run queue and one for all that wait.
    fn reduce(&mut self, capacity: usize, queue_has_place: bool) {
        if self.zones.len() <= capacity {
            return;
        }
        let objects = self.zones.iter().position(|z| matches!(z, Zone::Object(_))).unwrap_or(self.zones.len());
        let first = FIRST_OBJECTS.min(self.waited_for);
        let rank = |n: usize, zone: &Zone| match zone {
            Zone::RunQueue | Zone::Turn | Zone::Ready => (0, n),
            Zone::Gil(_) => (1, n),
            Zone::Object(_) if n < objects + first => (2, n),
            Zone::Object(_) => (4, n),
            _ => (3, n),
        };
        let mut order: Vec<usize> = (0..self.zones.len()).collect();
        sort_by_unique_key(&mut order, |&n| self.zones.get(n).map_or((9, n), |zone| rank(n, zone)));
        let kept_least = usize::from(!queue_has_place);
        let mut kept = order.into_iter().take(capacity.saturating_sub(1).max(kept_least)).collect::<Vec<_>>();
        sort_by_unique_key(&mut kept, |&n| n);
        let left_out_waits = (0..objects).any(|n| kept.binary_search(&n).is_err());
        let mut n = 0;
        self.zones.retain(|_| {
            n += 1;
            kept.binary_search(&(n - 1)).is_ok()
        });
        self.zones.push(if left_out_waits { Zone::Waiting } else { Zone::OtherObjects });
    }
}

/// Whether a name says no more than what it is and which: `condition 18`.
fn is_number(name: &str) -> bool {
    name.rsplit_once(' ').is_some_and(|(_, end)| end.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The slots of the cores.
#[derive(Clone, Copy)]
struct CoreGrid {
    columns: usize,
    lines: usize,
    slot_h: f32,
    gap: f32,
}

impl CoreGrid {
    /// The most comfortable slots that leave the cards below at least `rest_px`.
    fn new(cores: usize, inner_px: f32, gap: f32, height_px: f32, rest_px: f32) -> Self {
        let grid = |(least_w, slot_h): (f32, f32)| {
            let gap = if slot_h < MIN_SLOT_WITH_GAP_H { gap.min(4.0) } else { gap };
            let fit = (((inner_px + gap) / (least_w + gap)) as usize).max(1);
            let lines = cores.div_ceil(fit);
            // Lines of nearly equal length.
            Self { columns: cores.div_ceil(lines.max(1)).max(1), lines, slot_h, gap }
        };
        let fits = |g: &Self| g.height_px() + rest_px <= height_px && (g.lines < 2 || g.slot_h < LINE_CARD_H);
        let tiny = SLOTS.last().copied().unwrap_or((40.0, 26.0));
        SLOTS.into_iter().map(grid).find(fits).unwrap_or(grid(tiny))
    }

    /// With the space below it.
    fn height_px(&self) -> f32 {
        self.lines as f32 * (self.slot_h + self.gap)
    }
}

/// Sizes that follow from the width alone.
struct Frame {
    margin: f32,
    gap: f32,
    chip_w: f32,
    inner: f32,
    columns: usize,
    most_columns: usize,
}

impl Frame {
    fn new(width_px: f32) -> Self {
        let narrow = width_px < NARROW_PX;
        let (margin, gap, chip_w, card_w): (f32, f32, f32, f32) =
            if narrow { (8.0, 8.0, 80.0, 150.0) } else { (12.0, 10.0, 132.0, 250.0) };
        let inner = (width_px - 2.0 * margin).max(40.0);
        let fit = |w: f32| (((inner + gap) / (w + gap)) as usize).max(1);
        Self { margin, gap, chip_w, inner, columns: fit(card_w).min(5), most_columns: fit(MIN_CARD_W) }
    }

    /// Width of the run queue where it has room beside the cores that it feeds.
    fn queue_beside(&self, grid: CoreGrid, cores: usize) -> Option<f32> {
        let rest = self.inner - cores as f32 * (MAX_CORE_W + self.gap);
        (grid.lines == 1 && rest >= MIN_QUEUE_W).then_some(rest)
    }
}

impl StagePlan {
    /// Height at which every card has room for two lines of chips.
    #[must_use]
    pub fn natural_height_px(trace: &Trace, index: &TimelineIndex, width_px: f32) -> f32 {
        let wanted = Wanted::of(trace, index);
        let frame = Frame::new(width_px);
        let cores = CoreGrid::new(wanted.cores.len(), frame.inner, frame.gap, f32::MAX, 0.0);
        let beside = frame.queue_beside(cores, wanted.cores.len()).is_some();
        let count = wanted.zones.len() - usize::from(beside);
        let rows = count.min(4 * frame.columns).div_ceil(frame.columns);
        let row_h = LINE_CARD_H + super::CHIP_H + super::CHIP_GAP + frame.gap;
        frame.margin * 2.0 + cores.height_px() + rows as f32 * row_h + STRIP_H
    }

    /// Places the cards. Call it when the size changes or the run has grown; it costs by the number of tracks.
    #[must_use]
    pub fn new(trace: &Trace, index: &TimelineIndex, width_px: f32, height_px: f32) -> Self {
        let mut wanted = Wanted::of(trace, index);
        let Frame { margin, gap, chip_w, inner, mut columns, most_columns } = Frame::new(width_px);
        let usable = height_px - 2.0 * margin - STRIP_H;
        // The narrower the cards may be, the fewer rows they need.
        let least_rows = wanted.zones.len().min(4).div_ceil(most_columns).max(1) as f32;
        let count = wanted.cores.len();
        let grid = CoreGrid::new(count, inner, gap, usable, least_rows * (MIN_CARD_H + gap));
        let mut cards = Vec::new();
        let mut slot_w = (inner + grid.gap) / grid.columns as f32 - grid.gap;
        let beside = Frame::new(width_px).queue_beside(grid, count);
        if let Some(width) = beside {
            slot_w = slot_w.min(MAX_CORE_W);
            wanted.zones.retain(|z| *z != Zone::RunQueue);
            cards.push(Card { zone: Zone::RunQueue, x: margin + inner - width, y: margin, w: width, h: grid.slot_h });
        }
        for (n, &core) in wanted.cores.iter().enumerate() {
            let (column, line) = (n % grid.columns, n / grid.columns);
            let x = margin + column as f32 * (slot_w + grid.gap);
            let y = margin + line as f32 * (grid.slot_h + grid.gap);
            cards.push(Card { zone: Zone::Core(core), x, y, w: slot_w, h: grid.slot_h });
        }
        let mut y = margin + grid.height_px();
        let room = (height_px - margin - STRIP_H - y).max(0.0);
        let lines_of = |least_h: f32| (((room + 0.5) / (least_h + gap)) as usize).max(1);
        // Full chips if that is possible, then more columns, then lower cards, then cards are left out.
        let lines = [LINE_CARD_H, MIN_CARD_H].map(lines_of);
        let wide = |lines: usize| wanted.zones.len().div_ceil(lines).max(columns);
        let lines = lines.into_iter().find(|&l| wide(l) <= most_columns.max(columns)).unwrap_or(lines[1]);
        columns = wide(lines).min(most_columns.max(columns));
        wanted.reduce((lines * columns).max(2 - usize::from(beside.is_some())), beside.is_some());
        let rows = wanted.zones.len().div_ceil(columns).max(1);
        let row_h = (room / rows as f32 - gap).clamp(MIN_CARD_H, MAX_CARD_H);
        let mut rest = wanted.zones.as_slice();
        for row in 0..rows {
            // Rows of nearly equal length fill the width.
            let count = rest.len().div_ceil(rows - row);
            let (line, tail) = rest.split_at(count.min(rest.len()));
            let w = (inner + gap) / line.len().max(1) as f32 - gap;
            for (n, &zone) in line.iter().enumerate() {
                cards.push(Card { zone, x: margin + n as f32 * (w + gap), y, w, h: row_h });
            }
            rest = tail;
            y += row_h + gap;
        }
        cards.push(Card { zone: Zone::Finished, x: margin, y, w: inner, h: STRIP_H });
        Self { width_px, height_px, cards, chip_w }
    }

    /// The card of a zone, or the one it shares. `None` only in a plan that is older than the trace: the run queue and
    /// the finished stand in for nobody.
    pub(super) fn card_of(&self, zone: Zone) -> Option<usize> {
        let find = |zone: Zone| self.cards.iter().position(|c| c.zone == zone);
        let shared = || match zone {
            Zone::Object(_) => find(Zone::OtherObjects).or_else(|| find(Zone::Waiting)),
            Zone::Sleep | Zone::Io | Zone::Join | Zone::Gil(_) | Zone::Turn | Zone::Ready => find(Zone::Waiting),
            _ => None,
        };
        find(zone).or_else(shared)
    }
}
