//! The interpreter loop.
//!
//! `run_thread` executes the topmost frame of the current thread. The common cases of each instruction are here; the
//! rest is in `operate.rs` (operators on objects of Python classes), `call.rs`, `attr.rs`, `generator.rs`, `unwind.rs`.
//!
//! While a thread runs, its register stack is a local variable of the loop (so that natives, which take the process
//! mutably, can have their arguments as a slice of it) and its frames and handled exception are in the process.
//!
//! Keeps true: a frame's `ip` is stored before anything that can leave the loop or look at frames; the stack always has
//! 256 registers above the base of the topmost frame.
//!
//! # What was tried
//!
//! Native, user seconds, least of several runs on two shared cores, against CPython 3.11.7 (2026-11-23; `tests/benches`).
//!
//! | what | gave |
//! | --- | --- |
//! | one way out: arms break out of the `match` with a `Flow`, one piece of code below deals with it; what is rare moves to `rare.rs` and `cache.rs`; `Exit` boxed, so that a `Flow` is small | function 74 kB -> 23 kB, its frame 5.4 kB -> 4.2 kB; a dispatch of 25 machine instructions with 9 spills -> 14 with none |
//! | `Value` tagged by four bytes; operands matched in place, results stored by each case | `loop` 0.07 -> 0.04 s, `nbody` 0.12 -> 0.07 s, `methods` 0.24 -> 0.17 s: a value copied as 1 + 15 bytes cannot be forwarded from the store buffer |
//! | the result of an arithmetic `match` stored once after it | worse than a store in each case, for the same reason |
//! | heap pages as arrays (`Box<[Object; 64]>`), swept a word of marks at a time; a collection after 2 MiB at least | one load less per access. 8 MiB instead of 2: ten times `objects` 1.28 s instead of 1.06 s, as garbage leaves the cache before it is reused |
//! | `Class(…)` laid over its arguments, names of special methods found by the address of their literal | `objects` 0.19 -> 0.16 s, `constraints` at 1.2 of CPython |
//! | hashed `in` without the operator protocol | `nqueens` 0.31 -> 0.26 s |
//!
//! | `mimalloc` (2.x) under the command line instead of the C library's allocator (2026-11-26, loaded) | `strings` 0.38 -> 0.24 s, `fannkuch` 0.15 -> 0.11 s, `closures` 0.23 -> 0.20 s; its version 3 gave memory back and took it again in `sets`, 0.22 -> 0.54 s |
//! | squares, cubes, roots by products instead of logarithms | `nbody` in Chromium 502 -> 175 ms: two thirds of it were one `** 1.5` |
//!
//! Not done, for the reader who looks for more: `Instance` and its slots are two allocations; strings are made by way of
//! a `String`; `*args`/`**kwargs` go through vectors; virtual time and the instruction count are added up in memory and
//! in a register at each instruction.

use std::sync::Arc;

use crate::code::Op;
use crate::cost::{Cost, Costs};
use crate::exit::{Budget, Exit};
use crate::native::{Native, Res, Then};
use crate::object::{Iter, Object};
use crate::ops::Tri;
use crate::process::{Pricing, Process, SwitchModel};
use crate::value::Value;
use crate::vm::frame::{Cont, Frame};
use crate::vm::unwind::Unwound;

/// What an instruction did that the loop cannot see from the registers.
#[derive(Debug)]
pub enum Flow {
    /// The result is in place; go on in the same frame, perhaps at another `ip`.
    Next,
    /// The topmost frame changed.
    Frame,
    /// Leave the loop.
    Leave(Box<Exit>),
}

impl Flow {
    /// The topmost frame is another one: what was known about the frame must be read again.
    pub(crate) fn elsewhere(self) -> Self {
        match self {
            Self::Next => Self::Frame,
            flow => flow,
        }
    }

    pub(crate) fn leave(exit: Exit) -> Self {
        Self::Leave(Box::new(exit))
    }
}

pub const WINDOW: usize = 256;

#[inline]
pub(crate) fn window(stack: &mut [Value], base: usize) -> &mut [Value; WINDOW] {
    match stack.get_mut(base..).and_then(|s| s.first_chunk_mut()) {
        Some(window) => window,
        None => unreachable!("the stack has a full window above every frame"),
    }
}

