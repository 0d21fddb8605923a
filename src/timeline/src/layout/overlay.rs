//! What lies above the content of a frame and moves with playhead, hover and selection.

use interleave_trace::{EventKind, Link, LinkKind, LockAction, Outcome, State, Trace, TrackId, TrackKind};

use super::{Frame, View};
use crate::index::{actor, is_gil};
use crate::lanes::Lane;
use crate::list::{Mark, Op, Paint, SpanLabel, TextAlign, TextAt, TextStyle};
use crate::marks::Flag;
use crate::stuck::{circle, stuck};
use crate::units::size;

/// With more links than one per this many px, only the important ones are drawn.
const DENSE_LINK_PX: f32 = 16.0;
/// In a dense frame: links just before and after the playhead.
const NEAR_LINKS: (usize, usize) = (6, 2);
/// In a dense frame: links of the hovered and the selected lane, out of at most that many that are looked at.
const LANE_LINKS: usize = 60;
const LANE_LINKS_LOOKED_AT: usize = 4_000;

/// An arrow bows out by at most so much beyond its ends.
const ARROW_BOW_PX: f32 = 12.0;
/// The size of a message has that much room beside its arrow.
const SIZE_PX: f32 = 60.0;
/// Height of the ground behind a label.
const LABEL_H: f32 = 12.0;
/// A flag's diameter, and that of the ring on its lane.
const FLAG_PX: f32 = 17.0;
const RING_PX: f32 = 12.0;
/// Room that the arrows of a deadlock need after the end of the run, and how far each leads to the right.
const STUCK_PX: f32 = 72.0;
const STUCK_GAP_PX: f32 = 26.0;
/// They begin behind the words "for ever".
const STUCK_LABEL_PX: f32 = 52.0;
/// So opaque is the ground that hides the pale label under the veil.
const VEILED_GROUND: f32 = 0.8;

impl Frame<'_, '_> {
    pub(super) fn overlay(&mut self, labels: &[SpanLabel]) {
        let (width, top) = (self.view.scale.width_px(), self.view.ruler_px);
        let h = (self.view.height_px - top).max(0.0);
        self.list.ops.push(Op::Clip { x: 0.0, y: top, w: width, h });
        for (track, paint) in [(self.view.selected, Paint::Selection), (self.view.hovered, Paint::Hover)] {
            if let Some(lane) = track.and_then(|t| self.view.lanes.of(t)) {
                let y = self.view.y_from_content(lane.y_px);
                if y < self.view.height_px && y + lane.h_px > top {
                    self.list.fill(0.0, y, width, lane.h_px, paint);
                }
            }
        }
        let first_arrow = self.list.ops.len();
        self.arrows();
        self.labels_under_arrows(labels, first_arrow);
        self.veil();
        self.labels_under_veil(labels);
        self.deadlock();
        self.flags();
        self.list.ops.push(Op::Unclip);
        self.playhead();
    }

    fn arrows(&mut self) {
        let view = self.view;
        let (t0, t1) = view.scale.visible_nanos();
        let links = view.index.links();
        let time = |row: &u32| -> u64 {
            let seq = view.trace.links.get(*row as usize).map_or(0, |l| l.to_seq);
            view.trace.events.at_nanos.get(seq as usize).copied().unwrap_or(0)
        };
        let from = links.partition_point(|row| time(row) < t0);
        let to = links.partition_point(|row| time(row) <= t1);
        self.visited += 2 * u64::from(links.len().max(1).ilog2() + 1);
        // The one the playhead has just passed stands out.
        let here = view.playhead_nanos.map(|at| links.partition_point(|row| time(row) <= at));
        let latest = here.and_then(|n| n.checked_sub(1));
        if (to - from) as f32 * DENSE_LINK_PX <= view.scale.width_px() {
            for n in from..to {
                let alpha = if latest == Some(n) { 1.0 } else { 0.6 };
                self.arrow(links.get(n), alpha, None);
            }
            return;
        }
        if let Some(here) = here {
            let (before, after) = NEAR_LINKS;
            for n in here.saturating_sub(before).max(from)..(here + after).min(to) {
                let alpha = if latest == Some(n) { 1.0 } else { 0.5 };
                self.arrow(links.get(n), alpha, None);
            }
        }
        for lane in [view.selected, view.hovered].into_iter().flatten() {
            let middle = here.unwrap_or(from + (to - from) / 2).clamp(from, to);
            let first = middle.saturating_sub(LANE_LINKS_LOOKED_AT / 2).max(from);
            let last = (first + LANE_LINKS_LOOKED_AT).min(to);
            let mut drawn = 0;
            for n in first..last {
                drawn += usize::from(self.arrow(links.get(n), 0.7, Some(lane)));
                if drawn >= LANE_LINKS {
                    break;
                }
            }
        }
    }

