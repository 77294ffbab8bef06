//! The one line that answers where nothing would be shown to differ.

use crate::class::Class;
use crate::table::{AlignmentTable, Row, Summary, listed};

use super::wording::{counted, siglum, units_of};

/// In one line, that the witnesses have the same words; `None` where they have not, or differ in what is shown.
pub fn same(table: &AlignmentTable, quiet: &[Class]) -> Option<String> {
    let (a, others) = table.witnesses.split_first()?;
    if others.is_empty() {
        return None;
    }
    let rules = table.rules(quiet);
    let is_compared = |row: &Row| {
        let mut cells = row.cells.iter().zip(&table.witnesses);
        cells.any(|(units, witness)| {
            let mut units = units.iter().map(|&u| witness.unit(u));
            units.any(|unit| unit.skip.is_none() && !unit.span.is_empty())
        })
    };
    let mut compared = table.rows.iter().filter(|row| is_compared(row));
    let stands_in_all = |row: &Row| row.present().count() == table.witnesses.len();
    if !compared.all(|row| stands_in_all(row) && rules.agrees(row)) {
        return None;
    }
    let summary = table.summary();
    let shapes = summary.shapes.iter();
    let units: usize = shapes.map(|(shape, count)| shape[0] * count).sum();
    let names: Vec<String> = (0..table.witnesses.len())
        .map(|w| siglum(table, w))
        .collect();
    let names = listed(&names);
    let units = units_of(units, a.level);
    if others.iter().all(|b| a.text == b.text) {
        return Some(format!("{names} are the same text: {units}"));
    }
    let said = match but_for(table, &summary) {
        None => format!(
            "{names} are the same text: {units}; only line ends, spaces or the encoding differ"
        ),
        Some(Rest::Ignored) => {
            format!("{names} are the same text but for what --ignore names: {units}")
        }
        Some(Rest::Marks(marks)) => {
            format!(
                "{names} have the same words: {units}; only {marks} differ (--show-typographic shows where)"
            )
        }
    };
    Some(match summary.skipped.iter().sum() {
        0 => said,
        skipped => format!(
            "{said}; {} not compared (--show-skipped)",
            counted(skipped, a.level.name())
        ),
    })
}

/// What differs between texts that have the same words.
enum Rest {
    Marks(&'static str),
    Ignored,
}

fn but_for(table: &AlignmentTable, summary: &Summary) -> Option<Rest> {
    let typographic = summary.differences.contains_key(&Class::Typographic);
    match (typographic, summary.punctuation > 0) {
        (true, true) => Some(Rest::Marks("punctuation, apostrophes, spaces or ligatures")),
        (true, false) => Some(Rest::Marks("apostrophes, spaces or ligatures")),
        (false, true) => Some(Rest::Marks("marks of punctuation")),
        (false, false) => {
            let mut links = table.rows.iter().flat_map(|row| &row.links);
            links
                .any(|link| link.class != Class::Same)
                .then_some(Rest::Ignored)
        }
    }
}
