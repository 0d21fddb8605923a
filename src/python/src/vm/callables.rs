//! Natives of functions, methods, generators, coroutines, code objects, modules; `eval`, `exec`, `compile`, `__import__`.

use crate::compile::{Mode, compile_module};
use crate::native::{Args, Native, NativeDef, NativeResult, Special, Table};
use crate::object::{CodeId, Function, Generator, Object};
use crate::process::Process;
use crate::registry;
use crate::value::{Ref, Value};

/// `f.__call__(…)`.
fn call_it(_: &mut Process, args: &Args<'_>) -> NativeResult {
    let (func, rest) = args.pos.split_first().map_or((Value::None, &[][..]), |(f, rest)| (*f, rest));
    let (args, kwargs) = (rest.to_vec(), args.kw.to_vec());
    Ok(Native::Call { func, args, kwargs, then: crate::native::Then::Nothing })
}

pub const TABLES: &[Table] = &[
    Table {
        owner: "function",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", function_new, 3, 6)
                .names(&["", "code", "globals", "name", "argdefs", "closure"]),
            NativeDef::method("__get__", bind_method, 1, 2),
            NativeDef::method("__call__", call_it, 0, crate::native::MANY).names(&["*"]),
            NativeDef::getter("__name__", |vm, a| function_part(vm, a, |f| f.name)),
            NativeDef::getter("__qualname__", |vm, a| function_part(vm, a, |f| f.qualname)),
            NativeDef::getter("__doc__", |vm, a| function_part(vm, a, |f| f.doc)),
            NativeDef::getter("__module__", |vm, a| function_part(vm, a, |f| f.module)),
            NativeDef::getter("__globals__", |vm, a| function_part(vm, a, |f| Value::Obj(f.globals))),
            NativeDef::getter("__defaults__", function_defaults),
            NativeDef::getter("__kwdefaults__", function_kw_defaults),
            NativeDef::getter("__annotations__", function_annotations),
            NativeDef::getter("__closure__", function_closure),
            NativeDef::getter("__code__", function_code),
        ],
    },
    Table {
        owner: "method",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", method_new, 3, 3),
            NativeDef::getter("__self__", bound_receiver),
            NativeDef::getter("__func__", bound_function),
            NativeDef::getter("__name__", |vm, a| through_function(vm, a, "__name__")),
            NativeDef::getter("__qualname__", |vm, a| through_function(vm, a, "__qualname__")),
            NativeDef::getter("__doc__", |vm, a| through_function(vm, a, "__doc__")),
            NativeDef::getter("__module__", |vm, a| through_function(vm, a, "__module__")),
            NativeDef::getter("__code__", |vm, a| through_function(vm, a, "__code__")),
            NativeDef::getter("__defaults__", |vm, a| through_function(vm, a, "__defaults__")),
            NativeDef::getter("__annotations__", |vm, a| through_function(vm, a, "__annotations__")),
            NativeDef::getter("__wrapped__", |vm, a| through_function(vm, a, "__wrapped__")),
        ],
    },
    Table {
        owner: "builtin_function_or_method",
        is_class: true,
        items: &[
            NativeDef::getter("__self__", bound_receiver),
            NativeDef::getter("__name__", native_name),
            NativeDef::getter("__qualname__", native_qualname),
            NativeDef::getter("__objclass__", native_class).rare(),
            NativeDef::getter("__module__", |vm, _| Ok(Native::Done(Value::Obj(vm.intern("builtins"))))),
            NativeDef::getter("__doc__", |_, _| Ok(Native::Done(Value::None))),
            NativeDef::method("__get__", bind_method, 1, 2),
        ],
    },
    Table {
        owner: "generator",
        is_class: true,
        items: &[
            NativeDef::method("__iter__", itself, 0, 0),
            NativeDef::method("__next__", generator_next, 0, 0),
            NativeDef::method("send", generator_send, 1, 1),
            NativeDef::method("throw", generator_throw, 1, 3),
            NativeDef::method("close", generator_close, 0, 0),
            NativeDef::method("__del__", generator_close, 0, 0),
            NativeDef::getter("__name__", |vm, a| generator_part(vm, a, |g| g.name)),
            NativeDef::getter("__qualname__", |vm, a| generator_part(vm, a, |g| g.qualname)),
            NativeDef::getter("gi_running", |vm, a| generator_part(vm, a, |g| Value::Bool(g.running))),
            NativeDef::getter("gi_suspended", |vm, a| {
                generator_part(vm, a, |g| Value::Bool(g.started && !g.running && !g.finished))
            }),
            NativeDef::getter("gi_code", generator_code),
            NativeDef::getter("gi_yieldfrom", generator_delegate),
        ],
    },
    Table {
        owner: "coroutine",
        is_class: true,
        items: &[
            NativeDef::method("__await__", |vm, a| prelude_call(vm, "coroutine_wrapper", a), 0, 0),
            NativeDef::method("send", generator_send, 1, 1),
            NativeDef::method("throw", generator_throw, 1, 3),
            NativeDef::method("close", generator_close, 0, 0),
            NativeDef::getter("__name__", |vm, a| generator_part(vm, a, |g| g.name)),
            NativeDef::getter("__qualname__", |vm, a| generator_part(vm, a, |g| g.qualname)),
            NativeDef::getter("cr_running", |vm, a| generator_part(vm, a, |g| Value::Bool(g.running))),
            NativeDef::getter("cr_suspended", |vm, a| {
                generator_part(vm, a, |g| Value::Bool(g.started && !g.running && !g.finished))
            }),
            NativeDef::getter("cr_code", generator_code),
            NativeDef::getter("cr_await", generator_delegate),
        ],
    },
    Table {
        owner: "async_generator",
        is_class: true,
        items: &[
            NativeDef::method("__aiter__", itself, 0, 0),
            NativeDef::method("__anext__", |vm, a| prelude_call(vm, "_agen_anext", a), 0, 0),
            NativeDef::method("asend", |vm, a| prelude_call(vm, "_agen_asend", a), 1, 1),
            NativeDef::method("athrow", |vm, a| prelude_call(vm, "_agen_athrow", a), 1, 3),
            NativeDef::method("aclose", |vm, a| prelude_call(vm, "async_generator_athrow", a), 0, 0),
            NativeDef::getter("__name__", |vm, a| generator_part(vm, a, |g| g.name)),
            NativeDef::getter("__qualname__", |vm, a| generator_part(vm, a, |g| g.qualname)),
            NativeDef::getter("ag_running", |vm, a| generator_part(vm, a, |g| Value::Bool(g.running))),
            NativeDef::getter("ag_code", generator_code),
            NativeDef::getter("ag_await", generator_delegate),
        ],
    },
    Table {
        owner: "code",
        is_class: true,
        items: &[
            NativeDef::getter("co_name", |vm, a| code_text(vm, a, |c| c.name.clone())),
            NativeDef::getter("co_qualname", |vm, a| code_text(vm, a, |c| c.qualname.clone())),
            NativeDef::getter("co_filename", code_file),
            NativeDef::getter("co_argcount", |vm, a| code_number(vm, a, |c| i64::from(c.params.positional))),
            NativeDef::getter("co_kwonlyargcount", |vm, a| code_number(vm, a, |c| i64::from(c.params.keyword_only))),
            NativeDef::getter("co_posonlyargcount", |vm, a| {
                code_number(vm, a, |c| i64::from(c.params.positional_only))
            }),
            NativeDef::getter("co_nlocals", |vm, a| code_number(vm, a, |c| c.variables.len() as i64)),
            NativeDef::getter("co_firstlineno", |vm, a| code_number(vm, a, |c| i64::from(c.first_line))),
            NativeDef::getter("co_flags", |vm, a| code_number(vm, a, code_flags)),
            NativeDef::getter("co_varnames", |vm, a| {
                code_names(vm, a, |c| {
                    let own = c.variables.iter().filter(|v| !c.free_names.contains(&v.name));
                    own.map(|v| v.name.clone()).collect()
                })
            }),
            NativeDef::getter("co_names", |vm, a| code_names(vm, a, |c| c.names.clone())),
            NativeDef::getter("co_freevars", |vm, a| code_names(vm, a, |c| c.free_names.clone())),
        ],
    },
    Table {
        owner: "module",
        is_class: true,
        items: &[NativeDef::static_method("__new__", module_new, 2, 3).names(&["", "name", "doc"])],
    },
    Table {
        owner: "cell",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", cell_new, 1, 2),
            NativeDef::getter("cell_contents", cell_contents),
        ],
    },
    Table {
        owner: "traceback",
        is_class: true,
        items: &[NativeDef::getter("tb_lineno", tb_line), NativeDef::getter("tb_next", tb_next)],
    },
    Table {
        owner: "builtins",
        is_class: false,
        items: &[
            NativeDef::function("eval", |vm, a| evaluate(vm, a, true), 1, 3),
            NativeDef::function("exec", |vm, a| evaluate(vm, a, false), 1, 3),
            NativeDef::function("compile", compile_builtin, 3, 6).names(&[
                "source",
                "filename",
                "mode",
                "flags",
                "dont_inherit",
                "optimize",
            ]),
            NativeDef::function("__import__", import_builtin, 1, 5),
        ],
    },
    Table {
        owner: "_native",
        is_class: false,
        items: &[
            NativeDef::function("_exec_main", exec_main, 1, 1),
            NativeDef::function("_class_body", class_body, 2, 2),
            NativeDef::function("_user_frame", |_, _| Ok(Native::Special(Special::Frame(0))), 0, 0),
            NativeDef::function("_import_step", import_step, 1, 1),
            NativeDef::function("_loaded_module", loaded_module, 1, 1),
            NativeDef::function("_can_import", can_import, 1, 1),
            NativeDef::function("_generator_running", |vm, a| generator_part(vm, a, |g| Value::Bool(g.running)), 1, 1),
            NativeDef::function("_generator_send", generator_send_any, 2, 2),
            NativeDef::function("_generator_throw", generator_throw_any, 2, 2),
            NativeDef::function(
                "_generator_finished",
                |vm, a| generator_part(vm, a, |g| Value::Bool(g.finished)),
                1,
                1,
            ),
            NativeDef::function("_unfinished", unfinished, 0, 0),
            NativeDef::function("_mark_awaitable", mark_awaitable, 1, 1),
            NativeDef::function("_generator_started", |vm, a| generator_part(vm, a, |g| Value::Bool(g.started)), 1, 1),
        ],
    },
];

