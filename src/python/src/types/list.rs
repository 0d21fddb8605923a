//! `list`.

use crate::classes;
use crate::code::Op;
use crate::cost::Cost;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Res, Table};
use crate::number::{self, BinOp};
use crate::object::{Iter, Object};
use crate::ops::Tri;
use crate::process::Process;
use crate::types::items::{self, same};
use crate::types::order;
use crate::types::support::{
    ask, ask_wrapped, clamped_index, done, index_of, is_exact, position, receiver, room_for_values, wrap,
};
use crate::value::{Ref, Value};

fn this(vm: &mut Process, args: &Args<'_>, method: &str) -> Res<Ref> {
    receiver(vm, args, classes::LIST, method)
}

pub(super) fn items_of(vm: &Process, r: Ref) -> &[Value] {
    vm.items_slice(Value::Obj(r)).unwrap_or_default()
}

fn items_mut(vm: &mut Process, r: Ref) -> Option<&mut Vec<Value>> {
    match vm.heap.get_mut(r) {
        Object::List(items) => Some(items),
        _ => None,
    }
}

/// Appends to an exact list.
#[inline]
pub fn push(vm: &mut Process, list: Ref, value: Value) {
    if let Object::List(items) = vm.heap.get_mut(list) {
        items.push(value);
        vm.heap.grew(size_of::<Value>());
    }
}

/// `list.extend(iterable)` for natively iterable values; `false`: Python code must iterate.
pub fn extend(vm: &mut Process, list: Ref, iterable: Value) -> Res<bool> {
    let Some(new) = vm.collect_native(iterable)? else { return Ok(false) };
    vm.charge_n(Cost::ListExtendItem, new.len());
    room_for_values(vm, new.len())?;
    vm.heap.grew(new.len() * size_of::<Value>());
    if let Some(items) = items_mut(vm, list) {
        items.extend(new);
    }
    Ok(true)
}

fn append(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "append")?;
    push(vm, list, args.get(1));
    done(Value::None)
}

fn extend_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "extend")?;
    if extend(vm, list, args.get(1))? {
        return done(Value::None);
    }
    ask(vm, "_list_extend", &[Value::Obj(list), args.get(1)])
}

fn insert(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "insert")?;
    let Some(at) = index_of(vm, args.get(1), "")? else { return ask(vm, "_list_insert", args.pos) };
    vm.heap.grew(size_of::<Value>());
    if let Some(items) = items_mut(vm, list) {
        let len = items.len() as i64;
        let at = if at < 0 { (at.saturating_add(len)).max(0) } else { at.min(len) };
        items.insert(at as usize, args.get(2));
    }
    done(Value::None)
}

fn pop(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "pop")?;
    let index = match args.get(1) {
        Value::Unset => -1,
        given => match index_of(vm, given, "")? {
            Some(i) => i,
            None => return ask(vm, "_list_pop", args.pos),
        },
    };
    let len = items_of(vm, list).len();
    let Some(at) = position(index, len) else {
        return Err(vm.index_error(if len == 0 { "pop from empty list" } else { "pop index out of range" }));
    };
    let item = items_mut(vm, list).map(|items| items.remove(at));
    vm.charge_n(Cost::ListSliceItem, (len - at) / 16);
    done(item.unwrap_or(Value::None))
}

fn clear(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "clear")?;
    if let Some(items) = items_mut(vm, list) {
        *items = Vec::new();
    }
    done(Value::None)
}

fn copy(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "copy")?;
    let items = items_of(vm, list).to_vec();
    vm.charge_n(Cost::ListSliceItem, items.len());
    done(vm.new_list(items))
}

fn reverse(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "reverse")?;
    if let Some(items) = items_mut(vm, list) {
        items.reverse();
    }
    done(Value::None)
}

fn remove(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "remove")?;
    match find(vm, list, args.get(1), 0, usize::MAX) {
        Found::At(at) => {
            if let Some(items) = items_mut(vm, list) {
                items.remove(at);
            }
            done(Value::None)
        }
        Found::Nowhere => Err(vm.value_error("list.remove(x): x not in list")),
        Found::Ask => ask(vm, "_list_remove", &[Value::Obj(list), args.get(1)]),
    }
}

