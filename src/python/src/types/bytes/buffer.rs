//! Changing a bytearray, and looking at buffers through a memoryview.

use super::{Kind, byte, bytes_arg, from_items};
use crate::native::{Args, Native, NativeResult, Res};
use crate::object::Object;
use crate::process::Process;
use crate::types::slice;
use crate::types::support::{index_of, position};
use crate::value::{Ref, Value};

/// The bytearray behind a bytearray, an instance of a subclass, or a writable view; with the part it covers.
fn target(vm: &mut Process, value: Value) -> Res<(Ref, usize, usize)> {
    let Value::Obj(r) = vm.payload(value) else { return Err(vm.type_error("a bytearray is required")) };
    match vm.heap.get(r) {
        Object::ByteArray(b) => Ok((r, 0, b.len())),
        Object::MemoryView(view) => match (view.readonly, vm.payload(view.base)) {
            (false, Value::Obj(base)) => Ok((base, view.start, view.len)),
            _ => Err(vm.type_error("cannot modify read-only memory")),
        },
        _ => {
            let message = format!("descriptor requires a 'bytearray' object but received a '{}'", vm.type_name(value));
            Err(vm.type_error(&message))
        }
    }
}

/// Runs `change` on the bytes of a bytearray.
fn change<T>(vm: &mut Process, r: Ref, change: impl FnOnce(&mut Vec<u8>) -> T) -> Option<T> {
    let (before, after, result) = match vm.heap.get_mut(r) {
        Object::ByteArray(bytes) => {
            let before = bytes.len();
            let result = change(bytes);
            (before, bytes.len(), result)
        }
        _ => return None,
    };
    vm.heap.grew(after.saturating_sub(before));
    Some(result)
}

pub fn set_item(vm: &mut Process, r: Ref, index: Value, value: Value) -> Res<bool> {
    let (base, start, len) = target(vm, Value::Obj(r))?;
    let is_view = base != r;
    if let Some(parts) = slice::parts(vm, index) {
        let Some(bounds) = slice::resolve(vm, &parts, len)? else { return Ok(false) };
        let new = match vm.bytes(value) {
            Some(bytes) => bytes.to_vec(),
            None if vm.big_int(value).is_some() || vm.str(value).is_some() => {
                return Err(vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
            }
            None => match vm.collect_native(value)? {
                Some(items) => from_items(vm, &items)?,
                None => return Ok(false),
            },
        };
        if bounds.step == 1 && !is_view {
            vm.check_room(new.len())?;
            let (from, to) = bounds.span();
            change(vm, base, |bytes| bytes.splice(from..to, new).count());
            return Ok(true);
        }
        if new.len() != bounds.count {
            if is_view {
                return Err(vm.value_error("memoryview assignment: lvalue and rvalue have different structures"));
            }
            let message =
                format!("attempt to assign bytes of size {} to extended slice of size {}", new.len(), bounds.count);
            return Err(vm.value_error(&message));
        }
        change(vm, base, |bytes| {
            for (at, b) in bounds.positions().zip(new) {
                if let Some(slot) = bytes.get_mut(start + at) {
                    *slot = b;
                }
            }
        });
        return Ok(true);
    }
    let Some(i) = index_of(vm, index, if is_view { "memoryview" } else { "bytearray" })? else { return Ok(false) };
    let Some(at) = position(i, len) else {
        return Err(vm.index_error(if is_view {
            "index out of bounds on dimension 1"
        } else {
            "bytearray index out of range"
        }));
    };
    let b = byte(vm, value, "byte")?;
    change(vm, base, |bytes| {
        if let Some(slot) = bytes.get_mut(start + at) {
            *slot = b;
        }
    });
    Ok(true)
}

pub fn del_item(vm: &mut Process, r: Ref, index: Value) -> Res<bool> {
    let (base, _, len) = target(vm, Value::Obj(r))?;
    if base != r {
        return Err(vm.type_error("cannot delete memory"));
    }
    if let Some(parts) = slice::parts(vm, index) {
        let Some(bounds) = slice::resolve(vm, &parts, len)? else { return Ok(false) };
        let mut gone: Vec<usize> = bounds.positions().collect();
        gone.sort_unstable();
        change(vm, base, |bytes| {
            let mut at = 0;
            bytes.retain(|_| {
                let keep = gone.binary_search(&at).is_err();
                at += 1;
                keep
            });
        });
        return Ok(true);
    }
    let Some(i) = index_of(vm, index, "bytearray")? else { return Ok(false) };
    match position(i, len) {
        Some(at) => {
            change(vm, base, |bytes| bytes.remove(at));
            Ok(true)
        }
        None => Err(vm.index_error("bytearray index out of range")),
    }
}

fn none() -> NativeResult {
    Ok(Native::Done(Value::None))
}

pub fn setitem_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = vm.payload(args.get(0)) else { return none() };
    if set_item(vm, r, args.get(1), args.get(2))? {
        return none();
    }
    Ok(Native::call(vm.prelude("_set_item_by_index"), &[Value::Obj(r), args.get(1), args.get(2)]))
}

pub fn delitem_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = vm.payload(args.get(0)) else { return none() };
    if del_item(vm, r, args.get(1))? {
        return none();
    }
    Ok(Native::call(vm.prelude("_del_item_by_index"), &[Value::Obj(r), args.get(1)]))
}

