//! Running a program: its output as it comes, its exit status, its trace.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use interleave_kernel::PolicyChoice;
use interleave_python::compile::unified_line_ends;
use interleave_sim::{Ended, Output, RunSettings, Simulation, StartError, WorkBudget};
use interleave_timeline::layout::RULER_PX;
use interleave_timeline::svg::to_svg;
use interleave_timeline::{DisplayList, LaneMetrics, LaneOptions, Lang, TimeScale, TimelineIndex, View, lanes, layout};
use interleave_trace::{DecodeLimits, Outcome, Trace, decode};

use crate::options::{RunOptions, TraceFormat};
use crate::{program, stats, syntax};

/// Bad usage, or a program that cannot be run here.
pub const STATUS_USAGE: i32 = 2;
pub const STATUS_DEADLOCK: i32 = 3;
pub const STATUS_LIMIT: i32 = 4;
/// Nobody reads the output any more: CPython's status when flushing it fails at exit.
pub const STATUS_BROKEN_PIPE: i32 = 120;

/// Instructions between two looks at the output: a tenth of a second or less.
const SLICE_INSTRUCTIONS: u64 = 2_000_000;

/// `interleave run`: the exit status.
pub fn command(options: &RunOptions, stdout: &mut impl Write, stderr: &mut impl Write) -> i32 {
    match try_command(options, stdout, stderr) {
        Ok(status) => status,
        Err(error) => {
            let _ = writeln!(stderr, "interleave: {error:#}");
            STATUS_USAGE
        }
    }
}

fn try_command(options: &RunOptions, stdout: &mut impl Write, stderr: &mut impl Write) -> Result<i32> {
    let file = options.file.display().to_string();
    let bytes = std::fs::read(&options.file).with_context(|| format!("can't open file '{file}'"))?;
    let source = String::from_utf8(bytes).map_err(|_| anyhow!("{file} is not UTF-8"))?;
    let source = unified_line_ends(&source);
    let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
    let mut settings = options.settings.clone();
    settings.sibling_modules = program::siblings(&options.file, source);
    let mut sources: Vec<&str> = vec![source];
    sources.extend(settings.sibling_modules.iter().map(|(_, text)| text.as_str()));
    if program::reads_input(&sources) {
        let mut input = Vec::new();
        std::io::stdin().read_to_end(&mut input).context("standard input")?;
        settings.stdin = String::from_utf8_lossy(&input).into_owned();
    }
    if let Some(path) = &options.replay {
        let bytes = std::fs::read(path).with_context(|| format!("the trace {}", path.display()))?;
        let trace = decode(&bytes, DecodeLimits::default()).with_context(|| format!("{}", path.display()))?;
        settings.kernel.policy = PolicyChoice::Replay { schedule: trace.schedule };
    }
    let unbuffered = std::env::var_os("INTERLEAVE_UNBUFFERED").is_some();
    let slice = if unbuffered { 1 } else { SLICE_INSTRUCTIONS };
    let mut write = |output: &Output| write_out(output, stdout, stderr) && (!unbuffered || stdout.flush().is_ok());
    let keeps_rows = options.stats || options.trace.is_some();
    let run = match run_in_slices(source, &file, &settings, options.until_nanos, (slice, keeps_rows), &mut write) {
        Ok(run) => run,
        Err(StartError::Program(problems)) => {
            let _ = write!(stderr, "{}", syntax::message(&problems, &file, source));
            return Ok(if syntax::is_syntax_error(&problems) { 1 } else { STATUS_USAGE });
        }
        Err(other) => return Err(other.into()),
    };
    if run.reader_gone {
        return Ok(STATUS_BROKEN_PIPE);
    }
    if stdout.flush().is_err() {
        return Ok(STATUS_BROKEN_PIPE);
    }
    for race in &run.races {
        let _ = writeln!(stderr, "interleave: {race}");
    }
    if let Some(message) = &run.message {
        let _ = writeln!(stderr, "interleave: {message}");
    }
    if options.stats {
        let _ = write!(stderr, "{}", stats::table(&run.trace));
    }
    if let Some(path) = &options.trace {
        write_trace(&run.trace, path, options.format)?;
    }
    Ok(run.status)
}

