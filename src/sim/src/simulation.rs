//! A run, and looking back into it.
//!
//! The run itself goes forward only, in slices ([`Simulation::run_until`]), and writes the trace. Looking at a moment
//! ([`Simulation::inspect`]) takes the nearest snapshot before it and runs from there to that moment, writing nothing:
//! the same decisions are made again, so it is the same moment. Snapshots are taken every so many instructions; when
//! there are too many, every other one is dropped and the distance doubles, so their number stays bounded and any moment
//! is a bounded fraction of the run away.

use interleave_kernel::{Ended, Kernel, KernelError, Pid, PolicyChoice, Profile, SwitchPoints, ThreadStatus, Tid};
use interleave_python::cost::Costs;
use interleave_python::exit::ThreadId;
use interleave_python::process::{Config, Process, SwitchModel};
use interleave_python::syntax::Diagnostic;
use interleave_trace::{Clock, EventKind, SourceRange, Trace, TraceBuilder, TrackId};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::guest::{Frame, Guest, Variable};
use crate::machine::{Machine, Step, Written, counts_ticks};
use crate::settings::RunSettings;

/// Suspended tasks of a process that are looked at: a program may have a hundred thousand.
const MAX_TASKS: usize = 100;
/// Snapshots kept at most, and instructions between the first ones.
const MAX_SNAPSHOTS: usize = 24;
/// Snapshots that hold more than this are thinned out: in a browser a worker has 4 GiB for all.
const SNAPSHOT_BYTES: u64 = 192 << 20;
const FIRST_DISTANCE: u64 = 250_000;

/// How far one question about lines may run the program, in instructions.
const MAX_LINE_SEARCH: u64 = 20_000_000;

/// Why a run cannot start.
#[derive(Debug, Error)]
pub enum StartError {
    /// What is wrong with the program.
    #[error("the program cannot be run: {}", .0.first().map_or("", |d| d.message.as_str()))]
    Program(Vec<Diagnostic>),
    #[error(transparent)]
    Kernel(#[from] KernelError),
}

/// How much work one call may do: whichever comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkBudget {
    /// May be exceeded by one turn (50 ms of virtual time).
    pub instructions: u64,
    /// Stop at this virtual time.
    pub until_nanos: Option<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub virtual_nanos: u64,
    pub instructions: u64,
    pub events: u64,
    /// The run is over, or has reached `until_nanos`.
    pub done: bool,
}

/// Text the program wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    pub at_nanos: u64,
    pub stderr: bool,
    pub text: String,
}

/// The program at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    pub at_nanos: u64,
    pub threads: Vec<ThreadInspection>,
    /// Of the first process.
    pub globals: Vec<Variable>,
    /// Every process that has not ended, and the first one.
    pub processes: Vec<ProcessInspection>,
    /// The asyncio tasks of the first process that have not ended, in order of creation.
    pub tasks: Vec<TaskInspection>,
    /// Standard output and error up to then, in the order written.
    pub output: Vec<Output>,
}

/// A process at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessInspection {
    pub track: TrackId,
    /// What `os.getpid` shows.
    pub number: u64,
    pub heap_bytes: u64,
    pub globals: Vec<Variable>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadInspection {
    pub track: TrackId,
    /// The process it belongs to.
    pub process: TrackId,
    /// The guest's number.
    pub local: u32,
    pub name: String,
    pub status: ThreadStatus,
    /// Innermost last; empty for a thread that has not begun or has ended.
    pub frames: Vec<Frame>,
    /// Names of the locks it holds.
    pub held: Vec<String>,
}

/// A task at that moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskInspection {
    /// `None`: beyond the number of lanes.
    pub track: Option<TrackId>,
    /// The thread whose event loop it belongs to.
    pub thread: Option<TrackId>,
    /// The frames of its chain of awaits, outermost first; empty while it runs, when they are its thread's.
    pub frames: Vec<Frame>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    Forward,
    Back,
}

