//! The GIL since 3.2: switch interval, drop request, forced switch, release around blocking; and the other models.

mod support;

use interleave_kernel::{Call, GilModel, Settings};
use interleave_trace::{Category, EventKind, GilDropReason, LinkKind};
use support::*;

fn two_cpu_threads(gil: GilModel, cores: u32) -> Vec<u64> {
    let settings = Settings { gil, cores, ..Settings::default() };
    let main = vec![Op::Spawn(1), Op::Spawn(1), join(1), join(2), exit(0)];
    let trace = run(settings, vec![main, vec![Op::Cpu(50 * MS)]]);
    ["Thread-1", "Thread-2", "MainThread"].iter().map(|name| finished(&trace, name).0).collect()
}

#[test]
fn two_cpu_bound_threads_take_turns() {
    let ends = two_cpu_threads(GilModel::default(), 2);
    // 100 ms of work, one at a time, and a hand-over every 5 ms.
    assert!((100 * MS..102 * MS).contains(&ends[2]), "{ends:?}");
    assert!(ends[0] > 90 * MS, "neither ran alone: {ends:?}");
}

#[test]
fn without_a_gil_they_run_at_once() {
    let ends = two_cpu_threads(GilModel::Off, 2);
    assert!((50 * MS..51 * MS).contains(&ends[2]), "{ends:?}");
    let ends = two_cpu_threads(GilModel::Off, 1);
    assert!((100 * MS..102 * MS).contains(&ends[2]), "one core is still one core: {ends:?}");
}

#[test]
fn a_waiter_asks_after_the_interval_and_gets_it() {
    for interval_nanos in [MS, 5 * MS, 15 * MS] {
        let settings = Settings { gil: GilModel::Cpython3 { interval_nanos }, cores: 2, ..Settings::default() };
        let main = vec![Op::Spawn(1), Op::Cpu(60 * MS), join(1), exit(0)];
        let trace = run(settings, vec![main, vec![Op::Cpu(60 * MS)]]);
        let gil = track(&trace, "GIL");
        let times = |wanted: fn(&EventKind) -> bool| -> Vec<u64> {
            let on_gil = trace.events.iter().filter(|e| e.track == gil && wanted(&e.kind));
            on_gil.map(|e| e.at_nanos).collect()
        };
        let takes = times(|k| matches!(k, EventKind::GilTake { .. }));
        let requests = times(|k| matches!(k, EventKind::GilRequest { .. }));
        let expected = 120 * MS / interval_nanos;
        assert!(requests.len() as u64 >= expected - 3 && requests.len() as u64 <= expected, "{}", requests.len());
        // From one taking to the request of the other: one interval, to the nanosecond.
        let after_request: Vec<u64> = requests.windows(2).map(|pair| pair[1] - pair[0]).collect();
        for (gap, pair) in after_request.iter().zip(requests.windows(2)) {
            let taken = takes.iter().find(|&&t| t > pair[0]).copied();
            assert_eq!(taken.map(|t| pair[1] - t), Some(interval_nanos), "gap {gap}");
        }
        assert!(
            count(&trace, |k| matches!(k, EventKind::GilDrop { why: GilDropReason::Request, .. }))
                >= requests.len() - 1
        );
    }
}

#[test]
fn the_forced_switch_lets_every_thread_have_its_turn() {
    let main = vec![Op::Spawn(1), Op::Spawn(1), Op::Spawn(1), join(1), join(2), join(3), exit(0)];
    let trace = run(Settings::default(), vec![main, vec![Op::Cpu(40 * MS)]]);
    let order = gil_order(&trace);
    let turns: Vec<&&str> = order.iter().filter(|name| **name != "MainThread").collect();
    // Round robin: among any four takings in a row every thread appears, while all three compute.
    for window in turns.windows(4).take(18) {
        let mut names: Vec<_> = window.to_vec();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 3, "{order:?}");
    }
}

