//! The simulated machine's settings: four that matter to everybody in one row, the others behind "more".

use interleave_protocol::settings::{CORES, SWITCH_INTERVAL_NANOS};
use interleave_protocol::{EventLoop, Gil, Os, Policy, Profile, Settings, StartMethod, SwitchPoints};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::strings::{Language, Words};

#[derive(Clone, Properties)]
pub struct Props {
    pub settings: Settings,
    pub language: Language,
    pub on_change: Callback<Settings>,
    pub on_sweep: Callback<()>,
}

impl PartialEq for Props {
    /// The callback goes to the same page for ever. If it counted, the bar would be drawn anew several times a second
    /// while the run plays, and each time a number that is being typed would be put back.
    fn eq(&self, other: &Self) -> bool {
        self.settings == other.settings && self.language == other.language
    }
}

pub fn gil_name(gil: Gil, words: &'static Words) -> &'static str {
    match gil {
        Gil::Cpython3 => words.gil_3,
        Gil::Cpython3At15Ms => words.gil_15,
        Gil::Cpython2 => words.gil_2,
        Gil::Off => words.gil_off,
    }
}

fn policy_name(policy: Policy, words: &'static Words) -> &'static str {
    match policy {
        Policy::Default => words.policy_default,
        Policy::Random => words.policy_random,
    }
}

fn profile_name(profile: Profile, words: &'static Words) -> &'static str {
    match profile {
        Profile::Cpython311 => words.profile_311,
        Profile::Classroom => words.profile_classroom,
        Profile::ThisBrowser => words.profile_browser,
    }
}

fn points_name(points: SwitchPoints, words: &'static Words) -> &'static str {
    match points {
        SwitchPoints::Auto => words.points_auto,
        SwitchPoints::Calls => words.points_calls,
        SwitchPoints::Every => words.points_every,
        SwitchPoints::Lines => words.points_lines,
    }
}

fn os_name(os: Os, words: &'static Words) -> &'static str {
    match os {
        Os::Cfs => words.os_cfs,
        Os::Rr => words.os_rr,
        Os::Fifo => words.os_fifo,
    }
}

/// A labelled choice of one of `all`.
fn choice<T: Copy + PartialEq + 'static>(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    all: &'static [T],
    chosen: T,
    name: impl Fn(T) -> &'static str,
    on_choose: Callback<T>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|select| usize::try_from(select.selected_index()).ok())
            .and_then(|row| all.get(row));
        if let Some(&value) = chosen {
            on_choose.emit(value);
        }
    });
    html! {
        <label class="field" title={hint}>
            <span class="field__label">{ label }</span>
            <select {id} {onchange}>
                { for all.iter().map(|&value| html! { <option selected={value == chosen}>{ name(value) }</option> }) }
            </select>
        </label>
    }
}

/// A labelled number; what is not a number within bounds is put back.
struct Number {
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    value: String,
    min: &'static str,
    max: &'static str,
    step: &'static str,
    disabled: bool,
}

impl Number {
    fn view(self, on_number: Callback<f64>) -> Html {
        let shown = self.value.clone();
        let onchange = Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let number = input.value_as_number();
            if number.is_finite() && input.check_validity() {
                on_number.emit(number);
            } else {
                input.set_value(&shown);
            }
        });
        html! {
            <label class="field" title={self.hint}>
                <span class="field__label">{ self.label }</span>
                <input
                    id={self.id} type="number" inputmode="numeric" min={self.min} max={self.max} step={self.step}
                    value={self.value} disabled={self.disabled} {onchange}
                />
            </label>
        }
    }
}

