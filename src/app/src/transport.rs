//! The controls of time: play, step, scrub, speed.
//!
//! The time and the scrubber move with every animation frame. They are written straight into the page then
//! ([`Handles`]), without a turn of the component tree.

use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::format;
use crate::icons;
use crate::playback::SPEEDS;
use crate::strings::Language;

/// The scrubber's own unit: so many positions from start to end.
pub const SCRUB_STEPS: u32 = 100_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepUnit {
    #[default]
    Event,
    Line,
    Switch,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    TogglePlay,
    ToStart,
    ToEnd,
    Step {
        unit: StepUnit,
        forward: bool,
    },
    SetStepUnit(StepUnit),
    SetSpeed(f64),
    /// 0 to [`SCRUB_STEPS`].
    Scrub(u32),
}

/// The two places that a frame writes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handles {
    pub scrubber: NodeRef,
    pub time: NodeRef,
}

impl Handles {
    pub fn show(&self, at_nanos: u64, end_nanos: u64, playing: bool) {
        // Digits that change sixty times a second are only flicker.
        let shown = if playing { format::moment } else { format::exact_moment };
        let text = shown(at_nanos, end_nanos);
        if let Some(time) = self.time.cast::<HtmlElement>() {
            time.set_text_content(Some(&text));
            // The text is rounded; a step can be shorter than its last digit.
            let _ = time.set_attribute("data-at-nanos", &at_nanos.to_string());
        }
        if let Some(scrubber) = self.scrubber.cast::<HtmlInputElement>() {
            let position = scrub_position(at_nanos, end_nanos);
            scrubber.set_value(&position.to_string());
            let done = format!("{:.2}%", f64::from(position) * 100.0 / f64::from(SCRUB_STEPS));
            // Setting a custom property cannot fail.
            let _ = scrubber.style().set_property("--done", &done);
            // Announced when the reader asks, not sixty times a second: it is an attribute of the slider.
            let _ = scrubber.set_attribute("aria-valuetext", &text);
        }
    }
}

#[must_use]
pub fn scrub_position(at_nanos: u64, end_nanos: u64) -> u32 {
    if end_nanos == 0 { 0 } else { (at_nanos as f64 / end_nanos as f64 * f64::from(SCRUB_STEPS)).round() as u32 }
}

#[must_use]
pub fn nanos_of_scrub(position: u32, end_nanos: u64) -> u64 {
    (f64::from(position.min(SCRUB_STEPS)) / f64::from(SCRUB_STEPS) * end_nanos as f64).round() as u64
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub language: Language,
    pub handles: Handles,
    pub playing: bool,
    pub end_nanos: u64,
    pub at_nanos: u64,
    pub unit: StepUnit,
    pub speed: f64,
    pub on_action: Callback<Action>,
}

#[component]
pub fn Transport(props: &Props) -> Html {
    let words = props.language.words();
    let empty = props.end_nanos == 0;
    let unit = props.unit;
    let button = |testid: Option<&'static str>, label: &'static str, icon: Html, action: Action| {
        let onclick = props.on_action.reform(move |_| action.clone());
        html! {
            <button type="button" class="button button--icon" data-testid={testid} aria-label={label} title={label} disabled={empty} {onclick}>
                { icon }
            </button>
        }
    };
    let on_action = props.on_action.clone();
    let on_scrub = Callback::from(move |event: InputEvent| {
        if let Some(scrubber) = event.target_dyn_into::<HtmlInputElement>() {
            on_action.emit(Action::Scrub(scrubber.value_as_number() as u32));
        }
    });
    let on_action = props.on_action.clone();
    let on_speed = Callback::from(move |event: Event| {
        let row =
            event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.selected_index().try_into().ok());
        if let Some(&speed) = row.and_then(|row: usize| SPEEDS.get(row)) {
            on_action.emit(Action::SetSpeed(speed));
        }
    });
    let units = [
        (StepUnit::Event, words.step_event, words.step_by),
        (StepUnit::Line, words.step_line, words.step_by),
        (StepUnit::Switch, words.step_switch, words.step_switch_hint),
    ];
    html! {
        <div class="transport" role="group" aria-label={words.play}>
            <div class="transport__buttons">
                { button(None, words.to_start, icons::to_start(), Action::ToStart) }
                { button(Some("step-back"), words.step_back, icons::step_back(), Action::Step { unit, forward: false }) }
                <button
                    type="button" class="button button--play" data-testid="play" disabled={empty}
                    aria-label={if props.playing { words.pause } else { words.play }}
                    title={if props.playing { words.pause } else { words.play }}
                    data-playing={props.playing.to_string()}
                    onclick={props.on_action.reform(|_| Action::TogglePlay)}
                >
                    { if props.playing { icons::pause() } else { icons::play() } }
                </button>
                { button(Some("step-forward"), words.step_forward, icons::step_forward(), Action::Step { unit, forward: true }) }
                { button(None, words.to_end, icons::to_end(), Action::ToEnd) }
            </div>
            <div class="transport__scrub">
                <input
                    type="range" class="scrubber" data-testid="scrubber" ref={props.handles.scrubber.clone()}
                    min="0" max={SCRUB_STEPS.to_string()} step="1" aria-label={words.scrubber} disabled={empty}
                    value={scrub_position(props.at_nanos, props.end_nanos).to_string()} oninput={on_scrub}
                />
            </div>
            <div class="transport__time" data-testid="time" data-end-nanos={props.end_nanos.to_string()}>
                <strong ref={props.handles.time.clone()}></strong>
                { format!(" / {}", format::moment(props.end_nanos, props.end_nanos)) }
            </div>
            <div class="transport__choices">
                <fieldset class="segmented">
                    <legend class="visually-hidden">{ words.step_by }</legend>
                    { for units.into_iter().map(|(choice, name, hint)| html! {
                        <label title={hint}>
                            <input
                                type="radio" name="step-unit" checked={choice == unit}
                                onchange={props.on_action.reform(move |_| Action::SetStepUnit(choice))}
                            />
                            <span>{ name }</span>
                        </label>
                    }) }
                </fieldset>
                <select aria-label={words.speed} title={words.speed} onchange={on_speed}>
                    { for SPEEDS.iter().map(|&speed| html! {
                        <option selected={speed.to_bits() == props.speed.to_bits()}>{ format!("{speed}×") }</option>
                    }) }
                </select>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scrubbing_is_the_inverse_of_showing() {
        for end in [1, 7, 60_000_000, 3_600_000_000_000] {
            assert_eq!(nanos_of_scrub(scrub_position(0, end), end), 0);
            assert_eq!(nanos_of_scrub(scrub_position(end, end), end), end);
            let middle = end / 2;
            assert!(nanos_of_scrub(scrub_position(middle, end), end).abs_diff(middle) <= end / 100_000 + 1);
        }
        assert_eq!(scrub_position(5, 0), 0);
        assert_eq!(nanos_of_scrub(u32::MAX, 10), 10);
    }
}
