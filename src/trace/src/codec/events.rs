//! The columns of the events as bytes. A tag never changes its meaning.

use super::{DecodeError, flag};
use crate::event::{EventKind, Events, Finish, GilDropReason, LockAction, State};
use crate::ids::{SourceId, SourceRange, StrId, TrackId};
use crate::wire::{Reader, Writer};

pub(super) fn write_events(w: &mut Writer, events: &Events) {
    w.len(events.len());
    let mut before = 0;
    for &at_nanos in &events.at_nanos {
        // Wrapping, so that even a log whose clock runs back survives the trip and can be reported by `validate`.
        w.uint(at_nanos.wrapping_sub(before));
        before = at_nanos;
    }
    let mut before = 0;
    for track in &events.track {
        w.near(before, track.0);
        before = track.0;
    }
    for &kind in &events.kind {
        w.byte(kind_tag(kind));
    }
    for &kind in &events.kind {
        write_operands(w, kind);
    }
    let mut before = SourceRange::NONE;
    for &range in &events.range {
        if range == SourceRange::NONE {
            w.byte(0);
        } else if range == before {
            w.byte(1);
        } else {
            w.byte(2);
            w.uint(u64::from(range.source.0));
            w.near(before.start, range.start);
            w.near(range.start, range.end);
            w.near(before.line, range.line);
            before = range;
        }
    }
}

pub(super) fn read_events(r: &mut Reader<'_>) -> Result<Events, DecodeError> {
    let rows = r.count()?;
    let mut events = Events::default();
    let mut before = 0u64;
    for _ in 0..rows {
        before = before.wrapping_add(r.uint()?);
        events.at_nanos.push(before);
    }
    let mut before = 0;
    for _ in 0..rows {
        before = r.near(before)?;
        events.track.push(TrackId(before));
    }
    let mut tags = Vec::new();
    for _ in 0..rows {
        tags.push(r.byte()?);
    }
    for tag in tags {
        events.kind.push(read_kind(r, tag)?);
    }
    let mut before = SourceRange::NONE;
    for _ in 0..rows {
        let range = match r.byte()? {
            0 => SourceRange::NONE,
            1 => before,
            2 => {
                let source = SourceId(r.u32()?);
                let start = r.near(before.start)?;
                let end = r.near(start)?;
                before = SourceRange { source, start, end, line: r.near(before.line)? };
                before
            }
            tag => return Err(DecodeError::Tag { what: "a source range", tag }),
        };
        events.range.push(range);
    }
    Ok(events)
}

/// 0 Born · 1–8 State (running, runnable, GIL wait, blocked, joining, sleeping, I/O, finished) · 9 GilTake · 10 GilDrop ·
/// 11 GilRequest · 12 Lock · 13 Core · 14 Output · 15 Spawn · 16 Joined · 17 Uncaught · 18 Deadlocked · 19 Note ·
/// 20 Chain · 21 LoopTurn · 22 LoopStall
fn kind_tag(kind: EventKind) -> u8 {
    match kind {
        EventKind::Born => 0,
        EventKind::State { to, .. } => match to {
            State::Running { .. } => 1,
            State::Runnable => 2,
            State::GilWait { .. } => 3,
            State::Blocked { .. } => 4,
            State::Joining { .. } => 5,
            State::Sleeping { .. } => 6,
            State::Io { .. } => 7,
            State::Finished { .. } => 8,
        },
        EventKind::GilTake { .. } => 9,
        EventKind::GilDrop { .. } => 10,
        EventKind::GilRequest { .. } => 11,
        EventKind::Lock { .. } => 12,
        EventKind::Core { .. } => 13,
        EventKind::Output { .. } => 14,
        EventKind::Spawn { .. } => 15,
        EventKind::Joined { .. } => 16,
        EventKind::Uncaught { .. } => 17,
        EventKind::Deadlocked { .. } => 18,
        EventKind::Note { .. } => 19,
        EventKind::Chain { .. } => 20,
        EventKind::LoopTurn { .. } => 21,
        EventKind::LoopStall { .. } => 22,
    }
}

