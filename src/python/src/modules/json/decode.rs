//! JSON text to values, without recursion.

use std::sync::Arc;

use crate::dict::Dict;
use crate::native::{Args, NativeResult, Res};
use crate::object::{Object, Str};
use crate::process::Process;
use crate::types::str::text_of;
use crate::types::support::done;
use crate::types::text::parse;
use crate::value::Value;
use crate::{hash, repr};

/// Containers open at once; CPython's C stack ends at about the recursion limit.
const MAX_DEPTH: usize = 100_000;

/// A complaint and its byte offset.
struct Fault {
    message: &'static str,
    at: usize,
}

type Found<T> = Result<T, Fault>;

enum Open {
    List(Vec<Value>),
    Dict { dict: Dict, key: Value, hash: i64 },
}

struct Decoder<'a> {
    text: &'a str,
    at: usize,
    strict: bool,
    /// Keys seen, so that equal ones are one object.
    keys: Dict,
    values: u64,
}

/// Byte offset of a character index.
fn offset(text: &str, index: Value) -> usize {
    let index = index.as_small_int().and_then(|i| usize::try_from(i).ok()).unwrap_or(0);
    crate::types::str::offset(text, text.is_ascii(), index).min(text.len())
}

/// `scan(text, start, strict)`: (value, end), or (message, position, None) of a fault.
pub fn scan(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(text) = text_of(p, args.get(0)) else { return Err(p.type_error("first argument must be a string")) };
    let start = offset(&text, args.get(1));
    p.check_room(text.len().saturating_mul(2))?;
    let mut decoder = Decoder {
        text: &text,
        at: start,
        strict: matches!(args.get(2), Value::Bool(true)),
        keys: Dict::new(),
        values: 0,
    };
    let result = decoder.value(p)?;
    p.spent +=
        decoder.values * super::READ_VALUE_PICOS + (decoder.at - start.min(decoder.at)) as u64 * super::READ_BYTE_PICOS;
    let at = decoder.at;
    finish(p, &text, at, result)
}

/// `scan_string(text, start, strict)`: as `scan` for the string whose opening quote is before `start`.
pub fn scan_string(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(text) = text_of(p, args.get(0)) else { return Err(p.type_error("first argument must be a string")) };
    let start = offset(&text, args.get(1));
    let strict = !matches!(args.get(2), Value::Bool(false));
    let mut decoder = Decoder { text: &text, at: start, strict, keys: Dict::new(), values: 0 };
    let result = decoder.string().map(|s| p.new_string(s));
    let at = decoder.at;
    finish(p, &text, at, result)
}

fn finish(p: &mut Process, text: &str, at: usize, result: Found<Value>) -> NativeResult {
    let index =
        |at: usize| text.get(..at).map_or(at, |before| if before.is_ascii() { at } else { before.chars().count() });
    match result {
        Ok(value) => {
            let end = Value::Int(index(at) as i64);
            done(p.new_tuple([value, end]))
        }
        Err(fault) => {
            let message = p.new_str(fault.message);
            let place = Value::Int(index(fault.at) as i64);
            done(p.new_tuple([message, place, Value::None]))
        }
    }
}

