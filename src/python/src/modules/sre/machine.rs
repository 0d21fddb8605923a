//! The matcher: backtracking with a stack of its own, so that it can stop anywhere, be kept as bytes, and go on.
//!
//! Semantics are those of CPython's `re`: the first alternative that leads to a match wins; groups set on a path that was given
//! up are restored; a turn of a loop that matched nothing ends the loop.
//! Keeps true: every step is counted; the stack never grows beyond `STACK_LIMIT` entries.

use super::program::{self, word};
use super::text::Text;

/// A group or register without a value.
pub const NOWHERE: u32 = u32::MAX;
/// Entries of 16 bytes.
const STACK_LIMIT: usize = 8 << 20;

/// What to do when a path fails, newest last.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    kind: u32,
    a: u32,
    b: u32,
    c: u32,
}

/// Go on at instruction `a`, position `b`.
const CHOICE: u32 = 0;
/// Group bound `a` was `b`.
const GROUP: u32 = 1;
/// Register `a` was `b`.
const REGISTER: u32 = 2;
/// The last closed group was `a`.
const LAST: u32 = 3;
/// A greedy repeat stands at `b`, may go back to `c`, and goes on at `a`.
const GIVE_BACK: u32 = 4;
/// A lazy repeat (instruction `a`) stands at `b` and may take `c` more.
const TAKE_MORE: u32 = 5;

/// How one attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Matched,
    Failed,
    /// The steps are used up; `run` goes on.
    Paused,
    /// The stack is full.
    TooMuch,
}

/// Where and how to match.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// The whole text must match.
    pub full: bool,
    /// An empty match at this position does not count.
    pub no_empty_at: u32,
}

#[derive(Clone, Debug)]
pub struct Machine {
    pub at: u32,
    pub pc: u32,
    pub last_group: u32,
    pub groups: Vec<u32>,
    registers: Vec<u32>,
    stack: Vec<Entry>,
    /// Steps made since this was last set to 0, and characters that repeats looked at.
    pub steps: u64,
    pub characters: u64,
}

impl Machine {
    #[must_use]
    pub fn new(code: &[u32]) -> Self {
        let groups = (word(code, 0) as usize).min(code.len()) + 1;
        let registers = (word(code, 1) as usize).min(code.len());
        Self {
            at: 0,
            pc: 2,
            last_group: 0,
            groups: vec![NOWHERE; 2 * groups],
            registers: vec![NOWHERE; registers],
            stack: Vec::new(),
            steps: 0,
            characters: 0,
        }
    }

    /// Ready for an attempt at `at`.
    pub fn start(&mut self, at: usize) {
        self.at = at as u32;
        self.pc = 2;
        self.last_group = 0;
        self.groups.fill(NOWHERE);
        self.stack.clear();
        if let Some(start) = self.groups.first_mut() {
            *start = at as u32;
        }
    }

    /// All of it, in words, for `restore`.
    #[must_use]
    pub fn save(&self) -> Vec<u32> {
        let mut words = vec![self.at, self.pc, self.last_group];
        words.extend_from_slice(&self.groups);
        words.extend_from_slice(&self.registers);
        words.extend(self.stack.iter().flat_map(|e| [e.kind, e.a, e.b, e.c]));
        words
    }

    /// Back to what `save` wrote; whatever else comes in gives some state, never a fault.
    pub fn restore(&mut self, words: &[u32]) {
        let mut words = words.iter().copied();
        let mut next = || words.next().unwrap_or(0);
        (self.at, self.pc, self.last_group) = (next(), next(), next());
        self.groups.iter_mut().chain(&mut self.registers).for_each(|slot| *slot = next());
        let rest: Vec<u32> = words.collect();
        self.stack.clear();
        self.stack.extend(rest.chunks_exact(4).map(|e| Entry { kind: e[0], a: e[1], b: e[2], c: e[3] }));
    }

    fn push(&mut self, kind: u32, a: u32, b: u32, c: u32) {
        self.stack.push(Entry { kind, a, b, c });
    }

    fn set_register(&mut self, register: u32, value: u32) {
        if let Some(slot) = self.registers.get_mut(register as usize) {
            let old = std::mem::replace(slot, value);
            self.push(REGISTER, register, old, 0);
        }
    }

