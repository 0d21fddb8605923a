//! Case mappings and character classes of `str`.

use super::{done, this};
use crate::library::HAS_RARE_NATIVES;
use crate::native::{Args, Native, NativeResult, lacking};
use crate::process::Process;
use crate::types::text::unicode;
use crate::value::Value;

/// ASCII text, which is most, is mapped without tables; the small engine has no tables and leaves other text to the whole one.
macro_rules! mapping {
    ($($name:ident, $text:ident => $ascii:expr, $mapped:expr;)+) => {
        $(pub fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            let $text = this(vm, args)?;
            if $text.is_ascii() {
                return done(vm, $ascii);
            }
            if !HAS_RARE_NATIVES {
                return lacking(vm, args);
            }
            done(vm, $mapped)
        })+
    };
}

mapping! {
    lower, text => text.to_ascii_lowercase(), text.to_lowercase();
    upper, text => text.to_ascii_uppercase(), text.to_uppercase();
    title, text => ascii_title(&text), unicode::title(&text);
    capitalize, text => {
        let mut out = text.to_ascii_lowercase();
        if let Some(first) = out.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        out
    }, {
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
}

fn ascii_title(text: &str) -> String {
    let mut inside = false;
    let turn = |c: char| {
        let turned = if inside { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() };
        inside = c.is_ascii_alphabetic();
        turned
    };
    text.chars().map(turn).collect()
}

pub fn casefold(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        unicode::push_folded(&mut out, c);
    }
    done(vm, out)
}

pub fn swapcase(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = this(vm, args)?;
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
    done(vm, out)
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

/// Whether there is a letter of the wanted case and none of the other.
fn has_case(vm: &mut Process, args: &Args<'_>, lower: bool) -> NativeResult {
    let text = this(vm, args)?;
    let (low, up, title) = if text.is_ascii() {
        let bytes = text.as_bytes();
        (bytes.iter().any(u8::is_ascii_lowercase), bytes.iter().any(u8::is_ascii_uppercase), false)
    } else if !HAS_RARE_NATIVES {
        return lacking(vm, args);
    } else {
        (
            text.chars().any(char::is_lowercase),
            text.chars().any(char::is_uppercase),
            text.chars().any(unicode::is_title),
        )
    };
    let (wanted, other) = if lower { (low, up) } else { (up, low) };
    Ok(Native::Done(Value::Bool(wanted && !other && !title)))
}

pub fn islower(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    has_case(vm, args, true)
}

pub fn isupper(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    has_case(vm, args, false)
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
