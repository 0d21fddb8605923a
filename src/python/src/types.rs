//! The built-in types: their methods and constructors, one file per type.
//!
//! `Class.__new__` of a value type (`int("3")`, `list(x)`) is the native named `__new__` in its table: it gets the class
//! first, then the arguments, and returns the built-in value; the VM wraps it for subclasses.

pub mod bytes;
pub mod complex;
pub mod dict;
pub mod float;
pub mod int;
pub mod items;
pub mod iterators;
pub mod list;
pub mod operators;
pub mod order;
pub mod range;
pub mod set;
pub mod slice;
pub mod str;
pub mod support;
pub mod text;
pub mod tuple;
pub mod views;

use crate::native::Table;

/// Tables of the types, in a fixed order: native ids depend on it.
pub const TABLES: &[&[Table]] = &[
    slice::TABLES,
    list::TABLES,
    tuple::TABLES,
    dict::TABLES,
    set::TABLES,
    views::TABLES,
    range::TABLES,
    iterators::TABLES,
    int::TABLES,
    float::TABLES,
    complex::TABLES,
    str::TABLES,
    bytes::TABLES,
];
