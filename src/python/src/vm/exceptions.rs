//! Natives of the exception classes.

use crate::classes;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Table};
use crate::object::{Exception, Object};
use crate::process::Process;
use crate::repr;
use crate::value::{Ref, Value};

pub const TABLES: &[Table] = &[
    Table {
        owner: "BaseException",
        is_class: true,
        items: &[
            NativeDef::function("__new__", new, 1, MANY).names(&["*"]),
            NativeDef::method("__init__", init, 0, MANY).names(&["*"]),
            NativeDef::method("__str__", str_method, 0, 0),
            NativeDef::method("__repr__", repr_method, 0, 0),
            NativeDef::method("with_traceback", with_traceback, 1, 1),
            NativeDef::method("add_note", add_note, 1, 1),
            NativeDef::method("__setstate__", set_state, 1, 1),
            NativeDef::method("__reduce__", reduce, 0, 0),
            NativeDef::getter("args", args_getter),
            NativeDef::getter("__traceback__", traceback),
            NativeDef::getter("__cause__", cause),
            NativeDef::getter("__context__", context),
            NativeDef::getter("__suppress_context__", suppress),
        ],
    },
    Table {
        owner: "BaseExceptionGroup",
        is_class: true,
        items: &[
            NativeDef::method("derive", |vm, a| group_call(vm, a, "_derive"), 1, 1),
            NativeDef::method("split", |vm, a| group_call(vm, a, "_split"), 1, 1),
            NativeDef::method("subgroup", |vm, a| group_call(vm, a, "_subgroup"), 1, 1),
            NativeDef::class_method("__class_getitem__", group_alias, 1, 1),
        ],
    },
    Table { owner: "StopIteration", is_class: true, items: &[NativeDef::getter("value", first_arg)] },
    Table { owner: "ImportError", is_class: true, items: &[NativeDef::getter("msg", first_arg)] },
    Table { owner: "SystemExit", is_class: true, items: &[NativeDef::getter("code", exit_code)] },
    Table {
        owner: "OSError",
        is_class: true,
        items: &[
            NativeDef::method("__str__", os_error_str, 0, 0),
            NativeDef::getter("errno", os_errno),
            NativeDef::getter("strerror", os_strerror),
            NativeDef::getter("filename", |vm, a| done(file_name_of(vm, a.get(0), "filename").unwrap_or(Value::None))),
            NativeDef::getter("filename2", |vm, a| {
                done(file_name_of(vm, a.get(0), "filename2").unwrap_or(Value::None))
            }),
        ],
    },
    Table { owner: "KeyError", is_class: true, items: &[NativeDef::method("__str__", key_error_str, 0, 0)] },
    Table {
        owner: "_native",
        is_class: false,
        items: &[
            NativeDef::function("_traceback_text", traceback_text, 1, 1),
            NativeDef::function("_exception_only", exception_only, 1, 1),
            NativeDef::function("_format_tb", format_tb, 1, 1),
            NativeDef::function("_tb_entries", tb_entries, 1, 1),
            NativeDef::function("_set_cause", set_cause, 2, 2),
        ],
    },
];

fn done(value: Value) -> NativeResult {
    Ok(Native::Done(value))
}

fn group_call(vm: &mut Process, args: &Args<'_>, name: &str) -> NativeResult {
    Ok(Native::call(vm.prelude(name), args.pos))
}

fn with<T>(vm: &Process, value: Value, read: impl FnOnce(&Exception) -> T) -> Option<T> {
    match value {
        Value::Obj(r) => match vm.heap.get(r) {
            Object::Exception(e) => Some(read(e)),
            _ => None,
        },
        _ => None,
    }
}

fn exception_args(vm: &Process, value: Value) -> Vec<Value> {
    with(vm, value, |e| e.args).and_then(|a| vm.items_slice(a)).map(<[Value]>::to_vec).unwrap_or_default()
}

fn new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(class) = args.get(0) else { return Err(vm.type_error("exceptions must derive from BaseException")) };
    let class = os_error_class(vm, class, args);
    let builtin = matches!(vm.heap.get(class), Object::Class(c) if c.builtin);
    let raise = vm.raise_with(class, args.pos.get(1..).unwrap_or(&[]));
    if vm.is_subclass(class, classes::BASE_EXCEPTION_GROUP) {
        group_fields(vm, raise.0, args)?;
    }
    os_file_name(vm, raise.0);
    keyword_fields(vm, raise.0, class, args, builtin)?;
    done(Value::Obj(raise.0))
}

