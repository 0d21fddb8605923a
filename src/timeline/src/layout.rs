//! One frame of the timeline.
//!
//! From back to front: the content (lane stripes, grid, spans, marks, the end of the run, the ruler), then the overlay
//! (hover and selection, arrows, the veil over what has not happened yet, the playhead). A span at least a pixel wide is drawn as itself; what is narrower is merged into columns
//! that show the share of every category, and equal neighbours are merged again. So the number of operations is bounded
//! by pixels, whatever the number of events.

mod columns;
mod overlay;

use interleave_trace::{
    Category, EventKind, Finish, LockAction, Outcome, Span, SpanKind, State, Trace, TrackId, TrackKind, TrackSpans,
};

use self::columns::{COLUMN_PX, Columns};
use crate::explain::level_words;
use crate::explain_tasks::is_stall;
use crate::index::{SLOTS, Shares, TimelineIndex, gallop, is_gil};
use crate::internal::{is_internal, shown_category};
use crate::lanes::{Lane, LaneKind, Lanes};
use crate::list::{DisplayList, Mark, Op, Paint, Pattern, TextAlign, TextAt, TextStyle, pattern_of};
use crate::marks::Flag;
use crate::ruler::Ruler;
use crate::scale::TimeScale;
use crate::strings::{Lang, Msg, fill, text};
use crate::units::duration;

/// What a frame is a function of.
#[derive(Clone, Copy, Debug)]
pub struct View<'v> {
    pub trace: &'v Trace,
    pub index: &'v TimelineIndex,
    pub lanes: &'v Lanes,
    pub scale: TimeScale,
    /// Height of the canvas, the ruler included.
    pub height_px: f32,
    /// Height of the time axis at the top; lanes begin below it.
    pub ruler_px: f32,
    /// Content px above the visible part.
    pub scroll_px: f32,
    /// `None`: the whole run, nothing veiled.
    pub playhead_nanos: Option<u64>,
    pub hovered: Option<TrackId>,
    pub selected: Option<TrackId>,
    /// Moments that a lesson points at.
    pub flags: &'v [Flag],
    pub lang: Lang,
}

/// Standard height of the time axis.
pub const RULER_PX: f32 = 28.0;

impl View<'_> {
    /// View px of a height in content px.
    #[must_use]
    pub fn y_from_content(&self, y_px: f32) -> f32 {
        y_px - self.scroll_px + self.ruler_px
    }

    /// Content px of a height in view px.
    #[must_use]
    pub fn content_from_y(&self, y_px: f32) -> f32 {
        y_px + self.scroll_px - self.ruler_px
    }
}

/// What a frame cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FrameCost {
    /// Spans, sums and links looked at.
    pub visited: u64,
    pub ops: usize,
}

/// Narrower spans are merged into columns.
const MIN_SPAN_PX: f32 = 1.0;
/// Narrower spans have no label.
const MIN_LABEL_PX: f32 = 24.0;
const LABEL_PAD_PX: f32 = 5.0;
/// Marks of one lane stand at least this far apart.
const MARK_GAP_PX: f32 = 14.0;
/// Fills the list with the frame: content, and the overlay on top of it.
pub fn layout(list: &mut DisplayList, view: &View<'_>) -> FrameCost {
    let content = layout_content(list, view);
    let mut frame = Frame { list, view, visited: content.visited };
    let labels = frame.list.labels();
    frame.overlay(&labels);
    FrameCost { visited: frame.visited, ops: frame.list.ops.len() }
}

/// Only what does not depend on playhead, hover and selection: while a run plays in a window that stands still, it need
/// not be drawn again.
pub fn layout_content(list: &mut DisplayList, view: &View<'_>) -> FrameCost {
    let width = view.scale.width_px();
    list.reset(width, view.height_px);
    let mut frame = Frame { list, view, visited: 0 };
    frame.list.fill(0.0, 0.0, width, view.height_px, Paint::Background);
    let ruler = Ruler::new(&view.scale, view.trace.end_nanos);
    let body = (view.height_px - view.ruler_px).max(0.0);
    frame.list.ops.push(Op::Clip { x: 0.0, y: view.ruler_px, w: width, h: body });
    let lanes = view.lanes.between(view.scroll_px, view.scroll_px + body);
    frame.stripes(lanes);
    frame.grid(&ruler);
    for lane in lanes {
        frame.lane(lane);
    }
    frame.end_of_run();
    frame.list.ops.push(Op::Unclip);
    frame.ruler(&ruler);
    FrameCost { visited: frame.visited, ops: frame.list.ops.len() }
}

