//! The arena: pages of objects, copied only when a shared page is written.
//!
//! A process's objects live in pages of [`PAGE`] slots. [`Heap::fork`] shares every page between the two heaps; whoever
//! writes to a shared page first takes a copy of that page. So a fork costs by the number of pages (a pointer each), and
//! a snapshot costs by what changes after it.
//!
//! Collection is mark and sweep at safe points, triggered by the number of bytes allocated since the last one: the same
//! program collects at the same places in every run. Marks live beside the pages, so marking shares nothing apart.
//!
//! Keeps true: `live_bytes` is the sum of [`size_of_object`] over live objects as of the last collection plus what was
//! allocated since (an upper bound in between).

use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::object::{Iter, Object};
use crate::value::{Ref, Value};
use crate::weak::WeakTable;

/// Objects per page. 64 slots of 32 bytes: a page copy moves 2 KiB and whatever its objects own.
pub const PAGE: usize = 64;
const PAGE_SHIFT: u32 = PAGE.trailing_zeros();
/// Collect after this many bytes of allocation at least, or after as many as were live.
const MIN_COLLECT_BYTES: usize = 2 << 20;

/// An array and not a `Vec`: one load less on the way to every object, and no bounds check.
#[derive(Clone, Debug)]
struct Page {
    slots: [Object; PAGE],
}

impl Page {
    fn new() -> Box<Self> {
        Box::new(Self { slots: std::array::from_fn(|_| Object::Free) })
    }
}

impl Serialize for Page {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.slots.as_slice().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Page {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slots = Vec::<Object>::deserialize(deserializer)?;
        let slots = slots.try_into().map_err(|_| D::Error::custom("a heap page of another size"))?;
        Ok(Self { slots })
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[expect(
    clippy::redundant_allocation,
    reason = "sharing a page must not copy it, and only a box moves into an `Arc` as it is"
)]
enum PageRef {
    Own(Box<Page>),
    /// The box travels from owner to sharers, so that sharing copies no page.
    Shared(Arc<Box<Page>>),
}

impl Clone for PageRef {
    fn clone(&self) -> Self {
        match self {
            Self::Own(page) => Self::Own(page.clone()),
            Self::Shared(page) => Self::Shared(Arc::clone(page)),
        }
    }
}

/// The objects of one process.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Heap {
    pages: Vec<PageRef>,
    /// Free slots, last freed first.
    free: Vec<u32>,
    /// Slots ever used.
    top: u32,
    live_bytes: usize,
    /// In all collections so far.
    #[serde(default)]
    freed_bytes: u64,
    /// In pages that were shared when they were written to.
    #[serde(default)]
    copied_bytes: u64,
    /// What a forked process took for itself.
    #[serde(default)]
    forked: Forked,
    collect_at: usize,
    /// Most bytes the heap may hold.
    limit_bytes: usize,
    /// Collect at every safe point: a test of the roots, not a mode to run programs in.
    #[serde(default)]
    stress: bool,
    /// How often it was collected.
    #[serde(default)]
    collections: u64,
}

/// See [`Heap::own_bytes`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Forked {
    /// The first so many pages were the parent's.
    pages: usize,
    /// A bit for each of them that was copied.
    taken: Vec<u64>,
    copied_bytes: u64,
    /// Allocated before the fork.
    made_bytes: u64,
}

impl Forked {
    fn take(&mut self, page: usize, bytes: u64) {
        if page >= self.pages {
            return;
        }
        self.taken.resize(self.pages.div_ceil(64), 0);
        if let Some(bits) = self.taken.get_mut(page / 64).filter(|bits| **bits >> (page % 64) & 1 == 0) {
            *bits |= 1 << (page % 64);
            self.copied_bytes += bytes;
        }
    }
}

impl Heap {
    #[must_use]
    pub fn new(limit_bytes: usize) -> Self {
        Self {
            pages: Vec::new(),
            free: Vec::new(),
            top: 0,
            live_bytes: 0,
            freed_bytes: 0,
            copied_bytes: 0,
            forked: Forked::default(),
            collect_at: MIN_COLLECT_BYTES,
            limit_bytes,
            stress: false,
            collections: 0,
        }
    }

    /// A second heap with the same objects; pages are shared until written.
    #[must_use]
    pub fn fork(&mut self) -> Self {
        self.share();
        self.clone()
    }