    fn register(&self, register: u32) -> u32 {
        self.registers.get(register as usize).copied().unwrap_or(NOWHERE)
    }

    /// Bounds of a group, if it took part.
    fn group(&self, group: u32) -> Option<(usize, usize)> {
        let start = *self.groups.get(2 * group as usize)?;
        let end = *self.groups.get(2 * group as usize + 1)?;
        (start != NOWHERE && end != NOWHERE).then_some((start as usize, end as usize))
    }

    fn undo(&mut self, entry: Entry) {
        match entry.kind {
            GROUP => {
                if let Some(slot) = self.groups.get_mut(entry.a as usize) {
                    *slot = entry.b;
                }
            }
            REGISTER => {
                if let Some(slot) = self.registers.get_mut(entry.a as usize) {
                    *slot = entry.b;
                }
            }
            LAST => self.last_group = entry.a,
            _ => {}
        }
    }

    /// Takes the newest choice that is left.
    fn backtrack<T: Text>(&mut self, code: &[u32], text: T) -> bool {
        while let Some(entry) = self.stack.pop() {
            self.steps += 1;
            match entry.kind {
                CHOICE => {
                    (self.pc, self.at) = (entry.a, entry.b);
                    return true;
                }
                GIVE_BACK => {
                    let Some((_, at)) = text.previous(entry.b as usize) else { continue };
                    let at = self.give_back_to(code, text, entry.a, at as u32, entry.c);
                    let Some(at) = at else { continue };
                    if at > entry.c {
                        self.push(GIVE_BACK, entry.a, at, entry.c);
                    }
                    (self.pc, self.at) = (entry.a, at);
                    return true;
                }
                TAKE_MORE => {
                    let single = entry.a as usize + 4;
                    let Some((c, at)) = text.next(entry.b as usize) else { continue };
                    if !program::accepts(code, single, c) {
                        continue;
                    }
                    if entry.c > 1 {
                        let left = if entry.c == program::UNBOUNDED { entry.c } else { entry.c - 1 };
                        self.push(TAKE_MORE, entry.a, at as u32, left);
                    }
                    self.pc = (single + program::width(code, single)) as u32;
                    self.at = at as u32;
                    return true;
                }
                _ => self.undo(entry),
            }
        }
        false
    }

    /// The first place at or before `at`, not below `least`, where a repeat's continuation can begin: a literal is looked for.
    fn give_back_to<T: Text>(&mut self, code: &[u32], text: T, next: u32, mut at: u32, least: u32) -> Option<u32> {
        if word(code, next as usize) != program::CHAR {
            return (at >= least).then_some(at);
        }
        let wanted = word(code, next as usize + 1);
        while at >= least {
            self.characters += 1;
            if text.next(at as usize).is_some_and(|(c, _)| c == wanted) {
                return Some(at);
            }
            at = text.previous(at as usize)?.1 as u32;
        }
        None
    }

    /// Gives up the choices above `height`, keeping what restores groups and registers.
    fn cut(&mut self, height: usize) {
        let mut kept = height;
        for i in height..self.stack.len() {
            let Some(&entry) = self.stack.get(i) else { break };
            if matches!(entry.kind, GROUP | REGISTER | LAST) {
                if let Some(slot) = self.stack.get_mut(kept) {
                    *slot = entry;
                }
                kept += 1;
            }
        }
        self.stack.truncate(kept);
    }

    /// Goes on until the attempt ends or `limit` steps are made.
    pub fn run<T: Text>(&mut self, code: &[u32], text: T, rules: Rules, limit: u64) -> Outcome {
        loop {
            if self.steps + self.characters / 4 >= limit {
                return Outcome::Paused;
            }
            if self.stack.len() > STACK_LIMIT {
                return Outcome::TooMuch;
            }
            self.steps += 1;
            match self.step(code, text, rules) {
                Step::On => {}
                Step::Fail => {
                    if !self.backtrack(code, text) {
                        return Outcome::Failed;
                    }
                }
                Step::Matched => return Outcome::Matched,
            }
        }
    }

