//! Inline: one running text, that of the first witness, with the readings of the others where they differ.

use std::io::{self, Write};

use rustc_hash::FxHashMap;

use crate::class::Class;
use crate::table::{AlignmentTable, Link, Row, RowKind, spelled};
use crate::witness::{TokenIndex, UnitIndex};

use super::ViewOptions;
use super::cell::{Block, PARAGRAPH, adjoin, begins_paragraph};
use super::content::Content;
use super::ink::Ink;
use super::items::{Whose, items};
use super::paper::Paper;
use super::prose::ellipsis;
use super::signs::{FORM, MOVED, Mark, ONLY, Sign, WORDING};
use super::stacked::Page;
use super::wording::siglum;
use super::wrap::Piece;
use crate::visible::{Invisible, visible};

/// What stands between a reading of the first witness and that of another.
const READS: &str = "→";
/// What stands before words that the first witness alone has.
const OMITTED: &str = "-";
/// What stands before words that another witness has and the first has not.
const ADDED: &str = "+";

pub(super) fn write(
    table: &AlignmentTable,
    options: &ViewOptions,
    out: &mut Paper<'_>,
) -> io::Result<()> {
    let content = Content::new(table, options);
    let page = Page::new(table, options.width);
    page.header(table, out)?;
    let cells = |row: &Row| {
        if !is_merged(row) {
            return (Whose::Each, content.columns(row));
        }
        let mut cells = vec![Vec::new(); row.cells.len()];
        cells[0] = Running::new(&content, row).blocks();
        (Whose::Nobody, cells)
    };
    for (n, item) in items(&content, cells).enumerate() {
        if n == 0 || item.paragraph {
            writeln!(out)?;
        }
        page.item(&item, out)?;
    }
    Ok(())
}

/// Whether a row is shown as one text: a bead whose words are linked.
fn is_merged(row: &Row) -> bool {
    row.kind == RowKind::Bead && !row.links.is_empty()
}

/// A bead as one text: that of the first witness which has it.
struct Running<'a> {
    content: &'a Content<'a>,
    row: &'a Row,
    base: usize,
    /// The mark of each link.
    marks: Vec<Mark>,
    /// For each token of the base its link.
    links: FxHashMap<TokenIndex, usize>,
    /// For tokens of the base (`None`: the beginning) the links after them that have words of others only.
    added: FxHashMap<Option<TokenIndex>, Vec<usize>>,
    pieces: Vec<Piece>,
}

/// What tokens have in common that are written as one: their mark, and their link where it has a reading of its own.
type Group = (Mark, Option<usize>);

impl<'a> Running<'a> {
    fn new(content: &'a Content<'a>, row: &'a Row) -> Self {
        let base = row.cells.iter().position(|c| !c.is_empty()).unwrap_or(0);
        let mut running = Self {
            content,
            row,
            base,
            marks: content.marker.links(row),
            links: FxHashMap::default(),
            added: FxHashMap::default(),
            pieces: Vec::new(),
        };
        let mut before = None;
        for (n, link) in row.links.iter().enumerate() {
            if let Some(&last) = link.tokens[base].last() {
                running
                    .links
                    .extend(link.tokens[base].iter().map(|&t| (t, n)));
                before = Some(last);
            } else if running.marks[n].sign.is_some() {
                running.added.entry(before).or_default().push(n);
            }
        }
        running
    }

    fn blocks(mut self) -> Vec<Block> {
        let prose = self.content.prose(self.base);
        let begins = |u: &UnitIndex| begins_paragraph(prose.witness, *u);
        // Each token with the unit it stands in.
        let tokens: Vec<(TokenIndex, UnitIndex)> = self.row.cells[self.base]
            .iter()
            .flat_map(|&u| prose.witness.unit(u).tokens.indices().map(move |t| (t, u)))
            .collect();
        self.insert(None);
        let mut before: Option<(TokenIndex, UnitIndex)> = None;
        let groups = tokens.chunk_by(|&(t, u), &(next, unit)| {
            u == unit && self.group(t) == self.group(next) && !self.added.contains_key(&Some(t))
        });
        let groups: Vec<Vec<(TokenIndex, UnitIndex)>> = groups.map(<[_]>::to_vec).collect();
        for (n, group) in groups.iter().enumerate() {
            let (first, unit) = group[0];
            let neighbours = [n.checked_sub(1).map(|n| &groups[n]), groups.get(n + 1)];
            let touches = neighbours
                .into_iter()
                .flatten()
                .any(|other| self.touch(group, other));
            match before {
                None => {}
                Some((_, of)) if !adjoin(prose.witness, of, unit) => ellipsis(&mut self.pieces),
                Some((last, of)) if of == unit || !begins(&unit) => {
                    prose.between(last, first, Ink::Plain, &mut self.pieces);
                }
                Some(_) => {
                    self.pieces.push(Piece::Space(Ink::Plain));
                    self.pieces.push(Piece::text(PARAGRAPH, Ink::Margin));
                    self.pieces.push(Piece::Space(Ink::Plain));
                }
            }
            before = group.last().copied();
            let group: Vec<TokenIndex> = group.iter().map(|&(t, _)| t).collect();
            self.write(&group, touches);
            self.insert(group.last().copied());
        }
        let paragraph = self.row.cells[self.base].first().is_some_and(begins);
        vec![Block {
            lead: paragraph.then_some((PARAGRAPH, Ink::Margin)),
            pieces: self.pieces,
            one_line: false,
        }]
    }

    fn group(&self, token: TokenIndex) -> Group {
        let Some(&link) = self.links.get(&token) else {
            return (Mark::default(), None);
        };
        let mark = self.marks[link];
        let reading = mark.sign.is_some_and(|sign| sign != Sign::Only);
        (mark, reading.then_some(link))
    }

