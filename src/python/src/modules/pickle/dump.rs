//! Writing a pickle.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;

use super::{MAX_DEPTH, Shape, global_name, known_of, shape_of};
use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, NativeResult, Res};
use crate::object::Object;
use crate::process::Process;
use crate::value::{Ref, Value};

/// Frames are closed at this size (`FRAME_SIZE_TARGET`), and smaller ones than this are none (`FRAME_SIZE_MIN`).
const FRAME_BYTES: usize = 64 * 1024;
const MIN_FRAME_BYTES: usize = 4;
const FRAME_HEADER: usize = 9;

/// Items between two `APPENDS` or `SETITEMS` (`BATCHSIZE`).
const BATCH: usize = 1000;

/// `_dump(object, known, protocol, fix_imports)`: the bytes.
pub(super) fn dump(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let known = known_of(p, args.get(1));
    let protocol = super::super::support::int_arg(p, args.get(2))?;
    let fix_imports = matches!(args.get(3), Value::Bool(true)) && protocol < 3;
    let mut w = Writer {
        out: Vec::new(),
        protocol,
        fix_imports,
        known,
        framing: false,
        frame: None,
        memo: BTreeMap::new(),
        count: 0,
        begun: BTreeSet::new(),
        globals: BTreeMap::new(),
        writes_id: false,
        items: 0,
    };
    if protocol >= 2 {
        w.put(&[0x80, protocol as u8]);
    }
    w.framing = protocol >= 4;
    w.save(p, args.get(0), 0)?;
    w.put(b".");
    w.close_frame();
    p.charge_n(Cost::PickleItem, w.items);
    p.charge_n(Cost::PickleByte, w.out.len());
    p.check_room(w.out.len())?;
    Ok(p.new_bytes(&w.out).into())
}

struct Writer {
    out: Vec<u8>,
    protocol: i64,
    fix_imports: bool,
    known: BTreeMap<Ref, Value>,
    framing: bool,
    frame: Option<usize>,
    memo: BTreeMap<u64, u32>,
    count: u32,
    /// Objects whose arguments are being written.
    begun: BTreeSet<u64>,
    /// Before protocol 4: where globals are in the memo, by module and name.
    globals: BTreeMap<String, u32>,
    /// The next value is a persistent id.
    writes_id: bool,
    items: usize,
}

/// Identity for the memo: the object, but CPython has only one empty and one of each one-character text and byte.
fn identity(p: &Process, r: Ref) -> u64 {
    match p.heap.get(r) {
        Object::Str(_) | Object::StrTail { .. } => {
            let mut chars = p.heap.str(r).unwrap_or_default().chars();
            match (chars.next(), chars.next()) {
                (None, _) => 1 << 33,
                (Some(c), None) if (c as u32) < 256 => (1 << 34) | u64::from(c as u32),
                _ => r.0.into(),
            }
        }
        Object::Bytes(bytes) => match **bytes {
            [] => 1 << 35,
            [byte] => (1 << 36) | u64::from(byte),
            _ => r.0.into(),
        },
        Object::Tuple(items) if items.is_empty() => 1 << 37,
        _ => r.0.into(),
    }
}

impl Writer {
    // ---- bytes and frames ----

    fn put(&mut self, bytes: &[u8]) {
        if self.framing && self.frame.is_none() {
            self.frame = Some(self.out.len());
            self.out.extend_from_slice(&[0; FRAME_HEADER]);
        }
        self.out.extend_from_slice(bytes);
    }

    fn close_frame(&mut self) {
        let Some(start) = self.frame.take() else { return };
        let length = self.out.len().saturating_sub(start + FRAME_HEADER);
        if length >= MIN_FRAME_BYTES {
            if let Some(header) = self.out.get_mut(start..start + FRAME_HEADER) {
                header.copy_from_slice(&{
                    let mut bytes = [0x95; FRAME_HEADER];
                    bytes[1..].copy_from_slice(&(length as u64).to_le_bytes());
                    bytes
                });
            }
        } else {
            self.out.drain(start..start + FRAME_HEADER);
        }
    }

    fn boundary(&mut self) {
        if let Some(start) = self.frame
            && self.out.len() - start - FRAME_HEADER >= FRAME_BYTES
        {
            self.close_frame();
        }
    }