    #[inline]
    fn step<T: Text>(&mut self, code: &[u32], text: T, rules: Rules) -> Step {
        let pc = self.pc as usize;
        let operand = |n: usize| word(code, pc + n);
        match word(code, pc) {
            program::CHAR | program::ANY | program::ANY_ALL | program::SET | program::CHAR_IGNORE => {
                match text.next(self.at as usize) {
                    Some((c, at)) if program::accepts(code, pc, c) => {
                        self.at = at as u32;
                        self.pc += program::width(code, pc) as u32;
                        Step::On
                    }
                    _ => Step::Fail,
                }
            }
            program::SPLIT => {
                self.push(CHOICE, operand(1), self.at, 0);
                self.pc += 2;
                Step::On
            }
            program::JUMP => {
                self.pc = operand(1);
                Step::On
            }
            program::SAVE => {
                let bound = operand(1);
                if let Some(slot) = self.groups.get_mut(bound as usize) {
                    let old = std::mem::replace(slot, self.at);
                    self.push(GROUP, bound, old, 0);
                }
                if bound & 1 == 1 {
                    self.push(LAST, self.last_group, 0, 0);
                    self.last_group = bound / 2;
                }
                self.pc += 2;
                Step::On
            }
            program::AT => {
                self.pc += 2;
                if holds_at(text, self.at as usize, operand(1)) { Step::On } else { Step::Fail }
            }
            program::BACK_REFERENCE => {
                self.pc += 3;
                self.back_reference(text, operand(1), operand(2))
            }
            program::IF_GROUP => {
                self.pc = if self.group(operand(1)).is_some() { self.pc + 3 } else { operand(2) };
                Step::On
            }
            program::REPEAT => self.repeat(code, text),
            program::LOOP_BEGIN => {
                self.set_register(operand(1), 0);
                self.set_register(operand(1) + 1, NOWHERE);
                self.pc = operand(2);
                Step::On
            }
            program::LOOP => self.turn(code),
            program::LOOP_AGAIN => {
                let count = self.register(operand(1));
                self.set_register(operand(1), count.saturating_add(1));
                self.set_register(operand(1) + 1, self.at);
                self.pc += 2;
                Step::On
            }
            program::FENCE => {
                let height = self.stack.len() as u32;
                // the undo entry of the register itself is below the fence
                self.set_register(operand(1), height + 1);
                self.pc += 2;
                Step::On
            }
            program::CUT => {
                self.cut(self.register(operand(1)) as usize);
                self.pc += 2;
                Step::On
            }
            program::LOOK => self.look(code, text),
            program::LOOK_END => {
                self.at = self.register(operand(1) + 1);
                self.cut(self.register(operand(1)) as usize);
                self.pc += 2;
                Step::On
            }
            program::LOOK_NOT_END => {
                // what was looked for is there: back to before the look, and fail
                let height = (self.register(operand(1)) as usize).max(1) - 1;
                while self.stack.len() > height {
                    if let Some(entry) = self.stack.pop() {
                        self.undo(entry);
                    }
                }
                Step::Fail
            }
            program::MATCH => {
                let end = self.at;
                if rules.full && end as usize != text.len()
                    || end == rules.no_empty_at && self.groups.first() == Some(&end)
                {
                    return Step::Fail;
                }
                if let Some(slot) = self.groups.get_mut(1) {
                    *slot = end;
                }
                Step::Matched
            }
            _ => Step::Fail,
        }
    }

    fn back_reference<T: Text>(&mut self, text: T, group: u32, mode: u32) -> Step {
        let Some((start, end)) = self.group(group) else { return Step::Fail };
        self.characters += end.saturating_sub(start) as u64;
        if mode == 0 {
            let from = self.at as usize;
            let to = from + end.saturating_sub(start);
            if to > text.len() || text.slice(start, end) != text.slice(from, to) {
                return Step::Fail;
            }
            self.at = to as u32;
            return Step::On;
        }
        let (mut at, mut there) = (self.at as usize, start);
        while there < end {
            let (Some((a, next)), Some((b, after))) = (text.next(at), text.next(there)) else { return Step::Fail };
            if program::lower(a, mode) != program::lower(b, mode) {
                return Step::Fail;
            }
            (at, there) = (next, after);
        }
        self.at = at as u32;
        Step::On
    }

