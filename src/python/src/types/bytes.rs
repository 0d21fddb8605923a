//! `bytes`, `bytearray` and `memoryview`: construction, subscription and the tables of their methods.

mod buffer;
mod methods;

use crate::cost::Cost;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Res, Table, Then};
use crate::object::{Iter, MemoryView, Object};
use crate::process::Process;
use crate::types::support::{class_attr, index_of, position};
use crate::types::{operators, slice};
use crate::value::{Ref, Value};

/// What the result of a method is: the kind of its receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Bytes,
    ByteArray,
}

impl Kind {
    fn make(self, vm: &mut Process, bytes: Vec<u8>) -> Value {
        vm.charge_n(Cost::StrCopyByte, bytes.len());
        match self {
            Self::Bytes => vm.new_bytes(&bytes),
            Self::ByteArray => vm.alloc(Object::ByteArray(bytes)),
        }
    }
}

/// The receiver's bytes and kind.
fn this(vm: &mut Process, args: &Args<'_>) -> Res<(Vec<u8>, Kind)> {
    match vm.object(args.get(0)) {
        Some(Object::Bytes(b)) => Ok((b.to_vec(), Kind::Bytes)),
        Some(Object::ByteArray(b)) => Ok((b.clone(), Kind::ByteArray)),
        _ => {
            let message =
                format!("descriptor requires a 'bytes' object but received a '{}'", vm.type_name(args.get(0)));
            Err(vm.type_error(&message))
        }
    }
}

/// A bytes-like argument.
fn bytes_arg(vm: &mut Process, value: Value) -> Res<Vec<u8>> {
    match vm.bytes(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => {
            let message = format!("a bytes-like object is required, not '{}'", vm.type_name(value));
            Err(vm.type_error(&message))
        }
    }
}

/// One byte of a sequence of ints.
fn byte(vm: &mut Process, value: Value, what: &str) -> Res<u8> {
    let out_of_range = match vm.payload(value) {
        Value::Int(i) => match u8::try_from(i) {
            Ok(b) => return Ok(b),
            Err(_) => true,
        },
        Value::Bool(b) => return Ok(u8::from(b)),
        other => matches!(vm.object(other), Some(Object::BigInt(_))),
    };
    if out_of_range {
        return Err(vm.value_error(&format!("{what} must be in range(0, 256)")));
    }
    let message = format!("'{}' object cannot be interpreted as an integer", vm.type_name(value));
    Err(vm.type_error(&message))
}

/// The bytes of a sequence of ints.
pub fn from_items(vm: &mut Process, items: &[Value]) -> Res<Vec<u8>> {
    items.iter().map(|&item| byte(vm, item, "bytes")).collect()
}

/// `obj[index]` of a bytes, bytearray or memoryview. `Ok(None)`: Python code has a say.
pub fn get_item(vm: &mut Process, r: Ref, index: Value) -> Res<Option<Value>> {
    let value = Value::Obj(r);
    let Some(len) = vm.bytes(value).map(<[u8]>::len) else { return Ok(None) };
    let what = match vm.heap.get(r) {
        Object::Bytes(_) => "byte",
        Object::ByteArray(_) => "bytearray",
        _ => "memoryview",
    };
    if let Some(parts) = slice::parts(vm, index) {
        let Some(bounds) = slice::resolve(vm, &parts, len)? else { return Ok(None) };
        if let Object::MemoryView(view) = vm.heap.get(r) {
            let view = view.clone();
            if bounds.step != 1 {
                return Err(
                    vm.raise(crate::classes::NOT_IMPLEMENTED_ERROR, "memoryview: slices with a step are not supported")
                );
            }
            let (from, to) = bounds.span();
            return Ok(Some(vm.alloc(Object::MemoryView(Box::new(MemoryView {
                start: view.start + from,
                len: to.saturating_sub(from),
                ..*view
            })))));
        }
        let source = vm.bytes(value).unwrap_or(&[]);
        let picked: Vec<u8> = bounds.positions().filter_map(|at| source.get(at).copied()).collect();
        let kind = if what == "byte" { Kind::Bytes } else { Kind::ByteArray };
        return Ok(Some(kind.make(vm, picked)));
    }
    let Some(i) = index_of(vm, index, what)? else { return Ok(None) };
    match position(i, len).and_then(|at| vm.bytes_at(value, at)) {
        Some(b) => Ok(Some(Value::Int(i64::from(b)))),
        None if what == "memoryview" => Err(vm.index_error("index out of bounds on dimension 1")),
        None => Err(vm.index_error(if what == "byte" { "index out of range" } else { "bytearray index out of range" })),
    }
}