fn write_operands(w: &mut Writer, kind: EventKind) {
    let id = |w: &mut Writer, id: TrackId| w.uint(u64::from(id.0));
    match kind {
        EventKind::Born => {}
        EventKind::State { to, by } => {
            w.option(by.map(|b| b.0));
            match to {
                State::Running { core } => id(w, core),
                State::Runnable => {}
                State::GilWait { holder } => w.option(holder.map(|h| h.0)),
                State::Blocked { on, holder } => {
                    id(w, on);
                    w.option(holder.map(|h| h.0));
                }
                State::Joining { target } => id(w, target),
                State::Sleeping { until_nanos } => w.uint(until_nanos),
                State::Io { what } => w.uint(u64::from(what.0)),
                State::Finished { how: Finish::Returned } => w.uint(0),
                State::Finished { how: Finish::Cut } => w.uint(1),
                State::Finished { how: Finish::Raised(text) } => w.uint(u64::from(text.0) + 2),
            }
        }
        EventKind::GilTake { thread } => id(w, thread),
        EventKind::GilDrop { thread, why } => {
            id(w, thread);
            w.byte(match why {
                GilDropReason::Request => 0,
                GilDropReason::Blocking => 1,
                GilDropReason::Ticks => 2,
                GilDropReason::Finished => 3,
            });
        }
        EventKind::GilRequest { waiter, holder } => {
            id(w, waiter);
            id(w, holder);
        }
        EventKind::Lock { action, by } => {
            id(w, by);
            match action {
                LockAction::Acquire => w.byte(0),
                LockAction::Fail => w.byte(1),
                LockAction::Release => w.byte(2),
                LockAction::Level(level) => {
                    w.byte(3);
                    w.int(level);
                }
                LockAction::Send(bytes) => {
                    w.byte(4);
                    w.uint(bytes);
                }
                LockAction::Receive(bytes) => {
                    w.byte(5);
                    w.uint(bytes);
                }
            }
        }
        EventKind::Core { thread } => w.option(thread.map(|t| t.0)),
        EventKind::Output { stderr, text } => {
            w.byte(u8::from(stderr));
            w.uint(u64::from(text.0));
        }
        EventKind::Spawn { child } | EventKind::Joined { child } => id(w, child),
        EventKind::Uncaught { text } | EventKind::Note { text } | EventKind::Chain { chain: text } => {
            w.uint(u64::from(text.0));
        }
        EventKind::LoopTurn { ready, timers, by } => {
            w.uint(u64::from(ready));
            w.uint(u64::from(timers));
            id(w, by);
        }
        EventKind::LoopStall { ready } => w.uint(u64::from(ready)),
        EventKind::Deadlocked { cycle } => w.uint(u64::from(cycle)),
    }
}

fn read_kind(r: &mut Reader<'_>, tag: u8) -> Result<EventKind, DecodeError> {
    let id = |r: &mut Reader<'_>| r.u32().map(TrackId);
    Ok(match tag {
        0 => EventKind::Born,
        1..=8 => {
            let by = r.option()?.map(TrackId);
            let to = match tag {
                1 => State::Running { core: id(r)? },
                2 => State::Runnable,
                3 => State::GilWait { holder: r.option()?.map(TrackId) },
                4 => State::Blocked { on: id(r)?, holder: r.option()?.map(TrackId) },
                5 => State::Joining { target: id(r)? },
                6 => State::Sleeping { until_nanos: r.uint()? },
                7 => State::Io { what: StrId(r.u32()?) },
                _ => State::Finished {
                    how: match r.uint()? {
                        0 => Finish::Returned,
                        1 => Finish::Cut,
                        text => Finish::Raised(StrId(u32::try_from(text - 2).map_err(|_| DecodeError::Number)?)),
                    },
                },
            };
            EventKind::State { to, by }
        }
        9 => EventKind::GilTake { thread: id(r)? },
        10 => EventKind::GilDrop {
            thread: id(r)?,
            why: match r.byte()? {
                0 => GilDropReason::Request,
                1 => GilDropReason::Blocking,
                2 => GilDropReason::Ticks,
                3 => GilDropReason::Finished,
                tag => return Err(DecodeError::Tag { what: "the reason of a GIL drop", tag }),
            },
        },
        11 => EventKind::GilRequest { waiter: id(r)?, holder: id(r)? },
        12 => {
            let by = id(r)?;
            let action = match r.byte()? {
                0 => LockAction::Acquire,
                1 => LockAction::Fail,
                2 => LockAction::Release,
                3 => LockAction::Level(r.int()?),
                4 => LockAction::Send(r.uint()?),
                5 => LockAction::Receive(r.uint()?),
                tag => return Err(DecodeError::Tag { what: "an action on an object", tag }),
            };
            EventKind::Lock { action, by }
        }
        13 => EventKind::Core { thread: r.option()?.map(TrackId) },
        14 => EventKind::Output { stderr: flag(r, "the output stream")?, text: StrId(r.u32()?) },
        15 => EventKind::Spawn { child: id(r)? },
        16 => EventKind::Joined { child: id(r)? },
        17 => EventKind::Uncaught { text: StrId(r.u32()?) },
        18 => EventKind::Deadlocked { cycle: r.u32()? },
        19 => EventKind::Note { text: StrId(r.u32()?) },
        20 => EventKind::Chain { chain: StrId(r.u32()?) },
        21 => EventKind::LoopTurn { ready: r.u32()?, timers: r.u32()?, by: TrackId(r.u32()?) },
        22 => EventKind::LoopStall { ready: r.u32()? },
        tag => return Err(DecodeError::Tag { what: "an event", tag }),
    })
}
