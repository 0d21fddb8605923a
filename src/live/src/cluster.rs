//! Several processes hosted in one place, each on an event loop of its own that is turned by hand.
//!
//! What a host of workers does with messages is done here with calls: it is the coordinator's and the merger's reference,
//! and the tests' host. Nothing runs in parallel.

use std::collections::{BTreeMap, BTreeSet};

use interleave_python::process::Process;
use interleave_trace::{Cursor, Outcome, Trace};

use crate::clock::Clock;
use crate::cooperative::{Cooperative, Turn};
use crate::coordinator::{Birth, Coordinator, FIRST_PID, Order, ToCoordinator};
use crate::image::{self, Inherited};
use crate::machine::{Ended, LiveSettings, Written};
use crate::merge::Merger;

/// A process on its loop.
struct Member<C> {
    run: Cooperative<C>,
    cursor: Cursor,
    part: usize,
    told: bool,
}

/// A run of several processes.
pub struct Cluster<C> {
    program: String,
    text: String,
    settings: LiveSettings,
    clock: C,
    /// Has not run: what spawned processes are made from.
    template: Process,
    members: BTreeMap<u64, Member<C>>,
    coordinator: Coordinator,
    merger: Merger,
    /// How the first process ended.
    over: Option<Outcome>,
    out: Vec<Written>,
}

impl<C> std::fmt::Debug for Cluster<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cluster").field("members", &self.members.len()).finish_non_exhaustive()
    }
}

impl<C: Clock + Clone> Cluster<C> {
    /// A run that begins with `process`, which has not run yet.
    #[must_use]
    pub fn new(
        mut process: Process,
        program: &str,
        text: &str,
        settings: LiveSettings,
        clock: C,
        limit: usize,
    ) -> Self {
        let template = process.fork();
        let mut cluster = Self {
            program: program.to_owned(),
            text: text.to_owned(),
            merger: Merger::new(&settings.shown),
            settings,
            clock,
            template,
            members: BTreeMap::new(),
            coordinator: Coordinator::new(limit),
            over: None,
            out: Vec::new(),
        };
        cluster.add(process, FIRST_PID, FIRST_PID - 1, "MainProcess", (0, Vec::new()));
        cluster
    }

    fn add(
        &mut self,
        process: Process,
        pid: u64,
        parent: u64,
        name: &str,
        (first_thread, inherited): (u32, Vec<Inherited>),
    ) {
        let settings = LiveSettings {
            pid,
            parent_pid: parent,
            process_name: name.to_owned(),
            first_thread,
            inherited,
            coordinated: true,
            ..self.settings.clone()
        };
        let carrier = format!("event loop {}", self.members.len() + 1);
        let part = self.merger.add(self.members.get(&parent).map(|m| m.part), 0);
        let begun = self.clock.now_nanos();
        let (program, text, clock) = (&self.program, &self.text, self.clock.clone());
        let run = Cooperative::begun_at(process, program, text, settings, clock, &carrier, begun);
        self.members.insert(pid, Member { run, cursor: Cursor::default(), part, told: false });
    }

    /// Turns every loop once; how long until something is to be done again, or `None` when the run is over.
    pub fn turn(&mut self) -> Option<u64> {
        let mut wait = u64::MAX;
        let mut idle = BTreeSet::new();
        let pids: Vec<u64> = self.members.keys().copied().collect();
        for pid in pids {
            match self.turn_one(pid) {
                Some(Turn::Again) => wait = 0,
                Some(Turn::At(at)) => wait = wait.min(at.saturating_sub(self.clock.now_nanos())),
                Some(Turn::Waits) => {
                    idle.insert(pid);
                }
                Some(Turn::Over) | None => {}
            }
            if self.over.is_some() {
                return None;
            }
        }
        let now = self.clock.now_nanos();
        let mut orders = Vec::new();
        self.coordinator.poll(now, &mut orders);
        let answered = !orders.is_empty();
        self.carry_out(orders);
        if let Some(at) = self.coordinator.next_deadline() {
            wait = wait.min(at.saturating_sub(now));
        }
        if !answered && self.coordinator.is_stuck(&idle) {
            self.end(Outcome::Deadlock("deadlock: every process waits for another".to_owned()));
        }
        self.merger.advance();
        self.over.is_none().then_some(if answered { 0 } else { wait })
    }

