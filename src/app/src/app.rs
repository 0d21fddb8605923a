//! The page: one component that owns the state, and the turns it takes.
//!
//! Two clocks drive it. Messages (a click, an edit, a message of the engine) go through [`App::update`] and may redraw the
//! component tree. Animation frames move the playhead and paint the canvases; they redraw the tree only when a text on the
//! page has to change, and while playing not more often than a reader can follow.

use std::cell::RefCell;
use std::rc::Rc;

use interleave_protocol::{
    Diagnostic, Direction, FromEngine, Inspected, LinkState, Progress, Settings, ToEngine, link,
};
use interleave_timeline::{Step, explain_at};
use interleave_trace::{Category, Outcome, Stats};
use web_sys::{Event, KeyboardEvent, WheelEvent};
use yew::prelude::*;

use crate::details::ThreadLabel;
use crate::dom::{self, Listener};
use crate::editor::{Document, Jump, LineMarker};
use crate::engine_client::{EngineClient, Heard};
use crate::examples::{self, Example};
use crate::gestures::Gestures;
use crate::picture::Picture;
use crate::playback::Playback;
use crate::preferences::Preferences;
use crate::run_model::RunModel;
use crate::strings::Words;
use crate::ticker::{Interval, Ticker};
use crate::timeline_pane;
use crate::transport::{self, Action, StepUnit};

/// While playing, texts change at most this often.
const TEXT_MILLIS: f64 = 140.0;
/// While playing, variables are asked for at most this often.
const INSPECT_MILLIS: f64 = 250.0;
const WATCHDOG_MILLIS: i32 = 500;
const TOAST_MILLIS: f64 = 4_000.0;
/// The address bar is written at most this often (browsers limit it).
const ADDRESS_MILLIS: f64 = 1_000.0;
/// The editor is fetched when the first picture is there, or after this long.
const EDITOR_MILLIS: f64 = 1_500.0;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    Code,
    #[default]
    Watch,
    Inspect,
}

/// How far the newest run is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RunState {
    #[default]
    Idle,
    Running(Progress),
    /// Asked to stop, not yet heard that it did.
    Stopping(Progress),
    Ended,
}

impl RunState {
    pub fn is_going(&self) -> bool {
        matches!(self, Self::Running(_) | Self::Stopping(_))
    }

    /// For `data-run-state`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Running(_) => "running",
            Self::Stopping(_) => "stopping",
            Self::Ended => "ended",
        }
    }
}

/// Something to tell about the page itself, or about the program where no diagnostic fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub kind: String,
    pub message: String,
}

#[derive(Debug)]
pub enum Msg {
    Heard(Heard),
    Run,
    Stop,
    Edited(String),
    Pick(&'static Example),
    Settings(Settings),
    Transport(Action),
    Timeline(timeline_pane::Event),
    Wheel(WheelEvent),
    Key(KeyboardEvent),
    Frame(f64),
    Watchdog,
    Share,
    Shared(bool),
    NextTheme,
    NextLanguage,
    NextText,
    SystemTheme,
    Resized,
    Help(bool),
    Show(Panel),
    JumpTo(u32),
    FocusTimeline,
    FragmentChanged,
}

pub struct App {
    pub(crate) preferences: Preferences,
    pub(crate) document: Document,
    /// What is in the editor now.
    pub(crate) source: Rc<str>,
    pub(crate) settings: Settings,
    pub(crate) schedule: Vec<u32>,
    engine: EngineClient,
    run: u32,
    /// The run that the trace on the screen belongs to: not the newest while that one has no events, or none at all.
    pub(crate) model_run: u32,
    pub(crate) run_state: RunState,
    pub(crate) outcome: Option<Outcome>,
    /// Of the trace on the screen, when its run is over.
    pub(crate) trace_hash: Option<String>,
    pub(crate) model: Rc<RefCell<RunModel>>,
    /// Set when a run starts, cleared by its first chunk: until then the last good trace stays on the screen.
    awaiting_first_chunk: bool,
    pub(crate) diagnostics: Rc<[Diagnostic]>,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) playback: Playback,
    pub(crate) picture: Picture,
    pub(crate) handles: transport::Handles,
    pub(crate) gestures: Gestures,
    pub(crate) unit: StepUnit,
    pub(crate) panel: Panel,
    pub(crate) help: bool,
    pub(crate) toast: Option<(String, f64)>,
    pub(crate) jump: Jump,
    pub(crate) load_editor: bool,
    started_millis: f64,
    pub(crate) ticker: Ticker,
    pub(crate) dirty: bool,
    /// What the texts show.
    pub(crate) shown: Shown,
    texts_millis: f64,
    inspect_millis: f64,
    inspect_pending: bool,
    pub(crate) inspected: Option<Rc<Inspected>>,
    pub(crate) stats: Option<Rc<Stats>>,
    pub(crate) labels: Rc<[ThreadLabel]>,
    pub(crate) categories: Rc<[Category]>,
    /// From a link: where to put the playhead and the window when the run is there.
    pending_at: Option<u64>,
    pending_view: Option<(u64, u64)>,
    /// The fragment this page wrote last, to tell its own changes from the user's.
    own_fragment: String,
    address_millis: Option<f64>,
    _listeners: Vec<Listener>,
    _watchdog: Interval,
}

