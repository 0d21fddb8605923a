//! Bytes: variable-length integers, and a reader that believes nothing.
//!
//! Unsigned integers are LEB128 (seven bits a byte, low first, high bit = more); signed ones are zigzag-folded first.

use crate::codec::DecodeError;

#[derive(Debug, Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn byte(&mut self, value: u8) {
        self.bytes.push(value);
    }

    pub(crate) fn uint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    pub(crate) fn int(&mut self, value: i64) {
        self.uint(((value << 1) ^ (value >> 63)) as u64);
    }

    pub(crate) fn len(&mut self, value: usize) {
        self.uint(value as u64);
    }

    pub(crate) fn text(&mut self, value: &str) {
        self.len(value.len());
        self.bytes.extend_from_slice(value.as_bytes());
    }

    /// `None` is 0, `Some(x)` is x + 1.
    pub(crate) fn option(&mut self, value: Option<u32>) {
        self.uint(value.map_or(0, |v| u64::from(v) + 1));
    }
}

#[derive(Debug)]
pub(crate) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn rest(&self) -> &'b [u8] {
        self.rest
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Result<u8, DecodeError> {
        let (&first, rest) = self.rest.split_first().ok_or(DecodeError::Truncated)?;
        self.rest = rest;
        Ok(first)
    }

    pub(crate) fn uint(&mut self) -> Result<u64, DecodeError> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                break;
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(DecodeError::Number)
    }

    pub(crate) fn int(&mut self) -> Result<i64, DecodeError> {
        let folded = self.uint()?;
        Ok((folded >> 1) as i64 ^ -((folded & 1) as i64))
    }

    pub(crate) fn u32(&mut self) -> Result<u32, DecodeError> {
        u32::try_from(self.uint()?).map_err(|_| DecodeError::Number)
    }

    pub(crate) fn option(&mut self) -> Result<Option<u32>, DecodeError> {
        match self.uint()? {
            0 => Ok(None),
            value => u32::try_from(value - 1).map(Some).map_err(|_| DecodeError::Number),
        }
    }

    /// The number of things that follow. Each takes at least a byte, so a count that exceeds the rest is a lie, found
    /// before anything is allocated for it.
    pub(crate) fn count(&mut self) -> Result<usize, DecodeError> {
        let count = usize::try_from(self.uint()?).map_err(|_| DecodeError::Number)?;
        if count > self.rest.len() { Err(DecodeError::Truncated) } else { Ok(count) }
    }

    pub(crate) fn text(&mut self) -> Result<String, DecodeError> {
        let length = self.count()?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or(DecodeError::Truncated)?;
        self.rest = rest;
        std::str::from_utf8(text).map(str::to_owned).map_err(|_| DecodeError::Text)
    }

    /// A difference to `before`, for columns of ids and offsets.
    pub(crate) fn near(&mut self, before: u32) -> Result<u32, DecodeError> {
        let value = i64::from(before).checked_add(self.int()?).ok_or(DecodeError::Number)?;
        u32::try_from(value).map_err(|_| DecodeError::Number)
    }
}

impl Writer {
    pub(crate) fn near(&mut self, before: u32, value: u32) {
        self.int(i64::from(value) - i64::from(before));
    }
}
