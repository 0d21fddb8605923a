//! The Mersenne Twister behind `random`: what must be native; distributions are in `prelude/lib/random.py`.
//!
//! Keeps true: the same seed gives the numbers that CPython gives (Modules/_randommodule.c), and a state is a plain value.

use num_bigint::{BigInt, Sign};
use num_traits::Signed;
use sha2::{Digest, Sha512};

use crate::cost::Cost;
use crate::native::{Args, Native, NativeDef, NativeResult, Res, Table};
use crate::object::{Object, RandomState};
use crate::process::Process;
use crate::value::{Ref, Value};

/// Words of state, and the distance of the recurrence (Matsumoto and Nishimura 1998).
const WORDS: usize = 624;
const MIDDLE: usize = 397;

impl RandomState {
    /// A generator keyed by 32-bit words, least significant first.
    #[must_use]
    pub fn with_key(key: &[u32]) -> Self {
        let key = if key.is_empty() { &[0] } else { key };
        let mut mt = vec![19_650_218u32; WORDS];
        for i in 1..WORDS {
            let previous = mt[i - 1];
            mt[i] = 1_812_433_253u32.wrapping_mul(previous ^ previous >> 30).wrapping_add(i as u32);
        }
        let (mut i, mut j) = (1, 0);
        for _ in 0..WORDS.max(key.len()) {
            let previous = mt[i - 1];
            mt[i] = (mt[i] ^ (previous ^ previous >> 30).wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= WORDS {
                mt[0] = mt[WORDS - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..WORDS - 1 {
            let previous = mt[i - 1];
            mt[i] = (mt[i] ^ (previous ^ previous >> 30).wrapping_mul(1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            if i >= WORDS {
                mt[0] = mt[WORDS - 1];
                i = 1;
            }
        }
        mt[0] = 0x8000_0000;
        Self { state: mt, index: WORDS as u32, gauss_next: None }
    }

    fn refill(&mut self) {
        let mt = &mut self.state;
        for i in 0..WORDS {
            let y = mt[i] & 0x8000_0000 | mt[(i + 1) % WORDS] & 0x7fff_ffff;
            let twist = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            mt[i] = mt[(i + MIDDLE) % WORDS] ^ y >> 1 ^ twist;
        }
        self.index = 0;
    }

    /// The next 32 bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.index as usize >= WORDS {
            self.refill();
        }
        let mut y = self.state.get(self.index as usize).copied().unwrap_or(0);
        self.index += 1;
        y ^= y >> 11;
        y ^= y << 7 & 0x9d2c_5680;
        y ^= y << 15 & 0xefc6_0000;
        y ^ y >> 18
    }

    /// The next float in [0, 1): 53 bits.
    pub fn next_f64(&mut self) -> f64 {
        let (a, b) = (self.next_u32() >> 5, self.next_u32() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) * (1.0 / 9_007_199_254_740_992.0)
    }
}

/// The state behind an argument.
fn state_of(p: &mut Process, value: Value) -> Res<Ref> {
    match value {
        Value::Obj(r) if matches!(p.heap.get(r), Object::Random(_)) => Ok(r),
        _ => Err(p.type_error("a random generator's state is required")),
    }
}

fn with_state<T>(p: &mut Process, r: Ref, run: impl FnOnce(&mut RandomState) -> T) -> Option<T> {
    match p.heap.get_mut(r) {
        Object::Random(state) => Some(run(state)),
        _ => None,
    }
}

/// Slot of `Process::counters`: generators seeded by the run's seed so far.
const COUNTER_SEEDED: usize = 3;

/// The key of a generator that the program does not seed: the run's own seed, and for all but the first its number, so that
/// two generators do not give the same numbers.
fn own_key(p: &mut Process) -> Vec<u32> {
    let seed = p.config.seed;
    let number = p.counters.get_mut(COUNTER_SEEDED).map_or(0, |n| std::mem::replace(n, n.wrapping_add(1)));
    let mut key = vec![seed as u32, (seed >> 32) as u32];
    if number > 0 {
        key.push(number as u32);
    }
    key
}

/// `_new_generator()`: its first seed comes from the program or, by `seed(None)`, from the run.
fn new_generator(p: &mut Process, _: &Args<'_>) -> NativeResult {
    let state = RandomState::with_key(&[]);
    Ok(Native::Done(p.alloc(Object::Random(Box::new(state)))))
}

/// `generator.seed(int)`.
fn seed(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = state_of(p, args.get(0))?;
    let key = match args.get(1) {
        Value::None | Value::Unset => own_key(p),
        value => match p.big_int(value) {
            Some(i) => i.abs().iter_u32_digits().collect(),
            None => {
                // the hash as an unsigned word
                let hash = p.hash_native(value)?.unwrap_or(0) as u64;
                BigInt::from(hash).iter_u32_digits().collect()
            }
        },
    };
    with_state(p, r, |state| *state = RandomState::with_key(&key));
    Ok(Native::Done(Value::None))
}

fn random(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = state_of(p, args.get(0))?;
    let f = with_state(p, r, RandomState::next_f64).unwrap_or(0.0);
    Ok(Native::Done(Value::Float(f)))
}

fn getrandbits(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = state_of(p, args.get(0))?;
    let bits = p.index_arg(args.get(1), "")?;
    let Ok(bits) = usize::try_from(bits) else {
        return Err(p.value_error("number of bits must be non-negative"));
    };
    if bits == 0 {
        return Ok(Native::Done(Value::Int(0)));
    }
    if bits <= 32 {
        let word = with_state(p, r, RandomState::next_u32).unwrap_or(0);
        return Ok(Native::Done(Value::Int(i64::from(word >> (32 - bits)))));
    }
    p.check_room(bits / 8)?;
    let mut words = Vec::with_capacity(bits.div_ceil(32));
    let mut left = bits;
    while left > 0 {
        let word = with_state(p, r, RandomState::next_u32).unwrap_or(0);
        words.push(if left < 32 { word >> (32 - left) } else { word });
        left = left.saturating_sub(32);
    }
    Ok(Native::Done(p.new_int(BigInt::from_slice(Sign::Plus, &words))))
}

/// `generator.getstate()`: the 624 words and the position, as CPython's tuple has them.
fn getstate(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = state_of(p, args.get(0))?;
    let items = with_state(p, r, |state| {
        let words = state.state.iter().chain([&state.index]);
        words.map(|&word| Value::Int(i64::from(word))).collect::<Vec<Value>>()
    });
    Ok(Native::Done(p.new_tuple(items.unwrap_or_default())))
}

fn setstate(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let r = state_of(p, args.get(0))?;
    let Some(items) = p.items_slice(args.get(1)).map(<[Value]>::to_vec) else {
        return Err(p.type_error("state vector must be a tuple"));
    };
    if items.len() != WORDS + 1 {
        return Err(p.value_error("state vector is the wrong size"));
    }
    let mut words = Vec::with_capacity(WORDS + 1);
    for item in items {
        match item.as_small_int().and_then(|i| u32::try_from(i).ok()) {
            Some(word) => words.push(word),
            None => return Err(p.value_error("invalid state")),
        }
    }
    let index = words.pop().unwrap_or(0);
    if index as usize > WORDS {
        return Err(p.value_error("invalid state"));
    }
    with_state(p, r, |state| {
        state.state = words;
        state.index = index;
    });
    Ok(Native::Done(Value::None))
}

/// `_seed_number(bytes)`: the int that a text seed stands for: the bytes followed by their SHA-512.
fn seed_number(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let Some(mut bytes) = p.bytes(args.get(0)).map(<[u8]>::to_vec) else {
        return Err(p.type_error("bytes are required"));
    };
    let digest = Sha512::digest(&bytes);
    bytes.extend_from_slice(&digest);
    Ok(Native::Done(p.new_int(BigInt::from_bytes_be(Sign::Plus, &bytes))))
}

pub const TABLES: &[Table] = &[
    Table {
        owner: "Random",
        is_class: true,
        items: &[
            NativeDef::method("seed", seed, 0, 1).cost(Cost::RandomCall),
            NativeDef::method("random", random, 0, 0).cost(Cost::RandomCall),
            NativeDef::method("getrandbits", getrandbits, 1, 1).cost(Cost::RandomCall),
            NativeDef::method("getstate", getstate, 0, 0).rare(),
            NativeDef::method("setstate", setstate, 1, 1).rare(),
        ],
    },
    Table {
        owner: "random",
        is_class: false,
        items: &[
            NativeDef::function("_new_generator", new_generator, 0, 0),
            NativeDef::function("_seed_number", seed_number, 1, 1).rare(),
        ],
    },
];
