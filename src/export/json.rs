//! Table to JSON, element by element: nothing of the size of the table is held.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use crate::export::Exporter;
use crate::format::json::{SCHEMA, wire};
use crate::table::{AlignmentTable, Fact, Link, PairBead, Quotation, Row};
use crate::witness::CharIndex;
use crate::witness::{Level, Span, TokenList, Unit, Witness};

/// Writes the project's own JSON. Every witness has to be at the same [`Level`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Json;

impl Exporter for Json {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let level = table
            .witnesses
            .first()
            .map_or(Level::default(), |w| w.level);
        if let Some(other) = table.witnesses.iter().find(|w| w.level != level) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                format!(
                    "the units of witness {} are not those of the first: {}, not {}",
                    other.siglum,
                    other.level.name(),
                    level.name()
                ),
            ));
        }
        let indices: Vec<CharIndex<'_>> = table
            .witnesses
            .iter()
            .map(|w| CharIndex::new(&w.text))
            .collect();
        let mut out = Pieces {
            out,
            buffer: Vec::new(),
        };
        out.raw("{\"schema\":")?;
        out.value(&SCHEMA)?;
        out.raw(",\"unit\":")?;
        out.value(&wire::Named(level))?;
        out.raw(",\"witnesses\":[")?;
        for (n, (witness, chars)) in table.witnesses.iter().zip(&indices).enumerate() {
            out.raw(if n == 0 { "\n" } else { ",\n" })?;
            write_witness(&mut out, witness, chars)?;
        }
        out.raw("],\"rows\":")?;
        out.list(table.rows.iter().map(|own| row(table, own)))?;
        out.raw(",\"quotations\":")?;
        out.list(
            table
                .quotations
                .iter()
                .map(|q| quotation(table, &indices, q)),
        )?;
        out.raw(",\"facts\":")?;
        out.list(table.facts.iter().map(|own| fact(table, own)))?;
        if !table.facts_between.is_empty() {
            out.raw(",\"facts_between\":")?;
            out.list(table.facts_between.iter().map(|own| fact(table, own)))?;
        }
        out.raw(",\"ignored\":")?;
        out.list(table.ignored.iter().map(|&class| wire::Named(class)))?;
        if table.witnesses.len() > 2 || table.base != 0 {
            out.raw(",\"base\":")?;
            out.value(&table.witnesses[table.base].siglum.0)?;
        }
        if !table.uncompared.is_empty() {
            out.raw(",\"uncompared\":")?;
            out.value(&table.uncompared)?;
        }
        out.raw("}\n")
    }
}

/// Writes JSON in pieces: a value at a time through one buffer.
struct Pieces<'a> {
    out: &'a mut dyn Write,
    buffer: Vec<u8>,
}

impl Pieces<'_> {
    fn raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    fn value<T: Serialize>(&mut self, value: &T) -> io::Result<()> {
        self.buffer.clear();
        serde_json::to_writer(&mut self.buffer, value)?;
        self.out.write_all(&self.buffer)
    }

    /// A list, an element a line.
    fn list<T: Serialize>(&mut self, values: impl Iterator<Item = T>) -> io::Result<()> {
        self.raw("[")?;
        for (n, value) in values.enumerate() {
            self.raw(if n == 0 { "\n" } else { ",\n" })?;
            self.value(&value)?;
        }
        self.raw("]")
    }
}

fn fact<'t>(table: &AlignmentTable, fact: &'t Fact) -> wire::Fact<'t> {
    wire::Fact {
        row: fact.row,
        kind: wire::Named(fact.kind),
        tokens: fact.tokens.as_slice().into(),
        witnesses: match table.witnesses.len() {
            ..=2 => Cow::default(),
            _ => fact.witnesses.as_slice().into(),
        },
    }
}

