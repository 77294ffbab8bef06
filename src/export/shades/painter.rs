//! In which shades the words of each witness stand.
//!
//! Of two witnesses by how they differ, of more by how many say so, as in the terminal.

use crate::class::Class;
use crate::hue::Hue;
use crate::select::{Agreement, Marks, Shown, Standing, Voice, Voices};
use crate::table::{AlignmentTable, Link, Row};

use super::Shade;

/// Says in which shades the words of a table stand.
pub(in crate::export) struct Painter<'a> {
    voices: Voices<'a>,
    /// Of more than two witnesses, who stands with whom.
    agreement: Option<Agreement<'a>>,
    base: usize,
}

impl<'a> Painter<'a> {
    pub(in crate::export) fn new(
        table: &'a AlignmentTable,
        quiet: &'a [Class],
        marks: Marks,
    ) -> Self {
        Self {
            voices: Voices::new(table, table.rules(quiet), marks),
            agreement: (table.witnesses.len() > 2).then(|| Agreement::new(table, quiet)),
            base: table.base,
        }
    }

    /// For each witness the shades of its words in the links of a row.
    pub(in crate::export) fn shades(&self, row: &Row) -> Vec<Vec<Option<Shade>>> {
        let mut shades = vec![Vec::with_capacity(row.links.len()); row.cells.len()];
        for (link, shown) in row.links.iter().zip(self.voices.of(row)) {
            let of_link = match self.agreement {
                None => vec![of_two(link, shown); row.cells.len()],
                Some(agreement) => self.of_many(agreement, row, link, shown),
            };
            for (shades, shade) in shades.iter_mut().zip(of_link) {
                shades.push(shade);
            }
        }
        shades
    }

    fn of_many(
        &self,
        agreement: Agreement<'_>,
        row: &Row,
        link: &Link,
        shown: Shown,
    ) -> Vec<Option<Shade>> {
        let standings = agreement.marked(row, link, shown, self.voices.are_few());
        let shade = |(w, standing): (usize, Standing)| match standing {
            Standing::Form => Some(Shade::Hue(Hue::Form)),
            Standing::Alone => Some(Shade::Hue(Hue::Only)),
            Standing::Divided => Some(Shade::Hue(Hue::Wording)),
            Standing::AllDiffer => Some(Shade::Hue(Hue::Moved)),
            Standing::With => {
                (shown.moved && link.is_moved_in(w, self.base)).then_some(Shade::Elsewhere)
            }
        };
        standings.into_iter().enumerate().map(shade).collect()
    }
}

fn of_two(link: &Link, shown: Shown) -> Option<Shade> {
    match shown {
        Shown { moved: true, .. } => Some(Shade::Hue(Hue::Moved)),
        Shown {
            words: Voice::Silent,
            ..
        } => None,
        _ => Hue::of(link.class).map(Shade::Hue),
    }
}
