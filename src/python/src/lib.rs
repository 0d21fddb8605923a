//! interleave-python
