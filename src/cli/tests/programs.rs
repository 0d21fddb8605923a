//! Every program under `tests/programs`, against what CPython printed: one test per topic. `CASE=part-of-a-name` in the
//! environment picks cases.

#![expect(clippy::panic, reason = "a panic shows the differences as they are, over several lines")]

use std::path::{Path, PathBuf};

use anyhow::Result;
use interleave_cli::cases::check_topic;

fn programs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs")
}

/// Fails with all differences, readably.
fn check(topic: &str, at_least: usize) {
    let checked = match check_topic(&programs(), topic) {
        Ok(checked) => checked,
        Err(report) => panic!("{report:#}"),
    };
    let picked = std::env::var("CASE").is_ok_and(|part| !part.is_empty());
    assert!(picked || checked >= at_least, "{topic} has only {checked} cases");
}

#[test]
fn basics() {
    check("basics", 40);
}

#[test]
fn language() {
    check("language", 1);
}

#[test]
fn threads() {
    check("threads", 45);
}

#[test]
fn threads_demo() {
    check("threads-demo", 6);
}

#[test]
fn coroutines() {
    check("coroutines", 147);
}

#[test]
fn processes() {
    check("processes", 100);
}

#[test]
fn processes_demo() {
    check("processes-demo", 25);
}

#[test]
fn coroutines_demo() {
    check("coroutines-demo", 28);
}

#[test]
fn modules() {
    check("modules", 100);
}

/// A topic nobody runs would be a test that cannot fail.
#[test]
fn every_topic_has_a_test() -> Result<()> {
    let mut topics = Vec::new();
    for entry in std::fs::read_dir(programs())? {
        let path = entry?.path();
        if path.is_dir() {
            topics.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    topics.sort();
    assert_eq!(
        topics,
        [
            "basics",
            "coroutines",
            "coroutines-demo",
            "language",
            "modules",
            "processes",
            "processes-demo",
            "threads",
            "threads-demo"
        ]
    );
    Ok(())
}
