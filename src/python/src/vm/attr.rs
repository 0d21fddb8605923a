//! Attribute lookup, by the rules of `object.__getattribute__`, `type.__getattribute__` and `super`; `store` has the other way round.
//!
//! Lookup itself never runs Python code: it says what was found, and the caller arranges the call of a property's getter
//! or of `__getattr__`.

mod store;

use crate::classes;
use crate::native::{Bind, Raise};
use crate::object::{Layout, Object};
use crate::process::{MethodCacheEntry, Process};
use crate::registry;
use crate::value::{Ref, Value};

/// What a lookup came to.
#[derive(Clone, Copy, Debug)]
pub enum Found {
    /// A plain value.
    Value(Value),
    /// A function found in the class: to be called with the receiver first.
    Method { func: Value, receiver: Value },
    /// A getter: call `func(receiver)` (property, native getter).
    Get { func: Value, receiver: Value },
    /// A descriptor of Python code: call `func(descriptor, receiver, class)`.
    Describe { func: Value, descriptor: Value, receiver: Value, class: Ref },
    /// The class overrides `__getattribute__`.
    GetAttribute { func: Value },
    /// A property that cannot be read.
    Unreadable,
    /// Nothing; `__getattr__` of the class if it has one.
    Missing { getattr: Value },
}

/// What kind of thing a class attribute is when read through an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Function,
    Static(Value),
    Class(Value),
    Property,
    Getter,
    /// A slot: the value is the instance's own.
    Member,
    /// Instance of a Python class with `__get__`; whether it also has `__set__` or `__delete__`.
    Descriptor {
        get: bool,
        data: bool,
    },
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.is(*other)
    }
}
impl Eq for Value {}

const METHOD_CACHE: usize = 2048;

impl Process {
    /// An attribute of a class found along its MRO.
    pub fn class_attr(&mut self, class: Ref, name: Ref) -> Option<Value> {
        if self.method_cache.is_empty() {
            let empty = MethodCacheEntry { class: Ref(u32::MAX), name: Ref(u32::MAX), version: 0, value: Value::Unset };
            self.method_cache = vec![empty; METHOD_CACHE];
        }
        let slot =
            (class.0.wrapping_mul(0x9E37_79B1) ^ name.0.wrapping_mul(0x85EB_CA6B)) as usize >> 7 & (METHOD_CACHE - 1);
        let entry = self.method_cache[slot];
        if entry.class == class && entry.name == name && entry.version == self.class_version {
            return if entry.value.is_unset() { None } else { Some(entry.value) };
        }
        let found = self.class_attr_uncached(class, name);
        self.method_cache[slot] =
            MethodCacheEntry { class, name, version: self.class_version, value: found.unwrap_or(Value::Unset) };
        found
    }

    fn class_attr_uncached(&self, class: Ref, name: Ref) -> Option<Value> {
        let Object::Class(c) = self.heap.get(class) else { return None };
        c.mro.iter().find_map(|&k| match self.heap.get(k) {
            Object::Class(k) => self.dict_get_name(k.dict, name),
            _ => None,
        })
    }

    /// As `class_attr`, by text.
    pub fn class_attr_str(&mut self, class: Ref, name: &'static str) -> Option<Value> {
        let name = self.intern_literal(name);
        self.class_attr(class, name)
    }

    /// A special method that Python code defines for the value's class (natives of built-in types do not count).
    pub fn python_method(&mut self, value: Value, name: &'static str) -> Option<Value> {
        let class = self.type_of(value);
        if matches!(self.heap.get(class), Object::Class(c) if c.builtin) {
            return None;
        }
        let found = self.class_attr_str(class, name)?;
        match found {
            Value::Obj(r) if matches!(self.heap.get(r), Object::Native(_)) => {
                // a Python class may say `__setattr__ = dict.__setitem__`
                let name = self.intern(name);
                self.defined_in_python(class, name).then_some(found)
            }
            found => Some(self.called_with_receiver(found)),
        }
    }

    /// A special method of a class, to be called with the receiver first.
    pub fn special_attr(&mut self, class: Ref, name: &'static str) -> Option<Value> {
        let found = self.class_attr_str(class, name)?;
        Some(self.called_with_receiver(found))
    }

    /// What to call with the receiver first for a special method: a descriptor of Python code binds it before.
    pub(crate) fn called_with_receiver(&mut self, method: Value) -> Value {
        if let Some(Object::Function(_) | Object::Native(_)) = self.object(method) {
            return method;
        }
        match self.kind_of(method) {
            Kind::Descriptor { get: true, .. } | Kind::Property => {
                let through = self.prelude("_through_descriptor");
                self.alloc(Object::BoundMethod { func: through, receiver: method })
            }
            _ => method,
        }
    }

