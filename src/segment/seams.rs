//! Text without marks: transcripts, subtitles run together, languages that are printed without full stops.
//!
//! A paragraph with hardly a mark is cut into pieces of the size of a clause at its seams, from itself alone. Seams are, the
//! stronger first: the few marks there are, spaces in scripts without spaces between words, line ends; words that end
//! clauses, conjunctions; and where a language has none that are known the word that comes most often, which is a conjunction
//! or a particle. Both renderings are so cut at the same words, where they have them.

use rustc_hash::FxHashMap;

use super::marks;
use super::rules::Rules;
use crate::language::chars::{is_apostrophe, is_unspaced};
use crate::witness::{Span, Token, TokenKind};

/// A paragraph without sentence marks is cut when it has so many words: items of lists and captions have fewer. One with
/// some is when it has so many for each: the long sentences of the press and of the law have fewer, or have commas.
const FEWEST_WORDS: usize = 40;
const WORDS_A_SENTENCE: usize = 100;
/// And so many words for each mark of any kind. Prose has one in ten words.
const WORDS_A_MARK: usize = 20;
/// The words of a piece. Clauses have some eight; where no seam comes up the piece is cut all the same.
const SHORTEST: usize = 5;
const LONGEST: usize = 14;
/// The size of a word, of an ideograph or a syllable sign, and of a letter with its marks of other scripts
/// without spaces between words.
const WORD: usize = 10;
const IDEOGRAPH: usize = 5;
const LETTER: usize = 2;

/// How strong a seam is, and how often the word behind it comes.
type Strength = (u8, u32);

const WHITE_SPACE: u8 = 3;
const KNOWN: u8 = 2;
/// Before a conjunction behind a function word: `à qui`, `ce que`.
const DOUBTFUL: u8 = 1;

/// A paragraph that has hardly any marks.
pub(super) struct Unmarked<'a> {
    text: &'a str,
    tokens: &'a [Token],
    rules: &'a Rules,
    /// How often each word comes, by its small letters.
    counts: FxHashMap<String, u32>,
}

impl<'a> Unmarked<'a> {
    /// The paragraph of `tokens`, if its marks are so few.
    pub(super) fn of(text: &'a str, tokens: &'a [Token], rules: &'a Rules) -> Option<Self> {
        let (mut total, mut all, mut ends) = (0, 0, 0);
        for &token in tokens {
            if token.kind == TokenKind::Punctuation {
                all += 1;
                ends += usize::from(marks::ends_sentence(text, token.span));
            } else {
                total += size(text, token);
            }
        }
        // An item of an enumeration ends like a sentence.
        let last = tokens.last().map(|token| &text[token.span.range()]);
        ends += usize::from(matches!(last, Some(";" | ":")));
        let words = total / WORD;
        let fewest = FEWEST_WORDS.max(ends * WORDS_A_SENTENCE);
        (words >= fewest.max(all * WORDS_A_MARK)).then(|| Self::known(text, tokens, rules))
    }

    /// The paragraph of `tokens`, of which it is known that its marks are so few.
    pub(super) fn known(text: &'a str, tokens: &'a [Token], rules: &'a Rules) -> Self {
        let mut counts = FxHashMap::default();
        for token in tokens {
            *counts
                .entry(text[token.span.range()].to_lowercase())
                .or_default() += 1;
        }
        Self {
            text,
            tokens,
            rules,
            counts,
        }
    }

    /// Where the pieces of `tokens[from..to]` end: indices behind their last tokens, increasing, the last of them `to`.
    pub(super) fn ends(&self, from: usize, to: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = from;
        // The best seam of the piece, and the words up to it; the size of the piece up to here.
        let mut best: Option<(Strength, usize)> = None;
        let mut at = start;
        let mut size_so_far = 0;
        while at < to {
            size_so_far += size(self.text, self.tokens[at]);
            at += 1;
            if at == to {
                break;
            }
            if size_so_far >= SHORTEST * WORD && self.may_cut(at) {
                let strength = self.strength(at);
                if best.is_none_or(|(most, _)| strength > most) {
                    best = Some((strength, at));
                }
            }
            let full = size_so_far >= LONGEST * WORD;
            if let (Some((strength, cut)), true) =
                (best, full || best.is_some_and(|b| b.0.0 >= KNOWN))
            {
                debug_assert!(cut > start && strength >= (0, 0));
                ends.push(cut);
                start = cut;
                at = cut;
                best = None;
                size_so_far = 0;
            }
        }
        // What is left at the end says too little to stand alone.
        let rest: usize = self.tokens[start..to]
            .iter()
            .map(|&t| size(self.text, t))
            .sum();
        if rest < SHORTEST * WORD / 2 {
            ends.pop();
        }
        ends.push(to);
        ends
    }

