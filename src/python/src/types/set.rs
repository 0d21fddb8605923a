//! `set` and `frozenset`: how they are made and their methods; what they compute is in `algebra`.

mod algebra;

use crate::classes;
use crate::code::Op;
use crate::cost::Cost;
use crate::native::{Args, MANY, NativeDef, NativeResult, Res, Table};
use crate::object::{Iter, Object, ViewKind};
use crate::process::Process;
use crate::set::SetTable;
use crate::types::items;
use crate::types::list;
use crate::types::support::{ask, ask_wrapped, done, is_exact, receiver, unhashable, view_of, wrap};
use crate::value::{Ref, Value};

use self::algebra::{Hashed, Operand, assign, combine, has, like, operand, put_table, set_under, subset, updated};
pub use self::algebra::{binary, compare};

fn this(vm: &mut Process, args: &Args<'_>, method: &str) -> Res<Ref> {
    receiver(vm, args, classes::SET, method)
}

/// The receiver of a method that `set` and `frozenset` share.
fn either(vm: &mut Process, args: &Args<'_>, method: &str) -> Res<Ref> {
    receiver(vm, args, classes::FROZENSET, method)
}

pub(super) fn table(vm: &Process, r: Ref) -> Option<&SetTable> {
    match vm.heap.get(r) {
        Object::Set(s) | Object::FrozenSet(s) => Some(s),
        _ => None,
    }
}

// -- construction

fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let empty = vm.alloc(Object::Set(Box::default()));
    if is_exact(args, classes::SET) {
        super::support::no_keywords(vm, args, "set")?;
    }
    let Some(&iterable) = args.pos.get(1) else { return wrap(vm, args, classes::SET, empty) };
    if is_exact(args, classes::SET) && args.pos.len() > 2 {
        let message = format!("set expected at most 1 argument, got {}", args.pos.len() - 1);
        return Err(vm.type_error(&message));
    }
    let Value::Obj(r) = empty else { return done(empty) };
    match assign(vm, Op::Or, r, iterable)? {
        Ok(()) => wrap(vm, args, classes::SET, empty),
        Err(rest) => ask_wrapped(vm, args, classes::SET, "_set_from", &[empty, rest]),
    }
}

fn init(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = this(vm, args, "__init__")?;
    put_table(vm, set, SetTable::new());
    if args.get(1).is_unset() {
        return done(Value::None);
    }
    match assign(vm, Op::Or, set, args.get(1))? {
        Ok(()) => done(Value::None),
        Err(rest) => ask(vm, "_set_update", &[Value::Obj(set), rest]),
    }
}

fn frozen_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let source = match args.pos {
        [] | [_] => {
            let empty = vm.alloc(Object::FrozenSet(Box::default()));
            return wrap(vm, args, classes::FROZENSET, empty);
        }
        &[_, source] => source,
        more => {
            let message = format!("frozenset expected at most 1 argument, got {}", more.len() - 1);
            return Err(vm.type_error(&message));
        }
    };
    if matches!(source, Value::Obj(r) if matches!(vm.heap.get(r), Object::FrozenSet(_))) {
        return wrap(vm, args, classes::FROZENSET, source);
    }
    let mut t = SetTable::new();
    match updated(vm, &mut t, source)? {
        Ok(()) => {
            let frozen = vm.alloc(Object::FrozenSet(Box::new(t)));
            wrap(vm, args, classes::FROZENSET, frozen)
        }
        Err(rest) => ask_wrapped(vm, args, classes::FROZENSET, "_frozenset_from", &[rest]),
    }
}

/// `_freeze(set)`: a frozenset with the table of a set.
fn native_freeze(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let t = set_under(vm, args.get(0)).and_then(|r| table(vm, r)).cloned().unwrap_or_default();
    done(vm.alloc(Object::FrozenSet(Box::new(t))))
}

// -- methods

