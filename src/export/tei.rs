//! TEI P5: a critical apparatus by parallel segmentation.

use std::io::{self, Write};
use std::iter::Peekable;
use std::vec::IntoIter;

use rustc_hash::FxHashMap;

use crate::class::Class;
use crate::export::Exporter;
use crate::export::pieces::{Piece, joined, pieces};
use crate::export::xml::{escape, escape_attribute, replaced};
use crate::table::{AlignmentTable, RowNumber};
use crate::witness::{Span, Witness};

/// Writes every witness whole: joining the text outside `app` and in the `rdg` of a witness gives its text. A bead is
/// an `s` that bears the number of its row, behind a `milestone` with the name of the passage where one begins, a difference an `app` of the type of its class, an omission an empty `rdg`.
/// What has moved stands in the text of each witness where it has it, and `link`s join the places.
#[derive(Debug, Clone)]
pub struct Tei {
    /// Differences that are not shown. White space alone counts where [`Class::Typographic`] is not among them.
    pub quiet: Vec<Class>,
}

impl Exporter for Tei {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let ids = Ids::new(&table.witnesses);
        write_header(
            out,
            &table.witnesses,
            &ids,
            "method=\"parallel-segmentation\" location=\"internal\"",
        )?;
        let mut text = Text {
            out,
            witnesses: &table.witnesses,
            ids: &ids,
            anchors: anchors(table, &ids),
        };
        let mut milestones = Milestones::new(table);
        let mut row = None;
        let pieces = joined(&table.witnesses, pieces(table, table.rules(&self.quiet)));
        for piece in pieces {
            if piece.row != row {
                if row.is_some() {
                    write!(text.out, "</s>")?;
                }
                if let Some(number) = piece.row {
                    milestones.before(number, text.out)?;
                    write!(text.out, "<s n=\"{number}\">")?;
                }
                row = piece.row;
            }
            text.piece(&piece)?;
        }
        if row.is_some() {
            write!(text.out, "</s>")?;
        }
        text.rest()?;
        writeln!(out, "</ab>\n</body>")?;
        write_moves(out, table, &ids)?;
        writeln!(out, "</text>\n</TEI>")
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        replaced(table)
    }
}

/// Where passages begin that the files have names for.
pub(super) struct Milestones {
    /// What rows are called.
    labels: FxHashMap<RowNumber, String>,
    last: String,
}

impl Milestones {
    pub(super) fn new(table: &AlignmentTable) -> Self {
        let rows = table.rows.iter().filter(|_| table.has_labels());
        Self {
            labels: rows.map(|row| (row.number, table.labels(row))).collect(),
            last: String::new(),
        }
    }

    /// Writes the name of a row, if a passage begins with it.
    pub(super) fn before(&mut self, row: RowNumber, out: &mut dyn Write) -> io::Result<()> {
        let label = self.labels.remove(&row).filter(|label| *label != self.last);
        let Some(label) = label else { return Ok(()) };
        if !label.is_empty() {
            let name = escape_attribute(&label);
            write!(out, "<milestone unit=\"passage\" n=\"{name}\"/>")?;
        }
        self.last = label;
        Ok(())
    }
}

/// An XML name for each witness: its siglum, where it is a name and no other has it.
pub(super) struct Ids(Vec<String>);

impl Ids {
    pub(super) fn new(witnesses: &[Witness]) -> Self {
        Self(ids(witnesses))
    }

    /// What names some of the witnesses: `#A #C`.
    pub(super) fn references(&self, witnesses: &[usize]) -> String {
        let names: Vec<String> = witnesses
            .iter()
            .map(|&w| format!("#{}", self.0[w]))
            .collect();
        names.join(" ")
    }
}

fn ids(witnesses: &[Witness]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::with_capacity(witnesses.len());
    for (n, witness) in witnesses.iter().enumerate() {
        let siglum = &witness.siglum.0;
        let starts = siglum.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let is_name = starts
            && siglum
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
        ids.push(
            if is_name
                && !["move-", "place-", "witness."]
                    .iter()
                    .any(|own| siglum.starts_with(own))
                && !ids.contains(siglum)
            {
                siglum.clone()
            } else {
                format!("witness.{}", n + 1)
            },
        );
    }
    ids
}

