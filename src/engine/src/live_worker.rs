//! The browser around live runs: the coordinating worker's own workers, and what a process's worker does.

use std::cell::RefCell;
use std::collections::BTreeMap;

use interleave_live::Turn;
use interleave_live::coordinator::FIRST_PID;
use interleave_protocol::{FromEngine, LiveRequest, message};
use interleave_python::away::Plain;
use interleave_python::exit::Answer;
use interleave_python::library;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, Worker};

use crate::clock::{WorkerClock, shared_millis};
use crate::live::LiveRun;
use crate::live::hub::{Hub, Request, Surroundings, Workers};
use crate::live::messages::{Begin, FromProcess, ToProcess};
use crate::worker::library_pack;

const NANOS_PER_MILLI: f64 = 1e6;
/// Browsers stretch nested timers to so much; shorter waits turn the event loop instead.
const SHORTEST_TIMER_MILLIS: f64 = 4.0;
/// How often a process tells what happened in it, and the coordinator the page.
const REPORT_MILLIS: f64 = 50.0;
/// Idle workers kept at hand: as many as the machine has hardware threads, within these bounds.
const WARM_WORKERS: (usize, usize) = (2, 4);
/// Questions for a worker's clock; the quickest answer counts.
const CLOCK_ROUNDS: u32 = 3;
/// Wasm threads that a process has at hand when it begins; for more Python threads it gets more. The first process is the
/// one that mostly has several.
const FIRST_PLACES: u32 = 2;
const CHILD_PLACES: u32 = 1;
/// What programs say that start processes.
const FORKS: [&str; 4] = ["rocess", "fork", "joblib", "interpreters"];
/// A process reports all the time: one that has not for so long is gone.
const SILENCE_MILLIS: f64 = 20_000.0;
/// For so long a run waits for the stock.
const STOCK_MILLIS: f64 = 5_000.0;

