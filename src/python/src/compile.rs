//! The compiler: source text to [`Code`].
//!
//! Three steps: parse ([`crate::parse`]), symbol tables ([`crate::scope`]), one pass over the tree that writes
//! instructions. Keeps true: operands are evaluated in CPython's order; what CPython 3.11 refuses at compile time is
//! refused here, with its words. Knows nothing of values or of the VM beyond `code.rs`.

mod assign;
mod calls;
mod comprehensions;
mod conditions;
mod constants;
mod definitions;
mod disassemble;
mod displays;
mod expressions;
mod flow;
mod functions;
mod handlers;
mod names;
mod patterns;
mod statements;
mod suspend;
mod unit;
mod verify;
mod warn;

pub use verify::verify;

use std::borrow::Cow;
use std::sync::Arc;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::code::{Code, CodeKind, Instr, Op, Span};
use crate::parse::{self, Tree};
use crate::scope::{self, Scopes, Sym};
use crate::syntax::{Diagnostic, LineIndex, Problem};
use unit::{Label, Reg, Unit};

/// A result, or the first mistake found.
pub(crate) type Outcome<T> = Result<T, Box<Problem>>;

/// What kind of source text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A program or module: its variables are the globals.
    Module,
    /// The argument of `exec`: names go through the frame's namespace, which may differ from the globals.
    Exec,
    /// One expression; the code returns its value.
    Eval,
    /// An interactive statement: values of expression statements go to the display hook.
    Single,
}

/// An import that can be seen without running the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Dotted name as written; of a relative import the part after the dots.
    pub module: String,
    /// Leading dots.
    pub level: u32,
    pub span: Span,
    pub line: u32,
    pub column: u32,
    /// Inside a `try` body that has handlers: the program is ready for its absence.
    pub guarded: bool,
}

/// A compiled source text.
#[derive(Clone, Debug)]
pub struct Compiled {
    pub code: Arc<Code>,
    pub file_name: String,
    /// What CPython's SyntaxWarnings say, and on which line.
    pub warnings: Vec<(u32, String)>,
    imports: Vec<Import>,
}

/// The imports of a program, in source order, so that a host can report unknown modules before anything runs.
#[must_use]
pub fn imported_modules(compiled: &Compiled) -> &[Import] {
    &compiled.imports
}

/// A source text whose lines end as on Linux: line ends of all systems are one in a Python program, inside texts too.
#[must_use]
pub fn unified_line_ends(source: &str) -> Cow<'_, str> {
    if source.contains('\r') {
        Cow::Owned(source.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(source)
    }
}

/// Compiles a source text, or says what is wrong with it (the first entry is what CPython would report).
///
/// # Errors
/// Syntax errors, and constructs that are not supported.
pub fn compile_module(source: &str, file_name: &str, mode: Mode) -> Result<Compiled, Vec<Diagnostic>> {
    let source = &*unified_line_ends(source);
    let lines = LineIndex::new(source);
    let locate = |problem: Problem| problem.locate(&lines, source);
    let tree = parse::parse(source, mode == Mode::Eval)
        .map_err(|problems| problems.into_iter().map(locate).collect::<Vec<_>>())?;
    let (code, imports, warnings) =
        compile_tree(source, &lines, &tree, mode, file_name).map_err(|problem| vec![locate(*problem)])?;
    Ok(Compiled { code: Arc::new(code), file_name: file_name.to_owned(), warnings, imports })
}

type Written = (Code, Vec<Import>, Vec<(u32, String)>);

fn compile_tree(source: &str, lines: &LineIndex, tree: &Tree, mode: Mode, file_name: &str) -> Outcome<Written> {
    let scopes = match tree {
        Tree::Module(body) => scope::analyze(body)?,
        Tree::Expression(body) => scope::analyze_expression(body)?,
    };
    let unit = Unit::new(0, CodeKind::Module, "<module>", "<module>".to_owned(), 1);
    let mut compiler = Compiler {
        source,
        // Our own sources (`<name>`) bring their generators to an end themselves.
        reaps: source.contains("def __del__(") || scopes.guards_yield && !file_name.starts_with('<'),
        lines,
        scopes,
        mode,
        unit,
        outer: Vec::new(),
        imports: Vec::new(),
        warnings: Vec::new(),
        future_annotations: false,
        future_allowed: false,
        guarded: 0,
    };
    compiler.module(tree)?;
    let code = compiler.unit.finish()?;
    Ok((code, compiler.imports, compiler.warnings))
}

