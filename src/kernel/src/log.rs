//! Where the kernel writes: a trace, or nowhere while a stretch is run again from a snapshot.

use interleave_trace::{Decision, EventKind, LinkKind, SourceRange, StrId, TraceBuilder, TrackId, TrackKind};
use serde::{Deserialize, Serialize};

/// Keeps true: track ids come out the same whether muted or not, so a snapshot can go on with the tracks of its trace.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Log {
    /// Not part of a saved snapshot.
    #[serde(skip)]
    Recording(Box<TraceBuilder>),
    Muted {
        tracks: u32,
    },
}

impl Log {
    /// The row number that the next event will have; `None` while muted.
    pub fn events(&self) -> Option<usize> {
        match self {
            Self::Recording(builder) => Some(builder.rows()),
            Self::Muted { .. } => None,
        }
    }

    pub fn muted(&self) -> Self {
        match self {
            Self::Recording(builder) => Self::Muted { tracks: builder.trace().tracks.len() as u32 },
            Self::Muted { tracks } => Self::Muted { tracks: *tracks },
        }
    }

    pub fn event(&mut self, at_nanos: u64, track: TrackId, kind: EventKind, range: SourceRange) -> Option<u32> {
        match self {
            Self::Recording(builder) => Some(builder.event(at_nanos, track, kind, range)),
            Self::Muted { .. } => None,
        }
    }

    pub fn track(
        &mut self,
        at_nanos: u64,
        kind: TrackKind,
        name: &str,
        parent: Option<TrackId>,
        number: u64,
        daemon: bool,
    ) -> TrackId {
        match self {
            Self::Recording(builder) => builder.add_track(at_nanos, kind, name, parent, number, daemon),
            Self::Muted { tracks } => {
                *tracks += 1;
                TrackId(*tracks - 1)
            }
        }
    }

    pub fn rename(&mut self, track: TrackId, name: &str) {
        if let Self::Recording(builder) = self {
            builder.rename_track(track, name);
        }
    }

    /// What a track is called, where that is written down.
    pub fn name_of(&self, track: TrackId) -> Option<String> {
        match self {
            Self::Recording(builder) => Some(builder.trace().track_name(track).to_owned()),
            Self::Muted { .. } => None,
        }
    }

    /// A word that comes again and again.
    pub fn word(&mut self, text: &str) -> StrId {
        match self {
            Self::Recording(builder) => builder.intern(text),
            Self::Muted { .. } => StrId(0),
        }
    }

    /// A text that comes once.
    pub fn text(&mut self, text: String) -> StrId {
        match self {
            Self::Recording(builder) => builder.add_string(text),
            Self::Muted { .. } => StrId(0),
        }
    }

    pub fn link(&mut self, kind: LinkKind, from_seq: Option<u32>, to_seq: Option<u32>) {
        if let (Self::Recording(builder), Some(from), Some(to)) = (self, from_seq, to_seq) {
            builder.link(kind, from, to);
        }
    }

    pub fn decision(&mut self, make: impl FnOnce() -> Decision) {
        if let Self::Recording(builder) = self {
            builder.decision(make());
        }
    }
}
