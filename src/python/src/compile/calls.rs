//! Calls: plain ones, of methods, with keywords, with unpacked arguments, and `super()` without arguments.

use ruff_python_ast::{self as ast, Expr, Keyword};

use super::unit::Reg;
use super::{Compiler, Outcome, span};
use crate::code::{CodeKind, Const, Op, Span};
use crate::scope::Place;
use crate::syntax::Problem;

/// Arguments that a call passes in registers; more go through a list and a dict.
const IN_REGISTERS: usize = 50;

impl<'a> Compiler<'a> {
    pub(super) fn call(&mut self, e: &'a ast::ExprCall, to: Reg) -> Outcome<()> {
        let at = span(e);
        check_keywords(&e.arguments.keywords)?;
        if self.zero_argument_super(e, to)? {
            return Ok(());
        }
        let spread = needs_spread(&e.arguments.args, &e.arguments.keywords);
        // The function goes where the result is wanted if that is the topmost temporary.
        let reuse = self.unit.is_temp(to) && u16::from(to) + 1 == self.unit.mark();
        let base = if reuse { to } else { self.unit.alloc(at)? };
        match e.func.as_ref() {
            Expr::Attribute(method) if !spread => {
                let receiver = self.operand(&method.value, base)?;
                let site = self.attribute_site(&method.attr);
                self.unit.release(u16::from(base) + 1);
                let slot = self.unit.alloc(at)?;
                debug_assert_eq!(slot, base + 1, "receivers follow their functions");
                self.emit(span(method), Op::LoadMethod, base, receiver, 0, site);
                self.arguments(&e.arguments.args, &e.arguments.keywords, at, base, true)?;
            }
            function => {
                self.to(function, base)?;
                if spread {
                    self.spread_call(&e.arguments.args, &e.arguments.keywords, at, base)?;
                } else {
                    self.arguments(&e.arguments.args, &e.arguments.keywords, at, base, false)?;
                }
            }
        }
        self.move_to(at, to, base);
        Ok(())
    }

    /// Pushes arguments behind `base` and calls. The temporaries must end right before the arguments.
    fn arguments(
        &mut self,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        at: Span,
        base: Reg,
        method: bool,
    ) -> Outcome<()> {
        for arg in args {
            self.push(arg)?;
        }
        let positional = u8::try_from(args.len()).unwrap_or_default();
        self.keywords_and_call(keywords, at, base, positional, method)
    }

    fn keywords_and_call(
        &mut self,
        keywords: &'a [Keyword],
        at: Span,
        base: Reg,
        positional: u8,
        method: bool,
    ) -> Outcome<()> {
        if keywords.is_empty() {
            let op = if method { Op::CallMethod } else { Op::Call };
            self.emit(at, op, base, positional, 0, 0);
            return Ok(());
        }
        let mut names = Vec::with_capacity(keywords.len());
        for keyword in keywords {
            self.push(&keyword.value)?;
            if let Some(name) = &keyword.arg {
                let sym = self.sym(name);
                names.push(Const::Str(self.text(sym)));
            }
        }
        let count = u8::try_from(keywords.len()).unwrap_or_default();
        let names = self.unit.constant(Const::Tuple(names));
        let op = if method { Op::CallMethodKw } else { Op::CallKw };
        self.emit(at, op, base, positional, count, names);
        Ok(())
    }

    /// `R[base](*list, **dict)`.
    fn spread_call(&mut self, args: &'a [Expr], keywords: &'a [Keyword], at: Span, base: Reg) -> Outcome<()> {
        self.list_of(args, at)?;
        self.spread_keywords(keywords, at, base)
    }

    /// The positional arguments are a list in `R[base + 1]`; adds the keywords and calls.
    fn spread_keywords(&mut self, keywords: &'a [Keyword], at: Span, base: Reg) -> Outcome<()> {
        let dict = self.unit.alloc(at)?;
        if keywords.is_empty() {
            self.emit(at, Op::LoadNone, dict, 0, 0, 0);
        } else {
            self.emit(at, Op::BuildMap, dict, dict, 0, 0);
            for keyword in keywords {
                let mark = self.unit.mark();
                if let Some(name) = &keyword.arg {
                    let sym = self.sym(name);
                    let text = self.text(sym);
                    let pair = self.unit.alloc(at)?;
                    self.load_str(span(keyword), pair, text);
                    self.push(&keyword.value)?;
                    // Merged, not added: a name that came from `**` before is an error.
                    self.emit(span(keyword), Op::BuildMap, pair, pair, 1, 0);
                    self.emit(at, Op::DictMerge, dict, pair, base, 0);
                } else {
                    let other = self.any(&keyword.value)?;
                    self.emit(at, Op::DictMerge, dict, other, base, 0);
                }
                self.unit.release(mark);
            }
        }
        self.emit(at, Op::CallEx, base, 0, 0, 0);
        Ok(())
    }

