//! The browser, in the few places where Yew does not reach: storage that may be forbidden, media queries, the clipboard,
//! the address bar. Everything here degrades to "not there": a sandboxed frame has no storage, an old browser no query.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement, Window, Worker};
use yew::Callback;

/// What `www/boot.js` offers: it alone knows where the parts of a build are.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = interleave, js_name = newEngineWorker)]
    fn new_engine_worker_js(whole: bool) -> Result<Worker, JsValue>;
    #[wasm_bindgen(catch, js_namespace = interleave, js_name = loadEditor)]
    fn load_editor_js() -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = interleave, js_name = loadText)]
    fn load_text_js(path: &str) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = interleave, js_name = openDialog)]
    fn open_dialog_js(what: &str, fragment: &str) -> Result<js_sys::Promise, JsValue>;
}

/// A fresh worker that runs the engine: the small one, or the whole one.
///
/// # Errors
/// What the browser said.
pub fn new_engine_worker(whole: bool) -> Result<Worker, JsValue> {
    new_engine_worker_js(whole)
}

/// The editor's module, fetched on the first call.
///
/// # Errors
/// What the browser said.
pub async fn load_editor() -> Result<JsValue, JsValue> {
    JsFuture::from(load_editor_js()?).await
}

/// Opens one of [`crate::dialogs`], fetched on the first call; whether it came.
pub async fn open_dialog(what: &str, fragment: &str) -> bool {
    match open_dialog_js(what, fragment) {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

/// A text file of this build, by its path in the build's folder; `None` where it does not come.
pub async fn load_text(path: &str) -> Option<String> {
    JsFuture::from(load_text_js(path).ok()?).await.ok()?.as_string()
}

#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

#[must_use]
pub fn document() -> Option<Document> {
    window()?.document()
}

#[must_use]
pub fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// A remembered choice, where the browser lets the page remember.
#[must_use]
pub fn remembered(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

pub fn remember(key: &str, value: &str) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        // Full or forbidden: the choice holds until the page is left.
        let _ = storage.set_item(key, value);
    }
}

#[must_use]
pub fn media_matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

#[must_use]
pub fn reduced_motion() -> bool {
    media_matches("(prefers-reduced-motion: reduce)")
}

/// Milliseconds on the page's monotonic clock, that of animation frames.
#[must_use]
pub fn now_millis() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

#[must_use]
pub fn device_pixel_ratio() -> f64 {
    window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(0.5, 4.0)
}

#[must_use]
pub fn language_tag() -> String {
    window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

#[must_use]
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// A parameter of the address's query.
#[must_use]
pub fn query_parameter(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Puts `fragment` (without `#`) into the address bar without a new entry in the history; `?example=` goes away, because
/// the fragment now says what is shown. Returns the whole address.
pub fn replace_fragment(fragment: &str) -> Option<String> {
    let window = window()?;
    let url = web_sys::Url::new(&window.location().href().ok()?).ok()?;
    let search = url.search_params();
    search.delete("example");
    url.set_hash(fragment);
    let href = url.href();
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&href)).ok()?;
    Some(href)
}

/// Makes the address that of a bundled program. Returns it.
pub fn show_example(name: &str) -> Option<String> {
    let window = window()?;
    let url = web_sys::Url::new(&window.location().href().ok()?).ok()?;
    url.search_params().set("example", name);
    url.set_hash("");
    let href = url.href();
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&href)).ok()?;
    Some(href)
}

/// Whether the text got into the clipboard.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard: JsValue = window.navigator().clipboard().into();
    if clipboard.is_undefined() {
        return false; // not a secure context
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// A custom property of the page's style sheet, as the theme in force defines it.
#[must_use]
pub fn css_variable(of: &Element, name: &str) -> String {
    window()
        .and_then(|window| window.get_computed_style(of).ok().flatten())
        .and_then(|style| style.get_property_value(name).ok())
        .map(|value| value.trim().to_owned())
        .unwrap_or_default()
}

/// The root element's font size: the unit `rem`.
#[must_use]
pub fn root_font_px() -> f64 {
    let size = root().map(|root| {
        window()
            .and_then(|window| window.get_computed_style(&root).ok().flatten())
            .and_then(|style| style.get_property_value("font-size").ok())
            .unwrap_or_default()
    });
    size.map(|size| js_sys::parse_float(&size)).filter(|size| size.is_finite()).unwrap_or(16.0)
}

/// Whether the focus is where keys are text (so shortcuts must keep away).
#[must_use]
pub fn is_typing() -> bool {
    let Some(active) = document().and_then(|document| document.active_element()) else { return false };
    let tag = active.tag_name();
    let is_range = active.get_attribute("type").is_some_and(|kind| kind == "range");
    // The full editor keeps the focus inside its shadow root: seen from the page, its host has it.
    matches!(tag.as_str(), "TEXTAREA" | "SELECT")
        || (tag == "INPUT" && !is_range)
        || active.closest("[data-testid=editor]").ok().flatten().is_some()
}

/// The kind of control that has the focus and uses keys itself: "button", "range", "radio".
#[must_use]
pub fn focused_control() -> Option<String> {
    let active = document()?.active_element()?;
    match active.tag_name().as_str() {
        "BUTTON" | "SUMMARY" | "A" => Some("button".to_owned()),
        "INPUT" => active.get_attribute("type"),
        _ => None,
    }
}

/// A listener that is removed when dropped.
#[derive(Debug)]
pub struct Listener {
    target: web_sys::EventTarget,
    kind: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub fn new(
        target: &web_sys::EventTarget,
        kind: &'static str,
        active: bool,
        callback: impl FnMut(Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(callback);
        let options = web_sys::AddEventListenerOptions::new();
        options.set_passive(!active);
        // Adding a listener only fails for a null target.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            closure.as_ref().unchecked_ref(),
            &options,
        );
        Self { target: target.clone(), kind, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.kind, self.closure.as_ref().unchecked_ref());
    }
}

/// Whether a dialog covers the page: its keys are not the page's.
pub fn has_open_dialog() -> bool {
    document().is_some_and(|document| document.query_selector("dialog[open]").is_ok_and(|found| found.is_some()))
}

/// What a dialog says when it was closed. The event comes a moment later: a dialog that is open again by then stays open.
pub fn closed(on_close: &Callback<()>) -> Callback<Event> {
    let on_close = on_close.clone();
    Callback::from(move |event: Event| {
        let dialog = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
        if dialog.is_none_or(|dialog| !dialog.open()) {
            on_close.emit(());
        }
    })
}
