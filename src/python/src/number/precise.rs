//! Elementary functions with their last digit right.
//!
//! `libm` is off by a unit in the last place in up to a tenth of the cases; the C library that CPython uses is right
//! nearly always. So these compute with numbers of two floats (106 bits) and round once. Where that gains nothing (the
//! ends of the range, huge angles, NaN) they give what `libm` gives.
//!
//! Keeps true: only additions, multiplications and divisions of floats, so every target agrees.

/// A number as a float and its error.
type Pair = (f64, f64);

const LN_2: Pair = (std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17);
/// π/2 in three floats.
const HALF_PI: [f64; 3] = [std::f64::consts::FRAC_PI_2, 6.123_233_995_736_766e-17, -1.497_384_904_859_169_8e-33];
/// Angles above that are left to `libm`.
const WIDE_ANGLE: f64 = 1e6;

fn two_sum(a: f64, b: f64) -> Pair {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

/// Halves of 26 bits: their products are exact.
fn split(a: f64) -> Pair {
    let big = 134_217_729.0 * a;
    let high = big - (big - a);
    (high, a - high)
}

fn two_product(a: f64, b: f64) -> Pair {
    let product = a * b;
    let ((ah, al), (bh, bl)) = (split(a), split(b));
    (product, ((ah * bh - product) + ah * bl + al * bh) + al * bl)
}

fn add(a: Pair, b: Pair) -> Pair {
    let (high, low) = two_sum(a.0, b.0);
    let (tail, rest) = two_sum(a.1, b.1);
    let (high, low) = two_sum(high, low + tail);
    two_sum(high, low + rest)
}

fn negated(a: Pair) -> Pair {
    (-a.0, -a.1)
}

fn multiply(a: Pair, b: Pair) -> Pair {
    let (high, low) = two_product(a.0, b.0);
    two_sum(high, low + (a.0 * b.1 + a.1 * b.0))
}

fn divide(a: Pair, b: Pair) -> Pair {
    let first = a.0 / b.0;
    let rest = add(a, negated(multiply(b, (first, 0.0))));
    let second = rest.0 / b.0;
    let rest = add(rest, negated(multiply(b, (second, 0.0))));
    let (high, low) = two_sum(first, second);
    two_sum(high, low + rest.0 / b.0)
}

/// `e ** x` as a pair and a power of two.
fn exp_pair(x: Pair) -> (Pair, i32) {
    let k = libm::rint(x.0 / LN_2.0);
    let rest = add(x, negated(multiply(LN_2, (k, 0.0))));
    let rest = (rest.0 / 256.0, rest.1 / 256.0);
    // e**r - 1, which is squared up eight times
    let mut series = (0.0, 0.0);
    for n in (1..=8).rev() {
        series = divide(multiply(rest, add((1.0, 0.0), series)), (f64::from(n), 0.0));
    }
    for _ in 0..8 {
        series = add(add(series, series), multiply(series, series));
    }
    (add((1.0, 0.0), series), k as i32)
}

#[must_use]
pub fn exp(x: f64) -> f64 {
    if !(-700.0..709.0).contains(&x) || x.abs() < 1e-10 {
        return libm::exp(x);
    }
    let (pair, k) = exp_pair((x, 0.0));
    libm::ldexp(pair.0 + pair.1, k)
}

fn log_pair(x: f64) -> Pair {
    let near = x - 1.0;
    if near.abs() < 1e-6 {
        // the series of log(1 + near)
        let mut series = (0.0, 0.0);
        for n in (1..=6).rev() {
            let sign = if n % 2 == 1 { 1.0 } else { -1.0 };
            series = multiply((near, 0.0), add(divide((sign, 0.0), (f64::from(n), 0.0)), series));
        }
        return series;
    }
    // one step of Newton's method
    let guess = libm::log(x);
    let (inverse, k) = exp_pair((-guess, 0.0));
    let (fraction, exponent) = libm::frexp(x);
    let product = multiply((fraction, 0.0), inverse);
    let scale = |part: f64| libm::ldexp(part, k + exponent);
    let error = add((scale(product.0), scale(product.1)), (-1.0, 0.0));
    add((guess, 0.0), add(error, (-error.0 * error.0 / 2.0, 0.0)))
}

#[must_use]
pub fn log(x: f64) -> f64 {
    if !(x > 0.0 && x.is_finite()) {
        return libm::log(x);
    }
    let (high, low) = log_pair(x);
    high + low
}

/// `x ** y` of positive x.
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    let usual = libm::pow(x, y);
    if !(x > 0.0 && x.is_finite() && (1e-290..1e300).contains(&usual)) || x == 1.0 || y == 0.0 || y.abs() < 1e-250 {
        return usual;
    }
    if let Some(power) = small_power(x, y) {
        return power;
    }
    let (pair, k) = exp_pair(multiply(log_pair(x), (y, 0.0)));
    libm::ldexp(pair.0 + pair.1, k)
}

/// Squares, cubes, roots and their like, which programs ask for most: `x ** y` for halves and whole numbers up to 8, by products of pairs.
fn small_power(x: f64, y: f64) -> Option<f64> {
    let halves = (y * 2.0) as i32;
    // A pair's product splits its factors: nothing may get out of range on the way.
    if f64::from(halves) != y * 2.0 || halves.abs() > 16 || !(1e-35..1e35).contains(&x) {
        return None;
    }
    let mut power = (1.0, 0.0);
    if halves & 1 == 1 {
        let root = libm::sqrt(x);
        let (square, low) = two_product(root, root);
        power = two_sum(root, ((x - square) - low) / (2.0 * root));
    }
    for _ in 0..halves.abs() / 2 {
        power = multiply(power, (x, 0.0));
    }
    let (high, low) = if halves < 0 { divide((1.0, 0.0), power) } else { power };
    Some(high + low)
}

