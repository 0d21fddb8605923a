//! The parser's errors in CPython's words.
//!
//! CPython reports one error: what its tokenizer refuses comes first, then a bracket that was never closed, then what
//! its parser says. The parser used here stops at the same token as CPython's nearly always, so a mistake without a
//! special message becomes "invalid syntax" at the same place.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, Mod, UnaryOp};
use ruff_python_parser::{ParseErrorType, Parsed, UnsupportedSyntaxErrorKind, parse_expression};

use super::tokenizer::{after_string, examine};
use super::tokens::{Lexeme, begins_operand, ends_operand, lexemes, opens, shuts, text_at};
use crate::code::Span;
use crate::scope::span_of;
use crate::syntax::{LineIndex, Problem, SyntaxClass};

pub fn translate(source: &str, parsed: &Parsed<Mod>) -> Vec<Problem> {
    let lexemes = lexemes(parsed);
    let verdict = examine(source, &lexemes, parsed.errors());
    if let Some(problem) = verdict.problem {
        return vec![*problem];
    }
    let lines = LineIndex::new(source);
    let context = Context { source, lexemes: &lexemes, lines: &lines };
    let mut problems: Vec<Problem> = parsed
        .errors()
        .iter()
        .map(|error| {
            let mut problem = context.problem(&error.error, span_of(error.location));
            // plain invalid syntax is said of one token
            if problem.message == "invalid syntax"
                && let Some(token) = context.get(context.token_at(problem.span.start))
                && token.span.start == problem.span.start
                && token.kind != TokenKind::Newline
            {
                problem.span = token.span;
            }
            *problem
        })
        .collect();
    if let (Some(unclosed), Some(first)) = (verdict.unclosed, parsed.errors().first()) {
        let at = u32::from(first.location.start());
        let rest = source.get(at as usize..).unwrap_or_default();
        let ends_line = rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r', '#']);
        let at_end = matches!(first.error, ParseErrorType::Lexical(_)) || ends_line || rest.trim_start().is_empty();
        if at_end || lines.line(at) > lines.line(unclosed.at) {
            return vec![*Problem::syntax(
                format!("'{}' was never closed", unclosed.bracket),
                Span { start: unclosed.at, end: unclosed.at + 1 },
            )];
        }
    }
    // Later entries follow from the first one more often than not; a page may still want to mark them.
    problems.dedup_by(|a, b| a.span.start == b.span.start);
    problems
}

/// Syntax that is too new for Python 3.13.
pub fn version_problem(parsed: &Parsed<Mod>) -> Option<Box<Problem>> {
    let first = parsed.unsupported_syntax_errors().first()?;
    let at = span_of(first.range);
    Some(match first.kind {
        UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes => {
            Problem::syntax("multiple exception types must be parenthesized", at)
        }
        _ => Problem::syntax("invalid syntax", at),
    })
}

struct Context<'s> {
    source: &'s str,
    lexemes: &'s [Lexeme],
    lines: &'s LineIndex,
}

/// The first character of a place.
fn first(at: Span) -> Span {
    Span { start: at.start, end: at.start + 1 }
}

