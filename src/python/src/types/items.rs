//! Subscription and membership for the built-in containers: what the `GetItem`, `SetItem`, `DelItem` and `In`
//! instructions do when no Python code has a say. `Ok(None)` means that it has (or that the object is none of ours): the
//! VM then looks up the special method, whose native hands over to the prelude.

use crate::native::Res;
use crate::object::{Object, Range, ViewKind};
use crate::ops::Tri;
use crate::process::Process;
use crate::types::slice::{self, Bounds};
use crate::types::support::{class_attr, index_of, overrides, position};
use crate::value::{Ref, Value};

/// `obj[index]`
pub fn get_item(vm: &mut Process, obj: Value, index: Value) -> Res<Option<Value>> {
    let Value::Obj(r) = obj else { return Ok(None) };
    match vm.heap.get(r) {
        Object::Instance(i) => {
            if i.payload.is_unset() || matches!(vm.heap.get(i.class), Object::Class(c) if c.flags.getitem) {
                return Ok(None);
            }
            match i.payload {
                Value::Obj(payload) => get_in(vm, obj, payload, index),
                _ => Ok(None),
            }
        }
        _ => get_in(vm, obj, r, index),
    }
}

/// As `get_item`, of the built-in object `r` under `obj`, whatever Python code overrides.
pub fn get_in(vm: &mut Process, obj: Value, r: Ref, index: Value) -> Res<Option<Value>> {
    match vm.heap.get(r) {
        Object::List(items) => {
            if let Value::Int(i) = index {
                if let Some(at) = position(i, items.len()) {
                    return Ok(items.get(at).copied());
                }
                return Err(vm.index_error("list index out of range"));
            }
            let len = items.len();
            if let Some(parts) = slice::parts(vm, index) {
                let Some(bounds) = slice::resolve(vm, &parts, len)? else { return Ok(None) };
                vm.charge_n(crate::cost::Cost::ListSliceItem, bounds.count);
                let items = selected(vm, r, bounds);
                return Ok(Some(vm.new_list(items)));
            }
            let Some(i) = index_of(vm, index, "list")? else { return Ok(None) };
            match position(i, len).and_then(|at| vm.items_slice(Value::Obj(r)).and_then(|items| items.get(at))) {
                Some(&item) => Ok(Some(item)),
                None => Err(vm.index_error("list index out of range")),
            }
        }
        Object::Tuple(items) => {
            let len = items.len();
            if let Some(parts) = slice::parts(vm, index) {
                let Some(bounds) = slice::resolve(vm, &parts, len)? else { return Ok(None) };
                if bounds.count == len && bounds.step == 1 {
                    return Ok(Some(Value::Obj(r)));
                }
                let items = selected(vm, r, bounds);
                return Ok(Some(vm.new_tuple(items)));
            }
            let Some(i) = index_of(vm, index, "tuple")? else { return Ok(None) };
            match position(i, len).and_then(|at| vm.items_slice(Value::Obj(r)).and_then(|items| items.get(at))) {
                Some(&item) => Ok(Some(item)),
                None => Err(vm.index_error("tuple index out of range")),
            }
        }
        Object::Dict(_) => match vm.dict_get_native(r, index)? {
            Ok(Some(value)) => Ok(Some(value)),
            Ok(None) => {
                if let Value::Obj(o) = obj
                    && let Object::Instance(i) = vm.heap.get(o)
                    && class_attr(vm, i.class, "__missing__").is_some()
                {
                    return Ok(None);
                }
                Err(vm.key_error(index))
            }
            Err(()) => Ok(None),
        },
        Object::Range(range) => {
            let range = **range;
            get_range(vm, range, index)
        }
        Object::MappingProxy { dict } => {
            let dict = *dict;
            get_in(vm, Value::Obj(dict), dict, index)
        }
        Object::Str(_) | Object::StrTail { .. } => super::str::get_item(vm, r, index),
        Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_) => super::bytes::get_item(vm, r, index),
        _ => Ok(None),
    }
}

