//! One block under construction: instructions, tables, labels, registers, and what is known about locals.
//!
//! Keeps true: temporaries follow stack discipline above the variables; a label remembers which locals are certainly
//! bound on every jump to it, so an elided bound check is sound; nothing is emitted where control cannot come.

use std::sync::Arc;

use hashbrown::HashMap;
use num_bigint::BigInt;

use super::Outcome;
use crate::code::{Code, CodeKind, Const, Flavour, Handler, Instr, Op, Params, Span, Variable};
use crate::scope::{ScopeId, Sym};
use crate::syntax::{LineIndex, Problem};

/// A register number.
pub type Reg = u8;

/// A jump target that may not be placed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label(u32);

/// One bit per register: the local there is certainly bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bound([u64; 4]);

impl Bound {
    pub fn set(&mut self, register: Reg) {
        self.0[usize::from(register >> 6)] |= 1 << (register & 63);
    }

    pub fn has(self, register: Reg) -> bool {
        self.0[usize::from(register >> 6)] & (1 << (register & 63)) != 0
    }

    fn meet(&mut self, other: Bound) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine &= theirs;
        }
    }
}

#[derive(Debug, Default)]
struct LabelState {
    at: Option<u32>,
    /// What holds on every forward jump seen so far; `None` before the first one.
    bound: Option<Bound>,
}

/// How a name is reached in this block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    Local(Reg),
    /// The register holds a cell that this block made or got from its closure.
    Cell(Reg),
    /// Class body: namespace first, then the cell.
    ClassCell(Reg),
    Global,
    Namespace,
}

#[derive(Debug)]
pub struct Unit<'a> {
    pub scope: ScopeId,
    pub kind: CodeKind,
    pub flavour: Flavour,
    pub params: Params,
    pub name: String,
    pub qualname: String,
    pub doc: Option<String>,
    pub first_line: u32,
    pub bindings: HashMap<Sym, Binding, crate::scope::FixedHasher>,
    /// Cells that hold captured names, by name: for the closures of inner functions.
    pub cells: HashMap<Sym, Reg, crate::scope::FixedHasher>,
    pub variables: Vec<Variable>,
    pub free_names: Vec<String>,
    /// Locals that a `del` or the end of an `except` may unbind: never certainly bound.
    pub unsure: Bound,
    /// Locals that a `:=` may bind in the middle of an expression: never used in place.
    pub volatile: Bound,
    pub blocks: Vec<super::flow::Block<'a>>,
    pub child_of: HashMap<ScopeId, u32, crate::scope::FixedHasher>,
    pub handlers: Vec<Handler>,
    instrs: Vec<Instr>,
    spans: Vec<Span>,
    lines: Vec<u32>,
    consts: Vec<Const>,
    ints: HashMap<i64, u32, crate::scope::FixedHasher>,
    strings: HashMap<Box<str>, u32, crate::scope::FixedHasher>,
    names: Vec<String>,
    name_index: HashMap<Box<str>, u32, crate::scope::FixedHasher>,
    sites: Vec<u32>,
    children: Vec<Arc<Code>>,
    discards: Vec<u32>,
    labels: Vec<LabelState>,
    /// `None` where control cannot come.
    state: Option<Bound>,
    first_temp: u16,
    top: u16,
    window: u16,
    line_hint: (u32, u32),
}

/// Registers of a frame's window.
const WINDOW: u16 = 256;

impl<'a> Unit<'a> {
    /// The call that was emitted last throws its result away.
    pub fn discards_result(&mut self) {
        self.discards.push(self.instrs.len() as u32);
    }

