//! The page's two clocks: animation frames on demand, and a slow interval.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use yew::Callback;

use crate::dom;

/// Asks the browser for one frame at a time. However often [`request`](Self::request) is called, the callback runs once
/// per frame; when nobody asks, nothing runs.
#[derive(Debug)]
pub struct Ticker {
    requested: Rc<Cell<Option<i32>>>,
    closure: Closure<dyn FnMut(f64)>,
}

impl Ticker {
    #[must_use]
    pub fn new(frame: Callback<f64>) -> Self {
        let requested = Rc::new(Cell::new(None));
        let closure = {
            let requested = requested.clone();
            Closure::<dyn FnMut(f64)>::new(move |now_millis| {
                requested.set(None);
                frame.emit(now_millis);
            })
        };
        Self { requested, closure }
    }

    pub fn request(&self) {
        if self.requested.get().is_none()
            && let Some(window) = dom::window()
        {
            self.requested.set(window.request_animation_frame(self.closure.as_ref().unchecked_ref()).ok());
        }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (dom::window(), self.requested.get()) {
            // Fails only for a number that was never given.
            let _ = window.cancel_animation_frame(id);
        }
    }
}

/// Calls back again and again until it is dropped.
#[derive(Debug)]
pub struct Interval {
    id: Option<i32>,
    _closure: Closure<dyn FnMut()>,
}

impl Interval {
    #[must_use]
    pub fn new(millis: i32, tick: Callback<()>) -> Self {
        let closure = Closure::<dyn FnMut()>::new(move || tick.emit(()));
        let id = dom::window().and_then(|window| {
            window.set_interval_with_callback_and_timeout_and_arguments_0(closure.as_ref().unchecked_ref(), millis).ok()
        });
        Self { id, _closure: closure }
    }
}

impl Drop for Interval {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (dom::window(), self.id) {
            window.clear_interval_with_handle(id);
        }
    }
}
