//! Running other programs: always with their output shown, always with a sentence when they fail.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Runs to the end, showing its output. `what` completes "… failed".
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{what} could not start: is `{program}` installed?"))?;
    if !status.success() {
        bail!("{what} failed ({status}); its own output is above");
    }
    Ok(())
}

/// Runs to the end and returns its standard output; its standard error is shown.
pub fn output(command: &mut Command, what: &str) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{what} could not start: is `{program}` installed?"))?;
    if !output.status.success() {
        bail!("{what} failed ({}); its own output is above", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{what} printed something that is not text"))
}

/// The first line that `program --version` prints, if there is such a program.
pub fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().next().map(str::to_owned)
}

/// Where a program is on the search path.
pub fn find(name: impl AsRef<OsStr>) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let name = Path::new(name.as_ref());
    let suffix = std::env::consts::EXE_SUFFIX;
    std::env::split_paths(&path)
        .map(|folder| {
            let mut file = folder.join(name).into_os_string();
            file.push(suffix);
            PathBuf::from(file)
        })
        .find(|file| file.is_file())
}

/// The search path with our own tools first.
pub fn path_with(folder: &Path) -> Result<std::ffi::OsString> {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&rest));
    std::env::join_paths(folders).context("The search path could not be put together")
}

/// Says what begins, does it, and says how long it took when that was noticeable.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what}…");
    let begin = Instant::now();
    let value = work()?;
    let took = begin.elapsed();
    if took > Duration::from_millis(1500) {
        println!("  took {}", duration(took));
    }
    Ok(value)
}

/// "12.3 s" or "2 min 5 s".
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 90.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {} s", time.as_secs() / 60, time.as_secs() % 60)
    }
}
