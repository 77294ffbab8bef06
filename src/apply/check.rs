//! What the rows of a corrected table say, and everything in them that cannot be meant.

use rustc_hash::FxHashMap;

use crate::apply::known::Known;
use crate::apply::read::Corrections;
use crate::apply::text::{Plain, other_text};
use crate::error::{Error, Result};
use crate::format::units::{self, ranges};
use crate::table::Status;
use crate::witness::{UnitIndex, Witness};

/// What a line says.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// The index of the line.
    pub line: usize,
    /// For each witness the units.
    pub cells: Vec<Vec<UnitIndex>>,
    pub status: Status,
    /// Whether all of it could be read, and no other line claims the same.
    clean: bool,
}

impl Claim {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }

    /// Whether a person answers for it.
    pub(super) fn is_answered(&self) -> bool {
        self.status != Status::Auto && self.clean && !self.is_empty()
    }
}

/// The lines as claims, and the problems found so far.
pub(super) struct Checker<'a> {
    corrections: &'a Corrections,
    witnesses: &'a [Witness],
    pub(super) claims: Vec<Claim>,
    /// For each witness and unit the line that claims it.
    takers: Vec<FxHashMap<UnitIndex, usize>>,
    /// What is wrong, with the index of its line.
    problems: Vec<(usize, String)>,
    /// What may be behind several of them.
    hint: Option<&'static str>,
}

impl<'a> Checker<'a> {
    /// Reads units and statuses.
    pub(super) fn new(corrections: &'a Corrections, witnesses: &'a [Witness]) -> Self {
        let mut checker = Self {
            corrections,
            witnesses,
            claims: Vec::with_capacity(corrections.lines.len()),
            takers: vec![FxHashMap::default(); witnesses.len()],
            problems: Vec::new(),
            hint: None,
        };
        for line in 0..corrections.lines.len() {
            let claim = checker.claim(line);
            checker.claims.push(claim);
        }
        checker
    }

    fn claim(&mut self, n: usize) -> Claim {
        let line = &self.corrections.lines[n];
        let before = self.problems.len();
        let status = match line.status.as_str() {
            "" => Some(Status::Auto),
            name => Status::from_name(name),
        };
        if status.is_none() {
            let names = Status::ALL.map(Status::name).join(", ");
            self.tell(
                n,
                format!("`{}` is not a status; write one of {names}", line.status),
            );
        }
        let mut cells = vec![Vec::new(); self.witnesses.len()];
        for (w, witness) in self.witnesses.iter().enumerate() {
            match units::parse(&line.units[w], witness.units().len()) {
                Ok(units) => cells[w] = units,
                Err(reason) => self.tell(n, format!("{}_units: {reason}", witness.siglum)),
            }
        }
        for (w, units) in cells.iter().enumerate() {
            let mut twice: Vec<(usize, Vec<UnitIndex>)> = Vec::new();
            for &unit in units {
                let taker = *self.takers[w].entry(unit).or_insert(n);
                if taker != n {
                    self.claims[taker].clean = false;
                    match twice.iter_mut().find(|(other, _)| *other == taker) {
                        Some((_, units)) => units.push(unit),
                        None => twice.push((taker, vec![unit])),
                    }
                }
            }
            for (other, units) in twice {
                let unit = self.named(w, &units);
                let other = &self.corrections.lines[other].place;
                self.tell(
                    n,
                    format!("{unit} stands here and in {other}; leave it in one of them"),
                );
            }
        }
        Claim {
            line: n,
            cells,
            status: status.unwrap_or_default(),
            clean: self.problems.len() == before,
        }
    }

    /// Finds the units whose cells were emptied, which makes rows of their own of them, and those that are missing.
    pub(super) fn account_for_all(&mut self, known: &[Known]) {
        for n in 0..self.claims.len() {
            self.unlink(n, known);
        }
        let Some(latest) = known.first() else { return };
        let mut missing: Vec<(usize, usize, Vec<UnitIndex>)> = Vec::new();
        for (w, witness) in self.witnesses.iter().enumerate() {
            for unit in (0..witness.units().len()).map(UnitIndex::new) {
                // A row of what one witness alone has may be deleted: nothing is claimed of it then.
                if self.takers[w].contains_key(&unit)
                    || known.iter().any(|known| known.is_alone(w, unit))
                {
                    continue;
                }
                let Some(row) = latest.row_of(w, unit) else {
                    continue;
                };
                match missing.last_mut() {
                    Some((of, last, units)) if (*of, *last) == (w, row) => units.push(unit),
                    _ => missing.push((w, row, vec![unit])),
                }
            }
        }
        for (w, row, units) in missing {
            let number = latest.rows[row].number;
            let lines = &self.corrections.lines;
            let line = lines.iter().position(|line| line.number == Some(number));
            // What that line says cannot be read; this was told.
            if line.is_some_and(|n| !self.claims[n].clean && self.claims[n].cells[w].is_empty()) {
                continue;
            }
            let unit = self.named(w, &units);
            self.tell(
                line.unwrap_or(usize::MAX),
                match line {
                    Some(_) => format!("{unit} stood here and stands nowhere now; write it back, or into the row it belongs to"),
                    None => format!("{unit} stands nowhere; row {number} had it, which is no longer there; write it into the row it belongs to, or into a new one"),
                },
            );
        }
    }

