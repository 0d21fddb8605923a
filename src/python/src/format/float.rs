//! Decimal text of floats: shortest digits for `repr`, exact rounded digits for a given precision.

/// How the digits of a float are chosen and laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// The fewest digits that read back as the same float (`repr`).
    Shortest,
    /// `e`: one digit before the point, `precision` after it.
    Exponent,
    /// `f`: `precision` digits after the point.
    Fixed,
    /// `g`: `precision` significant digits, trailing zeros dropped.
    General,
}

/// Options of [`text`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// `#`: keep the point and trailing zeros.
    pub alternate: bool,
    /// Write `.0` after a whole number.
    pub dot_zero: bool,
    pub upper: bool,
    /// Drop the sign of a zero (the `z` option).
    pub no_negative_zero: bool,
}

/// Most digits of a float that are not zero: 767 significant, 1074 after the point.
const MAX_DIGITS: usize = 1100;

/// Text of a float: `-` where negative, then digits. `precision` is ignored for the shortest form.
#[must_use]
pub fn text(f: f64, digits: Digits, precision: usize, style: Style) -> String {
    let mut out = String::new();
    if f.is_nan() {
        out.push_str("nan");
    } else if f.is_infinite() {
        out.push_str(if f < 0.0 { "-inf" } else { "inf" });
    } else {
        if f.is_sign_negative() {
            out.push('-');
        }
        let start = out.len();
        finite(&mut out, f.abs(), digits, precision, style);
        if style.no_negative_zero && start > 0 && is_zero_text(&out) {
            out.remove(0);
        }
    }
    if style.upper { out.to_ascii_uppercase() } else { out }
}

/// Whether all digits before an exponent are 0.
fn is_zero_text(text: &str) -> bool {
    text.bytes().take_while(|&b| b != b'e').all(|b| !(b'1'..=b'9').contains(&b))
}

/// `repr(f)`.
#[must_use]
pub fn repr(f: f64) -> String {
    text(f, Digits::Shortest, 0, Style { dot_zero: true, ..Style::default() })
}

fn finite(out: &mut String, f: f64, digits: Digits, precision: usize, style: Style) {
    match digits {
        Digits::Shortest => {
            let (text, point) = shortest(f);
            let exponent = point <= -4 || point > 16;
            place(out, &text, point, exponent, style);
        }
        Digits::Exponent => {
            let (text, point) = significant(f, precision.saturating_add(1));
            place(out, &text, point, true, style);
        }
        Digits::Fixed => {
            let shown = precision.min(MAX_DIGITS);
            out.push_str(&format!("{f:.shown$}"));
            out.extend(std::iter::repeat_n('0', precision - shown));
            if precision == 0 && style.alternate {
                out.push('.');
            }
        }
        Digits::General => {
            let precision = precision.max(1);
            let (mut text, point) = significant(f, precision);
            let limit = i64::try_from(precision).unwrap_or(i64::MAX) - i64::from(style.dot_zero);
            if !style.alternate {
                let kept = text.trim_end_matches('0').len().max(1);
                text.truncate(kept);
            }
            place(out, &text, point, point <= -4 || i64::from(point) > limit, style);
        }
    }
}

/// Writes digits with the point after the first `point` of them (which may be outside).
fn place(out: &mut String, digits: &str, point: i32, exponent: bool, style: Style) {
    if exponent {
        let (first, rest) = digits.split_at(1);
        out.push_str(first);
        if !rest.is_empty() || style.alternate {
            out.push('.');
        }
        out.push_str(rest);
        let e = point - 1;
        out.push('e');
        out.push(if e < 0 { '-' } else { '+' });
        out.push_str(&format!("{:02}", e.unsigned_abs()));
        return;
    }
    let before = usize::try_from(point).unwrap_or(0);
    if before == 0 {
        out.push_str("0.");
        out.extend(std::iter::repeat_n('0', point.unsigned_abs() as usize));
        out.push_str(digits);
    } else if digits.len() <= before {
        out.push_str(digits);
        out.extend(std::iter::repeat_n('0', before - digits.len()));
        if style.dot_zero {
            out.push_str(".0");
        } else if style.alternate {
            out.push('.');
        }
    } else {
        let (whole, fraction) = digits.split_at(before);
        out.push_str(whole);
        out.push('.');
        out.push_str(fraction);
    }
}

/// Shortest digits and the position of the point among them.
fn shortest(f: f64) -> (String, i32) {
    if f == 0.0 {
        return ("0".to_owned(), 1);
    }
    let mut buffer = zmij::Buffer::new();
    let text = buffer.format_finite(f);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((m, e)) => (m, e.trim_start_matches('+').parse::<i32>().unwrap_or(0)),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = String::with_capacity(20);
    digits.push_str(whole);
    digits.push_str(fraction);
    let mut point = whole.len() as i32 + exponent;
    let leading = digits.len() - digits.trim_start_matches('0').len();
    digits.drain(..leading);
    point -= leading as i32;
    let kept = digits.trim_end_matches('0').len();
    digits.truncate(kept);
    (digits, point)
}

/// `count` significant digits, correctly rounded, and the position of the point.
fn significant(f: f64, count: usize) -> (String, i32) {
    let shown = count.clamp(1, MAX_DIGITS) - 1;
    let text = format!("{f:.shown$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mut digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    digits.extend(std::iter::repeat_n('0', count.saturating_sub(digits.len())));
    (digits, exponent.parse::<i32>().unwrap_or(0) + 1)
}