/// Only what moves with playhead, hover and selection, on nothing: for a canvas above that of the content, whose labels
/// are written again where arrows and veil would make them hard to read.
pub fn layout_overlay(list: &mut DisplayList, content: &DisplayList, view: &View<'_>) -> FrameCost {
    list.reset(view.scale.width_px(), view.height_px);
    let mut frame = Frame { list, view, visited: 0 };
    frame.overlay(&content.labels());
    FrameCost { visited: frame.visited, ops: frame.list.ops.len() }
}

struct Frame<'f, 'v> {
    list: &'f mut DisplayList,
    view: &'f View<'v>,
    visited: u64,
}

/// A vertical stretch of the canvas.
#[derive(Clone, Copy)]
struct Band {
    y: f32,
    h: f32,
}

impl Band {
    fn inset(self, by: f32) -> Self {
        let by = by.min(self.h / 3.0);
        Self { y: self.y + by, h: self.h - 2.0 * by }
    }

    fn middle(self) -> f32 {
        self.y + self.h / 2.0
    }
}

impl Frame<'_, '_> {
    fn x(&self, nanos: u64) -> f32 {
        self.view.scale.px_from_nanos(nanos)
    }

    fn stripes(&mut self, lanes: &[Lane]) {
        let width = self.view.scale.width_px();
        for lane in lanes {
            let y = self.view.y_from_content(lane.y_px);
            let paint = match lane.kind {
                LaneKind::Group | LaneKind::Process => Paint::Panel,
                _ => Paint::Stripe,
            };
            self.list.fill(0.0, y, width, lane.h_px, paint);
        }
    }

    fn grid(&mut self, ruler: &Ruler) {
        let (top, bottom) = (self.view.ruler_px, self.view.height_px);
        for nanos in ruler.majors() {
            let x = self.x(nanos).round() + 0.5;
            self.list.ops.push(Op::Line {
                x0: x,
                y0: top,
                x1: x,
                y1: bottom,
                width: 1.0,
                stroke: Paint::Grid,
                dashed: false,
            });
        }
    }

    fn lane(&mut self, lane: &Lane) {
        let Some(id) = lane.track else { return };
        let band = Band { y: self.view.y_from_content(lane.y_px), h: lane.h_px };
        match lane.kind {
            LaneKind::Process => self.process(lane, id, band),
            LaneKind::Object(kind) if !kind.has_owner() => self.levels(id, band.inset(1.0)),
            _ => self.spans(id, band.inset(1.0)),
        }
        if matches!(lane.kind, LaneKind::Thread | LaneKind::Task | LaneKind::Object(_)) {
            self.for_ever(id, band);
        }
        if let Some(track) = self.view.index.track(id) {
            self.marks(track, band);
            self.finish(track, band);
        }
    }

