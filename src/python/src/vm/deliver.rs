//! Where results go: registers, jumps, the checks of special methods, and the truth of a value.

use crate::classes;
use crate::code::Op;
use crate::native::{Raise, Res, Then};
use crate::object::{GeneratorKind, Object};
use crate::ops::Tri;
use crate::process::Process;
use crate::value::Value;
use crate::vm::frame::Cont;
use crate::vm::run::Flow;

impl Process {
    /// A result arrives at the topmost frame.
    pub(crate) fn deliver(&mut self, stack: &mut Vec<Value>, cont: Cont, value: Value) -> Res<Flow> {
        match cont {
            Cont::Store { dst, then: Then::Nothing } => {
                self.set_register(stack, dst, value);
                Ok(Flow::Next)
            }
            Cont::Store { dst, then } => self.deliver_checked(stack, dst, then, value),
            Cont::Ignore => Ok(Flow::Next),
            Cont::Init { dst, instance } => {
                if !value.is_none() {
                    let message = format!("__init__() should return None, not '{}'", self.type_name(value));
                    return Err(self.type_error(&message));
                }
                self.set_register(stack, dst, Value::Obj(instance));
                Ok(Flow::Next)
            }
            Cont::Branch => {
                let Some((instr, _)) = self.current_instr() else { return Ok(Flow::Next) };
                let truth = match self.truth_native(value) {
                    Tri::Ask => return self.call_truth(stack, value, Cont::Branch),
                    truth => truth == Tri::Yes,
                };
                let wanted = match instr.op {
                    Op::JumpIfTrue => true,
                    Op::JumpIfFalse => false,
                    _ => instr.a != 0,
                };
                if truth == wanted
                    && let Some(frame) = self.frames.last_mut()
                {
                    frame.ip = instr.d;
                }
                Ok(Flow::Next)
            }
            Cont::Truth { dst, len, negate } => {
                let truth = Value::Bool(self.checked_truth(value, len)? != negate);
                match dst {
                    Some(dst) => {
                        self.set_register(stack, dst, truth);
                        Ok(Flow::Next)
                    }
                    None => self.deliver(stack, Cont::Branch, truth),
                }
            }
            Cont::Operator { stage } => self.operator_result(stack, stage, value),
            Cont::ForIter => {
                if let Some((instr, base)) = self.current_instr() {
                    stack[base + instr.a as usize] = value;
                }
                Ok(Flow::Next)
            }
            Cont::Send => {
                if let Some((instr, base)) = self.current_instr() {
                    stack[base + instr.b as usize] = value;
                }
                Ok(Flow::Next)
            }
            Cont::Next { dst, .. } | Cont::GetAttr { dst, .. } | Cont::Exit { dst } => {
                self.set_register(stack, dst, value);
                Ok(Flow::Next)
            }
            Cont::Method { dst } => {
                self.set_register(stack, dst, value);
                self.set_register(stack, dst + 1, Value::Unset);
                Ok(Flow::Next)
            }
            Cont::Close { coroutine, .. } => {
                let word = if coroutine { "coroutine" } else { "generator" };
                Err(self.raise(classes::RUNTIME_ERROR, &format!("{word} ignored GeneratorExit")))
            }
            Cont::Import { dst, module } => {
                self.set_register(stack, dst, Value::Obj(module));
                Ok(Flow::Next)
            }
            Cont::RaiseResult => {
                let Value::Obj(r) = value else {
                    return Err(self.type_error("exceptions must derive from BaseException"));
                };
                if matches!(self.heap.get(r), Object::Exception(_)) {
                    return Err(Raise(r));
                }
                let message =
                    format!("calling {} should have returned an instance of BaseException", self.type_name(value));
                Err(self.type_error(&message))
            }
            Cont::New { dst, class, args, kwargs } => self.after_new(stack, dst, class, value, args, kwargs),
            Cont::Unpack { dst, before, after } => {
                let items = self.items_slice(value).unwrap_or(&[]).to_vec();
                let after = if after == u16::MAX { None } else { Some(usize::from(after)) };
                self.unpack_items(stack, &items, dst, usize::from(before), after)
            }
            Cont::Pair { first, second } => {
                let pair = self.items_slice(value).map(|p| (p.first().copied(), p.get(1).copied()));
                if let Some((Some(a), Some(b))) = pair {
                    self.set_register(stack, first, a);
                    self.set_register(stack, second, b);
                }
                Ok(Flow::Next)
            }
            Cont::TaskTurn { dst, task, before } => {
                self.context = before;
                if value.is_none() {
                    self.task_leave(task, crate::exit::TaskWait::Turn);
                }
                self.set_register(stack, dst, value);
                Ok(Flow::Next)
            }
            Cont::Bottom => Ok(Flow::Next),
        }
    }

