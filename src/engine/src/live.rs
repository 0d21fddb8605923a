//! Live runs: a worker for every process, and one that coordinates them.
//!
//! | module | holds |
//! | --- | --- |
//! | this one | one process in its worker: its threads in turns on the event loop, or on a wasm thread each |
//! | [`hub`] | the coordinating worker: starts and ends the others, carries their messages, joins their logs |
//! | [`messages`] | what they say to each other |
//!
//! Keeps true: a turn takes milliseconds, so a worker hears messages between two of them. There is no going back to an
//! earlier moment of a live run: what was measured is in the trace, and nothing else is kept.

pub mod hub;
pub mod messages;

use std::sync::Arc;

use interleave_live::coordinator::{Birth, Call, ToCoordinator};
use interleave_live::{
    Clock, Cooperative, Ended, Executor, LiveMachine, LiveSettings, LiveThreads, Turn, image, run_on_threads,
};
use interleave_protocol::Diagnostic;
use interleave_python::exit::ThreadId;
use interleave_trace::{Cursor, Outcome};

use crate::start::{FILE_NAME, boot_live, no_place};
use messages::{Begin, FromProcess, ToProcess};

#[derive(Debug)]
enum Carried<C> {
    Loop(Box<Cooperative<C>>),
    Threads(LiveThreads<C>),
}

/// A live process.
#[derive(Debug)]
pub struct LiveRun<C> {
    run: Carried<C>,
    cursor: Cursor,
    over: bool,
    /// Answers of the coordinator so far.
    answers: u64,
    /// The last turn found nothing to do but wait for one.
    waits: bool,
}

