//! The differences inside a row, in a line for people: `majeurs → principaux; + (SII)`.

use crate::class::Class;
use crate::table::{AlignmentTable, Link, Row, spelled};
use crate::witness::{Span, TokenIndex, Witness};

/// The differences of a row, in its order, joined by `; `.
///
/// `a → b` is a substitution, `− a` stands in the first witness only, `+ b` in the other only, and `⇄` marks words that
/// stand elsewhere in the other (`⇄ a` when they are the same there, `a ⇄ b` otherwise). Neighbouring words without a
/// counterpart make one difference, and so do those of a phrase that moved. Links of a `quiet` class are left out; differences of punctuation alone are as quiet
/// as typographic ones. Where spaces alone differ they are spelled out: `␣? → ?`. With more than two witnesses a difference lists its readings, each with its sigla:
/// `majeurs A | principaux B C | − D`.
pub(super) fn changes(table: &AlignmentTable, row: &Row, quiet: &[Class]) -> String {
    let witnesses = &table.witnesses[..];
    let rules = table.rules(quiet);
    let mut out = String::new();
    let mut links = &row.links[..];
    while let [_, rest @ ..] = links {
        let run = 1 + rest
            .iter()
            .zip(links)
            .take_while(|(next, link)| link.continues_in(next))
            .count();
        let (run, rest) = links.split_at(run);
        links = rest;
        // One word among marks shows them as well: `+ (SII)`.
        if run.iter().any(|link| link.moved || rules.shows(link)) {
            let spaced = run.iter().any(|link| rules.is_spaced_otherwise(link));
            if !out.is_empty() {
                out.push_str("; ");
            }
            let reading: Reading = match spaced {
                true => spelled_reading,
                false => reading,
            };
            match witnesses {
                [a, b] => out.push_str(&between_two(reading(a, 0, run), reading(b, 1, run), run)),
                _ => out.push_str(&readings(witnesses, run, reading)),
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
type Reading = fn(&Witness, usize, &[Link]) -> String;

fn readings(witnesses: &[Witness], run: &[Link], reading: Reading) -> String {
    let mut groups: Vec<(String, String)> = Vec::new();
    for (n, witness) in witnesses.iter().enumerate() {
        let text = match reading(witness, n, run) {
            text if text.is_empty() => "−".to_owned(),
            text => text,
        };
        match groups.iter_mut().find(|(reading, _)| *reading == text) {
            Some((_, sigla)) => {
                sigla.push(' ');
                sigla.push_str(&witness.siglum.0);
            }
            None => groups.push((text, witness.siglum.0.clone())),
        }
    }
    let mark = if run[0].moved { "⇄ " } else { "" };
    let groups: Vec<String> = groups
        .iter()
        .map(|(text, sigla)| format!("{text} {sigla}"))
        .collect();
    format!("{mark}{}", groups.join(" | "))
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