    /// Marks every page as shared: whoever writes takes it out.
    pub fn share(&mut self) {
        let pages = std::mem::take(&mut self.pages).into_iter();
        self.pages = pages
            .map(|page| match page {
                PageRef::Own(own) => PageRef::Shared(Arc::new(own)),
                shared => shared,
            })
            .collect();
    }

    /// Whether nobody has written since [`share`](Self::share).
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.pages.iter().all(|page| matches!(page, PageRef::Shared(_)))
    }

    /// How often it was collected: a reference from before may mean another object now.
    #[must_use]
    pub fn collections(&self) -> u64 {
        self.collections
    }

    /// The object behind `r`. A reference outside the heap (impossible unless the VM is wrong) reads as a free slot.
    #[inline]
    #[must_use]
    pub fn get(&self, r: Ref) -> &Object {
        static FREE: Object = Object::Free;
        match self.pages.get((r.0 >> PAGE_SHIFT) as usize) {
            Some(PageRef::Own(page)) => &page.slots[r.0 as usize & (PAGE - 1)],
            Some(PageRef::Shared(page)) => &page.slots[r.0 as usize & (PAGE - 1)],
            None => &FREE,
        }
    }

    /// The object behind `r`, for writing: takes a copy of a shared page first.
    #[inline]
    pub fn get_mut(&mut self, r: Ref) -> &mut Object {
        let index = (r.0 >> PAGE_SHIFT) as usize;
        if let Some(PageRef::Shared(_)) = self.pages.get(index) {
            self.unshare(index);
        }
        match &mut self.pages[index] {
            PageRef::Own(page) => &mut page.slots[r.0 as usize & (PAGE - 1)],
            PageRef::Shared(_) => unreachable!("unshare made the page our own"),
        }
    }

    #[cold]
    fn unshare(&mut self, index: usize) {
        if let PageRef::Shared(page) = &self.pages[index] {
            let bytes = page.slots.iter().map(|object| size_of_object(object) as u64).sum::<u64>();
            self.copied_bytes += bytes;
            self.forked.take(index, bytes);
            self.pages[index] = PageRef::Own(Box::clone(page));
        }
    }

    /// Puts an object into the arena. Never collects: callers hold references the collector cannot see.
    #[inline]
    pub fn alloc(&mut self, object: Object) -> Ref {
        self.live_bytes += size_of_object(&object);
        if let Some(slot) = self.free.pop() {
            let r = Ref(slot);
            *self.get_mut(r) = object;
            return r;
        }
        let r = Ref(self.top);
        self.top += 1;
        if r.0 as usize & (PAGE - 1) == 0 {
            self.pages.push(PageRef::Own(Page::new()));
        }
        *self.get_mut(r) = object;
        r
    }

    /// Accounts for growth of an object after its allocation (a list that got longer).
    #[inline]
    pub fn grew(&mut self, bytes: usize) {
        self.live_bytes += bytes;
    }

    /// Whether `bytes` more would break the limit; asked before large allocations.
    #[must_use]
    pub fn would_exceed(&self, bytes: usize) -> bool {
        self.live_bytes.saturating_add(bytes) > self.limit_bytes
    }

    /// As `would_exceed` with a limit that is `slack` higher.
    #[must_use]
    pub fn would_exceed_by(&self, bytes: usize, slack: usize) -> bool {
        self.live_bytes.saturating_add(bytes) > self.limit_bytes.saturating_add(slack)
    }

    #[inline]
    #[must_use]
    pub fn wants_collection(&self) -> bool {
        self.live_bytes >= self.collect_at
    }

    #[must_use]
    pub fn over_limit(&self) -> bool {
        self.live_bytes > self.limit_bytes
    }

    #[must_use]
    pub fn live_bytes(&self) -> usize {
        self.live_bytes
    }

    /// Bytes written so far, as allocations and as copies of shared pages: between two forks at most so much stopped being
    /// shared.
    #[must_use]
    pub fn written_bytes(&self) -> u64 {
        self.live_bytes as u64 + self.freed_bytes + self.copied_bytes
    }

    /// This heap is a forked process's from now on: its pages are its parent's.
    pub fn begin_forked(&mut self) {
        let made_bytes = self.live_bytes as u64 + self.freed_bytes;
        self.forked = Forked { pages: self.pages.len(), made_bytes, ..Forked::default() };
    }

    /// Bytes that the process has for itself: all of them, or, if it was forked, what it made since and the pages of its parent that it
    /// wrote to. Pages that only snapshots share are not copies: a run is the same however often somebody looks back.
    #[must_use]
    pub fn own_bytes(&self) -> u64 {
        let made = (self.live_bytes as u64 + self.freed_bytes).saturating_sub(self.forked.made_bytes);
        (made + self.forked.copied_bytes).min(self.live_bytes as u64)
    }

    #[must_use]
    pub fn limit_bytes(&self) -> usize {
        self.limit_bytes
    }

    #[must_use]
    pub fn slots(&self) -> usize {
        self.top as usize
    }

    /// Every reference below this is live, used by iteration over all objects (`gc.get_objects`).
    pub fn iter(&self) -> impl Iterator<Item = (Ref, &Object)> {
        (0..self.top).map(|i| (Ref(i), self.get(Ref(i)))).filter(|(_, o)| !matches!(o, Object::Free))
    }

    /// From now on every safe point collects. Whatever a program prints must stay the same: tests find missing roots so.
    pub fn collect_at_every_safe_point(&mut self) {
        self.stress = true;
        self.collect_at = 0;
    }

    /// Frees everything that `roots` does not reach. `beside` are bytes that count as live and are no objects: frames and
    /// their registers. Returns the number of objects freed.
    pub fn collect(&mut self, roots: impl Iterator<Item = Value>, beside: usize, weak: &mut WeakTable) -> usize {
        self.collections += 1;
        let mut marks = Marks { bits: vec![0u64; (self.top as usize).div_ceil(64)], work: Vec::new() };
        for root in roots {
            marks.value(root);
        }
        marks.drain(self);
        weak.settle(self, &mut marks);
        let mut freed = 0;
        let mut bytes = beside;
        self.free.clear();
        for index in (0..self.pages.len()).rev() {
            // one word of marks per page
            let live = marks.bits.get(index).copied().unwrap_or(0);
            let slots = match &self.pages[index] {
                PageRef::Own(page) => &page.slots,
                PageRef::Shared(page) => &page.slots,
            };
            let mut dead = 0u64;
            for (at, object) in slots.iter().enumerate() {
                if live >> at & 1 == 1 {
                    bytes += size_of_object(object);
                } else if !matches!(object, Object::Free) {
                    dead |= 1 << at;
                }
            }
            if dead != 0 {
                freed += dead.count_ones() as usize;
                if let PageRef::Shared(_) = &self.pages[index] {
                    self.unshare(index);
                }
                if let PageRef::Own(page) = &mut self.pages[index] {
                    while dead != 0 {
                        page.slots[dead.trailing_zeros() as usize] = Object::Free;
                        dead &= dead - 1;
                    }
                }
            }
            let first = index as u32 * PAGE as u32;
            let used = (self.top - first).min(PAGE as u32);
            self.free.extend((0..used).rev().filter(|at| live >> at & 1 == 0).map(|at| first + at));
        }
        self.freed_bytes += (self.live_bytes as u64).saturating_sub(bytes as u64);
        self.live_bytes = bytes;
        self.collect_at = bytes.saturating_mul(2).max(bytes + MIN_COLLECT_BYTES).min(self.limit_bytes.max(bytes + 1));
        if self.stress {
            self.collect_at = 0;
        }
        freed
    }
}

