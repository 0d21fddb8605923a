//! Natives of `object` and the attribute built-ins; those of `type` and of `super`, `property` and their like are in files of their own.

mod types;
mod wrappers;

use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, Native, NativeDef, NativeResult, Res, Table, Then};
use crate::object::Object;
use crate::ops::Tri;
use crate::process::Process;
use crate::repr;
use crate::types::support::ask;
use crate::value::{Ref, Value};
use crate::vm::attr::Found;

pub const TABLES: &[Table] = &[
    Table {
        owner: "object",
        is_class: true,
        items: &[
            NativeDef::function("__new__", object_new, 1, crate::native::MANY).names(&["*"]),
            NativeDef::method("__init__", object_init, 0, crate::native::MANY).names(&["*"]),
            NativeDef::method("__repr__", object_repr, 0, 0),
            NativeDef::method("__str__", object_str, 0, 0),
            NativeDef::method("__eq__", object_eq, 1, 1),
            NativeDef::method("__ne__", object_ne, 1, 1),
            NativeDef::method("__lt__", not_implemented, 1, 1),
            NativeDef::method("__le__", not_implemented, 1, 1),
            NativeDef::method("__gt__", not_implemented, 1, 1),
            NativeDef::method("__ge__", not_implemented, 1, 1),
            NativeDef::method("__hash__", object_hash, 0, 0),
            NativeDef::method("__format__", object_format, 1, 1),
            NativeDef::method("__getattribute__", object_getattribute, 1, 1),
            NativeDef::method("__setattr__", object_setattr, 2, 2),
            NativeDef::method("__delattr__", object_delattr, 1, 1),
            NativeDef::method("__dir__", object_dir, 0, 0),
            NativeDef::method("__reduce_ex__", |vm, args| ask(vm, "_reduce_ex", args.pos), 1, 1),
            NativeDef::method("__reduce__", |vm, args| ask(vm, "_reduce", args.pos), 0, 0),
            NativeDef::method("__getstate__", |vm, args| ask(vm, "_state", args.pos), 0, 0),
            NativeDef::method("__sizeof__", crate::modules::sys::getsizeof, 0, 0).rare(),
            NativeDef::class_method("__init_subclass__", object_init_subclass, 0, crate::native::MANY).names(&["*"]),
            NativeDef::class_method("__subclasshook__", not_implemented, 1, 1),
            NativeDef::getter("__class__", object_class),
            NativeDef::getter("__dict__", object_dict),
            NativeDef::getter("__doc__", object_doc),
        ],
    },
    Table { owner: "_native", is_class: false, items: &[NativeDef::getter("__weakref__", object_weakref)] },
    types::TABLE,
    wrappers::SUPER,
    wrappers::PROPERTY,
    wrappers::GENERIC_ALIAS,
    wrappers::UNION_TYPE,
    wrappers::STATIC_METHOD,
    wrappers::CLASS_METHOD,
    Table {
        owner: "builtins",
        is_class: false,
        items: &[
            NativeDef::function("getattr", getattr, 2, 3).cost(Cost::BuiltinCall),
            NativeDef::function("setattr", setattr, 3, 3),
            NativeDef::function("delattr", delattr, 2, 2),
            NativeDef::function("hasattr", hasattr, 2, 2),
            NativeDef::function("isinstance", isinstance, 2, 2).cost(Cost::IsinstanceCall),
            NativeDef::function("issubclass", issubclass, 2, 2).cost(Cost::IsinstanceCall),
            NativeDef::function("callable", callable, 1, 1),
        ],
    },
    Table {
        owner: "_native",
        is_class: false,
        items: &[
            NativeDef::function("_type_attr", type_attr, 2, 2),
            NativeDef::function("_plain_instance", plain_instance, 1, 2),
            NativeDef::function("_is_subclass", is_subclass_native, 2, 2),
            NativeDef::function("_set_abstract", set_abstract, 2, 2),
            NativeDef::function("_make_class", types::make_class, 4, 4),
            NativeDef::function("_set_cell", set_cell, 2, 2),
            NativeDef::function("_payload", payload, 1, 1),
            NativeDef::function("_dict_getattr", dict_getattr, 2, 2),
        ],
    },
];

fn done(value: Value) -> NativeResult {
    Ok(Native::Done(value))
}

