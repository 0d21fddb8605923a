//! `str`: construction, subscription, and the table of its methods.

mod case;
pub mod layout;
mod search;
mod split;

use std::sync::Arc;

use crate::cost::Cost;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Raise, Res, Table};
use crate::number::sequence::is_ascii;
use crate::object::{Iter, Object};
use crate::ops::Tri;
use crate::process::Process;
use crate::repr;
use crate::types::support::{index_of, position};
use crate::types::text::codec::{self, Codec, Trouble};
use crate::types::{operators, slice};
use crate::value::{Ref, Value};

/// The text of a str, shared where the object allows it.
#[must_use]
pub fn text_of(vm: &Process, value: Value) -> Option<Arc<str>> {
    match vm.object(value)? {
        Object::Str(s) => Some(Arc::clone(&s.text)),
        Object::StrTail { .. } => vm.str(value).map(Arc::from),
        _ => None,
    }
}

/// The receiver's text.
fn this(vm: &mut Process, args: &Args<'_>) -> Res<Arc<str>> {
    match text_of(vm, args.get(0)) {
        Some(text) => Ok(text),
        None => {
            let message = format!("descriptor requires a 'str' object but received a '{}'", vm.type_name(args.get(0)));
            Err(vm.type_error(&message))
        }
    }
}

/// A str argument, or `TypeError` "`what` must be str, not …".
fn text_arg(vm: &mut Process, value: Value, what: &str) -> Res<Arc<str>> {
    match text_of(vm, value) {
        Some(text) => Ok(text),
        None => {
            let space = if what.is_empty() { "" } else { " " };
            let message = format!("{what}{space}must be str, not {}", vm.type_name(value));
            Err(vm.type_error(&message))
        }
    }
}

fn done(vm: &mut Process, text: String) -> NativeResult {
    vm.charge_n(Cost::StrCopyByte, text.len());
    vm.check_room(text.len())?;
    Ok(Native::Done(vm.new_string(text)))
}

/// The receiver itself where it is an exact str, else its text as one.
fn same(vm: &Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(vm.payload(args.get(0))))
}

/// Length in characters.
#[must_use]
pub fn len(vm: &Process, value: Value) -> Option<usize> {
    let text = vm.str(value)?;
    Some(if is_ascii(vm, value) { text.len() } else { text.chars().count() })
}

/// Byte offset of a character position, at most the length.
#[must_use]
pub fn offset(text: &str, ascii: bool, chars: usize) -> usize {
    if ascii {
        return chars.min(text.len());
    }
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

/// `text[index]`, index or slice. `Ok(None)`: Python code has a say.
pub fn get_item(vm: &mut Process, r: Ref, index: Value) -> Res<Option<Value>> {
    let value = Value::Obj(r);
    let ascii = is_ascii(vm, value);
    if let Value::Int(i) = index {
        let Some(text) = vm.heap.str(r) else { return Ok(None) };
        return match char_at(text, ascii, i) {
            Some(c) => Ok(Some(vm.new_char(c))),
            None => Err(vm.index_error("string index out of range")),
        };
    }
    if let Some(parts) = slice::parts(vm, index) {
        let Some(len) = len(vm, value) else { return Ok(None) };
        let Some(bounds) = slice::resolve(vm, &parts, len)? else { return Ok(None) };
        if bounds.step == 1 && bounds.count == len {
            return Ok(Some(value));
        }
        let Some(text) = vm.heap.str(r) else { return Ok(None) };
        let picked: String = if bounds.step == 1 {
            let (from, to) = bounds.span();
            let start = offset(text, ascii, from);
            let tail = text.get(start..).unwrap_or("");
            let end = start + offset(tail, ascii, to - from);
            text.get(start..end).unwrap_or("").to_owned()
        } else if ascii {
            bounds.positions().filter_map(|at| text.as_bytes().get(at)).map(|&b| b as char).collect()
        } else {
            let chars: Vec<char> = text.chars().collect();
            bounds.positions().filter_map(|at| chars.get(at)).collect()
        };
        vm.charge_n(Cost::StrCopyByte, picked.len());
        return Ok(Some(short(vm, picked)));
    }
    if !matches!(index, Value::Bool(_)) && vm.big_int(index).is_none() {
        // CPython's wording for str differs from that of other sequences
        let Some(i) = index_of(vm, index, "string").map_err(|raise| reworded(vm, raise, index))? else {
            return Ok(None);
        };
        return get_item(vm, r, Value::Int(i));
    }
    let i = vm.index_arg(index, "string")?;
    get_item(vm, r, Value::Int(i))
}

fn reworded(vm: &mut Process, raise: Raise, index: Value) -> Raise {
    let is_type_error = matches!(vm.heap.get(raise.0), Object::Exception(e) if e.class == crate::classes::TYPE_ERROR);
    if !is_type_error {
        return raise;
    }
    let message = format!("string indices must be integers, not '{}'", vm.type_name(index));
    vm.type_error(&message)
}

fn char_at(text: &str, ascii: bool, index: i64) -> Option<char> {
    if ascii {
        let at = position(index, text.len())?;
        return text.as_bytes().get(at).map(|&b| b as char);
    }
    if index >= 0 {
        return text.chars().nth(usize::try_from(index).ok()?);
    }
    text.chars().rev().nth(usize::try_from(-(index + 1)).ok()?)
}

/// A str object; single characters are shared.
fn short(vm: &mut Process, text: String) -> Value {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => vm.new_char(c),
        (None, _) => Value::Obj(vm.intern("")),
        _ => vm.new_string(text),
    }
}

