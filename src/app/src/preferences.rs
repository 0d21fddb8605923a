//! What the reader chose for the page itself, remembered where the browser allows it: theme, text size, language.

use crate::dom;
use crate::strings::Language;

const THEME_KEY: &str = "interleave-theme";
const TEXT_KEY: &str = "interleave-text";
const LANGUAGE_KEY: &str = "interleave-language";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// `None`: as the system.
    dark: Option<bool>,
    large: bool,
    pub language: Language,
}

impl Preferences {
    #[must_use]
    pub fn load() -> Self {
        // A page that embeds the player says what it looks like.
        let theme = dom::query_parameter("theme").or_else(|| dom::remembered(THEME_KEY));
        let dark = match theme.as_deref() {
            Some("dark") => Some(true),
            Some("light") => Some(false),
            _ => None,
        };
        let tag = dom::query_parameter("lang").or_else(|| dom::remembered(LANGUAGE_KEY));
        Self {
            dark,
            large: dom::remembered(TEXT_KEY).as_deref() == Some("large"),
            language: Language::from_tag(&tag.unwrap_or_else(dom::language_tag)),
        }
    }

    #[must_use]
    pub fn is_dark(&self) -> bool {
        self.dark.unwrap_or_else(|| dom::media_matches("(prefers-color-scheme: dark)"))
    }

    #[must_use]
    pub fn is_large(&self) -> bool {
        self.large
    }

    /// Tells the style sheet.
    pub fn apply(&self) {
        let Some(root) = dom::root() else { return };
        // Setting these attributes cannot fail: their names are valid.
        let _ = root.set_attribute("data-theme", if self.is_dark() { "dark" } else { "light" });
        let _ = root.set_attribute("data-text", if self.large { "large" } else { "normal" });
        root.set_lang(self.language.tag());
    }

    pub fn next_theme(&mut self) {
        let dark = !self.is_dark();
        self.dark = Some(dark);
        dom::remember(THEME_KEY, if dark { "dark" } else { "light" });
        self.apply();
    }

    pub fn next_text(&mut self) {
        self.large = !self.large;
        dom::remember(TEXT_KEY, if self.large { "large" } else { "normal" });
        self.apply();
    }

    pub fn next_language(&mut self) {
        self.language = self.language.other();
        dom::remember(LANGUAGE_KEY, self.language.tag());
        self.apply();
    }
}
