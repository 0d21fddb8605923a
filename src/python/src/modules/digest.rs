//! `_hashlib`: digests, from the RustCrypto crates. A hash in progress is its serialised state, plain bytes, so that a process
//! stays a plain value; the objects around it are in `prelude/lib/hashlib.py`.
//!
//! BLAKE2 is our own (`digest/blake2.rs`): the crate's states cannot be serialised and its tree parameters not be set.

mod blake2;

use md5::Md5;
use sha1::Sha1;
use sha2::digest::common::hazmat::{SerializableState, SerializedState};
use sha2::digest::{ExtendableOutput, FixedOutput, Update, XofReader};
use sha2::{Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512, Shake128, Shake256};

use crate::away::Pace;
use crate::exit::Syscall;
use crate::native::{Args, Native, NativeDef, NativeResult, Res, Table};
use crate::process::Process;
use crate::types::support::done;
use crate::value::Value;

/// Picoseconds per byte on CPython 3.11.7 with OpenSSL 3 (AMD EPYC), by name.
const BYTE_PICOS: &[(&str, u64)] = &[
    ("md5", 1_180),
    ("sha1", 460),
    ("sha224", 490),
    ("sha256", 490),
    ("sha3", 2_900),
    ("shake", 2_400),
    ("blake2b", 720),
    ("blake2s", 2_500),
];
/// SHA-384 and SHA-512.
const OTHER_BYTE_PICOS: u64 = 1_400;
/// Making and finishing a hash.
const CALL_PICOS: u64 = 250_000;
/// `HASHLIB_GIL_MINSIZE` of CPython's Modules/hashlib.h: from here on the GIL is released.
const GIL_MIN_BYTES: usize = 2048;

fn begun<D: Default + SerializableState>(state: &[u8]) -> D {
    SerializedState::<D>::try_from(state).ok().and_then(|s| D::deserialize(&s).ok()).unwrap_or_default()
}

fn updated<D: Default + SerializableState + Update>(state: &[u8], data: &[u8], _: usize) -> Vec<u8> {
    let mut hash = begun::<D>(state);
    hash.update(data);
    hash.serialize().to_vec()
}

fn fixed<D: Default + SerializableState + FixedOutput>(state: &[u8], _: &[u8], _: usize) -> Vec<u8> {
    begun::<D>(state).finalize_fixed().to_vec()
}

fn extended<D: Default + SerializableState + ExtendableOutput>(state: &[u8], _: &[u8], length: usize) -> Vec<u8> {
    let mut out = vec![0; length];
    begun::<D>(state).finalize_xof().read(&mut out);
    out
}

type Step = fn(&[u8], &[u8], usize) -> Vec<u8>;

/// How an algorithm takes data and how it ends.
fn steps(name: &str) -> Option<(Step, Step)> {
    Some(match name {
        "md5" => (updated::<Md5>, fixed::<Md5>),
        "sha1" => (updated::<Sha1>, fixed::<Sha1>),
        "sha224" => (updated::<Sha224>, fixed::<Sha224>),
        "sha256" => (updated::<Sha256>, fixed::<Sha256>),
        "sha384" => (updated::<Sha384>, fixed::<Sha384>),
        "sha512" => (updated::<Sha512>, fixed::<Sha512>),
        "sha3_224" => (updated::<Sha3_224>, fixed::<Sha3_224>),
        "sha3_256" => (updated::<Sha3_256>, fixed::<Sha3_256>),
        "sha3_384" => (updated::<Sha3_384>, fixed::<Sha3_384>),
        "sha3_512" => (updated::<Sha3_512>, fixed::<Sha3_512>),
        "shake_128" => (updated::<Shake128>, extended::<Shake128>),
        "shake_256" => (updated::<Shake256>, extended::<Shake256>),
        "blake2b" => (blake2::updated::<blake2::B>, blake2::finished::<blake2::B>),
        "blake2s" => (blake2::updated::<blake2::S>, blake2::finished::<blake2::S>),
        _ => return None,
    })
}

fn named(p: &mut Process, value: Value) -> Res<(Step, Step)> {
    match p.str(value).and_then(steps) {
        Some(steps) => Ok(steps),
        None => Err(p.value_error("unsupported hash type")),
    }
}

fn price(p: &Process, name: Value, bytes: usize) -> u64 {
    let name = p.str(name).unwrap_or("");
    let found = BYTE_PICOS.iter().find(|(n, _)| name.starts_with(n));
    found.map_or(OTHER_BYTE_PICOS, |(_, picos)| *picos) * bytes as u64
}

