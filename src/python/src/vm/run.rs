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

use std::sync::Arc;

use crate::code::Op;
use crate::cost::Cost;
use crate::exit::{Budget, Exit};
use crate::native::{Native, Res, Then};
use crate::object::{Iter, Object};
use crate::ops::Tri;
use crate::process::{Cache, Process, SwitchModel};
use crate::value::{Ref, Value};
use crate::vm::attr::Found;
use crate::vm::frame::Cont;
use crate::vm::unwind::Unwound;

/// What an instruction did that the loop cannot see from the registers.
#[derive(Debug)]
pub enum Flow {
    /// The result is in place; go on in the same frame, perhaps at another `ip`.
    Next,
    /// The topmost frame changed.
    Frame,
    /// Leave the loop.
    Leave(Exit),
}

pub const WINDOW: usize = 256;

#[inline]
fn window(stack: &mut [Value], base: usize) -> &mut [Value; WINDOW] {
    match stack.get_mut(base..).and_then(|s| s.first_chunk_mut()) {
        Some(window) => window,
        None => unreachable!("the stack has a full window above every frame"),
    }
}

impl Process {
    /// Runs the current thread, whose frames and handled exception are in `self.frames` and `self.handling`.
    pub(crate) fn run_thread(&mut self, stack: &mut Vec<Value>, budget: Budget) -> Exit {
        let limit = budget.picos;
        let leave_at_switch_point = budget.switch_point && self.config.switch_model == SwitchModel::CallsAndLoops;
        let mut costs = [0u64; 256];
        for (slot, &price) in costs.iter_mut().zip(self.costs.ops()) {
            *slot = price;
        }
        let range_turn = self.costs.of(Cost::RangeTurn);
        let list_turn = self.costs.of(Cost::ListTurn);
        let call_price = self.costs.of(Cost::CallFunction);
        let method_price = self.costs.of(Cost::CallMethod);
        let arg_price = self.costs.of(Cost::CallArg);
        let mut codes = Arc::clone(&self.codes);
        let mut executed = 0u64;

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
            let mut ip = frame.ip as usize;
            let cache_base = loaded.cache_base as usize;
            if stack.len() < base + 2 * WINDOW {
                stack.resize(base + 4 * WINDOW, Value::Unset);
            }
            let mut regs = window(stack, base);

            macro_rules! save_ip {
                () => {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.ip = ip as u32;
                    }
                };
            }
            macro_rules! fail {
                ($raise:expr) => {{
                    let raise = $raise;
                    save_ip!();
                    match self.unwind(stack, raise, true) {
                        Unwound::Handled => continue 'frame,
                        Unwound::Leave(exit) => leave!(exit),
                    }
                }};
            }
            macro_rules! tri {
                ($result:expr) => {
                    match $result {
                        Ok(value) => value,
                        Err(raise) => fail!(raise),
                    }
                };
            }
            // runs something that may push frames; re-borrows the registers afterwards
            macro_rules! flow {
                ($result:expr) => {{
                    save_ip!();
                    match $result {
                        Ok(Flow::Next) => {
                            ip = self.frames.last().map_or(ip, |f| f.ip as usize);
                            regs = window(stack, base);
                        }
                        Ok(Flow::Frame) => continue 'frame,
                        Ok(Flow::Leave(exit)) => leave!(exit),
                        Err(raise) => match self.unwind(stack, raise, true) {
                            Unwound::Handled => continue 'frame,
                            Unwound::Leave(exit) => leave!(exit),
                        },
                    }
                }};
            }
            macro_rules! safe_point {
                () => {
                    if self.heap.wants_collection() {
                        save_ip!();
                        let limit = usize::from(loaded.code.registers);
                        if let Err(raise) = self.collect_garbage(stack, base + limit.max(1)) {
                            fail!(raise);
                        }
                        regs = window(stack, base);
                    }
                };
            }
            macro_rules! switch_point {
                () => {
                    if leave_at_switch_point {
                        save_ip!();
                        leave!(Exit::SwitchPoint);
                    }
                };
            }
            macro_rules! jump_if {
                ($truth:expr, $instr:expr) => {
                    if $truth == ($instr.a != 0) {
                        ip = $instr.d as usize;
                    }
                };
            }
            // int and float fast paths of an arithmetic operator; everything else goes to `operate`
            macro_rules! arithmetic {
                ($instr:expr, $int:ident, $float:tt) => {{
                    let (x, y) = (regs[$instr.b as usize], regs[$instr.c as usize]);
                    match (x, y) {
                        (Value::Int(i), Value::Int(j)) => match i.$int(j) {
                            Some(r) => regs[$instr.a as usize] = Value::Int(r),
                            None => flow!(self.operate(stack, $instr, x, y)),
                        },
                        (Value::Float(f), Value::Float(g)) => regs[$instr.a as usize] = Value::Float(f $float g),
                        (Value::Float(f), Value::Int(j)) => regs[$instr.a as usize] = Value::Float(f $float j as f64),
                        (Value::Int(i), Value::Float(g)) => regs[$instr.a as usize] = Value::Float(i as f64 $float g),
                        _ => flow!(self.operate(stack, $instr, x, y)),
                    }
                }};
            }
            macro_rules! immediate {
                ($instr:expr, $int:ident, $float:tt) => {{
                    let x = regs[$instr.b as usize];
                    let k = $instr.d as i32;
                    match x {
                        Value::Int(i) => match i.$int(i64::from(k)) {
                            Some(r) => regs[$instr.a as usize] = Value::Int(r),
                            None => flow!(self.operate(stack, $instr, x, Value::Int(i64::from(k)))),
                        },
                        Value::Float(f) => regs[$instr.a as usize] = Value::Float(f $float f64::from(k)),
                        _ => flow!(self.operate(stack, $instr, x, Value::Int(i64::from(k)))),
                    }
                }};
            }
            macro_rules! compare {
                ($instr:expr, $op:tt) => {{
                    let (x, y) = (regs[$instr.b as usize], regs[$instr.c as usize]);
                    match (x, y) {
                        (Value::Int(i), Value::Int(j)) => regs[$instr.a as usize] = Value::Bool(i $op j),
                        (Value::Float(f), Value::Float(g)) => regs[$instr.a as usize] = Value::Bool(f $op g),
                        _ => flow!(self.operate(stack, $instr, x, y)),
                    }
                }};
            }
            macro_rules! compare_jump {
                ($instr:expr, $op:tt) => {{
                    let (x, y) = (regs[$instr.b as usize], regs[$instr.c as usize]);
                    match (x, y) {
                        (Value::Int(i), Value::Int(j)) => jump_if!((i $op j), $instr),
                        (Value::Float(f), Value::Float(g)) => jump_if!((f $op g), $instr),
                        _ => flow!(self.operate(stack, $instr, x, y)),
                    }
                }};
            }
            macro_rules! compare_jump_const {
                ($instr:expr, $op:tt) => {{
                    let x = regs[$instr.b as usize];
                    let y = loaded.consts.get($instr.c as usize).copied().unwrap_or(Value::None);
                    match (x, y) {
                        (Value::Int(i), Value::Int(j)) => jump_if!((i $op j), $instr),
                        _ => flow!(self.operate(stack, $instr, x, y)),
                    }
                }};
            }

