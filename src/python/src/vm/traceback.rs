//! Tracebacks as CPython 3.11 prints them.

use crate::classes;
use crate::object::{Object, TracebackEntry};
use crate::process::Process;
use crate::repr;
use crate::value::{Ref, Value};

/// More repetitions of one line than this are summed up.
const REPEATS_SHOWN: usize = 3;

/// Groups nested deeper, and members beyond that many, are left out (`traceback.TracebackException`).
const GROUPS_SHOWN: usize = 10;
const MEMBERS_SHOWN: usize = 15;

/// A traceback on its way: `depth` groups deep, the line under the last member not drawn yet where `open`.
struct Text {
    out: String,
    depth: usize,
    open: bool,
    seen: Vec<Ref>,
}

impl Text {
    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn lines(&mut self, text: &str, margin: char) {
        for line in text.split_terminator('\n') {
            if self.depth > 0 {
                self.indent();
                self.out.push(margin);
                self.out.push(' ');
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }
}

impl Process {
    /// The whole text for an uncaught exception, chained ones included, ending in a newline.
    #[must_use]
    pub fn traceback_text(&self, exception: Ref) -> String {
        let mut text = Text { out: String::new(), depth: 0, open: false, seen: Vec::new() };
        self.push_chain(&mut text, exception);
        text.out
    }

    fn push_chain(&self, text: &mut Text, exception: Ref) {
        if text.seen.contains(&exception) || text.seen.len() > 100 {
            return;
        }
        text.seen.push(exception);
        let Object::Exception(e) = self.heap.get(exception) else { return };
        let before = match (e.cause, e.context) {
            (Value::Obj(cause), _) => {
                Some((cause, "The above exception was the direct cause of the following exception:"))
            }
            (_, Value::Obj(context)) if !e.suppress_context => {
                Some((context, "During handling of the above exception, another exception occurred:"))
            }
            _ => None,
        };
        if let Some((before, words)) = before
            && !text.seen.contains(&before)
        {
            self.push_chain(text, before);
            text.lines(&format!("\n{words}\n\n"), '|');
        }
        let members: Option<Vec<Ref>> = match self.exception_attr(exception, "exceptions") {
            Some(group) if self.is_subclass(self.heap.type_of(exception), classes::BASE_EXCEPTION_GROUP) => {
                Some(self.items_slice(group).unwrap_or(&[]).iter().filter_map(|v| v.as_ref()).collect())
            }
            _ => None,
        };
        if members.is_some() && text.depth > GROUPS_SHOWN {
            text.lines(&format!("... (max_group_depth is {GROUPS_SHOWN})"), '|');
            return;
        }
        let outermost = members.is_some() && text.depth == 0;
        text.depth += usize::from(outermost);
        let entries: Vec<TracebackEntry> = e.traceback.iter().rev().copied().collect();
        let lines = self.traceback_lines(&entries);
        if !lines.is_empty() {
            let kind = if members.is_some() { "Exception Group " } else { "" };
            let head = format!("{kind}Traceback (most recent call last):");
            text.lines(&head, if outermost { '+' } else { '|' });
            text.lines(&lines, '|');
        }
        text.lines(&self.exception_only(exception), '|');
        if let Some(notes) = self.exception_attr(exception, "__notes__") {
            for &note in self.items_slice(notes).unwrap_or(&[]) {
                if let Some(note) = repr::str_native(self, note) {
                    text.lines(&note, '|');
                }
            }
        }
        if let Some(members) = members {
            self.push_members(text, &members);
        }
        text.depth -= usize::from(outermost);
    }

    fn push_members(&self, text: &mut Text, members: &[Ref]) {
        let shown = members.len().min(MEMBERS_SHOWN + 1);
        for (i, &member) in members.iter().take(shown).enumerate() {
            text.open = i + 1 == shown;
            let number = if i < MEMBERS_SHOWN { (i + 1).to_string() } else { "...".to_owned() };
            text.indent();
            text.out.push_str(if i == 0 { "+-" } else { "  " });
            text.out.push_str(&format!("+---------------- {number} ----------------\n"));
            text.depth += 1;
            if i < MEMBERS_SHOWN {
                self.push_chain(text, member);
            } else {
                let left = members.len() - MEMBERS_SHOWN;
                text.lines(&format!("and {left} more exception{}", if left > 1 { "s" } else { "" }), '|');
            }
            // of groups that end together the innermost draws the line
            if i + 1 == shown && text.open {
                text.indent();
                text.out.push_str("+------------------------------------\n");
                text.open = false;
            }
            text.depth -= 1;
        }
    }

    fn exception_attr(&self, exception: Ref, name: &str) -> Option<Value> {
        match self.heap.get(exception) {
            Object::Exception(e) => match e.dict {
                Value::Obj(dict) => self.dict_get_str(dict, name),
                _ => None,
            },
            _ => None,
        }
    }

    /// The last line: class and message.
    pub(crate) fn exception_only(&self, exception: Ref) -> String {
        let class = self.heap.type_of(exception);
        let name = repr::class_qualified_name(self, class);
        let name = name.strip_prefix("builtins.").unwrap_or(&name).to_owned();
        let name = name.strip_prefix("__main__.").unwrap_or(&name).to_owned();
        if self.is_subclass(class, classes::SYNTAX_ERROR)
            && let Some(text) = self.syntax_error_text(exception, &name)
        {
            return text;
        }
        let mut message = match repr::str_native(self, Value::Obj(exception)) {
            Some(message) => message,
            None => self.message_of_python_str(exception),
        };
        if let Some(hint) = self.suggestion(exception) {
            message.push_str(&hint);
        }
        if message.is_empty() { name } else { format!("{name}: {message}") }
    }

    /// The text an exception with its own `__str__` was given by the library before the report, if any.
    fn message_of_python_str(&self, exception: Ref) -> String {
        self.exception_attr(exception, "_interleave_text")
            .and_then(|v| self.str(v))
            .map_or_else(|| "<exception str() failed>".to_owned(), str::to_owned)
    }

    fn syntax_error_text(&self, exception: Ref, name: &str) -> Option<String> {
        let file = self.exception_attr(exception, "filename").and_then(|v| self.str(v))?;
        let Value::Int(line) = self.exception_attr(exception, "lineno")? else { return None };
        let message = self.exception_attr(exception, "msg").and_then(|v| self.str(v))?;
        let text = self.exception_attr(exception, "text").and_then(|v| self.str(v)).unwrap_or("");
        let text = text.trim_end_matches(['\n', '\r']);
        let trimmed = text.trim_start();
        let mut out = format!("  File \"{file}\", line {line}\n    {trimmed}\n");
        if let Some(Value::Int(column)) = self.exception_attr(exception, "offset") {
            let indent = text.chars().count() - trimmed.chars().count();
            let room = trimmed.chars().count();
            let at = usize::try_from(column).unwrap_or(0).saturating_sub(1).saturating_sub(indent).min(room);
            let width =
                match (self.exception_attr(exception, "end_lineno"), self.exception_attr(exception, "end_offset")) {
                    (Some(Value::Int(last)), Some(Value::Int(end))) if last == line && end > column => end - column,
                    _ => 1,
                };
            out.push_str(&format!(
                "    {}{}\n",
                " ".repeat(at),
                "^".repeat(usize::try_from(width).unwrap_or(1).min(room - at + 1))
            ));
        }
        out.push_str(&format!("{name}: {message}"));
        Some(out)
    }

    /// "Did you mean": names that are close, as CPython's suggestions.c weighs them.
    fn suggestion(&self, exception: Ref) -> Option<String> {
        let class = self.heap.type_of(exception);
        let name = self.exception_attr(exception, "name").and_then(|v| self.str(v))?;
        let mut candidates: Vec<String> = Vec::new();
        if self.is_subclass(class, classes::ATTRIBUTE_ERROR) {
            let object = self.exception_attr(exception, "obj")?;
            candidates = self.attribute_names(object);
            candidates.sort_unstable();
        } else if self.is_subclass(class, classes::NAME_ERROR) && !self.is_subclass(class, classes::UNBOUND_LOCAL_ERROR)
        {
            let Object::Exception(e) = self.heap.get(exception) else { return None };
            let entry = e.traceback.first()?;
            let loaded = self.codes.get(entry.code.0 as usize)?;
            candidates.extend(loaded.code.variables.iter().map(|v| v.name.clone()));
            // the globals of the module that the code is of
            let file = self.sources.get(loaded.source as usize).map_or("", |source| &source.name);
            let module = match self.heap.get(self.modules) {
                Object::Dict(modules) => modules.iter().find_map(|(_, module)| match self.object(module)? {
                    Object::Module(m) => {
                        let own = self.dict_get_str(m.dict, "__file__").and_then(|path| self.str(path))?;
                        own.ends_with(file).then_some(m.dict)
                    }
                    _ => None,
                }),
                _ => None,
            };
            for dict in [module.unwrap_or(self.main), self.builtins] {
                if let Object::Dict(d) = self.heap.get(dict) {
                    candidates.extend(d.iter().filter_map(|(k, _)| self.str(k).map(str::to_owned)));
                }
            }
        } else {
            return None;
        }
        closest(name, &candidates).map(|best| format!(". Did you mean: '{best}'?"))
    }

    fn attribute_names(&self, object: Value) -> Vec<String> {
        let mut names = Vec::new();
        let add_dict = |dict: Ref, names: &mut Vec<String>| {
            if let Object::Dict(d) = self.heap.get(dict) {
                names.extend(d.iter().filter_map(|(k, _)| self.str(k).map(str::to_owned)));
            }
        };
        if let Value::Obj(r) = object {
            match self.heap.get(r) {
                Object::Instance(i) => {
                    names
                        .extend(self.shapes.names(i.shape).iter().filter_map(|&n| self.heap.str(n).map(str::to_owned)));
                    if let Value::Obj(dict) = i.dict {
                        add_dict(dict, &mut names);
                    }
                }
                Object::Module(m) => add_dict(m.dict, &mut names),
                Object::Class(c) => {
                    for &k in &c.mro {
                        if let Object::Class(k) = self.heap.get(k) {
                            add_dict(k.dict, &mut names);
                        }
                    }
                }
                _ => {}
            }
        }
        if let Object::Class(c) = self.heap.get(self.type_of(object)) {
            for &k in &c.mro {
                if let Object::Class(k) = self.heap.get(k) {
                    add_dict(k.dict, &mut names);
                }
            }
        }
        names
    }

    fn traceback_lines(&self, entries: &[TracebackEntry]) -> String {
        let mut out = String::new();
        let mut last: Option<(u32, u32)> = None;
        let mut repeats = 0usize;
        let flush = |out: &mut String, repeats: usize| {
            if repeats > REPEATS_SHOWN {
                let more = repeats - REPEATS_SHOWN;
                let plural = if more == 1 { "" } else { "s" };
                out.push_str(&format!("  [Previous line repeated {more} more time{plural}]\n"));
            }
        };
        for entry in entries {
            let Some(loaded) = self.codes.get(entry.code.0 as usize) else { continue };
            if loaded.embedded {
                continue;
            }
            let line = loaded.code.lines.get(entry.ip as usize).copied().unwrap_or(0);
            let key = (entry.code.0, line);
            if last == Some(key) {
                repeats += 1;
                if repeats > REPEATS_SHOWN {
                    continue;
                }
            } else {
                flush(&mut out, repeats);
                last = Some(key);
                repeats = 1;
            }
            self.push_entry(&mut out, *entry, line);
        }
        flush(&mut out, repeats);
        out
    }

    fn push_entry(&self, out: &mut String, entry: TracebackEntry, line: u32) {
        let Some(loaded) = self.codes.get(entry.code.0 as usize) else { return };
        let Some(source) = self.sources.get(loaded.source as usize) else { return };
        out.push_str(&format!("  File \"{}\", line {line}, in {}\n", source.name, loaded.code.name));
        if source.name.starts_with('<') {
            // `exec` and `eval`: CPython has no file to read the line from
            return;
        }
        let Some(text) = source.text.lines().nth(line.saturating_sub(1) as usize) else { return };
        let stripped = text.trim();
        if stripped.is_empty() {
            return;
        }
        out.push_str(&format!("    {stripped}\n"));
        let Some(span) = loaded.code.spans.get(entry.ip as usize) else { return };
        // where the line starts in bytes
        let line_start =
            source.text.split_inclusive('\n').take(line.saturating_sub(1) as usize).map(str::len).sum::<usize>();
        let start = (span.start as usize).saturating_sub(line_start);
        let one_line = (span.end as usize) <= line_start + text.len();
        let end = if one_line { (span.end as usize).saturating_sub(line_start) } else { text.trim_end().len() };
        if let Some(marks) = caret_marks(text, start, end, one_line) {
            out.push_str(&format!("    {marks}\n"));
        }
    }

    /// The running stack, for `traceback.format_stack` and `print_stack`.
    pub(crate) fn stack_text(&self) -> String {
        let entries: Vec<TracebackEntry> =
            self.frames.iter().map(|f| TracebackEntry { code: f.code, ip: f.ip.saturating_sub(1) }).collect();
        self.traceback_lines(&entries)
    }

    /// Lines of a traceback object or exception alone (`traceback.format_tb`).
    pub(crate) fn traceback_object_text(&self, value: Value) -> String {
        let entries: Vec<TracebackEntry> = match self.object(value) {
            Some(Object::Traceback(t)) => t.iter().rev().copied().collect(),
            Some(Object::Exception(e)) => e.traceback.iter().rev().copied().collect(),
            _ => Vec::new(),
        };
        self.traceback_lines(&entries)
    }
}

/// The line of `^` and `~` under `text` without its indentation, for the bytes `start..end` of it; None where CPython prints
/// none, because the range is the whole line.
pub(crate) fn caret_marks(text: &str, start: usize, end: usize, one_line: bool) -> Option<String> {
    let (before, marked) = (text.get(..start)?, text.get(start..end)?);
    let stripped = text.trim();
    let indent = text.chars().count() - text.trim_start().chars().count();
    let lead = before.chars().count().saturating_sub(indent);
    let width = marked.chars().count();
    let anchors = if one_line { crate::parse::caret_anchors(marked) } else { None };
    if width >= stripped.chars().count() && anchors.is_none() {
        return None;
    }
    let marks = match anchors {
        Some((from, to)) => {
            let from = marked.get(..from).map_or(0, |t| t.chars().count());
            let to = marked.get(..to).map_or(width, |t| t.chars().count());
            format!("{}{}{}", "~".repeat(from), "^".repeat(to - from), "~".repeat(width - to))
        }
        None => "^".repeat(width),
    };
    Some(format!("{}{marks}", " ".repeat(lead)))
}

/// The closest name within CPython's distance limit.
fn closest(name: &str, candidates: &[String]) -> Option<String> {
    const MAX_CANDIDATES: usize = 750;
    if candidates.len() > MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(usize, &String)> = None;
    for candidate in candidates {
        if candidate == name {
            continue;
        }
        let limit = (name.len() + candidate.len() + 3) * 2 / 6;
        let limit = best.map_or(limit, |(d, _)| limit.min(d.saturating_sub(1)));
        let distance = edit_distance(name, candidate);
        if distance <= limit && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name.clone())
}

/// Levenshtein distance with CPython's costs: 2 for a change, 1 for a change of case.
fn edit_distance(a: &str, b: &str) -> usize {
    const MOVE: usize = 2;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() > 40 || b.len() > 40 {
        return usize::MAX;
    }
    let substitution = |x: char, y: char| {
        if x == y {
            0
        } else if x.eq_ignore_ascii_case(&y) {
            1
        } else {
            MOVE
        }
    };
    let mut row: Vec<usize> = (0..=b.len()).map(|i| i * MOVE).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE;
        for (j, &y) in b.iter().enumerate() {
            let next = (diagonal + substitution(x, y)).min(row[j] + MOVE).min(row[j + 1] + MOVE);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}
