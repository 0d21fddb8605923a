//! Numbers from text: `int()`, `float()` and `complex()`.

use num_bigint::{BigInt, BigUint};

use super::unicode;
use crate::number::fault::{Fault, Pure};
use crate::number::int;

/// ASCII twin of a number's text: surrounding space removed, digits of other scripts made ASCII. `None`: some character
/// can be in no number.
fn ascii(text: &str) -> Option<String> {
    let trimmed = text.trim_matches(unicode::is_space);
    if trimmed.is_ascii() {
        return Some(trimmed.to_owned());
    }
    trimmed
        .chars()
        .map(|c| match unicode::decimal(c) {
            Some(digit) => char::from_digit(digit, 10),
            None => c.is_ascii().then_some(c),
        })
        .collect()
}

/// `int(text, base)`; `shown` is the representation for the message, `limit` `sys.get_int_max_str_digits()`.
pub fn int(text: &str, base: u32, shown: &str, limit: usize) -> Pure<BigInt> {
    // CPython shows 200 characters of the representation
    let invalid = || {
        let shown: String = shown.chars().take(200).collect();
        Fault::value(format!("invalid literal for int() with base {base}: {shown}"))
    };
    let text = ascii(text).ok_or_else(invalid)?;
    let (negative, rest) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, &*text),
    };
    let prefix = match rest.get(..2) {
        Some("0x" | "0X") => Some(16),
        Some("0o" | "0O") => Some(8),
        Some("0b" | "0B") => Some(2),
        _ => None,
    };
    let (radix, mut digits) = match (base, prefix) {
        (0, Some(radix)) => (radix, &rest[2..]),
        (0, None) => (10, rest),
        (16 | 8 | 2, Some(radix)) if radix == base => (base, &rest[2..]),
        _ => (base, rest),
    };
    // an underscore may follow the prefix
    if digits.len() < rest.len()
        && let Some(after) = digits.strip_prefix('_')
    {
        digits = after;
    }
    if !well_placed(digits.as_bytes(), |b| (b as char).is_digit(radix)) {
        return Err(invalid());
    }
    let digits: Vec<u8> = digits.bytes().filter(|&b| b != b'_').collect();
    if base == 0 && prefix.is_none() && digits[0] == b'0' && digits.iter().any(|&b| b != b'0') {
        return Err(invalid());
    }
    if limit > 0 && !radix.is_power_of_two() && digits.len() > limit {
        return Err(Fault::value(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {} digits; use \
             sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        )));
    }
    int::check_bits(digits.len() as u64 * u64::from(radix.ilog2()))?;
    let words = digits.len() as u64 / 16;
    if !radix.is_power_of_two() {
        int::check_work(words.saturating_mul(words))?;
    }
    let size = BigUint::parse_bytes(&digits, radix).ok_or_else(invalid)?;
    let value = BigInt::from(size);
    Ok(if negative { -value } else { value })
}

/// Digits with single underscores between them, at least one.
fn well_placed(text: &[u8], is_digit: impl Fn(u8) -> bool) -> bool {
    let mut after_digit = false;
    for &b in text {
        if is_digit(b) {
            after_digit = true;
        } else if b == b'_' && after_digit {
            after_digit = false;
        } else {
            return false;
        }
    }
    after_digit
}

/// `float(text)`; `None`: not a float.
#[must_use]
pub fn float(text: &str) -> Option<f64> {
    let text = ascii(text)?;
    let plain = without_underscores(&text)?;
    decimal(&plain)
}

/// Whether a number's text has an underscore that does not stand between two digits.
#[must_use]
pub fn misplaced_underscore(text: &str) -> bool {
    ascii(text).is_some_and(|text| without_underscores(&text).is_none())
}

/// Removes underscores that stand between two digits; `None` where one stands elsewhere.
fn without_underscores(text: &str) -> Option<String> {
    if !text.contains('_') {
        return Some(text.to_owned());
    }
    let bytes = text.as_bytes();
    let digit_at = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    for (i, &b) in bytes.iter().enumerate() {
        if b == b'_' && !(digit_at(i.checked_sub(1)) && digit_at(Some(i + 1))) {
            return None;
        }
    }
    Some(text.replace('_', ""))
}

/// A decimal literal, `inf` or `nan`, with an optional sign and nothing around it.
fn decimal(text: &str) -> Option<f64> {
    let (sign, size) = match text.as_bytes().first()? {
        b'-' => (-1.0f64, &text[1..]),
        b'+' => (1.0, &text[1..]),
        _ => (1.0, text),
    };
    if size.eq_ignore_ascii_case("inf") || size.eq_ignore_ascii_case("infinity") {
        return Some(f64::INFINITY.copysign(sign));
    }
    if size.eq_ignore_ascii_case("nan") {
        return Some(f64::NAN.copysign(sign));
    }
    let len = decimal_len(size.as_bytes())?;
    if len < size.len() {
        return None;
    }
    size.parse::<f64>().ok().map(|f| f.copysign(sign))
}

