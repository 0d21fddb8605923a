//! `dict` and `mappingproxy`.

use crate::classes;
use crate::code::Op;
use crate::cost::Cost;
use crate::dict::Dict;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Res, Table};
use crate::object::{Iter, Object, ViewKind};
use crate::ops::Tri;
use crate::process::Process;
use crate::types::items;
use crate::types::list;
use crate::types::support::{ask, dict_of, done, has_method, is_exact, overrides, receiver, unhashable, wrap};
use crate::value::{Ref, Value};

fn this(vm: &mut Process, args: &Args<'_>, method: &str) -> Res<Ref> {
    receiver(vm, args, classes::DICT, method)
}

pub(super) fn table(vm: &Process, r: Ref) -> Option<&Dict> {
    match vm.heap.get(r) {
        Object::Dict(d) => Some(d),
        _ => None,
    }
}

fn table_mut(vm: &mut Process, r: Ref) -> Option<&mut Dict> {
    match vm.heap.get_mut(r) {
        Object::Dict(d) => Some(d),
        _ => None,
    }
}

/// Where a key is. `None`: Python code must hash or compare.
fn find(vm: &mut Process, dict: Ref, key: Value) -> Res<Option<(i64, Option<usize>)>> {
    let hash = match vm.hash_quiet(key, 0) {
        Ok(Some(hash)) => hash,
        Ok(None) => return Ok(None),
        Err(culprit) => return Err(unhashable(vm, culprit)),
    };
    let Some(d) = table(vm, dict) else { return Ok(None) };
    Ok(vm.dict_find_native(d, hash, key).map(|at| (hash, at)))
}

fn value_at(vm: &Process, dict: Ref, at: usize) -> Option<Value> {
    table(vm, dict)?.entry(at).map(|e| e.value)
}

/// What came of an update.
#[derive(Clone, Copy, Debug)]
pub enum Updated {
    Done,
    /// Python code is needed for the rest, which is this (an iterator may have been used up meanwhile).
    Ask(Value),
}

/// `dict.update(other)` where no Python code has a say.
pub fn update(vm: &mut Process, dict: Ref, other: Value) -> Res<Updated> {
    if let Some(source) = plain_dict(vm, other) {
        if source == dict {
            return Ok(Updated::Done);
        }
        let entries: Vec<_> = table(vm, source).map(|d| d.iter_entries().copied().collect()).unwrap_or_default();
        vm.charge_n(Cost::BuildDictItem, entries.len());
        super::support::room_for_values(vm, entries.len() * 3)?;
        for entry in entries {
            if !set_hashed(vm, dict, entry.hash, entry.key, entry.value) {
                return Ok(Updated::Ask(other));
            }
        }
        return Ok(Updated::Done);
    }
    if has_method(vm, other, "keys") {
        return Ok(Updated::Ask(other));
    }
    let Some(pairs) = vm.collect_native(other)? else { return Ok(Updated::Ask(other)) };
    vm.charge_n(Cost::BuildDictItem, pairs.len());
    for (i, &pair) in pairs.iter().enumerate() {
        let rest = |vm: &mut Process| Ok(Updated::Ask(vm.new_list(pairs.get(i..).unwrap_or_default().to_vec())));
        let Some(parts) = vm.collect_native(pair)? else {
            if has_method(vm, pair, "__iter__") || has_method(vm, pair, "__getitem__") {
                return rest(vm);
            }
            let message = format!("cannot convert dictionary update sequence element #{i} to a sequence");
            return Err(vm.type_error(&message));
        };
        let &[key, value] = parts.as_slice() else {
            let message = format!("dictionary update sequence element #{i} has length {}; 2 is required", parts.len());
            return Err(vm.value_error(&message));
        };
        if !vm.dict_set_native(dict, key, value)? {
            return rest(vm);
        }
    }
    Ok(Updated::Done)
}

