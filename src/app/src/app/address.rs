//! What is opened and what the address bar says: programs from links, bundled programs, the link to share.
//!
//! Keeps true: a fragment that cannot be opened changes nothing but a message; a bundled program that nobody touched keeps
//! its short address.

use std::rc::Rc;

use interleave_protocol::{Lesson, LinkState, Policy, Settings, Shelf, link};
use interleave_timeline::marks::flags;
use interleave_timeline::{Moment, MomentKind, Which};

use super::{ADDRESS_MILLIS, App, Trouble};
use crate::dom;
use crate::editor::Document;
use crate::shelf::{self, FIRST_NAME, FIRST_SOURCE, ShelfState};

/// Nothing that reads input does so under another name.
const READS_INPUT: [&str; 2] = ["input(", "stdin"];

impl App {
    pub(super) fn show_program(&mut self, text: &str) {
        self.source = text.into();
        self.document = Document { text: self.source.clone(), version: self.document.version + 1 };
        self.schedule.clear();
        self.pending_at = None;
        self.pending_view = None;
        self.find_lesson();
    }

    /// The editor's text is the bundled program it was opened as, until it is edited.
    pub(super) fn find_lesson(&mut self) {
        self.lesson = match &self.shelf {
            ShelfState::Here(shelf) => shelf.by_source(&self.source).cloned().map(Rc::new),
            ShelfState::Coming | ShelfState::Missing => None,
        };
        self.set_flags();
    }

    /// Whether the program on the page is a bundled one as it came.
    fn is_untouched(&self) -> bool {
        match &self.lesson {
            Some(lesson) => self.settings == lesson.settings,
            None => *self.source == *FIRST_SOURCE && self.settings == Settings::default(),
        }
    }

    /// Whether the program may read from standard input.
    pub(crate) fn reads_input(&self) -> bool {
        READS_INPUT.iter().any(|name| self.source.contains(name))
    }

    /// What the address asks for: a state in the fragment, an example by name, or the first example. Returns whether there
    /// is something to run already; an example may still have to be fetched.
    pub(super) fn open_address(&mut self) -> bool {
        let words = self.words();
        self.trouble = None;
        self.wanted_lesson = None;
        let fragment = dom::fragment();
        fragment.trim_start_matches('#').clone_into(&mut self.own_fragment);
        self.wrote_address = false;
        match link::decode(&fragment) {
            Ok(Some(state)) => {
                self.show_program(&state.code);
                self.settings = state.settings;
                self.schedule = state.schedule;
                self.pending_at = state.at_nanos;
                self.pending_view = state.view.map(|view| (view.from_nanos, view.to_nanos));
                self.find_lesson();
                return true;
            }
            Ok(None) => {}
            Err(error) => {
                let message = format!("{error}. {}", words.link_bad);
                self.trouble = Some(Trouble { kind: String::new(), message });
            }
        }
        match dom::query_parameter("example") {
            Some(name) if name != FIRST_NAME => {
                self.show_program("");
                self.wanted_lesson = Some(name);
                self.open_wanted()
            }
            _ => {
                self.open_first();
                true
            }
        }
    }

    fn open_first(&mut self) {
        self.settings = Settings::default();
        self.show_program(FIRST_SOURCE);
    }

    /// Goes on with an example that was asked for by name. Returns whether there is something to run.
    fn open_wanted(&mut self) -> bool {
        let Some(name) = self.wanted_lesson.clone() else { return false };
        match &self.shelf {
            ShelfState::Coming => false,
            ShelfState::Here(shelf) if shelf.by_name(&name).is_some() => {
                self.fetch_lesson(name);
                false
            }
            ShelfState::Here(_) | ShelfState::Missing => {
                self.wanted_lesson = None;
                let words = self.words();
                let missing = matches!(self.shelf, ShelfState::Missing);
                let message = if missing { words.shelf_missing } else { words.example_unknown };
                self.trouble = Some(Trouble { kind: String::new(), message: message.to_owned() });
                self.open_first();
                true
            }
        }
    }

    pub(super) fn fetch_lesson(&mut self, name: String) {
        self.wanted_lesson = Some(name.clone());
        let scope = self.scope.clone();
        scope.send_future(async move {
            let text = shelf::fetch_program(&name).await;
            super::Msg::LessonCame { name, text }
        });
    }

