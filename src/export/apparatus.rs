//! The base text with a critical apparatus: `les cieux] le ciel B`.

use std::io::{self, Write};

use crate::apparatus::{Annotated, Entry, Occurrences, Side, Variant, raised, text};
use crate::class::Class;
use crate::export::Exporter;
use crate::format::units::in_one_line;
use crate::select::{Agreement, Marks, Voices};
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

/// Writes the base unit by unit, each with its number and what its file calls it, and under it a line a place where others read otherwise: the words of
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
        for Annotated { unit, entries } in by_unit(table, &self.quiet) {
            let text = in_one_line(table.witnesses[table.base].unit_text(unit));
            if text.is_empty() && entries.is_empty() {
                continue;
            }
            let names = table.witnesses[table.base].names(&[unit]).join(", ");
            let name = match names.is_empty() {
                true => names,
                false => format!(" ({})", in_one_line(&names)),
            };
            writeln!(out, "\n{}{name}  {text}", unit.get() + 1)?;
            let mut occurrences = Occurrences::new(&table.witnesses[table.base], &[unit]);
            for entry in entries {
                let number = occurrences.number(&entry).map(raised);
                writeln!(out, "    {}", self.line(table, &entry, number))?;
            }
        }
        Ok(())
    }
}

impl Apparatus {
    /// An entry; `number` is that of its lemma, where it stands several times.
    fn line(&self, table: &AlignmentTable, entry: &Entry, number: Option<String>) -> String {
        let base = &table.witnesses[table.base];
        let agreeing = match self.naming {
            Naming::Negative => String::new(),
            Naming::Positive => format!(" {}", sigla(table, &entry.agreeing)),
        };
        let variants: Vec<String> = entry
            .variants
            .iter()
            .map(|variant| {
                let said = said(table, entry.side, variant, &str::to_owned, &str::to_owned);
                format!("{said} {}", sigla(table, &variant.witnesses))
            })
            .collect();
        format!(
            "{}{}{agreeing}] {}",
            text(base, &entry.cited(base)),
            number.unwrap_or_default(),
            variants.join(" · ")
        )
    }
}

/// The apparatus of all differences that show, unit by unit of the base.
pub(super) fn by_unit(table: &AlignmentTable, quiet: &[Class]) -> Vec<Annotated> {
    let voices = Voices::new(table, table.rules(quiet), Marks::All);
    let agreement = (table.witnesses.len() > 2).then(|| Agreement::new(table, quiet));
    crate::apparatus::Apparatus::new(table, &voices, agreement).by_unit()
}

/// Sigla with spaces between.
pub(super) fn sigla(table: &AlignmentTable, witnesses: &[usize]) -> String {
    let sigla: Vec<&str> = witnesses
        .iter()
        .map(|&w| table.witnesses[w].siglum.0.as_str())
        .collect();
    sigla.join(" ")
}

/// What an apparatus says of a variant, but for who has it; `word` writes words of the texts, `term` words of the apparatus.
pub(super) fn said(
    table: &AlignmentTable,
    side: Side,
    variant: &Variant,
    word: &dyn Fn(&str) -> String,
    term: &dyn Fn(&str) -> String,
) -> String {
    let Some(&first) = variant.witnesses.first() else {
        return String::new();
    };
    let witness = &table.witnesses[first];
    let mut said: Vec<String> = Vec::new();
    if variant.is_omission() {
        said.push(term("om."));
    } else if !variant.first().is_empty() {
        match side {
            Side::At => {}
            Side::Before => said.push(term("ante add.")),
            Side::Behind => said.push(term("add.")),
        }
        said.push(word(&text(witness, variant.first())));
    }
    if let Some(landmark) = variant.moved {
        let (moved, after) = landmark.told(witness);
        said.push(term(moved));
        said.extend(after.map(|after| word(&after)));
    }
    said.join(" ")
}
