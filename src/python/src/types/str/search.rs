//! Finding and replacing in `str`. Positions that Python sees are characters; searching is by bytes.

use std::sync::Arc;

use super::{done, offset, short, text_arg, text_of, this};
use crate::cost::Cost;
use crate::native::{Args, Native, NativeResult, Res};
use crate::number::sequence::is_ascii;
use crate::process::Process;
use crate::types::support::clamped_index;
use crate::value::Value;

/// `start` and `end` arguments as positions within `len`; `None` when they cross, so that nothing is found.
fn span(vm: &mut Process, start: Value, end: Value, len: usize) -> Res<Option<(usize, usize)>> {
    let len = len as i64;
    let mut bound = |value: Value, default: i64| -> Res<i64> {
        match value {
            Value::Unset | Value::None => Ok(default),
            value => match clamped_index(vm, value) {
                Ok(Some(i)) => Ok(i),
                Ok(None) | Err(_) => {
                    Err(vm.type_error("slice indices must be integers or None or have an __index__ method"))
                }
            },
        }
    };
    let mut start = bound(start, 0)?;
    let mut end = bound(end, len)?;
    if end > len {
        end = len;
    } else if end < 0 {
        end = (end + len).max(0);
    }
    if start < 0 {
        start = (start.saturating_add(len)).max(0);
    }
    Ok((start <= end).then_some((start as usize, end as usize)))
}

/// The part of the text that a method looks at.
struct Window {
    text: Arc<str>,
    ascii: bool,
    /// Byte offsets.
    start: usize,
    end: usize,
}

impl Window {
    fn part(&self) -> &str {
        self.text.get(self.start..self.end).unwrap_or("")
    }

    /// Character position of a byte offset in the part.
    fn position(&self, at: usize) -> i64 {
        let at = self.start + at;
        (if self.ascii { at } else { self.text.get(..at).map_or(0, |s| s.chars().count()) }) as i64
    }
}

fn window(vm: &mut Process, args: &Args<'_>) -> Res<Option<Window>> {
    let text = this(vm, args)?;
    // Known where it was made; looking through a long text for every line of it would add up.
    let ascii = is_ascii(vm, args.get(0)) || text.is_ascii();
    if args.get(2).is_unset() && args.get(3).is_unset() {
        let end = text.len();
        return Ok(Some(Window { text, ascii, start: 0, end }));
    }
    let len = if ascii { text.len() } else { text.chars().count() };
    let Some((from, to)) = span(vm, args.get(2), args.get(3), len)? else { return Ok(None) };
    let (start, end) = (offset(&text, ascii, from), offset(&text, ascii, to));
    Ok(Some(Window { text, ascii, start, end }))
}

fn located(vm: &mut Process, args: &Args<'_>, backwards: bool) -> Res<Option<i64>> {
    let part = text_arg(vm, args.get(1), "")?;
    let Some(window) = window(vm, args)? else { return Ok(None) };
    let found = if backwards { window.part().rfind(&*part) } else { window.part().find(&*part) };
    let looked_at = match found {
        Some(at) if backwards => window.part().len() - at,
        Some(at) => at + part.len(),
        None => window.part().len(),
    };
    vm.charge_n(Cost::StrCopyByte, looked_at / 4);
    Ok(found.map(|at| window.position(at)))
}

pub fn find(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Int(located(vm, args, false)?.unwrap_or(-1))))
}

pub fn rfind(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    Ok(Native::Done(Value::Int(located(vm, args, true)?.unwrap_or(-1))))
}

fn required(vm: &mut Process, args: &Args<'_>, backwards: bool) -> NativeResult {
    match located(vm, args, backwards)? {
        Some(at) => Ok(Native::Done(Value::Int(at))),
        None => Err(vm.value_error("substring not found")),
    }
}

pub fn index(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    required(vm, args, false)
}

pub fn rindex(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    required(vm, args, true)
}

pub fn count(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let part = text_arg(vm, args.get(1), "")?;
    let Some(window) = window(vm, args)? else { return Ok(Native::Done(Value::Int(0))) };
    vm.charge_n(Cost::StrCopyByte, window.part().len() / 4);
    let count = if part.is_empty() { window.part().chars().count() + 1 } else { window.part().matches(&*part).count() };
    Ok(Native::Done(Value::Int(count as i64)))
}

fn edge(vm: &mut Process, args: &Args<'_>, method: &str, fits: fn(&str, &str) -> bool) -> NativeResult {
    let candidates: Vec<Value> = match vm.object(args.get(1)) {
        Some(crate::object::Object::Tuple(items)) => items.to_vec(),
        _ => {
            if vm.str(args.get(1)).is_none() {
                let message =
                    format!("{method} first arg must be str or a tuple of str, not {}", vm.type_name(args.get(1)));
                return Err(vm.type_error(&message));
            }
            vec![args.get(1)]
        }
    };
    let window = window(vm, args)?;
    for candidate in candidates {
        let Some(text) = text_of(vm, candidate) else {
            let message = format!("tuple for {method} must only contain str, not {}", vm.type_name(candidate));
            return Err(vm.type_error(&message));
        };
        if window.as_ref().is_some_and(|w| fits(w.part(), &text)) {
            return Ok(Native::Done(Value::Bool(true)));
        }
    }
    Ok(Native::Done(Value::Bool(false)))
}

pub fn startswith(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    edge(vm, args, "startswith", |text, part| text.starts_with(part))
}

pub fn endswith(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    edge(vm, args, "endswith", |text, part| text.ends_with(part))
}

pub fn replace(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let old = text_arg(vm, args.get(1), "replace() argument 1")?;
    let new = text_arg(vm, args.get(2), "replace() argument 2")?;
    let most = match args.get(3) {
        Value::Unset => usize::MAX,
        value => usize::try_from(vm.index_arg(value, "")?).unwrap_or(usize::MAX),
    };
    let found = if old.is_empty() { text.chars().count() + 1 } else { text.matches(&*old).count() }.min(most);
    if found == 0 {
        return super::same(vm, args);
    }
    vm.check_room(text.len().saturating_add(new.len().saturating_mul(found)))?;
    done(vm, text.replacen(&*old, &new, found))
}

fn parts(vm: &mut Process, args: &Args<'_>, backwards: bool) -> NativeResult {
    let text = this(vm, args)?;
    let separator = text_arg(vm, args.get(1), "")?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let found = if backwards { text.rsplit_once(&*separator) } else { text.split_once(&*separator) };
    let items = match found {
        Some((before, after)) => {
            let before = short(vm, before.to_owned());
            let after = short(vm, after.to_owned());
            [before, args.get(1), after]
        }
        None => {
            let empty = Value::Obj(vm.intern(""));
            let whole = vm.payload(args.get(0));
            if backwards { [empty, empty, whole] } else { [whole, empty, empty] }
        }
    };
    Ok(Native::Done(vm.new_tuple(items)))
}

pub fn partition(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    parts(vm, args, false)
}

pub fn rpartition(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    parts(vm, args, true)
}

pub fn removeprefix(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let part = text_arg(vm, args.get(1), "removeprefix() argument")?;
    match text.strip_prefix(&*part) {
        Some(rest) => done(vm, rest.to_owned()),
        None => super::same(vm, args),
    }
}

pub fn removesuffix(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let part = text_arg(vm, args.get(1), "removesuffix() argument")?;
    match text.strip_suffix(&*part) {
        Some(rest) => done(vm, rest.to_owned()),
        None => super::same(vm, args),
    }
}
