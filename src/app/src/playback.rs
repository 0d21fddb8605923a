//! The playhead and how it moves.
//!
//! Virtual time has no natural pace: sixty milliseconds of threads fighting over the GIL and ten seconds of sleeping
//! should both be watchable. At speed 1 a whole run plays in [`SWEEP_MILLIS`]; the other speeds are multiples of that.
//! Keeps true: the playhead is between 0 and the end of what is known.

/// How long a run plays at speed 1.
pub const SWEEP_MILLIS: f64 = 12_000.0;
/// A tab that was hidden gets one long frame; it must not jump.
const MAX_FRAME_MILLIS: f64 = 100.0;

pub const SPEEDS: [f64; 7] = [0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0];

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// A fraction of a nanosecond matters when a slow playback moves less than one per frame.
    at_nanos: f64,
    end_nanos: u64,
    playing: bool,
    speed: f64,
    /// Time of the last frame on the page's clock.
    last_frame_millis: Option<f64>,
}

impl Default for Playback {
    fn default() -> Self {
        Self { at_nanos: 0.0, end_nanos: 0, playing: false, speed: 1.0, last_frame_millis: None }
    }
}

impl Playback {
    #[must_use]
    pub fn at_nanos(&self) -> u64 {
        self.at_nanos as u64
    }

    #[must_use]
    pub fn end_nanos(&self) -> u64 {
        self.end_nanos
    }

    /// Whether all there is has been shown.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.at_nanos() >= self.end_nanos
    }

    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.playing
    }

    #[must_use]
    pub fn speed(&self) -> f64 {
        self.speed
    }

    pub fn set_speed(&mut self, speed: f64) {
        if speed.is_finite() && speed > 0.0 {
            self.speed = speed;
        }
    }

    /// A new run: back to the start, nothing known yet.
    pub fn restart(&mut self) {
        *self = Self { speed: self.speed, ..Self::default() };
    }

    /// The trace has grown to here.
    pub fn set_end(&mut self, end_nanos: u64) {
        self.end_nanos = end_nanos;
        self.at_nanos = self.at_nanos.min(end_nanos as f64);
    }

    pub fn seek(&mut self, at_nanos: u64) {
        self.at_nanos = at_nanos.min(self.end_nanos) as f64;
    }

    /// At the end, play starts over.
    pub fn play(&mut self) {
        if self.is_at_end() {
            self.at_nanos = 0.0;
        }
        self.playing = true;
        self.last_frame_millis = None;
    }

    pub fn pause(&mut self) {
        self.playing = false;
        self.last_frame_millis = None;
    }

    /// One animation frame at `now_millis`. While the trace still `grows`, its end is waited at rather than stopped at.
    /// Returns whether the playhead moved.
    pub fn advance(&mut self, now_millis: f64, grows: bool) -> bool {
        if !self.playing {
            return false;
        }
        let elapsed = self.last_frame_millis.map_or(0.0, |last| (now_millis - last).clamp(0.0, MAX_FRAME_MILLIS));
        self.last_frame_millis = Some(now_millis);
        let end = self.end_nanos as f64;
        let before = self.at_nanos;
        self.at_nanos = (before + elapsed * end / SWEEP_MILLIS * self.speed).min(end);
        if self.at_nanos >= end && !grows {
            self.pause();
        }
        self.at_nanos > before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn played(speed: f64, frames: u32) -> Playback {
        let mut playback = Playback::default();
        playback.set_end(60_000_000);
        playback.set_speed(speed);
        playback.play();
        for frame in 0..=frames {
            playback.advance(f64::from(frame) * 16.0, false);
        }
        playback
    }

    #[test]
    fn a_run_plays_in_its_sweep() {
        let half = played(1.0, 375);
        assert!(!half.is_at_end());
        assert!(half.is_playing() && half.at_nanos().abs_diff(30_000_000) < 100_000, "{half:?}");
        let done = played(1.0, 760);
        assert!(done.is_at_end());
        assert!(!done.is_playing() && done.at_nanos() == 60_000_000, "{done:?}");
        assert!(played(2.0, 375).at_nanos() > 59_000_000);
    }

    #[test]
    fn slow_playback_does_not_lose_fractions() {
        let mut playback = Playback::default();
        playback.set_end(1_000);
        playback.set_speed(0.05);
        playback.play();
        for frame in 0..=6_000 {
            playback.advance(f64::from(frame) * 16.0, false);
        }
        assert!(playback.at_nanos().abs_diff(400) <= 1, "{playback:?}");
    }

    #[test]
    fn a_hidden_tab_does_not_jump() {
        let mut playback = played(1.0, 10);
        let before = playback.at_nanos();
        playback.advance(1e9, false);
        assert!(playback.at_nanos() - before <= 500_001);
    }

    #[test]
    fn a_growing_trace_is_waited_for() {
        let mut playback = Playback::default();
        playback.set_end(10);
        playback.play();
        for frame in 0..2_000 {
            playback.advance(f64::from(frame) * 16.0, true);
        }
        assert!(playback.is_playing() && playback.at_nanos() == 10);
        playback.advance(40_000.0, false);
        assert!(!playback.is_playing());
    }

    #[test]
    fn play_at_the_end_starts_over_and_seek_stays_inside() {
        let mut playback = played(4.0, 760);
        playback.play();
        assert_eq!(playback.at_nanos(), 0);
        playback.seek(u64::MAX);
        assert_eq!(playback.at_nanos(), 60_000_000);
        playback.set_end(7);
        assert_eq!(playback.at_nanos(), 7);
    }
}
