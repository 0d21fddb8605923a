//! `cargo xtask bench`: the programs under `tests/benches`, on our command line and on CPython, in the same minute.
//!
//! Keeps true: peers run in turn, round after round, so that a slow spell of the machine hits them alike; the
//! fastest run of each counts; the time to start and stop with an empty program is taken off; a peer whose output
//! differs from CPython's has no figure.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process::{output, timed};
use crate::{fidelity, files, live_bench, pythons, setup, stress, wasm};

const CPYTHONS: [&str; 3] = ["3.11", "3.13", "3.14"];
const DEFAULT_RUNS: usize = 5;
/// Below this a run cannot be told from the noise of starting a process.
const SHORTEST: Duration = Duration::from_millis(2);

/// Something that runs a Python file to its end. Peers that live in a browser get their own kind here.
#[derive(Debug)]
struct Peer {
    name: String,
    program: PathBuf,
    /// What comes before the file.
    arguments: &'static [&'static str],
    start: Duration,
}

impl Peer {
    /// The time of one run and what it printed, or why there is none.
    fn run(&self, file: &Path) -> Result<(Duration, Vec<u8>)> {
        let begin = Instant::now();
        let output = Command::new(&self.program)
            .args(self.arguments)
            .arg(file)
            .env("PYTHONHASHSEED", "0")
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("{} could not start", self.name))?;
        let took = begin.elapsed();
        if !output.status.success() {
            let words = String::from_utf8_lossy(&output.stderr);
            bail!("{}", words.lines().last().unwrap_or("it failed without a word").to_owned());
        }
        Ok((took, output.stdout))
    }
}

pub fn command(arguments: &[String]) -> Result<()> {
    if let Some(rest) = arguments.strip_prefix(&["fidelity".to_owned()]) {
        return fidelity::command(rest);
    }
    if let Some(rest) = arguments.strip_prefix(&["stress".to_owned()]) {
        return stress::command(rest);
    }
    if let Some(rest) = arguments.strip_prefix(&["live".to_owned()]) {
        return live_bench::command(rest);
    }
    let (mut runs, mut filter) = (DEFAULT_RUNS, String::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--runs" => {
                let text = rest.next().context("--runs wants a number, such as `--runs 10`.")?;
                runs = text.parse::<usize>().with_context(|| format!("--runs wants a number, not `{text}`."))?.max(1);
            }
            other if other.starts_with('-') => {
                bail!("`bench` does not know `{other}`: it takes --runs N and a part of a bench's name.")
            }
            other => filter = other.to_owned(),
        }
    }
    let root = files::root()?;
    let mut peers =
        vec![Peer { name: "interleave".to_owned(), program: cli(&root)?, arguments: &["run"], start: Duration::ZERO }];
    peers.extend(CPYTHONS.into_iter().filter_map(|version| {
        Some(Peer {
            name: format!("CPython {version}"),
            program: pythons::find(version)?,
            arguments: &[],
            start: Duration::ZERO,
        })
    }));
    if peers.len() < 2 {
        bail!("No CPython of {} was found to compare with: install one and start again.", CPYTHONS.join(", "));
    }
    let empty = wasm::stage(&root).join("empty.py");
    files::write(&empty, "")?;
    for peer in &mut peers {
        let mut best = Duration::MAX;
        for _ in 0..runs {
            best =
                best.min(peer.run(&empty).with_context(|| format!("{} does not run an empty program", peer.name))?.0);
        }
        peer.start = best;
    }

    let benches: Vec<PathBuf> = files::walk(&root.join("tests/benches"))?
        .into_iter()
        .filter(|file| {
            file.extension().is_some_and(|extension| extension == "py")
                && !file.starts_with(root.join("tests/benches/live"))
                && !fidelity::is_one(file)
                && !stress::is_one(file)
        })
        .filter(|file| name_of(file).contains(&filter))
        .collect();
    if benches.is_empty() {
        bail!("No bench under tests/benches has `{filter}` in its name.");
    }
    println!(
        "Milliseconds, fastest of {runs}, without start-up; and how many times CPython {} each takes",
        CPYTHONS[0]
    );
    print!("{:<16}", "");
    for peer in &peers {
        print!(" {:>22}", peer.name);
    }
    println!();
    let mut ratios: Vec<Vec<f64>> = vec![Vec::new(); peers.len()];
    let mut failures = 0;
    for file in &benches {
        let row = measure(&peers, file, runs);
        // The first CPython is the measure, and its output the truth.
        let base = row.get(1).and_then(|cell| cell.as_ref().ok());
        print!("{:<16}", name_of(file));
        for (cell, ratios) in row.iter().zip(&mut ratios) {
            match (cell, base) {
                (Ok((time, text)), Some((base_time, base_text))) if text == base_text => {
                    let ratio = time.as_secs_f64() / base_time.as_secs_f64();
                    ratios.push(ratio);
                    print!(" {:>12.1} {:>8}", time.as_secs_f64() * 1e3, format!("{ratio:.2}x"));
                }
                (Ok(_), _) => {
                    failures += 1;
                    print!(" {:>22}", "other output");
                }
                (Err(_), _) => {
                    failures += 1;
                    print!(" {:>22}", "failed");
                }
            }
        }
        println!();
        for (peer, cell) in peers.iter().zip(&row) {
            if let Err(error) = cell {
                println!("    {}: {error:#}", peer.name);
            }
        }
    }
    print!("{:<16}", "geometric mean");
    for ratios in &ratios {
        let mean = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len().max(1) as f64).exp();
        print!(" {:>22}", if ratios.is_empty() { "-".to_owned() } else { format!("{mean:.2}x") });
    }
    println!();
    failures += browser(&root, &benches, runs)?;
    if failures > 0 {
        bail!("{failures} runs have no figure: their output is not CPython's, or they failed.");
    }
    Ok(())
}

