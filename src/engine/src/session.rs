//! One run and the questions about it, without a browser: messages in, messages out.
//!
//! A session is driven by [`Session::hear`] for each message and [`Session::work`] for each slice, as long as
//! [`Session::has_work`]. It measures itself in instructions; the worker measures milliseconds and sets the size of a slice.

use interleave_kernel::policy::compact;
use interleave_protocol::{
    Direction, Finished, Frame, FromEngine, Inspected, Progress, RunRequest, ThreadView, ToEngine, Variable,
};
use interleave_sim::{Ended, Guest, Simulation, WorkBudget, simulation};
use interleave_trace::{Cursor, Outcome};

/// Variables of a frame, and module-level names, that are sent at most.
const MAX_VARIABLES: usize = 200;
/// Suspended tasks whose frames are sent at most.
const MAX_TASKS: usize = 100;
/// Frames of a thread that are sent at most, the innermost ones.
const MAX_FRAMES: usize = 50;

/// Hashing reads every event once more, and the page waits meanwhile: a tenth of a second for so many.
const MAX_HASHED_EVENTS: usize = 500_000;

/// Decisions that are sent at most: more than a link could hold.
const MAX_SCHEDULE: usize = interleave_protocol::link::MAX_SCHEDULE;

/// Makes the simulation of a request, or says why there is none.
pub type Start<G> = fn(&RunRequest) -> Result<Simulation<G>, Vec<interleave_protocol::Diagnostic>>;

struct Run<G> {
    number: u32,
    simulation: Simulation<G>,
    cursor: Cursor,
    over: bool,
    max_events: u64,
}

/// A question that waits for its turn; a newer one of its kind takes its place.
#[derive(Clone, Copy, Debug, Default)]
struct Questions {
    inspect: Option<(u32, u64)>,
    step_line: Option<(u32, u64, Direction)>,
}

/// What the worker hosts.
pub struct Session<G> {
    start: Start<G>,
    run: Option<Run<G>>,
    questions: Questions,
}

impl<G> std::fmt::Debug for Session<G> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("run", &self.run.as_ref().map(|run| run.number)).finish_non_exhaustive()
    }
}

impl<G: Guest> Session<G> {
    #[must_use]
    pub fn new(start: Start<G>) -> Self {
        Self { start, run: None, questions: Questions::default() }
    }

    /// Takes a message. Long work is only noted here, and done by [`work`](Self::work).
    pub fn hear(&mut self, message: ToEngine, out: &mut Vec<FromEngine>) {
        match message {
            ToEngine::Run(request) => {
                // The old run stays until the new one can start: its trace is what the page goes on showing.
                if let Some(run) = self.run.as_mut().filter(|run| !run.over) {
                    run.over = true;
                }
                match (self.start)(&request) {
                    Ok(simulation) => {
                        self.questions = Questions::default();
                        self.run = Some(Run {
                            number: request.run,
                            simulation,
                            cursor: Cursor::default(),
                            over: false,
                            max_events: request.limits.events,
                        });
                    }
                    Err(items) => out.push(FromEngine::Diagnostics { run: request.run, items }),
                }
            }
            // The worker's, which has the clock.
            ToEngine::RunLive(_) | ToEngine::Pause { .. } => {}
            ToEngine::Cancel { run: number } => {
                if let Some(run) = self.run.as_mut().filter(|run| run.number == number && !run.over) {
                    run.end(Outcome::Stopped, out);
                }
            }
            ToEngine::Inspect { run, at_nanos } => self.questions.inspect = Some((run, at_nanos)),
            ToEngine::StepLine { run, at_nanos, direction } => {
                self.questions.step_line = Some((run, at_nanos, direction));
            }
        }
    }

