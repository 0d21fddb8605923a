//! Natives of `object`, `type`, `super`, `property`, `staticmethod`, `classmethod`, and the attribute built-ins.

use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, Native, NativeDef, NativeResult, Res, Table, Then};
use crate::object::{Object, Property};
use crate::ops::Tri;
use crate::process::Process;
use crate::repr;
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
            NativeDef::method("__reduce_ex__", object_reduce, 1, 1),
            NativeDef::class_method("__init_subclass__", object_init_subclass, 0, crate::native::MANY).names(&["*"]),
            NativeDef::class_method("__subclasshook__", not_implemented, 1, 1),
            NativeDef::getter("__class__", object_class),
            NativeDef::getter("__dict__", object_dict),
            NativeDef::getter("__doc__", object_doc),
        ],
    },
    Table {
        owner: "type",
        is_class: true,
        items: &[
            NativeDef::function("__new__", type_new, 2, crate::native::MANY).names(&["*"]),
            NativeDef::method("__init__", object_init, 0, crate::native::MANY).names(&["*"]),
            NativeDef::method("__call__", type_call, 0, crate::native::MANY).names(&["*"]),
            NativeDef::method("__repr__", object_repr, 0, 0),
            NativeDef::method("mro", type_mro_method, 0, 0),
            NativeDef::method("__subclasses__", type_subclasses, 0, 0),
            NativeDef::method("__instancecheck__", type_instancecheck, 1, 1),
            NativeDef::method("__subclasscheck__", type_subclasscheck, 1, 1),
            NativeDef::method("__or__", type_or, 1, 1),
            NativeDef::method("__ror__", type_ror, 1, 1),
            NativeDef::class_method("__prepare__", type_prepare, 0, crate::native::MANY).names(&["*"]),
            NativeDef::getter("__name__", type_name),
            NativeDef::getter("__qualname__", type_qualname),
            NativeDef::getter("__module__", type_module),
            NativeDef::getter("__mro__", type_mro),
            NativeDef::getter("__bases__", type_bases),
            NativeDef::getter("__base__", type_base),
            NativeDef::getter("__dict__", type_dict),
            NativeDef::getter("__doc__", type_doc),
            NativeDef::getter("__annotations__", type_annotations),
            NativeDef::getter("__flags__", type_flags),
        ],
    },
    Table {
        owner: "super",
        is_class: true,
        items: &[
            NativeDef::function("__new__", super_new, 1, 3),
            NativeDef::getter("__thisclass__", |vm, a| super_part(vm, a, |s| Value::Obj(s.class))),
            NativeDef::getter("__self__", |vm, a| super_part(vm, a, |s| s.receiver)),
            NativeDef::getter("__self_class__", |vm, a| super_part(vm, a, |s| Value::Obj(s.start))),
        ],
    },
    Table {
        owner: "property",
        is_class: true,
        items: &[
            NativeDef::function("__new__", property_new, 1, 5).names(&["", "fget", "fset", "fdel", "doc"]),
            NativeDef::method("getter", property_getter, 1, 1),
            NativeDef::method("setter", property_setter, 1, 1),
            NativeDef::method("deleter", property_deleter, 1, 1),
            NativeDef::method("__get__", property_get, 1, 2),
            NativeDef::method("__set__", property_set, 2, 2),
            NativeDef::method("__delete__", property_delete, 1, 1),
            NativeDef::getter("fget", property_fget),
            NativeDef::getter("fset", property_fset),
            NativeDef::getter("fdel", property_fdel),
            NativeDef::getter("__doc__", property_doc),
        ],
    },
    Table {
        owner: "GenericAlias",
        is_class: true,
        items: &[
            NativeDef::static_method("__new__", alias_new, 3, 3),
            NativeDef::getter("__origin__", |vm, a| alias_part(vm, a, |alias| alias.origin)),
            NativeDef::getter("__args__", |vm, a| alias_part(vm, a, |alias| alias.args)),
            NativeDef::getter("__parameters__", alias_parameters),
            NativeDef::method("__mro_entries__", alias_bases, 1, 1),
            NativeDef::method("__or__", type_or, 1, 1),
            NativeDef::method("__ror__", type_ror, 1, 1),
        ],
    },
    Table {
        owner: "UnionType",
        is_class: true,
        items: &[
            NativeDef::getter("__args__", |vm, a| alias_part(vm, a, |alias| alias.args)),
            NativeDef::method("__or__", type_or, 1, 1),
            NativeDef::method("__ror__", type_ror, 1, 1),
        ],
    },
    Table {
        owner: "staticmethod",
        is_class: true,
        items: &[
            NativeDef::function("__new__", staticmethod_new, 2, 2),
            NativeDef::method("__get__", wrapped_function, 1, 2),
            NativeDef::getter("__func__", wrapped_function),
            NativeDef::getter("__wrapped__", wrapped_function),
        ],
    },
    Table {
        owner: "classmethod",
        is_class: true,
        items: &[
            NativeDef::function("__new__", classmethod_new, 2, 2),
            NativeDef::method("__get__", classmethod_get, 1, 2),
            NativeDef::getter("__func__", wrapped_function),
            NativeDef::getter("__wrapped__", wrapped_function),
        ],
    },
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
            NativeDef::function("_make_class", make_class, 4, 4),
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
    if (args.pos.len() > 1 || !args.kw.is_empty()) && !flags.init {
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

fn object_init(_vm: &mut Process, _args: &Args<'_>) -> NativeResult {
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
    if !matches!(object, Value::Obj(r) if has_dict(vm, r) || matches!(vm.heap.get(r), Object::Class(_))) {
        names.retain(|name| name != "__dict__");
    }
    let list = names_list(vm, names);
    done(list)
}

fn has_dict(vm: &Process, object: Ref) -> bool {
    match vm.heap.get(object) {
        Object::Instance(i) => !matches!(vm.heap.get(i.class), Object::Class(c) if c.slots.is_some()),
        Object::Exception(_) | Object::Function(_) | Object::Module(_) => true,
        _ => false,
    }
}

fn names_list(vm: &mut Process, mut names: Vec<String>) -> Value {
    names.sort_unstable();
    names.dedup();
    let items = names.into_iter().map(|n| Value::Obj(vm.intern(&n))).collect();
    vm.new_list(items)
}

fn object_reduce(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::call(vm.prelude("_reduce"), &[args.get(0)]))
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
        && has_dict(vm, r)
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
        (_, Object::Class(c)) => vm.dict_get_str(c.dict, "__doc__"),
        _ => None,
    };
    done(doc.filter(|d| vm.str(*d).is_some()).unwrap_or(Value::None))
}

