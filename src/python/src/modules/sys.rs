//! `sys`, and the methods of its three text streams.

use super::support::{call_library, int_arg, str_arg};
use crate::classes;
use crate::cost::Cost;
use crate::exit::Syscall;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Res, Special, Table};
use crate::object::{File, Object};
use crate::process::Process;
use crate::value::Value;

pub const TABLE: Table = Table {
    owner: "sys",
    is_class: false,
    items: &[
        NativeDef::function("exit", exit, 0, 1),
        NativeDef::function("exc_info", exc_info, 0, 0),
        NativeDef::function("intern", intern, 1, 1),
        NativeDef::function("getsizeof", getsizeof, 1, 2).names(&["object", "default"]).rare(),
        NativeDef::function("getrecursionlimit", getrecursionlimit, 0, 0),
        NativeDef::function("setrecursionlimit", setrecursionlimit, 1, 1),
        NativeDef::function("get_int_max_str_digits", get_int_max_str_digits, 0, 0),
        NativeDef::function("set_int_max_str_digits", set_int_max_str_digits, 1, 1).names(&["maxdigits"]),
        NativeDef::function("_get_switch_interval", get_switch_interval, 0, 0),
        NativeDef::function("_set_switch_interval", set_switch_interval, 1, 1),
        NativeDef::function("_argv", argv, 0, 0),
        NativeDef::function("_modules", modules, 0, 0),
        NativeDef::function("_standard_names", standard_names, 0, 0),
        NativeDef::function("_std_stream", std_stream, 1, 1),
        NativeDef::function("_traceback_text", traceback_text, 1, 1),
    ],
};

/// Methods that only the standard streams need; files of the in-memory file system share the class.
pub const STREAMS: Table = Table {
    owner: "TextIOWrapper",
    is_class: true,
    items: &[
        NativeDef::method("_write", stream_write_raw, 1, 1).cost(Cost::BuiltinCall),
        NativeDef::method("write", stream_write, 1, 1),
        NativeDef::method("writelines", stream_writelines, 1, 1),
        NativeDef::method("flush", stream_flush, 0, 0),
        NativeDef::method("readline", stream_readline, 0, 1),
        NativeDef::method("read", stream_read, 0, 1),
        NativeDef::method("readlines", stream_readlines, 0, 1),
        NativeDef::method("__iter__", stream_self, 0, 0),
        NativeDef::method("__next__", stream_next, 0, 0),
        NativeDef::method("__enter__", stream_self, 0, 0),
        NativeDef::method("__exit__", stream_exit, 0, 3),
        NativeDef::method("isatty", stream_not, 0, 0),
        NativeDef::method("fileno", stream_fileno, 0, 0),
        NativeDef::method("readable", stream_readable, 0, 0),
        NativeDef::method("writable", stream_writable, 0, 0),
        NativeDef::method("seekable", stream_not, 0, 0),
        NativeDef::method("close", stream_close, 0, 0),
        NativeDef::method("reconfigure", stream_reconfigure, 0, MANY).names(&["*"]),
        NativeDef::method("__repr__", stream_repr, 0, 0),
        NativeDef::getter("name", stream_name),
        NativeDef::getter("buffer", |p, a| call_library(p, "sys", "_stream_buffer", &[a.get(0)])),
        NativeDef::getter("mode", stream_mode),
        NativeDef::getter("encoding", stream_encoding),
        NativeDef::getter("errors", stream_errors),
        NativeDef::getter("closed", stream_closed),
        NativeDef::getter("line_buffering", stream_not),
    ],
};

fn exit(p: &mut Process, args: &Args<'_>) -> NativeResult {
    // As `PyErr_SetObject`: a tuple is the arguments, None is no argument.
    let args = match args.or_none(0) {
        Value::None => Vec::new(),
        value => match p.object(value) {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => vec![value],
        },
    };
    Err(p.raise_with(classes::SYSTEM_EXIT, &args))
}

fn exc_info(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Special(Special::ExcInfo))
}

fn intern(p: &mut Process, args: &Args<'_>) -> NativeResult {
    match (p.str(args.get(0)).is_some(), args.get(0)) {
        (true, Value::Obj(r)) => Ok(Value::Obj(p.intern_ref(r)).into()),
        (_, value) => {
            let message = format!("intern() argument must be str, not {}", p.type_name(value));
            Err(p.type_error(&message))
        }
    }
}

/// Bytes an object takes in CPython 3.11 on a 64-bit machine, from the structures in its `Include/cpython`; containers
/// as if they had been made in one piece.
pub(crate) fn getsizeof(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = size_of(p, args.get(0));
    Ok(Value::Int(i64::try_from(bytes).unwrap_or(i64::MAX)).into())
}

