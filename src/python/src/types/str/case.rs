//! Case mappings and character classes of `str`.

use super::{done, this};
use crate::native::{Args, Native, NativeResult};
use crate::process::Process;
use crate::types::text::unicode;
use crate::value::Value;

macro_rules! mapping {
    ($($name:ident, $text:ident => $mapped:expr;)+) => {
        $(pub fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            let $text = this(vm, args)?;
            done(vm, $mapped)
        })+
    };
}

mapping! {
    lower, text => unicode::lower(&text);
    upper, text => text.to_uppercase();
    title, text => unicode::title(&text);
    casefold, text => {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            unicode::push_folded(&mut out, c);
        }
        out
    };
    capitalize, text => {
        let mut out = String::with_capacity(text.len());
        if let Some(first) = text.chars().next() {
            unicode::push_title(&mut out, first);
            // lowercased with the first letter in front, for the final sigma rule
            let rest = &text[first.len_utf8()..];
            let lowered = format!("a{rest}").to_lowercase();
            out.push_str(lowered.get(1..).unwrap_or(""));
        }
        out
    };
    swapcase, text => {
        let lowered = text.to_lowercase();
        let one_to_one = lowered.chars().count() == text.chars().count();
        let mut low = lowered.chars();
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let l = if one_to_one { low.next() } else { None };
            if c.is_uppercase() {
                match l {
                    Some(l) => out.push(l),
                    None => out.extend(c.to_lowercase()),
                }
            } else if c.is_lowercase() {
                out.extend(c.to_uppercase());
            } else {
                out.push(c);
            }
        }
        out
    };
}

macro_rules! all_chars {
    ($($name:ident, $class:expr;)+) => {
        $(pub fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            let text = this(vm, args)?;
            let class: fn(char) -> bool = $class;
            Ok(Native::Done(Value::Bool(!text.is_empty() && text.chars().all(class))))
        })+
    };
}

all_chars! {
    isalpha, unicode::is_alpha;
    isalnum, |c| unicode::is_alpha(c) || unicode::is_digit(c) || unicode::is_numeric(c);
    isdecimal, |c| unicode::decimal(c).is_some();
    isdigit, unicode::is_digit;
    isnumeric, unicode::is_numeric;
    isspace, unicode::is_space;
}

pub fn isascii(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    Ok(Native::Done(Value::Bool(text.is_ascii())))
}

pub fn isprintable(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    Ok(Native::Done(Value::Bool(text.chars().all(unicode::is_printable))))
}

pub fn isidentifier(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let mut chars = text.chars();
    let valid = chars.next().is_some_and(unicode::is_identifier_start) && chars.all(unicode::is_identifier_continue);
    Ok(Native::Done(Value::Bool(valid)))
}

pub fn islower(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let any = text.chars().any(char::is_lowercase);
    let other = text.chars().any(|c| c.is_uppercase() || unicode::is_title(c));
    Ok(Native::Done(Value::Bool(any && !other)))
}

pub fn isupper(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let any = text.chars().any(char::is_uppercase);
    let other = text.chars().any(|c| c.is_lowercase() || unicode::is_title(c));
    Ok(Native::Done(Value::Bool(any && !other)))
}

pub fn istitle(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let (mut any, mut inside) = (false, false);
    for c in text.chars() {
        if c.is_uppercase() || unicode::is_title(c) {
            if inside {
                return Ok(Native::Done(Value::Bool(false)));
            }
            (any, inside) = (true, true);
        } else if c.is_lowercase() {
            if !inside {
                return Ok(Native::Done(Value::Bool(false)));
            }
            any = true;
        } else {
            inside = false;
        }
    }
    Ok(Native::Done(Value::Bool(any)))
}
