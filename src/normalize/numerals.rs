//! Ordinals: `19e`, `19ᵉ`, `XIXe`, `XIXᵉ`, `19ème`.

use crate::language::chars::plain_letter;

/// The typographic key of an ordinal: plain after digits, superscript after Roman numerals, so that `VIe` is not `vie`.
/// Everything else comes back as it was.
pub(super) fn superscript_ordinal(key: String) -> String {
    let Some(first) = key.chars().next() else {
        return key;
    };
    if first.is_ascii_digit() {
        // 1.ª: as 1a; raised letters are plain already.
        return key.replace('ª', "a");
    }
    let digits = key.chars().take_while(|&c| roman_digit(c) > 0).count();
    let (number, suffix) = key.split_at(digits);
    // `Le`, `Ce`, `De`, `Me` are words; of single digits only V and X stand before an `e`.
    let plausible = digits > 1 || matches!(number, "V" | "X" | "I");
    if !plausible || roman(number).is_none() {
        return key;
    }
    let suffix: String = suffix.chars().map(plain_letter).collect();
    match suffix.as_str() {
        "e" | "ème" | "ième" | "eme" | "ieme" if number != "I" => {
            format!("{number}{}", superscript(&suffix))
        }
        "er" | "re" | "ère" if number == "I" => format!("{number}{}", superscript(&suffix)),
        _ => key,
    }
}

/// The value of a Roman numeral, also as an ordinal: `XIX`, `XIXe`.
pub(crate) fn roman_value(text: &str) -> Option<u32> {
    if !text.starts_with(|c| roman_digit(c) > 0) {
        return None;
    }
    let digits = text.chars().take_while(|&c| roman_digit(c) > 0).count();
    let (number, suffix) = text.split_at(digits);
    let suffix: String = suffix.chars().map(plain_letter).collect();
    let plain = format!("{number}{suffix}");
    let ordinal = suffix.is_empty() || superscript_ordinal(plain.clone()) != plain;
    roman(number).filter(|_| ordinal)
}

/// The spelling key of an ordinal, from its accent key: `xixᵉ`, `19eme` and `19e` are `19e`.
pub(super) fn ordinal(key: &str) -> Option<String> {
    let digits = key.chars().take_while(char::is_ascii_digit).count();
    let (number, suffix): (u32, String) = if digits > 0 {
        let (number, suffix) = key.split_at(digits);
        (number.parse().ok()?, suffix.to_owned())
    } else {
        if !key.ends_with(['ᵉ', 'ʳ']) {
            return None;
        }
        let upper = key.to_uppercase();
        let digits = upper.chars().take_while(|&c| roman_digit(c) > 0).count();
        (
            roman(&upper[..digits])?,
            key[digits..].chars().map(plain_letter).collect(),
        )
    };
    match suffix.as_str() {
        "e" | "eme" | "ieme" | "me" => Some(format!("{number}e")),
        "er" => Some(format!("{number}er")),
        "re" | "ere" => Some(format!("{number}re")),
        _ => None,
    }
}

/// The suffix with its last letter raised: enough to keep `VIᵉ` from `vie`.
fn superscript(suffix: &str) -> String {
    let mut out: Vec<char> = suffix.chars().collect();
    if let Some(last) = out.last_mut() {
        *last = if *last == 'r' { 'ʳ' } else { 'ᵉ' };
    }
    out.into_iter().collect()
}

fn roman_digit(c: char) -> u32 {
    match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        'D' => 500,
        'M' => 1000,
        _ => 0,
    }
}

/// The value of a well-formed Roman numeral in capitals, up to 3999.
fn roman(text: &str) -> Option<u32> {
    const PARTS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    let (mut rest, mut value) = (text, 0);
    for (part, worth) in PARTS {
        let once = part.len() == 2 || matches!(part, "D" | "L" | "V");
        for _ in 0..if once { 1 } else { 3 } {
            if let Some(r) = rest.strip_prefix(part) {
                rest = r;
                value += worth;
            }
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romans() {
        assert_eq!(roman("XIX"), Some(19));
        assert_eq!(roman("MCMLXXII"), Some(1972));
        assert_eq!(roman("IIII"), None);
        assert_eq!(roman("VX"), None);
        assert_eq!(roman(""), None);
        for (text, value) in [
            ("XXI", 21),
            ("XXIe", 21),
            ("XIXᵉ", 19),
            ("XIXᵉᵐᵉ", 19),
            ("XVIIIème", 18),
            ("Ier", 1),
            ("Ve", 5),
        ] {
            assert_eq!(roman_value(text), Some(value), "{text}");
        }
        for word in ["Le", "De", "Vie", "DIXIT", "vi", "Mˡˡᵉ", "Mme"] {
            assert_eq!(roman_value(word), None, "{word}");
        }
    }

    #[test]
    fn ordinals() {
        assert_eq!(ordinal("xixᵉ").as_deref(), Some("19e"));
        assert_eq!(ordinal("19eme").as_deref(), Some("19e"));
        assert_eq!(ordinal("1er").as_deref(), Some("1er"));
        assert_eq!(ordinal("vie"), None);
        assert_eq!(ordinal("1972"), None);
    }

    #[test]
    fn words_are_no_ordinals() {
        for word in ["Le", "Ce", "De", "Me", "vie", "Vive", "MILLE", "Die"] {
            assert_eq!(superscript_ordinal(word.to_owned()), word);
        }
    }
}
