//! The built-in functions.
//!
//! Each does what it can natively and otherwise hands over to the special method that a class has, or to its namesake in
//! the prelude (`_min`, `_sorted` …), which does the same in Python.

mod iteration;
mod numbers;
mod output;

use crate::classes;
use crate::code::Op;
use crate::cost::Cost;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Special, Table, Then};
use crate::object::Object;
use crate::process::Process;
use crate::repr;
use crate::types::items;
use crate::types::support::{ask, done};
use crate::value::Value;

fn len(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    if let Some(n) = items::len_value(vm, value) {
        return done(n);
    }
    let class = vm.type_of(value);
    match vm.special_attr(class, "__len__") {
        Some(func) if !func.is_none() => Ok(Native::call_then(func, &[value], Then::Len)),
        _ => {
            let message = format!("object of type '{}' has no len()", vm.type_name(value));
            Err(vm.type_error(&message))
        }
    }
}

fn repr_of(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    if let Some(text) = repr::try_repr(vm, value)? {
        return done(vm.new_string(text));
    }
    if let Value::Obj(r) = value
        && let Object::BoundMethod { .. } | Object::Alias(_) = vm.heap.get(r)
    {
        return repr::call_repr(vm, value);
    }
    let class = vm.type_of(value);
    match vm.special_attr(class, "__repr__") {
        Some(func) => Ok(Native::call_then(func, &[value], Then::Repr)),
        None => {
            let text = repr::default_repr(vm, value);
            done(vm.new_string(text))
        }
    }
}

fn ascii(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match repr::try_ascii(vm, args.get(0))? {
        Some(text) => done(vm.new_string(text)),
        None => ask(vm, "_ascii", args.pos),
    }
}

/// `_escape_non_ascii(text)`: what `ascii` does to a repr.
fn native_escape(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = vm.str(args.get(0)).map(repr::escape_non_ascii).unwrap_or_default();
    done(vm.new_string(text))
}

fn hash(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    if let Some(hash) = vm.hash_native(value)? {
        return done(Value::Int(hash));
    }
    let class = vm.type_of(value);
    match vm.special_attr(class, "__hash__") {
        Some(func) if !func.is_none() => Ok(Native::call_then(func, &[value], Then::Hash)),
        _ => Err(crate::types::support::unhashable(vm, value)),
    }
}

fn id(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let _ = vm;
    let small = 0x7f10_0000_0000_i64;
    done(Value::Int(match args.get(0) {
        Value::Obj(r) => repr::address(r) as i64,
        Value::Unset | Value::None => small,
        Value::NotImplemented => small + 16,
        Value::Ellipsis => small + 32,
        Value::Bool(b) => small + 48 + 32 * i64::from(b),
        Value::Int(i) => (small + 0x1000).wrapping_add(i.wrapping_mul(32)) & i64::MAX,
        Value::Float(f) => (f.to_bits() >> 1) as i64,
    }))
}

fn chr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(code) = crate::types::support::index_of(vm, args.get(0), "")? else { return ask(vm, "_chr", args.pos) };
    if !(0..=0x10_ffff).contains(&code) {
        return Err(vm.value_error("chr() arg not in range(0x110000)"));
    }
    match u32::try_from(code).ok().and_then(char::from_u32) {
        Some(c) => done(vm.new_char(c)),
        None => Err(vm.value_error("surrogate code points cannot be held in text here")),
    }
}

fn ord(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    if let Some(text) = vm.str(value) {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return done(Value::Int(i64::from(u32::from(c))));
        }
        let message = format!("ord() expected a character, but string of length {} found", text.chars().count());
        return Err(vm.type_error(&message));
    }
    if let Some(bytes) = vm.bytes(value) {
        if let &[b] = bytes {
            return done(Value::Int(i64::from(b)));
        }
        let message = format!("ord() expected a character, but string of length {} found", bytes.len());
        return Err(vm.type_error(&message));
    }
    let message = format!("ord() expected string of length 1, but {} found", vm.type_name(value));
    Err(vm.type_error(&message))
}

fn format(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let spec = match args.get(1) {
        Value::Unset => Value::Obj(vm.intern("")),
        given => given,
    };
    let Some(text) = vm.str(spec).map(str::to_owned) else {
        let message = format!("format() argument 2 must be str, not {}", vm.type_name(spec));
        return Err(vm.type_error(&message));
    };
    if !matches!(vm.object(args.get(0)), Some(Object::Instance(_)))
        && let Some(result) = crate::format::format_value(vm, args.get(0), 0, &text)?
    {
        return done(result);
    }
    ask(vm, "_format_value", &[args.get(0), Value::Int(0), spec])
}

fn globals(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Special(Special::Globals))
}

fn locals(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Special(Special::Locals))
}

fn vars(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.get(0).is_unset() {
        return Ok(Native::Special(Special::Locals));
    }
    ask(vm, "_vars", args.pos)
}

fn dir(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.get(0).is_unset() {
        return Ok(Native::Special(Special::Dir));
    }
    ask(vm, "_dir", args.pos)
}

fn input(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let prompt = if args.get(0).is_unset() { Value::Obj(vm.intern("")) } else { args.get(0) };
    ask(vm, "_input", &[prompt])
}

