//! Assignment in all its forms: plain, unpacking, augmented, annotated, `del`.

use ruff_python_ast::{self as ast, Expr};

use super::unit::Reg;
use super::{Compiler, Outcome, span};
use crate::code::{CodeKind, Op, Span};
use crate::syntax::Problem;

/// Targets of one unpacking.
const MAX_TARGETS: usize = 200;

impl<'a> Compiler<'a> {
    pub(super) fn assign(&mut self, s: &'a ast::StmtAssign) -> Outcome<()> {
        let mark = self.unit.mark();
        if let [target] = s.targets.as_slice() {
            if let Expr::Name(name) = target
                && let Some(register) = self.local_target(&name.id)
            {
                self.to(&s.value, register)?;
                self.unit.note_bound(register);
                return Ok(());
            }
            if self.assign_pairwise(target, &s.value)? {
                return Ok(());
            }
        }
        let value = self.any(&s.value)?;
        // A local used in place must not change under a later target of the same statement.
        let value = if s.targets.len() > 1 && !self.unit.is_temp(value) {
            let copy = self.unit.alloc(span(s.value.as_ref()))?;
            self.move_to(span(s.value.as_ref()), copy, value);
            copy
        } else {
            value
        };
        for target in &s.targets {
            self.store(target, value)?;
        }
        self.unit.release(mark);
        Ok(())
    }

    /// `a, b = x, y` without a tuple: all values first, then all targets.
    fn assign_pairwise(&mut self, target: &'a Expr, value: &'a Expr) -> Outcome<bool> {
        let (Expr::Tuple(targets), Expr::Tuple(values)) = (target, value) else { return Ok(false) };
        let starred = |e: &Expr| matches!(e, Expr::Starred(_));
        // CPython swaps two or three values on its stack; longer ones build the tuple, which nobody can see either.
        if targets.elts.len() != values.elts.len()
            || targets.elts.len() > 20
            || targets.elts.iter().any(starred)
            || values.elts.iter().any(starred)
        {
            return Ok(false);
        }
        let mark = self.unit.mark();
        let mut registers = Vec::with_capacity(values.elts.len());
        for value in &values.elts {
            registers.push(self.push(value)?);
        }
        for (target, register) in targets.elts.iter().zip(registers) {
            self.store(target, register)?;
        }
        self.unit.release(mark);
        Ok(true)
    }

