//! The table for who reads it piece by piece: rows and links that know their texts, and the changes in them.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use crate::class::Class;
use crate::table::{AlignmentTable, Fact, Link, Row, RowKind, RowNumber, Seen};
use crate::witness::{Span, TokenIndex, TokenList, UnitIndex, undivided};

impl AlignmentTable {
    /// The rows, with their texts.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = RowRef<'_>> {
        self.rows.iter().map(|row| RowRef { table: self, row })
    }

    /// The row of a number.
    pub fn row(&self, number: RowNumber) -> Option<RowRef<'_>> {
        // Nearly always it stands at its place.
        let at_its_place = number.index().and_then(|index| self.rows.get(index));
        let mut rows = at_its_place.into_iter().chain(&self.rows);
        let row = rows.find(|row| row.number == number)?;
        Some(RowRef { table: self, row })
    }

    /// What differs, row by row: words that are another in the other witness or that it lacks, and whole units that one
    /// witness alone has. [Ignored](AlignmentTable::ignored) classes are left out, and so are units that take no part in
    /// the alignment. Neighbouring words without a counterpart are one change, and so are those of a phrase that moved.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        self.rows().flat_map(RowRef::changes)
    }
}

/// A row of a table, with its texts.
#[derive(Debug, Clone, Copy)]
pub struct RowRef<'t> {
    table: &'t AlignmentTable,
    row: &'t Row,
}

impl Deref for RowRef<'_> {
    type Target = Row;

    fn deref(&self) -> &Row {
        self.row
    }
}

impl<'t> RowRef<'t> {
    /// What a witness (0 for the first) says here: its units as they stand, with `…` for what lies between units that are
    /// not neighbours; empty where it says nothing.
    pub fn text(self, witness: usize) -> Cow<'t, str> {
        let units = self.row.cells.get(witness).map_or(&[][..], Vec::as_slice);
        let runs = units.chunk_by(|unit, next| unit.is_before(*next));
        self.pieces(witness, runs, |unit| {
            self.table.witnesses[witness].unit(unit).span
        })
    }

    /// The links between the words, with their texts.
    pub fn links(self) -> impl DoubleEndedIterator<Item = LinkRef<'t>> {
        let row = self.row;
        row.links
            .iter()
            .map(move |link| LinkRef { row: self, link })
    }

    /// What the files call what stands in it, as `1:7`: once where all have the same, else what each has, between bars; empty
    /// where they have no names for their parts.
    pub fn labels(self) -> String {
        self.table.labels(self.row)
    }

    /// What a witness (0 for the first) says of a fact of this row; empty where it says nothing.
    pub fn fact_text(self, fact: &Fact, witness: usize) -> Cow<'t, str> {
        let tokens = fact.tokens.get(witness).map_or(&[][..], Vec::as_slice);
        self.token_text(witness, tokens)
    }

    /// The facts that differ.
    pub fn facts(self) -> &'t [Fact] {
        self.table.facts_of(self.row.number)
    }

    /// What differs in the row; see [`AlignmentTable::changes`].
    pub fn changes(self) -> impl Iterator<Item = Change<'t>> {
        let row = self.row;
        let runs = row.links.chunk_by(Link::continues_in);
        let of_words = runs
            .filter(move |run| run.iter().any(|link| self.table.counts(link)))
            .map(move |links| Change { row: self, links });
        let alone = row.kind == RowKind::Only && !self.is_skipped();
        let whole = alone.then_some(Change {
            row: self,
            links: &[],
        });
        of_words.chain(whole.filter(|change| !self.table.ignored.contains(&change.class())))
    }

    /// Whether no unit takes part in the alignment.
    fn is_skipped(self) -> bool {
        let cells = self.row.cells.iter().zip(&self.table.witnesses);
        let mut units = cells.flat_map(|(units, w)| units.iter().map(|&u| w.unit(u)));
        units.all(|unit| unit.skip.is_some())
    }

    /// The text of parts of a witness, given in runs of neighbours.
    fn pieces<'p, I: Copy + 'p>(
        self,
        witness: usize,
        runs: impl Iterator<Item = &'p [I]>,
        span: impl Fn(I) -> Span,
    ) -> Cow<'t, str> {
        let Some(source) = self.table.witnesses.get(witness) else {
            return Cow::Borrowed("");
        };
        let mut runs = runs.map(|run| source.slice(hull(span(run[0]), span(run[run.len() - 1]))));
        let first = runs.next().unwrap_or_default();
        runs.fold(Cow::Borrowed(first), |text, run| {
            Cow::Owned(format!("{text} … {run}"))
        })
    }

    /// Words that the end of a line divides are put together again.
    fn token_text(self, witness: usize, tokens: &[TokenIndex]) -> Cow<'t, str> {
        let runs = tokens.chunk_by(|token, next| token.is_before(*next));
        match self.pieces(witness, runs, |token| self.token_span(witness, token)) {
            Cow::Borrowed(text) => undivided(text),
            Cow::Owned(text) => Cow::Owned(undivided(&text).into_owned()),
        }
    }

    fn token_span(self, witness: usize, token: TokenIndex) -> Span {
        self.table.witnesses[witness].token(token).span
    }
}

