//! Literals, and the folding that a program can see: negative numbers, arithmetic on numbers, tuples of constants.

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast::{self as ast, Expr, Number, Operator, UnaryOp};

use super::unit::{Reg, int_constant};
use super::{Compiler, Outcome, span};
use crate::code::{Const, Op, Span};
use crate::syntax::Problem;

/// Digits of a decimal literal or of an int turned to text (`sys.int_info.default_max_str_digits`).
const MAX_DIGITS: usize = 4300;

impl Compiler<'_> {
    pub(super) fn load_const(&mut self, at: Span, to: Reg, value: Const) {
        match value {
            Const::None => self.emit(at, Op::LoadNone, to, 0, 0, 0),
            Const::Int(number) if i32::try_from(number).is_ok() => {
                let number = i32::try_from(number).unwrap_or_default();
                self.emit(at, Op::LoadInt, to, 0, 0, number.cast_unsigned());
            }
            other => {
                let at_index = self.unit.constant(other);
                self.emit(at, Op::LoadConst, to, 0, 0, at_index);
            }
        }
    }

    pub(super) fn load_str(&mut self, at: Span, to: Reg, text: String) {
        self.load_const(at, to, Const::Str(text));
    }

    /// The value of an expression that is constant for the compiler.
    pub(super) fn fold(&self, expr: &Expr) -> Outcome<Option<Const>> {
        Ok(Some(match expr {
            Expr::NumberLiteral(e) => number(&e.value, span(e))?,
            Expr::StringLiteral(e) => Const::Str(e.value.to_str().to_owned()),
            Expr::BytesLiteral(e) => Const::Bytes(e.value.bytes().collect()),
            Expr::BooleanLiteral(e) => Const::Bool(e.value),
            Expr::NoneLiteral(_) => Const::None,
            Expr::EllipsisLiteral(_) => Const::Ellipsis,
            Expr::Name(e) if e.id.as_str() == "__debug__" => Const::Bool(true),
            Expr::UnaryOp(e) => match (e.op, self.fold_number(&e.operand)?) {
                (UnaryOp::USub, Some(Const::Int(value))) => match value.checked_neg() {
                    Some(value) => Const::Int(value),
                    None => int_constant(-BigInt::from(value)),
                },
                (UnaryOp::USub, Some(Const::BigInt(value))) => int_constant(-value),
                (UnaryOp::USub, Some(Const::Float(value))) => Const::Float(-value),
                (UnaryOp::USub, Some(Const::Complex(re, im))) => Const::Complex(-re, -im),
                (UnaryOp::Invert, Some(Const::Int(value))) => Const::Int(!value),
                (UnaryOp::UAdd, Some(value)) => value,
                _ => return Ok(None),
            },
            Expr::BinOp(e) => {
                // Long chains are not worth folding, and folding them would recurse.
                if matches!(e.left.as_ref(), Expr::BinOp(left) if matches!(left.left.as_ref(), Expr::BinOp(inner) if matches!(inner.left.as_ref(), Expr::BinOp(_))))
                {
                    return Ok(None);
                }
                let Some(left) = self.fold_number(&e.left)? else { return Ok(None) };
                let Some(right) = self.fold_number(&e.right)? else { return Ok(None) };
                match arithmetic(&left, e.op, &right) {
                    Some(value) => value,
                    None => return Ok(None),
                }
            }
            Expr::Tuple(e) => {
                let mut items = Vec::with_capacity(e.elts.len());
                for item in &e.elts {
                    match self.fold(item)? {
                        Some(value) => items.push(value),
                        None => return Ok(None),
                    }
                }
                Const::Tuple(items)
            }
            _ => return Ok(None),
        }))
    }

    fn fold_number(&self, expr: &Expr) -> Outcome<Option<Const>> {
        if !matches!(expr, Expr::NumberLiteral(_) | Expr::UnaryOp(_) | Expr::BinOp(_)) {
            return Ok(None);
        }
        let value = self.fold(expr)?;
        Ok(value
            .filter(|value| matches!(value, Const::Int(_) | Const::BigInt(_) | Const::Float(_) | Const::Complex(..))))
    }
}

