//! `match`.
//!
//! Names are bound only when a whole pattern has matched: captures wait in temporaries until then.

use ruff_python_ast::{self as ast, Expr, Pattern, Singleton};

use super::unit::{Label, Reg};
use super::{Compiler, Outcome, span};
use crate::code::{Const, Op, Span};
use crate::syntax::Problem;

/// Names captured so far, with the registers that hold their values.
type Captures<'a> = Vec<(&'a str, Span, Reg)>;

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, s: &'a ast::StmtMatch) -> Outcome<()> {
        let mark = self.unit.mark();
        let subject = self.push(&s.subject)?;
        let end = self.unit.label();
        let last = s.cases.len().saturating_sub(1);
        for (nth, case) in s.cases.iter().enumerate() {
            let at = span(&case.pattern);
            if nth < last && case.guard.is_none() {
                irrefutable(&case.pattern)?;
            }
            let inner = self.unit.mark();
            let next = self.unit.label();
            let mut captures = Captures::new();
            self.pattern(&case.pattern, subject, next, &mut captures)?;
            for (name, place, register) in &captures {
                self.store_name(*place, name, *register)?;
            }
            self.unit.release(inner);
            if let Some(guard) = &case.guard {
                self.jump_if(guard, false, next)?;
            }
            self.block(&case.body)?;
            self.jump(at, Op::Jump, 0, 0, 0, end);
            self.unit.bind(next);
        }
        self.unit.bind(end);
        self.unit.release(mark);
        Ok(())
    }

    /// Tests `R[subject]`; jumps to `fail` when it does not match. Temporaries stay until the case is over.
    fn pattern(&mut self, pattern: &'a Pattern, subject: Reg, fail: Label, captures: &mut Captures<'a>) -> Outcome<()> {
        let at = span(pattern);
        match pattern {
            Pattern::MatchValue(p) => {
                let mark = self.unit.mark();
                let value = self.any(&p.value)?;
                self.jump(at, Op::JumpEq, 0, subject, value, fail);
                self.unit.release(mark);
                Ok(())
            }
            Pattern::MatchSingleton(p) => self.singleton(p.value, at, subject, fail),
            Pattern::MatchSequence(p) => self.sequence_pattern(p, subject, fail, captures),
            Pattern::MatchMapping(p) => self.mapping_pattern(p, subject, fail, captures),
            Pattern::MatchClass(p) => self.class_pattern(p, subject, fail, captures),
            Pattern::MatchStar(p) => match &p.name {
                Some(name) => capture(captures, name, subject),
                None => Ok(()),
            },
            Pattern::MatchAs(p) => {
                if let Some(inner) = &p.pattern {
                    self.pattern(inner, subject, fail, captures)?;
                }
                match &p.name {
                    Some(name) => capture(captures, name, subject),
                    None => Ok(()),
                }
            }
            Pattern::MatchOr(p) => self.or_pattern(p, subject, fail, captures),
        }
    }

    fn singleton(&mut self, value: Singleton, at: Span, subject: Reg, fail: Label) -> Outcome<()> {
        let value = match value {
            Singleton::None => {
                self.jump(at, Op::JumpIfNotNone, subject, 0, 0, fail);
                return Ok(());
            }
            Singleton::True => true,
            Singleton::False => false,
        };
        let mark = self.unit.mark();
        let constant = self.unit.alloc(at)?;
        self.load_const(at, constant, Const::Bool(value));
        self.emit(at, Op::Is, constant, subject, constant, 0);
        self.jump(at, Op::JumpIfFalse, constant, 0, 0, fail);
        self.unit.release(mark);
        Ok(())
    }

    fn sequence_pattern(
        &mut self,
        p: &'a ast::PatternMatchSequence,
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Outcome<()> {
        let at = span(p);
        let test = self.unit.alloc(at)?;
        self.emit(at, Op::MatchSequence, test, subject, 0, 0);
        self.jump(at, Op::JumpIfFalse, test, 0, 0, fail);
        let stars: Vec<usize> = p
            .patterns
            .iter()
            .enumerate()
            .filter(|(_, pattern)| matches!(pattern, Pattern::MatchStar(_)))
            .map(|(nth, _)| nth)
            .collect();
        let star = match stars.as_slice() {
            [] => None,
            [star] => Some(*star),
            _ => {
                return Err(Problem::syntax("multiple starred names in sequence pattern", at));
            }
        };
        let fixed = p.patterns.len() - usize::from(star.is_some());
        self.emit(at, Op::GetLen, test, subject, 0, 0);
        self.length_test(at, test, fixed, star.is_some(), fail)?;
        if p.patterns.is_empty() {
            return Ok(());
        }
        let only_wildcards = p.patterns.iter().all(is_wildcard);
        if only_wildcards {
            return Ok(());
        }
        let first = self.unit.alloc_many(p.patterns.len(), at)?;
        match star {
            None => {
                let count = u8::try_from(p.patterns.len()).unwrap_or_default();
                self.emit(at, Op::UnpackSequence, first, subject, count, 0);
            }
            Some(star) => {
                let before = u8::try_from(star).unwrap_or_default();
                let after = u32::try_from(p.patterns.len() - star - 1).unwrap_or_default();
                self.emit(at, Op::UnpackEx, first, subject, before, after);
            }
        }
        for (register, pattern) in (first..).zip(&p.patterns) {
            self.pattern(pattern, register, fail, captures)?;
        }
        Ok(())
    }

    /// Fails unless `R[length]` is `count`, or at least `count`.
    fn length_test(&mut self, at: Span, length: Reg, count: usize, at_least: bool, fail: Label) -> Outcome<()> {
        if count == 0 && at_least {
            return Ok(());
        }
        let wanted = self.unit.alloc(at)?;
        self.load_const(at, wanted, Const::Int(i64::try_from(count).unwrap_or(i64::MAX)));
        let op = if at_least { Op::JumpGe } else { Op::JumpEq };
        self.jump(at, op, 0, length, wanted, fail);
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        p: &'a ast::PatternMatchMapping,
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Outcome<()> {
        let at = span(p);
        let test = self.unit.alloc(at)?;
        self.emit(at, Op::MatchMapping, test, subject, 0, 0);
        self.jump(at, Op::JumpIfFalse, test, 0, 0, fail);
        if p.keys.is_empty() && p.rest.is_none() {
            return Ok(());
        }
        if !p.keys.is_empty() {
            self.emit(at, Op::GetLen, test, subject, 0, 0);
            self.length_test(at, test, p.keys.len(), true, fail)?;
        }
        let keys = self.unit.alloc(at)?;
        self.mapping_keys(&p.keys, at, keys)?;
        if !p.keys.is_empty() {
            self.emit(at, Op::MatchKeys, test, subject, keys, 0);
            self.jump(at, Op::JumpIfNone, test, 0, 0, fail);
            let first = self.unit.alloc_many(p.keys.len(), at)?;
            let count = u8::try_from(p.keys.len()).unwrap_or_default();
            self.emit(at, Op::UnpackSequence, first, test, count, 0);
            for (register, pattern) in (first..).zip(&p.patterns) {
                self.pattern(pattern, register, fail, captures)?;
            }
        }
        if let Some(rest) = &p.rest {
            let others = self.unit.alloc(at)?;
            self.emit(at, Op::DictWithout, others, subject, keys, 0);
            capture(captures, rest, others)?;
        }
        Ok(())
    }

    fn mapping_keys(&mut self, keys: &'a [Expr], at: Span, to: Reg) -> Outcome<()> {
        let mut constants = Vec::new();
        for key in keys {
            if let Some(value) = self.fold(key)? {
                if constants.contains(&value) {
                    return Err(Problem::syntax(
                        format!("mapping pattern checks duplicate key ({})", show_key(&value)),
                        at,
                    ));
                }
                constants.push(value);
            }
        }
        if constants.len() == keys.len() {
            self.load_const(at, to, Const::Tuple(constants));
            return Ok(());
        }
        let mark = self.unit.mark();
        let mut first = None;
        for key in keys {
            let register = self.push(key)?;
            first = first.or(Some(register));
        }
        let count = u8::try_from(keys.len()).unwrap_or_default();
        self.emit(at, Op::BuildTuple, to, first.unwrap_or(to), count, 0);
        self.unit.release(mark);
        Ok(())
    }

    fn class_pattern(
        &mut self,
        p: &'a ast::PatternMatchClass,
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Outcome<()> {
        let at = span(p);
        let positional = p.arguments.patterns.len();
        let total = positional + p.arguments.keywords.len();
        for (nth, keyword) in p.arguments.keywords.iter().enumerate() {
            let repeated =
                p.arguments.keywords.iter().take(nth).any(|before| before.attr.as_str() == keyword.attr.as_str());
            if repeated {
                return Err(Problem::syntax(
                    format!("attribute name repeated in class pattern: {}", keyword.attr),
                    span(&keyword.pattern),
                ));
            }
        }
        let class = self.push(&p.cls)?;
        let names = self.unit.alloc(at)?;
        let keywords = p.arguments.keywords.iter().map(|keyword| Const::Str(keyword.attr.to_string())).collect();
        self.load_const(at, names, Const::Tuple(keywords));
        let values = self.unit.alloc(at)?;
        let count = u32::try_from(positional).unwrap_or_default();
        self.emit(at, Op::MatchClass, values, subject, class, count);
        self.jump(at, Op::JumpIfNone, values, 0, 0, fail);
        if total == 0 {
            return Ok(());
        }
        let first = self.unit.alloc_many(total, at)?;
        self.emit(at, Op::UnpackSequence, first, values, u8::try_from(total).unwrap_or_default(), 0);
        let keywords = p.arguments.keywords.iter().map(|keyword| &keyword.pattern);
        for (register, pattern) in (first..).zip(p.arguments.patterns.iter().chain(keywords)) {
            self.pattern(pattern, register, fail, captures)?;
        }
        Ok(())
    }

    fn or_pattern(
        &mut self,
        p: &'a ast::PatternMatchOr,
        subject: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Outcome<()> {
        let at = span(p);
        let matched = self.unit.label();
        let mut bound: Option<Captures<'a>> = None;
        let last = p.patterns.len().saturating_sub(1);
        for (nth, alternative) in p.patterns.iter().enumerate() {
            if nth < last {
                irrefutable(alternative)?;
            }
            let next = if nth == last { fail } else { self.unit.label() };
            let mut mine = Captures::new();
            self.pattern(alternative, subject, next, &mut mine)?;
            match &bound {
                None => {
                    // Registers of their own, so that every alternative can write them.
                    let mut own = Captures::new();
                    for (name, place, register) in mine {
                        let slot = self.unit.alloc(at)?;
                        self.move_to(at, slot, register);
                        own.push((name, place, slot));
                    }
                    bound = Some(own);
                }
                Some(own) => {
                    let same = own.len() == mine.len()
                        && own.iter().all(|(name, ..)| mine.iter().any(|(other, ..)| name == other));
                    if !same {
                        return Err(Problem::syntax("alternative patterns bind different names", at));
                    }
                    let moves: Vec<(Reg, Reg)> = own
                        .iter()
                        .filter_map(|(name, _, slot)| {
                            let from = mine.iter().find(|(other, ..)| name == other)?;
                            Some((*slot, from.2))
                        })
                        .collect();
                    for (slot, from) in moves {
                        self.move_to(at, slot, from);
                    }
                }
            }
            if nth < last {
                self.jump(at, Op::Jump, 0, 0, 0, matched);
                self.unit.bind(next);
            }
        }
        self.unit.bind(matched);
        for entry in bound.into_iter().flatten() {
            if captures.iter().any(|(name, ..)| *name == entry.0) {
                return Err(twice(entry.0, entry.1));
            }
            captures.push(entry);
        }
        Ok(())
    }
}

fn capture<'a>(captures: &mut Captures<'a>, name: &'a ast::Identifier, register: Reg) -> Outcome<()> {
    if captures.iter().any(|(other, ..)| *other == name.as_str()) {
        return Err(twice(name, span(name)));
    }
    captures.push((name.as_str(), span(name), register));
    Ok(())
}

fn twice(name: &str, at: Span) -> Box<Problem> {
    Problem::syntax(format!("multiple assignments to name '{name}' in pattern"), at)
}

fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(p) => p.pattern.is_none() && p.name.is_none(),
        Pattern::MatchStar(p) => p.name.is_none(),
        _ => false,
    }
}

/// A pattern that always matches may stand last only.
fn irrefutable(pattern: &Pattern) -> Outcome<()> {
    if let Pattern::MatchAs(p) = pattern
        && p.pattern.is_none()
    {
        let message = match &p.name {
            Some(name) => format!("name capture '{name}' makes remaining patterns unreachable"),
            None => "wildcard makes remaining patterns unreachable".to_owned(),
        };
        return Err(Problem::syntax(message, span(pattern)));
    }
    Ok(())
}

fn show_key(value: &Const) -> String {
    match value {
        Const::Int(number) => number.to_string(),
        Const::Str(text) => format!("'{text}'"),
        other => format!("{other:?}"),
    }
}