/// A link of a row, with its texts.
#[derive(Debug, Clone, Copy)]
pub struct LinkRef<'t> {
    row: RowRef<'t>,
    link: &'t Link,
}

impl Deref for LinkRef<'_> {
    type Target = Link;

    fn deref(&self) -> &Link {
        self.link
    }
}

impl<'t> LinkRef<'t> {
    /// The words of a witness (0 for the first) as they stand, with `…` for what lies between words that are not
    /// neighbours; empty where it has none.
    pub fn text(self, witness: usize) -> Cow<'t, str> {
        let tokens = self.link.tokens.get(witness).map_or(&[][..], |t| t);
        self.row.token_text(witness, tokens)
    }
}

/// A difference: words that are another in the other witness, words that it lacks, or whole units that it lacks.
///
/// It is written as people read it: `majeurs → principaux`, `− omitted`, `+ added`.
#[derive(Debug, Clone, Copy)]
pub struct Change<'t> {
    row: RowRef<'t>,
    /// One link, neighbouring words without a counterpart, or a phrase that moved; none for the whole row.
    links: &'t [Link],
}

impl<'t> Change<'t> {
    /// The kind of difference; of a phrase that moved the deepest of its words.
    pub fn class(self) -> Class {
        let deepest = self.links.iter().map(|link| link.class).max();
        match (deepest, self.row.cells.first()) {
            (Some(class), _) => class,
            (None, Some(units)) if !units.is_empty() => Class::Omission,
            (None, _) => Class::Addition,
        }
    }

    /// Whether the words stand in another order in the other witness.
    pub fn moved(self) -> bool {
        self.links.first().is_some_and(|link| link.moved)
    }

    /// What the first witness says; empty where it says nothing.
    pub fn a(self) -> Cow<'t, str> {
        self.text(0)
    }

    /// What the second witness says; empty where it says nothing.
    pub fn b(self) -> Cow<'t, str> {
        self.text(1)
    }

    /// What a witness (0 for the first) says.
    pub fn text(self, witness: usize) -> Cow<'t, str> {
        if self.links.is_empty() {
            self.row.text(witness)
        } else {
            self.row.token_text(witness, &self.tokens(witness))
        }
    }

    /// Where that stands in a witness (0 for the first): in bytes, from its first word to its last; `None` where it says
    /// nothing.
    pub fn span(self, witness: usize) -> Option<Span> {
        if self.links.is_empty() {
            let source = self.row.table.witnesses.get(witness)?;
            let cell = self.row.cells.get(witness)?;
            let span = |unit: &UnitIndex| source.unit(*unit).span;
            return Some(hull(span(cell.first()?), span(cell.last()?)));
        }
        let tokens = self.tokens(witness);
        let span = |token: &TokenIndex| self.row.token_span(witness, *token);
        Some(hull(span(tokens.first()?), span(tokens.last()?)))
    }

    /// Who says the same here, of those that stand in the row: groups of their places in the table, first that of the witness
    /// against which the first of its words are [told](crate::table::Rules::lead).
    pub fn readings(self) -> Vec<Vec<usize>> {
        let table = self.row.table;
        match self.links {
            [] => vec![self.row.present().collect()],
            links => table
                .rules(&[])
                .groups(self.row.row, links, table.base, Seen::Counting),
        }
    }

    /// The row it stands in.
    pub fn row(self) -> RowRef<'t> {
        self.row
    }

    fn tokens(self, witness: usize) -> TokenList {
        let tokens = self
            .links
            .iter()
            .filter_map(|link| link.tokens.get(witness));
        tokens.flatten().copied().collect()
    }
}

impl fmt::Display for Change<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.a(), self.b()) {
            (a, b) if b.is_empty() => write!(f, "− {a}"),
            (a, b) if a.is_empty() => write!(f, "+ {b}"),
            (a, b) => write!(f, "{a} → {b}"),
        }
    }
}

impl Link {
    /// Whether this and the next are words without a counterpart of the same witnesses, or words of one phrase that moved, the
    /// next right after this.
    pub(crate) fn continues_in(&self, next: &Self) -> bool {
        self.lacks_as(next) || self.moved && next.moved && self.adjoins(next)
    }

    /// Whether the next goes on with what some lack here.
    pub(crate) fn lacks_as(&self, next: &Self) -> bool {
        matches!(self.class, Class::Omission | Class::Addition)
            && self.class == next.class
            && self.moved == next.moved
            && self.adjoins(next)
    }

    /// Whether the next has words of the same witnesses, and in each of them right after those of this.
    pub(crate) fn adjoins(&self, next: &Self) -> bool {
        let mut sides = self.tokens.iter().zip(&next.tokens);
        self.tokens.len() == next.tokens.len()
            && sides.all(|(a, b)| match (a.last(), b.first()) {
                (Some(last), Some(&first)) => last.is_before(first),
                (None, None) => true,
                _ => false,
            })
    }

    /// Whether its words are neighbours, in each witness.
    pub(crate) fn is_unbroken(&self) -> bool {
        let in_place = |tokens: &[TokenIndex]| tokens.windows(2).all(|t| t[0].is_before(t[1]));
        self.tokens.iter().all(in_place)
    }
}

fn hull(first: Span, last: Span) -> Span {
    Span {
        start: first.start,
        end: last.end,
    }
}