/// `OSError(2, …)` makes a FileNotFoundError.
fn os_error_class(vm: &Process, class: Ref, args: &Args<'_>) -> Ref {
    if class != classes::OS_ERROR || args.pos.len() < 3 {
        return class;
    }
    match args.get(1) {
        Value::Int(1 | 13) => classes::PERMISSION_ERROR,
        Value::Int(2) => classes::FILE_NOT_FOUND_ERROR,
        Value::Int(3) => classes::PROCESS_LOOKUP_ERROR,
        Value::Int(4) => classes::INTERRUPTED_ERROR,
        Value::Int(10) => classes::CHILD_PROCESS_ERROR,
        Value::Int(11 | 114 | 115) => classes::BLOCKING_IO_ERROR,
        Value::Int(17) => classes::FILE_EXISTS_ERROR,
        Value::Int(20) => vm_class("NotADirectoryError", class),
        Value::Int(21) => vm_class("IsADirectoryError", class),
        Value::Int(32 | 108) => classes::BROKEN_PIPE_ERROR,
        Value::Int(103) => classes::CONNECTION_ABORTED_ERROR,
        Value::Int(104) => classes::CONNECTION_RESET_ERROR,
        Value::Int(110) => classes::TIMEOUT_ERROR,
        Value::Int(111) => classes::CONNECTION_REFUSED_ERROR,
        _ => {
            let _ = vm;
            class
        }
    }
}

/// The file name of an OSError is an attribute, not one of its `args`.
fn os_file_name(vm: &mut Process, exception: Ref) {
    if !vm.is_subclass(vm.heap.type_of(exception), classes::OS_ERROR) {
        return;
    }
    let items = exception_args(vm, Value::Obj(exception));
    if items.len() < 3 {
        return;
    }
    vm.set_exception_attr(exception, "filename", items[2]);
    if let Some(&second) = items.get(4) {
        vm.set_exception_attr(exception, "filename2", second);
    }
    let tuple = vm.new_tuple(&items[..2]);
    if let Object::Exception(e) = vm.heap.get_mut(exception) {
        e.args = tuple;
    }
}

fn vm_class(name: &str, otherwise: Ref) -> Ref {
    classes::by_name(name).unwrap_or(otherwise)
}

fn group_alias(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let items = vm.new_tuple([args.get(1)]);
    let alias = crate::object::Alias { origin: args.get(0), args: items, union: false };
    done(vm.alloc(Object::Alias(Box::new(alias))))
}

fn group_fields(vm: &mut Process, group: Ref, args: &Args<'_>) -> crate::native::Res<()> {
    if args.pos.len() != 3 {
        let given = args.pos.len().saturating_sub(1);
        return Err(vm.type_error(&format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)")));
    }
    let message = args.get(1);
    if vm.str(message).is_none() {
        let text = format!("BaseExceptionGroup.__new__() argument 1 must be str, not {}", vm.type_name(message));
        return Err(vm.type_error(&text));
    }
    let given = args.get(2);
    let sequence = crate::types::support::has_method(vm, given, "__getitem__")
        && !matches!(vm.object(given), Some(Object::Dict(_)));
    let items = match if sequence { vm.collect_native(given)? } else { None } {
        Some(items) => items,
        None => return Err(vm.type_error("second argument (exceptions) must be a sequence")),
    };
    if items.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    for (i, &item) in items.iter().enumerate() {
        if with(vm, item, |_| ()).is_none() {
            let text = format!("Item {i} of second argument (exceptions) is not an exception");
            return Err(vm.value_error(&text));
        }
    }
    let all_plain = items.iter().all(|&i| vm.is_subclass(vm.type_of(i), classes::EXCEPTION));
    let class = vm.heap.type_of(group);
    let plain_class = vm.dict_get_str(vm.builtins, "ExceptionGroup");
    let plain = matches!(plain_class, Some(Value::Obj(p)) if vm.is_subclass(class, p));
    if (plain || class != classes::BASE_EXCEPTION_GROUP && vm.is_subclass(class, classes::EXCEPTION)) && !all_plain {
        let exact = matches!(plain_class, Some(Value::Obj(p)) if p == class);
        let name = if exact { "an ExceptionGroup".to_owned() } else { format!("'{}'", vm.class_name(class)) };
        return Err(vm.type_error(&format!("Cannot nest BaseExceptions in {name}")));
    }
    if class == classes::BASE_EXCEPTION_GROUP
        && all_plain
        && let Some(Value::Obj(p)) = plain_class
        && let Object::Exception(e) = vm.heap.get_mut(group)
    {
        e.class = p;
    }
    let tuple = vm.new_tuple(items);
    vm.set_exception_attr(group, "message", message);
    vm.set_exception_attr(group, "exceptions", tuple);
    Ok(())
}

/// What `SyntaxError`'s second argument tells, in its order.
const SYNTAX_FIELDS: [&str; 6] = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];

