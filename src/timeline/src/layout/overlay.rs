//! What lies above the content of a frame and moves with playhead, hover and selection.

use interleave_trace::{Link, Trace, TrackId};

use super::Frame;
use crate::index::actor;
use crate::lanes::Lane;
use crate::list::{Mark, Op, Paint};

/// With more links than one per this many px, only the important ones are drawn.
const DENSE_LINK_PX: f32 = 16.0;
/// In a dense frame: links just before and after the playhead.
const NEAR_LINKS: (usize, usize) = (6, 2);
/// In a dense frame: links of the hovered and the selected lane, out of at most that many that are looked at.
const LANE_LINKS: usize = 60;
const LANE_LINKS_LOOKED_AT: usize = 4_000;

impl Frame<'_, '_> {
    pub(super) fn overlay(&mut self) {
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
        self.arrows();
        self.veil();
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
        let middle = |lane: &Lane| view.y_from_content(lane.y_px + lane.h_px / 2.0);
        let (y0, y1) = (middle(from_lane), middle(to_lane));
        if y0.max(y1) < view.ruler_px || y0.min(y1) > view.height_px {
            return false;
        }
        let (x0, x1) = (self.x(from.1), self.x(to.1));
        self.list.ops.push(Op::Arrow { x0, y0, x1, y1, stroke: Paint::Link(link.kind), alpha });
        true
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

/// The lanes and times that a link joins: those of the threads that act, not of the objects they act on.
fn link_ends(trace: &Trace, link: Link) -> Option<((TrackId, u64), (TrackId, u64))> {
    let end = |seq: u32| {
        let event = trace.events.get(seq as usize)?;
        Some((actor(event), event.at_nanos))
    };
    Some((end(link.from_seq)?, end(link.to_seq)?))
}
