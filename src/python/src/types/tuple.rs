//! `tuple`. Comparisons, `*` and searching are shared with `list`.

use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Res, Table};
use crate::number::{self, BinOp};
use crate::object::{Iter, Object};
use crate::process::Process;
use crate::types::items;
use crate::types::list;
use crate::types::support::{ask, ask_wrapped, done, is_exact, receiver, wrap};
use crate::value::{Ref, Value};

fn this(vm: &mut Process, args: &Args<'_>, method: &str) -> Res<Ref> {
    receiver(vm, args, classes::TUPLE, method)
}

fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if is_exact(args, classes::TUPLE) {
        super::support::no_keywords(vm, args, "tuple")?;
    }
    match args.pos {
        [] | [_] => {
            let empty = vm.new_tuple([]);
            wrap(vm, args, classes::TUPLE, empty)
        }
        &[_, iterable] => match tuple_from(vm, iterable)? {
            Native::Done(tuple) => wrap(vm, args, classes::TUPLE, tuple),
            _ => ask_wrapped(vm, args, classes::TUPLE, "_tuple_from", &[iterable]),
        },
        more => {
            let message = format!("tuple expected at most 1 argument, got {}", more.len() - 1);
            Err(vm.type_error(&message))
        }
    }
}

/// A tuple of the items of `iterable`, which may need Python code.
pub fn tuple_from(vm: &mut Process, iterable: Value) -> NativeResult {
    if matches!(iterable, Value::Obj(r) if matches!(vm.heap.get(r), Object::Tuple(_))) {
        return done(iterable);
    }
    match vm.collect_native(iterable)? {
        Some(items) => {
            vm.charge_n(Cost::BuildTupleItem, items.len());
            super::support::room_for_values(vm, items.len())?;
            done(vm.new_tuple(items))
        }
        None => ask(vm, "_tuple_from", &[iterable]),
    }
}

fn count(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = this(vm, args, "count")?;
    list::count(vm, tuple, args.get(1))
}

fn index(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = this(vm, args, "index")?;
    list::index(vm, tuple, args, "tuple")
}

fn get_item(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = this(vm, args, "__getitem__")?;
    match items::get_in(vm, args.get(0), tuple, args.get(1))? {
        Some(item) => done(item),
        None => ask(vm, "_seq_getitem", &[Value::Obj(tuple), args.get(1)]),
    }
}

fn contains(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = this(vm, args, "__contains__")?;
    match items::contains_in(vm, tuple, args.get(1))? {
        Some(found) => done(Value::Bool(found)),
        None => ask(vm, "_seq_contains", &[Value::Obj(tuple), args.get(1)]),
    }
}

fn len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = this(vm, args, "__len__")?;
    done(Value::Int(list::items_of(vm, tuple).len() as i64))
}

fn iter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = this(vm, args, "__iter__")?;
    done(vm.new_iter(Iter::Tuple { tuple, index: 0 }))
}

fn add(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args, "__add__")?;
    let (a, b) = (vm.payload(args.get(0)), vm.payload(args.get(1)));
    if let Some(sum) = number::binary(vm, BinOp::Add, a, b)? {
        return done(sum);
    }
    let message = format!("can only concatenate tuple (not \"{}\") to tuple", vm.type_name(args.get(1)));
    Err(vm.type_error(&message))
}

fn hash(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = Value::Obj(this(vm, args, "__hash__")?);
    match vm.hash_native(tuple)? {
        Some(hash) => done(Value::Int(hash)),
        None => ask(vm, "_tuple_hash", &[tuple]),
    }
}

/// `_hash_of_tuple(hashes)`: the hash of a tuple whose items have these hashes.
fn native_hash_of_tuple(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let hashes: Vec<i64> =
        vm.items_slice(args.get(0)).unwrap_or_default().iter().map(|v| v.as_small_int().unwrap_or(0)).collect();
    done(Value::Int(crate::hash::of_tuple(hashes.into_iter())))
}

fn getnewargs(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = Value::Obj(this(vm, args, "__getnewargs__")?);
    done(vm.new_tuple([tuple]))
}

pub const TABLES: &[Table] = &[
    Table {
        owner: "tuple",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", new, 1, MANY).names(&["*"]).cost(Cost::BuildTuple),
            NativeDef::method("count", count, 1, 1).cost(Cost::ListPop),
            NativeDef::method("index", index, 1, 3).cost(Cost::ListPop),
            NativeDef::method("__getitem__", get_item, 1, 1).cost(Cost::TupleIndex),
            NativeDef::method("__contains__", contains, 1, 1),
            NativeDef::method("__len__", len, 0, 0).cost(Cost::LenCall),
            NativeDef::method("__iter__", iter, 0, 0),
            NativeDef::method("__add__", add, 1, 1).cost(Cost::BuildTuple),
            NativeDef::method("__mul__", list::mul, 1, 1).cost(Cost::BuildTuple),
            NativeDef::method("__rmul__", list::mul, 1, 1).cost(Cost::BuildTuple),
            NativeDef::method("__eq__", list::eq, 1, 1),
            NativeDef::method("__ne__", list::ne, 1, 1),
            NativeDef::method("__lt__", list::lt, 1, 1),
            NativeDef::method("__le__", list::le, 1, 1),
            NativeDef::method("__gt__", list::gt, 1, 1),
            NativeDef::method("__ge__", list::ge, 1, 1),
            NativeDef::method("__hash__", hash, 0, 0),
            NativeDef::method("__repr__", list::container_repr, 0, 0),
            NativeDef::method("__getnewargs__", getnewargs, 0, 0),
            NativeDef::class_method("__class_getitem__", list::class_getitem, 1, 1),
        ],
    },
    Table {
        owner: "_native",
        is_class: false,
        items: &[NativeDef::function("_hash_of_tuple", native_hash_of_tuple, 1, 1)],
    },
];
