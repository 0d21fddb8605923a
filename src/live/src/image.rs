//! A process as bytes: what a fork sends to another worker.

use interleave_python::process::Process;

/// The whole process, to be read by the same build.
///
/// `None`: it could not be written, which is a bug of ours; a fork then fails.
#[must_use]
pub fn to_bytes(process: &Process) -> Option<Vec<u8>> {
    postcard::to_allocvec(process).ok()
}

/// The process that was written; `None` for anything else.
#[must_use]
pub fn from_bytes(bytes: &[u8]) -> Option<Process> {
    postcard::from_bytes(bytes).ok()
}
