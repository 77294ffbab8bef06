//! TEI P5: the base text whole, and the apparatus outside of it, joined to it by the places where readings begin and end.

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::pieces::{Piece, joined, pieces};
use crate::export::tei::{Ids, Milestones, write_header};
use crate::export::xml::{escape, replaced};
use crate::table::AlignmentTable;

/// Writes the text of the base with an `anchor` at each end of a place where others read otherwise, and for each such place an
/// `app` in `back`: `from` one anchor `to` the other, in the order of the text; an addition is from and to the same one. So the
/// text of a witness is that of the base with its own `rdg` in each place.
#[derive(Debug, Clone)]
pub struct TeiStandoff {
    /// Differences that are not shown. White space alone counts where [`Class::Typographic`] is not among them.
    pub quiet: Vec<Class>,
}

impl Exporter for TeiStandoff {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let ids = Ids::new(&table.witnesses);
        write_header(
            out,
            &table.witnesses,
            &ids,
            "method=\"double-end-point\" location=\"external\"",
        )?;
        let pieces = joined(&table.witnesses, pieces(table, table.rules(&self.quiet)));
        let mut readings = Readings {
            table,
            ids: &ids,
            anchors: 0,
            apps: Vec::new(),
        };
        let mut milestones = Milestones::new(table);
        for piece in &pieces {
            if let Some(row) = piece.row {
                milestones.before(row, out)?;
            }
            readings.piece(piece, out)?;
        }
        writeln!(out, "</ab>\n</body>")?;
        if !readings.apps.is_empty() {
            writeln!(out, "<back>\n<listApp>")?;
            out.write_all(&readings.apps)?;
            writeln!(out, "</listApp>\n</back>")?;
        }
        writeln!(out, "</text>\n</TEI>")
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        replaced(table)
    }
}

struct Readings<'a> {
    table: &'a AlignmentTable,
    ids: &'a Ids,
    /// How many anchors have been set.
    anchors: usize,
    /// What stands behind the text.
    apps: Vec<u8>,
}

impl Readings<'_> {
    /// Writes what the base has, and keeps what others have.
    fn piece(&mut self, piece: &Piece, out: &mut dyn Write) -> io::Result<()> {
        let witnesses = &self.table.witnesses;
        // Of what is not compared with the base there is nothing to tell.
        if witnesses.is_empty() || !piece.told.contains(&self.table.base) {
            return Ok(());
        }
        let own = piece.reading(witnesses, self.table.base);
        if piece.agreed(witnesses) {
            return write!(out, "{}", escape(own));
        }
        let from = self.anchor(out)?;
        write!(out, "{}", escape(own))?;
        let to = match own.is_empty() {
            true => from,
            false => self.anchor(out)?,
        };
        write!(
            self.apps,
            "<app from=\"#{}\" to=\"#{}\"",
            name(from),
            name(to)
        )?;
        if let Some(row) = piece.row {
            write!(self.apps, " loc=\"{row}\"")?;
        }
        if let Some(class) = piece.named_class(witnesses) {
            write!(self.apps, " type=\"{}\"", class.name())?;
        }
        write!(self.apps, ">")?;
        let mut groups = piece.groups(witnesses);
        // The base's own reading is the lemma.
        groups.sort_by_key(|group| !group.contains(&self.table.base));
        for (n, group) in groups.iter().enumerate() {
            let element = if n == 0 { "lem" } else { "rdg" };
            let text = piece.reading(witnesses, group[0]);
            write!(
                self.apps,
                "<{element} wit=\"{}\" xml:space=\"preserve\">{}</{element}>",
                self.ids.references(group),
                escape(text)
            )?;
        }
        writeln!(self.apps, "</app>")
    }

    fn anchor(&mut self, out: &mut dyn Write) -> io::Result<usize> {
        self.anchors += 1;
        write!(out, "<anchor xml:id=\"{}\"/>", name(self.anchors))?;
        Ok(self.anchors)
    }
}

/// The name of an anchor.
fn name(number: usize) -> String {
    format!("place-{number}")
}