pub(crate) struct Marks {
    bits: Vec<u64>,
    work: Vec<Ref>,
}

impl Marks {
    pub(crate) fn drain(&mut self, heap: &Heap) {
        while let Some(r) = self.work.pop() {
            trace(heap.get(r), self);
        }
    }

    /// What can be reached from an object without going through what is marked already.
    pub(crate) fn reached_from(&self, r: Ref, heap: &Heap) -> Self {
        let mut reached = Self { bits: self.bits.clone(), work: vec![r] };
        reached.drain(heap);
        for (reached, before) in reached.bits.iter_mut().zip(&self.bits) {
            *reached &= !before;
        }
        reached
    }

    pub(crate) fn has(&self, r: Ref) -> bool {
        self.bits.get(r.0 as usize / 64).is_some_and(|word| word >> (r.0 % 64) & 1 == 1)
    }

    #[inline]
    fn value(&mut self, value: Value) {
        if let Value::Obj(r) = value {
            self.reference(r);
        }
    }

    #[inline]
    pub(crate) fn reference(&mut self, r: Ref) {
        let Some(word) = self.bits.get_mut(r.0 as usize / 64) else { return };
        let bit = 1u64 << (r.0 % 64);
        if *word & bit == 0 {
            *word |= bit;
            self.work.push(r);
        }
    }

