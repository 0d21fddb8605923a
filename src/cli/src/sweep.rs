//! `interleave sweep FILE --vary NAME=1..64`: one program under many values of a setting, or of a number that it gives a
//! name at the top level; how long each takes, as CSV, and as a picture with the ideal line and Amdahl's curve.
//!
//! The reason why it stops getting faster is read from the run with the best time: what its lanes did instead of running.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use interleave_sim::RunSettings;
use interleave_trace::{Category, Stats, Trace};

use crate::options::RunOptions;
use crate::{program, run};

/// What is varied, and over which values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vary {
    /// A setting as on the command line (`cores`), or a name that the program assigns a number to.
    pub name: String,
    pub values: Vec<u64>,
}

/// Most values of one sweep.
const MOST_VALUES: usize = 256;

impl Vary {
    /// `NAME=1..64` (both ends), `NAME=1..64:3` (every third) or `NAME=1,2,4,8`.
    ///
    /// # Errors
    /// It is none of these, or asks for too many runs.
    pub fn parse(word: &str) -> Result<Self> {
        let (name, values) = word.split_once('=').context("--vary wants NAME=1..64 or NAME=1,2,4,8")?;
        let number = |text: &str| text.trim().parse::<u64>().with_context(|| format!("`{text}` is not a number"));
        let values: Vec<u64> = match values.split_once("..") {
            Some((from, to)) => {
                let (to, step) = to.split_once(':').unwrap_or((to, "1"));
                let step = usize::try_from(number(step)?.max(1))?;
                (number(from)?..=number(to)?).step_by(step).take(MOST_VALUES + 1).collect()
            }
            None => values.split(',').map(number).collect::<Result<_>>()?,
        };
        if name.is_empty() || values.is_empty() || values.len() > MOST_VALUES {
            bail!("--vary wants a name and 1 to {MOST_VALUES} values");
        }
        Ok(Self { name: name.to_owned(), values })
    }
}

/// One run of a sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub value: u64,
    pub wall_nanos: u64,
    /// Time of the first value over this one.
    pub speed_up: f64,
    /// Time of all lanes by category, in the order of [`Category::ALL`].
    pub nanos: [u64; Category::COUNT],
    /// Bytes that went through pipes.
    pub sent_bytes: u64,
    /// Cores' worth of work done on average.
    pub busy_cores: f64,
    pub exit: i32,
}

/// What a sweep found.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    pub name: String,
    pub points: Vec<Point>,
    /// Index of the fastest.
    pub best: usize,
    /// The part of the work that does not get faster, after Amdahl, fitted to the points up to the best.
    pub serial: f64,
    pub reason: String,
}

/// Runs the program once for each value.
///
/// # Errors
/// The program cannot be run, or nothing in it is called so.
pub fn sweep(
    source: &str,
    name: &str,
    settings: &RunSettings,
    vary: &Vary,
    mut done: impl FnMut(&Point),
) -> Result<Sweep> {
    let mut points: Vec<Point> = Vec::new();
    for &value in &vary.values {
        let (source, settings) = with_value(source, settings, &vary.name, value)?;
        let finished = run::run(&source, name, &settings, None, &mut |_| true)
            .map_err(|error| anyhow::anyhow!("{} = {value}: {error}", vary.name))?;
        let first = points.first().map_or(finished.trace.end_nanos, |p| p.wall_nanos);
        let point = measure(value, first, &finished.trace, finished.status);
        done(&point);
        points.push(point);
    }
    let best = points.iter().enumerate().min_by_key(|(_, p)| p.wall_nanos).map_or(0, |(at, _)| at);
    let serial = amdahl(&points, best);
    let reason = reason(&points, best, settings.kernel.cores);
    Ok(Sweep { name: vary.name.clone(), points, best, serial, reason })
}

/// The program and settings with one value in place.
fn with_value(source: &str, settings: &RunSettings, name: &str, value: u64) -> Result<(String, RunSettings)> {
    let mut options = RunOptions { settings: settings.clone(), ..RunOptions::default() };
    if options.set(&name.replace('_', "-"), value.to_string().into()).is_ok() {
        return Ok((source.to_owned(), options.settings));
    }
    let mut found = false;
    let mut out = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        let assigned = line.strip_prefix(name).map(str::trim_start).and_then(|rest| rest.strip_prefix('='));
        match assigned.filter(|rest| !found && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())) {
            Some(rest) => {
                found = true;
                let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
                let _ = write!(out, "{name} = {value}{rest}");
            }
            None => out.push_str(line),
        }
    }
    if !found {
        bail!("there is no setting `{name}`, and no line `{name} = NUMBER` in the program");
    }
    Ok((out, settings.clone()))
}

