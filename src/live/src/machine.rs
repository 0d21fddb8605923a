//! What a live process is: its threads, what each waits for, its locks, its GIL, and the log.
//!
//! A thread is *ready* when nothing but the GIL keeps it from executing. A carrier asks [`LiveMachine::take_gil`] for it,
//! executes bytecode without holding the machine, and comes back with a syscall, at a switch point, or finished.
//!
//! Keeps true: every state change is written in the instant it is made; a wait that somebody ended names them; times handed
//! in never run back in the log (the builder raises them). Must not know: how a carrier waits.

mod calls;
mod gil;
mod objects;
mod remote;
mod tasks;
mod waits;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use interleave_python::exit::{Answer, ThreadId};
use interleave_trace::{
    Clock as ClockKind, EventKind, Finish, LinkKind, ObjectKind, Outcome, SourceId, SourceRange, State, Trace,
    TraceBuilder, TrackId, TrackKind,
};

pub use calls::Reply;
pub(crate) use objects::error;
pub(crate) use tasks::{Fact, Stretch};

use crate::coordinator::{FIRST_PID, Remote};
use crate::image::Inherited;

/// CPython's default switch interval.
pub const SWITCH_INTERVAL_NANOS: u64 = 5_000_000;
/// `time.monotonic()` at the start: as in the simulator, a machine that has been up for a while.
const MONOTONIC_START_NANOS: u64 = 1_000_000_000_000;
/// Between the native ids of a process's threads: processes are numbered in between.
const NATIVE_ID_STEP: u64 = 10_000;

/// What the user chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveSettings {
    pub switch_interval_nanos: u64,
    /// Threads at a time, at most.
    pub threads: u32,
    /// The run is stopped after so long.
    pub wall_nanos: u64,
    /// Rows of the log, at most.
    pub events: usize,
    /// Bytes of output, at most.
    pub output_bytes: usize,
    /// What `os.cpu_count()` says: the hardware threads that the browser reports.
    pub cpu_count: u32,
    pub stdin: String,
    /// Nanoseconds since the epoch at the start of the run.
    pub wall_start_nanos: u64,
    /// All settings as JSON, kept in the trace.
    pub shown: String,
    /// The process's number, its parent's, and its name.
    pub pid: u64,
    pub parent_pid: u64,
    pub process_name: String,
    /// What `multiprocessing` starts processes with: "fork", "spawn", "forkserver".
    pub start_method: String,
    /// The guest's number of the thread it begins with.
    pub first_thread: u32,
    /// What a copy of another process has of its locks.
    pub inherited: Vec<Inherited>,
    /// Whether there is a coordinator for what concerns other processes.
    pub coordinated: bool,
}

impl Default for LiveSettings {
    fn default() -> Self {
        Self {
            switch_interval_nanos: SWITCH_INTERVAL_NANOS,
            threads: 1_000,
            wall_nanos: 600_000_000_000,
            events: 2_000_000,
            output_bytes: 1 << 20,
            cpu_count: 4,
            stdin: String::new(),
            wall_start_nanos: 1_767_225_600_000_000_000,
            shown: String::new(),
            pid: FIRST_PID,
            parent_pid: FIRST_PID - 1,
            process_name: "MainProcess".to_owned(),
            start_method: "fork".to_owned(),
            first_thread: 0,
            inherited: Vec::new(),
            coordinated: false,
        }
    }
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    Exited(i32),
    /// Nobody can ever go on; the report in words.
    Deadlock(String),
    /// Says which limit and how to raise it.
    Limit(String),
    /// By the user.
    Stopped,
}

/// What the program wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub at_nanos: u64,
    pub stderr: bool,
    pub text: String,
}

/// Number of a carrier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carrier(pub u32);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Status {
    /// Wants the GIL.
    Ready,
    /// Holds the GIL and executes.
    Running,
    /// On its carrier without the GIL: a native call computes.
    Native,
    Sleeping {
        until: u64,
    },
    Io {
        until: u64,
    },
    /// `retry`: somebody released the lock, so it is worth another try.
    Blocked {
        object: usize,
        retry: bool,
    },
    Joining {
        target: usize,
    },
    /// Asked the coordinator.
    Remote,
    Finished,
}

