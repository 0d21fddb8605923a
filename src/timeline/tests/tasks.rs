//! Tasks: the tree of who made whom, what a blocking call delays, and what a suspended task awaits.

#[path = "../../trace/tests/common/mod.rs"]
mod common;

use std::collections::BTreeSet;

use common::{Lab, MS};
use interleave_timeline::{LaneMetrics, LaneOptions, Lang, TimelineIndex, explain, lanes, task_words_at};
use interleave_trace::{EventKind, State, Trace, TrackId, TrackKind};

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
