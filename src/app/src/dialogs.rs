//! The dialogs that the first load does without: comparing, sweeping, running live. A wasm module of their own
//! (`bin/interleave-live`), fetched when somebody asks for one of them.
//!
//! Keeps true: one is open at a time, and what it had started ends with it; all that it knows of the page is the fragment of a link,
//! and whether the page still runs something (its Stop button shows).

use std::cell::RefCell;
use std::rc::Rc;

use interleave_protocol::{LinkState, link};
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

use crate::compare::Compare;
use crate::dom;
use crate::live::Live;
use crate::sweep::SweepDialog;

/// What such a dialog is about: the program and the settings of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub state: Rc<LinkState>,
}

thread_local! {
    static OPEN: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Opens the dialog `what` (`live`, `compare` or `sweep`) over the page, about the state of a link's fragment.
pub fn open(what: &str, fragment: &str) {
    let state = Rc::new(link::decode(fragment).ok().flatten().unwrap_or_default());
    OPEN.with_borrow_mut(|open| {
        if let Some(close) = open.take() {
            close();
        }
        let Some(document) = dom::document() else { return };
        let host = match document.get_element_by_id("live") {
            Some(host) => Some(host),
            None => document.create_element("div").ok().inspect(|host| {
                host.set_id("live");
                // Fails only for a document without a body.
                let _ = document.body().map(|body| body.append_child(host));
            }),
        };
        *open = host.map(|host| match what {
            "compare" => render::<Compare>(host, state),
            "sweep" => render::<SweepDialog>(host, state),
            _ => render::<Live>(host, state),
        });
    });
}

/// Renders a dialog; what it gives back takes the dialog away again.
fn render<C: BaseComponent<Properties = Props>>(host: Element, state: Rc<LinkState>) -> Box<dyn FnOnce()> {
    let handle = yew::Renderer::<C>::with_root_and_props(host, Props { state }).render();
    Box::new(move || handle.destroy())
}

/// Shows a dialog that was rendered for the first time.
pub fn show(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        // Fails only for a dialog that is open or not in the page.
        let _ = dialog.show_modal();
    }
}

/// Closes it, if it is open.
pub fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(HtmlDialogElement::open) {
        dialog.close();
    }
}
