//! The table behind `dict`: entries in insertion order with an index on the side.
//!
//! The table itself never compares keys: a lookup takes a closure, because comparing may need the heap (strings) or even
//! Python code (`__eq__`), which the caller arranges. Up to [`SMALL`] entries are searched in order without an index.
//!
//! Keeps true: live entries appear in insertion order; a deleted entry stays as a hole (key unset) until the next
//! rebuild; `version` changes whenever a key is added or removed, so an iterator can tell.

use serde::{Deserialize, Serialize};

use crate::value::Value;

const SMALL: usize = 8;
const EMPTY: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Entry {
    pub hash: i64,
    /// Unset for a hole.
    pub key: Value,
    pub value: Value,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Dict {
    entries: Vec<Entry>,
    /// Open addressing with linear probing over `entries`; empty while small. Length is a power of two.
    index: Vec<u32>,
    live: usize,
    version: u32,
}

#[inline]
fn spread(hash: i64) -> usize {
    // Fibonacci hashing: Python's int hash is the int itself, whose low bits alone would cluster.
    ((hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
}

impl Dict {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn with_capacity(n: usize) -> Self {
        let mut dict = Self { entries: Vec::with_capacity(n), ..Self::default() };
        if n > SMALL {
            dict.rebuild(n);
        }
        dict
    }

    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.live
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    #[must_use]
    pub fn size_bytes(&self) -> usize {
        64 + self.entries.len() * size_of::<Entry>() + self.index.len() * 4
    }

    /// Position of the entry with this hash whose key `same` accepts.
    #[inline]
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        if self.index.is_empty() {
            return self.entries.iter().position(|e| e.hash == hash && !e.key.is_unset() && same(e.key));
        }
        let mask = self.index.len() - 1;
        let mut slot = spread(hash) & mask;
        loop {
            let at = self.index[slot];
            if at == EMPTY {
                return None;
            }
            let entry = &self.entries[at as usize];
            if entry.hash == hash && !entry.key.is_unset() && same(entry.key) {
                return Some(at as usize);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// All positions with this hash, for keys that only Python code can compare.
    #[must_use]
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let mut found = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if entry.hash == hash && !entry.key.is_unset() {
                found.push(at);
            }
        }
        found
    }

    /// Entry at a position, unless it is a hole or past the end.
    #[inline]
    #[must_use]
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at).filter(|e| !e.key.is_unset())
    }

    #[inline]
    pub fn set_value(&mut self, at: usize, value: Value) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.value = value;
        }
    }

    /// Adds a key that is known to be absent; returns its position.
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) -> usize {
        self.version = self.version.wrapping_add(1);
        if self.index.is_empty() {
            if self.entries.len() >= SMALL {
                self.rebuild(self.live + 1);
            }
        } else if (self.entries.len() + 1) * 3 > self.index.len() * 2 {
            self.rebuild(self.live + 1);
        }
        let at = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if !self.index.is_empty() {
            self.link(hash, at as u32);
        }
        at
    }

    fn link(&mut self, hash: i64, at: u32) {
        let mask = self.index.len() - 1;
        let mut slot = spread(hash) & mask;
        while self.index[slot] != EMPTY {
            slot = (slot + 1) & mask;
        }
        self.index[slot] = at;
    }

    /// Drops holes and sizes the index for `wanted` entries and as many again.
    fn rebuild(&mut self, wanted: usize) {
        self.entries.retain(|e| !e.key.is_unset());
        if wanted <= SMALL {
            self.index = Vec::new();
            return;
        }
        let size = (wanted * 3).next_power_of_two();
        self.index.clear();
        self.index.resize(size, EMPTY);
        for at in 0..self.entries.len() {
            self.link(self.entries[at].hash, at as u32);
        }
    }

    /// Removes the entry at a position and returns it.
    pub fn remove(&mut self, at: usize) -> Option<Entry> {
        let entry = self.entries.get_mut(at).filter(|e| !e.key.is_unset())?;
        let removed = *entry;
        entry.key = Value::Unset;
        entry.value = Value::Unset;
        self.live -= 1;
        self.version = self.version.wrapping_add(1);
        if self.live == 0 {
            self.entries.clear();
            self.index.fill(EMPTY);
        } else {
            // popitem() from the end must not leave a growing tail of holes
            while self.index.is_empty() && self.entries.last().is_some_and(|e| e.key.is_unset()) {
                self.entries.pop();
            }
        }
        Some(removed)
    }

    pub fn clear(&mut self) {
        let version = self.version.wrapping_add(1);
        *self = Self { version, ..Self::default() };
    }

    /// One past the last position.
    #[must_use]
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// First live position at or after `at`.
    #[inline]
    #[must_use]
    pub fn next_live(&self, mut at: usize) -> Option<usize> {
        while at < self.entries.len() {
            if !self.entries[at].key.is_unset() {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Last live position at or before `at` (exclusive upper bound).
    #[must_use]
    pub fn last_live_before(&self, at: usize) -> Option<usize> {
        (0..at.min(self.entries.len())).rev().find(|&i| !self.entries[i].key.is_unset())
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Value, Value)> + '_ {
        self.entries.iter().filter(|e| !e.key.is_unset()).map(|e| (e.key, e.value))
    }

    pub fn iter_entries(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        self.entries.iter().filter(|e| !e.key.is_unset())
    }
}
