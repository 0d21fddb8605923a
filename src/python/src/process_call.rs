//! What a guest asks of its host that concerns more than its own process: processes, the files they share, signals, and
//! objects and memory that belong to the machine.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::exit::SyncKind;

/// How a fresh process is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start {
    Spawn,
    Forkserver,
}

/// A call; the answer's shape is in brackets. Errors of the operating system come as
/// [`Answer::OsError`](crate::exit::Answer::OsError).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ProcessCall {
    /// A copy of the process with the calling thread alone [`Int`]: the process id of the child, and 0 in the child.
    /// `sentinel`: the descriptor that can be read once the child has ended.
    Fork {
        name: String,
        daemon: bool,
        sentinel: Option<u32>,
    },
    /// A process that starts from nothing and gets `argument` [`Int`]. The descriptors of `keep` are open in it.
    Spawn {
        name: String,
        daemon: bool,
        keep: Vec<u32>,
        argument: i64,
        start: Start,
        sentinel: Option<u32>,
    },
    /// [`Ints`]: process id and status of a child that has ended (a negative status is a signal), 0 and 0 if none has.
    Wait {
        child: Option<u64>,
        block: bool,
    },
    Kill {
        number: u64,
        signal: u8,
    },
    /// `handled`: by a function of the guest; `None`: the default; `Some(false)`: ignored.
    OnSignal {
        signal: u8,
        handled: Option<bool>,
    },
    /// [`Int`]: the oldest signal whose handler has to be called, 0 if there is none.
    TakeSignal,
    /// The call that the last [`Answer::Interrupted`](crate::exit::Answer::Interrupted) of this thread broke off, for what
    /// is left of its time; its answer. Not `again`: it is given up.
    ResumeWait {
        again: bool,
    },
    /// The name of the calling process.
    Name {
        name: String,
    },
    /// [`Ints`]: two descriptors.
    Pipe {
        both_ways: bool,
    },
    NamePipe {
        fd: u32,
        name: Option<String>,
        of: Option<u64>,
    },
    /// [`Bytes`]
    Read {
        fd: u32,
        most: u64,
    },
    /// [`Int`]
    Write {
        fd: u32,
        #[serde(with = "crate::byte_runs")]
        data: Arc<[u8]>,
    },
    Close {
        fd: u32,
    },
    /// [`Int`]
    Duplicate {
        fd: u32,
    },
    /// [`Int`]: a ticket for `Import` in another process.
    Export {
        fd: u32,
    },
    /// [`Int`]
    Import {
        ticket: u64,
        keep: bool,
    },
    /// [`Ints`]: the descriptors that can be read.
    Poll {
        fds: Vec<u32>,
        timeout_nanos: Option<u64>,
    },
    /// [`Int`]: the number of an object of the machine, good for `LockAcquire` and its kin in every process.
    NewShared {
        kind: SyncKind,
        name: Option<String>,
        of: Option<u64>,
        permits: Option<u32>,
    },
    /// [`Int`]
    Permits {
        object: u64,
    },
    /// [`Int`]
    NewRegion {
        name: Option<String>,
        bytes: u64,
    },
    /// [`Ints`]: number and size.
    OpenRegion {
        name: String,
    },
    Unlink {
        name: String,
    },
    /// [`Bytes`]
    Load {
        region: u32,
        at: u64,
        bytes: u64,
    },
    Store {
        region: u32,
        at: u64,
        #[serde(with = "crate::byte_runs")]
        data: Arc<[u8]>,
    },
    /// The level of an object of the machine changes. What a process adds to a pool's goes with it when it ends.
    LevelBy {
        object: u64,
        by: i32,
    },
    /// A real request, live, to the origin of the page; headers as lines. [`Plain`](crate::exit::Answer::Plain): status, reason, headers as
    /// lines, body. Never simulated: there is no such origin.
    Fetch {
        method: String,
        url: String,
        headers: String,
        #[serde(with = "crate::byte_runs")]
        body: Arc<[u8]>,
        timeout_nanos: Option<u64>,
    },
    /// What follows concerns what processes share (files): it comes after all that others did earlier.
    InOrder,
    /// [`Str`]: the start method that the user has chosen.
    StartMethod,
}

impl ProcessCall {
    /// Whether others see the files from here on.
    #[must_use]
    pub fn is_about_files(&self) -> bool {
        matches!(self, Self::Fork { .. } | Self::Spawn { .. } | Self::InOrder)
    }
}