fn write_witness(out: &mut Pieces<'_>, w: &Witness, chars: &CharIndex<'_>) -> io::Result<()> {
    for (key, value) in [
        ("{\"siglum\":", w.siglum.0.as_str()),
        (",\"path\":", &w.path),
        (",\"language\":", w.language.code()),
        (",\"sha256\":", &w.sha256),
        (",\n\"text\":", &w.text),
    ] {
        out.raw(key)?;
        out.value(&value)?;
    }
    out.raw(",\n\"paragraphs\":")?;
    out.list(w.paragraphs.iter().map(|&span| wire::Paragraph {
        chars: chars.span(span),
        bytes: in_bytes(span),
    }))?;
    let (other, units) = match w.level {
        Level::Clause => (",\n\"sentences\":", &w.sentences),
        Level::Sentence | Level::Line | Level::Paragraph => (",\n\"clauses\":", &w.clauses),
    };
    out.raw(",\n\"units\":")?;
    out.list(w.units().iter().map(|u| unit(chars, u)))?;
    out.raw(other)?;
    out.list(units.iter().map(|u| unit(chars, u)))?;
    out.raw(",\n\"tokens\":")?;
    // Units and tokens are both in the order of the text, so the unit of each token is found in passing.
    let mut units = w.units().iter().enumerate().peekable();
    out.list(w.tokens.iter().enumerate().map(|(n, token)| {
        let n = n as u32;
        while units.next_if(|(_, unit)| unit.tokens.end <= n).is_some() {}
        wire::Token {
            chars: chars.span(token.span),
            bytes: in_bytes(token.span),
            unit: units
                .peek()
                .filter(|(_, unit)| unit.tokens.start <= n)
                .map(|&(index, _)| index as u32),
            kind: wire::Named(token.kind),
        }
    }))?;
    if !w.structure.is_empty() {
        out.raw(",\n\"structure\":")?;
        out.list(w.structure.iter().map(|part| wire::Part {
            chars: chars.span(part.span),
            bytes: in_bytes(part.span),
            role: wire::Named(part.role),
            skip: part.skip.clone().map(wire::Named),
        }))?;
    }
    if !w.labels.is_empty() {
        out.raw(",\n\"labels\":")?;
        out.list(w.labels.iter().map(|label| wire::Label {
            chars: chars.span(label.span),
            bytes: in_bytes(label.span),
            label: label.name.clone(),
        }))?;
    }
    out.raw("}")
}

fn in_bytes(span: Span) -> wire::Range {
    [span.start, span.end]
}

fn unit(chars: &CharIndex<'_>, unit: &Unit) -> wire::Unit {
    wire::Unit {
        chars: chars.span(unit.span),
        bytes: in_bytes(unit.span),
        paragraph: unit.paragraph,
        sentence: unit.sentence,
        tokens: [unit.tokens.start, unit.tokens.end],
        skip: unit.skip.clone().map(wire::Named),
    }
}

fn row<'a>(table: &AlignmentTable, row: &'a Row) -> wire::Row<'a> {
    wire::Row {
        row: row.number,
        kind: wire::Named(row.kind),
        units: row.cells.as_slice().into(),
        moved: row.moved,
        moved_to: row.moved_to,
        score: row.score,
        confidence: row.confidence,
        similarity: row.similarity,
        status: wire::Named(row.status),
        note: row.note.as_str().into(),
        links: row.links.iter().map(|own| link(table, own)).collect(),
        places: row.places.as_slice().into(),
        beads: row.beads.iter().map(bead).collect(),
    }
}

fn bead(bead: &PairBead) -> wire::PairBead<'_> {
    wire::PairBead {
        witnesses: bead.witnesses,
        units: Cow::Borrowed(&bead.units),
        score: bead.score,
        confidence: bead.confidence,
    }
}

fn link<'a>(table: &AlignmentTable, link: &'a Link) -> wire::Link<'a> {
    let variation = link.variation.as_deref();
    let count = table.witnesses.len();
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| [one, other]));
    let classes = variation.into_iter().flat_map(|v| &v.classes).zip(pairs);
    let classes = classes
        .map(|(&class, [one, other])| table.compares(one, other).then_some(class).map(wire::Named));
    wire::Link {
        tokens: link.tokens.iter().map(TokenList::from_slice).collect(),
        class: wire::Named(link.class),
        moved: link.moved,
        probability: link.probability,
        classes: classes.collect(),
        moved_in: variation.map_or(&[][..], |v| &v.moved).into(),
    }
}

fn quotation(table: &AlignmentTable, chars: &[CharIndex<'_>], q: &Quotation) -> wire::Quotation {
    wire::Quotation {
        spans: q
            .passages
            .iter()
            .map(|p| wire::Passage {
                witness: table.witnesses[p.witness].siglum.0.clone(),
                chars: chars[p.witness].span(p.span),
                bytes: in_bytes(p.span),
            })
            .collect(),
        rows: q.rows.clone(),
        score: q.score,
    }
}
