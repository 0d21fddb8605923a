//! What str, bytes and bytearray share: Unicode properties, codecs, parsing of numbers, positions.

pub mod unicode;
