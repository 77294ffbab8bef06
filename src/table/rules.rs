//! The two rules of differences: what counts, and what shows.
//!
//! A difference *counts* unless its class is ignored, or it is white space alone. It *shows* if it counts and is not
//! quiet; of quiet marks those at the end of a sentence show that say another thing (`.` against `?`). That words stand in
//! another order is no class: it counts whatever is ignored.

use crate::class::Class;
use crate::table::sum::sum_in_any_order;
use crate::table::{AlignmentTable, Link, Row, RowKind, force, spacing};
use crate::witness::{TokenIndex, TokenKind, Witness};

/// Which differences of a table count, and which of those show.
///
/// Ignored classes do not count; quiet ones count and do not show. With [`Class::Typographic`] go differences of
/// punctuation alone.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    pub(super) witnesses: &'a [Witness],
    /// The pairs of witnesses whose words are not compared.
    pub(super) uncompared: &'a [[usize; 2]],
    ignored: &'a [Class],
    quiet: &'a [Class],
}

/// Which differences part readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// All that count.
    Counting,
    /// Those that show.
    Showing,
}

impl AlignmentTable {
    /// The rules of this table, where `quiet` classes are not shown.
    pub fn rules<'a>(&'a self, quiet: &'a [Class]) -> Rules<'a> {
        Rules {
            quiet,
            ..Rules::between(&self.witnesses, &self.uncompared, &self.ignored)
        }
    }

    /// Whether the words of a link differ, in a class that is not ignored.
    pub fn counts(&self, link: &Link) -> bool {
        self.rules(&[]).counts(link)
    }
}

impl<'a> Rules<'a> {
    /// The rules for links between tokens of these witnesses, whose words are all compared.
    pub fn new(witnesses: &'a [Witness], ignored: &'a [Class], quiet: &'a [Class]) -> Self {
        Self {
            witnesses,
            uncompared: &[],
            ignored,
            quiet,
        }
    }

    /// The rules for links between tokens of these witnesses, of which some pairs are not compared; nothing is quiet.
    pub(crate) fn between(
        witnesses: &'a [Witness],
        uncompared: &'a [[usize; 2]],
        ignored: &'a [Class],
    ) -> Self {
        Self {
            uncompared,
            ..Self::new(witnesses, ignored, &[])
        }
    }

    /// Whether the words of a link differ, in a class that is not ignored.
    pub fn counts(self, link: &Link) -> bool {
        link.classes().any(|class| self.class_counts(link, class))
    }

    /// Whether the words of a link differ, in a class that is neither ignored nor quiet; a mark that [tells](Self::tells) is
    /// not quiet. Where white space counts, other spaces beside the same words show as well.
    pub fn shows(self, link: &Link) -> bool {
        if self.counts(link) {
            return link.classes().any(|class| self.class_shows(link, class)) || self.tells(link);
        }
        self.is_spaced_otherwise(link)
    }

    /// Whether a link of marks alone says something: where a sentence ends, one text asks, exclaims or leaves something unsaid,
    /// and the other does not.
    pub fn tells(self, link: &Link) -> bool {
        self.counts(link) && !self.has_words(link) && force::differs(self.witnesses, link)
    }

    /// Whether white space counts and is all that differs in a link: the spaces beside its words (`Viens-tu ?`,
    /// `Viens-tu?`). Where a line is wrapped says nothing.
    pub fn is_spaced_otherwise(self, link: &Link) -> bool {
        self.white_space_counts()
            && link.class == Class::Same
            && !link.moved
            && spacing::differs(self.witnesses, link)
    }

    /// Whether differences of white space alone count: only where typographic ones are to be shown as well.
    pub fn white_space_counts(self) -> bool {
        ![self.ignored, self.quiet]
            .iter()
            .any(|classes| classes.contains(&Class::Typographic))
    }

    /// Whether all say the same in a row: it [shows no difference](Self::shows_none), and the words of all are compared.
    pub fn agrees(self, row: &Row) -> bool {
        self.compares_all(row) && self.shows_none(row)
    }

    /// Whether a row shows no difference: its units render each other where they stand, and their words, which are linked,
    /// show none.
    pub fn shows_none(self, row: &Row) -> bool {
        let differs = |link: &Link| link.moved || self.shows(link);
        let mut cells = row.cells.iter().zip(self.witnesses);
        let has_tokens =
            cells.any(|(units, witness)| units.iter().any(|&u| !witness.unit(u).tokens.is_empty()));
        row.kind == RowKind::Bead
            && !row.moved
            && row.links.is_empty() != has_tokens
            && !row.links.iter().any(differs)
    }