    fn values(&mut self, values: &[Value]) {
        for &value in values {
            self.value(value);
        }
    }
}

/// Marks what `object` refers to.
fn trace(object: &Object, m: &mut Marks) {
    match object {
        Object::Free
        | Object::Str(_)
        | Object::StrBuffer(_)
        | Object::Bytes(_)
        | Object::ByteArray(_)
        | Object::BigInt(_)
        | Object::Complex { .. }
        | Object::Range(_)
        | Object::Native(_)
        | Object::Code(_)
        | Object::Traceback(_)
        | Object::Host(_)
        | Object::Random(_) => {}
        Object::StrTail { buffer, .. } => m.reference(*buffer),
        Object::List(items) => m.values(items),
        Object::Deque(deque) => m.values(deque.live()),
        Object::Tuple(items) => m.values(items),
        Object::Dict(dict) => {
            for (key, value) in dict.iter() {
                m.value(key);
                m.value(value);
            }
        }
        Object::Set(set) | Object::FrozenSet(set) => {
            for key in set.iter() {
                m.value(key);
            }
        }
        Object::Slice(parts) => m.values(parts.as_slice()),
        Object::DictView { dict, .. } | Object::MappingProxy { dict } => m.reference(*dict),
        Object::Cell(value) | Object::StaticMethod(value) | Object::ClassMethod(value) => m.value(*value),
        Object::Function(f) => {
            m.value(f.name);
            m.value(f.qualname);
            m.reference(f.globals);
            m.values(&f.defaults);
            m.values(&f.kw_defaults);
            for &cell in &f.closure {
                m.reference(cell);
            }
            m.values(&[f.annotations, f.doc, f.module, f.dict]);
        }
        Object::BoundMethod { func, receiver } => m.values(&[*func, *receiver]),
        Object::Class(c) => {
            for &r in c.bases.iter().chain(&c.mro).chain(&c.subclasses).chain(c.slots.iter().flatten()) {
                m.reference(r);
            }
            for r in [c.name, c.qualname, c.dict, c.metaclass] {
                m.reference(r);
            }
        }
        Object::Instance(i) => {
            m.reference(i.class);
            m.values(&i.slots);
            m.values(&[i.dict, i.payload]);
        }
        Object::Exception(e) => {
            m.reference(e.class);
            m.values(&[e.args, e.cause, e.context, e.dict]);
        }
        Object::Module(module) => {
            m.reference(module.name);
            m.reference(module.dict);
        }
        Object::Iter(iter) => match &**iter {
            Iter::Range { .. } | Iter::Empty => {}
            Iter::List { list: r, .. }
            | Iter::ListReversed { list: r, .. }
            | Iter::Tuple { tuple: r, .. }
            | Iter::Str { text: r, .. }
            | Iter::Dict { dict: r, .. }
            | Iter::Set { set: r, .. } => m.reference(*r),
            Iter::Bytes { bytes: v, .. }
            | Iter::Enumerate { inner: v, .. }
            | Iter::Sequence { seq: v, .. }
            | Iter::Repeat { value: v, .. } => m.value(*v),
            Iter::Zip { inner, .. } => m.values(inner),
            Iter::Count { next, step } => m.values(&[*next, *step]),
        },
        Object::Generator(g) => {
            m.values(&[g.name, g.qualname, g.shown_class]);
            if let Some(frame) = &g.frame {
                m.values(&[frame.func, frame.namespace, frame.handling]);
                m.reference(frame.globals);
                m.values(&frame.registers);
            }
        }
        Object::Property(p) => m.values(&[p.get, p.set, p.delete, p.doc, p.name]),
        Object::Super(s) => {
            m.reference(s.class);
            m.value(s.receiver);
            m.reference(s.start);
        }
        Object::Alias(a) => m.values(&[a.origin, a.args]),
        Object::File(f) => m.value(f.name),
        Object::MemoryView(v) => m.value(v.base),
    }
}

