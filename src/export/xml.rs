//! What XML asks of text.

use std::borrow::Cow;

use crate::table::AlignmentTable;

/// Escapes text for an element or a quoted attribute. Line ends and tabs that a reader would change into others are
/// written as references; characters that XML forbids become U+FFFD.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    escape_but(text, &['\n', '\t'])
}

/// The same for an attribute, in which line ends and tabs would become spaces.
pub(super) fn escape_attribute(text: &str) -> Cow<'_, str> {
    escape_but(text, &[])
}

fn escape_but<'a>(text: &'a str, keep: &[char]) -> Cow<'a, str> {
    let plain = |c: char| keep.contains(&c) || !(needs_reference(c) || is_forbidden(c));
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            c if plain(c) => out.push(c),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            _ => out.push('\u{fffd}'),
        }
    }
    Cow::Owned(out)
}

fn needs_reference(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '"' | '\n' | '\r' | '\t')
}

/// Characters that no XML 1.0 document may hold, not even as references.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}

/// The text with U+FFFD for what XML forbids, for writers that escape the rest.
pub(super) fn without_forbidden(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) {
        text.replace(is_forbidden, "\u{fffd}").into()
    } else {
        text.into()
    }
}

/// What a format in XML says when the texts hold characters that it may not.
pub(super) fn replaced(table: &AlignmentTable) -> Option<String> {
    let forbidden = |text: &str| text.chars().filter(|&c| is_forbidden(c)).count();
    let count: usize = table.witnesses.iter().map(|w| forbidden(&w.text)).sum();
    (count > 0).then(|| format!("characters that XML forbids: {count} replaced by U+FFFD"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes() {
        assert_eq!(escape("l’été\n\tà"), "l’été\n\tà");
        assert_eq!(
            escape("a < b & \"c\" ]]>\r\n"),
            "a &lt; b &amp; &quot;c&quot; ]]&gt;&#13;\n"
        );
        assert_eq!(escape("\0\u{ffff}\u{feff}"), "\u{fffd}\u{fffd}\u{feff}");
        assert_eq!(escape_attribute("a\n\tb"), "a&#10;&#9;b");
    }
}
