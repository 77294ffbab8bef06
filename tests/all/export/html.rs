//! The report and the map: what stands in the page, and that no text gets out of its place.

use enregard::export::Format;
use enregard::select::{Marks, Shown, Voice, Voices};
use enregard::table::{Fact, FactKind, Link, RowNumber};
use enregard::witness::TokenIndex;
use enregard::{AlignmentTable, Class};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::export;
use crate::tables::{random, row, sample, table, witness};

/// The data of a report, as its script reads it.
fn data(page: &str) -> Vec<serde_json::Value> {
    let (_, rest) = page
        .split_once("<script type=\"application/json\" id=\"data\">")
        .expect("data");
    let (json, _) = rest.split_once("</script>").expect("an end");
    serde_json::from_str(json).expect("JSON")
}

/// A table whose texts, names and sigla all hold this.
fn hostile(text: &str) -> AlignmentTable {
    let mut witnesses = vec![
        witness(0, &format!("{text}\n")),
        witness(1, &format!("{text}\n")),
    ];
    for witness in &mut witnesses {
        witness.path = text.to_owned();
        witness.siglum.0 = text.to_owned();
    }
    table(witnesses, vec![row(vec![vec![0], vec![0]])])
}

const HOSTILE: &str = "</script><script>alert(1)</script><!--<script></style></title><img src=x onerror=alert(1)>\
    \"'&{{style}}\u{202e}\u{2028}\0]]>";

#[test]
fn text_never_becomes_markup() {
    let plain = export(&hostile("rien"), Format::Html);
    let page = export(&hostile(HOSTILE), Format::Html);
    let count = |page: &str, what: &str| page.to_ascii_lowercase().matches(what).count();
    for what in ["<script", "</script", "</style", "<!--", "</title", "<img"] {
        assert_eq!(count(&page, what), count(&plain, what), "{what}");
    }
    let data = data(&page);
    assert_eq!(data[0]["witnesses"][1]["path"], HOSTILE);
    assert_eq!(data[1]["t"][0], HOSTILE);
}

#[test]
fn nothing_may_be_loaded() {
    let page = export(&sample(), Format::Html);
    assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"));
    for foreign in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}

#[test]
fn the_head_counts_what_the_summary_counts() {
    let table = sample();
    let summary = table.summary();
    let head = &data(&export(&table, Format::Html))[0];
    assert_eq!(head["counts"]["beads"], summary.beads());
    assert_eq!(
        head["counts"]["differences"]["w"],
        summary.differences[&Class::Wording]
    );
    assert_eq!(head["counts"]["differences"]["m"], summary.moved_words);
    assert_eq!(head["witnesses"][1]["coverage"], summary.coverage[1]);
}

#[test]
fn a_row_says_how_its_words_are_linked() {
    let data = data(&export(&sample(), Format::Html));
    let row = &data[2];
    assert_eq!(row["t"][0], "Les principaux défis demain.");
    assert_eq!(row["u"], serde_json::json!(["1", "2"]));
    // Les/les, principaux/majeurs, défis, the brackets with their word, demain/Demain (moved), the rest.
    let letters = row["l"].as_str().expect("letters");
    assert!(letters.starts_with("cw"), "{letters}");
    assert!(letters.contains('C'), "{letters}");
    assert_eq!(data[1]["z"], "skipped: B 1 (metadata)");
}

#[test]
fn a_row_says_which_facts_differ_and_where() {
    let mut table = sample();
    let defis = table.witnesses[0]
        .tokens
        .iter()
        .position(|t| table.witnesses[0].slice(t.span) == "défis");
    table.facts.push(Fact {
        row: RowNumber(2),
        kind: FactKind::Name,
        tokens: vec![vec![TokenIndex::new(defis.expect("défis"))], Vec::new()],
        witnesses: [0, 1].into(),
    });
    let data = data(&export(&table, Format::Html));
    assert_eq!(data[1].get("f"), None);
    let f = serde_json::json!([{ "k": 2, "t": "name: − défis", "p": [[0, 15]] }]);
    assert_eq!(data[2]["f"], f);
    assert_eq!(data[0]["facts"][2], "name");
    assert_eq!(data[0]["counts"]["facts"], serde_json::json!([0, 0, 1, 0]));
}

#[test]
fn a_row_says_what_is_marked_where_few_are() {
    let table = enregard::compare(
        include_str!("../../../fixtures/kremlin/001.txt"),
        include_str!("../../../fixtures/kremlin/000.txt"),
    )
    .expect("a table");
    let quiet = [Class::Typographic];
    let rules = table.rules(&quiet);
    let voices = Voices::new(&table, rules, Marks::Few);
    let mut silent_rows = 0;
    for (row, data) in table
        .rows
        .iter()
        .zip(&data(&export(&table, Format::Html))[1..])
    {
        let shown = voices.of(row);
        let silent =
            |(link, shown): (&Link, &Shown)| table.counts(link) && shown.words == Voice::Silent;
        let expected = row.links.iter().zip(&shown).any(silent);
        let voices = data["v"].as_str().unwrap_or_default();
        assert_eq!(voices.contains(['s', 'S']), expected, "{data}");
        if expected {
            silent_rows += 1;
            assert_eq!(Some(voices.len()), data["l"].as_str().map(str::len));
        }
    }
    assert!(silent_rows > 1);
}

fn well_formed(xml: &str) {
    let mut reader = Reader::from_str(xml);
    while !matches!(reader.read_event().expect("well-formed"), Event::Eof) {}
}

#[test]
fn the_map_has_a_ribbon_a_bead_and_is_well_formed() {
    let map = export(&sample(), Format::Svg);
    well_formed(&map);
    assert_eq!(map.matches("<path class=\"r ").count(), 1);
    assert!(map.contains("row 2: A 1 – B 2, 80 % alike"), "{map}");
    assert_eq!(map.matches("<rect class=\"bar\"").count(), 2);
    well_formed(&export(&hostile(HOSTILE), Format::Svg));
    well_formed(&export(&hostile(HOSTILE), Format::SvgTree));
}

proptest! {
    /// The stretches lie in their cells, one after the other, and name links that there are.
    #[test]
    fn stretches_lie_in_their_texts(bytes in prop::collection::vec(any::<u8>(), 0..600), sides in 1usize..5) {
        let table = random(&bytes, sides);
        let data = data(&export(&table, Format::Html));
        prop_assert_eq!(data.len(), table.rows.len() + 1);
        for row in &data[1..] {
            let links = row["l"].as_str().unwrap_or_default().len();
            for (text, places) in row["t"].as_array().into_iter().flatten().zip(row["x"].as_array().into_iter().flatten()) {
                let length = text.as_str().unwrap_or_default().encode_utf16().count();
                let places: Vec<usize> = serde_json::from_value(places.clone()).expect("numbers");
                let mut at = 0;
                for stretch in places.chunks(3) {
                    at += stretch[0] + stretch[1];
                    prop_assert!(stretch[2] < links);
                }
                prop_assert!(at <= length, "{at} {length} {row}");
            }
        }
        well_formed(&export(&table, Format::Svg));
    }
}
