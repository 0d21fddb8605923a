//! What is wrong with a program before it runs, and where: diagnostics and the line index.
//!
//! Keeps true: offsets are bytes into the source, lines and columns are 1-based, columns count characters, as CPython's
//! `SyntaxError.lineno` and `offset` do. Knows nothing of the parser.

use serde::{Deserialize, Serialize};

use crate::code::Span;

/// The exception class that CPython raises for a syntax error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyntaxClass {
    SyntaxError,
    IndentationError,
    TabError,
}

impl SyntaxClass {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SyntaxClass::SyntaxError => "SyntaxError",
            SyntaxClass::IndentationError => "IndentationError",
            SyntaxClass::TabError => "TabError",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DiagnosticKind {
    /// Not Python.
    Syntax { class: SyntaxClass },
    /// Python, but outside what this compiler takes; `construct` names it.
    Unsupported { construct: String },
}

/// One mistake in a source text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    pub kind: DiagnosticKind,
    /// CPython's wording where CPython has one.
    pub message: String,
    /// Byte offsets.
    pub span: Span,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

impl std::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let class = match &self.kind {
            DiagnosticKind::Syntax { class } => class.name(),
            DiagnosticKind::Unsupported { .. } => "Unsupported",
        };
        write!(f, "{}:{}: {class}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for Diagnostic {}

/// A mistake whose line and column are not computed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub kind: DiagnosticKind,
    pub message: String,
    pub span: Span,
}

impl Problem {
    #[must_use]
    pub fn syntax(message: impl Into<String>, span: Span) -> Box<Self> {
        Self::of_class(SyntaxClass::SyntaxError, message, span)
    }

    #[must_use]
    pub fn of_class(class: SyntaxClass, message: impl Into<String>, span: Span) -> Box<Self> {
        Box::new(Self { kind: DiagnosticKind::Syntax { class }, message: message.into(), span })
    }

    #[must_use]
    pub fn unsupported(construct: impl Into<String>, span: Span) -> Box<Self> {
        let construct = construct.into();
        let message = format!("{construct} is not supported");
        Box::new(Self { kind: DiagnosticKind::Unsupported { construct }, message, span })
    }

    #[must_use]
    pub fn locate(self, index: &LineIndex, source: &str) -> Diagnostic {
        let (line, column) = index.line_column(source, self.span.start);
        let (end_line, end_column) = index.line_column(source, self.span.end.max(self.span.start));
        Diagnostic { kind: self.kind, message: self.message, span: self.span, line, column, end_line, end_column }
    }
}

/// Where lines start. `\n`, `\r\n` and a lone `\r` end a line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    #[must_use]
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends_line {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        Self { starts }
    }

    /// 1-based line of a byte offset.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        let line = self.starts.partition_point(|start| *start <= offset);
        u32::try_from(line).unwrap_or(u32::MAX).max(1)
    }

    /// Byte offset at which a 1-based line starts.
    #[must_use]
    pub fn line_start(&self, line: u32) -> u32 {
        let at = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
        self.starts.get(at).or(self.starts.last()).copied().unwrap_or(0)
    }

    /// 1-based line and column (in characters) of a byte offset.
    #[must_use]
    pub fn line_column(&self, source: &str, offset: u32) -> (u32, u32) {
        let offset = offset.min(u32::try_from(source.len()).unwrap_or(u32::MAX));
        let line = self.line(offset);
        let start = usize::try_from(self.line_start(line)).unwrap_or(0);
        let end = usize::try_from(offset).unwrap_or(0);
        let column = source.get(start..end).map_or(0, |text| text.chars().count());
        (line, u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1))
    }
}
