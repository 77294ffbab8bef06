//! Kinds of characters: what joins, opens, closes, ends.

use unicode_normalization::char::is_combining_mark;

/// Part of a word by itself: a letter, a digit, or a mark over one.
pub(crate) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    !is_apostrophe(c) && (c.is_alphanumeric() || is_mark(c))
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

/// An apostrophe, as it is typed and mistyped.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '＇')
}

/// A hyphen that joins the parts of a compound.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A dash, or a hyphen that stands for one.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−')
}

/// Opens a bracket.
pub(crate) fn opens_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '⟨' | '⟦')
}

/// Closes a bracket.
pub(crate) fn closes_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '⟩' | '⟧')
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

/// Ends a sentence, where nothing speaks against it.
pub(crate) fn is_terminal(c: char) -> bool {
    matches!(
        c,
        '.' | '?' | '!' | '…' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '。' | '？' | '！' | '؟' | '।'
    )
}

/// Of a script written without spaces between words, where a run of letters is no word.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A vowel letter of the languages known here, small.
pub(crate) fn is_vowel(c: char) -> bool {
    "aeiouyàâäáãåèéêëìíîïòóôöõùúûüÿœæ".contains(c)
}

/// The first character of `text` at byte `at`, if there is one.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The character of `text` that ends at byte `at`, if there is one.
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}
