//! Reading a program, the modules beside it, and its standard input.

use std::collections::BTreeSet;
use std::path::Path;

use interleave_python::compile::unified_line_ends;

/// Modules beside the program that it may import, itself or through one another: name and source.
#[must_use]
pub fn siblings(file: &Path, source: &str) -> Vec<(String, String)> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let own = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("");
    let mut seen = BTreeSet::from([own.to_owned()]);
    let mut found = Vec::new();
    let mut open = imported(source);
    while let Some(name) = open.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        if let Ok(text) = std::fs::read_to_string(folder.join(format!("{name}.py"))) {
            let text = unified_line_ends(&text).into_owned();
            open.extend(imported(&text));
            found.push((name, text));
        }
    }
    found.sort();
    found
}

/// Top-level names in import statements. Read line by line: a name too many costs a look for a file.
fn imported(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in source.lines() {
        let words = line.trim_start();
        let list = if let Some(rest) = words.strip_prefix("import ") {
            rest
        } else if let Some(rest) = words.strip_prefix("from ") {
            rest.split_whitespace().next().unwrap_or("")
        } else {
            continue;
        };
        for part in list.split(',') {
            let name = part.split([' ', '.', ';', '#', '\t']).find(|word| !word.is_empty()).unwrap_or("");
            if !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_') {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// Whether the program may read standard input: then it is read before the program runs. Reading it for every program
/// would wait for a terminal, or for a pipe that nobody writes to.
#[must_use]
pub fn reads_input(sources: &[&str]) -> bool {
    sources.iter().any(|source| source.contains("input") || source.contains("stdin"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn import_statements_are_found() {
        let source =
            "import a, b.c as d\nfrom e.f import g\n    import h;x = 1\nfrom . import i\n# import\nimportant = 1\n";
        assert_eq!(imported(source), ["a", "b", "e", "h"]);
    }

    #[test]
    fn input_is_read_when_asked_for() {
        assert!(reads_input(&["x = 1", "name = input()"]));
        assert!(!reads_input(&["print(1)"]));
    }
}