    fn put_long(&mut self, header: &[u8], data: &[u8]) {
        let framing = self.framing;
        if data.len() >= FRAME_BYTES {
            self.close_frame();
            self.framing = false;
        }
        self.put(header);
        self.put(data);
        self.framing = framing;
    }

    /// An opcode for a length that fits a byte, 4 bytes or 8.
    fn sized(&mut self, short: Option<u8>, middle: u8, long: u8, data: &[u8]) {
        let n = data.len();
        let mut header = Vec::with_capacity(9);
        match (short, u8::try_from(n), u32::try_from(n)) {
            (Some(op), Ok(n), _) => header.extend_from_slice(&[op, n]),
            (_, _, Ok(n)) => {
                header.push(middle);
                header.extend_from_slice(&n.to_le_bytes());
            }
            _ => {
                header.push(long);
                header.extend_from_slice(&(n as u64).to_le_bytes());
            }
        }
        self.put_long(&header, data);
    }

    fn text_line(&mut self, op: u8, text: &str) {
        let mut line = vec![op];
        line.extend_from_slice(text.as_bytes());
        line.push(b'\n');
        self.put(&line);
    }

    // ---- memo ----

    fn memoize(&mut self, key: Option<u64>) {
        let index = self.count;
        self.count += 1;
        if let Some(key) = key {
            self.memo.insert(key, index);
        }
        if self.protocol >= 4 {
            self.put(&[0x94]);
        } else if self.protocol == 0 {
            self.text_line(b'p', &index.to_string());
        } else if let Ok(short) = u8::try_from(index) {
            self.put(&[b'q', short]);
        } else {
            let bytes = index.to_le_bytes();
            self.put(&[b'r', bytes[0], bytes[1], bytes[2], bytes[3]]);
        }
    }

    fn recall(&mut self, index: u32) {
        if self.protocol == 0 {
            self.text_line(b'g', &index.to_string());
        } else if let Ok(short) = u8::try_from(index) {
            self.put(&[b'h', short]);
        } else {
            let bytes = index.to_le_bytes();
            self.put(&[b'j', bytes[0], bytes[1], bytes[2], bytes[3]]);
        }
    }

    // ---- values ----

    fn save(&mut self, p: &mut Process, value: Value, depth: usize) -> Res<()> {
        self.boundary();
        self.items += 1;
        let Value::Obj(r) = value else {
            self.atom(p, value);
            return Ok(());
        };
        // An id is written itself, also where it is what it stands for.
        let is_id = std::mem::take(&mut self.writes_id);
        let persistent = match self.known.get(&r) {
            Some(&reduction) if !is_id => p.items_slice(reduction).and_then(|parts| match parts {
                [marker, id] if marker.is_none() => Some(*id),
                _ => None,
            }),
            _ => None,
        };
        if let Some(id) = persistent {
            if self.protocol == 0 {
                let text = p.str(id).unwrap_or_default().to_owned();
                self.text_line(b'P', &text);
                return Ok(());
            }
            self.writes_id = true;
            self.save(p, id, depth + 1)?;
            self.put(b"Q");
            return Ok(());
        }
        if let Object::BigInt(big) = p.heap.get(r) {
            let big = (**big).clone();
            self.long(&big);
            return Ok(());
        }
        let key = identity(p, r);
        if let Some(&index) = self.memo.get(&key) {
            self.recall(index);
            return Ok(());
        }
        if depth > MAX_DEPTH {
            let message = "maximum recursion depth exceeded while pickling an object";
            return Err(p.raise(classes::RECURSION_ERROR, message));
        }
        if let Some(&reduction) = self.known.get(&r)
            && !reduction.is_none()
            && !(is_id && matches!(p.items_slice(reduction), Some([marker, _]) if marker.is_none()))
        {
            return self.reduced(p, value, key, reduction, depth);
        }
        match p.heap.get(r) {
            Object::Str(_) | Object::StrTail { .. } => {
                let text = p.heap.str(r).unwrap_or_default().to_owned();
                self.text(&text);
                self.memoize(Some(key));
            }
            Object::Bytes(bytes) => {
                let bytes = std::sync::Arc::clone(bytes);
                self.sized(Some(b'C'), b'B', 0x8e, &bytes);
                self.memoize(Some(key));
            }
            Object::ByteArray(bytes) => {
                let bytes = bytes.clone();
                let mut header = vec![0x96];
                header.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
                self.put_long(&header, &bytes);
                self.memoize(Some(key));
            }
            Object::Tuple(items) => {
                let items = items.clone();
                self.tuple(p, &items, key, depth)?;
            }
            Object::List(items) => {
                let items = items.clone();
                self.put(if self.protocol == 0 { b"(l" } else { b"]" });
                self.memoize(Some(key));
                self.appends(p, &items, false, depth)?;
            }
            Object::Dict(dict) => {
                let pairs: Vec<(Value, Value)> = dict.iter().collect();
                self.put(if self.protocol == 0 { b"(d" } else { b"}" });
                self.memoize(Some(key));
                self.set_items(p, &pairs, false, depth)?;
            }
            Object::Set(set) => {
                let items: Vec<Value> = set.iter().collect();
                self.put(&[0x8f]);
                self.memoize(Some(key));
                for batch in items.chunks(BATCH) {
                    self.put(b"(");
                    for &item in batch {
                        self.save(p, item, depth + 1)?;
                    }
                    self.put(&[0x90]);
                }
            }
            Object::FrozenSet(set) => {
                let items: Vec<Value> = set.iter().collect();
                self.put(b"(");
                for item in items {
                    self.save(p, item, depth + 1)?;
                }
                if let Some(&index) = self.memo.get(&key) {
                    self.put(b"1");
                    self.recall(index);
                    return Ok(());
                }
                self.put(&[0x91]);
                self.memoize(Some(key));
            }
            _ => return self.object(p, r, key, depth),
        }
        Ok(())
    }

