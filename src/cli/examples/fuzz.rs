//! `fuzz TARGET SECONDS SEED [TESTS]`: see `interleave_cli::fuzz`. Ends with status 1 at the first input that fails, which
//! it prints; a slow input (over five seconds) is printed and counted.

use std::io::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use interleave_cli::fuzz::{Chance, attempt, corpus};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let target = arguments.next().context("which target?")?;
    let seconds: u64 = arguments.next().context("how many seconds?")?.parse()?;
    let seed: u64 = arguments.next().context("which seed?")?.parse()?;
    let tests = PathBuf::from(arguments.next().unwrap_or_else(|| "tests".to_owned()));
    let texts = corpus(&tests, &target)?;
    std::panic::set_hook(Box::new(|info| {
        let _ = writeln!(std::io::stderr(), "{info}");
    }));
    let mut last = std::env::temp_dir();
    last.push(format!("interleave-fuzz-{target}-{seed}.txt"));
    let mut chance = Chance::new(seed);
    let begin = Instant::now();
    let (mut tried, mut slow) = (0u64, 0u64);
    while begin.elapsed() < Duration::from_secs(seconds) {
        let started = Instant::now();
        attempt(&target, &mut chance, &texts, Some(&last))?;
        tried += 1;
        if started.elapsed() > Duration::from_secs(5) {
            slow += 1;
            let mut kept = last.clone();
            kept.set_extension(format!("slow-{slow}.txt"));
            std::fs::copy(&last, &kept)?;
            println!("{target}: {:.1} s for the input in {}", started.elapsed().as_secs_f64(), kept.display());
        }
    }
    println!("{target}: {tried} inputs in {seconds} s (seed {seed}), {slow} of them slow, none failed");
    Ok(())
}
