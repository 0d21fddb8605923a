//! Ticks of the time axis: 1-2-5 steps, one unit for the whole axis, labels that never touch.

use crate::list::TextStyle;
use crate::scale::TimeScale;

/// How the axis is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruler {
    pub step_nanos: u64,
    pub minor_nanos: u64,
    unit: Unit,
    decimals: usize,
    first: u64,
    last: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Nanos,
    Micros,
    Millis,
    Seconds,
}

impl Unit {
    /// The unit in which the largest visible time has at most four figures before the point.
    fn for_time(nanos: u64) -> Self {
        match nanos {
            0..2_000 => Self::Nanos,
            2_000..2_000_000 => Self::Micros,
            2_000_000..2_000_000_000 => Self::Millis,
            _ => Self::Seconds,
        }
    }

    /// Power of ten, and name.
    fn shape(self) -> (usize, &'static str) {
        match self {
            Self::Nanos => (0, "ns"),
            Self::Micros => (3, "µs"),
            Self::Millis => (6, "ms"),
            Self::Seconds => (9, "s"),
        }
    }
}

/// Space between two labels, in px.
const GAP_PX: f32 = 24.0;

impl Ruler {
    #[must_use]
    pub fn new(scale: &TimeScale, end_nanos: u64) -> Self {
        let (first, last) = scale.visible_nanos();
        let last = last.min(end_nanos);
        let unit = Unit::for_time(last);
        let mut exponent = 0u32;
        loop {
            let power = 10u64.saturating_pow(exponent);
            for (times, minors) in [(1, 5), (2, 4), (5, 5)] {
                let step_nanos = power.saturating_mul(times);
                let decimals = unit.shape().0.saturating_sub(exponent as usize);
                let minor_nanos = if step_nanos >= minors { step_nanos / minors } else { step_nanos };
                let ruler = Self { step_nanos, minor_nanos, unit, decimals, first, last };
                let step_px = step_nanos as f64 / scale.nanos_per_px();
                let label_px = TextStyle::Tick.width_px(&ruler.label(last / step_nanos * step_nanos));
                if step_px >= f64::from(label_px + GAP_PX) || exponent >= 18 {
                    return ruler;
                }
            }
            exponent += 1;
        }
    }

    /// Times of the labelled ticks that are visible and within the run.
    pub fn majors(&self) -> impl Iterator<Item = u64> + use<> {
        multiples(self.step_nanos, self.first, self.last)
    }

    /// Times of all ticks, the labelled ones among them.
    pub fn minors(&self) -> impl Iterator<Item = u64> + use<> {
        multiples(self.minor_nanos, self.first, self.last)
    }

    #[must_use]
    pub fn label(&self, nanos: u64) -> String {
        let (digits, name) = self.unit.shape();
        let power = 10u64.pow(digits as u32);
        let (whole, part) = (nanos / power, nanos % power);
        if nanos == 0 {
            return "0".to_owned();
        }
        if self.decimals == 0 {
            return format!("{whole} {name}");
        }
        let mut part = format!("{part:0digits$}");
        part.truncate(self.decimals);
        format!("{whole}.{part} {name}")
    }
}

fn multiples(step: u64, first: u64, last: u64) -> impl Iterator<Item = u64> {
    let step = step.max(1);
    (first.div_ceil(step)..=last / step).map(move |n| n * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(from: u64, to: u64, width: f32) -> Vec<String> {
        let ruler = Ruler::new(&TimeScale::range(from, to, width), u64::MAX);
        ruler.majors().map(|t| ruler.label(t)).collect()
    }

    #[test]
    fn steps_are_nice() {
        assert_eq!(labels(0, 1_000_000_000, 700.0), ["0", "200 ms", "400 ms", "600 ms", "800 ms", "1000 ms"]);
        assert_eq!(labels(0, 5_000_000_000, 400.0), ["0", "1 s", "2 s", "3 s", "4 s", "5 s"]);
        assert_eq!(labels(0, 40, 420.0), ["0", "10 ns", "20 ns", "30 ns", "40 ns"]);
    }

    #[test]
    fn far_out_and_near_by() {
        let near = labels(3_000_001_000, 3_000_001_400, 1200.0);
        assert!(near.contains(&"3.00000110 s".to_owned()), "{near:?}");
    }

    #[test]
    fn labels_never_touch() {
        for exponent in 0..11 {
            for width in [200.0, 390.0, 1440.0, 1920.0] {
                let scale = TimeScale::range(7, 7 + 3 * 10u64.pow(exponent), width);
                let ruler = Ruler::new(&scale, u64::MAX);
                let places: Vec<_> = ruler.majors().map(|t| (scale.px_from_nanos(t), ruler.label(t))).collect();
                for pair in places.windows(2) {
                    let width = TextStyle::Tick.width_px(&pair[0].1);
                    assert!(pair[0].0 + width < pair[1].0, "{pair:?}");
                }
                assert!(ruler.minors().count() < width as usize);
                assert_eq!(ruler.step_nanos % ruler.minor_nanos, 0);
            }
        }
    }
}
