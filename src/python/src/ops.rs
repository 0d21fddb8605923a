//! Operations on values that need no Python code: hash, equality, truth, iteration.
//!
//! Each says `None` ("ask Python") when a class written in Python has a say. Callers then go through the prelude.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::cost::Cost;
use crate::dict::Dict;
use crate::native::{Raise, Res};
use crate::object::{Iter, Object, ViewKind};
use crate::process::Process;
use crate::set::SetTable;
use crate::value::{Ref, Value};
use crate::{classes, hash};

/// Nesting beyond which native comparisons and representations give up in favour of Python frames, whose depth the
/// recursion limit bounds.
pub const MAX_NATIVE_DEPTH: u32 = 60;

/// What comparing or hashing came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tri {
    Yes,
    No,
    /// Python code decides.
    Ask,
}

impl From<bool> for Tri {
    fn from(b: bool) -> Self {
        if b { Self::Yes } else { Self::No }
    }
}

impl Process {
    /// Hash of a value whose hash is native. `Ok(None)`: Python code decides. `Err`: unhashable.
    pub fn hash_native(&mut self, value: Value) -> Res<Option<i64>> {
        match self.hash_quiet(value, 0) {
            Ok(found) => Ok(found),
            Err(culprit) => {
                let message = format!("unhashable type: '{}'", self.type_name(culprit));
                Err(self.type_error(&message))
            }
        }
    }

    /// As `hash_native`, with the unhashable value as the error.
    pub fn hash_quiet(&self, value: Value, depth: u32) -> Result<Option<i64>, Value> {
        let r = match value {
            Value::Int(i) => return Ok(Some(hash::of_int(i))),
            Value::Bool(b) => return Ok(Some(i64::from(b))),
            Value::Float(f) => return Ok(Some(hash::of_float(f))),
            Value::None | Value::Unset => return Ok(Some(0x0fca_86420)),
            Value::NotImplemented => return Ok(Some(0x0fca_86421)),
            Value::Ellipsis => return Ok(Some(0x0fca_86422)),
            Value::Obj(r) => r,
        };
        match self.heap.get(r) {
            Object::Str(s) if s.hash != 0 => Ok(Some(s.hash)),
            Object::Str(s) => Ok(Some(hash::of_str(&s.text))),
            Object::StrTail { .. } => Ok(self.heap.str(r).map(hash::of_str)),
            Object::Bytes(b) => Ok(Some(hash::of_bytes(b))),
            Object::BigInt(i) => Ok(Some(hash::of_big_int(i))),
            Object::Complex { re, im } => {
                let h = hash::of_float(*re).wrapping_add(hash::of_float(*im).wrapping_mul(1_000_003));
                Ok(Some(if h == -1 { -2 } else { h }))
            }
            Object::Tuple(items) => {
                if depth > MAX_NATIVE_DEPTH {
                    return Ok(None);
                }
                let mut hashes = Vec::with_capacity(items.len());
                for &item in items {
                    match self.hash_quiet(item, depth + 1)? {
                        Some(h) => hashes.push(h),
                        None => return Ok(None),
                    }
                }
                Ok(Some(hash::of_tuple(hashes.into_iter())))
            }
            Object::FrozenSet(set) => {
                let mut acc: u64 = 1_927_868_237u64.wrapping_mul(set.len() as u64 + 1);
                for (h, _) in set.iter_hashed() {
                    let h = h as u64;
                    acc ^= (h ^ (h << 16) ^ 89_869_747).wrapping_mul(3_644_798_167);
                }
                acc ^= (acc >> 11) ^ (acc >> 25);
                acc = acc.wrapping_mul(69_069).wrapping_add(907_133_923);
                Ok(Some(if acc == u64::MAX { 590_923_713 } else { acc as i64 }))
            }
            Object::Range(range) => {
                let len = range.len();
                let parts = match len {
                    0 => [hash::of_int(0), 0x0fca_86420, 0x0fca_86420],
                    1 => [hash::of_int(1), hash::of_int(range.start), 0x0fca_86420],
                    _ => [hash::of_int(len as i64), hash::of_int(range.start), hash::of_int(range.step)],
                };
                Ok(Some(hash::of_tuple(parts.into_iter())))
            }
            Object::List(_) | Object::Dict(_) | Object::Set(_) | Object::ByteArray(_) | Object::Slice(_) => Err(value),
            Object::DictView { kind: ViewKind::Keys | ViewKind::Items, .. } => Err(value),
            Object::Code(id) => Ok(Some(hash::of_int(i64::from(id.0)))),
            Object::BoundMethod { func, receiver } => {
                let (Ok(Some(a)), Value::Obj(b)) = (self.hash_quiet(*func, depth + 1), receiver) else {
                    return Ok(Some(i64::from(r.0)));
                };
                Ok(Some(a ^ i64::from(b.0)))
            }
            Object::Instance(i) => {
                let Object::Class(class) = self.heap.get(i.class) else { return Ok(Some(i64::from(r.0))) };
                if class.flags.unhashable {
                    return Err(value);
                }
                if class.flags.hash {
                    return Ok(None);
                }
                if !i.payload.is_unset() {
                    return self.hash_quiet(i.payload, depth + 1).map_err(|_| value);
                }
                Ok(Some(hash_of_identity(r)))
            }
            Object::Exception(e) => match self.heap.get(e.class) {
                Object::Class(class) if class.flags.unhashable => Err(value),
                Object::Class(class) if class.flags.hash => Ok(None),
                _ => Ok(Some(hash_of_identity(r))),
            },
            Object::Class(c) => match self.heap.get(c.metaclass) {
                Object::Class(meta) if meta.flags.hash => Ok(None),
                _ => Ok(Some(hash_of_identity(r))),
            },
            _ => Ok(Some(hash_of_identity(r))),
        }
    }

