//! Calling: functions, natives, classes, bound methods, instances. Binding arguments is in `bind`, making instances in `construct`, where results go in `deliver`.

use crate::classes;
use crate::cost::Cost;
use crate::exit::Exit;
use crate::native::{Args, Bind, MANY, Native, NativeResult, Raise, Res, Then};
use crate::object::{Layout, NativeId, Object};
use crate::process::Process;
use crate::registry;
use crate::value::{Ref, Value};
use crate::vm::frame::{Cont, Frame, Pending};
use crate::vm::run::{Flow, WINDOW, grow};

type Keywords<'a> = &'a [(Value, Value)];

impl Process {
    /// Where a callee's window may start: above everything the topmost frame uses.
    pub(crate) fn stack_top(&self) -> usize {
        match self.frames.last() {
            Some(f) => {
                let registers = self.codes.get(f.code.0 as usize).map_or(0, |l| usize::from(l.code.registers));
                f.base as usize + registers
            }
            None => 0,
        }
    }

    #[inline]
    pub(crate) fn set_register(&mut self, stack: &mut [Value], dst: u8, value: Value) {
        let base = self.frames.last().map_or(0, |f| f.base as usize);
        stack[base + dst as usize] = value;
    }

    /// The instruction before the topmost frame's `ip`, and its base.
    pub(crate) fn current_instr(&self) -> Option<(crate::code::Instr, usize)> {
        let frame = self.frames.last()?;
        let loaded = self.codes.get(frame.code.0 as usize)?;
        let instr = *loaded.code.instrs.get((frame.ip as usize).checked_sub(1)?)?;
        Some((instr, frame.base as usize))
    }

    pub(crate) fn current_const(&self, index: u8) -> Value {
        self.frames
            .last()
            .and_then(|f| self.codes.get(f.code.0 as usize))
            .and_then(|l| l.consts.get(index as usize).copied())
            .unwrap_or(Value::None)
    }

    /// Calls anything callable. The result arrives through `cont`: at once (`Flow::Next`), or when the frame that was
    /// pushed returns (`Flow::Frame`).
    pub(crate) fn call(
        &mut self,
        stack: &mut Vec<Value>,
        func: Value,
        args: &[Value],
        kwargs: Keywords<'_>,
        cont: Cont,
    ) -> Res<Flow> {
        let Value::Obj(r) = func else { return Err(self.not_callable(func)) };
        match self.heap.get(r) {
            Object::Function(f) => {
                let (code, globals) = (f.code, f.globals);
                self.charge(Cost::CallFunction);
                self.charge_n(Cost::CallArg, args.len());
                self.push_call(stack, func, code, globals, Value::Unset, args, kwargs, cont)?;
                Ok(Flow::Frame)
            }
            Object::Native(id) => {
                let id = *id;
                let result = self.call_native(id, args, kwargs)?;
                self.finish_native(stack, result, cont)
            }
            Object::BoundMethod { func, receiver } => {
                let (func, receiver) = (*func, *receiver);
                let mut all = Vec::with_capacity(args.len() + 1);
                all.push(receiver);
                all.extend_from_slice(args);
                self.call(stack, func, &all, kwargs, cont)
            }
            Object::Class(_) => self.instantiate(stack, r, args, kwargs, cont),
            Object::StaticMethod(f) => {
                let f = *f;
                self.call(stack, f, args, kwargs, cont)
            }
            Object::Alias(a) if !a.union => {
                let origin = a.origin;
                self.call(stack, origin, args, kwargs, cont)
            }
            _ => {
                let (target, receiver) = self.call_target(func)?;
                let mut all = Vec::with_capacity(args.len() + 1);
                all.extend(receiver);
                all.extend_from_slice(args);
                self.call(stack, target, &all, kwargs, cont)
            }
        }
    }

    /// What a call of an object with `__call__` comes to: something callable by itself, and the receiver where it takes one.
    fn call_target(&mut self, func: Value) -> Res<(Value, Option<Value>)> {
        let mut current = func;
        // a class may say `__call__ = Class()`, for ever
        for _ in 0..self.limits.recursion {
            let class = self.type_of(current);
            let Some(call) = self.class_attr_str(class, "__call__") else { return Err(self.not_callable(func)) };
            match self.object(call) {
                Some(Object::Function(_) | Object::Native(_)) => return Ok((call, Some(current))),
                Some(&Object::ClassMethod(f)) => return Ok((f, Some(Value::Obj(class)))),
                Some(&Object::StaticMethod(f)) => current = f,
                _ => current = call,
            }
            if let Some(Object::Function(_) | Object::Native(_) | Object::BoundMethod { .. } | Object::Class(_)) =
                self.object(current)
            {
                return Ok((current, None));
            }
        }
        Err(self.too_deep())
    }

