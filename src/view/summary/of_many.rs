//! What the summary says of more than two witnesses: who holds what of whom, who stands together, who has moved what.

use std::collections::BTreeMap;

use crate::table::{AlignmentTable, Overview, Summary};
use crate::view::ink::Ink;
use crate::view::notes::said;
use crate::view::wording::{counted, only, percent_of, siglum, unbroken};
use crate::view::wrap::Piece;

/// Witnesses above which it is not said of each other one how much it holds, but of the nearest and the farthest.
const FEW: usize = 5;
/// Groups of witnesses that are named; rarer ones are counted together.
const GROUPS: usize = 4;
/// Contradictions that are spelled out.
const FACTS: usize = 3;

/// `of A: 66 % in B, 26 % in C, 21 % in both`, a line a witness, and how much each has alone.
pub(super) fn lines(
    table: &AlignmentTable,
    overview: &Overview,
    summary: &Summary,
) -> Vec<Vec<Piece>> {
    let count = table.witnesses.len();
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for w in 0..count {
        let mut others: Vec<(usize, Option<f64>)> = (0..count)
            .filter(|&other| other != w)
            .map(|other| (other, overview.held[w][other]))
            .collect();
        if count > FEW {
            let siglum = |w: usize| &table.witnesses[w].siglum;
            others.sort_by(|x, y| {
                (y.1.unwrap_or(0.0).total_cmp(&x.1.unwrap_or(0.0)))
                    .then_with(|| siglum(x.0).cmp(siglum(y.0)))
            });
            others.drain(1..others.len() - 1);
        }
        let shares = others
            .iter()
            .map(|&(other, share)| (share, format!(" in {},", siglum(table, other))));
        let all = if count == 3 { " in both" } else { " in all" };
        let shares = shares.chain([(overview.held_by_all[w], all.to_owned())]);
        let mut line = Piece::words(&format!("of {}:", siglum(table, w)), Ink::Plain);
        for (share, place) in shares {
            line.push(Piece::Space(Ink::Plain));
            line.push(Piece::text(percent_of(share), Ink::Strong));
            line.push(Piece::text(place, Ink::Plain));
        }
        lines.push(line);
    }
    let only = only(table, summary);
    if !only.is_empty() {
        lines.push(unbroken(&only));
    }
    lines
}

/// `5 rows of all, 4 of A B, 1 of B C; moved: 1 in C`
pub(super) fn matched(table: &AlignmentTable, summary: &Summary) -> String {
    let mut groups: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for (shape, count) in &summary.shapes {
        let present = (0..shape.len()).filter(|&w| shape[w] > 0).collect();
        *groups.entry(present).or_default() += count;
    }
    let all = table.witnesses.len();
    let mut groups: Vec<(Vec<usize>, usize)> = groups.into_iter().collect();
    groups.sort_by_key(|(who, count)| (who.len() != all, std::cmp::Reverse(*count), who.clone()));
    let rest: usize = groups.iter().skip(GROUPS).map(|(_, count)| count).sum();
    let mut parts: Vec<String> = Vec::new();
    for (who, count) in groups.iter().take(GROUPS) {
        let names: Vec<String> = who.iter().map(|&w| siglum(table, w)).collect();
        let names = match who.len() == all {
            true => "all".to_owned(),
            false => names.join(" "),
        };
        let what = match parts.is_empty() {
            true => counted(*count, "row"),
            false => count.to_string(),
        };
        parts.push(format!("{what} of {names}"));
    }
    if parts.is_empty() {
        parts.push("no row of several".to_owned());
    }
    if rest > 0 {
        parts.push(format!("{rest} of others"));
    }
    let moved = (0..all).filter_map(|w| {
        let rows = table.rows.iter();
        let moved = rows.filter(|row| row.moved_to_in(w, table.base).is_some());
        let count = moved.count();
        (count > 0).then(|| format!("{count} moved in {}", siglum(table, w)))
    });
    parts.extend(moved);
    parts.join(", ")
}

/// `row 3 number 1972 A B, 1973 C`, the first contradictions.
pub(super) fn facts(table: &AlignmentTable) -> Vec<String> {
    let contradictions = table.facts.iter().filter(|fact| fact.is_contradiction());
    let told = contradictions.take(FACTS).map(|fact| {
        let said = said(table, fact).into_iter().map(|(text, who)| {
            let who: Vec<String> = who.iter().map(|&w| siglum(table, w)).collect();
            format!("{text} {}", who.join(" "))
        });
        let said: Vec<String> = said.collect();
        format!("row {} {}", fact.row, said.join(", "))
    });
    told.collect()
}

/// `4 quotations: 2 of A in B, 2 of B in C`, between whom.
pub(super) fn quotations(table: &AlignmentTable) -> Option<String> {
    let mut pairs: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for quotation in &table.quotations {
        let mut who: Vec<usize> = quotation.passages.iter().map(|p| p.witness).collect();
        who.sort_unstable();
        *pairs.entry(who).or_default() += 1;
    }
    if pairs.is_empty() {
        return None;
    }
    let named = pairs.iter().take(GROUPS).map(|(who, count)| {
        let names: Vec<String> = who.iter().map(|&w| siglum(table, w)).collect();
        format!("{count} {}", names.join("–"))
    });
    let named: Vec<String> = named.collect();
    let rest: usize = pairs.values().skip(GROUPS).sum();
    let rest = match rest {
        0 => String::new(),
        rest => format!(", {rest} others"),
    };
    let all = counted(table.quotations.len(), "quotation");
    Some(format!("{all}: {}{rest}", named.join(", ")))
}
