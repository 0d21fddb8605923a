//! interleave-sim
