//! `_zlib`: deflate and inflate (`miniz_oxide`), and the two checksums. Streams and headers are in `prelude/lib/zlib.py`.
//!
//! Compressed bytes differ from zlib's (another search for matches, the same format); what comes out again does not.

use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use crate::native::{Args, Native, NativeDef, NativeFn, NativeResult, Res, Table};
use crate::process::Process;
use crate::types::support::done;
use crate::value::Value;

/// Picoseconds per byte on CPython 3.11.7 with zlib 1.3 (AMD EPYC): random words at level 6; of what comes out; checksums.
const DEFLATE_PICOS: u64 = 60_000;
const INFLATE_PICOS: u64 = 2_600;
const CRC_PICOS: u64 = 140;
/// Above this CPython's checksums release the GIL (Modules/zlibmodule.c); (de)compression always does.
const GIL_MIN_BYTES: usize = 5 * 1024;

fn bytes(p: &mut Process, value: Value) -> Res<Vec<u8>> {
    match p.bytes(value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => {
            let message = format!("a bytes-like object is required, not '{}'", p.type_name(value));
            Err(p.type_error(&message))
        }
    }
}

/// Where there is much to do, live, it is done without the GIL.
fn let_go(p: &mut Process, run: NativeFn, args: &Args<'_>, byte_picos: u64) -> Option<Native> {
    let len = p.bytes(args.get(0)).map_or(0, <[u8]>::len);
    p.let_go(run, args, len as u64 * byte_picos)
}

fn number(value: Value) -> i64 {
    value.as_small_int().unwrap_or(0)
}

/// `deflate(data, level, raw)`: (bytes, nanoseconds).
fn deflate(p: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Some(gone) = let_go(p, deflate, args, DEFLATE_PICOS) {
        return Ok(gone);
    }
    let data = bytes(p, args.get(0))?;
    p.check_room(data.len().saturating_mul(2))?;
    let level = if number(args.get(1)) < 0 { 6 } else { number(args.get(1)).clamp(0, 9) as u8 };
    let raw = matches!(args.get(2), Value::Bool(true));
    let out = if raw { compress_to_vec(&data, level) } else { compress_to_vec_zlib(&data, level) };
    let nanos = data.len() as u64 * DEFLATE_PICOS * u64::from(level + 3) / 9_000;
    let out = p.new_bytes(&out);
    done(p.new_tuple([out, Value::Int(nanos as i64)]))
}

/// `inflate(data, raw, most)`: (bytes out, bytes used, state, nanoseconds); state 0: more input is wanted, 1: at the end, 2: there
/// is more output, -1: no deflate data.
fn inflate(p: &mut Process, args: &Args<'_>) -> NativeResult {
    // What comes out is some three times what goes in.
    if let Some(gone) = let_go(p, inflate, args, 3 * INFLATE_PICOS) {
        return Ok(gone);
    }
    let data = bytes(p, args.get(0))?;
    let header = if matches!(args.get(1), Value::Bool(true)) { 0 } else { inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER };
    let most = usize::try_from(number(args.get(2))).ok().filter(|&n| n > 0).unwrap_or(usize::MAX);
    let flags =
        header | inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | inflate_flags::TINFL_FLAG_HAS_MORE_INPUT;
    let mut machine = Box::<DecompressorOxide>::default();
    let mut out = vec![0; data.len().saturating_mul(2).clamp(64, 1 << 16).min(most)];
    let (mut used, mut written) = (0, 0);
    let state = loop {
        let (status, consumed, produced) =
            decompress(&mut machine, data.get(used..).unwrap_or(&[]), &mut out, written, flags);
        used += consumed;
        written += produced;
        match status {
            TINFLStatus::Done => break 1,
            TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress => break 0,
            TINFLStatus::HasMoreOutput if out.len() >= most => break 2,
            TINFLStatus::HasMoreOutput => {
                let larger = out.len().saturating_mul(2).min(most);
                p.check_room(larger)?;
                out.resize(larger, 0);
            }
            _ => break -1,
        }
    };
    let nanos = written as u64 * INFLATE_PICOS / 1000;
    let out = p.new_bytes(out.get(..written).unwrap_or(&[]));
    done(p.new_tuple([out, Value::Int(used as i64), Value::Int(state), Value::Int(nanos as i64)]))
}

/// Charges a checksum's time, or gives it as nanoseconds to spend without the GIL.
fn checksum(p: &mut Process, len: usize, sum: u32) -> NativeResult {
    let picos = len as u64 * CRC_PICOS;
    let nanos = if len > GIL_MIN_BYTES { picos / 1000 } else { 0 };
    if nanos == 0 {
        p.spent += picos;
    }
    done(p.new_tuple([Value::Int(i64::from(sum)), Value::Int(nanos as i64)]))
}

/// `crc32(data, start)`: (sum, nanoseconds).
fn crc32(p: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Some(gone) = let_go(p, crc32, args, CRC_PICOS) {
        return Ok(gone);
    }
    let data = bytes(p, args.get(0))?;
    let start = number(args.get(1)) as u32;
    // the table of the reflected polynomial 0xEDB88320; a crate's sixteen tables would be 18 kB of the page
    let table: [u32; 256] =
        std::array::from_fn(|i| (0..8).fold(i as u32, |c, _| if c & 1 == 1 { c >> 1 ^ 0xEDB8_8320 } else { c >> 1 }));
    let sum = !data.iter().fold(!start, |c, &b| table[usize::from(c as u8 ^ b)] ^ c >> 8);
    checksum(p, data.len(), sum)
}

/// `adler32(data, start)`: (sum, nanoseconds).
fn adler32(p: &mut Process, args: &Args<'_>) -> NativeResult {
    if let Some(gone) = let_go(p, adler32, args, CRC_PICOS) {
        return Ok(gone);
    }
    const MODULUS: u32 = 65_521;
    let data = bytes(p, args.get(0))?;
    let start = number(args.get(1)) as u32;
    let (mut a, mut b) = (start & 0xFFFF, start >> 16);
    // 5552: the most bytes before the sums of u32 can overflow
    for chunk in data.chunks(5552) {
        for &byte in chunk {
            a += u32::from(byte);
            b += a;
        }
        a %= MODULUS;
        b %= MODULUS;
    }
    checksum(p, data.len(), b << 16 | a)
}

pub const TABLE: Table = Table {
    owner: "_zlib",
    is_class: false,
    items: &[
        NativeDef::function("deflate", deflate, 3, 3),
        NativeDef::function("inflate", inflate, 3, 3),
        NativeDef::function("crc32", crc32, 2, 2),
        NativeDef::function("adler32", adler32, 2, 2),
    ],
};