            loop {
                if self.spent >= limit {
                    save_ip!();
                    leave!(Exit::BudgetSpent);
                }
                let instr = instrs[ip];
                ip += 1;
                executed += 1;
                self.spent += costs[instr.op as usize];
                match instr.op {
                    Op::Nop => {}
                    Op::Move => regs[instr.a as usize] = regs[instr.b as usize],
                    Op::LoadConst => regs[instr.a as usize] = loaded.consts[instr.d as usize],
                    Op::LoadInt => regs[instr.a as usize] = Value::Int(i64::from(instr.d as i32)),
                    Op::LoadNone => regs[instr.a as usize] = Value::None,
                    Op::CheckBound => {
                        if regs[instr.a as usize].is_unset() {
                            fail!(self.unbound_local(loaded.names[instr.d as usize]));
                        }
                    }
                    Op::DeleteLocal => {
                        if regs[instr.a as usize].is_unset() {
                            fail!(self.unbound_local(loaded.names[instr.d as usize]));
                        }
                        regs[instr.a as usize] = Value::Unset;
                    }
                    Op::Clear => regs[instr.a as usize] = Value::Unset,
                    Op::LoadGlobal => {
                        let at = cache_base + instr.d as usize;
                        let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                        if let Some(cache) = self.caches.get(at).copied()
                            && cache.kind != 0
                            && let Object::Dict(g) = self.heap.get(globals)
                        {
                            if cache.kind == 1 {
                                if let Some(entry) = g.entry(cache.slot as usize)
                                    && matches!(entry.key, Value::Obj(k) if k == name)
                                {
                                    regs[instr.a as usize] = entry.value;
                                    continue;
                                }
                            } else if g.version() == cache.version
                                && cache.key == globals.0
                                && let Object::Dict(b) = self.heap.get(self.builtins)
                                && let Some(entry) = b.entry(cache.slot as usize)
                                && matches!(entry.key, Value::Obj(k) if k == name)
                            {
                                regs[instr.a as usize] = entry.value;
                                continue;
                            }
                        }
                        regs[instr.a as usize] = tri!(self.load_global(globals, name, at));
                    }
                    Op::StoreGlobal => {
                        let at = cache_base + instr.d as usize;
                        let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                        let value = regs[instr.a as usize];
                        if let Some(cache) = self.caches.get(at).copied()
                            && cache.kind == 1
                            && let Object::Dict(g) = self.heap.get(globals)
                            && let Some(entry) = g.entry(cache.slot as usize)
                            && matches!(entry.key, Value::Obj(k) if k == name)
                        {
                            if let Object::Dict(g) = self.heap.get_mut(globals) {
                                g.set_value(cache.slot as usize, value);
                            }
                            continue;
                        }
                        self.store_global(globals, name, value, at);
                    }
                    Op::DeleteGlobal => {
                        let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                        if !self.dict_del_name(globals, name) {
                            fail!(self.undefined(name));
                        }
                    }
                    Op::LoadName => {
                        let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                        flow!(self.load_name(stack, globals, name, instr.a));
                    }
                    Op::StoreName => {
                        let name = loaded.names[instr.d as usize];
                        let value = regs[instr.a as usize];
                        flow!(self.store_name(stack, globals, name, value));
                    }
                    Op::DeleteName => {
                        let name = loaded.names[instr.d as usize];
                        let namespace = self.frames.last().map_or(Value::Unset, |f| f.namespace);
                        let dict = namespace.as_ref().unwrap_or(globals);
                        if !self.dict_del_name(dict, name) {
                            fail!(self.undefined(name));
                        }
                    }
                    Op::MakeCell => {
                        let cell = self.alloc(Object::Cell(regs[instr.a as usize]));
                        regs[instr.a as usize] = cell;
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
                        let value = match regs[instr.b as usize] {
                            Value::Obj(r) => match self.heap.get(r) {
                                Object::Cell(value) => *value,
                                _ => Value::Unset,
                            },
                            _ => Value::Unset,
                        };
                        if value.is_unset() {
                            fail!(self.unbound_cell(&loaded.code, loaded.names[instr.d as usize]));
                        }
                        regs[instr.a as usize] = value;
                    }
                    Op::StoreDeref => {
                        let value = regs[instr.b as usize];
                        if let Value::Obj(r) = regs[instr.a as usize]
                            && let Object::Cell(place) = self.heap.get_mut(r)
                        {
                            *place = value;
                        }
                    }
                    Op::DeleteDeref => {
                        let mut was = Value::Unset;
                        if let Value::Obj(r) = regs[instr.a as usize]
                            && let Object::Cell(place) = self.heap.get_mut(r)
                        {
                            was = std::mem::replace(place, Value::Unset);
                        }
                        if was.is_unset() {
                            fail!(self.unbound_cell(&loaded.code, loaded.names[instr.d as usize]));
                        }
                    }
                    Op::LoadClassDeref => {
                        let name = loaded.names[instr.d as usize];
                        let namespace = self.frames.last().map_or(Value::Unset, |f| f.namespace);
                        let own = namespace.as_ref().and_then(|d| self.dict_get_name(d, name));
                        let value = match own {
                            Some(value) => value,
                            None => match regs[instr.b as usize] {
                                Value::Obj(r) => match self.heap.get(r) {
                                    Object::Cell(value) => *value,
                                    _ => Value::Unset,
                                },
                                _ => Value::Unset,
                            },
                        };
                        if value.is_unset() {
                            fail!(self.unbound_cell(&loaded.code, name));
                        }
                        regs[instr.a as usize] = value;
                    }

                    Op::Add => arithmetic!(instr, checked_add, +),
                    Op::Sub => arithmetic!(instr, checked_sub, -),
                    Op::Mul => arithmetic!(instr, checked_mul, *),
                    Op::AddInt => immediate!(instr, checked_add, +),
                    Op::SubInt => immediate!(instr, checked_sub, -),
                    Op::TrueDiv => {
                        let (x, y) = (regs[instr.b as usize], regs[instr.c as usize]);
                        match (x, y) {
                            (Value::Float(f), Value::Float(g)) if g != 0.0 => regs[instr.a as usize] = Value::Float(f / g),
                            _ => flow!(self.operate(stack, instr, x, y)),
                        }
                    }
                    Op::FloorDiv => {
                        let (x, y) = (regs[instr.b as usize], regs[instr.c as usize]);
                        match (x, y) {
                            (Value::Int(i), Value::Int(j)) if j > 0 => regs[instr.a as usize] = Value::Int(i.div_euclid(j)),
                            _ => flow!(self.operate(stack, instr, x, y)),
                        }
                    }
                    Op::Mod => {
                        let (x, y) = (regs[instr.b as usize], regs[instr.c as usize]);
                        match (x, y) {
                            (Value::Int(i), Value::Int(j)) if j > 0 => regs[instr.a as usize] = Value::Int(i.rem_euclid(j)),
                            _ => flow!(self.operate(stack, instr, x, y)),
                        }
                    }
                    Op::And | Op::Or | Op::Xor => {
                        let (x, y) = (regs[instr.b as usize], regs[instr.c as usize]);
                        match (x, y) {
                            (Value::Int(i), Value::Int(j)) => {
                                regs[instr.a as usize] = Value::Int(match instr.op {
                                    Op::And => i & j,
                                    Op::Or => i | j,
                                    _ => i ^ j,
                                });
                            }
                            _ => flow!(self.operate(stack, instr, x, y)),
                        }
                    }
                    Op::LShift | Op::RShift | Op::Pow | Op::MatMul => {
                        let (x, y) = (regs[instr.b as usize], regs[instr.c as usize]);
                        flow!(self.operate(stack, instr, x, y));
                    }
                    Op::Neg => match regs[instr.b as usize] {
                        Value::Int(i) if i != i64::MIN => regs[instr.a as usize] = Value::Int(-i),
                        Value::Float(f) => regs[instr.a as usize] = Value::Float(-f),
                        x => flow!(self.operate_unary(stack, instr, x)),
                    },
                    Op::Pos | Op::Invert => {
                        let x = regs[instr.b as usize];
                        flow!(self.operate_unary(stack, instr, x));
                    }
                    Op::Not => {
                        let x = regs[instr.b as usize];
                        match self.truth_native(x) {
                            Tri::Yes => regs[instr.a as usize] = Value::Bool(false),
                            Tri::No => regs[instr.a as usize] = Value::Bool(true),
                            Tri::Ask => {
                                flow!(self.call_truth(stack, x, Cont::Store { dst: instr.a, then: Then::NotTruth }));
                            }
                        }
                    }
                    Op::Lt => compare!(instr, <),
                    Op::Le => compare!(instr, <=),
                    Op::Gt => compare!(instr, >),
                    Op::Ge => compare!(instr, >=),
                    Op::Eq => compare!(instr, ==),
                    Op::Ne => compare!(instr, !=),
                    Op::Is => regs[instr.a as usize] = Value::Bool(regs[instr.b as usize].is(regs[instr.c as usize])),
                    Op::IsNot => regs[instr.a as usize] = Value::Bool(!regs[instr.b as usize].is(regs[instr.c as usize])),
                    Op::In | Op::NotIn => {
                        let (x, y) = (regs[instr.b as usize], regs[instr.c as usize]);
                        flow!(self.operate(stack, instr, x, y));
                    }

                    Op::Jump => ip = instr.d as usize,
                    Op::JumpBack => {
                        ip = instr.d as usize;
                        safe_point!();
                        switch_point!();
                    }
                    Op::JumpIfTrue | Op::JumpIfFalse => {
                        let x = regs[instr.a as usize];
                        let wanted = instr.op == Op::JumpIfTrue;
                        match self.truth_native(x) {
                            Tri::Yes => {
                                if wanted {
                                    ip = instr.d as usize;
                                }
                            }
                            Tri::No => {
                                if !wanted {
                                    ip = instr.d as usize;
                                }
                            }
                            Tri::Ask => flow!(self.call_truth(stack, x, Cont::Branch)),
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
                    Op::JumpLt => compare_jump!(instr, <),
                    Op::JumpLe => compare_jump!(instr, <=),
                    Op::JumpGt => compare_jump!(instr, >),
                    Op::JumpGe => compare_jump!(instr, >=),
                    Op::JumpEq => compare_jump!(instr, ==),
                    Op::JumpNe => compare_jump!(instr, !=),
                    Op::JumpLtK => compare_jump_const!(instr, <),
                    Op::JumpLeK => compare_jump_const!(instr, <=),
                    Op::JumpGtK => compare_jump_const!(instr, >),
                    Op::JumpGeK => compare_jump_const!(instr, >=),
                    Op::JumpEqK => compare_jump_const!(instr, ==),
                    Op::JumpNeK => compare_jump_const!(instr, !=),

                    Op::GetItem => {
                        let (container, index) = (regs[instr.b as usize], regs[instr.c as usize]);
                        if let (Value::Obj(r), Value::Int(i)) = (container, index) {
                            let item = match self.heap.get(r) {
                                Object::List(items) => element(items, i),
                                Object::Tuple(items) => element(items, i),
                                _ => None,
                            };
                            if let Some(item) = item {
                                regs[instr.a as usize] = item;
                                continue;
                            }
                        }
                        flow!(self.get_item(stack, container, index, Cont::Store { dst: instr.a, then: Then::Nothing }));
                    }
                    Op::SetItem => {
                        let (container, index, value) =
                            (regs[instr.a as usize], regs[instr.b as usize], regs[instr.c as usize]);
                        if let (Value::Obj(r), Value::Int(i)) = (container, index)
                            && matches!(self.heap.get(r), Object::List(_))
                            && let Object::List(items) = self.heap.get_mut(r)
                        {
                            let at = if i < 0 { i + items.len() as i64 } else { i };
                            if let Some(place) = usize::try_from(at).ok().and_then(|at| items.get_mut(at)) {
                                *place = value;
                                continue;
                            }
                        }
                        flow!(self.set_item(stack, container, index, value));
                    }
                    Op::DelItem => {
                        let (container, index) = (regs[instr.a as usize], regs[instr.b as usize]);
                        flow!(self.del_item(stack, container, index));
                    }
                    Op::BuildSlice => {
                        let b = instr.b as usize;
                        let parts = [regs[b], regs[b + 1], regs[b + 2]];
                        regs[instr.a as usize] = self.alloc(Object::Slice(Box::new(parts)));
                    }
                    Op::GetAttr => {
                        let object = regs[instr.b as usize];
                        let at = cache_base + instr.d as usize;
                        if let Value::Obj(r) = object
                            && let Object::Instance(i) = self.heap.get(r)
                            && let Some(cache) = self.caches.get(at)
                            && cache.kind == 3
                            && cache.key == i.shape.0
                            && cache.version == self.class_version
                            && let Some(&value) = i.slots.get(cache.slot as usize)
                            && !value.is_unset()
                        {
                            regs[instr.a as usize] = value;
                            continue;
                        }
                        let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                        flow!(self.get_attr_cached(stack, object, name, instr.a, at));
                    }
                    Op::SetAttr => {
                        let (object, value) = (regs[instr.a as usize], regs[instr.b as usize]);
                        let at = cache_base + instr.d as usize;
                        if let Value::Obj(r) = object
                            && let Object::Instance(i) = self.heap.get(r)
                            && let Some(cache) = self.caches.get(at)
                            && cache.kind == 3
                            && cache.key == i.shape.0
                            && cache.version == self.class_version
                        {
                            let slot = cache.slot as usize;
                            if let Object::Instance(i) = self.heap.get_mut(r)
                                && let Some(place) = i.slots.get_mut(slot)
                            {
                                *place = value;
                                continue;
                            }
                        }
                        let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                        flow!(self.set_attr_cached(stack, object, name, value, at));
                    }
                    Op::DelAttr => {
                        let object = regs[instr.a as usize];
                        let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                        save_ip!();
                        if let Some((func, args)) = tri!(self.deleter(object, name)) {
                            flow!(self.call(stack, func, &args, &[], Cont::Ignore));
                        }
                    }
                    Op::LoadMethod => {
                        let object = regs[instr.b as usize];
                        let at = cache_base + instr.d as usize;
                        if let Value::Obj(r) = object
                            && let Some(cache) = self.caches.get(at)
                            && cache.version == self.class_version
                        {
                            let hit = match cache.kind {
                                4 => matches!(self.heap.get(r), Object::Instance(i) if i.shape.0 == cache.key),
                                // the receiver's own attributes cannot shadow: a built-in object without any
                                5 => {
                                    !matches!(self.heap.get(r), Object::Instance(_) | Object::Exception(_) | Object::Class(_))
                                        && self.heap.type_of(r).0 == cache.key
                                }
                                _ => false,
                            };
                            if hit {
                                regs[instr.a as usize] = cache.value;
                                regs[instr.a as usize + 1] = object;
                                continue;
                            }
                        }
                        let name = loaded.names[loaded.code.sites[instr.d as usize] as usize];
                        flow!(self.load_method(stack, object, name, instr.a, at));
                    }
                    Op::LoadSuper => {
                        let (cell, receiver) = (regs[instr.b as usize], regs[instr.c as usize]);
                        regs[instr.a as usize] = tri!(self.make_super(cell, receiver));
                    }
                    Op::BuildList => {
                        let b = instr.b as usize;
                        let items = regs[b..b + instr.c as usize].to_vec();
                        self.charge_n(Cost::BuildListItem, items.len());
                        regs[instr.a as usize] = self.new_list(items);
                    }
                    Op::BuildTuple => {
                        let b = instr.b as usize;
                        let items: Box<[Value]> = regs[b..b + instr.c as usize].into();
                        regs[instr.a as usize] = self.new_tuple(items);
                    }
                    Op::BuildSet => {
                        let (b, n) = (instr.b as usize, instr.c as usize);
                        let items = regs[b..b + n].to_vec();
                        self.charge_n(Cost::BuildSetItem, n);
                        flow!(self.build_set(stack, &items, instr.a));
                    }
                    Op::BuildMap => {
                        let (b, n) = (instr.b as usize, 2 * instr.c as usize);
                        let items = regs[b..b + n].to_vec();
                        self.charge_n(Cost::BuildDictItem, n / 2);
                        flow!(self.build_map(stack, &items, instr.a));
                    }
                    Op::BuildString => {
                        let b = instr.b as usize;
                        let mut text = String::new();
                        for &part in &regs[b..b + instr.c as usize] {
                            text.push_str(self.str(part).unwrap_or(""));
                        }
                        self.charge_n(Cost::BuildStringPart, instr.c as usize);
                        regs[instr.a as usize] = self.new_string(text);
                    }
                    Op::FormatValue => {
                        let value = regs[instr.b as usize];
                        let spec = if instr.d == 0 { Value::Unset } else { regs[instr.d as usize - 1] };
                        flow!(self.format_value(stack, value, instr.c, spec, instr.a));
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
                    Op::ListExtend => {
                        let (list, items) = (regs[instr.a as usize], regs[instr.b as usize]);
                        flow!(self.extend_list(stack, list, items));
                    }
                    Op::SetAdd => {
                        let (set, item) = (regs[instr.a as usize], regs[instr.b as usize]);
                        flow!(self.call_type_method(stack, set, "add", &[item], Cont::Ignore));
                    }
                    Op::SetUpdate => {
                        let (set, items) = (regs[instr.a as usize], regs[instr.b as usize]);
                        flow!(self.call_type_method(stack, set, "update", &[items], Cont::Ignore));
                    }
                    Op::MapAdd => {
                        let (dict, key, value) = (regs[instr.a as usize], regs[instr.b as usize], regs[instr.c as usize]);
                        flow!(self.set_item(stack, dict, key, value));
                    }
                    Op::DictUpdate => {
                        let (dict, other) = (regs[instr.a as usize], regs[instr.b as usize]);
                        flow!(self.dict_update(stack, dict, other));
                    }
                    Op::DictMerge => {
                        let (dict, other, func) = (regs[instr.a as usize], regs[instr.b as usize], regs[instr.c as usize]);
                        flow!(self.dict_merge(stack, dict, other, func));
                    }
                    Op::ListToTuple => {
                        let items = self.items_slice(regs[instr.b as usize]).unwrap_or(&[]).to_vec();
                        regs[instr.a as usize] = self.new_tuple(items);
                    }
                    Op::UnpackSequence => {
                        let source = regs[instr.b as usize];
                        let (a, n) = (instr.a as usize, instr.c as usize);
                        self.charge_n(Cost::UnpackItem, n);
                        if let Some(items) = self.items_slice(source)
                            && items.len() == n
                        {
                            regs[a..a + n].copy_from_slice(items);
                            continue;
                        }
                        flow!(self.unpack(stack, source, instr.a, n, None));
                    }
                    Op::UnpackEx => {
                        let source = regs[instr.b as usize];
                        flow!(self.unpack(stack, source, instr.a, instr.c as usize, Some(instr.d as usize)));
                    }

                    Op::GetIter => {
                        let source = regs[instr.b as usize];
                        flow!(self.get_iter(stack, source, Cont::Store { dst: instr.a, then: Then::Iter }));
                    }
                    Op::ForIter => {
                        let Value::Obj(r) = regs[instr.b as usize] else {
                            let iterator = regs[instr.b as usize];
                            flow!(self.for_iter(stack, iterator, instr));
                            continue;
                        };
                        if matches!(self.heap.get(r), Object::Iter(_))
                            && let Object::Iter(iter) = self.heap.get_mut(r)
                        {
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
                                    continue;
                                }
                                Iter::List { list, index } => {
                                    let (list, at) = (*list, *index);
                                    *index = at + 1;
                                    if let Object::List(items) = self.heap.get(list)
                                        && let Some(&item) = items.get(at)
                                    {
                                        regs[instr.a as usize] = item;
                                        self.spent += list_turn;
                                        continue;
                                    }
                                }
                                _ => {}
                            }
                            self.spent += list_turn;
                            match tri!(self.iter_next(r)) {
                                Some(item) => regs[instr.a as usize] = item,
                                None => ip = instr.d as usize,
                            }
                            continue;
                        }
                        flow!(self.for_iter(stack, Value::Obj(r), instr));
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
                                        self.spent +=
                                            if instr.op == Op::Call { call_price } else { method_price } + arg_price * count as u64;
                                        let new_base = base + first;
                                        let locals = usize::from(target.locals);
                                        save_ip!();
                                        if self.frames.len() >= self.limits.recursion as usize {
                                            fail!(self.too_deep());
                                        }
                                        if stack.len() < new_base + 2 * WINDOW {
                                            stack.resize(new_base + 8 * WINDOW, Value::Unset);
                                        }
                                        for place in &mut stack[new_base + count..new_base + locals.max(count)] {
                                            *place = Value::Unset;
                                        }
                                        self.frames.push(crate::vm::frame::Frame {
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
                                        if self.heap.wants_collection() {
                                            let top = new_base + locals;
                                            if let Err(raise) = self.collect_garbage(stack, top) {
                                                match self.unwind(stack, raise, true) {
                                                    Unwound::Handled => continue 'frame,
                                                    Unwound::Leave(exit) => leave!(exit),
                                                }
                                            }
                                        }
                                        if leave_at_switch_point {
                                            leave!(Exit::SwitchPoint);
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
                                            safe_point!();
                                            if self.limit_hit.is_some() {
                                                leave!(self.leave_with_limit());
                                            }
                                            switch_point!();
                                        }
                                        Ok(other) => {
                                            flow!(self.finish_native(
                                                stack,
                                                other,
                                                Cont::Store { dst: instr.a, then: Then::Nothing }
                                            ));
                                        }
                                        Err(raise) => fail!(raise),
                                    }
                                    continue;
                                }
                                _ => {}
                            }
                        }
                        let args = regs[first..first + count].to_vec();
                        flow!(self.call(stack, func, &args, &[], Cont::Store { dst: instr.a, then: Then::Nothing }));
                    }
                    Op::CallKw | Op::CallMethodKw => {
                        let a = instr.a as usize;
                        let method = instr.op == Op::CallMethodKw;
                        let start = a + 1 + usize::from(method);
                        let npos = instr.b as usize;
                        let mut args = Vec::with_capacity(npos + 1);
                        if method && !regs[a + 1].is_unset() {
                            args.push(regs[a + 1]);
                        }
                        args.extend_from_slice(&regs[start..start + npos]);
                        let names = self.items_slice(loaded.consts[instr.d as usize]).unwrap_or(&[]);
                        let kwargs: Vec<(Value, Value)> =
                            names.iter().copied().zip(regs[start + npos..].iter().copied()).collect();
                        let func = regs[a];
                        flow!(self.call(stack, func, &args, &kwargs, Cont::Store { dst: instr.a, then: Then::Nothing }));
                    }
                    Op::CallEx => {
                        let a = instr.a as usize;
                        let (func, list, dict) = (regs[a], regs[a + 1], regs[a + 2]);
                        let args = self.items_slice(list).unwrap_or(&[]).to_vec();
                        let kwargs = tri!(self.keyword_pairs(func, dict));
                        flow!(self.call(stack, func, &args, &kwargs, Cont::Store { dst: instr.a, then: Then::Nothing }));
                    }
                    Op::Return | Op::ReturnNone => {
                        let value = if instr.op == Op::Return { regs[instr.a as usize] } else { Value::None };
                        let Some(frame) = self.frames.pop() else { leave!(Exit::Finished) };
                        self.handling = frame.handling_before;
                        if let (Cont::Store { dst, then: Then::Nothing }, Value::Unset, Some(caller)) =
                            (frame.cont, frame.generator, self.frames.last())
                        {
                            stack[caller.base as usize + dst as usize] = value;
                            continue 'frame;
                        }
                        match self.frame_returned(stack, frame, value) {
                            Ok(Flow::Next | Flow::Frame) => continue 'frame,
                            Ok(Flow::Leave(exit)) => leave!(exit),
                            Err(raise) => match self.unwind(stack, raise, true) {
                                Unwound::Handled => continue 'frame,
                                Unwound::Leave(exit) => leave!(exit),
                            },
                        }
                    }
                    Op::MakeFunction => {
                        let code = loaded.children[instr.d as usize];
                        let b = instr.b as usize;
                        let parts = [regs[b], regs[(b + 1) & 255], regs[(b + 2) & 255], regs[(b + 3) & 255]];
                        regs[instr.a as usize] = self.make_function(code, globals, instr.c, parts);
                    }
                    Op::LoadCommon => regs[instr.a as usize] = self.common(instr.d),

                    Op::MakeGenerator => {
                        save_ip!();
                        match self.make_generator(stack) {
                            Ok(Flow::Next | Flow::Frame) => continue 'frame,
                            Ok(Flow::Leave(exit)) => leave!(exit),
                            Err(raise) => fail!(raise),
                        }
                    }
                    Op::Yield => {
                        let value = regs[instr.b as usize];
                        save_ip!();
                        match self.yield_value(stack, value, instr.c != 0) {
                            Ok(Flow::Next | Flow::Frame) => continue 'frame,
                            Ok(Flow::Leave(exit)) => leave!(exit),
                            Err(raise) => match self.unwind(stack, raise, true) {
                                Unwound::Handled => continue 'frame,
                                Unwound::Leave(exit) => leave!(exit),
                            },
                        }
                    }
                    Op::YieldDelegate => {
                        let value = regs[instr.b as usize];
                        save_ip!();
                        match self.yield_value(stack, value, false) {
                            Ok(Flow::Next | Flow::Frame) => continue 'frame,
                            Ok(Flow::Leave(exit)) => leave!(exit),
                            Err(raise) => match self.unwind(stack, raise, true) {
                                Unwound::Handled => continue 'frame,
                                Unwound::Leave(exit) => leave!(exit),
                            },
                        }
                    }
                    Op::GetYieldFrom => {
                        let source = regs[instr.b as usize];
                        if let Value::Obj(r) = source
                            && matches!(self.heap.get(r), Object::Generator(_))
                        {
                            regs[instr.a as usize] = source;
                            continue;
                        }
                        flow!(self.get_iter(stack, source, Cont::Store { dst: instr.a, then: Then::Iter }));
                    }
                    Op::GetAwaitable => {
                        let source = regs[instr.b as usize];
                        flow!(self.get_awaitable(stack, source, instr.a));
                    }
                    Op::Send => {
                        let (iterator, value) = (regs[instr.a as usize], regs[instr.b as usize]);
                        flow!(self.send(stack, iterator, value));
                    }
                    Op::GetAIter => {
                        let source = regs[instr.b as usize];
                        flow!(self.get_aiter(stack, source, instr.a));
                    }
                    Op::GetANext => {
                        let source = regs[instr.b as usize];
                        flow!(self.get_anext(stack, source, instr.a));
                    }
                    Op::EndAsyncFor => {
                        let exception = regs[instr.a as usize];
                        if self.is_subclass(self.type_of(exception), crate::classes::STOP_ASYNC_ITERATION) {
                            ip = instr.d as usize;
                            continue;
                        }
                        save_ip!();
                        if let Value::Obj(r) = exception {
                            match self.unwind(stack, crate::native::Raise(r), false) {
                                Unwound::Handled => continue 'frame,
                                Unwound::Leave(exit) => leave!(exit),
                            }
                        }
                    }

                    Op::Raise => {
                        let (exception, cause) = (regs[instr.a as usize], regs[instr.b as usize]);
                        save_ip!();
                        match self.raise_op(stack, exception, cause, instr.c) {
                            Ok(flow) => match flow {
                                Flow::Next | Flow::Frame => continue 'frame,
                                Flow::Leave(exit) => leave!(exit),
                            },
                            Err((raise, fresh)) => match self.unwind(stack, raise, fresh) {
                                Unwound::Handled => continue 'frame,
                                Unwound::Leave(exit) => leave!(exit),
                            },
                        }
                    }
                    Op::Reraise => {
                        save_ip!();
                        if let Value::Obj(r) = regs[instr.a as usize] {
                            match self.unwind(stack, crate::native::Raise(r), false) {
                                Unwound::Handled => continue 'frame,
                                Unwound::Leave(exit) => leave!(exit),
                            }
                        }
                    }
                    Op::PushExc => {
                        regs[instr.b as usize] = self.handling;
                        self.handling = regs[instr.a as usize];
                    }
                    Op::PopExc => self.handling = regs[instr.b as usize],
                    Op::ExcMatch => {
                        let (exception, class) = (regs[instr.b as usize], regs[instr.c as usize]);
                        regs[instr.a as usize] = Value::Bool(tri!(self.exception_matches(exception, class)));
                    }
                    Op::ExcGroupMatch => {
                        let (group, class) = (regs[instr.b as usize], regs[instr.c as usize]);
                        flow!(self.group_match(stack, group, class, instr));
                    }
                    Op::ExcGroupRest => {
                        let (list, original) = (regs[instr.b as usize], regs[instr.c as usize]);
                        flow!(self.call_prelude(stack, "_exc_group_rest", &[list, original], instr.a));
                    }
                    Op::WithEnter | Op::AsyncWithEnter => {
                        let manager = regs[instr.b as usize];
                        flow!(self.with_enter(stack, manager, instr.a, instr.op == Op::AsyncWithEnter));
                    }
                    Op::WithExit => {
                        let (exit, exception) = (regs[instr.a as usize], regs[instr.b as usize]);
                        flow!(self.with_exit(stack, exit, exception, instr.b, instr.c != 0));
                    }

                    Op::ImportName => {
                        let (name, from_list) = (loaded.consts[instr.d as usize], regs[instr.b as usize]);
                        flow!(self.import_name(stack, globals, name, from_list, instr.c, instr.a));
                    }
                    Op::ImportFrom => {
                        let (module, name) = (regs[instr.b as usize], loaded.names[instr.d as usize]);
                        flow!(self.import_from(stack, module, name, instr.a));
                    }
                    Op::ImportStar => {
                        let module = regs[instr.b as usize];
                        tri!(self.import_star(globals, module));
                    }

                    Op::MatchSequence => regs[instr.a as usize] = Value::Bool(self.is_match_sequence(regs[instr.b as usize])),
                    Op::MatchMapping => regs[instr.a as usize] = Value::Bool(self.is_match_mapping(regs[instr.b as usize])),
                    Op::GetLen => {
                        let value = regs[instr.b as usize];
                        flow!(self.len_of(stack, value, Cont::Store { dst: instr.a, then: Then::Len }));
                    }
                    Op::MatchKeys => {
                        let (subject, keys) = (regs[instr.b as usize], regs[instr.c as usize]);
                        flow!(self.call_prelude(stack, "_match_keys", &[subject, keys], instr.a));
                    }
                    Op::MatchClass => {
                        let c = instr.c as usize;
                        let (subject, class, names) = (regs[instr.b as usize], regs[c], regs[(c + 1) & 255]);
                        let count = Value::Int(i64::from(instr.d));
                        flow!(self.call_prelude(stack, "_match_class", &[subject, class, count, names], instr.a));
                    }
                    Op::DictWithout => {
                        let (subject, keys) = (regs[instr.b as usize], regs[instr.c as usize]);
                        flow!(self.call_prelude(stack, "_dict_without", &[subject, keys], instr.a));
                    }
                }
            }
        }
    }

    /// `object.name` into `R[dst]`, remembering where it was found.
    fn get_attr_cached(&mut self, stack: &mut Vec<Value>, object: Value, name: Ref, dst: u8, at: usize) -> Res<Flow> {
        if let Value::Obj(r) = object
            && let Object::Instance(i) = self.heap.get(r)
            && i.dict.is_unset()
        {
            let (class, shape) = (i.class, i.shape);
            let plain = matches!(self.heap.get(class), Object::Class(c) if !c.flags.getattribute);
            if plain
                && let Some(slot) = self.shapes.slot(shape, name)
                && self.class_attr(class, name).is_none()
            {
                self.set_cache(at, Cache { key: shape.0, version: self.class_version, slot: slot as u32, kind: 3, value: Value::Unset });
            }
        }
        self.get_attr(stack, object, name, Cont::Store { dst, then: Then::Nothing })
    }

    fn set_attr_cached(&mut self, stack: &mut Vec<Value>, object: Value, name: Ref, value: Value, at: usize) -> Res<Flow> {
        if let Value::Obj(r) = object
            && let Object::Instance(i) = self.heap.get(r)
            && i.dict.is_unset()
        {
            let (class, shape) = (i.class, i.shape);
            let plain = matches!(self.heap.get(class), Object::Class(c) if !c.flags.setattr);
            if plain
                && let Some(slot) = self.shapes.slot(shape, name)
                && self.class_attr(class, name).is_none()
            {
                self.set_cache(at, Cache { key: shape.0, version: self.class_version, slot: slot as u32, kind: 3, value: Value::Unset });
            }
        }
        match self.setter(object, name, value)? {
            Some((func, args)) => self.call(stack, func, &args, &[], Cont::Ignore),
            None => Ok(Flow::Next),
        }
    }

    pub(crate) fn set_cache(&mut self, at: usize, cache: Cache) {
        if self.caches.len() <= at {
            self.caches.resize((at + 1).max(self.cache_count as usize), Cache::default());
        }
        self.caches[at] = cache;
    }

    fn load_method(&mut self, stack: &mut Vec<Value>, object: Value, name: Ref, dst: u8, at: usize) -> Res<Flow> {
        let base = self.frames.last().map_or(0, |f| f.base as usize) + dst as usize;
        match self.lookup(object, name) {
            Found::Method { func, receiver } => {
                let native_or_function = matches!(func, Value::Obj(f) if matches!(self.heap.get(f), Object::Native(_) | Object::Function(_)));
                if native_or_function
                    && receiver.is(object)
                    && let Value::Obj(r) = object
                {
                    let (kind, key) = match self.heap.get(r) {
                        Object::Instance(i) if i.dict.is_unset() => (4, i.shape.0),
                        Object::Instance(_) | Object::Exception(_) | Object::Class(_) | Object::Super(_) | Object::Module(_) => (0, 0),
                        _ => (5, self.heap.type_of(r).0),
                    };
                    if kind != 0 {
                        self.set_cache(at, Cache { key, version: self.class_version, slot: 0, kind, value: func });
                    }
                }
                stack[base] = func;
                stack[base + 1] = receiver;
                Ok(Flow::Next)
            }
            found => {
                stack[base + 1] = Value::Unset;
                self.finish_lookup(stack, object, name, found, Cont::Method { dst })
            }
        }
    }

    fn load_global(&mut self, globals: Ref, name: Ref, at: usize) -> Res<Value> {
        if let Object::Dict(g) = self.heap.get(globals)
            && let Some(slot) = self.dict_at_name(g, name)
            && let Some(entry) = g.entry(slot)
        {
            let value = entry.value;
            // only an identical key object can be recognised by the cache
            if matches!(entry.key, Value::Obj(k) if k == name) {
                self.set_cache(at, Cache { key: globals.0, version: 0, slot: slot as u32, kind: 1, value: Value::Unset });
            }
            return Ok(value);
        }
        let version = match self.heap.get(globals) {
            Object::Dict(g) => g.version(),
            _ => 0,
        };
        if let Object::Dict(b) = self.heap.get(self.builtins)
            && let Some(slot) = self.dict_at_name(b, name)
            && let Some(entry) = b.entry(slot)
        {
            let value = entry.value;
            self.set_cache(at, Cache { key: globals.0, version, slot: slot as u32, kind: 2, value: Value::Unset });
            return Ok(value);
        }
        Err(self.undefined(name))
    }

    fn store_global(&mut self, globals: Ref, name: Ref, value: Value, at: usize) {
        self.dict_set_name(globals, name, value);
        if let Object::Dict(g) = self.heap.get(globals)
            && let Some(slot) = self.dict_at_name(g, name)
        {
            self.set_cache(at, Cache { key: globals.0, version: 0, slot: slot as u32, kind: 1, value: Value::Unset });
        }
    }
}

#[inline]
fn element(items: &[Value], i: i64) -> Option<Value> {
    let at = if i < 0 { i + items.len() as i64 } else { i };
    items.get(usize::try_from(at).ok()?).copied()
}