    fn object(&mut self, p: &mut Process, r: Ref, key: u64, depth: usize) -> Res<()> {
        match shape_of(p, r, self.protocol) {
            Shape::Global => {
                if let Some((module, name)) = global_name(p, r) {
                    self.global(p, module, name, key, depth)?;
                }
            }
            Shape::Plain(class) => {
                self.save(p, Value::Obj(class), depth + 1)?;
                self.put(&[b')', 0x81]);
                self.memoize(Some(key));
                self.plain_state(p, r, depth)?;
            }
            Shape::Exception { class, args, dict } => {
                self.save(p, Value::Obj(class), depth + 1)?;
                self.save(p, args, depth + 1)?;
                self.put(b"R");
                self.memoize(Some(key));
                if !dict.is_unset() && super::is_full_dict(p, dict) {
                    self.save(p, dict, depth + 1)?;
                    self.put(b"b");
                }
            }
            Shape::Atom | Shape::Items(_) | Shape::Foreign => {
                let message = format!("cannot pickle '{}' object", p.type_name(Value::Obj(r)));
                return Err(p.type_error(&message));
            }
        }
        Ok(())
    }

    /// The attributes of an instance, if it has any.
    fn plain_state(&mut self, p: &mut Process, r: Ref, depth: usize) -> Res<()> {
        let Object::Instance(instance) = p.heap.get(r) else { return Ok(()) };
        let (dict, shape, slots) = (instance.dict, instance.shape, instance.slots.clone());
        let pairs: Vec<(Value, Value)> = match dict {
            Value::Obj(dict) => {
                if let Some(&index) = self.memo.get(&u64::from(dict.0)) {
                    self.recall(index);
                    self.put(b"b");
                    return Ok(());
                }
                match p.heap.get(dict) {
                    Object::Dict(d) => d.iter().collect(),
                    _ => Vec::new(),
                }
            }
            _ => {
                let names = p.shapes.names(shape).iter().map(|&n| Value::Obj(n));
                names.zip(slots).filter(|(_, v)| !v.is_unset()).collect()
            }
        };
        if pairs.is_empty() {
            return Ok(());
        }
        self.boundary();
        self.put(if self.protocol == 0 { b"(d" } else { b"}" });
        self.memoize(match dict {
            Value::Obj(dict) => Some(dict.0.into()),
            _ => None,
        });
        self.set_items(p, &pairs, false, depth)?;
        self.put(b"b");
        Ok(())
    }

