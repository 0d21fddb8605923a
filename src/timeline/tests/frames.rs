//! Frames of small runs as snapshots, and what must hold for every frame.

#[path = "../../trace/tests/common/mod.rs"]
mod common;

use std::collections::BTreeSet;

use common::{Dice, Lab, MS, random, two_threads};
use interleave_timeline::internal::THREAD_START;
use interleave_timeline::stage::Zone;
use interleave_timeline::svg::to_svg;
use interleave_timeline::{
    Chip, DisplayList, FrameCost, GroupKey, LaneMetrics, LaneOptions, Lang, Op, Paint, StageFrame, StageMotion,
    StagePlan, TextStyle, TimeScale, TimelineIndex, View, explain, explain_at, hit, lanes, layout, layout_content,
    layout_overlay, stage,
};
use interleave_trace::{
    Category, EventKind, GilDropReason, LinkKind, LockAction, ObjectKind, SpanKind, State, Trace, TrackId, TrackKind,
};

struct Scene {
    trace: Trace,
    index: TimelineIndex,
    lanes: interleave_timeline::Lanes,
}

impl Scene {
    fn new(trace: Trace) -> Self {
        Self::folded(trace, &BTreeSet::new())
    }

    fn folded(trace: Trace, collapsed: &BTreeSet<GroupKey>) -> Self {
        let index = TimelineIndex::of(&trace);
        let options = LaneOptions { metrics: LaneMetrics::ROOMY, collapsed, lang: Lang::En };
        let lanes = lanes(&trace, &index, options);
        Self { trace, index, lanes }
    }

    fn view(&self, scale: TimeScale, playhead_nanos: Option<u64>) -> View<'_> {
        View {
            trace: &self.trace,
            index: &self.index,
            lanes: &self.lanes,
            scale,
            height_px: self.lanes.height_px() + 28.0,
            ruler_px: 28.0,
            scroll_px: 0.0,
            playhead_nanos,
            hovered: None,
            selected: None,
            flags: &[],
            lang: Lang::En,
        }
    }

    fn fit(&self, width: f32) -> TimeScale {
        TimeScale::fit(self.trace.end_nanos, width)
    }
}

fn frame(view: &View<'_>) -> (DisplayList, FrameCost) {
    let mut list = DisplayList::default();
    let cost = layout(&mut list, view);
    (list, cost)
}

#[test]
fn two_threads_from_the_start() {
    let scene = Scene::new(two_threads());
    let view = scene.view(TimeScale::range(0, 12 * MS, 800.0), Some(7 * MS));
    insta::assert_snapshot!(frame(&view).0.dump());
}

#[test]
fn two_threads_whole_in_a_narrow_window() {
    let scene = Scene::new(two_threads());
    insta::assert_snapshot!(frame(&scene.view(scene.fit(390.0), None)).0.dump());
}

