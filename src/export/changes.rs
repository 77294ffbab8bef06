//! The differences inside a row, in a line for people: `majeurs → principaux; + (SII)`.

use crate::class::Class;
use crate::table::{AlignmentTable, Link, Row, Rules, Seen, spelled};
use crate::witness::{Span, TokenIndex, Witness};

/// The differences of a row, in its order, joined by `; `.
///
/// `a → b` is a substitution, `− a` stands in the first witness only, `+ b` in the other only, and `⇄` marks words that
/// stand elsewhere in the other (`⇄ a` when they are the same there, `a ⇄ b` otherwise). Neighbouring words without a
/// counterpart make one difference, and so do those of a phrase that moved. Links of a `quiet` class are left out; differences of punctuation alone are as quiet
/// as typographic ones. Where spaces alone differ they are spelled out: `␣? → ?`.
///
/// With more than two witnesses a difference lists its readings, each with the sigla of those that stand in the row, first that
/// of the base: `majeurs A | principaux B C | − D`; `⇄ B C` behind it names those that have the words elsewhere.
pub fn changes(table: &AlignmentTable, row: &Row, quiet: &[Class]) -> String {
    let witnesses = &table.witnesses[..];
    let rules = table.rules(quiet);
    let mut out = String::new();
    for run in row.links.chunk_by(Link::continues_in) {
        // One word among marks shows them as well: `+ (SII)`.
        if run.iter().any(|link| link.moved || rules.shows(link)) {
            let spaced = run.iter().any(|link| rules.is_spaced_otherwise(link));
            if !out.is_empty() {
                out.push_str("; ");
            }
            let reading: Said = match spaced {
                true => spelled_reading,
                false => reading,
            };
            match witnesses {
                [a, b] => out.push_str(&between_two(reading(a, 0, run), reading(b, 1, run), run)),
                _ => out.push_str(&readings(table, rules, (row, run), spaced)),
            }
        }
    }
    out
}

fn between_two(x: String, y: String, run: &[Link]) -> String {
    let moved = run[0].moved;
    match (x.as_str(), y.as_str()) {
        (x, "") => format!("− {x}"),
        ("", y) => format!("+ {y}"),
        (x, y) if moved && x == y => format!("⇄ {x}"),
        (x, y) if moved => format!("{x} ⇄ {y}"),
        (x, y) => format!("{x} → {y}"),
    }
}

/// What a witness has in a run of links.
type Said = fn(&Witness, usize, &[Link]) -> String;

fn readings(
    table: &AlignmentTable,
    rules: Rules<'_>,
    (row, run): (&Row, &[Link]),
    spaced: bool,
) -> String {
    let siglum = |w: &usize| table.witnesses[*w].siglum.0.as_str();
    let sigla = |of: &[usize]| of.iter().map(siglum).collect::<Vec<_>>().join(" ");
    let text = |w: usize| match spaced {
        true => spelled_reading(&table.witnesses[w], w, run),
        false => reading(&table.witnesses[w], w, run),
    };
    let mut groups = rules.groups(row, run, table.base, Seen::Showing);
    if spaced {
        groups = by_text(groups.concat(), text);
    }
    let readings: Vec<String> = groups
        .iter()
        .map(|group| match text(speaker(group, table.base)) {
            nothing if nothing.is_empty() => format!("− {}", sigla(group)),
            text => format!("{text} {}", sigla(group)),
        })
        .collect();
    let readings = readings.join(" | ");
    let moved: Vec<usize> = row
        .present()
        .filter(|&w| run[0].is_moved_in(w, table.base))
        .collect();
    match moved[..] {
        [] => readings,
        _ => format!("{readings} ⇄ {}", sigla(&moved)),
    }
}

/// The witness whose words stand for those that read the same: the base, or the first.
pub(super) fn speaker(group: &[usize], base: usize) -> usize {
    match group.contains(&base) {
        true => base,
        false => group[0],
    }
}

/// The witnesses of which the same is said, in the order of the first of each.
fn by_text(witnesses: Vec<usize>, said: impl Fn(usize) -> String) -> Vec<Vec<usize>> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for w in witnesses {
        let own = said(w);
        match groups.iter_mut().find(|(said, _)| *said == own) {
            Some((_, group)) => group.push(w),
            None => groups.push((own, vec![w])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The same with the spaces beside the tokens spelled out: they are what differs.
fn spelled_reading(witness: &Witness, n: usize, run: &[Link]) -> String {
    let tokens = run.iter().filter_map(|link| link.tokens.get(n)).flatten();
    tokens.map(|&token| spelled(witness, token)).collect()
}

/// What a witness has in a run of links: neighbouring tokens as they stand, others with a space between.
pub(super) fn reading(witness: &Witness, n: usize, run: &[Link]) -> String {
    let tokens: Vec<TokenIndex> = run
        .iter()
        .flat_map(|link| link.tokens.get(n).map_or(&[][..], |tokens| tokens))
        .copied()
        .collect();
    let pieces: Vec<String> = tokens
        .chunk_by(|a, b| a.is_before(*b))
        .map(|run| {
            let span = |t: TokenIndex| witness.token(t).span;
            witness.line(Span {
                start: span(run[0]).start,
                end: span(run[run.len() - 1]).end,
            })
        })
        .collect();
    pieces.join(" ")
}
