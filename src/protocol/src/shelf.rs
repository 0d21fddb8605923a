//! The shelf of bundled programs, as `cargo xtask build` writes it into the page's folder and the page reads it.
//!
//! ```text
//! lessons/index.json    a Shelf: everything but the programs' texts
//! lessons/NAME.py       the text of the program NAME
//! ```
//!
//! Both come with the page, from one build; still they are checked like anything that is read.

use serde::Deserialize;

use crate::settings::Settings;

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shelf {
    /// In the order of learning, topic by topic.
    pub lessons: Vec<Lesson>,
}

/// A bundled program. Texts are in English and Chinese.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// The word in `?example=`, and of the file.
    pub name: String,
    pub topic: Topic,
    pub title: [String; 2],
    /// What to look for.
    pub look: [String; 2],
    /// Of the text, by [`fingerprint`]: tells whether a program is this one.
    pub fingerprint: String,
    #[serde(default)]
    pub settings: Settings,
    #[serde(default)]
    pub marks: Vec<LessonMark>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    Threads,
    Processes,
    Coroutines,
}

impl Topic {
    pub const ALL: [Self; 3] = [Self::Threads, Self::Processes, Self::Coroutines];
}

/// A moment to point at; the words of `kind` are those of a `lesson.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonMark {
    pub line: u32,
    pub kind: String,
    /// The last such moment instead of the first.
    #[serde(default)]
    pub last: bool,
    pub text: [String; 2],
}

impl Shelf {
    /// # Errors
    /// When the text is not a shelf of this build.
    pub fn read(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.name == name)
    }

    /// The lesson whose program this is, unedited.
    #[must_use]
    pub fn by_source(&self, source: &str) -> Option<&Lesson> {
        let fingerprint = fingerprint(source);
        self.lessons.iter().find(|lesson| lesson.fingerprint == fingerprint)
    }
}

/// 64-bit FNV-1a in hexadecimal: tells bundled texts apart; xtask computes the same.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_is_read_and_searched() {
        let json = format!(
            r#"{{"lessons":[{{"name":"hello","topic":"threads","title":["Hello","你好"],"look":["a","b"],"fingerprint":"{}",
                "settings":{{"gil":"off"}},"marks":[{{"line":2,"kind":"gil-wait","last":true,"text":["c","d"]}}]}}]}}"#,
            fingerprint("print(1)\n")
        );
        let shelf = Shelf::read(&json).unwrap_or_default();
        let lesson = shelf.by_name("hello");
        assert_eq!(lesson.map(|lesson| lesson.settings.gil), Some(crate::Gil::Off));
        assert_eq!(shelf.by_source("print(1)\n"), lesson);
        assert_eq!(shelf.by_source("print(2)\n"), None);
        assert!(Shelf::read(r#"{"lessons":[],"more":1}"#).is_err());
    }

    #[test]
    fn the_fingerprint_is_fnv_1a() {
        // The published test vectors of the empty text and of "a".
        assert_eq!(fingerprint(""), "cbf29ce484222325");
        assert_eq!(fingerprint("a"), "af63dc4c8601ec8c");
    }
}
