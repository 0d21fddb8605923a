//! The moving picture: where every thread stands at one moment.
//!
//! A [`StagePlan`] places the cards (cores, GIL, run queue, sleepers, locks, …); it depends on the size and on what the
//! run contains, not on the time, so nothing but chips moves. [`stage`] fills in one moment: each thread is one chip, in
//! the card of its state, in the order in which they came. [`StageMotion`] carries chips from one moment's places to the
//! next one's over a few frames of display time.
//!
//! Keeps true: a thread is in exactly one card; chips lie within their card; equal moments give equal frames.

mod motion;

use interleave_trace::{Category, ObjectKind, SpanKind, State, Trace, TrackId, TrackKind};

pub use self::motion::{MOTION_MS, StageMotion, paint_chips, tween};
use crate::index::{TimelineIndex, is_gil};
use crate::list::{DisplayList, Mark, Op, Paint, TextAlign, TextAt, TextStyle};
use crate::strings::{Lang, Msg, fill, text};

/// Which set of threads a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    Core(TrackId),
    RunQueue,
    /// Those that wait for this GIL; its holder in the title.
    Gil(TrackId),
    Sleep,
    Io,
    Join,
    /// Those that wait for this object; its owner in the title.
    Object(TrackId),
    /// All objects for which there is no room.
    OtherObjects,
    Finished,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    pub zone: Zone,
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

/// The cards for one size.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StagePlan {
    pub width_px: f32,
    pub height_px: f32,
    pub cards: Vec<Card>,
    chip_w: f32,
}

/// One thread on the stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chip {
    pub track: TrackId,
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
    pub alpha: f32,
    pub colour: u8,
    /// `None`: finished.
    pub category: Option<Category>,
    pub holds_gil: bool,
    /// A sleeper's remaining time.
    pub left_nanos: Option<u64>,
}

/// The stage at one moment: cards and their titles as shapes, chips to be moved and then drawn with [`paint_chips`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageFrame {
    pub list: DisplayList,
    /// By track.
    pub chips: Vec<Chip>,
    /// Which thread holds which GIL or lock: drawn as a thread from the card to the chip.
    pub tethers: Vec<Tether>,
    /// Reused: threads with their card and their place in its queue.
    standing: Vec<Standing>,
}

/// From the token on a card to the chip of its holder.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tether {
    pub x: f32,
    pub y: f32,
    pub holder: TrackId,
    pub colour: u8,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Standing {
    card: usize,
    since_nanos: u64,
    seq: u32,
    track: TrackId,
    category: Option<Category>,
    left_nanos: Option<u64>,
}

const CHIP_H: f32 = 26.0;
const CHIP_GAP: f32 = 6.0;
const CARD_PAD: f32 = 8.0;
const TITLE_H: f32 = 24.0;
const CORE_LABEL_H: f32 = 16.0;
/// As high as a card with one line, since the run queue may stand beside the cores.
const CORE_H: f32 = MIN_CARD_H;
/// A wider slot would only be emptier.
const MAX_CORE_W: f32 = 250.0;
/// Room that the run queue needs beside the cores.
const MIN_QUEUE_W: f32 = 300.0;
/// One line of chips.
const MIN_CARD_H: f32 = TITLE_H + CHIP_H + CARD_PAD;
const MAX_CARD_H: f32 = TITLE_H + 4.0 * (CHIP_H + CHIP_GAP) + CARD_PAD;
const FINISHED_H: f32 = MIN_CARD_H;
/// Below this width the stage is arranged for a telephone.
const NARROW_PX: f32 = 560.0;

struct Grid {
    margin: f32,
    gap: f32,
    chip_w: f32,
    core_columns: usize,
    core_lines: usize,
    columns: usize,
}

impl Grid {
    fn new(width_px: f32, cores: usize) -> Self {
        let narrow = width_px < NARROW_PX;
        let (margin, gap, chip_w, card_w): (f32, f32, f32, f32) =
            if narrow { (8.0, 8.0, 80.0, 150.0) } else { (12.0, 10.0, 132.0, 250.0) };
        let inner = (width_px - 2.0 * margin).max(40.0);
        let fit = |w: f32| (((inner + gap) / (w + gap)) as usize).max(1);
        // Many cores: narrower slots before more than three lines of them.
        let widths = [chip_w.max(100.0) + 12.0, 84.0, 56.0, 34.0];
        let per_line = widths.into_iter().map(fit).find(|&n| cores.div_ceil(n) <= 3).unwrap_or(fit(34.0));
        let core_columns = per_line.min(cores.max(1));
        let core_lines = cores.div_ceil(core_columns);
        Self { margin, gap, chip_w, core_columns, core_lines, columns: fit(card_w).min(5) }
    }

