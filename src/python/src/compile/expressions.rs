//! Expressions that have no module of their own.
//!
//! Keeps true: a destination that is a local is written by the last instruction of its expression only, so a failing or
//! self-referring assignment never sees half a result.

use ruff_python_ast::{self as ast, CmpOp, Expr, Operator, UnaryOp};
use ruff_text_size::Ranged;

use super::constants::small_int;
use super::unit::Reg;
use super::{Compiler, Outcome, span};
use crate::code::{Const, Op, Span};
use crate::scope::ScopeKind;
use crate::syntax::Problem;

impl<'a> Compiler<'a> {
    /// Evaluates into a register of the compiler's choice: a local's own one, or a new temporary.
    pub(super) fn any(&mut self, expr: &'a Expr) -> Outcome<Reg> {
        if let Expr::Name(name) = expr
            && let Some(register) = self.local_in_place(span(expr), &name.id)
        {
            return Ok(register);
        }
        self.push(expr)
    }

    /// Evaluates into a new temporary on top.
    pub(super) fn push(&mut self, expr: &'a Expr) -> Outcome<Reg> {
        let register = self.unit.alloc(span(expr))?;
        self.to(expr, register)?;
        Ok(register)
    }

    /// As `any`, but a temporary that waits for the result anyway may hold the operand.
    pub(super) fn operand(&mut self, expr: &'a Expr, result: Reg) -> Outcome<Reg> {
        if let Expr::Name(name) = expr
            && let Some(register) = self.local_in_place(span(expr), &name.id)
        {
            return Ok(register);
        }
        if self.unit.is_temp(result) {
            self.to(expr, result)?;
            Ok(result)
        } else {
            self.push(expr)
        }
    }

    /// Evaluates for its effects.
    pub(super) fn discard(&mut self, expr: &'a Expr) -> Outcome<()> {
        let mark = self.unit.mark();
        self.any(expr)?;
        self.unit.release(mark);
        Ok(())
    }

    /// Evaluates into `to`; temporaries are released.
    pub(super) fn to(&mut self, expr: &'a Expr, to: Reg) -> Outcome<()> {
        let mark = self.unit.mark();
        self.evaluate(expr, to)?;
        self.unit.release(mark);
        Ok(())
    }

    fn evaluate(&mut self, expr: &'a Expr, to: Reg) -> Outcome<()> {
        let at = span(expr);
        if let Some(value) = self.fold(expr)? {
            self.load_const(at, to, value);
            return Ok(());
        }
        match expr {
            Expr::Name(e) => {
                self.load_name(at, &e.id, to);
                Ok(())
            }
            Expr::BinOp(_) => self.binary(expr, to),
            Expr::UnaryOp(e) => {
                let op = match e.op {
                    UnaryOp::Invert => Op::Invert,
                    UnaryOp::Not => Op::Not,
                    UnaryOp::UAdd => Op::Pos,
                    UnaryOp::USub => Op::Neg,
                };
                let operand = self.operand(&e.operand, to)?;
                self.emit(at, op, to, operand, 0, 0);
                Ok(())
            }
            Expr::Compare(e) => self.compare(e, to),
            Expr::BoolOp(e) => self.bool_op(e, to),
            Expr::If(e) => self.if_expression(e, to),
            Expr::Named(e) => self.named(e, to),
            Expr::Call(e) => {
                self.warn_of_call(e);
                self.call(e, to)
            }
            Expr::Attribute(e) => {
                let object = self.operand(&e.value, to)?;
                let site = self.attribute_site(&e.attr);
                self.emit(at, Op::GetAttr, to, object, 0, site);
                Ok(())
            }
            Expr::Subscript(e) => {
                self.warn_of_subscript(e);
                let object = self.operand(&e.value, to)?;
                let index = self.any(&e.slice)?;
                self.emit(at, Op::GetItem, to, object, index, 0);
                Ok(())
            }
            Expr::Slice(e) => self.slice(e, to),
            Expr::List(e) => self.list_display(&e.elts, at, to),
            Expr::Tuple(e) => self.tuple_display(&e.elts, at, to),
            Expr::Set(e) => self.set_display(&e.elts, at, to),
            Expr::Dict(e) => self.dict_display(e, to),
            Expr::FString(e) => self.f_string(e, to),
            Expr::TString(_) => Err(Problem::unsupported("a template string", at)),
            Expr::Lambda(e) => self.lambda(e, to),
            Expr::ListComp(e) => self.comprehension(
                ScopeKind::ListComp,
                expr.range(),
                &e.generators,
                super::comprehensions::Element::One(&e.elt),
                to,
            ),
            Expr::SetComp(e) => self.comprehension(
                ScopeKind::SetComp,
                expr.range(),
                &e.generators,
                super::comprehensions::Element::One(&e.elt),
                to,
            ),
            Expr::DictComp(e) => match &e.key {
                Some(key) => self.comprehension(
                    ScopeKind::DictComp,
                    expr.range(),
                    &e.generators,
                    super::comprehensions::Element::Pair(key, &e.value),
                    to,
                ),
                None => Err(Problem::syntax("dict unpacking cannot be used in dict comprehension", at)),
            },
            Expr::Generator(e) => self.comprehension(
                ScopeKind::GeneratorExpr,
                expr.range(),
                &e.generators,
                super::comprehensions::Element::One(&e.elt),
                to,
            ),
            Expr::Await(e) => self.await_expression(e, to),
            Expr::Yield(e) => self.yield_expression(e, to),
            Expr::YieldFrom(e) => self.yield_from(e, to),
            Expr::Starred(_) => Err(Problem::syntax("can't use starred expression here", at)),
            Expr::IpyEscapeCommand(_) => Err(Problem::syntax("invalid syntax", at)),
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => Ok(()),
        }
    }

