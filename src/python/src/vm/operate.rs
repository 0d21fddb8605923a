//! Operators whose fast path did not apply: natives of built-in types, then the special methods of Python classes with
//! CPython's order of trying (the reflected method of a subclass first).

use crate::classes;
use crate::code::{Instr, Op};
use crate::native::{Res, Then};
use crate::number::{self, BinOp, CmpOp, UnOp};
use crate::object::{Layout, Object};
use crate::ops::Tri;
use crate::process::Process;
use crate::types::items;
use crate::value::Value;
use crate::vm::frame::Cont;
use crate::vm::run::Flow;

enum Kind {
    Binary(BinOp),
    Compare(CmpOp),
    Contains { negate: bool },
}

fn kind_of(op: Op) -> Option<Kind> {
    Some(match op {
        Op::Add | Op::AddInt => Kind::Binary(BinOp::Add),
        Op::Sub | Op::SubInt => Kind::Binary(BinOp::Sub),
        Op::Mul => Kind::Binary(BinOp::Mul),
        Op::TrueDiv => Kind::Binary(BinOp::TrueDiv),
        Op::FloorDiv => Kind::Binary(BinOp::FloorDiv),
        Op::Mod => Kind::Binary(BinOp::Mod),
        Op::Pow => Kind::Binary(BinOp::Pow),
        Op::LShift => Kind::Binary(BinOp::LShift),
        Op::RShift => Kind::Binary(BinOp::RShift),
        Op::And => Kind::Binary(BinOp::And),
        Op::Or => Kind::Binary(BinOp::Or),
        Op::Xor => Kind::Binary(BinOp::Xor),
        Op::MatMul => Kind::Binary(BinOp::MatMul),
        Op::Lt | Op::JumpLt | Op::JumpLtK => Kind::Compare(CmpOp::Lt),
        Op::Le | Op::JumpLe | Op::JumpLeK => Kind::Compare(CmpOp::Le),
        Op::Eq | Op::JumpEq | Op::JumpEqK => Kind::Compare(CmpOp::Eq),
        Op::Ne | Op::JumpNe | Op::JumpNeK => Kind::Compare(CmpOp::Ne),
        Op::Gt | Op::JumpGt | Op::JumpGtK => Kind::Compare(CmpOp::Gt),
        Op::Ge | Op::JumpGe | Op::JumpGeK => Kind::Compare(CmpOp::Ge),
        Op::In => Kind::Contains { negate: false },
        Op::NotIn => Kind::Contains { negate: true },
        _ => return None,
    })
}

/// A special method to try: `func(receiver, argument)`, its result negated for a `__ne__` derived from `__eq__`.
struct Candidate {
    func: Value,
    receiver: Value,
    argument: Value,
    negate: bool,
}

fn is_jump(op: Op) -> bool {
    matches!(
        op,
        Op::JumpLt
            | Op::JumpLe
            | Op::JumpEq
            | Op::JumpNe
            | Op::JumpGt
            | Op::JumpGe
            | Op::JumpLtK
            | Op::JumpLeK
            | Op::JumpEqK
            | Op::JumpNeK
            | Op::JumpGtK
            | Op::JumpGeK
    )
}

/// Whether the right operand of a fused comparison is a constant.
fn has_const_operand(op: Op) -> bool {
    matches!(op, Op::JumpLtK | Op::JumpLeK | Op::JumpEqK | Op::JumpNeK | Op::JumpGtK | Op::JumpGeK)
}

impl Process {
    /// Executes the operator instruction before the frame's `ip` on these operands.
    pub(crate) fn operate(&mut self, stack: &mut Vec<Value>, instr: Instr, x: Value, y: Value) -> Res<Flow> {
        if x.is_unset() || y.is_unset() {
            return Err(self.unset_operand(instr, x.is_unset()));
        }
        let Some(kind) = kind_of(instr.op) else { return Ok(Flow::Next) };
        match kind {
            Kind::Binary(op) => {
                if !self.is_python_object(x) && !self.is_python_object(y) {
                    let inplace = self.is_inplace(instr);
                    if inplace && let Some(flow) = self.inplace_native(stack, op, x, y, instr.a)? {
                        return Ok(flow);
                    }
                    return match number::binary(self, op, x, y)? {
                        Some(value) => {
                            self.set_register(stack, instr.a, value);
                            Ok(Flow::Next)
                        }
                        None => self.percent_or_unsupported(stack, op, x, y, inplace, instr.a),
                    };
                }
                self.operator_stage(stack, instr, x, y, 0)
            }
            Kind::Compare(op) => {
                if !self.is_python_object(x)
                    && !self.is_python_object(y)
                    && let Some(truth) = number::compare(self, op, x, y)?
                {
                    self.store_truth(stack, instr, truth);
                    return Ok(Flow::Next);
                }
                self.operator_stage(stack, instr, x, y, 0)
            }
            Kind::Contains { negate } => self.contains(stack, instr, x, y, negate),
        }
    }

