//! The coordinating worker of a live run, without a browser: who is to be started, told and ended.
//!
//! Keeps true: a process has one worker; a worker that was ended or has died gets no more messages; the run is over when
//! its first process is, and then no worker is left.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use interleave_live::coordinator::{Birth, Coordinator, FIRST_PID, Order, Remote, ToCoordinator};
use interleave_live::merge::Merger;
use interleave_protocol::{Finished, FromEngine, LiveRequest, Progress};
use interleave_python::exit::Answer;
use interleave_python::process_call::ProcessCall;
use interleave_trace::{Cursor, Outcome};

use super::messages::{Begin, FromProcess, ToProcess};

/// A real request, as `ProcessCall::Fetch` has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    pub url: String,
    pub headers: String,
    pub body: Arc<[u8]>,
    pub timeout_nanos: Option<u64>,
}

/// What the hub asks of the worker it lives in.
pub trait Workers {
    /// Starts the worker of a process; `first`: of the run's first one.
    fn start(&mut self, pid: u64, first: bool);
    fn post(&mut self, pid: u64, message: &ToProcess);
    /// Ends a worker at once.
    fn end(&mut self, pid: u64);
    /// Begins a request to the page's origin; its answer comes to [`Hub::answer`].
    fn fetch(&mut self, pid: u64, thread: u32, request: Request);
}

#[derive(Debug)]
struct Member {
    part: usize,
    instructions: u64,
    /// Answers sent to it, and after how many of them it said that all its threads wait for another.
    answers: u64,
    waits_after: Option<u64>,
}

/// A live run.
#[derive(Debug)]
pub struct Hub {
    request: LiveRequest,
    surroundings: Surroundings,
    coordinator: Coordinator,
    merger: Merger,
    members: BTreeMap<u64, Member>,
    /// Workers started so far, for their names.
    started: u32,
    begun: bool,
    paused: bool,
    cursor: Cursor,
    over: Option<Outcome>,
    /// What processes have said they did before.
    heard_nanos: u64,
}

/// What the browser says of itself when the run begins.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Now, on the clock that all workers share.
    pub start_millis: f64,
    /// Nanoseconds since the epoch.
    pub wall_start_nanos: u64,
    pub hardware_threads: u32,
    /// Of the page: requests to it are real.
    pub origin: Option<String>,
}

impl Hub {
    /// Starts the worker of the first process, which begins when it is there: see [`begin`](Self::begin).
    pub fn start(request: LiveRequest, workers: &mut impl Workers) -> Self {
        workers.start(FIRST_PID, true);
        Self {
            coordinator: Coordinator::new(request.processes as usize),
            request,
            surroundings: Surroundings::default(),
            merger: Merger::new(""),
            members: BTreeMap::new(),
            started: 0,
            begun: false,
            paused: false,
            cursor: Cursor::default(),
            over: None,
            heard_nanos: 0,
        }
    }

