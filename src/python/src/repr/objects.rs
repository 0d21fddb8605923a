//! Representations of functions, classes, modules, iterators and other objects without a literal form.

use super::{Writer, address, class_flags, quoted};
use crate::native::Bind;
use crate::number::fault::Pure;
use crate::object::{Iter, NativeId, Object};
use crate::process::Process;
use crate::value::{Ref, Value};
use crate::{classes, registry};

/// `module.qualname` of a class, or its bare name when it is built in.
pub(super) fn qualified(vm: &Process, class: Ref) -> String {
    let Object::Class(c) = vm.heap.get(class) else { return "object".to_owned() };
    let qualname = vm.heap.str(c.qualname).unwrap_or("?");
    match vm.dict_get_str(c.dict, "__module__").and_then(|m| vm.str(m)) {
        Some("builtins") => qualname.to_owned(),
        Some(module) => format!("{module}.{qualname}"),
        None if c.builtin => match builtin_module(class) {
            Some(module) => format!("{module}.{qualname}"),
            None => qualname.to_owned(),
        },
        None => format!("__main__.{qualname}"),
    }
}

/// Module of a built-in class that is not in `builtins`.
fn builtin_module(class: Ref) -> Option<&'static str> {
    Some(match class {
        classes::RANDOM => "random",
        classes::FILE | classes::STRING_IO | classes::BYTES_IO => "_io",
        classes::LOCK | classes::RLOCK => "_thread",
        classes::COUNT | classes::REPEAT => "itertools",
        classes::GENERIC_ALIAS | classes::UNION_TYPE => "types",
        _ => return None,
    })
}

/// Class or module that a native belongs to.
fn owner_of(id: NativeId) -> Option<(&'static str, bool)> {
    registry::tables().filter(|(_, first)| *first <= id.0).last().map(|(table, _)| (table.owner, table.is_class))
}

/// `str(exception)`.
pub(super) fn exception_str(vm: &Process, r: Ref) -> Pure<Option<String>> {
    let Object::Exception(e) = vm.heap.get(r) else { return Ok(None) };
    let items = vm.items_slice(e.args).unwrap_or(&[]);
    let is = |base| vm.is_subclass(e.class, base);
    if is(classes::OS_ERROR) && matches!(items.len(), 2 | 3) {
        return os_error_str(vm, e.dict, items);
    }
    if let [codec, object, Value::Int(start), Value::Int(end), reason] = *items
        && (is(classes::UNICODE_ENCODE_ERROR) || is(classes::UNICODE_DECODE_ERROR))
        && let (Some(codec), Some(reason)) = (vm.str(codec), vm.str(reason))
    {
        return Ok(Some(unicode_error_str(vm, codec, object, start, end, reason)));
    }
    if is(classes::BASE_EXCEPTION_GROUP)
        && let [message, members] = items
        && let Some(n) = vm.items_slice(*members).map(<[Value]>::len)
    {
        let text = super::text_str(vm, *message)?;
        return Ok(text.map(|text| format!("{text} ({n} sub-exception{})", if n == 1 { "" } else { "s" })));
    }
    if is(classes::SYNTAX_ERROR)
        && let [message, place] = items
        && let Some([file, Value::Int(line), ..]) = vm.items_slice(*place)
        && let (Some(message), Some(file)) = (vm.str(*message), vm.str(*file))
    {
        return Ok(Some(format!("{message} ({file}, line {line})")));
    }
    match items {
        [] => Ok(Some(String::new())),
        [only] if is(classes::KEY_ERROR) => Writer::new(vm).text_of(*only),
        [only] => super::text_str(vm, *only),
        _ => Writer::new(vm).text_of(e.args),
    }
}

/// `'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)`.
fn unicode_error_str(vm: &Process, codec: &str, object: Value, start: i64, end: i64, reason: &str) -> String {
    let at = usize::try_from(start).unwrap_or(0);
    let single = end == start + 1;
    let place =
        if single { format!("in position {start}") } else { format!("in position {start}-{}", end.saturating_sub(1)) };
    let what = match (vm.str(object), vm.bytes(object)) {
        (Some(text), _) => match text.chars().nth(at).filter(|_| single) {
            Some(c) => {
                let mut escaped = String::new();
                super::push_escape(&mut escaped, c);
                format!("encode character '{escaped}'")
            }
            None => "encode characters".to_owned(),
        },
        (None, Some(bytes)) => match bytes.get(at).filter(|_| single) {
            Some(b) => format!("decode byte 0x{b:02x}"),
            None => "decode bytes".to_owned(),
        },
        (None, None) => "convert".to_owned(),
    };
    format!("'{codec}' codec can't {what} {place}: {reason}")
}

