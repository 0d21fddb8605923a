//! `float`.

use num_bigint::BigInt;

use crate::native::{Args, Native, NativeDef, NativeResult, Res, Table, Then};
use crate::number::{Num, int};
use crate::object::Object;
use crate::process::Process;
use crate::repr;
use crate::types::operators;
use crate::types::support::class_attr;
use crate::types::text::parse;
use crate::value::Value;

/// `float.__getformat__(type)`: how floats are laid out.
fn get_format(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match vm.str(args.get(0)) {
        Some("double" | "float") => Ok(Native::Done(vm.new_str("IEEE, little-endian"))),
        _ => Err(vm.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
}

/// `float(x=0.0)`.
fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let x = args.get(1);
    match x {
        Value::Unset => return Ok(Native::Done(Value::Float(0.0))),
        Value::Float(_) => return Ok(Native::Done(x)),
        _ => {}
    }
    if let Value::Obj(r) = x
        && let Object::Instance(i) = vm.heap.get(r)
    {
        let class = i.class;
        for name in ["__float__", "__index__"] {
            if let Some(func @ Value::Obj(f)) = class_attr(vm, class, name)
                && !matches!(vm.heap.get(f), Object::Native(_))
            {
                if name == "__index__" {
                    return super::support::ask(vm, "_float_of_index", &[x]);
                }
                return Ok(Native::call_then(func, &[x], Then::Float));
            }
        }
    }
    match Num::of(vm, x) {
        None | Some(Num::Complex(..)) => {}
        Some(number) => {
            return match number.to_f64() {
                Ok(f) => Ok(Native::Done(Value::Float(f))),
                Err(fault) => Err(fault.raise(vm)),
            };
        }
    }
    let (text, shown) = match (vm.str(x), vm.bytes(x)) {
        (Some(text), _) => (text.to_owned(), repr::quoted(text)),
        (None, Some(bytes)) => (bytes.iter().map(|&b| b as char).collect(), repr::bytes(bytes)),
        (None, None) => {
            let message = format!("float() argument must be a string or a real number, not '{}'", vm.type_name(x));
            return Err(vm.type_error(&message));
        }
    };
    match parse::float(&text) {
        Some(f) => Ok(Native::Done(Value::Float(f))),
        None => Err(vm.value_error(&format!("could not convert string to float: {shown}"))),
    }
}

fn this(vm: &mut Process, args: &Args<'_>) -> Res<f64> {
    match vm.payload(args.get(0)) {
        Value::Float(f) => Ok(f),
        other => {
            let message = format!("descriptor requires a 'float' object but received a '{}'", vm.type_name(other));
            Err(vm.type_error(&message))
        }
    }
}

fn plain(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Float(this(vm, args)?)))
}

fn imag(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Float(0.0)))
}

fn is_integer(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let f = this(vm, args)?;
    Ok(Native::Done(Value::Bool(f.is_finite() && f.fract() == 0.0)))
}

/// A float as a fraction in lowest terms.
#[must_use]
pub fn ratio(f: f64) -> (BigInt, BigInt) {
    if f == 0.0 {
        return (BigInt::from(0), BigInt::from(1));
    }
    let (mantissa, exponent) = libm::frexp(f);
    // 53 bits make it whole
    let mut whole = libm::ldexp(mantissa, 53) as i64;
    let mut exponent = i64::from(exponent) - 53;
    let twos = i64::from(whole.trailing_zeros());
    whole >>= twos;
    exponent += twos;
    if exponent >= 0 {
        (BigInt::from(whole) << exponent as u64, BigInt::from(1))
    } else {
        (BigInt::from(whole), BigInt::from(1) << exponent.unsigned_abs())
    }
}

