//! `_sre`: what `re` (`prelude/lib/re`) does natively: running compiled patterns over text.
//!
//! Patterns are parsed and compiled in Python, as in CPython, into a program of words (`sre/program.rs`); `scan` runs it. A run
//! is bounded: after `SLICE` steps it comes back with its state as bytes, and the Python side calls again, so that limits,
//! switches and cancelling work in the middle of a catastrophic pattern. Steps count as instructions of the process.
//!
//! Why not a crate: of those measured (wasm, `-Oz`, brotli) `fancy-regex` costs far more than the whole of this, `regress` has
//! JavaScript's semantics, and neither can stop in the middle. The numbers are in `src/ARCHITECTURE.md`.

mod machine;
mod program;
mod text;

use machine::{Machine, NOWHERE, Outcome, Rules};
use text::{Bytes, Text, Utf8};

use crate::away::Pace;
use crate::classes;
use crate::cost::Cost;
use crate::native::{Args, NativeDef, NativeResult, Res, Table};
use crate::object::Object;
use crate::process::Process;
use crate::types::support::done;
use crate::value::Value;

/// Steps of one native call: some milliseconds.
const SLICE: u64 = 1 << 18;
/// CPython 3.11's matcher, from `(a|b)*c` and `[a-y]*z` over text without c or z (AMD EPYC): a step, and a character in a repeat.
const STEP_PICOS: u64 = 3_500;
const CHARACTER_PICOS: u64 = 900;

/// A text from here on is large: live, it is searched without the GIL (CPython never lets go of it for this), in longer slices.
const LARGE_BYTES: usize = 1 << 16;
const AWAY_SLICE: u64 = SLICE << 5;

/// What `scan` gives for each match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Want {
    /// `(last group, start, end, start of group 1, …)`, by character; -1 where a group took no part.
    Spans,
    /// As `findall`: the text, or the group, or a tuple of the groups.
    Items,
    /// `(text before, whole match, group 1, …, end)`; None where a group took no part.
    Pieces,
}

/// A search as it goes on from one match to the next.
#[derive(Clone, Copy, Debug)]
struct Search {
    /// Byte offset of the attempt.
    from: u32,
    /// Where the last match ended.
    behind: u32,
    no_empty_at: u32,
    /// An attempt is under way: the machine's state follows.
    midway: bool,
}

fn words_of(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|w| u32::from_le_bytes([w[0], w[1], w[2], w[3]])).collect()
}

fn bytes_of(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|w| w.to_le_bytes()).collect()
}

/// `assemble(words, sets)`: the program as bytes; `sets` are the places of its sets.
fn assemble(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let numbers = |p: &Process, value: Value| -> Vec<i64> {
        p.items_slice(value).unwrap_or(&[]).iter().map(|v| v.as_small_int().unwrap_or(0)).collect()
    };
    let mut code: Vec<u32> =
        numbers(p, args.get(0)).into_iter().map(|i| u32::try_from(i).unwrap_or(u32::MAX)).collect();
    let sets: Vec<usize> = numbers(p, args.get(1)).into_iter().filter_map(|i| usize::try_from(i).ok()).collect();
    program::fill_bitmaps(&mut code, &sets);
    let bytes = bytes_of(&code);
    done(p.new_bytes(&bytes))
}

/// `lower(code point, mode)`
fn lower(_: &mut Process, args: &Args<'_>) -> NativeResult {
    let number = |i| args.get(i).as_small_int().and_then(|i| u32::try_from(i).ok()).unwrap_or(0);
    done(Value::Int(i64::from(program::lower(number(0), number(1)))))
}

/// `scan(code, text, pos, endpos, kind, limit, want, state)`: up to `limit` matches as a list, and how to go on: None when there
/// are no more (or one was asked for and found), else bytes for the next call's `state`. Kind: 0 search, 1 match, 2 fullmatch.
fn scan(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let len = p.str(args.get(1)).map_or_else(|| p.bytes(args.get(1)).map_or(0, <[u8]>::len), str::len);
    if len >= LARGE_BYTES
        && let Some(gone) = p.let_go(scan, args, len as u64 * CHARACTER_PICOS * 8)
    {
        return Ok(gone);
    }
    let Some(code) = p.bytes(args.get(0)).map(words_of) else { return Err(p.type_error("a program is required")) };
    let subject = args.get(1);
    match p.payload(subject) {
        Value::Obj(r) => match p.heap.get(r) {
            Object::Str(s) if s.ascii => {
                let text = s.text.clone();
                scan_text(p, args, &code, Bytes(text.as_bytes()), subject, false)
            }
            Object::Str(s) => {
                let text = s.text.clone();
                scan_utf8(p, args, &code, &text, subject)
            }
            Object::Bytes(bytes) => {
                let bytes = bytes.clone();
                scan_text(p, args, &code, Bytes(&bytes), subject, true)
            }
            _ => match (p.str(subject).map(str::to_owned), p.bytes(subject).map(<[u8]>::to_vec)) {
                (Some(text), _) if text.is_ascii() => scan_text(p, args, &code, Bytes(text.as_bytes()), subject, false),
                (Some(text), _) => scan_utf8(p, args, &code, &text, subject),
                (_, Some(bytes)) => scan_text(p, args, &code, Bytes(&bytes), subject, true),
                _ => Err(not_text(p, subject)),
            },
        },
        _ => Err(not_text(p, subject)),
    }
}

