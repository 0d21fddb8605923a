//! Blocks of their own: entering and leaving them, function objects, parameters, closures.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Expr, Stmt};

use super::unit::{Reg, Unit};
use super::{Compiler, Outcome, span};
use crate::code::{Code, CodeKind, Const, Flavour, Op, Params, Span};
use crate::scope::{Place, ScopeId, ScopeKind, Sym};
use crate::syntax::Problem;

/// What a function returns or does.
#[derive(Clone, Copy)]
pub(super) enum Body<'a> {
    Block(&'a [Stmt]),
    Value(&'a Expr),
}

/// A `def` or `lambda`.
#[derive(Clone, Copy)]
pub(super) struct FunctionParts<'a> {
    pub scope: ScopeId,
    pub kind: CodeKind,
    pub name: &'a str,
    pub parameters: Option<&'a ast::Parameters>,
    pub returns: Option<&'a Expr>,
    pub body: Body<'a>,
    pub first_line: u32,
    pub at: Span,
}

/// Items behind which `MakeFunction` finds its extras.
const DEFAULTS: u8 = 1;
const KEYWORD_DEFAULTS: u8 = 2;
const ANNOTATIONS: u8 = 4;
const CLOSURE: u8 = 8;

impl<'a> Compiler<'a> {
    /// Starts a nested block.
    pub(super) fn enter(
        &mut self,
        scope: ScopeId,
        kind: CodeKind,
        name: &str,
        qualname: Option<String>,
        first_line: u32,
    ) {
        let qualname = qualname.unwrap_or_else(|| self.qualname(name));
        let inner = Unit::new(scope, kind, name, qualname, first_line);
        self.outer.push(std::mem::replace(&mut self.unit, inner));
    }

    /// Ends a nested block.
    pub(super) fn exit(&mut self) -> Outcome<Arc<Code>> {
        match self.outer.pop() {
            Some(outer) => {
                let inner = std::mem::replace(&mut self.unit, outer);
                Ok(Arc::new(inner.finish()?))
            }
            None => Err(Problem::syntax("internal: block without a parent", Span::default())),
        }
    }

    fn qualname(&mut self, name: &str) -> String {
        let sym = self.sym(name);
        let global =
            self.scopes.list[self.unit.scope].get(sym).is_some_and(|symbol| symbol.place == Place::GlobalExplicit);
        let is_definition = !name.starts_with('<');
        let kind = self.scopes.list[self.unit.scope].kind;
        if kind == ScopeKind::Module || (global && is_definition) {
            return name.to_owned();
        }
        let prefix = &self.unit.qualname;
        match kind {
            ScopeKind::Class => format!("{prefix}.{name}"),
            // The hidden function of type parameters carries the prefix of the definition.
            ScopeKind::TypeParams if prefix.is_empty() => name.to_owned(),
            // A comprehension is no place for names (`compiler_set_qualname` of 3.11).
            ScopeKind::TypeParams
            | ScopeKind::ListComp
            | ScopeKind::SetComp
            | ScopeKind::DictComp
            | ScopeKind::GeneratorExpr => format!("{prefix}.{name}"),
            _ => format!("{prefix}.<locals>.{name}"),
        }
    }

    /// The prefix that names in a hidden function get.
    pub(super) fn definition_prefix(&self) -> String {
        match self.scopes.list[self.unit.scope].kind {
            ScopeKind::Module => String::new(),
            ScopeKind::Class | ScopeKind::TypeParams => self.unit.qualname.clone(),
            _ => format!("{}.<locals>", self.unit.qualname),
        }
    }

    /// Flags and registers of the extras; then the function. `extras` counts registers already pushed from `first` on.
    pub(super) fn make_function(
        &mut self,
        at: Span,
        scope: ScopeId,
        child: u32,
        first: Option<Reg>,
        flags: u8,
        to: Reg,
    ) -> Outcome<()> {
        let mut flags = flags;
        let mut first = first;
        let cells = self.free_cells(scope);
        if !cells.is_empty() {
            flags |= CLOSURE;
            let closure = self.unit.alloc(at)?;
            first = first.or(Some(closure));
            let mark = self.unit.mark();
            let mut start = None;
            for cell in &cells {
                let register = self.unit.alloc(at)?;
                start = start.or(Some(register));
                self.emit(at, Op::Move, register, *cell, 0, 0);
            }
            let count = u8::try_from(cells.len()).unwrap_or(u8::MAX);
            self.emit(at, Op::BuildTuple, closure, start.unwrap_or(closure), count, 0);
            self.unit.release(mark);
        }
        self.emit(at, Op::MakeFunction, to, first.unwrap_or(to), flags, child);
        Ok(())
    }