fn add(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = this(vm, args, "add")?;
    if set_add(vm, set, args.get(1))? {
        return done(Value::None);
    }
    ask(vm, "_set_add", &[Value::Obj(set), args.get(1)])
}

/// Adds to an exact set; `false`: Python code must hash or compare.
pub fn set_add(vm: &mut Process, set: Ref, item: Value) -> Res<bool> {
    let hash = match vm.hash_quiet(item, 0) {
        Ok(Some(hash)) => hash,
        Ok(None) => return Ok(false),
        Err(culprit) => return Err(unhashable(vm, culprit)),
    };
    let Some(t) = table(vm, set) else { return Ok(true) };
    match has(vm, t, hash, item) {
        Some(true) => Ok(true),
        Some(false) => {
            if let Object::Set(t) | Object::FrozenSet(t) = vm.heap.get_mut(set) {
                let before = t.size_bytes();
                t.insert_new(hash, item);
                let grown = t.size_bytes() - before;
                if grown != 0 {
                    vm.heap.grew(grown);
                }
            }
            Ok(true)
        }
        None => Ok(false),
    }
}

/// `set.update(iterable)` on an exact set; `Err` inside: Python code must go on with this.
pub fn set_update(vm: &mut Process, set: Ref, iterable: Value) -> Res<Result<(), Value>> {
    assign(vm, Op::Or, set, iterable)
}

fn locate(vm: &mut Process, set: Ref, item: Value) -> Res<Option<Option<usize>>> {
    let hash = match vm.hash_quiet(item, 0) {
        Ok(Some(hash)) => hash,
        Ok(None) => return Ok(None),
        Err(culprit) => match items::set_as_key(vm, item) {
            Some(hash) => hash,
            None => return Err(unhashable(vm, culprit)),
        },
    };
    Ok(table(vm, set).and_then(|t| vm.set_find_native(t, hash, item)))
}

fn take(vm: &mut Process, set: Ref, at: usize) -> Option<Value> {
    match vm.heap.get_mut(set) {
        Object::Set(t) => t.remove(at),
        _ => None,
    }
}

fn remove(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = this(vm, args, "remove")?;
    match locate(vm, set, args.get(1))? {
        Some(Some(at)) => {
            take(vm, set, at);
            done(Value::None)
        }
        Some(None) => Err(vm.key_error(args.get(1))),
        None => ask(vm, "_set_remove", &[Value::Obj(set), args.get(1)]),
    }
}

fn discard(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = this(vm, args, "discard")?;
    match locate(vm, set, args.get(1))? {
        Some(at) => {
            if let Some(at) = at {
                take(vm, set, at);
            }
            done(Value::None)
        }
        None => ask(vm, "_set_discard", &[Value::Obj(set), args.get(1)]),
    }
}

fn pop(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = this(vm, args, "pop")?;
    let popped = match vm.heap.get_mut(set) {
        Object::Set(t) => t.pop(),
        _ => None,
    };
    match popped {
        Some(item) => done(item),
        None => Err(vm.raise(classes::KEY_ERROR, "pop from an empty set")),
    }
}

fn clear(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = this(vm, args, "clear")?;
    if let Object::Set(t) = vm.heap.get_mut(set) {
        t.clear();
    }
    done(Value::None)
}

fn copy(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = either(vm, args, "copy")?;
    if matches!(vm.heap.get(set), Object::FrozenSet(_)) {
        return done(Value::Obj(set));
    }
    let t = table(vm, set).map(SetTable::copied).unwrap_or_default();
    vm.charge_n(Cost::BuildSetItem, t.len() / 4);
    done(like(vm, set, t))
}

