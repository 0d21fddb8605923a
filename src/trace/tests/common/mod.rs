//! Traces to test with: a hand-made machine that writes what a kernel would write.

use interleave_trace::{
    Clock, EventKind, Finish, GilDropReason, LinkKind, LockAction, ObjectKind, Outcome, SourceRange, State, Trace,
    TraceBuilder, TrackId, TrackKind,
};

pub const MS: u64 = 1_000_000;

/// One process with a GIL on some cores. Methods move threads and write the events that belong together.
pub struct Lab {
    pub b: TraceBuilder,
    pub now: u64,
    pub cores: Vec<TrackId>,
    pub process: TrackId,
    pub gil: TrackId,
    on_core: Vec<Option<TrackId>>,
    holder: Option<TrackId>,
    /// Line to book the next events on.
    pub line: u32,
    source: interleave_trace::SourceId,
    threads: u64,
    objects: u64,
}

impl Lab {
    pub fn new(cores: usize) -> Self {
        let mut b = TraceBuilder::new("lab", Clock::Virtual, 7, "classroom", "{}");
        let source = b.add_source("main.py", &"line of code\n".repeat(40));
        let cores: Vec<_> =
            (0..cores).map(|n| b.add_track(0, TrackKind::Core, &format!("Core {n}"), None, n as u64, false)).collect();
        let process = b.add_track(0, TrackKind::Process, "MainProcess", None, 1000, false);
        let gil = b.add_track(0, TrackKind::Object(ObjectKind::Gil), "GIL", Some(process), 0, false);
        let on_core = vec![None; cores.len()];
        Self { b, now: 0, cores, process, gil, on_core, holder: None, line: 0, source, threads: 0, objects: 0 }
    }

    fn range(&self) -> SourceRange {
        if self.line == 0 {
            return SourceRange::NONE;
        }
        let start = (self.line - 1) * 13;
        SourceRange { source: self.source, start, end: start + 12, line: self.line }
    }

    pub fn emit(&mut self, track: TrackId, kind: EventKind) -> u32 {
        let range = self.range();
        self.b.event(self.now, track, kind, range)
    }

    pub fn at(&mut self, nanos: u64) -> &mut Self {
        self.now = nanos;
        self
    }

    pub fn thread(&mut self, name: &str) -> TrackId {
        self.threads += 1;
        let id = self.b.add_track(self.now, TrackKind::Thread, name, Some(self.process), self.threads, false);
        self.state(id, State::Runnable, None);
        id
    }

    pub fn spawn(&mut self, parent: TrackId, name: &str) -> TrackId {
        let next = TrackId(self.b.trace().tracks.len() as u32);
        self.threads += 1;
        let id = self.b.add_track(self.now, TrackKind::Thread, name, Some(self.process), self.threads, false);
        assert_eq!(id, next);
        let from = self.emit(parent, EventKind::Spawn { child: id });
        let to = self.state(id, State::Runnable, Some(parent));
        self.b.link(LinkKind::Spawn, from, to);
        id
    }

    pub fn object(&mut self, kind: ObjectKind, name: &str) -> TrackId {
        self.objects += 1;
        self.b.add_track(self.now, TrackKind::Object(kind), name, Some(self.process), self.objects, false)
    }

    pub fn state(&mut self, thread: TrackId, to: State, by: Option<TrackId>) -> u32 {
        self.emit(thread, EventKind::State { to, by })
    }

    /// Puts a thread on a core; takes the GIL if it is free.
    pub fn run(&mut self, thread: TrackId, core: usize, by: Option<TrackId>) -> u32 {
        self.on_core[core] = Some(thread);
        let id = self.cores[core];
        self.emit(id, EventKind::Core { thread: Some(thread) });
        let seq = self.state(thread, State::Running { core: id }, by);
        if self.holder.is_none() {
            self.take(thread);
        }
        seq
    }

    pub fn take(&mut self, thread: TrackId) -> u32 {
        self.holder = Some(thread);
        self.emit(self.gil, EventKind::GilTake { thread })
    }

    pub fn drop_gil(&mut self, thread: TrackId, why: GilDropReason) -> u32 {
        self.holder = None;
        self.emit(self.gil, EventKind::GilDrop { thread, why })
    }

    /// Takes a thread off its core into another state, dropping the GIL if it holds it.
    pub fn leave(&mut self, thread: TrackId, to: State, why: GilDropReason) -> u32 {
        if self.holder == Some(thread) {
            self.drop_gil(thread, why);
        }
        if let Some(core) = self.on_core.iter().position(|&t| t == Some(thread)) {
            self.on_core[core] = None;
            self.emit(self.cores[core], EventKind::Core { thread: None });
        }
        self.state(thread, to, None)
    }

    pub fn finish(&mut self, thread: TrackId) -> u32 {
        self.leave(thread, State::Finished { how: Finish::Returned }, GilDropReason::Finished)
    }

    pub fn lock(&mut self, object: TrackId, action: LockAction, by: TrackId) -> u32 {
        self.emit(object, EventKind::Lock { action, by })
    }

    pub fn print(&mut self, thread: TrackId, text: &str) {
        let text = self.b.add_string(text.to_owned());
        self.emit(thread, EventKind::Output { stderr: false, text });
    }

