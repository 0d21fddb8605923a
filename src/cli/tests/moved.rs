//! A run whose processes are turned into bytes and back on the way leaves the trace of a run that was left alone.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use interleave_python::process::Process;
use interleave_sim::{RunSettings, Simulation, WorkBudget};

/// Topic, case, and instructions between two moves: odd, so that they fall anywhere.
const CASES: [(&str, &str, u64); 8] = [
    ("language", "book-events", 3_001),
    ("language", "book-match", 1_501),
    ("language", "generators-yield-from", 97),
    ("language", "generator-throw-same-exception", 53),
    ("language", "beginner-algorithms", 90_001),
    ("language", "exceptions-groups", 101),
    ("language", "classes-metaclass", 101),
    ("language", "context-managers", 101),
];

fn hash(source: &str, moved_every: Option<u64>) -> Result<(String, u32)> {
    let mut simulation = Simulation::new(source, "main.py", &RunSettings::default())?.forward_only();
    let mut moves = 0;
    loop {
        let instructions = moved_every.unwrap_or(u64::MAX);
        if simulation.run_until(WorkBudget { instructions, until_nanos: None }).done {
            break;
        }
        if moves < 12 {
            let mut failure = None;
            simulation.exchange_processes(|process| {
                let copied = postcard::to_allocvec(process).and_then(|bytes| postcard::from_bytes::<Process>(&bytes));
                copied.map_err(|error| failure = Some(error)).ok()
            });
            ensure!(failure.is_none(), "{failure:?}");
            moves += 1;
        }
    }
    Ok((format!("{:?}", simulation.finish().hash()), moves))
}

#[test]
fn a_run_that_is_moved_leaves_the_same_trace() -> Result<()> {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs");
    for (topic, case, every) in CASES {
        let path = programs.join(topic).join(case).join("main.py");
        let source = std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
        let (alone, _) = hash(&source, None)?;
        let (moved, moves) = hash(&source, Some(every))?;
        ensure!(moves > 1, "{case} was not moved");
        ensure!(alone == moved, "{case}: the trace of the moved run differs");
    }
    Ok(())
}
