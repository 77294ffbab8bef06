//! The texts of all witnesses cut into the same pieces, for the formats that carry whole texts in one order.
//!
//! Joining what a witness has in every piece gives its text back, byte for byte. What keeps the order in all witnesses
//! (beads that have not moved, links inside them) stands in one piece; the rest stands alone, where its witness has it.
//!
//! The formats that mark differences write the readings of the pieces, in which a difference that does not count is none:
//! there the others have what the base has, or the first of those that have anything. So these give the base back byte for
//! byte, and the others up to what does not count.

mod space;

use crate::class::Class;
use crate::export::runs::Runs;
use crate::export::unlinked::PassedOver;
use crate::table::{AlignmentTable, Link, Row, RowKind, RowNumber, Rules, Seen};
use crate::witness::{Span, TokenIndex, Witness, composed};

use space::{End, own_space, shared_space, take};

/// What every witness has at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// For each witness its part of the text; empty where it has nothing.
    pub spans: Vec<Span>,
    /// For each witness the one whose part is written for it: its own where the difference counts.
    readings: Vec<usize>,
    /// The row whose bead it stands in; between beads there is none.
    pub row: Option<RowNumber>,
    /// The class of the link it comes from, if it comes from one.
    pub class: Option<Class>,
}

impl Piece {
    /// What is written for a witness.
    pub(super) fn reading<'a>(&self, witnesses: &'a [Witness], witness: usize) -> &'a str {
        let of = self.readings[witness];
        witnesses[of].slice(self.spans[of])
    }

    /// Whether the same is written for all.
    pub(super) fn agreed(&self, witnesses: &[Witness]) -> bool {
        let mut texts = (0..witnesses.len()).map(|w| self.reading(witnesses, w));
        let first = texts.next();
        texts.all(|text| Some(text) == first)
    }

    /// The class that a difference is called by. Of more than two witnesses, words that some have and all of them the same are no
    /// difference of a class.
    pub(super) fn named_class(&self, witnesses: &[Witness]) -> Option<Class> {
        self.class
            .filter(|&class| class != Class::Same || witnesses.len() < 3)
    }

    /// The witnesses for which the same is written, group by group, in the order of their first.
    pub(super) fn groups(&self, witnesses: &[Witness]) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for w in 0..witnesses.len() {
            let text = self.reading(witnesses, w);
            match groups
                .iter_mut()
                .find(|group| self.reading(witnesses, group[0]) == text)
            {
                Some(group) => group.push(w),
                None => groups.push(vec![w]),
            }
        }
        groups
    }
}

/// The pieces of a table, in order; `rules` say what counts.
pub(super) fn pieces(table: &AlignmentTable, rules: Rules<'_>) -> Vec<Piece> {
    let mut cutter = Cutter::new(table, rules);
    let mut beads: Vec<&Row> = table
        .rows
        .iter()
        // Of more than two witnesses, those that have it elsewhere are left out of it.
        .filter(|row| row.kind == RowKind::Bead && !(row.moved && row.places.is_empty()))
        .collect();
    beads.sort_by_key(|row| row.number);
    let runs = Runs::new(table);
    for row in beads {
        let mut extent = extent(table, &runs, row);
        cutter.leave_behind(&mut extent);
        if are_several(&extent) {
            cutter.between_beads(&extent);
            cutter.bead(row, &extent);
        }
    }
    let end: Vec<_> = table
        .witnesses
        .iter()
        .map(|w| Some(Span::new(w.text.len(), w.text.len())))
        .collect();
    cutter.between_beads(&end);
    let mut pieces = cutter.pieces;
    keep_words_apart(&table.witnesses, &mut pieces);
    pieces
}