fn combining(vm: &mut Process, args: &Args<'_>, op: Op, name: &str, in_python: &str) -> NativeResult {
    let set = either(vm, args, name)?;
    let others = args.pos.get(1..).unwrap_or_default();
    if others.is_empty() {
        return copy(vm, args);
    }
    let mut at = set;
    for (i, &other) in others.iter().enumerate() {
        match combine(vm, op, at, other)? {
            Ok(t) => {
                let Value::Obj(r) = like(vm, set, t) else { break };
                at = r;
            }
            Err(rest) => {
                let mut pos = vec![Value::Obj(at), rest];
                pos.extend_from_slice(others.get(i + 1..).unwrap_or_default());
                return ask(vm, in_python, &pos);
            }
        }
    }
    done(Value::Obj(at))
}

fn union(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    combining(vm, args, Op::Or, "union", "_set_union")
}

fn intersection(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    combining(vm, args, Op::And, "intersection", "_set_intersection")
}

fn difference(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    combining(vm, args, Op::Sub, "difference", "_set_difference")
}

fn symmetric_difference(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    combining(vm, args, Op::Xor, "symmetric_difference", "_set_symmetric_difference")
}

fn assigning(vm: &mut Process, args: &Args<'_>, op: Op, name: &str, in_python: &str) -> NativeResult {
    let set = this(vm, args, name)?;
    let others = args.pos.get(1..).unwrap_or_default();
    for (i, &other) in others.iter().enumerate() {
        if let Err(rest) = assign(vm, op, set, other)? {
            let mut pos = vec![Value::Obj(set), rest];
            pos.extend_from_slice(others.get(i + 1..).unwrap_or_default());
            return ask(vm, in_python, &pos);
        }
    }
    done(Value::None)
}

fn update(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    assigning(vm, args, Op::Or, "update", "_set_update")
}

fn intersection_update(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    assigning(vm, args, Op::And, "intersection_update", "_set_intersection_update")
}

fn difference_update_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    assigning(vm, args, Op::Sub, "difference_update", "_set_difference_update")
}

fn symmetric_difference_update(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    assigning(vm, args, Op::Xor, "symmetric_difference_update", "_set_symmetric_difference_update")
}

fn issubset(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = Value::Obj(either(vm, args, "issubset")?);
    let other = args.get(1);
    let other = if set_under(vm, other).is_some() {
        other
    } else {
        let mut t = SetTable::new();
        match updated(vm, &mut t, other)? {
            Ok(()) => vm.alloc(Object::Set(Box::new(t))),
            Err(rest) => return ask(vm, "_set_issubset", &[set, rest]),
        }
    };
    match subset(vm, set, other)? {
        Some(holds) => done(Value::Bool(holds)),
        None => ask(vm, "_set_issubset", &[set, other]),
    }
}

fn issuperset(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = Value::Obj(either(vm, args, "issuperset")?);
    let rest = match operand(vm, args.get(1))? {
        Operand::Ask(rest) => rest,
        Operand::Hashed { items, .. } => vm.new_list(items.into_iter().map(|(_, k)| k).collect()),
    };
    match subset(vm, rest, set)? {
        Some(holds) => done(Value::Bool(holds)),
        None => ask(vm, "_set_issuperset", &[set, rest]),
    }
}

fn isdisjoint(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = either(vm, args, "isdisjoint")?;
    let rest = match operand(vm, args.get(1))? {
        Operand::Ask(rest) => rest,
        Operand::Hashed { items, .. } => {
            let mut answer = Some(true);
            for &(h, k) in &items {
                match table(vm, set).and_then(|t| has(vm, t, h, k)) {
                    Some(false) => continue,
                    Some(true) => answer = Some(false),
                    None => answer = None,
                }
                break;
            }
            match answer {
                Some(answer) => return done(Value::Bool(answer)),
                None => vm.new_list(items.into_iter().map(|(_, k)| k).collect()),
            }
        }
    };
    ask(vm, "_set_isdisjoint", &[Value::Obj(set), rest])
}

fn contains(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = either(vm, args, "__contains__")?;
    match items::contains_in(vm, set, args.get(1))? {
        Some(found) => done(Value::Bool(found)),
        None => ask(vm, "_set_contains", &[Value::Obj(set), args.get(1)]),
    }
}

