//! `--explain ROW`, `--explain ROW:WORD`: why a row stands and why its words are linked, in place of the view.

use std::fmt;
use std::io::{self, Write};

use crate::collate::Compared;
use crate::format::units::numbers;
use crate::normalize::{Fold, Normalizer};
use crate::segment::segment;
use crate::table::{Row, RowNumber};
use crate::view::{Detail, Explained, Reason, ViewOptions};
use crate::witness::{Level, TokenIndex};
use crate::{AlignmentTable, view};
use anyhow::{Context, bail, ensure};
use clap::Args;

use super::note::name_of;
use super::sigla::Names;

/// Rows that are told by their numbers.
const MOST_TOLD: usize = 12;

/// What is to be explained.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Showing")]
pub(super) struct ExplainArgs {
    /// Why rows stand (3,7) or words are linked (3:word, word)
    ///
    /// In place of the view: the words that tie each part of the row, the strongest first (`=` another form, `~` spelled alike,
    /// `≈` learned from these texts, or known), the words that nothing explains, and what might stand instead; then each link of words
    /// that differ, how sure it is, and what speaks for it. With a word, why that is linked as it is, and with what else it might have
    /// been; a word without a row (`word`, `:1972`, `B:word`) is looked for, and the first row that has it is explained. --verbose adds the weights: of units in nats (+6.9 is a thousand to one), of words in percent. Units are named by sentence
    /// and clause: A 2.1 is the first clause of sentence 2.
    ///
    /// Of more than two files: what every two say by themselves of their units, and which others say the same of these; who reads
    /// what, and which of them link their words by themselves or through others. B3 tells of what file B has in row 3.
    #[arg(long, value_name = "ROW[:WORD]", value_delimiter = ',', value_parser = asked)]
    pub(super) explain: Vec<Asked>,
}

/// A row, or words of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// The number of the row, perhaps with a witness before it; or that alone, or nothing, where the words are looked for.
    row: String,
    words: Option<String>,
}

/// Where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    /// The row; `None` for the first that has the words.
    row: Option<RowNumber>,
    witness: Option<usize>,
}

fn asked(text: &str) -> Result<Asked, String> {
    let ends_with_number = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    let (row, words) = match text.split_once(':') {
        Some((row, words)) => (row.trim(), Some(words.trim())),
        None if ends_with_number(text.trim()) => (text.trim(), None),
        None => ("", Some(text.trim())),
    };
    match words {
        Some("") => {}
        _ if row.starts_with('-') || row.parse() == Ok(0_u32) => {}
        words => {
            return Ok(Asked {
                row: row.to_owned(),
                words: words.map(str::to_owned),
            });
        }
    }
    Err(
        "a row is named by its number, from 1; a word of it as in 3:word; a word anywhere as it is"
            .to_owned(),
    )
}

impl Asked {
    /// The row, and the witness that is named before it.
    fn place(&self, names: &Names) -> anyhow::Result<Place> {
        let number = |digits: &str| digits.parse().ok().filter(|&n| n > 0).map(RowNumber);
        let row = number(&self.row);
        if row.is_some() || self.row.is_empty() {
            return Ok(Place { row, witness: None });
        }
        if let (Some(_), Ok(witness)) = (&self.words, names.place(&self.row)) {
            return Ok(Place {
                row: None,
                witness: Some(witness),
            });
        }
        // A name may end with digits.
        let ways = self.row.char_indices().filter_map(|(at, _)| {
            let (name, digits) = self.row.split_at(at);
            Some((number(digits)?, names.place(name.trim_end()).ok()?))
        });
        match ways.collect::<Vec<_>>()[..] {
            [(row, witness)] => Ok(Place {
                row: Some(row),
                witness: Some(witness),
            }),
            [] => bail!(
                "--explain {self}: a row is named by its number, or as in {}12 for what one file has in it; the files are {}",
                names.sigla()[0],
                names.list()
            ),
            _ => bail!(
                "--explain {self}: the name of a file and a row in more than one way; put a space between them"
            ),
        }
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.words {
            Some(words) if self.row.is_empty() => f.write_str(&name_of(words)),
            Some(words) => write!(f, "{}:{}", name_of(&self.row), name_of(words)),
            None => f.write_str(&name_of(&self.row)),
        }
    }
}