    fn atom(&mut self, p: &Process, value: Value) {
        let binary = self.protocol >= 1;
        match value {
            Value::None | Value::Unset | Value::Obj(_) => self.put(b"N"),
            Value::Bool(truth) => match (self.protocol >= 2, truth) {
                (true, true) => self.put(&[0x88]),
                (true, false) => self.put(&[0x89]),
                (false, true) => self.put(b"I01\n"),
                (false, false) => self.put(b"I00\n"),
            },
            Value::Int(i) => match i32::try_from(i) {
                Ok(small) if binary => match (u8::try_from(i), u16::try_from(i)) {
                    (Ok(byte), _) => self.put(&[b'K', byte]),
                    (_, Ok(short)) => {
                        let bytes = short.to_le_bytes();
                        self.put(&[b'M', bytes[0], bytes[1]]);
                    }
                    _ => {
                        let b = small.to_le_bytes();
                        self.put(&[b'J', b[0], b[1], b[2], b[3]]);
                    }
                },
                Ok(small) => self.text_line(b'I', &small.to_string()),
                Err(_) => self.long(&BigInt::from(i)),
            },
            Value::Float(f) if binary => {
                let mut bytes = vec![b'G'];
                bytes.extend_from_slice(&f.to_be_bytes());
                self.put(&bytes);
            }
            Value::Float(f) => self.text_line(b'F', &crate::format::float::repr(f)),
            Value::NotImplemented => self.singleton(p, "NotImplemented"),
            Value::Ellipsis => self.singleton(p, "Ellipsis"),
        }
    }

    fn singleton(&mut self, _: &Process, name: &str) {
        let key = if name == "Ellipsis" { 1 << 38 } else { 1 << 39 };
        if let Some(&index) = self.memo.get(&key) {
            return self.recall(index);
        }
        if self.protocol >= 4 {
            self.text("builtins");
            self.memoize(None);
            self.text(name);
            self.memoize(None);
            self.put(&[0x93]);
        } else {
            let module = if self.fix_imports { "__builtin__" } else { "builtins" };
            self.put(format!("c{module}\n{name}\n").as_bytes());
        }
        self.memoize(Some(key));
    }

    fn long(&mut self, big: &BigInt) {
        if self.protocol < 2 {
            return self.text_line(b'L', &format!("{big}L"));
        }
        let bytes = big.to_signed_bytes_le();
        match u8::try_from(bytes.len()) {
            Ok(n) => self.put(&[0x8a, n]),
            Err(_) => {
                let n = (bytes.len() as u32).to_le_bytes();
                self.put(&[0x8b, n[0], n[1], n[2], n[3]]);
            }
        }
        self.put(&bytes);
    }

    fn text(&mut self, text: &str) {
        if self.protocol == 0 {
            let mut escaped = String::new();
            for c in text.chars() {
                match c as u32 {
                    0x5c | 0x0a | 0x0d | 0x1a | 0x00 => escaped.push_str(&format!("\\u{:04x}", c as u32)),
                    n @ 0x100..=0xffff => escaped.push_str(&format!("\\u{n:04x}")),
                    n @ 0x1_0000.. => escaped.push_str(&format!("\\U{n:08x}")),
                    _ => escaped.push(c),
                }
            }
            let mut line = vec![b'V'];
            // The form is Latin-1.
            line.extend(escaped.chars().map(|c| c as u32 as u8));
            line.push(b'\n');
            return self.put(&line);
        }
        let short = (self.protocol >= 4).then_some(0x8c);
        self.sized(short, b'X', 0x8d, text.as_bytes());
    }

    fn tuple(&mut self, p: &mut Process, items: &[Value], key: u64, depth: usize) -> Res<()> {
        if items.is_empty() {
            self.put(if self.protocol == 0 { b"(t" } else { b")" });
            return Ok(());
        }
        if items.len() <= 3 && self.protocol >= 2 {
            for &item in items {
                self.save(p, item, depth + 1)?;
            }
            if let Some(&index) = self.memo.get(&key) {
                for _ in items {
                    self.put(b"0");
                }
                self.recall(index);
                return Ok(());
            }
            self.put(&[0x84 + items.len() as u8]);
            self.memoize(Some(key));
            return Ok(());
        }
        self.put(b"(");
        for &item in items {
            self.save(p, item, depth + 1)?;
        }
        if let Some(&index) = self.memo.get(&key) {
            if self.protocol >= 1 {
                self.put(b"1");
            } else {
                for _ in 0..=items.len() {
                    self.put(b"0");
                }
            }
            self.recall(index);
            return Ok(());
        }
        self.put(b"t");
        self.memoize(Some(key));
        Ok(())
    }

