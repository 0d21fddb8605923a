//! `cargo xtask cpython-tests`: CPython's own tests as the judge of our VM.
//!
//! Takes the `test` package of the machine's python3, which is never copied into the project: `tests/cpython/prepare.py` makes a
//! copy of one test module in a temporary folder, `tests/cpython/driver.py` runs on our VM and reports test by test. Keeps true: a
//! test that hangs, hits a limit or takes the VM down counts as failed, and the run goes on behind it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{bench, files, pythons, wasm};

/// The CPython whose tests are taken: the language level of the VM.
const VERSION: &str = "3.11";
/// Where installations of that leave a test module out (3.11.7 lacks the folder of `test_concurrent_futures`), the one before has it.
const BEFORE: &str = "3.10";
/// Test modules of CPython 3.11 (`test_str` is called `test_unicode` there).
const MODULES: [&str; 52] = [
    "test_list",
    "test_dict",
    "test_set",
    "test_tuple",
    "test_int",
    "test_float",
    "test_bool",
    "test_string",
    "test_unicode",
    "test_bytes",
    "test_range",
    "test_slice",
    "test_generators",
    "test_iter",
    "test_itertools",
    "test_functools",
    "test_collections",
    "test_heapq",
    "test_bisect",
    "test_format",
    "test_fstring",
    "test_exceptions",
    "test_raise",
    "test_with",
    "test_class",
    "test_descr",
    "test_decorators",
    "test_dataclasses",
    "test_enum",
    "test_json",
    "test_re",
    "test_random",
    "test_math",
    "test_contextlib",
    "test_copy",
    "test_scope",
    "test_unpack",
    "test_patma",
    "test_call",
    "test_augassign",
    "test_dictviews",
    "test_compare",
    "test_exception_group",
    "test_threading",
    "test_thread",
    "test_queue",
    "test_threading_local",
    "test_sched",
    "test_concurrent_futures",
    "test_multiprocessing_fork",
    "test_multiprocessing_spawn",
    "test_pickle",
];
/// Real time that one test gets.
const DEFAULT_SECONDS: u64 = 30;

#[derive(Clone, Debug, Default)]
struct Options {
    filter: String,
    verbose: bool,
    program: Option<PathBuf>,
    seconds: u64,
}

/// How the tests of one module ended.
#[derive(Clone, Debug, Default)]
struct Tally {
    passed: usize,
    failed: usize,
    unsupported: usize,
    /// Why the module did not load, if it did not.
    unloadable: Option<String>,
}

/// What the driver says, line by line.
#[derive(Debug)]
enum Word {
    Line(String),
    /// The pipe is closed: the program has ended.
    End,
}

pub fn command(arguments: &[String]) -> Result<()> {
    let mut options = Options { seconds: DEFAULT_SECONDS, ..Options::default() };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--verbose" | "-v" => options.verbose = true,
            "--program" => {
                options.program = Some(rest.next().context("--program wants the path of a command line")?.into());
            }
            "--seconds" => {
                let text = rest.next().context("--seconds wants a number")?;
                options.seconds = text.parse().with_context(|| format!("--seconds wants a number, not `{text}`"))?;
            }
            other if other.starts_with('-') => bail!(
                "`cpython-tests` does not know `{other}`: it takes --verbose, --seconds N, --program PATH and a part of a \
                 test module's name."
            ),
            other => other.clone_into(&mut options.filter),
        }
    }
    let modules: Vec<&str> = match MODULES.iter().find(|name| **name == options.filter) {
        Some(exact) => vec![exact],
        None => MODULES.into_iter().filter(|name| name.contains(&options.filter)).collect(),
    };
    // Any other test module may be asked for by its whole name.
    let modules = if modules.is_empty() { vec![options.filter.as_str()] } else { modules };
    let root = files::root()?;
    let python = pythons::python(VERSION)?;
    let program = match &options.program {
        Some(program) => std::path::absolute(program)?,
        None => bench::cli(&root)?,
    };
    println!("{:<20} {:>7} {:>7} {:>12} {:>9}", "module", "passed", "failed", "unsupported", "of these");
    let mut all = Tally::default();
    for name in modules {
        let tally = module(&root, &python, &program, name, &options)?;
        println!("{}", row(name, &tally));
        all.passed += tally.passed;
        all.failed += tally.failed;
        all.unsupported += tally.unsupported;
    }
    println!("{}", row("all", &all));
    Ok(())
}

fn row(name: &str, tally: &Tally) -> String {
    let Tally { passed, failed, unsupported, unloadable } = tally;
    let ran = passed + failed;
    let share = if ran == 0 { "-".to_owned() } else { format!("{:.1} %", *passed as f64 * 100.0 / ran as f64) };
    let mut text = format!("{name:<20} {passed:>7} {failed:>7} {unsupported:>12} {share:>9}");
    if let Some(why) = unloadable {
        text.push_str(&format!("  {why}"));
    }
    text
}

