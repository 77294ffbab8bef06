//! `--explain ROW`: why a row stands, in place of the view.

use std::io::{self, Write};

use crate::explanation::Explanation;
use crate::table::RowNumber;
use crate::view::ViewOptions;
use crate::{AlignmentTable, Comparison, view};
use anyhow::Context;
use clap::{Args, value_parser};

/// What is to be explained.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Showing")]
pub(super) struct ExplainArgs {
    /// Say why a row stands: ROW, or several as in 3,7
    ///
    /// In place of the view: the words that tie it and their weights in nats (`=` another form, `~` spelled alike, `≈` learned from these
    /// texts, or known from --lexicon), the words nothing explains, the terms of the score, and what would stand instead. Units are named by
    /// sentence and clause: A 2.1 is the first clause of sentence 2.
    #[arg(long, value_name = "ROW", value_delimiter = ',', value_parser = value_parser!(u32).range(1..))]
    pub(super) explain: Vec<u32>,
}

/// The explanations that were asked for, by row.
pub(super) fn explain(
    comparison: &Comparison<'_>,
    table: &AlignmentTable,
    asked: &[u32],
) -> anyhow::Result<Vec<(RowNumber, Explanation)>> {
    asked
        .iter()
        .map(|&number| {
            let number = RowNumber(number);
            let row = table.rows.iter().find(|row| row.number == number);
            let row = row.with_context(|| match table.rows.len() {
                0 => format!("--explain {number}: the table has no rows"),
                rows => format!("--explain {number}: there is no such row; they are 1 to {rows}"),
            })?;
            Ok((number, comparison.explain(row)))
        })
        .collect()
}

/// Writes the explanations, a blank line between them.
pub(super) fn write(
    table: &AlignmentTable,
    explanations: &[(RowNumber, Explanation)],
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (n, (row, explanation)) in explanations.iter().enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        view::explanation(table, *row, explanation, options, out)?;
    }
    Ok(())
}
