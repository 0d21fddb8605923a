//! The worker's event loop around a session.
//!
//! A slice of work is followed by a message to ourselves: messages of the page that have come meanwhile are taken first,
//! and no timer's minimum delay is paid.

use std::cell::RefCell;

use interleave_protocol::{FromEngine, LiveRequest, ToEngine, message};
use interleave_python::library;
use interleave_python::process::Process;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

use crate::session::Session;
use crate::start::start_python;

/// How long a slice should take.
const SLICE_MILLIS: f64 = 10.0;
/// While a run goes on, the page hears of it at most this often.
const REPORT_MILLIS: f64 = 60.0;
const FIRST_SLICE: u64 = 50_000;
const SLICE_BOUNDS: (u64, u64) = (2_000, 20_000_000);

#[wasm_bindgen]
extern "C" {
    /// The library modules that are not embedded, as text; see `www/engine/worker.js`.
    #[wasm_bindgen(js_namespace = self, js_name = interleaveLibrary, catch)]
    pub(crate) fn library_pack() -> Result<Promise, JsValue>;
}

struct Host {
    scope: DedicatedWorkerGlobalScope,
    channel: MessageChannel,
    session: Session<Process>,
    /// The newest run.
    run: u32,
    /// Instructions in a slice, adapted to how long slices take.
    slice: u64,
    reported_millis: f64,
    /// A message to ourselves is on its way.
    woken: bool,
    /// Messages that came while the library was on its way; the first of them asked for it.
    waiting: Option<Vec<ToEngine>>,
    #[cfg(feature = "live")]
    live: crate::live_worker::LiveSlot,
    out: Vec<FromEngine>,
}

thread_local! {
    static HOST: RefCell<Option<Host>> = const { RefCell::new(None) };
}

/// Called once by the worker's script when the module is ready.
///
/// # Errors
/// When this is not a worker.
#[wasm_bindgen]
pub fn start() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let channel = MessageChannel::new()?;
    let on_wake = Closure::<dyn FnMut()>::new(|| with_host(Host::slice));
    channel.port2().set_onmessage(Some(on_wake.as_ref().unchecked_ref()));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        with_host(|host| host.hear(&event.data()));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Both live as long as the worker.
    on_wake.forget();
    on_message.forget();
    let mut host = Host {
        scope,
        channel,
        session: Session::new(start_python),
        run: 0,
        slice: FIRST_SLICE,
        reported_millis: 0.0,
        woken: false,
        waiting: None,
        #[cfg(feature = "live")]
        live: crate::live_worker::LiveSlot::default(),
        out: vec![FromEngine::Ready { version: env!("CARGO_PKG_VERSION").to_owned() }],
    };
    host.flush();
    HOST.with_borrow_mut(|slot| *slot = Some(host));
    Ok(())
}

/// For the live run's callbacks.
#[cfg(feature = "live")]
pub(crate) fn with_live(act: impl FnOnce(&mut crate::live_worker::LiveSlot, &mut Vec<FromEngine>)) {
    with_host(|host| host.with_live(act));
}

fn with_host(act: impl FnOnce(&mut Host)) {
    HOST.with(|slot| {
        // Busy only if a turn is inside a turn, which the event loop does not do.
        if let Ok(mut slot) = slot.try_borrow_mut()
            && let Some(host) = slot.as_mut()
        {
            act(host);
        }
    });
}

fn send(scope: &DedicatedWorkerGlobalScope, message: &FromEngine) {
    let bytes = match message::encode(message) {
        Ok(bytes) => bytes,
        Err(error) => match message::encode(&FromEngine::Fatal { message: error.to_string() }) {
            Ok(bytes) => bytes,
            Err(_) => return,
        },
    };
    let array = Uint8Array::from(bytes.as_slice());
    let transfer = js_sys::Array::of1(&array.buffer());
    // Fails only for values that cannot be cloned; a byte array can.
    let _ = scope.post_message_with_transfer(&array, &transfer);
}

impl Host {
    fn now_millis(&self) -> f64 {
        self.scope.performance().map_or(0.0, |performance| performance.now())
    }

    fn hear(&mut self, data: &JsValue) {
        let Some(bytes) = data.dyn_ref::<Uint8Array>() else { return };
        match message::decode::<ToEngine>(&bytes.to_vec()) {
            Ok(message) => match &mut self.waiting {
                Some(waiting) => waiting.push(message),
                None => self.take(message),
            },
            Err(error) => self.out.push(FromEngine::Fatal { message: error.to_string() }),
        }
        self.flush();
        self.wake();
    }

