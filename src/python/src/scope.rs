//! Symbol tables: for every block of a program, which names are local, shared with inner blocks, or global.
//!
//! Two passes, as in CPython's `symtable.c`: [`build`] walks the tree and notes what each block does with each name;
//! [`resolve`](resolve::resolve) decides where each name lives. Keeps true: a block is found again by the range and the
//! role of its syntax node; symbols keep the order of their first appearance, so register numbers are stable.

mod build;
mod intern;
mod resolve;

pub use intern::{FixedHasher, Interner, Sym};

use hashbrown::HashMap;
use ruff_text_size::TextRange;

use crate::code::Span;
use crate::syntax::Problem;

pub type ScopeId = usize;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    ListComp,
    SetComp,
    DictComp,
    GeneratorExpr,
    /// Hidden function that holds the type parameters of a generic definition.
    TypeParams,
    /// Thunk of a `type X = …` statement.
    TypeAlias,
}

impl ScopeKind {
    pub fn is_comprehension(self) -> bool {
        matches!(self, ScopeKind::ListComp | ScopeKind::SetComp | ScopeKind::DictComp | ScopeKind::GeneratorExpr)
    }

    /// Has registers for its names.
    pub fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

/// What a block does with a name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flags {
    pub bound: bool,
    pub used: bool,
    pub param: bool,
    pub global: bool,
    pub nonlocal: bool,
    pub annotated: bool,
    pub deleted: bool,
    /// Target of a `for` of this comprehension.
    pub iteration: bool,
    /// Bound by `:=` here.
    pub walrus: bool,
}

/// Where a name lives, seen from a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a register of this block.
    Local,
    /// In a cell that this block makes.
    Cell,
    /// In a cell of an enclosing function.
    Free,
    /// Declared `global`.
    GlobalExplicit,
    /// Not bound in any function around.
    GlobalImplicit,
    /// Module or class namespace.
    Namespace,
}

#[derive(Clone, Debug)]
pub struct Symbol {
    pub name: Sym,
    pub flags: Flags,
    pub place: Place,
    /// Bound in this class and also needed free by an inner block.
    pub passes_through: bool,
    /// Place of the `global`/`nonlocal` statement.
    pub declared_at: Span,
}

#[derive(Debug)]
pub struct Scope {
    pub kind: ScopeKind,
    pub name: String,
    pub parent: Option<ScopeId>,
    pub symbols: Vec<Symbol>,
    index: HashMap<Sym, usize, FixedHasher>,
    /// Class whose private names are mangled here, without leading underscores.
    pub private: Option<Sym>,
    pub is_async: bool,
    pub has_yield: bool,
    pub has_await: bool,
    /// Class: an inner function needs `__class__`.
    pub needs_class_cell: bool,
    /// Module or class body: has annotated names.
    pub has_annotations: bool,
}

impl Scope {
    pub fn get(&self, name: Sym) -> Option<&Symbol> {
        self.index.get(&name).and_then(|at| self.symbols.get(*at))
    }

    fn entry(&mut self, name: Sym) -> &mut Symbol {
        let symbols = &mut self.symbols;
        let at = *self.index.entry(name).or_insert_with(|| {
            symbols.push(Symbol {
                name,
                flags: Flags::default(),
                place: Place::GlobalImplicit,
                passes_through: false,
                declared_at: Span::default(),
            });
            symbols.len() - 1
        });
        &mut self.symbols[at]
    }
}

/// Key of a block: its syntax node's range and role.
type Key = (u32, u32, ScopeKind);

fn key(range: TextRange, kind: ScopeKind) -> Key {
    (range.start().into(), range.end().into(), kind)
}

/// All blocks of a source text.
#[derive(Debug)]
pub struct Scopes {
    pub list: Vec<Scope>,
    /// Sorted by key.
    by_node: Vec<(Key, ScopeId)>,
    pub interner: Interner,
    /// A generator of the program may be left inside a `finally`, a `with` or a handler of GeneratorExit.
    pub guards_yield: bool,
}

impl Scopes {
    pub fn find(&self, range: TextRange, kind: ScopeKind) -> Option<ScopeId> {
        let found = self.by_node.binary_search_by_key(&key(range, kind), |&(key, _)| key).ok();
        found.and_then(|at| self.by_node.get(at)).map(|&(_, id)| id)
    }
}

/// The source range of a node.
pub fn span_of(range: TextRange) -> Span {
    Span { start: range.start().into(), end: range.end().into() }
}

/// Symbol tables of a module.
pub fn analyze(body: &[ruff_python_ast::Stmt]) -> Result<Scopes, Box<Problem>> {
    let mut scopes = build::build(body)?;
    resolve::resolve(&mut scopes)?;
    Ok(scopes)
}

/// Symbol tables of a single expression.
pub fn analyze_expression(body: &ruff_python_ast::Expr) -> Result<Scopes, Box<Problem>> {
    let mut scopes = build::build_expression(body)?;
    resolve::resolve(&mut scopes)?;
    Ok(scopes)
}