/// State of one compilation.
struct Compiler<'a> {
    /// The program defines `__del__`, or generators that have to be closed when they are dropped: there are places at which the end of objects is looked for.
    reaps: bool,
    source: &'a str,
    lines: &'a LineIndex,
    scopes: Scopes,
    mode: Mode,
    /// The block being written.
    unit: Unit<'a>,
    /// Blocks around it, outermost first.
    outer: Vec<Unit<'a>>,
    imports: Vec<Import>,
    warnings: Vec<(u32, String)>,
    /// `from __future__ import annotations` seen.
    future_annotations: bool,
    /// Nothing but the docstring and such imports came before.
    future_allowed: bool,
    /// Depth of `try` bodies with handlers.
    guarded: u32,
}

fn span(node: &impl Ranged) -> Span {
    scope::span_of(node.range())
}

impl<'a> Compiler<'a> {
    fn module(&mut self, tree: &'a Tree) -> Outcome<()> {
        self.set_up_names(&[])?;
        match tree {
            Tree::Module(body) => {
                if self.scopes.list[0].has_annotations {
                    self.set_up_annotations(body.first().map_or(Span::default(), span))?;
                }
                let body = self.docstring(body)?;
                let is_future =
                    |s: &Stmt| matches!(s, Stmt::ImportFrom(s) if s.module.as_deref() == Some("__future__"));
                let (futures, body) = body.split_at(body.iter().take_while(|s| is_future(s)).count());
                self.future_allowed = true;
                self.block(futures)?;
                self.future_allowed = false;
                self.block(body)?;
                self.emit(self.end_span(), Op::ReturnNone, 0, 0, 0, 0);
            }
            Tree::Expression(body) => {
                let value = self.any(body)?;
                self.emit(span(body.as_ref()), Op::Return, value, 0, 0, 0);
            }
        }
        Ok(())
    }

    /// A module's docstring is stored; the statements after it are returned.
    fn docstring(&mut self, body: &'a [Stmt]) -> Outcome<&'a [Stmt]> {
        if let Some((Stmt::Expr(first), rest)) = body.split_first()
            && let Expr::StringLiteral(text) = first.value.as_ref()
            && self.mode != Mode::Single
        {
            let doc = text.value.to_str().to_owned();
            self.unit.doc = Some(doc.clone());
            let at = span(first);
            let mark = self.unit.mark();
            let register = self.unit.alloc(at)?;
            self.load_str(at, register, doc);
            self.store_name(at, "__doc__", register)?;
            self.unit.release(mark);
            return Ok(rest);
        }
        Ok(body)
    }

    /// Where the implicit `return None` of a module sits: its last instruction's place.
    fn end_span(&self) -> Span {
        let end = u32::try_from(self.source.trim_end().len()).unwrap_or(u32::MAX);
        let start = self.lines.line_start(self.lines.line(end));
        Span { start, end }
    }

    fn emit(&mut self, at: Span, op: Op, a: Reg, b: Reg, c: u8, d: u32) {
        self.unit.emit(self.lines, at, Instr { op, a, b, c, d });
    }

    fn jump(&mut self, at: Span, op: Op, a: Reg, b: Reg, c: u8, to: Label) {
        self.unit.jump(self.lines, at, Instr { op, a, b, c, d: 0 }, to);
    }

    fn sym(&mut self, name: &str) -> Sym {
        let private = self.scopes.list[self.unit.scope].private;
        self.scopes.interner.mangle(private, name)
    }

    fn text(&self, sym: Sym) -> String {
        self.scopes.interner.get(sym).to_owned()
    }

    fn source_of(&self, range: TextRange) -> &'a str {
        let (start, end) = (u32::from(range.start()) as usize, u32::from(range.end()) as usize);
        self.source.get(start..end).unwrap_or_default()
    }
}
