//! `_binary`: numbers and text as bytes, for `struct`, `array`, `binascii` and `base64`.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use crate::cost::Cost;
use crate::native::{Args, NativeDef, NativeResult, Res, Table};
use crate::process::Process;
use crate::types::support::done;
use crate::value::Value;

/// One code of a format: `count` of `code`, after `pad` bytes.
struct Item {
    code: u8,
    count: usize,
    size: usize,
    pad: usize,
}

struct Layout {
    big: bool,
    native: bool,
    items: Vec<Item>,
    size: usize,
}

/// Bytes of a code: native (with alignment) or standard.
fn size_of_code(code: u8, native: bool) -> Option<usize> {
    Some(match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

/// A format taken apart, or CPython's complaint about it.
fn layout(format: &str) -> Result<Layout, &'static str> {
    let mut bytes = format.bytes().peekable();
    let (mut big, mut native) = (false, true);
    if let Some(&first) = bytes.peek()
        && matches!(first, b'@' | b'=' | b'<' | b'>' | b'!')
    {
        bytes.next();
        native = first == b'@';
        big = matches!(first, b'>' | b'!');
    }
    let mut items = Vec::new();
    let mut size = 0usize;
    while let Some(byte) = bytes.next() {
        let mut code = byte;
        let mut count = None;
        if code.is_ascii_whitespace() {
            continue;
        }
        while code.is_ascii_digit() {
            let digit = usize::from(code - b'0');
            let so_far = count.unwrap_or(0usize);
            let next = so_far
                .checked_mul(10)
                .and_then(|n| n.checked_add(digit))
                .filter(|&n| u64::try_from(n).is_ok_and(|n| n < 1 << 40));
            count = Some(next.ok_or("overflow in item count")?);
            code = bytes.next().ok_or("repeat count given without format specifier")?;
        }
        let unit = size_of_code(code, native).ok_or("bad char in struct format")?;
        let align = if native && !matches!(code, b'x' | b's' | b'p') { unit } else { 1 };
        let pad = (align - size % align) % align;
        let count = count.unwrap_or(1);
        size = size.saturating_add(pad).saturating_add(unit.saturating_mul(count));
        items.push(Item { code, count, size: unit, pad });
    }
    Ok(Layout { big, native, items, size })
}

/// The class `struct.error`, or ValueError where the module is not loaded.
fn fail(p: &mut Process, message: &str) -> crate::native::Raise {
    match super::support::library_function(p, "struct", "error") {
        Some(Value::Obj(class)) => p.raise(class, message),
        _ => p.value_error(message),
    }
}

fn layout_of(p: &mut Process, format: Value) -> Res<Layout> {
    let text = match (p.str(format), p.bytes(format)) {
        (Some(text), _) => text.to_owned(),
        (_, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => {
            let message = format!("Struct() argument 1 must be a str or bytes object, not {}", p.type_name(format));
            return Err(p.type_error(&message));
        }
    };
    match layout(&text) {
        Ok(layout) => Ok(layout),
        Err(message) => Err(fail(p, message)),
    }
}

/// `calcsize(format)`
fn calcsize(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let layout = layout_of(p, args.get(0))?;
    done(Value::Int(i64::try_from(layout.size).unwrap_or(i64::MAX)))
}

fn put(out: &mut Vec<u8>, little: &[u8], big: bool) {
    if big {
        out.extend(little.iter().rev());
    } else {
        out.extend_from_slice(little);
    }
}

/// The nearest half-precision float, ties to even; `None` where it is too large.
fn half(f: f64) -> Option<u16> {
    let sign = if f.is_sign_negative() { 0x8000 } else { 0 };
    let a = f.abs();
    if f.is_nan() {
        return Some(sign | 0x7e00);
    }
    if f.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // below 2^-14 halves are multiples of 2^-24; above, eleven bits
    let exponent = if a < 6.103_515_625e-5 { -14 } else { ((a.to_bits() >> 52) as i32) - 1023 };
    let scaled = libm::ldexp(a, 10 - exponent);
    let rounded = libm::rint(scaled) as u32;
    let bits = if exponent == -14 && rounded < 1024 { rounded } else { rounded + ((exponent + 14) as u32) * 1024 };
    (bits < 0x7c00).then_some(sign | bits as u16)
}

fn unhalf(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023));
    let a = match exponent {
        0 => libm::ldexp(fraction, -24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        e => libm::ldexp(fraction + 1024.0, e - 25),
    };
    if bits & 0x8000 == 0 { a } else { -a }
}

/// CPython's complaint about an int that does not fit: it depends on the C conversion that found it first.
fn int_message(wide: Option<i128>, item: &Item, big: bool) -> String {
    let signed = item.code.is_ascii_lowercase();
    let bits = item.size as u32 * 8;
    if item.size == 8 {
        return if big { "int too large to convert" } else { "argument out of range" }.to_owned();
    }
    let by_long = signed || item.code == b'B' || item.code == b'H' && !big;
    let converts = wide.is_some_and(|w| if by_long { i64::try_from(w).is_ok() } else { u64::try_from(w).is_ok() });
    if !converts {
        return "argument out of range".to_owned();
    }
    let (low, high) = if signed { (-(1i64 << (bits - 1)), (1i64 << (bits - 1)) - 1) } else { (0, (1i64 << bits) - 1) };
    match item.code {
        b'b' => "byte format requires -128 <= number <= 127".to_owned(),
        b'B' => "ubyte format requires 0 <= number <= 255".to_owned(),
        b'h' if !big => "short format requires -32768 <= number <= 32767".to_owned(),
        b'H' if !big => "ushort format requires 0 <= number <= 65535".to_owned(),
        code => format!("'{}' format requires {low} <= number <= {high}", code as char),
    }
}

fn pack_int(p: &mut Process, out: &mut Vec<u8>, value: Value, item: &Item, layout: &Layout) -> Res<()> {
    let Some(int) = p.big_int(value) else {
        return Err(fail(p, "required argument is not an integer"));
    };
    let signed = item.code.is_ascii_lowercase();
    let bits = item.size as u32 * 8;
    let wide = int.to_i128();
    let (low, high) =
        if signed { (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1) } else { (0, (1i128 << bits) - 1) };
    match wide.filter(|w| (low..=high).contains(w)) {
        Some(wide) => {
            put(out, wide.to_le_bytes().get(..item.size).unwrap_or(&[]), layout.big);
            Ok(())
        }
        None => Err(fail(p, &int_message(wide, item, layout.big))),
    }
}

/// `pack(format, values)`: bytes. Ints have been through `__index__` and floats through `__float__` where Python code defines them.
fn pack(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let layout = layout_of(p, args.get(0))?;
    let values = p.items_slice(args.get(1)).unwrap_or(&[]).to_vec();
    let expected: usize = layout
        .items
        .iter()
        .map(|i| match i.code {
            b'x' => 0,
            b's' | b'p' => 1,
            _ => i.count,
        })
        .sum();
    if values.len() != expected {
        let message = format!("pack expected {expected} items for packing (got {})", values.len());
        return Err(fail(p, &message));
    }
    p.check_room(layout.size)?;
    p.charge_n(Cost::BuildTupleItem, values.len() * 20);
    let mut out = Vec::with_capacity(layout.size);
    let mut values = values.into_iter();
    for item in &layout.items {
        out.resize(out.len() + item.pad, 0);
        match item.code {
            b'x' => out.resize(out.len() + item.count, 0),
            b's' | b'p' => {
                let value = values.next().unwrap_or_default();
                let Some(bytes) = p.bytes(value).map(<[u8]>::to_vec) else {
                    let message = format!("argument for '{}' must be a bytes object", item.code as char);
                    return Err(fail(p, &message));
                };
                let start = out.len();
                if item.code == b'p' && item.count > 0 {
                    out.push(bytes.len().min(item.count - 1).min(255) as u8);
                }
                let room = (start + item.count).saturating_sub(out.len());
                out.extend(bytes.iter().take(room));
                out.resize(start + item.count, 0);
            }
            _ => {
                for _ in 0..item.count {
                    let value = values.next().unwrap_or_default();
                    pack_one(p, &mut out, value, item, &layout)?;
                }
            }
        }
    }
    done(p.new_bytes(&out))
}

fn pack_one(p: &mut Process, out: &mut Vec<u8>, value: Value, item: &Item, layout: &Layout) -> Res<()> {
    match item.code {
        b'c' => match p.bytes(value) {
            Some(&[byte]) => out.push(byte),
            _ => return Err(fail(p, "char format requires a bytes object of length 1")),
        },
        b'?' => out.push(u8::from(p.truth_native(value) == crate::ops::Tri::Yes)),
        b'e' | b'f' | b'd' => {
            let Some(f) = p.as_f64(value) else { return Err(fail(p, "required argument is not a float")) };
            match item.code {
                b'd' => put(out, &f.to_le_bytes(), layout.big),
                b'f' => {
                    let single = f as f32;
                    // native floats are C's own, cast without a look
                    if single.is_infinite() && f.is_finite() && !layout.native {
                        return Err(p.overflow_error("float too large to pack with f format"));
                    }
                    put(out, &single.to_le_bytes(), layout.big);
                }
                _ => match half(f) {
                    Some(bits) => put(out, &bits.to_le_bytes(), layout.big),
                    None => return Err(p.overflow_error("float too large to pack with e format")),
                },
            }
        }
        _ => pack_int(p, out, value, item, layout)?,
    }
    Ok(())
}

/// `unpack(format, data, offset)`: a tuple; the sizes were compared in Python.
fn unpack(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let layout = layout_of(p, args.get(0))?;
    let offset = args.get(2).as_small_int().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let Some(data) = p.bytes(args.get(1)).and_then(|d| d.get(offset..)).map(<[u8]>::to_vec) else {
        let message = format!("a bytes-like object is required, not '{}'", p.type_name(args.get(1)));
        return Err(p.type_error(&message));
    };
    let mut at = 0;
    let mut out = Vec::new();
    for item in &layout.items {
        at += item.pad;
        match item.code {
            b'x' => at += item.count,
            b's' | b'p' => {
                let mut bytes = data.get(at..at + item.count).unwrap_or(&[]);
                if item.code == b'p' {
                    let len = bytes.first().map_or(0, |&n| usize::from(n));
                    bytes = bytes.get(1..).unwrap_or(&[]);
                    bytes = bytes.get(..len).unwrap_or(bytes);
                }
                at += item.count;
                out.push(p.new_bytes(bytes));
            }
            _ => {
                p.check_room(item.count.saturating_mul(16))?;
                for _ in 0..item.count {
                    let bytes = data.get(at..at + item.size).unwrap_or(&[]);
                    at += item.size;
                    out.push(unpack_one(p, bytes, item, layout.big));
                }
            }
        }
    }
    p.charge_n(Cost::BuildTupleItem, out.len() * 20);
    done(p.new_tuple(out))
}

fn unpack_one(p: &mut Process, bytes: &[u8], item: &Item, big: bool) -> Value {
    let mut little = [0u8; 8];
    for (i, slot) in little.iter_mut().take(item.size).enumerate() {
        let at = if big { item.size - 1 - i } else { i };
        *slot = bytes.get(at).copied().unwrap_or(0);
    }
    let word = u64::from_le_bytes(little);
    match item.code {
        b'c' => p.new_bytes(bytes),
        b'?' => Value::Bool(word != 0),
        b'd' => Value::Float(f64::from_bits(word)),
        b'f' => Value::Float(f64::from(f32::from_bits(word as u32))),
        b'e' => Value::Float(unhalf(word as u16)),
        code if code.is_ascii_lowercase() => {
            let unused = 64 - item.size as u32 * 8;
            Value::Int((word << unused) as i64 >> unused)
        }
        _ => p.new_int(BigInt::from_bytes_le(Sign::Plus, &little)),
    }
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn data_arg(p: &mut Process, value: Value) -> Res<Vec<u8>> {
    if let Some(text) = p.str(value) {
        if text.is_ascii() {
            return Ok(text.as_bytes().to_vec());
        }
        return Err(p.value_error("string argument should contain only ASCII characters"));
    }
    match p.bytes(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => {
            let message = format!("argument should be bytes, buffer or ASCII string, not '{}'", p.type_name(value));
            Err(p.type_error(&message))
        }
    }
}

/// `b64encode(data)`
fn b64encode(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(data) = p.bytes(args.get(0)).map(<[u8]>::to_vec) else {
        let message = format!("a bytes-like object is required, not '{}'", p.type_name(args.get(0)));
        return Err(p.type_error(&message));
    };
    p.check_room(data.len() * 2)?;
    p.charge_n(Cost::StrCopyByte, data.len() * 60);
    let mut out = Vec::with_capacity(data.len().div_ceil(3) * 4);
    for chunk in data.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            out.push(if i > chunk.len() { b'=' } else { ALPHABET[(word >> (18 - 6 * i) & 63) as usize] });
        }
    }
    done(p.new_bytes(&out))
}

