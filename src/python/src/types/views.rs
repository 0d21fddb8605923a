//! `dict.keys()`, `.values()` and `.items()`. Their set operators are in `set.rs`.

use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, NativeDef, NativeResult, Table};
use crate::object::{Object, ViewKind};
use crate::process::Process;
use crate::types::support::{ask, done, view_of, wrong_receiver};
use crate::types::{dict, items, list};
use crate::value::{Ref, Value};

fn this(vm: &mut Process, args: &Args<'_>, method: &str) -> crate::native::Res<(Ref, ViewKind)> {
    match view_of(vm, args.get(0)) {
        Some(found) => Ok(found),
        None => Err(wrong_receiver(vm, args.get(0), classes::DICT_KEYS, method)),
    }
}

fn len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (dict, _) = this(vm, args, "__len__")?;
    done(Value::Int(items::len_in(vm, dict).unwrap_or(0) as i64))
}

fn iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (dict, kind) = this(vm, args, "__iter__")?;
    done(dict::iterator(vm, dict, kind, false))
}

fn reversed(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (dict, kind) = this(vm, args, "__reversed__")?;
    done(dict::iterator(vm, dict, kind, true))
}

fn contains(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (dict, kind) = this(vm, args, "__contains__")?;
    let Value::Obj(view) = args.get(0) else { return done(Value::Bool(false)) };
    if let Some(found) = items::contains_in(vm, view, args.get(1))? {
        return done(Value::Bool(found));
    }
    let dict = Value::Obj(dict);
    match kind {
        ViewKind::Keys => ask(vm, "_dict_contains", &[dict, args.get(1)]),
        ViewKind::Values => ask(vm, "_iter_contains", &[args.get(0), args.get(1)]),
        ViewKind::Items => ask(vm, "_items_contains", &[dict, args.get(1)]),
    }
}

fn mapping(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (dict, _) = this(vm, args, "mapping")?;
    done(vm.alloc(Object::MappingProxy { dict }))
}

fn isdisjoint(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args, "isdisjoint")?;
    ask(vm, "_view_isdisjoint", args.pos)
}

const KEYS_AND_ITEMS: &[NativeDef] = &[
    NativeDef::method("__len__", len, 0, 0).cost(Cost::LenCall),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__reversed__", reversed, 0, 0),
    NativeDef::method("__contains__", contains, 1, 1).cost(Cost::DictContains),
    NativeDef::method("__repr__", list::container_repr, 0, 0),
    NativeDef::method("isdisjoint", isdisjoint, 1, 1),
    NativeDef::getter("mapping", mapping),
];

const VALUES: &[NativeDef] = &[
    NativeDef::method("__len__", len, 0, 0).cost(Cost::LenCall),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__reversed__", reversed, 0, 0),
    NativeDef::method("__contains__", contains, 1, 1),
    NativeDef::method("__repr__", list::container_repr, 0, 0),
    NativeDef::getter("mapping", mapping),
];

pub const TABLES: &[Table] = &[
    Table { owner: "dict_keys", is_class: true, items: KEYS_AND_ITEMS },
    Table { owner: "dict_items", is_class: true, items: KEYS_AND_ITEMS },
    Table { owner: "dict_values", is_class: true, items: VALUES },
];
