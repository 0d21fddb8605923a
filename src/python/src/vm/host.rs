//! The public face for hosts: boot a program, run a thread, answer a syscall, look at where threads are.

use std::sync::Arc;

use crate::compile::{Mode, compile_module};
use crate::exit::{Answer, Budget, Exit, Ran, ThreadId};
use crate::library::HAS_RARE_NATIVES;
use crate::native::{Raise, Res, Then};
use crate::object::{GeneratorKind, Object};
use crate::process::{Config, Process, SwitchModel};
use crate::syntax::Diagnostic;
use crate::value::{Ref, Value};
use crate::vm::frame::{Cont, Pending, Thread};
use crate::vm::run::{Flow, WINDOW};
use crate::vm::unwind::Unwound;
use crate::{classes, library};

/// What a register and a frame count for in the heap limit, the same on every target.
const REGISTER_BYTES: usize = 16;
const FRAME_BYTES: usize = 100;

/// A place in a source the user can see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index into `Process::sources`.
    pub source: u32,
    /// Byte range.
    pub start: u32,
    pub end: u32,
    /// 1-based.
    pub line: u32,
    /// Name of the function, `<module>` at the top level.
    pub function: String,
}

/// A frame as a viewer shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    pub place: Place,
    /// Name and `repr` of each local variable that has a value, in order of registers.
    pub variables: Vec<(String, String)>,
}

impl Process {
    /// A process about to run `source` as its main module. Nothing of it has run yet.
    ///
    /// # Errors
    /// What is wrong with the program, as far as it can be known before it runs.
    pub fn boot(source: &str, file_name: &str, config: Config) -> Result<Self, Vec<Diagnostic>> {
        let compiled = compile_module(source, file_name, Mode::Module)?;
        let mut process = Self::with_library(config);
        let missing = crate::unsupported::imports(&process, &compiled);
        if !missing.is_empty() {
            return Err(missing);
        }
        let number = process.add_source(file_name, source, false);
        let code = process.load(&compiled.code, number, false);
        process.make_main_module(file_name);
        let argument = process.alloc(Object::Code(code));
        let prelude = process.prelude;
        process.dict_set_str(prelude, "_main_code", argument);
        let mut warnings = String::new();
        for (line, message) in &compiled.warnings {
            let text = source.lines().nth(line.saturating_sub(1) as usize).unwrap_or("").trim();
            warnings.push_str(&format!("{file_name}:{line}: SyntaxWarning: {message}\n  {text}\n"));
        }
        let warned = process.new_string(warnings);
        process.dict_set_str(prelude, "_main_warnings", warned);
        let main = process.prelude(if compiled.warnings.is_empty() { "_run_main" } else { "_run_warned" });
        process.spawn(main, &[argument], "MainThread");
        process.spent = 0;
        process.instructions = 0;
        Ok(process)
    }

    /// A process with the built-ins complete: natives and the prelude.
    #[must_use]
    pub fn with_library(config: Config) -> Self {
        let mut process = Self::bare(config);
        for (name, source) in library::SOURCES.iter().filter(|(n, _)| n.starts_with("_prelude")) {
            let code = process.load_embedded(name, source);
            let globals = process.prelude;
            process.run_module_code(code, globals);
        }
        process
    }

    /// Runs embedded module code to its end; such code makes no syscalls.
    fn run_module_code(&mut self, code: crate::object::CodeId, globals: Ref) {
        let name = self.intern("builtins");
        self.dict_set_str(globals, "__name__", Value::Obj(name));
        let mut stack = vec![Value::Unset; 2 * WINDOW];
        self.frames = Vec::new();
        self.handling = Value::None;
        if self.push_call(&mut stack, Value::Unset, code, globals, Value::Unset, &[], &[], Cont::Bottom).is_ok() {
            let exit = self.run_thread(&mut stack, Budget { picos: u64::MAX, switch_point: false });
            if !matches!(exit, Exit::Finished) && self.limit_hit.is_none() {
                self.limit_hit = Some(format!("the built-in library did not load: {exit:?}"));
            }
        }
        if let Value::Obj(e) = std::mem::replace(&mut self.uncaught, Value::None) {
            self.limit_hit = Some(format!("the built-in library did not load: {}", self.traceback_text(e)));
        }
        self.frames = Vec::new();
        self.spent = 0;
    }

