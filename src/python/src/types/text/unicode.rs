//! Unicode properties as `str` methods see them.

use unicode_general_category::{GeneralCategory as G, get_general_category};

/// Value of a decimal digit of any script.
#[must_use]
pub fn decimal(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if get_general_category(c) != G::DecimalNumber {
        return None;
    }
    // digits of a script stand in runs of ten
    let mut start = c as u32;
    while start > 0
        && char::from_u32(start - 1).is_some_and(|p| get_general_category(p) == G::DecimalNumber)
        && c as u32 - start < 100
    {
        start -= 1;
    }
    Some((c as u32 - start) % 10)
}

/// `str.isdigit`: decimal digits, superscripts, circled digits …
#[must_use]
pub fn is_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    decimal(c).is_some()
        || matches!(c as u32,
            0xb2 | 0xb3 | 0xb9 | 0x1369..=0x1371 | 0x19da | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089
            | 0x2460..=0x2468 | 0x2474..=0x247c | 0x2488..=0x2490 | 0x24ea | 0x24f5..=0x24fd | 0x24ff
            | 0x2776..=0x277e | 0x2780..=0x2788 | 0x278a..=0x2792 | 0x10a40..=0x10a43 | 0x10e60..=0x10e68
            | 0x11052..=0x1105a | 0x1f100..=0x1f10a)
}

/// `str.isnumeric`: anything with a numeric value, Han numerals included.
#[must_use]
pub fn is_numeric(c: char) -> bool {
    c.is_numeric()
        || matches!(c as u32,
            0x3405 | 0x3483 | 0x382a | 0x3b4d | 0x4e00 | 0x4e03 | 0x4e07 | 0x4e09 | 0x4e5d | 0x4e8c | 0x4e94 | 0x4e96
            | 0x4ebf..=0x4ec0 | 0x4edf | 0x4ee8 | 0x4f0d | 0x4f70 | 0x5104 | 0x5146 | 0x5169 | 0x516b | 0x516d
            | 0x5341 | 0x5343..=0x5345 | 0x534c | 0x53c1..=0x53c4 | 0x56db | 0x58f1 | 0x58f9 | 0x5e7a
            | 0x5efe..=0x5eff | 0x5f0c..=0x5f0e | 0x5f10 | 0x62fe | 0x634c | 0x67d2 | 0x6f06 | 0x7396 | 0x767e
            | 0x8086 | 0x842c | 0x8cae | 0x8cb3 | 0x8d30 | 0x9621 | 0x9646 | 0x964c | 0x9678 | 0x96f6 | 0xf96b
            | 0xf973 | 0xf978 | 0xf9b2 | 0xf9d1 | 0xf9d3 | 0xf9fd | 0x20001 | 0x20064 | 0x200e2 | 0x20121 | 0x2092a
            | 0x20983 | 0x2098c | 0x2099c | 0x20aea | 0x20afd | 0x20b19 | 0x22390 | 0x22998 | 0x23b1b | 0x2626d
            | 0x2f890)
}

/// `str.isspace`.
#[must_use]
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// `str.isalpha`: letters of any kind.
#[must_use]
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    matches!(
        get_general_category(c),
        G::LowercaseLetter | G::UppercaseLetter | G::TitlecaseLetter | G::ModifierLetter | G::OtherLetter
    )
}

/// `str.isprintable`.
#[must_use]
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    !matches!(
        get_general_category(c),
        G::Control
            | G::Format
            | G::Surrogate
            | G::PrivateUse
            | G::Unassigned
            | G::LineSeparator
            | G::ParagraphSeparator
            | G::SpaceSeparator
    )
}

/// A titlecase letter (`ǅ`).
#[must_use]
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && get_general_category(c) == G::TitlecaseLetter
}

