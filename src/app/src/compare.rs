//! The same program under several settings, one below the other on one time axis.
//!
//! The runs go one after the other in an engine of their own, so that the run on the page stays as it is. Keeps true: closing
//! the dialog ends what is going on and gives the engine up. One of [`crate::dialogs`].

use std::collections::BTreeSet;

use interleave_protocol::{FromEngine, Gil, Limits, RunRequest, Settings};
use interleave_timeline::layout::RULER_PX;
use interleave_timeline::units::duration;
use interleave_timeline::{
    DisplayList, GroupKey, LaneMetrics, LaneOptions, Lanes, TimeScale, View, fill, lanes, layout,
};
use interleave_trace::Outcome;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::dialogs::{self, Props};
use crate::engine_client::{EngineClient, Heard};
use crate::live::words::{LiveWords, words};
use crate::painter::{Painter, Theme};
use crate::preferences::Preferences;
use crate::run_model::RunModel;
use crate::settings_bar::gil_name;
use crate::strings::Language;
use crate::timeline_pane::lane_name;
use crate::{dom, icons};

/// One row: settings and what became of them.
struct Entry {
    label: String,
    settings: Settings,
    model: RunModel,
    /// How it ended; `None` while it has not.
    end: Option<End>,
    canvas: NodeRef,
    headers: NodeRef,
}

enum End {
    Ran(Outcome),
    /// It did not even start: why.
    Refused(String),
}

#[derive(Debug)]
pub enum Msg {
    Heard(Heard),
    Close,
}

pub struct Compare {
    language: Language,
    theme: Theme,
    dialog: NodeRef,
    engine: Option<EngineClient>,
    entries: Vec<Entry>,
    /// The row that is running.
    current: usize,
}

