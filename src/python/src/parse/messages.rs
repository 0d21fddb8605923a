//! The parser's errors in CPython's words.

use ruff_python_ast::Mod;
use ruff_python_parser::Parsed;

use crate::scope::span_of;
use crate::syntax::Problem;

pub fn translate(_source: &str, parsed: &Parsed<Mod>) -> Vec<Box<Problem>> {
    parsed.errors().iter().map(|error| Problem::syntax(error.error.to_string(), span_of(error.location))).collect()
}

pub fn version_problem(parsed: &Parsed<Mod>) -> Option<Box<Problem>> {
    let first = parsed.unsupported_syntax_errors().first()?;
    Some(Problem::syntax(first.to_string(), span_of(first.range)))
}
