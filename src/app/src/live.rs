//! The dialog of live runs: the program of the page, executed for real on this machine, beside what was predicted.
//!
//! One of [`crate::dialogs`]: the page's first load knows one button. Runs go one after the other in an engine of its own:
//! the live run first, then the prediction, then whatever measurement is asked for, so that none disturbs another: not even a
//! run of the page, which is waited for, and the picture here, which is drawn a few times a second. Keeps true: closing the
//! dialog ends every worker.
//!
//! | module | holds |
//! | --- | --- |
//! | `calibrate` | the profile that is measured here |
//! | `difference` | measured against predicted, as a table |
//! | `isolation` | the service worker that makes the page cross-origin isolated |
//! | `measure` | the classic measurements |
//! | `view` | the dialog as elements |
//! | `words` | its words in two languages |

mod calibrate;
mod difference;
mod isolation;
mod measure;
mod view;
pub mod words;

use std::rc::Rc;

use interleave_protocol::{FromEngine, Limits, LinkState, LiveRequest, Policy, RunRequest, Settings, ToEngine, link};
use interleave_trace::{EventKind, Outcome, TrackId, TrackKind};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use self::measure::{Bar, Suite};
use self::words::LiveWords;
use crate::compare;
use crate::dialogs::{self, Props};
use crate::dom::{self, Listener};
use crate::engine_client::{EngineClient, Heard};
use crate::painter::Theme;
use crate::preferences::Preferences;
use crate::run_model::RunModel;
use crate::strings::Language;
use crate::ticker::Interval;

/// How often it is looked whether the page's own run has ended, and how often that is waited for before it is stopped.
const LOOK_MILLIS: i32 = 50;
const LOOKS: u32 = 60;
/// While a program is measured, the dialog changes no more often than this.
const DRAW_MILLIS: f64 = 300.0;

/// What the engine is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Job {
    #[default]
    None,
    Live,
    Prediction,
    /// The bar of the suite.
    Bar(usize),
    /// The calibration: 0 its live run, then its predictions.
    Calibration(usize),
}

/// A run beside another.
#[derive(Default)]
struct Side {
    model: RunModel,
    end: Option<Outcome>,
    canvas: NodeRef,
    headers: NodeRef,
}

#[derive(Debug)]
pub enum Msg {
    Heard(Heard),
    /// Has the page's own run ended?
    Look,
    Again,
    Pause,
    Stop,
    Close,
    Warm(bool),
    WasmThreads(bool),
    Measure(Suite),
    Calibrate,
    Isolate(bool),
    Resized,
}

pub struct Live {
    language: Language,
    theme: Rc<Theme>,
    dialog: NodeRef,
    engine: Option<EngineClient>,
    run: u32,
    job: Job,
    paused: bool,
    warm: bool,
    wasm_threads: bool,
    measured: Side,
    predicted: Side,
    /// Why there is no run, or none any more.
    trouble: Option<String>,
    suite: Option<Suite>,
    bars: Vec<Bar>,
    /// The run of a bar or of a calibration.
    bar: RunModel,
    /// The page's, unless calibrated.
    settings: Settings,
    /// What the calibration measured, and the percentages of its last prediction.
    calibration: (calibrate::Figures, calibrate::Figures),
    /// Runs until the page's own run has ended: so many looks ago it began.
    patience: Option<(Interval, u32)>,
    drawn_millis: f64,
    _resize: Option<Listener>,
}

