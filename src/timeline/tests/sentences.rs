//! The sentence for every event of a small run, in both languages, and for the kinds that it lacks.

#[path = "../../trace/tests/common/mod.rs"]
mod common;

use std::collections::BTreeSet;

use common::{Lab, MS, random, two_threads};
use interleave_timeline::{
    Direction, LaneMetrics, LaneOptions, Lang, Step, TimelineIndex, describe, explain, explain_at, lanes, step,
    task_words_at,
};
use interleave_trace::{EventKind, Finish, GilDropReason, LockAction, ObjectKind, State, Trace, TrackId, TrackKind};

fn sentences(trace: &Trace, lang: Lang) -> String {
    let index = TimelineIndex::of(trace);
    let all = (0..trace.events.len() as u32).map(|seq| explain(trace, &index, seq, lang));
    all.collect::<Vec<_>>().join("\n")
}

#[test]
fn two_threads_in_english() {
    insta::assert_snapshot!(sentences(&two_threads(), Lang::En));
}

#[test]
fn two_threads_in_chinese() {
    insta::assert_snapshot!(sentences(&two_threads(), Lang::Zh));
}

#[test]
fn the_other_kinds() {
    let mut lab = Lab::new(1);
    let main = lab.thread("MainThread");
    lab.run(main, 0, None);
    let objects = [ObjectKind::Semaphore, ObjectKind::Queue, ObjectKind::Event, ObjectKind::Barrier, ObjectKind::Pool];
    for kind in objects {
        let object = lab.object(kind, &format!("{kind:?}").to_lowercase());
        lab.lock(object, LockAction::Level(2), main);
        lab.lock(object, LockAction::Level(0), main);
    }
    let lock = lab.object(ObjectKind::Lock, "lock");
    lab.lock(lock, LockAction::Acquire, main);
    lab.at(MS);
    let other = lab.thread("Thread-1");
    lab.lock(lock, LockAction::Fail, other);
    let text = lab.b.intern("ValueError: no\n");
    lab.emit(main, EventKind::Uncaught { text });
    let what = lab.b.intern("GET /items");
    lab.leave(main, State::Io { what }, GilDropReason::Ticks);
    lab.at(3 * MS);
    lab.run(main, 0, None);
    lab.emit(main, EventKind::Deadlocked { cycle: 0 });
    let note = lab.b.intern("the limit of 10 million instructions is reached");
    lab.emit(main, EventKind::Note { text: note });
    lab.leave(main, State::Blocked { on: lock, holder: None }, GilDropReason::Blocking);
    lab.state(other, State::Finished { how: Finish::Cut }, None);
    lab.at(4 * MS).run(main, 0, None);
    lab.leave(main, State::Finished { how: Finish::Raised(text) }, GilDropReason::Finished);
    insta::assert_snapshot!(sentences(&lab.end(), Lang::En));
}

/// No sentence has an unfilled place or an empty name.
#[test]
fn sentences_are_complete() {
    for seed in 1..5 {
        for lang in [Lang::En, Lang::Zh] {
            let all = sentences(&random(seed, 5, 200), lang);
            assert!(!all.contains(['{', '}']) && !all.contains("  "), "{all}");
        }
    }
}

#[test]
fn the_playhead_tells_the_telling_event() {
    let trace = two_threads();
    let index = TimelineIndex::of(&trace);
    let at = |nanos| explain_at(&trace, &index, nanos, Lang::En);
    assert_eq!(
        at(6 * MS + 250_000),
        "Thread-1 (worker) asked for the GIL; MainThread has held it for 6.2 ms and gives it up at its next switch \
         point (line 5)."
    );
    assert_eq!(
        at(500 * MS),
        "Thread-1 (worker) sleeps for 1.00 s; it needs neither a core nor the GIL meanwhile (line 12)."
    );
    let empty = Trace::default();
    assert_eq!(explain_at(&empty, &TimelineIndex::of(&empty), 5, Lang::En), "Nothing has happened yet.");
}

#[test]
fn a_stretch_under_the_pointer() {
    let trace = two_threads();
    let index = TimelineIndex::of(&trace);
    let told = |track: u32, lang: Lang| {
        let track = TrackId(track);
        let spans = index.track(track).map(|t| t.spans.as_slice()).unwrap_or_default();
        spans.iter().map(|s| describe(&trace, &index, track, s, lang)).collect::<Vec<_>>().join("\n")
    };
    let all = [told(0, Lang::En), told(3, Lang::En), told(5, Lang::En), told(6, Lang::En), told(6, Lang::Zh)];
    insta::assert_snapshot!(all.join("\n--\n"));
}