/// The pieces in which nobody differs from those who have anything, joined with their neighbours of the same witnesses: words
/// that two of three have are one piece. Of two witnesses nothing is joined.
pub(super) fn joined(witnesses: &[Witness], pieces: Vec<Piece>) -> Vec<Piece> {
    if witnesses.len() < 3 {
        return pieces;
    }
    // Who has something, where all of these have what one of them has.
    let agreeing = |piece: &Piece| -> Option<Vec<usize>> {
        let has = |&w: &usize| !piece.spans[w].is_empty();
        let present: Vec<usize> = (0..witnesses.len()).filter(has).collect();
        let own = witnesses[*present.first()?].slice(piece.spans[present[0]]);
        let same = |&w: &usize| piece.reading(witnesses, w) == own;
        (present.len() > 1 && present.iter().all(same)).then_some(present)
    };
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut last: Option<Vec<usize>> = None;
    for piece in pieces {
        let present = agreeing(&piece);
        match (out.last_mut(), &present) {
            (Some(before), Some(group)) if present == last && before.row == piece.row => {
                for (span, next) in before.spans.iter_mut().zip(&piece.spans) {
                    span.end = next.end;
                }
                group.iter().for_each(|&w| before.readings[w] = group[0]);
                before.class = None;
            }
            _ => out.push(piece),
        }
        last = present;
    }
    out
}

/// White space that some witnesses alone have belongs to the difference beside it, if there is one: without it `de
/// convenir` would be given back as `deconvenir` where it stands for `d’approuver`.
fn keep_words_apart(witnesses: &[Witness], pieces: &mut [Piece]) {
    let differs: Vec<bool> = pieces.iter().map(|p| !p.agreed(witnesses)).collect();
    for (n, piece) in pieces.iter_mut().enumerate() {
        let beside = n > 0 && differs[n - 1] || differs.get(n + 1) == Some(&true);
        let mut texts = witnesses.iter().zip(&piece.spans).map(|(w, &s)| w.slice(s));
        let some_lack = piece.spans.iter().any(|span| span.is_empty());
        if beside && some_lack && texts.all(|text| text.trim().is_empty()) {
            piece.readings = (0..witnesses.len()).collect();
        }
    }
}

/// For each witness a stretch of its text, if it has one.
type Places = Vec<Option<Span>>;

/// A link with the places of its words.
struct Placed<'l> {
    words: Places,
    link: &'l Link,
}

/// From the first unit of a bead's run to its last, of each witness that has it where the table has it.
fn extent(table: &AlignmentTable, runs: &Runs, row: &Row) -> Places {
    let cells = table.witnesses.iter().zip(&row.cells).enumerate();
    cells
        .map(|(w, (witness, units))| {
            if row.moved_to_in(w, table.base).is_some() {
                return None;
            }
            let run = runs.of(w, units)?;
            let span = |unit: usize| witness.units()[unit].span;
            whole(Some(span(run.start)), Some(span(run.end - 1)))
        })
        .collect()
}

/// The words of a link that stand inside `extent`, if at least two witnesses have some; of each witness whose words are
/// neighbours, and where the base has them.
fn words(table: &AlignmentTable, link: &Link, extent: &[Option<Span>]) -> Option<Places> {
    let sides = table.witnesses.iter().zip(&link.tokens).zip(extent);
    let places = sides.enumerate().map(|(w, ((witness, tokens), place))| {
        if link.is_moved_in(w, table.base) || !are_neighbours(tokens) {
            return None;
        }
        let span = |t: &TokenIndex| witness.token(*t).span;
        let words = whole(tokens.first().map(span), tokens.last().map(span))?;
        let place = (*place)?;
        (place.start <= words.start && words.end <= place.end).then_some(words)
    });
    let places: Places = places.collect();
    are_several(&places).then_some(places)
}

fn are_neighbours(tokens: &[TokenIndex]) -> bool {
    tokens.windows(2).all(|pair| pair[0].is_before(pair[1]))
}

/// Whether more than one witness has a place.
fn are_several(places: &[Option<Span>]) -> bool {
    places.iter().flatten().count() > 1
}

fn whole(first: Option<Span>, last: Option<Span>) -> Option<Span> {
    Some(Span {
        start: first?.start,
        end: last?.end,
    })
}

/// How many links back one is looked for that a link can follow. Words that have moved are marked so and not among
/// them, so the next few are enough, and the cost stays linear in a bead of any length.
const REACH: usize = 64;

