//! SHA-512 (FIPS 180-4), for text seeds. Its constants are computed: the fractions of roots of the first primes.

use std::sync::OnceLock;

use num_bigint::BigUint;
use num_traits::ToPrimitive;

struct Constants {
    initial: [u64; 8],
    round: [u64; 80],
}

/// The first 64 bits of the fraction of the `degree`-th root of `n`.
fn root_fraction(n: u64, degree: u32) -> u64 {
    let scaled = BigUint::from(n) << (64 * u64::from(degree));
    (scaled.nth_root(degree) % (BigUint::from(1u32) << 64u32)).to_u64().unwrap_or(0)
}

fn constants() -> &'static Constants {
    static CONSTANTS: OnceLock<Constants> = OnceLock::new();
    CONSTANTS.get_or_init(|| {
        let mut primes = (2u64..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
        let primes: [u64; 80] = std::array::from_fn(|_| primes.next().unwrap_or(2));
        Constants {
            initial: std::array::from_fn(|i| root_fraction(primes[i], 2)),
            round: std::array::from_fn(|i| root_fraction(primes[i], 3)),
        }
    })
}

/// The digest of a message.
#[must_use]
pub fn digest(message: &[u8]) -> [u8; 64] {
    let constants = constants();
    let mut state = constants.initial;
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 128 != 112 {
        padded.push(0);
    }
    padded.extend_from_slice(&(message.len() as u128 * 8).to_be_bytes());
    for block in padded.chunks_exact(128) {
        let mut w = [0u64; 80];
        for (word, bytes) in w.iter_mut().zip(block.chunks_exact(8)) {
            *word = bytes.iter().fold(0, |acc, &b| acc << 8 | u64::from(b));
        }
        for t in 16..80 {
            let s0 = w[t - 15].rotate_right(1) ^ w[t - 15].rotate_right(8) ^ w[t - 15] >> 7;
            let s1 = w[t - 2].rotate_right(19) ^ w[t - 2].rotate_right(61) ^ w[t - 2] >> 6;
            w[t] = w[t - 16].wrapping_add(s0).wrapping_add(w[t - 7]).wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
        for (k, word) in constants.round.iter().zip(w) {
            let s1 = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
            let choice = e & f ^ !e & g;
            let t1 = h.wrapping_add(s1).wrapping_add(choice).wrapping_add(*k).wrapping_add(word);
            let s0 = a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39);
            let majority = a & b ^ a & c ^ b & c;
            let t2 = s0.wrapping_add(majority);
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (word, add) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *word = word.wrapping_add(add);
        }
    }
    let mut out = [0; 64];
    for (bytes, word) in out.chunks_exact_mut(8).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn digest_of_abc() {
        // FIPS 180-4, example of one block
        let hex: String = digest(b"abc").iter().map(|b| format!("{b:02x}")).collect();
        assert!(hex.starts_with("ddaf35a193617abacc417349ae204131"), "{hex}");
        assert!(hex.ends_with("2a9ac94fa54ca49f"), "{hex}");
    }
}
