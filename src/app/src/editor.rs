//! The program's text: a plain text area at once, the full editor when its module has arrived.
//!
//! Keeps true: the page never waits for the editor, no text typed into the plain one is lost when the full one takes its
//! place, and if the full one never comes the plain one goes on working.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::dom;
use crate::strings::Language;
use interleave_protocol::{Diagnostic, Severity};

#[wasm_bindgen]
extern "C" {
    type EditorModule;
    #[wasm_bindgen(method, catch, js_name = createEditor)]
    fn create_editor(this: &EditorModule, parent: &HtmlElement, options: &Object) -> Result<FullEditor, JsValue>;

    #[derive(Clone, Debug)]
    type FullEditor;
    #[wasm_bindgen(method, js_name = setDoc)]
    fn set_doc(this: &FullEditor, text: &str);
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &FullEditor, list: &Array);
    #[wasm_bindgen(method, js_name = setLineMarkers)]
    fn set_line_markers(this: &FullEditor, list: &Array);
    #[wasm_bindgen(method, js_name = setCursorLine)]
    fn set_cursor_line(this: &FullEditor, line: u32);
    #[wasm_bindgen(method, js_name = setTheme)]
    fn set_theme(this: &FullEditor, dark: bool);
    #[wasm_bindgen(method)]
    fn focus(this: &FullEditor);
    #[wasm_bindgen(method)]
    fn destroy(this: &FullEditor);
}

/// Where a thread is, for the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineMarker {
    /// From 1.
    pub line: u32,
    pub colour: u8,
    pub name: Rc<str>,
    /// What the thread does, as a word of the style sheet ("running", "gil").
    pub state: &'static str,
}

/// A text to show; a new version replaces what the user sees, an old one does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub text: Rc<str>,
    pub version: u32,
}

/// A wish to see a line; each new number is a new wish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Jump {
    pub line: u32,
    pub number: u32,
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub document: Document,
    pub diagnostics: Rc<[Diagnostic]>,
    pub markers: Rc<[LineMarker]>,
    pub jump: Jump,
    pub dark: bool,
    pub language: Language,
    /// Whether the full editor may be fetched by now.
    pub load_full: bool,
    pub on_change: Callback<String>,
    pub on_run: Callback<()>,
}

struct Full {
    editor: FullEditor,
    _on_change: Closure<dyn FnMut(String)>,
    _on_run: Closure<dyn FnMut()>,
}

#[derive(Default)]
enum Loading {
    #[default]
    NotYet,
    Requested,
    Failed,
    Done(Full),
}

pub struct Editor {
    host: NodeRef,
    plain: NodeRef,
    loading: Loading,
    /// What is in the editor now.
    text: String,
}

pub enum Msg {
    Loaded(Result<JsValue, JsValue>),
    Edited(String),
}