pub(super) enum Found {
    At(usize),
    Nowhere,
    Ask,
}

/// First position of an item in a list or tuple.
pub(super) fn find(vm: &mut Process, seq: Ref, item: Value, from: usize, to: usize) -> Found {
    let mut looked = 0;
    let mut found = Found::Nowhere;
    for (at, &candidate) in items_of(vm, seq).iter().enumerate().take(to).skip(from) {
        looked += 1;
        match same(vm, candidate, item) {
            Tri::Yes => found = Found::At(at),
            Tri::No => continue,
            Tri::Ask => found = Found::Ask,
        }
        break;
    }
    vm.charge_n(Cost::ContainsListItem, looked);
    found
}

/// `seq.index(item, start, stop)` of list and tuple.
pub(super) fn index(vm: &mut Process, seq: Ref, args: &Args<'_>, owner: &str) -> NativeResult {
    let len = items_of(vm, seq).len() as i64;
    let mut bounds = [0, len];
    for (bound, i) in bounds.iter_mut().zip(2..) {
        if args.get(i).is_unset() {
            continue;
        }
        match clamped_index(vm, args.get(i))? {
            Some(given) if given < 0 => *bound = given.saturating_add(len).max(0),
            Some(given) => *bound = given.min(len),
            None => return ask(vm, "_seq_index", args.pos),
        }
    }
    match find(vm, seq, args.get(1), bounds[0] as usize, bounds[1].max(0) as usize) {
        Found::At(at) => done(Value::Int(at as i64)),
        Found::Nowhere if owner == "tuple" => Err(vm.value_error("tuple.index(x): x not in tuple")),
        Found::Nowhere => match crate::repr::repr_native(vm, args.get(1)) {
            Some(text) => Err(vm.value_error(&format!("{text} is not in list"))),
            None => {
                ask(vm, "_seq_index", &[Value::Obj(seq), args.get(1), Value::Int(bounds[0]), Value::Int(bounds[1])])
            }
        },
        Found::Ask => {
            ask(vm, "_seq_index", &[Value::Obj(seq), args.get(1), Value::Int(bounds[0]), Value::Int(bounds[1])])
        }
    }
}

fn list_index(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "index")?;
    index(vm, list, args, "list")
}

/// `seq.count(item)` of list and tuple.
pub(super) fn count(vm: &mut Process, seq: Ref, item: Value) -> NativeResult {
    let items = items_of(vm, seq);
    let len = items.len();
    let mut n = 0;
    for &candidate in items {
        match same(vm, candidate, item) {
            Tri::Yes => n += 1,
            Tri::No => {}
            Tri::Ask => return ask(vm, "_seq_count", &[Value::Obj(seq), item]),
        }
    }
    vm.charge_n(Cost::ContainsListItem, len);
    done(Value::Int(n))
}

fn list_count(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "count")?;
    count(vm, list, args.get(1))
}

fn keyword(vm: &Process, args: &Args<'_>, name: &str) -> Value {
    args.kw.iter().find(|(k, _)| vm.str(*k) == Some(name)).map_or(Value::Unset, |(_, v)| *v)
}

fn sort(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "sort")?;
    if args.pos.len() > 1 {
        return Err(vm.type_error("sort() takes no positional arguments"));
    }
    let key = keyword(vm, args, "key");
    let reverse = keyword(vm, args, "reverse");
    sort_list(vm, list, key, reverse)
}

/// Sorts a list in place; the result is None.
pub fn sort_list(vm: &mut Process, list: Ref, key: Value, reverse: Value) -> NativeResult {
    let flag = if reverse.is_unset() { Tri::No } else { vm.truth_native(reverse) };
    if (key.is_unset() || key.is_none()) && flag != Tri::Ask {
        let keys = items_of(vm, list).to_vec();
        if sort_by_keys(vm, list, &keys, flag == Tri::Yes) {
            return done(Value::None);
        }
    }
    let key = if key.is_unset() { Value::None } else { key };
    let reverse = if reverse.is_unset() { Value::Bool(false) } else { reverse };
    ask(vm, "_list_sort", &[Value::Obj(list), key, reverse])
}