/// `_unfinished()`: the coroutines, async generators and futures whose end has not been told; the program is over. None at the
/// end stands for objects with `__del__`.
fn unfinished(vm: &mut Process, _: &Args<'_>) -> NativeResult {
    let mut objects: Vec<Value> = vm.weak.take_all(&vm.heap).into_iter().map(Value::Obj).collect();
    if vm.weak.has_finalizable() {
        objects.push(Value::None);
    }
    done(vm.new_list(objects))
}

fn done(value: Value) -> NativeResult {
    Ok(Native::Done(value))
}

fn itself(_vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(args.get(0))
}

fn prelude_call(vm: &mut Process, name: &str, args: &Args<'_>) -> NativeResult {
    let given: Vec<Value> = args.pos.iter().copied().filter(|v| !v.is_unset()).collect();
    Ok(Native::call(vm.prelude(name), &given))
}

/// `_mark_awaitable(generator_function)`: from now on what it gives can be awaited.
fn mark_awaitable(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    use crate::code::Flavour;
    let code = with_function(vm, args.get(0), |f| f.code);
    if let Some(loaded) = code.and_then(|id| std::sync::Arc::make_mut(&mut vm.codes).get_mut(id.0 as usize))
        && loaded.code.flavour == Flavour::Generator
    {
        std::sync::Arc::make_mut(&mut loaded.code).flavour = Flavour::Awaitable;
    }
    done(args.get(0))
}