// Sizes on a 64-bit machine, and not `size_of`: in wasm a pointer is half as wide, the heap would be collected at other moments, and
// what shows the collector's work (the order of a set of objects by their numbers) would differ. Lengths, and not capacities, for the same
// reason: a vector that was copied for a fork or collected in place has another capacity, and that depends on the machine too.
const OBJECT: usize = 40;
const VALUE: usize = 16;
const FUNCTION: usize = 176;
const CLASS: usize = 136;
const INSTANCE: usize = 64;
const EXCEPTION: usize = 96;
const GENERATOR: usize = 64;
const SAVED_FRAME: usize = 80;
const ITER: usize = 40;
const FILE: usize = 80;
const PROPERTY: usize = 80;
const SUPER: usize = 24;
const MODULE: usize = 8;
const HOST: usize = 16;
const ALIAS: usize = 40;
const MEMORY_VIEW: usize = 40;

/// Bytes an object occupies, what it owns included: the heap limit's unit.
#[must_use]
pub fn size_of_object(object: &Object) -> usize {
    OBJECT
        + match object {
            Object::Str(s) => 16 + s.text.len(),
            Object::StrBuffer(s) => s.len(),
            Object::Bytes(b) => 16 + b.len(),
            Object::ByteArray(b) => b.len(),
            Object::BigInt(i) => 32 + (i.bits() / 8) as usize,
            Object::List(items) => items.len() * VALUE,
            Object::Deque(deque) => deque.live().len() * VALUE,
            Object::Tuple(items) => items.len() * VALUE,
            Object::Dict(d) => d.size_bytes(),
            Object::Set(s) | Object::FrozenSet(s) => s.size_bytes(),
            Object::Range(_) => 24,
            Object::Slice(_) => 48,
            Object::Function(f) => FUNCTION + (f.defaults.len() + f.kw_defaults.len()) * VALUE + f.closure.len() * 4,
            Object::Class(c) => CLASS + (c.bases.len() + c.mro.len() + c.subclasses.len()) * 4,
            Object::Instance(i) => INSTANCE + i.slots.len() * VALUE,
            Object::Exception(e) => EXCEPTION + e.traceback.len() * 8,
            Object::Generator(g) => GENERATOR + g.frame.as_ref().map_or(0, |f| SAVED_FRAME + f.registers.len() * VALUE),
            Object::Iter(_) => ITER,
            Object::Random(_) => 2500,
            Object::File(f) => FILE + f.data.len(),
            Object::Property(_) => PROPERTY,
            Object::Super(_) => SUPER,
            Object::Module(_) => MODULE,
            Object::Host(_) => HOST,
            Object::Alias(_) => ALIAS,
            Object::MemoryView(_) => MEMORY_VIEW,
            Object::Traceback(t) => t.len() * 8,
            Object::Free
            | Object::StrTail { .. }
            | Object::Complex { .. }
            | Object::DictView { .. }
            | Object::MappingProxy { .. }
            | Object::Cell(_)
            | Object::Native(_)
            | Object::BoundMethod { .. }
            | Object::StaticMethod(_)
            | Object::ClassMethod(_)
            | Object::Code(_) => 0,
        }
}

#[cfg(all(test, target_pointer_width = "64"))]
mod tests {
    use super::*;
    use crate::object::*;

    #[test]
    fn sizes_are_about_those_of_a_64_bit_machine() {
        let told = [
            ("OBJECT", OBJECT, size_of::<Object>()),
            ("VALUE", VALUE, size_of::<Value>()),
            ("FUNCTION", FUNCTION, size_of::<Function>()),
            ("CLASS", CLASS, size_of::<Class>()),
            ("INSTANCE", INSTANCE, size_of::<Instance>()),
            ("EXCEPTION", EXCEPTION, size_of::<Exception>()),
            ("GENERATOR", GENERATOR, size_of::<Generator>()),
            ("SAVED_FRAME", SAVED_FRAME, size_of::<SavedFrame>()),
            ("ITER", ITER, size_of::<Iter>()),
            ("FILE", FILE, size_of::<File>()),
            ("PROPERTY", PROPERTY, size_of::<Property>()),
            ("SUPER", SUPER, size_of::<Super>()),
            ("MODULE", MODULE, size_of::<Module>()),
            ("HOST", HOST, size_of::<Host>()),
            ("ALIAS", ALIAS, size_of::<Alias>()),
            ("MEMORY_VIEW", MEMORY_VIEW, size_of::<MemoryView>()),
        ];
        let wrong: Vec<_> = told.iter().filter(|(_, told, real)| told.abs_diff(*real) > 24).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
