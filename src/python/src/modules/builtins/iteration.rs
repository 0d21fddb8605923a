//! Built-in functions that go through iterables.

use num_bigint::BigInt;

use crate::away::Pace;
use crate::classes;
use crate::code::Op;
use crate::cost::Cost;
use crate::native::{Args, Native, NativeResult, Special, Then};
use crate::number::{self, BinOp};
use crate::object::{GeneratorKind, Object, Range};
use crate::ops::Tri;
use crate::process::Process;
use crate::types::support::{ask, done, not_iterable};
use crate::types::{list, order};
use crate::value::Value;

fn keyword(vm: &Process, args: &Args<'_>, name: &str) -> Value {
    args.kw.iter().find(|(k, _)| vm.str(*k) == Some(name)).map_or(Value::Unset, |(_, v)| *v)
}

pub(super) fn sum(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let start = match args.get(1) {
        Value::Unset => Value::Int(0),
        given => given,
    };
    if let Some(what) = match vm.object(start) {
        Some(Object::Str(_) | Object::StrTail { .. }) => Some("strings [use ''.join(seq) instead]"),
        Some(Object::Bytes(_)) => Some("bytes [use b''.join(seq) instead]"),
        Some(Object::ByteArray(_)) => Some("bytearray [use b''.join(seq) instead]"),
        _ => None,
    } {
        return Err(vm.type_error(&format!("sum() can't sum {what}")));
    }
    if let (Value::Int(start), Some(total)) = (start, range_of(vm, args.get(0)).and_then(sum_of_range)) {
        return done(vm.new_int(BigInt::from(start) + total));
    }
    let Some(items) = vm.collect_native(args.get(0))? else { return ask(vm, "_sum", &[args.get(0), start]) };
    vm.charge_n(Cost::SumItem, items.len());
    let mut total = start;
    for (i, &item) in items.iter().enumerate() {
        total = match (total, item) {
            (Value::Float(a), Value::Float(b)) => Value::Float(a + b),
            (Value::Int(a), Value::Int(b)) if a.checked_add(b).is_some() => Value::Int(a.wrapping_add(b)),
            _ => {
                let python = vm.is_python_object(total) || vm.is_python_object(item);
                match if python { None } else { number::binary(vm, BinOp::Add, total, item)? } {
                    Some(sum) => sum,
                    None => {
                        let rest = vm.new_list(items.get(i..).unwrap_or_default().to_vec());
                        return ask(vm, "_sum", &[rest, total]);
                    }
                }
            }
        };
    }
    done(total)
}

/// A range without its million items. The time is that of going through them.
fn range_of(vm: &mut Process, value: Value) -> Option<Range> {
    let range = match vm.object(value) {
        Some(Object::Range(range)) if !range.is_empty() => **range,
        _ => return None,
    };
    vm.charge_many(Cost::SumItem, range.len());
    Some(range)
}

/// `None` where it does not fit 127 bits.
fn sum_of_range(range: Range) -> Option<i128> {
    let (length, last) = (range.len(), range.at(range.len().checked_sub(1)?));
    let ends = i128::from(range.start) + i128::from(last);
    Some(ends.checked_mul(i128::from(length))? / 2)
}

pub(super) fn min(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    extreme(vm, args, "min", Op::Lt)
}

pub(super) fn max(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    extreme(vm, args, "max", Op::Gt)
}

fn extreme(vm: &mut Process, args: &Args<'_>, name: &str, op: Op) -> NativeResult {
    let (key, default) = (keyword(vm, args, "key"), keyword(vm, args, "default"));
    let in_python = if op == Op::Lt { "_min" } else { "_max" };
    let iterable = match args.pos {
        [] => return Err(vm.type_error(&format!("{name} expected at least 1 argument, got 0"))),
        &[one] => one,
        many => {
            if !default.is_unset() {
                return Err(
                    vm.type_error(&format!("Cannot specify a default for {name}() with multiple positional arguments"))
                );
            }
            vm.new_list(many.to_vec())
        }
    };
    let defaults = if default.is_unset() { vm.new_tuple([]) } else { vm.new_tuple([default]) };
    let plain = key.is_unset() || key.is_none();
    if plain && let Some(range) = range_of(vm, iterable) {
        let ends = [range.start, range.at(range.len().saturating_sub(1))];
        return done(Value::Int(if (op == Op::Lt) == (ends[0] < ends[1]) { ends[0] } else { ends[1] }));
    }
    let items = if plain { vm.collect_native(iterable)? } else { None };
    let Some(items) = items else {
        let key = if plain { Value::None } else { key };
        return ask(vm, in_python, &[iterable, key, defaults]);
    };
    vm.charge_n(Cost::MinItem, items.len());
    let Some((&first, rest)) = items.split_first() else {
        return if default.is_unset() {
            Err(vm.value_error(&format!("{name}() arg is an empty sequence")))
        } else {
            done(default)
        };
    };
    let mut best = first;
    for &item in rest {
        match order::order(vm, item, best) {
            Some(order) => {
                if order.holds(op) {
                    best = item;
                }
            }
            None => {
                let items = vm.new_list(items);
                return ask(vm, in_python, &[items, Value::None, defaults]);
            }
        }
    }
    done(best)
}

pub(super) fn any(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    look_for(vm, args, Tri::Yes, "_any")
}

pub(super) fn all(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    look_for(vm, args, Tri::No, "_all")
}

