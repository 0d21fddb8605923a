//! `cargo xtask golden`: records what CPython prints for the programs under `tests/programs`, or verifies it.
//!
//! The format of a case is told in `tests/programs/README.md`. Keeps true: a golden is only ever written from a
//! run of the CPython that the case names, in a fresh copy of the case's folder.

use std::collections::BTreeSet;
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use toml_edit::{DocumentMut, value};

use crate::{files, pythons};

const DEFAULT_PYTHON: &str = "3.11";
const DEFAULT_TIMEOUT_SECONDS: f64 = 60.0;
/// How often a program with several legal outputs is run to find them.
const DEFAULT_RUNS: i64 = 5;
/// What our command line ends with where CPython would hang for ever.
const DEADLOCK_STATUS: i64 = 3;

pub fn command(arguments: &[String]) -> Result<()> {
    let (mut check_only, mut filter) = (false, String::new());
    for argument in arguments {
        match argument.as_str() {
            "--check" => check_only = true,
            other if other.starts_with('-') => {
                bail!("`golden` does not know `{other}`: it takes --check and a part of a case's path.")
            }
            other => filter = other.to_owned(),
        }
    }
    let root = files::root()?;
    run(&root, check_only, &filter)
}

/// Records or verifies every case whose path contains the filter.
pub fn run(root: &Path, check_only: bool, filter: &str) -> Result<()> {
    let programs = root.join("tests/programs");
    let cases: Vec<PathBuf> = cases(&programs)?
        .into_iter()
        .filter(|case| case.strip_prefix(&programs).unwrap_or(case).to_string_lossy().contains(filter))
        .collect();
    if cases.is_empty() {
        bail!("No case under tests/programs has `{filter}` in its path.");
    }
    let (mut good, mut bad) = (0, 0);
    for folder in &cases {
        let name = folder.strip_prefix(&programs).unwrap_or(folder).display().to_string();
        match Case::read(folder).and_then(|case| case.visit(check_only)) {
            Ok(note) => {
                good += 1;
                if let Some(note) = note {
                    println!("  {name}: {note}");
                }
            }
            Err(error) => {
                bad += 1;
                println!("  {name}: FAILED: {error:#}");
            }
        }
    }
    println!("goldens: {good} passed, {bad} failed");
    if bad > 0 {
        bail!("{bad} of {} cases do not agree with CPython; see the lines above.", cases.len());
    }
    Ok(())
}

fn cases(programs: &Path) -> Result<Vec<PathBuf>> {
    if !programs.is_dir() {
        return Ok(Vec::new());
    }
    let files = files::walk(programs)?;
    Ok(files
        .into_iter()
        .filter(|file| file.ends_with("case.toml"))
        .filter_map(|file| file.parent().map(Path::to_path_buf))
        .collect())
}

/// What every CPython of a program with processes begins with.
const SITE: &str = "import os, sys
sys.stdout.reconfigure(line_buffering=True)
if os.environ.get('INTERLEAVE_START_METHOD', 'fork') != 'fork':
    from multiprocessing import context
    method = os.environ['INTERLEAVE_START_METHOD']
    context._default_context._default_context = context._concrete_contexts[method]
";

#[derive(Clone, Copy, Debug, PartialEq)]
enum Compare {
    Exact,
    SortedLines,
    Set,
}

#[derive(Debug)]
struct Case {
    folder: PathBuf,
    toml: DocumentMut,
    compare: Compare,
}

/// What one run of CPython gave.
#[derive(Debug)]
struct Outcome {
    stdout: Vec<u8>,
    stderr_last_line: String,
    exit: i64,
}

impl Case {
    fn read(folder: &Path) -> Result<Self> {
        let toml: DocumentMut =
            files::read_text(&folder.join("case.toml"))?.parse().context("case.toml is not TOML")?;
        let compare = match toml.get("compare").map(|item| item.as_str()) {
            None | Some(Some("exact")) => Compare::Exact,
            Some(Some("sorted-lines")) => Compare::SortedLines,
            Some(Some("set")) => Compare::Set,
            _ => bail!("`compare` is \"exact\", \"sorted-lines\" or \"set\""),
        };
        Ok(Self { folder: folder.to_path_buf(), toml, compare })
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.toml.get(key)?.as_str()
    }

    fn flag(&self, key: &str) -> bool {
        self.toml.get(key).and_then(|item| item.as_bool()).unwrap_or(false)
    }

    fn visit(mut self, check_only: bool) -> Result<Option<String>> {
        let version = self.text("python").unwrap_or(DEFAULT_PYTHON).to_owned();
        if version == "none" {
            return Ok(None);
        }
        let python = pythons::python(&version)?;
        let runs = match self.compare {
            Compare::Set if !check_only => {
                self.toml.get("runs").and_then(|item| item.as_integer()).unwrap_or(DEFAULT_RUNS).max(1)
            }
            _ => 1,
        };
        let mut notes = BTreeSet::new();
        for _ in 0..runs {
            for (number, method) in self.start_methods()?.iter().enumerate() {
                let outcome = self.execute(&python, method)?;
                // The first start method makes the golden; the others have to give the same.
                let check = check_only || number > 0 && self.compare != Compare::Set;
                if check {
                    self.verify(&outcome).with_context(|| format!("start method {method}"))?;
                } else {
                    self.record(&outcome, &mut notes)?;
                }
            }
        }
        Ok((!notes.is_empty()).then(|| notes.into_iter().collect::<Vec<_>>().join(", ")))
    }

