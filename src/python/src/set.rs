//! The table behind `set` and `frozenset`.
//!
//! Iteration order is visible to programs (`print({3, 1, 2})`), so the table probes and grows exactly as CPython's
//! (Objects/setobject.c: `set_add_entry`, `set_table_resize`): linear probes of 9 within the table, then perturbed jumps;
//! growth by 4 up to 50,000 entries, then by 2, when three fifths are filled. Comparing keys is the caller's business, as
//! in `dict.rs`.

use serde::{Deserialize, Serialize};

use crate::value::Value;

const MIN_SIZE: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Slot {
    hash: i64,
    /// Unset: never used, or a dummy left by a removal (`dummy`).
    key: Value,
    dummy: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetTable {
    slots: Vec<Slot>,
    /// Used and dummy slots.
    fill: usize,
    used: usize,
    version: u32,
    /// Where `pop` looks first.
    finger: usize,
}

impl Default for SetTable {
    fn default() -> Self {
        Self { slots: vec![Slot::default(); MIN_SIZE], fill: 0, used: 0, version: 0, finger: 0 }
    }
}

impl SetTable {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.used
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    #[must_use]
    pub fn size_bytes(&self) -> usize {
        64 + self.slots.len() * size_of::<Slot>()
    }

    /// Slots, for iteration by index.
    #[must_use]
    pub fn end(&self) -> usize {
        self.slots.len()
    }

    #[must_use]
    pub fn at(&self, index: usize) -> Option<(i64, Value)> {
        self.slots.get(index).filter(|s| !s.key.is_unset()).map(|s| (s.hash, s.key))
    }

    /// First used slot at or after `index`.
    #[must_use]
    pub fn next_live(&self, mut index: usize) -> Option<usize> {
        while index < self.slots.len() {
            if !self.slots[index].key.is_unset() {
                return Some(index);
            }
            index += 1;
        }
        None
    }

    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.slots.iter().filter(|s| !s.key.is_unset()).map(|s| s.key)
    }

    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, Value)> + '_ {
        self.slots.iter().filter(|s| !s.key.is_unset()).map(|s| (s.hash, s.key))
    }

    /// Walks CPython's probe sequence; `visit` says whether to stop at a slot.
    fn probe(&self, hash: i64, mut visit: impl FnMut(usize, &Slot) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut perturb = hash as u64;
        let mut i = hash as u64 as usize & mask;
        loop {
            let probes = if i + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            for at in i..=i + probes {
                if visit(at, &self.slots[at]) {
                    return at;
                }
            }
            perturb >>= PERTURB_SHIFT;
            i = i.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
        }
    }

    /// Slot of the key with this hash that `same` accepts.
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        let at = self.probe(
            hash,
            |_, slot| {
                if slot.key.is_unset() { !slot.dummy } else { slot.hash == hash && same(slot.key) }
            },
        );
        (!self.slots[at].key.is_unset()).then_some(at)
    }

    /// Positions with this hash, for keys that only Python code can compare.
    #[must_use]
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let mut found = Vec::new();
        self.probe(hash, |at, slot| {
            if slot.key.is_unset() {
                return !slot.dummy;
            }
            if slot.hash == hash {
                found.push(at);
            }
            false
        });
        found
    }

    /// Adds a key that is known to be absent.
    pub fn insert_new(&mut self, hash: i64, key: Value) {
        self.version = self.version.wrapping_add(1);
        // the first slot free for it, be it one that a removal left
        let at = self.probe(hash, |_, slot| slot.key.is_unset());
        let reused = self.slots[at].dummy;
        self.slots[at] = Slot { hash, key, dummy: false };
        if reused {
            self.used += 1;
            return;
        }
        self.fill += 1;
        self.used += 1;
        let mask = self.slots.len() - 1;
        if self.fill * 5 >= mask * 3 {
            let wanted = if self.used > 50_000 { self.used * 2 } else { self.used * 4 };
            self.resize(wanted);
        }
    }

    fn resize(&mut self, min_used: usize) {
        let mut size = MIN_SIZE;
        while size <= min_used {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        self.fill = self.used;
        for slot in old.into_iter().filter(|s| !s.key.is_unset()) {
            let at = self.probe(slot.hash, |_, s| s.key.is_unset());
            self.slots[at] = slot;
        }
    }

    /// Removes the key in a slot.
    pub fn remove(&mut self, at: usize) -> Option<Value> {
        let slot = self.slots.get_mut(at).filter(|s| !s.key.is_unset())?;
        let key = slot.key;
        *slot = Slot { hash: -1, key: Value::Unset, dummy: true };
        self.used -= 1;
        self.version = self.version.wrapping_add(1);
        Some(key)
    }

    pub fn clear(&mut self) {
        let version = self.version.wrapping_add(1);
        *self = Self { version, ..Self::default() };
    }

    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// `set.pop`: goes on where the last pop stopped, around the table.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let from = self.finger & (self.slots.len() - 1);
        let at = self.next_live(from).or_else(|| self.next_live(0))?;
        self.finger = at + 1;
        self.remove(at)
    }

    /// A copy as CPython makes one (`set(other)`): slot for slot where the sizes allow, else in slot order into a table
    /// sized first.
    #[must_use]
    pub fn copied(&self) -> Self {
        let mut copy = Self::default();
        copy.reserve(self.used);
        if copy.slots.len() == self.slots.len() && self.fill == self.used {
            copy.slots.clone_from(&self.slots);
            copy.fill = self.fill;
            copy.used = self.used;
            return copy;
        }
        for (hash, key) in self.iter_hashed() {
            copy.insert_new(hash, key);
        }
        copy
    }

    /// The resizing that `set_merge` does before it adds `n` keys.
    pub fn reserve(&mut self, n: usize) {
        let mask = self.slots.len() - 1;
        if (self.fill + n) * 5 >= mask * 3 {
            self.resize((self.used + n) * 2);
        }
    }

    /// Whether nothing was ever added.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.fill == 0
    }

    /// The resizing at the end of `set_difference_update_internal`.
    pub fn drop_dummies(&mut self) {
        if self.fill - self.used > (self.slots.len() - 1) / 4 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }
}