/// The texts at the playhead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub at_nanos: u64,
    pub explain: String,
    pub pieces: usize,
    pub markers: Rc<[LineMarker]>,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let scope = ctx.link();
        let preferences = Preferences::load();
        preferences.apply();
        let engine = EngineClient::start(scope.callback(Msg::Heard));
        let ticker = Ticker::new(scope.callback(Msg::Frame));
        let mut listeners = Vec::new();
        if let Some(window) = dom::window() {
            let mut listen = |kind: &'static str, make: fn(Event) -> Option<Msg>| {
                let scope = scope.clone();
                listeners.push(Listener::new(&window, kind, true, move |event| {
                    if let Some(msg) = make(event) {
                        scope.send_message(msg);
                    }
                }));
            };
            listen("keydown", |event| wasm_bindgen::JsCast::dyn_into(event).ok().map(Msg::Key));
            listen("resize", |_| Some(Msg::Resized));
            listen("hashchange", |_| Some(Msg::FragmentChanged));
            if let Some(query) = window.match_media("(prefers-color-scheme: dark)").ok().flatten() {
                let scope = scope.clone();
                listeners.push(Listener::new(&query, "change", false, move |_| scope.send_message(Msg::SystemTheme)));
            }
        }
        let watchdog = Interval::new(WATCHDOG_MILLIS, scope.callback(|()| Msg::Watchdog));
        let mut app = Self {
            preferences,
            document: Document { text: examples::first().source.into(), version: 0 },
            source: examples::first().source.into(),
            settings: Settings::default(),
            schedule: Vec::new(),
            engine,
            run: 0,
            model_run: 0,
            run_state: RunState::Idle,
            outcome: None,
            trace_hash: None,
            model: Rc::default(),
            awaiting_first_chunk: false,
            diagnostics: Rc::from([]),
            trouble: None,
            playback: Playback::default(),
            picture: Picture::default(),
            handles: transport::Handles::default(),
            gestures: Gestures::default(),
            unit: StepUnit::default(),
            panel: Panel::default(),
            help: false,
            toast: None,
            jump: Jump::default(),
            load_editor: false,
            started_millis: dom::now_millis(),
            ticker,
            dirty: true,
            shown: Shown::default(),
            texts_millis: 0.0,
            inspect_millis: 0.0,
            inspect_pending: false,
            inspected: None,
            stats: None,
            labels: Rc::from([]),
            categories: Rc::from([]),
            pending_at: None,
            pending_view: None,
            own_fragment: String::new(),
            address_millis: None,
            _listeners: listeners,
            _watchdog: watchdog,
        };
        app.open_address();
        app.start_run();
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Frame(now_millis) => return self.frame(now_millis),
            Msg::Heard(heard) => self.hear(heard),
            Msg::Run => self.start_run(),
            Msg::Stop => self.stop(),
            Msg::Edited(text) => {
                if *text == *self.source {
                    return false;
                }
                self.source = text.into();
                self.schedule.clear();
                self.pending_at = None;
                self.write_address_soon();
            }
            Msg::Pick(example) => {
                self.show_program(example.source);
                self.schedule.clear();
                self.start_run();
            }
            Msg::Settings(settings) => {
                self.settings = settings;
                self.schedule.clear();
                self.start_run();
            }
            Msg::Transport(action) => self.act(action),
            Msg::Timeline(event) => return self.on_timeline(event),
            Msg::Wheel(event) => {
                self.on_wheel(&event);
                return false;
            }
            Msg::Key(event) => return self.on_key(&event),
            Msg::Watchdog => return self.watch(),
            Msg::Share => {
                let address = self.write_address().unwrap_or_default();
                ctx.link().send_future(async move { Msg::Shared(dom::copy(&address).await) });
                return false;
            }
            Msg::Shared(copied) => {
                let words = self.words();
                self.tell(if copied { words.copied } else { words.copy_failed });
            }
            Msg::NextTheme => {
                self.preferences.next_theme();
                self.retheme();
            }
            Msg::SystemTheme => {
                self.preferences.apply();
                self.retheme();
            }
            Msg::NextText => {
                self.preferences.next_text();
                self.retheme();
            }
            Msg::NextLanguage => {
                self.preferences.next_language();
                self.picture.set_lanes(&self.model.borrow(), self.preferences.language);
                self.refresh_texts();
            }
            Msg::Resized => {
                self.touch();
                return false;
            }
            Msg::Help(open) => self.help = open,
            Msg::Show(panel) => {
                self.panel = panel;
                self.touch();
            }
            Msg::JumpTo(line) => {
                self.jump = Jump { line, number: self.jump.number + 1 };
                self.panel = Panel::Code;
            }
            Msg::FocusTimeline => {
                if let Some(canvas) = self.picture.handles.canvas.cast::<web_sys::HtmlElement>() {
                    // Fails only for an element that is gone.
                    let _ = canvas.focus();
                }
                return false;
            }
            Msg::FragmentChanged => {
                if dom::fragment().trim_start_matches('#') == self.own_fragment {
                    return false;
                }
                self.open_address();
                // What was wrong with the link is said although a run begins.
                let trouble = self.trouble.take();
                self.start_run();
                self.trouble = trouble;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        crate::view::page(self, ctx)
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.picture.read_theme();
            if let Some(canvas) = self.picture.handles.canvas.cast::<web_sys::Element>() {
                // Yew's own wheel listeners are passive; a zoom must keep the page from scrolling.
                let scope = ctx.link().clone();
                self._listeners.push(Listener::new(&canvas, "wheel", true, move |event| {
                    if let Ok(event) = wasm_bindgen::JsCast::dyn_into(event) {
                        scope.send_message(Msg::Wheel(event));
                    }
                }));
            }
        }
        // A panel may have become visible or changed its size.
        self.touch();
    }
}

