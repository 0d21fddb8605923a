//! What CPython's tokenizer refuses: brackets that do not match, bad numbers, stray characters, indentation that does
//! not line up. CPython reports these before anything that its parser dislikes.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType};

use super::tokens::{Lexeme, text_at};
use crate::code::Span;
use crate::syntax::{LineIndex, Problem, SyntaxClass};

/// A bracket that no token closes.
#[derive(Clone, Copy, Debug)]
pub struct Unclosed {
    pub bracket: char,
    pub at: u32,
}

/// What the tokens alone say.
#[derive(Debug, Default)]
pub struct Verdict {
    pub problem: Option<Box<Problem>>,
    pub unclosed: Option<Unclosed>,
}

fn bracket_of(kind: TokenKind) -> Option<(char, bool)> {
    Some(match kind {
        TokenKind::Lpar => ('(', true),
        TokenKind::Lsqb => ('[', true),
        TokenKind::Lbrace => ('{', true),
        TokenKind::Rpar => (')', false),
        TokenKind::Rsqb => (']', false),
        TokenKind::Rbrace => ('}', false),
        _ => return None,
    })
}

fn closes(open: char, close: char) -> bool {
    matches!((open, close), ('(', ')') | ('[', ']') | ('{', '}'))
}

pub fn examine(source: &str, lexemes: &[Lexeme], errors: &[ParseError]) -> Verdict {
    let lines = LineIndex::new(source);
    let mut first: Option<Box<Problem>> = None;
    let mut consider = |problem: Box<Problem>| {
        if first.as_ref().is_none_or(|before| problem.span.start < before.span.start) {
            first = Some(problem);
        }
    };
    let mut open: Vec<Unclosed> = Vec::new();
    let mut indents = vec![(0usize, 0usize)];
    let mut line_starts = true;
    let mut broken_indent = false;
    for lexeme in lexemes {
        if let Some((bracket, opens)) = bracket_of(lexeme.kind) {
            let at = lexeme.span;
            if opens {
                open.push(Unclosed { bracket, at: at.start });
            } else if let Some(before) = open.pop() {
                if !closes(before.bracket, bracket) {
                    let line = lines.line(before.at);
                    let place = if line == lines.line(at.start) { String::new() } else { format!(" on line {line}") };
                    consider(Problem::syntax(
                        format!(
                            "closing parenthesis '{bracket}' does not match opening parenthesis '{}'{place}",
                            before.bracket
                        ),
                        at,
                    ));
                    break;
                }
            } else {
                consider(Problem::syntax(format!("unmatched '{bracket}'"), at));
                break;
            }
        }
        match lexeme.kind {
            TokenKind::Int | TokenKind::Float | TokenKind::Complex => {
                if let Some(problem) = number(source, lexeme.span) {
                    consider(problem);
                }
            }
            TokenKind::Newline => line_starts = true,
            TokenKind::NonLogicalNewline | TokenKind::Comment | TokenKind::Indent | TokenKind::Dedent => {}
            _ => {
                if line_starts
                    && open.is_empty()
                    && !broken_indent
                    && lexeme.kind != TokenKind::EndOfFile
                    && let Some(problem) = indentation(source, &lines, lexeme.span, &mut indents)
                {
                    broken_indent = true;
                    consider(problem);
                }
                line_starts = false;
            }
        }
    }
    for error in errors {
        let at = crate::scope::span_of(error.location);
        if let Some(problem) = lexical(source, &lines, lexemes, &error.error, at) {
            consider(problem);
        }
    }
    Verdict { problem: first, unclosed: open.pop() }
}

