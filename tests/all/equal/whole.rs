//! What holds for whatever texts, of two and of three: units and tokens give the text back, every unit stands in one row, and JSON
//! holds the table whole, the same on any number of threads.
#![allow(clippy::unwrap_used)]

use enregard::export::{ExportOptions, Format, write};
use enregard::format::json;
use enregard::read::{ReadOptions, read_bytes};
use enregard::{AlignmentTable, CompareOptions, Level, Siglum, Unobserved, Witness, collate};
use proptest::prelude::*;
use rayon::ThreadPoolBuilder;

use super::properties::text;

/// The table of these texts, made and written by so many threads.
fn compared(texts: &[String], level: Level, threads: usize) -> (AlignmentTable, Vec<u8>) {
    let options = ReadOptions {
        level,
        ..ReadOptions::default()
    };
    let read = |(n, text): (usize, &String)| {
        let read = read_bytes(text.as_bytes().into(), "text", Siglum::nth(n), &options);
        read.map(|read| read.witness)
    };
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap();
    pool.install(|| {
        let witnesses: Vec<Witness> = texts
            .iter()
            .enumerate()
            .map(read)
            .collect::<Result<_, _>>()
            .unwrap();
        let table = collate(witnesses, 0, &CompareOptions::default(), &[], &Unobserved).unwrap();
        let mut json = Vec::new();
        write(&table, Format::Json, &ExportOptions::default(), &mut json).unwrap();
        (table, json)
    })
}

/// The units, and the tokens, with the white space between them, are the text.
fn assert_whole(witness: &Witness) {
    let spans = [
        witness
            .units()
            .iter()
            .map(|unit| unit.span)
            .collect::<Vec<_>>(),
        witness.clauses.iter().map(|unit| unit.span).collect(),
        witness.tokens.iter().map(|token| token.span).collect(),
    ];
    for spans in spans {
        let mut end = 0;
        for span in spans.iter().map(|span| span.range()) {
            assert!(end <= span.start, "{witness:?}");
            assert!(
                witness.text[end..span.start]
                    .chars()
                    .all(char::is_whitespace),
                "{witness:?}"
            );
            end = span.end;
        }
        assert!(
            witness.text[end..].chars().all(char::is_whitespace),
            "{witness:?}"
        );
    }
}

fn assert_once(table: &AlignmentTable) {
    for (w, witness) in table.witnesses.iter().enumerate() {
        let cells = table.rows.iter().flat_map(|row| &row.cells[w]);
        let mut units: Vec<usize> = cells.map(|unit| unit.get()).collect();
        units.sort_unstable();
        assert_eq!(
            units,
            (0..witness.units().len()).collect::<Vec<_>>(),
            "witness {w}"
        );
        let links = table.rows.iter().flat_map(|row| &row.links);
        let mut tokens: Vec<u32> = links
            .flat_map(|link| &link.tokens[w])
            .map(|t| t.0)
            .collect();
        let linked = tokens.len();
        tokens.sort_unstable();
        tokens.dedup();
        assert_eq!(tokens.len(), linked, "a token of witness {w} in two links");
    }
}

fn level() -> impl Strategy<Value = Level> {
    prop::sample::select(vec![
        Level::Clause,
        Level::Sentence,
        Level::Line,
        Level::Paragraph,
    ])
}

proptest! {
    #![proptest_config(crate::cases(32))]

    #[test]
    fn nothing_is_lost_and_threads_change_nothing(
        texts in prop::collection::vec(text(30), 2..4),
        shared in text(30),
        level in level(),
    ) {
        // Something that all have, so that there are beads.
        let texts: Vec<String> = texts.into_iter().map(|text| format!("{text}\n\n{shared}\n")).collect();
        let (table, json) = compared(&texts, level, 1);
        for threads in [2, 8] {
            prop_assert_eq!(&compared(&texts, level, threads).1, &json);
        }
        table.witnesses.iter().for_each(assert_whole);
        assert_once(&table);
        let mut back = json::read(&json[..]).map_err(|e| TestCaseError::fail(e.to_string()))?;
        back.notes.clone_from(&table.notes);
        prop_assert_eq!(back, table);
    }
}