    /// `lone`: a last batch of one is an `APPEND`, as where CPython goes through an iterator.
    fn appends(&mut self, p: &mut Process, items: &[Value], lone: bool, depth: usize) -> Res<()> {
        if self.protocol == 0 {
            for &item in items {
                self.save(p, item, depth + 1)?;
                self.put(b"a");
            }
            return Ok(());
        }
        for batch in items.chunks(BATCH) {
            if let [item] = batch
                && (lone || items.len() == 1)
            {
                self.save(p, *item, depth + 1)?;
                self.put(b"a");
                continue;
            }
            self.put(b"(");
            for &item in batch {
                self.save(p, item, depth + 1)?;
            }
            self.put(b"e");
        }
        Ok(())
    }

    fn set_items(&mut self, p: &mut Process, pairs: &[(Value, Value)], lone: bool, depth: usize) -> Res<()> {
        let single = self.protocol == 0;
        for batch in pairs.chunks(if single { 1 } else { BATCH }) {
            let alone = batch.len() == 1 && (single || lone || pairs.len() == 1);
            if !alone {
                self.put(b"(");
            }
            for &(key, value) in batch {
                self.save(p, key, depth + 1)?;
                self.save(p, value, depth + 1)?;
            }
            self.put(if alone { b"s" } else { b"u" });
        }
        Ok(())
    }

    fn global(&mut self, p: &mut Process, module: Value, name: Value, key: u64, depth: usize) -> Res<()> {
        p.charge(Cost::PickleGlobal);
        if self.protocol >= 4 {
            self.save(p, module, depth + 1)?;
            self.save(p, name, depth + 1)?;
            self.put(&[0x93]);
        } else {
            let (module, name) =
                (p.str(module).unwrap_or_default().to_owned(), p.str(name).unwrap_or_default().to_owned());
            self.line_of_global(&module, &name, Some(key));
            return Ok(());
        }
        self.memoize(Some(key));
        Ok(())
    }

    /// Before protocol 4, where a nested name is an attribute of what holds it.
    fn line_of_global(&mut self, module: &str, name: &str, key: Option<u64>) {
        let path = format!("{module}\n{name}");
        if let Some(&index) = self.globals.get(&path) {
            return self.recall(index);
        }
        if let Some((above, last)) = name.rsplit_once('.') {
            self.line_of_global("builtins", "getattr", None);
            if self.protocol < 2 {
                self.put(b"(");
            }
            self.line_of_global(module, above, None);
            self.text(last);
            self.memoize(None);
            self.put(if self.protocol >= 2 { &[0x86] } else { b"t" });
            self.memoize(None);
            self.put(b"R");
        } else {
            let (mut module, mut name) = (module.to_owned(), name.to_owned());
            if self.fix_imports {
                (module, name) = python2_name(&module, &name);
            }
            self.put(format!("c{module}\n{name}\n").as_bytes());
        }
        self.globals.insert(path, self.count);
        self.memoize(key);
    }

