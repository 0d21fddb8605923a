//! What is written is what is read; what is damaged is refused.

mod common;

use common::{Dice, random, two_threads};
use interleave_trace::{
    ApplyError, Cursor, Decision, DecodeError, DecodeLimits, EventKind, Outcome, Trace, TraceChunk, decode, encode,
};

fn samples() -> Vec<Trace> {
    let mut all = vec![Trace::default(), two_threads()];
    all.extend((1..8).map(|seed| random(seed, 6, 300)));
    if let Some(first) = all.get_mut(1) {
        first.schedule.push(Decision { at_nanos: 3, kind: 1, candidates: vec![4, 6], chosen: 6 });
        first.outcome = Outcome::Deadlock("nobody can run".to_owned());
    }
    all
}

#[test]
fn a_trace_survives_the_trip() {
    for trace in samples() {
        assert_eq!(decode(&encode(&trace), DecodeLimits::default()), Ok(trace));
    }
}

#[test]
fn rows_are_small() {
    let trace = random(3, 6, 20_000);
    let per_row = encode(&trace).len() as f64 / trace.events.len() as f64;
    assert!(per_row < 6.0, "{per_row} bytes a row");
}

#[test]
fn chunks_rebuild_the_trace() {
    let whole = random(5, 6, 500);
    let mut growing = Trace { events: Default::default(), links: Vec::new(), ..whole.clone() };
    growing.outcome = Outcome::Open;
    let (mut cursor, mut copy) = (Cursor::default(), Trace::default());
    let mut dice = Dice(11);
    let mut seq = 0;
    while seq < whole.events.len() {
        for _ in 0..=dice.roll(60) {
            if let Some(event) = whole.events.get(seq) {
                growing.events.push(event);
                growing.links.extend(whole.links.iter().filter(|l| l.to_seq as usize == seq));
                seq += 1;
            }
        }
        // A track may be renamed at any time.
        let name = growing.strings.len() as u32;
        growing.strings.push(format!("name {name}"));
        growing.tracks[5].name = interleave_trace::StrId(name);
        let chunk = growing.chunk_since(&mut cursor);
        let bytes = chunk.encode();
        assert_eq!(TraceChunk::decode(&bytes).as_ref(), Ok(&chunk));
        assert_eq!(copy.apply(chunk), Ok(()));
        assert_eq!(copy, growing);
    }
    assert_eq!(copy.events, whole.events);
    let mut links = whole.links.clone();
    links.sort_by_key(|l| l.to_seq);
    assert_eq!(copy.links, links);
}

#[test]
fn a_missing_chunk_is_noticed() {
    let trace = two_threads();
    let mut cursor = Cursor::default();
    let first = trace.chunk_since(&mut cursor);
    let second = trace.chunk_since(&mut cursor);
    assert!(second.events.is_empty() && second.header.is_none());
    let mut copy = Trace::default();
    assert!(matches!(copy.apply(second.clone()), Err(ApplyError::Gap { .. })));
    assert_eq!(copy, Trace::default());
    assert_eq!(copy.apply(first), Ok(()));
    assert_eq!(copy.apply(second), Ok(()));
    assert_eq!(copy, trace);
}

#[test]
fn the_hash_is_of_what_happened() {
    let trace = two_threads();
    let mut replay = trace.clone();
    replay.settings = "{\"policy\":\"replay\"}".to_owned();
    replay.seed = 99;
    assert_eq!(trace.hash(), replay.hash());
    for change in 0..3 {
        let mut other = trace.clone();
        match change {
            0 => other.events.at_nanos[9] += 1,
            1 => other.end_nanos += 1,
            _ => other.outcome = Outcome::Exited(1),
        }
        assert_ne!(trace.hash(), other.hash());
    }
}

/// Pinned: the hash is part of the file format and must be the same on every platform and in every build. It changes
/// only together with `VERSION`.
#[test]
fn the_hash_is_stable() {
    assert_eq!(Trace::default().hash().to_string(), "f5a535e74106dd2ef3685728151008bf");
    assert_eq!(two_threads().hash().to_string(), "d129daa78cabbd2c88b913e2bc6960e9");
}

#[test]
fn foreign_and_newer_files_are_named() {
    let limits = DecodeLimits::default();
    assert_eq!(decode(b"PK\x03\x04", limits), Err(DecodeError::Magic));
    assert_eq!(decode(b"", limits), Err(DecodeError::Magic));
    assert_eq!(decode(b"ILTR\x63", limits), Err(DecodeError::Version(99)));
    assert_eq!(decode(b"ILTR", limits), Err(DecodeError::Truncated));
    let bytes = encode(&two_threads());
    let tight = DecodeLimits { inflated_bytes: 100 };
    assert!(matches!(decode(&bytes, tight), Err(DecodeError::TooLarge { limit: 100, .. })));
}

/// A count that nothing follows must not be believed.
#[test]
fn a_lie_about_a_size_takes_no_memory() {
    let mut chunk = Trace::default().chunk_since(&mut Cursor::default());
    chunk.header = None;
    let mut bytes = chunk.encode();
    // Byte 7 is the number of strings (after the header flag and six bases).
    bytes.splice(7..8, [0xff, 0xff, 0xff, 0xff, 0x7f]);
    assert_eq!(TraceChunk::decode(&bytes), Err(DecodeError::Truncated));
}

#[test]
fn garbage_never_panics() {
    let mut dice = Dice(42);
    let good = encode(&random(2, 4, 60));
    let chunk = random(2, 4, 60).chunk_since(&mut Cursor::default()).encode();
    let mut refused = 0;
    for round in 0..6_000 {
        let mut bytes = match round % 3 {
            0 => (0..dice.roll(300)).map(|_| dice.roll(256) as u8).collect(),
            1 => good.clone(),
            _ => chunk.clone(),
        };
        for _ in 0..1 + dice.roll(4) {
            if bytes.is_empty() {
                break;
            }
            let at = dice.roll(bytes.len() as u64) as usize;
            match dice.roll(3) {
                0 => bytes[at] = dice.roll(256) as u8,
                1 => bytes.truncate(at),
                _ => bytes.insert(at, dice.roll(256) as u8),
            }
        }
        let limits = DecodeLimits { inflated_bytes: 1 << 20 };
        let read = if round % 3 == 2 {
            TraceChunk::decode(&bytes).and_then(|c| {
                let mut trace = Trace::default();
                trace.apply(c).map(|()| trace).map_err(|_| DecodeError::Partial)
            })
        } else {
            decode(&bytes, limits)
        };
        match read {
            // Well formed but perhaps illegal: every reader must cope.
            Ok(trace) => {
                let legal = trace.validate();
                let stats = interleave_trace::Stats::of(&trace);
                let json = interleave_trace::chrome::to_chrome_json(&trace);
                assert!(legal.is_ok() || !json.is_empty(), "{stats:?}");
            }
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 3_000, "{refused}");
}

#[test]
fn the_sample_has_every_common_kind() {
    let trace = two_threads();
    assert!(trace.events.kind.iter().any(|k| matches!(k, EventKind::GilRequest { .. })));
}