    /// Stores `R[from]` into a target.
    pub(super) fn store(&mut self, target: &'a Expr, from: Reg) -> Outcome<()> {
        let at = span(target);
        let mark = self.unit.mark();
        match target {
            Expr::Name(name) => self.store_name(at, &name.id, from)?,
            Expr::Attribute(e) => {
                let object = self.any(&e.value)?;
                let site = self.attribute_site(&e.attr);
                self.emit(at, Op::SetAttr, object, from, 0, site);
            }
            Expr::Subscript(e) => {
                let object = self.any(&e.value)?;
                let index = self.any(&e.slice)?;
                self.emit(at, Op::SetItem, object, index, from, 0);
            }
            Expr::Tuple(e) => self.unpack(&e.elts, at, from)?,
            Expr::List(e) => self.unpack(&e.elts, at, from)?,
            Expr::Starred(_) => {
                return Err(Problem::syntax("starred assignment target must be in a list or tuple", at));
            }
            _ => return Err(Problem::syntax("invalid syntax", at)),
        }
        self.unit.release(mark);
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr], at: Span, from: Reg) -> Outcome<()> {
        if targets.len() > MAX_TARGETS {
            return Err(Problem::unsupported("an assignment to this many targets", at));
        }
        let starred: Vec<usize> = targets
            .iter()
            .enumerate()
            .filter(|(_, target)| matches!(target, Expr::Starred(_)))
            .map(|(nth, _)| nth)
            .collect();
        let first = self.unit.alloc_many(targets.len().max(1), at)?;
        let count = u8::try_from(targets.len()).unwrap_or_default();
        match starred.as_slice() {
            [] => self.emit(at, Op::UnpackSequence, first, from, count, 0),
            [star] => {
                let before = u8::try_from(*star).unwrap_or_default();
                let after = u32::try_from(targets.len() - star - 1).unwrap_or_default();
                self.emit(at, Op::UnpackEx, first, from, before, after);
            }
            _ => {
                return Err(Problem::syntax("multiple starred expressions in assignment", at));
            }
        }
        for (register, target) in (first..).zip(targets) {
            match target {
                Expr::Starred(starred) => self.store(&starred.value, register)?,
                other => self.store(other, register)?,
            }
        }
        Ok(())
    }

    pub(super) fn augmented(&mut self, s: &'a ast::StmtAugAssign) -> Outcome<()> {
        let at = span(s);
        let target_at = span(s.target.as_ref());
        let mark = self.unit.mark();
        match s.target.as_ref() {
            Expr::Name(name) => {
                if let Some(register) = self.local_in_place(target_at, &name.id) {
                    self.binary_step(at, s.op, register, &s.value, register, true)?;
                    self.unit.note_bound(register);
                } else {
                    let value = self.unit.alloc(target_at)?;
                    self.load_name(target_at, &name.id, value);
                    self.binary_step(at, s.op, value, &s.value, value, true)?;
                    self.store_name(target_at, &name.id, value)?;
                }
            }
            Expr::Attribute(e) => {
                let object = self.any(&e.value)?;
                let value = self.unit.alloc(target_at)?;
                let site = self.attribute_site(&e.attr);
                self.emit(target_at, Op::GetAttr, value, object, 0, site);
                self.binary_step(at, s.op, value, &s.value, value, true)?;
                let site = self.attribute_site(&e.attr);
                self.emit(target_at, Op::SetAttr, object, value, 0, site);
            }
            Expr::Subscript(e) => {
                let object = self.any(&e.value)?;
                let index = self.any(&e.slice)?;
                let value = self.unit.alloc(target_at)?;
                self.emit(target_at, Op::GetItem, value, object, index, 0);
                self.binary_step(at, s.op, value, &s.value, value, true)?;
                self.emit(target_at, Op::SetItem, object, index, value, 0);
            }
            _ => return Err(Problem::syntax("illegal expression for augmented assignment", target_at)),
        }
        self.unit.release(mark);
        Ok(())
    }

    pub(super) fn annotated(&mut self, s: &'a ast::StmtAnnAssign) -> Outcome<()> {
        let at = span(s);
        let mark = self.unit.mark();
        if let Some(value) = &s.value {
            let register = self.any(value)?;
            self.store(&s.target, register)?;
            self.unit.release(mark);
        }
        let keeps = matches!(self.unit.kind, CodeKind::Module | CodeKind::ClassBody);
        match s.target.as_ref() {
            Expr::Name(name) if s.simple && keeps => {
                let annotation = self.annotation(&s.annotation)?;
                let table = self.unit.alloc(at)?;
                self.load_name(at, "__annotations__", table);
                let sym = self.sym(&name.id);
                let text = self.text(sym);
                let key = self.unit.alloc(at)?;
                self.load_str(at, key, text);
                self.emit(at, Op::SetItem, table, key, annotation, 0);
            }
            // CPython evaluates the parts of an unassigned target and, outside functions, the annotation.
            Expr::Attribute(e) => {
                if s.value.is_none() {
                    self.discard(&e.value)?;
                }
                if keeps {
                    self.annotation(&s.annotation)?;
                }
            }
            Expr::Subscript(e) => {
                if s.value.is_none() {
                    self.discard(&e.value)?;
                    self.discard(&e.slice)?;
                }
                if keeps {
                    self.annotation(&s.annotation)?;
                }
            }
            _ => {
                if keeps && !s.simple {
                    self.annotation(&s.annotation)?;
                }
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    /// An annotation's value: an expression, or its text after `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, expr: &'a Expr) -> Outcome<Reg> {
        if self.future_annotations {
            let register = self.unit.alloc(span(expr))?;
            self.annotation_to(expr, register)?;
            return Ok(register);
        }
        self.any(expr)
    }

    pub(super) fn annotation_to(&mut self, expr: &'a Expr, to: Reg) -> Outcome<()> {
        if self.future_annotations {
            let text = self.source_of(ruff_text_size::Ranged::range(expr));
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.load_str(span(expr), to, text);
            return Ok(());
        }
        if let Expr::Starred(starred) = expr {
            // `*args: *Ts` annotates with the only item of the unpacking.
            let value = self.any(&starred.value)?;
            self.emit(span(expr), Op::UnpackSequence, to, value, 1, 0);
            return Ok(());
        }
        self.to(expr, to)
    }

    /// `__annotations__ = {}` at the start of a module or class body that has annotated names.
    pub(super) fn set_up_annotations(&mut self, at: Span) -> Outcome<()> {
        let mark = self.unit.mark();
        let table = self.unit.alloc(at)?;
        self.emit(at, Op::BuildMap, table, table, 0, 0);
        self.store_name(at, "__annotations__", table)?;
        self.unit.release(mark);
        Ok(())
    }

    pub(super) fn delete(&mut self, target: &'a Expr) -> Outcome<()> {
        let at = span(target);
        let mark = self.unit.mark();
        match target {
            Expr::Name(name) => self.delete_name(at, &name.id)?,
            Expr::Attribute(e) => {
                let object = self.any(&e.value)?;
                let site = self.attribute_site(&e.attr);
                self.emit(at, Op::DelAttr, object, 0, 0, site);
            }
            Expr::Subscript(e) => {
                let object = self.any(&e.value)?;
                let index = self.any(&e.slice)?;
                self.emit(at, Op::DelItem, object, index, 0, 0);
            }
            Expr::Tuple(e) => e.elts.iter().try_for_each(|target| self.delete(target))?,
            Expr::List(e) => e.elts.iter().try_for_each(|target| self.delete(target))?,
            _ => return Err(Problem::syntax("invalid syntax", at)),
        }
        self.unit.release(mark);
        Ok(())
    }
}
