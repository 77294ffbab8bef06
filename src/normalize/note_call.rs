//! A word with the figure of a note behind it, as texts have it that lost their raised figures: `texte1`, `texte`.

use super::{Fold, KeyedToken};

/// Whether one of two words is the other with the call of a note. Shorter words and those with capitals inside are names of
/// things: `mp3`, `A6`.
pub(super) fn same_but_for_call(x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> bool {
    calls_note(x.text) && bare(x) == y.at(Fold::Case)
        || calls_note(y.text) && bare(y) == x.at(Fold::Case)
}

/// The key of a word without its last figures.
fn bare<'t>(token: &KeyedToken<'t>) -> &'t str {
    let key = token.at(Fold::Case);
    key.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// Whether a word has the call of a note behind it: a figure or two behind letters that make a word.
pub(crate) fn calls_note(text: &str) -> bool {
    const LETTERS: usize = 4;
    const FIGURES: usize = 2;
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = word.chars().count() >= LETTERS
        && word.chars().all(char::is_alphabetic)
        && word.chars().skip(1).all(char::is_lowercase);
    let figures = text.len() - word.len();
    letters && (1..=FIGURES).contains(&figures)
}

#[cfg(test)]
mod tests {
    use super::super::Normalizer;
    use super::*;
    use crate::witness::Language;

    #[test]
    fn a_word_with_the_call_of_a_note_is_the_word() {
        let normalizer = Normalizer::of(Language::FRENCH, false);
        for (a, b, same) in [
            ("texte1", "texte", true),
            ("Texte12", "texte", true),
            ("texte1", "parole", false),
            ("texte1", "parole1", false),
            ("texte123", "texte", false),
            ("mp3", "mp", false),
            ("texte", "parole", false),
        ] {
            let keys = [a, b].map(|word| normalizer.keys(word));
            let token = |n: usize, text| KeyedToken {
                text,
                keys: Fold::ALL.map(|fold| keys[n].at(fold)),
                function: false,
                mark: false,
            };
            let (x, y) = (token(0, a), token(1, b));
            assert_eq!(same_but_for_call(&x, &y), same, "{a} {b}");
            assert_eq!(same_but_for_call(&y, &x), same, "{b} {a}");
        }
    }
}
