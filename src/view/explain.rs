//! An explanation, as text: why a row stands.

use std::io::{self, Write};

use crate::explanation::{Alone, Explanation, Reasons, Rival, WordPairKind};
use crate::table::{AlignmentTable, Row, RowNumber};
use crate::witness::{AlignedIndex, Level, TokenIndex};

use super::ink::Ink;
use super::page::{pad, write_line, write_wrapped};
use super::paper::Paper;
use super::visible::{Invisible, visible};
use super::wording::siglum;
use super::wrap::{Line, Piece, cut, wrap};
use super::{ViewOptions, summary};

/// Columns before what is said: the siglum, or what it is about.
const MARGIN: usize = 12;
/// Columns of the beginning of a unit that is only named.
const GLIMPSE: usize = 32;
/// Columns below which nothing is narrowed further.
const NARROWEST: usize = 40;

/// Writes why row `number` of a table stands, in the width and the colours of `options`: the words that tie it with their weights in nats, what
/// stays unexplained, and what would stand in its place.
///
/// # Errors
/// When the writer fails.
pub fn explanation(
    table: &AlignmentTable,
    number: RowNumber,
    explanation: &Explanation,
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let out = &mut Paper::new(out, options.colours);
    let page = Page {
        table,
        width: options.width.max(NARROWEST),
    };
    if let Some(row) = table.rows.iter().find(|row| row.number == number) {
        write_wrapped(out, &heading(row), 0, page.width)?;
    }
    for bead in &explanation.beads {
        writeln!(out)?;
        page.bead(bead, out)?;
    }
    for alone in &explanation.alone {
        writeln!(out)?;
        page.alone(alone, out)?;
    }
    Ok(())
}

/// `Row 2: 1-2, score 61.3 nats, confidence 0.98, moved`
fn heading(row: &Row) -> Vec<Piece> {
    let shape: Vec<usize> = row.cells.iter().map(Vec::len).collect();
    let mut pieces = vec![Piece::text(format!("Row {}:", row.number), Ink::Strong)];
    let mut said = summary::shape_of(&shape);
    if let Some(score) = row.score {
        said += &format!(", score {score:.1} nats");
    }
    if let Some(confidence) = row.confidence {
        said += &format!(", confidence {confidence:.2}");
    }
    if row.moved {
        said += ", moved";
    }
    pieces.push(Piece::Space(Ink::Plain));
    pieces.extend(Piece::words(&said, Ink::Plain));
    pieces
}

struct Page<'t> {
    table: &'t AlignmentTable,
    width: usize,
}

