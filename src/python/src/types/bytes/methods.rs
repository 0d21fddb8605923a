//! Methods that bytes and bytearray share.

use super::{Kind, byte, bytes_arg, this};
use crate::native::{Args, Native, NativeResult, Res};
use crate::object::Object;
use crate::ops::Tri;
use crate::process::Process;
use crate::types::support::clamped_index;
use crate::value::Value;

/// Position of the first `needle` in `hay`.
pub(super) fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let Some((&first, rest)) = needle.split_first() else { return Some(0) };
    let mut at = 0;
    while let Some(next) = hay.get(at..)?.iter().position(|&b| b == first) {
        at += next;
        if hay.get(at + 1..).is_some_and(|tail| tail.starts_with(rest)) {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn rfind(hay: &[u8], needle: &[u8]) -> Option<usize> {
    (0..=hay.len().checked_sub(needle.len())?).rev().find(|&at| hay[at..].starts_with(needle))
}

/// Bytes to look for: bytes-like or one int.
fn needle(vm: &mut Process, value: Value) -> Res<Vec<u8>> {
    if vm.big_int(value).is_some() {
        return Ok(vec![byte(vm, value, "byte")?]);
    }
    if vm.bytes(value).is_none() {
        let message = format!("argument should be integer or bytes-like object, not '{}'", vm.type_name(value));
        return Err(vm.type_error(&message));
    }
    bytes_arg(vm, value)
}

/// First position and one past the last.
type Span = (usize, usize);

/// Receiver, and the part that `start` and `end` select; `None` when they cross.
fn window(vm: &mut Process, args: &Args<'_>) -> Res<(Vec<u8>, Option<Span>)> {
    let (bytes, _) = this(vm, args)?;
    let len = bytes.len() as i64;
    let mut bounds = [0, len];
    for (i, bound) in bounds.iter_mut().enumerate() {
        let value = args.or_none(2 + i);
        if !value.is_none() {
            let Ok(Some(given)) = clamped_index(vm, value) else {
                return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
            };
            *bound = if given < 0 { given.saturating_add(len).max(0) } else { given };
        }
    }
    let end = bounds[1].min(len);
    let span = (bounds[0] <= end).then_some((bounds[0] as usize, end as usize));
    Ok((bytes, span))
}

fn located(vm: &mut Process, args: &Args<'_>, backwards: bool) -> Res<Option<usize>> {
    let part = needle(vm, args.get(1))?;
    let (bytes, span) = window(vm, args)?;
    let Some((from, to)) = span else { return Ok(None) };
    let hay = &bytes[from..to];
    Ok(if backwards { rfind(hay, &part) } else { find(hay, &part) }.map(|at| at + from))
}

fn number(at: Option<usize>) -> NativeResult {
    Ok(Native::Done(Value::Int(at.map_or(-1, |at| at as i64))))
}

pub fn find_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    number(located(vm, args, false)?)
}

pub fn rfind_method(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    number(located(vm, args, true)?)
}

pub fn index(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match located(vm, args, false)? {
        None => Err(vm.value_error("subsection not found")),
        found => number(found),
    }
}

pub fn rindex(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    match located(vm, args, true)? {
        None => Err(vm.value_error("subsection not found")),
        found => number(found),
    }
}

/// Positions of `needle` that do not overlap.
fn matches(hay: &[u8], needle: &[u8]) -> Vec<usize> {
    if needle.is_empty() {
        return (0..=hay.len()).collect();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = hay.get(at..).and_then(|tail| find(tail, needle)) {
        found.push(at + next);
        at += next + needle.len();
    }
    found
}

pub fn count(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let part = needle(vm, args.get(1))?;
    let (bytes, span) = window(vm, args)?;
    let count = span.map_or(0, |(from, to)| matches(&bytes[from..to], &part).len());
    Ok(Native::Done(Value::Int(count as i64)))
}

fn edge(vm: &mut Process, args: &Args<'_>, method: &str, fits: fn(&[u8], &[u8]) -> bool) -> NativeResult {
    let (bytes, span) = window(vm, args)?;
    let candidates = match vm.object(args.get(1)) {
        Some(Object::Tuple(items)) => items.to_vec(),
        _ if vm.bytes(args.get(1)).is_none() => {
            let message =
                format!("{method} first arg must be bytes or a tuple of bytes, not {}", vm.type_name(args.get(1)));
            return Err(vm.type_error(&message));
        }
        _ => vec![args.get(1)],
    };
    for candidate in candidates {
        let part = bytes_arg(vm, candidate)?;
        if span.is_some_and(|(from, to)| fits(&bytes[from..to], &part)) {
            return Ok(Native::Done(Value::Bool(true)));
        }
    }
    Ok(Native::Done(Value::Bool(false)))
}

pub fn startswith(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    edge(vm, args, "startswith", |bytes, part| bytes.starts_with(part))
}

pub fn endswith(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    edge(vm, args, "endswith", |bytes, part| bytes.ends_with(part))
}

pub fn replace(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let (old, new) = (bytes_arg(vm, args.get(1))?, bytes_arg(vm, args.get(2))?);
    let most = match args.get(3) {
        Value::Unset => usize::MAX,
        value => usize::try_from(vm.index_arg(value, "")?).unwrap_or(usize::MAX),
    };
    let mut places = matches(&bytes, &old);
    places.truncate(most);
    vm.check_room(bytes.len().saturating_add(new.len().saturating_mul(places.len())))?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for place in places {
        out.extend_from_slice(&bytes[at..place]);
        out.extend_from_slice(&new);
        at = place + old.len();
    }
    out.extend_from_slice(&bytes[at..]);
    Ok(Native::Done(kind.make(vm, out)))
}

fn parts(vm: &mut Process, args: &Args<'_>, backwards: bool) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let separator = bytes_arg(vm, args.get(1))?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let found = if backwards { rfind(&bytes, &separator) } else { find(&bytes, &separator) };
    let pieces = match found {
        Some(at) => [bytes[..at].to_vec(), separator.clone(), bytes[at + separator.len()..].to_vec()],
        None if backwards => [Vec::new(), Vec::new(), bytes],
        None => [bytes, Vec::new(), Vec::new()],
    };
    let items: Vec<Value> = pieces.into_iter().map(|piece| kind.make(vm, piece)).collect();
    Ok(Native::Done(vm.new_tuple(items)))
}

pub fn partition(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    parts(vm, args, false)
}

pub fn rpartition(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    parts(vm, args, true)
}

pub fn removeprefix(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let part = bytes_arg(vm, args.get(1))?;
    let rest = bytes.strip_prefix(&*part).unwrap_or(&bytes).to_vec();
    Ok(Native::Done(kind.make(vm, rest)))
}

pub fn removesuffix(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let part = bytes_arg(vm, args.get(1))?;
    let rest = bytes.strip_suffix(&*part).unwrap_or(&bytes).to_vec();
    Ok(Native::Done(kind.make(vm, rest)))
}

fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t'..=b'\r')
}

fn listed(vm: &mut Process, kind: Kind, pieces: Vec<Vec<u8>>) -> NativeResult {
    vm.charge_n(crate::cost::Cost::StrSplitItem, pieces.len());
    let items = pieces.into_iter().map(|piece| kind.make(vm, piece)).collect();
    Ok(Native::Done(vm.new_list(items)))
}

fn split_by(vm: &mut Process, args: &Args<'_>, backwards: bool) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let most = match args.get(2) {
        Value::Unset => usize::MAX,
        value => usize::try_from(vm.index_arg(value, "")?).unwrap_or(usize::MAX),
    };
    let mut pieces = Vec::new();
    let mut rest = &bytes[..];
    match args.or_none(1) {
        Value::None if backwards => {
            rest = rest.trim_end_by(is_space);
            while !rest.is_empty() {
                if pieces.len() == most {
                    pieces.push(rest.trim_start_by(is_space).to_vec());
                    break;
                }
                let start = rest.iter().rposition(|&b| is_space(b)).map_or(0, |at| at + 1);
                pieces.push(rest[start..].to_vec());
                rest = rest[..start].trim_end_by(is_space);
            }
        }
        Value::None => {
            rest = rest.trim_start_by(is_space);
            while !rest.is_empty() {
                if pieces.len() == most {
                    pieces.push(rest.trim_end_by(is_space).to_vec());
                    break;
                }
                let end = rest.iter().position(|&b| is_space(b)).unwrap_or(rest.len());
                pieces.push(rest[..end].to_vec());
                rest = rest[end..].trim_start_by(is_space);
            }
        }
        separator => {
            let separator = bytes_arg(vm, separator)?;
            if separator.is_empty() {
                return Err(vm.value_error("empty separator"));
            }
            while pieces.len() < most {
                let found = if backwards { rfind(rest, &separator) } else { find(rest, &separator) };
                let Some(at) = found else { break };
                let after = &rest[at + separator.len()..];
                if backwards {
                    pieces.push(after.to_vec());
                    rest = &rest[..at];
                } else {
                    pieces.push(rest[..at].to_vec());
                    rest = after;
                }
            }
            pieces.push(rest.to_vec());
        }
    }
    if backwards {
        pieces.reverse();
    }
    listed(vm, kind, pieces)
}

