//! The figures as one JSON object.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::select::ContentWords;
use crate::table::{Acquaintance, AlignmentTable, FactKind, Overview, Place, Verdict};
use crate::witness::TokenIndex;

/// Writes the figures as one JSON object, all substitutions, patterns and rows included.
///
/// # Errors
/// When the writer fails.
pub fn stats_json(
    table: &AlignmentTable,
    overview: &Overview,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut value = of_any(table);
    let words = ContentWords::new(table);
    let is_content = |w, token| words.is_content(w, token);
    value.insert("variation".to_owned(), variation(table, &is_content));
    match table.acquaintance(&is_content) {
        Some(found) => drop(value.insert("acquaintance".to_owned(), acquaintance(&found))),
        None => value.extend(of_many(table, overview)),
    }
    serde_json::to_writer(&mut *out, &Value::Object(value))?;
    writeln!(out)
}

/// What is counted of any number of witnesses.
fn of_any(table: &AlignmentTable) -> Map<String, Value> {
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
    let classes: Map<String, Value> = summary
        .differences
        .iter()
        .map(|(class, count)| (class.name().to_owned(), json!(count)))
        .collect();
    let by_kind = |counts: &BTreeMap<FactKind, usize>| {
        let counts = counts.iter();
        let named = counts.map(|(kind, count)| (kind.name().to_owned(), json!(count)));
        named.collect::<Map<_, _>>()
    };
    let substitutions = stats.substitutions.iter().map(|s| {
        let witnesses = sigla(table, &s.witnesses);
        json!({"a": s.a, "b": s.b, "count": s.count, "rows": s.rows, "witnesses": witnesses})
    });
    let substitutions: Vec<Value> = substitutions.collect();
    let all = stats.agreement;
    let value = json!({
        "witnesses": witnesses,
        "beads": summary.beads(),
        "moved_rows": summary.moved_rows,
        "differences": classes,
        "facts": by_kind(&summary.facts),
        "contradictions": by_kind(&summary.contradictions),
        "agreement": {
            "literal": all.literal(), "words": all.words, "same": all.same, "form": all.form,
            "wording": all.wording, "alone": all.alone, "moved": all.moved,
        },
        "substitutions": substitutions,
    });
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn sigla<'t>(table: &'t AlignmentTable, witnesses: &[usize]) -> Vec<&'t str> {
    let sigla = witnesses
        .iter()
        .map(|&w| table.witnesses[w].siglum.0.as_str());
    sigla.collect()
}

fn variation(table: &AlignmentTable, is_content: &dyn Fn(usize, TokenIndex) -> bool) -> Value {
    let found = table.variation(is_content);
    let rows = found.rows.iter().map(|row| {
        json!({
            "row": row.row, "words": row.words, "variation": row.variation,
            "distinctiveness": row.distinctiveness,
        })
    });
    json!({
        "variation": found.variation, "distinctiveness": found.distinctiveness,
        "rows": rows.collect::<Vec<_>>(),
    })
}

fn acquaintance(found: &Acquaintance) -> Value {
    let verdict = match found.verdict() {
        Verdict::TooFew => "too-few",
        Verdict::Apart => "apart",
        Verdict::Between => "between",
        Verdict::Close => "close",
    };
    json!({
        "rare": found.rare, "rare_shared": found.rare_shared, "common": found.common,
        "common_shared": found.common_shared, "expected": found.expected(), "share": found.share(),
        "deviation": found.deviation(), "verdict": verdict, "rows": found.rows,
    })
}

/// What more than two witnesses have besides.
fn of_many(table: &AlignmentTable, overview: &Overview) -> Map<String, Value> {
    let tree = table.likeness_tree(overview);
    // Quoted as JSON quotes: what is quoted in Newick's own way is for its format.
    let newick = tree.newick(&|w| table.witnesses[w].siglum.0.clone());
    let places = |places: &[Place]| -> Vec<Value> {
        let places = places.iter();
        places.map(|place| json!([place.row, place.link])).collect()
    };
    let agreements = table.agreements();
    let patterns = agreements.patterns.iter().map(|found| {
        let groups: Vec<_> = found
            .pattern
            .iter()
            .map(|group| sigla(table, group))
            .collect();
        json!({"groups": groups, "count": found.places.len(), "places": places(&found.places)})
    });
    let shared = agreements.shared.iter().map(|shared| {
        json!({
            "witnesses": sigla(table, &shared.witnesses), "wordings": places(&shared.wordings),
            "omissions": places(&shared.omissions), "rows": shared.rows,
        })
    });
    Map::from_iter([
        ("similarity".to_owned(), json!(overview.similarity)),
        ("held".to_owned(), json!(overview.held)),
        ("held_by_all".to_owned(), json!(overview.held_by_all)),
        ("tree".to_owned(), json!(newick)),
        ("patterns".to_owned(), Value::Array(patterns.collect())),
        ("shared".to_owned(), Value::Array(shared.collect())),
    ])
}
