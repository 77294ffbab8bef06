//! What the page's script reads: a JSON array, the head first, then the rows. `js/model.js` says the same of its shape.

use std::borrow::Cow;
use std::io::{self, Write};

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::class::Class;
use crate::format::note::{fact, skipped};
use crate::format::units::{PASSED_OVER, ranges, unit_texts};
use crate::select::{Marks, Voices};
use crate::table::{AlignmentTable, FactKind, Link, Row, RowNumber};
use crate::witness::{Span, TokenIndex, UnitIndex, Witness};

use super::head::Head;
use super::letters::{LOUD, link_letter, voice_letter};

/// A row; all offsets are in UTF-16 code units, as scripts count.
#[derive(Serialize)]
struct RowData<'a> {
    n: RowNumber,
    /// Where another witness has it, if it moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    m: Option<RowNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<f64>,
    /// For each witness its units, its text, and where that stands in the whole, in bytes.
    u: Vec<String>,
    t: Vec<Cow<'a, str>>,
    y: Vec<[u32; 2]>,
    /// The links, a letter each.
    l: String,
    /// How loud each link is where few are marked, a letter each; nothing where all are.
    #[serde(skip_serializing_if = "String::is_empty")]
    v: String,
    /// For each witness its linked stretches: how far after the last, how long, which link.
    x: Vec<Vec<usize>>,
    /// Passages quoted: which quotation, witness, start, length.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    q: Vec<[usize; 4]>,
    /// The facts that differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    f: Vec<FactData>,
    /// What takes no part in the alignment.
    #[serde(skip_serializing_if = "String::is_empty")]
    z: String,
}

/// A fact that differs.
#[derive(Serialize)]
struct FactData {
    /// Its kind, by its place in the head.
    k: usize,
    /// What differs.
    t: String,
    /// The witnesses that say it, and the place where each begins to.
    p: Vec<[usize; 2]>,
}

/// Writes the array. `<` is written as `\u003c`, so nothing in it can end the element that it stands in.
pub(super) fn write(
    table: &AlignmentTable,
    quiet: &[Class],
    marks: Marks,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut json = serde_json::to_vec(&Head::new(table, quiet, marks))?;
    let mut passages: FxHashMap<RowNumber, Vec<_>> = FxHashMap::default();
    for (n, quotation) in table.quotations.iter().enumerate() {
        for (passage, &row) in quotation.passages.iter().zip(&quotation.rows) {
            let of_row = passages.entry(row).or_default();
            of_row.push((n, passage.witness, passage.span));
        }
    }
    let voices = Voices::new(table, table.rules(quiet), Marks::Few);
    out.write_all(b"[")?;
    write_safe(&json, out)?;
    for row in &table.rows {
        json.clear();
        json.extend(b",\n");
        let passages = passages.get(&row.number).map_or(&[][..], Vec::as_slice);
        serde_json::to_writer(&mut json, &row_data(table, row, passages, &voices))?;
        write_safe(&json, out)?;
    }
    out.write_all(b"]")
}

fn write_safe(json: &[u8], out: &mut dyn Write) -> io::Result<()> {
    for (n, part) in json.split(|&b| b == b'<').enumerate() {
        if n > 0 {
            out.write_all(b"\\u003c")?;
        }
        out.write_all(part)?;
    }
    Ok(())
}

