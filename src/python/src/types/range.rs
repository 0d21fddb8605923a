//! `range` with bounds of 64 bits; one of larger bounds is an object of the library (`_bigrange`).

use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, NativeDef, NativeResult, Res, Table};
use crate::object::{Iter, Object, Range};
use crate::ops::Tri;
use crate::process::Process;
use crate::types::support::{ask, done, receiver};
use crate::types::{items, list};
use crate::value::Value;

fn this(vm: &mut Process, args: &Args<'_>, method: &str) -> Res<Range> {
    let r = receiver(vm, args, classes::RANGE, method)?;
    match vm.heap.get(r) {
        Object::Range(range) => Ok(**range),
        _ => Ok(Range { start: 0, stop: 0, step: 1 }),
    }
}

fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let given: Vec<Value> = args.pos.iter().skip(1).copied().filter(|v| !v.is_unset()).collect();
    let mut ints = Vec::with_capacity(3);
    for &value in &given {
        match value {
            Value::Int(int) => ints.push(int),
            // Other things than ints, and bounds beyond 64 bits.
            _ => return ask(vm, "_range", &given),
        }
    }
    let range = match ints[..] {
        [stop] => Range { start: 0, stop, step: 1 },
        [start, stop] => Range { start, stop, step: 1 },
        [start, stop, step] => Range { start, stop, step },
        _ => return Err(vm.type_error("range expected at least 1 argument, got 0")),
    };
    if range.step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    if range.len() > i64::MAX as u64 {
        return ask(vm, "_range", &given);
    }
    done(vm.alloc(Object::Range(Box::new(range))))
}

fn start(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(Value::Int(this(vm, args, "start")?.start))
}

fn stop(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(Value::Int(this(vm, args, "stop")?.stop))
}

fn step(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(Value::Int(this(vm, args, "step")?.step))
}

fn len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let range = this(vm, args, "__len__")?;
    match i64::try_from(range.len()) {
        Ok(len) => done(Value::Int(len)),
        Err(_) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn get_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args, "__getitem__")?;
    match items::get_item(vm, args.get(0), args.get(1))? {
        Some(item) => done(item),
        None => ask(vm, "_seq_getitem", args.pos),
    }
}

fn contains(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args, "__contains__")?;
    match items::contains(vm, args.get(0), args.get(1))? {
        Some(found) => done(Value::Bool(found)),
        None => ask(vm, "_iter_contains", args.pos),
    }
}

fn index(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let range = this(vm, args, "index")?;
    match items::contains(vm, args.get(0), args.get(1))? {
        Some(true) => {
            let item = vm.as_f64(args.get(1)).filter(|_| args.get(1).as_small_int().is_none());
            let item = args.get(1).as_small_int().or(item.map(|f| f as i64)).unwrap_or(range.start);
            let at = item.abs_diff(range.start) / range.step.unsigned_abs();
            done(Value::Int(at as i64))
        }
        Some(false) => {
            let message = match crate::repr::repr_native(vm, args.get(1)) {
                Some(text) if vm.big_int(args.get(1)).is_some() => format!("{text} is not in range"),
                _ => "sequence.index(x): x not in sequence".to_owned(),
            };
            Err(vm.value_error(&message))
        }
        None => ask(vm, "_range_index", args.pos),
    }
}

fn count(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args, "count")?;
    match items::contains(vm, args.get(0), args.get(1))? {
        Some(found) => done(Value::Int(i64::from(found))),
        None => ask(vm, "_iter_count", args.pos),
    }
}

/// An iterator over a range, backwards if so asked.
pub(super) fn iterator(vm: &mut Process, range: Range, reversed: bool) -> Value {
    let left = range.len();
    if !reversed {
        return vm.new_iter(Iter::Range { next: range.start, step: range.step, left });
    }
    let next = if left == 0 { range.start } else { range.at(left - 1) };
    vm.new_iter(Iter::Range { next, step: range.step.wrapping_neg(), left })
}

fn iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let range = this(vm, args, "__iter__")?;
    done(iterator(vm, range, false))
}

fn reversed(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let range = this(vm, args, "__reversed__")?;
    done(iterator(vm, range, true))
}

fn equality(vm: &mut Process, args: &Args<'_>, wanted: bool) -> NativeResult {
    this(vm, args, "__eq__")?;
    if !matches!(vm.object(args.get(1)), Some(Object::Range(_))) {
        return done(Value::NotImplemented);
    }
    let equal = vm.eq_native(args.get(0), args.get(1)) == Tri::Yes;
    done(Value::Bool(equal == wanted))
}

fn eq(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    equality(vm, args, true)
}

fn ne(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    equality(vm, args, false)
}

fn hash(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args, "__hash__")?;
    done(vm.hash_native(args.get(0))?.map_or(Value::NotImplemented, Value::Int))
}

pub const TABLES: &[Table] = &[Table {
    owner: "range",
    is_class: true,
    items: &[
        NativeDef::static_method("__new__", new, 2, 4).cost(Cost::RangeCall),
        NativeDef::getter("start", start),
        NativeDef::getter("stop", stop),
        NativeDef::getter("step", step),
        NativeDef::method("__len__", len, 0, 0).cost(Cost::LenCall),
        NativeDef::method("__getitem__", get_item, 1, 1),
        NativeDef::method("__contains__", contains, 1, 1),
        NativeDef::method("index", index, 1, 1),
        NativeDef::method("count", count, 1, 1),
        NativeDef::method("__iter__", iter, 0, 0),
        NativeDef::method("__reversed__", reversed, 0, 0),
        NativeDef::method("__eq__", eq, 1, 1),
        NativeDef::method("__ne__", ne, 1, 1),
        NativeDef::method("__hash__", hash, 0, 0),
        NativeDef::method("__repr__", list::container_repr, 0, 0),
    ],
}];
