//! `str.format`: replacement fields with names, indices, attributes, conversions and nested specifications.

use super::Conversion;
use crate::cost::Cost;
use crate::native::Res;
use crate::number::fault::{Fault, Pure};
use crate::object::Object;
use crate::process::Process;
use crate::value::Value;

/// One field and the literal text before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    pub literal: String,
    /// Absent after the last literal.
    pub name: Option<&'a str>,
    pub spec: &'a str,
    pub conversion: Option<char>,
}

/// Reads the literal and field at the start of `rest`; `None` at the end.
pub fn next_field<'a>(rest: &mut &'a str) -> Pure<Option<Field<'a>>> {
    if rest.is_empty() {
        return Ok(None);
    }
    let mut literal = String::new();
    loop {
        let Some(at) = rest.find(['{', '}']) else {
            literal.push_str(rest);
            *rest = "";
            return Ok(Some(Field { literal, name: None, spec: "", conversion: None }));
        };
        literal.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        let after = &rest[at + 1..];
        if after.starts_with(brace) {
            literal.push_str(brace);
            *rest = &after[1..];
            continue;
        }
        if brace == "}" {
            return Err(Fault::value("Single '}' encountered in format string"));
        }
        if after.is_empty() {
            return Err(Fault::value("Single '{' encountered in format string"));
        }
        *rest = after;
        break;
    }
    field(literal, rest).map(Some)
}

/// Reads a field after its opening brace.
fn field<'a>(literal: String, rest: &mut &'a str) -> Pure<Field<'a>> {
    let text = *rest;
    let unexpected_end = || Fault::value("expected '}' before end of string");
    // the name ends at `!`, `:` or `}`, outside of `[…]`
    let mut bracket = false;
    let mut end = None;
    for (i, c) in text.char_indices() {
        match c {
            '[' => bracket = true,
            ']' => bracket = false,
            '{' => return Err(Fault::value("unexpected '{' in field name")),
            '}' | ':' | '!' if !bracket => {
                end = Some((i, c));
                break;
            }
            _ => {}
        }
    }
    let Some((end, stop)) = end else { return Err(unexpected_end()) };
    let name = &text[..end];
    let mut after = &text[end + 1..];
    let mut conversion = None;
    let mut stop = stop;
    if stop == '!' {
        let mut chars = after.chars();
        let Some(c) = chars.next() else {
            return Err(Fault::value("end of string while looking for conversion specifier"));
        };
        conversion = Some(c);
        match chars.next() {
            Some(next @ (':' | '}')) => {
                stop = next;
                after = chars.as_str();
            }
            Some(_) => return Err(Fault::value("expected ':' after conversion specifier")),
            None => return Err(Fault::value("unmatched '{' in format spec")),
        }
    }
    if stop == '}' {
        *rest = after;
        return Ok(Field { literal, name: Some(name), spec: "", conversion });
    }
    // the specification goes on to the brace that closes the field
    let mut depth = 1;
    for (i, c) in after.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    *rest = &after[i + 1..];
                    return Ok(Field { literal, name: Some(name), spec: &after[..i], conversion });
                }
            }
            _ => {}
        }
    }
    Err(unexpected_end())
}

/// A step of a field name after its first part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    Attribute(&'a str),
    Index(i64),
    Key(&'a str),
}

/// Splits `first.attribute[item]…`.
pub fn split_name(name: &str) -> Pure<(&str, Vec<Step<'_>>)> {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let mut steps = Vec::new();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            if end == 0 {
                return Err(Fault::value("Empty attribute in format string"));
            }
            steps.push(Step::Attribute(&after[..end]));
            rest = &after[end..];
        } else if let Some(after) = rest.strip_prefix('[') {
            let Some(end) = after.find(']') else { return Err(Fault::value("Missing ']' in format string")) };
            if end == 0 {
                return Err(Fault::value("Empty attribute in format string"));
            }
            let item = &after[..end];
            steps.push(match index(item)? {
                Some(i) => Step::Index(i),
                None => Step::Key(item),
            });
            rest = &after[end + 1..];
        } else {
            return Err(Fault::value("Only '.' or '[' may follow ']' in format field specifier"));
        }
    }
    Ok((first, steps))
}

/// A name that is a number.
pub fn index(text: &str) -> Pure<Option<i64>> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Fault::value("Too many decimal digits in format string"))
}

/// How fields without a name are numbered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Numbering {
    next: usize,
    /// What the first field chose: `Some(true)` automatic, `Some(false)` by number.
    automatic: Option<bool>,
}

impl Numbering {
    /// The position that the first part of a name stands for; `None`: it is a keyword.
    pub fn position(&mut self, first: &str) -> Pure<Option<usize>> {
        let found = index(first)?;
        if !first.is_empty() && found.is_none() {
            return Ok(None);
        }
        let automatic = first.is_empty();
        match self.automatic {
            Some(true) if !automatic => {
                return Err(Fault::value("cannot switch from automatic field numbering to manual field specification"));
            }
            Some(false) if automatic => {
                return Err(Fault::value("cannot switch from manual field specification to automatic field numbering"));
            }
            _ => self.automatic = Some(automatic),
        }
        if automatic {
            self.next += 1;
            return Ok(Some(self.next - 1));
        }
        Ok(found.and_then(|i| usize::try_from(i).ok()))
    }
}