    fn make_main_module(&mut self, file_name: &str) {
        let (main, modules) = (self.main, self.modules);
        let name = self.intern("__main__");
        let module = self.alloc(Object::Module(Box::new(crate::object::Module { name, dict: main })));
        let file = self.new_str(file_name);
        let builtins = self.loaded_builtins();
        let annotations = self.new_dict(crate::dict::Dict::new());
        for (key, value) in [
            ("__name__", Value::Obj(name)),
            ("__doc__", Value::None),
            ("__package__", Value::None),
            ("__loader__", Value::None),
            ("__spec__", Value::None),
            ("__annotations__", annotations),
            ("__builtins__", builtins),
            ("__file__", file),
        ] {
            self.dict_set_str(main, key, value);
        }
        self.dict_set_name(modules, name, module);
    }

    fn loaded_builtins(&self) -> Value {
        self.dict_get_str(self.modules, "builtins").unwrap_or(Value::None)
    }

    /// Makes a thread that will call `func(*args)`; nothing runs yet.
    pub(crate) fn spawn(&mut self, func: Value, args: &[Value], name: &str) -> ThreadId {
        let id = ThreadId(self.threads.len() as u32);
        let mut thread = Thread::new(name);
        thread.stack = vec![Value::Unset; 2 * WINDOW];
        self.heap.grew(2 * WINDOW * REGISTER_BYTES);
        let frames = std::mem::take(&mut self.frames);
        let handling = std::mem::replace(&mut self.handling, Value::None);
        // `_run_main` and `_thread_main` are Python functions of fixed arity: the call only pushes a frame
        let pushed = self.call(&mut thread.stack, func, args, &[], Cont::Bottom);
        debug_assert!(matches!(pushed, Ok(Flow::Frame)));
        thread.frames = std::mem::replace(&mut self.frames, frames);
        self.handling = handling;
        self.threads.push(Some(Box::new(thread)));
        id
    }

    /// Runs a thread; see the contract in `exit.rs`.
    pub fn run(&mut self, thread: ThreadId, budget: Budget) -> Ran {
        self.spent = 0;
        self.forget_task_facts();
        let before = self.instructions;
        let exit = match self.limit_hit.clone() {
            Some(limit) => Exit::Limit(limit),
            None => self.run_loaded(thread, budget),
        };
        let instructions = self.instructions - before;
        let exit = match exit {
            Exit::BudgetSpent | Exit::SwitchPoint if self.instructions > self.limits.instructions => {
                Exit::Limit(format!(
                    "the limit of {} instructions is reached (raise it with --limit-instructions or in the settings)",
                    self.limits.instructions
                ))
            }
            exit => exit,
        };
        Ran { exit, picos: self.spent, instructions }
    }

    fn run_loaded(&mut self, id: ThreadId, budget: Budget) -> Exit {
        let Some(mut thread) = self.threads.get_mut(id.0 as usize).and_then(Option::take) else {
            return Exit::Finished;
        };
        self.current = id.0;
        let mut stack = std::mem::take(&mut thread.stack);
        self.frames = std::mem::take(&mut thread.frames);
        self.handling = thread.handling;
        self.context = thread.context;
        self.pending = std::mem::replace(&mut thread.pending, Pending::No);
        self.signal_due = std::mem::take(&mut thread.signal_due);
        let exit = self.continue_thread(&mut stack, budget);
        thread.signal_due = std::mem::take(&mut self.signal_due);
        let over = matches!(exit, Exit::Finished);
        thread.stack = stack;
        thread.frames = std::mem::take(&mut self.frames);
        thread.handling = self.handling;
        thread.context = self.context;
        thread.pending = std::mem::replace(&mut self.pending, Pending::No);
        if !over && let Some(slot) = self.threads.get_mut(id.0 as usize) {
            *slot = Some(thread);
        }
        exit
    }

