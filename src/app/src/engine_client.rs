//! The page's end of the engine's worker: start it, talk to it, replace it when it dies or falls silent.
//!
//! Keeps true: messages that belong to a run the page has left never come out; a worker that was given up cannot speak
//! again (its listeners are gone with it); a request made before the worker is ready is kept and sent then.

use std::cell::RefCell;
use std::rc::Rc;

use interleave_protocol::message;
use interleave_protocol::{FromEngine, LiveRequest, RunRequest, ToEngine};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use crate::dom::{self, Listener};

/// A running engine reports at least this often; silence for longer means that it hangs.
pub const SILENCE_MILLIS: f64 = 6_000.0;
/// A cancelled run must end within this.
pub const CANCEL_MILLIS: f64 = 1_000.0;
/// The worker fetches and compiles its module before it answers.
const START_MILLIS: f64 = 60_000.0;

/// What the page hears.
#[derive(Debug)]
pub enum Heard {
    Message(Box<FromEngine>),
    /// The worker failed outside any message: it could not be loaded, or trapped.
    Died {
        while_starting: bool,
    },
    /// Bytes that are no message of this build.
    Unreadable,
}

#[derive(Debug)]
struct Link {
    worker: Worker,
    _listeners: [Listener; 3],
}

#[derive(Debug, Default)]
struct State {
    link: Option<Link>,
    ready: bool,
    /// The engine is the whole one: a program needed it.
    whole: bool,
    /// What the newest run was started with.
    newest: Vec<u8>,
    waiting: Option<Vec<u8>>,
    run: u32,
    /// When silence becomes suspicious, on the page's clock.
    deadline_millis: Option<f64>,
}

#[derive(Clone, Debug)]
pub struct EngineClient {
    state: Rc<RefCell<State>>,
    heard: Callback<Heard>,
}

impl EngineClient {
    /// Starts a worker at once: it loads while the page draws.
    #[must_use]
    pub fn start(heard: Callback<Heard>) -> Self {
        let client = Self { state: Rc::default(), heard };
        client.spawn();
        client
    }

    /// As [`start`](Self::start), with the whole engine: live runs need it.
    #[must_use]
    pub fn start_whole(heard: Callback<Heard>) -> Self {
        let client = Self { state: Rc::default(), heard };
        client.state.borrow_mut().whole = true;
        client.spawn();
        client
    }

    fn spawn(&self) {
        let Ok(worker) = dom::new_engine_worker(self.state.borrow().whole) else {
            self.heard.emit(Heard::Died { while_starting: true });
            return;
        };
        let on_message = {
            let client = self.clone();
            Listener::new(&worker, "message", false, move |event| {
                if let Ok(event) = event.dyn_into::<MessageEvent>() {
                    client.receive(&event.data());
                }
            })
        };
        let died = |client: Self| {
            move |_event| {
                let while_starting = !client.state.borrow().ready;
                client.heard.emit(Heard::Died { while_starting });
            }
        };
        let on_error = Listener::new(&worker, "error", false, died(self.clone()));
        let on_message_error = Listener::new(&worker, "messageerror", false, died(self.clone()));
        let mut state = self.state.borrow_mut();
        state.ready = false;
        state.link = Some(Link { worker, _listeners: [on_message, on_error, on_message_error] });
    }

    fn receive(&self, data: &JsValue) {
        let Some(bytes) = data.dyn_ref::<Uint8Array>() else {
            self.heard.emit(Heard::Unreadable);
            return;
        };
        let message = match message::decode::<FromEngine>(&bytes.to_vec()) {
            Ok(message) => message,
            Err(_) => {
                self.heard.emit(Heard::Unreadable);
                return;
            }
        };
        {
            let mut state = self.state.borrow_mut();
            if matches!(message, FromEngine::Ready { .. }) {
                state.ready = true;
                if let (Some(link), Some(bytes)) = (&state.link, state.waiting.clone()) {
                    post(&link.worker, &bytes);
                    state.waiting = None;
                }
            }
            if run_of(&message).is_some_and(|run| run != state.run) {
                return;
            }
            if matches!(message, FromEngine::NeedsWhole { .. }) {
                drop(state);
                self.take_whole();
                self.heard.emit(Heard::Message(Box::new(message)));
                return;
            }
            match message {
                FromEngine::Finished { .. } | FromEngine::Diagnostics { .. } | FromEngine::Fatal { .. } => {
                    state.deadline_millis = None;
                }
                _ => {
                    if let Some(deadline) = &mut state.deadline_millis {
                        *deadline = deadline.max(dom::now_millis() + SILENCE_MILLIS);
                    }
                }
            }
        }
        self.heard.emit(Heard::Message(Box::new(message)));
    }

