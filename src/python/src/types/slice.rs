//! `slice` objects and what a slice selects of a sequence.

use crate::classes;
use crate::native::{Args, NativeDef, NativeResult, Res, Table};
use crate::object::Object;
use crate::process::Process;
use crate::types::support::{ask, clamped_index, done, has_method};
use crate::value::Value;

/// A slice applied to a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub start: i64,
    pub stop: i64,
    /// Never 0.
    pub step: i64,
    /// Number of items selected.
    pub count: usize,
}

impl Bounds {
    /// Positions selected, in the slice's order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |i| (self.start + i * self.step) as usize)
    }

    /// First and one-past-last position where the step is 1.
    #[must_use]
    pub fn span(self) -> (usize, usize) {
        let start = self.start as usize;
        (start, start + self.count)
    }
}

/// One of start, stop and step. Outer `None`: `__index__` in Python.
fn part(vm: &mut Process, value: Value) -> Res<Option<Option<i64>>> {
    match value {
        Value::None | Value::Unset => Ok(Some(None)),
        Value::Int(i) => Ok(Some(Some(i))),
        _ => {
            if vm.big_int(value).is_none() {
                if has_method(vm, value, "__index__") {
                    return Ok(None);
                }
                return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
            }
            Ok(clamped_index(vm, value)?.map(Some))
        }
    }
}

/// What a slice selects of `len` items, as `PySlice_AdjustIndices` has it. `None`: a part has `__index__` in Python.
pub fn resolve(vm: &mut Process, slice: &[Value; 3], len: usize) -> Res<Option<Bounds>> {
    resolve_long(vm, slice, len as i64)
}

/// As [`resolve`], for a range, whose length may be more than memory could hold: there `count` says nothing.
pub fn resolve_long(vm: &mut Process, slice: &[Value; 3], len: i64) -> Res<Option<Bounds>> {
    let Some(step) = part(vm, slice[2])? else { return Ok(None) };
    let step = step.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let (Some(start), Some(stop)) = (part(vm, slice[0])?, part(vm, slice[1])?) else { return Ok(None) };
    let clamp = |given: Option<i64>, default: i64| match given {
        None => default,
        Some(i) if i < 0 => {
            let i = i.saturating_add(len);
            if i >= 0 {
                i
            } else if step < 0 {
                -1
            } else {
                0
            }
        }
        Some(i) if i >= len => {
            if step < 0 {
                len - 1
            } else {
                len
            }
        }
        Some(i) => i,
    };
    let (start, stop) =
        if step < 0 { (clamp(start, len - 1), clamp(stop, -1)) } else { (clamp(start, 0), clamp(stop, len)) };
    let count = if step < 0 {
        if stop < start { (start - stop - 1) / -step + 1 } else { 0 }
    } else if start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    Ok(Some(Bounds { start, stop, step, count: count as usize }))
}

/// The parts of a slice object.
#[must_use]
pub fn parts(vm: &Process, value: Value) -> Option<[Value; 3]> {
    match value {
        Value::Obj(r) => match vm.heap.get(r) {
            Object::Slice(parts) => Some(**parts),
            _ => None,
        },
        _ => None,
    }
}

fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let parts = match args.pos {
        [_, stop, Value::Unset, ..] => [Value::None, *stop, Value::None],
        _ => [args.or_none(1), args.or_none(2), args.or_none(3)],
    };
    done(vm.alloc(Object::Slice(Box::new(parts))))
}

fn indices(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(slice) = parts(vm, args.get(0)) else {
        return Err(super::support::wrong_receiver(vm, args.get(0), classes::SLICE, "indices"));
    };
    let Some(len) = clamped_index(vm, args.get(1))? else { return ask(vm, "_slice_indices", args.pos) };
    let Ok(len) = usize::try_from(len) else { return Err(vm.value_error("length should not be negative")) };
    match resolve(vm, &slice, len)? {
        Some(b) => done(vm.new_tuple([Value::Int(b.start), Value::Int(b.stop), Value::Int(b.step)])),
        None => ask(vm, "_slice_indices", args.pos),
    }
}

fn get(vm: &Process, args: &Args<'_>, at: usize) -> NativeResult {
    done(parts(vm, args.get(0)).map_or(Value::None, |p| p[at]))
}

fn start(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    get(vm, args, 0)
}

fn stop(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    get(vm, args, 1)
}

fn step(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    get(vm, args, 2)
}

pub const TABLES: &[Table] = &[Table {
    owner: "slice",
    is_class: true,
    items: &[
        NativeDef::static_method("__new__", new, 2, 4),
        NativeDef::method("indices", indices, 1, 1),
        NativeDef::method("__repr__", super::list::container_repr, 0, 0),
        NativeDef::getter("start", start),
        NativeDef::getter("stop", stop),
        NativeDef::getter("step", step),
    ],
}];
