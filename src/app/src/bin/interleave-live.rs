//! The wasm module of live runs: a dialog over the page, loaded by `www/live/start.js` when somebody asks for it.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Opens the dialog and runs the program of this state, a link's fragment.
#[wasm_bindgen]
pub fn open(fragment: &str) {
    interleave_app::open_live(fragment);
}
