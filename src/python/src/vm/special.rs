//! Built-ins that look at the frames of the running thread, or start new ones.

use crate::classes;
use crate::exit::Syscall;
use crate::native::{Res, Special};
use crate::object::Object;
use crate::process::Process;
use crate::value::{Ref, Value};
use crate::vm::frame::{Cont, Frame};
use crate::vm::run::Flow;

impl Process {
    pub(crate) fn special(&mut self, stack: &mut Vec<Value>, special: Special, cont: Cont) -> Res<Flow> {
        match special {
            Special::Globals => {
                let globals = self.user_frame(0).map_or(self.main, |f| f.globals);
                self.deliver(stack, cont, Value::Obj(globals))
            }
            Special::Locals => {
                let locals = self.locals(stack);
                self.deliver(stack, cont, locals)
            }
            Special::Dir => {
                let locals = self.locals(stack);
                let func = self.prelude("_sorted_names");
                self.call(stack, func, &[locals], &[], cont)
            }
            Special::Super => {
                let arguments = self
                    .frames
                    .last()
                    .and_then(|f| self.codes.get(f.code.0 as usize))
                    .is_some_and(|l| l.code.params.positional > 0);
                let what = if arguments { "super(): __class__ cell not found" } else { "super(): no arguments" };
                Err(self.raise(classes::RUNTIME_ERROR, what))
            }
            Special::ExcInfo => {
                let exception = self.handling;
                let info = match exception {
                    Value::Obj(r) => {
                        let class = Value::Obj(self.heap.type_of(r));
                        let traceback = self.traceback_object(exception);
                        self.new_tuple([class, exception, traceback])
                    }
                    _ => self.new_tuple([Value::None, Value::None, Value::None]),
                };
                self.deliver(stack, cont, info)
            }
            Special::Frame(depth) => {
                let parts = self.frame_parts(stack, depth);
                match parts {
                    Some(parts) => {
                        let tuple = self.new_tuple(parts);
                        self.deliver(stack, cont, tuple)
                    }
                    None => Err(self.value_error("call stack is not deep enough")),
                }
            }
            Special::Exec { code, globals, namespace, want_value } => {
                let _ = want_value;
                self.push_call(stack, Value::Unset, code, globals, namespace, &[], &[], cont)?;
                Ok(Flow::Frame)
            }
            Special::ClassBody { func, namespace } => {
                let Some(Object::Function(f)) = self.object(func) else {
                    return Err(self.type_error("__build_class__: func must be a function"));
                };
                let (code, globals) = (f.code, f.globals);
                self.push_call(stack, func, code, globals, namespace, &[], &[], cont)?;
                Ok(Flow::Frame)
            }
            Special::Next { iterator, default } => {
                let Cont::Store { dst, .. } = cont else {
                    let func = self.prelude("_next");
                    let default = if default.is_unset() { self.new_tuple([]) } else { self.new_tuple([default]) };
                    return self.call(stack, func, &[iterator, default], &[], cont);
                };
                if let Value::Obj(r) = iterator {
                    self.drive(stack, r);
                }
                self.next_of(stack, iterator, Cont::Next { dst, default })
            }
            Special::GeneratorSend { generator, value } => {
                self.drive(stack, generator);
                self.resume(stack, generator, value, cont)
            }
            Special::TaskTurn { task, coroutine, before } => {
                let Cont::Store { dst, .. } = cont else { return Err(self.type_error("a turn has a place")) };
                self.resume(stack, coroutine, Value::None, Cont::TaskTurn { dst, task, before })
            }
            Special::GeneratorThrow { generator, exception } => self.throw(stack, generator, exception, cont),
            Special::GeneratorClose { generator } => self.close(stack, generator, cont),
            Special::StartThread { func, args, name, daemon } => {
                let live = self.threads.iter().flatten().count();
                if live >= self.limits.threads as usize {
                    return Err(self.raise(classes::RUNTIME_ERROR, "can't start new thread"));
                }
                let args = self.new_tuple(args);
                let main = self.prelude("_thread_main");
                let thread = self.spawn(main, &[func, args], &name);
                Ok(Flow::leave(self.leave_with_syscall(Syscall::ThreadStart { thread, name, daemon }, cont)))
            }
            Special::CurrentThread => {
                let current = Value::Int(i64::from(self.current));
                self.deliver(stack, cont, current)
            }
            Special::Frames => {
                let user = |f: &&Frame| self.codes.get(f.code.0 as usize).is_some_and(|l| !l.embedded);
                let frames: Vec<Frame> = self.frames.iter().rev().filter(user).cloned().collect();
                let mut list = Vec::with_capacity(frames.len());
                for frame in frames {
                    if let Some(mut parts) = self.parts_of(stack, &frame) {
                        parts.push(self.alloc(Object::Code(frame.code)));
                        list.push(self.new_tuple(parts));
                    }
                }
                let list = self.new_list(list);
                self.deliver(stack, cont, list)
            }
            Special::Collect => {
                let live = self.live_registers(stack);
                let gone = self.collect_counting(&live, live.len())?;
                self.weak.collected(self.instructions, self.heap.slots() as u64);
                self.deliver(stack, cont, Value::Int(gone as i64))
            }
            Special::StackText => {
                let text = self.stack_text();
                let text = self.new_string(text);
                self.deliver(stack, cont, text)
            }
        }
    }

