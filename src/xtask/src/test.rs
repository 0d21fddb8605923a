//! `cargo xtask test`: everything CI checks, each step with its name and its time.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::process::{duration, run};
use crate::{bench, bundle, deps, files, golden, pythons, setup};

/// The crates that only exist for wasm.
const WASM_CRATES: [&str; 2] = ["interleave-app", "interleave-engine"];

type Step = (&'static str, &'static str, fn(&Path) -> Result<()>);

/// Cheap ones first: what fails, fails early.
const STEPS: [Step; 8] = [
    ("fmt", "the code is formatted", fmt),
    ("deps", "the dependency table", deps::check),
    ("clippy", "lints, native", clippy),
    ("native", "tests, native", native),
    ("golden", "the goldens are CPython's", goldens),
    ("clippy-wasm", "lints, wasm", clippy_wasm),
    ("page", "the page builds, within its budget", page),
    ("browser", "tests, in the browser", browser),
];

pub fn command(arguments: &[String]) -> Result<()> {
    let names: Vec<&str> = STEPS.iter().map(|(name, _, _)| *name).collect();
    if let Some(unknown) = arguments.iter().find(|argument| !names.contains(&argument.as_str())) {
        bail!("`test` has no step `{unknown}`: its steps are {}.", names.join(", "));
    }
    let root = files::root()?;
    let begin = Instant::now();
    let mut results: Vec<(&str, Duration, Result<()>)> = Vec::new();
    for (name, what, step) in STEPS {
        if !arguments.is_empty() && !arguments.iter().any(|argument| argument == name) {
            continue;
        }
        println!("\n== {name}: {what}");
        let step_begin = Instant::now();
        let result = step(&root);
        let took = step_begin.elapsed();
        match &result {
            Ok(()) => println!("== {name}: passed in {}", duration(took)),
            Err(error) => println!("== {name}: FAILED after {}: {error:#}", duration(took)),
        }
        // The browser tests need a page of this very state; the others stand alone.
        let stop = name == "page" && result.is_err();
        results.push((name, took, result));
        if stop {
            break;
        }
    }
    let failed: Vec<&str> = results.iter().filter(|(_, _, result)| result.is_err()).map(|(name, _, _)| *name).collect();
    println!();
    for (name, took, result) in &results {
        println!("{:<12} {:>12}  {}", name, duration(*took), if result.is_ok() { "passed" } else { "FAILED" });
    }
    println!(
        "{} steps passed, {} failed, in {}",
        results.len() - failed.len(),
        failed.len(),
        duration(begin.elapsed())
    );
    if !failed.is_empty() {
        bail!("These steps failed: {}. Run one alone with `cargo xtask test STEP`.", failed.join(", "));
    }
    Ok(())
}

fn cargo(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root);
    command
}

fn fmt(root: &Path) -> Result<()> {
    run(&mut cargo(root, &["fmt", "--all", "--check"]), "`cargo fmt --check` (run `cargo fmt`)")
}

fn clippy(root: &Path) -> Result<()> {
    let mut command = cargo(root, &["clippy", "--workspace", "--all-targets", "--locked"]);
    without_wasm_crates(&mut command);
    run(command.args(["--", "-D", "warnings"]), "`cargo clippy`")
}

fn clippy_wasm(root: &Path) -> Result<()> {
    setup::wasm_target(root)?;
    let mut command = cargo(root, &["clippy", "--locked", "--target", "wasm32-unknown-unknown"]);
    for name in WASM_CRATES {
        command.args(["--package", name]);
    }
    run(command.args(["--", "-D", "warnings"]), "`cargo clippy` for wasm")?;
    // The engine that the page loads first.
    let mut small = cargo(root, &["clippy", "--locked", "--target", "wasm32-unknown-unknown"]);
    small.args(["--package", "interleave-engine", "--no-default-features", "--", "-D", "warnings"]);
    run(&mut small, "`cargo clippy` for the small engine")
}

fn native(root: &Path) -> Result<()> {
    let mut command = cargo(root, &["test", "--workspace", "--locked"]);
    // A snapshot that changed is a failure here, never a new file.
    run(without_wasm_crates(&mut command).env("INSTA_UPDATE", "no"), "`cargo test`")
}

fn without_wasm_crates(command: &mut Command) -> &mut Command {
    for name in WASM_CRATES {
        command.args(["--exclude", name]);
    }
    command
}

/// Machines without a CPython still have the recorded goldens, against which `native` runs our VM.
fn goldens(root: &Path) -> Result<()> {
    if pythons::find("3.11").is_none() {
        println!("  CPython 3.11 is not on this machine: the recorded goldens are taken as they are");
        return Ok(());
    }
    golden::run(root, true, "")
}

fn page(_root: &Path) -> Result<()> {
    bundle::build().map(|_| ())
}

/// Runs `tests/browser/*.test.mjs` over the page and the command line that were just built.
fn browser(root: &Path) -> Result<()> {
    let folder = root.join("tests/browser");
    let tests: Vec<PathBuf> =
        files::walk(&folder)?.into_iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect();
    if tests.is_empty() {
        bail!("There are no tests in tests/browser.");
    }
    setup::node()?;
    setup::npm_packages(&folder)?;
    let chromium = setup::chromium()?;
    let mut command = Command::new("node");
    // One page at a time: on two cores, side by side they would time each other out.
    command.args(["--test", "--test-concurrency=1", "--test-timeout=300000"]).args(&tests).current_dir(root);
    command
        .env("CHROMIUM", chromium)
        .env("INTERLEAVE_CLI", bench::development_cli(root)?)
        .env("INTERLEAVE_XTASK", own_program()?);
    run(&mut command, "The browser tests (screenshots are in artefacts/)")
}

fn own_program() -> Result<PathBuf> {
    Ok(std::env::current_exe()?)
}
