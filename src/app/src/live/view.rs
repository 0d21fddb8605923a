//! The dialog as elements. Program text is only ever text.

use interleave_timeline::units::duration;
use interleave_timeline::{LaneKind, fill};
use interleave_trace::{EventKind, Outcome};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::measure::{Bar, Suite};
use super::words::LiveWords;
use super::{
    Job, Live, Msg, Side, carrier_of, carriers, difference, hardware_threads, is_isolated, isolation, printed,
};
use crate::compare;
use crate::icons;
use crate::run_model::RunModel;
use crate::timeline_pane::lane_name;

/// Width of a bar chart in its own units.
const CHART: f64 = 1000.0;
/// Characters of output that are shown.
const MAX_OUTPUT: usize = 20_000;

pub fn dialog(live: &Live, ctx: &Context<Live>) -> Html {
    let words = live.words();
    let link = ctx.link();
    let going = live.job != Job::None;
    let real = matches!(live.job, Job::Live | Job::Bar(_) | Job::Calibration(0));
    let close = live.language.words().close;
    let job = match live.job {
        Job::None => "none",
        Job::Live => "live",
        Job::Prediction => "prediction",
        Job::Bar(_) => "measurement",
        Job::Calibration(_) => "calibration",
    };
    html! {
        <dialog class="dialog live" ref={live.dialog.clone()} aria-labelledby="live-title" data-testid="live-dialog" data-job={job}
            onclose={link.callback(|_| Msg::Close)}>
            <div class="dialog__top">
                <h2 id="live-title">{ words.title }</h2>
                <p class="live__status" role="status" data-testid="live-status">{ status(live) }</p>
                <div class="live__buttons">
                    <button type="button" class="button" data-testid="live-pause" hidden={!real} aria-pressed={live.paused.to_string()}
                        onclick={link.callback(|_| Msg::Pause)}>
                        { if live.paused { icons::play() } else { icons::pause() } }
                        { if live.paused { live.language.words().play } else { live.language.words().pause } }</button>
                    <button type="button" class="button button--stop" data-testid="live-stop" hidden={!going}
                        onclick={link.callback(|_| Msg::Stop)}>{ icons::stop() }{ live.language.words().stop }</button>
                    <button type="button" class="button button--primary" data-testid="live-again" hidden={going}
                        onclick={link.callback(|_| Msg::Again)}>{ icons::play() }{ words.again }</button>
                </div>
                <button type="button" class="button button--icon" data-testid="live-close" aria-label={close} title={close}
                    onclick={link.callback(|_| Msg::Close)}>{ icons::close() }</button>
            </div>
            <div class="live__body">
                if let Some(trouble) = trouble(live) {
                    <p class="live__trouble" role="alert" data-testid="live-error">{ icons::warning() }<span>{ trouble }</span></p>
                }
                { side(live, &live.predicted, "predicted", words.predicted, predicted_note(live)) }
                { side(live, &live.measured, "measured", words.measured, measured_note(live)) }
                { facts(live, ctx) }
                <div class="live__columns">
                    { differences(live) }
                    { output(live) }
                </div>
                { measurements(live, ctx) }
            </div>
        </dialog>
    }
}

fn status(live: &Live) -> String {
    let words = live.words();
    let took = duration(live.measured.model.trace().end_nanos);
    let time = [("time", took.as_str())];
    match (live.job, &live.measured.end) {
        (Job::Live, _) if live.measured.model.is_empty() => words.starting.to_owned(),
        (Job::Live, _) if live.paused => fill(words.paused, &time),
        (Job::Live, _) => fill(words.running, &time),
        (Job::Prediction, _) => words.predicting.to_owned(),
        (Job::Calibration(_), _) => words.calibrating.to_owned(),
        (_, Some(Outcome::Exited(status))) => fill(words.ended, &[("status", &status.to_string()), ("time", &took)]),
        (_, Some(Outcome::Deadlock(_))) => format!("{} · {took}", live.language.words().deadlock),
        (_, Some(Outcome::Limit(_))) => format!("{} · {took}", live.language.words().limit),
        (_, Some(_)) => fill(words.stopped, &time),
        (_, None) => String::new(),
    }
}

fn trouble(live: &Live) -> Option<String> {
    let report = match &live.measured.end {
        Some(Outcome::Deadlock(report) | Outcome::Limit(report)) => Some(report.clone()),
        _ => None,
    };
    live.trouble.clone().or(report)
}

fn predicted_note(live: &Live) -> String {
    let words = live.words();
    let settings = &live.settings;
    let cores = settings.cores.to_string();
    let with = fill(words.predicted_with, &[("cores", &cores), ("profile", settings.profile.word())]);
    match &live.predicted.end {
        None if live.predicted.model.is_empty() => format!("{with} · {}", words.comes),
        _ => format!("{with} · {}", duration(live.predicted.model.trace().end_nanos)),
    }
}

fn measured_note(live: &Live) -> String {
    let names: Vec<&str> = carriers(&live.measured.model).collect();
    let on = match names.as_slice() {
        [] => return String::new(),
        [one] => (*one).to_owned(),
        many => fill(live.words().carriers, &[("count", &many.len().to_string())]),
    };
    format!("{on} · {}", duration(live.measured.model.trace().end_nanos))
}