    /// What a deadlock holds goes on holding: the wait runs out of the picture.
    fn for_ever(&mut self, id: TrackId, band: Band) {
        let trace = self.view.trace;
        let Some(track) = self.view.index.track(id) else { return };
        if track.finished.is_some() || !matches!(trace.outcome, Outcome::Deadlock(_)) {
            return;
        }
        let (x, width) = (self.x(trace.end_nanos), self.view.scale.width_px());
        let (inset, fill, pattern) = match track.at(trace.end_nanos).map(|span| span.kind) {
            Some(SpanKind::State(state)) => match shown_category(trace, state) {
                Some(category) => (inset_of(category), Paint::State(category), pattern_of(category)),
                None => return,
            },
            Some(SpanKind::Owner(owner)) => (1.0, Paint::Lane(self.view.index.colour(owner)), None),
            _ => return,
        };
        if x + MIN_SPAN_PX >= width {
            return;
        }
        let band = band.inset(1.0).inset(inset);
        let (x, w) = (x.max(-1.0), width - x.max(-1.0) + 4.0);
        self.list.ops.push(Op::Rect { x, y: band.y, w, h: band.h, radius: 0.0, fill, pattern, alpha: 1.0 });
        let words = text(Msg::ForEver, self.view.lang);
        let room = width - x - 2.0 * LABEL_PAD_PX;
        if TextStyle::Label.width_px(words) <= room {
            let at = TextAt {
                x: x + LABEL_PAD_PX,
                y: band.middle(),
                max_w: room,
                align: TextAlign::Left,
                style: TextStyle::Label,
                paint: Paint::Ink,
                alpha: 1.0,
            };
            let ground = TextStyle::Label.width_px(words) + 6.0;
            self.list.ops.push(Op::Rect {
                x: x + LABEL_PAD_PX - 3.0,
                y: band.middle() - 6.0,
                w: ground,
                h: 12.0,
                radius: 2.0,
                fill,
                pattern: None,
                alpha: 0.85,
            });
            self.list.write(at, format_args!("{words}"));
        }
    }

    /// Open: how long it lived. Folded: who had its GIL, as its own lane would show.
    fn process(&mut self, lane: &Lane, id: TrackId, band: Band) {
        if lane.collapsed {
            let tracks = &self.view.trace.tracks;
            let gil = tracks.iter().position(|t| is_gil(t.kind) && t.parent == Some(id));
            if let Some(gil) = gil {
                self.spans(TrackId(gil as u32), band.inset(3.0));
            }
            return;
        }
        let Some(track) = self.view.index.track(id) else { return };
        let Some(born) = track.born_nanos else { return };
        let end = track.finished.map_or(self.view.trace.end_nanos, |(at, _)| at);
        let (x0, x1) = (self.x(born).max(-1.0), self.x(end).min(self.view.scale.width_px() + 1.0));
        if x1 > x0 {
            let y = band.middle();
            self.list.ops.push(Op::Line { x0, y0: y, x1, y1: y, width: 2.0, stroke: Paint::GridStrong, dashed: false });
        }
    }

    fn spans(&mut self, id: TrackId, band: Band) {
        let Some(track) = self.view.index.track(id) else { return };
        let spans = &track.spans;
        let (t0, t1) = self.view.scale.visible_nanos();
        let mut n = track.first_ending_after(t0);
        self.visited += u64::from(spans.len().max(1).ilog2());
        let mut columns = Columns { band, run: None };
        let mut next_column = 0.0f32;
        let mut hint = n;
        // Where the last column ended, and everything before it: the next one usually begins there.
        let mut known: Option<(u64, Shares)> = None;
        loop {
            if let Some(to) = self.tiled_columns(id, &mut columns, &mut next_column) {
                n = n.max(self.view.index.tiles(id).map_or(0, |t| t.ended_by(to)));
                n = gallop(spans, n, &mut self.visited, |s| s.end_nanos <= to);
                (hint, known) = (n, None);
            }
            let Some(span) = spans.get(n).filter(|s| s.start_nanos <= t1) else { break };
            self.visited += 1;
            let (x0, x1) = (self.x(span.start_nanos), self.x(span.end_nanos));
            if x1 - x0 >= MIN_SPAN_PX {
                columns.flush(self, id);
                self.span(id, span, x0, x1, band);
                next_column = next_column.max(x1.floor());
                n += 1;
                continue;
            }
            if x0 >= 0.0 && self.stands_alone(spans.get(n + 1), x0) {
                columns.flush(self, id);
                self.span(id, span, x0, x0 + MIN_SPAN_PX, band);
                next_column = next_column.max(x0.floor() + 1.0);
                n += 1;
                continue;
            }
            let column = x0.floor().max(next_column).max(0.0);
            let (from, to) = (self.view.scale.nanos_from_px(column), self.view.scale.nanos_from_px(column + COLUMN_PX));
            if span.end_nanos <= from && next_column > x0 {
                // Too short to be seen beside the wide span that shares its pixel.
                n += 1;
                continue;
            }
            let to = to.max(from + 1);
            let trace = self.view.trace;
            let before = match known {
                Some((at, shares)) if at == from => shares,
                _ => self.view.index.before(trace, id, from, &mut hint, &mut self.visited),
            };
            let after = self.view.index.before(trace, id, to, &mut hint, &mut self.visited);
            let mut shares: Shares = [0; SLOTS];
            for ((share, after), before) in shares.iter_mut().zip(after).zip(before) {
                *share = after.saturating_sub(before);
            }
            known = Some((to, after));
            columns.add(self, id, column, shares, to - from);
            next_column = column + COLUMN_PX;
            // A span that reaches into the next column is looked at again there.
            n = gallop(spans, n, &mut self.visited, |s| s.end_nanos <= to);
            hint = hint.min(n);
        }
        columns.flush(self, id);
    }

