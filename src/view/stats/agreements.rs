//! Who of more than two witnesses agrees with whom.

use std::io::{self, Write};

use crate::table::{Agreements, AlignmentTable, Pattern, Place, RowNumber, Shared};
use crate::view::ink::Ink;
use crate::view::wrap::Piece;
use crate::visible::{Invisible, visible};
use crate::witness::TokenIndex;

use super::sheet::{COUNT, Page, rows};

/// Patterns and groups shown; the JSON has all.
const MOST_SHOWN: usize = 10;
/// Words quoted of what a group has in common.
const EXAMPLES: usize = 4;
/// The longest example, in characters.
const LONGEST: usize = 24;
/// Witnesses above which a pattern names only those that stand against most.
const FEW: usize = 5;

/// Writes the most frequent patterns with their rows, and what groups have in common, with examples.
pub(super) fn write(
    page: &mut Page<'_, '_>,
    found: &Agreements,
    is_content: &dyn Fn(usize, TokenIndex) -> bool,
) -> io::Result<()> {
    if !found.patterns.is_empty() {
        page.heading("who says the same where words differ, how often, and the rows")?;
    }
    for pattern in found.patterns.iter().take(MOST_SHOWN) {
        let mut pieces = written(page, &pattern.pattern);
        pieces.push(Piece::Space(Ink::Plain));
        pieces.push(Piece::text(" ", Ink::Plain));
        pieces.extend(rows(&rows_of(&pattern.places)));
        page.item(&[pattern.places.len()], pieces)?;
    }
    page.more(found.patterns.len(), MOST_SHOWN)?;
    // What most have in common tells of those that have not.
    let all = page.table.witnesses.len();
    let few = |shared: &&Shared| all < 4 || shared.witnesses.len() * 2 <= all;
    let groups: Vec<&Shared> = found.shared.iter().filter(few).collect();
    if !groups.is_empty() {
        page.heading(
            "what two or more have in common against all others, with examples and their rows",
        )?;
        let heads = ["same word", "left out", "rows out"].map(|head| format!("{head:>COUNT$}"));
        writeln!(page.out, "{}", heads.join("  "))?;
    }
    for shared in groups.iter().take(MOST_SHOWN) {
        let mut pieces = vec![Piece::text(page.group(&shared.witnesses), Ink::Strong)];
        pieces.extend(examples(page.table, shared, is_content));
        let counts = [&shared.wordings, &shared.omissions].map(Vec::len);
        page.item(&[counts[0], counts[1], shared.rows.len()], pieces)?;
    }
    page.more(groups.len(), MOST_SHOWN)
}

/// `AB|C`: who says the same; of many `AB | D | others`.
fn written(page: &Page<'_, '_>, pattern: &Pattern) -> Vec<Piece> {
    let present: usize = pattern.iter().map(Vec::len).sum();
    let most = pattern.iter().map(Vec::len).max().unwrap_or(0);
    let others = present > FEW && most * 2 > present;
    let mut groups: Vec<String> = pattern
        .iter()
        .filter(|group| !others || group.len() < most)
        .map(|group| page.group(group))
        .collect();
    if others {
        groups.push("others".to_owned());
    }
    let bar = if page.has_letters() && !others {
        "|"
    } else {
        " | "
    };
    Piece::words(&groups.join(bar), Ink::Strong)
}

/// The rows of places, each once.
fn rows_of(places: &[Place]) -> Vec<RowNumber> {
    let mut rows: Vec<RowNumber> = places.iter().map(|place| place.row).collect();
    rows.dedup();
    rows
}

/// `  défis 5, à travers 12`: words that a group alone has, content words first, with their rows; or else the rows that it
/// leaves out words of.
fn examples(
    table: &AlignmentTable,
    shared: &Shared,
    is_content: &dyn Fn(usize, TokenIndex) -> bool,
) -> Vec<Piece> {
    let first = shared.witnesses[0];
    let tokens = |place: &Place| {
        let row = table.row(place.row)?;
        Some(row.links.get(place.link)?.tokens[first].clone())
    };
    let mut said: Vec<(bool, RowNumber, String)> = Vec::new();
    for place in &shared.wordings {
        let Some(tokens) = tokens(place) else {
            continue;
        };
        let words: Vec<_> = tokens
            .iter()
            .map(|&t| table.witnesses[first].word(t))
            .collect();
        let text = words.join(" ");
        // Marks alone are no example: a reader would look for words.
        let is_word = |c: char| c.is_alphanumeric();
        if text.contains(is_word)
            && text.chars().count() <= LONGEST
            && !said.iter().any(|(_, _, other)| *other == text)
        {
            let light = !tokens.iter().any(|&t| is_content(first, t));
            said.push((light, place.row, text));
        }
    }
    // Content words first; else they stay in the order of the table.
    said.sort_by_key(|&(light, ..)| light);
    let mut pieces = vec![Piece::Space(Ink::Plain), Piece::text(" ", Ink::Plain)];
    if said.is_empty() {
        let mut without = rows_of(&shared.omissions);
        without.extend(&shared.rows);
        without.sort_unstable();
        without.dedup();
        pieces.extend(rows(&without));
        return pieces;
    }
    let last = said.len().min(EXAMPLES) - 1;
    for (n, (_, row, text)) in said.iter().take(EXAMPLES).enumerate() {
        let shown = visible(text, Invisible::LeftOut);
        pieces.extend(Piece::words(&shown, Ink::Plain));
        pieces.push(Piece::text(format!(" {row}"), Ink::Margin));
        if n < last {
            pieces.push(Piece::text(",", Ink::Plain));
            pieces.push(Piece::Space(Ink::Plain));
        }
    }
    pieces
}