impl Context<'_> {
    /// Number of the first token at or after an offset.
    fn token_at(&self, offset: u32) -> usize {
        self.lexemes.partition_point(|lexeme| lexeme.span.start < offset)
    }

    fn get(&self, nth: usize) -> Option<Lexeme> {
        self.lexemes.get(nth).copied()
    }

    fn before(&self, nth: usize) -> Option<Lexeme> {
        nth.checked_sub(1).and_then(|before| self.get(before))
    }

    /// First token of the logical line around token `nth`.
    fn line_head(&self, nth: usize) -> Option<Lexeme> {
        let mut head = nth.min(self.lexemes.len().checked_sub(1)?);
        while let Some(before) = self.before(head) {
            if matches!(before.kind, TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::Semi) {
                break;
            }
            head -= 1;
        }
        self.get(head)
    }

    /// Brackets open at token `nth`: the innermost one's number.
    fn bracket_around(&self, nth: usize) -> Option<usize> {
        let mut depth = 0usize;
        let mut at = nth;
        while at > 0 {
            at -= 1;
            let kind = self.get(at)?.kind;
            if shuts(kind) {
                depth += 1;
            } else if opens(kind) {
                if depth == 0 {
                    return Some(at);
                }
                depth -= 1;
            } else if kind == TokenKind::Newline {
                return None;
            }
        }
        None
    }

    /// Where the operand chain that ends before token `nth` starts.
    fn expression_start(&self, nth: usize) -> Option<Lexeme> {
        let mut depth = 0usize;
        let mut at = nth;
        let mut stop_at_in = false;
        let from = self.bracket_around(nth).unwrap_or(0);
        for lexeme in self.lexemes.get(from..nth).unwrap_or_default() {
            stop_at_in |= lexeme.kind == TokenKind::For;
        }
        while at > 0 {
            let kind = self.get(at - 1)?.kind;
            if shuts(kind) {
                depth += 1;
            } else if opens(kind) {
                if depth == 0 {
                    break;
                }
                depth -= 1;
            } else if depth == 0
                && (matches!(
                    kind,
                    TokenKind::Comma
                        | TokenKind::Equal
                        | TokenKind::Colon
                        | TokenKind::ColonEqual
                        | TokenKind::If
                        | TokenKind::Elif
                        | TokenKind::While
                        | TokenKind::Else
                        | TokenKind::For
                        | TokenKind::Return
                        | TokenKind::Yield
                        | TokenKind::Assert
                        | TokenKind::Newline
                        | TokenKind::Indent
                        | TokenKind::Dedent
                        | TokenKind::Semi
                ) || (kind == TokenKind::In && stop_at_in))
            {
                break;
            }
            at -= 1;
        }
        self.get(at)
    }

    fn problem(&self, error: &ParseErrorType, at: Span) -> Box<Problem> {
        let nth = self.token_at(at.start);
        let message = match error {
            ParseErrorType::ExpectedToken { expected, found } => return self.expected(*expected, *found, at, nth),
            ParseErrorType::SimpleStatementsOnSameLine => return self.two_statements(at, nth),
            ParseErrorType::ExpectedExpression => return self.missing_expression(at, nth),
            ParseErrorType::OtherError(message) => return self.other(message, at, nth),
            ParseErrorType::UnexpectedIndentation => return self.unexpected_indent(at),
            ParseErrorType::InvalidAssignmentTarget => return self.bad_target(at),
            ParseErrorType::InvalidNamedAssignmentTarget => {
                format!("cannot use assignment expressions with {}", self.kind_of(at))
            }
            ParseErrorType::InvalidAnnotatedAssignmentTarget => "illegal target for annotation".to_owned(),
            ParseErrorType::InvalidAugmentedAssignmentTarget => {
                format!("'{}' is an illegal expression for augmented assignment", self.kind_of(at))
            }
            ParseErrorType::InvalidDeleteTarget => format!("cannot delete {}", self.kind_of(at)),
            ParseErrorType::NonDefaultParamAfterDefaultParam => {
                "non-default argument follows default argument".to_owned()
            }
            ParseErrorType::ParamAfterVarKeywordParam => "arguments cannot follow var-keyword argument".to_owned(),
            ParseErrorType::VarParameterWithDefault => {
                let double = self
                    .lexemes
                    .get(..nth)
                    .unwrap_or_default()
                    .iter()
                    .rev()
                    .find(|lexeme| matches!(lexeme.kind, TokenKind::Star | TokenKind::DoubleStar))
                    .is_some_and(|lexeme| lexeme.kind == TokenKind::DoubleStar);
                let kind = if double { "keyword" } else { "positional" };
                format!("var-{kind} argument cannot have default value")
            }
            ParseErrorType::ExpectedKeywordParam => {
                let mut stars = self.lexemes.get(..nth).unwrap_or_default().iter().rev();
                let star = stars.find(|lexeme| lexeme.kind == TokenKind::Star).map_or(at, |lexeme| lexeme.span);
                return Problem::syntax("named arguments must follow bare *", star);
            }
            ParseErrorType::UnparenthesizedGeneratorExpression => {
                "Generator expression must be parenthesized".to_owned()
            }
            ParseErrorType::PositionalAfterKeywordArgument => {
                return Problem::syntax("positional argument follows keyword argument", self.closing(at, nth));
            }
            ParseErrorType::PositionalAfterKeywordUnpacking => {
                return Problem::syntax(
                    "positional argument follows keyword argument unpacking",
                    self.closing(at, nth),
                );
            }
            ParseErrorType::InvalidArgumentUnpackingOrder => {
                return Problem::syntax("iterable argument unpacking follows keyword argument unpacking", first(at));
            }
            ParseErrorType::IterableUnpackingInComprehension => {
                "iterable unpacking cannot be used in comprehension".to_owned()
            }
            ParseErrorType::InvalidStarredExpressionUsage
                if self.before(nth).is_some_and(|lexeme| lexeme.kind == TokenKind::Lpar) =>
            {
                "cannot use starred expression here".to_owned()
            }
            ParseErrorType::InvalidMatchPatternTarget => "cannot use '_' as a target".to_owned(),
            _ => "invalid syntax".to_owned(),
        };
        Problem::syntax(message, at)
    }

    fn expected(&self, expected: TokenKind, found: TokenKind, at: Span, nth: usize) -> Box<Problem> {
        let invalid = || Problem::syntax("invalid syntax", at);
        let head = self.line_head(nth).map(|head| head.kind);
        let around = self.bracket_around(nth).and_then(|nth| self.get(nth));
        if expected == TokenKind::Colon {
            if around.is_some_and(|bracket| bracket.kind == TokenKind::Lbrace) {
                let end = self.before(nth).map_or(at.end, |lexeme| lexeme.span.end);
                return Problem::syntax(
                    "':' expected after dictionary key",
                    Span { start: end.saturating_sub(1), end },
                );
            }
            if found == TokenKind::Equal && around.is_none() {
                return self.equals_in_condition(at, nth).unwrap_or_else(invalid);
            }
            let forced = matches!(head, Some(TokenKind::Def | TokenKind::Else | TokenKind::Try | TokenKind::Finally));
            if (found == TokenKind::Newline || forced) && around.is_none() {
                return Problem::syntax("expected ':'", at);
            }
            return invalid();
        }
        if expected == TokenKind::Else {
            let condition = self
                .lexemes
                .get(..nth)
                .and_then(|before| before.iter().rposition(|lexeme| lexeme.kind == TokenKind::If));
            let place = condition
                .and_then(|nth| self.expression_start(nth))
                .map_or(at, |lexeme| Span { start: lexeme.span.start, end: at.start });
            return Problem::syntax("expected 'else' after 'if' expression", place);
        }
        if matches!(head, Some(TokenKind::Def)) && found == TokenKind::Lpar && around.is_some() {
            let end = self.closing(at, nth + 1).end;
            return Problem::syntax("Function parameters cannot be parenthesized", Span { start: at.start, end });
        }
        if matches!(head, Some(TokenKind::Def)) && expected == TokenKind::Lpar {
            return Problem::syntax("expected '('", at);
        }
        if found == TokenKind::For
            && let Some(problem) = self.bare_comprehension(nth)
        {
            return problem;
        }
        if found == TokenKind::Greater
            && let Some(less) = self.before(nth)
            && less.kind == TokenKind::Less
            && less.span.end == at.start
        {
            return Problem::syntax("invalid syntax", Span { start: less.span.start, end: at.end });
        }
        let in_expression =
            around.is_some() && !matches!(head, Some(TokenKind::Def | TokenKind::Import | TokenKind::From));
        if in_expression && let Some(problem) = self.missing_comma(at, nth) {
            return problem;
        }
        if found == TokenKind::Equal && around.is_some_and(|bracket| bracket.kind == TokenKind::Lpar) {
            // `f(a.b=1)`, `f(1=2)`.
            return invalid();
        }
        if let Some(operator) = self.get(nth)
            && operator.kind.as_augmented_assign_operator().is_some()
            && let Some(head) = self.line_head(nth)
        {
            let whole = Span { start: head.span.start, end: operator.span.start };
            return Problem::syntax(
                format!("'{}' is an illegal expression for augmented assignment", self.kind_of(whole)),
                whole,
            );
        }
        invalid()
    }

    /// `[x, y for …]`.
    fn bare_comprehension(&self, nth: usize) -> Option<Box<Problem>> {
        let open = self.bracket_around(nth)?;
        if !matches!(self.get(open)?.kind, TokenKind::Lsqb | TokenKind::Lbrace) {
            return None;
        }
        let mut depth = 0usize;
        let target = self.lexemes.get(open + 1..nth)?;
        let comma = target.iter().any(|lexeme| {
            depth = (depth + usize::from(opens(lexeme.kind))).saturating_sub(usize::from(shuts(lexeme.kind)));
            depth == 0 && lexeme.kind == TokenKind::Comma
        });
        let place = Span { start: target.first()?.span.start, end: target.last()?.span.end };
        comma.then(|| Problem::syntax("did you forget parentheses around the comprehension target?", place))
    }

    /// Where the operand that begins at token `nth` ends: before a comparison, a comma or what closes it.
    fn operand_end(&self, nth: usize) -> usize {
        let mut depth = 0usize;
        let mut at = nth;
        while let Some(lexeme) = self.get(at) {
            let kind = lexeme.kind;
            if opens(kind) {
                depth += 1;
            } else if depth == 0
                && (shuts(kind)
                    || kind.is_keyword()
                    || matches!(
                        kind,
                        TokenKind::Comma
                            | TokenKind::Colon
                            | TokenKind::ColonEqual
                            | TokenKind::Equal
                            | TokenKind::EqEqual
                            | TokenKind::NotEqual
                            | TokenKind::Less
                            | TokenKind::LessEqual
                            | TokenKind::Greater
                            | TokenKind::GreaterEqual
                            | TokenKind::Semi
                            | TokenKind::Newline
                            | TokenKind::EndOfFile
                    ))
            {
                break;
            } else if shuts(kind) {
                depth -= 1;
            }
            at += 1;
        }
        at
    }

    /// `name = operand` where a condition stands, from token `nth` (the sign) on.
    fn perhaps_equal(&self, name: Span, nth: usize) -> Option<Box<Problem>> {
        let end = self.operand_end(nth + 1);
        let after = self.get(end)?.kind;
        if end == nth + 1 || matches!(after, TokenKind::Equal | TokenKind::ColonEqual) {
            return None;
        }
        let place = Span { start: name.start, end: self.before(end)?.span.end };
        Some(Problem::syntax("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", place))
    }

    /// Two operands in a row inside brackets.
    fn missing_comma(&self, at: Span, nth: usize) -> Option<Box<Problem>> {
        let here = self.get(nth)?;
        let before = self.before(nth)?;
        if !begins_operand(here.kind) || !ends_operand(before.kind) {
            return None;
        }
        let start = self.expression_start(nth)?;
        let text = text_at(self.source, start.span);
        let alone = start.span.start == before.span.start;
        if alone && start.kind == TokenKind::Name {
            let prefix = matches!(here.kind, TokenKind::String | TokenKind::FStringStart);
            if prefix || matches!(text, "print" | "exec") {
                return None;
            }
        }
        Some(Problem::syntax(
            "invalid syntax. Perhaps you forgot a comma?",
            Span { start: start.span.start, end: at.end },
        ))
    }

    fn equals_in_condition(&self, at: Span, nth: usize) -> Option<Box<Problem>> {
        let mut start = nth;
        while let Some(before) = self.before(start) {
            let joins = matches!(
                before.kind,
                TokenKind::And
                    | TokenKind::Or
                    | TokenKind::Not
                    | TokenKind::If
                    | TokenKind::Elif
                    | TokenKind::While
                    | TokenKind::Less
                    | TokenKind::Greater
                    | TokenKind::EqEqual
                    | TokenKind::NotEqual
                    | TokenKind::LessEqual
                    | TokenKind::GreaterEqual
                    | TokenKind::In
                    | TokenKind::Is
                    | TokenKind::Newline
                    | TokenKind::For
            );
            if joins {
                break;
            }
            start -= 1;
        }
        if matches!(self.before(start).map(|lexeme| lexeme.kind), Some(TokenKind::For) | None) {
            return None;
        }
        let place = Span { start: self.get(start)?.span.start, end: self.before(nth)?.span.end };
        let message = match self.expression(place)? {
            Expr::Name(_) => return self.perhaps_equal(place, nth),
            Expr::List(_) | Expr::Tuple(_) | Expr::Generator(_) | Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) => {
                return Some(Problem::syntax("invalid syntax", at));
            }
            other => format!("cannot assign to {} here. Maybe you meant '==' instead of '='?", expression_name(&other)),
        };
        Some(Problem::syntax(message, place))
    }

    fn two_statements(&self, at: Span, nth: usize) -> Box<Problem> {
        if let (Some(before), Some(head)) = (self.before(nth), self.line_head(nth)) {
            let word = text_at(self.source, before.span);
            if before.span.start == head.span.start && matches!(word, "print" | "exec") {
                return Problem::syntax(
                    format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?"),
                    Span { start: before.span.start, end: self.line_end(nth).max(at.end) },
                );
            }
        }
        Problem::syntax("invalid syntax", at)
    }

    /// End of the statement around token `nth`.
    fn line_end(&self, nth: usize) -> u32 {
        let rest = self.lexemes.get(nth..).unwrap_or_default().iter();
        rest.take_while(|lexeme| !matches!(lexeme.kind, TokenKind::Newline | TokenKind::Semi | TokenKind::EndOfFile))
            .last()
            .map_or(0, |lexeme| lexeme.span.end)
    }

    fn missing_expression(&self, at: Span, nth: usize) -> Box<Problem> {
        let around = self.bracket_around(nth).and_then(|nth| self.get(nth)).map(|lexeme| lexeme.kind);
        let before = self.before(nth);
        let in_f_string = self
            .lexemes
            .get(..nth)
            .unwrap_or_default()
            .iter()
            .rev()
            .find(|lexeme| matches!(lexeme.kind, TokenKind::FStringStart | TokenKind::FStringEnd | TokenKind::Newline))
            .is_some_and(|lexeme| lexeme.kind == TokenKind::FStringStart);
        match before {
            Some(before) if in_f_string && before.kind == TokenKind::Lbrace => {
                let closed = self.get(nth).is_some_and(|lexeme| lexeme.kind == TokenKind::Rbrace);
                let what = match self.get(nth).map(|lexeme| lexeme.kind) {
                    Some(TokenKind::Exclamation | TokenKind::Colon | TokenKind::Equal) => {
                        format!("expression required before '{}'", text_at(self.source, first(at)))
                    }
                    _ if closed => "empty expression not allowed".to_owned(),
                    _ => "expecting '}'".to_owned(),
                };
                Problem::syntax(format!("f-string: {what}"), after_string(self.source, self.lexemes, at))
            }
            Some(before)
                if before.kind == TokenKind::Equal
                    && around == Some(TokenKind::Lpar)
                    && self.line_head(nth).is_some_and(|head| head.kind == TokenKind::Def) =>
            {
                Problem::syntax("expected default value expression", before.span)
            }
            Some(before) if around == Some(TokenKind::Lbrace) && before.kind == TokenKind::Colon && !in_f_string => {
                Problem::syntax("expression expected after dictionary key and ':'", before.span)
            }
            _ if self.line_head(nth).is_some_and(|head| head.kind == TokenKind::Def)
                && before.is_some_and(|before| before.kind == TokenKind::Rarrow) =>
            {
                Problem::syntax("expected ':'", before.map_or(at, |before| before.span))
            }
            _ => Problem::syntax("invalid syntax", at),
        }
    }

    fn other(&self, message: &str, at: Span, nth: usize) -> Box<Problem> {
        if let Some(after) = message.strip_prefix("Expected an indented block after ") {
            return self.missing_block(after, at, nth);
        }
        if message.starts_with("Unparenthesized tuple") {
            let comma = self.lexemes.get(nth..).unwrap_or_default().iter().find(|l| l.kind == TokenKind::Comma);
            return Problem::syntax("invalid syntax", comma.map_or(at, |comma| Span { start: comma.span.start, ..at }));
        }
        let head = self.line_head(nth).map(|head| head.kind);
        let next = self.get(self.token_at(at.end)).map_or(at, |lexeme| lexeme.span);
        if head == Some(TokenKind::From) && text_at(self.source, at).starts_with('*') {
            let comma = self.get(nth + 1).map_or(at, |lexeme| lexeme.span);
            return Problem::syntax("invalid syntax", comma);
        }
        let known = match message {
            "Expected `except` or `finally` after `try` block" => {
                let end = u32::try_from(self.source.trim_end().len()).unwrap_or(u32::MAX);
                let place = if at.start < end { at } else { Span { start: end, end } };
                return Problem::syntax("expected 'except' or 'finally' block", place);
            }
            "Expected `case` block" => "invalid syntax",
            "Position-only parameter separator not allowed as first parameter"
                if self.get(nth + 1).is_some_and(|lexeme| lexeme.kind == TokenKind::Comma) =>
            {
                "at least one argument must precede /"
            }
            "Position-only parameter separator not allowed as first parameter" => "invalid syntax",
            "Only one '*' parameter allowed" | "Only one '*' separator allowed" => {
                return Problem::syntax("* argument may appear only once", first(at));
            }
            "Only one '**' parameter allowed" => "arguments cannot follow var-keyword argument",
            "Only one '/' separator allowed" => "/ may appear only once",
            "'/' parameter must appear before '*' parameter" => "/ must be ahead of *",
            "Only single target (not tuple) can be annotated" => "only single target (not tuple) can be annotated",
            "Only single target (not list) can be annotated" => "only single target (not list) can be annotated",
            "Bytes literal cannot be mixed with non-bytes literals" => {
                return Problem::syntax("cannot mix bytes and nonbytes literals", next);
            }
            "Cannot have both 'except' and 'except*' on the same 'try'" => {
                let mut before = self.lexemes.get(..=nth).unwrap_or_default().iter().rev();
                let place = before.find(|l| l.kind == TokenKind::Except).map_or(at, |lexeme| lexeme.span);
                return Problem::syntax("cannot have both 'except' and 'except*' on the same 'try'", place);
            }
            "Expected one or more exception types" => "expected one or more exception types",
            "Multiple exception types must be parenthesized when using `as`" => {
                "multiple exception types must be parenthesized"
            }
            "Positional patterns cannot follow keyword patterns" => "positional patterns follow keyword patterns",
            "Trailing comma not allowed" if head == Some(TokenKind::Import) => {
                return Problem::syntax("invalid syntax", next);
            }
            "Trailing comma not allowed" => {
                return Problem::syntax("trailing comma not allowed without surrounding parentheses", next);
            }
            "Expected a parameter name" => {
                let sign = self.get(self.token_at(at.end)).filter(|lexeme| lexeme.kind == TokenKind::Equal);
                let place = Span { start: at.start, end: sign.map_or(at.end, |sign| sign.span.end) };
                let message = match text_at(self.source, at) {
                    word @ ("True" | "False" | "None") => format!("cannot assign to {word}"),
                    _ => "expression cannot contain assignment, perhaps you meant \"==\"?".to_owned(),
                };
                return Problem::syntax(message, place);
            }
            _ => "invalid syntax",
        };
        Problem::syntax(known, at)
    }

    fn missing_block(&self, after: &str, at: Span, nth: usize) -> Box<Problem> {
        let what = match after.split('`').nth(1) {
            Some("class") => "class definition".to_owned(),
            Some(keyword) => format!("'{keyword}' statement"),
            None => after.to_owned(),
        };
        // The header is the logical line before the error.
        let mut header = nth.min(self.lexemes.len());
        while let Some(before) = self.before(header) {
            if before.kind == TokenKind::Colon {
                break;
            }
            header -= 1;
        }
        let line = self.line_head(header.saturating_sub(1)).map_or(1, |head| self.lines.line(head.span.start));
        Problem::of_class(
            SyntaxClass::IndentationError,
            format!("expected an indented block after {what} on line {line}"),
            first(at),
        )
    }

    fn unexpected_indent(&self, at: Span) -> Box<Problem> {
        let line_start = self.lines.line_start(self.lines.line(at.start));
        let rest = self.source.get(line_start as usize..).unwrap_or_default();
        let indent = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let start = line_start + u32::try_from(indent.saturating_sub(1)).unwrap_or(0);
        Problem::of_class(SyntaxClass::IndentationError, "unexpected indent", Span { start, end: start + 1 })
    }

    /// The bracket that ends the arguments around token `nth`.
    fn closing(&self, at: Span, nth: usize) -> Span {
        let mut depth = 0usize;
        for lexeme in self.lexemes.get(nth..).unwrap_or_default() {
            if opens(lexeme.kind) {
                depth += 1;
            } else if shuts(lexeme.kind) {
                if depth == 0 {
                    return lexeme.span;
                }
                depth -= 1;
            }
        }
        at
    }

    fn expression(&self, at: Span) -> Option<Expr> {
        let text = text_at(self.source, at).trim();
        parse_expression(text).or_else(|_| parse_expression(&format!("({text})"))).ok().map(|parsed| parsed.into_expr())
    }

    fn kind_of(&self, at: Span) -> &'static str {
        if text_at(self.source, at).starts_with("yield") {
            return "yield expression";
        }
        if text_at(self.source, at).starts_with('*') {
            return "starred";
        }
        self.expression(at).map_or("expression", |expr| expression_name(&expr))
    }

    fn bad_target(&self, at: Span) -> Box<Problem> {
        let kind = self.kind_of(at);
        let nth = self.token_at(at.start);
        let bare = self.before(nth).is_none_or(|before| before.kind != TokenKind::Lpar);
        if kind == "yield expression" && bare {
            return Problem::syntax("assignment to yield expression not possible", at);
        }
        // `a = 1, b = 2`
        if let Some(head) =
            self.line_head(nth).filter(|head| head.kind == TokenKind::Name && head.span.start < at.start)
        {
            let sign = self.token_at(head.span.end);
            if self.get(sign).is_some_and(|sign| sign.kind == TokenKind::Equal)
                && let Some(problem) = self.perhaps_equal(head.span, sign)
            {
                return problem;
            }
        }
        // Parentheses around the target alone belong to it.
        let mut first = self.token_at(at.start);
        let mut next = self.token_at(at.end);
        while self.before(first).is_some_and(|lexeme| lexeme.kind == TokenKind::Lpar)
            && self.get(next).is_some_and(|lexeme| lexeme.kind == TokenKind::Rpar)
        {
            first -= 1;
            next += 1;
        }
        let assigned = self.get(next).is_some_and(|lexeme| lexeme.kind == TokenKind::Equal);
        let chained = {
            let rest = self.lexemes.get(next + 1..).unwrap_or_default();
            rest.iter()
                .take_while(|lexeme| lexeme.kind != TokenKind::Newline)
                .any(|lexeme| lexeme.kind == TokenKind::Equal)
        };
        let operand = match self.expression(at) {
            Some(Expr::UnaryOp(e)) => e.op != UnaryOp::Not,
            Some(
                Expr::BoolOp(_)
                | Expr::Compare(_)
                | Expr::If(_)
                | Expr::Lambda(_)
                | Expr::Generator(_)
                | Expr::Tuple(_)
                | Expr::List(_)
                | Expr::BooleanLiteral(_)
                | Expr::NoneLiteral(_)
                | Expr::Starred(_),
            )
            | None => false,
            Some(_) => true,
        };
        let message = if assigned && operand && !chained {
            format!("cannot assign to {kind} here. Maybe you meant '==' instead of '='?")
        } else {
            format!("cannot assign to {kind}")
        };
        Problem::syntax(message, at)
    }
}

/// CPython's word for a kind of expression (`_PyPegen_get_expr_name`).
fn expression_name(expr: &Expr) -> &'static str {
    match expr {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) | Expr::TString(_) => "f-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(e) if e.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) | Expr::Slice(_) | Expr::IpyEscapeCommand(_) => {
            "expression"
        }
    }
}