// -- type

fn type_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.pos.len() == 2 && args.kw.is_empty() {
        return done(Value::Obj(vm.type_of(args.get(1))));
    }
    if args.pos.len() != 4 {
        return Err(vm.type_error("type() takes 1 or 3 arguments"));
    }
    let keywords = vm.dict_of_pairs(args.kw);
    let func = vm.prelude("_type_new");
    Ok(Native::call(func, &[args.get(0), args.get(1), args.get(2), args.get(3), keywords]))
}

/// `_make_class(metaclass, name, bases, namespace)`: the class object alone; hooks are called by the prelude.
fn make_class(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let meta = class_arg(vm, args.get(0), "type.__new__(X)")?;
    let Value::Obj(name) = vm.payload(args.get(1)) else {
        let message = format!("type.__new__() argument 1 must be str, not {}", vm.type_name(args.get(1)));
        return Err(vm.type_error(&message));
    };
    if vm.heap.str(name).is_none() {
        let message = format!("type.__new__() argument 1 must be str, not {}", vm.type_name(args.get(1)));
        return Err(vm.type_error(&message));
    }
    let name = vm.intern_ref(name);
    let mut bases = Vec::new();
    for base in vm.items_slice(args.get(2)).unwrap_or(&[]).to_vec() {
        match base {
            Value::Obj(r) if matches!(vm.heap.get(r), Object::Class(_)) => bases.push(r),
            _ => return Err(vm.type_error("bases must be types")),
        }
    }
    let pairs: Vec<(Value, Value)> = match vm.object(args.get(3)) {
        Some(Object::Dict(d)) => d.iter().collect(),
        _ => return Err(vm.type_error("type.__new__() argument 3 must be dict")),
    };
    let dict = vm.heap.alloc(Object::Dict(Box::default()));
    for (key, value) in pairs {
        if let Value::Obj(key) = key
            && vm.heap.str(key).is_some()
        {
            let key = vm.intern_ref(key);
            vm.dict_set_name(dict, key, value);
        }
    }
    let class = vm.make_class(meta, name, bases, dict)?;
    done(Value::Obj(class))
}

