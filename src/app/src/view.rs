//! The page as elements: where everything stands. All text comes from the strings table; program text is only ever text.

use interleave_protocol::Diagnostic;
use interleave_trace::Outcome;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::{App, Msg, Panel, RunState};
use crate::details::{Statistics, Variables};
use crate::editor::Editor;
use crate::format;
use crate::help::Help;
use crate::icons;
use crate::output::{Ending, Output};
use crate::settings_bar::SettingsBar;
use crate::shelf::{ShelfDialog, in_language};
use crate::timeline_pane::TimelinePane;
use crate::transport::Transport;
use interleave_timeline::fill;
use interleave_timeline::units::duration;

impl Panel {
    const ALL: [Self; 3] = [Self::Code, Self::Watch, Self::Inspect];

    fn word(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Watch => "watch",
            Self::Inspect => "inspect",
        }
    }
}

pub fn page(app: &App, ctx: &Context<App>) -> Html {
    let words = app.words();
    let scope = ctx.link();
    html! {
        <div class="page" data-panel={app.panel.word()} data-run-state={app.run_state.word()} data-trace-hash={app.trace_hash.clone()}
            data-fold-stage={app.folds.stage.then_some("true")} data-fold-details={app.folds.details.then_some("true")}
            data-stale={app.is_of_earlier_program().then_some("true")}>
            <a class="skip" href="#timeline" onclick={scope.callback(|event: MouseEvent| {
                // The fragment holds the program: following the link would replace it.
                event.prevent_default();
                Msg::FocusTimeline
            })}>{ words.skip }</a>
            { top_bar(app, ctx) }
            <main class="workbench">
                <section class="program" aria-label={words.program}>
                    <SettingsBar settings={app.settings.clone()} language={app.preferences.language} on_change={scope.callback(Msg::Settings)} on_sweep={scope.callback(|()| Msg::Dialog("sweep"))} />
                    <Editor
                        document={app.document.clone()} diagnostics={app.diagnostics.clone()} markers={app.shown.markers.clone()}
                        jump={app.jump} dark={app.preferences.is_dark()} language={app.preferences.language}
                        load_full={app.load_editor} on_change={scope.callback(Msg::Edited)} on_run={scope.callback(|()| Msg::Run)}
                    />
                    { errors(app, ctx) }
                    { input_box(app, ctx) }
                    <Output
                        language={app.preferences.language} model={app.model.clone()} run={app.model_run} pieces={app.shown.pieces}
                        finished={app.run_state == RunState::Ended && app.playback.is_at_end()}
                        ending={ending(app)}
                    />
                </section>
                <section class="picture" aria-label={words.picture}>
                    { caption(app, ctx) }
                    <div class="stage" data-testid="stage" role="img"
                        onclick={scope.callback(|event: MouseEvent| Msg::StageClick { x_px: event.offset_x() as f32, y_px: event.offset_y() as f32 })} aria-label={format!("{}: {}", words.stage, app.shown.explain)}>
                        <canvas ref={app.picture.stage_canvas.clone()} aria-hidden="true"></canvas>
                    </div>
                    <Transport
                        language={app.preferences.language} handles={app.handles.clone()} playing={app.playback.is_playing()}
                        end_nanos={app.playback.end_nanos()} at_nanos={app.shown.at_nanos} unit={app.unit}
                        speed={app.playback.speed()} on_action={scope.callback(Msg::Transport)}
                    />
                    <TimelinePane
                        language={app.preferences.language} handles={app.picture.handles.clone()} lanes={app.picture.headers()} rows={app.picture.rows}
                        lanes_height_px={app.picture.lanes_height_px()} selected={app.picture.selected_row()}
                        text_scale={app.picture.theme.text_scale.max(0.5)} categories={app.categories.clone()}
                        theme={app.picture.theme.clone()} panel={app.panel} folds={app.folds} progress={progress(app)} on_event={scope.callback(Msg::Timeline)} on_fold={scope.callback(Msg::Fold)}
                    />
                    <div class="details">
                        <Variables language={app.preferences.language} inspected={app.inspected.clone()} waits={app.waits.clone()} labels={app.labels.clone()} />
                        <Statistics language={app.preferences.language} stats={app.stats.clone()} labels={app.labels.clone()}
                            objects={app.objects.clone()} />
                    </div>
                </section>
            </main>
            { tabs(app, ctx) }
            <div class="toast" role="status">{ app.toast.as_ref().map_or("", |(words, _)| words.as_str()) }</div>
            <ShelfDialog language={app.preferences.language} open={app.shelf_open} shelf={app.shelf.clone()}
                shown={app.lesson.as_ref().map(|lesson| lesson.name.clone())}
                on_pick={scope.callback(Msg::Pick)} on_close={scope.callback(|()| Msg::Shelf(false))} />
            <Help language={app.preferences.language} open={app.help} on_close={scope.callback(|()| Msg::Help(false))} />
        </div>
    }
}

