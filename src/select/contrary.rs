//! Small words that say another thing where they stand for each other, or a negation that one text has: they follow no
//! other difference, whatever stands beside them.

use rustc_hash::FxHashSet;

use crate::language::{Cues, Profile};
use crate::table::{Link, Row};
use crate::witness::{Language, TokenIndex, Witness};

/// Which links of a row hold such words, of those that differ.
pub(super) fn contrary(witnesses: &[Witness], row: &Row, differ: &[bool]) -> Vec<bool> {
    let said: Vec<Option<Said>> = row
        .links
        .iter()
        .zip(differ)
        .map(|(link, &differs)| differs.then(|| Said::new(witnesses, link)))
        .collect();
    let lone = |said: &&Said| said.sides.iter().any(Vec::is_empty);
    // Each word once, of those that say another thing than some other: a row may have many.
    let alone: FxHashSet<(usize, &str)> = said
        .iter()
        .flatten()
        .filter(lone)
        .flat_map(Said::opposed_words)
        .collect();
    let is_contrary = |said: &Said| {
        said.negates_in_one()
            || said.is_opposed_to(said.opposed_words())
            // What stands for a word that is left out may be one that is added.
            || lone(&said) && said.is_opposed_to(alone.iter().copied())
    };
    said.iter()
        .map(|said| said.as_ref().is_some_and(is_contrary))
        .collect()
}

/// The words of a link.
struct Said {
    /// For each witness its words in lower case.
    sides: Vec<Vec<String>>,
    languages: Vec<Language>,
}

impl Said {
    fn new(witnesses: &[Witness], link: &Link) -> Self {
        let word = |witness: &Witness, token: &TokenIndex| {
            let text = witness.token_text(*token).to_lowercase();
            text.replace('’', "'")
        };
        let sides = witnesses.iter().zip(&link.tokens);
        let words = sides.map(|(w, tokens)| tokens.iter().map(|t| word(w, t)).collect());
        Self {
            sides: words.collect(),
            languages: witnesses.iter().map(|w| w.language).collect(),
        }
    }

    /// Whether one witness negates here, and another does not.
    fn negates_in_one(&self) -> bool {
        let sides = || self.sides.iter().zip(&self.languages);
        let any = |negates: fn(&Cues, &str) -> bool,
                   (words, language): (&Vec<String>, &Language)| {
            let cues = cues(*language);
            words.iter().any(|word| negates(cues, word))
        };
        sides().any(|side| any(negates, side)) && !sides().all(|side| any(may_negate, side))
    }

    /// The words that say another thing than some other, with their witnesses.
    fn opposed_words(&self) -> impl Iterator<Item = (usize, &str)> {
        self.sides.iter().enumerate().flat_map(|(w, words)| {
            let opposed = &cues(self.languages[w]).opposed;
            let words = words.iter().map(String::as_str);
            words
                .filter(|word| opposed.has(word))
                .map(move |word| (w, word))
        })
    }

    /// Whether a word says another thing than one of `others`, which another witness has. The words of two languages are not
    /// compared.
    fn is_opposed_to<'o>(&self, mut others: impl Iterator<Item = (usize, &'o str)>) -> bool {
        others.any(|(v, other)| {
            let opposed = &cues(self.languages[v]).opposed;
            self.opposed_words().any(|(w, word)| {
                w != v
                    && self.languages[w] == self.languages[v]
                    && opposed.says_another(word, other)
            })
        })
    }
}

fn cues(language: Language) -> &'static Cues {
    &Profile::of(language).facts().cues
}

/// Whether a word negates without another.
fn negates(cues: &Cues, word: &str) -> bool {
    cues.negations.contains(word)
        || cues.openers.contains(word) && !cues.half_openers.contains(word)
}

/// Whether a word negates, or takes part in a negation.
fn may_negate(cues: &Cues, word: &str) -> bool {
    negates(cues, word) || cues.seconds.contains(word)
}