fn measure(value: u64, first: u64, trace: &Trace, exit: i32) -> Point {
    let stats = Stats::of(trace);
    let mut nanos = [0; Category::COUNT];
    for lane in &stats.lanes {
        for (sum, part) in nanos.iter_mut().zip(lane.totals_nanos) {
            *sum += part;
        }
    }
    Point {
        value,
        wall_nanos: trace.end_nanos,
        speed_up: first as f64 / trace.end_nanos.max(1) as f64,
        nanos,
        sent_bytes: stats.objects.iter().map(|o| o.sent_bytes).sum(),
        busy_cores: stats.speed_up(),
        exit,
    }
}

/// The serial part that fits the measured speed-ups best: their mean over the points up to the best one.
fn amdahl(points: &[Point], best: usize) -> f64 {
    let Some(first) = points.first() else { return 1.0 };
    let mut parts = Vec::new();
    for point in points.iter().take(best + 1).skip(1) {
        let n = point.value as f64 / first.value.max(1) as f64;
        if n > 1.0 {
            parts.push(((n / point.speed_up - 1.0) / (n - 1.0)).clamp(0.0, 1.0));
        }
    }
    if parts.is_empty() { 1.0 } else { parts.iter().sum::<f64>() / parts.len() as f64 }
}

fn reason(points: &[Point], best: usize, cores: u32) -> String {
    let Some(point) = points.get(best) else { return String::new() };
    if best + 1 == points.len() {
        return "it still gets faster at the last value".to_owned();
    }
    if point.busy_cores > 0.85 * f64::from(cores) {
        return format!("the {cores} cores are busy: more workers only wait for one");
    }
    let part = |category: Category| point.nanos.get(category.index()).copied().unwrap_or(0);
    let waits = [
        (part(Category::Runnable), "threads wait for a core"),
        (part(Category::Gil), "threads wait for the GIL"),
        (part(Category::Lock), "locks are waited for"),
        (part(Category::Io) + part(Category::Sleep), "the longest wait for I/O or sleep sets the pace"),
    ];
    let (most, words) = waits.into_iter().max_by_key(|(nanos, _)| *nanos).unwrap_or((0, ""));
    if most > part(Category::Running) / 4 {
        return words.to_owned();
    }
    if point.sent_bytes > 10_000_000 {
        return format!("{} MB are pickled and copied through pipes", point.sent_bytes / 1_000_000);
    }
    "each worker has to be started before it can help".to_owned()
}

impl Sweep {
    /// A line for each value.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut out = format!("{},wall_ms,speed_up,ideal,amdahl,busy_cores,sent_bytes,exit\n", self.name);
        for point in &self.points {
            let _ = writeln!(
                out,
                "{},{:.3},{:.3},{:.3},{:.3},{:.2},{},{}",
                point.value,
                point.wall_nanos as f64 / 1e6,
                point.speed_up,
                self.factor(point),
                self.predicted(point),
                point.busy_cores,
                point.sent_bytes,
                point.exit
            );
        }
        out
    }

    fn factor(&self, point: &Point) -> f64 {
        point.value as f64 / self.points.first().map_or(1, |p| p.value.max(1)) as f64
    }

    fn predicted(&self, point: &Point) -> f64 {
        1.0 / (self.serial + (1.0 - self.serial) / self.factor(point).max(1e-9))
    }

    /// Speed-up over the value, with the ideal line, Amdahl's curve and the best value.
    #[must_use]
    pub fn svg(&self) -> String {
        const W: f64 = 640.0;
        const H: f64 = 400.0;
        let (left, right, top, bottom) = (56.0, 20.0, 46.0, 44.0);
        let most_value = self.points.iter().map(|p| p.value).max().unwrap_or(1).max(1) as f64;
        let most = self.points.iter().map(|p| p.speed_up).fold(1.0, f64::max) * 1.25;
        let x = |value: f64| left + value / most_value * (W - left - right);
        let y = |speed_up: f64| H - bottom - (speed_up.min(most) / most) * (H - top - bottom);
        let line = |at: &dyn Fn(&Point) -> f64| {
            let points: Vec<String> =
                self.points.iter().map(|p| format!("{:.1},{:.1}", x(p.value as f64), y(at(p)))).collect();
            points.join(" ")
        };
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {W} {H}\" font-family=\"sans-serif\" font-size=\"12\">\n\
             <rect width=\"{W}\" height=\"{H}\" fill=\"white\"/>\n"
        );
        for n in 0..=4 {
            let level = most * f64::from(n) / 4.0;
            let _ = writeln!(
                out,
                "<line x1=\"{left}\" x2=\"{:.1}\" y1=\"{:.1}\" y2=\"{:.1}\" stroke=\"#ddd\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{level:.1}</text>",
                W - right,
                y(level),
                y(level),
                left - 6.0,
                y(level) + 4.0
            );
        }
        for (points, colour, dash) in [
            (line(&|p| self.factor(p)), "#999", "4 4"),
            (line(&|p| self.predicted(p)), "#c60", "6 3"),
            (line(&|p| p.speed_up), "#06c", "none"),
        ] {
            let _ = writeln!(
                out,
                "<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>"
            );
        }
        if let Some(best) = self.points.get(self.best) {
            let (bx, by) = (x(best.value as f64), y(best.speed_up));
            let _ = writeln!(
                out,
                "<circle cx=\"{bx:.1}\" cy=\"{by:.1}\" r=\"5\" fill=\"#06c\"/><text x=\"{left}\" y=\"18\" font-size=\"14\">best: {} = {}, {:.1} ms, {:.2} times as fast</text><text x=\"{left}\" y=\"36\">{}</text>",
                escape(&self.name),
                best.value,
                best.wall_nanos as f64 / 1e6,
                best.speed_up,
                escape(&self.reason)
            );
        }
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{} (1 to {most_value}); grey: ideal, orange: Amdahl with {:.0} % serial, blue: simulated</text>\n</svg>",
            W / 2.0,
            H - 12.0,
            escape(&self.name),
            self.serial * 100.0
        );
        out
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// `interleave sweep`: options of its own, the others are those of `run`.
#[derive(Clone, Debug, Default)]
pub struct SweepOptions {
    pub run: RunOptions,
    pub vary: Option<Vary>,
    pub csv: Option<PathBuf>,
    pub svg: Option<PathBuf>,
}