/// Trimming by a class of bytes.
trait Trim {
    fn trim_start_by(&self, drop: impl Fn(u8) -> bool) -> &Self;
    fn trim_end_by(&self, drop: impl Fn(u8) -> bool) -> &Self;
}

impl Trim for [u8] {
    fn trim_start_by(&self, drop: impl Fn(u8) -> bool) -> &Self {
        let start = self.iter().position(|&b| !drop(b)).unwrap_or(self.len());
        &self[start..]
    }

    fn trim_end_by(&self, drop: impl Fn(u8) -> bool) -> &Self {
        let end = self.iter().rposition(|&b| !drop(b)).map_or(0, |at| at + 1);
        &self[..end]
    }
}

pub fn split(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    split_by(vm, args, false)
}

pub fn rsplit(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    split_by(vm, args, true)
}

pub fn splitlines(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let keep = !args.get(1).is_unset() && vm.truth_native(args.get(1)) != Tri::No;
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(&b) = bytes.get(at) {
        if !matches!(b, b'\n' | b'\r') {
            at += 1;
            continue;
        }
        let after = at + 1 + usize::from(b == b'\r' && bytes.get(at + 1) == Some(&b'\n'));
        pieces.push(bytes[start..if keep { after } else { at }].to_vec());
        (start, at) = (after, after);
    }
    if start < bytes.len() {
        pieces.push(bytes[start..].to_vec());
    }
    listed(vm, kind, pieces)
}