/// What instances of these classes have even where nobody has set it: None.
pub(crate) const UNSET_FIELDS: [(Ref, &[&str]); 4] = [
    (classes::IMPORT_ERROR, &["name", "path"]),
    (classes::ATTRIBUTE_ERROR, &["name", "obj"]),
    (classes::NAME_ERROR, &["name"]),
    (
        classes::SYNTAX_ERROR,
        &["msg", "print_file_and_line", "filename", "lineno", "offset", "text", "end_lineno", "end_offset"],
    ),
];

/// Keyword arguments that built-in exceptions take.
fn keyword_fields(
    vm: &mut Process,
    exception: Ref,
    class: Ref,
    args: &Args<'_>,
    builtin: bool,
) -> crate::native::Res<()> {
    let defaults: &[&str] = if vm.is_subclass(class, classes::IMPORT_ERROR) {
        &["name", "path"]
    } else if vm.is_subclass(class, classes::ATTRIBUTE_ERROR) {
        &["name", "obj"]
    } else if vm.is_subclass(class, classes::NAME_ERROR) {
        &["name"]
    } else {
        &[]
    };
    for name in defaults {
        if builtin || !args.kw.is_empty() {
            let given = args.kw.iter().find(|(k, _)| vm.str(*k) == Some(name)).map(|(_, v)| *v);
            if let Some(value) = given {
                vm.set_exception_attr(exception, name, value);
            }
        }
    }
    if builtin && let Some((key, _)) = args.kw.iter().find(|(k, _)| !vm.str(*k).is_some_and(|n| defaults.contains(&n)))
    {
        let text = if defaults.is_empty() {
            format!("{}() takes no keyword arguments", vm.class_name(class))
        } else {
            format!("'{}' is an invalid keyword argument for {}()", vm.str(*key).unwrap_or("?"), vm.class_name(class))
        };
        return Err(vm.type_error(&text));
    }
    if vm.is_subclass(class, classes::SYNTAX_ERROR) && !args.get(1).is_unset() {
        vm.set_exception_attr(exception, "msg", args.get(1));
        if let Some(Object::Tuple(details)) = vm.object(args.get(2)) {
            let details = details.to_vec();
            if !(4..=6).contains(&details.len()) {
                let bound = if details.len() < 4 { "least 4" } else { "most 6" };
                let message = format!("function takes at {bound} arguments ({} given)", details.len());
                return Err(vm.type_error(&message));
            }
            for (name, value) in SYNTAX_FIELDS.iter().zip(details) {
                vm.set_exception_attr(exception, name, value);
            }
        }
    }
    Ok(())
}

fn init(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let tuple = vm.new_tuple(args.pos.get(1..).unwrap_or(&[]));
    if let Value::Obj(r) = args.get(0) {
        let group = vm.is_subclass(vm.heap.type_of(r), classes::BASE_EXCEPTION_GROUP);
        if !group && let Object::Exception(e) = vm.heap.get_mut(r) {
            e.args = tuple;
        }
        os_file_name(vm, r);
        let class = vm.heap.type_of(r);
        keyword_fields(vm, r, class, args, false)?;
    }
    done(Value::None)
}

