//! Choosing rows of a table, and their order; and which differences are marked.

mod agreement;
mod along;
mod content;
mod contrary;
mod marks;

pub use agreement::{Agreement, Standing};
pub use content::ContentWords;
pub use marks::{Marks, Shown, Voice, Voices};

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::class::Class;
use crate::normalize::{Fold, Normalizer};
use crate::segment::segment;
use crate::table::{AlignmentTable, Fact, FactKind, Row, RowKind, RowNumber};
use crate::witness::{Level, TokenIndex, UnitIndex, Witness, composed_word};

/// Which rows are chosen: those that every field lets pass. The default chooses all, in their order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Selection {
    /// Row numbers; none lets all pass.
    pub rows: Vec<RangeInclusive<RowNumber>>,
    /// What a row has, one of these at least; none lets all pass.
    pub features: Vec<Feature>,
    /// Words that a unit of the row has next to each other, in some witness. Case and accents do not matter.
    pub words: Option<String>,
    /// The confidence, in `[0, 1]`, that the row must stay below; rows without one do not pass.
    pub below: Option<f64>,
    /// The order of the rows chosen.
    pub order: Order,
    /// The classes that are no difference here, as in views.
    pub quiet: Vec<Class>,
}

/// What a row can be chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Feature {
    /// Words in it differ, or stand in another order.
    Changed,
    /// It stands elsewhere in the other witness.
    Moved,
    /// Words of it stand in another order in the other witness.
    MovedWords,
    /// Units in it have no counterpart; those that are skipped do not count.
    Unmatched,
    /// A passage of it is quoted elsewhere, or quotes.
    Quoted,
    /// A number, a date, a name or a negation in it differs.
    Facts,
    /// A fact of this kind in it differs.
    FactsOf(FactKind),
    /// Two witnesses say something of one fact, and not the same.
    Contradiction,
    /// One witness says a fact that another leaves out.
    FactLeftOut,
    /// A link in it has this class.
    Class(Class),
}

impl Feature {
    /// Every feature, in the order of the documentation; of the classes those that are differences.
    pub fn all() -> impl Iterator<Item = Self> {
        let classes = Class::ALL.into_iter().filter(|&c| c != Class::Same);
        [
            Self::Changed,
            Self::Moved,
            Self::MovedWords,
            Self::Unmatched,
            Self::Quoted,
            Self::Facts,
            Self::FactsOf(FactKind::Number),
            Self::FactsOf(FactKind::Date),
            Self::FactsOf(FactKind::Name),
            Self::FactsOf(FactKind::Negation),
            Self::Contradiction,
            Self::FactLeftOut,
        ]
        .into_iter()
        .chain(classes.map(Self::Class))
    }

    /// The name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::MovedWords => "moved-words",
            Self::Unmatched => "unmatched",
            Self::Quoted => "quoted",
            Self::Facts => "facts",
            Self::FactsOf(FactKind::Number) => "facts:number",
            Self::FactsOf(FactKind::Date) => "facts:date",
            Self::FactsOf(FactKind::Name) => "facts:name",
            Self::FactsOf(FactKind::Negation) => "facts:negation",
            Self::Contradiction => "facts:contradiction",
            Self::FactLeftOut => "facts:omission",
            Self::Class(class) => class.name(),
        }
    }

    /// The feature of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|feature| feature.name() == name)
    }
}

/// An order of rows. Rows alike in it keep the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// That of the table.
    #[default]
    Row,
    /// The least certain first; rows without a confidence last.
    Confidence,
    /// The least similar first; rows without a similarity last.
    Similarity,
}