    /// How strong the seam before the token at `at` is, and 0 where no unit may begin.
    pub(super) fn seam(&self, at: usize) -> u8 {
        match at > 0 && self.may_cut(at) && self.is_open(at) {
            true => 1 + self.strength(at).0,
            false => 0,
        }
    }

    /// Whether the token at `at`, which is not the first, does not go with that before it.
    fn is_open(&self, at: usize) -> bool {
        let token = self.tokens[at];
        let word = &self.text[token.span.range()];
        let goes_back = token.kind == TokenKind::Punctuation
            && !word.starts_with(['«', '“', '„', '"', '(', '[', '-', '–', '—']);
        let previous = &self.text[self.tokens[at - 1].span.range()];
        !goes_back && !previous.ends_with(is_apostrophe)
    }

    /// Whether a piece may begin at all with the token at `at`, which is not the first: where a script sets spaces between
    /// words, behind one.
    fn may_cut(&self, at: usize) -> bool {
        let (before, token) = (self.tokens[at - 1].span, self.tokens[at].span);
        let is_apart = before.end < token.start;
        let is_unspaced = |span: Span| self.text[span.range()].contains(is_unspaced);
        is_apart || is_unspaced(before) || is_unspaced(token)
    }

    /// How strong the seam before the token at `at` is, which is not the first.
    fn strength(&self, at: usize) -> Strength {
        let (before, token) = (self.tokens[at - 1], self.tokens[at]);
        if !self.is_open(at) {
            return (0, 0);
        }
        let word = &self.text[token.span.range()];
        let previous = &self.text[before.span.range()];
        let between = &self.text[before.span.range().end..token.span.range().start];
        let unspaced =
            !between.is_empty() && previous.contains(is_unspaced) && word.contains(is_unspaced);
        let kind = if before.kind == TokenKind::Punctuation || unspaced || between.contains('\n') {
            WHITE_SPACE
        } else if self.rules.splitting.ends_clause(previous) {
            KNOWN
        } else if self.begins_clause(at) {
            match self
                .rules
                .is_function(previous.trim_end_matches(is_apostrophe))
            {
                true => DOUBTFUL,
                false => KNOWN,
            }
        } else {
            0
        };
        (
            kind,
            self.counts
                .get(word.to_lowercase().as_str())
                .copied()
                .unwrap_or_default(),
        )
    }

    /// Whether one of the listed conjunctions begins at `at`.
    fn begins_clause(&self, at: usize) -> bool {
        self.rules.splitting.conjunctions.iter().any(|conjunction| {
            let mut tokens = self.tokens[at..].iter();
            conjunction.split(' ').all(|word| {
                tokens.next().is_some_and(|token| {
                    let token = &self.text[token.span.range()];
                    token.trim_end_matches(is_apostrophe).to_lowercase()
                        == word.trim_end_matches('\'')
                })
            })
        })
    }
}

