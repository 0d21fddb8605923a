//! Where a frame pauses: `yield`, `yield from`, `await`, `async for`.

use ruff_python_ast::{self as ast, Expr};

use super::flow::BlockKind;
use super::unit::{Label, Reg};
use super::{Compiler, Outcome, span};
use crate::code::{CodeKind, Flavour, Op, Span};
use crate::syntax::Problem;

impl<'a> Compiler<'a> {
    fn in_function(&self) -> bool {
        matches!(self.unit.kind, CodeKind::Function | CodeKind::Lambda | CodeKind::Comprehension)
    }

    pub(super) fn is_async(&self) -> bool {
        matches!(self.unit.flavour, Flavour::Coroutine | Flavour::AsyncGenerator)
    }

    pub(super) fn check_async(&self, at: Span, message: &str) -> Outcome<()> {
        if self.is_async() { Ok(()) } else { Err(Problem::syntax(message, at)) }
    }

    pub(super) fn yield_expression(&mut self, e: &'a ast::ExprYield, to: Reg) -> Outcome<()> {
        let at = span(e);
        if !self.in_function() {
            return Err(Problem::syntax("'yield' outside function", at));
        }
        let value = match &e.value {
            Some(value) => self.any(value)?,
            None => {
                let none = self.unit.alloc(at)?;
                self.emit(at, Op::LoadNone, none, 0, 0, 0);
                none
            }
        };
        let in_async = u8::from(self.unit.flavour == Flavour::AsyncGenerator);
        let handling = self.is_handling();
        self.emit(at, Op::Yield, to, value, in_async, handling.into());
        Ok(())
    }

    pub(super) fn yield_from(&mut self, e: &'a ast::ExprYieldFrom, to: Reg) -> Outcome<()> {
        let at = span(e);
        if !self.in_function() {
            return Err(Problem::syntax("'yield' outside function", at));
        }
        if self.is_async() {
            return Err(Problem::syntax("'yield from' inside async function", at));
        }
        let delegate = self.delegate_register(at, to)?;
        let source = self.operand(&e.value, delegate)?;
        self.emit(at, Op::GetYieldFrom, delegate, source, 0, 0);
        self.delegate(at, delegate, to)
    }

    pub(super) fn await_expression(&mut self, e: &'a ast::ExprAwait, to: Reg) -> Outcome<()> {
        let at = span(e);
        if !self.in_function() {
            return Err(Problem::syntax("'await' outside function", at));
        }
        if !self.is_async() && self.unit.kind != CodeKind::Comprehension {
            return Err(Problem::syntax("'await' outside async function", at));
        }
        let delegate = self.delegate_register(at, to)?;
        let source = self.operand(&e.value, delegate)?;
        self.emit(at, Op::GetAwaitable, delegate, source, 0, 0);
        self.delegate(at, delegate, to)
    }

    /// Where what is awaited lies: in the result's own place, so that what an earlier statement left there keeps nothing
    /// alive while the frame is suspended.
    fn delegate_register(&mut self, at: Span, to: Reg) -> Outcome<Reg> {
        if self.unit.is_temp(to) { Ok(to) } else { self.unit.alloc(at) }
    }

    /// `R[register] = await R[register]`.
    pub(super) fn await_in_place(&mut self, at: Span, register: Reg) -> Outcome<()> {
        let mark = self.unit.mark();
        let delegate = self.unit.alloc(at)?;
        self.emit(at, Op::GetAwaitable, delegate, register, 0, 0);
        self.delegate(at, delegate, register)?;
        self.unit.release(mark);
        Ok(())
    }

    /// Sends to `R[delegate]` until it returns; its result goes to `to`.
    fn delegate(&mut self, at: Span, delegate: Reg, to: Reg) -> Outcome<()> {
        let value = self.unit.alloc(at)?;
        self.emit(at, Op::LoadNone, value, 0, 0, 0);
        let head = self.unit.label();
        let done = self.unit.label();
        self.unit.bind(head);
        self.jump(at, Op::Send, delegate, value, 0, done);
        let handling = self.is_handling();
        self.emit(at, Op::YieldDelegate, delegate, value, 0, handling.into());
        self.jump(at, Op::Jump, 0, 0, 0, head);
        self.unit.bind(done);
        self.move_to(at, to, value);
        Ok(())
    }

    /// `async for` over the asynchronous iterator in `R[iterator]`: one turn's value goes to `each`, which writes the
    /// body; afterwards control is at the loop's natural end.
    pub(super) fn async_loop(
        &mut self,
        at: Span,
        iterator: Reg,
        head: Label,
        each: impl FnOnce(&mut Self, Reg) -> Outcome<()>,
    ) -> Outcome<()> {
        let mark = self.unit.mark();
        let ended = self.unit.label();
        let exhausted = self.unit.label();
        self.unit.bind(head);
        self.open(BlockKind::Guarded, at, Some(ended))?;
        let delegate = self.unit.alloc(at)?;
        self.emit(at, Op::GetANext, delegate, iterator, 0, 0);
        self.delegate(at, delegate, delegate)?;
        self.unit.release(u16::from(delegate) + 1);
        let region = self.close();
        each(self, delegate)?;
        self.jump(at, Op::JumpBack, 0, 0, 0, head);
        self.unit.release(mark);
        let exception = self.unit.alloc(at)?;
        self.enter_handler(region, exception);
        self.jump(at, Op::EndAsyncFor, exception, 0, 0, exhausted);
        // Either jumps or raises: nothing falls through.
        self.unit.set_state(None);
        self.unit.bind(exhausted);
        self.unit.release(mark);
        Ok(())
    }

    pub(super) fn async_iterator(&mut self, expr: &'a Expr, to: Reg) -> Outcome<()> {
        let source = self.operand(expr, to)?;
        self.emit(span(expr), Op::GetAIter, to, source, 0, 0);
        Ok(())
    }
}