// -- functions and methods

fn with_function<T>(vm: &Process, value: Value, read: impl FnOnce(&Function) -> T) -> Option<T> {
    match vm.object(value) {
        Some(Object::Function(f)) => Some(read(f)),
        _ => None,
    }
}

fn function_part(vm: &mut Process, args: &Args<'_>, read: fn(&Function) -> Value) -> NativeResult {
    done(with_function(vm, args.get(0), read).unwrap_or(Value::None))
}

fn bind_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.get(1).is_none() {
        return done(args.get(0));
    }
    let bound = vm.alloc(Object::BoundMethod { func: args.get(0), receiver: args.get(1) });
    done(bound)
}

/// `types.MethodType(function, instance)`
fn method_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.get(2).is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    if matches!(args.get(1), Value::None | Value::Int(_) | Value::Float(_) | Value::Bool(_))
        || vm.str(args.get(1)).is_some()
    {
        return Err(vm.type_error("first argument must be callable"));
    }
    let bound = vm.alloc(Object::BoundMethod { func: args.get(1), receiver: args.get(2) });
    done(bound)
}

/// `types.ModuleType(name, doc)`
fn module_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(name) = vm.str(args.get(1)).map(str::to_owned) else {
        let message = format!("module() argument 'name' must be str, not {}", vm.type_name(args.get(1)));
        return Err(vm.type_error(&message));
    };
    let name = vm.intern(&name);
    let dict = vm.heap.alloc(Object::Dict(Box::default()));
    let empty = Value::None;
    for (key, value) in [
        ("__name__", Value::Obj(name)),
        ("__doc__", args.or_none(2)),
        ("__package__", empty),
        ("__loader__", empty),
        ("__spec__", empty),
    ] {
        vm.dict_set_str(dict, key, value);
    }
    let module = vm.alloc(Object::Module(Box::new(crate::object::Module { name, dict })));
    done(module)
}

