//! interleave-timeline