/// Writes all that stands before the text; `encoding` says how variants are encoded.
pub(super) fn write_header(
    out: &mut dyn Write,
    witnesses: &[Witness],
    ids: &Ids,
    encoding: &str,
) -> io::Result<()> {
    let sigla: Vec<&str> = witnesses.iter().map(|w| w.siglum.0.as_str()).collect();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>"
    )?;
    writeln!(
        out,
        "<titleStmt><title>Alignment of {}</title></titleStmt>",
        escape(&sigla.join(", "))
    )?;
    writeln!(
        out,
        "<publicationStmt><p>Written by enregard {}</p></publicationStmt>",
        env!("CARGO_PKG_VERSION")
    )?;
    writeln!(out, "<sourceDesc>\n<listWit>")?;
    for (witness, id) in witnesses.iter().zip(&ids.0) {
        writeln!(
            out,
            "<witness xml:id=\"{id}\" n=\"{}\" xml:lang=\"{}\">{}</witness>",
            escape_attribute(&witness.siglum.0),
            witness.language.code(),
            escape(&witness.path)
        )?;
    }
    writeln!(
        out,
        "</listWit>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>"
    )?;
    writeln!(out, "<variantEncoding {encoding}/>")?;
    writeln!(out, "</encodingDesc>\n</teiHeader>")?;
    write!(out, "<text>\n<body>\n<ab xml:space=\"preserve\">")
}

/// The name of the place where a witness has a moved row.
fn place(row: RowNumber, id: &str) -> String {
    format!("move-{row}-{id}")
}

/// For each witness the places of moved rows, by their first byte, in the order of its text.
fn anchors(table: &AlignmentTable, ids: &Ids) -> Vec<Peekable<IntoIter<(u32, String)>>> {
    let of_witness = |(w, id): (usize, &String)| {
        let mut anchors: Vec<(u32, String)> = table
            .rows
            .iter()
            .filter(|row| row.moved)
            .filter_map(|row| {
                let unit = *row.cells[w].first()?;
                let start = table.witnesses[w].unit(unit).span.start;
                Some((start, place(row.number, id)))
            })
            .collect();
        anchors.sort_unstable();
        anchors.into_iter().peekable()
    };
    ids.0.iter().enumerate().map(of_witness).collect()
}

struct Text<'a> {
    out: &'a mut dyn Write,
    witnesses: &'a [Witness],
    ids: &'a Ids,
    /// For each witness the anchors still to be set.
    anchors: Vec<Peekable<IntoIter<(u32, String)>>>,
}

impl Text<'_> {
    fn piece(&mut self, piece: &Piece) -> io::Result<()> {
        if piece.tells_all() && piece.agreed(self.witnesses) {
            return self.reading(piece, &(0..piece.spans.len()).collect::<Vec<_>>());
        }
        match piece.named_class(self.witnesses) {
            Some(class) => write!(self.out, "<app type=\"{}\">", class.name())?,
            None => write!(self.out, "<app>")?,
        }
        let witnesses = self.witnesses;
        for group in piece.groups(witnesses) {
            write!(self.out, "<rdg wit=\"{}\"", self.ids.references(&group))?;
            if piece.reading(witnesses, group[0]).is_empty() {
                write!(self.out, "/>")?;
            } else {
                write!(self.out, ">")?;
                self.reading(piece, &group)?;
                write!(self.out, "</rdg>")?;
            }
        }
        write!(self.out, "</app>")
    }

    /// The text that is written for all of these witnesses, with the anchors of each.
    fn reading(&mut self, piece: &Piece, group: &[usize]) -> io::Result<()> {
        let mut set: Vec<(u32, String)> = Vec::new();
        for &w in group {
            let Span { start, end } = piece.spans[w];
            while let Some((at, name)) = self.anchors[w].next_if(|(at, _)| *at < end) {
                set.push((at.saturating_sub(start), name));
            }
        }
        set.sort_unstable();
        let text = group
            .first()
            .map_or("", |&w| piece.reading(self.witnesses, w));
        let mut from = 0;
        for (at, name) in set {
            // Where the text is another's, its end at the latest.
            let mut at = text.len().min(at as usize);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            write!(
                self.out,
                "{}<anchor xml:id=\"{name}\"/>",
                escape(&text[from..at])
            )?;
            from = at;
        }
        write!(self.out, "{}", escape(&text[from..]))
    }

    /// Anchors at the very end, of units without text.
    fn rest(self) -> io::Result<()> {
        for (_, name) in self.anchors.into_iter().flatten() {
            write!(self.out, "<anchor xml:id=\"{name}\"/>")?;
        }
        Ok(())
    }
}

fn write_moves(out: &mut dyn Write, table: &AlignmentTable, ids: &Ids) -> io::Result<()> {
    let mut moved = table.rows.iter().filter(|row| row.moved).peekable();
    if moved.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "<back>\n<linkGrp type=\"transposition\">")?;
    for row in moved {
        let places: Vec<String> = ids
            .0
            .iter()
            .zip(&row.cells)
            .filter(|(_, units)| !units.is_empty())
            .map(|(id, _)| format!("#{}", place(row.number, id)))
            .collect();
        writeln!(out, "<link target=\"{}\"/>", places.join(" "))?;
    }
    writeln!(out, "</linkGrp>\n</back>")
}
