//! A trace as bytes, and its hash.
//!
//! ```text
//! file   = "ILTR" version:varint length:varint deflate(chunk)     length: of the chunk before deflate
//! chunk  = has-header:byte [header] base strings sources tracks renamed events links decisions end outcome
//! events = count, then one column after the other: time (delta), track (delta to the row before), kind tags,
//!          kind operands, ranges (0 none, 1 as the row before, 2 given: source, start and line as deltas, length)
//! ```
//!
//! A whole trace is the chunk since nothing. Columns put like beside like, which is what deflate likes; a row of a
//! simulated run takes two to four bytes. Numbers are variable-length (LEB128, zigzag), tags as the functions below list
//! them: a tag never changes its meaning, a new one raises [`VERSION`].
//!
//! Decoding trusts nothing: every count is checked against the bytes that are left before memory is taken, and the
//! inflated size against [`DecodeLimits`]. What it returns is well formed, not yet legal: see
//! [`validate`](Trace::validate).
//!
//! The hash says whether two runs did the same. It is FNV-1a with 128 bits (offset basis and prime of the FNV
//! specification, RFC 9923) over the clock and the chunk without its header: not over producer, profile, settings or
//! seed, so that a run and its replay, which differ in their settings, have the same hash.

mod events;

use thiserror::Error;

use self::events::{read_events, write_events};
use crate::chunk::{Base, Cursor, Header, TraceChunk};
use crate::ids::{StrId, TrackId};
use crate::model::{Clock, Decision, Link, LinkKind, ObjectKind, Outcome, Source, Trace, Track, TrackKind, VERSION};
use crate::wire::{Reader, Writer};

const MAGIC: [u8; 4] = *b"ILTR";

/// Deflate level: on traces level 6 is within a few per cent of 9 at a fraction of its time.
const LEVEL: u8 = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeLimits {
    /// Largest size after inflation, in bytes.
    pub inflated_bytes: usize,
}