fn type_call(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    // reached through super().__call__() of a metaclass, or type.__call__(cls, …)
    let class = class_arg(vm, args.get(0), "type.__call__(X)")?;
    let rest = vm.new_tuple(args.pos.get(1..).unwrap_or(&[]));
    let keywords = vm.dict_of_pairs(args.kw);
    Ok(Native::call(vm.prelude("_instantiate"), &[Value::Obj(class), rest, keywords]))
}

fn with_class<T>(vm: &Process, value: Value, read: impl FnOnce(&crate::object::Class) -> T) -> Option<T> {
    match value {
        Value::Obj(r) => match vm.heap.get(r) {
            Object::Class(c) => Some(read(c)),
            _ => None,
        },
        _ => None,
    }
}

fn type_name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with_class(vm, args.get(0), |c| Value::Obj(c.name)).unwrap_or(Value::None))
}

fn type_qualname(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with_class(vm, args.get(0), |c| Value::Obj(c.qualname)).unwrap_or(Value::None))
}

fn type_module(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = with_class(vm, args.get(0), |c| c.dict);
    match dict.and_then(|d| vm.dict_get_str(d, "__module__")) {
        Some(module) => done(module),
        None => done(Value::Obj(vm.intern("builtins"))),
    }
}

fn type_mro(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let mro: Vec<Value> =
        with_class(vm, args.get(0), |c| c.mro.iter().map(|&r| Value::Obj(r)).collect()).unwrap_or_default();
    let tuple = vm.new_tuple(mro);
    done(tuple)
}

fn type_mro_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let mro: Vec<Value> =
        with_class(vm, args.get(0), |c| c.mro.iter().map(|&r| Value::Obj(r)).collect()).unwrap_or_default();
    let list = vm.new_list(mro);
    done(list)
}

fn type_bases(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bases: Vec<Value> =
        with_class(vm, args.get(0), |c| c.bases.iter().map(|&r| Value::Obj(r)).collect()).unwrap_or_default();
    let tuple = vm.new_tuple(bases);
    done(tuple)
}

fn type_base(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(
        with_class(vm, args.get(0), |c| c.bases.first().map_or(Value::None, |&r| Value::Obj(r))).unwrap_or(Value::None),
    )
}

fn type_dict(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match with_class(vm, args.get(0), |c| c.dict) {
        Some(dict) => {
            let proxy = vm.alloc(Object::MappingProxy { dict });
            done(proxy)
        }
        None => object_dict(vm, args),
    }
}

fn type_doc(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let dict = with_class(vm, args.get(0), |c| c.dict);
    let doc = dict.and_then(|d| vm.dict_get_str(d, "__doc__"));
    done(doc.filter(|d| vm.str(*d).is_some()).unwrap_or(Value::None))
}

fn type_annotations(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(dict) = with_class(vm, args.get(0), |c| c.dict) else { return done(Value::None) };
    if let Some(annotations) = vm.dict_get_str(dict, "__annotations__") {
        return done(annotations);
    }
    let annotations = vm.new_dict(crate::dict::Dict::new());
    vm.dict_set_str(dict, "__annotations__", annotations);
    done(annotations)
}

fn type_flags(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    const ABSTRACT: i64 = 1 << 20;
    let abstract_bit = with_class(vm, args.get(0), |c| c.flags.is_abstract).unwrap_or(false);
    done(Value::Int(if abstract_bit { ABSTRACT } else { 0 }))
}

