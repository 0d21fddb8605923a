//! Messages between the page and the engine's worker.
//!
//! A message is one `Uint8Array`, transferred, not copied:
//!
//! ```text
//! byte 0      version of this protocol
//! byte 1..    the message, postcard-encoded
//! ```
//!
//! Page and worker come from one build, so another version means a stale cached worker: the page then says so instead of
//! misreading it. `run` numbers the runs of a page; an answer that belongs to a run the page has left is dropped there.

use interleave_trace::{Outcome, TraceChunk, TrackId};
use serde::{Deserialize, Serialize};

use crate::settings::{Limits, Settings};

/// Changes with every change to the types below.
pub const VERSION: u8 = 3;
/// No message is longer; a chunk of trace is cut well below.
pub const MAX_BYTES: usize = 64 << 20;

/// Page to worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToEngine {
    /// Starts a run; one that is still going is dropped.
    Run(RunRequest),
    /// Starts a run for real, under the clock on the wall; the policy and the schedule do not apply.
    RunLive(LiveRequest),
    /// Holds the live run at its next switch points, or lets it go on.
    Pause { run: u32, paused: bool },
    /// Stops the run; what it has done so far stays and is reported by [`FromEngine::Finished`].
    Cancel { run: u32 },
    /// Asks for the threads' frames and variables at a time. Only the newest question needs an answer.
    Inspect { run: u32, at_nanos: u64 },
    /// Asks for the next time, in `direction`, at which some thread begins a line.
    StepLine { run: u32, at_nanos: u64, direction: Direction },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunRequest {
    pub run: u32,
    pub source: String,
    #[serde(with = "settings_as_json")]
    pub settings: Settings,
    pub limits: Limits,
    /// Recorded choices to follow, in order; past its end the policy decides.
    pub schedule: Vec<u32>,
}

/// A run for real.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LiveRequest {
    pub run: RunRequest,
    /// Whether idle workers are kept at hand, so that a process starts at once.
    pub warm: bool,
    /// Whether threads get wasm threads where the page can have them.
    pub wasm_threads: bool,
    /// Processes, and threads of one, at a time, at most.
    pub processes: u32,
    pub threads: u32,
    /// Real time, at most.
    pub wall_nanos: u64,
}

impl LiveRequest {
    /// With the limits that the page has.
    #[must_use]
    pub fn of(run: RunRequest) -> Self {
        Self { run, warm: true, wasm_threads: true, processes: 64, threads: 1_000, wall_nanos: 300_000_000_000 }
    }
}

/// Settings leave their defaults out, which only a format with field names can read back: they travel as their JSON.
mod settings_as_json {
    use serde::de::Error as _;
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::settings::Settings;