/// Sorts a list by parallel keys where their order is native.
fn sort_by_keys(vm: &mut Process, list: Ref, keys: &[Value], reverse: bool) -> bool {
    let n = keys.len();
    if items_of(vm, list).len() != n {
        return false;
    }
    let flipped: Vec<Value>;
    let keys = if reverse {
        flipped = keys.iter().rev().copied().collect();
        &flipped
    } else {
        keys
    };
    let Some((at, compares)) = order::sorted_positions(vm, keys) else { return false };
    vm.charge_n(Cost::ListSortCompare, compares);
    let Some(items) = items_mut(vm, list) else { return false };
    // reversing before and after a stable ascending sort keeps equal items in their order
    if reverse {
        items.reverse();
    }
    let sorted: Option<Vec<Value>> = at.iter().map(|&i| items.get(i as usize).copied()).collect();
    let Some(mut sorted) = sorted else { return false };
    if reverse {
        sorted.reverse();
    }
    *items = sorted;
    true
}

/// `_sort_by_keys(list, keys, reverse)`: whether it could.
fn native_sort_by_keys(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(list) = args.get(0) else { return done(Value::Bool(false)) };
    let keys = vm.items_slice(args.get(1)).unwrap_or_default().to_vec();
    let reverse = vm.truth_native(args.get(2)) == Tri::Yes;
    done(Value::Bool(sort_by_keys(vm, list, &keys, reverse)))
}

/// `_items(value)`: a new list of what a list, tuple, set or dict (or a subclass instance) holds natively.
fn native_items(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let inner = vm.payload(args.get(0));
    let items = vm.collect_native(inner)?.unwrap_or_default();
    done(vm.new_list(items))
}

/// `_list_assign(list, items)`: replaces the contents.
fn native_assign(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let new = vm.items_slice(args.get(1)).unwrap_or_default().to_vec();
    if let Value::Obj(r) = vm.payload(args.get(0))
        && let Some(items) = items_mut(vm, r)
    {
        *items = new;
    }
    done(Value::None)
}

/// A new list of the items of `iterable`, which may need Python code.
pub fn list_from(vm: &mut Process, iterable: Value) -> NativeResult {
    match vm.collect_native(iterable)? {
        Some(items) => {
            vm.charge_n(Cost::ListExtendItem, items.len());
            room_for_values(vm, items.len())?;
            done(vm.new_list(items))
        }
        None => ask(vm, "_list_from", &[iterable]),
    }
}

fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if is_exact(args, classes::LIST) {
        super::support::no_keywords(vm, args, "list")?;
    }
    let Some(&iterable) = args.pos.get(1) else {
        let empty = vm.new_list(Vec::new());
        return wrap(vm, args, classes::LIST, empty);
    };
    if is_exact(args, classes::LIST) && args.pos.len() > 2 {
        let message = format!("list expected at most 1 argument, got {}", args.pos.len() - 1);
        return Err(vm.type_error(&message));
    }
    match list_from(vm, iterable)? {
        Native::Done(list) => wrap(vm, args, classes::LIST, list),
        _ => ask_wrapped(vm, args, classes::LIST, "_list_from", &[iterable]),
    }
}

fn init(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__init__")?;
    if let Some(items) = items_mut(vm, list) {
        items.clear();
    }
    if args.get(1).is_unset() || extend(vm, list, args.get(1))? {
        return done(Value::None);
    }
    ask(vm, "_list_extend", &[Value::Obj(list), args.get(1)])
}

fn get_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__getitem__")?;
    match items::get_in(vm, args.get(0), list, args.get(1))? {
        Some(item) => done(item),
        None => ask(vm, "_seq_getitem", &[Value::Obj(list), args.get(1)]),
    }
}

fn set_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__setitem__")?;
    match items::set_in(vm, list, args.get(1), args.get(2))? {
        Some(()) => done(Value::None),
        None => ask(vm, "_list_setitem", &[Value::Obj(list), args.get(1), args.get(2)]),
    }
}

fn del_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__delitem__")?;
    match items::del_in(vm, list, args.get(1))? {
        Some(()) => done(Value::None),
        None => ask(vm, "_list_delitem", &[Value::Obj(list), args.get(1)]),
    }
}

