//! `cargo xtask bench stress`: very many threads, very many hand-overs and long busy waits; time and memory beside CPython's.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::output;
use crate::{bench, files, pythons};

/// Runs a command and prints seconds, mebibytes at most and how it ended.
const MEASURED: &str = "import resource, subprocess, sys, time
begin = time.perf_counter()
ended = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE)
took = time.perf_counter() - begin
print('%.2f' % took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, ended.returncode)
sys.stdout.flush()
sys.stdout.buffer.write(ended.stdout)";

pub fn command(arguments: &[String]) -> Result<()> {
    let root = files::root()?;
    let python = pythons::python("3.11")?;
    let program = match arguments {
        [] => bench::cli(&root)?,
        [option, program] if option == "--cli" => PathBuf::from(program),
        _ => bail!("`bench stress` takes --cli PROGRAM and nothing else."),
    };
    println!("{:<24} {:>10} {:>8} {:>14} {:>8}", "", "here", "MiB", "CPython 3.11", "MiB");
    let mut different = 0;
    for file in files::walk(&root.join("tests/benches/stress"))? {
        let ours = measured(&python, &[program.as_os_str(), "run".as_ref(), file.as_os_str()])?;
        let theirs = measured(&python, &[python.as_os_str(), file.as_os_str()])?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        println!(
            "{name:<24} {:>8} s {:>8} {:>12} s {:>8}",
            ours.seconds, ours.mebibytes, theirs.seconds, theirs.mebibytes
        );
        if ours.printed != theirs.printed {
            different += 1;
            println!("    it printed {:?}, CPython {:?}", ours.printed, theirs.printed);
        }
    }
    if different > 0 {
        bail!("{different} programs printed something else than CPython.");
    }
    Ok(())
}

#[derive(Debug)]
struct Measured {
    seconds: String,
    mebibytes: String,
    printed: String,
}

fn measured(python: &Path, words: &[&std::ffi::OsStr]) -> Result<Measured> {
    let told = output(Command::new(python).args(["-c", MEASURED]).args(words), "The program")?;
    let (first, printed) = told.split_once('\n').context("no figures")?;
    let mut figures = first.split_whitespace().map(str::to_owned);
    let (Some(seconds), Some(mebibytes), Some(status)) = (figures.next(), figures.next(), figures.next()) else {
        bail!("no figures in {first:?}");
    };
    Ok(Measured { seconds, mebibytes, printed: format!("{printed}status {status}") })
}

/// Whether a program lies in the folder of these.
pub fn is_one(file: &Path) -> bool {
    file.parent().is_some_and(|folder| folder.ends_with("benches/stress"))
}
