//! Where time falls on the screen.

/// A window on the time axis. Invariant: `nanos_per_px > 0` and everything finite; the constructors and methods see to
/// it, whatever they are given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// Time at the left edge; negative while the run's start is away from the edge.
    start_nanos: f64,
    nanos_per_px: f64,
    width_px: f32,
}

/// Nearest zoom: one nanosecond, the resolution of a trace, fills 50 px.
pub const MIN_NANOS_PER_PX: f64 = 0.02;

/// Empty space beside the run, as a part of the window.
const MARGIN: f64 = 0.02;

impl TimeScale {
    /// The whole run, with a little air on both sides.
    #[must_use]
    pub fn fit(end_nanos: u64, width_px: f32) -> Self {
        Self::range(0, end_nanos, width_px)
    }

    /// From one time to another, with a little air on both sides.
    #[must_use]
    pub fn range(from_nanos: u64, to_nanos: u64, width_px: f32) -> Self {
        let width_px = if width_px.is_finite() { width_px.max(1.0) } else { 1.0 };
        let span = (to_nanos.saturating_sub(from_nanos) as f64).max(1.0);
        let nanos_per_px = (span / (f64::from(width_px) * (1.0 - 2.0 * MARGIN))).max(MIN_NANOS_PER_PX);
        let visible = nanos_per_px * f64::from(width_px);
        let middle = from_nanos as f64 + span / 2.0;
        Self { start_nanos: middle - visible / 2.0, nanos_per_px, width_px }
    }

    #[must_use]
    pub fn width_px(&self) -> f32 {
        self.width_px
    }

    #[must_use]
    pub fn nanos_per_px(&self) -> f64 {
        self.nanos_per_px
    }

    /// First and last visible nanosecond.
    #[must_use]
    pub fn visible_nanos(&self) -> (u64, u64) {
        (self.nanos_from_px(0.0), self.nanos_from_px(self.width_px))
    }

    #[must_use]
    pub fn px_from_nanos(&self, nanos: u64) -> f32 {
        ((nanos as f64 - self.start_nanos) / self.nanos_per_px) as f32
    }

    /// The time at a place; never negative.
    #[must_use]
    pub fn nanos_from_px(&self, px: f32) -> u64 {
        // A float-to-integer cast saturates: before the run is 0.
        (self.start_nanos + f64::from(px) * self.nanos_per_px).round() as u64
    }

    /// Zooms by `factor` (above 1: nearer) so that the time under `px` stays there.
    pub fn zoom_about(&mut self, px: f32, factor: f64, end_nanos: u64) {
        if !factor.is_finite() || factor <= 0.0 || !px.is_finite() {
            return;
        }
        let fixed = self.start_nanos + f64::from(px) * self.nanos_per_px;
        let farthest = Self::fit(end_nanos, self.width_px).nanos_per_px;
        self.nanos_per_px = (self.nanos_per_px / factor).clamp(MIN_NANOS_PER_PX.min(farthest), farthest);
        self.start_nanos = fixed - f64::from(px) * self.nanos_per_px;
        self.clamp(end_nanos);
    }

    /// Moves the window by `px` (positive: towards later times).
    pub fn pan(&mut self, px: f32, end_nanos: u64) {
        if px.is_finite() {
            self.start_nanos += f64::from(px) * self.nanos_per_px;
        }
        self.clamp(end_nanos);
    }

    /// Keeps the zoom, takes a new width (the window was resized).
    pub fn resize(&mut self, width_px: f32, end_nanos: u64) {
        let whole = self.nanos_per_px >= Self::fit(end_nanos, self.width_px).nanos_per_px * 0.999;
        if whole {
            *self = Self::fit(end_nanos, width_px);
        } else {
            self.width_px = if width_px.is_finite() { width_px.max(1.0) } else { 1.0 };
            self.clamp(end_nanos);
        }
    }

