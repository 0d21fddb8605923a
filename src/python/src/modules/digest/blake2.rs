//! BLAKE2b and BLAKE2s (RFC 7693, with the parameter block of the BLAKE2 paper). A state is bytes: chain value, counter, bytes
//! that wait for their block, and what the end needs.

/// The two variants: word size and constants.
pub trait Variant {
    /// Bytes of a word.
    const WORD: usize;
    const ROUNDS: usize;
    const ROTATIONS: [u32; 4];
    const IV: [u64; 8];
}

#[derive(Debug)]
pub struct B;
#[derive(Debug)]
pub struct S;

impl Variant for B {
    const WORD: usize = 8;
    const ROUNDS: usize = 12;
    const ROTATIONS: [u32; 4] = [32, 24, 16, 63];
    // the initial values of SHA-512
    const IV: [u64; 8] = [
        0x6a09_e667_f3bc_c908,
        0xbb67_ae85_84ca_a73b,
        0x3c6e_f372_fe94_f82b,
        0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1,
        0x9b05_688c_2b3e_6c1f,
        0x1f83_d9ab_fb41_bd6b,
        0x5be0_cd19_137e_2179,
    ];
}

impl Variant for S {
    const WORD: usize = 4;
    const ROUNDS: usize = 10;
    const ROTATIONS: [u32; 4] = [16, 12, 8, 7];
    // the initial values of SHA-256: the upper halves
    const IV: [u64; 8] =
        [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];
}

const SIGMA: [[u8; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// Columns and diagonals of the round function.
const MIX: [[usize; 4]; 8] = [
    [0, 4, 8, 12],
    [1, 5, 9, 13],
    [2, 6, 10, 14],
    [3, 7, 11, 15],
    [0, 5, 10, 15],
    [1, 6, 11, 12],
    [2, 7, 8, 13],
    [3, 4, 9, 14],
];

struct State {
    chain: [u64; 8],
    count: u64,
    size: u8,
    last_node: u8,
    waiting: Vec<u8>,
}

fn word_at(bytes: &[u8], at: usize, size: usize) -> u64 {
    bytes.iter().skip(at * size).take(size).rev().fold(0, |w, &b| w << 8 | u64::from(b))
}

impl State {
    fn read(bytes: &[u8]) -> Self {
        let chain = std::array::from_fn(|i| word_at(bytes, i, 8));
        let byte = |i: usize| bytes.get(i).copied().unwrap_or(0);
        let waiting = bytes.get(74..).unwrap_or(&[]).to_vec();
        Self { chain, count: word_at(bytes, 8, 8), size: byte(72), last_node: byte(73), waiting }
    }

    fn write(&self) -> Vec<u8> {
        let mut out: Vec<u8> = self.chain.iter().chain([&self.count]).flat_map(|w| w.to_le_bytes()).collect();
        out.extend([self.size, self.last_node]);
        out.extend_from_slice(&self.waiting);
        out
    }

    /// One block into the chain value.
    fn compress<V: Variant>(&mut self, block: &[u8], last: bool) {
        let mask = if V::WORD == 8 { u64::MAX } else { u64::from(u32::MAX) };
        let bits = V::WORD as u32 * 8;
        let rotate = |w: u64, by: u32| (w >> by | w << (bits - by)) & mask;
        let message: [u64; 16] = std::array::from_fn(|i| word_at(block, i, V::WORD));
        let mut v = [0u64; 16];
        v[..8].copy_from_slice(&self.chain);
        v[8..].copy_from_slice(&V::IV);
        v[12] ^= self.count & mask;
        v[13] ^= if V::WORD == 8 { 0 } else { self.count >> 32 };
        if last {
            v[14] ^= mask;
            if self.last_node != 0 {
                v[15] ^= mask;
            }
        }
        for round in 0..V::ROUNDS {
            let order = &SIGMA[round % 10];
            for (i, &[a, b, c, d]) in MIX.iter().enumerate() {
                let [x, y] = [order[2 * i], order[2 * i + 1]].map(|m| message[usize::from(m)]);
                v[a] = v[a].wrapping_add(v[b]).wrapping_add(x) & mask;
                v[d] = rotate(v[d] ^ v[a], V::ROTATIONS[0]);
                v[c] = v[c].wrapping_add(v[d]) & mask;
                v[b] = rotate(v[b] ^ v[c], V::ROTATIONS[1]);
                v[a] = v[a].wrapping_add(v[b]).wrapping_add(y) & mask;
                v[d] = rotate(v[d] ^ v[a], V::ROTATIONS[2]);
                v[c] = v[c].wrapping_add(v[d]) & mask;
                v[b] = rotate(v[b] ^ v[c], V::ROTATIONS[3]);
            }
        }
        for (i, word) in self.chain.iter_mut().enumerate() {
            *word ^= v[i] ^ v[i + 8];
        }
    }

    /// The last block of all data stays waiting: the end is told apart by it.
    fn update<V: Variant>(&mut self, data: &[u8]) {
        let block = V::WORD * 16;
        self.waiting.extend_from_slice(data);
        let waiting = std::mem::take(&mut self.waiting);
        let mut rest = waiting.as_slice();
        while rest.len() > block {
            let (first, more) = rest.split_at(block);
            self.count += block as u64;
            self.compress::<V>(first, false);
            rest = more;
        }
        self.waiting = rest.to_vec();
    }
}

/// `parameters`: fan-out, depth, leaf size (4), node offset (8 or 6), node depth, inner size, last node.
pub fn started<V: Variant>(size: u8, key: &[u8], salt: &[u8], person: &[u8], parameters: &[u8]) -> Vec<u8> {
    let half = V::WORD;
    let mut block = vec![size, key.len() as u8];
    let tree = if V::WORD == 8 { 16 } else { 14 };
    block.extend(parameters.iter().copied().take(tree));
    block.resize(V::WORD * 4, 0);
    for part in [salt, person] {
        let mut part = part.to_vec();
        part.resize(2 * half, 0);
        block.extend(part);
    }
    let chain = std::array::from_fn(|i| V::IV[i] ^ word_at(&block, i, V::WORD));
    let last_node = parameters.get(tree).copied().unwrap_or(0);
    let mut state = State { chain, count: 0, size, last_node, waiting: Vec::new() };
    if !key.is_empty() {
        let mut first = key.to_vec();
        first.resize(V::WORD * 16, 0);
        state.update::<V>(&first);
    }
    state.write()
}

pub fn updated<V: Variant>(state: &[u8], data: &[u8], _: usize) -> Vec<u8> {
    let mut state = State::read(state);
    state.update::<V>(data);
    state.write()
}

pub fn finished<V: Variant>(state: &[u8], _: &[u8], _: usize) -> Vec<u8> {
    let mut state = State::read(state);
    state.count += state.waiting.len() as u64;
    let mut block = std::mem::take(&mut state.waiting);
    block.resize(V::WORD * 16, 0);
    state.compress::<V>(&block, true);
    let bytes = state.chain.iter().flat_map(|w| w.to_le_bytes().into_iter().take(V::WORD));
    bytes.take(usize::from(state.size)).collect()
}
