//! interleave-engine
