//! Python's numeric hash and this interpreter's hash of text.
//!
//! Numbers hash as in CPython (Python/pyhash.c: modulo the Mersenne prime 2^61 - 1), so that `hash(1) == hash(1.0)` and
//! set order of numbers agrees. Text is hashed with FNV-1a folded to 61 bits: the same in every run and on every target
//! (CPython's differs per process unless PYTHONHASHSEED is set, so no program can rely on it).

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

const MODULUS: u64 = (1 << 61) - 1;

/// Hash of an `int`.
#[inline]
#[must_use]
pub fn of_int(i: i64) -> i64 {
    let magnitude = i.unsigned_abs() % MODULUS;
    let h = if i < 0 { -(magnitude as i64) } else { magnitude as i64 };
    if h == -1 { -2 } else { h }
}

#[must_use]
pub fn of_big_int(i: &BigInt) -> i64 {
    let magnitude = (i.abs() % BigInt::from(MODULUS)).to_i64().unwrap_or(0);
    let h = if i.is_negative() { -magnitude } else { magnitude };
    if h == -1 { -2 } else { h }
}

/// Hash of a `float`: equal to the hash of the equal int where there is one.
#[must_use]
pub fn of_float(f: f64) -> i64 {
    if f.is_infinite() {
        return if f > 0.0 { 314_159 } else { -314_159 };
    }
    if f.is_nan() {
        return 0;
    }
    if f.fract() == 0.0 && f.abs() < 9.0e18 {
        return of_int(f as i64);
    }
    let (mut m, mut e) = libm::frexp(f.abs());
    let mut x: u64 = 0;
    while m != 0.0 {
        x = (x << 28) & MODULUS | x >> (61 - 28);
        m *= 268_435_456.0;
        e -= 28;
        let y = m as u64;
        m -= y as f64;
        x += y;
        if x >= MODULUS {
            x -= MODULUS;
        }
    }
    let e = if e >= 0 { e % 61 } else { 60 - (-1 - e) % 61 } as u32;
    x = if e == 0 { x } else { (x << e) & MODULUS | x >> (61 - e) };
    let h = if f < 0.0 { -(x as i64) } else { x as i64 };
    if h == -1 { -2 } else { h }
}

/// Hash of text or bytes; never 0, which means "not computed".
#[inline]
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> i64 {
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut word = [0u8; 8];
        word.copy_from_slice(chunk);
        h = (h ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01b3);
        h ^= h >> 29;
    }
    for &b in chunks.remainder() {
        h = (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    h ^= h >> 32;
    h = h.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    h ^= h >> 29;
    let h = (h & MODULUS) as i64;
    if h == 0 { 1 } else { h }
}

#[inline]
#[must_use]
pub fn of_str(text: &str) -> i64 {
    of_bytes(text.as_bytes())
}

/// Combines item hashes as CPython's tuple hash does (Objects/tupleobject.c, xxHash's accumulation).
#[must_use]
pub fn of_tuple(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;
    let len = items.len() as u64;
    let mut acc = P5;
    for h in items {
        acc = acc.wrapping_add((h as u64).wrapping_mul(P2));
        acc = acc.rotate_left(31);
        acc = acc.wrapping_mul(P1);
    }
    acc = acc.wrapping_add(len ^ (P5 ^ 3_527_539));
    if acc == u64::MAX { 1_546_275_796 } else { acc as i64 }
}
