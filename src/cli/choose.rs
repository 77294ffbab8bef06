//! Choosing rows: the options, and the selection they mean.

use std::ops::RangeInclusive;

use crate::class::Class;
use crate::export::Format;
use crate::select::{Feature, Order, Selection};
use crate::table::RowNumber;
use anyhow::ensure;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

/// Which rows are shown and written.
#[derive(Debug, Args)]
#[command(next_help_heading = "Choosing")]
pub(super) struct ChooseArgs {
    /// Rows by number: 10-20, 5, 30-; several by commas
    ///
    /// Rows keep their numbers whatever is chosen. Formats that hold whole texts (json, tei, collatex and others) refuse
    /// the options that choose.
    #[arg(long, value_name = "ROWS", value_delimiter = ',', allow_hyphen_values = true, value_parser = rows)]
    rows: Vec<RangeInclusive<u32>>,

    /// Rows that have one of these, by commas
    ///
    /// changed: words differ or moved. moved: the row stands elsewhere. moved-words: words of it do. unmatched: only one text has it.
    /// quoted: a passage of it is quoted. facts: a number, a date, a name or a negation differs; facts:number (date, name, negation): one
    /// of that kind; facts:contradiction: both texts say it, and not the same; facts:omission: one text leaves it out. Or the name of
    /// a class: a difference of that class.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = feature(), hide_possible_values = true)]
    only: Vec<Feature>,

    /// Rows with this word, or these words, in any text
    ///
    /// Whole words, next to each other in one sentence. Case and accents do not matter: etat finds État.
    #[arg(long, value_name = "WORDS")]
    grep: Option<String>,

    /// Rows whose confidence is below P, from 0 to 1
    #[arg(long, value_name = "P", value_parser = probability, hide_short_help = true)]
    below: Option<f64>,

    /// Order: row, or the least confident or similar first
    #[arg(long, value_name = "KEY", value_enum, default_value_t = Sort::Row, hide_possible_values = true)]
    sort: Sort,

    /// Fold rows that are the same, but N beside others (3)
    ///
    /// One changed word in a book then shows a few rows. `never` shows all. Without it (`auto`) they are folded on a terminal
    /// where nine in ten of many rows are the same and none are chosen, and by git-diff. Rows keep their numbers.
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_value = "auto", default_missing_value = "3", hide_default_value = true, value_parser = fold)]
    pub(super) fold: Fold,

    /// Units shown at ends of runs in one text only
    #[arg(long, value_name = "N", default_value_t = 2, hide_short_help = true)]
    pub(super) context: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// The order of the table
    Row,
    /// The least certain first
    Confidence,
    /// The least similar first
    Similarity,
}

/// Whether rows that are the same are folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// Where little differs, on a terminal.
    Auto,
    /// Nowhere.
    Never,
    /// But for so many rows on either side of those that differ.
    Beside(u16),
}

impl Fold {
    /// The rows that are shown on either side of those that differ, unless something else is said.
    pub(super) const USUAL: u16 = 3;
}

impl ChooseArgs {
    /// What is chosen; `None` for all rows in their order. `formats` are those that will be written.
    pub(super) fn selection(
        &self,
        quiet: &[Class],
        formats: impl IntoIterator<Item = Format>,
    ) -> anyhow::Result<Option<Selection>> {
        let selection = Selection {
            rows: self.rows.iter().map(numbered).collect(),
            features: self.only.clone(),
            words: self.grep.clone(),
            below: self.below,
            order: match self.sort {
                Sort::Row => Order::Row,
                Sort::Confidence => Order::Confidence,
                Sort::Similarity => Order::Similarity,
            },
            quiet: Vec::new(),
        };
        if selection == Selection::default() {
            return Ok(None);
        }
        for format in formats {
            ensure!(
                !format.holds_witnesses(),
                "{} holds whole texts, not some rows of them: leave out --rows, --only, --grep, --below and --sort, or write csv, tsv, jsonl or markdown",
                format.name()
            );
        }
        Ok(Some(Selection {
            quiet: quiet.to_vec(),
            ..selection
        }))
    }
}

fn numbered(range: &RangeInclusive<u32>) -> RangeInclusive<RowNumber> {
    RowNumber(*range.start())..=RowNumber(*range.end())
}

fn feature() -> impl TypedValueParser<Value = Feature> {
    PossibleValuesParser::new(Feature::all().map(|f| PossibleValue::new(f.name())))
        .try_map(|name| Feature::from_name(&name).ok_or("no such feature"))
}

/// `auto`, `never`, `3`.
fn fold(text: &str) -> Result<Fold, String> {
    match text {
        "auto" => Ok(Fold::Auto),
        "never" => Ok(Fold::Never),
        number => match number.parse() {
            Ok(rows) => Ok(Fold::Beside(rows)),
            Err(_) => Err("a number of rows, such as 3, or auto, or never".to_owned()),
        },
    }
}

/// `5`, `10-20`, `30-`, `-9`.
fn rows(text: &str) -> Result<RangeInclusive<u32>, String> {
    let number = |text: &str, open: u32| match text.trim() {
        "" => Ok(open),
        digits => digits
            .parse()
            .map_err(|_| format!("`{digits}` is not a row number")),
    };
    let (first, last) = match text.split_once(['-', '–']) {
        Some((first, last)) => (number(first, 1)?, number(last, u32::MAX)?),
        None => (number(text, 0)?, number(text, 0)?),
    };
    if first == 0 || first > last {
        return Err("rows are numbered from 1: 5, or 10-20, or 30-".to_owned());
    }
    Ok(first..=last)
}

fn probability(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("a number from 0 to 1, such as 0.5".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_by_number() {
        assert_eq!(rows("5"), Ok(5..=5));
        assert_eq!(rows("10-20"), Ok(10..=20));
        assert_eq!(rows("10–20"), Ok(10..=20));
        assert_eq!(rows("30-"), Ok(30..=u32::MAX));
        assert_eq!(rows("-9"), Ok(1..=9));
        for wrong in ["", "0", "20-10", "a", "1-b", "4294967296"] {
            assert!(rows(wrong).is_err(), "{wrong}");
        }
    }
}
