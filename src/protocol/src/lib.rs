//! interleave-protocol