#[component]
pub fn SettingsBar(props: &Props) -> Html {
    let words = props.language.words();
    let settings = &props.settings;
    let set = |change: fn(&mut Settings, f64)| {
        let (settings, on_change) = (settings.clone(), props.on_change.clone());
        Callback::from(move |number: f64| {
            let mut settings = settings.clone();
            change(&mut settings, number);
            if settings.check().is_ok() {
                on_change.emit(settings);
            }
        })
    };
    fn choose<T: 'static>(props: &Props, change: fn(&mut Settings, T)) -> Callback<T> {
        let (settings, on_change) = (props.settings.clone(), props.on_change.clone());
        Callback::from(move |value: T| {
            let mut settings = settings.clone();
            change(&mut settings, value);
            on_change.emit(settings);
        })
    }
    let interval_millis = settings.interval_nanos().map(|nanos| nanos as f64 / 1e6);
    html! {
        <div class="settings" role="group" aria-label={words.machine}>
            <div class="settings__row">
                { Number {
                    id: "cores", label: words.cores, hint: words.cores_hint, value: settings.cores.to_string(),
                    min: "1", max: "64", step: "1", disabled: false,
                }.view(set(|settings, number| {
                    settings.cores = (number as u32).clamp(*CORES.start(), *CORES.end());
                })) }
                { choice("gil", words.gil, words.gil_hint, &Gil::ALL, settings.gil, |gil| gil_name(gil, words),
                    choose(props, |settings, gil| {
                        settings.gil = gil;
                        settings.switch_interval_nanos = None;
                    })) }
                { Number {
                    id: "interval", label: words.interval, hint: words.interval_hint,
                    value: interval_millis.map_or_else(String::new, |millis| millis.to_string()),
                    min: "0.001", max: "10000", step: "any", disabled: interval_millis.is_none(),
                }.view(set(|settings, millis| {
                    let nanos = ((millis * 1e6) as u64)
                        .clamp(*SWITCH_INTERVAL_NANOS.start(), *SWITCH_INTERVAL_NANOS.end());
                    settings.switch_interval_nanos = (Some(nanos) != settings.gil.default_interval_nanos()).then_some(nanos);
                })) }
                { Number {
                    id: "seed", label: words.seed, hint: words.seed_hint, value: settings.seed.to_string(),
                    min: "0", max: "9007199254740991", step: "1", disabled: false,
                }.view(set(|settings, number| settings.seed = number as u64)) }
            </div>
            <details class="settings__more">
                <summary>{ words.more }</summary>
                <div class="settings__row">
                    { choice("policy", words.policy, words.policy_hint, &Policy::ALL, settings.policy,
                        |policy| policy_name(policy, words), choose(props, |settings, policy| settings.policy = policy)) }
                    { choice("start-method", words.start_method, words.start_method_hint, &StartMethod::ALL, settings.start_method,
                        StartMethod::word, choose(props, |settings, method| settings.start_method = method)) }
                    { choice("loop", words.event_loop, words.event_loop_hint, &EventLoop::ALL, settings.event_loop,
                        EventLoop::word, choose(props, |settings, kind| settings.event_loop = kind)) }
                    { choice("frames", words.frames, words.frames_hint, &[0, 2], settings.frame_limit,
                        |mib| if mib == 0 { words.frames_any } else { words.frames_old }, choose(props, |settings, mib| settings.frame_limit = mib)) }
                    { choice("profile", words.profile, words.profile_hint, if settings.browser.is_empty() { &Profile::FIXED } else { &Profile::ALL }, settings.profile,
                        |profile| profile_name(profile, words), choose(props, |settings, profile| settings.profile = profile)) }
                    { choice("points", words.points, words.points_hint, &SwitchPoints::ALL, settings.switch_points,
                        |points| points_name(points, words), choose(props, |settings, points| settings.switch_points = points)) }
                    { choice("os", words.os, words.os_hint, &Os::ALL, settings.os,
                        |os| os_name(os, words), choose(props, |settings, os| settings.os = os)) }
                    { choice("races", words.races, words.races_hint, &[false, true], settings.races,
                        |on| if on { words.races_on } else { words.races_off }, choose(props, |settings, on| settings.races = on)) }
                    <button type="button" class="button settings__sweep" data-testid="sweep-from-settings" title={words.sweep_hint} aria-haspopup="dialog"
                        onclick={props.on_sweep.reform(|_| ())}>{ format!("{}…", words.sweep) }</button>
                </div>
            </details>
        </div>
    }
}
