//! Instructions that build, unpack, name and format.

use crate::classes;
use crate::code::{Code, CodeKind, Common};
use crate::dict::Dict;
use crate::format;
use crate::native::{Raise, Res, Then};
use crate::object::{CodeId, Function, Layout, Object, Super};
use crate::process::Process;
use crate::set::SetTable;
use crate::types::list;
use crate::value::{Ref, Value};
use crate::vm::frame::Cont;
use crate::vm::run::Flow;

impl Process {
    // -- names that are not there

    pub(crate) fn unbound_local(&mut self, name: Ref) -> Raise {
        let text = self.heap.str(name).unwrap_or("?");
        let message = format!("cannot access local variable '{text}' where it is not associated with a value");
        let raise = self.raise(classes::UNBOUND_LOCAL_ERROR, &message);
        self.set_exception_attr(raise.0, "name", Value::Obj(name));
        raise
    }

    pub(crate) fn unbound_cell(&mut self, code: &Code, name: Ref) -> Raise {
        let text = self.heap.str(name).unwrap_or("?").to_owned();
        if !code.free_names.contains(&text) {
            return self.unbound_local(name);
        }
        let message =
            format!("cannot access free variable '{text}' where it is not associated with a value in enclosing scope");
        let raise = self.raise(classes::NAME_ERROR, &message);
        self.set_exception_attr(raise.0, "name", Value::Obj(name));
        raise
    }

    /// An operator met an unset register: a local variable read before it was assigned.
    pub(crate) fn unset_operand(&mut self, instr: crate::code::Instr, first: bool) -> Raise {
        let register = if first { instr.b } else { instr.c };
        let name = self
            .frames
            .last()
            .and_then(|f| self.codes.get(f.code.0 as usize))
            .and_then(|l| l.code.variables.iter().find(|v| v.register == register))
            .map_or_else(|| "?".to_owned(), |v| v.name.clone());
        let name = self.intern(&name);
        self.unbound_local(name)
    }

    pub(crate) fn undefined(&mut self, name: Ref) -> Raise {
        let message = format!("name '{}' is not defined", self.heap.str(name).unwrap_or("?"));
        let raise = self.raise(classes::NAME_ERROR, &message);
        self.set_exception_attr(raise.0, "name", Value::Obj(name));
        raise
    }

    pub(crate) fn load_name(&mut self, stack: &mut Vec<Value>, globals: Ref, name: Ref, dst: u8) -> Res<Flow> {
        let namespace = self.frames.last().map_or(Value::Unset, |f| f.namespace);
        if let Value::Obj(n) = namespace {
            if matches!(self.heap.get(n), Object::Dict(_)) {
                if let Some(value) = self.dict_get_name(n, name) {
                    self.set_register(stack, dst, value);
                    return Ok(Flow::Next);
                }
            } else {
                // a metaclass's __prepare__ or exec() may give any mapping
                let func = self.prelude("_load_name");
                let globals = Value::Obj(globals);
                return self.call(
                    stack,
                    func,
                    &[namespace, Value::Obj(name), globals],
                    &[],
                    Cont::Store { dst, then: Then::Nothing },
                );
            }
        }
        let value =
            match self.dict_get_name(globals, name).or_else(|| self.dict_get_name(self.builtins_of(globals), name)) {
                Some(value) => value,
                None => return Err(self.undefined(name)),
            };
        self.set_register(stack, dst, value);
        Ok(Flow::Next)
    }

    pub(crate) fn store_name(&mut self, stack: &mut Vec<Value>, globals: Ref, name: Ref, value: Value) -> Res<Flow> {
        let namespace = self.frames.last().map_or(Value::Unset, |f| f.namespace);
        match namespace {
            Value::Obj(n) if !matches!(self.heap.get(n), Object::Dict(_)) => {
                self.set_item(stack, namespace, Value::Obj(name), value)
            }
            Value::Obj(n) => {
                self.dict_set_name(n, name, value);
                Ok(Flow::Next)
            }
            _ => {
                self.dict_set_name(globals, name, value);
                Ok(Flow::Next)
            }
        }
    }

    // -- functions and classes

