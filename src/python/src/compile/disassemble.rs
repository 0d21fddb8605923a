//! Bytecode as stable text, for tests and for people.

use std::fmt::{self, Display, Formatter};

use super::unit::is_jump;
use crate::code::{Code, Const, Instr, Op};

impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({:?}, {:?}) registers {}", self.qualname, self.kind, self.flavour, self.registers)?;
        if !self.variables.is_empty() {
            write!(f, " [")?;
            for (nth, variable) in self.variables.iter().enumerate() {
                let gap = if nth == 0 { "" } else { " " };
                let cell = if variable.cell { "&" } else { "" };
                write!(f, "{gap}r{}={cell}{}", variable.register, variable.name)?;
            }
            write!(f, "]")?;
        }
        writeln!(f)?;
        let mut line = 0;
        for (at, instr) in self.instrs.iter().enumerate() {
            let now = self.lines.get(at).copied().unwrap_or(0);
            if now == line {
                write!(f, "     ")?;
            } else {
                write!(f, "{now:>4} ")?;
            }
            line = now;
            write!(f, "{at:>4} {:<14}", instr.op.name())?;
            self.operands(f, instr)?;
            writeln!(f)?;
        }
        for handler in &self.handlers {
            writeln!(f, "     {}..{} -> {} in r{}", handler.start, handler.end, handler.target, handler.register)?;
        }
        for child in &self.children {
            writeln!(f)?;
            write!(f, "{child}")?;
        }
        Ok(())
    }
}

impl Code {
    fn operands(&self, f: &mut Formatter<'_>, instr: &Instr) -> fmt::Result {
        write!(f, " {} {} {}", instr.a, instr.b, instr.c)?;
        let text = |list: &[String], at: u32| list.get(at as usize).cloned().unwrap_or_default();
        match instr.op {
            op if is_jump(op) => write!(f, " -> {}", instr.d),
            Op::LoadInt | Op::AddInt | Op::SubInt => write!(f, " {}", instr.d.cast_signed()),
            Op::LoadConst | Op::CallKw | Op::CallMethodKw | Op::ImportName => match self.consts.get(instr.d as usize) {
                Some(constant) => write!(f, " {}", Shown(constant)),
                None => Ok(()),
            },
            Op::LoadGlobal
            | Op::StoreGlobal
            | Op::DeleteGlobal
            | Op::LoadName
            | Op::GetAttr
            | Op::SetAttr
            | Op::DelAttr
            | Op::LoadMethod => {
                let name = self.sites.get(instr.d as usize).copied().unwrap_or(u32::MAX);
                write!(f, " {}", text(&self.names, name))
            }
            Op::CheckBound
            | Op::DeleteLocal
            | Op::StoreName
            | Op::DeleteName
            | Op::LoadDeref
            | Op::DeleteDeref
            | Op::LoadClassDeref
            | Op::ImportFrom => write!(f, " {}", text(&self.names, instr.d)),
            Op::MakeFunction => match self.children.get(instr.d as usize) {
                Some(child) => write!(f, " {}", child.qualname),
                None => Ok(()),
            },
            _ if instr.d != 0 => write!(f, " {}", instr.d),
            _ => Ok(()),
        }
    }
}

struct Shown<'a>(&'a Const);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Const::None => write!(f, "None"),
            Const::Bool(true) => write!(f, "True"),
            Const::Bool(false) => write!(f, "False"),
            Const::Int(value) => write!(f, "{value}"),
            Const::BigInt(value) => write!(f, "{value}"),
            Const::Float(value) => write!(f, "{value:?}"),
            Const::Complex(re, im) => write!(f, "({re:?}, {im:?}j)"),
            Const::Str(text) => write!(f, "{text:?}"),
            Const::Bytes(bytes) => write!(f, "b\"{}\"", bytes.escape_ascii()),
            Const::Tuple(items) => show_items(f, "(", items, ")"),
            Const::FrozenSet(items) => show_items(f, "{", items, "}"),
            Const::Ellipsis => write!(f, "..."),
        }
    }
}

fn show_items(f: &mut Formatter<'_>, open: &str, items: &[Const], close: &str) -> fmt::Result {
    write!(f, "{open}")?;
    for (nth, item) in items.iter().enumerate() {
        let gap = if nth == 0 { "" } else { ", " };
        write!(f, "{gap}{}", Shown(item))?;
    }
    write!(f, "{close}")
}
