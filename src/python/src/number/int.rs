//! Arithmetic of ints of any size.
//!
//! Keeps true: no int has more than [`MAX_BITS`] bits, and no single operation does more than about [`MAX_WORK`] digit
//! steps; beyond that a program gets a `MemoryError` at once instead of a stopped page.

use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::fault::{Fault, Pure};
use super::{BinOp, Out, float};

/// Most bits of an int: 8 MiB, twenty million decimal digits.
pub const MAX_BITS: u64 = 1 << 26;

/// Most steps on 64-bit digits of one operation: about a second in the browser.
pub const MAX_WORK: u64 = 2_000_000_000;

fn too_large() -> Fault {
    Fault::memory("an int of this size is beyond the limit of 67108864 bits")
}

fn too_slow() -> Fault {
    Fault::memory("an operation on ints of this size is beyond the limit of work for one step")
}

/// Refuses a result of more than [`MAX_BITS`].
pub fn check_bits(bits: u64) -> Pure<()> {
    if bits > MAX_BITS { Err(too_large()) } else { Ok(()) }
}

/// Refuses an operation of more than [`MAX_WORK`] steps.
pub fn check_work(steps: u64) -> Pure<()> {
    if steps > MAX_WORK { Err(too_slow()) } else { Ok(()) }
}

/// 64-bit digits of an int.
#[must_use]
pub fn words(i: &BigInt) -> u64 {
    i.bits().div_ceil(64).max(1)
}

/// CPython's 30-bit digits of an int: the unit of its cost.
fn digits(i: &BigInt) -> usize {
    (i.bits().div_ceil(30).max(1)) as usize
}

/// As a float, rounded half to even.
pub fn to_f64(i: &BigInt) -> Pure<f64> {
    match i.to_f64() {
        Some(f) if f.is_finite() => Ok(f),
        _ => Err(Fault::overflow("int too large to convert to float")),
    }
}

/// `x op y` of word-sized ints.
pub fn small(op: BinOp, x: i64, y: i64, work: &mut usize) -> Pure<Option<Out>> {
    let quick = match op {
        BinOp::Add => x.checked_add(y),
        BinOp::Sub => x.checked_sub(y),
        BinOp::Mul => x.checked_mul(y),
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        BinOp::FloorDiv => {
            if y == 0 {
                return Err(Fault::zero_division("integer division or modulo by zero"));
            }
            div_mod_small(x, y).map(|(q, _)| q)
        }
        BinOp::Mod => {
            if y == 0 {
                return Err(Fault::zero_division("integer modulo by zero"));
            }
            Some(modulo_small(x, y))
        }
        BinOp::DivMod => {
            if y == 0 {
                return Err(Fault::zero_division("integer division or modulo by zero"));
            }
            match div_mod_small(x, y) {
                Some((q, r)) => return Ok(Some(Out::Pair(Box::new((Out::Int(q), Out::Int(r)))))),
                None => None,
            }
        }
        BinOp::TrueDiv => {
            const EXACT: u64 = 1 << 53;
            if y == 0 {
                return Err(Fault::zero_division("division by zero"));
            }
            if x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT {
                return Ok(Some(Out::Float(x as f64 / y as f64)));
            }
            None
        }
        BinOp::LShift => {
            if y < 0 {
                return Err(Fault::value("negative shift count"));
            }
            if x == 0 {
                Some(0)
            } else if y < 63 && (x << y) >> y == x {
                Some(x << y)
            } else {
                None
            }
        }
        BinOp::RShift => {
            if y < 0 {
                return Err(Fault::value("negative shift count"));
            }
            Some(x >> y.min(63))
        }
        BinOp::Pow if y >= 0 => u32::try_from(y).ok().and_then(|y| x.checked_pow(y)),
        BinOp::Pow => return float::pow(x as f64, y as f64).map(Some),
        BinOp::MatMul => return Ok(None),
    };
    match quick {
        Some(result) => Ok(Some(Out::Int(result))),
        None => big(op, &BigInt::from(x), &BigInt::from(y), work),
    }
}

/// Quotient rounded down and remainder with the divisor's sign; `None` when the quotient overflows. `y` is not 0.
#[inline]
#[must_use]
pub fn div_mod_small(x: i64, y: i64) -> Option<(i64, i64)> {
    let q = x.checked_div(y)?;
    let r = x - q * y;
    Some(if r != 0 && (r < 0) != (y < 0) { (q - 1, r + y) } else { (q, r) })
}

