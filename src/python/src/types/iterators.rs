//! Iterator objects, and the constructors of `enumerate`, `zip`, `map`, `filter` and `reversed`.
//!
//! Over native iterables these are native iterators. Where Python code runs on the way (a function, a generator, an
//! `__iter__`), a generator of the prelude does the work and shows as the class.

use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Special, Table};
use crate::object::{Iter, Object, ViewKind};
use crate::process::Process;
use crate::types::support::{ask, dict_of, done, overrides, view_of};
use crate::types::{dict, items, list, range};
use crate::value::Value;

fn same(_: &mut Process, args: &Args<'_>) -> NativeResult {
    done(args.get(0))
}

/// `__next__` of native iterators and of generators that show as one.
fn next(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = args.get(0) else {
        let message = format!("'{}' object is not an iterator", vm.type_name(args.get(0)));
        return Err(vm.type_error(&message));
    };
    match vm.heap.get(r) {
        Object::Generator(_) => Ok(Native::Special(Special::GeneratorSend { generator: r, value: Value::None })),
        Object::Iter(_) => match vm.iter_next(r)? {
            Some(item) => done(item),
            None => Err(vm.raise_with(classes::STOP_ITERATION, &[])),
        },
        _ => {
            let message = format!("'{}' object is not an iterator", vm.type_name(args.get(0)));
            Err(vm.type_error(&message))
        }
    }
}

fn length_hint(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = args.get(0) else { return done(Value::Int(0)) };
    let Object::Iter(iter) = vm.heap.get(r) else { return done(Value::Int(0)) };
    let len = |r| items::len_in(vm, r).unwrap_or(0);
    let left = match &**iter {
        Iter::Range { left, .. } | Iter::Sequence { left, .. } | Iter::Repeat { left: Some(left), .. } => {
            *left as usize
        }
        Iter::List { list, index } => len(*list).saturating_sub(*index),
        Iter::ListReversed { index, .. } => index.wrapping_add(1),
        Iter::Tuple { tuple, index } => len(*tuple).saturating_sub(*index),
        Iter::Bytes { bytes: Value::Obj(r), index } => len(*r).saturating_sub(*index),
        Iter::Str { text, offset } => {
            vm.heap.str(*text).and_then(|s| s.get(*offset..)).map_or(0, |s| s.chars().count())
        }
        Iter::Dict { dict, index, reversed, .. } => match vm.heap.get(*dict) {
            Object::Dict(d) if *reversed => d.iter_entries().count().saturating_sub(*index),
            Object::Dict(d) => (0..d.len()).len().saturating_sub(*index),
            _ => 0,
        },
        Iter::Set { len, index, set } => match vm.heap.get(*set) {
            Object::Set(t) | Object::FrozenSet(t) => (*index..t.end()).filter(|&i| t.at(i).is_some()).count().min(*len),
            _ => 0,
        },
        _ => 0,
    };
    done(Value::Int(left as i64))
}

/// `_iterator_parts(it)`: the class of a native iterator, and the arguments that make another `enumerate` or `zip` of it; of others
/// a copy, which gives what it would still give. None of what is no native iterator.
fn parts(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = args.get(0) else { return done(Value::None) };
    let Object::Iter(iter) = vm.heap.get(r) else { return done(Value::None) };
    let rest = match (**iter).clone() {
        Iter::Enumerate { inner, count } => vm.new_tuple([inner, Value::Int(count)]),
        Iter::Zip { inner, .. } => vm.new_tuple(inner),
        Iter::Range { next, step, left } => {
            let stop = next.saturating_add(step.saturating_mul(left as i64));
            vm.alloc(Object::Range(Box::new(crate::object::Range { start: next, stop, step })))
        }
        Iter::Count { .. } | Iter::Repeat { .. } => return done(Value::None),
        other => vm.new_iter(other),
    };
    let class = Value::Obj(vm.heap.type_of(r));
    done(vm.new_tuple([class, rest]))
}

fn enumerate(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (iterable, start) = (args.get(1), args.get(2));
    let count = if start.is_unset() { Some(0) } else { start.as_small_int() };
    if let Some(count) = count
        && let Some(inner) = vm.iter_native(iterable)
    {
        return done(vm.new_iter(Iter::Enumerate { inner, count }));
    }
    if start.is_unset() {
        ask(vm, "_enumerate", &[iterable, Value::Int(0)])
    } else {
        ask(vm, "_enumerate", &[iterable, start])
    }
}

fn zip(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let strict = args.kw.iter().find(|(k, _)| vm.str(*k) == Some("strict")).map(|(_, v)| *v);
    let iterables = args.pos.get(1..).unwrap_or_default();
    let strict_native = strict.map_or(crate::ops::Tri::No, |v| vm.truth_native(v));
    if strict_native != crate::ops::Tri::Ask {
        let mut inner = Vec::with_capacity(iterables.len());
        for &iterable in iterables {
            match vm.iter_native(iterable) {
                Some(it) => inner.push(it),
                None => break,
            }
        }
        if inner.len() == iterables.len() {
            return done(vm.new_iter(Iter::Zip { inner, strict: strict_native == crate::ops::Tri::Yes }));
        }
    }
    let iterables = vm.new_list(iterables.to_vec());
    ask(vm, "_zip", &[iterables, strict.unwrap_or(Value::Bool(false))])
}

fn map(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.pos.len() < 3 {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let iterables = vm.new_list(args.pos.get(2..).unwrap_or_default().to_vec());
    ask(vm, "_map", &[args.get(1), iterables])
}

fn filter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    ask(vm, "_filter", &[args.get(1), args.get(2)])
}

