//! Who says what of a fact, among more than two witnesses.
//!
//! A fact is told between the base and those that say otherwise; whoever reads as one of them says the same.

use crate::format::note::who_says_what;
use crate::table::{AlignmentTable, Fact, Row, Rules, Seen};
use crate::witness::TokenIndex;

/// What the witnesses of a row say of a fact.
pub(super) struct Sayings {
    /// Each saying with those that say so, increasing; no words of those that leave it out.
    pub(super) said: Vec<(String, Vec<usize>)>,
    /// For each witness the first of the words that say it.
    pub(super) firsts: Vec<Option<TokenIndex>>,
}

impl Sayings {
    pub(super) fn new(table: &AlignmentTable, rules: Rules<'_>, row: &Row, fact: &Fact) -> Self {
        let mut said = who_says_what(&table.witnesses, fact);
        let mut firsts: Vec<Option<TokenIndex>> =
            fact.tokens.iter().map(|t| t.first().copied()).collect();
        let others = row.present().filter(|w| !fact.witnesses.contains(w));
        let others: Vec<usize> = others.collect();
        for (_, who) in &mut said {
            let Some((w, first)) = who.iter().find_map(|&w| Some((w, firsts[w]?))) else {
                continue;
            };
            let mut links = row.links.iter();
            let Some(link) = links.find(|link| link.tokens[w].contains(&first)) else {
                continue;
            };
            for &other in &others {
                if !rules.parts(link, w, other, Seen::Counting) && firsts[other].is_none() {
                    firsts[other] = link.tokens[other].first().copied();
                    who.push(other);
                }
            }
            who.sort_unstable();
        }
        Self { said, firsts }
    }
}