    /// Draws a link, or only if it touches the lane `of`. Returns whether it did.
    fn arrow(&mut self, row: Option<&u32>, alpha: f32, of: Option<TrackId>) -> bool {
        self.visited += 1;
        let view = self.view;
        let Some(&link) = row.and_then(|&row| view.trace.links.get(row as usize)) else { return false };
        let Some((from, to)) = link_ends(view.trace, link) else { return false };
        if of.is_some_and(|lane| lane != from.0 && lane != to.0) {
            return false;
        }
        let (Some(from_lane), Some(to_lane)) = (view.lanes.of(from.0), view.lanes.of(to.0)) else { return false };
        if from_lane.track == to_lane.track {
            return false;
        }
        if link.kind == LinkKind::HandOver && !is_waited_for(view, link, from.1, to.0) {
            return false;
        }
        let middle = |lane: &Lane| view.y_from_content(lane.y_px + lane.h_px / 2.0);
        let (y0, y1) = (middle(from_lane), middle(to_lane));
        if y0.max(y1) < view.ruler_px || y0.min(y1) > view.height_px {
            return false;
        }
        let (x0, x1) = (self.x(from.1), self.x(to.1));
        self.list.ops.push(Op::Arrow { x0, y0, x1, y1, stroke: Paint::Link(link.kind), alpha });
        if let Some(&EventKind::Lock { action: LockAction::Send(bytes), .. }) =
            view.trace.events.kind.get(link.from_seq as usize)
        {
            let (x, y, align, style) = ((x0 + x1) / 2.0 + 4.0, (y0 + y1) / 2.0, TextAlign::Left, TextStyle::Label);
            let at = TextAt { x, y, max_w: SIZE_PX, align, style, paint: Paint::Text, alpha: 1.0 };
            self.list.write(at, format_args!("{}", size(bytes)));
        }
        true
    }

    /// Labels that an arrow may cross are written again above it, on a ground of their span's colour.
    fn labels_under_arrows(&mut self, labels: &[SpanLabel], first_arrow: usize) {
        let boxes: Vec<_> = self.list.ops.get(first_arrow..).unwrap_or_default().iter().filter_map(arrow_box).collect();
        if boxes.is_empty() {
            return;
        }
        let future = self.view.playhead_nanos.map_or(f32::MAX, |at| self.x(at));
        for label in labels.iter().filter(|l| l.x < future) {
            let (left, right) = (label.x - 3.0, label.x + label.w + 3.0);
            let (top, bottom) = (label.y - LABEL_H / 2.0, label.y + LABEL_H / 2.0);
            let crosses = |b: &[f32; 4]| b[0] < right && b[2] > left && b[1] < bottom && b[3] > top;
            if boxes.iter().any(crosses) {
                self.rewrite(label, label.under, 0.85, Paint::Ink);
            }
        }
    }

    /// The veil takes the contrast from the ink of labels: past the playhead they are written again above it.
    fn labels_under_veil(&mut self, labels: &[SpanLabel]) {
        let Some(at) = self.view.playhead_nanos else { return };
        let x = self.x(at).max(0.0);
        let (width, top) = (self.view.scale.width_px(), self.view.ruler_px);
        if x >= width || !labels.iter().any(|l| l.x + l.w > x) {
            return;
        }
        // One that the playhead stands in changes its ink there.
        let h = (self.view.height_px - top).max(0.0);
        self.list.ops.push(Op::Clip { x, y: top, w: width - x, h });
        for label in labels.iter().filter(|l| l.x + l.w > x) {
            self.rewrite(label, Paint::Background, VEILED_GROUND, Paint::Text);
        }
        self.list.ops.push(Op::Unclip);
    }

