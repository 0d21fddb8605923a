//! `math`: natives; the constants are in `prelude/lib/math.py`.
//!
//! Every function comes from the `libm` crate on every target, so that a run gives the same digits natively and in the
//! browser. The last digit may differ from the C library that CPython was linked with.

mod integers;
mod sums;

use crate::cost::Cost;
use crate::modules::support::call_library;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Res, Table};
use crate::number::{Num, int};
use crate::object::Object;
use crate::process::Process;
use crate::types::support::class_attr;
use crate::value::Value;

/// A real argument.
fn real(p: &mut Process, value: Value) -> Res<f64> {
    match Num::of(p, value) {
        None | Some(Num::Complex(..)) => {
            let message = format!("must be real number, not {}", p.type_name(value));
            Err(p.type_error(&message))
        }
        Some(number) => number.to_f64().map_err(|fault| fault.raise(p)),
    }
}

fn float(f: f64) -> NativeResult {
    Ok(Native::Done(Value::Float(f)))
}

/// A result, with the errors of C's `errno`: NaN from a number is a domain error; infinity from a finite number a range
/// error where the function can overflow, else a pole.
fn checked(p: &mut Process, input: f64, result: f64, overflows: bool) -> NativeResult {
    if result.is_nan() && !input.is_nan() {
        return Err(p.value_error("math domain error"));
    }
    if result.is_infinite() && input.is_finite() {
        return Err(if overflows { p.overflow_error("math range error") } else { p.value_error("math domain error") });
    }
    float(result)
}

macro_rules! unary {
    ($($name:ident $function:path, $overflows:literal;)+) => {
        $(fn $name(p: &mut Process, args: &Args<'_>) -> NativeResult {
            let x = real(p, args.get(0))?;
            checked(p, x, $function(x), $overflows)
        })+
    };
}

unary! {
    acos crate::number::precise::acos, false;
    acosh libm::acosh, false;
    asin crate::number::precise::asin, false;
    asinh libm::asinh, false;
    atan crate::number::precise::atan, false;
    atanh libm::atanh, false;
    cbrt libm::cbrt, false;
    cos crate::number::precise::cos, false;
    cosh libm::cosh, true;
    erf libm::erf, false;
    erfc libm::erfc, false;
    exp crate::number::precise::exp, true;
    exp2 libm::exp2, true;
    expm1 libm::expm1, true;
    fabs libm::fabs, false;
    log1p libm::log1p, false;
    sin crate::number::precise::sin, false;
    sinh libm::sinh, true;
    sqrt libm::sqrt, false;
    tan crate::number::precise::tan, false;
    tanh libm::tanh, false;
}

fn degrees(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = real(p, args.get(0))?;
    float(x * (180.0 / std::f64::consts::PI))
}

fn radians(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = real(p, args.get(0))?;
    float(x * (std::f64::consts::PI / 180.0))
}

fn gamma(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = real(p, args.get(0))?;
    if x == f64::NEG_INFINITY || x <= 0.0 && x.fract() == 0.0 {
        return Err(p.value_error("math domain error"));
    }
    if x.fract() == 0.0 && x <= 23.0 {
        // factorials up to 22! are exact
        return float((1..x as u64).map(|n| n as f64).product());
    }
    checked(p, x, libm::tgamma(x), true)
}

fn lgamma(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = real(p, args.get(0))?;
    if x.is_finite() && x <= 0.0 && x.fract() == 0.0 {
        return Err(p.value_error("math domain error"));
    }
    if x == 1.0 || x == 2.0 {
        return float(0.0);
    }
    checked(p, x, libm::lgamma(x), true)
}