    /// Starts a run and returns its number.
    pub fn run(&self, make: impl FnOnce(u32) -> RunRequest) -> u32 {
        self.begin(|run| ToEngine::Run(make(run)))
    }

    /// As [`run`](Self::run), for real.
    pub fn run_live(&self, make: impl FnOnce(u32) -> LiveRequest) -> u32 {
        self.begin(|run| ToEngine::RunLive(make(run)))
    }

    fn begin(&self, make: impl FnOnce(u32) -> ToEngine) -> u32 {
        let (run, needs_worker) = {
            let mut state = self.state.borrow_mut();
            state.run = state.run.wrapping_add(1);
            let grace = if state.ready { SILENCE_MILLIS } else { START_MILLIS };
            state.deadline_millis = Some(dom::now_millis() + grace);
            (state.run, state.link.is_none())
        };
        if needs_worker {
            self.spawn();
        }
        self.send(&make(run));
        run
    }

    /// Goes on with the whole engine, for good: the newest run starts there.
    fn take_whole(&self) {
        {
            let mut state = self.state.borrow_mut();
            if let Some(link) = state.link.take() {
                link.worker.terminate();
            }
            state.whole = true;
            state.waiting = Some(state.newest.clone());
            state.deadline_millis = Some(dom::now_millis() + START_MILLIS);
        }
        self.spawn();
    }

    pub fn cancel(&self) {
        let run = {
            let mut state = self.state.borrow_mut();
            state.deadline_millis = Some(dom::now_millis() + CANCEL_MILLIS);
            state.run
        };
        self.send(&ToEngine::Cancel { run });
    }

    pub fn send(&self, message: &ToEngine) {
        let Ok(bytes) = message::encode(message) else { return };
        let mut state = self.state.borrow_mut();
        let begins = matches!(message, ToEngine::Run(_) | ToEngine::RunLive(_));
        if begins {
            state.newest.clone_from(&bytes);
        }
        match &state.link {
            Some(link) if state.ready => post(&link.worker, &bytes),
            // Before it is ready only the newest run matters.
            _ if begins => state.waiting = Some(bytes),
            _ => {}
        }
    }

    /// Whether the worker should have spoken by now.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.state.borrow().deadline_millis.is_some_and(|deadline| dom::now_millis() > deadline)
    }

    /// Gives the worker up.
    pub fn close(&self) {
        if let Some(link) = self.state.borrow_mut().link.take() {
            link.worker.terminate();
        }
    }

    /// Gives the worker up and starts another. Whatever it was doing is over.
    pub fn replace(&self) {
        {
            let mut state = self.state.borrow_mut();
            if let Some(link) = state.link.take() {
                link.worker.terminate();
            }
            state.run = state.run.wrapping_add(1);
            state.waiting = None;
            state.deadline_millis = None;
        }
        self.spawn();
    }
}

fn post(worker: &Worker, bytes: &[u8]) {
    let array = Uint8Array::from(bytes);
    let transfer = js_sys::Array::of1(&array.buffer());
    // Fails only for values that cannot be cloned; a byte array can.
    let _ = worker.post_message_with_transfer(&array, &transfer);
}

/// The run that a message about a run's progress belongs to. Answers to questions are not among them: the page may still
/// show the run before.
fn run_of(message: &FromEngine) -> Option<u32> {
    match message {
        FromEngine::Diagnostics { run, .. }
        | FromEngine::Chunk { run, .. }
        | FromEngine::Progress { run, .. }
        | FromEngine::Finished { run, .. }
        | FromEngine::NeedsWhole { run } => Some(*run),
        FromEngine::Ready { .. }
        | FromEngine::Inspected { .. }
        | FromEngine::SteppedTo { .. }
        | FromEngine::Fatal { .. } => None,
    }
}
