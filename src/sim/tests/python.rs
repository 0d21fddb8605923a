//! The simulator over the real interpreter: whole programs.

#![expect(clippy::panic, reason = "a test that cannot go on says so")]

use interleave_kernel::{GilModel, PolicyChoice};
use interleave_sim::{Direction, Ended, LimitHit, RunSettings, Simulation, StartError, WorkBudget};
use interleave_trace::{
    Category, EventKind, LinkKind, LockAction, ObjectKind, SpanIndex, SpanKind, State, Stats, Trace, TrackId, TrackKind,
};

const ALL: WorkBudget = WorkBudget { instructions: u64::MAX, until_nanos: None };
const MS: u64 = 1_000_000;

struct Done {
    out: String,
    err: String,
    ended: Option<Ended>,
    trace: Trace,
}

fn start(source: &str, settings: &RunSettings) -> Simulation {
    match Simulation::new(source, "main.py", settings) {
        Ok(simulation) => simulation,
        Err(error) => panic!("{error}"),
    }
}

fn run_with(source: &str, settings: &RunSettings) -> Done {
    let mut simulation = start(source, settings);
    assert!(simulation.run_until(ALL).done);
    let (mut out, mut err) = (String::new(), String::new());
    for output in simulation.take_output() {
        if output.stderr { err.push_str(&output.text) } else { out.push_str(&output.text) }
    }
    let ended = simulation.ended().cloned();
    let trace = simulation.finish();
    if let Err(violations) = trace.validate() {
        panic!("{violations:#?}");
    }
    Done { out, err, ended, trace }
}

fn run(source: &str) -> Done {
    run_with(source, &RunSettings::default())
}

fn track(trace: &Trace, name: &str) -> TrackId {
    let at = (0..trace.tracks.len() as u32).map(TrackId).find(|&id| trace.track_name(id) == name);
    at.unwrap_or_else(|| panic!("no track '{name}'"))
}

const COUNTERS: &str = "\
import threading
counter = 0
lock = threading.Lock()

def work(n):
    global counter
    for _ in range(n):
        with lock:
            counter += 1

