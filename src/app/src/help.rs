//! The help dialog.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::strings::Language;
use crate::{dom, icons};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub language: Language,
    pub open: bool,
    pub on_close: Callback<()>,
}

#[component]
pub fn Help(props: &Props) -> Html {
    let words = props.language.words();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |&open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                if open && !dialog.open() {
                    // Fails only for a dialog that is open or not in the page.
                    let _ = dialog.show_modal();
                } else if !open && dialog.open() {
                    dialog.close();
                }
            }
        });
    }
    let keys: [(&[&str], &str); 11] = [
        (&["Ctrl", "Enter"], words.key_run),
        (&["Space"], words.key_play),
        (&["←", "→"], words.key_event),
        (&[",", "."], words.key_line),
        (&["Shift", "←", "→"], words.key_switch),
        (&["Home", "End"], words.key_ends),
        (&["W", "S"], words.key_zoom),
        (&["A", "D"], words.key_pan),
        (&["0"], words.key_fit),
        (&["Esc"], words.key_stop),
        (&["?"], words.key_help),
    ];
    html! {
        <dialog class="dialog" ref={dialog} aria-labelledby="help-title" onclose={dom::closed(&props.on_close)}>
            <div class="dialog__top">
                <h2 id="help-title">{ words.help_title }</h2>
                <button type="button" class="button button--icon" aria-label={words.close} title={words.close}
                    onclick={props.on_close.reform(|_| ())}>{ icons::close() }</button>
            </div>
            <p>{ words.help_what }</p>
            <p>{ words.help_colours }</p>
            <h3>{ words.help_keys }</h3>
            <dl class="keys">
                { for keys.into_iter().map(|(keys, what)| html! { <>
                    <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                    <dd>{ what }</dd>
                </> }) }
            </dl>
        </dialog>
    }
}