fn size_of(p: &Process, value: Value) -> usize {
    const POINTER: usize = 8;
    let int = |bits: u64| 24 + 4 * bits.div_ceil(30).max(1) as usize;
    match value {
        Value::Int(i) => int(u64::from(64 - i.unsigned_abs().leading_zeros())),
        Value::Bool(b) => 24 + 4 * usize::from(b),
        Value::Float(_) => 24,
        Value::None | Value::Unset | Value::NotImplemented | Value::Ellipsis => 16,
        Value::Obj(r) => match p.heap.get(r) {
            Object::BigInt(i) => int(i.bits()),
            Object::Complex { .. } => 32,
            Object::Str(_) | Object::StrTail { .. } | Object::StrBuffer(_) => {
                let text = p.heap.str(r).unwrap_or_default();
                let widest = text.chars().map(|c| c as u32).max().unwrap_or(0);
                match widest {
                    0..0x80 => 49 + text.len(),
                    0x80..0x100 => 73 + text.chars().count(),
                    0x100..0x1_0000 => 74 + 2 * text.chars().count(),
                    _ => 76 + 4 * text.chars().count(),
                }
            }
            Object::Bytes(b) => 33 + b.len(),
            Object::ByteArray(b) => 56 + b.len() + usize::from(!b.is_empty()),
            Object::List(items) => 56 + POINTER * items.len(),
            Object::Tuple(items) => 40 + POINTER * items.len(),
            Object::Dict(dict) => dict_size(dict.len()),
            Object::Set(set) | Object::FrozenSet(set) => match set.len() {
                0..=4 => 216,
                n => 216 + 16 * (n * 5 / 3).next_power_of_two().max(32),
            },
            Object::Range(_) => 48,
            Object::Slice(_) => 56,
            Object::Cell(_) => 40,
            Object::Function(_) => 144,
            Object::BoundMethod { .. } => 64,
            Object::Class(_) => 1064,
            Object::Generator(_) => 200,
            Object::Module(_) => 72,
            Object::Property(_) => 72,
            Object::Instance(i) if !i.payload.is_unset() => size_of(p, i.payload) + 16,
            _ => 48,
        },
    }
}

/// `sys.getsizeof` of a dict grown by insertion: the index and entry tables of CPython's `dictobject.c`.
fn dict_size(len: usize) -> usize {
    if len == 0 {
        return 64;
    }
    let mut slots = 8;
    while slots * 2 / 3 < len {
        slots *= 2;
    }
    let index_bytes = match slots {
        0..=0x80 => 1,
        0x81..=0x8000 => 2,
        _ => 4,
    };
    // Entries of str keys have no hash: 16 bytes.
    64 + 32 + slots * index_bytes + slots * 2 / 3 * 16
}

fn getrecursionlimit(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Int(i64::from(p.limits.recursion)).into())
}

/// Frames take memory that the heap limit sees only when it collects: so many are some 100 MB.
const DEEPEST_RECURSION: u32 = 250_000;

fn setrecursionlimit(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let limit = int_arg(p, args.get(0))?;
    if limit < 1 {
        return Err(p.value_error("recursion limit must be greater or equal than 1"));
    }
    match i32::try_from(limit) {
        Ok(limit) => {
            p.limits.recursion = limit.unsigned_abs().min(DEEPEST_RECURSION);
            Ok(Value::None.into())
        }
        Err(_) => Err(p.overflow_error("Python int too large to convert to C int")),
    }
}

fn get_int_max_str_digits(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Int(p.int_max_str_digits() as i64).into())
}

fn set_int_max_str_digits(p: &mut Process, args: &Args<'_>) -> NativeResult {
    const LOWEST: i64 = 640;
    let digits = int_arg(p, args.get(0))?;
    if digits != 0 && digits < LOWEST {
        return Err(p.value_error(&format!("maxdigits must be 0 or larger than {LOWEST}")));
    }
    p.set_int_max_str_digits(usize::try_from(digits).unwrap_or(0));
    Ok(Value::None.into())
}

fn get_switch_interval(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::GetSwitchInterval))
}

fn set_switch_interval(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let nanos = int_arg(p, args.get(0))?.max(1).unsigned_abs();
    Ok(Native::Syscall(Syscall::SetSwitchInterval { nanos }))
}

fn argv(p: &mut Process, _: &Args<'_>) -> NativeResult {
    let argv = p.config.argv.clone();
    let argv = argv.into_iter().map(|arg| p.new_string(arg)).collect();
    Ok(p.new_list(argv).into())
}

fn modules(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Obj(p.modules).into())
}

fn standard_names(p: &mut Process, _: &Args<'_>) -> NativeResult {
    let names = crate::unsupported::standard_names().iter().map(|name| p.new_str(name)).collect();
    Ok(p.new_list(names).into())
}

