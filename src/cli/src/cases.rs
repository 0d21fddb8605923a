//! The programs with goldens under `tests/programs`: reading a case, running it twice and from its own schedule, and
//! comparing with what CPython printed. The format is told in `tests/programs/README.md`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use interleave_kernel::{PolicyChoice, StartMethod};
use interleave_sim::{RunSettings, StartError};

use crate::options::RunOptions;
use crate::{lesson, program, run, syntax};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Exact,
    SortedLines,
    Set,
}

/// One program and what is expected of it.
#[derive(Debug)]
pub struct Case {
    pub folder: PathBuf,
    pub compare: Compare,
    pub exit: i32,
    pub stderr_last_line: Option<String>,
    pub known_failure: Option<String>,
    /// The program gives the same under each of these start methods.
    pub start_methods: Vec<StartMethod>,
    source: String,
    goldens: Vec<String>,
    settings: RunSettings,
    sets_cores: bool,
    until_nanos: Option<u64>,
}

/// What a run left behind.
#[derive(Debug)]
struct Outcome {
    stdout: String,
    stderr: String,
    status: i32,
    trace: interleave_trace::Trace,
}

/// The folders of the cases of a topic, sorted.
///
/// # Errors
/// The topic cannot be read.
pub fn folders(programs: &Path, topic: &str) -> Result<Vec<PathBuf>> {
    let topic_folder = programs.join(topic);
    let entries = std::fs::read_dir(&topic_folder).with_context(|| format!("no topic {}", topic_folder.display()))?;
    let mut folders = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.join("case.toml").is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

impl Case {
    /// # Errors
    /// The case is not as its format says.
    pub fn read(folder: &Path) -> Result<Self> {
        let toml = std::fs::read_to_string(folder.join("case.toml")).context("case.toml")?;
        let table: toml::Table = toml.parse().context("case.toml")?;
        let text = |key: &str| table.get(key).and_then(toml::Value::as_str);
        let compare = match text("compare") {
            None | Some("exact") => Compare::Exact,
            Some("sorted-lines") => Compare::SortedLines,
            Some("set") => Compare::Set,
            Some(other) => bail!("compare = {other:?}"),
        };
        let mut options = RunOptions::default();
        for (key, value) in table.get("settings").and_then(toml::Value::as_table).into_iter().flatten() {
            let word = match value {
                toml::Value::String(word) => word.clone(),
                other => other.to_string(),
            };
            options.set(&key.replace('_', "-"), word.into())?;
        }
        let mut settings = options.settings;
        for argument in table.get("args").and_then(toml::Value::as_array).into_iter().flatten() {
            settings.argv.push(argument.as_str().context("`args` is a list of strings")?.to_owned());
        }
        if let Some(name) = text("stdin") {
            settings.stdin = std::fs::read_to_string(folder.join(name)).context("stdin")?;
        }
        let main = folder.join("main.py");
        let source = std::fs::read_to_string(&main).context("main.py")?;
        settings.sibling_modules = program::siblings(&main, &source);
        let mut start_methods = Vec::new();
        for method in table.get("start_methods").and_then(toml::Value::as_array).into_iter().flatten() {
            start_methods.push(method.as_str().context("`start_methods` is a list of strings")?.parse()?);
        }
        if start_methods.is_empty() {
            start_methods.push(settings.kernel.start_method);
        }
        let exit = match table.get("exit") {
            None => 0,
            Some(status) => status.as_integer().and_then(|i| i32::try_from(i).ok()).context("`exit` is a status")?,
        };
        Ok(Self {
            folder: folder.to_path_buf(),
            compare,
            exit,
            stderr_last_line: text("stderr_last_line").map(str::to_owned),
            start_methods,
            known_failure: text("known_failure").map(str::to_owned),
            source,
            goldens: goldens(folder, compare)?,
            settings,
            sets_cores: table.get("settings").is_some_and(|settings| settings.get("cores").is_some()),
            until_nanos: options.until_nanos,
        })
    }

    /// Runs the case; what is wrong, or nothing.
    ///
    /// # Errors
    /// How the run differs from what is expected.
    pub fn check(&self) -> Result<()> {
        let result = self.check_run();
        match (&self.known_failure, result) {
            (None, result) => result,
            (Some(_), Err(_)) => Ok(()),
            (Some(reason), Ok(())) => bail!("passes now: take `known_failure` ({reason}) out of its case.toml"),
        }
    }

    fn check_run(&self) -> Result<()> {
        for &method in &self.start_methods {
            let mut settings = self.settings.clone();
            settings.kernel.start_method = method;
            self.check_with(&settings).with_context(|| format!("start method {method:?}"))?;
        }
        Ok(())
    }

    fn check_with(&self, settings: &RunSettings) -> Result<()> {
        let first = self.execute(settings)?;
        self.compare_with_golden(&first)?;
        if first.status != self.exit {
            bail!("exit status {} instead of {}\n{}", first.status, self.exit, first.stderr);
        }
        if let Some(expected) = &self.stderr_last_line {
            let last = first.stderr.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
            if last != expected {
                bail!("the last line on standard error:\n  expected {expected:?}\n  found    {last:?}");
            }
        }
        // A program that did not start has an empty trace.
        if first.trace.tracks.is_empty() {
            return Ok(());
        }
        first.trace.validate().map_err(|broken| {
            let rules: Vec<String> = broken.iter().take(5).map(|violation| format!("{violation:?}")).collect();
            anyhow!("the trace breaks its rules:\n  {}", rules.join("\n  "))
        })?;
        if self.folder.join(lesson::FILE).is_file() {
            lesson::check_marks(&self.folder, &self.execute(&self.settings_of_page())?.trace)?;
        }
        let again = self.execute(settings)?;
        if again.trace.hash() != first.trace.hash() {
            bail!("two runs gave different traces");
        }
        let mut replay = settings.clone();
        replay.kernel.policy = PolicyChoice::Replay { schedule: first.trace.schedule.clone() };
        let replayed = self.execute(&replay)?;
        if replayed.trace.hash() != first.trace.hash() {
            bail!("the replay from the run's own schedule gave another trace\n{}", replayed.stderr);
        }
        Ok(())
    }

    /// The page's machine has other defaults than the command line's.
    fn settings_of_page(&self) -> RunSettings {
        let mut settings = self.settings.clone();
        if !self.sets_cores {
            settings.kernel.cores = lesson::CORES_OF_PAGE;
        }
        settings
    }

    fn execute(&self, settings: &RunSettings) -> Result<Outcome> {
        let (mut stdout, mut stderr) = (String::new(), String::new());
        let finished = run::run(&self.source, "main.py", settings, self.until_nanos, &mut |output| {
            if output.stderr { &mut stderr } else { &mut stdout }.push_str(&output.text);
            true
        });
        match finished {
            Ok(finished) => {
                if let Some(message) = &finished.message {
                    let _ = writeln!(stderr, "interleave: {message}");
                }
                Ok(Outcome { stdout, stderr, status: finished.status & 0xff, trace: finished.trace })
            }
            Err(StartError::Program(problems)) => {
                stderr.push_str(&syntax::message(&problems, "main.py", &self.source));
                let status = if syntax::is_syntax_error(&problems) { 1 } else { run::STATUS_USAGE };
                Ok(Outcome { stdout, stderr, status, trace: interleave_trace::Trace::default() })
            }
            Err(other) => Err(other.into()),
        }
    }

    fn compare_with_golden(&self, outcome: &Outcome) -> Result<()> {
        let sorted = |text: &str| {
            let mut lines: Vec<&str> = text.lines().collect();
            lines.sort_unstable();
            lines.join("\n")
        };
        let same = match self.compare {
            Compare::Exact | Compare::Set => self.goldens.contains(&outcome.stdout),
            Compare::SortedLines => self.goldens.iter().any(|golden| sorted(golden) == sorted(&outcome.stdout)),
        };
        if same {
            return Ok(());
        }
        let golden = self.goldens.first().map_or("", String::as_str);
        let (expected, found) = match self.compare {
            Compare::SortedLines => (sorted(golden), sorted(&outcome.stdout)),
            _ => (golden.to_owned(), outcome.stdout.clone()),
        };
        bail!("{}{}", difference(&expected, &found), tail(&outcome.stderr))
    }
}

/// `stdout.txt`, and for a set `stdout-1.txt` and on.
fn goldens(folder: &Path, compare: Compare) -> Result<Vec<String>> {
    let mut all = vec![std::fs::read_to_string(folder.join("stdout.txt")).context("stdout.txt")?];
    if compare == Compare::Set {
        for number in 1.. {
            let Ok(more) = std::fs::read_to_string(folder.join(format!("stdout-{number}.txt"))) else { break };
            all.push(more);
        }
    }
    Ok(all)
}

/// The first lines that differ.
fn difference(expected: &str, found: &str) -> String {
    const SHOWN: usize = 8;
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let mut out = String::from("the output differs (- CPython, + ours)\n");
    let mut shown = 0;
    for row in 0..expected.len().max(found.len()) {
        let (left, right) = (expected.get(row), found.get(row));
        if left == right {
            continue;
        }
        shown += 1;
        if shown > SHOWN {
            out.push_str("  …\n");
            break;
        }
        for (sign, line) in [('-', left), ('+', right)] {
            if let Some(line) = line {
                let _ = writeln!(out, "  {:>4} {sign} {line}", row + 1);
            }
        }
    }
    out
}

fn tail(stderr: &str) -> String {
    let lines: Vec<&str> = stderr.lines().collect();
    let shown = lines.get(lines.len().saturating_sub(8)..).unwrap_or_default();
    if shown.is_empty() { String::new() } else { format!("standard error ends with\n  {}\n", shown.join("\n  ")) }
}

/// Checks all cases of a topic; one text with everything that is wrong.
///
/// # Errors
/// The cases that failed, each with its reason.
pub fn check_topic(programs: &Path, topic: &str) -> Result<usize> {
    let filter = std::env::var("CASE").unwrap_or_default();
    let mut failed = BTreeMap::new();
    let mut checked = 0;
    for folder in folders(programs, topic)? {
        let name = folder.strip_prefix(programs).unwrap_or(&folder).display().to_string();
        if !name.contains(&filter) {
            continue;
        }
        checked += 1;
        if let Err(error) = Case::read(&folder).and_then(|case| case.check()) {
            failed.insert(name, format!("{error:#}"));
        }
    }
    if failed.is_empty() {
        return Ok(checked);
    }
    let mut report = format!("{} of {checked} cases failed\n", failed.len());
    for (name, reason) in &failed {
        let _ = writeln!(report, "== {name}: {reason}");
    }
    bail!(report)
}
