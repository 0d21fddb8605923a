//! One program under many values of a number or a setting: runs side by side in engines of their own, a chart, a table.
//!
//! Keeps true: engines start when a sweep does, as many as the machine has processors for, and are given up when it is over,
//! cancelled or the dialog closed; the run on the page stays as it is. What the runs say is `interleave_timeline::sweep`'s. One of
//! [`crate::dialogs`].

use interleave_protocol::settings::{CORES, SWITCH_INTERVAL_NANOS};
use interleave_protocol::{FromEngine, Limits, LinkState, RunRequest};
use interleave_timeline::fill;
use interleave_timeline::sweep::{self, Number, Point, Sweep};
use interleave_timeline::units::duration;
use interleave_trace::Category;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::dialogs::{self, Props};
use crate::engine_client::{EngineClient, Heard};
use crate::icons;
use crate::live::words::{LiveWords, words};
use crate::preferences::Preferences;
use crate::run_model::RunModel;
use crate::strings::Language;

const FIRST_VALUES: &str = "1,2,3,4,6,8,12,16,24,32,48,64";
/// More engines than this take more memory than they save time.
const MOST_ENGINES: usize = 4;
const SETTINGS: usize = 3;

pub enum Msg {
    /// A choice: a number of the program, then the settings.
    Pick(usize),
    Values(String),
    Start,
    Cancel,
    Close,
    Heard(usize, Heard),
}

/// An engine and the value it is at.
struct Worker {
    engine: EngineClient,
    value: u64,
    model: RunModel,
    busy: bool,
}

pub struct SweepDialog {
    language: Language,
    dialog: NodeRef,
    numbers: Vec<Number>,
    picked: usize,
    values: String,
    /// Still to run, last first.
    ahead: Vec<u64>,
    count: usize,
    workers: Vec<Worker>,
    found: Sweep,
    /// Why it cannot go on.
    trouble: Option<String>,
}

