//! Modules of the standard library that are written in Python: our own sources, embedded.

/// Name and source of every embedded module. The prelude comes first: it holds the Python parts of built-ins.
pub const SOURCES: &[(&str, &str)] = &[
    ("_prelude", include_str!("prelude/builtins.py")),
    ("_prelude_text", include_str!("prelude/text.py")),
    ("_prelude_machinery", include_str!("prelude/machinery.py")),
    ("_prelude_main", include_str!("prelude/main.py")),
    ("abc", include_str!("prelude/lib/abc.py")),
    ("bisect", include_str!("prelude/lib/bisect.py")),
    ("collections", include_str!("prelude/lib/collections.py")),
    ("collections.abc", include_str!("prelude/lib/collections_abc.py")),
    ("contextlib", include_str!("prelude/lib/contextlib.py")),
    ("copy", include_str!("prelude/lib/copy.py")),
    ("functools", include_str!("prelude/lib/functools.py")),
    ("heapq", include_str!("prelude/lib/heapq.py")),
    ("io", include_str!("prelude/lib/io.py")),
    ("itertools", include_str!("prelude/lib/itertools.py")),
    ("operator", include_str!("prelude/lib/operator.py")),
    ("string", include_str!("prelude/lib/string.py")),
    ("types", include_str!("prelude/lib/types.py")),
    ("dataclasses", include_str!("prelude/lib/dataclasses.py")),
    ("enum", include_str!("prelude/lib/enum.py")),
    ("json", include_str!("prelude/lib/json.py")),
    ("keyword", include_str!("prelude/lib/keyword.py")),
    ("pprint", include_str!("prelude/lib/pprint.py")),
    ("statistics", include_str!("prelude/lib/statistics.py")),
    ("textwrap", include_str!("prelude/lib/textwrap.py")),
    ("typing", include_str!("prelude/lib/typing.py")),
    ("_thread", include_str!("prelude/lib/_thread.py")),
    ("atexit", include_str!("prelude/lib/atexit.py")),
    ("concurrent", include_str!("prelude/lib/concurrent.py")),
    ("concurrent.futures", include_str!("prelude/lib/concurrent_futures.py")),
    ("cmath", include_str!("prelude/lib/cmath.py")),
    ("math", include_str!("prelude/lib/math.py")),
    ("os", include_str!("prelude/lib/os.py")),
    ("posixpath", include_str!("prelude/lib/posixpath.py")),
    ("queue", include_str!("prelude/lib/queue.py")),
    ("random", include_str!("prelude/lib/random.py")),
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