/// The heaviest chain of links that keeps the order of all witnesses; the weight is in characters that all have.
fn in_order<'l>(witnesses: &[Witness], links: Vec<Placed<'l>>) -> Vec<Placed<'l>> {
    let follows = |later: &Places, earlier: &Places| {
        later.iter().zip(earlier).all(|pair| match pair {
            (Some(later), Some(earlier)) => earlier.end <= later.start,
            _ => true,
        })
    };
    // For each link the weight of the heaviest chain that ends with it, and the link before it there.
    let mut chains: Vec<(usize, Option<usize>)> = Vec::with_capacity(links.len());
    for (i, link) in links.iter().enumerate() {
        let before = (i.saturating_sub(REACH)..i)
            .filter(|&j| follows(&link.words, &links[j].words))
            .max_by_key(|&j| (chains[j].0, j));
        let weight = before.map_or(0, |j| chains[j].0) + weight(witnesses, &link.words);
        chains.push((weight, before));
    }
    let mut at = (0..links.len()).max_by_key(|&i| chains[i].0);
    let mut keep = vec![false; links.len()];
    while let Some(i) = at {
        keep[i] = true;
        at = chains[i].1;
    }
    let kept = links.into_iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(link, _)| link).collect()
}

/// The characters of a link if all its witnesses have the same, or else 1: less than any word that stays.
fn weight(witnesses: &[Witness], places: &Places) -> usize {
    let mut texts = witnesses
        .iter()
        .zip(places)
        .filter_map(|(w, span)| Some(w.slice((*span)?)));
    let first = texts.next().unwrap_or_default();
    if texts.all(|text| text == first) {
        1 + first.chars().count()
    } else {
        1
    }
}

/// The parts of a stretch: white space that all begin with, the middle, white space that all end with.
struct Parts {
    /// The same in all, byte for byte.
    leading: Places,
    /// Other white space in some; nothing where that counts.
    leading_space: Places,
    middle: Places,
    trailing_space: Places,
    trailing: Places,
}

struct Cutter<'a> {
    table: &'a AlignmentTable,
    rules: Rules<'a>,
    passed_over: PassedOver<'a>,
    /// How far each text has been cut, in bytes.
    at: Vec<u32>,
    pieces: Vec<Piece>,
    /// The row of the bead that is being cut.
    row: Option<&'a Row>,
}

impl<'a> Cutter<'a> {
    fn new(table: &'a AlignmentTable, rules: Rules<'a>) -> Self {
        Self {
            table,
            rules,
            passed_over: PassedOver::new(table, rules),
            at: vec![0; table.witnesses.len()],
            pieces: Vec::new(),
            row: None,
        }
    }

    /// Takes out of these places those that have been cut already.
    fn leave_behind(&self, places: &mut [Option<Span>]) {
        for (place, &at) in places.iter_mut().zip(&self.at) {
            *place = place.filter(|span| at <= span.start);
        }
    }

    /// The pieces of a bead, which stands at these places.
    fn bead(&mut self, row: &'a Row, extent: &[Option<Span>]) {
        let witnesses = &self.table.witnesses;
        self.row = Some(row);
        let links = row.links.iter().filter_map(|link| {
            let words = words(self.table, link, extent)?;
            Some(Placed { words, link })
        });
        for Placed { mut words, link } in in_order(witnesses, links.collect()) {
            // With more than two witnesses a link may follow the one before it and still not one of the others.
            self.leave_behind(&mut words);
            if are_several(&words) {
                self.gap(&words);
                let readings = self.readings(row, link, &words);
                self.push(words, readings, Some(link.class));
            }
        }
        let end: Places = extent
            .iter()
            .map(|span| span.map(|s| Span { start: s.end, ..s }))
            .collect();
        self.gap(&end);
        self.row = None;
    }

    /// What is written for each witness where every difference counts: its own.
    fn own(&self) -> Vec<usize> {
        (0..self.table.witnesses.len()).collect()
    }

    /// What is written for each witness where no difference counts: what the base has, or else the first that has anything, for
    /// all that have.
    fn shared(&self, places: &[Option<Span>]) -> Vec<usize> {
        let mut readings = self.own();
        self.unite(&mut readings, places, &self.own());
        readings
    }

    /// What is written for each witness at the words of a link.
    fn readings(&self, row: &Row, link: &Link, places: &[Option<Span>]) -> Vec<usize> {
        let mut readings = self.own();
        for group in self
            .rules
            .readings(row, link, self.table.base, Seen::Counting)
        {
            self.unite(&mut readings, places, &group.witnesses);
        }
        // Where no class that is ignored parts them, they may have other white space between them.
        if self.rules.white_space_counts() {
            for (w, of) in readings.iter_mut().enumerate() {
                let class = link.class_between(*of, w);
                if !self.table.ignored.contains(&class) {
                    *of = w;
                }
            }
        }
        readings
    }

