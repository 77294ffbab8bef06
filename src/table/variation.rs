//! How much witnesses vary in their words, row by row and in the whole.

use std::collections::BTreeMap;

use crate::table::agreements::wordings;
use crate::table::{AlignmentTable, RowKind, RowNumber};
use crate::witness::TokenIndex;

/// Whether a token of a witness (by its place in the table) is a content word.
pub type IsContent<'a> = dyn Fn(usize, TokenIndex) -> bool + 'a;

/// How much witnesses vary where they render each other.
///
/// A content word is worth `-log2((df + 1/2) / (N + 1))` bits, where `N` witnesses stand in its row and are compared, and `df` of them have the
/// word there, in whatever form, as the links tell. What all say is worth next to nothing, what one alone says the most: of three
/// witnesses from 0.19 to 1.42, of twenty from 0.04 to 3.81. So figures are compared where the number of witnesses is the same.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VariationStats {
    /// For each witness the mean over its content words in beads, in bits, more than 0; `None` of a witness without any.
    pub distinctiveness: Vec<Option<f64>>,
    /// The number of witnesses that can be compared at one place, at the most.
    pub witnesses: usize,
    /// The mean of these, in bits; `None` where there are none.
    pub variation: Option<f64>,
    /// The same of each row with content words, in the order of the table.
    pub rows: Vec<RowVariation>,
}

/// How much the witnesses of a row vary.
#[derive(Debug, Clone, PartialEq)]
pub struct RowVariation {
    /// The row.
    pub row: RowNumber,
    /// The number of its content words, of all witnesses together.
    pub words: usize,
    /// As [`VariationStats::distinctiveness`].
    pub distinctiveness: Vec<Option<f64>>,
    /// As [`VariationStats::variation`], in bits.
    pub variation: f64,
}

/// What a word is worth that `df` of `count` witnesses have, in bits.
pub fn bits(df: usize, count: usize) -> f64 {
    -((df as f64 + 0.5) / (count as f64 + 1.0)).log2()
}

impl AlignmentTable {
    /// How much the witnesses vary in their content words.
    pub fn variation(&self, is_content: &IsContent<'_>) -> VariationStats {
        let count = self.witnesses.len();
        let mut whole = vec![Words::default(); count];
        let mut rows = Vec::new();
        for row in self.rows.iter().filter(|row| row.kind == RowKind::Bead) {
            let mut own = vec![Words::default(); count];
            for link in &row.links {
                let readings = wordings(self, row, link);
                let present = readings.iter().map(|r| r.witnesses.len()).sum();
                for reading in readings {
                    let df = reading.witnesses.len();
                    for &w in &reading.witnesses {
                        let words = link.tokens[w].iter().filter(|&&t| is_content(w, t));
                        let words = words.count();
                        for counted in [&mut own[w], &mut whole[w]] {
                            *counted.0.entry((df, present)).or_default() += words;
                        }
                    }
                }
            }
            let (distinctiveness, variation) = means(&own);
            rows.extend(variation.map(|variation| RowVariation {
                row: row.number,
                words: own.iter().map(Words::count).sum(),
                distinctiveness,
                variation,
            }));
        }
        let (distinctiveness, variation) = means(&whole);
        let words: Vec<usize> = (0..count)
            .filter(|&w| self.witnesses[w].has_words())
            .collect();
        let with = |&w: &usize| words.iter().filter(|&&v| self.compares(v, w)).count();
        VariationStats {
            witnesses: words.iter().map(with).max().unwrap_or(0),
            distinctiveness,
            variation,
            rows,
        }
    }
}

/// How many words of a witness so many have, of so many that stand in the row: summed in this order, so that the order of rows
/// and witnesses says nothing.
#[derive(Clone, Default)]
struct Words(BTreeMap<(usize, usize), usize>);

impl Words {
    fn count(&self) -> usize {
        self.0.values().sum()
    }

    fn mean(&self) -> Option<f64> {
        let sum: f64 = self
            .0
            .iter()
            .map(|(&(df, count), &words)| words as f64 * bits(df, count))
            .sum();
        let count = self.count();
        (count > 0).then(|| sum / count as f64)
    }
}

/// The mean of each witness, and the mean of these.
fn means(words: &[Words]) -> (Vec<Option<f64>>, Option<f64>) {
    let own: Vec<Option<f64>> = words.iter().map(Words::mean).collect();
    let mut known: Vec<f64> = own.iter().copied().flatten().collect();
    known.sort_by(f64::total_cmp);
    let all = (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64);
    (own, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_say_is_worth_little_and_what_one_says_much() {
        let rounded = |df, count| (bits(df, count) * 100.0).round() / 100.0;
        assert_eq!(
            [rounded(3, 3), rounded(2, 3), rounded(1, 3)],
            [0.19, 0.68, 1.42]
        );
        assert_eq!([rounded(20, 20), rounded(1, 20)], [0.03, 3.81]);
    }

    #[test]
    fn a_mean_weighs_every_word_alike() {
        let words = Words([((1, 3), 1), ((3, 3), 3)].into());
        let expected = (bits(1, 3) + 3.0 * bits(3, 3)) / 4.0;
        assert_eq!(words.mean(), Some(expected));
        assert_eq!(
            means(&[words.clone(), Words::default()]),
            (vec![words.mean(), None], words.mean())
        );
    }
}