/// What is asked about, found in a table.
struct Found<'t> {
    row: &'t Row,
    witness: Option<usize>,
    words: Vec<(usize, TokenIndex)>,
}

/// The table, and the explanations that were asked for; `tell` is told in which other rows words stand that were looked for.
pub(super) fn explain(
    compared: &Compared<'_>,
    asked: &[Asked],
    names: &Names,
    tell: &dyn Fn(String),
) -> anyhow::Result<(AlignmentTable, Vec<Explained>)> {
    let table = match compared {
        Compared::Two(comparison) => comparison.table(&[])?,
        Compared::Many(collation) => collation.table(&[])?,
    };
    let found = asked.iter().map(|asked| find(&table, asked, names, tell));
    let found = found.collect::<anyhow::Result<Vec<_>>>()?;
    let rows: Vec<&Row> = found.iter().map(|found| found.row).collect();
    let reasons: Vec<Reason> = match compared {
        Compared::Two(comparison) => rows
            .iter()
            .map(|row| Reason::Two {
                units: comparison.explain(row),
                ties: comparison.ties(row, &table.rows),
            })
            .collect(),
        Compared::Many(collation) => {
            let joints = collation.explain(&table, &rows);
            joints.into_iter().map(Reason::Many).collect()
        }
    };
    let explained = found.into_iter().zip(reasons);
    let explained = explained.map(|(found, reason)| Explained {
        row: found.row.number,
        reason,
        witness: found.witness,
        words: found.words,
    });
    let explained = explained.collect();
    Ok((table, explained))
}

fn find<'t>(
    table: &'t AlignmentTable,
    asked: &Asked,
    names: &Names,
    tell: &dyn Fn(String),
) -> anyhow::Result<Found<'t>> {
    let Place { row, witness } = asked.place(names)?;
    let number = match (row, &asked.words) {
        (Some(number), _) => number,
        (None, words) => {
            let words = words.as_deref().unwrap_or_default();
            first_with(table, asked, (words, witness), tell)?
        }
    };
    let row = table.rows.iter().find(|row| row.number == number);
    let row = row.with_context(|| match table.rows.len() {
        0 => format!("--explain {asked}: the table has no rows"),
        rows => format!("--explain {asked}: there is no such row; they are 1 to {rows}"),
    })?;
    if let Some(w) = witness {
        ensure!(
            row.has(w),
            "--explain {asked}: {} has nothing in row {number}",
            table.witnesses[w].siglum
        );
    }
    let words = match &asked.words {
        Some(words) => Sought::new(table, witness, words).places(row),
        None => Vec::new(),
    };
    ensure!(
        asked.words.is_none() || !words.is_empty(),
        "--explain {asked}: row {number} has no such word; --rows {number} shows it"
    );
    Ok(Found {
        row,
        witness,
        words,
    })
}

/// The first row that has words, in one witness where one is named.
fn first_with(
    table: &AlignmentTable,
    asked: &Asked,
    (words, witness): (&str, Option<usize>),
    tell: &dyn Fn(String),
) -> anyhow::Result<RowNumber> {
    let rows = table.rows.iter();
    let sought = Sought::new(table, witness, words);
    let has = |row: &&Row| !sought.places(row).is_empty();
    let mut rows = rows.filter(has).map(|row| row.number);
    let first = rows.next().with_context(|| {
        format!(
            "--explain {asked}: no row has such a word; a row is named by its number, a word of it as in 3:word"
        )
    })?;
    let others: Vec<RowNumber> = rows.collect();
    if !others.is_empty() {
        let row = if others.len() == 1 { "row" } else { "rows" };
        let told = match others.get(..MOST_TOLD) {
            Some(some) if some.len() < others.len() => {
                format!("{} … ({} in all)", numbers(some), others.len())
            }
            _ => numbers(&others),
        };
        tell(format!(
            "{} stands in {row} {told} as well (--explain {}:{})",
            name_of(words),
            others[0],
            name_of(words)
        ));
    }
    Ok(first)
}

