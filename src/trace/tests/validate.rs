//! A legal log passes; each rule catches the log that breaks it.

mod common;

use common::{Lab, MS, random, two_threads};
use interleave_trace::{
    Event, EventKind, Finish, GilDropReason, Link, LinkKind, LockAction, ObjectKind, Outcome, Rule, SourceRange, State,
    StrId, Trace, TrackId, TrackKind,
};

fn rules(trace: &Trace) -> Vec<Rule> {
    trace.validate().err().unwrap_or_default().into_iter().map(|v| v.rule).collect()
}

#[test]
fn legal_logs_pass() {
    assert_eq!(two_threads().validate(), Ok(()));
    for seed in 1..20 {
        assert_eq!(random(seed, 5, 400).validate(), Ok(()), "seed {seed}");
    }
}

#[test]
fn clock_must_not_run_back() {
    let mut trace = two_threads();
    let last = trace.events.len() - 1;
    trace.events.at_nanos[last] = 1;
    assert!(rules(&trace).iter().any(|r| matches!(r, Rule::ClockBack(_, 1))));
}

#[test]
fn the_end_is_after_the_last_event() {
    let mut trace = two_threads();
    trace.end_nanos = 5;
    assert_eq!(rules(&trace), [Rule::EndBeforeLastEvent]);
}

#[test]
fn two_threads_cannot_hold_the_gil() {
    let mut lab = Lab::new(2);
    let a = lab.thread("a");
    let b = lab.thread("b");
    lab.run(a, 0, None);
    lab.run(b, 1, None);
    lab.take(b);
    let trace = lab.end();
    assert_eq!(rules(&trace), [Rule::GilTaken { thread: b.0, holder: a.0 }]);
}

#[test]
fn only_the_holder_drops_the_gil() {
    let mut lab = Lab::new(2);
    let a = lab.thread("a");
    let b = lab.thread("b");
    lab.run(a, 0, None);
    lab.drop_gil(b, GilDropReason::Request);
    assert_eq!(rules(&lab.end()), [Rule::GilNotHeld(b.0)]);
}

#[test]
fn a_request_names_the_holder() {
    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    let b = lab.thread("b");
    lab.run(a, 0, None);
    let gil = lab.gil;
    lab.emit(gil, EventKind::GilRequest { waiter: a, holder: b });
    assert_eq!(rules(&lab.end()), [Rule::GilRequest { named: b.0, holder: Some(a.0) }]);
}

#[test]
fn a_finished_thread_gives_the_gil_back() {
    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    lab.run(a, 0, None);
    let core = lab.cores[0];
    lab.emit(core, EventKind::Core { thread: None });
    lab.state(a, State::Finished { how: Finish::Returned }, None);
    assert_eq!(rules(&lab.end()), [Rule::GilKept(a.0)]);
}

#[test]
fn a_core_runs_one_thread() {
    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    let b = lab.thread("b");
    lab.run(a, 0, None);
    lab.run(b, 0, None);
    let core = lab.cores[0].0;
    assert_eq!(rules(&lab.end()), [Rule::CoreShared(2, core)]);
}

#[test]
fn core_and_thread_agree() {
    let mut lab = Lab::new(2);
    let a = lab.thread("a");
    let core = lab.cores[1];
    lab.state(a, State::Running { core }, None);
    let trace = lab.end();
    assert_eq!(rules(&trace), [Rule::CoreDisagrees { core: core.0, shown: None, running: Some(a.0) }]);
}

#[test]
fn transitions_follow_the_table() {
    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    lab.state(a, State::Sleeping { until_nanos: 5 }, None);
    assert_eq!(rules(&lab.end()), [Rule::Transition { from: "runnable", to: "sleeping" }]);
}

#[test]
fn waits_end_by_somebody_or_by_time() {
    let start = || {
        let mut lab = Lab::new(1);
        let a = lab.thread("a");
        let lock = lab.object(ObjectKind::Lock, "lock");
        lab.run(a, 0, None);
        lab.at(MS).leave(a, State::Blocked { on: lock, holder: None }, GilDropReason::Blocking);
        lab.at(2 * MS);
        (lab, a, lock)
    };
    let (mut lab, a, _) = start();
    lab.run(a, 0, None);
    assert_eq!(rules(&lab.end()), [Rule::NoWaker("object")]);
    // A time-out is written as a failed acquire of the same instant.
    let (mut lab, a, lock) = start();
    lab.run(a, 0, None);
    lab.lock(lock, LockAction::Fail, a);
    assert_eq!(rules(&lab.end()), []);
    let (mut lab, a, _) = start();
    let b = lab.thread("b");
    lab.run(a, 0, Some(b));
    assert_eq!(rules(&lab.end()), []);

    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    lab.run(a, 0, None);
    lab.leave(a, State::Sleeping { until_nanos: 3 * MS }, GilDropReason::Blocking);
    lab.at(2 * MS).run(a, 0, None);
    assert_eq!(rules(&lab.end()), [Rule::WokeEarly { at: 2 * MS, until: 3 * MS }]);

    let mut lab = Lab::new(2);
    let a = lab.thread("a");
    let b = lab.thread("b");
    lab.run(b, 0, None);
    lab.state(a, State::GilWait { holder: Some(b) }, None);
    lab.at(MS).state(a, State::Runnable, None);
    assert_eq!(rules(&lab.end()), [Rule::NoWaker("GIL")]);
}