/// `bytearray[index] = value`, also through a memoryview. `Ok(false)`: Python code has a say.
pub fn set_item(vm: &mut Process, r: Ref, index: Value, value: Value) -> Res<bool> {
    buffer::set_item(vm, r, index, value)
}

/// `del bytearray[index]`. `Ok(false)`: Python code has a say.
pub fn del_item(vm: &mut Process, r: Ref, index: Value) -> Res<bool> {
    buffer::del_item(vm, r, index)
}

/// `part in bytes`; `Ok(None)`: Python code has a say.
pub fn contains(vm: &mut Process, obj: Value, part: Value) -> Res<Option<bool>> {
    if let Some(needle) = vm.bytes(part) {
        return Ok(vm.bytes(obj).map(|hay| methods::find(hay, needle).is_some()));
    }
    let b = byte(vm, part, "byte").map_err(|raise| {
        let wrong_type = vm.payload(part).as_small_int().is_none() && vm.big_int(part).is_none();
        if wrong_type {
            let message = format!("a bytes-like object is required, not '{}'", vm.type_name(part));
            return vm.type_error(&message);
        }
        raise
    })?;
    Ok(vm.bytes(obj).map(|hay| hay.contains(&b)))
}

/// `bytes(source=b'', encoding, errors)`.
fn new_bytes(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    construct(vm, args, Kind::Bytes, "_bytes")
}

fn new_bytearray(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    construct(vm, args, Kind::ByteArray, "_bytearray")
}

fn construct(vm: &mut Process, args: &Args<'_>, kind: Kind, prelude: &str) -> NativeResult {
    let (source, encoding, errors) = (args.get(1), args.get(2), args.get(3));
    if let Some(text) = vm.str(source).map(str::to_owned) {
        if encoding.is_unset() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let function = if kind == Kind::Bytes { "bytes()" } else { "bytearray()" };
        let made = super::str::layout::encoded(vm, &text, encoding, errors, source, function)?;
        return match (kind, made) {
            (Kind::ByteArray, Native::Done(value)) => {
                let bytes = vm.bytes(value).unwrap_or(&[]).to_vec();
                Ok(Native::Done(kind.make(vm, bytes)))
            }
            (_, made) => Ok(made),
        };
    }
    if !encoding.is_unset() || !errors.is_unset() {
        return Err(vm.type_error(if encoding.is_unset() {
            "errors without a string argument"
        } else {
            "encoding without a string argument"
        }));
    }
    if source.is_unset() {
        return Ok(Native::Done(kind.make(vm, Vec::new())));
    }
    if let Value::Obj(r) = source
        && let Object::Instance(i) = vm.heap.get(r)
        && let Some(func) = class_attr(vm, i.class, "__bytes__")
    {
        return Ok(Native::call_then(func, &[source], Then::Nothing));
    }
    if kind == Kind::Bytes
        && let Value::Obj(r) = source
        && matches!(vm.heap.get(r), Object::Bytes(_))
    {
        return Ok(Native::Done(source));
    }
    if let Some(count) = vm.big_int(source) {
        use num_traits::{Signed, ToPrimitive};
        if count.is_negative() {
            return Err(vm.value_error("negative count"));
        }
        let Some(count) = count.to_usize() else {
            return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer"));
        };
        vm.check_room(count)?;
        return Ok(Native::Done(kind.make(vm, vec![0; count])));
    }
    if let Some(bytes) = vm.bytes(source).map(<[u8]>::to_vec) {
        return Ok(Native::Done(kind.make(vm, bytes)));
    }
    match vm.collect_native(source)? {
        Some(items) => {
            let what = if kind == Kind::Bytes { "bytes" } else { "byte" };
            let bytes = items.iter().map(|&item| byte(vm, item, what)).collect::<Res<Vec<u8>>>()?;
            Ok(Native::Done(kind.make(vm, bytes)))
        }
        None => {
            if !crate::types::support::has_method(vm, source, "__iter__")
                && !crate::types::support::has_method(vm, source, "__getitem__")
            {
                let name = if kind == Kind::Bytes { "bytes" } else { "bytearray" };
                let message = format!("cannot convert '{}' object to {name}", vm.type_name(source));
                return Err(vm.type_error(&message));
            }
            Ok(Native::call(vm.prelude(prelude), &[source]))
        }
    }
}

