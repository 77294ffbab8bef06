//! Two of more witnesses: prepared, aligned, their words linked, as if they were alone.

use crate::align::{AlignOptions, Aligner, Moves, Quote};
use crate::bead;
use crate::collate::prepared::Prepared;
use crate::collate::{CompareOptions, Unpaired, notes};
use crate::table::{Fact, Link, Note, PairBead, Row, RowKind};
use crate::witness::{UnitIndex, Witness};
use crate::words::Literalness;

use super::Decided;
use super::links::PairLinks;
use super::votes::Elected;
use super::ways::PairAlignment;

/// Two of the witnesses, prepared.
pub(super) struct Pair {
    /// Their places, the lesser first.
    pub(super) witnesses: [usize; 2],
    pub(super) prepared: Prepared,
    pub(super) notes: Vec<Note>,
}

/// What two witnesses have, by the votes of all.
pub(super) struct Found {
    pub(super) beads: Vec<PairBead>,
    pub(super) quotes: Vec<Quote>,
}

/// A pair, and what was learned from it.
pub(super) fn prepared(
    witnesses: &[Witness],
    named: [usize; 2],
    options: &CompareOptions,
) -> (Pair, Aligner) {
    let own = named.map(|w| witnesses[w].clone());
    let notes = notes::of_texts(own.each_ref());
    let old_print = notes::tell_old_print(&notes);
    let mut prepared = Prepared::new(own, old_print, options);
    let aligner = Aligner::new(
        prepared.texts(),
        AlignOptions {
            moves: match options.monotone {
                true => Moves::Excluded,
                false => Moves::Sought,
            },
            quotations: prepared.links_words(),
            two_languages: prepared.in_two_languages(),
        },
    );
    prepared.learn(aligner.learned());
    let witnesses = named;
    let pair = Pair {
        witnesses,
        prepared,
        notes,
    };
    (pair, aligner)
}

impl Pair {
    /// What the pair alone says.
    pub(super) fn alignment(
        &self,
        aligner: &Aligner,
        decided: &[Decided],
        unpaired: Unpaired,
    ) -> PairAlignment {
        let pins = self.pins(decided, unpaired);
        let fine = self.prepared.fine(aligner, &pins);
        PairAlignment {
            witnesses: self.witnesses,
            beads: fine.beads,
            decided: fine.decided,
            taken: fine.taken,
        }
    }

    fn pins(&self, decided: &[Decided], unpaired: Unpaired) -> Vec<bead::Pin> {
        let bare = |units: &[UnitIndex]| units.iter().map(|unit| unit.0).collect::<Vec<u32>>();
        let pins = decided.iter().map(|cells| {
            let [a, b] = self.witnesses.map(|w| bare(&cells[w]));
            bead::Pin { a, b }
        });
        pins.filter(|pin| match unpaired {
            Unpaired::Alone => !pin.a.is_empty() || !pin.b.is_empty(),
            Unpaired::Free => !pin.a.is_empty() && !pin.b.is_empty(),
        })
        .collect()
    }

    /// The beads of the pair, of those that all pairs together have elected, and its quotations.
    pub(super) fn found(&self, aligner: &Aligner, elected: Vec<Elected>) -> Found {
        let beads = elected.into_iter().map(|bead| {
            let [a, b] = bead.units;
            bead::Bead {
                a,
                b,
                score: bead.score,
                confidence: bead.confidence,
            }
        });
        let (beads, quotes) = self.prepared.shown(aligner, beads.collect());
        let units = |units: Vec<u32>| units.into_iter().map(UnitIndex).collect();
        Found {
            beads: beads
                .into_iter()
                .map(|bead| PairBead {
                    witnesses: self.witnesses,
                    units: [units(bead.a), units(bead.b)],
                    score: bead.score,
                    confidence: bead.confidence,
                })
                .collect(),
            quotes,
        }
    }

    /// How the pair links the words of a row by itself.
    pub(super) fn links_of(&self, row: &Row, literalness: Literalness) -> Vec<Link> {
        let mut own = [self.row(row)];
        self.prepared.link(&mut own, literalness);
        let [own] = own;
        own.links
    }

    /// A row as that of the pair, without links.
    fn row(&self, row: &Row) -> Row {
        Row {
            number: row.number,
            kind: RowKind::Bead,
            cells: self.witnesses.map(|w| row.cells[w].clone()).into(),
            places: Vec::new(),
            beads: Vec::new(),
            links: Vec::new(),
            note: String::new(),
            ..*row
        }
    }

    /// The links of the pair in every row, and its facts, as those of a table of `count` witnesses.
    pub(super) fn linked(
        &self,
        rows: &[Row],
        count: usize,
        literalness: Literalness,
    ) -> (PairLinks, Vec<Fact>) {
        let named = self.witnesses;
        let both = |row: &&Row| named.iter().all(|&w| row.has(w));
        let mut own: Vec<Row> = rows.iter().filter(both).map(|row| self.row(row)).collect();
        let facts = self.prepared.link(&mut own, literalness);
        let mut of_row = vec![Vec::new(); rows.len()];
        for row in own {
            if let Some(index) = row.number.index() {
                of_row[index] = row.links;
            }
        }
        let facts = facts.into_iter().map(|mut fact| {
            let mut tokens = vec![Vec::new(); count];
            for (own, w) in fact.tokens.drain(..).zip(named) {
                tokens[w] = own;
            }
            let told = fact.witnesses.iter().map(|&own| named[own]).collect();
            Fact {
                tokens,
                witnesses: told,
                ..fact
            }
        });
        let witnesses = named;
        (PairLinks { witnesses, of_row }, facts.collect())
    }
}
