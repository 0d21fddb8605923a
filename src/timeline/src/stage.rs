//! The moving picture: where every thread stands at one moment.
//!
//! A [`StagePlan`] places the cards (cores, GIL, run queue, sleepers, locks, …); it depends on the size and on what the
//! run contains, not on the time, so nothing but chips moves. [`stage`] fills in one moment: each thread and
//! each task is one chip, in the card of its state, in the order in which they came; where many are in one card their chips get smaller, then dots,
//! and only what is left after that is counted. [`StageMotion`] carries chips from one moment's places to the
//! next one's over a few frames of display time.
//!
//! Keeps true: a thread is in exactly one card; chips lie within their card; equal moments give equal frames.

mod motion;
mod plan;

use std::borrow::Cow;

use interleave_trace::sorted::sort_by_unique_key;
use interleave_trace::{Category, ObjectKind, SpanKind, State, Trace, TrackId, TrackKind};

pub use self::motion::{MOTION_MS, StageMotion, paint_chips, tween};
use crate::explain::level_words;
use crate::index::{TimelineIndex, is_gil};
use crate::internal::{is_internal, shown_category};
use crate::list::{DisplayList, Mark, Op, Paint, TextAlign, TextAt, TextStyle};
use crate::strings::{Lang, Msg, fill, text};

/// Which set of threads a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    Core(TrackId),
    RunQueue,
    /// The task that its event loop has given the turn to.
    Turn,
    /// Tasks that wait for their turn on an event loop.
    Ready,
    /// Those that wait for this GIL; its holder in the title.
    Gil(TrackId),
    Sleep,
    Io,
    Join,
    /// Those that wait for this object; its owner in the title.
    Object(TrackId),
    /// All objects for which there is no room.
    OtherObjects,
    /// All kinds of waits for which there is no room.
    Waiting,
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
    /// Which thread holds which GIL or lock: a key on the card and one on the chip.
    pub tethers: Vec<Tether>,
    /// Reused: threads with their card and their place in its queue.
    standing: Vec<Standing>,
}