/// Why native formatting stopped.
enum Stop {
    Fault(Fault),
    Key(Value),
    Raise(crate::native::Raise),
    /// Python code is needed.
    Ask,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// `format.format(*pos, **kw)`. `Ok(None)`: go to the prelude's `_format(format, pos, kw)`.
pub fn format(vm: &mut Process, format: &str, pos: &[Value], kw: &[(Value, Value)]) -> Res<Option<Value>> {
    let mut numbering = Numbering::default();
    vm.charge(Cost::StrFormatMethod);
    match render(vm, format, pos, kw, &mut numbering, 2) {
        Ok(text) => {
            vm.check_room(text.len())?;
            vm.charge_n(Cost::StrCopyByte, text.len());
            Ok(Some(vm.new_string(text)))
        }
        Err(Stop::Ask) => Ok(None),
        Err(Stop::Fault(fault)) => Err(fault.raise(vm)),
        Err(Stop::Key(key)) => Err(vm.key_error(key)),
        Err(Stop::Raise(raise)) => Err(raise),
    }
}

fn render(
    vm: &mut Process,
    format: &str,
    pos: &[Value],
    kw: &[(Value, Value)],
    numbering: &mut Numbering,
    depth: u32,
) -> Result<String, Stop> {
    if depth == 0 {
        return Err(Fault::value("Max string recursion exceeded").into());
    }
    let mut rest = format;
    let mut out = String::with_capacity(format.len() + 16);
    while let Some(field) = next_field(&mut rest)? {
        out.push_str(&field.literal);
        let Some(name) = field.name else { break };
        // the value is looked up before the rest of the name is read
        let first = &name[..name.find(['.', '[']).unwrap_or(name.len())];
        let mut value = match numbering.position(first)? {
            Some(at) => match pos.get(at) {
                Some(&value) => value,
                None => {
                    return Err(Fault::new(
                        crate::classes::INDEX_ERROR,
                        format!("Replacement index {at} out of range for positional args tuple"),
                    )
                    .into());
                }
            },
            None => match kw.iter().find(|(k, _)| vm.str(*k) == Some(first)) {
                Some(&(_, value)) => value,
                None => return Err(Stop::Key(vm.new_str(first))),
            },
        };
        for step in split_name(name)?.1 {
            value = follow(vm, value, &step)?;
        }
        let conversion = match field.conversion {
            None => Conversion::None,
            Some('s') => Conversion::Str,
            Some('r') => Conversion::Repr,
            Some('a') => Conversion::Ascii,
            Some(other) => return Err(unknown_conversion(other).into()),
        };
        let spec = if field.spec.contains(['{', '}']) {
            render(vm, field.spec, pos, kw, numbering, depth - 1)?
        } else {
            field.spec.to_owned()
        };
        match super::format_text(vm, value, conversion, &spec)? {
            Some(text) => out.push_str(&text),
            None => return Err(Stop::Ask),
        }
    }
    Ok(out)
}

/// The error for `!x`.
#[must_use]
pub fn unknown_conversion(c: char) -> Fault {
    Fault::value(if (' '..'\u{7f}').contains(&c) && c != ' ' {
        format!("Unknown conversion specifier {c}")
    } else {
        format!("Unknown conversion specifier \\x{:x}", c as u32)
    })
}

/// Follows an index natively; attributes are Python's business.
fn follow(vm: &mut Process, value: Value, step: &Step<'_>) -> Result<Value, Stop> {
    let Value::Obj(r) = value else { return Err(Stop::Ask) };
    match (vm.heap.get(r), step) {
        (Object::List(items), Step::Index(i)) => {
            usize::try_from(*i).ok().and_then(|i| items.get(i).copied()).ok_or(Stop::Ask)
        }
        (Object::Tuple(items), Step::Index(i)) => {
            usize::try_from(*i).ok().and_then(|i| items.get(i).copied()).ok_or(Stop::Ask)
        }
        (Object::Dict(_), Step::Key(_) | Step::Index(_)) => {
            let key = match step {
                Step::Index(i) => Value::Int(*i),
                Step::Key(key) => vm.new_str(key),
                Step::Attribute(_) => return Err(Stop::Ask),
            };
            match vm.dict_get_native(r, key) {
                Ok(Ok(Some(value))) => Ok(value),
                Ok(Ok(None)) => Err(Stop::Key(key)),
                Ok(Err(())) => Err(Stop::Ask),
                Err(raise) => Err(Stop::Raise(raise)),
            }
        }
        _ => Err(Stop::Ask),
    }
}
