//! The border between the guest and its host.
//!
//! The VM runs bytecode of one thread until it has to leave; the [`Exit`] says why. Everything that takes time or touches
//! another task is a [`Syscall`]; the host answers with [`Process::answer`](crate::Process::answer) and runs the thread
//! again when it is that thread's turn.
//!
//! Contract for hosts
//! * `Process::boot(source, name, config)` compiles the program and makes thread 0 (the main thread). Nothing has run yet.
//! * `process.run(thread, Budget { picos, switch_point })` executes instructions of `thread` until at least `picos`
//!   picoseconds of virtual CPU time are used (it may overshoot by one instruction or native call), or, when
//!   `switch_point` is set, until the next switch point of the configured model; returns `Ran { exit, picos, instructions }`.
//! * After `Exit::Syscall(call)` the thread must not be run before `process.answer(thread, answer)`.
//! * A new thread (from `Syscall::ThreadStart`) can be run at once or later; its number indexes `Process` threads.
//! * After `Exit::Finished` the thread is gone. When thread 0 finishes, the process has ended: the library code that ran
//!   the program has already waited for non-daemon threads and ended with `Syscall::ExitProcess`.
//! * `process.place(thread)` tells where a thread is in the user's source.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::process_call::ProcessCall;

/// Number of a thread within its process, dense from 0 (the main thread), never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ThreadId(pub u32);

/// How far a thread may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Picoseconds of virtual CPU time.
    pub picos: u64,
    /// Leave at the next switch point, whatever is left.
    pub switch_point: bool,
}

/// The result of one `run`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ran {
    pub exit: Exit,
    /// Picoseconds of virtual CPU time used.
    pub picos: u64,
    /// Instructions executed.
    pub instructions: u64,
}

/// Why a run ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Exit {
    BudgetSpent,
    /// At a place where the interpreter may give up the GIL.
    SwitchPoint,
    Syscall(Syscall),
    /// The thread's outermost function returned or the thread is over.
    Finished,
    /// A limit of the process was reached (instructions, heap, output); says which and how to raise it.
    Limit(String),
}

/// Which clock a program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockKind {
    /// `time.time`: seconds since the epoch (simulated runs start at a fixed date).
    Wall,
    /// `time.monotonic`, `time.perf_counter`.
    Monotonic,
    /// `time.process_time`: CPU time of the process.
    ProcessCpu,
    /// `time.thread_time`: CPU time of the thread.
    ThreadCpu,
}

/// What a lock-like object is to the reader. The host treats all of them as mutual exclusion locks; `RLock` may be
/// acquired again by its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyncKind {
    Lock,
    RLock,
    /// The private lock of a waiter in an object of this name; waiting on it shows as waiting on the object.
    Condition,
    Event,
    Semaphore,
    Barrier,
    Queue,
    Future,
    /// An event loop; a thread that waits for it is in its select.
    Loop,
    /// Workers that are processes; its level is how many of them are busy.
    Pool,
}

/// What an asyncio task waits for when it gives up its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskWait {
    /// For its next turn (`await asyncio.sleep(0)`).
    Turn,
    /// For a time on the monotonic clock.
    Until {
        nanos: u64,
    },
    /// For an object made with `ObjectNew`.
    Object {
        object: u64,
    },
    Task {
        task: u32,
    },
    /// For simulated I/O, in words.
    Io {
        what: String,
    },
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskEnd {
    Returned,
    Raised(String),
    Cancelled,
}

/// What a task does with an object of its loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskLock {
    Acquire,
    Release,
    Level(i64),
}

/// Something about an event loop that a reader wants to see. `task`: number within the process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskFact {
    /// Made, and queued for its first turn, on the running thread's loop.
    New {
        task: u32,
        name: String,
    },
    Name {
        task: u32,
        name: String,
    },
    /// The running thread's loop gives it a turn.
    Step {
        task: u32,
    },
    /// Its turn is over.
    Leave {
        task: u32,
        wait: TaskWait,
    },
    /// The functions that await one another at this suspension, outermost first.
    Chain {
        task: u32,
        chain: String,
    },
    /// What it waited for is there: queued for its next turn.
    Ready {
        task: u32,
    },
    Done {
        task: u32,
        how: TaskEnd,
    },
    /// By the task whose turn it is.
    Lock {
        object: u64,
        action: TaskLock,
    },
    /// A loop begins an iteration with so many callbacks ready and timers ahead.
    Turn {
        object: u64,
        ready: u32,
        timers: u32,
    },
}

