//! Checks what `code.rs` promises: operands within bounds, jumps inside the code, parallel tables of one length.

use super::unit::is_jump;
use crate::code::{Code, Instr, Op};

/// The registers that an instruction names.
fn registers(instr: &Instr) -> Vec<u32> {
    use Op::{
        Add, AddInt, And, AsyncWithEnter, BuildList, BuildMap, BuildSet, BuildSlice, BuildString, BuildTuple, Call,
        CallEx, CallKw, CallMethod, CallMethodKw, Eq, FloorDiv, FormatValue, Ge, GetItem, Gt, In, Invert, Is, IsNot,
        JumpEq, JumpEqK, JumpGe, JumpGeK, JumpGt, JumpGtK, JumpLe, JumpLeK, JumpLt, JumpLtK, JumpNe, JumpNeK, LShift,
        Le, LoadMethod, LoadSuper, Lt, MakeFunction, MapAdd, MatMul, MatchClass, MatchKeys, Mod, Mul, Ne, Neg, Not,
        NotIn, Or, Pos, Pow, RShift, SetItem, Sub, SubInt, TrueDiv, UnpackEx, UnpackSequence, WithEnter, Xor,
    };
    let (a, b, c) = (u32::from(instr.a), u32::from(instr.b), u32::from(instr.c));
    let run = |first: u32, count: u32| if count == 0 { None } else { Some(first + count - 1) };
    match instr.op {
        Add
        | Sub
        | Mul
        | TrueDiv
        | FloorDiv
        | Mod
        | Pow
        | LShift
        | RShift
        | And
        | Or
        | Xor
        | MatMul
        | Lt
        | Le
        | Eq
        | Ne
        | Gt
        | Ge
        | Is
        | IsNot
        | In
        | NotIn
        | GetItem
        | SetItem
        | LoadSuper
        | MapAdd
        | Op::DictMerge
        | Op::ExcMatch
        | Op::ExcGroupMatch
        | Op::ExcGroupRest
        | MatchKeys
        | Op::DictWithout => vec![a, b, c],
        MatchClass => vec![a, b, c + 1],
        AddInt | SubInt | Neg | Pos | Invert | Not => vec![a, b],
        JumpLt | JumpLe | JumpEq | JumpNe | JumpGt | JumpGe => vec![b, c],
        JumpLtK | JumpLeK | JumpEqK | JumpNeK | JumpGtK | JumpGeK => vec![b],
        BuildSlice => vec![a, b + 2],
        BuildList | BuildTuple | BuildSet | BuildString => [Some(a), run(b, c)].into_iter().flatten().collect(),
        BuildMap => [Some(a), run(b, 2 * c)].into_iter().flatten().collect(),
        FormatValue => {
            let mut used = vec![a, b];
            used.extend(instr.d.checked_sub(1));
            used
        }
        UnpackSequence => [Some(b), run(a, c)].into_iter().flatten().collect(),
        UnpackEx => vec![b, a + c + instr.d],
        Call => vec![a + b],
        CallMethod => vec![a + 1 + b],
        CallKw => vec![a + b + c],
        CallMethodKw => vec![a + 1 + b + c],
        CallEx => vec![a + 2],
        LoadMethod | WithEnter | AsyncWithEnter => vec![a + 1, b],
        MakeFunction => [Some(a), run(b, c.count_ones())].into_iter().flatten().collect(),
        _ => vec![a, b],
    }
}

/// The first broken promise of a code object or of one inside it.
///
/// # Errors
/// A sentence that names the code and the instruction.
pub fn verify(code: &Code) -> Result<(), String> {
    let fail = |at: usize, what: &str| Err(format!("{} instruction {at}: {what}", code.qualname));
    let count = code.instrs.len();
    if code.spans.len() != count || code.lines.len() != count {
        return fail(count, "spans, lines and instructions differ in number");
    }
    if code.registers > 256 {
        return fail(0, "window larger than 256");
    }
    let inside = |number: u32, length: usize| (number as usize) < length;
    for (at, instr) in code.instrs.iter().enumerate() {
        if registers(instr).iter().any(|register| *register >= u32::from(code.registers)) {
            return fail(at, &format!("register out of the window in {instr:?}"));
        }
        if is_jump(instr.op) && !inside(instr.d, count) {
            return fail(at, "jump out of the code");
        }
        let in_bounds = match instr.op {
            Op::LoadConst | Op::CallKw | Op::CallMethodKw | Op::ImportName => inside(instr.d, code.consts.len()),
            Op::LoadGlobal
            | Op::StoreGlobal
            | Op::DeleteGlobal
            | Op::LoadName
            | Op::GetAttr
            | Op::SetAttr
            | Op::DelAttr
            | Op::LoadMethod => inside(instr.d, code.sites.len()),
            Op::CheckBound
            | Op::DeleteLocal
            | Op::StoreName
            | Op::DeleteName
            | Op::LoadDeref
            | Op::DeleteDeref
            | Op::LoadClassDeref
            | Op::ImportFrom => inside(instr.d, code.names.len()),
            Op::JumpLtK | Op::JumpLeK | Op::JumpEqK | Op::JumpNeK | Op::JumpGtK | Op::JumpGeK => {
                inside(u32::from(instr.c), code.consts.len())
            }
            Op::MakeFunction => inside(instr.d, code.children.len()),
            Op::LoadFree => inside(instr.d, code.free_names.len()),
            _ => true,
        };
        if !in_bounds {
            return fail(at, &format!("operand out of its table in {instr:?}"));
        }
        if instr.op == Op::MakeFunction {
            let closure = code.children.get(instr.d as usize).is_some_and(|child| !child.free_names.is_empty());
            if closure != (instr.c & 8 != 0) {
                return fail(at, "closure flag and free variables of the child disagree");
            }
        }
    }
    match code.instrs.last().map(|last| last.op) {
        Some(Op::Return | Op::ReturnNone | Op::Raise | Op::Reraise | Op::Jump | Op::JumpBack | Op::EndAsyncFor) => {}
        _ => return fail(count, "control runs off the end"),
    }
    if code.sites.iter().any(|name| !inside(*name, code.names.len())) {
        return fail(0, "site without a name");
    }
    for handler in &code.handlers {
        let ordered = handler.start < handler.end && handler.end as usize <= count;
        if !ordered || !inside(handler.target, count) || u16::from(handler.register) >= code.registers {
            return fail(handler.start as usize, "handler out of bounds");
        }
    }
    code.children.iter().try_for_each(|child| verify(child))
}
