//! Text made safe to show: what would steer the terminal, or hide in it, is spelled out.

use std::borrow::Cow;

/// What becomes of invisible format characters: the soft hyphen, zero-width spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Invisible {
    LeftOut,
    SpelledOut,
}

/// `text` as a terminal may show it. Control characters become their pictures (an escape is `␛`, a tab `␉`),
/// what turns the direction of writing or has no picture becomes `\u{202e}`.
pub(super) fn visible(text: &str, invisible: Invisible) -> Cow<'_, str> {
    if !text.chars().any(|c| kind(c) != Kind::Plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match kind(c) {
            Kind::Plain => out.push(c),
            Kind::Picture(picture) => out.push(picture),
            Kind::Invisible if invisible == Invisible::LeftOut => {}
            Kind::Invisible | Kind::Harmful => out.extend(c.escape_unicode()),
        }
    }
    Cow::Owned(out)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Picture(char),
    Invisible,
    Harmful,
}

fn kind(c: char) -> Kind {
    match c {
        ' '..='~' => Kind::Plain,
        '\0'..='\x1f' => Kind::Picture(char::from_u32(0x2400 + c as u32).unwrap_or('␀')),
        '\x7f' => Kind::Picture('␡'),
        // The second set of controls (one of them begins escape sequences), separators of lines and paragraphs,
        // embeddings, overrides and isolates of direction, interlinear annotation.
        '\u{80}'..='\u{9f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}' => Kind::Harmful,
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}' => {
            Kind::Invisible
        }
        _ => Kind::Plain,
    }
}

/// Whether a letter of a script written from right to left stands in `text`: Hebrew, Arabic, Syriac, Thaana, N’Ko and
/// their neighbours, the presentation forms, the historic scripts of the first supplementary plane.
pub(super) fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c,
            '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_controls_and_overrides_are_spelled_out() {
        assert_eq!(
            visible("a\x1b[31mb\x07\tc\x7f", Invisible::LeftOut),
            "a␛[31mb␇␉c␡"
        );
        assert_eq!(visible("x\u{9b}31m", Invisible::LeftOut), "x\\u{9b}31m");
        assert_eq!(
            visible("\u{202e}abc\u{2066}", Invisible::LeftOut),
            "\\u{202e}abc\\u{2066}"
        );
        assert_eq!(visible("fin\r\n", Invisible::LeftOut), "fin␍␊");
    }

    #[test]
    fn invisible_characters_are_left_out_unless_asked_for() {
        assert_eq!(
            visible("co\u{ad}opération", Invisible::LeftOut),
            "coopération"
        );
        assert_eq!(
            visible("co\u{ad}opération", Invisible::SpelledOut),
            "co\\u{ad}opération"
        );
    }

    #[test]
    fn letters_marks_joiners_and_directional_marks_stay() {
        for text in [
            "œuvre n° 5\u{202f}%",
            "e\u{301}",
            "👩\u{200d}👩\u{200d}👧",
            "שלום\u{200f}",
            "日本",
        ] {
            assert!(
                matches!(visible(text, Invisible::LeftOut), Cow::Borrowed(_)),
                "{text:?}"
            );
        }
    }

    #[test]
    fn right_to_left_scripts_are_recognised() {
        assert!(has_right_to_left("le mot שלום"));
        assert!(has_right_to_left("سلام"));
        assert!(!has_right_to_left("l’été à Paris — 日本 👍"));
    }
}