fn stripped(vm: &mut Process, args: &Args<'_>, left: bool, right: bool) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let set = match args.or_none(1) {
        Value::None => None,
        value => Some(bytes_arg(vm, value)?),
    };
    let drop = |b: u8| set.as_ref().map_or_else(|| is_space(b), |set| set.contains(&b));
    let mut part = &bytes[..];
    if left {
        part = part.trim_start_by(drop);
    }
    if right {
        part = part.trim_end_by(drop);
    }
    let part = part.to_vec();
    Ok(Native::Done(kind.make(vm, part)))
}

pub fn strip(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    stripped(vm, args, true, true)
}

pub fn lstrip(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    stripped(vm, args, true, false)
}

pub fn rstrip(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    stripped(vm, args, false, true)
}

pub fn join(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (separator, kind) = this(vm, args)?;
    let Some(items) = vm.collect_native(args.get(1))? else {
        if !crate::types::support::has_method(vm, args.get(1), "__iter__") {
            return Err(vm.type_error("can only join an iterable"));
        }
        return Ok(Native::call(vm.prelude("_str_join"), &[vm.payload(args.get(0)), args.get(1)]));
    };
    let mut out = Vec::new();
    for (i, &item) in items.iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(&separator);
        }
        match vm.bytes(item) {
            Some(bytes) => out.extend_from_slice(bytes),
            None => {
                let message = format!("sequence item {i}: expected a bytes-like object, {} found", vm.type_name(item));
                return Err(vm.type_error(&message));
            }
        }
        if i % 1024 == 0 {
            vm.check_room(out.len())?;
        }
    }
    Ok(Native::Done(kind.make(vm, out)))
}

