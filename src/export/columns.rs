//! The columns that the table-like formats share, and what stands in them.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use crate::class::Class;
use crate::export::changes::changes;
use crate::table::{AlignmentTable, Fact, Row};
use crate::witness::Witness;

/// What stands between units of one cell that are not neighbours in their witness.
pub(super) const PASSED_OVER: &str = " […] ";

/// A cell of a table, typed for the formats that tell a number from its digits.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    /// No value.
    Empty,
    /// Text for people, or a name.
    Text(Cow<'a, str>),
    /// A number that counts.
    Count(u32),
    /// A share or a probability, in `[0, 1]`.
    Share(f64),
    /// Yes or no.
    Flag(bool),
}

impl fmt::Display for Cell<'_> {
    /// The value as it stands in text: shares with four digits, flags as `true` and `false`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Count(n) => write!(f, "{n}"),
            Self::Share(x) => write!(f, "{x:.4}"),
            Self::Flag(flag) => write!(f, "{flag}"),
        }
    }
}

/// The names of the columns.
pub(super) fn header(table: &AlignmentTable) -> Vec<String> {
    let sigla: Vec<String> = table
        .witnesses
        .iter()
        .map(|w| w.siglum.to_string())
        .collect();
    names(&sigla)
}

/// The names of the columns for witnesses of these sigla.
pub(crate) fn names(sigla: &[String]) -> Vec<String> {
    let mut names: Vec<String> = ["row", "kind", "moved"].map(str::to_owned).into();
    for siglum in sigla {
        names.push(format!("{siglum}_units"));
        names.push(siglum.clone());
    }
    names.extend(["similarity", "confidence", "changes", "status", "note"].map(str::to_owned));
    names
}

/// The cells of a row, in the order of [`header`]; `quiet` classes are left out of `changes`.
pub(super) fn cells<'a>(table: &'a AlignmentTable, row: &Row, quiet: &[Class]) -> Vec<Cell<'a>> {
    let share = |x: Option<f64>| x.map_or(Cell::Empty, Cell::Share);
    let mut cells = vec![
        Cell::Count(row.number),
        Cell::Text(row.kind.name().into()),
        Cell::Flag(row.moved),
    ];
    for (witness, units) in table.witnesses.iter().zip(&row.cells) {
        cells.push(text_or_empty(ranges(units).into()));
        cells.push(text_or_empty(unit_text(witness, units)));
    }
    cells.extend([
        share(row.similarity),
        share(row.confidence),
        text_or_empty(changes(table, row, quiet).into()),
        Cell::Text(row.status.name().into()),
        text_or_empty(note(table, row).into()),
    ]);
    cells
}

fn text_or_empty(text: Cow<'_, str>) -> Cell<'_> {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text)
    }
}

/// Units as people count them: `3`, `3-5`, `3,5`, `1-2,7`.
pub(crate) fn ranges(units: &[u32]) -> String {
    let mut out = String::new();
    for run in units.chunk_by(|a, b| a + 1 == *b) {
        if !out.is_empty() {
            out.push(',');
        }
        let (first, last) = (u64::from(run[0]) + 1, u64::from(run[run.len() - 1]) + 1);
        // Writing to a string cannot fail.
        let _ = match run {
            [_] => write!(out, "{first}"),
            _ => write!(out, "{first}-{last}"),
        };
    }
    out
}

/// The text of units: neighbours with a space between, others with an ellipsis in brackets.
pub(crate) fn unit_text<'a>(witness: &'a Witness, units: &[u32]) -> Cow<'a, str> {
    let slice = |u: u32| witness.slice(witness.units()[u as usize].span);
    unit_texts(units.iter().map(|&u| (u, slice(u))))
}

/// The same from the units with their texts.
pub(crate) fn unit_texts<'a>(units: impl IntoIterator<Item = (u32, &'a str)>) -> Cow<'a, str> {
    let mut text = Cow::Borrowed("");
    let mut last = None;
    for (unit, own) in units {
        match last {
            None => text = Cow::Borrowed(own),
            Some(before) => {
                let text = text.to_mut();
                text.push_str(if before + 1 == unit { " " } else { PASSED_OVER });
                text.push_str(own);
            }
        }
        last = Some(unit);
    }
    text
}

/// What stands between the parts of a note.
pub(crate) const NOTES: &str = "; ";

/// What is to be said of a row: what the program does, and what a person wrote.
fn note(table: &AlignmentTable, row: &Row) -> String {
    let own = remarks(&table.witnesses, table.facts_of(row.number), row);
    let parts: Vec<&str> = [own.as_str(), &row.note]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect();
    parts.join(NOTES)
}

/// What the program says of a row: the facts that differ in it, and why units take no part.
pub(crate) fn remarks(witnesses: &[Witness], of_row: &[Fact], row: &Row) -> String {
    let mut parts = vec![facts(witnesses, of_row), skipped(witnesses, row)];
    parts.retain(|part| !part.is_empty());
    parts.join(NOTES)
}

fn facts(witnesses: &[Witness], of_row: &[Fact]) -> String {
    let facts: Vec<String> = of_row.iter().map(|f| fact(witnesses, f)).collect();
    facts.join(NOTES)
}

/// `number: 25 → 30`, `negation: + ne pas`, with the signs of the `changes` column.
pub(super) fn fact(witnesses: &[Witness], fact: &Fact) -> String {
    let texts: Vec<String> = witnesses
        .iter()
        .zip(&fact.tokens)
        .map(|(w, tokens)| {
            let words: Vec<&str> = tokens.iter().map(|&t| w.token_text(t)).collect();
            words.join(" ")
        })
        .collect();
    let said: Vec<(usize, &String)> = texts
        .iter()
        .enumerate()
        .filter(|(_, t)| !t.is_empty())
        .collect();
    let text = match said[..] {
        [(0, text)] => format!("− {text}"),
        [(_, text)] => format!("+ {text}"),
        _ => {
            let texts: Vec<&str> = said.iter().map(|(_, text)| text.as_str()).collect();
            texts.join(" → ")
        }
    };
    format!("{}: {text}", fact.kind.name())
}

/// The note of a row with units that take no part in the alignment: which, and why.
pub(super) fn skipped(witnesses: &[Witness], row: &Row) -> String {
    let mut out = String::new();
    for (witness, units) in witnesses.iter().zip(&row.cells) {
        let reason = |u: &u32| witness.units()[*u as usize].skip.as_ref();
        for run in units.chunk_by(|a, b| reason(a) == reason(b)) {
            if let Some(skip) = reason(&run[0]) {
                let separator = if out.is_empty() { "skipped: " } else { NOTES };
                // Writing to a string cannot fail.
                let _ = write!(
                    out,
                    "{separator}{} {} ({skip})",
                    witness.siglum,
                    ranges(run)
                );
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_counted_from_one_and_runs_joined() {
        for (units, expected) in [
            (&[][..], ""),
            (&[2], "3"),
            (&[2, 3, 4], "3-5"),
            (&[2, 4], "3,5"),
            (&[0, 1, 6, 9, 10], "1-2,7,10-11"),
            (&[u32::MAX], "4294967296"),
        ] {
            assert_eq!(ranges(units), expected);
        }
    }

    #[test]
    fn values_as_text() {
        assert_eq!(Cell::Share(0.98765).to_string(), "0.9877");
        assert_eq!(Cell::Flag(true).to_string(), "true");
        assert_eq!(Cell::Empty.to_string(), "");
    }
}
