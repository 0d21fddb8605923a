//! Natives of `collections`: the operations of a deque that other threads must see happen at once.
//!
//! A deque is an instance with an [`Object::Deque`] as its payload, which only these natives know; an attribute `_maxlen` bounds it.

use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, NativeDef, NativeResult, Raise, Res, Table};
use crate::object::{Deque, Object};
use crate::process::Process;
use crate::types::support::{ask, done, index_of};
use crate::value::Value;

fn not_a_deque(vm: &mut Process, value: Value) -> Raise {
    let message =
        format!("descriptor for 'collections.deque' objects doesn't apply to a '{}' object", vm.type_name(value));
    vm.type_error(&message)
}

fn maxlen(vm: &mut Process, deque: Value) -> Option<usize> {
    let name = vm.intern("_maxlen");
    let Value::Obj(r) = deque else { return None };
    vm.own_attr(r, name)?.as_small_int().and_then(|n| usize::try_from(n).ok())
}

/// The receiver's items, to change them.
fn this<'vm>(vm: &'vm mut Process, args: &Args<'_>) -> Res<&'vm mut Deque> {
    let receiver = args.get(0);
    match vm.payload(receiver) {
        Value::Obj(r) if matches!(vm.heap.get(r), Object::Deque(_)) => match vm.heap.get_mut(r) {
            Object::Deque(deque) => Ok(deque),
            _ => Err(Raise(r)),
        },
        _ => Err(not_a_deque(vm, receiver)),
    }
}

/// The receiver's items, to look at them.
fn live<'vm>(vm: &'vm mut Process, args: &Args<'_>) -> Res<&'vm [Value]> {
    let receiver = args.get(0);
    if let Value::Obj(r) = vm.payload(receiver)
        && matches!(vm.heap.get(r), Object::Deque(_))
    {
        return Ok(match vm.heap.get(r) {
            Object::Deque(deque) => deque.live(),
            _ => &[],
        });
    }
    Err(not_a_deque(vm, receiver))
}

fn new(vm: &mut Process, _: &Args<'_>) -> NativeResult {
    done(vm.alloc(Object::Deque(Box::default())))
}

fn append(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bound = maxlen(vm, args.get(0));
    vm.heap.grew(size_of::<Value>());
    let deque = this(vm, args)?;
    deque.items.push(args.get(1));
    if bound.is_some_and(|bound| deque.live().len() > bound) {
        deque.pop_front();
    }
    done(Value::None)
}

fn append_left(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bound = maxlen(vm, args.get(0));
    vm.heap.grew(size_of::<Value>());
    let deque = this(vm, args)?;
    deque.push_front(args.get(1));
    if bound.is_some_and(|bound| deque.live().len() > bound) {
        deque.pop_back();
    }
    done(Value::None)
}

fn popped(vm: &mut Process, item: Option<Value>) -> NativeResult {
    match item {
        Some(item) => done(item),
        None => Err(vm.raise(classes::INDEX_ERROR, "pop from an empty deque")),
    }
}

fn pop(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let item = this(vm, args)?.pop_back();
    popped(vm, item)
}

fn pop_left(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let item = this(vm, args)?.pop_front();
    popped(vm, item)
}

fn rotate(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let steps = match args.get(1) {
        Value::Unset => 1,
        given => match index_of(vm, given, "")? {
            Some(n) => n,
            None => return ask(vm, "_deque_rotate", args.pos),
        },
    };
    let items = this(vm, args)?.live_mut();
    if !items.is_empty() {
        let by = steps.rem_euclid(items.len() as i64) as usize;
        items.rotate_right(by);
    }
    done(Value::None)
}

fn clear(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    *this(vm, args)? = Deque::default();
    done(Value::None)
}

fn reverse(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args)?.live_mut().reverse();
    done(Value::None)
}

fn len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let len = live(vm, args)?.len();
    done(Value::Int(len as i64))
}

/// Where an index points to.
fn place(vm: &mut Process, args: &Args<'_>) -> Res<Option<usize>> {
    let len = live(vm, args)?.len() as i64;
    let index = match args.get(1) {
        Value::Int(i) => i,
        Value::Bool(b) => i64::from(b),
        other => {
            let message = format!("sequence index must be integer, not '{}'", vm.type_name(other));
            return Err(vm.type_error(&message));
        }
    };
    Ok(usize::try_from(if index < 0 { index + len } else { index }).ok().filter(|&at| (at as i64) < len))
}

/// `deque[index]`, `deque[index] = value`; `del deque[index]` with the mark for it as the value.
fn at(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(at) = place(vm, args)? else { return Err(vm.index_error("deque index out of range")) };
    let deque = this(vm, args)?;
    let (at, value) = (deque.head + at, args.get(2));
    done(match value {
        Value::Unset => deque.items.get(at).copied().unwrap_or(Value::None),
        Value::NotImplemented => {
            deque.items.remove(at);
            Value::None
        }
        _ => {
            if let Some(slot) = deque.items.get_mut(at) {
                *slot = value;
            }
            Value::None
        }
    })
}

fn items(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let items = live(vm, args)?.to_vec();
    vm.charge_n(Cost::ListSliceItem, items.len());
    done(vm.new_list(items))
}

/// Everything of a list at the right end; for a deque without a bound.
fn append_all(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let new: Vec<Value> = vm.items_slice(args.get(1)).unwrap_or(&[]).to_vec();
    vm.charge_n(Cost::ListExtendItem, new.len());
    vm.heap.grew(new.len() * size_of::<Value>());
    this(vm, args)?.items.extend_from_slice(&new);
    done(Value::None)
}

pub const TABLE: Table = Table {
    owner: "_collections",
    is_class: false,
    items: &[
        NativeDef::function("new", new, 0, 0),
        NativeDef::method("append", append, 1, 1).cost(Cost::ListAppend),
        NativeDef::method("appendleft", append_left, 1, 1).cost(Cost::ListAppend),
        NativeDef::method("append_all", append_all, 1, 1).cost(Cost::ListAppend),
        NativeDef::method("pop", pop, 0, 0).cost(Cost::ListPop),
        NativeDef::method("popleft", pop_left, 0, 0).cost(Cost::ListPop),
        NativeDef::method("rotate", rotate, 0, 1).cost(Cost::ListPop),
        NativeDef::method("clear", clear, 0, 0).cost(Cost::ListPop),
        NativeDef::method("reverse", reverse, 0, 0).cost(Cost::ListPop),
        NativeDef::method("len", len, 0, 0).cost(Cost::LenCall),
        NativeDef::method("at", at, 1, 2).cost(Cost::ListIndex),
        NativeDef::method("items", items, 0, 0).cost(Cost::ListSlice),
    ],
};
