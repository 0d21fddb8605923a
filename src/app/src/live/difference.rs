//! What was measured against what was predicted, as a table.
//!
//! Keeps true: the error is how far the prediction is from the measurement, in per cent of the measurement.

use interleave_timeline::units::duration;
use interleave_timeline::{Lang, category_name};
use interleave_trace::{Category, EventKind, Stats, TrackKind};

use super::words::LiveWords;
use crate::run_model::RunModel;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// For tests and styles: "wall", "cpu", "gil".
    pub key: &'static str,
    pub name: String,
    pub predicted: String,
    pub measured: String,
    /// Signed: "+12 %": too much was predicted.
    pub error: Option<String>,
}

/// The figures of a run.
struct Figures {
    wall: u64,
    totals: [u64; Category::COUNT],
    processes: u64,
    threads: u64,
    tasks: u64,
    switches: u64,
    requests: u64,
    messages: u64,
}

fn figures(model: &RunModel) -> Figures {
    let trace = model.trace();
    let stats = Stats::with_spans(trace, model.index().spans());
    let kind = |track| trace.track(track).map(|t| t.kind);
    let mut totals = [0; Category::COUNT];
    let threads: Vec<_> = stats.lanes.iter().filter(|lane| kind(lane.track) == Some(TrackKind::Thread)).collect();
    for (total, row) in totals.iter_mut().zip(0..) {
        *total = threads.iter().filter_map(|lane| lane.totals_nanos.get::<usize>(row)).sum();
    }
    let count = |wanted| trace.tracks.iter().filter(|t| t.kind == wanted).count() as u64;
    let requests = trace.events.iter().filter(|e| matches!(e.kind, EventKind::GilRequest { .. })).count() as u64;
    Figures {
        wall: stats.wall_nanos,
        totals,
        processes: count(TrackKind::Process),
        threads: threads.len() as u64,
        tasks: count(TrackKind::Task),
        switches: threads.iter().map(|lane| lane.voluntary_switches + lane.involuntary_switches).sum(),
        requests,
        messages: stats.objects.iter().map(|object| object.messages).sum(),
    }
}

/// "+12 %", "−3 %"; none where there is nothing to be wrong about.
#[must_use]
pub fn error(predicted: u64, measured: u64) -> Option<String> {
    if measured == 0 {
        return None;
    }
    let percent = (predicted as f64 - measured as f64) / measured as f64 * 100.0;
    let rounded = if percent.abs() < 10.0 { format!("{:.1}", percent.abs()) } else { format!("{:.0}", percent.abs()) };
    let sign = if rounded.bytes().all(|b| matches!(b, b'0' | b'.')) {
        ""
    } else if percent > 0.0 {
        "+"
    } else {
        "−"
    };
    Some(format!("{sign}{rounded} %"))
}

#[must_use]
pub fn table(predicted: &RunModel, measured: &RunModel, words: &'static LiveWords, lang: Lang) -> Vec<Row> {
    let (p, m) = (figures(predicted), figures(measured));
    let mut rows = Vec::new();
    let mut time = |key: &'static str, name: &str, p: u64, m: u64| {
        rows.push(Row {
            key,
            name: name.to_owned(),
            predicted: duration(p),
            measured: duration(m),
            error: error(p, m),
        });
    };
    let running = Category::Running.index();
    let of = |f: &Figures, row: usize| f.totals.get(row).copied().unwrap_or(0);
    time("wall", words.wall, p.wall, m.wall);
    time("cpu", words.cpu, of(&p, running), of(&m, running));
    for category in Category::ALL.into_iter().filter(|c| *c != Category::Running) {
        let (p, m) = (of(&p, category.index()), of(&m, category.index()));
        if p > 0 || m > 0 {
            time(crate::details::category_word(category), category_name(category, lang), p, m);
        }
    }
    let share = |f: &Figures| format!("{:.0} %", of(f, running) as f64 * 100.0 / f.wall.max(1) as f64);
    let shares = Row {
        key: "cpu-share",
        name: words.cpu_share.to_owned(),
        predicted: share(&p),
        measured: share(&m),
        error: None,
    };
    rows.insert(2, shares);
    let counts = [
        ("processes", words.processes, p.processes, m.processes),
        ("threads", words.threads, p.threads, m.threads),
        ("tasks", words.tasks, p.tasks, m.tasks),
        ("switches", words.switches, p.switches, m.switches),
        ("requests", words.handovers, p.requests, m.requests),
        ("messages", words.messages, p.messages, m.messages),
    ];
    for (key, name, p, m) in counts.into_iter().filter(|(_, _, p, m)| p.max(m) > &0) {
        rows.push(Row {
            key,
            name: name.to_owned(),
            predicted: crate::format::count(p),
            measured: crate::format::count(m),
            error: error(p, m),
        });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_signed_shares_of_what_was_measured() {
        assert_eq!(error(110, 100).as_deref(), Some("+10 %"));
        assert_eq!(error(95, 100).as_deref(), Some("−5.0 %"));
        assert_eq!(error(100, 100).as_deref(), Some("0.0 %"));
        assert_eq!(error(5, 0), None);
        assert_eq!(error(0, 50).as_deref(), Some("−100 %"));
    }
}