    /// The first worker is ready: the program begins, and so does its time.
    pub fn begin(&mut self, surroundings: Surroundings, workers: &mut impl Workers) {
        if !self.begun {
            self.begun = true;
            self.surroundings = surroundings;
            self.add(FIRST_PID, FIRST_PID - 1, "MainProcess".to_owned(), None, workers);
        }
    }

    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.begun
    }

    fn add(&mut self, pid: u64, parent: u64, name: String, birth: Option<Birth>, workers: &mut impl Workers) {
        let part = self.merger.add(self.members.get(&parent).map(|m| m.part), 0);
        self.members.insert(pid, Member { part, instructions: 0, answers: 0, waits_after: None });
        self.started += 1;
        if birth.is_some() {
            workers.start(pid, false);
        }
        let Surroundings { start_millis, wall_start_nanos, hardware_threads, origin } = self.surroundings.clone();
        let begin = Begin {
            request: self.request.clone(),
            pid,
            parent,
            name,
            birth,
            carrier: format!("Web Worker {}", self.started),
            start_millis,
            wall_start_nanos,
            hardware_threads,
            origin,
        };
        workers.post(pid, &ToProcess::Begin(Box::new(begin)));
        if self.paused {
            workers.post(pid, &ToProcess::Pause(true));
        }
    }

    /// Holds every process at its next switch point, or lets them go on.
    pub fn pause(&mut self, paused: bool, workers: &mut impl Workers) {
        self.paused = paused;
        for pid in self.members.keys() {
            workers.post(*pid, &ToProcess::Pause(paused));
        }
    }

    /// The number of the run, for messages that name it.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.request.run.run
    }

    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over.is_some()
    }

    /// When [`poll`](Self::poll) has something to do, in nanoseconds since the start.
    #[must_use]
    pub fn next_deadline(&self) -> Option<u64> {
        self.coordinator.next_deadline()
    }

    /// What came of a request.
    pub fn answer(&mut self, now: u64, pid: u64, thread: u32, answer: Answer, workers: &mut impl Workers) {
        if self.over.is_none() {
            self.carry_out(now, vec![Order::Answer { pid, thread, answer }], workers, &mut Vec::new());
        }
    }

    /// Ends the waits whose time is over.
    pub fn poll(&mut self, now: u64, workers: &mut impl Workers, out: &mut Vec<FromEngine>) {
        let mut orders = Vec::new();
        self.coordinator.poll(now, &mut orders);
        self.carry_out(now, orders, workers, out);
    }

    /// Takes a message of a process's worker.
    pub fn hear(
        &mut self,
        now: u64,
        pid: u64,
        message: FromProcess,
        workers: &mut impl Workers,
        out: &mut Vec<FromEngine>,
    ) {
        if self.over.is_some() {
            return;
        }
        let mut orders = Vec::new();
        match message {
            // The host of the workers has seen to these.
            FromProcess::Ready | FromProcess::Time { .. } => {}
            FromProcess::Refused { items } => {
                if pid == FIRST_PID {
                    out.push(FromEngine::Diagnostics { run: self.number(), items });
                    return self.end(now, Outcome::Stopped, workers, out);
                }
                self.coordinator.crashed(now, pid, &mut orders);
            }
            FromProcess::Call { call, now_nanos } => {
                self.heard_nanos = self.heard_nanos.max(now_nanos.saturating_add(1));
                match call {
                    ToCoordinator::Call {
                        thread,
                        call: Remote::Process(ProcessCall::Fetch { method, url, headers, body, timeout_nanos }),
                        ..
                    } => workers.fetch(pid, thread, Request { method, url, headers, body, timeout_nanos }),
                    call => self.coordinator.hear(now, pid, call, &mut orders),
                }
            }
            FromProcess::Report { chunk, now_nanos, instructions, waits_after } => {
                if let Some(member) = self.members.get_mut(&pid) {
                    member.instructions = instructions;
                    member.waits_after = waits_after;
                    // Messages of one worker come in order, so its chunks fit.
                    let _ = self.merger.extend(member.part, *chunk, now_nanos);
                }
            }
            FromProcess::Ended { outcome, status } => {
                self.close(pid, workers);
                if pid == FIRST_PID {
                    return self.end(now, outcome, workers, out);
                }
                self.coordinator.hear(now, pid, ToCoordinator::Ended { status }, &mut orders);
            }
        }
        self.carry_out(now, orders, workers, out);
        self.check_deadlock(now, workers, out);
    }

    /// Nobody can ever go on: every process waits for another, and no clock ends a wait.
    fn check_deadlock(&mut self, now: u64, workers: &mut impl Workers, out: &mut Vec<FromEngine>) {
        let idle = |m: &Member| m.waits_after == Some(m.answers);
        let idle: BTreeSet<u64> = self.members.iter().filter(|(_, m)| idle(m)).map(|(pid, _)| *pid).collect();
        if self.begun && self.over.is_none() && !self.paused && self.coordinator.is_stuck(&idle) {
            let report = "deadlock: every process waits for another".to_owned();
            self.end(now, Outcome::Deadlock(report), workers, out);
        }
    }

    /// A worker has died: its process counts as killed.
    pub fn crashed(&mut self, now: u64, pid: u64, workers: &mut impl Workers, out: &mut Vec<FromEngine>) {
        self.cut(pid, now, "the Web Worker of this process died: exit code -9", workers);
        if pid == FIRST_PID {
            return self.end(now, Outcome::Limit("the worker of the first process has died".to_owned()), workers, out);
        }
        let mut orders = Vec::new();
        self.coordinator.crashed(now, pid, &mut orders);
        self.carry_out(now, orders, workers, out);
    }

    fn carry_out(&mut self, now: u64, orders: Vec<Order>, workers: &mut impl Workers, out: &mut Vec<FromEngine>) {
        for order in orders {
            match order {
                Order::Answer { pid, thread, answer } => {
                    if let Some(member) = self.members.get_mut(&pid) {
                        member.answers += 1;
                    }
                    workers.post(pid, &ToProcess::Answer { thread, answer, now_nanos: self.heard_nanos });
                }
                Order::Start { pid, parent, name, birth } => self.add(pid, parent, name, Some(birth), workers),
                Order::Interrupt { pid } => workers.post(pid, &ToProcess::Interrupt),
                Order::Terminate { pid, signal } => {
                    let signal = i32::from(signal);
                    self.cut(pid, now, &format!("killed by signal {signal}: exit code -{signal}"), workers);
                    if pid == FIRST_PID {
                        // As a shell has it.
                        self.end(now, Outcome::Exited(128 + signal), workers, out);
                    }
                }
                // The first process's own `Ended` says how.
                Order::Over { .. } => {}
            }
        }
    }

    /// Ends a worker that has not ended its process itself.
    fn cut(&mut self, pid: u64, now: u64, why: &str, workers: &mut impl Workers) {
        if let Some(member) = self.members.get(&pid) {
            self.merger.cut(member.part, now, why.to_owned());
        }
        workers.end(pid);
    }

    fn close(&mut self, pid: u64, workers: &mut impl Workers) {
        if let Some(member) = self.members.get(&pid) {
            self.merger.close(member.part);
        }
        workers.end(pid);
    }

    /// Ends the run from outside.
    pub fn stop(&mut self, now: u64, workers: &mut impl Workers, out: &mut Vec<FromEngine>) {
        if self.over.is_none() {
            self.end(now, Outcome::Stopped, workers, out);
        }
    }

    fn end(&mut self, now: u64, outcome: Outcome, workers: &mut impl Workers, out: &mut Vec<FromEngine>) {
        let pids: Vec<u64> = self.members.keys().copied().collect();
        for pid in pids {
            self.close(pid, workers);
        }
        // Not begun yet, it is no member.
        workers.end(FIRST_PID);
        self.merger.advance();
        self.merger.cut_all(now);
        self.report(now, out);
        let finished =
            Finished { outcome: outcome.clone(), progress: self.progress(now), trace_hash: None, schedule: Vec::new() };
        out.push(FromEngine::Finished { run: self.number(), finished });
        self.over = Some(outcome);
    }

    fn progress(&self, now: u64) -> Progress {
        Progress {
            virtual_nanos: now,
            instructions: self.members.values().map(|m| m.instructions).sum(),
            events: self.merger.trace().events.len() as u64,
        }
    }

    /// Sends the page what is certain by now.
    pub fn report(&mut self, now: u64, out: &mut Vec<FromEngine>) {
        if self.over.is_some() {
            return;
        }
        self.merger.advance();
        let chunk = self.merger.trace().chunk_since(&mut self.cursor);
        out.push(FromEngine::Chunk { run: self.number(), chunk });
        out.push(FromEngine::Progress { run: self.number(), progress: self.progress(now) });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use interleave_live::{Clock, SystemClock, Turn};
    use interleave_protocol::{EventLoop, Limits, RunRequest, Settings};
    use interleave_python::away::Plain;
    use interleave_trace::{Clock as ClockKind, EventKind, Trace};

    use super::super::LiveRun;
    use super::*;

    /// Workers in this thread: a run for each process.
    #[derive(Default)]
    struct Local {
        clock: Option<SystemClock>,
        runs: BTreeMap<u64, Option<LiveRun<SystemClock>>>,
        heard: VecDeque<(u64, FromProcess)>,
        asked: Vec<(u64, u32, Request)>,
    }

    impl Workers for Local {
        fn start(&mut self, pid: u64, _first: bool) {
            self.runs.insert(pid, None);
        }

        fn post(&mut self, pid: u64, message: &ToProcess) {
            let (mut out, clock) = (Vec::new(), *self.clock.get_or_insert_with(SystemClock::start));
            match (self.runs.get_mut(&pid), message) {
                (Some(slot), ToProcess::Begin(begin)) => match LiveRun::start(begin, clock, None) {
                    Ok(run) => *slot = Some(run),
                    Err(items) => out.push(FromProcess::Refused { items }),
                },
                (Some(Some(run)), message) => run.hear(message.clone()),
                _ => {}
            }
            self.heard.extend(out.into_iter().map(|message| (pid, message)));
        }

        fn end(&mut self, pid: u64) {
            self.runs.remove(&pid);
        }

        fn fetch(&mut self, pid: u64, thread: u32, request: Request) {
            self.asked.push((pid, thread, request));
        }
    }

    fn run(source: &str) -> (Trace, Vec<FromEngine>) {
        run_with(source, Settings::default())
    }

    fn run_with(source: &str, settings: Settings) -> (Trace, Vec<FromEngine>) {
        let request =
            RunRequest { run: 4, source: source.to_owned(), settings, limits: Limits::default(), schedule: Vec::new() };
        let clock = SystemClock::start();
        let mut workers = Local { clock: Some(clock), ..Local::default() };
        let mut out = Vec::new();
        let mut hub = Hub::start(LiveRequest::of(request), &mut workers);
        let origin = Some("https://page.example".to_owned());
        hub.begin(Surroundings { hardware_threads: 3, origin, ..Surroundings::default() }, &mut workers);
        while !hub.is_over() {
            for pid in workers.runs.keys().copied().collect::<Vec<_>>() {
                let mut said = Vec::new();
                if let Some(Some(run)) = workers.runs.get_mut(&pid)
                    && run.turn(&mut said) != Turn::Over
                {
                    run.report(&mut said);
                }
                workers.heard.extend(said.into_iter().map(|message| (pid, message)));
            }
            while let Some((pid, message)) = workers.heard.pop_front() {
                hub.hear(clock.now_nanos(), pid, message, &mut workers, &mut out);
            }
            for (pid, thread, request) in std::mem::take(&mut workers.asked) {
                assert_eq!((&*request.method, &*request.body), ("GET", &b""[..]));
                let reply = vec![
                    Plain::Int(200),
                    Plain::Str("OK".into()),
                    Plain::Str("a: b\n".into()),
                    Plain::Bytes(request.url.into_bytes().into()),
                ];
                hub.answer(clock.now_nanos(), pid, thread, Answer::Plain(Plain::Tuple(reply)), &mut workers);
            }
            hub.poll(clock.now_nanos(), &mut workers, &mut out);
            hub.report(clock.now_nanos(), &mut out);
        }
        assert!(workers.runs.is_empty(), "no worker is left");
        let mut trace = Trace::default();
        for message in &out {
            match message {
                FromEngine::Chunk { run: 4, chunk } => {
                    // After the end comes nothing.
                    assert_eq!(trace.apply(chunk.clone()), Ok(()));
                }
                FromEngine::Finished { finished, .. } => trace.outcome = finished.outcome.clone(),
                _ => {}
            }
        }
        (trace, out)
    }

    fn errors(trace: &Trace) -> String {
        let texts = trace.events.iter().filter_map(|event| match event.kind {
            EventKind::Output { stderr: true, text } => Some(trace.str(text)),
            _ => None,
        });
        texts.collect()
    }

    fn printed(trace: &Trace) -> String {
        let texts = trace.events.iter().filter_map(|event| match event.kind {
            EventKind::Output { stderr: false, text } => Some(trace.str(text)),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn threads_run_and_their_trace_is_streamed() {
        let source = "import threading, time, os\ndef f():\n    time.sleep(0.01)\nt = threading.Thread(target=f)\nt.start()\nt.join()\nprint(os.cpu_count())\n";
        let (trace, _) = run(source);
        assert_eq!(trace.outcome, Outcome::Exited(0));
        assert_eq!(trace.clock, ClockKind::Wall);
        assert_eq!(trace.validate(), Ok(()));
        assert_eq!(printed(&trace), "3\n");
    }

    #[test]
    fn tasks_begin_at_once_where_the_setting_says_so_in_children_too() {
        let source = "import asyncio, multiprocessing as mp
async def task():
    print('task')
    await asyncio.sleep(0)
async def main():
    running = asyncio.create_task(task())
    print('main')
    await running
def child():
    asyncio.run(main())
if __name__ == '__main__':
    child()
    for method in ('fork', 'spawn'):
        process = mp.get_context(method).Process(target=child)
        process.start()
        process.join()
";
        for (event_loop, turn) in [(EventLoop::Plain, "main\ntask\n"), (EventLoop::Eager, "task\nmain\n")] {
            let (trace, _) = run_with(source, Settings { event_loop, ..Settings::default() });
            assert_eq!(printed(&trace), turn.repeat(3), "{:?} {}", trace.outcome, errors(&trace));
            assert_eq!(trace.validate(), Ok(()));
        }
    }

    #[test]
    fn requests_to_the_page_are_real_and_no_others() {
        let source = "import asyncio, aiohttp, httpx, requests, time, urllib.request as u
print(requests.get('https://page.example/a').text, requests.get('https://page.example/').headers['A'])
print(u.urlopen('https://page.example/b?c').read())
print(httpx.get('https://page.example/d').content)
async def main():
    async with aiohttp.ClientSession() as session, session.get('https://page.example/e') as reply:
        print(await reply.text())
    async with httpx.AsyncClient() as client:
        print((await client.get('https://page.example/f')).text)
asyncio.run(main())
print('page.example' in requests.get('https://other.example/get').text)
";
        let (trace, _) = run(source);
        let lines = [
            "https://page.example/a b",
            "b'https://page.example/b?c'",
            "b'https://page.example/d'",
            "https://page.example/e",
            "https://page.example/f",
            "False",
            "",
        ];
        assert_eq!(printed(&trace), lines.join("\n"), "{:?} {}", trace.outcome, errors(&trace));
        assert_eq!(trace.validate(), Ok(()));
    }

    #[test]
    fn a_mistake_is_told() {
        let (_, out) = run("x = [\n");
        assert!(matches!(out.first(), Some(FromEngine::Diagnostics { run: 4, .. })), "{out:?}");
    }
}