#[wasm_bindgen]
extern "C" {
    /// A fresh worker for a process, with so many wasm threads to begin with, or without any. See `www/engine/worker.js`.
    #[wasm_bindgen(js_namespace = self, js_name = interleaveProcessWorker, catch)]
    fn process_worker(threads: u32) -> Result<Worker, JsValue>;
    /// A real request: status, reason, headers as lines, body; 0: no limit of time.
    #[wasm_bindgen(js_namespace = self, js_name = interleaveFetch, catch)]
    fn page_fetch(method: &str, url: &str, headers: &str, body: &[u8], millis: f64) -> Result<Promise, JsValue>;
    /// Whether there can be wasm threads: the page is cross-origin isolated, and the build has an engine for them.
    #[wasm_bindgen(js_namespace = self, js_name = interleaveHasThreads)]
    fn has_threads() -> bool;
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

fn encode<T: serde::Serialize>(message: &T) -> Option<Uint8Array> {
    message::encode(message).ok().map(|bytes| Uint8Array::from(bytes.as_slice()))
}

fn decode<T: serde::de::DeserializeOwned>(data: &JsValue) -> Option<T> {
    data.dyn_ref::<Uint8Array>().and_then(|bytes| message::decode(&bytes.to_vec()).ok())
}

// ---- the coordinating worker ----

/// What a worker is waiting for before it becomes a process.
enum Stage {
    /// Its module and the library.
    Loading,
    /// Its clock, asked at this time; the best answer so far: how long it took, and how far its clock is ahead.
    Timing {
        asked_millis: f64,
        rounds: u32,
        best: Option<(f64, f64)>,
    },
    Ready {
        ahead_millis: f64,
    },
}

struct Member {
    worker: Worker,
    stage: Stage,
    /// The process it is; a worker of the stock is none yet.
    pid: Option<u64>,
    /// For the process, until the worker is ready.
    waiting: Vec<ToProcess>,
    heard_millis: f64,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

/// The workers of a run, and idle ones.
///
/// Starting a worker costs a processor tens of milliseconds, so the stock is made before the program's time begins, and
/// filled up when a process has ended: not beside processes that are to be measured.
#[derive(Default)]
struct WebWorkers {
    members: BTreeMap<u32, Member>,
    numbers: BTreeMap<u64, u32>,
    made: u32,
    warm: bool,
    threads: bool,
    /// The program starts processes, as far as its text tells.
    forks: bool,
}

impl WebWorkers {
    fn make(&mut self, pid: Option<u64>) {
        let number = self.made;
        self.made += 1;
        let places = if pid == Some(FIRST_PID) { FIRST_PLACES } else { CHILD_PLACES };
        let Ok(worker) = process_worker(if self.threads { places } else { 0 }) else { return };
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = decode(&event.data()) {
                crate::worker::with_live(|slot, out| slot.hear(number, message, out));
            }
        });
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            // Handled here: it shows as a process that died, not as a mistake of the page.
            if let Some(event) = event.dyn_ref::<web_sys::Event>() {
                event.prevent_default();
            }
            crate::worker::with_live(|slot, out| slot.crashed(number, out));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let member = Member {
            worker,
            stage: Stage::Loading,
            pid,
            waiting: Vec::new(),
            heard_millis: f64::MAX,
            _on_message: on_message,
            _on_error: on_error,
        };
        self.members.insert(number, member);
        if let Some(pid) = pid {
            self.numbers.insert(pid, number);
        }
    }

    fn drop_worker(&mut self, number: u32) {
        if let Some(member) = self.members.remove(&number) {
            member.worker.set_onmessage(None);
            member.worker.set_onerror(None);
            member.worker.terminate();
        }
    }

    fn stock(&mut self) {
        if self.warm && self.forks {
            let idle = self.members.values().filter(|m| m.pid.is_none()).count();
            for _ in idle..(hardware_threads() as usize).clamp(WARM_WORKERS.0, WARM_WORKERS.1) {
                self.make(None);
            }
        }
    }

    /// The worker's word about itself.
    fn ready(&mut self, number: u32, message: &FromProcess) {
        let now = shared_millis();
        let Some(member) = self.members.get_mut(&number) else { return };
        member.heard_millis = now;
        match (message, &mut member.stage) {
            (FromProcess::Ready, stage) => {
                *stage = Stage::Timing { asked_millis: now, rounds: 0, best: None };
                member.send(&ToProcess::Ping);
            }
            (FromProcess::Time { millis }, Stage::Timing { asked_millis, rounds, best }) => {
                let took = now - *asked_millis;
                let ahead = *millis - (now + *asked_millis) / 2.0;
                if best.is_none_or(|(best, _)| took < best) {
                    *best = Some((took, ahead));
                }
                *rounds += 1;
                if *rounds < CLOCK_ROUNDS {
                    *asked_millis = now;
                    member.send(&ToProcess::Ping);
                    return;
                }
                // What the round trip cannot tell from none is none: browsers derive both clocks from one.
                let ahead_millis =
                    best.map_or(0.0, |(took, ahead)| if ahead.abs() <= took / 2.0 { 0.0 } else { ahead });
                member.stage = Stage::Ready { ahead_millis };
                member.flush();
            }
            _ => {}
        }
    }

    fn pid_of(&self, number: u32) -> Option<u64> {
        self.members.get(&number)?.pid
    }
}

impl Member {
    fn is_ready(&self) -> bool {
        matches!(self.stage, Stage::Ready { .. })
    }

    fn send(&self, message: &ToProcess) {
        if let Some(bytes) = encode(message) {
            // Fails only for values that cannot be cloned.
            let _ = self.worker.post_message(&bytes);
        }
    }

    fn flush(&mut self) {
        let Stage::Ready { ahead_millis } = self.stage else { return };
        for mut message in std::mem::take(&mut self.waiting) {
            if let ToProcess::Begin(begin) = &mut message {
                begin.start_millis += ahead_millis;
            }
            self.send(&message);
        }
    }
}

impl Workers for WebWorkers {
    fn start(&mut self, pid: u64, first: bool) {
        // The first process has more threads at hand.
        let idle = self.members.iter_mut().filter(|(_, m)| m.pid.is_none() && !first);
        // One that is ready, if there is one.
        let idle = idle.max_by_key(|(_, m)| matches!(m.stage, Stage::Ready { .. }));
        match idle {
            Some((&number, member)) => {
                member.pid = Some(pid);
                self.numbers.insert(pid, number);
            }
            None => self.make(Some(pid)),
        }
    }