fn number(number: &Number, at: Span) -> Outcome<Const> {
    Ok(match number {
        Number::Int(value) => match value.as_u64() {
            Some(small) => int_constant(BigInt::from(small)),
            None => int_constant(big(&value.to_string(), at)?),
        },
        Number::Float(value) => Const::Float(*value),
        Number::Complex { real, imag } => Const::Complex(*real, *imag),
    })
}

/// An integer literal of any size, as written.
fn big(text: &str, at: Span) -> Outcome<BigInt> {
    let digits: String = text.chars().filter(|c| *c != '_').collect();
    let (radix, digits) = match digits.get(..2) {
        Some("0x" | "0X") => (16, digits.get(2..).unwrap_or_default()),
        Some("0o" | "0O") => (8, digits.get(2..).unwrap_or_default()),
        Some("0b" | "0B") => (2, digits.get(2..).unwrap_or_default()),
        _ => (10, digits.as_str()),
    };
    if radix == 10 && digits.len() > MAX_DIGITS {
        return Err(Problem::syntax(
            format!(
                "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                digits.len()
            ),
            at,
        ));
    }
    BigInt::from_str_radix(digits, radix).map_err(|_| Problem::syntax("invalid decimal literal", at))
}

/// Arithmetic that cannot fail, grow or round differently at run time.
fn arithmetic(left: &Const, op: Operator, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Int(a), Const::Int(b)) => {
            let value = match op {
                Operator::Add => a.checked_add(*b)?,
                Operator::Sub => a.checked_sub(*b)?,
                Operator::Mult => a.checked_mul(*b)?,
                Operator::Pow => a.checked_pow(u32::try_from(*b).ok()?)?,
                Operator::LShift if *b < 62 && *b >= 0 => a.checked_mul(1i64.checked_shl(u32::try_from(*b).ok()?)?)?,
                Operator::RShift if *b >= 0 => a >> (*b).min(63),
                Operator::BitAnd => a & b,
                Operator::BitOr => a | b,
                Operator::BitXor => a ^ b,
                Operator::FloorDiv if *b > 0 => a.div_euclid(*b),
                Operator::Mod if *b > 0 => a.rem_euclid(*b),
                // Exact in floating point, so one division rounds as CPython's does.
                Operator::Div if *b != 0 && a.abs() < 1 << 53 && b.abs() < 1 << 53 => {
                    #[expect(clippy::cast_precision_loss, reason = "both are below 2**53")]
                    return Some(Const::Float(*a as f64 / *b as f64));
                }
                _ => return None,
            };
            Some(Const::Int(value))
        }
        (Const::Float(_) | Const::Int(_), Const::Float(_) | Const::Int(_)) => {
            let (a, b) = (as_float(left)?, as_float(right)?);
            let value = match op {
                Operator::Add => a + b,
                Operator::Sub => a - b,
                Operator::Mult => a * b,
                Operator::Div if b != 0.0 => a / b,
                _ => return None,
            };
            Some(Const::Float(value))
        }
        (Const::Float(_) | Const::Int(_), Const::Complex(re, im)) => {
            let a = as_float(left)?;
            match op {
                Operator::Add => Some(Const::Complex(a + re, 0.0 + *im)),
                Operator::Sub => Some(Const::Complex(a - re, 0.0 - *im)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn as_float(value: &Const) -> Option<f64> {
    match value {
        Const::Float(value) => Some(*value),
        #[expect(clippy::cast_precision_loss, reason = "guarded: below 2**53 it is exact")]
        Const::Int(value) if value.abs() < 1 << 53 => Some(*value as f64),
        _ => None,
    }
}

/// Truth of a constant.
pub(super) fn truth(value: &Const) -> bool {
    match value {
        Const::None => false,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(value) => *value != 0.0,
        Const::Complex(re, im) => *re != 0.0 || *im != 0.0,
        Const::Str(text) => !text.is_empty(),
        Const::Bytes(bytes) => !bytes.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
        Const::BigInt(_) | Const::Ellipsis => true,
    }
}

/// An integer literal (or its negative) that fits the wide operand.
pub(super) fn small_int(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::NumberLiteral(ast::ExprNumberLiteral { value: Number::Int(value), .. }) => {
            i32::try_from(value.as_u64()?).ok()
        }
        Expr::UnaryOp(e) if e.op == UnaryOp::USub => match e.operand.as_ref() {
            Expr::NumberLiteral(_) => small_int(&e.operand)?.checked_neg(),
            _ => None,
        },
        _ => None,
    }
}
