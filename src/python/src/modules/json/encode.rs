//! Values to JSON text, without recursion.

use crate::classes;
use crate::format::float;
use crate::native::{Args, NativeResult, Res};
use crate::object::Object;
use crate::process::Process;
use crate::repr;
use crate::types::support::{done, overrides};
use crate::value::{Ref, Value};

/// How to write.
struct Style<'a> {
    indent: Option<&'a str>,
    item_separator: &'a str,
    key_separator: &'a str,
    ascii: bool,
    sorted: bool,
    skip_keys: bool,
    check_circular: bool,
}

/// A container being written.
struct Open {
    of: Ref,
    /// Keys and values in turn for a dict, items for a list.
    items: Vec<Value>,
    next: usize,
    is_dict: bool,
    empty: bool,
}

/// `encode(value, indent, item separator, key separator, ascii, sorted, skip keys, check circular)`: the text, or None
/// where Python has to do it.
pub fn encode(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let texts: Vec<Option<String>> = (1..4).map(|i| p.str(args.get(i)).map(str::to_owned)).collect();
    let flag = |i: usize| matches!(args.get(i), Value::Bool(true));
    let [indent, Some(item_separator), Some(key_separator)] = texts.as_slice() else { return done(Value::None) };
    let style = Style {
        indent: indent.as_deref(),
        item_separator,
        key_separator,
        ascii: flag(4),
        sorted: flag(5),
        skip_keys: flag(6),
        check_circular: flag(7),
    };
    let mut out = String::new();
    let mut values = 0;
    let complete = write(p, args.get(0), &style, &mut out, &mut values)?;
    p.spent += values * super::WRITE_VALUE_PICOS + out.len() as u64 * super::WRITE_BYTE_PICOS;
    if !complete {
        return done(Value::None);
    }
    done(p.new_string(out))
}

/// `quote(text, ascii)`
pub fn quote(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(text) = p.str(args.get(0)) else {
        let message = format!("first argument must be a string, not {}", p.type_name(args.get(0)));
        return Err(p.type_error(&message));
    };
    let mut out = String::with_capacity(text.len() + 2);
    push_quoted(&mut out, text, matches!(args.get(1), Value::Bool(true)));
    p.spent += out.len() as u64 * super::WRITE_BYTE_PICOS;
    done(p.new_string(out))
}

pub fn push_quoted(out: &mut String, text: &str, ascii: bool) {
    out.push('"');
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let plain = c >= ' ' && c != '"' && c != '\\' && (c <= '~' || !ascii);
        if plain {
            continue;
        }
        out.push_str(text.get(from..at).unwrap_or(""));
        from = at + c.len_utf8();
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{c}' => out.push_str("\\f"),
            '\u{8}' => out.push_str("\\b"),
            c => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    out.push_str(text.get(from..).unwrap_or(""));
    out.push('"');
}

/// Writes a scalar; `None`: it is none that can be written here.
fn scalar(p: &Process, value: Value, style: &Style<'_>, out: &mut String) -> Option<()> {
    match p.payload(value) {
        Value::None => out.push_str("null"),
        Value::Bool(b) => out.push_str(if b { "true" } else { "false" }),
        Value::Int(i) => out.push_str(&i.to_string()),
        // infinities and NaN depend on allow_nan: Python's business
        Value::Float(f) if f.is_finite() => out.push_str(&float::repr(f)),
        Value::Obj(r) => match p.heap.get(r) {
            Object::BigInt(i) => out.push_str(&repr::big_int(i, p.int_max_str_digits()).ok()?),
            _ => push_quoted(out, p.heap.str(r)?, style.ascii),
        },
        _ => return None,
    }
    Some(())
}

/// The text of a dict key; `Some(None)`: it is skipped.
fn key(p: &Process, key: Value, style: &Style<'_>) -> Option<Option<String>> {
    if let Some(text) = p.str(key) {
        return Some(Some(text.to_owned()));
    }
    let mut out = String::new();
    match scalar(p, key, style, &mut out) {
        Some(()) => Some(Some(out)),
        None if style.skip_keys && !matches!(p.payload(key), Value::Float(_)) => Some(None),
        None => None,
    }
}

