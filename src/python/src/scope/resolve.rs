//! Decides where every name lives.
//!
//! Keeps true: when a block sees a name as free, every function block between it and the owner passes the cell on.

use super::{Place, ScopeId, ScopeKind, Scopes, Sym};
use crate::syntax::Problem;

pub fn resolve(scopes: &mut Scopes) -> Result<(), Box<Problem>> {
    let class_name = scopes.interner.intern("__class__");
    // Parents come before their children in the list, and owners are decided by their own flags alone.
    for id in 0..scopes.list.len() {
        for at in 0..scopes.list[id].symbols.len() {
            own_place(scopes, id, at);
        }
    }
    for id in 0..scopes.list.len() {
        for at in 0..scopes.list[id].symbols.len() {
            let symbol = &scopes.list[id].symbols[at];
            let (name, flags, declared_at) = (symbol.name, symbol.flags, symbol.declared_at);
            if flags.nonlocal {
                if !capture(scopes, id, name, class_name) {
                    let text = scopes.interner.get(name);
                    return Err(Problem::syntax(format!("no binding for nonlocal '{text}' found"), declared_at));
                }
            } else if !flags.bound && !flags.global {
                capture(scopes, id, name, class_name);
            }
        }
    }
    Ok(())
}

fn own_place(scopes: &mut Scopes, id: ScopeId, at: usize) {
    let scope = &mut scopes.list[id];
    let function_like = scope.kind.is_function_like();
    let is_module = scope.kind == ScopeKind::Module;
    let symbol = &mut scope.symbols[at];
    if symbol.flags.nonlocal || symbol.place == Place::Free || symbol.place == Place::Cell {
        return;
    }
    symbol.place = if symbol.flags.global {
        Place::GlobalExplicit
    } else if is_module || (symbol.flags.bound && !function_like) {
        Place::Namespace
    } else if symbol.flags.bound {
        Place::Local
    } else {
        Place::GlobalImplicit
    };
}

/// Looks for the function that owns `name`; marks the owner and everything between.
fn capture(scopes: &mut Scopes, from: ScopeId, name: Sym, class_name: Sym) -> bool {
    let mut owner = None;
    let mut walk = scopes.list[from].parent;
    while let Some(id) = walk {
        let scope = &scopes.list[id];
        match scope.kind {
            ScopeKind::Module => break,
            ScopeKind::Class => {
                if name == class_name && scopes.list[from].kind.is_function_like() {
                    owner = Some(id);
                    break;
                }
            }
            _ => {
                if let Some(symbol) = scope.get(name) {
                    if symbol.flags.global {
                        if !scopes.list[from].symbols.iter().any(|s| s.name == name && s.flags.nonlocal) {
                            scopes.list[from].entry(name).place = Place::GlobalExplicit;
                        }
                        return false;
                    }
                    if symbol.flags.bound && !symbol.flags.nonlocal {
                        owner = Some(id);
                        break;
                    }
                }
            }
        }
        walk = scope.parent;
    }
    let Some(owner) = owner else {
        return false;
    };
    if scopes.list[owner].kind == ScopeKind::Class {
        scopes.list[owner].needs_class_cell = true;
    } else {
        scopes.list[owner].entry(name).place = Place::Cell;
    }
    let mut walk = Some(from);
    while let Some(id) = walk {
        if id == owner {
            break;
        }
        let scope = &mut scopes.list[id];
        let is_class = scope.kind == ScopeKind::Class;
        let symbol = scope.entry(name);
        if is_class && id != from && (symbol.flags.bound || symbol.flags.global) {
            symbol.passes_through = true;
        } else {
            symbol.place = Place::Free;
        }
        walk = scope.parent;
    }
    true
}
