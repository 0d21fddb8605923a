//! Where a traceback puts `^` inside `~~~~`: the operator of a binary expression, the brackets of a subscript.

use ruff_python_ast::Expr;
use ruff_python_parser::parse_expression;
use ruff_text_size::Ranged;

/// Byte range of the operator or of the brackets in the text of one expression; `None` for any other expression.
#[must_use]
pub fn caret_anchors(segment: &str) -> Option<(usize, usize)> {
    const MAX: usize = 2000;
    if segment.len() > MAX || super::depth::check(segment).is_some() {
        return None;
    }
    let parsed = parse_expression(segment).ok()?;
    match parsed.expr() {
        Expr::BinOp(op) => {
            let after_left = op.left.range().end().to_usize();
            let between = segment.get(after_left..op.right.range().start().to_usize())?;
            let at = after_left + between.find(|c: char| !c.is_whitespace() && c != ')' && c != '\\')?;
            let width = op.op.as_str().len();
            Some((at, at + width))
        }
        Expr::Subscript(s) => {
            let after = s.value.range().end().to_usize();
            let open = after + segment.get(after..)?.find('[')?;
            Some((open, s.range().end().to_usize()))
        }
        _ => None,
    }
}
