//! Lists, tuples, sets, dicts and f-strings of any length.

use ruff_python_ast::{self as ast, Expr, InterpolatedStringElement};

use super::unit::Reg;
use super::{Compiler, Outcome, span};
use crate::code::{Const, Op, Span};
use crate::syntax::Problem;

/// Items that one instruction takes; longer displays grow item by item.
const CHUNK: usize = 30;
/// From this many constants on, a list display extends from one constant tuple, as CPython's does from three.
const CONSTANT_LIST: usize = 3;

#[derive(Clone, Copy)]
struct Growth {
    build: Op,
    append: Op,
    extend: Op,
}

const LIST: Growth = Growth { build: Op::BuildList, append: Op::ListAppend, extend: Op::ListExtend };
const SET: Growth = Growth { build: Op::BuildSet, append: Op::SetAdd, extend: Op::SetUpdate };

impl<'a> Compiler<'a> {
    pub(super) fn list_display(&mut self, items: &'a [Expr], at: Span, to: Reg) -> Outcome<()> {
        if items.len() >= CONSTANT_LIST
            && let Some(values) = self.fold_all(items)?
        {
            return self.grown_from_constant(LIST, Const::Tuple(values), at, to);
        }
        let result = self.grow(LIST, items, at)?;
        self.move_to(at, to, result);
        Ok(())
    }

    pub(super) fn set_display(&mut self, items: &'a [Expr], at: Span, to: Reg) -> Outcome<()> {
        if items.len() >= CONSTANT_LIST
            && let Some(values) = self.fold_all(items)?
        {
            return self.grown_from_constant(SET, Const::FrozenSet(values), at, to);
        }
        let result = self.grow(SET, items, at)?;
        self.move_to(at, to, result);
        Ok(())
    }