    pub(super) fn attribute_site(&mut self, name: &str) -> u32 {
        let sym = self.sym(name);
        let text = self.text(sym);
        self.unit.site(&text)
    }

    /// The left spine of a chain of binary operators, without recursion.
    fn binary(&mut self, expr: &'a Expr, to: Reg) -> Outcome<()> {
        let mut chain = Vec::new();
        let mut base = expr;
        while let Expr::BinOp(e) = base {
            chain.push(e);
            base = &e.left;
            if matches!(self.fold(base), Ok(Some(_))) {
                break;
            }
        }
        let scratch = if self.unit.is_temp(to) || chain.len() == 1 { to } else { self.unit.alloc(span(expr))? };
        let mut left = self.operand(base, scratch)?;
        for (nth, e) in chain.iter().enumerate().rev() {
            let result = if nth == 0 { to } else { scratch };
            let mark = self.unit.mark();
            self.binary_step(span(*e), e.op, left, &e.right, result, false)?;
            self.unit.release(mark);
            left = result;
        }
        Ok(())
    }

    /// `to = left op right`; `in_place` for augmented assignment.
    pub(super) fn binary_step(
        &mut self,
        at: Span,
        op: Operator,
        left: Reg,
        right: &'a Expr,
        to: Reg,
        in_place: bool,
    ) -> Outcome<()> {
        if let (Operator::Add | Operator::Sub, Some(number)) = (op, small_int(right)) {
            let op = if op == Operator::Add { Op::AddInt } else { Op::SubInt };
            self.emit(at, op, to, left, u8::from(in_place), number.cast_unsigned());
            return Ok(());
        }
        let right = self.any(right)?;
        let op = match op {
            Operator::Add => Op::Add,
            Operator::Sub => Op::Sub,
            Operator::Mult => Op::Mul,
            Operator::MatMult => Op::MatMul,
            Operator::Div => Op::TrueDiv,
            Operator::Mod => Op::Mod,
            Operator::Pow => Op::Pow,
            Operator::LShift => Op::LShift,
            Operator::RShift => Op::RShift,
            Operator::BitOr => Op::Or,
            Operator::BitXor => Op::Xor,
            Operator::BitAnd => Op::And,
            Operator::FloorDiv => Op::FloorDiv,
        };
        self.emit(at, op, to, left, right, u32::from(in_place));
        Ok(())
    }

    /// The right side of a comparison; a list or set of constants after `in` becomes a constant.
    pub(super) fn comparator(&mut self, op: CmpOp, expr: &'a Expr) -> Outcome<Reg> {
        if matches!(op, CmpOp::In | CmpOp::NotIn)
            && let Expr::List(ast::ExprList { elts, .. }) | Expr::Set(ast::ExprSet { elts, .. }) = expr
        {
            let mut items = Vec::with_capacity(elts.len());
            for item in elts {
                match self.fold(item)? {
                    Some(value) => items.push(value),
                    None => return self.any(expr),
                }
            }
            let value = if matches!(expr, Expr::List(_)) { Const::Tuple(items) } else { Const::FrozenSet(items) };
            let register = self.unit.alloc(span(expr))?;
            self.load_const(span(expr), register, value);
            return Ok(register);
        }
        self.any(expr)
    }

