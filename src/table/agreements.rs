//! Who agrees with whom: which of more than two witnesses say the same words where words differ, and what some of them share
//! against all others.

use std::collections::BTreeMap;

use crate::class::Class;
use crate::table::{AlignmentTable, Link, Reading, Row, RowKind, RowNumber, Seen};
use crate::witness::TokenKind;

/// Which witnesses say the same: groups of their places in the table, in the order of their sigla, as are those of a group.
pub type Pattern = Vec<Vec<usize>>;

/// Who agrees with whom, as far as words go: the same word in another form or spelling is the same, and so is a word of its
/// family.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreements {
    /// In which ways the witnesses part where words differ, the most frequent first, then by sigla.
    pub patterns: Vec<PatternCount>,
    /// What several witnesses have in common against all others in the row, the most frequent first, then by sigla.
    pub shared: Vec<Shared>,
}

/// How often witnesses part in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternCount {
    /// Who says the same, of those that stand in the row.
    pub pattern: Pattern,
    /// Where, in the order of the table.
    pub places: Vec<Place>,
}

/// A link of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row.
    pub row: RowNumber,
    /// The index of the link in it.
    pub link: usize,
}

/// What several witnesses, and they alone, have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Their places in the table, in the order of their sigla; two at the least, and never all that stand in a row.
    pub witnesses: Vec<usize>,
    /// Where they say the same words, and no other does.
    pub wordings: Vec<Place>,
    /// Where they say nothing, and all others something.
    pub omissions: Vec<Place>,
    /// The rows that all others have, and they have not.
    pub rows: Vec<RowNumber>,
}

impl Shared {
    /// How much it is: words, omissions and rows together.
    pub fn count(&self) -> usize {
        self.wordings.len() + self.omissions.len() + self.rows.len()
    }
}

/// The readings of a link by its words, in whatever form.
pub(super) fn wordings(table: &AlignmentTable, row: &Row, link: &Link) -> Vec<Reading> {
    let rules = table.rules(&Class::FORMS);
    rules.readings(row, link, table.base, Seen::Showing)
}

impl AlignmentTable {
    /// Who agrees with whom; of less than three witnesses nothing.
    pub fn agreements(&self) -> Agreements {
        if self.witnesses.len() < 3 {
            return Agreements::default();
        }
        let by_siglum = self.ranks();
        let rules = self.rules(&[]);
        let mut patterns: BTreeMap<Pattern, Vec<Place>> = BTreeMap::new();
        let mut shared = Sharing::default();
        for row in &self.rows {
            if row.kind == RowKind::Bead {
                for (link, at) in row.links.iter().zip(0..) {
                    let place = Place {
                        row: row.number,
                        link: at,
                    };
                    let Some(pattern) = self.pattern(row, link, &by_siglum) else {
                        continue;
                    };
                    for group in pattern.iter().filter(|group| group.len() > 1) {
                        let own = shared.of(group);
                        match link.tokens[by_siglum.places[group[0]]].is_empty() {
                            true => own.omissions.push(place),
                            false => own.wordings.push(place),
                        }
                    }
                    patterns.entry(pattern).or_default().push(place);
                }
            }
            // Whose words are compared with none there lacks nothing that is known.
            let lacks = |w: usize| !row.has(w) && rules.is_told(w, row.present());
            let lacking: Vec<usize> = (0..self.witnesses.len())
                .filter(|&rank| lacks(by_siglum.places[rank]))
                .collect();
            if lacking.len() > 1 && self.says_something(row) {
                shared.of(&lacking).rows.push(row.number);
            }
        }
        let mut patterns: Vec<(Pattern, Vec<Place>)> = patterns.into_iter().collect();
        patterns.sort_by(|x, y| y.1.len().cmp(&x.1.len()).then_with(|| x.0.cmp(&y.0)));
        let mut shared: Vec<Shared> = shared.0.into_values().collect();
        shared.sort_by(|x, y| {
            (y.count().cmp(&x.count())).then_with(|| x.witnesses.cmp(&y.witnesses))
        });
        Agreements {
            patterns: patterns
                .into_iter()
                .map(|(pattern, places)| PatternCount {
                    pattern: pattern.iter().map(|group| by_siglum.named(group)).collect(),
                    places,
                })
                .collect(),
            shared: shared
                .into_iter()
                .map(|shared| Shared {
                    witnesses: by_siglum.named(&shared.witnesses),
                    ..shared
                })
                .collect(),
        }
    }

    /// Who says the same at a link, by the ranks of their sigla; `None` where it has no words, or all say the same.
    fn pattern(&self, row: &Row, link: &Link, by_siglum: &Ranks) -> Option<Pattern> {
        if link.class == Class::Same && link.variation.is_none() || !self.rules(&[]).has_words(link)
        {
            return None;
        }
        let readings = wordings(self, row, link);
        let mut pattern: Pattern = readings
            .iter()
            .map(|reading| by_siglum.of(&reading.witnesses))
            .collect();
        pattern.sort();
        (pattern.len() > 1).then_some(pattern)
    }

    /// Whether a row has words that are no metadata.
    fn says_something(&self, row: &Row) -> bool {
        row.present().any(|w| {
            let witness = &self.witnesses[w];
            let mut units = row.cells[w].iter().map(|&u| witness.unit(u));
            units.any(|unit| {
                let mut tokens = unit.tokens.indices().map(|t| witness.token(t).kind);
                unit.skip.is_none() && tokens.any(|kind| kind != TokenKind::Punctuation)
            })
        })
    }

    /// The witnesses in the order of their sigla.
    pub(super) fn ranks(&self) -> Ranks {
        let mut places: Vec<usize> = (0..self.witnesses.len()).collect();
        places.sort_by_key(|&w| &self.witnesses[w].siglum);
        let mut ranks = vec![0; places.len()];
        for (rank, &w) in places.iter().enumerate() {
            ranks[w] = rank;
        }
        Ranks { ranks, places }
    }
}

/// The order of witnesses by their sigla.
pub(super) struct Ranks {
    /// For each witness its rank.
    pub(super) ranks: Vec<usize>,
    /// For each rank the place of the witness in the table.
    places: Vec<usize>,
}

impl Ranks {
    /// The ranks of witnesses, increasing.
    fn of(&self, witnesses: &[usize]) -> Vec<usize> {
        let mut ranks: Vec<usize> = witnesses.iter().map(|&w| self.ranks[w]).collect();
        ranks.sort_unstable();
        ranks
    }

    /// The witnesses of ranks.
    fn named(&self, ranks: &[usize]) -> Vec<usize> {
        ranks.iter().map(|&rank| self.places[rank]).collect()
    }
}

/// What groups of witnesses share, by their ranks.
#[derive(Default)]
struct Sharing(BTreeMap<Vec<usize>, Shared>);

impl Sharing {
    fn of(&mut self, group: &[usize]) -> &mut Shared {
        self.0.entry(group.to_vec()).or_insert_with(|| Shared {
            witnesses: group.to_vec(),
            wordings: Vec::new(),
            omissions: Vec::new(),
            rows: Vec::new(),
        })
    }
}