fn top_bar(app: &App, ctx: &Context<App>) -> Html {
    let words = app.words();
    let scope = ctx.link();
    let language = app.preferences.language;
    let lesson = app.lesson.as_deref();
    let title = lesson.map_or(words.your_program, |lesson| in_language(&lesson.title, language));
    let going = app.run_state.is_going();
    html! {
        <header class="topbar">
            <h1 class="brand">{ icons::brand() }<span class="brand__name">{ "Interleave" }</span></h1>
            <button type="button" class="picker" data-testid="example" data-example={lesson.map(|lesson| lesson.name.clone())}
                title={words.examples_hint} aria-haspopup="dialog" onclick={scope.callback(|_| Msg::Shelf(true))}>
                <span class="picker__label">{ words.example }</span>
                <span class="picker__title">{ title }</span>
                { icons::chevron() }
            </button>
            <button type="button" class="button button--primary" data-testid="run" title={words.run_hint} aria-label={words.run}
                hidden={going} onclick={scope.callback(|_| Msg::Run)}>{ icons::play() }<span class="button__text--wide">{ words.run }</span></button>
            <button type="button" class="button button--stop" data-testid="stop" aria-label={words.stop}
                hidden={!going} onclick={scope.callback(|_| Msg::Stop)}>{ icons::stop() }<span class="button__text--wide">{ words.stop }</span></button>
            <button type="button" class="button topbar__wide" data-testid="compare" title={words.compare_hint} aria-haspopup="dialog"
                onclick={scope.callback(|_| Msg::Dialog("compare"))}>{ words.compare }</button>
            <button type="button" class="button button--live" data-testid="live" title={words.live_hint} aria-haspopup="dialog"
                onclick={scope.callback(|_| Msg::Dialog("live"))}>{ words.live }</button>
            <button type="button" class="button topbar__wide" data-testid="sweep" title={words.sweep_hint} aria-haspopup="dialog"
                onclick={scope.callback(|_| Msg::Dialog("sweep"))}>{ words.sweep }</button>
            <div class="topbar__spacer"></div>
            <div class="topbar__tools">
                <button type="button" class="button" data-testid="share" title={words.share_hint} aria-label={words.share}
                    onclick={scope.callback(|_| Msg::Share)}>{ icons::share() }<span class="button__text--wide">{ words.share }</span></button>
                <button type="button" class="button button--icon topbar__wide" title={words.larger} aria-label={words.larger}
                    aria-pressed={app.preferences.is_large().to_string()} onclick={scope.callback(|_| Msg::NextText)}>{ icons::text_size() }</button>
                <button type="button" class="button button--icon" data-testid="theme" title={words.theme} aria-label={words.theme}
                    onclick={scope.callback(|_| Msg::NextTheme)}>{ icons::theme() }</button>
                <button type="button" class="button" data-testid="language" lang={language.other().tag()}
                    onclick={scope.callback(|_| Msg::NextLanguage)}>{ words.language }</button>
                <button type="button" class="button button--icon" data-testid="help" title={words.help} aria-label={words.help}
                    onclick={scope.callback(|_| Msg::Help(true))}>{ "?" }</button>
            </div>
        </header>
    }
}