    pub fn end(self) -> Trace {
        let now = self.now;
        self.b.finish(now, Outcome::Exited(0))
    }
}

/// Main starts a worker; both compute under one GIL on two cores; the worker prints, sleeps and takes a lock; main
/// joins it.
pub fn two_threads() -> Trace {
    let mut lab = Lab::new(2);
    let main = lab.thread("MainThread");
    lab.run(main, 0, None);
    lab.line = 3;
    lab.at(MS);
    let lock = lab.object(ObjectKind::Lock, "lock");
    let worker = lab.spawn(main, "Thread-1 (worker)");
    lab.at(MS + 200_000);
    lab.line = 0;
    let (core, gil) = (lab.cores[1], lab.gil);
    lab.emit(core, EventKind::Core { thread: Some(worker) });
    lab.state(worker, State::Running { core }, None);
    lab.emit(core, EventKind::Core { thread: None });
    lab.state(worker, State::GilWait { holder: Some(main) }, None);
    lab.line = 5;
    lab.lock(lock, LockAction::Acquire, main);
    lab.at(6 * MS + 200_000);
    lab.emit(gil, EventKind::GilRequest { waiter: worker, holder: main });
    lab.at(6 * MS + 300_000);
    lab.line = 6;
    let from = lab.leave(main, State::GilWait { holder: None }, GilDropReason::Request);
    let to = lab.run(worker, 1, Some(main));
    lab.b.link(LinkKind::HandOver, from, to);
    lab.at(8 * MS);
    lab.line = 10;
    lab.print(worker, "hello\n");
    let wait = State::Blocked { on: lock, holder: Some(main) };
    lab.leave(worker, wait, GilDropReason::Blocking);
    lab.run(main, 0, Some(worker));
    lab.at(9 * MS);
    lab.line = 7;
    let from = lab.lock(lock, LockAction::Release, main);
    lab.lock(lock, LockAction::Acquire, worker);
    let to = lab.state(worker, State::GilWait { holder: Some(main) }, Some(main));
    lab.b.link(LinkKind::HandOver, from, to);
    lab.at(10 * MS);
    lab.line = 8;
    lab.leave(main, State::Joining { target: worker }, GilDropReason::Blocking);
    lab.run(worker, 1, Some(main));
    lab.at(11 * MS);
    lab.line = 12;
    lab.lock(lock, LockAction::Release, worker);
    lab.leave(worker, State::Sleeping { until_nanos: 1_011 * MS }, GilDropReason::Blocking);
    lab.at(1_011 * MS);
    lab.run(worker, 1, None);
    lab.at(1_012 * MS);
    let from = lab.finish(worker);
    lab.line = 8;
    let to = lab.run(main, 0, Some(worker));
    lab.b.link(LinkKind::Join, from, to);
    lab.emit(main, EventKind::Joined { child: worker });
    lab.at(1_013 * MS);
    lab.finish(main);
    lab.end()
}

/// Small deterministic random numbers (xorshift64*).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % sides
    }
}

/// A legal run of `threads` CPU- and sleep-bound threads on two cores, of about `steps` switches.
pub fn random(seed: u64, threads: usize, steps: usize) -> Trace {
    let mut dice = Dice(seed.max(1));
    let mut lab = Lab::new(2);
    let main = lab.thread("MainThread");
    lab.run(main, 0, None);
    let mut all = vec![main];
    for n in 1..threads {
        all.push(lab.spawn(main, &format!("Thread-{n}")));
    }
    let queue = lab.object(ObjectKind::Queue, "jobs");
    // Who sleeps, and until when; everyone else but the runner is runnable.
    let mut asleep: Vec<(TrackId, u64)> = Vec::new();
    let mut ready: Vec<TrackId> = all[1..].to_vec();
    let mut runner = main;
    for step in 0..steps {
        lab.now += 1 + dice.roll(3000);
        lab.line = 1 + dice.roll(39) as u32;
        if dice.roll(20) == 0 {
            lab.print(runner, &format!("step {step}\n"));
        }
        if dice.roll(3) == 0 {
            lab.lock(queue, LockAction::Level(dice.roll(9) as i64), runner);
        }
        for n in (0..asleep.len()).rev() {
            if asleep[n].1 <= lab.now {
                let (thread, _) = asleep.remove(n);
                lab.state(thread, State::Runnable, None);
                ready.push(thread);
            }
        }
        if ready.is_empty() {
            continue;
        }
        let old = runner;
        let from = if dice.roll(2) == 0 {
            let until_nanos = lab.now + 500 + dice.roll(20_000);
            asleep.push((old, until_nanos));
            lab.leave(old, State::Sleeping { until_nanos }, GilDropReason::Blocking)
        } else {
            ready.push(old);
            lab.leave(old, State::Runnable, GilDropReason::Request)
        };
        runner = ready.remove(dice.roll(ready.len() as u64) as usize);
        let core = dice.roll(2) as usize;
        let to = lab.run(runner, core, Some(old));
        if dice.roll(2) == 0 {
            lab.b.link(LinkKind::HandOver, from, to);
        }
    }
    lab.end()
}