/// `memoryview(object)`.
fn new_memoryview(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let base = vm.payload(args.get(1));
    let (start, len, readonly, base) = match vm.object(base) {
        Some(Object::Bytes(b)) => (0, b.len(), true, base),
        Some(Object::ByteArray(b)) => (0, b.len(), false, base),
        Some(Object::MemoryView(v)) => (v.start, v.len, v.readonly, v.base),
        _ => {
            let message = format!("memoryview: a bytes-like object is required, not '{}'", vm.type_name(base));
            return Err(vm.type_error(&message));
        }
    };
    Ok(Native::Done(vm.alloc(Object::MemoryView(Box::new(MemoryView { base, start, len, readonly })))))
}

fn len_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = bytes_arg(vm, args.get(0))?;
    Ok(Native::Done(Value::Int(bytes.len() as i64)))
}

fn getitem_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = vm.payload(args.get(0)) else { return Ok(Native::Done(Value::NotImplemented)) };
    match get_item(vm, r, args.get(1))? {
        Some(value) => Ok(Native::Done(value)),
        None => Ok(Native::call(vm.prelude("_get_item_by_index"), &[Value::Obj(r), args.get(1)])),
    }
}

fn contains_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let found = contains(vm, args.get(0), args.get(1))?;
    Ok(Native::Done(found.map_or(Value::NotImplemented, Value::Bool)))
}

fn iter_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = vm.payload(args.get(0));
    Ok(Native::Done(vm.new_iter(Iter::Bytes { bytes, index: 0 })))
}

fn modulo(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let format = vm.payload(args.get(0));
    match crate::format::percent(vm, format, args.get(1))? {
        Some(value) => Ok(Native::Done(value)),
        None => Ok(Native::call(vm.prelude("_percent_bytes"), &[format, args.get(1)])),
    }
}

const SHARED: &[NativeDef] = &[
    NativeDef::method("__len__", len_method, 0, 0).cost(Cost::LenCall).rare(),
    NativeDef::method("__getitem__", getitem_method, 1, 1).cost(Cost::StrIndex).rare(),
    NativeDef::method("__contains__", contains_method, 1, 1).rare(),
    NativeDef::method("__iter__", iter_method, 0, 0).rare(),
    NativeDef::method("__mod__", modulo, 1, 1).cost(Cost::PercentFormat).rare(),
    NativeDef::method("decode", methods::decode, 0, 2).names(&["", "encoding", "errors"]).rare(),
    NativeDef::method("hex", methods::hex, 0, 2).names(&["", "sep", "bytes_per_sep"]).rare(),
    NativeDef::class_method("fromhex", methods::fromhex, 1, 1).rare(),
    NativeDef::static_method("maketrans", methods::maketrans, 2, 2).rare(),
    NativeDef::method("translate", methods::translate, 1, 2).names(&["", "", "delete"]).rare(),
    NativeDef::method("find", methods::find_method, 1, 3).rare(),
    NativeDef::method("rfind", methods::rfind_method, 1, 3).rare(),
    NativeDef::method("index", methods::index, 1, 3).rare(),
    NativeDef::method("rindex", methods::rindex, 1, 3).rare(),
    NativeDef::method("count", methods::count, 1, 3).rare(),
    NativeDef::method("startswith", methods::startswith, 1, 3).rare(),
    NativeDef::method("endswith", methods::endswith, 1, 3).rare(),
    NativeDef::method("replace", methods::replace, 2, 3).rare(),
    NativeDef::method("partition", methods::partition, 1, 1).rare(),
    NativeDef::method("rpartition", methods::rpartition, 1, 1).rare(),
    NativeDef::method("removeprefix", methods::removeprefix, 1, 1).rare(),
    NativeDef::method("removesuffix", methods::removesuffix, 1, 1).rare(),
    NativeDef::method("split", methods::split, 0, 2).names(&["", "sep", "maxsplit"]).rare(),
    NativeDef::method("rsplit", methods::rsplit, 0, 2).names(&["", "sep", "maxsplit"]).rare(),
    NativeDef::method("splitlines", methods::splitlines, 0, 1).names(&["", "keepends"]).rare(),
    NativeDef::method("strip", methods::strip, 0, 1).rare(),
    NativeDef::method("lstrip", methods::lstrip, 0, 1).rare(),
    NativeDef::method("rstrip", methods::rstrip, 0, 1).rare(),
    NativeDef::method("join", methods::join, 1, 1).rare(),
    NativeDef::method("center", methods::center, 1, 2).rare(),
    NativeDef::method("ljust", methods::ljust, 1, 2).rare(),
    NativeDef::method("rjust", methods::rjust, 1, 2).rare(),
    NativeDef::method("zfill", methods::zfill, 1, 1).rare(),
    NativeDef::method("expandtabs", methods::expandtabs, 0, 1).names(&["", "tabsize"]).rare(),
    NativeDef::method("lower", methods::lower, 0, 0).rare(),
    NativeDef::method("upper", methods::upper, 0, 0).rare(),
    NativeDef::method("title", methods::title, 0, 0).rare(),
    NativeDef::method("capitalize", methods::capitalize, 0, 0).rare(),
    NativeDef::method("swapcase", methods::swapcase, 0, 0).rare(),
    NativeDef::method("isalpha", methods::isalpha, 0, 0).rare(),
    NativeDef::method("isalnum", methods::isalnum, 0, 0).rare(),
    NativeDef::method("isascii", methods::isascii, 0, 0).rare(),
    NativeDef::method("isdigit", methods::isdigit, 0, 0).rare(),
    NativeDef::method("islower", methods::islower, 0, 0).rare(),
    NativeDef::method("isupper", methods::isupper, 0, 0).rare(),
    NativeDef::method("istitle", methods::istitle, 0, 0).rare(),
    NativeDef::method("isspace", methods::isspace, 0, 0).rare(),
];