    fn turn_one(&mut self, pid: u64) -> Option<Turn> {
        let member = self.members.get_mut(&pid).filter(|m| !m.told)?;
        let turn = member.run.turn();
        self.out.extend(member.run.take_output());
        let mut messages: Vec<ToCoordinator> = Vec::new();
        for call in member.run.take_calls() {
            // A host of workers sends bytes; so does this one.
            let image = call.image.as_ref().and_then(image::to_bytes).unwrap_or_default();
            messages.push(ToCoordinator::Call { thread: call.thread.0, call: call.call, image });
        }
        let ended = member.run.machine().ended().cloned();
        if let Some(ended) = &ended {
            member.told = true;
            let status = match ended {
                Ended::Exited(status) => *status,
                _ => 1,
            };
            messages.push(ToCoordinator::Ended { status });
        }
        let (now, chunk) = (self.clock.now_nanos(), member.run.machine().trace().chunk_since(&mut member.cursor));
        let part = member.part;
        // The chunks of one member come in order, so they fit.
        let _ = self.merger.extend(part, chunk, now);
        if ended.is_some() {
            self.merger.close(part);
        }
        let asked = !messages.is_empty();
        let mut orders = Vec::new();
        for message in messages {
            self.coordinator.hear(now, pid, message, &mut orders);
        }
        if pid == FIRST_PID
            && let Some(ended) = ended
        {
            let outcome = match ended {
                Ended::Exited(status) => Outcome::Exited(status),
                Ended::Deadlock(report) => Outcome::Deadlock(report),
                Ended::Limit(message) => Outcome::Limit(message),
                Ended::Stopped => Outcome::Stopped,
            };
            self.end(outcome);
        }
        self.carry_out(orders);
        Some(if asked { Turn::Again } else { turn })
    }

    fn carry_out(&mut self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Answer { pid, thread, answer } => {
                    if let Some(member) = self.members.get_mut(&pid) {
                        member.run.answer(interleave_python::exit::ThreadId(thread), answer);
                    }
                }
                Order::Start { pid, parent, name, birth } => {
                    let (process, begin) = match birth {
                        Birth::Spawned { argument } => (Some(self.template.spawned(argument, pid)), (0, Vec::new())),
                        Birth::Copy { image, thread } => match image::from_bytes(&image) {
                            Some(image) => (Some(image.process), (thread, image.objects)),
                            None => (None, (thread, Vec::new())),
                        },
                    };
                    match process {
                        Some(process) => self.add(process, pid, parent, &name, begin),
                        None => {
                            let mut more = Vec::new();
                            self.coordinator.crashed(self.clock.now_nanos(), pid, &mut more);
                            self.carry_out(more);
                        }
                    }
                }
                Order::Interrupt { pid } => {
                    if let Some(member) = self.members.get_mut(&pid) {
                        member.run.interrupt();
                    }
                }
                Order::Terminate { pid, .. } => self.cut(pid),
                Order::Over { .. } => {}
            }
        }
    }

    /// Ends a process where it stands.
    fn cut(&mut self, pid: u64) {
        if let Some(member) = self.members.get_mut(&pid).filter(|m| !m.told) {
            member.told = true;
            member.run.stop();
            let chunk = member.run.machine().trace().chunk_since(&mut member.cursor);
            let _ = self.merger.extend(member.part, chunk, u64::MAX / 2);
            self.merger.close(member.part);
        }
    }

    fn end(&mut self, outcome: Outcome) {
        if self.over.is_none() {
            for pid in self.members.keys().copied().collect::<Vec<_>>() {
                self.cut(pid);
            }
            self.over = Some(outcome);
        }
    }

    pub fn take_output(&mut self) -> Vec<Written> {
        std::mem::take(&mut self.out)
    }

    /// The log of the whole run.
    #[must_use]
    pub fn finish(mut self) -> Trace {
        self.end(Outcome::Stopped);
        self.merger.finish(self.clock.now_nanos(), self.over.unwrap_or(Outcome::Stopped))
    }
}