/// Remainder with the divisor's sign. `y` is not 0.
#[inline]
#[must_use]
pub fn modulo_small(x: i64, y: i64) -> i64 {
    let r = x.wrapping_rem(y);
    if r != 0 && (r < 0) != (y < 0) { r + y } else { r }
}

/// `x op y` of ints of any size.
pub fn big(op: BinOp, x: &BigInt, y: &BigInt, work: &mut usize) -> Pure<Option<Out>> {
    let (n, m) = (digits(x), digits(y));
    *work += match op {
        BinOp::Mul => mul_steps(n, m),
        BinOp::FloorDiv | BinOp::Mod | BinOp::DivMod => n.saturating_sub(m).saturating_add(1).saturating_mul(m),
        BinOp::Pow => 0,
        _ => n.max(m),
    };
    Ok(Some(Out::Big(match op {
        BinOp::Add => checked(x + y)?,
        BinOp::Sub => checked(x - y)?,
        BinOp::Mul => {
            check_bits(x.bits() + y.bits())?;
            x * y
        }
        BinOp::And => x & y,
        BinOp::Or => x | y,
        BinOp::Xor => x ^ y,
        BinOp::FloorDiv => {
            if y.is_zero() {
                return Err(Fault::zero_division("integer division or modulo by zero"));
            }
            div_mod(x, y)?.0
        }
        BinOp::Mod => {
            if y.is_zero() {
                return Err(Fault::zero_division("integer modulo by zero"));
            }
            div_mod(x, y)?.1
        }
        BinOp::DivMod => {
            if y.is_zero() {
                return Err(Fault::zero_division("integer division or modulo by zero"));
            }
            let (q, r) = div_mod(x, y)?;
            return Ok(Some(Out::Pair(Box::new((Out::Big(q), Out::Big(r))))));
        }
        BinOp::TrueDiv => return true_div(x, y).map(|f| Some(Out::Float(f))),
        BinOp::LShift => {
            if y.is_negative() {
                return Err(Fault::value("negative shift count"));
            }
            if x.is_zero() {
                BigInt::zero()
            } else {
                match y.to_u64() {
                    Some(count) => {
                        check_bits(x.bits().saturating_add(count))?;
                        x << count
                    }
                    None => return Err(Fault::overflow("too many digits in integer")),
                }
            }
        }
        BinOp::RShift => {
            if y.is_negative() {
                return Err(Fault::value("negative shift count"));
            }
            match y.to_u64() {
                Some(count) if count <= x.bits() => x >> count,
                _ if x.is_negative() => BigInt::from(-1),
                _ => BigInt::zero(),
            }
        }
        BinOp::Pow if y.is_negative() => return float::pow(to_f64(x)?, to_f64(y)?).map(Some),
        BinOp::Pow => pow(x, y, work)?,
        BinOp::MatMul => return Ok(None),
    })))
}

fn checked(i: BigInt) -> Pure<BigInt> {
    check_bits(i.bits())?;
    Ok(i)
}

/// Digit steps of a product in CPython: the school method up to 70 digits, Karatsuba's above.
fn mul_steps(n: usize, m: usize) -> usize {
    let (small, large) = (n.min(m), n.max(m));
    let mut steps = small;
    let mut size = small;
    let mut saved = 1.0f64;
    while size > 70 {
        size /= 2;
        saved *= 0.75;
    }
    steps = steps.saturating_mul(large);
    (steps as f64 * saved) as usize
}

/// Quotient rounded down and remainder with the divisor's sign. `y` is not 0.
pub fn div_mod(x: &BigInt, y: &BigInt) -> Pure<(BigInt, BigInt)> {
    let (n, m) = (words(x), words(y));
    check_work(n.saturating_sub(m).saturating_add(1).saturating_mul(m))?;
    let q = x / y;
    let r = x - &q * y;
    Ok(if !r.is_zero() && r.is_negative() != y.is_negative() { (q - 1, r + y) } else { (q, r) })
}

/// `x ** y` for `y >= 0`.
fn pow(x: &BigInt, y: &BigInt, work: &mut usize) -> Pure<BigInt> {
    if y.is_zero() || x.is_one() {
        return Ok(BigInt::one());
    }
    if x.is_zero() {
        return Ok(BigInt::zero());
    }
    if (-x).is_one() {
        return Ok(if y.bit(0) { x.clone() } else { BigInt::one() });
    }
    // |x| >= 2, so the result has at least (bits - 1) * y bits
    let Some(exponent) = y.to_u64() else { return Err(too_large()) };
    check_bits((x.bits() - 1).max(1).saturating_mul(exponent))?;
    let exponent = u32::try_from(exponent).map_err(|_| too_large())?;
    let result = x.pow(exponent);
    let n = digits(&result);
    *work += mul_steps(n / 2, n / 2).saturating_mul(4) / 3;
    checked(result)
}