/// `update(name, state, data)`: (state, nanoseconds that the call computes without the GIL, 0 for small data).
fn update(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let much = p.bytes(args.get(2)).map_or(0, |data| price(p, args.get(0), data.len()));
    if let Some(gone) = p.let_go(update, args, much) {
        return Ok(gone);
    }
    let (step, _) = named(p, args.get(0))?;
    let state = p.bytes(args.get(1)).unwrap_or(&[]);
    let Some(data) = p.bytes(args.get(2)) else {
        let message = if p.str(args.get(2)).is_some() {
            "Strings must be encoded before hashing"
        } else {
            "object supporting the buffer API required"
        };
        return Err(p.type_error(message));
    };
    let len = data.len();
    let new = step(state, data, 0);
    let picos = price(p, args.get(0), len) + CALL_PICOS / 2;
    let nanos = if len >= GIL_MIN_BYTES { picos / 1000 } else { 0 };
    if nanos == 0 {
        p.spent += picos;
    }
    let nanos = p.nanos_to_pass(nanos);
    let new = p.new_bytes(&new);
    done(p.new_tuple([new, Value::Int(nanos as i64)]))
}

/// `finish(name, state, length)`
fn finish(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (_, step) = named(p, args.get(0))?;
    let length = p.index_arg(args.get(2), "")?;
    let Ok(length) = usize::try_from(length) else { return Err(p.value_error("value must be positive")) };
    p.check_room(length)?;
    let out = step(p.bytes(args.get(1)).unwrap_or(&[]), &[], length);
    p.spent += CALL_PICOS / 2;
    done(p.new_bytes(&out))
}

/// `blake2_start(name, digest size, key, salt, person, parameters)`: a state. Sizes were checked in Python.
fn blake2_start(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = |i: usize| p.bytes(args.get(i)).unwrap_or(&[]);
    let size = args.get(1).as_small_int().and_then(|n| u8::try_from(n).ok()).unwrap_or(0);
    let big = p.str(args.get(0)) == Some("blake2b");
    let state = if big {
        blake2::started::<blake2::B>(size, bytes(2), bytes(3), bytes(4), bytes(5))
    } else {
        blake2::started::<blake2::S>(size, bytes(2), bytes(3), bytes(4), bytes(5))
    };
    done(p.new_bytes(&state))
}

/// Turns of PBKDF2 in one call: some milliseconds.
const TURNS: usize = 1 << 14;
/// Picoseconds for a turn of PBKDF2 on CPython 3.11 with OpenSSL 3 (AMD EPYC, least of two), by name.
const TURN_PICOS: &[(&str, u64)] =
    &[("md5", 259_000), ("sha1", 175_000), ("sha224", 188_000), ("sha256", 188_000), ("sha3", 956_000)];
const OTHER_TURN_PICOS: u64 = 494_000;

/// `turns(name, inner, outer, last, mixed, count)`: up to `TURNS` of the turns of PBKDF2, from the states of the keyed hash, its
/// last digest and what the digests mix to: (last, mixed, turns that are left, nanoseconds to pass without the GIL).
fn turns(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (add, end) = named(p, args.get(0))?;
    let left = usize::try_from(p.index_arg(args.get(5), "")?).unwrap_or(0);
    let count = left.min(TURNS);
    let name = p.str(args.get(0)).unwrap_or("");
    let turn = TURN_PICOS.iter().find(|(n, _)| name.starts_with(n)).map_or(OTHER_TURN_PICOS, |(_, picos)| *picos);
    if let Some(gone) = p.let_go(turns, args, turn * count as u64) {
        return Ok(gone);
    }
    let bytes = |i: usize| p.bytes(args.get(i)).unwrap_or(&[]);
    let (inner, outer) = (bytes(1), bytes(2));
    let (mut last, mut mixed) = (bytes(3).to_vec(), bytes(4).to_vec());
    for _ in 0..count {
        let within = end(&add(inner, &last, 0), &[], 0);
        last = end(&add(outer, &within, 0), &[], 0);
        for (mixed, last) in mixed.iter_mut().zip(&last) {
            *mixed ^= last;
        }
    }
    let nanos = p.nanos_to_pass(turn * count as u64 / 1000);
    let (last, mixed) = (p.new_bytes(&last), p.new_bytes(&mixed));
    done(p.new_tuple([last, mixed, Value::Int((left - count) as i64), Value::Int(nanos as i64)]))
}

/// `release(nanos)`: computes without the GIL for so long; live, that has been done.
fn release(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let nanos = p.index_arg(args.get(0), "")?;
    if p.pace() != Pace::Predicted {
        return done(Value::None);
    }
    Ok(Native::Syscall(Syscall::Compute { nanos: u64::try_from(nanos).unwrap_or(0) }))
}

pub const TABLE: Table = Table {
    owner: "_hashlib",
    is_class: false,
    items: &[
        NativeDef::function("update", update, 3, 3),
        NativeDef::function("finish", finish, 3, 3),
        NativeDef::function("blake2_start", blake2_start, 6, 6),
        NativeDef::function("turns", turns, 6, 6),
        NativeDef::function("release", release, 1, 1),
    ],
};
