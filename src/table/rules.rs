//! The two rules of differences: what counts, and what shows.
//!
//! A difference *counts* unless its class is ignored, or it is white space alone. It *shows* if it counts and is not
//! quiet; of quiet marks those at the end of a sentence show that say another thing (`.` against `?`). That words stand in
//! another order is no class: it counts whatever is ignored.

use crate::class::Class;
use crate::table::{AlignmentTable, Link, Row, RowKind, force, spacing};
use crate::witness::{TokenIndex, TokenKind, Witness};

/// Which differences of a table count, and which of those show.
///
/// Ignored classes do not count; quiet ones count and do not show. With [`Class::Typographic`] go differences of
/// punctuation alone.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    witnesses: &'a [Witness],
    ignored: &'a [Class],
    quiet: &'a [Class],
}

impl AlignmentTable {
    /// The rules of this table, where `quiet` classes are not shown.
    pub fn rules<'a>(&'a self, quiet: &'a [Class]) -> Rules<'a> {
        Rules::new(&self.witnesses, &self.ignored, quiet)
    }

    /// Whether the words of a link differ, in a class that is not ignored.
    pub fn counts(&self, link: &Link) -> bool {
        self.rules(&[]).counts(link)
    }
}

impl<'a> Rules<'a> {
    /// The rules for links between tokens of these witnesses.
    pub fn new(witnesses: &'a [Witness], ignored: &'a [Class], quiet: &'a [Class]) -> Self {
        Self {
            witnesses,
            ignored,
            quiet,
        }
    }

    /// Whether the words of a link differ, in a class that is not ignored.
    pub fn counts(self, link: &Link) -> bool {
        link.class != Class::Same && !self.belongs(link, self.ignored)
    }

    /// Whether the words of a link differ, in a class that is neither ignored nor quiet; a mark that [tells](Self::tells) is
    /// not quiet. Where white space counts, other spaces beside the same words show as well.
    pub fn shows(self, link: &Link) -> bool {
        if self.counts(link) {
            return !self.belongs(link, self.quiet) || self.tells(link);
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

    /// Whether a row shows no difference: its units render each other where they stand, and their words, which are linked,
    /// show none.
    pub fn agrees(self, row: &Row) -> bool {
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
        if all == 0 {
            1.0
        } else {
            same as f64 / all as f64
        }
    }

    /// Whether a word or a number of any witness stands in the link, and not punctuation alone.
    pub fn has_words(self, link: &Link) -> bool {
        self.words(link).next().is_some()
    }

    /// Whether the class of a link is among these, to which differences of punctuation alone belong with the typographic
    /// ones.
    fn belongs(self, link: &Link, classes: &[Class]) -> bool {
        classes.contains(&link.class)
            || classes.contains(&Class::Typographic) && !self.has_words(link)
    }

    /// The words and numbers of a link, in all witnesses.
    fn words<'l>(self, link: &'l Link) -> impl Iterator<Item = TokenIndex> + 'l
    where
        'a: 'l,
    {
        let sides = link.tokens.iter().zip(self.witnesses);
        sides.flat_map(|(tokens, witness)| {
            let is_word = |t: &TokenIndex| witness.token(*t).kind != TokenKind::Punctuation;
            tokens.iter().copied().filter(is_word)
        })
    }
}
