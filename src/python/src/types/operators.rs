//! Operator methods of the built-in value types (`int.__add__`, `str.__lt__` …), for code that calls them by name.

use crate::native::{Args, Native, NativeDef, NativeResult};
use crate::number::{self, BinOp, CmpOp, UnOp};
use crate::object::Object;
use crate::ops::Tri;
use crate::process::Process;
use crate::repr;
use crate::types::support::class_attr;
use crate::value::Value;

fn binary(vm: &mut Process, op: BinOp, a: Value, b: Value) -> NativeResult {
    Ok(Native::Done(number::binary(vm, op, a, b)?.unwrap_or(Value::NotImplemented)))
}

fn compare(vm: &mut Process, op: CmpOp, a: Value, b: Value) -> NativeResult {
    // an override of the subclass must not be asked again: compare what is underneath
    let (a, b) = (vm.payload(a), vm.payload(b));
    let comparable = match op {
        CmpOp::Eq | CmpOp::Ne => same_kind(vm, a, b),
        _ => true,
    };
    if !comparable {
        return Ok(Native::Done(Value::NotImplemented));
    }
    Ok(Native::Done(number::compare(vm, op, a, b)?.map_or(Value::NotImplemented, Value::Bool)))
}

fn same_kind(vm: &Process, a: Value, b: Value) -> bool {
    let kind = |v| (number::Num::of(vm, v).is_some(), vm.str(v).is_some(), vm.bytes(v).is_some());
    kind(a) == kind(b) && kind(a) != (false, false, false)
}

macro_rules! binary_methods {
    ($($name:ident $reflected:ident $op:ident;)+) => {
        $(
            pub fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
                binary(vm, BinOp::$op, args.get(0), args.get(1))
            }
            pub fn $reflected(vm: &mut Process, args: &Args<'_>) -> NativeResult {
                binary(vm, BinOp::$op, args.get(1), args.get(0))
            }
        )+
    };
}

binary_methods! {
    add radd Add;
    sub rsub Sub;
    mul rmul Mul;
    truediv rtruediv TrueDiv;
    floordiv rfloordiv FloorDiv;
    modulo rmodulo Mod;
    divmod rdivmod DivMod;
    lshift rlshift LShift;
    rshift rrshift RShift;
    and rand And;
    or ror Or;
    xor rxor Xor;
}

pub fn pow(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match args.get(2) {
        Value::Unset | Value::None => binary(vm, BinOp::Pow, args.get(0), args.get(1)),
        modulus => {
            Ok(Native::Done(number::pow_mod(vm, args.get(0), args.get(1), modulus)?.unwrap_or(Value::NotImplemented)))
        }
    }
}

pub fn rpow(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    binary(vm, BinOp::Pow, args.get(1), args.get(0))
}

macro_rules! compare_methods {
    ($($name:ident $op:ident;)+) => {
        $(pub fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            compare(vm, CmpOp::$op, args.get(0), args.get(1))
        })+
    };
}

compare_methods! {
    lt Lt;
    le Le;
    eq Eq;
    ne Ne;
    gt Gt;
    ge Ge;
}

macro_rules! unary_methods {
    ($($name:ident $op:ident;)+) => {
        $(pub fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            Ok(Native::Done(number::unary(vm, UnOp::$op, args.get(0))?.unwrap_or(Value::NotImplemented)))
        })+
    };
}

unary_methods! {
    neg Neg;
    pos Pos;
    invert Invert;
    abs Abs;
}

pub fn hash(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = vm.payload(args.get(0));
    Ok(Native::Done(vm.hash_native(value)?.map_or(Value::NotImplemented, Value::Int)))
}

pub fn truth(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = vm.payload(args.get(0));
    Ok(Native::Done(Value::Bool(vm.truth_native(value) != Tri::No)))
}

/// `__repr__` of what is underneath.
pub fn repr_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = vm.payload(args.get(0));
    match repr::try_repr(vm, value)? {
        Some(text) => Ok(Native::Done(vm.new_string(text))),
        None => Ok(Native::Done(Value::NotImplemented)),
    }
}

