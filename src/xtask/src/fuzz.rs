//! `cargo xtask fuzz [TARGET] [SECONDS]`: random inputs for the compiler, the VM, `re`, `json`, `format` and the codec.
//!
//! The inputs are made in `interleave_cli::fuzz`, from a seed that is another each day. What fails is printed with its seed;
//! put the input into `tests/fuzz/found/TARGET-what.txt` and mend it.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::files;
use crate::process::run;

const TARGETS: [&str; 6] = ["compile", "vm", "re", "json", "format", "codec"];
const DEFAULT_SECONDS: u64 = 60;

pub fn command(arguments: &[String]) -> Result<()> {
    let mut targets: Vec<&str> = TARGETS.to_vec();
    let mut seconds = DEFAULT_SECONDS;
    let mut seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs() / 86_400);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seed" => seed = arguments.next().context("--seed wants a number")?.parse()?,
            text if TARGETS.contains(&text) => targets = vec![text],
            text => {
                seconds = text.parse().with_context(|| {
                    format!("`{text}` is no target ({}) and no number of seconds", TARGETS.join(", "))
                })?;
            }
        }
    }
    let root = files::root()?;
    let build = ["build", "--release", "-p", "interleave-cli", "--example", "fuzz"];
    run(Command::new("cargo").args(build).current_dir(&root), "the fuzzer")?;
    let program = files::target(&root).join("release/examples/fuzz");
    let mut failed = Vec::new();
    for target in targets {
        let done = Command::new(&program)
            .args([target, &seconds.to_string(), &seed.to_string()])
            .arg(root.join("tests"))
            .current_dir(&root)
            .status()
            .with_context(|| format!("{} could not start", program.display()))?;
        if !done.success() {
            failed.push(target);
        }
    }
    if !failed.is_empty() {
        bail!("Fuzzing found something in: {} (seed {seed}).", failed.join(", "));
    }
    Ok(())
}