fn len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = either(vm, args, "__len__")?;
    done(Value::Int(table(vm, set).map_or(0, SetTable::len) as i64))
}

fn iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = either(vm, args, "__iter__")?;
    let len = table(vm, set).map_or(0, SetTable::len);
    done(vm.new_iter(Iter::Set { set, index: 0, len }))
}

fn hash(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let set = Value::Obj(either(vm, args, "__hash__")?);
    match vm.hash_native(set)? {
        Some(hash) => done(Value::Int(hash)),
        None => done(Value::NotImplemented),
    }
}

fn operator(vm: &mut Process, args: &Args<'_>, op: Op, in_python: &str) -> NativeResult {
    let (a, b) = (args.get(0), args.get(1));
    let setlike =
        |v| set_under(vm, v).is_some() || matches!(view_of(vm, v), Some((_, ViewKind::Keys | ViewKind::Items)));
    let (left_view, right_set) = (set_under(vm, a).is_none(), setlike(b));
    if !right_set && !left_view {
        return done(Value::NotImplemented);
    }
    match binary(vm, op, a, b)? {
        Some(result) => done(result),
        None => ask(vm, in_python, &[a, b]),
    }
}

fn inplace_operator(vm: &mut Process, args: &Args<'_>, op: Op, in_python: &str) -> NativeResult {
    let set = this(vm, args, "__ior__")?;
    if set_under(vm, args.get(1)).is_none() {
        return done(Value::NotImplemented);
    }
    match assign(vm, op, set, args.get(1))? {
        Ok(()) => done(args.get(0)),
        Err(rest) => ask(vm, in_python, &[Value::Obj(set), rest]).map(|call| keep_receiver(call, args.get(0))),
    }
}

/// The in-place prelude functions return the set they are given; give them the receiver to return instead.
fn keep_receiver(mut call: crate::native::Native, receiver: Value) -> crate::native::Native {
    if let crate::native::Native::Call { args, .. } = &mut call
        && let Some(first) = args.first_mut()
    {
        *first = receiver;
    }
    call
}

macro_rules! operators {
    ($($name:ident, $reflected:ident, $inplace:ident = $op:ident, $python:literal, $inplace_python:literal;)+) => {
        $(
            fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
                operator(vm, args, Op::$op, $python)
            }
            fn $reflected(vm: &mut Process, args: &Args<'_>) -> NativeResult {
                operator(vm, &Args { pos: &[args.get(1), args.get(0)], kw: &[] }, Op::$op, $python)
            }
            fn $inplace(vm: &mut Process, args: &Args<'_>) -> NativeResult {
                inplace_operator(vm, args, Op::$op, $inplace_python)
            }
        )+
    };
}

operators! {
    or, ror, ior = Or, "_set_or", "_set_ior";
    and, rand, iand = And, "_set_and", "_set_iand";
    sub, rsub, isub = Sub, "_set_sub", "_set_isub";
    xor, rxor, ixor = Xor, "_set_xor", "_set_ixor";
}

fn comparison(vm: &mut Process, args: &Args<'_>, op: Op, in_python: &str) -> NativeResult {
    let (a, b) = (args.get(0), args.get(1));
    let setlike =
        |v| set_under(vm, v).is_some() || matches!(view_of(vm, v), Some((_, ViewKind::Keys | ViewKind::Items)));
    if !setlike(a) || !setlike(b) {
        return done(Value::NotImplemented);
    }
    match compare(vm, op, a, b)? {
        Some(answer) => done(Value::Bool(answer)),
        None => ask(vm, in_python, &[a, b]),
    }
}

macro_rules! comparisons {
    ($($name:ident = $op:ident, $python:literal;)+) => {
        $(pub(super) fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            comparison(vm, args, Op::$op, $python)
        })+
    };
}

comparisons! {
    eq = Eq, "_set_eq";
    ne = Ne, "_set_ne";
    lt = Lt, "_set_lt";
    le = Le, "_set_le";
    gt = Gt, "_set_gt";
    ge = Ge, "_set_ge";
}

