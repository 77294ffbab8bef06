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
    /// The readings of a link: first that of the witness against which it is [told](Self::lead), then the others
    /// in the order of their witnesses. `seen` says which differences part them: those that [show](Self::shows), or all that
    /// [count](Self::counts); who reads the same as one of a reading has it. Witnesses that [take no part](Self::takes_part) have none.
    pub fn readings(self, row: &Row, link: &Link, base: usize, seen: Seen) -> Vec<Reading> {
        let lead = self.lead(row, link, base);
        let others = self.told_of(row, link);
        let others = others.into_iter().filter(|&w| Some(w) != lead);
        let mut readings: Vec<Reading> = Vec::new();
        // At one link a class parts all those between whom it stands, or none.
        let mut known = [None; Class::ALL.len()];
        let mut parts = |one: usize, other: usize| {
            if !self.compares(one, other) {
                return true;
            }
            let class = link.class_between(one, other);
            *known[class as usize].get_or_insert_with(|| self.class_parts(link, class, seen))
        };
        for witness in lead.into_iter().chain(others) {
            let mut same = |reading: &Reading| {
                let mut members = reading.witnesses.iter();
                members.any(|&other| !parts(other, witness))
            };
            // One may read the same as two that do not, for what is between these counts: all three go together.
            let mut own: Option<usize> = None;
            let mut n = 0;
            while n < readings.len() {
                match own {
                    _ if !same(&readings[n]) => n += 1,
                    None => {
                        readings[n].witnesses.push(witness);
                        own = Some(n);
                        n += 1;
                    }
                    Some(own) => {
                        let joined = readings.remove(n);
                        readings[own].witnesses.extend(joined.witnesses);
                    }
                }
            }
            if own.is_none() {
                readings.push(Reading {
                    witnesses: SmallVec::from_slice(&[witness]),
                    class: Class::Same,
                });
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

    /// The witnesses that have the same reading of each of these links, which stand in the row; in the order of
    /// [`readings`](Self::readings). Without links each witness of the row is alone.
    pub fn groups(self, row: &Row, links: &[Link], base: usize, seen: Seen) -> Vec<Vec<usize>> {
        let of_links: Vec<Vec<Reading>> = links
            .iter()
            .map(|link| self.readings(row, link, base, seen))
            .collect();
        let said = |w: usize| -> Vec<Option<usize>> {
            let of = |readings: &Vec<Reading>| readings.iter().position(|r| r.has(w));
            of_links.iter().map(of).collect()
        };
        let Some(link) = links.first() else {
            return row.present().map(|w| vec![w]).collect();
        };
        let first = self.lead(row, link, base);
        let others = row.present().filter(|&w| Some(w) != first);
        let mut groups: Vec<(Vec<Option<usize>>, Vec<usize>)> = Vec::new();
        for w in first.into_iter().chain(others) {
            let own = said(w);
            if own.iter().all(Option::is_none) {
                // It takes no part in any.
                continue;
            }
            match groups.iter_mut().find(|(said, _)| *said == own) {
                Some((_, group)) => group.push(w),
                None => groups.push((own, vec![w])),
            }
        }
        let mut groups: Vec<Vec<usize>> = groups.into_iter().map(|(_, group)| group).collect();
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups
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
