//! Padding, translation, encoding and formatting of `str`.

use super::{done, text_arg, text_of, this};
use crate::cost::Cost;
use crate::native::{Args, Native, NativeResult, Res};
use crate::object::Object;
use crate::process::Process;
use crate::types::text::codec::{self, Codec, Trouble};
use crate::value::Value;

fn fill_arg(vm: &mut Process, value: Value) -> Res<char> {
    if value.is_unset() {
        return Ok(' ');
    }
    let Some(text) = text_of(vm, value) else {
        let message = format!("The fill character must be a unicode character, not {}", vm.type_name(value));
        return Err(vm.type_error(&message));
    };
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(vm.type_error("The fill character must be exactly one character long")),
    }
}

/// How much goes left and right of a text of this length.
fn justified(vm: &mut Process, args: &Args<'_>, left: fn(usize, usize) -> usize) -> NativeResult {
    let text = this(vm, args)?;
    let width = vm.index_arg(args.get(1), "")?;
    let fill = fill_arg(vm, args.get(2))?;
    let len = text.chars().count();
    let width = crate::types::support::size(width);
    let missing = width.saturating_sub(len);
    if missing == 0 {
        return super::same(vm, args);
    }
    vm.check_room(text.len().saturating_add(missing.saturating_mul(fill.len_utf8())))?;
    let before = left(missing, width);
    let mut out = String::with_capacity(text.len() + missing * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, before));
    out.push_str(&text);
    out.extend(std::iter::repeat_n(fill, missing - before));
    done(vm, out)
}

pub fn center(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    // CPython's odd rule: the extra character goes left when both the gap and the width are odd
    justified(vm, args, |missing, width| missing / 2 + (missing & width & 1))
}

pub fn ljust(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    justified(vm, args, |_, _| 0)
}

pub fn rjust(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    justified(vm, args, |missing, _| missing)
}

pub fn zfill(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let width = crate::types::support::size(vm.index_arg(args.get(1), "")?);
    let missing = width.saturating_sub(text.chars().count());
    if missing == 0 {
        return super::same(vm, args);
    }
    vm.check_room(text.len().saturating_add(missing))?;
    let sign = usize::from(text.starts_with(['+', '-']));
    let mut out = String::with_capacity(text.len() + missing);
    out.push_str(&text[..sign]);
    out.extend(std::iter::repeat_n('0', missing));
    out.push_str(&text[sign..]);
    done(vm, out)
}

pub fn expandtabs(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let size = match args.get(1) {
        Value::Unset => 8,
        value => crate::types::support::size(vm.index_arg(value, "")?),
    };
    let tabs = text.matches('\t').count();
    vm.check_room(text.len().saturating_add(tabs.saturating_mul(size)))?;
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                if size > 0 {
                    let step = size - column % size;
                    out.extend(std::iter::repeat_n(' ', step));
                    column += step;
                }
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            c => {
                out.push(c);
                column += 1;
            }
        }
    }
    done(vm, out)
}

