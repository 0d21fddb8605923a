//! The playhead: seeking, stepping, playing, and the texts that follow it.

use interleave_protocol::{Direction, ToEngine};
use interleave_timeline::{Step, explain, explain_at};

use super::{App, INSPECT_MILLIS, Shown, TEXT_MILLIS};
use crate::dom;
use crate::transport::{self, Action, StepUnit};

impl App {
    pub(crate) fn seek(&mut self, at_nanos: u64) {
        self.playback.pause();
        self.playback.seek(at_nanos);
        let end_nanos = self.playback.end_nanos();
        self.picture.reveal(self.playback.at_nanos(), end_nanos);
        self.refresh_texts();
    }

    pub(crate) fn act(&mut self, action: Action) {
        let end_nanos = self.playback.end_nanos();
        match action {
            Action::TogglePlay if self.playback.is_playing() => {
                self.playback.pause();
                self.refresh_texts();
            }
            Action::TogglePlay => self.playback.play(),
            Action::ToStart => self.seek(0),
            Action::ToEnd => self.seek(end_nanos),
            Action::Scrub(position) => self.seek(transport::nanos_of_scrub(position, end_nanos)),
            Action::SetSpeed(speed) => self.playback.set_speed(speed),
            Action::SetStepUnit(unit) => self.unit = unit,
            Action::Step { unit, forward } => self.step(unit, forward),
        }
        self.touch();
    }

    fn step(&mut self, unit: StepUnit, forward: bool) {
        self.playback.pause();
        let at_nanos = self.playback.at_nanos();
        let target = match unit {
            StepUnit::Event => self.model.borrow().step(at_nanos, Step::Event, forward, self.picture.selected),
            StepUnit::Switch => self.model.borrow().step(at_nanos, Step::Switch, forward, self.picture.selected),
            StepUnit::Line => {
                let direction = if forward { Direction::Forward } else { Direction::Back };
                self.engine.send(&ToEngine::StepLine { run: self.model_run, at_nanos, direction });
                None
            }
        };
        if let Some(target) = target {
            self.seek(target);
        }
    }

    /// One animation frame. Whether the tree has to be redrawn.
    pub(super) fn frame(&mut self, now_millis: f64) -> bool {
        if self.playback.is_playing() && dom::has_open_dialog() {
            // Nobody sees it, and a live run wants the machine for itself.
            self.playback.pause();
        }
        let was_playing = self.playback.is_playing();
        let moved = self.playback.advance(now_millis, self.run_state.is_going());
        let playing = self.playback.is_playing();
        let at_nanos = self.playback.at_nanos();
        if moved || self.dirty {
            self.dirty = false;
            self.handles.show(at_nanos, self.playback.end_nanos(), playing);
            let model = self.model.clone();
            let language = self.preferences.language;
            if self.picture.paint(&model.borrow(), at_nanos, language, playing, now_millis) {
                // Chips are still on their way.
                self.touch();
            }
        }
        let ended = was_playing && !playing;
        let mut redraw = ended | self.picture.take_rows_changed();
        if moved && (ended || now_millis - self.texts_millis > TEXT_MILLIS) {
            self.texts_millis = now_millis;
            redraw |= self.update_texts();
        }
        if playing {
            self.ticker.request();
        }
        redraw
    }

    /// Brings the texts to the playhead and asks for the variables there.
    pub(super) fn refresh_texts(&mut self) {
        self.update_texts();
        self.touch();
    }

    pub(super) fn update_texts(&mut self) -> bool {
        let at_nanos = self.playback.at_nanos();
        let shown = {
            let model = self.model.borrow();
            let lang = self.preferences.language.lang();
            let flags = &self.picture.flags;
            let last =
                flags.iter().filter(|flag| flag.at_nanos <= at_nanos).max_by_key(|flag| (flag.at_nanos, flag.number));
            let told = last.filter(|flag| flag.at_nanos == at_nanos);
            Shown {
                at_nanos,
                explain: match told {
                    // At a moment of the lesson the sentence is about that.
                    Some(flag) => explain(model.trace(), model.index(), flag.seq, lang),
                    None => explain_at(model.trace(), model.index(), at_nanos, lang),
                },
                flag: last.map(|flag| flag.number),
                pieces: model.outputs_until(at_nanos).len(),
                markers: model.markers_at(at_nanos),
            }
        };
        self.ask_for_variables(at_nanos);
        let changed = shown != self.shown;
        self.shown = shown;
        changed
    }

    fn ask_for_variables(&mut self, at_nanos: u64) {
        let now_millis = dom::now_millis();
        let playing = self.playback.is_playing();
        let known = self.inspected.as_ref().is_some_and(|inspected| inspected.at_nanos == at_nanos);
        let too_soon = playing && (self.inspect_pending || now_millis - self.inspect_millis < INSPECT_MILLIS);
        if known || too_soon || self.run_state.is_going() || self.model.borrow().is_empty() {
            return;
        }
        self.inspect_millis = now_millis;
        self.inspect_pending = true;
        self.engine.send(&ToEngine::Inspect { run: self.model_run, at_nanos });
    }
}
