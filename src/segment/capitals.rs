//! Texts whose sentences begin with small letters: editions of old Greek and Latin, transcripts, chats.

use super::abbreviations::keeps_point;
use super::numbers::last_word;
use super::rules::Rules;

/// Whether the sentences of `text` begin with small letters. There a small letter does not say that the sentence goes on.
///
/// A point behind a word too long for an abbreviation tells, by the letter that follows; so does the head of the text. A
/// small letter behind `?` or `!` may go on with the sentence, or say who spoke.
pub(super) fn are_missing(text: &str, rules: &Rules) -> bool {
    // One may be a slip of the pen, or an abbreviation after all. Texts with capitals have hardly any.
    const FEWEST: usize = 2;
    const SHARE: usize = 2;
    // Shorter words before a point may be any abbreviation; from the second number on hardly any is one.
    const FEWEST_LETTERS: usize = 3;
    const FEWEST_OF_WORD: usize = 5;
    let (mut small, mut capital) = (0, 0);
    let head = text.chars().find(|c| c.is_alphanumeric());
    let mut careless = head.is_some_and(char::is_lowercase);
    for (at, mark) in text.match_indices(['.', '?', '!']) {
        let rest = &text[at + mark.len()..];
        let next = rest.trim_start();
        if next.len() == rest.len() {
            continue;
        }
        match next.chars().next() {
            Some(c) if c.is_uppercase() => capital += 1,
            Some(c) if c.is_lowercase() && mark == "." => {
                let before = last_word(&text[..at]);
                let letters = before.chars().filter(|c| c.is_alphabetic()).count();
                if letters >= FEWEST_LETTERS && !keeps_point(text, at - before.len()..at, rules) {
                    small += 1;
                    careless |= letters >= FEWEST_OF_WORD;
                }
            }
            Some(c) if c.is_lowercase() => {
                let word = next.split(|c: char| !c.is_alphabetic()).next();
                let says = word.is_some_and(|word| rules.splitting.saying.contains(word));
                small += usize::from(!says);
            }
            _ => {}
        }
    }
    careless && small >= FEWEST && small > capital * SHARE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;

    fn missing(text: &str) -> bool {
        are_missing(text, &Rules::of(Language::FRENCH))
    }

    #[test]
    fn small_letters_begin_sentences_where_they_mostly_do() {
        for text in [
            "oui, il est venu. donc on part ? non. c’est tout.",
            "tu viens ? oui ! alors on y va",
            "je sais plus trop. mais il est venu hier soir. on a mangé.",
            "οὐδὲν εἶπεν ὁ ἄνθρωπος. καὶ ἀπῆλθεν εἰς τὴν οἰκίαν αὐτοῦ. ἐπειδὴ νὺξ ἦν· ἐκάθευδεν.",
        ] {
            assert!(missing(text), "{text}");
        }
        for text in [
            "« Tu viens ? » demanda-t-il. Elle dit oui.",
            "Ô temps, suspends ton vol ! et vous ! et toi !",
            "Voir l’art. premier et le chap. suivant.",
            "Tu viens ? demanda-t-il.",
            "Il vint hier. Elle aussi. il partit demain.",
            "On lit art. prem. et théol. dog. dans ce livre. Puis rien. Ni personne.",
            "Une phrase. une autre.",
            "",
        ] {
            assert!(!missing(text), "{text}");
        }
    }
}
