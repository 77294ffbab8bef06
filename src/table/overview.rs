//! How more than two witnesses stand to each other over the whole table: what each has in common with whom, and where it
//! stands apart.

use crate::table::rules::share;
use crate::table::{AlignmentTable, Row, RowNumber};
use crate::witness::TokenKind;

/// How the witnesses of a table stand to each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// For every two witnesses the share of their words that are the same, in rows where both stand, in `[0, 1]`; `None`
    /// where no row has both, or none of these has words that were compared.
    pub similarity: Vec<Vec<Option<f64>>>,
    /// For each witness the share of its words, skipped units apart, that stand in rows where each other one stands as well,
    /// in `[0, 1]`; 1 for a witness without words.
    pub held: Vec<Vec<f64>>,
    /// The same for the rows where all stand.
    pub held_by_all: Vec<f64>,
    /// For each witness how far it stands from the others, row by row in the order of its text.
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
    /// does not stand in the row they have none.
    pub distance: f64,
}

impl AlignmentTable {
    /// How the witnesses stand to each other.
    pub fn overview(&self) -> Overview {
        let count = self.witnesses.len();
        let rules = self.rules(&[]);
        // For every two witnesses the words that are the same, and all, in rows where both stand.
        let mut shared = vec![vec![(0_usize, 0_usize); count]; count];
        let mut held = vec![vec![0_usize; count]; count];
        let mut by_all = vec![0_usize; count];
        let mut all = vec![0_usize; count];
        let mut apart: Vec<Vec<Apart>> = vec![Vec::new(); count];
        // Of one row, for every two.
        let mut between = vec![vec![(0, 0); count]; count];
        for row in &self.rows {
            let words: Vec<usize> = (0..count).map(|w| self.words_in(row, w)).collect();
            let whole = (0..count).all(|w| row.has(w));
            for one in row.present() {
                all[one] += words[one];
                by_all[one] += if whole { words[one] } else { 0 };
                let mut near = 0.0;
                for other in row.present().filter(|&other| other != one) {
                    held[one][other] += words[one];
                    if one < other {
                        between[other][one] = rules.same_between(&row.links, one, other);
                        between[one][other] = between[other][one];
                        let (same, both) = between[one][other];
                        let sum = &mut shared[one][other];
                        *sum = (sum.0 + same, sum.1 + both);
                    }
                    let (same, both) = between[one][other];
                    near += share(same, both);
                }
                if words[one] > 0 {
                    apart[one].push(Apart {
                        row: row.number,
                        words: words[one],
                        distance: 1.0 - near / (count.max(2) - 1) as f64,
                    });
                }
            }
        }
        // In the order of its own text, wherever the table has the row.
        for (w, apart) in apart.iter_mut().enumerate() {
            let first = |row: RowNumber| self.row(row).and_then(|r| r.cells[w].first().copied());
            apart.sort_by_key(|a| first(a.row));
        }
        let similarity = |one: usize, other: usize| match shared[one.min(other)][one.max(other)] {
            _ if one == other => Some(1.0),
            (_, 0) => None,
            (same, both) => Some(same as f64 / both as f64),
        };
        Overview {
            similarity: (0..count)
                .map(|one| (0..count).map(|other| similarity(one, other)).collect())
                .collect(),
            held: held
                .iter()
                .zip(&all)
                .map(|(held, &all)| held.iter().map(|&part| share(part, all)).collect())
                .collect(),
            held_by_all: by_all
                .iter()
                .zip(&all)
                .map(|(&part, &all)| share(part, all))
                .collect(),
            apart,
        }
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
