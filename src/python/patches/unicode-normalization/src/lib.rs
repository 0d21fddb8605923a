//! NFKC of identifiers: the part of it that identifiers meet.
//!
//! Stands in for the crate of the same name under the parser, which calls it for names that are not ASCII. Covers
//! compatibility forms of ASCII letters and digits (full width, mathematical, superscript, ligatures) and letters of
//! Latin-1 and Latin Extended-A written with combining marks; everything else stays as it is.

/// `FIRST COUNT TARGET`: characters from FIRST (hexadecimal) on stand for TARGET and what follows it.
const COMPATIBILITY: &str = include_str!("compatibility.txt");
/// `MARK BASES RESULTS`: a base letter followed by MARK is the result in the same position.
const COMPOSITIONS: &str = include_str!("compositions.txt");
/// Full-width forms of the printable ASCII characters.
const FULL_WIDTH: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';

/// The one method that the parser calls.
pub trait UnicodeNormalization {
    /// The characters of the NFKC form.
    fn nfkc(&self) -> std::vec::IntoIter<char>;
}

impl UnicodeNormalization for str {
    fn nfkc(&self) -> std::vec::IntoIter<char> {
        let mut out: Vec<char> = Vec::with_capacity(self.len());
        for c in self.chars() {
            let both = out.last().and_then(|last| compose(*last, c));
            match (both, out.last_mut()) {
                (Some(both), Some(last)) => *last = both,
                _ => decompose(c, &mut out),
            }
        }
        out.into_iter()
    }
}

fn decompose(c: char, out: &mut Vec<char>) {
    if FULL_WIDTH.contains(&c) {
        out.extend(char::from_u32(u32::from(c) - 0xff01 + 0x21));
        return;
    }
    if !c.is_ascii() {
        for line in COMPATIBILITY.lines() {
            let mut fields = line.split(' ');
            let (Some(first), Some(count), Some(target)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let (Ok(first), Ok(count)) = (u32::from_str_radix(first, 16), count.parse::<u32>()) else { continue };
            let Some(offset) = u32::from(c).checked_sub(first).filter(|offset| *offset < count) else { continue };
            if offset == 0 {
                out.extend(target.chars());
            } else {
                out.extend(target.chars().next().and_then(|base| char::from_u32(u32::from(base) + offset)));
            }
            return;
        }
    }
    out.push(c);
}

fn compose(base: char, mark: char) -> Option<char> {
    if mark.is_ascii() {
        return None;
    }
    COMPOSITIONS.lines().find_map(|line| {
        let mut fields = line.split(' ');
        let (code, bases, results) = (fields.next()?, fields.next()?, fields.next()?);
        if u32::from_str_radix(code, 16).ok()? != u32::from(mark) {
            return None;
        }
        let at = bases.chars().position(|known| known == base)?;
        results.chars().nth(at)
    })
}

#[cfg(test)]
mod tests {
    use super::UnicodeNormalization;

    #[test]
    fn forms_of_latin_letters() {
        let nfkc = |text: &str| text.nfkc().collect::<String>();
        assert_eq!(nfkc("ｘ１"), "x1");
        assert_eq!(nfkc("𝐱𝟏"), "x1");
        assert_eq!(nfkc("ﬁn"), "fin");
        assert_eq!(nfkc("e\u{301}t"), "ét");
        assert_eq!(nfkc("µ名前"), "μ名前");
    }
}
