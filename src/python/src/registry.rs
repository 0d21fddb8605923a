//! All natives by number.

use std::sync::OnceLock;

use crate::native::{NativeDef, Table};
use crate::object::NativeId;
use crate::{modules, types, vm};

struct Registry {
    defs: Vec<&'static NativeDef>,
    tables: Vec<(&'static Table, u16)>,
}

fn registry() -> &'static Registry {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    REGISTRY.get_or_init(|| {
        let mut all = Registry { defs: Vec::new(), tables: Vec::new() };
        for table in [types::TABLES, modules::TABLES, vm::TABLES].into_iter().flatten().copied().flatten() {
            all.tables.push((table, all.defs.len() as u16));
            all.defs.extend(table.items);
        }
        all
    })
}

/// The declaration behind an id.
#[must_use]
pub fn def(id: NativeId) -> Option<&'static NativeDef> {
    registry().defs.get(id.0 as usize).copied()
}

/// Every table with the id of its first native.
pub fn tables() -> impl Iterator<Item = (&'static Table, u16)> {
    registry().tables.iter().copied()
}