/// `str.maketrans(x)`, `(x, y)` or `(x, y, z)`: a dict from code points.
pub fn maketrans(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = vm.new_dict(crate::dict::Dict::new());
    let Value::Obj(r) = dict else { return Ok(Native::Done(dict)) };
    if args.get(1).is_unset() {
        let Some(Object::Dict(given)) = vm.object(args.get(0)) else {
            return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        let entries: Vec<(Value, Value)> = given.iter().collect();
        for (key, value) in entries {
            let key = match vm.str(key) {
                Some(text) => {
                    let mut chars = text.chars();
                    match (chars.next(), chars.next()) {
                        (Some(c), None) => Value::Int(i64::from(u32::from(c))),
                        _ => {
                            return Err(vm.value_error("string keys in translate table must be of length 1"));
                        }
                    }
                }
                None if key.as_small_int().is_some() => key,
                None => return Err(vm.type_error("keys in translate table must be strings or integers")),
            };
            vm.dict_set_native(r, key, value)?;
        }
        return Ok(Native::Done(dict));
    }
    let Some(from) = text_of(vm, args.get(0)) else {
        return Err(vm.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    let to = text_arg(vm, args.get(1), "maketrans() argument 2")?;
    if from.chars().count() != to.chars().count() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (a, b) in from.chars().zip(to.chars()) {
        vm.dict_set_native(r, Value::Int(i64::from(u32::from(a))), Value::Int(i64::from(u32::from(b))))?;
    }
    if !args.get(2).is_unset() {
        let removed = text_arg(vm, args.get(2), "maketrans() argument 3")?;
        for c in removed.chars() {
            vm.dict_set_native(r, Value::Int(i64::from(u32::from(c))), Value::None)?;
        }
    }
    Ok(Native::Done(dict))
}

pub fn translate(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let table = args.get(1);
    let r = match table {
        Value::Obj(r) if matches!(vm.heap.get(r), Object::Dict(_)) => r,
        // any object with `__getitem__`
        _ => return Ok(Native::call(vm.prelude("_str_translate"), &[vm.payload(args.get(0)), table])),
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let key = Value::Int(i64::from(u32::from(c)));
        let Ok(found) = vm.dict_get_native(r, key)? else {
            return Ok(Native::call(vm.prelude("_str_translate"), &[vm.payload(args.get(0)), table]));
        };
        match found {
            None => out.push(c),
            Some(Value::None) => {}
            Some(value) => match (value.as_small_int(), vm.str(value)) {
                (_, Some(text)) => out.push_str(text),
                (Some(code), _) => match u32::try_from(code).ok().and_then(char::from_u32) {
                    Some(c) => out.push(c),
                    None => return Err(vm.value_error("character mapping must be in range(0x110000)")),
                },
                (None, None) => {
                    return Err(vm.type_error("character mapping must return integer, None or str"));
                }
            },
        }
    }
    vm.charge_n(Cost::DictGet, text.len());
    done(vm, out)
}

pub fn encode(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    encoded(vm, &text, args.get(1), args.get(2), args.get(0), "encode()")
}

/// `text.encode(encoding, errors)`; `object` goes into the exception.
pub fn encoded(
    vm: &mut Process,
    text: &str,
    encoding: Value,
    errors: Value,
    object: Value,
    function: &str,
) -> NativeResult {
    let encoding = match encoding {
        Value::Unset => std::sync::Arc::from("utf-8"),
        value => text_arg(vm, value, &format!("{function} argument 'encoding'"))?,
    };
    let errors = match errors {
        Value::Unset => std::sync::Arc::from("strict"),
        value => text_arg(vm, value, &format!("{function} argument 'errors'"))?,
    };
    vm.check_room(text.len().saturating_mul(2))?;
    let result =
        Codec::by_name(&encoding).map_err(Trouble::Fault).and_then(|codec| codec::encode(text, codec, &errors));
    match result {
        Ok(bytes) => {
            vm.charge_n(Cost::StrCopyByte, bytes.len());
            Ok(Native::Done(vm.new_bytes(&bytes)))
        }
        Err(trouble) => Err(super::unicode_error(vm, trouble, object)),
    }
}

pub fn format(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let pos = args.pos.get(1..).unwrap_or(&[]);
    if let Some(value) = crate::format::brace::format(vm, &text, pos, args.kw)? {
        return Ok(Native::Done(value));
    }
    let values = vm.new_tuple(pos.to_vec());
    let named = vm.new_dict(crate::dict::Dict::new());
    if let Value::Obj(r) = named {
        for &(key, value) in args.kw {
            vm.dict_set_native(r, key, value)?;
        }
    }
    Ok(Native::call(vm.prelude("_str_format"), &[vm.payload(args.get(0)), values, named]))
}

pub fn format_map(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args)?;
    Ok(Native::call(vm.prelude("_str_format"), &[vm.payload(args.get(0)), Value::None, args.get(1)]))
}