    /// The registers that somebody may still read. In a call everything from its first register on belongs to the callee, so
    /// that what earlier statements left there keeps nothing alive.
    pub(crate) fn live_registers(&self, stack: &[Value]) -> Vec<Value> {
        use crate::code::Op;
        let mut live = Vec::new();
        for frame in &self.frames {
            let Some(loaded) = self.codes.get(frame.code.0 as usize) else { continue };
            let base = frame.base as usize;
            let instr = loaded.code.instrs.get((frame.ip as usize).saturating_sub(1));
            let count = match instr {
                Some(i) if matches!(i.op, Op::Call | Op::CallMethod | Op::CallKw | Op::CallMethodKw | Op::CallEx) => {
                    usize::from(i.a).max(usize::from(loaded.locals))
                }
                Some(i) if i.op == Op::GetAttr => {
                    usize::from(i.a.max(i.b)).saturating_add(1).max(usize::from(loaded.locals))
                }
                Some(i) if i.op == Op::Reap && i.b == 0 => i.d as usize,
                _ => usize::from(loaded.code.registers),
            };
            let end = (base + count).min(stack.len());
            live.extend_from_slice(stack.get(base..end).unwrap_or(&[]));
        }
        live
    }

    /// The frame `depth` levels up among those of the user's program.
    fn user_frame(&self, depth: usize) -> Option<&Frame> {
        self.frames.iter().rev().filter(|f| self.codes.get(f.code.0 as usize).is_some_and(|l| !l.embedded)).nth(depth)
    }

    /// `locals()`: a dict; for a module or class body the namespace itself.
    fn locals(&mut self, stack: &[Value]) -> Value {
        let user = |f: &Frame| self.codes.get(f.code.0 as usize).is_some_and(|l| !l.embedded);
        let Some(at) = self.frames.iter().rposition(user) else { return Value::Obj(self.main) };
        let Some(frame) = self.frames.get(at).cloned() else { return Value::Obj(self.main) };
        let locals = self.locals_of(stack, &frame);
        // a function's dict is made once; what `exec` has put into it is still there the next time
        if !locals.is(Value::Obj(frame.globals))
            && let Some(frame) = self.frames.get_mut(at)
        {
            frame.namespace = locals;
        }
        locals
    }

    fn locals_of(&mut self, stack: &[Value], frame: &Frame) -> Value {
        use crate::code::CodeKind;
        let code = std::sync::Arc::clone(&self.codes[frame.code.0 as usize].code);
        if matches!(code.kind, CodeKind::Module | CodeKind::ClassBody) {
            return if frame.namespace.is_unset() { Value::Obj(frame.globals) } else { frame.namespace };
        }
        let dict = match frame.namespace {
            Value::Obj(dict) => dict,
            _ => self.heap.alloc(Object::Dict(Box::default())),
        };
        for v in code.variables.iter().filter(|v| !v.name.starts_with('.')) {
            let mut value = stack.get(frame.base as usize + v.register as usize).copied().unwrap_or(Value::Unset);
            if v.cell
                && let Value::Obj(r) = value
                && let Object::Cell(inner) = self.heap.get(r)
            {
                value = *inner;
            }
            let name = self.intern(&v.name);
            if value.is_unset() {
                self.dict_del_name(dict, name);
            } else {
                self.dict_set_name(dict, name, value);
            }
        }
        Value::Obj(dict)
    }

    /// (module name, function name, line, file, globals, locals) of a frame.
    fn frame_parts(&mut self, stack: &[Value], depth: usize) -> Option<Vec<Value>> {
        let frame = self.user_frame(depth)?.clone();
        self.parts_of(stack, &frame)
    }

    fn parts_of(&mut self, stack: &[Value], frame: &Frame) -> Option<Vec<Value>> {
        let loaded = self.codes.get(frame.code.0 as usize)?;
        let line = loaded.code.lines.get((frame.ip as usize).saturating_sub(1)).copied().unwrap_or(0);
        let file = self.sources.get(loaded.source as usize).map_or(String::new(), |s| s.name.clone());
        let name = loaded.code.name.clone();
        let module = self.dict_get_str(frame.globals, "__name__").unwrap_or(Value::None);
        let name = self.new_string(name);
        let file = self.new_string(file);
        let locals = self.locals_of(stack, frame);
        Some(vec![module, name, Value::Int(i64::from(line)), file, Value::Obj(frame.globals), locals])
    }

    /// What `parts_of` gives, and the code, for the frame of a generator that has not ended.
    pub(crate) fn generator_parts(&mut self, generator: Ref) -> Option<Vec<Value>> {
        let Object::Generator(g) = self.heap.get(generator) else { return None };
        let (code, started) = (g.code, g.started);
        let running = self.frames.iter().rev().find(|f| f.generator.is(Value::Obj(generator)));
        let (frame, registers) = match running {
            Some(frame) => (Frame { base: 0, ..frame.clone() }, Vec::new()),
            None => {
                let saved = g.frame.as_ref()?;
                let frame = Frame {
                    code,
                    ip: saved.ip,
                    base: 0,
                    func: saved.func,
                    globals: saved.globals,
                    namespace: saved.namespace,
                    cont: Cont::ForIter,
                    handling_before: Value::None,
                    generator: Value::Obj(generator),
                };
                (frame, saved.registers.clone())
            }
        };
        let first_line = self.codes.get(code.0 as usize).map_or(0, |loaded| loaded.code.first_line);
        let mut parts = self.parts_of(&registers, &frame)?;
        if !started && let Some(line) = parts.get_mut(2) {
            *line = Value::Int(i64::from(first_line));
        }
        parts.push(self.alloc(Object::Code(code)));
        Some(parts)
    }

    /// The dict behind `globals()` of the running frame, for natives that evaluate code.
    pub(crate) fn current_globals(&self) -> Ref {
        self.user_frame(0).map_or(self.main, |f| f.globals)
    }
}
