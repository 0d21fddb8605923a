//! `repr()` and `str()` of values that need no Python code.
//!
//! `None` everywhere means that an instance of a Python class has a say somewhere inside: the caller goes through the
//! prelude. Addresses are made from heap positions, so that they are the same in every run.

mod objects;

use num_bigint::BigInt;

use crate::classes;
use crate::format::float;
use crate::native::Res;
use crate::number::fault::{Fault, Pure};
use crate::number::int;
use crate::object::{Object, ViewKind};
use crate::process::Process;
use crate::types::text::unicode;
use crate::value::{Ref, Value};

/// `sys.int_info.default_max_str_digits`.
pub const DEFAULT_INT_DIGITS: usize = 4300;

/// Slot of `Process::counters` for `sys.set_int_max_str_digits`: the limit + 1, or 0 for the default.
const INT_DIGITS_COUNTER: usize = 7;

/// Longest text made of one value; a structure that shares its parts can be exponentially long.
const MAX_TEXT: usize = 1 << 27;

impl Process {
    /// `sys.get_int_max_str_digits()`; 0: no limit.
    #[must_use]
    pub fn int_max_str_digits(&self) -> usize {
        match self.counters[INT_DIGITS_COUNTER] {
            0 => DEFAULT_INT_DIGITS,
            n => usize::try_from(n - 1).unwrap_or(0),
        }
    }

    pub fn set_int_max_str_digits(&mut self, digits: usize) {
        self.counters[INT_DIGITS_COUNTER] = digits as u64 + 1;
    }
}

/// The address that `id()` and default representations show.
#[must_use]
pub fn address(r: Ref) -> u64 {
    0x7f00_0000_0000 + (u64::from(r.0) << 4)
}

/// `repr(value)`. `None`: Python code has a say, or it fails: [`try_repr`] says how.
#[must_use]
pub fn repr_native(vm: &Process, value: Value) -> Option<String> {
    Writer::new(vm).text_of(value).ok().flatten()
}

/// `repr(value)`, raising what CPython raises (an int with too many digits).
pub fn try_repr(vm: &mut Process, value: Value) -> Res<Option<String>> {
    let result = Writer::new(vm).text_of(value);
    result.map_err(|fault| fault.raise(vm))
}

/// `str(value)`. `None`: Python code has a say, or it fails: [`try_str`] says how.
#[must_use]
pub fn str_native(vm: &Process, value: Value) -> Option<String> {
    text_str(vm, value).ok().flatten()
}

/// `str(value)`, raising what CPython raises.
pub fn try_str(vm: &mut Process, value: Value) -> Res<Option<String>> {
    let result = text_str(vm, value);
    result.map_err(|fault| fault.raise(vm))
}

/// How `str(value)` goes on where [`try_str`] says `None`: a call of `__str__`, or of `__repr__` where only that is
/// defined.
pub fn call_str(vm: &Process, value: Value) -> crate::native::NativeResult {
    use crate::native::{Native, Then};
    let class = vm.type_of(value);
    if let Value::Obj(r) = value
        && let Object::MappingProxy { dict } = vm.heap.get(r)
    {
        return call_repr(vm, Value::Obj(*dict));
    }
    if let Value::Obj(r) = value
        && let Object::BoundMethod { .. } | Object::Alias(_) = vm.heap.get(r)
    {
        return call_repr(vm, value);
    }
    match crate::types::support::class_attr(vm, class, "__str__") {
        Some(func) => Ok(Native::call_then(func, &[value], Then::Str)),
        None => call_repr(vm, value),
    }
}

/// How `repr(value)` goes on where [`try_repr`] says `None`: a call of `__repr__`.
pub fn call_repr(vm: &Process, value: Value) -> crate::native::NativeResult {
    use crate::native::{Native, Then};
    if let Value::Obj(r) = value
        && matches!(vm.heap.get(r), Object::BoundMethod { .. } | Object::MappingProxy { .. } | Object::Alias(_))
    {
        return Ok(Native::call(vm.prelude("_repr_by_parts"), &[value]));
    }
    let func = crate::types::support::class_attr(vm, vm.type_of(value), "__repr__").unwrap_or(Value::None);
    Ok(Native::call_then(func, &[value], Then::Repr))
}

