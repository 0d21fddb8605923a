//! Chips as shapes, and their way from one moment's places to the next one's.

use interleave_trace::{Category, Trace};

use super::{Chip, Tether};
use crate::list::{DisplayList, Mark, Op, Paint, TextAlign, TextAt, TextStyle, pattern_of};
use crate::units::duration;

/// Draws tethers, then chips, on top of what the list holds. `chips` are those of the frame or of [`StageMotion`].
pub fn paint_chips(list: &mut DisplayList, trace: &Trace, chips: &[Chip], tethers: &[Tether]) {
    for tether in tethers {
        let Ok(n) = chips.binary_search_by_key(&tether.holder, |c| c.track) else { continue };
        let Some(chip) = chips.get(n) else { continue };
        let x1 = tether.x.clamp(chip.x + chip.h / 2.0, (chip.x + chip.w - chip.h / 2.0).max(chip.x + chip.h / 2.0));
        let y1 = if tether.y > chip.y { chip.y + chip.h } else { chip.y };
        let stroke = Paint::Lane(tether.colour);
        list.ops.push(Op::Line { x0: tether.x, y0: tether.y, x1, y1, width: 1.5, stroke, dashed: true });
    }
    for chip in chips {
        let Chip { x, y, w, h, alpha, .. } = *chip;
        let paint = Paint::Lane(chip.colour);
        let pattern = chip.category.and_then(pattern_of).filter(|_| chip.category != Some(Category::Runnable));
        // Nothing behind a chip shines through its colour.
        list.ops.push(Op::Rect { x, y, w, h, radius: h / 2.0, fill: Paint::Panel, pattern: None, alpha });
        let strength = if chip.category == Some(Category::Running) { 1.0 } else { 0.7 };
        list.ops.push(Op::Rect { x, y, w, h, radius: h / 2.0, fill: paint, pattern, alpha: alpha * strength });
        list.ops.push(Op::Frame { x, y, w, h, radius: h / 2.0, stroke: paint, width: 1.5, dashed: false, alpha });
        let (pad, mut right) = (10.0, x + w - 8.0);
        let middle = y + h / 2.0;
        if chip.holds_gil {
            list.ops.push(Op::Marker { x: right - 4.0, y: middle, mark: Mark::Token, paint: Paint::Ink, alpha });
            right -= 12.0;
        }
        let base = TextAt {
            x: right,
            y: middle,
            max_w: w * 0.5,
            align: TextAlign::Right,
            style: TextStyle::Small,
            paint: Paint::Ink,
            alpha,
        };
        // "Thread-1 (worker)", then "Thread-1", then as much as there is room for.
        let full = trace.track_name(chip.track);
        let short = full.split(" (").next().unwrap_or(full);
        if let Some(left) = chip.left_nanos {
            let left = duration(left);
            let left_w = TextStyle::Small.width_px(&left) + 6.0;
            if right - x - pad - left_w >= TextStyle::Name.width_px(short) {
                list.write(base, format_args!("{left}"));
                right -= left_w;
            }
        }
        let room = right - x - pad;
        let name = if TextStyle::Name.width_px(full) <= room { full } else { short };
        let name = TextStyle::Name.fit(name, room);
        if !name.is_empty() {
            let at = TextAt { x: x + pad, max_w: room, align: TextAlign::Left, style: TextStyle::Name, ..base };
            list.write(at, format_args!("{name}"));
        }
    }
}

/// Chips between two placements: at `t` = 0 as in `from`, at 1 as in `to`, eased at both ends. A chip that is only in
/// one of them fades. Both lists are by track.
pub fn tween(out: &mut Vec<Chip>, from: &[Chip], to: &[Chip], t: f32) {
    out.clear();
    let t = if t.is_nan() { 1.0 } else { t.clamp(0.0, 1.0) };
    let eased = t * t * (3.0 - 2.0 * t);
    let lerp = |a: f32, b: f32| a + (b - a) * eased;
    let mut old = from.iter().peekable();
    for new in to {
        while let Some(gone) = old.next_if(|o| o.track < new.track) {
            if eased < 1.0 {
                out.push(Chip { alpha: gone.alpha * (1.0 - eased), ..*gone });
            }
        }
        match old.next_if(|o| o.track == new.track) {
            Some(o) => out.push(Chip {
                x: lerp(o.x, new.x),
                y: lerp(o.y, new.y),
                w: lerp(o.w, new.w),
                h: lerp(o.h, new.h),
                alpha: lerp(o.alpha, new.alpha),
                ..*new
            }),
            None => out.push(Chip { alpha: new.alpha * eased, ..*new }),
        }
    }
    if eased < 1.0 {
        out.extend(old.map(|gone| Chip { alpha: gone.alpha * (1.0 - eased), ..*gone }));
    }
}

/// Smooth movement in display time. Display times are milliseconds of any clock that does not run back.
#[derive(Clone, Debug, Default)]
pub struct StageMotion {
    from: Vec<Chip>,
    to: Vec<Chip>,
    now: Vec<Chip>,
    start_ms: f64,
}

/// How long a chip takes to its new place.
pub const MOTION_MS: f64 = 180.0;

impl StageMotion {
    /// Chips should be as in `target` from now on. They set out from where they are seen, so a new target in mid-flight
    /// makes no jump.
    pub fn aim(&mut self, target: &[Chip], now_ms: f64) {
        let moved = self.to.len() != target.len()
            || self.to.iter().zip(target).any(|(a, b)| a.track != b.track || a.x != b.x || a.y != b.y || a.w != b.w);
        if moved {
            self.advance(now_ms);
            std::mem::swap(&mut self.from, &mut self.now);
            self.start_ms = now_ms;
            if self.to.is_empty() {
                // The first picture is there at once.
                self.start_ms -= MOTION_MS;
            }
        }
        self.to.clear();
        self.to.extend_from_slice(target);
    }

    /// The chips to draw at that time, and whether they still move.
    pub fn at(&mut self, now_ms: f64) -> (&[Chip], bool) {
        self.advance(now_ms);
        (&self.now, now_ms - self.start_ms < MOTION_MS)
    }

    fn advance(&mut self, now_ms: f64) {
        let t = ((now_ms - self.start_ms) / MOTION_MS) as f32;
        tween(&mut self.now, &self.from, &self.to, t);
    }
}