    fn take(&mut self, message: ToEngine) {
        let begins = match &message {
            // Races are looked for in the whole engine.
            ToEngine::Run(request) => Some((
                request,
                library::needs_pack(&request.source) || (request.settings.races && !library::HAS_RARE_NATIVES),
            )),
            // The workers of its processes load the library themselves.
            ToEngine::RunLive(request) => Some((&request.run, false)),
            _ => None,
        };
        if let Some((request, needs_pack)) = begins {
            if needs_pack && library::HAS_RARE_NATIVES {
                return self.fetch_library(message);
            }
            if needs_pack || library::has_lacked() {
                return self.out.push(FromEngine::NeedsWhole { run: request.run });
            }
            self.run = request.run;
            // The first picture should come at once.
            self.reported_millis = f64::NEG_INFINITY;
            self.slice = FIRST_SLICE;
            // A live run ends when something else begins.
            self.stop_live(None);
        }
        match message {
            ToEngine::RunLive(request) => self.start_live(request),
            ToEngine::Pause { run, paused } => self.pause_live(run, paused),
            ToEngine::Cancel { run } => {
                self.stop_live(Some(run));
                self.session.hear(message, &mut self.out);
            }
            message => self.session.hear(message, &mut self.out),
        }
    }

    #[cfg(feature = "live")]
    fn start_live(&mut self, request: LiveRequest) {
        self.live.start(request, &mut self.out);
    }

    /// Ends the live run, if it is the one named or none is named.
    #[cfg(feature = "live")]
    fn stop_live(&mut self, run: Option<u32>) {
        self.live.stop(run, &mut self.out);
    }

    /// Something for the live run: a message of one of its workers, a timer.
    #[cfg(feature = "live")]
    fn with_live(&mut self, act: impl FnOnce(&mut crate::live_worker::LiveSlot, &mut Vec<FromEngine>)) {
        act(&mut self.live, &mut self.out);
        self.flush();
    }

    #[cfg(feature = "live")]
    fn pause_live(&mut self, run: u32, paused: bool) {
        self.live.pause(run, paused);
    }

    #[cfg(not(feature = "live"))]
    fn start_live(&mut self, request: LiveRequest) {
        self.out.push(FromEngine::NeedsWhole { run: request.run.run });
    }

    #[cfg(not(feature = "live"))]
    fn pause_live(&mut self, _: u32, _: bool) {}

    #[cfg(not(feature = "live"))]
    fn stop_live(&mut self, _: Option<u32>) {}

    /// The program imports a module that is not embedded: it starts when the library is here.
    fn fetch_library(&mut self, message: ToEngine) {
        self.waiting = Some(vec![message]);
        let arrived = Closure::once(|pack: JsValue| with_host(|host| host.library_came(pack.as_string())));
        let failed = Closure::once(|_: JsValue| with_host(|host| host.library_came(None)));
        match library_pack() {
            Ok(promise) => {
                // The promise of what the callbacks return is nobody's concern.
                drop(promise.then2(&arrived, &failed));
                // One of the two is called, once in the life of a worker.
                arrived.forget();
                failed.forget();
            }
            Err(_) => self.library_came(None),
        }
    }

    fn library_came(&mut self, pack: Option<String>) {
        let waiting = self.waiting.take().unwrap_or_default();
        match pack {
            Some(pack) => {
                library::install_pack(&pack);
                for message in waiting {
                    self.take(message);
                }
            }
            None => self.out.push(FromEngine::Fatal {
                message: "The library modules of this program could not be loaded; is the network there?".to_owned(),
            }),
        }
        self.flush();
        self.wake();
    }

    fn slice(&mut self) {
        self.woken = false;
        let begun = self.now_millis();
        self.session.work(self.slice, &mut self.out);
        if !library::HAS_RARE_NATIVES && library::has_lacked() {
            // What the run has said so far may be wrong. The page starts it again with the whole engine, in another worker.
            self.out.clear();
            self.out.push(FromEngine::NeedsWhole { run: self.run });
            return self.flush();
        }
        let ended = self.now_millis();
        let factor = (SLICE_MILLIS / (ended - begun).max(0.5)).clamp(0.25, 4.0);
        let (low, high) = SLICE_BOUNDS;
        self.slice = ((self.slice as f64 * factor) as u64).clamp(low, high);
        if ended - self.reported_millis >= REPORT_MILLIS {
            self.reported_millis = ended;
            self.session.report(&mut self.out);
        }
        self.flush();
        self.wake();
    }

    fn wake(&mut self) {
        if !self.woken && self.session.has_work() {
            // Fails only for values that cannot be cloned.
            self.woken = self.channel.port1().post_message(&JsValue::NULL).is_ok();
        }
    }

    fn flush(&mut self) {
        for message in self.out.drain(..) {
            send(&self.scope, &message);
        }
    }
}