    /// `a == b` for values whose equality is native.
    #[must_use]
    pub fn eq_native(&self, a: Value, b: Value) -> Tri {
        self.eq_depth(a, b, 0)
    }

    fn eq_depth(&self, a: Value, b: Value, depth: u32) -> Tri {
        match (a, b) {
            (Value::Int(x), Value::Int(y)) => return (x == y).into(),
            (Value::Float(x), Value::Float(y)) => return (x == y).into(),
            (Value::Int(x), Value::Float(y)) | (Value::Float(y), Value::Int(x)) => return int_eq_float(x, y).into(),
            (Value::Bool(x), Value::Bool(y)) => return (x == y).into(),
            (Value::Bool(x), Value::Int(y)) | (Value::Int(y), Value::Bool(x)) => return (i64::from(x) == y).into(),
            (Value::Bool(x), Value::Float(y)) | (Value::Float(y), Value::Bool(x)) => {
                return (f64::from(u8::from(x)) == y).into();
            }
            _ => {}
        }
        let asks = |v: Value| match v {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Instance(i) => matches!(self.heap.get(i.class), Object::Class(c) if c.flags.eq),
                Object::Exception(e) => matches!(self.heap.get(e.class), Object::Class(c) if c.flags.eq),
                Object::Class(k) => matches!(self.heap.get(k.metaclass), Object::Class(c) if c.flags.eq),
                _ => false,
            },
            _ => false,
        };
        if asks(a) || asks(b) {
            return Tri::Ask;
        }
        let (a, b) = (self.payload(a), self.payload(b));
        let (Value::Obj(x), Value::Obj(y)) = (a, b) else {
            if let (Value::Obj(r), other) | (other, Value::Obj(r)) = (a, b) {
                return match (self.heap.get(r), other) {
                    (Object::BigInt(i), Value::Float(f)) => (f.is_finite() && big_eq_float(i, f)).into(),
                    (Object::Complex { re, im }, other) if *im == 0.0 => match other {
                        Value::Int(i) => int_eq_float(i, *re).into(),
                        Value::Float(f) => (f == *re).into(),
                        Value::Bool(b) => (f64::from(u8::from(b)) == *re).into(),
                        _ => Tri::No,
                    },
                    _ => Tri::No,
                };
            }
            // two payloads may have become scalars
            return match (a, b) {
                (
                    Value::Int(_) | Value::Float(_) | Value::Bool(_),
                    Value::Int(_) | Value::Float(_) | Value::Bool(_),
                ) if depth < 2 => self.eq_depth(a, b, depth + 1),
                _ => a.is(b).into(),
            };
        };
        if x == y {
            return Tri::Yes;
        }
        if depth > MAX_NATIVE_DEPTH {
            return Tri::Ask;
        }
        match (self.heap.get(x), self.heap.get(y)) {
            (Object::Str(_) | Object::StrTail { .. }, Object::Str(_) | Object::StrTail { .. }) => {
                (self.heap.str(x) == self.heap.str(y)).into()
            }
            (Object::BigInt(i), Object::BigInt(j)) => (i == j).into(),
            (Object::Bytes(i), Object::Bytes(j)) => (i == j).into(),
            (Object::ByteArray(i), Object::ByteArray(j)) => (i == j).into(),
            (Object::Bytes(i), Object::ByteArray(j)) | (Object::ByteArray(j), Object::Bytes(i)) => (**i == **j).into(),
            (Object::Complex { re: a, im: b }, Object::Complex { re: c, im: d }) => (a == c && b == d).into(),
            (Object::Complex { re, im }, Object::BigInt(i)) | (Object::BigInt(i), Object::Complex { re, im }) => {
                (*im == 0.0 && big_eq_float(i, *re)).into()
            }
            (Object::Tuple(i), Object::Tuple(j)) => self.eq_items(i, j, depth),
            (Object::List(i), Object::List(j)) => self.eq_items(i, j, depth),
            (Object::Traceback(i), Object::Traceback(j)) => (i == j).into(),
            (Object::Dict(i), Object::Dict(j)) => self.eq_dicts(i, j, depth),
            (Object::Set(i) | Object::FrozenSet(i), Object::Set(j) | Object::FrozenSet(j)) => {
                if i.len() != j.len() {
                    return Tri::No;
                }
                for (h, key) in i.iter_hashed() {
                    match self.set_find_native(j, h, key) {
                        Some(Some(_)) => {}
                        Some(None) => return Tri::No,
                        None => return Tri::Ask,
                    }
                }
                Tri::Yes
            }
            (Object::Range(i), Object::Range(j)) => (i.len() == j.len()
                && (i.is_empty() || i.start == j.start && (i.len() == 1 || i.step == j.step)))
                .into(),
            (Object::Slice(i), Object::Slice(j)) => self.eq_items(&**i, &**j, depth),
            (Object::BoundMethod { func: f, receiver: s }, Object::BoundMethod { func: g, receiver: t }) => {
                (f.is(*g) && s.is(*t)).into()
            }
            (Object::MappingProxy { dict: i }, Object::MappingProxy { dict: j }) => (i == j).into(),
            (Object::MemoryView(_), _) | (_, Object::MemoryView(_)) => match (self.bytes(a), self.bytes(b)) {
                (Some(x), Some(y)) => (x == y).into(),
                _ => Tri::No,
            },
            (Object::Code(i), Object::Code(j)) => (i == j).into(),
            (Object::Alias(i), Object::Alias(j)) if i.union && j.union => {
                // the order does not matter
                let (a, b) = (self.items_slice(i.args).unwrap_or(&[]), self.items_slice(j.args).unwrap_or(&[]));
                let within = |one: &[Value], other: &[Value]| {
                    one.iter().all(|&x| other.iter().any(|&y| self.eq_depth(x, y, depth + 1) == Tri::Yes))
                };
                (within(a, b) && within(b, a)).into()
            }
            (Object::Alias(i), Object::Alias(j)) => {
                match (self.eq_depth(i.origin, j.origin, depth + 1), self.eq_depth(i.args, j.args, depth + 1)) {
                    (Tri::Yes, Tri::Yes) => Tri::Yes,
                    (Tri::Ask, _) | (_, Tri::Ask) => Tri::Ask,
                    _ => Tri::No,
                }
            }
            (Object::DictView { .. }, _) | (_, Object::DictView { .. }) => Tri::Ask,
            _ => Tri::No,
        }
    }

    fn eq_items(&self, a: &[Value], b: &[Value], depth: u32) -> Tri {
        if a.len() != b.len() {
            return Tri::No;
        }
        for (&x, &y) in a.iter().zip(b) {
            if x.is(y) {
                continue;
            }
            match self.eq_depth(x, y, depth + 1) {
                Tri::Yes => {}
                other => return other,
            }
        }
        Tri::Yes
    }

    fn eq_dicts(&self, a: &Dict, b: &Dict, depth: u32) -> Tri {
        if a.len() != b.len() {
            return Tri::No;
        }
        for entry in a.iter_entries() {
            match self.dict_find_native(b, entry.hash, entry.key) {
                Some(Some(at)) => {
                    let other = b.entry(at).map_or(Value::Unset, |e| e.value);
                    if entry.value.is(other) {
                        continue;
                    }
                    match self.eq_depth(entry.value, other, depth + 1) {
                        Tri::Yes => {}
                        answer => return answer,
                    }
                }
                Some(None) => return Tri::No,
                None => return Tri::Ask,
            }
        }
        Tri::Yes
    }

    /// Position of `key` in a dict. Outer `None`: Python code must compare.
    #[must_use]
    pub fn dict_find_native(&self, dict: &Dict, hash: i64, key: Value) -> Option<Option<usize>> {
        let mut ask = false;
        let found = dict.find(hash, |candidate| self.same_key(candidate, key, &mut ask));
        if ask { None } else { Some(found) }
    }

    #[must_use]
    pub fn set_find_native(&self, set: &SetTable, hash: i64, key: Value) -> Option<Option<usize>> {
        let mut ask = false;
        let found = set.find(hash, |candidate| self.same_key(candidate, key, &mut ask));
        if ask { None } else { Some(found) }
    }

    #[inline]
    fn same_key(&self, candidate: Value, key: Value, ask: &mut bool) -> bool {
        if candidate.is(key) {
            return true;
        }
        match self.eq_native(candidate, key) {
            Tri::Yes => true,
            Tri::No => false,
            Tri::Ask => {
                *ask = true;
                true
            }
        }
    }

    /// `dict[key]` for a str key given as text: namespaces, keyword arguments.
    #[must_use]
    pub fn dict_get_str(&self, dict: Ref, name: &str) -> Option<Value> {
        let Object::Dict(d) = self.heap.get(dict) else { return None };
        let at = d.find(hash::of_str(name), |k| matches!(k, Value::Obj(r) if self.heap.str(r) == Some(name)))?;
        d.entry(at).map(|e| e.value)
    }

    /// As `dict_get_str` with an interned name.
    #[inline]
    #[must_use]
    pub fn dict_get_name(&self, dict: Ref, name: Ref) -> Option<Value> {
        let Object::Dict(d) = self.heap.get(dict) else { return None };
        self.dict_at_name(d, name).and_then(|at| d.entry(at)).map(|e| e.value)
    }

    /// Position of an interned name in a namespace dict.
    #[inline]
    #[must_use]
    pub fn dict_at_name(&self, d: &Dict, name: Ref) -> Option<usize> {
        let (hash, text) = match self.heap.get(name) {
            Object::Str(s) if s.hash != 0 => (s.hash, &*s.text),
            _ => {
                let text = self.heap.str(name)?;
                (hash::of_str(text), text)
            }
        };
        d.find(hash, |k| match k {
            Value::Obj(r) => r == name || self.heap.str(r) == Some(text),
            _ => false,
        })
    }

    /// Stores under an interned name.
    pub fn dict_set_name(&mut self, dict: Ref, name: Ref, value: Value) {
        let Object::Dict(d) = self.heap.get(dict) else { return };
        let at = self.dict_at_name(d, name);
        let hash = match self.heap.get(name) {
            Object::Str(s) if s.hash != 0 => s.hash,
            _ => self.heap.str(name).map_or(0, hash::of_str),
        };
        if let Object::Dict(d) = self.heap.get_mut(dict) {
            match at {
                Some(at) => d.set_value(at, value),
                None => {
                    d.insert_new(hash, Value::Obj(name), value);
                    self.heap.grew(40);
                }
            }
        }
    }

    pub fn dict_set_str(&mut self, dict: Ref, name: &str, value: Value) {
        let name = self.intern(name);
        self.dict_set_name(dict, name, value);
    }

    /// Removes an interned name; whether it was there.
    pub fn dict_del_name(&mut self, dict: Ref, name: Ref) -> bool {
        let Object::Dict(d) = self.heap.get(dict) else { return false };
        let Some(at) = self.dict_at_name(d, name) else { return false };
        match self.heap.get_mut(dict) {
            Object::Dict(d) => d.remove(at).is_some(),
            _ => false,
        }
    }

    /// Stores any natively hashable and comparable key; `Ok(false)`: Python code must hash or compare.
    pub fn dict_set_native(&mut self, dict: Ref, key: Value, value: Value) -> Res<bool> {
        let Some(hash) = self.hash_native(key)? else { return Ok(false) };
        let Object::Dict(d) = self.heap.get(dict) else { return Ok(true) };
        let Some(at) = self.dict_find_native(d, hash, key) else { return Ok(false) };
        if let Object::Dict(d) = self.heap.get_mut(dict) {
            match at {
                Some(at) => d.set_value(at, value),
                None => {
                    d.insert_new(hash, key, value);
                    self.heap.grew(48);
                }
            }
        }
        Ok(true)
    }

    /// Value under a key; `Ok(Err(()))`: Python code must hash or compare.
    pub fn dict_get_native(&mut self, dict: Ref, key: Value) -> Res<Result<Option<Value>, ()>> {
        let Some(hash) = self.hash_native(key)? else { return Ok(Err(())) };
        let Object::Dict(d) = self.heap.get(dict) else { return Ok(Ok(None)) };
        Ok(match self.dict_find_native(d, hash, key) {
            Some(at) => Ok(at.and_then(|at| d.entry(at)).map(|e| e.value)),
            None => Err(()),
        })
    }

    /// Truth of a value; `Ask` when a class defines `__bool__` or `__len__` in Python.
    #[inline]
    #[must_use]
    pub fn truth_native(&self, value: Value) -> Tri {
        match value {
            Value::Bool(b) => b.into(),
            Value::None | Value::Unset => Tri::No,
            Value::Int(i) => (i != 0).into(),
            Value::Float(f) => (f != 0.0).into(),
            Value::NotImplemented | Value::Ellipsis => Tri::Yes,
            Value::Obj(r) => self.truth_of_object(r),
        }
    }

    fn truth_of_object(&self, r: Ref) -> Tri {
        match self.heap.get(r) {
            Object::Str(s) => (!s.text.is_empty()).into(),
            Object::StrTail { len, .. } => (*len > 0).into(),
            Object::List(items) => (!items.is_empty()).into(),
            Object::Deque(deque) => (!deque.live().is_empty()).into(),
            Object::Tuple(items) => (!items.is_empty()).into(),
            Object::Dict(d) => (!d.is_empty()).into(),
            Object::Set(s) | Object::FrozenSet(s) => (!s.is_empty()).into(),
            Object::Bytes(b) => (!b.is_empty()).into(),
            Object::ByteArray(b) => (!b.is_empty()).into(),
            Object::Range(range) => (!range.is_empty()).into(),
            Object::Complex { re, im } => (*re != 0.0 || *im != 0.0).into(),
            Object::DictView { dict, .. } | Object::MappingProxy { dict } => self.truth_of_object(*dict),
            Object::MemoryView(v) => (v.len > 0).into(),
            Object::Instance(i) => {
                if matches!(self.heap.get(i.class), Object::Class(c) if c.flags.bool_or_len) {
                    return Tri::Ask;
                }
                if i.payload.is_unset() { Tri::Yes } else { self.truth_native(i.payload) }
            }
            Object::Exception(e) => match self.heap.get(e.class) {
                Object::Class(c) if c.flags.bool_or_len => Tri::Ask,
                _ => Tri::Yes,
            },
            Object::Class(k) => match self.heap.get(k.metaclass) {
                Object::Class(c) if c.flags.bool_or_len => Tri::Ask,
                _ => Tri::Yes,
            },
            _ => Tri::Yes,
        }
    }

    /// A native iterator over `value`, or `None` when Python code or a generator is needed (or it is not iterable).
    /// A native iterator is returned as it is.
    pub fn iter_native(&mut self, value: Value) -> Option<Value> {
        let Value::Obj(r) = value else { return None };
        let iter = match self.heap.get(r) {
            Object::Range(range) => Iter::Range { next: range.start, step: range.step, left: range.len() },
            Object::List(_) => Iter::List { list: r, index: 0 },
            Object::Tuple(_) => Iter::Tuple { tuple: r, index: 0 },
            Object::Str(_) | Object::StrTail { .. } => Iter::Str { text: r, offset: 0 },
            Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_) => Iter::Bytes { bytes: value, index: 0 },
            Object::Dict(d) => Iter::Dict { dict: r, kind: ViewKind::Keys, index: 0, len: d.len(), reversed: false },
            Object::DictView { dict, kind } => {
                let len = match self.heap.get(*dict) {
                    Object::Dict(d) => d.len(),
                    _ => 0,
                };
                Iter::Dict { dict: *dict, kind: *kind, index: 0, len, reversed: false }
            }
            Object::MappingProxy { dict } => return self.iter_native(Value::Obj(*dict)),
            Object::Set(s) | Object::FrozenSet(s) => Iter::Set { set: r, index: 0, len: s.len() },
            Object::Iter(_) => return Some(value),
            Object::Instance(i) => {
                let native = !i.payload.is_unset()
                    && matches!(self.heap.get(i.class), Object::Class(c) if !c.flags.iter && !c.flags.getitem);
                let payload = i.payload;
                return if native { self.iter_native(payload) } else { None };
            }
            _ => return None,
        };
        Some(self.new_iter(iter))
    }

    /// Next item of a native iterator: `Ok(None)` when exhausted. Panics never; a non-iterator counts as exhausted.
    #[inline]
    pub fn iter_next(&mut self, iterator: Ref) -> Res<Option<Value>> {
        self.iter_next_nested(iterator, 0)
    }

    /// `depth`: how many iterators stand around this one.
    fn iter_next_nested(&mut self, iterator: Ref, depth: u32) -> Res<Option<Value>> {
        if depth > MAX_NATIVE_DEPTH {
            return Err(self.raise(classes::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        let Object::Iter(iter) = self.heap.get_mut(iterator) else { return Ok(None) };
        match &mut **iter {
            Iter::Range { next, step, left } => {
                if *left == 0 {
                    return Ok(None);
                }
                *left -= 1;
                let value = *next;
                *next = next.wrapping_add(*step);
                Ok(Some(Value::Int(value)))
            }
            Iter::List { list, index } => {
                let (list, at) = (*list, *index);
                *index = at.saturating_add(1);
                let item = match self.heap.get(list) {
                    Object::List(items) => items.get(at).copied(),
                    _ => None,
                };
                if item.is_none() {
                    self.finish_iter(iterator);
                }
                Ok(item)
            }
            Iter::ListReversed { list, index } => {
                let (list, at) = (*list, *index);
                *index = at.wrapping_sub(1);
                if at == usize::MAX {
                    self.finish_iter(iterator);
                    return Ok(None);
                }
                let item = match self.heap.get(list) {
                    Object::List(items) => items.get(at).copied(),
                    _ => None,
                };
                if item.is_none() {
                    self.finish_iter(iterator);
                }
                Ok(item)
            }
            Iter::Tuple { tuple, index } => {
                let (tuple, at) = (*tuple, *index);
                *index = at + 1;
                Ok(match self.heap.get(tuple) {
                    Object::Tuple(items) => items.get(at).copied(),
                    _ => None,
                })
            }
            Iter::Str { text, offset } => {
                let (text, at) = (*text, *offset);
                let Some(c) = self.heap.str(text).and_then(|s| s.get(at..)).and_then(|s| s.chars().next()) else {
                    return Ok(None);
                };
                if let Object::Iter(iter) = self.heap.get_mut(iterator)
                    && let Iter::Str { offset, .. } = &mut **iter
                {
                    *offset = at + c.len_utf8();
                }
                Ok(Some(self.new_char(c)))
            }
            Iter::Bytes { bytes, index } => {
                let (bytes, at) = (*bytes, *index);
                *index = at + 1;
                Ok(self.bytes_at(bytes, at).map(|b| Value::Int(i64::from(b))))
            }
            Iter::Dict { .. } => self.dict_iter_next(iterator),
            Iter::Set { set, index, len } => {
                let (set, at, len) = (*set, *index, *len);
                let (Object::Set(table) | Object::FrozenSet(table)) = self.heap.get(set) else { return Ok(None) };
                if table.len() != len {
                    return Err(self.raise(classes::RUNTIME_ERROR, "Set changed size during iteration"));
                }
                let Some(live) = table.next_live(at) else { return Ok(None) };
                let key = table.at(live).map(|(_, key)| key);
                if let Object::Iter(iter) = self.heap.get_mut(iterator)
                    && let Iter::Set { index, .. } = &mut **iter
                {
                    *index = live + 1;
                }
                Ok(key)
            }
            Iter::Enumerate { inner, count } => {
                let (inner, n) = (*inner, *count);
                *count = n.wrapping_add(1);
                self.spent += self.costs.of(Cost::EnumerateTurn).saturating_sub(self.costs.of(Cost::ListTurn));
                let Value::Obj(inner) = inner else { return Ok(None) };
                match self.iter_next_nested(inner, depth + 1)? {
                    Some(item) => Ok(Some(self.new_tuple([Value::Int(n), item]))),
                    None => Ok(None),
                }
            }
            Iter::Zip { inner, strict } => {
                let (inner, strict) = (inner.clone(), *strict);
                self.spent += self.costs.of(Cost::ZipTurn).saturating_sub(self.costs.of(Cost::ListTurn));
                let mut items = Vec::with_capacity(inner.len());
                for (i, &it) in inner.iter().enumerate() {
                    let Value::Obj(it) = it else { return Ok(None) };
                    match self.iter_next_nested(it, depth + 1)? {
                        Some(item) => items.push(item),
                        None => return self.zip_ended(&inner, i, strict, depth),
                    }
                }
                if items.is_empty() {
                    return Ok(None);
                }
                Ok(Some(self.new_tuple(items)))
            }
            Iter::Sequence { seq, index, step, left } => {
                if *left == 0 {
                    return Ok(None);
                }
                let (seq, at) = (*seq, *index);
                *left -= 1;
                *index = at.wrapping_add(*step);
                Ok(self.sequence_at(seq, at))
            }
            Iter::Count { next, step } => {
                let (value, step) = (*next, *step);
                let after = self.add_numbers(value, step);
                if let Object::Iter(iter) = self.heap.get_mut(iterator)
                    && let Iter::Count { next, .. } = &mut **iter
                {
                    *next = after;
                }
                Ok(Some(value))
            }
            Iter::Repeat { value, left } => match left {
                Some(0) => Ok(None),
                Some(n) => {
                    *n -= 1;
                    Ok(Some(*value))
                }
                None => Ok(Some(*value)),
            },
            Iter::Empty => Ok(None),
        }
    }

    /// An exhausted list iterator stays exhausted even if the list grows.
    fn finish_iter(&mut self, iterator: Ref) {
        if let Object::Iter(iter) = self.heap.get_mut(iterator) {
            **iter = Iter::Empty;
        }
    }

    fn zip_ended(&mut self, inner: &[Value], short: usize, strict: bool, depth: u32) -> Res<Option<Value>> {
        if !strict {
            return Ok(None);
        }
        let plural = |n: usize| if n == 1 { "argument 1".to_owned() } else { format!("arguments 1-{n}") };
        if short > 0 {
            let message = format!("zip() argument {} is shorter than {}", short + 1, plural(short));
            return Err(self.value_error(&message));
        }
        for (i, &it) in inner.iter().enumerate().skip(1) {
            let Value::Obj(it) = it else { continue };
            if self.iter_next_nested(it, depth + 1)?.is_some() {
                let message = format!("zip() argument {} is longer than {}", i + 1, plural(i));
                return Err(self.value_error(&message));
            }
        }
        Ok(None)
    }

    fn dict_iter_next(&mut self, iterator: Ref) -> Res<Option<Value>> {
        let Object::Iter(iter) = self.heap.get(iterator) else { return Ok(None) };
        let Iter::Dict { dict, kind, index, len, reversed } = **iter else { return Ok(None) };
        let Object::Dict(d) = self.heap.get(dict) else { return Ok(None) };
        if d.len() != len {
            return Err(self.raise(classes::RUNTIME_ERROR, "dictionary changed size during iteration"));
        }
        let at = if reversed {
            // `index` counts how much of the end is consumed
            d.last_live_before(d.end().saturating_sub(index))
        } else {
            d.next_live(index)
        };
        let Some(entry) = at.and_then(|at| d.entry(at)) else { return Ok(None) };
        let (key, value) = (entry.key, entry.value);
        let consumed = at.map_or(0, |at| if reversed { d.end() - at } else { at + 1 });
        if let Object::Iter(iter) = self.heap.get_mut(iterator)
            && let Iter::Dict { index, .. } = &mut **iter
        {
            *index = consumed;
        }
        Ok(Some(match kind {
            ViewKind::Keys => key,
            ViewKind::Values => value,
            ViewKind::Items => self.new_tuple([key, value]),
        }))
    }

    /// All items of a natively iterable value; `Ok(None)`: Python code is needed.
    pub fn collect_native(&mut self, value: Value) -> Res<Option<Vec<Value>>> {
        if let Some(items) = self.items_slice(value) {
            return Ok(Some(items.to_vec()));
        }
        let Some(Value::Obj(iterator)) = self.iter_native(value) else { return Ok(None) };
        if !self.iter_is_finite(iterator) {
            return Err(self.raise(classes::MEMORY_ERROR, "the iterator is endless"));
        }
        let mut items = Vec::new();
        while let Some(item) = self.iter_next(iterator)? {
            items.push(item);
            if items.len() % 65_536 == 0 {
                self.check_room(items.len() * 16)?;
            }
        }
        Ok(Some(items))
    }

    fn iter_is_finite(&self, iterator: Ref) -> bool {
        match self.heap.get(iterator) {
            Object::Iter(iter) => match &**iter {
                Iter::Count { .. } | Iter::Repeat { left: None, .. } => false,
                Iter::Enumerate { inner: Value::Obj(inner), .. } => self.iter_is_finite(*inner),
                Iter::Zip { inner, .. } => {
                    inner.is_empty() || inner.iter().any(|&i| matches!(i, Value::Obj(i) if self.iter_is_finite(i)))
                }
                _ => true,
            },
            _ => true,
        }
    }

    /// The items of an exact list or tuple.
    #[inline]
    #[must_use]
    pub fn items_slice(&self, value: Value) -> Option<&[Value]> {
        match value {
            Value::Obj(r) => match self.heap.get(r) {
                Object::List(items) => Some(items),
                Object::Tuple(items) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    /// A one-character str.
    pub fn new_char(&mut self, c: char) -> Value {
        let mut buffer = [0; 4];
        let text: &str = c.encode_utf8(&mut buffer);
        if c.is_ascii() {
            return Value::Obj(self.intern(text));
        }
        self.new_str(text)
    }

    #[must_use]
    pub fn bytes_at(&self, bytes: Value, at: usize) -> Option<u8> {
        self.bytes(bytes).and_then(|b| b.get(at).copied())
    }

    /// The bytes of a bytes, bytearray or memoryview.
    #[must_use]
    pub fn bytes(&self, value: Value) -> Option<&[u8]> {
        match self.object(value)? {
            Object::Bytes(b) => Some(b),
            Object::ByteArray(b) => Some(b),
            Object::MemoryView(v) => self.bytes(v.base)?.get(v.start..v.start + v.len),
            _ => None,
        }
    }

    /// Item of a native sequence at a non-negative index.
    fn sequence_at(&mut self, seq: Value, at: i64) -> Option<Value> {
        let at = usize::try_from(at).ok()?;
        match self.object(seq)? {
            Object::List(items) => items.get(at).copied(),
            Object::Tuple(items) => items.get(at).copied(),
            Object::Range(range) => Some(Value::Int(range.at(at as u64))),
            Object::Str(_) | Object::StrTail { .. } => {
                let c = self.str(seq)?.chars().nth(at)?;
                Some(self.new_char(c))
            }
            Object::Bytes(_) | Object::ByteArray(_) => self.bytes_at(seq, at).map(|b| Value::Int(i64::from(b))),
            _ => None,
        }
    }

    /// Sum of two native numbers (`itertools.count`).
    fn add_numbers(&mut self, a: Value, b: Value) -> Value {
        match (a, b) {
            (Value::Int(x), Value::Int(y)) => match x.checked_add(y) {
                Some(sum) => Value::Int(sum),
                None => self.new_int(BigInt::from(x) + BigInt::from(y)),
            },
            (Value::Float(x), Value::Float(y)) => Value::Float(x + y),
            (Value::Int(x), Value::Float(y)) | (Value::Float(y), Value::Int(x)) => Value::Float(x as f64 + y),
            _ => match (self.big_int(a), self.big_int(b)) {
                (Some(x), Some(y)) => self.new_int(x + y),
                _ => a,
            },
        }
    }

    /// The value of an int of any size (or bool).
    #[must_use]
    pub fn big_int(&self, value: Value) -> Option<BigInt> {
        match self.payload(value) {
            Value::Int(i) => Some(BigInt::from(i)),
            Value::Bool(b) => Some(BigInt::from(u8::from(b))),
            Value::Obj(r) => match self.heap.get(r) {
                Object::BigInt(i) => Some((**i).clone()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of a float, or of an int as a float.
    #[must_use]
    pub fn as_f64(&self, value: Value) -> Option<f64> {
        match self.payload(value) {
            Value::Float(f) => Some(f),
            Value::Int(i) => Some(i as f64),
            Value::Bool(b) => Some(f64::from(u8::from(b))),
            Value::Obj(r) => match self.heap.get(r) {
                Object::BigInt(i) => i.to_f64(),
                _ => None,
            },
            _ => None,
        }
    }

    /// A sequence index: an int that fits, with the error CPython gives otherwise.
    pub fn index_arg(&mut self, value: Value, what: &str) -> Res<i64> {
        match self.payload(value) {
            Value::Int(i) => Ok(i),
            Value::Bool(b) => Ok(i64::from(b)),
            other => {
                if let Value::Obj(r) = other
                    && matches!(self.heap.get(r), Object::BigInt(_))
                {
                    return Err(self.index_error("cannot fit 'int' into an index-sized integer"));
                }
                let message = if what.is_empty() {
                    format!("'{}' object cannot be interpreted as an integer", self.type_name(value))
                } else {
                    format!("{what} indices must be integers or slices, not {}", self.type_name(value))
                };
                Err(self.type_error(&message))
            }
        }
    }
}

/// Identity hash: CPython's is the address shifted; ours is the slot number, spread so that sets do not see one run.
fn hash_of_identity(r: Ref) -> i64 {
    i64::from(r.0) * 16 + 0x7f00_0000
}

fn int_eq_float(i: i64, f: f64) -> bool {
    f.fract() == 0.0 && (-9.3e18..9.3e18).contains(&f) && f as i128 == i128::from(i)
}

fn big_eq_float(i: &BigInt, f: f64) -> bool {
    use num_traits::FromPrimitive;
    f.is_finite() && f.fract() == 0.0 && BigInt::from_f64(f).is_some_and(|b| b == *i)
}

/// Turns the `Raise` of a helper into "nothing found", where an error means absence.
pub fn quiet<T>(result: Result<T, Raise>) -> Option<T> {
    result.ok()
}
