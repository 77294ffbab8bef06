//! `--explain ROW`: why a row stands, in place of the view.

use std::io::{self, Write};

use crate::align::Explanation;
use crate::view::ViewOptions;
use crate::{AlignmentTable, CompareOptions, view};
use anyhow::{Context, bail};
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
    table: &AlignmentTable,
    rows: &[u32],
    options: &CompareOptions,
) -> anyhow::Result<Vec<(u32, Explanation)>> {
    rows.iter()
        .map(|&row| {
            let found = crate::explain(table, row, options);
            match table.rows.len() {
                0 => bail!("--explain {row}: the table has no rows"),
                rows => found.with_context(|| {
                    format!("--explain {row}: there is no such row; they are 1 to {rows}")
                }),
            }
            .map(|explanation| (row, explanation))
        })
        .collect()
}

/// Writes the explanations, a blank line between them.
pub(super) fn write(
    table: &AlignmentTable,
    explanations: &[(u32, Explanation)],
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
