//! Points that belong to a word: abbreviations, initials, acronyms.

use std::ops::Range;

use super::numbers::is_roman;
use super::rules::Rules;
use crate::language::chars::is_vowel;

/// The length in bytes of an acronym or of initials at the head of `text`: `U.R.S.S.`, `J.-C.`, `i.e.`; 0 for none.
pub(super) fn dotted(text: &str, rules: &Rules) -> usize {
    let mut spelled = rules.abbreviations.dotted.iter();
    if let Some(spelled) = spelled.find(|s| text.starts_with(**s)) {
        return spelled.len();
    }
    let mut parts = 0;
    let mut length = 0;
    while let Some(part) = dotted_part(&text[length..], parts == 0) {
        parts += 1;
        length += part;
    }
    if parts == 0 {
        return 0;
    }
    // The last letter may lack its point: `U.S.A`.
    let mut rest = text[length..].chars();
    if let Some(c) = rest.next()
        && c.is_uppercase()
        && rest
            .next()
            .is_none_or(|n| !n.is_alphanumeric() && n != '.' && n != '’' && n != '\'')
    {
        return length + c.len_utf8();
    }
    if parts > 1 { length } else { 0 }
}

/// The length of one letter and its point, with the hyphen before it; a capital may have a small letter behind (`Ch.`).
fn dotted_part(text: &str, first: bool) -> Option<usize> {
    let body = if first {
        text
    } else {
        text.strip_prefix('-').unwrap_or(text)
    };
    let mut chars = body.chars();
    let letter = chars.next().filter(|c| c.is_alphabetic())?;
    let mut next = chars.next()?;
    if !first && letter.is_uppercase() && next.is_lowercase() {
        next = chars.next()?;
    }
    let point = next == '.' && !chars.as_str().starts_with('.');
    point.then(|| text.len() - chars.as_str().len())
}

/// Whether the point behind the word `text[word]` belongs to it.
pub(super) fn keeps_point(text: &str, word: Range<usize>, rules: &Rules) -> bool {
    let Some(rest) = text[word.end..].strip_prefix('.') else {
        return false;
    };
    // An ellipsis keeps its points; no abbreviation is longer than the lists allow.
    const LONGEST: usize = 12;
    if rest.starts_with('.') || word.len() > LONGEST {
        return false;
    }
    let word = &text[word];
    if rules.abbreviations.inside.contains(word) || rules.abbreviations.either.contains(word) {
        return true;
    }
    let next = rest.trim_start();
    let following = first_word(next);
    let small = following.starts_with(char::is_lowercase);
    let number = next.starts_with(|c: char| c.is_ascii_digit()) || is_roman(following);
    if rules.abbreviations.before_number.contains(word)
        && (small || number || next.starts_with(','))
    {
        return true;
    }
    is_initial(word) && (small || is_name(following, &next[following.len()..], rules))
}

/// Whether the abbreviation `token`, with its point, ends the sentence before the word `next` (with what follows it).
/// `previous` is the token before: `av. J.-C.` is a date, `J.-C. Dupont` a name.
pub(super) fn ends_sentence(token: &str, previous: &str, next: &str, rules: &Rules) -> bool {
    let stem = token.trim_end_matches('.');
    if !next.starts_with(char::is_uppercase) || rules.abbreviations.inside.contains(stem) {
        return false;
    }
    if rules.abbreviations.either.contains(stem) {
        return true;
    }
    let date = stem == "J.-C" && matches!(previous, "av." | "ap." | "apr." | "avant" | "après");
    stem.contains('.') && (date || rules.is_function(next))
}

/// Whether a word before a point is certainly no abbreviation, by its length and end: abbreviations end in consonants, and
/// mostly where words do not (`suppl.`, `arrond.`, `théol.`).
pub(super) fn is_full_word(word: &str) -> bool {
    // The longest abbreviation that ends as words do has fewer letters.
    const FEWEST_TO_VOWEL: usize = 3;
    const FEWEST_TO_COMMON_END: usize = 4;
    const FEWEST_TO_CONSONANT: usize = 7;
    let count = word
        .chars()
        .take(FEWEST_TO_CONSONANT)
        .filter(|c| c.is_alphabetic())
        .count();
    let singular = word.strip_suffix('s').unwrap_or(word);
    let mut letters = singular.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    let vowel = |c: Option<char>| c.is_some_and(is_vowel);
    let common_end = vowel(before) && last.is_some_and(|c| "strnxzςν".contains(c));
    vowel(last) && count >= FEWEST_TO_VOWEL
        || common_end && count >= FEWEST_TO_COMMON_END
        || (vowel(before) || singular.ends_with("nt")) && count >= FEWEST_TO_CONSONANT
}

/// One capital letter.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Whether a name goes on with `word`: another initial, or a capital that is no function word, as sentences begin with.
fn is_name(word: &str, rest: &str, rules: &Rules) -> bool {
    is_initial(word) && rest.starts_with('.')
        || word.starts_with(char::is_uppercase) && !rules.is_function(word)
}

/// The letters at the head of `text`.
fn first_word(text: &str) -> &str {
    // Longer words are neither function words nor Roman numbers.
    const LONGEST: usize = 24;
    let end = text
        .char_indices()
        .find(|&(i, c)| !c.is_alphabetic() || i > LONGEST)
        .map_or(text.len(), |(i, _)| i);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;

    #[test]
    fn acronyms_and_initials() {
        for (text, expected) in [
            ("U.R.S.S. n’est", "U.R.S.S."),
            ("U.S.A, dit", "U.S.A"),
            ("J.-C. naquit", "J.-C."),
            ("J.-Ph. Rameau", "J.-Ph."),
            ("i.e. ceci", "i.e."),
            ("c.-à-d. cela", "c.-à-d."),
            ("A. Dumas", ""),
            ("a.b", ""),
            ("Il.", ""),
            ("A...", ""),
        ] {
            let french = Rules::of(Language::FRENCH, text);
            assert_eq!(&text[..dotted(text, &french)], expected, "{text}");
        }
    }

    #[test]
    fn full_words_are_no_abbreviations() {
        for word in [
            "choses",
            "pria",
            "irrité",
            "saluent",
            "Éternel",
            "nations",
            "loi",
            "guérir",
            "αὐτοῦ",
            "οἶκος",
            "слова",
            "который",
        ] {
            assert!(is_full_word(word), "{word}");
        }
        for word in [
            "suppl", "arrond", "théol", "vol", "lat", "gr", "Ch", "ms", "1972", "", "αριθ", "тыс",
        ] {
            assert!(!is_full_word(word), "{word}");
        }
    }
}