/// `[Errno 2] No such file or directory: 'x'`.
fn os_error_str(vm: &Process, dict: Value, items: &[Value]) -> Pure<Option<String>> {
    let (Some(errno), Some(message)) = (super::text_str(vm, items[0])?, super::text_str(vm, items[1])?) else {
        return Ok(None);
    };
    let named = match dict {
        Value::Obj(d) => vm.dict_get_str(d, "filename").filter(|v| !v.is_none()),
        _ => None,
    };
    let file = match named.or_else(|| items.get(2).copied()) {
        Some(file) => match Writer::new(vm).text_of(file)? {
            Some(text) => format!(": {text}"),
            None => return Ok(None),
        },
        None => String::new(),
    };
    let second = match dict {
        Value::Obj(d) => vm.dict_get_str(d, "filename2").filter(|v| !v.is_none()),
        _ => None,
    };
    let second = match second {
        Some(second) => Writer::new(vm).text_of(second)?.map_or(String::new(), |text| format!(" -> {text}")),
        None => String::new(),
    };
    Ok(Some(format!("[Errno {errno}] {message}{file}{second}")))
}

impl Writer<'_> {
    fn push_at(&mut self, what: &str, r: Ref) {
        self.out.push_str(&format!("<{what} at {:#x}>", address(r)));
    }

    fn text(&self, value: Value) -> &str {
        self.vm.str(value).unwrap_or("?")
    }

    /// Objects shown by what they are; `false`: Python code has a say.
    pub(super) fn other(&mut self, r: Ref) -> Pure<bool> {
        let vm = self.vm;
        match vm.heap.get(r) {
            Object::Function(f) => {
                let what = format!("function {}", self.text(f.qualname));
                self.push_at(&what, r);
            }
            Object::Native(id) => {
                let Some(def) = registry::def(*id) else { return Ok(false) };
                match (def.bind, owner_of(*id)) {
                    (Bind::Method, Some((owner, true))) if def.name.starts_with("__") => {
                        self.out.push_str(&format!("<slot wrapper '{}' of '{owner}' objects>", def.name));
                    }
                    (Bind::Method | Bind::Class, Some((owner, true))) => {
                        self.out.push_str(&format!("<method '{}' of '{owner}' objects>", def.name));
                    }
                    (Bind::Getter, Some((owner, true))) => {
                        self.out.push_str(&format!("<attribute '{}' of '{owner}' objects>", def.name));
                    }
                    _ => self.out.push_str(&format!("<built-in function {}>", def.name)),
                }
            }
            Object::BoundMethod { func, receiver } => return self.bound(*func, *receiver),
            Object::Class(c) => {
                if class_flags(vm, c.metaclass).repr {
                    return Ok(false);
                }
                let name = qualified(vm, r);
                self.out.push_str(&format!("<class '{name}'>"));
            }
            Object::Module(m) => {
                // A main module that was imported again is `__mp_main__`.
                let own = vm.dict_get_str(m.dict, "__name__").and_then(|name| vm.str(name));
                let name = quoted(own.or(vm.heap.str(m.name)).unwrap_or("?"));
                let file = vm.dict_get_str(m.dict, "__file__").and_then(|f| vm.str(f)).map(quoted);
                self.out.push_str(&match file {
                    Some(file) => format!("<module {name} from {file}>"),
                    None if vm.knows_module(vm.heap.str(m.name).unwrap_or("")) => format!("<module {name} (built-in)>"),
                    None => format!("<module {name}>"),
                });
            }
            Object::Cell(value) => {
                let inside = match value {
                    Value::Unset => "empty".to_owned(),
                    value => {
                        let place = value.as_ref().map_or(0x7f00_0000_0000, address);
                        format!("{} object at {place:#x}", vm.type_name(*value))
                    }
                };
                self.out.push_str(&format!("<cell at {:#x}: {inside}>", address(r)));
            }
            Object::Generator(g) => {
                let kind = match g.shown_class {
                    Value::Obj(class) => {
                        let what = format!("{} object", vm.class_name(class));
                        self.push_at(&what, r);
                        return Ok(true);
                    }
                    _ => match g.kind {
                        crate::object::GeneratorKind::Generator => "generator",
                        crate::object::GeneratorKind::Coroutine => "coroutine",
                        crate::object::GeneratorKind::AsyncGenerator => "async_generator",
                    },
                };
                let what = format!("{kind} object {}", self.text(g.qualname));
                self.push_at(&what, r);
            }
            Object::StaticMethod(inner) => return self.around("<staticmethod(", *inner, ")>"),
            Object::ClassMethod(inner) => return self.around("<classmethod(", *inner, ")>"),
            Object::Super(s) => {
                let class = format!("<super: <class '{}'>, ", vm.class_name(s.class));
                self.out.push_str(&class);
                let what = match s.receiver {
                    Value::Unset | Value::None => "NULL>".to_owned(),
                    receiver => format!("<{} object>>", vm.type_name(receiver)),
                };
                self.out.push_str(&what);
            }
            Object::Code(id) => {
                let Some(loaded) = vm.codes.get(id.0 as usize) else { return Ok(false) };
                let file = vm.sources.get(loaded.source as usize).map_or("?", |source| &source.name);
                let (name, line) = (&loaded.code.name, loaded.code.first_line.max(1));
                let what = format!("<code object {name} at {:#x}, file \"{file}\", line {line}>", address(r));
                self.out.push_str(&what);
            }
            Object::Iter(iter) => match &**iter {
                Iter::Count { next, step } => {
                    let (next, step) = (*next, *step);
                    return if matches!(step, Value::Int(1)) {
                        self.items(&[next], "count(", ")")
                    } else {
                        self.items(&[next, step], "count(", ")")
                    };
                }
                Iter::Repeat { value, left } => {
                    let (value, left) = (*value, *left);
                    return match left {
                        None => self.items(&[value], "repeat(", ")"),
                        Some(n) => self.items(&[value, Value::Int(n as i64)], "repeat(", ")"),
                    };
                }
                _ => self.plain(r),
            },
            Object::Alias(a) => {
                let (origin, args, union) = (a.origin, a.args, a.union);
                return self.guarded(r, "...", |w| w.alias(origin, args, union));
            }
            Object::File(f) if f.path.is_some() || f.std_stream.is_some() => {
                let mode = match (f.readable, f.writable, f.binary) {
                    (true, false, false) => "r",
                    (false, true, false) => "w",
                    (true, true, false) => "r+",
                    (true, false, true) => "rb",
                    (false, true, true) => "wb",
                    _ => "rb+",
                };
                let name = match super::repr_native(vm, f.name) {
                    Some(name) => name,
                    None => return Ok(false),
                };
                self.out.push_str(&if f.binary {
                    format!("<_io.BufferedReader name={name}>")
                } else {
                    format!("<_io.TextIOWrapper name={name} mode='{mode}' encoding='UTF-8'>")
                });
            }
            Object::MemoryView(_) => self.push_at("memory", r),
            _ => self.plain(r),
        }
        Ok(true)
    }

    fn around(&mut self, before: &str, inner: Value, after: &str) -> Pure<bool> {
        self.out.push_str(before);
        let done = self.value(inner)?;
        self.out.push_str(after);
        Ok(done)
    }

    fn bound(&mut self, func: Value, receiver: Value) -> Pure<bool> {
        let vm = self.vm;
        if let Value::Obj(f) = func {
            match vm.heap.get(f) {
                Object::Native(id) => {
                    let def = registry::def(*id);
                    let name = def.map_or("?", |d| d.name);
                    if let (Value::Obj(class), Some(Bind::Getter)) = (receiver, def.map(|d| d.bind)) {
                        let what = format!("<attribute '{name}' of '{}' objects>", vm.class_name(class));
                        self.out.push_str(&what);
                        return Ok(true);
                    }
                    let what = match receiver {
                        Value::Obj(r) if name.starts_with("__") && def.is_some_and(|d| d.bind == Bind::Method) => {
                            format!(
                                "<method-wrapper '{name}' of {} object at {:#x}>",
                                vm.type_name(receiver),
                                address(r)
                            )
                        }
                        Value::Obj(r) => format!(
                            "<built-in method {name} of {} object at {:#x}>",
                            vm.type_name(receiver),
                            address(r)
                        ),
                        _ => format!("<built-in method {name} of {} object>", vm.type_name(receiver)),
                    };
                    self.out.push_str(&what);
                    return Ok(true);
                }
                Object::Function(function) => {
                    let name = format!("<bound method {} of ", self.text(function.qualname));
                    return self.around(&name, receiver, ">");
                }
                _ => {}
            }
        }
        self.around("<bound method ? of ", receiver, ">")
    }

    /// `list[int]`, `int | None`.
    fn alias(&mut self, origin: Value, args: Value, union: bool) -> Pure<bool> {
        let items = self.vm.items_slice(args).unwrap_or(&[]);
        if !union {
            if !self.type_name(origin)? {
                return Ok(false);
            }
            self.out.push('[');
        }
        for (i, &item) in items.iter().enumerate() {
            if i > 0 {
                self.out.push_str(if union { " | " } else { ", " });
            }
            if !self.type_name(item)? {
                return Ok(false);
            }
        }
        if !union {
            if items.is_empty() {
                self.out.push_str("()");
            }
            self.out.push(']');
        }
        Ok(true)
    }

    /// A part of an alias: classes by name, `None` for its type, `...` for the ellipsis.
    fn type_name(&mut self, part: Value) -> Pure<bool> {
        match part {
            Value::Ellipsis => self.out.push_str("..."),
            Value::Obj(classes::NONE_TYPE) => self.out.push_str("None"),
            Value::Obj(r) if matches!(self.vm.heap.get(r), Object::Class(_)) => {
                let name = qualified(self.vm, r);
                self.out.push_str(&name);
            }
            other => return self.value(other),
        }
        Ok(true)
    }
}
