//! Languages, by their codes.

use std::fmt;

/// A language, by its code in ISO 639: two letters (639-1), or three where there is no shorter one.
///
/// Any language has one. What the program knows of it, its words and rules, is its
/// [profile](crate::language::Profile), and a language without one of its own is still read, aligned and compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    /// Small letters; the last is 0 in a code of two.
    letters: [u8; 3],
}

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

    /// The language of a code that is written in the program: two or three small letters.
    pub(crate) const fn literal(code: &str) -> Self {
        let bytes = code.as_bytes();
        assert!(bytes.len() == 2 || bytes.len() == 3);
        let last = if bytes.len() == 3 { bytes[2] } else { 0 };
        Self {
            letters: [bytes[0], bytes[1], last],
        }
    }

    /// The language of a code or a tag: `fr`, `pt-BR`, `nds`, and `fra` for `fr`. Case and what follows the first part
    /// do not matter. `None` where the first part is not two or three letters of the alphabet from a to z.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next()?.to_ascii_lowercase();
        let plain =
            matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
        let short = SHORTER.iter().find(|(long, _)| *long == primary);
        plain.then(|| Self::literal(short.map_or(&*primary, |(_, short)| short)))
    }

    /// The code, two or three small letters.
    pub fn code(&self) -> &str {
        let length = if self.letters[2] == 0 { 2 } else { 3 };
        // Letters from a to z are UTF-8.
        std::str::from_utf8(&self.letters[..length]).unwrap_or_default()
    }
}

/// French, for texts whose language cannot be told.
impl Default for Language {
    fn default() -> Self {
        Self::FRENCH
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// Codes of three letters (ISO 639-3, and 639-2 where it differs) for which there is one of two.
const SHORTER: [(&str, &str); 102] = [
    ("afr", "af"),
    ("aka", "ak"),
    ("alb", "sq"),
    ("amh", "am"),
    ("ara", "ar"),
    ("arm", "hy"),
    ("aze", "az"),
    ("baq", "eu"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bos", "bs"),
    ("bul", "bg"),
    ("bur", "my"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("chi", "zh"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("cze", "cs"),
    ("dan", "da"),
    ("deu", "de"),
    ("dut", "nl"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("eus", "eu"),
    ("fas", "fa"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("geo", "ka"),
    ("ger", "de"),
    ("gle", "ga"),
    ("glg", "gl"),
    ("gre", "el"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ice", "is"),
    ("ind", "id"),
    ("isl", "is"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("kaz", "kk"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mac", "mk"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("may", "ms"),
    ("mkd", "mk"),
    ("mlt", "mt"),
    ("mon", "mn"),
    ("msa", "ms"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("nor", "no"),
    ("ori", "or"),
    ("pan", "pa"),
    ("per", "fa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slo", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("sqi", "sq"),
    ("srp", "sr"),
    ("swa", "sw"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("wel", "cy"),
    ("yid", "yi"),
    ("zho", "zh"),
    ("zul", "zu"),
];

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