/// `ascii(value)`.
pub fn try_ascii(vm: &mut Process, value: Value) -> Res<Option<String>> {
    Ok(try_repr(vm, value)?.map(|text| escape_non_ascii(&text)))
}

/// `repr(value)` with its fault.
pub fn text_repr(vm: &Process, value: Value) -> Pure<Option<String>> {
    Writer::new(vm).text_of(value)
}

/// `str(value)` with its fault.
pub fn text_str(vm: &Process, value: Value) -> Pure<Option<String>> {
    if let Value::Obj(r) = value {
        match vm.heap.get(r) {
            Object::Str(s) => return Ok(Some(s.text.to_string())),
            Object::StrTail { .. } => return Ok(vm.heap.str(r).map(str::to_owned)),
            Object::Instance(i) => {
                let flags = class_flags(vm, i.class);
                if flags.str || flags.repr && vm.heap_str_payload(i.payload).is_none() {
                    return Ok(None);
                }
                if let Some(text) = vm.heap_str_payload(i.payload) {
                    return Ok(Some(text.to_owned()));
                }
            }
            Object::Exception(e) => {
                if class_flags(vm, e.class).str {
                    return Ok(None);
                }
                return objects::exception_str(vm, r);
            }
            // as `str` of the mapping behind it
            Object::MappingProxy { dict } => return text_str(vm, Value::Obj(*dict)),
            _ => {}
        }
    }
    Writer::new(vm).text_of(value)
}

impl Process {
    fn heap_str_payload(&self, payload: Value) -> Option<&str> {
        match payload {
            Value::Obj(r) => self.heap.str(r),
            _ => None,
        }
    }
}

fn class_flags(vm: &Process, class: Ref) -> crate::object::ClassFlags {
    match vm.heap.get(class) {
        Object::Class(c) => c.flags,
        _ => crate::object::ClassFlags::default(),
    }
}

/// Decimal text of an int, within the limit of digits (0: none).
pub fn big_int(i: &BigInt, limit: usize) -> Pure<String> {
    let too_long = || {
        Fault::value(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to \
             increase the limit"
        ))
    };
    // a lower bound of the digits: 3.33 bits each
    if limit > 0 && i.bits() / 4 > limit as u64 {
        return Err(too_long());
    }
    let words = int::words(i);
    int::check_work(words.saturating_mul(words) / 2)?;
    let text = i.to_string();
    if limit > 0 && text.len() - usize::from(text.starts_with('-')) > limit {
        return Err(too_long());
    }
    Ok(text)
}

/// `repr` of a complex number.
#[must_use]
pub fn complex(re: f64, im: f64) -> String {
    let part = |f| float::text(f, float::Digits::Shortest, 0, float::Style::default());
    if re == 0.0 && re.is_sign_positive() {
        return format!("{}j", part(im));
    }
    let imag = part(im);
    let plus = if imag.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{imag}j)", part(re))
}

/// `repr` of a text.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_quoted(&mut out, text);
    out
}

fn push_quoted(out: &mut String, text: &str) {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if unicode::is_printable(c) => out.push(c),
            c => push_escape(out, c),
        }
    }
    out.push(quote);
}

/// `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
pub fn push_escape(out: &mut String, c: char) {
    let code = c as u32;
    out.push_str(&match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    });
}

/// What `ascii()` makes of a representation.
#[must_use]
pub fn escape_non_ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            push_escape(&mut out, c);
        }
    }
    out
}

/// `repr` of bytes, with the `b`.
#[must_use]
pub fn bytes(bytes: &[u8]) -> String {
    escaped_bytes(bytes, false)
}

/// As [`bytes`]; a bytearray escapes single quotes inside double ones too.
fn escaped_bytes(bytes: &[u8], every_quote: bool) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote as char);
    for &b in bytes {
        match b {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b if b == quote || every_quote && b == b'\'' => {
                out.push('\\');
                out.push(b as char);
            }
            0x20..=0x7e => out.push(b as char),
            b => out.push_str(&format!("\\x{b:02x}")),
        }
    }
    out.push(quote as char);
    out
}

/// One representation in the making.
pub(super) struct Writer<'a> {
    vm: &'a Process,
    out: String,
    /// Containers being written, for `[...]`.
    open: Vec<Ref>,
    limit: usize,
}