fn class_arg(vm: &mut Process, value: Value, what: &str) -> Res<Ref> {
    if let Value::Obj(r) = value
        && matches!(vm.heap.get(r), Object::Class(_))
    {
        return Ok(r);
    }
    let message = format!("{what}: {} is not a type object", vm.type_name(value));
    Err(vm.type_error(&message))
}

fn name_arg(vm: &mut Process, value: Value) -> Res<Ref> {
    match vm.payload(value) {
        Value::Obj(r) if vm.heap.str(r).is_some() => Ok(vm.intern_ref(r)),
        _ => {
            let message = format!("attribute name must be string, not '{}'", vm.type_name(value));
            Err(vm.type_error(&message))
        }
    }
}

// -- object

fn object_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let class = class_arg(vm, args.get(0), "object.__new__(X)")?;
    let flags = match vm.heap.get(class) {
        Object::Class(c) => c.flags,
        _ => Default::default(),
    };
    if (args.pos.len() > 1 || !args.kw.is_empty()) && (flags.new || !flags.init) {
        let message = if flags.new {
            "object.__new__() takes exactly one argument (the type to instantiate)".to_owned()
        } else {
            format!("{}() takes no arguments", vm.class_name(class))
        };
        return Err(vm.type_error(&message));
    }
    if vm.has_payload(class) {
        let base = match vm.heap.get(class) {
            Object::Class(c) => {
                c.mro.iter().copied().find(|&k| matches!(vm.heap.get(k), Object::Class(k) if k.builtin))
            }
            _ => None,
        };
        let base = vm.class_name(base.unwrap_or(class)).to_owned();
        let message = format!("object.__new__({}) is not safe, use {base}.__new__()", vm.class_name(class));
        return Err(vm.type_error(&message));
    }
    if flags.is_abstract {
        return Ok(Native::call(vm.prelude("_abstract_error"), &[args.get(0)]));
    }
    vm.charge(Cost::InstanceNew);
    let instance = vm.new_instance(class, Value::Unset);
    done(instance)
}

fn object_init(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.pos.len() > 1 || !args.kw.is_empty() {
        let class = vm.type_of(args.get(0));
        if let Object::Class(c) = vm.heap.get(class)
            && (c.layout == crate::object::Layout::Plain || vm.has_payload(class))
            && (c.flags.init || !c.flags.new)
        {
            let name = if c.flags.init { "object" } else { vm.class_name(class) };
            let message = format!("{name}.__init__() takes exactly one argument (the instance to initialize)");
            return Err(vm.type_error(&message));
        }
    }
    done(Value::None)
}

fn object_repr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    let exact = repr::default_repr(vm, value);
    let text = match value {
        Value::Obj(r) if matches!(vm.heap.get(r), Object::Instance(_)) => exact,
        _ => repr::repr_native(vm, value).unwrap_or(exact),
    };
    let text = vm.new_string(text);
    done(text)
}

fn object_str(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    if let Some(func) = vm.python_method(value, "__repr__") {
        return Ok(Native::call_then(func, &[value], Then::Repr));
    }
    let text = repr::repr_native(vm, value);
    match text {
        Some(text) => {
            let text = vm.new_string(text);
            done(text)
        }
        None => {
            let repr = vm.dict_get_str(vm.builtins, "repr").unwrap_or(Value::None);
            Ok(Native::call(repr, &[value]))
        }
    }
}

fn object_eq(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (a, b) = (args.get(0), args.get(1));
    let (x, y) = (vm.payload(a), vm.payload(b));
    if !x.is(a) || !y.is(b) || !vm.is_python_object(a) {
        return match vm.eq_native(x, y) {
            Tri::Yes => done(Value::Bool(true)),
            Tri::No if vm.type_of(x) == vm.type_of(y) => done(Value::Bool(false)),
            _ => done(Value::NotImplemented),
        };
    }
    done(if a.is(b) { Value::Bool(true) } else { Value::NotImplemented })
}

fn object_ne(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Some(func) = vm.python_method(args.get(0), "__eq__") {
        return Ok(Native::call(vm.prelude("_negate_eq"), &[func, args.get(0), args.get(1)]));
    }
    match object_eq(vm, args)? {
        Native::Done(Value::Bool(b)) => done(Value::Bool(!b)),
        other => Ok(other),
    }
}

fn not_implemented(_vm: &mut Process, _args: &Args<'_>) -> NativeResult {
    done(Value::NotImplemented)
}