impl Component for SweepDialog {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let numbers = sweep::numbers(&ctx.props().state.code);
        let likely = numbers.iter().map(|number| number.likely).max().filter(|&most| most > 0);
        let first = numbers.iter().position(|number| Some(number.likely) == likely);
        Self {
            language: Preferences::load().language,
            dialog: NodeRef::default(),
            picked: first.unwrap_or(numbers.len()),
            numbers,
            values: FIRST_VALUES.to_owned(),
            ahead: Vec::new(),
            count: 0,
            workers: Vec::new(),
            found: Sweep::default(),
            trouble: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Pick(row) => self.picked = row,
            Msg::Values(values) => self.values = values,
            Msg::Start => self.start(ctx),
            Msg::Cancel => self.stop(),
            Msg::Close => {
                self.stop();
                dialogs::close(&self.dialog);
            }
            Msg::Heard(number, heard) => return self.hear(ctx, number, heard),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = words(self.language);
        let going = !self.workers.is_empty();
        let pick = ctx.link().callback(|event: Event| {
            let select: Option<HtmlSelectElement> = event.target_dyn_into();
            Msg::Pick(select.map_or(0, |select| select.selected_index().unsigned_abs() as usize))
        });
        let values = ctx.link().callback(|event: InputEvent| {
            let input: Option<HtmlInputElement> = event.target_dyn_into();
            Msg::Values(input.map(|input| input.value()).unwrap_or_default())
        });
        let done = self.found.points.len();
        html! {
            <dialog class="dialog dialog--compare" ref={self.dialog.clone()} aria-labelledby="sweep-title" data-testid="sweep-dialog"
                onclose={ctx.link().callback(|_| Msg::Close)}>
                <div class="dialog__top">
                    <h2 id="sweep-title">{ words.sweep_title }</h2>
                    <button type="button" class="button button--icon" aria-label={words.page.close} title={words.page.close}
                        onclick={ctx.link().callback(|_| Msg::Close)}>{ icons::close() }</button>
                </div>
                <div class="comparison">
                    <div class="sweep__form">
                        <label class="field"><span class="field__label">{ words.sweep_vary }</span>
                            <select data-testid="sweep-vary" disabled={going} onchange={pick}>
                                { for (0..self.numbers.len() + SETTINGS).map(|row| html! {
                                    <option selected={row == self.picked}>{ self.label(row, words) }</option>
                                }) }
                            </select></label>
                        <label class="field"><span class="field__label">{ words.sweep_values }</span>
                            <input data-testid="sweep-values" value={self.values.clone()} disabled={going} oninput={values} /></label>
                        if going {
                            <button type="button" class="button button--stop" data-testid="sweep-cancel"
                                onclick={ctx.link().callback(|_| Msg::Cancel)}>{ icons::stop() }{ words.sweep_cancel }</button>
                        } else {
                            <button type="button" class="button button--primary" data-testid="sweep-start"
                                onclick={ctx.link().callback(|_| Msg::Start)}>{ icons::play() }{ words.page.run }</button>
                        }
                    </div>
                    <p class="comparison__note" role="status" data-testid="sweep-state">
                        if let Some(trouble) = &self.trouble { { trouble } }
                        else if self.count > 0 { { format!("{done} / {}", self.count) } }
                    </p>
                    if going {
                        <progress class="sweep__progress" max={self.count.to_string()} value={done.to_string()} aria-label={words.sweep_title}></progress>
                    }
                    if done > 0 { { self.result(words, going) } }
                </div>
            </dialog>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        if first {
            dialogs::show(&self.dialog);
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.stop();
    }
}

impl SweepDialog {
    /// What is varied, in words.
    fn label(&self, row: usize, words: &'static LiveWords) -> String {
        match self.numbers.get(row) {
            Some(number) => {
                let name = number.name.as_deref().unwrap_or("…");
                format!("{name} = {} ({})", number.value, at_line(number, words))
            }
            None => match row - self.numbers.len() {
                0 => words.page.cores,
                1 => words.page.interval,
                _ => words.page.seed,
            }
            .to_owned(),
        }
    }

    fn start(&mut self, ctx: &Context<Self>) {
        let Some(values) = sweep::values(&self.values) else {
            self.trouble = Some(words(self.language).sweep_bad_values.to_owned());
            return;
        };
        let words = words(self.language);
        let name = match self.numbers.get(self.picked) {
            Some(number) => number.name.clone().unwrap_or_else(|| at_line(number, words)),
            None => self.label(self.picked, words),
        };
        self.found = Sweep { name, points: Vec::new() };
        self.trouble = None;
        self.count = values.len();
        self.ahead = values;
        self.ahead.sort_unstable_by(|a, b| b.cmp(a));
        self.ahead.dedup();
        self.count = self.ahead.len();
        let processors = crate::dom::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
        let engines = (processors as usize).clamp(1, MOST_ENGINES).min(self.count);
        self.workers = (0..engines)
            .map(|number| Worker {
                engine: EngineClient::start_whole(ctx.link().callback(move |heard| Msg::Heard(number, heard))),
                value: 0,
                model: RunModel::default(),
                busy: false,
            })
            .collect();
        for number in 0..engines {
            self.next(&ctx.props().state, number);
        }
    }

    /// Gives a worker its next value, or gives all of them up when there is nothing left to do.
    fn next(&mut self, state: &LinkState, number: usize) {
        let Some(worker) = self.workers.get_mut(number) else { return };
        worker.busy = false;
        if let Some(value) = self.ahead.pop() {
            let (mut source, mut settings) = (state.code.clone(), state.settings.clone());
            match self.numbers.get(self.picked) {
                Some(number) => source = sweep::with_number(&source, number, value),
                None => match self.picked - self.numbers.len() {
                    0 => settings.cores = (value.min(64) as u32).clamp(*CORES.start(), *CORES.end()),
                    1 => {
                        let nanos = value.saturating_mul(1_000_000);
                        settings.switch_interval_nanos =
                            Some(nanos.clamp(*SWITCH_INTERVAL_NANOS.start(), *SWITCH_INTERVAL_NANOS.end()));
                    }
                    _ => settings.seed = value,
                },
            }
            worker.value = value;
            worker.model = RunModel::default();
            worker.busy = true;
            worker.engine.run(|run| RunRequest {
                run,
                source,
                settings,
                limits: Limits::default(),
                schedule: Vec::new(),
            });
        } else if self.workers.iter().all(|worker| !worker.busy) {
            self.stop();
        }
    }

    fn stop(&mut self) {
        for worker in self.workers.drain(..) {
            worker.engine.close();
        }
        self.ahead.clear();
    }

    fn hear(&mut self, ctx: &Context<Self>, number: usize, heard: Heard) -> bool {
        let Some(worker) = self.workers.get_mut(number) else { return false };
        match heard {
            Heard::Message(message) => match *message {
                // A chunk that does not fit would be a bug of ours; the figures are then of what came before it.
                FromEngine::Chunk { chunk, .. } => {
                    let _ = worker.model.apply(chunk);
                    return false;
                }
                FromEngine::Finished { finished, .. } => {
                    worker.model.end(finished.outcome);
                    self.found.add(Point::measure(worker.value, worker.model.trace(), worker.model.index()));
                    self.next(&ctx.props().state, number);
                }
                FromEngine::Diagnostics { items, .. } => {
                    let first = items.first().map(|item| format!("{}: {}", item.kind, item.message));
                    self.trouble = Some(first.unwrap_or_default());
                    self.stop();
                }
                FromEngine::Fatal { message } => {
                    self.trouble = Some(message);
                    self.stop();
                }
                FromEngine::NeedsWhole { .. } => worker.model = RunModel::default(),
                _ => return false,
            },
            Heard::Died { .. } | Heard::Unreadable => {
                self.trouble = Some(self.language.words().engine_died.to_owned());
                self.stop();
            }
        }
        true
    }

    fn result(&self, words: &'static LiveWords, going: bool) -> Html {
        let (found, lang) = (&self.found, self.language.lang());
        let width = if crate::dom::media_matches("(max-width: 700px)") { 350.0 } else { 720.0 };
        let data = |kind: &str, text: &str| {
            let text = js_sys::encode_uri_component(text).as_string().unwrap_or_default();
            format!("data:{kind};charset=utf-8,{text}")
        };
        let best = found.best().map(|best| best.value);
        // The chart is made here, with every name of the program in it escaped.
        let chart = Html::from_html_unchecked(AttrValue::from(found.svg(width, Preferences::load().is_dark(), lang)));
        html! {
            <>
                if !going {
                    <p data-testid="sweep-verdict"><strong>{ found.verdict(lang) }</strong></p>
                }
                <figure class="sweep__chart" data-testid="sweep-chart" role="img" aria-label={found.verdict(lang)}>{ chart }</figure>
                if !going {
                    <p class="sweep__links">
                        <a class="button" download="sweep.csv" data-testid="sweep-csv" href={data("text/csv", &found.csv())}>{ "CSV" }</a>
                        <a class="button" download="sweep.svg" data-testid="sweep-svg"
                            href={data("image/svg+xml", &found.svg(720.0, false, lang))}>{ "SVG" }</a>
                    </p>
                }
                <div class="sweep__table" tabindex="0" role="region" aria-label={words.sweep_title}><table data-testid="sweep-table">
                    <thead><tr>
                        <th scope="col">{ &found.name }</th><th scope="col">{ words.sweep_wall }</th><th scope="col">{ words.sweep_speed_up }</th>
                        <th scope="col">{ "Amdahl" }</th><th scope="col">{ words.sweep_busy }</th>
                        { for WAITS.iter().map(|&category| html! {
                            <th scope="col">{ interleave_timeline::category_name(category, lang) }</th>
                        }) }
                    </tr></thead>
                    <tbody>{ for found.points.iter().map(|point| html! {
                        <tr aria-current={(Some(point.value) == best).then_some("true")}>
                            <th scope="row">{ point.value }</th>
                            <td>{ point.failed.clone().unwrap_or_else(|| duration(point.wall_nanos)) }</td>
                            <td>{ format!("{:.2}", found.speed_up(point)) }</td>
                            <td>{ format!("{:.2}", found.amdahl(point)) }</td>
                            <td>{ format!("{:.2}", point.busy_cores) }</td>
                            { for WAITS.iter().map(|category| html! {
                                <td>{ duration(point.nanos.get(category.index()).copied().unwrap_or(0)) }</td>
                            }) }
                        </tr>
                    }) }</tbody>
                </table></div>
            </>
        }
    }
}

fn at_line(number: &Number, words: &'static LiveWords) -> String {
    fill(words.page.at_line, &[("line", &number.line.to_string())])
}

/// What the table shows of the lanes, summed over all of them.
const WAITS: [Category; 5] = [Category::Running, Category::Runnable, Category::Gil, Category::Lock, Category::Sleep];