    fn top(&self) -> f32 {
        self.margin + self.core_lines as f32 * (CORE_H + self.gap)
    }
}

/// Width of the run queue where it has room beside the cores that it feeds.
fn queue_beside(grid: &Grid, inner_px: f32, cores: usize) -> Option<f32> {
    let rest = inner_px - cores as f32 * (MAX_CORE_W + grid.gap);
    (cores > 0 && grid.core_lines == 1 && rest >= MIN_QUEUE_W).then_some(rest)
}

/// What has cards: GILs, run queue, the kinds of waits that occur, the objects that somebody used.
fn zones(trace: &Trace, index: &TimelineIndex) -> (Vec<TrackId>, Vec<Zone>) {
    let (mut cores, mut zones, mut objects) = (Vec::new(), Vec::new(), Vec::new());
    for (row, track) in trace.tracks.iter().enumerate() {
        let id = TrackId(row as u32);
        match track.kind {
            TrackKind::Core => cores.push(id),
            kind if is_gil(kind) => zones.push(Zone::Gil(id)),
            TrackKind::Object(_) if index.is_waited_for(id) || index.track(id).is_some_and(|t| !t.spans.is_empty()) => {
                objects.push(id);
            }
            _ => {}
        }
    }
    zones.push(Zone::RunQueue);
    let kinds = [(Category::Sleep, Zone::Sleep), (Category::Io, Zone::Io), (Category::Join, Zone::Join)];
    zones.extend(kinds.into_iter().filter(|(c, _)| index.has_seen(*c)).map(|(_, z)| z));
    // Should some be left out, then those that nobody waited for.
    objects.sort_by_key(|&id| (!index.is_waited_for(id), trace.track_name(id), id));
    zones.extend(objects.into_iter().map(Zone::Object));
    (cores, zones)
}

impl StagePlan {
    /// Height at which every card has room for two lines of chips.
    #[must_use]
    pub fn natural_height_px(trace: &Trace, index: &TimelineIndex, width_px: f32) -> f32 {
        let (cores, zones) = zones(trace, index);
        let grid = Grid::new(width_px, cores.len());
        let inner = (width_px - 2.0 * grid.margin).max(40.0);
        let count = zones.len() - usize::from(queue_beside(&grid, inner, cores.len()).is_some());
        let rows = count.min(4 * grid.columns).div_ceil(grid.columns);
        let row_h = MIN_CARD_H + CHIP_H + CHIP_GAP + grid.gap;
        grid.top() + rows as f32 * row_h + FINISHED_H + grid.margin
    }

    /// Places the cards. Call it when the size changes or the run has grown new tracks; it costs by the number of tracks.
    #[must_use]
    pub fn new(trace: &Trace, index: &TimelineIndex, width_px: f32, height_px: f32) -> Self {
        let (cores, mut zones) = zones(trace, index);
        let mut grid = Grid::new(width_px, cores.len());
        let (margin, gap) = (grid.margin, grid.gap);
        let inner = (width_px - 2.0 * margin).max(40.0);
        let mut cards = Vec::new();
        let mut slot_w = (inner + gap) / grid.core_columns as f32 - gap;
        let beside = queue_beside(&grid, inner, cores.len());
        if let Some(width) = beside {
            slot_w = slot_w.min(MAX_CORE_W);
            zones.retain(|z| *z != Zone::RunQueue);
            cards.push(Card { zone: Zone::RunQueue, x: margin + inner - width, y: margin, w: width, h: CORE_H });
        }
        for (n, core) in cores.into_iter().enumerate() {
            let (column, line) = (n % grid.core_columns, n / grid.core_columns);
            let x = margin + column as f32 * (slot_w + gap);
            let y = margin + line as f32 * (CORE_H + gap);
            cards.push(Card { zone: Zone::Core(core), x, y, w: slot_w, h: CORE_H });
        }
        let top = grid.top();
        let bottom = (height_px - margin - FINISHED_H).max(top);
        let room = bottom - top;
        let lines = (((room + 0.5) / (MIN_CARD_H + gap)) as usize).max(1);
        // More columns before cards are left out.
        while zones.len() > lines * grid.columns && (inner + gap) / (grid.columns + 1) as f32 - gap >= 118.0 {
            grid.columns += 1;
        }
        let capacity = lines * grid.columns;
        if zones.len() > capacity {
            zones.truncate(capacity.saturating_sub(1));
            zones.push(Zone::OtherObjects);
        }
        let rows = zones.len().div_ceil(grid.columns).max(1);
        let row_h = (room / rows as f32 - gap).clamp(MIN_CARD_H.min(room), MAX_CARD_H);
        let mut rest = zones.as_slice();
        let mut y = top;
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
        cards.push(Card { zone: Zone::Finished, x: margin, y, w: inner, h: FINISHED_H });
        Self { width_px, height_px, cards, chip_w: grid.chip_w }
    }

