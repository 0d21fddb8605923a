//! Compiles Python files. One file: prints its bytecode. With `--check`: verifies each file and reports the failures,
//! reading more names from standard input.

use std::io::BufRead;
use std::process::ExitCode;

use interleave_python::compile::{Mode, compile_module, verify};

fn main() -> ExitCode {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let check = files.first().is_some_and(|first| first == "--check");
    if check {
        files.remove(0);
        files.extend(std::io::stdin().lock().lines().map_while(Result::ok));
    }
    let mut failures = 0;
    let mut lines = 0;
    for file in &files {
        let Ok(source) = std::fs::read_to_string(file) else {
            println!("{file}: cannot be read as UTF-8");
            continue;
        };
        lines += source.lines().count();
        match compile_module(&source, file, Mode::Module) {
            Ok(compiled) if check => {
                if let Err(fault) = verify(&compiled.code) {
                    failures += 1;
                    println!("{file}: {fault}");
                }
            }
            Ok(compiled) => println!("{}", compiled.code),
            Err(problems) => {
                failures += 1;
                for problem in problems.iter().take(1) {
                    println!("{file}:{problem}");
                }
            }
        }
    }
    if check {
        println!("{} files, {lines} lines, {failures} failures", files.len());
    }
    if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