fn caption(app: &App, ctx: &Context<App>) -> Html {
    let words = app.words();
    let language = app.preferences.language;
    // While it plays, the sentence changes too often to be read aloud.
    let live = if app.playback.is_playing() { "off" } else { "polite" };
    let lesson = app.lesson.as_deref();
    // What to look for, until the first moment of the lesson is there.
    let mark =
        lesson.zip(app.shown.flag).and_then(|(lesson, number)| lesson.marks.get(usize::from(number).checked_sub(1)?));
    let text = mark.map(|mark| &mark.text).or(lesson.map(|lesson| &lesson.look));
    let flag = |flag: &interleave_timeline::Flag| {
        let number = flag.number;
        let mark = lesson.and_then(|lesson| lesson.marks.get(usize::from(number).checked_sub(1)?));
        let label = mark.map_or("", |mark| in_language(&mark.text, language)).to_owned();
        html! {
            <button type="button" class="flag" key={number} data-testid="flag" title={label.clone()} aria-label={format!("{number}: {label}")}
                aria-current={(app.shown.flag == Some(number)).then_some("step")}
                onclick={ctx.link().callback(move |_| Msg::Flag(number))}>{ number }</button>
        }
    };
    html! {
        <div class="caption">
            <p class="caption__explain" data-testid="explain" aria-live={live}>{ &app.shown.explain }</p>
            if app.is_of_earlier_program() {
                <p class="caption__stale" data-testid="stale">{ words.stale_picture }</p>
            } else if let Some(text) = text {
                <div class="caption__look">
                    if !app.picture.flags.is_empty() {
                        <span class="flags" role="group" aria-label={words.moments}>{ for app.picture.flags.iter().map(flag) }</span>
                    }
                    <p data-testid="look">{ in_language(text, language) }</p>
                </div>
            }
            { notices(app, ctx) }
        </div>
    }
}

/// What the program reads: folded away unless there is something to read or somebody who reads.
fn input_box(app: &App, ctx: &Context<App>) -> Html {
    let words = app.words();
    let text = &app.settings.stdin;
    let lines = text.lines().count();
    let note = if lines == 0 {
        words.input_none.to_owned()
    } else {
        fill(words.input_lines, &[("lines", &lines.to_string())])
    };
    let oninput = ctx.link().batch_callback(|event: InputEvent| {
        event.target_dyn_into::<HtmlTextAreaElement>().map(|area| Msg::Input(area.value()))
    });
    html! {
        <details class="input" data-testid="input-box" open={!text.is_empty() || app.reads_input()}>
            <summary title={words.input_hint}><span class="heading">{ words.input }</span><span class="input__note">{ note }</span></summary>
            <textarea class="input__text" data-testid="stdin" rows="3" aria-label={words.input_hint} placeholder={words.input_hint}
                spellcheck="false" autocomplete="off" autocapitalize="off" value={text.clone()} {oninput} />
        </details>
    }
}

/// What holds for the picture until it is switched off.
fn notices(app: &App, ctx: &Context<App>) -> Html {
    let words = app.words();
    let notice = |testid: &'static str, text: String, hint: &'static str, msg: fn() -> Msg| {
        html! {
            <p class="notice" data-testid={testid}>
                <span>{ text }</span>
                <button type="button" class="button" onclick={ctx.link().callback(move |_| msg())}>{ hint }</button>
            </p>
        }
    };
    let followed =
        app.picture.selected_row().and_then(|row| app.picture.headers().get(row).map(|lane| lane.name.clone()));
    html! {
        <div class="notices">
            if !app.schedule.is_empty() {
                { notice("replays", words.replays.to_owned(), words.replays_drop, || Msg::DropSchedule) }
            }
            if let Some(lane) = followed {
                { notice("following", fill(words.following, &[("lane", &lane)]), words.unfollow, || Msg::Unfollow) }
            }
        </div>
    }
}