    /// Whether [`work`](Self::work) has anything to do.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.run.as_ref().is_some_and(|run| !run.over)
            || self.questions.inspect.is_some()
            || self.questions.step_line.is_some()
    }

    /// One slice: a question, or so many instructions of the run.
    pub fn work(&mut self, instructions: u64, out: &mut Vec<FromEngine>) {
        if let Some((number, at_nanos, direction)) = self.questions.step_line.take() {
            let direction = match direction {
                Direction::Forward => simulation::Direction::Forward,
                Direction::Back => simulation::Direction::Back,
            };
            let run = self.run.as_mut().filter(|run| run.number == number);
            let at_nanos = run.and_then(|run| run.simulation.step_line(at_nanos, direction, None));
            out.push(FromEngine::SteppedTo { run: number, at_nanos });
        } else if let Some((number, at_nanos)) = self.questions.inspect.take() {
            if let Some(run) = self.run.as_mut().filter(|run| run.number == number) {
                let inspected = run.inspect(at_nanos);
                out.push(FromEngine::Inspected { run: number, inspected });
            }
        } else if let Some(run) = self.run.as_mut().filter(|run| !run.over) {
            run.go_on(instructions, out);
        }
    }

    /// Sends what has been recorded since the last call, and how far the run is.
    pub fn report(&mut self, out: &mut Vec<FromEngine>) {
        if let Some(run) = self.run.as_mut().filter(|run| !run.over) {
            run.report(out);
        }
    }
}

impl<G: Guest> Run<G> {
    fn go_on(&mut self, instructions: u64, out: &mut Vec<FromEngine>) {
        let progress = self.simulation.run_until(WorkBudget { instructions, until_nanos: None });
        if let Some(ended) = self.simulation.ended() {
            let outcome = outcome_of(ended);
            self.end(outcome, out);
        } else if progress.events > self.max_events {
            let message = format!("stopped after {} recorded events", self.max_events);
            self.end(Outcome::Limit(message), out);
        } else if progress.done {
            self.end(Outcome::Stopped, out);
        }
    }

    fn progress(&self) -> Progress {
        let simulation::Progress { virtual_nanos, instructions, events, .. } = self.simulation.progress();
        Progress { virtual_nanos, instructions, events }
    }

    fn report(&mut self, out: &mut Vec<FromEngine>) {
        let chunk = self.simulation.trace().chunk_since(&mut self.cursor);
        out.push(FromEngine::Chunk { run: self.number, chunk });
        out.push(FromEngine::Progress { run: self.number, progress: self.progress() });
    }

    fn end(&mut self, outcome: Outcome, out: &mut Vec<FromEngine>) {
        self.report(out);
        self.over = true;
        let trace_hash = self.trace_hash(&outcome);
        let finished = Finished { outcome, progress: self.progress(), trace_hash, schedule: self.schedule() };
        out.push(FromEngine::Finished { run: self.number, finished });
    }

    /// The decisions made, for a link; none where they would not fit in one.
    fn schedule(&self) -> Vec<u32> {
        let schedule = compact(&self.simulation.trace().schedule);
        if schedule.len() > MAX_SCHEDULE { Vec::new() } else { schedule }
    }

    /// The hash of the trace as it is when it is ended.
    fn trace_hash(&self, outcome: &Outcome) -> Option<String> {
        let trace = self.simulation.trace();
        (trace.events.len() <= MAX_HASHED_EVENTS).then(|| {
            let mut trace = trace.clone();
            trace.end_nanos = trace.end_nanos.max(self.simulation.now_nanos());
            trace.outcome = outcome.clone();
            trace.hash().to_string()
        })
    }

    fn inspect(&mut self, at_nanos: u64) -> Inspected {
        let seen = self.simulation.inspect(at_nanos);
        let variables = |all: Vec<interleave_sim::Variable>| -> Vec<Variable> {
            let kept = all.into_iter().take(MAX_VARIABLES);
            kept.map(|variable| Variable { name: variable.name, value: variable.value }).collect()
        };
        let frames = |all: Vec<interleave_sim::Frame>| -> Vec<Frame> {
            let hidden = all.len().saturating_sub(MAX_FRAMES);
            let frame = |frame: interleave_sim::Frame| Frame {
                function: frame.function,
                line: frame.range.line,
                variables: variables(frame.variables),
            };
            all.into_iter().skip(hidden).map(frame).collect()
        };
        let in_turn = |thread| seen.tasks.iter().find(|t| t.thread == Some(thread) && t.frames.is_empty())?.track;
        let mut threads: Vec<ThreadView> = Vec::new();
        for thread in seen.threads.into_iter().filter(|thread| !thread.frames.is_empty()) {
            let track = thread.track;
            threads.push(ThreadView { track, suspended: false, task: in_turn(track), frames: frames(thread.frames) });
        }
        for task in seen.tasks.into_iter().filter(|task| !task.frames.is_empty()).take(MAX_TASKS) {
            let Some(track) = task.track else { continue };
            threads.push(ThreadView { track, suspended: true, task: None, frames: frames(task.frames) });
        }
        // What was asked is what is answered, so that the page knows its own question again.
        Inspected { at_nanos, threads, globals: variables(seen.globals) }
    }
}

