//! Taking `str` apart and joining it.

use super::{done, flag, short, text_of, this};
use crate::cost::Cost;
use crate::native::{Args, Native, NativeResult, Res};
use crate::process::Process;
use crate::types::text::unicode::is_space;
use crate::value::Value;

/// `maxsplit` as a count of splits.
fn limit(vm: &mut Process, value: Value) -> Res<usize> {
    match value {
        Value::Unset => Ok(usize::MAX),
        value => Ok(usize::try_from(vm.index_arg(value, "")?).unwrap_or(usize::MAX)),
    }
}

fn listed(vm: &mut Process, parts: Vec<String>) -> NativeResult {
    vm.charge_n(Cost::StrSplitItem, parts.len());
    vm.check_room(parts.len().saturating_mul(64))?;
    let items = parts.into_iter().map(|part| short(vm, part)).collect();
    Ok(Native::Done(vm.new_list(items)))
}

pub fn split(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let most = limit(vm, args.get(2))?;
    let parts = match args.or_none(1) {
        Value::None => by_space(&text, most),
        separator => {
            let separator = separator_arg(vm, separator)?;
            text.splitn(most.saturating_add(1), &*separator).map(str::to_owned).collect()
        }
    };
    listed(vm, parts)
}

fn separator_arg(vm: &mut Process, value: Value) -> Res<std::sync::Arc<str>> {
    let Some(separator) = text_of(vm, value) else {
        let message = format!("must be str or None, not {}", vm.type_name(value));
        return Err(vm.type_error(&message));
    };
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    Ok(separator)
}

fn by_space(text: &str, most: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(rest.to_owned());
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        parts.push(rest[..end].to_owned());
        rest = rest[end..].trim_start_matches(is_space);
    }
    parts
}

pub fn rsplit(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let most = limit(vm, args.get(2))?;
    let mut parts: Vec<String> = match args.or_none(1) {
        Value::None => {
            let mut parts = Vec::new();
            let mut rest = text.trim_end_matches(is_space);
            while !rest.is_empty() {
                if parts.len() == most {
                    parts.push(rest.to_owned());
                    break;
                }
                let start = rest.char_indices().rev().find(|(_, c)| is_space(*c)).map_or(0, |(i, c)| i + c.len_utf8());
                parts.push(rest[start..].to_owned());
                rest = rest[..start].trim_end_matches(is_space);
            }
            parts
        }
        separator => {
            let separator = separator_arg(vm, separator)?;
            text.rsplitn(most.saturating_add(1), &*separator).map(str::to_owned).collect()
        }
    };
    parts.reverse();
    listed(vm, parts)
}

pub fn splitlines(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let keep = flag(vm, args.get(1));
    let mut parts = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends =
            matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if !ends {
            continue;
        }
        let mut after = at + c.len_utf8();
        if c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some() {
            after += 1;
        }
        parts.push(text[start..if keep { after } else { at }].to_owned());
        start = after;
    }
    if start < text.len() {
        parts.push(text[start..].to_owned());
    }
    listed(vm, parts)
}

fn stripped(vm: &mut Process, args: &Args<'_>, method: &str, left: bool, right: bool) -> NativeResult {
    let text = this(vm, args)?;
    let chars: Option<Vec<char>> = match args.or_none(1) {
        Value::None => None,
        value => match text_of(vm, value) {
            Some(chars) => Some(chars.chars().collect()),
            None => return Err(vm.type_error(&format!("{method} arg must be None or str"))),
        },
    };
    let drop = |c: char| match &chars {
        Some(chars) => chars.contains(&c),
        None => is_space(c),
    };
    let mut part = &*text;
    if left {
        part = part.trim_start_matches(drop);
    }
    if right {
        part = part.trim_end_matches(drop);
    }
    if part.len() == text.len() {
        return super::same(vm, args);
    }
    let part = part.to_owned();
    Ok(Native::Done(short(vm, part)))
}

pub fn strip(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    stripped(vm, args, "strip", true, true)
}

pub fn lstrip(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    stripped(vm, args, "lstrip", true, false)
}

pub fn rstrip(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    stripped(vm, args, "rstrip", false, true)
}

pub fn join(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let separator = this(vm, args)?;
    let Some(items) = vm.collect_native(args.get(1))? else {
        if vm.iter_native(args.get(1)).is_none()
            && !matches!(vm.object(args.get(1)), Some(crate::object::Object::Generator(_)))
            && !crate::types::support::has_method(vm, args.get(1), "__iter__")
            && !crate::types::support::has_method(vm, args.get(1), "__getitem__")
        {
            return Err(vm.type_error("can only join an iterable"));
        }
        return Ok(Native::call(vm.prelude("_str_join"), &[vm.payload(args.get(0)), args.get(1)]));
    };
    vm.charge_n(Cost::StrJoinItem, items.len());
    if let [only] = items[..]
        && matches!(only, Value::Obj(r) if vm.heap.str(r).is_some())
    {
        return Ok(Native::Done(only));
    }
    let mut size = separator.len().saturating_mul(items.len().saturating_sub(1));
    for (i, &item) in items.iter().enumerate() {
        match vm.str(item) {
            Some(text) => size = size.saturating_add(text.len()),
            None => {
                let message = format!("sequence item {i}: expected str instance, {} found", vm.type_name(item));
                return Err(vm.type_error(&message));
            }
        }
    }
    vm.check_room(size)?;
    let mut out = String::with_capacity(size);
    for (i, &item) in items.iter().enumerate() {
        if i > 0 {
            out.push_str(&separator);
        }
        out.push_str(vm.str(item).unwrap_or(""));
    }
    done(vm, out)
}
