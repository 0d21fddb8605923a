//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::sweep::{SweepOptions, Vary};
use anyhow::{Context, Result, anyhow, bail};
use interleave_python::process::EventLoop;
use interleave_sim::RunSettings;
use lexopt::prelude::{Long, Short, Value};

pub const HELP: &str = "\
Runs a Python program on a simulated machine: its threads, its GIL, its locks, on a virtual clock.

Usage: interleave run FILE [OPTIONS] [--] [ARGUMENTS…]
       interleave sweep FILE --vary NAME=1..64 [--csv FILE] [--svg FILE] [OPTIONS]

The program's output goes to standard output, byte for byte as CPython prints it. Options may stand before or after FILE; the
program's own arguments begin with the first word that is not an option, or after `--`.

`sweep` runs it once for each value of a setting (`cores`), or of a number that a line `NAME = 4` of the program gives a name.

The machine
  --cores N              simulated CPU cores, 1 to 64 (default 4)
  --gil MODEL            3: CPython 3, switch interval 5 ms (default); 15ms, 500us, …: with that interval;
                         2: CPython 2, every 100 ticks; off: free-threaded
  --switch-points WHERE  calls-and-loops: CPython 3.10 and later (default); every-instruction; every-100; lines
  --os ORDER             who gets a core next: cfs (who ran least, default), rr (in turn), fifo (who came first)
  --start-method METHOD  how processes start others: fork (default), spawn, forkserver
  --loop KIND            which event loop asyncio makes: plain (default), eager (tasks begin in create_task, Python 3.12),
                         uvloop (its costs)
  --frame-limit MIB      messages of multiprocessing end at this size, as at 2048 in Pythons before 3.8; `sys.version` says
                         3.7 then (default none)
  --profile NAME         what operations cost: cpython-3.11 (default), classroom, or this-browser:… as a calibrated link has it
  --policy POLICY        what decides when several choices are legal: default, random, pct
  --seed N               for the policy and for `random` (default 0)

What to keep
  --trace OUT            write the trace to the file OUT
  --format FORMAT        native (default), chrome (for Perfetto and speedscope), svg
  --replay TRACE         make the decisions again that a native trace has recorded
  --races                look for data races, and tell them on standard error (the run takes longer)
  --stats                a table of where the time went, to standard error

Where to stop
  --until SECONDS        stop at this virtual time, with status 0
  --limit-time SECONDS   of virtual time (default 3600)
  --limit-instructions N executed instructions (default 2000000000)
  --limit-heap MIB       memory of the program's objects (default 512)
  --limit-output MIB     text written (default 8)
  --limit-threads N      threads alive at once (default 20000)
  --limit-processes N    processes alive at once (default 2000)
  --limit-events N       rows of the trace (default 20000000)

  -h, --help             this text
  -V, --version          the version

Exit status: the program's own (0; 1 after an uncaught exception; what `sys.exit` was given), 2 for bad usage or a
program that cannot be run here, 3 for a deadlock, 4 for a limit.
";

#[derive(Clone, Debug)]
pub enum Command {
    Run(Box<RunOptions>),
    Sweep(Box<SweepOptions>),
    Help,
    Version,
}

