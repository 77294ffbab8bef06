//! Inline: one running text, that of the first witness, with the readings of the others where they differ.

use std::io::{self, Write};

use rustc_hash::FxHashMap;

use crate::class::Class;
use crate::table::{Link, Row, RowKind, spelled};
use crate::witness::{TokenIndex, TokenKind, UnitIndex};

use super::cell::{Block, PARAGRAPH, adjoin, begins_paragraph};
use super::content::Content;
use super::ink::Ink;
use super::items::{Whose, items};
use super::paper::Paper;
use super::prose::ellipsis;
use super::signs::{FORM, MOVED, Mark, ONLY, Sign, WORDING};
use super::stacked::Page;
use super::wording::sigla;
use super::wrap::Piece;
use crate::visible::{Invisible, visible};

/// What stands between a reading of the first witness and that of another.
const READS: &str = "→";
/// What stands before words that the first witness alone has.
const OMITTED: &str = "-";
/// What stands before words that another witness has and the first has not.
const ADDED: &str = "+";

pub(super) fn write(content: &Content<'_>, out: &mut Paper<'_>) -> io::Result<()> {
    let (table, options) = (content.table, content.options);
    let page = Page::new(table, options.width);
    page.header(table, out)?;
    let cells = |row: &Row| {
        if !is_merged(row) {
            return (Whose::Each, content.columns(row));
        }
        let mut cells = vec![Vec::new(); row.cells.len()];
        let leads = content.leads(row);
        let text = |base: usize| Running::new(content, row, base).blocks();
        if let [base] = leads[..] {
            cells[0] = text(base);
            return (Whose::Nobody, cells);
        }
        leads.iter().for_each(|&base| cells[base] = text(base));
        (Whose::Each, cells)
    };
    for (n, item) in items(content, cells).enumerate() {
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

/// A bead as one text: that of the first witness which has it, with what those read that are compared with it.
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
    fn new(content: &'a Content<'a>, row: &'a Row, base: usize) -> Self {
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
        let own = |(_, link): &(usize, &Link)| content.tells(row, link, base);
        for (n, link) in row.links.iter().enumerate().filter(own) {
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
        let shade = |ink| if mark.faint { Ink::Faint } else { ink };
        let sign = |text: &str, ink| signed.then(|| Piece::text(text, shade(ink)));
        if mark.moved {
            self.pieces.extend(sign(MOVED.0, Ink::MovedSign));
        }
        let prose = self.content.prose(self.base);
        let ink = mark.ink(Ink::Plain);
        match (mark.sign, link) {
            (None, _) => prose.tokens(tokens, ink, &mut self.pieces),
            (Some(_), None) => {
                let ink = if signed { ink } else { Ink::Omitted };
                let opened = format!("{}{OMITTED}", ONLY.0);
                self.pieces.extend(sign(&opened, Ink::OnlySign));
                prose.tokens(tokens, ink, &mut self.pieces);
                self.pieces.extend(sign(ONLY.1, Ink::OnlySign));
            }
            (Some(kind), Some(n)) => {
                let link = &self.row.links[n];
                let (form, colour) = match kind {
                    kind if kind.is_form() => (FORM, Ink::FormSign),
                    kind => ("", kind.brackets().map_or(Ink::WordingSign, |b| b.2)),
                };
                self.pieces
                    .extend(sign(&format!("{form}{}", WORDING.0), colour));
                self.reading(self.base, tokens, link, ink);
                let told = link.tokens[self.base].last() == tokens.last();
                if told {
                    self.pieces
                        .push(Piece::text(format!(" {READS}"), shade(colour)));
                    self.readings(n, ink);
                }
                self.pieces.extend(sign(WORDING.1, colour));
                if told && self.would_join(link, tokens.last().copied()) {
                    self.pieces.push(Piece::Space(Ink::Plain));
                }
            }
        }
        if mark.moved {
            self.pieces.extend(sign(MOVED.1, Ink::MovedSign));
        }
    }

    /// Writes what the other witnesses have for a link; of several each reading with the sigla of those that have it.
    fn readings(&mut self, n: usize, ink: Ink) {
        let link = &self.row.links[n];
        if link.tokens.len() <= 2 {
            let others = (0..link.tokens.len()).filter(|&w| w != self.base);
            for w in others.filter(|&w| self.row.has(w)).collect::<Vec<_>>() {
                self.pieces.push(Piece::Space(ink));
                self.words(w, link, ink);
            }
            return;
        }
        let Some(agreement) = self.content.marker.agreement else {
            return;
        };
        let readings = agreement.readings(self.row, link);
        let base = self.base;
        let others = readings.iter().filter(|r| !r.has(base));
        for (at, reading) in others.enumerate() {
            if at > 0 {
                self.pieces.push(Piece::text(" ·", Ink::Margin));
            }
            self.pieces.push(Piece::Space(ink));
            self.words(reading.first(), link, ink);
            self.pieces.push(Piece::text(" ", ink));
            self.pieces
                .extend(sigla(self.content.table, &reading.witnesses));
        }
    }

    /// Writes the words of a witness in a link.
    fn words(&mut self, w: usize, link: &Link, ink: Ink) {
        match link.tokens[w].is_empty() {
            true => self.pieces.push(Piece::text("–", Ink::Margin)),
            false => self.reading(w, &link.tokens[w], link, ink),
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
        // Witnesses that add the same words do it once.
        let mut added: Vec<(Vec<&str>, Vec<usize>)> = Vec::new();
        for (w, witness) in self.content.table.witnesses.iter().enumerate() {
            let tokens = self.added_by(w, &links);
            let words: Vec<&str> = tokens.iter().map(|&t| witness.token_text(t)).collect();
            match added.iter_mut().find(|(known, _)| *known == words) {
                Some((_, who)) => who.push(w),
                None => added.push((words, vec![w])),
            }
        }
        for (_, who) in added {
            let tokens = self.added_by(who[0], &links);
            for run in tokens.chunk_by(|t, next| t.is_before(*next)) {
                let mut own = links
                    .iter()
                    .map(|&n| (n, &self.row.links[n].tokens[who[0]]));
                let loud = own.any(|(n, tokens)| {
                    !self.marks[n].faint && tokens.iter().any(|t| run.contains(t))
                });
                self.addition(&who, run, (after, !loud));
            }
        }
    }

    /// Whether the words that another has for a link would be one with what stands behind the link in the base.
    fn would_join(&self, link: &Link, last: Option<TokenIndex>) -> bool {
        let stands_apart = |w: usize| {
            let (witness, tokens) = (self.content.prose(w).witness, &link.tokens[w]);
            let last = tokens.last().map(|&token| witness.token(token).span.end);
            let behind = last.and_then(|end| witness.text[end as usize..].chars().next());
            w != self.base && behind.is_some_and(char::is_whitespace)
        };
        self.adjoins_word(last) && (0..link.tokens.len()).any(stands_apart)
    }

    /// Whether a word stands right behind a token of the base, which is no mark.
    fn adjoins_word(&self, token: Option<TokenIndex>) -> bool {
        let witness = self.content.prose(self.base).witness;
        let next = token.and_then(|token| witness.tokens.get(token.get() + 1));
        let end = token.map(|token| witness.token(token).span.end);
        next.is_some_and(|next| next.kind != TokenKind::Punctuation && Some(next.span.start) == end)
    }

    fn added_by(&self, w: usize, links: &[usize]) -> Vec<TokenIndex> {
        let tokens = links.iter().flat_map(|&n| &self.row.links[n].tokens[w]);
        let mut tokens: Vec<TokenIndex> = tokens.copied().collect();
        tokens.sort_unstable();
        tokens
    }

    /// Writes a run that some alone have, with the space that separates it from its neighbour there; faintly where it merely
    /// follows another difference.
    fn addition(
        &mut self,
        who: &[usize],
        run: &[TokenIndex],
        (after, faint): (Option<TokenIndex>, bool),
    ) {
        let at_start = after.is_none();
        let w = who[0];
        let prose = self.content.prose(w);
        let (first, last) = (run[0], run[run.len() - 1]);
        let many = self.row.cells.len() > 2;
        if many && !at_start {
            self.pieces.push(Piece::Space(Ink::Plain));
        } else if let (false, Some(before)) = (at_start, first.get().checked_sub(1)) {
            prose.between(TokenIndex::new(before), first, Ink::Plain, &mut self.pieces);
        }
        let marker = &self.content.marker;
        let signed = marker.everywhere || faint && marker.may_sign;
        let [ink, sign] = match faint {
            true => [Ink::Faint; 2],
            false => [Ink::Only, Ink::OnlySign],
        };
        if signed {
            let opened = format!("{}{ADDED}", ONLY.0);
            self.pieces.push(Piece::text(opened, sign));
        }
        if many {
            self.pieces.extend(sigla(self.content.table, who));
            self.pieces.push(Piece::text(" ", ink));
        }
        prose.tokens(run, ink, &mut self.pieces);
        if signed {
            self.pieces.push(Piece::text(ONLY.1, sign));
        }
        let next = last.get() + 1;
        if self.adjoins_word(after) {
            // It would be one word with what follows.
            self.pieces.push(Piece::Space(Ink::Plain));
        } else if many && at_start {
            self.pieces.push(Piece::Space(Ink::Plain));
        } else if at_start && next < prose.witness.tokens.len() {
            prose.between(last, TokenIndex::new(next), Ink::Plain, &mut self.pieces);
        }
    }
}