fn outcome_of(ended: &Ended) -> Outcome {
    match ended {
        Ended::Exited(status) => Outcome::Exited(*status),
        Ended::Deadlock(report) => Outcome::Deadlock(report.to_string()),
        Ended::Limit(limit) => Outcome::Limit(limit.to_string()),
        Ended::ReplayMismatch(why) => Outcome::Limit(why.clone()),
    }
}

#[cfg(test)]
mod tests {
    use interleave_protocol::{Limits, Settings};
    use interleave_python::process::Process;
    use interleave_trace::{EventKind, Trace};

    use super::*;
    use crate::start::start_python;

    const SLICE: u64 = 200;

    fn request(run: u32, source: &str) -> ToEngine {
        ToEngine::Run(RunRequest {
            run,
            source: source.to_owned(),
            settings: Settings::default(),
            limits: Limits::default(),
            schedule: Vec::new(),
        })
    }

    fn start(source: &str) -> (Session<Process>, Vec<FromEngine>) {
        let mut session = Session::new(start_python as Start<Process>);
        let mut out = Vec::new();
        session.hear(request(1, source), &mut out);
        (session, out)
    }

    /// Works until there is nothing to do, reporting after every slice.
    fn work(session: &mut Session<Process>, out: &mut Vec<FromEngine>) {
        let mut slices = 0;
        while session.has_work() {
            session.work(SLICE, out);
            session.report(out);
            slices += 1;
            assert!(slices < 100_000, "the session never ends");
        }
    }

    fn assembled(out: &[FromEngine]) -> (Trace, Option<Outcome>) {
        let mut trace = Trace::default();
        let mut outcome = None;
        for message in out {
            match message {
                FromEngine::Chunk { chunk, .. } => assert_eq!(trace.apply(chunk.clone()), Ok(())),
                FromEngine::Finished { finished, .. } => outcome = Some(finished.outcome.clone()),
                _ => {}
            }
        }
        (trace, outcome)
    }

