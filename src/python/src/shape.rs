//! Instance layouts: which attribute sits in which slot.
//!
//! Instances of one class that got the same attributes in the same order share a shape, so an inline cache needs one
//! comparison to know the slot, or to know that an attribute is absent from the instance.
//!
//! Keeps true: a shape never changes; `ShapeId` identifies class and attribute order together.

use serde::{Deserialize, Serialize};

use crate::object::ShapeId;
use crate::value::Ref;

/// Beyond this many attributes an instance keeps them in a dict.
pub const MAX_SLOTS: usize = 64;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Shape {
    class: Ref,
    /// Interned names by slot.
    names: Vec<Ref>,
    next: Vec<(Ref, ShapeId)>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Shapes {
    shapes: Vec<Shape>,
    /// Empty shape of a class, sorted by class.
    roots: Vec<(Ref, ShapeId)>,
}

impl Shapes {
    /// The shape of an instance of `class` without attributes.
    pub fn root(&mut self, class: Ref) -> ShapeId {
        match self.roots.binary_search_by_key(&class, |&(c, _)| c) {
            Ok(at) => self.roots[at].1,
            Err(at) => {
                let id = self.push(class, Vec::new());
                self.roots.insert(at, (class, id));
                id
            }
        }
    }

    fn push(&mut self, class: Ref, names: Vec<Ref>) -> ShapeId {
        let id = ShapeId(self.shapes.len() as u32);
        self.shapes.push(Shape { class, names, next: Vec::new() });
        id
    }

    /// The shape after adding `name`, which the shape must not have. `None` when there are too many attributes.
    pub fn with(&mut self, shape: ShapeId, name: Ref) -> Option<ShapeId> {
        let from = self.shapes.get(shape.0 as usize)?;
        if let Some(&(_, to)) = from.next.iter().find(|(n, _)| *n == name) {
            return Some(to);
        }
        if from.names.len() >= MAX_SLOTS {
            return None;
        }
        let mut names = from.names.clone();
        let class = from.class;
        names.push(name);
        let to = self.push(class, names);
        if let Some(from) = self.shapes.get_mut(shape.0 as usize) {
            from.next.push((name, to));
        }
        Some(to)
    }

    #[must_use]
    pub fn slot(&self, shape: ShapeId, name: Ref) -> Option<usize> {
        self.shapes.get(shape.0 as usize)?.names.iter().position(|&n| n == name)
    }

    #[must_use]
    pub fn names(&self, shape: ShapeId) -> &[Ref] {
        self.shapes.get(shape.0 as usize).map_or(&[], |s| &s.names)
    }

    /// Everything the table refers to, for the collector.
    pub fn roots_for_collection(&self) -> impl Iterator<Item = Ref> + '_ {
        self.shapes.iter().flat_map(|s| s.names.iter().copied().chain([s.class]))
    }
}