#[test]
fn lanes_in_order() {
    let mut lab = Lab::new(2);
    let main = lab.thread("MainThread");
    lab.object(ObjectKind::Queue, "jobs");
    let lock = lab.object(ObjectKind::Lock, "account");
    lab.spawn(main, "Thread-1");
    lab.lock(lock, LockAction::Acquire, main);
    lab.b.add_track(0, TrackKind::Task, "Task-1", Some(main), 1, false);
    let trace = lab.end();
    let scene = Scene::new(trace.clone());
    let rows = |scene: &Scene| {
        let row = |l: &interleave_timeline::Lane| {
            let fold = if l.group.is_some() { if l.collapsed { "+ " } else { "- " } } else { "" };
            format!("{}{fold}{} [{}]", "  ".repeat(usize::from(l.depth)), l.name, l.kind.name())
        };
        scene.lanes.list.iter().map(row).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("lanes_open", rows(&scene));
    let process = scene.lanes.of(main).map(|_| GroupKey::Track(TrackId(2)));
    let folds: BTreeSet<_> = [Some(GroupKey::Cores), process].into_iter().flatten().collect();
    let folded = Scene::folded(trace, &folds);
    insta::assert_snapshot!("lanes_folded", rows(&folded));
    // What is folded away is found in the lane it is folded into.
    assert_eq!(folded.lanes.of(main).and_then(|l| l.track), Some(TrackId(2)));
}

#[test]
fn lanes_do_not_overlap_and_are_found_by_height() {
    let scene = Scene::new(random(3, 9, 50));
    for pair in scene.lanes.list.windows(2) {
        assert!(pair[0].y_px + pair[0].h_px <= pair[1].y_px);
    }
    for (n, lane) in scene.lanes.list.iter().enumerate() {
        assert_eq!(scene.lanes.at_y(lane.y_px + 1.0).map(|f| f.0), Some(n));
        let one = scene.lanes.between(lane.y_px + 0.5, lane.y_px + lane.h_px - 0.5);
        assert_eq!(one, std::slice::from_ref(lane));
    }
    assert_eq!(scene.lanes.at_y(-1.0), None);
    assert_eq!(scene.lanes.at_y(scene.lanes.height_px() + 1.0), None);
}

/// Every shape that is drawn lies within a little of the canvas, has a size, and clips are closed.
fn check_bounds(list: &DisplayList) {
    let (w, h) = (list.width_px, list.height_px);
    let near = |x: f32, y: f32| (-40.0..=w + 40.0).contains(&x) && (-40.0..=h + 40.0).contains(&y);
    let mut clips = 0i32;
    for op in &list.ops {
        match *op {
            Op::Rect { x, y, w, h, alpha, .. } => {
                assert!(near(x, y) && near(x + w, y + h) && w > 0.0 && h > 0.0, "{op:?}");
                assert!((0.0..=1.0).contains(&alpha), "{op:?}");
            }
            Op::Frame { x, y, w, h, .. } => assert!(near(x, y) && near(x + w, y + h), "{op:?}"),
            Op::Line { x0, y0, x1, y1, .. } => assert!(near(x0, y0) && near(x1, y1), "{op:?}"),
            Op::Arrow { x0, x1, y0, y1, .. } => {
                assert!([x0, x1, y0, y1].iter().all(|v| v.is_finite()), "{op:?}");
            }
            Op::Text { x, y, max_w, .. } => {
                assert!(near(x, y) && max_w > 0.0 && !list.text(op).is_empty(), "{op:?}");
            }
            Op::Marker { x, y, .. } => assert!(near(x, y), "{op:?}"),
            Op::Clip { .. } => clips += 1,
            Op::Unclip => clips -= 1,
        }
    }
    assert_eq!(clips, 0);
}

#[test]
fn frames_stay_within_bounds_at_every_zoom() {
    let mut dice = Dice(5);
    for seed in 1..6 {
        let scene = Scene::new(random(seed, 8, 3_000));
        let end = scene.trace.end_nanos;
        for width in [320.0, 390.0, 1440.0, 1920.0] {
            for _ in 0..12 {
                let mut scale = scene.fit(width);
                scale.zoom_about(dice.roll(width as u64) as f32, 1.5f64.powi(dice.roll(50) as i32), end);
                let mut view = scene.view(scale, Some(dice.roll(end)));
                view.selected = Some(TrackId(4));
                let (list, _) = frame(&view);
                check_bounds(&list);
            }
        }
    }
}

#[test]
fn a_frame_is_a_function_and_reuses_its_memory() {
    let scene = Scene::new(random(8, 5, 2_000));
    let view = scene.view(scene.fit(1440.0), Some(scene.trace.end_nanos / 2));
    let (first, _) = frame(&view);
    let mut again = first.clone();
    let capacity = again.ops.capacity();
    layout(&mut again, &view);
    assert_eq!(again, first);
    assert_eq!(again.ops.capacity(), capacity);
}

#[test]
fn content_and_overlay_make_the_frame() {
    let scene = Scene::new(random(8, 5, 400));
    let mut view = scene.view(scene.fit(900.0), Some(scene.trace.end_nanos / 2));
    (view.selected, view.hovered) = (Some(TrackId(4)), Some(TrackId(5)));
    let (whole, _) = frame(&view);
    let (mut content, mut overlay) = (DisplayList::default(), DisplayList::default());
    layout_content(&mut content, &view);
    layout_overlay(&mut overlay, &content, &view);
    check_bounds(&overlay);
    let lines = |list: &DisplayList| list.dump().lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&whole), [lines(&content), lines(&overlay)].concat());
    let has = |paint: Paint| overlay.ops.iter().any(|op| matches!(op, Op::Rect { fill, .. } if *fill == paint));
    assert!(has(Paint::Selection) && has(Paint::Hover) && has(Paint::Veil));
    // The content does not know the playhead.
    let before = content.dump();
    view.playhead_nanos = None;
    view.hovered = None;
    layout_content(&mut content, &view);
    assert_eq!(content.dump(), before);
}