#[derive(serde::Deserialize)]
struct Told {
    benches: BTreeMap<String, BTreeMap<String, Answer>>,
    boot: f64,
    compile: Compile,
}

#[derive(serde::Deserialize)]
struct Answer {
    #[serde(default)]
    millis: f64,
    #[serde(default)]
    output: String,
    error: Option<String>,
}

#[derive(serde::Deserialize)]
struct Compile {
    lines: usize,
    millis: f64,
}

/// The same programs in Chromium, on our engine and on Pyodide; see `tests/benches/browser/bench.mjs`. Returns how many have
/// no figure.
fn browser(root: &Path, benches: &[PathBuf], runs: usize) -> Result<usize> {
    let folder = root.join("tests/benches/browser");
    let tools = setup::page_tools(root)?;
    setup::npm_packages(&folder)?;
    // The engine of those who write programs; the library's pack is made with the other one.
    let (engine, library) = (wasm::engine_whole(root, &tools)?, wasm::engine(root, &tools)?.folder.join("library.txt"));
    let mut node = Command::new("node");
    node.arg(folder.join("bench.mjs")).arg("--engine").arg(&engine.folder).arg("--library").arg(&library);
    node.args(["--runs", &runs.to_string()]);
    node.args(benches).env("CHROMIUM", setup::chromium()?).current_dir(root);
    let told: Told = serde_json::from_str(&output(&mut node, "The benches in Chromium")?)
        .context("bench.mjs did not answer with its JSON")?;
    println!("\nMilliseconds in Chromium, fastest of {runs}, without start-up; and how many times Pyodide each takes");
    println!("{:<16} {:>22} {:>22}", "", "interleave", "Pyodide");
    let (mut ratios, mut failures) = (Vec::new(), 0);
    for (name, row) in &told.benches {
        match (row.get("interleave"), row.get("pyodide")) {
            (Some(ours), Some(theirs)) if ours.error.is_none() && theirs.error.is_none() => {
                if ours.output != theirs.output {
                    failures += 1;
                    println!("{name:<16} {:>22}", "other output");
                    continue;
                }
                let ratio = ours.millis / theirs.millis;
                ratios.push(ratio);
                println!("{name:<16} {:>12.1} {:>8}x {:>22.1}", ours.millis, format!("{ratio:.2}"), theirs.millis);
            }
            _ => {
                failures += 1;
                let words = row.values().filter_map(|answer| answer.error.as_deref()).collect::<Vec<_>>();
                println!("{name:<16} {}", words.join("; "));
            }
        }
    }
    let mean = (ratios.iter().map(|ratio: &f64| ratio.ln()).sum::<f64>() / ratios.len().max(1) as f64).exp();
    println!("geometric mean   {:>22}", format!("{mean:.2}x"));
    println!(
        "An empty program takes {:.1} ms; {} lines are parsed and compiled in {:.1} ms.",
        told.boot, told.compile.lines, told.compile.millis
    );
    Ok(failures)
}

fn name_of(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

type Cell = Result<(Duration, Vec<u8>)>;

fn measure(peers: &[Peer], file: &Path, runs: usize) -> Vec<Cell> {
    let mut cells: Vec<Cell> = peers.iter().map(|_| Ok((Duration::MAX, Vec::new()))).collect();
    for _ in 0..runs {
        for (peer, cell) in peers.iter().zip(&mut cells) {
            if let Ok((best, _)) = cell {
                let best = *best;
                *cell = peer.run(file).map(|(took, text)| (took.min(best), text));
            }
        }
    }
    for (peer, cell) in peers.iter().zip(&mut cells) {
        if let Ok((best, _)) = cell {
            let net = best.saturating_sub(peer.start);
            if net < SHORTEST {
                *cell = Err(anyhow::anyhow!(
                    "it took no longer than the start-up: the machine is busy, or the bench too short"
                ));
            } else {
                *best = net;
            }
        }
    }
    cells
}

/// Our command line, built for speed.
pub fn cli(root: &Path) -> Result<PathBuf> {
    built_cli(root, &["--release"])
}

/// The command line as `cargo test` builds it: nothing is compiled where that ran before.
pub fn development_cli(root: &Path) -> Result<PathBuf> {
    built_cli(root, &[])
}

fn built_cli(root: &Path, profile: &[&str]) -> Result<PathBuf> {
    timed("Building the command line", || {
        let mut build = Command::new("cargo");
        build
            .args(["build", "--package", "interleave-cli", "--message-format", "json-render-diagnostics"])
            .args(profile)
            .current_dir(root);
        let messages = output(&mut build, "The command line's build")?;
        // Cargo says where it put the program, whatever the target folder is.
        messages
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
            .next_back()
            .context("cargo did not say where it put the command line")
    })
}
