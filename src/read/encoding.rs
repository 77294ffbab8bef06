//! Encodings by name.

use std::fmt;

use crate::error::{Error, Result};

/// Names in use that the WHATWG's list of labels lacks.
const ALIASES: [(&str, &str); 10] = [
    ("ansi", "windows-1252"),
    ("iso8859-15", "iso-8859-15"),
    ("latin-1", "windows-1252"),
    ("latin-9", "iso-8859-15"),
    ("latin0", "iso-8859-15"),
    ("latin9", "iso-8859-15"),
    ("mac-roman", "macintosh"),
    ("macroman", "macintosh"),
    ("utf16be", "utf-16be"),
    ("utf16le", "utf-16le"),
];

/// How the characters of a file are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(pub(super) &'static encoding_rs::Encoding);

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(encoding_rs::UTF_8);
    /// Windows-1252, which holds ISO-8859-1.
    pub const WINDOWS_1252: Self = Self(encoding_rs::WINDOWS_1252);

    /// The encoding of a name: any label of the WHATWG's list, or a common one it lacks (`macroman`, `latin9`), in
    /// upper or lower case.
    ///
    /// # Errors
    /// When no encoding has the name.
    pub fn from_label(label: &str) -> Result<Self> {
        let name = label.trim().to_ascii_lowercase().replace('_', "-");
        let alias = ALIASES.iter().find(|(from, _)| *from == name);
        encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())
            .or_else(|| encoding_rs::Encoding::for_label_no_replacement(name.as_bytes()))
            .or_else(|| encoding_rs::Encoding::for_label_no_replacement(alias?.1.as_bytes()))
            .map(Self)
            .ok_or_else(|| Error::UnknownEncoding {
                label: label.to_owned(),
            })
    }

    /// Its name in the WHATWG's list, such as `UTF-8`, `windows-1252`, `macintosh`.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Whether it is UTF-16, in either order of bytes: the one family in whose files NULs stand.
    pub fn is_utf16(self) -> bool {
        self.0 == encoding_rs::UTF_16LE || self.0 == encoding_rs::UTF_16BE
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_aliases() {
        for (label, name) in [
            ("utf8", "UTF-8"),
            ("UTF-8", "UTF-8"),
            ("utf-16", "UTF-16LE"),
            ("UTF16BE", "UTF-16BE"),
            ("latin1", "windows-1252"),
            ("Latin-1", "windows-1252"),
            ("iso-8859-1", "windows-1252"),
            ("cp1252", "windows-1252"),
            ("ISO-8859-15", "ISO-8859-15"),
            ("latin9", "ISO-8859-15"),
            ("ISO_8859-15", "ISO-8859-15"),
            ("MacRoman", "macintosh"),
            ("mac_roman", "macintosh"),
            ("macintosh", "macintosh"),
            ("mac", "macintosh"),
            ("windows-1250", "windows-1250"),
            ("Shift_JIS", "Shift_JIS"),
        ] {
            assert_eq!(Encoding::from_label(label).unwrap().name(), name, "{label}");
        }
    }

    #[test]
    fn unknown_names_are_errors() {
        for label in ["", "cp850", "klingon", "iso-2022-kr", "utf-32"] {
            let message = Encoding::from_label(label).unwrap_err().to_string();
            assert!(message.contains(&format!("`{label}`")), "{message}");
            assert!(message.contains("iconv"), "{message}");
        }
    }
}