struct Thread {
    local: ThreadId,
    track: TrackId,
    native_id: u64,
    status: Status,
    /// For the guest, when it runs next.
    answer: Option<Answer>,
    /// The wait is over at this time at the latest.
    deadline: Option<u64>,
    /// The carrier it is on.
    carrier: Option<Carrier>,
    /// Since when it waits for the GIL.
    waits_since: Option<u64>,
    joiners: Vec<usize>,
    /// Row of the event that started it, and of the one that ended it.
    spawned_seq: Option<u32>,
    finished_seq: Option<u32>,
    /// Who ended its wait, and where.
    woken_by: Option<(TrackId, Option<u32>)>,
    range: SourceRange,
    uncaught: Option<String>,
    /// CPU time used so far, and since when it runs.
    cpu_nanos: u64,
    running_since: Option<u64>,
}

struct Object {
    kind: ObjectKind,
    track: TrackId,
    name: String,
    /// Private part of another object: its waits show there.
    of: Option<usize>,
    owner: Option<usize>,
    count: u32,
    waiters: VecDeque<usize>,
    last_release: Option<(usize, u32)>,
}

struct Gil {
    track: TrackId,
    holder: Option<usize>,
    last_holder: Option<usize>,
    /// In the order in which they began to wait.
    waiters: VecDeque<usize>,
    last_switch: u64,
    /// Read by the executing carrier without the machine.
    drop_request: Arc<AtomicBool>,
    /// Gave it up on request and may not have it back before another thread had it.
    forced: Option<usize>,
    last_drop: Option<(usize, u32)>,
}

/// A Python process that runs for real.
pub struct LiveMachine {
    log: TraceBuilder,
    settings: LiveSettings,
    process: TrackId,
    source: SourceId,
    carriers: Vec<TrackId>,
    threads: Vec<Thread>,
    by_local: BTreeMap<u32, usize>,
    objects: Vec<Object>,
    gil: Gil,
    ended: Option<Ended>,
    /// Nobody gets the GIL.
    paused: bool,
    out: Vec<Written>,
    out_bytes: usize,
    stdin_at: usize,
    /// When waits end by the clock.
    // invariant: holds (deadline, row) of every thread with a deadline.
    deadlines: BTreeSet<(u64, usize)>,
    /// Threads whose lock was released.
    retries: Vec<usize>,
    tasks: tasks::Tasks,
    /// For the coordinator.
    calls: Vec<(ThreadId, Remote)>,
    known: remote::Known,
    /// Threads that became ready or whose lock became free since the carrier last asked.
    woken: Vec<ThreadId>,
}

impl std::fmt::Debug for LiveMachine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LiveMachine")
            .field("threads", &self.threads.len())
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

impl LiveMachine {
    /// A process with its main thread, ready at time 0.
    #[must_use]
    pub fn new(program: &str, text: &str, settings: LiveSettings) -> Self {
        Self::begun_at(program, text, settings, 0)
    }

    /// As [`new`](Self::new), for a process that begins later.
    #[must_use]
    pub fn begun_at(program: &str, text: &str, settings: LiveSettings, now: u64) -> Self {
        let producer = concat!("interleave-live ", env!("CARGO_PKG_VERSION"));
        let mut log = TraceBuilder::new(producer, ClockKind::Wall, 0, "", &settings.shown);
        let source = log.add_source(program, text);
        let process = log.add_track(now, TrackKind::Process, &settings.process_name, None, settings.pid, false);
        let gil_track = log.add_track(now, TrackKind::Object(ObjectKind::Gil), "GIL", Some(process), 0, false);
        let gil = Gil {
            track: gil_track,
            holder: None,
            last_holder: None,
            waiters: VecDeque::new(),
            last_switch: now,
            drop_request: Arc::new(AtomicBool::new(false)),
            forced: None,
            last_drop: None,
        };
        let mut machine = Self {
            log,
            settings,
            process,
            source,
            carriers: Vec::new(),
            threads: Vec::new(),
            by_local: BTreeMap::new(),
            objects: Vec::new(),
            gil,
            ended: None,
            paused: false,
            out: Vec::new(),
            out_bytes: 0,
            stdin_at: 0,
            deadlines: BTreeSet::new(),
            retries: Vec::new(),
            tasks: tasks::Tasks::default(),
            calls: Vec::new(),
            known: remote::Known::default(),
            woken: Vec::new(),
        };
        let first = ThreadId(machine.settings.first_thread);
        machine.add_thread(now, first, "MainThread", false, None);
        for object in std::mem::take(&mut machine.settings.inherited) {
            machine.inherit(now, object);
        }
        machine
    }