    pub(super) fn serialize<S: Serializer>(settings: &Settings, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&serde_json::to_string(settings).map_err(S::Error::custom)?)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Settings, D::Error> {
        serde_json::from_str(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    Forward,
    Back,
}

/// Worker to page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_family = "wasm"),
    expect(clippy::large_enum_variant, reason = "a message is made, sent and dropped; none is kept in numbers")
)]
pub enum FromEngine {
    /// The worker can take messages.
    Ready {
        version: String,
    },
    /// The program cannot be run, and why; no trace follows.
    Diagnostics {
        run: u32,
        items: Vec<Diagnostic>,
    },
    /// The next part of the trace.
    Chunk {
        run: u32,
        chunk: TraceChunk,
    },
    Progress {
        run: u32,
        progress: Progress,
    },
    Finished {
        run: u32,
        finished: Finished,
    },
    Inspected {
        run: u32,
        inspected: Inspected,
    },
    /// Answers `StepLine`; `None`: there is no further line in that direction.
    SteppedTo {
        run: u32,
        at_nanos: Option<u64>,
    },
    /// This engine is the small one, and the program imports what only the whole one has: ask that one.
    NeedsWhole {
        run: u32,
    },
    /// The worker met a bug of ours and cannot go on.
    Fatal {
        message: String,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub virtual_nanos: u64,
    pub instructions: u64,
    pub events: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished {
    pub outcome: Outcome,
    pub progress: Progress,
    /// Equal for equal runs on every platform; `None` where the trace is too long to hash while the page waits.
    pub trace_hash: Option<String>,
    /// Choices the policy made, for a link that replays this run.
    pub schedule: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    Error,
    Warning,
}

/// Something is wrong at a place of the program. Lines and columns count from 1, columns in characters, as CPython's do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    pub severity: Severity,
    /// "SyntaxError", "Unsupported".
    pub kind: String,
    pub message: String,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    /// One past the last character.
    pub end_column: u32,
}

/// The program at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspected {
    pub at_nanos: u64,
    pub threads: Vec<ThreadView>,
    /// Module-level names that hold data.
    pub globals: Vec<Variable>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadView {
    /// A thread; or a task that is suspended, after its thread.
    pub track: TrackId,
    pub suspended: bool,
    /// The task whose turn it is on this thread: the frames from its coroutine on are its.
    pub task: Option<TrackId>,
    /// Innermost last.
    pub frames: Vec<Frame>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    pub function: String,
    /// 0: not in a source the user can see.
    pub line: u32,
    pub variables: Vec<Variable>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    pub name: String,
    /// `repr`, shortened.
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    #[error("the message has version {found}, this build speaks {VERSION}")]
    Version { found: u8 },
    #[error("the message is empty")]
    Empty,
    #[error("the message has {0} bytes, the limit is {MAX_BYTES}")]
    TooLong(usize),
    #[error("the message cannot be read: {0}")]
    Shape(String),
}

/// # Errors
/// When the message would be longer than [`MAX_BYTES`].
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, MessageError> {
    let bytes = postcard::to_extend(message, vec![VERSION]).map_err(|error| MessageError::Shape(error.to_string()))?;
    if bytes.len() > MAX_BYTES { Err(MessageError::TooLong(bytes.len())) } else { Ok(bytes) }
}

/// # Errors
/// When the bytes are not one whole message of this version.
pub fn decode<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, MessageError> {
    if bytes.len() > MAX_BYTES {
        return Err(MessageError::TooLong(bytes.len()));
    }
    let (&version, body) = bytes.split_first().ok_or(MessageError::Empty)?;
    if version != VERSION {
        return Err(MessageError::Version { found: version });
    }
    match postcard::take_from_bytes(body) {
        Ok((message, [])) => Ok(message),
        Ok((_, rest)) => Err(MessageError::Shape(format!("{} bytes too many", rest.len()))),
        Err(error) => Err(MessageError::Shape(error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> ToEngine {
        ToEngine::Run(RunRequest {
            run: 3,
            source: "print(1)\n".to_owned(),
            settings: Settings { cores: 8, seed: 9, ..Settings::default() },
            limits: Limits::default(),
            schedule: vec![1, 0],
        })
    }

    #[test]
    fn messages_survive_both_ways() {
        let to = [
            request(),
            ToEngine::Cancel { run: 1 },
            ToEngine::StepLine { run: 1, at_nanos: u64::MAX, direction: Direction::Back },
        ];
        for message in to {
            let bytes = encode(&message).unwrap_or_default();
            assert_eq!(decode::<ToEngine>(&bytes), Ok(message));
        }
        let from = FromEngine::Finished {
            run: 1,
            finished: Finished {
                outcome: Outcome::Deadlock("a waits for b".to_owned()),
                progress: Progress::default(),
                trace_hash: Some("00ff".to_owned()),
                schedule: vec![3],
            },
        };
        let bytes = encode(&from).unwrap_or_default();
        assert_eq!(decode::<FromEngine>(&bytes), Ok(from));
    }

    #[test]
    fn settings_survive_though_defaults_are_left_out_of_json() {
        let message = ToEngine::Run(RunRequest {
            run: 0,
            source: String::new(),
            settings: Settings::default(),
            limits: Limits::default(),
            schedule: Vec::new(),
        });
        let bytes = encode(&message).unwrap_or_default();
        assert_eq!(decode::<ToEngine>(&bytes), Ok(message));
    }

    #[test]
    fn another_version_and_broken_bytes_are_refused() {
        let mut bytes = encode(&request()).unwrap_or_default();
        assert_eq!(decode::<ToEngine>(&[]), Err(MessageError::Empty));
        for end in 1..bytes.len() {
            assert!(decode::<ToEngine>(&bytes[..end]).is_err());
        }
        bytes.push(0);
        assert!(matches!(decode::<ToEngine>(&bytes), Err(MessageError::Shape(_))));
        bytes[0] = VERSION + 1;
        assert_eq!(decode::<ToEngine>(&bytes), Err(MessageError::Version { found: VERSION + 1 }));
    }
}
