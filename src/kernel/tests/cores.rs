//! Cores, time slices, sleepers, more threads than cores, native ids, limits.

mod support;

use interleave_kernel::{Answer, Call, CallError, Ended, GilModel, LimitHit, Limits, OsOrder, OsScheduler, Settings};
use interleave_trace::{Category, EventKind, Finish, LinkKind, ObjectKind, State, TrackKind};
use support::*;

fn crowd(threads: usize) -> Vec<Op> {
    let mut main: Vec<Op> = vec![Op::Spawn(1); threads];
    main.extend((1..=threads as u32).map(join));
    main.push(exit(0));
    main
}

#[test]
fn eight_sleepers_take_one_second() {
    let trace = run(Settings::default(), vec![crowd(8), vec![sleep(1000 * MS)]]);
    assert!((1000 * MS..1003 * MS).contains(&trace.end_nanos), "{}", trace.end_nanos);
}

#[test]
fn a_core_runs_one_thread_and_slices_are_fair() {
    let settings = Settings { gil: GilModel::Off, cores: 2, ..Settings::default() };
    let trace = run(settings, vec![crowd(6), vec![Op::Cpu(20 * MS)]]);
    // 120 ms of work on two cores.
    assert!((60 * MS..64 * MS).contains(&trace.end_nanos), "{}", trace.end_nanos);
    for i in 1..=6 {
        let name = format!("Thread-{i}");
        assert_eq!(spent(&trace, &name, Category::Running) / MS, 20, "{name}");
        assert!(finished(&trace, &name).0 > 50 * MS, "{name} was not favoured");
        assert!(spent(&trace, &name, Category::Runnable) > 25 * MS, "{name}");
    }
}

#[test]
fn the_time_slice_is_a_setting() {
    let switches = |time_slice_nanos| {
        let os = OsScheduler { time_slice_nanos, latency_nanos: 1, ..OsScheduler::default() };
        let settings = Settings { gil: GilModel::Off, cores: 1, os, ..Settings::default() };
        let trace = run(settings, vec![crowd(2), vec![Op::Cpu(40 * MS)]]);
        count(&trace, |k| matches!(k, EventKind::Core { thread: Some(_) }))
    };
    let (short, long) = (switches(MS), switches(10 * MS));
    assert!(short > 60 && long < 20, "{short} {long}");
}

#[test]
fn orders_of_the_scheduler() {
    // Two threads of 30 ms each on one core, without a GIL.
    let run_in = |order, time_slice_nanos| {
        let os = OsScheduler { order, time_slice_nanos, ..OsScheduler::default() };
        let settings = Settings { gil: GilModel::Off, cores: 1, os, ..Settings::default() };
        let trace = run(settings, vec![crowd(2), vec![Op::Cpu(30 * MS)]]);
        let ends = [finished(&trace, "Thread-1").0 / MS, finished(&trace, "Thread-2").0 / MS];
        (ends, count(&trace, |k| matches!(k, EventKind::Core { thread: Some(_) })))
    };
    // First come, first served: nobody is interrupted.
    let (ends, switches) = run_in(OsOrder::Fifo, MS);
    assert!((30..33).contains(&ends[0]) && (60..63).contains(&ends[1]), "{ends:?}");
    assert!(switches < 8, "{switches}");
    // In turn: both end late, after as many turns as the slice says.
    let (ends, switches) = run_in(OsOrder::RoundRobin, 5 * MS);
    assert!(ends.iter().all(|end| *end > 54), "{ends:?}");
    assert!((10..20).contains(&switches), "{switches}");
    let (_, rare) = run_in(OsOrder::RoundRobin, 0);
    assert!(rare < 8, "the slice of SCHED_RR is 100 ms: {rare}");
}

#[test]
fn a_sleeper_gets_the_core_when_it_wakes() {
    let settings = Settings { gil: GilModel::Off, cores: 1, ..Settings::default() };
    let main = vec![Op::Spawn(1), Op::Cpu(200 * MS), join(1), exit(0)];
    let trace = run(settings, vec![main, vec![sleep(5 * MS), Op::Cpu(10_000), Op::Again(0, 9)]]);
    assert!(finished(&trace, "Thread-1").0 < 80 * MS, "{:?}", finished(&trace, "Thread-1"));
}

