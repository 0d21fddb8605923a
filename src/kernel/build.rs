//! Turns the cost profiles (`profiles/*.json`) into tables of names and nanoseconds, so that the page's engine carries
//! neither their prose nor a reader for it.
//!
//! Keeps true: every entry says where its figure comes from, and every figure is a cost.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;

#[derive(serde::Deserialize)]
struct Entry {
    nanos: f64,
    source: String,
}

/// The default first.
const NAMES: [&str; 2] = ["cpython-3.11", "classroom"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("profiles");
    let mut table = String::from("&[\n");
    for name in NAMES {
        let path = folder.join(format!("{name}.json"));
        println!("cargo::rerun-if-changed={}", path.display());
        let text = std::fs::read_to_string(&path)?;
        let entries: BTreeMap<String, Entry> = serde_json::from_str(&text)?;
        writeln!(table, "({name:?}, &[")?;
        for (entry, Entry { nanos, source }) in entries {
            if source.is_empty() {
                return Err(format!("{name}: `{entry}` does not say where its figure comes from").into());
            }
            if !nanos.is_finite() || nanos < 0.0 {
                return Err(format!("{name}: `{entry}` is no cost").into());
            }
            writeln!(table, "({entry:?}, {nanos:?}),")?;
        }
        table.push_str("]),\n");
    }
    table.push_str("]\n");
    Ok(std::fs::write(PathBuf::from(std::env::var("OUT_DIR")?).join("profiles.rs"), table)?)
}