    /// Whether the class that provides this attribute is one of Python code.
    fn defined_in_python(&self, class: Ref, name: Ref) -> bool {
        let Object::Class(c) = self.heap.get(class) else { return false };
        c.mro
            .iter()
            .find_map(|&k| match self.heap.get(k) {
                Object::Class(k) if self.dict_get_name(k.dict, name).is_some() => Some(!k.builtin),
                _ => None,
            })
            .unwrap_or(false)
    }

    fn kind_of(&mut self, value: Value) -> Kind {
        let Value::Obj(r) = value else { return Kind::Plain };
        if self.is_member(value) {
            return Kind::Member;
        }
        match self.heap.get(r) {
            Object::Function(_) => Kind::Function,
            Object::Native(id) => match registry::def(*id).map(|d| d.bind) {
                Some(Bind::Method) => Kind::Function,
                Some(Bind::Getter) => Kind::Getter,
                _ => Kind::Plain,
            },
            Object::StaticMethod(f) => Kind::Static(*f),
            Object::ClassMethod(f) => Kind::Class(*f),
            Object::Property(_) => Kind::Property,
            Object::Super(s) if s.receiver.is_none() => Kind::Descriptor { get: true, data: false },
            Object::BoundMethod { func: Value::Obj(f), .. } if self.is_getter(*f) => Kind::Getter,
            Object::Instance(i) => {
                let class = i.class;
                let get = self.class_attr_str(class, "__get__").is_some();
                let data = self.class_attr_str(class, "__set__").is_some()
                    || self.class_attr_str(class, "__delete__").is_some();
                if get || data { Kind::Descriptor { get, data } } else { Kind::Plain }
            }
            _ => Kind::Plain,
        }
    }

    fn is_getter(&self, native: Ref) -> bool {
        matches!(self.heap.get(native), Object::Native(id) if registry::def(*id).is_some_and(|d| d.bind == Bind::Getter))
    }

    /// The instance's own attribute.
    pub fn own_attr(&self, object: Ref, name: Ref) -> Option<Value> {
        match self.heap.get(object) {
            Object::Instance(i) => {
                if let Value::Obj(dict) = i.dict
                    && (i.slots.is_empty() || self.shapes.slot(i.shape, name).is_none())
                {
                    return self.dict_get_name(dict, name);
                }
                let slot = self.shapes.slot(i.shape, name)?;
                i.slots.get(slot).copied().filter(|v| !v.is_unset())
            }
            Object::Exception(e) => match e.dict {
                Value::Obj(dict) => self.dict_get_name(dict, name),
                _ => None,
            },
            Object::Module(m) => self.dict_get_name(m.dict, name),
            Object::Function(f) => match f.dict {
                Value::Obj(dict) => self.dict_get_name(dict, name),
                _ => None,
            },
            _ => None,
        }
    }

    /// `object.name`, not running any Python code.
    pub fn lookup(&mut self, object: Value, name: Ref) -> Found {
        let class = self.type_of(object);
        if let Value::Obj(r) = object {
            match self.heap.get(r) {
                Object::Class(_) => return self.lookup_in_class(r, class, name),
                Object::Super(_) => return self.lookup_super(r, name),
                Object::Instance(_) => {
                    if matches!(self.heap.get(class), Object::Class(c) if c.flags.getattribute)
                        && let Some(func) = self.python_method(object, "__getattribute__")
                    {
                        return Found::GetAttribute { func };
                    }
                }
                _ => {}
            }
        }
        self.lookup_generic(object, class, name)
    }

    /// `object.__getattribute__`.
    pub fn lookup_generic(&mut self, object: Value, class: Ref, name: Ref) -> Found {
        let in_class = self.class_attr(class, name);
        let kind = in_class.map_or(Kind::Plain, |v| self.kind_of(v));
        if let Some(value) = in_class
            && matches!(kind, Kind::Property | Kind::Getter | Kind::Descriptor { data: true, .. })
        {
            return self.bind_found(value, kind, object, class, name);
        }
        if let Value::Obj(r) = object
            && let Some(value) = self.own_attr(r, name)
        {
            return Found::Value(value);
        }
        match in_class {
            Some(value) => self.bind_found(value, kind, object, class, name),
            // a bound method shows the attributes of its function
            None => match self.object(object) {
                Some(&(Object::BoundMethod { func, .. } | Object::StaticMethod(func) | Object::ClassMethod(func))) => {
                    self.lookup(func, name)
                }
                _ => self.missing_in_module(object, name).unwrap_or_else(|| self.missing(class)),
            },
        }
    }

