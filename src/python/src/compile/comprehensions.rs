//! Comprehensions and generator expressions: functions of one argument, the outermost iterator, as in CPython 3.11.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::TextRange;

use super::unit::Reg;
use super::{Compiler, Outcome, span};
use crate::code::{CodeKind, Flavour, Op, Span};
use crate::scope::ScopeKind;
use crate::syntax::Problem;

/// What a comprehension collects.
#[derive(Clone, Copy)]
pub(super) enum Element<'a> {
    One(&'a Expr),
    Pair(&'a Expr, &'a Expr),
}

impl<'a> Compiler<'a> {
    pub(super) fn comprehension(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        generators: &'a [ast::Comprehension],
        element: Element<'a>,
        to: Reg,
    ) -> Outcome<()> {
        let mut at = crate::scope::span_of(range);
        let around = self.source.get(at.start.saturating_sub(1) as usize..=at.end as usize);
        if kind == ScopeKind::GeneratorExpr && around.is_some_and(|t| t.starts_with('(') && t.ends_with(')')) {
            // the brackets of a call are those of its only argument too
            at = Span { start: at.start - 1, end: at.end + 1 };
        }
        let Some(first) = generators.first() else { return Ok(()) };
        let scope = self.find_scope(range, kind, at)?;
        let suspends = self.scopes.list[scope].has_await;
        let is_generator = kind == ScopeKind::GeneratorExpr;
        if suspends && !is_generator && !self.is_async() && self.unit.kind != CodeKind::Comprehension {
            return Err(Problem::syntax("asynchronous comprehension outside of an asynchronous function", at));
        }
        let child = match self.unit.child_of.get(&scope) {
            Some(child) => *child,
            None => {
                let name = self.scopes.list[scope].name.clone();
                self.enter(scope, CodeKind::Comprehension, &name, None, self.lines.line(at.start));
                self.unit.flavour = match (is_generator, suspends) {
                    (true, true) => Flavour::AsyncGenerator,
                    (true, false) => Flavour::Generator,
                    (false, true) => Flavour::Coroutine,
                    (false, false) => Flavour::Plain,
                };
                self.unit.params.positional = 1;
                let argument = self.scopes.interner.intern(".0");
                self.set_up_names(&[argument])?;
                self.begin_generator(at);
                self.comprehension_body(kind, at, generators, element)?;
                let code = self.exit()?;
                let child = self.unit.child(code);
                self.unit.child_of.insert(scope, child);
                child
            }
        };
        let reuse = self.unit.is_temp(to) && u16::from(to) + 1 == self.unit.mark();
        let base = if reuse { to } else { self.unit.alloc(at)? };
        let mark = self.unit.mark();
        self.make_function(at, scope, child, None, 0, base)?;
        self.unit.release(mark);
        let iterator = self.unit.alloc(at)?;
        if first.is_async {
            self.async_iterator(&first.iter, iterator)?;
        } else {
            let source = self.operand(&first.iter, iterator)?;
            self.emit(at, Op::GetIter, iterator, source, 0, 0);
        }
        self.emit(at, Op::Call, base, 1, 0, 0);
        self.unit.release(mark);
        if suspends && !is_generator {
            self.await_in_place(at, base)?;
        }
        self.move_to(at, to, base);
        Ok(())
    }

    fn comprehension_body(
        &mut self,
        kind: ScopeKind,
        at: Span,
        generators: &'a [ast::Comprehension],
        element: Element<'a>,
    ) -> Outcome<()> {
        let build = match kind {
            ScopeKind::ListComp => Some(Op::BuildList),
            ScopeKind::SetComp => Some(Op::BuildSet),
            ScopeKind::DictComp => Some(Op::BuildMap),
            _ => None,
        };
        let result = match build {
            Some(build) => {
                let result = self.unit.alloc(at)?;
                self.emit(at, build, result, result, 0, 0);
                Some(result)
            }
            None => None,
        };
        self.comprehension_loop(kind, at, generators, Some(0), element, result)?;
        match result {
            Some(result) => self.emit(at, Op::Return, result, 0, 0, 0),
            None => self.emit(at, Op::ReturnNone, 0, 0, 0, 0),
        }
        Ok(())
    }

