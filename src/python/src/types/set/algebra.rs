//! Set algebra on tables: what `| & - ^`, their in-place forms and the comparisons compute, for sets, frozensets and dict views.
//!
//! Keeps true: items go in and out in the sequences that CPython's (Objects/setobject.c, Objects/dictobject.c) use, because iteration order
//! shows them; where a key has to be compared in Python, nothing was changed and the caller hands over to the prelude.

use super::table;
use crate::code::Op;
use crate::cost::Cost;
use crate::native::Res;
use crate::object::{Object, ViewKind};
use crate::process::Process;
use crate::set::SetTable;
use crate::types::items;
use crate::types::support::{unhashable, view_of};
use crate::value::{Ref, Value};

pub(super) fn set_under(vm: &Process, value: Value) -> Option<Ref> {
    match vm.payload(value) {
        Value::Obj(r) => table(vm, r).map(|_| r),
        _ => None,
    }
}

pub(super) fn put_table(vm: &mut Process, r: Ref, new: SetTable) {
    if let Object::Set(s) | Object::FrozenSet(s) = vm.heap.get_mut(r) {
        let before = s.size_bytes();
        let after = new.size_bytes();
        **s = new;
        vm.heap.grew(after.saturating_sub(before));
    }
}

/// Items with their hashes.
pub(super) type Hashed = Vec<(i64, Value)>;

/// An operand of a set operation.
pub(super) enum Operand {
    Hashed {
        items: Hashed,
        is_set: bool,
        is_dict: bool,
    },
    /// Python code is needed; this is what is left to iterate.
    Ask(Value),
}

pub(super) fn operand(vm: &mut Process, value: Value) -> Res<Operand> {
    if let Some(r) = set_under(vm, value) {
        let items = table(vm, r).map(|t| t.iter_hashed().collect()).unwrap_or_default();
        return Ok(Operand::Hashed { items, is_set: true, is_dict: false });
    }
    if let Value::Obj(r) = value
        && let Object::Dict(d) = vm.heap.get(r)
    {
        let items = d.iter_entries().map(|e| (e.hash, e.key)).collect();
        return Ok(Operand::Hashed { items, is_set: false, is_dict: true });
    }
    let Some(items) = vm.collect_native(value)? else { return Ok(Operand::Ask(value)) };
    let mut hashed = Vec::with_capacity(items.len());
    for &item in &items {
        match vm.hash_quiet(item, 0) {
            Ok(Some(hash)) => hashed.push((hash, item)),
            Ok(None) => return Ok(Operand::Ask(vm.new_list(items))),
            Err(culprit) => return Err(unhashable(vm, culprit)),
        }
    }
    Ok(Operand::Hashed { items: hashed, is_set: false, is_dict: false })
}

// -- steps on a table; `None`: Python code must compare

pub(super) fn has(vm: &Process, t: &SetTable, hash: i64, key: Value) -> Option<bool> {
    vm.set_find_native(t, hash, key).map(|at| at.is_some())
}

fn add_to(vm: &Process, t: &mut SetTable, hash: i64, key: Value) -> Option<()> {
    if !has(vm, t, hash, key)? {
        t.insert_new(hash, key);
    }
    Some(())
}

fn discard_from(vm: &Process, t: &mut SetTable, hash: i64, key: Value) -> Option<bool> {
    match vm.set_find_native(t, hash, key)? {
        Some(at) => {
            t.remove(at);
            Some(true)
        }
        None => Some(false),
    }
}

fn add_all(vm: &Process, t: &mut SetTable, items: &Hashed, presize: bool) -> Option<()> {
    if presize {
        t.reserve(items.len());
    }
    items.iter().try_for_each(|&(h, k)| add_to(vm, t, h, k))
}

pub(super) fn updated(vm: &mut Process, t: &mut SetTable, other: Value) -> Res<Result<(), Value>> {
    if t.is_empty()
        && t.is_fresh()
        && let Some(r) = set_under(vm, other)
        && let Some(source) = table(vm, r)
    {
        *t = source.copied();
        return Ok(Ok(()));
    }
    match operand(vm, other)? {
        Operand::Ask(rest) => Ok(Err(rest)),
        Operand::Hashed { items, is_set, is_dict } => {
            vm.charge_n(Cost::BuildSetItem, items.len());
            crate::types::support::room_for_values(vm, items.len() * 4)?;
            Ok(add_all(vm, t, &items, is_set || is_dict).ok_or(()).map_err(|()| {
                // nothing is lost by adding the same items again in Python
                let again = items.iter().map(|&(_, k)| k).collect();
                vm.new_list(again)
            }))
        }
    }
}

