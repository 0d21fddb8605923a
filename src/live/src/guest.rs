//! The interpreter in the trace's terms.

use interleave_python::exit::{Exit, Syscall, ThreadId};
use interleave_python::process::Process;
use interleave_trace::{SourceId, SourceRange};

use crate::machine::{Fact, LiveMachine};

/// Where the thread is in the program itself; nowhere in library modules and modules beside the program.
pub(crate) fn place(process: &Process, thread: ThreadId, source: SourceId) -> SourceRange {
    let program = process.sources.iter().position(|s| !s.embedded);
    process
        .place(thread)
        .filter(|place| program == usize::try_from(place.source).ok())
        .map_or(SourceRange::NONE, |place| SourceRange { source, start: place.start, end: place.end, line: place.line })
}

/// After a stretch of bytecode: tells what the thread did to files, if that was its turn or there are about to be others.
pub(crate) fn changes(process: &mut Process, machine: &mut LiveMachine, thread: ThreadId, exit: &Exit) {
    let used = process.has_used_files();
    if used || matches!(exit, Exit::Syscall(Syscall::Process(call)) if call.is_about_files()) {
        let changes = process.take_changes(machine.is_first());
        machine.changed(thread, changes, used);
    }
}

/// What the guest's event loop did in the stretch that has just ended.
pub(crate) fn facts(process: &mut Process, source: SourceId) -> Vec<Fact> {
    if !process.has_task_facts() {
        return Vec::new();
    }
    let program = process.sources.iter().position(|s| !s.embedded);
    let facts = process.take_task_facts().into_iter();
    let here = |at| {
        let place = process.place_of_fact(at).filter(|place| program == usize::try_from(place.source).ok());
        place.map_or(SourceRange::NONE, |place| SourceRange {
            source,
            start: place.start,
            end: place.end,
            line: place.line,
        })
    };
    facts.map(|f| Fact { at_picos: f.at_picos, range: f.place.map_or(SourceRange::NONE, here), fact: f.fact }).collect()
}