/// The size of a token, in tenths of a word.
fn size(text: &str, token: Token) -> usize {
    let word = &text[token.span.range()];
    match word.chars().find(|&c| is_unspaced(c)) {
        _ if token.kind == TokenKind::Punctuation => 0,
        Some(c) if c < '\u{2e80}' => LETTER,
        Some(_) => IDEOGRAPH,
        None => WORD,
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::segment;
    use crate::witness::{Language, Level};

    fn pieces(text: &str, code: &str, level: Level) -> Vec<String> {
        let language = Language::from_code(code).expect("a code");
        let found = segment(text, language, level);
        let units = if level == Level::Clause {
            &found.clauses
        } else {
            &found.sentences
        };
        units
            .iter()
            .map(|s| text[s.span.range()].to_owned())
            .collect()
    }

    #[test]
    fn text_without_marks_is_cut_at_conjunctions() {
        let text = "the old man went down to the river every morning and he looked at the water all day long because \
                    his brother had drowned in its water when they were both young but nobody in the village knew of it or spoke of him";
        assert_eq!(
            pieces(text, "en", Level::Sentence),
            [
                "the old man went down to the river every morning",
                "and he looked at the water all day long",
                "because his brother had drowned in its water",
                "when they were both young",
                "but nobody in the village knew of it or spoke of him"
            ]
        );
    }

    #[test]
    fn words_that_end_clauses_are_seams() {
        let text = "नदी के किनारे एक बूढ़ा आदमी रहता था वह रोज़ सुबह पानी को देखता था उसके दो बेटे शहर में काम करते हैं \
                    और वे साल में एक बार घर आते हैं गाँव के लोग उनकी बहुत इज़्ज़त करते हैं";
        let pieces = pieces(text, "hi", Level::Sentence);
        assert!(
            pieces
                .iter()
                .all(|piece| piece.ends_with("था") || piece.ends_with("हैं")),
            "{pieces:?}"
        );
        assert_eq!(pieces.len(), 5);
    }

    #[test]
    fn spaces_are_seams_where_words_have_none() {
        let text = "ชายชราคนหนึ่งอาศัยอยู่ริมแม่น้ำ ทุกเช้าเขาจะลงไปดูน้ำอยู่นาน เขามีลูกชายสองคนทำงานอยู่ในเมือง \
                    ปีละครั้งพวกเขากลับมาบ้านพร้อมกัน คนในหมู่บ้านรักและนับถือพวกเขามาก ไม่มีใครรู้ว่าพี่ชายของเขาจมน้ำตาย";
        let pieces = pieces(&[text; 2].join(" "), "th", Level::Sentence);
        // The shortest says too little, and goes with the next.
        assert_eq!(pieces.len(), 10, "{pieces:?}");
    }

    #[test]
    fn where_no_word_is_known_pieces_have_a_readable_length() {
        let text = "ka lo mi ren su ta ".repeat(12);
        let pieces = pieces(&text, "tlh", Level::Sentence);
        assert!(
            pieces
                .iter()
                .all(|piece| (3..=14).contains(&piece.split(' ').count())),
            "{pieces:?}"
        );
    }

    #[test]
    fn prose_with_marks_is_left_alone() {
        for text in [
            "Le conseil, qui avait été convoqué la veille par une lettre du maire, siégea jusqu’à la nuit dans la salle des fêtes, \
             et comme personne ne voulait céder, on finit par voter à main levée, ce qui ne s’était jamais vu dans la commune.",
            "Un titre de journal sans aucun point",
            "Le ministre a déclaré hier soir à la sortie du conseil que les mesures annoncées par le gouvernement pour venir en \
             aide aux habitants des communes touchées par les inondations du mois dernier seraient appliquées avant la fin de \
             l’année dans toutes les régions et que les sommes promises seraient versées sans attendre le vote du budget.",
            "– dans les pays où il est possible de renoncer au droit de percevoir des redevances au titre d’un régime de licence \
             légale ou de gestion collective obligatoire le donneur renonce au droit exclusif de percevoir ces redevances pour \
             tout exercice par vous des droits accordés ;",
        ] {
            assert_eq!(pieces(text, "fr", Level::Sentence), [text]);
        }
    }

    #[test]
    fn verses_stay_whole_and_their_clauses_are_pieces() {
        let verse = "et il alla vers la ville avec ses frères et il parla au roi qui était assis sur le trône";
        let text: String = (1..=5).map(|n| format!("{n} {verse} ")).collect();
        assert_eq!(pieces(&text, "fr", Level::Sentence).len(), 5);
        assert!(pieces(&text, "fr", Level::Clause).len() > 10);
    }
}