    pub(crate) fn make_function(&mut self, code: CodeId, globals: Ref, flags: u8, parts: [Value; 4]) -> Value {
        let loaded = &self.codes[code.0 as usize];
        let block = std::sync::Arc::clone(&loaded.code);
        let mut parts = parts.into_iter();
        let mut next = |bit: u8| if flags & bit != 0 { parts.next().unwrap_or(Value::Unset) } else { Value::Unset };
        let (defaults, kw_defaults, annotations, closure) = (next(1), next(2), next(4), next(8));
        let defaults = self.items_slice(defaults).map(<[Value]>::to_vec).unwrap_or_default();
        let positional = usize::from(block.params.positional);
        let kw_defaults: Vec<Value> = match kw_defaults {
            Value::Obj(d) => block
                .variables
                .iter()
                .skip(positional)
                .take(usize::from(block.params.keyword_only))
                .map(|v| self.dict_get_str(d, &v.name).unwrap_or(Value::Unset))
                .collect(),
            _ => Vec::new(),
        };
        let closure: Vec<Ref> =
            self.items_slice(closure).map(|c| c.iter().filter_map(|v| v.as_ref()).collect()).unwrap_or_default();
        let name = Value::Obj(self.intern(&block.name));
        let qualname = Value::Obj(self.intern(&block.qualname));
        let doc = match &block.doc {
            Some(doc) if block.kind == CodeKind::Function => Value::Obj(self.intern(doc)),
            _ => Value::None,
        };
        let module = self.dict_get_str(globals, "__name__").unwrap_or(Value::None);
        self.alloc(Object::Function(Box::new(Function {
            code,
            name,
            qualname,
            globals,
            defaults,
            kw_defaults,
            closure,
            annotations,
            doc,
            module,
            dict: Value::Unset,
        })))
    }

    pub(crate) fn common(&mut self, number: u32) -> Value {
        match number {
            n if n == Common::AssertionError as u32 => Value::Obj(classes::ASSERTION_ERROR),
            n if n == Common::BuildClass as u32 => {
                self.dict_get_str(self.builtins, "__build_class__").unwrap_or_else(|| self.prelude("__build_class__"))
            }
            n if n == Common::NotImplementedError as u32 => Value::Obj(classes::NOT_IMPLEMENTED_ERROR),
            n if n == Common::TypeAlias as u32 => self.prelude("_type_alias"),
            n if n == Common::DisplayHook as u32 => self.prelude("_display_hook"),
            _ => self.prelude("_type_param"),
        }
    }