impl<'a> Writer<'a> {
    fn new(vm: &'a Process) -> Self {
        Self { vm, out: String::new(), open: Vec::new(), limit: vm.int_max_str_digits() }
    }

    fn text_of(mut self, value: Value) -> Pure<Option<String>> {
        Ok(self.value(value)?.then_some(self.out))
    }

    /// Writes `repr(value)`; `false`: Python code has a say.
    fn value(&mut self, value: Value) -> Pure<bool> {
        match value {
            Value::None => self.out.push_str("None"),
            Value::NotImplemented => self.out.push_str("NotImplemented"),
            Value::Ellipsis => self.out.push_str("Ellipsis"),
            Value::Unset => self.out.push_str("<NULL>"),
            Value::Bool(b) => self.out.push_str(if b { "True" } else { "False" }),
            Value::Int(i) => self.out.push_str(&i.to_string()),
            Value::Float(f) => self.out.push_str(&float::repr(f)),
            Value::Obj(r) => return self.object(r),
        }
        Ok(true)
    }

    fn object(&mut self, r: Ref) -> Pure<bool> {
        if self.out.len() > MAX_TEXT {
            return Err(Fault::memory("a text of more than 128 MiB"));
        }
        let vm = self.vm;
        match vm.heap.get(r) {
            // Whether a lock is held only its host knows; a stream has a `__repr__` of its own.
            Object::Host(_) | Object::File(_) => return Ok(false),
            Object::Str(s) => push_quoted(&mut self.out, &s.text),
            Object::StrTail { .. } => push_quoted(&mut self.out, vm.heap.str(r).unwrap_or("")),
            Object::BigInt(i) => self.out.push_str(&big_int(i, self.limit)?),
            Object::Bytes(b) => self.out.push_str(&bytes(b)),
            Object::ByteArray(b) => self.wrapped("bytearray", &escaped_bytes(b, true)),
            Object::Complex { re, im } => self.out.push_str(&complex(*re, *im)),
            Object::List(items) => return self.guarded(r, "[...]", |w| w.items(items, "[", "]")),
            Object::Tuple(items) => {
                let close = if items.len() == 1 { ",)" } else { ")" };
                return self.guarded(r, "(...)", |w| w.items(items, "(", close));
            }
            Object::Dict(_) => return self.dict(r),
            Object::Set(_) | Object::FrozenSet(_) => return self.set(r, vm.class_name(vm.heap.type_of(r))),
            Object::Range(range) => {
                let step = if range.step == 1 { String::new() } else { format!(", {}", range.step) };
                self.out.push_str(&format!("range({}, {}{step})", range.start, range.stop));
            }
            Object::Slice(parts) => return self.items(&**parts, "slice(", ")"),
            Object::DictView { dict, kind } => {
                let (dict, kind) = (*dict, *kind);
                return self.guarded(r, "...", |w| w.view(dict, kind));
            }
            Object::MappingProxy { dict } => {
                self.out.push_str("mappingproxy(");
                if !self.dict(*dict)? {
                    return Ok(false);
                }
                self.out.push(')');
            }
            Object::Instance(i) => {
                if class_flags(vm, i.class).repr {
                    return Ok(false);
                }
                if i.payload.is_unset() {
                    self.plain(r);
                } else {
                    return self.subclass(i.class, i.payload);
                }
            }
            Object::Exception(e) => {
                if class_flags(vm, e.class).repr {
                    return Ok(false);
                }
                let args = e.args;
                self.out.push_str(vm.class_name(e.class));
                return self.guarded(r, "(...)", |w| match w.vm.items_slice(args) {
                    Some(&[only]) => {
                        w.out.push('(');
                        let done = w.value(only)?;
                        w.out.push(')');
                        Ok(done)
                    }
                    Some(items) => w.items(items, "(", ")"),
                    None => {
                        w.out.push_str("()");
                        Ok(true)
                    }
                });
            }
            _ => return self.other(r),
        }
        Ok(true)
    }

    fn wrapped(&mut self, name: &str, inside: &str) {
        self.out.push_str(name);
        self.out.push('(');
        self.out.push_str(inside);
        self.out.push(')');
    }