/// Logarithm of an int beyond the floats, or of a float.
fn logarithm(p: &mut Process, value: Value, log: fn(f64) -> f64) -> Res<f64> {
    let x = match Num::of(p, value) {
        Some(Num::Big(i)) => {
            if i.sign() == num_bigint::Sign::Minus {
                -1.0
            } else {
                match int::to_f64(i) {
                    Ok(f) => f,
                    Err(_) => {
                        let exponent = i.bits();
                        let mantissa = int::to_f64(&(i >> (exponent - 64))).unwrap_or(0.0);
                        let scaled = libm::ldexp(mantissa, -64);
                        return Ok(log(scaled) + log(2.0) * exponent as f64);
                    }
                }
            }
        }
        _ => real(p, value)?,
    };
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x <= 0.0 {
        return Err(p.value_error("math domain error"));
    }
    Ok(log(x))
}

fn log(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let num = logarithm(p, args.get(0), crate::number::precise::log)?;
    if args.get(1).is_unset() {
        return float(num);
    }
    let den = logarithm(p, args.get(1), crate::number::precise::log)?;
    if den == 0.0 {
        return Err(p.raise(crate::classes::ZERO_DIVISION_ERROR, "float division by zero"));
    }
    float(num / den)
}

fn log2(p: &mut Process, args: &Args<'_>) -> NativeResult {
    logarithm(p, args.get(0), libm::log2).and_then(float)
}

fn log10(p: &mut Process, args: &Args<'_>) -> NativeResult {
    logarithm(p, args.get(0), libm::log10).and_then(float)
}

fn atan2(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (y, x) = (real(p, args.get(0))?, real(p, args.get(1))?);
    float(crate::number::precise::atan2(y, x))
}

fn copysign(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (x, y) = (real(p, args.get(0))?, real(p, args.get(1))?);
    float(x.copysign(y))
}

fn fmod(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (x, y) = (real(p, args.get(0))?, real(p, args.get(1))?);
    if y.is_infinite() && x.is_finite() {
        return float(x);
    }
    let r = x % y;
    if r.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(p.value_error("math domain error"));
    }
    float(r)
}

fn remainder(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (x, y) = (real(p, args.get(0))?, real(p, args.get(1))?);
    if x.is_nan() || y.is_nan() {
        return float(x + y);
    }
    if x.is_infinite() || y == 0.0 {
        return Err(p.value_error("math domain error"));
    }
    float(if y.is_infinite() { x } else { libm::remainder(x, y) })
}

fn pow(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (x, y) = (real(p, args.get(0))?, real(p, args.get(1))?);
    let r = crate::number::precise::pow(x, y);
    if r.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(p.value_error("math domain error"));
    }
    if r.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(if x == 0.0 { p.value_error("math domain error") } else { p.overflow_error("math range error") });
    }
    float(r)
}

fn frexp(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = real(p, args.get(0))?;
    let (mantissa, exponent) = if x == 0.0 || !x.is_finite() { (x, 0) } else { libm::frexp(x) };
    Ok(Native::Done(p.new_tuple([Value::Float(mantissa), Value::Int(i64::from(exponent))])))
}

fn ldexp(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = real(p, args.get(0))?;
    let Some(exponent) = p.big_int(args.get(1)) else {
        return Err(p.type_error("Expected an int as second argument to ldexp."));
    };
    if x == 0.0 || !x.is_finite() {
        return float(x);
    }
    let negative = exponent.sign() == num_bigint::Sign::Minus;
    let exponent = i32::try_from(&exponent).unwrap_or(if negative { -5000 } else { 5000 }).clamp(-5000, 5000);
    let r = libm::ldexp(x, exponent);
    if r.is_infinite() {
        return Err(p.overflow_error("math range error"));
    }
    float(r)
}

fn modf(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = real(p, args.get(0))?;
    let (fraction, whole) = if x.is_infinite() {
        (0.0f64.copysign(x), x)
    } else if x.is_nan() {
        (x, x)
    } else {
        let whole = libm::trunc(x);
        ((x - whole).copysign(x), whole)
    };
    Ok(Native::Done(p.new_tuple([Value::Float(fraction), Value::Float(whole)])))
}

