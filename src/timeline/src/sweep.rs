//! One program under many values of a number: which numbers a program has, what each run measured, and what that says:
//! speed-up, Amdahl's curve, the best value, and the reason why it stops there.
//!
//! Keeps true: a point is made from a trace alone; the chart, the table and the file show the same figures. Must not know:
//! who runs the program, and with what else.

use std::fmt::Write as _;

use interleave_trace::{Category, Outcome, Stats, Trace};

use crate::index::TimelineIndex;
use crate::strings::{Lang, Msg, fill, text};
use crate::units::duration;

/// Most values of one sweep.
pub const MOST_VALUES: usize = 256;

/// A whole number that stands in a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Byte range in the source.
    pub start: usize,
    pub end: usize,
    /// 1-based.
    pub line: u32,
    pub value: u64,
    /// What it is assigned to, or the argument it is given for.
    pub name: Option<String>,
    /// How likely it says how many work at once: 2 for a pool's size, 1 for a name that sounds like one.
    pub likely: u8,
}

/// The numbers of a program, in order, those in strings and comments left out.
#[must_use]
pub fn numbers(source: &str) -> Vec<Number> {
    let bytes = source.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let is_word = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80;
    let (mut at, mut line, mut found) = (0, 1, Vec::new());
    while at < bytes.len() {
        let b = byte(at);
        match b {
            b'\n' => line += 1,
            b'#' => {
                while at < bytes.len() && byte(at) != b'\n' {
                    at += 1;
                }
                continue;
            }
            b'"' | b'\'' => {
                let long = byte(at + 1) == b && byte(at + 2) == b;
                at += if long { 3 } else { 1 };
                while at < bytes.len() {
                    let c = byte(at);
                    line += u32::from(c == b'\n');
                    if c == b'\\' {
                        at += 1;
                        line += u32::from(byte(at) == b'\n');
                    } else if c == b && (!long || byte(at + 1) == b && byte(at + 2) == b) {
                        at += if long { 2 } else { 0 };
                        break;
                    } else if c == b'\n' && !long {
                        break;
                    }
                    at += 1;
                }
            }
            _ if is_word(b) => {
                let start = at;
                while is_word(byte(at)) || byte(at) == b'.' && byte(start).is_ascii_digit() {
                    at += 1;
                }
                let word = source.get(start..at).unwrap_or_default();
                let digits: String = word.chars().filter(|&c| c != '_').collect();
                if let Ok(value) = digits.parse()
                    && byte(start.wrapping_sub(1)) != b'.'
                    && digits.bytes().all(|d| d.is_ascii_digit())
                {
                    let (name, likely) = name_before(source.get(..start).unwrap_or_default());
                    found.push(Number { start, end: at, line, value, name, likely });
                }
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// `NAME =` or `Pool(` before a number.
fn name_before(before: &str) -> (Option<String>, u8) {
    let before = before.trim_end_matches(' ');
    let last_word = |text: &str| {
        let text = text.trim_end_matches(' ');
        let begin = text.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
        text.get(begin..).unwrap_or_default().to_owned()
    };
    if let Some(rest) = before.strip_suffix('=')
        && !rest.ends_with(['=', '<', '>', '!', '+', '-', '*', '/', '%', '&', '|', '^', ':'])
    {
        let name = last_word(rest);
        let low = name.to_ascii_lowercase();
        let known = ["processes", "max_workers", "n_jobs", "num_processes", "workers", "pool_size"].contains(&&*low);
        let sounds = ["work", "proc", "pool", "job", "thread", "size"].iter().any(|part| low.contains(part));
        return ((!name.is_empty()).then_some(name), if known { 2 } else { u8::from(sounds) });
    }
    let callee = before.strip_suffix('(').map(last_word).unwrap_or_default();
    let pool = callee.ends_with("Pool") || callee.ends_with("Executor");
    (pool.then_some(callee), if pool { 2 } else { 0 })
}

/// The program with another value for one of its numbers.
#[must_use]
pub fn with_number(source: &str, number: &Number, value: u64) -> String {
    let part = |range: Option<&str>| range.unwrap_or_default().to_owned();
    part(source.get(..number.start)) + &value.to_string() + source.get(number.end..).unwrap_or_default()
}

/// `1..64` (both ends), `1..64:3` (every third) or `1,2,4,8`; nothing if it is none of these, or too many.
#[must_use]
pub fn values(words: &str) -> Option<Vec<u64>> {
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let values: Vec<u64> = match words.split_once("..") {
        Some((from, to)) => {
            let (to, step) = to.split_once(':').unwrap_or((to, "1"));
            let step = usize::try_from(number(step)?.max(1)).ok()?;
            (number(from)?..=number(to)?).step_by(step).take(MOST_VALUES + 1).collect()
        }
        None => words.split(',').map(number).collect::<Option<_>>()?,
    };
    (1..=MOST_VALUES).contains(&values.len()).then_some(values)
}

/// One run of a sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub value: u64,
    pub wall_nanos: u64,
    /// Time of all lanes by category, in the order of [`Category::ALL`].
    pub nanos: [u64; Category::COUNT],
    /// Bytes that went through pipes.
    pub sent_bytes: u64,
    /// Cores' worth of work done on average.
    pub busy_cores: f64,
    pub cores: usize,
    /// How it ended, in a word, where not well: its time then counts for nothing.
    pub failed: Option<String>,
}

impl Point {
    #[must_use]
    pub fn measure(value: u64, trace: &Trace, index: &TimelineIndex) -> Self {
        let stats = Stats::with_spans(trace, index.spans());
        let mut nanos = [0; Category::COUNT];
        for lane in &stats.lanes {
            for (sum, part) in nanos.iter_mut().zip(lane.totals_nanos) {
                *sum += part;
            }
        }
        let failed = match trace.outcome {
            Outcome::Exited(0) => None,
            Outcome::Exited(status) => Some(format!("exit {status}")),
            Outcome::Deadlock(_) => Some("deadlock".to_owned()),
            _ => Some("limit".to_owned()),
        };
        Self {
            value,
            wall_nanos: trace.end_nanos,
            nanos,
            sent_bytes: stats.objects.iter().map(|o| o.sent_bytes).sum(),
            busy_cores: stats.speed_up(),
            cores: stats.cores.len(),
            failed,
        }
    }

    fn part(&self, category: Category) -> u64 {
        self.nanos.get(category.index()).copied().unwrap_or(0)
    }
}

/// What a sweep found, as far as it has come. Points are in the order of their values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sweep {
    pub name: String,
    pub points: Vec<Point>,
}

/// Colours of the chart.
struct Colours {
    paper: &'static str,
    ink: &'static str,
    faint: &'static str,
    ideal: &'static str,
    amdahl: &'static str,
    line: &'static str,
}

const LIGHT: Colours =
    Colours { paper: "#fff", ink: "#1c1c22", faint: "#dcdce2", ideal: "#6e6e78", amdahl: "#b04a00", line: "#0b57c2" };
const DARK: Colours = Colours {
    paper: "#17171c",
    ink: "#ececf1",
    faint: "#3a3a44",
    ideal: "#a3a3ae",
    amdahl: "#ffa35c",
    line: "#7fb0ff",
};

impl Sweep {
    /// Takes a point in, where its value belongs.
    pub fn add(&mut self, point: Point) {
        let at = self.points.partition_point(|p| p.value < point.value);
        self.points.insert(at, point);
    }

    fn good(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|p| p.failed.is_none())
    }

    /// The fastest that ended well.
    #[must_use]
    pub fn best(&self) -> Option<&Point> {
        self.good().min_by_key(|p| p.wall_nanos)
    }

    /// Time of the first value over this one.
    #[must_use]
    pub fn speed_up(&self, point: &Point) -> f64 {
        self.good().next().map_or(1.0, |first| first.wall_nanos as f64 / point.wall_nanos.max(1) as f64)
    }

    /// How many times the first value this one is: what the ideal line shows.
    #[must_use]
    pub fn factor(&self, point: &Point) -> f64 {
        point.value as f64 / self.good().next().map_or(1, |first| first.value.max(1)) as f64
    }

    /// The part of the work that does not get faster, after Amdahl: the mean over the points up to the best one.
    #[must_use]
    pub fn serial(&self) -> f64 {
        let best = self.best().map_or(0, |best| best.value);
        let (mut sum, mut count) = (0.0, 0.0);
        for point in self.good().filter(|p| p.value <= best) {
            let n = self.factor(point);
            if n > 1.0 {
                sum += ((n / self.speed_up(point) - 1.0) / (n - 1.0)).clamp(0.0, 1.0);
                count += 1.0;
            }
        }
        if count > 0.0 { sum / count } else { 1.0 }
    }

    /// Amdahl's speed-up with that serial part.
    #[must_use]
    pub fn amdahl(&self, point: &Point) -> f64 {
        amdahl(self.serial(), self.factor(point))
    }

    /// Why more than the best value does not help, from what its lanes did instead of running.
    #[must_use]
    pub fn reason(&self, lang: Lang) -> String {
        let Some(best) = self.best() else { return String::new() };
        let words = |msg, value: &str| fill(text(msg, lang), &[("value", value)]);
        if self.good().last().is_some_and(|last| last.value == best.value) {
            return words(Msg::SweepStillFaster, "");
        }
        if best.busy_cores > 0.85 * best.cores as f64 {
            return words(Msg::SweepCores, &best.cores.to_string());
        }
        let waits = [
            (best.part(Category::Runnable), Msg::SweepRunnable),
            (best.part(Category::Gil), Msg::SweepGil),
            (best.part(Category::Lock), Msg::SweepLocks),
            (best.part(Category::Io) + best.part(Category::Sleep), Msg::SweepIo),
        ];
        let (most, msg) = waits.into_iter().max_by_key(|(nanos, _)| *nanos).unwrap_or((0, Msg::SweepStart));
        if most > best.part(Category::Running) / 4 {
            return words(msg, "");
        }
        if best.sent_bytes > 10_000_000 {
            return words(Msg::SweepPickling, &(best.sent_bytes / 1_000_000).to_string());
        }
        words(Msg::SweepStart, "")
    }

    /// The best value and the reason, in two sentences.
    #[must_use]
    pub fn verdict(&self, lang: Lang) -> String {
        let Some(best) = self.best() else { return String::new() };
        let (value, time) = (best.value.to_string(), duration(best.wall_nanos));
        let factor = format!("{:.2}", self.speed_up(best));
        let values = [("name", &*self.name), ("value", &value), ("time", &time), ("factor", &factor)];
        fill(text(Msg::SweepBest, lang), &values) + &self.reason(lang)
    }

    /// A line for each value.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut out = format!("{},wall_ms,speed_up,ideal,amdahl,busy_cores,sent_bytes,ended\n", self.name);
        for point in &self.points {
            // Writing to a string does not fail.
            let _ = writeln!(
                out,
                "{},{:.3},{:.3},{:.3},{:.3},{:.2},{},{}",
                point.value,
                point.wall_nanos as f64 / 1e6,
                self.speed_up(point),
                self.factor(point),
                self.amdahl(point),
                point.busy_cores,
                point.sent_bytes,
                point.failed.as_deref().unwrap_or("well")
            );
        }
        out
    }

    /// Speed-up with the ideal line and Amdahl's curve, and wall time below it, over the values.
    #[must_use]
    pub fn svg(&self, width_px: f64, dark: bool, lang: Lang) -> String {
        let c = if dark { DARK } else { LIGHT };
        let (left, right) = (52.0, 16.0);
        let (w, h) = (width_px, 470.0);
        let most_value = self.points.iter().map(|p| p.value).max().unwrap_or(1).max(1) as f64;
        let x = |value: f64| left + value / most_value * (w - left - right);
        let fastest = self.good().map(|p| self.speed_up(p)).fold(1.0, f64::max) * 1.2;
        let slowest = self.good().map(|p| p.wall_nanos).max().unwrap_or(1) as f64 * 1.1;
        let panel = |top: f64, most: f64| move |figure: f64| top + 160.0 * (1.0 - figure.min(most) / most);
        let (speed, wall) = (panel(40.0, fastest), panel(262.0, slowest));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"{}\">\
             <rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>",
            c.ink, c.paper
        );
        let put_text = |out: &mut String, x: f64, y: f64, anchor: &str, words: &str| {
            let _ = write!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>", escape(words));
        };
        put_text(&mut out, left, 24.0, "start", text(Msg::SweepSpeedUp, lang));
        put_text(&mut out, left, 246.0, "start", text(Msg::SweepWall, lang));
        let tick = |out: &mut String, y: f64, label: &str| {
            let _ = write!(out, "<path d=\"M{left} {y:.1}H{:.1}\" stroke=\"{}\"/>", w - right, c.faint);
            put_text(out, left - 6.0, y + 4.0, "end", label);
        };
        for figure in ticks(fastest) {
            tick(&mut out, speed(figure), &figure.to_string());
        }
        for figure in ticks(slowest) {
            tick(&mut out, wall(figure), &duration(figure as u64));
        }
        // Values under both panels.
        for value in ticks(most_value).into_iter().filter(|value| value.fract() == 0.0) {
            for y in [218.0, 440.0] {
                put_text(&mut out, x(value), y, "middle", &value.to_string());
            }
        }
        let curve = |out: &mut String, colour: &str, dash: &str, points: &mut dyn Iterator<Item = (f64, f64)>| {
            let points: Vec<String> = points.map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
            let _ = write!(
                out,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>",
                points.join(" ")
            );
        };
        // The ideal line leaves the panel at its top.
        if let Some(first) = self.good().next() {
            let first = first.value.max(1) as f64;
            let end = most_value.min(fastest * first);
            let mut ideal = [first, end].into_iter().map(|v| (x(v), speed(v / first)));
            curve(&mut out, c.ideal, "2 4", &mut ideal);
            // So does Amdahl's curve, unless it stays below.
            let serial = self.serial();
            let values = (0..=96).map(|n| first + (most_value - first) * f64::from(n) / 96.0);
            let figures = values.map(|v| (v, amdahl(serial, v / first))).take_while(|&(_, figure)| figure <= fastest);
            curve(&mut out, c.amdahl, "7 4", &mut figures.map(|(v, figure)| (x(v), speed(figure))));
        }
        curve(&mut out, c.line, "none", &mut self.good().map(|p| (x(p.value as f64), speed(self.speed_up(p)))));
        curve(&mut out, c.line, "none", &mut self.good().map(|p| (x(p.value as f64), wall(p.wall_nanos as f64))));
        if let Some(best) = self.best() {
            let at = x(best.value as f64);
            for y in [speed(self.speed_up(best)), wall(best.wall_nanos as f64)] {
                let _ = write!(out, "<circle cx=\"{at:.1}\" cy=\"{y:.1}\" r=\"5\" fill=\"{}\"/>", c.line);
            }
            // Below the point: above it are the ideal line and Amdahl's, and its own line goes on beside it.
            let (anchor, beside) = if at > w * 0.7 { ("end", 4.0) } else { ("start", -4.0) };
            let label = format!("{} = {}", self.name, best.value);
            put_text(&mut out, at + beside, speed(self.speed_up(best)) + 22.0, anchor, &label);
        }
        let percent = format!("{:.0}", self.serial() * 100.0);
        let mut from = w - right;
        for (words, colour) in [
            (fill(text(Msg::SweepAmdahl, lang), &[("percent", &percent)]), c.amdahl),
            (text(Msg::SweepIdeal, lang).to_owned(), c.ideal),
        ] {
            let _ = write!(
                out,
                "<text x=\"{from:.1}\" y=\"24\" text-anchor=\"end\" fill=\"{colour}\">{}</text>",
                escape(&words)
            );
            from -= 8.0 * words.chars().map(|c| if c.is_ascii() { 0.85 } else { 1.5 }).sum::<f64>() + 12.0;
        }
        put_text(&mut out, (left + w - right) / 2.0, 460.0, "middle", &self.name);
        out.push_str("</svg>");
        out
    }
}