impl Page<'_> {
    fn bead(&self, bead: &Reasons, out: &mut Paper<'_>) -> io::Result<()> {
        for (w, units) in [&bead.a, &bead.b].into_iter().enumerate() {
            for &unit in units {
                let text = Piece::words(&self.text(w, unit), Ink::Plain);
                self.labelled(&self.name(w, unit), Ink::Strong, &text, out)?;
            }
        }
        let ties: Vec<(String, f64)> = bead
            .pairs
            .iter()
            .map(|tie| {
                let (a, b) = (self.word(0, tie.a), self.word(1, tie.b));
                let words = match tie.kind {
                    WordPairKind::Stem if a == b => a,
                    WordPairKind::Stem => format!("{a} = {b}"),
                    WordPairKind::Likeness => format!("{a} ~ {b}"),
                    WordPairKind::Learned | WordPairKind::Known => format!("{a} ≈ {b}"),
                };
                (words, tie.weight)
            })
            .collect();
        let mut said = Vec::new();
        for (n, (words, weight)) in ties.iter().enumerate() {
            let comma = if n + 1 < ties.len() { "," } else { "" };
            between(&mut said);
            said.push(Piece::text(words.as_str(), Ink::Plain));
            said.push(Piece::text(
                format!(" {}{comma}", nats(*weight)),
                Ink::Margin,
            ));
        }
        if said.is_empty() {
            said = Piece::words("no words", Ink::Plain);
        }
        self.labelled("tied by", Ink::Margin, &said, out)?;
        self.unexplained(bead, out)?;
        let tied: f64 = ties.iter().map(|tie| tie.1).sum();
        let words = bead.alone.iter().map(Vec::len).sum::<usize>() as f64 * bead.cost;
        let parts = [
            ("words that tie", tied),
            ("words unexplained", words),
            ("freedom unknown", bead.null_rate),
            ("length", bead.length),
        ];
        let parts: Vec<String> = parts
            .iter()
            .map(|(name, weight)| format!("{name} {}", nats(*weight)))
            .collect();
        let sum = format!("{} = {}", nats(bead.score), parts.join(", "));
        self.labelled("score", Ink::Margin, &Piece::words(&sum, Ink::Plain), out)?;
        let shape = summary::shape_of(&[bead.a.len(), bead.b.len()]);
        let stands = format!(
            "{shape} {}, together {}; confidence {:.2}",
            nats(bead.shape),
            nats(bead.score + bead.shape),
            bead.confidence
        );
        self.labelled(
            "shape",
            Ink::Margin,
            &Piece::words(&stands, Ink::Plain),
            out,
        )?;
        let mut against = Vec::new();
        if let Some(rival) = &bead.rival {
            against = self.rival(rival);
            against.push(Piece::text(",", Ink::Plain));
            against.push(Piece::Space(Ink::Plain));
        }
        let unmatched = format!("no counterpart {}", nats(bead.unmatched));
        against.extend(Piece::words(&unmatched, Ink::Plain));
        self.labelled("instead", Ink::Margin, &against, out)
    }

    fn unexplained(&self, bead: &Reasons, out: &mut Paper<'_>) -> io::Result<()> {
        let mut said = Vec::new();
        for (w, tokens) in bead.alone.iter().enumerate() {
            if tokens.is_empty() {
                continue;
            }
            between(&mut said);
            said.push(Piece::text(siglum(self.table, w), Ink::Strong));
            for (n, &token) in tokens.iter().enumerate() {
                let comma = if n + 1 < tokens.len() { "," } else { ";" };
                said.push(Piece::Space(Ink::Plain));
                said.push(Piece::text(self.word(w, token) + comma, Ink::Plain));
            }
        }
        if said.is_empty() {
            return Ok(());
        }
        between(&mut said);
        said.push(Piece::text(
            format!("{} each", nats(bead.cost)),
            Ink::Margin,
        ));
        self.labelled("unexplained", Ink::Margin, &said, out)
    }

    fn alone(&self, alone: &Alone, out: &mut Paper<'_>) -> io::Result<()> {
        let w = alone.witness;
        let text = Piece::words(&self.text(w, alone.unit), Ink::Plain);
        self.labelled(&self.name(w, alone.unit), Ink::Strong, &text, out)?;
        let said = match &alone.rival {
            Some(rival) => self.rival(rival),
            None => Piece::words(
                "no word that is rare enough stands in the other text",
                Ink::Plain,
            ),
        };
        self.labelled("at best", Ink::Margin, &said, out)
    }

    /// `A 3 with B 5 (row 4, “et les ténèbres…”) -3.2`
    fn rival(&self, rival: &Rival) -> Vec<Piece> {
        let names = |w: usize, units: &[AlignedIndex]| -> String {
            let names: Vec<String> = units.iter().map(|&u| self.name(w, u)).collect();
            names.join(", ")
        };
        let mut said = format!("{} with {}", names(0, &rival.a), names(1, &rival.b));
        if let [unit] = rival.b[..] {
            let glimpse = cut(&Piece::words(&self.text(1, unit), Ink::Plain), GLIMPSE);
            let glimpse: String = glimpse.pieces.into_iter().map(|piece| piece.0).collect();
            said += &format!(" “{glimpse}”");
        }
        said += &format!(" {}", nats(rival.weight));
        Piece::words(&said, Ink::Plain)
    }

    /// `A 2`, and at the levels that are aligned over clauses `A 2.1`: unit and clause of it.
    fn name(&self, w: usize, unit: AlignedIndex) -> String {
        let witness = &self.table.witnesses[w];
        let siglum = siglum(self.table, w);
        match witness.level {
            Level::Clause | Level::Line => format!("{siglum} {}", unit.get() + 1),
            Level::Sentence | Level::Paragraph => {
                let units = witness.aligned_units();
                let whole = units[unit.get()].sentence;
                let first = units.partition_point(|u| u.sentence < whole);
                format!("{siglum} {}.{}", whole + 1, unit.get() + 1 - first)
            }
        }
    }

    fn text(&self, w: usize, unit: AlignedIndex) -> String {
        let witness = &self.table.witnesses[w];
        let text = witness.line(witness.aligned_units()[unit.get()].span);
        visible(&text, Invisible::LeftOut).into_owned()
    }

    fn word(&self, w: usize, token: TokenIndex) -> String {
        visible(&self.table.witnesses[w].word(token), Invisible::LeftOut).into_owned()
    }

    /// `said` in its column, its name before its first line.
    fn labelled(
        &self,
        label: &str,
        ink: Ink,
        said: &[Piece],
        out: &mut Paper<'_>,
    ) -> io::Result<()> {
        for (n, text) in wrap(said, self.width - MARGIN).into_iter().enumerate() {
            let mut line = Line::default();
            if n == 0 {
                line.push(label, ink);
                line.push(" ", Ink::Plain);
            }
            pad(&mut line, MARGIN);
            line.append(text);
            write_line(out, line)?;
        }
        Ok(())
    }
}

fn between(said: &mut Vec<Piece>) {
    if !said.is_empty() {
        said.push(Piece::Space(Ink::Plain));
    }
}

/// A weight with its sign, as of a term in a sum; no sign where it rounds to nothing.
fn nats(weight: f64) -> String {
    let text = format!("{weight:+.1}");
    match text.as_str() {
        "+0.0" | "-0.0" => "0.0".to_owned(),
        _ => text.replace('-', "−"),
    }
}
