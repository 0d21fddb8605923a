//! Calling: functions, natives, classes, bound methods, instances; binding arguments to parameters; delivering results.

use crate::classes;
use crate::cost::Cost;
use crate::exit::Exit;
use crate::native::{Args, Bind, MANY, Native, NativeResult, Raise, Res, Then};
use crate::object::{CodeId, Layout, NativeId, Object};
use crate::ops::Tri;
use crate::process::Process;
use crate::registry;
use crate::value::{Ref, Value};
use crate::vm::attr::Found;
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
                if self.frames.len() >= self.limits.recursion as usize {
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

    fn not_callable(&mut self, func: Value) -> Raise {
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
        let wanted = self.heap.type_of(raise.0) == classes::TYPE_ERROR
            && self.exception_text(raise.0).is_some_and(|m| m.contains("integer") || m.contains("to bytes"));
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
    fn exception_text(&self, exception: Ref) -> Option<&str> {
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

    fn native_display(&self, def: &crate::native::NativeDef) -> String {
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
        let (min, max) = (usize::from(def.min).saturating_sub(bound), usize::from(def.max).saturating_sub(bound));
        let given = given.saturating_sub(bound);
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let shown = if def.name == "__new__" { self.native_display(def) } else { def.name.to_owned() };
        let message = if def.max != MANY && min == max {
            match max {
                0 => format!("{}() takes no arguments ({given} given)", self.native_display(def)),
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

    /// A result arrives at the topmost frame.
    pub(crate) fn deliver(&mut self, stack: &mut Vec<Value>, cont: Cont, value: Value) -> Res<Flow> {
        match cont {
            Cont::Store { dst, then: Then::Nothing } => {
                self.set_register(stack, dst, value);
                Ok(Flow::Next)
            }
            Cont::Store { dst, then } => self.deliver_checked(stack, dst, then, value),
            Cont::Ignore => Ok(Flow::Next),
            Cont::Init { dst, instance } => {
                if !value.is_none() {
                    let message = format!("__init__() should return None, not '{}'", self.type_name(value));
                    return Err(self.type_error(&message));
                }
                self.set_register(stack, dst, Value::Obj(instance));
                Ok(Flow::Next)
            }
            Cont::Branch => {
                let Some((instr, _)) = self.current_instr() else { return Ok(Flow::Next) };
                let truth = match self.truth_native(value) {
                    Tri::Ask => return self.call_truth(stack, value, Cont::Branch),
                    truth => truth == Tri::Yes,
                };
                let wanted = match instr.op {
                    crate::code::Op::JumpIfTrue => true,
                    crate::code::Op::JumpIfFalse => false,
                    _ => instr.a != 0,
                };
                if truth == wanted
                    && let Some(frame) = self.frames.last_mut()
                {
                    frame.ip = instr.d;
                }
                Ok(Flow::Next)
            }
            Cont::Truth { dst, len, negate } => {
                let truth = Value::Bool(self.checked_truth(value, len)? != negate);
                match dst {
                    Some(dst) => {
                        self.set_register(stack, dst, truth);
                        Ok(Flow::Next)
                    }
                    None => self.deliver(stack, Cont::Branch, truth),
                }
            }
            Cont::Operator { stage } => self.operator_result(stack, stage, value),
            Cont::ForIter => {
                if let Some((instr, base)) = self.current_instr() {
                    stack[base + instr.a as usize] = value;
                }
                Ok(Flow::Next)
            }
            Cont::Send => {
                if let Some((instr, base)) = self.current_instr() {
                    stack[base + instr.b as usize] = value;
                }
                Ok(Flow::Next)
            }
            Cont::Next { dst, .. } | Cont::GetAttr { dst, .. } | Cont::Exit { dst } => {
                self.set_register(stack, dst, value);
                Ok(Flow::Next)
            }
            Cont::Method { dst } => {
                self.set_register(stack, dst, value);
                self.set_register(stack, dst + 1, Value::Unset);
                Ok(Flow::Next)
            }
            Cont::Close { coroutine, .. } => {
                let word = if coroutine { "coroutine" } else { "generator" };
                Err(self.raise(classes::RUNTIME_ERROR, &format!("{word} ignored GeneratorExit")))
            }
            Cont::Import { dst, module } => {
                self.set_register(stack, dst, Value::Obj(module));
                Ok(Flow::Next)
            }
            Cont::RaiseResult => {
                let Value::Obj(r) = value else {
                    return Err(self.type_error("exceptions must derive from BaseException"));
                };
                if matches!(self.heap.get(r), Object::Exception(_)) {
                    return Err(Raise(r));
                }
                let message =
                    format!("calling {} should have returned an instance of BaseException", self.type_name(value));
                Err(self.type_error(&message))
            }
            Cont::New { dst, class, args, kwargs } => self.after_new(stack, dst, class, value, args, kwargs),
            Cont::Unpack { dst, before, after } => {
                let items = self.items_slice(value).unwrap_or(&[]).to_vec();
                let after = if after == u16::MAX { None } else { Some(usize::from(after)) };
                self.unpack_items(stack, &items, dst, usize::from(before), after)
            }
            Cont::Pair { first, second } => {
                let pair = self.items_slice(value).map(|p| (p.first().copied(), p.get(1).copied()));
                if let Some((Some(a), Some(b))) = pair {
                    self.set_register(stack, first, a);
                    self.set_register(stack, second, b);
                }
                Ok(Flow::Next)
            }
            Cont::Bottom => Ok(Flow::Next),
        }
    }

    fn deliver_checked(&mut self, stack: &mut Vec<Value>, dst: u8, then: Then, value: Value) -> Res<Flow> {
        let wrong = |p: &mut Self, text: String| Err(p.type_error(&text));
        let value = match then {
            Then::Nothing => value,
            Then::None => Value::None,
            Then::Bool | Then::Truth | Then::NotTruth => {
                if then == Then::Bool && !matches!(value, Value::Bool(_)) {
                    let text = format!("__bool__ should return bool, returned {}", self.type_name(value));
                    return wrong(self, text);
                }
                match self.truth_native(value) {
                    Tri::Ask => return self.call_truth(stack, value, Cont::Store { dst, then }),
                    truth => Value::Bool((truth == Tri::Yes) != (then == Then::NotTruth)),
                }
            }
            Then::Len => match self.payload(value) {
                Value::Int(i) if i >= 0 => Value::Int(i),
                Value::Bool(b) => Value::Int(i64::from(b)),
                Value::Int(_) => return Err(self.value_error("__len__() should return >= 0")),
                _ => {
                    let text = format!("'{}' object cannot be interpreted as an integer", self.type_name(value));
                    return wrong(self, text);
                }
            },
            Then::Hash => match self.big_int(value) {
                // as it is where it fits a word; only a larger one is reduced
                Some(i) => Value::Int(
                    i64::try_from(&i).map_or_else(|_| crate::hash::of_big_int(&i), |h| if h == -1 { -2 } else { h }),
                ),
                None => return wrong(self, "__hash__ method should return an integer".to_owned()),
            },
            Then::Str | Then::Repr => {
                if self.str(value).is_none() {
                    let method = if then == Then::Str { "__str__" } else { "__repr__" };
                    let text = format!("{method} returned non-string (type {})", self.type_name(value));
                    return wrong(self, text);
                }
                value
            }
            Then::Int => {
                if self.big_int(value).is_none() {
                    let text = format!("__int__ returned non-int (type {})", self.type_name(value));
                    return wrong(self, text);
                }
                self.payload(value)
            }
            Then::Float => match self.payload(value) {
                Value::Float(f) => Value::Float(f),
                _ => {
                    let text = format!("__float__ returned non-float (type {})", self.type_name(value));
                    return wrong(self, text);
                }
            },
            Then::Iter => {
                if !self.is_iterator(value) {
                    let text = format!("iter() returned non-iterator of type '{}'", self.type_name(value));
                    return wrong(self, text);
                }
                value
            }
        };
        self.set_register(stack, dst, value);
        Ok(Flow::Next)
    }

    /// Asks a value of a Python class for its truth: `__bool__`, else `__len__`.
    pub(crate) fn call_truth(&mut self, stack: &mut Vec<Value>, value: Value, cont: Cont) -> Res<Flow> {
        let (func, len) = match self.python_method(value, "__bool__") {
            Some(func) => (func, false),
            None => match self.python_method(value, "__len__") {
                Some(func) => (func, true),
                None => return self.deliver(stack, cont, Value::Bool(true)),
            },
        };
        let cont = match cont {
            Cont::Store { dst, then: Then::Truth | Then::Bool } => Cont::Truth { dst: Some(dst), len, negate: false },
            Cont::Store { dst, then: Then::NotTruth } => Cont::Truth { dst: Some(dst), len, negate: true },
            Cont::Branch => Cont::Truth { dst: None, len, negate: false },
            cont => cont,
        };
        self.call(stack, func, &[value], &[], cont)
    }

    /// What `__bool__` (or `__len__`) returned, as a truth.
    fn checked_truth(&mut self, value: Value, len: bool) -> Res<bool> {
        if !len {
            return match value {
                Value::Bool(b) => Ok(b),
                _ => {
                    let text = format!("__bool__ should return bool, returned {}", self.type_name(value));
                    Err(self.type_error(&text))
                }
            };
        }
        match self.payload(value) {
            Value::Int(i) if i >= 0 => Ok(i > 0),
            Value::Bool(b) => Ok(b),
            Value::Int(_) => Err(self.value_error("__len__() should return >= 0")),
            big if self.big_int(big).is_some() => {
                Err(self.overflow_error("cannot fit 'int' into an index-sized integer"))
            }
            _ => {
                let text = format!("'{}' object cannot be interpreted as an integer", self.type_name(value));
                Err(self.type_error(&text))
            }
        }
    }

    pub(crate) fn too_deep(&mut self) -> Raise {
        // some room for handlers, as CPython gives
        self.raise(classes::RECURSION_ERROR, "maximum recursion depth exceeded")
    }

    /// Pushes a frame for a function, with its arguments bound to parameters.
    #[expect(clippy::too_many_arguments, reason = "a frame has this many parts, and a struct would only rename them")]
    pub(crate) fn push_call(
        &mut self,
        stack: &mut Vec<Value>,
        func: Value,
        code: CodeId,
        globals: Ref,
        namespace: Value,
        args: &[Value],
        kwargs: Keywords<'_>,
        cont: Cont,
    ) -> Res<()> {
        if self.frames.len() >= self.limits.recursion as usize {
            return Err(self.too_deep());
        }
        let base = self.stack_top();
        let loaded = &self.codes[code.0 as usize];
        let locals = usize::from(loaded.locals);
        let simple = loaded.simple_positional;
        if stack.len() < base + 2 * WINDOW {
            grow(stack, base);
        }
        if kwargs.is_empty() && simple == Some(args.len() as u16) {
            stack[base..base + args.len()].copy_from_slice(args);
            for place in &mut stack[base + args.len()..base + locals.max(args.len())] {
                *place = Value::Unset;
            }
        } else if kwargs.is_empty() && self.bind_defaults(stack, func, code, args, base) {
            let count = usize::from(self.codes[code.0 as usize].code.params.positional);
            for place in &mut stack[base + count..base + locals.max(count)] {
                *place = Value::Unset;
            }
        } else {
            let bound = self.bind(func, code, args, kwargs)?;
            stack[base..base + bound.len()].copy_from_slice(&bound);
            for place in &mut stack[base + bound.len()..base + locals.max(bound.len())] {
                *place = Value::Unset;
            }
        }
        self.frames.push(Frame {
            code,
            ip: 0,
            base: base as u32,
            func,
            globals,
            namespace,
            cont,
            handling_before: self.handling,
            generator: Value::Unset,
        });
        Ok(())
    }

    /// Positional arguments and defaults straight into the registers, where that is all a function takes. Whether it was.
    fn bind_defaults(&mut self, stack: &mut [Value], func: Value, code: CodeId, args: &[Value], base: usize) -> bool {
        let params = self.codes[code.0 as usize].code.params;
        let positional = usize::from(params.positional);
        if params.keyword_only != 0 || params.varargs || params.varkw || args.len() > positional {
            return false;
        }
        let Value::Obj(r) = func else { return false };
        let Object::Function(f) = self.heap.get(r) else { return false };
        let missing = positional - args.len();
        let Some(from) = f.defaults.len().checked_sub(missing) else { return false };
        stack[base..base + args.len()].copy_from_slice(args);
        stack[base + args.len()..base + positional].copy_from_slice(&f.defaults[from..]);
        self.charge_n(Cost::CallDefault, missing);
        true
    }

    /// Parameter values in register order, by Python's rules, or the TypeError that CPython gives.
    fn bind(&mut self, func: Value, code: CodeId, args: &[Value], kwargs: Keywords<'_>) -> Res<Vec<Value>> {
        let code = std::sync::Arc::clone(&self.codes[code.0 as usize].code);
        let params = code.params;
        let (positional, keyword_only) = (usize::from(params.positional), usize::from(params.keyword_only));
        let named = positional + keyword_only;
        let mut values = vec![Value::Unset; params.count()];
        let (defaults, kw_defaults) = match func {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Function(f) => (f.defaults.clone(), f.kw_defaults.clone()),
                _ => (Vec::new(), Vec::new()),
            },
            _ => (Vec::new(), Vec::new()),
        };
        let direct = args.len().min(positional);
        values[..direct].copy_from_slice(&args[..direct]);
        let mut extra_keywords: Vec<(Value, Value)> = Vec::new();
        for &(name, value) in kwargs {
            let text = self.str(name).unwrap_or("");
            let at = code.variables.iter().take(named).position(|v| v.name == text);
            match at {
                Some(at) if at >= usize::from(params.positional_only) => {
                    if !values[at].is_unset() {
                        let message = format!("{}() got multiple values for argument '{text}'", code.qualname);
                        return Err(self.type_error(&message));
                    }
                    values[at] = value;
                }
                Some(_) if !params.varkw => {
                    let names: Vec<&str> = kwargs
                        .iter()
                        .filter_map(|&(n, _)| self.str(n))
                        .filter(|n| {
                            code.variables.iter().take(usize::from(params.positional_only)).any(|v| v.name == **n)
                        })
                        .collect();
                    let message = format!(
                        "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                        code.qualname,
                        names.join(", ")
                    );
                    return Err(self.type_error(&message));
                }
                _ if params.varkw => extra_keywords.push((name, value)),
                _ => {
                    let message = format!("{}() got an unexpected keyword argument '{text}'", code.qualname);
                    return Err(self.type_error(&message));
                }
            }
        }
        if args.len() > positional && !params.varargs {
            return Err(self.too_many_positional(&code, args.len(), defaults.len(), &values));
        }
        let first_default = positional - defaults.len().min(positional);
        let mut missing = Vec::new();
        for (at, place) in values.iter_mut().enumerate().take(positional) {
            if place.is_unset() {
                match at.checked_sub(first_default).and_then(|i| defaults.get(i)) {
                    Some(&value) => {
                        *place = value;
                        self.charge(Cost::CallDefault);
                    }
                    None => missing.push(at),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(&code, &missing, "positional"));
        }
        for i in 0..keyword_only {
            let at = positional + i;
            if values[at].is_unset() {
                match kw_defaults.get(i) {
                    Some(value) if !value.is_unset() => values[at] = *value,
                    _ => missing.push(at),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(&code, &missing, "keyword-only"));
        }
        self.charge_n(Cost::CallKeyword, kwargs.len());
        let mut at = named;
        if params.varargs {
            let rest: Vec<Value> = args.get(positional..).unwrap_or(&[]).to_vec();
            values[at] = self.new_tuple(rest);
            at += 1;
        }
        if params.varkw {
            let dict = self.heap.alloc(Object::Dict(Box::default()));
            for (name, value) in extra_keywords {
                if let Value::Obj(name) = name {
                    let name = self.intern_ref(name);
                    self.dict_set_name(dict, name, value);
                }
            }
            values[at] = Value::Obj(dict);
        }
        Ok(values)
    }

    fn too_many_positional(
        &mut self,
        code: &crate::code::Code,
        given: usize,
        defaults: usize,
        values: &[Value],
    ) -> Raise {
        let positional = usize::from(code.params.positional);
        let keyword_given = values
            .iter()
            .skip(positional)
            .take(usize::from(code.params.keyword_only))
            .filter(|v| !v.is_unset())
            .count();
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let takes = if defaults > 0 {
            format!("from {} to {positional} positional arguments", positional - defaults.min(positional))
        } else {
            format!("{positional} positional argument{}", plural(positional))
        };
        let were = if given == 1 && keyword_given == 0 { "was" } else { "were" };
        let given = if keyword_given > 0 {
            format!(
                "{given} positional argument{} (and {keyword_given} keyword-only argument{})",
                plural(given),
                plural(keyword_given)
            )
        } else {
            format!("{given}")
        };
        let message = format!("{}() takes {takes} but {given} {were} given", code.qualname);
        self.type_error(&message)
    }

    fn missing_arguments(&mut self, code: &crate::code::Code, missing: &[usize], kind: &str) -> Raise {
        let names: Vec<String> =
            missing.iter().filter_map(|&i| code.variables.get(i)).map(|v| format!("'{}'", v.name)).collect();
        let list = match names.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        let message = format!("{}() missing {} required {kind} argument{plural}: {list}", code.qualname, names.len());
        self.type_error(&message)
    }

    /// Keyword arguments of a `CallEx`.
    pub(crate) fn keyword_pairs(&mut self, func: Value, dict: Value) -> Res<Vec<(Value, Value)>> {
        let Some(Object::Dict(d)) = self.object(dict) else { return Ok(Vec::new()) };
        let pairs: Vec<(Value, Value)> = d.iter().collect();
        if pairs.iter().any(|&(k, _)| self.str(k).is_none()) {
            let _ = func;
            return Err(self.type_error("keywords must be strings"));
        }
        Ok(pairs)
    }

    // -- instantiation

    /// `class(*args, **kwargs)`: `type.__call__`, or the metaclass's own `__call__`.
    fn instantiate(
        &mut self,
        stack: &mut Vec<Value>,
        class: Ref,
        args: &[Value],
        kwargs: Keywords<'_>,
        cont: Cont,
    ) -> Res<Flow> {
        let (meta, flags, layout, builtin) = match self.heap.get(class) {
            Object::Class(c) => (c.metaclass, c.flags, c.layout, c.builtin),
            _ => return Err(self.not_callable(Value::Obj(class))),
        };
        if meta != classes::TYPE
            && let Some(call) = self.python_method(Value::Obj(class), "__call__")
        {
            let mut all = vec![Value::Obj(class)];
            all.extend_from_slice(args);
            return self.call(stack, call, &all, kwargs, cont);
        }
        self.instantiate_plain(stack, class, flags, layout, builtin, args, kwargs, cont)
    }

    /// `type.__call__(class, …)`.
    #[expect(clippy::too_many_arguments, reason = "what is known about the class travels along")]
    pub(crate) fn instantiate_plain(
        &mut self,
        stack: &mut Vec<Value>,
        class: Ref,
        flags: crate::object::ClassFlags,
        layout: Layout,
        builtin: bool,
        args: &[Value],
        kwargs: Keywords<'_>,
        cont: Cont,
    ) -> Res<Flow> {
        if class == classes::TYPE && args.len() == 1 && kwargs.is_empty() {
            let of = Value::Obj(self.type_of(args[0]));
            return self.deliver(stack, cont, of);
        }
        if class == classes::TYPE {
            if args.len() != 3 {
                return Err(self.type_error("type() takes 1 or 3 arguments"));
            }
            let func = self.prelude("_type_call");
            return self.call(stack, func, args, kwargs, cont);
        }
        if flags.is_abstract && !builtin {
            let func = self.prelude("_abstract_error");
            return self.call(stack, func, &[Value::Obj(class)], &[], cont);
        }
        let plain_python = !flags.new && matches!(layout, Layout::Plain) && !builtin;
        if plain_python {
            self.charge(Cost::InstanceNew);
            if flags.init
                && let Some(init) = self.special_attr(class, "__init__")
            {
                let instance = self.new_instance(class, Value::Unset);
                let Value::Obj(r) = instance else { return Ok(Flow::Next) };
                let mut all = Vec::with_capacity(args.len() + 1);
                all.push(instance);
                all.extend_from_slice(args);
                return match cont {
                    Cont::Store { dst, then: Then::Nothing } => {
                        self.call(stack, init, &all, kwargs, Cont::Init { dst, instance: r })
                    }
                    cont => {
                        // an unusual continuation: a prelude frame does the two steps
                        let func = self.prelude("_init_and_return");
                        let args = self.new_tuple(args);
                        let kwargs = self.dict_of_pairs(kwargs);
                        self.call(stack, func, &[init, instance, args, kwargs], &[], cont)
                    }
                };
            }
            if !args.is_empty() || !kwargs.is_empty() {
                let message = format!("{}() takes no arguments", self.class_name(class));
                return Err(self.type_error(&message));
            }
            let instance = self.new_instance(class, Value::Unset);
            return self.deliver(stack, cont, instance);
        }
        // general: __new__, then __init__ if the result is an instance
        let Some(mut new) = self.class_attr_str(class, "__new__") else {
            let message = format!("cannot create '{}' instances", self.class_name(class));
            return Err(self.type_error(&message));
        };
        if let Value::Obj(r) = new
            && let Object::StaticMethod(f) = self.heap.get(r)
        {
            new = *f;
        }
        let mut all = Vec::with_capacity(args.len() + 1);
        all.push(Value::Obj(class));
        all.extend_from_slice(args);
        let native_new = matches!(new, Value::Obj(r) if matches!(self.heap.get(r), Object::Native(_)));
        if builtin && native_new {
            // built-in constructors do everything in __new__
            return self.call(stack, new, &all, kwargs, cont);
        }
        if native_new && self.has_payload(class) {
            // a Python subclass of a value type: the built-in value first, then an instance around it
            let takes_arguments =
                !flags.init || !matches!(layout, Layout::List | Layout::Dict | Layout::Set | Layout::ByteArray);
            let new_args: Vec<Value> = if takes_arguments { all.clone() } else { vec![Value::Obj(class)] };
            let new_kwargs: Keywords<'_> = if takes_arguments { kwargs } else { &[] };
            let args_tuple = self.new_tuple(args);
            let kwargs_dict = self.dict_of_pairs(kwargs);
            let Cont::Store { dst, then: Then::Nothing } = cont else {
                let func = self.prelude("_instantiate");
                return self.call(stack, func, &[Value::Obj(class), args_tuple, kwargs_dict], &[], cont);
            };
            return self.call(
                stack,
                new,
                &new_args,
                new_kwargs,
                Cont::New { dst, class, args: args_tuple, kwargs: kwargs_dict },
            );
        }
        let args_tuple = self.new_tuple(args);
        let kwargs_dict = self.dict_of_pairs(kwargs);
        let Cont::Store { dst, then: Then::Nothing } = cont else {
            let func = self.prelude("_instantiate");
            return self.call(stack, func, &[Value::Obj(class), args_tuple, kwargs_dict], &[], cont);
        };
        self.call(stack, new, &all, kwargs, Cont::New { dst, class, args: args_tuple, kwargs: kwargs_dict })
    }

    /// `__new__` returned: wrap a built-in value of a subclass, then `__init__`.
    fn after_new(
        &mut self,
        stack: &mut Vec<Value>,
        dst: u8,
        class: Ref,
        value: Value,
        args: Value,
        kwargs: Value,
    ) -> Res<Flow> {
        let mut value = value;
        if self.has_payload(class) && self.is_subclass(class, self.type_of(value)) && self.type_of(value) != class {
            value = self.new_instance(class, value);
        }
        let of = self.type_of(value);
        if !self.is_subclass(of, class) {
            self.set_register(stack, dst, value);
            return Ok(Flow::Next);
        }
        let init = match self.special_attr(of, "__init__") {
            Some(init) => init,
            None => {
                self.set_register(stack, dst, value);
                return Ok(Flow::Next);
            }
        };
        let native = matches!(init, Value::Obj(r) if matches!(self.heap.get(r), Object::Native(_)));
        if native && self.layout_of(of) != Layout::Exception && self.layout_of(of) != Layout::Type {
            self.set_register(stack, dst, value);
            return Ok(Flow::Next);
        }
        let Value::Obj(instance) = value else { return Ok(Flow::Next) };
        let mut all = vec![value];
        all.extend(self.items_slice(args).unwrap_or(&[]).iter().copied());
        let pairs = self.keyword_pairs(init, kwargs)?;
        self.call(stack, init, &all, &pairs, Cont::Init { dst, instance })
    }

    pub(crate) fn dict_of_pairs(&mut self, pairs: Keywords<'_>) -> Value {
        let dict = self.heap.alloc(Object::Dict(Box::default()));
        for &(name, value) in pairs {
            if let Value::Obj(name) = name {
                let name = self.intern_ref(name);
                self.dict_set_name(dict, name, value);
            }
        }
        Value::Obj(dict)
    }

    // -- attributes through the stack

    pub(crate) fn get_attr(&mut self, stack: &mut Vec<Value>, object: Value, name: Ref, cont: Cont) -> Res<Flow> {
        let found = self.lookup(object, name);
        self.finish_lookup(stack, object, name, found, cont)
    }

    /// Does what a lookup asks for; the attribute goes to `cont`.
    pub(crate) fn finish_lookup(
        &mut self,
        stack: &mut Vec<Value>,
        object: Value,
        name: Ref,
        found: Found,
        cont: Cont,
    ) -> Res<Flow> {
        match found {
            Found::Value(value) => self.deliver(stack, cont, value),
            Found::Method { func, receiver } => {
                self.charge(Cost::BoundMethodLoad);
                let bound = self.alloc(Object::BoundMethod { func, receiver });
                self.deliver(stack, cont, bound)
            }
            Found::Get { func, receiver } => {
                let cont = self.attr_cont(object, name, cont);
                self.call(stack, func, &[receiver], &[], cont)
            }
            Found::Describe { func, descriptor, receiver, class } => {
                let cont = self.attr_cont(object, name, cont);
                self.call(stack, func, &[descriptor, receiver, Value::Obj(class)], &[], cont)
            }
            Found::GetAttribute { func } => {
                let cont = self.attr_cont(object, name, cont);
                self.call(stack, func, &[object, Value::Obj(name)], &[], cont)
            }
            Found::Unreadable => Err(self.unreadable(object, name)),
            Found::Missing { getattr } => {
                if getattr.is_unset() {
                    return Err(self.no_attribute(object, name));
                }
                self.call(stack, getattr, &[object, Value::Obj(name)], &[], cont)
            }
        }
    }

    /// A getter that raises AttributeError falls back on `__getattr__`, where the class has one.
    fn attr_cont(&mut self, object: Value, name: Ref, cont: Cont) -> Cont {
        let class = self.type_of(object);
        let has = matches!(self.heap.get(class), Object::Class(c) if c.flags.getattr);
        match cont {
            Cont::Store { dst, then: Then::Nothing } if has => Cont::GetAttr { dst, object, name },
            cont => cont,
        }
    }

    /// An attribute that needs no Python code to read; methods come bound.
    pub(crate) fn bound_attr(&mut self, object: Value, name: Ref) -> Res<Value> {
        match self.lookup(object, name) {
            Found::Value(value) => Ok(value),
            Found::Method { func, receiver } => Ok(self.alloc(Object::BoundMethod { func, receiver })),
            _ => Err(self.no_attribute(object, name)),
        }
    }
}