fn row_data<'a>(
    table: &'a AlignmentTable,
    row: &Row,
    passages: &[(usize, usize, Span)],
    voices: &Voices<'_>,
) -> RowData<'a> {
    let mut letters = String::new();
    let mut loud = String::new();
    let mut stretches: Vec<Vec<(Span, usize)>> = vec![Vec::new(); table.witnesses.len()];
    let mut before: Option<(&Link, (char, char))> = None;
    for (link, shown) in row.links.iter().zip(voices.of(row)) {
        let letter = link_letter(voices.rules(), link);
        let of_link = (letter, voice_letter(letter, link, shown));
        let joined = before.is_some_and(|(last, l)| l == of_link && continues(last, link));
        if !joined {
            letters.push(letter);
            loud.push(of_link.1);
        }
        let number = letters.len() - 1;
        for ((witness, tokens), stretches) in
            table.witnesses.iter().zip(&link.tokens).zip(&mut stretches)
        {
            for run in tokens.chunk_by(|a, b| a.is_before(*b)) {
                let span = |t: TokenIndex| witness.token(t).span;
                let (start, end) = (span(run[0]).start, span(run[run.len() - 1]).end);
                match stretches.last_mut() {
                    Some((last, _)) if joined => last.end = end,
                    _ => stretches.push((Span { start, end }, number)),
                }
            }
        }
        before = Some((link, of_link));
    }
    let mut data = RowData {
        n: row.number,
        m: row.moved_to,
        s: row.similarity.map(rounded),
        c: row.confidence.map(rounded),
        u: row.cells.iter().map(|units| ranges(units)).collect(),
        t: Vec::new(),
        y: Vec::new(),
        l: letters,
        v: if loud.chars().all(|c| c == LOUD) {
            String::new()
        } else {
            loud
        },
        x: Vec::new(),
        q: Vec::new(),
        f: Vec::new(),
        z: skipped(&table.witnesses, row),
    };
    let facts = table.facts_of(row.number);
    data.f.extend(facts.iter().map(|f| FactData {
        k: FactKind::ALL.iter().position(|k| *k == f.kind).unwrap_or(0),
        t: fact(&table.witnesses, f),
        p: Vec::new(),
    }));
    for (w, (witness, units)) in table.witnesses.iter().zip(&row.cells).enumerate() {
        let span = |u: &UnitIndex| witness.unit(*u).span;
        let start = units.first().map_or(0, |u| span(u).start);
        data.y
            .push([start, units.last().map_or(start, |u| span(u).end)]);
        let texts = units.iter().map(|&u| (u, witness.unit_text(u).into()));
        data.t.push(unit_texts(texts));
        let mut ruler = Ruler::new(witness, units);
        stretches[w].sort_by_key(|(span, _)| span.start);
        let mut at = 0;
        let mut places = Vec::with_capacity(3 * stretches[w].len());
        for &(span, link) in &stretches[w] {
            let (start, end) = (ruler.at(span.start), ruler.at(span.end));
            places.extend([start.saturating_sub(at), end - start, link]);
            at = end;
        }
        data.x.push(places);
        for &(quotation, _, span) in passages.iter().filter(|(_, of, _)| *of == w) {
            let (start, end) = (ruler.at(span.start), ruler.at(span.end));
            data.q.push([quotation, w, start, end - start]);
        }
        for (FactData { p: places, .. }, fact) in data.f.iter_mut().zip(facts) {
            let first = fact.tokens[w].first();
            let start = |&t: &TokenIndex| witness.token(t).span.start;
            places.extend(first.map(|t| [w, ruler.at(start(t))]));
        }
    }
    data
}

fn rounded(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}

/// Whether two links are shown as one, since the next goes on where the first ends: words that all have, or that stand in
/// the same witnesses only.
fn continues(link: &Link, next: &Link) -> bool {
    matches!(link.class, Class::Same | Class::Omission | Class::Addition)
        && link.is_unbroken()
        && next.is_unbroken()
        && link.adjoins(next)
}

/// Places in the text of a cell, for places in its witness.
struct Ruler<'a> {
    witness: &'a Witness,
    /// The units, and where each begins in the cell.
    units: Vec<(Span, usize)>,
    /// The place last asked for: unit, byte of the witness, place in the cell. Most are asked for in order.
    last: (usize, u32, usize),
}

impl<'a> Ruler<'a> {
    fn new(witness: &'a Witness, units: &[UnitIndex]) -> Self {
        let mut starts = Vec::with_capacity(units.len());
        let mut end = 0;
        for (i, &unit) in units.iter().enumerate() {
            if i > 0 {
                end += match units[i - 1].is_before(unit) {
                    true => 1,
                    false => utf16(PASSED_OVER),
                };
            }
            let span = witness.unit(unit).span;
            starts.push((span, end));
            end += utf16(witness.slice(span));
        }
        let first = starts.first().map_or(0, |(span, _)| span.start);
        Self {
            witness,
            units: starts,
            last: (0, first, 0),
        }
    }

    /// The place of a byte; bytes outside of the units count as the end of the unit before them.
    fn at(&mut self, byte: u32) -> usize {
        let (mut unit, mut from, mut place) = self.last;
        if byte < from {
            (unit, place) = (0, 0);
            from = self.units.first().map_or(byte, |(span, _)| span.start);
        }
        while let Some(&(span, start)) = self.units.get(unit + 1) {
            if byte < span.start {
                break;
            }
            unit += 1;
            (from, place) = (span.start, start);
        }
        if let Some((span, _)) = self.units.get(unit) {
            let to = byte.clamp(from, span.end.max(from));
            place += utf16(self.witness.slice(Span {
                start: from,
                end: to,
            }));
            from = to;
        }
        self.last = (unit, from, place);
        place
    }
}

fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
