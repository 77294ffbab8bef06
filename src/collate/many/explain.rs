//! Why units of more than two witnesses stand in one row, and their words at one place: which pairs say so by themselves, and
//! which third witnesses.
//!
//! Neither is kept in a table: what all pairs say is asked again.

use rayon::prelude::*;

use crate::align::Aligner;
use crate::bead::Bead;
use crate::collate::ties::{Linked, ties};
use crate::explanation::{Joint, JointBead, JointPair, OwnLink, Says, Vote};
use crate::table::{AlignmentTable, Row};
use crate::witness::{AlignedIndex, Level, UnitIndex, Witness};
use crate::words::Literalness;

use super::Collation;
use super::clusters::Sides;
use super::evidence::{Evidence, of_third};
use super::pair::Pair;
use super::votes::Elected;
use super::ways::{PairAlignment, Ways};

impl Collation<'_> {
    /// Says why rows of a table around no decided rows stand, in their order.
    pub fn explain(&self, table: &AlignmentTable, rows: &[&Row]) -> Vec<Joint> {
        let alignments = self.alignments(&[]);
        let elected = self.elected(&alignments);
        let said = Said {
            witnesses: &self.witnesses,
            pairs: &self.pairs,
            aligners: &self.aligners,
            ways: Ways::new(&self.witnesses, &alignments),
            alignments: &alignments,
            elected: &elected,
            literalness: self.literalness(|| table.rows.iter().map(|row| &row.cells[..])),
        };
        rows.iter().map(|row| said.of_row(table, row)).collect()
    }
}

/// What all pairs say.
struct Said<'s> {
    witnesses: &'s [Witness],
    pairs: &'s [Pair],
    aligners: &'s [Aligner],
    ways: Ways<'s>,
    alignments: &'s [PairAlignment],
    elected: &'s [Vec<Elected>],
    literalness: Vec<Literalness>,
}

impl Said<'_> {
    fn of_row(&self, table: &AlignmentTable, row: &Row) -> Joint {
        let stand = |n: &usize| {
            let pair = self.pairs[*n].witnesses;
            pair.iter().all(|&w| row.has(w))
        };
        let pairs: Vec<usize> = (0..self.pairs.len()).filter(stand).collect();
        Joint {
            pairs: pairs
                .into_par_iter()
                .map(|n| self.of_pair(n, table, row))
                .collect(),
        }
    }

    fn of_pair(&self, n: usize, table: &AlignmentTable, row: &Row) -> JointPair {
        let pair = &self.pairs[n];
        let [a, b] = pair.witnesses;
        let cells = [&row.cells[a][..], &row.cells[b][..]];
        let beads = self.elected[n].iter().filter(|bead| {
            let mut sides = bead.units.iter().zip(pair.witnesses).zip(cells);
            sides.any(|((units, w), cell)| stands_in(&self.witnesses[w], units, cell))
        });
        let links = table.rows.iter().flat_map(|row| &row.links);
        let linked: Vec<Linked<'_>> = links
            .map(|link| [&link.tokens[a][..], &link.tokens[b][..]])
            .collect();
        JointPair {
            witnesses: pair.witnesses,
            beads: beads.map(|bead| self.bead(n, bead)).collect(),
            own: pair.prepared.explain(&self.aligners[n], cells),
            ties: ties(&pair.prepared, cells, &linked),
            links: pair
                .links_of(row, self.literalness[n])
                .into_iter()
                .filter(|link| link.tokens.iter().all(|own| !own.is_empty()))
                .map(|link| OwnLink {
                    tokens: [0, 1].map(|side| link.tokens[side].to_vec()),
                    probability: link.probability,
                })
                .collect(),
        }
    }

    fn bead(&self, n: usize, bead: &Elected) -> JointBead {
        let own = &self.alignments[n];
        let same = |found: &&Bead| found.a == bead.units[0] && found.b == bead.units[1];
        let found = own.beads.iter().find(same);
        let indices = |units: &[u32]| units.iter().map(|&unit| AlignedIndex(unit)).collect();
        let thirds = self.ways.thirds(own.witnesses);
        JointBead {
            a: indices(&bead.units[0]),
            b: indices(&bead.units[1]),
            confidence: bead.confidence,
            own: found.map(|found| found.confidence),
            votes: thirds
                .filter_map(|witness| {
                    let says = self.says(own.witnesses, witness, &bead.units)?;
                    Some(Vote { witness, says })
                })
                .collect(),
        }
    }

    /// What a third says of a bead; `None` where it has nothing of it.
    fn says(&self, pair: [usize; 2], third: usize, bead: &Sides) -> Option<Says> {
        let mut said = Evidence::default();
        of_third(&self.ways, pair, third, bead, &mut said);
        let ties = said.tied > 0 || said.loose > 0;
        match said {
            _ if said == Evidence::default() => None,
            Evidence { one_sided: 1.., .. } => Some(Says::OneSide),
            Evidence { apart: 1.., .. } if !ties => Some(Says::Apart),
            Evidence {
                apart: 0, loose: 0, ..
            } => Some(Says::Together),
            _ => Some(Says::InPart),
        }
    }
}

/// Whether some aligned units of a witness stand in a cell.
fn stands_in(witness: &Witness, aligned: &[u32], cell: &[UnitIndex]) -> bool {
    let unit = |aligned: u32| match witness.level {
        Level::Clause | Level::Line => UnitIndex(aligned),
        Level::Sentence | Level::Paragraph => {
            UnitIndex(witness.aligned_units()[aligned as usize].sentence)
        }
    };
    aligned.iter().any(|&own| cell.contains(&unit(own)))
}
