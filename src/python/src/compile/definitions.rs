//! `def`, `class`, decorators, type parameters and `type` statements.

use ruff_python_ast::{self as ast, Decorator, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::functions::{Body, FunctionParts};
use super::unit::Reg;
use super::{Compiler, Outcome, span};
use crate::code::{CodeKind, Common, Const, Op, Span};
use crate::scope::ScopeKind;

impl<'a> Compiler<'a> {
    /// The definition without its decorators: from `def`, `async` or `class` on.
    fn definition_span(&self, range: TextRange, name: &ast::Identifier) -> Span {
        let name_start = u32::from(name.range.start());
        let line_start = self.lines.line_start(self.lines.line(name_start));
        let start = u32::from(range.start()).max(line_start);
        let head = self.source.get(start as usize..name_start as usize).unwrap_or_default();
        let blank = head.len() - head.trim_start().len();
        Span { start: start + u32::try_from(blank).unwrap_or(0), end: range.end().into() }
    }

    /// Pushes the decorators; they end up right below the decorated value.
    fn decorators(&mut self, decorators: &'a [Decorator]) -> Outcome<()> {
        for decorator in decorators {
            self.push(&decorator.expression)?;
        }
        Ok(())
    }

    /// Calls the decorators on the value in `register`, the last one first; returns where the result is.
    fn decorate(&mut self, decorators: &'a [Decorator], register: Reg) -> Reg {
        let mut register = register;
        for decorator in decorators.iter().rev() {
            register = register.saturating_sub(1);
            self.emit(span(&decorator.expression), Op::Call, register, 1, 0, 0);
        }
        register
    }

    fn first_line(&self, decorators: &'a [Decorator], at: Span) -> u32 {
        let start = decorators.first().map_or(at.start, |first| span(first).start);
        self.lines.line(start)
    }

    pub(super) fn def(&mut self, def: &'a ast::StmtFunctionDef) -> Outcome<()> {
        let at = self.definition_span(def.range, &def.name);
        let mark = self.unit.mark();
        let first_line = self.first_line(&def.decorator_list, at);
        self.decorators(&def.decorator_list)?;
        let register = self.unit.alloc(at)?;
        let scope = self.find_scope(def.range, ScopeKind::Function, at)?;
        let parts = FunctionParts {
            scope,
            kind: CodeKind::Function,
            name: &def.name,
            parameters: Some(&def.parameters),
            returns: def.returns.as_deref(),
            body: Body::Block(&def.body),
            first_line,
            at,
        };
        match &def.type_params {
            None => {
                if def.decorator_list.is_empty()
                    && let Some(local) = self.local_target(&def.name)
                {
                    self.function(parts, local)?;
                    self.unit.note_bound(local);
                    self.unit.release(mark);
                    return Ok(());
                }
                self.function(parts, register)?;
            }
            Some(params) => self
                .generic(def.range, params, at, register, &def.name, |compiler, to, _| compiler.function(parts, to))?,
        }
        let result = self.decorate(&def.decorator_list, register);
        self.store_name(at, &def.name, result)?;
        self.unit.release(mark);
        Ok(())
    }

    pub(super) fn class(&mut self, def: &'a ast::StmtClassDef) -> Outcome<()> {
        let at = self.definition_span(def.range, &def.name);
        let mark = self.unit.mark();
        self.decorators(&def.decorator_list)?;
        let register = self.unit.alloc(at)?;
        match &def.type_params {
            None => self.class_value(def, at, register, None)?,
            Some(params) => self.generic(def.range, params, at, register, &def.name, |compiler, to, params| {
                compiler.class_value(def, at, to, Some(params))
            })?,
        }
        let result = self.decorate(&def.decorator_list, register);
        self.store_name(at, &def.name, result)?;
        self.unit.release(mark);
        Ok(())
    }

    /// `params`: where the tuple of type parameters is, if it has them.
    fn class_value(&mut self, def: &'a ast::StmtClassDef, at: Span, to: Reg, params: Option<Reg>) -> Outcome<()> {
        let scope = self.find_scope(def.range, ScopeKind::Class, at)?;
        let mark = self.unit.mark();
        let base = self.unit.alloc(at)?;
        self.emit(at, Op::LoadCommon, base, 0, 0, Common::BuildClass as u32);
        let function = self.unit.alloc(at)?;
        let child = match self.unit.child_of.get(&scope) {
            Some(child) => *child,
            None => {
                let first_line = self.first_line(&def.decorator_list, at);
                self.enter(scope, CodeKind::ClassBody, &def.name, None, first_line);
                self.class_body(&def.body, at)?;
                let code = self.exit()?;
                let child = self.unit.child(code);
                self.unit.child_of.insert(scope, child);
                child
            }
        };
        let inner = self.unit.mark();
        self.make_function(at, scope, child, None, 0, function)?;
        self.unit.release(inner);
        let name = self.unit.alloc(at)?;
        self.load_str(at, name, def.name.to_string());
        self.call_build_class(def.arguments.as_deref(), at, base, params)?;
        self.move_to(at, to, base);
        self.unit.release(mark);
        Ok(())
    }

    fn class_body(&mut self, body: &'a [Stmt], at: Span) -> Outcome<()> {
        self.set_up_names(&[])?;
        let head = Span { start: at.start, end: at.start };
        let mark = self.unit.mark();
        let value = self.unit.alloc(head)?;
        let site = self.unit.site("__name__");
        self.emit(head, Op::LoadName, value, 0, 0, site);
        let name = self.unit.name("__module__");
        self.emit(head, Op::StoreName, value, 0, 0, name);
        let qualname = self.unit.qualname.clone();
        self.load_str(head, value, qualname);
        let name = self.unit.name("__qualname__");
        self.emit(head, Op::StoreName, value, 0, 0, name);
        self.unit.release(mark);
        if self.scopes.list[self.unit.scope].has_annotations {
            self.set_up_annotations(head)?;
        }
        let body = self.docstring(body)?;
        self.block(body)?;
        let class_name = self.scopes.interner.intern("__class__");
        let cell = self.scopes.list[self.unit.scope]
            .needs_class_cell
            .then(|| self.unit.cells.get(&class_name).copied())
            .flatten();
        let end = self.unit.last_span().unwrap_or(head);
        match cell {
            Some(cell) => self.emit(end, Op::Return, cell, 0, 0, 0),
            None => self.emit(end, Op::ReturnNone, 0, 0, 0, 0),
        }
        Ok(())
    }

    /// A definition with type parameters: a hidden function makes them, then the definition, and returns that.
    fn generic(
        &mut self,
        range: TextRange,
        params: &'a ast::TypeParams,
        at: Span,
        to: Reg,
        name: &str,
        definition: impl FnOnce(&mut Self, Reg, Reg) -> Outcome<()>,
    ) -> Outcome<()> {
        let scope = self.find_scope(range, ScopeKind::TypeParams, at)?;
        let prefix = self.definition_prefix();
        let hidden = format!("<generic parameters of {name}>");
        self.enter(scope, CodeKind::Function, &hidden, Some(prefix), self.lines.line(at.start));
        self.set_up_names(&[])?;
        let mut names = Vec::new();
        for param in &params.type_params {
            names.push(self.type_param(param)?);
        }
        let result = self.unit.alloc(at)?;
        let tuple = self.unit.alloc(at)?;
        let mark = self.unit.mark();
        let mut start = None;
        for name in &names {
            let register = self.unit.alloc(at)?;
            start = start.or(Some(register));
            self.load_name(at, name, register);
        }
        let count = u8::try_from(names.len()).unwrap_or(u8::MAX);
        self.emit(at, Op::BuildTuple, tuple, start.unwrap_or(tuple), count, 0);
        self.unit.release(mark);
        definition(self, result, tuple)?;
        let site = self.unit.site("__type_params__");
        self.emit(at, Op::SetAttr, result, tuple, 0, site);
        self.emit(at, Op::Return, result, 0, 0, 0);
        let code = self.exit()?;
        let child = self.unit.child(code);
        let mark = self.unit.mark();
        let base = self.unit.alloc(at)?;
        let inner = self.unit.mark();
        self.make_function(at, scope, child, None, 0, base)?;
        self.unit.release(inner);
        self.emit(at, Op::Call, base, 0, 0, 0);
        self.move_to(at, to, base);
        self.unit.release(mark);
        Ok(())
    }

    fn type_param(&mut self, param: &'a ast::TypeParam) -> Outcome<String> {
        let (name, kind, bound) = match param {
            ast::TypeParam::TypeVar(p) => (&p.name, "TypeVar", p.bound.as_deref()),
            ast::TypeParam::TypeVarTuple(p) => (&p.name, "TypeVarTuple", None),
            ast::TypeParam::ParamSpec(p) => (&p.name, "ParamSpec", None),
        };
        let at = span(param);
        let mark = self.unit.mark();
        let base = self.unit.alloc(at)?;
        self.emit(at, Op::LoadCommon, base, 0, 0, Common::TypeParam as u32);
        let argument = self.unit.alloc(at)?;
        self.load_str(at, argument, name.to_string());
        let argument = self.unit.alloc(at)?;
        self.load_str(at, argument, kind.to_owned());
        for later in [bound, param.default()] {
            let argument = self.unit.alloc(at)?;
            match later {
                Some(value) => self.thunk(value.range(), name, value, argument)?,
                None => self.load_const(at, argument, Const::None),
            }
        }
        self.emit(at, Op::Call, base, 4, 0, 0);
        self.store_name(at, name, base)?;
        self.unit.release(mark);
        Ok(name.to_string())
    }

    pub(super) fn type_alias(&mut self, s: &'a ast::StmtTypeAlias) -> Outcome<()> {
        let at = span(s);
        let name = match s.name.as_ref() {
            Expr::Name(name) => name.id.to_string(),
            _ => String::new(),
        };
        let mark = self.unit.mark();
        let register = self.unit.alloc(at)?;
        match &s.type_params {
            None => self.alias_value(s, &name, at, register)?,
            Some(params) => self.generic(s.range, params, at, register, &name, |compiler, to, _| {
                compiler.alias_value(s, &name, at, to)
            })?,
        }
        self.store_name(at, &name, register)?;
        self.unit.release(mark);
        Ok(())
    }

    fn alias_value(&mut self, s: &'a ast::StmtTypeAlias, name: &str, at: Span, to: Reg) -> Outcome<()> {
        let mark = self.unit.mark();
        let base = self.unit.alloc(at)?;
        self.emit(at, Op::LoadCommon, base, 0, 0, Common::TypeAlias as u32);
        let argument = self.unit.alloc(at)?;
        self.load_const(at, argument, Const::Str(name.to_owned()));
        let thunk = self.unit.alloc(at)?;
        self.thunk(s.range, name, &s.value, thunk)?;
        self.emit(at, Op::Call, base, 2, 0, 0);
        self.move_to(at, to, base);
        self.unit.release(mark);
        Ok(())
    }

    /// A function that gives a value when it is asked: what `type X = …`, bounds and defaults say is not looked at before.
    fn thunk(&mut self, range: TextRange, name: &str, value: &'a Expr, to: Reg) -> Outcome<()> {
        let at = span(value);
        let scope = self.find_scope(range, ScopeKind::TypeAlias, at)?;
        self.enter(scope, CodeKind::Function, name, None, self.lines.line(at.start));
        self.set_up_names(&[])?;
        let result = self.any(value)?;
        self.emit(at, Op::Return, result, 0, 0, 0);
        let code = self.exit()?;
        let child = self.unit.child(code);
        let mark = self.unit.mark();
        self.make_function(at, scope, child, None, 0, to)?;
        self.unit.release(mark);
        Ok(())
    }
}
