//! `_asyncio`: what the event loop tells the viewer (see `tasks.rs` of the crate); `_contextvars`: the running thread's
//! context.

use super::support::{int_arg, number_arg};
use crate::cost::Cost;
use crate::exit::{TaskEnd, TaskFact, TaskLock, TaskWait};
use crate::native::{Args, Native, NativeDef, NativeResult, Res, Special, Table};
use crate::object::{Iter, Object};
use crate::process::Process;
use crate::value::Value;

/// Everything here is free but what is charged by name: these are remarks, not work of the program.
const fn remark(name: &'static str, run: crate::native::NativeFn, min: u8, max: u8) -> NativeDef {
    NativeDef::function(name, run, min, max).cost(Cost::JumpBack).rare()
}

pub const TABLE: Table = Table {
    owner: "_asyncio",
    is_class: false,
    items: &[
        remark("_new", new, 2, 2),
        remark("_rename", rename, 2, 2),
        remark("_step", step, 1, 1),
        remark("_leave_turn", leave_turn, 1, 1),
        remark("_leave_until", leave_until, 2, 2),
        remark("_leave_object", leave_object, 2, 2),
        remark("_leave_task", leave_task, 2, 2),
        remark("_leave_io", leave_io, 2, 2),
        remark("_ready", ready, 1, 1),
        remark("_done", done, 3, 3),
        remark("_acquired", acquired, 1, 1),
        remark("_released", released, 1, 1),
        remark("_level", level, 2, 2),
        remark("_turn", turn, 3, 3),
        remark("_charge", charge, 1, 1),
        remark("_enter", enter, 3, 3),
        remark("_resume", resume, 4, 4),
        remark("_await_turn", await_turn, 1, 1),
        remark("_coroutine_line", coroutine_line, 1, 1),
        remark("_timer_push", timer_push, 3, 3),
        remark("_timer_pop", timer_pop, 1, 1),
        remark("_loop_kind", loop_kind, 0, 0),
    ],
};

pub const CONTEXT: Table = Table {
    owner: "_contextvars",
    is_class: false,
    items: &[remark("_context", context, 0, 0), remark("_swap_context", swap_context, 1, 1)],
};

/// For the prelude, which knows no modules.
pub const THREAD: Table = Table {
    owner: "_native",
    is_class: false,
    items: &[NativeDef::function("_thread_number", |_, _| Ok(Native::Special(Special::CurrentThread)), 0, 0)
        .cost(Cost::JumpBack)],
};

/// `_loop_kind()`: which loops to make: 0 plain, 1 with eager tasks, 2 with uvloop's costs.
fn loop_kind(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Int(p.config.limits.event_loop as i64).into())
}

fn task_arg(p: &mut Process, value: Value) -> Res<u32> {
    let number = int_arg(p, value)?;
    u32::try_from(number).map_err(|_| p.value_error("no such task"))
}

fn text_arg(p: &Process, value: Value) -> String {
    p.str(value).unwrap_or_default().to_owned()
}

/// `_new(coroutine, name)`: the number of a new task.
fn new(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = text_arg(p, args.get(1));
    let Value::Obj(coroutine) = args.get(0) else { return Err(p.type_error("a task needs a coroutine")) };
    Ok(Value::Int(p.task_new(coroutine, &name).into()).into())
}

fn rename(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (task, name) = (task_arg(p, args.get(0))?, text_arg(p, args.get(1)));
    p.task_fact(TaskFact::Name { task, name }, None);
    Ok(Value::None.into())
}

fn step(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let task = task_arg(p, args.get(0))?;
    p.task_step(task);
    Ok(Value::None.into())
}

/// `_enter(task, context, picoseconds)`: a turn begins, in its context; the context before is the result.
fn enter(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let task = task_arg(p, args.get(0))?;
    let picos = number_arg(p, args.get(2))?;
    p.spent = p.spent.saturating_add(picos);
    p.task_step(task);
    Ok(std::mem::replace(&mut p.context, args.get(1)).into())
}

/// `_resume(task, coroutine, context, picoseconds)`: a whole turn of a task. The result is what the coroutine yields, with the context
/// as before; where that is None, the turn is given up. A coroutine of another make is given back untouched.
fn resume(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let coroutine = match args.get(1) {
        Value::Obj(r) if matches!(p.heap.get(r), Object::Generator(_)) => r,
        other => return Ok(other.into()),
    };
    let task = task_arg(p, args.get(0))?;
    let picos = number_arg(p, args.get(3))?;
    p.spent = p.spent.saturating_add(picos);
    p.task_step(task);
    let before = std::mem::replace(&mut p.context, args.get(2));
    Ok(Native::Special(Special::TaskTurn { task, coroutine, before }))
}

/// The line a coroutine or generator stands at; None once it is done.
fn coroutine_line(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let line = match args.get(0) {
        Value::Obj(r) => p.generator_line(r),
        _ => None,
    };
    Ok(line.map_or(Value::None, |line| Value::Int(line.into())).into())
}

/// An iterator that gives None once: what awaiting the next turn yields.
fn await_turn(p: &mut Process, _: &Args<'_>) -> NativeResult {
    let turns = Iter::Repeat { value: Value::None, left: Some(1) };
    Ok(p.alloc(Object::Iter(Box::new(turns))).into())
}

/// When the timer at `at` of a heap of (time, handle) pairs is due.
fn due(p: &Process, heap: &[Value], at: usize) -> f64 {
    let when = heap.get(at).and_then(|&pair| p.items_slice(pair)).and_then(|pair| pair.first().copied());
    match when {
        Some(Value::Float(when)) => when,
        Some(Value::Int(when)) => when as f64,
        _ => f64::INFINITY,
    }
}