fn justified(vm: &mut Process, args: &Args<'_>, method: &str, left: fn(usize, usize) -> usize) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let width = crate::types::support::size(vm.index_arg(args.get(1), "")?);
    let fill = match args.get(2) {
        Value::Unset => b' ',
        value => match vm.bytes(value) {
            Some(&[b]) => b,
            _ => {
                let message =
                    format!("{method}() argument 2 must be a byte string of length 1, not {}", vm.type_name(value));
                return Err(vm.type_error(&message));
            }
        },
    };
    let missing = width.saturating_sub(bytes.len());
    vm.check_room(width)?;
    let before = left(missing, width);
    let mut out = vec![fill; before];
    out.extend_from_slice(&bytes);
    out.resize(out.len() + missing - before, fill);
    Ok(Native::Done(kind.make(vm, out)))
}

pub fn center(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    justified(vm, args, "center", |missing, width| missing / 2 + (missing & width & 1))
}

pub fn ljust(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    justified(vm, args, "ljust", |_, _| 0)
}

pub fn rjust(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    justified(vm, args, "rjust", |missing, _| missing)
}

pub fn expandtabs(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let size = match args.get(1) {
        Value::Unset => 8,
        value => crate::types::support::size(vm.index_arg(value, "")?),
    };
    let tabs = bytes.iter().filter(|b| **b == b'\t').count();
    vm.check_room(bytes.len().saturating_add(tabs.saturating_mul(size)))?;
    let (mut out, mut column) = (Vec::with_capacity(bytes.len()), 0);
    for byte in bytes {
        match byte {
            b'\t' if size > 0 => {
                let step = size - column % size;
                out.resize(out.len() + step, b' ');
                column += step;
            }
            b'\t' => {}
            _ => {
                out.push(byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(Native::Done(kind.make(vm, out)))
}

pub fn zfill(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let width = crate::types::support::size(vm.index_arg(args.get(1), "")?);
    vm.check_room(width)?;
    let missing = width.saturating_sub(bytes.len());
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let mut out = bytes[..sign].to_vec();
    out.resize(sign + missing, b'0');
    out.extend_from_slice(&bytes[sign..]);
    Ok(Native::Done(kind.make(vm, out)))
}

macro_rules! mapping {
    ($($name:ident, $bytes:ident => $change:expr;)+) => {
        $(pub fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            let (mut $bytes, kind) = this(vm, args)?;
            $change;
            Ok(Native::Done(kind.make(vm, $bytes)))
        })+
    };
}

mapping! {
    lower, bytes => bytes.make_ascii_lowercase();
    upper, bytes => bytes.make_ascii_uppercase();
    swapcase, bytes => for b in &mut bytes {
        *b = if b.is_ascii_lowercase() { b.to_ascii_uppercase() } else { b.to_ascii_lowercase() };
    };
    capitalize, bytes => {
        bytes.make_ascii_lowercase();
        if let Some(first) = bytes.first_mut() {
            first.make_ascii_uppercase();
        }
    };
    title, bytes => {
        let mut inside = false;
        for b in &mut bytes {
            *b = if inside { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() };
            inside = b.is_ascii_alphabetic();
        }
    };
}

macro_rules! all_bytes {
    ($($name:ident, $class:expr;)+) => {
        $(pub fn $name(vm: &mut Process, args: &Args<'_>) -> NativeResult {
            let (bytes, _) = this(vm, args)?;
            let class: fn(&u8) -> bool = $class;
            Ok(Native::Done(Value::Bool(!bytes.is_empty() && bytes.iter().all(class))))
        })+
    };
}

all_bytes! {
    isalpha, u8::is_ascii_alphabetic;
    isalnum, u8::is_ascii_alphanumeric;
    isdigit, u8::is_ascii_digit;
    isspace, |b| is_space(*b);
}

pub fn isascii(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, _) = this(vm, args)?;
    Ok(Native::Done(Value::Bool(bytes.is_ascii())))
}

pub fn islower(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, _) = this(vm, args)?;
    let all = bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase);
    Ok(Native::Done(Value::Bool(all)))
}