/// `part in text`; `None`: the left operand is no str.
#[must_use]
pub fn contains(vm: &Process, text: Value, part: Value) -> Option<bool> {
    Some(vm.str(text)?.contains(vm.str(part)?))
}

/// `str(object='', encoding='utf-8', errors='strict')`.
fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(1);
    if !args.get(2).is_unset() || !args.get(3).is_unset() {
        let Some(bytes) = vm.bytes(value).map(<[u8]>::to_vec) else {
            for (what, given) in [("encoding", args.get(2)), ("errors", args.get(3))] {
                if !given.is_unset() && vm.str(given).is_none() {
                    let message = format!("str() argument '{what}' must be str, not {}", vm.type_name(given));
                    return Err(vm.type_error(&message));
                }
            }
            let message = match vm.str(value) {
                Some(_) => "decoding str is not supported".to_owned(),
                None => format!("decoding to str: need a bytes-like object, {} found", vm.type_name(value)),
            };
            return Err(vm.type_error(&message));
        };
        return decoded(vm, &bytes, args.get(2), args.get(3), value);
    }
    if value.is_unset() {
        return Ok(Native::Done(Value::Obj(vm.intern(""))));
    }
    if let Value::Obj(r) = value
        && matches!(vm.heap.get(r), Object::Str(_) | Object::StrTail { .. })
    {
        return Ok(Native::Done(value));
    }
    if matches!(value, Value::Int(_) | Value::Float(_)) {
        vm.charge(Cost::StrReprInt);
    }
    match repr::try_str(vm, value)? {
        Some(text) => done(vm, text),
        None => repr::call_str(vm, value),
    }
}

/// `bytes.decode(encoding, errors)` of these bytes; `object` goes into the exception.
pub fn decoded(vm: &mut Process, bytes: &[u8], encoding: Value, errors: Value, object: Value) -> NativeResult {
    let encoding = match encoding {
        Value::Unset => Arc::from("utf-8"),
        value => text_arg(vm, value, "decode() argument 'encoding'")?,
    };
    let errors = match errors {
        Value::Unset => Arc::from("strict"),
        value => text_arg(vm, value, "decode() argument 'errors'")?,
    };
    let result =
        Codec::by_name(&encoding).map_err(Trouble::Fault).and_then(|codec| codec::decode(bytes, codec, &errors));
    match result {
        Ok(text) => done(vm, text),
        Err(trouble) => Err(unicode_error(vm, trouble, object)),
    }
}

/// The `UnicodeError` for a failed conversion of `object`.
pub fn unicode_error(vm: &mut Process, trouble: Trouble, object: Value) -> Raise {
    let (class, codec, start, end, reason) = match trouble {
        Trouble::Fault(fault) => return fault.raise(vm),
        Trouble::Encode { codec, start, end, reason } => {
            (crate::classes::UNICODE_ENCODE_ERROR, codec, start, end, reason)
        }
        Trouble::Decode { codec, start, end, reason } => {
            (crate::classes::UNICODE_DECODE_ERROR, codec, start, end, reason)
        }
    };
    let (codec, reason) = (vm.new_str(codec), vm.new_str(reason));
    let (start, end) = (Value::Int(start as i64), Value::Int(end as i64));
    let raise = vm.raise_with(class, &[codec, object, start, end, reason]);
    for (name, value) in [("encoding", codec), ("object", object), ("start", start), ("end", end), ("reason", reason)] {
        vm.set_exception_attr(raise.0, name, value);
    }
    raise
}

fn len_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args)?;
    Ok(Native::Done(Value::Int(len(vm, args.get(0)).unwrap_or(0) as i64)))
}

fn getitem_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args)?;
    let Value::Obj(r) = vm.payload(args.get(0)) else { return Ok(Native::Done(Value::NotImplemented)) };
    match get_item(vm, r, args.get(1))? {
        Some(value) => Ok(Native::Done(value)),
        None => Ok(Native::call(vm.prelude("_get_item_by_index"), &[Value::Obj(r), args.get(1)])),
    }
}

fn contains_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args)?;
    match contains(vm, args.get(0), args.get(1)) {
        Some(found) => Ok(Native::Done(Value::Bool(found))),
        None => {
            let message = format!("'in <string>' requires string as left operand, not {}", vm.type_name(args.get(1)));
            Err(vm.type_error(&message))
        }
    }
}

fn iter_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args)?;
    match vm.payload(args.get(0)) {
        Value::Obj(text) => Ok(Native::Done(vm.new_iter(Iter::Str { text, offset: 0 }))),
        other => Ok(Native::Done(other)),
    }
}