fn get_range(vm: &mut Process, range: Range, index: Value) -> Res<Option<Value>> {
    let len = i64::try_from(range.len()).unwrap_or(i64::MAX);
    if let Some(parts) = slice::parts(vm, index) {
        let Some(b) = slice::resolve_long(vm, &parts, len)? else { return Ok(None) };
        // a stop past the last item in the slice's own direction, as CPython computes it
        let at = |i: i64| range.start.wrapping_add(range.step.wrapping_mul(i));
        let sliced = Range { start: at(b.start), stop: at(b.stop), step: range.step.wrapping_mul(b.step) };
        return Ok(Some(vm.alloc(Object::Range(Box::new(sliced)))));
    }
    let Some(i) = index_of(vm, index, "range")? else { return Ok(None) };
    let at = if i < 0 { i + len } else { i };
    if (0..len).contains(&at) {
        Ok(Some(Value::Int(range.at(at as u64))))
    } else {
        Err(vm.index_error("range object index out of range"))
    }
}

fn selected(vm: &Process, r: Ref, bounds: Bounds) -> Vec<Value> {
    let Some(items) = vm.items_slice(Value::Obj(r)) else { return Vec::new() };
    if bounds.step == 1 {
        let (from, to) = bounds.span();
        return items.get(from..to).unwrap_or_default().to_vec();
    }
    bounds.positions().filter_map(|at| items.get(at).copied()).collect()
}

/// `obj[index] = value`
pub fn set_item(vm: &mut Process, obj: Value, index: Value, value: Value) -> Res<Option<()>> {
    match builtin_under(vm, obj, "__setitem__") {
        Some(r) => set_in(vm, r, index, value),
        None => Ok(None),
    }
}

/// The object itself or the payload of a subclass instance that does not redefine `method`.
fn builtin_under(vm: &Process, obj: Value, method: &str) -> Option<Ref> {
    let Value::Obj(r) = obj else { return None };
    match vm.heap.get(r) {
        Object::Instance(i) => match i.payload {
            Value::Obj(payload) if !overrides(vm, obj, method) => Some(payload),
            _ => None,
        },
        _ => Some(r),
    }
}

/// As `set_item`, of a built-in object.
pub fn set_in(vm: &mut Process, r: Ref, index: Value, value: Value) -> Res<Option<()>> {
    match vm.heap.get_mut(r) {
        Object::List(items) => {
            if let Value::Int(i) = index
                && let Some(slot) = position(i, items.len()).and_then(|at| items.get_mut(at))
            {
                *slot = value;
                return Ok(Some(()));
            }
            let len = items.len();
            if let Some(parts) = slice::parts(vm, index) {
                return set_slice(vm, r, &parts, value);
            }
            let Some(i) = index_of(vm, index, "list")? else { return Ok(None) };
            let Some(at) = position(i, len) else {
                return Err(vm.index_error("list assignment index out of range"));
            };
            if let Object::List(items) = vm.heap.get_mut(r)
                && let Some(slot) = items.get_mut(at)
            {
                *slot = value;
            }
            Ok(Some(()))
        }
        Object::Dict(_) => Ok(vm.dict_set_native(r, index, value)?.then_some(())),
        _ => Ok(None),
    }
}

fn set_slice(vm: &mut Process, r: Ref, parts: &[Value; 3], value: Value) -> Res<Option<()>> {
    // the value first: iterating it may find the list itself
    let Some(new) = vm.collect_native(value)? else { return Ok(None) };
    let len = vm.items_slice(Value::Obj(r)).map_or(0, <[Value]>::len);
    let Some(bounds) = slice::resolve(vm, parts, len)? else { return Ok(None) };
    if bounds.step != 1 && new.len() != bounds.count {
        let message =
            format!("attempt to assign sequence of size {} to extended slice of size {}", new.len(), bounds.count);
        return Err(vm.value_error(&message));
    }
    super::support::room_for_values(vm, new.len())?;
    vm.heap.grew(new.len().saturating_sub(bounds.count) * size_of::<Value>());
    if let Object::List(items) = vm.heap.get_mut(r) {
        if bounds.step == 1 {
            let (from, to) = bounds.span();
            items.splice(from.min(len)..to.min(len), new);
        } else {
            for (at, item) in bounds.positions().zip(new) {
                if let Some(slot) = items.get_mut(at) {
                    *slot = item;
                }
            }
        }
    }
    Ok(Some(()))
}

/// `del obj[index]`
pub fn del_item(vm: &mut Process, obj: Value, index: Value) -> Res<Option<()>> {
    match builtin_under(vm, obj, "__delitem__") {
        Some(r) => del_in(vm, r, index),
        None => Ok(None),
    }
}

