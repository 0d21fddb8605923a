//! Increments of a log that still grows, for a reader in another thread or worker.
//!
//! The writer keeps a [`Cursor`]; [`Trace::chunk_since`] gives what is new and moves it. The reader starts from
//! `Trace::default()` and [`Trace::apply`]s the chunks in order: it then has an equal trace.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::event::Events;
use crate::ids::{StrId, TrackId};
use crate::model::{Clock, Decision, Link, Outcome, Source, Trace, Track};

/// How much of a trace a reader has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    header_sent: bool,
    strings: usize,
    sources: usize,
    /// The name of every track as the reader knows it: names may change.
    names: Vec<StrId>,
    events: usize,
    links: usize,
    decisions: usize,
}

/// What a trace says about itself before anything happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    pub version: u32,
    pub producer: String,
    pub clock: Clock,
    pub seed: u64,
    pub profile: String,
    pub settings: String,
}

/// How many of each the reader must have for the chunk to fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    pub strings: u32,
    pub sources: u32,
    pub tracks: u32,
    pub events: u32,
    pub links: u32,
    pub decisions: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceChunk {
    /// Only in the first chunk.
    pub header: Option<Header>,
    pub base: Base,
    pub strings: Vec<String>,
    pub sources: Vec<Source>,
    pub tracks: Vec<Track>,
    /// Tracks of earlier chunks that have a new name.
    pub renamed: Vec<(TrackId, StrId)>,
    pub events: Events,
    pub links: Vec<Link>,
    pub decisions: Vec<Decision>,
    pub end_nanos: u64,
    pub outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ApplyError {
    #[error("a chunk is missing: this one begins at {found:?}, the trace has {expected:?}")]
    Gap { expected: Base, found: Base },
    #[error("the columns of the chunk's events differ in length")]
    Columns,
    #[error("the chunk renames track {0}, which does not exist")]
    Rename(u32),
}

fn tail<T: Clone>(all: &[T], from: usize) -> Vec<T> {
    all.get(from..).map(<[T]>::to_vec).unwrap_or_default()
}

impl Trace {
    fn base(&self) -> Base {
        Base {
            strings: self.strings.len() as u32,
            sources: self.sources.len() as u32,
            tracks: self.tracks.len() as u32,
            events: self.events.len() as u32,
            links: self.links.len() as u32,
            decisions: self.schedule.len() as u32,
        }
    }

    /// What was written since the cursor, which then points to the end. Costs by what is new, plus one look at the name
    /// of every track.
    #[must_use]
    pub fn chunk_since(&self, cursor: &mut Cursor) -> TraceChunk {
        let header = (!cursor.header_sent).then(|| Header {
            version: self.version,
            producer: self.producer.clone(),
            clock: self.clock,
            seed: self.seed,
            profile: self.profile.clone(),
            settings: self.settings.clone(),
        });
        let known = cursor.names.iter().zip(&self.tracks).enumerate();
        let renamed = known.filter(|(_, (name, track))| **name != track.name);
        let chunk = TraceChunk {
            header,
            base: Base {
                strings: cursor.strings as u32,
                sources: cursor.sources as u32,
                tracks: cursor.names.len() as u32,
                events: cursor.events as u32,
                links: cursor.links as u32,
                decisions: cursor.decisions as u32,
            },
            strings: tail(&self.strings, cursor.strings),
            sources: tail(&self.sources, cursor.sources),
            tracks: tail(&self.tracks, cursor.names.len()),
            renamed: renamed.map(|(row, (_, track))| (TrackId(row as u32), track.name)).collect(),
            events: Events {
                at_nanos: tail(&self.events.at_nanos, cursor.events),
                track: tail(&self.events.track, cursor.events),
                kind: tail(&self.events.kind, cursor.events),
                range: tail(&self.events.range, cursor.events),
            },
            links: tail(&self.links, cursor.links),
            decisions: tail(&self.schedule, cursor.decisions),
            end_nanos: self.end_nanos,
            outcome: self.outcome.clone(),
        };
        cursor.header_sent = true;
        cursor.strings = self.strings.len();
        cursor.sources = self.sources.len();
        for &(id, name) in &chunk.renamed {
            if let Some(known) = cursor.names.get_mut(id.0 as usize) {
                *known = name;
            }
        }
        cursor.names.extend(chunk.tracks.iter().map(|t| t.name));
        cursor.events = self.events.len();
        cursor.links = self.links.len();
        cursor.decisions = self.schedule.len();
        chunk
    }

    /// Appends a chunk.
    ///
    /// # Errors
    /// When it is not the next one, or contradicts itself; the trace is then unchanged.
    pub fn apply(&mut self, chunk: TraceChunk) -> Result<(), ApplyError> {
        let expected = self.base();
        if chunk.base != expected {
            return Err(ApplyError::Gap { expected, found: chunk.base });
        }
        let rows = chunk.events.at_nanos.len();
        if [chunk.events.track.len(), chunk.events.kind.len(), chunk.events.range.len()] != [rows; 3] {
            return Err(ApplyError::Columns);
        }
        if let Some((id, _)) = chunk.renamed.iter().find(|(id, _)| id.0 as usize >= self.tracks.len()) {
            return Err(ApplyError::Rename(id.0));
        }
        if let Some(header) = chunk.header {
            self.version = header.version;
            self.producer = header.producer;
            self.clock = header.clock;
            self.seed = header.seed;
            self.profile = header.profile;
            self.settings = header.settings;
        }
        self.strings.extend(chunk.strings);
        self.sources.extend(chunk.sources);
        for (id, name) in chunk.renamed {
            if let Some(track) = self.tracks.get_mut(id.0 as usize) {
                track.name = name;
            }
        }
        self.tracks.extend(chunk.tracks);
        self.events.at_nanos.extend(chunk.events.at_nanos);
        self.events.track.extend(chunk.events.track);
        self.events.kind.extend(chunk.events.kind);
        self.events.range.extend(chunk.events.range);
        self.links.extend(chunk.links);
        self.schedule.extend(chunk.decisions);
        self.end_nanos = chunk.end_nanos;
        self.outcome = chunk.outcome;
        Ok(())
    }
}