    /// Whether two groups have readings in one colour, and nothing between them that would part them.
    fn touch(&self, x: &[(TokenIndex, UnitIndex)], y: &[(TokenIndex, UnitIndex)]) -> bool {
        let (before, after) = if x[0] < y[0] { (x, y) } else { (y, x) };
        let (last, first) = (before[before.len() - 1].0, after[0].0);
        let hue = |token| {
            let (mark, link) = self.group(token);
            link.and(mark.ink(Ink::Plain).look().hue)
        };
        self.content.marker.touching
            && last.is_before(first)
            && !self.added.contains_key(&Some(last))
            && hue(last).is_some()
            && hue(last) == hue(first)
    }

    /// Writes tokens of one group, with the readings of the others after the last of their link; between signs where it
    /// touches another.
    fn write(&mut self, tokens: &[TokenIndex], touches: bool) {
        let (mark, link) = self.group(tokens[0]);
        let signed = mark.signed || touches;
        let sign = |text: &str, ink| signed.then(|| Piece::text(text, ink));
        if mark.moved {
            self.pieces.extend(sign(MOVED.0, Ink::MovedSign));
        }
        let prose = self.content.prose(self.base);
        let ink = mark.ink(Ink::Plain);
        match (mark.sign, link.map(|n| &self.row.links[n])) {
            (None, _) => prose.tokens(tokens, ink, &mut self.pieces),
            (Some(_), None) => {
                let ink = if signed { ink } else { Ink::Omitted };
                let opened = format!("{}{OMITTED}", ONLY.0);
                self.pieces.extend(sign(&opened, Ink::OnlySign));
                prose.tokens(tokens, ink, &mut self.pieces);
                self.pieces.extend(sign(ONLY.1, Ink::OnlySign));
            }
            (Some(kind), Some(link)) => {
                let (form, colour) = match kind {
                    Sign::Form => (FORM, Ink::FormSign),
                    _ => ("", Ink::WordingSign),
                };
                self.pieces
                    .extend(sign(&format!("{form}{}", WORDING.0), colour));
                self.reading(self.base, tokens, link, ink);
                if link.tokens[self.base].last() == tokens.last() {
                    self.pieces.push(Piece::text(format!(" {READS}"), colour));
                    self.readings(link, ink);
                }
                self.pieces.extend(sign(WORDING.1, colour));
            }
        }
        if mark.moved {
            self.pieces.extend(sign(MOVED.1, Ink::MovedSign));
        }
    }

    /// Writes what the other witnesses have for a link; with their sigla where there are several.
    fn readings(&mut self, link: &Link, ink: Ink) {
        let several = link.tokens.len() > 2;
        let mut comma = false;
        for (w, tokens) in link.tokens.iter().enumerate() {
            if w == self.base || self.row.cells[w].is_empty() {
                continue;
            }
            if comma {
                self.pieces.push(Piece::text(",", Ink::Margin));
            }
            comma = true;
            self.pieces.push(Piece::Space(ink));
            if several {
                self.pieces
                    .push(Piece::text(siglum(self.content.table, w), Ink::Strong));
                self.pieces.push(Piece::text(" ", ink));
            }
            if tokens.is_empty() {
                self.pieces.push(Piece::text("–", Ink::Margin));
            } else {
                self.reading(w, tokens, link, ink);
            }
        }
    }

    /// Writes tokens of a link; with the spaces beside them where these are what differs.
    fn reading(&mut self, w: usize, tokens: &[TokenIndex], link: &Link, ink: Ink) {
        if link.class == Class::Same {
            let spelled = |&token| spelled(&self.content.table.witnesses[w], token);
            let text: Vec<String> = tokens.iter().map(spelled).collect();
            let text = visible(&text.concat(), Invisible::SpelledOut).into_owned();
            self.pieces.push(Piece::text(text, ink));
        } else {
            self.content.prose(w).tokens(tokens, ink, &mut self.pieces);
        }
    }

    /// Writes what others alone have after a token of the base, or at the beginning.
    fn insert(&mut self, after: Option<TokenIndex>) {
        let Some(links) = self.added.remove(&after) else {
            return;
        };
        for w in 0..self.content.table.witnesses.len() {
            let mut tokens: Vec<TokenIndex> = links
                .iter()
                .flat_map(|&n| self.row.links[n].tokens[w].iter().copied())
                .collect();
            tokens.sort_unstable();
            for run in tokens.chunk_by(|t, next| t.is_before(*next)) {
                self.addition(w, run, after.is_none());
            }
        }
    }

    /// Writes a run that `w` alone has, with the space that separates it from its neighbour there.
    fn addition(&mut self, w: usize, run: &[TokenIndex], at_start: bool) {
        let prose = self.content.prose(w);
        let (first, last) = (run[0], run[run.len() - 1]);
        if let (false, Some(before)) = (at_start, first.get().checked_sub(1)) {
            prose.between(TokenIndex::new(before), first, Ink::Plain, &mut self.pieces);
        }
        let signed = self.content.marker.everywhere;
        if signed {
            let opened = format!("{}{ADDED}", ONLY.0);
            self.pieces.push(Piece::text(opened, Ink::OnlySign));
        }
        if self.row.cells.len() > 2 {
            self.pieces
                .push(Piece::text(siglum(self.content.table, w), Ink::Strong));
            self.pieces.push(Piece::text(" ", Ink::Only));
        }
        prose.tokens(run, Ink::Only, &mut self.pieces);
        if signed {
            self.pieces.push(Piece::text(ONLY.1, Ink::OnlySign));
        }
        let next = last.get() + 1;
        if at_start && next < prose.witness.tokens.len() {
            prose.between(last, TokenIndex::new(next), Ink::Plain, &mut self.pieces);
        }
    }
}
