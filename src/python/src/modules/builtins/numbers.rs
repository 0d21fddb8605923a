//! Built-in functions on numbers.

use num_bigint::Sign;

use crate::native::{Args, Native, NativeResult};
use crate::number::{self, BinOp, UnOp};
use crate::process::Process;
use crate::types::support::{ask, done};
use crate::value::Value;

pub(super) fn abs(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    if vm.python_method(value, "__abs__").is_none() {
        let inner = vm.payload(value);
        if let Some(result) = number::unary(vm, UnOp::Abs, inner)? {
            return done(result);
        }
    }
    method(vm, value, "__abs__", &[], "bad operand type for abs(): '{}'")
}

/// Calls a special method, or raises TypeError with the type's name in the message.
fn method(vm: &mut Process, value: Value, name: &'static str, more: &[Value], message: &str) -> NativeResult {
    let class = vm.type_of(value);
    match vm.special_attr(class, name) {
        Some(func) if !func.is_none() => {
            let mut pos = vec![value];
            pos.extend_from_slice(more);
            Ok(Native::call(func, &pos))
        }
        _ => {
            let message = message.replace("{}", vm.type_name(value));
            Err(vm.type_error(&message))
        }
    }
}

pub(super) fn round(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let digits = args.get(1);
    let more: &[Value] = if digits.is_unset() { &[] } else { &[digits] };
    method(vm, args.get(0), "__round__", more, "type {} doesn't define __round__ method")
}

pub(super) fn divmod(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (a, b) = (args.get(0), args.get(1));
    if !vm.is_python_object(a)
        && !vm.is_python_object(b)
        && let Some(result) = number::binary(vm, BinOp::DivMod, a, b)?
    {
        return done(result);
    }
    ask(vm, "_divmod", args.pos)
}

pub(super) fn pow(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (base, exponent, modulus) = (args.get(0), args.get(1), args.get(2));
    if !vm.is_python_object(base) && !vm.is_python_object(exponent) {
        let result = match modulus {
            Value::Unset | Value::None => number::binary(vm, BinOp::Pow, base, exponent)?,
            modulus => number::pow_mod(vm, base, exponent, modulus)?,
        };
        if let Some(result) = result {
            return done(result);
        }
    }
    ask(vm, "_pow", &[base, exponent, args.or_none(2)])
}

fn in_radix(vm: &mut Process, args: &Args<'_>, radix: u32, prefix: &str) -> NativeResult {
    let value = args.get(0);
    let Some(int) = vm.big_int(value) else {
        return if crate::types::support::has_method(vm, value, "__index__") {
            ask(vm, "_in_radix", &[value, Value::Int(i64::from(radix))])
        } else {
            let message = format!("'{}' object cannot be interpreted as an integer", vm.type_name(value));
            Err(vm.type_error(&message))
        };
    };
    let sign = if int.sign() == Sign::Minus { "-" } else { "" };
    let digits = int.magnitude().to_str_radix(radix);
    done(vm.new_string(format!("{sign}{prefix}{digits}")))
}

pub(super) fn bin(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    in_radix(vm, args, 2, "0b")
}

pub(super) fn hex(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    in_radix(vm, args, 16, "0x")
}

pub(super) fn oct(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    in_radix(vm, args, 8, "0o")
}