/// `_std_stream(fd)`: standard input (0), output (1) or error (2).
fn std_stream(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = int_arg(p, args.get(0))?.clamp(0, 2) as u8;
    let name = p.new_str(match fd {
        0 => "<stdin>",
        1 => "<stdout>",
        _ => "<stderr>",
    });
    let file = File {
        name,
        binary: false,
        readable: fd == 0,
        writable: fd != 0,
        closed: false,
        position: 0,
        data: Vec::new(),
        path: None,
        std_stream: Some(fd),
        append: false,
    };
    Ok(p.alloc(Object::File(Box::new(file))).into())
}

fn traceback_text(p: &mut Process, args: &Args<'_>) -> NativeResult {
    super::support::call_prelude(p, "_traceback_text", &[args.get(0)])
}

// -- streams

/// The stream number of an open standard stream.
fn open_stream(p: &mut Process, receiver: Value) -> Res<u8> {
    let (fd, closed) = match p.object(receiver) {
        Some(Object::File(file)) => (file.std_stream, file.closed),
        _ => (None, false),
    };
    match fd {
        Some(_) if closed => Err(p.value_error("I/O operation on closed file.")),
        Some(fd) => Ok(fd),
        None => Err(p.raise(classes::NOT_IMPLEMENTED_ERROR, "only the standard streams can do this")),
    }
}

fn unsupported(p: &mut Process, what: &str) -> NativeResult {
    Err(p.raise(classes::OS_ERROR, what))
}

fn stream_write_raw(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = open_stream(p, args.get(0))?;
    let text = str_arg(p, args.get(1), "write() argument")?;
    if fd == 0 {
        return unsupported(p, "not writable");
    }
    p.charge_n(Cost::PrintByte, text.len());
    Ok(Native::Syscall(Syscall::Write { fd, text }))
}

fn stream_write(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "sys", "_stream_write", &[args.get(0), args.get(1)])
}

fn stream_writelines(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "sys", "_stream_writelines", &[args.get(0), args.get(1)])
}

fn stream_flush(p: &mut Process, args: &Args<'_>) -> NativeResult {
    open_stream(p, args.get(0))?;
    Ok(Value::None.into())
}

fn stream_readline(p: &mut Process, args: &Args<'_>) -> NativeResult {
    match open_stream(p, args.get(0))? {
        0 => Ok(Native::Syscall(Syscall::ReadLine)),
        _ => unsupported(p, "not readable"),
    }
}

fn stream_read(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "sys", "_stream_read", &[args.get(0)])
}

fn stream_readlines(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "sys", "_stream_readlines", &[args.get(0)])
}

fn stream_self(_: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(args.get(0).into())
}

fn stream_next(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "sys", "_stream_next", &[args.get(0)])
}

fn stream_exit(p: &mut Process, args: &Args<'_>) -> NativeResult {
    stream_close(p, args)
}

fn stream_not(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Bool(false).into())
}

fn stream_fileno(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = open_stream(p, args.get(0))?;
    Ok(Value::Int(i64::from(fd)).into())
}

fn file(p: &Process, value: Value) -> Option<&File> {
    match p.object(value) {
        Some(Object::File(file)) => Some(file),
        _ => None,
    }
}

fn stream_readable(p: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Value::Bool(file(p, args.get(0)).is_some_and(|f| f.readable)).into())
}

fn stream_writable(p: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Value::Bool(file(p, args.get(0)).is_some_and(|f| f.writable)).into())
}

fn stream_close(p: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Value::Obj(r) = args.get(0)
        && let Object::File(file) = p.heap.get_mut(r)
    {
        file.closed = true;
    }
    Ok(Value::None.into())
}

/// Accepts what CPython does; there is no buffer and one encoding.
fn stream_reconfigure(p: &mut Process, args: &Args<'_>) -> NativeResult {
    stream_flush(p, args)
}

fn stream_repr(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = file(p, args.get(0)).map_or(Value::None, |f| f.name);
    let name = p.str(name).unwrap_or_default().to_owned();
    let mode = if file(p, args.get(0)).is_some_and(|f| f.writable) { "w" } else { "r" };
    Ok(p.new_string(format!("<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>")).into())
}

fn stream_name(p: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(file(p, args.get(0)).map_or(Value::None, |f| f.name).into())
}

fn stream_mode(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let writable = file(p, args.get(0)).is_some_and(|f| f.writable);
    Ok(p.new_str(if writable { "w" } else { "r" }).into())
}

fn stream_encoding(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(p.new_str("utf-8").into())
}

fn stream_errors(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let stderr = file(p, args.get(0)).is_some_and(|f| f.std_stream == Some(2));
    Ok(p.new_str(if stderr { "backslashreplace" } else { "strict" }).into())
}

fn stream_closed(p: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Value::Bool(file(p, args.get(0)).is_some_and(|f| f.closed)).into())
}
