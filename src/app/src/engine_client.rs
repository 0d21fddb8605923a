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
    /// The engine is the whole one: a program needed it, or somebody writes one.
    whole: bool,
    /// The whole engine that will take over, and whether it is ready to.
    successor: Option<(Worker, Listener)>,
    successor_ready: bool,
    /// The newest run came to its end: the page shows it, and asks this engine about it.
    finished: bool,
    /// The engine does again what its predecessor did; the page has heard it.
    repeats: bool,
    /// What the newest run was started with.
    newest: Vec<u8>,
    /// The newest question about a moment: a predecessor may have gone before it answered.
    question: Vec<u8>,
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
        self.attach(worker);
        self.state.borrow_mut().ready = false;
    }

    fn attach(&self, worker: Worker) {
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
        self.state.borrow_mut().link = Some(Link { worker, _listeners: [on_message, on_error, on_message_error] });
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
                // What was granted for loading is not granted for silence.
                state.deadline_millis = state.deadline_millis.map(|_| dom::now_millis() + SILENCE_MILLIS);
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
            let repeated = state.repeats && run_of(&message).is_some();
            match message {
                FromEngine::Finished { .. } | FromEngine::Diagnostics { .. } | FromEngine::Fatal { .. } => {
                    state.deadline_millis = None;
                    state.repeats = false;
                    state.finished = matches!(message, FromEngine::Finished { .. });
                }
                _ => {
                    if let Some(deadline) = &mut state.deadline_millis {
                        *deadline = deadline.max(dom::now_millis() + SILENCE_MILLIS);
                    }
                }
            }
            if repeated {
                if let Some(link) = state.link.as_ref().filter(|_| state.finished && !state.question.is_empty()) {
                    post(&link.worker, &state.question);
                }
                return;
            }
        }
        self.succeed();
        self.heard.emit(Heard::Message(Box::new(message)));
    }

    /// Somebody writes a program: the whole engine, which is built for speed, is fetched, and takes over when it is there and no run goes on.
    /// What only looks at a program stays with the small one.
    pub fn prefer_whole(&self) {
        if self.state.borrow().whole || self.state.borrow().successor.is_some() {
            return;
        }
        let Ok(worker) = dom::new_engine_worker(true) else { return };
        let client = self.clone();
        let listener = Listener::new(&worker, "message", false, move |_| {
            client.state.borrow_mut().successor_ready = true;
            client.succeed();
        });
        self.state.borrow_mut().successor = Some((worker, listener));
    }

    /// Hands over to the whole engine, if it waits and this moment suits. It repeats the run that the page shows, to know its moments.
    fn succeed(&self) {
        let worker = {
            let mut state = self.state.borrow_mut();
            if !state.successor_ready || !state.finished {
                return;
            }
            let Some((worker, _)) = state.successor.take() else { return };
            if let Some(old) = state.link.take() {
                old.worker.terminate();
            }
            (state.whole, state.successor_ready, state.repeats) = (true, false, true);
            state.finished = false;
            post(&worker, &state.newest);
            worker
        };
        self.attach(worker);
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
            (state.repeats, state.finished) = (false, false);
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
            if let Some((worker, _)) = state.successor.take() {
                worker.terminate();
            }
            (state.whole, state.successor_ready) = (true, false);
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
            state.question.clear();
        } else if matches!(message, ToEngine::Inspect { .. }) {
            state.question.clone_from(&bytes);
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
        let mut state = self.state.borrow_mut();
        if let Some(link) = state.link.take() {
            link.worker.terminate();
        }
        if let Some((worker, _)) = state.successor.take() {
            worker.terminate();
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
            (state.repeats, state.finished) = (false, false);
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