impl Component for Compare {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let language = Preferences::load().language;
        let compare = Self {
            language,
            theme: dom::root().map(|root| Theme::read(&root)).unwrap_or_default(),
            dialog: NodeRef::default(),
            engine: Some(EngineClient::start_whole(ctx.link().callback(Msg::Heard))),
            entries: variants(&ctx.props().state.settings, words(language)),
            current: 0,
        };
        compare.run(ctx);
        compare
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let Msg::Heard(heard) = msg else {
            self.stop();
            dialogs::close(&self.dialog);
            return true;
        };
        let Some(entry) = self.entries.get_mut(self.current) else { return false };
        let message = match heard {
            Heard::Message(message) => *message,
            Heard::Died { .. } | Heard::Unreadable => {
                entry.end = Some(End::Refused(self.language.words().engine_died.to_owned()));
                return true;
            }
        };
        match message {
            // A chunk that does not fit would be a bug of ours; the row then ends where it is.
            FromEngine::Chunk { chunk, .. } => drop(entry.model.apply(chunk)),
            FromEngine::Finished { finished, .. } => {
                entry.model.end(finished.outcome.clone());
                entry.end = Some(End::Ran(finished.outcome));
                self.current += 1;
                self.run(ctx);
            }
            FromEngine::Diagnostics { items, .. } => {
                let message = items.first().map(|item| format!("{}: {}", item.kind, item.message)).unwrap_or_default();
                for entry in &mut self.entries {
                    entry.end = Some(End::Refused(message.clone()));
                }
                self.current = self.entries.len();
            }
            FromEngine::Fatal { message } => entry.end = Some(End::Refused(message)),
            FromEngine::NeedsWhole { .. } => entry.model = RunModel::default(),
            _ => return false,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = words(self.language);
        html! {
            <dialog class="dialog dialog--compare" ref={self.dialog.clone()} aria-labelledby="compare-title" data-testid="comparison"
                onclose={ctx.link().callback(|_| Msg::Close)}>
                <div class="dialog__top">
                    <h2 id="compare-title">{ words.compare_title }</h2>
                    <button type="button" class="button button--icon" aria-label={words.page.close} title={words.page.close}
                        onclick={ctx.link().callback(|_| Msg::Close)}>
                        { icons::close() }</button>
                </div>
                <div class="comparison">
                    { for self.entries.iter().map(|entry| self.row(entry)) }
                </div>
            </dialog>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        if first {
            dialogs::show(&self.dialog);
        }
        let longest = self.entries.iter().map(|entry| entry.model.trace().end_nanos).max().unwrap_or(0);
        for entry in &self.entries {
            paint(&entry.model, &entry.canvas, &entry.headers, longest, (&self.theme, self.language));
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.stop();
    }
}

impl Compare {
    fn stop(&mut self) {
        if let Some(engine) = self.engine.take() {
            engine.close();
        }
        self.entries.clear();
    }

    fn run(&self, ctx: &Context<Self>) {
        let (Some(engine), Some(entry)) = (&self.engine, self.entries.get(self.current)) else { return };
        let (source, settings) = (ctx.props().state.code.clone(), entry.settings.clone());
        engine.run(|run| RunRequest { run, source, settings, limits: Limits::default(), schedule: Vec::new() });
    }

    fn row(&self, entry: &Entry) -> Html {
        let (words, language) = (words(self.language), self.language);
        let rows = rows(&entry.model, language);
        let took = entry.model.trace().end_nanos;
        let is_first = |first: &&Entry| std::ptr::eq(*first, entry);
        let first = self
            .entries
            .first()
            .filter(|first| first.end.is_some() && !is_first(first))
            .map(|first| first.model.trace().end_nanos);
        let note = match &entry.end {
            None if entry.model.is_empty() => words.compare_waits.to_owned(),
            None => format!("{} {}", words.page.simulating, duration(took)),
            Some(End::Refused(why)) => why.clone(),
            Some(End::Ran(outcome)) => {
                let mut note = match outcome {
                    Outcome::Deadlock(_) => format!("{} · {}", duration(took), words.page.deadlock),
                    Outcome::Limit(_) => format!("{} · {}", duration(took), words.page.limit),
                    _ => duration(took),
                };
                if let Some(first) = first.filter(|first| *first > 0 && took > 0) {
                    let factor = format!("{:.2}", first as f64 / took as f64);
                    note = format!("{note} · {}", fill(words.compare_factor, &[("factor", &factor)]));
                }
                note
            }
        };
        html! {
            <section class="comparison__row" data-testid="comparison-row">
                <h3><span>{ &entry.label }</span><span class="comparison__note">{ note }</span></h3>
                <div class="comparison__picture">
                    <div class="comparison__lanes" ref={entry.headers.clone()}>
                        { for rows.list.iter().map(|lane| html! {
                            <div class={classes!("lane", lane.colour.map(|colour| format!("lane-{colour}")))}>
                                if lane.colour.is_some() { <span class="lane__dot"></span> }
                                { lane_name(&lane.name) }
                            </div>
                        }) }
                    </div>
                    <canvas ref={entry.canvas.clone()} role="img" aria-label={entry.label.clone()}></canvas>
                </div>
            </section>
        }
    }
}

/// What is set, and what a reader would change: the GIL, the cores, the interval.
fn variants(settings: &Settings, words: &'static LiveWords) -> Vec<Entry> {
    let count = |count: u32| {
        if count == 1 { words.page.one_core.to_owned() } else { format!("{count} {}", words.page.cores_unit) }
    };
    let cores = |settings: &Settings| count(settings.cores);
    let label = |settings: &Settings| format!("{} · {}", cores(settings), gil_name(settings.gil, words.page));
    let mut all = vec![(format!("{} ({})", words.compare_as_set, label(settings)), settings.clone())];
    let mut add = |name: String, change: &dyn Fn(&mut Settings)| {
        let mut changed = settings.clone();
        change(&mut changed);
        if all.iter().all(|(_, other)| *other != changed) {
            all.push((name, changed));
        }
    };
    let other = if settings.gil == Gil::Off { Gil::Cpython3 } else { Gil::Off };
    add(format!("{}: {}", words.page.gil, gil_name(other, words.page)), &|settings| {
        settings.gil = other;
        settings.switch_interval_nanos = None;
    });
    for number in [1, 2, 4, 8] {
        add(count(number), &|settings| settings.cores = number);
    }
    let entry = |(label, settings)| Entry {
        label,
        settings,
        model: RunModel::default(),
        end: None,
        canvas: NodeRef::default(),
        headers: NodeRef::default(),
    };
    all.into_iter().take(5).map(entry).collect()
}

/// Cores and threads; the objects would make the rows too high to compare.
pub(crate) fn rows(model: &RunModel, language: Language) -> Lanes {
    let collapsed = BTreeSet::from([GroupKey::Objects]);
    let options = LaneOptions { metrics: LaneMetrics::COMPACT, collapsed: &collapsed, lang: language.lang() };
    lanes(model.trace(), model.index(), options)
}

pub(crate) fn paint(
    model: &RunModel,
    canvas: &NodeRef,
    headers: &NodeRef,
    longest_nanos: u64,
    (theme, language): (&Theme, Language),
) {
    let Some(element) = canvas.cast::<HtmlCanvasElement>() else { return };
    let (trace, index) = (model.trace(), model.index());
    let rows = rows(model, language);
    let height_px = rows.height_px() + RULER_PX;
    let scale = theme.text_scale.max(0.5);
    let px = |value: f32| format!("{:.1}px", f64::from(value) * scale);
    // Setting a known property to a length cannot fail.
    let set = |element: &HtmlElement, name: &str, value: f32| drop(element.style().set_property(name, &px(value)));
    if let Some(element) = canvas.cast::<HtmlElement>() {
        set(&element, "height", height_px);
    }
    if let Some(headers) = headers.cast::<HtmlElement>() {
        for (row, lane) in rows.list.iter().enumerate() {
            let header = headers.children().item(row as u32).and_then(|header| header.dyn_into::<HtmlElement>().ok());
            if let Some(header) = header {
                set(&header, "top", lane.y_px + RULER_PX);
                set(&header, "height", lane.h_px);
            }
        }
    }
    let Some(mut painter) = Painter::new(element, theme) else { return };
    let (width_px, _) = painter.size_px(theme);
    if width_px < 1.0 {
        return;
    }
    let view = View {
        trace,
        index,
        lanes: &rows,
        scale: TimeScale::fit(longest_nanos, width_px),
        height_px,
        ruler_px: RULER_PX,
        scroll_px: 0.0,
        playhead_nanos: None,
        hovered: None,
        selected: None,
        flags: &[],
        lang: language.lang(),
    };
    let mut list = DisplayList::default();
    layout(&mut list, &view);
    painter.paint(&list, theme);
}
