//! The trace as a value.

use serde::{Deserialize, Serialize};

use crate::event::Events;
use crate::ids::{SourceId, StrId, TrackId};

/// Version of the data model and of the codec. A reader refuses a newer one.
pub const VERSION: u32 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clock {
    Virtual,
    Wall,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ObjectKind {
    Gil,
    Lock,
    RLock,
    Semaphore,
    Event,
    Condition,
    Barrier,
    Queue,
    Pipe,
    Pool,
    Future,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TrackKind {
    Core,
    Process,
    Thread,
    Task,
    Object(ObjectKind),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    pub kind: TrackKind,
    /// What the program or Python calls it: "MainThread", "Thread-1 (worker)", "counter_lock".
    pub name: StrId,
    /// Task → thread → process; object → process; core and main process: none.
    pub parent: Option<TrackId>,
    /// pid of a process, native id of a thread, number of a core or object.
    pub number: u64,
    pub daemon: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub name: StrId,
    /// The whole text, so that a saved trace shows its program.
    pub text: StrId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LinkKind {
    /// `from` started `to`.
    Spawn,
    /// `to` waited for the end of `from`.
    Join,
    /// `from` ended the wait of `to`.
    Wake,
    /// The GIL or a lock went from `from` to `to`.
    HandOver,
    /// Bytes or an item went from `from` to `to`.
    Message,
}

/// An arrow between two events (row numbers of [`Events`]); `from_seq <= to_seq`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Link {
    pub kind: LinkKind,
    pub from_seq: u32,
    pub to_seq: u32,
}

/// A choice the policy made: which of `candidates` (tracks, in the kernel's order) it took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub at_nanos: u64,
    pub kind: u8,
    pub candidates: Vec<u32>,
    pub chosen: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Still being written.
    Open,
    /// The program ended with this exit status.
    Exited(i32),
    /// Nothing can ever run again; the report in words.
    Deadlock(String),
    /// A limit ended the run; the message names it and says how to raise it.
    Limit(String),
    /// Stopped by the user or at `--until`.
    Stopped,
}

/// One run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    pub version: u32,
    /// "interleave-sim 0.1.0"
    pub producer: String,
    pub clock: Clock,
    pub seed: u64,
    pub profile: String,
    /// The settings of the run as JSON, for the reader and for "run again".
    pub settings: String,
    pub schedule: Vec<Decision>,
    pub strings: Vec<String>,
    pub sources: Vec<Source>,
    pub tracks: Vec<Track>,
    pub events: Events,
    pub links: Vec<Link>,
    /// End of the run; at least the time of the last event.
    pub end_nanos: u64,
    pub outcome: Outcome,
}

impl Trace {
    #[must_use]
    pub fn str(&self, id: StrId) -> &str {
        self.strings.get(id.0 as usize).map_or("", String::as_str)
    }

    #[must_use]
    pub fn track(&self, id: TrackId) -> Option<&Track> {
        self.tracks.get(id.0 as usize)
    }

    #[must_use]
    pub fn track_name(&self, id: TrackId) -> &str {
        self.track(id).map_or("", |t| self.str(t.name))
    }

    #[must_use]
    pub fn source_text(&self, id: SourceId) -> &str {
        self.sources.get(id.0 as usize).map_or("", |s| self.str(s.text))
    }
}