#[test]
fn who_is_woken_second_shares_the_wake_up_of_the_only_idle_core() {
    let settings = Settings { gil: GilModel::Off, cores: 2, ..Settings::default() };
    // Thread-1 waits with core 1 as its last, Thread-2 with core 0, from which both are woken.
    let own = |object| acquire(object);
    let main = vec![
        lock(ObjectKind::Lock, "first"),
        lock(ObjectKind::Lock, "second"),
        own(0),
        own(1),
        Op::Spawn(1),
        Op::Spawn(2),
        sleep(50 * MS),
        release(0),
        release(1),
        Op::Cpu(5 * MS),
        join(1),
        join(2),
        exit(0),
    ];
    let trace = run(settings, vec![main, vec![Op::Cpu(20 * MS), own(0)], vec![sleep(5 * MS), own(1)]]);
    let woken = |name: &str| {
        let lane = track(&trace, name);
        let running = |kind: &EventKind| matches!(kind, EventKind::State { to: State::Running { .. }, .. });
        trace.events.iter().filter(|e| e.track == lane && running(&e.kind)).map(|e| e.at_nanos).next_back().unwrap_or(0)
    };
    let (first, second) = (woken("Thread-1"), woken("Thread-2"));
    assert!(first > 50 * MS && second > 50 * MS, "{first} {second}");
    assert!(second < first, "{first} {second}");
}

#[test]
fn every_thread_has_its_own_core_when_there_are_enough() {
    let settings = Settings { gil: GilModel::Off, cores: 64, ..Settings::default() };
    let trace = run(settings, vec![crowd(60), vec![Op::Cpu(20 * MS)]]);
    assert!(trace.end_nanos < 24 * MS, "{}", trace.end_nanos);
    assert_eq!(trace.tracks.iter().filter(|t| t.kind == TrackKind::Core).count(), 64);
}

#[test]
fn daemons_are_cut() {
    let main =
        vec![Op::SpawnDaemon(1), Op::SpawnDaemon(2), Op::SpawnDaemon(3), sleep(10 * MS), print("bye\n"), exit(0)];
    let scripts = vec![main, vec![sleep(1000 * MS)], vec![Op::Cpu(1000 * MS)], vec![acquire_self()]];
    let trace = run(Settings::default(), scripts);
    for name in ["Thread-1", "Thread-2"] {
        assert_eq!(finished(&trace, name).1, Finish::Cut, "{name}");
        assert_eq!(finished(&trace, name).0, trace.end_nanos);
    }
    assert_eq!(finished(&trace, "MainThread").1, Finish::Returned);
    assert!(trace.end_nanos < 17 * MS, "{}", trace.end_nanos);
}

fn acquire_self() -> Op {
    Op::Do(Call::Io { nanos: 10_000 * MS, what: "GET /".to_owned() })
}

#[test]
fn an_exit_status_and_an_exception() {
    let main = vec![Op::Spawn(1), join(1), exit(7)];
    let mut host = Host::new(Settings::default(), vec![main, vec![Op::Raise]]);
    assert_eq!(host.run(), Ended::Exited(7));
    let trace = host.trace();
    let Finish::Raised(text) = finished(&trace, "Thread-1").1 else { panic!("{:?}", finished(&trace, "Thread-1")) };
    assert_eq!(trace.str(text), "ValueError: scripted");
}

#[test]
fn native_ids_count_from_the_process_id() {
    let mut host = Host::new(Settings::default(), vec![crowd(2), vec![Op::Cpu(STEP)]]);
    host.run();
    let ids: Vec<u64> = host.kernel.threads().map(|t| t.native_id).collect();
    assert_eq!(ids, [1000, 1001, 1002]);
    let trace = host.trace();
    assert_eq!(trace.links.iter().filter(|l| l.kind == LinkKind::Spawn).count(), 2);
}

#[test]
fn one_thread_too_many() {
    let limits = Limits { threads: 3, ..Limits::default() };
    let settings = Settings { limits, ..Settings::default() };
    let main = vec![Op::Spawn(1), Op::Spawn(1), Op::Spawn(1), exit(0)];
    let mut host = Host::new(settings, vec![main, vec![sleep(MS)]]);
    host.run();
    host.trace();
    assert_eq!(host.answers(0).last(), Some(&Answer::Error(CallError::TooManyThreads)));
}

#[test]
fn limits_end_the_run() {
    let forever = vec![Op::Cpu(MS), Op::Again(0, u32::MAX)];
    let limits = Limits { virtual_nanos: 100 * MS, ..Limits::default() };
    let mut host = Host::new(Settings { limits, ..Settings::default() }, vec![forever]);
    assert_eq!(host.run(), Ended::Limit(LimitHit::VirtualTime { limit_nanos: 100 * MS }));
    assert_eq!(host.trace().end_nanos, 100 * MS);
    let noisy = vec![print("x\n"), Op::Again(0, u32::MAX)];
    let limits = Limits { events: 1000, ..Limits::default() };
    let mut host = Host::new(Settings { limits, ..Settings::default() }, vec![noisy]);
    assert_eq!(host.run(), Ended::Limit(LimitHit::Events { limit: 1000 }));
    host.trace();
}

#[test]
fn no_cores_no_kernel() {
    let log = || interleave_trace::TraceBuilder::new("t", interleave_trace::Clock::Virtual, 0, "", "");
    for cores in [0, 65, u32::MAX] {
        assert!(interleave_kernel::Kernel::new(Settings { cores, ..Settings::default() }, log()).is_err(), "{cores}");
    }
}