    /// A repeated character.
    fn repeat<T: Text>(&mut self, code: &[u32], text: T) -> Step {
        let pc = self.pc as usize;
        let (kind, min, max) = (word(code, pc + 1), word(code, pc + 2), word(code, pc + 3));
        let single = pc + 4;
        let next = (single + program::width(code, single)) as u32;
        let mut at = self.at as usize;
        let mut least = if min == 0 { at } else { usize::MAX };
        let most = if kind == program::LAZY { min } else { max };
        let mut count = 0;
        while count < most {
            match text.next(at) {
                Some((c, after)) if program::accepts(code, single, c) => at = after,
                _ => break,
            }
            count += 1;
            if count == min {
                least = at;
            }
        }
        self.characters += u64::from(count);
        if count < min {
            return Step::Fail;
        }
        match kind {
            program::LAZY if max > min => {
                let left = if max == program::UNBOUNDED { max } else { max - min };
                self.push(TAKE_MORE, self.pc, at as u32, left);
            }
            program::GREEDY if at > least => {
                let least = least as u32;
                match self.give_back_to(code, text, next, at as u32, least) {
                    Some(place) => at = place as usize,
                    None => return Step::Fail,
                }
                if at as u32 > least {
                    self.push(GIVE_BACK, next, at as u32, least);
                }
            }
            _ => {}
        }
        self.at = at as u32;
        self.pc = next;
        Step::On
    }

    /// The end of a turn of a loop, or its beginning.
    fn turn(&mut self, code: &[u32]) -> Step {
        let pc = self.pc as usize;
        let operand = |n: usize| word(code, pc + n);
        let (register, kind, min, max, body) = (operand(1), operand(2), operand(3), operand(4), operand(5));
        let next = self.pc + 6;
        let count = self.register(register);
        if count < min {
            self.set_register(register, count + 1);
            self.pc = body;
            return Step::On;
        }
        let may = (count < max || max == program::UNBOUNDED) && self.at != self.register(register + 1);
        if kind == program::LAZY {
            if may {
                // taken on failure: one more turn, by way of the `LOOP_AGAIN` before the body
                self.push(CHOICE, body.saturating_sub(2), self.at, 0);
            }
            self.pc = next;
            return Step::On;
        }
        if may {
            self.push(CHOICE, next, self.at, 0);
            self.set_register(register, count.saturating_add(1));
            self.set_register(register + 1, self.at);
            self.pc = body;
        } else {
            self.pc = next;
        }
        Step::On
    }

    fn look<T: Text>(&mut self, code: &[u32], text: T) -> Step {
        let pc = self.pc as usize;
        let operand = |n: usize| word(code, pc + n);
        let (register, negated, back, target) = (operand(1), operand(2) != 0, operand(3), operand(4));
        let here = self.at;
        if negated {
            // on failure inside: the look holds
            self.push(CHOICE, target, here, 0);
        }
        let height = self.stack.len() as u32;
        self.set_register(register, height);
        self.set_register(register + 1, here);
        if back > 0 {
            match text.back(here as usize, back as usize - 1) {
                Some(at) => self.at = at as u32,
                None => return Step::Fail,
            }
        }
        self.pc += 5;
        Step::On
    }
}

enum Step {
    On,
    Fail,
    Matched,
}

fn word_at<T: Text>(text: T, at: usize, ascii: bool) -> bool {
    let is_word = |c: u32| char::from_u32(c).is_some_and(|c| program::is_word(c, ascii));
    let before = text.previous(at).is_some_and(|(c, _)| is_word(c));
    before != text.next(at).is_some_and(|(c, _)| is_word(c))
}

/// Whether a position is the place that `AT` asks for.
fn holds_at<T: Text>(text: T, at: usize, kind: u32) -> bool {
    let before_is_newline = || text.previous(at).is_some_and(|(c, _)| c == 10);
    let is_newline = || text.next(at).is_some_and(|(c, _)| c == 10);
    match kind {
        0 => at == 0,
        1 => at == 0 || before_is_newline(),
        2 => at == text.len() || at + 1 == text.len() && is_newline(),
        3 => at == text.len() || is_newline(),
        4 => at == text.len(),
        5 | 7 => text.len() > 0 && word_at(text, at, kind == 7),
        6 | 8 => text.len() > 0 && !word_at(text, at, kind == 8),
        _ => false,
    }
}