    fn rewrite(&mut self, label: &SpanLabel, ground: Paint, ground_alpha: f32, ink: Paint) {
        let &SpanLabel { x, y, w, max_w, .. } = label;
        self.list.ops.push(Op::Rect {
            x: x - 3.0,
            y: y - LABEL_H / 2.0,
            w: w + 6.0,
            h: LABEL_H,
            radius: 2.0,
            fill: ground,
            pattern: None,
            alpha: ground_alpha,
        });
        let (align, style) = (TextAlign::Left, TextStyle::Label);
        let at = TextAt { x, y, max_w, align, style, paint: ink, alpha: 1.0 };
        self.list.write(at, format_args!("{}", label.text));
    }

    fn veil(&mut self) {
        let Some(at) = self.view.playhead_nanos else { return };
        let x = self.x(at).max(0.0);
        let w = self.view.scale.width_px() - x;
        if w > 0.0 {
            let (y, h) = (self.view.ruler_px, (self.view.height_px - self.view.ruler_px).max(0.0));
            self.list.ops.push(Op::Rect { x, y, w, h, radius: 0.0, fill: Paint::Veil, pattern: None, alpha: 1.0 });
        }
    }

    /// Where a run has ended in a deadlock: from every thread to what it waits for, and on to who holds it. Circles stand out,
    /// with a frame around what belongs to them.
    fn deadlock(&mut self) {
        let view = self.view;
        let (end, width) = (view.trace.end_nanos, view.scale.width_px());
        let x = self.x(end);
        if !matches!(view.trace.outcome, Outcome::Deadlock(_)) || x + STUCK_PX > width || x < 0.0 {
            return;
        }
        // Before the playhead is there it is a thing to come.
        let here = view.playhead_nanos.is_none_or(|at| at >= end);
        let mut column = 0.0;
        for lane in view.lanes.between(view.scroll_px, view.scroll_px + view.height_px) {
            let Some(wait) = lane.track.and_then(|track| stuck(view.trace, view.index, track)) else { continue };
            let alpha = match (here, circle(view.trace, view.index, wait.thread).is_empty()) {
                (true, false) => 1.0,
                (true, true) => 0.45,
                (false, _) => 0.3,
            };
            let left = x + (STUCK_LABEL_PX + STUCK_GAP_PX * column).min(width - x - STUCK_PX).max(0.0);
            column += 1.0;
            let stops = [Some(wait.thread), wait.object, wait.next];
            let mut last: Option<(f32, f32)> = None;
            for lane in stops.into_iter().flatten().filter_map(|stop| view.lanes.of(stop)) {
                let top = view.y_from_content(lane.y_px);
                let y = top + lane.h_px / 2.0;
                if alpha == 1.0 {
                    let (x, y, h, stroke) = (x, top + 0.5, lane.h_px - 1.0, Paint::Danger);
                    self.list.ops.push(Op::Frame {
                        x,
                        y,
                        w: width - x - 1.0,
                        h,
                        radius: 3.0,
                        stroke,
                        width: 2.0,
                        dashed: false,
                        alpha,
                    });
                }
                let to = last.map_or(left + 8.0, |(x0, _)| x0 + STUCK_GAP_PX);
                if let Some((x0, y0)) = last {
                    self.list.ops.push(Op::Arrow { x0, y0, x1: to, y1: y, stroke: Paint::Danger, alpha });
                }
                last = Some((to, y));
            }
        }
    }