fn str_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    this(vm, args)?;
    same(vm, args)
}

fn getnewargs(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = vm.payload(args.get(0));
    Ok(Native::Done(vm.new_tuple([text])))
}

/// `text % values`.
fn modulo(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = vm.payload(args.get(0));
    match crate::format::percent(vm, text, args.get(1))? {
        Some(value) => Ok(Native::Done(value)),
        None => Ok(Native::call(vm.prelude("_percent"), &[text, args.get(1)])),
    }
}

/// Truth of an optional flag argument.
fn flag(vm: &Process, value: Value) -> bool {
    !value.is_unset() && vm.truth_native(value) != Tri::No
}

const fn table(items: &'static [NativeDef]) -> Table {
    Table { owner: "str", is_class: true, items }
}

pub const TABLES: &[Table] = &[
    table(&[
        NativeDef::static_method("__new__", new, 1, 4).names(&["", "object", "encoding", "errors"]),
        NativeDef::method("__len__", len_method, 0, 0).cost(Cost::LenCall),
        NativeDef::method("__getitem__", getitem_method, 1, 1).cost(Cost::StrIndex),
        NativeDef::method("__contains__", contains_method, 1, 1),
        NativeDef::method("__iter__", iter_method, 0, 0),
        NativeDef::method("__str__", str_method, 0, 0),
        NativeDef::method("__mod__", modulo, 1, 1).cost(Cost::PercentFormat),
        NativeDef::method("__getnewargs__", getnewargs, 0, 0),
        NativeDef::method("capitalize", case::capitalize, 0, 0),
        NativeDef::method("casefold", case::casefold, 0, 0).rare(),
        NativeDef::method("lower", case::lower, 0, 0),
        NativeDef::method("upper", case::upper, 0, 0),
        NativeDef::method("title", case::title, 0, 0),
        NativeDef::method("swapcase", case::swapcase, 0, 0).rare(),
        NativeDef::method("isalnum", case::isalnum, 0, 0),
        NativeDef::method("isalpha", case::isalpha, 0, 0),
        NativeDef::method("isascii", case::isascii, 0, 0),
        NativeDef::method("isdecimal", case::isdecimal, 0, 0).rare(),
        NativeDef::method("isdigit", case::isdigit, 0, 0),
        NativeDef::method("isidentifier", case::isidentifier, 0, 0).rare(),
        NativeDef::method("islower", case::islower, 0, 0),
        NativeDef::method("isnumeric", case::isnumeric, 0, 0).rare(),
        NativeDef::method("isprintable", case::isprintable, 0, 0).rare(),
        NativeDef::method("isspace", case::isspace, 0, 0),
        NativeDef::method("istitle", case::istitle, 0, 0).rare(),
        NativeDef::method("isupper", case::isupper, 0, 0),
        NativeDef::method("find", search::find, 1, 3),
        NativeDef::method("rfind", search::rfind, 1, 3),
        NativeDef::method("index", search::index, 1, 3),
        NativeDef::method("rindex", search::rindex, 1, 3),
        NativeDef::method("count", search::count, 1, 3),
        NativeDef::method("startswith", search::startswith, 1, 3),
        NativeDef::method("endswith", search::endswith, 1, 3),
        NativeDef::method("replace", search::replace, 2, 3),
        NativeDef::method("partition", search::partition, 1, 1),
        NativeDef::method("rpartition", search::rpartition, 1, 1),
        NativeDef::method("removeprefix", search::removeprefix, 1, 1),
        NativeDef::method("removesuffix", search::removesuffix, 1, 1),
        NativeDef::method("split", split::split, 0, 2).names(&["", "sep", "maxsplit"]),
        NativeDef::method("rsplit", split::rsplit, 0, 2).names(&["", "sep", "maxsplit"]),
        NativeDef::method("splitlines", split::splitlines, 0, 1).names(&["", "keepends"]),
        NativeDef::method("strip", split::strip, 0, 1),
        NativeDef::method("lstrip", split::lstrip, 0, 1),
        NativeDef::method("rstrip", split::rstrip, 0, 1),
        NativeDef::method("join", split::join, 1, 1),
        NativeDef::method("center", layout::center, 1, 2),
        NativeDef::method("ljust", layout::ljust, 1, 2),
        NativeDef::method("rjust", layout::rjust, 1, 2),
        NativeDef::method("zfill", layout::zfill, 1, 1),
        NativeDef::method("expandtabs", layout::expandtabs, 0, 1).names(&["", "tabsize"]).rare(),
        NativeDef::method("translate", layout::translate, 1, 1).rare(),
        NativeDef::static_method("maketrans", layout::maketrans, 1, 3).rare(),
        NativeDef::method("encode", layout::encode, 0, 2).names(&["", "encoding", "errors"]),
        NativeDef::method("format", layout::format, 0, MANY).names(&["*"]),
        NativeDef::method("format_map", layout::format_map, 1, 1).rare(),
    ]),
    table(operators::BASICS),
    table(operators::FORMAT),
    table(operators::ORDER),
    table(operators::SEQUENCE),
];