    fn card_of(&self, zone: Zone) -> Option<usize> {
        let fallback = matches!(zone, Zone::Object(_)).then_some(Zone::OtherObjects);
        let find = |zone: Zone| self.cards.iter().position(|c| c.zone == zone);
        find(zone).or_else(|| find(fallback?))
    }
}

/// Fills the frame with the stage at `at_nanos`.
pub fn stage(
    frame: &mut StageFrame,
    plan: &StagePlan,
    trace: &Trace,
    index: &TimelineIndex,
    at_nanos: u64,
    lang: Lang,
) {
    frame.list.reset(plan.width_px, plan.height_px);
    frame.chips.clear();
    frame.standing.clear();
    frame.tethers.clear();
    // For each process its GIL, and who has it.
    let gils: Vec<(TrackId, TrackId, Option<TrackId>)> = trace
        .tracks
        .iter()
        .enumerate()
        .filter(|(_, t)| is_gil(t.kind))
        .filter_map(|(row, t)| Some((t.parent?, TrackId(row as u32))))
        .map(|(process, gil)| (process, gil, index.spans().owner_at(gil, at_nanos)))
        .collect();
    for (row, track) in trace.tracks.iter().enumerate() {
        if track.kind != TrackKind::Thread {
            continue;
        }
        let id = TrackId(row as u32);
        let gil = || gils.iter().find(|g| Some(g.0) == track.parent).map(|g| g.1);
        if let Some(standing) = standing(plan, trace, index, id, gil, at_nanos) {
            frame.standing.push(standing);
        }
    }
    frame.standing.sort_unstable_by_key(|s| (s.card, s.since_nanos, s.seq, s.track));
    let list = &mut frame.list;
    list.fill(0.0, 0.0, plan.width_px, plan.height_px, Paint::Background);
    let mut rest = frame.standing.as_slice();
    for (n, card) in plan.cards.iter().enumerate() {
        let (here, tail) = rest.split_at(rest.partition_point(|s| s.card <= n));
        rest = tail;
        frame.tethers.extend(draw_card(list, card, trace, index, here.len(), at_nanos, lang));
        let holders = |id: TrackId| gils.iter().any(|g| g.2 == Some(id));
        place_chips(list, &mut frame.chips, plan, card, here, |id| (index.colour(id), holders(id)), lang);
    }
    frame.chips.sort_unstable_by_key(|c| c.track);
}

