//! Points that belong to a word: abbreviations, initials, acronyms.

use std::ops::Range;

use super::marks::is_indic;
use super::numbers::{is_roman, last_word};
use super::rules::Rules;
use crate::language::chars::{is_hyphen, is_vowel, is_word};

/// The length in bytes of an acronym, of initials or of a listed abbreviation with points inside at the head of `text`:
/// `U.R.S.S.`, `J.-C.`, `i.e.`, `z. B.`, `dott.ssa`; 0 for none.
pub(super) fn dotted(text: &str, rules: &Rules) -> usize {
    let listed = &rules.abbreviations.dotted;
    // Most words have no point behind them.
    let end = text.find(|c: char| !is_word(c)).unwrap_or(text.len());
    if !text[end..].starts_with('.') {
        return 0;
    }
    if let Some(length) = listed.iter().find_map(|entry| spelled(text, entry)) {
        return length;
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

/// The length of the listed abbreviation `entry` at the head of `text`, with its last point if it has one. One in lower
/// case stands there in any case; white space may stand behind a point inside it (`a. C.`), but then every letter is as
/// listed.
fn spelled(text: &str, entry: &str) -> Option<usize> {
    let any_case = !entry.contains(char::is_uppercase);
    let (mut exact, mut spaced) = (true, false);
    let mut rest = text;
    let mut inside = false;
    for e in entry.chars() {
        if inside
            && let trimmed = rest.trim_start()
            && trimmed.len() < rest.len()
        {
            spaced = true;
            rest = trimmed;
        }
        let c = rest.chars().next()?;
        if c != e {
            if !any_case || !c.to_lowercase().eq([e]) {
                return None;
            }
            exact = false;
        }
        rest = &rest[c.len_utf8()..];
        inside = e == '.';
    }
    let point = rest.strip_prefix('.');
    let ends = |rest: &str| !rest.starts_with(is_word);
    // A point behind which a letter stands belongs to more than the entry: `a.C.N.`
    let good = (!spaced || exact && point.is_some()) && ends(point.unwrap_or(rest));
    good.then(|| text.len() - point.unwrap_or(rest).len())
}

/// The length of one letter and its point, with the hyphen before it; a capital may be doubled (`LL.`), or have small
/// letters behind (`Ch.`, `Cte.`). The scripts of India spell the name of the letter: `बी.सी.`
fn dotted_part(text: &str, first: bool) -> Option<usize> {
    // `वाई`, `एक्स`, but no verb with its ending
    const LONGEST_NAME: usize = 4;
    let name: usize = text
        .chars()
        .take_while(|&c| is_indic(c))
        .take(LONGEST_NAME)
        .map(char::len_utf8)
        .sum();
    if name > 0 {
        let rest = text[name..].strip_prefix('.')?;
        return (!rest.starts_with('.')).then_some(name + 1);
    }
    // `V.Cte.`; more would be words.
    const MOST_SMALL: usize = 2;
    let body = if first {
        text
    } else {
        text.strip_prefix('-').unwrap_or(text)
    };
    let mut chars = body.chars();
    let letter = chars.next().filter(|c| c.is_alphabetic())?;
    let mut next = chars.next()?;
    if letter.is_uppercase() {
        if next == letter {
            next = chars.next()?;
        }
        for _ in 0..MOST_SMALL {
            if !first && next.is_lowercase() {
                next = chars.next()?;
            }
        }
    }
    let point = next == '.' && !chars.as_str().starts_with('.');
    point.then(|| text.len() - chars.as_str().len())
}

/// Whether the point behind the word `text[word]` belongs to it.
pub(super) fn keeps_point(text: &str, word: Range<usize>, rules: &Rules) -> bool {
    let Some(rest) = text[word.end..].strip_prefix('.') else {
        return false;
    };
    let before = &text[..word.start];
    // An ellipsis keeps its points; `ml/min` is short for nothing.
    if rest.starts_with('.') || before.ends_with('/') {
        return false;
    }
    let before = before.trim_end();
    // `Max-Planck-Str.`
    let word = &text[word];
    let word = word.rsplit(is_hyphen).next().unwrap_or(word);
    let listed = rules.abbreviations;
    if [&listed.inside, &listed.either, &listed.before_function_word]
        .iter()
        .any(|list| list.contains(word))
    {
        return true;
    }
    let next = rest.trim_start();
    let following = first_word(next);
    let behind = &next[following.len()..];
    let small = following.starts_with(char::is_lowercase);
    let number = next.starts_with(|c: char| c.is_ascii_digit())
        || is_roman(following)
        || is_label(following, behind, rules);
    let name = is_name(following, behind, rules);
    let dates = rules.profile.dates();
    let unit = is_unit(word, before);
    if listed.before_number.contains(word)
        && (small || number || next.starts_with(',') || name && ends_with_digit(before) && !unit)
        // `Wed. Feb. 2`
        || dates.names(word) && dates.names(following)
        || listed.before_name.contains(word) && name
        || is_shouted(word) && is_shouted(following) && listed.inside.contains(&titled(word))
    {
        return true;
    }
    if is_letter(word) {
        // `art. D. 12`; as Roman numbers those letters end sentences.
        let number = number && !matches!(word, "I" | "V" | "X");
        return word.starts_with(char::is_uppercase)
            && !unit
            && !names_letters(before, rules)
            && (small || name || number);
    }
    rules.ordinal_point && is_roman(word) && name && !names_letters(before, rules)
        || is_reference(word, next)
}

/// Whether a letter is short for the unit of what `before` ends with, and no initial: `a tension of 220 V. She`, but
/// `In 1905 A. Einstein`, `1. Jones, 2 K. Smith`.
fn is_unit(letter: &str, before: &str) -> bool {
    const UNITS: &str = "ACFHJKLNTVW";
    const OF_YEAR: usize = 4;
    let words = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let number = before.len() - words.len();
    UNITS.contains(letter)
        && ends_with_digit(before)
        && number != OF_YEAR
        && last_word(words.trim_end()).starts_with(char::is_lowercase)
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the abbreviation `token`, with its point, ends the sentence before the word `next` (with what follows it).
/// `previous` is the token before: `av. J.-C.` is a date, `J.-C. Dupont` a name. `says` tells whether the sentence has said
/// something by then: `At 5 a.m. Mr. Brown left` has not.
pub(super) fn ends_sentence(
    token: &str,
    previous: &str,
    next: &str,
    says: bool,
    rules: &Rules,
) -> bool {
    let listed = rules.abbreviations;
    let stem: String = token.split_whitespace().collect();
    let stem = stem.trim_end_matches('.');
    if !next.starts_with(char::is_uppercase) || listed.inside.contains(stem) {
        return false;
    }
    let begins =
        rules.begins_sentence(next) || says && listed.inside.contains(next.trim_end_matches('.'));
    let date = || {
        listed
            .eras
            .contains(&format!("{previous} {token}").as_str())
    };
    // `It took 5 min. Nobody spoke.`; of hours `We left at 5 p.m. Nobody spoke.`, but `At 5 p.m. Peter left.`, `on 5 p.m. Monday`
    let hour = stem.contains('.');
    let goes_on = || !says || is_shouted(next) || rules.profile.dates().names(next);
    let measure = || {
        ends_with_digit(previous)
            && stem.chars().all(|c| c.is_lowercase() || c == '.')
            && listed.before_function_word.contains(stem)
            && !(hour && goes_on())
    };
    // Н. Толстой is no н. э.
    let initial = is_letter(stem) && stem.starts_with(char::is_uppercase);
    // `Po 1911 r. Mongolia`: a date alone has said nothing yet, and a name goes on; but `Isto foi em 44 a.C.`
    let alone = || !says && !begins && ends_with_digit(previous) && !stem.contains('.');
    !initial && listed.either.contains(stem) && !alone()
        || measure()
        || begins && listed.before_function_word.contains(stem)
        || stem.contains('.') && (begins || date())
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

/// Whether `text` ends with what makes a letter behind it no initial: a degree sign, or a noun that letters and Roman
/// numbers name (`plan B`, `vitamine C`, `Kapitel IV`).
fn names_letters(text: &str, rules: &Rules) -> bool {
    let word = last_word(text);
    // `groupes A et B`, `serie A e B`
    let pair = || {
        let before = last_word(text[..text.len() - word.len()].trim_end());
        word.starts_with(char::is_lowercase)
            && rules.is_function(word)
            && is_letter(before)
            && before.starts_with(char::is_uppercase)
    };
    text.ends_with(['°', 'º']) || rules.abbreviations.before_letter.contains(word) || pair()
}

/// Whether a letter behind an abbreviation is a label (`art. R. 4127`, `App. B,`) and no word of one letter.
fn is_label(word: &str, rest: &str, rules: &Rules) -> bool {
    is_letter(word)
        && word.starts_with(char::is_uppercase)
        && (!rest.starts_with(char::is_whitespace) || !rules.begins_sentence(word))
}

/// Whether `word` is a capital and some letters as abbreviations have them, and `next` the number of a place in a book
/// that goes on: `Matth. 5, 3`, `Rom. VIII, 3`, `Phil. 4:8)`.
fn is_reference(word: &str, next: &str) -> bool {
    // `Thess`, `Philem`
    const LONGEST: usize = 6;
    let roman = first_word(next);
    let digits = next.bytes().take_while(u8::is_ascii_digit).count();
    let number = if is_roman(roman) { roman.len() } else { digits };
    let letters = word.chars().count();
    (2..=LONGEST).contains(&letters)
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && !is_full_word(word)
        && number > 0
        && next[number..].starts_with([',', ':', ';', ')', '-', '–'])
}

/// Whether a name goes on with `word`: another initial, or a capital that is no function word, as sentences begin with.
fn is_name(word: &str, rest: &str, rules: &Rules) -> bool {
    is_letter(word) && word.starts_with(char::is_uppercase) && rest.starts_with('.')
        || word.starts_with(char::is_uppercase) && !rules.begins_sentence(word)
}

/// Whether a word is a single letter.
pub(super) fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether a word of several letters is in capitals.
fn is_shouted(word: &str) -> bool {
    word.chars().all(char::is_uppercase) && word.chars().nth(1).is_some()
}

/// A word in capitals as titles are written: `GEN` as `Gen`.
fn titled(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first
        .into_iter()
        .chain(letters.flat_map(char::to_lowercase))
        .collect()
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
            ("बी.सी. में", "बी.सी."),
            ("जी.डी.पी. का", "जी.डी.पी."),
            ("गया. वह", ""),
            ("आया.वह गया.", ""),
            ("A. Dumas", ""),
            ("a.b", ""),
            ("Il.", ""),
            ("A...", ""),
        ] {
            let french = Rules::of(Language::FRENCH);
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