/// A million events at once, and any part of them, cost by pixels.
#[test]
fn a_frame_costs_by_pixels() {
    let small = Scene::new(random(4, 12, 20_000));
    let large = Scene::new(random(4, 12, 200_000));
    assert!(large.trace.events.len() > 1_000_000, "{}", large.trace.events.len());
    let cost = |scene: &Scene| {
        let view = scene.view(scene.fit(1440.0), Some(scene.trace.end_nanos / 2));
        frame(&view).1
    };
    let (a, b) = (cost(&small), cost(&large));
    let lanes = large.lanes.list.len() as u64;
    // Per column and lane a bounded walk: a sum, at most 15 spans, and the gallops between.
    assert!(b.visited < 720 * lanes * 30, "{b:?}");
    assert!(b.visited < a.visited * 3, "ten times the events: {a:?} {b:?}");
    assert!(b.ops < 720 * large.lanes.list.len() * 4, "{b:?}");
    // Zoomed in, there is less to see and less to do.
    let mut scale = large.fit(1440.0);
    scale.zoom_about(700.0, 5_000.0, large.trace.end_nanos);
    let near = frame(&large.view(scale, None)).1;
    assert!(near.visited < 40_000 && near.ops < 5_000, "{near:?}");
}

/// The columns of a dense lane show the shares that the statistics have.
#[test]
fn columns_are_exact() {
    let trace = random(6, 6, 30_000);
    let index = TimelineIndex::of(&trace);
    let mut dice = Dice(9);
    for row in 0..trace.tracks.len() {
        let id = TrackId(row as u32);
        let Some(track) = index.track(id) else { continue };
        for _ in 0..50 {
            let from = dice.roll(trace.end_nanos);
            let to = from + dice.roll(trace.end_nanos - from + 1);
            let (mut hint, mut visited) = (0, 0);
            let before = index.before(&trace, id, from, &mut hint, &mut visited);
            let after = index.before(&trace, id, to, &mut hint, &mut visited);
            assert!(visited < 200, "{visited}");
            let mut expected = [0u64; interleave_timeline::index::SLOTS];
            for span in &track.spans {
                if let Some(slot) = index.slot(&trace, span) {
                    expected[slot] += span.end_nanos.min(to).saturating_sub(span.start_nanos.max(from));
                }
            }
            let found: Vec<u64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
            assert_eq!(found, expected);
        }
        let n = track.spans.len();
        for _ in 0..50 {
            let from = dice.roll(n as u64 + 1) as usize;
            let to = from + dice.roll((n - from) as u64 + 1) as usize;
            let mut visited = 0;
            let found = index.level_range(id, from, to, &mut visited);
            let levels = track.spans[from..to].iter().filter_map(|s| match s.kind {
                SpanKind::Level(level) => Some(level),
                _ => None,
            });
            let expected = levels.clone().min().zip(levels.max());
            assert_eq!(found, expected);
            assert!(expected.is_none() || visited < 100, "{visited}");
        }
    }
}

