//! Weak references: numbers that stand for objects without keeping them.
//!
//! The collector clears them. CPython clears most of them at once, when the last reference goes; so that a program sees the
//! same, whoever looks at a weak reference has the collector run first ([`WeakTable::due`]), as often as the program can pay for it.
//!
//! The same collector finds what CPython makes known when the last reference goes: coroutines that nobody has awaited, async
//! generators left in the middle, and futures whose exception nobody took (*mortals*). It keeps them until the event loop, or the end
//! of the program, has told about them ([`WeakTable::take_dying`]).
//!
//! Keeps true: no number and no mortal ever refers to a slot that was freed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::heap::{Heap, Marks};
use crate::object::{GeneratorKind, Object};
use crate::value::{Ref, Value};

/// Slots of the heap that collections may look at without a pause: a few hundred of what an example needs.
const FREE_SLOTS: u64 = 12_000_000;

/// Instructions between two further ones.
const PAUSE_INSTRUCTIONS: u64 = 50_000;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WeakTable {
    refs: BTreeMap<u64, Ref>,
    next: u64,
    /// Slots looked at by collections that were asked for.
    asked: u64,
    /// Instructions executed at the last one.
    last: u64,
    /// Instructions until the next one, when none is free any more.
    pause: u64,
    /// In the order of their making.
    #[serde(default)]
    mortals: Vec<Ref>,
    #[serde(default)]
    dying: Vec<Ref>,
    /// Instances whose class has a `__del__` that has not been called, and generators to be closed, in the order of their making.
    #[serde(default)]
    finalizable: Vec<Ref>,
    /// Those of them that nobody refers to: their `__del__` is to be called now.
    #[serde(default)]
    doomed: Vec<Ref>,
}

/// Whether the end of an object that nobody refers to has to be told.
fn is_open(object: &Object) -> bool {
    match object {
        Object::Generator(g) => match g.kind {
            GeneratorKind::Coroutine => !g.started && !g.finished,
            GeneratorKind::AsyncGenerator => !g.finished,
            GeneratorKind::Generator => false,
        },
        Object::Free => false,
        _ => true,
    }
}

