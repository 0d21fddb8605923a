//! What a regular expression runs over: bytes (also text that is all ASCII) or UTF-8, by byte offset.

/// A sequence of characters with byte offsets as positions. An offset handed in is always one that was handed out.
pub trait Text: Copy {
    /// Every character is one byte.
    const SINGLE: bool;
    fn len(self) -> usize;
    /// The character at `at` and the offset behind it.
    fn next(self, at: usize) -> Option<(u32, usize)>;
    /// The character before `at` and its offset.
    fn previous(self, at: usize) -> Option<(u32, usize)>;
    /// The offset `count` characters before `at`.
    fn back(self, mut at: usize, count: usize) -> Option<usize> {
        for _ in 0..count {
            at = self.previous(at)?.1;
        }
        Some(at)
    }
    /// Offset of the first byte at or behind `at` that may begin `c`, or the length.
    fn find(self, at: usize, c: u32) -> usize;
    fn slice(&self, from: usize, to: usize) -> &[u8];
}

/// One byte, one character.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Text for Bytes<'_> {
    const SINGLE: bool = true;

    fn len(self) -> usize {
        self.0.len()
    }

    #[inline]
    fn next(self, at: usize) -> Option<(u32, usize)> {
        self.0.get(at).map(|&b| (u32::from(b), at + 1))
    }

    #[inline]
    fn previous(self, at: usize) -> Option<(u32, usize)> {
        let at = at.checked_sub(1)?;
        self.0.get(at).map(|&b| (u32::from(b), at))
    }

    fn back(self, at: usize, count: usize) -> Option<usize> {
        at.checked_sub(count)
    }

    fn find(self, at: usize, c: u32) -> usize {
        let rest = self.0.get(at..).unwrap_or(&[]);
        rest.iter().position(|&b| u32::from(b) == c).map_or(self.0.len(), |i| at + i)
    }

    fn slice(&self, from: usize, to: usize) -> &[u8] {
        self.0.get(from..to).unwrap_or(&[])
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Utf8<'a>(pub &'a str);

impl Text for Utf8<'_> {
    const SINGLE: bool = false;

    fn len(self) -> usize {
        self.0.len()
    }

    #[inline]
    fn next(self, at: usize) -> Option<(u32, usize)> {
        let first = *self.0.as_bytes().get(at)?;
        if first < 0x80 {
            return Some((u32::from(first), at + 1));
        }
        let c = self.0.get(at..)?.chars().next()?;
        Some((u32::from(c), at + c.len_utf8()))
    }

    #[inline]
    fn previous(self, at: usize) -> Option<(u32, usize)> {
        let c = self.0.get(..at)?.chars().next_back()?;
        Some((u32::from(c), at - c.len_utf8()))
    }

    fn find(self, at: usize, c: u32) -> usize {
        let (Some(rest), Some(c)) = (self.0.get(at..), char::from_u32(c)) else { return self.0.len() };
        rest.find(c).map_or(self.0.len(), |i| at + i)
    }

    fn slice(&self, from: usize, to: usize) -> &[u8] {
        self.0.as_bytes().get(from..to).unwrap_or(&[])
    }
}