#[derive(Clone, Debug, Default)]
pub struct RunOptions {
    pub file: PathBuf,
    pub settings: RunSettings,
    pub until_nanos: Option<u64>,
    pub trace: Option<PathBuf>,
    pub format: TraceFormat,
    pub replay: Option<PathBuf>,
    pub stats: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TraceFormat {
    #[default]
    Native,
    Chrome,
    Svg,
}

/// Reads what follows the name of the command.
///
/// # Errors
/// What is wrong with it, in words for the user.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut sweep: Option<SweepOptions> = None;
    match parser.next()? {
        None => bail!("which program? `interleave run FILE`"),
        Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Short('V') | Long("version")) => return Ok(Command::Version),
        Some(Value(command)) if command == "run" => {}
        Some(Value(command)) if command == "sweep" => sweep = Some(SweepOptions::default()),
        Some(Value(command)) if command == "help" => return Ok(Command::Help),
        Some(Value(other)) => bail!("there is no command `{}`; there are `run` and `sweep`", other.to_string_lossy()),
        Some(other) => return Err(other.unexpected().into()),
    }
    let mut options = RunOptions::default();
    let mut format_given = false;
    let mut file_missing = true;
    loop {
        match parser.next()? {
            None => break,
            Some(Short('h') | Long("help")) => return Ok(Command::Help),
            Some(Short('V') | Long("version")) => return Ok(Command::Version),
            Some(Long("stats")) => options.stats = true,
            Some(Long("races")) => options.settings.races = true,
            Some(Long(name)) => {
                let name = name.to_owned();
                let value = parser.value().with_context(|| format!("--{name}"))?;
                if let Some(sweep) = &mut sweep {
                    match name.as_str() {
                        "vary" => {
                            sweep.vary = Some(Vary::parse(&value.to_string_lossy())?);
                            continue;
                        }
                        "csv" => {
                            sweep.csv = Some(value.into());
                            continue;
                        }
                        "svg" => {
                            sweep.svg = Some(value.into());
                            continue;
                        }
                        _ => {}
                    }
                }
                format_given |= name == "format";
                options.set(&name, value)?;
            }
            Some(Value(file)) if file_missing => {
                options.file = file.into();
                file_missing = false;
            }
            Some(Value(first)) => {
                for argument in std::iter::once(first).chain(parser.raw_args()?) {
                    let text = argument.into_string().map_err(|raw| anyhow!("the argument {raw:?} is not UTF-8"))?;
                    options.settings.argv.push(text);
                }
                break;
            }
            Some(other) => return Err(other.unexpected().into()),
        }
    }
    if file_missing {
        bail!("which program? `interleave run FILE`");
    }
    if format_given && options.trace.is_none() {
        bail!("--format says how to write the trace, but no --trace says where to");
    }
    options.settings.kernel.check()?;
    if let Some(mut sweep) = sweep {
        sweep.run = options;
        return Ok(Command::Sweep(Box::new(sweep)));
    }
    Ok(Command::Run(Box::new(options)))
}

impl RunOptions {
    /// Sets the option `--name` to a value.
    ///
    /// # Errors
    /// No such option, or no such value.
    pub fn set(&mut self, name: &str, value: OsString) -> Result<()> {
        match name {
            "trace" => {
                self.trace = Some(value.into());
                return Ok(());
            }
            "replay" => {
                self.replay = Some(value.into());
                return Ok(());
            }
            _ => {}
        }
        let word = value.into_string().map_err(|raw| anyhow!("--{name}: {raw:?} is not UTF-8"))?;
        self.set_word(name, &word).with_context(|| format!("--{name} {word}"))
    }

    fn set_word(&mut self, name: &str, word: &str) -> Result<()> {
        const MIB: usize = 1 << 20;
        let (kernel, guest) = (&mut self.settings.kernel, &mut self.settings.guest);
        match name {
            "cores" => kernel.cores = word.parse()?,
            "gil" => kernel.gil = word.parse()?,
            "switch-points" => kernel.switch_points = word.parse()?,
            "os" => kernel.os.order = word.parse()?,
            "start-method" => kernel.start_method = word.parse()?,
            "loop" => {
                guest.event_loop = match word {
                    "plain" => EventLoop::Plain,
                    "eager" => EventLoop::Eager,
                    "uvloop" => EventLoop::Uvloop,
                    _ => bail!("it is plain, eager or uvloop"),
                }
            }
            "frame-limit" => guest.frame_bytes = word.parse::<u64>()?.saturating_mul(MIB as u64),
            "profile" => word.clone_into(&mut kernel.profile),
            "policy" => kernel.policy = word.parse()?,
            "races" => self.settings.races = word.parse()?,
            "seed" => kernel.seed = word.parse()?,
            "until" => self.until_nanos = Some(nanos(word)?),
            "format" => {
                self.format = match word {
                    "native" => TraceFormat::Native,
                    "chrome" => TraceFormat::Chrome,
                    "svg" => TraceFormat::Svg,
                    _ => bail!("the formats are native, chrome and svg"),
                }
            }
            "limit-time" => kernel.limits.virtual_nanos = nanos(word)?,
            "limit-events" => kernel.limits.events = word.parse()?,
            "limit-threads" => {
                kernel.limits.threads = word.parse()?;
                guest.threads = kernel.limits.threads;
            }
            "limit-processes" => kernel.limits.processes = word.parse()?,
            "limit-instructions" => guest.instructions = word.parse()?,
            "limit-heap" => guest.heap_bytes = word.parse::<usize>()?.saturating_mul(MIB),
            "limit-output" => guest.output_bytes = word.parse::<u64>()?.saturating_mul(MIB as u64),
            _ => bail!("there is no such option (arguments of the program's own go after `--`)"),
        }
        Ok(())
    }
}

