//! Natives of `collections`: the operations of a deque that other threads must see happen at once.
//!
//! A deque is an instance with a list as its payload; an attribute `_maxlen` bounds it.

use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, NativeDef, NativeResult, Raise, Res, Table};
use crate::object::Object;
use crate::process::Process;
use crate::types::support::{ask, done, index_of};
use crate::value::{Ref, Value};

fn items(vm: &mut Process, deque: Value) -> Res<Ref> {
    match vm.payload(deque) {
        Value::Obj(r) if matches!(vm.heap.get(r), Object::List(_)) => Ok(r),
        _ => Err(not_a_deque(vm, deque)),
    }
}

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

fn list_mut(vm: &mut Process, r: Ref) -> Option<&mut Vec<Value>> {
    match vm.heap.get_mut(r) {
        Object::List(items) => Some(items),
        _ => None,
    }
}

fn append(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = items(vm, args.get(0))?;
    let bound = maxlen(vm, args.get(0));
    crate::types::list::push(vm, r, args.get(1));
    if let (Some(bound), Some(items)) = (bound, list_mut(vm, r))
        && items.len() > bound
    {
        items.remove(0);
    }
    done(Value::None)
}

fn append_left(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = items(vm, args.get(0))?;
    let bound = maxlen(vm, args.get(0));
    vm.heap.grew(size_of::<Value>());
    if let Some(items) = list_mut(vm, r) {
        items.insert(0, args.get(1));
        if let Some(bound) = bound {
            items.truncate(bound);
        }
    }
    done(Value::None)
}

fn pop(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = items(vm, args.get(0))?;
    match list_mut(vm, r).and_then(Vec::pop) {
        Some(item) => done(item),
        None => Err(vm.raise(classes::INDEX_ERROR, "pop from an empty deque")),
    }
}

fn pop_left(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = items(vm, args.get(0))?;
    match list_mut(vm, r).filter(|items| !items.is_empty()).map(|items| items.remove(0)) {
        Some(item) => done(item),
        None => Err(vm.raise(classes::INDEX_ERROR, "pop from an empty deque")),
    }
}

fn rotate(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = items(vm, args.get(0))?;
    let steps = match args.get(1) {
        Value::Unset => 1,
        given => match index_of(vm, given, "")? {
            Some(n) => n,
            None => return ask(vm, "_deque_rotate", args.pos),
        },
    };
    if let Some(items) = list_mut(vm, r)
        && !items.is_empty()
    {
        let by = steps.rem_euclid(items.len() as i64) as usize;
        items.rotate_right(by);
    }
    done(Value::None)
}

pub const TABLE: Table = Table {
    owner: "_collections",
    is_class: false,
    items: &[
        NativeDef::method("append", append, 1, 1).cost(Cost::ListAppend),
        NativeDef::method("appendleft", append_left, 1, 1).cost(Cost::ListAppend),
        NativeDef::method("pop", pop, 0, 0).cost(Cost::ListPop),
        NativeDef::method("popleft", pop_left, 0, 0).cost(Cost::ListPop),
        NativeDef::method("rotate", rotate, 0, 1).cost(Cost::ListPop),
    ],
};
