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
    let result = libm::pow(x, y);
    if result.is_infinite() { Err(Fault::range()) } else { Ok(Out::Float(result)) }
}