fn progress(app: &App) -> Option<String> {
    let words = app.words();
    match &app.run_state {
        RunState::Running(progress) if progress.instructions > 0 => Some(format!(
            "{} · {} · {} {}",
            words.simulating,
            duration(progress.virtual_nanos),
            format::count(progress.instructions),
            words.instructions,
        )),
        RunState::Running(_) => Some(words.engine_starting.to_owned()),
        RunState::Idle | RunState::Ended => None,
    }
}

/// How the run ends is the future's until the playhead is there; that it was cut short is news about the page itself.
fn ending(app: &App) -> Ending {
    let words = app.words();
    match &app.outcome {
        Some(Outcome::Exited(_) | Outcome::Deadlock(_)) if !app.playback.is_at_end() => {
            let end = duration(app.playback.end_nanos());
            Ending { words: fill(words.ends_at, &[("time", &end)]), bad: false }
        }
        Some(Outcome::Exited(status)) => Ending { words: format!("{} {status}", words.exit_status), bad: *status != 0 },
        Some(Outcome::Deadlock(_)) => Ending { words: words.deadlock.to_owned(), bad: true },
        Some(Outcome::Limit(_)) => Ending { words: words.limit.to_owned(), bad: true },
        Some(Outcome::Stopped) => Ending { words: words.stopped.to_owned(), bad: false },
        Some(Outcome::Open) | None => Ending::default(),
    }
}

fn errors(app: &App, ctx: &Context<App>) -> Html {
    let words = app.words();
    let outcome = match &app.outcome {
        // The report names itself, for those who read it on a command line.
        Some(Outcome::Deadlock(report)) if app.playback.is_at_end() => {
            Some((words.deadlock, report.strip_prefix("deadlock: ").unwrap_or(report)))
        }
        Some(Outcome::Limit(message)) => Some((words.limit, message.as_str())),
        _ => None,
    };
    if app.diagnostics.is_empty() && app.trouble.is_none() && outcome.is_none() {
        return Html::default();
    }
    let plain = |kind: &str, message: &str| {
        html! {
            <li><div class="errors__item">
                { icons::warning() }
                <span class="errors__message">
                    if !kind.is_empty() { <span class="errors__kind">{ kind }{ ": " }</span> }
                    { message }
                </span>
            </div></li>
        }
    };
    let located = |item: &Diagnostic| {
        let line = item.line;
        html! {
            <li><button type="button" class="errors__item" title={words.go_to} onclick={ctx.link().callback(move |_| Msg::JumpTo(line))}>
                { icons::warning() }
                <span class="errors__message">
                    <span class="errors__kind">{ &item.kind }{ ": " }</span>{ &item.message }
                    <br />
                    <span class="errors__place">{ format!("main.py:{}:{}", item.line, item.column) }</span>
                </span>
            </button></li>
        }
    };
    html! {
        <div class="errors" data-testid="error" role="alert">
            <ul>
                if let Some(trouble) = &app.trouble { { plain(&trouble.kind, &trouble.message) } }
                { for app.diagnostics.iter().map(located) }
                if let Some((kind, message)) = outcome { { plain(kind, message) } }
            </ul>
        </div>
    }
}

fn tabs(app: &App, ctx: &Context<App>) -> Html {
    let words = app.words();
    html! {
        <div class="tabs" role="tablist">
            { for Panel::ALL.into_iter().map(|panel| {
                let name = match panel {
                    Panel::Code => words.tab_code,
                    Panel::Watch => words.tab_watch,
                    Panel::Inspect => words.tab_inspect,
                };
                html! {
                    <button type="button" role="tab" aria-selected={(panel == app.panel).to_string()}
                        onclick={ctx.link().callback(move |_| Msg::Show(panel))}>{ name }</button>
                }
            }) }
        </div>
    }
}