    /// Registers of this block that hold the cells an inner block wants, in its order.
    fn free_cells(&self, scope: ScopeId) -> Vec<Reg> {
        let inner = &self.scopes.list[scope];
        let own_class_cell = inner.needs_class_cell;
        inner
            .symbols
            .iter()
            .filter(|symbol| symbol.place == Place::Free || symbol.passes_through)
            .filter(|symbol| !(own_class_cell && self.scopes.interner.get(symbol.name) == "__class__"))
            .filter_map(|symbol| self.unit.cells.get(&symbol.name).copied())
            .collect()
    }

    /// Evaluates a function's defaults and annotations here, compiles its body, and leaves the function in `to`.
    pub(super) fn function(&mut self, parts: FunctionParts<'a>, to: Reg) -> Outcome<()> {
        let mark = self.unit.mark();
        let at = parts.at;
        let mut flags = 0;
        let mut first = None;
        if let Some(parameters) = parts.parameters {
            let positional: Vec<&Expr> = parameters
                .posonlyargs
                .iter()
                .chain(&parameters.args)
                .filter_map(|param| param.default.as_deref())
                .collect();
            if !positional.is_empty() {
                let tuple = self.unit.alloc(at)?;
                first = Some(tuple);
                flags |= DEFAULTS;
                self.defaults_tuple(&positional, at, tuple)?;
            }
            if parameters.kwonlyargs.iter().any(|param| param.default.is_some()) {
                let dict = self.unit.alloc(at)?;
                first = first.or(Some(dict));
                flags |= KEYWORD_DEFAULTS;
                let inner = self.unit.mark();
                let mut start = None;
                let mut count = 0;
                for param in &parameters.kwonlyargs {
                    if let Some(default) = &param.default {
                        let key = self.unit.alloc(at)?;
                        start = start.or(Some(key));
                        let sym = self.sym(&param.parameter.name);
                        let text = self.text(sym);
                        self.load_str(span(param), key, text);
                        self.push(default)?;
                        count += 1;
                    }
                }
                self.emit(at, Op::BuildMap, dict, start.unwrap_or(dict), count, 0);
                self.unit.release(inner);
            }
            if parts.returns.is_some() || parameters.iter_source_order().any(|param| param.annotation().is_some()) {
                let dict = self.unit.alloc(at)?;
                first = first.or(Some(dict));
                flags |= ANNOTATIONS;
                self.annotations_dict(parameters, parts.returns, at, dict)?;
            }
        }
        let child = match self.unit.child_of.get(&parts.scope) {
            Some(child) => *child,
            None => {
                let code = self.function_code(&parts)?;
                let child = self.unit.child(code);
                self.unit.child_of.insert(parts.scope, child);
                child
            }
        };
        self.make_function(at, parts.scope, child, first, flags, to)?;
        self.unit.release(mark);
        Ok(())
    }

