//! Many threads that take locks, wait with time-outs, hand things over, compute without the GIL and end, again and again, on
//! threads of the operating system, while somebody else pauses, looks and stops. `INTERLEAVE_STRESS_SECONDS` says for how long;
//! a second by default. For ThreadSanitizer:
//!
//! ```text
//! RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=thread INTERLEAVE_STRESS_SECONDS=60 cargo test -Zbuild-std \
//!     --target x86_64-unknown-linux-gnu --target-dir target/tsan -p interleave-live --test stress
//! ```

use std::sync::Arc;
use std::time::{Duration, Instant};

use interleave_live::{LiveMachine, LiveSettings, StdExecutor, SystemClock, run_on_threads};
use interleave_python::process::{Config, Process};
use interleave_trace::Outcome;

const PROGRAM: &str = "
import hashlib, interleave, queue, threading, time

lock, condition, event = threading.Lock(), threading.Condition(), threading.Event()
semaphore, barrier, items = threading.BoundedSemaphore(2), threading.Barrier(3), queue.Queue(maxsize=3)
total = 0
turn = 0
data = bytes(400_000)

def adder():
    global total
    for n in range(200):
        with lock:
            total += 1
        if n % 50 == 0:
            time.sleep(0.0005)

def producer():
    for n in range(60):
        items.put(n)
    items.put(None)

def consumer():
    got = 0
    while items.get() is not None:
        got += 1
    results.append(got)

def turns(own):
    global turn
    for _ in range(20):
        with condition:
            condition.wait_for(lambda: turn % 2 == own)
            turn += 1
            condition.notify_all()

def native():
    for _ in range(3):
        with semaphore:
            hashlib.sha3_256(data).digest()
            interleave.busy(1)

def meet():
    for _ in range(10):
        barrier.wait()

def impatient():
    for _ in range(20):
        if lock.acquire(timeout=0.0002):
            lock.release()
        event.wait(0.0003)

results = []
work = [adder] * 3 + [producer, consumer] + [lambda: turns(0), lambda: turns(1)] + [native] * 3 + [meet] * 3 + [impatient] * 2
threads = [threading.Thread(target=one) for one in work]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(total, turn, results, threading.active_count())
";

#[test]
fn nothing_is_lost_and_nobody_waits_for_ever() {
    let seconds = std::env::var("INTERLEAVE_STRESS_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut rounds = 0_u32;
    while rounds < 3 || Instant::now() < end {
        let process = Process::boot(PROGRAM, "main.py", Config::default()).unwrap_or_else(|items| panic!("{items:?}"));
        // Another interval every time: from one that asks all the time to one that never does.
        let settings = LiveSettings {
            switch_interval_nanos: [5_000_000, 50_000, 1_000, 1_000_000_000][rounds as usize % 4],
            wall_nanos: 120_000_000_000,
            ..LiveSettings::default()
        };
        let clock = SystemClock::start();
        let run = run_on_threads(process, "main.py", PROGRAM, settings, clock, Arc::new(StdExecutor)).unwrap();
        let stops = rounds % 5 == 4;
        if rounds % 3 == 2 {
            run.pause(true);
            run.look(|machine| assert_eq!(machine.ended(), None));
            run.pause(false);
        }
        if stops {
            run.stop();
        }
        run.wait();
        let now = run.now_nanos();
        let (out, trace) = run.look(|machine| {
            let out: String = machine.take_output().into_iter().map(|written| written.text).collect();
            let fresh = LiveMachine::new("", "", LiveSettings::default());
            (out, std::mem::replace(machine, fresh).finish(now))
        });
        assert_eq!(trace.validate(), Ok(()), "round {rounds}");
        if !stops {
            assert_eq!(trace.outcome, Outcome::Exited(0), "round {rounds}: {out}");
            assert_eq!(out, "600 40 [60] 1\n", "round {rounds}");
        }
        rounds += 1;
    }
    println!("{rounds} rounds");
}