fn not_text(p: &mut Process, subject: Value) -> crate::native::Raise {
    let message = format!("expected string or bytes-like object, got '{}'", p.type_name(subject));
    p.type_error(&message)
}

/// A position argument, clamped.
fn place(p: &mut Process, value: Value, len: usize) -> Res<usize> {
    match crate::types::support::clamped_index(p, value)? {
        // The default end is sys.maxsize, which a 32-bit usize does not hold.
        Some(i) => Ok(usize::try_from(i.max(0)).unwrap_or(usize::MAX).min(len)),
        None => Err(p.type_error("an int is required")),
    }
}

fn scan_utf8(p: &mut Process, args: &Args<'_>, code: &[u32], text: &str, subject: Value) -> NativeResult {
    let chars = text.chars().count();
    let (pos, end) = (place(p, args.get(2), chars)?, place(p, args.get(3), chars)?);
    let offset = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    let (from, to) = (offset(pos), offset(end));
    let text = text.get(..to).unwrap_or(text);
    let mut hits =
        Hits { want: want(args), subject, binary: false, found: Vec::new(), cursor: (0, 0), whole: text.len() };
    let utf8 = Utf8(text);
    drive(p, args, code, utf8, from, &mut hits)
}

fn scan_text(
    p: &mut Process,
    args: &Args<'_>,
    code: &[u32],
    text: Bytes<'_>,
    subject: Value,
    binary: bool,
) -> NativeResult {
    let whole = text.0.len();
    let (from, to) = (place(p, args.get(2), whole)?, place(p, args.get(3), whole)?);
    let text = Bytes(text.0.get(..to).unwrap_or(text.0));
    let mut hits = Hits { want: want(args), subject, binary, found: Vec::new(), cursor: (0, 0), whole };
    drive(p, args, code, text, from, &mut hits)
}

fn want(args: &Args<'_>) -> Want {
    match args.get(6) {
        Value::Int(1) => Want::Items,
        Value::Int(2) => Want::Pieces,
        _ => Want::Spans,
    }
}

fn drive<T: Text>(
    p: &mut Process,
    args: &Args<'_>,
    code: &[u32],
    text: T,
    from: usize,
    hits: &mut Hits,
) -> NativeResult {
    let kind = args.get(4).as_small_int().unwrap_or(0);
    let limit = args.get(5).as_small_int().and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX);
    let mut machine = Machine::new(code);
    let mut search = Search { from: from as u32, behind: from as u32, no_empty_at: NOWHERE, midway: false };
    if let Some(state) = p.bytes(args.get(7)) {
        let words = words_of(state);
        search.from = program::word(&words, 0);
        search.behind = program::word(&words, 1);
        search.no_empty_at = program::word(&words, 2);
        search.midway = program::word(&words, 3) != 0;
        if search.midway {
            machine.restore(words.get(4..).unwrap_or(&[]));
        }
    }
    let slice = if p.pace() == Pace::Away { AWAY_SLICE } else { SLICE };
    let mut paused = false;
    let mut over = from > text.len();
    while !over && hits.found.len() < limit {
        if !search.midway {
            match first_place(code, text, search.from as usize, kind) {
                Some(at) => {
                    machine.characters += u64::from((at as u32).saturating_sub(search.from)) / 8;
                    search.from = at as u32;
                }
                None => break,
            }
            machine.start(search.from as usize);
        }
        search.midway = false;
        let rules = Rules { full: kind == 2, no_empty_at: search.no_empty_at };
        match machine.run(code, text, rules, slice) {
            Outcome::Matched => {
                hits.add(p, text, &machine, search.behind as usize)?;
                let end = machine.at;
                // an empty match may follow a match, but not an empty one
                search.no_empty_at = if search.from == end { end } else { NOWHERE };
                search.behind = end;
                search.from = end;
            }
            Outcome::Failed => match text.next(search.from as usize) {
                Some((_, next)) if kind == 0 => search.from = next as u32,
                _ => over = true,
            },
            Outcome::Paused => {
                search.midway = true;
                paused = true;
                break;
            }
            Outcome::TooMuch => {
                let message = "the regular expression needs too much memory to backtrack";
                return Err(p.raise(classes::MEMORY_ERROR, message));
            }
        }
    }
    p.spent += machine.steps * STEP_PICOS + machine.characters * CHARACTER_PICOS;
    p.instructions += machine.steps;
    let found = std::mem::take(&mut hits.found);
    let full = found.len() >= limit;
    let state = if paused || full && limit > 1 {
        let mut words = vec![search.from, search.behind, search.no_empty_at, u32::from(search.midway)];
        if search.midway {
            words.extend(machine.save());
        }
        p.check_room(words.len() * 4)?;
        let bytes = bytes_of(&words);
        p.new_bytes(&bytes)
    } else {
        Value::None
    };
    let found = p.new_list(found);
    done(p.new_tuple([found, state]))
}