/// A run of a program.
#[derive(Debug)]
pub struct Simulation<G = Process> {
    machine: Machine<G>,
    output: Vec<Output>,
    snapshots: Vec<Machine<G>>,
    distance: u64,
    next_snapshot_at: u64,
    /// Where the last look was: looking on from there is cheap.
    cursor: Option<Machine<G>>,
}

impl Simulation<Process> {
    /// A program that has not run yet.
    ///
    /// Errors: the mistakes in the program that can be known before it runs, or settings that make no machine.
    pub fn new(source: &str, file_name: &str, settings: &RunSettings) -> Result<Self, StartError> {
        let profile = Profile::bundled(&settings.kernel.profile).map_err(KernelError::from)?;
        let mut argv = vec![file_name.to_owned()];
        argv.extend(settings.argv.iter().cloned());
        let config = Config {
            limits: settings.guest,
            costs: Costs::from_nanos(&|name| profile.nanos(name)),
            switch_model: match settings.kernel.switch_points {
                _ if counts_ticks(&settings.kernel) => SwitchModel::EveryInstruction,
                SwitchPoints::CallsAndLoops => SwitchModel::CallsAndLoops,
                SwitchPoints::EveryInstruction | SwitchPoints::Every100 => SwitchModel::EveryInstruction,
                SwitchPoints::Lines => SwitchModel::Lines,
            },
            watch_accesses: settings.races,
            seed: settings.kernel.seed,
            argv,
            sibling_modules: settings.sibling_modules.clone(),
        };
        let guest = Process::boot(source, file_name, config).map_err(StartError::Program)?;
        Self::with_guest(guest, source, file_name, settings)
    }
}

impl<G: Guest> Simulation<G> {
    /// A guest that has not run yet, on a machine after `settings`. `source` and `file_name` go into the trace.
    ///
    /// Errors: settings that make no machine.
    pub fn with_guest(guest: G, source: &str, file_name: &str, settings: &RunSettings) -> Result<Self, StartError> {
        let mut shown = settings.kernel.clone();
        if let PolicyChoice::Replay { schedule } = &mut shown.policy {
            // The trace writes down the decisions made, which are these.
            schedule.clear();
        }
        let json = serde_json::to_string(&shown).unwrap_or_default();
        let producer = concat!("interleave-sim ", env!("CARGO_PKG_VERSION"));
        let kernel = &settings.kernel;
        let mut builder = TraceBuilder::new(producer, Clock::Virtual, kernel.seed, &kernel.profile, &json);
        let source = builder.add_source(file_name, source);
        let profile = Profile::bundled(&kernel.profile).map_err(KernelError::from)?;
        let mut kernel = Kernel::with_profile(kernel.clone(), &profile, builder)?;
        if settings.races {
            kernel.look_for_races();
        }
        let mut machine = Machine::new(guest, kernel, source, &settings.stdin);
        let origin = machine.snapshot();
        Ok(Self {
            machine,
            output: Vec::new(),
            snapshots: vec![origin],
            distance: FIRST_DISTANCE,
            next_snapshot_at: FIRST_DISTANCE,
            cursor: None,
        })
    }

    /// Takes no snapshots from here on: for a host that never looks back. Looking back stays possible, and is slow.
    #[must_use]
    pub fn forward_only(mut self) -> Self {
        self.next_snapshot_at = u64::MAX;
        self
    }

    /// Only counts the rows of the trace from here on: for a host that wants the program's output and end alone.
    #[must_use]
    pub fn without_rows(mut self) -> Self {
        if let Some(builder) = self.machine.kernel.trace_builder_mut() {
            builder.drop_rows();
        }
        self
    }

    /// Puts copies in the place of all processes, as a host does that moved the run elsewhere as bytes.
    pub fn exchange_processes(&mut self, mut copy: impl FnMut(&G) -> Option<G>) {
        for guest in self.machine.guests.iter_mut().flatten() {
            if let Some(copied) = copy(guest) {
                *guest = copied;
            }
        }
    }

