//! Who spoke: `demanda-t-il`, `Harold asked`, behind speech that has a mark of its own.

use super::rules::Rules;
use crate::language::chars::is_apostrophe;

/// Whether a verb of saying stands at the head of `words`: `demanda Pierre`, `s’écria-t-elle`.
pub(super) fn says<'a>(mut words: impl Iterator<Item = &'a str>, rules: &Rules) -> bool {
    let verb = words.find(|word| !word.ends_with(is_apostrophe));
    verb.is_some_and(|verb| rules.splitting.saying.contains(verb))
}

/// Whether `words` begin with a name of some words and a verb of saying that may stand behind it: `Mr. Smith asked`,
/// `I said`.
pub(super) fn speaker_says<'a>(words: impl Iterator<Item = &'a str>, rules: &Rules) -> bool {
    // Title, first name, initial, last name, verb.
    const MOST_WORDS: usize = 5;
    for (at, word) in words.take(MOST_WORDS).enumerate() {
        if at > 0 && rules.splitting.saying_behind_names.contains(word) {
            return true;
        }
        let letter = word.chars().nth(1).is_none();
        if !word.starts_with(char::is_uppercase) || !letter && rules.begins_sentence(word) {
            return false;
        }
    }
    false
}