/// `types.CellType(contents)`
fn cell_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let cell = vm.alloc(Object::Cell(args.get(1)));
    done(cell)
}

/// `types.FunctionType(code, globals, name, argdefs, closure)`
fn function_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (Some(code), Some(Object::Dict(_)), Value::Obj(globals)) =
        (code_of(vm, args.get(1)), vm.object(args.get(2)), args.get(2))
    else {
        return Err(vm.type_error("FunctionType() takes a code object and a dict"));
    };
    let parts = [args.or_none(4), args.or_none(5)];
    let flags = u8::from(!parts[0].is_none()) | if parts[1].is_none() { 0 } else { 8 };
    let mut given: Vec<Value> = parts.into_iter().filter(|v| !v.is_none()).collect();
    given.resize(4, Value::Unset);
    let closure = vm.items_slice(args.or_none(5)).map_or(0, <[Value]>::len);
    let wanted = vm.codes.get(code.0 as usize).map_or(0, |l| l.code.free_names.len());
    if closure != wanted {
        let message = format!("arg 5 (closure) must have length {wanted}");
        return Err(vm.type_error(&message));
    }
    let parts = [given[0], given[1], given[2], given[3]];
    let made = vm.make_function(code, globals, flags, parts);
    if let (Value::Obj(r), Some(_)) = (made, vm.str(args.get(3)))
        && let Object::Function(f) = vm.heap.get_mut(r)
    {
        f.name = args.get(3);
    }
    done(made)
}

fn function_defaults(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let defaults = with_function(vm, args.get(0), |f| f.defaults.clone()).unwrap_or_default();
    if defaults.is_empty() {
        return done(Value::None);
    }
    let tuple = vm.new_tuple(defaults);
    done(tuple)
}

fn function_kw_defaults(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some((code, defaults)) = with_function(vm, args.get(0), |f| (f.code, f.kw_defaults.clone())) else {
        return done(Value::None);
    };
    if defaults.iter().all(|v| v.is_unset()) {
        return done(Value::None);
    }
    let dict = vm.heap.alloc(Object::Dict(Box::default()));
    let block = std::sync::Arc::clone(&vm.codes[code.0 as usize].code);
    for (variable, value) in block.variables.iter().skip(usize::from(block.params.positional)).zip(defaults) {
        if !value.is_unset() {
            vm.dict_set_str(dict, &variable.name, value);
        }
    }
    done(Value::Obj(dict))
}

fn function_annotations(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let annotations = with_function(vm, args.get(0), |f| f.annotations).unwrap_or(Value::None);
    if let Value::Obj(_) = annotations {
        return done(annotations);
    }
    let dict = vm.new_dict(crate::dict::Dict::new());
    if let Value::Obj(r) = args.get(0)
        && let Object::Function(f) = vm.heap.get_mut(r)
    {
        f.annotations = dict;
    }
    done(dict)
}

fn function_closure(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let cells = with_function(vm, args.get(0), |f| f.closure.clone()).unwrap_or_default();
    if cells.is_empty() {
        return done(Value::None);
    }
    let tuple = vm.new_tuple(cells.into_iter().map(Value::Obj).collect::<Vec<_>>());
    done(tuple)
}

fn function_code(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match with_function(vm, args.get(0), |f| f.code) {
        Some(code) => {
            let code = vm.alloc(Object::Code(code));
            done(code)
        }
        None => done(Value::None),
    }
}