fn nextafter(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (x, y) = (real(p, args.get(0))?, real(p, args.get(1))?);
    float(libm::nextafter(x, y))
}

fn ulp(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = real(p, args.get(0))?.abs();
    if !x.is_finite() {
        return float(x);
    }
    let up = libm::nextafter(x, f64::INFINITY);
    float(if up.is_infinite() { x - libm::nextafter(x, 0.0) } else { up - x })
}

macro_rules! predicate {
    ($($name:ident $method:ident;)+) => {
        $(fn $name(p: &mut Process, args: &Args<'_>) -> NativeResult {
            let x = real(p, args.get(0))?;
            Ok(Native::Done(Value::Bool(x.$method())))
        })+
    };
}

predicate! {
    isnan is_nan;
    isinf is_infinite;
    isfinite is_finite;
}

/// `isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)`.
fn isclose(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (a, b) = (real(p, args.get(0))?, real(p, args.get(1))?);
    let mut tolerance = |value: Value, default: f64| if value.is_unset() { Ok(default) } else { real(p, value) };
    let (rel, abs) = (tolerance(args.get(2), 1e-9)?, tolerance(args.get(3), 0.0)?);
    if rel < 0.0 || abs < 0.0 {
        return Err(p.value_error("tolerances must be non-negative"));
    }
    let close = a == b || {
        let diff = (b - a).abs();
        a.is_finite() && b.is_finite() && (diff <= (rel * b).abs() || diff <= (rel * a).abs() || diff <= abs)
    };
    Ok(Native::Done(Value::Bool(close)))
}

/// `floor`, `ceil` and `trunc`: by the class's own method, else of the float.
fn whole(p: &mut Process, args: &Args<'_>, method: &str, round: fn(f64) -> f64) -> NativeResult {
    let x = args.get(0);
    match p.payload(x) {
        Value::Float(f) => {
            return match int::from_f64(round(f)) {
                Ok(i) => Ok(Native::Done(p.new_int(i))),
                Err(fault) => Err(fault.raise(p)),
            };
        }
        Value::Int(_) => return Ok(Native::Done(p.payload(x))),
        _ => {}
    }
    if let Some(func) = class_attr(p, p.type_of(x), method) {
        return Ok(Native::call(func, &[x]));
    }
    if method == "__trunc__" {
        let message = format!("type {} doesn't define __trunc__ method", p.type_name(x));
        return Err(p.type_error(&message));
    }
    if let Some(result) = again(p, args, method.trim_matches('_')) {
        return result;
    }
    let f = real(p, x)?;
    match int::from_f64(round(f)) {
        Ok(i) => Ok(Native::Done(p.new_int(i))),
        Err(fault) => Err(fault.raise(p)),
    }
}

fn floor(p: &mut Process, args: &Args<'_>) -> NativeResult {
    whole(p, args, "__floor__", libm::floor)
}

fn ceil(p: &mut Process, args: &Args<'_>) -> NativeResult {
    whole(p, args, "__ceil__", libm::ceil)
}

fn trunc(p: &mut Process, args: &Args<'_>) -> NativeResult {
    whole(p, args, "__trunc__", libm::trunc)
}

/// Where an argument is an object of Python code that may have `__float__` or `__index__`: goes on in `math._again`, which
/// turns it into a number and calls the function once more.
fn again(p: &mut Process, args: &Args<'_>, name: &str) -> Option<NativeResult> {
    let foreign = |value: &Value| match value {
        Value::Obj(r) => matches!(p.heap.get(*r), Object::Instance(i) if i.payload.is_unset()),
        _ => false,
    };
    let inside = |value: &Value| p.items_slice(*value).is_some_and(|items| items.iter().any(foreign));
    if !args.pos.iter().any(|value| foreign(value) || inside(value)) {
        return None;
    }
    let name = p.new_str(name);
    let pos = p.new_tuple(args.pos.iter().copied().filter(|v| !v.is_unset()).collect::<Vec<Value>>());
    Some(call_library(p, "math", "_again", &[name, pos]))
}

