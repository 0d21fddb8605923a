//! Modules of the standard library that are written in Python: our own sources, embedded.

/// Name and source of every embedded module. The prelude comes first: it holds the Python parts of built-ins.
pub const SOURCES: &[(&str, &str)] = &[
    ("_prelude", include_str!("prelude/builtins.py")),
    ("_prelude_machinery", include_str!("prelude/machinery.py")),
    ("_prelude_main", include_str!("prelude/main.py")),
    ("_thread", include_str!("prelude/lib/_thread.py")),
    ("atexit", include_str!("prelude/lib/atexit.py")),
    ("concurrent", include_str!("prelude/lib/concurrent.py")),
    ("concurrent.futures", include_str!("prelude/lib/concurrent_futures.py")),
    ("os", include_str!("prelude/lib/os.py")),
    ("posixpath", include_str!("prelude/lib/posixpath.py")),
    ("queue", include_str!("prelude/lib/queue.py")),
    ("sched", include_str!("prelude/lib/sched.py")),
    ("sys", include_str!("prelude/lib/sys.py")),
    ("threading", include_str!("prelude/lib/threading.py")),
    ("time", include_str!("prelude/lib/time.py")),
];

/// The source of an embedded module.
#[must_use]
pub fn source(name: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(n, _)| *n == name).map(|(_, s)| *s)
}
