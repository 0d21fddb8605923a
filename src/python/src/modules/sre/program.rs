//! The program of a regular expression: words of 32 bits, written by `prelude/lib/re` and read by the machine.
//!
//! Word 0 is the number of groups, word 1 the number of registers; instructions follow. Targets are word indices.
//! A program comes as bytes that a Python program could have made up: reading beyond its end reads 0, which fails.

use crate::types::text::unicode;

// 0 and whatever is no instruction fails
pub const MATCH: u32 = 1;
// one character; these six are what `REPEAT` can repeat
/// `c`
pub const CHAR: u32 = 2;
/// Any but a newline.
pub const ANY: u32 = 3;
pub const ANY_ALL: u32 = 4;
/// `length mode negated 4×bitmap items…`: `length` is the number of words in all. Mode: 0 exact, 1 ignoring case, 2 ignoring
/// ASCII case. An item is `0 low high` or `1 category 0`.
pub const SET: u32 = 5;
/// `c mode`, with `c` in lower case.
pub const CHAR_IGNORE: u32 = 6;
/// Try what follows, then `target`.
pub const SPLIT: u32 = 10;
pub const JUMP: u32 = 11;
/// `n`: remembers the position as the start (2g) or end (2g + 1) of group g.
pub const SAVE: u32 = 12;
pub const AT: u32 = 13;
/// `group mode`
pub const BACK_REFERENCE: u32 = 14;
/// `group target`: goes to `target` where the group did not match.
pub const IF_GROUP: u32 = 15;
/// `kind min max`: repeats the one-character instruction behind it.
pub const REPEAT: u32 = 16;
/// `register target`: a loop begins; its `LOOP` is at `target`. Register: turns made; the next one: where the last optional turn began.
pub const LOOP_BEGIN: u32 = 17;
/// `register kind min max body`
pub const LOOP: u32 = 18;
/// `register`: what is tried from here to `CUT` is given up there.
pub const FENCE: u32 = 19;
pub const CUT: u32 = 20;
/// `register negated back target`: looks ahead, or `back - 1` characters behind; `target` is where to go when a negated one holds.
pub const LOOK: u32 = 21;
pub const LOOK_END: u32 = 22;
pub const LOOK_NOT_END: u32 = 23;
/// `register`: one more turn of a lazy loop; stands just before its body.
pub const LOOP_AGAIN: u32 = 24;

pub const GREEDY: u32 = 0;
pub const LAZY: u32 = 1; // 2 is possessive: it keeps what it took
pub const UNBOUNDED: u32 = u32::MAX;

/// Words before the items of a `SET`.
pub const SET_HEAD: usize = 8;

#[inline]
pub fn word(code: &[u32], at: usize) -> u32 {
    code.get(at).copied().unwrap_or(0)
}

/// Words of a one-character instruction.
pub fn width(code: &[u32], at: usize) -> usize {
    match word(code, at) {
        CHAR => 2,
        CHAR_IGNORE => 3,
        SET => (word(code, at + 1) as usize).max(1),
        _ => 1,
    }
}

/// Fills the bitmaps of the sets, which the compiler leaves empty, for characters below 128.
pub fn fill_bitmaps(code: &mut [u32], sets: &[usize]) {
    for &at in sets {
        let mut bits = [0u32; 4];
        for c in 0..128u32 {
            if in_set_slow(code, at, c)
                && let Some(bit) = bits.get_mut(c as usize / 32)
            {
                *bit |= 1 << (c % 32);
            }
        }
        if let Some(place) = code.get_mut(at + 4..at + 8) {
            place.copy_from_slice(&bits);
        }
    }
}

/// Lower case as CPython's `re` sees it: one character for one character.
pub fn lower(c: u32, mode: u32) -> u32 {
    if c < 128 {
        return if (65..=90).contains(&c) { c + 32 } else { c };
    }
    if mode == 2 || c == 0x130 {
        return if mode == 2 { c } else { 105 };
    }
    one(c, char::to_lowercase)
}

fn upper(c: u32) -> u32 {
    one(c, char::to_uppercase)
}

fn one<I: Iterator<Item = char>>(c: u32, map: fn(char) -> I) -> u32 {
    let Some(c) = char::from_u32(c) else { return c };
    let mut mapped = map(c);
    match (mapped.next(), mapped.next()) {
        (Some(m), None) => u32::from(m),
        _ => u32::from(c),
    }
}

fn category(kind: u32, c: u32) -> bool {
    let ascii = kind >= 8;
    let Some(c) = char::from_u32(c).filter(|c| !ascii || c.is_ascii()) else { return kind & 1 == 1 };
    let holds = match kind & 6 {
        0 => {
            if ascii {
                c.is_ascii_digit()
            } else {
                unicode::decimal(c).is_some()
            }
        }
        2 => {
            if ascii {
                matches!(c, ' ' | '\t'..='\r')
            } else {
                unicode::is_space(c)
            }
        }
        _ => is_word(c, ascii),
    };
    holds != (kind & 1 == 1)
}

/// `\w`
pub fn is_word(c: char, ascii: bool) -> bool {
    if c.is_ascii() || ascii {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    unicode::is_alpha(c) || unicode::is_digit(c) || unicode::is_numeric(c) || unicode::decimal(c).is_some()
}

fn holds(items: &[u32], c: u32) -> bool {
    items.chunks_exact(3).any(|item| match item {
        [0, low, high] => (*low..=*high).contains(&c),
        [1, kind, _] => category(*kind, c),
        _ => false,
    })
}

fn in_set_slow(code: &[u32], at: usize, c: u32) -> bool {
    let end = at + word(code, at + 1) as usize;
    let items = code.get(at + SET_HEAD..end).unwrap_or(&[]);
    let negated = word(code, at + 3) != 0;
    let found = match word(code, at + 2) {
        0 => holds(items, c),
        2 if c >= 128 => holds(items, c),
        mode => {
            let low = lower(c, mode);
            // all characters that differ from `c` in case only
            let high = if c < 128 { low - if (97..=122).contains(&low) { 32 } else { 0 } } else { upper(c) };
            // the Kelvin and Angstrom signs are upper cases of letters that have others
            let sign = match (mode, low) {
                (1, 0x6b) => 0x212a,
                (1, 0xe5) => 0x212b,
                (1, 0x73) => 0x17f,
                _ => c,
            };
            holds(items, low)
                || holds(items, high)
                || holds(items, c)
                || holds(items, sign)
                || mode == 1 && (holds(items, upper(low)) || holds(items, lower(high, 1)))
        }
    };
    found != negated
}

/// Whether the one-character instruction at `at` accepts `c`.
#[inline]
pub fn accepts(code: &[u32], at: usize, c: u32) -> bool {
    match word(code, at) {
        CHAR => word(code, at + 1) == c,
        ANY => c != 10,
        ANY_ALL => true,
        SET if c < 128 => word(code, at + 4 + c as usize / 32) >> (c % 32) & 1 == 1,
        SET => in_set_slow(code, at, c),
        CHAR_IGNORE => lower(c, word(code, at + 2)) == word(code, at + 1),
        _ => false,
    }
}