/// CPython compares two widths, with tabs of 8 and of 1: an order that depends on them is an error.
fn indentation(source: &str, lines: &LineIndex, at: Span, indents: &mut Vec<(usize, usize)>) -> Option<Box<Problem>> {
    let line = lines.line(at.start);
    let line_start = lines.line_start(line);
    let rest = source.get(line_start as usize..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\x0c']).len();
    let blank = rest.get(..blank).unwrap_or_default();
    if at.start as usize > line_start as usize + blank.len() {
        // A second statement of the line.
        return None;
    }
    let (mut width, mut narrow) = (0, 0);
    for c in blank.chars() {
        match c {
            ' ' => {
                width += 1;
                narrow += 1;
            }
            '\t' => {
                width = (width / 8 + 1) * 8;
                narrow += 1;
            }
            // A form feed starts the count anew.
            _ => (width, narrow) = (0, 0),
        }
    }
    let tabs = || {
        Some(Problem::of_class(
            SyntaxClass::TabError,
            "inconsistent use of tabs and spaces in indentation",
            Span { start: line_start, end: at.start },
        ))
    };
    let top = indents.last().copied().unwrap_or_default();
    if width == top.0 {
        return if narrow == top.1 { None } else { tabs() };
    }
    if width > top.0 {
        if narrow <= top.1 {
            return tabs();
        }
        indents.push((width, narrow));
        return None;
    }
    while indents.len() > 1 && indents.last().is_some_and(|last| last.0 > width) {
        indents.pop();
    }
    let top = indents.last().copied().unwrap_or_default();
    if top.0 != width {
        let rest = source.get(line_start as usize..).unwrap_or_default();
        let length = rest.find('\n').unwrap_or(rest.len());
        let end = line_start + u32::try_from(length).unwrap_or(0);
        return Some(Problem::of_class(
            SyntaxClass::IndentationError,
            "unindent does not match any outer indentation level",
            Span { start: end, end },
        ));
    }
    if top.1 == narrow { None } else { tabs() }
}

/// What follows a number may make it a bad one.
fn number(source: &str, at: Span) -> Option<Box<Problem>> {
    let text = text_at(source, at);
    let rest = source.get(at.end as usize..).unwrap_or_default();
    let next = rest.chars().next()?;
    let one = |start: u32| Span { start, end: start + 1 };
    let lower = text.to_ascii_lowercase();
    let radix = match lower.get(..2) {
        Some("0b") => Some("binary"),
        Some("0o") => Some("octal"),
        Some("0x") => Some("hexadecimal"),
        _ => None,
    };
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    if matches!(word.as_str(), "and" | "else" | "for" | "if" | "in" | "is" | "not" | "or") {
        return None;
    }
    match radix {
        Some(radix) if next.is_ascii_digit() => {
            Some(Problem::syntax(format!("invalid digit '{next}' in {radix} literal"), one(at.end)))
        }
        Some(radix) if next.is_alphanumeric() || next == '_' || text.len() == 2 => {
            Some(Problem::syntax(format!("invalid {radix} literal"), one(at.end.saturating_sub(1))))
        }
        None if next == '_' => Some(Problem::syntax("invalid decimal literal", one(at.end))),
        None if next.is_alphabetic() => {
            let kind = if lower.ends_with('j') { "imaginary" } else { "decimal" };
            Some(Problem::syntax(format!("invalid {kind} literal"), one(at.end.saturating_sub(1))))
        }
        _ => None,
    }
}

fn lexical(
    source: &str,
    lines: &LineIndex,
    lexemes: &[Lexeme],
    error: &ParseErrorType,
    at: Span,
) -> Option<Box<Problem>> {
    let f_string = |fault: &InterpolatedStringErrorType| {
        let message = match fault {
            InterpolatedStringErrorType::UnclosedLbrace => "f-string: expecting '}'",
            InterpolatedStringErrorType::InvalidConversionFlag
            | InterpolatedStringErrorType::ConversionFlagNotImmediatelyAfterExclamation => {
                "f-string: invalid conversion character: expected 's', 'r', or 'a'"
            }
            InterpolatedStringErrorType::SingleRbrace => "f-string: single '}' is not allowed",
            InterpolatedStringErrorType::LambdaWithoutParentheses => "f-string: invalid syntax",
            InterpolatedStringErrorType::NewlineInFormatSpec => {
                "f-string: newlines are not allowed in format specifiers"
            }
            InterpolatedStringErrorType::UnterminatedString
            | InterpolatedStringErrorType::UnterminatedTripleQuotedString => {
                return unterminated(source, lines, lexemes, at);
            }
        };
        if matches!(fault, InterpolatedStringErrorType::UnclosedLbrace)
            && let Some(problem) = in_braces(source, lexemes, at)
        {
            return problem;
        }
        Problem::syntax(message, after_string(source, lexemes, at))
    };
    let error = match error {
        ParseErrorType::Lexical(error) => error,
        ParseErrorType::FStringError(fault) | ParseErrorType::TStringError(fault) => return Some(f_string(fault)),
        _ => return None,
    };
    Some(match error {
        LexicalErrorType::FStringError(fault) | LexicalErrorType::TStringError(fault) => f_string(fault),
        LexicalErrorType::UnclosedStringError => unterminated(source, lines, lexemes, at),
        LexicalErrorType::UnrecognizedToken { tok } => stray(*tok, at)?,
        LexicalErrorType::LineContinuationError => {
            let start = at.start + 1;
            if source.get(start as usize..).is_some_and(|rest| rest.trim_end_matches(['\n', '\r']).is_empty()) {
                return Some(Problem::syntax("unexpected EOF while parsing", Span { start, end: start }));
            }
            Problem::syntax("unexpected character after line continuation character", Span { start, end: start })
        }
        LexicalErrorType::InvalidByteLiteral => {
            let start = lexemes
                .iter()
                .find(|lexeme| lexeme.span.start <= at.start && at.start < lexeme.span.end)
                .map_or(at.start, |lexeme| lexeme.span.start);
            Problem::syntax("bytes can only contain ASCII literal characters", Span { start, ..at })
        }
        LexicalErrorType::UnicodeError
        | LexicalErrorType::MissingUnicodeLbrace
        | LexicalErrorType::MissingUnicodeRbrace => bad_escape(source, lexemes, at),
        LexicalErrorType::OtherError(_) => return bad_number(source, at),
        LexicalErrorType::StringError | LexicalErrorType::IndentationError | LexicalErrorType::Eof => return None,
    })
}

/// The f-string literal around a place, and where it ends: with the next quote of its kind.
fn f_string_around(source: &str, lexemes: &[Lexeme], at: Span) -> Option<Span> {
    let start =
        lexemes.iter().rev().find(|l| l.kind == TokenKind::FStringStart && l.span.start <= at.start).map(|l| l.span)?;
    let quote = text_at(source, start).trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let mut end = start.end as usize;
    loop {
        let rest = source.get(end..)?;
        let next = rest.find(['\\', quote.chars().next()?])?;
        if rest.get(next..)?.starts_with('\\') {
            end += next + 1 + rest.get(next + 1..)?.chars().next().map_or(0, char::len_utf8);
        } else if rest.get(next..)?.starts_with(quote) {
            let end = u32::try_from(end + next + quote.len()).ok()?;
            return Some(Span { start: start.start, end });
        } else {
            end += next + 1;
        }
    }
}

/// What follows an f-string: there CPython 3.11 sees that something is wrong in it.
pub fn after_string(source: &str, lexemes: &[Lexeme], at: Span) -> Span {
    let Some(string) = f_string_around(source, lexemes, at) else { return at };
    let next = lexemes.iter().find(|lexeme| lexeme.span.start >= string.end && lexeme.span.end > lexeme.span.start);
    next.filter(|next| next.kind != TokenKind::Newline)
        .map_or(Span { start: string.end, end: string.end + 1 }, |next| next.span)
}

/// The mistake in a replacement field, found by parsing it alone, in brackets.
fn in_braces(source: &str, lexemes: &[Lexeme], at: Span) -> Option<Box<Problem>> {
    let string = f_string_around(source, lexemes, at)?;
    let open = lexemes.iter().rposition(|lexeme| lexeme.kind == TokenKind::Lbrace && lexeme.span.start < at.start)?;
    let start = lexemes.get(open)?.span.end;
    let rest = text_at(source, Span { start, end: string.end });
    let text = rest.get(..rest.find(['}', '!', ':'])?)?;
    let mut problem = super::parse(&format!("({text})"), true).err()?.into_iter().next()?;
    let shift = |offset: u32| (offset + start).saturating_sub(1).clamp(start, string.end);
    problem.span = Span { start: shift(problem.span.start), end: shift(problem.span.end) };
    problem.message.insert_str(0, "f-string: ");
    Some(Box::new(problem))
}

fn stray(c: char, at: Span) -> Option<Box<Problem>> {
    if c.is_ascii() && !c.is_control() {
        // `$`, `?` and `!` are the parser's business: plain invalid syntax.
        return None;
    }
    let code = u32::from(c);
    let printable = !c.is_control() && !c.is_whitespace() && !is_invisible(c);
    let message = if c == '\0' {
        "source code cannot contain null bytes".to_owned()
    } else if printable {
        format!("invalid character '{c}' (U+{code:04X})")
    } else {
        format!("invalid non-printable character U+{code:04X}")
    };
    Some(Problem::syntax(message, at))
}

fn is_invisible(c: char) -> bool {
    matches!(u32::from(c), 0xad | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff | 0xe000..=0xf8ff)
}

fn unterminated(source: &str, lines: &LineIndex, lexemes: &[Lexeme], at: Span) -> Box<Problem> {
    // The error of an f-string points into it.
    let start = lexemes
        .iter()
        .rev()
        .find(|lexeme| lexeme.kind == TokenKind::FStringStart && lexeme.span.start <= at.start)
        .filter(|lexeme| {
            !text_at(source, Span { start: at.start, end: at.end }).starts_with(['"', '\''])
                && lexeme.span.end <= at.start
        })
        .map_or(at.start, |lexeme| lexeme.span.start);
    if start < at.start
        && let Some(string) = f_string_around(source, lexemes, at)
        && let Some((_, field)) = text_at(source, string).split_once('{')
        && field.contains('#')
    {
        let at = after_string(source, lexemes, at);
        return Problem::syntax("f-string expression part cannot include '#'", at);
    }
    let opening = source.get(start as usize..).unwrap_or_default();
    let quotes = opening.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let triple = quotes.starts_with("\"\"\"") || quotes.starts_with("'''");
    let (what, line) = if triple {
        let end = u32::try_from(source.trim_end_matches(['\n', '\r']).len()).unwrap_or(u32::MAX);
        ("triple-quoted string", lines.line(end))
    } else {
        ("string", lines.line(start))
    };
    Problem::syntax(format!("unterminated {what} literal (detected at line {line})"), Span { start, end: start + 1 })
}

fn bad_number(source: &str, at: Span) -> Option<Box<Problem>> {
    let rest = source.get(at.start as usize..).unwrap_or_default();
    let digits: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if digits.len() > 1 && digits.chars().all(|c| c.is_ascii_digit() || c == '_') {
        return Some(Problem::syntax(
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
            Span { start: at.start, end: at.start + 1 },
        ));
    }
    number(source, Span { start: at.start, end: at.start + 2 })
        .or_else(|| Some(Problem::syntax("invalid decimal literal", at)))
}

/// An escape sequence that is cut short or names no character.
fn bad_escape(source: &str, lexemes: &[Lexeme], at: Span) -> Box<Problem> {
    let token = lexemes.iter().position(|lexeme| {
        lexeme.span.start <= at.start && at.start <= lexeme.span.end && lexeme.span.end > lexeme.span.start
    });
    let (span, next) = match token {
        Some(nth) => {
            (lexemes.get(nth).map_or(at, |lexeme| lexeme.span), lexemes.get(nth + 1).map_or(at, |lexeme| lexeme.span))
        }
        None => (at, at),
    };
    let text = text_at(source, span);
    let body = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let body =
        body.strip_prefix("\"\"\"").or_else(|| body.strip_prefix("'''")).or_else(|| body.get(1..)).unwrap_or_default();
    let mut chars = body.char_indices().peekable();
    let mut fault = (0, 1, "malformed \\N character escape");
    while let Some((start, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let Some((_, escape)) = chars.next() else { break };
        let (digits, what) = match escape {
            'x' => (2, "truncated \\xXX escape"),
            'u' => (4, "truncated \\uXXXX escape"),
            'U' => (8, "truncated \\UXXXXXXXX escape"),
            'N' => {
                let rest = body.get(start + 2..).unwrap_or_default();
                match (rest.starts_with('{'), rest.find('}')) {
                    (true, Some(end)) => fault = (start, start + 2 + end, "unknown Unicode character name"),
                    _ => fault = (start, start + 1, "malformed \\N character escape"),
                }
                break;
            }
            _ => continue,
        };
        let mut have = 0;
        while have < digits && chars.peek().is_some_and(|(_, c)| c.is_ascii_hexdigit()) {
            chars.next();
            have += 1;
        }
        if have < digits {
            fault = (start, start + 1 + have, what);
            break;
        }
        if digits == 8 {
            fault = (start, start + 9, "illegal Unicode character");
        }
    }
    let (start, end, what) = fault;
    Problem::syntax(
        format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {what}"),
        next,
    )
}