#[test]
fn nothing_follows_the_end() {
    let mut trace = two_threads();
    let end = trace.end_nanos;
    let main = TrackId(4);
    assert_eq!(trace.track_name(main), "MainThread");
    let kind = EventKind::State { to: State::Runnable, by: None };
    trace.events.push(Event { at_nanos: end, track: main, kind, range: SourceRange::NONE });
    assert_eq!(rules(&trace), [Rule::AfterFinish]);
}

#[test]
fn locks_have_one_owner() {
    let mut lab = Lab::new(1);
    let (a, b) = (lab.thread("a"), lab.thread("b"));
    let lock = lab.object(ObjectKind::Lock, "lock");
    let again = lab.object(ObjectKind::RLock, "again");
    lab.lock(again, LockAction::Acquire, a);
    lab.lock(again, LockAction::Acquire, a);
    lab.lock(again, LockAction::Release, a);
    lab.lock(again, LockAction::Release, a);
    lab.lock(lock, LockAction::Acquire, a);
    lab.lock(lock, LockAction::Acquire, b);
    lab.lock(lock, LockAction::Release, b);
    lab.lock(lock, LockAction::Release, b);
    lab.lock(lock, LockAction::Release, b);
    assert_eq!(rules(&lab.end()), [Rule::LockTaken { by: b.0, owner: a.0 }, Rule::LockNotHeld]);
}

#[test]
fn references_and_parents_are_of_the_right_kind() {
    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    let gil = lab.gil;
    lab.emit(gil, EventKind::State { to: State::Runnable, by: None });
    lab.state(a, State::Running { core: gil }, None);
    lab.emit(a, EventKind::Output { stderr: false, text: StrId(999) });
    lab.b.add_track(0, TrackKind::Task, "task", None, 1, false);
    lab.emit(TrackId(77), EventKind::Born);
    let found = rules(&lab.end());
    let gil_kind = TrackKind::Object(ObjectKind::Gil);
    assert_eq!(
        found[..5],
        [
            Rule::Parent(TrackKind::Task, None),
            Rule::WrongTrack(gil_kind),
            Rule::WrongReference { what: "the core", kind: gil_kind },
            Rule::OutOfRange("a string"),
            Rule::OutOfRange("the track"),
        ]
    );
}

#[test]
fn links_point_forward_to_events() {
    let mut trace = two_threads();
    trace.links.push(Link { kind: LinkKind::Wake, from_seq: 9, to_seq: 8 });
    trace.links.push(Link { kind: LinkKind::Wake, from_seq: 9, to_seq: 9_999 });
    assert_eq!(rules(&trace), [Rule::LinkBack, Rule::OutOfRange("an end of the link")]);
}

#[test]
fn every_track_is_born_once() {
    let mut trace = two_threads();
    let track = trace.tracks[4].clone();
    trace.tracks.push(track);
    assert_eq!(rules(&trace), [Rule::NeverBorn]);
    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    lab.emit(a, EventKind::Born);
    assert_eq!(rules(&lab.end()), [Rule::BornTwice]);
}

#[test]
fn joined_means_finished() {
    let mut lab = Lab::new(1);
    let (a, b) = (lab.thread("a"), lab.thread("b"));
    lab.emit(a, EventKind::Joined { child: b });
    assert_eq!(rules(&lab.end()), [Rule::JoinedUnfinished]);
}

#[test]
fn half_an_instant_of_an_open_log_is_no_violation() {
    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    let core = lab.cores[0];
    lab.emit(core, EventKind::Core { thread: Some(a) });
    assert_eq!(lab.b.trace().validate(), Ok(()));
    let mut closed = lab.b.trace().clone();
    closed.outcome = Outcome::Stopped;
    assert!(closed.validate().is_err());
}
