//! Sums at fixed times, for lanes with very many spans.
//!
//! Searching spans costs a cache miss at nearly every step once a lane has a hundred thousand of them. A lane therefore
//! also keeps its sums at the multiples of a tile's width, which doubles as the run grows, so that there are never more
//! than [`MAX_TILES`], nor more than one per sixteen spans. A column that is several tiles wide is then one subtraction of
//! neighbours in memory; its edges are rounded to tiles, its shares are exact for that stretch.

use crate::index::{SLOTS, Shares};

/// Enough for four tiles per column on a screen of 4096 px.
const MAX_TILES: u64 = 8192;
const SPANS_PER_TILE: u64 = 16;
const MIN_TILES: u64 = 64;

#[derive(Clone, Debug)]
pub struct Tiles {
    width_nanos: u64,
    /// `sums[k]`: everything before `k * width_nanos`.
    sums: Vec<Shares>,
    /// `ended[k]`: how many spans had ended by then, at least.
    ended: Vec<u32>,
    /// `longest[k]`: the longest span that touches the tile that begins there.
    longest: Vec<u64>,
}

impl Default for Tiles {
    fn default() -> Self {
        Self { width_nanos: 1024, sums: Vec::new(), ended: Vec::new(), longest: Vec::new() }
    }
}

impl Tiles {
    /// Takes up the `n`th span; `before` is the sum of all spans before it.
    pub(crate) fn add(&mut self, n: usize, start_nanos: u64, end_nanos: u64, slot: Option<usize>, before: &Shares) {
        let limit = (n as u64 / SPANS_PER_TILE).clamp(MIN_TILES, MAX_TILES);
        while end_nanos / self.width_nanos >= limit {
            self.coarsen();
        }
        loop {
            let boundary = self.sums.len() as u64 * self.width_nanos;
            if boundary > end_nanos {
                break;
            }
            let mut sum = *before;
            if let Some(part) = slot.and_then(|s| sum.get_mut(s)) {
                *part += boundary.saturating_sub(start_nanos);
            }
            self.sums.push(sum);
            self.ended.push(n as u32);
            self.longest.push(0);
        }
        let tiles = (start_nanos / self.width_nanos) as usize..=(end_nanos / self.width_nanos) as usize;
        for longest in self.longest.get_mut(tiles).unwrap_or_default() {
            *longest = (*longest).max(end_nanos - start_nanos);
        }
    }

    fn coarsen(&mut self) {
        self.width_nanos = self.width_nanos.saturating_mul(2);
        self.sums = self.sums.iter().step_by(2).copied().collect();
        self.ended = self.ended.iter().step_by(2).copied().collect();
        self.longest = self.longest.chunks(2).map(|pair| pair.iter().copied().max().unwrap_or(0)).collect();
    }

    /// The shares of a column, and the length of the stretch they are of. `None`: the column is too narrow for tiles, goes
    /// beyond them, or touches a span of `wide_nanos` or more, which wants to be drawn as itself.
    pub(crate) fn column(&self, from_nanos: u64, to_nanos: u64, wide_nanos: u64) -> Option<(Shares, u64)> {
        if to_nanos.saturating_sub(from_nanos) / 2 < self.width_nanos {
            return None;
        }
        let round = |nanos: u64| (nanos.saturating_add(self.width_nanos / 2) / self.width_nanos) as usize;
        let (first, last) = (round(from_nanos), round(to_nanos));
        let (before, after) = (self.sums.get(first)?, self.sums.get(last)?);
        let touched = self.longest.get(first.saturating_sub(1)..=last)?;
        if touched.iter().any(|&longest| longest >= wide_nanos) {
            return None;
        }
        let mut shares: Shares = [0; SLOTS];
        for ((share, after), before) in shares.iter_mut().zip(after).zip(before) {
            *share = after.saturating_sub(*before);
        }
        Some((shares, (last - first) as u64 * self.width_nanos))
    }

    /// A position at or before the first span that ends after `at_nanos`.
    pub(crate) fn ended_by(&self, at_nanos: u64) -> usize {
        let tile = (at_nanos / self.width_nanos) as usize;
        self.ended.get(tile).or(self.ended.last()).map_or(0, |&n| n as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spans of 100 ns in two slots by turns, end to end.
    fn even(count: usize) -> Tiles {
        let mut tiles = Tiles::default();
        let mut before: Shares = [0; SLOTS];
        for n in 0..count {
            let start = n as u64 * 100;
            tiles.add(n, start, start + 100, Some(n % 2), &before);
            before[n % 2] += 100;
        }
        tiles
    }

    #[test]
    fn tiles_are_bounded_and_exact() {
        for count in [10, 1_000, 50_000, 300_000] {
            let tiles = even(count);
            assert!(tiles.sums.len() as u64 <= MAX_TILES.min((count as u64 / SPANS_PER_TILE).max(MIN_TILES)) + 1);
            for (k, sum) in tiles.sums.iter().enumerate() {
                let at = k as u64 * tiles.width_nanos;
                assert_eq!(sum.iter().sum::<u64>(), at);
                assert_eq!(sum[0], at / 200 * 100 + (at % 200).min(100));
            }
        }
    }

    #[test]
    fn a_column_is_the_difference_of_two_sums() {
        let tiles = even(300_000);
        let (shares, nanos) = tiles.column(1_000_000, 1_200_000, 1_000).unwrap_or_default();
        assert_eq!(shares.iter().sum::<u64>(), nanos);
        assert!(nanos.abs_diff(200_000) <= tiles.width_nanos);
        assert!(shares[0].abs_diff(shares[1]) <= 100);
        assert!(tiles.ended_by(1_200_000) <= 12_000 && tiles.ended_by(1_200_000) > 11_900);
        // Too narrow, too far, too wide a span.
        assert_eq!(tiles.column(1_000_000, 1_000_000 + tiles.width_nanos, 1_000), None);
        assert_eq!(tiles.column(29_990_000, 31_000_000, 1_000), None);
        assert_eq!(tiles.column(1_000_000, 1_200_000, 100), None);
    }
}
