//! Deadlocks: the circle, the object, the owner.

mod support;

use interleave_kernel::{Call, DeadlockReport, Ended, NewObject, ObjectId, Settings, StuckWait};
use interleave_trace::{EventKind, ObjectKind, Outcome};
use support::*;

#[expect(clippy::panic, reason = "a test that cannot go on says so")]
fn deadlock(scripts: Vec<Vec<Op>>) -> (DeadlockReport, interleave_trace::Trace) {
    let mut host = Host::new(Settings::default(), scripts);
    let ended = host.run();
    let trace = host.trace();
    match ended {
        Ended::Deadlock(report) => (*report, trace),
        other => panic!("{other:?}\n{}", listing(&trace)),
    }
}

#[test]
fn two_locks_in_opposite_order() {
    let main = vec![
        lock(ObjectKind::Lock, "a"),
        lock(ObjectKind::Lock, "b"),
        Op::Spawn(1),
        Op::Spawn(2),
        join(1),
        join(2),
        exit(0),
    ];
    let one = vec![acquire(0), sleep(MS), acquire(1)];
    let two = vec![acquire(1), sleep(MS), acquire(0)];
    let (report, trace) = deadlock(vec![main, one, two]);
    let names: Vec<&str> = report.threads.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(names, ["MainThread", "Thread-1", "Thread-2"]);
    assert_eq!(report.cycles.len(), 1);
    assert_eq!(report.cycles[0].len(), 2, "main waits for the circle but is not in it");
    assert_eq!(report.threads[1].holds, ["a"]);
    let text = report.to_string();
    for words in ["Thread-1 waits for the lock 'b', held by Thread-2", "cycle: Thread-1 -> Thread-2 -> Thread-1"] {
        assert!(text.contains(words), "{text}");
    }
    assert_eq!(count(&trace, |k| matches!(k, EventKind::Deadlocked { cycle: 0 })), 2);
    assert!(matches!(&trace.outcome, Outcome::Deadlock(words) if *words == text));
}

#[test]
fn a_lock_taken_twice() {
    let (report, _) = deadlock(vec![vec![lock(ObjectKind::Lock, "once"), acquire(0), acquire(0), exit(0)]]);
    assert_eq!(report.cycles, vec![vec![report.threads[0].thread]]);
    assert!(report.to_string().contains("waits for the lock 'once', which it holds itself"), "{report}");
}

#[test]
fn an_event_nobody_will_set() {
    let part = Op::Do(Call::NewObject(NewObject { kind: ObjectKind::Lock, name: None, of: Some(ObjectId(0)) }));
    let (report, trace) = deadlock(vec![vec![lock(ObjectKind::Event, "go"), part, acquire(1), acquire(1), exit(0)]]);
    assert!(report.cycles.is_empty());
    let StuckWait::Object { kind: ObjectKind::Event, owner: None, .. } = report.threads[0].waits_for else {
        panic!("{report:?}")
    };
    assert!(report.to_string().contains("the event 'go', for which nobody is left to act"), "{report}");
    assert_eq!(count(&trace, |k| matches!(k, EventKind::Deadlocked { .. })), 1);
}

#[test]
fn a_lock_whose_owner_has_ended() {
    let main = vec![lock(ObjectKind::Lock, "left"), Op::Spawn(1), join(1), acquire(0), exit(0)];
    let (report, _) = deadlock(vec![main, vec![acquire(0)]]);
    assert!(report.to_string().contains("held by a thread that has ended"), "{report}");
}

#[test]
fn two_threads_that_join_one_another() {
    let main = vec![Op::Spawn(1), Op::Spawn(2), join(1), exit(0)];
    let (report, _) = deadlock(vec![main, vec![sleep(MS), join(2)], vec![sleep(MS), join(1)]]);
    assert_eq!(report.cycles.len(), 1);
    assert!(report.to_string().contains("Thread-1 waits for Thread-2 to end"), "{report}");
}

#[test]
fn a_timed_wait_is_no_deadlock() {
    let main = vec![lock(ObjectKind::Lock, "l"), acquire(0), acquire_within(0, 5 * MS), exit(0)];
    let trace = run(Settings::default(), vec![main]);
    assert!(trace.end_nanos > 5 * MS);
}
