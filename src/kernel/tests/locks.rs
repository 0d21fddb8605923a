//! Locks: mutual exclusion, barging, time-outs, re-entrance, owners, joins.

mod support;

use interleave_kernel::{Answer, Call, CallError, Ended, GilModel, NewObject, ObjectId, Settings};
use interleave_trace::{Category, EventKind, LinkKind, LockAction, ObjectKind, State};
use support::*;

#[test]
fn an_uncontended_lock_costs_no_turn() {
    let main = vec![lock(ObjectKind::Lock, "l"), acquire(0), release(0), Op::Again(1, 999), exit(0)];
    let mut host = Host::new(Settings::default(), vec![main]);
    host.run();
    assert_eq!(host.turns, 1);
    let trace = host.trace();
    assert_eq!(count(&trace, |k| matches!(k, EventKind::Lock { action: LockAction::Acquire, .. })), 1000);
}

#[test]
fn a_held_lock_blocks_and_names_its_owner() {
    let main = vec![
        lock(ObjectKind::Lock, "counter_lock"),
        acquire(0),
        Op::Spawn(1),
        sleep(10 * MS),
        release(0),
        join(1),
        exit(0),
    ];
    let trace = run(Settings::default(), vec![main, vec![acquire(0), release(0)]]);
    let (main, lock) = (track(&trace, "MainThread"), track(&trace, "counter_lock"));
    let waits = trace.events.iter().filter(
        |e| matches!(e.kind, EventKind::State { to: State::Blocked { on, holder: Some(h) }, .. } if on == lock && h == main),
    );
    assert_eq!(waits.count(), 1);
    let woken = trace.events.iter().find(|e| {
        e.track == track(&trace, "Thread-1") && matches!(e.kind, EventKind::State { by: Some(by), .. } if by == main)
    });
    assert!(woken.is_some());
    assert!(spent(&trace, "Thread-1", Category::Lock) > 9 * MS);
    assert!(trace.links.iter().any(|l| l.kind == LinkKind::Wake));
}

#[test]
fn a_released_lock_can_be_taken_by_who_comes_first() {
    // Main releases and acquires again before the signalled waiter is on a core.
    let main = vec![
        lock(ObjectKind::Lock, "l"),
        acquire(0),
        Op::Spawn(1),
        sleep(5 * MS),
        release(0),
        acquire(0),
        sleep(5 * MS),
        release(0),
        join(1),
        exit(0),
    ];
    let mut host = Host::new(Settings::default(), vec![main, vec![acquire(0), release(0)]]);
    host.run();
    let trace = host.trace();
    let owners: Vec<&str> = trace
        .events
        .iter()
        .filter_map(|e| match e.kind {
            EventKind::Lock { action: LockAction::Acquire, by } => Some(trace.track_name(by)),
            _ => None,
        })
        .collect();
    assert_eq!(owners, ["MainThread", "MainThread", "Thread-1"]);
    assert_eq!(spent(&trace, "Thread-1", Category::Lock) / MS, 10);
}

#[test]
fn waiters_are_served_in_order() {
    let main = vec![
        lock(ObjectKind::Lock, "l"),
        acquire(0),
        Op::Spawn(1),
        sleep(MS),
        Op::Spawn(1),
        sleep(MS),
        Op::Spawn(1),
        sleep(MS),
        release(0),
        join(1),
        join(2),
        join(3),
        exit(0),
    ];
    let trace = run(Settings::default(), vec![main, vec![acquire(0), sleep(MS), release(0)]]);
    let ends = ["Thread-1", "Thread-2", "Thread-3"].map(|name| finished(&trace, name).0);
    assert!(ends[0] < ends[1] && ends[1] < ends[2], "{ends:?}");
}

#[test]
fn a_timed_acquire_gives_up() {
    let main =
        vec![lock(ObjectKind::Lock, "l"), acquire(0), Op::Spawn(1), sleep(50 * MS), release(0), join(1), exit(0)];
    let timed = vec![
        acquire_within(0, 10 * MS),
        Op::Do(Call::Acquire { object: ObjectId(0), blocking: false, timeout_nanos: None }),
        acquire_within(0, 100 * MS),
    ];
    let mut host = Host::new(Settings::default(), vec![main, timed]);
    host.run();
    let trace = host.trace();
    assert_eq!(host.answers(1), [Answer::Bool(false), Answer::Bool(false), Answer::Bool(true)]);
    assert_eq!(count(&trace, |k| matches!(k, EventKind::Lock { action: LockAction::Fail, .. })), 2);
}