    /// What Python said: `(module, name)` wrapped in a list for a global, else function, arguments, state, items, pairs,
    /// setter.
    fn reduced(&mut self, p: &mut Process, value: Value, key: u64, reduction: Value, depth: usize) -> Res<()> {
        let parts = p.items_slice(reduction).unwrap_or_default().to_vec();
        if let [module, name] = parts.as_slice() {
            return self.global(p, *module, *name, key, depth);
        }
        let at = |n: usize| parts.get(n).copied().unwrap_or(Value::None);
        let (func, args, state, items, pairs, setter) = (at(0), at(1), at(2), at(3), at(4), at(5));
        let name = match p.object(func) {
            Some(Object::Function(f)) => p.str(f.name).unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        let arguments = p.items_slice(args).unwrap_or_default().to_vec();
        match (name.as_str(), arguments.as_slice()) {
            ("__newobj_ex__", [class, rest, keywords]) if self.protocol >= 4 => {
                self.save(p, *class, depth + 1)?;
                self.save(p, *rest, depth + 1)?;
                self.save(p, *keywords, depth + 1)?;
                self.put(&[0x92]);
            }
            ("__newobj__", [class, rest @ ..]) if self.protocol >= 2 => {
                self.save(p, *class, depth + 1)?;
                let rest = p.new_tuple(rest.to_vec());
                self.save(p, rest, depth + 1)?;
                self.put(&[0x81]);
            }
            _ => {
                // Asked again while it is written, CPython's objects give new lists; one that is begun and still empty would
                // be referred to.
                let inner = !self.begun.insert(key);
                let args = if inner { fresh(p, args) } else { args };
                self.save(p, func, depth + 1)?;
                self.save(p, args, depth + 1)?;
                self.put(b"R");
                if !inner {
                    self.begun.remove(&key);
                }
            }
        }
        if let Some(&index) = self.memo.get(&key) {
            // The arguments held the object itself.
            self.put(b"0");
            self.recall(index);
        } else {
            self.memoize(Some(key));
        }
        if !items.is_none() {
            let items = p.items_slice(items).unwrap_or_default().to_vec();
            self.appends(p, &items, true, depth)?;
        }
        if !pairs.is_none() {
            let flat = p.items_slice(pairs).unwrap_or_default().to_vec();
            let pairs: Vec<(Value, Value)> = flat
                .chunks_exact(2)
                .map(|pair| (pair.first().copied().unwrap_or(Value::None), pair.last().copied().unwrap_or(Value::None)))
                .collect();
            self.set_items(p, &pairs, true, depth)?;
        }
        if !state.is_none() {
            if setter.is_none() {
                self.save(p, state, depth + 1)?;
                self.put(b"b");
            } else {
                self.save(p, setter, depth + 1)?;
                self.save(p, value, depth + 1)?;
                self.save(p, state, depth + 1)?;
                self.put(if self.protocol >= 2 { &[0x86] } else { b"t" });
                self.put(b"R0");
            }
        }
        Ok(())
    }
}

/// The arguments with copies of their lists and dicts.
fn fresh(p: &mut Process, args: Value) -> Value {
    let Some(items) = p.items_slice(args).map(<[Value]>::to_vec) else { return args };
    let copies = items
        .into_iter()
        .map(|item| match p.object(item) {
            Some(Object::List(items)) => {
                let items = items.clone();
                p.new_list(items)
            }
            Some(Object::Dict(dict)) => {
                let dict = dict.clone();
                p.alloc(Object::Dict(dict))
            }
            _ => item,
        })
        .collect::<Vec<_>>();
    p.new_tuple(copies)
}

/// The names of Python 2 for protocols that it can read (`_compat_pickle.py`).
fn python2_name(module: &str, name: &str) -> (String, String) {
    let (module, name) = match (module, name) {
        ("builtins", "range") => ("__builtin__", "xrange"),
        ("builtins", "str") => ("__builtin__", "unicode"),
        ("builtins", "int") => ("__builtin__", "long"),
        ("functools", "reduce") => ("__builtin__", "reduce"),
        (
            "builtins",
            "BaseExceptionGroup" | "BlockingIOError" | "ExceptionGroup" | "RecursionError" | "StopAsyncIteration"
            | "EncodingWarning" | "ResourceWarning",
        ) => ("__builtin__", name),
        ("builtins", "ModuleNotFoundError") => ("exceptions", "ImportError"),
        (
            "builtins",
            "BrokenPipeError"
            | "ChildProcessError"
            | "ConnectionAbortedError"
            | "ConnectionError"
            | "ConnectionRefusedError"
            | "ConnectionResetError"
            | "FileExistsError"
            | "FileNotFoundError"
            | "InterruptedError"
            | "IsADirectoryError"
            | "NotADirectoryError"
            | "PermissionError"
            | "ProcessLookupError"
            | "TimeoutError",
        ) => ("exceptions", "OSError"),
        ("builtins", name) if is_exception_name(name) => ("exceptions", name),
        ("builtins", name) => ("__builtin__", name),
        ("copyreg", name) => ("copy_reg", name),
        ("queue", name) => ("Queue", name),
        ("collections", name @ ("UserDict" | "UserList" | "UserString")) => (name, name),
        (module, name) => (module, name),
    };
    (module.to_owned(), name.to_owned())
}

fn is_exception_name(name: &str) -> bool {
    classes::by_name(name).is_some_and(|class| class.0 >= classes::BASE_EXCEPTION.0)
}
