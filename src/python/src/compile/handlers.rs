//! `try` and `with`.
//!
//! A `finally` body is written once per way out. The handled exception is a stack of one register per nesting: every
//! handler saves the exception that was being handled before it and puts it back.

use ruff_python_ast::{self as ast, ExceptHandler, Expr, Stmt};

use super::flow::{BlockKind, Region};
use super::unit::Reg;
use super::{Compiler, Outcome, span};
use crate::code::{Op, Span};
use crate::syntax::Problem;

impl<'a> Compiler<'a> {
    pub(super) fn try_statement(&mut self, s: &'a ast::StmtTry) -> Outcome<()> {
        if s.finalbody.is_empty() {
            return self.try_handlers(s);
        }
        let at = span(s);
        let at = Span { end: at.start + 3, ..at };
        let handler = self.unit.label();
        let end = self.unit.label();
        self.open(BlockKind::Finally { body: &s.finalbody }, at, Some(handler))?;
        if s.handlers.is_empty() {
            self.block(&s.body)?;
        } else {
            self.try_handlers(s)?;
        }
        let region = self.close();
        self.block(&s.finalbody)?;
        self.jump(at, Op::Jump, 0, 0, 0, end);
        self.handling(region, at, |compiler, _, _| compiler.block(&s.finalbody))?;
        self.unit.bind(end);
        Ok(())
    }

    /// A handler: takes the exception, runs `body(exception, saved)`, and re-raises where that falls through.
    fn handling(
        &mut self,
        region: Option<Region>,
        at: Span,
        body: impl FnOnce(&mut Self, Reg, Reg) -> Outcome<()>,
    ) -> Outcome<()> {
        let mark = self.unit.mark();
        let exception = self.unit.alloc(at)?;
        let saved = self.unit.alloc(at)?;
        self.enter_handler(region, exception);
        let outermost = !self.is_handling();
        self.emit(at, Op::PushExc, exception, saved, outermost.into(), 0);
        // An exception that leaves the frame restores the handled one by itself.
        let cleanup = self.is_protected().then(|| self.unit.label());
        self.open(BlockKind::Handling { saved }, at, cleanup)?;
        body(self, exception, saved)?;
        let region = self.close();
        self.emit(at, Op::PopExc, 0, saved, 0, 0);
        self.emit(at, Op::Reraise, exception, 0, 0, 0);
        if region.is_some() {
            self.enter_handler(region, exception);
            self.emit(at, Op::PopExc, 0, saved, 0, 0);
            self.emit(at, Op::Reraise, exception, 0, 0, 0);
        }
        self.unit.release(mark);
        Ok(())
    }

    fn try_handlers(&mut self, s: &'a ast::StmtTry) -> Outcome<()> {
        let at = span(s);
        let at = Span { end: at.start + 3, ..at };
        let handler = self.unit.label();
        let end = self.unit.label();
        self.open(BlockKind::Guarded, at, Some(handler))?;
        self.guarded += 1;
        self.block(&s.body)?;
        self.guarded -= 1;
        let region = self.close();
        self.block(&s.orelse)?;
        self.jump(at, Op::Jump, 0, 0, 0, end);
        let last = s.handlers.len().saturating_sub(1);
        self.handling(region, at, |compiler, exception, saved| {
            if s.is_star {
                return compiler.group_handlers(s, exception, saved, end);
            }
            for (nth, ExceptHandler::ExceptHandler(handler)) in s.handlers.iter().enumerate() {
                let next = compiler.unit.label();
                let place = span(handler);
                match &handler.type_ {
                    Some(class) => compiler.match_exception(class, exception, next)?,
                    None if nth < last => {
                        return Err(Problem::syntax("default 'except:' must be last", place));
                    }
                    None => {}
                }
                compiler.named_body(handler, exception)?;
                compiler.emit(place, Op::PopExc, 0, saved, 0, 0);
                compiler.jump(place, Op::Jump, 0, 0, 0, end);
                compiler.unit.bind(next);
            }
            Ok(())
        })?;
        self.unit.bind(end);
        Ok(())
    }

    fn match_exception(&mut self, class: &'a Expr, exception: Reg, next: super::unit::Label) -> Outcome<()> {
        let at = span(class);
        let mark = self.unit.mark();
        let class = self.any(class)?;
        let result = self.unit.alloc(at)?;
        self.emit(at, Op::ExcMatch, result, exception, class, 0);
        self.jump(at, Op::JumpIfFalse, result, 0, 0, next);
        self.unit.release(mark);
        Ok(())
    }

    /// The body of a handler; a name is bound to `R[exception]` and unbound on every way out.
    fn named_body(&mut self, handler: &'a ast::ExceptHandlerExceptHandler, exception: Reg) -> Outcome<()> {
        let Some(name) = &handler.name else {
            return self.block(&handler.body);
        };
        let at = span(name);
        self.store_name(at, name, exception)?;
        let cleanup = self.unit.label();
        self.open(BlockKind::Naming { name }, at, Some(cleanup))?;
        self.block(&handler.body)?;
        let region = self.close();
        self.clear_name(at, name)?;
        let end = self.unit.label();
        self.jump(at, Op::Jump, 0, 0, 0, end);
        let mark = self.unit.mark();
        let failure = self.unit.alloc(at)?;
        self.enter_handler(region, failure);
        self.clear_name(at, name)?;
        self.emit(at, Op::Reraise, failure, 0, 0, 0);
        self.unit.release(mark);
        self.unit.bind(end);
        Ok(())
    }