    /// A numbered flag under the time axis, a thread down to its lane, a ring there.
    fn flags(&mut self) {
        let top = self.view.ruler_px;
        let passed = self.view.playhead_nanos;
        let mut order: Vec<&Flag> = self.view.flags.iter().collect();
        order.sort_by_key(|flag| (flag.at_nanos, flag.number));
        let width = self.view.scale.width_px();
        let is_near = |x: f32| (-FLAG_PX..=width + FLAG_PX).contains(&x);
        order.retain(|flag| is_near(self.x(flag.at_nanos)));
        // Beside one another where their times are too close: pushed to the right, then back from the edge.
        let mut lefts: Vec<f32> = Vec::with_capacity(order.len());
        for flag in &order {
            let free = lefts.last().map_or(f32::MIN, |left| left + FLAG_PX + 2.0);
            lefts.push((self.x(flag.at_nanos) - FLAG_PX / 2.0).max(free));
        }
        let mut edge = width;
        for left in lefts.iter_mut().rev() {
            *left = left.min(edge - FLAG_PX - 2.0);
            edge = *left;
        }
        for (flag, left) in order.into_iter().zip(lefts) {
            let x = self.x(flag.at_nanos);
            let alpha = if passed.is_none_or(|at| flag.at_nanos <= at) { 1.0 } else { 0.55 };
            let y = top + 3.0;
            if let Some(lane) = self.view.lanes.of(flag.track) {
                let middle = self.view.y_from_content(lane.y_px + lane.h_px / 2.0);
                if middle > y + FLAG_PX && middle < self.view.height_px {
                    let y1 = middle - RING_PX / 2.0;
                    let x0 = x.round() + 0.5;
                    let stroke = Paint::Accent;
                    self.list.ops.push(Op::Line { x0, y0: y + FLAG_PX, x1: x0, y1, width: 1.0, stroke, dashed: true });
                    let (x, y, w, h, radius) = (x - RING_PX / 2.0, y1, RING_PX, RING_PX, RING_PX / 2.0);
                    self.list.ops.push(Op::Frame { x, y, w, h, radius, stroke, width: 2.0, dashed: false, alpha });
                }
            }
            self.list.ops.push(Op::Rect {
                x: left,
                y,
                w: FLAG_PX,
                h: FLAG_PX,
                radius: FLAG_PX / 2.0,
                fill: Paint::Accent,
                pattern: None,
                alpha,
            });
            let at = TextAt {
                x: left + FLAG_PX / 2.0,
                y: y + FLAG_PX / 2.0 + 0.5,
                max_w: FLAG_PX,
                align: TextAlign::Centre,
                style: TextStyle::Name,
                paint: Paint::Background,
                alpha: 1.0,
            };
            self.list.write(at, format_args!("{}", flag.number));
        }
    }

    fn playhead(&mut self) {
        let Some(at) = self.view.playhead_nanos else { return };
        let x = self.x(at);
        if !(-8.0..=self.view.scale.width_px() + 8.0).contains(&x) {
            return;
        }
        let (y0, y1) = (self.view.ruler_px - 6.0, self.view.height_px);
        self.list.ops.push(Op::Line { x0: x, y0, x1: x, y1, width: 1.5, stroke: Paint::Accent, dashed: false });
        self.list.ops.push(Op::Marker {
            x,
            y: self.view.ruler_px - 7.0,
            mark: Mark::Playhead,
            paint: Paint::Accent,
            alpha: 1.0,
        });
    }
}

/// Whether whoever got the object was waiting for it when it was let go. An order that nobody waited for is no hand-over
/// that a reader would see; of a GIL only those that somebody waited for are recorded.
fn is_waited_for(view: &View<'_>, link: Link, released_nanos: u64, taker: TrackId) -> bool {
    let Some(&object) = view.trace.events.track.get(link.from_seq as usize) else { return false };
    let kind = view.trace.track(object).map(|track| track.kind);
    if !matches!(kind, Some(TrackKind::Object(_))) || kind.is_some_and(is_gil) {
        return true;
    }
    // In the instant of the release itself the wait may be over already.
    let before = released_nanos.saturating_sub(1);
    matches!(view.index.spans().state_at(taker, before), Some(State::Blocked { on, .. }) if on == object)
}

/// Left, top, right, bottom of the area that an arrow may run through.
fn arrow_box(op: &Op) -> Option<[f32; 4]> {
    match *op {
        Op::Arrow { x0, y0, x1, y1, .. } => {
            Some([x0.min(x1) - ARROW_BOW_PX, y0.min(y1), x0.max(x1) + ARROW_BOW_PX, y0.max(y1)])
        }
        _ => None,
    }
}

/// The lanes and times that a link joins: those of the threads that act, not of the objects they act on.
fn link_ends(trace: &Trace, link: Link) -> Option<((TrackId, u64), (TrackId, u64))> {
    let end = |seq: u32| {
        let event = trace.events.get(seq as usize)?;
        Some((actor(event), event.at_nanos))
    };
    Some((end(link.from_seq)?, end(link.to_seq)?))
}
