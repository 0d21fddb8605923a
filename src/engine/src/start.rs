//! From a request to a simulation: the page's words into the kernel's, the program into code.

use interleave_kernel::policy::expand;
use interleave_kernel::settings::{GilModel, OsOrder, PolicyChoice, SWITCH_INTERVAL_NANOS, StartMethod, SwitchPoints};
use interleave_protocol::{Diagnostic, Gil, Policy, RunRequest, Settings, Severity};
#[cfg(feature = "live")]
use interleave_python::process::Config;
use interleave_python::process::{EventLoop, Limits, Process};
use interleave_python::syntax::{self, DiagnosticKind};
use interleave_sim::simulation::StartError;
use interleave_sim::{RunSettings, Simulation};

/// What tracebacks call the program.
pub(crate) const FILE_NAME: &str = "main.py";

/// # Errors
/// What is wrong with the program or the settings, with its place.
pub fn start_python(request: &RunRequest) -> Result<Simulation<Process>, Vec<Diagnostic>> {
    request.settings.check().map_err(|error| vec![no_place("Settings", error.to_string())])?;
    Simulation::new(&request.source, FILE_NAME, &run_settings(request)).map_err(|error| match error {
        StartError::Program(items) => items.iter().map(diagnostic).collect(),
        other => vec![no_place("Settings", other.to_string())],
    })
}

/// The process of a live run.
///
/// # Errors
/// What is wrong with the program or the settings, with its place.
#[cfg(feature = "live")]
pub fn boot_live(request: &RunRequest) -> Result<Process, Vec<Diagnostic>> {
    request.settings.check().map_err(|error| vec![no_place("Settings", error.to_string())])?;
    let config = Config {
        limits: guest_limits(request),
        seed: request.settings.seed,
        argv: vec![FILE_NAME.to_owned()],
        ..Config::default()
    };
    Process::boot(&request.source, FILE_NAME, config).map_err(|items| items.iter().map(diagnostic).collect())
}

fn guest_limits(request: &RunRequest) -> Limits {
    let limits = &request.limits;
    Limits {
        heap_bytes: usize::try_from(limits.heap_bytes).unwrap_or(usize::MAX),
        instructions: limits.instructions,
        output_bytes: limits.output_bytes,
        frame_bytes: u64::from(request.settings.frame_limit) << 20,
        event_loop: match request.settings.event_loop {
            interleave_protocol::EventLoop::Plain => EventLoop::Plain,
            interleave_protocol::EventLoop::Eager => EventLoop::Eager,
            interleave_protocol::EventLoop::Uvloop => EventLoop::Uvloop,
        },
        ..Limits::default()
    }
}

fn run_settings(request: &RunRequest) -> RunSettings {
    let Settings { cores, gil, switch_points, policy, seed, profile, browser, stdin, .. } = &request.settings;
    let limits = &request.limits;
    let races = request.settings.races;
    let mut settings =
        RunSettings { guest: guest_limits(request), stdin: stdin.clone(), races, ..RunSettings::default() };
    let kernel = &mut settings.kernel;
    kernel.cores = *cores;
    kernel.seed = *seed;
    profile.word().clone_into(&mut kernel.profile);
    if *profile == interleave_protocol::Profile::ThisBrowser {
        kernel.profile.push(':');
        kernel.profile.push_str(browser);
    }
    kernel.gil = match gil {
        Gil::Cpython3 | Gil::Cpython3At15Ms => {
            GilModel::Cpython3 { interval_nanos: request.settings.interval_nanos().unwrap_or(SWITCH_INTERVAL_NANOS) }
        }
        Gil::Cpython2 => GilModel::Cpython2,
        Gil::Off => GilModel::Off,
    };
    kernel.switch_points = match (switch_points, gil) {
        (interleave_protocol::SwitchPoints::Auto, Gil::Cpython2) => SwitchPoints::Every100,
        (interleave_protocol::SwitchPoints::Auto | interleave_protocol::SwitchPoints::Calls, _) => {
            SwitchPoints::CallsAndLoops
        }
        (interleave_protocol::SwitchPoints::Every, _) => SwitchPoints::EveryInstruction,
        (interleave_protocol::SwitchPoints::Lines, _) => SwitchPoints::Lines,
    };
    kernel.policy = match (request.schedule.as_slice(), policy) {
        ([], Policy::Default) => PolicyChoice::Default,
        ([], Policy::Random) => PolicyChoice::Random { mean_quantum_nanos: MEAN_QUANTUM_NANOS },
        (schedule, _) => PolicyChoice::Replay { schedule: expand(schedule) },
    };
    kernel.start_method = match request.settings.start_method {
        interleave_protocol::StartMethod::Fork => StartMethod::Fork,
        interleave_protocol::StartMethod::Spawn => StartMethod::Spawn,
        interleave_protocol::StartMethod::Forkserver => StartMethod::Forkserver,
    };
    kernel.os.order = match request.settings.os {
        interleave_protocol::Os::Cfs => OsOrder::Fair,
        interleave_protocol::Os::Rr => OsOrder::RoundRobin,
        interleave_protocol::Os::Fifo => OsOrder::Fifo,
    };
    kernel.limits.virtual_nanos = limits.virtual_nanos;
    kernel.limits.events = u32::try_from(limits.events).unwrap_or(u32::MAX);
    settings
}

/// The kernel's own default for random scheduling: a millisecond of Python is cut several times.
const MEAN_QUANTUM_NANOS: u64 = 100_000;

pub(crate) fn no_place(kind: &str, message: String) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        kind: kind.to_owned(),
        message,
        line: 0,
        column: 0,
        end_line: 0,
        end_column: 0,
    }
}

fn diagnostic(item: &syntax::Diagnostic) -> Diagnostic {
    let kind = match &item.kind {
        DiagnosticKind::Syntax { class } => class.name(),
        DiagnosticKind::Unsupported { .. } => "Unsupported",
    };
    Diagnostic {
        severity: Severity::Error,
        kind: kind.to_owned(),
        message: item.message.clone(),
        line: item.line,
        column: item.column,
        end_line: item.end_line,
        end_column: item.end_column,
    }
}