    /// Goes on, for so much work.
    pub fn run_until(&mut self, budget: WorkBudget) -> Progress {
        let halt = budget.until_nanos.unwrap_or(u64::MAX);
        let end = self.machine.instructions.saturating_add(budget.instructions);
        let mut halted = false;
        while !halted && self.machine.instructions < end {
            let output = &mut self.output;
            let mut wrote = None;
            let step = self.machine.step(halt, u64::MAX, &mut |written| wrote = Some(written));
            if let Some(Written { at_nanos, stderr, text }) = wrote {
                output.push(Output { at_nanos, stderr, text });
            }
            halted = step != Step::Going;
            if self.machine.instructions >= self.next_snapshot_at {
                self.take_snapshot();
            }
        }
        Progress { done: halted, ..self.progress() }
    }

    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            virtual_nanos: self.machine.now_nanos(),
            instructions: self.machine.instructions,
            events: self.machine.kernel.rows() as u64,
            done: self.ended().is_some(),
        }
    }

    /// What the snapshots hold at most beside one another and the machine.
    #[must_use]
    pub fn snapshot_bytes(&self) -> u64 {
        let later = self.snapshots.iter().skip(1).chain([&self.machine]);
        let pairs = self.snapshots.iter().zip(later);
        let guests = pairs.flat_map(|(machine, later)| {
            let later = later.guests.iter().map(Option::as_ref).chain(std::iter::repeat(None));
            machine.guests.iter().zip(later).filter_map(|(guest, later)| Some((guest.as_ref()?.sizes(), later)))
        });
        let own = guests.map(|(own, later)| {
            own.whole.min(later.map_or(u64::MAX, |later| later.sizes().written.saturating_sub(own.written)))
        });
        own.sum()
    }

    fn take_snapshot(&mut self) {
        while self.snapshots.len() >= MAX_SNAPSHOTS
            || (self.snapshots.len() > 2 && self.snapshot_bytes() > SNAPSHOT_BYTES)
        {
            let mut index = 0;
            self.snapshots.retain(|_| {
                index += 1;
                index % 2 == 1
            });
            self.distance *= 2;
        }
        self.snapshots.push(self.machine.snapshot());
        self.next_snapshot_at = self.machine.instructions + self.distance;
    }

    /// The data races found so far, in words; none where nobody looks for them.
    #[must_use]
    pub fn race_reports(&self) -> &[String] {
        self.machine.kernel.race_reports()
    }

    /// How the run ended, once it has.
    #[must_use]
    pub fn ended(&self) -> Option<&Ended> {
        self.machine.ended()
    }

    /// What the program wrote since the last call.
    pub fn take_output(&mut self) -> Vec<Output> {
        core::mem::take(&mut self.output)
    }

    /// The trace so far.
    #[must_use]
    pub fn trace(&self) -> &Trace {
        // The machine of a simulation records; only its snapshots do not.
        static NONE: std::sync::LazyLock<Trace> = std::sync::LazyLock::new(Trace::default);
        self.machine.kernel.trace().unwrap_or(&NONE)
    }

    /// The whole trace. A run that has not ended counts as stopped where it is.
    #[must_use]
    pub fn finish(self) -> Trace {
        let now = self.now_nanos();
        self.machine.kernel.finish(now).unwrap_or_default()
    }

    /// The guest as it stands at the end of what has been run.
    #[must_use]
    pub fn guest(&self) -> &G {
        // invariant: the first process keeps its guest (see `Machine::guests`).
        self.machine.guest_of(Pid(0)).unwrap_or_else(|| self.machine.template())
    }

    /// The last moment that has been run.
    #[must_use]
    pub fn now_nanos(&self) -> u64 {
        self.machine.now_nanos()
    }

    /// A machine that has done everything up to `at_nanos` and nothing after it.
    ///
    /// Where several threads run at the same time, those that are not furthest behind may be shown as they were a few
    /// hundred nanoseconds earlier: the distance the kernel keeps them within.
    fn seek(&mut self, at_nanos: u64) -> Machine<G> {
        let at_nanos = at_nanos.min(self.now_nanos());
        let after = self.snapshots.partition_point(|machine| machine.now_nanos() <= at_nanos);
        let snapshot = after.checked_sub(1).and_then(|i| self.snapshots.get_mut(i));
        let cursor = self.cursor.take().filter(|machine| machine.now_nanos() <= at_nanos);
        let mut machine = match (cursor, snapshot) {
            (Some(cursor), Some(snapshot)) if cursor.now_nanos() < snapshot.now_nanos() => snapshot.snapshot(),
            (Some(cursor), _) => cursor,
            (None, Some(snapshot)) => snapshot.snapshot(),
            // invariant: the first snapshot is from before the first instruction, so there always is one.
            (None, None) => self.machine.snapshot(),
        };
        while machine.step(at_nanos, u64::MAX, &mut |_| ()) == Step::Going {}
        machine
    }

    /// The program at `at_nanos`, or at the end of what has been run if that is earlier.
    pub fn inspect(&mut self, at_nanos: u64) -> Inspection {
        let at_nanos = at_nanos.min(self.now_nanos());
        let machine = self.seek(at_nanos);
        let threads = machine.kernel.threads().map(|view| ThreadInspection {
            track: view.track,
            process: machine.kernel.process_track(view.process).unwrap_or(view.track),
            local: view.local,
            frames: match (view.status, machine.guest_of(view.process)) {
                (ThreadStatus::Finished, _) | (_, None) => Vec::new(),
                (_, Some(guest)) => guest.frames(ThreadId(view.local), machine.source),
            },
            name: view.name,
            status: view.status,
            held: view.held,
        });
        let threads: Vec<ThreadInspection> = threads.collect();
        let processes: Vec<ProcessInspection> = machine.processes().collect();
        let mut pids: Vec<Pid> = machine.kernel.threads().map(|view| view.process).collect();
        pids.sort_unstable();
        pids.dedup();
        let mut tasks = Vec::new();
        for pid in pids {
            let Some(guest) = machine.guest_of(pid) else { continue };
            let thread_of = |local| machine.kernel.threads().find(|view| view.process == pid && view.local == local);
            tasks.extend(guest.tasks(machine.source, MAX_TASKS).into_iter().map(|task| TaskInspection {
                track: machine.kernel.task_track(pid, task.task),
                thread: thread_of(task.thread.0).map(|view| view.track),
                frames: task.frames,
            }));
        }
        let inspection = Inspection {
            at_nanos,
            threads,
            globals: processes.first().map(|p| p.globals.clone()).unwrap_or_default(),
            processes,
            tasks,
            output: self.output_at(at_nanos),
        };
        self.cursor = Some(machine);
        inspection
    }

    /// Everything written up to `at_nanos`.
    #[must_use]
    pub fn output_at(&self, at_nanos: u64) -> Vec<Output> {
        let trace = self.trace();
        let events = trace.events.iter().take(trace.events.count_until(at_nanos));
        let outputs = events.filter_map(|event| match event.kind {
            EventKind::Output { stderr, text } => {
                Some(Output { at_nanos: event.at_nanos, stderr, text: trace.str(text).to_owned() })
            }
            _ => None,
        });
        outputs.collect()
    }

    /// The nearest time after (or before) `at_nanos` at which a thread begins a line of the program: any thread, or the
    /// one with this number. `None` if there is no such time in what has been run, or none near enough to look for.
    pub fn step_line(&mut self, at_nanos: u64, direction: Direction, thread: Option<TrackId>) -> Option<u64> {
        match direction {
            Direction::Forward => {
                let mut machine = self.seek_before(at_nanos);
                let found = self.first_line(&mut machine, at_nanos, thread);
                self.cursor = Some(machine);
                found
            }
            Direction::Back => self.last_line(at_nanos, thread),
        }
    }

    /// The state in which the instruction of this moment has yet to run: a seek to the moment itself ends behind an instruction that
    /// reaches over it, and with it behind the line that begins next.
    fn seek_before(&mut self, at_nanos: u64) -> Machine<G> {
        let mut stretch = 1_000u64;
        loop {
            let start = at_nanos.saturating_sub(stretch);
            let machine = self.seek(start);
            if machine.now_nanos() <= at_nanos || start == 0 {
                return machine;
            }
            stretch = stretch.saturating_mul(8);
        }
    }

    fn first_line(&self, machine: &mut Machine<G>, after_nanos: u64, thread: Option<TrackId>) -> Option<u64> {
        let end = self.now_nanos();
        let mut watch = Watch::new(machine, thread);
        let stop_at = machine.instructions + MAX_LINE_SEARCH;
        while machine.instructions < stop_at {
            let step = watch.step(machine, end);
            if let Some(at) = watch.begun.take().filter(|&at| at > after_nanos && at <= end) {
                return Some(at);
            }
            if step != Step::Going {
                return None;
            }
        }
        None
    }

    /// Looks at ever longer stretches before the time, each run once at full speed up to its start and then one
    /// instruction at a time.
    fn last_line(&mut self, before_nanos: u64, thread: Option<TrackId>) -> Option<u64> {
        let mut stretch = 2_000;
        let mut searched = 0;
        loop {
            let start = before_nanos.saturating_sub(stretch);
            let mut machine = self.seek(start);
            let origin = machine.instructions;
            let mut watch = Watch::new(&machine, thread);
            let mut last = None;
            loop {
                let step = watch.step(&mut machine, before_nanos);
                match watch.begun.take() {
                    Some(at) if at >= before_nanos => break,
                    Some(at) if at > start || start == 0 => last = Some(at),
                    _ => {}
                }
                if step != Step::Going {
                    break;
                }
                if machine.instructions - origin > MAX_LINE_SEARCH {
                    return last;
                }
            }
            searched += machine.instructions - origin;
            if last.is_some() || start == 0 || searched > MAX_LINE_SEARCH {
                return last;
            }
            stretch = stretch.saturating_mul(8);
        }
    }
}

