//! The base text with a critical apparatus: `les cieux] le ciel B`.

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::entries::{Annotated, Deviation, Entry, Landmark, Side, What, entries};
use crate::format::units::in_one_line;
use crate::table::AlignmentTable;

/// Whom an apparatus names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Naming {
    /// Those that read otherwise than the base.
    #[default]
    Negative,
    /// Those that read with it as well.
    Positive,
}

/// Writes the base unit by unit, each with its number, and under it a line a place where others read otherwise: the words of
/// the base, `]`, and each reading with the sigla of those that have it. `om.`: they have nothing there; `add.`: they have
/// more behind it (`ante … add.`: before it); `transp.`: they have it elsewhere.
#[derive(Debug, Clone, Default)]
pub struct Apparatus {
    /// Differences that are no readings.
    pub quiet: Vec<Class>,
    /// Whom it names.
    pub naming: Naming,
}

impl Exporter for Apparatus {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        for (w, witness) in table.witnesses.iter().enumerate() {
            let base = if w == table.base { " (base)" } else { "" };
            let path = in_one_line(&witness.path);
            writeln!(out, "{}  {path}{base}", witness.siglum)?;
        }
        for Annotated { unit, entries } in entries(table, &self.quiet) {
            let text = in_one_line(table.witnesses[table.base].unit_text(unit));
            if text.is_empty() && entries.is_empty() {
                continue;
            }
            writeln!(out, "\n{}  {text}", unit.get() + 1)?;
            for entry in entries {
                writeln!(out, "    {}", self.line(table, &entry))?;
            }
        }
        Ok(())
    }
}

impl Apparatus {
    fn line(&self, table: &AlignmentTable, entry: &Entry) -> String {
        let agreeing = match self.naming {
            Naming::Negative => String::new(),
            Naming::Positive => format!(" {}", sigla(table, &entry.agreeing)),
        };
        let readings: Vec<String> = entry
            .readings
            .iter()
            .map(|deviation| {
                let said = said(entry, deviation, &|words| words.to_owned(), &|term| {
                    term.to_owned()
                });
                format!("{said} {}", sigla(table, &deviation.witnesses))
            })
            .collect();
        format!("{}{agreeing}] {}", entry.lemma, readings.join(" · "))
    }
}

/// Sigla with spaces between.
pub(super) fn sigla(table: &AlignmentTable, witnesses: &[usize]) -> String {
    let sigla: Vec<&str> = witnesses
        .iter()
        .map(|&w| table.witnesses[w].siglum.0.as_str())
        .collect();
    sigla.join(" ")
}

/// What an apparatus says of a deviation, but for who has it; `word` writes words of the texts, `term` words of the apparatus.
pub(super) fn said(
    entry: &Entry,
    deviation: &Deviation,
    word: &dyn Fn(&str) -> String,
    term: &dyn Fn(&str) -> String,
) -> String {
    let words = |words: &str| match entry.side {
        Side::None => word(words),
        Side::Behind => format!("{} {}", term("add."), word(words)),
        Side::Before => format!("{} {}", term("ante add."), word(words)),
    };
    match &deviation.what {
        What::Words(text) => words(text),
        What::Nothing => term("om."),
        What::Elsewhere { words: text, after } => {
            let other = text.as_deref().map(|text| format!("{} ", words(text)));
            let place = match after {
                None => term("transp. ad init."),
                Some(Landmark::Word(after)) => format!("{} {}", term("transp. post"), word(after)),
                Some(Landmark::Unit(unit)) => format!("{} {unit}", term("transp. post")),
            };
            format!("{}{place}", other.unwrap_or_default())
        }
    }
}
