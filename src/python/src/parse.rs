//! Source text to syntax tree. The only module, with `scope` and `compile`, that names the parser's types.
//!
//! Keeps true: what is handed on is free of syntax errors and shallow enough for recursive walks on a small stack.

mod anchors;
mod depth;
mod messages;
mod tokenizer;
mod tokens;

use ruff_python_ast::{Expr, Mod, PythonVersion, Stmt};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

pub use anchors::caret_anchors;

use crate::syntax::Problem;

/// A syntax tree without mistakes.
#[derive(Debug)]
pub enum Tree {
    Module(Vec<Stmt>),
    Expression(Box<Expr>),
}

/// Parses a source text; the first problem is the one that CPython would report.
pub fn parse(source: &str, expression: bool) -> Result<Tree, Vec<Problem>> {
    if let Some(problem) = depth::check(source) {
        return Err(vec![*problem]);
    }
    let mode = if expression { Mode::Expression } else { Mode::Module };
    let options = ParseOptions::from(mode).with_target_version(PythonVersion::PY313);
    let parsed = parse_unchecked(source, options);
    if parsed.has_invalid_syntax() {
        return Err(messages::translate(source, &parsed));
    }
    if let Some(problem) = messages::version_problem(&parsed) {
        return Err(vec![*problem]);
    }
    match parsed.into_syntax() {
        Mod::Module(module) => Ok(Tree::Module(module.body.into_iter().collect())),
        Mod::Expression(expression) => Ok(Tree::Expression(expression.body)),
    }
}
