//! A process is a plain value: collecting at every safe point, forking it or sending it through serde in the middle of
//! a run must not change what it prints. Every program under `tests/programs/language` is run so.

#![expect(clippy::expect_used, reason = "a test stops where it cannot go on")]

use std::path::Path;

use interleave_python::exit::{Answer, Budget, Exit, Syscall, ThreadId};
use interleave_python::process::{Config, Process};

#[derive(Clone, Copy, PartialEq)]
enum Disturbance {
    None,
    CollectAlways,
    Fork,
    Serde,
}

/// Picoseconds of virtual time between two disturbances: odd, so that they fall everywhere.
const SLICE_PICOS: u64 = 7_000_003;
/// Some seconds: a program that waits for what this host never gives is reported, not waited for.
const MOST_SLICES: u64 = 2_000_000;
/// With a collection at every safe point a program takes a thousand times as long. Nineteen of twenty end in a third of this (the median is
/// 12); of the long ones, which compute for minutes so, what they print until here is compared.
const COLLECTED_SLICES: u64 = 300;
/// Serialising takes time by the size of the heap: only so many round trips a program, spread by doubling distances.
const ROUND_TRIPS: u32 = 12;

fn round_trip(process: &Process) -> Process {
    let bytes = postcard::to_allocvec(process).expect("a process serialises");
    postcard::from_bytes(&bytes).expect("and comes back")
}

/// What a program writes to standard output, or why it did not run to its end.
fn output(source: &str, disturbance: Disturbance) -> Result<String, String> {
    let mut process =
        Process::boot(source, "main.py", Config::default()).map_err(|problems| format!("{problems:?}"))?;
    if disturbance == Disturbance::CollectAlways {
        process.heap.collect_at_every_safe_point();
    }
    let main = ThreadId(0);
    let mut text = String::new();
    let (mut slice, mut next_trip, mut trips) = (0u64, 1u64, 0);
    loop {
        let exit = process.run(main, Budget { picos: SLICE_PICOS, switch_point: false }).exit;
        slice += 1;
        if disturbance == Disturbance::CollectAlways && slice > COLLECTED_SLICES {
            return Ok(text);
        }
        if slice > MOST_SLICES {
            return Err("it does not end".to_owned());
        }
        match exit {
            Exit::BudgetSpent | Exit::SwitchPoint => {}
            Exit::Finished => return Ok(text),
            Exit::Limit(limit) => return Err(limit),
            Exit::Syscall(call) => {
                let answer = match call {
                    Syscall::Write { fd, text: written } => {
                        if fd == 1 {
                            text.push_str(&written);
                        }
                        Answer::None
                    }
                    Syscall::ExitProcess { .. } => return Ok(text),
                    // Time passes, for those who wait for it.
                    Syscall::Clock { .. } => Answer::Int(5_000_000 + (slice as i64) * 1_000_000),
                    Syscall::GetSwitchInterval => Answer::Int(5_000_000),
                    Syscall::LockNew { .. } | Syscall::ObjectNew { .. } => Answer::Int(0),
                    Syscall::LockAcquire { .. } => Answer::Bool(true),
                    Syscall::CpuCount | Syscall::GetPid | Syscall::GetParentPid | Syscall::NativeThreadId => {
                        Answer::Int(1)
                    }
                    _ => Answer::None,
                };
                process.answer(main, answer);
            }
        }
        match disturbance {
            Disturbance::Fork => {
                // the parent writes no more, so the child must stand alone
                let child = process.fork();
                process = child;
            }
            Disturbance::Serde if slice >= next_trip && trips < ROUND_TRIPS => {
                process = round_trip(&process);
                trips += 1;
                next_trip = slice * 2;
            }
            _ => {}
        }
    }
}

/// The programs with what CPython prints for them.
fn programs() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs/language");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder of programs").flatten() {
        let path = entry.path();
        let settled = std::fs::read_to_string(path.join("case.toml")).is_ok_and(|toml| {
            // A host of its own answers the syscalls here: it has no standard input.
            !toml.contains("known_failure") && !toml.contains("stdin")
        });
        if let (true, Ok(source), Ok(golden)) =
            (settled, std::fs::read_to_string(path.join("main.py")), std::fs::read_to_string(path.join("stdout.txt")))
        {
            // Programs with a mistake never begin; what they are told is tested elsewhere.
            // Nor has it an event loop's select.
            if source.contains("import asyncio") {
                continue;
            }
            let begins = !golden.is_empty() || Process::boot(&source, "main.py", Config::default()).is_ok();
            if begins {
                found.push((path.display().to_string(), source, golden));
            }
        }
    }
    found.sort();
    assert!(found.len() > 40, "only {} programs found", found.len());
    found
}

fn check(disturbance: Disturbance) {
    let cut = disturbance == Disturbance::CollectAlways;
    let wrong: Vec<String> = programs()
        .into_iter()
        .filter(|(_, source, golden)| match output(source, disturbance) {
            Ok(text) if cut => !golden.starts_with(&text),
            Ok(text) => text != *golden,
            Err(_) => true,
        })
        .map(|(name, ..)| name)
        .collect();
    assert!(wrong.is_empty(), "printed something else: {wrong:#?}");
}

#[test]
fn programs_print_what_cpython_prints() {
    check(Disturbance::None);
}

#[test]
fn collecting_at_every_safe_point_changes_nothing() {
    check(Disturbance::CollectAlways);
}

#[test]
fn forking_at_any_point_changes_nothing() {
    check(Disturbance::Fork);
}

#[test]
fn sending_a_process_through_serde_changes_nothing() {
    check(Disturbance::Serde);
}
