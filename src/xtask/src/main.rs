//! The project's own build tool: sets up what it needs, builds the page, serves, tests and measures it.
//!
//! Keeps true: every command works from a clean clone with rustup, Node.js and a network, uses what is already
//! on the machine, says in plain sentences what it does, and ends a failure with one sentence that says what to
//! do. Must not know: anything about what the crates do inside; it uses none of them.

mod bench;
mod bundle;
mod calibrate;
mod cpython_tests;
mod deps;
mod fidelity;
mod files;
mod fuzz;
mod golden;
mod lessons;
mod live_bench;
mod process;
mod pythons;
mod serve;
mod setup;
mod size;
mod stress;
mod test;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask COMMAND [OPTIONS]

  serve [--port N] [--no-open] [--no-isolation]   build the page and serve it
  build                                           leave the page in dist/, for any static host
  test [STEP...]                                  everything that CI checks, or the steps named
  golden [--check] [FILTER]                       record (or verify) what CPython prints for tests/programs
  calibrate [--python VERSION] [--stdout]         measure CPython's costs for the virtual clock
  bench [--runs N] [FILTER]                       compare with CPython
  bench fidelity [--runs N] [--cli P] [FILTER]    what the virtual clock predicts, beside CPython on 1 and 2 cores
  bench live                                      two at a time, tasks and costs of live runs in Chromium, with the ideal
  bench stress                                    very many threads, hand-overs and busy waits: time and memory
  cpython-tests [--verbose] [FILTER]              run CPython's own tests on our VM
  fuzz [TARGET] [SECONDS] [--seed N]              try random inputs on the compiler, the VM and the modules
  setup                                           only install what the other commands need
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let result = match command.as_str() {
        "serve" => serve::command(&rest),
        "build" => bundle::command(&rest),
        "test" => test::command(&rest),
        "golden" => golden::command(&rest),
        "calibrate" => calibrate::command(&rest),
        "bench" => bench::command(&rest),
        "cpython-tests" => cpython_tests::command(&rest),
        "fuzz" => fuzz::command(&rest),
        "setup" => setup::command(&rest),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