/// The table of a dict whose contents are what iteration over it would show.
fn plain_dict(vm: &Process, value: Value) -> Option<Ref> {
    let Value::Obj(r) = value else { return None };
    match vm.heap.get(r) {
        Object::Dict(_) => Some(r),
        Object::MappingProxy { dict } => Some(*dict),
        Object::Instance(i) => match i.payload {
            Value::Obj(p)
                if matches!(vm.heap.get(p), Object::Dict(_))
                    && !overrides(vm, value, "keys")
                    && !overrides(vm, value, "__getitem__")
                    && !overrides(vm, value, "__iter__") =>
            {
                Some(p)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Stores under a key whose hash is known; `false`: Python code must compare.
pub(super) fn set_hashed(vm: &mut Process, dict: Ref, hash: i64, key: Value, value: Value) -> bool {
    let Some(d) = table(vm, dict) else { return true };
    let Some(at) = vm.dict_find_native(d, hash, key) else { return false };
    let Some(d) = table_mut(vm, dict) else { return true };
    match at {
        Some(at) => d.set_value(at, value),
        None => {
            d.insert_new(hash, key, value);
            vm.heap.grew(48);
        }
    }
    true
}

fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = vm.new_dict(Dict::new());
    let result = match wrap(vm, args, classes::DICT, dict)? {
        Native::Done(result) => result,
        _ => dict,
    };
    fill(vm, dict, args.pos.get(1..).unwrap_or_default(), args.kw, "dict", result)
}

fn init(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = Value::Obj(this(vm, args, "__init__")?);
    fill(vm, dict, args.pos.get(1..).unwrap_or_default(), args.kw, "dict", Value::None)
}

fn update_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = Value::Obj(this(vm, args, "update")?);
    fill(vm, dict, args.pos.get(1..).unwrap_or_default(), args.kw, "update", Value::None)
}

/// Adds the contents of at most one positional argument and the keywords, then gives `result`.
fn fill(
    vm: &mut Process,
    dict: Value,
    pos: &[Value],
    kw: &[(Value, Value)],
    name: &str,
    result: Value,
) -> NativeResult {
    let Value::Obj(r) = dict else { return done(result) };
    match pos {
        [] => {}
        &[other] => {
            if let Updated::Ask(rest) = update(vm, r, other)? {
                let mut keywords = Dict::new();
                for &(k, v) in kw {
                    if let Ok(Some(hash)) = vm.hash_quiet(k, 0) {
                        keywords.insert_new(hash, k, v);
                    }
                }
                let keywords = vm.new_dict(keywords);
                return ask(vm, "_dict_update", &[dict, rest, keywords, result]);
            }
        }
        more => {
            let message = format!("{name} expected at most 1 argument, got {}", more.len());
            return Err(vm.type_error(&message));
        }
    }
    for &(k, v) in kw {
        if !vm.dict_set_native(r, k, v)? {
            return ask(vm, "_dict_setitem", &[dict, k, v]);
        }
    }
    done(result)
}

fn get(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "get")?;
    match find(vm, dict, args.get(1))? {
        Some((_, Some(at))) => done(value_at(vm, dict, at).unwrap_or(Value::None)),
        Some((_, None)) => done(args.or_none(2)),
        None => ask(vm, "_dict_get", &[Value::Obj(dict), args.get(1), args.or_none(2)]),
    }
}

fn setdefault(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "setdefault")?;
    let default = args.or_none(2);
    match find(vm, dict, args.get(1))? {
        Some((_, Some(at))) => done(value_at(vm, dict, at).unwrap_or(Value::None)),
        Some((hash, None)) => {
            if let Some(d) = table_mut(vm, dict) {
                d.insert_new(hash, args.get(1), default);
                vm.heap.grew(48);
            }
            done(default)
        }
        None => ask(vm, "_dict_setdefault", &[Value::Obj(dict), args.get(1), default]),
    }
}

fn pop(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "pop")?;
    match find(vm, dict, args.get(1))? {
        Some((_, Some(at))) => {
            let removed = table_mut(vm, dict).and_then(|d| d.remove(at));
            done(removed.map_or(Value::None, |e| e.value))
        }
        Some((_, None)) => match args.get(2) {
            Value::Unset => Err(vm.key_error(args.get(1))),
            default => done(default),
        },
        None => {
            let mut rest = vec![Value::Obj(dict), args.get(1)];
            if !args.get(2).is_unset() {
                rest.push(args.get(2));
            }
            ask(vm, "_dict_pop", &rest)
        }
    }
}

fn popitem(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "popitem")?;
    let removed = table_mut(vm, dict).and_then(|d| d.last_live_before(d.end()).and_then(|at| d.remove(at)));
    match removed {
        Some(entry) => done(vm.new_tuple([entry.key, entry.value])),
        None => Err(vm.raise(classes::KEY_ERROR, "popitem(): dictionary is empty")),
    }
}

fn clear(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "clear")?;
    if let Some(d) = table_mut(vm, dict) {
        d.clear();
    }
    done(Value::None)
}

