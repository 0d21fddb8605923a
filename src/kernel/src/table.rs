//! The kernel's tables: processes, their threads and objects, as plain values.
//!
//! Everything refers to everything else by index, so that a kernel can be cloned (a snapshot, a branch of a schedule
//! search) and a process' objects can be copied (`fork`).

use interleave_trace::sorted::{SortedMap, SortedSet};

use interleave_trace::{ObjectKind, SourceRange, TrackId};
use serde::{Deserialize, Serialize};

use crate::call::Answer;
use crate::channels::File;
use crate::process_call::{Disposition, ProcessCall};

/// Index of a process in the kernel's table (not the number that `os.getpid` shows).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pid(pub u32);

/// Index of a thread in the kernel's table, over all processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tid(pub u32);

/// Number of an object within its process: what the guest keeps, and what stays valid in a forked copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ObjectId(pub u32);

impl ObjectId {
    /// Marks the numbers of objects that belong to the machine and not to one process.
    pub(crate) const SHARED: u32 = 1 << 31;

    /// The place in the machine's own table, for an object that every process may use.
    pub(crate) fn shared(self) -> Option<usize> {
        (self.0 & Self::SHARED != 0).then_some((self.0 & !Self::SHARED) as usize)
    }
}

/// Key of a pending timer: when, and a number that makes the order total.
pub(crate) type TimerKey = (u64, u64);

/// What a thread is doing, as the kernel sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Status {
    Running {
        core: u32,
    },
    /// In the run queue, under this key.
    Runnable {
        vruntime: u64,
        seq: u64,
    },
    /// Waits for the GIL of its process: among its waiters (`Some`), or already signalled, or in a forced switch.
    GilWait {
        seq: Option<u64>,
    },
    /// Waits for an object: among its waiters (`Some`) or already signalled.
    Blocked {
        object: ObjectId,
        seq: Option<u64>,
    },
    Joining {
        target: Tid,
    },
    /// Waits for bytes, for room, for the end of a process: [`Thread::watch`] says what. `signalled`: it was woken.
    Watching {
        signalled: bool,
    },
    Sleeping,
    Io,
    /// Created, has not been runnable on any core yet.
    Starting,
    Finished,
}

/// What a thread has still to do on a core before the host may run it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Resume {
    /// Take the GIL, where there is one and the thread does not hold it, and go on.
    Go,
    /// Try to get the object first; wait again if somebody was faster.
    Try(ObjectId),
    /// Try the call that it waits with first; wait again if somebody was faster.
    Retry,
    /// Compute without the GIL for so long first.
    Native { nanos: u64 },
}

/// A call that takes the thread off the interpreter, ready to begin once the GIL is gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Wait {
    Sleep { nanos: u64 },
    Io { nanos: u64, what: String },
    Object { object: ObjectId, deadline: Option<u64> },
    Join { target: Tid, deadline: Option<u64> },
    Native { nanos: u64 },
    Watch(Box<Watch>),
}

/// A call that waits until it can be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Watch {
    pub call: ProcessCall,
    pub deadline: Option<u64>,
}