    /// As `call`, with the arguments in registers.
    #[inline(never)]
    pub(crate) fn call_registers(
        &mut self,
        stack: &mut Vec<Value>,
        func: Value,
        first: usize,
        count: usize,
        dst: u8,
    ) -> Res<Flow> {
        let mut few = [Value::Unset; 8];
        let cont = Cont::Store { dst, then: Then::Nothing };
        let Some(passed) = stack.get(first..first + count) else { return Ok(Flow::Next) };
        match few.get_mut(..count) {
            Some(args) => {
                args.copy_from_slice(passed);
                self.call(stack, func, args, &[], cont)
            }
            None => {
                let args = passed.to_vec();
                self.call(stack, func, &args, &[], cont)
            }
        }
    }

    /// What the loop leaves to others after running a native: everything but a plain result.
    #[inline(never)]
    pub(crate) fn finish_native_call(&mut self, stack: &mut Vec<Value>, result: NativeResult, dst: u8) -> Res<Flow> {
        self.finish_native(stack, result?, Cont::Store { dst, then: Then::Nothing })
    }

    /// `Class(…)` with the arguments in registers. For a class of plain Python with an `__init__`, the callee's window is
    /// laid over the arguments, with the new instance in the register before them.
    #[inline(never)]
    pub(crate) fn construct(
        &mut self,
        stack: &mut Vec<Value>,
        class: Ref,
        first: usize,
        count: usize,
        dst: u8,
    ) -> Res<Flow> {
        if let Object::Class(c) = self.heap.get(class)
            && c.metaclass == classes::TYPE
            && c.flags.init
            && !c.flags.new
            && !c.flags.is_abstract
            && !c.builtin
            && matches!(c.layout, Layout::Plain)
            && let Some(Value::Obj(init)) = self.class_attr_str(class, "__init__")
            && let Object::Function(f) = self.heap.get(init)
        {
            let (code, globals) = (f.code, f.globals);
            let (simple, locals) =
                self.codes.get(code.0 as usize).map_or((None, 0), |l| (l.simple_positional, usize::from(l.locals)));
            if simple == Some(count as u16 + 1) {
                self.charge(Cost::InstanceNew);
                let instance = self.new_instance(class, Value::Unset);
                let Value::Obj(made) = instance else { return Ok(Flow::Next) };
                self.charge(Cost::CallFunction);
                self.charge_n(Cost::CallArg, count + 1);
                if self.at_recursion_limit() {
                    return Err(self.too_deep());
                }
                let base = first - 1;
                if stack.len() < base + 2 * WINDOW {
                    grow(stack, base);
                }
                stack[base] = instance;
                if let Some(unset) = stack.get_mut(first + count..base + locals.max(count + 1)) {
                    unset.fill(Value::Unset);
                }
                self.frames.push(Frame {
                    code,
                    ip: 0,
                    base: base as u32,
                    func: Value::Obj(init),
                    globals,
                    namespace: Value::Unset,
                    cont: Cont::Init { dst, instance: made },
                    handling_before: self.handling,
                    generator: Value::Unset,
                });
                return Ok(Flow::Frame);
            }
        }
        self.call_registers(stack, Value::Obj(class), first, count, dst)
    }

    pub(super) fn not_callable(&mut self, func: Value) -> Raise {
        let message = format!("'{}' object is not callable", self.type_name(func));
        self.type_error(&message)
    }

    pub(crate) fn call_prelude(&mut self, stack: &mut Vec<Value>, name: &str, args: &[Value], dst: u8) -> Res<Flow> {
        let func = self.prelude(name);
        self.call(stack, func, args, &[], Cont::Store { dst, then: Then::Nothing })
    }

