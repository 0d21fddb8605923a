//! Modules that exist for CPython and not here: found before a program runs, with their place, instead of in the middle of it.
//!
//! A name in neither list is nobody's: the program runs, and the import raises ModuleNotFoundError as in CPython.

use crate::compile::{Compiled, imported_modules};
use crate::process::Process;
use crate::syntax::{Diagnostic, DiagnosticKind};

/// Top-level modules of CPython 3.11's standard library (`sys.stdlib_module_names` without private ones).
const STANDARD: &[&str] = &[
    "abc",
    "aifc",
    "antigravity",
    "argparse",
    "array",
    "ast",
    "asynchat",
    "asyncore",
    "atexit",
    "audioop",
    "base64",
    "bdb",
    "binascii",
    "bisect",
    "builtins",
    "bz2",
    "cProfile",
    "calendar",
    "cgi",
    "cgitb",
    "chunk",
    "cmath",
    "cmd",
    "code",
    "codecs",
    "codeop",
    "collections",
    "colorsys",
    "compileall",
    "concurrent",
    "configparser",
    "contextlib",
    "copy",
    "copyreg",
    "crypt",
    "csv",
    "ctypes",
    "curses",
    "dataclasses",
    "datetime",
    "dbm",
    "decimal",
    "difflib",
    "dis",
    "distutils",
    "doctest",
    "email",
    "encodings",
    "ensurepip",
    "enum",
    "errno",
    "faulthandler",
    "fcntl",
    "filecmp",
    "fileinput",
    "fnmatch",
    "fractions",
    "ftplib",
    "functools",
    "gc",
    "genericpath",
    "getopt",
    "getpass",
    "gettext",
    "glob",
    "graphlib",
    "grp",
    "gzip",
    "hashlib",
    "heapq",
    "hmac",
    "html",
    "http",
    "idlelib",
    "imaplib",
    "imghdr",
    "imp",
    "importlib",
    "inspect",
    "io",
    "ipaddress",
    "itertools",
    "json",
    "keyword",
    "lib2to3",
    "linecache",
    "locale",
    "logging",
    "lzma",
    "mailbox",
    "mailcap",
    "marshal",
    "math",
    "mimetypes",
    "mmap",
    "modulefinder",
    "msilib",
    "msvcrt",
    "multiprocessing",
    "netrc",
    "nis",
    "nntplib",
    "nt",
    "ntpath",
    "nturl2path",
    "numbers",
    "opcode",
    "operator",
    "optparse",
    "os",
    "ossaudiodev",
    "pathlib",
    "pdb",
    "pickle",
    "pickletools",
    "pipes",
    "pkgutil",
    "platform",
    "plistlib",
    "poplib",
    "posix",
    "posixpath",
    "pprint",
    "profile",
    "pstats",
    "pty",
    "pwd",
    "py_compile",
    "pyclbr",
    "pydoc",
    "pydoc_data",
    "pyexpat",
    "queue",
    "quopri",
    "random",
    "re",
    "readline",
    "reprlib",
    "resource",
    "rlcompleter",
    "runpy",
    "sched",
    "secrets",
    "select",
    "selectors",
    "shelve",
    "shlex",
    "shutil",
    "signal",
    "site",
    "smtpd",
    "smtplib",
    "sndhdr",
    "socket",
    "socketserver",
    "spwd",
    "sqlite3",
    "sre_compile",
    "sre_constants",
    "sre_parse",
    "ssl",
    "stat",
    "statistics",
    "string",
    "stringprep",
    "struct",
    "subprocess",
    "sunau",
    "symtable",
    "sys",
    "sysconfig",
    "syslog",
    "tabnanny",
    "tarfile",
    "telnetlib",
    "tempfile",
    "termios",
    "textwrap",
    "this",
    "threading",
    "time",
    "timeit",
    "tkinter",
    "token",
    "tokenize",
    "tomllib",
    "trace",
    "traceback",
    "tracemalloc",
    "tty",
    "turtle",
    "turtledemo",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "urllib",
    "uu",
    "uuid",
    "venv",
    "warnings",
    "wave",
    "weakref",
    "webbrowser",
    "winreg",
    "winsound",
    "wsgiref",
    "xdrlib",
    "xml",
    "xmlrpc",
    "zipapp",
    "zipfile",
    "zipimport",
    "zlib",
    "zoneinfo",
];

