//! Where the time went, as a table of text.

use std::fmt::Write;

use interleave_timeline::units::duration;
use interleave_timeline::{Lang, category_name};
use interleave_trace::{Category, Stats, Trace};

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
        let mut row = vec![trace.track_name(lane.track).to_owned(), duration(lane.lifetime_nanos)];
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
        let _ = writeln!(out, "{name}: taken {acquires} times, waited for {waits} times, {waited} in all");
    }
    out
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
