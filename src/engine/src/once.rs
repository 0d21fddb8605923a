//! One program from start to end in one call, for benches and for tests of the wasm build: no page, no messages, no slices.

use interleave_protocol::{Limits, RunRequest, Settings};
use interleave_python::library;
use interleave_sim::WorkBudget;
use interleave_trace::EventKind;
use wasm_bindgen::prelude::*;

use crate::start::start_python;

/// Instructions between two looks at whether the run is over.
const SLICE: u64 = 50_000_000;

/// What a program printed to both streams, then one line on how it ended and the hash of its trace.
///
/// `library` is the text of `library.txt`; it may be empty where the program imports core modules only.
#[wasm_bindgen]
#[must_use]
pub fn run_once(source: &str, library: &str) -> String {
    if !library.is_empty() && library::needs_pack(source) {
        library::install_pack(library);
    }
    // The hidden part of a bench: no limit but the heap's.
    let limits = Limits {
        instructions: u64::MAX,
        virtual_nanos: u64::MAX / 2,
        output_bytes: 64 << 20,
        events: u64::MAX,
        ..Limits::default()
    };
    let request =
        RunRequest { run: 0, source: source.to_owned(), settings: Settings::default(), limits, schedule: Vec::new() };
    let mut simulation = match start_python(&request) {
        Ok(simulation) => simulation,
        Err(problems) => {
            let words = problems.into_iter().map(|problem| problem.message).collect::<Vec<_>>();
            return format!("refused: {}\n", words.join("; "));
        }
    };
    while !simulation.run_until(WorkBudget { instructions: SLICE, until_nanos: None }).done {}
    let trace = simulation.finish();
    let mut out = String::new();
    for event in trace.events.iter() {
        if let EventKind::Output { text, .. } = event.kind {
            out.push_str(trace.str(text));
        }
    }
    out.push_str(&format!("\n{:?} {}\n", trace.outcome, trace.hash()));
    out
}

/// Milliseconds are the caller's to measure: parses and compiles a program, and says how many instructions its top level became.
#[wasm_bindgen]
#[must_use]
pub fn compile_once(source: &str) -> usize {
    interleave_python::compile::compile_module(source, "main.py", interleave_python::compile::Mode::Module)
        .map_or(0, |compiled| compiled.code.instrs.len())
}