impl Component for Live {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let theme = dom::root().map(|root| Theme::read(&root)).unwrap_or_default();
        let on_resize = ctx.link().callback(|()| Msg::Resized);
        let resize = dom::window().map(|window| Listener::new(&window, "resize", false, move |_| on_resize.emit(())));
        let mut live = Self {
            language: Preferences::load().language,
            theme: Rc::new(theme),
            dialog: NodeRef::default(),
            engine: None,
            run: 0,
            job: Job::None,
            paused: false,
            warm: true,
            wasm_threads: true,
            measured: Side::default(),
            predicted: Side::default(),
            trouble: None,
            suite: None,
            bars: Vec::new(),
            bar: RunModel::default(),
            settings: ctx.props().state.settings.clone(),
            calibration: (calibrate::NEUTRAL, calibrate::NEUTRAL),
            patience: None,
            drawn_millis: 0.0,
            _resize: resize,
        };
        live.begin(ctx);
        live
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Heard(heard) => return self.hear(ctx, heard),
            Msg::Look => return self.look(ctx),
            Msg::Again => self.start_live(ctx),
            Msg::Pause => {
                self.paused = !self.paused;
                if let Some(engine) = &self.engine {
                    engine.send(&ToEngine::Pause { run: self.run, paused: self.paused });
                }
            }
            Msg::Stop => {
                if self.patience.take().is_some() {
                    self.job = Job::None;
                }
                // The bars after this one are not wanted either.
                self.suite = self.suite.filter(|_| !matches!(self.job, Job::Bar(_)));
                if let Some(engine) = &self.engine {
                    engine.cancel();
                }
            }
            Msg::Close => {
                self.patience = None;
                self.job = Job::None;
                if let Some(engine) = self.engine.take() {
                    engine.close();
                }
                dialogs::close(&self.dialog);
            }
            Msg::Warm(warm) => {
                self.warm = warm;
                self.start_live(ctx);
            }
            Msg::WasmThreads(wasm_threads) => {
                self.wasm_threads = wasm_threads;
                self.start_live(ctx);
            }
            Msg::Measure(suite) => {
                let isolated = self.has_wasm_threads();
                self.bars = measure::bars(suite, hardware_threads(), isolated, self.words());
                self.suite = Some(suite);
                self.start_bar(ctx, 0);
            }
            Msg::Calibrate => {
                self.calibration.1 = calibrate::NEUTRAL;
                self.start_calibration(ctx, 0);
            }
            // The page loads again, and the dialog with it.
            Msg::Isolate(on) => isolation::set(on),
            Msg::Resized => {}
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::dialog(self, ctx)
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        if first {
            dialogs::show(&self.dialog);
        }
        let longest = self.measured.model.trace().end_nanos.max(self.predicted.model.trace().end_nanos);
        for side in [&self.predicted, &self.measured] {
            compare::paint(&side.model, &side.canvas, &side.headers, longest, (&self.theme, self.language));
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        if let Some(engine) = self.engine.take() {
            engine.close();
        }
    }
}

fn hardware_threads() -> u32 {
    dom::window().map_or(1.0, |window| window.navigator().hardware_concurrency()).max(1.0) as u32
}

/// The page's button that stops its own run, while there is one.
fn page_runs() -> Option<web_sys::HtmlElement> {
    let found = dom::document()?.query_selector("[data-testid=stop]:not([hidden])").ok()??;
    found.dyn_into().ok()
}

fn is_isolated() -> bool {
    let global = js_sys::global();
    js_sys::Reflect::get(&global, &"crossOriginIsolated".into()).is_ok_and(|isolated| isolated.is_truthy())
}