    fn continue_thread(&mut self, stack: &mut Vec<Value>, budget: Budget) -> Exit {
        match std::mem::replace(&mut self.pending, Pending::No) {
            Pending::No => {}
            Pending::Answer(cont) => {
                // not answered yet: a host error, not the program's; wait again
                self.pending = Pending::Answer(cont);
                return Exit::BudgetSpent;
            }
            Pending::Answered(cont, Answer::Interrupted) => {
                if let Some(exit) = self.call_aside(stack, "_interrupted", cont) {
                    return exit;
                }
            }
            Pending::Answered(cont, answer) => {
                let delivered = match self.answer_value(answer) {
                    Ok(value) => self.deliver(stack, cont, value),
                    Err(raise) => Err(raise),
                };
                match delivered {
                    Ok(Flow::Leave(exit)) => return *exit,
                    Ok(_) => {}
                    Err(raise) => {
                        if let Unwound::Leave(exit) = self.unwind(stack, raise, true) {
                            return exit;
                        }
                    }
                }
            }
        }
        if std::mem::take(&mut self.signal_due)
            && let Some(exit) = self.call_aside(stack, "_run_signals", Cont::Ignore)
        {
            return exit;
        }
        // a budget beyond what is left of the instruction limit is cut down, so that a run always comes back
        let left = self.limits.instructions.saturating_sub(self.instructions).saturating_add(1);
        let ceiling = left.saturating_mul(1_000_000);
        let budget = Budget { picos: budget.picos.min(ceiling), ..budget };
        if !budget.switch_point || self.config.switch_model == SwitchModel::CallsAndLoops {
            while HAS_RARE_NATIVES && self.config.watch_accesses {
                self.note_access(stack);
                let step = Budget { picos: self.spent + 1, ..budget };
                match self.run_thread(stack, step) {
                    Exit::BudgetSpent if self.spent < budget.picos => {}
                    exit => return exit,
                }
            }
            return self.run_thread(stack, budget);
        }
        // leave after one instruction, or after the line changes
        let line = self.visible_line(&self.frames);
        loop {
            if HAS_RARE_NATIVES && self.config.watch_accesses {
                self.note_access(stack);
            }
            let step = Budget { picos: self.spent + 1, switch_point: false };
            match self.run_thread(stack, step) {
                Exit::BudgetSpent => {}
                exit => return exit,
            }
            if self.config.switch_model == SwitchModel::EveryInstruction || self.visible_line(&self.frames) != line {
                return Exit::SwitchPoint;
            }
            if self.spent >= budget.picos {
                return Exit::BudgetSpent;
            }
        }
    }

    /// Calls a function of the prelude between two instructions of the running thread.
    pub(crate) fn call_aside(&mut self, stack: &mut Vec<Value>, name: &str, cont: Cont) -> Option<Exit> {
        let function = self.prelude(name);
        let raise = self.call(stack, function, &[], &[], cont).err()?;
        match self.unwind(stack, raise, true) {
            Unwound::Leave(exit) => Some(exit),
            _ => None,
        }
    }

    /// A signal arrived for the program's handlers: they run in this thread before it goes on.
    pub fn signal(&mut self, thread: ThreadId) {
        if let Some(Some(thread)) = self.threads.get_mut(thread.0 as usize) {
            thread.signal_due = true;
        }
    }