    /// Calls the method that the value's type has under this name, as special methods are looked up.
    pub(crate) fn call_type_method(
        &mut self,
        stack: &mut Vec<Value>,
        receiver: Value,
        name: &'static str,
        args: &[Value],
        cont: Cont,
    ) -> Res<Flow> {
        let class = self.type_of(receiver);
        match self.class_attr_str(class, name) {
            Some(func) => {
                let func = self.called_with_receiver(func);
                let mut all = vec![receiver];
                all.extend_from_slice(args);
                self.call(stack, func, &all, &[], cont)
            }
            None => {
                let name = self.intern(name);
                Err(self.no_attribute(receiver, name))
            }
        }
    }

    /// Runs a native; arguments are brought into the order of its declaration.
    #[inline]
    pub(crate) fn call_native(&mut self, id: NativeId, args: &[Value], kwargs: Keywords<'_>) -> NativeResult {
        let Some(def) = registry::def(id) else { return Ok(Native::Done(Value::None)) };
        self.charge(def.cost);
        if self.spin.probe.is_some() {
            self.spin.calls(def);
        }
        if def.name == "__new__"
            && let Some(&Value::Obj(class)) = args.first()
            && self.has_payload(class)
            && let Some(base) = self.builtin_base(class)
        {
            return self.new_in_subclass(def, class, base, args, kwargs);
        }
        let fits =
            if def.max == MANY { args.len() >= usize::from(def.min) } else { args.len() == usize::from(def.max) };
        let result = if kwargs.is_empty() && fits {
            (def.run)(self, &Args { pos: args, kw: &[] })
        } else {
            self.call_native_arranged(def, args, kwargs)
        };
        match result {
            Err(raise) if kwargs.is_empty() => self.again_with_integers(id, args, raise),
            result => result,
        }
    }

    /// A native that wanted an integer and got an object with an `__index__` of Python code is called again with what that
    /// gives. Natives look at their arguments before they do anything.
    #[cold]
    #[inline(never)]
    fn again_with_integers(&mut self, id: NativeId, args: &[Value], raise: Raise) -> NativeResult {
        let wrong = self.heap.type_of(raise.0) == classes::TYPE_ERROR;
        if wrong
            && let Some(def) = registry::def(id)
            && let Some(rest) = self.exception_text(raise.0).and_then(|m| m.strip_prefix("descriptor requires a "))
        {
            let message = if def.name.starts_with("__") {
                format!("descriptor '{}' requires a {rest}", def.name)
            } else {
                let rest = rest.replace(" object but received", " objects doesn't apply to");
                format!("descriptor '{}' for {rest} object", def.name)
            };
            return Err(self.type_error(&message));
        }
        let wanted =
            wrong && self.exception_text(raise.0).is_some_and(|m| m.contains("integer") || m.contains("to bytes"));
        let Some(def) = registry::def(id).filter(|_| wanted) else { return Err(raise) };
        let receivers = usize::from(def.bind == Bind::Method || def.name == "__new__");
        let indexed = |vm: &Self, value: Value| {
            matches!(vm.object(value), Some(Object::Instance(i)) if i.payload.is_unset())
                && crate::types::support::has_method(vm, value, "__index__")
        };
        let any = args.iter().skip(receivers).any(|&arg| match self.object(arg) {
            Some(Object::List(_) | Object::Tuple(_)) => {
                self.items_slice(arg).is_some_and(|items| items.iter().any(|&item| indexed(self, item)))
            }
            _ => indexed(self, arg),
        });
        if !any {
            return Err(raise);
        }
        let mut all = vec![self.alloc(Object::Native(id)), Value::Int(receivers as i64)];
        all.extend(args.iter().copied().take_while(|arg| !arg.is_unset()));
        Ok(Native::call(self.prelude("_call_with_integers"), &all))
    }

    /// What an exception that a native has made says.
    pub(crate) fn exception_text(&self, exception: Ref) -> Option<&str> {
        let Object::Exception(e) = self.heap.get(exception) else { return None };
        self.str(*self.items_slice(e.args)?.first()?)
    }

    /// The built-in class whose value the instances of a Python class hold; `None` for a built-in class itself.
    fn builtin_base(&self, class: Ref) -> Option<Ref> {
        let Object::Class(c) = self.heap.get(class) else { return None };
        if c.builtin {
            return None;
        }
        c.mro.iter().copied().find(|&k| matches!(self.heap.get(k), Object::Class(k) if k.builtin))
    }

