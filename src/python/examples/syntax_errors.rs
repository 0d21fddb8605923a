//! Prints what is wrong with each source text on standard input (separated by lines of `---`), for comparison with CPython.

use std::io::Read;

use interleave_python::compile::{Mode, compile_module};
use interleave_python::syntax::DiagnosticKind;

fn main() {
    let mut text = String::new();
    if std::io::stdin().read_to_string(&mut text).is_err() {
        return;
    }
    for source in text.split("\n---\n") {
        match compile_module(&format!("{source}\n"), "<s>", Mode::Module) {
            Ok(_) => println!("ok"),
            Err(problems) => {
                for problem in problems.iter().take(1) {
                    let class = match &problem.kind {
                        DiagnosticKind::Syntax { class } => class.name(),
                        DiagnosticKind::Unsupported { .. } => "Unsupported",
                    };
                    println!("{class}\t{}\t{}\t{}", problem.message, problem.line, problem.column);
                }
            }
        }
    }
}