/// A timeline with the heads of its lanes.
fn side(live: &Live, side: &Side, testid: &'static str, title: &'static str, note: String) -> Html {
    let rows = compare::rows(&side.model, live.language);
    let carrier = |model: &RunModel, lane: &interleave_timeline::Lane| {
        let carrier = carrier_of(model, lane.track?)?;
        let words = live.words();
        let words = if lane.kind == LaneKind::Task { words.loop_of } else { words.on };
        Some(fill(words, &[("carrier", carrier)]))
    };
    let real = testid == "measured";
    html! {
        <section class="comparison__row live__side" data-testid={format!("live-{testid}")} data-events={side.model.trace().events.len().to_string()}>
            <h3><span>{ title }</span><span class="comparison__note">{ note }</span></h3>
            <div class="comparison__picture" hidden={side.model.is_empty()}>
                <div class="comparison__lanes" ref={side.headers.clone()}>
                    { for rows.list.iter().map(|lane| {
                        let carrier = carrier(&side.model, lane).filter(|_| real);
                        html! {
                            <div class={classes!("lane", lane.colour.map(|colour| format!("lane-{colour}")))} title={carrier.clone()}
                                data-testid={format!("{testid}-lane")} data-lane-name={lane.name.clone()} data-carrier={carrier.clone()}>
                                if lane.colour.is_some() { <span class="lane__dot"></span> }
                                { lane_name(&lane.name) }
                                if let Some(carrier) = carrier { <span class="lane__note">{ carrier }</span> }
                            </div>
                        }
                    }) }
                </div>
                <canvas ref={side.canvas.clone()} role="img" aria-label={title}></canvas>
            </div>
        </section>
    }
}

fn facts(live: &Live, ctx: &Context<Live>) -> Html {
    let words = live.words();
    let threads = fill(words.facts, &[("threads", &hardware_threads().to_string())]);
    let known = !live.measured.model.is_empty();
    let how = if live.has_wasm_threads() {
        words.isolated.to_owned()
    } else if !is_isolated() {
        format!("{} {}", words.in_turns, words.not_isolated)
    } else if live.wasm_threads && known {
        format!("{} {}", words.in_turns, words.no_engine)
    } else {
        words.in_turns.to_owned()
    };
    let option = |testid: &'static str, name: &'static str, hint: &'static str, on: bool, msg: fn(bool) -> Msg| {
        let onchange = ctx.link().batch_callback(move |event: Event| {
            event.target_dyn_into::<HtmlInputElement>().map(|input| msg(input.checked()))
        });
        html! {
            <label title={hint}><input type="checkbox" data-testid={testid} checked={on} {onchange} /><span>{ name }</span></label>
        }
    };
    html! {
        <div class="live__facts">
            <p data-testid="live-facts">{ threads }{ " " }{ how }{ " " }if live.measured.end.is_some() { { network(&live.measured.model, words) } }</p>
            { option("live-warm", words.warm, words.warm_hint, live.warm, Msg::Warm) }
            if is_isolated() {
                { option("live-wasm-threads", words.wasm_threads, words.wasm_threads_hint, live.wasm_threads, Msg::WasmThreads) }
            }
            { isolation_button(live, ctx) }
        </div>
    }
}

