//! Natives of `type`: how classes are made, what they tell of themselves.

use super::wrappers::{type_or, type_ror};
use super::{class_arg, done, object_dict, object_init, object_repr};
use crate::native::{Args, Native, NativeDef, NativeResult, Table};
use crate::object::Object;
use crate::process::Process;
use crate::value::Value;

pub(super) const TABLE: Table = Table {
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
};

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
pub(super) fn make_class(vm: &mut Process, args: &Args<'_>) -> NativeResult {
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

fn type_prepare(vm: &mut Process, _args: &Args<'_>) -> NativeResult {
    let dict = vm.new_dict(crate::dict::Dict::new());
    done(dict)
}
