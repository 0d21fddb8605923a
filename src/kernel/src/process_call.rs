//! What a thread asks of the kernel that concerns more than its own process: processes, the files they share, signals, and
//! objects and memory that belong to the machine.

use std::sync::Arc;

use interleave_trace::ObjectKind;
use serde::{Deserialize, Serialize};

use crate::settings::StartMethod;
use crate::table::ObjectId;

/// What a process does when a signal arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Disposition {
    /// It ends.
    Default,
    Ignore,
    /// The guest has a function for it.
    Handled,
}

/// A call. The answer's shape is in brackets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProcessCall {
    /// A copy of the calling process with the calling thread alone [`Number`](crate::Answer::Number): the process id of the
    /// child; the child's thread is answered 0 by the host, which makes the copy. `heap_bytes`: how much there is to share.
    Fork { name: String, daemon: bool, heap_bytes: u64, sentinel: Option<u32> },
    /// A process that starts from nothing [`Number`]. `keep`: files that are open in it, under their numbers.
    Spawn { name: String, daemon: bool, keep: Vec<u32>, argument: i64, method: StartMethod, sentinel: Option<u32> },
    /// The end of a child (any, if not said which) [`Numbers`](crate::Answer::Numbers): its process id and its exit status
    /// or negative signal; 0 and 0 where none has ended and `block` is not set.
    Wait { child: Option<u64>, block: bool },
    /// [`Done`](crate::Answer::Done). Signal 0 only asks whether there is such a process.
    Kill { number: u64, signal: u8 },
    /// [`Done`].
    OnSignal { signal: u8, disposition: Disposition },
    /// The oldest signal whose handler is to be called [`Number`]; 0 if there is none.
    TakeSignal,
    /// The call that the last [`Interrupted`](crate::Answer::Interrupted) broke off, for what is left of its time [its
    /// answer]. Not `again`: it is given up [`Done`].
    ResumeWait { again: bool },
    /// [`Numbers`]: a descriptor to read and one to write, or two for both ways.
    Pipe { both_ways: bool },
    /// Names the pipe behind a descriptor for the reader, or makes it a part of another object [`Done`].
    NamePipe { fd: u32, name: Option<String>, of: Option<ObjectId> },
    /// [`Bytes`](crate::Answer::Bytes): at least one and at most `most`; none at the end.
    Read { fd: u32, most: u64 },
    /// [`Number`]: all bytes, however long that takes. `done`: how many went in already.
    Write { fd: u32, data: Arc<[u8]>, done: usize },
    /// [`Done`].
    Close { fd: u32 },
    /// A second descriptor for the same [`Number`].
    Duplicate { fd: u32 },
    /// A ticket for a descriptor that another process may take [`Number`].
    Export { fd: u32 },
    /// [`Number`]: the descriptor for a ticket. `keep`: others may come with the same ticket.
    Import { ticket: u64, keep: bool },
    /// [`Numbers`]: those of the descriptors that can be read, or are at their end.
    Poll { fds: Vec<u32>, timeout_nanos: Option<u64> },
    /// An object of the machine [`Object`](crate::Answer::Object). `permits`: how many may pass a semaphore.
    NewShared { kind: ObjectKind, name: Option<String>, of: Option<ObjectId>, permits: Option<u32> },
    /// How many may pass [`Number`].
    Permits { object: ObjectId },
    /// Memory of the machine [`Number`]: its number. `name`: by which others find it.
    NewRegion { name: Option<String>, bytes: u64 },
    /// [`Numbers`]: number and size of the memory of that name.
    OpenRegion { name: String },
    /// [`Done`]: the name is free again.
    Unlink { name: String },
    /// [`Bytes`].
    Load { region: u32, at: u64, bytes: u64 },
    /// [`Done`].
    Store { region: u32, at: u64, data: Arc<[u8]> },
    /// [`Done`]: an object's level changes; of a pool, by the work that the calling process does.
    LevelBy { object: ObjectId, by: i32 },
    /// [`Done`], when all that others do earlier is done.
    InOrder,
}