fn str_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    if vm.is_subclass(vm.type_of(value), classes::BASE_EXCEPTION_GROUP) {
        return Ok(Native::call(vm.prelude("_group_str"), &[value]));
    }
    let items = exception_args(vm, value);
    if vm.is_subclass(vm.type_of(value), classes::SYNTAX_ERROR)
        && items.len() == 2
        && let Some(text) = repr::str_native(vm, value)
    {
        let text = vm.new_string(text);
        return done(text);
    }
    match items.as_slice() {
        [] => {
            let empty = vm.new_str("");
            done(empty)
        }
        [one] => Ok(Native::call(Value::Obj(classes::STR), &[*one])),
        _ => {
            let tuple = vm.new_tuple(items);
            let repr = vm.dict_get_str(vm.builtins, "repr").unwrap_or(Value::None);
            Ok(Native::call(repr, &[tuple]))
        }
    }
}

fn key_error_str(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let items = exception_args(vm, args.get(0));
    match items.as_slice() {
        [one] => {
            let repr = vm.dict_get_str(vm.builtins, "repr").unwrap_or(Value::None);
            Ok(Native::call(repr, &[*one]))
        }
        _ => str_method(vm, args),
    }
}

fn repr_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match repr::repr_native(vm, args.get(0)) {
        Some(text) if vm.python_method(args.get(0), "__repr__").is_none() => {
            let text = vm.new_string(text);
            done(text)
        }
        _ => Ok(Native::call(vm.prelude("_exception_repr"), &[args.get(0)])),
    }
}

fn with_traceback(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let entries = match vm.object(args.get(1)) {
        Some(Object::Traceback(t)) => t.to_vec(),
        _ => Vec::new(),
    };
    if let Value::Obj(r) = args.get(0)
        && let Object::Exception(e) = vm.heap.get_mut(r)
    {
        e.traceback = entries;
    }
    done(args.get(0))
}

fn add_note(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if vm.str(args.get(1)).is_none() {
        let text = format!("note must be a str, not '{}'", vm.type_name(args.get(1)));
        return Err(vm.type_error(&text));
    }
    let Value::Obj(r) = args.get(0) else { return done(Value::None) };
    let name = vm.intern("__notes__");
    match vm.own_attr(r, name) {
        Some(Value::Obj(list)) => {
            let Object::List(items) = vm.heap.get_mut(list) else {
                return Err(vm.type_error("Cannot add note: __notes__ is not a list"));
            };
            items.push(args.get(1));
        }
        Some(_) => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        None => {
            let list = vm.new_list(vec![args.get(1)]);
            vm.set_exception_attr(r, "__notes__", list);
        }
    }
    done(Value::None)
}

fn set_state(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = args.get(0) else { return done(Value::None) };
    let pairs: Vec<(Value, Value)> = match vm.object(args.get(1)) {
        Some(Object::Dict(d)) => d.iter().collect(),
        _ => Vec::new(),
    };
    for (key, value) in pairs {
        if let Some(name) = vm.str(key).map(str::to_owned) {
            vm.set_exception_attr(r, &name, value);
        }
    }
    done(Value::None)
}

fn reduce(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    let class = Value::Obj(vm.type_of(value));
    let arguments = with(vm, value, |e| e.args).unwrap_or(Value::None);
    let dict = with(vm, value, |e| e.dict).unwrap_or(Value::Unset);
    let parts = if dict.is_unset() { vec![class, arguments] } else { vec![class, arguments, dict] };
    let tuple = vm.new_tuple(parts);
    done(tuple)
}

fn args_getter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with(vm, args.get(0), |e| e.args).unwrap_or(Value::None))
}

fn traceback(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let traceback = vm.traceback_object(args.get(0));
    done(traceback)
}

fn cause(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with(vm, args.get(0), |e| e.cause).unwrap_or(Value::None))
}

fn context(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with(vm, args.get(0), |e| e.context).unwrap_or(Value::None))
}

fn suppress(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(Value::Bool(with(vm, args.get(0), |e| e.suppress_context).unwrap_or(false)))
}

fn first_arg(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(exception_args(vm, args.get(0)).first().copied().unwrap_or(Value::None))
}

fn exit_code(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let items = exception_args(vm, args.get(0));
    done(match items.as_slice() {
        [] => Value::None,
        [one] => *one,
        _ => with(vm, args.get(0), |e| e.args).unwrap_or(Value::None),
    })
}

