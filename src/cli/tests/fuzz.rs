//! A little fuzzing of each target, always with the same inputs; `cargo xtask fuzz` does more.

use std::path::Path;

use anyhow::Result;
use interleave_cli::fuzz::{Chance, TARGETS, attempt, corpus, try_input};

/// Inputs of each target.
const TRIES: usize = 60;

#[test]
fn no_input_makes_anything_fall_over() -> Result<()> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    for target in TARGETS {
        let texts = corpus(&tests, target)?;
        let mut chance = Chance::new(20_261_125);
        let tries = if target == "vm" { TRIES / 2 } else { TRIES };
        for _ in 0..tries {
            attempt(target, &mut chance, &texts, None)?;
        }
    }
    Ok(())
}

/// What fuzzing found once: `tests/fuzz/found/TARGET-….txt`.
#[test]
fn what_was_found_stays_mended() -> Result<()> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/found");
    let mut tried = 0;
    for entry in std::fs::read_dir(found)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        try_input(name.split('-').next().unwrap_or_default(), &std::fs::read_to_string(&path)?)?;
        tried += 1;
    }
    assert!(tried > 0, "the folder of findings is empty");
    Ok(())
}