/// Runs the sweep and writes what was asked for; the table goes to standard output where no file is named.
///
/// # Errors
/// The program or a file cannot be read or written.
pub fn command(options: &SweepOptions) -> Result<i32> {
    let file = &options.run.file;
    let vary = options.vary.as_ref().context("sweep wants --vary NAME=1..64")?;
    let source = std::fs::read_to_string(file).with_context(|| format!("can't open file '{}'", file.display()))?;
    let mut settings = options.run.settings.clone();
    settings.sibling_modules = program::siblings(file, &source);
    let found = sweep(&source, &file.display().to_string(), &settings, vary, |point| {
        eprintln!("{} = {}: {:.3} ms", vary.name, point.value, point.wall_nanos as f64 / 1e6);
    })?;
    let put = |path: &Path, text: &str| std::fs::write(path, text).with_context(|| format!("{}", path.display()));
    match &options.csv {
        Some(path) => put(path, &found.csv())?,
        None => print!("{}", found.csv()),
    }
    if let Some(path) = &options.svg {
        put(path, &found.svg())?;
    }
    if let Some(best) = found.points.get(found.best) {
        eprintln!("best: {} = {} ({:.2} times as fast); {}", found.name, best.value, best.speed_up, found.reason);
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_varied() -> Result<()> {
        assert_eq!(Vary::parse("cores=1..4")?.values, [1, 2, 3, 4]);
        assert_eq!(Vary::parse("N=1..9:4")?.values, [1, 5, 9]);
        assert_eq!(Vary::parse("N=1,2,8")?.values, [1, 2, 8]);
        for bad in ["", "N", "N=", "=1..2", "N=x", "N=1..100000", "N=3..1"] {
            assert!(Vary::parse(bad).is_err(), "{bad}");
        }
        Ok(())
    }

    #[test]
    fn sleepers_in_a_pool_get_faster_with_its_size() -> Result<()> {
        let source = "SIZE = 1\nimport time\nfrom multiprocessing.pool import ThreadPool\n\
                      with ThreadPool(SIZE) as pool:\n    pool.map(time.sleep, [0.1] * 8, chunksize=1)\n";
        let vary = Vary::parse("SIZE=1,2,4,8,16")?;
        let found = sweep(source, "main.py", &RunSettings::default(), &vary, |_| ())?;
        let speed_ups: Vec<f64> = found.points.iter().map(|p| p.speed_up.round()).collect();
        assert_eq!(speed_ups, [1.0, 2.0, 4.0, 8.0, 8.0]);
        assert!(found.serial < 0.05, "{}", found.serial);
        assert_eq!(found.csv().lines().count(), 6);
        assert!(found.svg().starts_with("<svg") && found.svg().contains("best: SIZE"));
        let nothing = Vary::parse("OTHER=1..2")?;
        assert!(sweep(source, "main.py", &RunSettings::default(), &nothing, |_| ()).is_err());
        Ok(())
    }
}