pub fn isupper(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, _) = this(vm, args)?;
    let all = bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase);
    Ok(Native::Done(Value::Bool(all)))
}

pub fn istitle(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, _) = this(vm, args)?;
    let mut before = false;
    let fits = bytes.iter().all(|b| {
        let fits = if before { !b.is_ascii_uppercase() } else { !b.is_ascii_lowercase() };
        before = b.is_ascii_alphabetic();
        fits
    });
    Ok(Native::Done(Value::Bool(fits && bytes.iter().any(u8::is_ascii_alphabetic))))
}

pub fn decode(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, _) = this(vm, args)?;
    crate::types::str::decoded(vm, &bytes, args.get(1), args.get(2), args.get(0))
}

/// `bytes.hex([sep[, bytes_per_sep]])`.
pub fn hex(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = bytes_arg(vm, args.get(0))?;
    let separator = match args.get(1) {
        Value::Unset => None,
        value => {
            let text = match (vm.str(value), vm.bytes(value)) {
                (Some(text), _) => text.to_owned(),
                (None, Some(bytes)) => bytes.iter().map(|&b| b as char).collect(),
                (None, None) => return Err(vm.type_error("sep must be str or bytes.")),
            };
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) if c.is_ascii() => Some(c),
                (Some(_), None) => return Err(vm.value_error("sep must be ASCII.")),
                _ => return Err(vm.value_error("sep must be length 1.")),
            }
        }
    };
    let group = match args.get(2) {
        Value::Unset => 1,
        value => vm.index_arg(value, "")?,
    };
    vm.check_room(bytes.len().saturating_mul(3))?;
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let mut out = String::with_capacity(bytes.len() * 2);
    for (i, b) in bytes.iter().enumerate() {
        let left = if group > 0 { bytes.len() - i } else { i };
        if let Some(c) = separator
            && i > 0
            && size > 0
            && left % size == 0
        {
            out.push(c);
        }
        out.push_str(&format!("{b:02x}"));
    }
    Ok(Native::Done(vm.new_string(out)))
}

pub fn fromhex(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(text) = vm.str(args.get(1)).map(str::to_owned) else {
        let message = format!("fromhex() argument must be str, not {}", vm.type_name(args.get(1)));
        return Err(vm.type_error(&message));
    };
    let kind = match args.get(0) {
        Value::Obj(class) if vm.is_subclass(class, crate::classes::BYTEARRAY) => Kind::ByteArray,
        _ => Kind::Bytes,
    };
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::with_capacity(chars.len() / 2);
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if c.is_ascii() && is_space(c as u8) {
            at += 1;
            continue;
        }
        let digit = |i: usize| chars.get(i).and_then(|c| c.to_digit(16));
        match (digit(at), digit(at + 1)) {
            (Some(high), Some(low)) => out.push((high << 4 | low) as u8),
            (high, _) => {
                let place = if high.is_some() { at + 1 } else { at };
                let message = format!("non-hexadecimal number found in fromhex() arg at position {place}");
                return Err(vm.value_error(&message));
            }
        }
        at += 2;
    }
    Ok(Native::Done(kind.make(vm, out)))
}

pub fn maketrans(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (from, to) = (bytes_arg(vm, args.get(0))?, bytes_arg(vm, args.get(1))?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.into_iter().zip(to) {
        table[usize::from(a)] = b;
    }
    Ok(Native::Done(vm.new_bytes(&table)))
}

pub fn translate(vm: &mut Process, args: &Args<'_>) -> NativeResult {
    let (bytes, kind) = this(vm, args)?;
    let table = match args.get(1) {
        Value::None => None,
        value => Some(bytes_arg(vm, value)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let gone = match args.get(2) {
        Value::Unset => Vec::new(),
        value => bytes_arg(vm, value)?,
    };
    let out = bytes
        .into_iter()
        .filter(|b| !gone.contains(b))
        .map(|b| table.as_ref().and_then(|table| table.get(usize::from(b)).copied()).unwrap_or(b))
        .collect();
    Ok(Native::Done(kind.make(vm, out)))
}