fn type_subclasses(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let list: Vec<Value> =
        with_class(vm, args.get(0), |c| c.subclasses.iter().map(|&r| Value::Obj(r)).collect()).unwrap_or_default();
    let list = vm.new_list(list);
    done(list)
}

fn type_instancecheck(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let class = class_arg(vm, args.get(0), "isinstance()")?;
    let of = vm.type_of(args.get(1));
    done(Value::Bool(vm.is_subclass(of, class)))
}

fn type_subclasscheck(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let class = class_arg(vm, args.get(0), "issubclass()")?;
    let of = class_arg(vm, args.get(1), "issubclass() arg 1 must be a class")?;
    done(Value::Bool(vm.is_subclass(of, class)))
}

fn union(vm: &mut Process, a: Value, b: Value) -> NativeResult {
    let usable = |v: Value| v.is_none() || matches!(vm.object(v), Some(Object::Class(_) | Object::Alias(_)));
    if !usable(a) || !usable(b) {
        return done(Value::NotImplemented);
    }
    let mut parts: Vec<Value> = Vec::new();
    for side in [a, b] {
        match vm.object(side) {
            Some(Object::Alias(alias)) if alias.union => {
                let inner = vm.items_slice(alias.args).unwrap_or(&[]).to_vec();
                parts.extend(inner);
            }
            _ => parts.push(if side.is_none() { Value::Obj(classes::NONE_TYPE) } else { side }),
        }
    }
    let mut unique: Vec<Value> = Vec::new();
    for part in parts {
        if !unique.iter().any(|u| u.is(part)) {
            unique.push(part);
        }
    }
    if let [only] = unique.as_slice() {
        return done(*only);
    }
    let args = vm.new_tuple(unique);
    let alias = vm.alloc(Object::Alias(Box::new(crate::object::Alias { origin: Value::None, args, union: true })));
    done(alias)
}

/// `types.GenericAlias(origin, args)`, which classes of the library give for `Queue[int]`.
fn alias_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let parameters = match args.get(2) {
        Value::Obj(r) if matches!(vm.heap.get(r), Object::Tuple(_)) => args.get(2),
        one => vm.new_tuple([one]),
    };
    let alias = crate::object::Alias { origin: args.get(1), args: parameters, union: false };
    done(vm.alloc(Object::Alias(Box::new(alias))))
}

fn type_or(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    union(vm, args.get(0), args.get(1))
}

fn type_ror(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    union(vm, args.get(1), args.get(0))
}

fn type_prepare(vm: &mut Process, _args: &Args<'_>) -> NativeResult {
    let dict = vm.new_dict(crate::dict::Dict::new());
    done(dict)
}

// -- super, property, wrappers

fn super_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.get(1).is_unset() {
        return Ok(Native::Special(crate::native::Special::Super));
    }
    let class = match args.get(1) {
        Value::Obj(r) if matches!(vm.heap.get(r), Object::Class(_)) => r,
        other => {
            let message = format!("super() argument 1 must be a type, not {}", vm.type_name(other));
            return Err(vm.type_error(&message));
        }
    };
    let object = vm.super_object(class, args.get(2))?;
    done(object)
}

/// `alias.__parameters__`: the type variables among its arguments.
fn alias_parameters(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let found = match vm.object(args.get(0)) {
        Some(Object::Alias(alias)) => vm.items_slice(alias.args).unwrap_or(&[]).to_vec(),
        _ => Vec::new(),
    };
    let variables: Vec<Value> = found.into_iter().filter(|&v| vm.type_name(v) == "TypeVar").collect();
    Ok(Native::Done(vm.new_tuple(variables)))
}

/// `class C(list[int])`: a subclass of `list`.
fn alias_bases(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match vm.object(args.get(0)) {
        Some(Object::Alias(alias)) => {
            let origin = alias.origin;
            Ok(Native::Done(vm.new_tuple([origin])))
        }
        _ => Ok(Native::Done(vm.new_tuple(Vec::new()))),
    }
}

