//! `cargo xtask calibrate`: measures CPython here and writes the cost profiles of the virtual clock.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{output, timed};
use crate::{files, pythons};

/// The versions that have a profile; what is not installed keeps the one it has.
const VERSIONS: [&str; 2] = ["3.11", "3.14"];

pub fn command(arguments: &[String]) -> Result<()> {
    let (mut wanted, mut to_stdout) = (None, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--python" => {
                wanted = Some(rest.next().context("--python wants a version, such as `--python 3.11`.")?.as_str())
            }
            "--stdout" => to_stdout = true,
            other => bail!("`calibrate` does not know `{other}`: it takes --python VERSION and --stdout."),
        }
    }
    let root = files::root()?;
    let versions = match wanted {
        Some(version) => vec![(version, pythons::python(version)?)],
        None => VERSIONS.iter().filter_map(|version| Some((*version, pythons::find(version)?))).collect(),
    };
    if versions.is_empty() {
        bail!("No CPython of {} was found: install one and start again.", VERSIONS.join(" or "));
    }
    for (version, python) in versions {
        let mut script = Command::new(&python);
        script.arg(root.join("src/xtask/calibrate.py"));
        if to_stdout {
            print!("{}", output(&mut script, "The calibration")?);
            continue;
        }
        let table = timed(&format!("Measuring CPython {version} (half a minute; leave the machine alone)"), || {
            output(&mut script, "The calibration")
        })?;
        let profile = root.join(format!("src/kernel/profiles/cpython-{version}.json"));
        files::write(&profile, table)?;
        println!("  wrote {}", profile.display());
    }
    Ok(())
}
