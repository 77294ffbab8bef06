//! What printers set as one sign or as two, as the letters that people read: ligatures, accents over letters, raised figures.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

/// The text of a line: ligatures are the letters that they join, letters have their accents, and what is no character is gone.
pub(super) fn composed(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\u{fb00}'..='\u{fb06}' => text.extend([c].into_iter().nfkc()),
            // Bullets of old fonts of signs.
            '\u{f0b7}' | '\u{f0a7}' => text.push('•'),
            c if c.is_whitespace() => text.push(if c == '\u{a0}' || c == '\u{202f}' {
                c
            } else {
                ' '
            }),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text.trim().nfc().collect()
}

/// Figures as raised ones, where a text has no other signs.
pub(super) fn raised(text: &str) -> Option<String> {
    text.chars()
        .map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10)? as usize))
        .collect()
}

/// Sets an accent and a letter as one, one of which stands at the end of `text` and the other over it; whether they are such.
pub(super) fn overlaid(text: &mut String, over: &str) -> bool {
    let (Some(last), Some(next)) = (text.chars().next_back(), over.chars().next()) else {
        return false;
    };
    let made = match (combining(last), combining(next)) {
        (Some(accent), None) => compose(dotted(next), accent),
        (None, Some(accent)) => compose(dotted(last), accent),
        _ => None,
    };
    let Some(letter) = made else { return false };
    text.pop();
    text.push(letter);
    text.push_str(&over[next.len_utf8()..]);
    true
}

/// An accent that combines with letters, of one that stands alone.
fn combining(c: char) -> Option<char> {
    Some(match c {
        '`' | '\u{2cb}' => '\u{300}',
        '´' | '\u{2ca}' => '\u{301}',
        '^' | 'ˆ' => '\u{302}',
        '~' | '˜' => '\u{303}',
        '¯' | 'ˉ' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// A letter as it is under an accent.
fn dotted(c: char) -> char {
    match c {
        'ı' => 'i',
        'ȷ' => 'j',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_set_over_letters() {
        for (text, over, made) in [
            ("l´", "e", "lé"),
            ("c", "¸", "ç"),
            ("naˆ", "ı", "naî"),
            ("¨", "uber", "über"),
        ] {
            let mut set = text.to_owned();
            assert!(overlaid(&mut set, over));
            assert_eq!(set, made);
        }
        let mut bold = "a".to_owned();
        assert!(!overlaid(&mut bold, "b"));
        assert_eq!(bold, "a");
    }

    #[test]
    fn ligatures_are_letters() {
        assert_eq!(
            composed("e\u{fb03}cace \u{fb01}n e\u{301}té\u{0}"),
            "efficace fin été"
        );
        assert_eq!(raised("12").as_deref(), Some("¹²"));
        assert_eq!(raised("1a"), None);
    }
}
