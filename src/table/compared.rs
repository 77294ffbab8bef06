//! Whose words are compared with whose: not those of two witnesses that are certainly in two languages.
//!
//! It is a property of the pair, kept in [`AlignmentTable::uncompared`] alone. All else asks here: who reads the same, how alike two
//! are, what an apparatus tells of. Where words are not compared nothing is left out, added or said otherwise.

use smallvec::SmallVec;

use crate::table::{AlignmentTable, Link, Row, Rules};

impl AlignmentTable {
    /// Whether the words of two witnesses are compared; those of one with themselves are.
    pub fn compares(&self, one: usize, other: usize) -> bool {
        compares(&self.uncompared, one, other)
    }

    /// Whether the words of a witness are compared with those of any other.
    pub fn compares_any(&self, witness: usize) -> bool {
        let mut others = (0..self.witnesses.len()).filter(|&w| w != witness);
        others.any(|other| self.compares(witness, other))
    }
}

impl Rules<'_> {
    /// Whether the words of two witnesses are compared; those of one with themselves are.
    pub fn compares(self, one: usize, other: usize) -> bool {
        compares(self.uncompared, one, other)
    }

    /// Whether the words of all that stand in a row are compared.
    pub fn compares_all(self, row: &Row) -> bool {
        let mut pairs = self.uncompared.iter();
        !pairs.any(|&[one, other]| row.has(one) && row.has(other))
    }

    /// Whether something is said of a witness of which some (`have`) have words at a place: it is one of them, or its words are
    /// compared with those of one of them.
    pub fn is_told(self, witness: usize, mut have: impl Iterator<Item = usize>) -> bool {
        self.uncompared.is_empty() || have.any(|other| self.compares(witness, other))
    }

    /// Whether a witness takes part in a link: it stands in the row, and something [is told](Self::is_told) of it.
    pub fn takes_part(self, row: &Row, link: &Link, witness: usize) -> bool {
        let have = (0..link.tokens.len()).filter(|&w| !link.tokens[w].is_empty());
        row.has(witness) && self.is_told(witness, have)
    }

    /// The witnesses that take part in a link.
    pub fn told_of(self, row: &Row, link: &Link) -> SmallVec<[usize; 8]> {
        let present = row.present();
        present.filter(|&w| self.takes_part(row, link, w)).collect()
    }

    /// The witnesses of a table of so many in groups: no two of different groups are compared, and each group is as small as may
    /// be. In the order of the first of each.
    pub fn components(self, count: usize) -> Vec<Vec<usize>> {
        if self.uncompared.is_empty() {
            return vec![(0..count).collect()];
        }
        let mut left: Vec<usize> = (0..count).collect();
        let mut components = Vec::new();
        while let Some(&first) = left.first() {
            let mut own = vec![first];
            let mut n = 0;
            while let Some(&next) = own.get(n) {
                let new = left.iter().filter(|w| !own.contains(w));
                let new: Vec<usize> = new.copied().filter(|&w| self.compares(next, w)).collect();
                own.extend(new);
                n += 1;
            }
            own.sort_unstable();
            left.retain(|w| !own.contains(w));
            components.push(own);
        }
        components
    }

    /// The witness against which a row is told: the base, or where it does not stand in the row the one there whose siglum
    /// comes first; `None` of an empty row.
    pub fn told_against(self, row: &Row, base: usize) -> Option<usize> {
        match row.has(base) {
            true => Some(base),
            false => self.first_by_siglum(row.present()),
        }
    }

    /// The witness against which a link is told: the first of the [leads](Self::leads) of its row that takes part in it, so the base
    /// wherever it does.
    pub fn lead(self, row: &Row, link: &Link, base: usize) -> Option<usize> {
        let mut leads = self.leads(row, base).into_iter();
        leads.find(|&w| self.takes_part(row, link, w))
    }

    /// The witnesses against which a row is told: the one of the [whole row](Self::told_against), then, while any is not compared
    /// with one of these, the first such by its siglum. Every link has [one of them](Self::lead).
    pub fn leads(self, row: &Row, base: usize) -> SmallVec<[usize; 2]> {
        let mut leads: SmallVec<[usize; 2]> = self.told_against(row, base).into_iter().collect();
        if self.compares_all(row) {
            return leads;
        }
        let apart = |leads: &[usize], w: usize| !leads.iter().any(|&lead| self.compares(lead, w));
        while let Some(next) = self.first_by_siglum(row.present().filter(|&w| apart(&leads, w))) {
            leads.push(next);
        }
        leads
    }

    /// Whether a link is told against a witness, one of the [leads](Self::leads) of its row.
    pub fn is_led_by(self, row: &Row, link: &Link, lead: usize, base: usize) -> bool {
        self.uncompared.is_empty() || self.lead(row, link, base) == Some(lead)
    }

    fn first_by_siglum(self, witnesses: impl Iterator<Item = usize>) -> Option<usize> {
        let siglum = |w: usize| self.witnesses.get(w).map(|witness| &witness.siglum);
        witnesses.min_by_key(|&w| siglum(w))
    }
}

fn compares(uncompared: &[[usize; 2]], one: usize, other: usize) -> bool {
    // They stand in their order.
    let pair = [one.min(other), one.max(other)];
    uncompared.binary_search(&pair).is_err()
}