/// Seconds as nanoseconds.
fn nanos(word: &str) -> Result<u64> {
    let seconds: f64 = word.parse()?;
    if !seconds.is_finite() || seconds < 0.0 {
        bail!("a time in seconds is needed");
    }
    Ok((seconds * 1e9) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Command> {
        parse(words.iter().map(OsString::from))
    }

    fn run(words: &[&str]) -> Result<RunOptions> {
        match parsed(words)? {
            Command::Run(options) => Ok(*options),
            other => bail!("{other:?}"),
        }
    }

    #[test]
    fn options_stand_on_both_sides_of_the_file() -> Result<()> {
        let options = run(&["run", "--cores", "2", "p.py", "--gil=off", "--stats", "first", "--cores", "9"])?;
        assert_eq!(options.settings.kernel.cores, 2);
        assert_eq!(options.settings.kernel.gil, "off".parse()?);
        assert!(options.stats);
        assert_eq!(options.settings.argv, ["first", "--cores", "9"]);
        assert_eq!(options.file, PathBuf::from("p.py"));
        let options = run(&["run", "p.py", "--cores", "3", "--", "--cores", "9", "-x"])?;
        assert_eq!(options.settings.kernel.cores, 3);
        assert_eq!(options.settings.argv, ["--cores", "9", "-x"]);
        Ok(())
    }

    #[test]
    fn times_are_seconds() -> Result<()> {
        let options = run(&["run", "--until", "1.5", "--limit-time", "2", "p.py"])?;
        assert_eq!(options.until_nanos, Some(1_500_000_000));
        assert_eq!(options.settings.kernel.limits.virtual_nanos, 2_000_000_000);
        Ok(())
    }

    #[test]
    fn mistakes_are_named() {
        for (words, part) in [
            (&[][..], "which program"),
            (&["run"][..], "which program"),
            (&["walk", "p.py"][..], "walk"),
            (&["run", "--corse", "2", "p.py"][..], "--corse"),
            (&["run", "--cores", "many", "p.py"][..], "--cores many"),
            (&["run", "--cores", "0", "p.py"][..], "0"),
            (&["run", "--gil", "maybe", "p.py"][..], "maybe"),
            (&["run", "--loop", "round", "p.py"][..], "plain, eager or uvloop"),
            (&["run", "--until", "-1", "p.py"][..], "seconds"),
            (&["run", "--format", "svg", "p.py"][..], "--trace"),
            (&["run", "--trace", "t", "--format", "gif", "p.py"][..], "native, chrome and svg"),
            (&["run", "-q", "p.py"][..], "-q"),
        ] {
            let error = parsed(words).err().map(|e| format!("{e:#}")).unwrap_or_default();
            assert!(error.contains(part), "{words:?}: {error:?}");
        }
    }

    #[test]
    fn help_names_every_option() {
        for name in [
            "cores",
            "gil",
            "switch-points",
            "os",
            "start-method",
            "loop",
            "frame-limit",
            "profile",
            "policy",
            "seed",
            "until",
            "trace",
            "format",
            "replay",
            "stats",
            "races",
            "limit-time",
            "limit-events",
            "limit-threads",
            "limit-processes",
            "limit-instructions",
            "limit-heap",
            "limit-output",
        ] {
            assert!(HELP.contains(&format!("--{name} ")), "{name}");
        }
    }
}
