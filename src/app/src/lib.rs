//! The page: editor, controls, timeline, stage, output.
//!
//! It shows traces and edits text. What runs programs is the engine, in a worker; this crate does not know the interpreter
//! and never runs a user's program on the page's own thread.
//!
//! Keeps true: text that comes from a program, a link or a trace reaches the page only as text, never as markup; nothing on
//! the page waits for the editor's module or for the engine.
//!
//! | module | holds |
//! | --- | --- |
//! | `app` | the state of the page and its turns: `address`, `running`, `time` |
//! | `view` | the state as elements |
//! | `interaction`, `gestures` | pointer, wheel, keys |
//! | `run_model` | the trace on the screen, as it grows |
//! | `picture`, `painter` | what the canvases show; display list to canvas calls: `theme`, `texture`, `shapes` |
//! | `playback` | the playhead |
//! | `engine_client` | the page's end of the worker |
//! | `editor`, `settings_bar`, `transport`, `timeline_pane`, `output`, `details`, `help` | the parts of the page |
//! | `dialogs`: `compare`, `sweep`, `live` | what opens over the page: a wasm module of their own, loaded when somebody asks for one |
//! | `shelf`, `strings` | bundled programs; every word in two languages |
//! | `preferences`, `dom`, `ticker`, `format`, `icons` | small things |

mod app;
mod compare;
mod details;
mod dialogs;
mod dom;
mod editor;
mod engine_client;
mod format;
mod gestures;
mod help;
mod icons;
mod interaction;
mod live;
mod output;
mod painter;
mod picture;
mod playback;
mod preferences;
mod run_model;
mod settings_bar;
mod shelf;
mod strings;
mod sweep;
mod ticker;
mod timeline_pane;
mod transport;
mod view;

pub use dialogs::open as open_dialog;

/// Puts the page into its element.
pub fn start_page() {
    let host = dom::document().and_then(|document| document.get_element_by_id("app"));
    if let Some(host) = host {
        yew::Renderer::<app::App>::with_root(host).render();
    }
}