/// Words that are looked for, in one witness where one is named.
struct Sought<'t> {
    table: &'t AlignmentTable,
    of: Option<usize>,
    /// For each witness what makes keys of its words, and the keys of the words: as one, and part by part.
    keys: Vec<(&'static Normalizer, [Vec<String>; 2])>,
}

impl<'t> Sought<'t> {
    fn new(table: &'t AlignmentTable, of: Option<usize>, words: &str) -> Self {
        let keys = table.witnesses.iter().map(|witness| {
            let normalizer = Normalizer::of(witness.language, false);
            let parts = segment(words, witness.language, Level::Line).tokens;
            let parts = parts.iter().map(|part| &words[part.span.range()]);
            let parts = parts.map(|part| key(normalizer, part)).collect();
            let whole = vec![key(normalizer, words)];
            (normalizer, [whole, parts])
        });
        Self {
            table,
            of,
            keys: keys.collect(),
        }
    }

    /// Where they stand next to each other in a row, case and accents apart.
    fn places(&self, row: &Row) -> Vec<(usize, TokenIndex)> {
        let mut found = Vec::new();
        for w in row.present().filter(|&w| self.of.is_none_or(|of| of == w)) {
            let witness = &self.table.witnesses[w];
            let (normalizer, wanted) = &self.keys[w];
            let units = row.cells[w].iter().map(|&u| witness.unit(u));
            let tokens: Vec<TokenIndex> = units.flat_map(|unit| unit.tokens.indices()).collect();
            let words = tokens.iter().map(|&t| key(normalizer, &witness.word(t)));
            let keys: Vec<String> = words.collect();
            let before = found.len();
            // Words that are one token count for more.
            for wanted in wanted.iter().filter(|wanted| !wanted.is_empty()) {
                if found.len() > before {
                    break;
                }
                let places = (0..keys.len()).filter(|&at| keys[at..].starts_with(wanted));
                let own = places.flat_map(|at| &tokens[at..at + wanted.len()]);
                found.extend(own.map(|&token| (w, token)));
            }
        }
        found
    }
}

fn key(normalizer: &Normalizer, word: &str) -> String {
    normalizer.keys(word).at(Fold::Accent).to_owned()
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
        let named = |row: &str, words: Option<&str>| Asked {
            row: row.to_owned(),
            words: words.map(str::to_owned),
        };
        assert_eq!(asked("12"), Ok(named("12", None)));
        assert_eq!(asked("12:traité"), Ok(named("12", Some("traité"))));
        assert_eq!(asked("3:15:30"), Ok(named("3", Some("15:30"))));
        assert_eq!(
            asked("B 12: la moitié"),
            Ok(named("B 12", Some("la moitié")))
        );
        assert_eq!(asked("trois"), Ok(named("", Some("trois"))));
        assert_eq!(asked(":1972"), Ok(named("", Some("1972"))));
        assert_eq!(asked("Hugo:mer"), Ok(named("Hugo", Some("mer"))));
        for wrong in ["0", "-1", "3:", ":", ""] {
            assert!(asked(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_witness_may_stand_before_the_row() {
        let sigla = ["M1", "M11", "Hugo"].map(str::to_owned);
        let names = Names::new(&sigla, 3).expect("names");
        let place = |row: &str| {
            let asked = Asked {
                row: row.to_owned(),
                words: None,
            };
            asked.place(&names).map_err(|error| error.to_string())
        };
        let at = |row, witness| {
            Ok(Place {
                row: Some(RowNumber(row)),
                witness,
            })
        };
        assert_eq!(place("12"), at(12, None));
        assert_eq!(place("Hugo12"), at(12, Some(2)));
        // Its letter as well.
        assert_eq!(place("C12"), at(12, Some(2)));
        assert_eq!(place("M1 12"), at(12, Some(0)));
        assert_eq!(place("M119"), Err("--explain M119: the name of a file and a row in more than one way; put a space between them".to_owned()));
        assert!(place("D12").is_err_and(|said| said.contains("M1, M11, Hugo")));
    }
}