fn module(root: &Path, python: &Path, program: &Path, name: &str, options: &Options) -> Result<Tally> {
    let shims = root.join("tests/cpython");
    let folder = wasm::stage(root).join("cpython-tests").join(name);
    files::remove_folder(&folder)?;
    let prepare = |python: &Path| {
        Command::new(python)
            // Isolated: the folder of the script has a `test` of its own.
            .arg("-I")
            .arg(shims.join("prepare.py"))
            .arg(name)
            .arg(&folder)
            .arg(&shims)
            .output()
            .context("CPython could not start")
    };
    let mut prepared = prepare(python)?;
    if !prepared.status.success()
        && let Some(before) = pythons::find(BEFORE)
    {
        prepared = prepare(&before)?;
    }
    if !prepared.status.success() {
        bail!("{name} could not be prepared: {}", String::from_utf8_lossy(&prepared.stderr).trim());
    }
    // The driver imports the module by a name it computes; this line lets the command line find the file.
    let driver = files::read_text(&shims.join("driver.py"))?;
    let main = format!("{driver}\nif False:\n    import {name}\n");
    files::write(&folder.join("main.py"), main)?;
    let mut tally = Tally::default();
    let (mut next, mut total) = (0, usize::MAX);
    while next < total {
        let before = next;
        round(program, &folder, name, options, &mut next, &mut total, &mut tally)?;
        if tally.unloadable.is_some() && total == usize::MAX {
            break;
        }
        if next == before {
            tally.unloadable = Some("the driver did not get to the next test".to_owned());
            break;
        }
    }
    Ok(tally)
}

/// One run of the driver from test number `next`, to the end or to a test that stops it.
fn round(
    program: &Path,
    folder: &Path,
    name: &str,
    options: &Options,
    next: &mut usize,
    total: &mut usize,
    tally: &mut Tally,
) -> Result<()> {
    let mut command = Command::new(program);
    command
        .args(["run", "--limit-time", "1000000", "--limit-output", "64", "main.py", "--", name])
        .arg(next.to_string());
    command.current_dir(folder).env("INTERLEAVE_LIBRARY", library_folder(folder)?).env("INTERLEAVE_UNBUFFERED", "1");
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} could not start", program.display()))?;
    let (sender, receiver) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        std::thread::spawn(move || {
            for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
                if sender.send(Word::Line(String::from_utf8_lossy(&line).into_owned())).is_err() {
                    return;
                }
            }
            // The receiver may be gone already: then nobody waits for the end.
            let _ = sender.send(Word::End);
        });
    }
    let errors = child.stderr.take().map(|err| {
        std::thread::spawn(move || BufReader::new(err).split(b'\n').map_while(Result::ok).last().unwrap_or_default())
    });
    let mut running: Option<String> = None;
    let mut done = false;
    let stopped = loop {
        match receiver.recv_timeout(Duration::from_secs(options.seconds)) {
            Ok(Word::Line(line)) => {
                let Some(words) = line.strip_prefix("@@") else { continue };
                let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
                match word {
                    "tests" => *total = rest.parse().unwrap_or(0),
                    "begin" => running = rest.split_once(' ').map(|(_, id)| id.to_owned()),
                    "end" => {
                        let mut parts = rest.splitn(3, ' ').skip(1);
                        let (status, why) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
                        let id = running.take().unwrap_or_default();
                        note(tally, options, status, &id, why);
                        *next += 1;
                    }
                    "unloadable" => {
                        tally.unloadable = Some(rest.to_owned());
                        if options.verbose {
                            println!("  unloadable {rest}");
                        }
                    }
                    "done" => done = true,
                    _ => {}
                }
            }
            Ok(Word::End) | Err(mpsc::RecvTimeoutError::Disconnected) => break "the VM stopped".to_owned(),
            Err(mpsc::RecvTimeoutError::Timeout) => break format!("no end within {} s", options.seconds),
        }
    };
    // It may have ended by itself.
    let _ = child.kill();
    child.wait().context("waiting for the command line failed")?;
    let last = errors.and_then(|thread| thread.join().ok()).unwrap_or_default();
    if let Some(id) = running {
        note(tally, options, "failed", &id, &format!("{stopped}: {}", String::from_utf8_lossy(&last)));
        *next += 1;
    } else if !done && *total == usize::MAX && tally.unloadable.is_none() {
        tally.unloadable = Some(format!("{stopped}: {}", String::from_utf8_lossy(&last)));
    }
    Ok(())
}

/// The copies of tests and shims, with the library from the folder that the developer works in laid under them, if any.
fn library_folder(folder: &Path) -> Result<PathBuf> {
    let library = folder.join("library");
    if let Some(ours) = std::env::var_os("INTERLEAVE_LIBRARY") {
        files::copy(Path::new(&ours), &library)?;
    }
    Ok(library)
}

fn note(tally: &mut Tally, options: &Options, status: &str, id: &str, why: &str) {
    match status {
        "passed" => tally.passed += 1,
        "unsupported" => tally.unsupported += 1,
        _ => tally.failed += 1,
    }
    if options.verbose && status != "passed" {
        println!("  {status} {id}: {why}");
    }
}
