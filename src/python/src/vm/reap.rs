//! `__del__`: looking for objects that nobody refers to any more, where a statement begins and where a function returns.
//!
//! CPython counts references and knows at once. Here the collector looks, only in programs that define a `__del__`
//! ([`Op::Reap`](crate::code::Op::Reap)), not while plain variables hold all such objects, and as often as the program can pay
//! for ([`WeakTable::may_finalize`](crate::weak::WeakTable)).

use crate::code::Instr;
use crate::object::Object;
use crate::process::{Loaded, Process};
use crate::value::Value;
use crate::vm::frame::Cont;
use crate::vm::run::Flow;

impl Process {
    pub(crate) fn reap(&mut self, stack: &mut Vec<Value>, base: usize, loaded: &Loaded, instr: Instr) -> Flow {
        if !self.weak.has_finalizable() {
            return Flow::Next;
        }
        let registers = usize::from(loaded.code.registers);
        let window = stack.get_mut(base..base + registers).unwrap_or_default();
        if instr.b == 0 {
            window.iter_mut().skip(instr.d as usize).for_each(|register| *register = Value::Unset);
        } else {
            for (number, register) in window.iter_mut().enumerate() {
                if number != instr.d as usize {
                    *register = Value::Unset;
                }
            }
        }
        // Asked first: what follows looks at all registers, and a statement begins often.
        if !self.weak.may_finalize(self.instructions) {
            return Flow::Next;
        }
        let live = self.live_registers(stack);
        let main = match self.heap.get(self.main) {
            Object::Dict(main) => Some(main),
            _ => None,
        };
        let held = |value: Value| {
            let is = |other: Value| matches!((value, other), (Value::Obj(a), Value::Obj(b)) if a == b);
            live.iter().any(|&register| is(register)) || main.is_some_and(|main| main.iter().any(|(_, v)| is(v)))
        };
        if !self.weak.has_doomed() && self.weak.finalizable(&self.heap).all(|r| held(Value::Obj(r))) {
            return Flow::Next;
        }
        // Out of memory is told at the next allocation.
        if !self.weak.has_doomed() && self.collect_counting(&live, live.len()).is_ok() {
            self.weak.collected(self.instructions, self.heap.slots() as u64);
        }
        if !self.weak.has_doomed() {
            return Flow::Next;
        }
        match self.call_aside(stack, "_run_finalizers", Cont::Ignore) {
            Some(exit) => Flow::leave(exit),
            None => Flow::Frame,
        }
    }
}
