//! The simulator over a scripted guest: slices, snapshots, looking back, stepping by lines.

#![expect(clippy::panic, clippy::expect_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeMap;
use std::sync::Arc;

use interleave_kernel::{GilModel, PolicyChoice};
use interleave_python::exit::{Answer, Budget, ClockKind, Exit, Ran, Syscall, ThreadId};
use interleave_sim::{Direction, Ended, Frame, Guest, RunSettings, Simulation, Variable, WorkBudget};
use interleave_trace::{EventKind, GilDropReason, SourceId, SourceRange, Trace};

/// One line of a script.
#[derive(Clone, Debug)]
enum Line {
    /// So many instructions.
    Work(u32),
    Call(Syscall),
    /// Adds one to the global.
    Count,
    /// Jumps back to the line with this index, so many times.
    Again(usize, u32),
    /// The guest's own limit.
    Limit,
}

/// One instruction takes 40 ns and 7 ps.
const PICOS: u64 = 40_007;

#[derive(Clone, Debug, Default)]
struct Thread {
    script: usize,
    line: usize,
    done: u32,
    loops: BTreeMap<usize, u32>,
    answers: Vec<Answer>,
    waiting: bool,
    begun: bool,
}

#[derive(Clone, Debug)]
struct Scripted {
    scripts: Arc<Vec<Vec<Line>>>,
    /// Script of each thread by number.
    threads: Vec<Thread>,
    count: i64,
}

impl Scripted {
    fn new(scripts: Vec<Vec<Line>>, of_threads: &[usize]) -> Self {
        let threads = of_threads.iter().map(|&script| Thread { script, ..Thread::default() }).collect();
        Self { scripts: Arc::new(scripts), threads, count: 0 }
    }
}

impl Guest for Scripted {
    fn snapshot(&mut self) -> Self {
        self.clone()
    }

    fn fork_thread(&mut self, _: ThreadId, _: u64) -> Self {
        self.clone()
    }

    fn spawned(&mut self, _: i64, _: u64) -> Self {
        self.clone()
    }

    fn heap_bytes(&self) -> u64 {
        0
    }

    fn run(&mut self, thread: ThreadId, budget: Budget) -> Ran {
        let scripts = Arc::clone(&self.scripts);
        let thread = &mut self.threads[thread.0 as usize];
        assert!(!thread.waiting, "ran before its call was answered");
        let (mut picos, mut instructions) = (0, 0);
        thread.begun = true;
        let exit = loop {
            let Some(line) = scripts[thread.script].get(thread.line) else { break Exit::Finished };
            if picos >= budget.picos {
                break Exit::BudgetSpent;
            }
            picos += PICOS;
            instructions += 1;
            match line {
                Line::Work(n) => {
                    thread.done += 1;
                    if thread.done == *n {
                        thread.done = 0;
                        thread.line += 1;
                    }
                }
                Line::Count => {
                    self.count += 1;
                    thread.line += 1;
                }
                Line::Call(call) => {
                    thread.line += 1;
                    thread.waiting = true;
                    break Exit::Syscall(call.clone());
                }
                Line::Again(to, times) => {
                    let turns = thread.loops.entry(thread.line).or_insert(0);
                    if *turns < *times {
                        *turns += 1;
                        thread.line = *to;
                    } else {
                        *turns = 0;
                        thread.line += 1;
                    }
                }
                Line::Limit => break Exit::Limit("too much".to_owned()),
            }
            if budget.switch_point {
                break Exit::SwitchPoint;
            }
        };
        Ran { exit, picos, instructions }
    }

    fn answer(&mut self, thread: ThreadId, answer: Answer) {
        let thread = &mut self.threads[thread.0 as usize];
        assert!(thread.waiting, "an answer without a call");
        thread.waiting = false;
        thread.answers.push(answer);
    }

    fn place(&self, thread: ThreadId, source: SourceId) -> SourceRange {
        let thread = &self.threads[thread.0 as usize];
        if !thread.begun {
            return SourceRange::NONE;
        }
        let line = (thread.script * 100 + thread.line + 1) as u32;
        SourceRange { source, start: 0, end: 1, line }
    }

    fn frames(&self, thread: ThreadId, source: SourceId) -> Vec<Frame> {
        vec![Frame { function: "script".to_owned(), range: self.place(thread, source), variables: Vec::new() }]
    }

    fn depth(&self, _: ThreadId) -> usize {
        1
    }

    fn globals(&self) -> Vec<Variable> {
        vec![Variable { name: "count".to_owned(), value: self.count.to_string() }]
    }
}

fn start(thread: u32) -> Line {
    Line::Call(Syscall::ThreadStart { thread: ThreadId(thread), name: format!("T{thread}"), daemon: false })
}
fn join(thread: u32) -> Line {
    Line::Call(Syscall::ThreadJoin { thread: ThreadId(thread), timeout_nanos: None })
}
fn print(text: &str) -> Line {
    Line::Call(Syscall::Write { fd: 1, text: text.to_owned() })
}
fn exit(status: i32) -> Line {
    Line::Call(Syscall::ExitProcess { status })
}
fn sleep(nanos: u64) -> Line {
    Line::Call(Syscall::Sleep { nanos })
}