    /// The clauses of `except*`: each takes its part of the group; what they raise and what nobody took is raised
    /// again together.
    fn group_handlers(
        &mut self,
        s: &'a ast::StmtTry,
        exception: Reg,
        saved: Reg,
        end: super::unit::Label,
    ) -> Outcome<()> {
        let at = span(s);
        let at = Span { end: at.start + 3, ..at };
        let rest = self.unit.alloc(at)?;
        self.move_to(at, rest, exception);
        let raised = self.unit.alloc(at)?;
        self.emit(at, Op::BuildList, raised, raised, 0, 0);
        for ExceptHandler::ExceptHandler(handler) in &s.handlers {
            let place = span(handler);
            let mark = self.unit.mark();
            let Some(class) = &handler.type_ else {
                return Err(Problem::syntax("expected one or more exception types", place));
            };
            let next = self.unit.label();
            let part = self.unit.alloc(place)?;
            let before = self.unit.alloc(place)?;
            let class_at = span(class.as_ref());
            let class = self.any(class)?;
            self.emit(class_at, Op::ExcGroupMatch, part, rest, class, 0);
            self.jump(class_at, Op::JumpIfNone, part, 0, 0, next);
            self.emit(place, Op::PushExc, part, before, 0, 0);
            let failed = self.unit.label();
            self.open(BlockKind::Group, place, Some(failed))?;
            self.named_body(handler, part)?;
            let region = self.close();
            self.emit(place, Op::PopExc, 0, before, 0, 0);
            self.jump(place, Op::Jump, 0, 0, 0, next);
            let failure = self.unit.alloc(place)?;
            self.enter_handler(region, failure);
            self.emit(place, Op::PopExc, 0, before, 0, 0);
            self.emit(place, Op::ListAppend, raised, failure, 0, 0);
            self.unit.bind(next);
            self.unit.release(mark);
        }
        let none_left = self.unit.label();
        self.jump(at, Op::JumpIfNone, rest, 0, 0, none_left);
        self.emit(at, Op::ListAppend, raised, rest, 0, 0);
        self.unit.bind(none_left);
        let done = self.unit.label();
        self.emit(at, Op::ExcGroupRest, rest, raised, exception, 0);
        self.jump(at, Op::JumpIfNone, rest, 0, 0, done);
        // Falls out of the handler: the caller re-raises what is in the exception register.
        self.move_to(at, exception, rest);
        let reraise = self.unit.label();
        self.jump(at, Op::Jump, 0, 0, 0, reraise);
        self.unit.bind(done);
        self.emit(at, Op::PopExc, 0, saved, 0, 0);
        self.jump(at, Op::Jump, 0, 0, 0, end);
        self.unit.bind(reraise);
        Ok(())
    }

    pub(super) fn with_statement(&mut self, s: &'a ast::StmtWith) -> Outcome<()> {
        if s.is_async {
            self.check_async(span(s), "'async with' outside async function")?;
        }
        self.with_items(&s.items, &s.body, s.is_async, span(s))
    }

    /// `whole` is the statement: a call of `__exit__` is placed there, as in CPython.
    fn with_items(&mut self, items: &'a [ast::WithItem], body: &'a [Stmt], is_async: bool, whole: Span) -> Outcome<()> {
        let Some((item, others)) = items.split_first() else {
            return self.block(body);
        };
        let at = span(&item.context_expr);
        let mark = self.unit.mark();
        let exit = self.unit.alloc(at)?;
        let value = self.unit.alloc(at)?;
        let manager = self.operand(&item.context_expr, value)?;
        if is_async {
            self.emit(at, Op::AsyncWithEnter, exit, manager, 0, 0);
            self.await_in_place(at, value)?;
        } else {
            self.emit(at, Op::WithEnter, exit, manager, 0, 0);
        }
        let handler = self.unit.label();
        let end = self.unit.label();
        self.open(BlockKind::With { exit, is_async }, whole, Some(handler))?;
        if let Some(target) = &item.optional_vars {
            self.store(target, value)?;
        }
        self.unit.release(u16::from(exit) + 1);
        self.with_items(others, body, is_async, whole)?;
        let at = whole;
        let region = self.close();
        self.with_exit(exit, is_async, at)?;
        self.jump(at, Op::Jump, 0, 0, 0, end);
        self.handling(region, at, |compiler, exception, saved| {
            let result = compiler.unit.alloc(at)?;
            compiler.move_to(at, result, exception);
            compiler.emit(at, Op::WithExit, exit, result, 1, 0);
            if is_async {
                compiler.await_in_place(at, result)?;
            }
            let propagate = compiler.unit.label();
            compiler.jump(at, Op::JumpIfFalse, result, 0, 0, propagate);
            compiler.emit(at, Op::PopExc, 0, saved, 0, 0);
            compiler.jump(at, Op::Jump, 0, 0, 0, end);
            compiler.unit.bind(propagate);
            Ok(())
        })?;
        self.unit.bind(end);
        self.unit.release(mark);
        Ok(())
    }

    /// The call of `__exit__` on a way out without an exception.
    pub(super) fn with_exit(&mut self, exit: Reg, is_async: bool, at: Span) -> Outcome<()> {
        let mark = self.unit.mark();
        let result = self.unit.alloc(at)?;
        self.emit(at, Op::WithExit, exit, result, 0, 0);
        if is_async {
            self.await_in_place(at, result)?;
        }
        self.unit.release(mark);
        Ok(())
    }
}