#[test]
fn misuse_is_an_answer() {
    let main = vec![
        lock(ObjectKind::Lock, "l"),
        lock(ObjectKind::RLock, "r"),
        release(0),
        release(1),
        acquire(7),
        Op::Do(Call::Join { local: 0, timeout_nanos: None }),
        Op::Do(Call::Join { local: 9, timeout_nanos: None }),
        exit(0),
    ];
    let mut host = Host::new(Settings::default(), vec![main]);
    host.run();
    host.trace();
    let errors: Vec<_> =
        host.answers(0).iter().filter_map(|a| if let Answer::Error(e) = a { Some(*e) } else { None }).collect();
    assert_eq!(
        errors,
        [
            CallError::NotHeld,
            CallError::NotOwner,
            CallError::NoSuchObject,
            CallError::JoinSelf,
            CallError::NoSuchThread
        ]
    );
}

#[test]
fn an_rlock_belongs_to_its_thread() {
    let main = vec![
        lock(ObjectKind::RLock, "r"),
        acquire(0),
        acquire(0),
        Op::Do(Call::LockCount { object: ObjectId(0) }),
        Op::Spawn(1),
        sleep(5 * MS),
        release(0),
        sleep(5 * MS),
        release(0),
        join(1),
        exit(0),
    ];
    let mut host = Host::new(Settings::default(), vec![main, vec![release(0), acquire(0), release(0)]]);
    host.run();
    let trace = host.trace();
    assert!(host.answers(0).contains(&Answer::Count(2)));
    assert_eq!(host.answers(1).first(), Some(&Answer::Error(CallError::NotOwner)));
    assert!(finished(&trace, "Thread-1").0 > 10 * MS);
}

#[test]
fn a_wait_for_a_part_shows_on_the_whole() {
    // A condition's waiter lock, as the library makes one: acquired, then acquired again to wait.
    let part = Op::Do(Call::NewObject(NewObject { kind: ObjectKind::Lock, name: None, of: Some(ObjectId(0)) }));
    let main = vec![lock(ObjectKind::Condition, "ready"), Op::Spawn(1), sleep(5 * MS), release(1), join(1), exit(0)];
    let trace = run(Settings::default(), vec![main, vec![part, acquire(1), acquire(1)]]);
    assert!(spent(&trace, "Thread-1", Category::Signal) > 4 * MS);
    assert_eq!(count(&trace, |k| matches!(k, EventKind::Lock { .. })), 0, "the part itself is not shown");
}

#[test]
fn join_waits_and_times_out() {
    let main =
        vec![Op::Spawn(1), Op::Do(Call::Join { local: 1, timeout_nanos: Some(5 * MS) }), join(1), join(1), exit(0)];
    let mut host = Host::new(Settings::default(), vec![main, vec![sleep(20 * MS)]]);
    assert_eq!(host.run(), Ended::Exited(0));
    let trace = host.trace();
    assert_eq!(host.answers(0)[1..], [Answer::Bool(false), Answer::Bool(true), Answer::Bool(true)]);
    assert_eq!(trace.links.iter().filter(|l| l.kind == LinkKind::Join).count(), 2);
    assert!(spent(&trace, "MainThread", Category::Join) > 19 * MS);
}

#[test]
fn a_lock_repairs_the_lost_update_without_a_gil() {
    let settings = Settings { gil: GilModel::Off, cores: 2, ..Settings::default() };
    let main = vec![lock(ObjectKind::Lock, "l"), Op::Spawn(1), Op::Spawn(1), join(1), join(2), exit(0)];
    let racy = vec![Op::Load, Op::AddStore, Op::Again(0, 9_999)];
    let mut host = Host::new(settings.clone(), vec![main.clone(), racy]);
    host.run();
    host.trace();
    assert!((2..19_000).contains(&host.counter), "{}", host.counter);
    let safe = vec![acquire(0), Op::Load, Op::AddStore, release(0), Op::Again(0, 999)];
    let mut host = Host::new(settings, vec![main, safe]);
    host.run();
    host.trace();
    assert_eq!(host.counter, 2000);
}