/// Whether requests were real, as the library notes it (`prelude/lib/_net_page.py`).
fn network(model: &RunModel, words: &'static LiveWords) -> &'static str {
    let trace = model.trace();
    let mut found = "";
    for event in trace.events.iter() {
        if let EventKind::Note { text } = event.kind {
            let text = trace.str(text);
            if text.ends_with(" are real: fetched from the page") {
                return words.fetched;
            }
            if text.starts_with("replies from ") {
                found = words.simulated_net;
            }
        }
    }
    found
}

/// Where a service worker could make the page isolated, or has done it.
fn isolation_button(live: &Live, ctx: &Context<Live>) -> Html {
    let words = live.words();
    let (on, name, hint) = match isolation::state().as_str() {
        "possible" => (true, words.isolate, words.isolate_hint),
        "on" => (false, words.isolate_off, words.isolate_off_hint),
        _ => return Html::default(),
    };
    html! {
        <button type="button" class="button live__suite" title={hint} data-testid="live-isolate" data-on={on.to_string()}
            onclick={ctx.link().callback(move |_| Msg::Isolate(on))}>{ name }</button>
    }
}

fn differences(live: &Live) -> Html {
    let words = live.words();
    if live.predicted.end.is_none() || live.measured.end.is_none() {
        return Html::default();
    }
    let rows = difference::table(&live.predicted.model, &live.measured.model, words, live.language.lang());
    html! {
        <section class="live__differences">
            <table class="stats" data-testid="live-differences">
                <caption class="heading">{ words.differences }</caption>
                <thead><tr>
                    <th scope="col">{ words.what }</th>
                    <th scope="col" class="stats__number">{ words.predicted }</th>
                    <th scope="col" class="stats__number">{ words.measured }</th>
                    <th scope="col" class="stats__number">{ words.error }</th>
                </tr></thead>
                <tbody>
                    { for rows.into_iter().map(|row| html! {
                        <tr data-row={row.key}>
                            <th scope="row">{ row.name }</th>
                            <td class="stats__number">{ row.predicted }</td>
                            <td class="stats__number">{ row.measured }</td>
                            <td class="stats__number">{ row.error.unwrap_or_default() }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

fn output(live: &Live) -> Html {
    let words = live.words();
    let text = printed(&live.measured.model);
    let verdict = (live.predicted.end.is_some() && live.measured.end.is_some()).then(|| {
        let predicted = printed(&live.predicted.model);
        let lines = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        if predicted == text {
            words.same_output
        } else if lines(&predicted) == lines(&text) {
            words.same_lines
        } else {
            words.other_output
        }
    });
    let mut shown: Vec<(bool, String)> = Vec::new();
    let mut left = MAX_OUTPUT;
    let model = &live.measured.model;
    for piece in model.outputs_until(u64::MAX).iter().filter_map(|&seq| model.printed(seq)) {
        let part: String = piece.text.chars().take(left).collect();
        left -= part.chars().count();
        match shown.last_mut().filter(|(stderr, _)| *stderr == piece.stderr) {
            Some((_, text)) => text.push_str(&part),
            None => shown.push((piece.stderr, part)),
        }
    }
    html! {
        <section class="live__output">
            <h3 class="heading">{ words.output }</h3>
            if text.is_empty() && live.measured.end.is_some() { <p class="quiet">{ words.no_output }</p> }
            <pre data-testid="live-stdout" tabindex="0">
                { for shown.into_iter().map(|(stderr, text)| {
                    let stream = if stderr { "stderr" } else { "stdout" };
                    html! { <span class={classes!(stderr.then_some("live__stderr"))} data-stream={stream}>{ text }</span> }
                }) }
            </pre>
            if let Some(verdict) = verdict.filter(|_| !text.is_empty()) { <p class="quiet" data-testid="live-verdict">{ verdict }</p> }
        </section>
    }
}

fn measurements(live: &Live, ctx: &Context<Live>) -> Html {
    let words = live.words();
    let busy = live.job != Job::None;
    html! {
        <section class="live__measurements" data-testid="live-measurements" data-done={(!busy && live.suite.is_some()).to_string()}>
            <h3 class="heading">{ words.measurements }</h3>
            <div class="live__suites">
                { for Suite::ALL.into_iter().map(|suite| html! {
                    <button type="button" class="button live__suite" data-testid={format!("measure-{}", suite.word())} disabled={busy}
                        aria-pressed={(live.suite == Some(suite)).to_string()}
                        onclick={ctx.link().callback(move |_| Msg::Measure(suite))}>{ suite.name(words) }</button>
                }) }
                <button type="button" class="button live__suite" data-testid="live-calibrate" disabled={busy} title={words.calibrate_hint}
                    onclick={ctx.link().callback(|_| Msg::Calibrate)}>{ words.calibrate }</button>
            </div>
            if let Some(suite) = live.suite {
                <p class="quiet">{ words.measure_note }</p>
                { chart(&live.bars, suite, words) }
            }
        </section>
    }
}

fn chart(bars: &[Bar], suite: Suite, words: &'static LiveWords) -> Html {
    let taken = |bar: &Bar| bar.result.as_ref().and_then(|result| result.as_ref().ok()).copied();
    let first = bars.first().and_then(taken);
    let longest = bars.iter().filter_map(taken).fold(0.0, f64::max);
    let x = |seconds: f64| if longest > 0.0 { seconds / longest * CHART } else { 0.0 };
    let row = |bar: &Bar| {
        let took = taken(bar);
        let time = took.map(|seconds| duration((seconds * 1e9) as u64));
        // Costs have nothing to be compared with.
        let factor = took
            .zip(first)
            .filter(|_| suite != Suite::Costs)
            .map(|(took, first)| fill(words.speed_up, &[("factor", &format!("{:.2}", first / took.max(1e-9)))]));
        let ideal = bar.ideal.zip(first).map(|(share, first)| x(share * first).clamp(0.0, CHART - 3.0));
        let failed = bar.result.as_ref().and_then(|result| result.as_ref().err());
        html! {
            <tr data-testid="bar" data-seconds={took.map(|seconds| seconds.to_string())}>
                <th scope="row">{ &bar.label }</th>
                <td class="stats__bar">
                    if suite != Suite::Costs {
                        <svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                            <rect class="live__bar" width={took.map_or(0.0, x).to_string()} height="12" />
                            if let Some(ideal) = ideal { <rect class="live__ideal" x={ideal.to_string()} width="3" height="12" /> }
                        </svg>
                    }
                </td>
                <td class="stats__number">{ match failed {
                    Some(why) => fill(words.failed, &[("why", why.as_str())]),
                    None => time.unwrap_or_default(),
                } }</td>
                <td class="stats__number">{ factor.unwrap_or_default() }</td>
            </tr>
        }
    };
    html! { <table class="stats live__chart"><tbody>{ for bars.iter().map(row) }</tbody></table> }
}