    fn printed(trace: &Trace) -> String {
        let texts = trace.events.iter().filter_map(|event| match event.kind {
            EventKind::Output { stderr: false, text } => Some(trace.str(text).to_owned()),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn chunks_of_a_sliced_run_add_up() {
        let source = include_str!("../../../tests/programs/threads-demo/race-with-lock/main.py");
        let golden = include_str!("../../../tests/programs/threads-demo/race-with-lock/stdout.txt");
        let (mut session, mut out) = start(source);
        work(&mut session, &mut out);
        let (mut trace, outcome) = assembled(&out);
        assert_eq!(outcome, Some(Outcome::Exited(0)));
        assert_eq!(printed(&trace), golden);
        trace.outcome = Outcome::Exited(0);
        assert_eq!(trace.validate(), Ok(()));
        assert!(out.iter().filter(|message| matches!(message, FromEngine::Chunk { .. })).count() > 1);
    }

    #[test]
    fn the_hash_is_that_of_the_finished_trace() {
        for source in ["print(1)\n", "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n"] {
            let (mut session, mut out) = start(source);
            work(&mut session, &mut out);
            let told = out.iter().find_map(|message| match message {
                FromEngine::Finished { finished, .. } => finished.trace_hash.clone(),
                _ => None,
            });
            let simulation = session.run.map(|run| run.simulation);
            assert_eq!(told, simulation.map(|simulation| simulation.finish().hash().to_string()), "{source}");
        }
    }

    #[test]
    fn a_run_that_chance_decided_is_the_same_from_its_schedule() {
        let source = include_str!("../../../tests/programs/threads-demo/race-without-lock/main.py");
        let ended = |settings: Settings, schedule: Vec<u32>| {
            let mut session = Session::new(start_python as Start<Process>);
            let mut out = Vec::new();
            let request =
                RunRequest { run: 1, source: source.to_owned(), settings, limits: Limits::default(), schedule };
            session.hear(ToEngine::Run(request), &mut out);
            work(&mut session, &mut out);
            out.into_iter().find_map(|message| match message {
                FromEngine::Finished { finished, .. } => Some((finished.trace_hash, finished.schedule)),
                _ => None,
            })
        };
        let random = |seed| Settings { policy: interleave_protocol::Policy::Random, seed, ..Settings::default() };
        let (hash, schedule) = ended(random(7), Vec::new()).unwrap_or_default();
        assert!(hash.is_some() && !schedule.is_empty());
        let (other, _) = ended(random(8), Vec::new()).unwrap_or_default();
        assert_ne!(other, hash, "another seed decides otherwise");
        let (again, kept) = ended(random(7), schedule.clone()).unwrap_or_default();
        assert_eq!((again, kept), (hash, schedule));
    }

    #[test]
    fn an_endless_loop_is_cancelled_between_two_slices() {
        let (mut session, mut out) = start("while True:\n    pass\n");
        for _ in 0..5 {
            session.work(SLICE, &mut out);
        }
        assert!(session.has_work());
        session.hear(ToEngine::Cancel { run: 1 }, &mut out);
        assert!(!session.has_work());
        assert_eq!(assembled(&out).1, Some(Outcome::Stopped));
    }

    #[test]
    fn a_cancel_of_another_run_changes_nothing() {
        let (mut session, mut out) = start("print(1)\n");
        session.hear(ToEngine::Cancel { run: 7 }, &mut out);
        work(&mut session, &mut out);
        assert_eq!(assembled(&out).1, Some(Outcome::Exited(0)));
    }

    #[test]
    fn a_mistake_is_told_with_its_place_and_the_last_run_can_still_be_asked() {
        let (mut session, mut out) = start("answer = 42\n");
        work(&mut session, &mut out);
        out.clear();
        session.hear(request(2, "print(1)\nx = [\n"), &mut out);
        let Some(FromEngine::Diagnostics { run: 2, items }) = out.first() else {
            unreachable!("no diagnostics: {out:?}")
        };
        assert_eq!(items.first().map(|item| (item.kind.as_str(), item.line)), Some(("SyntaxError", 2)));
        out.clear();
        session.hear(ToEngine::Inspect { run: 1, at_nanos: u64::MAX }, &mut out);
        work(&mut session, &mut out);
        let Some(FromEngine::Inspected { run: 1, inspected }) = out.first() else { unreachable!("no answer: {out:?}") };
        let answer = inspected.globals.iter().find(|variable| variable.name == "answer");
        assert_eq!(answer.map(|variable| variable.value.as_str()), Some("42"));
    }

    #[test]
    fn stepping_by_lines_goes_there_and_back() {
        let (mut session, mut out) = start("a = 1\nb = 2\nc = 3\n");
        work(&mut session, &mut out);
        let mut step = |at_nanos, direction| {
            let mut out = Vec::new();
            session.hear(ToEngine::StepLine { run: 1, at_nanos, direction }, &mut out);
            work(&mut session, &mut out);
            match out.first() {
                Some(FromEngine::SteppedTo { at_nanos, .. }) => *at_nanos,
                other => unreachable!("no answer: {other:?}"),
            }
        };
        let mut times = vec![0];
        while let Some(next) = step(*times.last().unwrap_or(&0), Direction::Forward) {
            times.push(next);
        }
        assert!(times.len() >= 3, "{times:?}");
        for pair in times.windows(2).skip(1) {
            if let [earlier, later] = pair {
                assert_eq!(step(*later, Direction::Back), Some(*earlier), "{times:?}");
            }
        }
    }

    #[test]
    fn a_limit_of_the_request_ends_the_run_by_name() {
        let mut session = Session::new(start_python as Start<Process>);
        let mut out = Vec::new();
        session.hear(
            ToEngine::Run(RunRequest {
                run: 1,
                source: "while True:\n    pass\n".to_owned(),
                settings: Settings::default(),
                limits: Limits { instructions: 100_000, ..Limits::default() },
                schedule: Vec::new(),
            }),
            &mut out,
        );
        work(&mut session, &mut out);
        let Some(Outcome::Limit(message)) = assembled(&out).1 else { unreachable!("no limit: {out:?}") };
        assert!(message.contains("instruction"), "{message}");
    }
}
