//! `_weakref`: weak references by number; the objects around them are Python's part (`prelude/lib/weakref.py`).

use super::support::number_arg;
use crate::native::{Args, Native, NativeDef, NativeResult, Special, Table};
use crate::object::Object;
use crate::process::Process;
use crate::value::Value;

pub const TABLE: Table = Table {
    owner: "_weakref",
    is_class: false,
    items: &[
        NativeDef::function("_watch", watch, 1, 1).rare(),
        NativeDef::function("_lookup", lookup, 1, 1).rare(),
        NativeDef::function("_due", due, 0, 0).rare(),
        NativeDef::function("_mourn", mourn, 1, 1).rare(),
        NativeDef::function("_suspects", suspects, 0, 0).rare(),
        NativeDef::function("_dying", |p, _| told(p, crate::weak::WeakTable::take_dying), 0, 0).rare(),
        NativeDef::function("_doomed", |p, _| told(p, crate::weak::WeakTable::take_doomed), 0, 0).rare(),
        NativeDef::function("_finalizable", |p, _| told(p, crate::weak::WeakTable::take_finalizable), 0, 0).rare(),
        NativeDef::function("_collect", |_, _| Ok(Native::Special(Special::Collect)), 0, 0).rare(),
    ],
};

/// `_watch(object)`: its number; TypeError for what CPython cannot refer to weakly.
fn watch(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = args.get(0);
    let r = match object {
        Value::Obj(r) => match p.heap.get(r) {
            Object::Instance(_)
            | Object::Function(_)
            | Object::Class(_)
            | Object::Exception(_)
            | Object::Module(_)
            | Object::Generator(_)
            | Object::BoundMethod { .. }
            | Object::Set(_)
            | Object::FrozenSet(_)
            | Object::Host(_)
            | Object::Code(_) => Some(r),
            _ => None,
        },
        _ => None,
    };
    // `__slots__` without `__weakref__`
    let slotted = |p: &mut Process| {
        matches!(p.heap.get(p.type_of(object)), Object::Class(c) if c.slots.is_some())
            && p.class_attr_str(p.type_of(object), "__weakref__").is_none()
    };
    match r.filter(|_| !slotted(p)) {
        Some(r) => Ok(Value::Int(p.weak.watch(r) as i64).into()),
        None => {
            let message = format!("cannot create weak reference to '{}' object", p.type_name(object));
            Err(p.type_error(&message))
        }
    }
}

/// `_lookup(number)`: the object or None.
fn lookup(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let number = number_arg(p, args.get(0))?;
    Ok(p.weak.get(number).map_or(Value::None, Value::Obj).into())
}

/// `_due()`: whether to collect before looking.
fn due(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Bool(p.weak.due(p.instructions)).into())
}

/// `_mourn(object)`: its end will be told.
fn mourn(p: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Value::Obj(r) = args.get(0) {
        p.weak.mourn(r);
    }
    Ok(Value::None.into())
}

/// `_suspects()`: whether to collect, since something may have lost its last reference.
fn suspects(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Bool(p.weak.suspects(&p.heap, p.instructions)).into())
}

fn told(p: &mut Process, take: fn(&mut crate::weak::WeakTable) -> Vec<crate::value::Ref>) -> NativeResult {
    let objects = take(&mut p.weak).into_iter().map(Value::Obj).collect();
    Ok(p.new_list(objects).into())
}
