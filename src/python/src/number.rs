//! Operators on built-in values: arithmetic, ordering, concatenation and repetition.
//!
//! The slow paths of the VM's operator instructions. Everything here is native: `Ok(None)` means that the operands have
//! no built-in meaning together (the VM tries the special methods of Python classes and then raises [`unsupported`]).
//!
//! Keeps true: ints stay canonical (an int that fits an `i64` is `Value::Int`); no operation runs longer or allocates
//! more than the limits in `number/int.rs` say. Must not know: frames, classes of Python code.

pub mod compare;
pub mod complex;
pub mod fault;
pub mod float;
pub mod int;
pub mod precise;
pub mod sequence;

use std::borrow::Cow;

use num_bigint::BigInt;

pub use compare::{CmpOp, compare};
pub use fault::{Fault, Pure};
pub use sequence::concat_str;

use crate::cost::Cost;
use crate::native::{Raise, Res};
use crate::object::Object;
use crate::process::Process;
use crate::value::Value;

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    MatMul,
    /// The `divmod` function.
    DivMod,
}

impl BinOp {
    /// As messages write it.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::TrueDiv => "/",
            Self::FloorDiv => "//",
            Self::Mod => "%",
            Self::Pow => "** or pow()",
            Self::LShift => "<<",
            Self::RShift => ">>",
            Self::And => "&",
            Self::Or => "|",
            Self::Xor => "^",
            Self::MatMul => "@",
            Self::DivMod => "divmod()",
        }
    }

    /// The in-place form as messages write it.
    #[must_use]
    pub fn inplace_symbol(self) -> &'static str {
        match self {
            Self::Add => "+=",
            Self::Sub => "-=",
            Self::Mul => "*=",
            Self::TrueDiv => "/=",
            Self::FloorDiv => "//=",
            Self::Mod => "%=",
            Self::Pow => "**=",
            Self::LShift => "<<=",
            Self::RShift => ">>=",
            Self::And => "&=",
            Self::Or => "|=",
            Self::Xor => "^=",
            Self::MatMul => "@=",
            Self::DivMod => "divmod()",
        }
    }

    /// Special method of the left operand.
    #[must_use]
    pub fn method(self) -> &'static str {
        match self {
            Self::Add => "__add__",
            Self::Sub => "__sub__",
            Self::Mul => "__mul__",
            Self::TrueDiv => "__truediv__",
            Self::FloorDiv => "__floordiv__",
            Self::Mod => "__mod__",
            Self::Pow => "__pow__",
            Self::LShift => "__lshift__",
            Self::RShift => "__rshift__",
            Self::And => "__and__",
            Self::Or => "__or__",
            Self::Xor => "__xor__",
            Self::MatMul => "__matmul__",
            Self::DivMod => "__divmod__",
        }
    }

    /// Special method of the right operand.
    #[must_use]
    pub fn reflected(self) -> &'static str {
        match self {
            Self::Add => "__radd__",
            Self::Sub => "__rsub__",
            Self::Mul => "__rmul__",
            Self::TrueDiv => "__rtruediv__",
            Self::FloorDiv => "__rfloordiv__",
            Self::Mod => "__rmod__",
            Self::Pow => "__rpow__",
            Self::LShift => "__rlshift__",
            Self::RShift => "__rrshift__",
            Self::And => "__rand__",
            Self::Or => "__ror__",
            Self::Xor => "__rxor__",
            Self::MatMul => "__rmatmul__",
            Self::DivMod => "__rdivmod__",
        }
    }

    /// Special method of the in-place form; `divmod` has none.
    #[must_use]
    pub fn inplace_method(self) -> Option<&'static str> {
        Some(match self {
            Self::Add => "__iadd__",
            Self::Sub => "__isub__",
            Self::Mul => "__imul__",
            Self::TrueDiv => "__itruediv__",
            Self::FloorDiv => "__ifloordiv__",
            Self::Mod => "__imod__",
            Self::Pow => "__ipow__",
            Self::LShift => "__ilshift__",
            Self::RShift => "__irshift__",
            Self::And => "__iand__",
            Self::Or => "__ior__",
            Self::Xor => "__ixor__",
            Self::MatMul => "__imatmul__",
            Self::DivMod => return None,
        })
    }
}