#[test]
fn the_index_grows_with_the_log() {
    let whole = random(12, 6, 2_000);
    let mut growing = Trace { events: Default::default(), links: Vec::new(), ..whole.clone() };
    let mut index = TimelineIndex::default();
    for seq in 0..whole.events.len() {
        growing.events.push(whole.events.get(seq).unwrap_or_else(|| panic!("row {seq}")));
        growing.end_nanos = growing.events.at_nanos[seq];
        growing.links.extend(whole.links.iter().filter(|l| l.to_seq as usize == seq));
        if seq % 37 == 0 {
            index.extend(&growing);
        }
    }
    growing.end_nanos = whole.end_nanos;
    index.extend(&growing);
    let grown = Scene { lanes: Scene::new(whole.clone()).lanes, trace: growing, index };
    let at_once = Scene::new(whole);
    for width in [390.0, 1440.0] {
        let a = frame(&grown.view(grown.fit(width), Some(MS))).0;
        let b = frame(&at_once.view(at_once.fit(width), Some(MS))).0;
        assert_eq!(a.dump(), b.dump());
    }
}

#[test]
fn text_is_cut_to_fit() {
    let style = TextStyle::Label;
    assert_eq!(style.fit("short", 100.0), "short");
    for max in 0..80 {
        let cut = style.fit("ThreadPoolExecutor-0_线程 (worker)", max as f32);
        assert!(style.width_px(&cut) <= max as f32, "{cut} in {max}");
        assert!(cut.is_empty() || cut.ends_with('…') && cut.len() > "…".len(), "{cut}");
    }
}

#[test]
fn every_state_has_its_own_look() {
    let looks: BTreeSet<_> =
        Category::ALL.iter().map(|&c| format!("{:?}", interleave_timeline::list::pattern_of(c))).collect();
    assert_eq!(looks.len(), Category::COUNT);
}

#[test]
fn the_pointer_finds_what_is_drawn() {
    let scene = Scene::new(two_threads());
    let view = scene.view(TimeScale::range(0, 12 * MS, 800.0), None);
    let worker = scene.lanes.of(TrackId(6)).map_or(0.0, |l| l.y_px + 5.0);
    let at = |ms: f64, y: f32| hit(&view, view.scale.px_from_nanos((ms * 1e6) as u64), y);
    let found = at(4.0, view.y_from_content(worker)).unwrap_or_else(|| panic!("nothing hit"));
    assert_eq!(found.track, Some(TrackId(6)));
    let category = match found.span.map(|s| s.kind) {
        Some(SpanKind::State(state)) => scene.trace.category(state),
        _ => None,
    };
    assert_eq!((category, found.dense), (Some(Category::Gil), false));
    // A mark near the pointer wins over the span below it.
    let output = scene.trace.events.kind.iter().position(|k| matches!(k, EventKind::Output { .. }));
    assert_eq!(at(7.98, view.y_from_content(worker)).and_then(|h| h.seq), output.map(|s| s as u32));
    assert!(at(4.0, 5.0).is_some_and(|h| h.on_ruler));
    assert_eq!(hit(&view, -1.0, 50.0), None);
    assert_eq!(hit(&view, 10.0, view.height_px + 1.0), None);
    // Left of the run's start there is no span.
    assert_eq!(hit(&view, 2.0, view.y_from_content(worker)).and_then(|h| h.span), None);
}

