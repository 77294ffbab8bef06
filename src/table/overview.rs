//! How more than two witnesses stand to each other over the whole table: what each has in common with whom, and where it
//! stands apart.

use crate::table::rules::{part_of, share};
use crate::table::{AlignmentTable, Row, RowNumber};
use crate::witness::TokenKind;

/// How the witnesses of a table stand to each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// For every two witnesses the share of their words that are the same, in rows where both stand, in `[0, 1]`; `None`
    /// where their words are not compared, no row has both, or none of these has words.
    pub similarity: Vec<Vec<Option<f64>>>,
    /// For each witness the share of its words, skipped units apart, that stand in rows where each other one stands as well,
    /// in `[0, 1]`; `None` of a witness without words.
    pub held: Vec<Vec<Option<f64>>>,
    /// The same for the rows where all stand.
    pub held_by_all: Vec<Option<f64>>,
    /// For each witness how far it stands from the others, row by row in the order of its text; nothing where its words are
    /// compared with those of none.
    pub apart: Vec<Vec<Apart>>,
}

/// How far a witness stands from the others in a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    /// The row.
    pub row: RowNumber,
    /// How many words it has there.
    pub words: usize,
    /// How little they are those of the others: 1 without the mean similarity to each other witness, in `[0, 1]`; to one that
    /// does not stand in the row they have none. Others are those with which it is compared and has a row; without any it is 1.
    pub distance: f64,
}

/// What is counted of every two witnesses.
struct Between {
    /// Words that are the same, and all, in rows where both stand.
    shared: Vec<Vec<(usize, usize)>>,
    /// Words of the first in rows where the second stands as well.
    held: Vec<Vec<usize>>,
    /// Whether they are compared, and both have words in one row.
    meet: Vec<Vec<bool>>,
}

impl AlignmentTable {
    /// How the witnesses stand to each other.
    pub fn overview(&self) -> Overview {
        let count = self.witnesses.len();
        let mut between = Between {
            shared: vec![vec![(0, 0); count]; count],
            held: vec![vec![0; count]; count],
            meet: vec![vec![false; count]; count],
        };
        let mut by_all = vec![0_usize; count];
        let mut all = vec![0_usize; count];
        let mut apart = vec![Vec::new(); count];
        for row in &self.rows {
            let words: Vec<usize> = (0..count).map(|w| self.words_in(row, w)).collect();
            let whole = (0..count).all(|w| row.has(w));
            let near = self.count_row(row, &words, &mut between);
            for one in row.present().filter(|&one| words[one] > 0) {
                all[one] += words[one];
                by_all[one] += if whole { words[one] } else { 0 };
                let own = Apart {
                    row: row.number,
                    words: words[one],
                    // How near it is to all others together, for now.
                    distance: near[one],
                };
                apart[one].push((row.cells[one].first().copied(), own));
            }
        }
        let apart = apart.into_iter().enumerate().map(|(w, mut apart)| {
            let others = between.meet[w].iter().filter(|&&meet| meet).count();
            let compared = (0..count).any(|v| v != w && all[v] > 0 && self.compares(v, w));
            if !compared {
                apart.clear();
            }
            // In the order of its own text, wherever the table has the row.
            apart.sort_by_key(|(first, _)| *first);
            let apart = apart.into_iter().map(|(_, own)| Apart {
                distance: 1.0 - own.distance / others.max(1) as f64,
                ..own
            });
            apart.collect()
        });
        let apart = apart.collect();
        let similarity =
            |one: usize, other: usize| match between.shared[one.min(other)][one.max(other)] {
                _ if one == other => Some(1.0),
                (_, 0) => None,
                (same, both) => Some(share(same, both)),
            };
        Overview {
            similarity: (0..count)
                .map(|one| (0..count).map(|other| similarity(one, other)).collect())
                .collect(),
            held: (between.held.iter().zip(&all))
                .map(|(held, &all)| held.iter().map(|&part| part_of(part, all)).collect())
                .collect(),
            held_by_all: (by_all.iter().zip(&all))
                .map(|(&part, &all)| part_of(part, all))
                .collect(),
            apart,
        }
    }

    /// Counts a row, in which the witnesses have so many words; for each witness how near it is to all others there together.
    fn count_row(&self, row: &Row, words: &[usize], between: &mut Between) -> Vec<f64> {
        let rules = self.rules(&[]);
        let mut near = vec![0.0; words.len()];
        let present: Vec<usize> = row.present().collect();
        for (n, &one) in present.iter().enumerate() {
            for &other in &present[n + 1..] {
                between.held[one][other] += words[one];
                between.held[other][one] += words[other];
                let Some((same, both)) = rules.same_between(&row.links, one, other) else {
                    continue;
                };
                let sum = &mut between.shared[one][other];
                *sum = (sum.0 + same, sum.1 + both);
                let meet = words[one] > 0 && words[other] > 0;
                between.meet[one][other] |= meet;
                between.meet[other][one] |= meet;
                near[one] += share(same, both);
                near[other] += share(same, both);
            }
        }
        near
    }

    /// The words and numbers of a witness in a row, those of skipped units apart.
    fn words_in(&self, row: &Row, w: usize) -> usize {
        let witness = &self.witnesses[w];
        let units = row.cells[w].iter().map(|&u| witness.unit(u));
        let tokens = units
            .filter(|unit| unit.skip.is_none())
            .flat_map(|unit| unit.tokens.indices());
        tokens
            .filter(|&t| witness.token(t).kind != TokenKind::Punctuation)
            .count()
    }
}
