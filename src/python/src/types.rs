//! The built-in types: their methods and constructors, one file per type.
//!
//! `Class.__new__` of a value type (`int("3")`, `list(x)`) is the native named `__new__` in its table: it gets the class
//! first, then the arguments, and returns the built-in value; the VM wraps it for subclasses.

use crate::native::Table;

/// Tables of the types, in a fixed order: native ids depend on it.
pub const TABLES: &[&[Table]] = &[];
