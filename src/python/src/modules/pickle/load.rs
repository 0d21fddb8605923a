//! Reading a pickle, until Python has to do something.

use num_bigint::BigInt;

use crate::cost::Cost;
use crate::native::{Args, NativeResult};
use crate::object::{Layout, Object};
use crate::process::Process;
use crate::value::{Ref, Value};

/// From so many on, what is read needs memory that the process has not had before.
const LARGE_ITEMS: usize = 10_000;

const MEMOIZE: u8 = 0x94;

/// Places of the reader's state, a list that Python keeps: the position, the stack, the heights of the marks, the memo.
const POSITION: usize = 0;
const STACK: usize = 1;
const MARKS: usize = 2;
const MEMO: usize = 3;

/// Why reading stops.
enum Stop {
    /// The last value on the stack is the result.
    Done,
    /// Python does `(what, first, second)` and calls again.
    Ask(&'static str, Value, Value),
    /// A mistake in the data: class and message of the exception.
    Bad(&'static str, String),
}

type Step = Result<(), Stop>;

/// `_load(data, state, find)`: None when it is done, else what Python has to do first. `find`: Python looks up globals.
pub(super) fn load(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let data = match p.object(args.get(0)) {
        Some(Object::Bytes(bytes)) => std::sync::Arc::clone(bytes),
        _ => match p.bytes(args.get(0)) {
            Some(bytes) => std::sync::Arc::from(bytes),
            None => {
                let message = format!("a bytes-like object is required, not '{}'", p.type_name(args.get(0)));
                return Err(p.type_error(&message));
            }
        },
    };
    let state = p.items_slice(args.get(1)).unwrap_or_default().to_vec();
    let at = |n: usize| state.get(n).copied().unwrap_or(Value::None);
    let mut reader = Reader {
        data,
        at: at(POSITION).as_small_int().unwrap_or(0).max(0) as usize,
        stack: take(p, at(STACK)),
        marks: take(p, at(MARKS)).into_iter().filter_map(|v| v.as_small_int()).map(|n| n as usize).collect(),
        memo: take(p, at(MEMO)),
        find: matches!(args.get(2), Value::Bool(true)),
    };
    let (from, mut items) = (reader.at, 0_usize);
    let stop = loop {
        // What is put into the memo costs next to nothing.
        items += usize::from(reader.data.get(reader.at) != Some(&MEMOIZE));
        if let Err(stop) = reader.step(p) {
            break stop;
        }
    };
    // Many objects do not fit into the memory that the process has: their pages are touched for the first time.
    let large = items.saturating_sub(LARGE_ITEMS);
    p.charge_n(Cost::UnpickleItem, items - large);
    p.charge_n(Cost::UnpickleLargeItem, large);
    p.charge_n(Cost::PickleByte, reader.at.saturating_sub(from));
    if let Value::Obj(list) = args.get(1)
        && let Object::List(items) = p.heap.get_mut(list)
        && let Some(place) = items.get_mut(POSITION)
    {
        *place = Value::Int(reader.at as i64);
    }
    give(p, at(STACK), reader.stack);
    let marks = reader.marks.into_iter().map(|n| Value::Int(n as i64)).collect();
    give(p, at(MARKS), marks);
    give(p, at(MEMO), reader.memo);
    match stop {
        Stop::Done => Ok(Value::None.into()),
        Stop::Ask(what, first, second) => {
            let what = Value::Obj(p.intern(what));
            Ok(p.new_tuple(vec![what, first, second]).into())
        }
        Stop::Bad(class, message) => {
            let what = Value::Obj(p.intern("error"));
            let (class, message) = (p.new_str(class), p.new_string(message));
            Ok(p.new_tuple(vec![what, class, message]).into())
        }
    }
}

fn take(p: &mut Process, list: Value) -> Vec<Value> {
    match list {
        Value::Obj(r) => match p.heap.get_mut(r) {
            Object::List(items) => std::mem::take(items),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn give(p: &mut Process, list: Value, items: Vec<Value>) {
    let bytes = items.len() * 16;
    if let Value::Obj(r) = list
        && let Object::List(place) = p.heap.get_mut(r)
    {
        *place = items;
        p.heap.grew(bytes);
    }
}

struct Reader {
    data: std::sync::Arc<[u8]>,
    at: usize,
    stack: Vec<Value>,
    marks: Vec<usize>,
    memo: Vec<Value>,
    find: bool,
}

fn bad(message: &str) -> Stop {
    Stop::Bad("UnpicklingError", message.to_owned())
}

impl Reader {
    fn bytes(&mut self, n: usize) -> Result<&[u8], Stop> {
        let end = self.at.checked_add(n).filter(|&end| end <= self.data.len());
        let Some(end) = end else { return Err(bad("pickle data was truncated")) };
        let start = std::mem::replace(&mut self.at, end);
        self.data.get(start..end).ok_or_else(|| bad("pickle data was truncated"))
    }

    fn number<const N: usize>(&mut self) -> Result<usize, Stop> {
        let mut bytes = [0u8; 8];
        let read = self.bytes(N)?;
        if let Some(place) = bytes.get_mut(..N) {
            place.copy_from_slice(read);
        }
        usize::try_from(u64::from_le_bytes(bytes)).map_err(|_| bad("pickle data was truncated"))
    }

    fn line(&mut self) -> Result<String, Stop> {
        let rest = self.data.get(self.at..).unwrap_or_default();
        let Some(length) = rest.iter().position(|&b| b == b'\n') else {
            return Err(bad("pickle data was truncated"));
        };
        let line: String = rest.get(..length).unwrap_or_default().iter().map(|&b| b as char).collect();
        self.at += length + 1;
        Ok(line)
    }

    fn utf8(&mut self, p: &mut Process, n: usize) -> Result<Value, Stop> {
        let bytes = self.bytes(n)?;
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let text = text.to_owned();
                Ok(p.new_string(text))
            }
            Err(_) => Err(Stop::Bad("UnicodeDecodeError", "'utf-8' codec can't decode bytes".to_owned())),
        }
    }

    fn pop(&mut self) -> Result<Value, Stop> {
        let floor = self.marks.last().copied().unwrap_or(0);
        if self.stack.len() <= floor {
            return Err(bad(if self.marks.is_empty() {
                "unpickling stack underflow"
            } else {
                "unexpected MARK found"
            }));
        }
        self.stack.pop().ok_or_else(|| bad("unpickling stack underflow"))
    }

    fn top(&self) -> Result<Value, Stop> {
        self.stack.last().copied().ok_or_else(|| bad("unpickling stack underflow"))
    }

    fn since_mark(&mut self) -> Result<Vec<Value>, Stop> {
        let Some(height) = self.marks.pop() else { return Err(bad("could not find MARK")) };
        Ok(self.stack.split_off(height.min(self.stack.len())))
    }

    fn memoize(&mut self, index: usize) -> Step {
        let value = self.top()?;
        if index > self.memo.len() + 1_000_000 {
            return Err(bad("memo index out of range"));
        }
        if self.memo.len() <= index {
            self.memo.resize(index + 1, Value::Unset);
        }
        if let Some(place) = self.memo.get_mut(index) {
            *place = value;
        }
        Ok(())
    }

    fn recall(&mut self, index: usize) -> Step {
        match self.memo.get(index).copied().filter(|v| !v.is_unset()) {
            Some(value) => self.stack.push(value),
            None => return Err(bad(&format!("Memo value not found at index {index}"))),
        }
        Ok(())
    }

    /// Reads one opcode and does it.
    fn step(&mut self, p: &mut Process) -> Step {
        let Some(&op) = self.data.get(self.at) else {
            return Err(Stop::Bad("EOFError", "Ran out of input".to_owned()));
        };
        self.at += 1;
        match op {
            0x80 => {
                let protocol = self.number::<1>()?;
                if protocol > 5 {
                    let message = format!("unsupported pickle protocol: {protocol}");
                    return Err(Stop::Bad("ValueError", message));
                }
            }
            0x95 => {
                self.number::<8>()?;
            }
            b'.' => return Err(if self.stack.is_empty() { bad("unpickling stack underflow") } else { Stop::Done }),
            b'(' => self.marks.push(self.stack.len()),
            b'0' => {
                if self.marks.last() == Some(&self.stack.len()) {
                    self.marks.pop();
                } else {
                    self.pop()?;
                }
            }
            b'1' => {
                self.since_mark()?;
            }
            b'2' => self.stack.push(self.top()?),
            b'N' => self.stack.push(Value::None),
            0x88 => self.stack.push(Value::Bool(true)),
            0x89 => self.stack.push(Value::Bool(false)),
            b'K' => {
                let n = self.number::<1>()?;
                self.stack.push(Value::Int(n as i64));
            }
            b'M' => {
                let n = self.number::<2>()?;
                self.stack.push(Value::Int(n as i64));
            }
            b'J' => {
                let n = self.number::<4>()?;
                self.stack.push(Value::Int((n as u32 as i32).into()));
            }
            b'I' => {
                let line = self.line()?;
                let value = match line.as_str() {
                    "01" => Value::Bool(true),
                    "00" => Value::Bool(false),
                    _ => self.int_of(p, &line)?,
                };
                self.stack.push(value);
            }
            b'L' => {
                let line = self.line()?;
                let value = self.int_of(p, line.trim_end_matches('L'))?;
                self.stack.push(value);
            }
            0x8a | 0x8b => {
                let n = if op == 0x8a { self.number::<1>()? } else { self.number::<4>()? };
                let big = BigInt::from_signed_bytes_le(self.bytes(n)?);
                let value = p.new_int(big);
                self.stack.push(value);
            }
            b'G' => {
                let mut bytes = [0; 8];
                bytes.copy_from_slice(self.bytes(8)?);
                self.stack.push(Value::Float(f64::from_be_bytes(bytes)));
            }
            b'F' => {
                let line = self.line()?;
                match line.trim().parse::<f64>() {
                    Ok(f) => self.stack.push(Value::Float(f)),
                    Err(_) => {
                        let message = format!("could not convert string to float: {line:?}");
                        return Err(Stop::Bad("ValueError", message));
                    }
                }
            }
            0x8c | b'X' | 0x8d => {
                let n = match op {
                    0x8c => self.number::<1>()?,
                    b'X' => self.number::<4>()?,
                    _ => self.number::<8>()?,
                };
                let value = self.utf8(p, n)?;
                self.stack.push(value);
            }
            b'V' => {
                let line = self.line()?;
                let text = unescaped(&line);
                let value = p.new_string(text);
                self.stack.push(value);
            }
            b'S' | b'T' | b'U' => {
                let bytes: Vec<u8> = match op {
                    b'S' => {
                        let line = self.line()?;
                        let quoted = line.len() >= 2
                            && (line.starts_with('\'') && line.ends_with('\'')
                                || line.starts_with('"') && line.ends_with('"'));
                        if !quoted {
                            return Err(bad("the STRING opcode argument must be quoted"));
                        }
                        unescaped(line.get(1..line.len() - 1).unwrap_or_default()).chars().map(|c| c as u8).collect()
                    }
                    b'T' => {
                        let n = self.number::<4>()?;
                        self.bytes(n)?.to_vec()
                    }
                    _ => {
                        let n = self.number::<1>()?;
                        self.bytes(n)?.to_vec()
                    }
                };
                let bytes = p.new_bytes(&bytes);
                return Err(Stop::Ask("decode", bytes, Value::None));
            }
            b'C' | b'B' | 0x8e => {
                let n = match op {
                    b'C' => self.number::<1>()?,
                    b'B' => self.number::<4>()?,
                    _ => self.number::<8>()?,
                };
                let bytes = p.new_bytes(self.bytes(n)?);
                self.stack.push(bytes);
            }
            0x96 => {
                let n = self.number::<8>()?;
                let bytes = self.bytes(n)?.to_vec();
                let value = p.alloc(Object::ByteArray(bytes));
                self.stack.push(value);
            }
            b']' => {
                let list = p.new_list(Vec::new());
                self.stack.push(list);
            }
            b'}' => {
                let dict = p.new_dict(crate::dict::Dict::new());
                self.stack.push(dict);
            }
            b')' => {
                let tuple = p.new_tuple(Vec::new());
                self.stack.push(tuple);
            }
            0x8f => {
                let set = p.alloc(Object::Set(Box::default()));
                self.stack.push(set);
            }
            b'l' => {
                let items = self.since_mark()?;
                let list = p.new_list(items);
                self.stack.push(list);
            }
            b't' => {
                let items = self.since_mark()?;
                let tuple = p.new_tuple(items);
                self.stack.push(tuple);
            }
            0x85..=0x87 => {
                let n = usize::from(op - 0x84);
                let floor = self.marks.last().copied().unwrap_or(0);
                if self.stack.len() < floor + n {
                    return Err(bad("unpickling stack underflow"));
                }
                let items = self.stack.split_off(self.stack.len() - n);
                let tuple = p.new_tuple(items);
                self.stack.push(tuple);
            }
            b'd' => {
                let items = self.since_mark()?;
                let dict = p.new_dict(crate::dict::Dict::new());
                self.stack.push(dict);
                return self.set_items(p, dict, items);
            }
            b'a' => {
                let item = self.pop()?;
                return self.append(p, vec![item]);
            }
            b'e' => {
                let items = self.since_mark()?;
                return self.append(p, items);
            }
            b's' => {
                let value = self.pop()?;
                let key = self.pop()?;
                let dict = self.top()?;
                return self.set_items(p, dict, vec![key, value]);
            }
            b'u' => {
                let items = self.since_mark()?;
                let dict = self.top()?;
                return self.set_items(p, dict, items);
            }
            0x90 => {
                let items = self.since_mark()?;
                let set = self.top()?;
                let items = p.new_list(items);
                return Err(Stop::Ask("add_items", set, items));
            }
            0x91 => {
                let items = self.since_mark()?;
                let items = p.new_list(items);
                return Err(Stop::Ask("frozenset", items, Value::None));
            }
            0x94 => self.memoize(self.memo.len())?,
            b'q' => {
                let index = self.number::<1>()?;
                self.memoize(index)?;
            }
            b'r' => {
                let index = self.number::<4>()?;
                self.memoize(index)?;
            }
            b'p' => {
                let line = self.line()?;
                let index = line.parse().map_err(|_| bad("the PUT argument must be a number"))?;
                self.memoize(index)?;
            }
            b'h' => {
                let index = self.number::<1>()?;
                self.recall(index)?;
            }
            b'j' => {
                let index = self.number::<4>()?;
                self.recall(index)?;
            }
            b'g' => {
                let line = self.line()?;
                let index = line.parse().map_err(|_| bad("the GET argument must be a number"))?;
                self.recall(index)?;
            }
            b'c' => {
                let (module, name) = (self.line()?, self.line()?);
                let (module, name) = (p.new_string(module), p.new_string(name));
                return self.global(p, module, name);
            }
            0x93 => {
                let name = self.pop()?;
                let module = self.pop()?;
                if p.str(name).is_none() || p.str(module).is_none() {
                    return Err(bad("STACK_GLOBAL requires str"));
                }
                return self.global(p, module, name);
            }
            b'R' => {
                let args = self.pop()?;
                let func = self.pop()?;
                return Err(Stop::Ask("call", func, args));
            }
            0x81 => {
                let args = self.pop()?;
                let class = self.pop()?;
                return self.new_object(p, class, args);
            }
            0x92 => {
                let keywords = self.pop()?;
                let args = self.pop()?;
                let class = self.pop()?;
                let pair = p.new_tuple(vec![args, keywords]);
                return Err(Stop::Ask("new_ex", class, pair));
            }
            b'b' => {
                let state = self.pop()?;
                let object = self.top()?;
                return self.build(p, object, state);
            }
            b'i' => {
                let (module, name) = (self.line()?, self.line()?);
                let args = self.since_mark()?;
                let args = p.new_tuple(args);
                let (module, name) = (p.new_string(module), p.new_string(name));
                let place = p.new_tuple(vec![module, name]);
                return Err(Stop::Ask("inst", place, args));
            }
            b'o' => {
                let mut args = self.since_mark()?;
                if args.is_empty() {
                    return Err(bad("unpickling stack underflow"));
                }
                let class = args.remove(0);
                let args = p.new_tuple(args);
                return Err(Stop::Ask("obj", class, args));
            }
            b'P' => {
                let line = self.line()?;
                let id = p.new_string(line);
                return Err(Stop::Ask("persistent", id, Value::None));
            }
            b'Q' => {
                let id = self.pop()?;
                return Err(Stop::Ask("persistent", id, Value::None));
            }
            0x82..=0x84 => {
                let code = match op {
                    0x82 => self.number::<1>()?,
                    0x83 => self.number::<2>()?,
                    _ => self.number::<4>()?,
                };
                return Err(Stop::Ask("extension", Value::Int(code as i64), Value::None));
            }
            0x97 => return Err(Stop::Ask("buffer", Value::None, Value::None)),
            0x98 => {
                let buffer = self.pop()?;
                return Err(Stop::Ask("readonly", buffer, Value::None));
            }
            other => {
                let shown = if (0x20..0x7f).contains(&other) {
                    format!("invalid load key, '{}'.", other as char)
                } else {
                    format!("invalid load key, '\\x{other:02x}'.")
                };
                return Err(bad(&shown));
            }
        }
        Ok(())
    }

    fn int_of(&mut self, p: &mut Process, text: &str) -> Result<Value, Stop> {
        match text.trim().parse::<BigInt>() {
            Ok(big) => Ok(p.new_int(big)),
            Err(_) => {
                let message = format!("invalid literal for int() with base 10: '{text}'");
                Err(Stop::Bad("ValueError", message))
            }
        }
    }

    fn append(&mut self, p: &mut Process, items: Vec<Value>) -> Step {
        let list = self.top()?;
        if let Value::Obj(r) = list
            && matches!(p.heap.get(r), Object::List(_))
        {
            p.heap.grew(items.len() * 16);
            if let Object::List(place) = p.heap.get_mut(r) {
                place.extend(items);
            }
            return Ok(());
        }
        let items = p.new_list(items);
        Err(Stop::Ask("extend", list, items))
    }

    fn set_items(&mut self, p: &mut Process, dict: Value, items: Vec<Value>) -> Step {
        let exact = match dict {
            Value::Obj(r) if matches!(p.heap.get(r), Object::Dict(_)) => Some(r),
            _ => None,
        };
        let mut done = 0;
        if let Some(r) = exact {
            for pair in items.chunks_exact(2) {
                let [key, value] = pair else { break };
                match p.dict_set_native(r, *key, *value) {
                    Ok(true) => done += 2,
                    _ => break,
                }
            }
        }
        let rest = items.get(done..).unwrap_or_default().to_vec();
        if rest.is_empty() {
            return Ok(());
        }
        let rest = p.new_list(rest);
        Err(Stop::Ask("set_items", dict, rest))
    }

    fn global(&mut self, p: &mut Process, module: Value, name: Value) -> Step {
        p.charge(Cost::PickleGlobal);
        if !self.find
            && let Some(found) = find(p, module, name)
        {
            self.stack.push(found);
            return Ok(());
        }
        Err(Stop::Ask("find", module, name))
    }

    /// `class.__new__(class, *args)`, where that is `object.__new__` without arguments.
    fn new_object(&mut self, p: &mut Process, class: Value, args: Value) -> Step {
        let simple = p.items_slice(args).is_some_and(<[Value]>::is_empty)
            && matches!(class, Value::Obj(r) if matches!(p.heap.get(r),
                Object::Class(c) if !c.builtin && c.layout == Layout::Plain && !c.flags.new && !c.flags.is_abstract));
        if let (true, Value::Obj(r)) = (simple, class) {
            let object = p.new_instance(r, Value::Unset);
            self.stack.push(object);
            return Ok(());
        }
        Err(Stop::Ask("new", class, args))
    }

    /// Attributes of an instance that has no say in it.
    fn build(&mut self, p: &mut Process, object: Value, state: Value) -> Step {
        if let Value::Obj(r) = object
            && let Object::Instance(instance) = p.heap.get(r)
            && instance.payload.is_unset()
        {
            let class = instance.class;
            let plain = matches!(p.heap.get(class), Object::Class(c) if c.slots.is_none())
                && p.python_method(object, "__setstate__").is_none()
                && p.python_method(object, "__getattr__").is_none();
            if plain && self.set_attributes(p, r, state) {
                return Ok(());
            }
        }
        Err(Stop::Ask("build", object, state))
    }

    fn set_attributes(&mut self, p: &mut Process, r: Ref, state: Value) -> bool {
        let pairs: Vec<(Value, Value)> = match state {
            Value::Obj(s) => match p.heap.get(s) {
                Object::Dict(d) => d.iter().collect(),
                _ => return false,
            },
            _ => return false,
        };
        if pairs.iter().any(|(key, _)| p.str(*key).is_none()) {
            return false;
        }
        for (key, value) in pairs {
            let name = match key {
                Value::Obj(key) => p.intern_ref(key),
                _ => return false,
            };
            p.put_attribute(r, name, value);
        }
        true
    }
}

/// What is called so in a module that is loaded.
fn find(p: &Process, module: Value, name: Value) -> Option<Value> {
    let (module, path) = (p.str(module)?, p.str(name)?);
    let Value::Obj(found) = p.dict_get_str(p.modules, module)? else { return None };
    let Object::Module(m) = p.heap.get(found) else { return None };
    let mut dict = m.dict;
    let mut at = Value::None;
    for (n, part) in path.split('.').enumerate() {
        if n > 0 {
            let Value::Obj(class) = at else { return None };
            let Object::Class(c) = p.heap.get(class) else { return None };
            dict = c.dict;
        }
        at = p.dict_get_str(dict, part)?;
    }
    match at {
        // Wrappers are looked through by Python.
        Value::Obj(r) if matches!(p.heap.get(r), Object::StaticMethod(_) | Object::ClassMethod(_)) => None,
        _ => Some(at),
    }
}

/// A text with the escapes of `raw-unicode-escape` and of string literals.
fn unescaped(line: &str) -> String {
    let mut out = String::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let (digits, kept) = match chars.peek() {
            Some('u') => (4, 'u'),
            Some('U') => (8, 'U'),
            Some('x') => (2, 'x'),
            Some('n') => (0, '\n'),
            Some('t') => (0, '\t'),
            Some('r') => (0, '\r'),
            Some(&other @ ('\\' | '\'' | '"')) => (0, other),
            _ => {
                out.push('\\');
                continue;
            }
        };
        chars.next();
        if digits == 0 {
            out.push(kept);
            continue;
        }
        let code: String = chars.clone().take(digits).collect();
        match u32::from_str_radix(&code, 16).ok().and_then(char::from_u32).filter(|_| code.len() == digits) {
            Some(c) => {
                out.push(c);
                for _ in 0..digits {
                    chars.next();
                }
            }
            None => {
                out.push('\\');
                out.push(kept);
            }
        }
    }
    out
}