    /// Whether a span of less than a pixel has no other such span beside it: it is then drawn a pixel wide, and is seen.
    fn stands_alone(&self, next: Option<&Span>, x0: f32) -> bool {
        next.is_none_or(|next| {
            let (start, end) = (self.x(next.start_nanos), self.x(next.end_nanos));
            start >= x0 + COLUMN_PX || end - start >= MIN_SPAN_PX
        })
    }

    /// Columns from here on that hold only spans far narrower than a pixel. Returns the time up to which they reach.
    fn tiled_columns(&mut self, id: TrackId, columns: &mut Columns, next_column: &mut f32) -> Option<u64> {
        let tiles = self.view.index.tiles(id)?;
        let scale = self.view.scale;
        let wide_nanos = (scale.nanos_per_px() * f64::from(MIN_SPAN_PX)) as u64;
        let mut reached = None;
        while *next_column < scale.width_px() {
            let (from, to) = (scale.nanos_from_px(*next_column), scale.nanos_from_px(*next_column + COLUMN_PX));
            let Some((shares, nanos)) = tiles.column(from, to, wide_nanos) else { break };
            self.visited += 1;
            columns.add(self, id, *next_column, shares, nanos);
            *next_column += COLUMN_PX;
            reached = Some(to);
        }
        reached
    }

    /// A span wide enough to be itself.
    fn span(&mut self, id: TrackId, span: &Span, x0: f32, x1: f32, band: Band) {
        let width = self.view.scale.width_px();
        // A hair of space keeps neighbours apart; far outside the window nothing is drawn.
        let (left, right) = (x0.max(-4.0), x1.min(width + 4.0));
        let w = (right - left - if x1 - x0 > 4.0 { 1.0 } else { 0.0 }).max(1.0);
        let stall = matches!(span.kind, SpanKind::State(_)) && is_stall(self.view.trace, id, span.seq);
        let (fill, pattern, band) = match span.kind {
            // A blocking call in a coroutine: the whole loop stands still.
            SpanKind::State(_) if stall => (Paint::Danger, None, band),
            SpanKind::State(state) => {
                let Some(category) = shown_category(self.view.trace, state) else { return };
                let band = band.inset(inset_of(category));
                (self.state_paint(id, category), pattern_of(category), band)
            }
            SpanKind::Owner(thread) | SpanKind::OnCore(thread) => {
                (Paint::Lane(self.view.index.colour(thread)), None, band.inset(1.0))
            }
            SpanKind::Level(_) => return,
        };
        let radius = if w > 6.0 { 2.0 } else { 0.0 };
        let Band { y, h } = band;
        self.list.ops.push(Op::Rect { x: left, y, w, h, radius, fill, pattern, alpha: 1.0 });
        // The label stays in sight while its span is.
        let (from, to) = (left.max(0.0), right.min(width));
        let room = to - from - 2.0 * LABEL_PAD_PX;
        if to - from >= MIN_LABEL_PX
            && h >= TextStyle::Label.size_px()
            && let Some(label) = if stall { self.fitting(Msg::ShortStall, room) } else { self.label(span, room) }
        {
            if pattern.is_some() && pattern != Some(Pattern::Outline) {
                // A quiet ground keeps letters legible on a texture.
                let w = TextStyle::Label.width_px(&label) + 6.0;
                let x = from + LABEL_PAD_PX - 3.0;
                self.list.ops.push(Op::Rect {
                    x,
                    y: y + 1.0,
                    w,
                    h: h - 2.0,
                    radius: 2.0,
                    fill,
                    pattern: None,
                    alpha: 0.85,
                });
            }
            let at = TextAt {
                x: from + LABEL_PAD_PX,
                y: band.middle(),
                max_w: room,
                align: TextAlign::Left,
                style: TextStyle::Label,
                paint: Paint::Ink,
                alpha: 1.0,
            };
            self.list.write(at, format_args!("{label}"));
        }
    }