/// A container to write; `None`: it is none that can be written here.
fn open(p: &Process, value: Value, style: &Style<'_>) -> Option<Open> {
    let Value::Obj(of) = value else { return None };
    let Value::Obj(r) = p.payload(value) else { return None };
    let subclass = of != r;
    match p.heap.get(r) {
        Object::List(items) if !subclass || !overrides(p, value, "__iter__") => {
            Some(Open { of, items: items.clone(), next: 0, is_dict: false, empty: true })
        }
        Object::Tuple(items) if !subclass || !overrides(p, value, "__iter__") => {
            Some(Open { of, items: items.to_vec(), next: 0, is_dict: false, empty: true })
        }
        Object::Dict(dict) if !subclass || !overrides(p, value, "items") => {
            let mut pairs: Vec<(Value, Value)> = dict.iter().collect();
            if style.sorted {
                if pairs.iter().any(|(k, _)| p.str(*k).is_none()) {
                    return None;
                }
                pairs.sort_by(|a, b| p.str(a.0).cmp(&p.str(b.0)));
            }
            let items = pairs.into_iter().flat_map(|(k, v)| [k, v]).collect();
            Some(Open { of, items, next: 0, is_dict: true, empty: true })
        }
        _ => None,
    }
}

/// Whether all of it could be written.
fn write(p: &mut Process, value: Value, style: &Style<'_>, out: &mut String, values: &mut u64) -> Res<bool> {
    let mut stack: Vec<Open> = Vec::new();
    let mut value = value;
    loop {
        *values += 1;
        if scalar(p, value, style, out).is_none() {
            let Some(container) = open(p, value, style) else { return Ok(false) };
            if style.check_circular && stack.iter().any(|o| o.of == container.of) {
                return Err(p.value_error("Circular reference detected"));
            }
            if stack.len() >= p.limits.recursion as usize {
                let what = "maximum recursion depth exceeded while encoding a JSON object";
                return Err(p.raise(classes::RECURSION_ERROR, what));
            }
            if container.items.is_empty() {
                out.push_str(if container.is_dict { "{}" } else { "[]" });
            } else {
                out.push(if container.is_dict { '{' } else { '[' });
                stack.push(container);
            }
        }
        if out.len() > 1 << 16 {
            p.check_room(out.len())?;
        }
        // the next value, of the innermost container that has one
        loop {
            let depth = stack.len();
            let Some(top) = stack.last_mut() else { return Ok(true) };
            let mut found = None;
            while found.is_none() && top.next < top.items.len() {
                if !top.is_dict {
                    found = top.items.get(top.next).map(|&v| (None, v));
                    top.next += 1;
                    continue;
                }
                let (Some(&k), Some(&v)) = (top.items.get(top.next), top.items.get(top.next + 1)) else { break };
                top.next += 2;
                match key(p, k, style) {
                    Some(Some(text)) => found = Some((Some(text), v)),
                    Some(None) => {}
                    None => return Ok(false),
                }
            }
            let line = |out: &mut String, depth: usize| {
                if let Some(indent) = style.indent {
                    out.push('\n');
                    for _ in 0..depth {
                        out.push_str(indent);
                    }
                }
            };
            match found {
                Some((text, next)) => {
                    if !top.empty {
                        out.push_str(style.item_separator);
                    }
                    top.empty = false;
                    line(out, depth);
                    if let Some(text) = text {
                        push_quoted(out, &text, style.ascii);
                        out.push_str(style.key_separator);
                    }
                    value = next;
                    break;
                }
                None => {
                    let close = if top.is_dict { '}' } else { ']' };
                    stack.pop();
                    line(out, depth - 1);
                    out.push(close);
                }
            }
        }
    }
}