pub fn append(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, ..) = target(vm, args.get(0))?;
    let b = byte(vm, args.get(1), "byte")?;
    change(vm, r, |bytes| bytes.push(b));
    none()
}

/// Appends the bytes of a value; `false`: Python code must iterate.
fn extend_by(vm: &mut Process, r: Ref, value: Value) -> Res<bool> {
    let new = match vm.bytes(value) {
        Some(bytes) => bytes.to_vec(),
        None => match vm.collect_native(value)? {
            Some(items) => items.iter().map(|&item| byte(vm, item, "byte")).collect::<Res<Vec<u8>>>()?,
            None => return Ok(false),
        },
    };
    vm.check_room(new.len())?;
    vm.charge_n(crate::cost::Cost::StrCopyByte, new.len());
    change(vm, r, |bytes| bytes.extend_from_slice(&new));
    Ok(true)
}

pub fn extend(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, ..) = target(vm, args.get(0))?;
    if extend_by(vm, r, args.get(1))? {
        return none();
    }
    if !crate::types::support::has_method(vm, args.get(1), "__iter__") {
        let message = format!("can't extend bytearray with {}", vm.type_name(args.get(1)));
        return Err(vm.type_error(&message));
    }
    Ok(Native::call(vm.prelude("_bytearray_extend"), &[Value::Obj(r), args.get(1)]))
}

pub fn iadd(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, ..) = target(vm, args.get(0))?;
    if vm.bytes(args.get(1)).is_none() {
        let message = format!("can't concat {} to bytearray", vm.type_name(args.get(1)));
        return Err(vm.type_error(&message));
    }
    extend_by(vm, r, args.get(1))?;
    Ok(Native::Done(args.get(0)))
}

pub fn imul(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, _, len) = target(vm, args.get(0))?;
    let count = crate::types::support::size(vm.index_arg(args.get(1), "")?);
    vm.check_room(len.saturating_mul(count))?;
    change(vm, r, |bytes| *bytes = bytes.repeat(count));
    Ok(Native::Done(args.get(0)))
}

pub fn insert(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, _, len) = target(vm, args.get(0))?;
    let index = vm.index_arg(args.get(1), "")?;
    let b = byte(vm, args.get(2), "byte")?;
    let at = if index < 0 { index + len as i64 } else { index }.clamp(0, len as i64) as usize;
    change(vm, r, |bytes| bytes.insert(at, b));
    none()
}

pub fn pop(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, _, len) = target(vm, args.get(0))?;
    let index = match args.get(1) {
        Value::Unset => -1,
        value => vm.index_arg(value, "")?,
    };
    if len == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    match position(index, len) {
        Some(at) => {
            let b = change(vm, r, |bytes| bytes.remove(at)).unwrap_or(0);
            Ok(Native::Done(Value::Int(i64::from(b))))
        }
        None => Err(vm.index_error("pop index out of range")),
    }
}

pub fn remove(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, ..) = target(vm, args.get(0))?;
    let b = byte(vm, args.get(1), "byte")?;
    let found = change(vm, r, |bytes| match bytes.iter().position(|&x| x == b) {
        Some(at) => {
            bytes.remove(at);
            true
        }
        None => false,
    });
    if found == Some(true) { none() } else { Err(vm.value_error("value not found in bytearray")) }
}

pub fn reverse(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, ..) = target(vm, args.get(0))?;
    change(vm, r, |bytes| bytes.reverse());
    none()
}

pub fn clear(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (r, ..) = target(vm, args.get(0))?;
    change(vm, r, Vec::clear);
    none()
}

pub fn copy(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = bytes_arg(vm, args.get(0))?;
    Ok(Native::Done(Kind::ByteArray.make(vm, bytes)))
}

pub fn tobytes(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = bytes_arg(vm, args.get(0))?;
    Ok(Native::Done(Kind::Bytes.make(vm, bytes)))
}

pub fn tolist(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = bytes_arg(vm, args.get(0))?;
    let items = bytes.into_iter().map(|b| Value::Int(i64::from(b))).collect();
    Ok(Native::Done(vm.new_list(items)))
}

pub fn view_eq(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(match (vm.bytes(args.get(0)), vm.bytes(args.get(1))) {
        (Some(a), Some(b)) => Value::Bool(a == b),
        _ => Value::NotImplemented,
    }))
}

pub fn release(_: &mut Process, _: &Args<'_>) -> NativeResult {
    none()
}

pub fn enter(_: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(args.get(0)))
}

pub fn readonly(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let readonly = matches!(vm.object(args.get(0)), Some(Object::MemoryView(v)) if v.readonly);
    Ok(Native::Done(Value::Bool(readonly)))
}

pub fn base(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(match vm.object(args.get(0)) {
        Some(Object::MemoryView(v)) => v.base,
        _ => Value::None,
    }))
}

pub fn item_size(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Int(1)))
}

/// `memoryview.shape`.
pub fn shape(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let len = vm.bytes(args.get(0)).map_or(0, <[u8]>::len);
    Ok(Native::Done(vm.new_tuple([Value::Int(len as i64)])))
}

/// `memoryview.strides`.
pub fn strides(vm: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Done(vm.new_tuple([Value::Int(1)])))
}

pub fn yes(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Bool(true)))
}

pub fn item_format(vm: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Obj(vm.intern("B"))))
}
