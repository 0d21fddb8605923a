//! Formatting: `format()`, f-strings, `%` and `str.format`.
//!
//! The entry points say `None` where Python code has a say (`__format__`, `__str__`, attribute look-ups); the prelude
//! (`prelude/text.py`) then does the same in Python, with the natives below for each part.

pub mod brace;
pub mod float;
pub mod number;
pub mod percent;
pub mod spec;

use crate::cost::Cost;
use crate::native::Res;
use crate::number::fault::Fault;
use crate::number::{Num, Pure};
use crate::object::Object;
use crate::process::Process;
use crate::repr;
use crate::value::Value;

pub use percent::percent;

/// How a replacement field is converted first: as `Op::FormatValue` numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

impl From<u8> for Conversion {
    fn from(number: u8) -> Self {
        match number {
            1 => Self::Str,
            2 => Self::Repr,
            3 => Self::Ascii,
            _ => Self::None,
        }
    }
}

/// `format(convert(value), spec)` as a str. `Ok(None)`: go to the prelude's `_format_value(value, conversion, spec)`.
pub fn format_value(vm: &mut Process, value: Value, conversion: u8, spec: &str) -> Res<Option<Value>> {
    let conversion = Conversion::from(conversion);
    // a str stays the object it is
    if spec.is_empty()
        && matches!(conversion, Conversion::None | Conversion::Str)
        && let Value::Obj(r) = value
        && matches!(vm.heap.get(r), Object::Str(_) | Object::StrTail { .. })
    {
        return Ok(Some(value));
    }
    if !spec.is_empty() {
        vm.charge(Cost::FormatSpec);
    }
    let text = match format_text(vm, value, conversion, spec) {
        Ok(text) => text,
        Err(fault) => return Err(fault.raise(vm)),
    };
    match text {
        Some(text) => {
            vm.check_room(text.len())?;
            vm.charge_n(Cost::StrCopyByte, text.len());
            Ok(Some(vm.new_string(text)))
        }
        None => Ok(None),
    }
}

/// As [`format_value`], as text.
pub fn format_text(vm: &Process, value: Value, conversion: Conversion, spec: &str) -> Pure<Option<String>> {
    let converted = match conversion {
        Conversion::None => return plain(vm, value, spec),
        Conversion::Str => repr::text_str(vm, value)?,
        Conversion::Repr => repr::text_repr(vm, value)?,
        Conversion::Ascii => repr::text_repr(vm, value)?.map(|t| repr::escape_non_ascii(&t)),
    };
    converted.map(|text| number::format_str(&text, spec)).transpose()
}

/// `format(value, spec)`.
fn plain(vm: &Process, value: Value, spec: &str) -> Pure<Option<String>> {
    match value {
        Value::Int(_) | Value::Float(_) => {}
        Value::Bool(_) if spec.is_empty() => return repr::text_str(vm, value),
        Value::Bool(_) => {}
        Value::Obj(r) => match vm.heap.get(r) {
            Object::Str(s) => return number::format_str(&s.text, spec).map(Some),
            Object::StrTail { .. } => return number::format_str(vm.heap.str(r).unwrap_or(""), spec).map(Some),
            Object::BigInt(_) | Object::Complex { .. } => {}
            // `__format__` of a class
            Object::Instance(_) | Object::Exception(_) => return Ok(None),
            _ => return other(vm, value, spec),
        },
        _ => return other(vm, value, spec),
    }
    match Num::of(vm, value) {
        Some(num) => number::format_number(&num, spec, vm.type_name(value), vm.int_max_str_digits()).map(Some),
        None => Ok(None),
    }
}

/// `object.__format__`.
fn other(vm: &Process, value: Value, spec: &str) -> Pure<Option<String>> {
    if spec.is_empty() { repr::text_str(vm, value) } else { Err(unsupported_spec(vm, value)) }
}

/// The `TypeError` of `object.__format__` for a specification that is not empty.
#[must_use]
pub fn unsupported_spec(vm: &Process, value: Value) -> Fault {
    Fault::type_error(format!("unsupported format string passed to {}.__format__", vm.type_name(value)))
}
