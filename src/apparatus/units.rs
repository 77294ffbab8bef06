//! An apparatus unit by unit of the base: what is said of the words of each, who lacks it or has it elsewhere, and what others
//! have behind it where it has no more.

use std::cmp::Reverse;

use crate::select::Standing;
use crate::table::{AlignmentTable, Row, RowNumber, Seen};
use crate::witness::{TokenIndex, UnitIndex, Witness};

use super::additions::joined;
use super::citation::last_word;
use super::{Apparatus, Entry, Landmark, Side, Variant};

/// A unit of the base, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    /// The unit.
    pub unit: UnitIndex,
    /// In the order of their places; what holds others before them.
    pub entries: Vec<Entry>,
}

pub(super) fn by_unit(apparatus: &Apparatus<'_>) -> Vec<Annotated> {
    let table = apparatus.table;
    let Some(base) = table.witnesses.get(table.base) else {
        return Vec::new();
    };
    let maker = Maker {
        apparatus,
        table,
        base,
        last_units: last_units(table),
    };
    let mut units: Vec<Vec<Entry>> = vec![Vec::new(); base.units().len()];
    for (n, row) in table.rows.iter().enumerate() {
        match row.has(table.base) {
            true => maker.of_row(row, &mut units),
            false => maker.of_added_row(n, &mut units),
        }
    }
    let units = units.into_iter().enumerate();
    units
        .map(|(n, entries)| {
            let unit = UnitIndex::new(n);
            let mut entries = joined(table, entries);
            entries.sort_by_key(|entry| {
                let place = entry.place(base, unit);
                place.map(|place| (place.start, Reverse(place.end)))
            });
            Annotated { unit, entries }
        })
        .collect()
}

/// For each row the last unit of the base at or before it.
fn last_units(table: &AlignmentTable) -> Vec<Option<UnitIndex>> {
    let mut last = None;
    let of = |row: &Row| {
        last = row.cells[table.base].last().copied().or(last);
        last
    };
    table.rows.iter().map(of).collect()
}

struct Maker<'a> {
    apparatus: &'a Apparatus<'a>,
    table: &'a AlignmentTable,
    base: &'a Witness,
    last_units: Vec<Option<UnitIndex>>,
}

impl Maker<'_> {
    /// What is said of a row in which the base stands.
    fn of_row(&self, row: &Row, units: &mut [Vec<Entry>]) {
        let said = self.apparatus.against(row, self.table.base);
        self.of_units(row, said.absent, units);
        for entry in said.entries {
            let unit = entry.lemma.first().and_then(|&word| self.unit_of(word));
            if let Some(entries) = unit.and_then(|unit| units.get_mut(unit.get())) {
                entries.push(entry);
            }
        }
    }

    /// Which witnesses lack the units of a row, and which have them elsewhere.
    fn of_units(&self, row: &Row, lacking: Vec<usize>, units: &mut [Vec<Entry>]) {
        let mut variants: Vec<Variant> = Vec::new();
        let whole = |witnesses: Vec<usize>, moved| Variant {
            words: vec![Vec::new(); witnesses.len()],
            standing: match witnesses.len() {
                1 => Standing::Alone,
                _ => Standing::Divided,
            },
            witnesses,
            moved,
        };
        let mut elsewhere: Vec<(Landmark, Vec<usize>)> = Vec::new();
        for w in self.compared(row) {
            if let Some(after) = row.moved_to_in(w, self.table.base) {
                let after = self.landmark(after);
                match elsewhere.iter_mut().find(|(known, _)| *known == after) {
                    Some((_, witnesses)) => witnesses.push(w),
                    None => elsewhere.push((after, vec![w])),
                }
            }
        }
        let elsewhere = elsewhere.into_iter();
        variants.extend(elsewhere.map(|(after, witnesses)| whole(witnesses, Some(after))));
        if !lacking.is_empty() {
            variants.push(whole(lacking, None));
        }
        if variants.is_empty() {
            return;
        }
        let deviates = |w: &usize| variants.iter().any(|v| v.witnesses.contains(w));
        let agreeing: Vec<usize> = self.compared(row).filter(|w| !deviates(w)).collect();
        for &unit in &row.cells[self.table.base] {
            let own = self.base.unit(unit);
            if own.skip.is_some() || own.tokens.is_empty() {
                continue;
            }
            units[unit.get()].push(Entry {
                lemma: own.tokens.indices().collect(),
                side: Side::At,
                agreeing: agreeing.clone(),
                variants: variants.clone(),
            });
        }
    }

    /// Whether the words of a witness are compared with those of the base; its apparatus says nothing of others.
    fn compares(&self, w: usize) -> bool {
        self.table.compares(self.table.base, w)
    }

    /// The witnesses of a row that are compared with the base.
    fn compared<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = usize> + 'r {
        row.present().filter(|&w| self.compares(w))
    }

    /// The unit of the base after which a row stands.
    fn landmark(&self, after: RowNumber) -> Landmark {
        // Rows stand in the order of their numbers.
        let at = self.table.rows.partition_point(|row| row.number <= after);
        let unit = at.checked_sub(1).and_then(|row| self.last_units[row]);
        unit.map_or(Landmark::Beginning, Landmark::Unit)
    }

    /// What others have in a row in which the base does not stand: added behind the unit before it.
    fn of_added_row(&self, n: usize, units: &mut [Vec<Entry>]) {
        let row = &self.table.rows[n];
        let rules = self.apparatus.voices.rules();
        let groups = rules.groups(row, &row.links, self.table.base, Seen::Showing);
        let variants = groups.into_iter().filter_map(|mut witnesses| {
            witnesses.retain(|&w| self.compares(w) && !self.words(row, w).is_empty());
            let words: Vec<_> = witnesses.iter().map(|&w| self.words(row, w)).collect();
            (!words.is_empty()).then_some(Variant {
                standing: match witnesses.len() {
                    1 => Standing::Alone,
                    _ => Standing::Divided,
                },
                witnesses,
                words,
                moved: None,
            })
        });
        let variants: Vec<Variant> = variants.collect();
        let unit = self.last_units[n].or((!units.is_empty()).then(|| UnitIndex::new(0)));
        let (Some(unit), false) = (unit, variants.is_empty()) else {
            return;
        };
        let own: Vec<TokenIndex> = self.base.unit(unit).tokens.indices().collect();
        let (lemma, side) = match self.last_units[n] {
            Some(_) => (last_word(self.base, &own), Side::Behind),
            None => (own.first().copied().into_iter().collect(), Side::Before),
        };
        let has = |w: &usize| variants.iter().any(|v| v.witnesses.contains(w));
        units[unit.get()].push(Entry {
            lemma,
            side,
            agreeing: (0..row.cells.len())
                .filter(|w| self.compares(*w) && !has(w))
                .collect(),
            variants,
        });
    }

    /// The words that a witness has in a row, but for what is skipped.
    fn words(&self, row: &Row, w: usize) -> Vec<TokenIndex> {
        let units = row.cells[w]
            .iter()
            .map(|&u| self.table.witnesses[w].unit(u));
        let compared = units.filter(|unit| unit.skip.is_none());
        compared.flat_map(|unit| unit.tokens.indices()).collect()
    }

    fn unit_of(&self, token: TokenIndex) -> Option<UnitIndex> {
        let units = self.base.units();
        let at = units.partition_point(|unit| unit.tokens.end <= token.0);
        (at < units.len()).then(|| UnitIndex::new(at))
    }
}