/// A unary operator, or `abs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnOp {
    Neg,
    Pos,
    Invert,
    Abs,
}

impl UnOp {
    #[must_use]
    pub fn method(self) -> &'static str {
        match self {
            Self::Neg => "__neg__",
            Self::Pos => "__pos__",
            Self::Invert => "__invert__",
            Self::Abs => "__abs__",
        }
    }

    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Neg => "unary -",
            Self::Pos => "unary +",
            Self::Invert => "unary ~",
            Self::Abs => "abs()",
        }
    }
}

/// A number looked at, without its class.
#[derive(Clone, Debug)]
pub enum Num<'a> {
    Int(i64),
    Big(&'a BigInt),
    Float(f64),
    Complex(f64, f64),
}

impl<'a> Num<'a> {
    /// The number behind a value (bools and instances of subclasses included).
    #[must_use]
    pub fn of(vm: &'a Process, value: Value) -> Option<Self> {
        Some(match vm.payload(value) {
            Value::Int(i) => Self::Int(i),
            Value::Bool(b) => Self::Int(i64::from(b)),
            Value::Float(f) => Self::Float(f),
            Value::Obj(r) => match vm.heap.get(r) {
                Object::BigInt(i) => Self::Big(i),
                Object::Complex { re, im } => Self::Complex(*re, *im),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn big(&self) -> Option<Cow<'a, BigInt>> {
        match self {
            Self::Int(i) => Some(Cow::Owned(BigInt::from(*i))),
            Self::Big(i) => Some(Cow::Borrowed(i)),
            _ => None,
        }
    }

    /// As a float; an int beyond the range of floats is an `OverflowError`.
    pub fn to_f64(&self) -> Pure<f64> {
        match self {
            Self::Int(i) => Ok(*i as f64),
            Self::Big(i) => int::to_f64(i),
            Self::Float(f) => Ok(*f),
            Self::Complex(re, _) => Ok(*re),
        }
    }

    fn to_complex(&self) -> Pure<(f64, f64)> {
        match self {
            Self::Complex(re, im) => Ok((*re, *im)),
            other => Ok((other.to_f64()?, 0.0)),
        }
    }
}

/// The result of arithmetic before it is put on the heap.
#[derive(Clone, Debug)]
pub enum Out {
    Int(i64),
    Big(BigInt),
    Float(f64),
    Complex(f64, f64),
    Pair(Box<(Out, Out)>),
}

impl Out {
    /// Puts the result on the heap.
    pub fn into_value(self, vm: &mut Process) -> Value {
        match self {
            Self::Int(i) => Value::Int(i),
            Self::Big(i) => vm.new_int(i),
            Self::Float(f) => Value::Float(f),
            Self::Complex(re, im) => vm.new_complex(re, im),
            Self::Pair(pair) => {
                let (a, b) = *pair;
                let a = a.into_value(vm);
                let b = b.into_value(vm);
                vm.new_tuple([a, b])
            }
        }
    }
}

/// `a op b` for built-in operands. `Ok(None)`: no built-in meaning.
pub fn binary(vm: &mut Process, op: BinOp, a: Value, b: Value) -> Res<Option<Value>> {
    if let (Value::Bool(x), Value::Bool(y)) = (a, b) {
        match op {
            BinOp::And => return Ok(Some(Value::Bool(x & y))),
            BinOp::Or => return Ok(Some(Value::Bool(x | y))),
            BinOp::Xor => return Ok(Some(Value::Bool(x ^ y))),
            _ => {}
        }
    }
    if let (BinOp::Pow, Value::Int(_), Value::Int(y @ 4..)) = (op, a, b) {
        // A square for each bit of the exponent and a product for each that is set; the price holds three.
        vm.charge_n(Cost::IntMul, (i64::BITS - y.leading_zeros() + y.count_ones()).saturating_sub(3) as usize);
    }
    let mut digits = 0;
    let outcome = match (Num::of(vm, a), Num::of(vm, b)) {
        (Some(x), Some(y)) => Some(numbers(op, &x, &y, &mut digits)),
        _ => None,
    };
    match outcome {
        Some(Ok(None)) => Ok(None),
        Some(Ok(Some(out))) => {
            if digits > 0 {
                let class = match op {
                    BinOp::Add | BinOp::Sub | BinOp::And | BinOp::Or | BinOp::Xor => Cost::BigintAddDigit,
                    BinOp::LShift | BinOp::RShift => Cost::BigintAddDigit,
                    _ => Cost::BigintMulDigit,
                };
                vm.charge_n(class, digits);
            }
            if let Out::Big(i) = &out {
                let bytes = (i.bits() / 8) as usize;
                if bytes > 4096 {
                    vm.check_room(bytes)?;
                }
            }
            Ok(Some(out.into_value(vm)))
        }
        Some(Err(fault)) => Err(fault.raise(vm)),
        None => sequence::binary(vm, op, a, b),
    }
}

/// Arithmetic of two numbers. `digits` grows by the digits of work done on ints that do not fit a word.
fn numbers(op: BinOp, x: &Num<'_>, y: &Num<'_>, digits: &mut usize) -> Pure<Option<Out>> {
    match (x, y) {
        (Num::Complex(..), _) | (_, Num::Complex(..)) => complex::binary(op, x.to_complex()?, y.to_complex()?),
        (Num::Float(_), _) | (_, Num::Float(_)) => float::binary(op, x.to_f64()?, y.to_f64()?),
        (Num::Int(x), Num::Int(y)) => int::small(op, *x, *y, digits),
        _ => match (x.big(), y.big()) {
            (Some(x), Some(y)) => int::big(op, &x, &y, digits),
            _ => Ok(None),
        },
    }
}

/// `-a`, `+a`, `~a`, `abs(a)` for built-in numbers. `Ok(None)`: not one.
pub fn unary(vm: &mut Process, op: UnOp, a: Value) -> Res<Option<Value>> {
    let Some(x) = Num::of(vm, a) else { return Ok(None) };
    let out = match (op, x) {
        (UnOp::Neg, Num::Int(i)) => i.checked_neg().map_or_else(|| Out::Big(-BigInt::from(i)), Out::Int),
        (UnOp::Neg, Num::Big(i)) => Out::Big(-i.clone()),
        (UnOp::Neg, Num::Float(f)) => Out::Float(-f),
        (UnOp::Neg, Num::Complex(re, im)) => Out::Complex(-re, -im),
        (UnOp::Pos, Num::Int(i)) => Out::Int(i),
        (UnOp::Pos, Num::Big(i)) => Out::Big(i.clone()),
        (UnOp::Pos, Num::Float(f)) => Out::Float(f),
        (UnOp::Pos, Num::Complex(re, im)) => Out::Complex(re, im),
        (UnOp::Invert, Num::Int(i)) => Out::Int(!i),
        (UnOp::Invert, Num::Big(i)) => Out::Big(-i.clone() - 1),
        (UnOp::Invert, _) => return Ok(None),
        (UnOp::Abs, Num::Int(i)) => i.checked_abs().map_or_else(|| Out::Big(BigInt::from(i.unsigned_abs())), Out::Int),
        (UnOp::Abs, Num::Big(i)) => Out::Big(num_traits::Signed::abs(i)),
        (UnOp::Abs, Num::Float(f)) => Out::Float(f.abs()),
        (UnOp::Abs, Num::Complex(re, im)) => {
            let size = libm::hypot(re, im);
            if size.is_infinite() && re.is_finite() && im.is_finite() {
                return Err(vm.overflow_error("absolute value too large"));
            }
            Out::Float(size)
        }
    };
    Ok(Some(out.into_value(vm)))
}

/// `pow(a, b, modulus)`. `Ok(None)`: not all built-in numbers.
pub fn pow_mod(vm: &mut Process, a: Value, b: Value, modulus: Value) -> Res<Option<Value>> {
    let outcome = match (Num::of(vm, a), Num::of(vm, b), Num::of(vm, modulus)) {
        (Some(Num::Complex(..)), Some(_), Some(_)) => Err(Fault::value("complex modulo")),
        (Some(x), Some(y), Some(m)) => match (x.big(), y.big(), m.big()) {
            (Some(x), Some(y), Some(m)) => int::pow_mod(&x, &y, &m).map(Out::Big),
            _ => Err(Fault::type_error("pow() 3rd argument not allowed unless all arguments are integers")),
        },
        _ => return Ok(None),
    };
    match outcome {
        Ok(out) => Ok(Some(out.into_value(vm))),
        Err(fault) => Err(fault.raise(vm)),
    }
}

/// The `TypeError` for operands that have no meaning together.
pub fn unsupported(vm: &mut Process, op: BinOp, a: Value, b: Value, inplace: bool) -> Raise {
    let payload = |v| vm.object(v);
    let message = match (op, payload(a), payload(b)) {
        (BinOp::Add, Some(Object::Str(_) | Object::StrTail { .. }), _) => {
            format!("can only concatenate str (not \"{}\") to str", vm.type_name(b))
        }
        (BinOp::Add, Some(Object::List(_)), _) if inplace => format!("'{}' object is not iterable", vm.type_name(b)),
        (BinOp::Add, Some(Object::List(_)), _) => {
            format!("can only concatenate list (not \"{}\") to list", vm.type_name(b))
        }
        (BinOp::Add, Some(Object::Tuple(_)), _) => {
            format!("can only concatenate tuple (not \"{}\") to tuple", vm.type_name(b))
        }
        (BinOp::Add, Some(Object::Bytes(_) | Object::ByteArray(_)), _) => {
            format!("can't concat {} to {}", vm.type_name(b), vm.type_name(a))
        }
        (BinOp::Mul, x, y) if is_sequence(x) => {
            let _ = y;
            format!("can't multiply sequence by non-int of type '{}'", vm.type_name(b))
        }
        (BinOp::Mul, _, y) if is_sequence(y) => {
            format!("can't multiply sequence by non-int of type '{}'", vm.type_name(a))
        }
        _ => {
            let symbol = if inplace { op.inplace_symbol() } else { op.symbol() };
            let mut message =
                format!("unsupported operand type(s) for {symbol}: '{}' and '{}'", vm.type_name(a), vm.type_name(b));
            if op == BinOp::RShift
                && let Some(Object::Native(id)) = payload(a)
                && crate::registry::def(*id).is_some_and(|d| d.name == "print")
            {
                message.push_str(". Did you mean \"print(<message>, file=<output_stream>)\"?");
            }
            message
        }
    };
    vm.type_error(&message)
}

fn is_sequence(object: Option<&Object>) -> bool {
    matches!(
        object,
        Some(
            Object::Str(_)
                | Object::StrTail { .. }
                | Object::List(_)
                | Object::Tuple(_)
                | Object::Bytes(_)
                | Object::ByteArray(_)
        )
    )
}

/// The `TypeError` for a unary operator without meaning.
pub fn unsupported_unary(vm: &mut Process, op: UnOp, a: Value) -> Raise {
    let message = format!("bad operand type for {}: '{}'", op.symbol(), vm.type_name(a));
    vm.type_error(&message)
}
