//! `__format__` of int, float, complex and str.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::float::{self, Digits, Style};
use super::spec::{self, Parts, Spec};
use crate::number::fault::{Fault, Pure};
use crate::number::{Num, int};

/// `format(text, spec)`.
pub fn format_str(text: &str, spec: &str) -> Pure<String> {
    if spec.is_empty() {
        return Ok(text.to_owned());
    }
    let spec = spec::parse(spec, "str", Some('s'), '<')?;
    if let Some(kind) = spec.kind.filter(|&k| k != 's') {
        return Err(spec::unknown_kind(kind, "str"));
    }
    match spec.sign {
        Some(' ') => return Err(Fault::value("Space not allowed in string format specifier")),
        Some(_) => return Err(Fault::value("Sign not allowed in string format specifier")),
        None => {}
    }
    if spec.no_negative_zero {
        return Err(Fault::value("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if spec.alternate {
        return Err(Fault::value("Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == '=' {
        return Err(Fault::value("'=' alignment not allowed in string format specifier"));
    }
    let shown = match spec.precision {
        Some(precision) => match text.char_indices().nth(precision) {
            Some((end, _)) => &text[..end],
            None => text,
        },
        None => text,
    };
    Ok(spec::pad(shown, &spec))
}

/// `format(number, spec)`; `limit` is `sys.get_int_max_str_digits()`.
pub fn format_number(number: &Num<'_>, spec: &str, type_name: &str, limit: usize) -> Pure<String> {
    match number {
        Num::Int(i) if spec.is_empty() => Ok(i.to_string()),
        Num::Int(i) => {
            let spec = spec::parse(spec, type_name, Some('d'), '>')?;
            match spec.kind {
                None | Some('d') => {
                    check_int(&spec)?;
                    let digits = i.unsigned_abs().to_string();
                    Ok(spec::number(Parts { negative: *i < 0, prefix: "", digits: &digits, rest: "" }, &spec))
                }
                _ => format_int(&BigInt::from(*i), &spec, type_name, limit),
            }
        }
        Num::Big(i) => format_int(i, &spec::parse(spec, type_name, Some('d'), '>')?, type_name, limit),
        Num::Float(f) if spec.is_empty() => Ok(float::repr(*f)),
        Num::Float(f) => format_float(*f, &spec::parse(spec, type_name, None, '>')?, type_name),
        Num::Complex(re, im) => {
            if spec.is_empty() {
                return Ok(crate::repr::complex(*re, *im));
            }
            format_complex(*re, *im, &spec::parse(spec, type_name, None, '>')?, type_name)
        }
    }
}

fn check_int(spec: &Spec) -> Pure<()> {
    if spec.precision.is_some() {
        return Err(Fault::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Fault::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    Ok(())
}

fn format_int(i: &BigInt, spec: &Spec, type_name: &str, limit: usize) -> Pure<String> {
    let kind = spec.kind.unwrap_or('d');
    let negative = i.sign() == Sign::Minus;
    match kind {
        'd' | 'n' | 'b' | 'o' | 'x' | 'X' => {
            check_int(spec)?;
            let (digits, prefix) = match kind {
                'b' => (i.magnitude().to_str_radix(2), "0b"),
                'o' => (i.magnitude().to_str_radix(8), "0o"),
                'x' => (i.magnitude().to_str_radix(16), "0x"),
                'X' => (i.magnitude().to_str_radix(16).to_ascii_uppercase(), "0X"),
                _ => {
                    let text = crate::repr::big_int(i, limit)?;
                    (text.trim_start_matches('-').to_owned(), "")
                }
            };
            let prefix = if spec.alternate { prefix } else { "" };
            Ok(spec::number(Parts { negative, prefix, digits: &digits, rest: "" }, spec))
        }
        'c' => {
            check_int(spec)?;
            if spec.sign.is_some() {
                return Err(Fault::value("Sign not allowed with integer format specifier 'c'"));
            }
            if spec.alternate {
                return Err(Fault::value("Alternate form (#) not allowed with integer format specifier 'c'"));
            }
            let code = i.to_i64().ok_or_else(|| Fault::overflow("Python int too large to convert to C long"))?;
            let c = u32::try_from(code)
                .ok()
                .and_then(char::from_u32)
                .ok_or_else(|| Fault::overflow("%c arg not in range(0x110000)"))?;
            let mut buffer = [0; 4];
            let text: &str = c.encode_utf8(&mut buffer);
            Ok(spec::number(Parts { negative: false, prefix: "", digits: "", rest: text }, spec))
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => format_float(int::to_f64(i)?, spec, type_name),
        other => Err(spec::unknown_kind(other, type_name)),
    }
}

/// Digits and precision for a presentation type; `None`: not one of floats.
fn float_digits(spec: &Spec) -> Option<(Digits, usize, Style)> {
    let mut style = Style { alternate: spec.alternate, no_negative_zero: spec.no_negative_zero, ..Style::default() };
    let (digits, default) = match spec.kind {
        None => {
            style.dot_zero = true;
            match spec.precision {
                None => (Digits::Shortest, 0),
                Some(_) => (Digits::General, 0),
            }
        }
        Some('e' | 'E') => (Digits::Exponent, 6),
        Some('f' | 'F' | '%') => (Digits::Fixed, 6),
        Some('g' | 'G' | 'n') => (Digits::General, 6),
        Some(_) => return None,
    };
    style.upper = matches!(spec.kind, Some('E' | 'F' | 'G'));
    Some((digits, spec.precision.unwrap_or(default), style))
}

fn format_float(f: f64, spec: &Spec, type_name: &str) -> Pure<String> {
    let Some((digits, precision, style)) = float_digits(spec) else {
        return Err(spec::unknown_kind(spec.kind.unwrap_or('?'), type_name));
    };
    let percent = spec.kind == Some('%');
    let mut text = float::text(if percent { f * 100.0 } else { f }, digits, precision, style);
    if percent {
        text.push('%');
    }
    Ok(layout(&text, spec))
}

/// Splits the text of a float and lays it out.
fn layout(text: &str, spec: &Spec) -> String {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let end = text.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    spec::number(Parts { negative, prefix: "", digits, rest }, spec)
}

fn format_complex(re: f64, im: f64, spec: &Spec, type_name: &str) -> Pure<String> {
    if spec.fill == '0' {
        return Err(Fault::value("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == '=' {
        return Err(Fault::value("'=' alignment flag is not allowed in complex format specifier"));
    }
    let (Some((digits, precision, mut style)), false) = (float_digits(spec), spec.kind == Some('%')) else {
        return Err(spec::unknown_kind(spec.kind.unwrap_or('?'), type_name));
    };
    style.dot_zero = false;
    let skip_real = spec.kind.is_none() && re == 0.0 && re.is_sign_positive();
    let parens = spec.kind.is_none() && !skip_real;
    let plain = Spec { width: None, fill: ' ', align: '<', ..spec.clone() };
    let mut text = String::new();
    if parens {
        text.push('(');
    }
    if !skip_real {
        text.push_str(&layout(&float::text(re, digits, precision, style), &plain));
    }
    let sign = if skip_real { spec.sign } else { Some('+') };
    text.push_str(&layout(&float::text(im, digits, precision, style), &Spec { sign, ..plain }));
    text.push('j');
    if parens {
        text.push(')');
    }
    Ok(spec::pad(&text, spec))
}