impl AlignmentTable {
    /// The table with the chosen rows alone, which keep their numbers, and the quotations that stand in one of them.
    ///
    /// The witnesses stay whole, so units may stand in no row of it: for [`summary`](Self::summary), and for formats
    /// that hold whole witnesses, the table it was made from is needed.
    pub fn select(&self, selection: &Selection) -> Self {
        let words = selection.words.as_deref().map(|w| Words::new(self, w));
        let quoted: FxHashSet<RowNumber> = self
            .quotations
            .iter()
            .flat_map(|q| q.rows.iter().copied())
            .collect();
        let rules = self.rules(&selection.quiet);
        let facts = |row: &Row| self.facts_of(row.number).iter();
        let has = |row: &Row, feature: Feature| match feature {
            Feature::Changed => row.links.iter().any(|link| link.moved || rules.shows(link)),
            Feature::Moved => row.moved,
            Feature::MovedWords => row.links.iter().any(|link| link.moved),
            Feature::Unmatched => row.kind == RowKind::Only && self.has_text(row),
            Feature::Quoted => quoted.contains(&row.number),
            Feature::Facts => !self.facts_of(row.number).is_empty(),
            Feature::FactsOf(kind) => facts(row).any(|fact| fact.kind == kind),
            Feature::Contradiction => facts(row).any(Fact::is_contradiction),
            Feature::FactLeftOut => facts(row).any(|fact| !fact.is_contradiction()),
            Feature::Class(class) => {
                let links = &mut row.links.iter();
                links.any(|link| link.class == class && rules.counts(link))
            }
        };
        let chosen = |row: &&Row| {
            let Selection {
                rows,
                features,
                below,
                ..
            } = selection;
            (rows.is_empty() || rows.iter().any(|range| range.contains(&row.number)))
                && (features.is_empty() || features.iter().any(|&f| has(row, f)))
                && below.is_none_or(|below| row.confidence.is_some_and(|c| c < below))
        };
        let mut rows: Vec<Row> = self.rows.iter().filter(chosen).cloned().collect();
        if let Some(mut words) = words {
            rows.retain(|row| words.stand_in(row));
        }
        match selection.order {
            Order::Row => {}
            Order::Confidence => rows.sort_by(|a, b| rising(a.confidence, b.confidence)),
            Order::Similarity => rows.sort_by(|a, b| rising(a.similarity, b.similarity)),
        }
        let numbers: FxHashSet<RowNumber> = rows.iter().map(|row| row.number).collect();
        let of_rows = |facts: &[Fact]| {
            let facts = facts.iter().filter(|fact| numbers.contains(&fact.row));
            facts.cloned().collect()
        };
        Self {
            witnesses: self.witnesses.clone(),
            base: self.base,
            uncompared: self.uncompared.clone(),
            rows,
            quotations: self
                .quotations
                .iter()
                .filter(|q| q.rows.iter().any(|row| numbers.contains(row)))
                .cloned()
                .collect(),
            facts: of_rows(&self.facts),
            facts_between: of_rows(&self.facts_between),
            ignored: self.ignored.clone(),
            notes: self.notes.clone(),
        }
    }

    /// Whether a unit of the row is neither blank nor skipped.
    fn has_text(&self, row: &Row) -> bool {
        self.witnesses
            .iter()
            .zip(&row.cells)
            .any(|(witness, units)| {
                units.iter().any(|&u| {
                    let unit = witness.unit(u);
                    unit.skip.is_none() && !unit.span.is_empty()
                })
            })
    }
}

/// Small before great, nothing last.
fn rising(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// Words to be found, for each witness as its language has them.
struct Words<'a>(Vec<Finder<'a>>);

struct Finder<'a> {
    witness: &'a Witness,
    normalizer: &'static Normalizer,
    /// The keys of the words to be found.
    wanted: Vec<String>,
    /// The keys of the spellings seen.
    keys: FxHashMap<&'a str, String>,
}

impl<'a> Words<'a> {
    fn new(table: &'a AlignmentTable, words: &str) -> Self {
        let finder = |witness: &'a Witness| {
            let normalizer = Normalizer::of(witness.language, false);
            let wanted = segment(words, witness.language, Level::Line)
                .tokens
                .iter()
                .map(|token| key(normalizer, &words[token.span.range()]))
                .collect();
            Finder {
                witness,
                normalizer,
                wanted,
                keys: FxHashMap::default(),
            }
        };
        Self(table.witnesses.iter().map(finder).collect())
    }

    fn stand_in(&mut self, row: &Row) -> bool {
        self.0
            .iter_mut()
            .zip(&row.cells)
            .any(|(finder, units)| units.iter().any(|&unit| finder.stand_in(unit)))
    }
}

impl Finder<'_> {
    /// Whether the words stand next to each other in a unit. No words stand everywhere.
    fn stand_in(&mut self, unit: UnitIndex) -> bool {
        let tokens = self.witness.unit(unit).tokens;
        let count = self.wanted.len();
        (tokens.range().start..=tokens.range().end.saturating_sub(count))
            .any(|first| first + count <= tokens.range().end && self.begin_at(first))
    }

    fn begin_at(&mut self, first: usize) -> bool {
        let Self {
            witness,
            normalizer,
            wanted,
            keys,
        } = self;
        wanted.iter().zip(first..).all(|(wanted, token)| {
            let text = witness.token_text(TokenIndex::new(token));
            keys.entry(text)
                .or_insert_with(|| key(normalizer, &composed_word(text)))
                == wanted
        })
    }
}

/// As words are sought: without case and accents, and with what joins two letters written out, which keyboards seldom have.
fn key(normalizer: &Normalizer, token: &str) -> String {
    let mut key = normalizer.keys(token).at(Fold::Accent).to_owned();
    for (joined, letters) in [("œ", "oe"), ("æ", "ae"), ("ß", "ss")] {
        if key.contains(joined) {
            key = key.replace(joined, letters);
        }
    }
    key
}
