//! The command line, as a library: so that tests run programs exactly as the command does.
//!
//! | module | holds |
//! | --- | --- |
//! | [`options`] | the words of the command line, and the help |
//! | [`run`] | running a program: output, exit status, trace file, statistics |
//! | [`program`] | reading a program and the modules beside it |
//! | [`syntax`] | mistakes in a program, in the form of CPython's messages |
//! | [`library`] | library modules from a folder, for work on them |
//! | [`cases`] | the programs with goldens under `tests/programs` |
//!
//! Keeps true: standard output carries the program's output and nothing else.

pub mod cases;
pub mod fuzz;
pub mod lesson;
pub mod library;
pub mod options;
pub mod program;
pub mod run;
pub mod stats;
pub mod sweep;
pub mod syntax;
