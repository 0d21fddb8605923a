//! `int` and `bool`.

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

use crate::cost::Cost;
use crate::native::{Args, Native, NativeDef, NativeResult, Res, Table, Then};
use crate::number::fault::Fault;
use crate::number::{Num, int};
use crate::object::Object;
use crate::process::Process;
use crate::repr;
use crate::types::operators;
use crate::types::support::{class_attr, has_method};
use crate::types::text::parse;
use crate::value::Value;

/// `int(x=0, base=10)`.
fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (x, base) = (args.get(1), args.get(2));
    if base.is_unset() {
        return match x {
            Value::Unset => Ok(Native::Done(Value::Int(0))),
            Value::Int(_) => Ok(Native::Done(x)),
            Value::Bool(b) => Ok(Native::Done(Value::Int(i64::from(b)))),
            _ => from_value(vm, x),
        };
    }
    if x.is_unset() {
        return Err(vm.type_error("int() missing string argument"));
    }
    let Some(radix) = vm.big_int(base) else {
        if has_method(vm, base, "__index__") {
            return Ok(Native::call(vm.prelude("_int_with_base"), &[x, base]));
        }
        let message = format!("'{}' object cannot be interpreted as an integer", vm.type_name(base));
        return Err(vm.type_error(&message));
    };
    let radix = match u32::try_from(&radix) {
        Ok(radix @ (0 | 2..=36)) => radix,
        _ => return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0")),
    };
    match text_of(vm, x) {
        Some((text, shown)) => parsed(vm, &text, radix, &shown),
        None => Err(vm.type_error("int() can't convert non-string with explicit base")),
    }
}

/// The text of a str, bytes or bytearray, and its representation.
fn text_of(vm: &Process, value: Value) -> Option<(String, String)> {
    match vm.object(value)? {
        Object::Str(_) | Object::StrTail { .. } => {
            let text = vm.str(value)?;
            Some((text.to_owned(), repr::quoted(text)))
        }
        Object::Bytes(b) => Some((b.iter().map(|&b| b as char).collect(), repr::bytes(b))),
        Object::ByteArray(b) => Some((b.iter().map(|&b| b as char).collect(), repr::bytes(b))),
        _ => None,
    }
}

fn parsed(vm: &mut Process, text: &str, radix: u32, shown: &str) -> NativeResult {
    vm.charge_n(Cost::BigintAddDigit, text.len() / 9);
    match parse::int(text, radix, shown, vm.int_max_str_digits()) {
        Ok(value) => Ok(Native::Done(vm.new_int(value))),
        Err(fault) => Err(fault.raise(vm)),
    }
}

fn from_value(vm: &mut Process, x: Value) -> NativeResult {
    if let Value::Obj(r) = x
        && let Object::Instance(i) = vm.heap.get(r)
    {
        // `__int__` and its like before the value underneath
        let class = i.class;
        for name in ["__int__", "__index__", "__trunc__"] {
            if let Some(func @ Value::Obj(f)) = class_attr(vm, class, name)
                && !matches!(vm.heap.get(f), Object::Native(_))
            {
                let func = vm.called_with_receiver(func);
                return Ok(Native::call_then(func, &[x], Then::Int));
            }
        }
    }
    match Num::of(vm, x) {
        Some(Num::Int(i)) => return Ok(Native::Done(Value::Int(i))),
        Some(Num::Big(_)) => return Ok(Native::Done(vm.payload(x))),
        Some(Num::Float(f)) => {
            return match int::from_f64(f) {
                Ok(i) => Ok(Native::Done(vm.new_int(i))),
                Err(fault) => Err(fault.raise(vm)),
            };
        }
        _ => {}
    }
    if let Some((text, shown)) = text_of(vm, x) {
        return parsed(vm, &text, 10, &shown);
    }
    let message =
        format!("int() argument must be a string, a bytes-like object or a real number, not '{}'", vm.type_name(x));
    Err(vm.type_error(&message))
}

