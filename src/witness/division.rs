//! Words divided at the end of a line: `provi-` / `seur`.
//!
//! The two halves are one token, with the divider and the line end in it. What the word is without them is said here, for
//! those that show it and those that compare it.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// Hyphens as printers set them at the end of a line, and the sign that some programs leave in their place.
fn is_divider(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '¬' | '⸗' | '⹀'
    )
}

/// Ends of lines and pages.
fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | b'\x0c')
}

/// Whether a line ends with the first half of a word.
pub(crate) fn is_divided(line: &str) -> bool {
    let half = line.strip_suffix(is_divider);
    half.is_some_and(|half| half.ends_with(|c: char| c.is_alphabetic() || is_combining_mark(c)))
}

/// Where the word that is divided at `at` (a byte of `text`, just after a letter) goes on after the line end; nothing
/// where no word is divided there. White space may stand around the line end.
pub(crate) fn resumes(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let divider = rest.chars().next().filter(|&c| is_divider(c))?;
    let space = &rest[divider.len_utf8()..];
    let second = space.trim_start();
    let space = &space[..space.len() - second.len()];
    let letter = second.chars().next().is_some_and(char::is_alphabetic);
    (letter && space.bytes().any(is_line_end)).then_some(text.len() - second.len())
}

/// The word that a token is: without the divider where a line end divides it. A hyphen before a capital is the word's own
/// (`Saint-` / `Pierre`), unless all of it is in capitals; so is one with which the token begins (`dit` `-` / `il`).
pub(crate) fn undivided(token: &str) -> Cow<'_, str> {
    rewritten(token, |first, second| {
        let capital = |c: char| c.is_uppercase();
        let letters = first.chars().rev().filter(|&c| !is_combining_mark(c));
        let mut half = letters.take_while(|c| c.is_alphabetic());
        first.is_empty() && !is_cut_bare(second)
            || first.starts_with('-')
            || second.starts_with(capital) && !half.all(capital)
    })
}

/// Whether a piece of a word is cut off where no hyphen stands: `can` `not`, `does` `n’t`, `gon` `na`. All others that begin at a line
/// end are tied by one.
fn is_cut_bare(piece: &str) -> bool {
    let bare = ["not", "n't", "n’t", "na", "ta"];
    bare.iter().any(|bare| piece.eq_ignore_ascii_case(bare))
}

/// The word that a token is if the hyphen at the line end is its own (`peut-` / `être`); nothing where no line end divides
/// it.
pub(crate) fn hyphenated(token: &str) -> Option<String> {
    match rewritten(token, |_, _| true) {
        Cow::Owned(word) => Some(word),
        Cow::Borrowed(_) => None,
    }
}

/// `token` without its line ends; of each divider `keeps`, told what stands before and after, says whether it stays, as a
/// hyphen.
fn rewritten(token: &str, keeps: impl Fn(&str, &str) -> bool) -> Cow<'_, str> {
    if !token.bytes().any(is_line_end) {
        return Cow::Borrowed(token);
    }
    let mut word = String::with_capacity(token.len());
    let mut from = 0;
    for (at, _) in token.match_indices(is_divider) {
        let behind_letter =
            token[..at].ends_with(|c: char| c.is_alphanumeric() || is_combining_mark(c));
        if at < from || at > 0 && !behind_letter {
            continue;
        }
        if let Some(second) = resumes(token, at) {
            word.push_str(&token[from..at]);
            if keeps(&token[..at], &token[second..]) {
                word.push('-');
            }
            from = second;
        }
    }
    word.push_str(&token[from..]);
    Cow::Owned(word)
}

#[cfg(test)]
mod tests {
    use super::{hyphenated, resumes, undivided};

    #[test]
    fn the_halves_are_one_word() {
        for (token, word) in [
            ("provi-\nseur", "proviseur"),
            ("provi-\r\n   seur", "proviseur"),
            ("provi\u{ad}\nseur", "proviseur"),
            ("provi¬\nseur", "proviseur"),
            ("Saint-\nPierre", "Saint-Pierre"),
            ("Cite\u{301}-\nPierre", "Cite\u{301}-Pierre"),
            ("e\u{301}le\u{300}-\nve", "e\u{301}le\u{300}ve"),
            ("PROVI-\nSEUR", "PROVISEUR"),
            ("ex-provi-\nseur", "ex-proviseur"),
            ("-\nil", "-il"),
            ("1 500", "1 500"),
            ("week-end", "week-end"),
        ] {
            assert_eq!(undivided(token), word);
        }
        assert_eq!(hyphenated("peut-\nêtre").as_deref(), Some("peut-être"));
        assert_eq!(hyphenated("peut-être"), None);
    }

    #[test]
    fn what_divides_no_word() {
        for text in ["a- b", "a-b", "a-\n", "a-\n1", "a-\n— b", "a\nb"] {
            assert_eq!(resumes(text, 1), None, "{text:?}");
        }
        assert_eq!(resumes("a-\n b", 1), Some(4));
    }
}