/// What happens when the forced switch is over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Forced {
    Retake,
    Begin(Wait),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Thread {
    pub process: Pid,
    /// The guest's number of this thread.
    pub local: u32,
    pub native_id: u64,
    pub name: String,
    pub daemon: bool,
    pub track: TrackId,
    pub status: Status,
    pub resume: Resume,
    /// Set while the thread waits for another to take the GIL it was asked for.
    pub forced: Option<Forced>,
    /// The call it is in, while that waits.
    pub watch: Option<Box<Watch>>,
    /// Counted among its GIL's contenders.
    pub wants_gil: bool,
    /// To be handed to the host with the next run.
    pub answer: Option<Answer>,
    /// When a timed wait ends.
    pub deadline: Option<u64>,
    /// The one pending timer of this thread.
    // invariant: a key of `Kernel::timers`; only `arm` and `disarm` touch it.
    pub timer: Option<TimerKey>,
    /// Who ended the wait, and the event that did: for the next state event.
    pub woken_by: Option<(TrackId, Option<u32>)>,
    /// It was signalled to go on where somebody runs: no core was idle, or it [stays](Self::stays).
    pub woken_busy: bool,
    /// It was signalled and is on its way to an idle core ([`Kernel::coming`](crate::Kernel)).
    pub coming: bool,
    /// A core's queue that it never left, as long as that core is in this [turn](crate::os::Core::turn).
    pub stays: Option<(u32, u64)>,
    /// It looked for the GIL when it was woken, in vain: its place among the GIL's [lookers](Gil::lookers).
    pub looked: Option<u64>,
    /// What its next coming onto a core takes besides.
    pub start_extra_nanos: u64,
    /// The event that started it, until its first change of state.
    pub spawned_by: Option<u32>,
    /// From -20 (gets most) to 19 (gets least).
    pub nice: i8,
    /// Weighted run time of the fair scheduler.
    pub vruntime: u64,
    pub cpu_nanos: u64,
    pub last_core: Option<u32>,
    /// Where the thread was when the host last reported.
    pub range: SourceRange,
    pub joiners: Vec<Tid>,
    /// Waits that signals broke off and that go on when the handlers are done, innermost last.
    pub interrupted: Vec<Wait>,
    /// Locks it owns, in the order of acquisition.
    pub held: Vec<ObjectId>,
    pub finished_seq: Option<u32>,
    pub tasks: crate::tasks::OfThread,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Process {
    pub track: TrackId,
    /// What `os.getpid` shows.
    pub number: u64,
    pub parent: Option<Pid>,
    /// Files it has open, by descriptor.
    pub files: SortedMap<u32, File>,
    /// What it does when a signal arrives, where that is not the default.
    pub signals: SortedMap<u8, Disposition>,
    /// Signals that arrived and whose handlers have not been called yet.
    pub pending_signals: Vec<u8>,
    /// What it has in memory before its own objects, in bytes; the lane, and what was last told.
    pub memory_base: u64,
    pub memory: Option<(TrackId, u64)>,
    /// The pool whose work it does.
    pub busy_in: Option<ObjectId>,
    /// Threads that wait for its end.
    pub watchers: Vec<Tid>,
    /// Somebody has asked for its exit status, after which it is gone.
    pub reaped: bool,
    /// The thread whose doing ended it, and the event.
    pub end: Option<(TrackId, Option<u32>)>,
    /// By the guest's numbers.
    pub threads: Vec<Option<Tid>>,
    pub objects: Vec<Object>,
    pub gil: Option<Gil>,
    /// Threads that have not finished.
    pub alive: u32,
    /// Stacks of ended threads that are kept for the next ones.
    pub stacks: u32,
    /// Exit status, or the negative number of the signal that ended it.
    pub exited: Option<i32>,
    /// By the guest's numbers.
    pub tasks: Vec<crate::tasks::Task>,
}

/// The global interpreter lock of one process.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Gil {
    pub track: TrackId,
    pub holder: Option<Tid>,
    pub last_holder: Option<Tid>,
    pub interval_nanos: u64,
    /// Waiting to be signalled, in the order of arrival.
    pub waiters: SortedMap<u64, GilWaiter>,
    /// Runnable threads that were woken beside the holder and found the GIL taken.
    pub lookers: SortedSet<(u64, Tid)>,
    /// When each waiter times out, modulo the interval: finds the next time-out without looking at all of them.
    pub phases: SortedSet<(u64, Tid)>,
    /// Waiters, signalled threads and threads in a forced switch.
    pub contenders: u32,
    pub drop_request: bool,
    pub request_timer: Option<TimerKey>,
    /// Threads that let go on request and wait until another took it.
    pub forced: Vec<Tid>,
    /// Who let go last, and the event.
    pub last_drop: Option<(Tid, Option<u32>)>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct GilWaiter {
    pub thread: Tid,
    pub phase: u64,
    /// It was signalled before in this wait and found the GIL taken again.
    pub came_late: bool,
}

/// Something that threads wait for or that is shown on the timeline.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Object {
    pub kind: ObjectKind,
    pub name: String,
    pub track: TrackId,
    /// Whether it has a track: copies made by a fork get theirs when they are first used.
    pub shown: bool,
    /// Semaphores of the machine: how many may still pass.
    pub permits: Option<u32>,
    /// The object this one is a private part of (a condition's waiter lock): waits show there, and its own acquisitions
    /// are not written down.
    pub of: Option<ObjectId>,
    pub owner: Option<Tid>,
    /// Acquisitions that have not been released: 0 or 1 for a plain lock.
    pub count: u32,
    pub waiters: SortedMap<u64, Tid>,
    pub last_release: Option<(Tid, Option<u32>)>,
    /// A loop's lock: the task that has it.
    pub task_owner: Option<TrackId>,
}
