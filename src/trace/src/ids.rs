//! Identifiers: small, dense, assigned in order of first appearance, so that equal runs give equal ids.

use serde::{Deserialize, Serialize};

/// Index into [`Trace::tracks`](crate::Trace::tracks).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TrackId(pub u32);

/// Index into [`Trace::strings`](crate::Trace::strings).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StrId(pub u32);

/// Index into [`Trace::sources`](crate::Trace::sources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceId(pub u32);

/// A half-open byte range of one source text, with its first line, as the editor needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourceRange {
    pub source: SourceId,
    /// Byte offset of the first byte.
    pub start: u32,
    /// Byte offset one past the last byte.
    pub end: u32,
    /// 1-based line of `start`; 0 means "nowhere in a source the user can see".
    pub line: u32,
}

impl SourceRange {
    /// No place: start-up, the idle core, the kernel itself.
    pub const NONE: Self = Self { source: SourceId(0), start: 0, end: 0, line: 0 };

    #[must_use]
    pub fn is_none(self) -> bool {
        self.line == 0
    }
}