    /// Something that threads run on; `name` is for the reader: "Web Worker 1", "wasm thread 2".
    pub fn add_carrier(&mut self, now: u64, name: &str) -> Carrier {
        let number = self.carriers.len() as u32;
        self.carriers.push(self.log.add_track(now, TrackKind::Core, name, None, number.into(), false));
        Carrier(number)
    }

    #[must_use]
    pub fn trace(&self) -> &Trace {
        self.log.trace()
    }

    #[must_use]
    pub fn source(&self) -> SourceId {
        self.source
    }

    #[must_use]
    pub fn ended(&self) -> Option<&Ended> {
        self.ended.as_ref()
    }

    /// What was written since the last call.
    pub fn take_output(&mut self) -> Vec<Written> {
        std::mem::take(&mut self.out)
    }

    /// Set when the executing thread should give up the GIL at its next switch point.
    #[must_use]
    pub fn drop_request(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.gil.drop_request)
    }

    /// Threads that a carrier may find something to do for since the last call.
    pub fn take_woken(&mut self) -> Vec<ThreadId> {
        std::mem::take(&mut self.woken)
    }

    /// From its next switch point on nobody executes bytecode, or again. The clock goes on: sleeps end meanwhile.
    pub fn pause(&mut self, paused: bool) {
        self.paused = paused;
        if paused {
            self.gil.drop_request.store(true, std::sync::atomic::Ordering::Relaxed);
        } else {
            let locals: Vec<ThreadId> = self.threads.iter().map(|t| t.local).collect();
            self.woken.extend(locals);
        }
    }

    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// Ends the run from outside.
    pub fn stop(&mut self, now: u64, how: Ended) {
        if self.ended.is_none() {
            self.cut_all(now, None);
            self.end_process(now);
            self.ended = Some(how);
        }
    }

    /// The log, ended. A run that is still going counts as stopped.
    #[must_use]
    pub fn finish(mut self, now: u64) -> Trace {
        self.stop(now, Ended::Stopped);
        let outcome = match self.ended.take() {
            Some(Ended::Exited(status)) => Outcome::Exited(status),
            Some(Ended::Deadlock(report)) => Outcome::Deadlock(report),
            Some(Ended::Limit(message)) => Outcome::Limit(message),
            Some(Ended::Stopped) | None => Outcome::Stopped,
        };
        self.log.finish(now, outcome)
    }

    // ---- tables ----

    fn thread(&self, row: usize) -> Option<&Thread> {
        self.threads.get(row)
    }

    fn row(&self, local: ThreadId) -> Option<usize> {
        self.by_local.get(&local.0).copied()
    }

    fn track_of(&self, row: usize) -> TrackId {
        self.threads.get(row).map_or(self.process, |t| t.track)
    }

    fn range_of(&self, row: usize) -> SourceRange {
        self.threads.get(row).map_or(SourceRange::NONE, |t| t.range)
    }

    /// Where the thread stands, for the events that follow.
    pub fn set_place(&mut self, local: ThreadId, range: SourceRange) {
        if let Some(thread) = self.row(local).and_then(|row| self.threads.get_mut(row)) {
            thread.range = range;
        }
    }

    fn add_thread(&mut self, now: u64, local: ThreadId, name: &str, daemon: bool, by: Option<usize>) -> u64 {
        let row = self.threads.len();
        // The first thread has its process's number, as on Linux.
        let native_id = self.settings.pid + row as u64 * NATIVE_ID_STEP;
        let track = self.log.add_track(now, TrackKind::Thread, name, Some(self.process), native_id, daemon);
        let spawned_seq = by.map(|by| {
            let (parent, range) = (self.track_of(by), self.range_of(by));
            self.log.event(now, parent, EventKind::Spawn { child: track }, range)
        });
        self.log.event(now, track, EventKind::State { to: State::Runnable, by: None }, SourceRange::NONE);
        self.threads.push(Thread {
            local,
            track,
            native_id,
            status: Status::Ready,
            answer: None,
            deadline: None,
            carrier: None,
            waits_since: None,
            joiners: Vec::new(),
            spawned_seq,
            finished_seq: None,
            woken_by: None,
            range: SourceRange::NONE,
            uncaught: None,
            cpu_nanos: 0,
            running_since: None,
        });
        self.by_local.insert(local.0, row);
        self.gil.waiters.push_back(row);
        self.woken.push(local);
        native_id
    }

    /// Writes a state, naming who ended the wait before it, and draws the arrow.
    fn write_state(&mut self, now: u64, row: usize, to: State) -> Option<u32> {
        let thread = self.threads.get_mut(row)?;
        let (track, range, woken_by, spawned) =
            (thread.track, thread.range, thread.woken_by.take(), thread.spawned_seq.take());
        let by = woken_by.map(|(track, _)| track);
        let seq = self.log.event(now, track, EventKind::State { to, by }, range);
        if let Some((_, Some(from))) = woken_by {
            self.log.link(LinkKind::Wake, from, seq);
        }
        if let Some(from) = spawned {
            self.log.link(LinkKind::Spawn, from, seq);
        }
        self.mirror_state(now, row, to, by);
        Some(seq)
    }

    /// The thread is on its carrier no more.
    fn leave_carrier(&mut self, now: u64, row: usize) {
        let Some(thread) = self.threads.get_mut(row) else { return };
        if let Some(since) = thread.running_since.take() {
            thread.cpu_nanos += now.saturating_sub(since);
        }
        if let Some(carrier) = thread.carrier.take()
            && let Some(&track) = self.carriers.get(carrier.0 as usize)
        {
            self.log.event(now, track, EventKind::Core { thread: None }, SourceRange::NONE);
        }
    }

    // ---- endings ----

    /// The thread's outermost function has returned.
    pub fn thread_finished(&mut self, now: u64, local: ThreadId) {
        let Some(row) = self.row(local) else { return };
        self.gil_drop(now, row, interleave_trace::GilDropReason::Finished);
        let how = match self.threads.get_mut(row).and_then(|t| t.uncaught.take()) {
            Some(text) => Finish::Raised(self.log.add_string(text)),
            None => Finish::Returned,
        };
        self.end_thread(now, row, how);
        let by = (self.track_of(row), self.threads.get(row).and_then(|t| t.finished_seq));
        let joiners = self.threads.get_mut(row).map(|t| std::mem::take(&mut t.joiners)).unwrap_or_default();
        for joiner in joiners {
            self.joined(now, joiner, row);
            if let Some(thread) = self.threads.get_mut(joiner) {
                thread.woken_by = Some(by);
            }
            self.make_ready(now, joiner, Answer::Bool(true));
        }
        self.check_limits(now);
    }

    fn end_thread(&mut self, now: u64, row: usize, how: Finish) {
        self.cut_tasks(now, row);
        self.leave_carrier(now, row);
        self.gil.waiters.retain(|&waiter| waiter != row);
        let seq = self.write_state(now, row, State::Finished { how });
        if let Some(thread) = self.threads.get_mut(row) {
            thread.status = Status::Finished;
            thread.finished_seq = seq;
            if let Some(at) = thread.deadline.take() {
                self.deadlines.remove(&(at, row));
            }
        }
    }

    /// The process is over: every thread that is left is cut where it stands; `last` ended it.
    fn cut_all(&mut self, now: u64, last: Option<usize>) {
        if let Some(holder) = self.gil.holder {
            self.gil_drop(now, holder, interleave_trace::GilDropReason::Finished);
        }
        for row in 0..self.threads.len() {
            if self.threads.get(row).is_some_and(|t| t.status != Status::Finished) {
                self.end_thread(now, row, if last == Some(row) { Finish::Returned } else { Finish::Cut });
            }
        }
        let locals: Vec<ThreadId> = self.threads.iter().map(|t| t.local).collect();
        self.woken.extend(locals);
    }

    fn end_process(&mut self, now: u64) {
        let to = State::Finished { how: Finish::Returned };
        self.log.event(now, self.process, EventKind::State { to, by: None }, SourceRange::NONE);
    }

    fn check_limits(&mut self, now: u64) {
        if self.ended.is_some() {
            return;
        }
        if now > self.settings.wall_nanos {
            let seconds = self.settings.wall_nanos / 1_000_000_000;
            self.stop(
                now,
                Ended::Limit(format!("stopped after {seconds} s of real time; raise the time limit to go on")),
            );
        } else if self.log.trace().events.len() >= self.settings.events {
            let events = self.settings.events;
            self.stop(
                now,
                Ended::Limit(format!("stopped after {events} recorded events; raise the event limit to go on")),
            );
        } else if self.out_bytes > self.settings.output_bytes {
            let bytes = self.settings.output_bytes;
            self.stop(
                now,
                Ended::Limit(format!("stopped after {bytes} bytes of output; raise the output limit to go on")),
            );
        }
    }
}