impl Component for Editor {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            host: NodeRef::default(),
            plain: NodeRef::default(),
            loading: Loading::NotYet,
            text: ctx.props().document.text.to_string(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Edited(text) => {
                self.text.clone_from(&text);
                ctx.props().on_change.emit(text);
                false
            }
            Msg::Loaded(module) => {
                self.loading = match module.and_then(|module| self.open(ctx, module.unchecked_into())) {
                    Ok(full) => Loading::Done(full),
                    Err(_) => Loading::Failed,
                };
                true
            }
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        if props.document.version != old.document.version {
            self.text = props.document.text.to_string();
            if let Some(plain) = self.plain.cast::<HtmlTextAreaElement>() {
                plain.set_value(&self.text);
            }
        }
        let Loading::Done(full) = &self.loading else {
            if props.jump != old.jump {
                self.jump_in_plain(props.jump.line);
            }
            return true;
        };
        if props.document.version != old.document.version {
            full.editor.set_doc(&self.text);
        }
        if props.dark != old.dark {
            full.editor.set_theme(props.dark);
        }
        if props.diagnostics != old.diagnostics {
            full.editor.set_diagnostics(&diagnostics_array(&props.diagnostics));
        }
        if props.markers != old.markers {
            full.editor.set_line_markers(&markers_array(&props.markers));
        }
        if props.jump != old.jump {
            full.editor.set_cursor_line(props.jump.line);
            full.editor.focus();
        }
        props.language != old.language
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && let Some(plain) = self.plain.cast::<HtmlTextAreaElement>() {
            plain.set_value(&self.text);
        }
        if ctx.props().load_full && matches!(self.loading, Loading::NotYet) {
            self.loading = Loading::Requested;
            ctx.link().send_future(async { Msg::Loaded(dom::load_editor().await) });
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = ctx.props().language.words();
        let full = matches!(self.loading, Loading::Done(_));
        let on_input = ctx.link().batch_callback(|event: InputEvent| {
            event.target_dyn_into::<HtmlTextAreaElement>().map(|area| Msg::Edited(area.value()))
        });
        html! {
            <div class="editor" data-testid="editor" data-kind={if full { "full" } else { "plain" }}>
                <div class="editor__full" ref={self.host.clone()} hidden={!full}></div>
                if !full {
                    <textarea
                        class="editor__plain"
                        ref={self.plain.clone()}
                        aria-label={words.editor_label}
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        wrap="off"
                        oninput={on_input}
                    />
                }
                if matches!(self.loading, Loading::Failed) {
                    <p class="editor__note">{ words.editor_plain }</p>
                }
            </div>
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        if let Loading::Done(full) = &self.loading {
            full.editor.destroy();
        }
    }
}

impl Editor {
    fn open(&self, ctx: &Context<Self>, module: EditorModule) -> Result<Full, JsValue> {
        let host = self.host.cast::<HtmlElement>().ok_or(JsValue::NULL)?;
        let props = ctx.props();
        let on_change = {
            let edited = ctx.link().callback(Msg::Edited);
            Closure::<dyn FnMut(String)>::new(move |text| edited.emit(text))
        };
        let on_run = {
            let run = props.on_run.clone();
            Closure::<dyn FnMut()>::new(move || run.emit(()))
        };
        // A hidden element has no size, and the editor measures itself while it opens.
        host.remove_attribute("hidden")?;
        let options = object(&[
            ("doc", JsValue::from_str(&self.text)),
            ("dark", JsValue::from_bool(props.dark)),
            ("ariaLabel", JsValue::from_str(props.language.words().editor_label)),
            ("onChange", on_change.as_ref().clone()),
            ("onRun", on_run.as_ref().clone()),
        ]);
        let had_focus = self.plain.cast::<HtmlElement>().is_some_and(|plain| {
            dom::document().and_then(|document| document.active_element()).is_some_and(|active| active == *plain)
        });
        let editor = module.create_editor(&host, &options)?;
        editor.set_diagnostics(&diagnostics_array(&props.diagnostics));
        editor.set_line_markers(&markers_array(&props.markers));
        if had_focus {
            if let Some(plain) = self.plain.cast::<HtmlTextAreaElement>() {
                let caret = plain.selection_start().ok().flatten().unwrap_or_default() as usize;
                let before = plain.value().encode_utf16().take(caret).filter(|&unit| unit == u16::from(b'\n')).count();
                editor.set_cursor_line(before as u32 + 1);
            }
            editor.focus();
        }
        Ok(Full { editor, _on_change: on_change, _on_run: on_run })
    }

    fn jump_in_plain(&self, line: u32) {
        let Some(plain) = self.plain.cast::<HtmlTextAreaElement>() else { return };
        let text = plain.value();
        let mut units = 0;
        let (mut start, mut end) = (0, 0);
        for (row, content) in text.split('\n').enumerate() {
            start = units;
            end = start + content.encode_utf16().count() as u32;
            if row as u32 + 1 == line {
                break;
            }
            units = end + 1;
        }
        let _ = plain.focus();
        let _ = plain.set_selection_range(start, end);
    }
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // A plain object takes any property.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}

fn diagnostics_array(items: &[Diagnostic]) -> Array {
    let array = Array::new();
    for item in items {
        let severity = match item.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        array.push(&object(&[
            ("from_line", item.line.into()),
            ("from_col", item.column.into()),
            ("to_line", item.end_line.into()),
            ("to_col", item.end_column.into()),
            ("message", JsValue::from_str(&item.message)),
            ("severity", JsValue::from_str(severity)),
        ]));
    }
    array
}

fn markers_array(markers: &[LineMarker]) -> Array {
    let array = Array::new();
    for marker in markers {
        array.push(&object(&[
            ("line", marker.line.into()),
            ("lane", marker.colour.into()),
            ("label", JsValue::from_str(&marker.name)),
            ("color_class", JsValue::from_str("")),
            ("state", JsValue::from_str(marker.state)),
        ]));
    }
    array
}
