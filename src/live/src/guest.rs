//! The interpreter in the trace's terms.

use interleave_python::exit::ThreadId;
use interleave_python::process::Process;
use interleave_trace::{SourceId, SourceRange};

/// Where the thread is in the program itself; nowhere in library modules and modules beside the program.
pub(crate) fn place(process: &Process, thread: ThreadId, source: SourceId) -> SourceRange {
    let program = process.sources.iter().position(|s| !s.embedded);
    process
        .place(thread)
        .filter(|place| program == usize::try_from(place.source).ok())
        .map_or(SourceRange::NONE, |place| SourceRange { source, start: place.start, end: place.end, line: place.line })
}
