//! Tokens of a sentence to clauses: the parts that renderings move about, leave out, or make sentences of.
//!
//! A clause ends
//! - at `;` and `:`;
//! - at `? ! …` inside a sentence, with the quotation marks and brackets that close behind them;
//! - where a quotation ends that is itself as long as a clause, with the comma behind it;
//! - at a comma before one of the conjunctions listed for the language, or before a function word with a capital, with
//!   which old print opens speech.
//!
//! A piece with less than [`FEWEST_WORDS`] words ([`FEWEST_AT_COMMA`] at a comma), or with function words alone, says too
//! little to be recognised in another rendering: it stays with what follows it, or with what precedes it where only a
//! comma stands between, or where it is the last.

use super::marks;
use super::quotes::{Side, is_straight, side};
use super::rules::Rules;
use crate::language::chars::is_apostrophe;
use crate::witness::{Token, TokenKind};

/// A clause has at least this many words.
const FEWEST_WORDS: usize = 3;
/// A quotation has at least this many tokens before its end is the end of a clause: shorter ones are names and terms.
const FEWEST_QUOTED: usize = 5;
/// A clause that a comma begins or ends has at least this many: `Isaac, et Jacob` is a list of names. Aligning running
/// text of four renderings by clauses, commas with this bound raise the F of linked characters from .972 (no commas) to
/// .979; 5 and 9 words reach .978 and .977.
const FEWEST_AT_COMMA: usize = 7;

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
    let mut cuts: Vec<(usize, Strength)> = Vec::new();
    let mut piece = Saying::default();
    let mut start = 0;
    let last = (tokens.len(), Strength::Mark);
    for place in sentence.places().into_iter().chain([last]) {
        (start..place.0).for_each(|at| piece.add(&sentence, at));
        start = place.0;
        let weakest = cuts.last().map_or(place.1, |cut| place.1.min(cut.1));
        if !piece.is_enough(weakest) {
            if place.1 == Strength::Comma || cuts.is_empty() && place != last {
                continue;
            }
            // What a comma cut off and a stronger mark leaves too short goes back; so does the last piece.
            let back = cuts.last().is_some_and(|cut| cut.1 == Strength::Comma);
            if back || place == last {
                cuts.pop();
            } else {
                continue;
            }
        }
        if place.0 > 0 {
            cuts.push(place);
        }
        piece = Saying::default();
    }
    cuts.into_iter().map(|(end, _)| end).collect()
}

/// How much a piece says.
#[derive(Debug, Clone, Copy, Default)]
struct Saying {
    words: usize,
    /// Whether one of them is no function word.
    content: bool,
}

impl Saying {
    fn add(&mut self, sentence: &Sentence, at: usize) {
        if !sentence.is_mark(at) {
            self.words += 1;
            self.content = self.content || !sentence.rules.is_function(sentence.text_of(at));
        }
    }

    /// Whether it can stand alone where its weaker end is of this strength.
    fn is_enough(self, end: Strength) -> bool {
        let fewest = match end {
            Strength::Comma => FEWEST_AT_COMMA,
            Strength::Mark => FEWEST_WORDS,
        };
        self.words >= fewest && self.content
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
            let ends = marks::ends_clause(self.text, self.tokens[at].span, at > 0);
            let quotation = match (side, quoted_from) {
                (Some(Side::Open), _) => {
                    quoted_from = Some(at);
                    false
                }
                (Some(Side::Close), Some(from)) if !mark.starts_with([')', ']']) => {
                    quoted_from = None;
                    at - from > FEWEST_QUOTED
                }
                _ => false,
            };
            if is_straight(mark) {
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
            } else if mark == "," && (self.conjunction(stop) || self.opens_speech(stop)) {
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
                || self.text_of(at) == ","
                || marks::ends_clause(self.text, self.tokens[at].span, true))
    }

    /// Whether a function word with a capital stands at `at`: so old print opens speech (`leur dit, Je fuis venu`).
    fn opens_speech(&self, at: usize) -> bool {
        at < self.tokens.len() && {
            let word = self.text_of(at);
            word.starts_with(char::is_uppercase) && self.rules.is_function(word)
        }
    }

    /// Whether one of the listed conjunctions begins at `at`.
    fn conjunction(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        let first = self.text[token.span.range()].chars().next();
        let first = first.and_then(|c| c.to_lowercase().next());
        let mut conjunctions = self.rules.splitting.conjunctions.iter();
        conjunctions.any(|conjunction| {
            // Nearly all of them begin otherwise.
            if conjunction.chars().next() != first {
                return false;
            }
            let mut tokens = at..self.tokens.len();
            conjunction.split(' ').all(|word| {
                tokens
                    .next()
                    .is_some_and(|k| is_word(self.text_of(k), word))
            })
        })
    }
}

/// Whether a token is `word` (small letters, straight apostrophe) in any case and with any apostrophe.
fn is_word(token: &str, word: &str) -> bool {
    let mut letters = token.chars().flat_map(char::to_lowercase);
    word.chars().all(|w| {
        letters
            .next()
            .is_some_and(|c| c == w || w == '\'' && is_apostrophe(c))
    }) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::super::segment;
    use crate::witness::{Language, Level};

    /// Compares with the clauses between the bars.
    fn check(case: &str) {
        let text = case.replace('|', "");
        let found = segment(&text, Language::FRENCH, Level::Clause);
        let found: Vec<&str> = found
            .clauses
            .iter()
            .map(|u| &text[u.span.range()])
            .collect();
        let expected: Vec<&str> = case.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_end_clauses() {
        check("Et la terre était vide ;| et l’Esprit de Dieu se mouvait sur les eaux.");
        check("Et Dieu leur dit aussi :| Que la lumière soit grande.");
        check("« Où est la clef ? »| demanda le vieux roi.");
        check("Ô temps, suspends ton vol !| et vous, heures propices, suspendez votre cours !");
    }

    #[test]
    fn a_quotation_as_long_as_a_clause_ends_one() {
        check(
            "Il veut « échanger des garanties mutuelles de non-ingérence »,| selon le journal du soir.",
        );
        check("Il aime « la liberté » de la presse.");
    }

    #[test]
    fn commas_end_clauses_before_conjunctions_when_both_pieces_are_long() {
        check(
            "Il partit pour la ville avec tous ses enfants,| mais la pluie tomba toute la nuit sur la route.",
        );
        check("Il vit Abraham, et Isaac, et Jacob, et leurs douze fils.");
        check("Il partit pour la ville avec tous ses enfants, mais sans elle.");
        check(
            "Et Jefus leur dit à tous en les regardant, |Les gens qui font en fanté n'ont pas befoin de medecin.",
        );
    }

    #[test]
    fn what_says_too_little_is_no_clause() {
        check("Et il dit : Viens ici, mon enfant.");
        check("Il leur dit : oui.");
        check("Il n’y a que toi ; et moi.");
        check("Nous partirons demain ; soit.");
        check("Tu ne tueras point ;| et toi aussi ; la nuit tombe sur la ville.");
    }
}