    /// Running takes the colour of the thread, so that the eye finds it again on cores, GIL and locks.
    fn state_paint(&self, id: TrackId, category: Category) -> Paint {
        match category {
            Category::Running => Paint::Lane(self.view.index.colour(id)),
            other => Paint::State(other),
        }
    }

    fn fitting(&self, msg: Msg, room_px: f32) -> Option<String> {
        let words = text(msg, self.view.lang);
        (TextStyle::Label.width_px(words) <= room_px).then(|| words.to_owned())
    }

    /// The longest wording that fits.
    fn label(&self, span: &Span, room_px: f32) -> Option<String> {
        let (trace, lang) = (self.view.trace, self.view.lang);
        let fits = |label: &String| !label.is_empty() && TextStyle::Label.width_px(label) <= room_px;
        let say = |msg: Msg, values: &[(&str, &str)]| fill(text(msg, lang), values);
        let name = |id: TrackId| trace.distinct_name(id);
        let wordings = match span.kind {
            SpanKind::Owner(t) | SpanKind::OnCore(t) => {
                // "Thread-1 (worker)" without its target.
                let long = name(t);
                [long.to_owned(), long.split(" (").next().unwrap_or("").to_owned()]
            }
            SpanKind::Level(_) => return None,
            SpanKind::State(state) => match state {
                State::Running { core } => [say(Msg::SpanRunning, &[("core", name(core))]), name(core).to_owned()],
                State::Runnable => [say(Msg::SpanRunnable, &[]), say(Msg::ShortRunnable, &[])],
                State::GilWait { .. } => [say(Msg::SpanGil, &[]), say(Msg::ShortGil, &[])],
                State::Blocked { on, .. } if is_internal(trace, on) => {
                    [say(Msg::SpanStart, &[]), say(Msg::ShortStart, &[])]
                }
                State::Blocked { on, .. } => [say(Msg::SpanBlocked, &[("object", name(on))]), name(on).to_owned()],
                State::Joining { target } => {
                    [say(Msg::SpanJoin, &[("thread", name(target))]), say(Msg::ShortJoin, &[])]
                }
                State::Sleeping { until_nanos } => {
                    let time = duration(until_nanos.saturating_sub(span.start_nanos));
                    [say(Msg::SpanSleep, &[("time", &time)]), time]
                }
                State::Io { what } => {
                    let what = trace.str(what);
                    [say(Msg::SpanIo, &[("what", what)]), what.to_owned()]
                }
                State::Finished { .. } => return None,
            },
        };
        wordings.into_iter().find(fits)
    }

