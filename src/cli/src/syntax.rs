//! Mistakes in a program, in the form of CPython's messages.

use std::fmt::Write;

use interleave_python::syntax::{Diagnostic, DiagnosticKind, SyntaxClass};

/// As `python3 FILE` prints a syntax error; for what is Python but not supported, file, line, column and name.
#[must_use]
pub fn message(problems: &[Diagnostic], file: &str, source: &str) -> String {
    let mut out = String::new();
    for problem in problems {
        let line = source.lines().nth(problem.line.saturating_sub(1) as usize).unwrap_or("");
        match &problem.kind {
            DiagnosticKind::Syntax { class } => {
                // CPython tells the first one only.
                let _ = writeln!(out, "  File \"{file}\", line {}", problem.line);
                push_marked(&mut out, line, problem);
                let _ = writeln!(out, "{}: {}", class.name(), problem.message);
                return out;
            }
            DiagnosticKind::Unsupported { .. } => {
                let _ = writeln!(out, "{file}:{}:{}: {}", problem.line, problem.column, problem.message);
                push_marked(&mut out, line, problem);
            }
        }
    }
    out
}

/// The line without its indentation, and marks under the place.
fn push_marked(out: &mut String, line: &str, problem: &Diagnostic) {
    let shown = line.trim_end_matches(['\n', '\r']);
    let indent = shown.chars().count() - shown.trim_start().chars().count();
    let _ = writeln!(out, "    {}", shown.trim_start());
    if is_unplaced(problem) {
        return;
    }
    let start = (problem.column.saturating_sub(1) as usize).saturating_sub(indent);
    let end = if problem.end_line == problem.line {
        (problem.end_column.saturating_sub(1) as usize).saturating_sub(indent)
    } else {
        shown.trim_start().chars().count()
    };
    let _ = writeln!(out, "    {}{}", " ".repeat(start), "^".repeat(end.saturating_sub(start).max(1)));
}

/// Mistakes of indentation are shown by their line alone.
fn is_unplaced(problem: &Diagnostic) -> bool {
    match problem.kind {
        DiagnosticKind::Syntax { class: SyntaxClass::TabError } => true,
        DiagnosticKind::Syntax { class: SyntaxClass::IndentationError } => problem.message == "unexpected indent",
        // at the end of the text
        _ => problem.message.starts_with("expected 'except'") && problem.span.start == problem.span.end,
    }
}

/// Whether the program is no Python at all, rather than Python that is not supported here.
#[must_use]
pub fn is_syntax_error(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| matches!(problem.kind, DiagnosticKind::Syntax { .. }))
}
