//! Text to bytes and back: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, with error handlers.
//!
//! Strs here hold Unicode scalar values only, so `surrogateescape` and lone surrogates decode as errors do.

use crate::number::fault::{Fault, Pure};
use crate::{classes, repr};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    Utf8,
    Utf8Sig,
    Ascii,
    Latin1,
    /// Native order with a byte-order mark.
    Utf16,
    Utf16Le,
    Utf16Be,
    Utf32,
    Utf32Le,
    Utf32Be,
}

/// A failed conversion: the parts of a `UnicodeEncodeError` or `UnicodeDecodeError`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    Encode { codec: &'static str, start: usize, end: usize, reason: &'static str },
    Decode { codec: &'static str, start: usize, end: usize, reason: &'static str },
    Fault(Fault),
}

impl Codec {
    /// The codec of a name, as Python normalises names.
    pub fn by_name(name: &str) -> Pure<Self> {
        let key: String =
            name.to_ascii_lowercase().chars().map(|c| if c == '_' || c == ' ' { '-' } else { c }).collect();
        Ok(match &*key {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Self::Utf8,
            "utf-8-sig" => Self::Utf8Sig,
            "ascii" | "us-ascii" | "646" => Self::Ascii,
            "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" | "l1" | "latin" => Self::Latin1,
            "utf-16" | "utf16" | "u16" => Self::Utf16,
            "utf-16-le" | "utf-16le" => Self::Utf16Le,
            "utf-16-be" | "utf-16be" => Self::Utf16Be,
            "utf-32" | "utf32" | "u32" => Self::Utf32,
            "utf-32-le" | "utf-32le" => Self::Utf32Le,
            "utf-32-be" | "utf-32be" => Self::Utf32Be,
            _ => return Err(Fault::new(classes::LOOKUP_ERROR, format!("unknown encoding: {name}"))),
        })
    }

    fn label(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Sig => "utf-8",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
            Self::Utf16 => "utf-16",
            Self::Utf16Le => "utf-16-le",
            Self::Utf16Be => "utf-16-be",
            Self::Utf32 => "utf-32",
            Self::Utf32Le => "utf-32-le",
            Self::Utf32Be => "utf-32-be",
        }
    }
}

fn unknown_handler(errors: &str) -> Trouble {
    Trouble::Fault(Fault::new(classes::LOOKUP_ERROR, format!("unknown error handler name '{errors}'")))
}

/// `text.encode(codec, errors)`.
pub fn encode(text: &str, codec: Codec, errors: &str) -> Result<Vec<u8>, Trouble> {
    let mut out = Vec::with_capacity(text.len());
    let limit = match codec {
        Codec::Utf8 => return Ok(text.as_bytes().to_vec()),
        Codec::Utf8Sig => {
            out.extend_from_slice(&[0xef, 0xbb, 0xbf]);
            out.extend_from_slice(text.as_bytes());
            return Ok(out);
        }
        Codec::Ascii => 0x80,
        Codec::Latin1 => 0x100,
        Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => {
            if codec == Codec::Utf16 {
                out.extend_from_slice(&[0xff, 0xfe]);
            }
            for unit in text.encode_utf16() {
                out.extend(if codec == Codec::Utf16Be { unit.to_be_bytes() } else { unit.to_le_bytes() });
            }
            return Ok(out);
        }
        Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => {
            if codec == Codec::Utf32 {
                out.extend_from_slice(&[0xff, 0xfe, 0, 0]);
            }
            for c in text.chars() {
                let code = c as u32;
                out.extend(if codec == Codec::Utf32Be { code.to_be_bytes() } else { code.to_le_bytes() });
            }
            return Ok(out);
        }
    };
    let chars: Vec<char> = text.chars().collect();
    let mut i = 0;
    while let Some(&c) = chars.get(i) {
        if (c as u32) < limit {
            out.push(c as u8);
            i += 1;
            continue;
        }
        let run = chars[i..].iter().take_while(|&&c| c as u32 >= limit).count();
        match errors {
            "strict" => {
                let reason =
                    if codec == Codec::Ascii { "ordinal not in range(128)" } else { "ordinal not in range(256)" };
                return Err(Trouble::Encode { codec: codec.label(), start: i, end: i + run, reason });
            }
            "ignore" => {}
            "replace" => out.extend(std::iter::repeat_n(b'?', run)),
            "xmlcharrefreplace" => {
                for &c in &chars[i..i + run] {
                    out.extend_from_slice(format!("&#{};", c as u32).as_bytes());
                }
            }
            "backslashreplace" => {
                for &c in &chars[i..i + run] {
                    let mut escaped = String::new();
                    repr::push_escape(&mut escaped, c);
                    out.extend_from_slice(escaped.as_bytes());
                }
            }
            "surrogateescape" | "surrogatepass" | "namereplace" => {
                let reason =
                    if codec == Codec::Ascii { "ordinal not in range(128)" } else { "ordinal not in range(256)" };
                return Err(Trouble::Encode { codec: codec.label(), start: i, end: i + run, reason });
            }
            other => return Err(unknown_handler(other)),
        }
        i += run;
    }
    Ok(out)
}

