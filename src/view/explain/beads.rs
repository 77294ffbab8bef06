//! Why the beads of a row stand: the words that tie them, what nothing explains, and what would stand instead.

use std::io::{self, Write};

use crate::explanation::{Alone, Explanation, Reasons, Rival, WordPairKind};
use crate::view::ink::Ink;
use crate::view::paper::Paper;
use crate::view::summary;
use crate::view::wording::siglum;
use crate::view::wrap::{Piece, cut};
use crate::witness::AlignedIndex;

use super::Detail;
use super::sheet::{Sheet, between, nats};

/// Columns of the beginning of a unit that is only named.
const GLIMPSE: usize = 32;
/// What is lighter by no more than this, in nats, might as well stand: ten to one.
const CLOSE: f64 = 2.3;
/// What is lighter by more than this, in nats, is out of the question: a thousand to one.
const FAR: f64 = 6.9;

/// Writes what speaks for the beads, and what would have to be said for units without a counterpart.
pub(super) fn write(
    sheet: Sheet<'_>,
    explanation: &Explanation,
    out: &mut Paper<'_>,
) -> io::Result<()> {
    let page = Page(sheet, [0, 1]);
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

/// What is told of two witnesses, with their places in the table.
pub(super) struct Page<'t>(pub(super) Sheet<'t>, pub(super) [usize; 2]);

