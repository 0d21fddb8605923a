//! Spans narrower than a pixel, merged: the share of every category as a stack of bars.

use interleave_trace::{Category, TrackId};

use super::{Band, Frame};
use crate::index::{SLOTS, Shares};
use crate::list::{Op, Paint};

/// Width of a column. Two, because the eye gains nothing from one, and the painter pays for twice the shapes.
pub(super) const COLUMN_PX: f32 = 2.0;

/// Density columns, waiting to be merged with an equal neighbour.
pub(super) struct Columns {
    pub(super) band: Band,
    pub(super) run: Option<Run>,
}

pub(super) struct Run {
    x: f32,
    w: f32,
    /// Height per slot, in whole px.
    heights: [u8; SLOTS],
}

impl Columns {
    pub(super) fn add(&mut self, frame: &mut Frame<'_, '_>, id: TrackId, x: f32, shares: Shares, nanos: u64) {
        let full = (self.band.h - 2.0).clamp(2.0, 200.0) as u64;
        let mut heights = [0u8; SLOTS];
        let px_per_nano = full as f32 / nanos.max(1) as f32;
        for (height, &share) in heights.iter_mut().zip(&shares) {
            if share > 0 {
                // What happened at all is seen, if only as one pixel.
                *height = ((share as f32 * px_per_nano + 0.5) as u8).max(1);
            }
        }
        // The pixels given to the smallest are taken from the largest.
        let sum: u64 = heights.iter().map(|&h| u64::from(h)).sum();
        if sum > full
            && let Some(largest) = heights.iter_mut().max()
        {
            *largest = largest.saturating_sub((sum - full) as u8).max(1);
        }
        match &mut self.run {
            Some(run) if run.heights == heights && (run.x + run.w - x).abs() < 0.01 => run.w += COLUMN_PX,
            _ => {
                self.flush(frame, id);
                self.run = Some(Run { x, w: COLUMN_PX, heights });
            }
        }
    }

    pub(super) fn flush(&mut self, frame: &mut Frame<'_, '_>, id: TrackId) {
        let Some(run) = self.run.take() else { return };
        let has_states = frame.view.trace.track(id).is_some_and(|t| t.kind.has_states());
        let mut y = self.band.y + self.band.h - 1.0;
        for (slot, &height) in run.heights.iter().enumerate().filter(|(_, h)| **h > 0) {
            let fill = match Category::ALL.get(slot) {
                Some(&category) if has_states => frame.state_paint(id, category),
                _ => Paint::Lane(slot as u8),
            };
            let h = f32::from(height);
            y -= h;
            frame.list.ops.push(Op::Rect { x: run.x, y, w: run.w, h, radius: 0.0, fill, pattern: None, alpha: 1.0 });
        }
    }
}
