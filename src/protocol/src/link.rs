//! The state of the page as a link's fragment.
//!
//! ```text
//! #1=<base64url, no padding>
//!      raw deflate
//!        JSON: { "code", "settings"?, "schedule"?, "at"?, "view"? }
//! ```
//!
//! The fragment never reaches a server, so a program in a link stays between the people who share it. Whoever made the
//! link is a stranger: decoding is bounded before and after inflating, the numbers are checked, and each refusal says in
//! words what is wrong. The `1` is the version of this layout; a link from a later one is refused as such.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::settings::{Settings, SettingsError};

/// Neither the fragment nor what it inflates to may be longer.
pub const MAX_BYTES: usize = 1 << 20;
/// What a link of this version starts with, after the `#`.
pub const PREFIX: &str = "1=";
/// More recorded decisions than a link of the largest size could need.
pub const MAX_SCHEDULE: usize = 200_000;

/// The part of time that the timeline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    #[serde(rename = "from")]
    pub from_nanos: u64,
    #[serde(rename = "to")]
    pub to_nanos: u64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkState {
    pub code: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub settings: Settings,
    /// The choices of a recorded run, in order: the index taken at each decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<u32>,
    /// The playhead.
    #[serde(rename = "at", default, skip_serializing_if = "Option::is_none")]
    pub at_nanos: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
}