fn as_integer_ratio(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let f = this(vm, args)?;
    if f.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if f.is_infinite() {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (num, den) = ratio(f);
    let (num, den) = (vm.new_int(num), vm.new_int(den));
    Ok(Native::Done(vm.new_tuple([num, den])))
}

fn hex(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let f = this(vm, args)?;
    let text = hex_text(f);
    Ok(Native::Done(vm.new_string(text)))
}

/// `float.hex`.
#[must_use]
pub fn hex_text(f: f64) -> String {
    let sign = if f.is_sign_negative() { "-" } else { "" };
    if f.is_nan() {
        return "nan".to_owned();
    }
    if f.is_infinite() {
        return format!("{sign}inf");
    }
    if f == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = f.to_bits();
    let mantissa = bits & ((1 << 52) - 1);
    let biased = (bits >> 52) & 0x7ff;
    let (lead, exponent) = if biased == 0 { (0, -1022) } else { (1, biased as i64 - 1023) };
    let plus = if exponent < 0 { '-' } else { '+' };
    format!("{sign}0x{lead}.{mantissa:013x}p{plus}{}", exponent.abs())
}

fn fromhex(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(text) = vm.str(args.get(1)).map(str::to_owned) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    match parse::hex_float(&text) {
        Ok(f) => Ok(Native::Done(Value::Float(f))),
        Err(fault) => Err(fault.raise(vm)),
    }
}

fn whole(vm: &mut Process, f: f64) -> NativeResult {
    match int::from_f64(f) {
        Ok(i) => Ok(Native::Done(vm.new_int(i))),
        Err(fault) => Err(fault.raise(vm)),
    }
}

fn trunc(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let f = this(vm, args)?;
    whole(vm, f)
}

fn floor(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let f = this(vm, args)?;
    whole(vm, libm::floor(f))
}

fn ceil(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let f = this(vm, args)?;
    whole(vm, libm::ceil(f))
}

/// `round(float, ndigits=None)`.
fn round(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let f = this(vm, args)?;
    match args.or_none(1) {
        Value::None => whole(vm, libm::rint(f)),
        digits => {
            // so many digits that they are no index say as much as the most there are
            let digits = match vm.object(digits) {
                Some(Object::BigInt(i)) if i.sign() == num_bigint::Sign::Minus => i64::MIN,
                Some(Object::BigInt(_)) => i64::MAX,
                _ => vm.index_arg(digits, "")?,
            };
            match rounded(f, digits) {
                Some(f) => Ok(Native::Done(Value::Float(f))),
                None => Err(vm.overflow_error("rounded value too large to represent")),
            }
        }
    }
}

/// `f` to this many decimal places, from its exact value (half to even); `None`: beyond the largest float.
#[must_use]
pub fn rounded(f: f64, digits: i64) -> Option<f64> {
    if !f.is_finite() || digits > 323 {
        return Some(f);
    }
    if digits < -308 {
        return Some(0.0f64.copysign(f));
    }
    if let Ok(places) = usize::try_from(digits) {
        return format!("{f:.places$}").parse().ok();
    }
    // before the point: round the exact integer part
    let power = digits.unsigned_abs() as u32;
    let unit = BigInt::from(10).pow(power);
    let exact = int::from_f64(f.abs()).ok()?;
    let has_fraction = f.fract() != 0.0;
    let (q, r) = (&exact / &unit, &exact % &unit);
    let twice: BigInt = &r * 2;
    let up = twice > unit || twice == unit && (has_fraction || q.bit(0));
    let result: BigInt = if up { (q + 1) * unit } else { q * unit };
    let size = int::to_f64(&result).ok()?;
    Some(size.copysign(f))
}

fn getnewargs(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let f = this(vm, args)?;
    Ok(Native::Done(vm.new_tuple([Value::Float(f)])))
}

const fn class(items: &'static [NativeDef]) -> Table {
    Table { owner: "float", is_class: true, items }
}

pub const TABLES: &[Table] = &[
    class(&[
        NativeDef::static_method("__new__", new, 1, 2),
        NativeDef::static_method("__getformat__", get_format, 1, 1),
        NativeDef::method("is_integer", is_integer, 0, 0),
        NativeDef::method("as_integer_ratio", as_integer_ratio, 0, 0).rare(),
        NativeDef::method("hex", hex, 0, 0).rare(),
        NativeDef::class_method("fromhex", fromhex, 1, 1).rare(),
        NativeDef::method("conjugate", plain, 0, 0),
        NativeDef::getter("real", plain),
        NativeDef::getter("imag", imag),
        NativeDef::method("__float__", plain, 0, 0),
        NativeDef::method("__int__", trunc, 0, 0),
        NativeDef::method("__trunc__", trunc, 0, 0),
        NativeDef::method("__floor__", floor, 0, 0),
        NativeDef::method("__ceil__", ceil, 0, 0),
        NativeDef::method("__round__", round, 0, 1),
        NativeDef::method("__getnewargs__", getnewargs, 0, 0),
    ]),
    class(operators::BASICS),
    class(operators::FORMAT),
    class(operators::ORDER),
    class(operators::FIELD),
    class(operators::INTEGER),
];