    /// Puts the truth of a comparison where its instruction wants it: a register or a jump.
    fn store_truth(&mut self, stack: &mut [Value], instr: Instr, truth: bool) {
        if is_jump(instr.op) {
            if truth == (instr.a != 0)
                && let Some(frame) = self.frames.last_mut()
            {
                frame.ip = instr.d;
            }
        } else {
            self.set_register(stack, instr.a, Value::Bool(truth));
        }
    }

    /// A value whose class, or metaclass, is made by Python code.
    #[inline]
    pub(crate) fn is_python_object(&self, value: Value) -> bool {
        match value {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Instance(_) => true,
                Object::Exception(e) => matches!(self.heap.get(e.class), Object::Class(c) if !c.builtin),
                Object::Class(k) => matches!(self.heap.get(k.metaclass), Object::Class(c) if !c.builtin),
                _ => false,
            },
            _ => false,
        }
    }

    fn is_inplace(&self, instr: Instr) -> bool {
        match instr.op {
            Op::AddInt | Op::SubInt => instr.c == 1,
            _ => instr.d == 1,
        }
    }

    /// `list += x`, `set |= x`, `dict |= x`, … which change the left operand.
    fn inplace_native(&mut self, stack: &mut Vec<Value>, op: BinOp, x: Value, y: Value, dst: u8) -> Res<Option<Flow>> {
        let Some(method) = self.inplace_method_of(op, x) else { return Ok(None) };
        let is_set = |v| matches!(self.object(v), Some(Object::Set(_) | Object::FrozenSet(_)));
        if is_set(x) && !is_set(self.payload(y)) {
            // no set takes what is none in place
            return Ok(None);
        }
        let class = self.type_of(x);
        match self.special_attr(class, method) {
            Some(func) => self.call(stack, func, &[x, y], &[], Cont::Store { dst, then: Then::Nothing }).map(Some),
            None => Ok(None),
        }
    }

    /// The method by which a mutable built-in value takes an in-place operator.
    fn inplace_method_of(&self, op: BinOp, x: Value) -> Option<&'static str> {
        let Value::Obj(r) = x else { return None };
        Some(match (self.heap.get(r), op) {
            (Object::List(_), BinOp::Add) => "__iadd__",
            (Object::List(_) | Object::ByteArray(_), BinOp::Mul) => "__imul__",
            (Object::ByteArray(_), BinOp::Add) => "__iadd__",
            (Object::Set(_), BinOp::Or) | (Object::Dict(_), BinOp::Or) => "__ior__",
            (Object::Set(_), BinOp::And) => "__iand__",
            (Object::Set(_), BinOp::Sub) => "__isub__",
            (Object::Set(_), BinOp::Xor) => "__ixor__",
            _ => return None,
        })
    }

    /// `%` formatting may have to call Python; anything else without a meaning is a TypeError.
    fn percent_or_unsupported(
        &mut self,
        stack: &mut Vec<Value>,
        op: BinOp,
        x: Value,
        y: Value,
        inplace: bool,
        dst: u8,
    ) -> Res<Flow> {
        let class = self.type_of(x);
        if op == BinOp::Mod
            && matches!(
                self.object(x),
                Some(Object::Str(_) | Object::StrTail { .. } | Object::Bytes(_) | Object::ByteArray(_))
            )
            && let Some(func) = self.class_attr_str(class, "__mod__")
        {
            return self.call(stack, func, &[x, y], &[], Cont::Store { dst, then: Then::Nothing });
        }
        // natives that only their method tables know (dict views, types | None)
        for (value, other, method) in [(x, y, op.method()), (y, x, op.reflected())] {
            let class = self.type_of(value);
            if let Some(func @ Value::Obj(native)) = self.class_attr_str(class, method)
                && matches!(self.heap.get(native), Object::Native(_))
            {
                let stage = if value.is(x) { 100 } else { 101 };
                return self.call(stack, func, &[value, other], &[], Cont::Operator { stage });
            }
        }
        Err(number::unsupported(self, op, x, y, inplace))
    }

    /// A built-in sequence and a number of a Python class (`__index__`) it is to be repeated by.
    fn repetition(&mut self, x: Value, y: Value) -> Option<(Value, Value)> {
        for (sequence, count) in [(x, y), (y, x)] {
            let is_sequence = matches!(
                self.object(sequence),
                Some(
                    Object::Str(_)
                        | Object::StrTail { .. }
                        | Object::List(_)
                        | Object::Tuple(_)
                        | Object::Bytes(_)
                        | Object::ByteArray(_)
                )
            );
            if is_sequence && self.python_method(count, "__index__").is_some() {
                return Some((sequence, count));
            }
        }
        None
    }

    /// Tries the special methods of the current operator instruction from `stage` on.
    pub(crate) fn operator_stage(
        &mut self,
        stack: &mut Vec<Value>,
        instr: Instr,
        x: Value,
        y: Value,
        stage: u8,
    ) -> Res<Flow> {
        let Some(kind) = kind_of(instr.op) else { return Ok(Flow::Next) };
        match kind {
            Kind::Binary(op) => {
                if stage == 101 || stage == 100 {
                    if stage == 100 {
                        let class = self.type_of(y);
                        if let Some(func @ Value::Obj(native)) = self.class_attr_str(class, op.reflected())
                            && matches!(self.heap.get(native), Object::Native(_))
                        {
                            return self.call(stack, func, &[y, x], &[], Cont::Operator { stage: 101 });
                        }
                    }
                    return Err(number::unsupported(self, op, x, y, self.is_inplace(instr)));
                }
                if stage == 0 && !self.is_python_object(x) && !self.is_subclass(self.type_of(y), self.type_of(x)) {
                    // the built-in type of the left operand has the first word: `1.5 + IntSubclass(1)`
                    let py = self.payload(y);
                    let number = |p: &Self, v: Value| p.big_int(v).is_some() || matches!(v, Value::Float(_));
                    if !py.is(y)
                        && number(self, x)
                        && number(self, py)
                        && let Some(value) = number::binary(self, op, x, py)?
                    {
                        self.set_register(stack, instr.a, value);
                        return Ok(Flow::Next);
                    }
                }
                let candidates = self.binary_candidates(op, x, y, self.is_inplace(instr));
                if let Some(c) = candidates.get(stage as usize) {
                    return self.call(
                        stack,
                        c.func,
                        &[c.receiver, c.argument],
                        &[],
                        Cont::Operator { stage: stage + 1 },
                    );
                }
                let (px, py) = (self.payload(x), self.payload(y));
                if self.is_inplace(instr)
                    && !px.is(x)
                    && let Some(method) = self.inplace_method_of(op, px)
                {
                    let class = self.type_of(px);
                    if let Some(func) = self.special_attr(class, method) {
                        return self.call_prelude(stack, "_inplace_around", &[func, x, px, y], instr.a);
                    }
                }
                if op == BinOp::Mul
                    && let Some((sequence, count)) = self.repetition(x, y)
                {
                    let func = self.prelude("_repeat_by_index");
                    return self.call(stack, func, &[sequence, count], &[], Cont::Operator { stage: 100 });
                }
                if let Some(value) = number::binary(self, op, px, py)? {
                    self.set_register(stack, instr.a, value);
                    return Ok(Flow::Next);
                }
                self.percent_or_unsupported(stack, op, x, y, self.is_inplace(instr), instr.a)
            }
            Kind::Compare(op) => {
                let candidates = self.compare_candidates(op, x, y);
                if let Some(c) = candidates.get(stage as usize) {
                    let stage = stage + 1 + if c.negate { 128 } else { 0 };
                    return self.call(stack, c.func, &[c.receiver, c.argument], &[], Cont::Operator { stage });
                }
                let (px, py) = (self.payload(x), self.payload(y));
                let both_native = !self.is_python_object(px) && !self.is_python_object(py);
                if both_native && let Some(truth) = number::compare(self, op, px, py)? {
                    self.store_truth(stack, instr, truth);
                    return Ok(Flow::Next);
                }
                if both_native || op == CmpOp::Eq || op == CmpOp::Ne {
                    if both_native {
                        // containers whose items Python code must compare
                        let values = |o: Option<&Object>| {
                            matches!(o, Some(Object::DictView { kind: crate::object::ViewKind::Values, .. }))
                        };
                        let name = match (self.object(px), self.object(py)) {
                            // a view of values is equal to itself alone
                            (one, other) if values(one) || values(other) => "",
                            (Some(Object::List(_)), Some(Object::List(_)))
                            | (Some(Object::Tuple(_)), Some(Object::Tuple(_))) => "_compare_sequences",
                            (Some(Object::Dict(_)), Some(Object::Dict(_))) if matches!(op, CmpOp::Eq | CmpOp::Ne) => {
                                "_compare_dicts"
                            }
                            (
                                Some(Object::Set(_) | Object::FrozenSet(_) | Object::DictView { .. }),
                                Some(Object::Set(_) | Object::FrozenSet(_) | Object::DictView { .. }),
                            ) => "_compare_sets",
                            (Some(Object::Slice(_)), Some(Object::Slice(_))) => "_compare_slices",
                            _ => "",
                        };
                        if !name.is_empty() {
                            let func = self.prelude(name);
                            let symbol = Value::Obj(self.intern(op.symbol()));
                            return self.call(stack, func, &[symbol, px, py], &[], Cont::Operator { stage: 127 });
                        }
                    }
                    if op == CmpOp::Eq || op == CmpOp::Ne {
                        self.store_truth(stack, instr, x.is(y) == (op == CmpOp::Eq));
                        return Ok(Flow::Next);
                    }
                }
                Err(number::compare::unordered(self, op, x, y))
            }
            Kind::Contains { .. } => Ok(Flow::Next),
        }
    }

    /// The result of a special method arrived for the current operator instruction.
    pub(crate) fn operator_result(&mut self, stack: &mut Vec<Value>, stage: u8, value: Value) -> Res<Flow> {
        let Some((instr, base)) = self.current_instr() else { return Ok(Flow::Next) };
        let x = stack[base + instr.b as usize];
        let y = match instr.op {
            Op::AddInt | Op::SubInt => Value::Int(i64::from(instr.d as i32)),
            op if has_const_operand(op) => self.current_const(instr.c),
            _ => stack[base + instr.c as usize],
        };
        let (negate, stage) = match kind_of(instr.op) {
            Some(Kind::Compare(_)) => (stage & 128 != 0, stage & 127),
            _ => (false, stage),
        };
        if matches!(value, Value::NotImplemented) {
            return self.operator_stage(stack, instr, x, y, stage);
        }
        match kind_of(instr.op) {
            Some(Kind::Compare(_)) if is_jump(instr.op) || negate => match self.truth_native(value) {
                Tri::Ask => {
                    let cont = if is_jump(instr.op) && !negate {
                        Cont::Branch
                    } else if negate {
                        Cont::Store { dst: instr.a, then: Then::NotTruth }
                    } else {
                        Cont::Store { dst: instr.a, then: Then::Truth }
                    };
                    self.call_truth(stack, value, cont)
                }
                truth => {
                    self.store_truth(stack, instr, (truth == Tri::Yes) != negate);
                    Ok(Flow::Next)
                }
            },
            _ => {
                self.set_register(stack, instr.a, value);
                Ok(Flow::Next)
            }
        }
    }

    fn binary_candidates(&mut self, op: BinOp, x: Value, y: Value, inplace: bool) -> Vec<Candidate> {
        let mut found = Vec::new();
        if inplace
            && let Some(name) = op.inplace_method()
            && let Some(func) = self.python_method(x, name)
        {
            found.push(Candidate { func, receiver: x, argument: y, negate: false });
        }
        let forward = self.python_method(x, op.method());
        let backward = self.python_method(y, op.reflected());
        let (tx, ty) = (self.type_of(x), self.type_of(y));
        let subclass_first = tx != ty
            && self.is_subclass(ty, tx)
            && backward.is_some_and(|b| self.class_attr_str(tx, op.reflected()).is_none_or(|own| !own.is(b)));
        let forward = forward.map(|func| Candidate { func, receiver: x, argument: y, negate: false });
        let backward = if tx == ty {
            None
        } else {
            backward.map(|func| Candidate { func, receiver: y, argument: x, negate: false })
        };
        if subclass_first {
            found.extend(backward);
            found.extend(forward);
        } else {
            found.extend(forward);
            found.extend(backward);
        }
        found
    }

    fn compare_candidates(&mut self, op: CmpOp, x: Value, y: Value) -> Vec<Candidate> {
        let mut found = Vec::new();
        let (tx, ty) = (self.type_of(x), self.type_of(y));
        let swap_first = tx != ty && self.is_subclass(ty, tx);
        let mut sides = vec![(x, y, op), (y, x, op.swapped())];
        if swap_first {
            sides.reverse();
        }
        for (receiver, argument, op) in sides {
            if let Some(func) = self.python_method(receiver, op.method()) {
                found.push(Candidate { func, receiver, argument, negate: false });
            } else if op == CmpOp::Ne
                && let Some(func) = self.python_method(receiver, "__eq__")
            {
                found.push(Candidate { func, receiver, argument, negate: true });
            }
        }
        found
    }

    /// `item in container` for hashed containers and keys that are compared natively; `None`: ask `operate`.
    #[inline(never)]
    pub(crate) fn contains_quick(&self, item: Value, container: Value) -> Option<bool> {
        let Value::Obj(r) = container else { return None };
        match self.heap.get(r) {
            Object::Set(set) | Object::FrozenSet(set) => {
                let hash = self.hash_quiet(item, 0).ok().flatten()?;
                self.set_find_native(set, hash, item).map(|found| found.is_some())
            }
            Object::Dict(dict) => {
                let hash = self.hash_quiet(item, 0).ok().flatten()?;
                self.dict_find_native(dict, hash, item).map(|found| found.is_some())
            }
            _ => None,
        }
    }

    fn contains(
        &mut self,
        stack: &mut Vec<Value>,
        instr: Instr,
        item: Value,
        container: Value,
        negate: bool,
    ) -> Res<Flow> {
        if let Some(func) = self.python_method(container, "__contains__") {
            let then = if negate { Then::NotTruth } else { Then::Truth };
            return self.call(stack, func, &[container, item], &[], Cont::Store { dst: instr.a, then });
        }
        let own_iteration = self.python_method(container, "__iter__").is_some();
        let native = match self.object(container) {
            Some(Object::Instance(_)) | None => None,
            Some(_) if own_iteration => None,
            Some(_) => items::contains(self, container, item)?,
        };
        if let Some(truth) = native {
            self.set_register(stack, instr.a, Value::Bool(truth != negate));
            return Ok(Flow::Next);
        }
        let class = self.type_of(container);
        let iterable = self.class_attr_str(class, "__iter__").is_some()
            || self.class_attr_str(class, "__getitem__").is_some()
            || self.class_attr_str(class, "__contains__").is_some()
            || matches!(self.object(container), Some(Object::Generator(_) | Object::Iter(_) | Object::Alias(_)));
        if !iterable {
            let message = format!("argument of type '{}' is not iterable", self.type_name(container));
            return Err(self.type_error(&message));
        }
        let func = self.prelude("_contains");
        let then = if negate { Then::NotTruth } else { Then::Truth };
        self.call(stack, func, &[container, item], &[], Cont::Store { dst: instr.a, then })
    }

    pub(crate) fn operate_unary(&mut self, stack: &mut Vec<Value>, instr: Instr, x: Value) -> Res<Flow> {
        if x.is_unset() {
            return Err(self.unset_operand(instr, true));
        }
        let op = match instr.op {
            Op::Neg => UnOp::Neg,
            Op::Pos => UnOp::Pos,
            _ => UnOp::Invert,
        };
        if self.is_python_object(x)
            && let Some(func) = self.python_method(x, op.method())
        {
            return self.call(stack, func, &[x], &[], Cont::Store { dst: instr.a, then: Then::Nothing });
        }
        let payload = self.payload(x);
        match number::unary(self, op, payload)? {
            Some(value) => {
                self.set_register(stack, instr.a, value);
                Ok(Flow::Next)
            }
            None => {
                let class = self.type_of(x);
                if let Some(func) = self.special_attr(class, op.method()) {
                    return self.call(stack, func, &[x], &[], Cont::Store { dst: instr.a, then: Then::Nothing });
                }
                let message = format!("bad operand type for {}: '{}'", op.symbol(), self.type_name(x));
                Err(self.type_error(&message))
            }
        }
    }

    // -- items

    pub(crate) fn get_item(&mut self, stack: &mut Vec<Value>, container: Value, index: Value, cont: Cont) -> Res<Flow> {
        if let Some(func) = self.python_method(container, "__getitem__") {
            return self.call(stack, func, &[container, index], &[], cont);
        }
        if let Some(value) = items::get_item(self, container, index)? {
            return self.deliver(stack, cont, value);
        }
        if let Value::Obj(r) = container
            && let Object::Class(_) = self.heap.get(r)
        {
            return self.class_getitem(stack, container, index, cont);
        }
        let class = self.type_of(container);
        if let Some(func) = self.special_attr(class, "__getitem__") {
            return self.call(stack, func, &[container, index], &[], cont);
        }
        let message = format!("'{}' object is not subscriptable", self.type_name(container));
        Err(self.type_error(&message))
    }

    fn class_getitem(&mut self, stack: &mut Vec<Value>, container: Value, index: Value, cont: Cont) -> Res<Flow> {
        let Value::Obj(class) = container else { return Ok(Flow::Next) };
        let meta = self.type_of(container);
        if let Some(func) = self.special_attr(meta, "__getitem__") {
            return self.call(stack, func, &[container, index], &[], cont);
        }
        let name = self.intern("__class_getitem__");
        if self.class_attr(class, name).is_some() {
            let func = self.bound_attr(container, name)?;
            return self.call(stack, func, &[index], &[], cont);
        }
        let builtin = matches!(self.heap.get(class), Object::Class(c) if c.builtin);
        let scalar = matches!(
            self.layout_of(class),
            Layout::Int
                | Layout::Float
                | Layout::Complex
                | Layout::Str
                | Layout::Bytes
                | Layout::ByteArray
                | Layout::Exception
        ) || matches!(class, classes::OBJECT | classes::NONE_TYPE | classes::RANGE | classes::SLICE);
        let parameters = self.intern("__type_params__");
        let generic = self.class_attr(class, parameters).is_some();
        if generic || !scalar && (builtin || self.has_payload(class)) {
            let args = match self.object(index) {
                Some(Object::Tuple(_)) => index,
                _ => self.new_tuple([index]),
            };
            let alias =
                self.alloc(Object::Alias(Box::new(crate::object::Alias { origin: container, args, union: false })));
            return self.deliver(stack, cont, alias);
        }
        let message = format!("type '{}' is not subscriptable", self.class_name(class));
        Err(self.type_error(&message))
    }

    pub(crate) fn set_item(
        &mut self,
        stack: &mut Vec<Value>,
        container: Value,
        index: Value,
        value: Value,
    ) -> Res<Flow> {
        if let Some(func) = self.python_method(container, "__setitem__") {
            return self.call(stack, func, &[container, index, value], &[], Cont::Ignore);
        }
        if items::set_item(self, container, index, value)?.is_some() {
            return Ok(Flow::Next);
        }
        let class = self.type_of(container);
        if let Some(func) = self.special_attr(class, "__setitem__") {
            return self.call(stack, func, &[container, index, value], &[], Cont::Ignore);
        }
        let message = format!("'{}' object does not support item assignment", self.type_name(container));
        Err(self.type_error(&message))
    }

    pub(crate) fn del_item(&mut self, stack: &mut Vec<Value>, container: Value, index: Value) -> Res<Flow> {
        if let Some(func) = self.python_method(container, "__delitem__") {
            return self.call(stack, func, &[container, index], &[], Cont::Ignore);
        }
        if items::del_item(self, container, index)?.is_some() {
            return Ok(Flow::Next);
        }
        let class = self.type_of(container);
        if let Some(func) = self.special_attr(class, "__delitem__") {
            return self.call(stack, func, &[container, index], &[], Cont::Ignore);
        }
        // what has the sequence protocol says it in other words, if asked with an index
        let sequence = matches!(
            self.object(container),
            Some(
                Object::Str(_)
                    | Object::StrTail { .. }
                    | Object::Tuple(_)
                    | Object::Bytes(_)
                    | Object::Range(_)
                    | Object::Set(_)
                    | Object::FrozenSet(_)
                    | Object::Instance(_)
            )
        );
        let word = if sequence && self.big_int(index).is_some() { "doesn't" } else { "does not" };
        let message = format!("'{}' object {word} support item deletion", self.type_name(container));
        Err(self.type_error(&message))
    }
}
