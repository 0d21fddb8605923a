//! Instructions that are too rare, or do too much, for the interpreter loop to hold them: their code would only make the
//! loop larger, and the registers of the machine it runs on scarcer.
//!
//! Keeps true: the frame's `ip` has been stored and stands after the instruction.

use crate::code::{Flavour, Instr, Op};
use crate::cost::Cost;
use crate::native::{Raise, Res, Then};
use crate::object::{GeneratorKind, Object};
use crate::process::{Loaded, Process};
use crate::value::Value;
use crate::vm::frame::Cont;
use crate::vm::run::{Flow, WINDOW, window};
use crate::vm::unwind::Unwound;

impl Process {
    #[cold]
    #[inline(never)]
    pub(crate) fn rare(&mut self, stack: &mut Vec<Value>, loaded: &Loaded, instr: Instr) -> Res<Flow> {
        let Some(frame) = self.frames.last() else { return Ok(Flow::Frame) };
        let (base, globals, namespace) = (frame.base as usize, frame.globals, frame.namespace);
        let regs = window(stack, base);
        let (a, b, c) = (regs[instr.a as usize], regs[instr.b as usize], regs[instr.c as usize]);
        let store = Cont::Store { dst: instr.a, then: Then::Nothing };
        // the name an instruction with a wide operand means, through its site where it has one
        let name = || loaded.names.get(instr.d as usize).copied().unwrap_or(self.builtins);
        let site_name = || {
            let site = loaded.code.sites.get(instr.d as usize).copied().unwrap_or(0);
            loaded.names.get(site as usize).copied().unwrap_or(self.builtins)
        };
        let constant = || loaded.consts.get(instr.d as usize).copied().unwrap_or(Value::None);
        match instr.op {
            Op::Reap => return Ok(self.reap(stack, base, loaded, instr)),
            Op::CheckBound => return Err(self.unbound_local(name())),
            Op::DeleteLocal => {
                if a.is_unset() {
                    return Err(self.unbound_local(name()));
                }
                regs[instr.a as usize] = Value::Unset;
            }
            Op::DeleteGlobal => {
                let name = site_name();
                if !self.dict_del_name(globals, name) {
                    return Err(self.undefined(name));
                }
            }
            Op::LoadName => return self.load_name(stack, globals, site_name(), instr.a),
            Op::StoreName => return self.store_name(stack, globals, name(), a),
            Op::DeleteName => {
                let name = name();
                let dict = namespace.as_ref().unwrap_or(globals);
                if !self.dict_del_name(dict, name) {
                    return Err(self.undefined(name));
                }
            }
            Op::MakeCell => regs[instr.a as usize] = self.alloc(Object::Cell(a)),
            Op::LoadDeref => {
                let value = self.cell_contents(b);
                if value.is_unset() {
                    return Err(self.unbound_cell(&loaded.code, name()));
                }
                regs[instr.a as usize] = value;
            }
            Op::DeleteDeref => {
                let name = name();
                let mut was = Value::Unset;
                if let Value::Obj(r) = a
                    && let Object::Cell(place) = self.heap.get_mut(r)
                {
                    was = std::mem::replace(place, Value::Unset);
                }
                if was.is_unset() {
                    return Err(self.unbound_cell(&loaded.code, name));
                }
            }
            Op::LoadClassDeref => {
                let name = name();
                let own = namespace.as_ref().and_then(|d| self.dict_get_name(d, name));
                let value = own.unwrap_or_else(|| self.cell_contents(b));
                if value.is_unset() {
                    return Err(self.unbound_cell(&loaded.code, name));
                }
                regs[instr.a as usize] = value;
            }
            Op::DelItem => return self.del_item(stack, a, b),
            Op::BuildSlice => {
                let at = instr.b as usize;
                self.charge(Cost::ListSlice);
                let parts = [b, regs[(at + 1) % WINDOW], regs[(at + 2) % WINDOW]];
                regs[instr.a as usize] = self.alloc(Object::Slice(Box::new(parts)));
            }
            Op::DelAttr => {
                if let Some((func, args)) = self.deleter(a, site_name())? {
                    return self.call(stack, func, &args, &[], Cont::Ignore);
                }
            }
            Op::LoadSuper => regs[instr.a as usize] = self.make_super(b, c)?,
            Op::BuildList => {
                let items = regs[instr.b as usize..][..instr.c as usize].to_vec();
                self.charge_n(Cost::BuildListItem, items.len());
                regs[instr.a as usize] = self.new_list(items);
            }
            Op::BuildTuple => {
                let items: Box<[Value]> = regs[instr.b as usize..][..instr.c as usize].into();
                regs[instr.a as usize] = self.new_tuple(items);
            }
            Op::BuildSet => {
                let items = regs[instr.b as usize..][..instr.c as usize].to_vec();
                self.charge_n(Cost::BuildSetItem, items.len());
                return self.build_set(stack, &items, instr.a);
            }
            Op::BuildMap => {
                let items = regs[instr.b as usize..][..2 * instr.c as usize].to_vec();
                self.charge_n(Cost::BuildDictItem, items.len() / 2);
                return self.build_map(stack, &items, instr.a);
            }
            Op::BuildString => {
                let mut text = String::new();
                for &part in &regs[instr.b as usize..][..instr.c as usize] {
                    text.push_str(self.str(part).unwrap_or(""));
                }
                self.charge_n(Cost::BuildStringPart, instr.c as usize);
                regs[instr.a as usize] = self.new_string(text);
            }
            Op::FormatValue => {
                let spec = if instr.d == 0 { Value::Unset } else { regs[(instr.d as usize - 1) % WINDOW] };
                return self.format_value(stack, b, instr.c, spec, instr.a);
            }
            Op::ListExtend => return self.extend_list(stack, a, b),
            Op::SetAdd => {
                if let Value::Obj(r) = a
                    && matches!(self.heap.get(r), Object::Set(_))
                    && let Ok(true) = crate::types::set::set_add(self, r, b)
                {
                    // what calling the method would have charged
                    self.charge(Cost::SetAdd);
                    return Ok(Flow::Next);
                }
                return self.call_type_method(stack, a, "add", &[b], Cont::Ignore);
            }
            Op::SetUpdate => return self.call_type_method(stack, a, "update", &[b], Cont::Ignore),
            Op::MapAdd => return self.set_item(stack, a, b, c),
            Op::DictUpdate => return self.dict_update(stack, a, b),
            Op::DictMerge => return self.dict_merge(stack, a, b, c),
            Op::ListToTuple => {
                let items = self.items_slice(b).unwrap_or(&[]).to_vec();
                regs[instr.a as usize] = self.new_tuple(items);
            }
            Op::UnpackEx => return self.unpack(stack, b, instr.a, instr.c as usize, Some(instr.d as usize)),
            Op::CallKw | Op::CallMethodKw => {
                let at = instr.a as usize;
                let method = instr.op == Op::CallMethodKw;
                let start = at + 1 + usize::from(method);
                let positional = instr.b as usize;
                let mut args = Vec::with_capacity(positional + 1);
                if method && !regs[(at + 1) % WINDOW].is_unset() {
                    args.push(regs[(at + 1) % WINDOW]);
                }
                let passed = regs.get(start..).unwrap_or(&[]);
                args.extend(passed.iter().take(positional));
                let names = self.items_slice(constant()).unwrap_or(&[]);
                let kwargs: Vec<(Value, Value)> =
                    names.iter().copied().zip(passed.iter().skip(positional).copied()).collect();
                return self.call(stack, a, &args, &kwargs, store);
            }
            Op::CallEx => {
                let at = instr.a as usize;
                let (list, dict) = (regs[(at + 1) % WINDOW], regs[(at + 2) % WINDOW]);
                let args = self.items_slice(list).unwrap_or(&[]).to_vec();
                let kwargs = self.keyword_pairs(a, dict)?;
                return self.call(stack, a, &args, &kwargs, store);
            }
            Op::MakeFunction => {
                let at = instr.b as usize;
                let parts = [b, regs[(at + 1) % WINDOW], regs[(at + 2) % WINDOW], regs[(at + 3) % WINDOW]];
                if let Some(&code) = loaded.children.get(instr.d as usize) {
                    regs[instr.a as usize] = self.make_function(code, globals, instr.c, parts);
                }
            }
            Op::LoadCommon => regs[instr.a as usize] = self.common(instr.d),
            Op::MakeGenerator => return self.make_generator(stack).map(Flow::elsewhere),
            Op::GetYieldFrom => {
                let kind = self.object(b).and_then(|o| if let Object::Generator(g) = o { Some(g.kind) } else { None });
                if let Some(kind) = kind {
                    let code = self.frames.last().and_then(|frame| self.codes.get(frame.code.0 as usize));
                    if kind == GeneratorKind::Coroutine && code.is_some_and(|l| l.code.flavour == Flavour::Generator) {
                        let text = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                        return Err(self.type_error(text));
                    }
                    regs[instr.a as usize] = b;
                } else {
                    return self.get_iter(stack, b, Cont::Store { dst: instr.a, then: Then::Iter });
                }
            }
            Op::GetAwaitable => return self.get_awaitable(stack, b, instr.a),
            Op::Send => return self.send(stack, a, b),
            Op::GetAIter => return self.get_aiter(stack, b, instr.a),
            Op::GetANext => return self.get_anext(stack, b, instr.a),
            Op::EndAsyncFor => {
                if self.is_subclass(self.type_of(a), crate::classes::STOP_ASYNC_ITERATION) {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.ip = instr.d;
                    }
                } else if let Value::Obj(r) = a {
                    return Ok(self.raise_again(stack, Raise(r), false));
                }
            }
            Op::Raise => {
                return match self.raise_op(stack, a, b, instr.c) {
                    Ok(flow) => Ok(flow.elsewhere()),
                    Err((raise, fresh)) => Ok(self.raise_again(stack, raise, fresh)),
                };
            }
            Op::Reraise => {
                if let Value::Obj(r) = a {
                    return Ok(self.raise_again(stack, Raise(r), false));
                }
            }
            Op::ExcMatch => regs[instr.a as usize] = Value::Bool(self.exception_matches(b, c)?),
            Op::ExcGroupMatch => return self.group_match(stack, b, c, instr),
            Op::ExcGroupRest => return self.call_prelude(stack, "_exc_group_rest", &[b, c], instr.a),
            Op::WithEnter => return self.with_enter(stack, b, instr.a, false),
            Op::AsyncWithEnter => return self.with_enter(stack, b, instr.a, true),
            Op::WithExit => return self.with_exit(stack, a, b, instr.b, instr.c != 0),
            Op::ImportName => return self.import_name(stack, globals, constant(), b, instr.c, instr.a),
            Op::ImportFrom => return self.import_from(stack, b, name(), instr.a),
            Op::ImportStar => return self.import_star(stack, globals, b),
            Op::MatchSequence => regs[instr.a as usize] = Value::Bool(self.is_match_sequence(b)),
            Op::MatchMapping => regs[instr.a as usize] = Value::Bool(self.is_match_mapping(b)),
            Op::GetLen => return self.len_of(stack, b, Cont::Store { dst: instr.a, then: Then::Len }),
            Op::MatchKeys => return self.call_prelude(stack, "_match_keys", &[b, c], instr.a),
            Op::MatchClass => {
                let names = regs[(instr.c as usize + 1) % WINDOW];
                let count = Value::Int(i64::from(instr.d));
                return self.call_prelude(stack, "_match_class", &[b, c, count, names], instr.a);
            }
            Op::DictWithout => return self.call_prelude(stack, "_dict_without", &[b, c], instr.a),
            // everything else is in the loop
            _ => {}
        }
        Ok(Flow::Next)
    }

    fn cell_contents(&self, cell: Value) -> Value {
        match cell {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Cell(value) => *value,
                _ => Value::Unset,
            },
            _ => Value::Unset,
        }
    }

    /// Unwinds for an exception that may already have its traceback entry for this frame (`fresh` is false).
    fn raise_again(&mut self, stack: &mut Vec<Value>, raise: Raise, fresh: bool) -> Flow {
        match self.unwind(stack, raise, fresh) {
            Unwound::Handled => Flow::Frame,
            Unwound::Leave(exit) => Flow::leave(exit),
        }
    }

    /// What is due before a jump back to `target`. An error is one of the jump: its target may stand outside of the `try`.
    #[cold]
    #[inline(never)]
    pub(crate) fn pause_back(&mut self, stack: &mut [Value], top: usize, switch: bool, target: u32) -> Res<Flow> {
        if self.heap.wants_collection() {
            self.collect_garbage(stack, top)?;
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.ip = target;
        }
        self.pause(stack, top, switch)
    }

    /// What is due at a loop's end, at function entry or after a native: collecting garbage (`top` is the first register
    /// not in use), leaving because a limit was found broken, giving the host its switch point.
    #[cold]
    #[inline(never)]
    pub(crate) fn pause(&mut self, stack: &mut [Value], top: usize, switch_point: bool) -> Res<Flow> {
        if self.heap.wants_collection() {
            self.collect_garbage(stack, top)?;
        }
        if self.limit_hit.is_some() {
            return Ok(Flow::leave(self.leave_with_limit()));
        }
        if switch_point { Ok(Flow::leave(crate::exit::Exit::SwitchPoint)) } else { Ok(Flow::Next) }
    }
}