    pub fn new(scope: ScopeId, kind: CodeKind, name: &str, qualname: String, first_line: u32) -> Self {
        Self {
            scope,
            kind,
            flavour: Flavour::Plain,
            params: Params::default(),
            name: name.to_owned(),
            qualname,
            doc: None,
            first_line,
            bindings: HashMap::default(),
            cells: HashMap::default(),
            variables: Vec::new(),
            free_names: Vec::new(),
            unsure: Bound::default(),
            volatile: Bound::default(),
            blocks: Vec::new(),
            child_of: HashMap::default(),
            handlers: Vec::new(),
            instrs: Vec::new(),
            spans: Vec::new(),
            lines: Vec::new(),
            consts: Vec::new(),
            ints: HashMap::default(),
            strings: HashMap::default(),
            names: Vec::new(),
            name_index: HashMap::default(),
            sites: Vec::new(),
            discards: Vec::new(),
            children: Vec::new(),
            labels: Vec::new(),
            state: Some(Bound::default()),
            first_temp: 0,
            top: 0,
            window: 0,
            line_hint: (u32::MAX, 0),
        }
    }

    // -- registers

    /// Variables take registers `0..count`; temporaries follow.
    pub fn set_variables(&mut self, count: u16) {
        self.first_temp = count;
        self.top = count;
        self.window = count;
    }

    pub fn is_temp(&self, register: Reg) -> bool {
        u16::from(register) >= self.first_temp
    }

    pub fn mark(&self) -> u16 {
        self.top
    }

    pub fn release(&mut self, mark: u16) {
        self.top = mark;
    }

    pub fn alloc(&mut self, span: Span) -> Result<Reg, Box<Problem>> {
        let register = self.top;
        if register >= WINDOW {
            return Err(Problem::unsupported("an expression that needs more than 256 registers", span));
        }
        self.top += 1;
        self.window = self.window.max(self.top);
        Ok(u8::try_from(register).unwrap_or(u8::MAX))
    }

    /// `count` registers in a row; the first one is returned.
    pub fn alloc_many(&mut self, count: usize, span: Span) -> Result<Reg, Box<Problem>> {
        let first = self.alloc(span)?;
        for _ in 1..count {
            self.alloc(span)?;
        }
        Ok(first)
    }

    // -- what is known

    pub fn is_dead(&self) -> bool {
        self.state.is_none()
    }

    pub fn state(&self) -> Option<Bound> {
        self.state
    }

    pub fn set_state(&mut self, state: Option<Bound>) {
        self.state = state;
    }

    pub fn is_bound(&self, register: Reg) -> bool {
        self.state.is_none_or(|state| state.has(register))
    }

    pub fn note_bound(&mut self, register: Reg) {
        if !self.unsure.has(register)
            && let Some(state) = &mut self.state
        {
            state.set(register);
        }
    }

    // -- instructions

    pub fn here(&self) -> u32 {
        u32::try_from(self.instrs.len()).unwrap_or(u32::MAX)
    }

    pub fn emit(&mut self, lines: &LineIndex, span: Span, instr: Instr) {
        if self.state.is_none() {
            return;
        }
        let line = if self.line_hint.0 == span.start { self.line_hint.1 } else { lines.line(span.start) };
        self.line_hint = (span.start, line);
        self.instrs.push(instr);
        let op = instr.op;
        self.spans.push(span);
        self.lines.push(line);
        if matches!(op, Op::Jump | Op::JumpBack | Op::Return | Op::ReturnNone | Op::Reraise) || (op == Op::Raise) {
            self.state = None;
        }
    }

    /// Place of the last instruction.
    pub fn last_span(&self) -> Option<Span> {
        self.spans.last().copied()
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(u32::try_from(self.labels.len() - 1).unwrap_or(u32::MAX))
    }

    /// Emits a jump; the label learns what holds here.
    pub fn jump(&mut self, lines: &LineIndex, span: Span, instr: Instr, to: Label) {
        if let Some(now) = self.state
            && let Some(label) = self.labels.get_mut(to.0 as usize)
            && label.at.is_none()
        {
            match &mut label.bound {
                Some(bound) => bound.meet(now),
                none => *none = Some(now),
            }
        }
        self.emit(lines, span, Instr { d: to.0, ..instr });
    }

    /// Places a label here.
    pub fn bind(&mut self, label: Label) {
        let here = self.here();
        let Some(entry) = self.labels.get_mut(label.0 as usize) else { return };
        entry.at = Some(here);
        if let Some(bound) = entry.bound {
            match &mut self.state {
                Some(state) => state.meet(bound),
                dead => *dead = Some(bound),
            }
        }
    }

    // -- tables

