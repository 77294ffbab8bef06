//! Where one of more than two witnesses has nothing for a whole stretch of another: said once, and not at each of its words.

use crate::select::Standing;
use crate::table::{AlignmentTable, Row};
use crate::witness::TokenIndex;

use super::citation::is_mark;

/// Words of the base for which witnesses have nothing at all.
pub(super) struct Lacuna {
    /// The index of the link of the first.
    pub(super) link: usize,
    /// The words, increasing.
    pub(super) words: Vec<TokenIndex>,
    /// Who lacks them, increasing.
    pub(super) witnesses: Vec<usize>,
}

impl Lacuna {
    /// From this many words on: fewer are told with what others read there.
    const WORDS: usize = 6;

    /// How those stand that lack the words.
    pub(super) fn standing(&self) -> Standing {
        match self.witnesses.len() {
            1 => Standing::Alone,
            _ => Standing::Divided,
        }
    }

    /// Whether a witness lacks all these words.
    pub(super) fn holds(&self, witness: usize, words: &[TokenIndex]) -> bool {
        !words.is_empty()
            && self.witnesses.contains(&witness)
            && words
                .iter()
                .all(|word| self.words.binary_search(word).is_ok())
    }
}

/// The stretches of `base` in a row for which other witnesses have nothing and say nothing else, in its order. Two witnesses
/// have none: what the other says there is all that there is to say.
pub(super) fn lacunae(table: &AlignmentTable, row: &Row, base: usize) -> Vec<Lacuna> {
    let mut found: Vec<Lacuna> = Vec::new();
    let compared = |&w: &usize| table.compares(base, w);
    if row.present().filter(compared).count() < 3 {
        return found;
    }
    for w in row.present().filter(|w| *w != base && compared(w)) {
        for (link, words) in runs(table, row, [base, w]) {
            match found.iter_mut().find(|known| known.words == words) {
                Some(known) => known.witnesses.push(w),
                None => found.push(Lacuna {
                    link,
                    words,
                    witnesses: vec![w],
                }),
            }
        }
    }
    found.sort_by(|x, y| (&x.words, &x.witnesses).cmp(&(&y.words, &y.witnesses)));
    found
}

/// The runs of words of `base` that `other` lacks, each with the link at which it begins.
fn runs(
    table: &AlignmentTable,
    row: &Row,
    [base, other]: [usize; 2],
) -> Vec<(usize, Vec<TokenIndex>)> {
    let is_word = |w: usize, token: TokenIndex| !is_mark(&table.witnesses[w], token);
    let mut runs = vec![(0, Vec::new())];
    for (n, link) in row.links.iter().enumerate() {
        let own = link.tokens[base]
            .iter()
            .copied()
            .filter(|&t| is_word(base, t));
        if link.tokens[other].iter().any(|&t| is_word(other, t)) {
            runs.push((n, Vec::new()));
        } else if let Some((first, words)) = runs.last_mut() {
            let before = words.len();
            words.extend(own);
            if before == 0 && !words.is_empty() {
                *first = n;
            }
        }
    }
    for (_, words) in &mut runs {
        words.sort_unstable();
    }
    runs.retain(|(_, words)| words.len() >= Lacuna::WORDS);
    runs
}
