//! The format-specification mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use crate::number::fault::{Fault, Pure};

/// Thousands separators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    None,
    /// `,` every three digits.
    Comma,
    /// `_` every three digits.
    Underscore,
    /// `_` every four digits (`b o x X`).
    UnderscoreFour,
}

/// A parsed specification.
#[derive(Clone, Debug)]
pub struct Spec {
    pub fill: char,
    /// `<`, `>`, `^` or `=`.
    pub align: char,
    /// `+`, `-` or a space.
    pub sign: Option<char>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: Option<usize>,
    pub grouping: Grouping,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

/// Largest width or precision: more is a `MemoryError` before anything is allocated.
pub const MAX_WIDTH: usize = 1 << 28;

/// Parses `spec` for an object of type `type_name`, whose text goes `default_align` when nothing else is said.
pub fn parse(spec: &str, type_name: &str, default_kind: Option<char>, default_align: char) -> Pure<Spec> {
    let mut out = Spec {
        fill: ' ',
        align: default_align,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        width: None,
        grouping: Grouping::None,
        precision: None,
        kind: default_kind,
    };
    let is_align = |c: char| matches!(c, '<' | '>' | '=' | '^');
    let mut rest = spec;
    let (mut fill_given, mut align_given) = (false, false);
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some(fill), Some(align)) if is_align(align) => {
            (out.fill, out.align) = (fill, align);
            (fill_given, align_given) = (true, true);
            rest = chars.as_str();
        }
        (Some(align), _) if is_align(align) => {
            out.align = align;
            align_given = true;
            rest = &rest[1..];
        }
        _ => {}
    }
    if let Some(sign @ ('+' | '-' | ' ')) = rest.chars().next() {
        out.sign = Some(sign);
        rest = &rest[1..];
    }
    if let Some(after) = rest.strip_prefix('z') {
        out.no_negative_zero = true;
        rest = after;
    }
    if let Some(after) = rest.strip_prefix('#') {
        out.alternate = true;
        rest = after;
    }
    if !fill_given && let Some(after) = rest.strip_prefix('0') {
        out.fill = '0';
        if !align_given && default_align == '>' {
            out.align = '=';
        }
        rest = after;
    }
    out.width = integer(&mut rest)?;
    if let Some(after) = rest.strip_prefix(',') {
        out.grouping = Grouping::Comma;
        rest = after;
    }
    let both = || Fault::value("Cannot specify both ',' and '_'.");
    if let Some(after) = rest.strip_prefix('_') {
        if out.grouping != Grouping::None {
            return Err(both());
        }
        out.grouping = Grouping::Underscore;
        rest = after;
    }
    if rest.starts_with(',') && out.grouping == Grouping::Underscore {
        return Err(both());
    }
    if let Some(after) = rest.strip_prefix('.') {
        rest = after;
        match integer(&mut rest)? {
            Some(precision) => out.precision = Some(precision),
            None => return Err(Fault::value("Format specifier missing precision")),
        }
    }
    let mut chars = rest.chars();
    if let Some(kind) = chars.next() {
        if chars.next().is_some() {
            return Err(Fault::value(format!("Invalid format specifier '{spec}' for object of type '{type_name}'")));
        }
        out.kind = Some(kind);
    }
    if out.grouping != Grouping::None {
        match out.kind {
            None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => {}
            Some('b' | 'o' | 'x' | 'X') if out.grouping == Grouping::Underscore => {
                out.grouping = Grouping::UnderscoreFour;
            }
            Some(kind) => {
                let separator = if out.grouping == Grouping::Comma { ',' } else { '_' };
                return Err(Fault::value(if (' '..'\u{80}').contains(&kind) && kind != ' ' {
                    format!("Cannot specify '{separator}' with '{kind}'.")
                } else {
                    format!("Cannot specify '{separator}' with '\\x{:x}'.", kind as u32)
                }));
            }
        }
    }
    if out.width.unwrap_or(0).max(out.precision.unwrap_or(0)) > MAX_WIDTH {
        return Err(Fault::memory("a field of this width is beyond the limit of 268435456 characters"));
    }
    Ok(out)
}

