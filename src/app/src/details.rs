//! Beside the picture: each thread's variables at the playhead, and where the time of each thread went.

use std::rc::Rc;

use interleave_protocol::{Inspected, Variable};
use interleave_timeline::list::pattern_of;
use interleave_timeline::units::duration;
use interleave_timeline::{Paint, fill};
use interleave_trace::{Category, Stats, TrackId};
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use crate::app::Panel;
use crate::painter::{Theme, paint_swatch};
use crate::strings::{Language, Words};
use crate::timeline_pane::lane_name;

/// The name and colour of a thread, as the panels show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadLabel {
    pub track: TrackId,
    pub name: Rc<str>,
    pub colour: u8,
}

#[must_use]
pub fn category_name(category: Category, words: &'static Words) -> &'static str {
    match category {
        Category::Running => words.running,
        Category::Runnable => words.runnable,
        Category::Gil => words.gil_wait,
        Category::Lock => words.lock_wait,
        Category::Queue => words.queue_wait,
        Category::Signal => words.signal_wait,
        Category::Join => words.join_wait,
        Category::Sleep => words.sleeping,
        Category::Io => words.io_wait,
    }
}

/// For the head of a column.
fn category_short(category: Category, words: &'static Words) -> &'static str {
    match category {
        Category::Running => words.short_running,
        Category::Runnable => words.short_runnable,
        Category::Gil => words.gil,
        Category::Lock => words.short_lock,
        Category::Queue => words.short_queue,
        Category::Signal => words.short_signal,
        Category::Join => words.short_join,
        Category::Sleep => words.short_sleep,
        Category::Io => words.short_io,
    }
}

#[must_use]
pub fn category_word(category: Category) -> &'static str {
    match category {
        Category::Running => "running",
        Category::Runnable => "runnable",
        Category::Gil => "gil",
        Category::Lock => "lock",
        Category::Queue => "queue",
        Category::Signal => "signal",
        Category::Join => "join",
        Category::Sleep => "sleep",
        Category::Io => "io",
    }
}

/// Threads whose variables are shown at most.
const MAX_THREADS: usize = 100;

#[derive(Clone, PartialEq, Properties)]
pub struct VariablesProps {
    pub language: Language,
    pub inspected: Option<Rc<Inspected>>,
    /// What each of its suspended tasks awaits.
    pub waits: Rc<[Rc<str>]>,
    pub labels: Rc<[ThreadLabel]>,
}

fn values(variables: &[Variable]) -> Html {
    html! {
        <dl class="frames__values">
            { for variables.iter().map(|variable| html! { <>
                <dt>{ &variable.name }</dt>
                <dd title={variable.value.clone()}>{ &variable.value }</dd>
            </> }) }
        </dl>
    }
}

fn is_in_module(inspected: &Inspected) -> bool {
    inspected.threads.iter().flat_map(|thread| &thread.frames).any(|frame| frame.function == "<module>")
}

#[component]
pub fn Variables(props: &VariablesProps) -> Html {
    let words = props.language.words();
    let body = match &props.inspected {
        None => html! { <p class="quiet">{ words.variables_wait }</p> },
        Some(inspected) if inspected.threads.is_empty() && inspected.globals.is_empty() => {
            html! { <p class="quiet">{ words.no_variables }</p> }
        }
        Some(inspected) => html! {
            <div class="frames">
                { for inspected.threads.iter().zip(props.waits.iter()).take(MAX_THREADS).map(|(thread, waits)| {
                    let label_of = |track| props.labels.iter().find(|label| label.track == track);
                    let name_of = |track| label_of(track).map_or("", |label| &*label.name);
                    let lane = label_of(thread.task.unwrap_or(thread.track)).map(|label| format!("lane-{}", label.colour));
                    let suspended = thread.suspended.then_some("frames__thread--suspended");
                    html! {
                        <div class={classes!("frames__thread", suspended)} data-testid="frames">
                            <div class={classes!("frames__bar", lane)}></div>
                            <div>
                                { for thread.frames.iter().rev().enumerate().map(|(depth, frame)| html! { <>
                                    <div class="frames__where">
                                        if depth == 0 {
                                            <b>{ name_of(thread.track) }</b>
                                            { for thread.task.map(|task| html! { <b>{ "▸ " }{ name_of(task) }</b> }) }
                                            if thread.suspended {
                                                <em>{ &**waits }</em>
                                            }
                                        }
                                        <span>
                                            { &frame.function }
                                            if frame.line > 0 {
                                                { format!(" · {}", fill(words.at_line, &[("line", &frame.line.to_string())])) }
                                            }
                                        </span>
                                    </div>
                                    { values(&frame.variables) }
                                </> }) }
                            </div>
                        </div>
                    }
                }) }
                // Where a thread is in the module itself, its frame shows the same names.
                if !inspected.globals.is_empty() && !is_in_module(inspected) {
                    <div class="frames__thread">
                        <div class="frames__bar"></div>
                        <div>
                            <div class="frames__where"><b>{ words.globals }</b></div>
                            { values(&inspected.globals) }
                        </div>
                    </div>
                }
            </div>
        },
    };
    html! {
        <section aria-labelledby="variables-heading" data-testid="variables" tabindex="0">
            <h2 class="heading" id="variables-heading">{ words.variables }</h2>
            { body }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct StatisticsProps {
    pub language: Language,
    pub stats: Option<Rc<Stats>>,
    pub labels: Rc<[ThreadLabel]>,
    /// The objects that have a lane, with the names they have there.
    pub objects: Rc<[(TrackId, Rc<str>)]>,
}

/// Rows of the table at most.
const MAX_ROWS: usize = 200;
/// The width of a bar's own coordinates.
const BAR_UNITS: f64 = 1000.0;

fn bar(
    totals: &[u64; Category::COUNT],
    lifetime_nanos: u64,
    wall_nanos: u64,
    colour: u8,
    words: &'static Words,
) -> Html {
    let unit = BAR_UNITS / wall_nanos.max(1) as f64;
    let mut x = 0.0;
    let parts = Category::ALL.into_iter().zip(totals).filter(|(_, nanos)| **nanos > 0).map(|(category, &nanos)| {
        let width = nanos as f64 * unit;
        let at = x;
        x += width;
        let class = if category == Category::Running {
            format!("stats__part stats__part--running lane-{colour}")
        } else {
            format!("stats__part state-{}", category_word(category))
        };
        let title = format!("{}: {}", category_name(category, words), duration(nanos));
        html! { <rect {class} x={format!("{at:.2}")} y="0" width={format!("{width:.2}")} height="12"><title>{ title }</title></rect> }
    });
    html! {
        <svg viewBox="0 0 1000 12" preserveAspectRatio="none" role="img"
            aria-label={format!("{}: {}", words.lifetime, duration(lifetime_nanos))}>{ for parts }</svg>
    }
}

fn share(part: u64, whole: u64) -> String {
    format!("{:.0} %", part as f64 * 100.0 / whole.max(1) as f64)
}

#[component]
pub fn Statistics(props: &StatisticsProps) -> Html {
    let words = props.language.words();
    let Some(stats) = &props.stats else {
        return html! {
            <section aria-labelledby="stats-heading">
                <h2 class="heading" id="stats-heading">{ words.statistics }</h2>
                <p class="quiet">{ words.statistics_wait }</p>
            </section>
        };
    };
    // A column for what some thread did: the columns of a row add up to its lifetime.
    let did = |category: &Category| stats.lanes.iter().any(|lane| lane.total_nanos(*category) > 0);
    let categories: Vec<Category> = Category::ALL.into_iter().filter(did).collect();
    let number = |nanos: u64| if nanos == 0 { "–".to_owned() } else { duration(nanos) };
    html! {
        <section aria-labelledby="stats-heading" data-testid="stats" tabindex="0">
            <h2 class="heading" id="stats-heading">{ words.statistics }</h2>
            <table class="stats">
                <thead>
                    <tr>
                        <th scope="col">{ words.thread }</th>
                        <th scope="col" class="stats__bar"><span class="visually-hidden">{ words.shares }</span></th>
                        { for categories.iter().map(|&category| html! {
                            <th scope="col" class="stats__number" title={category_name(category, words)}>
                                <span class={format!("stats__key state-{}", category_word(category))}></span>
                                { category_short(category, words) }
                            </th>
                        }) }
                        <th scope="col" class="stats__number">{ words.lifetime }</th>
                        <th scope="col" class="stats__number stats__extra">{ words.gil_held }</th>
                        <th scope="col" class="stats__number stats__extra">{ words.switches }</th>
                    </tr>
                </thead>
                <tbody>
                    { for stats.lanes.iter().take(MAX_ROWS).filter_map(|lane| {
                        let label = props.labels.iter().find(|label| label.track == lane.track)?;
                        Some(html! {
                            <tr key={label.track.0}>
                                <th scope="row" title={label.name.to_string()}>
                                    <span class={format!("stats__dot lane-{}", label.colour)}></span>{ lane_name(&label.name) }
                                </th>
                                <td class="stats__bar">{ bar(&lane.totals_nanos, lane.lifetime_nanos, stats.wall_nanos, label.colour, words) }</td>
                                { for categories.iter().map(|&category| {
                                    let longest = lane.longest.get(category.index()).map_or(0, |stretch| stretch.nanos);
                                    let title = (longest > 0).then(|| fill(words.longest, &[("time", &duration(longest))]));
                                    html! { <td class="stats__number" {title}>{ number(lane.total_nanos(category)) }</td> }
                                }) }
                                <td class="stats__number">{ duration(lane.lifetime_nanos) }</td>
                                <td class="stats__number stats__extra">{ share(lane.gil_held_nanos, stats.wall_nanos) }</td>
                                <td class="stats__number stats__extra">{ lane.voluntary_switches + lane.involuntary_switches }</td>
                            </tr>
                        })
                    }) }
                </tbody>
            </table>
            <p class="stats__total">
                { format!("{} {}", words.wall, duration(stats.wall_nanos)) }
                { for stats.cores.iter().enumerate().map(|(row, core)| html! {
                    <>
                        { " · " }
                        { fill(words.core_busy, &[("core", &row.to_string()), ("share", &share(core.busy_nanos, stats.wall_nanos))]) }
                    </>
                }) }
            </p>
            { objects(stats, &props.objects, words) }
        </section>
    }
}

/// The GILs, locks and queues: how busy, how often and how long somebody waited.
fn objects(stats: &Stats, names: &[(TrackId, Rc<str>)], words: &'static Words) -> Html {
    let rows: Vec<Html> = stats
        .objects
        .iter()
        .filter_map(|object| {
            let (_, name) = names.iter().find(|(track, _)| *track == object.track)?;
            let held = if object.kind.has_owner() {
                share(object.held_nanos, stats.wall_nanos)
            } else {
                object
                    .max_level
                    .map_or_else(|| "–".to_owned(), |level| fill(words.at_most, &[("level", &level.to_string())]))
            };
            let wait = |nanos: u64| if nanos == 0 { "–".to_owned() } else { duration(nanos) };
            Some(html! {
                <tr key={object.track.0}>
                    <th scope="row" title={name.to_string()}>{ &**name }</th>
                    <td class="stats__number">{ held }</td>
                    <td class="stats__number">{ object.waits }</td>
                    <td class="stats__number">{ wait(object.wait_nanos) }</td>
                    <td class="stats__number">{ wait(object.longest_wait.nanos) }</td>
                </tr>
            })
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <table class="stats stats--objects" data-testid="object-stats">
            <thead>
                <tr>
                    <th scope="col">{ words.objects }</th>
                    <th scope="col" class="stats__number">{ words.held }</th>
                    <th scope="col" class="stats__number">{ words.waits }</th>
                    <th scope="col" class="stats__number">{ words.waited }</th>
                    <th scope="col" class="stats__number">{ words.longest_wait }</th>
                </tr>
            </thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct LegendProps {
    pub language: Language,
    /// Only what the run shows is explained.
    pub categories: Rc<[Category]>,
    pub theme: Rc<Theme>,
    /// Changes when the list may have come into view: what is not in view has no size to be painted in.
    pub panel: Panel,
}

/// The textures and what they mean.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let words = props.language.words();
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with((props.categories.clone(), props.theme.clone(), props.panel), move |(categories, theme, _)| {
            use wasm_bindgen::JsCast as _;
            let Some(list) = list.cast::<web_sys::Element>() else { return };
            for (row, &category) in categories.iter().enumerate() {
                let item = list.children().item(row as u32);
                let canvas = item.and_then(|item| item.first_element_child());
                if let Some(canvas) = canvas.and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok()) {
                    paint_swatch(&canvas, Paint::State(category), pattern_of(category), theme);
                }
            }
        });
    }
    html! {
        <ul class="legend" aria-label={words.legend} ref={list}>
            { for props.categories.iter().map(|&category| html! {
                <li key={category_word(category)}><canvas aria-hidden="true"></canvas>{ category_name(category, words) }</li>
            }) }
        </ul>
    }
}