    /// Where cells of units were emptied and the units stand nowhere else, they have no counterpart; those of the other cells stay
    /// together.
    fn unlink(&mut self, n: usize, known: &[Known]) {
        let line = self.claims[n].line;
        let number = self.corrections.lines[line].number;
        if !self.claims[n].clean || self.claims[n].cells.iter().all(|units| !units.is_empty()) {
            return;
        }
        let cells = &self.claims[n].cells;
        let before = known
            .iter()
            .filter_map(|known| known.numbered(number))
            .find(|row| {
                // What was not emptied is as it was.
                let mut sides = row.cells.iter().zip(cells).enumerate();
                sides.all(|(w, (had, has))| {
                    had == has
                        || has.is_empty()
                            && had.iter().all(|unit| !self.takers[w].contains_key(unit))
                })
            });
        let Some(before) = before
            .filter(|row| row.cells != *cells)
            .map(|row| row.cells.clone())
        else {
            if self.claims[n].is_empty() {
                self.unused(line, known);
            }
            return;
        };
        let mut alone = Vec::new();
        for (w, units) in before.into_iter().enumerate() {
            if units.is_empty() || !self.claims[n].cells[w].is_empty() {
                continue;
            }
            self.takers[w].extend(units.iter().map(|&unit| (unit, line)));
            let mut cells = vec![Vec::new(); self.witnesses.len()];
            cells[w] = units;
            alone.push(Claim {
                cells,
                ..self.claims[n].clone()
            });
        }
        let mut alone = alone.into_iter();
        if self.claims[n].is_empty()
            && let Some(first) = alone.next()
        {
            self.claims[n] = first;
        }
        self.claims.extend(alone);
    }

    /// A line without units is what a merge leaves behind, unless it says something.
    fn unused(&mut self, n: usize, known: &[Known]) {
        let line = &self.corrections.lines[n];
        let had_units = known
            .iter()
            .any(|known| known.numbered(line.number).is_some());
        let texts = line.texts.iter().flatten();
        if !had_units && (!line.note.is_empty() || texts.into_iter().any(|text| !text.is_empty())) {
            self.tell(
                n,
                "names no units; write them into it, or delete the line".to_owned(),
            );
        }
    }

    /// Compares the texts of the cells with those of the units.
    ///
    /// # Errors
    /// [`Error::OtherText`] when most of them differ.
    pub(super) fn compare_texts(&mut self, known: &[Known]) -> Result<()> {
        let plain: Vec<Plain<'_>> = self.witnesses.iter().map(Plain::new).collect();
        let mut counts = vec![(0, 0); plain.len()];
        let mut differ = Vec::new();
        for n in 0..self.corrections.lines.len() {
            let line = &self.corrections.lines[n];
            let claim = &self.claims[n];
            if claim.is_empty() {
                continue;
            }
            // Cells of a row whose units were changed may have the text of others; all of them are in the file.
            let as_known = known.iter().any(|known| {
                let was = match line.number {
                    Some(_) => known.numbered(line.number).map(|row| &row.cells),
                    None => known.find(&claim.cells).map(|n| &known.rows[n].cells),
                };
                was == Some(&claim.cells)
            });
            let changed = claim.status != Status::Auto || !as_known;
            let texts = line.texts.iter().enumerate();
            for (w, text) in texts.filter_map(|(w, text)| Some((w, text.as_deref()?))) {
                if text.trim().is_empty() {
                    continue;
                }
                let (compared, strange) = &mut counts[w];
                *compared += 1;
                if plain[w].is_text(text, &claim.cells[w]) {
                    continue;
                }
                let mut before = known.iter().filter_map(|known| known.numbered(line.number));
                let is_old = before.any(|row| plain[w].is_text(text, &row.cells[w]));
                *strange += usize::from(!is_old);
                if !(is_old || (changed && plain[w].is_passage(text))) {
                    differ.push((n, w));
                }
            }
        }
        for (&(compared, strange), witness) in counts.iter().zip(self.witnesses) {
            if strange * 2 > compared {
                let why = format!(
                    "{} ({}) has other texts in most rows: it is not the file that the table was made from, or is cut in another way (--unit, --refs, --lang, --encoding)",
                    witness.siglum, witness.path
                );
                return Err(other_text(why, self.corrections, self.witnesses));
            }
        }
        if counts.iter().any(|&(_, strange)| strange > 0) && self.corrections.level().is_none() {
            self.hint = Some(
                "if the table was made with --unit, --refs, --lang, --encoding or --old-print, give these again",
            );
        }
        for (n, w) in differ {
            let line = &self.corrections.lines[n];
            let text = line.texts[w].as_deref().unwrap_or_default();
            let siglum = &self.witnesses[w].siglum;
            let how = match self.claims[n].cells[w].as_slice() {
                [] => format!("the text of {siglum} is not in its file"),
                units => format!(
                    "the text of {siglum} is not that of its units: {}",
                    plain[w].difference(text, units)
                ),
            };
            self.tell(
                n,
                format!("{how}; texts are mended in their files, not here: put it back, or empty the cell (or has the file changed since?)"),
            );
        }
        Ok(())
    }

    /// # Errors
    /// [`Error::Corrections`] with all problems, in the order of the lines.
    pub(super) fn finish(mut self) -> Result<Vec<Claim>> {
        if self.problems.is_empty() {
            self.claims.retain(|claim| !claim.is_empty());
            return Ok(self.claims);
        }
        self.problems.sort_by_key(|(line, _)| *line);
        let place = |n: usize| {
            self.corrections
                .lines
                .get(n)
                .map(|line| line.place.as_str())
        };
        let problems = self.problems.iter();
        Err(Error::Corrections {
            problems: problems
                .map(|(n, problem)| match place(*n) {
                    Some(place) => format!("{place}: {problem}"),
                    None => problem.clone(),
                })
                .collect(),
            hint: self.hint,
        })
    }

    fn tell(&mut self, line: usize, problem: String) {
        self.problems.push((line, problem));
    }

    /// `A 3-5`.
    fn named(&self, w: usize, units: &[UnitIndex]) -> String {
        format!("{} {}", self.witnesses[w].siglum, ranges(units))
    }
}