/// Amdahl's speed-up of work whose part `serial` does not get faster, on `factor` times as many workers.
fn amdahl(serial: f64, factor: f64) -> f64 {
    1.0 / (serial + (1.0 - serial) / factor.max(1e-9))
}

/// Round figures from 0 up to the most, six at most.
fn ticks(most: f64) -> Vec<f64> {
    let magnitude = 10_f64.powf((most / 5.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * magnitude).find(|step| most / step <= 5.0 + 1e-9);
    let step = step.unwrap_or(most.max(1.0));
    // Through the count, so that sums of tenths stay round.
    (0..=5)
        .map(|n| (f64::from(n) * step * 1e6).round() / 1e6)
        .take_while(|&figure| figure <= most * (1.0 + 1e-9))
        .collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_program() {
        let source = "SIZE = 4  # not 5\nx = 'no 6' + \"\"\"7\n8\"\"\"\nwith Pool(2) as p:\n    p.map(f, range(1_000), chunksize=10)\ny = 1.5 + a2 + 0x10\n";
        let found = numbers(source);
        let short: Vec<_> = found.iter().map(|n| (n.line, n.value, n.name.as_deref(), n.likely)).collect();
        assert_eq!(
            short,
            [(1, 4, Some("SIZE"), 1), (4, 2, Some("Pool"), 2), (5, 1000, None, 0), (5, 10, Some("chunksize"), 1),]
        );
        assert!(with_number(source, &found[1], 64).contains("Pool(64) as"));
        assert_eq!(numbers("'unterminated 3\n4 \"\"\" 5").len(), 1);
    }

    #[test]
    fn values_in_words() {
        assert_eq!(values("1..4"), Some(vec![1, 2, 3, 4]));
        assert_eq!(values("1..9:4"), Some(vec![1, 5, 9]));
        assert_eq!(values("1, 2,8"), Some(vec![1, 2, 8]));
        for bad in ["", "x", "1..100000", "3..1", "1,,2"] {
            assert_eq!(values(bad), None, "{bad}");
        }
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(9.6), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(ticks(1.2), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(16.0), [0.0, 5.0, 10.0, 15.0]);
        assert_eq!(ticks(881e6), [0.0, 200e6, 400e6, 600e6, 800e6]);
        assert_eq!(ticks(5.0), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(ticks(0.0), [0.0]);
    }

    #[test]
    fn verdict_and_chart() {
        let point = |value: u64, millis: u64, busy_cores: f64| Point {
            value,
            wall_nanos: millis * 1_000_000,
            nanos: [0; Category::COUNT],
            sent_bytes: 0,
            busy_cores,
            cores: 4,
            failed: None,
        };
        let mut sweep = Sweep { name: "N<1>".to_owned(), points: Vec::new() };
        assert_eq!((sweep.best(), sweep.verdict(Lang::En)), (None, String::new()));
        for (value, millis, busy) in [(4, 25, 3.9), (1, 100, 1.0), (2, 50, 2.0), (8, 30, 3.5)] {
            sweep.add(point(value, millis, busy));
        }
        sweep.add(Point { failed: Some("deadlock".to_owned()), ..point(16, 1, 0.0) });
        assert_eq!(sweep.points.iter().map(|p| p.value).collect::<Vec<_>>(), [1, 2, 4, 8, 16]);
        assert_eq!(sweep.best().map(|p| p.value), Some(4));
        assert!(sweep.serial() < 1e-9);
        assert_eq!(
            sweep.verdict(Lang::En),
            "Best: N<1> = 4, 25 ms, 4.00 times as fast as the first value. It stops there because the 4 cores are busy: more workers wait for one."
        );
        let svg = sweep.svg(640.0, false, Lang::En);
        assert!(svg.contains("N&lt;1&gt; = 4") && !svg.contains("N<1>"));
        assert_eq!(sweep.csv().lines().count(), 6);
    }
}
