//! interleave-trace
