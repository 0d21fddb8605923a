//! Variables: which register or table a name means, and the instructions that load, store and delete it.

use super::unit::{Binding, Reg};
use super::{Compiler, Mode, Outcome};
use crate::code::{CodeKind, Op, Span, Variable};
use crate::scope::{Place, Sym};
use crate::syntax::Problem;

/// Variables of one function; the other registers are for temporaries.
const MAX_VARIABLES: usize = 200;

impl Compiler<'_> {
    /// Gives registers to the names of the current block and emits its prologue (cells). Parameters come first.
    pub(super) fn set_up_names(&mut self, params: &[Sym]) -> Outcome<()> {
        let scope = &self.scopes.list[self.unit.scope];
        let kind = self.unit.kind;
        let at = Span::default();
        let mut in_registers: Vec<(Sym, Place)> =
            params.iter().filter_map(|sym| scope.get(*sym).map(|symbol| (*sym, symbol.place))).collect();
        in_registers.extend(
            scope
                .symbols
                .iter()
                .filter(|symbol| !symbol.flags.param && matches!(symbol.place, Place::Local | Place::Cell))
                .map(|symbol| (symbol.name, symbol.place)),
        );
        let mut free: Vec<(Sym, bool)> = scope
            .symbols
            .iter()
            .filter(|symbol| symbol.place == Place::Free || symbol.passes_through)
            .map(|symbol| (symbol.name, symbol.passes_through))
            .collect();
        let class_cell = scope.needs_class_cell;
        let namespace =
            scope.symbols.iter().map(|symbol| (symbol.name, symbol.place, symbol.flags)).collect::<Vec<_>>();
        if class_cell {
            let class_name = self.scopes.interner.intern("__class__");
            free.retain(|(sym, _)| *sym != class_name);
            in_registers.push((class_name, Place::Cell));
        }
        if in_registers.len() + free.len() > MAX_VARIABLES {
            let span = Span {
                start: self.lines.line_start(self.unit.first_line),
                end: self.lines.line_start(self.unit.first_line + 1),
            };
            return Err(Problem::unsupported(
                format!("a function with more than {MAX_VARIABLES} local variables"),
                span,
            ));
        }
        for (sym, place, flags) in namespace {
            let binding = match place {
                Place::GlobalExplicit => Binding::Global,
                Place::GlobalImplicit if kind == CodeKind::ClassBody || self.by_namespace() => Binding::Namespace,
                Place::GlobalImplicit => Binding::Global,
                Place::Namespace if kind == CodeKind::Module && self.mode == Mode::Module => Binding::Global,
                Place::Namespace => Binding::Namespace,
                Place::Local | Place::Cell | Place::Free => continue,
            };
            let _ = flags;
            self.unit.bindings.insert(sym, binding);
        }
        let mut cells = Vec::new();
        let mut register: u8 = 0;
        for (at, (sym, place)) in in_registers.iter().enumerate() {
            let cell = *place == Place::Cell;
            let binding = if cell { Binding::Cell(register) } else { Binding::Local(register) };
            if kind != CodeKind::ClassBody {
                self.unit.bindings.insert(*sym, binding);
            }
            if cell {
                self.unit.cells.insert(*sym, register);
                cells.push(register);
            }
            let flags = self.scopes.list[self.unit.scope].get(*sym).map(|symbol| symbol.flags);
            if flags.is_some_and(|flags| flags.deleted) {
                self.unit.unsure.set(register);
            }
            if flags.is_some_and(|flags| flags.walrus) {
                self.unit.volatile.set(register);
            }
            if at < params.len() {
                self.unit.note_bound(register);
            }
            self.unit.variables.push(Variable { name: self.scopes.interner.get(*sym).to_owned(), register, cell });
            register += 1;
        }
        let first_free = register;
        for (sym, passes_through) in &free {
            let name = self.text(*sym);
            let binding =
                if kind == CodeKind::ClassBody { Binding::ClassCell(register) } else { Binding::Cell(register) };
            if !passes_through {
                self.unit.bindings.insert(*sym, binding);
            }
            self.unit.cells.insert(*sym, register);
            self.unit.free_names.push(name.clone());
            self.unit.variables.push(Variable { name, register, cell: true });
            register += 1;
        }
        self.unit.set_variables(u16::from(register));
        let at = Span { start: self.lines.line_start(self.unit.first_line), ..at };
        let at = Span { end: at.start, ..at };
        for cell in cells {
            self.emit(at, Op::MakeCell, cell, 0, 0, 0);
        }
        for (number, cell) in (first_free..register).enumerate() {
            self.emit(at, Op::LoadFree, cell, 0, 0, u32::try_from(number).unwrap_or(u32::MAX));
        }
        Ok(())
    }

    /// Global names of the module block go through the frame's namespace.
    fn by_namespace(&self) -> bool {
        self.unit.kind == CodeKind::Module && self.mode != Mode::Module
    }

    fn binding(&mut self, name: &str) -> (Sym, Binding) {
        let sym = self.sym(name);
        let default = match self.unit.kind {
            CodeKind::ClassBody => Binding::Namespace,
            CodeKind::Module if self.mode != Mode::Module => Binding::Namespace,
            _ => Binding::Global,
        };
        (sym, self.unit.bindings.get(&sym).copied().unwrap_or(default))
    }

    /// The local's register, if the name is a plain local that may be used where it is.
    pub(super) fn local_in_place(&mut self, at: Span, name: &str) -> Option<Reg> {
        match self.binding(name) {
            (sym, Binding::Local(register)) if !self.unit.volatile.has(register) => {
                self.check_bound(at, sym, register);
                Some(register)
            }
            _ => None,
        }
    }

    /// The register that a value can be computed into directly.
    pub(super) fn local_target(&mut self, name: &str) -> Option<Reg> {
        match self.binding(name) {
            (_, Binding::Local(register)) => Some(register),
            _ => None,
        }
    }

    fn check_bound(&mut self, at: Span, sym: Sym, register: Reg) {
        if !self.unit.is_bound(register) {
            let text = self.text(sym);
            let name = self.unit.name(&text);
            self.emit(at, Op::CheckBound, register, 0, 0, name);
            self.unit.note_bound(register);
        }
    }

    pub(super) fn load_name(&mut self, at: Span, name: &str, to: Reg) {
        let (sym, binding) = self.binding(name);
        match binding {
            Binding::Local(register) => {
                self.check_bound(at, sym, register);
                self.move_to(at, to, register);
            }
            Binding::Cell(cell) => {
                let text = self.text(sym);
                let name = self.unit.name(&text);
                self.emit(at, Op::LoadDeref, to, cell, 0, name);
            }
            Binding::ClassCell(cell) => {
                let text = self.text(sym);
                let name = self.unit.name(&text);
                self.emit(at, Op::LoadClassDeref, to, cell, 0, name);
            }
            Binding::Global => {
                let text = self.text(sym);
                let site = self.unit.site(&text);
                self.emit(at, Op::LoadGlobal, to, 0, 0, site);
            }
            Binding::Namespace => {
                let text = self.text(sym);
                let site = self.unit.site(&text);
                self.emit(at, Op::LoadName, to, 0, 0, site);
            }
        }
    }

    pub(super) fn store_name(&mut self, at: Span, name: &str, from: Reg) -> Outcome<()> {
        if name == "__debug__" {
            return Err(Problem::syntax("cannot assign to __debug__", at));
        }
        let (sym, binding) = self.binding(name);
        match binding {
            Binding::Local(register) => {
                self.move_to(at, register, from);
                self.unit.note_bound(register);
            }
            Binding::Cell(cell) | Binding::ClassCell(cell) => {
                self.emit(at, Op::StoreDeref, cell, from, 0, 0);
            }
            Binding::Global => {
                let text = self.text(sym);
                let site = self.unit.site(&text);
                self.emit(at, Op::StoreGlobal, from, 0, 0, site);
            }
            Binding::Namespace => {
                let text = self.text(sym);
                let name = self.unit.name(&text);
                self.emit(at, Op::StoreName, from, 0, 0, name);
            }
        }
        Ok(())
    }

    pub(super) fn delete_name(&mut self, at: Span, name: &str) -> Outcome<()> {
        if name == "__debug__" {
            return Err(Problem::syntax("cannot delete __debug__", at));
        }
        let (sym, binding) = self.binding(name);
        let text = self.text(sym);
        match binding {
            Binding::Local(register) => {
                let name = self.unit.name(&text);
                self.emit(at, Op::DeleteLocal, register, 0, 0, name);
            }
            Binding::Cell(cell) | Binding::ClassCell(cell) => {
                let name = self.unit.name(&text);
                self.emit(at, Op::DeleteDeref, cell, 0, 0, name);
            }
            Binding::Global => {
                let site = self.unit.site(&text);
                self.emit(at, Op::DeleteGlobal, 0, 0, 0, site);
            }
            Binding::Namespace => {
                let name = self.unit.name(&text);
                self.emit(at, Op::DeleteName, 0, 0, 0, name);
            }
        }
        Ok(())
    }

    /// The end of `except … as name`: the name is unbound, whether or not the program did so already.
    pub(super) fn clear_name(&mut self, at: Span, name: &str) -> Outcome<()> {
        if let Some(register) = self.local_target(name) {
            self.emit(at, Op::Clear, register, 0, 0, 0);
            return Ok(());
        }
        let mark = self.unit.mark();
        let none = self.unit.alloc(at)?;
        self.emit(at, Op::LoadNone, none, 0, 0, 0);
        self.store_name(at, name, none)?;
        self.unit.release(mark);
        self.delete_name(at, name)
    }

    pub(super) fn move_to(&mut self, at: Span, to: Reg, from: Reg) {
        if to != from {
            self.emit(at, Op::Move, to, from, 0, 0);
        }
    }
}
