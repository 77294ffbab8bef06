//! Kinds of characters: what joins, opens, closes, ends.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::witness::TokenKind;

/// Part of a word by itself: a letter, a digit, or a mark over one.
pub(crate) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    !is_apostrophe(c) && (c.is_alphanumeric() || is_mark(c))
}

/// A letter of the Latin alphabet with a sign on it, or of two letters, of those that European languages have: `é`, `œ`, `ł`.
pub(crate) fn is_latin_letter(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}') && !matches!(c, '×' | '÷')
}

/// A combining mark, which belongs to the character before it.
pub(crate) fn is_mark(c: char) -> bool {
    c >= '\u{300}' && is_combining_mark(c)
}

/// Without width of its own: soft hyphen, zero-width space and joiners, direction marks. Stays in the token it touches.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// An apostrophe, as it is typed and mistyped: accents without a letter and the prime stand for it as well.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '‛' | '＇' | '´' | '`' | '′')
}

/// A sign that says something by itself, unlike punctuation: of money, arithmetic, measure; arrows, ticks, emoji.
///
/// Bullets, borders, trade marks and the notes about songs in subtitles are decoration.
pub(crate) fn is_symbol(c: char) -> bool {
    matches!(c,
        '%' | '‰' | '‱' | '§' | '¶' | '°' | '$' | '+' | '=' | '<' | '>' | '¢'..='¥' | '±' | '×' | '÷' | '№'
        | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{22ff}' | '\u{2600}'..='\u{2668}' | '\u{266d}'..='\u{275a}'
        | '\u{2761}'..='\u{27bf}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f300}'..='\u{1faff}')
}

/// What kind of token these characters are, where no text around them tells.
pub(crate) fn kind_of(token: &str) -> TokenKind {
    let number = token.trim_start_matches(|c| is_sign(c) || is_ignorable(c));
    if number.starts_with(opens_number) {
        TokenKind::Number
    } else if token
        .chars()
        .any(|c| c.is_alphanumeric() || is_symbol(c) || c == '&')
    {
        TokenKind::Word
    } else {
        TokenKind::Punctuation
    }
}

/// A raised figure: an exponent, or the call of a note.
pub(crate) fn is_raised_figure(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The letter that a raised or lowered one stands for; any other character itself.
pub(crate) fn plain_letter(c: char) -> char {
    const SMALL: [(char, char); 42] = [
        ('ᵃ', 'a'),
        ('ᵇ', 'b'),
        ('ᶜ', 'c'),
        ('ᵈ', 'd'),
        ('ᵉ', 'e'),
        ('ᶠ', 'f'),
        ('ᵍ', 'g'),
        ('ʰ', 'h'),
        ('ⁱ', 'i'),
        ('ʲ', 'j'),
        ('ᵏ', 'k'),
        ('ˡ', 'l'),
        ('ᵐ', 'm'),
        ('ⁿ', 'n'),
        ('ᵒ', 'o'),
        ('ᵖ', 'p'),
        ('ʳ', 'r'),
        ('ˢ', 's'),
        ('ᵗ', 't'),
        ('ᵘ', 'u'),
        ('ᵛ', 'v'),
        ('ʷ', 'w'),
        ('ˣ', 'x'),
        ('ʸ', 'y'),
        ('ᶻ', 'z'),
        ('ₐ', 'a'),
        ('ₑ', 'e'),
        ('ₕ', 'h'),
        ('ᵢ', 'i'),
        ('ⱼ', 'j'),
        ('ₖ', 'k'),
        ('ₗ', 'l'),
        ('ₘ', 'm'),
        ('ₙ', 'n'),
        ('ₒ', 'o'),
        ('ₚ', 'p'),
        ('ᵣ', 'r'),
        ('ₛ', 's'),
        ('ₜ', 't'),
        ('ᵤ', 'u'),
        ('ᵥ', 'v'),
        ('ₓ', 'x'),
    ];
    if c < 'ʰ' {
        return c;
    }
    let found = SMALL.iter().find(|(small, _)| *small == c);
    found.map_or(c, |&(_, letter)| letter)
}

/// A sign before a number: a minus, however it is typed, or a plus.
pub(crate) fn is_sign(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '–' | '−' | '+'
    )
}

/// A hyphen that joins the parts of a compound.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A dash, or a hyphen that stands for one.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−')
}

/// Opens a bracket; the corner brackets that quote in Chinese and Japanese are some.
pub(crate) fn opens_bracket(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '⟨'
            | '⟦'
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '〈'
            | '〔'
            | '［'
            | '｛'
            | '｢'
    )
}

/// Closes a bracket.
pub(crate) fn closes_bracket(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '⟩'
            | '⟧'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '〕'
            | '］'
            | '｝'
            | '｣'
    )
}

/// A quotation mark of any kind.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '«' | '»'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '"'
            | '‹'
            | '›'
            | '‘'
            | '’'
            | '‚'
            | '\''
            | '〝'
            | '〞'
            | '＂'
    )
}

/// Parts words within what they say, in any script.
pub(crate) fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '，' | '、' | '､' | '﹐' | '﹑' | '՝' | '፣')
}

