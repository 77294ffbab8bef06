//! The figures of a table, as text for people and as JSON for programs.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::json;
use unicode_width::UnicodeWidthStr;

use crate::table::{AlignmentTable, FactKind, Stats};

use super::wording::percent;
use super::wording::siglum;
use crate::visible::{Invisible, visible};

/// Substitutions shown in the text; the JSON has all.
const MOST_SHOWN: usize = 20;
/// Rows named for each of them.
const MOST_ROWS: usize = 8;

/// Writes the figures of a table: counts of each witness, how literal the agreement is, the most frequent
/// substitutions with their rows.
///
/// # Errors
/// When the writer fails.
pub fn stats(table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
    let Stats {
        witnesses,
        substitutions,
        agreement,
    } = table.stats();
    let names: Vec<String> = (0..witnesses.len()).map(|w| siglum(table, w)).collect();
    let wide = names.iter().map(|n| n.width()).max().unwrap_or(0);
    writeln!(
        out,
        "{:wide$}  {:>10}  {:>9}  {:>9}  {:>9}",
        "", "paragraphs", "sentences", "words", "types"
    )?;
    for (name, w) in names.iter().zip(&witnesses) {
        let space = " ".repeat(wide - name.width());
        writeln!(
            out,
            "{name}{space}  {:>10}  {:>9}  {:>9}  {:>9}",
            w.paragraphs, w.sentences, w.words, w.types
        )?;
    }
    writeln!(
        out,
        "\n{} of the words that stand in beads are the same word there",
        percent(agreement.literal())
    )?;
    for (count, what) in [
        (agreement.same, "the same word"),
        (agreement.form, "another form, or a word of the family"),
        (agreement.wording, "other words"),
        (agreement.alone, "nothing"),
        (agreement.moved, "of all these, in another order"),
    ] {
        writeln!(out, "{count:>9}  {what}")?;
    }
    let summary = table.summary();
    if !summary.facts.is_empty() {
        writeln!(
            out,
            "\nfacts that differ, and those that one text alone has"
        )?;
    }
    for (kind, all) in &summary.facts {
        let differ = summary.contradictions.get(kind).copied().unwrap_or(0);
        let alone = all - differ;
        writeln!(out, "{differ:>9}  {alone:>9}  {}", kind.name())?;
    }
    if !substitutions.is_empty() {
        writeln!(out, "\nmost frequent substitutions, and their rows")?;
    }
    for s in substitutions.iter().take(MOST_SHOWN) {
        let mut rows: Vec<String> = s
            .rows
            .iter()
            .take(MOST_ROWS)
            .map(|row| row.to_string())
            .collect();
        if s.rows.len() > MOST_ROWS {
            rows.push("…".to_owned());
        }
        let (a, b) = (
            visible(&s.a, Invisible::LeftOut),
            visible(&s.b, Invisible::LeftOut),
        );
        writeln!(out, "{:>9}  {a} -> {b}  ({})", s.count, rows.join(", "))?;
    }
    if let Some(more) = substitutions.len().checked_sub(MOST_SHOWN + 1) {
        writeln!(out, "{:>9}  more", more + 1)?;
    }
    Ok(())
}

/// Writes the figures as one JSON object, all substitutions included.
///
/// # Errors
/// When the writer fails.
pub fn stats_json(table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
    let stats = table.stats();
    let summary = table.summary();
    let witnesses: Vec<_> = stats
        .witnesses
        .iter()
        .zip(&table.witnesses)
        .zip(&summary.coverage)
        .map(|((s, witness), coverage)| {
            json!({
                "siglum": witness.siglum.0, "path": witness.path, "paragraphs": s.paragraphs,
                "sentences": s.sentences, "words": s.words, "types": s.types, "coverage": coverage,
            })
        })
        .collect();
    let classes: serde_json::Map<String, serde_json::Value> = summary
        .differences
        .iter()
        .map(|(class, count)| (class.name().to_owned(), json!(count)))
        .collect();
    let by_kind = |counts: &BTreeMap<FactKind, usize>| {
        let counts = counts.iter();
        let named = counts.map(|(kind, count)| (kind.name().to_owned(), json!(count)));
        named.collect::<serde_json::Map<_, _>>()
    };
    let facts = by_kind(&summary.facts);
    let contradictions = by_kind(&summary.contradictions);
    let substitutions: Vec<_> = stats
        .substitutions
        .iter()
        .map(|s| json!({"a": s.a, "b": s.b, "count": s.count, "rows": s.rows}))
        .collect();
    let all = stats.agreement;
    let value = json!({
        "witnesses": witnesses,
        "beads": summary.beads(),
        "moved_rows": summary.moved_rows,
        "differences": classes,
        "facts": facts,
        "contradictions": contradictions,
        "agreement": {
            "literal": all.literal(), "words": all.words, "same": all.same, "form": all.form,
            "wording": all.wording, "alone": all.alone, "moved": all.moved,
        },
        "substitutions": substitutions,
    });
    serde_json::to_writer(&mut *out, &value)?;
    writeln!(out)
}
