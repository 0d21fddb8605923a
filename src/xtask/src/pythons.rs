//! Finds the CPythons of this machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

/// The interpreter of a version such as `3.11`: pyenv's newest of it, or the one on the search path.
pub fn python(version: &str) -> Result<PathBuf> {
    find(version).with_context(|| {
        format!("CPython {version} was not found: install it (`pyenv install {version}`, or your distribution's python{version}) and start again.")
    })
}

/// As `python`, where doing without is possible.
pub fn find(version: &str) -> Option<PathBuf> {
    let named = PathBuf::from(format!("python{version}"));
    pyenv(version)
        .into_iter()
        .chain([named, PathBuf::from("python3"), PathBuf::from("python")])
        .find(|python| is_version(python, version))
}

/// pyenv's interpreters of a version, newest first. Its shims only work for versions that are switched on.
fn pyenv(version: &str) -> Vec<PathBuf> {
    let home = std::env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".pyenv")));
    let Some(Ok(entries)) = home.map(|home| std::fs::read_dir(home.join("versions"))) else { return Vec::new() };
    let mut found: Vec<(u32, PathBuf)> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let patch = name.strip_prefix(version)?.strip_prefix('.')?.parse().ok()?;
            Some((patch, entry.path().join("bin/python")))
        })
        .collect();
    found.sort();
    found.into_iter().rev().map(|(_, python)| python).collect()
}

fn is_version(python: &Path, version: &str) -> bool {
    let script = "import platform, sys; print(platform.python_implementation(), '%d.%d' % sys.version_info[:2])";
    let Ok(output) = Command::new(python).args(["-c", script]).stdin(Stdio::null()).stderr(Stdio::null()).output()
    else {
        return false;
    };
    output.status.success() && String::from_utf8_lossy(&output.stdout).trim() == format!("CPython {version}")
}