/// From the key on a card to the chip of its holder, which shows one too.
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
/// Height of a chip with a short name; [`paint_chips`] tells the sizes apart by it.
const SMALL_CHIP_H: f32 = 18.0;
const DOT_PX: f32 = 12.0;
/// Room for `+99`.
const MORE_W: f32 = 26.0;

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
        if !matches!(track.kind, TrackKind::Thread | TrackKind::Task) {
            continue;
        }
        let id = TrackId(row as u32);
        let gil = || gils.iter().find(|g| Some(g.0) == track.parent).map(|g| g.1);
        if let Some(standing) = standing(plan, trace, index, id, gil, at_nanos) {
            frame.standing.push(standing);
        }
    }
    sort_by_unique_key(&mut frame.standing, |s| (s.card, s.since_nanos, s.seq, s.track));
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
    sort_by_unique_key(&mut frame.chips, |c| c.track);
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
    let is_task = trace.track(id).is_some_and(|t| t.kind == TrackKind::Task);
    let zone = match state {
        // A task runs where its thread does; what it has is the turn on its loop.
        State::Running { .. } | State::GilWait { .. } if is_task => Zone::Turn,
        State::Runnable if is_task => Zone::Ready,
        State::Running { core } => Zone::Core(core),
        State::Runnable => Zone::RunQueue,
        State::GilWait { .. } => gil().map_or(Zone::Waiting, Zone::Gil),
        // The wait for a new thread to begin stands with that for a thread to end.
        State::Blocked { on, .. } if is_internal(trace, on) => Zone::Join,
        State::Blocked { on, .. } => Zone::Object(on),
        State::Joining { .. } => Zone::Join,
        State::Sleeping { .. } => Zone::Sleep,
        State::Io { .. } => Zone::Io,
        State::Finished { .. } => Zone::Finished,
    };
    let card = plan.card_of(zone)?;
    let left_nanos = match state {
        State::Sleeping { until_nanos } => Some(until_nanos.saturating_sub(at_nanos)),
        _ => None,
    };
    let category = shown_category(trace, state);
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
    let title = title_of(trace, zone, lang);
    let title = title.as_ref();
    // A tiny slot has no line for its label: the chip covers it.
    if is_core && count > 0 && h < CORE_LABEL_H + SMALL_CHIP_H {
        return None;
    }
    let is_strip = zone == Zone::Finished;
    let style = if is_core || is_strip { TextStyle::Small } else { TextStyle::Title };
    let middle = match zone {
        Zone::Finished => y + h / 2.0,
        Zone::Core(_) => y + CORE_LABEL_H / 2.0 + 2.0,
        _ => y + TITLE_H / 2.0 + 1.0,
    };
    let base = TextAt {
        x: x + CARD_PAD,
        y: middle,
        max_w: w - 2.0 * CARD_PAD,
        align: TextAlign::Left,
        style,
        paint: if is_core || is_strip { Paint::TextMuted } else { Paint::Text },
        alpha: 1.0,
    };
    // At the right of the title: who has it, how much is in it, what the card is for.
    let (note, token) = match zone {
        Zone::Core(_) if count == 0 => (text(Msg::Idle, lang).to_owned(), None),
        Zone::Gil(id) => owner_note(trace, index, id, at_nanos, lang),
        Zone::Object(id) => object_note(trace, index, id, at_nanos, lang),
        Zone::RunQueue => (text(Msg::RunQueueHint, lang).to_owned(), None),
        Zone::Turn => (text(Msg::TurnHint, lang).to_owned(), None),
        Zone::Ready => (text(Msg::ReadyHint, lang).to_owned(), None),
        _ => (String::new(), None),
    };
    // The key stands at the end of the line, where no text that turns out wider than estimated can reach it.
    let key_w = if token.is_some() { 16.0 } else { 0.0 };
    let inner = w - 2.0 * CARD_PAD - key_w;
    // In a narrow slot its number says more than the beginning of its name.
    let number = title.rsplit(' ').next().unwrap_or(title);
    let title = if is_core && style.width_px(title) * 1.1 > inner { number } else { title };
    let title_w = style.width_px(title).min(inner);
    if title_w > 0.0 {
        list.write(TextAt { max_w: inner, ..base }, format_args!("{}", style.fit(title, inner)));
    }
    let room = inner - title_w - 10.0;
    if room >= 20.0 && !note.is_empty() && (TextStyle::Small.width_px(&note) <= room || token.is_some()) {
        let at = TextAt {
            x: x + w - CARD_PAD - key_w,
            max_w: room,
            align: TextAlign::Right,
            style: TextStyle::Small,
            paint: Paint::TextMuted,
            ..base
        };
        list.write(at, format_args!("{}", TextStyle::Small.fit(&note, room)));
    }
    token.map(|holder| {
        let colour = index.colour(holder);
        let x = x + w - CARD_PAD - 5.0;
        list.ops.push(Op::Marker { x, y: middle, mark: Mark::Token, paint: Paint::Lane(colour), alpha: 1.0 });
        Tether { x, y: middle, holder, colour }
    })
}

fn title_of<'t>(trace: &'t Trace, zone: Zone, lang: Lang) -> Cow<'t, str> {
    let msg = match zone {
        Zone::Gil(id) if several_gils(trace) => {
            let process = trace.track(id).and_then(|t| t.parent).map_or("", |p| trace.track_name(p));
            return format!("{} · {process}", trace.track_name(id)).into();
        }
        Zone::Core(id) | Zone::Gil(id) | Zone::Object(id) => return trace.track_name(id).into(),
        Zone::RunQueue => Msg::RunQueue,
        Zone::Turn => Msg::Turn,
        Zone::Ready => Msg::Ready,
        Zone::Sleep => Msg::Sleeping,
        Zone::Io => Msg::Io,
        Zone::Join => Msg::Joining,
        Zone::OtherObjects => Msg::OtherObjects,
        Zone::Waiting => Msg::Waiting,
        Zone::Finished => Msg::Finished,
    };
    text(msg, lang).into()
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
            let name = trace.distinct_name(owner);
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
        Some(SpanKind::Level(level)) => {
            (fill(text(Msg::Level, lang), &[("level", &level_words(trace, id, level))]), None)
        }
        _ => (String::new(), None),
    }
}

/// Where the chips of one card may stand.
#[derive(Clone, Copy)]
struct Field {
    x: f32,
    y: f32,
    w: f32,
    h: f32,
}

