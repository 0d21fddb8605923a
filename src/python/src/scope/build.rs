//! First pass: what each block does with each name.
//!
//! Visits in CPython's order, so that "used prior to global declaration" names the same mistake.

use hashbrown::HashMap;
use ruff_python_ast::{self as ast, Expr, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::intern::FixedHasher;
use super::{Flags, Interner, Scope, ScopeId, ScopeKind, Scopes, Sym, key, span_of};
use crate::syntax::Problem;

type Outcome = Result<(), Box<Problem>>;

struct Builder {
    scopes: Scopes,
    current: ScopeId,
    /// Inside the iterable of a comprehension: `:=` is forbidden there.
    in_iterable: u32,
    /// Blocks of this function around here whose end has to run even where a generator is dropped.
    guards: u32,
}

pub fn build(body: &[Stmt]) -> Result<Scopes, Box<Problem>> {
    let mut builder = Builder::new();
    builder.block(body)?;
    Ok(builder.scopes)
}

pub fn build_expression(body: &Expr) -> Result<Scopes, Box<Problem>> {
    let mut builder = Builder::new();
    builder.expr(body)?;
    Ok(builder.scopes)
}

fn scope(kind: ScopeKind, name: &str, parent: Option<ScopeId>, private: Option<Sym>) -> Scope {
    Scope {
        kind,
        name: name.to_owned(),
        parent,
        symbols: Vec::new(),
        index: HashMap::with_hasher(FixedHasher::default()),
        private,
        is_async: false,
        has_yield: false,
        has_await: false,
        needs_class_cell: false,
        has_annotations: false,
    }
}

impl Builder {
    fn new() -> Self {
        Self {
            scopes: Scopes {
                list: vec![scope(ScopeKind::Module, "<module>", None, None)],
                by_node: Vec::new(),
                interner: Interner::default(),
                guards_yield: false,
            },
            current: 0,
            in_iterable: 0,
            guards: 0,
        }
    }

    fn here(&mut self) -> &mut Scope {
        &mut self.scopes.list[self.current]
    }

    fn name(&mut self, name: &str) -> Sym {
        let private = self.scopes.list[self.current].private;
        self.scopes.interner.mangle(private, name)
    }

    fn flag(&mut self, name: &str, set: impl FnOnce(&mut Flags)) -> Sym {
        let sym = self.name(name);
        set(&mut self.here().entry(sym).flags);
        sym
    }

    fn bind(&mut self, name: &str) {
        self.flag(name, |flags| flags.bound = true);
    }

    fn enter(&mut self, kind: ScopeKind, name: &str, range: TextRange) -> ScopeId {
        let outer = self.current;
        let private = self.scopes.list[outer].private;
        let id = self.scopes.list.len();
        self.scopes.list.push(scope(kind, name, Some(outer), private));
        let key = key(range, kind);
        // A node is met once, and mostly after those before it.
        let (Ok(at) | Err(at)) = self.scopes.by_node.binary_search_by_key(&key, |&(key, _)| key);
        self.scopes.by_node.insert(at, (key, id));
        self.current = id;
        outer
    }

    fn block(&mut self, body: &[Stmt]) -> Outcome {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn exprs<'e>(&mut self, list: impl IntoIterator<Item = &'e Expr>) -> Outcome {
        list.into_iter().try_for_each(|expr| self.expr(expr))
    }

    fn optional(&mut self, expr: Option<&Expr>) -> Outcome {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Outcome {
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Return(s) => self.optional(s.value.as_deref()),
            Stmt::Delete(s) => {
                for target in &s.targets {
                    self.target(target, true)?;
                }
                Ok(())
            }
            Stmt::TypeAlias(s) => self.type_alias(s),
            Stmt::Assign(s) => {
                self.expr(&s.value)?;
                s.targets.iter().try_for_each(|target| self.target(target, false))
            }
            Stmt::AugAssign(s) => {
                if let Expr::Name(name) = s.target.as_ref() {
                    self.flag(&name.id, |flags| {
                        flags.bound = true;
                        flags.used = true;
                    });
                } else {
                    self.expr(&s.target)?;
                }
                self.expr(&s.value)
            }
            Stmt::AnnAssign(s) => self.annotated(s),
            Stmt::For(s) => {
                self.target(&s.target, false)?;
                self.expr(&s.iter)?;
                self.block(&s.body)?;
                self.block(&s.orelse)
            }
            Stmt::While(s) => {
                self.expr(&s.test)?;
                self.block(&s.body)?;
                self.block(&s.orelse)
            }
            Stmt::If(s) => {
                self.expr(&s.test)?;
                self.block(&s.body)?;
                for clause in &s.elif_else_clauses {
                    self.optional(clause.test.as_ref())?;
                    self.block(&clause.body)?;
                }
                Ok(())
            }
            Stmt::With(s) => {
                for item in &s.items {
                    self.expr(&item.context_expr)?;
                    if let Some(target) = &item.optional_vars {
                        self.target(target, false)?;
                    }
                }
                self.guards += 1;
                self.block(&s.body)?;
                self.guards -= 1;
                Ok(())
            }
            Stmt::Match(s) => {
                self.expr(&s.subject)?;
                for case in &s.cases {
                    self.pattern(&case.pattern)?;
                    self.optional(case.guard.as_deref())?;
                    self.block(&case.body)?;
                }
                Ok(())
            }
            Stmt::Raise(s) => {
                self.optional(s.exc.as_deref())?;
                self.optional(s.cause.as_deref())
            }
            Stmt::Try(s) => {
                let guards = self.guards;
                self.guards += u32::from(!s.finalbody.is_empty() || s.handlers.iter().any(takes_exit));
                self.block(&s.body)?;
                self.block(&s.orelse)?;
                self.guards = guards;
                for ast::ExceptHandler::ExceptHandler(handler) in &s.handlers {
                    self.optional(handler.type_.as_deref())?;
                    if let Some(name) = &handler.name {
                        self.flag(name, |flags| {
                            flags.bound = true;
                            flags.deleted = true;
                        });
                    }
                    self.block(&handler.body)?;
                }
                self.block(&s.finalbody)
            }
            Stmt::Assert(s) => {
                self.expr(&s.test)?;
                self.optional(s.msg.as_deref())
            }
            Stmt::Import(s) => {
                for alias in &s.names {
                    let bound = match &alias.asname {
                        Some(name) => name.as_str(),
                        None => alias.name.split('.').next().unwrap_or_default(),
                    };
                    self.bind(bound);
                }
                Ok(())
            }
            Stmt::ImportFrom(s) => {
                for alias in &s.names {
                    if alias.name.as_str() == "*" {
                        if self.current != 0 {
                            return Err(Problem::syntax("import * only allowed at module level", span_of(alias.range)));
                        }
                        continue;
                    }
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                }
                Ok(())
            }
            Stmt::Global(s) => self.declare(&s.names, s.range, true),
            Stmt::Nonlocal(s) => self.declare(&s.names, s.range, false),
            Stmt::Expr(s) => self.expr(&s.value),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::IpyEscapeCommand(_) => Ok(()),
        }
    }

    fn declare(&mut self, names: &[ast::Identifier], range: TextRange, global: bool) -> Outcome {
        let word = if global { "global" } else { "nonlocal" };
        let at_module = self.current == 0;
        for name in names {
            let sym = self.name(name);
            let entry = self.here().entry(sym);
            let (flags, before) = (entry.flags, entry.declared_at);
            let fault = if flags.param {
                Some(format!("name '{name}' is parameter and {word}"))
            } else if flags.annotated && !(at_module && global) {
                Some(format!("annotated name '{name}' can't be {word}"))
            } else if (flags.global && !global) || (flags.nonlocal && global) {
                Some(format!("name '{name}' is nonlocal and global"))
            } else if flags.global || flags.nonlocal {
                None
            } else if flags.used {
                Some(format!("name '{name}' is used prior to {word} declaration"))
            } else if flags.bound {
                Some(format!("name '{name}' is assigned to before {word} declaration"))
            } else {
                None
            };
            if let Some(message) = fault {
                let conflict = (flags.global && !global) || (flags.nonlocal && global);
                let at = if conflict { before } else { span_of(range) };
                return Err(Problem::syntax(message, at));
            }
            if at_module && !global {
                return Err(Problem::syntax("nonlocal declaration not allowed at module level", span_of(range)));
            }
            let symbol = self.here().entry(sym);
            symbol.declared_at = span_of(range);
            if global {
                symbol.flags.global = true;
            } else {
                symbol.flags.nonlocal = true;
            }
            if global {
                // The module binds it as far as anybody can see.
                let text = self.scopes.interner.get(sym).to_owned();
                let sym = self.scopes.interner.intern(&text);
                self.scopes.list[0].entry(sym);
            }
        }
        Ok(())
    }

    fn annotated(&mut self, s: &ast::StmtAnnAssign) -> Outcome {
        if let Expr::Name(name) = s.target.as_ref() {
            let sym = self.name(&name.id);
            let at_module = self.current == 0;
            let flags = self.here().entry(sym).flags;
            if s.simple && !at_module && (flags.global || flags.nonlocal) {
                let word = if flags.global { "global" } else { "nonlocal" };
                return Err(Problem::syntax(format!("annotated name '{}' can't be {word}", name.id), span_of(s.range)));
            }
            let entry = &mut self.here().entry(sym).flags;
            if s.simple {
                entry.annotated = true;
                entry.bound = true;
            } else if s.value.is_some() {
                entry.bound = true;
            }
        } else {
            self.expr(&s.target)?;
        }
        if s.simple && !self.here().kind.is_function_like() {
            self.here().has_annotations = true;
        }
        // Annotations of local variables are not evaluated, but their names count as uses all the same.
        self.expr(&s.annotation)?;
        self.optional(s.value.as_deref())
    }

    fn type_params(
        &mut self,
        name: &str,
        params: Option<&ast::TypeParams>,
        range: TextRange,
    ) -> Result<Option<ScopeId>, Box<Problem>> {
        let Some(params) = params else { return Ok(None) };
        let outer = self.enter(ScopeKind::TypeParams, &format!("<generic parameters of {name}>"), range);
        for param in &params.type_params {
            let (name, bound) = match param {
                ast::TypeParam::TypeVar(p) => (&p.name, p.bound.as_deref()),
                ast::TypeParam::TypeVarTuple(p) => (&p.name, None),
                ast::TypeParam::ParamSpec(p) => (&p.name, None),
            };
            self.bind(name);
            for later in [bound, param.default()].into_iter().flatten() {
                let around = self.enter(ScopeKind::TypeAlias, name, later.range());
                self.expr(later)?;
                self.current = around;
            }
        }
        Ok(Some(outer))
    }

    fn type_alias(&mut self, s: &ast::StmtTypeAlias) -> Outcome {
        let name = match s.name.as_ref() {
            Expr::Name(name) => name.id.as_str(),
            _ => "",
        };
        self.bind(name);
        let generic = self.type_params(name, s.type_params.as_deref(), s.range)?;
        let outer = self.enter(ScopeKind::TypeAlias, name, s.range);
        self.expr(&s.value)?;
        self.current = generic.unwrap_or(outer);
        Ok(())
    }

    fn annotations(&mut self, parameters: &ast::Parameters, returns: Option<&Expr>) -> Outcome {
        for param in parameters.iter_source_order() {
            self.optional(param.annotation())?;
        }
        self.optional(returns)
    }

    fn defaults(&mut self, parameters: &ast::Parameters) -> Outcome {
        for param in parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs) {
            self.optional(param.default())?;
        }
        Ok(())
    }

    fn parameters(&mut self, parameters: &ast::Parameters) -> Outcome {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
        let stars = [&parameters.vararg, &parameters.kwarg];
        let all = positional.map(|param| &param.parameter).chain(stars.into_iter().flatten().map(AsRef::as_ref));
        for param in all {
            let sym = self.name(&param.name);
            let span = span_of(param.name.range);
            let flags = &mut self.here().entry(sym).flags;
            if flags.param {
                return Err(Problem::syntax(
                    format!("duplicate argument '{}' in function definition", param.name),
                    span,
                ));
            }
            flags.param = true;
            flags.bound = true;
        }
        Ok(())
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) -> Outcome {
        self.bind(&def.name);
        self.defaults(&def.parameters)?;
        self.exprs(def.decorator_list.iter().map(|d| &d.expression))?;
        let generic = self.type_params(&def.name, def.type_params.as_deref(), def.range)?;
        self.annotations(&def.parameters, def.returns.as_deref())?;
        let outer = self.enter(ScopeKind::Function, &def.name, def.range);
        self.here().is_async = def.is_async;
        let iterable = std::mem::take(&mut self.in_iterable);
        let guards = std::mem::take(&mut self.guards);
        let guards_yield = self.scopes.guards_yield;
        self.parameters(&def.parameters)?;
        self.block(&def.body)?;
        if def.decorator_list.iter().any(|d| ends_in(&d.expression, &["contextmanager"])) {
            // `with` brings such a generator to its end.
            self.scopes.guards_yield = guards_yield;
        }
        self.guards = guards;
        self.in_iterable = iterable;
        self.current = generic.unwrap_or(outer);
        Ok(())
    }

    fn class(&mut self, def: &ast::StmtClassDef) -> Outcome {
        self.bind(&def.name);
        self.exprs(def.decorator_list.iter().map(|d| &d.expression))?;
        let generic = self.type_params(&def.name, def.type_params.as_deref(), def.range)?;
        if let Some(arguments) = &def.arguments {
            self.exprs(&arguments.args)?;
            self.exprs(arguments.keywords.iter().map(|k| &k.value))?;
        }
        let outer = self.enter(ScopeKind::Class, &def.name, def.range);
        let private = self.scopes.interner.private_of(&def.name);
        self.here().private = private;
        self.block(&def.body)?;
        self.current = generic.unwrap_or(outer);
        Ok(())
    }

    fn target(&mut self, target: &Expr, delete: bool) -> Outcome {
        match target {
            Expr::Name(name) => {
                self.flag(&name.id, |flags| {
                    flags.bound = true;
                    flags.deleted |= delete;
                });
                Ok(())
            }
            Expr::Tuple(t) => t.elts.iter().try_for_each(|e| self.target(e, delete)),
            Expr::List(t) => t.elts.iter().try_for_each(|e| self.target(e, delete)),
            Expr::Starred(s) => self.target(&s.value, delete),
            other => self.expr(other),
        }
    }

    fn pattern(&mut self, pattern: &Pattern) -> Outcome {
        match pattern {
            Pattern::MatchValue(p) => self.expr(&p.value),
            Pattern::MatchSingleton(_) => Ok(()),
            Pattern::MatchSequence(p) => p.patterns.iter().try_for_each(|p| self.pattern(p)),
            Pattern::MatchMapping(p) => {
                self.exprs(&p.keys)?;
                p.patterns.iter().try_for_each(|p| self.pattern(p))?;
                if let Some(rest) = &p.rest {
                    self.bind(rest);
                }
                Ok(())
            }
            Pattern::MatchClass(p) => {
                self.expr(&p.cls)?;
                p.arguments.patterns.iter().try_for_each(|p| self.pattern(p))?;
                p.arguments.keywords.iter().try_for_each(|k| self.pattern(&k.pattern))
            }
            Pattern::MatchStar(p) => {
                if let Some(name) = &p.name {
                    self.bind(name);
                }
                Ok(())
            }
            Pattern::MatchAs(p) => {
                if let Some(inner) = &p.pattern {
                    self.pattern(inner)?;
                }
                if let Some(name) = &p.name {
                    self.bind(name);
                }
                Ok(())
            }
            Pattern::MatchOr(p) => p.patterns.iter().try_for_each(|p| self.pattern(p)),
        }
    }

    fn comprehension(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        generators: &[ast::Comprehension],
        parts: &[Option<&Expr>],
    ) -> Outcome {
        let Some(first) = generators.first() else { return Ok(()) };
        self.in_iterable += 1;
        self.expr(&first.iter)?;
        self.in_iterable -= 1;
        let name = match kind {
            ScopeKind::ListComp => "<listcomp>",
            ScopeKind::SetComp => "<setcomp>",
            ScopeKind::DictComp => "<dictcomp>",
            _ => "<genexpr>",
        };
        let outer = self.enter(kind, name, range);
        let argument = self.scopes.interner.intern(".0");
        let flags = &mut self.here().entry(argument).flags;
        flags.param = true;
        flags.bound = true;
        for (at, generator) in generators.iter().enumerate() {
            self.iteration_target(&generator.target)?;
            if at > 0 {
                self.in_iterable += 1;
                self.expr(&generator.iter)?;
                self.in_iterable -= 1;
            }
            self.exprs(&generator.ifs)?;
            if generator.is_async {
                self.here().has_await = true;
            }
        }
        parts.iter().try_for_each(|part| self.optional(*part))?;
        let suspends = self.here().has_await && kind != ScopeKind::GeneratorExpr;
        self.current = outer;
        if suspends {
            self.here().has_await = true;
        }
        Ok(())
    }

    fn iteration_target(&mut self, target: &Expr) -> Outcome {
        match target {
            Expr::Name(name) => {
                let sym = self.name(&name.id);
                let flags = &mut self.here().entry(sym).flags;
                flags.bound = true;
                flags.iteration = true;
                Ok(())
            }
            Expr::Tuple(t) => t.elts.iter().try_for_each(|e| self.iteration_target(e)),
            Expr::List(t) => t.elts.iter().try_for_each(|e| self.iteration_target(e)),
            Expr::Starred(s) => self.iteration_target(&s.value),
            other => self.expr(other),
        }
    }

    fn walrus(&mut self, named: &ast::ExprNamed) -> Outcome {
        let Expr::Name(name) = named.target.as_ref() else { return Ok(()) };
        if self.in_iterable > 0 {
            return Err(Problem::syntax(
                "assignment expression cannot be used in a comprehension iterable expression",
                span_of(named.range),
            ));
        }
        if !self.here().kind.is_comprehension() {
            self.expr(&named.value)?;
            self.flag(&name.id, |flags| {
                flags.bound = true;
                flags.walrus = true;
            });
            return Ok(());
        }
        let sym = self.name(&name.id);
        let mut id = self.current;
        let mut inner = Vec::new();
        while self.scopes.list[id].kind.is_comprehension() {
            if self.scopes.list[id].entry(sym).flags.iteration {
                return Err(Problem::syntax(
                    format!("assignment expression cannot rebind comprehension iteration variable '{}'", name.id),
                    span_of(named.target.range()),
                ));
            }
            inner.push(id);
            match self.scopes.list[id].parent {
                Some(parent) => id = parent,
                None => break,
            }
        }
        let owner = &mut self.scopes.list[id];
        let global = match owner.kind {
            ScopeKind::Class => {
                return Err(Problem::syntax(
                    "assignment expression within a comprehension cannot be used in a class body",
                    span_of(named.target.range()),
                ));
            }
            ScopeKind::Module => {
                owner.entry(sym).flags.bound = true;
                true
            }
            _ => {
                let flags = &mut owner.entry(sym).flags;
                if !flags.global && !flags.nonlocal {
                    flags.bound = true;
                }
                flags.global
            }
        };
        for id in inner {
            let flags = &mut self.scopes.list[id].entry(sym).flags;
            if global {
                flags.global = true;
            } else {
                flags.nonlocal = true;
            }
        }
        self.expr(&named.value)
    }

    fn expr(&mut self, expr: &Expr) -> Outcome {
        match expr {
            Expr::BoolOp(e) => self.exprs(&e.values),
            Expr::Named(e) => self.walrus(e),
            Expr::BinOp(_) => {
                // The left spine is as long as the chain: walk it without recursion.
                let mut rights = Vec::new();
                let mut left = expr;
                while let Expr::BinOp(e) = left {
                    rights.push(e.right.as_ref());
                    left = &e.left;
                }
                self.expr(left)?;
                rights.into_iter().rev().try_for_each(|right| self.expr(right))
            }
            Expr::UnaryOp(e) => self.expr(&e.operand),
            Expr::Lambda(e) => {
                if let Some(parameters) = &e.parameters {
                    self.defaults(parameters)?;
                }
                let outer = self.enter(ScopeKind::Lambda, "<lambda>", e.range);
                let iterable = std::mem::take(&mut self.in_iterable);
                if let Some(parameters) = &e.parameters {
                    self.parameters(parameters)?;
                }
                self.expr(&e.body)?;
                self.in_iterable = iterable;
                self.current = outer;
                Ok(())
            }
            Expr::If(e) => {
                self.expr(&e.test)?;
                self.expr(&e.body)?;
                self.expr(&e.orelse)
            }
            Expr::Dict(e) => {
                for item in &e.items {
                    self.optional(item.key.as_ref())?;
                    self.expr(&item.value)?;
                }
                Ok(())
            }
            Expr::Set(e) => self.exprs(&e.elts),
            Expr::List(e) => self.exprs(&e.elts),
            Expr::Tuple(e) => self.exprs(&e.elts),
            Expr::ListComp(e) => self.comprehension(ScopeKind::ListComp, e.range, &e.generators, &[Some(&e.elt)]),
            Expr::SetComp(e) => self.comprehension(ScopeKind::SetComp, e.range, &e.generators, &[Some(&e.elt)]),
            Expr::DictComp(e) => {
                self.comprehension(ScopeKind::DictComp, e.range, &e.generators, &[e.key.as_deref(), Some(&e.value)])
            }
            Expr::Generator(e) => self.comprehension(ScopeKind::GeneratorExpr, e.range, &e.generators, &[Some(&e.elt)]),
            Expr::Await(e) => {
                self.here().has_await = true;
                self.expr(&e.value)
            }
            Expr::Yield(e) => {
                self.yields(e.range)?;
                self.optional(e.value.as_deref())
            }
            Expr::YieldFrom(e) => {
                self.yields(e.range)?;
                self.expr(&e.value)
            }
            Expr::Compare(e) => {
                self.expr(&e.left)?;
                self.exprs(&e.comparators)
            }
            Expr::Call(e) => {
                self.expr(&e.func)?;
                self.exprs(&e.arguments.args)?;
                self.exprs(e.arguments.keywords.iter().map(|k| &k.value))
            }
            Expr::FString(e) => {
                for part in &e.value {
                    if let ast::FStringPart::FString(part) = part {
                        self.interpolations(&part.elements)?;
                    }
                }
                Ok(())
            }
            Expr::TString(e) => {
                for part in &e.value {
                    self.interpolations(&part.elements)?;
                }
                Ok(())
            }
            Expr::Attribute(e) => self.expr(&e.value),
            Expr::Subscript(e) => {
                self.expr(&e.value)?;
                self.expr(&e.slice)
            }
            Expr::Starred(e) => self.expr(&e.value),
            Expr::Name(e) => {
                self.flag(&e.id, |flags| flags.used = true);
                if e.id.as_str() == "super" && self.here().kind.is_function_like() {
                    self.flag("__class__", |flags| flags.used = true);
                }
                Ok(())
            }
            Expr::Slice(e) => {
                self.optional(e.lower.as_deref())?;
                self.optional(e.upper.as_deref())?;
                self.optional(e.step.as_deref())
            }
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::IpyEscapeCommand(_) => Ok(()),
        }
    }

    fn yields(&mut self, range: TextRange) -> Outcome {
        let what = match self.here().kind {
            ScopeKind::ListComp => "list comprehension",
            ScopeKind::SetComp => "set comprehension",
            ScopeKind::DictComp => "dict comprehension",
            ScopeKind::GeneratorExpr => "generator expression",
            _ => {
                self.here().has_yield = true;
                self.scopes.guards_yield |= self.guards > 0;
                return Ok(());
            }
        };
        Err(Problem::syntax(format!("'yield' inside {what}"), span_of(range)))
    }

    fn interpolations(&mut self, elements: &ast::InterpolatedStringElements) -> Outcome {
        for element in elements.interpolations() {
            self.expr(&element.expression)?;
            if let Some(spec) = &element.format_spec {
                self.interpolations(&spec.elements)?;
            }
        }
        Ok(())
    }
}

/// Whether a handler takes what a generator is closed with.
fn takes_exit(handler: &ast::ExceptHandler) -> bool {
    let ast::ExceptHandler::ExceptHandler(handler) = handler;
    handler.type_.as_deref().is_none_or(|class| ends_in(class, &["GeneratorExit", "BaseException"]))
}

/// Whether an expression is one of these names, or an attribute of this name.
fn ends_in(expr: &Expr, names: &[&str]) -> bool {
    match expr {
        Expr::Name(name) => names.contains(&name.id.as_str()),
        Expr::Attribute(attribute) => names.contains(&attribute.attr.as_str()),
        _ => false,
    }
}
