//! `--explain ROW`, `--explain ROW:WORD`: why a row stands and why its words are linked, in place of the view.

use std::io::{self, Write};

use crate::normalize::{Fold, Normalizer};
use crate::table::{Row, RowNumber};
use crate::view::{Detail, Explained, ViewOptions};
use crate::witness::TokenIndex;
use crate::{AlignmentTable, Comparison, view};
use anyhow::{Context, ensure};
use clap::Args;

/// What is to be explained.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Showing")]
pub(super) struct ExplainArgs {
    /// Why rows stand (3,7) or a word is linked (3:word)
    ///
    /// In place of the view: the words that tie each part of the row, the strongest first (`=` another form, `~` spelled alike,
    /// `≈` learned from these texts, or known), the words that nothing explains, and what might stand instead; then each link of words
    /// that differ, how sure it is, and what speaks for it. With a word, why that is linked as it is, and with what else it might have
    /// been. --verbose adds the weights: of units in nats (+6.9 is a thousand to one), of words in percent. Units are named by sentence
    /// and clause: A 2.1 is the first clause of sentence 2.
    #[arg(long, value_name = "ROW", value_delimiter = ',', value_parser = asked)]
    pub(super) explain: Vec<Asked>,
}

/// A row, or a word of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    row: RowNumber,
    word: Option<String>,
}

fn asked(text: &str) -> Result<Asked, String> {
    let (row, word) = match text.split_once(':') {
        Some((row, word)) => (row, Some(word.trim())),
        None => (text, None),
    };
    let row = row.trim().parse().ok().filter(|&row| row > 0);
    match (row, word) {
        (Some(row), word) if word != Some("") => Ok(Asked {
            row: RowNumber(row),
            word: word.map(str::to_owned),
        }),
        _ => Err("a row is named by its number, from 1; a word of it as in 3:word".to_owned()),
    }
}

/// The explanations that were asked for.
pub(super) fn explain(
    comparison: &Comparison<'_>,
    table: &AlignmentTable,
    asked: &[Asked],
) -> anyhow::Result<Vec<Explained>> {
    asked
        .iter()
        .map(|Asked { row: number, word }| {
            let row = table.rows.iter().find(|row| row.number == *number);
            let row = row.with_context(|| match table.rows.len() {
                0 => format!("--explain {number}: the table has no rows"),
                rows => format!("--explain {number}: there is no such row; they are 1 to {rows}"),
            })?;
            let words = match word {
                Some(word) => find(table, row, word)?,
                None => Vec::new(),
            };
            Ok(Explained {
                row: *number,
                units: comparison.explain(row),
                ties: comparison.ties(row, &table.rows),
                words,
            })
        })
        .collect()
}

/// Where a word stands in a row, case and accents apart.
fn find(table: &AlignmentTable, row: &Row, word: &str) -> anyhow::Result<Vec<(usize, TokenIndex)>> {
    let mut found = Vec::new();
    for (w, (witness, units)) in table.witnesses.iter().zip(&row.cells).enumerate() {
        let normalizer = Normalizer::of(witness.language, false);
        let key = |text: &str| normalizer.keys(text).at(Fold::Accent).to_owned();
        let wanted = key(word);
        let tokens = units.iter().flat_map(|&u| witness.unit(u).tokens.indices());
        found.extend(
            tokens
                .filter(|&t| key(&witness.word(t)) == wanted)
                .map(|t| (w, t)),
        );
    }
    let number = row.number;
    ensure!(
        !found.is_empty(),
        "--explain {number}:{word}: row {number} has no such word; --rows {number} shows it"
    );
    Ok(found)
}

/// Writes the explanations, a blank line between them.
pub(super) fn write(
    table: &AlignmentTable,
    explanations: &[Explained],
    detail: Detail,
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (n, explained) in explanations.iter().enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        view::explanation(table, explained, detail, options, out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_words_of_them_are_named() {
        let row = |n, word: Option<&str>| Asked {
            row: RowNumber(n),
            word: word.map(str::to_owned),
        };
        assert_eq!(asked("12"), Ok(row(12, None)));
        assert_eq!(asked("12:traité"), Ok(row(12, Some("traité"))));
        assert_eq!(asked("3:15:30"), Ok(row(3, Some("15:30"))));
        for wrong in ["0", "-1", "x", "3:", ":mot", ""] {
            assert!(asked(wrong).is_err(), "{wrong}");
        }
    }
}
