//! The browser around live runs: the coordinating worker's own workers, and what a process's worker does.

use std::cell::RefCell;
use std::collections::BTreeMap;

use interleave_live::Turn;
use interleave_protocol::{FromEngine, RunRequest, message};
use interleave_python::library;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, Worker};

use crate::clock::{WorkerClock, shared_millis};
use crate::live::LiveRun;
use crate::live::hub::{Hub, Workers};
use crate::live::messages::{Begin, FromProcess, ToProcess};
use crate::worker::library_pack;

const NANOS_PER_MILLI: f64 = 1e6;
/// Browsers stretch nested timers to so much; shorter waits turn the event loop instead.
const SHORTEST_TIMER_MILLIS: f64 = 4.0;
/// How often a process tells what happened in it, and the coordinator the page.
const REPORT_MILLIS: f64 = 50.0;
/// Idle workers kept at hand once a run has started processes.
const WARM_WORKERS: usize = 2;

#[wasm_bindgen]
extern "C" {
    /// A fresh worker for a process; `first`: with wasm threads, where the page is isolated. See `www/engine/worker.js`.
    #[wasm_bindgen(js_namespace = self, js_name = interleaveProcessWorker, catch)]
    fn process_worker(first: bool) -> Result<Worker, JsValue>;
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

struct Member {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

/// The workers of a run.
#[derive(Default)]
struct WebWorkers {
    members: BTreeMap<u64, Member>,
    warm: Vec<Worker>,
}

impl Workers for WebWorkers {
    fn start(&mut self, pid: u64, first: bool) {
        let worker = match self.warm.pop().filter(|_| !first) {
            Some(worker) => worker,
            None => match process_worker(first) {
                Ok(worker) => worker,
                Err(_) => return,
            },
        };
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = decode(&event.data()) {
                crate::worker::with_live(|slot, out| slot.hear(pid, message, out));
            }
        });
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            crate::worker::with_live(|slot, out| slot.crashed(pid, out));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        self.members.insert(pid, Member { worker, _on_message: on_message, _on_error: on_error });
        while !first && self.warm.len() < WARM_WORKERS {
            match process_worker(false) {
                Ok(worker) => self.warm.push(worker),
                Err(_) => break,
            }
        }
    }

    fn post(&mut self, pid: u64, message: &ToProcess) {
        if let (Some(member), Some(bytes)) = (self.members.get(&pid), encode(message)) {
            // Fails only for values that cannot be cloned.
            let _ = member.worker.post_message(&bytes);
        }
    }

    fn end(&mut self, pid: u64) {
        if let Some(member) = self.members.remove(&pid) {
            member.worker.set_onmessage(None);
            member.worker.set_onerror(None);
            member.worker.terminate();
        }
    }
}

/// The live run of this worker, if there is one.
#[derive(Default)]
pub(crate) struct LiveSlot {
    hub: Option<Hub>,
    workers: WebWorkers,
    start_millis: f64,
    on_timer: Option<Closure<dyn FnMut()>>,
}

impl LiveSlot {
    fn now_nanos(&self) -> u64 {
        ((shared_millis() - self.start_millis) * NANOS_PER_MILLI).max(0.0) as u64
    }

    pub fn start(&mut self, request: RunRequest, out: &mut Vec<FromEngine>) {
        self.stop(None, out);
        self.start_millis = shared_millis();
        let wall_start_nanos = (js_sys::Date::now() * NANOS_PER_MILLI) as u64;
        let hardware_threads = scope().map_or(1.0, |scope| scope.navigator().hardware_concurrency()) as u32;
        self.hub = Some(Hub::start(request, self.start_millis, wall_start_nanos, hardware_threads, &mut self.workers));
        self.arm(REPORT_MILLIS);
    }

    /// Ends the run, if it is the one named or none is named.
    pub fn stop(&mut self, run: Option<u32>, out: &mut Vec<FromEngine>) {
        let now = self.now_nanos();
        if let Some(mut hub) = self.hub.take_if(|hub| run.is_none_or(|run| run == hub.number())) {
            hub.stop(now, &mut self.workers, out);
        }
    }

