//! What the container types share: handing work to the prelude, reading indices, the errors they have in common.

use crate::classes;
use crate::native::{Args, Native, NativeResult, Raise, Res};
use crate::object::{Object, ViewKind};
use crate::process::Process;
use crate::value::{Ref, Value};

/// Finishes a native in Python: a tail call of a prelude function.
pub fn ask(vm: &Process, name: &str, args: &[Value]) -> NativeResult {
    Ok(Native::call(vm.prelude(name), args))
}

pub fn done(value: Value) -> NativeResult {
    Ok(Native::Done(value))
}

/// An attribute as the MRO of a class has it, unbound.
#[must_use]
pub fn class_attr(vm: &Process, class: Ref, name: &str) -> Option<Value> {
    let Object::Class(c) = vm.heap.get(class) else { return None };
    c.mro.iter().find_map(|&base| match vm.heap.get(base) {
        Object::Class(b) => vm.dict_get_str(b.dict, name),
        _ => None,
    })
}

/// Whether the class of a value has an attribute.
#[must_use]
pub fn has_method(vm: &Process, value: Value, name: &str) -> bool {
    class_attr(vm, vm.type_of(value), name).is_some_and(|v| !v.is_none())
}

/// Whether Python code redefines a special method of the built-in type under an instance.
#[must_use]
pub fn overrides(vm: &Process, value: Value, name: &str) -> bool {
    let Value::Obj(r) = value else { return false };
    let Object::Instance(i) = vm.heap.get(r) else { return false };
    match class_attr(vm, i.class, name) {
        Some(Value::Obj(f)) => !matches!(vm.heap.get(f), Object::Native(_)),
        _ => true,
    }
}

/// The receiver of a method of `owner`, unwrapped, or CPython's complaint about it.
pub fn receiver(vm: &mut Process, args: &Args<'_>, owner: Ref, method: &str) -> Res<Ref> {
    let value = args.get(0);
    if let Value::Obj(r) = vm.payload(value)
        && let found = vm.heap.type_of(r)
        && (found == owner || owner == classes::FROZENSET && found == classes::SET)
    {
        return Ok(r);
    }
    Err(wrong_receiver(vm, value, owner, method))
}

pub fn wrong_receiver(vm: &mut Process, value: Value, owner: Ref, method: &str) -> Raise {
    let message = format!(
        "descriptor '{method}' for '{}' objects doesn't apply to a '{}' object",
        vm.class_name(owner),
        vm.type_name(value)
    );
    vm.type_error(&message)
}

/// An index argument. `None`: an object with `__index__` in Python.
pub fn index_of(vm: &mut Process, value: Value, what: &str) -> Res<Option<i64>> {
    if let Some(i) = value.as_small_int() {
        return Ok(Some(i));
    }
    if let Value::Obj(r) = value
        && let Object::Instance(i) = vm.heap.get(r)
        && i.payload.is_unset()
        && has_method(vm, value, "__index__")
    {
        return Ok(None);
    }
    vm.index_arg(value, what).map(Some)
}

/// As `index_of`, for positions that only bound a search: out of range clamps instead of raising.
pub fn clamped_index(vm: &mut Process, value: Value) -> Res<Option<i64>> {
    if let Some(big) = vm.big_int(value) {
        use num_traits::{Signed, ToPrimitive};
        return Ok(Some(big.to_i64().unwrap_or(if big.is_negative() { i64::MIN } else { i64::MAX })));
    }
    index_of(vm, value, "")
}

/// Position of a possibly negative index.
#[inline]
#[must_use]
pub fn position(index: i64, len: usize) -> Option<usize> {
    let at = if index < 0 { index + len as i64 } else { index };
    usize::try_from(at).ok().filter(|&at| at < len)
}

/// `'int' object is not iterable`
pub fn not_iterable(vm: &mut Process, value: Value) -> Raise {
    let message = format!("'{}' object is not iterable", vm.type_name(value));
    vm.type_error(&message)
}

/// `unhashable type: 'list'`
pub fn unhashable(vm: &mut Process, value: Value) -> Raise {
    let message = format!("unhashable type: '{}'", vm.type_name(value));
    vm.type_error(&message)
}

/// `append() takes exactly one argument (2 given)` and its like are the caller's; this is for keyword arguments.
pub fn no_keywords(vm: &mut Process, args: &Args<'_>, name: &str) -> Res<()> {
    if args.kw.is_empty() {
        return Ok(());
    }
    let message = format!("{name}() takes no keyword arguments");
    Err(vm.type_error(&message))
}

/// The dict behind a dict, mapping proxy or view.
#[must_use]
pub fn dict_of(vm: &Process, value: Value) -> Option<Ref> {
    let Value::Obj(r) = vm.payload(value) else { return None };
    match vm.heap.get(r) {
        Object::Dict(_) => Some(r),
        Object::MappingProxy { dict } | Object::DictView { dict, .. } => Some(*dict),
        _ => None,
    }
}

/// Kind and dict of a view.
#[must_use]
pub fn view_of(vm: &Process, value: Value) -> Option<(Ref, ViewKind)> {
    let Value::Obj(r) = value else { return None };
    match vm.heap.get(r) {
        Object::DictView { dict, kind } => Some((*dict, *kind)),
        _ => None,
    }
}

/// Whether the class argument of a `__new__` is the built-in class itself.
#[must_use]
pub fn is_exact(args: &Args<'_>, class: Ref) -> bool {
    matches!(args.get(0), Value::Obj(r) if r == class)
}

/// Bytes of `n` more slots are available.
pub fn room_for_values(vm: &mut Process, n: usize) -> Res<()> {
    let bytes = n.checked_mul(size_of::<Value>()).unwrap_or(usize::MAX / 2);
    if bytes > 4096 { vm.check_room(bytes) } else { Ok(()) }
}

/// The result of a `__new__`: the built-in value, within an instance when a subclass is being made.
pub fn wrap(vm: &mut Process, args: &Args<'_>, exact: Ref, value: Value) -> NativeResult {
    match args.get(0) {
        Value::Obj(class) if class != exact && matches!(vm.heap.get(class), Object::Class(_)) => {
            done(vm.new_instance(class, value))
        }
        _ => done(value),
    }
}

/// As `wrap`, around the result of a prelude function.
pub fn ask_wrapped(vm: &mut Process, args: &Args<'_>, exact: Ref, name: &str, pos: &[Value]) -> NativeResult {
    if is_exact(args, exact) {
        return ask(vm, name, pos);
    }
    let func = vm.prelude(name);
    let pos = vm.new_tuple(pos.to_vec());
    ask(vm, "_new_wrapped", &[args.get(0), func, pos])
}

/// A count or width as a size: nothing below zero; beyond what the target can address as much as there is, so that
/// `check_room` refuses it.
#[must_use]
pub fn size(n: i64) -> usize {
    usize::try_from(n.max(0)).unwrap_or(usize::MAX)
}
