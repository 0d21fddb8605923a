//! `complex`.

use crate::native::{Args, Native, NativeDef, NativeResult, Res, Table};
use crate::number::Num;
use crate::object::Object;
use crate::process::Process;
use crate::types::operators;
use crate::types::support::has_method;
use crate::types::text::parse;
use crate::value::Value;

/// `complex(real=0, imag=0)`.
fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (real, imag) = (args.get(1), args.get(2));
    if let Some(text) = vm.str(real).map(str::to_owned) {
        if !imag.is_unset() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        return match parse::complex(&text) {
            Some((re, im)) => Ok(Native::Done(vm.new_complex(re, im))),
            None if parse::misplaced_underscore(&text) => {
                let message = format!("could not convert string to complex: {}", crate::repr::quoted(&text));
                Err(vm.value_error(&message))
            }
            None => Err(vm.value_error("complex() arg is a malformed string")),
        };
    }
    if vm.str(imag).is_some() {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let is_instance = |v| matches!(v, Value::Obj(r) if matches!(vm.heap.get(r), Object::Instance(_)));
    let asks = |v| is_instance(v) && ["__complex__", "__float__", "__index__"].iter().any(|n| has_method(vm, v, n));
    if asks(real) && Num::of(vm, real).is_none() || asks(imag) && Num::of(vm, imag).is_none() {
        return Ok(Native::call(vm.prelude("_complex"), &[real, if imag.is_unset() { Value::None } else { imag }]));
    }
    let a = part(vm, real, "first")?;
    let b = part(vm, imag, "second")?;
    // real + imag * 1j, without losing the signs of zeros
    let both_real = !matches!(Num::of(vm, imag), Some(Num::Complex(..)));
    let (re, im) = if both_real { (a.0, a.1 + b.0) } else { (a.0 - b.1, a.1 + b.0) };
    let im = if both_real && !matches!(Num::of(vm, real), Some(Num::Complex(..))) { b.0 } else { im };
    if imag.is_unset() {
        return Ok(Native::Done(vm.new_complex(a.0, a.1)));
    }
    Ok(Native::Done(vm.new_complex(re, im)))
}

fn part(vm: &mut Process, value: Value, which: &str) -> Res<(f64, f64)> {
    let found = match Num::of(vm, value) {
        Some(Num::Complex(re, im)) => Ok((re, im)),
        Some(number) => number.to_f64().map(|f| (f, 0.0)),
        None if value.is_unset() => Ok((0.0, 0.0)),
        None => {
            let what = if which == "first" { "a string or a number" } else { "a number" };
            let message = format!("complex() {which} argument must be {what}, not '{}'", vm.type_name(value));
            return Err(vm.type_error(&message));
        }
    };
    found.map_err(|fault| fault.raise(vm))
}

fn this(vm: &mut Process, args: &Args<'_>) -> Res<(f64, f64)> {
    match vm.object(args.get(0)) {
        Some(Object::Complex { re, im }) => Ok((*re, *im)),
        _ => {
            let message =
                format!("descriptor requires a 'complex' object but received a '{}'", vm.type_name(args.get(0)));
            Err(vm.type_error(&message))
        }
    }
}

fn real(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Float(this(vm, args)?.0)))
}

fn imag(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Float(this(vm, args)?.1)))
}

fn conjugate(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (re, im) = this(vm, args)?;
    Ok(Native::Done(vm.new_complex(re, -im)))
}

fn plain(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (re, im) = this(vm, args)?;
    Ok(Native::Done(vm.new_complex(re, im)))
}

fn getnewargs(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (re, im) = this(vm, args)?;
    Ok(Native::Done(vm.new_tuple([Value::Float(re), Value::Float(im)])))
}

const fn class(items: &'static [NativeDef]) -> Table {
    Table { owner: "complex", is_class: true, items }
}

pub const TABLES: &[Table] = &[
    class(&[
        NativeDef::static_method("__new__", new, 1, 3).names(&["", "real", "imag"]).rare(),
        NativeDef::getter("real", real).rare(),
        NativeDef::getter("imag", imag).rare(),
        NativeDef::method("conjugate", conjugate, 0, 0).rare(),
        NativeDef::method("__complex__", plain, 0, 0).rare(),
        NativeDef::method("__getnewargs__", getnewargs, 0, 0),
    ]),
    class(operators::BASICS),
    class(operators::FORMAT),
    class(operators::FIELD),
];