impl Page<'_> {
    fn bead(&self, bead: &Reasons, out: &mut Paper<'_>) -> io::Result<()> {
        for (w, units) in self.1.into_iter().zip([&bead.a, &bead.b]) {
            for &unit in units {
                let text = Piece::words(&self.0.text(w, unit), Ink::Plain);
                self.0
                    .labelled(&self.0.name(w, unit), Ink::Strong, &text, out)?;
            }
        }
        self.tied_by(bead, out)?;
        self.unexplained(bead, out)?;
        if self.0.detail == Detail::Weights {
            self.sums(bead, out)?;
        }
        self.instead(bead, out)
    }

    /// What might stand in its place, and how that compares with it.
    pub(super) fn instead(&self, bead: &Reasons, out: &mut Paper<'_>) -> io::Result<()> {
        let stands = bead.score + bead.shape;
        let alone = self.against(bead.unmatched, stands);
        let mut said = Vec::new();
        if let Some(rival) = &bead.rival {
            said = self.rival(rival);
            let compared = self.against(rival.weight, stands);
            if compared == alone {
                between(&mut said);
                said.push(Piece::text("or", Ink::Plain));
            } else {
                said.push(Piece::text(format!("{compared};"), Ink::Plain));
            }
            between(&mut said);
        }
        said.extend(Piece::words(&format!("no counterpart{alone}"), Ink::Plain));
        self.0.labelled("instead", Ink::Margin, &said, out)
    }

    /// The words that tie, the heaviest first.
    pub(super) fn tied_by(&self, bead: &Reasons, out: &mut Paper<'_>) -> io::Result<()> {
        let mut said = Vec::new();
        for (n, tie) in bead.pairs.iter().enumerate() {
            let (a, b) = (self.0.word(self.1[0], tie.a), self.0.word(self.1[1], tie.b));
            let words = match tie.kind {
                WordPairKind::Stem if a == b => a,
                WordPairKind::Stem => format!("{a} = {b}"),
                WordPairKind::Likeness => format!("{a} ~ {b}"),
                WordPairKind::Learned | WordPairKind::Known => format!("{a} ≈ {b}"),
            };
            let weight = self.weight(tie.weight);
            let comma = if n + 1 < bead.pairs.len() { "," } else { "" };
            between(&mut said);
            said.push(Piece::text(words, Ink::Plain));
            said.push(Piece::text(format!("{weight}{comma}"), Ink::Margin));
        }
        if said.is_empty() {
            said = Piece::words("no words", Ink::Plain);
        }
        self.0.labelled("tied by", Ink::Margin, &said, out)
    }

    /// The words that no word of the other text explains.
    pub(super) fn unexplained(&self, bead: &Reasons, out: &mut Paper<'_>) -> io::Result<()> {
        let mut said = Vec::new();
        for (w, tokens) in self.1.into_iter().zip(&bead.alone) {
            if tokens.is_empty() {
                continue;
            }
            if !said.is_empty() {
                said.push(Piece::text(";", Ink::Plain));
                said.push(Piece::Space(Ink::Plain));
            }
            said.push(Piece::text(siglum(self.0.table, w), Ink::Strong));
            for (n, &token) in tokens.iter().enumerate() {
                let comma = if n + 1 < tokens.len() { "," } else { "" };
                said.push(Piece::Space(Ink::Plain));
                said.push(Piece::text(self.0.word(w, token) + comma, Ink::Plain));
            }
        }
        if said.is_empty() {
            return Ok(());
        }
        if self.0.detail == Detail::Weights {
            said.push(Piece::text(";", Ink::Plain));
            said.push(Piece::Space(Ink::Plain));
            said.push(Piece::text(
                format!("{} each", nats(bead.cost)),
                Ink::Margin,
            ));
        }
        self.0.labelled("unexplained", Ink::Margin, &said, out)
    }

    /// How the score is made up, and what the shape costs.
    pub(super) fn sums(&self, bead: &Reasons, out: &mut Paper<'_>) -> io::Result<()> {
        let tied: f64 = bead.pairs.iter().map(|tie| tie.weight).sum();
        let words = bead.alone.iter().map(Vec::len).sum::<usize>() as f64 * bead.cost;
        let parts = [
            ("words that tie", tied),
            ("words unexplained", words),
            ("freedom unknown", bead.null_rate),
            ("length", bead.length),
        ];
        let parts = parts.map(|(name, weight)| format!("{name} {}", nats(weight)));
        let sum = format!("{} = {}", nats(bead.score), parts.join(", "));
        self.0
            .labelled("score", Ink::Margin, &Piece::words(&sum, Ink::Plain), out)?;
        let shape = summary::shape_of(&[bead.a.len(), bead.b.len()]);
        let stands = format!(
            "{shape} {}, together {}; confidence {:.2}",
            nats(bead.shape),
            nats(bead.score + bead.shape),
            bead.confidence
        );
        let stands = Piece::words(&stands, Ink::Plain);
        self.0.labelled("shape", Ink::Margin, &stands, out)
    }

    /// ` +6.7`, where weights are told.
    fn weight(&self, weight: f64) -> String {
        match self.0.detail {
            Detail::Words => String::new(),
            Detail::Weights => format!(" {}", nats(weight)),
        }
    }

    /// How what might stand instead compares with what stands.
    fn against(&self, weight: f64, stands: f64) -> String {
        match (self.0.detail, stands - weight) {
            (Detail::Weights, _) => self.weight(weight),
            (Detail::Words, less) if less <= CLOSE => ": nearly as likely".into(),
            (Detail::Words, less) if less <= FAR => ": less likely".into(),
            (Detail::Words, _) => ": far less likely".into(),
        }
    }

    fn alone(&self, alone: &Alone, out: &mut Paper<'_>) -> io::Result<()> {
        let w = self.1[alone.witness];
        let text = Piece::words(&self.0.text(w, alone.unit), Ink::Plain);
        self.0
            .labelled(&self.0.name(w, alone.unit), Ink::Strong, &text, out)?;
        let said = match &alone.rival {
            Some(rival) => {
                let mut said = self.rival(rival);
                said.push(Piece::text(self.weight(rival.weight), Ink::Plain));
                said
            }
            None => Piece::words(
                "no word that is rare enough stands in the other text",
                Ink::Plain,
            ),
        };
        self.0.labelled("at best", Ink::Margin, &said, out)
    }

    /// `A 3.1 with B 5.2, B 5.3`
    pub(super) fn both(&self, a: &[AlignedIndex], b: &[AlignedIndex]) -> String {
        let names = |w: usize, units: &[AlignedIndex]| -> String {
            let names: Vec<String> = units.iter().map(|&u| self.0.name(w, u)).collect();
            names.join(", ")
        };
        format!("{} with {}", names(self.1[0], a), names(self.1[1], b))
    }

    /// `A 3.1 with B 5.2 “et les ténèbres…”`
    fn rival(&self, rival: &Rival) -> Vec<Piece> {
        let mut said = self.both(&rival.a, &rival.b);
        if let [unit] = rival.b[..] {
            let text = self.0.text(self.1[1], unit);
            let glimpse = cut(&Piece::words(&text, Ink::Plain), GLIMPSE);
            let glimpse: String = glimpse.pieces.into_iter().map(|piece| piece.0).collect();
            said += &format!(" “{glimpse}”");
        }
        Piece::words(&said, Ink::Plain)
    }
}