/// `1 - square/(first·(first + 1)) + …`: the series of sine and cosine.
fn series(square: Pair, first: i32) -> Pair {
    let mut result = (1.0, 0.0);
    for n in (0..11).rev() {
        let below = f64::from((2 * n + first) * (2 * n + first + 1));
        result = add((1.0, 0.0), negated(divide(multiply(square, result), (below, 0.0))));
    }
    result
}

/// Sine and cosine of an angle that is not wide.
fn sin_cos(x: f64) -> (Pair, Pair) {
    let turns = libm::rint(x / HALF_PI[0]);
    let mut rest = (x, 0.0);
    for part in HALF_PI {
        rest = add(rest, negated(two_product(turns, part)));
    }
    let square = multiply(rest, rest);
    let sine = multiply(rest, series(square, 2));
    let cosine = series(square, 1);
    match (turns as i64).rem_euclid(4) {
        0 => (sine, cosine),
        1 => (cosine, negated(sine)),
        2 => (negated(sine), negated(cosine)),
        _ => (negated(cosine), sine),
    }
}

fn is_wide(x: f64) -> bool {
    !(1e-9..WIDE_ANGLE).contains(&x.abs())
}

#[must_use]
pub fn sin(x: f64) -> f64 {
    if is_wide(x) {
        return libm::sin(x);
    }
    let (sine, _) = sin_cos(x);
    sine.0 + sine.1
}

#[must_use]
pub fn cos(x: f64) -> f64 {
    if is_wide(x) {
        return libm::cos(x);
    }
    let (_, cosine) = sin_cos(x);
    cosine.0 + cosine.1
}

#[must_use]
pub fn tan(x: f64) -> f64 {
    if is_wide(x) {
        return libm::tan(x);
    }
    let (sine, cosine) = sin_cos(x);
    let (high, low) = divide(sine, cosine);
    high + low
}

/// An angle near `guess`, put right by what its sine and cosine say: it has the direction (x, y).
fn corrected(guess: f64, y: Pair, x: Pair) -> f64 {
    let (sine, cosine) = sin_cos(guess);
    let across = add(multiply(y, cosine), negated(multiply(x, sine)));
    let along = add(multiply(x, cosine), multiply(y, sine));
    guess + across.0 / along.0
}

#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    let guess = libm::atan2(y, x);
    let ordinary = |part: f64| (1e-140..1e140).contains(&part.abs());
    if is_wide(guess) || !ordinary(x) || !ordinary(y) {
        return guess;
    }
    corrected(guess, (y, 0.0), (x, 0.0))
}

#[must_use]
pub fn atan(x: f64) -> f64 {
    atan2(x, 1.0)
}

/// The other side of a right triangle with hypotenuse 1.
fn other_side(x: f64) -> Pair {
    let square = add((1.0, 0.0), negated(two_product(x, x)));
    let root = libm::sqrt(square.0);
    let rest = add(square, negated(two_product(root, root)));
    two_sum(root, rest.0 / (2.0 * root))
}

#[must_use]
pub fn asin(x: f64) -> f64 {
    if !(1e-9..1.0).contains(&x.abs()) {
        return libm::asin(x);
    }
    corrected(libm::asin(x), (x, 0.0), other_side(x))
}

#[must_use]
pub fn acos(x: f64) -> f64 {
    if !(1e-9..1.0).contains(&x.abs()) {
        return libm::acos(x);
    }
    corrected(libm::acos(x), other_side(x), (x, 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_is_right() {
        // by hand with 40 digits
        assert_eq!(exp(1.0), std::f64::consts::E);
        assert_eq!(exp(-1.0), 0.367_879_441_171_442_33);
        assert_eq!(log(2.0), std::f64::consts::LN_2);
        assert_eq!(log(10.0), std::f64::consts::LN_10);
        assert_eq!(sin(std::f64::consts::PI), 1.224_646_799_147_353_2e-16);
        assert_eq!(cos(std::f64::consts::PI / 3.0), 0.500_000_000_000_000_1);
        assert_eq!(tan(std::f64::consts::FRAC_PI_4), 0.999_999_999_999_999_9);
        assert_eq!(atan(1.0), std::f64::consts::FRAC_PI_4);
        assert_eq!(pow(2.0, 0.5), std::f64::consts::SQRT_2);
        assert_eq!(pow(10.0, -3.5), 0.000_316_227_766_016_837_94);
        assert_eq!(asin(0.5), std::f64::consts::FRAC_PI_6);
        assert_eq!(acos(0.25), 1.318_116_071_652_818);
    }

    #[test]
    fn small_powers_are_those_of_the_long_way() {
        let long_way = |x: f64, y: f64| {
            let (pair, k) = exp_pair(multiply(log_pair(x), (y, 0.0)));
            libm::ldexp(pair.0 + pair.1, k)
        };
        let mut x = 0.001_3;
        while x < 5e4 {
            x *= 1.037_1;
            for halves in (-16..=16).filter(|&halves| halves != 0) {
                let y = f64::from(halves) / 2.0;
                assert_eq!(small_power(x, y), Some(long_way(x, y)), "{x} ** {y}");
            }
        }
        assert_eq!((small_power(2.0, 0.3), small_power(2.0, 9.0), small_power(1e80, 2.0)), (None, None, None));
    }

    #[test]
    fn ends_of_the_range_are_those_of_libm() {
        assert_eq!(exp(f64::NEG_INFINITY), 0.0);
        assert!(exp(710.0).is_infinite() && log(f64::NAN).is_nan() && sin(f64::INFINITY).is_nan());
        assert_eq!(log(0.0), f64::NEG_INFINITY);
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(atan2(0.0, -1.0), std::f64::consts::PI);
    }
}