/// Moves the item at `at` towards the root, as `heapq` does.
fn sift_down(p: &Process, heap: &mut [Value], start: usize, mut at: usize) {
    while at > start {
        let parent = (at - 1) / 2;
        if due(p, heap, at) >= due(p, heap, parent) {
            return;
        }
        heap.swap(at, parent);
        at = parent;
    }
}

fn take_heap(p: &mut Process, list: Value) -> Res<Vec<Value>> {
    match list {
        Value::Obj(r) => match p.heap.get_mut(r) {
            Object::List(items) => Ok(std::mem::take(items)),
            _ => Err(p.type_error("timers are kept in a list")),
        },
        _ => Err(p.type_error("timers are kept in a list")),
    }
}

fn put_heap(p: &mut Process, list: Value, heap: Vec<Value>) {
    if let Value::Obj(r) = list
        && let Object::List(items) = p.heap.get_mut(r)
    {
        *items = heap;
    }
}

/// `_timer_push(heap, when, handle)`
fn timer_push(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let pair = p.new_tuple([args.get(1), args.get(2)]);
    let mut heap = take_heap(p, args.get(0))?;
    heap.push(pair);
    let last = heap.len() - 1;
    sift_down(p, &mut heap, 0, last);
    put_heap(p, args.get(0), heap);
    Ok(Value::None.into())
}

/// `_timer_pop(heap)`: the handle of the first timer, taken out. Ties go as in `heapq`, whose order programs can see.
fn timer_pop(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let mut heap = take_heap(p, args.get(0))?;
    let Some(last) = heap.pop() else {
        return Err(p.raise(crate::classes::INDEX_ERROR, "no timers"));
    };
    let mut first = last;
    if let Some(root) = heap.first_mut() {
        first = std::mem::replace(root, last);
        let (end, mut at) = (heap.len(), 0);
        let mut child = 1;
        while child < end {
            if child + 1 < end && due(p, &heap, child) >= due(p, &heap, child + 1) {
                child += 1;
            }
            heap.swap(at, child);
            at = child;
            child = 2 * at + 1;
        }
        sift_down(p, &mut heap, 0, at);
    }
    put_heap(p, args.get(0), heap);
    let handle = p.items_slice(first).and_then(|pair| pair.get(1).copied()).unwrap_or(Value::None);
    Ok(handle.into())
}

fn leave(p: &mut Process, args: &Args<'_>, wait: TaskWait) -> NativeResult {
    let task = task_arg(p, args.get(0))?;
    p.task_leave(task, wait);
    Ok(Value::None.into())
}

fn leave_turn(p: &mut Process, args: &Args<'_>) -> NativeResult {
    leave(p, args, TaskWait::Turn)
}

/// The time is in nanoseconds of the monotonic clock.
fn leave_until(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let nanos = number_arg(p, args.get(1))?;
    leave(p, args, TaskWait::Until { nanos })
}

fn leave_object(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = number_arg(p, args.get(1))?;
    leave(p, args, TaskWait::Object { object })
}

fn leave_task(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let task = task_arg(p, args.get(1))?;
    leave(p, args, TaskWait::Task { task })
}

fn leave_io(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let what = text_arg(p, args.get(1));
    leave(p, args, TaskWait::Io { what })
}

fn ready(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let task = task_arg(p, args.get(0))?;
    p.task_fact(TaskFact::Ready { task }, None);
    Ok(Value::None.into())
}

/// `_done(task, how, text)`: how is 0 returned, 1 raised, 2 cancelled.
fn done(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let task = task_arg(p, args.get(0))?;
    let how = match int_arg(p, args.get(1))? {
        0 => TaskEnd::Returned,
        1 => TaskEnd::Raised(text_arg(p, args.get(2))),
        _ => TaskEnd::Cancelled,
    };
    p.task_done(task, how);
    Ok(Value::None.into())
}

fn lock(p: &mut Process, args: &Args<'_>, action: TaskLock) -> NativeResult {
    let object = number_arg(p, args.get(0))?;
    let here = p.user_code_place();
    p.task_fact(TaskFact::Lock { object, action }, here);
    Ok(Value::None.into())
}

fn acquired(p: &mut Process, args: &Args<'_>) -> NativeResult {
    lock(p, args, TaskLock::Acquire)
}

fn released(p: &mut Process, args: &Args<'_>) -> NativeResult {
    lock(p, args, TaskLock::Release)
}

fn level(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let level = int_arg(p, args.get(1))?;
    lock(p, args, TaskLock::Level(level))
}

/// `_turn(loop, ready, timers)`: an iteration begins.
fn turn(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = number_arg(p, args.get(0))?;
    let ready = u32::try_from(int_arg(p, args.get(1))?).unwrap_or(u32::MAX);
    let timers = u32::try_from(int_arg(p, args.get(2))?).unwrap_or(u32::MAX);
    p.task_fact(TaskFact::Turn { object, ready, timers }, None);
    Ok(Value::None.into())
}

/// `_charge(picoseconds)`: virtual CPU time for work that CPython does and this library does in another way.
fn charge(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let picos = number_arg(p, args.get(0))?;
    p.spent = p.spent.saturating_add(picos);
    Ok(Value::None.into())
}

fn context(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(p.context.into())
}

/// Makes a context the running thread's; the one before is the result.
fn swap_context(p: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(std::mem::replace(&mut p.context, args.get(0)).into())
}
