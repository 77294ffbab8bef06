//! The summary: what a reader wants first, in two lines.

mod of_many;

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::class::Class;
use crate::table::{AlignmentTable, FactKind, Overview, Summary};
use crate::witness::Level;

use super::ViewOptions;
use super::ink::Ink;
use super::page::write_wrapped;
use super::paper::Paper;
use super::wording::{counted, only, percent_of, siglum, unbroken, units_of};
use super::wrap::Piece;

/// Writes how much of each witness has a counterpart, and how the rest and the words differ. `overview` is that of the table.
///
/// # Errors
/// When the writer fails.
pub fn summary(
    table: &AlignmentTable,
    overview: &Overview,
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let out = &mut Paper::new(out, options.colours);
    let summary = table.summary_showing(&options.quiet);
    if table.witnesses.len() > 2 {
        for line in of_many::lines(table, overview, &summary) {
            write_wrapped(out, &line, 0, options.width)?;
        }
    } else {
        write_wrapped(out, &coverage(table, &summary), 0, options.width)?;
    }
    let level = table.witnesses.first().map_or(Level::Sentence, |w| w.level);
    let matched = match table.witnesses.len() > 2 {
        true => of_many::matched(table, &summary),
        false => matched(&summary, level),
    };
    write_wrapped(
        out,
        &differences(table, &summary, matched),
        0,
        options.width,
    )
}

/// `94 % of A has a counterpart in B, 71 % of B in A; 1 sentence only in A, 9 only in B`
fn coverage(table: &AlignmentTable, summary: &Summary) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (w, &share) in summary.coverage.iter().enumerate() {
        let this = siglum(table, w);
        let text = match (w, summary.coverage.len()) {
            (0, 1) => format!(" of {this} has a counterpart"),
            (0, _) => format!(" of {this} has a counterpart in {}", siglum(table, 1)),
            _ => format!(" of {this} in {}", siglum(table, 0)),
        };
        if w > 0 {
            pieces.extend(Piece::words(", ", Ink::Plain));
        }
        pieces.push(Piece::text(percent_of(share), Ink::Strong));
        pieces.extend(Piece::words(&text, Ink::Plain));
    }
    let only = only(table, summary);
    if !only.is_empty() {
        pieces.extend(Piece::words(&format!("; {only}"), Ink::Plain));
    }
    pieces
}

/// `5 sentences matched one to one, 1 one to two`
fn matched(summary: &Summary, level: Level) -> String {
    // Rarer shapes tell nothing that the rows do not.
    const MOST_SHAPES: usize = 4;
    let mut shapes: Vec<(&Vec<usize>, usize)> = summary
        .shapes
        .iter()
        .map(|(s, &count)| (s, count))
        .collect();
    // One to one leads, for it has the word that the others go without.
    let is_plain = |shape: &[usize]| shape.iter().all(|&units| units == 1);
    shapes.sort_by_key(|&(shape, count)| (!is_plain(shape), std::cmp::Reverse(count)));
    let rest: usize = shapes
        .iter()
        .skip(MOST_SHAPES)
        .map(|&(_, count)| count)
        .sum();
    let mut parts: Vec<String> = Vec::new();
    for (n, &(shape, count)) in shapes.iter().take(MOST_SHAPES).enumerate() {
        let names: Vec<String> = shape.iter().map(|&units| in_words(units)).collect();
        let what = match (n, is_plain(shape)) {
            (0, true) => format!("{} matched ", units_of(count, level)),
            (0, false) => format!("{} matched ", counted(count, "group")),
            _ => format!("{count} "),
        };
        parts.push(format!("{what}{}", names.join(" to ")));
    }
    if parts.is_empty() {
        parts.push(format!("no {} matched", level.name()));
    }
    if rest > 0 {
        parts.push(format!("{rest} otherwise"));
    }
    if summary.moved_rows > 0 {
        parts.push(format!("{} of them moved", summary.moved_rows));
    }
    parts.join(", ")
}

/// A small number in words.
fn in_words(number: usize) -> String {
    const NAMES: [&str; 9] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let name = number.checked_sub(1).and_then(|n| NAMES.get(n));
    name.map_or(number.to_string(), |name| (*name).to_owned())
}

/// `5 sentences matched one to one, 1 one to two · 12 wording, 40 typographic, 3 moved · 2 quotations · 3 skipped`
fn differences(table: &AlignmentTable, summary: &Summary, matched: String) -> Vec<Piece> {
    let mut parts = vec![matched];
    // The strongest first.
    let mut words: Vec<String> = [
        Class::Wording,
        Class::Omission,
        Class::Addition,
        Class::Derivation,
        Class::Inflection,
        Class::Spelling,
        Class::Accent,
        Class::Case,
        Class::Typographic,
    ]
    .iter()
    .filter_map(|class| Some((summary.differences.get(class)?, class.name())))
    .map(|(count, name)| format!("{count} {name}"))
    .collect();
    for (count, name) in [
        (summary.punctuation, "punctuation"),
        (summary.moved_words, "moved"),
    ] {
        if count > 0 {
            words.push(format!("{count} {name}"));
        }
    }
    if !words.is_empty() {
        parts.push(words.join(", "));
    }
    let alone = match table.witnesses.len() {
        0..=2 => "in one text only",
        _ => "left out by some",
    };
    parts.extend(facts(summary, alone));
    if table.witnesses.len() > 2 {
        parts.extend(of_many::facts(table));
        parts.extend(of_many::quotations(table));
    } else if summary.quotations > 0 {
        parts.push(counted(summary.quotations, "quotation"));
    }
    let skipped: usize = summary.skipped.iter().sum();
    if skipped > 0 {
        parts.push(format!("{skipped} skipped"));
    }
    unbroken(&parts.join(" · "))
}

/// `3 facts differ: 1 number, 2 negations; 12 in one text only`, what is said otherwise first
fn facts(summary: &Summary, left_out: &str) -> Option<String> {
    let kinds = |counts: &BTreeMap<FactKind, usize>| {
        let kinds = counts
            .iter()
            .map(|(kind, &count)| counted(count, kind.name()));
        kinds.collect::<Vec<_>>().join(", ")
    };
    let all: usize = summary.facts.values().sum();
    let differ: usize = summary.contradictions.values().sum();
    let alone = all - differ;
    if all == 0 {
        return None;
    }
    if differ == 0 {
        let kinds = kinds(&summary.facts);
        return Some(format!("{} {left_out}: {kinds}", counted(all, "fact")));
    }
    let verb = if differ == 1 { "differs" } else { "differ" };
    let mut text = format!(
        "{} {verb}: {}",
        counted(differ, "fact"),
        kinds(&summary.contradictions)
    );
    if alone > 0 {
        text.push_str(&format!("; {alone} {left_out}"));
    }
    Some(text)
}

/// `1-2`: how many units of each witness.
pub(super) fn shape_of(counts: &[usize]) -> String {
    let counts: Vec<String> = counts.iter().map(usize::to_string).collect();
    counts.join("-")
}
