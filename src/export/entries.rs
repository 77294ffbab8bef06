//! The entries of a critical apparatus: where others read otherwise than the base, and who reads what.
//!
//! An entry is about words of the base: its lemma. What others add belongs to the word before it, or at the very beginning to
//! the word behind it; where others lack a whole unit, or have it elsewhere, the entry is about the unit.

use crate::class::Class;
use crate::export::changes::{groups, reading, speaker};
use crate::format::units::unit_text;
use crate::table::{AlignmentTable, Link, Row, RowNumber, Rules};
use crate::witness::{Span, TokenIndex, TokenKind, TokenList, UnitIndex, Witness};

/// What is said of words of the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The words: those that are neighbours, from the first on. None where the base has no word at all.
    pub(super) place: Option<Span>,
    /// The words as people cite them.
    pub(super) lemma: String,
    /// Whether the entry is about what stands before the lemma or behind it, and not about the lemma.
    pub(super) side: Side,
    /// Who reads as the base does, itself among them.
    pub(super) agreeing: Vec<usize>,
    /// Who reads otherwise.
    pub(super) readings: Vec<Deviation>,
}

/// Where something is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Nowhere: the entry is about the lemma itself.
    None,
    /// Before the lemma.
    Before,
    /// Behind the lemma.
    Behind,
}

/// What some witnesses have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Deviation {
    pub(super) witnesses: Vec<usize>,
    pub(super) what: What,
}

/// What stands in the place of the lemma.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// Other words, or words that are added.
    Words(String),
    /// Nothing.
    Nothing,
    /// The same, elsewhere, or other words in their stead there.
    Elsewhere {
        /// Other words, if they are others.
        words: Option<String>,
        /// What it stands after there; nothing where it begins.
        after: Option<Landmark>,
    },
}

/// What words stand after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Landmark {
    /// A word of the same witness.
    Word(String),
    /// A unit of the base, counted from 1.
    Unit(usize),
}

/// A unit of the base, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Annotated {
    pub(super) unit: UnitIndex,
    /// In the order of their places.
    pub(super) entries: Vec<Entry>,
}

/// The units of the base, in its order, with the entries about each; differences of `quiet` classes make none. A base without
/// units has no apparatus.
pub(super) fn entries(table: &AlignmentTable, quiet: &[Class]) -> Vec<Annotated> {
    let Some(base) = table.witnesses.get(table.base) else {
        return Vec::new();
    };
    let mut units: Vec<Annotated> = (0..base.units().len())
        .map(|unit| Annotated {
            unit: UnitIndex::new(unit),
            entries: Vec::new(),
        })
        .collect();
    let maker = Maker {
        table,
        base,
        rules: table.rules(quiet),
        last_units: last_units(table),
    };
    for (n, row) in table.rows.iter().enumerate() {
        match row.has(table.base) {
            true => maker.of_row(row, &mut units),
            false => maker.of_added_row(n, &mut units),
        }
    }
    for unit in &mut units {
        // A longer place holds the shorter ones.
        let order = |entry: &Entry| entry.place.map(|place| (place.start, u32::MAX - place.end));
        unit.entries.sort_by_key(order);
    }
    units
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
    table: &'a AlignmentTable,
    base: &'a Witness,
    rules: Rules<'a>,
    last_units: Vec<Option<UnitIndex>>,
}

