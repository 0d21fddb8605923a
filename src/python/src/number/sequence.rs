//! Concatenation and repetition of str, bytes, list and tuple, and the union of dicts.

use crate::cost::Cost;
use crate::native::Res;
use crate::number::BinOp;
use crate::object::Object;
use crate::process::Process;
use crate::value::Value;

/// Shortest concatenation that gets a growing buffer: shorter texts are copied, which costs less than two objects.
const BUFFER_MIN: usize = 256;

/// Operators of sequences and dicts. `Ok(None)`: none that is built in.
pub fn binary(vm: &mut Process, op: BinOp, a: Value, b: Value) -> Res<Option<Value>> {
    match op {
        BinOp::Add => concat(vm, a, b),
        BinOp::Mul => match (vm.object(a), index(vm, b)) {
            (Some(_), Some(count)) => repeat(vm, a, count),
            // the left sequence complains, whatever the right operand could do
            (Some(_), None) if is_repeatable(vm, a) && is_repeatable(vm, b) => {
                Err(super::unsupported(vm, op, a, b, false))
            }
            _ => match index(vm, a) {
                Some(count) => repeat(vm, b, count),
                None => Ok(None),
            },
        },
        BinOp::Mod => crate::format::percent(vm, a, b),
        BinOp::Or => union(vm, a, b),
        _ => Ok(None),
    }
}

fn is_repeatable(vm: &Process, value: Value) -> bool {
    super::is_sequence(vm.object(value)) && vm.payload(value).is(value)
}

/// An int that no sequence can be repeated by.
struct TooLarge;

/// An operand of `*` that counts.
fn index(vm: &Process, value: Value) -> Option<Result<i64, TooLarge>> {
    match vm.payload(value) {
        Value::Int(i) => Some(Ok(i)),
        Value::Bool(b) => Some(Ok(i64::from(b))),
        Value::Obj(r) => match vm.heap.get(r) {
            Object::BigInt(_) => Some(Err(TooLarge)),
            _ => None,
        },
        _ => None,
    }
}

fn concat(vm: &mut Process, a: Value, b: Value) -> Res<Option<Value>> {
    let (a, b) = (vm.payload(a), vm.payload(b));
    let (Value::Obj(x), Value::Obj(y)) = (a, b) else { return Ok(None) };
    match (vm.heap.get(x), vm.heap.get(y)) {
        (Object::Str(_) | Object::StrTail { .. }, Object::Str(_) | Object::StrTail { .. }) => {
            concat_str(vm, a, b).map(Some)
        }
        (Object::List(p), Object::List(q)) => {
            let (n, m) = (p.len(), q.len());
            vm.check_room((n + m) * 16)?;
            let mut items = Vec::with_capacity(n + m);
            for v in [a, b] {
                items.extend_from_slice(vm.items_slice(v).unwrap_or(&[]));
            }
            vm.charge_n(Cost::ListExtendItem, n + m);
            Ok(Some(vm.new_list(items)))
        }
        (Object::Tuple(p), Object::Tuple(q)) => {
            let (n, m) = (p.len(), q.len());
            vm.check_room((n + m) * 16)?;
            let mut items = Vec::with_capacity(n + m);
            for v in [a, b] {
                items.extend_from_slice(vm.items_slice(v).unwrap_or(&[]));
            }
            vm.charge_n(Cost::BuildTupleItem, n + m);
            Ok(Some(vm.new_tuple(items)))
        }
        (Object::Bytes(_) | Object::ByteArray(_), _) => {
            let (Some(p), Some(q)) = (vm.bytes(a), vm.bytes(b)) else { return Ok(None) };
            let (n, m) = (p.len(), q.len());
            let mutable = matches!(vm.heap.get(x), Object::ByteArray(_));
            vm.check_room(n + m)?;
            let mut bytes = Vec::with_capacity(n + m);
            for v in [a, b] {
                bytes.extend_from_slice(vm.bytes(v).unwrap_or(&[]));
            }
            vm.charge_n(Cost::StrCopyByte, n + m);
            Ok(Some(if mutable { vm.alloc(Object::ByteArray(bytes)) } else { vm.new_bytes(&bytes) }))
        }
        _ => Ok(None),
    }
}