// -- what the prelude works with

/// `_set_candidates(set, hash)`: positions of the items with this hash.
fn native_candidates(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let hash = args.get(1).as_small_int().unwrap_or(0);
    let at = set_under(vm, args.get(0)).and_then(|r| table(vm, r)).map(|t| t.candidates(hash)).unwrap_or_default();
    done(vm.new_list(at.into_iter().map(|i| Value::Int(i as i64)).collect()))
}

fn position_arg(args: &Args<'_>) -> usize {
    args.get(1).as_small_int().and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX)
}

/// `_set_item_at(set, position)`
fn native_item_at(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let item = set_under(vm, args.get(0)).and_then(|r| table(vm, r)?.at(position_arg(args)));
    done(item.map_or(Value::None, |(_, k)| k))
}

/// `_set_remove_at(set, position)`
fn native_remove_at(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Some(r) = set_under(vm, args.get(0)) {
        take(vm, r, position_arg(args));
    }
    done(Value::None)
}

/// `_set_insert(set, hash, item)` of an item known to be absent.
fn native_insert(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Some(r) = set_under(vm, args.get(0))
        && let Object::Set(t) | Object::FrozenSet(t) = vm.heap.get_mut(r)
    {
        t.insert_new(args.get(1).as_small_int().unwrap_or(0), args.get(2));
        vm.heap.grew(64);
    }
    done(Value::None)
}

/// `_set_hashed(set)`: list of (hash, item) in table order.
fn native_hashed(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let items: Hashed =
        set_under(vm, args.get(0)).and_then(|r| table(vm, r)).map(|t| t.iter_hashed().collect()).unwrap_or_default();
    let items = items.into_iter().map(|(h, k)| vm.new_tuple([Value::Int(h), k])).collect();
    done(vm.new_list(items))
}

/// `_set_swap(set, other)`: the first takes the table of the second.
fn native_swap(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let t = set_under(vm, args.get(1)).and_then(|r| table(vm, r)).cloned().unwrap_or_default();
    if let Some(r) = set_under(vm, args.get(0)) {
        put_table(vm, r, t);
    }
    done(Value::None)
}

/// `_is_set(value)`: whether it is a set, a frozenset or an instance of a subclass.
fn native_is_set(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(Value::Bool(set_under(vm, args.get(0)).is_some()))
}

const SHARED: &[NativeDef] = &[
    NativeDef::method("copy", copy, 0, 0).cost(Cost::BuildSetItem),
    NativeDef::method("union", union, 0, MANY).cost(Cost::BuildSetItem),
    NativeDef::method("intersection", intersection, 0, MANY).cost(Cost::BuildSetItem),
    NativeDef::method("difference", difference, 0, MANY).cost(Cost::BuildSetItem),
    NativeDef::method("symmetric_difference", symmetric_difference, 1, 1).cost(Cost::BuildSetItem),
    NativeDef::method("issubset", issubset, 1, 1).cost(Cost::SetContains),
    NativeDef::method("issuperset", issuperset, 1, 1).cost(Cost::SetContains),
    NativeDef::method("isdisjoint", isdisjoint, 1, 1).cost(Cost::SetContains),
    NativeDef::method("__contains__", contains, 1, 1).cost(Cost::SetContains),
    NativeDef::method("__len__", len, 0, 0).cost(Cost::LenCall),
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__or__", or, 1, 1),
    NativeDef::method("__ror__", ror, 1, 1),
    NativeDef::method("__and__", and, 1, 1),
    NativeDef::method("__rand__", rand, 1, 1),
    NativeDef::method("__sub__", sub, 1, 1),
    NativeDef::method("__rsub__", rsub, 1, 1),
    NativeDef::method("__xor__", xor, 1, 1),
    NativeDef::method("__rxor__", rxor, 1, 1),
    NativeDef::method("__eq__", eq, 1, 1),
    NativeDef::method("__ne__", ne, 1, 1),
    NativeDef::method("__lt__", lt, 1, 1),
    NativeDef::method("__le__", le, 1, 1),
    NativeDef::method("__gt__", gt, 1, 1),
    NativeDef::method("__ge__", ge, 1, 1),
    NativeDef::method("__repr__", list::container_repr, 0, 0),
    NativeDef::class_method("__class_getitem__", list::class_getitem, 1, 1),
];

