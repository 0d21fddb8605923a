//! Sums that lose nothing: `fsum`, `hypot`, `dist`; and `prod`.

use super::{float, real};
use crate::native::{Args, Native, NativeResult, Res};
use crate::number::{self, BinOp};
use crate::process::Process;
use crate::value::Value;

/// The items of an iterable as floats; `None`: Python code must iterate.
fn reals(p: &mut Process, iterable: Value) -> Res<Option<Vec<f64>>> {
    let Some(items) = p.collect_native(iterable)? else { return Ok(None) };
    items.into_iter().map(|item| real(p, item)).collect::<Res<Vec<f64>>>().map(Some)
}

/// Sum and error of two floats, exactly.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let from_b = sum - a;
    (sum, (a - (sum - from_b)) + (b - from_b))
}

/// `fsum(iterable)`: the sum rounded once. Keeps the running sum as floats that do not overlap, smallest first.
pub(super) fn fsum(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(items) = reals(p, args.get(0))? else {
        return Ok(Native::call(p.prelude("_math_fsum"), &[args.get(0)]));
    };
    let mut partials: Vec<f64> = Vec::new();
    let (mut infinities, mut special) = (0.0, 0.0);
    for item in items {
        let mut x = item;
        let mut kept = 0;
        for i in 0..partials.len() {
            let (high, low) = two_sum(x, partials[i]);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x.is_finite() {
            if x != 0.0 {
                partials.push(x);
            }
            continue;
        }
        if item.is_finite() {
            return Err(p.overflow_error("intermediate overflow in fsum"));
        }
        if item.is_infinite() {
            infinities += item;
        }
        special += item;
        partials.clear();
    }
    if special != 0.0 || f64::is_nan(special) {
        if f64::is_nan(infinities) {
            return Err(p.value_error("-inf + inf in fsum"));
        }
        return float(special);
    }
    float(rounded(&partials))
}

/// The sum of non-overlapping floats, smallest first, rounded half to even.
fn rounded(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev().copied();
    let Some(mut high) = rest.next() else { return 0.0 };
    let mut low = 0.0;
    for next in rest.by_ref() {
        let (sum, error) = two_sum(high, next);
        high = sum;
        low = error;
        if low != 0.0 {
            break;
        }
    }
    // a tie that the floats below decide
    if let Some(below) = rest.next()
        && (low < 0.0 && below < 0.0 || low > 0.0 && below > 0.0)
    {
        let twice = low * 2.0;
        let shifted = high + twice;
        if twice == shifted - high {
            high = shifted;
        }
    }
    high
}

/// Euclidean length, from squares summed with their rounding errors.
fn norm(values: &[f64]) -> f64 {
    let largest = values.iter().fold(0.0f64, |m, v| m.max(v.abs()));
    if values.iter().any(|v| v.is_infinite()) {
        return f64::INFINITY;
    }
    if values.iter().any(|v| v.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 {
        return 0.0;
    }
    // scaled by a power of two, so that squares neither overflow nor vanish
    let (_, exponent) = libm::frexp(largest);
    let scale = |v: f64| libm::ldexp(v, -exponent);
    let (mut high, mut low) = (0.0, 0.0);
    for &v in values {
        let v = scale(v);
        let square = v * v;
        let error = libm::fma(v, v, -square);
        let (sum, lost) = two_sum(high, square);
        high = sum;
        low += lost + error;
    }
    let root = libm::sqrt(high + low);
    // one correction step by the exact remainder
    let square = root * root;
    let error = libm::fma(root, root, -square);
    let remainder = (high - square) + (low - error);
    libm::ldexp(root + remainder / (2.0 * root), exponent)
}

pub(super) fn hypot(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let values = args.pos.iter().map(|&v| real(p, v)).collect::<Res<Vec<f64>>>()?;
    float(norm(&values))
}

/// `dist(p, q)`.
pub(super) fn dist(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (Some(a), Some(b)) = (reals(p, args.get(0))?, reals(p, args.get(1))?) else {
        return Ok(Native::call(p.prelude("_math_dist"), &[args.get(0), args.get(1)]));
    };
    if a.len() != b.len() {
        return Err(p.value_error("both points must have the same number of dimensions"));
    }
    let gaps: Vec<f64> = a.iter().zip(&b).map(|(x, y)| (x - y).abs()).collect();
    float(norm(&gaps))
}

/// `prod(iterable, *, start=1)`.
pub(super) fn prod(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let start = match args.get(1) {
        Value::Unset => Value::Int(1),
        start => start,
    };
    let ask = |p: &Process| Ok(Native::call(p.prelude("_math_prod"), &[args.get(0), start]));
    let Some(items) = p.collect_native(args.get(0))? else { return ask(p) };
    let mut result = start;
    for item in items {
        match number::binary(p, BinOp::Mul, result, item)? {
            Some(value) => result = value,
            None => return ask(p),
        }
    }
    Ok(Native::Done(result))
}
