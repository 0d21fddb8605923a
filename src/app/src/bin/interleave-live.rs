//! The wasm module of the dialogs over the page, loaded by `www/live/start.js` when somebody asks for one.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Opens a dialog (`live`, `compare`, `sweep`) about the program of this state, a link's fragment.
#[wasm_bindgen]
pub fn open(what: &str, fragment: &str) {
    interleave_app::open_dialog(what, fragment);
}