fn object_hash(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    let hash = match value {
        Value::Obj(r) if vm.is_python_object(value) && vm.payload(value).is(value) => i64::from(r.0) * 16 + 0x7f00_0000,
        _ => vm.hash_native(vm.payload(value))?.unwrap_or(0),
    };
    done(Value::Int(hash))
}

fn object_format(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let spec = vm.str(args.get(1)).unwrap_or("").to_owned();
    if !spec.is_empty() {
        let message = format!("unsupported format string passed to {}.__format__", vm.type_name(args.get(0)));
        return Err(vm.type_error(&message));
    }
    Ok(Native::call(Value::Obj(classes::STR), &[args.get(0)]))
}

/// The native outcome of an attribute lookup that was called as a function.
fn found(vm: &mut Process, object: Value, name: Ref, found: Found) -> NativeResult {
    match found {
        Found::Value(value) => done(value),
        Found::Method { func, receiver } => {
            let bound = vm.alloc(Object::BoundMethod { func, receiver });
            done(bound)
        }
        Found::Get { func, receiver } => Ok(Native::call(func, &[receiver])),
        Found::Describe { func, descriptor, receiver, class } => {
            Ok(Native::call(func, &[descriptor, receiver, Value::Obj(class)]))
        }
        Found::GetAttribute { func } => Ok(Native::call(func, &[object, Value::Obj(name)])),
        Found::Missing { getattr } if !getattr.is_unset() => Ok(Native::call(getattr, &[object, Value::Obj(name)])),
        Found::Unreadable => Err(vm.unreadable(object, name)),
        Found::Missing { .. } => Err(vm.no_attribute(object, name)),
    }
}

fn object_getattribute(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = args.get(0);
    let name = name_arg(vm, args.get(1))?;
    let class = vm.type_of(object);
    let is_class = matches!(object, Value::Obj(r) if matches!(vm.heap.get(r), Object::Class(_)));
    let outcome = if is_class { vm.lookup(object, name) } else { vm.lookup_generic(object, class, name) };
    match outcome {
        // object.__getattribute__ itself never calls __getattr__: its caller does
        Found::Missing { .. } => Err(vm.no_attribute(object, name)),
        outcome => found(vm, object, name, outcome),
    }
}

fn object_setattr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = name_arg(vm, args.get(1))?;
    let class = vm.type_of(args.get(0));
    match vm.setter_generic(args.get(0), class, name, args.get(2))? {
        Some((func, args)) => Ok(Native::call_then(func, &args, Then::None)),
        None => done(Value::None),
    }
}

fn object_delattr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = name_arg(vm, args.get(1))?;
    let class = vm.type_of(args.get(0));
    match vm.deleter_generic(args.get(0), class, name)? {
        Some((func, args)) => Ok(Native::call_then(func, &args, Then::None)),
        None => done(Value::None),
    }
}

fn object_dir(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = args.get(0);
    let mut names: Vec<String> = Vec::new();
    let add = |vm: &Process, dict: Ref, names: &mut Vec<String>| {
        if let Object::Dict(d) = vm.heap.get(dict) {
            names.extend(d.iter().filter_map(|(k, _)| vm.str(k).map(str::to_owned)));
        }
    };
    let mut of = vec![];
    if let Value::Obj(r) = object {
        match vm.heap.get(r) {
            Object::Instance(i) => {
                names.extend(vm.shapes.names(i.shape).iter().filter_map(|&n| vm.heap.str(n).map(str::to_owned)));
                if let Value::Obj(dict) = i.dict {
                    add(vm, dict, &mut names);
                }
            }
            Object::Module(m) => {
                add(vm, m.dict, &mut names);
                let list = names_list(vm, names);
                return done(list);
            }
            Object::Exception(e) => {
                if let Value::Obj(dict) = e.dict {
                    add(vm, dict, &mut names);
                }
            }
            Object::Function(f) => {
                if let Value::Obj(dict) = f.dict {
                    add(vm, dict, &mut names);
                }
            }
            Object::Class(c) => of.extend(c.mro.iter().copied()),
            _ => {}
        }
    }
    if of.is_empty()
        && let Object::Class(c) = vm.heap.get(vm.type_of(object))
    {
        of.extend(c.mro.iter().copied());
    }
    for class in of {
        if let Object::Class(c) = vm.heap.get(class) {
            add(vm, c.dict, &mut names);
        }
    }
    if !matches!(object, Value::Obj(r) if vm.has_dict(r) || matches!(vm.heap.get(r), Object::Class(_))) {
        names.retain(|name| name != "__dict__");
    }
    let list = names_list(vm, names);
    done(list)
}