#[test]
fn the_svg_is_well_formed_whatever_the_names() {
    let mut lab = Lab::new(1);
    let main = lab.thread("</text><script>&\"\u{1}");
    lab.run(main, 0, None);
    lab.at(5 * MS).finish(main);
    let scene = Scene::new(lab.end());
    let (list, _) = frame(&scene.view(scene.fit(800.0), Some(MS)));
    let svg = to_svg(&list);
    assert!(svg.contains("&lt;/text&gt;&lt;script&gt;&amp;&quot;\u{fffd}"));
    assert!(!svg.contains("<script"));
    for tag in ["g", "text", "svg", "pattern", "clipPath"] {
        let opened = svg.matches(&format!("<{tag} ")).count() + svg.matches(&format!("<{tag}>")).count();
        assert_eq!(opened, svg.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn the_stage_of_two_threads() {
    let trace = two_threads();
    let index = TimelineIndex::of(&trace);
    let plan = StagePlan::new(&trace, &index, 900.0, 420.0);
    let mut frame = StageFrame::default();
    stage(&mut frame, &plan, &trace, &index, 500 * MS, Lang::En);
    stage::paint_chips(&mut frame.list, &trace, &frame.chips, &frame.tethers);
    insta::assert_snapshot!(frame.list.dump());
}

#[test]
fn a_queue_as_steps() {
    let mut lab = Lab::new(1);
    let main = lab.thread("MainThread");
    let queue = lab.object(ObjectKind::Queue, "jobs");
    for (ms, level) in [(1, 1), (2, 2), (4, 5), (6, 0), (8, 3)] {
        lab.at(ms * MS).lock(queue, LockAction::Level(level), main);
    }
    lab.at(10 * MS);
    let scene = Scene::new(lab.end());
    let (list, _) = frame(&scene.view(scene.fit(500.0), None));
    let lane = scene.lanes.of(queue).map_or(0.0, |l| l.y_px + 28.0);
    let steps: Vec<_> = list
        .ops
        .iter()
        .filter_map(|op| match *op {
            Op::Rect { x, y, w, h, fill: Paint::State(Category::Queue), .. } => {
                assert!(y >= lane && (y + h - (lane + 19.0)).abs() < 0.1);
                Some((x.round(), w.round(), h))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        steps.iter().map(|s| (s.0, s.1)).collect::<Vec<_>>(),
        [(58.0, 48.0), (106.0, 96.0), (202.0, 96.0), (298.0, 96.0), (394.0, 96.0)]
    );
    // Height follows the level: 1, 2, 5, 0, 3 of at most 5.
    let heights: Vec<_> = steps.iter().map(|s| ((s.2 - 1.5) / 15.0 * 5.0).round()).collect();
    assert_eq!(heights, [1.0, 2.0, 5.0, 0.0, 3.0]);
}

/// A queue between processes that does not count its items holds the messages that are under way.
#[test]
fn a_message_is_an_arrow_with_its_size() {
    let mut lab = Lab::new(2);
    let (main, other) = (lab.thread("MainThread"), lab.thread("Process-1"));
    let queue = lab.object(ObjectKind::Queue, "jobs");
    let sent = lab.at(2 * MS).lock(queue, LockAction::Send(3072), main);
    lab.at(3 * MS).lock(queue, LockAction::Send(100), main);
    let got = lab.at(7 * MS).lock(queue, LockAction::Receive(3072), other);
    lab.b.link(LinkKind::Message, sent, got);
    lab.at(10 * MS);
    let scene = Scene::new(lab.end());
    let (list, _) = frame(&scene.view(scene.fit(500.0), None));
    let arrows = list.ops.iter().filter(|op| matches!(op, Op::Arrow { stroke: Paint::Link(LinkKind::Message), .. }));
    assert_eq!(arrows.count(), 1);
    let sizes: Vec<_> = list.ops.iter().map(|op| list.text(op)).filter(|text| text.ends_with('B')).collect();
    assert_eq!(sizes, ["3 KiB"]);
    let levels: Vec<_> = scene.index.spans().track(queue).map_or(vec![], |t| t.spans.iter().map(|s| s.kind).collect());
    assert_eq!(levels, [1, 2, 1].map(SpanKind::Level));
}

#[test]
fn several_gils_are_told_apart() {
    let mut lab = Lab::new(2);
    let main = lab.thread("MainThread");
    lab.run(main, 0, None);
    let child = lab.b.add_track(0, TrackKind::Process, "Process-1", Some(lab.process), 1001, false);
    let gil = lab.b.add_track(0, TrackKind::Object(ObjectKind::Gil), "GIL", Some(child), 0, false);
    let other = lab.b.add_track(0, TrackKind::Thread, "MainThread", Some(child), 2, false);
    let core = lab.cores[1];
    lab.state(other, State::Running { core }, None);
    lab.emit(core, EventKind::Core { thread: Some(other) });
    lab.emit(gil, EventKind::GilTake { thread: other });
    lab.at(MS);
    let trace = lab.end();
    assert_eq!(trace.validate(), Ok(()));
    let scene = Scene::new(trace);
    let names: Vec<_> = scene.lanes.list.iter().map(|l| l.name.as_str()).filter(|n| n.contains("GIL")).collect();
    assert_eq!(names, ["GIL · MainProcess", "GIL · Process-1"]);
    let plan = StagePlan::new(&scene.trace, &scene.index, 900.0, 300.0);
    let mut frame = StageFrame::default();
    stage(&mut frame, &plan, &scene.trace, &scene.index, MS / 2, Lang::En);
    let titles = frame.list.ops.iter().map(|op| frame.list.text(op)).filter(|t| t.contains("GIL")).collect::<Vec<_>>();
    assert_eq!(titles, ["GIL · MainProcess", "GIL · Process-1"]);
    let holders: Vec<_> = frame.chips.iter().filter(|c| c.holds_gil).map(|c| c.track).collect();
    assert_eq!(holders, [main, other]);
    assert_eq!(frame.tethers.iter().map(|t| t.holder).collect::<Vec<_>>(), [main, other]);
}

#[test]
fn everyone_stands_in_one_card_within_it() {
    for (cores, width, height) in [(2, 1440.0, 420.0), (2, 1920.0, 500.0), (2, 390.0, 460.0), (2, 200.0, 100.0)] {
        for threads in [1, 5, 40] {
            let trace = random(7 + cores, threads, 600);
            let index = TimelineIndex::of(&trace);
            let plan = StagePlan::new(&trace, &index, width, height);
            for pair in plan.cards.iter().enumerate() {
                for other in plan.cards.iter().skip(pair.0 + 1) {
                    let (a, b) = (pair.1, other);
                    let apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
                    assert!(apart, "{a:?} {b:?}");
                }
            }
            let mut frame = StageFrame::default();
            for tenth in 0..=10 {
                stage(&mut frame, &plan, &trace, &index, trace.end_nanos / 10 * tenth, Lang::Zh);
                assert!(frame.chips.windows(2).all(|p| p[0].track < p[1].track));
                for chip in &frame.chips {
                    let inside = |c: &stage::Card| {
                        chip.x >= c.x && chip.x + chip.w <= c.x + c.w + 0.1 && chip.y >= c.y && chip.y < c.y + c.h
                    };
                    assert_eq!(plan.cards.iter().filter(|c| inside(c)).count(), 1, "{chip:?}");
                }
                if threads <= 5 && height > 400.0 {
                    assert_eq!(frame.chips.len(), threads, "at {tenth}");
                }
                let holders = frame.chips.iter().filter(|c| c.holds_gil).count();
                assert!(holders <= 1);
            }
        }
    }
}

/// Main waits as `Thread.start` does until the thread has begun; then both wait, for one another and for the clock.
fn start_and_wait(cores: usize, threads: usize) -> (Trace, TrackId) {
    let mut lab = Lab::new(cores);
    let main = lab.thread("MainThread");
    lab.run(main, 0, None);
    let internal = lab.object(ObjectKind::Event, THREAD_START);
    let mut first = None;
    for n in 0..threads {
        let worker = lab.spawn(main, &format!("Thread-{}", n + 1));
        first = first.or(Some(worker));
        if n == 0 {
            lab.leave(main, State::Blocked { on: internal, holder: None }, GilDropReason::Blocking);
            lab.at(MS).run(worker, 0, None);
            lab.lock(internal, LockAction::Level(1), worker);
            lab.leave(worker, State::Sleeping { until_nanos: 9 * MS }, GilDropReason::Blocking);
            lab.run(main, 0, Some(worker));
        } else {
            lab.state(worker, State::Sleeping { until_nanos: 9 * MS }, None);
        }
    }
    let target = first.unwrap_or(main);
    lab.leave(main, State::Joining { target }, GilDropReason::Blocking);
    lab.at(5 * MS);
    (lab.end(), internal)
}

#[test]
fn who_waits_is_never_in_the_run_queue_and_everyone_is_seen() {
    let sizes = [(964.0, 230.0), (374.0, 200.0), (374.0, 150.0), (1400.0, 420.0), (300.0, 120.0)];
    for (cores, threads) in [(1, 1), (2, 4), (8, 20), (20, 3), (64, 20)] {
        let (trace, _) = start_and_wait(cores, threads);
        let index = TimelineIndex::of(&trace);
        for (width, height) in sizes {
            let plan = StagePlan::new(&trace, &index, width, height);
            let mut frame = StageFrame::default();
            for at in [MS / 2, 2 * MS, 4 * MS] {
                stage(&mut frame, &plan, &trace, &index, at, Lang::En);
                let inside = |c: &stage::Card, chip: &Chip| {
                    chip.x >= c.x && chip.x + chip.w <= c.x + c.w + 0.1 && chip.y >= c.y && chip.y + chip.h <= c.y + c.h
                };
                for chip in &frame.chips {
                    let zones: Vec<_> = plan.cards.iter().filter(|c| inside(c, chip)).map(|c| c.zone).collect();
                    assert_eq!(zones.len(), 1, "{chip:?} {cores} cores, {width}x{height}");
                    let waits = !matches!(chip.category, Some(Category::Runnable | Category::Running) | None);
                    assert!(!waits || !matches!(zones[0], Zone::RunQueue | Zone::Finished), "{chip:?}");
                }
                assert!(!frame.chips.is_empty());
            }
            // Somebody of everyone who sleeps is seen, whatever the room.
            assert!(frame.chips.iter().any(|c| c.category == Some(Category::Sleep)), "{cores} {width}x{height}");
            if width > 900.0 && cores <= 8 {
                assert_eq!(frame.chips.len(), threads + 1);
            }
        }
    }
}

#[test]
fn what_only_the_library_uses_is_not_shown() {
    let (trace, internal) = start_and_wait(2, 1);
    let scene = Scene::new(trace);
    assert!(scene.lanes.list.iter().all(|l| l.track != Some(internal)));
    assert!(!scene.index.has_seen(Category::Signal) && scene.index.has_seen(Category::Join));
    let plan = StagePlan::new(&scene.trace, &scene.index, 900.0, 300.0);
    assert!(plan.cards.iter().all(|c| c.zone != Zone::Object(internal)));
    for seq in 0..scene.trace.events.len() as u32 {
        for lang in [Lang::En, Lang::Zh] {
            let told = explain(&scene.trace, &scene.index, seq, lang);
            assert!(!told.contains(THREAD_START), "{told}");
        }
    }
    let told = explain_at(&scene.trace, &scene.index, MS / 2, Lang::En);
    assert_eq!(told, "MainThread starts Thread-1; it runs as soon as a core is free.");
}

#[test]
fn labels_past_the_playhead_are_in_full_ink() {
    let scene = Scene::new(two_threads());
    let view = scene.view(TimeScale::range(0, 12 * MS, 800.0), Some(7 * MS));
    let (list, _) = frame(&view);
    let x_now = view.scale.px_from_nanos(7 * MS);
    let veil = list.ops.iter().position(|op| matches!(op, Op::Rect { fill: Paint::Veil, .. })).unwrap_or(usize::MAX);
    let (below, above) = list.ops.split_at(veil);
    let future: Vec<_> = below
        .iter()
        .filter(|op| matches!(op, Op::Text { x, paint: Paint::Ink, .. } if *x > x_now))
        .map(|op| list.text(op))
        .collect();
    let again: Vec<_> = above
        .iter()
        .filter(|op| matches!(op, Op::Text { x, paint: Paint::Text, .. } if *x > x_now))
        .map(|op| list.text(op))
        .collect();
    assert!(future.len() > 5);
    assert_eq!(future, again);
}

#[test]
fn chips_move_smoothly() {
    let trace = two_threads();
    let index = TimelineIndex::of(&trace);
    let plan = StagePlan::new(&trace, &index, 900.0, 420.0);
    let mut frame = StageFrame::default();
    let mut motion = StageMotion::default();
    stage(&mut frame, &plan, &trace, &index, 7 * MS, Lang::En);
    let before = frame.chips.clone();
    motion.aim(&before, 1_000.0);
    assert_eq!(motion.at(1_000.0), (before.as_slice(), false));
    stage(&mut frame, &plan, &trace, &index, 12 * MS, Lang::En);
    let after = frame.chips.clone();
    assert_ne!(before[1].x, after[1].x);
    motion.aim(&after, 2_000.0);
    let mut last = before[1].x;
    for step in 0..=9 {
        let (chips, _) = motion.at(2_000.0 + f64::from(step) * 20.0);
        let towards = (after[1].x - before[1].x).signum();
        assert!((chips[1].x - last) * towards >= 0.0);
        assert!((chips[1].x - last).abs() < (after[1].x - before[1].x).abs() * 0.25);
        last = chips[1].x;
    }
    assert_eq!(motion.at(2_200.0), (after.as_slice(), false));
    // A new target in mid-flight starts from where the chip is seen.
    motion.aim(&before, 3_000.0);
    let seen = motion.at(3_090.0).0[1].x;
    motion.aim(&after, 3_090.0);
    assert!((motion.at(3_090.0).0[1].x - seen).abs() < 0.01);
}

#[test]
fn what_has_not_happened_is_veiled() {
    let scene = Scene::new(two_threads());
    let view = scene.view(TimeScale::range(0, 12 * MS, 800.0), Some(6 * MS));
    let (list, _) = frame(&view);
    let veil = list.ops.iter().find_map(|op| match *op {
        Op::Rect { x, w, fill: Paint::Veil, .. } => Some((x, x + w)),
        _ => None,
    });
    let x = view.scale.px_from_nanos(6 * MS);
    assert_eq!(veil, Some((x, 800.0)));
}

/// Two threads, each with the lock that the other wants: arrows lead around, frames mark both threads and both locks, and the
/// sentence tells the whole circle.
#[test]
fn a_deadlock_is_drawn_as_a_circle() {
    let mut lab = Lab::new(2);
    let (one, two) = (lab.thread("one"), lab.thread("two"));
    let (a, b) = (lab.object(ObjectKind::Lock, "a"), lab.object(ObjectKind::Lock, "b"));
    lab.run(one, 0, None);
    lab.lock(a, LockAction::Acquire, one);
    lab.at(MS);
    lab.leave(one, State::Sleeping { until_nanos: 3 * MS }, GilDropReason::Blocking);
    lab.run(two, 0, None);
    lab.lock(b, LockAction::Acquire, two);
    lab.at(2 * MS);
    lab.leave(two, State::Blocked { on: a, holder: Some(one) }, GilDropReason::Blocking);
    lab.at(3 * MS).run(one, 0, None);
    lab.leave(one, State::Blocked { on: b, holder: Some(two) }, GilDropReason::Blocking);
    lab.emit(one, EventKind::Deadlocked { cycle: 0 });
    lab.emit(two, EventKind::Deadlocked { cycle: 0 });
    let mut trace = lab.end();
    let stuck_ops = |trace: &Trace, room: bool| {
        let scene = Scene::new(trace.clone());
        let end = if room { trace.end_nanos / 7 * 8 } else { trace.end_nanos };
        let (list, _) = frame(&scene.view(TimeScale::fit(end, 1000.0), None));
        let arrows =
            list.ops.iter().filter(|op| matches!(op, Op::Arrow { stroke: Paint::Danger, alpha, .. } if *alpha == 1.0));
        let frames = list.ops.iter().filter(|op| matches!(op, Op::Frame { stroke: Paint::Danger, .. }));
        (arrows.count(), frames.map(|op| format!("{op:?}")).collect::<BTreeSet<_>>().len())
    };
    assert_eq!(stuck_ops(&trace, true), (0, 0), "a run that is not stuck");
    trace.outcome = interleave_trace::Outcome::Deadlock("deadlock".to_owned());
    assert_eq!(stuck_ops(&trace, true), (4, 4));
    assert_eq!(stuck_ops(&trace, false), (0, 0), "no room after the end");
    let index = TimelineIndex::of(&trace);
    assert_eq!(
        explain_at(&trace, &index, trace.end_nanos, Lang::En),
        "Deadlock, each waits for the next: two waits for the lock a, which one holds; one waits for the lock b, which two \
         holds."
    );
}
