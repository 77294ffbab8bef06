//! The letters by which the page knows the classes of difference.

use crate::class::Class;
use crate::select::{Shown, Voice};
use crate::table::{Link, Rules};

/// The letter of a class.
pub(super) fn letter(class: Class) -> char {
    match class {
        Class::Same => 'e',
        Class::Typographic => 't',
        Class::Case => 'c',
        Class::Accent => 'a',
        Class::Spelling => 's',
        Class::Inflection => 'i',
        Class::Derivation => 'd',
        Class::Wording => 'w',
        Class::Omission => 'o',
        Class::Addition => 'n',
    }
}

/// Differences of punctuation alone, whatever their class.
pub(super) const PUNCTUATION: char = 'p';
/// Those among them that show: where a sentence ends, one text asks and the other does not.
pub(super) const TELLING: char = 'q';
/// What two say whose words are not compared.
pub(super) const UNCOMPARED: char = '-';
/// Words that stand elsewhere, whatever their class.
pub(super) const MOVED: char = 'm';

/// The letter of a link of two witnesses; a capital when its words moved. What does not count is the same to the page.
pub(super) fn link_letter(rules: Rules<'_>, link: &Link) -> char {
    let letter = if rules.is_spaced_otherwise(link) {
        letter(Class::Typographic)
    } else if !rules.counts(link) {
        letter(Class::Same)
    } else {
        class_letter(rules, link, link.class)
    };
    if link.moved {
        letter.to_ascii_uppercase()
    } else {
        letter
    }
}

/// The letter of a class that a link has and that counts; of punctuation alone whether it tells anything.
pub(super) fn class_letter(rules: Rules<'_>, link: &Link, class: Class) -> char {
    if rules.has_words(link) {
        letter(class)
    } else if rules.tells(link) {
        TELLING
    } else {
        PUNCTUATION
    }
}

/// A link that is marked, where few are.
pub(super) const LOUD: char = 'f';

/// How loudly a link is shown where few are marked: fully, low, or not at all; a capital where it is not told that its words
/// moved.
pub(super) fn voice_letter(agrees: bool, link: &Link, shown: Shown) -> char {
    let voice = match shown.words {
        Voice::Full => LOUD,
        Voice::Low => 'l',
        // What does not differ has nothing to be silent about.
        Voice::Silent if agrees => LOUD,
        Voice::Silent => 's',
    };
    match link.moved && !shown.moved {
        true => voice.to_ascii_uppercase(),
        false => voice,
    }
}