impl App {
    pub(crate) fn words(&self) -> &'static Words {
        self.preferences.language.words()
    }

    /// Whether the newest program never began, so that the trace on the screen is of one before it.
    pub(crate) fn is_of_earlier_program(&self) -> bool {
        self.run_state == RunState::Ended && self.model_run != 0 && self.model_run != self.run
    }

    /// Asks for a repaint.
    pub(crate) fn touch(&mut self) {
        self.dirty = true;
        self.ticker.request();
    }

    fn tell(&mut self, words: &str) {
        self.toast = Some((words.to_owned(), dom::now_millis() + TOAST_MILLIS));
    }

    fn retheme(&mut self) {
        self.picture.read_theme();
        self.touch();
    }

    // -- the program and its link ------------------------------------------------------------------------------------

    fn show_program(&mut self, text: &str) {
        self.source = text.into();
        self.document = Document { text: self.source.clone(), version: self.document.version + 1 };
        self.pending_at = None;
        self.pending_view = None;
    }

    /// What the address asks for: a state in the fragment, an example by name, or the first example.
    fn open_address(&mut self) {
        let words = self.words();
        self.trouble = None;
        match link::decode(&dom::fragment()) {
            Ok(Some(state)) => {
                self.show_program(&state.code);
                self.settings = state.settings;
                self.schedule = state.schedule;
                self.pending_at = state.at_nanos;
                self.pending_view = state.view.map(|view| (view.from_nanos, view.to_nanos));
                return;
            }
            Ok(None) => {}
            Err(error) => {
                let message = format!("{error}. {}", words.link_bad);
                self.trouble = Some(Trouble { kind: String::new(), message });
            }
        }
        let named = dom::query_parameter("example");
        let example = named.as_deref().and_then(examples::by_name);
        if named.is_some() && example.is_none() {
            self.trouble = Some(Trouble { kind: String::new(), message: words.example_unknown.to_owned() });
        }
        self.show_program(example.unwrap_or_else(examples::first).source);
        self.settings = Settings::default();
        self.schedule.clear();
    }

    fn write_address_soon(&mut self) {
        if self.address_millis.is_none() {
            self.address_millis = Some(dom::now_millis() + ADDRESS_MILLIS);
        }
    }

    fn write_address(&mut self) -> Option<String> {
        self.address_millis = None;
        let at_nanos = self.playback.at_nanos();
        let moved = !self.model.borrow().is_empty() && at_nanos > 0 && at_nanos < self.playback.end_nanos();
        let view = self.picture.visible_nanos();
        let state = LinkState {
            code: self.source.to_string(),
            settings: self.settings.clone(),
            schedule: self.schedule.clone(),
            at_nanos: moved.then_some(at_nanos),
            view: view.map(|(from_nanos, to_nanos)| interleave_protocol::View { from_nanos, to_nanos }),
        };
        self.own_fragment = link::encode(&state);
        dom::replace_fragment(&self.own_fragment)
    }

    // -- the run -----------------------------------------------------------------------------------------------------

    pub(crate) fn start_run(&mut self) {
        let request = |run| interleave_protocol::RunRequest {
            run,
            source: self.source.to_string(),
            settings: self.settings.clone(),
            limits: interleave_protocol::Limits::default(),
            schedule: self.schedule.clone(),
        };
        self.run = self.engine.run(request);
        self.run_state = RunState::Running(Progress::default());
        self.awaiting_first_chunk = true;
        self.inspect_pending = false;
        self.diagnostics = Rc::from([]);
        if self.outcome.is_some() {
            self.trouble = None;
        }
        // The link a reload restores; a program that came from a plain address keeps the plain address.
        let plain = examples::by_source(&self.source).is_some() && self.settings == Settings::default();
        if !plain || !dom::fragment().is_empty() {
            self.write_address_soon();
        }
        self.touch();
    }

    pub(crate) fn stop(&mut self) {
        if let RunState::Running(progress) = self.run_state {
            self.engine.cancel();
            self.run_state = RunState::Stopping(progress);
        }
    }

    fn hear(&mut self, heard: Heard) {
        let words = self.words();
        let message = match heard {
            Heard::Message(message) => *message,
            Heard::Died { while_starting: true } => {
                self.run_state = RunState::Ended;
                self.trouble = Some(Trouble { kind: String::new(), message: words.engine_missing.to_owned() });
                return;
            }
            Heard::Died { while_starting: false } => return self.restart_engine(words.engine_died, String::new()),
            Heard::Unreadable => return self.restart_engine(words.trace_broken, String::new()),
        };
        match message {
            FromEngine::Ready { .. } => {}
            FromEngine::Chunk { chunk, .. } => self.take_chunk(chunk),
            FromEngine::Progress { progress, .. } => match &mut self.run_state {
                RunState::Running(shown) | RunState::Stopping(shown) => *shown = progress,
                RunState::Idle | RunState::Ended => {}
            },
            FromEngine::Diagnostics { items, .. } => {
                // The last good trace stays.
                self.diagnostics = items.into();
                self.run_state = RunState::Ended;
                self.awaiting_first_chunk = false;
            }
            FromEngine::Finished { finished, .. } => {
                self.run_state = RunState::Ended;
                self.outcome = Some(finished.outcome);
                self.trace_hash = finished.trace_hash;
                self.finish_run();
            }
            FromEngine::Inspected { run, inspected } => {
                self.inspect_pending = false;
                if run == self.model_run {
                    self.inspected = Some(Rc::new(inspected));
                }
            }
            FromEngine::SteppedTo { run, at_nanos } => {
                if let Some(at_nanos) = at_nanos.filter(|_| run == self.model_run) {
                    self.seek(at_nanos);
                }
            }
            FromEngine::Fatal { message } => {
                self.restart_engine(words.engine_died, message);
            }
        }
    }

    fn restart_engine(&mut self, message: &str, detail: String) {
        self.engine.replace();
        self.run_state = RunState::Ended;
        self.awaiting_first_chunk = false;
        self.inspect_pending = false;
        let message = if detail.is_empty() { message.to_owned() } else { format!("{message} ({detail})") };
        self.trouble = Some(Trouble { kind: String::new(), message });
    }

    fn take_chunk(&mut self, chunk: interleave_trace::TraceChunk) {
        let first = self.awaiting_first_chunk;
        if first {
            self.awaiting_first_chunk = false;
            self.model_run = self.run;
            *self.model.borrow_mut() = RunModel::default();
            self.picture.restart();
            self.playback.restart();
            self.outcome = None;
            self.trace_hash = None;
            self.stats = None;
            self.inspected = None;
            self.shown = Shown::default();
            self.load_editor = true;
        }
        let applied = self.model.borrow_mut().apply(chunk);
        if applied.is_err() {
            self.restart_engine(self.words().trace_broken, String::new());
            return;
        }
        self.index_changed();
        if first && self.pending_at.is_none() && !dom::reduced_motion() {
            self.playback.play();
        }
        self.touch();
    }

    fn index_changed(&mut self) {
        let model = self.model.borrow();
        self.playback.set_end(model.trace().end_nanos);
        self.picture.set_lanes(&model, self.preferences.language);
        let label = |track| ThreadLabel {
            track,
            name: model.trace().track_name(track).into(),
            colour: model.index().colour(track),
        };
        let labels: Vec<ThreadLabel> = model.threads().map(label).collect();
        if *labels != *self.labels {
            self.labels = labels.into();
        }
        let seen = |category: &Category| *category != Category::Running && model.index().has_seen(*category);
        let categories: Vec<Category> = Category::ALL.into_iter().filter(seen).collect();
        if *categories != *self.categories {
            self.categories = categories.into();
        }
    }

    fn finish_run(&mut self) {
        {
            let model = self.model.borrow();
            self.stats = Some(Rc::new(Stats::with_spans(model.trace(), model.index().spans())));
        }
        let end_nanos = self.playback.end_nanos();
        if let Some(at_nanos) = self.pending_at.take() {
            self.playback.seek(at_nanos);
        } else if dom::reduced_motion() {
            self.playback.seek(end_nanos);
        }
        if let Some((from, to)) = self.pending_view.take() {
            self.picture.show_range(from, to, end_nanos);
        }
        self.refresh_texts();
    }

    /// Whether the tree has to be redrawn.
    fn watch(&mut self) -> bool {
        let now_millis = dom::now_millis();
        let mut changed = false;
        if self.engine.is_overdue() {
            let cancelled = matches!(self.run_state, RunState::Stopping(_));
            let words = self.words();
            if cancelled {
                // Its events so far are here already: only the worker is replaced.
                self.engine.replace();
                self.run_state = RunState::Ended;
                self.outcome = Some(Outcome::Stopped);
                self.finish_run();
            } else {
                self.restart_engine(words.engine_silent, String::new());
            }
            changed = true;
        }
        if self.toast.as_ref().is_some_and(|(_, until)| now_millis > *until) {
            self.toast = None;
            changed = true;
        }
        if self.address_millis.is_some_and(|due| now_millis >= due) {
            self.write_address();
        }
        if !self.load_editor && now_millis - self.started_millis > EDITOR_MILLIS {
            self.load_editor = true;
            changed = true;
        }
        changed
    }

    // -- time --------------------------------------------------------------------------------------------------------

    pub(crate) fn seek(&mut self, at_nanos: u64) {
        self.playback.pause();
        self.playback.seek(at_nanos);
        let end_nanos = self.playback.end_nanos();
        self.picture.reveal(self.playback.at_nanos(), end_nanos);
        self.refresh_texts();
    }

    pub(crate) fn act(&mut self, action: Action) {
        let end_nanos = self.playback.end_nanos();
        match action {
            Action::TogglePlay if self.playback.is_playing() => {
                self.playback.pause();
                self.refresh_texts();
            }
            Action::TogglePlay => self.playback.play(),
            Action::ToStart => self.seek(0),
            Action::ToEnd => self.seek(end_nanos),
            Action::Scrub(position) => self.seek(transport::nanos_of_scrub(position, end_nanos)),
            Action::SetSpeed(speed) => self.playback.set_speed(speed),
            Action::SetStepUnit(unit) => self.unit = unit,
            Action::Step { unit, forward } => self.step(unit, forward),
        }
        self.touch();
    }

    fn step(&mut self, unit: StepUnit, forward: bool) {
        self.playback.pause();
        let at_nanos = self.playback.at_nanos();
        let target = match unit {
            StepUnit::Event => self.model.borrow().step(at_nanos, Step::Event, forward),
            StepUnit::Switch => self.model.borrow().step(at_nanos, Step::Switch, forward),
            StepUnit::Line => {
                let direction = if forward { Direction::Forward } else { Direction::Back };
                self.engine.send(&ToEngine::StepLine { run: self.model_run, at_nanos, direction });
                None
            }
        };
        if let Some(target) = target {
            self.seek(target);
        }
    }

    /// One animation frame. Whether the tree has to be redrawn.
    fn frame(&mut self, now_millis: f64) -> bool {
        let was_playing = self.playback.is_playing();
        let moved = self.playback.advance(now_millis, self.run_state.is_going());
        let playing = self.playback.is_playing();
        let at_nanos = self.playback.at_nanos();
        if moved || self.dirty {
            self.dirty = false;
            self.handles.show(at_nanos, self.playback.end_nanos(), playing);
            let model = self.model.clone();
            let language = self.preferences.language;
            if self.picture.paint(&model.borrow(), at_nanos, language, playing, now_millis) {
                // Chips are still on their way.
                self.touch();
            }
        }
        let ended = was_playing && !playing;
        let mut redraw = ended;
        if moved && (ended || now_millis - self.texts_millis > TEXT_MILLIS) {
            self.texts_millis = now_millis;
            redraw |= self.update_texts();
        }
        if playing {
            self.ticker.request();
        }
        redraw
    }

    /// Brings the texts to the playhead and asks for the variables there.
    fn refresh_texts(&mut self) {
        self.update_texts();
        self.touch();
    }

    fn update_texts(&mut self) -> bool {
        let at_nanos = self.playback.at_nanos();
        let shown = {
            let model = self.model.borrow();
            Shown {
                at_nanos,
                explain: explain_at(model.trace(), model.index(), at_nanos, self.preferences.language.lang()),
                pieces: model.outputs_until(at_nanos).len(),
                markers: model.markers_at(at_nanos),
            }
        };
        self.ask_for_variables(at_nanos);
        let changed = shown != self.shown;
        self.shown = shown;
        changed
    }

    fn ask_for_variables(&mut self, at_nanos: u64) {
        let now_millis = dom::now_millis();
        let playing = self.playback.is_playing();
        let known = self.inspected.as_ref().is_some_and(|inspected| inspected.at_nanos == at_nanos);
        let too_soon = playing && (self.inspect_pending || now_millis - self.inspect_millis < INSPECT_MILLIS);
        if known || too_soon || self.run_state.is_going() || self.model.borrow().is_empty() {
            return;
        }
        self.inspect_millis = now_millis;
        self.inspect_pending = true;
        self.engine.send(&ToEngine::Inspect { run: self.model_run, at_nanos });
    }
}
