//! The `lesson.toml` of a bundled program, as far as a run can be checked against it: the moments that its marks point at.
//!
//! The rest of the file, and what the page does with it, is the business of `cargo xtask build`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use interleave_timeline::marks::find;
use interleave_timeline::{Moment, MomentKind, TimelineIndex, Which};
use interleave_trace::Trace;

pub const FILE: &str = "lesson.toml";
/// What the page simulates unless it is told otherwise, see `interleave_protocol::Settings`.
pub const CORES_OF_PAGE: u32 = 2;

/// Fails where a mark of the lesson beside the program is nowhere in its run.
///
/// # Errors
/// Names the mark, and what does happen on its line.
pub fn check_marks(folder: &Path, trace: &Trace) -> Result<()> {
    let text = std::fs::read_to_string(folder.join(FILE)).context("lesson.toml")?;
    let table: toml::Table = text.parse().context("lesson.toml")?;
    let index = TimelineIndex::of(trace);
    for mark in table.get("mark").and_then(toml::Value::as_array).into_iter().flatten() {
        let word = |key: &str| mark.get(key).and_then(toml::Value::as_str);
        let line = mark.get("line").and_then(toml::Value::as_integer).and_then(|line| u32::try_from(line).ok());
        let line = line.context("lesson.toml: a mark without a line")?;
        let kind = word("kind").and_then(MomentKind::from_word).context("lesson.toml: a mark of no known kind")?;
        let which = if word("which") == Some("last") { Which::Last } else { Which::First };
        if find(trace, &index, Moment { line, kind, which }).is_none() {
            bail!(
                "lesson.toml: nothing of the kind `{}` happens on line {line}; what does:\n{}",
                kind.word(),
                on_line(trace, &index, line)
            );
        }
    }
    Ok(())
}

/// The kinds that a mark on this line could have.
fn on_line(trace: &Trace, index: &TimelineIndex, line: u32) -> String {
    let has = |kind: &MomentKind| find(trace, index, Moment { line, kind: *kind, which: Which::First }).is_some();
    let kinds: Vec<&str> = MomentKind::ALL.into_iter().filter(has).map(MomentKind::word).collect();
    if kinds.is_empty() { "  nothing".to_owned() } else { format!("  {}", kinds.join(" ")) }
}