fn contains(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__contains__")?;
    match items::contains_in(vm, list, args.get(1))? {
        Some(found) => done(Value::Bool(found)),
        None => ask(vm, "_seq_contains", &[Value::Obj(list), args.get(1)]),
    }
}

fn len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__len__")?;
    done(Value::Int(items_of(vm, list).len() as i64))
}

fn iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__iter__")?;
    done(vm.new_iter(Iter::List { list, index: 0 }))
}

fn reversed(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__reversed__")?;
    done(reversed_iter(vm, list))
}

/// `reversed(list)`
pub fn reversed_iter(vm: &mut Process, list: Ref) -> Value {
    let index = items_of(vm, list).len().wrapping_sub(1);
    vm.new_iter(Iter::ListReversed { list, index })
}

fn add(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args, "__add__")?;
    let (a, b) = (vm.payload(args.get(0)), vm.payload(args.get(1)));
    if let Some(sum) = number::binary(vm, BinOp::Add, a, b)? {
        return done(sum);
    }
    let message = format!("can only concatenate list (not \"{}\") to list", vm.type_name(args.get(1)));
    Err(vm.type_error(&message))
}

pub(super) fn mul(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (a, b) = (vm.payload(args.get(0)), vm.payload(args.get(1)));
    match number::binary(vm, BinOp::Mul, a, b)? {
        Some(product) => done(product),
        None => match index_of(vm, args.get(1), "") {
            Ok(None) => ask(vm, "_seq_mul", args.pos),
            _ => {
                let message = format!("can't multiply sequence by non-int of type '{}'", vm.type_name(args.get(1)));
                Err(vm.type_error(&message))
            }
        },
    }
}

fn iadd(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__iadd__")?;
    if extend(vm, list, args.get(1))? {
        return done(args.get(0));
    }
    ask(vm, "_list_iadd", &[args.get(0), Value::Obj(list), args.get(1)])
}

fn imul(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list = this(vm, args, "__imul__")?;
    let times = vm.payload(args.get(1));
    match number::binary(vm, BinOp::Mul, Value::Obj(list), times)? {
        Some(product) => {
            let new = vm.items_slice(product).unwrap_or_default().to_vec();
            if let Some(items) = items_mut(vm, list) {
                *items = new;
            }
            done(args.get(0))
        }
        None => mul(vm, args),
    }
}

/// A comparison of two lists or two tuples; `None`: not ours, or Python compares.
pub fn compare(vm: &mut Process, op: Op, a: Value, b: Value) -> Option<bool> {
    let (Value::Obj(x), Value::Obj(y)) = (vm.payload(a), vm.payload(b)) else { return None };
    let alike = matches!(
        (vm.heap.get(x), vm.heap.get(y)),
        (Object::List(_), Object::List(_)) | (Object::Tuple(_), Object::Tuple(_))
    );
    if !alike {
        return None;
    }
    match op {
        Op::Eq | Op::Ne => match vm.eq_native(Value::Obj(x), Value::Obj(y)) {
            Tri::Yes => Some(op == Op::Eq),
            Tri::No => Some(op == Op::Ne),
            Tri::Ask => None,
        },
        _ => order::order(vm, Value::Obj(x), Value::Obj(y)).map(|o| o.holds(op)),
    }
}

/// The comparison method of list or tuple for `op`.
pub(super) fn compare_method(vm: &mut Process, args: &Args<'_>, op: Op) -> NativeResult {
    let (a, b) = (vm.payload(args.get(0)), vm.payload(args.get(1)));
    if let Some(answer) = compare(vm, op, a, b) {
        return done(Value::Bool(answer));
    }
    let alike = matches!(
        (vm.object(a), vm.object(b)),
        (Some(Object::List(_)), Some(Object::List(_))) | (Some(Object::Tuple(_)), Some(Object::Tuple(_)))
    );
    if !alike {
        return done(Value::NotImplemented);
    }
    let name = match op {
        Op::Eq => "_seq_eq",
        Op::Ne => "_seq_ne",
        Op::Lt => "_seq_lt",
        Op::Le => "_seq_le",
        Op::Gt => "_seq_gt",
        _ => "_seq_ge",
    };
    ask(vm, name, &[a, b])
}