    fn fold_all(&self, items: &'a [Expr]) -> Outcome<Option<Vec<Const>>> {
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            match self.fold(item)? {
                Some(value) => values.push(value),
                None => return Ok(None),
            }
        }
        Ok(Some(values))
    }

    fn grown_from_constant(&mut self, how: Growth, values: Const, at: Span, to: Reg) -> Outcome<()> {
        let result = self.unit.alloc(at)?;
        let constant = self.unit.alloc(at)?;
        self.emit(at, how.build, result, result, 0, 0);
        self.load_const(at, constant, values);
        self.emit(at, how.extend, result, constant, 0, 0);
        self.move_to(at, to, result);
        Ok(())
    }

    /// Builds a list or set in a new temporary.
    fn grow(&mut self, how: Growth, items: &'a [Expr], at: Span) -> Outcome<Reg> {
        let result = self.unit.alloc(at)?;
        self.unit.release(u16::from(result));
        let plain = items.iter().take(CHUNK).take_while(|item| !matches!(item, Expr::Starred(_))).count();
        for item in items.iter().take(plain) {
            self.push(item)?;
        }
        self.unit.release(u16::from(result));
        let result = self.unit.alloc(at)?;
        self.emit(at, how.build, result, result, u8::try_from(plain).unwrap_or_default(), 0);
        for item in items.iter().skip(plain) {
            let mark = self.unit.mark();
            if let Expr::Starred(starred) = item {
                let value = self.any(&starred.value)?;
                self.emit(span(starred), how.extend, result, value, 0, 0);
            } else {
                let value = self.any(item)?;
                self.emit(at, how.append, result, value, 0, 0);
            }
            self.unit.release(mark);
        }
        Ok(result)
    }

    /// Builds a list in a new temporary; also for the arguments of a call.
    pub(super) fn list_of(&mut self, items: &'a [Expr], at: Span) -> Outcome<Reg> {
        self.grow(LIST, items, at)
    }

    pub(super) fn tuple_display(&mut self, items: &'a [Expr], at: Span, to: Reg) -> Outcome<()> {
        if items.len() > CHUNK || items.iter().any(|item| matches!(item, Expr::Starred(_))) {
            let list = self.grow(LIST, items, at)?;
            self.emit(at, Op::ListToTuple, to, list, 0, 0);
            return Ok(());
        }
        let mut first = None;
        for item in items {
            let register = self.push(item)?;
            first = first.or(Some(register));
        }
        let count = u8::try_from(items.len()).unwrap_or_default();
        self.emit(at, Op::BuildTuple, to, first.unwrap_or(to), count, 0);
        Ok(())
    }

    pub(super) fn dict_display(&mut self, e: &'a ast::ExprDict, to: Reg) -> Outcome<()> {
        let at = span(e);
        let base = self.unit.mark();
        let plain = e.items.iter().take(CHUNK).take_while(|item| item.key.is_some()).count();
        for item in e.items.iter().take(plain) {
            if let Some(key) = &item.key {
                self.push(key)?;
                self.push(&item.value)?;
            }
        }
        self.unit.release(base);
        let result = self.unit.alloc(at)?;
        self.emit(at, Op::BuildMap, result, result, u8::try_from(plain).unwrap_or_default(), 0);
        for item in e.items.iter().skip(plain) {
            let mark = self.unit.mark();
            if let Some(key) = &item.key {
                let key = self.any(key)?;
                let value = self.any(&item.value)?;
                self.emit(at, Op::MapAdd, result, key, value, 0);
            } else {
                let other = self.any(&item.value)?;
                self.emit(span(&item.value), Op::DictUpdate, result, other, 0, 0);
            }
            self.unit.release(mark);
        }
        self.move_to(at, to, result);
        Ok(())
    }

    pub(super) fn f_string(&mut self, e: &'a ast::ExprFString, to: Reg) -> Outcome<()> {
        let at = span(e);
        let mut pieces = Vec::new();
        for part in &e.value {
            match part {
                ast::FStringPart::Literal(text) => literal_piece(&mut pieces, text.as_str()),
                ast::FStringPart::FString(part) => pieces_of(&mut pieces, &part.elements),
            }
        }
        self.join(&pieces, at, to)
    }

    fn join(&mut self, pieces: &[Piece<'a>], at: Span, to: Reg) -> Outcome<()> {
        match pieces {
            [] => {
                self.load_str(at, to, String::new());
                return Ok(());
            }
            [single] => return self.piece(single, at, to),
            _ => {}
        }
        if pieces.len() > CHUNK {
            let mut first = None;
            for (nth, chunk) in pieces.chunks(CHUNK).enumerate() {
                if nth >= CHUNK {
                    return Err(Problem::unsupported("an f-string with this many parts", at));
                }
                let register = self.unit.alloc(at)?;
                first = first.or(Some(register));
                let mark = self.unit.mark();
                self.join(chunk, at, register)?;
                self.unit.release(mark);
            }
            let count = u8::try_from(pieces.len().div_ceil(CHUNK)).unwrap_or_default();
            self.emit(at, Op::BuildString, to, first.unwrap_or(to), count, 0);
            return Ok(());
        }
        let mut first = None;
        for piece in pieces {
            let register = self.unit.alloc(at)?;
            first = first.or(Some(register));
            let mark = self.unit.mark();
            self.piece(piece, at, register)?;
            self.unit.release(mark);
        }
        let count = u8::try_from(pieces.len()).unwrap_or_default();
        self.emit(at, Op::BuildString, to, first.unwrap_or(to), count, 0);
        Ok(())
    }

    fn piece(&mut self, piece: &Piece<'a>, at: Span, to: Reg) -> Outcome<()> {
        let element = match piece {
            Piece::Text(text) => {
                self.load_str(at, to, text.clone());
                return Ok(());
            }
            Piece::Value(element) => element,
        };
        let place = span(element.expression.as_ref());
        let value = self.any(&element.expression)?;
        let spec = match &element.format_spec {
            None => 0,
            Some(spec) => {
                let register = self.unit.alloc(at)?;
                let mark = self.unit.mark();
                let mut pieces = Vec::new();
                pieces_of(&mut pieces, &spec.elements);
                self.join(&pieces, span(spec.as_ref()), register)?;
                self.unit.release(mark);
                u32::from(register) + 1
            }
        };
        let conversion = match element.conversion {
            // f"{x=}" shows the repr unless something else is asked for.
            ast::ConversionFlag::None if element.debug_text.is_some() && element.format_spec.is_none() => 2,
            ast::ConversionFlag::None => 0,
            ast::ConversionFlag::Str => 1,
            ast::ConversionFlag::Repr => 2,
            ast::ConversionFlag::Ascii => 3,
        };
        self.emit(place, Op::FormatValue, to, value, conversion, spec);
        Ok(())
    }
}

enum Piece<'a> {
    Text(String),
    Value(&'a ast::InterpolatedElement),
}

fn literal_piece(pieces: &mut Vec<Piece<'_>>, text: &str) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(Piece::Text(before)) => before.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

fn pieces_of<'a>(pieces: &mut Vec<Piece<'a>>, elements: &'a ast::InterpolatedStringElements) {
    for element in elements {
        match element {
            InterpolatedStringElement::Literal(text) => literal_piece(pieces, text),
            InterpolatedStringElement::Interpolation(value) => {
                if let Some(debug) = &value.debug_text {
                    literal_piece(pieces, debug.as_str());
                }
                pieces.push(Piece::Value(value));
            }
        }
    }
}