    fn defaults_tuple(&mut self, values: &[&'a Expr], at: Span, to: Reg) -> Outcome<()> {
        let mark = self.unit.mark();
        let constants: Vec<Option<Const>> = values.iter().map(|value| self.fold(value)).collect::<Outcome<_>>()?;
        if constants.iter().all(Option::is_some) {
            self.load_const(at, to, Const::Tuple(constants.into_iter().flatten().collect()));
            return Ok(());
        }
        let mut start = None;
        for value in values {
            let register = self.push(value)?;
            start = start.or(Some(register));
        }
        let count = u8::try_from(values.len()).unwrap_or(u8::MAX);
        self.emit(at, Op::BuildTuple, to, start.unwrap_or(to), count, 0);
        self.unit.release(mark);
        Ok(())
    }

    fn annotations_dict(
        &mut self,
        parameters: &'a ast::Parameters,
        returns: Option<&'a Expr>,
        at: Span,
        dict: Reg,
    ) -> Outcome<()> {
        self.emit(at, Op::BuildMap, dict, dict, 0, 0);
        let plain = |params: &'a [ast::ParameterWithDefault]| params.iter().map(|param| &param.parameter);
        let ordered = plain(&parameters.args)
            .chain(plain(&parameters.posonlyargs))
            .chain(parameters.vararg.as_deref())
            .chain(plain(&parameters.kwonlyargs))
            .chain(parameters.kwarg.as_deref());
        for param in ordered {
            if let Some(annotation) = &param.annotation {
                self.annotation_entry(&param.name, annotation, dict)?;
            }
        }
        if let Some(returns) = returns {
            self.annotation_entry("return", returns, dict)?;
        }
        Ok(())
    }

    fn annotation_entry(&mut self, name: &str, annotation: &'a Expr, dict: Reg) -> Outcome<()> {
        let at = span(annotation);
        let mark = self.unit.mark();
        let key = self.unit.alloc(at)?;
        let sym = self.sym(name);
        let text = self.text(sym);
        self.load_str(at, key, text);
        let value = self.unit.alloc(at)?;
        self.annotation_to(annotation, value)?;
        self.emit(at, Op::MapAdd, dict, key, value, 0);
        self.unit.release(mark);
        Ok(())
    }

    fn function_code(&mut self, parts: &FunctionParts<'a>) -> Outcome<Arc<Code>> {
        self.enter(parts.scope, parts.kind, parts.name, None, parts.first_line);
        let (params, order) = self.parameter_order(parts.parameters);
        self.unit.params = params;
        let scope = &self.scopes.list[parts.scope];
        self.unit.flavour = match (scope.is_async, scope.has_yield) {
            (true, true) => Flavour::AsyncGenerator,
            (true, false) => Flavour::Coroutine,
            (false, true) => Flavour::Generator,
            (false, false) => Flavour::Plain,
        };
        self.set_up_names(&order)?;
        self.begin_generator(parts.at);
        match parts.body {
            Body::Block(body) => {
                let body = self.function_docstring(body);
                self.block(body)?;
                let end = self.unit.last_span().unwrap_or(parts.at);
                self.reap_locals(end, None);
                self.emit(end, Op::ReturnNone, 0, 0, 0, 0);
            }
            Body::Value(value) => {
                let register = self.any(value)?;
                self.emit(span(value), Op::Return, register, 0, 0, 0);
            }
        }
        self.exit()
    }

    pub(super) fn begin_generator(&mut self, at: Span) {
        if self.unit.flavour != Flavour::Plain {
            let start = Span { start: self.lines.line_start(self.unit.first_line), end: at.end };
            self.emit(start, Op::MakeGenerator, 0, 0, 0, 0);
        }
    }

    fn function_docstring(&mut self, body: &'a [Stmt]) -> &'a [Stmt] {
        if let Some((Stmt::Expr(first), rest)) = body.split_first()
            && let Expr::StringLiteral(text) = first.value.as_ref()
        {
            self.unit.doc = Some(text.value.to_str().to_owned());
            return rest;
        }
        body
    }

    /// Parameter counts, and the parameters in register order.
    fn parameter_order(&mut self, parameters: Option<&ast::Parameters>) -> (Params, Vec<Sym>) {
        let mut params = Params::default();
        let mut order = Vec::new();
        let Some(parameters) = parameters else { return (params, order) };
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        params.positional_only = count(parameters.posonlyargs.len());
        params.positional = count(parameters.posonlyargs.len() + parameters.args.len());
        params.keyword_only = count(parameters.kwonlyargs.len());
        params.varargs = parameters.vararg.is_some();
        params.varkw = parameters.kwarg.is_some();
        for param in parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs) {
            order.push(self.sym(&param.parameter.name));
        }
        for param in [&parameters.vararg, &parameters.kwarg].into_iter().flatten() {
            order.push(self.sym(&param.name));
        }
        (params, order)
    }

    pub(super) fn lambda(&mut self, e: &'a ast::ExprLambda, to: Reg) -> Outcome<()> {
        let at = span(e);
        let scope = self.find_scope(e.range, ScopeKind::Lambda, at)?;
        let first_line = self.lines.line(at.start);
        self.function(
            FunctionParts {
                scope,
                kind: CodeKind::Lambda,
                name: "<lambda>",
                parameters: e.parameters.as_deref(),
                returns: None,
                body: Body::Value(&e.body),
                first_line,
                at,
            },
            to,
        )
    }

    pub(super) fn find_scope(&self, range: ruff_text_size::TextRange, kind: ScopeKind, at: Span) -> Outcome<ScopeId> {
        self.scopes.find(range, kind).ok_or_else(|| Problem::syntax("internal: block without a symbol table", at))
    }
}
