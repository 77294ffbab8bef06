//! Lines of a given width: text is broken between words, and inside a word (but in no grapheme) only where the word
//! alone is wider than the line.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::ink::Ink;

/// A stretch of text in one ink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text in which no line is broken, whatever spaces it holds.
    Text(String, Ink),
    /// A space at which a line may be broken.
    Space(Ink),
}

impl Piece {
    pub(super) fn text(text: impl Into<String>, ink: Ink) -> Self {
        Self::Text(text.into(), ink)
    }

    /// Takes its own colour from it.
    pub(super) fn make_faint(&mut self) {
        let (Self::Text(_, ink) | Self::Space(ink)) = self;
        *ink = Ink::Faint;
    }

    /// The words of a sentence of ours, with a place to break between them.
    pub(super) fn words(sentence: &str, ink: Ink) -> Vec<Self> {
        let mut pieces = Vec::new();
        for (n, word) in sentence.split(' ').enumerate() {
            if n > 0 {
                pieces.push(Self::Space(ink));
            }
            if !word.is_empty() {
                pieces.push(Self::text(word, ink));
            }
        }
        pieces
    }
}

/// One line: its text by ink, and its width in columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<(String, Ink)>,
    pub(super) width: usize,
}

impl Line {
    pub(super) fn push(&mut self, text: &str, ink: Ink) {
        if text.is_empty() {
            return;
        }
        self.width += text.width();
        match self.pieces.last_mut() {
            Some((last, same)) if *same == ink => last.push_str(text),
            _ => self.pieces.push((text.to_owned(), ink)),
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        for (text, ink) in other.pieces {
            self.push(&text, ink);
        }
    }
}

/// `pieces` in lines of at most `width` columns (at least 1; a grapheme wider than that stands alone).
pub(super) fn wrap(pieces: &[Piece], width: usize) -> Vec<Line> {
    let width = width.max(1);
    let mut lines: Vec<Line> = Vec::new();
    // Columns of the last line that are taken, and the space that stands before its next word.
    let (mut taken, mut space) = (0, None);
    for word in words(pieces, width) {
        let gap = usize::from(space.is_some());
        match lines.last_mut() {
            Some(line) if taken + gap + word.width <= width => {
                if let Some(ink) = space {
                    line.push(" ", ink);
                }
                taken += gap;
            }
            _ => {
                lines.push(Line::default());
                taken = 0;
            }
        }
        taken += word.width;
        space = word.space;
        // There is a line: the match above has made one where there was none.
        if let Some(line) = lines.last_mut() {
            for (text, ink) in word.parts {
                line.push(text, ink);
            }
        }
    }
    lines
}

/// `pieces` in one line of at most `width` columns, cut off with `…` where there is more.
pub(super) fn cut(pieces: &[Piece], width: usize) -> Line {
    let mut line = Line::default();
    let graphemes = pieces.iter().flat_map(|piece| match piece {
        Piece::Text(text, ink) => text.graphemes(true).map(|g| (g, *ink)).collect(),
        Piece::Space(ink) => vec![(" ", *ink)],
    });
    // What would fit if nothing came after it, held back until that is known.
    let mut held: Vec<(&str, Ink)> = Vec::new();
    let mut total = 0;
    for (grapheme, ink) in graphemes {
        total += grapheme.width();
        if total > width {
            line.push("…", Ink::Margin);
            return line;
        }
        if total < width && held.is_empty() {
            line.push(grapheme, ink);
        } else {
            held.push((grapheme, ink));
        }
    }
    for (grapheme, ink) in held {
        line.push(grapheme, ink);
    }
    line
}

/// `text` in at most `width` columns, its beginning replaced by `…` where it is longer: the end of a path names the file.
pub(super) fn end_of(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut room = width.saturating_sub(1);
    let mut start = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        match room.checked_sub(grapheme.width()) {
            Some(left) => room = left,
            None => break,
        }
        start = at;
    }
    format!("…{}", &text[start..])
}

/// What stands between two places to break.
#[derive(Debug, Default)]
struct Word<'a> {
    parts: Vec<(&'a str, Ink)>,
    width: usize,
    space: Option<Ink>,
}

fn words(pieces: &[Piece], limit: usize) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut word = Word::default();
    for piece in pieces {
        match piece {
            Piece::Text(text, ink) => {
                let mut rest = text.as_str();
                while let Some(at) = break_between_wide(rest) {
                    word.width += rest[..at].width();
                    word.parts.push((&rest[..at], *ink));
                    finish(&mut words, &mut word, limit);
                    rest = &rest[at..];
                }
                word.width += rest.width();
                word.parts.push((rest, *ink));
            }
            Piece::Space(ink) => {
                word.space = Some(*ink);
                finish(&mut words, &mut word, limit);
            }
        }
    }
    finish(&mut words, &mut word, limit);
    words
}

