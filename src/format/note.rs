//! What the program itself says of a row in the column `note`, before what a person wrote there.

use std::fmt::Write as _;

use crate::format::units::ranges;
use crate::table::{Fact, Row};
use crate::witness::{UnitIndex, Witness};

/// What stands between the parts of a note.
pub(crate) const SEPARATOR: &str = "; ";

/// What the program says of a row: the facts that differ in it, and why units take no part.
pub(crate) fn remarks(witnesses: &[Witness], of_row: &[Fact], row: &Row) -> String {
    let mut parts = vec![facts(witnesses, of_row), skipped(witnesses, row)];
    parts.retain(|part| !part.is_empty());
    parts.join(SEPARATOR)
}

fn facts(witnesses: &[Witness], of_row: &[Fact]) -> String {
    let facts: Vec<String> = of_row.iter().map(|f| fact(witnesses, f)).collect();
    facts.join(SEPARATOR)
}

/// `number: 25 → 30`, `negation: + ne pas`, with the signs of the `changes` column; of more than two witnesses with who says it,
/// `number: 25 A | 30 B C | − D`, first those that it is told against.
pub(crate) fn fact(witnesses: &[Witness], fact: &Fact) -> String {
    if witnesses.len() > 2 {
        return format!("{}: {}", fact.kind.name(), sayings(witnesses, fact));
    }
    let texts: Vec<String> = witnesses
        .iter()
        .zip(&fact.tokens)
        .map(|(w, tokens)| w.words(tokens))
        .collect();
    let said: Vec<(usize, &String)> = texts
        .iter()
        .enumerate()
        .filter(|(_, t)| !t.is_empty())
        .collect();
    let text = match said[..] {
        [(0, text)] => format!("− {text}"),
        [(_, text)] => format!("+ {text}"),
        _ => {
            let texts: Vec<&str> = said.iter().map(|(_, text)| text.as_str()).collect();
            texts.join(" → ")
        }
    };
    format!("{}: {text}", fact.kind.name())
}

/// `25 A | 30 B C`, what the witnesses say between which a fact is told.
fn sayings(witnesses: &[Witness], fact: &Fact) -> String {
    let sayings: Vec<String> = who_says_what(witnesses, fact)
        .into_iter()
        .map(|(text, who)| {
            let who: Vec<&str> = who.iter().map(|&w| &*witnesses[w].siglum.0).collect();
            let text = if text.is_empty() { "−" } else { &text };
            format!("{text} {}", who.join(" "))
        })
        .collect();
    sayings.join(" | ")
}

/// What the witnesses say between which a fact is told, each with those that say it, by their places; no words of those that
/// leave it out.
pub(crate) fn who_says_what(witnesses: &[Witness], fact: &Fact) -> Vec<(String, Vec<usize>)> {
    let mut sayings: Vec<(String, Vec<usize>)> = Vec::new();
    for &w in &fact.witnesses {
        let (Some(witness), Some(tokens)) = (witnesses.get(w), fact.tokens.get(w)) else {
            continue;
        };
        let text = witness.words(tokens);
        match sayings.iter_mut().find(|(said, _)| *said == text) {
            Some((_, who)) => who.push(w),
            None => sayings.push((text, vec![w])),
        }
    }
    sayings
}

/// The note of a row with units that take no part in the alignment: which, and why.
pub(crate) fn skipped(witnesses: &[Witness], row: &Row) -> String {
    let mut out = String::new();
    for (witness, units) in witnesses.iter().zip(&row.cells) {
        let reason = |u: &UnitIndex| witness.unit(*u).skip.as_ref();
        for run in units.chunk_by(|a, b| reason(a) == reason(b)) {
            if let Some(skip) = reason(&run[0]) {
                let separator = if out.is_empty() {
                    "skipped: "
                } else {
                    SEPARATOR
                };
                // Writing to a string cannot fail.
                let _ = write!(
                    out,
                    "{separator}{} {} ({skip})",
                    witness.siglum,
                    ranges(run)
                );
            }
        }
    }
    out
}