    /// Steps of a count; narrow steps as a band from the lowest to the highest.
    fn levels(&mut self, id: TrackId, band: Band) {
        let Some(track) = self.view.index.track(id) else { return };
        let (t0, t1) = self.view.scale.visible_nanos();
        let highest = self.view.index.max_level(id).max(1) as f32;
        let height = |level: i64| (level.max(0) as f32 / highest).min(1.0) * (band.h - 3.0) + 1.5;
        let bottom = band.y + band.h;
        let category = match self.view.trace.track(id).map(|t| t.kind) {
            Some(TrackKind::Object(kind)) => kind.wait_category(),
            _ => Category::Queue,
        };
        let (paint, pattern) = (Paint::State(category), pattern_of(category));
        let mut n = track.first_ending_after(t0);
        self.visited += u64::from(track.spans.len().max(1).ilog2());
        let mut next_column = 0.0f32;
        while let Some(span) = track.spans.get(n).filter(|s| s.start_nanos <= t1) {
            self.visited += 1;
            let (x0, x1) = (self.x(span.start_nanos), self.x(span.end_nanos));
            let SpanKind::Level(level) = span.kind else {
                n += 1;
                continue;
            };
            if x1 - x0 >= MIN_SPAN_PX {
                let (left, right) = (x0.max(-4.0), x1.min(self.view.scale.width_px() + 4.0));
                let h = height(level);
                let w = right - left;
                self.list.ops.push(Op::Rect {
                    x: left,
                    y: bottom - h,
                    w,
                    h,
                    radius: 0.0,
                    fill: paint,
                    pattern,
                    alpha: 1.0,
                });
                let (x0, x1, y0) = (left, right, bottom - h);
                self.list.ops.push(Op::Line { x0, y0, x1, y1: y0, width: 1.5, stroke: paint, dashed: false });
                let label = self.view.index.max_level(id) > 1 && w.min(right) >= MIN_LABEL_PX;
                if label && band.h >= TextStyle::Small.size_px() {
                    let at = TextAt {
                        x: left.max(0.0) + LABEL_PAD_PX,
                        y: band.middle(),
                        max_w: w,
                        align: TextAlign::Left,
                        style: TextStyle::Small,
                        paint: Paint::Text,
                        alpha: 1.0,
                    };
                    self.list.write(at, format_args!("{}", level_words(self.view.trace, id, level)));
                }
                next_column = next_column.max(right.floor());
                n += 1;
                continue;
            }
            let column = x0.floor().max(next_column).max(0.0);
            let to = self.view.scale.nanos_from_px(column + COLUMN_PX).max(span.end_nanos);
            let end = gallop(&track.spans, n + 1, &mut self.visited, |s| s.end_nanos <= to);
            let range = self.view.index.level_range(id, n, end, &mut self.visited);
            if let Some((low, high)) = range {
                let (low, high) = (height(low), height(high));
                let (y, h) = (bottom - high, (high - low).max(1.0));
                self.list.ops.push(Op::Rect {
                    x: column,
                    y,
                    w: COLUMN_PX,
                    h,
                    radius: 0.0,
                    fill: paint,
                    pattern: None,
                    alpha: 1.0,
                });
                if low > 1.5 {
                    let y = bottom - low;
                    self.list.ops.push(Op::Rect {
                        x: column,
                        y,
                        w: COLUMN_PX,
                        h: low,
                        radius: 0.0,
                        fill: paint,
                        pattern,
                        alpha: 1.0,
                    });
                }
            }
            next_column = column + COLUMN_PX;
            n = end;
        }
    }

    fn marks(&mut self, track: &TrackSpans, band: Band) {
        let at = |seq: &u32| self.view.trace.events.at_nanos.get(*seq as usize).copied().unwrap_or(0);
        let (t0, t1) = self.view.scale.visible_nanos();
        let mut n = gallop(&track.marks, 0, &mut self.visited, |seq| at(seq) < t0);
        while let Some(&seq) = track.marks.get(n) {
            let Some(event) = self.view.trace.events.get(seq as usize).filter(|e| e.at_nanos <= t1) else { break };
            self.visited += 1;
            let x = self.x(event.at_nanos);
            if let Some((mark, paint)) = mark_of(event.kind) {
                let y = match mark {
                    Mark::Output | Mark::Note => band.y + 4.0,
                    _ => band.middle(),
                };
                self.list.ops.push(Op::Marker { x, y, mark, paint, alpha: 1.0 });
            }
            let next = self.view.scale.nanos_from_px(x + MARK_GAP_PX);
            n = gallop(&track.marks, n + 1, &mut self.visited, |seq| at(seq) < next);
        }
    }

