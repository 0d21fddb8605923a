//! The bundled programs: `tests/programs/*-demo/<case>/` with a `lesson.toml`, written into the page's folder.
//!
//! A `lesson.toml` says what the page shows beside the program; the format is told in `tests/programs/README.md`. What
//! comes out is described in `interleave_protocol::shelf`. Keeps true: a mistake in a lesson ends the build with the name
//! of its file; a name is given once; what is bundled is a tested case.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};
use toml_edit::{DocumentMut, Item, Table};

use crate::files;

/// Folder of the cases, word of the topic; in the order of the page.
const TOPICS: [(&str, &str); 3] =
    [("threads-demo", "threads"), ("processes-demo", "processes"), ("coroutines-demo", "coroutines")];

/// What the timeline can find, see `interleave_timeline::marks`; a test of the command line looks for every mark.
const KINDS: [&str; 17] = [
    "spawn", "finish", "running", "runnable", "gil-wait", "blocked", "joining", "sleep", "io", "acquire", "release",
    "fail", "output", "deadlock", "request", "level", "uncaught",
];

/// A lesson's title is one line of a card, its sentence two.
const TITLE_CHARS: usize = 60;
const LOOK_CHARS: usize = 240;

struct Lesson {
    topic: usize,
    order: i64,
    name: String,
    source: String,
    json: Value,
}

/// What the bundle is made from.
pub fn folders(root: &Path) -> Vec<PathBuf> {
    TOPICS.iter().map(|(folder, _)| root.join("tests/programs").join(folder)).collect()
}

/// Writes `lessons/` into the build folder.
pub fn write(root: &Path, build: &Path) -> Result<()> {
    let mut lessons = Vec::new();
    for (topic, folder) in folders(root).iter().enumerate() {
        if !folder.is_dir() {
            continue;
        }
        for file in files::walk(folder)?.into_iter().filter(|file| file.ends_with("lesson.toml")) {
            lessons.push(read(topic, &file).with_context(|| format!("{}", file.display()))?);
        }
    }
    lessons.sort_by(|a, b| (a.topic, a.order, &a.name).cmp(&(b.topic, b.order, &b.name)));
    let mut names: Vec<&str> = lessons.iter().map(|lesson| lesson.name.as_str()).collect();
    names.sort_unstable();
    if let Some(twice) = names.windows(2).find_map(|pair| (pair.first() == pair.last()).then(|| pair.first()).flatten())
    {
        bail!("Two bundled programs are called `{twice}`: `?example={twice}` could open only one of them.");
    }
    let out = build.join("lessons");
    let mut texts = Map::new();
    for lesson in &lessons {
        let file = format!("{}.py", lesson.name);
        files::write(&out.join(&file), &lesson.source)?;
        texts.insert(format!("lessons/{file}"), lesson.source.as_str().into());
    }
    let index = json!({ "lessons": lessons.into_iter().map(|lesson| lesson.json).collect::<Vec<_>>() });
    files::write(&out.join("index.json"), index.to_string())?;
    // For frames that may not fetch: the same files in one script.
    texts.insert("lessons/index.json".to_owned(), index.to_string().into());
    files::write(&build.join("embed/lessons.js"), format!("globalThis.interleaveLessons = {}\n", Value::Object(texts)))
}

fn read(topic: usize, file: &Path) -> Result<Lesson> {
    let folder = file.parent().context("it is in no folder")?;
    let folder_name = folder.file_name().unwrap_or_default().to_string_lossy();
    let name = folder_name.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-').to_owned();
    ensure!(
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
        "its folder `{folder_name}` gives no name for `?example=`: small letters, digits and hyphens"
    );
    let case_file = folder.join("case.toml");
    ensure!(case_file.is_file(), "there is no case.toml beside it: a bundled program is a tested program");
    let case: DocumentMut = files::read_text(&case_file)?.parse().context("case.toml is not TOML")?;
    let source = files::read_text(&folder.join("main.py"))?;
    let document: DocumentMut = files::read_text(file)?.parse().context("it is not TOML")?;
    let table = document.as_table();
    known(table, &["title", "title_zh", "look", "look_zh", "order", "mark"])?;
    let title = pair(table, "title", TITLE_CHARS)?;
    let look = pair(table, "look", LOOK_CHARS)?;
    let order = table.get("order").and_then(Item::as_integer).context("`order` has to be a whole number")?;
    let lines = source.lines().count() as i64;
    let mut marks = Vec::new();
    match table.get("mark") {
        None => {}
        Some(Item::ArrayOfTables(list)) => {
            for (number, entry) in list.iter().enumerate() {
                marks.push(mark(entry, lines).with_context(|| format!("mark {}", number + 1))?);
            }
        }
        Some(_) => bail!("`mark` has to be a list of tables: [[mark]]"),
    }
    let (_, word) = TOPICS.get(topic).copied().unwrap_or_default();
    let json = json!({
        "name": name,
        "topic": word,
        "title": title,
        "look": look,
        "fingerprint": fingerprint(&source),
        "settings": settings(&case, folder)?,
        "marks": marks,
    });
    Ok(Lesson { topic, order, name, source, json })
}

