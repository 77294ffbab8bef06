//! Who of more than two witnesses agrees with whom.

use std::io::{self, Write};

use crate::table::{Agreements, AlignmentTable, LinkRef, Pattern, Place, RowNumber, Shared};
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

/// Words quoted of what a group has in common.
struct Example {
    /// Whether it has no content word.
    light: bool,
    row: RowNumber,
    text: String,
}

/// `  défis 5, à travers 12`: words that a group alone has, content words first, with their rows; or else what it leaves out
/// (`om. sehr 5`); where that is marks alone, the rows.
fn examples(
    table: &AlignmentTable,
    shared: &Shared,
    is_content: &dyn Fn(usize, TokenIndex) -> bool,
) -> Vec<Piece> {
    let first = shared.witnesses[0];
    let said = shared.wordings.iter().filter_map(|place| {
        let link = link_at(table, place)?;
        example(table, place.row, first, &link.tokens[first], is_content)
    });
    let mut found = distinct(said);
    let mut pieces = vec![Piece::Space(Ink::Plain), Piece::text(" ", Ink::Plain)];
    if found.is_empty() {
        found = distinct(omitted(table, shared, is_content));
        if !found.is_empty() {
            pieces.push(Piece::text("om.", Ink::Margin));
            pieces.push(Piece::Space(Ink::Plain));
        }
    }
    if found.is_empty() {
        let places = [&shared.wordings, &shared.omissions];
        let mut all: Vec<RowNumber> = places.into_iter().flatten().map(|p| p.row).collect();
        all.extend(&shared.rows);
        all.sort_unstable();
        all.dedup();
        pieces.extend(rows(&all));
        return pieces;
    }
    // Content words first; else they stay in the order of the table.
    found.sort_by_key(|example| example.light);
    let last = found.len().min(EXAMPLES) - 1;
    for (n, Example { row, text, .. }) in found.iter().take(EXAMPLES).enumerate() {
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

/// What others have where a group has nothing: words, and how rows begin.
fn omitted(
    table: &AlignmentTable,
    shared: &Shared,
    is_content: &dyn Fn(usize, TokenIndex) -> bool,
) -> impl Iterator<Item = Example> {
    let words = shared.omissions.iter().filter_map(|place| {
        let link = link_at(table, place)?;
        let w = one_of(table, |w| !link.tokens[w].is_empty())?;
        example(table, place.row, w, &link.tokens[w], is_content)
    });
    let rows = shared.rows.iter().filter_map(|&number| {
        let row = table.row(number)?;
        let w = one_of(table, |w| row.has(w))?;
        let units = row.cells[w].iter().map(|&u| table.witnesses[w].unit(u));
        let tokens: Vec<TokenIndex> = units.flat_map(|unit| unit.tokens.indices()).collect();
        example(table, number, w, &tokens, is_content)
    });
    words.chain(rows)
}

fn link_at<'t>(table: &'t AlignmentTable, place: &Place) -> Option<LinkRef<'t>> {
    table.row(place.row)?.links().nth(place.link)
}

/// The base if it is one of those that have something, or else of these the one whose siglum comes first.
fn one_of(table: &AlignmentTable, has: impl Fn(usize) -> bool) -> Option<usize> {
    let having = (0..table.witnesses.len()).filter(|&w| has(w));
    having.min_by_key(|&w| (w != table.base, &table.witnesses[w].siglum))
}

/// Words of a witness, as many as [`LONGEST`] lets stand, and one at the least; none of marks alone, for a reader would look for words.
fn example(
    table: &AlignmentTable,
    row: RowNumber,
    w: usize,
    tokens: &[TokenIndex],
    is_content: &dyn Fn(usize, TokenIndex) -> bool,
) -> Option<Example> {
    let mut text = String::new();
    for &token in tokens {
        let word = table.witnesses[w].word(token);
        let length = text.chars().count() + word.chars().count();
        if !text.is_empty() && length >= LONGEST {
            text.push_str(" …");
            break;
        }
        text.push_str(if text.is_empty() { "" } else { " " });
        text.push_str(&word);
    }
    text.contains(char::is_alphanumeric).then(|| Example {
        light: !tokens.iter().any(|&token| is_content(w, token)),
        row,
        text,
    })
}

/// Those that say another thing than all before them.
fn distinct(examples: impl Iterator<Item = Example>) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    for example in examples {
        if !found.iter().any(|other| other.text == example.text) {
            found.push(example);
        }
    }
    found
}
