//! Exceptions on their way: raising, finding handlers, ending frames and threads.

use crate::classes;
use crate::exit::Exit;
use crate::native::{Raise, Res, Then};
use crate::object::{Object, TracebackEntry};
use crate::process::Process;
use crate::value::{Ref, Value};
use crate::vm::attr::Found;
use crate::vm::frame::Cont;
use crate::vm::run::Flow;

/// Where unwinding ended.
#[derive(Debug)]
pub enum Unwound {
    /// The topmost frame has a handler; its `ip` stands there.
    Handled,
    /// The thread's last frame is gone, or a limit ended the run.
    Leave(Exit),
}

impl Process {
    /// Unwinds from the instruction before the topmost frame's `ip`. `fresh`: the exception starts here (it gets a
    /// traceback entry for this frame and the handled exception as its context); a re-raise does not.
    pub(crate) fn unwind(&mut self, stack: &mut Vec<Value>, raise: Raise, fresh: bool) -> Unwound {
        if fresh {
            self.attach_context(raise.0);
        }
        self.unwind_from(stack, raise, fresh)
    }

    /// As `unwind`, leaving the exception's context alone.
    pub(crate) fn unwind_from(&mut self, stack: &mut Vec<Value>, raise: Raise, fresh: bool) -> Unwound {
        let mut exception = raise.0;
        let mut fresh = fresh;
        loop {
            let Some(frame) = self.frames.last() else { return Unwound::Leave(Exit::Finished) };
            let (code, base) = (frame.code, frame.base as usize);
            let at = frame.ip.saturating_sub(1);
            if fresh && let Object::Exception(e) = self.heap.get_mut(exception) {
                e.traceback.push(TracebackEntry { code, ip: at });
            }
            fresh = true;
            let handler = self
                .codes
                .get(code.0 as usize)
                .and_then(|l| l.code.handlers.iter().find(|h| h.start <= at && at < h.end).copied());
            if let Some(handler) = handler {
                stack[base + handler.register as usize] = Value::Obj(exception);
                if let Some(frame) = self.frames.last_mut() {
                    frame.ip = handler.target;
                }
                return Unwound::Handled;
            }
            let Some(frame) = self.frames.pop() else { return Unwound::Leave(Exit::Finished) };
            self.handling = frame.handling_before;
            self.charge(crate::cost::Cost::UnwindFrame);
            if let Value::Obj(generator) = frame.generator {
                if let Object::Generator(g) = self.heap.get_mut(generator) {
                    g.running = false;
                    g.finished = true;
                    g.frame = None;
                }
                if !self.tasks.driven.is_empty() {
                    self.driven_ends(generator, Some(exception));
                }
                exception = self.leaving_generator(generator, exception);
            }
            let caught = self.caught_by_cont(stack, frame.cont, exception);
            match caught {
                Ok(None) => {}
                Ok(Some(Flow::Leave(exit))) => return Unwound::Leave(*exit),
                Ok(Some(_)) => return Unwound::Handled,
                Err(other) => exception = other.0,
            }
            if self.frames.is_empty() {
                self.uncaught = Value::Obj(exception);
                return Unwound::Leave(Exit::Finished);
            }
        }
    }

    /// StopIteration must not leak out of a generator (PEP 479).
    fn leaving_generator(&mut self, generator: Ref, exception: Ref) -> Ref {
        use crate::object::GeneratorKind;
        let class = self.heap.type_of(exception);
        let kind = match self.heap.get(generator) {
            Object::Generator(g) => g.kind,
            _ => GeneratorKind::Generator,
        };
        let word = match kind {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        };
        let what = if self.is_subclass(class, classes::STOP_ITERATION) {
            "StopIteration"
        } else if kind == GeneratorKind::AsyncGenerator && self.is_subclass(class, classes::STOP_ASYNC_ITERATION) {
            if matches!(self.heap.get(exception), Object::Exception(e) if e.traceback.is_empty()) {
                return exception;
            }
            "StopAsyncIteration"
        } else {
            return exception;
        };
        let replacement = self.raise(classes::RUNTIME_ERROR, &format!("{word} raised {what}")).0;
        if let Object::Exception(e) = self.heap.get_mut(replacement) {
            e.cause = Value::Obj(exception);
            e.context = Value::Obj(exception);
            e.suppress_context = true;
        }
        replacement
    }

