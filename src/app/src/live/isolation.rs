//! The page's end of the service worker that makes it cross-origin isolated; see `www/isolate.js` and `www/live/start.js`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// "possible", "on", or anything else where there is nothing to choose.
    #[wasm_bindgen(js_namespace = ["globalThis", "interleaveIsolation"], js_name = state)]
    pub fn state() -> String;
    /// Installs or removes it, and loads the page again.
    #[wasm_bindgen(js_namespace = ["globalThis", "interleaveIsolation"], js_name = set)]
    pub fn set(on: bool);
}
