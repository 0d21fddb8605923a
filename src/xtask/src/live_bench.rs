//! `cargo xtask bench live`: what live runs reach in Chromium on this machine, with the ideal beside it.
//!
//! The programs are in `tests/benches/live`; what a bare worker, message and wake-up take is measured in the same page.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::output;
use crate::{bundle, files, setup};

pub fn command(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.first() {
        bail!("`bench live` takes nothing, not `{unknown}`.");
    }
    let root = files::root()?;
    bundle::build()?;
    setup::npm_packages(&root.join("tests/browser"))?;
    let own = std::env::current_exe().context("the path of xtask is not known")?;
    let mut node = Command::new("node");
    node.arg(root.join("tests/benches/live/live.mjs")).current_dir(&root);
    node.env("CHROMIUM", setup::chromium()?).env("INTERLEAVE_XTASK", own);
    let told = output(&mut node, "The live benches in Chromium")?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "Live in Chromium on {cores} hardware threads; without a unit: time as a share of doing it one after the other\n"
    );
    println!("{:<46} {:>14} {:>14}", "", "measured", "ideal");
    for line in told.lines() {
        let mut words = line.split(';');
        let mut next = || words.next().unwrap_or_default();
        let (name, measured, ideal, unit) = (next(), next(), next(), next());
        let ideal = if ideal.is_empty() { "-".to_owned() } else { format!("{ideal} {unit}") };
        println!("{name:<46} {:>14} {:>14}", format!("{measured} {unit}").trim_end(), ideal.trim_end());
    }
    Ok(())
}