fn copy(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(dict) = dict_of(vm, args.get(0)) else {
        return Err(super::support::wrong_receiver(vm, args.get(0), classes::DICT, "copy"));
    };
    let copy = table(vm, dict).cloned().unwrap_or_default();
    vm.charge_n(Cost::BuildDictItem, copy.len() / 4);
    vm.check_room(copy.size_bytes())?;
    done(vm.new_dict(copy))
}

fn fromkeys(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.or_none(2);
    if is_exact(args, classes::DICT)
        && let Some(keys) = vm.collect_native(args.get(1))?
    {
        let dict = vm.new_dict(Dict::with_capacity(keys.len().min(1 << 20)));
        let Value::Obj(r) = dict else { return done(dict) };
        vm.charge_n(Cost::BuildDictItem, keys.len());
        for (i, &key) in keys.iter().enumerate() {
            if !vm.dict_set_native(r, key, value)? {
                let rest = vm.new_list(keys.get(i..).unwrap_or_default().to_vec());
                return ask(vm, "_dict_fill", &[dict, rest, value]);
            }
        }
        return done(dict);
    }
    ask(vm, "_dict_fromkeys", &[args.get(0), args.get(1), value])
}

fn view(vm: &mut Process, args: &Args<'_>, kind: ViewKind, name: &str) -> NativeResult {
    let Some(dict) = dict_of(vm, args.get(0)) else {
        return Err(super::support::wrong_receiver(vm, args.get(0), classes::DICT, name));
    };
    done(vm.alloc(Object::DictView { dict, kind }))
}

fn keys(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    view(vm, args, ViewKind::Keys, "keys")
}

fn values(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    view(vm, args, ViewKind::Values, "values")
}

fn items_view(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    view(vm, args, ViewKind::Items, "items")
}

fn get_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "__getitem__")?;
    match items::get_in(vm, args.get(0), dict, args.get(1))? {
        Some(value) => done(value),
        None => ask(vm, "_dict_getitem", &[args.get(0), Value::Obj(dict), args.get(1)]),
    }
}

fn set_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "__setitem__")?;
    match items::set_in(vm, dict, args.get(1), args.get(2))? {
        Some(()) => done(Value::None),
        None => ask(vm, "_dict_setitem", &[Value::Obj(dict), args.get(1), args.get(2)]),
    }
}

fn del_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "__delitem__")?;
    match items::del_in(vm, dict, args.get(1))? {
        Some(()) => done(Value::None),
        None => ask(vm, "_dict_delitem", &[Value::Obj(dict), args.get(1)]),
    }
}

fn contains(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "__contains__")?;
    match items::contains_in(vm, dict, args.get(1))? {
        Some(found) => done(Value::Bool(found)),
        None => ask(vm, "_dict_contains", &[Value::Obj(dict), args.get(1)]),
    }
}

fn len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "__len__")?;
    done(Value::Int(table(vm, dict).map_or(0, Dict::len) as i64))
}

fn iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "__iter__")?;
    done(iterator(vm, dict, ViewKind::Keys, false))
}

fn reversed(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = this(vm, args, "__reversed__")?;
    done(iterator(vm, dict, ViewKind::Keys, true))
}

/// An iterator over a dict.
pub(super) fn iterator(vm: &mut Process, dict: Ref, kind: ViewKind, reversed: bool) -> Value {
    let len = table(vm, dict).map_or(0, Dict::len);
    vm.new_iter(Iter::Dict { dict, kind, index: 0, len, reversed })
}

fn or(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    merge(vm, args.get(0), args.get(1))
}

fn ror(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    merge(vm, args.get(1), args.get(0))
}

fn merge(vm: &mut Process, a: Value, b: Value) -> NativeResult {
    let under = |vm: &Process, v: Value| match vm.payload(v) {
        Value::Obj(r) if matches!(vm.heap.get(r), Object::Dict(_)) => Some(r),
        _ => None,
    };
    let (Some(x), Some(y)) = (under(vm, a), under(vm, b)) else { return done(Value::NotImplemented) };
    let merged = table(vm, x).cloned().unwrap_or_default();
    vm.check_room(merged.size_bytes())?;
    let merged = vm.new_dict(merged);
    fill(vm, merged, &[Value::Obj(y)], &[], "update", merged)
}

