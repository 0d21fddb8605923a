//! What the program has printed up to the playhead.
//!
//! The text is kept in step by hand: forwards appends, backwards starts over. A component tree with a node per line
//! would cost more per frame than the whole drawing.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::dom;
use crate::run_model::RunModel;
use crate::strings::Language;

/// So many pieces are kept in the page; what came before is in the trace and comes back when the playhead does.
const KEPT_PIECES: usize = 4_000;

/// How the run ended, in words, and whether that is bad.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    pub words: String,
    pub bad: bool,
}

#[derive(Clone, Properties)]
pub struct Props {
    pub language: Language,
    pub model: Rc<RefCell<RunModel>>,
    /// Number of the run: a new one starts from an empty page.
    pub run: u32,
    /// Pieces up to the playhead.
    pub pieces: usize,
    pub finished: bool,
    pub ending: Ending,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        // The model is the same cell for the page's life; what it shows is named by the numbers.
        self.language == other.language
            && self.run == other.run
            && self.pieces == other.pieces
            && self.finished == other.finished
            && self.ending == other.ending
    }
}

pub struct Output {
    text: NodeRef,
    scroller: NodeRef,
    shown: usize,
    run: u32,
    last: Option<(u8, bool, Element)>,
}

impl Component for Output {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Self { text: NodeRef::default(), scroller: NodeRef::default(), shown: 0, run: ctx.props().run, last: None }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = props.language.words();
        let hint = match (props.pieces, props.finished) {
            (0, true) => Some(words.output_none),
            (0, false) => Some(words.output_empty),
            _ => None,
        };
        let end_class = classes!("output__end", props.ending.bad.then_some("output__end--bad"));
        html! {
            <section class="output" aria-labelledby="output-heading">
                <div class="output__head">
                    <h2 class="heading" id="output-heading">{ words.output }</h2>
                    <span class={end_class} data-testid="ending">{ &props.ending.words }</span>
                </div>
                <div class="output__body" ref={self.scroller.clone()} tabindex="0" role="log" aria-live="off" aria-labelledby="output-heading">
                    if let Some(hint) = hint {
                        <p class="output__empty">{ hint }</p>
                    }
                    <pre class="output__text" data-testid="stdout" ref={self.text.clone()}></pre>
                </div>
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let props = ctx.props();
        let Some(text) = self.text.cast::<HtmlElement>() else { return };
        if props.run != self.run || props.pieces < self.shown {
            text.set_text_content(None);
            self.shown = props.pieces.saturating_sub(KEPT_PIECES);
            self.run = props.run;
            self.last = None;
        }
        if self.shown == props.pieces {
            return;
        }
        let model = props.model.borrow();
        let pieces = model.outputs_until(u64::MAX);
        for &seq in pieces.get(self.shown..props.pieces).unwrap_or_default() {
            let Some(piece) = model.printed(seq) else { continue };
            match &self.last {
                Some((colour, stderr, element)) if *colour == piece.colour && *stderr == piece.stderr => {
                    // Text only: what a program prints is never markup.
                    let _ = element.append_with_str_1(piece.text);
                }
                _ => {
                    let Some(element) = dom::document().and_then(|document| document.create_element("span").ok())
                    else {
                        return;
                    };
                    let stream = if piece.stderr { " output__stderr" } else { "" };
                    element.set_class_name(&format!("lane-{}{stream}", piece.colour));
                    element.set_text_content(Some(piece.text));
                    let _ = text.append_child(&element);
                    self.last = Some((piece.colour, piece.stderr, element));
                }
            }
        }
        self.shown = props.pieces;
        if let Some(scroller) = self.scroller.cast::<Element>() {
            scroller.set_scroll_top(scroller.scroll_height());
        }
    }
}
