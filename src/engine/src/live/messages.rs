//! Messages between the worker that coordinates a live run and the workers of its processes; encoded as those of the page.

use interleave_live::coordinator::{Birth, ToCoordinator};
use interleave_protocol::{Diagnostic, LiveRequest};
use interleave_python::exit::Answer;
use interleave_trace::{Outcome, TraceChunk};
use serde::{Deserialize, Serialize};

/// What a worker needs to become a process.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Begin {
    pub request: LiveRequest,
    pub pid: u64,
    pub parent: u64,
    pub name: String,
    /// `None`: the first process.
    pub birth: Option<Birth>,
    /// What it runs on, for the reader: "Web Worker 2".
    pub carrier: String,
    /// When the run began: `performance.timeOrigin + performance.now()`, which all workers share.
    pub start_millis: f64,
    /// Nanoseconds since the epoch at that time.
    pub wall_start_nanos: u64,
    pub hardware_threads: u32,
    /// Of the page: requests to it are real.
    pub origin: Option<String>,
}

/// From the coordinator to a process.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToProcess {
    Begin(Box<Begin>),
    Answer {
        thread: u32,
        answer: Answer,
        /// What led to it happened before this time.
        now_nanos: u64,
    },
    /// A signal arrived that the program has a function for.
    Interrupt,
    /// Hold at the next switch point, or go on.
    Pause(bool),
    /// What time is it? Answered by [`FromProcess::Time`].
    Ping,
}

/// From a process to the coordinator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromProcess {
    /// The worker can take messages.
    Ready,
    /// Milliseconds on its clock, for measuring how far that is from the coordinator's.
    Time {
        millis: f64,
    },
    /// The program does not compile.
    Refused {
        items: Vec<Diagnostic>,
    },
    Call {
        call: ToCoordinator,
        now_nanos: u64,
    },
    /// More of the log, which is complete up to `now_nanos`.
    Report {
        chunk: Box<TraceChunk>,
        now_nanos: u64,
        instructions: u64,
        /// Set while all its threads wait for the coordinator, which nothing but an answer can end: how many answers have
        /// come so far.
        waits_after: Option<u64>,
    },
    /// The process has ended; nothing more comes.
    Ended {
        outcome: Outcome,
        status: i32,
    },
}
