//! The script of a text, and the language that it tells where one language alone is much written in it.

use super::chars::is_greek;
use crate::witness::Language;

/// What most letters of a text belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// The alphabet of the languages known here.
    Latin,
    /// One whose letters tell the language.
    Of(Language),
    /// One that several languages are written in, or none that is known.
    Other,
}

/// An ideograph says as much as so many letters: the names among Chinese words are no majority.
const IDEOGRAPH: usize = 4;
/// Japanese has at least one syllable sign in so many of its signs; in Chinese they are quotations.
const SYLLABLES: usize = 10;

/// First and last letters of scripts, and the language of each.
const RANGES: [(char, char, &str); 17] = [
    ('\u{530}', '\u{58f}', "hy"),
    ('\u{980}', '\u{9ff}', "bn"),
    ('\u{a00}', '\u{a7f}', "pa"),
    ('\u{a80}', '\u{aff}', "gu"),
    ('\u{b00}', '\u{b7f}', "or"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{c00}', '\u{c7f}', "te"),
    ('\u{c80}', '\u{cff}', "kn"),
    ('\u{d00}', '\u{d7f}', "ml"),
    ('\u{d80}', '\u{dff}', "si"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{e80}', '\u{eff}', "lo"),
    ('\u{f00}', '\u{fff}', "bo"),
    ('\u{1000}', '\u{109f}', "my"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{1200}', '\u{137f}', "am"),
    ('\u{1780}', '\u{17ff}', "km"),
];

/// The script of `text`.
pub(crate) fn of(text: &str) -> Script {
    let mut counts = [0usize; RANGES.len()];
    let (mut latin, mut other, mut greek, mut old_greek) = (0, 0, 0, 0);
    let (mut hangul, mut ideographs, mut syllables) = (0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            _ if c < '\u{250}' => latin += 1,
            '\u{1e00}'..='\u{1eff}' => latin += 1,
            '\u{1f00}'..='\u{1fff}' => old_greek += 1,
            _ if is_greek(c) => greek += 1,
            '\u{3040}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => syllables += 1,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
                ideographs += 1;
            }
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' => {
                hangul += 1
            }
            _ => match RANGES.iter().position(|&(a, z, _)| (a..=z).contains(&c)) {
                Some(range) => counts[range] += 1,
                None => other += 1,
            },
        }
    }
    let signs = ideographs + syllables;
    let east = if syllables * SYLLABLES >= signs {
        "ja"
    } else {
        "zh"
    };
    let greek_now = if old_greek * 20 > greek + old_greek {
        "grc"
    } else {
        "el"
    };
    let mut best = (latin, Script::Latin);
    let told = RANGES
        .iter()
        .zip(counts)
        .map(|(&(_, _, code), n)| (n, code));
    for (n, code) in told.chain([
        (hangul * 2, "ko"),
        (ideographs * IDEOGRAPH + syllables * 2, east),
        (greek + old_greek, greek_now),
    ]) {
        if n > best.0 {
            best = (n, Script::Of(Language::literal(code)));
        }
    }
    if other > best.0 {
        Script::Other
    } else {
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_tell_languages() {
        for (text, code) in [
            ("오늘은 비가 온다 from New York", "ko"),
            ("今日は雨です。", "ja"),
            ("今天下雨 in New York", "zh"),
            ("วันนี้ฝนตก", "th"),
            ("დღეს წვიმს", "ka"),
            ("σήμερα βρέχει", "el"),
            ("ἐν ἀρχῇ ἦν ὁ λόγος", "grc"),
        ] {
            assert_eq!(of(text), Script::Of(Language::literal(code)), "{text}");
        }
        assert_eq!(of("Il pleut à Москва"), Script::Latin);
        assert_eq!(of("Идёт дождь в New York"), Script::Other);
        assert_eq!(of("12"), Script::Latin);
    }
}
