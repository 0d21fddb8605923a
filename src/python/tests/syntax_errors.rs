//! Syntax errors against CPython 3.11: class, message, line and column of what `compile()` raises there.
//!
//! `syntax_errors.txt` holds source texts, each with what CPython says: `=>` when place and words must agree, `~>` when
//! CPython's column is an accident of its own (f-strings are parsed apart from their file there) and only the line must.

use interleave_python::compile::{Mode, compile_module};
use interleave_python::syntax::DiagnosticKind;

#[test]
fn mistakes_are_reported_as_cpython_does() {
    let mut failures = Vec::new();
    let mut rows = 0;
    for case in include_str!("syntax_errors.txt").trim_end().split("\n---\n") {
        rows += 1;
        let (source, expected) = case.rsplit_once('\n').expect("a source text and its expectation");
        let (exact, expected) = match (expected.strip_prefix("=> "), expected.strip_prefix("~> ")) {
            (Some(rest), _) => (true, rest),
            (_, Some(rest)) => (false, rest),
            _ => panic!("no expectation in {case}"),
        };
        let got = match compile_module(&format!("{source}\n"), "<test>", Mode::Module) {
            Ok(_) => "no error".to_owned(),
            Err(problems) => {
                let first = problems.first().expect("at least one problem");
                let DiagnosticKind::Syntax { class } = &first.kind else {
                    panic!("{source}: {first}");
                };
                format!("{} {}:{} {}", class.name(), first.line, first.column, first.message)
            }
        };
        let comparable = |text: &str| {
            let mut parts = text.splitn(3, ' ').map(str::to_owned).collect::<Vec<_>>();
            if !exact && let Some(place) = parts.get_mut(1) {
                *place = place.split(':').next().unwrap_or_default().to_owned();
            }
            parts
        };
        if comparable(&got) != comparable(expected) {
            failures.push(format!("{source:?}\n  want {expected}\n  got  {got}"));
        }
    }
    assert!(rows > 200, "the table was cut short: {rows} rows");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// `syntax_carets.txt`: sources of our own, each with what CPython 3.11 says of it, the place's end included (`-`: it
/// marks one character, or nothing).
#[test]
fn carets_stand_where_cpython_puts_them() {
    let mut failures = Vec::new();
    let mut rows = 0;
    for case in include_str!("syntax_carets.txt").trim_end().split("\n---\n") {
        rows += 1;
        let (source, expected) = case.rsplit_once("\n=> ").expect("a source text and its expectation");
        let got = match compile_module(&format!("{source}\n"), "<test>", Mode::Module) {
            Ok(_) => "no error".to_owned(),
            Err(problems) => {
                let first = problems.first().expect("at least one problem");
                let DiagnosticKind::Syntax { class } = &first.kind else {
                    panic!("{source}: {first}");
                };
                let end = if expected.split(' ').nth(2) == Some("-") {
                    "-".to_owned()
                } else {
                    format!("{}:{}", first.end_line, first.end_column)
                };
                format!("{} {}:{} {end} {}", class.name(), first.line, first.column, first.message)
            }
        };
        if got != expected {
            failures.push(format!("{source:?}\n  want {expected}\n  got  {got}"));
        }
    }
    assert!(rows > 250, "the table was cut short: {rows} rows");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
