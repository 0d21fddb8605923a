//! Conditions: expressions that are wanted only for where they jump.

use ruff_python_ast::{BoolOp, CmpOp, Expr, UnaryOp};

use super::constants::{small_int, truth};
use super::expressions::compare_op;
use super::unit::Label;
use super::{Compiler, Outcome, span};
use crate::code::{Const, Op, Span};

/// Constants that an 8-bit operand can name.
const MAX_OPERAND: u32 = 255;

impl<'a> Compiler<'a> {
    /// Jumps to `to` when the truth of `expr` is `sense`; falls through otherwise.
    pub(super) fn jump_if(&mut self, expr: &'a Expr, sense: bool, to: Label) -> Outcome<()> {
        let mark = self.unit.mark();
        self.jump_if_inner(expr, sense, to)?;
        self.unit.release(mark);
        Ok(())
    }

    fn jump_if_inner(&mut self, expr: &'a Expr, sense: bool, to: Label) -> Outcome<()> {
        let at = span(expr);
        if let Some(value) = self.fold(expr)? {
            if truth(&value) == sense {
                self.jump(at, Op::Jump, 0, 0, 0, to);
            }
            return Ok(());
        }
        match expr {
            Expr::UnaryOp(e) if e.op == UnaryOp::Not => self.jump_if(&e.operand, !sense, to),
            Expr::BoolOp(e) => {
                let Some((last, rest)) = e.values.split_last() else { return Ok(()) };
                // The value that decides early: true for `or`, false for `and`.
                let decides = e.op == BoolOp::Or;
                if decides == sense {
                    for value in rest {
                        self.jump_if(value, sense, to)?;
                    }
                    return self.jump_if(last, sense, to);
                }
                let skip = self.unit.label();
                for value in rest {
                    self.jump_if(value, decides, skip)?;
                }
                self.jump_if(last, sense, to)?;
                self.unit.bind(skip);
                Ok(())
            }
            Expr::If(e) => {
                let otherwise = self.unit.label();
                let done = self.unit.label();
                self.jump_if(&e.test, false, otherwise)?;
                self.jump_if(&e.body, sense, to)?;
                self.jump(at, Op::Jump, 0, 0, 0, done);
                self.unit.bind(otherwise);
                self.jump_if(&e.orelse, sense, to)?;
                self.unit.bind(done);
                Ok(())
            }
            Expr::Compare(e) => match (e.ops.split_last(), e.comparators.split_last()) {
                (Some((op, [])), Some((right, []))) => {
                    self.warn_of_identity(e);
                    self.jump_compare(at, *op, &e.left, right, sense, to)
                }
                (Some((last_op, ops)), Some((last, rights))) => {
                    let stop = if sense { self.unit.label() } else { to };
                    let mut left = self.any(&e.left)?;
                    for (op, right) in ops.iter().zip(rights) {
                        let right = self.comparator(*op, right)?;
                        self.jump_registers(at, *op, left, right, false, stop)?;
                        left = right;
                    }
                    let right = self.comparator(*last_op, last)?;
                    self.jump_registers(at, *last_op, left, right, sense, to)?;
                    if sense {
                        self.unit.bind(stop);
                    }
                    Ok(())
                }
                _ => Ok(()),
            },
            _ => {
                let value = self.any(expr)?;
                let op = if sense { Op::JumpIfTrue } else { Op::JumpIfFalse };
                self.jump(at, op, value, 0, 0, to);
                Ok(())
            }
        }
    }

    fn jump_compare(
        &mut self,
        at: Span,
        op: CmpOp,
        left: &'a Expr,
        right: &'a Expr,
        sense: bool,
        to: Label,
    ) -> Outcome<()> {
        let left = self.any(left)?;
        if matches!(op, CmpOp::Is | CmpOp::IsNot) && matches!(right, Expr::NoneLiteral(_)) {
            let op = if (op == CmpOp::Is) == sense { Op::JumpIfNone } else { Op::JumpIfNotNone };
            self.jump(at, op, left, 0, 0, to);
            return Ok(());
        }
        if let Some(number) = small_int(right) {
            let fused = match op {
                CmpOp::Lt => Some(Op::JumpLtK),
                CmpOp::LtE => Some(Op::JumpLeK),
                CmpOp::Eq => Some(Op::JumpEqK),
                CmpOp::NotEq => Some(Op::JumpNeK),
                CmpOp::Gt => Some(Op::JumpGtK),
                CmpOp::GtE => Some(Op::JumpGeK),
                _ => None,
            };
            if let Some(fused) = fused {
                let constant = self.unit.constant(Const::Int(i64::from(number)));
                if constant <= MAX_OPERAND {
                    let constant = u8::try_from(constant).unwrap_or_default();
                    self.jump(at, fused, u8::from(sense), left, constant, to);
                    return Ok(());
                }
            }
        }
        let right = self.comparator(op, right)?;
        self.jump_registers(at, op, left, right, sense, to)
    }

    fn jump_registers(&mut self, at: Span, op: CmpOp, left: u8, right: u8, sense: bool, to: Label) -> Outcome<()> {
        let fused = match op {
            CmpOp::Lt => Op::JumpLt,
            CmpOp::LtE => Op::JumpLe,
            CmpOp::Eq => Op::JumpEq,
            CmpOp::NotEq => Op::JumpNe,
            CmpOp::Gt => Op::JumpGt,
            CmpOp::GtE => Op::JumpGe,
            CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => {
                let mark = self.unit.mark();
                let result = self.unit.alloc(at)?;
                self.emit(at, compare_op(op), result, left, right, 0);
                let op = if sense { Op::JumpIfTrue } else { Op::JumpIfFalse };
                self.jump(at, op, result, 0, 0, to);
                self.unit.release(mark);
                return Ok(());
            }
        };
        self.jump(at, fused, u8::from(sense), left, right, to);
        Ok(())
    }
}