    pub(super) fn shelf_came(&mut self, shelf: Option<Shelf>) {
        self.shelf = shelf.map_or(ShelfState::Missing, |shelf| ShelfState::Here(Rc::new(shelf)));
        if self.wanted_lesson.is_some() {
            self.run_keeping_trouble(Self::open_wanted);
        } else {
            self.find_lesson();
        }
    }

    pub(super) fn lesson_came(&mut self, name: &str, text: Option<String>) {
        if self.wanted_lesson.as_deref() != Some(name) {
            return;
        }
        self.wanted_lesson = None;
        let Some(text) = text else {
            let message = self.words().shelf_missing.to_owned();
            self.trouble = Some(Trouble { kind: String::new(), message });
            return;
        };
        let settings = match &self.shelf {
            ShelfState::Here(shelf) => shelf.by_name(name).map(|lesson| lesson.settings.clone()),
            ShelfState::Coming | ShelfState::Missing => None,
        };
        self.settings = settings.unwrap_or_default();
        self.show_program(&text);
        if let Some(address) = dom::show_example(name) {
            self.own_fragment.clear();
            self.address_millis = None;
            drop(address);
        }
        self.start_run();
    }

    /// Opens something and runs it; what was wrong with the address is said although a run begins.
    pub(super) fn run_keeping_trouble(&mut self, open: fn(&mut Self) -> bool) {
        if open(self) {
            let trouble = self.trouble.take();
            self.start_run();
            self.trouble = trouble;
        }
    }

    /// After the run or the lesson changed: where the lesson's moments are in this run.
    pub(super) fn set_flags(&mut self) {
        let moments = self.lesson.as_deref().map(moments).unwrap_or_default();
        let found = if self.run_state.is_going() || self.model_run != self.run {
            Vec::new()
        } else {
            let model = self.model.borrow();
            flags(model.trace(), model.index(), &moments)
        };
        self.picture.flags = found.into();
        self.touch();
    }

    /// The link that a reload restores; a bundled program that came by its name keeps the short address.
    pub(super) fn name_run_in_address(&mut self) {
        if !self.is_untouched() || !dom::fragment().is_empty() || !self.schedule.is_empty() {
            self.write_address_soon();
        }
    }

    pub(super) fn write_address_soon(&mut self) {
        if self.address_millis.is_none() {
            self.address_millis = Some(dom::now_millis() + ADDRESS_MILLIS);
        }
    }

    /// Whether the address is as this page left it. Where it is not, somebody has just changed it, and the event that says so is on its
    /// way: what they want must not be written over.
    pub(super) fn is_own_address(&self) -> bool {
        dom::fragment().trim_start_matches('#') == self.own_fragment
    }

    pub(super) fn write_address(&mut self) -> Option<String> {
        self.address_millis = None;
        self.own_fragment = self.link();
        self.wrote_address = true;
        dom::replace_fragment(&self.own_fragment)
    }

    /// The fragment of what is on the page.
    pub(super) fn link(&self) -> String {
        let at_nanos = self.playback.at_nanos();
        let moved = !self.model.borrow().is_empty() && at_nanos > 0 && at_nanos < self.playback.end_nanos();
        let view = self.picture.visible_nanos();
        let state = LinkState {
            code: self.source.to_string(),
            settings: self.settings.clone(),
            schedule: self.schedule_to_share(),
            at_nanos: moved.then_some(at_nanos),
            view: view.map(|(from_nanos, to_nanos)| interleave_protocol::View { from_nanos, to_nanos }),
        };
        link::encode(&state)
    }

    /// A run that chance decided travels with its decisions: it is the same run on any later version. What Linux and
    /// CPython would do needs no record.
    fn schedule_to_share(&self) -> Vec<u32> {
        if !self.schedule.is_empty() || self.settings.policy == Policy::Default {
            return self.schedule.clone();
        }
        let is_of_this_program = self.model_run == self.run && self.recorded_source == self.source;
        if is_of_this_program { self.recorded.clone() } else { Vec::new() }
    }
}

fn moments(lesson: &Lesson) -> Vec<Moment> {
    let moment = |mark: &interleave_protocol::shelf::LessonMark| {
        // A kind of a later build cannot come: the shelf is of this one. It would be found nowhere.
        let kind = MomentKind::from_word(&mark.kind)?;
        let which = if mark.last { Which::Last } else { Which::First };
        Some(Moment { line: mark.line, kind, which })
    };
    lesson.marks.iter().map_while(moment).collect()
}