fn alias_part(vm: &mut Process, args: &Args<'_>, part: impl FnOnce(&crate::object::Alias) -> Value) -> NativeResult {
    done(match vm.object(args.get(0)) {
        Some(Object::Alias(alias)) => part(alias),
        _ => Value::None,
    })
}

fn super_part(vm: &mut Process, args: &Args<'_>, part: impl FnOnce(&crate::object::Super) -> Value) -> NativeResult {
    done(match vm.object(args.get(0)) {
        Some(Object::Super(s)) => part(s),
        _ => Value::None,
    })
}

fn with_property(vm: &Process, value: Value) -> Option<Property> {
    match vm.object(value) {
        Some(Object::Property(p)) => Some((**p).clone()),
        _ => None,
    }
}

fn property_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let get = args.or_none(1);
    let mut doc = args.or_none(4);
    if doc.is_none()
        && let Some(Object::Function(f)) = vm.object(get)
    {
        doc = f.doc;
    }
    let property = Property { get, set: args.or_none(2), delete: args.or_none(3), doc, name: Value::None };
    let property = vm.alloc(Object::Property(Box::new(property)));
    done(property)
}

fn property_with(vm: &mut Process, args: &Args<'_>, change: impl FnOnce(&mut Property, Value)) -> NativeResult {
    let Some(mut property) = with_property(vm, args.get(0)) else { return Err(vm.type_error("not a property")) };
    change(&mut property, args.get(1));
    let property = vm.alloc(Object::Property(Box::new(property)));
    done(property)
}

fn property_getter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    property_with(vm, args, |p, f| p.get = f)
}

fn property_setter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    property_with(vm, args, |p, f| p.set = f)
}

fn property_deleter(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    property_with(vm, args, |p, f| p.delete = f)
}

fn property_get(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    if args.get(1).is_none() {
        return done(args.get(0));
    }
    match with_property(vm, args.get(0)) {
        Some(p) if !p.get.is_none() => Ok(Native::call(p.get, &[args.get(1)])),
        _ => Err(vm.attribute_error("property has no getter")),
    }
}

fn property_set(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match with_property(vm, args.get(0)) {
        Some(p) if !p.set.is_none() => Ok(Native::call(p.set, &[args.get(1), args.get(2)])),
        _ => Err(vm.attribute_error("property has no setter")),
    }
}

fn property_delete(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match with_property(vm, args.get(0)) {
        Some(p) if !p.delete.is_none() => Ok(Native::call(p.delete, &[args.get(1)])),
        _ => Err(vm.attribute_error("property has no deleter")),
    }
}

fn property_fget(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with_property(vm, args.get(0)).map_or(Value::None, |p| p.get))
}

fn property_fset(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with_property(vm, args.get(0)).map_or(Value::None, |p| p.set))
}

fn property_fdel(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with_property(vm, args.get(0)).map_or(Value::None, |p| p.delete))
}

fn property_doc(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(with_property(vm, args.get(0)).map_or(Value::None, |p| p.doc))
}

fn staticmethod_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let wrapped = vm.alloc(Object::StaticMethod(args.get(1)));
    done(wrapped)
}

fn classmethod_new(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let wrapped = vm.alloc(Object::ClassMethod(args.get(1)));
    done(wrapped)
}

fn wrapped_function(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    done(match vm.object(args.get(0)) {
        Some(Object::StaticMethod(f) | Object::ClassMethod(f)) => *f,
        _ => Value::None,
    })
}

fn classmethod_get(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let func = match vm.object(args.get(0)) {
        Some(Object::ClassMethod(f)) => *f,
        _ => Value::None,
    };
    let receiver = match args.get(2) {
        Value::Unset | Value::None => Value::Obj(vm.type_of(args.get(1))),
        class => class,
    };
    let bound = vm.alloc(Object::BoundMethod { func, receiver });
    done(bound)
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
            if matches!(vm.object(args.get(0)), Some(Object::Instance(_)))
                && vm.python_method(args.get(0), "__class__").is_some() =>
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
