//! A process as bytes: what a fork sends to another worker.

use interleave_python::process::Process;
use interleave_trace::ObjectKind;
use serde::{Deserialize, Serialize};

/// A lock, or another object, as the copy of a process inherits it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inherited {
    pub kind: ObjectKind,
    pub name: String,
    /// Number of the object it belongs to.
    pub of: Option<u32>,
    pub count: u32,
    /// Held by the thread that lives on; else by one that the copy does not have, for ever.
    pub own: bool,
}

/// The copy of a process: its guest, and what its machine knows of locks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Image {
    pub process: Process,
    pub objects: Vec<Inherited>,
}

/// The whole process, to be read by the same build.
///
/// `None`: it could not be written, which is a bug of ours; a fork then fails.
#[must_use]
pub fn to_bytes(image: &Image) -> Option<Vec<u8>> {
    postcard::to_allocvec(image).ok()
}

/// The process that was written; `None` for anything else.
#[must_use]
pub fn from_bytes(bytes: &[u8]) -> Option<Image> {
    postcard::from_bytes(bytes).ok()
}