impl Default for DecodeLimits {
    /// 256 MiB: about a hundred million rows of a simulated run.
    fn default() -> Self {
        Self { inflated_bytes: 256 << 20 }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DecodeError {
    #[error("this is not an Interleave trace")]
    Magic,
    #[error("the trace has version {0}; this program reads versions up to {VERSION}")]
    Version(u64),
    #[error("the trace would take {found} bytes; the limit is {limit}")]
    TooLarge { found: u64, limit: usize },
    #[error("the compressed data is damaged")]
    Inflate,
    #[error("the trace ends in the middle")]
    Truncated,
    #[error("a number is out of range")]
    Number,
    #[error("a string is not UTF-8")]
    Text,
    #[error("{what} has an unknown tag {tag}")]
    Tag { what: &'static str, tag: u8 },
    #[error("bytes follow the end of the trace")]
    Trailing,
    #[error("the trace is an increment, not a whole one")]
    Partial,
}

/// The trace as a file.
#[must_use]
pub fn encode(trace: &Trace) -> Vec<u8> {
    let payload = trace.chunk_since(&mut Cursor::default()).encode();
    let mut writer = Writer::default();
    writer.bytes.extend_from_slice(&MAGIC);
    writer.uint(u64::from(VERSION));
    writer.len(payload.len());
    writer.bytes.extend(miniz_oxide::deflate::compress_to_vec(&payload, LEVEL));
    writer.bytes
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// On anything else, and on a trace larger than the limits.
pub fn decode(bytes: &[u8], limits: DecodeLimits) -> Result<Trace, DecodeError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(DecodeError::Magic)?;
    let mut reader = Reader::new(rest);
    let version = reader.uint()?;
    if version > u64::from(VERSION) {
        return Err(DecodeError::Version(version));
    }
    let length = reader.uint()?;
    let fits = usize::try_from(length).ok().filter(|&l| l <= limits.inflated_bytes);
    let Some(length) = fits else {
        return Err(DecodeError::TooLarge { found: length, limit: limits.inflated_bytes });
    };
    let payload =
        miniz_oxide::inflate::decompress_to_vec_with_limit(reader.rest(), length).map_err(|_| DecodeError::Inflate)?;
    if payload.len() != length {
        return Err(DecodeError::Truncated);
    }
    let chunk = TraceChunk::decode(&payload)?;
    let mut trace = Trace::default();
    trace.apply(chunk).map_err(|_| DecodeError::Partial)?;
    Ok(trace)
}

/// A trace's hash; prints as 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TraceHash(pub u128);

impl std::fmt::Display for TraceHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// FNV-1a, 128 bits.
#[must_use]
pub(crate) fn fnv1a_128(bytes: &[u8]) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.iter().fold(BASIS, |hash, &byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

impl Trace {
    /// Equal for equal runs, on every platform.
    #[must_use]
    pub fn hash(&self) -> TraceHash {
        let mut chunk = self.chunk_since(&mut Cursor::default());
        chunk.header = None;
        let mut bytes = chunk.encode();
        bytes.push(clock_tag(self.clock));
        TraceHash(fnv1a_128(&bytes))
    }
}

impl TraceChunk {
    /// The chunk as bytes, not deflated: it crosses a worker boundary, not a network.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.byte(u8::from(self.header.is_some()));
        if let Some(header) = &self.header {
            w.uint(u64::from(header.version));
            w.text(&header.producer);
            w.byte(clock_tag(header.clock));
            w.uint(header.seed);
            w.text(&header.profile);
            w.text(&header.settings);
        }
        let b = self.base;
        for count in [b.strings, b.sources, b.tracks, b.events, b.links, b.decisions] {
            w.uint(u64::from(count));
        }
        w.len(self.strings.len());
        for text in &self.strings {
            w.text(text);
        }
        w.len(self.sources.len());
        for source in &self.sources {
            w.uint(u64::from(source.name.0));
            w.uint(u64::from(source.text.0));
        }
        w.len(self.tracks.len());
        for track in &self.tracks {
            w.byte(track_tag(track.kind));
            w.uint(u64::from(track.name.0));
            w.option(track.parent.map(|p| p.0));
            w.uint(track.number);
            w.byte(u8::from(track.daemon));
        }
        w.len(self.renamed.len());
        for (track, name) in &self.renamed {
            w.uint(u64::from(track.0));
            w.uint(u64::from(name.0));
        }
        write_events(&mut w, &self.events);
        w.len(self.links.len());
        let mut before = 0;
        for link in &self.links {
            w.byte(link_tag(link.kind));
            w.near(before, link.to_seq);
            w.near(link.to_seq, link.from_seq);
            before = link.to_seq;
        }
        w.len(self.decisions.len());
        for decision in &self.decisions {
            w.uint(decision.at_nanos);
            w.byte(decision.kind);
            w.len(decision.candidates.len());
            for &candidate in &decision.candidates {
                w.uint(u64::from(candidate));
            }
            w.uint(u64::from(decision.chosen));
        }
        w.uint(self.end_nanos);
        match &self.outcome {
            Outcome::Open => w.byte(0),
            Outcome::Exited(status) => {
                w.byte(1);
                w.int(i64::from(*status));
            }
            Outcome::Deadlock(text) => {
                w.byte(2);
                w.text(text);
            }
            Outcome::Limit(text) => {
                w.byte(3);
                w.text(text);
            }
            Outcome::Stopped => w.byte(4),
        }
        w.bytes
    }

    /// Reads what [`encode`](Self::encode) wrote.
    ///
    /// # Errors
    /// On anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let r = &mut reader;
        let header = if flag(r, "header")? {
            Some(Header {
                version: r.u32()?,
                producer: r.text()?,
                clock: clock(r.byte()?)?,
                seed: r.uint()?,
                profile: r.text()?,
                settings: r.text()?,
            })
        } else {
            None
        };
        let base = Base {
            strings: r.u32()?,
            sources: r.u32()?,
            tracks: r.u32()?,
            events: r.u32()?,
            links: r.u32()?,
            decisions: r.u32()?,
        };
        let chunk = Self {
            header,
            base,
            strings: list(r, Reader::text)?,
            sources: list(r, |r| Ok(Source { name: StrId(r.u32()?), text: StrId(r.u32()?) }))?,
            tracks: list(r, |r| {
                Ok(Track {
                    kind: track_kind(r.byte()?)?,
                    name: StrId(r.u32()?),
                    parent: r.option()?.map(TrackId),
                    number: r.uint()?,
                    daemon: flag(r, "daemon")?,
                })
            })?,
            renamed: list(r, |r| Ok((TrackId(r.u32()?), StrId(r.u32()?))))?,
            events: read_events(r)?,
            links: {
                let mut before = 0;
                list(r, |r| {
                    let kind = link_kind(r.byte()?)?;
                    let to_seq = r.near(before)?;
                    let from_seq = r.near(to_seq)?;
                    before = to_seq;
                    Ok(Link { kind, from_seq, to_seq })
                })?
            },
            decisions: list(r, |r| {
                Ok(Decision {
                    at_nanos: r.uint()?,
                    kind: r.byte()?,
                    candidates: list(r, Reader::u32)?,
                    chosen: r.u32()?,
                })
            })?,
            end_nanos: r.uint()?,
            outcome: match r.byte()? {
                0 => Outcome::Open,
                1 => Outcome::Exited(i32::try_from(r.int()?).map_err(|_| DecodeError::Number)?),
                2 => Outcome::Deadlock(r.text()?),
                3 => Outcome::Limit(r.text()?),
                4 => Outcome::Stopped,
                tag => return Err(DecodeError::Tag { what: "the outcome", tag }),
            },
        };
        if r.is_empty() { Ok(chunk) } else { Err(DecodeError::Trailing) }
    }
}

fn list<'b, T>(
    r: &mut Reader<'b>,
    mut one: impl FnMut(&mut Reader<'b>) -> Result<T, DecodeError>,
) -> Result<Vec<T>, DecodeError> {
    let count = r.count()?;
    // Grows with what is really there: the count is only known to be possible.
    let mut all = Vec::with_capacity(count.min(1 << 16));
    for _ in 0..count {
        all.push(one(r)?);
    }
    Ok(all)
}

fn flag(r: &mut Reader<'_>, what: &'static str) -> Result<bool, DecodeError> {
    match r.byte()? {
        0 => Ok(false),
        1 => Ok(true),
        tag => Err(DecodeError::Tag { what, tag }),
    }
}

fn clock_tag(clock: Clock) -> u8 {
    match clock {
        Clock::Virtual => 0,
        Clock::Wall => 1,
    }
}

fn clock(tag: u8) -> Result<Clock, DecodeError> {
    match tag {
        0 => Ok(Clock::Virtual),
        1 => Ok(Clock::Wall),
        tag => Err(DecodeError::Tag { what: "the clock", tag }),
    }
}

/// In the order of their tags; an object's tag is its position here.
const TRACK_KINDS: [TrackKind; 17] = [
    TrackKind::Core,
    TrackKind::Process,
    TrackKind::Thread,
    TrackKind::Task,
    TrackKind::Object(ObjectKind::Gil),
    TrackKind::Object(ObjectKind::Lock),
    TrackKind::Object(ObjectKind::RLock),
    TrackKind::Object(ObjectKind::Semaphore),
    TrackKind::Object(ObjectKind::Event),
    TrackKind::Object(ObjectKind::Condition),
    TrackKind::Object(ObjectKind::Barrier),
    TrackKind::Object(ObjectKind::Queue),
    TrackKind::Object(ObjectKind::Pipe),
    TrackKind::Object(ObjectKind::Pool),
    TrackKind::Object(ObjectKind::Future),
    TrackKind::Object(ObjectKind::Loop),
    TrackKind::Object(ObjectKind::Memory),
];

fn track_tag(kind: TrackKind) -> u8 {
    // invariant: TRACK_KINDS lists every kind; the test `every_track_kind_has_a_tag` holds it to that.
    TRACK_KINDS.iter().position(|&k| k == kind).unwrap_or(0) as u8
}

fn track_kind(tag: u8) -> Result<TrackKind, DecodeError> {
    TRACK_KINDS.get(tag as usize).copied().ok_or(DecodeError::Tag { what: "a track", tag })
}

const LINK_KINDS: [LinkKind; 5] =
    [LinkKind::Spawn, LinkKind::Join, LinkKind::Wake, LinkKind::HandOver, LinkKind::Message];

fn link_tag(kind: LinkKind) -> u8 {
    LINK_KINDS.iter().position(|&k| k == kind).unwrap_or(0) as u8
}

fn link_kind(tag: u8) -> Result<LinkKind, DecodeError> {
    LINK_KINDS.get(tag as usize).copied().ok_or(DecodeError::Tag { what: "a link", tag })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Exhaustive on purpose: a new kind does not compile until it has a tag here and a row in the tables above.
    #[test]
    fn every_track_kind_has_a_tag() {
        for (tag, &kind) in TRACK_KINDS.iter().enumerate() {
            let expected = match kind {
                TrackKind::Core => 0,
                TrackKind::Process => 1,
                TrackKind::Thread => 2,
                TrackKind::Task => 3,
                TrackKind::Object(object) => {
                    4 + match object {
                        ObjectKind::Gil => 0,
                        ObjectKind::Lock => 1,
                        ObjectKind::RLock => 2,
                        ObjectKind::Semaphore => 3,
                        ObjectKind::Event => 4,
                        ObjectKind::Condition => 5,
                        ObjectKind::Barrier => 6,
                        ObjectKind::Queue => 7,
                        ObjectKind::Pipe => 8,
                        ObjectKind::Pool => 9,
                        ObjectKind::Future => 10,
                        ObjectKind::Loop => 11,
                        ObjectKind::Memory => 12,
                    }
                }
            };
            assert_eq!((tag, usize::from(track_tag(kind))), (expected, expected));
        }
    }

    /// Test vectors of the FNV specification.
    #[test]
    fn fnv_vectors() {
        assert_eq!(fnv1a_128(b""), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(fnv1a_128(b"a"), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        assert_eq!(fnv1a_128(b"foobar"), 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }

    #[test]
    fn numbers_at_their_edges() {
        let mut w = Writer::default();
        for value in [0, 1, 127, 128, u64::MAX] {
            w.uint(value);
            w.int(value as i64);
        }
        w.int(i64::MIN);
        let mut r = Reader::new(&w.bytes);
        for value in [0, 1, 127, 128, u64::MAX] {
            assert_eq!((r.uint(), r.int()), (Ok(value), Ok(value as i64)));
        }
        assert_eq!(r.int(), Ok(i64::MIN));
        assert!(r.is_empty());
        assert_eq!(Reader::new(&[0xff; 10]).uint(), Err(DecodeError::Number));
    }
}
