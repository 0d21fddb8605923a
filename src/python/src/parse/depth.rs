//! Bounds the depth of a program before it is parsed: the parser, the walks over its tree and the tree's release
//! all recurse, and the stack of a browser's worker is small.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Mode;
use ruff_python_parser::lexer::lex;

use crate::code::Span;
use crate::syntax::{Problem, SyntaxClass};

/// CPython's limit (`MAXLEVEL` in `Parser/tokenizer.h`).
const BRACKETS: usize = 200;
/// CPython's limit (`MAXINDENT` there).
const INDENTS: usize = 100;
/// Brackets, and operators that nest to the right, calls and attributes, of one expression and those around it.
const NESTING: usize = 600;
/// Operators of one expression that nest to the left.
const CHAIN: usize = 2000;

#[derive(Clone, Copy, Default)]
struct Level {
    /// What lasts until the next comma or closing bracket.
    nesting: usize,
    /// What the next binary operator ends: attributes, calls, powers, signs.
    tight: usize,
    chain: usize,
}

impl Level {
    fn depth(self) -> usize {
        self.nesting + self.tight
    }
}

/// The first place that is too deep, if any.
pub fn check(source: &str) -> Option<Box<Problem>> {
    let mut lexer = lex(source, Mode::Module);
    let mut levels = vec![Level::default()];
    let mut indents = 0;
    let mut total = 0usize;
    let mut after_operand = false;
    loop {
        let kind = lexer.next_token();
        let mut nest = false;
        let mut tight = false;
        let mut chain = false;
        match kind {
            TokenKind::EndOfFile => return None,
            TokenKind::Indent => {
                indents += 1;
                if indents >= INDENTS {
                    let at = deepest_indent(source);
                    return Some(Problem::of_class(
                        SyntaxClass::IndentationError,
                        "too many levels of indentation",
                        at,
                    ));
                }
            }
            TokenKind::Dedent => indents = indents.saturating_sub(1),
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                if levels.len() > BRACKETS {
                    return Some(Problem::syntax("too many nested parentheses", deepest_bracket(source)));
                }
                // `a(…)(…)` and `a[…][…]` grow the expression outside the bracket.
                if after_operand && let Some(outer) = levels.last_mut() {
                    outer.tight += 1;
                    total += 1;
                }
                levels.push(Level { nesting: 1, ..Level::default() });
                total += 1;
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                if levels.len() > 1
                    && let Some(level) = levels.pop()
                {
                    total = total.saturating_sub(level.depth());
                }
            }
            TokenKind::Newline => {
                levels.truncate(1);
                if let Some(level) = levels.first_mut() {
                    *level = Level::default();
                }
                total = 0;
            }
            TokenKind::Comma | TokenKind::Semi => {
                let bracketed = levels.len() > 1;
                if let Some(level) = levels.last_mut() {
                    let base = usize::from(bracketed);
                    total = (total + base).saturating_sub(level.depth());
                    *level = Level { nesting: base, ..Level::default() };
                }
            }
            TokenKind::Dot | TokenKind::Tilde | TokenKind::DoubleStar => tight = true,
            TokenKind::Not
            | TokenKind::Lambda
            | TokenKind::If
            | TokenKind::Else
            | TokenKind::Await
            | TokenKind::Yield => nest = true,
            TokenKind::Plus
            | TokenKind::Minus
            | TokenKind::Star
            | TokenKind::Slash
            | TokenKind::DoubleSlash
            | TokenKind::Percent
            | TokenKind::At
            | TokenKind::Vbar
            | TokenKind::Amper
            | TokenKind::CircumFlex
            | TokenKind::LeftShift
            | TokenKind::RightShift => {
                tight = !after_operand;
                chain = after_operand;
            }
            _ => {}
        }
        after_operand = matches!(
            kind,
            TokenKind::Name
                | TokenKind::Int
                | TokenKind::Float
                | TokenKind::Complex
                | TokenKind::String
                | TokenKind::FStringEnd
                | TokenKind::Rpar
                | TokenKind::Rsqb
                | TokenKind::Rbrace
                | TokenKind::True
                | TokenKind::False
                | TokenKind::None
                | TokenKind::Ellipsis
        ) || kind.is_soft_keyword();
        if let Some(level) = levels.last_mut() {
            if chain {
                total = total.saturating_sub(level.tight);
                level.tight = 0;
            }
            level.nesting += usize::from(nest);
            level.tight += usize::from(tight);
            level.chain += usize::from(chain);
            total += usize::from(nest) + usize::from(tight);
            if total > NESTING || level.chain > CHAIN {
                return Some(Problem::unsupported("an expression nested this deep", deepest_bracket(source)));
            }
        }
    }
}

/// The first bracket beyond the limit, or the deepest one; strings are skipped roughly, which is good enough for a
/// place to point at.
fn deepest_bracket(source: &str) -> Span {
    let mut depth = 0usize;
    let mut deepest = (0, 0);
    let mut quote = None;
    let mut comment = false;
    for (at, c) in source.char_indices() {
        match (c, quote) {
            ('\n', _) => {
                comment = false;
                quote = None;
            }
            _ if comment => {}
            (c, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('#', None) => comment = true,
            ('"' | '\'', None) => quote = Some(c),
            ('(' | '[' | '{', None) => {
                depth += 1;
                if depth > deepest.0 {
                    deepest = (depth, at);
                }
                if depth > BRACKETS {
                    break;
                }
            }
            (')' | ']' | '}', None) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    let start = u32::try_from(deepest.1).unwrap_or(0);
    Span { start, end: start + 1 }
}

/// The line with the deepest indentation.
fn deepest_indent(source: &str) -> Span {
    let mut best = (0, 0);
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if indent > best.0 && !line.trim().is_empty() {
            best = (indent, start);
        }
        start += line.len();
    }
    let start = u32::try_from(best.1).unwrap_or(0);
    Span { start, end: start + u32::try_from(best.0).unwrap_or(0) }
}
