//! Who reads the same: the groups of witnesses at a link, which apparatus, views and statistics tell of.

use smallvec::SmallVec;

use crate::class::Class;
use crate::table::{Link, Row, Rules, Seen};

/// Witnesses that say the same at a link, as far as differences count or show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Their places in the table, increasing.
    pub witnesses: SmallVec<[usize; 4]>,
    /// What they say to the first reading: [`Class::Same`] of that itself; of others the deepest between the two.
    pub class: Class,
}

impl Reading {
    /// The witness whose words stand for the reading: the first that has it.
    pub fn first(&self) -> usize {
        self.witnesses[0]
    }

    /// Whether a witness has it.
    pub fn has(&self, witness: usize) -> bool {
        self.witnesses.contains(&witness)
    }
}

/// How widely a link differs, which is what colours of more than two witnesses say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spread {
    /// All read the same.
    Agreed,
    /// One reads otherwise than all others.
    Alone,
    /// Some read one thing, some another.
    Divided,
    /// No two read the same, and there are more than two.
    AllDiffer,
}

impl Rules<'_> {
    /// The readings of a link: first that of the base, or of the first witness in the row where the base does not stand in
    /// it, then the others in the order of their witnesses. `seen` says which differences part them: those that
    /// [show](Self::shows), or all that [count](Self::counts). Witnesses that do not stand in the row have no reading.
    pub fn readings(self, row: &Row, link: &Link, base: usize, seen: Seen) -> Vec<Reading> {
        let mut order: Vec<usize> = row.present().filter(|&w| w != base).collect();
        if row.has(base) {
            order.insert(0, base);
        }
        let mut readings: Vec<Reading> = Vec::new();
        for witness in order {
            let same = |reading: &&mut Reading| {
                let mut members = reading.witnesses.iter();
                members.any(|&other| !self.parts(link, other, witness, seen))
            };
            match readings.iter_mut().find(same) {
                Some(reading) => reading.witnesses.push(witness),
                None => readings.push(Reading {
                    witnesses: SmallVec::from_slice(&[witness]),
                    class: Class::Same,
                }),
            }
        }
        for reading in &mut readings {
            reading.witnesses.sort_unstable();
        }
        let Some((first, others)) = readings.split_first_mut() else {
            return readings;
        };
        for reading in others {
            let pairs = first.witnesses.iter().flat_map(|&one| {
                let others = reading.witnesses.iter();
                others.map(move |&other| link.class_between(one, other))
            });
            reading.class = pairs.max().unwrap_or(Class::Same);
        }
        readings
    }

    /// How widely a link differs, in what counts.
    pub fn spread(self, row: &Row, link: &Link, base: usize) -> Spread {
        let readings = self.readings(row, link, base, Seen::Counting);
        let alone = readings.iter().filter(|r| r.witnesses.len() == 1).count();
        match readings.len() {
            0 | 1 => Spread::Agreed,
            2 if alone > 0 => Spread::Alone,
            count if alone == count => Spread::AllDiffer,
            _ => Spread::Divided,
        }
    }
}