fn intersection_of(
    vm: &Process,
    a: &SetTable,
    b: &Hashed,
    b_is_set: bool,
    b_table: Option<&SetTable>,
) -> Option<SetTable> {
    let mut result = SetTable::new();
    if let (true, Some(other)) = (b_is_set, b_table)
        && other.len() > a.len()
    {
        for (h, k) in a.iter_hashed() {
            if has(vm, other, h, k)? {
                add_to(vm, &mut result, h, k)?;
            }
        }
        return Some(result);
    }
    for &(h, k) in b {
        if has(vm, a, h, k)? {
            add_to(vm, &mut result, h, k)?;
        }
    }
    Some(result)
}

pub(super) fn difference_update(vm: &Process, t: &mut SetTable, other: &Hashed) -> Option<()> {
    for &(h, k) in other {
        discard_from(vm, t, h, k)?;
    }
    t.drop_dummies();
    Some(())
}

fn difference_of(vm: &Process, a: &SetTable, b: &Hashed, b_keeps_hashes: bool) -> Option<SetTable> {
    if !b_keeps_hashes || a.len() >> 2 > b.len() {
        let mut result = a.copied();
        difference_update(vm, &mut result, b)?;
        return Some(result);
    }
    let mut other = SetTable::new();
    add_all(vm, &mut other, b, true)?;
    let mut result = SetTable::new();
    for (h, k) in a.iter_hashed() {
        if !has(vm, &other, h, k)? {
            result.insert_new(h, k);
        }
    }
    Some(result)
}

fn symmetric_update(vm: &Process, t: &mut SetTable, other: &Hashed) -> Option<()> {
    for &(h, k) in other {
        if !discard_from(vm, t, h, k)? {
            t.insert_new(h, k);
        }
    }
    Some(())
}

/// `a op b` on tables. Outer `Err`: what is left for Python code.
pub(super) fn combine(vm: &mut Process, op: Op, a: Ref, b: Value) -> Res<Result<SetTable, Value>> {
    let Some(left) = table(vm, a).cloned() else { return Ok(Err(b)) };
    if op == Op::Or {
        let mut result = left.copied();
        return Ok(updated(vm, &mut result, b)?.map(|()| result));
    }
    let (right, is_set, is_dict) = match operand(vm, b)? {
        Operand::Ask(rest) => return Ok(Err(rest)),
        Operand::Hashed { items, is_set, is_dict } => (items, is_set, is_dict),
    };
    vm.charge_n(Cost::SetContains, right.len().min(left.len()));
    let result = match op {
        Op::And => {
            let other = set_under(vm, b).and_then(|r| table(vm, r));
            intersection_of(vm, &left, &right, is_set, other)
        }
        Op::Sub => difference_of(vm, &left, &right, is_set || is_dict),
        _ => {
            let mut other = match set_under(vm, b).and_then(|r| table(vm, r)) {
                Some(t) => t.copied(),
                None => {
                    let mut t = SetTable::new();
                    if add_all(vm, &mut t, &right, is_dict).is_none() {
                        let again = right.iter().map(|&(_, k)| k).collect();
                        return Ok(Err(vm.new_list(again)));
                    }
                    t
                }
            };
            let items: Hashed = left.iter_hashed().collect();
            symmetric_update(vm, &mut other, &items).map(|()| other)
        }
    };
    match result {
        Some(result) => Ok(Ok(result)),
        None => Ok(Err(vm.new_list(right.into_iter().map(|(_, k)| k).collect()))),
    }
}

pub(super) fn like(vm: &mut Process, model: Ref, t: SetTable) -> Value {
    let object = match vm.heap.get(model) {
        Object::FrozenSet(_) => Object::FrozenSet(Box::new(t)),
        _ => Object::Set(Box::new(t)),
    };
    vm.alloc(object)
}

/// `| & - ^` on sets, frozensets and dict views. `None`: not ours, or Python code is needed.
pub fn binary(vm: &mut Process, op: Op, a: Value, b: Value) -> Res<Option<Value>> {
    if !matches!(op, Op::Or | Op::And | Op::Sub | Op::Xor) {
        return Ok(None);
    }
    if let (Some(left), Some(_)) = (set_under(vm, a), set_under(vm, b)) {
        return Ok(combine(vm, op, left, b)?.ok().map(|t| like(vm, left, t)));
    }
    let is_view = |vm: &Process, v| matches!(view_of(vm, v), Some((_, ViewKind::Keys | ViewKind::Items)));
    if is_view(vm, a) || set_under(vm, a).is_some() && is_view(vm, b) {
        return view_binary(vm, op, a, b);
    }
    Ok(None)
}

