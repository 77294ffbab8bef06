//! What the page's script reads beside the texts: a JSON array, the head first, then the rows. `js/model.js` says the same of its
//! shape.

use std::io::{self, Write};

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::class::Class;
use crate::format::note::{fact, skipped};
use crate::select::{Marks, Voices};
use crate::table::{AlignmentTable, Fact, FactKind, Row, RowNumber};
use crate::witness::{Span, TokenIndex, UnitIndex};

use super::head::Head;
use super::letters::LOUD;
use super::patterns::{Pattern, Patterns};
use super::ruler::Ruler;
use super::runs::{Code, Run, runs};
use super::sayings::Sayings;

/// A row; all offsets are in UTF-16 code units, as scripts count.
#[derive(Serialize)]
struct RowData {
    n: RowNumber,
    /// What the files call it.
    #[serde(skip_serializing_if = "String::is_empty")]
    b: String,
    /// Which witnesses have it elsewhere, each with the row after which.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    m: Vec<(usize, RowNumber)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<f64>,
    /// Of more than two witnesses the similarity of every two that stand in it, in thousandths; null where they are not compared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    p: Vec<Option<u32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<f64>,
    /// For each witness where its text stands in the whole, in bytes.
    y: Vec<[u32; 2]>,
    /// The patterns that no row before has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    d: Vec<Pattern>,
    l: Links,
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

/// What the witnesses are to each other in the links of a row.
#[derive(Serialize)]
#[serde(untagged)]
enum Links {
    /// Of two, a letter each.
    Letters(String),
    /// Of more, the number of a pattern each.
    Patterns(Vec<usize>),
}

/// A fact that differs.
#[derive(Serialize)]
struct FactData {
    /// Its kind, by its place in the head.
    k: usize,
    /// What differs, of two witnesses.
    #[serde(skip_serializing_if = "String::is_empty")]
    t: String,
    /// What each of more says, with those that say so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    s: Vec<(String, Vec<usize>)>,
    /// The witnesses that say it, and the place where each begins to.
    p: Vec<[usize; 2]>,
}

/// Writes the array. `<` is written as `\u003c`, so nothing in it can end the element that it stands in.
pub(super) fn write(
    table: &AlignmentTable,
    head: Head<'_>,
    quiet: &[Class],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut json = serde_json::to_vec(&head)?;
    let mut passages: FxHashMap<RowNumber, Vec<_>> = FxHashMap::default();
    for (n, quotation) in table.quotations.iter().enumerate() {
        for (passage, &row) in quotation.passages.iter().zip(&quotation.rows) {
            let of_row = passages.entry(row).or_default();
            of_row.push((n, passage.witness, passage.span));
        }
    }
    let mut teller = Teller {
        table,
        voices: Voices::new(table, table.rules(quiet), Marks::Few),
        patterns: Patterns::default(),
    };
    out.write_all(b"[")?;
    write_safe(&json, out)?;
    for row in &table.rows {
        json.clear();
        json.extend(b",\n");
        let passages = passages.get(&row.number).map_or(&[][..], Vec::as_slice);
        serde_json::to_writer(&mut json, &teller.row(row, passages))?;
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

/// Tells of a table row by row.
struct Teller<'a> {
    table: &'a AlignmentTable,
    voices: Voices<'a>,
    /// What the rows before have told.
    patterns: Patterns,
}

impl Teller<'_> {
    fn row(&mut self, row: &Row, passages: &[(usize, usize, Span)]) -> RowData {
        let table = self.table;
        let runs = runs(table, row, &self.voices);
        let facts = table.facts_of(row.number).iter();
        let sayings = facts
            .clone()
            .map(|f| Sayings::new(table, self.voices.rules(), row, f));
        let sayings: Vec<Sayings> = sayings.collect();
        let mut data = RowData {
            n: row.number,
            b: table.labels(row),
            m: (0..table.witnesses.len())
                .filter_map(|w| Some((w, row.moved_to_in(w, table.base)?)))
                .collect(),
            s: row.similarity.map(rounded),
            p: self.similarities(row),
            c: row.confidence.map(rounded),
            y: Vec::new(),
            d: Vec::new(),
            l: Links::Letters(String::new()),
            v: runs.iter().map(|run| run.voice).collect(),
            x: Vec::new(),
            q: Vec::new(),
            f: facts
                .zip(&sayings)
                .map(|(fact, sayings)| self.fact(fact, sayings))
                .collect(),
            z: skipped(&table.witnesses, row),
        };
        if data.v.chars().all(|c| c == LOUD) {
            data.v.clear();
        }
        self.link(&runs, &mut data);
        for w in 0..table.witnesses.len() {
            self.place(row, w, &runs, passages, &mut data);
            self.place_facts(row, w, &sayings, &mut data);
        }
        data
    }

    /// A fact, without its places.
    fn fact(&self, told: &Fact, sayings: &Sayings) -> FactData {
        let several = self.table.witnesses.len() > 2;
        FactData {
            k: FactKind::ALL
                .iter()
                .position(|k| *k == told.kind)
                .unwrap_or(0),
            t: match several {
                true => String::new(),
                false => fact(&self.table.witnesses, told),
            },
            s: match several {
                true => sayings.said.clone(),
                false => Vec::new(),
            },
            p: Vec::new(),
        }
    }

    /// Where a witness begins to say the facts.
    fn place_facts(&self, row: &Row, w: usize, sayings: &[Sayings], data: &mut RowData) {
        let witness = &self.table.witnesses[w];
        let mut ruler = Ruler::new(witness, &row.cells[w]);
        for (FactData { p: places, .. }, sayings) in data.f.iter_mut().zip(sayings) {
            let start = |t: TokenIndex| witness.token(t).span.start;
            places.extend(sayings.firsts[w].map(|t| [w, ruler.at(start(t))]));
        }
    }

    /// What the witnesses are to each other.
    fn link(&mut self, runs: &[Run<'_>], data: &mut RowData) {
        let (mut letters, mut numbers) = (String::new(), Vec::new());
        for run in runs {
            match &run.code {
                Code::Letter(letter) => letters.push(*letter),
                Code::Pattern(pattern) => {
                    let (number, new) = self.patterns.number(pattern);
                    numbers.push(number);
                    data.d.extend(new);
                }
            }
        }
        data.l = match self.table.witnesses.len() > 2 {
            true => Links::Patterns(numbers),
            false => Links::Letters(letters),
        };
    }

    /// Where things stand in the text of a witness.
    fn place(
        &self,
        row: &Row,
        w: usize,
        runs: &[Run<'_>],
        passages: &[(usize, usize, Span)],
        data: &mut RowData,
    ) {
        let witness = &self.table.witnesses[w];
        let units = &row.cells[w];
        let span = |u: &UnitIndex| witness.unit(*u).span;
        let start = units.first().map_or(0, |u| span(u).start);
        let end = units.last().map_or(start, |u| span(u).end);
        data.y.push([start, end]);
        let mut ruler = Ruler::new(witness, units);
        let stretches = runs.iter().enumerate().flat_map(|(number, run)| {
            let stretches = run.stretches(self.table, w).into_iter();
            stretches.map(move |span| (span, number))
        });
        let mut stretches: Vec<(Span, usize)> = stretches.collect();
        stretches.sort_by_key(|(span, _)| span.start);
        let mut at = 0;
        let mut places = Vec::with_capacity(3 * stretches.len());
        for (span, run) in stretches {
            let (start, end) = (ruler.at(span.start), ruler.at(span.end));
            places.extend([start.saturating_sub(at), end - start, run]);
            at = end;
        }
        data.x.push(places);
        for &(quotation, _, span) in passages.iter().filter(|(_, of, _)| *of == w) {
            let (start, end) = (ruler.at(span.start), ruler.at(span.end));
            data.q.push([quotation, w, start, end - start]);
        }
    }

    fn similarities(&self, row: &Row) -> Vec<Option<u32>> {
        if self.table.witnesses.len() <= 2 || row.links.is_empty() {
            return Vec::new();
        }
        let rules = self.voices.rules();
        let present: Vec<usize> = row.present().collect();
        let pairs = present.iter().enumerate().flat_map(|(n, &one)| {
            let others = present[n + 1..].iter();
            others.map(move |&other| rules.similarity_between(&row.links, one, other))
        });
        let thousandths = |share: f64| (share * 1000.0).round() as u32;
        pairs.map(|share| share.map(thousandths)).collect()
    }
}

fn rounded(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}
