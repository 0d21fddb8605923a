//! Figures that can be worked out by hand, and sums that must hold for every run; the Chrome export.

mod common;

use common::{Lab, MS, random, two_threads};
use interleave_trace::{Category, LockAction, ObjectKind, SpanIndex, SpanKind, State, Stats, Trace, TrackId};

#[test]
fn categories_sum_to_the_lifetime() {
    for seed in 1..20 {
        let trace = random(seed, 7, 500);
        let stats = Stats::of(&trace);
        assert_eq!(stats.lanes.len(), 7);
        for lane in &stats.lanes {
            assert_eq!(lane.totals_nanos.iter().sum::<u64>(), lane.lifetime_nanos);
            assert!(lane.lifetime_nanos <= trace.end_nanos);
        }
        let running: u64 = stats.lanes.iter().map(|l| l.total_nanos(Category::Running)).sum();
        let busy: u64 = stats.cores.iter().map(|c| c.busy_nanos).sum();
        assert_eq!(running, busy);
    }
}

#[test]
fn two_threads_by_hand() {
    let trace = two_threads();
    let stats = Stats::of(&trace);
    let lane = |name: &str| {
        let found = stats.lanes.iter().find(|l| trace.track_name(l.track) == name);
        found.unwrap_or_else(|| panic!("no lane {name}"))
    };
    let (main, worker) = (lane("MainThread"), lane("Thread-1 (worker)"));
    assert_eq!(main.lifetime_nanos, 1_013 * MS);
    assert_eq!(main.total_nanos(Category::Running), 6_300_000 + 2 * MS + MS);
    assert_eq!(main.total_nanos(Category::Gil), 1_700_000);
    assert_eq!(main.total_nanos(Category::Join), 1_002 * MS);
    assert_eq!((main.voluntary_switches, main.involuntary_switches), (2, 1));
    assert_eq!(worker.lifetime_nanos, 1_011 * MS);
    assert_eq!(worker.total_nanos(Category::Runnable), 200_000);
    assert_eq!(worker.total_nanos(Category::Gil), 5_100_000 + MS);
    assert_eq!(worker.longest(Category::Gil).nanos, 5_100_000);
    assert_eq!(worker.total_nanos(Category::Lock), MS);
    assert_eq!(worker.total_nanos(Category::Sleep), 1_000 * MS);
    assert_eq!(worker.gil_held_nanos, 1_700_000 + MS + MS);
    let gil = stats.objects.iter().find(|o| o.kind == ObjectKind::Gil).map(|o| (o.acquires, o.requests, o.wait_nanos));
    assert_eq!(gil, Some((6, 1, 1_700_000 + 6_100_000)));
    let lock = stats.objects.iter().find(|o| o.kind == ObjectKind::Lock);
    let lock = lock.map(|o| (o.acquires, o.waits, o.wait_nanos, o.held_nanos));
    assert_eq!(lock, Some((2, 1, MS, 7_800_000 + 2 * MS)));
    let expected = (main.total_nanos(Category::Running) + worker.total_nanos(Category::Running)) as f64;
    assert!((stats.speed_up() - expected / (1_013 * MS) as f64).abs() < 1e-12);
}

#[test]
fn spans_grow_with_the_log_and_end_to_end() {
    let whole = random(9, 5, 400);
    let expected = SpanIndex::of(&whole);
    let mut growing = Trace { events: Default::default(), ..whole.clone() };
    let mut index = SpanIndex::default();
    for seq in 0..whole.events.len() {
        growing.events.push(whole.events.get(seq).unwrap_or_else(|| panic!("row {seq}")));
        growing.end_nanos = growing.events.at_nanos[seq];
        if seq % 7 == 0 {
            index.extend(&growing);
        }
    }
    growing.end_nanos = whole.end_nanos;
    index.extend(&growing);
    for row in 0..whole.tracks.len() {
        let id = TrackId(row as u32);
        let (a, b) = (index.track(id).map(|t| &t.spans), expected.track(id).map(|t| &t.spans));
        assert_eq!(a, b);
        let spans = b.map(Vec::as_slice).unwrap_or_default();
        for pair in spans.windows(2) {
            let touches = pair[0].end_nanos == pair[1].start_nanos;
            let is_lane = matches!(pair[0].kind, SpanKind::State(_) | SpanKind::Level(_));
            assert!(touches || !is_lane && pair[0].end_nanos < pair[1].start_nanos);
        }
    }
}

#[test]
fn the_state_at_a_time() {
    let trace = two_threads();
    let index = SpanIndex::of(&trace);
    let (main, worker) = (TrackId(4), TrackId(6));
    assert!(matches!(index.state_at(main, 0), Some(State::Running { .. })));
    assert_eq!(index.state_at(worker, MS - 1), None);
    assert_eq!(index.state_at(worker, 500 * MS), Some(State::Sleeping { until_nanos: 1_011 * MS }));
    assert_eq!(index.state_at(worker, 1_012 * MS), None);
    assert_eq!(index.owner_at(TrackId(5), 2 * MS), Some(main));
    assert_eq!(index.owner_at(TrackId(5), 10 * MS), Some(worker));
    assert_eq!(index.owner_at(TrackId(5), 12 * MS), None);
}

#[test]
fn a_reentrant_lock_is_held_once() {
    let mut lab = Lab::new(1);
    let a = lab.thread("a");
    let lock = lab.object(ObjectKind::RLock, "again");
    lab.lock(lock, LockAction::Acquire, a);
    lab.at(MS).lock(lock, LockAction::Acquire, a);
    lab.at(2 * MS).lock(lock, LockAction::Release, a);
    lab.at(3 * MS).lock(lock, LockAction::Release, a);
    lab.at(4 * MS);
    let trace = lab.end();
    let index = SpanIndex::of(&trace);
    let spans: Vec<_> = index.track(lock).map(|t| &t.spans).into_iter().flatten().map(|s| s.nanos()).collect();
    assert_eq!(spans, [3 * MS]);
}

#[test]
fn the_chrome_export_is_complete() {
    let trace = two_threads();
    let json = interleave_trace::chrome::to_chrome_json(&trace);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|e| panic!("{e}"));
    let rows = value["traceEvents"].as_array().cloned().unwrap_or_default();
    let of = |ph: &str| rows.iter().filter(|r| r["ph"] == ph).collect::<Vec<_>>();
    let index = SpanIndex::of(&trace);
    let spans = (0..index.len()).filter_map(|n| index.track(TrackId(n as u32))).map(|t| t.spans.len()).sum::<usize>();
    assert_eq!(of("X").len(), spans);
    assert_eq!(of("s").len(), trace.links.len());
    assert_eq!(of("f").len(), trace.links.len());
    assert!(rows.iter().all(|r| r["ph"] == "M" || r["ts"].as_f64().is_some_and(|t| t <= 1_013_000.0)));
    let names: Vec<_> = of("M").iter().filter_map(|r| r["args"]["name"].as_str()).map(str::to_owned).collect();
    assert_eq!(names, ["Machine", "Core 0", "Core 1", "MainProcess", "GIL", "MainThread", "lock", "Thread-1 (worker)"]);
    // The three decimals of the finest time are exact.
    assert!(json.contains("\"ts\":1200.0,\"dur\":5100.0"), "{json}");
    let sleep = of("X").iter().find(|r| r["cat"] == "sleep").map(|r| (r["ts"].as_f64(), r["dur"].as_f64()));
    assert_eq!(sleep, Some((Some(11_000.0), Some(1_000_000.0))));
}
