//! How long `Process::fork` (the clone that shares pages) takes with a heap of some 10 MB: first, after all of it was written to, and after that.
//! `cargo run --release -p interleave-python --example fork`

use std::time::Instant;

use interleave_python::exit::{Answer, Budget, Exit, ThreadId};
use interleave_python::process::{Config, Process};

const PROGRAM: &str = "import time
rows = [[i, str(i), (i, i + 1), {'n': i}] for i in range(30_000)]
time.sleep(1)
for row in rows:
    row[0] += 1
time.sleep(1)
";

#[expect(clippy::disallowed_methods, reason = "it measures")]
fn main() {
    let mut process = match Process::boot(PROGRAM, "main.py", Config::default()) {
        Ok(process) => process,
        Err(problems) => return problems.iter().for_each(|p| eprintln!("{p}")),
    };
    let thread = ThreadId(0);
    // What is shared is copied when it is written to: a copy is kept over the whole run.
    let mut copies = Vec::new();
    loop {
        match process.run(thread, Budget { picos: 1_000_000_000_000_000, switch_point: false }).exit {
            Exit::Finished | Exit::Limit(_) => return,
            Exit::Syscall(_) => {
                let mut micros: Vec<f64> = Vec::new();
                for _ in 0..25 {
                    let begin = Instant::now();
                    copies.push(process.fork());
                    micros.push(begin.elapsed().as_secs_f64() * 1e6);
                }
                micros.sort_by(f64::total_cmp);
                println!(
                    "heap {:.1} MB: a fork takes {:.0} µs (median of 25, first or most {:.0})",
                    process.heap.live_bytes() as f64 / 1e6,
                    micros[12],
                    micros[24]
                );
                copies.truncate(1);
                process.answer(thread, Answer::None);
            }
            _ => {}
        }
    }
}
