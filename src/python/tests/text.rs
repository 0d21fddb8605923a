//! What programs print about numbers, strings and formatting, against what CPython prints.

#![expect(clippy::panic, reason = "a test that cannot go on fails")]

use interleave_python::exit::{Answer, Budget, Exit, Syscall, ThreadId};
use interleave_python::process::{Config, Process};

/// Runs a single-threaded program to its end and gives its standard output.
fn output_of(name: &str, source: &str) -> String {
    let main = ThreadId(0);
    let mut process = match Process::boot(source, name, Config::default()) {
        Ok(process) => process,
        Err(problems) => panic!("{name} does not compile: {problems:?}"),
    };
    let (mut out, mut errors) = (String::new(), String::new());
    loop {
        match process.run(main, Budget { picos: u64::MAX / 4, switch_point: false }).exit {
            Exit::Syscall(Syscall::ExitProcess { .. }) | Exit::Finished => break,
            Exit::Syscall(Syscall::Write { fd: 1, text }) => {
                out.push_str(&text);
                process.answer(main, Answer::None);
            }
            Exit::Syscall(Syscall::Write { text, .. }) => {
                errors.push_str(&text);
                process.answer(main, Answer::None);
            }
            Exit::Syscall(Syscall::LockAcquire { .. }) => process.answer(main, Answer::Bool(true)),
            Exit::Syscall(
                Syscall::LockNew { .. }
                | Syscall::ObjectNew { .. }
                | Syscall::GetPid
                | Syscall::NativeThreadId
                | Syscall::LockCount { .. }
                | Syscall::Clock { .. },
            ) => process.answer(main, Answer::Int(1)),
            Exit::Syscall(_) => process.answer(main, Answer::None),
            Exit::Limit(limit) => panic!("{name} reached a limit: {limit}"),
            Exit::BudgetSpent | Exit::SwitchPoint => {}
        }
    }
    assert!(errors.is_empty(), "{name} wrote to standard error:\n{errors}");
    out
}

fn compare(name: &str, source: &str, golden: &str) {
    let out = output_of(name, source);
    let different: Vec<String> = golden
        .lines()
        .zip(out.lines())
        .filter(|(wanted, found)| wanted != found)
        .map(|(wanted, found)| format!("CPython: {wanted}\n   here: {found}"))
        .collect();
    assert!(
        different.is_empty(),
        "{} of {} cases of {name} differ:\n{}",
        different.len(),
        golden.lines().count(),
        different[..different.len().min(40)].join("\n")
    );
    assert_eq!(golden.lines().count(), out.lines().count(), "{name} stopped early");
}

#[test]
fn numbers_and_text() {
    compare(
        "numbers_and_text.py",
        include_str!("data/numbers_and_text.py"),
        include_str!("data/numbers_and_text.golden"),
    );
}

#[test]
fn random_and_math() {
    compare("random_and_math.py", include_str!("data/random_and_math.py"), include_str!("data/random_and_math.golden"));
}
