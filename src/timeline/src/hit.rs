//! What is under the pointer.

use interleave_trace::{Span, TrackId};

use crate::lanes::LaneKind;
use crate::layout::View;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Position in the list of lanes; `None` on the ruler or below the last lane.
    pub lane: Option<usize>,
    pub track: Option<TrackId>,
    /// The time under the pointer, within the run.
    pub at_nanos: u64,
    /// The stretch under the pointer, where there is one.
    pub span: Option<Span>,
    /// The event to show: a mark near the pointer, else the one that began the span.
    pub seq: Option<u32>,
    /// Whether the stretch is narrower than a pixel, so that the picture shows shares and this is one of several.
    pub dense: bool,
    pub on_ruler: bool,
}

/// A mark is hit from this far.
const MARK_REACH_PX: f32 = 5.0;

/// What is at a place in view px; `None` outside of the canvas.
#[must_use]
pub fn hit(view: &View<'_>, x_px: f32, y_px: f32) -> Option<Hit> {
    let inside = (0.0..view.scale.width_px()).contains(&x_px) && (0.0..view.height_px).contains(&y_px);
    if !inside {
        return None;
    }
    let at_nanos = view.scale.nanos_from_px(x_px).min(view.trace.end_nanos);
    let nothing = Hit { lane: None, track: None, at_nanos, span: None, seq: None, dense: false, on_ruler: false };
    if y_px < view.ruler_px {
        return Some(Hit { on_ruler: true, ..nothing });
    }
    let Some((n, lane)) = view.lanes.at_y(view.content_from_y(y_px)) else { return Some(nothing) };
    let on_lane = Hit { lane: Some(n), track: lane.track, ..nothing };
    let Some(track) = lane.track.and_then(|id| view.index.track(id)) else { return Some(on_lane) };
    let beyond = view.scale.px_from_nanos(view.trace.end_nanos) < x_px || view.scale.px_from_nanos(0) > x_px;
    let span = track.at(at_nanos).filter(|_| !beyond && lane.kind != LaneKind::Process).copied();
    let near = |seq: u32| {
        let at = view.trace.events.at_nanos.get(seq as usize)?;
        let distance = (view.scale.px_from_nanos(*at) - x_px).abs();
        (distance <= MARK_REACH_PX).then_some((seq, distance))
    };
    let place = |seq: &u32| view.trace.events.at_nanos.get(*seq as usize).copied().unwrap_or(0);
    let next = track.marks.partition_point(|seq| place(seq) < at_nanos);
    let neighbours = [next.checked_sub(1), Some(next)];
    let marks = neighbours.into_iter().flatten().filter_map(|n| near(*track.marks.get(n)?));
    let mark = marks.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(seq, _)| seq);
    Some(Hit {
        span,
        seq: mark.or(span.map(|s| s.seq)),
        dense: span.is_some_and(|s| (s.nanos() as f64) < view.scale.nanos_per_px()),
        ..on_lane
    })
}
