//! The first fold: what printing does to a word without changing its letters.

use super::composed::composed;
use super::figures;
use super::numerals;
use crate::language::chars::{digit, plain_letter};
use crate::language::{Profile, inclusive};
use crate::witness::{is_divided, undivided};

/// The key of `token`: NFC (not NFKC, which would turn m² into m2 and leave the apostrophes apart), then the tables below.
///
/// `old_print` reads `&` as the word that it stands for.
pub(super) fn fold(token: &str, profile: &Profile, old_print: bool) -> String {
    // Most tokens are plain ASCII words, which no table touches.
    let plain = token.bytes().all(|b| b.is_ascii_lowercase());
    if plain && !(inclusive::ends_neutral(token)) {
        return token.to_owned();
    }
    let mut key = String::with_capacity(token.len());
    // Composed before and after: there is a sign among the tables below that is another one composed.
    let token = composed(undivided(token).into_owned());
    let mut chars = token.chars().peekable();
    while let Some(c) = chars.next() {
        // 1.º is 1º.
        if c != '.' || !matches!(chars.peek(), Some('º' | 'ª')) {
            push(&mut key, c);
        }
    }
    key = composed(key);
    // The first half of a word that goes on behind the end of the page.
    if is_divided(&key) {
        key.pop();
    }
    if let Some(digits) = figures::plain(&key, profile.settings().decimal_mark) {
        return digits;
    }
    if let Some(pronoun) = inverted(&key) {
        key = pronoun.to_owned();
    }
    // As LaTeX, the Penn Treebank and typewriters write quotation marks.
    if matches!(key.as_str(), "''" | ",,") {
        return "\"".to_owned();
    }
    if let Some(key) = inclusive::key(&key, profile.splitting()) {
        return composed(key);
    }
    if key == "&"
        && let Some(print) = profile.rules().old_print.filter(|_| old_print)
    {
        return print.and.to_owned();
    }
    // After the marks that may stand between a letter and its accent are gone; and again where an ordinal's letter came down.
    composed(numerals::superscript_ordinal(composed(key)))
}

/// The pronoun of a key that has the hyphen which ties it to the verb before it, without that hyphen (`-il`) and without
/// the `t` that avoids a hiatus (`-t-il`).
fn inverted(key: &str) -> Option<&str> {
    let word = |rest: &&str| rest.starts_with(char::is_alphabetic);
    let pronoun = key.strip_prefix('-').filter(word)?;
    let hiatus = ["t-", "t'"]
        .into_iter()
        .find_map(|t| pronoun.strip_prefix(t).filter(word));
    Some(hiatus.unwrap_or(pronoun))
}

