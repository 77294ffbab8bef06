//! Languages by the codes and tags that people give them, and constants for some.

use crate::witness::Language;

/// Codes of three letters, each with the one of two that stands for it.
const CODES: &str = include_str!("../../languages/codes.txt");

impl Language {
    /// French.
    pub const FRENCH: Self = Self::literal("fr");
    /// English.
    pub const ENGLISH: Self = Self::literal("en");
    /// German.
    pub const GERMAN: Self = Self::literal("de");
    /// Spanish.
    pub const SPANISH: Self = Self::literal("es");
    /// Italian.
    pub const ITALIAN: Self = Self::literal("it");

    /// The language of a code or a tag: `fr`, `pt-BR`, `nds`, and `fra` for `fr`. Case and what follows the first part
    /// do not matter. `None` where the first part is not two or three letters of the alphabet from a to z.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next()?.to_ascii_lowercase();
        let plain =
            matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
        plain.then(|| Self::literal(shorter(&primary).unwrap_or(&primary)))
    }
}

/// French, for texts whose language cannot be told.
impl Default for Language {
    fn default() -> Self {
        Self::FRENCH
    }
}

/// The code of two letters for one of three, if there is one.
fn shorter(long: &str) -> Option<&'static str> {
    let lines = CODES.lines().filter(|line| !line.starts_with('#'));
    let mut pairs = lines.filter_map(|line| line.split_once(' '));
    let (_, short) = pairs.find(|(code, _)| *code == long)?;
    Some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_tags() {
        for (given, code) in [
            ("fr", "fr"),
            ("FR", "fr"),
            ("pt-BR", "pt"),
            ("pt_PT", "pt"),
            ("fra", "fr"),
            ("fre", "fr"),
            ("deu", "de"),
            ("zh-Hant-TW", "zh"),
            ("nds", "nds"),
            ("tlh", "tlh"),
        ] {
            let language = Language::from_code(given);
            assert_eq!(language.as_ref().map(Language::code), Some(code), "{given}");
        }
        for none in ["", "f", "french", "12", "é", "-fr", "f r", "auto"] {
            assert_eq!(Language::from_code(none), None, "{none}");
        }
    }
}
