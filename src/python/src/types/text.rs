//! What str, bytes and bytearray share: Unicode properties, codecs, parsing of numbers, positions.

pub mod codec;
pub mod parse;
pub mod unicode;