impl Maker<'_> {
    /// What is said of a row in which the base stands.
    fn of_row(&self, row: &Row, units: &mut [Annotated]) {
        let own = &row.cells[self.table.base];
        self.of_units(row, units);
        // Words that the base lacks stand behind those that it had last.
        let mut last: Option<TokenIndex> = None;
        let first = own
            .iter()
            .flat_map(|&u| self.base.unit(u).tokens.indices())
            .next();
        for run in row.links.chunk_by(Link::continues_in) {
            let tokens: TokenList = run
                .iter()
                .flat_map(|link| link.tokens[self.table.base].iter().copied())
                .collect();
            let differs = run.iter().any(|link| link.moved || self.rules.shows(link));
            if let Some((entry, at)) = differs
                .then(|| self.entry(row, run, &tokens, (last, first)))
                .flatten()
            {
                let unit = at.and_then(|at| self.unit_of(at)).or(own.first().copied());
                if let Some(unit) = unit {
                    units[unit.get()].entries.push(entry);
                }
            }
            last = tokens.last().copied().or(last);
        }
    }

    /// Which witnesses lack the units of a row, and which have them elsewhere.
    fn of_units(&self, row: &Row, units: &mut [Annotated]) {
        let others = || (0..row.cells.len()).filter(|&w| w != self.table.base);
        let lacking: Vec<usize> = others().filter(|&w| !row.has(w)).collect();
        let mut readings = Vec::new();
        let mut elsewhere: Vec<(Option<Landmark>, Vec<usize>)> = Vec::new();
        for w in row.present() {
            if let Some(after) = row.moved_to_in(w, self.table.base) {
                let after = self.landmark(after);
                match elsewhere.iter_mut().find(|(known, _)| *known == after) {
                    Some((_, witnesses)) => witnesses.push(w),
                    None => elsewhere.push((after, vec![w])),
                }
            }
        }
        for (after, witnesses) in elsewhere {
            let what = What::Elsewhere { words: None, after };
            readings.push(Deviation { witnesses, what });
        }
        if !lacking.is_empty() {
            readings.push(Deviation {
                witnesses: lacking,
                what: What::Nothing,
            });
        }
        if readings.is_empty() {
            return;
        }
        let deviates = |w: &usize| readings.iter().any(|r| r.witnesses.contains(w));
        let agreeing: Vec<usize> = row.present().filter(|w| !deviates(w)).collect();
        for &unit in &row.cells[self.table.base] {
            let own = self.base.unit(unit);
            if own.skip.is_some() || own.span.is_empty() {
                continue;
            }
            units[unit.get()].entries.push(Entry {
                place: Some(own.span),
                lemma: self.cited(own.tokens.indices().collect()),
                side: Side::None,
                agreeing: agreeing.clone(),
                readings: readings.clone(),
            });
        }
    }

    /// The unit of the base after which a row stands.
    fn landmark(&self, after: RowNumber) -> Option<Landmark> {
        let rows = self.table.rows.iter();
        let at = rows.take_while(|row| row.number <= after).count();
        let unit = *self.last_units.get(at.checked_sub(1)?)?;
        unit.map(|unit| Landmark::Unit(unit.get() + 1))
    }

    /// What others have in a row in which the base does not stand: added behind the unit before it.
    fn of_added_row(&self, n: usize, units: &mut [Annotated]) {
        let row = &self.table.rows[n];
        let skipped = |w: usize| {
            let mut units = row.cells[w].iter();
            units.all(|&u| self.table.witnesses[w].unit(u).skip.is_some())
        };
        let groups = groups(self.table, self.rules, row, &row.links);
        let readings: Vec<Deviation> = groups
            .into_iter()
            .filter(|group| !skipped(group[0]))
            .map(|witnesses| {
                let w = witnesses[0];
                let text = unit_text(&self.table.witnesses[w], &row.cells[w]);
                Deviation {
                    witnesses,
                    what: What::Words(text.into_owned()),
                }
            })
            .filter(|deviation| deviation.what != What::Words(String::new()))
            .collect();
        if readings.is_empty() {
            return;
        }
        let before = self.last_units[n];
        let Some(unit) = before.or(units.first().map(|first| first.unit)) else {
            return;
        };
        let mut tokens = self.base.unit(unit).tokens.indices();
        let (word, side) = match before {
            Some(_) => (tokens.next_back(), Side::Behind),
            None => (tokens.next(), Side::Before),
        };
        units[unit.get()].entries.push(self.added(
            word,
            side,
            self.others_than(&readings),
            readings,
        ));
    }

    /// The base, and who else has not what these have.
    fn others_than(&self, readings: &[Deviation]) -> Vec<usize> {
        let all = 0..self.table.witnesses.len();
        all.filter(|w| !readings.iter().any(|r| r.witnesses.contains(w)))
            .collect()
    }

    fn added(
        &self,
        word: Option<TokenIndex>,
        side: Side,
        agreeing: Vec<usize>,
        readings: Vec<Deviation>,
    ) -> Entry {
        Entry {
            place: word.map(|word| self.base.token(word).span),
            lemma: word.map_or(String::new(), |word| self.base.word(word).into_owned()),
            side,
            agreeing,
            readings,
        }
    }

    /// The entry of a run of links that differs, and the word of the base that it stands at. `last` is the word that the base had
    /// before it, `first` the first of the row.
    fn entry(
        &self,
        row: &Row,
        run: &[Link],
        tokens: &[TokenIndex],
        (last, first): (Option<TokenIndex>, Option<TokenIndex>),
    ) -> Option<(Entry, Option<TokenIndex>)> {
        let base = self.table.base;
        let mut agreeing = Vec::new();
        let mut readings: Vec<Deviation> = Vec::new();
        for (n, group) in groups(self.table, self.rules, row, run).iter().enumerate() {
            let w = speaker(group, base);
            let text = reading(&self.table.witnesses[w], w, run);
            let moved = |w: &usize| run[0].is_moved_in(*w, base);
            let (there, here): (Vec<usize>, Vec<usize>) = group.iter().copied().partition(moved);
            let same = n == 0;
            if !there.is_empty() {
                let what = What::Elsewhere {
                    words: (!same).then(|| text.clone()),
                    after: self.word_before(there[0], run),
                };
                readings.push(Deviation {
                    witnesses: there,
                    what,
                });
            }
            match here.is_empty() {
                true => {}
                false if same => agreeing = here,
                false => {
                    let what = match text.is_empty() {
                        true => What::Nothing,
                        false => What::Words(text),
                    };
                    readings.push(Deviation {
                        witnesses: here,
                        what,
                    });
                }
            }
        }
        if readings.is_empty() {
            return None;
        }
        let Some(&word) = tokens.first() else {
            let (word, side) = match last {
                Some(word) => (Some(word), Side::Behind),
                None => (first, Side::Before),
            };
            return Some((self.added(word, side, agreeing, readings), word));
        };
        let unit = self.base.unit(self.unit_of(word)?);
        let neighbours = tokens.chunk_by(|a, b| a.is_before(*b)).next()?;
        let end = neighbours.iter().rfind(|&&t| unit.tokens.contains(t))?;
        let span = |t: TokenIndex| self.base.token(t).span;
        let entry = Entry {
            place: Some(Span {
                start: span(word).start,
                end: span(*end).end,
            }),
            lemma: self.cited(tokens.into()),
            side: Side::None,
            agreeing,
            readings,
        };
        Some((entry, Some(word)))
    }

    /// The word that a witness has before the words of these links.
    fn word_before(&self, w: usize, run: &[Link]) -> Option<Landmark> {
        let first = run.iter().filter_map(|link| link.tokens[w].first()).min()?;
        let witness = &self.table.witnesses[w];
        let before = TokenIndex(first.0.checked_sub(1)?);
        Some(Landmark::Word(witness.word(before).into_owned()))
    }

    fn unit_of(&self, token: TokenIndex) -> Option<UnitIndex> {
        let units = self.base.units();
        let at = units.partition_point(|unit| unit.tokens.end <= token.0);
        (at < units.len()).then(|| UnitIndex::new(at))
    }

    /// Words of the base as people cite them: up to five whole, of more the first and the last, without marks around them.
    fn cited(&self, tokens: TokenList) -> String {
        let is_word = |t: &&TokenIndex| self.base.token(**t).kind != TokenKind::Punctuation;
        let ends = [
            tokens.iter().find(is_word).or(tokens.first()),
            tokens.iter().rfind(is_word).or(tokens.last()),
        ];
        const WHOLE: usize = 5;
        let span = |t: TokenIndex| self.base.token(t).span;
        let line = |first: TokenIndex, last: TokenIndex| {
            self.base.line(Span {
                start: span(first).start,
                end: span(last).end,
            })
        };
        match &tokens[..] {
            [] => String::new(),
            tokens if tokens.len() > WHOLE => match ends {
                [Some(&first), Some(&last)] if first != last => {
                    format!("{} … {}", line(first, first), line(last, last))
                }
                [Some(&only), _] => line(only, only),
                _ => String::new(),
            },
            tokens => {
                let runs = tokens.chunk_by(|a, b| a.is_before(*b));
                let runs: Vec<String> = runs.map(|run| line(run[0], run[run.len() - 1])).collect();
                runs.join(" … ")
            }
        }
    }
}
