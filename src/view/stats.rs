//! The figures of a table, as text for people and as JSON for programs.

mod acquaintance;
mod agreements;
mod json;
mod matrix;
mod sheet;
mod tree;
mod variation;

pub use json::stats_json;

use std::io::{self, Write};

use crate::select::ContentWords;
use crate::table::{AlignmentTable, Overview, Stats, Substitution};
use crate::visible::{Invisible, visible};

use super::ViewOptions;
use super::ink::Ink;
use super::paper::Paper;
use super::wording::{percent_of, siglum};
use super::wrap::Piece;
use sheet::{COUNT, Page, rows};

/// Substitutions shown in the text; the JSON has all.
const MOST_SHOWN: usize = 20;

/// Writes the figures of a table: counts of each witness, how literal the agreement is, the most frequent substitutions with
/// their rows; of two witnesses whether rare words tell that one knew the other; of more who is like whom, how much they vary and
/// who agrees with whom. `overview` is that of the table.
///
/// # Errors
/// When the writer fails.
pub fn stats(
    table: &AlignmentTable,
    overview: &Overview,
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page {
        out: Paper::new(out, options.colours),
        width: options.width,
        table,
    };
    let stats = table.stats();
    page.counts(&stats)?;
    page.agreement(&stats)?;
    page.facts()?;
    page.substitutions(&stats.substitutions)?;
    let words = ContentWords::new(table);
    let is_content = |w, token| words.is_content(w, token);
    match table.witnesses.len() {
        0 | 1 => Ok(()),
        2 => acquaintance::write(&mut page, &is_content),
        _ => {
            let tree = table.likeness_tree(overview);
            matrix::write(&mut page, overview, &tree)?;
            tree::write(&mut page, &tree)?;
            variation::write(&mut page, &table.variation(&is_content))?;
            agreements::write(&mut page, &table.agreements(), &is_content)
        }
    }
}

impl Page<'_, '_> {
    /// What each witness has.
    fn counts(&mut self, stats: &Stats) -> io::Result<()> {
        let wide = self.longest();
        writeln!(
            self.out,
            "{:wide$}  {:>10}  {:>9}  {:>9}  {:>9}",
            "", "paragraphs", "sentences", "words", "types"
        )?;
        for (n, w) in stats.witnesses.iter().enumerate() {
            let mut line = self.named(n);
            line.push(
                &format!(
                    "  {:>10}  {:>9}  {:>9}  {:>9}",
                    w.paragraphs, w.sentences, w.words, w.types
                ),
                Ink::Plain,
            );
            self.line(line)?;
        }
        Ok(())
    }

    fn agreement(&mut self, stats: &Stats) -> io::Result<()> {
        let agreement = &stats.agreement;
        let pairs = match self.table.witnesses.len() {
            0..=2 => "",
            _ => ", every two taken together",
        };
        self.heading(&format!(
            "{} of the words that stand in beads are the same word there{pairs}",
            percent_of(agreement.literal())
        ))?;
        for (count, what) in [
            (agreement.same, "the same word"),
            (agreement.form, "another form, or a word of the family"),
            (agreement.wording, "other words"),
            (agreement.alone, "nothing"),
            (agreement.moved, "of all these, in another order"),
        ] {
            writeln!(self.out, "{count:>COUNT$}  {what}")?;
        }
        Ok(())
    }

    fn facts(&mut self) -> io::Result<()> {
        let summary = self.table.summary();
        if !summary.facts.is_empty() {
            self.heading(match self.table.witnesses.len() {
                0..=2 => "facts that differ, and those that one text alone has",
                _ => "facts that differ, and those that some leave out",
            })?;
        }
        for (kind, all) in &summary.facts {
            let differ = summary.contradictions.get(kind).copied().unwrap_or(0);
            let alone = all - differ;
            writeln!(
                self.out,
                "{differ:>COUNT$}  {alone:>COUNT$}  {}",
                kind.name()
            )?;
        }
        Ok(())
    }

    fn substitutions(&mut self, substitutions: &[Substitution]) -> io::Result<()> {
        let many = self.table.witnesses.len() > 2;
        if !substitutions.is_empty() {
            let base = siglum(self.table, self.table.base);
            self.heading(&match many {
                true => format!("most frequent substitutions for words of {base}, and their rows"),
                false => "most frequent substitutions, and their rows".to_owned(),
            })?;
        }
        for s in substitutions.iter().take(MOST_SHOWN) {
            let (a, b) = (
                visible(&s.a, Invisible::LeftOut),
                visible(&s.b, Invisible::LeftOut),
            );
            let mut pieces = Piece::words(&format!("{a} -> {b}"), Ink::Plain);
            if many {
                pieces.push(Piece::Space(Ink::Plain));
                pieces.push(Piece::text(" ", Ink::Plain));
                pieces.push(Piece::text(self.group(&s.witnesses), Ink::Strong));
            }
            pieces.push(Piece::Space(Ink::Plain));
            pieces.push(Piece::text(" ", Ink::Plain));
            pieces.extend(rows(&s.rows));
            self.item(&[s.count], pieces)?;
        }
        self.more(substitutions.len(), MOST_SHOWN)
    }
}