threads = [threading.Thread(target=work, args=(300,)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
";

#[test]
fn a_plain_program() {
    let done = run("print('hello', 1 + 1)\n");
    assert_eq!((done.out.as_str(), done.err.as_str()), ("hello 2\n", ""));
    assert_eq!(done.ended, Some(Ended::Exited(0)));
}

#[test]
fn an_uncaught_exception_is_status_one() {
    let done = run("x = 1\nx / 0\n");
    assert_eq!(done.ended, Some(Ended::Exited(1)));
    assert!(done.err.contains("ZeroDivisionError: division by zero"), "{}", done.err);
    assert!(done.trace.events.iter().any(|e| matches!(e.kind, EventKind::Uncaught { .. })));
}

#[test]
fn a_syntax_error_is_known_before_the_run() {
    let Err(StartError::Program(diagnostics)) = Simulation::new("x = [\n", "main.py", &RunSettings::default()) else {
        panic!("accepted")
    };
    assert_eq!(diagnostics.first().map(|d| d.line), Some(1));
}

#[test]
fn threads_with_a_lock() {
    for gil in [GilModel::default(), GilModel::Cpython2, GilModel::Off] {
        let mut settings = RunSettings::default();
        settings.kernel.gil = gil;
        let done = run_with(COUNTERS, &settings);
        assert_eq!(done.out, "900\n", "{gil:?} {}", done.err);
        let threads = done.trace.tracks.iter().filter(|t| t.kind == TrackKind::Thread).count();
        assert_eq!(threads, 4);
        let lock = track(&done.trace, "lock");
        assert_eq!(done.trace.track(lock).map(|t| t.kind), Some(TrackKind::Object(ObjectKind::Lock)));
        assert!(done.trace.tracks.iter().any(|t| done.trace.str(t.name) == "Thread-1 (work)"));
    }
}

#[test]
fn equal_runs_and_replays() {
    for policy in [PolicyChoice::Default, PolicyChoice::Random { mean_quantum_nanos: 20_000 }] {
        let mut settings = RunSettings::default();
        settings.kernel.policy = policy;
        let (a, b) = (run_with(COUNTERS, &settings), run_with(COUNTERS, &settings));
        assert!(a.trace == b.trace);
        settings.kernel.policy = PolicyChoice::Replay { schedule: a.trace.schedule.clone() };
        let replayed = run_with(COUNTERS, &settings);
        assert!(replayed.trace.events == a.trace.events);
    }
}

#[test]
fn two_cpu_bound_threads_and_the_gil() {
    let source = "\
import threading, time
def work():
    x = 0
    for i in range(200_000):
        x += i
a = threading.Thread(target=work)
b = threading.Thread(target=work)
t = time.perf_counter()
work()
one = time.perf_counter() - t
t = time.perf_counter()
a.start(); b.start(); a.join(); b.join()
print((time.perf_counter() - t) / one)
";
    let ratio = |gil| {
        let mut settings = RunSettings::default();
        settings.kernel.cores = 2;
        settings.kernel.gil = gil;
        let done = run_with(source, &settings);
        done.out.trim().parse::<f64>().unwrap_or_else(|_| panic!("{} {}", done.out, done.err))
    };
    let (with, without) = (ratio(GilModel::default()), ratio(GilModel::Off));
    assert!((1.95..2.2).contains(&with), "{with}");
    assert!((0.95..1.15).contains(&without), "{without}");
}

#[test]
fn sleepers_overlap() {
    let source = "\
import threading, time
t = time.time()
threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(8)]
for x in threads: x.start()
for x in threads: x.join()
print(1.0 <= time.time() - t < 1.01)
";
    let done = run(source);
    assert_eq!(done.out, "True\n", "{}", done.err);
    let thread = track(&done.trace, "Thread-3 (sleep)");
    let sleeps = |e: &interleave_trace::Event| matches!(e.kind, EventKind::State { to: State::Sleeping { .. }, .. });
    assert_eq!(done.trace.events.iter().filter(|e| e.track == thread && sleeps(e)).count(), 1);
    assert_eq!(done.trace.category(State::Sleeping { until_nanos: 0 }), Some(Category::Sleep));
}

#[test]
fn a_deadlock_names_locks_threads_and_lines() {
    let source = "\
import threading, time
a = threading.Lock()
b = threading.Lock()
def one():
    with a:
        time.sleep(0.01)
        with b:
            pass
def two():
    with b:
        time.sleep(0.01)
        with a:
            pass
x = threading.Thread(target=one, name='one')
y = threading.Thread(target=two, name='two')
x.start(); y.start(); x.join(); y.join()
";
    let Some(Ended::Deadlock(report)) = run(source).ended else { panic!("no deadlock") };
    let text = report.to_string();
    for words in
        ["one (line 7) waits for the lock 'b', held by two", "two (line 12) waits for the lock 'a', held by one"]
    {
        assert!(text.contains(words), "{text}");
    }
    assert_eq!(report.cycles.len(), 1);
}

#[test]
fn daemons_and_endless_loops() {
    let done = run(
        "import threading\nthreading.Thread(target=lambda: [0 for _ in iter(int, 1)], daemon=True).start()\nprint('bye')\n",
    );
    assert_eq!((done.out.as_str(), done.ended), ("bye\n", Some(Ended::Exited(0))));
    let mut settings = RunSettings::default();
    settings.kernel.limits.virtual_nanos = 300 * MS;
    let done = run_with("i = 0\nwhile True:\n    i += 1\n", &settings);
    assert_eq!(done.ended, Some(Ended::Limit(LimitHit::VirtualTime { limit_nanos: 300 * MS })));
}

#[test]
fn input_comes_from_the_settings() {
    let settings = RunSettings { stdin: "Ada\n".to_owned(), ..RunSettings::default() };
    let done = run_with("name = input('who? ')\nprint('hi', name)\n", &settings);
    assert_eq!(done.out, "who? hi Ada\n", "{}", done.err);
}

#[test]
fn any_moment_shows_lines_and_variables() {
    let source = "\
def count(n):
    total = 0
    for i in range(n):
        total += i
    return total

answer = count(2000)
print(answer)
";
    let mut run = start(source, &RunSettings::default());
    run.run_until(ALL);
    let end = run.now_nanos();
    let seen = run.inspect(end / 2);
    let main = &seen.threads[0];
    assert_eq!(main.frames.iter().map(|f| f.function.as_str()).collect::<Vec<_>>(), ["<module>", "count"]);
    assert_eq!(main.frames[0].range.line, 7);
    let inner = &main.frames[1];
    assert!((3..=4).contains(&inner.range.line), "{inner:?}");
    assert!(inner.variables.iter().any(|v| v.name == "n" && v.value == "2000"), "{inner:?}");
    // The loop variable only grows, whatever order the moments are looked at in.
    let mut loop_variable = |at: u64| -> i64 {
        let seen = run.inspect(at);
        let value = seen.threads[0].frames.get(1).and_then(|f| f.variables.iter().find(|v| v.name == "i"));
        value.and_then(|v| v.value.parse().ok()).unwrap_or(-1)
    };
    let (late, early, middle) = (loop_variable(end * 8 / 10), loop_variable(end * 3 / 10), loop_variable(end / 2));
    assert!(0 <= early && early < middle && middle < late, "{early} {middle} {late}");
    // One line further, one line back.
    let next = run.step_line(end / 2, Direction::Forward, None).unwrap_or_else(|| panic!("no line"));
    let before = run.step_line(next, Direction::Back, None).unwrap_or_else(|| panic!("no line"));
    assert!(before <= end / 2 && end / 2 < next, "{before} {next}");
    assert!(next - before < 1_000, "{}", next - before);
}

#[test]
fn stepping_forward_misses_no_line() {
    let source = "def add(a, b):\n    c = a\n    c += b\n    return c\n\nfor i in range(40):\n    x = add(i, 1)\n    y = str(x)\n";
    let mut run = start(source, &RunSettings::default());
    run.run_until(ALL);
    let end = run.now_nanos();
    let mut begins = Vec::new();
    while let Some(next) = run.step_line(begins.last().copied().unwrap_or(0), Direction::Forward, None) {
        begins.push(next);
    }
    assert!(begins.len() > 200, "{}", begins.len());
    for at in (0..end).step_by(3) {
        let next = begins.get(begins.partition_point(|&begin| begin <= at)).copied();
        assert_eq!(run.step_line(at, Direction::Forward, None), next, "from {at}");
    }
}

#[test]
fn a_request_waits_for_the_network_and_is_said_to_be_simulated() {
    let done = run("import requests\nprint(requests.get('https://httpbin.org/delay/1').status_code)\n");
    assert_eq!(done.out, "200\n");
    let notes = done.trace.events.iter().filter(
        |e| matches!(e.kind, EventKind::Note { text } if done.trace.str(text).contains("httpbin.org are simulated")),
    );
    assert_eq!(notes.count(), 1, "one note for each host");
    let waits = |e: &interleave_trace::Event| {
        matches!(e.kind, EventKind::State { to: State::Io { what }, .. }
        if done.trace.str(what).starts_with("GET /delay/1"))
    };
    assert!(done.trace.events.iter().any(|e| waits(&e)), "the wait says what for");
}

const WORKERS: &str = "\
import multiprocessing as mp, os, time
def job(n):
    time.sleep(0.01)
    if n == 5:
        os._exit(1)
    return b'x' * 1000
def give(queue, simple):
    for n in range(3):
        queue.put(b'y' * 20000)
        simple.put(n)
if __name__ == '__main__':
    queue, simple = mp.Queue(), mp.SimpleQueue()
    process = mp.Process(target=give, args=(queue, simple))
    process.start()
    process.join(0.1)
    print(sum(len(queue.get()) for n in range(3)), [simple.get() for n in range(3)])
    process.join()
    with mp.Pool(2) as pool:
        print(len(pool.map(job, range(4), chunksize=1)))
        try:
            pool.apply_async(job, (5,)).get(0.1)
        except mp.TimeoutError:
            print('lost')
";

#[test]
fn queues_and_pools_tell_messages_depth_and_busy_workers() {
    let done = run(WORKERS);
    assert_eq!(done.out, "60000 [0, 1, 2]\n4\nlost\n", "{}", done.err);
    let stats = Stats::of(&done.trace);
    let object = |name: &str| {
        let id = track(&done.trace, name);
        stats.objects.iter().find(|o| o.track == id).unwrap_or_else(|| panic!("{name}"))
    };
    let queue = object("queue");
    // The length of a long message goes by itself and does not count as one.
    assert_eq!((queue.messages, queue.max_level), (3, Some(3)));
    assert!((60_000..61_000).contains(&queue.sent_bytes), "{}", queue.sent_bytes);
    assert_eq!(object("simple").messages, 3);
    assert!((4_000..6_000).contains(&object("pool results").sent_bytes));
    // Two begin at once where four wait.
    assert_eq!((object("busy workers").max_level, object("pool tasks").max_level), (Some(2), Some(4)));
    let busy = SpanIndex::of(&done.trace);
    let last = busy.track(track(&done.trace, "busy workers")).and_then(|t| t.spans.last());
    assert_eq!(last.map(|s| s.kind), Some(SpanKind::Level(0)), "a worker that ended at work is busy no more");
    let sizes: Vec<_> = done
        .trace
        .links
        .iter()
        .filter(|link| link.kind == LinkKind::Message)
        .filter_map(|link| match done.trace.events.kind.get(link.from_seq as usize) {
            Some(EventKind::Lock { action: LockAction::Send(bytes), .. }) => Some(*bytes),
            _ => None,
        })
        .collect();
    assert_eq!(sizes.iter().filter(|bytes| (20_000..21_000).contains(*bytes)).count(), 3);
}

const MEMORY: &str = "\
import multiprocessing as mp
data = [str(n) for n in range(20_000)]
def reads():
    return sum(map(len, data))
def writes():
    for n in range(len(data)):
        data[n] += '!'
if __name__ == '__main__':
    for function in (reads, writes):
        process = mp.Process(target=function, name=function.__name__)
        process.start()
        process.join()
";

#[test]
fn a_forked_process_has_for_itself_what_it_writes() {
    let done = run(MEMORY);
    let spans = SpanIndex::of(&done.trace);
    let levels = |process: &str| -> Vec<i64> {
        let owner = Some(track(&done.trace, process));
        let is_lane =
            |t: &interleave_trace::Track| t.parent == owner && t.kind == TrackKind::Object(ObjectKind::Memory);
        let row = done.trace.tracks.iter().position(is_lane).unwrap_or_else(|| panic!("no memory of {process}"));
        let all = spans.track(TrackId(row as u32)).map(|t| t.spans.as_slice()).unwrap_or_default();
        all.iter().filter_map(|s| if let SpanKind::Level(n) = s.kind { Some(n) } else { None }).collect()
    };
    let most = |process: &str| levels(process).into_iter().max().unwrap_or(0);
    let (main, reads, writes) = (most("MainProcess"), most("reads"), most("writes"));
    assert!(reads < 2_000_000, "reading copies nothing: {reads}");
    assert!(writes > reads + 900_000, "every text is a new one: {writes}");
    assert!(main > 9_000_000, "an interpreter and the data: {main}");
    assert_eq!(levels("writes").last(), Some(&0), "it has ended");
}

#[test]
fn memory_is_the_same_with_snapshots_and_without() {
    // A manager's process is forked and writes for long.
    let source = include_str!("../../../tests/programs/processes/manager-tour/main.py");
    let mut never_looked_at = start(source, &RunSettings::default()).forward_only();
    assert!(never_looked_at.run_until(ALL).done);
    assert_eq!(never_looked_at.finish().hash(), run(source).trace.hash());
}

#[test]
fn suspended_tasks_keep_their_frames_and_the_running_one_is_linked_to_its_thread() {
    let source = "\
import asyncio, time

async def waits(n):
    await asyncio.sleep(1)

async def blocks():
    time.sleep(0.5)

async def main():
    await asyncio.gather(waits(7), blocks())

asyncio.run(main())
";
    let mut run = start(source, &RunSettings::default());
    run.run_until(ALL);
    let seen = run.inspect(300 * MS);
    let main = seen.threads[0].track;
    let tops: Vec<_> = seen.tasks.iter().map(|t| (t.thread, t.frames.last().map(|f| f.function.as_str()))).collect();
    assert_eq!(tops, [(Some(main), Some("main")), (Some(main), Some("waits")), (Some(main), None)]);
    assert_eq!(seen.threads[0].frames.last().map(|f| f.function.as_str()), Some("blocks"));
    let n = seen.tasks[1].frames[0].variables.iter().find(|v| v.name == "n");
    assert_eq!(n.map(|v| v.value.as_str()), Some("7"));
}
