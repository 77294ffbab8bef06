//! TMX 1.4, the exchange format of translation memories.

use std::io::{self, Write};

use crate::export::Exporter;
use crate::export::xml::{escape, escape_attribute, replaced};
use crate::format::units::unit_text;
use crate::table::{AlignmentTable, Row, RowKind};
use crate::witness::{Level, Siglum, Witness};

/// Writes a translation unit a bead, a variant a witness. Variants in one language lose text in many tools, which keep
/// one variant a language; so renderings in the same language get a private region each (`fr-QM` to `fr-QZ`), and every
/// variant names its witness in a property `x-witness`.
#[derive(Debug, Clone, Default)]
pub struct Tmx {
    /// The language tags (BCP 47) to write for some witnesses.
    pub languages: Vec<(Siglum, String)>,
}

impl Exporter for Tmx {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let tags = self.tags(&table.witnesses);
        let source = tags.first().map_or("*all*", String::as_str);
        let level = table
            .witnesses
            .first()
            .map_or(Level::default(), |w| w.level);
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(out, "<tmx version=\"1.4\">")?;
        writeln!(
            out,
            "<header creationtool=\"enregard\" creationtoolversion=\"{}\" segtype=\"{}\" o-tmf=\"enregard\" \
             adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"/>",
            env!("CARGO_PKG_VERSION"),
            segtype(level),
            escape_attribute(source)
        )?;
        writeln!(out, "<body>")?;
        for row in table.rows.iter().filter(|row| row.kind == RowKind::Bead) {
            write_unit(out, table, row, &tags)?;
        }
        writeln!(out, "</body>\n</tmx>")
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        let alone = table
            .rows
            .iter()
            .filter(|row| row.kind == RowKind::Only)
            .count();
        let alone = (alone > 0).then(|| {
            let s = if alone == 1 { "" } else { "s" };
            format!("a translation memory holds what has a counterpart: {alone} row{s} of one witness alone left out")
        });
        let said: Vec<String> = [alone, replaced(table)].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join("; "))
    }
}

impl Tmx {
    /// The language tag of each witness.
    fn tags(&self, witnesses: &[Witness]) -> Vec<String> {
        let mut regions = private_regions();
        witnesses
            .iter()
            .map(|w| {
                let given = self
                    .languages
                    .iter()
                    .find(|(siglum, _)| *siglum == w.siglum);
                let sharing = witnesses
                    .iter()
                    .filter(|other| other.language == w.language);
                match given {
                    Some((_, tag)) => tag.clone(),
                    None if sharing.count() == 1 => w.language.code().to_owned(),
                    None => match regions.next() {
                        Some(region) => format!("{}-{region}", w.language.code()),
                        None => w.language.code().to_owned(),
                    },
                }
            })
            .collect()
    }
}

/// The regions that ISO 3166 leaves to private use: QM to QZ, then XA to XZ.
fn private_regions() -> impl Iterator<Item = String> {
    let letters =
        |first: char, from: char| (from..='Z').map(move |second| format!("{first}{second}"));
    letters('Q', 'M').chain(letters('X', 'A'))
}

fn segtype(level: Level) -> &'static str {
    match level {
        Level::Clause => "phrase",
        Level::Sentence => "sentence",
        Level::Line => "block",
        Level::Paragraph => "paragraph",
    }
}

fn write_unit(
    out: &mut dyn Write,
    table: &AlignmentTable,
    row: &Row,
    tags: &[String],
) -> io::Result<()> {
    writeln!(out, "<tu tuid=\"{}\">", row.number)?;
    let mut property = |name: &str, value: Option<String>| match value {
        Some(value) => writeln!(out, "<prop type=\"x-{name}\">{value}</prop>"),
        None => Ok(()),
    };
    let share = |x: Option<f64>| x.map(|x| format!("{x:.4}"));
    property("confidence", share(row.confidence))?;
    property("similarity", share(row.similarity))?;
    property("moved", row.moved.then(|| "true".to_owned()))?;
    let labels = table.labels(row);
    property(
        "labels",
        (!labels.is_empty()).then(|| escape(&labels).to_string()),
    )?;
    for ((witness, units), tag) in table.witnesses.iter().zip(&row.cells).zip(tags) {
        if units.is_empty() {
            continue;
        }
        writeln!(out, "<tuv xml:lang=\"{}\">", escape_attribute(tag))?;
        writeln!(
            out,
            "<prop type=\"x-witness\">{}</prop>",
            escape(&witness.siglum.0)
        )?;
        writeln!(
            out,
            "<seg>{}</seg>\n</tuv>",
            escape(&unit_text(witness, units))
        )?;
    }
    writeln!(out, "</tu>")
}
