//! Arithmetic of floats with Python's signs and errors.

use super::fault::{Fault, Pure};
use super::{BinOp, Out, complex};

/// `x op y`; `None`: floats do not have this operator.
pub fn binary(op: BinOp, x: f64, y: f64) -> Pure<Option<Out>> {
    Ok(Some(Out::Float(match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => x * y,
        BinOp::TrueDiv => {
            if y == 0.0 {
                return Err(Fault::zero_division("float division by zero"));
            }
            x / y
        }
        BinOp::FloorDiv => {
            if y == 0.0 {
                return Err(Fault::zero_division("float floor division by zero"));
            }
            div_mod(x, y).0
        }
        BinOp::Mod => {
            if y == 0.0 {
                return Err(Fault::zero_division("float modulo"));
            }
            modulo(x, y)
        }
        BinOp::DivMod => {
            if y == 0.0 {
                return Err(Fault::zero_division("float divmod()"));
            }
            let (div, rem) = div_mod(x, y);
            return Ok(Some(Out::Pair(Box::new((Out::Float(div), Out::Float(rem))))));
        }
        BinOp::Pow => return pow(x, y).map(Some),
        _ => return Ok(None),
    })))
}

/// `x % y` with the sign of `y`; `y` is not 0.
#[must_use]
pub fn modulo(x: f64, y: f64) -> f64 {
    let rem = x % y;
    if rem == 0.0 {
        0.0f64.copysign(y)
    } else if (y < 0.0) == (rem < 0.0) {
        rem
    } else {
        rem + y
    }
}

/// `divmod(x, y)`; `y` is not 0.
#[must_use]
pub fn div_mod(x: f64, y: f64) -> (f64, f64) {
    let mut rem = x % y;
    // x - rem is very close to a multiple of y
    let mut div = (x - rem) / y;
    if rem == 0.0 {
        rem = 0.0f64.copysign(y);
    } else if (y < 0.0) != (rem < 0.0) {
        rem += y;
        div -= 1.0;
    }
    let floor = if div == 0.0 {
        0.0f64.copysign(x / y)
    } else {
        let floor = libm::floor(div);
        if div - floor > 0.5 { floor + 1.0 } else { floor }
    };
    (floor, rem)
}

/// `x ** y`.
pub fn pow(x: f64, y: f64) -> Pure<Out> {
    if y == 0.0 || x == 1.0 {
        return Ok(Out::Float(1.0));
    }
    if x.is_nan() || y.is_nan() {
        return Ok(Out::Float(f64::NAN));
    }
    if y.is_infinite() {
        let x = x.abs();
        return Ok(Out::Float(if x == 1.0 {
            1.0
        } else if (y > 0.0) == (x > 1.0) {
            f64::INFINITY
        } else {
            0.0
        }));
    }
    let odd = (y.abs() % 2.0) == 1.0;
    if x.is_infinite() {
        return Ok(Out::Float(match (y > 0.0, odd) {
            (true, true) => x,
            (true, false) => f64::INFINITY,
            (false, true) => 0.0f64.copysign(x),
            (false, false) => 0.0,
        }));
    }
    if x == 0.0 {
        if y < 0.0 {
            return Err(Fault::zero_division("0.0 cannot be raised to a negative power"));
        }
        return Ok(Out::Float(if odd { x } else { 0.0 }));
    }
    if x < 0.0 && y.fract() != 0.0 {
        let (re, im) = complex::pow((x, 0.0), (y, 0.0))?;
        return Ok(Out::Complex(re, im));
    }
    let result = whole_power(x, y).unwrap_or_else(|| crate::number::precise::pow(x, y));
    if result.is_infinite() { Err(Fault::range()) } else { Ok(Out::Float(result)) }
}

/// Exponents up to which powers are multiplied out.
const MOST_FACTORS: f64 = 64.0;

/// `x ** y` for small whole exponents and 0.5, with less than a thousandth of a unit of error before rounding, which is
/// what the C library that CPython uses comes to. `None`: another exponent, or near the ends of the range.
fn whole_power(x: f64, y: f64) -> Option<f64> {
    if y == 0.5 {
        return Some(libm::sqrt(x));
    }
    if y.fract() != 0.0 || y.abs() > MOST_FACTORS {
        return None;
    }
    let mut n = y.abs() as u32;
    let mut product = (1.0, 0.0);
    let mut square = (x, 0.0);
    while n > 0 {
        if n & 1 == 1 {
            product = pair_product(product, square);
        }
        n >>= 1;
        if n > 0 {
            square = pair_product(square, square);
        }
    }
    let (high, low) = product;
    // where parts of the products would vanish or overflow
    if !(1e-140..1e140).contains(&high.abs()) {
        return None;
    }
    if y > 0.0 {
        return Some(high + low);
    }
    let inverse = 1.0 / high;
    let remainder = libm::fma(-inverse, high, 1.0) - inverse * low;
    Some(inverse + inverse * remainder)
}

/// Product of two numbers held as a float and its error.
fn pair_product(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    let high = a.0 * b.0;
    let low = libm::fma(a.0, b.0, -high) + (a.0 * b.1 + a.1 * b.0);
    let sum = high + low;
    (sum, low - (sum - high))
}
