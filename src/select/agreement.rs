//! Who stands with whom: among more than two witnesses a difference is marked where its reading is not that of most.
//!
//! A word that one of five lacks is nothing about the four that have it. So the witnesses at a link fall into groups by
//! their words, and those of a group of more than half are left alone; what the others say is marked by how many say it. Who is
//! the base makes no difference: where most stand against it, its own words are marked.
//!
//! This is the one rule of colours of more than two: terminal, workbooks, documents and books call [`Agreement::marked`], and the
//! report has it again in its script (`judge.js`), since there witnesses can be switched off.

use crate::class::Class;
use crate::table::{AlignmentTable, Link, Reading, Row, Rules, Seen};

use super::marks::{Shown, Voice};

/// How the words of one witness stand to those of all others at a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Standing {
    /// It reads as most do, or takes no part in the link.
    #[default]
    With,
    /// It has the words of others in another form.
    Form,
    /// It alone reads so.
    Alone,
    /// Some read so, and some otherwise.
    Divided,
    /// No two read the same.
    AllDiffer,
}

/// Says how the witnesses of a table stand to each other.
#[derive(Debug, Clone, Copy)]
pub struct Agreement<'a> {
    /// The rules by which differences show.
    rules: Rules<'a>,
    /// Rules by which the same words in another form show no difference.
    words: Rules<'a>,
    base: usize,
}

impl<'a> Agreement<'a> {
    /// For a table of which differences in `quiet` classes do not show.
    pub fn new(table: &'a AlignmentTable, quiet: &'a [Class]) -> Self {
        Self {
            rules: table.rules(quiet),
            words: table.rules(&Class::FORMS),
            base: table.base,
        }
    }

    /// The readings of a link by what shows; see [`Rules::readings`].
    pub fn readings(self, row: &Row, link: &Link) -> Vec<Reading> {
        self.rules.readings(row, link, self.base, Seen::Showing)
    }

    /// The readings of a link by its words, in whatever form.
    pub fn wordings(self, row: &Row, link: &Link) -> Vec<Reading> {
        self.words.readings(row, link, self.base, Seen::Showing)
    }

    /// How each witness stands at a link; of a link that shows no difference, with the others.
    pub fn standings(self, row: &Row, link: &Link) -> Vec<Standing> {
        let mut standings = vec![Standing::With; row.cells.len()];
        if !self.rules.shows(link) {
            return standings;
        }
        let groups = self.wordings(row, link);
        let forms = self.readings(row, link);
        let present: usize = groups.iter().map(|group| group.witnesses.len()).sum();
        let all_differ = groups.len() > 2 && groups.len() == present;
        for group in &groups {
            let size = group.witnesses.len();
            let standing = match (size, groups.len()) {
                _ if all_differ => Standing::AllDiffer,
                (_, 0 | 1) => Standing::With,
                _ if size * 2 > present => Standing::With,
                // Of two, each stands alone; the words of both are other words.
                (1, _)
                    if present > 2 || link.tokens.iter().filter(|t| !t.is_empty()).count() < 2 =>
                {
                    Standing::Alone
                }
                _ => Standing::Divided,
            };
            for &witness in &group.witnesses {
                standings[witness] = match standing {
                    Standing::With => form(witness, group, &forms),
                    standing => standing,
                };
            }
        }
        standings
    }

    /// How each witness stands at a link as far as that is marked. Where `few` are, in what form some have words says little
    /// beside words that differ.
    pub fn marked(self, row: &Row, link: &Link, shown: Shown, few: bool) -> Vec<Standing> {
        if shown.words == Voice::Silent {
            return vec![Standing::With; row.cells.len()];
        }
        let mut standings = self.standings(row, link);
        if few && standings.iter().any(|&s| s > Standing::Form) {
            for standing in standings.iter_mut().filter(|s| **s == Standing::Form) {
                *standing = Standing::With;
            }
        }
        standings
    }
}

/// Whether a witness has the words of its group in the form that most of it have.
fn form(witness: usize, group: &Reading, forms: &[Reading]) -> Standing {
    let own = forms.iter().find(|reading| reading.has(witness));
    let shared = own.map_or(0, |own| {
        group.witnesses.iter().filter(|&&w| own.has(w)).count()
    });
    match shared * 2 > group.witnesses.len() {
        true => Standing::With,
        false => Standing::Form,
    }
}