#[test]
fn blocking_lets_go_at_once() {
    let main = vec![Op::Spawn(1), sleep(100 * MS), join(1), exit(0)];
    let trace = run(Settings::default(), vec![main, vec![Op::Cpu(30 * MS)]]);
    assert_eq!(count(&trace, |k| matches!(k, EventKind::GilRequest { .. })), 0);
    assert!(spent(&trace, "Thread-1", Category::Gil) < MS);
    assert!(spent(&trace, "MainThread", Category::Sleep) >= 100 * MS);
}

#[test]
fn native_code_runs_beside_bytecode() {
    let settings = Settings { cores: 2, ..Settings::default() };
    let main = vec![Op::Spawn(1), Op::Do(Call::Native { nanos: 40 * MS }), join(1), exit(0)];
    let trace = run(settings, vec![main, vec![Op::Cpu(40 * MS)]]);
    assert!(trace.end_nanos < 46 * MS, "{}", trace.end_nanos);
}

#[test]
fn convoy_effect() {
    // An I/O thread with 100 short reads, alone and beside a CPU-bound thread: each read then costs a switch interval.
    let io = vec![Op::Do(Call::Io { nanos: 50_000, what: "read".to_owned() }), Op::Cpu(10_000), Op::Again(0, 99)];
    let alone =
        run(Settings { cores: 2, ..Settings::default() }, vec![vec![Op::Spawn(1), join(1), exit(0)], io.clone()]);
    let beside = run(
        Settings { cores: 2, ..Settings::default() },
        vec![vec![Op::Spawn(1), Op::Cpu(700 * MS), join(1), exit(0)], io],
    );
    let (alone, beside) = (finished(&alone, "Thread-1").0, finished(&beside, "Thread-1").0);
    assert!(alone < 15 * MS, "{alone}");
    assert!((500 * MS..560 * MS).contains(&beside), "{beside}");
}

#[test]
fn setswitchinterval() {
    let main = vec![Op::Do(Call::SetSwitchInterval { nanos: MS }), Op::Spawn(1), Op::Cpu(50 * MS), join(1), exit(0)];
    let trace = run(Settings::default(), vec![main, vec![Op::Cpu(50 * MS)]]);
    assert!(count(&trace, |k| matches!(k, EventKind::GilRequest { .. })) > 80);
}

#[test]
fn cpython_2_signals_without_waiting() {
    let settings = Settings { gil: GilModel::Cpython2, cores: 2, ..Settings::default() };
    // The script host stops at every switch point while somebody waits; so a "tick" here is one instruction.
    let main = vec![Op::Spawn(1), Op::Cpu(MS), join(1), exit(0)];
    let trace = run(settings, vec![main, vec![Op::Cpu(MS)]]);
    let drops = count(&trace, |k| matches!(k, EventKind::GilDrop { why: GilDropReason::Ticks, .. }));
    let order = gil_order(&trace);
    let switches = order.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!(drops > 1000, "{drops}");
    assert!(switches * 5 < drops, "mostly taken back by the same thread: {switches} of {drops}");
    assert_eq!(count(&trace, |k| matches!(k, EventKind::GilRequest { .. })), 0);
}

#[test]
fn hand_overs_are_linked() {
    let main = vec![Op::Spawn(1), Op::Cpu(20 * MS), join(1), exit(0)];
    let trace = run(Settings::default(), vec![main, vec![Op::Cpu(20 * MS)]]);
    let links: Vec<_> = trace.links.iter().filter(|l| l.kind == LinkKind::HandOver).collect();
    assert!(links.len() >= 6, "{}", links.len());
    for link in links {
        let (from, to) = (trace.events.get(link.from_seq as usize), trace.events.get(link.to_seq as usize));
        let (Some(from), Some(to)) = (from, to) else { panic!("{link:?}") };
        match (from.kind, to.kind) {
            (EventKind::GilDrop { thread: a, .. }, EventKind::GilTake { thread: b }) => assert_ne!(a, b),
            other => panic!("{other:?}"),
        }
    }
}
