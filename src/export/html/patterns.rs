//! What the witnesses are to each other at a link, so that the page can tell of any of them how it differs from any other.
//!
//! Of two a letter says it. Of more a table would be as long as there are pairs; but those that read the same stand to all
//! others alike, and most links of a table are as another was. So a pattern is told once, in the row where it first stands, and
//! later by its number.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::class::Class;
use crate::table::{Link, Row, Rules, Seen};

use super::letters::{UNCOMPARED, class_letter, letter};

/// What the witnesses are to each other at a link.
#[derive(Serialize, Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Pattern {
    /// For each witness the group that it belongs to, from 0 in the order of their first; −1 where it takes no part.
    g: Vec<i16>,
    /// A letter for every two groups: of the first with the second, with the third, …, of the second with the third, ….
    #[serde(skip_serializing_if = "String::is_empty")]
    c: String,
    /// The witnesses that have the words in another order than the base.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    m: Vec<usize>,
}

impl Pattern {
    pub(super) fn new(rules: Rules<'_>, row: &Row, link: &Link, base: usize) -> Self {
        let present = rules.told_of(row, link);
        let count = row.cells.len();
        let mut letters = vec![letter(Class::Same); count * count];
        // Where all say the same there is nothing to find out.
        let differs = link.variation.is_some() || rules.counts(link);
        for &one in present.iter().filter(|_| differs) {
            for &other in &present {
                if !rules.compares(one, other) {
                    letters[one * count + other] = UNCOMPARED;
                } else if rules.parts(link, one, other, Seen::Counting) {
                    let class = link.class_between(one, other);
                    letters[one * count + other] = class_letter(rules, link, class);
                }
            }
        }
        let between = |one: usize, other: usize| letters[one * count + other];
        let alike = |one: usize, other: usize| {
            between(one, other) == letter(Class::Same)
                && present
                    .iter()
                    .all(|&w| between(one, w) == between(other, w))
        };
        let mut groups = vec![-1; count];
        let mut firsts: Vec<usize> = Vec::new();
        for &w in &present {
            let group = firsts.iter().position(|&first| alike(first, w));
            groups[w] = group.unwrap_or(firsts.len()) as i16;
            if group.is_none() {
                firsts.push(w);
            }
        }
        let pairs = firsts.iter().enumerate().flat_map(|(n, &one)| {
            let others = firsts[n + 1..].iter();
            others.map(move |&other| between(one, other))
        });
        Self {
            g: groups,
            c: pairs.collect(),
            m: (0..count)
                .filter(|&w| link.moved && link.is_moved_in(w, base))
                .collect(),
        }
    }

    /// Whether all read the same.
    pub(super) fn agrees(&self) -> bool {
        self.g.iter().all(|&group| group <= 0)
    }

    /// Whether words side by side in it are shown as one: all have them, or some have them and the others nothing.
    pub(super) fn may_go_on(&self) -> bool {
        let one = [Class::Same, Class::Omission, Class::Addition].map(letter);
        self.c.chars().all(|c| one.contains(&c))
    }
}

/// The patterns told so far, by their numbers.
#[derive(Default)]
pub(super) struct Patterns(FxHashMap<Pattern, usize>);

impl Patterns {
    /// The number of a pattern, and the pattern itself where it has not been told.
    pub(super) fn number(&mut self, pattern: &Pattern) -> (usize, Option<Pattern>) {
        let next = self.0.len();
        if let Some(&number) = self.0.get(pattern) {
            return (number, None);
        }
        self.0.insert(pattern.clone(), next);
        (next, Some(pattern.clone()))
    }
}