fn bound_receiver(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(match vm.object(args.get(0)) {
        Some(Object::BoundMethod { receiver, .. }) => *receiver,
        _ => Value::None,
    })
}

fn bound_function(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(match vm.object(args.get(0)) {
        Some(Object::BoundMethod { func, .. }) => *func,
        _ => Value::None,
    })
}

fn through_function(vm: &mut Process, args: &Args<'_>, name: &str) -> NativeResult {
    let func = match vm.object(args.get(0)) {
        Some(Object::BoundMethod { func, .. }) => *func,
        _ => Value::None,
    };
    let getattr = vm.dict_get_str(vm.builtins, "getattr").unwrap_or(Value::None);
    let name = Value::Obj(vm.intern(name));
    Ok(Native::call(getattr, &[func, name]))
}

fn native_of(vm: &Process, args: &Args<'_>) -> Option<crate::object::NativeId> {
    match vm.object(args.get(0)) {
        Some(Object::Native(id)) => Some(*id),
        Some(Object::BoundMethod { func: Value::Obj(f), .. }) => match vm.heap.get(*f) {
            Object::Native(id) => Some(*id),
            _ => None,
        },
        _ => None,
    }
}

fn native_name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = native_of(vm, args).and_then(registry::def).map_or("?", |d| d.name);
    done(Value::Obj(vm.intern(name)))
}

fn native_qualname(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let def = native_of(vm, args).and_then(registry::def);
    let text = match (def.map(|d| vm.native_display(d)), def) {
        (Some(text), Some(def)) => {
            let of_class = text.split_once('.').is_some_and(|(owner, _)| crate::classes::by_name(owner).is_some());
            if of_class { text } else { def.name.to_owned() }
        }
        _ => String::from("?"),
    };
    done(Value::Obj(vm.intern(&text)))
}

/// `str.upper.__objclass__`.
fn native_class(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bound = matches!(vm.object(args.get(0)), Some(Object::BoundMethod { .. }));
    let display = match native_of(vm, args).and_then(registry::def) {
        Some(def) if !bound || def.name.starts_with("__") => vm.native_display(def),
        _ => String::new(),
    };
    match display.split_once('.').and_then(|(owner, _)| crate::classes::by_name(owner)) {
        Some(class) => done(Value::Obj(class)),
        None => {
            let name = vm.intern("__objclass__");
            Err(vm.no_attribute(args.get(0), name))
        }
    }
}

// -- generators

fn with_generator<T>(vm: &Process, value: Value, read: impl FnOnce(&Generator) -> T) -> Option<T> {
    match vm.object(value) {
        Some(Object::Generator(g)) => Some(read(g)),
        _ => None,
    }
}

fn generator_part(vm: &mut Process, args: &Args<'_>, read: fn(&Generator) -> Value) -> NativeResult {
    done(with_generator(vm, args.get(0), read).unwrap_or(Value::None))
}

fn generator_ref(vm: &mut Process, value: Value) -> crate::native::Res<Ref> {
    match value {
        Value::Obj(r) if vm.generator_kind(r).is_some() => Ok(r),
        _ => {
            let message = format!("'{}' object is not a generator", vm.type_name(value));
            Err(vm.type_error(&message))
        }
    }
}

fn generator_next(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let generator = generator_ref(vm, args.get(0))?;
    Ok(Native::Special(Special::GeneratorSend { generator, value: Value::None }))
}

fn generator_send(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let generator = generator_ref(vm, args.get(0))?;
    Ok(Native::Special(Special::GeneratorSend { generator, value: args.get(1) }))
}

fn generator_send_any(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    generator_send(vm, args)
}

fn generator_throw(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let given = args.get(1);
    if matches!(vm.object(given), Some(Object::Exception(_))) {
        let generator = generator_ref(vm, args.get(0))?;
        return Ok(Native::Special(Special::GeneratorThrow { generator, exception: given }));
    }
    Ok(Native::call(vm.prelude("_throw_class"), &[args.get(0), given, args.or_none(2)]))
}

fn generator_throw_any(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let generator = generator_ref(vm, args.get(0))?;
    Ok(Native::Special(Special::GeneratorThrow { generator, exception: args.get(1) }))
}

fn generator_close(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let generator = generator_ref(vm, args.get(0))?;
    Ok(Native::Special(Special::GeneratorClose { generator }))
}