    /// `super()` in a method: the class from its cell, the first argument.
    pub(crate) fn make_super(&mut self, cell: Value, receiver: Value) -> Res<Value> {
        let class = match cell {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Cell(Value::Obj(class)) => Some(*class),
                _ => None,
            },
            _ => None,
        };
        let Some(class) = class else {
            return Err(self.raise(classes::RUNTIME_ERROR, "super(): empty __class__ cell"));
        };
        // the first argument may itself have become a cell, if a nested function captures it
        let receiver = match receiver {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Cell(inner) => *inner,
                _ => receiver,
            },
            _ => receiver,
        };
        self.super_object(class, receiver)
    }

    pub(crate) fn super_object(&mut self, class: Ref, receiver: Value) -> Res<Value> {
        let of = self.type_of(receiver);
        let start = match receiver {
            Value::Obj(r) if matches!(self.heap.get(r), Object::Class(_)) && self.is_subclass(r, class) => r,
            _ if self.is_subclass(of, class) => of,
            _ => return Err(self.type_error("super(type, obj): obj must be an instance or subtype of type")),
        };
        Ok(self.alloc(Object::Super(Box::new(Super { class, receiver, start }))))
    }

    // -- displays

    pub(crate) fn build_set(&mut self, stack: &mut Vec<Value>, items: &[Value], dst: u8) -> Res<Flow> {
        let mut table = SetTable::new();
        for &item in items {
            let Some(hash) = self.hash_native(item)? else { return self.set_from_list(stack, items, dst) };
            match self.set_find_native(&table, hash, item) {
                Some(Some(_)) => {}
                Some(None) => table.insert_new(hash, item),
                None => return self.set_from_list(stack, items, dst),
            }
        }
        let set = self.alloc(Object::Set(Box::new(table)));
        self.set_register(stack, dst, set);
        Ok(Flow::Next)
    }

    fn set_from_list(&mut self, stack: &mut Vec<Value>, items: &[Value], dst: u8) -> Res<Flow> {
        let list = self.new_list(items.to_vec());
        self.call(stack, Value::Obj(classes::SET), &[list], &[], Cont::Store { dst, then: Then::Nothing })
    }

    pub(crate) fn build_map(&mut self, stack: &mut Vec<Value>, items: &[Value], dst: u8) -> Res<Flow> {
        let dict = self.heap.alloc(Object::Dict(Box::new(Dict::with_capacity(items.len() / 2))));
        for (at, pair) in items.chunks_exact(2).enumerate() {
            if !self.dict_set_native(dict, pair[0], pair[1])? {
                let rest: Vec<Value> = items[at * 2..].to_vec();
                let rest = self.new_list(rest);
                return self.call_prelude(stack, "_fill_dict", &[Value::Obj(dict), rest], dst);
            }
        }
        self.set_register(stack, dst, Value::Obj(dict));
        Ok(Flow::Next)
    }

    pub(crate) fn extend_list(&mut self, stack: &mut Vec<Value>, target: Value, items: Value) -> Res<Flow> {
        let Value::Obj(r) = target else { return Ok(Flow::Next) };
        if list::extend(self, r, items)? {
            return Ok(Flow::Next);
        }
        let class = self.type_of(items);
        let iterable = ["__iter__", "__getitem__"].into_iter().any(|name| self.class_attr_str(class, name).is_some());
        if !iterable && !self.is_iterator(items) {
            let alone = self.items_slice(target).is_some_and(<[Value]>::is_empty);
            let whose = match self.callee_of_list(stack) {
                Some(func) if alone => format!("{} argument", self.function_display(func)),
                _ => "Value".to_owned(),
            };
            let message = format!("{whose} after * must be an iterable, not {}", self.type_name(items));
            return Err(self.type_error(&message));
        }
        let func = self.prelude("_list_extend");
        self.call(stack, func, &[target, items], &[], Cont::Ignore)
    }

    /// The function about to be called with the list in this instruction's register as its arguments, if it is one.
    fn callee_of_list(&self, stack: &[Value]) -> Option<Value> {
        use crate::code::Op;
        let (instr, base) = self.current_instr()?;
        let frame = self.frames.last()?;
        let code = &self.codes.get(frame.code.0 as usize)?.code;
        let function = instr.a.checked_sub(1)?;
        for later in code.instrs.get(frame.ip as usize..)? {
            match later.op {
                Op::CallEx if later.a == function => return stack.get(base + usize::from(function)).copied(),
                // the register begins another life: what was filled here was a display
                Op::BuildList if later.a == instr.a => return None,
                // several arguments make a display first; only a single `*x` is the call's own
                Op::ListAppend | Op::ListExtend if later.a == instr.a => return None,
                _ => {}
            }
        }
        None
    }

    /// `{**other}`.
    pub(crate) fn dict_update(&mut self, stack: &mut Vec<Value>, dict: Value, other: Value) -> Res<Flow> {
        let class = self.type_of(other);
        if self.class_attr_str(class, "keys").is_none() {
            let message = format!("'{}' object is not a mapping", self.type_name(other));
            return Err(self.type_error(&message));
        }
        self.call_type_method(stack, dict, "update", &[other], Cont::Ignore)
    }

    /// `f(**other)`.
    pub(crate) fn dict_merge(&mut self, stack: &mut Vec<Value>, dict: Value, other: Value, func: Value) -> Res<Flow> {
        let class = self.type_of(other);
        let name = self.function_display(func);
        if self.class_attr_str(class, "keys").is_none() {
            let message = format!("{name} argument after ** must be a mapping, not {}", self.type_name(other));
            return Err(self.type_error(&message));
        }
        if let (Some(Object::Dict(d)), Value::Obj(target)) = (self.object(other), dict) {
            let keys: Vec<Value> = d.iter().map(|(k, _)| k).collect();
            for key in keys {
                if let Some(text) = self.str(key).map(str::to_owned)
                    && self.dict_get_str(target, &text).is_some()
                {
                    let message = format!("{name} got multiple values for keyword argument '{text}'");
                    return Err(self.type_error(&message));
                }
            }
        }
        self.call_type_method(stack, dict, "update", &[other], Cont::Ignore)
    }

    /// A callable as messages name it: `module.function()`.
    pub(crate) fn function_display(&self, func: Value) -> String {
        let text = |v: Value| self.str(v).unwrap_or("?").to_owned();
        match self.object(func) {
            Some(Object::Function(f)) => match self.str(f.module) {
                Some("builtins") | None => format!("{}()", text(f.qualname)),
                Some(module) => format!("{module}.{}()", text(f.qualname)),
            },
            Some(Object::BoundMethod { func, .. }) => self.function_display(*func),
            Some(Object::Native(id)) => format!("{}()", crate::registry::def(*id).map_or("?", |d| d.name)),
            Some(Object::Class(c)) => format!("{}()", self.heap.str(c.qualname).unwrap_or("?")),
            _ => format!("{} object", self.type_name(func)),
        }
    }

    /// `a, b = source`, and with a star (`after` values follow it).
    pub(crate) fn unpack(
        &mut self,
        stack: &mut Vec<Value>,
        source: Value,
        dst: u8,
        before: usize,
        after: Option<usize>,
    ) -> Res<Flow> {
        if source.is_unset() {
            let name = self.intern("?");
            return Err(self.unbound_local(name));
        }
        let items = match self.items_slice(source) {
            Some(items) => items.to_vec(),
            None => {
                // a native iterator may be endless: take only what can be needed
                let native = self.iter_native(source);
                match native {
                    Some(Value::Obj(iterator)) => {
                        let mut items = Vec::new();
                        while let Some(item) = self.iter_next(iterator)? {
                            items.push(item);
                            if after.is_none() && items.len() > before {
                                break;
                            }
                        }
                        items
                    }
                    _ => {
                        let class = self.type_of(source);
                        let iterable = self.class_attr_str(class, "__iter__").is_some()
                            || self.class_attr_str(class, "__getitem__").is_some()
                            || matches!(self.object(source), Some(Object::Generator(_) | Object::File(_)));
                        if !iterable {
                            let message = format!("cannot unpack non-iterable {} object", self.type_name(source));
                            return Err(self.type_error(&message));
                        }
                        let limit = match after {
                            None => Value::Int(before as i64 + 1),
                            Some(_) => Value::None,
                        };
                        let func = self.prelude("_take");
                        let cont =
                            Cont::Unpack { dst, before: before as u16, after: after.map_or(u16::MAX, |n| n as u16) };
                        return self.call(stack, func, &[source, limit], &[], cont);
                    }
                }
            }
        };
        self.unpack_items(stack, &items, dst, before, after)
    }

    pub(crate) fn unpack_items(
        &mut self,
        stack: &mut [Value],
        items: &[Value],
        dst: u8,
        before: usize,
        after: Option<usize>,
    ) -> Res<Flow> {
        let base = self.frames.last().map_or(0, |f| f.base as usize) + dst as usize;
        match after {
            None => {
                if items.len() > before {
                    let message = format!("too many values to unpack (expected {before})");
                    return Err(self.value_error(&message));
                }
                if items.len() < before {
                    let message = format!("not enough values to unpack (expected {before}, got {})", items.len());
                    return Err(self.value_error(&message));
                }
                stack[base..base + before].copy_from_slice(items);
            }
            Some(after) => {
                if items.len() < before + after {
                    let message = format!(
                        "not enough values to unpack (expected at least {}, got {})",
                        before + after,
                        items.len()
                    );
                    return Err(self.value_error(&message));
                }
                let middle = items.len() - after;
                stack[base..base + before].copy_from_slice(&items[..before]);
                stack[base + before] = self.new_list(items[before..middle].to_vec());
                stack[base + before + 1..base + before + 1 + after].copy_from_slice(&items[middle..]);
            }
        }
        Ok(Flow::Next)
    }

    // -- formatting

    pub(crate) fn format_value(
        &mut self,
        stack: &mut Vec<Value>,
        value: Value,
        conversion: u8,
        spec: Value,
        dst: u8,
    ) -> Res<Flow> {
        let text = self.str(spec).unwrap_or("").to_owned();
        if !text.is_empty() {
            self.charge(crate::cost::Cost::FormatSpec);
        }
        if conversion == 0 && text.is_empty() && self.type_of(value) == classes::STR {
            self.set_register(stack, dst, value);
            return Ok(Flow::Next);
        }
        if (!self.is_python_object(value) || conversion != 0)
            && let Some(result) = format::format_value(self, value, conversion, &text)?
        {
            self.set_register(stack, dst, result);
            return Ok(Flow::Next);
        }
        let spec = if spec.is_unset() { Value::Obj(self.intern("")) } else { spec };
        self.call_prelude(stack, "_format_value", &[value, Value::Int(i64::from(conversion)), spec], dst)
    }

    pub(crate) fn len_of(&mut self, stack: &mut Vec<Value>, value: Value, cont: Cont) -> Res<Flow> {
        if let Some(func) = self.python_method(value, "__len__") {
            return self.call(stack, func, &[value], &[], cont);
        }
        match crate::types::items::len_value(self, value) {
            Some(n) => self.deliver(stack, cont, n),
            None => {
                let message = format!("object of type '{}' has no len()", self.type_name(value));
                Err(self.type_error(&message))
            }
        }
    }

    // -- match

    pub(crate) fn is_match_sequence(&self, value: Value) -> bool {
        match self.object(value) {
            Some(Object::List(_) | Object::Tuple(_) | Object::Range(_) | Object::MemoryView(_)) => true,
            _ => self.has_class_mark(value, "_is_sequence_pattern"),
        }
    }

    pub(crate) fn is_match_mapping(&self, value: Value) -> bool {
        match self.object(value) {
            Some(Object::Dict(_) | Object::MappingProxy { .. }) => true,
            _ => self.has_class_mark(value, "_is_mapping_pattern"),
        }
    }

    /// Library base classes (collections.abc.Sequence, Mapping) carry a mark for patterns.
    fn has_class_mark(&self, value: Value, mark: &str) -> bool {
        match self.heap.get(self.type_of(value)) {
            Object::Class(c) => c
                .mro
                .iter()
                .any(|&k| matches!(self.heap.get(k), Object::Class(k) if self.dict_get_str(k.dict, mark).is_some())),
            _ => false,
        }
    }

    /// Whether a class's instances are exceptions.
    #[must_use]
    pub fn is_exception_class(&self, class: Ref) -> bool {
        self.layout_of(class) == Layout::Exception
    }
}