    /// Lets one of these witnesses speak for all of them that have a place.
    fn unite(&self, readings: &mut [usize], places: &[Option<Span>], group: &[usize]) {
        let base = self.table.base;
        let has = |w: &usize| places[*w].is_some();
        let speaker = match group.contains(&base) && has(&base) {
            true => Some(base),
            false => group.iter().copied().find(has),
        };
        if let Some(speaker) = speaker {
            let all = group.iter().copied().filter(has);
            all.for_each(|w| readings[w] = speaker);
        }
    }

    /// A piece of these places, right after the last; one without text is none.
    fn push(&mut self, places: Places, readings: Vec<usize>, class: Option<Class>) {
        let spans: Vec<Span> = places
            .into_iter()
            .zip(&mut self.at)
            .map(|(span, at)| {
                let start = *at;
                *at = span.map_or(start, |span| span.end);
                Span { start, end: *at }
            })
            .collect();
        if spans.iter().all(|span| span.is_empty()) {
            return;
        }
        self.pieces.push(Piece {
            readings,
            spans,
            row: self.row.map(|row| row.number),
            class,
        });
    }

    /// What stands before these places inside a bead: the white space that all have at its ends, and what differs.
    fn gap(&mut self, places: &[Option<Span>]) {
        let parts = self.parts(places);
        let readings = match self.passed_over.holds(&parts.middle) {
            true => self.shared(&parts.middle),
            false => self.own(),
        };
        self.push_parts(parts, |cutter, middle| {
            cutter.push(middle, readings, None);
        });
    }

    /// What stands before these places between beads: each witness's text in a piece of its own, unless all say the same.
    fn between_beads(&mut self, places: &[Option<Span>]) {
        let parts = self.parts(places);
        self.push_parts(parts, |cutter, middle| {
            if cutter.say_the_same(&middle) {
                let readings = match cutter.rules.white_space_counts() {
                    true => cutter.own(),
                    false => cutter.shared(&middle),
                };
                cutter.push(middle, readings, None);
                return;
            }
            for n in 0..middle.len() {
                let mut alone = vec![None; middle.len()];
                alone[n] = middle[n];
                let own = cutter.own();
                cutter.push(alone, own, None);
            }
        });
    }

    fn push_parts(&mut self, parts: Parts, middle: impl FnOnce(&mut Self, Places)) {
        let shared = |cutter: &mut Self, places: Places| {
            let readings = cutter.shared(&places);
            cutter.push(places, readings, None);
        };
        shared(self, parts.leading);
        shared(self, parts.leading_space);
        middle(self, parts.middle);
        shared(self, parts.trailing_space);
        shared(self, parts.trailing);
    }

    /// Whether the texts at these places differ in white space, and in how letters are composed, at most.
    fn say_the_same(&self, places: &[Option<Span>]) -> bool {
        let text = |(w, span): (&'a Witness, &Option<Span>)| {
            composed(span.map_or("", |span| w.slice(span)).into())
        };
        let mut texts = self.table.witnesses.iter().zip(places).map(text);
        let Some(first) = texts.next() else {
            return true;
        };
        texts.all(|text| text.split_whitespace().eq(first.split_whitespace()))
    }

    /// The parts of what stands between the last piece and these places.
    fn parts(&self, places: &[Option<Span>]) -> Parts {
        let mut rest: Places = places
            .iter()
            .zip(&self.at)
            .map(|(span, &start)| {
                span.map(|span| Span {
                    start,
                    end: span.start,
                })
            })
            .collect();
        let witnesses = &self.table.witnesses;
        let shared = |texts: &[&str], end| vec![shared_space(texts, end); texts.len()];
        let own = |texts: &[&str], end| own_space(texts, end);
        let leading = take(witnesses, &mut rest, End::Start, shared);
        let trailing = take(witnesses, &mut rest, End::Stop, shared);
        let nothing = |texts: &[&str], _| vec![0; texts.len()];
        let [leading_space, trailing_space] = [End::Start, End::Stop].map(|end| {
            if self.rules.white_space_counts() {
                take(witnesses, &mut rest, end, nothing)
            } else {
                take(witnesses, &mut rest, end, own)
            }
        });
        Parts {
            leading,
            leading_space,
            middle: rest,
            trailing_space,
            trailing,
        }
    }
}