fn ior(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = Value::Obj(this(vm, args, "__ior__")?);
    fill(vm, dict, &[args.get(1)], &[], "update", args.get(0))
}

fn eq(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    equality(vm, args, "_dict_eq", Op::Eq)
}

fn ne(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    equality(vm, args, "_dict_ne", Op::Ne)
}

fn equality(vm: &mut Process, args: &Args<'_>, in_python: &str, op: Op) -> NativeResult {
    let (Some(a), Some(b)) = (dict_of(vm, args.get(0)), dict_of(vm, args.get(1))) else {
        return done(Value::NotImplemented);
    };
    match vm.eq_native(Value::Obj(a), Value::Obj(b)) {
        Tri::Yes => done(Value::Bool(op == Op::Eq)),
        Tri::No => done(Value::Bool(op == Op::Ne)),
        Tri::Ask => ask(vm, in_python, &[Value::Obj(a), Value::Obj(b)]),
    }
}

// -- what the prelude works with

/// `_dict_candidates(dict, hash)`: positions of the keys with this hash.
fn native_candidates(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let hash = args.get(1).as_small_int().unwrap_or(0);
    let at = dict_of(vm, args.get(0)).and_then(|r| table(vm, r)).map(|d| d.candidates(hash)).unwrap_or_default();
    done(vm.new_list(at.into_iter().map(|i| Value::Int(i as i64)).collect()))
}

fn entry_arg(vm: &Process, args: &Args<'_>) -> Option<crate::dict::Entry> {
    let at = usize::try_from(args.get(1).as_small_int()?).ok()?;
    table(vm, dict_of(vm, args.get(0))?)?.entry(at).copied()
}

/// `_dict_key_at(dict, position)`
fn native_key_at(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(entry_arg(vm, args).map_or(Value::None, |e| e.key))
}

/// `_dict_value_at(dict, position)`
fn native_value_at(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(entry_arg(vm, args).map_or(Value::None, |e| e.value))
}

/// `_dict_set_at(dict, position, value)`
fn native_set_at(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if entry_arg(vm, args).is_some()
        && let (Some(at), Some(r)) = (args.get(1).as_small_int(), dict_of(vm, args.get(0)))
        && let Some(d) = table_mut(vm, r)
    {
        d.set_value(at as usize, args.get(2));
    }
    done(Value::None)
}

/// `_dict_remove_at(dict, position)`: the value.
fn native_remove_at(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let at = args.get(1).as_small_int().and_then(|at| usize::try_from(at).ok());
    let removed = match (at, dict_of(vm, args.get(0))) {
        (Some(at), Some(r)) => table_mut(vm, r).and_then(|d| d.remove(at)),
        _ => None,
    };
    done(removed.map_or(Value::None, |e| e.value))
}

/// `_dict_insert(dict, hash, key, value)` of a key known to be absent.
fn native_insert(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let hash = args.get(1).as_small_int().unwrap_or(0);
    if let Some(r) = dict_of(vm, args.get(0))
        && let Some(d) = table_mut(vm, r)
    {
        d.insert_new(hash, args.get(2), args.get(3));
        vm.heap.grew(48);
    }
    done(Value::None)
}

/// `_dict_entries(dict)`: list of (hash, key, value).
fn native_entries(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let entries: Vec<_> = dict_of(vm, args.get(0))
        .and_then(|r| table(vm, r))
        .map(|d| d.iter_entries().copied().collect())
        .unwrap_or_default();
    let entries = entries.into_iter().map(|e| vm.new_tuple([Value::Int(e.hash), e.key, e.value])).collect();
    done(vm.new_list(entries))
}

fn proxy_get_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(dict) = dict_of(vm, args.get(0)) else { return done(Value::None) };
    match items::get_in(vm, Value::Obj(dict), dict, args.get(1))? {
        Some(value) => done(value),
        None => ask(vm, "_dict_getitem", &[Value::Obj(dict), Value::Obj(dict), args.get(1)]),
    }
}

fn on_dict(vm: &mut Process, args: &Args<'_>, run: crate::native::NativeFn) -> NativeResult {
    let Some(dict) = dict_of(vm, args.get(0)) else { return done(Value::None) };
    let mut pos = args.pos.to_vec();
    if let Some(first) = pos.first_mut() {
        *first = Value::Obj(dict);
    }
    run(vm, &Args { pos: &pos, kw: args.kw })
}

fn proxy_get(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    on_dict(vm, args, get)
}

fn proxy_contains(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    on_dict(vm, args, contains)
}

