//! Tokens with their byte ranges, and small questions about them.

use ruff_python_ast::Mod;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Parsed;
use ruff_text_size::Ranged;

use crate::code::Span;
use crate::scope::span_of;

#[derive(Clone, Copy, Debug)]
pub struct Lexeme {
    pub kind: TokenKind,
    pub span: Span,
}

/// All tokens but comments and line breaks inside brackets.
pub fn lexemes(parsed: &Parsed<Mod>) -> Vec<Lexeme> {
    parsed
        .tokens()
        .iter()
        .map(|token| Lexeme { kind: token.kind(), span: span_of(token.range()) })
        .filter(|lexeme| !matches!(lexeme.kind, TokenKind::Comment | TokenKind::NonLogicalNewline))
        .collect()
}

pub fn text_at(source: &str, span: Span) -> &str {
    source.get(span.start as usize..span.end as usize).unwrap_or_default()
}

/// May begin an expression, and cannot continue one.
pub fn begins_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Ellipsis
            | TokenKind::Lbrace
            | TokenKind::Lambda
            | TokenKind::Await
            | TokenKind::Tilde
    ) || kind.is_soft_keyword()
}

/// May end an expression.
pub fn ends_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringEnd
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Ellipsis
            | TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
    ) || kind.is_soft_keyword()
}

pub fn opens(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart)
}

pub fn shuts(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd)
}