/// The receiver's value.
fn this(vm: &mut Process, args: &Args<'_>) -> Res<BigInt> {
    match vm.big_int(args.get(0)) {
        Some(i) => Ok(i),
        None => {
            let message = format!("descriptor requires a 'int' object but received a '{}'", vm.type_name(args.get(0)));
            Err(vm.type_error(&message))
        }
    }
}

fn plain(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let i = this(vm, args)?;
    Ok(Native::Done(vm.new_int(i)))
}

fn bit_length(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Int(this(vm, args)?.bits() as i64)))
}

fn bit_count(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let i = this(vm, args)?;
    let ones: u32 = i.magnitude().iter_u64_digits().map(u64::count_ones).sum();
    Ok(Native::Done(Value::Int(i64::from(ones))))
}

fn zero(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Int(0)))
}

fn one(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Int(1)))
}

fn as_integer_ratio(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let i = this(vm, args)?;
    let i = vm.new_int(i);
    Ok(Native::Done(vm.new_tuple([i, Value::Int(1)])))
}

fn to_float(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match int::to_f64(&this(vm, args)?) {
        Ok(f) => Ok(Native::Done(Value::Float(f))),
        Err(fault) => Err(fault.raise(vm)),
    }
}

/// `round(int, ndigits)`: negative digits round half to even.
fn round(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let i = this(vm, args)?;
    let digits = match args.or_none(1) {
        Value::None => 0,
        digits => vm.index_arg(digits, "")?,
    };
    if digits >= 0 {
        return Ok(Native::Done(vm.new_int(i)));
    }
    let power = digits.unsigned_abs();
    if power > i.bits() / 3 + 2 {
        return Ok(Native::Done(Value::Int(0)));
    }
    let unit = BigInt::from(10).pow(power as u32);
    let half: BigInt = &unit >> 1u32;
    match int::div_mod(&i, &unit) {
        Ok((q, r)) => {
            let up = r > half || r == half && q.bit(0);
            let rounded = if up { (q + 1) * unit } else { q * unit };
            Ok(Native::Done(vm.new_int(rounded)))
        }
        Err(fault) => Err(fault.raise(vm)),
    }
}

fn big_endian(vm: &mut Process, order: Value) -> Res<bool> {
    match vm.str(order) {
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
        None => {
            let message = format!("byteorder must be str, not {}", vm.type_name(order));
            Err(vm.type_error(&message))
        }
    }
}

