//! Running bytecode.

pub mod frame;

use crate::native::Table;

/// Natives that belong to the machinery: classes, attributes, exceptions, generators, threads.
pub const TABLES: &[&[Table]] = &[];