    /// `int.__new__(Sub, …)`: the built-in value is made first, then an instance of the subclass around it.
    fn new_in_subclass(
        &mut self,
        def: &crate::native::NativeDef,
        class: Ref,
        base: Ref,
        args: &[Value],
        kwargs: Keywords<'_>,
    ) -> NativeResult {
        let mut plain = args.to_vec();
        if let Some(first) = plain.first_mut() {
            *first = Value::Obj(base);
        }
        match self.call_native_arranged(def, &plain, kwargs)? {
            Native::Done(value) if self.type_of(value) != class => Ok(Native::Done(self.new_instance(class, value))),
            Native::Call { func, args, kwargs, .. } => {
                let args = self.new_tuple(args);
                let kwargs = self.dict_of_pairs(&kwargs);
                Ok(Native::call(self.prelude("_new_around"), &[Value::Obj(class), func, args, kwargs]))
            }
            other => Ok(other),
        }
    }

    fn call_native_arranged(
        &mut self,
        def: &crate::native::NativeDef,
        args: &[Value],
        kwargs: Keywords<'_>,
    ) -> NativeResult {
        if def.max == MANY {
            if args.len() < usize::from(def.min) {
                return Err(self.wrong_native_count(def, args.len()));
            }
            if !kwargs.is_empty() && def.names != ["*"] {
                for &(name, _) in kwargs {
                    let known = self.str(name).is_some_and(|n| def.names.contains(&n));
                    if !known {
                        return Err(self.unexpected_keyword(def.name, name));
                    }
                }
            }
            return (def.run)(self, &Args { pos: args, kw: kwargs });
        }
        let max = usize::from(def.max);
        if args.len() > max {
            return Err(self.wrong_native_count(def, args.len()));
        }
        let mut all = [Value::Unset; 16];
        let Some(slots) = all.get_mut(..max) else { return Ok(Native::Done(Value::None)) };
        slots[..args.len()].copy_from_slice(args);
        for &(name, value) in kwargs {
            let at = self.str(name).and_then(|n| def.names.iter().position(|d| *d == n));
            match at {
                Some(at) if at < max && slots[at].is_unset() => slots[at] = value,
                Some(at) if at < max => {
                    let message = format!(
                        "argument for {}() given by name ('{}') and position ({})",
                        def.name,
                        self.str(name).unwrap_or("?"),
                        at + 1 - usize::from(def.bind == Bind::Method)
                    );
                    return Err(self.type_error(&message));
                }
                _ => {
                    if def.names.is_empty() {
                        let message = format!("{}() takes no keyword arguments", self.native_display(def));
                        return Err(self.type_error(&message));
                    }
                    return Err(self.unexpected_keyword(def.name, name));
                }
            }
        }
        if slots[..usize::from(def.min)].iter().any(|v| v.is_unset()) {
            return Err(self.wrong_native_count(def, args.len()));
        }
        (def.run)(self, &Args { pos: slots, kw: &[] })
    }

    fn unexpected_keyword(&mut self, func: &str, name: Value) -> Raise {
        let message = format!("'{}' is an invalid keyword argument for {func}()", self.str(name).unwrap_or("?"));
        self.type_error(&message)
    }

    pub(crate) fn native_display(&self, def: &crate::native::NativeDef) -> String {
        for (table, _) in registry::tables() {
            if table.is_class && table.items.iter().any(|d| std::ptr::eq(d, def)) && def.name != "__new__" {
                return format!("{}.{}", table.owner, def.name);
            }
            if table.is_class && table.items.iter().any(|d| std::ptr::eq(d, def)) {
                return table.owner.to_owned();
            }
            let shown = !table.is_class && table.owner != "builtins" && !table.owner.starts_with('_');
            if shown && table.items.iter().any(|d| std::ptr::eq(d, def)) {
                return format!("{}.{}", table.owner, def.name);
            }
        }
        def.name.to_owned()
    }