    /// Moves the window just enough that `nanos` is inside, away from its edges. Returns whether it moved.
    pub fn follow(&mut self, nanos: u64, end_nanos: u64) -> bool {
        let before = *self;
        let px = f64::from(self.px_from_nanos(nanos));
        let width = f64::from(self.width_px);
        if px > width * 0.85 {
            self.start_nanos += (px - width * 0.85) * self.nanos_per_px;
        } else if px < width * 0.05 {
            self.start_nanos += (px - width * 0.05) * self.nanos_per_px;
        }
        self.clamp(end_nanos);
        before != *self
    }

    /// The window stays within the run and its margin; a window wider than the run centres it.
    pub fn clamp(&mut self, end_nanos: u64) {
        let farthest = Self::fit(end_nanos, self.width_px);
        if self.nanos_per_px >= farthest.nanos_per_px {
            *self = farthest;
            return;
        }
        let visible = self.nanos_per_px * f64::from(self.width_px);
        let first = -visible * MARGIN;
        let last = (end_nanos as f64 - visible * (1.0 - MARGIN)).max(first);
        self.start_nanos = self.start_nanos.clamp(first, last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: u64 = 3_000_000_000;

    #[test]
    fn fit_shows_everything() {
        let scale = TimeScale::fit(END, 1000.0);
        assert!((scale.px_from_nanos(0) - 20.0).abs() < 0.01);
        assert!((scale.px_from_nanos(END) - 980.0).abs() < 0.01);
    }

    #[test]
    fn transforms_are_inverse() {
        let scale = TimeScale::range(1_000, 2_000, 1440.0);
        for px in [0.0, 1.0, 719.5, 1439.0] {
            assert!((scale.px_from_nanos(scale.nanos_from_px(px)) - px).abs() <= 1.0);
        }
        assert_eq!(TimeScale::fit(END, 1000.0).nanos_from_px(-500.0), 0);
    }

    #[test]
    fn zoom_keeps_the_point_under_the_pointer() {
        let mut scale = TimeScale::fit(END, 1000.0);
        let fixed = scale.nanos_from_px(400.0);
        for _ in 0..30 {
            scale.zoom_about(400.0, 1.5, END);
            assert!((scale.px_from_nanos(fixed) - 400.0).abs() < 1.0);
        }
        for _ in 0..200 {
            scale.zoom_about(10.0, 1.5, END);
        }
        assert!((scale.nanos_per_px() - MIN_NANOS_PER_PX).abs() < 1e-9);
        for _ in 0..300 {
            scale.zoom_about(700.0, 0.5, END);
        }
        assert_eq!(scale, TimeScale::fit(END, 1000.0));
    }

    #[test]
    fn the_window_stays_on_the_run() {
        let mut scale = TimeScale::fit(END, 1000.0);
        scale.zoom_about(500.0, 10.0, END);
        scale.pan(1e9, END);
        assert!(scale.px_from_nanos(END) > 970.0 && scale.px_from_nanos(END) < 990.0);
        scale.pan(-1e9, END);
        assert!(scale.px_from_nanos(0) > 10.0 && scale.px_from_nanos(0) < 30.0);
        scale.pan(f32::NAN, END);
        scale.zoom_about(f32::INFINITY, 2.0, END);
        scale.zoom_about(3.0, f64::NAN, END);
        assert!(scale.px_from_nanos(END).is_finite());
    }

    #[test]
    fn following_moves_only_when_needed() {
        let mut scale = TimeScale::fit(END, 1000.0);
        scale.zoom_about(0.0, 10.0, END);
        let middle = scale.nanos_from_px(500.0);
        assert!(!scale.follow(middle, END));
        assert!(scale.follow(END / 2, END));
        assert!((scale.px_from_nanos(END / 2) - 850.0).abs() < 1.0);
    }

    #[test]
    fn an_empty_run_has_a_scale() {
        let scale = TimeScale::fit(0, 0.0);
        assert!(scale.px_from_nanos(0).is_finite() && scale.nanos_per_px() > 0.0);
    }
}