/// Notices when a thread begins a line: another line than before, or the same in another frame.
struct Watch {
    thread: Option<TrackId>,
    last: interleave_trace::sorted::SortedMap<Tid, (usize, u32)>,
    begun: Option<u64>,
}

impl Watch {
    fn new<G: Guest>(machine: &Machine<G>, thread: Option<TrackId>) -> Self {
        let threads = machine.kernel.threads().map(|view| view.thread);
        let last = threads.map(|tid| (tid, Self::line(machine, tid))).collect();
        Self { thread, last, begun: None }
    }

    fn line<G: Guest>(machine: &Machine<G>, thread: Tid) -> (usize, u32) {
        let Some((process, local)) = machine.kernel.local_of(thread) else { return (0, 0) };
        let Some(guest) = machine.guest_of(process) else { return (0, 0) };
        let range: SourceRange = guest.place(ThreadId(local), machine.source);
        (guest.depth(ThreadId(local)), range.line)
    }

    /// One instruction of a watched thread, or a whole turn of another.
    fn step<G: Guest>(&mut self, machine: &mut Machine<G>, halt_nanos: u64) -> Step {
        let thread = self.thread;
        let watched = |machine: &Machine<G>, tid| thread.is_none() || machine.kernel.track_of(tid) == thread;
        // Before a turn is fetched it is not known whose it is: one instruction is right for both.
        let picos = if machine.running().is_none_or(|tid| watched(machine, tid)) { 1 } else { u64::MAX };
        let step = machine.step(halt_nanos, picos, &mut |_| ());
        if let Some(tid) = machine.ran().filter(|&tid| watched(machine, tid)) {
            let now = Self::line(machine, tid);
            let before = self.last.insert(tid, now);
            if before != Some(now) && now.1 != 0 {
                self.begun = Some(machine.now_nanos());
            }
        }
        step
    }
}
