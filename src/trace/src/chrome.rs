//! Export as Chrome trace-event JSON, which Perfetto and speedscope open.
//!
//! Processes keep their names; every thread, task and object is a "thread" of its process, cores are the threads of a
//! process of their own. States, owners and the thread on a core are complete events (`X`), levels are counters (`C`),
//! output, requests and remarks are instants (`i`), links are flows (`s`, `f`). Times are microseconds, as the format
//! has it, with three decimals: nothing is lost. `pid` and `tid` are track numbers plus one, because the format wants
//! them unique and not zero; what the program saw is in `args`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::event::{Category, Event, EventKind, Finish, LockAction, State};
use crate::ids::TrackId;
use crate::model::{LinkKind, Trace, TrackKind};
use crate::spans::{SpanIndex, SpanKind};

#[derive(Serialize)]
struct Row<'t> {
    name: &'t str,
    #[serde(skip_serializing_if = "str::is_empty")]
    cat: &'t str,
    ph: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ts: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dur: Option<f64>,
    pid: u64,
    tid: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bp: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<&'t str>,
    #[serde(skip_serializing_if = "Value::is_null")]
    args: Value,
}

fn micros(nanos: u64) -> f64 {
    nanos as f64 / 1000.0
}

/// The export as one string.
#[must_use]
pub fn to_chrome_json(trace: &Trace) -> String {
    let mut bytes = Vec::new();
    // Writing to memory cannot fail, and every row is plain data.
    if write_chrome_json(trace, &mut bytes).is_err() {
        return String::new();
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes the export row by row.
///
/// # Errors
/// Those of `out`.
pub fn write_chrome_json(trace: &Trace, out: impl Write) -> io::Result<()> {
    let mut export = Export { trace, out, rows: 0 };
    export.out.write_all(b"{\"displayTimeUnit\":\"ns\",\"otherData\":")?;
    let other = json!({
        "producer": trace.producer, "profile": trace.profile, "seed": trace.seed.to_string(),
        "settings": trace.settings, "hash": trace.hash().to_string(),
    });
    serde_json::to_writer(&mut export.out, &other)?;
    export.out.write_all(b",\"traceEvents\":[\n")?;
    export.names()?;
    export.spans()?;
    export.instants()?;
    export.flows()?;
    export.out.write_all(b"\n]}\n")
}

struct Export<'t, W> {
    trace: &'t Trace,
    out: W,
    rows: u64,
}

impl<W: Write> Export<'_, W> {
    fn row(&mut self, row: &Row<'_>) -> io::Result<()> {
        if self.rows > 0 {
            self.out.write_all(b",\n")?;
        }
        self.rows += 1;
        serde_json::to_writer(&mut self.out, row).map_err(io::Error::from)
    }

    /// The process that holds the cores, after the last track.
    fn cores_pid(&self) -> u64 {
        self.trace.tracks.len() as u64 + 1
    }

    fn place(&self, id: TrackId) -> (u64, u64) {
        let pid = self.trace.process_of(id).map_or(self.cores_pid(), |p| u64::from(p.0) + 1);
        (pid, u64::from(id.0) + 1)
    }

    fn metadata(&mut self, name: &str, (pid, tid): (u64, u64), args: Value) -> io::Result<()> {
        self.row(&Row { name, cat: "", ph: "M", ts: None, dur: None, pid, tid, id: None, bp: None, s: None, args })
    }

    fn names(&mut self) -> io::Result<()> {
        let cores = self.cores_pid();
        self.metadata("process_name", (cores, 0), json!({ "name": "Machine" }))?;
        self.metadata("process_sort_index", (cores, 0), json!({ "sort_index": -1 }))?;
        let trace = self.trace;
        for (row, track) in trace.tracks.iter().enumerate() {
            let id = TrackId(row as u32);
            let place = self.place(id);
            let name = trace.str(track.name);
            if track.kind == TrackKind::Process {
                self.metadata("process_name", place, json!({ "name": name }))?;
                self.metadata("process_labels", place, json!({ "labels": format!("pid {}", track.number) }))?;
            } else {
                self.metadata("thread_name", place, json!({ "name": name }))?;
                self.metadata("thread_sort_index", place, json!({ "sort_index": row }))?;
            }
        }
        Ok(())
    }

    fn spans(&mut self) -> io::Result<()> {
        let trace = self.trace;
        let spans = SpanIndex::of(trace);
        for row in 0..trace.tracks.len() {
            let id = TrackId(row as u32);
            let (pid, tid) = self.place(id);
            let Some(track) = spans.track(id) else { continue };
            for span in &track.spans {
                let ts = Some(micros(span.start_nanos));
                let dur = Some(micros(span.nanos()));
                let line = trace.events.get(span.seq as usize).map_or(0, |e| e.range.line);
                let mut args = json!({ "seq": span.seq });
                if line > 0 {
                    args["line"] = json!(line);
                }
                let (name, cat) = match span.kind {
                    SpanKind::State(state) => {
                        let cat = trace.category(state).map_or("finished", category_name);
                        (state_words(trace, state), cat)
                    }
                    SpanKind::Owner(owner) => (trace.track_name(owner).to_owned(), "owner"),
                    SpanKind::OnCore(thread) => (trace.track_name(thread).to_owned(), "core"),
                    SpanKind::Level(level) => {
                        let name = trace.track_name(id);
                        let args = json!({ "level": level });
                        let row = Row {
                            name,
                            cat: "level",
                            ph: "C",
                            ts,
                            dur: None,
                            pid,
                            tid,
                            id: Some(tid),
                            bp: None,
                            s: None,
                            args,
                        };
                        self.row(&row)?;
                        continue;
                    }
                };
                self.row(&Row { name: &name, cat, ph: "X", ts, dur, pid, tid, id: None, bp: None, s: None, args })?;
            }
        }
        Ok(())
    }

    fn instants(&mut self) -> io::Result<()> {
        let trace = self.trace;
        for event in trace.events.iter() {
            let (name, args) = match event.kind {
                EventKind::Output { stderr, text } => {
                    (if stderr { "stderr" } else { "stdout" }, json!({ "text": trace.str(text) }))
                }
                EventKind::GilRequest { waiter, holder } => {
                    ("drop request", json!({ "waiter": trace.track_name(waiter), "holder": trace.track_name(holder) }))
                }
                EventKind::Lock { action: LockAction::Fail, by } => {
                    ("not acquired", json!({ "by": trace.track_name(by) }))
                }
                EventKind::Uncaught { text } => ("uncaught exception", json!({ "text": trace.str(text) })),
                EventKind::Deadlocked { cycle } => ("deadlocked", json!({ "cycle": cycle })),
                EventKind::Note { text } => (trace.str(text), Value::Null),
                EventKind::LoopStall { ready } => ("event loop blocked", json!({ "ready": ready })),
                EventKind::Chain { chain } => ("awaits", json!({ "chain": trace.str(chain) })),
                EventKind::State { to: State::Finished { how }, .. } => match how {
                    Finish::Returned => ("finished", Value::Null),
                    Finish::Raised(text) => ("finished by an exception", json!({ "text": trace.str(text) })),
                    Finish::Cut => ("cut off", Value::Null),
                },
                _ => continue,
            };
            let (pid, tid) = self.place(event.track);
            let ts = Some(micros(event.at_nanos));
            let row =
                Row { name, cat: "event", ph: "i", ts, dur: None, pid, tid, id: None, bp: None, s: Some("t"), args };
            self.row(&row)?;
        }
        Ok(())
    }

    fn flows(&mut self) -> io::Result<()> {
        let trace = self.trace;
        for (row, link) in trace.links.iter().enumerate() {
            let ends = (trace.events.get(link.from_seq as usize), trace.events.get(link.to_seq as usize));
            let (Some(from), Some(to)) = ends else { continue };
            let name = match link.kind {
                LinkKind::Spawn => "spawn",
                LinkKind::Join => "join",
                LinkKind::Wake => "wake",
                LinkKind::HandOver => "hand-over",
                LinkKind::Message => "message",
            };
            self.flow(name, "s", row, from)?;
            self.flow(name, "f", row, to)?;
        }
        Ok(())
    }

    fn flow(&mut self, name: &str, ph: &str, link: usize, end: Event) -> io::Result<()> {
        let (pid, tid) = self.place(end.track);
        self.row(&Row {
            name,
            cat: "link",
            ph,
            ts: Some(micros(end.at_nanos)),
            dur: None,
            pid,
            tid,
            id: Some(link as u64 + 1),
            // Bind the end to the slice that encloses it, not to the next one.
            bp: (ph == "f").then_some("e"),
            s: None,
            args: Value::Null,
        })
    }
}

fn category_name(category: Category) -> &'static str {
    match category {
        Category::Running => "running",
        Category::Runnable => "runnable",
        Category::Gil => "gil",
        Category::Lock => "lock",
        Category::Queue => "queue",
        Category::Signal => "signal",
        Category::Join => "join",
        Category::Sleep => "sleep",
        Category::Io => "io",
    }
}

fn state_words(trace: &Trace, state: State) -> String {
    match state {
        State::Running { core } => format!("running on {}", trace.track_name(core)),
        State::Runnable => "runnable".to_owned(),
        State::GilWait { .. } => "waits for the GIL".to_owned(),
        State::Blocked { on, .. } => format!("waits for {}", trace.track_name(on)),
        State::Joining { target } => format!("joins {}", trace.track_name(target)),
        State::Sleeping { .. } => "sleeping".to_owned(),
        State::Io { what } => format!("I/O: {}", trace.str(what)),
        State::Finished { .. } => "finished".to_owned(),
    }
}