/// Appends what stands for `c` in a key.
fn push(key: &mut String, c: char) {
    match c {
        // Apostrophes, and the turned comma, the prime and the lone accent typed for them.
        '’' | '‘' | '`' | '´' | 'ʼ' | '‛' | '＇' | '′' => key.push('\''),
        '«' | '»' | '“' | '”' | '„' | '‟' | '″' | '〝' | '〞' | '〟' | '❝' | '❞' => {
            key.push('"')
        }
        '‹' | '›' | '‚' | '❛' | '❜' => key.push('\''),
        '…' => key.push_str("..."),
        '\u{2010}' | '\u{2011}' | '–' | '—' | '―' | '‒' | '−' => key.push('-'),
        // Of a number the raised letter is the sign of an ordinal.
        'ᵒ' if key.ends_with(|c: char| c.is_ascii_digit()) => key.push('°'),
        'º' | '˚' => key.push('°'),
        '№' => key.push_str("n°"),
        // H₂O.
        '₀'..='₉' => key.push(char::from(b'0' + (c as u32 - '₀' as u32) as u8)),
        'ſ' => key.push('s'),
        'ﬀ' => key.push_str("ff"),
        'ﬁ' => key.push_str("fi"),
        'ﬂ' => key.push_str("fl"),
        'ﬃ' => key.push_str("ffi"),
        'ﬄ' => key.push_str("ffl"),
        'ﬅ' | 'ﬆ' => key.push_str("st"),
        'ĳ' => key.push_str("ij"),
        'Ĳ' => key.push_str("IJ"),
        // And what lengthens a word in Arabic print.
        '\u{00AD}' | '\u{640}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}' => {
        }
        // Letters, figures and signs of full width, which are those of their own width and stand for what those do.
        '！'..='～' => push(key, char::from(b'!' + (c as u32 - '！' as u32) as u8)),
        c if c.is_whitespace() => {}
        // Digits of other scripts.
        c => match digit(c) {
            Some(value) => key.push(char::from(b'0' + value)),
            None => key.push(plain_letter(c)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Profile, fold as fold_with};
    use crate::witness::Language;

    fn fold_of(token: &str, language: Language, old_print: bool) -> String {
        fold_with(token, Profile::of(language), old_print)
    }

    fn fold(token: &str, old_print: bool) -> String {
        fold_of(token, Language::FRENCH, old_print)
    }

    fn same(pairs: &[(&str, &str)]) {
        for (a, b) in pairs {
            assert_eq!(fold(a, false), fold(b, false), "{a} {b}");
        }
    }

    #[test]
    fn marks() {
        same(&[
            ("l｀", "l'"),
            ("l＇", "l'"),
            ("l’", "l'"),
            ("lʼ", "l'"),
            ("«", "\""),
            ("«\u{a0}", "“"),
            ("\u{202f}»", "”"),
            ("…", "..."),
            ("–", "—"),
            ("—", "-"),
            ("n°", "nº"),
            ("n.º", "nº"),
            ("1.ª", "1ª"),
            ("``", "“"),
            ("''", "”"),
            (",,", "„"),
            ("´´", "“"),
            ("l´", "l'"),
            ("d‘", "d′"),
            ("№", "n°"),
            ("（", "("),
        ]);
    }

    #[test]
    fn pronouns_behind_their_verb() {
        same(&[
            ("-il", "il"),
            ("-t-il", "il"),
            ("-t’elle", "elle"),
            ("‑vous", "vous"),
            ("-t’", "t'"),
        ]);
        assert_eq!(fold("-", false), "-");
        assert_eq!(fold("--", false), "--");
        assert_eq!(fold("-25", false), "-25");
    }

    #[test]
    fn letters() {
        same(&[
            ("e\u{301}tat", "état"),
            ("impor\u{ad}tant", "important"),
            ("mot\u{200b}", "mot"),
            ("mot\u{2060}", "mot"),
            ("non\u{2011}dit", "non-dit"),
            ("ﬁlet", "filet"),
            ("eﬀroi", "effroi"),
            ("oﬃce", "office"),
            ("conﬂit", "conflit"),
            ("caﬆor", "castor"),
            ("meiﬅ", "meist"),
            ("ĳs", "ijs"),
            ("Ĳsland", "IJsland"),
            ("croiſſant", "croissant"),
            ("Mᵐᵉ", "Mme"),
            ("Dᵣ", "Dr"),
            ("nᵒ", "no"),
            ("ＡＢＣ", "ABC"),
        ]);
    }

    #[test]
    fn numbers() {
        same(&[
            ("1 500", "1500"),
            ("1\u{202f}500", "1500"),
            ("1\u{a0}500", "1500"),
            ("XIXe", "XIXᵉ"),
            ("19e", "19ᵉ"),
            ("1er", "1ᵉʳ"),
        ]);
        assert_ne!(fold("m²", false), fold("m2", false));
        assert_ne!(fold("VIe", false), fold("vie", false));
    }

    #[test]
    fn grouped_digits() {
        for (language, token, key) in [
            (Language::ENGLISH, "10,000", "10000"),
            (Language::ENGLISH, "1,500", "1500"),
            (Language::ENGLISH, "12,345,678", "12345678"),
            (Language::ENGLISH, "1,5", "1.5"),
            (Language::ENGLISH, "1,50", "1.50"),
            (Language::ENGLISH, "1,5000", "1.5000"),
            (Language::ENGLISH, "1000,000", "1000.000"),
            (Language::ENGLISH, "1,000,00", "1,000,00"),
            (Language::ENGLISH, "0,125", "0.125"),
            (Language::ENGLISH, "1,234.5", "1234.5"),
            (Language::ENGLISH, "10.000", "10.000"),
            (Language::ENGLISH, "3.142", "3.142"),
            (Language::ENGLISH, "1,", "1,"),
            (Language::ENGLISH, ",500", ",500"),
            (Language::ENGLISH, ",", ","),
            (Language::GERMAN, "10.000", "10000"),
            (Language::SPANISH, "1.000.000", "1000000"),
            (Language::ITALIAN, "2.500", "2500"),
            (Language::GERMAN, "3.14", "3,14"),
            (Language::GERMAN, "1.234,5", "1234,5"),
            (Language::GERMAN, "1'234.5", "1234,5"),
            (Language::GERMAN, "−5", "-5"),
            (Language::GERMAN, "–2,5", "-2,5"),
            (Language::SPANISH, "+1.500", "+1500"),
            (Language::GERMAN, "12.10.2020", "12.10.2020"),
            (Language::GERMAN, "10,000", "10,000"),
            (Language::GERMAN, "3.", "3."),
            (Language::GERMAN, "0.125", "0,125"),
            (Language::FRENCH, "1,500", "1,500"),
            (Language::FRENCH, "1.500", "1500"),
            (Language::FRENCH, "12.5", "12,5"),
            (Language::FRENCH, "1/10 000", "1/10000"),
            (Language::literal("pt"), "25.000", "25000"),
            (Language::literal("nl"), "12.5", "12,5"),
            (Language::ITALIAN, "1.250.000,75", "1250000,75"),
        ] {
            assert_eq!(fold_of(token, language, false), key, "{language:?} {token}");
        }
    }

    #[test]
    fn ampersand_is_a_word_only_in_old_print() {
        assert_eq!(fold("&", true), "et");
        assert_eq!(fold("&", false), "&");
    }
}
