//! Looking for busy waits costs little where there are none.

#![expect(clippy::expect_used, reason = "a test stops where it cannot go on")]

use interleave_python::exit::{Answer, Budget, Exit, Syscall, ThreadId};
use interleave_python::process::{Config, Process};

/// Runs a program to its end; what it wrote to its heap, copies of shared pages included.
fn written_bytes(source: &str) -> u64 {
    let mut process = Process::boot(source, "main.py", Config::default()).expect("it compiles");
    let main = ThreadId(0);
    let before = process.heap.written_bytes();
    loop {
        match process.run(main, Budget { picos: u64::MAX / 4, switch_point: false }).exit {
            Exit::Finished | Exit::Syscall(Syscall::ExitProcess { .. }) => {
                return process.heap.written_bytes() - before;
            }
            Exit::Syscall(_) => process.answer(main, Answer::None),
            _ => {}
        }
    }
}

#[test]
fn a_loop_that_calls_is_not_looked_at_in_every_turn() {
    // Every look marks the pages as shared, and the next append copies the page with the list: 20,000 of them were gigabytes.
    let source = "items = []\nn = 0\nwhile n < 20_000:\n    items.append(n)\n    n += 1\n";
    let bytes = written_bytes(source);
    assert!(bytes < 16 << 20, "{bytes}");
}
