//! interleave-kernel
