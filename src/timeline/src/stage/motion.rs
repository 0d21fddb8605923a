//! Chips as shapes, and their way from one moment's places to the next one's.

use interleave_trace::{Category, Trace};

use super::{CHIP_H, Chip, DOT_PX, SMALL_CHIP_H, Tether};
use crate::list::{DisplayList, Mark, Op, Paint, Pattern, TextAlign, TextAt, TextStyle, pattern_of};
use crate::units::duration;

/// No room for more keys on a chip.
const MOST_KEYS: usize = 3;

/// Draws chips on top of what the list holds: with names, with short names where they are small, as dots where they are
/// tiny. Who holds a GIL or a lock carries as many keys. `chips` are those of the frame or of [`StageMotion`].
pub fn paint_chips(list: &mut DisplayList, trace: &Trace, chips: &[Chip], tethers: &[Tether]) {
    for chip in chips {
        let Chip { x, y, w, h, alpha, .. } = *chip;
        let paint = Paint::Lane(chip.colour);
        let is_dot = h < (SMALL_CHIP_H + DOT_PX) / 2.0;
        let is_small = h < (SMALL_CHIP_H + CHIP_H) / 2.0;
        let pattern = chip.category.and_then(pattern_of).filter(|p| *p != Pattern::Outline && !is_dot);
        // Nothing behind a chip shines through its colour.
        list.ops.push(Op::Rect { x, y, w, h, radius: h / 2.0, fill: Paint::Panel, pattern: None, alpha });
        let strength = match chip.category {
            Some(Category::Running) => 1.0,
            Some(_) if is_dot => 1.0,
            Some(_) => 0.7,
            None => 0.4,
        };
        list.ops.push(Op::Rect { x, y, w, h, radius: h / 2.0, fill: paint, pattern, alpha: alpha * strength });
        list.ops.push(Op::Frame { x, y, w, h, radius: h / 2.0, stroke: paint, width: 1.5, dashed: false, alpha });
        if is_dot {
            continue;
        }
        let (pad, mut right) = if is_small { (6.0, x + w - 5.0) } else { (10.0, x + w - 8.0) };
        let middle = y + h / 2.0;
        let style = if is_small { TextStyle::Small } else { TextStyle::Name };
        let full = trace.distinct_name(chip.track);
        let initials = initials(full);
        // On the solid chip of a running thread the key is cut out; on a texture it has the thread's colour.
        let key = if chip.category == Some(Category::Running) { Paint::Ink } else { Paint::Lane(chip.colour) };
        let held = tethers.iter().filter(|t| t.holder == chip.track).count();
        for _ in 0..held.max(usize::from(chip.holds_gil)).min(MOST_KEYS) {
            // The name goes first.
            if right - 12.0 - x - pad < style.width_px(&initials) {
                break;
            }
            list.ops.push(Op::Marker { x: right - 4.0, y: middle, mark: Mark::Token, paint: key, alpha });
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
        // "Thread-1 (worker)", then "Thread-1", then "T1", then "1".
        let short = full.split(" (").next().unwrap_or(full);
        if let Some(left) = chip.left_nanos {
            let left = duration(left);
            let left_w = TextStyle::Small.width_px(&left) + 6.0;
            if right - x - pad - left_w >= style.width_px(short) {
                list.write(base, format_args!("{left}"));
                right -= left_w;
            }
        }
        let room = right - x - pad;
        let number = initials.trim_start_matches(|c: char| !c.is_ascii_digit());
        let small = TextStyle::Small;
        let wordings = [
            (style, full),
            (style, short),
            (small, short),
            (style, initials.as_str()),
            (small, &initials),
            (small, number),
        ];
        let fits = wordings.into_iter().find(|(style, name)| !name.is_empty() && style.width_px(name) <= room);
        let (style, name) =
            fits.map_or_else(|| (style, style.fit(&initials, room)), |(style, name)| (style, name.into()));
        if name.is_empty() {
            continue;
        }
        let grounded = is_small && pattern.is_some();
        if grounded {
            // A quiet ground keeps small letters legible on a texture.
            let w = (style.width_px(&name) * 1.08 + 6.0).min(w - pad);
            let (x, y, h) = (x + pad - 3.0, y + 3.0, h - 6.0);
            let fill = Paint::Panel;
            list.ops.push(Op::Rect { x, y, w, h, radius: h / 2.0, fill, pattern: None, alpha: alpha * 0.75 });
        }
        // A chip of a thread that has ended is pale.
        let paint = if grounded || chip.category.is_none() { Paint::Text } else { Paint::Ink };
        let at = TextAt { x: x + pad, max_w: room + 3.0, align: TextAlign::Left, style, paint, ..base };
        list.write(at, format_args!("{name}"));
    }
}

/// A name in a few letters by which it can be told from its kin: `T1` of `Thread-1 (worker)`, `TP01` of `ThreadPoolExecutor-0_1`, `PO` of `Pay-out`,
/// `Lo` of `Low`.
fn initials(name: &str) -> String {
    let short = name.split(" (").next().unwrap_or(name);
    let mut out = String::new();
    let mut before = ' ';
    for c in short.chars() {
        let starts = c.is_alphanumeric()
            && (!before.is_alphanumeric() || (c.is_uppercase() && before.is_lowercase()) || c.is_ascii_digit());
        if starts {
            out.push(c.to_ascii_uppercase());
        }
        before = c;
    }
    if out.chars().count() < 2 {
        out = short.chars().filter(|c| c.is_alphanumeric()).take(2).collect();
    }
    // Of a long one the number at the end stays.
    let (letters, number) = out.split_at(out.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    letters.chars().take(4usize.saturating_sub(number.len()).max(1)).chain(number.chars()).collect()
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
            || self
                .to
                .iter()
                .zip(target)
                .any(|(a, b)| a.track != b.track || a.x != b.x || a.y != b.y || a.w != b.w || a.h != b.h);
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