fn generator_code(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match with_generator(vm, args.get(0), |g| g.code) {
        Some(code) => {
            let code = vm.alloc(Object::Code(code));
            done(code)
        }
        None => done(Value::None),
    }
}

fn generator_delegate(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(match args.get(0) {
        Value::Obj(r) if !matches!(vm.heap.get(r), Object::Generator(g) if g.running) => {
            vm.delegate_of(r).unwrap_or(Value::None)
        }
        _ => Value::None,
    })
}

// -- code objects, cells, tracebacks

fn code_of(vm: &Process, value: Value) -> Option<CodeId> {
    match vm.object(value) {
        Some(Object::Code(id)) => Some(*id),
        _ => None,
    }
}

fn code_text(vm: &mut Process, args: &Args<'_>, read: fn(&crate::code::Code) -> String) -> NativeResult {
    let text =
        code_of(vm, args.get(0)).and_then(|id| vm.codes.get(id.0 as usize)).map_or(String::new(), |l| read(&l.code));
    done(Value::Obj(vm.intern(&text)))
}

fn code_number(vm: &mut Process, args: &Args<'_>, read: fn(&crate::code::Code) -> i64) -> NativeResult {
    done(Value::Int(code_of(vm, args.get(0)).and_then(|id| vm.codes.get(id.0 as usize)).map_or(0, |l| read(&l.code))))
}

/// `inspect`'s CO_* bits that programs look at.
fn code_flags(code: &crate::code::Code) -> i64 {
    use crate::code::Flavour;
    let mut flags = 0x1 | 0x2;
    if code.params.varargs {
        flags |= 0x4;
    }
    if code.params.varkw {
        flags |= 0x8;
    }
    flags
        | match code.flavour {
            Flavour::Plain => 0,
            Flavour::Generator => 0x20,
            Flavour::Coroutine => 0x80,
            Flavour::AsyncGenerator => 0x200,
            Flavour::Awaitable => 0x120,
        }
}

fn code_file(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let source = code_of(vm, args.get(0)).and_then(|id| vm.codes.get(id.0 as usize)).map_or(0, |l| l.source);
    let name = vm.sources.get(source as usize).map_or(String::new(), |s| s.name.clone());
    done(Value::Obj(vm.intern(&name)))
}

/// Names of a code object, as a tuple.
fn code_names(vm: &mut Process, args: &Args<'_>, read: fn(&crate::code::Code) -> Vec<String>) -> NativeResult {
    let names: Vec<String> =
        code_of(vm, args.get(0)).and_then(|id| vm.codes.get(id.0 as usize)).map(|l| read(&l.code)).unwrap_or_default();
    let items: Vec<Value> = names.iter().map(|n| Value::Obj(vm.intern(n))).collect();
    let tuple = vm.new_tuple(items);
    done(tuple)
}

fn cell_contents(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match vm.object(args.get(0)) {
        Some(Object::Cell(value)) if !value.is_unset() => done(*value),
        _ => Err(vm.value_error("Cell is empty")),
    }
}

fn tb_line(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let entry = match vm.object(args.get(0)) {
        Some(Object::Traceback(t)) => t.last().copied(),
        _ => None,
    };
    let line = entry
        .and_then(|e| vm.codes.get(e.code.0 as usize).and_then(|l| l.code.lines.get(e.ip as usize).copied()))
        .unwrap_or(0);
    done(Value::Int(i64::from(line)))
}

fn tb_next(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let rest = match vm.object(args.get(0)) {
        Some(Object::Traceback(t)) if t.len() > 1 => t[..t.len() - 1].to_vec(),
        _ => return done(Value::None),
    };
    let next = vm.alloc(Object::Traceback(rest.into()));
    done(next)
}

// -- running text