    fn visible_line(&self, frames: &[crate::vm::frame::Frame]) -> Option<(u32, u32)> {
        frames.iter().rev().find_map(|f| {
            let loaded = self.codes.get(f.code.0 as usize)?;
            if loaded.embedded {
                return None;
            }
            Some((f.code.0, *loaded.code.lines.get(f.ip as usize)?))
        })
    }

    /// The host's answer to the syscall a thread left with.
    pub fn answer(&mut self, thread: ThreadId, answer: Answer) {
        if let Some(Some(thread)) = self.threads.get_mut(thread.0 as usize)
            && let Pending::Answer(cont) = thread.pending
        {
            thread.pending = Pending::Answered(cont, answer);
        }
    }

    fn answer_value(&mut self, answer: Answer) -> Res<Value> {
        Ok(match answer {
            Answer::None | Answer::Interrupted => Value::None,
            Answer::Bool(b) => Value::Bool(b),
            Answer::Int(i) => Value::Int(i),
            Answer::Float(f) => Value::Float(f),
            Answer::Str(s) => self.new_string(s),
            Answer::Bytes(bytes) => self.alloc(Object::Bytes(bytes)),
            Answer::Ints(items) => {
                let items: Vec<Value> = items.into_iter().map(Value::Int).collect();
                self.new_tuple(items)
            }
            #[cfg(feature = "live")]
            Answer::Plain(value) => self.unfold(value),
            #[cfg(feature = "live")]
            Answer::Files(changes) => {
                self.granted(changes);
                Value::None
            }
            Answer::OsError { class, number, message } => {
                let class = classes::by_name(&class).unwrap_or(classes::OS_ERROR);
                let message = self.new_string(message);
                return Err(self.raise_with(class, &[Value::Int(number), message]));
            }
            Answer::Error { class, message } => {
                let class = classes::by_name(&class).unwrap_or(classes::RUNTIME_ERROR);
                return Err(self.raise(class, &message));
            }
        })
    }

    /// Makes the thread raise this exception where it stands (KeyboardInterrupt, cancellation). Whether it could.
    pub fn interrupt(&mut self, thread: ThreadId, class: &str, message: &str) -> bool {
        let answer = Answer::Error { class: class.to_owned(), message: message.to_owned() };
        match self.threads.get_mut(thread.0 as usize) {
            Some(Some(t)) => {
                let cont = match t.pending {
                    Pending::Answer(cont) | Pending::Answered(cont, _) => cont,
                    Pending::No => Cont::Ignore,
                };
                t.pending = Pending::Answered(cont, answer);
                true
            }
            _ => false,
        }
    }

    /// Cuts a thread off (a daemon at exit).
    pub fn drop_thread(&mut self, thread: ThreadId) {
        if let Some(slot) = self.threads.get_mut(thread.0 as usize) {
            *slot = None;
        }
    }

    /// A second process with the same state; heap pages are shared until one of them writes.
    #[must_use]
    pub fn fork(&mut self) -> Self {
        let heap = self.heap.fork();
        let empty = std::mem::replace(&mut self.heap, crate::heap::Heap::new(0));
        // What lies above the windows in use is nobody's: a thread's copy need not have it.
        for thread in self.threads.iter_mut().flatten() {
            let end = thread.window_end();
            thread.stack.truncate(end);
        }
        let mut copy = self.clone();
        self.heap = empty;
        copy.heap = heap;
        copy
    }

    /// What `fork` makes: a second process in which only the calling thread lives on. `number`: the process id of the copy,
    /// so that it draws other random numbers.
    #[must_use]
    pub fn fork_thread(&mut self, thread: ThreadId, number: u64) -> Self {
        let mut copy = self.fork();
        copy.heap.begin_forked();
        for (at, slot) in copy.threads.iter_mut().enumerate() {
            if at != thread.0 as usize {
                *slot = None;
            }
        }
        copy.set_seed(number);
        copy
    }

