//! Weak references: numbers that stand for objects without keeping them.
//!
//! The collector clears them. CPython clears most of them at once, when the last reference goes; so that a program sees the
//! same, whoever looks at a weak reference has the collector run first ([`WeakTable::due`]), as often as the program can pay for it.
//!
//! Keeps true: no number ever refers to a slot that was freed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::heap::Heap;
use crate::object::Object;
use crate::value::Ref;

/// Collections that cost a program nothing: what an example needs.
const FREE_COLLECTIONS: u32 = 300;

/// Instructions between two further ones.
const PAUSE_INSTRUCTIONS: u64 = 50_000;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WeakTable {
    refs: BTreeMap<u64, Ref>,
    next: u64,
    /// Collections asked for by weak references.
    asked: u32,
    /// Instructions executed at the last one.
    last: u64,
}

impl WeakTable {
    /// A number for an object: the same one each time, as long as the object lives.
    pub fn watch(&mut self, object: Ref) -> u64 {
        if let Some((number, _)) = self.refs.iter().find(|(_, r)| **r == object) {
            return *number;
        }
        self.next += 1;
        self.refs.insert(self.next, object);
        self.next
    }

    /// The object, unless it is gone.
    #[must_use]
    pub fn get(&self, number: u64) -> Option<Ref> {
        self.refs.get(&number).copied()
    }

    /// Whether the collector should run before a reference is looked at.
    #[must_use]
    pub fn due(&self, instructions: u64) -> bool {
        !self.refs.is_empty()
            && (self.asked < FREE_COLLECTIONS || instructions.saturating_sub(self.last) >= PAUSE_INSTRUCTIONS)
    }

    pub fn collected(&mut self, instructions: u64) {
        self.asked = self.asked.saturating_add(1);
        self.last = instructions;
    }

    /// To be called after each collection, before anything is allocated.
    pub fn forget_dead(&mut self, heap: &Heap) {
        self.refs.retain(|_, r| !matches!(heap.get(*r), Object::Free));
    }
}