macro_rules! f {
    ($name:literal, $run:path, $min:literal, $max:expr) => {{
        fn run(p: &mut Process, args: &Args<'_>) -> NativeResult {
            match again(p, args, $name) {
                Some(result) => result,
                None => $run(p, args),
            }
        }
        NativeDef::function($name, run, $min, $max).cost(Cost::SqrtCall)
    }};
}

const fn plain(name: &'static str, run: crate::native::NativeFn, min: u8, max: u8) -> NativeDef {
    NativeDef::function(name, run, min, max).cost(Cost::SqrtCall)
}

pub const TABLES: &[Table] = &[Table {
    owner: "math",
    is_class: false,
    items: &[
        f!("acos", acos, 1, 1),
        f!("acosh", acosh, 1, 1).rare(),
        f!("asin", asin, 1, 1).rare(),
        f!("asinh", asinh, 1, 1).rare(),
        f!("atan", atan, 1, 1).rare(),
        f!("atan2", atan2, 2, 2).rare(),
        f!("atanh", atanh, 1, 1).rare(),
        f!("cbrt", cbrt, 1, 1).rare(),
        plain("ceil", ceil, 1, 1),
        f!("comb", integers::comb, 2, 2).rare(),
        f!("copysign", copysign, 2, 2).rare(),
        f!("cos", cos, 1, 1),
        f!("cosh", cosh, 1, 1).rare(),
        f!("degrees", degrees, 1, 1).rare(),
        f!("dist", sums::dist, 2, 2).rare(),
        f!("erf", erf, 1, 1).rare(),
        f!("erfc", erfc, 1, 1).rare(),
        f!("exp", exp, 1, 1),
        f!("exp2", exp2, 1, 1).rare(),
        f!("expm1", expm1, 1, 1).rare(),
        f!("fabs", fabs, 1, 1),
        f!("factorial", integers::factorial, 1, 1).rare(),
        plain("floor", floor, 1, 1),
        f!("fmod", fmod, 2, 2).rare(),
        f!("frexp", frexp, 1, 1).rare(),
        f!("fsum", sums::fsum, 1, 1).rare(),
        f!("gamma", gamma, 1, 1).rare(),
        f!("gcd", integers::gcd, 0, MANY),
        f!("hypot", sums::hypot, 0, MANY).rare(),
        f!("isclose", isclose, 2, 4).names(&["a", "b", "rel_tol", "abs_tol"]).rare(),
        f!("isfinite", isfinite, 1, 1).rare(),
        f!("isinf", isinf, 1, 1).rare(),
        f!("isnan", isnan, 1, 1).rare(),
        f!("isqrt", integers::isqrt, 1, 1),
        f!("lcm", integers::lcm, 0, MANY).rare(),
        f!("ldexp", ldexp, 2, 2).rare(),
        f!("lgamma", lgamma, 1, 1).rare(),
        f!("log", log, 1, 2),
        f!("log10", log10, 1, 1).rare(),
        f!("log1p", log1p, 1, 1).rare(),
        f!("log2", log2, 1, 1).rare(),
        f!("modf", modf, 1, 1).rare(),
        f!("nextafter", nextafter, 2, 2).rare(),
        f!("perm", integers::perm, 1, 2).rare(),
        f!("pow", pow, 2, 2),
        plain("prod", sums::prod, 1, 2).names(&["", "start"]).rare(),
        f!("radians", radians, 1, 1).rare(),
        f!("remainder", remainder, 2, 2).rare(),
        f!("sin", sin, 1, 1),
        f!("sinh", sinh, 1, 1).rare(),
        f!("sqrt", sqrt, 1, 1),
        f!("tan", tan, 1, 1).rare(),
        f!("tanh", tanh, 1, 1).rare(),
        plain("trunc", trunc, 1, 1),
        f!("ulp", ulp, 1, 1).rare(),
    ],
}];