/// The next place where a match can begin, by the first character of the program.
fn first_place<T: Text>(code: &[u32], text: T, mut at: usize, kind: i64) -> Option<usize> {
    if kind != 0 {
        return Some(at);
    }
    let mut pc = 2;
    while program::word(code, pc) == program::SAVE {
        pc += 2;
    }
    if program::word(code, pc) == program::AT && program::word(code, pc + 1) == 0 {
        return (at == 0).then_some(0);
    }
    if program::word(code, pc) == program::REPEAT && program::word(code, pc + 2) > 0 {
        pc += 4;
    }
    match program::word(code, pc) {
        program::CHAR => {
            let at = text.find(at, program::word(code, pc + 1));
            (at < text.len()).then_some(at)
        }
        program::SET | program::CHAR_IGNORE => loop {
            let (c, next) = text.next(at)?;
            if program::accepts(code, pc, c) {
                return Some(at);
            }
            at = next;
        },
        _ => Some(at),
    }
}

/// Matches on their way to Python.
struct Hits {
    want: Want,
    subject: Value,
    binary: bool,
    found: Vec<Value>,
    /// A byte offset and its character index.
    cursor: (usize, usize),
    whole: usize,
}

impl Hits {
    fn add<T: Text>(&mut self, p: &mut Process, text: T, machine: &Machine, behind: usize) -> Res<()> {
        let groups = &machine.groups;
        let item = match self.want {
            Want::Spans => {
                let mut spans = Vec::with_capacity(groups.len() + 1);
                spans.push(Value::Int(i64::from(machine.last_group)));
                for pair in groups.chunks_exact(2) {
                    if pair.contains(&NOWHERE) {
                        spans.extend([Value::Int(-1); 2]);
                    } else {
                        let bounds = [pair[0], pair[1]].map(|b| Value::Int(self.character(text, b as usize) as i64));
                        spans.extend(bounds);
                    }
                }
                p.new_tuple(spans)
            }
            Want::Items => {
                let parts: Vec<Value> =
                    groups.chunks_exact(2).map(|g| self.part(p, text, g).unwrap_or(Value::None)).collect();
                let empty = |p: &mut Process| if self.binary { p.new_bytes(b"") } else { p.new_str("") };
                let mut parts = parts;
                for part in &mut parts {
                    if part.is_none() {
                        *part = empty(p);
                    }
                }
                match parts.len() {
                    1 => parts[0],
                    2 => parts[1],
                    _ => p.new_tuple(parts.split_off(1)),
                }
            }
            Want::Pieces => {
                let start = groups.first().copied().unwrap_or(0);
                let before = self.part(p, text, &[behind as u32, start]);
                let mut parts = vec![before.unwrap_or(Value::None)];
                parts.extend(groups.chunks_exact(2).map(|g| self.part(p, text, g).unwrap_or(Value::None)));
                parts.push(Value::Int(self.character(text, machine.at as usize) as i64));
                p.new_tuple(parts)
            }
        };
        p.check_room(16 * groups.len())?;
        self.found.push(item);
        Ok(())
    }

    fn part<T: Text>(&self, p: &mut Process, text: T, bounds: &[u32]) -> Option<Value> {
        let &[start, end] = bounds else { return None };
        if start == NOWHERE || end == NOWHERE {
            return None;
        }
        let plain = |r| matches!(p.heap.get(r), Object::Str(_) | Object::Bytes(_));
        if start == 0 && end as usize == self.whole && self.subject.as_ref().is_some_and(plain) {
            return Some(self.subject);
        }
        let bytes = text.slice(start as usize, end as usize);
        if self.binary {
            return Some(p.new_bytes(bytes));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let mut chars = text.chars();
                match (chars.next(), chars.next()) {
                    (Some(c), None) => Some(p.new_char(c)),
                    _ => Some(p.new_str(text)),
                }
            }
            Err(_) => None,
        }
    }

    /// The character index of a byte offset, counted on from the last one asked for.
    fn character<T: Text>(&mut self, text: T, offset: usize) -> usize {
        let (byte, index) = self.cursor;
        let count = |from: usize, to: usize| {
            let bytes = text.slice(from, to);
            if T::SINGLE { bytes.len() } else { bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count() }
        };
        let index = if offset >= byte { index + count(byte, offset) } else { index - count(offset, byte) };
        self.cursor = (offset, index);
        index
    }
}

pub const TABLE: Table = Table {
    owner: "_sre",
    is_class: false,
    items: &[
        NativeDef::function("assemble", assemble, 2, 2),
        NativeDef::function("lower", lower, 2, 2),
        NativeDef::function("scan", scan, 8, 8).cost(Cost::StrMethod),
    ],
};