fn mark(table: &Table, lines: i64) -> Result<Value> {
    known(table, &["line", "kind", "which", "text", "text_zh"])?;
    let line = table.get("line").and_then(Item::as_integer).context("`line` has to be a whole number")?;
    ensure!((1..=lines).contains(&line), "`line = {line}`: main.py has lines 1 to {lines}");
    let kind = word(table, "kind")?;
    ensure!(KINDS.contains(&kind), "`kind = \"{kind}\"`: it has to be one of {}", KINDS.join(" "));
    let last = match table.get("which") {
        None => false,
        Some(_) => match word(table, "which")? {
            "first" => false,
            "last" => true,
            other => bail!("`which = \"{other}\"`: it has to be \"first\" or \"last\""),
        },
    };
    Ok(json!({ "line": line, "kind": kind, "last": last, "text": pair(table, "text", LOOK_CHARS)? }))
}

fn known(table: &Table, keys: &[&str]) -> Result<()> {
    match table.iter().find(|(key, _)| !keys.contains(key)) {
        Some((key, _)) => bail!("it has a key `{key}`; known are {}", keys.join(", ")),
        None => Ok(()),
    }
}

fn word<'t>(table: &'t Table, key: &str) -> Result<&'t str> {
    table.get(key).and_then(Item::as_str).with_context(|| format!("`{key}` is missing or not a text"))
}

/// The text of a key in English and Chinese.
fn pair(table: &Table, key: &str, most_chars: usize) -> Result<[String; 2]> {
    let one = |key: &str| -> Result<String> {
        let text = word(table, key)?.trim();
        ensure!(!text.is_empty(), "`{key}` is empty");
        let chars = text.chars().count();
        ensure!(chars <= most_chars, "`{key}` has {chars} characters; there is room for {most_chars}");
        Ok(text.to_owned())
    };
    Ok([one(key)?, one(&format!("{key}_zh"))?])
}

/// The case's settings in the words of the page.
fn settings(case: &DocumentMut, folder: &Path) -> Result<Value> {
    let mut out = Map::new();
    if let Some(file) = case.get("stdin").and_then(Item::as_str) {
        out.insert("stdin".to_owned(), files::read_text(&folder.join(file))?.into());
    }
    for (key, item) in case.get("settings").and_then(Item::as_table_like).into_iter().flat_map(|table| table.iter()) {
        let number = item.as_integer();
        let text = item.as_str().unwrap_or_default();
        let (key, value): (&str, Value) = match (key, number) {
            ("cores" | "seed" | "frame_limit", Some(number)) => (key, number.into()),
            ("gil" | "policy" | "profile" | "start_method" | "loop", _) => (key, text.into()),
            ("switch_points", _) => {
                let points = match text {
                    "calls-and-loops" => "calls",
                    "every-instruction" => "every",
                    "every-100" => "auto",
                    other => bail!("case.toml: the page has no switch points `{other}`"),
                };
                ("points", points.into())
            }
            // The page's reader stops such a program by hand.
            ("until", _) => continue,
            (key, _) => bail!("case.toml: the page has no setting `{key}`"),
        };
        out.insert(key.to_owned(), value);
    }
    Ok(Value::Object(out))
}

/// As `interleave_protocol::shelf::fingerprint`.
fn fingerprint(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson(extra: &str) -> Result<Lesson> {
        let folder = std::env::temp_dir().join(format!(
            "interleave-lesson-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        let case = folder.join("07-two-locks");
        files::write(&case.join("main.py"), "a = 1\nb = 2\n")?;
        files::write(
            &case.join("case.toml"),
            "[settings]\ngil = \"off\"\ncores = 4\nswitch_points = \"every-instruction\"\n",
        )?;
        let text = format!("title = \"T\"\ntitle_zh = \"题\"\nlook = \"L\"\nlook_zh = \"看\"\norder = 3\n{extra}");
        files::write(&case.join("lesson.toml"), text)?;
        let result = read(0, &case.join("lesson.toml"));
        files::remove_folder(&folder)?;
        result
    }

    #[test]
    fn a_lesson_takes_its_name_from_its_folder_and_its_settings_from_the_case() -> Result<()> {
        let lesson =
            lesson("[[mark]]\nline = 2\nkind = \"output\"\nwhich = \"last\"\ntext = \"x\"\ntext_zh = \"y\"\n")?;
        assert_eq!(lesson.name, "two-locks");
        assert_eq!(lesson.json["settings"], json!({ "gil": "off", "cores": 4, "points": "every" }));
        assert_eq!(lesson.json["marks"][0]["last"], json!(true));
        Ok(())
    }

    #[test]
    fn mistakes_are_refused_by_name() {
        let wrong = |extra: &str, says: &str| {
            let error = lesson(extra).err().map(|error| format!("{error:#}")).unwrap_or_default();
            assert!(error.contains(says), "{extra}: {error}");
        };
        wrong("colour = 1\n", "`colour`");
        wrong("[[mark]]\nline = 3\nkind = \"output\"\ntext = \"x\"\ntext_zh = \"y\"\n", "lines 1 to 2");
        wrong("[[mark]]\nline = 1\nkind = \"teleport\"\ntext = \"x\"\ntext_zh = \"y\"\n", "teleport");
        wrong("[[mark]]\nline = 1\nkind = \"output\"\ntext = \"x\"\n", "text_zh");
        wrong("[[mark]]\nline = 1\nkind = \"output\"\nwhich = \"third\"\ntext = \"x\"\ntext_zh = \"y\"\n", "third");
    }
}
