//! A host of scripted threads: what the kernel is driven by in these tests, in place of an interpreter.

#![expect(dead_code, reason = "each test file uses a part of it")]
#![expect(clippy::panic, clippy::expect_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeMap;

use interleave_kernel::{After, Answer, Budget, Call, Ended, Kernel, NewObject, Next, ObjectId, Settings, Stop};
use interleave_trace::{
    Category, Clock, EventKind, Finish, ObjectKind, Outcome, SourceRange, State, Trace, TraceBuilder, TrackId,
    TrackKind,
};

/// Time of one scripted instruction; after each there is a switch point.
pub const STEP: u64 = 50;
pub const MS: u64 = 1_000_000;

#[derive(Clone, Debug)]
pub enum Op {
    /// So many nanoseconds of bytecode.
    Cpu(u64),
    Do(Call),
    /// Starts a thread with this script; its number is the count of threads so far.
    Spawn(usize),
    SpawnDaemon(usize),
    /// Reads the shared counter into the thread's register; the next writes it back, one more.
    Load,
    AddStore,
    /// Jumps back to the operation with this index, so many times.
    Again(usize, u32),
    /// Ends with an uncaught exception.
    Raise,
}

pub fn lock(kind: ObjectKind, name: &str) -> Op {
    Op::Do(Call::NewObject(NewObject { kind, name: Some(name.to_owned()), of: None }))
}
pub fn acquire(object: u32) -> Op {
    Op::Do(Call::Acquire { object: ObjectId(object), blocking: true, timeout_nanos: None })
}
pub fn acquire_within(object: u32, nanos: u64) -> Op {
    Op::Do(Call::Acquire { object: ObjectId(object), blocking: true, timeout_nanos: Some(nanos) })
}
pub fn release(object: u32) -> Op {
    Op::Do(Call::Release { object: ObjectId(object) })
}
pub fn sleep(nanos: u64) -> Op {
    Op::Do(Call::Sleep { nanos })
}
pub fn join(local: u32) -> Op {
    Op::Do(Call::Join { local, timeout_nanos: None })
}
pub fn exit(status: i32) -> Op {
    Op::Do(Call::ExitProcess { status })
}
pub fn print(text: &str) -> Op {
    Op::Do(Call::Output { stderr: false, text: text.to_owned() })
}

#[derive(Clone, Debug, Default)]
struct Thread {
    script: usize,
    at: usize,
    /// Nanoseconds of the current `Cpu` already done.
    done: u64,
    register: i64,
    loops: BTreeMap<usize, u32>,
    pub answers: Vec<Answer>,
}

#[derive(Clone, Debug)]
pub struct Host {
    pub kernel: Kernel,
    scripts: Vec<Vec<Op>>,
    threads: Vec<Thread>,
    pub counter: i64,
    pub turns: u64,
}

impl Host {
    /// Script 0 is the main thread's.
    pub fn new(settings: Settings, scripts: Vec<Vec<Op>>) -> Self {
        let log = TraceBuilder::new("kernel test", Clock::Virtual, settings.seed, &settings.profile, "{}");
        let kernel = Kernel::new(settings, log).expect("settings");
        Self { kernel, scripts, threads: vec![Thread::default()], counter: 0, turns: 0 }
    }

    /// Executes `local` within `budget`; what it used and why it stopped. A call is executed when it is reported.
    fn execute(&mut self, local: usize, budget: Budget) -> (u64, Stop) {
        let mut used = 0;
        loop {
            let count = self.threads.len() as u32;
            let thread = &mut self.threads[local];
            let Some(op) = self.scripts[thread.script].get(thread.at) else {
                return (used, Stop::Finished { uncaught: None });
            };
            if used >= budget.nanos {
                return (used, Stop::BudgetSpent);
            }
            match op {
                Op::Cpu(nanos) if budget.stop_at_switch_point => {
                    thread.done += STEP;
                    used += STEP;
                    if thread.done >= *nanos {
                        thread.at += 1;
                        thread.done = 0;
                    }
                    return (used, Stop::SwitchPoint);
                }
                Op::Cpu(nanos) => {
                    let wanted = (budget.nanos - used).div_ceil(STEP) * STEP;
                    let here = wanted.min(nanos.saturating_sub(thread.done));
                    thread.done += here;
                    used += here;
                    if thread.done >= *nanos {
                        thread.at += 1;
                        thread.done = 0;
                    }
                }
                Op::Do(call) => {
                    thread.at += 1;
                    return (used + STEP, Stop::Call(call.clone()));
                }
                Op::Spawn(script) | Op::SpawnDaemon(script) => {
                    let daemon = matches!(op, Op::SpawnDaemon(_));
                    let script = *script;
                    thread.at += 1;
                    self.threads.push(Thread { script, ..Thread::default() });
                    let name = format!("Thread-{count}");
                    return (used + STEP, Stop::Call(Call::Spawn { local: count, name, daemon }));
                }
                Op::Load => {
                    thread.register = self.counter;
                    thread.at += 1;
                    used += STEP;
                }
                Op::AddStore => {
                    self.counter = thread.register + 1;
                    thread.at += 1;
                    used += STEP;
                }
                Op::Again(to, times) => {
                    let count = thread.loops.entry(thread.at).or_insert(0);
                    if *count < *times {
                        *count += 1;
                        thread.at = *to;
                    } else {
                        *count = 0;
                        thread.at += 1;
                    }
                    used += STEP;
                    if budget.stop_at_switch_point {
                        return (used, Stop::SwitchPoint);
                    }
                }
                Op::Raise => {
                    return (used + STEP, Stop::Finished { uncaught: Some("ValueError: scripted".to_owned()) });
                }
            }
        }
    }