fn is_default(settings: &Settings) -> bool {
    *settings == Settings::default()
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    #[error("This link was made by a newer version of Interleave")]
    NewerVersion,
    #[error("This link is not one that Interleave made")]
    NotALink,
    #[error("This link is damaged: part of it is missing or was changed")]
    Damaged,
    #[error("This link holds more than 1 MiB")]
    TooLong,
    #[error("This link does not hold a program with its settings ({0})")]
    Shape(String),
    #[error("This link asks for settings that do not exist: {0}")]
    Settings(#[from] SettingsError),
}

/// The fragment of `state`, without the `#`.
#[must_use]
pub fn encode(state: &LinkState) -> String {
    // Serialising strings and integers cannot fail; an empty object would be refused on opening, never misread.
    let json = serde_json::to_vec(state).unwrap_or_default();
    let packed = miniz_oxide::deflate::compress_to_vec(&json, 9);
    let mut fragment = String::from(PREFIX);
    URL_SAFE_NO_PAD.encode_string(packed, &mut fragment);
    fragment
}

/// Reads a fragment, with or without its `#`. `Ok(None)`: there is none.
///
/// # Errors
/// Says what is wrong with a fragment that cannot be opened.
pub fn decode(fragment: &str) -> Result<Option<LinkState>, LinkError> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.is_empty() {
        return Ok(None);
    }
    if fragment.len() > MAX_BYTES {
        return Err(LinkError::TooLong);
    }
    let Some(body) = fragment.strip_prefix(PREFIX) else {
        let version = fragment.split_once('=').map_or("", |(version, _)| version);
        let is_number = !version.is_empty() && version.len() < 4 && version.bytes().all(|b| b.is_ascii_digit());
        return Err(if is_number { LinkError::NewerVersion } else { LinkError::NotALink });
    };
    let packed = URL_SAFE_NO_PAD.decode(body.trim_end_matches('=')).map_err(|_| LinkError::Damaged)?;
    let json = miniz_oxide::inflate::decompress_to_vec_with_limit(&packed, MAX_BYTES).map_err(|error| {
        if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
            LinkError::TooLong
        } else {
            LinkError::Damaged
        }
    })?;
    let state: LinkState = serde_json::from_slice(&json).map_err(|error| LinkError::Shape(error.to_string()))?;
    if state.schedule.len() > MAX_SCHEDULE {
        return Err(LinkError::TooLong);
    }
    state.settings.check()?;
    Ok(Some(state))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Gil;

    fn fragment_of_json(json: &[u8]) -> String {
        format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(miniz_oxide::deflate::compress_to_vec(json, 9)))
    }

    fn forty_lines() -> String {
        let mut code = String::from("import threading\nimport time\nimport random\n\n");
        for i in 0..36 {
            code.push_str(&format!(
                "worker_{i} = threading.Thread(target=job_{i}, args=({}, 'item {i}'))\n",
                i * 7919 % 97
            ));
        }
        code
    }

    #[test]
    fn a_state_survives_the_link() {
        let state = LinkState {
            code: "print('héllo 世界')\n".to_owned(),
            settings: Settings { cores: 4, gil: Gil::Off, seed: u64::MAX, ..Settings::default() },
            schedule: vec![0, 1, 1, 0, 7],
            at_nanos: Some(1_234_567),
            view: Some(View { from_nanos: 5, to_nanos: 99 }),
        };
        assert_eq!(decode(&encode(&state)), Ok(Some(state.clone())));
        assert_eq!(decode(&format!("#{}", encode(&state))), Ok(Some(state)));
    }

    #[test]
    fn a_forty_line_program_fits_in_two_kilobytes() {
        let state = LinkState { code: forty_lines(), ..LinkState::default() };
        let fragment = encode(&state);
        assert!(state.code.lines().count() == 40 && fragment.len() < 2048, "{} bytes", fragment.len());
    }

    #[test]
    fn no_fragment_is_no_state() {
        assert_eq!(decode(""), Ok(None));
        assert_eq!(decode("#"), Ok(None));
    }

    #[test]
    fn foreign_and_future_fragments_are_told_apart() {
        assert_eq!(decode("#section-2"), Err(LinkError::NotALink));
        assert_eq!(decode("#a=b"), Err(LinkError::NotALink));
        assert_eq!(decode("#2=AAAA"), Err(LinkError::NewerVersion));
        assert_eq!(decode("#99999999999=AAAA"), Err(LinkError::NotALink));
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_inflated() {
        let bomb = fragment_of_json(&vec![b' '; 64 << 20]);
        assert!(bomb.len() < MAX_BYTES);
        assert_eq!(decode(&bomb), Err(LinkError::TooLong));
        assert_eq!(decode(&format!("1={}", "A".repeat(MAX_BYTES))), Err(LinkError::TooLong));
    }

    #[test]
    fn every_truncation_is_an_error_or_nothing() {
        let whole = encode(&LinkState { code: forty_lines(), at_nanos: Some(7), ..LinkState::default() });
        for end in 1..whole.len() {
            assert!(decode(&whole[..end]).is_err(), "the first {end} bytes decoded");
        }
    }

    #[test]
    fn damaged_and_hostile_bytes_never_panic() {
        let whole = encode(&LinkState { code: forty_lines(), ..LinkState::default() }).into_bytes();
        // A fixed linear congruential sequence (Knuth's MMIX constants): the same mutations in each run.
        let mut x: u64 = 42;
        let mut next = move || {
            x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (x >> 33) as usize
        };
        let mut refused = 0;
        for _ in 0..5_000 {
            let mut bytes = whole.clone();
            for _ in 0..=next() % 4 {
                let at = next() % bytes.len();
                bytes[at] = (next() % 256) as u8;
            }
            refused += usize::from(decode(&String::from_utf8_lossy(&bytes)).is_err());
        }
        assert!(refused > 4_000, "only {refused} of 5000 mutations were noticed");
    }

    #[test]
    fn wrong_shapes_say_so() {
        for json in [
            "",
            "null",
            "[]",
            "{}",
            "{\"code\":1}",
            "{\"code\":\"\",\"settings\":{\"cores\":-1}}",
            "{\"code\":\"\",\"settings\":{\"colour\":1}}",
        ] {
            let result = decode(&fragment_of_json(json.as_bytes()));
            assert!(matches!(result, Err(LinkError::Shape(_) | LinkError::Damaged)), "{json}: {result:?}");
        }
        let deep = format!("{{\"code\":{}", "[".repeat(100_000));
        assert!(matches!(decode(&fragment_of_json(deep.as_bytes())), Err(LinkError::Shape(_))));
        assert_eq!(
            decode(&fragment_of_json(b"{\"code\":\"\",\"settings\":{\"cores\":4000000000}}")),
            Err(LinkError::Settings(SettingsError::Cores(4_000_000_000)))
        );
        assert!(decode(&fragment_of_json(&[0xff, 0xfe])).is_err());
    }

    #[test]
    fn a_later_key_does_not_break_an_older_page() {
        let state = decode(&fragment_of_json(b"{\"code\":\"x\",\"theme\":\"dark\"}"));
        assert_eq!(state, Ok(Some(LinkState { code: "x".to_owned(), ..LinkState::default() })));
    }
}
