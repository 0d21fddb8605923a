//! `interleave run FILE`: see `interleave --help`.

use std::io::Write;
use std::process::ExitCode;

use interleave_cli::options::{self, Command};
use interleave_cli::run;

/// Programs allocate many small objects, and the C library's allocator spends a quarter of such a run on them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // For work on the library itself: its sources from a folder instead of those compiled in.
    if let Some(folder) = std::env::var_os("INTERLEAVE_LIBRARY") {
        interleave_cli::library::install_folder(std::path::Path::new(&folder));
    }
    let status = match options::parse(std::env::args_os().skip(1)) {
        Ok(Command::Run(options)) => run::command(&options, &mut std::io::stdout().lock(), &mut std::io::stderr()),
        Ok(Command::Sweep(options)) => match interleave_cli::sweep::command(&options) {
            Ok(status) => status,
            Err(error) => {
                eprintln!("interleave: {error:#}");
                run::STATUS_USAGE
            }
        },
        Ok(Command::Help) => print(options::HELP),
        Ok(Command::Version) => print(concat!("interleave ", env!("CARGO_PKG_VERSION"), "\n")),
        Err(error) => {
            eprintln!("interleave: {error}\nTry `interleave --help`.");
            run::STATUS_USAGE
        }
    };
    // The operating system keeps eight bits of a status, as for Python's.
    ExitCode::from((status & 0xff) as u8)
}

fn print(text: &str) -> i32 {
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => 0,
        Err(_) => run::STATUS_BROKEN_PIPE,
    }
}
