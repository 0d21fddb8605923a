//! Inline caches: what an instruction found last time, so that it need not search again.
//!
//! Each site (`LoadGlobal`, `GetAttr`, `LoadMethod` …) owns one [`Cache`] of the process. The `cached_…` functions are the
//! quick way, small enough for the interpreter loop; the others search and fill the cache.
//!
//! Keeps true: dropping any cache changes no result and no cost. A cache whose version is not `class_version` is void:
//! that changes when a class changes and at every collection, so a cache may hold references without being a root.

use crate::code::Instr;
use crate::native::{Res, Then};
use crate::object::{Object, ShapeId};
use crate::process::{Cache, Loaded, Process};
use crate::value::{Ref, Value};
use crate::vm::attr::Found;
use crate::vm::frame::Cont;
use crate::vm::run::Flow;

// What `Cache::kind` says.
/// Position of a name in a dict: globals (`LoadGlobal`) or a module's (`GetAttr`, `LoadMethod`; `key` is the module).
const IN_DICT: u32 = 1;
/// Position in the builtins, good while `version` is that of the globals dict and `key` is that dict.
const IN_BUILTINS: u32 = 2;
/// Slot of an instance with shape `key`.
const IN_SLOT: u32 = 3;
/// A function of the class, for an instance with shape `key`.
const METHOD_OF_SHAPE: u32 = 4;
/// A function of the built-in type `key`, whose objects have no attributes of their own.
const METHOD_OF_TYPE: u32 = 5;
/// A plain attribute of the class, for an instance with shape `key`.
const IN_CLASS: u32 = 6;
/// An attribute read from the class object `key` itself.
const OF_CLASS: u32 = 7;
/// `SetAttr` that gives an instance with shape `key` one attribute more: `slot` is the shape it gets.
const NEW_SLOT: u32 = 8;

impl Process {
    fn site_name(&self, loaded: &Loaded, instr: Instr) -> Ref {
        let site = loaded.code.sites.get(instr.d as usize).copied().unwrap_or(0);
        loaded.names.get(site as usize).copied().unwrap_or(self.builtins)
    }

    pub(crate) fn set_cache(&mut self, at: u32, cache: Cache) {
        let at = at as usize;
        if self.caches.len() <= at {
            self.caches.resize((at + 1).max(self.cache_count as usize), Cache::default());
        }
        self.caches[at] = cache;
    }

    // -- globals

    #[inline]
    pub(crate) fn cached_global(&self, globals: Ref, name: Ref, at: u32) -> Option<Value> {
        let cache = self.caches.get(at as usize)?;
        let Object::Dict(g) = self.heap.get(globals) else { return None };
        let dict = match cache.kind {
            IN_DICT => g,
            IN_BUILTINS if g.version() == cache.version && cache.key == globals.0 => match self.heap.get(self.builtins)
            {
                Object::Dict(b) => b,
                _ => return None,
            },
            _ => return None,
        };
        let entry = dict.entry(cache.slot as usize)?;
        matches!(entry.key, Value::Obj(k) if k == name).then_some(entry.value)
    }

    #[inline]
    pub(crate) fn store_cached_global(&mut self, globals: Ref, name: Ref, value: Value, at: u32) -> bool {
        let Some(&Cache { kind: IN_DICT, slot, .. }) = self.caches.get(at as usize) else { return false };
        if let Object::Dict(g) = self.heap.get_mut(globals)
            && let Some(entry) = g.entry(slot as usize)
            && matches!(entry.key, Value::Obj(k) if k == name)
        {
            g.set_value(slot as usize, value);
            return true;
        }
        false
    }