    /// One turn. False: the run has ended.
    pub fn turn(&mut self) -> bool {
        let Next::Run(run) = self.kernel.advance().expect("the last turn was reported") else { return false };
        self.turns += 1;
        let local = run.local as usize;
        if let Some(answer) = run.deliver {
            self.threads[local].answers.push(answer);
        }
        let mut budget = run.budget;
        loop {
            let (used, stop) = self.execute(local, budget);
            match self.kernel.ran(used, stop, SourceRange::NONE).expect("a thread was handed out") {
                After::Continue { answer, budget: next, .. } => {
                    if let Some(answer) = answer {
                        self.threads[local].answers.push(answer);
                    }
                    budget = next;
                }
                After::Resched => return true,
            }
        }
    }

    pub fn run(&mut self) -> Ended {
        while self.turn() {}
        self.kernel.ended().expect("ended").clone()
    }

    pub fn answers(&self, local: usize) -> &[Answer] {
        &self.threads[local].answers
    }

    /// The finished, valid trace.
    pub fn trace(&self) -> Trace {
        let trace = self.kernel.clone().finish(0).expect("records");
        if let Err(violations) = trace.validate() {
            panic!("{violations:#?}\n{}", listing(&trace));
        }
        trace
    }
}

pub fn run(settings: Settings, scripts: Vec<Vec<Op>>) -> Trace {
    let mut host = Host::new(settings, scripts);
    let ended = host.run();
    let trace = host.trace();
    assert!(matches!(ended, Ended::Exited(0)), "{ended:?}\n{}", listing(&trace));
    assert_eq!(trace.outcome, Outcome::Exited(0));
    trace
}

/// The log as text, for a failing test.
pub fn listing(trace: &Trace) -> String {
    let line = |(seq, e): (usize, interleave_trace::Event)| {
        format!("{seq:5} {:>12} {:<14} {:?}\n", e.at_nanos, trace.track_name(e.track), e.kind)
    };
    trace.events.iter().enumerate().take(400).map(line).collect()
}

pub fn track(trace: &Trace, name: &str) -> TrackId {
    let at = (0..trace.tracks.len() as u32).map(TrackId).find(|&id| trace.track_name(id) == name);
    at.unwrap_or_else(|| panic!("no track {name}"))
}

/// Nanoseconds a thread spent in a category.
pub fn spent(trace: &Trace, name: &str, category: Category) -> u64 {
    let id = track(trace, name);
    let mut last: Option<(u64, State)> = None;
    let mut sum = 0;
    for event in trace.events.iter().filter(|e| e.track == id) {
        let EventKind::State { to, .. } = event.kind else { continue };
        if let Some((since, state)) = last
            && trace.category(state) == Some(category)
        {
            sum += event.at_nanos - since;
        }
        last = Some((event.at_nanos, to));
    }
    sum
}

/// When the thread ended, and how.
pub fn finished(trace: &Trace, name: &str) -> (u64, Finish) {
    let id = track(trace, name);
    let end = trace.events.iter().find_map(|e| match e.kind {
        EventKind::State { to: State::Finished { how }, .. } if e.track == id => Some((e.at_nanos, how)),
        _ => None,
    });
    end.unwrap_or_else(|| panic!("{name} did not finish"))
}

pub fn count(trace: &Trace, wanted: impl Fn(&EventKind) -> bool) -> usize {
    trace.events.iter().filter(|e| wanted(&e.kind)).count()
}

/// Threads by name, in the order in which they took the GIL.
pub fn gil_order(trace: &Trace) -> Vec<&str> {
    let takes = trace.events.iter().filter_map(|e| match e.kind {
        EventKind::GilTake { thread } => Some(trace.track_name(thread)),
        _ => None,
    });
    takes.collect()
}

pub fn threads(trace: &Trace) -> usize {
    trace.tracks.iter().filter(|t| t.kind == TrackKind::Thread).count()
}