/// Whether something of the program is to be run when nobody refers to it any more: not for a generator outside its body.
fn has_end(object: &Object) -> bool {
    !matches!(object, Object::Generator(g) if g.finished || !g.started)
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
        !self.refs.is_empty() && self.may(instructions)
    }

    fn may(&self, instructions: u64) -> bool {
        self.asked < FREE_SLOTS || instructions.saturating_sub(self.last) >= self.pause
    }

    pub fn collected(&mut self, instructions: u64, slots: u64) {
        self.asked = self.asked.saturating_add(slots);
        self.last = instructions;
        self.pause = PAUSE_INSTRUCTIONS.max(slots * 8);
    }

    /// A new instance with `__del__`.
    pub fn finalize(&mut self, object: Ref) {
        self.finalizable.push(object);
    }

    /// Whether there is a `__del__` to call, or the program can pay for looking for one.
    #[must_use]
    pub fn may_finalize(&self, instructions: u64) -> bool {
        !self.doomed.is_empty() || self.may(instructions)
    }

    /// Those that the collector would look for.
    pub fn finalizable<'a>(&'a self, heap: &'a Heap) -> impl Iterator<Item = Ref> + 'a {
        self.finalizable.iter().copied().filter(|&r| has_end(heap.get(r)))
    }

    /// Whether something is to be called when nobody refers to the object.
    pub fn tells(&self, object: Ref) -> bool {
        self.finalizable.contains(&object)
    }

    /// A generator has come to its end by itself.
    pub fn ended(&mut self, object: Ref) {
        if self.finalizable.last() == Some(&object) {
            self.finalizable.pop();
        }
    }

    #[must_use]
    pub fn has_doomed(&self) -> bool {
        !self.doomed.is_empty()
    }

    #[must_use]
    pub fn has_finalizable(&self) -> bool {
        !self.finalizable.is_empty() || !self.doomed.is_empty()
    }

    /// Those whose `__del__` is to be called; they are the caller's now.
    pub fn take_doomed(&mut self) -> Vec<Ref> {
        std::mem::take(&mut self.doomed)
    }

    /// All that are left: the program is over.
    pub fn take_finalizable(&mut self) -> Vec<Ref> {
        let mut all = std::mem::take(&mut self.doomed);
        all.append(&mut self.finalizable);
        all
    }

    /// For the collector: whoever is dead and not reached from another dead one is next; the others' turn comes when it is gone.
    fn doom(&mut self, heap: &Heap, marks: &mut Marks) {
        const MOST_COMPARED: usize = 64;
        self.finalizable.retain(|&r| marks.has(r) || has_end(heap.get(r)));
        let dead: Vec<Ref> = self.finalizable.iter().copied().filter(|&r| !marks.has(r)).collect();
        let mut doomed = dead.clone();
        if dead.len() <= MOST_COMPARED {
            for &owner in &dead {
                if doomed.contains(&owner) {
                    let reached = marks.reached_from(owner, heap);
                    doomed.retain(|&r| r == owner || !reached.has(r));
                }
            }
        }
        if (2..=MOST_COMPARED).contains(&doomed.len()) {
            // CPython takes lists and tuples apart from their end.
            for (_, object) in heap.iter().filter(|&(r, _)| !marks.has(r)) {
                let items: &[Value] = match object {
                    Object::List(items) => items,
                    Object::Tuple(items) => items,
                    _ => continue,
                };
                let place = |r: Ref| items.iter().rposition(|&item| matches!(item, Value::Obj(o) if o == r));
                let at: Vec<usize> = (0..doomed.len()).filter(|&n| place(doomed[n]).is_some()).collect();
                let mut inside: Vec<Ref> = at.iter().map(|&n| doomed[n]).collect();
                inside.sort_by_key(|&r| std::cmp::Reverse(place(r)));
                at.into_iter().zip(inside).for_each(|(n, r)| doomed[n] = r);
            }
        }
        for &r in &dead {
            marks.reference(r);
        }
        marks.drain(heap);
        self.finalizable.retain(|r| !doomed.contains(r));
        self.doomed.append(&mut doomed);
    }

    /// From now on the object's end is told.
    pub fn mourn(&mut self, object: Ref) {
        self.mortals.push(object);
    }

    /// Whether the collector should look for mortals that nobody refers to any more.
    pub fn suspects(&mut self, heap: &Heap, instructions: u64) -> bool {
        while self.mortals.last().is_some_and(|&r| !is_open(heap.get(r))) {
            self.mortals.pop();
        }
        !self.dying.is_empty() || !self.mortals.is_empty() && self.may(instructions)
    }

    /// What nobody refers to; it is the caller's now.
    pub fn take_dying(&mut self) -> Vec<Ref> {
        std::mem::take(&mut self.dying)
    }

    /// The mortals of all kinds, dead or alive: the program is over.
    pub fn take_all(&mut self, heap: &Heap) -> Vec<Ref> {
        let mut all = std::mem::take(&mut self.dying);
        all.extend(std::mem::take(&mut self.mortals));
        all.retain(|&r| is_open(heap.get(r)));
        all
    }

    pub(crate) fn dying(&self) -> impl Iterator<Item = Value> + '_ {
        self.dying.iter().chain(&self.doomed).map(|&r| Value::Obj(r))
    }

    /// For the collector, when it has marked. Futures go before coroutines: one that its task refers to is not told about.
    pub(crate) fn settle(&mut self, heap: &Heap, marks: &mut Marks) {
        for generators in [false, true] {
            for &r in &self.mortals {
                let object = heap.get(r);
                let unused =
                    matches!(object, Object::Generator(g) if g.kind == GeneratorKind::AsyncGenerator && !g.started);
                let wanted = matches!(object, Object::Generator(_)) == generators && is_open(object) && !unused;
                if wanted && !marks.has(r) {
                    marks.reference(r);
                    marks.drain(heap);
                    self.dying.push(r);
                }
            }
        }
        self.doom(heap, marks);
        let dying = &self.dying;
        self.mortals.retain(|&r| marks.has(r) && is_open(heap.get(r)) && !dying.contains(&r));
    }

    /// To be called after each collection, before anything is allocated.
    pub fn forget_dead(&mut self, heap: &Heap) {
        self.refs.retain(|_, r| !matches!(heap.get(*r), Object::Free));
    }
}