/// `eval(source, globals, locals)` and `exec(…)`.
fn evaluate(vm: &mut Process, args: &Args<'_>, want_value: bool) -> NativeResult {
    let name = if want_value { "eval" } else { "exec" };
    let globals = match args.or_none(1) {
        Value::None => None,
        other => match vm.object(other) {
            Some(Object::Dict(_)) => other.as_ref(),
            _ => {
                let message = format!("{name}() arg 2 must be a dict, not {}", vm.type_name(other));
                return Err(vm.type_error(&message));
            }
        },
    };
    let source = args.get(0);
    if globals.is_none() && args.or_none(2).is_none() {
        // the caller's own names: a frame's locals are fetched first
        return Ok(Native::call(vm.prelude("_run_here"), &[source, Value::Bool(want_value)]));
    }
    let globals = globals.unwrap_or_else(|| vm.current_globals());
    let namespace = match args.or_none(2) {
        Value::None => Value::Unset,
        other => other,
    };
    if vm.dict_get_str(globals, "__builtins__").is_none() {
        let builtins = vm.dict_get_str(vm.modules, "builtins").unwrap_or(Value::None);
        vm.dict_set_str(globals, "__builtins__", builtins);
    }
    let code = match vm.object(source) {
        Some(Object::Code(id)) => *id,
        _ => {
            let text = match (vm.str(source), vm.bytes(source)) {
                (Some(text), _) => text.to_owned(),
                (None, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
                _ => {
                    let message = format!("{name}() arg 1 must be a string, bytes or code object");
                    return Err(vm.type_error(&message));
                }
            };
            let mode = if want_value { Mode::Eval } else { Mode::Exec };
            compile_text(vm, &text, "<string>", mode)?
        }
    };
    let namespace = if namespace.is_unset() { Value::Obj(globals) } else { namespace };
    Ok(Native::Special(Special::Exec { code, globals, namespace, want_value }))
}

fn compile_text(vm: &mut Process, text: &str, file: &str, mode: Mode) -> crate::native::Res<CodeId> {
    let text = if mode == Mode::Eval { text.trim_start_matches([' ', '\t']) } else { text };
    match compile_module(text, file, mode) {
        Ok(compiled) => {
            let number = vm.add_source(file, text, false);
            Ok(vm.load(&compiled.code, number, false))
        }
        Err(problems) => Err(vm.syntax_error(&problems, file, text)),
    }
}

fn compile_builtin(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = match (vm.str(args.get(0)), vm.bytes(args.get(0))) {
        (Some(text), _) => text.to_owned(),
        (None, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object")),
    };
    let file = vm.str(args.get(1)).unwrap_or("<string>").to_owned();
    let mode = match vm.str(args.get(2)) {
        Some("eval") => Mode::Eval,
        Some("single") => Mode::Single,
        Some("exec") => Mode::Exec,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let code = compile_text(vm, &text, &file, mode)?;
    let code = vm.alloc(Object::Code(code));
    done(code)
}

/// `_exec_main(code)`: runs the program's module code in `__main__`.
fn exec_main(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(code) = code_of(vm, args.get(0)) else { return Err(vm.type_error("_exec_main: a code object is needed")) };
    Ok(Native::Special(Special::Exec { code, globals: vm.main, namespace: Value::Unset, want_value: false }))
}

fn class_body(_vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Special(Special::ClassBody { func: args.get(0), namespace: args.get(1) }))
}

// -- importing by name

fn import_builtin(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if vm.str(args.get(0)).is_none() {
        let message = format!("__import__() argument 1 must be str, not {}", vm.type_name(args.get(0)));
        return Err(vm.type_error(&message));
    }
    let from_list = args.or_none(3);
    Ok(Native::call(vm.prelude("_import_builtin"), &[args.get(0), from_list]))
}

/// `_import_step(name)`: the module's code run in it, or None when there is nothing to run.
fn import_step(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = vm.str(args.get(0)).unwrap_or("").to_owned();
    let module = vm.create_module(&name)?;
    let globals = match vm.heap.get(module) {
        Object::Module(m) => m.dict,
        _ => return done(Value::None),
    };
    match vm.module_code(&name)? {
        Some(code) => Ok(Native::Special(Special::Exec { code, globals, namespace: Value::Unset, want_value: false })),
        None => done(Value::None),
    }
}

/// `_can_import(name)`: whether `import name` would find something.
fn can_import(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = vm.str(args.get(0)).unwrap_or("").to_owned();
    done(Value::Bool(vm.knows_module(&name)))
}

fn loaded_module(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = vm.str(args.get(0)).unwrap_or("").to_owned();
    done(vm.dict_get_str(vm.modules, &name).unwrap_or(Value::None))
}

/// Keeps the class list honest: every class named here exists.
#[cfg(test)]
mod tests {
    #[test]
    fn every_table_has_an_owner() {
        for (table, _) in crate::registry::tables() {
            assert!(!table.is_class || crate::classes::by_name(table.owner).is_some(), "{}", table.owner);
        }
    }
}