/// `a + b` of two strs. Where `a` is the end of a growing buffer, `b` is appended to it in place, so that `s += x` in a
/// loop is linear; other strs that share the buffer only see their own prefix.
pub fn concat_str(vm: &mut Process, a: Value, b: Value) -> Res<Value> {
    let (a, b) = (vm.payload(a), vm.payload(b));
    let (Some(x), Some(y)) = (vm.str(a), vm.str(b)) else {
        return Err(super::unsupported(vm, BinOp::Add, a, b, false));
    };
    let (n, m) = (x.len(), y.len());
    if m == 0 {
        return Ok(a);
    }
    if n == 0 {
        return Ok(b);
    }
    let total = n + m;
    if total < BUFFER_MIN {
        let mut text = String::with_capacity(total);
        text.push_str(x);
        text.push_str(y);
        vm.charge_n(Cost::StrCopyByte, total);
        return Ok(vm.new_string(text));
    }
    let ascii = is_ascii(vm, a) && is_ascii(vm, b);
    vm.check_room(total)?;
    let Ok(len) = u32::try_from(total) else {
        return Err(vm.raise(crate::classes::MEMORY_ERROR, "a str of more than 4 GiB"));
    };
    // CPython resizes in place when nobody else holds the left operand, so only the new bytes cost
    if let Value::Obj(r) = a
        && let Object::StrTail { buffer, len: before, .. } = *vm.heap.get(r)
        && matches!(vm.heap.get(buffer), Object::StrBuffer(text) if text.len() == before as usize)
    {
        let tail = vm.str(b).unwrap_or("").to_owned();
        if let Object::StrBuffer(text) = vm.heap.get_mut(buffer) {
            text.push_str(&tail);
        }
        vm.heap.grew(m);
        vm.charge_n(Cost::StrCopyByte, m);
        return Ok(vm.alloc(Object::StrTail { buffer, len, ascii }));
    }
    let mut text = String::with_capacity(total);
    for v in [a, b] {
        text.push_str(vm.str(v).unwrap_or(""));
    }
    vm.charge_n(Cost::StrCopyByte, total);
    let buffer = vm.heap.alloc(Object::StrBuffer(text));
    Ok(vm.alloc(Object::StrTail { buffer, len, ascii }))
}

/// Whether a str is known to be all ASCII, so that character and byte positions agree.
#[must_use]
pub fn is_ascii(vm: &Process, value: Value) -> bool {
    match vm.object(value) {
        Some(Object::Str(s)) => s.ascii,
        Some(Object::StrTail { ascii, .. }) => *ascii,
        _ => false,
    }
}

fn repeat(vm: &mut Process, a: Value, count: Result<i64, TooLarge>) -> Res<Option<Value>> {
    let a = vm.payload(a);
    let Value::Obj(r) = a else { return Ok(None) };
    let (len, unit) = match vm.heap.get(r) {
        Object::Str(_) | Object::StrTail { .. } => (vm.str(a).map_or(0, str::len), 1),
        Object::Bytes(b) => (b.len(), 1),
        Object::ByteArray(b) => (b.len(), 1),
        Object::List(items) => (items.len(), 16),
        Object::Tuple(items) => (items.len(), 16),
        _ => return Ok(None),
    };
    let count = match count {
        Ok(n) => crate::types::support::size(n),
        Err(TooLarge) => return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    };
    let total = len.checked_mul(count).and_then(|n| n.checked_mul(unit));
    let Some(total) = total else {
        return Err(vm.raise(crate::classes::MEMORY_ERROR, ""));
    };
    vm.check_room(total)?;
    if unit == 1 {
        vm.charge_n(Cost::StrCopyByte, total);
    } else {
        vm.charge_n(Cost::ListExtendItem, total / 16);
    }
    Ok(Some(match vm.heap.get(r) {
        Object::Bytes(b) => {
            let bytes = b.repeat(count);
            vm.new_bytes(&bytes)
        }
        Object::ByteArray(b) => {
            let bytes = b.repeat(count);
            vm.alloc(Object::ByteArray(bytes))
        }
        Object::List(items) => {
            let items = items.repeat(count);
            vm.new_list(items)
        }
        Object::Tuple(items) => {
            if count == 1 {
                return Ok(Some(a));
            }
            let items = items.repeat(count);
            vm.new_tuple(items)
        }
        _ => {
            if count == 1 {
                return Ok(Some(a));
            }
            let text = vm.str(a).unwrap_or("").repeat(count);
            vm.new_string(text)
        }
    }))
}

/// `dict | dict`, where no key needs Python code to compare.
fn union(vm: &mut Process, a: Value, b: Value) -> Res<Option<Value>> {
    let (Some(Object::Dict(x)), Some(Object::Dict(y))) = (vm.object(a), vm.object(b)) else { return Ok(None) };
    let mut merged = x.clone();
    for entry in y.iter_entries() {
        match vm.dict_find_native(&merged, entry.hash, entry.key) {
            Some(Some(at)) => merged.set_value(at, entry.value),
            Some(None) => {
                merged.insert_new(entry.hash, entry.key, entry.value);
            }
            None => return Ok(None),
        }
    }
    vm.charge_n(Cost::BuildDictItem, merged.len());
    vm.check_room(merged.size_bytes())?;
    Ok(Some(vm.new_dict(*merged)))
}
