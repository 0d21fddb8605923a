//! Many threads and many hand-overs: no cost per event grows with the number of threads.

mod support;

use interleave_kernel::{Call, Limits, Profile, Settings};
use interleave_trace::{EventKind, LockAction, ObjectKind};
use support::*;

#[test]
fn ten_thousand_threads() {
    // All alive at once, all wanting the GIL and a lock.
    let main = vec![
        lock(ObjectKind::Lock, "l"),
        acquire(0),
        Op::Spawn(1),
        Op::Again(2, 9_999),
        release(0),
        Op::Do(Call::Join { local: 10_000, timeout_nanos: None }),
        sleep(60_000 * MS),
        exit(0),
    ];
    let worker = vec![Op::Cpu(20_000), acquire(0), Op::Cpu(1_000), release(0)];
    let trace = run(Settings::default(), vec![main, worker]);
    assert_eq!(threads(&trace), 10_001);
    assert_eq!(count(&trace, |k| matches!(k, EventKind::Lock { action: LockAction::Acquire, .. })), 10_001);
}

#[test]
fn a_hundred_thousand_hand_overs() {
    let main = vec![
        lock(ObjectKind::Lock, "ping"),
        lock(ObjectKind::Lock, "pong"),
        acquire(1),
        Op::Spawn(1),
        acquire(0),
        release(1),
        Op::Again(4, 49_999),
        join(1),
        exit(0),
    ];
    let other = vec![acquire(1), release(0), Op::Again(0, 49_999)];
    let limits = Limits { events: u32::MAX, ..Limits::default() };
    let trace = run(Settings { limits, ..Settings::default() }, vec![main, other]);
    assert!(count(&trace, |k| matches!(k, EventKind::Lock { action: LockAction::Acquire, .. })) >= 100_000);
    let per_hand_over = trace.end_nanos / 100_000;
    // `lock_handover` of the profile is one way of this very ping-pong, measured: within 10 %.
    let measured = Profile::bundled("cpython-3.11").ok().and_then(|p| p.nanos("lock_handover")).unwrap_or(0.0);
    assert!((per_hand_over as f64 - measured).abs() < measured / 10.0, "{per_hand_over} {measured}");
}