fn standing(
    plan: &StagePlan,
    trace: &Trace,
    index: &TimelineIndex,
    id: TrackId,
    gil: impl Fn() -> Option<TrackId>,
    at_nanos: u64,
) -> Option<Standing> {
    let track = index.track(id)?;
    if let Some((end, seq)) = track.finished.filter(|(end, _)| *end <= at_nanos) {
        let card = plan.card_of(Zone::Finished)?;
        return Some(Standing { card, since_nanos: end, seq, track: id, category: None, left_nanos: None });
    }
    let span = track.at(at_nanos)?;
    let SpanKind::State(state) = span.kind else { return None };
    let zone = match state {
        State::Running { core } => Zone::Core(core),
        State::Runnable => Zone::RunQueue,
        State::GilWait { .. } => gil().map_or(Zone::RunQueue, Zone::Gil),
        State::Blocked { on, .. } => Zone::Object(on),
        State::Joining { .. } => Zone::Join,
        State::Sleeping { .. } => Zone::Sleep,
        State::Io { .. } => Zone::Io,
        State::Finished { .. } => Zone::Finished,
    };
    // A plan that is older than the trace may lack a card.
    let card = plan.card_of(zone).or_else(|| plan.card_of(Zone::RunQueue))?;
    let left_nanos = match state {
        State::Sleeping { until_nanos } => Some(until_nanos.saturating_sub(at_nanos)),
        _ => None,
    };
    let category = trace.category(state);
    Some(Standing { card, since_nanos: span.start_nanos, seq: span.seq, track: id, category, left_nanos })
}

fn draw_card(
    list: &mut DisplayList,
    card: &Card,
    trace: &Trace,
    index: &TimelineIndex,
    count: usize,
    at_nanos: u64,
    lang: Lang,
) -> Option<Tether> {
    let Card { zone, x, y, w, h } = *card;
    let is_core = matches!(zone, Zone::Core(_));
    list.ops.push(Op::Rect { x, y, w, h, radius: 8.0, fill: Paint::Panel, pattern: None, alpha: 1.0 });
    let stroke = if is_core && count > 0 { Paint::GridStrong } else { Paint::Grid };
    list.ops.push(Op::Frame { x, y, w, h, radius: 8.0, stroke, width: 1.0, dashed: is_core && count == 0, alpha: 1.0 });
    let whose;
    let title = match zone {
        Zone::Gil(id) if several_gils(trace) => {
            let process = trace.track(id).and_then(|t| t.parent).map_or("", |p| trace.track_name(p));
            whose = format!("{} · {process}", trace.track_name(id));
            whose.as_str()
        }
        Zone::Core(id) | Zone::Gil(id) | Zone::Object(id) => trace.track_name(id),
        Zone::RunQueue => text(Msg::RunQueue, lang),
        Zone::Sleep => text(Msg::Sleeping, lang),
        Zone::Io => text(Msg::Io, lang),
        Zone::Join => text(Msg::Joining, lang),
        Zone::OtherObjects => text(Msg::OtherObjects, lang),
        Zone::Finished => text(Msg::Finished, lang),
    };
    let style = if is_core { TextStyle::Small } else { TextStyle::Title };
    let middle = y + if is_core { CORE_LABEL_H / 2.0 + 2.0 } else { TITLE_H / 2.0 + 1.0 };
    let title_w = style.width_px(title).min(w - 2.0 * CARD_PAD);
    let base = TextAt {
        x: x + CARD_PAD,
        y: middle,
        max_w: w - 2.0 * CARD_PAD,
        align: TextAlign::Left,
        style,
        paint: if is_core { Paint::TextMuted } else { Paint::Text },
        alpha: 1.0,
    };
    list.write(base, format_args!("{}", style.fit(title, w - 2.0 * CARD_PAD)));
    // At the right of the title: who has it, how much is in it, what the card is for.
    let (note, token) = match zone {
        Zone::Core(_) if count == 0 => (text(Msg::Idle, lang).to_owned(), None),
        Zone::Gil(id) => owner_note(trace, index, id, at_nanos, lang),
        Zone::Object(id) => object_note(trace, index, id, at_nanos, lang),
        Zone::RunQueue => (text(Msg::RunQueueHint, lang).to_owned(), None),
        _ => (String::new(), None),
    };
    let dot = if token.is_some() { 14.0 } else { 0.0 };
    let room = w - 2.0 * CARD_PAD - title_w - 10.0 - dot;
    if room >= 20.0 && !note.is_empty() && (TextStyle::Small.width_px(&note) <= room || token.is_some()) {
        let align = TextAlign::Right;
        let at = TextAt {
            x: x + w - CARD_PAD,
            max_w: room,
            align,
            style: TextStyle::Small,
            paint: Paint::TextMuted,
            ..base
        };
        list.write(at, format_args!("{}", TextStyle::Small.fit(&note, room)));
    }
    token.map(|holder| {
        let colour = index.colour(holder);
        let note_w = TextStyle::Small.width_px(&note).min(room.max(0.0));
        let x = x + w - CARD_PAD - note_w - 8.0;
        list.ops.push(Op::Marker { x, y: middle, mark: Mark::Token, paint: Paint::Lane(colour), alpha: 1.0 });
        Tether { x, y: middle, holder, colour }
    })
}