    fn fetch(&mut self, pid: u64, thread: u32, request: Request) {
        let Request { method, url, headers, body, timeout_nanos } = request;
        let millis = timeout_nanos.map_or(0.0, |nanos| nanos as f64 / NANOS_PER_MILLI);
        let asked = page_fetch(&method, &url, &headers, &body, millis);
        let arrived = Closure::once(move |reply: JsValue| {
            crate::worker::with_live(|slot, _| slot.fetched(pid, thread, reply_of(&reply)));
        });
        let failed = Closure::once(move |error: JsValue| {
            crate::worker::with_live(|slot, _| slot.fetched(pid, thread, no_reply(&error)));
        });
        // Fails only for a script of another build; the thread then waits until the run is stopped.
        if let Ok(asked) = asked {
            drop(asked.then2(&arrived, &failed));
        }
        // One of the two is called, once for a request.
        arrived.forget();
        failed.forget();
    }

    fn post(&mut self, pid: u64, message: &ToProcess) {
        if let Some(member) = self.numbers.get(&pid).and_then(|number| self.members.get_mut(number)) {
            member.waiting.push(message.clone());
            member.flush();
        }
    }

    fn end(&mut self, pid: u64) {
        if let Some(number) = self.numbers.remove(&pid) {
            self.drop_worker(number);
            if !self.numbers.is_empty() {
                self.stock();
            }
        }
    }
}

/// What `interleaveFetch` gives, as the guest has it.
fn reply_of(reply: &JsValue) -> Answer {
    let parts = Array::from(reply);
    let text = |at: u32| Plain::Str(parts.get(at).as_string().unwrap_or_default().into());
    let body = Uint8Array::new(&parts.get(3)).to_vec();
    let status = parts.get(0).as_f64().unwrap_or(0.0) as i64;
    Answer::Plain(Plain::Tuple(vec![Plain::Int(status), text(1), text(2), Plain::Bytes(body.into())]))
}

fn no_reply(error: &JsValue) -> Answer {
    let late = error.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "TimeoutError");
    let (class, number, words) =
        if late { ("TimeoutError", 110, "timed out") } else { ("ConnectionError", 111, "the request failed") };
    Answer::OsError { class: class.to_owned(), number, message: words.to_owned() }
}

/// The live run of this worker, if there is one.
#[derive(Default)]
pub(crate) struct LiveSlot {
    hub: Option<Hub>,
    workers: WebWorkers,
    start_millis: f64,
    on_timer: Option<Closure<dyn FnMut()>>,
    timer: i32,
}

fn surroundings(start_millis: f64) -> Surroundings {
    Surroundings {
        start_millis,
        wall_start_nanos: (js_sys::Date::now() * NANOS_PER_MILLI) as u64,
        hardware_threads: hardware_threads(),
        origin: scope().map(|scope| scope.location().origin()).filter(|origin| origin != "null"),
    }
}

fn hardware_threads() -> u32 {
    scope().map_or(1.0, |scope| scope.navigator().hardware_concurrency()) as u32
}

impl LiveSlot {
    fn now_nanos(&self) -> u64 {
        ((shared_millis() - self.start_millis) * NANOS_PER_MILLI).max(0.0) as u64
    }

    pub fn start(&mut self, request: LiveRequest, out: &mut Vec<FromEngine>) {
        self.stop(None, out);
        self.start_millis = shared_millis();
        let threads = request.wasm_threads && has_threads();
        if (self.workers.warm, self.workers.threads) != (request.warm, threads) {
            // A stock of another kind is of no use.
            for number in self.workers.members.keys().copied().collect::<Vec<_>>() {
                self.workers.drop_worker(number);
            }
            (self.workers.warm, self.workers.threads) = (request.warm, threads);
        }
        let source = &request.run.source;
        self.workers.forks = FORKS.iter().any(|word| source.contains(word));
        self.hub = Some(Hub::start(request, &mut self.workers));
        self.workers.stock();
        self.arm(REPORT_MILLIS);
    }

    /// The program begins, and its time, when its worker and the stock are ready.
    fn begin(&mut self) {
        let now = shared_millis();
        let patient = now - self.start_millis < STOCK_MILLIS;
        if let Some(hub) = self.hub.as_mut().filter(|hub| !hub.is_begun())
            && self.workers.members.values().all(|m| m.is_ready() || m.pid.is_none() && !patient)
        {
            self.start_millis = now;
            hub.begin(surroundings(self.start_millis), &mut self.workers);
        }
    }

