//! Generators and coroutines: frames that leave the stack and come back.

use crate::classes;
use crate::code::{Flavour, Op};
use crate::native::{Raise, Res, Then};
use crate::object::{Generator, GeneratorKind, Object, SavedFrame};
use crate::process::Process;
use crate::value::{Ref, Value};
use crate::vm::frame::{Cont, Frame};
use crate::vm::run::{Flow, WINDOW, grow};
use crate::vm::unwind::Unwound;

impl Process {
    /// The first instruction of a generator function: its frame becomes an object, which is the call's result.
    pub(crate) fn make_generator(&mut self, stack: &mut Vec<Value>) -> Res<Flow> {
        let Some(frame) = self.frames.pop() else { return Ok(Flow::Frame) };
        let loaded = &self.codes[frame.code.0 as usize];
        let base = frame.base as usize;
        let mut registers = stack[base..base + usize::from(loaded.code.registers)].to_vec();
        // What another frame left there would keep objects alive.
        if let Some(rest) = registers.get_mut(usize::from(loaded.locals)..) {
            rest.fill(Value::Unset);
        }
        let kind = match loaded.code.flavour {
            Flavour::Coroutine => GeneratorKind::Coroutine,
            Flavour::AsyncGenerator => GeneratorKind::AsyncGenerator,
            _ => GeneratorKind::Generator,
        };
        // In a program that looks for such (`Op::Reap` at each statement): it may be dropped with a `finally` to run.
        let closes = !loaded.code.handlers.is_empty()
            && loaded.code.instrs.get(frame.ip as usize).is_some_and(|instr| instr.op == Op::Reap);
        let names = match frame.func {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Function(f) => Some((f.name, f.qualname)),
                _ => None,
            },
            _ => None,
        };
        let (name, qualname) = match names {
            Some(names) => names,
            None => {
                let name = loaded.code.name.clone();
                let name = Value::Obj(self.intern(&name));
                (name, name)
            }
        };
        self.charge(crate::cost::Cost::GeneratorNew);
        let generator = self.alloc(Object::Generator(Box::new(Generator {
            kind,
            frame: Some(Box::new(SavedFrame {
                ip: frame.ip,
                func: frame.func,
                globals: frame.globals,
                namespace: frame.namespace,
                handling: Value::None,
                registers,
            })),
            running: false,
            finished: false,
            started: false,
            name,
            qualname,
            code: frame.code,
            shown_class: Value::Unset,
        })));
        self.handling = frame.handling_before;
        if kind == GeneratorKind::Coroutine && self.is_discarded() {
            self.deliver(stack, frame.cont, generator)?;
            let func = self.prelude("_never_awaited");
            return self.call(stack, func, &[generator], &[], Cont::Ignore);
        }
        if let Value::Obj(r) = generator {
            if kind != GeneratorKind::Generator {
                self.weak.mourn(r);
            } else if closes {
                self.weak.finalize(r);
            }
        }
        self.deliver(stack, frame.cont, generator)
    }

    /// Whether the running call's result is thrown away.
    fn is_discarded(&self) -> bool {
        let Some(caller) = self.frames.last() else { return false };
        let code = self.codes.get(caller.code.0 as usize).map(|loaded| &loaded.code);
        code.is_some_and(|code| code.discards.binary_search(&caller.ip).is_ok())
    }

    /// Puts a generator's frame on top of the stack. The value goes where its `yield` stands.
    pub(crate) fn resume(&mut self, stack: &mut Vec<Value>, generator: Ref, value: Value, cont: Cont) -> Res<Flow> {
        let Object::Generator(g) = self.heap.get(generator) else {
            return Err(self.type_error("not a generator"));
        };
        if g.running {
            let what = kind_word(g.kind);
            return Err(self.value_error(&format!("{what} already executing")));
        }
        if g.finished || g.frame.is_none() {
            if g.kind == GeneratorKind::Coroutine {
                return Err(self.raise(classes::RUNTIME_ERROR, "cannot reuse already awaited coroutine"));
            }
            return self.exhausted(stack, cont, Value::None);
        }
        if !g.started && !value.is_none() {
            let what = kind_word(g.kind);
            return Err(self.type_error(&format!("can't send non-None value to a just-started {what}")));
        }
        if self.at_recursion_limit() {
            return Err(self.too_deep());
        }
        self.charge(crate::cost::Cost::GeneratorTurn);
        let top = self.stack_top();
        let Object::Generator(g) = self.heap.get_mut(generator) else { return Ok(Flow::Next) };
        let started = g.started;
        g.running = true;
        g.started = true;
        let code = g.code;
        // the box stays with the generator, so that the next yield needs no allocation
        let Some(saved) = &mut g.frame else { return Ok(Flow::Next) };
        if stack.len() < top + saved.registers.len() + 2 * WINDOW {
            grow(stack, top + saved.registers.len());
        }
        stack[top..top + saved.registers.len()].copy_from_slice(&saved.registers);
        let frame = Frame {
            code,
            ip: saved.ip,
            base: top as u32,
            func: saved.func,
            globals: saved.globals,
            namespace: saved.namespace,
            cont,
            handling_before: self.handling,
            generator: Value::Obj(generator),
        };
        if !saved.handling.is_none() {
            self.handling = saved.handling;
        }
        if started && let Some(instr) = self.codes[code.0 as usize].code.instrs.get(saved.ip as usize - 1) {
            let dst = match instr.op {
                Op::YieldDelegate => instr.b,
                _ => instr.a,
            };
            stack[top + dst as usize] = value;
        }
        self.frames.push(frame);
        Ok(Flow::Frame)
    }

    /// The topmost frame, which belongs to a generator, yields; `handling`: in one of its own handlers.
    pub(crate) fn yield_value(
        &mut self,
        stack: &mut Vec<Value>,
        value: Value,
        async_generator: bool,
        handling: bool,
    ) -> Res<Flow> {
        let Some(frame) = self.frames.pop() else { return Ok(Flow::Frame) };
        let Value::Obj(generator) = frame.generator else { return self.deliver(stack, frame.cont, value) };
        let base = frame.base as usize;
        let handling = if handling { self.handling } else { Value::None };
        self.handling = frame.handling_before;
        // Awaited things lie on top of what is in use (`Compiler::delegate`); above is what earlier calls left.
        let dead_from = self.codes.get(frame.code.0 as usize).and_then(|loaded| {
            let instr = loaded.code.instrs.get((frame.ip as usize).checked_sub(1)?)?;
            (instr.op == Op::YieldDelegate).then(|| (usize::from(instr.b) + 1).max(usize::from(loaded.locals)))
        });
        if let Object::Generator(g) = self.heap.get_mut(generator) {
            g.running = false;
            if let Some(saved) = &mut g.frame {
                let n = saved.registers.len();
                saved.ip = frame.ip;
                saved.namespace = frame.namespace;
                saved.handling = handling;
                saved.registers.copy_from_slice(&stack[base..base + n]);
                if let Some(rest) = dead_from.and_then(|from| saved.registers.get_mut(from..)) {
                    rest.fill(Value::Unset);
                }
            }
        }
        if !self.tasks.driven.is_empty() {
            self.driven_yields(generator);
        }
        if async_generator {
            // the value reaches whoever awaits __anext__ as the end of that await
            return self.async_yield(stack, frame.cont, value);
        }
        self.deliver(stack, frame.cont, value)
    }

    /// A generator returned `value`: for its consumer, the end.
    pub(crate) fn exhausted(&mut self, stack: &mut [Value], cont: Cont, value: Value) -> Res<Flow> {
        match cont {
            Cont::ForIter => {
                if let (Some((instr, _)), Some(frame)) = (self.current_instr(), self.frames.last_mut()) {
                    frame.ip = instr.d;
                }
                Ok(Flow::Next)
            }
            Cont::Send => {
                if let Some((instr, base)) = self.current_instr() {
                    stack[base + instr.b as usize] = value;
                    if let Some(frame) = self.frames.last_mut() {
                        frame.ip = instr.d;
                    }
                }
                Ok(Flow::Next)
            }
            Cont::Next { dst, default } if !default.is_unset() => {
                self.set_register(stack, dst, default);
                Ok(Flow::Next)
            }
            Cont::Close { dst, .. } => {
                self.set_register(stack, dst, Value::None);
                Ok(Flow::Next)
            }
            _ => {
                let args: &[Value] = if value.is_none() { &[] } else { &[value] };
                Err(self.raise_with(classes::STOP_ITERATION, args))
            }
        }
    }

    /// A frame with an unusual continuation (or of a generator) returned.
    pub(crate) fn frame_returned(&mut self, stack: &mut Vec<Value>, frame: Frame, value: Value) -> Res<Flow> {
        if let Value::Obj(generator) = frame.generator {
            let mut kind = GeneratorKind::Generator;
            if let Object::Generator(g) = self.heap.get_mut(generator) {
                g.running = false;
                g.finished = true;
                g.frame = None;
                kind = g.kind;
            }
            self.weak.ended(generator);
            if !self.tasks.driven.is_empty() {
                self.driven_ends(generator, None);
            }
            if kind == GeneratorKind::AsyncGenerator {
                return Err(self.raise_with(classes::STOP_ASYNC_ITERATION, &[]));
            }
            return self.exhausted(stack, frame.cont, value);
        }
        if self.frames.is_empty() {
            return Ok(Flow::leave(crate::exit::Exit::Finished));
        }
        self.deliver(stack, frame.cont, value)
    }

    /// `ForIter` on anything but a native iterator.
    pub(crate) fn for_iter(&mut self, stack: &mut Vec<Value>, iterator: Value, instr: crate::code::Instr) -> Res<Flow> {
        let _ = instr;
        self.next_of(stack, iterator, Cont::ForIter)
    }

    /// `iterator.__next__()`; the end arrives as `cont` takes it.
    pub(crate) fn next_of(&mut self, stack: &mut Vec<Value>, iterator: Value, cont: Cont) -> Res<Flow> {
        if let Value::Obj(r) = iterator {
            match self.heap.get(r) {
                Object::Generator(g) if g.kind == GeneratorKind::Generator => {
                    return self.resume(stack, r, Value::None, cont);
                }
                Object::Iter(_) => {
                    return match self.iter_next(r)? {
                        Some(item) => self.deliver(stack, cont, item),
                        None => self.exhausted(stack, cont, Value::None),
                    };
                }
                _ => {}
            }
        }
        let class = self.type_of(iterator);
        match self.special_attr(class, "__next__") {
            Some(func) => self.call(stack, func, &[iterator], &[], cont),
            None => {
                let message = format!("'{}' object is not an iterator", self.type_name(iterator));
                Err(self.type_error(&message))
            }
        }
    }

    pub(crate) fn is_iterator(&mut self, value: Value) -> bool {
        if let Value::Obj(r) = value
            && matches!(self.heap.get(r), Object::Iter(_) | Object::Generator(_) | Object::File(_))
        {
            return true;
        }
        let class = self.type_of(value);
        self.class_attr_str(class, "__next__").is_some()
    }

    /// `iter(source)`.
    pub(crate) fn get_iter(&mut self, stack: &mut Vec<Value>, source: Value, cont: Cont) -> Res<Flow> {
        if let Some(iterator) = self.iter_native(source) {
            let cont = match cont {
                Cont::Store { dst, .. } => Cont::Store { dst, then: Then::Nothing },
                cont => cont,
            };
            return self.deliver(stack, cont, iterator);
        }
        if let Value::Obj(r) = source
            && matches!(self.heap.get(r), Object::Generator(g) if g.kind == GeneratorKind::Generator)
        {
            return self.deliver(stack, cont, source);
        }
        let class = self.type_of(source);
        match self.special_attr(class, "__iter__") {
            None => {}
            Some(Value::None) => {
                let message = format!("'{}' object is not iterable", self.type_name(source));
                return Err(self.type_error(&message));
            }
            Some(func) => return self.call(stack, func, &[source], &[], cont),
        }
        if self.class_attr_str(class, "__getitem__").is_some() && self.is_python_object(source) {
            let func = self.prelude("_iter_sequence");
            return self.call(stack, func, &[source], &[], cont);
        }
        let message = format!("'{}' object is not iterable", self.type_name(source));
        Err(self.type_error(&message))
    }

    /// `Send`: one step of a delegate.
    pub(crate) fn send(&mut self, stack: &mut Vec<Value>, iterator: Value, value: Value) -> Res<Flow> {
        if let Value::Obj(r) = iterator
            && matches!(self.heap.get(r), Object::Generator(g) if g.kind != GeneratorKind::AsyncGenerator)
        {
            return self.resume(stack, r, value, Cont::Send);
        }
        if value.is_none() {
            return self.next_of(stack, iterator, Cont::Send);
        }
        let name = self.intern("send");
        let func = self.bound_attr(iterator, name)?;
        self.call(stack, func, &[value], &[], Cont::Send)
    }

    /// `generator.throw(exception)`.
    pub(crate) fn throw(&mut self, stack: &mut Vec<Value>, generator: Ref, exception: Value, cont: Cont) -> Res<Flow> {
        let Value::Obj(raised) = exception else {
            return Err(self.type_error("exceptions must derive from BaseException"));
        };
        let Object::Generator(g) = self.heap.get(generator) else { return Ok(Flow::Next) };
        if g.running {
            let what = kind_word(g.kind);
            return Err(self.value_error(&format!("{what} already executing")));
        }
        if g.finished || g.frame.is_none() {
            if g.kind == GeneratorKind::Coroutine {
                return Err(self.raise(classes::RUNTIME_ERROR, "cannot reuse already awaited coroutine"));
            }
            return Err(Raise(raised));
        }
        if !g.started {
            if let Object::Generator(g) = self.heap.get_mut(generator) {
                g.finished = true;
                g.frame = None;
            }
            return Err(Raise(raised));
        }
        // an exception that it was handling becomes the context of what is thrown in
        let handling = g.frame.as_ref().map_or(Value::None, |saved| saved.handling);
        if !handling.is_none() {
            let outside = std::mem::replace(&mut self.handling, handling);
            self.attach_context(raised);
            self.handling = outside;
        }
        // inside `yield from` or `await` the exception goes to the delegate
        if let Some(delegate) = self.delegate_of(generator) {
            let closing = self.is_subclass(self.heap.type_of(raised), classes::GENERATOR_EXIT);
            let class = self.type_of(delegate);
            let inner_generator = matches!(delegate, Value::Obj(r) if matches!(self.heap.get(r), Object::Generator(_)));
            let method = if closing { "close" } else { "throw" };
            let has_method = inner_generator || self.class_attr_str(class, method).is_some();
            if has_method {
                let func = self.prelude(if closing { "_close_delegate" } else { "_throw_delegate" });
                // the delegate's answer continues the generator as if its `Send` had produced it
                self.resume_at_send(stack, generator, cont)?;
                return self.call(stack, func, &[delegate, exception], &[], Cont::Send);
            }
        }
        match self.resume(stack, generator, Value::None, cont)? {
            Flow::Frame => Ok(match self.unwind_from(stack, Raise(raised), true) {
                Unwound::Handled => Flow::Frame,
                Unwound::Leave(exit) => Flow::leave(exit),
            }),
            flow => Ok(flow),
        }
    }

    /// What a suspended generator delegates to at the moment.
    pub(crate) fn delegate_of(&self, generator: Ref) -> Option<Value> {
        let Object::Generator(g) = self.heap.get(generator) else { return None };
        let frame = g.frame.as_ref()?;
        let code = &self.codes.get(g.code.0 as usize)?.code;
        let instr = code.instrs.get((frame.ip as usize).checked_sub(1)?)?;
        if instr.op != Op::YieldDelegate {
            return None;
        }
        frame.registers.get(instr.a as usize).copied()
    }

    /// Resumes a generator suspended in a `YieldDelegate` so that the topmost frame stands right after its `Send`.
    fn resume_at_send(&mut self, stack: &mut Vec<Value>, generator: Ref, cont: Cont) -> Res<()> {
        self.resume(stack, generator, Value::None, cont)?;
        let Some(frame) = self.frames.last_mut() else { return Ok(()) };
        let code = &self.codes[frame.code.0 as usize].code;
        let delegate = code.instrs.get((frame.ip as usize).wrapping_sub(1)).map(|i| i.a);
        let mut at = frame.ip as usize;
        while at > 0 {
            at -= 1;
            if let Some(instr) = code.instrs.get(at)
                && instr.op == Op::Send
                && Some(instr.a) == delegate
            {
                frame.ip = at as u32 + 1;
                break;
            }
        }
        Ok(())
    }

    /// `generator.close()`.
    pub(crate) fn close(&mut self, stack: &mut Vec<Value>, generator: Ref, cont: Cont) -> Res<Flow> {
        let Object::Generator(g) = self.heap.get(generator) else { return self.deliver(stack, cont, Value::None) };
        if g.running {
            let what = kind_word(g.kind);
            return Err(self.value_error(&format!("{what} already executing")));
        }
        if g.finished || !g.started || g.frame.is_none() {
            if let Object::Generator(g) = self.heap.get_mut(generator) {
                g.finished = true;
                g.frame = None;
            }
            return self.deliver(stack, cont, Value::None);
        }
        let coroutine = g.kind == GeneratorKind::Coroutine;
        let exception = self.raise_with(classes::GENERATOR_EXIT, &[]);
        let Cont::Store { dst, .. } = cont else {
            let func = self.prelude("_close_generator");
            return self.call(stack, func, &[Value::Obj(generator)], &[], cont);
        };
        self.throw(stack, generator, Value::Obj(exception.0), Cont::Close { dst, coroutine })
    }

    // -- awaiting

    pub(crate) fn get_awaitable(&mut self, stack: &mut Vec<Value>, source: Value, dst: u8) -> Res<Flow> {
        if let Value::Obj(r) = source
            && matches!(self.heap.get(r), Object::Generator(g) if g.kind == GeneratorKind::Coroutine)
        {
            if self.delegate_chain_runs(r) {
                return Err(self.raise(classes::RUNTIME_ERROR, "coroutine is being awaited already"));
            }
            self.set_register(stack, dst, source);
            return Ok(Flow::Next);
        }
        let class = self.type_of(source);
        match self.special_attr(class, "__await__") {
            Some(func) => self.call(stack, func, &[source], &[], Cont::Store { dst, then: Then::Iter }),
            None if self.is_marked_awaitable(source) => {
                self.set_register(stack, dst, source);
                Ok(Flow::Next)
            }
            None => {
                let name = self.type_name(source);
                let before = self.frames.last().and_then(|frame| {
                    let code = &self.codes.get(frame.code.0 as usize)?.code;
                    Some(code.instrs.get((frame.ip as usize).checked_sub(2)?)?.op)
                });
                let method = match before {
                    Some(Op::AsyncWithEnter) => "enter",
                    Some(Op::WithExit) => "exit",
                    _ => "",
                };
                let message = if method.is_empty() {
                    format!("object {name} can't be used in 'await' expression")
                } else {
                    format!(
                        "'async with' received an object from __a{method}__ that does not implement __await__: {name}"
                    )
                };
                Err(self.type_error(&message))
            }
        }
    }

    /// A generator of a function that `types.coroutine` has marked.
    fn is_marked_awaitable(&self, source: Value) -> bool {
        let Some(Object::Generator(g)) = self.object(source) else { return false };
        self.codes.get(g.code.0 as usize).is_some_and(|l| l.code.flavour == Flavour::Awaitable)
    }

    /// The coroutine that a `coroutine_wrapper` stands for: delegating to it goes without the wrapper.
    pub(crate) fn unwrapped(&mut self, value: Value) -> Value {
        if let Value::Obj(r) = value
            && let wrapper = self.prelude("coroutine_wrapper")
            && Value::Obj(self.type_of(value)) == wrapper
        {
            let name = self.intern("_coroutine");
            return self.own_attr(r, name).unwrap_or(value);
        }
        value
    }

    fn delegate_chain_runs(&self, coroutine: Ref) -> bool {
        matches!(self.heap.get(coroutine), Object::Generator(g) if g.started && !g.finished && self.delegate_of(coroutine).is_some())
    }

    pub(crate) fn get_aiter(&mut self, stack: &mut Vec<Value>, source: Value, dst: u8) -> Res<Flow> {
        if let Value::Obj(r) = source
            && matches!(self.heap.get(r), Object::Generator(g) if g.kind == GeneratorKind::AsyncGenerator)
        {
            self.set_register(stack, dst, source);
            return Ok(Flow::Next);
        }
        let class = self.type_of(source);
        match self.special_attr(class, "__aiter__") {
            Some(func) => self.call(stack, func, &[source], &[], Cont::Store { dst, then: Then::Nothing }),
            None => {
                let message =
                    format!("'async for' requires an object with __aiter__ method, got {}", self.type_name(source));
                Err(self.type_error(&message))
            }
        }
    }

    pub(crate) fn get_anext(&mut self, stack: &mut Vec<Value>, source: Value, dst: u8) -> Res<Flow> {
        let class = self.type_of(source);
        match self.special_attr(class, "__anext__") {
            Some(func) => {
                let checker = self.prelude("_anext_awaitable");
                self.call(stack, checker, &[func, source], &[], Cont::Store { dst, then: Then::Nothing })
            }
            None => {
                let name = self.type_name(source);
                let message =
                    format!("'async for' received an object from __aiter__ that does not implement __anext__: {name}");
                Err(self.type_error(&message))
            }
        }
    }

    /// An async generator yielded: the awaiting `__anext__` (a prelude coroutine driving it) gets a marked value.
    fn async_yield(&mut self, stack: &mut Vec<Value>, cont: Cont, value: Value) -> Res<Flow> {
        let marker = self.prelude("_AsyncYield");
        let Value::Obj(class) = marker else { return self.deliver(stack, cont, value) };
        let wrapped = self.new_instance(class, Value::Unset);
        let name = self.intern("value");
        self.store_own(wrapped, name, value)?;
        self.deliver(stack, cont, wrapped)
    }
}

fn kind_word(kind: GeneratorKind) -> &'static str {
    match kind {
        GeneratorKind::Generator => "generator",
        GeneratorKind::Coroutine => "coroutine",
        GeneratorKind::AsyncGenerator => "async generator",
    }
}