impl Field {
    fn of(card: &Card, lang: Lang) -> Self {
        let Card { zone, x, y, w, h } = *card;
        let (left, right, top, bottom) = match zone {
            Zone::Core(_) if h < CORE_LABEL_H + SMALL_CHIP_H => (4.0, 4.0, 4.0, 4.0),
            Zone::Core(_) => (5.0, 5.0, CORE_LABEL_H + 1.0, 3.0),
            Zone::Finished => {
                let title_w = TextStyle::Small.width_px(text(Msg::Finished, lang));
                (CARD_PAD + title_w * 1.15 + 10.0, CARD_PAD, 3.0, 3.0)
            }
            _ => (CARD_PAD, CARD_PAD, TITLE_H, 4.0),
        };
        Self { x: x + left, y: y + top, w: (w - left - right).max(DOT_PX), h: (h - top - bottom).max(DOT_PX) }
    }

    /// How many of a size fit, beside one another and in all.
    fn fits(self, (w, h): (f32, f32)) -> (usize, usize) {
        let gap = gap_of(h);
        let columns = (((self.w + gap) / (w + gap)) as usize).max(1);
        let lines = (((self.h + 0.5 + gap) / (h + gap)) as usize).max(1);
        (columns, columns * lines)
    }
}

/// Small chips stand closer together.
fn gap_of(chip_h: f32) -> f32 {
    if chip_h < CHIP_H { 4.0 } else { CHIP_GAP }
}

/// Puts the chips of one card in lines: in the largest size in which all of them fit. What does not fit as dots either
/// is counted.
fn place_chips(
    list: &mut DisplayList,
    chips: &mut Vec<Chip>,
    plan: &StagePlan,
    card: &Card,
    here: &[Standing],
    look: impl Fn(TrackId) -> (u8, bool),
    lang: Lang,
) {
    if here.is_empty() {
        return;
    }
    let field = Field::of(card, lang);
    let full = match card.zone {
        Zone::Core(_) => (plan.chip_w * 1.5).max(120.0),
        // Room for the remaining time.
        Zone::Sleep | Zone::Waiting => plan.chip_w.max(150.0),
        _ => plan.chip_w,
    };
    let full = full.min(field.w);
    let sizes = [
        (full, CHIP_H),
        (full.min(plan.chip_w), CHIP_H),
        (full.min(72.0), CHIP_H),
        (full.min(72.0), SMALL_CHIP_H),
        (full.min(56.0), SMALL_CHIP_H),
        (full.min(44.0), SMALL_CHIP_H),
        (full.min(36.0), SMALL_CHIP_H),
        (full.min(30.0), SMALL_CHIP_H),
        (DOT_PX, DOT_PX),
    ];
    let fits = |size: &(f32, f32)| size.1 <= field.h + 0.5 && field.fits(*size).1 >= here.len();
    let size = sizes.into_iter().find(fits).unwrap_or((DOT_PX, DOT_PX));
    let (columns, mut capacity) = field.fits(size);
    let (w, h) = size;
    let gap = gap_of(h);
    if here.len() > capacity {
        // The count takes the place of the last dots.
        capacity = capacity.saturating_sub((MORE_W / (w + gap)).ceil() as usize);
    }
    let shown = here.len().min(capacity);
    let top = if card.zone == Zone::Finished { card.y + (card.h - h) / 2.0 } else { field.y };
    let place = |n: usize| {
        let (column, line) = (n % columns, n / columns);
        (field.x + column as f32 * (w + gap), top + line as f32 * (h + gap))
    };
    for (n, standing) in here.iter().take(shown).enumerate() {
        let (x, y) = place(n);
        let (colour, holds_gil) = look(standing.track);
        chips.push(Chip {
            track: standing.track,
            x,
            y,
            w,
            h,
            alpha: 1.0,
            colour,
            category: standing.category,
            holds_gil,
            left_nanos: standing.left_nanos,
        });
    }
    if here.len() > shown {
        let (x, y) = place(shown);
        let at = TextAt {
            x,
            y: y + h / 2.0,
            max_w: (field.x + field.w - x).max(MORE_W),
            align: TextAlign::Left,
            style: TextStyle::Small,
            paint: Paint::TextMuted,
            alpha: 1.0,
        };
        list.write(at, format_args!("+{}", here.len() - shown));
    }
}