/// `to_bytes(length=1, byteorder='big', *, signed=False)`.
fn to_bytes(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let i = this(vm, args)?;
    let length = match args.get(1) {
        Value::Unset => 1,
        length => vm.index_arg(length, "")?,
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    let big = match args.get(2) {
        Value::Unset => true,
        order => big_endian(vm, order)?,
    };
    let signed = vm.truth_native(args.or_none(3)) == crate::ops::Tri::Yes;
    if i.is_negative() && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    vm.check_room(length)?;
    let mut bytes = if signed { i.to_signed_bytes_le() } else { i.magnitude().to_bytes_le() };
    if i.sign() == Sign::NoSign {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    bytes.resize(length, if i.is_negative() { 0xff } else { 0 });
    if big {
        bytes.reverse();
    }
    Ok(Native::Done(vm.new_bytes(&bytes)))
}

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`.
fn from_bytes(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let big = match args.get(2) {
        Value::Unset => true,
        order => big_endian(vm, order)?,
    };
    let signed = vm.truth_native(args.or_none(3)) == crate::ops::Tri::Yes;
    let mut bytes = match vm.bytes(args.get(1)) {
        Some(bytes) => bytes.to_vec(),
        None => {
            if vm.str(args.get(1)).is_some() {
                return Err(vm.type_error("cannot convert 'str' object to bytes"));
            }
            match vm.collect_native(args.get(1))? {
                Some(items) => super::bytes::from_items(vm, &items)?,
                None => {
                    let message = format!("cannot convert '{}' object to bytes", vm.type_name(args.get(1)));
                    return Err(vm.type_error(&message));
                }
            }
        }
    };
    if big {
        bytes.reverse();
    }
    if let Err(fault) = int::check_bits(bytes.len() as u64 * 8) {
        return Err(fault.raise(vm));
    }
    let value = if signed { BigInt::from_signed_bytes_le(&bytes) } else { BigInt::from_bytes_le(Sign::Plus, &bytes) };
    Ok(Native::Done(vm.new_int(value)))
}

fn getnewargs(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let i = this(vm, args)?;
    let i = vm.new_int(i);
    Ok(Native::Done(vm.new_tuple([i])))
}

/// `bool(x)`.
fn new_bool(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match args.get(1) {
        Value::Unset => Ok(Native::Done(Value::Bool(false))),
        x => match vm.truth_native(x) {
            crate::ops::Tri::Yes => Ok(Native::Done(Value::Bool(true))),
            crate::ops::Tri::No => Ok(Native::Done(Value::Bool(false))),
            crate::ops::Tri::Ask => {
                if let Some(func) = class_attr(vm, vm.type_of(x), "__bool__") {
                    let func = vm.called_with_receiver(func);
                    return Ok(Native::call_then(func, &[x], Then::Bool));
                }
                if class_attr(vm, vm.type_of(x), "__len__").is_some() {
                    return Ok(Native::call(vm.prelude("_len_truth"), &[x]));
                }
                Ok(Native::Done(Value::Bool(true)))
            }
        },
    }
}

/// A native number as an int for functions that need one; the fault names the type otherwise.
pub fn required(vm: &Process, value: Value) -> Result<BigInt, Fault> {
    vm.big_int(value).ok_or_else(|| {
        Fault::type_error(format!("'{}' object cannot be interpreted as an integer", vm.type_name(value)))
    })
}

const fn class(owner: &'static str, items: &'static [NativeDef]) -> Table {
    Table { owner, is_class: true, items }
}

pub const TABLES: &[Table] = &[
    class(
        "int",
        &[
            NativeDef::static_method("__new__", new, 1, 3).names(&["", "", "base"]),
            NativeDef::method("bit_length", bit_length, 0, 0),
            NativeDef::method("bit_count", bit_count, 0, 0),
            NativeDef::method("conjugate", plain, 0, 0),
            NativeDef::method("as_integer_ratio", as_integer_ratio, 0, 0).rare(),
            NativeDef::method("to_bytes", to_bytes, 0, 3).names(&["", "length", "byteorder", "signed"]).rare(),
            NativeDef::class_method("from_bytes", from_bytes, 1, 3).names(&["", "bytes", "byteorder", "signed"]).rare(),
            NativeDef::getter("real", plain),
            NativeDef::getter("imag", zero),
            NativeDef::getter("numerator", plain),
            NativeDef::getter("denominator", one),
            NativeDef::method("__int__", plain, 0, 0),
            NativeDef::method("__index__", plain, 0, 0),
            NativeDef::method("__trunc__", plain, 0, 0),
            NativeDef::method("__floor__", plain, 0, 0),
            NativeDef::method("__ceil__", plain, 0, 0),
            NativeDef::method("__float__", to_float, 0, 0),
            NativeDef::method("__round__", round, 0, 1),
            NativeDef::method("__getnewargs__", getnewargs, 0, 0),
        ],
    ),
    class("int", operators::BASICS),
    class("int", operators::FORMAT),
    class("int", operators::ORDER),
    class("int", operators::FIELD),
    class("int", operators::INTEGER),
    class("int", operators::BITS),
    class(
        "bool",
        &[
            NativeDef::static_method("__new__", new_bool, 1, 2),
            NativeDef::method("__and__", operators::and, 1, 1),
            NativeDef::method("__rand__", operators::rand, 1, 1),
            NativeDef::method("__or__", operators::or, 1, 1),
            NativeDef::method("__ror__", operators::ror, 1, 1),
            NativeDef::method("__xor__", operators::xor, 1, 1),
            NativeDef::method("__rxor__", operators::rxor, 1, 1),
            NativeDef::method("__repr__", operators::repr_method, 0, 0),
        ],
    ),
];