    /// One `for`; `given` holds its iterator already (the outermost one).
    fn comprehension_loop(
        &mut self,
        kind: ScopeKind,
        at: Span,
        generators: &'a [ast::Comprehension],
        given: Option<Reg>,
        element: Element<'a>,
        result: Option<Reg>,
    ) -> Outcome<()> {
        let Some((generator, inner)) = generators.split_first() else {
            return self.collect(kind, at, element, result);
        };
        let mark = self.unit.mark();
        let place = span(&generator.iter);
        let iterator = match given {
            Some(iterator) => iterator,
            None => {
                let iterator = self.unit.alloc(place)?;
                if generator.is_async {
                    self.async_iterator(&generator.iter, iterator)?;
                } else {
                    let source = self.operand(&generator.iter, iterator)?;
                    self.emit(at, Op::GetIter, iterator, source, 0, 0);
                }
                iterator
            }
        };
        let head = self.unit.label();
        let turn = |compiler: &mut Self| -> Outcome<()> {
            for condition in &generator.ifs {
                // `continue` of this loop: back to its head.
                let pass = compiler.unit.label();
                compiler.jump_if(condition, true, pass)?;
                compiler.jump(span(condition), Op::JumpBack, 0, 0, 0, head);
                compiler.unit.bind(pass);
            }
            compiler.comprehension_loop(kind, at, inner, None, element, result)
        };
        if generator.is_async {
            self.async_loop(place, iterator, head, |compiler, value| {
                compiler.store(&generator.target, value)?;
                turn(compiler)
            })?;
        } else {
            let end = self.unit.label();
            self.unit.bind(head);
            self.for_step(at, iterator, &generator.target, end)?;
            turn(self)?;
            self.jump(place, Op::JumpBack, 0, 0, 0, head);
            self.unit.bind(end);
        }
        self.unit.release(mark);
        Ok(())
    }

    fn collect(&mut self, kind: ScopeKind, at: Span, element: Element<'a>, result: Option<Reg>) -> Outcome<()> {
        let mark = self.unit.mark();
        let result = result.unwrap_or(0);
        match element {
            Element::One(value) => {
                let place = span(value);
                let value = self.any(value)?;
                match kind {
                    ScopeKind::ListComp => self.emit(place, Op::ListAppend, result, value, 0, 0),
                    ScopeKind::SetComp => self.emit(place, Op::SetAdd, result, value, 0, 0),
                    _ => {
                        let sent = self.unit.alloc(at)?;
                        let in_async = u8::from(self.unit.flavour == Flavour::AsyncGenerator);
                        let handling = self.is_handling();
                        self.emit(place, Op::Yield, sent, value, in_async, handling.into());
                    }
                }
            }
            Element::Pair(key, value) => {
                let place = Span { start: span(key).start, end: span(value).end };
                let key = self.any(key)?;
                let value = self.any(value)?;
                self.emit(place, Op::MapAdd, result, key, value, 0);
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    /// `R[target] = next(R[iterator])`, or a jump to `end`. A plain local is written directly.
    pub(super) fn for_step(
        &mut self,
        at: Span,
        iterator: Reg,
        target: &'a Expr,
        end: super::unit::Label,
    ) -> Outcome<()> {
        if let Expr::Name(name) = target
            && let Some(register) = self.local_target(&name.id)
        {
            self.jump(at, Op::ForIter, register, iterator, 0, end);
            self.unit.note_bound(register);
            return Ok(());
        }
        let mark = self.unit.mark();
        let value = self.unit.alloc(at)?;
        self.jump(at, Op::ForIter, value, iterator, 0, end);
        self.store(target, value)?;
        self.unit.release(mark);
        Ok(())
    }
}