    /// Whether whoever waits for the result of the popped frame takes this exception as an answer.
    fn caught_by_cont(&mut self, stack: &mut Vec<Value>, cont: Cont, exception: Ref) -> Res<Option<Flow>> {
        let class = self.heap.type_of(exception);
        match cont {
            Cont::ForIter | Cont::Send | Cont::Next { .. } if self.is_subclass(class, classes::STOP_ITERATION) => {
                if let Cont::Next { default: Value::Unset, .. } = cont {
                    return Ok(None);
                }
                let value = self.stop_value(exception);
                self.exhausted(stack, cont, value).map(Some)
            }
            Cont::Close { dst, .. }
                if self.is_subclass(class, classes::GENERATOR_EXIT)
                    || self.is_subclass(class, classes::STOP_ITERATION) =>
            {
                self.set_register(stack, dst, Value::None);
                Ok(Some(Flow::Next))
            }
            Cont::GetAttr { dst, object, name } if self.is_subclass(class, classes::ATTRIBUTE_ERROR) => {
                let of = self.type_of(object);
                match self.class_attr_str(of, "__getattr__") {
                    Some(func) => {
                        let args = [object, Value::Obj(name)];
                        self.call(stack, func, &args, &[], Cont::Store { dst, then: Then::Nothing }).map(Some)
                    }
                    None => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// `StopIteration.value`.
    fn stop_value(&self, exception: Ref) -> Value {
        match self.heap.get(exception) {
            Object::Exception(e) => self.items_slice(e.args).and_then(|a| a.first().copied()).unwrap_or(Value::None),
            _ => Value::None,
        }
    }

    /// The exception being handled becomes the new one's `__context__`, without making a cycle.
    pub(crate) fn attach_context(&mut self, exception: Ref) {
        let Value::Obj(handled) = self.handling else { return };
        if handled == exception {
            return;
        }
        // cut the chain where it would come back to the new exception
        let mut at = handled;
        for _ in 0..1000 {
            let Object::Exception(e) = self.heap.get(at) else { break };
            let Value::Obj(next) = e.context else { break };
            if next == exception {
                if let Object::Exception(e) = self.heap.get_mut(at) {
                    e.context = Value::None;
                }
                break;
            }
            at = next;
        }
        if let Object::Exception(e) = self.heap.get_mut(exception) {
            e.context = Value::Obj(handled);
        }
    }

    /// The `raise` statement. `Err((exception, fresh))`.
    pub(crate) fn raise_op(
        &mut self,
        stack: &mut Vec<Value>,
        exception: Value,
        cause: Value,
        form: u8,
    ) -> Result<Flow, (Raise, bool)> {
        if form == 0 {
            return match self.handling {
                Value::Obj(r) => Err((Raise(r), false)),
                _ => Err((self.raise(classes::RUNTIME_ERROR, "No active exception to reraise"), true)),
            };
        }
        if form == 2 {
            // classes and causes are settled in Python: both may have constructors written in Python
            let instance = matches!(exception, Value::Obj(r) if matches!(self.heap.get(r), Object::Exception(_)));
            let plain_cause =
                cause.is_none() || matches!(cause, Value::Obj(r) if matches!(self.heap.get(r), Object::Exception(_)));
            if !(instance && plain_cause) {
                let func = self.prelude("_raise_from");
                return self.call(stack, func, &[exception, cause], &[], Cont::RaiseResult).map_err(|r| (r, true));
            }
            if let Value::Obj(r) = exception
                && let Object::Exception(e) = self.heap.get_mut(r)
            {
                e.cause = cause;
                e.suppress_context = true;
            }
        }
        let Value::Obj(r) = exception else {
            return Err((self.type_error("exceptions must derive from BaseException"), true));
        };
        match self.heap.get(r) {
            Object::Exception(_) => Err((Raise(r), true)),
            Object::Class(_) if self.is_subclass(r, classes::BASE_EXCEPTION) => {
                if matches!(self.heap.get(r), Object::Class(c) if c.builtin) {
                    return Err((self.raise_with(r, &[]), true));
                }
                self.call(stack, exception, &[], &[], Cont::RaiseResult).map_err(|r| (r, true))
            }
            _ => Err((self.type_error("exceptions must derive from BaseException"), true)),
        }
    }

    /// `except class:`.
    pub(crate) fn exception_matches(&mut self, exception: Value, class: Value) -> Res<bool> {
        let of = self.type_of(exception);
        let kinds = match class {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Tuple(items) => items.to_vec(),
                _ => vec![class],
            },
            _ => vec![class],
        };
        let mut matched = false;
        for kind in kinds {
            match kind {
                Value::Obj(r)
                    if matches!(self.heap.get(r), Object::Class(_)) && self.is_subclass(r, classes::BASE_EXCEPTION) =>
                {
                    matched |= self.is_subclass(of, r);
                }
                _ => return Err(self.catching_wrong()),
            }
        }
        Ok(matched)
    }

    fn catching_wrong(&mut self) -> Raise {
        self.type_error("catching classes that do not inherit from BaseException is not allowed")
    }

    /// `except* class`: splits a group.
    pub(crate) fn group_match(
        &mut self,
        stack: &mut Vec<Value>,
        group: Value,
        class: Value,
        instr: crate::code::Instr,
    ) -> Res<Flow> {
        // the prelude returns (match, rest); an unpacking store puts them into a and b
        if group.is_none() {
            self.set_register(stack, instr.a, Value::None);
            return Ok(Flow::Next);
        }
        let func = self.prelude("_exc_group_match");
        self.call(stack, func, &[group, class], &[], Cont::Pair { first: instr.a, second: instr.b })
    }

    // -- with

    pub(crate) fn with_enter(
        &mut self,
        stack: &mut Vec<Value>,
        manager: Value,
        dst: u8,
        asynchronous: bool,
    ) -> Res<Flow> {
        let (enter, exit) = if asynchronous { ("__aenter__", "__aexit__") } else { ("__enter__", "__exit__") };
        let class = self.type_of(manager);
        let (enter_name, exit_name) = (self.intern(enter), self.intern(exit));
        let entering = self.class_attr(class, enter_name);
        let leaving = self.class_attr(class, exit_name);
        let (Some(entering), Some(_)) = (entering, leaving) else {
            let protocol = if asynchronous { "asynchronous context manager" } else { "context manager" };
            let mut message = format!("'{}' object does not support the {protocol} protocol", self.type_name(manager));
            if entering.is_some() {
                message.push_str(&format!(" (missed {exit} method)"));
            }
            return Err(self.type_error(&message));
        };
        let exit = match self.lookup_generic(manager, class, exit_name) {
            Found::Method { func, receiver } => self.alloc(Object::BoundMethod { func, receiver }),
            Found::Value(value) => value,
            _ => {
                let func = leaving.map_or(Value::None, |leaving| self.called_with_receiver(leaving));
                self.alloc(Object::BoundMethod { func, receiver: manager })
            }
        };
        let entering = self.called_with_receiver(entering);
        self.set_register(stack, dst, exit);
        let cont = Cont::Store { dst: dst + 1, then: Then::Nothing };
        match self.lookup_generic(manager, class, enter_name) {
            Found::Value(func) => self.call(stack, func, &[], &[], cont),
            _ => self.call(stack, entering, &[manager], &[], cont),
        }
    }

    pub(crate) fn with_exit(
        &mut self,
        stack: &mut Vec<Value>,
        exit: Value,
        exception: Value,
        dst: u8,
        raised: bool,
    ) -> Res<Flow> {
        let cont = Cont::Exit { dst };
        if !raised {
            return self.call(stack, exit, &[Value::None, Value::None, Value::None], &[], cont);
        }
        let class = Value::Obj(self.type_of(exception));
        let traceback = self.traceback_object(exception);
        self.call(stack, exit, &[class, exception, traceback], &[], cont)
    }

    /// `exception.__traceback__` as an object, or None.
    pub(crate) fn traceback_object(&mut self, exception: Value) -> Value {
        let entries = match exception {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Exception(e) => e.traceback.clone(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        if entries.is_empty() { Value::None } else { self.alloc(Object::Traceback(entries.into())) }
    }
}