    /// A class: `BuildClass(function, name, *bases, **keywords)`; the first three are in `R[base..=base + 2]`.
    pub(super) fn call_build_class(
        &mut self,
        arguments: Option<&'a ast::Arguments>,
        at: Span,
        base: Reg,
        params: Option<Reg>,
    ) -> Outcome<()> {
        let (args, keywords): (&[Expr], &[Keyword]) =
            arguments.map_or((&[], &[]), |arguments| (&arguments.args, &arguments.keywords));
        check_keywords(keywords)?;
        if !needs_spread(args, keywords) {
            for arg in args {
                self.push(arg)?;
            }
            if let Some(params) = params {
                self.generic_base(at, params)?;
            }
            let positional = u8::try_from(args.len() + 2 + usize::from(params.is_some())).unwrap_or_default();
            return self.keywords_and_call(keywords, at, base, positional, false);
        }
        let list = base + 1;
        self.emit(at, Op::BuildList, list, list, 2, 0);
        self.unit.release(u16::from(list) + 1);
        for arg in args {
            let mark = self.unit.mark();
            let (op, value) = match arg {
                Expr::Starred(starred) => (Op::ListExtend, self.any(&starred.value)?),
                _ => (Op::ListAppend, self.any(arg)?),
            };
            self.emit(at, op, list, value, 0, 0);
            self.unit.release(mark);
        }
        if let Some(params) = params {
            let mark = self.unit.mark();
            let value = self.generic_base(at, params)?;
            self.emit(at, Op::ListAppend, list, value, 0, 0);
            self.unit.release(mark);
        }
        self.spread_keywords(keywords, at, base)
    }

    /// `Generic[…]` of the type parameters in a register: the last base of a class that has them.
    fn generic_base(&mut self, at: Span, params: Reg) -> Outcome<Reg> {
        let base = self.unit.alloc(at)?;
        self.emit(at, Op::LoadCommon, base, 0, 0, crate::code::Common::TypeParam as u32);
        let mark = self.unit.mark();
        let argument = self.unit.alloc(at)?;
        self.move_to(at, argument, params);
        self.emit(at, Op::Call, base, 1, 0, 0);
        self.unit.release(mark);
        Ok(base)
    }

    /// `super()` in a method: the class comes from the `__class__` cell, the object from the first parameter.
    fn zero_argument_super(&mut self, e: &'a ast::ExprCall, to: Reg) -> Outcome<bool> {
        let Expr::Name(name) = e.func.as_ref() else { return Ok(false) };
        if name.id.as_str() != "super"
            || !e.arguments.args.is_empty()
            || !e.arguments.keywords.is_empty()
            || self.unit.params.positional == 0
            || !matches!(self.unit.kind, CodeKind::Function | CodeKind::Lambda | CodeKind::Comprehension)
        {
            return Ok(false);
        }
        let super_name = self.scopes.interner.intern("super");
        let class_name = self.scopes.interner.intern("__class__");
        let scope = &self.scopes.list[self.unit.scope];
        let is_builtin = scope.get(super_name).is_none_or(|symbol| symbol.place == Place::GlobalImplicit)
            && self.scopes.list[0].get(super_name).is_none_or(|symbol| !symbol.flags.bound);
        let Some(cell) = self.unit.cells.get(&class_name).copied() else { return Ok(false) };
        if !is_builtin {
            return Ok(false);
        }
        let at = span(e);
        let first_is_cell = self.unit.variables.first().is_some_and(|variable| variable.cell);
        let mut first = 0;
        if first_is_cell {
            first = self.unit.alloc(at)?;
            let name = self.unit.variables.first().map(|variable| variable.name.clone()).unwrap_or_default();
            let name = self.unit.name(&name);
            self.emit(at, Op::LoadDeref, first, 0, 0, name);
        }
        self.emit(at, Op::LoadSuper, to, cell, first, 0);
        Ok(true)
    }
}

fn needs_spread(args: &[Expr], keywords: &[Keyword]) -> bool {
    args.len() + keywords.len() > IN_REGISTERS
        || args.iter().any(|arg| matches!(arg, Expr::Starred(_)))
        || keywords.iter().any(|keyword| keyword.arg.is_none())
}

fn check_keywords(keywords: &[Keyword]) -> Outcome<()> {
    for (nth, keyword) in keywords.iter().enumerate() {
        let Some(name) = &keyword.arg else { continue };
        if name.as_str() == "__debug__" {
            return Err(Problem::syntax("cannot assign to __debug__", span(keyword)));
        }
        let seen = keywords
            .iter()
            .take(nth)
            .any(|before| before.arg.as_ref().is_some_and(|arg| arg.as_str() == name.as_str()));
        if seen {
            return Err(Problem::syntax(format!("keyword argument repeated: {name}"), span(keyword)));
        }
    }
    Ok(())
}