/// A fact and when it became one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskFactAt {
    /// Picoseconds since the run began.
    pub at_picos: u64,
    /// Where in the program, as `Process::place_of_fact` reads it.
    pub place: Option<(u32, u32)>,
    pub fact: TaskFact,
}

/// What the guest asks of its host. Every call is answered by exactly one [`Answer`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Syscall {
    /// Answer `None` after `nanos`.
    Sleep {
        nanos: u64,
    },
    /// Nanoseconds on a clock: answer `Int`.
    Clock {
        kind: ClockKind,
    },
    /// A new lock: answer `Int`, its number. `of`: number of the object it belongs to (a condition's waiter lock).
    LockNew {
        kind: SyncKind,
        name: Option<String>,
        of: Option<u64>,
    },
    /// A new named object that locks can belong to (condition, event, semaphore, queue …): answer `Int`.
    ObjectNew {
        kind: SyncKind,
        name: Option<String>,
    },
    /// Answer `Bool`: acquired or not. `name`: what the program calls it, told once when it becomes known.
    LockAcquire {
        lock: u64,
        blocking: bool,
        timeout_nanos: Option<u64>,
        name: Option<String>,
    },
    /// Answer `None`, or `Error` RuntimeError "release unlocked lock" / "cannot release un-acquired lock".
    LockRelease {
        lock: u64,
    },
    /// Answer `Int`: acquisitions of the RLock by this thread, or 1/0 for a locked or unlocked Lock.
    LockCount {
        lock: u64,
    },
    /// Something about an object with a number to show (queue depth, semaphore count, event flag): answer `None`.
    ObjectLevel {
        object: u64,
        level: i64,
    },
    ObjectName {
        object: u64,
        name: String,
    },
    /// Starts thread `thread` (already made by the VM): answer `Int`, its native id, or `Error` RuntimeError
    /// "can't start new thread".
    ThreadStart {
        thread: ThreadId,
        name: String,
        daemon: bool,
    },
    /// Wait for the end of `thread`: answer `Bool`, ended or timed out.
    ThreadJoin {
        thread: ThreadId,
        timeout_nanos: Option<u64>,
    },
    /// A thread's name changed.
    ThreadName {
        thread: ThreadId,
        name: String,
    },
    /// Text for standard output (1) or error (2): answer `None`.
    Write {
        fd: u8,
        text: String,
    },
    /// A line of standard input with its newline: answer `Str` ("" at the end).
    ReadLine,
    /// `sys.setswitchinterval`: answer `None`.
    SetSwitchInterval {
        nanos: u64,
    },
    GetSwitchInterval,
    /// Number of CPUs to show: answer `Int`.
    CpuCount,
    /// Process id: answer `Int`.
    GetPid,
    GetParentPid,
    /// Native id of the calling thread: answer `Int`.
    NativeThreadId,
    /// The nice value of the thread with this native id (0: the caller), set first where one is given: answer `Int`, or
    /// `Error` RuntimeError where nobody has it.
    Priority {
        native_id: u64,
        nice: Option<i8>,
    },
    /// Simulated I/O (network, disk) of `nanos`, shown as `what`: answer `None`.
    Io {
        nanos: u64,
        what: String,
    },
    /// A native call computes for `nanos` without the GIL: answer `None`.
    Compute {
        nanos: u64,
    },
    /// Give others a chance (`time.sleep(0)`, `os.sched_yield`): answer `None`.
    Yield,
    /// An exception left the outermost frame of a thread: for the trace. Answer `None`.
    Uncaught {
        text: String,
    },
    /// A remark for the reader of the trace. Answer `None`.
    Note {
        text: String,
    },
    /// The process ends with this status; remaining (daemon) threads are cut. Not answered.
    ExitProcess {
        status: i32,
    },
    /// What concerns several processes.
    Process(ProcessCall),
}

/// The host's answer to a syscall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(String),
    Bytes(#[serde(with = "crate::byte_runs")] Arc<[u8]>),
    /// A tuple.
    Ints(Vec<i64>),
    /// Raise this subclass of OSError with number and words.
    OsError {
        class: String,
        number: i64,
        message: String,
    },
    /// Raise this built-in exception class with this message.
    Error {
        class: String,
        message: String,
    },
    /// What a native returned that had let go of the GIL.
    #[cfg(feature = "live")]
    Plain(crate::away::Plain),
    /// It is the process's turn to do something with the files that others share; what they have done since its last turn. None.
    #[cfg(feature = "live")]
    Files(Vec<crate::modules::files::Change>),
    /// A signal came in between: its handlers run, and the call goes on with `ProcessCall::ResumeWait`.
    Interrupted,
}
