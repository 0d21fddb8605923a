//! The trace as a value.

use serde::{Deserialize, Serialize};

use crate::event::{Category, Events, State};
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
    /// An event loop: its level is the length of the ready queue, and a thread that waits for it is in its select.
    Loop,
    /// What a process has in memory for itself: its level is bytes, and nobody waits for it.
    Memory,
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

impl Default for Trace {
    /// A trace in which nothing has happened: what a reader starts from before the first
    /// [`TraceChunk`](crate::TraceChunk) arrives.
    fn default() -> Self {
        Self {
            version: VERSION,
            producer: String::new(),
            clock: Clock::Virtual,
            seed: 0,
            profile: String::new(),
            settings: String::new(),
            schedule: Vec::new(),
            strings: Vec::new(),
            sources: Vec::new(),
            tracks: Vec::new(),
            events: Events::default(),
            links: Vec::new(),
            end_nanos: 0,
            outcome: Outcome::Open,
        }
    }
}

impl TrackKind {
    /// Whether lanes of this kind go through [`State`]s.
    #[must_use]
    pub fn has_states(self) -> bool {
        matches!(self, Self::Thread | Self::Task)
    }
}

impl ObjectKind {
    /// Whether the object has one owner at a time (so its lane shows owners, not a level).
    #[must_use]
    pub fn has_owner(self) -> bool {
        matches!(self, Self::Gil | Self::Lock | Self::RLock)
    }

    /// The category of a wait for an object of this kind.
    #[must_use]
    pub fn wait_category(self) -> Category {
        match self {
            Self::Gil => Category::Gil,
            Self::Lock | Self::RLock | Self::Semaphore => Category::Lock,
            Self::Memory | Self::Queue | Self::Pipe | Self::Pool => Category::Queue,
            Self::Event | Self::Condition | Self::Barrier | Self::Future | Self::Loop => Category::Signal,
        }
    }
}

impl Trace {
    /// Where time in this state is booked; `None` once finished.
    #[must_use]
    pub fn category(&self, state: State) -> Option<Category> {
        Some(match state {
            State::Running { .. } => Category::Running,
            State::Runnable => Category::Runnable,
            State::GilWait { .. } => Category::Gil,
            State::Blocked { on, .. } => match self.track(on).map(|t| t.kind) {
                Some(TrackKind::Object(kind)) => kind.wait_category(),
                _ => Category::Lock,
            },
            State::Joining { .. } => Category::Join,
            State::Sleeping { .. } => Category::Sleep,
            State::Io { .. } => Category::Io,
            State::Finished { .. } => return None,
        })
    }

    /// The nearest process at or above the track.
    #[must_use]
    pub fn process_of(&self, id: TrackId) -> Option<TrackId> {
        let mut at = id;
        // invariant: a parent has a smaller id than its child; a log that breaks this (see `validate`) ends the walk.
        loop {
            let track = self.track(at)?;
            if track.kind == TrackKind::Process {
                return Some(at);
            }
            at = track.parent.filter(|p| p.0 < at.0)?;
        }
    }

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

    /// The name by which a track is told from all others: the main thread of a child process goes by its process's name.
    #[must_use]
    pub fn distinct_name(&self, id: TrackId) -> &str {
        let name = self.track_name(id);
        let is_thread = self.track(id).is_some_and(|track| track.kind == TrackKind::Thread);
        let process = self.track(id).and_then(|track| track.parent).filter(|_| is_thread && name == "MainThread");
        match process.map(|process| self.track(process)) {
            Some(Some(process)) if process.parent.is_some() => self.str(process.name),
            _ => name,
        }
    }

    #[must_use]
    pub fn source_text(&self, id: SourceId) -> &str {
        self.sources.get(id.0 as usize).map_or("", |s| self.str(s.text))
    }
}
