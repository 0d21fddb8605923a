//! The same programs on both carriers: output, log, endings.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use interleave_live::{Clock, Cooperative, LiveSettings, StdExecutor, SystemClock, Turn, run_on_threads};
use interleave_python::process::{Config, Process};
use interleave_trace::{EventKind, Outcome, State, Trace, TrackId};

fn boot(text: &str) -> Process {
    Process::boot(text, "main.py", Config::default()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn settings() -> LiveSettings {
    LiveSettings { wall_nanos: 60_000_000_000, ..LiveSettings::default() }
}

fn on_threads(text: &str) -> (String, Trace) {
    let run =
        run_on_threads(boot(text), "main.py", text, settings(), SystemClock::start(), Arc::new(StdExecutor)).unwrap();
    run.wait();
    let now = run.now_nanos();
    let (out, trace) = run.look(|machine| {
        let out: String = machine.take_output().into_iter().map(|w| w.text).collect();
        let fresh = interleave_live::LiveMachine::new("", "", LiveSettings::default());
        (out, std::mem::replace(machine, fresh).finish(now))
    });
    (out, trace)
}

fn on_one_loop(text: &str) -> (String, Trace) {
    let mut run = Cooperative::new(boot(text), "main.py", text, settings(), SystemClock::start(), "event loop");
    let mut out = String::new();
    loop {
        let turn = run.turn();
        out.extend(run.take_output().into_iter().map(|w| w.text));
        match turn {
            Turn::Over => break,
            Turn::Again | Turn::Waits => {}
            Turn::At(at) => {
                std::thread::sleep(std::time::Duration::from_nanos(at.saturating_sub(run.now_nanos())));
            }
        }
    }
    (out, run.finish())
}

/// Runs on both; both must print `expected` and end with `status`, and write a legal log.
fn both(text: &str, expected: &str, status: i32) -> [Trace; 2] {
    [on_threads(text), on_one_loop(text)].map(|(out, trace)| {
        assert_eq!(out, expected);
        assert_eq!(trace.outcome, Outcome::Exited(status));
        assert_eq!(trace.validate(), Ok(()));
        trace
    })
}

fn count(trace: &Trace, is: impl Fn(&EventKind) -> bool) -> usize {
    trace.events.iter().filter(|event| is(&event.kind)).count()
}

#[test]
fn threads_share_a_lock_and_lose_nothing() {
    let text = "
import threading
lock = threading.Lock()
n = 0
def work():
    global n
    for _ in range(2000):
        with lock:
            n += 1
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(n, threading.active_count())
";
    for trace in both(text, "8000 1\n", 0) {
        assert_eq!(trace.tracks.iter().filter(|t| t.kind == interleave_trace::TrackKind::Thread).count(), 5);
    }
}

#[test]
fn sleeps_overlap_and_end_in_their_order() {
    let text = "
import threading, time
done = []
def nap(n):
    time.sleep(n / 20)
    done.append(n)
threads = [threading.Thread(target=nap, args=(n,)) for n in (3, 1, 2)]
for t in threads: t.start()
for t in threads: t.join()
print(done)
";
    for trace in both(text, "[1, 2, 3]\n", 0) {
        assert_eq!(count(&trace, |k| matches!(k, EventKind::State { to: State::Sleeping { .. }, .. })), 3);
    }
}

#[test]
fn a_queue_hands_everything_over() {
    let text = "
import threading, queue
q = queue.Queue(maxsize=2)
def producer():
    for i in range(200): q.put(i)
    q.put(None)
t = threading.Thread(target=producer)
t.start()
total = 0
while (item := q.get()) is not None:
    total += item
t.join()
print(total)
";
    both(text, "19900\n", 0);
}

#[test]
fn events_conditions_and_time_outs() {
    let text = "
import threading
event, condition = threading.Event(), threading.Condition()
ready = []
print(event.wait(0.01))
def waiter():
    event.wait()
    with condition:
        ready.append(1)
        condition.notify()
t = threading.Thread(target=waiter)
t.start()
event.set()
with condition:
    print(condition.wait_for(lambda: ready, timeout=30))
t.join()
lock = threading.Lock()
lock.acquire()
print(lock.acquire(timeout=0.01), lock.acquire(False))
";
    both(text, "False\n[1]\nFalse False\n", 0);
}

#[test]
fn two_busy_threads_ask_each_other_for_the_gil() {
    let text = "
import threading
def spin():
    x = 0
    for i in range(6_000_000): x += i
    return x
threads = [threading.Thread(target=spin) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print('done')
";
    for trace in both(text, "done\n", 0) {
        let requests = count(&trace, |k| matches!(k, EventKind::GilRequest { .. }));
        let takes = count(&trace, |k| matches!(k, EventKind::GilTake { .. }));
        assert!(requests >= 1, "the interval passes many times in such a loop");
        assert!(takes > requests);
    }
}

#[test]
fn a_daemon_is_cut_and_an_exception_is_printed() {
    let text = "
import threading, time
def forever():
    while True: time.sleep(0.001)
threading.Thread(target=forever, daemon=True).start()
def bad(): raise ValueError('no')
threading.excepthook = lambda args: print('hook', args.exc_value)
t = threading.Thread(target=bad)
t.start(); t.join()
raise SystemExit(3)
";
    for trace in both(text, "hook no\n", 3) {
        let cut = |k: &EventKind| {
            matches!(k, EventKind::State { to: State::Finished { how: interleave_trace::Finish::Cut }, .. })
        };
        assert_eq!(count(&trace, cut), 1);
    }
}

#[test]
fn a_deadlock_is_found_and_told() {
    let text = "
import threading, time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(0.02)
        with b: pass
def two():
    with b:
        time.sleep(0.02)
        with a: pass
for f in (one, two): threading.Thread(target=f).start()
";
    for (_, trace) in [on_threads(text), on_one_loop(text)] {
        assert_eq!(trace.validate(), Ok(()));
        let Outcome::Deadlock(report) = &trace.outcome else { panic!("{:?}", trace.outcome) };
        assert!(report.contains("waits for 'b', held by Thread-2 (two)"), "{report}");
    }
}

#[test]
fn an_endless_loop_stops_when_told() {
    let text = "while True: pass\n";
    let run =
        run_on_threads(boot(text), "main.py", text, settings(), SystemClock::start(), Arc::new(StdExecutor)).unwrap();
    run.stop();
    run.wait();
    assert!(run.is_over());
    let mut run = Cooperative::new(boot(text), "main.py", text, settings(), SystemClock::start(), "event loop");
    assert_eq!(run.turn(), Turn::Again);
    run.stop();
    assert_eq!(run.turn(), Turn::Over);
    assert_eq!(run.finish().outcome, Outcome::Stopped);
}

#[test]
fn limits_end_a_run_with_their_name() {
    let text = "while True: print('x' * 1000)\n";
    let settings = LiveSettings { output_bytes: 10_000, ..settings() };
    let mut run = Cooperative::new(boot(text), "main.py", text, settings, SystemClock::start(), "event loop");
    while run.turn() != Turn::Over {}
    let Outcome::Limit(message) = run.finish().outcome else { panic!() };
    assert!(message.contains("output limit"), "{message}");
}

#[test]
fn clocks_are_real() {
    let clock = SystemClock::start();
    let before = clock.now_nanos();
    let (out, trace) =
        on_one_loop("import time\na = time.monotonic()\ntime.sleep(0.05)\nprint(time.monotonic() - a >= 0.05)\n");
    assert_eq!(out, "True\n");
    assert!(trace.end_nanos >= 50_000_000 && clock.now_nanos() - before >= trace.end_nanos);
}

#[test]
fn tasks_are_lanes_of_their_thread() {
    let text = "
import asyncio
async def child(n):
    await asyncio.sleep(0.01)
    return n
async def main():
    tasks = [asyncio.create_task(child(n), name=f'child {n}') for n in range(3)]
    print(sum([await task for task in tasks]))
    lock = asyncio.Lock()
    async with lock:
        await asyncio.gather(child(1), child(2))
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)
    except TimeoutError:
        print('timed out')
asyncio.run(main())
";
    for trace in both(text, "3\ntimed out\n", 0) {
        let tasks = trace.tracks.iter().filter(|track| track.kind == interleave_trace::TrackKind::Task);
        let names: Vec<&str> = tasks.map(|track| trace.str(track.name)).collect();
        assert!(["child 0", "child 1", "child 2"].iter().all(|name| names.contains(name)), "{names:?}");
        assert!(count(&trace, |kind| matches!(kind, EventKind::State { to: State::Sleeping { .. }, .. })) >= 5);
        assert!(count(&trace, |kind| matches!(kind, EventKind::LoopTurn { .. })) >= 2);
    }
}

#[test]
fn a_task_that_blocks_takes_its_loop_with_it() {
    let text = "
import asyncio, time
async def rude():
    time.sleep(0.02)
async def main():
    await asyncio.gather(rude(), rude())
asyncio.run(main())
print('over')
";
    for trace in both(text, "over\n", 0) {
        assert!(count(&trace, |kind| matches!(kind, EventKind::LoopStall { .. })) >= 2);
    }
}

#[test]
fn a_run_that_is_held_executes_nothing_until_it_goes_on() {
    let text = "
n = 0
while n < 3_000_000:
    n += 1
print(n)
";
    let mut run = Cooperative::new(boot(text), "main.py", text, settings(), SystemClock::start(), "event loop");
    run.turn();
    run.pause(true);
    while run.turn() != Turn::Waits {}
    let before = run.instructions();
    assert_eq!(run.turn(), Turn::Waits);
    assert_eq!(run.instructions(), before);
    assert_eq!(run.machine().ended(), None, "held, not stuck");
    run.pause(false);
    while run.turn() != Turn::Over {}
    assert_eq!(run.take_output().into_iter().map(|w| w.text).collect::<String>(), "3000000\n");
    assert_eq!(run.finish().validate(), Ok(()));
}

/// Natives that let go of the GIL: what they return is what it is with the GIL.
const NATIVES: &str = "
import hashlib, re, random, threading, zlib
random.seed(7)
data = bytes(random.getrandbits(8) for _ in range(1000)) * 2000
text = 'abc def ' * 40000
numbers = [random.randrange(1000) for _ in range(20000)]
results = [None] * 2
def work(n):
    packed = zlib.compress(data, 1)
    results[n] = (hashlib.sha256(data).hexdigest(), zlib.crc32(data), zlib.adler32(data), zlib.decompress(packed) == data,
                  len(re.findall('d(e)f', text)), re.search('x', text), re.match('(abc )(?P<n>d)', text).span('n'),
                  sorted(numbers) == sorted(numbers, key=lambda n: n), sorted(iter(numbers), reverse=True)[0],
                  hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 40000, 40).hex()[:16])
    try:
        zlib.decompress(b'no zlib data' * 90000)
    except zlib.error as error:
        results[n] += (str(error),)
threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(results[0] == results[1], results[0])
";

#[test]
fn natives_without_the_gil_return_what_they_return_with_it() {
    let (with, _) = on_one_loop(NATIVES);
    let (without, trace) = on_threads(NATIVES);
    assert!(with.starts_with("True ('"), "{with}");
    assert_eq!(with, without);
    assert_eq!(trace.validate(), Ok(()));
    let drops =
        count(&trace, |k| matches!(k, EventKind::GilDrop { why: interleave_trace::GilDropReason::Blocking, .. }));
    assert!(drops > 20, "{drops}");
}

#[test]
fn numbers_sorted_by_all_of_the_pool_come_in_the_same_order() {
    let text = "
import hashlib, random
random.seed(7)
n = 20_000
lists = {
    'ints': [random.randrange(-500, 500) for _ in range(n)],
    'floats': [random.choice((0.0, -0.0, 1.5, random.random())) for _ in range(n)],
    'mixed': [random.choice((1, 1.0, 2, 0.5, 2**53, 2.0**53)) for _ in range(n)],
    'nan': [random.choice((float('nan'), 1.0, 2.0)) for _ in range(n)],
}
for name, numbers in lists.items():
    for reverse in (False, True):
        expected = list(numbers)
        expected.sort(reverse=reverse)
        print(name, reverse, hashlib.sha256(repr(sorted(numbers, reverse=reverse)).encode()).digest() == hashlib.sha256(repr(expected).encode()).digest())
";
    let (out, _) = on_threads(text);
    assert_eq!(out.matches("True\n").count(), 8, "{out}");
}

#[test]
fn two_threads_in_a_digest_hold_the_gil_at_no_time() {
    let text = "
import hashlib, threading
data = bytes(8_000_000)
def work():
    for _ in range(5): hashlib.sha3_256(data).hexdigest()
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
";
    let (_, trace) = on_threads(text);
    // While one computes, another takes the GIL: its carrier is in use, and it does not hold the lock.
    let (mut holder, mut before): (Option<TrackId>, u64) = (None, 0);
    let mut running: std::collections::BTreeMap<TrackId, Option<TrackId>> = std::collections::BTreeMap::new();
    let mut together = 0;
    for event in trace.events.iter() {
        let away = running.values().flatten().filter(|thread| Some(**thread) != holder).count();
        if away == 2 {
            together += event.at_nanos - before;
        }
        before = event.at_nanos;
        match event.kind {
            EventKind::GilTake { thread } => holder = Some(thread),
            EventKind::GilDrop { .. } => holder = None,
            EventKind::Core { thread } => drop(running.insert(event.track, thread)),
            _ => {}
        }
    }
    assert!(together > 10_000_000, "both compute at the same time: {together} ns");
}