/// `__format__` of what is underneath.
pub fn format_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = vm.payload(args.get(0));
    let Some(spec) = vm.str(args.get(1)).map(str::to_owned) else {
        let message = format!("__format__() argument must be str, not {}", vm.type_name(args.get(1)));
        return Err(vm.type_error(&message));
    };
    if spec.is_empty() && has_own_text(vm, args.get(0)) {
        return repr::call_str(vm, args.get(0));
    }
    Ok(Native::Done(crate::format::format_value(vm, value, 0, &spec)?.unwrap_or(Value::NotImplemented)))
}

/// Whether a subclass of a built-in type says in Python how its instances show: an empty specification asks `str()` then.
fn has_own_text(vm: &Process, value: Value) -> bool {
    let Some(Object::Instance(i)) = vm.object(value) else { return false };
    ["__str__", "__repr__"].iter().any(|name| {
        matches!(class_attr(vm, i.class, name), Some(Value::Obj(f)) if matches!(vm.heap.get(f), Object::Function(_)))
    })
}

/// Arithmetic of int.
pub const INTEGER: &[NativeDef] = &[
    NativeDef::method("__floordiv__", floordiv, 1, 1),
    NativeDef::method("__rfloordiv__", rfloordiv, 1, 1),
    NativeDef::method("__mod__", modulo, 1, 1),
    NativeDef::method("__rmod__", rmodulo, 1, 1),
    NativeDef::method("__divmod__", divmod, 1, 1),
    NativeDef::method("__rdivmod__", rdivmod, 1, 1),
];

/// Bit operators of int.
pub const BITS: &[NativeDef] = &[
    NativeDef::method("__lshift__", lshift, 1, 1),
    NativeDef::method("__rlshift__", rlshift, 1, 1),
    NativeDef::method("__rshift__", rshift, 1, 1),
    NativeDef::method("__rrshift__", rrshift, 1, 1),
    NativeDef::method("__and__", and, 1, 1),
    NativeDef::method("__rand__", rand, 1, 1),
    NativeDef::method("__or__", or, 1, 1),
    NativeDef::method("__ror__", ror, 1, 1),
    NativeDef::method("__xor__", xor, 1, 1),
    NativeDef::method("__rxor__", rxor, 1, 1),
    NativeDef::method("__invert__", invert, 0, 0),
];

/// Arithmetic of every number.
pub const FIELD: &[NativeDef] = &[
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__radd__", radd, 1, 1),
    NativeDef::method("__sub__", sub, 1, 1),
    NativeDef::method("__rsub__", rsub, 1, 1),
    NativeDef::method("__mul__", mul, 1, 1),
    NativeDef::method("__rmul__", rmul, 1, 1),
    NativeDef::method("__truediv__", truediv, 1, 1),
    NativeDef::method("__rtruediv__", rtruediv, 1, 1),
    NativeDef::method("__pow__", pow, 1, 2),
    NativeDef::method("__rpow__", rpow, 1, 2),
    NativeDef::method("__neg__", neg, 0, 0),
    NativeDef::method("__pos__", pos, 0, 0),
    NativeDef::method("__abs__", abs, 0, 0),
    NativeDef::method("__bool__", truth, 0, 0),
];

/// Equality, hash and text of every value.
pub const BASICS: &[NativeDef] = &[
    NativeDef::method("__eq__", eq, 1, 1),
    NativeDef::method("__ne__", ne, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__repr__", repr_method, 0, 0),
];

/// `__format__` of numbers and str.
pub const FORMAT: &[NativeDef] = &[NativeDef::method("__format__", format_method, 1, 1)];

/// Order.
pub const ORDER: &[NativeDef] = &[
    NativeDef::method("__lt__", lt, 1, 1),
    NativeDef::method("__le__", le, 1, 1),
    NativeDef::method("__gt__", gt, 1, 1),
    NativeDef::method("__ge__", ge, 1, 1),
];

/// Concatenation and repetition.
pub const SEQUENCE: &[NativeDef] = &[
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__mul__", mul, 1, 1),
    NativeDef::method("__rmul__", rmul, 1, 1),
];
