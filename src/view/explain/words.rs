//! Why words of a row are linked, or not.

use std::io::{self, Write};

use crate::class::Class;
use crate::explanation::{Tie, TieKind};
use crate::table::{Link, LinkRef, RowRef};
use crate::view::ink::Ink;
use crate::view::paper::Paper;
use crate::view::wording::percent;
use crate::view::wording::siglum;
use crate::view::wrap::Piece;
use crate::visible::{Invisible, visible};
use crate::witness::TokenIndex;

use super::Detail;
use super::sheet::{Sheet, between};

/// Most pairs of words that are told of one link.
const MOST_PAIRS: usize = 3;
/// Most other words that are told of one word, and the least weight that they have.
pub(super) const MOST_OTHERS: usize = 4;
pub(super) const LEAST_WEIGHT: f64 = 0.02;

/// The words of a row, and what speaks for their links.
pub(super) struct Words<'t> {
    sheet: Sheet<'t>,
    row: RowRef<'t>,
    reasons: Reasons<'t>,
}

impl<'t> Words<'t> {
    pub(super) fn new(sheet: Sheet<'t>, row: RowRef<'t>, ties: &'t [Tie]) -> Self {
        Self {
            sheet,
            row,
            reasons: Reasons::new(sheet, [0, 1], ties),
        }
    }

    /// Writes the links that show a difference, each with what speaks for it, and the words without a counterpart.
    pub(super) fn links(&self, quiet: &[Class], out: &mut Paper<'_>) -> io::Result<()> {
        let rules = self.sheet.table.rules(quiet);
        let shown: Vec<LinkRef<'_>> = self
            .row
            .links()
            .filter(|link| rules.shows(link) || link.moved)
            .collect();
        if shown.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        for &link in shown.iter().filter(|link| is_whole(link)) {
            let mut said = self.pieces(link);
            said.push(Piece::text(":", Ink::Plain));
            between(&mut said);
            said.extend(Piece::words(&self.reasons(link), Ink::Plain));
            let label = match link.class {
                Class::Same => "moved",
                class => class.name(),
            };
            self.sheet.labelled(label, Ink::Margin, &said, out)?;
        }
        for w in 0..self.row.cells.len() {
            let alone = shown.iter().filter(|link| !is_whole(link));
            let texts: Vec<String> = alone
                .map(|link| shown_text(*link, w))
                .filter(|text| !text.is_empty())
                .collect();
            if !texts.is_empty() {
                let said = Piece::words(&texts.join(", "), Ink::Plain);
                let label = format!("only {}", siglum(self.sheet.table, w));
                self.sheet.labelled(&label, Ink::Margin, &said, out)?;
            }
        }
        Ok(())
    }

    /// Writes why a word is linked as it is, and what else came into question.
    pub(super) fn word(&self, w: usize, token: TokenIndex, out: &mut Paper<'_>) -> io::Result<()> {
        let own = self
            .row
            .links()
            .find(|link| link.tokens[w].contains(&token));
        let label = siglum(self.sheet.table, w);
        let mut said = vec![Piece::text(self.sheet.word(w, token), Ink::Strong)];
        match own.filter(|link| is_whole(link)) {
            Some(link) => {
                said.push(Piece::text(":", Ink::Plain));
                between(&mut said);
                said.extend(self.pieces(link));
                said.push(Piece::text(format!(", {}", link.class), Ink::Plain));
                self.sheet.labelled(&label, Ink::Strong, &said, out)?;
                let reasons = Piece::words(&self.reasons(link), Ink::Plain);
                self.sheet.labelled("because", Ink::Margin, &reasons, out)?;
            }
            None => {
                said.extend(Piece::words(": not linked", Ink::Plain));
                self.sheet.labelled(&label, Ink::Strong, &said, out)?;
            }
        }
        let linked = |other: &Tie| own.is_some_and(|link| has(both(&link), other));
        let others: Vec<&Tie> = self
            .reasons
            .ties
            .iter()
            .copied()
            .filter(|tie| [tie.a, tie.b][w] == token && !linked(tie) && tie.weight >= LEAST_WEIGHT)
            .take(MOST_OTHERS)
            .collect();
        let mut said = Vec::new();
        for (n, tie) in others.iter().enumerate() {
            let there = self.sheet.word(1 - w, [tie.a, tie.b][1 - w]);
            let end = if n + 1 < others.len() { ";" } else { "" };
            let text = format!(
                "{there} ({}{}){end}",
                reason(tie, self.sheet.detail),
                self.elsewhere(tie, w)
            );
            between(&mut said);
            said.extend(Piece::words(&text, Ink::Plain));
        }
        if said.is_empty() {
            said = Piece::words("no other word came into question", Ink::Plain);
        }
        self.sheet.labelled("or else", Ink::Margin, &said, out)
    }

    fn reasons(&self, link: LinkRef<'_>) -> String {
        self.reasons.of(both(&link))
    }

    /// `; linked with face`, of the word of a pair that is not of witness `w`.
    fn elsewhere(&self, tie: &Tie, w: usize) -> String {
        let there = [tie.a, tie.b][1 - w];
        let link = self
            .row
            .links()
            .find(|link| link.tokens[1 - w].contains(&there));
        match link.filter(|link| is_whole(link)) {
            Some(link) => format!("; linked with {}", shown_text(link, w)),
            None => "; not linked".to_owned(),
        }
    }