impl<C: Clock + Send + Sync + 'static> LiveRun<C> {
    /// `threads`: where threads come from; without it, all take turns on this event loop.
    ///
    /// # Errors
    /// What is wrong with the program or the settings, with its place.
    pub fn start(begin: &Begin, clock: C, threads: Option<Arc<dyn Executor>>) -> Result<Self, Vec<Diagnostic>> {
        let request = &begin.request.run;
        let (mut process, first_thread, inherited) = match &begin.birth {
            None => (boot_live(request)?, 0, Vec::new()),
            Some(Birth::Spawned { argument }) => (boot_live(request)?.spawned(*argument, begin.pid), 0, Vec::new()),
            Some(Birth::Copy { image, thread }) => {
                let copy = image::from_bytes(image);
                let copy =
                    copy.ok_or_else(|| vec![no_place("Fork", "the copy of the process cannot be read".to_owned())])?;
                (copy.process, *thread, copy.objects)
            }
        };
        process.set_origin(begin.origin.clone());
        let limits = &request.limits;
        let settings = LiveSettings {
            switch_interval_nanos: request.settings.interval_nanos().unwrap_or(5_000_000),
            events: usize::try_from(limits.events).unwrap_or(usize::MAX),
            output_bytes: usize::try_from(limits.output_bytes).unwrap_or(usize::MAX),
            cpu_count: begin.hardware_threads,
            stdin: request.settings.stdin.clone(),
            wall_start_nanos: begin.wall_start_nanos,
            pid: begin.pid,
            parent_pid: begin.parent,
            process_name: begin.name.clone(),
            first_thread,
            inherited,
            start_method: request.settings.start_method.word().to_owned(),
            coordinated: true,
            threads: begin.request.threads,
            wall_nanos: begin.request.wall_nanos,
            ..LiveSettings::default()
        };
        let source = &request.source;
        let run = match threads {
            Some(executor) => Carried::Threads(
                run_on_threads(process, FILE_NAME, source, settings, clock, executor)
                    .map_err(|error| vec![no_place("Threads", error.to_string())])?,
            ),
            None => {
                let (now, carrier) = (clock.now_nanos(), &begin.carrier);
                Carried::Loop(Box::new(Cooperative::begun_at(
                    process, FILE_NAME, source, settings, clock, carrier, now,
                )))
            }
        };
        Ok(Self { run, cursor: Cursor::default(), over: false, answers: 0, waits: false })
    }

    /// Takes a message of the coordinator.
    pub fn hear(&mut self, message: ToProcess) {
        if let ToProcess::Answer { now_nanos, .. } = &message {
            self.answers += 1;
            match &self.run {
                Carried::Loop(run) => run.not_before(*now_nanos),
                Carried::Threads(run) => run.not_before(*now_nanos),
            }
        }
        match (message, &mut self.run) {
            (ToProcess::Answer { thread, answer, .. }, Carried::Loop(run)) => run.answer(ThreadId(thread), answer),
            (ToProcess::Answer { thread, answer, .. }, Carried::Threads(run)) => run.answer(ThreadId(thread), answer),
            (ToProcess::Interrupt, Carried::Loop(run)) => run.interrupt(),
            (ToProcess::Interrupt, Carried::Threads(run)) => run.interrupt(),
            (ToProcess::Pause(paused), Carried::Loop(run)) => run.pause(paused),
            (ToProcess::Pause(paused), Carried::Threads(run)) => run.pause(paused),
            // A worker becomes a process once, and its host says what time it is.
            (ToProcess::Begin(_) | ToProcess::Ping, _) => {}
        }
    }

    /// Executes for a few milliseconds, or looks at the threads that do; says when to call again.
    pub fn turn(&mut self, out: &mut Vec<FromProcess>) -> Turn {
        if self.over {
            return Turn::Over;
        }
        let turn = match &mut self.run {
            Carried::Loop(run) => run.turn(),
            Carried::Threads(run) if run.is_over() => Turn::Over,
            // They poke when there is something to see.
            Carried::Threads(_) => Turn::Waits,
        };
        let calls = match &mut self.run {
            Carried::Loop(run) => run.take_calls(),
            Carried::Threads(run) => run.take_calls(),
        };
        // What it wrote before it told anybody else anything is known before: whoever hears of it may end this process.
        if !calls.is_empty() && self.look(|machine| machine.has_output()) {
            self.report(out);
        }
        for Call { thread, call, image } in calls {
            let image = image.as_ref().and_then(image::to_bytes).unwrap_or_default();
            let call = ToCoordinator::Call { thread: thread.0, call, image };
            out.push(FromProcess::Call { call, now_nanos: self.now_nanos() });
        }
        self.waits = turn == Turn::Waits && matches!(self.run, Carried::Loop(_));
        if turn == Turn::Over {
            self.end(out);
        }
        turn
    }

    #[must_use]
    pub fn now_nanos(&self) -> u64 {
        match &self.run {
            Carried::Loop(run) => run.now_nanos(),
            Carried::Threads(run) => run.now_nanos(),
        }
    }

    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over
    }

    fn look<T>(&mut self, see: impl FnOnce(&mut LiveMachine) -> T) -> T {
        match &mut self.run {
            Carried::Loop(run) => see(run.machine_mut()),
            Carried::Threads(run) => run.look(see),
        }
    }

    /// Sends what has been recorded since the last call.
    pub fn report(&mut self, out: &mut Vec<FromProcess>) {
        let mut cursor = std::mem::take(&mut self.cursor);
        let now_nanos = self.now_nanos();
        let chunk = self.look(|machine| {
            // What was written is in the trace.
            drop(machine.take_output());
            machine.trace().chunk_since(&mut cursor)
        });
        self.cursor = cursor;
        let instructions = match &self.run {
            Carried::Loop(run) => run.instructions(),
            Carried::Threads(run) => run.instructions(),
        };
        let waits_after = self.waits.then_some(self.answers);
        out.push(FromProcess::Report { chunk: Box::new(chunk), now_nanos, instructions, waits_after });
    }

    fn end(&mut self, out: &mut Vec<FromProcess>) {
        self.report(out);
        self.over = true;
        let (outcome, status) = match self.look(|machine| machine.ended().cloned()) {
            Some(Ended::Exited(status)) => (Outcome::Exited(status), status),
            Some(Ended::Deadlock(report)) => (Outcome::Deadlock(report), 1),
            Some(Ended::Limit(message)) => (Outcome::Limit(message), 1),
            Some(Ended::Stopped) | None => (Outcome::Stopped, 1),
        };
        out.push(FromProcess::Ended { outcome, status });
    }
}