    /// The share of the words and numbers in these links whose link shows no difference that counts, in `[0, 1]`; 1 where
    /// there are none. How words are printed never lowers it.
    pub fn similarity(self, links: &[Link]) -> f64 {
        let (mut same, mut all) = (0_usize, 0_usize);
        for link in links {
            let words = self.words(link).count();
            all += words;
            if !self.counts(link) || link.class == Class::Typographic {
                same += words;
            }
        }
        share(same, all)
    }

    /// [`similarity`](Self::similarity) of the witnesses of a row: of more than two the mean over every two that stand in it and
    /// are compared; `None` where there are none.
    pub fn mean_similarity(self, row: &Row) -> Option<f64> {
        let present: Vec<usize> = row.present().collect();
        let pairs = present.iter().enumerate().flat_map(|(n, &one)| {
            let others = present[n + 1..].iter();
            others.filter_map(move |&other| self.similarity_between(&row.links, one, other))
        });
        let pairs: Vec<f64> = pairs.collect();
        match pairs.len() {
            0 => None,
            count => Some(sum_in_any_order(pairs) / count as f64),
        }
    }

    /// [`similarity`](Self::similarity) of two witnesses, in links of more; `None` where their words are not compared.
    pub fn similarity_between(self, links: &[Link], one: usize, other: usize) -> Option<f64> {
        let (same, all) = self.same_between(links, one, other)?;
        Some(share(same, all))
    }

    /// How many words and numbers of two witnesses stand in these links without a difference that counts, and how many in all;
    /// `None` where their words are not compared.
    pub(super) fn same_between(
        self,
        links: &[Link],
        one: usize,
        other: usize,
    ) -> Option<(usize, usize)> {
        if !self.compares(one, other) {
            return None;
        }
        let (mut same, mut all) = (0_usize, 0_usize);
        for link in links {
            let words = self.words_of(link, one).count() + self.words_of(link, other).count();
            let class = link.class_between(one, other);
            all += words;
            if !self.class_counts(link, class) || class == Class::Typographic {
                same += words;
            }
        }
        Some((same, all))
    }

    /// Whether a word or a number of any witness stands in the link, and not punctuation alone.
    pub fn has_words(self, link: &Link) -> bool {
        self.words(link).next().is_some()
    }

    /// Whether what two witnesses say is not the same: a difference parts them, or their words are not compared.
    pub fn parts(self, link: &Link, one: usize, other: usize, seen: Seen) -> bool {
        !self.compares(one, other) || self.class_parts(link, link.class_between(one, other), seen)
    }

    /// Whether a difference of this class, which a link has, parts those between whom it stands.
    pub(super) fn class_parts(self, link: &Link, class: Class, seen: Seen) -> bool {
        match seen {
            Seen::Counting => self.class_counts(link, class),
            Seen::Showing => {
                self.class_shows(link, class) || class != Class::Same && self.tells(link)
            }
        }
    }

    pub(super) fn class_counts(self, link: &Link, class: Class) -> bool {
        class != Class::Same && !self.belongs(link, class, self.ignored)
    }

    fn class_shows(self, link: &Link, class: Class) -> bool {
        self.class_counts(link, class) && !self.belongs(link, class, self.quiet)
    }

    /// Whether a class that a link has is among these, to which differences of punctuation alone belong with the typographic
    /// ones.
    fn belongs(self, link: &Link, class: Class, classes: &[Class]) -> bool {
        classes.contains(&class) || classes.contains(&Class::Typographic) && !self.has_words(link)
    }

    /// The words and numbers of a link, in all witnesses.
    fn words<'l>(self, link: &'l Link) -> impl Iterator<Item = TokenIndex> + 'l
    where
        'a: 'l,
    {
        (0..link.tokens.len()).flat_map(move |w| self.words_of(link, w))
    }

    /// The words and numbers that one witness has in a link.
    fn words_of<'l>(self, link: &'l Link, w: usize) -> impl Iterator<Item = TokenIndex> + 'l
    where
        'a: 'l,
    {
        let witness = &self.witnesses[w];
        let is_word = |t: &TokenIndex| witness.token(*t).kind != TokenKind::Punctuation;
        link.tokens[w].iter().copied().filter(is_word)
    }
}

/// A share; `None` of nothing at all.
pub(super) fn part_of(part: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| part as f64 / all as f64)
}

/// A share, where nothing at all is all of it.
pub(super) fn share(part: usize, all: usize) -> f64 {
    part_of(part, all).unwrap_or(1.0)
}