/// `b64decode(data, strict)`: the bytes, or the complaint as a str. As CPython's `binascii.a2b_base64`.
fn b64decode(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let data = data_arg(p, args.get(0))?;
    let strict = matches!(args.get(1), Value::Bool(true));
    p.charge_n(Cost::StrCopyByte, data.len() * 60);
    match decode_base64(&data, strict) {
        Ok(bytes) => done(p.new_bytes(&bytes)),
        Err(message) => done(p.new_string(message)),
    }
}

fn decode_base64(data: &[u8], strict: bool) -> Result<Vec<u8>, String> {
    if strict && data.first() == Some(&b'=') {
        return Err("Leading padding not allowed".to_owned());
    }
    let mut out = Vec::with_capacity(data.len() / 4 * 3);
    let (mut quad, mut left, mut pads, mut padded) = (0, 0u8, 0, false);
    for (at, &c) in data.iter().enumerate() {
        if c == b'=' {
            padded = true;
            if quad >= 2 && quad + pads + 1 >= 4 {
                // a pad ends the data
                if strict && at + 1 < data.len() {
                    return Err("Excess data after padding".to_owned());
                }
                return Ok(out);
            }
            if quad >= 2 {
                pads += 1;
            }
            continue;
        }
        let Some(six) = ALPHABET.iter().position(|&a| a == c).map(|i| i as u8) else {
            if strict {
                return Err("Only base64 data is allowed".to_owned());
            }
            continue;
        };
        if strict && padded {
            return Err("Discontinuous padding not allowed".to_owned());
        }
        pads = 0;
        match quad {
            0 => left = six,
            1 => {
                out.push(left << 2 | six >> 4);
                left = six & 15;
            }
            2 => {
                out.push(left << 4 | six >> 2);
                left = six & 3;
            }
            _ => {
                out.push(left << 6 | six);
                left = 0;
            }
        }
        quad = (quad + 1) % 4;
    }
    match quad {
        0 => Ok(out),
        1 => Err(format!(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
            out.len() / 3 * 4 + 1
        )),
        _ => Err("Incorrect padding".to_owned()),
    }
}

pub const TABLE: Table = Table {
    owner: "_binary",
    is_class: false,
    items: &[
        NativeDef::function("calcsize", calcsize, 1, 1),
        NativeDef::function("pack", pack, 2, 2),
        NativeDef::function("unpack", unpack, 3, 3),
        NativeDef::function("b64encode", b64encode, 1, 1),
        NativeDef::function("b64decode", b64decode, 2, 2),
    ],
};