    /// Ends the run, if it is the one named or none is named.
    pub fn stop(&mut self, run: Option<u32>, out: &mut Vec<FromEngine>) {
        let now = self.now_nanos();
        if let Some(mut hub) = self.hub.take_if(|hub| run.is_none_or(|run| run == hub.number())) {
            hub.stop(now, &mut self.workers, out);
        }
    }

    pub fn pause(&mut self, run: u32, paused: bool) {
        if let Some(hub) = self.hub.as_mut().filter(|hub| hub.number() == run) {
            hub.pause(paused, &mut self.workers);
        }
    }

    fn hear(&mut self, number: u32, message: FromProcess, out: &mut Vec<FromEngine>) {
        self.workers.ready(number, &message);
        self.begin();
        let now = self.now_nanos();
        if let (Some(hub), Some(pid)) = (&mut self.hub, self.workers.pid_of(number)) {
            hub.hear(now, pid, message, &mut self.workers, out);
        }
        self.settle();
    }

    fn crashed(&mut self, number: u32, out: &mut Vec<FromEngine>) {
        let now = self.now_nanos();
        match (&mut self.hub, self.workers.pid_of(number)) {
            (Some(hub), Some(pid)) => hub.crashed(now, pid, &mut self.workers, out),
            // One of the stock, which starts again when it is needed.
            _ => self.workers.drop_worker(number),
        }
        self.begin();
        self.settle();
    }

    fn fetched(&mut self, pid: u64, thread: u32, answer: Answer) {
        let now = self.now_nanos();
        if let Some(hub) = &mut self.hub {
            hub.answer(now, pid, thread, answer, &mut self.workers);
        }
    }

    fn settle(&mut self) {
        drop(self.hub.take_if(|hub| hub.is_over()));
    }

    /// Reports, and ends waits whose time is over; again and again while there is a run.
    fn timer(&mut self, out: &mut Vec<FromEngine>) {
        self.begin();
        let now = self.now_nanos();
        let Some(hub) = &mut self.hub else { return };
        let silent = |m: &&Member| shared_millis() - m.heard_millis > SILENCE_MILLIS;
        if let Some(pid) = self.workers.members.values().find(silent).and_then(|m| m.pid) {
            hub.crashed(now, pid, &mut self.workers, out);
        }
        hub.poll(now, &mut self.workers, out);
        hub.report(now, out);
        let deadline = hub.next_deadline().map_or(f64::MAX, |at| at.saturating_sub(now) as f64 / NANOS_PER_MILLI);
        self.settle();
        if self.hub.is_some() {
            self.arm(deadline.clamp(1.0, REPORT_MILLIS));
        }
    }

    fn arm(&mut self, millis: f64) {
        let Some(scope) = scope() else { return };
        let on_timer =
            self.on_timer.get_or_insert_with(|| Closure::new(|| crate::worker::with_live(|slot, out| slot.timer(out))));
        let callback = on_timer.as_ref().unchecked_ref();
        scope.clear_timeout_with_handle(self.timer);
        // Fails only without an event loop.
        self.timer = scope.set_timeout_with_callback_and_timeout_and_arguments_0(callback, millis as i32).unwrap_or(0);
    }
}

// ---- a process's worker ----

struct ProcessHost {
    scope: DedicatedWorkerGlobalScope,
    channel: MessageChannel,
    on_timer: Closure<dyn FnMut()>,
    run: Option<LiveRun<WorkerClock>>,
    /// A message to ourselves is on its way.
    woken: bool,
    timer: i32,
    reported_millis: f64,
}

thread_local! {
    static PROCESS: RefCell<Option<ProcessHost>> = const { RefCell::new(None) };
}

/// Where the threads of a process come from in this build.
#[cfg(feature = "threads")]
fn executor(worker: &str) -> Option<std::sync::Arc<dyn interleave_live::Executor>> {
    Some(std::sync::Arc::new(crate::pool::Pool(worker.to_owned())))
}

#[cfg(not(feature = "threads"))]
fn executor(_: &str) -> Option<std::sync::Arc<dyn interleave_live::Executor>> {
    None
}

/// Looks at the run now.
#[cfg(feature = "threads")]
pub(crate) fn look() {
    crate::pool::grow();
    with_process(ProcessHost::turn);
}

