//! Proper names in the tokens of a unit.

use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::witness::{TokenKind, Witness};

use super::FactKind;
use super::mentions::{Mention, Said};
use super::words;

/// Longest acronym, in letters.
const LONGEST_ACRONYM: usize = 6;
/// Words of this many letters that begin alike are of one family: Russie, russe.
const FAMILY: usize = 4;
/// Names shorter than this are other names when a letter differs: Iran, Irak.
const SHORT_NAME: usize = 5;

/// What the witnesses tell of their names: a word is one when it has a capital inside a sentence somewhere, and stands
/// nowhere in lower case.
///
/// A word that stands at the beginning of sentences only may be one as well. It is when a verb follows, in a language
/// where a noun would have an article (`Poutine a dit`), or when the other text has a name or a pronoun in its place.
pub(super) struct Names {
    known: FxHashSet<String>,
    common: FxHashSet<String>,
}

impl Names {
    pub(super) fn new(witnesses: &[Witness]) -> Self {
        let mut known = FxHashSet::default();
        let mut common: FxHashSet<&str> = FxHashSet::default();
        for witness in witnesses {
            let capitals = words::table(witness.language).capitals_name;
            let mut starts = witness.sentences.iter().map(|s| s.tokens.start).peekable();
            let mut opening = true;
            for (t, token) in witness.tokens.iter().enumerate() {
                while starts.next_if(|&start| start <= t as u32).is_some() {
                    opening = true;
                }
                let text = witness.slice(token.span);
                match token.kind {
                    TokenKind::Punctuation => opening |= !matches!(text, "," | "'" | "’" | "-"),
                    TokenKind::Number => opening = false,
                    TokenKind::Word => {
                        if !text.starts_with(char::is_uppercase) {
                            common.insert(text);
                        } else if capitals
                            && !opening
                            && text.chars().count() > 1
                            && !is_verb(witness, t)
                        {
                            known.insert(fold(text));
                        }
                        // After an elision the sentence still begins: L’Accord.
                        opening &= text.ends_with(['\'', '’']);
                    }
                }
            }
        }
        let common: FxHashSet<String> = common.into_iter().map(fold).collect();
        known.retain(|name| !common.contains(name));
        Self { known, common }
    }

    /// Adds the names in a unit.
    pub(super) fn find(&self, said: &Said, found: &mut Vec<Mention>) {
        for at in 0..said.len() {
            let text = said.text(at);
            if said.kind(at) != Some(TokenKind::Word)
                || !text.starts_with(char::is_uppercase)
                || text.ends_with(['\'', '’'])
            {
                continue;
            }
            let value = fold(text);
            if is_verb(said.witness, said.tokens(at..at + 1).start as usize) {
                continue;
            }
            let known = self.known.contains(&value);
            if known || self.may_open(said, at, &value) {
                found.push(Mention {
                    weak: !known && !is_subject(said, at),
                    ..said.mention(FactKind::Name, value, at..at + 1)
                });
            }
        }
    }
}

impl Names {
    /// Whether a word that is known by a capital at the beginning of a sentence alone may be a name.
    fn may_open(&self, said: &Said, at: usize, value: &str) -> bool {
        let words = said.words;
        // Eux-mêmes, Celui-ci
        let lower = said.lower[at].split('-').next().unwrap_or_default();
        let grammar = [
            &words.functions,
            &words.negations,
            &words.excuses,
            &words.openings,
        ];
        words.capitals_name
            && value.chars().count() > 1
            && !self.common.contains(value)
            && !grammar.iter().any(|set| set.contains(lower))
            && !words.verb_endings.iter().any(|end| lower.ends_with(end))
    }
}

/// Whether a pronoun is tied to a word, which is a verb then: `Tais-toi`.
fn is_verb(witness: &Witness, at: usize) -> bool {
    let next = witness.tokens.get(at + 1);
    next.is_some_and(|next| {
        next.kind == TokenKind::Word && witness.slice(next.span).starts_with('-')
    })
}

/// Whether a verb follows a word, or the words with a capital that it begins, so that they are its subject: `Poutine a`,
/// `Vladimir Poutine a`.
fn is_subject(said: &Said, at: usize) -> bool {
    let is_capital = |at: &usize| said.text(*at).starts_with(char::is_uppercase);
    let verb = (at + 1..said.len()).find(|at| !is_capital(at));
    verb.is_some_and(|verb| said.words.subject_verbs.contains(said.lower[verb].as_str()))
}

/// A word without case, accents and ligatures.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.to_lowercase()
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .collect::<String>()
        .replace('œ', "oe")
        .replace('æ', "ae")
}

/// Whether a name is so short that a letter makes another of it.
pub(super) fn is_short(text: &str) -> bool {
    text.chars().count() < SHORT_NAME
}

/// Whether a word is no name, and no pronoun either.
pub(super) fn is_common(text: &str) -> bool {
    text.starts_with(char::is_lowercase) && text.chars().count() >= FAMILY
}

/// Whether a name is spelled out in capitals: NATO, (SII).
pub(super) fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=LONGEST_ACRONYM).contains(&letters) && !text.chars().any(char::is_lowercase)
}

/// Whether words with a capital, two at least, may be what an acronym stands for: one of them begins with a letter of it.
pub(super) fn spells_out<'a>(acronym: &str, words: impl Iterator<Item = &'a str>) -> bool {
    let initials: Vec<char> = words
        .flat_map(|word| word.split('-'))
        .filter_map(|part| part.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    initials.len() > 1 && initials.iter().any(|&c| acronym.contains(c))
}

/// Whether two folded words are one name: a spelling of it, or a word of its family.
pub(super) fn alike(name: &str, word: &str) -> bool {
    if name == word {
        return true;
    }
    // Of a compound the last part tells most: Marie-Magdeleine, Magdala.
    let name = name.rsplit('-').next().unwrap_or(name);
    word.split('-').any(|part| alike_parts(name, part))
}

fn alike_parts(name: &str, word: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (name.chars().collect(), word.chars().collect());
    let common = x.iter().zip(&y).take_while(|(a, b)| a == b).count();
    if common >= FAMILY {
        return true;
    }
    let (shorter, longer) = (x.len().min(y.len()), x.len().max(y.len()));
    shorter >= SHORT_NAME
        && x[0] == y[0]
        && longer - shorter <= 2
        && distance(&x, &y) * 3 <= shorter
}

/// The number of letters to insert, leave out or change (Levenshtein).
fn distance(x: &[char], y: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=y.len()).collect();
    for (i, a) in x.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in y.iter().enumerate() {
            let change = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[y.len()]
}