/// Ends a sentence in any script, where nothing speaks against it.
pub(crate) fn is_terminal(c: char) -> bool {
    match c {
        '.' | '?' | '!' => true,
        _ if c < '\u{589}' => false,
        // Latin.
        '…' | '‼' | '‽' | '⁇' | '⁈' | '⁉' => true,
        // Chinese and Japanese, of full, half and small width.
        '。' | '．' | '？' | '！' | '｡' | '﹒' | '﹖' | '﹗' => true,
        // Armenian, Arabic with Urdu, Syriac.
        '։' | '؟' | '۔' | '܀' | '܁' | '܂' => true,
        // India, Sinhala, Tibetan.
        '।' | '॥' | '෴' | '།' | '༎' => true,
        // Burmese, Khmer, Ethiopic, Mongolian.
        '။' | '។' | '៕' | '።' | '፧' | '፨' | '᠃' | '᠉' => true,
        _ => false,
    }
}

/// Of a script written without spaces between words, where a run of letters is no word.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ece}' | '\u{edc}'..='\u{edf}'
        | '\u{1000}'..='\u{103f}' | '\u{1050}'..='\u{108f}' | '\u{109a}'..='\u{109f}'
        | '\u{1780}'..='\u{17d3}' | '\u{17d7}' | '\u{17dc}' | '\u{17dd}'
        | '々' | '〆' | '〇' | '\u{3040}'..='\u{30fa}' | '\u{30fc}'..='\u{312f}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// A vowel letter of Latin, Greek or Cyrillic script, small.
pub(crate) fn is_vowel(c: char) -> bool {
    match c {
        _ if c < '\u{370}' => "aeiouyàâäáãåèéêëìíîïòóôöõùúûüÿœæ".contains(c),
        // Greek letters come with several marks.
        _ => c
            .nfd()
            .next()
            .is_some_and(|base| "αεηιουωаеиоуыэюяіє".contains(base)),
    }
}

/// A Greek letter, with or without its marks.
pub(crate) fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{383}' | '\u{386}' | '\u{388}'..='\u{3e1}' | '\u{3f0}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// A text with the digits of other scripts as those of ours: `٥`, `५`.
pub(crate) fn in_western_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let western = |c| digit(c).map_or(c, |value| char::from(b'0' + value));
    text.chars().map(western).collect::<String>().into()
}

/// So many letters of an alphabet as a sign says in the mean: one of a script of words or syllables says more, one of a script
/// that leaves out vowels somewhat more.
pub(crate) fn worth(c: char) -> f32 {
    match c {
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => 2.8,
        '\u{ac00}'..='\u{d7a3}' => 2.0,
        '\u{3040}'..='\u{30ff}' | '\u{1200}'..='\u{137f}' => 1.6,
        '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{6ff}' => 1.25,
        _ => 1.0,
    }
}

/// The value of a digit in any script of decimal numbers: `4`, `४`, `٤`, `４`.
pub(crate) fn digit(c: char) -> Option<u8> {
    /// The zeros of scripts, whose digits follow in order.
    const ZEROS: [u32; 22] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
        0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x19d0, 0xff10,
    ];
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let zero = ZEROS.iter().rev().find(|&&zero| zero <= u32::from(c))?;
    u8::try_from(u32::from(c) - zero).ok().filter(|&n| n < 10)
}

/// What a sign for a part of one says, so many of so many: `½`, `⅔`.
pub(crate) fn vulgar_fraction(c: char) -> Option<(u64, u64)> {
    const SIGNS: [(char, u64, u64); 18] = [
        ('½', 1, 2),
        ('⅓', 1, 3),
        ('⅔', 2, 3),
        ('¼', 1, 4),
        ('¾', 3, 4),
        ('⅕', 1, 5),
        ('⅖', 2, 5),
        ('⅗', 3, 5),
        ('⅘', 4, 5),
        ('⅙', 1, 6),
        ('⅚', 5, 6),
        ('⅐', 1, 7),
        ('⅛', 1, 8),
        ('⅜', 3, 8),
        ('⅝', 5, 8),
        ('⅞', 7, 8),
        ('⅑', 1, 9),
        ('⅒', 1, 10),
    ];
    if c < '¼' {
        return None;
    }
    let found = SIGNS.iter().find(|(sign, ..)| *sign == c);
    found.map(|&(_, part, of)| (part, of))
}

/// Whether a number begins with a character: a digit, or the sign for a part of one.
pub(crate) fn opens_number(c: char) -> bool {
    digit(c).is_some() || vulgar_fraction(c).is_some()
}

/// Whether the first letter or digit of a text is a small letter.
pub(crate) fn begins_small(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(char::is_lowercase)
}

/// The first character of `text` at byte `at`, if there is one.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The character of `text` that ends at byte `at`, if there is one.
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (token, kind) in [
            ("l’", TokenKind::Word),
            ("&", TokenKind::Word),
            ("%", TokenKind::Word),
            ("≠", TokenKind::Word),
            ("1972", TokenKind::Number),
            ("−5", TokenKind::Number),
            ("19e", TokenKind::Number),
            ("½", TokenKind::Number),
            ("»", TokenKind::Punctuation),
            ("-", TokenKind::Punctuation),
            ("♪", TokenKind::Punctuation),
        ] {
            assert_eq!(kind_of(token), kind, "{token}");
        }
    }
}