impl Live {
    fn words(&self) -> &'static LiveWords {
        words::words(self.language)
    }

    fn request(settings: Settings, run: u32, source: String) -> RunRequest {
        RunRequest { run, source, settings, limits: Limits::default(), schedule: Vec::new() }
    }

    fn engine(&mut self, ctx: &Context<Self>) -> EngineClient {
        let start = || EngineClient::start_whole(ctx.link().callback(Msg::Heard));
        self.engine.get_or_insert_with(start).clone()
    }

    fn run_live(&mut self, ctx: &Context<Self>, source: String, warm: bool) {
        let wasm_threads = self.wasm_threads;
        self.paused = false;
        let settings = self.settings.clone();
        self.run = self.engine(ctx).run_live(|run| LiveRequest {
            warm,
            wasm_threads,
            ..LiveRequest::of(Self::request(settings, run, source))
        });
    }

    /// Starts the first live run, as soon as the page's own run has ended.
    fn begin(&mut self, ctx: &Context<Self>) {
        if page_runs().is_none() {
            return self.start_live(ctx);
        }
        self.job = Job::Live;
        let on_look = ctx.link().callback(|()| Msg::Look);
        self.patience = Some((Interval::new(LOOK_MILLIS, on_look), 0));
    }

    fn look(&mut self, ctx: &Context<Self>) -> bool {
        let Some((_, looks)) = &mut self.patience else { return false };
        *looks += 1;
        if let Some(stop) = page_runs() {
            if *looks < LOOKS {
                return false;
            }
            stop.click();
        }
        self.start_live(ctx);
        true
    }

    fn start_live(&mut self, ctx: &Context<Self>) {
        self.job = Job::Live;
        self.patience = None;
        self.trouble = None;
        self.suite = None;
        (self.measured.model, self.measured.end) = (RunModel::default(), None);
        let warm = self.warm;
        self.run_live(ctx, ctx.props().state.code.clone(), warm);
    }

    fn start_prediction(&mut self, ctx: &Context<Self>) {
        self.job = Job::Prediction;
        self.predicted.model = RunModel::default();
        let (source, settings) = (ctx.props().state.code.clone(), self.settings.clone());
        self.run = self.engine(ctx).run(|run| RunRequest {
            schedule: ctx.props().state.schedule.clone(),
            ..Self::request(settings, run, source)
        });
    }

    fn start_calibration(&mut self, ctx: &Context<Self>, step: usize) {
        self.job = Job::Calibration(step);
        self.trouble = None;
        self.bar = RunModel::default();
        let source = calibrate::PROGRAM.to_owned();
        if step == 0 {
            return self.run_live(ctx, source, true);
        }
        // Chance has no part in it, and the program is not the page's.
        let settings = Settings { policy: Policy::default(), stdin: String::new(), ..self.settings.clone() };
        let settings = calibrate::applied(&settings, self.calibration.1);
        self.run = self.engine(ctx).run(|run| Self::request(settings, run, source));
    }

    /// A step of the calibration has ended.
    fn calibrated(&mut self, ctx: &Context<Self>, step: usize, outcome: &Outcome) {
        let found = calibrate::figures(&printed(&self.bar)).filter(|_| *outcome == Outcome::Exited(0));
        let Some(figures) = found else {
            self.job = Job::None;
            let stopped = *outcome == Outcome::Stopped;
            self.trouble = (!stopped).then(|| self.words().not_calibrated.to_owned());
            return;
        };
        if step == 0 {
            self.calibration.0 = figures;
        } else {
            self.calibration.1 = calibrate::nearer(self.calibration.1, self.calibration.0, figures);
        }
        if step < calibrate::ROUNDS {
            return self.start_calibration(ctx, step + 1);
        }
        self.settings = calibrate::applied(&self.settings, self.calibration.1);
        // The page follows its address.
        let state = LinkState { settings: self.settings.clone(), ..(*ctx.props().state).clone() };
        if let Some(window) = dom::window() {
            // Fails only for an address that is none.
            let _ = window.location().set_hash(&link::encode(&state));
        }
        self.start_prediction(ctx);
    }

    fn start_bar(&mut self, ctx: &Context<Self>, number: usize) {
        let Some(bar) = self.bars.get(number) else {
            self.job = Job::None;
            return;
        };
        let (source, warm) = (bar.source.clone(), bar.warm);
        self.job = Job::Bar(number);
        self.bar = RunModel::default();
        self.run_live(ctx, source, warm);
    }

    /// The run of the moment goes nowhere: why.
    fn fail(&mut self, ctx: &Context<Self>, why: String) {
        match self.job {
            Job::Bar(number) => {
                if let Some(bar) = self.bars.get_mut(number) {
                    bar.result = Some(Err(why));
                }
                self.start_bar(ctx, number + 1);
            }
            _ => {
                self.job = Job::None;
                self.trouble = Some(why);
            }
        }
    }

    fn hear(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        let message = match heard {
            Heard::Message(message) => *message,
            Heard::Died { while_starting } => {
                let words = self.language.words();
                let why = if while_starting { words.engine_missing } else { words.engine_died };
                self.engine = None;
                self.fail(ctx, why.to_owned());
                return true;
            }
            Heard::Unreadable => {
                self.fail(ctx, self.language.words().trace_broken.to_owned());
                return true;
            }
        };
        match message {
            FromEngine::Chunk { chunk, .. } => {
                let model = match self.job {
                    Job::Live => &mut self.measured.model,
                    Job::Prediction => &mut self.predicted.model,
                    Job::Bar(_) | Job::Calibration(_) => &mut self.bar,
                    Job::None => return false,
                };
                if model.apply(chunk).is_err() {
                    self.fail(ctx, self.language.words().trace_broken.to_owned());
                    return true;
                }
                let now_millis = dom::now_millis();
                if self.job != Job::Prediction && now_millis - self.drawn_millis < DRAW_MILLIS {
                    return false;
                }
                self.drawn_millis = now_millis;
            }
            FromEngine::Finished { finished, .. } => self.finished(ctx, finished.outcome),
            FromEngine::Diagnostics { items, .. } => {
                let why = items.first().map(|item| format!("{}: {}", item.kind, item.message)).unwrap_or_default();
                self.fail(ctx, why);
            }
            FromEngine::Fatal { message } => self.fail(ctx, message),
            _ => return false,
        }
        true
    }

    fn finished(&mut self, ctx: &Context<Self>, outcome: Outcome) {
        match self.job {
            Job::Live => {
                self.measured.model.end(outcome.clone());
                self.measured.end = Some(outcome);
                if self.predicted.end.is_none() {
                    self.start_prediction(ctx);
                } else {
                    self.job = Job::None;
                }
            }
            Job::Prediction => {
                self.predicted.model.end(outcome.clone());
                self.predicted.end = (outcome != Outcome::Stopped).then_some(outcome);
                self.job = Job::None;
            }
            Job::Bar(number) => {
                let printed = printed(&self.bar);
                let result = measure::seconds(&printed).ok_or_else(|| printed.trim_end().to_owned());
                if let Some(bar) = self.bars.get_mut(number) {
                    bar.result = Some(result);
                }
                if self.suite.is_some() && outcome != Outcome::Stopped {
                    self.start_bar(ctx, number + 1);
                } else {
                    self.job = Job::None;
                }
            }
            Job::Calibration(step) => self.calibrated(ctx, step, &outcome),
            Job::None => {}
        }
    }

    /// Whether the last live run had wasm threads, or the next one can have some.
    fn has_wasm_threads(&self) -> bool {
        is_isolated() && self.wasm_threads && carriers(&self.measured.model).any(|name| name.starts_with("wasm"))
    }
}

/// What a run printed.
fn printed(model: &RunModel) -> String {
    model.outputs_until(u64::MAX).iter().filter_map(|&seq| model.printed(seq)).map(|piece| piece.text).collect()
}

/// The names of what a live run ran on.
fn carriers(model: &RunModel) -> impl Iterator<Item = &str> {
    let trace = model.trace();
    let cores = trace.tracks.iter().filter(|track| track.kind == TrackKind::Core);
    cores.map(|track| trace.str(track.name))
}

/// What carries a thread, or a task of it; none before it ran.
fn carrier_of(model: &RunModel, track: TrackId) -> Option<&str> {
    let trace = model.trace();
    let thread = match trace.track(track)?.kind {
        TrackKind::Task => trace.track(track)?.parent?,
        TrackKind::Thread => track,
        _ => return None,
    };
    let on = |event: interleave_trace::Event| {
        (event.kind == EventKind::Core { thread: Some(thread) }).then_some(event.track)
    };
    trace.events.iter().find_map(on).map(|core| trace.track_name(core))
}