macro_rules! comparison_methods {
    ($($name:ident = $op:ident),+) => {
        $(pub(super) fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            compare_method(vm, args, Op::$op)
        })+
    };
}

comparison_methods!(eq = Eq, ne = Ne, lt = Lt, le = Le, gt = Gt, ge = Ge);

/// `__repr__` of a container: of what is under a subclass instance.
pub(super) fn container_repr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    let inner = vm.payload(value);
    if let Some(text) = crate::repr::repr_native(vm, inner) {
        return done(vm.new_string(text));
    }
    ask(vm, "_container_repr", &[value, inner])
}

/// `list[int]` called as a method.
pub(super) fn class_getitem(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let parameters = match args.get(1) {
        Value::Obj(r) if matches!(vm.heap.get(r), Object::Tuple(_)) => args.get(1),
        one => vm.new_tuple([one]),
    };
    let alias = crate::object::Alias { origin: args.get(0), args: parameters, union: false };
    Ok(Native::Done(vm.alloc(Object::Alias(Box::new(alias)))))
}

pub const TABLES: &[Table] = &[
    Table {
        owner: "list",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", new, 1, MANY).names(&["*"]).cost(Cost::BuildList),
            NativeDef::method("__init__", init, 0, 1),
            NativeDef::method("append", append, 1, 1).cost(Cost::ListAppend),
            NativeDef::method("extend", extend_method, 1, 1).cost(Cost::ListAppend),
            NativeDef::method("insert", insert, 2, 2).cost(Cost::ListAppend),
            NativeDef::method("pop", pop, 0, 1).cost(Cost::ListPop),
            NativeDef::method("remove", remove, 1, 1).cost(Cost::ListPop),
            NativeDef::method("clear", clear, 0, 0).cost(Cost::ListPop),
            NativeDef::method("copy", copy, 0, 0).cost(Cost::ListSlice),
            NativeDef::method("reverse", reverse, 0, 0).cost(Cost::ListPop),
            NativeDef::method("index", list_index, 1, 3).cost(Cost::ListPop),
            NativeDef::method("count", list_count, 1, 1).cost(Cost::ListPop),
            NativeDef::method("sort", sort, 0, MANY).names(&["key", "reverse"]).cost(Cost::ListSlice),
            NativeDef::method("__getitem__", get_item, 1, 1).cost(Cost::ListIndex),
            NativeDef::method("__setitem__", set_item, 2, 2).cost(Cost::ListStore),
            NativeDef::method("__delitem__", del_item, 1, 1).cost(Cost::ListStore),
            NativeDef::method("__contains__", contains, 1, 1),
            NativeDef::method("__len__", len, 0, 0).cost(Cost::LenCall),
            NativeDef::method("__iter__", iter, 0, 0),
            NativeDef::method("__reversed__", reversed, 0, 0),
            NativeDef::method("__add__", add, 1, 1).cost(Cost::ListSlice),
            NativeDef::method("__iadd__", iadd, 1, 1).cost(Cost::ListAppend),
            NativeDef::method("__mul__", mul, 1, 1).cost(Cost::ListSlice),
            NativeDef::method("__rmul__", mul, 1, 1).cost(Cost::ListSlice),
            NativeDef::method("__imul__", imul, 1, 1).cost(Cost::ListSlice),
            NativeDef::method("__eq__", eq, 1, 1),
            NativeDef::method("__ne__", ne, 1, 1),
            NativeDef::method("__lt__", lt, 1, 1),
            NativeDef::method("__le__", le, 1, 1),
            NativeDef::method("__gt__", gt, 1, 1),
            NativeDef::method("__ge__", ge, 1, 1),
            NativeDef::method("__repr__", container_repr, 0, 0),
            NativeDef::class_method("__class_getitem__", class_getitem, 1, 1),
        ],
    },
    Table {
        owner: "_native",
        is_class: false,
        items: &[
            NativeDef::function("_sort_by_keys", native_sort_by_keys, 3, 3),
            NativeDef::function("_items", native_items, 1, 1),
            NativeDef::function("_list_assign", native_assign, 2, 2),
        ],
    },
];