/// Stops at the first item with this truth. An iterator is left just behind it, as CPython leaves it.
fn look_for(vm: &mut Process, args: &Args<'_>, wanted: Tri, in_python: &str) -> NativeResult {
    let none = vm.new_tuple([]);
    let Some(Value::Obj(iterator)) = vm.iter_native(args.get(0)) else {
        return ask(vm, in_python, &[none, args.get(0)]);
    };
    let mut looked = 0usize;
    while let Some(item) = vm.iter_next(iterator)? {
        looked += 1;
        match vm.truth_native(item) {
            Tri::Ask => {
                let first = vm.new_tuple([item]);
                return ask(vm, in_python, &[first, Value::Obj(iterator)]);
            }
            truth if truth == wanted => {
                vm.charge_n(Cost::ListCompItem, looked);
                return done(Value::Bool(wanted == Tri::Yes));
            }
            _ => {}
        }
        if looked > 50_000_000 {
            return Err(vm.raise(classes::MEMORY_ERROR, "the iterator is endless"));
        }
    }
    vm.charge_n(Cost::ListCompItem, looked);
    done(Value::Bool(wanted == Tri::No))
}

/// So many numbers are worth sorting without the GIL; CPython 3.11 takes about so long for each of them.
const MANY_NUMBERS: usize = 4096;
const SORT_PICOS: u64 = 200_000;

pub(super) fn sorted(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let &[iterable] = args.pos else {
        return Err(vm.type_error(&format!("sorted expected 1 argument, got {}", args.pos.len())));
    };
    let (key, reverse) = (keyword(vm, args, "key"), keyword(vm, args, "reverse"));
    if let Some(items) = vm.collect_native(iterable)? {
        // Live, many numbers are sorted without the GIL, which CPython does not do; their order needs no Python.
        let numbers = vm.pace() == Pace::LetsGo
            && items.len() >= MANY_NUMBERS
            && items.iter().all(|item| matches!(item, Value::Int(_) | Value::Float(_)))
            && (key.is_unset() || key.is_none())
            && vm.truth_native(reverse) != Tri::Ask;
        let picos = if numbers { items.len() as u64 * SORT_PICOS } else { 0 };
        #[cfg(feature = "rayon")]
        let items = match vm.pace() == Pace::Together {
            true => match together::sorted(items, vm.truth_native(reverse) == Tri::Yes) {
                Ok(sorted) => return done(vm.new_list(sorted)),
                Err(items) => items,
            },
            false => items,
        };
        let copy = vm.new_list(items);
        if let Some(gone) = vm.let_go(sorted, &Args { pos: &[copy], kw: args.kw }, picos) {
            return Ok(gone);
        }
        let Value::Obj(r) = copy else { return done(copy) };
        return match list::sort_list(vm, r, key, reverse)? {
            Native::Done(_) => done(copy),
            _ => sorted_in_python(vm, copy, key, reverse),
        };
    }
    sorted_in_python(vm, iterable, key, reverse)
}

#[cfg(feature = "rayon")]
mod together {
    use rayon::slice::ParallelSliceMut as _;

    use crate::value::Value;

    fn all<T>(items: &[Value], one: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
        items.iter().map(one).collect()
    }

    /// Sorts whole numbers, or fractions, on all of rayon's pool; what is mixed or has no order comes back as it was.
    pub fn sorted(items: Vec<Value>, reverse: bool) -> Result<Vec<Value>, Vec<Value>> {
        // Equal numbers may differ (0.0 and -0.0) and keep their order, also where the greatest comes first.
        let in_order = |mut list: Vec<Value>| {
            if reverse {
                list.reverse();
            }
            list
        };
        if let Some(mut numbers) = all(&items, |item| if let Value::Int(i) = item { Some(*i) } else { None }) {
            numbers.par_sort_unstable();
            return Ok(in_order(numbers.into_iter().map(Value::Int).collect()));
        }
        let fraction = |item: &Value| if let Value::Float(f) = item { Some(*f).filter(|f| !f.is_nan()) } else { None };
        let Some(mut numbers) = all(&items, fraction) else { return Err(items) };
        if reverse {
            numbers.reverse();
        }
        numbers.par_sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
        Ok(in_order(numbers.into_iter().map(Value::Float).collect()))
    }
}

fn sorted_in_python(vm: &mut Process, iterable: Value, key: Value, reverse: Value) -> NativeResult {
    let key = if key.is_unset() { Value::None } else { key };
    let reverse = if reverse.is_unset() { Value::Bool(false) } else { reverse };
    ask(vm, "_sorted", &[iterable, key, reverse])
}

pub(super) fn iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    if !args.get(1).is_unset() {
        return ask(vm, "_callable_iterator", args.pos);
    }
    if let Some(iterator) = vm.iter_native(value) {
        return done(iterator);
    }
    if matches!(vm.object(value), Some(Object::Generator(g)) if g.kind == GeneratorKind::Generator) {
        return done(value);
    }
    let class = vm.type_of(value);
    match vm.special_attr(class, "__iter__") {
        Some(func) if !func.is_none() => Ok(Native::call_then(func, &[value], Then::Iter)),
        Some(_) => Err(not_iterable(vm, value)),
        None if vm.class_attr_str(class, "__getitem__").is_some() => ask(vm, "_iter_sequence", &[value]),
        None => Err(not_iterable(vm, value)),
    }
}

pub(super) fn next(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let iterator = args.get(0);
    if let Value::Obj(r) = iterator
        && matches!(vm.heap.get(r), Object::Iter(_))
    {
        return match vm.iter_next(r)? {
            Some(item) => done(item),
            None if args.get(1).is_unset() => Err(vm.raise_with(classes::STOP_ITERATION, &[])),
            None => done(args.get(1)),
        };
    }
    Ok(Native::Special(Special::Next { iterator, default: args.get(1) }))
}