/// Two workers that count and print; long enough for several snapshots.
fn workers() -> Scripted {
    let main = vec![start(1), start(2), join(1), join(2), print("end\n"), exit(0)];
    let worker = vec![Line::Work(5000), Line::Count, sleep(1000), print("tick\n"), Line::Again(0, 99)];
    Scripted::new(vec![main, worker], &[0, 1, 1])
}

fn simulation(guest: Scripted, settings: &RunSettings) -> Simulation<Scripted> {
    Simulation::with_guest(guest, "x\n", "main.py", settings).expect("settings")
}

const ALL: WorkBudget = WorkBudget { instructions: u64::MAX, until_nanos: None };

fn whole(guest: Scripted, settings: &RunSettings) -> (Trace, Option<Ended>) {
    let mut run = simulation(guest, settings);
    assert!(run.run_until(ALL).done);
    let ended = run.ended().cloned();
    let trace = run.finish();
    if let Err(violations) = trace.validate() {
        panic!("{violations:#?}");
    }
    (trace, ended)
}

#[test]
fn slices_change_nothing() {
    let settings = RunSettings::default();
    let (at_once, ended) = whole(workers(), &settings);
    assert_eq!(ended, Some(Ended::Exited(0)));
    for instructions in [1, 777, 100_000] {
        let mut run = simulation(workers(), &settings);
        let mut slices = 0;
        while !run.run_until(WorkBudget { instructions, until_nanos: None }).done {
            slices += 1;
        }
        assert!(slices > 5);
        assert!(run.finish() == at_once, "{instructions}");
    }
}

#[test]
fn halting_at_a_time_changes_nothing() {
    let settings = RunSettings::default();
    let (at_once, _) = whole(workers(), &settings);
    let mut run = simulation(workers(), &settings);
    let mut until = 0;
    while run.ended().is_none() {
        until += 777_777;
        run.run_until(WorkBudget { instructions: u64::MAX, until_nanos: Some(until) });
        assert!(run.ended().is_some() || run.now_nanos() >= until);
    }
    assert!(run.finish() == at_once);
}

#[test]
fn a_run_cut_short_is_a_valid_trace() {
    let mut run = simulation(workers(), &RunSettings::default());
    let progress = run.run_until(WorkBudget { instructions: u64::MAX, until_nanos: Some(5_000_000) });
    assert!(progress.done && run.ended().is_none());
    let trace = run.finish();
    assert_eq!(trace.outcome, interleave_trace::Outcome::Stopped);
    assert!((5_000_000..5_000_050).contains(&trace.end_nanos), "an instruction is not divided: {}", trace.end_nanos);
    assert_eq!(trace.validate(), Ok(()));
}

#[test]
fn any_moment_is_as_it_was() {
    for policy in [PolicyChoice::Default, PolicyChoice::Random { mean_quantum_nanos: 70_000 }] {
        let mut settings = RunSettings::default();
        settings.kernel.policy = policy;
        // What a run that stops there sees.
        let mut whole = simulation(workers(), &settings);
        whole.run_until(ALL);
        let end = whole.now_nanos();
        for part in [13, 2, 7, 3, 12, 0, 5] {
            let at = end * part / 13;
            let mut stopped = simulation(workers(), &settings);
            stopped.run_until(WorkBudget { instructions: u64::MAX, until_nanos: Some(at) });
            let (then, now) = (whole.inspect(at), stopped.inspect(at));
            assert_eq!(then, now, "at {at} of {end}");
        }
        // Looking back did not disturb it.
        assert_eq!(whole.inspect(end).globals[0].value, "200");
        assert_eq!(whole.finish().validate(), Ok(()));
    }
}

#[test]
fn lines_forward_and_back_meet() {
    let main =
        vec![Line::Work(3), Line::Work(2), start(1), Line::Count, sleep(50_000), Line::Work(4), join(1), exit(0)];
    let other = vec![Line::Work(2), Line::Count, Line::Work(3)];
    let mut run = simulation(Scripted::new(vec![main, other], &[0, 1]), &RunSettings::default());
    run.run_until(ALL);
    let end = run.now_nanos();
    let tracks: Vec<_> = run.inspect(end).threads.iter().map(|thread| thread.track).collect();
    for thread in [None, Some(0), Some(1)] {
        let track = thread.and_then(|n: usize| tracks.get(n).copied());
        let mut forward = Vec::new();
        let mut at = 0;
        while let Some(next) = run.step_line(at, Direction::Forward, track) {
            assert!(next > at && next <= end);
            forward.push(next);
            at = next;
        }
        let mut back = Vec::new();
        let mut at = end + 1;
        while let Some(before) = run.step_line(at, Direction::Back, track) {
            assert!(before < at);
            back.push(before);
            at = before;
        }
        back.reverse();
        assert_eq!(forward, back, "{thread:?}");
        // Every line of a script begins once, and its end is a place as well.
        let lines = match thread {
            None => 9 + 4,
            Some(0) => 9,
            _ => 4,
        };
        assert_eq!(forward.len(), lines, "{thread:?} {forward:?}");
    }
}