    fn wrong_native_count(&mut self, def: &crate::native::NativeDef, given: usize) -> Raise {
        let bound = usize::from(matches!(def.bind, Bind::Method | Bind::Class | Bind::Getter) || def.name == "__new__");
        let special = def.name.starts_with("__");
        if given < bound {
            let shown = self.native_display(def);
            let message = match def.name {
                "__new__" => format!("{shown}.__new__(): not enough arguments"),
                name if special => format!(
                    "descriptor '{name}' of '{}' object needs an argument",
                    shown.split('.').next().unwrap_or("")
                ),
                _ => format!("unbound method {shown}() needs an argument"),
            };
            return self.type_error(&message);
        }
        let (min, max) = (usize::from(def.min).saturating_sub(bound), usize::from(def.max).saturating_sub(bound));
        let given = given.saturating_sub(bound);
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let shown = if def.name == "__new__" { self.native_display(def) } else { def.name.to_owned() };
        let message = if def.max != MANY && min == max {
            match max {
                0 => format!("{}() takes no arguments ({given} given)", self.native_display(def)),
                n if special => format!("expected {n} argument{}, got {given}", plural(n)),
                1 => format!("{}() takes exactly one argument ({given} given)", self.native_display(def)),
                n => format!("{shown} expected {n} argument{}, got {given}", plural(n)),
            }
        } else if given < min
            && matches!(def.name, "count" | "find" | "rfind" | "index" | "rindex" | "startswith" | "endswith")
            && def.max > 2
        {
            format!("{shown}() takes at least {min} argument{} ({given} given)", plural(min))
        } else if given < min
            && let Some(name) = def.names.get(given).filter(|name| !name.is_empty())
        {
            format!("{shown}() missing required argument '{name}' (pos {})", given + 1)
        } else if given < min {
            format!("{shown} expected at least {min} argument{}, got {given}", plural(min))
        } else if !def.names.is_empty() && def.max != MANY {
            // CPython's parser of arguments that may be given by name has words of its own.
            format!("{shown}() takes at most {max} argument{} ({given} given)", plural(max))
        } else {
            format!("{shown} expected at most {max} argument{}, got {given}", plural(max))
        };
        self.type_error(&message)
    }

    /// Carries out what a native asked for.
    pub(crate) fn finish_native(&mut self, stack: &mut Vec<Value>, result: Native, cont: Cont) -> Res<Flow> {
        if self.limit_hit.is_some() {
            return Ok(Flow::leave(self.leave_with_limit()));
        }
        match result {
            Native::Done(value) => self.deliver(stack, cont, value),
            Native::Call { func, args, kwargs, then } => {
                let cont = match (cont, then) {
                    (cont, Then::Nothing) => cont,
                    (Cont::Store { dst, then: Then::Nothing }, then) => Cont::Store { dst, then },
                    // a check on the way to another continuation: through a helper frame of the prelude
                    (cont, then) => {
                        let checker = self.prelude(match then {
                            Then::Bool | Then::Truth => "_checked_truth",
                            Then::NotTruth => "_checked_not",
                            Then::Len => "_checked_len",
                            Then::Hash => "_checked_hash",
                            Then::Str => "_checked_str",
                            Then::Repr => "_checked_repr",
                            Then::Int => "_checked_int",
                            Then::Float => "_checked_float",
                            Then::Iter => "_checked_iter",
                            Then::None | Then::Nothing => "_checked_none",
                        });
                        let args = self.new_tuple(args);
                        return self.call(stack, checker, &[func, args], &[], cont);
                    }
                };
                self.call(stack, func, &args, &kwargs, cont)
            }
            Native::Syscall(syscall) => Ok(Flow::leave(self.leave_with_syscall(syscall, cont))),
            Native::Special(special) => self.special(stack, special, cont),
        }
    }

    pub(crate) fn leave_with_syscall(&mut self, syscall: crate::exit::Syscall, cont: Cont) -> Exit {
        self.pending = Pending::Answer(cont);
        if let crate::exit::Syscall::Write { text, .. } = &syscall {
            self.output_bytes += text.len() as u64;
            // what is written now is still written; the next run leaves with the limit
            if self.output_bytes > self.limits.output_bytes {
                self.limit_hit = Some(format!(
                    "the limit of {} MiB of output is reached (raise it with --limit-output or in the settings)",
                    self.limits.output_bytes >> 20
                ));
            }
        }
        Exit::Syscall(syscall)
    }

    pub(crate) fn leave_with_limit(&mut self) -> Exit {
        Exit::Limit(self.limit_hit.clone().unwrap_or_default())
    }
}