fn view_binary(vm: &mut Process, op: Op, a: Value, b: Value) -> Res<Option<Value>> {
    let (len_a, len_b) = (items::len_native(vm, a), items::len_native(vm, b));
    if op == Op::And {
        let (mut a, mut b) = (a, b);
        if let (Some(x), Some(y)) = (len_a, len_b) {
            let swap_sets = set_under(vm, b).is_some() && x <= y;
            let swap_views = view_of(vm, b).is_some() && y > x;
            if swap_sets || swap_views {
                (a, b) = (b, a);
            }
        }
        let Operand::Hashed { items: left, .. } = operand(vm, a)? else { return Ok(None) };
        let mut left_table = SetTable::new();
        if add_all(vm, &mut left_table, &left, false).is_none() {
            return Ok(None);
        }
        let Operand::Hashed { items: right, .. } = operand(vm, b)? else { return Ok(None) };
        let result = intersection_of(vm, &left_table, &right, false, None);
        return Ok(result.map(|t| vm.alloc(Object::Set(Box::new(t)))));
    }
    let mut result = SetTable::new();
    if updated(vm, &mut result, a)?.is_err() {
        return Ok(None);
    }
    let Operand::Hashed { items: right, is_set, is_dict } = operand(vm, b)? else { return Ok(None) };
    let ok = match op {
        Op::Or => add_all(vm, &mut result, &right, is_set || is_dict),
        Op::Sub => difference_update(vm, &mut result, &right),
        _ => {
            let mut unique = SetTable::new();
            add_all(vm, &mut unique, &right, false).and_then(|()| {
                let items: Hashed = unique.iter_hashed().collect();
                symmetric_update(vm, &mut result, &items)
            })
        }
    };
    Ok(ok.map(|()| vm.alloc(Object::Set(Box::new(result)))))
}

/// `a op= b`; inner `Err`: what is left for Python code.
pub(super) fn assign(vm: &mut Process, op: Op, a: Ref, b: Value) -> Res<Result<(), Value>> {
    let Some(mut t) = table(vm, a).cloned() else { return Ok(Ok(())) };
    match op {
        Op::Or => {
            let outcome = updated(vm, &mut t, b)?;
            put_table(vm, a, t);
            Ok(outcome)
        }
        Op::And => Ok(combine(vm, Op::And, a, b)?.map(|t| put_table(vm, a, t))),
        _ => {
            let right = match operand(vm, b)? {
                Operand::Ask(rest) => return Ok(Err(rest)),
                Operand::Hashed { items, is_set: true, .. } => items,
                Operand::Hashed { items, .. } if op == Op::Sub => items,
                Operand::Hashed { items, .. } => {
                    let mut unique = SetTable::new();
                    match add_all(vm, &mut unique, &items, false) {
                        Some(()) => unique.iter_hashed().collect(),
                        None => return Ok(Err(vm.new_list(items.into_iter().map(|(_, k)| k).collect()))),
                    }
                }
            };
            let ok = if op == Op::Sub {
                difference_update(vm, &mut t, &right)
            } else {
                symmetric_update(vm, &mut t, &right)
            };
            match ok {
                Some(()) => {
                    put_table(vm, a, t);
                    Ok(Ok(()))
                }
                None => Ok(Err(vm.new_list(right.into_iter().map(|(_, k)| k).collect()))),
            }
        }
    }
}

/// Comparisons (subset order) of sets, frozensets and dict views. `None`: not ours, or Python code must compare.
pub fn compare(vm: &mut Process, op: Op, a: Value, b: Value) -> Res<Option<bool>> {
    let setlike = |vm: &Process, v: Value| {
        set_under(vm, v).is_some() || matches!(view_of(vm, v), Some((_, ViewKind::Keys | ViewKind::Items)))
    };
    if !setlike(vm, a) || !setlike(vm, b) {
        return Ok(None);
    }
    let (Some(x), Some(y)) = (items::len_native(vm, a), items::len_native(vm, b)) else { return Ok(None) };
    let sizes_allow = match op {
        Op::Eq | Op::Ne => x == y,
        Op::Lt => x < y,
        Op::Le => x <= y,
        Op::Gt => x > y,
        Op::Ge => x >= y,
        _ => return Ok(None),
    };
    if !sizes_allow {
        return Ok(Some(op == Op::Ne));
    }
    let (small, large) = if matches!(op, Op::Gt | Op::Ge) { (b, a) } else { (a, b) };
    Ok(subset(vm, small, large)?.map(|holds| holds != (op == Op::Ne)))
}

/// Whether every item of `small` is in `large`.
pub(super) fn subset(vm: &mut Process, small: Value, large: Value) -> Res<Option<bool>> {
    let Operand::Hashed { items, .. } = operand(vm, small)? else { return Ok(None) };
    vm.charge_n(Cost::SetContains, items.len());
    if let Some(r) = set_under(vm, large) {
        for (h, k) in items {
            let Some(t) = table(vm, r) else { return Ok(None) };
            match has(vm, t, h, k) {
                Some(true) => {}
                answer => return Ok(answer),
            }
        }
        return Ok(Some(true));
    }
    for (_, k) in items {
        match items::contains(vm, large, k)? {
            Some(true) => {}
            answer => return Ok(answer),
        }
    }
    Ok(Some(true))
}