    fn finish(&mut self, track: &TrackSpans, band: Band) {
        let Some((at_nanos, seq)) = track.finished else { return };
        let x = self.x(at_nanos);
        if !(-8.0..=self.view.scale.width_px() + 8.0).contains(&x) {
            return;
        }
        let (mark, paint) = match self.view.trace.events.get(seq as usize).map(|e| e.kind) {
            Some(EventKind::State { to: State::Finished { how }, .. }) => match how {
                Finish::Returned => (Mark::End, Paint::TextMuted),
                Finish::Raised(_) => (Mark::Uncaught, Paint::Danger),
                Finish::Cut => (Mark::Cut, Paint::Danger),
            },
            _ => return,
        };
        self.list.ops.push(Op::Marker { x, y: band.middle(), mark, paint, alpha: 1.0 });
    }

    fn end_of_run(&mut self) {
        let x = self.x(self.view.trace.end_nanos).round() + 0.5;
        if (0.0..=self.view.scale.width_px()).contains(&x) {
            let (y0, y1) = (self.view.ruler_px, self.view.height_px);
            self.list.ops.push(Op::Line { x0: x, y0, x1: x, y1, width: 1.0, stroke: Paint::GridStrong, dashed: true });
        }
    }

    fn ruler(&mut self, ruler: &Ruler) {
        let (width, h) = (self.view.scale.width_px(), self.view.ruler_px);
        self.list.fill(0.0, 0.0, width, h, Paint::Panel);
        for nanos in ruler.minors() {
            let x = self.x(nanos).round() + 0.5;
            let major = nanos % ruler.step_nanos == 0;
            let y0 = if major { h - 8.0 } else { h - 4.0 };
            self.list.ops.push(Op::Line {
                x0: x,
                y0,
                x1: x,
                y1: h,
                width: 1.0,
                stroke: Paint::GridStrong,
                dashed: false,
            });
            let label = if major { ruler.label(nanos) } else { String::new() };
            let max_w = TextStyle::Tick.width_px(&label) + 6.0;
            if major && x + 3.0 + max_w <= width {
                let at = TextAt {
                    x: x + 3.0,
                    y: h / 2.0 - 3.0,
                    max_w,
                    align: TextAlign::Left,
                    style: TextStyle::Tick,
                    paint: Paint::TextMuted,
                    alpha: 1.0,
                };
                self.list.write(at, format_args!("{label}"));
            }
        }
        self.list.ops.push(Op::Line {
            x0: 0.0,
            y0: h - 0.5,
            x1: width,
            y1: h - 0.5,
            width: 1.0,
            stroke: Paint::Grid,
            dashed: false,
        });
    }
}

/// Running fills its lane, waits stand back, absence is a thin line: activity is seen without colour.
fn inset_of(category: Category) -> f32 {
    match category {
        Category::Running => 1.0,
        Category::Runnable | Category::Gil | Category::Lock | Category::Queue | Category::Signal => 4.0,
        Category::Join | Category::Sleep | Category::Io => 6.0,
    }
}

fn mark_of(kind: EventKind) -> Option<(Mark, Paint)> {
    Some(match kind {
        EventKind::Output { stderr: false, .. } => (Mark::Output, Paint::Output),
        EventKind::Output { stderr: true, .. } => (Mark::Output, Paint::Danger),
        EventKind::GilRequest { .. } => (Mark::Request, Paint::Text),
        EventKind::Lock { action: LockAction::Fail, .. } => (Mark::Fail, Paint::Danger),
        EventKind::Note { .. } => (Mark::Note, Paint::Text),
        EventKind::LoopStall { .. } => (Mark::Fail, Paint::Danger),
        EventKind::Uncaught { .. } => (Mark::Uncaught, Paint::Danger),
        EventKind::Deadlocked { .. } => (Mark::Deadlock, Paint::Danger),
        _ => return None,
    })
}
