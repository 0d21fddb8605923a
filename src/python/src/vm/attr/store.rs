//! Storing and deleting attributes, by the rules of `object.__setattr__`, `object.__delattr__` and of the types that keep theirs
//! in a way of their own.
//!
//! Keeps true: an instance keeps its attributes in slots by its shape until somebody asks for its `__dict__`. From then on they are
//! in that dict; only what `__slots__` of a class names stays in slots, under a shape that begins with `__dict__`, which no
//! instance without a dict has.

use super::Kind;
use crate::classes;
use crate::native::{Raise, Res};
use crate::object::{HostKind, Layout, Object, ShapeId};
use crate::process::Process;
use crate::shape::MAX_SLOTS;
use crate::value::{Ref, Value};

impl Process {
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
                    if !self.has_dict(r) {
                        return Err(self.no_attribute_to_change(object, name));
                    }
                    // what is in slots stays there
                    self.instance_dict(r);
                    if let Object::Instance(i) = self.heap.get_mut(r) {
                        i.dict = Value::Obj(dict);
                    }
                    Ok(true)
                }
                #[cfg(feature = "rare-natives")]
                (Object::Class(c), "__bases__") if !c.builtin => {
                    let bases = self.items_slice(value).unwrap_or(&[]).to_vec();
                    self.set_bases(r, &bases)?;
                    Ok(true)
                }
                #[cfg(feature = "rare-natives")]
                (Object::Property(_), "__doc__") => {
                    if let Object::Property(p) = self.heap.get_mut(r) {
                        p.doc = value;
                    }
                    Ok(true)
                }
                #[cfg(not(feature = "rare-natives"))]
                (Object::Class(_), "__bases__") | (Object::Property(_), "__doc__") => {
                    crate::library::lack();
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
                let (class, shape) = (i.class, i.shape);
                if let Value::Obj(dict) = i.dict
                    && !self.class_attr(class, name).is_some_and(|v| self.is_member(v))
                {
                    self.dict_set_name(dict, name, value);
                    return Ok(());
                }
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
                self.add_slot(r, name, value);
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
        if let Value::Obj(dict) = dict
            && !self.class_attr(class, name).is_some_and(|v| self.is_member(v))
        {
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
            None => self.add_slot(r, name, value),
        }
    }

    fn add_slot(&mut self, r: Ref, name: Ref, value: Value) {
        let Object::Instance(i) = self.heap.get(r) else { return };
        let (class, mut shape) = (i.class, i.shape);
        if !i.dict.is_unset() && i.slots.is_empty() {
            let (root, mark) = (self.shapes.root(class), self.intern("__dict__"));
            shape = self.shapes.with(root, mark).unwrap_or(root);
            if let Object::Instance(i) = self.heap.get_mut(r) {
                i.slots.push(Value::Unset);
            }
        }
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
        let mut members = Vec::new();
        if let Some(shape) = shape {
            let class = self.heap.type_of(r);
            let names = self.shapes.names(shape).to_vec();
            for (name, value) in names.into_iter().zip(slots) {
                if self.class_attr(class, name).is_some_and(|v| self.is_member(v)) {
                    members.push((name, value));
                } else if !value.is_unset() {
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
        for (name, value) in members {
            self.add_slot(r, name, value);
        }
        dict
    }

    fn store_exception_attr(&mut self, r: Ref, name: Ref, value: Value) -> Res<()> {
        let text = self.heap.str(name).unwrap_or("").to_owned();
        match text.as_str() {
            "message" | "exceptions" if self.is_subclass(self.heap.type_of(r), classes::BASE_EXCEPTION_GROUP) => {
                Err(self.attribute_error("readonly attribute"))
            }
            "__traceback__" if !value.is_none() && !matches!(self.object(value), Some(Object::Traceback(_))) => {
                Err(self.type_error("__traceback__ must be a traceback or None"))
            }
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
                } else if matches!(self.heap.get(class), Object::Class(c) if c.slots.is_some())
                    || self.class_attr(class, name).is_some_and(|v| self.is_member(v))
                {
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
        if !gone && self.class_attr(class, name).is_some_and(|v| self.is_member(v)) {
            // an empty slot: the message is the bare name
            let text = self.heap.str(name).unwrap_or("?").to_owned();
            return Err(self.attribute_error(&text));
        }
        if gone { Ok(None) } else { Err(self.no_attribute_to_change(object, name)) }
    }
}
