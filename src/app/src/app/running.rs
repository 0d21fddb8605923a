//! Runs: asking the engine for one, taking what it sends, and what to do when it dies or falls silent.

use std::rc::Rc;

use interleave_protocol::{FromEngine, Progress, ThreadView};
use interleave_timeline::{Lane, LaneKind, task_words_at};
use interleave_trace::{Category, Outcome, Stats};

use super::{App, EDITOR_MILLIS, RunState, Shown, Trouble};
use crate::details::ThreadLabel;
use crate::dom;
use crate::engine_client::Heard;
use crate::run_model::RunModel;

impl App {
    pub(crate) fn start_run(&mut self) {
        let request = |run| interleave_protocol::RunRequest {
            run,
            source: self.source.to_string(),
            settings: self.settings.clone(),
            limits: interleave_protocol::Limits::default(),
            schedule: self.schedule.clone(),
        };
        self.run = self.engine.run(request);
        self.run_state = RunState::Running(Progress::default());
        self.stopped = false;
        self.awaiting_first_chunk = true;
        self.recorded.clear();
        self.recorded_source = self.source.clone();
        self.inspect_pending = false;
        self.diagnostics = Rc::from([]);
        if self.outcome.is_some() {
            self.trouble = None;
        }
        self.name_run_in_address();
        self.touch();
    }

    pub(crate) fn stop(&mut self) {
        if self.run_state.is_going() {
            self.engine.cancel();
            self.stopped = true;
            self.run_state = RunState::Ended;
            self.outcome = Some(Outcome::Stopped);
            self.finish_run();
        }
    }

    pub(super) fn hear(&mut self, heard: Heard) {
        let words = self.words();
        let message = match heard {
            Heard::Message(message) => *message,
            Heard::Died { while_starting: true } => {
                self.run_state = RunState::Ended;
                self.trouble = Some(Trouble { kind: String::new(), message: words.engine_missing.to_owned() });
                return;
            }
            Heard::Died { while_starting: false } => return self.restart_engine(words.engine_died, String::new()),
            Heard::Unreadable => return self.restart_engine(words.trace_broken, String::new()),
        };
        match message {
            FromEngine::Ready { .. } => {}
            FromEngine::Chunk { chunk, .. } => self.take_chunk(chunk),
            FromEngine::Progress { progress, .. } => {
                if let RunState::Running(shown) = &mut self.run_state {
                    *shown = progress;
                }
            }
            FromEngine::Diagnostics { items, .. } => {
                // The last good trace stays.
                self.diagnostics = items.into();
                self.run_state = RunState::Ended;
                self.awaiting_first_chunk = false;
            }
            FromEngine::Finished { finished, .. } => {
                self.run_state = RunState::Ended;
                self.model.borrow_mut().end(finished.outcome.clone());
                self.outcome = Some(finished.outcome);
                self.trace_hash = finished.trace_hash;
                self.recorded = finished.schedule;
                self.finish_run();
            }
            FromEngine::Inspected { run, inspected } => {
                self.inspect_pending = false;
                if run == self.model_run {
                    let model = self.model.borrow();
                    let lang = self.preferences.language.lang();
                    let words = |thread: &ThreadView| match thread.suspended {
                        true => {
                            task_words_at(model.trace(), model.index(), thread.track, inspected.at_nanos, lang).into()
                        }
                        false => Rc::from(""),
                    };
                    self.waits = inspected.threads.iter().map(words).collect();
                    self.inspected = Some(Rc::new(inspected));
                }
            }
            FromEngine::SteppedTo { run, at_nanos } => {
                if let Some(at_nanos) = at_nanos.filter(|_| run == self.model_run) {
                    self.seek(at_nanos);
                }
            }
            // The client has seen to it; whatever came of the run so far does not count.
            FromEngine::NeedsWhole { .. } => self.awaiting_first_chunk = true,
            FromEngine::Fatal { message } => {
                self.restart_engine(words.engine_died, message);
            }
        }
    }

    fn restart_engine(&mut self, message: &str, detail: String) {
        self.engine.replace();
        self.run_state = RunState::Ended;
        self.awaiting_first_chunk = false;
        self.inspect_pending = false;
        let message = if detail.is_empty() { message.to_owned() } else { format!("{message} ({detail})") };
        self.trouble = Some(Trouble { kind: String::new(), message });
    }

    fn take_chunk(&mut self, chunk: interleave_trace::TraceChunk) {
        let first = self.awaiting_first_chunk;
        if first {
            self.awaiting_first_chunk = false;
            self.model_run = self.run;
            *self.model.borrow_mut() = RunModel::default();
            self.picture.restart();
            self.playback.restart();
            self.outcome = None;
            self.trace_hash = None;
            self.stats = None;
            self.inspected = None;
            self.shown = Shown::default();
            self.picture.flags = Rc::from([]);
            self.load_editor = true;
        }
        let applied = self.model.borrow_mut().apply(chunk);
        if applied.is_err() {
            self.restart_engine(self.words().trace_broken, String::new());
            return;
        }
        self.index_changed();
        if first && self.pending_at.is_none() && !dom::reduced_motion() {
            self.playback.play();
        }
        self.touch();
    }

    fn index_changed(&mut self) {
        let model = self.model.borrow();
        self.playback.set_end(model.trace().end_nanos);
        self.picture.set_lanes(&model, self.preferences.language);
        let label = |track| ThreadLabel {
            track,
            name: model.trace().distinct_name(track).into(),
            colour: model.index().colour(track),
        };
        let labels: Vec<ThreadLabel> = model.threads().map(label).collect();
        if *labels != *self.labels {
            self.labels = labels.into();
        }
        let seen = |category: &Category| *category != Category::Running && model.index().has_seen(*category);
        let categories: Vec<Category> = Category::ALL.into_iter().filter(seen).collect();
        if *categories != *self.categories {
            self.categories = categories.into();
        }
    }

    fn finish_run(&mut self) {
        let has_name = |lane: &Lane| {
            matches!(lane.kind, LaneKind::Object(_)).then_some(Some((lane.track?, lane.name.as_str().into())))
        };
        self.objects = self.picture.headers().iter().filter_map(has_name).flatten().collect();
        {
            let model = self.model.borrow();
            self.stats = Some(Rc::new(Stats::with_spans(model.trace(), model.index().spans())));
        }
        self.set_flags();
        let end_nanos = self.playback.end_nanos();
        if let Some(at_nanos) = self.pending_at.take() {
            self.playback.seek(at_nanos);
        } else if dom::reduced_motion() {
            self.playback.seek(end_nanos);
        }
        if let Some((from, to)) = self.pending_view.take() {
            self.picture.show_range(from, to, end_nanos);
        }
        self.refresh_texts();
    }

    /// Whether the tree has to be redrawn.
    pub(super) fn watch(&mut self) -> bool {
        let now_millis = dom::now_millis();
        let mut changed = false;
        if self.engine.is_overdue() {
            if self.stopped {
                // Its events so far are here already: only the worker is replaced.
                self.engine.replace();
                self.awaiting_first_chunk = false;
            } else {
                self.restart_engine(self.words().engine_silent, String::new());
            }
            changed = true;
        }
        if self.toast.as_ref().is_some_and(|(_, until)| now_millis > *until) {
            self.toast = None;
            changed = true;
        }
        if self.address_millis.take_if(|due| now_millis >= *due).is_some() && self.is_own_address() {
            self.write_address();
        }
        if !self.load_editor && now_millis - self.started_millis > EDITOR_MILLIS {
            self.load_editor = true;
            changed = true;
        }
        changed
    }
}