/// `bytes.decode(codec, errors)`.
pub fn decode(bytes: &[u8], codec: Codec, errors: &str) -> Result<String, Trouble> {
    match codec {
        Codec::Utf8 => utf8(bytes, errors),
        Codec::Utf8Sig => utf8(bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes), errors),
        Codec::Latin1 => Ok(bytes.iter().map(|&b| b as char).collect()),
        Codec::Ascii => {
            let mut out = String::with_capacity(bytes.len());
            for (i, &b) in bytes.iter().enumerate() {
                if b.is_ascii() {
                    out.push(b as char);
                } else {
                    bad(&mut out, codec.label(), bytes, i, i + 1, "ordinal not in range(128)", errors)?;
                }
            }
            Ok(out)
        }
        Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => utf16(bytes, codec, errors),
        Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => utf32(bytes, codec, errors),
    }
}

/// Handles `bytes[start..end]`, which are not text.
fn bad(
    out: &mut String,
    codec: &'static str,
    bytes: &[u8],
    start: usize,
    end: usize,
    reason: &'static str,
    errors: &str,
) -> Result<(), Trouble> {
    match errors {
        "ignore" => {}
        "replace" => out.push('\u{fffd}'),
        "backslashreplace" => {
            for b in &bytes[start..end] {
                out.push_str(&format!("\\x{b:02x}"));
            }
        }
        "strict" | "surrogateescape" | "surrogatepass" => {
            return Err(Trouble::Decode { codec, start, end, reason });
        }
        other => return Err(unknown_handler(other)),
    }
    Ok(())
}

fn utf8(bytes: &[u8], errors: &str) -> Result<String, Trouble> {
    let mut out = String::with_capacity(bytes.len());
    let mut at = 0;
    loop {
        match std::str::from_utf8(&bytes[at..]) {
            Ok(text) => {
                out.push_str(text);
                return Ok(out);
            }
            Err(error) => {
                let start = at + error.valid_up_to();
                out.push_str(std::str::from_utf8(&bytes[at..start]).unwrap_or(""));
                let first = bytes[start];
                let (end, reason) = match error.error_len() {
                    None => (bytes.len(), "unexpected end of data"),
                    Some(n) if !(0xc2..=0xf4).contains(&first) => (start + n, "invalid start byte"),
                    Some(n) => (start + n, "invalid continuation byte"),
                };
                bad(&mut out, "utf-8", bytes, start, end, reason, errors)?;
                at = end;
            }
        }
    }
}

fn utf16(bytes: &[u8], codec: Codec, errors: &str) -> Result<String, Trouble> {
    let (big, mut at) = match (codec, bytes) {
        (Codec::Utf16, [0xfe, 0xff, ..]) => (true, 2),
        (Codec::Utf16, [0xff, 0xfe, ..]) => (false, 2),
        (Codec::Utf16Be, _) => (true, 0),
        _ => (false, 0),
    };
    let label = match (codec, big) {
        (Codec::Utf16, true) => "utf-16-be",
        (Codec::Utf16, false) => "utf-16-le",
        _ => codec.label(),
    };
    let unit = |i: usize| -> Option<u32> {
        let pair = [*bytes.get(i)?, *bytes.get(i + 1)?];
        Some(u32::from(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }))
    };
    let mut out = String::with_capacity(bytes.len() / 2);
    while at < bytes.len() {
        let Some(first) = unit(at) else {
            bad(&mut out, label, bytes, at, bytes.len(), "truncated data", errors)?;
            break;
        };
        if let Some(c) = char::from_u32(first) {
            out.push(c);
            at += 2;
            continue;
        }
        match unit(at + 2) {
            _ if first >= 0xdc00 => {
                bad(&mut out, label, bytes, at, at + 2, "illegal encoding", errors)?;
                at += 2;
            }
            Some(second @ 0xdc00..=0xdfff) => {
                out.extend(char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)));
                at += 4;
            }
            Some(_) => {
                bad(&mut out, label, bytes, at, at + 2, "illegal UTF-16 surrogate", errors)?;
                at += 2;
            }
            None => {
                bad(&mut out, label, bytes, at, bytes.len(), "unexpected end of data", errors)?;
                at = bytes.len();
            }
        }
    }
    Ok(out)
}

fn utf32(bytes: &[u8], codec: Codec, errors: &str) -> Result<String, Trouble> {
    let (big, start) = match (codec, bytes) {
        (Codec::Utf32, [0, 0, 0xfe, 0xff, ..]) => (true, 4),
        (Codec::Utf32, [0xff, 0xfe, 0, 0, ..]) => (false, 4),
        (Codec::Utf32Be, _) => (true, 0),
        _ => (false, 0),
    };
    let label = if big { "utf-32-be" } else { "utf-32-le" };
    let mut out = String::with_capacity(bytes.len() / 4);
    let mut at = start;
    while at < bytes.len() {
        let Some(&[a, b, c, d]) = bytes.get(at..at + 4) else {
            bad(&mut out, label, bytes, at, bytes.len(), "truncated data", errors)?;
            break;
        };
        let code = if big { u32::from_be_bytes([a, b, c, d]) } else { u32::from_le_bytes([a, b, c, d]) };
        match char::from_u32(code) {
            Some(c) => out.push(c),
            None => bad(&mut out, label, bytes, at, at + 4, "code point not in range(0x110000)", errors)?,
        }
        at += 4;
    }
    Ok(out)
}
