//! Names of characters for `"\N{…}"`: a short list in place of the full table.
//!
//! Stands in for the crate of the same name under the parser. Knows Latin-1, Greek, and the arrows, boxes and pictures
//! that programs print; other names are reported as unknown, with their place.

/// One `NAME<tab>HEX` per line.
const NAMES: &str = if cfg!(feature = "names") { include_str!("names.txt") } else { "" };

/// The character with this name, in any letter case.
#[must_use]
pub fn character(name: &str) -> Option<char> {
    NAMES.lines().find_map(|line| {
        let (known, code) = line.split_once('\t')?;
        if !known.eq_ignore_ascii_case(name) {
            return None;
        }
        char::from_u32(u32::from_str_radix(code, 16).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn names_are_found_in_any_case() {
        assert_eq!(character("GREEK SMALL LETTER PI"), Some('π'));
        assert_eq!(character("snake"), Some('🐍'));
        assert_eq!(character("NO SUCH CHARACTER"), None);
    }
}
