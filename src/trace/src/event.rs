//! What can happen, and the columns it is kept in.

use serde::{Deserialize, Serialize};

use crate::ids::{SourceRange, StrId, TrackId};

/// What a thread (or task) is doing. Exactly one at a time; it holds from its event until the next `State` event of the
/// same track.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum State {
    /// On this core, executing. A thread of a process with a GIL that runs bytecode also holds the GIL; one that runs a
    /// GIL-releasing native call does not ([`EventKind::GilTake`] and [`EventKind::GilDrop`] say which).
    Running { core: TrackId },
    /// Could run, waits for a core: in the OS run queue.
    Runnable,
    /// Waits for the GIL of its process; `holder` is the thread that held it when the wait began.
    GilWait { holder: Option<TrackId> },
    /// Waits for a synchronisation object; `holder` is its owner when the wait began, where it has one.
    Blocked { on: TrackId, holder: Option<TrackId> },
    /// Waits for a thread, task or process to end.
    Joining { target: TrackId },
    /// `time.sleep`, `asyncio.sleep`, a timer.
    Sleeping { until_nanos: u64 },
    /// Waits for simulated or real I/O; `what` is words for the reader ("GET /items").
    Io { what: StrId },
    /// Did all its work, or was cut off.
    Finished { how: Finish },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Finish {
    Returned,
    /// An uncaught exception; its text.
    Raised(StrId),
    /// A daemon thread cut off at interpreter exit, a killed process, a cancelled task.
    Cut,
}

/// The categories of a lane's time bar. They sum to the lane's lifetime exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Category {
    Running,
    Runnable,
    Gil,
    Lock,
    Queue,
    Join,
    Sleep,
    Io,
    /// Waits on an event, a condition, a barrier: something another task must say.
    Signal,
}

impl Category {
    pub const ALL: [Self; 9] = [
        Self::Running,
        Self::Runnable,
        Self::Gil,
        Self::Lock,
        Self::Queue,
        Self::Signal,
        Self::Join,
        Self::Sleep,
        Self::Io,
    ];
    pub const COUNT: usize = Self::ALL.len();

    /// Position in [`ALL`](Self::ALL), for tables indexed by category.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Running => 0,
            Self::Runnable => 1,
            Self::Gil => 2,
            Self::Lock => 3,
            Self::Queue => 4,
            Self::Signal => 5,
            Self::Join => 6,
            Self::Sleep => 7,
            Self::Io => 8,
        }
    }
}

/// Why a thread let go of the GIL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GilDropReason {
    /// Another thread's drop request (after the switch interval), honoured at a switch point.
    Request,
    /// A blocking call, or a native call that releases the GIL.
    Blocking,
    /// CPython 2: 100 ticks are over.
    Ticks,
    /// The thread ended.
    Finished,
}

/// What happened to a synchronisation object. Written on the object's track; `by` is the acting thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LockAction {
    Acquire,
    /// A non-blocking or timed acquire that did not get it.
    Fail,
    Release,
    /// An object-specific happening with a number to show: a semaphore's count, a queue's depth, an event's flag (0/1),
    /// a barrier's arrivals.
    Level(i64),
    /// A pipe: so many bytes begin to go in. They come out with [`Receive`](Self::Receive)s that a
    /// [`Message`](crate::LinkKind::Message) link leads to.
    Send(u64),
    /// A pipe: so many bytes came out.
    Receive(u64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EventKind {
    /// First event of every track.
    Born,
    /// Thread and task tracks. `by` is who ended the previous wait (the waker), where somebody did.
    State { to: State, by: Option<TrackId> },
    /// On the GIL's track: `thread` took it.
    GilTake { thread: TrackId },
    /// On the GIL's track: `thread` let go of it.
    GilDrop { thread: TrackId, why: GilDropReason },
    /// On the GIL's track: `waiter` timed out after the switch interval and asks `holder` to drop it.
    GilRequest { waiter: TrackId, holder: TrackId },
    /// On an object's track.
    Lock { action: LockAction, by: TrackId },
    /// On a core's track: which thread runs there from now on (`None`: idle).
    Core { thread: Option<TrackId> },
    /// On a thread's track: text written to standard output or error.
    Output { stderr: bool, text: StrId },
    /// On a thread's track: it started `child` (thread, task, process).
    Spawn { child: TrackId },
    /// On the joining thread's track: the wait for `child` is over because `child` ended.
    Joined { child: TrackId },
    /// On a thread's track: an exception left its outermost frame.
    Uncaught { text: StrId },
    /// On a thread's track: the thread cannot go on, ever; part of the deadlock with this number.
    Deadlocked { cycle: u32 },
    /// On a task's track: the functions that await one another at this suspension, outermost first, joined by " → ".
    Chain { chain: StrId },
    /// On a loop's track: an iteration begins, with so many callbacks ready and timers ahead.
    LoopTurn { ready: u32, timers: u32, by: TrackId },
    /// On a task's track: its turn blocks the thread, so its whole loop stands still, with `ready` other tasks that could
    /// have run.
    LoopStall { ready: u32 },
    /// A remark for the reader ("worker replaced", "limit reached").
    Note { text: StrId },
}

/// One row of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Event {
    /// Nanoseconds since the start of the run on the trace's clock. Never smaller than the row before.
    pub at_nanos: u64,
    pub track: TrackId,
    pub kind: EventKind,
    /// Where in the program the acting thread was.
    pub range: SourceRange,
}

/// The events as parallel columns; the row index is `seq`, the total order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Events {
    pub at_nanos: Vec<u64>,
    pub track: Vec<TrackId>,
    pub kind: Vec<EventKind>,
    pub range: Vec<SourceRange>,
}

impl Events {
    #[must_use]
    pub fn len(&self) -> usize {
        self.at_nanos.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.at_nanos.is_empty()
    }

    pub fn push(&mut self, event: Event) {
        self.at_nanos.push(event.at_nanos);
        self.track.push(event.track);
        self.kind.push(event.kind);
        self.range.push(event.range);
    }

    #[must_use]
    pub fn get(&self, seq: usize) -> Option<Event> {
        Some(Event {
            at_nanos: *self.at_nanos.get(seq)?,
            track: *self.track.get(seq)?,
            kind: *self.kind.get(seq)?,
            range: *self.range.get(seq)?,
        })
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Event> + '_ {
        (0..self.len()).filter_map(|seq| self.get(seq))
    }

    /// Number of events at or before `at_nanos`: the `seq` that a playhead at that time has reached.
    #[must_use]
    pub fn count_until(&self, at_nanos: u64) -> usize {
        self.at_nanos.partition_point(|&t| t <= at_nanos)
    }
}