fn reversed(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(1);
    if let Some((dict, kind)) = view_of(vm, value) {
        return done(dict::iterator(vm, dict, kind, true));
    }
    if overrides(vm, value, "__reversed__") || overrides(vm, value, "__getitem__") {
        return ask(vm, "_reversed", &[value]);
    }
    let Value::Obj(r) = vm.payload(value) else { return ask(vm, "_reversed", &[value]) };
    match vm.heap.get(r) {
        Object::List(_) => done(list::reversed_iter(vm, r)),
        Object::Range(range) => {
            let range = **range;
            done(range::iterator(vm, range, true))
        }
        Object::Dict(_) | Object::MappingProxy { .. } => match dict_of(vm, Value::Obj(r)) {
            Some(dict) => done(dict::iterator(vm, dict, ViewKind::Keys, true)),
            None => ask(vm, "_reversed", &[value]),
        },
        Object::Tuple(_) | Object::Str(_) | Object::StrTail { .. } | Object::Bytes(_) | Object::ByteArray(_) => {
            let len = items::len_in(vm, r).unwrap_or(0);
            let ascii = match vm.heap.get(r) {
                Object::Str(s) => s.ascii,
                Object::StrTail { ascii, .. } => *ascii,
                _ => true,
            };
            // indexing text that is not ASCII walks it, so turn it round once
            if !ascii {
                let chars: Vec<char> = vm.heap.str(r).map(|s| s.chars().collect()).unwrap_or_default();
                let items = chars.into_iter().map(|c| vm.new_char(c)).collect::<Vec<_>>();
                let Value::Obj(chars) = vm.new_list(items) else { return done(Value::None) };
                return done(list::reversed_iter(vm, chars));
            }
            let index = len as i64 - 1;
            done(vm.new_iter(Iter::Sequence { seq: Value::Obj(r), index, step: -1, left: len as u64 }))
        }
        _ => ask(vm, "_reversed", &[value]),
    }
}

/// `_show_as(generator, cls)`: the generator, from now on an instance of the class to everybody.
fn native_show_as(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Value::Obj(r) = args.get(0)
        && let Object::Generator(g) = vm.heap.get_mut(r)
    {
        g.shown_class = args.get(1);
    }
    done(args.get(0))
}

/// `_native_iter(value)`: a native iterator over a value that needs no Python code to iterate, or None.
fn native_iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(vm.iter_native(args.get(0)).unwrap_or(Value::None))
}

/// `_count(start, step)`: `itertools.count`.
fn native_count(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(vm.new_iter(Iter::Count { next: args.get(0), step: args.get(1) }))
}

/// `_repeat(value, times or None)`: `itertools.repeat`.
fn native_repeat(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let left = args.get(1).as_small_int().map(|n| u64::try_from(n).unwrap_or(0));
    done(vm.new_iter(Iter::Repeat { value: args.get(0), left }))
}

const ITERATOR: &[NativeDef] = &[
    NativeDef::method("__iter__", same, 0, 0),
    NativeDef::method("__next__", next, 0, 0),
    NativeDef::method("__length_hint__", length_hint, 0, 0),
];

const STREAM: &[NativeDef] = &[NativeDef::method("__iter__", same, 0, 0), NativeDef::method("__next__", next, 0, 0)];

macro_rules! tables {
    ($($name:literal = $items:ident),+ $(,)?) => {
        pub const TABLES: &[Table] = &[
            $(Table { owner: $name, is_class: true, items: $items },)+
            Table { owner: "enumerate", is_class: true, items: &[
                NativeDef::static_method("__new__", enumerate, 2, 3).names(&["", "iterable", "start"]),
            ] },
            Table { owner: "zip", is_class: true, items: &[
                NativeDef::static_method("__new__", zip, 1, MANY).names(&["strict"]),
            ] },
            Table { owner: "map", is_class: true, items: &[NativeDef::static_method("__new__", map, 1, MANY)] },
            Table { owner: "filter", is_class: true, items: &[NativeDef::static_method("__new__", filter, 3, 3)] },
            Table { owner: "reversed", is_class: true, items: &[
                NativeDef::static_method("__new__", reversed, 2, 2),
            ] },
            Table { owner: "_native", is_class: false, items: &[
                NativeDef::function("_show_as", native_show_as, 2, 2),
                NativeDef::function("_native_iter", native_iter, 1, 1),
                NativeDef::function("_iterator_parts", parts, 1, 1).rare(),
                NativeDef::function("_count", native_count, 2, 2).cost(Cost::BuiltinCall),
                NativeDef::function("_repeat", native_repeat, 2, 2).cost(Cost::BuiltinCall),
            ] },
        ];
    };
}

tables! {
    "range_iterator" = ITERATOR,
    "list_iterator" = ITERATOR,
    "list_reverseiterator" = ITERATOR,
    "tuple_iterator" = ITERATOR,
    "str_ascii_iterator" = ITERATOR,
    "bytes_iterator" = ITERATOR,
    "dict_keyiterator" = ITERATOR,
    "dict_valueiterator" = ITERATOR,
    "dict_itemiterator" = ITERATOR,
    "set_iterator" = ITERATOR,
    "repeat" = ITERATOR,
    "reversed" = ITERATOR,
    "iterator" = ITERATOR,
    "count" = STREAM,
    "enumerate" = STREAM,
    "zip" = STREAM,
    "map" = STREAM,
    "filter" = STREAM,
}
