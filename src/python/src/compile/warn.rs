//! What CPython's compiler warns of: code that is legal, and hardly meant.

use ruff_python_ast::{self as ast, CmpOp, Expr, Number};

use super::{Compiler, span};
use crate::code::Span;

impl<'a> Compiler<'a> {
    fn warn(&mut self, at: Span, message: String) {
        let line = self.lines.line(at.start);
        if !self.warnings.iter().any(|(before, text)| *before == line && *text == message) {
            self.warnings.push((line, message));
        }
    }

    /// `x is 5`.
    pub(super) fn warn_of_identity(&mut self, e: &'a ast::ExprCompare) {
        let mut left = e.left.as_ref();
        for (op, right) in e.ops.iter().zip(&e.comparators) {
            let literal =
                |e: &Expr| matches!(e, Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_));
            let words = match op {
                CmpOp::Is => ("is", "=="),
                CmpOp::IsNot => ("is not", "!="),
                _ => ("", ""),
            };
            if !words.0.is_empty() && (literal(left) || literal(right)) {
                self.warn(span(e), format!("\"{}\" with a literal. Did you mean \"{}\"?", words.0, words.1));
            }
            left = right;
        }
    }

    /// `assert (condition, message)`.
    pub(super) fn warn_of_assertion(&mut self, test: &'a Expr) {
        if matches!(test, Expr::Tuple(tuple) if !tuple.elts.is_empty()) {
            self.warn(span(test), "assertion is always true, perhaps remove parentheses?".to_owned());
        }
    }

    /// `(1, 2) (3, 4)`: a comma is missing.
    pub(super) fn warn_of_call(&mut self, e: &'a ast::ExprCall) {
        if let Some(kind) = type_of(&e.func).filter(|kind| *kind != "function") {
            self.warn(span(e), format!("'{kind}' object is not callable; perhaps you missed a comma?"));
        }
    }

    /// `[1, 2] [3, 4]`: likewise.
    pub(super) fn warn_of_subscript(&mut self, e: &'a ast::ExprSubscript) {
        let Some(kind) = type_of(&e.value) else { return };
        match kind {
            "str" | "bytes" | "list" | "tuple" => match type_of(&e.slice) {
                None | Some("int" | "bool") => {}
                Some(index) => self.warn(
                    span(e),
                    format!("{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?"),
                ),
            },
            "dict" => {}
            _ => self.warn(span(e), format!("'{kind}' object is not subscriptable; perhaps you missed a comma?")),
        }
    }
}

/// The type that an expression has whatever happens.
fn type_of(e: &Expr) -> Option<&'static str> {
    Some(match e {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::StringLiteral(_) | Expr::FString(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::BooleanLiteral(_) => "bool",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        _ => return None,
    })
}