    fn deliver_checked(&mut self, stack: &mut Vec<Value>, dst: u8, then: Then, value: Value) -> Res<Flow> {
        let wrong = |p: &mut Self, text: String| Err(p.type_error(&text));
        let value = match then {
            Then::Nothing => value,
            Then::None => Value::None,
            Then::Bool | Then::Truth | Then::NotTruth => {
                if then == Then::Bool && !matches!(value, Value::Bool(_)) {
                    let text = format!("__bool__ should return bool, returned {}", self.type_name(value));
                    return wrong(self, text);
                }
                match self.truth_native(value) {
                    Tri::Ask => return self.call_truth(stack, value, Cont::Store { dst, then }),
                    truth => Value::Bool((truth == Tri::Yes) != (then == Then::NotTruth)),
                }
            }
            Then::Len => match self.payload(value) {
                Value::Int(i) if i >= 0 => Value::Int(i),
                Value::Bool(b) => Value::Int(i64::from(b)),
                Value::Int(_) => return Err(self.value_error("__len__() should return >= 0")),
                _ => {
                    let text = format!("'{}' object cannot be interpreted as an integer", self.type_name(value));
                    return wrong(self, text);
                }
            },
            Then::Hash => match self.big_int(value) {
                // as it is where it fits a word; only a larger one is reduced
                Some(i) => Value::Int(
                    i64::try_from(&i).map_or_else(|_| crate::hash::of_big_int(&i), |h| if h == -1 { -2 } else { h }),
                ),
                None => return wrong(self, "__hash__ method should return an integer".to_owned()),
            },
            Then::Str | Then::Repr => {
                if self.str(value).is_none() {
                    let method = if then == Then::Str { "__str__" } else { "__repr__" };
                    let text = format!("{method} returned non-string (type {})", self.type_name(value));
                    return wrong(self, text);
                }
                value
            }
            Then::Int => {
                if self.big_int(value).is_none() {
                    let text = format!("__int__ returned non-int (type {})", self.type_name(value));
                    return wrong(self, text);
                }
                self.payload(value)
            }
            Then::Float => match self.payload(value) {
                Value::Float(f) => Value::Float(f),
                _ => {
                    let text = format!("__float__ returned non-float (type {})", self.type_name(value));
                    return wrong(self, text);
                }
            },
            Then::Iter => {
                if matches!(self.object(value), Some(Object::Generator(g)) if g.kind == GeneratorKind::Generator) {
                    self.set_register(stack, dst, value);
                    return Ok(Flow::Next);
                }
                let op = self.current_instr().map(|(i, _)| i.op);
                let awaits = op == Some(Op::GetAwaitable);
                if matches!(self.object(value), Some(Object::Generator(g)) if g.kind == GeneratorKind::Coroutine) {
                    let call = if awaits {
                        "__await__() returned a coroutine"
                    } else {
                        "iter() returned non-iterator of type 'coroutine'"
                    };
                    return wrong(self, call.to_owned());
                }
                if awaits || op == Some(Op::GetYieldFrom) {
                    let delegate = self.unwrapped(value);
                    if delegate != value {
                        self.set_register(stack, dst, delegate);
                        return Ok(Flow::Next);
                    }
                }
                if !self.is_iterator(value) {
                    let call = if awaits { "__await__()" } else { "iter()" };
                    let text = format!("{call} returned non-iterator of type '{}'", self.type_name(value));
                    return wrong(self, text);
                }
                value
            }
        };
        self.set_register(stack, dst, value);
        Ok(Flow::Next)
    }

    /// Asks a value of a Python class for its truth: `__bool__`, else `__len__`.
    pub(crate) fn call_truth(&mut self, stack: &mut Vec<Value>, value: Value, cont: Cont) -> Res<Flow> {
        let (func, len) = match self.python_method(value, "__bool__") {
            Some(func) => (func, false),
            None => match self.python_method(value, "__len__") {
                Some(func) => (func, true),
                None => return self.deliver(stack, cont, Value::Bool(true)),
            },
        };
        let cont = match cont {
            Cont::Store { dst, then: Then::Truth | Then::Bool } => Cont::Truth { dst: Some(dst), len, negate: false },
            Cont::Store { dst, then: Then::NotTruth } => Cont::Truth { dst: Some(dst), len, negate: true },
            Cont::Branch => Cont::Truth { dst: None, len, negate: false },
            cont => cont,
        };
        self.call(stack, func, &[value], &[], cont)
    }

    /// What `__bool__` (or `__len__`) returned, as a truth.
    fn checked_truth(&mut self, value: Value, len: bool) -> Res<bool> {
        if !len {
            return match value {
                Value::Bool(b) => Ok(b),
                _ => {
                    let text = format!("__bool__ should return bool, returned {}", self.type_name(value));
                    Err(self.type_error(&text))
                }
            };
        }
        match self.payload(value) {
            Value::Int(i) if i >= 0 => Ok(i > 0),
            Value::Bool(b) => Ok(b),
            Value::Int(_) => Err(self.value_error("__len__() should return >= 0")),
            big if self.big_int(big).is_some() => {
                Err(self.overflow_error("cannot fit 'int' into an index-sized integer"))
            }
            _ => {
                let text = format!("'{}' object cannot be interpreted as an integer", self.type_name(value));
                Err(self.type_error(&text))
            }
        }
    }
}
