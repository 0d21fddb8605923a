//! Arithmetic of complex numbers, step by step as CPython does it (Objects/complexobject.c), so that rounding agrees.

use super::fault::{Fault, Pure};
use super::{BinOp, Out};

type C = (f64, f64);

/// `x op y`; `None`: complex numbers do not have this operator.
pub fn binary(op: BinOp, x: C, y: C) -> Pure<Option<Out>> {
    let (re, im) = match op {
        BinOp::Add => (x.0 + y.0, x.1 + y.1),
        BinOp::Sub => (x.0 - y.0, x.1 - y.1),
        BinOp::Mul => mul(x, y),
        BinOp::TrueDiv => div(x, y)?,
        BinOp::Pow => pow(x, y)?,
        _ => return Ok(None),
    };
    Ok(Some(Out::Complex(re, im)))
}

#[must_use]
pub fn mul(x: C, y: C) -> C {
    (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0)
}

/// Quotient, scaled by the larger part of the divisor.
pub fn div(x: C, y: C) -> Pure<C> {
    let (re, im) = (y.0.abs(), y.1.abs());
    if re >= im {
        if re == 0.0 {
            return Err(Fault::zero_division("complex division by zero"));
        }
        let ratio = y.1 / y.0;
        let scale = y.0 + y.1 * ratio;
        Ok(((x.0 + x.1 * ratio) / scale, (x.1 - x.0 * ratio) / scale))
    } else if im >= re {
        let ratio = y.0 / y.1;
        let scale = y.0 * ratio + y.1;
        Ok(((x.0 * ratio + x.1) / scale, (x.1 * ratio - x.0) / scale))
    } else {
        Ok((f64::NAN, f64::NAN))
    }
}

/// `x ** y`: by repeated squaring for small whole exponents, else by way of polar form.
pub fn pow(x: C, y: C) -> Pure<C> {
    let whole = y.1 == 0.0 && y.0 == libm::floor(y.0) && y.0.abs() <= 100.0;
    let zero_power = || Fault::zero_division("0.0 to a negative or complex power");
    let result = if whole {
        let n = y.0.abs() as u32;
        let mut power = x;
        let mut product = (1.0, 0.0);
        let mut mask = 1;
        while mask <= n {
            if n & mask != 0 {
                product = mul(product, power);
            }
            mask <<= 1;
            power = mul(power, power);
        }
        if y.0 > 0.0 { product } else { div((1.0, 0.0), product).map_err(|_| zero_power())? }
    } else if x.0 == 0.0 && x.1 == 0.0 {
        if y.1 != 0.0 || y.0 < 0.0 {
            return Err(zero_power());
        }
        (0.0, 0.0)
    } else {
        let size = libm::hypot(x.0, x.1);
        let angle = crate::number::precise::atan2(x.1, x.0);
        let mut len = crate::number::precise::pow(size, y.0);
        let mut phase = angle * y.0;
        if y.1 != 0.0 {
            len /= crate::number::precise::exp(angle * y.1);
            phase += y.1 * crate::number::precise::log(size);
        }
        (len * crate::number::precise::cos(phase), len * crate::number::precise::sin(phase))
    };
    if result.0.is_infinite() || result.1.is_infinite() {
        return Err(Fault::overflow("complex exponentiation"));
    }
    Ok(result)
}