    /// Writes a container unless it is inside itself.
    fn guarded(&mut self, r: Ref, again: &str, write: impl FnOnce(&mut Self) -> Pure<bool>) -> Pure<bool> {
        if self.open.contains(&r) {
            self.out.push_str(again);
            return Ok(true);
        }
        if self.open.len() > crate::ops::MAX_NATIVE_DEPTH as usize {
            // Python frames take over, whose depth the recursion limit bounds
            return Ok(false);
        }
        self.open.push(r);
        let done = write(self);
        self.open.pop();
        done
    }

    fn items(&mut self, items: &[Value], open: &str, close: &str) -> Pure<bool> {
        self.out.push_str(open);
        for (i, &item) in items.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            if !self.value(item)? {
                return Ok(false);
            }
        }
        self.out.push_str(close);
        Ok(true)
    }

    fn dict(&mut self, r: Ref) -> Pure<bool> {
        let Object::Dict(dict) = self.vm.heap.get(r) else { return Ok(false) };
        self.guarded(r, "{...}", |w| {
            w.out.push('{');
            for (i, (key, value)) in dict.iter().enumerate() {
                if i > 0 {
                    w.out.push_str(", ");
                }
                if !w.value(key)? {
                    return Ok(false);
                }
                w.out.push_str(": ");
                if !w.value(value)? {
                    return Ok(false);
                }
            }
            w.out.push('}');
            Ok(true)
        })
    }

    fn view(&mut self, dict: Ref, kind: ViewKind) -> Pure<bool> {
        let Object::Dict(table) = self.vm.heap.get(dict) else { return Ok(false) };
        self.out.push_str(match kind {
            ViewKind::Keys => "dict_keys([",
            ViewKind::Values => "dict_values([",
            ViewKind::Items => "dict_items([",
        });
        for (i, (key, value)) in table.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            let done = match kind {
                ViewKind::Keys => self.value(key)?,
                ViewKind::Values => self.value(value)?,
                ViewKind::Items => self.items(&[key, value], "(", ")")?,
            };
            if !done {
                return Ok(false);
            }
        }
        self.out.push_str("])");
        Ok(true)
    }

    /// A set under the name of its class.
    fn set(&mut self, r: Ref, name: &str) -> Pure<bool> {
        let (Object::Set(table) | Object::FrozenSet(table)) = self.vm.heap.get(r) else { return Ok(false) };
        if table.is_empty() {
            self.wrapped(name, "");
            return Ok(true);
        }
        let plain = name == "set";
        let again = format!("{name}(...)");
        self.guarded(r, &again, |w| {
            if !plain {
                w.out.push_str(name);
                w.out.push('(');
            }
            let items: Vec<Value> = table.iter().collect();
            let done = w.items(&items, "{", "}")?;
            if !plain {
                w.out.push(')');
            }
            Ok(done)
        })
    }

    /// An instance of a subclass of a built-in value type that keeps the representation.
    fn subclass(&mut self, class: Ref, payload: Value) -> Pure<bool> {
        let vm = self.vm;
        if let Value::Obj(r) = payload {
            match vm.heap.get(r) {
                Object::Set(_) | Object::FrozenSet(_) => return self.set(r, vm.class_name(class)),
                Object::ByteArray(b) => {
                    self.wrapped(vm.class_name(class), &escaped_bytes(b, true));
                    return Ok(true);
                }
                _ => {}
            }
        }
        self.value(payload)
    }

    /// `<module.Class object at 0x…>`.
    fn plain(&mut self, r: Ref) {
        let class = self.vm.heap.type_of(r);
        let name = objects::qualified(self.vm, class);
        self.out.push_str(&format!("<{name} object at {:#x}>", address(r)));
    }
}

/// `object.__repr__(value)`: the representation by class and address, whatever the class defines.
#[must_use]
pub fn default_repr(vm: &Process, value: Value) -> String {
    match value {
        Value::Obj(r) => {
            let name = objects::qualified(vm, vm.heap.type_of(r));
            format!("<{name} object at {:#x}>", address(r))
        }
        other => format!("<{} object>", vm.class_name(vm.type_of(other))),
    }
}

/// Name of a class with its module, as in tracebacks; no module for built-in ones.
#[must_use]
pub fn class_qualified_name(vm: &Process, class: Ref) -> String {
    if class == classes::OBJECT {
        return "object".to_owned();
    }
    objects::qualified(vm, class)
}
