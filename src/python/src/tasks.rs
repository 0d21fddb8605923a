//! What the guest remembers of its asyncio tasks, and what it tells the host about them.
//!
//! An event loop is Python code: it needs no host to switch from one task to the next. So that the picture can show the
//! switches all the same, the library notes them as *facts*, each with the virtual time within the current run. The host
//! takes them after every run ([`Process::take_task_facts`]): a switch leaves no interpreter and costs no scheduling round.
//! Facts are remarks: they never change what a program does.
//!
//! Keeps true: a task's number is dense from 0 within its process and never reused; the facts of a run are in the order of
//! their times.

use serde::{Deserialize, Serialize};

use crate::exit::{TaskEnd, TaskFact, TaskFactAt, TaskWait};
use crate::object::{CodeId, Object};
use crate::process::Process;
use crate::value::{Ref, Value};
use crate::vm::host::{FrameView, Place};

/// How deep a chain of awaits is told.
const MAX_CHAIN: usize = 24;

/// One task that has not ended.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TaskRecord {
    /// A root for the collector: the library knows every pending task, so the coroutine is alive anyway.
    pub coroutine: Ref,
    pub thread: u32,
    /// Where each frame of the chain stood at the last suspension, outermost first.
    chain: Vec<(CodeId, u32)>,
    /// The innermost place of the chain in the user's source.
    place: Option<(u32, u32)>,
}

/// The tasks of a process.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Tasks {
    records: Vec<Option<Box<TaskRecord>>>,
    facts: Vec<TaskFactAt>,
    /// Generators that a hand-written loop drives (`driven`), sorted, with their tasks.
    #[serde(default)]
    pub(crate) driven: Vec<(Ref, u32)>,
    /// Which function, how deep, last resumed a generator, and which one.
    #[serde(default)]
    pub(crate) last_driven: Option<(CodeId, u32, Ref)>,
}

impl Tasks {
    pub(crate) fn roots(&self) -> impl Iterator<Item = Value> + '_ {
        self.records.iter().flatten().map(|record| Value::Obj(record.coroutine))
    }

    fn record(&self, task: u32) -> Option<&TaskRecord> {
        self.records.get(task as usize)?.as_deref()
    }
}

/// A suspended or running task, for viewers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    pub task: u32,
    pub thread: u32,
    /// The frames of its chain of awaits, outermost first; those of a running task are its thread's.
    pub frames: Vec<FrameView>,
}

impl Process {
    /// The facts of the last run.
    pub fn take_task_facts(&mut self) -> Vec<TaskFactAt> {
        std::mem::take(&mut self.tasks.facts)
    }

    /// Facts that the host did not take are of no use any more.
    pub(crate) fn forget_task_facts(&mut self) {
        self.tasks.facts.clear();
    }

    /// Whether there is anything to take.
    #[inline]
    #[must_use]
    pub fn has_task_facts(&self) -> bool {
        !self.tasks.facts.is_empty()
    }

    pub(crate) fn task_fact(&mut self, fact: TaskFact, place: Option<(u32, u32)>) {
        let at_picos = self.spent;
        self.tasks.facts.push(TaskFactAt { at_picos, place, fact });
    }

    pub(crate) fn task_new(&mut self, coroutine: Ref, name: &str) -> u32 {
        let task = self.tasks.records.len() as u32;
        let place = self.coroutine_start(coroutine);
        let record = TaskRecord { coroutine, thread: self.current, chain: Vec::new(), place };
        self.tasks.records.push(Some(Box::new(record)));
        let here = self.user_code_place();
        self.task_fact(TaskFact::New { task, name: name.to_owned() }, here);
        task
    }

    pub(crate) fn task_step(&mut self, task: u32) {
        let current = self.current;
        let mut place = None;
        if let Some(Some(record)) = self.tasks.records.get_mut(task as usize) {
            record.thread = current;
            place = record.place;
        }
        self.task_fact(TaskFact::Step { task }, place);
    }

    pub(crate) fn task_leave(&mut self, task: u32, wait: TaskWait) {
        let Some(record) = self.tasks.record(task) else { return };
        let (coroutine, before) = (record.coroutine, record.place);
        let chain = self.await_chain(coroutine);
        let known = self.tasks.record(task).is_some_and(|record| record.chain == chain);
        let place = if known { before } else { chain.iter().rev().find_map(|&(code, ip)| self.code_place(code, ip)) };
        self.task_fact(TaskFact::Leave { task, wait }, place);
        if known {
            return;
        }
        if chain.len() > 1 {
            let words: Vec<&str> = chain
                .iter()
                .filter_map(|&(code, _)| self.codes.get(code.0 as usize))
                .map(|loaded| loaded.code.qualname.as_str())
                .collect();
            let chain = words.join(" → ");
            self.task_fact(TaskFact::Chain { task, chain }, place);
        }
        if let Some(Some(record)) = self.tasks.records.get_mut(task as usize) {
            record.chain = chain;
            record.place = place;
        }
    }

