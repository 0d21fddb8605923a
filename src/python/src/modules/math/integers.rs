//! Number theory and combinatorics on ints of any size.

use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::native::{Args, Native, NativeResult, Res};
use crate::number::fault::Fault;
use crate::number::int;
use crate::process::Process;
use crate::value::Value;

fn integer(p: &mut Process, value: Value) -> Res<BigInt> {
    match p.big_int(value) {
        Some(i) => Ok(i),
        None => {
            let message = format!("'{}' object cannot be interpreted as an integer", p.type_name(value));
            Err(p.type_error(&message))
        }
    }
}

fn done(p: &mut Process, result: Result<BigInt, Fault>) -> NativeResult {
    match result {
        Ok(i) => Ok(Native::Done(p.new_int(i))),
        Err(fault) => Err(fault.raise(p)),
    }
}

/// Product of `lo..=hi`, halves first, so that factors stay of equal size.
fn product(lo: u64, hi: u64) -> BigInt {
    if lo > hi {
        return BigInt::one();
    }
    if hi - lo < 8 {
        return (lo..=hi).map(BigInt::from).product();
    }
    let middle = lo + (hi - lo) / 2;
    product(lo, middle) * product(middle + 1, hi)
}

/// Refuses products of more than a few million bits.
fn check_product(factors: u64, largest: u64) -> Result<(), Fault> {
    let bits = factors.saturating_mul(u64::from(64 - largest.leading_zeros()));
    int::check_bits(bits.saturating_mul(4))
}

pub(super) fn factorial(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let n = integer(p, args.get(0))?;
    done(p, factorial_of(&n))
}

fn factorial_of(n: &BigInt) -> Result<BigInt, Fault> {
    if n.is_negative() {
        return Err(Fault::value("factorial() not defined for negative values"));
    }
    match n.to_i64() {
        Some(n) => {
            let n = n.unsigned_abs();
            check_product(n, n)?;
            Ok(product(2, n))
        }
        None => Err(Fault::overflow(format!("factorial() argument should not exceed {}", i64::MAX))),
    }
}

/// `n * (n - 1) * …`, `k` factors.
fn falling(n: &BigInt, k: u64) -> Result<BigInt, Fault> {
    int::check_bits(n.bits().saturating_mul(k).saturating_mul(4))?;
    if let Some(small) = n.to_u64() {
        return Ok(if k == 0 { BigInt::one() } else { product(small - (k - 1), small) });
    }
    let mut result = BigInt::one();
    for i in 0..k {
        result *= n - BigInt::from(i);
    }
    Ok(result)
}

pub(super) fn perm(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let n = integer(p, args.get(0))?;
    if args.or_none(1).is_none() {
        return done(p, factorial_of(&n));
    }
    let k = integer(p, args.get(1))?;
    if n.is_negative() {
        return Err(p.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(p.value_error("k must be a non-negative integer"));
    }
    if k > n {
        return Ok(Native::Done(Value::Int(0)));
    }
    let result = match k.to_u64() {
        Some(k) => falling(&n, k),
        None => Err(Fault::overflow(format!("k must not exceed {}", i64::MAX))),
    };
    done(p, result)
}

pub(super) fn comb(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (n, k) = (integer(p, args.get(0))?, integer(p, args.get(1))?);
    if n.is_negative() {
        return Err(p.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(p.value_error("k must be a non-negative integer"));
    }
    if k > n {
        return Ok(Native::Done(Value::Int(0)));
    }
    let k = k.clone().min(&n - &k);
    let result = match k.to_u64() {
        Some(k) => falling(&n, k).and_then(|top| {
            check_product(k, k)?;
            Ok(top / product(2, k))
        }),
        None => Err(Fault::overflow(format!("min(n - k, k) must not exceed {}", i64::MAX))),
    };
    done(p, result)
}

pub(super) fn isqrt(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let n = integer(p, args.get(0))?;
    if n.is_negative() {
        return Err(p.value_error("isqrt() argument must be nonnegative"));
    }
    let words = int::words(&n);
    let result = int::check_work(words.saturating_mul(words)).map(|()| int::isqrt(&n));
    done(p, result)
}

fn common_divisor(mut a: BigInt, mut b: BigInt) -> Result<BigInt, Fault> {
    let words = int::words(&a).max(int::words(&b));
    int::check_work(words.saturating_mul(words).saturating_mul(8))?;
    while !b.is_zero() {
        if let (Some(mut x), Some(mut y)) = (a.to_u64(), b.to_u64()) {
            while y != 0 {
                (x, y) = (y, x % y);
            }
            return Ok(BigInt::from(x));
        }
        let r = &a % &b;
        (a, b) = (b, r);
    }
    Ok(a)
}

pub(super) fn gcd(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let mut result = BigInt::zero();
    for &value in args.pos {
        let value = integer(p, value)?.abs();
        result = common_divisor(result, value).map_err(|fault| fault.raise(p))?;
    }
    Ok(Native::Done(p.new_int(result)))
}

pub(super) fn lcm(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let mut result = BigInt::one();
    for &value in args.pos {
        let value = integer(p, value)?.abs();
        if value.is_zero() {
            result = value;
            continue;
        }
        if result.is_zero() {
            continue;
        }
        let divisor = common_divisor(result.clone(), value.clone()).map_err(|fault| fault.raise(p))?;
        int::check_bits(result.bits() + value.bits()).map_err(|fault| fault.raise(p))?;
        result = result / divisor * value;
    }
    Ok(Native::Done(p.new_int(result)))
}
