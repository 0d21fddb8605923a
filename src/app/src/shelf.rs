//! The shelf of bundled programs: its index and texts come when they are needed, and a dialog to choose from.
//!
//! Each program is a tested case under `tests/programs`, with a title, what to look for, and moments that show it. Keeps
//! true: the first program is here at once, so that nothing waits for the shelf.

use std::rc::Rc;

use interleave_protocol::{Lesson, Shelf, Topic};
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use crate::dom;
use crate::icons;
use crate::strings::{Language, Words};

/// What a newcomer sees.
pub const FIRST_NAME: &str = "cpu-bound";
pub const FIRST_SOURCE: &str = include_str!("../../../tests/programs/threads-demo/cpu-bound/main.py");

#[derive(Clone, Debug, Default, PartialEq)]
pub enum ShelfState {
    #[default]
    Coming,
    Here(Rc<Shelf>),
    Missing,
}

/// `None`: it did not come, or is not of this build.
pub async fn fetch_index() -> Option<Shelf> {
    Shelf::read(&dom::load_text("lessons/index.json").await?).ok()
}

/// The text of a program that the index names.
pub async fn fetch_program(name: &str) -> Option<String> {
    dom::load_text(&format!("lessons/{name}.py")).await
}

#[must_use]
pub fn in_language(pair: &[String; 2], language: Language) -> &str {
    let [english, chinese] = pair;
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

fn topic_name(topic: Topic, words: &'static Words) -> &'static str {
    match topic {
        Topic::Threads => words.topic_threads,
        Topic::Processes => words.topic_processes,
        Topic::Coroutines => words.topic_coroutines,
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub language: Language,
    pub open: bool,
    pub shelf: ShelfState,
    /// The name of the program in the editor.
    pub shown: Option<String>,
    pub on_pick: Callback<String>,
    pub on_close: Callback<()>,
}

#[component]
pub fn ShelfDialog(props: &Props) -> Html {
    let words = props.language.words();
    let dialog = use_node_ref();
    let query = use_state(String::new);
    {
        let (dialog, query) = (dialog.clone(), query.clone());
        use_effect_with(props.open, move |&open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
            if open && !dialog.open() {
                query.set(String::new());
                // Fails only for a dialog that is open or not in the page.
                let _ = dialog.show_modal();
                if let Some(shown) = dialog.query_selector("[aria-current]").ok().flatten() {
                    shown.scroll_into_view_with_bool(false);
                }
            } else if !open && dialog.open() {
                dialog.close();
            }
        });
    }
    let on_query = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(input.value().to_ascii_lowercase());
            }
        })
    };
    let body = match &props.shelf {
        // A closed dialog costs no elements.
        _ if !props.open => Html::default(),
        ShelfState::Coming => html! { <p class="quiet">{ words.shelf_coming }</p> },
        ShelfState::Missing => html! { <p class="quiet">{ words.shelf_missing }</p> },
        ShelfState::Here(shelf) => sections(props, shelf, &query),
    };
    html! {
        <dialog class="dialog dialog--shelf" ref={dialog} aria-labelledby="shelf-title" data-testid="shelf" onclose={dom::closed(&props.on_close)}>
            <div class="dialog__top">
                <h2 id="shelf-title">{ words.examples }</h2>
                <input type="text" role="searchbox" class="shelf__search" placeholder={words.search} aria-label={words.search}
                    value={(*query).clone()} oninput={on_query} />
                <button type="button" class="button button--icon" aria-label={words.close} title={words.close}
                    onclick={props.on_close.reform(|_| ())}>{ icons::close() }</button>
            </div>
            { body }
        </dialog>
    }
}

fn sections(props: &Props, shelf: &Shelf, query: &str) -> Html {
    let words = props.language.words();
    let found = |lesson: &&Lesson| {
        let texts = lesson.title.iter().chain(&lesson.look);
        query.is_empty()
            || lesson.name.contains(query)
            || texts.into_iter().any(|text| text.to_ascii_lowercase().contains(query))
    };
    let topics: Vec<Html> = Topic::ALL
        .into_iter()
        .filter_map(|topic| {
            let of_topic = shelf.lessons.iter().filter(|lesson| lesson.topic == topic).zip(1..);
            let lessons: Vec<Html> = of_topic
                .filter(|(lesson, _)| found(lesson))
                .map(|(lesson, number)| card(props, lesson, number))
                .collect();
            if lessons.is_empty() {
                return None;
            }
            Some(html! {
                <section class="shelf__topic" key={topic_name(topic, words)}>
                    <h3>{ topic_name(topic, words) }</h3>
                    <ol class="shelf__list">{ lessons }</ol>
                </section>
            })
        })
        .collect();
    if topics.is_empty() {
        return html! { <p class="quiet">{ words.search_nothing }</p> };
    }
    html! { <div class="shelf">{ topics }</div> }
}

fn card(props: &Props, lesson: &Lesson, number: usize) -> Html {
    let is_shown = props.shown.as_deref() == Some(lesson.name.as_str());
    let onclick = {
        let name = lesson.name.clone();
        props.on_pick.reform(move |_| name.clone())
    };
    html! {
        <li key={lesson.name.clone()}>
            <button type="button" class="card" data-example={lesson.name.clone()} aria-current={is_shown.then_some("true")} {onclick}>
                <span class="card__number">{ number }</span>
                <span class="card__title">{ in_language(&lesson.title, props.language) }</span>
                <span class="card__look">{ in_language(&lesson.look, props.language) }</span>
            </button>
        </li>
    }
}
