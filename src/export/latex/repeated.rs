//! The lemmata that stand several times in a paragraph, which reledmac numbers where they come to stand in one line.
//!
//! It has to be told of each place where the words stand, of a lemma or not, and these places can only be nested in each other and in
//! what entries are about. Lemmata that would cross another thing somewhere are not numbered.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::apparatus::Annotated;
use crate::export::tex::escape;
use crate::witness::{Span, TokenIndex, TokenKind, TokenRange, Witness};

/// The places of repeated words: what holds others before them.
pub(super) struct Repeated(Vec<Span>);

impl Repeated {
    /// In these units, which are a paragraph of the base.
    pub(super) fn new(base: &Witness, units: &[Annotated]) -> Self {
        // In each unit what entries are about, and then the repeated words as well.
        let mut taken: Vec<Vec<Span>> = Vec::with_capacity(units.len());
        let mut lemmata: Vec<Vec<TokenIndex>> = Vec::new();
        for unit in units {
            let entries = unit.entries.iter();
            taken.push(
                entries
                    .clone()
                    .filter_map(|entry| entry.place(base, unit.unit))
                    .collect(),
            );
            lemmata.extend(entries.filter_map(|entry| words(base, &entry.lemma)));
        }
        let mut found: Vec<Span> = Vec::new();
        let mut by_text = places(base, units, &lemmata);
        for lemma in &lemmata {
            // Those that were looked at are gone.
            let Some(places) = by_text.remove(&text(base, lemma)) else {
                continue;
            };
            let crosses = |&(unit, place): &(usize, Span)| {
                let own = places.iter().filter(|(of, _)| *of == unit);
                let mut others = own.map(|(_, own)| own).chain(&taken[unit]);
                others.any(|other| cross(place, *other))
            };
            let is_plain = |&(_, place): &(usize, Span)| is_plain(base, place, places[0].1);
            if places.len() > 1 && places.iter().all(is_plain) && !places.iter().any(crosses) {
                for (unit, place) in places {
                    taken[unit].push(place);
                    found.push(place);
                }
            }
        }
        found.sort_unstable_by_key(|place| (place.start, Reverse(place.end)));
        Self(found)
    }

    /// All of them in a stretch.
    pub(super) fn inside(&self, span: Span) -> &[Span] {
        let from = self.0.partition_point(|place| place.start < span.start);
        let to = self.0.partition_point(|place| place.start < span.end);
        &self.0[from..to]
    }

    /// The place of a lemma, but for marks at its ends, if it is one of them.
    pub(super) fn place(&self, base: &Witness, lemma: &[TokenIndex]) -> Option<Span> {
        let place = hull(base, &words(base, lemma)?);
        self.0.contains(&place).then_some(place)
    }
}

/// From the first to the last of some tokens.
pub(super) fn hull(witness: &Witness, tokens: &[TokenIndex]) -> Span {
    let span = |t: &TokenIndex| witness.token(*t).span;
    Span {
        start: tokens.first().map_or(0, |t| span(t).start),
        end: tokens.last().map_or(0, |t| span(t).end),
    }
}

/// A lemma from its first word to its last; `None` where it has none, or where other words stand between.
fn words(base: &Witness, lemma: &[TokenIndex]) -> Option<Vec<TokenIndex>> {
    let is_word = |t: &TokenIndex| base.token(*t).kind != TokenKind::Punctuation;
    let (first, last) = (
        lemma.iter().position(is_word)?,
        lemma.iter().rposition(is_word)?,
    );
    let words = &lemma[first..=last];
    let follow = words.windows(2).all(|pair| pair[0].is_before(pair[1]));
    follow.then(|| words.to_vec())
}

fn text<'a>(base: &'a Witness, tokens: &[TokenIndex]) -> Vec<&'a str> {
    tokens.iter().map(|&t| base.token_text(t)).collect()
}

/// Where the words of each lemma stand, in the order of the text, each with the place of its unit among these.
fn places<'a>(
    base: &'a Witness,
    units: &[Annotated],
    lemmata: &[Vec<TokenIndex>],
) -> FxHashMap<Vec<&'a str>, Vec<(usize, Span)>> {
    let mut places: FxHashMap<Vec<&str>, Vec<(usize, Span)>> = FxHashMap::default();
    places.extend(lemmata.iter().map(|lemma| (text(base, lemma), Vec::new())));
    let mut lengths: Vec<usize> = lemmata.iter().map(Vec::len).collect();
    lengths.sort_unstable();
    lengths.dedup();
    for (n, unit) in units.iter().enumerate() {
        let TokenRange { start, end } = base.unit(unit.unit).tokens;
        let own: Vec<TokenIndex> = (start..end).map(TokenIndex).collect();
        for &length in &lengths {
            for words in own.windows(length) {
                if let Some(places) = places.get_mut(&text(base, words)) {
                    places.push((n, hull(base, words)));
                }
            }
        }
    }
    places
}

/// Whether words are to TeX, where it looks for the same, what they are: without commands, and as `first` has them.
fn is_plain(base: &Witness, place: Span, first: Span) -> bool {
    let set = escape(base.slice(place));
    let bare: Vec<&str> = base.slice(place).split_ascii_whitespace().collect();
    set == bare.join(" ") && set == escape(base.slice(first))
}

/// Whether two stretches have something in common, and each something that the other has not.
fn cross(one: Span, other: Span) -> bool {
    let (first, second) = match (one.start, Reverse(one.end)) <= (other.start, Reverse(other.end)) {
        true => (one, other),
        false => (other, one),
    };
    second.start < first.end && first.end < second.end
}
