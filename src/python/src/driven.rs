//! Generators and coroutines that a hand-written loop drives: user-level scheduling without asyncio.
//!
//! Where a program resumes one of several generators with `next` or `send`, they take turns, and each shows as a task of its own
//! under its thread. One that is alone (`next(numbers)`) is data and no task. What tells them apart: the function that resumes, or
//! the module, holds other generators in a variable (`ready`, `self.queue`); or the same function resumed another in between.
//!
//! Keeps true: remarks only, as all of `tasks`: nothing here changes what a program does or costs. `driven` is sorted.

use crate::code::CodeKind;
use crate::exit::{TaskEnd, TaskWait};
use crate::object::{CodeId, GeneratorKind, Object};
use crate::process::Process;
use crate::value::{Ref, Value};

/// How deep the variables of a scheduler are looked into: `self.ready[0][2]`.
const MOST_STEPS: u32 = 3;
/// Items of one container that are looked at.
const MOST_ITEMS: usize = 4;

impl Process {
    /// The program resumes a generator by `next` or `send`.
    pub(crate) fn drive(&mut self, stack: &[Value], generator: Ref) {
        let Object::Generator(g) = self.heap.get(generator) else { return };
        let (code, started) = (g.code, g.started);
        let is_own = |id: CodeId| self.codes.get(id.0 as usize).is_some_and(|loaded| !loaded.embedded);
        let Some(site) = self.frames.last().map(|frame| frame.code) else { return };
        let depth = self.frames.len();
        if g.finished || g.kind == GeneratorKind::AsyncGenerator || !is_own(site) || !is_own(code) {
            return;
        }
        let known = self.tasks.driven.binary_search_by_key(&generator, |d| d.0);
        if let Ok(at) = known {
            let task = self.tasks.driven[at].1;
            self.task_step(task);
            return;
        }
        let before = self.tasks.last_driven.replace((site, depth as u32, generator));
        let takes_turns = started
            && before.is_some_and(|(code, at, other)| (code, at as usize) == (site, depth) && other != generator);
        if !takes_turns && (started || !self.has_others(stack, generator)) {
            return;
        }
        let name = self.driven_name(generator);
        let task = self.task_new(generator, &name);
        if let Err(at) = known {
            self.tasks.driven.insert(at, (generator, task));
        }
        self.task_step(task);
    }

    /// A generator's frame is left at a `yield`.
    pub(crate) fn driven_yields(&mut self, generator: Ref) {
        if let Ok(at) = self.tasks.driven.binary_search_by_key(&generator, |d| d.0) {
            let task = self.tasks.driven[at].1;
            self.task_leave(task, TaskWait::Turn);
        }
    }

    /// A generator's frame is left for good, by an exception or not.
    pub(crate) fn driven_ends(&mut self, generator: Ref, exception: Option<Ref>) {
        let Ok(at) = self.tasks.driven.binary_search_by_key(&generator, |d| d.0) else { return };
        let (_, task) = self.tasks.driven.remove(at);
        let how = match exception {
            None => TaskEnd::Returned,
            Some(exception) => match self.exception_line(exception) {
                line if line.starts_with("GeneratorExit") => TaskEnd::Cancelled,
                line => TaskEnd::Raised(line),
            },
        };
        self.task_done(task, how);
    }

    /// Whether the running function or the module holds other generators of the program.
    fn has_others(&self, stack: &[Value], generator: Ref) -> bool {
        let Some(frame) = self.frames.last() else { return false };
        let Some(loaded) = self.codes.get(frame.code.0 as usize) else { return false };
        let base = frame.base as usize;
        let registers = loaded.code.variables.iter().filter_map(|v| stack.get(base + usize::from(v.register)).copied());
        let module = (loaded.code.kind == CodeKind::Module).then_some(Value::Obj(frame.globals));
        registers.chain(module).any(|value| {
            let steps = if module.is_some() { MOST_STEPS + 1 } else { MOST_STEPS };
            self.holds_generator(value, generator, steps, module.is_some())
        })
    }

    fn holds_generator(&self, value: Value, but: Ref, steps: u32, all: bool) -> bool {
        let (Value::Obj(r), true) = (value, steps > 0) else { return false };
        let inside = |value: Value| match value {
            Value::Obj(inner) if inner == but => false,
            Value::Obj(inner) => match self.heap.get(inner) {
                Object::Generator(g) => {
                    !g.finished && self.codes.get(g.code.0 as usize).is_some_and(|loaded| !loaded.embedded)
                }
                _ => self.holds_generator(value, but, steps - 1, false),
            },
            _ => false,
        };
        match self.heap.get(r) {
            Object::List(items) => items.iter().take(MOST_ITEMS).any(|&item| inside(item)),
            Object::Deque(deque) => deque.live().iter().take(MOST_ITEMS).any(|&item| inside(item)),
            Object::Tuple(items) => items.iter().take(MOST_ITEMS).any(|&item| inside(item)),
            Object::Dict(dict) => {
                // A module's variables are not items of a container: a generator among them is nobody's queue.
                let most = if all { usize::MAX } else { MOST_ITEMS };
                dict.iter().take(most).any(|(_, item)| {
                    let is_plain = matches!(item, Value::Obj(r) if matches!(self.heap.get(r), Object::Generator(_)));
                    !(all && is_plain) && inside(item)
                })
            }
            Object::Cell(inner) => self.holds_generator(*inner, but, steps, false),
            Object::Instance(instance) => {
                self.holds_generator(instance.payload, but, steps, false)
                    || instance.slots.iter().any(|&slot| self.holds_generator(slot, but, steps - 1, false))
                    || self.holds_generator(instance.dict, but, steps - 1, false)
            }
            _ => false,
        }
    }

    /// `task('a', 3)`: what was called, with its first arguments.
    fn driven_name(&self, generator: Ref) -> String {
        let Object::Generator(g) = self.heap.get(generator) else { return String::new() };
        let Some(loaded) = self.codes.get(g.code.0 as usize) else { return String::new() };
        let mut name = loaded.code.name.clone();
        name.push('(');
        if let Some(frame) = g.frame.as_ref().filter(|_| !g.started) {
            let given = loaded.code.variables.iter().filter(|v| !v.cell).take(2);
            let given = given.filter_map(|v| frame.registers.get(usize::from(v.register)).filter(|v| !v.is_unset()));
            let shown: Vec<String> = given.map(|&value| self.short_repr(value)).collect();
            name.push_str(&shown.join(", "));
        }
        name.push(')');
        name
    }
}