    /// How processes start: under each of these the program gives the same.
    fn start_methods(&self) -> Result<Vec<String>> {
        let mut methods = Vec::new();
        for item in self.toml.get("start_methods").and_then(|item| item.as_array()).into_iter().flatten() {
            methods.push(item.as_str().context("`start_methods` is a list of strings")?.to_owned());
        }
        if methods.is_empty() {
            let setting = self.toml.get("settings").and_then(|item| item.get("start_method"));
            methods.push(setting.and_then(|item| item.as_str()).unwrap_or("fork").to_owned());
        }
        Ok(methods)
    }

    /// Runs the program in a copy of its folder, so that what it writes does not stay.
    fn execute(&self, python: &Path, method: &str) -> Result<Outcome> {
        let mut hasher = files::Hasher::new();
        hasher.bytes(self.folder.to_string_lossy().as_bytes());
        let place = std::env::temp_dir().join(format!("interleave-golden-{}-{}", std::process::id(), hasher.hex()));
        files::remove_folder(&place)?;
        files::copy(&self.folder, &place)?;
        let outcome = self.execute_in(python, &place, method);
        files::remove_folder(&place)?;
        outcome
    }

    fn execute_in(&self, python: &Path, place: &Path, method: &str) -> Result<Outcome> {
        let hangs = self.flag("hangs");
        let mut command = Command::new(python);
        if hangs {
            // What a program printed before it hung would otherwise die in its buffer.
            command.arg("-u");
        }
        command.arg("main.py").current_dir(place);
        for argument in self.toml.get("args").and_then(|item| item.as_array()).into_iter().flatten() {
            command.arg(argument.as_str().context("`args` is a list of strings")?);
        }
        for (name, value) in [("PYTHONHASHSEED", "0"), ("PYTHONUTF8", "1"), ("PYTHONDONTWRITEBYTECODE", "1")] {
            command.env(name, value);
        }
        command.env_remove("PYTHONPATH").env_remove("PYTHONSTARTUP").env_remove("PYTHONUNBUFFERED");
        if self.folder.components().any(|part| part.as_os_str().to_string_lossy().starts_with("processes")) {
            // What processes print reaches the reader line by line, as on a terminal, in every one of them.
            let site = place.with_extension("site");
            std::fs::create_dir_all(&site).context("no folder for the start of CPython")?;
            files::write(&site.join("sitecustomize.py"), SITE)?;
            command.env("PYTHONPATH", &site).env("INTERLEAVE_START_METHOD", method);
        }
        match self.text("stdin") {
            Some(name) => {
                let input = std::fs::File::open(place.join(name))
                    .with_context(|| format!("the file `{name}` for stdin cannot be read"))?;
                command.stdin(input);
            }
            None => {
                command.stdin(Stdio::null());
            }
        }
        let timeout = self
            .toml
            .get("timeout")
            .and_then(|item| item.as_float().or_else(|| item.as_integer().map(|whole| whole as f64)));
        let timeout = Duration::from_secs_f64(
            timeout.unwrap_or(if hangs { 2.0 } else { DEFAULT_TIMEOUT_SECONDS }).clamp(0.1, 3600.0),
        );
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("CPython could not start")?;
        let (stdout, stderr) = (drain(child.stdout.take()), drain(child.stderr.take()));
        let status = wait(&mut child, timeout)?;
        let collect = |reader: std::thread::JoinHandle<Vec<u8>>| {
            reader.join().map_err(|_| anyhow::anyhow!("reading the output failed"))
        };
        let (stdout, stderr) = (collect(stdout)?, collect(stderr)?);
        let exit = match (status, hangs) {
            (Some(status), false) => i64::from(status.code().with_context(|| format!("CPython was killed: {status}"))?),
            (None, true) => DEADLOCK_STATUS,
            (Some(_), true) => bail!("the case says `hangs = true`, but the program ended"),
            (None, false) => bail!(
                "the program did not end within {:.0} s: raise `timeout`, or say `hangs = true`",
                timeout.as_secs_f64()
            ),
        };
        let stderr = String::from_utf8_lossy(&stderr);
        let last = stderr.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        Ok(Outcome { stdout, stderr_last_line: if exit == 1 { last.to_owned() } else { String::new() }, exit })
    }