/// `pow(x, y, m)`.
pub fn pow_mod(x: &BigInt, y: &BigInt, m: &BigInt) -> Pure<BigInt> {
    if m.is_zero() {
        return Err(Fault::value("pow() 3rd argument cannot be 0"));
    }
    let n = words(m).max(words(x));
    check_work(n.saturating_mul(n).saturating_mul(y.bits().max(1)).saturating_mul(2))?;
    let size = m.abs();
    let mut base = div_mod(x, &size)?.1;
    let mut exponent = y.clone();
    if y.is_negative() {
        base = inverse(&base, &size).ok_or_else(|| Fault::value("base is not invertible for the given modulus"))?;
        exponent = -exponent;
    }
    let result = base.modpow(&exponent, &size);
    let result = div_mod(&result, &size)?.1;
    Ok(if m.is_negative() && !result.is_zero() { result + m } else { result })
}

/// Inverse of `a` modulo `m > 0`.
fn inverse(a: &BigInt, m: &BigInt) -> Option<BigInt> {
    let (mut r0, mut r1) = (m.clone(), a.clone());
    let (mut t0, mut t1) = (BigInt::zero(), BigInt::one());
    while !r1.is_zero() {
        let q = &r0 / &r1;
        let r2 = &r0 - &q * &r1;
        let t2 = &t0 - &q * &t1;
        (r0, r1) = (r1, r2);
        (t0, t1) = (t1, t2);
    }
    if !r0.is_one() {
        return None;
    }
    Some(if t0.is_negative() { t0 + m } else { t0 % m })
}

/// `x / y`, correctly rounded (half to even) also where neither operand is a float.
pub fn true_div(x: &BigInt, y: &BigInt) -> Pure<f64> {
    if y.is_zero() {
        return Err(Fault::zero_division("division by zero"));
    }
    let overflow = || Fault::overflow("integer division result too large for a float");
    let negative = x.is_negative() != y.is_negative();
    let (a, b) = (x.magnitude(), y.magnitude());
    if x.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // 2^(scale - 1) < a / b < 2^(scale + 1)
    let scale = a.bits() as i64 - b.bits() as i64;
    if scale > f64::MAX_EXP as i64 {
        return Err(overflow());
    }
    if scale < i64::from(f64::MIN_EXP) - 54 {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    check_work(words(y).saturating_mul(4))?;
    // a quotient of 55 or 56 bits with a sticky bit: enough to round once, also to a subnormal
    let shift = scale.max(i64::from(f64::MIN_EXP)) - 55;
    let (num, den) = if shift <= 0 { (a << (-shift) as u64, b.clone()) } else { (a.clone(), b << shift as u64) };
    let q = &num / &den;
    let inexact = &q * &den != num;
    let q = q.to_u64().unwrap_or(u64::MAX);
    // unit in the last place: 53 bits of q, or what the smallest exponent leaves
    let bits = i64::from(64 - q.leading_zeros());
    let spare = (bits.max(i64::from(f64::MIN_EXP) - shift) - 53).max(1);
    let half = 1u64 << (spare - 1);
    let low = q & (2 * half - 1);
    let mut kept = q >> spare;
    if low > half || low == half && (inexact || kept & 1 == 1) {
        kept += 1;
    }
    let result = libm::ldexp(kept as f64, (shift + spare) as i32);
    if result.is_infinite() {
        return Err(overflow());
    }
    Ok(if negative { -result } else { result })
}

/// The int nearest to zero from a float (`int(f)`).
pub fn from_f64(f: f64) -> Pure<BigInt> {
    if f.is_nan() {
        return Err(Fault::value("cannot convert float NaN to integer"));
    }
    if f.is_infinite() {
        return Err(Fault::overflow("cannot convert float infinity to integer"));
    }
    let t = libm::trunc(f);
    if t.abs() < 9.0e18 {
        return Ok(BigInt::from(t as i64));
    }
    let bits = t.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32 - 1075;
    let mantissa = (bits & ((1 << 52) - 1)) | (1 << 52);
    let size = BigInt::from(mantissa) << exponent.max(0) as u64;
    Ok(if t < 0.0 { -size } else { size })
}

/// Largest `r` with `r * r <= n`, for `n >= 0`.
#[must_use]
pub fn isqrt(n: &BigInt) -> BigInt {
    if n.sign() == Sign::Plus { n.sqrt() } else { BigInt::zero() }
}