#[test]
fn steps_lead_from_instant_to_instant() {
    let trace = two_threads();
    let walk = |unit: Step, direction: Direction, of: Option<TrackId>| {
        let mut at = if direction == Direction::Forward { 0 } else { trace.end_nanos };
        let mut stops = vec![at / 1000];
        while let Some(next) = step(&trace, at, unit, direction, of) {
            assert_ne!(next, at);
            at = next;
            stops.push(at / 1000);
        }
        stops
    };
    let events = [0, 1_000, 1_200, 6_200, 6_300, 8_000, 9_000, 10_000, 11_000, 1_011_000, 1_012_000, 1_013_000];
    assert_eq!(walk(Step::Event, Direction::Forward, None), events);
    let mut back = walk(Step::Event, Direction::Back, None);
    back.reverse();
    assert_eq!(back, events);
    let switches = [0, 1_200, 6_300, 8_000, 10_000, 1_011_000, 1_012_000, 1_013_000];
    assert_eq!(walk(Step::Switch, Direction::Forward, None), switches);
    // The lines of the main thread: 3, 5, 6, (10 where it is put back on a core), 7, 8.
    let lines = [0, 1_000, 1_200, 6_300, 8_000, 9_000, 10_000, 1_013_000];
    assert_eq!(walk(Step::Line, Direction::Forward, Some(TrackId(4))), lines);
}

#[test]
fn the_place_and_the_output_at_a_time() {
    let trace = two_threads();
    let index = TimelineIndex::of(&trace);
    let line = |track: u32, at: u64| index.place_at(&trace, TrackId(track), at).map(|r| r.line);
    assert_eq!(line(4, MS - 1), None);
    assert_eq!(line(4, 2 * MS), Some(5));
    assert_eq!(line(6, 500 * MS), Some(12));
    assert_eq!(index.outputs_until(&trace, 8 * MS - 1).len(), 0);
    assert_eq!(index.outputs_until(&trace, 8 * MS).len(), 1);
}

// -- tasks

/// Task-1 makes Task-2, Task-3 and (through Task-2) Task-4; then Task-2 blocks the loop for 30 ms, in which Task-3's timer
/// runs out and Task-4 is ready. Also gives where the blocking call is told.
fn stalled() -> (Trace, Vec<TrackId>, u32) {
    let mut lab = Lab::new(1);
    let main = lab.thread("MainThread");
    lab.run(main, 0, None);
    let core = lab.cores[0];
    let task = |lab: &mut Lab, maker: TrackId, n: u64| {
        let id = lab.b.add_track(lab.now, TrackKind::Task, &format!("Task-{n}"), Some(main), n, false);
        lab.emit(maker, EventKind::Spawn { child: id });
        lab.state(id, State::Runnable, Some(maker));
        id
    };
    let first = task(&mut lab, main, 1);
    lab.at(MS).state(first, State::Running { core }, None);
    let second = task(&mut lab, first, 2);
    let third = task(&mut lab, first, 3);
    lab.at(2 * MS).state(first, State::Joining { target: second }, None);
    lab.state(third, State::Sleeping { until_nanos: 20 * MS }, None);
    lab.state(second, State::Running { core }, None);
    let fourth = task(&mut lab, second, 4);
    lab.at(10 * MS).state(second, State::Sleeping { until_nanos: 40 * MS }, None);
    let told = lab.emit(second, EventKind::LoopStall { ready: 1 });
    lab.at(40 * MS).state(second, State::Running { core }, None);
    (lab.end(), vec![main, first, second, third, fourth], told)
}

#[test]
fn a_blocking_call_names_the_tasks_that_it_delays() {
    let (trace, _, told) = stalled();
    let index = TimelineIndex::of(&trace);
    assert_eq!(
        explain(&trace, &index, told, Lang::En),
        "A blocking call inside Task-2 stops the whole event loop for 30 ms; it delays Task-3, Task-4."
    );
    assert_eq!(
        explain(&trace, &index, told, Lang::Zh),
        "Task-2 中的阻塞调用让整个事件循环停住 30 ms，推迟了 Task-3, Task-4。"
    );
}

#[test]
fn tasks_stand_below_the_task_that_made_them() {
    let (trace, tasks, _) = stalled();
    let index = TimelineIndex::of(&trace);
    let options = LaneOptions { metrics: LaneMetrics::ROOMY, collapsed: &BTreeSet::new(), lang: Lang::En };
    let list = lanes(&trace, &index, options).list;
    let rows = list.iter().filter(|l| l.track.is_some_and(|t| tasks.contains(&t)));
    let rows: Vec<_> = rows.map(|l| (l.name.as_str(), l.depth)).collect();
    assert_eq!(rows, [("MainThread", 1), ("Task-1", 2), ("Task-2", 3), ("Task-4", 4), ("Task-3", 3)]);
}

#[test]
fn what_a_suspended_task_awaits_in_words() {
    let (trace, tasks, _) = stalled();
    let index = TimelineIndex::of(&trace);
    let words = |n: usize| task_words_at(&trace, &index, tasks[n], 15 * MS, Lang::En);
    assert_eq!([words(1), words(2), words(3)], ["awaits Task-2", "blocks the event loop: sleeping", "awaits a timer"]);
}