    /// A module may have a `__getattr__` of its own (PEP 562): it takes the name alone.
    fn missing_in_module(&self, object: Value, name: Ref) -> Option<Found> {
        let Some(Object::Module(module)) = self.object(object) else { return None };
        let func = self.dict_get_str(module.dict, "__getattr__")?;
        Some(Found::Get { func, receiver: Value::Obj(name) })
    }

    fn missing(&mut self, class: Ref) -> Found {
        let getattr = match self.heap.get(class) {
            Object::Class(c) if c.flags.getattr => self.special_attr(class, "__getattr__").unwrap_or(Value::Unset),
            _ => Value::Unset,
        };
        Found::Missing { getattr }
    }

    fn bind_found(&mut self, value: Value, kind: Kind, receiver: Value, class: Ref, name: Ref) -> Found {
        match kind {
            Kind::Plain => Found::Value(value),
            Kind::Member => self.missing(class),
            Kind::Function => Found::Method { func: value, receiver },
            Kind::Static(func) => Found::Value(func),
            Kind::Class(func) => self.bound_to_class(func, class),
            Kind::Getter => {
                // the class's own name for it: `C.__dict__['__dict__']`
                let func = match self.object(value) {
                    Some(&Object::BoundMethod { func, .. }) => func,
                    _ => value,
                };
                Found::Get { func, receiver }
            }
            Kind::Property => {
                let get = match value {
                    Value::Obj(r) => match self.heap.get(r) {
                        Object::Property(p) => p.get,
                        _ => Value::None,
                    },
                    _ => Value::None,
                };
                if get.is_none() { Found::Unreadable } else { Found::Get { func: get, receiver } }
            }
            Kind::Descriptor { get: true, .. } => {
                let descriptor_class = self.type_of(value);
                match self.class_attr_str(descriptor_class, "__get__") {
                    Some(func) => Found::Describe { func, descriptor: value, receiver, class },
                    None => Found::Value(value),
                }
            }
            Kind::Descriptor { .. } => match receiver {
                // data descriptor without __get__: the instance's own entry, else the descriptor itself
                Value::Obj(r) => Found::Value(self.own_attr(r, name).unwrap_or(value)),
                _ => Found::Value(value),
            },
        }
    }

    /// `Class.name`: the metaclass's data descriptors, the MRO, the metaclass's rest.
    fn lookup_in_class(&mut self, class: Ref, meta: Ref, name: Ref) -> Found {
        let in_meta = self.class_attr(meta, name);
        let meta_kind = in_meta.map_or(Kind::Plain, |v| self.kind_of(v));
        if let Some(value) = in_meta
            && matches!(meta_kind, Kind::Property | Kind::Getter | Kind::Descriptor { data: true, .. })
            // an attribute of the class shadows what `object` offers its instances as getters
            && !matches!(meta_kind, Kind::Getter if self.shadows_getter(class, name))
        {
            return self.bind_found(value, meta_kind, Value::Obj(class), meta, name);
        }
        if let Some(value) = self.class_attr(class, name) {
            return match self.kind_of(value) {
                Kind::Static(func) => Found::Value(func),
                Kind::Class(func) => self.bound_to_class(func, class),
                Kind::Descriptor { get: true, .. } => {
                    let descriptor_class = self.type_of(value);
                    match self.class_attr_str(descriptor_class, "__get__") {
                        Some(func) => Found::Describe { func, descriptor: value, receiver: Value::None, class },
                        None => Found::Value(value),
                    }
                }
                // built-in classes have no texts
                Kind::Getter if self.heap.str(name) == Some("__doc__") => Found::Value(Value::None),
                _ => Found::Value(value),
            };
        }
        match in_meta {
            Some(value) => self.bind_found(value, meta_kind, Value::Obj(class), meta, name),
            None => self.missing(meta),
        }
    }

    /// `Class.__doc__`, `__module__`, `__qualname__` … stored in the class dict win over the getters of `type`.
    fn shadows_getter(&self, class: Ref, name: Ref) -> bool {
        let own = matches!(self.heap.str(name), Some("__doc__" | "__module__" | "__annotations__" | "__type_params__"));
        own && matches!(self.heap.get(class), Object::Class(c) if self.dict_get_name(c.dict, name).is_some())
    }

