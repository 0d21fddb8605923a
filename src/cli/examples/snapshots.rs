//! What a copy of a process costs: `cargo run --release -p interleave-cli --example snapshots`.

use std::time::Instant;

use anyhow::{Context, Result, bail};
use interleave_python::exit::{Budget, Exit, ThreadId};
use interleave_python::process::{Config, Process};

/// Some 10 MB of small objects.
const SOURCE: &str = "x = [[i, str(i), {'k': i}] for i in range(20_000)]\nwhile True: pass\n";

fn main() -> Result<()> {
    let Ok(mut process) = Process::boot(SOURCE, "main.py", Config::default()) else {
        bail!("the program does not start")
    };
    for _ in 0..40 {
        match process.run(ThreadId(0), Budget { picos: 10_000_000_000, switch_point: false }).exit {
            Exit::BudgetSpent | Exit::SwitchPoint => {}
            exit => bail!("it left with {exit:?}"),
        }
    }
    println!("heap: {:.1} MB live", process.heap.live_bytes() as f64 / 1e6);
    for turn in 1..=5 {
        let begin = Instant::now();
        let copy = process.fork();
        let took = begin.elapsed();
        process.run(ThreadId(0), Budget { picos: 1_000_000, switch_point: false });
        println!("fork {turn}: {:.3} ms", took.as_secs_f64() * 1e3);
        drop(copy);
    }
    let begin = Instant::now();
    let bytes = postcard::to_allocvec(&process).context("it serialises")?;
    let written = begin.elapsed();
    let begin = Instant::now();
    let back: Process = postcard::from_bytes(&bytes).context("it comes back")?;
    let read = begin.elapsed();
    println!(
        "as bytes: {:.1} MB, {:.1} ms to write, {:.1} ms to read ({} slots)",
        bytes.len() as f64 / 1e6,
        written.as_secs_f64() * 1e3,
        read.as_secs_f64() * 1e3,
        back.heap.slots()
    );
    Ok(())
}