/// As `del_item`, of a built-in object.
pub fn del_in(vm: &mut Process, r: Ref, index: Value) -> Res<Option<()>> {
    match vm.heap.get(r) {
        Object::List(items) => {
            let len = items.len();
            if let Some(parts) = slice::parts(vm, index) {
                let Some(bounds) = slice::resolve(vm, &parts, len)? else { return Ok(None) };
                if let Object::List(items) = vm.heap.get_mut(r) {
                    remove_positions(items, bounds);
                }
                return Ok(Some(()));
            }
            let Some(i) = index_of(vm, index, "list")? else { return Ok(None) };
            let Some(at) = position(i, len) else {
                return Err(vm.index_error("list assignment index out of range"));
            };
            if let Object::List(items) = vm.heap.get_mut(r) {
                items.remove(at);
            }
            Ok(Some(()))
        }
        Object::Dict(_) => {
            let Some(hash) = vm.hash_quiet(index, 0).map_err(|culprit| super::support::unhashable(vm, culprit))? else {
                return Ok(None);
            };
            let Object::Dict(d) = vm.heap.get(r) else { return Ok(None) };
            match vm.dict_find_native(d, hash, index) {
                None => Ok(None),
                Some(None) => Err(vm.key_error(index)),
                Some(Some(at)) => {
                    if let Object::Dict(d) = vm.heap.get_mut(r) {
                        d.remove(at);
                    }
                    Ok(Some(()))
                }
            }
        }
        _ => Ok(None),
    }
}

fn remove_positions(items: &mut Vec<Value>, bounds: Bounds) {
    if bounds.step == 1 {
        let (from, to) = bounds.span();
        if from <= to && to <= items.len() {
            items.drain(from..to);
        }
        return;
    }
    let mut doomed: Vec<usize> = bounds.positions().collect();
    doomed.sort_unstable();
    let mut next = doomed.iter().copied().peekable();
    let mut at = 0;
    items.retain(|_| {
        let gone = next.peek() == Some(&at);
        if gone {
            next.next();
        }
        at += 1;
        !gone
    });
}

/// `item in container`
pub fn contains(vm: &mut Process, container: Value, item: Value) -> Res<Option<bool>> {
    match builtin_under(vm, container, "__contains__") {
        Some(r) => contains_in(vm, r, item),
        None => Ok(None),
    }
}

/// As `contains`, of a built-in object.
pub fn contains_in(vm: &mut Process, r: Ref, item: Value) -> Res<Option<bool>> {
    match vm.heap.get(r) {
        Object::Str(_) | Object::StrTail { .. } => Ok(super::str::contains(vm, Value::Obj(r), item)),
        Object::Bytes(_) | Object::ByteArray(_) => super::bytes::contains(vm, Value::Obj(r), item),
        Object::List(_) | Object::Tuple(_) => {
            let items = vm.items_slice(Value::Obj(r)).unwrap_or_default();
            let mut looked = 0;
            let mut found = Some(false);
            for &candidate in items {
                looked += 1;
                match same(vm, candidate, item) {
                    Tri::Yes => found = Some(true),
                    Tri::No => continue,
                    Tri::Ask => found = None,
                }
                break;
            }
            vm.charge_n(crate::cost::Cost::ContainsListItem, looked);
            Ok(found)
        }
        Object::Dict(_) => Ok(vm.dict_get_native(r, item)?.ok().map(|found| found.is_some())),
        Object::MappingProxy { dict } | Object::DictView { dict, kind: ViewKind::Keys } => {
            let dict = *dict;
            contains_in(vm, dict, item)
        }
        Object::DictView { dict, kind: ViewKind::Values } => {
            let Object::Dict(d) = vm.heap.get(*dict) else { return Ok(None) };
            for (_, value) in d.iter() {
                match same(vm, value, item) {
                    Tri::Yes => return Ok(Some(true)),
                    Tri::No => {}
                    Tri::Ask => return Ok(None),
                }
            }
            Ok(Some(false))
        }
        Object::DictView { dict, kind: ViewKind::Items } => {
            let dict = *dict;
            let pair = match vm.object(item) {
                Some(Object::Tuple(pair)) => pair.clone(),
                _ => return Ok(Some(false)),
            };
            let [key, value] = &*pair else { return Ok(Some(false)) };
            match vm.dict_get_native(dict, *key)? {
                Ok(Some(found)) => Ok(match same(vm, found, *value) {
                    Tri::Yes => Some(true),
                    Tri::No => Some(false),
                    Tri::Ask => None,
                }),
                Ok(None) => Ok(Some(false)),
                Err(()) => Ok(None),
            }
        }
        Object::Set(_) | Object::FrozenSet(_) => {
            let hash = match vm.hash_quiet(item, 0) {
                Ok(Some(hash)) => hash,
                Ok(None) => return Ok(None),
                // a set is looked up as the frozenset of its items
                Err(culprit) => match set_as_key(vm, item) {
                    Some(hash) => hash,
                    None => return Err(super::support::unhashable(vm, culprit)),
                },
            };
            let (Object::Set(table) | Object::FrozenSet(table)) = vm.heap.get(r) else { return Ok(None) };
            Ok(vm.set_find_native(table, hash, item).map(|at| at.is_some()))
        }
        Object::Range(range) => {
            let range = **range;
            match vm.payload(item) {
                Value::Int(i) => Ok(Some(range_holds(range, i))),
                Value::Bool(b) => Ok(Some(range_holds(range, i64::from(b)))),
                Value::Float(f) => {
                    Ok(Some(f.fract() == 0.0 && (-9.2e18..9.2e18).contains(&f) && range_holds(range, f as i64)))
                }
                Value::Obj(o) if matches!(vm.heap.get(o), Object::Instance(_)) => Ok(None),
                _ => Ok(Some(false)),
            }
        }
        _ => Ok(None),
    }
}

