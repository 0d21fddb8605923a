//! Statements that have no module of their own.

use ruff_python_ast::{self as ast, Expr, Stmt};

use super::flow::BlockKind;
use super::{Compiler, Import, Mode, Outcome, span};
use crate::code::{CodeKind, Common, Const, Flavour, Op, Span};
use crate::library::{HAS_RARE_NATIVES, lack};
use crate::syntax::Problem;

/// Instructions of one block: `finally` bodies are copied to every way out, and copies of copies grow fast.
const MAX_INSTRUCTIONS: u32 = 1 << 20;

/// Features that `from __future__ import …` knows.
const FUTURE: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl<'a> Compiler<'a> {
    pub(super) fn block(&mut self, body: &'a [Stmt]) -> Outcome<()> {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &'a Stmt) -> Outcome<()> {
        let at = span(stmt);
        if self.unit.here() > MAX_INSTRUCTIONS {
            return Err(Problem::unsupported("a function this long", at));
        }
        if self.reaps {
            let live = self.unit.mark();
            self.emit(at, Op::Reap, 0, 0, 0, live.into());
        }
        match stmt {
            Stmt::Expr(s) => self.expression_statement(s),
            Stmt::Assign(s) => self.assign(s),
            Stmt::AugAssign(s) => self.augmented(s),
            Stmt::AnnAssign(s) => self.annotated(s),
            Stmt::FunctionDef(s) => self.def(s),
            Stmt::ClassDef(s) => self.class(s),
            Stmt::Return(s) => self.return_statement(s),
            Stmt::Delete(s) => s.targets.iter().try_for_each(|target| self.delete(target)),
            Stmt::If(s) => self.if_statement(s),
            Stmt::While(s) => self.while_statement(s),
            Stmt::For(s) => self.for_statement(s),
            Stmt::With(s) => self.with_statement(s),
            Stmt::Match(_) if !HAS_RARE_NATIVES => {
                // The host hands the program to the whole engine.
                lack();
                Err(Problem::unsupported("match", at))
            }
            Stmt::Match(s) => self.match_statement(s),
            Stmt::Try(s) => self.try_statement(s),
            Stmt::Raise(s) => self.raise(s),
            Stmt::Assert(s) => self.assert(s),
            Stmt::Import(s) => self.import(s),
            Stmt::ImportFrom(s) => self.import_from(s),
            Stmt::TypeAlias(s) => self.type_alias(s),
            Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::Pass(_) => {
                // A place for the line: steppers stop at `pass`.
                self.emit(at, Op::Nop, 0, 0, 0, 0);
                Ok(())
            }
            Stmt::Break(_) => self.loop_jump(at, true),
            Stmt::Continue(_) => self.loop_jump(at, false),
            Stmt::IpyEscapeCommand(_) => Err(Problem::syntax("invalid syntax", at)),
        }
    }

    /// A function returns: its variables let go of what they hold, before the caller goes on.
    pub(super) fn reap_locals(&mut self, at: Span, value: Option<super::Reg>) {
        if self.reaps {
            let keep = value.map_or(u32::MAX, u32::from);
            self.emit(at, Op::Reap, value.unwrap_or(0), 1, 0, keep);
        }
    }

    fn expression_statement(&mut self, s: &'a ast::StmtExpr) -> Outcome<()> {
        let at = span(s);
        if self.mode == Mode::Single && self.outer.is_empty() {
            let mark = self.unit.mark();
            let hook = self.unit.alloc(at)?;
            self.emit(at, Op::LoadCommon, hook, 0, 0, Common::DisplayHook as u32);
            self.push(&s.value)?;
            self.emit(at, Op::Call, hook, 1, 0, 0);
            self.unit.release(mark);
            return Ok(());
        }
        if self.fold(&s.value)?.is_some() {
            self.emit(at, Op::Nop, 0, 0, 0, 0);
            return Ok(());
        }
        self.discard(&s.value)?;
        if matches!(*s.value, Expr::Call(_)) {
            self.unit.discards_result();
        }
        Ok(())
    }

    fn return_statement(&mut self, s: &'a ast::StmtReturn) -> Outcome<()> {
        let at = span(s);
        if !matches!(self.unit.kind, CodeKind::Function | CodeKind::Lambda) {
            return Err(Problem::syntax("'return' outside function", at));
        }
        if s.value.is_some() && self.unit.flavour == Flavour::AsyncGenerator {
            return Err(Problem::syntax("'return' with value in async generator", at));
        }
        self.check_return(at)?;
        let mark = self.unit.mark();
        let value = match s.value.as_deref() {
            None | Some(Expr::NoneLiteral(_)) => None,
            Some(value) if self.leaving_runs_code() => Some(self.push(value)?),
            Some(value) => Some(self.any(value)?),
        };
        self.leave(0, |compiler| match value {
            Some(value) => {
                compiler.reap_locals(at, Some(value));
                compiler.emit(at, Op::Return, value, 0, 0, 0);
            }
            None => {
                compiler.reap_locals(at, None);
                compiler.emit(at, Op::ReturnNone, 0, 0, 0, 0);
            }
        })?;
        self.unit.release(mark);
        Ok(())
    }

    fn if_statement(&mut self, s: &'a ast::StmtIf) -> Outcome<()> {
        let end = self.unit.label();
        let mut next = self.unit.label();
        self.jump_if(&s.test, false, next)?;
        self.block(&s.body)?;
        let last = s.elif_else_clauses.len();
        if last > 0 {
            self.jump(span(s), Op::Jump, 0, 0, 0, end);
        }
        for (nth, clause) in s.elif_else_clauses.iter().enumerate() {
            self.unit.bind(next);
            next = self.unit.label();
            if let Some(test) = &clause.test {
                self.jump_if(test, false, next)?;
            }
            self.block(&clause.body)?;
            if nth + 1 < last {
                self.jump(span(clause), Op::Jump, 0, 0, 0, end);
            }
        }
        self.unit.bind(next);
        self.unit.bind(end);
        Ok(())
    }

    fn while_statement(&mut self, s: &'a ast::StmtWhile) -> Outcome<()> {
        let at = span(s.test.as_ref());
        let head = self.unit.label();
        let otherwise = self.unit.label();
        let exit = self.unit.label();
        self.unit.bind(head);
        self.open(BlockKind::Loop { head, exit }, span(s), None)?;
        self.jump_if(&s.test, false, otherwise)?;
        self.block(&s.body)?;
        self.jump(at, Op::JumpBack, 0, 0, 0, head);
        self.close();
        self.unit.bind(otherwise);
        self.block(&s.orelse)?;
        self.unit.bind(exit);
        Ok(())
    }

    fn for_statement(&mut self, s: &'a ast::StmtFor) -> Outcome<()> {
        let at = span(s.iter.as_ref());
        let mark = self.unit.mark();
        let iterator = self.unit.alloc(at)?;
        let head = self.unit.label();
        let exit = self.unit.label();
        if s.is_async {
            self.check_async(span(s), "'async for' outside async function")?;
            self.async_iterator(&s.iter, iterator)?;
            self.open(BlockKind::Loop { head, exit }, span(s), None)?;
            self.async_loop(at, iterator, head, |compiler, value| {
                compiler.store(&s.target, value)?;
                compiler.block(&s.body)
            })?;
            self.close();
        } else {
            let source = self.operand(&s.iter, iterator)?;
            self.emit(at, Op::GetIter, iterator, source, 0, 0);
            let otherwise = self.unit.label();
            self.unit.bind(head);
            self.open(BlockKind::Loop { head, exit }, span(s), None)?;
            self.for_step(span(s), iterator, &s.target, otherwise)?;
            self.block(&s.body)?;
            self.jump(at, Op::JumpBack, 0, 0, 0, head);
            self.close();
            self.unit.bind(otherwise);
        }
        self.unit.release(mark);
        self.block(&s.orelse)?;
        self.unit.bind(exit);
        Ok(())
    }

    fn raise(&mut self, s: &'a ast::StmtRaise) -> Outcome<()> {
        let at = span(s);
        let mark = self.unit.mark();
        match (&s.exc, &s.cause) {
            (None, _) => self.emit(at, Op::Raise, 0, 0, 0, 0),
            (Some(exception), None) => {
                let exception = self.any(exception)?;
                self.emit(at, Op::Raise, exception, 0, 1, 0);
            }
            (Some(exception), Some(cause)) => {
                let exception = self.any(exception)?;
                let cause = self.any(cause)?;
                self.emit(at, Op::Raise, exception, cause, 2, 0);
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    fn assert(&mut self, s: &'a ast::StmtAssert) -> Outcome<()> {
        let at = span(s.test.as_ref());
        self.warn_of_assertion(&s.test);
        let holds = self.unit.label();
        self.jump_if(&s.test, true, holds)?;
        let mark = self.unit.mark();
        let error = self.unit.alloc(at)?;
        self.emit(at, Op::LoadCommon, error, 0, 0, Common::AssertionError as u32);
        if let Some(message) = &s.msg {
            self.push(message)?;
            self.emit(at, Op::Call, error, 1, 0, 0);
        }
        self.emit(at, Op::Raise, error, 0, 1, 0);
        self.unit.release(mark);
        self.unit.bind(holds);
        Ok(())
    }

    fn note_import(&mut self, module: &str, level: u32, at: Span) {
        let (line, column) = self.lines.line_column(self.source, at.start);
        self.imports.push(Import {
            module: module.to_owned(),
            level,
            span: at,
            line,
            column,
            guarded: self.guarded > 0,
        });
    }

    fn import(&mut self, s: &'a ast::StmtImport) -> Outcome<()> {
        let at = span(s);
        for alias in &s.names {
            self.note_import(&alias.name, 0, span(&alias.name));
            let mark = self.unit.mark();
            let module = self.unit.alloc(at)?;
            let from_list = self.unit.alloc(at)?;
            self.emit(at, Op::LoadNone, from_list, 0, 0, 0);
            let name = self.unit.constant(Const::Str(alias.name.to_string()));
            self.emit(at, Op::ImportName, module, from_list, 0, name);
            let mut parts = alias.name.split('.');
            let top = parts.next().unwrap_or_default();
            match &alias.asname {
                None => self.store_name(at, top, module)?,
                Some(bound) => {
                    // `import a.b as c` binds the submodule itself.
                    for part in parts {
                        let name = self.unit.name(part);
                        self.emit(at, Op::ImportFrom, module, module, 0, name);
                    }
                    self.store_name(at, bound, module)?;
                }
            }
            self.unit.release(mark);
        }
        Ok(())
    }

    fn import_from(&mut self, s: &'a ast::StmtImportFrom) -> Outcome<()> {
        let at = span(s);
        let module_name = s.module.as_ref().map_or("", |module| module.as_str());
        if s.level == 0 && module_name == "__future__" {
            self.future(s)?;
        } else {
            let place = s.module.as_ref().map_or(at, span);
            self.note_import(module_name, s.level, place);
        }
        let Ok(level) = u8::try_from(s.level) else {
            return Err(Problem::unsupported("a relative import this far up", at));
        };
        let mark = self.unit.mark();
        let module = self.unit.alloc(at)?;
        let from_list = self.unit.alloc(at)?;
        let names = s.names.iter().map(|alias| Const::Str(alias.name.to_string())).collect();
        self.load_const(at, from_list, Const::Tuple(names));
        let name = self.unit.constant(Const::Str(module_name.to_owned()));
        self.emit(at, Op::ImportName, module, from_list, level, name);
        for alias in &s.names {
            let place = span(alias);
            if alias.name.as_str() == "*" {
                self.emit(at, Op::ImportStar, 0, module, 0, 0);
                continue;
            }
            let name = self.unit.name(&alias.name);
            self.emit(at, Op::ImportFrom, from_list, module, 0, name);
            self.store_name(place, alias.asname.as_ref().unwrap_or(&alias.name), from_list)?;
        }
        self.unit.release(mark);
        Ok(())
    }

    fn future(&mut self, s: &'a ast::StmtImportFrom) -> Outcome<()> {
        let at = Span { end: span(s).start + 1, ..span(s) };
        if !self.future_allowed {
            return Err(Problem::syntax("from __future__ imports must occur at the beginning of the file", span(s)));
        }
        for alias in &s.names {
            let name = alias.name.as_str();
            if name == "braces" {
                return Err(Problem::syntax("not a chance", at));
            }
            if !FUTURE.contains(&name) {
                return Err(Problem::syntax(format!("future feature {name} is not defined"), at));
            }
            if name == "annotations" {
                self.future_annotations = true;
            }
        }
        Ok(())
    }
}
