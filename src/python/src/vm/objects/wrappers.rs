//! Natives of what stands for something else: `super`, `property`, `staticmethod`, `classmethod`, generic aliases, unions.

use super::done;
use crate::classes;
use crate::native::{Args, Native, NativeDef, NativeResult, Table};
use crate::object::{Object, Property};
use crate::process::Process;
use crate::value::Value;

pub(super) const SUPER: Table = Table {
    owner: "super",
    is_class: true,
    items: &[
        NativeDef::function("__new__", super_new, 1, 3),
        NativeDef::method("__get__", super_get, 1, 2),
        NativeDef::getter("__thisclass__", |vm, a| super_part(vm, a, |s| Value::Obj(s.class))),
        NativeDef::getter("__self__", |vm, a| super_part(vm, a, |s| s.receiver)),
        NativeDef::getter("__self_class__", |vm, a| super_part(vm, a, |s| Value::Obj(s.start))),
    ],
};

pub(super) const PROPERTY: Table = Table {
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
};

pub(super) const GENERIC_ALIAS: Table = Table {
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
};

pub(super) const UNION_TYPE: Table = Table {
    owner: "UnionType",
    is_class: true,
    items: &[
        NativeDef::getter("__args__", |vm, a| alias_part(vm, a, |alias| alias.args)),
        NativeDef::method("__or__", type_or, 1, 1),
        NativeDef::method("__ror__", type_ror, 1, 1),
    ],
};

pub(super) const STATIC_METHOD: Table = Table {
    owner: "staticmethod",
    is_class: true,
    items: &[
        NativeDef::function("__new__", staticmethod_new, 2, 2),
        NativeDef::method("__get__", wrapped_function, 1, 2),
        NativeDef::getter("__func__", wrapped_function),
        NativeDef::getter("__wrapped__", wrapped_function),
    ],
};

pub(super) const CLASS_METHOD: Table = Table {
    owner: "classmethod",
    is_class: true,
    items: &[
        NativeDef::function("__new__", classmethod_new, 2, 2),
        NativeDef::method("__get__", classmethod_get, 1, 2),
        NativeDef::getter("__func__", wrapped_function),
        NativeDef::getter("__wrapped__", wrapped_function),
    ],
};

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
    if args.get(2).is_unset() || args.get(2).is_none() {
        // it binds when it is read as an attribute
        let waiting = crate::object::Super { class, receiver: Value::None, start: class };
        return done(vm.alloc(Object::Super(Box::new(waiting))));
    }
    let object = vm.super_object(class, args.get(2))?;
    done(object)
}

/// `super(C)` kept as an attribute: bound to the object it is read through.
fn super_get(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match vm.object(args.get(0)) {
        Some(Object::Super(s)) if s.receiver.is_none() && !args.get(1).is_none() => {
            let class = s.class;
            done(vm.super_object(class, args.get(1))?)
        }
        _ => done(args.get(0)),
    }
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

pub(super) fn type_or(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    union(vm, args.get(0), args.get(1))
}

pub(super) fn type_ror(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    union(vm, args.get(1), args.get(0))
}