    /// The built-ins of code with these globals: what `eval(text, {'__builtins__': …})` was given, or all.
    pub(crate) fn builtins_of(&self, globals: Ref) -> Ref {
        match self.dict_get_str(globals, "__builtins__") {
            Some(Value::Obj(own)) if matches!(self.heap.get(own), Object::Dict(_)) => own,
            _ => self.builtins,
        }
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn load_global(&mut self, stack: &mut [Value], loaded: &Loaded, instr: Instr) -> Res<Flow> {
        let name = self.site_name(loaded, instr);
        let at = loaded.cache_base + instr.d;
        let globals = self.frames.last().map_or(self.main, |f| f.globals);
        let mut version = 0;
        if let Object::Dict(g) = self.heap.get(globals) {
            version = g.version();
            if let Some(slot) = self.dict_at_name(g, name)
                && let Some(entry) = g.entry(slot)
            {
                let value = entry.value;
                // only an identical key object can be recognised by the cache
                if matches!(entry.key, Value::Obj(k) if k == name) {
                    let cache =
                        Cache { key: globals.0, version: 0, slot: slot as u32, kind: IN_DICT, value: Value::Unset };
                    self.set_cache(at, cache);
                }
                self.set_register(stack, instr.a, value);
                return Ok(Flow::Next);
            }
        }
        let builtins = self.builtins_of(globals);
        if let Object::Dict(b) = self.heap.get(builtins)
            && let Some(slot) = self.dict_at_name(b, name)
            && let Some(entry) = b.entry(slot)
        {
            let value = entry.value;
            if builtins == self.builtins {
                let cache =
                    Cache { key: globals.0, version, slot: slot as u32, kind: IN_BUILTINS, value: Value::Unset };
                self.set_cache(at, cache);
            }
            self.set_register(stack, instr.a, value);
            return Ok(Flow::Next);
        }
        Err(self.undefined(name))
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn store_global(&mut self, globals: Ref, name: Ref, value: Value, at: u32) {
        self.dict_set_name(globals, name, value);
        if let Object::Dict(g) = self.heap.get(globals)
            && let Some(slot) = self.dict_at_name(g, name)
        {
            let cache = Cache { key: globals.0, version: 0, slot: slot as u32, kind: IN_DICT, value: Value::Unset };
            self.set_cache(at, cache);
        }
    }

    // -- attributes

    #[inline]
    pub(crate) fn cached_attr(&self, object: Value, at: u32) -> Option<Value> {
        let Value::Obj(r) = object else { return None };
        let cache = self.caches.get(at as usize)?;
        if cache.version != self.class_version {
            return None;
        }
        match self.heap.get(r) {
            Object::Instance(i) if i.shape.0 == cache.key => match cache.kind {
                IN_SLOT => i.slots.get(cache.slot as usize).copied().filter(|v| !v.is_unset()),
                IN_CLASS => self.cached_in_class(cache),
                _ => None,
            },
            Object::Module(m) if cache.kind == IN_DICT && cache.key == r.0 => self.cached_in_module(m.dict, cache),
            Object::Class(_) if cache.kind == OF_CLASS && cache.key == r.0 => self.cached_in_class(cache),
            _ => None,
        }
    }

    /// A class's attribute: `value` is the dict that has it. The position is good as long as the version is; the value
    /// there may have been replaced by another plain one.
    fn cached_in_class(&self, cache: &Cache) -> Option<Value> {
        let Value::Obj(dict) = cache.value else { return None };
        let Object::Dict(d) = self.heap.get(dict) else { return None };
        d.entry(cache.slot as usize).map(|e| e.value)
    }

    /// A module's attribute: `value` is the name, compared by identity with the key at the remembered position.
    fn cached_in_module(&self, dict: Ref, cache: &Cache) -> Option<Value> {
        let Object::Dict(d) = self.heap.get(dict) else { return None };
        d.entry(cache.slot as usize).filter(|e| e.key.is(cache.value)).map(|e| e.value)
    }

    /// `object.name` into `R[a]`.
    #[inline(never)]
    pub(crate) fn load_attr(
        &mut self,
        stack: &mut Vec<Value>,
        loaded: &Loaded,
        instr: Instr,
        object: Value,
    ) -> Res<Flow> {
        let name = self.site_name(loaded, instr);
        if let Value::Obj(r) = object {
            self.cache_attr(r, name, loaded.cache_base + instr.d);
        }
        self.get_attr(stack, object, name, Cont::Store { dst: instr.a, then: Then::Nothing })
    }

    fn cache_attr(&mut self, r: Ref, name: Ref, at: u32) {
        let version = self.class_version;
        let cache = match self.heap.get(r) {
            Object::Instance(i) if i.dict.is_unset() => {
                let (class, shape) = (i.class, i.shape);
                if matches!(self.heap.get(class), Object::Class(c) if c.flags.getattribute) {
                    return;
                }
                match (self.shapes.slot(shape, name), self.class_attr(class, name)) {
                    (Some(slot), found) if found.is_none_or(|v| self.is_member(v)) => {
                        Cache { key: shape.0, version, slot: slot as u32, kind: IN_SLOT, value: Value::Unset }
                    }
                    (None, Some(value)) if self.is_plain_attr(value) => match self.class_slot(class, name) {
                        Some((dict, slot)) => {
                            Cache { key: shape.0, version, slot, kind: IN_CLASS, value: Value::Obj(dict) }
                        }
                        None => return,
                    },
                    _ => return,
                }
            }
            Object::Module(_) => match self.module_slot(r, name) {
                Some(slot) => Cache { key: r.0, version, slot, kind: IN_DICT, value: Value::Obj(name) },
                None => return,
            },
            Object::Class(c) if c.metaclass == crate::classes::TYPE => match self.class_attr(r, name) {
                Some(value) if self.class_attr(crate::classes::TYPE, name).is_none() && self.is_plain_attr(value) => {
                    match self.class_slot(r, name) {
                        Some((dict, slot)) => {
                            Cache { key: r.0, version, slot, kind: OF_CLASS, value: Value::Obj(dict) }
                        }
                        None => return,
                    }
                }
                _ => return,
            },
            _ => return,
        };
        self.set_cache(at, cache);
    }

    /// Where a module's dict has a name that no getter of the module type hides.
    fn module_slot(&mut self, module: Ref, name: Ref) -> Option<u32> {
        let Object::Module(m) = self.heap.get(module) else { return None };
        let (dict, class) = (m.dict, self.heap.type_of(module));
        if self.class_attr(class, name).is_some() {
            return None;
        }
        let Object::Dict(d) = self.heap.get(dict) else { return None };
        let slot = self.dict_at_name(d, name)?;
        let entry = d.entry(slot)?;
        matches!(entry.key, Value::Obj(k) if k == name).then_some(slot as u32)
    }

    /// Which dict of the MRO has a name, and where.
    fn class_slot(&self, class: Ref, name: Ref) -> Option<(Ref, u32)> {
        let Object::Class(c) = self.heap.get(class) else { return None };
        c.mro.iter().find_map(|&k| {
            let Object::Class(k) = self.heap.get(k) else { return None };
            let Object::Dict(d) = self.heap.get(k.dict) else { return None };
            self.dict_at_name(d, name).map(|slot| (k.dict, slot as u32))
        })
    }

    /// A class attribute that reads as itself, through an instance and through the class: data, never a descriptor.
    fn is_plain_attr(&self, value: Value) -> bool {
        match value {
            Value::Obj(r) => matches!(
                self.heap.get(r),
                Object::Str(_)
                    | Object::List(_)
                    | Object::Tuple(_)
                    | Object::Dict(_)
                    | Object::Set(_)
                    | Object::FrozenSet(_)
                    | Object::BigInt(_)
            ),
            _ => true,
        }
    }

    #[inline]
    pub(crate) fn store_cached_attr(&mut self, object: Value, value: Value, at: u32) -> bool {
        let Value::Obj(r) = object else { return false };
        let Some(&Cache { key, version, slot, kind, .. }) = self.caches.get(at as usize) else { return false };
        if version != self.class_version {
            return false;
        }
        let Object::Instance(i) = self.heap.get_mut(r) else { return false };
        if i.shape.0 != key {
            return false;
        }
        match kind {
            IN_SLOT => match i.slots.get_mut(slot as usize) {
                Some(place) => *place = value,
                None => return false,
            },
            NEW_SLOT => {
                i.slots.push(value);
                i.shape = ShapeId(slot);
                self.heap.grew(16);
            }
            _ => return false,
        }
        true
    }

    /// `R[a].name = value`.
    #[inline(never)]
    pub(crate) fn store_attr(
        &mut self,
        stack: &mut Vec<Value>,
        loaded: &Loaded,
        instr: Instr,
        object: Value,
        value: Value,
    ) -> Res<Flow> {
        let name = self.site_name(loaded, instr);
        if let Value::Obj(r) = object
            && let Object::Instance(i) = self.heap.get(r)
            && i.dict.is_unset()
        {
            let (class, shape) = (i.class, i.shape);
            let plain = matches!(self.heap.get(class), Object::Class(c) if !c.flags.setattr);
            if plain && self.class_attr(class, name).is_none_or(|v| self.is_member(v)) {
                let version = self.class_version;
                let at = loaded.cache_base + instr.d;
                let slot = self.shapes.slot(shape, name);
                let kind = if slot.is_some() { IN_SLOT } else { NEW_SLOT };
                // the ordinary way does it once, with all its checks; what it did to the shape is what others will do
                if slot.is_none()
                    && let Some((func, args)) = self.setter(object, name, value)?
                {
                    return self.call(stack, func, &args, &[], Cont::Ignore);
                }
                let to = match (slot, self.heap.get(r)) {
                    (Some(slot), _) => slot as u32,
                    (None, Object::Instance(i)) if i.dict.is_unset() => i.shape.0,
                    _ => return Ok(Flow::Next),
                };
                self.set_cache(at, Cache { key: shape.0, version, slot: to, kind, value: Value::Unset });
                if kind == NEW_SLOT {
                    return Ok(Flow::Next);
                }
            }
        }
        match self.setter(object, name, value)? {
            Some((func, args)) => self.call(stack, func, &args, &[], Cont::Ignore),
            None => Ok(Flow::Next),
        }
    }

    // -- methods

    /// Function and receiver of `object.name`.
    #[inline]
    pub(crate) fn cached_method(&self, object: Value, at: u32) -> Option<(Value, Value)> {
        let Value::Obj(r) = object else { return None };
        let cache = self.caches.get(at as usize)?;
        if cache.version != self.class_version {
            return None;
        }
        match self.heap.get(r) {
            Object::Instance(i) => {
                (cache.kind == METHOD_OF_SHAPE && i.shape.0 == cache.key).then_some((cache.value, object))
            }
            Object::Module(m) => {
                if cache.kind != IN_DICT || cache.key != r.0 {
                    return None;
                }
                self.cached_in_module(m.dict, cache).map(|value| (value, Value::Unset))
            }
            other => (cache.kind == METHOD_OF_TYPE && builtin_type(other) == Some(Ref(cache.key)))
                .then_some((cache.value, object)),
        }
    }

    /// As `cached_method`, searching: into `R[a]`, `R[a + 1]`.
    #[inline(never)]
    pub(crate) fn load_method(
        &mut self,
        stack: &mut Vec<Value>,
        loaded: &Loaded,
        instr: Instr,
        object: Value,
    ) -> Res<Flow> {
        let name = self.site_name(loaded, instr);
        let at = loaded.cache_base + instr.d;
        let dst = instr.a;
        let base = self.frames.last().map_or(0, |f| f.base as usize) + dst as usize;
        if let Value::Obj(r) = object
            && let Some(slot) = self.module_slot(r, name)
        {
            let version = self.class_version;
            self.set_cache(at, Cache { key: r.0, version, slot, kind: IN_DICT, value: Value::Obj(name) });
        }
        match self.lookup(object, name) {
            Found::Method { func, receiver } => {
                let callable = matches!(func, Value::Obj(f) if matches!(self.heap.get(f), Object::Native(_) | Object::Function(_)));
                if callable
                    && receiver.is(object)
                    && let Value::Obj(r) = object
                {
                    let found = match self.heap.get(r) {
                        Object::Instance(i) if i.dict.is_unset() => Some((METHOD_OF_SHAPE, i.shape.0)),
                        other => builtin_type(other).map(|class| (METHOD_OF_TYPE, class.0)),
                    };
                    if let Some((kind, key)) = found {
                        self.set_cache(at, Cache { key, version: self.class_version, slot: 0, kind, value: func });
                    }
                }
                stack[base] = func;
                stack[base + 1] = receiver;
                Ok(Flow::Next)
            }
            found => {
                stack[base + 1] = Value::Unset;
                // what is found is no method: the register of the receiver stays unset
                self.finish_lookup(stack, object, name, found, Cont::Store { dst, then: Then::Nothing })
            }
        }
    }
}

/// The type of a built-in object whose attributes are those of its type alone.
#[inline]
fn builtin_type(object: &Object) -> Option<Ref> {
    use crate::classes;
    Some(match object {
        Object::List(_) => classes::LIST,
        Object::Dict(_) => classes::DICT,
        Object::Set(_) => classes::SET,
        Object::Str(_) | Object::StrTail { .. } => classes::STR,
        Object::Tuple(_) => classes::TUPLE,
        Object::Bytes(_) => classes::BYTES,
        Object::ByteArray(_) => classes::BYTEARRAY,
        Object::FrozenSet(_) => classes::FROZENSET,
        _ => return None,
    })
}
