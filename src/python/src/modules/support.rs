//! What the natives of the modules share: reading arguments, calling library functions written in Python.

use crate::classes;
use crate::native::{Native, NativeResult, Res};
use crate::object::Object;
use crate::process::Process;
use crate::value::Value;

const NANOS_PER_SECOND: f64 = 1e9;

/// Seconds (int or float) as nanoseconds, rounded away from zero as CPython's `_PyTime_FromSecondsObject` with
/// `ROUND_CEILING` does for waits; negative values stay negative.
pub(super) fn nanos_from_seconds(p: &mut Process, value: Value) -> Res<i64> {
    const TOO_LARGE: &str = "timestamp out of range for platform time_t";
    match p.payload(value) {
        Value::Float(seconds) => {
            if seconds.is_nan() {
                return Err(p.value_error("Invalid value NaN (not a number)"));
            }
            let nanos = seconds * NANOS_PER_SECOND;
            let nanos = if nanos < 0.0 { nanos.floor() } else { nanos.ceil() };
            // 2^63 as a float: the first value that does not fit
            if nanos.abs() >= 9_223_372_036_854_775_808.0 {
                return Err(p.overflow_error(TOO_LARGE));
            }
            Ok(nanos as i64)
        }
        other => match other.as_small_int() {
            Some(seconds) => match seconds.checked_mul(1_000_000_000) {
                Some(nanos) => Ok(nanos),
                None => Err(p.overflow_error(TOO_LARGE)),
            },
            None if matches!(p.object(value), Some(Object::BigInt(_))) => Err(p.overflow_error(TOO_LARGE)),
            None => {
                let message = format!("'{}' object cannot be interpreted as an integer", p.type_name(value));
                Err(p.type_error(&message))
            }
        },
    }
}

/// An int argument that must fit an `i64`.
pub(super) fn int_arg(p: &mut Process, value: Value) -> Res<i64> {
    p.index_arg(value, "")
}

/// A str argument, or TypeError "`what` must be str, not …".
pub(super) fn str_arg(p: &mut Process, value: Value, what: &str) -> Res<String> {
    match p.str(value) {
        Some(text) => Ok(text.to_owned()),
        None => {
            let message = format!("{what} must be str, not {}", p.type_name(value));
            Err(p.type_error(&message))
        }
    }
}

/// The number of an object of the host, given by library code.
pub(super) fn number_arg(p: &mut Process, value: Value) -> Res<u64> {
    let number = int_arg(p, value)?;
    u64::try_from(number).map_err(|_| p.value_error("object numbers are not negative"))
}

/// A function of an imported library module.
pub(super) fn library_function(p: &Process, module: &str, name: &str) -> Option<Value> {
    let Value::Obj(module) = p.dict_get_str(p.modules, module)? else { return None };
    let Object::Module(module) = p.heap.get(module) else { return None };
    p.dict_get_str(module.dict, name)
}

/// Goes on in a library function written in Python.
pub(super) fn call_library(p: &mut Process, module: &str, name: &str, args: &[Value]) -> NativeResult {
    match library_function(p, module, name) {
        Some(func) => Ok(Native::call(func, args)),
        None => Err(p.raise(classes::RUNTIME_ERROR, &format!("{module}.{name} is gone"))),
    }
}

/// Goes on in a function of the prelude.
pub(super) fn call_prelude(p: &mut Process, name: &str, args: &[Value]) -> NativeResult {
    let func = p.prelude(name);
    Ok(Native::call(func, args))
}
