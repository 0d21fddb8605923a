//! `text % values`: printf-style formatting of str and bytes.

use num_bigint::{BigInt, Sign};

use super::float::{self, Digits, Style};
use super::spec::MAX_WIDTH;
use crate::cost::Cost;
use crate::native::Res;
use crate::number::fault::{Fault, Pure};
use crate::number::{Num, int};
use crate::object::Object;
use crate::process::Process;
use crate::repr;
use crate::value::Value;

/// A width or precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Absent,
    Given(usize),
    /// `*`: the next value.
    Next,
}

/// One conversion (`%-5.2f`).
#[derive(Clone, Debug)]
pub struct Directive {
    /// `%(key)s`.
    pub key: Option<String>,
    pub flags: Flags,
    pub width: Amount,
    pub precision: Amount,
    pub kind: char,
    /// Character position of the conversion type, for messages.
    pub position: usize,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Flags {
    pub left: bool,
    pub plus: bool,
    pub space: bool,
    pub alternate: bool,
    pub zero: bool,
}

/// A piece of a format.
#[derive(Clone, Debug)]
pub enum Piece {
    Literal(String),
    Directive(Directive),
}

/// Reads the next piece at `chars[*at..]`; `Ok(None)` at the end. Errors come only when the piece is reached, as in
/// CPython.
pub fn next_piece(chars: &[char], at: &mut usize) -> Pure<Option<Piece>> {
    let start = *at;
    if start >= chars.len() {
        return Ok(None);
    }
    if chars[start] != '%' {
        let end = chars[start..].iter().position(|&c| c == '%').map_or(chars.len(), |n| start + n);
        *at = end;
        return Ok(Some(Piece::Literal(chars[start..end].iter().collect())));
    }
    let mut i = start + 1;
    let incomplete = || Fault::value("incomplete format");
    let mut key = None;
    if chars.get(i) == Some(&'(') {
        let mut depth = 1;
        let from = i + 1;
        i = from;
        while depth > 0 {
            match chars.get(i) {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                Some(_) => {}
                None => return Err(Fault::value("incomplete format key")),
            }
            i += 1;
        }
        key = Some(chars[from..i - 1].iter().collect());
    }
    let mut flags = Flags::default();
    loop {
        match chars.get(i) {
            Some('-') => flags.left = true,
            Some('+') => flags.plus = true,
            Some(' ') => flags.space = true,
            Some('#') => flags.alternate = true,
            Some('0') => flags.zero = true,
            _ => break,
        }
        i += 1;
    }
    let width = amount(chars, &mut i, "width too big")?;
    let mut precision = Amount::Absent;
    if chars.get(i) == Some(&'.') {
        i += 1;
        precision = match amount(chars, &mut i, "precision too big")? {
            Amount::Absent => Amount::Given(0),
            other => other,
        };
    }
    if matches!(chars.get(i), Some('h' | 'l' | 'L')) {
        i += 1;
    }
    let kind = *chars.get(i).ok_or_else(incomplete)?;
    *at = i + 1;
    Ok(Some(Piece::Directive(Directive { key, flags, width, precision, kind, position: i })))
}

fn amount(chars: &[char], i: &mut usize, too_big: &'static str) -> Pure<Amount> {
    if chars.get(*i) == Some(&'*') {
        *i += 1;
        return Ok(Amount::Next);
    }
    let mut value = None;
    while let Some(digit) = chars.get(*i).and_then(|c| c.to_digit(10)) {
        let next = value.unwrap_or(0usize).checked_mul(10).and_then(|v| v.checked_add(digit as usize));
        value = Some(next.filter(|v| i32::try_from(*v).is_ok()).ok_or_else(|| Fault::value(too_big))?);
        *i += 1;
    }
    Ok(value.map_or(Amount::Absent, Amount::Given))
}

/// The values of a format, taken in order or by key.
struct Values {
    items: Vec<Value>,
    next: usize,
    /// Not a tuple: one value, which a mapping may also be.
    single: bool,
    mapping: Option<Value>,
    used_key: bool,
}

/// What formatting one value came to.
enum Step<T> {
    Text(T),
    /// Python code is needed.
    Ask,
}

impl Values {
    fn take(&mut self) -> Pure<Value> {
        let value = self.items.get(self.next).copied();
        self.next += 1;
        value.ok_or_else(|| Fault::type_error("not enough arguments for format string"))
    }
}

/// `format % values` for str and bytes. `Ok(None)`: not such a format, or Python code has a say: then the prelude's
/// `_percent(format, values)` does it (`_percent_bytes` for bytes).
pub fn percent(vm: &mut Process, format: Value, values: Value) -> Res<Option<Value>> {
    let (text, mutable, is_bytes) = match vm.object(format) {
        Some(Object::Str(s)) => (s.text.to_string(), false, false),
        Some(Object::StrTail { .. }) => (vm.str(format).unwrap_or("").to_owned(), false, false),
        // bytes are formatted as Latin-1 text and made bytes again
        Some(Object::Bytes(b)) => (b.iter().map(|&b| b as char).collect(), false, true),
        Some(Object::ByteArray(b)) => (b.iter().map(|&b| b as char).collect(), true, true),
        _ => return Ok(None),
    };
    let mut values = Values {
        items: match vm.object(values) {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => vec![values],
        },
        next: 0,
        single: !matches!(vm.object(values), Some(Object::Tuple(_))),
        mapping: is_mapping(vm, values, is_bytes).then_some(values),
        used_key: false,
    };
    let mut directives = 0;
    let outcome = render(vm, &text, &mut values, is_bytes, &mut directives);
    vm.charge(Cost::PercentFormat);
    vm.charge_n(Cost::PercentValue, directives);
    match outcome {
        Ok(Some(text)) => {
            vm.check_room(text.len())?;
            Ok(Some(if is_bytes {
                let bytes: Vec<u8> = text.chars().map(|c| c as u8).collect();
                if mutable { vm.alloc(Object::ByteArray(bytes)) } else { vm.new_bytes(&bytes) }
            } else {
                vm.new_string(text)
            }))
        }
        Ok(None) => Ok(None),
        Err(Raised::Fault(fault)) => Err(fault.raise(vm)),
        Err(Raised::Key(key)) => Err(vm.key_error(key)),
        Err(Raised::Raise(raise)) => Err(raise),
    }
}

enum Raised {
    Fault(Fault),
    Key(Value),
    Raise(crate::native::Raise),
}

impl From<Fault> for Raised {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Whether a value counts as a mapping: it has `__getitem__` and is not a tuple or str.
fn is_mapping(vm: &Process, value: Value, is_bytes: bool) -> bool {
    match vm.object(value) {
        Some(Object::Bytes(_) | Object::ByteArray(_)) if is_bytes => false,
        Some(
            Object::Dict(_)
            | Object::MappingProxy { .. }
            | Object::List(_)
            | Object::Bytes(_)
            | Object::ByteArray(_)
            | Object::Range(_)
            | Object::MemoryView(_),
        ) => true,
        Some(Object::Instance(_)) => crate::types::support::has_method(vm, value, "__getitem__"),
        _ => false,
    }
}

fn render(
    vm: &mut Process,
    text: &str,
    values: &mut Values,
    is_bytes: bool,
    directives: &mut usize,
) -> Result<Option<String>, Raised> {
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    let mut out = String::with_capacity(text.len() + 16);
    while let Some(piece) = next_piece(&chars, &mut at)? {
        let directive = match piece {
            Piece::Literal(text) => {
                out.push_str(&text);
                continue;
            }
            Piece::Directive(directive) => directive,
        };
        *directives += 1;
        let mut keyed = None;
        if let Some(key) = &directive.key {
            let Some(mapping) = values.mapping else {
                return Err(Fault::type_error("format requires a mapping").into());
            };
            values.used_key = true;
            let Value::Obj(dict) = mapping else { return Ok(None) };
            if !matches!(vm.heap.get(dict), Object::Dict(_)) {
                return Ok(None);
            }
            let key = if is_bytes {
                let bytes: Vec<u8> = key.chars().map(|c| c as u8).collect();
                vm.new_bytes(&bytes)
            } else {
                vm.new_str(key)
            };
            match vm.dict_get_native(dict, key).map_err(Raised::Raise)? {
                Ok(Some(value)) => keyed = Some(value),
                Ok(None) => return Err(Raised::Key(key)),
                Err(()) => return Ok(None),
            }
        }
        let mut flags = directive.flags;
        let width = match directive.width {
            Amount::Absent => 0,
            Amount::Given(n) => n,
            Amount::Next => {
                let n = star(vm, values, "ssize_t")?;
                if n < 0 {
                    flags.left = true;
                }
                n.unsigned_abs() as usize
            }
        };
        let precision = match directive.precision {
            Amount::Absent => None,
            Amount::Given(n) => Some(n),
            Amount::Next => Some(usize::try_from(star(vm, values, "int")?).unwrap_or(0)),
        };
        if width.max(precision.unwrap_or(0)) > MAX_WIDTH {
            return Err(Fault::memory("a field of this width is beyond the limit of 268435456 characters").into());
        }
        if directive.kind == '%' {
            out.push('%');
            continue;
        }
        let value = match keyed {
            Some(value) => value,
            None => values.take()?,
        };
        match one(vm, value, directive.kind, flags, width, precision, directive.position, is_bytes)? {
            Step::Text(text) => out.push_str(&text),
            Step::Ask => return Ok(None),
        }
    }
    let left_over = values.next < values.items.len();
    if left_over && !(values.single && (values.mapping.is_some() || values.used_key)) {
        let what = if is_bytes { "bytes" } else { "string" };
        return Err(Fault::type_error(format!("not all arguments converted during {what} formatting")).into());
    }
    Ok(Some(out))
}

/// The value of a `*`.
fn star(vm: &Process, values: &mut Values, c_type: &str) -> Pure<i64> {
    let value = values.take()?;
    match Num::of(vm, value) {
        Some(Num::Int(n)) if c_type != "int" || i32::try_from(n).is_ok() => Ok(n),
        Some(Num::Int(_) | Num::Big(_)) => {
            Err(Fault::overflow(format!("Python int too large to convert to C {c_type}")))
        }
        _ => Err(Fault::type_error("* wants int")),
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one conversion")]
fn one(
    vm: &Process,
    value: Value,
    kind: char,
    flags: Flags,
    width: usize,
    precision: Option<usize>,
    position: usize,
    is_bytes: bool,
) -> Pure<Step<String>> {
    if let (Value::Int(i), 'd' | 'i' | 'u', 0, None, false, false) =
        (value, kind, width, precision, flags.plus, flags.space)
    {
        return Ok(Step::Text(i.to_string()));
    }
    // bytes name `%i` by what it stands for
    let kind = if is_bytes && kind == 'i' { 'd' } else { kind };
    match kind {
        's' | 'r' | 'a' | 'b' => {
            let text = match kind {
                's' | 'b' if is_bytes => match vm.bytes(value) {
                    Some(bytes) => Some(bytes.iter().map(|&b| b as char).collect()),
                    None if matches!(vm.object(value), Some(Object::Instance(_))) => None,
                    None => {
                        return Err(Fault::type_error(format!(
                            "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                            vm.type_name(value)
                        )));
                    }
                },
                'b' => return Err(unsupported_kind(kind, position)),
                's' => repr::text_str(vm, value)?,
                'r' if !is_bytes => repr::text_repr(vm, value)?,
                _ => repr::text_repr(vm, value)?.map(|t| repr::escape_non_ascii(&t)),
            };
            let Some(mut text) = text else { return Ok(Step::Ask) };
            if let Some(precision) = precision
                && let Some((end, _)) = text.char_indices().nth(precision)
            {
                text.truncate(end);
            }
            Ok(Step::Text(pad(&text, width, flags.left)))
        }
        'c' => character(vm, value, is_bytes).map(|step| match step {
            Step::Text(text) => Step::Text(pad(&text, width, flags.left)),
            Step::Ask => Step::Ask,
        }),
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
            let number = match integer(vm, value, kind)? {
                Step::Text(number) => number,
                Step::Ask => return Ok(Step::Ask),
            };
            let limit = vm.int_max_str_digits();
            let (digits, prefix) = match kind {
                'o' => (number.magnitude().to_str_radix(8), "0o"),
                'x' => (number.magnitude().to_str_radix(16), "0x"),
                'X' => (number.magnitude().to_str_radix(16).to_ascii_uppercase(), "0X"),
                _ => (repr::big_int(&number, limit)?.trim_start_matches('-').to_owned(), ""),
            };
            let missing = precision.unwrap_or(0).saturating_sub(digits.len());
            let digits = format!("{}{digits}", "0".repeat(missing));
            let prefix = if flags.alternate { prefix } else { "" };
            Ok(Step::Text(numeric(number.sign() == Sign::Minus, prefix, &digits, flags, width)))
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let f = match Num::of(vm, value) {
                Some(Num::Complex(..)) | None => {
                    if crate::types::support::has_method(vm, value, "__float__")
                        || matches!(vm.object(value), Some(Object::Instance(_)))
                            && crate::types::support::has_method(vm, value, "__index__")
                    {
                        return Ok(Step::Ask);
                    }
                    let name = vm.type_name(value);
                    return Err(Fault::type_error(if is_bytes {
                        format!("float argument required, not {name}")
                    } else {
                        format!("must be real number, not {name}")
                    }));
                }
                Some(number) => number.to_f64()?,
            };
            let digits = match kind {
                'e' | 'E' => Digits::Exponent,
                'f' | 'F' => Digits::Fixed,
                _ => Digits::General,
            };
            let style = Style { alternate: flags.alternate, upper: kind.is_ascii_uppercase(), ..Style::default() };
            let text = float::text(f, digits, precision.unwrap_or(6), style);
            let (negative, text) = match text.strip_prefix('-') {
                Some(rest) => (true, rest),
                None => (false, &*text),
            };
            Ok(Step::Text(numeric(negative, "", text, flags, width)))
        }
        _ => Err(unsupported_kind(kind, position)),
    }
}

fn unsupported_kind(kind: char, position: usize) -> Fault {
    let shown = if (' '..'\u{7f}').contains(&kind) { kind } else { '?' };
    Fault::value(format!("unsupported format character '{shown}' (0x{:x}) at index {position}", kind as u32))
}

fn pad(text: &str, width: usize, left: bool) -> String {
    let missing = width.saturating_sub(text.chars().count());
    if missing == 0 {
        text.to_owned()
    } else if left {
        format!("{text}{}", " ".repeat(missing))
    } else {
        format!("{}{text}", " ".repeat(missing))
    }
}

fn numeric(negative: bool, prefix: &str, digits: &str, flags: Flags, width: usize) -> String {
    let sign = if negative {
        "-"
    } else if flags.plus {
        "+"
    } else if flags.space {
        " "
    } else {
        ""
    };
    let missing = width.saturating_sub(sign.len() + prefix.len() + digits.len());
    if flags.left {
        format!("{sign}{prefix}{digits}{}", " ".repeat(missing))
    } else if flags.zero {
        format!("{sign}{prefix}{}{digits}", "0".repeat(missing))
    } else {
        format!("{}{sign}{prefix}{digits}", " ".repeat(missing))
    }
}

fn integer(vm: &Process, value: Value, kind: char) -> Pure<Step<BigInt>> {
    let decimal = matches!(kind, 'd' | 'i' | 'u');
    match Num::of(vm, value) {
        Some(Num::Int(i)) => Ok(Step::Text(BigInt::from(i))),
        Some(Num::Big(i)) => Ok(Step::Text(i.clone())),
        Some(Num::Float(f)) if decimal => int::from_f64(f).map(Step::Text),
        found => {
            if found.is_none()
                && matches!(vm.object(value), Some(Object::Instance(_)))
                && ["__index__", "__int__", "__trunc__"]
                    .iter()
                    .any(|name| crate::types::support::has_method(vm, value, name))
            {
                return Ok(Step::Ask);
            }
            let name = vm.type_name(value);
            Err(Fault::type_error(if decimal {
                format!("%{kind} format: a real number is required, not {name}")
            } else {
                format!("%{kind} format: an integer is required, not {name}")
            }))
        }
    }
}

fn character(vm: &Process, value: Value, is_bytes: bool) -> Pure<Step<String>> {
    if is_bytes {
        let wrong = || Fault::type_error("%c requires an integer in range(256) or a single byte");
        return match Num::of(vm, value) {
            Some(Num::Int(i)) => match u8::try_from(i) {
                Ok(b) => Ok(Step::Text((b as char).to_string())),
                Err(_) => Err(Fault::overflow("%c arg not in range(256)")),
            },
            Some(Num::Big(_)) => Err(Fault::overflow("%c arg not in range(256)")),
            _ => match vm.bytes(value) {
                Some(&[b]) => Ok(Step::Text((b as char).to_string())),
                _ => Err(wrong()),
            },
        };
    }
    match Num::of(vm, value) {
        Some(Num::Int(i)) => u32::try_from(i)
            .ok()
            .and_then(char::from_u32)
            .map(|c| Step::Text(c.to_string()))
            .ok_or_else(|| Fault::overflow("%c arg not in range(0x110000)")),
        Some(Num::Big(_)) => Err(Fault::overflow("%c arg not in range(0x110000)")),
        _ => match vm.str(value) {
            Some(text) if text.chars().count() == 1 => Ok(Step::Text(text.to_owned())),
            Some(_) => Err(Fault::type_error("%c requires int or char")),
            None if matches!(vm.object(value), Some(Object::Instance(_)))
                && crate::types::support::has_method(vm, value, "__index__") =>
            {
                Ok(Step::Ask)
            }
            None => Err(Fault::type_error("%c requires int or char")),
        },
    }
}

/// The pieces of a format for the prelude: a list of str (literal) and tuples
/// (key or None, width is `*`, precision is `*`, directive without key and stars' values, kind).
pub fn pieces(vm: &mut Process, text: &str) -> Res<Value> {
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    let mut list = Vec::new();
    loop {
        let piece = match next_piece(&chars, &mut at) {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err(fault) => return Err(fault.raise(vm)),
        };
        let item = match piece {
            Piece::Literal(text) => vm.new_string(text),
            Piece::Directive(d) => {
                let key = match &d.key {
                    Some(key) => vm.new_str(key),
                    None => Value::None,
                };
                let mut flags = String::from("%");
                for (on, c) in [
                    (d.flags.left, '-'),
                    (d.flags.plus, '+'),
                    (d.flags.space, ' '),
                    (d.flags.alternate, '#'),
                    (d.flags.zero, '0'),
                ] {
                    if on {
                        flags.push(c);
                    }
                }
                let show = |amount| match amount {
                    Amount::Absent => Value::None,
                    Amount::Given(n) => Value::Int(n as i64),
                    Amount::Next => Value::Ellipsis,
                };
                let flags = vm.new_string(flags);
                let kind = vm.new_char(d.kind);
                vm.new_tuple([key, flags, show(d.width), show(d.precision), kind])
            }
        };
        list.push(item);
    }
    Ok(vm.new_list(list))
}