/// A GIL needs its process' name only where there is another one.
fn several_gils(trace: &Trace) -> bool {
    trace.tracks.iter().filter(|t| is_gil(t.kind)).nth(1).is_some()
}

fn owner_note(
    trace: &Trace,
    index: &TimelineIndex,
    id: TrackId,
    at_nanos: u64,
    lang: Lang,
) -> (String, Option<TrackId>) {
    match index.spans().owner_at(id, at_nanos) {
        Some(owner) => {
            let name = trace.track_name(owner);
            let short = name.split(" (").next().unwrap_or(name);
            (fill(text(Msg::HeldBy, lang), &[("thread", short)]), Some(owner))
        }
        None => (text(Msg::Free, lang).to_owned(), None),
    }
}

fn object_note(
    trace: &Trace,
    index: &TimelineIndex,
    id: TrackId,
    at_nanos: u64,
    lang: Lang,
) -> (String, Option<TrackId>) {
    let kind = match trace.track(id).map(|t| t.kind) {
        Some(TrackKind::Object(kind)) => kind,
        _ => ObjectKind::Lock,
    };
    if kind.has_owner() {
        return owner_note(trace, index, id, at_nanos, lang);
    }
    match index.track(id).and_then(|t| t.at(at_nanos)).map(|s| s.kind) {
        Some(SpanKind::Level(level)) => (fill(text(Msg::Level, lang), &[("level", &level.to_string())]), None),
        _ => (String::new(), None),
    }
}

/// Puts the chips of one card in lines; what does not fit is counted.
fn place_chips(
    list: &mut DisplayList,
    chips: &mut Vec<Chip>,
    plan: &StagePlan,
    card: &Card,
    here: &[Standing],
    look: impl Fn(TrackId) -> (u8, bool),
    lang: Lang,
) {
    let is_core = matches!(card.zone, Zone::Core(_));
    let pad = if is_core { 5.0 } else { CARD_PAD };
    let head = if is_core { CORE_LABEL_H + 2.0 } else { TITLE_H };
    let inner = (card.w - 2.0 * pad).max(8.0);
    let w = match card.zone {
        Zone::Core(_) => (plan.chip_w * 1.5).max(120.0),
        // Room for the remaining time.
        Zone::Sleep => plan.chip_w.max(150.0),
        _ => plan.chip_w,
    };
    let w = w.min(inner);
    let columns = (((inner + CHIP_GAP) / (w + CHIP_GAP)) as usize).max(1);
    let lines = (((card.h - head - 4.0 + CHIP_GAP) / (CHIP_H + CHIP_GAP)) as usize).max(1);
    let capacity = columns * lines;
    let shown = if here.len() > capacity { capacity - 1 } else { here.len() };
    let place = |n: usize| {
        let (column, line) = (n % columns, n / columns);
        (card.x + pad + column as f32 * (w + CHIP_GAP), card.y + head + line as f32 * (CHIP_H + CHIP_GAP))
    };
    for (n, standing) in here.iter().take(shown).enumerate() {
        let (x, y) = place(n);
        let (colour, holds_gil) = look(standing.track);
        chips.push(Chip {
            track: standing.track,
            x,
            y,
            w,
            h: CHIP_H,
            alpha: if standing.category.is_some() { 1.0 } else { 0.5 },
            colour,
            category: standing.category,
            holds_gil,
            left_nanos: standing.left_nanos,
        });
    }
    if here.len() > shown {
        let (x, y) = place(shown);
        let more = fill(text(Msg::More, lang), &[("count", &(here.len() - shown).to_string())]);
        let at = TextAt {
            x: x + 4.0,
            y: y + CHIP_H / 2.0,
            max_w: w,
            align: TextAlign::Left,
            style: TextStyle::Label,
            paint: Paint::TextMuted,
            alpha: 1.0,
        };
        list.write(at, format_args!("{more}"));
    }
}
