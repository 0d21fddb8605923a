//! Where the time went, as a table of text.

use std::fmt::Write;

use interleave_timeline::units::{duration, size};
use interleave_timeline::{Lang, category_name};
use interleave_trace::{Category, ObjectKind, Stats, Trace};

/// One row per thread, with the categories that occur; then cores, then objects that somebody waited for.
#[must_use]
pub fn table(trace: &Trace) -> String {
    let stats = Stats::of(trace);
    let used: Vec<Category> = Category::ALL
        .into_iter()
        .filter(|&category| stats.lanes.iter().any(|lane| lane.total_nanos(category) > 0))
        .collect();
    let mut rows = vec![vec!["thread".to_owned(), "lifetime".to_owned()]];
    if let Some(head) = rows.first_mut() {
        head.extend(used.iter().map(|&category| category_name(category, Lang::En).to_owned()));
        head.extend(["GIL held".to_owned(), "switches".to_owned()]);
    }
    for lane in &stats.lanes {
        let mut row = vec![trace.distinct_name(lane.track).to_owned(), duration(lane.lifetime_nanos)];
        row.extend(used.iter().map(|&category| match lane.total_nanos(category) {
            0 => "-".to_owned(),
            nanos => format!("{} {:.0}%", duration(nanos), 100.0 * lane.share(category)),
        }));
        row.push(duration(lane.gil_held_nanos));
        row.push(format!("{}+{}", lane.voluntary_switches, lane.involuntary_switches));
        rows.push(row);
    }
    let mut out = format!("virtual time {}, speed-up {:.2}\n", duration(stats.wall_nanos), stats.speed_up());
    push_aligned(&mut out, &rows);
    for core in &stats.cores {
        let name = trace.track_name(core.track);
        let busy = 100.0 * stats.utilisation(core);
        let _ = writeln!(out, "{name}: busy {} ({busy:.0}%), {} switches", duration(core.busy_nanos), core.switches);
    }
    for object in stats.objects.iter().filter(|object| object.waits > 0 || object.acquires > 0) {
        let name = trace.track_name(object.track);
        let (acquires, waits) = (object.acquires, object.waits);
        let waited = duration(object.wait_nanos);
        let longest = duration(object.longest_wait.nanos);
        let held = 100.0 * ratio(object.held_nanos, stats.wall_nanos);
        let _ = writeln!(
            out,
            "{name}: taken {acquires} times, held {held:.0}% of the time, waited for {waits} times, {waited} in all, \
             {longest} at most"
        );
        if object.kind == ObjectKind::Gil {
            let drops: u64 = object.drops.iter().sum();
            let [asked, blocking, ..] = object.drops;
            let _ = writeln!(
                out,
                "{name}: {} drop requests; given up {drops} times, {asked} of them on request, {blocking} to wait",
                object.requests
            );
        }
    }
    for object in stats.objects.iter().filter(|object| object.messages > 0) {
        let (name, messages, bytes) = (trace.track_name(object.track), object.messages, size(object.sent_bytes));
        let _ = writeln!(out, "{name}: {messages} messages, {bytes} in all");
    }
    for object in &stats.objects {
        let name = trace.track_name(object.track);
        match (object.kind, object.max_level) {
            (ObjectKind::Pool, Some(most)) => {
                let _ = writeln!(out, "{name}: at most {most}");
            }
            (ObjectKind::Memory, Some(most)) => {
                let process = trace.track(object.track).and_then(|t| t.parent).map_or("", |p| trace.track_name(p));
                let most = size(u64::try_from(most).unwrap_or(0));
                let _ = writeln!(out, "{name} of {process}: at most {most} for itself");
            }
            (ObjectKind::Queue, Some(most)) => {
                let _ = writeln!(out, "{name}: at most {most} in it");
            }
            _ => {}
        }
    }
    out.push_str(&starvation(trace, &stats));
    out
}

/// Who had the GIL for which part of the time, and who waited longest at a stretch to get on: for it, a core or an object.
fn starvation(trace: &Trace, stats: &Stats) -> String {
    const WAITS: [Category; 4] = [Category::Gil, Category::Runnable, Category::Lock, Category::Queue];
    let mut out = String::new();
    let gil_nanos: u64 = stats.lanes.iter().map(|lane| lane.gil_held_nanos).sum();
    if gil_nanos > 0 {
        let shares = stats.lanes.iter().filter(|lane| lane.gil_held_nanos > 0).map(|lane| {
            let share = 100.0 * ratio(lane.gil_held_nanos, gil_nanos);
            format!("{} {share:.0}%", trace.distinct_name(lane.track))
        });
        let _ = writeln!(out, "shares of the GIL: {}", shares.collect::<Vec<_>>().join(", "));
    }
    let longest = stats.lanes.iter().flat_map(|lane| WAITS.map(|category| (lane, category, lane.longest(category))));
    if let Some((lane, category, stretch)) =
        longest.max_by_key(|(_, _, stretch)| stretch.nanos).filter(|l| l.2.nanos > 0)
    {
        let (name, why) = (trace.distinct_name(lane.track), category_name(category, Lang::En));
        let _ = writeln!(out, "longest wait to get on: {name}, {} ({why})", duration(stretch.nanos));
    }
    out
}

fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn push_aligned(out: &mut String, rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            // The name to the left, figures to the right.
            let _ = if column == 0 { write!(line, "{cell:<width$}") } else { write!(line, "  {cell:>width$}") };
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
