//! The contract between the host, which runs threads, and the kernel, which says when.

use std::sync::Arc;

use interleave_trace::{ObjectKind, SourceRange};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::deadlock::DeadlockReport;
use crate::process_call::ProcessCall;
use crate::table::{ObjectId, Pid, Tid};

/// How far a thread may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// At least 1. A host stops at the first instruction boundary at or after it.
    pub nanos: u64,
    /// Somebody wants the GIL: stop at the next switch point.
    pub stop_at_switch_point: bool,
}

/// A turn for one thread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub thread: Tid,
    pub process: Pid,
    /// The guest's number of the thread.
    pub local: u32,
    pub core: u32,
    /// The thread's time at the start of the turn. A clock read after using `n` nanoseconds shows `at_nanos + n`: reading
    /// it needs no call.
    pub at_nanos: u64,
    pub budget: Budget,
    /// The result of the call that ended the previous turn.
    pub deliver: Option<Answer>,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    Run(Run),
    /// The first process ended with this status.
    Exited(i32),
    /// Nothing can ever run again.
    Deadlock(Box<DeadlockReport>),
    Limit(LimitHit),
    /// The schedule being replayed does not belong to this program and these settings; says where.
    ReplayMismatch(String),
}

/// How a run ended, once it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ended {
    Exited(i32),
    Deadlock(Box<DeadlockReport>),
    Limit(LimitHit),
    ReplayMismatch(String),
}

impl From<Ended> for Next {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Exited(status) => Self::Exited(status),
            Ended::Deadlock(report) => Self::Deadlock(report),
            Ended::Limit(limit) => Self::Limit(limit),
            Ended::ReplayMismatch(why) => Self::ReplayMismatch(why),
        }
    }
}

/// A limit of the settings was reached.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum LimitHit {
    #[error("stopped after {} s of virtual time; raise the virtual time limit to go on", *limit_nanos as f64 / 1e9)]
    VirtualTime { limit_nanos: u64 },
    #[error("stopped after {limit} recorded events; raise the event limit to go on")]
    Events { limit: u32 },
    /// One of the guest's own; its words.
    #[error("{0}")]
    Guest(String),
}

/// Why a turn ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Stop {
    /// The budget is used up.
    BudgetSpent,
    /// At a switch point, as asked.
    SwitchPoint,
    Call(Call),
    /// The thread is over; the text of an uncaught exception, where there was one.
    Finished {
        uncaught: Option<String>,
    },
}

/// What follows a report.
#[derive(Clone, Debug, PartialEq)]
pub enum After {
    /// The same thread goes on at once, with the result of its call.
    Continue { at_nanos: u64, answer: Option<Answer>, budget: Budget },
    /// Ask [`Kernel::advance`](crate::Kernel::advance).
    Resched,
}

/// A new synchronisation object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewObject {
    /// `Lock` and `RLock` can be acquired; the others are names and numbers for the reader, and parents of locks.
    pub kind: ObjectKind,
    pub name: Option<String>,
    /// The object it is a private part of.
    pub of: Option<ObjectId>,
}

/// What a thread asks of the kernel. The answer's shape is in brackets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Call {
    /// [`Done`](Answer::Done) after so long, and a little later, as timers are.
    Sleep { nanos: u64 },
    /// Simulated I/O [`Done`].
    Io { nanos: u64, what: String },
    /// A native call that computes on the core without the GIL [`Done`].
    Native { nanos: u64 },
    /// Let others have the GIL and the core [`Done`].
    Yield,
    /// [`Object`](Answer::Object).
    NewObject(NewObject),
    /// A number to show: a queue's depth, a semaphore's count [`Done`].
    Level { object: ObjectId, level: i64 },
    /// [`Bool`](Answer::Bool): acquired, or given up after the time-out.
    Acquire { object: ObjectId, blocking: bool, timeout_nanos: Option<u64> },
    /// [`Done`] or [`Error`](Answer::Error).
    Release { object: ObjectId },
    /// [`Count`](Answer::Count): acquisitions not released yet (an `RLock`: by the calling thread).
    LockCount { object: ObjectId },
    /// [`Spawned`](Answer::Spawned) or [`Error`](Answer::Error). `local`: the guest's number of the new thread.
    Spawn { local: u32, name: String, daemon: bool },
    /// [`Bool`](Answer::Bool): ended, or given up after the time-out. `local`: the guest's number.
    Join { local: u32, timeout_nanos: Option<u64> },
    /// Text for standard output or error [`Done`]. Lets go of the GIL for the time of the write, as CPython does.
    Output { stderr: bool, text: String },
    /// An exception that left a thread's outermost frame, for the reader [`Done`].
    Uncaught { text: String },
    /// A remark for the reader [`Done`].
    Note { text: String },
    /// [`Done`].
    SetSwitchInterval { nanos: u64 },
    /// [`Number`](Answer::Number): the nice value of the thread with this native id (0: the caller), set first where one is
    /// given; [`Error`](Answer::Error) where nobody has the id.
    Priority { native_id: u64, nice: Option<i8> },
    /// The calling thread's process ends; its other threads are cut where they stand. Not answered.
    ExitProcess { status: i32 },
    /// What concerns several processes.
    Process(ProcessCall),
}

/// The kernel's answer to a [`Call`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    Done,
    Bool(bool),
    Count(u32),
    Object(ObjectId),
    Spawned {
        thread: Tid,
        native_id: u64,
    },
    Number(i64),
    Numbers(Vec<i64>),
    Bytes(Arc<[u8]>),
    Error(CallError),
    /// A signal came in between; the guest goes on with [`ProcessCall::ResumeWait`].
    Interrupted,
}

/// A call that makes no sense; the guest turns it into an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum CallError {
    #[error("release unlocked lock")]
    NotHeld,
    #[error("cannot release un-acquired lock")]
    NotOwner,
    #[error("can't start new thread")]
    TooManyThreads,
    #[error("no such object")]
    NoSuchObject,
    #[error("no such thread")]
    NoSuchThread,
    #[error("cannot join current thread")]
    JoinSelf,
    #[error("no child process")]
    NoChild,
    #[error("no such process")]
    NoSuchProcess,
    #[error("resource temporarily unavailable")]
    TooManyProcesses,
    #[error("bad file descriptor")]
    BadFile,
    #[error("broken pipe")]
    BrokenPipe,
    #[error("no such shared memory")]
    NoSuchMemory,
    #[error("shared memory of that name exists")]
    MemoryExists,
    #[error("invalid argument")]
    Invalid,
}

/// A report of the host, kept until the clock reaches it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Report {
    pub stop: Stop,
    pub range: SourceRange,
}