/// Ends a word; one that is wider than a line is cut between graphemes.
fn finish<'a>(words: &mut Vec<Word<'a>>, word: &mut Word<'a>, limit: usize) {
    let word = std::mem::take(word);
    if word.parts.is_empty() {
        return;
    }
    if word.width <= limit {
        words.push(word);
        return;
    }
    let mut part = Word::default();
    for (text, ink) in word.parts {
        for grapheme in text.graphemes(true) {
            let width = grapheme.width();
            if part.width + width > limit && part.width > 0 {
                words.push(std::mem::take(&mut part));
            }
            part.width += width;
            part.parts.push((grapheme, ink));
        }
    }
    part.space = word.space;
    words.push(part);
}

/// The first place between two wide characters (scripts that write no spaces), in bytes; not before closing marks.
fn break_between_wide(text: &str) -> Option<usize> {
    // Below U+1100 nothing is wide.
    if text.chars().all(|c| c < '\u{1100}') {
        return None;
    }
    let mut before_wide = false;
    for (at, grapheme) in text.grapheme_indices(true) {
        let wide = grapheme.width() == 2;
        if before_wide && wide && !grapheme.starts_with(CLOSING) {
            return Some(at);
        }
        before_wide = wide && !grapheme.starts_with(OPENING);
    }
    None
}

const CLOSING: [char; 14] = [
    '。', '、', '，', '．', '！', '？', '：', '；', '」', '』', '）', '】', '》', '〉',
];
const OPENING: [char; 6] = ['「', '『', '（', '【', '《', '〈'];

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pieces: &[Piece], width: usize) -> Vec<String> {
        wrap(pieces, width)
            .iter()
            .map(|line| {
                assert!(line.width <= width, "{line:?} is wider than {width}");
                line.pieces.iter().map(|(text, _)| text.as_str()).collect()
            })
            .collect()
    }

    #[test]
    fn breaks_between_words_and_drops_the_space_there() {
        let pieces = Piece::words("le risque d’une confrontation", Ink::Plain);
        assert_eq!(
            lines(&pieces, 10),
            ["le risque", "d’une", "confrontat", "ion"]
        );
        assert_eq!(lines(&pieces, 80), ["le risque d’une confrontation"]);
    }

    #[test]
    fn text_with_a_space_of_its_own_is_not_broken_there() {
        let pieces = [
            Piece::text("prêts", Ink::Plain),
            Piece::Space(Ink::Plain),
            Piece::text("vraiment", Ink::Plain),
            Piece::text(" ?", Ink::Plain),
        ];
        assert_eq!(lines(&pieces, 14), ["prêts", "vraiment ?"]);
    }

    #[test]
    fn a_grapheme_is_never_cut() {
        let family = "👩\u{200d}👩\u{200d}👧";
        let text = format!("e\u{301}{family}e\u{301}e\u{301}");
        let cut = lines(&[Piece::text(text, Ink::Plain)], 3);
        assert_eq!(
            cut,
            [format!("e\u{301}{family}"), "e\u{301}e\u{301}".into()]
        );
    }

    #[test]
    fn wide_characters_count_two_and_may_be_parted() {
        let pieces = [Piece::text("日本語です。", Ink::Plain)];
        assert_eq!(lines(&pieces, 6), ["日本語", "です。"]);
        assert_eq!(lines(&pieces, 10), ["日本語で", "す。"]);
    }

    #[test]
    fn one_line_is_cut_with_an_ellipsis() {
        let pieces = Piece::words("un deux trois", Ink::Plain);
        let text = |width| -> String {
            let line = cut(&pieces, width);
            assert!(line.width <= width);
            line.pieces.into_iter().map(|(text, _)| text).collect()
        };
        assert_eq!(text(13), "un deux trois");
        assert_eq!(text(12), "un deux tro…");
        assert_eq!(text(2), "u…");
    }

    #[test]
    fn a_path_keeps_its_end() {
        assert_eq!(end_of("textes/été.txt", 14), "textes/été.txt");
        assert_eq!(end_of("textes/été.txt", 9), "…/été.txt");
        assert_eq!(end_of("日本.txt", 6), "….txt");
        assert_eq!(end_of("abc", 0), "…");
    }

    #[test]
    fn a_width_of_nothing_still_ends() {
        assert_eq!(wrap(&Piece::words("ab 日", Ink::Plain), 0).len(), 3);
        assert!(wrap(&[], 0).is_empty());
    }
}
