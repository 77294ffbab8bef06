//! The second fold: upper and lower case.

use super::composed::composed;

/// The key of a typographic key.
pub(super) fn fold(key: &str) -> String {
    if key.is_ascii() {
        return key.to_ascii_lowercase();
    }
    // Lower case can decompose (İ), and a second composition keeps the fold idempotent.
    composed(key.to_lowercase())
}

/// Whether a word begins with a capital that bears no accent.
pub(super) fn bare_capital(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a word begins with a capital.
pub(super) fn capitalized(token: &str) -> bool {
    token.starts_with(char::is_uppercase)
}

/// Most letters of an acronym; longer words in capitals are words.
const LONGEST_ACRONYM: usize = 6;

/// Whether a token is spelled with capitals alone, as initials are: `TIC`, `U.S.`
pub(crate) fn is_acronym(token: &str) -> bool {
    let letters = || token.chars().filter(|c| c.is_alphabetic());
    (2..=LONGEST_ACRONYM).contains(&letters().count()) && letters().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        assert_eq!(fold("Les"), "les");
        assert_eq!(fold("EUROPE"), fold("Europe"));
        assert_eq!(fold("ÉTAT"), "état");
        assert_eq!(fold(&fold("İI")), fold("İI"));
    }
}
