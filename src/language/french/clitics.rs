//! French clitics: pronouns after an inverted verb, and contractions of article and preposition.

use super::words::words;

/// What stands behind a noun and points at it: `cet homme-ci`. Without its accent it is among the pronouns.
const POINTING: [&str; 2] = ["ci", "là"];

/// Splits `peut-il`, `a-t-il`, `donnez-vous` (as accent keys) into verb and pronoun, `homme-ci` in the same way; a compound
/// stays whole.
pub(super) fn split_inversion(key: &str) -> Option<(&str, &str)> {
    let (verb, pronoun) = key.rsplit_once('-')?;
    let points = POINTING.contains(&pronoun) && !words().no_verbs.contains(verb);
    if !points && pronoun != "en" && !words().pronouns.contains(pronoun) {
        return None;
    }
    let verb = verb.strip_suffix("-t").unwrap_or(verb);
    // `rendez-vous` is a noun more often than an order.
    (!verb.is_empty() && !verb.contains('-') && (verb != "rendez" || pronoun != "vous"))
        .then_some((verb, pronoun))
}

/// The words a contraction (in a stem key's input, without accents) stands for.
pub(super) fn contraction(key: &str) -> Option<Vec<&'static str>> {
    let parts = words().contractions.get(key)?;
    Some(parts.split(' ').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inversions() {
        assert_eq!(split_inversion("a-t-il"), Some(("a", "il")));
        assert_eq!(split_inversion("vois-tu"), Some(("vois", "tu")));
        assert_eq!(split_inversion("homme-ci"), Some(("homme", "ci")));
        assert_eq!(split_inversion("celui-ci"), None);
        assert_eq!(split_inversion("week-end"), None);
        assert_eq!(split_inversion("rendez-vous"), None);
        assert_eq!(split_inversion("-il"), None);
        assert_eq!(split_inversion("vis-a-vis"), None);
    }

    #[test]
    fn contractions() {
        assert_eq!(contraction("au"), Some(vec!["a", "le"]));
        assert_eq!(contraction("mur"), None);
    }
}