/// `_read_line()`: a line of standard input with its newline, "" at the end.
fn native_read_line(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(crate::exit::Syscall::ReadLine))
}

fn open(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let given: Vec<Value> = args.pos.iter().map(|v| if v.is_unset() { Value::None } else { *v }).collect();
    ask(vm, "_open", &given)
}

/// `_thread_number()`: of the running thread.
fn native_thread_number(vm: &mut Process, _: &Args<'_>) -> NativeResult {
    done(Value::Int(i64::from(vm.current)))
}

/// `_builtin_class(name)`: a built-in class that has no name in `builtins`.
fn native_builtin_class(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match vm.str(args.get(0)).and_then(classes::by_name) {
        Some(class) => done(Value::Obj(class)),
        None => Err(vm.key_error(args.get(0))),
    }
}

/// `_set_class_attr(cls, name, value)` of a built-in class.
fn native_set_class_attr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if let (Value::Obj(class), Some(name)) = (args.get(0), vm.str(args.get(1)).map(str::to_owned)) {
        let name = vm.intern(&name);
        vm.set_class_attr(class, name, Some(args.get(2)));
    }
    done(Value::None)
}

/// `_eq_native(a, b)`: True, False, or None when Python code decides.
fn native_eq(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(match vm.eq_native(args.get(0), args.get(1)) {
        crate::ops::Tri::Yes => Value::Bool(true),
        crate::ops::Tri::No => Value::Bool(false),
        crate::ops::Tri::Ask => Value::None,
    })
}

/// `_set_compare(symbol, a, b)`: a comparison of sets or views, or None when Python code decides.
fn native_set_compare(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let op = match vm.str(args.get(0)) {
        Some("==") => Op::Eq,
        Some("!=") => Op::Ne,
        Some("<") => Op::Lt,
        Some("<=") => Op::Le,
        Some(">") => Op::Gt,
        _ => Op::Ge,
    };
    let answer = crate::types::set::compare(vm, op, args.get(1), args.get(2))?;
    done(answer.map_or(Value::None, Value::Bool))
}

pub const TABLES: &[Table] = &[
    Table {
        owner: "builtins",
        is_class: false,
        items: &[
            NativeDef::function("len", len, 1, 1).cost(Cost::LenCall),
            NativeDef::function("repr", repr_of, 1, 1).cost(Cost::StrReprInt),
            NativeDef::function("ascii", ascii, 1, 1).cost(Cost::StrReprInt),
            NativeDef::function("hash", hash, 1, 1),
            NativeDef::function("id", id, 1, 1),
            NativeDef::function("chr", chr, 1, 1),
            NativeDef::function("ord", ord, 1, 1),
            NativeDef::function("format", format, 1, 2).cost(Cost::FormatValue),
            NativeDef::function("globals", globals, 0, 0),
            NativeDef::function("locals", locals, 0, 0),
            NativeDef::function("vars", vars, 0, 1),
            NativeDef::function("dir", dir, 0, 1),
            NativeDef::function("input", input, 0, 1),
            NativeDef::function("open", open, 1, 8).names(&[
                "file",
                "mode",
                "buffering",
                "encoding",
                "errors",
                "newline",
                "closefd",
                "opener",
            ]),
            NativeDef::function("print", output::print, 0, MANY)
                .names(&["sep", "end", "file", "flush"])
                .cost(Cost::PrintCall),
            NativeDef::function("abs", numbers::abs, 1, 1),
            NativeDef::function("round", numbers::round, 1, 2).names(&["number", "ndigits"]),
            NativeDef::function("divmod", numbers::divmod, 2, 2),
            NativeDef::function("pow", numbers::pow, 2, 3).names(&["base", "exp", "mod"]).cost(Cost::IntPow),
            NativeDef::function("bin", numbers::bin, 1, 1).cost(Cost::StrReprInt),
            NativeDef::function("hex", numbers::hex, 1, 1).cost(Cost::StrReprInt),
            NativeDef::function("oct", numbers::oct, 1, 1).cost(Cost::StrReprInt),
            NativeDef::function("sum", iteration::sum, 1, 2).names(&["", "start"]),
            NativeDef::function("min", iteration::min, 0, MANY).names(&["key", "default"]),
            NativeDef::function("max", iteration::max, 0, MANY).names(&["key", "default"]),
            NativeDef::function("any", iteration::any, 1, 1),
            NativeDef::function("all", iteration::all, 1, 1),
            NativeDef::function("sorted", iteration::sorted, 0, MANY).names(&["key", "reverse"]).cost(Cost::ListSlice),
            NativeDef::function("iter", iteration::iter, 1, 2),
            NativeDef::function("next", iteration::next, 1, 2),
        ],
    },
    Table {
        owner: "_native",
        is_class: false,
        items: &[
            NativeDef::function("_escape_non_ascii", native_escape, 1, 1),
            NativeDef::function("_read_line", native_read_line, 0, 0),
            NativeDef::function("_thread_number", native_thread_number, 0, 0),
            NativeDef::function("_builtin_class", native_builtin_class, 1, 1),
            NativeDef::function("_set_class_attr", native_set_class_attr, 3, 3),
            NativeDef::function("_eq_native", native_eq, 2, 2),
            NativeDef::function("_set_compare", native_set_compare, 3, 3),
        ],
    },
];