    /// The golden files there are: `stdout.txt`, and for a set `stdout-1.txt` and on.
    fn goldens(&self) -> Result<Vec<Vec<u8>>> {
        let mut all = Vec::new();
        let names = std::iter::once("stdout.txt".to_owned()).chain((1..).map(|number| format!("stdout-{number}.txt")));
        for name in names {
            let file = self.folder.join(name);
            if !file.is_file() || (self.compare != Compare::Set && !all.is_empty()) {
                return Ok(all);
            }
            all.push(files::read(&file)?);
        }
        Ok(all)
    }

    fn same(&self, one: &[u8], other: &[u8]) -> bool {
        if self.compare == Compare::SortedLines { sorted(one) == sorted(other) } else { one == other }
    }

    fn verify(&self, outcome: &Outcome) -> Result<()> {
        let goldens = self.goldens()?;
        if goldens.is_empty() {
            bail!("it has no stdout.txt: run `cargo xtask golden`");
        }
        if !goldens.iter().any(|golden| self.same(golden, &outcome.stdout)) {
            bail!("CPython prints something else than the golden:\n{}", String::from_utf8_lossy(&outcome.stdout));
        }
        let exit = self.toml.get("exit").and_then(|item| item.as_integer()).unwrap_or(0);
        if exit != outcome.exit {
            bail!("CPython ends with status {}, the case says {exit}", outcome.exit);
        }
        let last = self.text("stderr_last_line").unwrap_or_default();
        if last != outcome.stderr_last_line {
            bail!("CPython's last line on stderr is `{}`, the case says `{last}`", outcome.stderr_last_line);
        }
        Ok(())
    }

    fn record(&mut self, outcome: &Outcome, notes: &mut BTreeSet<&'static str>) -> Result<()> {
        let goldens = self.goldens()?;
        if !goldens.iter().any(|golden| self.same(golden, &outcome.stdout)) {
            let name = match self.compare {
                Compare::Set if !goldens.is_empty() => format!("stdout-{}.txt", goldens.len()),
                _ => "stdout.txt".to_owned(),
            };
            files::write(&self.folder.join(name), &outcome.stdout)?;
            notes.insert(if goldens.is_empty() { "recorded" } else { "output changed" });
        }
        let before = self.toml.to_string();
        set(&mut self.toml, "exit", (outcome.exit != 0).then(|| value(outcome.exit)));
        let line = &outcome.stderr_last_line;
        set(&mut self.toml, "stderr_last_line", (!line.is_empty()).then(|| value(line.as_str())));
        let after = self.toml.to_string();
        if after != before {
            files::write(&self.folder.join("case.toml"), after)?;
            notes.insert("status recorded");
        }
        Ok(())
    }
}

/// Sets a key of the table, or takes it away; leaves it alone when it already says so.
fn set(toml: &mut DocumentMut, key: &str, item: Option<toml_edit::Item>) {
    match item {
        Some(item) => {
            let same = toml
                .get(key)
                .is_some_and(|there| there.as_integer() == item.as_integer() && there.as_str() == item.as_str());
            if !same {
                toml.insert(key, item);
            }
        }
        None => {
            toml.remove(key);
        }
    }
}

fn sorted(text: &[u8]) -> Vec<&[u8]> {
    let mut lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
    lines.sort_unstable();
    lines
}

/// Reads a pipe on a thread of its own, so that a full one never stops the program.
fn drain(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // A pipe that breaks ends the output, which the comparison then shows.
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}

/// Waits for the end, or kills it after the time and returns nothing.
fn wait(child: &mut Child, timeout: Duration) -> Result<Option<std::process::ExitStatus>> {
    let begin = Instant::now();
    loop {
        if let Some(status) = child.try_wait().context("waiting for CPython failed")? {
            return Ok(Some(status));
        }
        if begin.elapsed() > timeout {
            // Its children too: they hold its output open.
            let group = format!("-{}", child.id());
            Command::new("kill").args(["-KILL", "--", &group]).status().context("CPython could not be stopped")?;
            child.wait().context("waiting for CPython failed")?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(toml: &str) -> Case {
        let toml: DocumentMut = toml.parse().unwrap();
        Case { folder: PathBuf::new(), compare: Compare::SortedLines, toml }
    }

    #[test]
    fn sorted_lines_ignore_order_and_nothing_else() {
        let case = case("");
        assert!(case.same(b"a\nb\n", b"b\na\n"));
        assert!(!case.same(b"a\nb\n", b"b\nb\n"));
        assert!(!case.same(b"a\nb\n", b"b\na"));
    }

    #[test]
    fn recording_keeps_comments_and_other_keys() {
        let mut toml: DocumentMut = "# why\npython = \"3.11\"\n\n[settings]\ncores = 2\n".parse().unwrap();
        set(&mut toml, "exit", Some(value(3)));
        set(&mut toml, "stderr_last_line", None);
        let text = toml.to_string();
        assert!(text.starts_with("# why\npython = \"3.11\"\nexit = 3\n"), "{text}");
        assert!(text.contains("[settings]\ncores = 2"), "{text}");
        set(&mut toml, "exit", None);
        assert!(!toml.to_string().contains("exit"));
    }
}
