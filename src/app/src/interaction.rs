//! Pointer, wheel and keys: from what the hand does to what the page does.

use interleave_timeline::{describe, explain};
use web_sys::{KeyboardEvent, WheelEvent};

use crate::app::App;
use crate::dom;
use crate::gestures::Meaning;
use crate::timeline_pane::Event;
use crate::transport::{Action, StepUnit};

const BUTTON_ZOOM: f64 = 1.6;
const KEY_ZOOM: f64 = 1.4;
const KEY_PAN: f32 = 0.15;
/// A wheel notch is about 100 px: a quarter nearer.
const WHEEL_ZOOM_PER_PX: f64 = 0.0022;
/// A wheel that counts in lines.
const WHEEL_LINE_PX: f64 = 30.0;

impl App {
    /// Whether the component tree has to be redrawn.
    pub(crate) fn on_timeline(&mut self, event: Event) -> bool {
        let end_nanos = self.playback.end_nanos();
        let at_nanos = self.playback.at_nanos();
        let meaning = match event {
            Event::PointerDown { id, x_px, y_px } => {
                self.picture.show_tip(None);
                self.gestures.down(id, x_px, y_px, self.picture.is_on_ruler(y_px))
            }
            Event::PointerMove { id, x_px, y_px } => {
                if self.gestures.is_idle() {
                    self.hover(x_px, y_px);
                }
                self.gestures.moved(id, x_px, y_px)
            }
            Event::PointerUp { id, x_px, y_px } => self.gestures.up(id, x_px, y_px),
            Event::PointerCancel { id } => {
                self.gestures.cancel(id);
                None
            }
            Event::PointerLeave => {
                self.picture.show_tip(None);
                self.picture.hovered = None;
                self.touch();
                None
            }
            Event::Scrolled => {
                self.touch();
                None
            }
            Event::ZoomIn => {
                self.picture.zoom_about_playhead(at_nanos, BUTTON_ZOOM, end_nanos);
                self.touch();
                None
            }
            Event::ZoomOut => {
                self.picture.zoom_about_playhead(at_nanos, 1.0 / BUTTON_ZOOM, end_nanos);
                self.touch();
                None
            }
            Event::Fit => {
                self.picture.fit();
                self.touch();
                None
            }
            Event::Fold(group) => {
                self.picture.fold(group);
                self.picture.set_lanes(&self.model.borrow(), self.preferences.language);
                return true;
            }
            Event::Select(row) => {
                self.picture.select_row(row);
                return true;
            }
        };
        match meaning {
            Some(Meaning::Seek { x_px } | Meaning::Click { x_px, .. }) => {
                if let Some(nanos) = self.picture.nanos_at(x_px) {
                    self.seek(nanos);
                    return true;
                }
            }
            Some(Meaning::Pan { by_px }) => {
                self.picture.pan(by_px, end_nanos);
                self.touch();
            }
            Some(Meaning::Zoom { about_px, factor }) => {
                self.picture.zoom(about_px, factor, end_nanos);
                self.touch();
            }
            None => {}
        }
        false
    }

    /// Says what is under the pointer.
    fn hover(&mut self, x_px: f32, y_px: f32) {
        let language = self.preferences.language;
        let tip = {
            let model = self.model.borrow();
            let hit = self.picture.hit(&model, language, x_px, y_px);
            let track = hit.and_then(|hit| hit.track);
            if self.picture.hovered != track {
                self.picture.hovered = track;
                self.dirty = true;
            }
            hit.and_then(|hit| {
                let (trace, index) = (model.trace(), model.index());
                match (hit.track, hit.span) {
                    // On a mark: what happened there. Else: what the stretch is.
                    (Some(track), Some(span)) if hit.seq == Some(span.seq) => {
                        Some(describe(trace, index, track, &span, language.lang()))
                    }
                    _ => Some(explain(trace, index, hit.seq?, language.lang())),
                }
            })
        };
        self.picture.show_tip(tip.as_deref().map(|text| (text, x_px, y_px)));
        self.ticker.request();
    }

    pub(crate) fn on_wheel(&mut self, event: &WheelEvent) {
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { WHEEL_LINE_PX } else { 1.0 };
        let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
        let end_nanos = self.playback.end_nanos();
        event.prevent_default();
        if event.shift_key() || dx.abs() > dy.abs() {
            let by_px = if dx.abs() > dy.abs() { dx } else { dy };
            self.picture.pan(by_px as f32, end_nanos);
        } else {
            self.picture.zoom(event.offset_x() as f32, (-dy * WHEEL_ZOOM_PER_PX).exp(), end_nanos);
        }
        self.touch();
    }

    /// Whether the component tree has to be redrawn.
    pub(crate) fn on_key(&mut self, event: &KeyboardEvent) -> bool {
        if event.default_prevented() || event.is_composing() {
            return false;
        }
        let key = event.key();
        let command = event.ctrl_key() || event.meta_key();
        if command && key == "Enter" {
            event.prevent_default();
            self.start_run();
            return true;
        }
        let covered = dom::has_open_dialog();
        if key == "Escape" && self.run_state.is_going() && !covered {
            self.stop();
            return true;
        }
        if command || event.alt_key() || covered || dom::is_typing() {
            return false;
        }
        // A focused button or slider has its own use for some keys.
        let own = dom::focused_control();
        let forward = matches!(key.as_str(), "ArrowRight" | ".");
        let (at_nanos, end_nanos) = (self.playback.at_nanos(), self.playback.end_nanos());
        match key.as_str() {
            " " if own.is_none() => self.act(Action::TogglePlay),
            "ArrowLeft" | "ArrowRight" if own.as_deref() != Some("radio") => {
                let unit = if event.shift_key() { StepUnit::Switch } else { StepUnit::Event };
                self.act(Action::Step { unit, forward });
            }
            "," | "." => self.act(Action::Step { unit: StepUnit::Line, forward }),
            "Home" => self.act(Action::ToStart),
            "End" => self.act(Action::ToEnd),
            "w" | "W" | "+" | "=" => self.picture.zoom_about_playhead(at_nanos, KEY_ZOOM, end_nanos),
            "s" | "S" | "-" => self.picture.zoom_about_playhead(at_nanos, 1.0 / KEY_ZOOM, end_nanos),
            "a" | "A" => self.picture.pan_by_part(-KEY_PAN, end_nanos),
            "d" | "D" => self.picture.pan_by_part(KEY_PAN, end_nanos),
            "0" => self.picture.fit(),
            "?" => self.help = true,
            _ => return false,
        }
        event.prevent_default();
        self.touch();
        true
    }
}