    /// `sans forme ↔ désolation 61 %`
    fn pieces(&self, link: LinkRef<'_>) -> Vec<Piece> {
        let texts: Vec<String> = (0..link.tokens.len())
            .map(|w| shown_text(link, w))
            .collect();
        let mut pieces = Vec::new();
        for (w, text) in texts.iter().enumerate() {
            if w > 0 {
                pieces.push(Piece::Space(Ink::Plain));
                pieces.push(Piece::text("↔", Ink::Margin));
                pieces.push(Piece::Space(Ink::Plain));
            }
            pieces.extend(Piece::words(text, Ink::Strong));
        }
        let moved = match link.moved && link.class != Class::Same {
            true => ", moved",
            false => "",
        };
        let sure = format!(" {}{moved}", percent(link.probability));
        pieces.push(Piece::text(sure, Ink::Margin));
        pieces
    }
}

/// What speaks for links between the words of two witnesses.
pub(super) struct Reasons<'t> {
    pub(super) sheet: Sheet<'t>,
    /// Their places in the table.
    pub(super) witnesses: [usize; 2],
    /// The heaviest first.
    pub(super) ties: Vec<&'t Tie>,
}

impl<'t> Reasons<'t> {
    pub(super) fn new(sheet: Sheet<'t>, witnesses: [usize; 2], ties: &'t [Tie]) -> Self {
        let mut ties: Vec<&Tie> = ties.iter().collect();
        ties.sort_by(|x, y| y.weight.total_cmp(&x.weight));
        Self {
            sheet,
            witnesses,
            ties,
        }
    }

    /// What speaks for linking some words of each: of one word each side the reason, of more the pairs that cover them.
    pub(super) fn of(&self, words: [&[TokenIndex]; 2]) -> String {
        let inside = self.ties.iter().copied();
        let inside: Vec<&Tie> = inside.filter(|tie| has(words, tie)).collect();
        let single = words.iter().all(|tokens| tokens.len() == 1);
        if let (true, [tie]) = (single, &inside[..]) {
            return reason(tie, self.sheet.detail);
        }
        let mut covered: Vec<TokenIndex> = Vec::new();
        let mut covered_there: Vec<TokenIndex> = Vec::new();
        let mut parts = Vec::new();
        for tie in inside {
            if covered.contains(&tie.a) || covered_there.contains(&tie.b) {
                continue;
            }
            covered.push(tie.a);
            covered_there.push(tie.b);
            if parts.len() < MOST_PAIRS {
                let [a, b] = self.witnesses;
                let (a, b) = (self.sheet.word(a, tie.a), self.sheet.word(b, tie.b));
                let pair = if a == b { a } else { format!("{a} – {b}") };
                parts.push(format!("{pair} {}", reason(tie, self.sheet.detail)));
            }
        }
        match parts.is_empty() {
            true => "left over in one place".to_owned(),
            false => parts.join("; "),
        }
    }
}

/// What speaks for a pair.
pub(super) fn reason(tie: &Tie, detail: Detail) -> String {
    let held = match tie.held {
        [true, true] => "between words that correspond",
        [true, false] => "after words that correspond",
        [false, true] => "before words that correspond",
        [false, false] => "by its place alone",
    };
    let mut said = match tie.kind {
        TieKind::Same => "the same word".to_owned(),
        TieKind::Form => "forms of one word".to_owned(),
        TieKind::Alike => "spelled alike".to_owned(),
        TieKind::Synonyms => "synonyms of the program".to_owned(),
        TieKind::Lexicon => "in a lexicon or a thesaurus".to_owned(),
        TieKind::Learned(1) => "learned from these texts, linked once in them".to_owned(),
        TieKind::Learned(times) => {
            format!("learned from these texts, linked {times} times in them")
        }
        TieKind::Phrase => "as parts of a phrase".to_owned(),
        TieKind::Place => held.to_owned(),
    };
    if detail == Detail::Weights {
        if tie.kind != TieKind::Place && tie.held != [false, false] {
            said += &format!(", {held}");
        }
        said += &format!(", {}", percent(tie.weight));
    }
    said
}

/// Whether a link has words of every witness.
fn is_whole(link: &LinkRef<'_>) -> bool {
    link.tokens.iter().all(|tokens| !tokens.is_empty())
}

/// The words of the two witnesses of a link.
fn both(link: &Link) -> [&[TokenIndex]; 2] {
    [0, 1].map(|w| link.tokens.get(w).map_or(&[][..], |own| own))
}

/// Whether both words of a pair are among these.
pub(super) fn has(words: [&[TokenIndex]; 2], tie: &Tie) -> bool {
    words[0].contains(&tie.a) && words[1].contains(&tie.b)
}

/// The words of a witness in a link, safe to show.
pub(super) fn shown_text(link: LinkRef<'_>, w: usize) -> String {
    let text = link.text(w);
    let words: Vec<&str> = text.split_whitespace().collect();
    visible(&words.join(" "), Invisible::LeftOut).into_owned()
}