fn os_part(vm: &Process, value: Value, index: usize) -> Value {
    let items = exception_args(vm, value);
    if items.len() < 2 { Value::None } else { items.get(index).copied().unwrap_or(Value::None) }
}

fn file_name_of(vm: &Process, value: Value, which: &str) -> Option<Value> {
    match with(vm, value, |e| e.dict)? {
        Value::Obj(dict) => vm.dict_get_str(dict, which),
        _ => None,
    }
}

fn os_errno(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(os_part(vm, args.get(0), 0))
}

fn os_strerror(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(os_part(vm, args.get(0), 1))
}

fn os_error_str(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let items = exception_args(vm, args.get(0));
    if items.len() < 2 {
        return str_method(vm, args);
    }
    let part = |v: Value| repr::str_native(vm, v).unwrap_or_default();
    let mut text = format!("[Errno {}] {}", part(items[0]), part(items[1]));
    for (which, before) in [("filename", ": "), ("filename2", " -> ")] {
        if let Some(name) = file_name_of(vm, args.get(0), which).filter(|name| !name.is_none()) {
            text.push_str(&format!("{before}{}", repr::repr_native(vm, name).unwrap_or_default()));
        }
    }
    let text = vm.new_string(text);
    done(text)
}

// -- for the library

fn traceback_text(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = args.get(0) else { return done(Value::None) };
    // messages that only Python code can make are made first, and left on the exception
    if let Some(asking) = needs_python_text(vm, r) {
        return Ok(Native::call(vm.prelude("_prepare_text"), &[Value::Obj(asking), args.get(0)]));
    }
    let text = vm.traceback_text(r);
    let text = vm.new_string(text);
    done(text)
}

/// An exception in the chain whose `str` needs Python code and has not been made yet.
fn needs_python_text(vm: &Process, exception: Ref) -> Option<Ref> {
    let mut seen = Vec::new();
    let mut work = vec![exception];
    while let Some(r) = work.pop() {
        if seen.contains(&r) || seen.len() > 100 {
            continue;
        }
        seen.push(r);
        let Object::Exception(e) = vm.heap.get(r) else { continue };
        let prepared = matches!(e.dict, Value::Obj(d) if vm.dict_get_str(d, "_interleave_text").is_some());
        if !prepared && repr::str_native(vm, Value::Obj(r)).is_none() {
            return Some(r);
        }
        work.extend([e.cause, e.context].iter().filter_map(|v| v.as_ref()));
        if let Value::Obj(d) = e.dict
            && let Some(group) = vm.dict_get_str(d, "exceptions")
        {
            work.extend(vm.items_slice(group).unwrap_or(&[]).iter().filter_map(|v| v.as_ref()));
        }
    }
    None
}

fn exception_only(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Value::Obj(r) = args.get(0) else { return done(Value::None) };
    let text = vm.exception_only(r);
    let text = vm.new_string(text);
    done(text)
}

fn format_tb(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = vm.traceback_object_text(args.get(0));
    let text = vm.new_string(text);
    done(text)
}

/// `_tb_entries(tb)`: a list of (file, line, function) of the user's frames, outermost first.
fn tb_entries(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let entries = match vm.object(args.get(0)) {
        Some(Object::Traceback(t)) => t.to_vec(),
        Some(Object::Exception(e)) => e.traceback.clone(),
        _ => Vec::new(),
    };
    let mut list = Vec::new();
    for entry in entries.iter().rev() {
        let Some(loaded) = vm.codes.get(entry.code.0 as usize) else { continue };
        if loaded.embedded {
            continue;
        }
        let line = loaded.code.lines.get(entry.ip as usize).copied().unwrap_or(0);
        let name = loaded.code.name.clone();
        let file = vm.sources.get(loaded.source as usize).map_or(String::new(), |s| s.name.clone());
        let (file, name) = (vm.new_string(file), vm.new_string(name));
        list.push(vm.new_tuple([file, Value::Int(i64::from(line)), name]));
    }
    let list = vm.new_list(list);
    done(list)
}

fn set_cause(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Value::Obj(r) = args.get(0)
        && let Object::Exception(e) = vm.heap.get_mut(r)
    {
        e.cause = args.get(1);
        e.suppress_context = true;
    }
    done(Value::None)
}