/// The hash a set has when it is looked up in a set of frozensets.
#[must_use]
pub fn set_as_key(vm: &mut Process, item: Value) -> Option<i64> {
    let table = match vm.object(item) {
        Some(Object::Set(table)) => table.clone(),
        _ => return None,
    };
    let frozen = vm.alloc(Object::FrozenSet(table));
    vm.hash_quiet(frozen, 0).ok().flatten()
}

#[must_use]
pub fn range_holds(range: Range, i: i64) -> bool {
    let inside = if range.step > 0 { range.start <= i && i < range.stop } else { range.stop < i && i <= range.start };
    inside && i.abs_diff(range.start).is_multiple_of(range.step.unsigned_abs())
}

/// `a is b or a == b`, as containers compare their items.
#[inline]
#[must_use]
pub fn same(vm: &Process, a: Value, b: Value) -> Tri {
    // a float is inline, so identity of two NaNs cannot be told from equality of bits; CPython's usual answer is "same"
    if a.is(b) { Tri::Yes } else { vm.eq_native(a, b) }
}

/// Number of items, for what has it natively; the class's own `__len__` is the caller's business.
#[must_use]
pub fn len_in(vm: &Process, r: Ref) -> Option<usize> {
    Some(match vm.heap.get(r) {
        Object::List(items) => items.len(),
        Object::Deque(deque) => deque.live().len(),
        Object::Tuple(items) => items.len(),
        Object::Dict(d) => d.len(),
        Object::Set(s) | Object::FrozenSet(s) => s.len(),
        Object::Str(s) if s.ascii => s.text.len(),
        Object::Str(s) => s.text.chars().count(),
        Object::StrTail { ascii: true, len, .. } => *len as usize,
        Object::StrTail { .. } => vm.heap.str(r).map_or(0, |s| s.chars().count()),
        Object::Bytes(b) => b.len(),
        Object::ByteArray(b) => b.len(),
        Object::MemoryView(v) => v.len,
        Object::Range(range) => usize::try_from(range.len()).unwrap_or(usize::MAX),
        Object::DictView { dict, .. } | Object::MappingProxy { dict } => return len_in(vm, *dict),
        _ => return None,
    })
}

/// `len(value)` as Python's int, where it is native: of a range it may be more than a 32-bit usize holds.
#[must_use]
pub fn len_value(vm: &Process, value: Value) -> Option<Value> {
    if let Some(r) = builtin_under(vm, value, "__len__")
        && let Object::Range(range) = vm.heap.get(r)
    {
        return Some(Value::Int(i64::try_from(range.len()).unwrap_or(i64::MAX)));
    }
    len_native(vm, value).map(|n| Value::Int(n as i64))
}

/// Number of items where that is native.
#[must_use]
pub fn len_native(vm: &Process, value: Value) -> Option<usize> {
    builtin_under(vm, value, "__len__").and_then(|r| len_in(vm, r))
}
