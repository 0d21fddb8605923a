//! The page: one component that owns the state, and the turns it takes.
//!
//! Two clocks drive it. Messages (a click, an edit, a message of the engine) go through [`App::update`] and may redraw the
//! component tree. Animation frames move the playhead and paint the canvases; they redraw the tree only when a text on the
//! page has to change, and while playing not more often than a reader can follow.

mod address;
mod running;
mod time;

use std::cell::RefCell;
use std::rc::Rc;

use interleave_protocol::{Diagnostic, Inspected, Lesson, Progress, Settings, Shelf};
use interleave_trace::{Category, Outcome, Stats, TrackId};
use web_sys::{Event, KeyboardEvent, WheelEvent};
use yew::html::Scope;
use yew::prelude::*;

use crate::details::ThreadLabel;
use crate::dom::{self, Listener};
use crate::editor::{Document, Jump, LineMarker};
use crate::engine_client::{EngineClient, Heard};
use crate::gestures::Gestures;
use crate::picture::Picture;
use crate::playback::Playback;
use crate::preferences::Preferences;
use crate::run_model::RunModel;
use crate::shelf::{self, FIRST_SOURCE, ShelfState};
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

/// What can be folded away to leave more room for the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Stage,
    Details,
}

/// Which parts are folded away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    pub stage: bool,
    pub details: bool,
}

/// How far the newest run is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RunState {
    #[default]
    Idle,
    Running(Progress),
    Ended,
}

impl RunState {
    pub fn is_going(&self) -> bool {
        matches!(self, Self::Running(_))
    }

    /// For `data-run-state`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Running(_) => "running",
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
    Pick(String),
    ShelfCame(Option<Shelf>),
    LessonCame {
        name: String,
        text: Option<String>,
    },
    Shelf(bool),
    /// One of `crate::dialogs`.
    Dialog(&'static str),
    DialogOpened(bool),
    Input(String),
    DropSchedule,
    Unfollow,
    StageClick {
        x_px: f32,
        y_px: f32,
    },
    Flag(u8),
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
    Fold(Part),
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
    /// Decisions to follow, from a link; empty: the policy decides.
    pub(crate) schedule: Vec<u32>,
    /// Decisions of the last run that ended, and the program it was.
    recorded: Vec<u32>,
    recorded_source: Rc<str>,
    scope: Scope<App>,
    pub(crate) shelf: ShelfState,
    pub(crate) shelf_open: bool,
    /// The bundled program in the editor, while nobody has edited it.
    pub(crate) lesson: Option<Rc<Lesson>>,
    /// A bundled program that was asked for and is on its way.
    wanted_lesson: Option<String>,
    engine: EngineClient,
    run: u32,
    /// The run that the trace on the screen belongs to: not the newest while that one has no events, or none at all.
    pub(crate) model_run: u32,
    pub(crate) run_state: RunState,
    /// The user stopped the run: it is over for the page, whatever its engine still has to say of it.
    stopped: bool,
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
    pub(crate) folds: Folds,
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
    /// What each of its suspended tasks awaits.
    pub(crate) waits: Rc<[Rc<str>]>,
    pub(crate) stats: Option<Rc<Stats>>,
    pub(crate) labels: Rc<[ThreadLabel]>,
    pub(crate) objects: Rc<[(TrackId, Rc<str>)]>,
    pub(crate) categories: Rc<[Category]>,
    /// From a link: where to put the playhead and the window when the run is there.
    pending_at: Option<u64>,
    pending_view: Option<(u64, u64)>,
    /// The fragment that this page opened or wrote last, to tell its own changes from the user's.
    own_fragment: String,
    /// It wrote it.
    wrote_address: bool,
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
    /// The last of the lesson's moments up to here.
    pub flag: Option<u8>,
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
            document: Document { text: FIRST_SOURCE.into(), version: 0 },
            source: FIRST_SOURCE.into(),
            settings: Settings::default(),
            schedule: Vec::new(),
            recorded: Vec::new(),
            recorded_source: "".into(),
            scope: scope.clone(),
            shelf: ShelfState::default(),
            shelf_open: false,
            lesson: None,
            wanted_lesson: None,
            engine,
            run: 0,
            model_run: 0,
            run_state: RunState::Idle,
            stopped: false,
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
            folds: Folds::default(),
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
            waits: Rc::from([]),
            stats: None,
            labels: Rc::from([]),
            objects: Rc::from([]),
            categories: Rc::from([]),
            pending_at: None,
            pending_view: None,
            own_fragment: String::new(),
            wrote_address: false,
            address_millis: None,
            _listeners: listeners,
            _watchdog: watchdog,
        };
        if app.open_address() {
            app.start_run();
        }
        scope.send_future(async { Msg::ShelfCame(shelf::fetch_index().await) });
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
                self.engine.prefer_whole();
                self.schedule.clear();
                self.pending_at = None;
                self.find_lesson();
                self.write_address_soon();
            }
            Msg::Pick(name) => {
                self.shelf_open = false;
                self.fetch_lesson(name);
            }
            Msg::ShelfCame(shelf) => self.shelf_came(shelf),
            Msg::LessonCame { name, text } => self.lesson_came(&name, text),
            Msg::Shelf(open) => self.shelf_open = open,
            Msg::Dialog(what) => {
                let fragment = self.link();
                ctx.link().send_future(async move { Msg::DialogOpened(dom::open_dialog(what, &fragment).await) });
                return false;
            }
            Msg::DialogOpened(opened) => {
                if !opened {
                    self.tell(self.words().engine_missing);
                }
            }
            Msg::Input(text) => {
                // Runs when asked to: a run for every key would read half a line.
                self.settings.stdin = text;
                self.schedule.clear();
                self.write_address_soon();
            }
            Msg::DropSchedule => {
                self.schedule.clear();
                self.start_run();
                self.write_address();
            }
            Msg::StageClick { x_px, y_px } => {
                self.picture.select_chip(x_px, y_px);
                self.touch();
            }
            Msg::Unfollow => {
                self.picture.selected = None;
                self.touch();
            }
            Msg::Flag(number) => {
                let flag = self.picture.flags.iter().find(|flag| flag.number == number).copied();
                if let Some(flag) = flag {
                    self.seek(flag.at_nanos);
                }
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
            Msg::Fold(part) => {
                let fold = match part {
                    Part::Stage => &mut self.folds.stage,
                    Part::Details => &mut self.folds.details,
                };
                *fold = !*fold;
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
                if self.wrote_address && self.is_own_address() {
                    return false;
                }
                self.run_keeping_trouble(Self::open_address);
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
}
