//! `cargo xtask bench fidelity`: what the virtual clock predicts beside what CPython takes on this machine.
//!
//! Every program under `tests/benches/fidelity*` prints, as its last line, wall seconds, CPU seconds and completed items of its
//! own work, start-up apart. CPython runs it pinned to one core and to two, our command line with as many simulated ones.
//!
//! Keeps true: the lower quartile of the runs counts (whoever else runs on the machine only adds); runs of the CPythons
//! alternate, so that a slow spell hits them alike; a program whose items differ has no figure.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::output;
use crate::{bench, files, pythons};

/// The first is what the profile was measured on and the errors are reckoned against.
const CPYTHONS: [&str; 2] = ["3.11", "3.13"];
const CORES: [usize; 2] = [1, 2];
const DEFAULT_RUNS: usize = 9;

/// Restricts itself to the first so many cores that it may use, then becomes the program.
const PINNED: &str = "import os, sys
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:int(sys.argv[1])])
os.execv(sys.executable, [sys.executable, sys.argv[2]])";

const WHERE: &str = "import datetime, os, platform
name = platform.machine()
try:
    name = [line.split(':')[1].strip() for line in open('/proc/cpuinfo') if line.startswith('model name')][0]
except (OSError, IndexError):
    pass
load = os.getloadavg()[0]
busy = ' (busy: CPython looks slower than it is; start again on a calm machine)' if load > 1.5 else ''
print(datetime.date.today().isoformat(), name, 'Linux ' + platform.release(), 'load %.1f%s' % (load, busy), sep=', ')";

/// What one run says of itself.
#[derive(Clone, Copy, Debug)]
struct Told {
    wall: f64,
    cpu: f64,
    items: f64,
}

pub fn command(arguments: &[String]) -> Result<()> {
    let (mut runs, mut filter, mut program) = (DEFAULT_RUNS, String::new(), None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--runs" => {
                let text = rest.next().context("--runs wants a number, such as `--runs 10`.")?;
                runs = text.parse::<usize>().with_context(|| format!("--runs wants a number, not `{text}`."))?.max(1);
            }
            "--cli" => program = Some(PathBuf::from(rest.next().context("--cli wants the path of a command line.")?)),
            other if other.starts_with('-') => {
                bail!(
                    "`bench fidelity` does not know `{other}`: it takes --runs N, --cli PROGRAM and a part of a path."
                )
            }
            other => filter = other.to_owned(),
        }
    }
    let root = files::root()?;
    let programs: Vec<PathBuf> = files::walk(&root.join("tests/benches"))?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "py") && is_one(file))
        .filter(|file| file.to_string_lossy().contains(&filter))
        .collect();
    if programs.is_empty() {
        bail!("No program under tests/benches/fidelity* has `{filter}` in its path.");
    }
    let peers: Vec<(&str, PathBuf)> =
        CPYTHONS.into_iter().filter_map(|version| Some((version, pythons::find(version)?))).collect();
    let Some((version, python)) = peers.first() else {
        bail!("No CPython of {} was found to compare with: install one and start again.", CPYTHONS.join(", "));
    };
    let program = match program {
        Some(program) => program,
        None => bench::cli(&root)?,
    };
    let place = output(Command::new(python).args(["-c", WHERE]), "CPython")?;
    println!("Wall milliseconds and share of CPU, lower quartile of {runs} runs; {}", place.trim());
    println!("The profile was measured on CPython 3.11; `cargo xtask calibrate` measures it anew.");
    for cores in CORES {
        let mut errors: Vec<f64> = Vec::new();
        println!(
            "\n{:<34} {:>9} {:>5}  {:>9} {:>5} {:>7}",
            format!("on {cores} of the cores"),
            version,
            "CPU",
            "here",
            "CPU",
            "error"
        );
        for file in &programs {
            let name = file.strip_prefix(root.join("tests/benches")).unwrap_or(file).with_extension("");
            match row(&program, &peers, file, cores, runs) {
                Ok((error, text)) => {
                    errors.push(error.abs());
                    println!("{:<34} {text}", name.display());
                }
                Err(error) => println!("{:<34} {error:#}", name.display()),
            }
        }
        errors.sort_by(f64::total_cmp);
        if let (Some(middle), Some(worst)) = (errors.get(errors.len() / 2), errors.last()) {
            println!("{:<34} median error {:.0} %, worst {:.0} %", "", middle * 100.0, worst * 100.0);
        }
    }
    Ok(())
}

fn row(ours: &Path, peers: &[(&str, PathBuf)], file: &Path, cores: usize, runs: usize) -> Result<(f64, String)> {
    let mut command = Command::new(ours);
    let here = told(command.arg("run").arg(file).args(["--cores", &cores.to_string()]), "here")?;
    let mut samples: Vec<Vec<Told>> = vec![Vec::new(); peers.len()];
    for _ in 0..runs {
        for ((version, python), samples) in peers.iter().zip(&mut samples) {
            samples.push(told(Command::new(python).args(["-c", PINNED, &cores.to_string()]).arg(file), version)?);
        }
    }
    let quartile = |samples: &[Told]| {
        let mut sorted = samples.to_vec();
        sorted.sort_by(|a, b| a.wall.total_cmp(&b.wall));
        sorted.get(sorted.len() / 4).copied()
    };
    let base = samples.first().and_then(|first| quartile(first)).context("no runs")?;
    if base.items != here.items {
        bail!("{} items, and {} in CPython", here.items, base.items);
    }
    let error = here.wall / base.wall - 1.0;
    let share = |told: Told| told.cpu / told.wall * 100.0;
    let mut text = format!(
        "{:>9.1} {:>4.0}%  {:>9.1} {:>4.0}% {:>+6.0}%",
        base.wall * 1e3,
        share(base),
        here.wall * 1e3,
        share(here),
        error * 100.0
    );
    for ((version, _), samples) in peers.iter().zip(&samples).skip(1) {
        if let Some(other) = quartile(samples) {
            text.push_str(&format!(
                "   {version}: {:.1} ({:+.0} %)",
                other.wall * 1e3,
                (here.wall / other.wall - 1.0) * 100.0
            ));
        }
    }
    Ok((error, text))
}

/// Whether a program lies in a folder that is named `fidelity…`.
pub fn is_one(file: &Path) -> bool {
    file.parent().and_then(Path::file_name).is_some_and(|folder| folder.to_string_lossy().starts_with("fidelity"))
}

fn told(command: &mut Command, who: &str) -> Result<Told> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("{who}: could not start"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().last().unwrap_or_default();
    let figures: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match figures.as_slice() {
        &[wall, cpu, items] if output.status.success() => Ok(Told { wall, cpu, items }),
        _ => bail!("{who}: the last line is no wall, CPU and items: {line:?}"),
    }
}