fn proxy_len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    on_dict(vm, args, len)
}

fn proxy_iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    on_dict(vm, args, iter)
}

fn proxy_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match dict_of(vm, args.get(1)) {
        Some(dict) => done(vm.alloc(Object::MappingProxy { dict })),
        None => {
            let message = format!("mappingproxy() argument must be a mapping, not {}", vm.type_name(args.get(1)));
            Err(vm.type_error(&message))
        }
    }
}

pub const TABLES: &[Table] = &[
    Table {
        owner: "dict",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", new, 1, MANY).names(&["*"]).cost(Cost::BuildDict),
            NativeDef::method("__init__", init, 0, MANY).names(&["*"]),
            NativeDef::method("get", get, 1, 2).cost(Cost::DictGetMethod),
            NativeDef::method("setdefault", setdefault, 1, 2).cost(Cost::DictGetMethod),
            NativeDef::method("pop", pop, 1, 2).cost(Cost::DictDel),
            NativeDef::method("popitem", popitem, 0, 0).cost(Cost::DictDel),
            NativeDef::method("update", update_method, 0, MANY).names(&["*"]).cost(Cost::DictSet),
            NativeDef::method("keys", keys, 0, 0),
            NativeDef::method("values", values, 0, 0),
            NativeDef::method("items", items_view, 0, 0),
            NativeDef::method("copy", copy, 0, 0).cost(Cost::BuildDict),
            NativeDef::method("clear", clear, 0, 0).cost(Cost::DictDel),
            NativeDef::class_method("fromkeys", fromkeys, 1, 2).cost(Cost::BuildDict),
            NativeDef::method("__getitem__", get_item, 1, 1).cost(Cost::DictGet),
            NativeDef::method("__setitem__", set_item, 2, 2).cost(Cost::DictSet),
            NativeDef::method("__delitem__", del_item, 1, 1).cost(Cost::DictDel),
            NativeDef::method("__contains__", contains, 1, 1).cost(Cost::DictContains),
            NativeDef::method("__len__", len, 0, 0).cost(Cost::LenCall),
            NativeDef::method("__iter__", iter, 0, 0),
            NativeDef::method("__reversed__", reversed, 0, 0),
            NativeDef::method("__or__", or, 1, 1).cost(Cost::BuildDict),
            NativeDef::method("__ror__", ror, 1, 1).cost(Cost::BuildDict),
            NativeDef::method("__ior__", ior, 1, 1).cost(Cost::DictSet),
            NativeDef::method("__eq__", eq, 1, 1),
            NativeDef::method("__ne__", ne, 1, 1),
            NativeDef::method("__repr__", list::container_repr, 0, 0),
            NativeDef::class_method("__class_getitem__", list::class_getitem, 1, 1),
        ],
    },
    Table {
        owner: "mappingproxy",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", proxy_new, 2, 2),
            NativeDef::method("get", proxy_get, 1, 2).cost(Cost::DictGetMethod),
            NativeDef::method("keys", keys, 0, 0),
            NativeDef::method("values", values, 0, 0),
            NativeDef::method("items", items_view, 0, 0),
            NativeDef::method("copy", copy, 0, 0).cost(Cost::BuildDict),
            NativeDef::method("__getitem__", proxy_get_item, 1, 1).cost(Cost::DictGet),
            NativeDef::method("__contains__", proxy_contains, 1, 1).cost(Cost::DictContains),
            NativeDef::method("__len__", proxy_len, 0, 0).cost(Cost::LenCall),
            NativeDef::method("__iter__", proxy_iter, 0, 0),
            NativeDef::method("__eq__", eq, 1, 1),
            NativeDef::method("__ne__", ne, 1, 1),
            NativeDef::method("__repr__", list::container_repr, 0, 0),
        ],
    },
    Table {
        owner: "_native",
        is_class: false,
        items: &[
            NativeDef::function("_dict_candidates", native_candidates, 2, 2),
            NativeDef::function("_dict_key_at", native_key_at, 2, 2),
            NativeDef::function("_dict_value_at", native_value_at, 2, 2),
            NativeDef::function("_dict_set_at", native_set_at, 3, 3),
            NativeDef::function("_dict_remove_at", native_remove_at, 2, 2),
            NativeDef::function("_dict_insert", native_insert, 4, 4),
            NativeDef::function("_dict_entries", native_entries, 1, 1),
        ],
    },
];
