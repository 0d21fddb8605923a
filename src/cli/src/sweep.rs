//! `interleave sweep FILE --vary NAME=1..64`: one program under many values of a setting, or of a number that it gives a
//! name at the top level; how long each takes, as CSV, and as a picture with the ideal line and Amdahl's curve.
//!
//! What the runs say is worked out by `interleave_timeline::sweep`, as in the page.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use interleave_sim::RunSettings;
use interleave_timeline::sweep::{self, Number, Point, Sweep};
use interleave_timeline::{Lang, TimelineIndex};

use crate::options::RunOptions;
use crate::{program, run};

/// What is varied, and over which values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vary {
    /// A setting as on the command line (`cores`), a name that the program gives a number (`SIZE`, `processes`, `Pool`), or
    /// the line of a number.
    pub name: String,
    pub values: Vec<u64>,
}

impl Vary {
    /// `NAME=1..64` (both ends), `NAME=1..64:3` (every third) or `NAME=1,2,4,8`.
    ///
    /// # Errors
    /// It is none of these, or asks for too many runs.
    pub fn parse(word: &str) -> Result<Self> {
        let (name, values) = word.split_once('=').context("--vary wants NAME=1..64 or NAME=1,2,4,8")?;
        match sweep::values(values) {
            Some(values) if !name.is_empty() => Ok(Self { name: name.to_owned(), values }),
            _ => bail!("--vary wants a name and 1 to {} values", sweep::MOST_VALUES),
        }
    }
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
    let mut found = Sweep { name: vary.name.clone(), points: Vec::new() };
    for &value in &vary.values {
        let (source, settings) = with_value(source, settings, &vary.name, value)?;
        let finished = run::run(&source, name, &settings, None, &mut |_| true)
            .map_err(|error| anyhow::anyhow!("{} = {value}: {error}", vary.name))?;
        let mut index = TimelineIndex::default();
        index.extend(&finished.trace);
        let point = Point::measure(value, &finished.trace, &index);
        done(&point);
        found.add(point);
    }
    Ok(found)
}

/// The program and settings with one value in place.
fn with_value(source: &str, settings: &RunSettings, name: &str, value: u64) -> Result<(String, RunSettings)> {
    let mut options = RunOptions { settings: settings.clone(), ..RunOptions::default() };
    if options.set(&name.replace('_', "-"), value.to_string().into()).is_ok() {
        return Ok((source.to_owned(), options.settings));
    }
    let line = name.parse::<u32>().ok();
    let is_it = |number: &&Number| number.name.as_deref() == Some(name) || Some(number.line) == line;
    match sweep::numbers(source).iter().find(is_it) {
        Some(number) => Ok((sweep::with_number(source, number, value), settings.clone())),
        None => bail!("there is no setting `{name}`, and no number in the program that is called so"),
    }
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
        put(path, &found.svg(720.0, false, Lang::En))?;
    }
    eprintln!("{}", found.verdict(Lang::En));
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
        let speed_ups: Vec<f64> = found.points.iter().map(|p| found.speed_up(p).round()).collect();
        assert_eq!(speed_ups, [1.0, 2.0, 4.0, 8.0, 8.0]);
        assert!(found.serial() < 0.05, "{}", found.serial());
        assert_eq!(found.csv().lines().count(), 6);
        assert!(found.svg(640.0, true, Lang::En).contains("SIZE = 8"));
        assert!(found.reason(Lang::En).contains("sleep"), "{}", found.reason(Lang::En));
        let by_line = sweep(source, "main.py", &RunSettings::default(), &Vary::parse("1=1,8")?, |_| ())?;
        assert_eq!(by_line.points.last(), found.points.get(3));
        let nothing = Vary::parse("OTHER=1..2")?;
        assert!(sweep(source, "main.py", &RunSettings::default(), &nothing, |_| ()).is_err());
        Ok(())
    }
}