impl Decoder<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    fn fault<T>(&self, message: &'static str) -> Found<T> {
        Err(Fault { message, at: self.at })
    }

    fn value(&mut self, p: &mut Process) -> Res<Found<Value>> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            // a value begins here
            self.values += 1;
            let mut value = match self.peek() {
                b'[' => {
                    self.at += 1;
                    self.skip();
                    if self.peek() == b']' {
                        self.at += 1;
                        p.new_list(Vec::new())
                    } else {
                        open.push(Open::List(Vec::new()));
                        if open.len() > MAX_DEPTH || open.len() > p.limits.recursion as usize {
                            return Err(too_deep(p, "array"));
                        }
                        continue;
                    }
                }
                b'{' => {
                    self.at += 1;
                    self.skip();
                    if self.peek() == b'}' {
                        self.at += 1;
                        p.new_dict(Dict::new())
                    } else {
                        open.push(Open::Dict { dict: Dict::new(), key: Value::None, hash: 0 });
                        if open.len() > MAX_DEPTH || open.len() > p.limits.recursion as usize {
                            return Err(too_deep(p, "object"));
                        }
                        if let Err(fault) = self.key(p, &mut open) {
                            return Ok(Err(fault));
                        }
                        continue;
                    }
                }
                _ => match self.scalar(p)? {
                    Ok(value) => value,
                    Err(fault) => return Ok(Err(fault)),
                },
            };
            // a value ended: into its container, and what may follow there
            loop {
                let Some(top) = open.last_mut() else { return Ok(Ok(value)) };
                let is_list = match top {
                    Open::List(items) => {
                        items.push(value);
                        true
                    }
                    Open::Dict { dict, key, hash } => {
                        let (key, hash) = (*key, *hash);
                        let same = |k: Value| k.is(key);
                        match dict.find(hash, same) {
                            Some(at) => dict.set_value(at, value),
                            None => {
                                dict.insert_new(hash, key, value);
                            }
                        }
                        false
                    }
                };
                self.skip();
                match (self.peek(), is_list) {
                    (b']', true) | (b'}', false) => {
                        self.at += 1;
                        value = match open.pop() {
                            Some(Open::List(mut items)) => {
                                items.shrink_to_fit();
                                p.new_list(items)
                            }
                            Some(Open::Dict { dict, .. }) => p.new_dict(dict),
                            None => value,
                        };
                    }
                    (b',', true) => {
                        self.at += 1;
                        self.skip();
                        break;
                    }
                    (b',', false) => {
                        self.at += 1;
                        self.skip();
                        if let Err(fault) = self.key(p, &mut open) {
                            return Ok(Err(fault));
                        }
                        break;
                    }
                    _ => return Ok(self.fault("Expecting ',' delimiter")),
                }
            }
        }
    }

    /// A key and its colon, up to the value.
    fn key(&mut self, p: &mut Process, open: &mut [Open]) -> Found<()> {
        if self.peek() != b'"' {
            return self.fault("Expecting property name enclosed in double quotes");
        }
        self.at += 1;
        let text = self.string()?;
        let hash = hash::of_str(&text);
        let heap = &p.heap;
        let known = self.keys.find(hash, |k| matches!(k, Value::Obj(r) if heap.str(r) == Some(&*text)));
        let found = match known.and_then(|at| self.keys.entry(at)) {
            Some(entry) => entry.key,
            None => {
                let ascii = text.is_ascii();
                let made = p.alloc(Object::Str(Str { text: Arc::from(text), hash, ascii, interned: false }));
                self.keys.insert_new(hash, made, Value::None);
                made
            }
        };
        if let Some(Open::Dict { key, hash: h, .. }) = open.last_mut() {
            *key = found;
            *h = hash;
        }
        self.skip();
        if self.peek() != b':' {
            return self.fault("Expecting ':' delimiter");
        }
        self.at += 1;
        self.skip();
        Ok(())
    }

    fn scalar(&mut self, p: &mut Process) -> Res<Found<Value>> {
        let rest = self.text.get(self.at..).unwrap_or("");
        for (word, value) in [
            ("null", Value::None),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("NaN", Value::Float(f64::NAN)),
            ("Infinity", Value::Float(f64::INFINITY)),
            ("-Infinity", Value::Float(f64::NEG_INFINITY)),
        ] {
            if rest.as_bytes().first() == word.as_bytes().first() && rest.starts_with(word) {
                self.at += word.len();
                return Ok(Ok(value));
            }
        }
        if rest.starts_with('"') {
            self.at += 1;
            return Ok(self.string().map(|text| p.new_string(text)));
        }
        let Some((len, whole)) = number(rest.as_bytes()) else { return Ok(self.fault("Expecting value")) };
        let digits = rest.get(..len).unwrap_or("");
        self.at += len;
        if !whole {
            return Ok(Ok(Value::Float(parse::float(digits).unwrap_or(0.0))));
        }
        if let Ok(small) = digits.parse::<i64>() {
            return Ok(Ok(Value::Int(small)));
        }
        let shown = repr::quoted(digits);
        match parse::int(digits, 10, &shown, p.int_max_str_digits()) {
            Ok(int) => Ok(Ok(p.new_int(int))),
            Err(fault) => Err(fault.raise(p)),
        }
    }

    /// The text behind an opening quote, and past the closing one.
    fn string(&mut self) -> Found<String> {
        let begin = self.at.saturating_sub(1);
        let unterminated = Fault { message: "Unterminated string starting at", at: begin };
        let bytes = self.text.as_bytes();
        let mut out = String::new();
        loop {
            let start = self.at;
            while let Some(&b) = bytes.get(self.at) {
                if b == b'"' || b == b'\\' || b < 32 && self.strict {
                    break;
                }
                self.at += 1;
            }
            let run = self.text.get(start..self.at).unwrap_or("");
            match bytes.get(self.at) {
                None => return Err(unterminated),
                Some(b'"') => {
                    self.at += 1;
                    if out.is_empty() {
                        return Ok(run.to_owned());
                    }
                    out.push_str(run);
                    return Ok(out);
                }
                Some(b'\\') => out.push_str(run),
                Some(_) => return self.fault("Invalid control character at"),
            }
            let Some(&escape) = bytes.get(self.at + 1) else { return Err(unterminated) };
            self.at += 2;
            out.push(match escape {
                b'"' | b'\\' | b'/' => escape as char,
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.unicode()?,
                _ => return Err(Fault { message: "Invalid \\escape", at: self.at - 2 }),
            });
        }
    }

    fn hex(&self, at: usize) -> Found<u32> {
        let digits = self.text.as_bytes().get(at..at + 4).filter(|d| d.iter().all(u8::is_ascii_hexdigit));
        match digits.and_then(|d| std::str::from_utf8(d).ok()).and_then(|d| u32::from_str_radix(d, 16).ok()) {
            Some(code) => Ok(code),
            None => Err(Fault { message: "Invalid \\uXXXX escape", at: at - 1 }),
        }
    }

    /// The character of `\u` with its digits at `at`; a pair of surrogates is one character, a lone one U+FFFD.
    fn unicode(&mut self) -> Found<char> {
        let mut code = self.hex(self.at)?;
        self.at += 4;
        if (0xD800..0xDC00).contains(&code) && self.text.get(self.at..self.at + 2) == Some("\\u") {
            let low = self.hex(self.at + 2)?;
            if (0xDC00..0xE000).contains(&low) {
                code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00));
                self.at += 6;
            }
        }
        Ok(char::from_u32(code).unwrap_or('\u{FFFD}'))
    }
}

/// Length of the number at the beginning, and whether it is whole.
fn number(text: &[u8]) -> Option<(usize, bool)> {
    let digits = |from: usize| text.get(from..).unwrap_or(&[]).iter().take_while(|b| b.is_ascii_digit()).count();
    let sign = usize::from(text.first() == Some(&b'-'));
    let mut len = match text.get(sign) {
        Some(b'0') => sign + 1,
        Some(b'1'..=b'9') => sign + digits(sign),
        _ => return None,
    };
    let mut whole = true;
    if text.get(len) == Some(&b'.') && digits(len + 1) > 0 {
        len += 1 + digits(len + 1);
        whole = false;
    }
    if matches!(text.get(len), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(len + 1), Some(b'+' | b'-')));
        let count = digits(len + 1 + sign);
        if count > 0 {
            len += 1 + sign + count;
            whole = false;
        }
    }
    Some((len, whole))
}

fn too_deep(p: &mut Process, what: &str) -> crate::native::Raise {
    let message = format!("maximum recursion depth exceeded while decoding a JSON {what} from a unicode string");
    p.raise(crate::classes::RECURSION_ERROR, &message)
}