/// Leading decimal digits (of any script) as a number.
fn integer(rest: &mut &str) -> Pure<Option<usize>> {
    let mut value: Option<usize> = None;
    while let Some(c) = rest.chars().next()
        && let Some(digit) = crate::types::text::unicode::decimal(c)
    {
        let next = value.unwrap_or(0).checked_mul(10).and_then(|n| n.checked_add(digit as usize));
        match next {
            Some(n) if i64::try_from(n).is_ok() => value = Some(n),
            _ => return Err(Fault::value("Too many decimal digits in format string")),
        }
        *rest = &rest[c.len_utf8()..];
    }
    Ok(value)
}

/// The error for a presentation type that the value does not have.
#[must_use]
pub fn unknown_kind(kind: char, type_name: &str) -> Fault {
    Fault::value(if (' '..'\u{80}').contains(&kind) && kind != ' ' {
        format!("Unknown format code '{kind}' for object of type '{type_name}'")
    } else {
        format!("Unknown format code '\\x{:x}' for object of type '{type_name}'", kind as u32)
    })
}

/// Pads `text` (of `len` characters) to the width.
#[must_use]
pub fn pad(text: &str, spec: &Spec) -> String {
    let len = text.chars().count();
    let missing = spec.width.unwrap_or(0).saturating_sub(len);
    if missing == 0 {
        return text.to_owned();
    }
    let left = match spec.align {
        '>' | '=' => missing,
        '^' => missing / 2,
        _ => 0,
    };
    let mut out = String::with_capacity(text.len() + missing * spec.fill.len_utf8());
    out.extend(std::iter::repeat_n(spec.fill, left));
    out.push_str(text);
    out.extend(std::iter::repeat_n(spec.fill, missing - left));
    out
}

/// A number in parts, before padding and grouping.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    pub negative: bool,
    /// `0x` and its like.
    pub prefix: &'a str,
    /// Digits before the point: what is grouped.
    pub digits: &'a str,
    /// Point, decimals, exponent, percent sign.
    pub rest: &'a str,
}

/// Lays out a number.
#[must_use]
pub fn number(parts: Parts<'_>, spec: &Spec) -> String {
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let around = sign.len() + parts.prefix.len() + parts.rest.chars().count();
    let width = spec.width.unwrap_or(0);
    let digits = if parts.digits.is_empty() || spec.grouping == Grouping::None {
        parts.digits.to_owned()
    } else {
        let at_least = if spec.fill == '0' && spec.align == '=' { width.saturating_sub(around) } else { 0 };
        group(parts.digits, spec.grouping, at_least)
    };
    let missing = width.saturating_sub(around + digits.chars().count());
    let (left, middle, right) = match spec.align {
        '<' => (0, 0, missing),
        '^' => (missing / 2, 0, missing - missing / 2),
        '=' => (0, missing, 0),
        _ => (missing, 0, 0),
    };
    let mut out = String::with_capacity(around + digits.len() + missing * spec.fill.len_utf8());
    out.extend(std::iter::repeat_n(spec.fill, left));
    out.push_str(sign);
    out.push_str(parts.prefix);
    out.extend(std::iter::repeat_n(spec.fill, middle));
    out.push_str(&digits);
    out.push_str(parts.rest);
    out.extend(std::iter::repeat_n(spec.fill, right));
    out
}

/// Groups digits from the right, with leading zeros until there are at least `at_least` characters.
fn group(digits: &str, grouping: Grouping, at_least: usize) -> String {
    let (size, separator) = match grouping {
        Grouping::None => return digits.to_owned(),
        Grouping::Comma => (3, b','),
        Grouping::Underscore => (3, b'_'),
        Grouping::UnderscoreFour => (4, b'_'),
    };
    let mut reversed = Vec::with_capacity(digits.len() * 4 / 3 + at_least);
    let mut count = 0;
    let mut source = digits.bytes().rev();
    loop {
        let next = match source.next() {
            Some(digit) => digit,
            None if reversed.len() < at_least => b'0',
            None => break,
        };
        if count == size {
            reversed.push(separator);
            count = 0;
        }
        reversed.push(next);
        count += 1;
    }
    reversed.reverse();
    String::from_utf8(reversed).unwrap_or_default()
}