/// Packages that programs about concurrency often import, and what to do without them.
const OTHERS: &[(&str, &str)] = &[
    ("PIL", "Pillow is compiled code that the browser VM cannot run."),
    ("anyio", "`asyncio` is what runs here: the same ideas under other names."),
    ("curio", "`asyncio` is what runs here: the same ideas under other names."),
    ("cv2", "OpenCV is compiled code that the browser VM cannot run."),
    ("dask", "`threading` is what runs here for now."),
    ("eventlet", "`asyncio` is what runs here: the same ideas under other names."),
    ("gevent", "`asyncio` is what runs here: the same ideas under other names."),
    ("greenlet", "Generators and `asyncio` switch here; greenlets need compiled code."),
    ("matplotlib", "Print the figures instead; plots are not drawn here."),
    ("numba", "numba compiles to machine code, which the browser VM cannot run."),
    ("numpy", "Lists and `math` do the arithmetic here; numpy is compiled code that the browser VM cannot run."),
    (
        "pandas",
        "Lists of dicts, `csv`-like text and `statistics` do here; pandas is compiled code that the browser VM cannot run.",
    ),
    ("psutil", "`os.cpu_count()` and `time` are what a program can ask here."),
    ("pytest", "Plain `assert` statements run here."),
    ("ray", "`threading` is what runs here for now."),
    ("scipy", "scipy is compiled code that the browser VM cannot run."),
    ("sklearn", "scikit-learn is compiled code that the browser VM cannot run."),
    ("tensorflow", "tensorflow is compiled code that the browser VM cannot run."),
    ("torch", "torch is compiled code that the browser VM cannot run."),
    ("trio", "`asyncio` is what runs here: the same ideas under other names."),
];

/// What to use instead of standard modules that people will miss.
const INSTEAD: &[(&str, &str)] = &[
    ("cProfile", "The timeline and `--stats` show where the time goes; `time.perf_counter()` measures."),
    ("profile", "The timeline and `--stats` show where the time goes; `time.perf_counter()` measures."),
    ("pstats", "The timeline and `--stats` show where the time goes; `time.perf_counter()` measures."),
    ("dis", "The machine here has a bytecode of its own; step by instruction to see it switch."),
    ("pdb", "Step through the program on the timeline, forwards and backwards."),
    ("tracemalloc", "`sys.getsizeof` estimates what an object takes."),
    ("resource", "The limits of a run are settings of the page and options of the command line."),
    ("curses", "There is no terminal here; print instead."),
    ("turtle", "There are no windows here; print instead."),
    ("smtplib", "Remote hosts speak HTTP only here."),
    ("ftplib", "Remote hosts speak HTTP only here."),
    ("venv", "There is nothing to install here."),
    ("tkinter", "There are no windows here; print instead."),
    ("sqlite3", "A dict holds the data here."),
];

/// Names of the standard library's modules, for `sys.stdlib_module_names`.
#[must_use]
pub fn standard_names() -> &'static [&'static str] {
    STANDARD
}

/// Why a module cannot be imported here, in a sentence for its place; `None` when nobody knows the module at all.
#[must_use]
pub fn reason(module: &str) -> Option<String> {
    let instead = |table: &[(&str, &str)]| table.iter().find(|(n, _)| *n == module).map(|(_, text)| (*text).to_owned());
    let known = STANDARD.contains(&module) || OTHERS.iter().any(|(n, _)| *n == module);
    known.then(|| {
        let hint = instead(OTHERS).or_else(|| instead(INSTEAD)).map_or_else(String::new, |hint| format!(" {hint}"));
        format!("module '{module}' is not available in Interleave.{hint}")
    })
}

/// The imports of a program that cannot work here. Imports in a `try` with handlers are left to the program.
#[must_use]
pub fn imports(process: &Process, compiled: &Compiled) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for import in imported_modules(compiled) {
        let top = import.module.split('.').next().unwrap_or("");
        if import.level > 0 || import.guarded || top.is_empty() || process.knows_module(top) {
            continue;
        }
        if let Some(message) = reason(top) {
            found.push(Diagnostic {
                kind: DiagnosticKind::Unsupported { construct: format!("module {top}") },
                message,
                span: import.span,
                line: import.line,
                column: import.column,
                end_line: import.line,
                end_column: import.column + import.span.end.saturating_sub(import.span.start),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::process::{Config, Process};

    fn messages(source: &str) -> Vec<String> {
        match Process::boot(source, "main.py", Config::default()) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.into_iter().map(|p| format!("{}:{} {}", p.line, p.column, p.message)).collect(),
        }
    }

    #[test]
    fn a_missing_module_is_named_with_its_place() {
        let found = messages("import sys\nimport tkinter\nfrom numpy import array\n");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("2:") && found[0].contains("'tkinter'"), "{found:?}");
        assert!(found[1].starts_with("3:") && found[1].contains("'numpy'"), "{found:?}");
    }

    #[test]
    fn a_program_that_is_ready_for_it_may_run() {
        assert!(messages("try:\n    import numpy\nexcept ImportError:\n    numpy = None\n").is_empty());
        assert!(messages("import no_such_module_anywhere\n").is_empty());
        assert!(messages("import os.path, threading, queue\n").is_empty());
    }
}