/// Whether somebody still reads.
fn write_out(output: &Output, stdout: &mut impl Write, stderr: &mut impl Write) -> bool {
    if output.stderr {
        // The order in which a terminal shows both is that of the program.
        let ordered = stdout.flush().is_ok();
        let _ = stderr.write_all(output.text.as_bytes());
        ordered
    } else {
        stdout.write_all(output.text.as_bytes()).is_ok()
    }
}

/// A run that is over.
#[derive(Debug)]
pub struct Finished {
    pub status: i32,
    /// What to tell the user beside the program's own words: the deadlock, the limit.
    pub message: Option<String>,
    pub trace: Trace,
    pub reader_gone: bool,
    /// Data races, where they were looked for.
    pub races: Vec<String>,
}

/// Runs a program to its end, or to `until_nanos`. `write` is told all output in order, and says whether to go on.
///
/// # Errors
/// The program cannot start.
pub fn run(
    source: &str,
    file_name: &str,
    settings: &RunSettings,
    until_nanos: Option<u64>,
    write: &mut impl FnMut(&Output) -> bool,
) -> Result<Finished, StartError> {
    run_in_slices(source, file_name, settings, until_nanos, (SLICE_INSTRUCTIONS, true), write)
}

/// As `run`; output is written after every `slice` instructions, and the trace has rows if it is to.
fn run_in_slices(
    source: &str,
    file_name: &str,
    settings: &RunSettings,
    until_nanos: Option<u64>,
    (slice, keeps_rows): (u64, bool),
    write: &mut impl FnMut(&Output) -> bool,
) -> Result<Finished, StartError> {
    let mut simulation = Simulation::new(source, file_name, settings)?.forward_only();
    if !keeps_rows {
        simulation = simulation.without_rows();
    }
    let mut reader_gone = false;
    loop {
        let progress = simulation.run_until(WorkBudget { instructions: slice, until_nanos });
        for output in simulation.take_output() {
            reader_gone = reader_gone || !write(&output);
        }
        if progress.done || reader_gone {
            break;
        }
    }
    let (status, message) = match simulation.ended() {
        None => (0, None),
        Some(Ended::Exited(status)) => (*status, None),
        Some(Ended::Deadlock(report)) => (STATUS_DEADLOCK, Some(report.to_string())),
        Some(Ended::Limit(limit)) => (STATUS_LIMIT, Some(limit.to_string())),
        Some(Ended::ReplayMismatch(why)) => (STATUS_USAGE, Some(why.clone())),
    };
    let races = simulation.race_reports().to_vec();
    Ok(Finished { status, message, trace: simulation.finish(), reader_gone, races })
}

fn write_trace(trace: &Trace, path: &Path, format: TraceFormat) -> Result<()> {
    let bytes = match format {
        TraceFormat::Native => interleave_trace::encode(trace),
        TraceFormat::Chrome => interleave_trace::chrome::to_chrome_json(trace).into_bytes(),
        TraceFormat::Svg => drawing(trace).into_bytes(),
    };
    std::fs::write(path, bytes).with_context(|| format!("the trace could not be written to {}", path.display()))
}

/// The whole run as a picture.
fn drawing(trace: &Trace) -> String {
    const WIDTH_PX: f32 = 1200.0;
    let index = TimelineIndex::of(trace);
    let (end, stuck) = (trace.end_nanos, matches!(trace.outcome, Outcome::Deadlock(_)));
    let collapsed = BTreeSet::new();
    let rows = lanes(trace, &index, LaneOptions { metrics: LaneMetrics::ROOMY, collapsed: &collapsed, lang: Lang::En });
    let view = View {
        trace,
        index: &index,
        lanes: &rows,
        // what a deadlock holds goes on: there is room to show it
        scale: TimeScale::fit(if stuck { end / 7 * 8 } else { end }, WIDTH_PX),
        height_px: rows.height_px() + RULER_PX,
        ruler_px: RULER_PX,
        scroll_px: 0.0,
        playhead_nanos: None,
        hovered: None,
        selected: None,
        flags: &[],
        lang: Lang::En,
    };
    let mut list = DisplayList::default();
    layout(&mut list, &view);
    to_svg(&list)
}
