//! Modules of the standard library that are written in Python: our own sources, embedded.

/// Name and source of every embedded module. The prelude comes first: it holds the Python parts of built-ins.
pub const SOURCES: &[(&str, &str)] = &[("_prelude", include_str!("prelude/builtins.py"))];

/// The source of an embedded module.
#[must_use]
pub fn source(name: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(n, _)| *n == name).map(|(_, s)| *s)
}