    fn lookup_super(&mut self, r: Ref, name: Ref) -> Found {
        let Object::Super(s) = self.heap.get(r) else { return Found::Missing { getattr: Value::Unset } };
        let (after, receiver, start) = (s.class, s.receiver, s.start);
        if self.heap.str(name) == Some("__class__") {
            return Found::Value(Value::Obj(classes::SUPER));
        }
        let mro: Vec<Ref> = match self.heap.get(start) {
            Object::Class(c) => c.mro.iter().copied().skip_while(|&k| k != after).skip(1).collect(),
            _ => Vec::new(),
        };
        let found = mro.iter().find_map(|&k| match self.heap.get(k) {
            Object::Class(k) => self.dict_get_name(k.dict, name),
            _ => None,
        });
        let Some(value) = found else {
            let own = self.class_attr(classes::SUPER, name);
            return match own {
                Some(value) if matches!(self.heap.str(name), Some("__thisclass__" | "__self__" | "__self_class__")) => {
                    Found::Get { func: value, receiver: Value::Obj(r) }
                }
                _ => Found::Missing { getattr: Value::Unset },
            };
        };
        // super() in a class method or __new__: the receiver is the class itself
        let unbound = matches!(receiver, Value::Obj(x) if x == start);
        let kind = self.kind_of(value);
        match kind {
            Kind::Function if unbound => Found::Value(value),
            Kind::Class(func) => Found::Method { func, receiver: Value::Obj(start) },
            _ => self.bind_found(value, kind, receiver, start, name),
        }
    }

    /// What `classmethod` wraps; a property or another descriptor there (as 3.9 to 3.12 have it) is one of the class.
    fn bound_to_class(&mut self, func: Value, class: Ref) -> Found {
        let receiver = Value::Obj(class);
        match self.kind_of(func) {
            kind @ (Kind::Property | Kind::Class(_) | Kind::Descriptor { get: true, .. }) => {
                let meta = self.heap.type_of(class);
                self.bind_found(func, kind, receiver, meta, class)
            }
            _ => Found::Method { func, receiver },
        }
    }

    /// The AttributeError for a failed lookup.
    pub fn no_attribute(&mut self, object: Value, name: Ref) -> Raise {
        let raise = self.no_attribute_to_change(object, name);
        self.set_exception_attr(raise.0, "name", Value::Obj(name));
        self.set_exception_attr(raise.0, "obj", object);
        raise
    }

    /// The AttributeError for a store or deletion: it does not carry the name and the object.
    pub(super) fn no_attribute_to_change(&mut self, object: Value, name: Ref) -> Raise {
        let text = self.heap.str(name).unwrap_or("?").to_owned();
        let message = match object {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Class(c) => {
                    format!("type object '{}' has no attribute '{text}'", self.heap.str(c.name).unwrap_or("?"))
                }
                Object::Module(m) => {
                    format!("module '{}' has no attribute '{text}'", self.heap.str(m.name).unwrap_or("?"))
                }
                _ => format!("'{}' object has no attribute '{text}'", self.type_name(object)),
            },
            _ => format!("'{}' object has no attribute '{text}'", self.type_name(object)),
        };
        self.attribute_error(&message)
    }

    /// The AttributeError for a property without a getter.
    pub fn unreadable(&mut self, object: Value, name: Ref) -> Raise {
        let message = format!(
            "property '{}' of '{}' object has no getter",
            self.heap.str(name).unwrap_or("?"),
            self.type_name(object)
        );
        self.attribute_error(&message)
    }

    pub fn set_exception_attr(&mut self, exception: Ref, name: &str, value: Value) {
        let dict = match self.heap.get(exception) {
            Object::Exception(e) => e.dict,
            _ => return,
        };
        let dict = match dict {
            Value::Obj(dict) => dict,
            _ => {
                let dict = self.heap.alloc(Object::Dict(Box::default()));
                if let Object::Exception(e) = self.heap.get_mut(exception) {
                    e.dict = Value::Obj(dict);
                }
                dict
            }
        };
        self.dict_set_str(dict, name, value);
    }

    /// Whether an object has attributes that no class foresees.
    #[must_use]
    pub fn has_dict(&self, object: Ref) -> bool {
        match self.heap.get(object) {
            Object::Instance(i) => {
                !matches!(self.heap.get(i.class), Object::Class(c) if c.slots.is_some() || c.builtin)
            }
            Object::Exception(_) | Object::Function(_) | Object::Module(_) => true,
            _ => false,
        }
    }

    /// The class a payload instance must be made for: whether `class` stores a built-in value underneath.
    #[must_use]
    pub fn has_payload(&self, class: Ref) -> bool {
        !matches!(
            self.layout_of(class),
            Layout::Plain | Layout::Exception | Layout::Type | Layout::Module | Layout::Native
        )
    }
}