#[test]
fn clocks_ids_and_input() {
    let ask = |call| Line::Call(call);
    let main = vec![
        ask(Syscall::Clock { kind: ClockKind::Monotonic }),
        sleep(1_000_000),
        ask(Syscall::Clock { kind: ClockKind::Monotonic }),
        ask(Syscall::Clock { kind: ClockKind::ThreadCpu }),
        ask(Syscall::GetPid),
        ask(Syscall::CpuCount),
        ask(Syscall::ReadLine),
        ask(Syscall::ReadLine),
        ask(Syscall::ReadLine),
        ask(Syscall::GetSwitchInterval),
        ask(Syscall::SetSwitchInterval { nanos: 1_000_000 }),
        ask(Syscall::GetSwitchInterval),
        ask(Syscall::NativeThreadId),
        exit(0),
    ];
    let settings = RunSettings { stdin: "one\ntwo".to_owned(), ..RunSettings::default() };
    let mut run = simulation(Scripted::new(vec![main], &[0]), &settings);
    run.run_until(ALL);
    assert_eq!(run.ended(), Some(&Ended::Exited(0)));
    let answers = run.guest().threads[0].answers.clone();
    let (Answer::Int(before), Answer::Int(after)) = (&answers[0], &answers[2]) else { panic!("{answers:?}") };
    assert!((1_000_000..1_200_000).contains(&(after - before)), "{}", after - before);
    let Answer::Int(cpu) = answers[3] else { panic!("{answers:?}") };
    assert!((100..10_000).contains(&cpu), "sleeping is no work, waking up is a little: {cpu}");
    assert_eq!(
        answers[4..9],
        [
            Answer::Int(1000),
            Answer::Int(4),
            Answer::Str("one\n".to_owned()),
            Answer::Str("two".to_owned()),
            Answer::Str(String::new())
        ]
    );
    assert_eq!(answers[9], Answer::Int(5_000_000));
    assert_eq!(answers[11..13], [Answer::Int(1_000_000), Answer::Int(1000)]);
}

#[test]
fn picoseconds_are_not_lost() {
    // A million instructions of 40.007 ns, in turns of every length.
    let main = vec![Line::Work(1000), print("."), Line::Again(0, 999), exit(0)];
    let mut settings = RunSettings::default();
    settings.kernel.gil = GilModel::default();
    let mut run = simulation(Scripted::new(vec![main], &[0]), &settings);
    run.run_until(ALL);
    let write = interleave_kernel::Profile::bundled("cpython-3.11").ok().and_then(|p| p.nanos("write_syscall"));
    let writes = 1000 * write.unwrap_or_default().round() as u64;
    let expected = run.progress().instructions * PICOS / 1000 + writes;
    assert!(run.now_nanos().abs_diff(expected) < 1000, "{} {expected}", run.now_nanos());
    assert_eq!(run.take_output().len(), 1000);
    assert!(run.take_output().is_empty());
}

#[test]
fn a_limit_of_the_guest_ends_the_run() {
    let (trace, ended) = whole(Scripted::new(vec![vec![Line::Work(10), Line::Limit]], &[0]), &RunSettings::default());
    assert_eq!(ended.map(|e| format!("{e:?}")), Some("Limit(Guest(\"too much\"))".to_owned()));
    assert_eq!(trace.outcome, interleave_trace::Outcome::Limit("too much".to_owned()));
}

#[test]
fn cpython_2_offers_the_gil_every_hundred_instructions() {
    let main = vec![start(1), Line::Work(100_000), join(1), exit(0)];
    let guest = Scripted::new(vec![main, vec![Line::Work(100_000)]], &[0, 1]);
    let mut settings = RunSettings::default();
    settings.kernel.gil = GilModel::Cpython2;
    let (trace, _) = whole(guest, &settings);
    let drops: Vec<u64> = trace
        .events
        .iter()
        .filter(|e| matches!(e.kind, EventKind::GilDrop { why: GilDropReason::Ticks, .. }))
        .map(|e| e.at_nanos)
        .collect();
    assert!((500..2_100).contains(&drops.len()), "{}", drops.len());
    // A hundred instructions of 40 ns, and a moment between letting go and taking again.
    let usual = drops.windows(2).filter(|pair| (4_000..4_100).contains(&(pair[1] - pair[0]))).count();
    assert!(usual * 10 > drops.len() * 7, "{usual} of {}", drops.len());
}
