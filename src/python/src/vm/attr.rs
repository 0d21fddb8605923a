//! Attribute lookup, by the rules of `object.__getattribute__`, `type.__getattribute__` and `super`.
//!
//! Lookup itself never runs Python code: it says what was found, and the caller arranges the call of a property's getter
//! or of `__getattr__`.

use crate::classes;
use crate::native::{Bind, Raise, Res};
use crate::object::{HostKind, Layout, Object, ShapeId};
use crate::process::{MethodCacheEntry, Process};
use crate::registry;
use crate::shape::MAX_SLOTS;
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

    /// The instance's own attribute.
    pub fn own_attr(&self, object: Ref, name: Ref) -> Option<Value> {
        match self.heap.get(object) {
            Object::Instance(i) => {
                if let Value::Obj(dict) = i.dict {
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
                Some(&Object::BoundMethod { func, .. }) => self.lookup(func, name),
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
            Object::Class(c) if c.flags.getattr => self.class_attr_str(class, "__getattr__").unwrap_or(Value::Unset),
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
            Kind::Getter => Found::Get { func: value, receiver },
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

    /// What `classmethod` wraps; a property there (as 3.9 to 3.12 have it) is a property of the class.
    fn bound_to_class(&self, func: Value, class: Ref) -> Found {
        let receiver = Value::Obj(class);
        if let Value::Obj(r) = func
            && let Object::Property(p) = self.heap.get(r)
            && !p.get.is_none()
        {
            return Found::Get { func: p.get, receiver };
        }
        Found::Method { func, receiver }
    }

    /// The AttributeError for a failed lookup.
    pub fn no_attribute(&mut self, object: Value, name: Ref) -> Raise {
        let raise = self.no_attribute_to_change(object, name);
        self.set_exception_attr(raise.0, "name", Value::Obj(name));
        self.set_exception_attr(raise.0, "obj", object);
        raise
    }

    /// The AttributeError for a store or deletion: it does not carry the name and the object.
    fn no_attribute_to_change(&mut self, object: Value, name: Ref) -> Raise {
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

    // -- storing

    /// What `object.name = value` must call, if it must call anything: a setter with its arguments.
    pub fn setter(&mut self, object: Value, name: Ref, value: Value) -> Res<Option<(Value, Vec<Value>)>> {
        let class = self.type_of(object);
        if matches!(self.heap.get(class), Object::Class(c) if c.flags.setattr)
            && let Some(func) = self.python_method(object, "__setattr__")
        {
            return Ok(Some((func, vec![object, Value::Obj(name), value])));
        }
        self.setter_generic(object, class, name, value)
    }

    /// As `setter` without `__setattr__`: what `object.__setattr__` does.
    pub fn setter_generic(
        &mut self,
        object: Value,
        class: Ref,
        name: Ref,
        value: Value,
    ) -> Res<Option<(Value, Vec<Value>)>> {
        if let Some(found) = self.class_attr(class, name) {
            match self.kind_of(found) {
                Kind::Property => {
                    let set = match found {
                        Value::Obj(r) => match self.heap.get(r) {
                            Object::Property(p) => p.set,
                            _ => Value::None,
                        },
                        _ => Value::None,
                    };
                    if set.is_none()
                        && self.layout_of(class) == Layout::Tuple
                        && self.class_attr_str(class, "_fields").is_some()
                    {
                        // the field of a namedtuple
                        return Err(self.attribute_error("can't set attribute"));
                    }
                    if set.is_none() {
                        let message = format!(
                            "property '{}' of '{}' object has no setter",
                            self.heap.str(name).unwrap_or("?"),
                            self.class_name(class)
                        );
                        return Err(self.attribute_error(&message));
                    }
                    return Ok(Some((set, vec![object, value])));
                }
                Kind::Getter if self.set_special(object, class, name, value)? => return Ok(None),
                Kind::Descriptor { data: true, .. } => {
                    let descriptor_class = self.type_of(found);
                    return match self.class_attr_str(descriptor_class, "__set__") {
                        Some(func) => Ok(Some((func, vec![found, object, value]))),
                        None => Err(self.attribute_error("__set__")),
                    };
                }
                _ => {}
            }
        }
        self.store_own(object, name, value)?;
        Ok(None)
    }

    /// `object.__dict__ = …`, `object.__class__ = …`, and what is no assignable attribute of a built-in. Whether it is done.
    fn set_special(&mut self, object: Value, class: Ref, name: Ref, value: Value) -> Res<bool> {
        let text = self.heap.str(name).unwrap_or("").to_owned();
        match object {
            Value::Obj(r) => match (self.heap.get(r), text.as_str()) {
                (Object::Instance(_), "__dict__") => {
                    let Value::Obj(dict) = self.payload(value) else { return Err(self.wrong_dict(value)) };
                    if !matches!(self.heap.get(dict), Object::Dict(_)) {
                        return Err(self.wrong_dict(value));
                    }
                    if let Object::Instance(i) = self.heap.get_mut(r) {
                        i.dict = Value::Obj(dict);
                        i.slots = Vec::new();
                        i.shape = ShapeId(u32::MAX);
                    }
                    Ok(true)
                }
                (Object::Instance(_), "__class__") => {
                    let Value::Obj(new) = value else { return Err(self.wrong_class(value)) };
                    let Object::Class(c) = self.heap.get(new) else { return Err(self.wrong_class(value)) };
                    if c.builtin {
                        return Err(self.type_error(
                            "__class__ assignment only supported for mutable types or ModuleType subclasses",
                        ));
                    }
                    if c.layout != self.layout_of(class) || c.slots.is_some() {
                        let message = format!(
                            "__class__ assignment: '{}' object layout differs from '{}'",
                            self.class_name(new),
                            self.class_name(class)
                        );
                        return Err(self.type_error(&message));
                    }
                    // the layout of the attributes belongs to the old class
                    self.instance_dict(r);
                    if let Object::Instance(i) = self.heap.get_mut(r) {
                        i.class = new;
                    }
                    Ok(true)
                }
                (
                    Object::Exception(_)
                    | Object::Function(_)
                    | Object::Class(_)
                    | Object::Module(_)
                    | Object::Generator(_),
                    _,
                )
                | (Object::Instance(_), _) => Ok(false),
                _ => Err(self.not_writable(class, &text)),
            },
            _ => Err(self.not_writable(class, &text)),
        }
    }

    fn wrong_dict(&mut self, value: Value) -> Raise {
        let message = format!("__dict__ must be set to a dictionary, not a '{}'", self.type_name(value));
        self.type_error(&message)
    }

    fn wrong_class(&mut self, value: Value) -> Raise {
        let message = format!("__class__ must be set to a class, not '{}' object", self.type_name(value));
        self.type_error(&message)
    }

    fn not_writable(&mut self, class: Ref, name: &str) -> Raise {
        let message = format!("attribute '{name}' of '{}' objects is not writable", self.class_name(class));
        self.attribute_error(&message)
    }

    /// Stores into the object itself.
    pub fn store_own(&mut self, object: Value, name: Ref, value: Value) -> Res<()> {
        let Value::Obj(r) = object else { return Err(self.no_attribute_to_change(object, name)) };
        match self.heap.get(r) {
            Object::Instance(i) => {
                if let Value::Obj(dict) = i.dict {
                    self.dict_set_name(dict, name, value);
                    return Ok(());
                }
                let (class, shape) = (i.class, i.shape);
                if let Some(slot) = self.shapes.slot(shape, name) {
                    if let Object::Instance(i) = self.heap.get_mut(r)
                        && let Some(place) = i.slots.get_mut(slot)
                    {
                        *place = value;
                    }
                    return Ok(());
                }
                if let Object::Class(c) = self.heap.get(class)
                    && let Some(slots) = &c.slots
                    && !slots.contains(&name)
                {
                    if self.class_attr(class, name).is_some() {
                        let message = format!(
                            "'{}' object attribute '{}' is read-only",
                            self.class_name(class),
                            self.heap.str(name).unwrap_or("?")
                        );
                        return Err(self.attribute_error(&message));
                    }
                    return Err(self.no_attribute_to_change(object, name));
                }
                if class == classes::OBJECT {
                    return Err(self.no_attribute_to_change(object, name));
                }
                self.add_slot(r, class, shape, name, value);
                Ok(())
            }
            Object::Class(c) => {
                if c.builtin {
                    let message = format!(
                        "cannot set '{}' attribute of immutable type '{}'",
                        self.heap.str(name).unwrap_or("?"),
                        self.class_name(r)
                    );
                    return Err(self.type_error(&message));
                }
                self.set_class_attr(r, name, Some(value));
                Ok(())
            }
            Object::Module(m) => {
                let dict = m.dict;
                self.dict_set_name(dict, name, value);
                Ok(())
            }
            Object::Exception(_) => self.store_exception_attr(r, name, value),
            Object::Function(_) => self.store_function_attr(r, name, value),
            Object::Generator(_) => {
                let text = self.heap.str(name).unwrap_or("").to_owned();
                if let Object::Generator(g) = self.heap.get_mut(r) {
                    match text.as_str() {
                        "__name__" => g.name = value,
                        "__qualname__" => g.qualname = value,
                        _ => return Err(self.no_attribute_to_change(object, name)),
                    }
                }
                Ok(())
            }
            Object::Host(h) if matches!(h.kind, HostKind::Lock | HostKind::RLock) => {
                Err(self.no_attribute_to_change(object, name))
            }
            _ => Err(self.no_attribute_to_change(object, name)),
        }
    }

    /// Sets an attribute of an instance whatever its class says.
    #[cfg(feature = "rare-natives")]
    pub(crate) fn put_attribute(&mut self, r: Ref, name: Ref, value: Value) {
        let (class, shape, dict) = match self.heap.get(r) {
            Object::Instance(i) => (i.class, i.shape, i.dict),
            _ => return,
        };
        if let Value::Obj(dict) = dict {
            return self.dict_set_name(dict, name, value);
        }
        match self.shapes.slot(shape, name) {
            Some(at) => {
                if let Object::Instance(i) = self.heap.get_mut(r)
                    && let Some(place) = i.slots.get_mut(at)
                {
                    *place = value;
                }
            }
            None => self.add_slot(r, class, shape, name, value),
        }
    }

    fn add_slot(&mut self, r: Ref, class: Ref, shape: ShapeId, name: Ref, value: Value) {
        match self.shapes.with(shape, name) {
            Some(shape) => {
                let mut size = 0;
                if let Object::Instance(i) = self.heap.get_mut(r) {
                    i.shape = shape;
                    i.slots.push(value);
                    size = i.slots.len();
                }
                self.heap.grew(16);
                let grows = matches!(self.heap.get(class), Object::Class(c) if usize::from(c.instance_size) < size);
                if grows
                    && size <= MAX_SLOTS
                    && let Object::Class(c) = self.heap.get_mut(class)
                {
                    c.instance_size = size as u8;
                }
            }
            None => {
                let dict = self.instance_dict(r);
                self.dict_set_name(dict, name, value);
            }
        }
    }

    /// The `__dict__` of an instance (or exception, function), moving its attributes there.
    pub fn instance_dict(&mut self, r: Ref) -> Ref {
        let (shape, slots) = match self.heap.get(r) {
            Object::Instance(i) => {
                if let Value::Obj(dict) = i.dict {
                    return dict;
                }
                (Some(i.shape), i.slots.clone())
            }
            Object::Exception(e) => match e.dict {
                Value::Obj(dict) => return dict,
                _ => (None, Vec::new()),
            },
            Object::Function(f) => match f.dict {
                Value::Obj(dict) => return dict,
                _ => (None, Vec::new()),
            },
            Object::Module(m) => return m.dict,
            _ => (None, Vec::new()),
        };
        let dict = self.heap.alloc(Object::Dict(Box::default()));
        if let Some(shape) = shape {
            let names = self.shapes.names(shape).to_vec();
            for (name, value) in names.into_iter().zip(slots) {
                if !value.is_unset() {
                    self.dict_set_name(dict, name, value);
                }
            }
        }
        match self.heap.get_mut(r) {
            Object::Instance(i) => {
                i.dict = Value::Obj(dict);
                i.slots = Vec::new();
                i.shape = ShapeId(u32::MAX);
            }
            Object::Exception(e) => e.dict = Value::Obj(dict),
            Object::Function(f) => f.dict = Value::Obj(dict),
            _ => {}
        }
        dict
    }

    fn store_exception_attr(&mut self, r: Ref, name: Ref, value: Value) -> Res<()> {
        let text = self.heap.str(name).unwrap_or("").to_owned();
        match text.as_str() {
            "__cause__" | "__context__" | "__suppress_context__" | "args" | "__traceback__" => {
                if let "__cause__" | "__context__" = text.as_str()
                    && !value.is_none()
                    && !self.is_subclass(self.type_of(value), classes::BASE_EXCEPTION)
                {
                    let part = text.trim_matches('_');
                    return Err(self.type_error(&format!("exception {part} must be None or derive from BaseException")));
                }
                let truth = self.truth_native(value) == crate::ops::Tri::Yes;
                let entries = match self.object(value) {
                    Some(Object::Traceback(entries)) => entries.to_vec(),
                    _ => Vec::new(),
                };
                if let Object::Exception(e) = self.heap.get_mut(r) {
                    match text.as_str() {
                        "__cause__" => {
                            e.cause = value;
                            e.suppress_context = true;
                        }
                        "__context__" => e.context = value,
                        "__suppress_context__" => e.suppress_context = truth,
                        "args" => e.args = value,
                        _ => e.traceback = entries,
                    }
                }
                if text == "args"
                    && let Some(items) = self.collect_native(value)?
                {
                    let tuple = self.new_tuple(items);
                    if let Object::Exception(e) = self.heap.get_mut(r) {
                        e.args = tuple;
                    }
                }
                Ok(())
            }
            _ => {
                let dict = self.instance_dict(r);
                self.dict_set_name(dict, name, value);
                Ok(())
            }
        }
    }

    fn store_function_attr(&mut self, r: Ref, name: Ref, value: Value) -> Res<()> {
        let text = self.heap.str(name).unwrap_or("").to_owned();
        let defaults = match text.as_str() {
            "__defaults__" => Some(self.collect_native(value)?.unwrap_or_default()),
            _ => None,
        };
        let kw_defaults = match text.as_str() {
            "__kwdefaults__" => Some(self.kw_defaults_from(r, value)),
            _ => None,
        };
        if let "__name__" | "__qualname__" = text.as_str()
            && self.str(value).is_none()
        {
            return Err(self.type_error(&format!("{text} must be set to a string object")));
        }
        if let Object::Function(f) = self.heap.get_mut(r) {
            match text.as_str() {
                "__kwdefaults__" => f.kw_defaults = kw_defaults.unwrap_or_default(),
                "__name__" => f.name = value,
                "__qualname__" => f.qualname = value,
                "__doc__" => f.doc = value,
                "__module__" => f.module = value,
                "__annotations__" => f.annotations = value,
                "__defaults__" => f.defaults = defaults.unwrap_or_default(),
                _ => {
                    let dict = self.instance_dict(r);
                    self.dict_set_name(dict, name, value);
                }
            }
        }
        Ok(())
    }

    /// Values of a `__kwdefaults__` dict in the order of the keyword-only parameters.
    fn kw_defaults_from(&self, function: Ref, value: Value) -> Vec<Value> {
        let (Object::Function(f), Value::Obj(dict)) = (self.heap.get(function), value) else { return Vec::new() };
        let Some(loaded) = self.codes.get(f.code.0 as usize) else { return Vec::new() };
        let params = loaded.code.params;
        loaded
            .code
            .variables
            .iter()
            .skip(usize::from(params.positional))
            .take(usize::from(params.keyword_only))
            .map(|v| self.dict_get_str(dict, &v.name).unwrap_or(Value::Unset))
            .collect()
    }

    /// What `del object.name` must call, if anything.
    pub fn deleter(&mut self, object: Value, name: Ref) -> Res<Option<(Value, Vec<Value>)>> {
        let class = self.type_of(object);
        if matches!(self.heap.get(class), Object::Class(c) if c.flags.delattr)
            && let Some(func) = self.python_method(object, "__delattr__")
        {
            return Ok(Some((func, vec![object, Value::Obj(name)])));
        }
        self.deleter_generic(object, class, name)
    }

    pub fn deleter_generic(&mut self, object: Value, class: Ref, name: Ref) -> Res<Option<(Value, Vec<Value>)>> {
        if let Some(found) = self.class_attr(class, name) {
            match self.kind_of(found) {
                Kind::Property => {
                    let delete = match found {
                        Value::Obj(r) => match self.heap.get(r) {
                            Object::Property(p) => p.delete,
                            _ => Value::None,
                        },
                        _ => Value::None,
                    };
                    if delete.is_none() {
                        let message = format!(
                            "property '{}' of '{}' object has no deleter",
                            self.heap.str(name).unwrap_or("?"),
                            self.class_name(class)
                        );
                        return Err(self.attribute_error(&message));
                    }
                    return Ok(Some((delete, vec![object])));
                }
                Kind::Descriptor { data: true, .. } => {
                    let descriptor_class = self.type_of(found);
                    return match self.class_attr_str(descriptor_class, "__delete__") {
                        Some(func) => Ok(Some((func, vec![found, object]))),
                        None => Err(self.attribute_error("__delete__")),
                    };
                }
                _ => {}
            }
        }
        let Value::Obj(r) = object else { return Err(self.no_attribute_to_change(object, name)) };
        let gone = match self.heap.get(r) {
            Object::Class(c) if !c.builtin => {
                let dict = c.dict;
                let there = self.dict_get_name(dict, name).is_some();
                if there {
                    self.set_class_attr(r, name, None);
                }
                there
            }
            Object::Instance(_) => {
                if self.own_attr(r, name).is_none() {
                    false
                } else if matches!(self.heap.get(class), Object::Class(c) if c.slots.is_some()) {
                    // a slot becomes empty but stays a slot
                    if let Object::Instance(i) = self.heap.get(r)
                        && let Some(slot) = self.shapes.slot(i.shape, name)
                        && let Object::Instance(i) = self.heap.get_mut(r)
                        && let Some(place) = i.slots.get_mut(slot)
                    {
                        *place = Value::Unset;
                    }
                    true
                } else {
                    let dict = self.instance_dict(r);
                    self.dict_del_name(dict, name)
                }
            }
            Object::Exception(_) | Object::Function(_) | Object::Module(_) => {
                let dict = self.instance_dict(r);
                self.dict_del_name(dict, name)
            }
            _ => false,
        };
        if !gone
            && let Object::Class(c) = self.heap.get(class)
            && c.slots.as_ref().is_some_and(|slots| slots.contains(&name))
        {
            // an empty slot: the message is the bare name
            let text = self.heap.str(name).unwrap_or("?").to_owned();
            return Err(self.attribute_error(&text));
        }
        if gone { Ok(None) } else { Err(self.no_attribute_to_change(object, name)) }
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