const fn table(owner: &'static str, items: &'static [NativeDef]) -> Table {
    Table { owner, is_class: true, items }
}

pub const TABLES: &[Table] = &[
    table(
        "bytes",
        &[NativeDef::static_method("__new__", new_bytes, 1, 4).names(&["", "source", "encoding", "errors"]).rare()],
    ),
    table("bytes", SHARED),
    table("bytes", operators::BASICS),
    table("bytes", operators::ORDER),
    table("bytes", operators::SEQUENCE),
    table(
        "bytearray",
        &[
            NativeDef::static_method("__new__", new_bytearray, 1, 4)
                .names(&["", "source", "encoding", "errors"])
                .rare(),
            NativeDef::method("__setitem__", buffer::setitem_method, 2, 2).rare(),
            NativeDef::method("__delitem__", buffer::delitem_method, 1, 1).rare(),
            NativeDef::method("__iadd__", buffer::iadd, 1, 1).rare(),
            NativeDef::method("__imul__", buffer::imul, 1, 1).rare(),
            NativeDef::method("append", buffer::append, 1, 1).rare(),
            NativeDef::method("extend", buffer::extend, 1, 1).rare(),
            NativeDef::method("insert", buffer::insert, 2, 2).rare(),
            NativeDef::method("pop", buffer::pop, 0, 1).rare(),
            NativeDef::method("remove", buffer::remove, 1, 1).rare(),
            NativeDef::method("reverse", buffer::reverse, 0, 0).rare(),
            NativeDef::method("clear", buffer::clear, 0, 0).rare(),
            NativeDef::method("copy", buffer::copy, 0, 0).rare(),
        ],
    ),
    table("bytearray", SHARED),
    table("bytearray", operators::BASICS),
    table("bytearray", operators::ORDER),
    table("bytearray", operators::SEQUENCE),
    table(
        "memoryview",
        &[
            NativeDef::static_method("__new__", new_memoryview, 2, 2).names(&["", "object"]).rare(),
            NativeDef::method("__len__", len_method, 0, 0).rare(),
            NativeDef::method("__getitem__", getitem_method, 1, 1).rare(),
            NativeDef::method("__setitem__", buffer::setitem_method, 2, 2).rare(),
            NativeDef::method("__contains__", contains_method, 1, 1).rare(),
            NativeDef::method("__iter__", iter_method, 0, 0).rare(),
            NativeDef::method("__eq__", buffer::view_eq, 1, 1).rare(),
            NativeDef::method("tobytes", buffer::tobytes, 0, 1).rare(),
            NativeDef::method("tolist", buffer::tolist, 0, 0).rare(),
            NativeDef::method("hex", methods::hex, 0, 2).names(&["", "sep", "bytes_per_sep"]).rare(),
            NativeDef::method("release", buffer::release, 0, 0).rare(),
            NativeDef::method("__enter__", buffer::enter, 0, 0).rare(),
            NativeDef::method("__exit__", buffer::release, 0, MANY).rare(),
            NativeDef::getter("nbytes", len_method).rare(),
            NativeDef::getter("readonly", buffer::readonly).rare(),
            NativeDef::getter("obj", buffer::base).rare(),
            NativeDef::getter("itemsize", buffer::item_size).rare(),
            NativeDef::getter("ndim", buffer::item_size).rare(),
            NativeDef::getter("format", buffer::item_format).rare(),
            NativeDef::getter("shape", buffer::shape).rare(),
            NativeDef::getter("strides", buffer::strides).rare(),
            NativeDef::getter("contiguous", buffer::yes).rare(),
            NativeDef::getter("c_contiguous", buffer::yes).rare(),
        ],
    ),
];