    pub(crate) fn task_done(&mut self, task: u32, how: TaskEnd) {
        let place = self.tasks.record(task).and_then(|record| record.place);
        self.task_fact(TaskFact::Done { task, how }, place);
        if let Some(slot) = self.tasks.records.get_mut(task as usize) {
            *slot = None;
        }
    }

    /// Where the frames of a coroutine and of what it awaits stand, outermost first.
    fn await_chain(&self, coroutine: Ref) -> Vec<(CodeId, u32)> {
        let mut chain = Vec::new();
        self.for_each_awaited(coroutine, |_, code, ip| chain.push((code, ip)));
        chain
    }

    fn for_each_awaited(&self, coroutine: Ref, mut see: impl FnMut(Ref, CodeId, u32)) {
        let mut at = Some(coroutine);
        for _ in 0..MAX_CHAIN {
            let Some(r) = at else { return };
            let Object::Generator(generator) = self.heap.get(r) else { return };
            let Some(frame) = &generator.frame else { return };
            see(r, generator.code, frame.ip);
            at = self.delegate_of(r).and_then(|delegate| match delegate {
                Value::Obj(next) => self.awaited_generator(next),
                _ => None,
            });
        }
    }

    /// The generator behind an awaited object: itself, or that of an async generator's step.
    fn awaited_generator(&self, awaited: Ref) -> Option<Ref> {
        match self.heap.get(awaited) {
            Object::Generator(_) => Some(awaited),
            Object::Instance(_) => match self.own_attr(awaited, self.interned_name("_generator")?) {
                Some(Value::Obj(r)) if matches!(self.heap.get(r), Object::Generator(_)) => Some(r),
                _ => None,
            },
            _ => None,
        }
    }

    /// The interned string with this text, if there is one.
    fn interned_name(&self, text: &str) -> Option<Ref> {
        let same = |key: Value| matches!(key, Value::Obj(r) if self.heap.str(r) == Some(text));
        let at = self.interned.find(crate::hash::of_str(text), same)?;
        self.interned.entry(at).and_then(|entry| entry.key.as_ref())
    }

    fn coroutine_start(&self, coroutine: Ref) -> Option<(u32, u32)> {
        match self.heap.get(coroutine) {
            Object::Generator(g) => self.code_place(g.code, 1),
            _ => None,
        }
    }

    /// The line at which a generator stands; its first one before it has started.
    pub(crate) fn generator_line(&self, generator: Ref) -> Option<u32> {
        let Object::Generator(g) = self.heap.get(generator) else { return None };
        let frame = g.frame.as_ref()?;
        let code = &self.codes.get(g.code.0 as usize)?.code;
        if !g.started {
            return Some(code.first_line);
        }
        code.lines.get((frame.ip as usize).saturating_sub(1)).copied()
    }

    /// Code and instruction of a place the user can see.
    fn code_place(&self, code: CodeId, ip: u32) -> Option<(u32, u32)> {
        let loaded = self.codes.get(code.0 as usize)?;
        (!loaded.embedded).then_some((code.0, ip))
    }

    pub(crate) fn user_code_place(&self) -> Option<(u32, u32)> {
        self.frames.iter().rev().find_map(|frame| self.code_place(frame.code, frame.ip))
    }

    /// The place of a fact.
    #[must_use]
    pub fn place_of_fact(&self, at: (u32, u32)) -> Option<Place> {
        self.place_in_code(CodeId(at.0), at.1)
    }

    /// The live tasks with the frames they are suspended in; of those that are, the first so many.
    #[must_use]
    pub fn view_tasks(&self, most: usize) -> Vec<TaskView> {
        let (mut views, mut suspended) = (Vec::new(), 0);
        for (number, record) in self.tasks.records.iter().enumerate() {
            let Some(record) = record else { continue };
            let mut frames = Vec::new();
            // While it runs, its frames are its thread's.
            let runs = matches!(self.heap.get(record.coroutine), Object::Generator(g) if g.running);
            if !runs {
                suspended += 1;
                if suspended > most {
                    continue;
                }
            }
            self.for_each_awaited(record.coroutine, |r, code, ip| {
                if runs {
                    return;
                }
                let Some(place) = self.place_in_code(code, ip) else { return };
                let Object::Generator(generator) = self.heap.get(r) else { return };
                let Some(saved) = &generator.frame else { return };
                let variables = self.variables_in(code, saved.globals, &saved.registers);
                frames.push(FrameView { place, variables });
            });
            views.push(TaskView { task: number as u32, thread: record.thread, frames });
        }
        views
    }
}
