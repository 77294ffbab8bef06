//! Texts whose sentences begin with small letters: editions of old Greek and Latin, transcripts, chats.

use super::abbreviations::keeps_point;
use super::numbers::last_word;
use super::rules::Rules;
use crate::language::chars::begins_small;

/// Whether the sentences of `text` begin with small letters. There a small letter does not say that the sentence goes on.
///
/// A point behind a word too long for an abbreviation tells, by the letter that follows; so does the head of the text. A
/// small letter behind `?` or `!` may go on with the sentence, or say who spoke.
pub(super) fn are_missing(text: &str, rules: &Rules) -> bool {
    // One may be a slip of the pen, or an abbreviation after all. Texts with capitals have hardly any.
    const FEWEST: usize = 2;
    const SHARE: usize = 2;
    let found = Beginnings::of(text, rules);
    found.careless && found.small >= FEWEST && found.small > found.capital * SHARE
}

/// Whether those of a paragraph do, in a text in which capitals are not missing: where several write, each in his own way.
pub(super) fn are_missing_in(paragraph: &str, rules: &Rules) -> bool {
    if !begins_small(paragraph) {
        return false;
    }
    let found = Beginnings::of(paragraph, rules);
    found.small > found.capital
}

/// What stands behind marks that may end sentences.
struct Beginnings {
    small: usize,
    capital: usize,
    /// Whether the text begins with a small letter, or one stands behind a word that is no abbreviation.
    careless: bool,
}

impl Beginnings {
    fn of(text: &str, rules: &Rules) -> Self {
        // Shorter words before a point may be any abbreviation; from the second number on hardly any is one.
        const FEWEST_LETTERS: usize = 3;
        const FEWEST_OF_WORD: usize = 5;
        let (mut small, mut capital) = (0, 0);
        let mut careless = begins_small(text);
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
                    if letters >= FEWEST_LETTERS && !keeps_point(text, at - before.len()..at, rules)
                    {
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
        Self {
            small,
            capital,
            careless,
        }
    }
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

    #[test]
    fn one_paragraph_may_be_without_capitals() {
        let found = |paragraph| are_missing_in(paragraph, &Rules::of(Language::FRENCH));
        assert!(found("tu viens ? oui, on y va."));
        assert!(found("le service est rapide. et les gens sont gentils."));
        assert!(!found("Le service est rapide. et les gens sont gentils."));
        assert!(!found("tu viens ? demanda-t-il. Elle dit oui."));
        assert!(!found("et il partit."));
    }
}