/// The operators, as the key and item views have them.
const VIEW_OPERATORS: &[NativeDef] = &[
    NativeDef::method("__or__", or, 1, 1),
    NativeDef::method("__ror__", ror, 1, 1),
    NativeDef::method("__and__", and, 1, 1),
    NativeDef::method("__rand__", rand, 1, 1),
    NativeDef::method("__sub__", sub, 1, 1),
    NativeDef::method("__rsub__", rsub, 1, 1),
    NativeDef::method("__xor__", xor, 1, 1),
    NativeDef::method("__rxor__", rxor, 1, 1),
    NativeDef::method("__eq__", eq, 1, 1),
    NativeDef::method("__ne__", ne, 1, 1),
    NativeDef::method("__lt__", lt, 1, 1),
    NativeDef::method("__le__", le, 1, 1),
    NativeDef::method("__gt__", gt, 1, 1),
    NativeDef::method("__ge__", ge, 1, 1),
];

pub const TABLES: &[Table] = &[
    Table { owner: "set", is_class: true, items: SHARED },
    Table {
        owner: "set",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", new, 1, MANY).names(&["*"]).cost(Cost::BuildSetItem),
            NativeDef::method("__init__", init, 0, 1),
            NativeDef::method("add", add, 1, 1).cost(Cost::SetAdd),
            NativeDef::method("remove", remove, 1, 1).cost(Cost::SetAdd),
            NativeDef::method("discard", discard, 1, 1).cost(Cost::SetAdd),
            NativeDef::method("pop", pop, 0, 0).cost(Cost::SetAdd),
            NativeDef::method("clear", clear, 0, 0).cost(Cost::SetAdd),
            NativeDef::method("update", update, 0, MANY).cost(Cost::SetAdd),
            NativeDef::method("intersection_update", intersection_update, 0, MANY).cost(Cost::SetAdd),
            NativeDef::method("difference_update", difference_update_method, 0, MANY).cost(Cost::SetAdd),
            NativeDef::method("symmetric_difference_update", symmetric_difference_update, 1, 1).cost(Cost::SetAdd),
            NativeDef::method("__ior__", ior, 1, 1),
            NativeDef::method("__iand__", iand, 1, 1),
            NativeDef::method("__isub__", isub, 1, 1),
            NativeDef::method("__ixor__", ixor, 1, 1),
        ],
    },
    Table { owner: "frozenset", is_class: true, items: SHARED },
    Table {
        owner: "frozenset",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", frozen_new, 1, MANY).names(&["*"]).cost(Cost::BuildSetItem),
            NativeDef::method("__hash__", hash, 0, 0),
        ],
    },
    Table { owner: "dict_keys", is_class: true, items: VIEW_OPERATORS },
    Table { owner: "dict_items", is_class: true, items: VIEW_OPERATORS },
    Table {
        owner: "_native",
        is_class: false,
        items: &[
            NativeDef::function("_set_candidates", native_candidates, 2, 2),
            NativeDef::function("_set_item_at", native_item_at, 2, 2),
            NativeDef::function("_set_remove_at", native_remove_at, 2, 2),
            NativeDef::function("_set_insert", native_insert, 3, 3),
            NativeDef::function("_set_hashed", native_hashed, 1, 1),
            NativeDef::function("_set_swap", native_swap, 2, 2),
            NativeDef::function("_is_set", native_is_set, 1, 1),
            NativeDef::function("_freeze", native_freeze, 1, 1),
        ],
    },
];