/// Length of the unsigned decimal literal at the start.
fn decimal_len(text: &[u8]) -> Option<usize> {
    let digits = |from: usize| text[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let whole = digits(0);
    let mut at = whole;
    let mut fraction = 0;
    if text.get(at) == Some(&b'.') {
        fraction = digits(at + 1);
        at += 1 + fraction;
    }
    if whole + fraction == 0 {
        return None;
    }
    if matches!(text.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(at + 1), Some(b'+' | b'-')));
        let start = at + 1 + sign;
        if start <= text.len() {
            let exponent = digits(start);
            if exponent > 0 {
                at = start + exponent;
            }
        }
    }
    Some(at)
}

/// `complex(text)`; `None`: malformed.
#[must_use]
pub fn complex(text: &str) -> Option<(f64, f64)> {
    let text = ascii(text)?;
    let text = without_underscores(&text)?;
    let mut inside = &*text;
    if let Some(after) = inside.strip_prefix('(') {
        inside = after.strip_suffix(')')?.trim_matches(unicode::is_space);
    }
    let (first, rest) = part(inside)?;
    if rest.is_empty() {
        return Some((first?, 0.0));
    }
    if rest.eq_ignore_ascii_case("j") {
        return Some((0.0, first.or_else(|| unit(inside))?));
    }
    let re = first?;
    if !rest.starts_with(['+', '-']) {
        return None;
    }
    let (second, end) = part(rest)?;
    if !end.eq_ignore_ascii_case("j") {
        return None;
    }
    Some((re, second.or_else(|| unit(rest))?))
}

/// The imaginary unit with only a sign: `j`, `+j`, `-j`.
fn unit(text: &str) -> Option<f64> {
    Some(if text.starts_with('-') { -1.0 } else { 1.0 })
}

/// A number at the start and what follows; the number is absent where there is only a sign or nothing.
fn part(text: &str) -> Option<(Option<f64>, &str)> {
    let sign = usize::from(text.starts_with(['+', '-']));
    let size = &text[sign..];
    let lower = size.to_ascii_lowercase();
    let len = if lower.starts_with("infinity") {
        Some(8)
    } else if lower.starts_with("inf") || lower.starts_with("nan") {
        Some(3)
    } else {
        decimal_len(size.as_bytes())
    };
    match len {
        Some(len) => Some((Some(decimal(&text[..sign + len])?), &size[len..])),
        None => Some((None, size)),
    }
}

/// `float.fromhex(text)`.
pub fn hex_float(text: &str) -> Pure<f64> {
    let invalid = || Fault::value("invalid hexadecimal floating-point string");
    let overflow = || Fault::overflow("hexadecimal value too large to represent as a float");
    let text = text.trim_matches(unicode::is_space);
    let (negative, rest) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        Some(_) => (false, text),
        None => return Err(invalid()),
    };
    let signed = |f: f64| if negative { -f } else { f };
    if rest.eq_ignore_ascii_case("inf") || rest.eq_ignore_ascii_case("infinity") {
        return Ok(signed(f64::INFINITY));
    }
    if rest.eq_ignore_ascii_case("nan") {
        return Ok(signed(f64::NAN));
    }
    let rest = rest.strip_prefix("0x").or_else(|| rest.strip_prefix("0X")).unwrap_or(rest);
    let (mantissa, exponent) = match rest.find(['p', 'P']) {
        Some(at) => {
            let text = &rest[at + 1..];
            let digits = text.trim_start_matches(['+', '-']);
            if digits.is_empty() || digits.len() + 1 < text.len() || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(invalid());
            }
            let size = digits.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
            (&rest[..at], if text.starts_with('-') { -size } else { size })
        }
        None => (rest, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = [whole, fraction].concat();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(invalid());
    }
    let exponent = exponent.saturating_sub(4 * fraction.len() as i64);
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return Ok(signed(0.0));
    }
    // 60 bits are kept and the rest is folded into a sticky bit
    let mut value: u64 = 0;
    let mut dropped: i64 = 0;
    let mut sticky = false;
    for digit in significant.chars().filter_map(|c| c.to_digit(16)) {
        if value >> 56 == 0 {
            value = value << 4 | u64::from(digit);
        } else {
            dropped += 4;
            sticky |= digit != 0;
        }
    }
    let exponent = exponent.saturating_add(dropped);
    let bits = i64::from(64 - value.leading_zeros());
    // value * 2^exponent, with its leading bit at 2^top
    let top = exponent.saturating_add(bits - 1);
    if top > 1023 {
        return Err(overflow());
    }
    let lowest = (top - 52).max(-1074);
    let shift = lowest.saturating_sub(exponent);
    let rounded = if shift <= 0 {
        value << (-shift).min(63)
    } else if shift > 63 {
        0
    } else {
        let half = 1u64 << (shift - 1);
        let low = value & (2 * half - 1);
        let kept = value >> shift;
        kept + u64::from(low > half || low == half && (sticky || kept & 1 == 1))
    };
    let result = libm::ldexp(rounded as f64, lowest as i32);
    if result.is_infinite() { Err(overflow()) } else { Ok(signed(result)) }
}