fn with_process(act: impl FnOnce(&mut ProcessHost)) {
    PROCESS.with(|slot| {
        if let Ok(mut slot) = slot.try_borrow_mut()
            && let Some(host) = slot.as_mut()
        {
            act(host);
        }
    });
}

/// Called once by the script of a process's worker when the module is ready.
///
/// # Errors
/// When this is not a worker.
#[wasm_bindgen]
pub fn start_process() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let channel = MessageChannel::new()?;
    let on_wake = Closure::<dyn FnMut()>::new(|| with_process(ProcessHost::turn));
    channel.port2().set_onmessage(Some(on_wake.as_ref().unchecked_ref()));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        if let Some(message) = decode(&event.data()) {
            with_process(|host| host.hear(message));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Both live as long as the worker.
    on_wake.forget();
    on_message.forget();
    let on_timer = Closure::new(|| with_process(ProcessHost::turn));
    let host = ProcessHost { scope, channel, on_timer, run: None, woken: false, timer: 0, reported_millis: 0.0 };
    PROCESS.with_borrow_mut(|slot| *slot = Some(host));
    fetch_library();
    Ok(())
}

/// A copy of another process may import anything later: the library is there before the worker is ready.
fn fetch_library() {
    let come = || {
        Closure::once(move |pack: JsValue| {
            if let Some(pack) = pack.as_string() {
                library::install_pack(&pack);
            }
            with_process(|host| host.send(vec![FromProcess::Ready]));
        })
    };
    let (arrived, failed) = (come(), come());
    match library_pack() {
        Ok(promise) => {
            // The promise of what the callbacks return is nobody's concern.
            drop(promise.then2(&arrived, &failed));
            // One of the two is called, once in the life of a worker.
            arrived.forget();
            failed.forget();
        }
        Err(_) => with_process(|host| host.send(vec![FromProcess::Ready])),
    }
}

impl ProcessHost {
    fn send(&self, messages: Vec<FromProcess>) {
        for message in messages {
            if let Some(bytes) = encode(&message) {
                // Fails only for values that cannot be cloned.
                let _ = self.scope.post_message(&bytes);
            }
        }
    }

    fn hear(&mut self, message: ToProcess) {
        match message {
            ToProcess::Ping => self.send(vec![FromProcess::Time { millis: shared_millis() }]),
            ToProcess::Begin(begin) => self.begin(&begin),
            message => {
                if let Some(run) = &mut self.run {
                    run.hear(message);
                }
            }
        }
        self.wake();
    }

    fn begin(&mut self, begin: &Begin) {
        match LiveRun::start(begin, WorkerClock::since(begin.start_millis), executor(&begin.carrier)) {
            Ok(run) => self.run = Some(run),
            Err(items) => self.send(vec![FromProcess::Refused { items }]),
        }
        self.wake();
    }

    fn turn(&mut self) {
        self.woken = false;
        // One timer at a time: every message brings a turn, and every turn sets one.
        self.scope.clear_timeout_with_handle(self.timer);
        let Some(run) = &mut self.run else { return };
        let mut out = Vec::new();
        let turn = run.turn(&mut out);
        let now = shared_millis();
        if turn != Turn::Over && now - self.reported_millis >= REPORT_MILLIS {
            self.reported_millis = now;
            run.report(&mut out);
        }
        let millis = match turn {
            Turn::Again => 0.0,
            Turn::At(at) => at.saturating_sub(run.now_nanos()) as f64 / NANOS_PER_MILLI,
            // Also to say how far its log is complete.
            Turn::Waits => REPORT_MILLIS,
            Turn::Over => f64::MAX,
        };
        self.send(out);
        if turn == Turn::Over {
            self.run = None;
        } else if millis < SHORTEST_TIMER_MILLIS {
            self.wake();
        } else {
            let callback = self.on_timer.as_ref().unchecked_ref();
            let millis = millis.min(REPORT_MILLIS) as i32;
            // Fails only without an event loop.
            self.timer =
                self.scope.set_timeout_with_callback_and_timeout_and_arguments_0(callback, millis).unwrap_or(0);
        }
    }

    fn wake(&mut self) {
        if !self.woken && self.run.is_some() {
            // Fails only for values that cannot be cloned.
            self.woken = self.channel.port1().post_message(&JsValue::NULL).is_ok();
        }
    }
}