    /// A process that has not run anything yet, made from one that has not run anything either: it will start as a child
    /// that was spawned with `argument`.
    #[must_use]
    pub fn spawned(&mut self, argument: i64, number: u64) -> Self {
        let mut copy = self.fork();
        copy.threads = Vec::new();
        let main = copy.prelude("_run_spawned");
        copy.spawn(main, &[Value::Int(argument)], "MainThread");
        copy.set_seed(number);
        copy.spent = 0;
        copy
    }

    fn set_seed(&mut self, number: u64) {
        self.config.seed = self.config.seed.wrapping_add(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    }

    // -- looking

    /// Where a thread is in the source the user can see.
    #[must_use]
    pub fn place(&self, thread: ThreadId) -> Option<Place> {
        let frames = self.frames_of(thread)?;
        // A frame that called is at the call; the topmost one, unless it waits for an answer, is about to go on: after the
        // jump back of a loop the instruction before it would be one outside the loop.
        let next = self.is_between_instructions(thread).then(|| frames.last()).flatten();
        if let Some(place) = next.and_then(|frame| self.place_in_code(frame.code, frame.ip + 1)) {
            return Some(place);
        }
        frames.iter().rev().find_map(|f| self.place_of(f))
    }

    fn is_between_instructions(&self, thread: ThreadId) -> bool {
        let thread = self.threads.get(thread.0 as usize).and_then(Option::as_ref);
        thread.is_some_and(|thread| matches!(thread.pending, Pending::No))
    }

    fn frames_of(&self, thread: ThreadId) -> Option<&[crate::vm::frame::Frame]> {
        self.threads.get(thread.0 as usize)?.as_ref().map(|t| t.frames.as_slice())
    }

    fn place_of(&self, frame: &crate::vm::frame::Frame) -> Option<Place> {
        self.place_in_code(frame.code, frame.ip)
    }

    /// The place of the instruction before `ip`, if the user can see it.
    pub(crate) fn place_in_code(&self, code: crate::object::CodeId, ip: u32) -> Option<Place> {
        let loaded = self.codes.get(code.0 as usize)?;
        if loaded.embedded {
            return None;
        }
        let at = (ip as usize).saturating_sub(1);
        let span = loaded.code.spans.get(at)?;
        let line = *loaded.code.lines.get(at)?;
        let function = loaded.code.qualname.clone();
        Some(Place { source: loaded.source, start: span.start, end: span.end, line, function })
    }

    /// The user's frames of a thread, outermost first, with their variables.
    #[must_use]
    pub fn view_frames(&self, thread: ThreadId) -> Vec<FrameView> {
        let Some(Some(thread)) = self.threads.get(thread.0 as usize) else { return Vec::new() };
        let mut views = Vec::new();
        for frame in &thread.frames {
            let Some(place) = self.place_of(frame) else { continue };
            views.push(FrameView { place, variables: self.variables_of(frame, &thread.stack) });
        }
        views
    }

    fn variables_of(&self, frame: &crate::vm::frame::Frame, stack: &[Value]) -> Vec<(String, String)> {
        self.variables_in(frame.code, frame.globals, stack.get(frame.base as usize..).unwrap_or_default())
    }

    /// The variables of a frame whose registers begin at the start of `registers`.
    pub(crate) fn variables_in(
        &self,
        code: crate::object::CodeId,
        globals: Ref,
        registers: &[Value],
    ) -> Vec<(String, String)> {
        let Some(loaded) = self.codes.get(code.0 as usize) else { return Vec::new() };
        let mut variables = Vec::new();
        for v in &loaded.code.variables {
            if v.name.starts_with('.') {
                continue;
            }
            let value = registers.get(v.register as usize).copied().unwrap_or(Value::Unset);
            let value = match value {
                Value::Obj(r) if v.cell => match self.heap.get(r) {
                    Object::Cell(inner) => *inner,
                    _ => value,
                },
                value => value,
            };
            if !value.is_unset() {
                variables.push((v.name.clone(), self.short_repr(value)));
            }
        }
        if loaded.code.kind == crate::code::CodeKind::Module {
            variables.extend(self.module_variables(globals));
        }
        variables
    }

    fn module_variables(&self, globals: Ref) -> Vec<(String, String)> {
        let Object::Dict(d) = self.heap.get(globals) else { return Vec::new() };
        d.iter()
            .filter_map(|(key, value)| {
                let name = self.str(key)?;
                let hidden = name.starts_with("__")
                    || matches!(value, Value::Obj(r) if matches!(self.heap.get(r), Object::Module(_) | Object::Function(_) | Object::Class(_) | Object::Native(_)));
                (!hidden).then(|| (name.to_owned(), self.short_repr(value)))
            })
            .collect()
    }

    /// The program's module-level names that hold data, with their `repr`.
    #[must_use]
    pub fn view_globals(&self) -> Vec<(String, String)> {
        self.module_variables(self.main)
    }

    /// Number of the user's frames of a thread.
    #[must_use]
    pub fn view_depth(&self, thread: ThreadId) -> usize {
        let visible =
            |f: &&crate::vm::frame::Frame| self.codes.get(f.code.0 as usize).is_some_and(|loaded| !loaded.embedded);
        self.frames_of(thread).map_or(0, |frames| frames.iter().filter(visible).count())
    }

    /// Bytes of live objects: what the heap limit counts.
    #[must_use]
    pub fn heap_bytes(&self) -> usize {
        self.heap.live_bytes()
    }

    /// See [`Heap::written_bytes`](crate::heap::Heap::written_bytes).
    #[must_use]
    pub fn written_bytes(&self) -> u64 {
        self.heap.written_bytes()
    }

    // -- collecting

    /// Collects garbage at a safe point; `top` is the first stack register not in use.
    pub(crate) fn collect_garbage(&mut self, stack: &[Value], top: usize) -> Res<()> {
        self.collect_counting(stack, top).map(drop)
    }

    /// As `collect_garbage`; how many objects went.
    pub(crate) fn collect_counting(&mut self, stack: &[Value], top: usize) -> Res<usize> {
        let mut roots: Vec<Value> = Vec::with_capacity(top + 1024);
        roots.extend_from_slice(stack.get(..top.min(stack.len())).unwrap_or(stack));
        let pending = std::mem::replace(&mut self.pending, Pending::No);
        root_pending(&mut roots, &pending);
        self.pending = pending;
        for frame in &self.frames {
            root_frame(&mut roots, frame);
        }
        let mut beside = (top + WINDOW) * REGISTER_BYTES + self.frames.len() * FRAME_BYTES;
        for thread in self.threads.iter().flatten() {
            beside += thread.window_end() * REGISTER_BYTES + thread.frames.len() * FRAME_BYTES;
            for frame in &thread.frames {
                root_frame(&mut roots, frame);
            }
            let used = thread.frames.last().map_or(0, |f| {
                f.base as usize + self.codes.get(f.code.0 as usize).map_or(0, |l| usize::from(l.code.registers))
            });
            roots.extend_from_slice(thread.stack.get(..used.min(thread.stack.len())).unwrap_or(&[]));
            roots.extend([thread.handling, thread.object, thread.context]);
            root_pending(&mut roots, &thread.pending);
        }
        roots.extend([self.handling, self.uncaught, self.context]);
        // A generator to be closed is not kept by its lane: when it is closed, its lane ends.
        let by_lane = |value: &Value| matches!(value, Value::Obj(r) if self.tasks.driven.binary_search_by_key(r, |d| d.0).is_ok() && self.weak.tells(*r));
        roots.extend(self.tasks.roots().filter(|value| !by_lane(value)));
        roots.extend(self.statics.iter().copied());
        roots.extend([self.modules, self.builtins, self.prelude, self.main].map(Value::Obj));
        roots.extend((0..classes::ALL.len() as u32).map(|i| Value::Obj(Ref(i))));
        roots.extend(self.interned_values());
        roots.extend(self.shapes.roots_for_collection().map(Value::Obj));
        for loaded in self.codes.iter() {
            roots.extend(loaded.consts.iter().copied());
            roots.extend(loaded.names.iter().map(|&r| Value::Obj(r)));
        }
        self.forget_dead_caches();
        roots.extend(self.weak.dying());
        let gone = self.heap.collect(roots.into_iter(), beside, &mut self.weak);
        self.weak.forget_dead(&self.heap);
        if self.heap.over_limit() && self.heap.would_exceed_by(0, self.slack()) {
            let limit = self.heap.limit_bytes() >> 20;
            let message =
                format!("the heap limit of {limit} MiB is reached (raise it with --limit-heap or in the settings)");
            return Err(self.raise(classes::MEMORY_ERROR, &message));
        }
        Ok(gone)
    }

    /// Caches hold references that are no roots: a freed slot may be reused by another class.
    fn forget_dead_caches(&mut self) {
        self.class_version = self.class_version.wrapping_add(1);
    }

    /// A coroutine, generator or async generator, by kind.
    pub(crate) fn generator_kind(&self, r: Ref) -> Option<GeneratorKind> {
        match self.heap.get(r) {
            Object::Generator(g) => Some(g.kind),
            _ => None,
        }
    }

    /// The `repr` of an uncaught exception's class and message, for the trace.
    #[must_use]
    pub fn exception_line(&self, exception: Ref) -> String {
        self.exception_only(exception)
    }

    /// Text of the exception that ended the last thread without the library reporting it: a fault of the library.
    #[must_use]
    pub fn unreported(&self) -> Option<String> {
        match self.uncaught {
            Value::Obj(r) => Some(self.traceback_text(r)),
            _ => None,
        }
    }

    /// Number of threads ever made.
    #[must_use]
    pub fn thread_count(&self) -> usize {
        self.threads.len()
    }

    /// Loaded codes, for tests and tools.
    #[must_use]
    pub fn loaded_codes(&self) -> usize {
        Arc::clone(&self.codes).len()
    }
}

fn root_frame(roots: &mut Vec<Value>, frame: &crate::vm::frame::Frame) {
    roots.extend([frame.func, frame.namespace, frame.handling_before, frame.generator, Value::Obj(frame.globals)]);
    root_cont(roots, frame.cont);
}

fn root_cont(roots: &mut Vec<Value>, cont: Cont) {
    match cont {
        Cont::Init { instance, .. } => roots.push(Value::Obj(instance)),
        Cont::Next { default: value, .. } | Cont::TaskTurn { before: value, .. } => roots.push(value),
        Cont::GetAttr { object, name, .. } => roots.extend([object, Value::Obj(name)]),
        Cont::Import { module, .. } => roots.push(Value::Obj(module)),
        Cont::New { class, args, kwargs, .. } => roots.extend([Value::Obj(class), args, kwargs]),
        Cont::Store { then: Then::Nothing, .. }
        | Cont::Store { .. }
        | Cont::Ignore
        | Cont::Branch
        | Cont::Truth { .. }
        | Cont::Operator { .. }
        | Cont::ForIter
        | Cont::Send
        | Cont::Exit { .. }
        | Cont::Close { .. }
        | Cont::Method { .. }
        | Cont::RaiseResult
        | Cont::Unpack { .. }
        | Cont::Pair { .. }
        | Cont::Bottom => {}
    }
}

fn root_pending(roots: &mut Vec<Value>, pending: &Pending) {
    match pending {
        Pending::No => {}
        Pending::Answer(cont) | Pending::Answered(cont, _) => root_cont(roots, *cont),
    }
}

/// Lets natives outside `vm` make the exception that ends a thread.
impl From<Raise> for Value {
    fn from(raise: Raise) -> Self {
        Value::Obj(raise.0)
    }
}