    pub fn constant(&mut self, value: Const) -> u32 {
        let next = u32::try_from(self.consts.len()).unwrap_or(u32::MAX);
        match &value {
            Const::Int(number) => {
                if let Some(at) = self.ints.get(number) {
                    return *at;
                }
                self.ints.insert(*number, next);
            }
            Const::Str(text) => {
                if let Some(at) = self.strings.get(text.as_str()) {
                    return *at;
                }
                self.strings.insert(text.as_str().into(), next);
            }
            Const::None | Const::Bool(_) | Const::Ellipsis => {
                if let Some(at) = self.consts.iter().position(|have| *have == value) {
                    return u32::try_from(at).unwrap_or(u32::MAX);
                }
            }
            _ => {}
        }
        self.consts.push(value);
        next
    }

    pub fn name(&mut self, name: &str) -> u32 {
        if let Some(at) = self.name_index.get(name) {
            return *at;
        }
        let at = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.name_index.insert(name.into(), at);
        at
    }

    pub fn site(&mut self, name: &str) -> u32 {
        let name = self.name(name);
        self.sites.push(name);
        u32::try_from(self.sites.len() - 1).unwrap_or(u32::MAX)
    }

    pub fn child(&mut self, code: Arc<Code>) -> u32 {
        self.children.push(code);
        u32::try_from(self.children.len() - 1).unwrap_or(u32::MAX)
    }

    // -- the end

    fn place(&self, label: u32) -> u32 {
        self.labels.get(label as usize).and_then(|label| label.at).unwrap_or(0)
    }

    /// Turns labels into instruction numbers. A jump to a jump goes straight to its end.
    fn patch(&mut self) {
        let targets: Vec<u32> =
            self.instrs.iter().map(|instr| if is_jump(instr.op) { self.place(instr.d) } else { instr.d }).collect();
        for (instr, target) in self.instrs.iter_mut().zip(targets) {
            instr.d = target;
        }
        for at in 0..self.instrs.len() {
            if !is_jump(self.instrs[at].op) || self.instrs[at].op == Op::JumpBack {
                continue;
            }
            let mut target = self.instrs[at].d;
            // A few hops are enough in practice; a cycle of jumps must not hang the compiler.
            for _ in 0..8 {
                match self.instrs.get(target as usize) {
                    Some(next) if next.op == Op::Jump && next.d > target => target = next.d,
                    _ => break,
                }
            }
            self.instrs[at].d = target;
        }
    }

    pub fn finish(mut self) -> Outcome<Code> {
        self.patch();
        let handlers = self
            .handlers
            .iter()
            .filter(|handler| handler.start < handler.end)
            .map(|handler| Handler { target: self.place(handler.target), ..*handler })
            .collect();
        Ok(Code {
            name: self.name,
            qualname: self.qualname,
            kind: self.kind,
            flavour: self.flavour,
            params: self.params,
            registers: self.window.max(1),
            instrs: self.instrs,
            spans: self.spans,
            lines: self.lines,
            consts: self.consts,
            names: self.names,
            sites: self.sites,
            children: self.children,
            handlers,
            variables: self.variables,
            free_names: self.free_names,
            doc: self.doc,
            first_line: self.first_line,
            discards: self.discards,
            source: 0,
            embedded: false,
        })
    }
}

impl Label {
    /// As the not yet patched target of a handler.
    pub fn raw(self) -> u32 {
        self.0
    }
}

/// Operand `d` is an instruction number.
#[must_use]
pub fn is_jump(op: Op) -> bool {
    matches!(
        op,
        Op::Jump
            | Op::JumpBack
            | Op::JumpIfTrue
            | Op::JumpIfFalse
            | Op::JumpIfNone
            | Op::JumpIfNotNone
            | Op::JumpLt
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
            | Op::ForIter
            | Op::Send
            | Op::EndAsyncFor
    )
}

/// A literal's value as a constant: small when it fits.
#[must_use]
pub fn int_constant(value: BigInt) -> Const {
    match i64::try_from(&value) {
        Ok(small) => Const::Int(small),
        Err(_) => Const::BigInt(value),
    }
}
