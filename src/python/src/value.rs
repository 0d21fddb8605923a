//! Values: what a register, a list slot or a variable holds.

use serde::{Deserialize, Serialize};

/// Index of an object in its process's heap. Never reused while reachable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ref(pub u32);

/// A Python value: small scalars inline, everything else by reference. Ints that fit an `i64` are always `Int`; larger
/// ones are heap `BigInt`s, so representation is canonical.
// A tag of four bytes: copies then move whole words, also in WebAssembly; with a byte they move fifteen single ones.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[repr(u32)]
pub enum Value {
    /// No value: an unbound local, an absent optional argument, a deleted dict entry. Never visible to Python code.
    #[default]
    Unset,
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(f64),
    Obj(Ref),
}

impl Value {
    /// Python's `is`. Floats are compared by bits; equal small ints are identical, as a learner expects.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Unset, Self::Unset)
            | (Self::None, Self::None)
            | (Self::NotImplemented, Self::NotImplemented)
            | (Self::Ellipsis, Self::Ellipsis) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Int(a), Self::Int(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a.to_bits() == b.to_bits(),
            (Self::Obj(a), Self::Obj(b)) => a == b,
            _ => false,
        }
    }

    #[must_use]
    pub fn is_unset(self) -> bool {
        matches!(self, Self::Unset)
    }

    #[must_use]
    pub fn is_none(self) -> bool {
        matches!(self, Self::None)
    }

    #[must_use]
    pub fn as_ref(self) -> Option<Ref> {
        match self {
            Self::Obj(r) => Some(r),
            _ => None,
        }
    }

    /// The integer of an `int` or `bool` that fits an `i64`.
    #[must_use]
    pub fn as_small_int(self) -> Option<i64> {
        match self {
            Self::Int(i) => Some(i),
            Self::Bool(b) => Some(i64::from(b)),
            _ => None,
        }
    }
}

impl From<Ref> for Value {
    fn from(r: Ref) -> Self {
        Self::Obj(r)
    }
}