    fn hear(&mut self, pid: u64, message: FromProcess, out: &mut Vec<FromEngine>) {
        let now = self.now_nanos();
        if let Some(hub) = &mut self.hub {
            hub.hear(now, pid, message, &mut self.workers, out);
        }
        self.settle();
    }

    fn crashed(&mut self, pid: u64, out: &mut Vec<FromEngine>) {
        let now = self.now_nanos();
        if let Some(hub) = &mut self.hub {
            hub.crashed(now, pid, &mut self.workers, out);
        }
        self.settle();
    }

    fn settle(&mut self) {
        self.hub.take_if(|hub| hub.is_over());
    }

    /// Reports, and ends waits whose time is over; again and again while there is a run.
    fn timer(&mut self, out: &mut Vec<FromEngine>) {
        let now = self.now_nanos();
        let Some(hub) = &mut self.hub else { return };
        hub.poll(now, &mut self.workers, out);
        hub.report(now, out);
        let deadline = hub.next_deadline().map_or(f64::MAX, |at| at.saturating_sub(now) as f64 / NANOS_PER_MILLI);
        self.arm(deadline.clamp(1.0, REPORT_MILLIS));
    }

    fn arm(&mut self, millis: f64) {
        let Some(scope) = scope() else { return };
        let on_timer =
            self.on_timer.get_or_insert_with(|| Closure::new(|| crate::worker::with_live(|slot, out| slot.timer(out))));
        let callback = on_timer.as_ref().unchecked_ref();
        // Fails only without an event loop.
        let _ = scope.set_timeout_with_callback_and_timeout_and_arguments_0(callback, millis as i32);
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
    reported_millis: f64,
}

thread_local! {
    static PROCESS: RefCell<Option<ProcessHost>> = const { RefCell::new(None) };
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
    let host = ProcessHost { scope, channel, on_timer, run: None, woken: false, reported_millis: 0.0 };
    host.send(vec![FromProcess::Ready]);
    PROCESS.with_borrow_mut(|slot| *slot = Some(host));
    Ok(())
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
        let mut out = Vec::new();
        match message {
            // A copy of another process may import anything later: the library comes first in any case.
            ToProcess::Begin(begin) => return self.fetch_library(begin),
            message => {
                if let Some(run) = &mut self.run {
                    run.hear(message, &mut out);
                }
            }
        }
        self.send(out);
        self.wake();
    }

    fn fetch_library(&mut self, begin: Box<Begin>) {
        let begin = std::rc::Rc::new(begin);
        let come = |begin: std::rc::Rc<Box<Begin>>| {
            Closure::once(move |pack: JsValue| {
                if let Some(pack) = pack.as_string() {
                    library::install_pack(&pack);
                }
                with_process(|host| host.begin(&begin));
            })
        };
        let (arrived, failed) = (come(begin.clone()), come(begin.clone()));
        match library_pack() {
            Ok(promise) => {
                // The promise of what the callbacks return is nobody's concern.
                drop(promise.then2(&arrived, &failed));
                // One of the two is called, once in the life of a worker.
                arrived.forget();
                failed.forget();
            }
            Err(_) => self.begin(&begin),
        }
    }

    fn begin(&mut self, begin: &Begin) {
        match LiveRun::start(begin, WorkerClock::since(begin.start_millis), None) {
            Ok(run) => self.run = Some(run),
            Err(items) => self.send(vec![FromProcess::Refused { items }]),
        }
        self.wake();
    }

    fn turn(&mut self) {
        self.woken = false;
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
            let _ = self.scope.set_timeout_with_callback_and_timeout_and_arguments_0(callback, millis);
        }
    }

    fn wake(&mut self) {
        if !self.woken && self.run.is_some() {
            // Fails only for values that cannot be cloned.
            self.woken = self.channel.port1().post_message(&JsValue::NULL).is_ok();
        }
    }
}