/// Whether an identifier may start with this character.
#[must_use]
pub fn is_identifier_start(c: char) -> bool {
    c == '_'
        || is_alpha(c)
            && !matches!(c as u32, 0x37a | 0xe33 | 0xeb3 | 0x2e2f | 0xfc5e..=0xfc63 | 0xfdfa..=0xfdfb
            | 0xfe70 | 0xfe72 | 0xfe74 | 0xfe76 | 0xfe78 | 0xfe7a | 0xfe7c | 0xfe7e | 0xff9e..=0xff9f)
        || !c.is_ascii()
            && (get_general_category(c) == G::LetterNumber
                || matches!(c as u32, 0x1885..=0x1886 | 0x2118 | 0x212e | 0x309b..=0x309c)
                    && !matches!(c as u32, 0x309b..=0x309c))
}

/// Whether an identifier may go on with this character.
#[must_use]
pub fn is_identifier_continue(c: char) -> bool {
    if is_identifier_start(c) || c.is_ascii_digit() {
        return true;
    }
    !c.is_ascii()
        && (matches!(
            get_general_category(c),
            G::NonspacingMark | G::SpacingMark | G::DecimalNumber | G::ConnectorPunctuation
        ) || matches!(c as u32, 0xb7 | 0x387 | 0x1369..=0x1371 | 0x19da | 0xe33 | 0xeb3 | 0xff9e..=0xff9f))
}

/// Appends the title case of a character.
pub fn push_title(out: &mut String, c: char) {
    match c as u32 {
        0x1c4..=0x1cc | 0x1f1..=0x1f3 => {
            // DŽ Dž dž: the middle one of three
            let first = match c as u32 {
                x @ 0x1c4..=0x1cc => 0x1c4 + (x - 0x1c4) / 3 * 3,
                _ => 0x1f1,
            };
            out.extend(char::from_u32(first + 1));
        }
        // an apostrophe and a letter: both parts stay capital
        0x149 => out.extend(c.to_uppercase()),
        // Georgian is not titlecased
        0x10d0..=0x10fa | 0x10fd..=0x10ff => out.push(c),
        x @ 0x1f80..=0x1faf => out.extend(char::from_u32(x | 8)),
        x @ (0x1fb3 | 0x1fc3 | 0x1ff3) => out.extend(char::from_u32(x + 9)),
        0x1fbc | 0x1fcc | 0x1ffc => out.push(c),
        0x1fb2 | 0x1fb4 | 0x1fb7 | 0x1fc2 | 0x1fc4 | 0x1fc7 | 0x1ff2 | 0x1ff4 | 0x1ff7 => {
            let upper: Vec<char> = c.to_uppercase().collect();
            out.extend(upper.iter().take(upper.len().saturating_sub(1)));
            out.push('\u{345}');
        }
        _ => {
            let mut upper = c.to_uppercase();
            out.extend(upper.next());
            out.extend(upper.flat_map(char::to_lowercase));
        }
    }
}

/// Appends the case folding of a character.
pub fn push_folded(out: &mut String, c: char) {
    match c as u32 {
        0x130 => out.push_str("i\u{307}"),
        0x131 => out.push(c),
        0x1e9e => out.push_str("ss"),
        0x13a0..=0x13f5 => out.push(c),
        x @ 0x13f8..=0x13fd => out.extend(char::from_u32(x - 8)),
        x @ 0xab70..=0xabbf => out.extend(char::from_u32(x - 0xab70 + 0x13a0)),
        _ => out.extend(c.to_uppercase().flat_map(char::to_lowercase)),
    }
}

/// Words start with title case and go on in lower case (`str.title`).
#[must_use]
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let lowered = text.to_lowercase();
    let one_to_one = lowered.chars().count() == text.chars().count();
    let mut low = lowered.chars();
    let mut inside = false;
    for c in text.chars() {
        // the lowercased text knows about final sigmas
        let sigma = if one_to_one { low.next() } else { None };
        if inside {
            match sigma {
                Some(l) => out.push(l),
                None => out.extend(c.to_lowercase()),
            }
        } else {
            push_title(&mut out, c);
        }
        inside = is_cased(c);
    }
    out
}

/// Letters that have a case (`Lowercase`, `Uppercase` or titlecase).
#[must_use]
pub fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_title(c)
}