fn names_list(vm: &mut Process, mut names: Vec<String>) -> Value {
    names.sort_unstable();
    names.dedup();
    let items = names.into_iter().map(|n| Value::Obj(vm.intern(&n))).collect();
    vm.new_list(items)
}

/// `C.__dict__['__weakref__']`: weak references are kept elsewhere, so there is never one to show.
fn object_weakref(_vm: &mut Process, _args: &Args<'_>) -> NativeResult {
    done(Value::None)
}

fn object_init_subclass(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if !args.kw.is_empty() || args.pos.len() > 1 {
        let name = match args.get(0) {
            Value::Obj(r) => vm.class_name(r).to_owned(),
            _ => String::from("object"),
        };
        let what = if args.kw.is_empty() {
            format!("takes no arguments ({} given)", args.pos.len() - 1)
        } else {
            String::from("takes no keyword arguments")
        };
        return Err(vm.type_error(&format!("{name}.__init_subclass__() {what}")));
    }
    done(Value::None)
}

fn object_class(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(Value::Obj(vm.type_of(args.get(0))))
}

fn object_dict(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = args.get(0);
    if let Value::Obj(r) = object
        && vm.has_dict(r)
    {
        return done(Value::Obj(vm.instance_dict(r)));
    }
    let name = vm.intern("__dict__");
    Err(vm.no_attribute(object, name))
}

fn object_doc(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let class = vm.type_of(args.get(0));
    let doc = match (vm.object(args.get(0)), vm.heap.get(class)) {
        (Some(Object::Module(m)), _) => vm.dict_get_str(m.dict, "__doc__"),
        (Some(&(Object::StaticMethod(f) | Object::ClassMethod(f))), _) => match vm.object(f) {
            Some(Object::Function(f)) => Some(f.doc),
            _ => None,
        },
        (_, Object::Class(c)) => vm.dict_get_str(c.dict, "__doc__"),
        _ => None,
    };
    done(doc.filter(|d| vm.str(*d).is_some()).unwrap_or(Value::None))
}

// -- built-in functions

fn getattr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = args.get(0);
    let name = name_arg(vm, args.get(1))?;
    let default = args.get(2);
    let outcome = vm.lookup(object, name);
    if default.is_unset() {
        return found(vm, object, name, outcome);
    }
    match outcome {
        Found::Missing { getattr } if getattr.is_unset() => done(default),
        Found::Value(value) => done(value),
        Found::Method { .. } => found(vm, object, name, outcome),
        _ => Ok(Native::call(vm.prelude("_getattr_default"), &[object, Value::Obj(name), default])),
    }
}

fn hasattr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = args.get(0);
    let name = name_arg(vm, args.get(1))?;
    match vm.lookup(object, name) {
        Found::Missing { getattr } if getattr.is_unset() => done(Value::Bool(false)),
        Found::Value(_) | Found::Method { .. } => done(Value::Bool(true)),
        _ => Ok(Native::call(vm.prelude("_hasattr"), &[object, Value::Obj(name)])),
    }
}

fn setattr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = name_arg(vm, args.get(1))?;
    match vm.setter(args.get(0), name, args.get(2))? {
        Some((func, args)) => Ok(Native::call_then(func, &args, Then::None)),
        None => done(Value::None),
    }
}

fn delattr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = name_arg(vm, args.get(1))?;
    match vm.deleter(args.get(0), name)? {
        Some((func, args)) => Ok(Native::call_then(func, &args, Then::None)),
        None => done(Value::None),
    }
}

fn callable(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let value = args.get(0);
    let yes = match vm.object(value) {
        Some(
            Object::Function(_)
            | Object::Native(_)
            | Object::BoundMethod { .. }
            | Object::Class(_)
            | Object::StaticMethod(_),
        ) => true,
        _ => {
            let class = vm.type_of(value);
            vm.class_attr_str(class, "__call__").is_some()
        }
    };
    done(Value::Bool(yes))
}