/// Room above `base`: little for the many threads that stay shallow, by halves for deep recursion.
#[cold]
#[inline(never)]
pub(crate) fn grow(stack: &mut Vec<Value>, base: usize) {
    stack.resize(stack.len().max(base + 2 * WINDOW + base / 2), Value::Unset);
}

impl Process {
    /// Runs the current thread, whose frames and handled exception are in `self.frames` and `self.handling`.
    pub(crate) fn run_thread(&mut self, stack: &mut Vec<Value>, budget: Budget) -> Exit {
        let limit = budget.picos;
        let leave_at_switch_point = budget.switch_point && self.config.switch_model == SwitchModel::CallsAndLoops;
        let prices = self.costs.ops();
        let range_turn = self.costs.of(Cost::RangeTurn);
        let list_turn = self.costs.of(Cost::ListTurn);
        let (int_box, float_more) = (self.costs.of(Cost::IntBox), self.costs.float_more());
        let mut codes = Arc::clone(&self.codes);
        let mut executed = 0u64;
        // The loop that turned last, and how often since.
        let (mut turning, mut turns) = ((0, 0), 0);
        self.spin.probe = None;
        let watched = self.config.watch_accesses;

        macro_rules! leave {
            ($exit:expr) => {{
                self.instructions += executed;
                return $exit;
            }};
        }

        'frame: loop {
            let Some(frame) = self.frames.last() else { leave!(Exit::Finished) };
            if frame.code.0 as usize >= codes.len() {
                codes = Arc::clone(&self.codes);
            }
            let loaded = &codes[frame.code.0 as usize];
            let instrs = loaded.code.instrs.as_slice();
            let base = frame.base as usize;
            let globals = frame.globals;
            let costs = Costs::priced(&prices, loaded.pricing);
            // C adds up without making an object of every sum.
            let int_box = if loaded.pricing == Pricing::C { 0 } else { int_box };
            let mut ip = frame.ip as usize;
            if stack.len() < base + 2 * WINDOW {
                grow(stack, base);
            }
            let mut regs = window(stack, base);

            'step: loop {
                if self.spent >= limit {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.ip = ip as u32;
                    }
                    leave!(Exit::BudgetSpent);
                }
                let instr = &instrs[ip];
                ip += 1;
                executed += 1;
                self.spent += costs[instr.op as usize];
                // An arm that finishes here ends in `continue`; whatever needs more than the registers breaks out with
                // what it did, and one piece of code below deals with it. That keeps the loop small.
                let flow: Res<Flow> = 'op: {
                    macro_rules! save_ip {
                        () => {
                            if let Some(frame) = self.frames.last_mut() {
                                frame.ip = ip as u32;
                            }
                        };
                    }
                    // what may look at frames, push one, raise or leave
                    macro_rules! slow {
                        ($result:expr) => {{
                            save_ip!();
                            break 'op $result;
                        }};
                    }
                    macro_rules! rare {
                        () => {
                            slow!(self.rare(stack, loaded, *instr))
                        };
                    }
                    macro_rules! jump_if {
                        ($truth:expr) => {
                            if $truth == (instr.a != 0) {
                                ip = instr.d as usize;
                            }
                        };
                    }
                    // Operands are matched where they stand and each case stores its own result: a copy of a whole `Value`
                    // right after one was stored in parts would wait for those parts.
                    macro_rules! operate {
                        () => {{
                            let (x, y) = (regs[instr.b as usize], regs[instr.c as usize]);
                            slow!(self.operate(stack, *instr, x, y))
                        }};
                    }
                    // CPython keeps the ints from -5 to 256 ready; any other takes memory.
                    macro_rules! int {
                        ($result:expr) => {{
                            let result = $result;
                            if !(-5..=256).contains(&result) {
                                self.spent += int_box;
                            }
                            regs[instr.a as usize] = Value::Int(result);
                        }};
                    }
                    macro_rules! float {
                        ($result:expr) => {{
                            self.spent += float_more;
                            regs[instr.a as usize] = Value::Float($result);
                        }};
                    }
                    macro_rules! arithmetic {
                        ($int:ident, $float:tt) => {
                            match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                                (&Value::Int(i), &Value::Int(j)) => match i.$int(j) {
                                    Some(r) => int!(r),
                                    None => operate!(),
                                },
                                (&Value::Float(f), &Value::Float(g)) => float!(f $float g),
                                (&Value::Float(f), &Value::Int(j)) => float!(f $float j as f64),
                                (&Value::Int(i), &Value::Float(g)) => float!(i as f64 $float g),
                                _ => operate!(),
                            }
                        };
                    }
                    macro_rules! immediate {
                        ($int:ident, $float:tt) => {{
                            let k = instr.d as i32;
                            match &regs[instr.b as usize] {
                                &Value::Int(i) if i.$int(i64::from(k)).is_some() => int!(i $float i64::from(k)),
                                &Value::Float(f) => float!(f $float f64::from(k)),
                                &x => slow!(self.operate(stack, *instr, x, Value::Int(i64::from(k)))),
                            }
                        }};
                    }
                    macro_rules! compare {
                        ($op:tt) => {
                            match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                                (Value::Int(i), Value::Int(j)) => regs[instr.a as usize] = Value::Bool(i $op j),
                                (Value::Float(f), Value::Float(g)) => regs[instr.a as usize] = Value::Bool(f $op g),
                                _ => operate!(),
                            }
                        };
                    }
                    macro_rules! compare_jump {
                        ($op:tt) => {
                            match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                                (Value::Int(i), Value::Int(j)) => jump_if!((i $op j)),
                                (Value::Float(f), Value::Float(g)) => jump_if!((f $op g)),
                                _ => operate!(),
                            }
                        };
                    }
                    macro_rules! compare_jump_const {
                        ($op:tt) => {
                            match (&regs[instr.b as usize], loaded.consts.get(instr.c as usize)) {
                                (Value::Int(i), Some(Value::Int(j))) => jump_if!((i $op j)),
                                (&x, y) => {
                                    let y = y.copied().unwrap_or(Value::None);
                                    slow!(self.operate(stack, *instr, x, y));
                                }
                            }
                        };
                    }

                    match instr.op {
                        Op::Nop => {}
                        Op::Move => regs[instr.a as usize] = regs[instr.b as usize],
                        Op::LoadConst => regs[instr.a as usize] = loaded.consts[instr.d as usize],
                        Op::LoadInt => regs[instr.a as usize] = Value::Int(i64::from(instr.d as i32)),
                        Op::LoadNone => regs[instr.a as usize] = Value::None,
                        Op::Reap => rare!(),
                        Op::CheckBound => {
                            if regs[instr.a as usize].is_unset() {
                                rare!();
                            }
                        }
                        Op::Clear => regs[instr.a as usize] = Value::Unset,
                        Op::LoadGlobal => {
                            let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                            match self.cached_global(globals, name, loaded.cache_base + instr.d) {
                                Some(value) => regs[instr.a as usize] = value,
                                None => slow!(self.load_global(stack, loaded, *instr)),
                            }
                        }
                        Op::StoreGlobal => {
                            let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                            let value = regs[instr.a as usize];
                            if !self.store_cached_global(globals, name, value, loaded.cache_base + instr.d) {
                                self.store_global(globals, name, value, loaded.cache_base + instr.d);
                            }
                        }
                        Op::LoadFree => {
                            let cell = self.frames.last().and_then(|f| match f.func {
                                Value::Obj(r) => match self.heap.get(r) {
                                    Object::Function(f) => f.closure.get(instr.d as usize).copied(),
                                    _ => None,
                                },
                                _ => None,
                            });
                            regs[instr.a as usize] = cell.map_or(Value::Unset, Value::Obj);
                        }
                        Op::LoadDeref => {
                            if let Value::Obj(r) = regs[instr.b as usize]
                                && let Object::Cell(value) = self.heap.get(r)
                                && !value.is_unset()
                            {
                                regs[instr.a as usize] = *value;
                            } else {
                                rare!();
                            }
                        }
                        Op::StoreDeref => {
                            let value = regs[instr.b as usize];
                            if let Value::Obj(r) = regs[instr.a as usize]
                                && let Object::Cell(place) = self.heap.get_mut(r)
                            {
                                *place = value;
                            }
                        }

                        Op::Add => arithmetic!(checked_add, +),
                        Op::Sub => arithmetic!(checked_sub, -),
                        Op::Mul => arithmetic!(checked_mul, *),
                        Op::AddInt => immediate!(checked_add, +),
                        Op::SubInt => immediate!(checked_sub, -),
                        Op::TrueDiv => match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                            (&Value::Float(f), &Value::Float(g)) if g != 0.0 => {
                                regs[instr.a as usize] = Value::Float(f / g)
                            }
                            (&Value::Float(f), &Value::Int(j)) if j != 0 => {
                                regs[instr.a as usize] = Value::Float(f / j as f64);
                            }
                            (&Value::Int(i), &Value::Float(g)) if g != 0.0 => {
                                regs[instr.a as usize] = Value::Float(i as f64 / g);
                            }
                            // both are exact as floats, so the quotient is correctly rounded
                            (&Value::Int(i), &Value::Int(j)) if j != 0 && is_exact(i) && is_exact(j) => {
                                regs[instr.a as usize] = Value::Float(i as f64 / j as f64);
                            }
                            _ => operate!(),
                        },
                        Op::FloorDiv => match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                            (&Value::Int(i), &Value::Int(j)) if j > 0 => {
                                int!(i.div_euclid(j));
                            }
                            _ => operate!(),
                        },
                        Op::Mod => match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                            (&Value::Int(i), &Value::Int(j)) if j > 0 => {
                                int!(i.rem_euclid(j));
                            }
                            _ => operate!(),
                        },
                        Op::And | Op::Or | Op::Xor => match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                            (Value::Int(i), Value::Int(j)) => {
                                int!(match instr.op {
                                    Op::And => i & j,
                                    Op::Or => i | j,
                                    _ => i ^ j,
                                });
                            }
                            _ => operate!(),
                        },
                        Op::RShift => match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                            (&Value::Int(i), &Value::Int(j @ 0..64)) => int!(i >> j),
                            _ => operate!(),
                        },
                        Op::LShift => match (&regs[instr.b as usize], &regs[instr.c as usize]) {
                            (&Value::Int(i), &Value::Int(j @ 0..63)) if (i << j) >> j == i => int!(i << j),
                            _ => operate!(),
                        },
                        Op::Pow | Op::MatMul => operate!(),
                        Op::Neg => match regs[instr.b as usize] {
                            Value::Int(i) if i != i64::MIN => int!(-i),
                            Value::Float(f) => regs[instr.a as usize] = Value::Float(-f),
                            x => slow!(self.operate_unary(stack, *instr, x)),
                        },
                        Op::Pos | Op::Invert => {
                            let x = regs[instr.b as usize];
                            slow!(self.operate_unary(stack, *instr, x));
                        }
                        Op::Not => {
                            let x = regs[instr.b as usize];
                            regs[instr.a as usize] = match self.truth_native(x) {
                                Tri::Yes => Value::Bool(false),
                                Tri::No => Value::Bool(true),
                                Tri::Ask => {
                                    slow!(self.call_truth(stack, x, Cont::Store { dst: instr.a, then: Then::NotTruth }))
                                }
                            }
                        }
                        Op::Lt => compare!(<),
                        Op::Le => compare!(<=),
                        Op::Gt => compare!(>),
                        Op::Ge => compare!(>=),
                        Op::Eq => compare!(==),
                        Op::Ne => compare!(!=),
                        Op::Is => {
                            regs[instr.a as usize] = Value::Bool(regs[instr.b as usize].is(regs[instr.c as usize]))
                        }
                        Op::IsNot => {
                            regs[instr.a as usize] = Value::Bool(!regs[instr.b as usize].is(regs[instr.c as usize]))
                        }
                        Op::In | Op::NotIn => {
                            let (x, y) = (regs[instr.b as usize], regs[instr.c as usize]);
                            match self.contains_quick(x, y) {
                                Some(truth) => regs[instr.a as usize] = Value::Bool(truth == (instr.op == Op::In)),
                                None => operate!(),
                            }
                        }

                        Op::Jump => ip = instr.d as usize,
                        Op::JumpBack => {
                            let after = ip;
                            ip = instr.d as usize;
                            turns = if turning == (ip, base) { turns + 1 } else { 0 };
                            turning = (ip, base);
                            // A `for` loop gets on with every turn.
                            if turns > self.spin.patience && instrs[ip].op != Op::ForIter && !watched {
                                let seen = &regs[..usize::from(loaded.code.registers).min(WINDOW)];
                                turns = if self.busy_turn(ip, base, seen, limit) { turns } else { 0 };
                            }
                            if leave_at_switch_point || self.heap.wants_collection() {
                                ip = after;
                                slow!(self.pause_back(
                                    stack,
                                    base + usize::from(loaded.code.registers.max(1)),
                                    leave_at_switch_point,
                                    instr.d
                                ));
                            }
                        }
                        Op::JumpIfTrue | Op::JumpIfFalse => {
                            let wanted = instr.op == Op::JumpIfTrue;
                            let truth = match regs[instr.a as usize] {
                                Value::Bool(truth) => truth,
                                x => match self.truth_native(x) {
                                    Tri::Yes => true,
                                    Tri::No => false,
                                    Tri::Ask => slow!(self.call_truth(stack, x, Cont::Branch)),
                                },
                            };
                            if truth == wanted {
                                ip = instr.d as usize;
                            }
                        }
                        Op::JumpIfNone => {
                            if regs[instr.a as usize].is_none() {
                                ip = instr.d as usize;
                            }
                        }
                        Op::JumpIfNotNone => {
                            if !regs[instr.a as usize].is_none() {
                                ip = instr.d as usize;
                            }
                        }
                        Op::JumpLt => compare_jump!(<),
                        Op::JumpLe => compare_jump!(<=),
                        Op::JumpGt => compare_jump!(>),
                        Op::JumpGe => compare_jump!(>=),
                        Op::JumpEq => compare_jump!(==),
                        Op::JumpNe => compare_jump!(!=),
                        Op::JumpLtK => compare_jump_const!(<),
                        Op::JumpLeK => compare_jump_const!(<=),
                        Op::JumpGtK => compare_jump_const!(>),
                        Op::JumpGeK => compare_jump_const!(>=),
                        Op::JumpEqK => compare_jump_const!(==),
                        Op::JumpNeK => compare_jump_const!(!=),

                        Op::GetItem => {
                            if let (Value::Obj(r), Value::Int(i)) = (regs[instr.b as usize], regs[instr.c as usize]) {
                                let items = match self.heap.get(r) {
                                    Object::List(items) => items.as_slice(),
                                    Object::Tuple(items) => items,
                                    _ => &[],
                                };
                                if let Some(item) = place_of(items.len(), i).and_then(|at| items.get(at)) {
                                    regs[instr.a as usize] = *item;
                                    continue 'step;
                                }
                            }
                            let (container, index) = (regs[instr.b as usize], regs[instr.c as usize]);
                            slow!(self.get_item(
                                stack,
                                container,
                                index,
                                Cont::Store { dst: instr.a, then: Then::Nothing }
                            ));
                        }
                        Op::SetItem => {
                            if let (Value::Obj(r), Value::Int(i)) = (regs[instr.a as usize], regs[instr.b as usize])
                                && let Object::List(items) = self.heap.get_mut(r)
                                && let Some(place) = place_of(items.len(), i).and_then(|at| items.get_mut(at))
                            {
                                *place = regs[instr.c as usize];
                                continue 'step;
                            }
                            let (container, index, value) =
                                (regs[instr.a as usize], regs[instr.b as usize], regs[instr.c as usize]);
                            slow!(self.set_item(stack, container, index, value));
                        }
                        Op::GetAttr => {
                            let object = regs[instr.b as usize];
                            match self.cached_attr(object, loaded.cache_base + instr.d) {
                                Some(value) => regs[instr.a as usize] = value,
                                None => slow!(self.load_attr(stack, loaded, *instr, object)),
                            }
                        }
                        Op::SetAttr => {
                            let (object, value) = (regs[instr.a as usize], regs[instr.b as usize]);
                            if !self.store_cached_attr(object, value, loaded.cache_base + instr.d) {
                                slow!(self.store_attr(stack, loaded, *instr, object, value));
                            }
                        }
                        Op::LoadMethod => {
                            let object = regs[instr.b as usize];
                            match self.cached_method(object, loaded.cache_base + instr.d) {
                                Some((func, receiver)) => {
                                    regs[instr.a as usize] = func;
                                    regs[instr.a as usize + 1] = receiver;
                                }
                                None => slow!(self.load_method(stack, loaded, *instr, object)),
                            }
                        }
                        Op::ListAppend => {
                            let value = regs[instr.b as usize];
                            if let Value::Obj(r) = regs[instr.a as usize]
                                && let Object::List(items) = self.heap.get_mut(r)
                            {
                                items.push(value);
                                self.heap.grew(16);
                            }
                        }
                        Op::UnpackSequence => {
                            let source = regs[instr.b as usize];
                            let (a, n) = (instr.a as usize, instr.c as usize);
                            self.charge_n(Cost::UnpackItem, n);
                            if let Some(items) = self.items_slice(source)
                                && items.len() == n
                                && let Some(places) = regs.get_mut(a..a + n)
                            {
                                for (place, item) in places.iter_mut().zip(items) {
                                    *place = *item;
                                }
                                continue 'step;
                            }
                            slow!(self.unpack(stack, source, instr.a, n, None));
                        }
                        Op::GetIter => {
                            let source = regs[instr.b as usize];
                            slow!(self.get_iter(stack, source, Cont::Store { dst: instr.a, then: Then::Iter }));
                        }
                        Op::ForIter => {
                            let iterator = regs[instr.b as usize];
                            let Value::Obj(r) = iterator else { slow!(self.for_iter(stack, iterator, *instr)) };
                            if !matches!(self.heap.get(r), Object::Iter(_)) {
                                slow!(self.for_iter(stack, iterator, *instr));
                            }
                            if let Object::Iter(iter) = self.heap.get_mut(r) {
                                match &mut **iter {
                                    Iter::Range { next, step, left } => {
                                        if *left == 0 {
                                            ip = instr.d as usize;
                                        } else {
                                            *left -= 1;
                                            regs[instr.a as usize] = Value::Int(*next);
                                            *next = next.wrapping_add(*step);
                                            self.spent += range_turn;
                                        }
                                        continue 'step;
                                    }
                                    Iter::List { list, index } => {
                                        let (list, at) = (*list, *index);
                                        *index = at + 1;
                                        if let Object::List(items) = self.heap.get(list)
                                            && let Some(&item) = items.get(at)
                                        {
                                            regs[instr.a as usize] = item;
                                            self.spent += list_turn;
                                            continue 'step;
                                        }
                                    }
                                    _ => {}
                                }
                            }
                            self.spent += list_turn;
                            match self.iter_next(r) {
                                Ok(Some(item)) => regs[instr.a as usize] = item,
                                Ok(None) => ip = instr.d as usize,
                                Err(raise) => slow!(Err(raise)),
                            }
                        }

                        Op::Call | Op::CallMethod => {
                            let a = instr.a as usize;
                            let (mut first, mut count) = (a + 1, instr.b as usize);
                            if instr.op == Op::CallMethod {
                                if regs[a + 1].is_unset() {
                                    first = a + 2;
                                } else {
                                    count += 1;
                                }
                            }
                            let func = regs[a];
                            if let Value::Obj(r) = func {
                                match self.heap.get(r) {
                                    Object::Function(f) => {
                                        let (code, function_globals) = (f.code, f.globals);
                                        if let Some(target) = codes.get(code.0 as usize)
                                            && target.simple_positional == Some(count as u16)
                                        {
                                            let price = if instr.op == Op::Call {
                                                Cost::CallFunction
                                            } else {
                                                Cost::CallMethod
                                            };
                                            self.charge(price);
                                            self.charge_n(Cost::CallArg, count);
                                            if self.at_recursion_limit() {
                                                slow!(Err(self.too_deep()));
                                            }
                                            save_ip!();
                                            let new_base = base + first;
                                            let locals = usize::from(target.locals).max(count);
                                            if stack.len() < new_base + 2 * WINDOW {
                                                grow(stack, new_base);
                                            }
                                            if let Some(unset) = stack.get_mut(new_base + count..new_base + locals) {
                                                unset.fill(Value::Unset);
                                            }
                                            self.frames.push(Frame {
                                                code,
                                                ip: 0,
                                                base: new_base as u32,
                                                func,
                                                globals: function_globals,
                                                namespace: Value::Unset,
                                                cont: Cont::Store { dst: instr.a, then: Then::Nothing },
                                                handling_before: self.handling,
                                                generator: Value::Unset,
                                            });
                                            if leave_at_switch_point || self.heap.wants_collection() {
                                                break 'op self
                                                    .pause(stack, new_base + locals, leave_at_switch_point)
                                                    .map(Flow::elsewhere);
                                            }
                                            continue 'frame;
                                        }
                                    }
                                    Object::Native(id) => {
                                        let id = *id;
                                        save_ip!();
                                        match self.call_native(id, &regs[first..first + count], &[]) {
                                            Ok(Native::Done(value)) => {
                                                regs[a] = value;
                                                if leave_at_switch_point
                                                    || self.heap.wants_collection()
                                                    || self.limit_hit.is_some()
                                                {
                                                    slow!(self.pause(
                                                        stack,
                                                        base + usize::from(loaded.code.registers.max(1)),
                                                        leave_at_switch_point
                                                    ));
                                                }
                                                continue 'step;
                                            }
                                            other => break 'op self.finish_native_call(stack, other, instr.a),
                                        }
                                    }
                                    Object::Class(_) => {
                                        slow!(self.construct(stack, r, base + first, count, instr.a));
                                    }
                                    _ => {}
                                }
                            }
                            slow!(self.call_registers(stack, func, base + first, count, instr.a));
                        }
                        Op::Return | Op::ReturnNone => {
                            let value = if instr.op == Op::Return { regs[instr.a as usize] } else { Value::None };
                            let Some(frame) = self.frames.last() else { leave!(Exit::Finished) };
                            if frame.generator.is_unset() {
                                let place = match frame.cont {
                                    Cont::Store { dst, then: Then::Nothing } => Some((dst, value)),
                                    Cont::Init { dst, instance } if value.is_none() => {
                                        Some((dst, Value::Obj(instance)))
                                    }
                                    _ => None,
                                };
                                let below = self.frames.len().checked_sub(2).and_then(|at| self.frames.get(at));
                                if let (Some((dst, value)), Some(caller)) = (place, below) {
                                    stack[caller.base as usize + dst as usize] = value;
                                    self.handling = frame.handling_before;
                                    self.frames.pop();
                                    continue 'frame;
                                }
                            }
                            let Some(frame) = self.frames.pop() else { leave!(Exit::Finished) };
                            self.handling = frame.handling_before;
                            break 'op self.frame_returned(stack, frame, value).map(Flow::elsewhere);
                        }
                        Op::Yield | Op::YieldDelegate => {
                            let value = regs[instr.b as usize];
                            let asynchronous = instr.op == Op::Yield && instr.c != 0;
                            slow!(self.yield_value(stack, value, asynchronous, instr.d != 0).map(Flow::elsewhere));
                        }
                        Op::PushExc => {
                            regs[instr.b as usize] = if instr.c == 0 { self.handling } else { Value::Unset };
                            self.handling = regs[instr.a as usize];
                        }
                        // a generator may have been resumed by somebody else since
                        Op::PopExc => {
                            self.handling = match (regs[instr.b as usize], self.frames.last()) {
                                (Value::Unset, Some(frame)) => frame.handling_before,
                                (before, _) => before,
                            }
                        }
                        _ => rare!(),
                    }
                    continue 'step;
                };
                match flow {
                    Ok(Flow::Next) => {
                        ip = self.frames.last().map_or(ip, |f| f.ip as usize);
                        regs = window(stack, base);
                    }
                    Ok(Flow::Frame) => continue 'frame,
                    Ok(Flow::Leave(exit)) => leave!(*exit),
                    Err(raise) => match self.unwind(stack, raise, true) {
                        Unwound::Handled => continue 'frame,
                        Unwound::Leave(exit) => leave!(exit),
                    },
                }
            }
        }
    }
}

/// Converts to a float without rounding.
#[inline]
fn is_exact(i: i64) -> bool {
    i.unsigned_abs() <= 1 << 53
}

/// The position a possibly negative index means, if it can be one.
#[inline]
fn place_of(len: usize, i: i64) -> Option<usize> {
    usize::try_from(if i < 0 { i + len as i64 } else { i }).ok()
}
