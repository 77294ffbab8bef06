//! Tokens of a sentence to clauses: the parts that renderings move about, leave out, or make sentences of.
//!
//! A clause ends
//! - at `;` and `:`;
//! - at `? ! …` inside a sentence, with the quotation marks and brackets that close behind them;
//! - where a quotation ends that is itself as long as a clause, with the comma behind it;
//! - at a comma before one of the conjunctions listed for the language.
//!
//! A piece with less than [`FEWEST_WORDS`] words, or with function words alone, says too little to be recognised in
//! another rendering: it stays with what follows it, the last one with what precedes it.

use super::chars::{is_apostrophe, is_terminal};
use super::quotes::{Side, is_straight, side};
use super::rules::Rules;
use crate::witness::{Token, TokenKind};

/// A clause has at least this many words.
const FEWEST_WORDS: usize = 3;
/// A clause that a comma begins or ends has at least this many: lists of names (`Isaac, et Jacob`) are no clauses.
const FEWEST_AT_COMMA: usize = 5;

/// How strongly a place in a sentence says that a clause ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// A comma before a conjunction.
    Comma,
    /// A mark that ends more than a phrase.
    Mark,
}

/// Where the clauses of `tokens` (one sentence) end: indices behind their last tokens, increasing, the last of them the
/// number of tokens.
pub(super) fn ends(text: &str, tokens: &[Token], rules: &Rules) -> Vec<usize> {
    let sentence = Sentence {
        text,
        tokens,
        rules,
    };
    let mut ends: Vec<usize> = Vec::new();
    let mut piece = Saying::default();
    let mut start = 0;
    for (end, strength) in sentence.places() {
        let fewest = match strength {
            Strength::Comma => FEWEST_AT_COMMA,
            Strength::Mark => FEWEST_WORDS,
        };
        (start..end).for_each(|at| piece.add(&sentence, at));
        start = end;
        if piece.is_enough(fewest) {
            ends.push(end);
            piece = Saying::default();
        }
    }
    (start..tokens.len()).for_each(|at| piece.add(&sentence, at));
    // The last piece has nothing behind it to stay with.
    if !piece.is_enough(FEWEST_WORDS) {
        ends.pop();
    }
    if !tokens.is_empty() {
        ends.push(tokens.len());
    }
    ends
}

/// How much a piece says.
#[derive(Debug, Clone, Copy, Default)]
struct Saying {
    words: usize,
    content: usize,
}

impl Saying {
    fn add(&mut self, sentence: &Sentence, at: usize) {
        if !sentence.is_mark(at) {
            let word = sentence.text_of(at).trim_end_matches(is_apostrophe);
            self.words += 1;
            self.content += usize::from(!sentence.rules.is_function(word));
        }
    }

    fn is_enough(self, fewest: usize) -> bool {
        self.words >= fewest && self.content > 0
    }
}

struct Sentence<'a> {
    text: &'a str,
    tokens: &'a [Token],
    rules: &'a Rules,
}

impl Sentence<'_> {
    fn text_of(&self, at: usize) -> &str {
        &self.text[self.tokens[at].span.range()]
    }

    fn is_mark(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Punctuation
    }

    /// The places where a clause may end (behind a token), increasing.
    fn places(&self) -> Vec<(usize, Strength)> {
        let mut places = Vec::new();
        let mut quoted_from = None;
        let mut straight = false;
        let mut at = 0;
        while at < self.tokens.len() {
            if !self.is_mark(at) {
                at += 1;
                continue;
            }
            let mark = self.text_of(at);
            let side = side(self.text, self.tokens[at], straight);
            let ends = matches!(mark, ";" | ":") || at > 0 && mark.starts_with(is_terminal);
            let quotation = match (side, quoted_from) {
                (Some(Side::Open), _) => {
                    quoted_from = Some(at);
                    false
                }
                (Some(Side::Close), Some(from)) if !mark.starts_with([')', ']']) => {
                    quoted_from = None;
                    at - from > FEWEST_AT_COMMA
                }
                _ => false,
            };
            if mark.starts_with(is_straight) {
                straight = side == Some(Side::Open);
            }
            let mut stop = at + 1;
            if ends || quotation {
                while stop < self.tokens.len() && self.closes(stop) {
                    quoted_from = None;
                    straight = false;
                    stop += 1;
                }
                places.push((stop, Strength::Mark));
            } else if mark == "," && self.conjunction(stop) {
                places.push((stop, Strength::Comma));
            }
            at = stop;
        }
        places.pop_if(|&mut (place, _)| place == self.tokens.len());
        places
    }

    /// Whether the token belongs to the end of the clause before it.
    fn closes(&self, at: usize) -> bool {
        self.is_mark(at)
            && (side(self.text, self.tokens[at], true) == Some(Side::Close)
                || self.text_of(at).starts_with([',', ';', ':'])
                || self.text_of(at).starts_with(is_terminal))
    }

    /// Whether one of the listed conjunctions begins at `at`.
    fn conjunction(&self, at: usize) -> bool {
        const LONGEST: usize = 3;
        let head: Vec<String> = (at..self.tokens.len())
            .take(LONGEST)
            .map(|k| self.text_of(k).to_lowercase().replace('’', "'"))
            .collect();
        self.rules.conjunctions.iter().any(|c| {
            let mut words = c.split(' ');
            let mut heads = head.iter();
            words.all(|w| heads.next().is_some_and(|h| h == w))
        })
    }
}