/// `isinstance` where no Python code has a say; `None` otherwise.
fn instance_native(vm: &mut Process, of: Ref, class: Value, depth: u32) -> Res<Option<bool>> {
    if depth > 50 {
        return Err(vm.raise(classes::RECURSION_ERROR, "maximum recursion depth exceeded in __instancecheck__"));
    }
    match vm.object(class) {
        Some(Object::Class(c)) => {
            let meta = c.metaclass;
            let Value::Obj(r) = class else { return Ok(Some(false)) };
            if of == r {
                return Ok(Some(true));
            }
            if meta != classes::TYPE && vm.python_method(class, "__instancecheck__").is_some() {
                return Ok(None);
            }
            Ok(Some(vm.is_subclass(of, r)))
        }
        Some(Object::Tuple(items)) => {
            let items = items.to_vec();
            let mut ask = false;
            for item in items {
                match instance_native(vm, of, item, depth + 1)? {
                    Some(true) => return Ok(Some(true)),
                    Some(false) => {}
                    None => ask = true,
                }
            }
            Ok(if ask { None } else { Some(false) })
        }
        Some(Object::Alias(a)) if a.union => {
            let args = a.args;
            instance_native(vm, of, args, depth + 1)
        }
        Some(Object::Alias(_)) => Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic")),
        None if class.is_none() => Ok(Some(of == classes::NONE_TYPE)),
        _ => {
            if vm.python_method(class, "__instancecheck__").is_some() {
                return Ok(None);
            }
            Err(vm.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"))
        }
    }
}

fn isinstance(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let of = vm.type_of(args.get(0));
    match instance_native(vm, of, args.get(1), 0)? {
        // what an object says of its class counts too (a mock, a proxy)
        Some(false)
            if let Some(Object::Instance(i)) = vm.object(args.get(0))
                && (matches!(vm.heap.get(i.class), Object::Class(c) if c.flags.getattribute)
                    || vm.python_method(args.get(0), "__class__").is_some()) =>
        {
            Ok(Native::call(vm.prelude("_isinstance_by_claim"), &[args.get(0), args.get(1)]))
        }
        Some(b) => done(Value::Bool(b)),
        None => Ok(Native::call(vm.prelude("_isinstance"), &[args.get(0), args.get(1)])),
    }
}

fn issubclass(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(Object::Class(_)) = vm.object(args.get(0)) else {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    };
    let Value::Obj(of) = args.get(0) else { return done(Value::Bool(false)) };
    let plain = vm.python_method(args.get(1), "__subclasscheck__").is_none();
    match vm.object(args.get(1)) {
        Some(Object::Class(_)) if plain => {
            let Value::Obj(base) = args.get(1) else { return done(Value::Bool(false)) };
            done(Value::Bool(vm.is_subclass(of, base)))
        }
        Some(Object::Class(_) | Object::Tuple(_) | Object::Alias(_)) => {
            Ok(Native::call(vm.prelude("_issubclass"), &[args.get(0), args.get(1)]))
        }
        _ => Err(vm.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
    }
}

// -- for the prelude

/// `_type_attr(cls, name)`: the raw attribute along the MRO, or None.
fn type_attr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let class = class_arg(vm, args.get(0), "_type_attr")?;
    let name = name_arg(vm, args.get(1))?;
    done(vm.class_attr(class, name).unwrap_or(Value::None))
}

fn plain_instance(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let class = class_arg(vm, args.get(0), "_plain_instance")?;
    let instance = vm.new_instance(class, args.get(1));
    done(instance)
}

fn is_subclass_native(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (Value::Obj(a), Value::Obj(b)) = (args.get(0), args.get(1)) else { return done(Value::Bool(false)) };
    done(Value::Bool(vm.is_subclass(a, b)))
}

fn set_abstract(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let class = class_arg(vm, args.get(0), "_set_abstract")?;
    let on = matches!(args.get(1), Value::Bool(true));
    if let Object::Class(c) = vm.heap.get_mut(class) {
        c.flags.is_abstract = on;
    }
    done(Value::None)
}

fn set_cell(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Value::Obj(r) = args.get(0)
        && let Object::Cell(place) = vm.heap.get_mut(r)
    {
        *place = args.get(1);
    }
    done(Value::None)
}

/// The built-in value under an instance of a subclass of a built-in type.
fn payload(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(vm.payload(args.get(0)))
}

/// The instance's own attribute, or NotImplemented.
fn dict_getattr(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = name_arg(vm, args.get(1))?;
    done(match args.get(0) {
        Value::Obj(r) => vm.own_attr(r, name).unwrap_or(Value::NotImplemented),
        _ => Value::NotImplemented,
    })
}
