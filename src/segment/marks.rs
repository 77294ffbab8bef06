//! The marks that end sentences, as each script has them.
//!
//! Most marks end sentences wherever they stand ([`is_terminal`]). A few do so in one script only, and the letter before
//! them tells which: `;` asks in Greek, `:` is a full stop in Armenian, `|` in the scripts of India.

use crate::language::chars::{
    closes_bracket, digit, is_greek, is_ignorable, is_quote, is_terminal, is_unspaced,
};
use crate::witness::Span;

/// Whether the mark `text[mark]` ends sentences, where nothing speaks against it.
pub(super) fn ends_sentence(text: &str, mark: Span) -> bool {
    let range = mark.range();
    let Some(c) = text[range.clone()].chars().next() else {
        return false;
    };
    is_terminal(c)
        || matches!(c, ';' | '\u{37e}' | '·' | '\u{387}' | ':' | '|' | '፡')
            && letter_before(&text[..range.start]).is_some_and(|before| match c {
                // Raised, the point is a colon, behind which Greek as it is edited begins anew.
                ';' | '\u{37e}' | '·' | '\u{387}' => is_greek(before),
                ':' => is_armenian(before),
                '|' => is_indic(before),
                // Doubled, the mark between Ethiopic words.
                _ => text[..range.start].ends_with(c),
            })
}

/// Whether `mark`, which ends sentences, does so before a small letter as well: the raised point of Greek, the stops of scripts
/// without capitals, behind which a foreign word may stand.
pub(super) fn before_small(mark: &str) -> bool {
    mark.starts_with(['·', '\u{387}', '。', '｡', '।', '॥', '۔', '။', '።', '។', '|'])
}

/// Whether the mark `text[mark]` ends a clause; a mark that ends sentences does so only behind words.
pub(super) fn ends_clause(text: &str, mark: Span, behind_words: bool) -> bool {
    text[mark.range()].starts_with([';', ':', '；', '：', '؛', '፤', '፥', '፦'])
        || behind_words && ends_sentence(text, mark)
}

/// Whether the sentence goes on in `next` without a space, behind marks that end `before` and could end it.
pub(super) fn goes_on(before: &str, next: &str) -> bool {
    // 「はい。」と言った: Japanese says by these particles who spoke; a sentence begins with none of them.
    let quoted = before.ends_with(['」', '』'])
        && ["と", "って", "を", "など"]
            .iter()
            .any(|p| next.starts_with(p));
    // “你去哪儿？”他问。 So does Chinese, by the verb before the next mark.
    let speaker = || {
        const LONGEST: usize = 8;
        let mut near = next.char_indices().take(LONGEST);
        let end = near.find(|(_, c)| matches!(c, '，' | '。' | '：' | '！' | '？'));
        let said = end.and_then(|(end, _)| next[..end].chars().next_back());
        said.is_some_and(|c| "说道问喊叫答曰說問".contains(c))
    };
    let quoted = quoted || before.ends_with(['”', '」', '』']) && speaker();
    // 打率.450
    let decimal = next.starts_with(|c| digit(c).is_some())
        && before
            .strip_suffix('.')
            .and_then(|b| b.chars().next_back())
            .is_some_and(is_unspaced);
    quoted || decimal
}

/// The last letter of `text`, over closing marks, other marks of the same kinds and one space.
fn letter_before(text: &str) -> Option<char> {
    // More marks than this stand nowhere.
    const MOST: usize = 4;
    text.chars()
        .rev()
        .take(MOST)
        .find(|&c| {
            !(closes_bracket(c)
                || is_quote(c)
                || is_ignorable(c)
                || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '|' | '፡'))
        })
        .filter(|c| !c.is_ascii())
}

fn is_armenian(c: char) -> bool {
    matches!(c, '\u{531}'..='\u{587}')
}

/// A letter or vowel sign of the scripts of India, from Devanagari to Malayalam.
pub(super) fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{d7f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_one_script() {
        for (text, ends) in [
            ("τί ἐστι τοῦτο;", true),
            ("«Πού πας»;", true),
            ("νὺξ ἦν·", true),
            ("Il vint ;", false),
            ("l·", false),
            ("Ես եմ:", true),
            ("Il dit:", false),
            ("वह आया |", true),
            ("वह आया ||", true),
            ("a |", false),
            ("እባክህ ና፡፡", true),
            ("እባክህ፡", false),
            ("وہ آیا۔", true),
        ] {
            let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
            let mark = Span::new(last, text.len());
            assert_eq!(ends_sentence(text, mark), ends, "{text}");
        }
    }
}