    fn compare(&mut self, e: &'a ast::ExprCompare, to: Reg) -> Outcome<()> {
        let at = span(e);
        self.warn_of_identity(e);
        let (Some(op), Some(right)) = (e.ops.first(), e.comparators.first()) else {
            return Ok(());
        };
        if e.ops.len() == 1 {
            let left = self.operand(&e.left, to)?;
            let right = self.comparator(*op, right)?;
            self.emit(at, compare_op(*op), to, left, right, 0);
            return Ok(());
        }
        // a < b < c: the middle value is computed once; the first false result is the answer.
        let result = self.unit.alloc(at)?;
        let done = self.unit.label();
        let mut left = self.any(&e.left)?;
        let last = e.ops.len() - 1;
        for (nth, (op, right)) in e.ops.iter().zip(&e.comparators).enumerate() {
            let right = self.comparator(*op, right)?;
            self.emit(at, compare_op(*op), result, left, right, 0);
            if nth < last {
                self.jump(at, Op::JumpIfFalse, result, 0, 0, done);
            }
            left = right;
        }
        self.unit.bind(done);
        self.move_to(at, to, result);
        Ok(())
    }

    fn bool_op(&mut self, e: &'a ast::ExprBoolOp, to: Reg) -> Outcome<()> {
        let at = span(e);
        let result = if self.unit.is_temp(to) { to } else { self.unit.alloc(at)? };
        let done = self.unit.label();
        let op = match e.op {
            ast::BoolOp::And => Op::JumpIfFalse,
            ast::BoolOp::Or => Op::JumpIfTrue,
        };
        let last = e.values.len().saturating_sub(1);
        for (nth, value) in e.values.iter().enumerate() {
            self.to(value, result)?;
            if nth < last {
                self.jump(span(value), op, result, 0, 0, done);
            }
        }
        self.unit.bind(done);
        self.move_to(at, to, result);
        Ok(())
    }

    fn if_expression(&mut self, e: &'a ast::ExprIf, to: Reg) -> Outcome<()> {
        let otherwise = self.unit.label();
        let done = self.unit.label();
        self.jump_if(&e.test, false, otherwise)?;
        self.to(&e.body, to)?;
        self.jump(span(e), Op::Jump, 0, 0, 0, done);
        self.unit.bind(otherwise);
        self.to(&e.orelse, to)?;
        self.unit.bind(done);
        Ok(())
    }

    fn named(&mut self, e: &'a ast::ExprNamed, to: Reg) -> Outcome<()> {
        let Expr::Name(name) = e.target.as_ref() else {
            return Err(Problem::syntax("invalid syntax", span(e)));
        };
        let result = if self.unit.is_temp(to) { to } else { self.unit.alloc(span(e))? };
        self.to(&e.value, result)?;
        self.store_name(span(e.target.as_ref()), &name.id, result)?;
        self.move_to(span(e), to, result);
        Ok(())
    }

    fn slice(&mut self, e: &'a ast::ExprSlice, to: Reg) -> Outcome<()> {
        let at = span(e);
        let mut first = None;
        for part in [&e.lower, &e.upper, &e.step] {
            let register = self.unit.alloc(at)?;
            first = first.or(Some(register));
            match part {
                Some(part) => self.to(part, register)?,
                None => self.emit(at, Op::LoadNone, register, 0, 0, 0),
            }
        }
        self.emit(at, Op::BuildSlice, to, first.unwrap_or(to), 0, 0);
        Ok(())
    }
}

pub(super) fn compare_op(op: CmpOp) -> Op {
    match op {
        CmpOp::Eq => Op::Eq,
        CmpOp::NotEq => Op::Ne,
        CmpOp::Lt => Op::Lt,
        CmpOp::LtE => Op::Le,
        CmpOp::Gt => Op::Gt,
        CmpOp::GtE => Op::Ge,
        CmpOp::Is => Op::Is,
        CmpOp::IsNot => Op::IsNot,
        CmpOp::In => Op::In,
        CmpOp::NotIn => Op::NotIn,
    }
}
