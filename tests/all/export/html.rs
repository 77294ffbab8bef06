//! The report and the map: what stands in the page, and that no text gets out of its place.

use enregard::export::Format;
use enregard::select::{Marks, Shown, Voice, Voices};
use enregard::table::{Fact, FactKind, Link, RowNumber};
use enregard::witness::{Level, TokenIndex};
use enregard::{AlignmentTable, Class};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::export;
use crate::tables::{random, row, sample, table, witness};

/// The data of a report as its script has it: the JSON, and in each row (`t`) the texts of the table beside it.
fn data(page: &str) -> Vec<serde_json::Value> {
    let part = |opens: &str, closes: &str| {
        let (_, rest) = page.split_once(opens).expect(opens);
        rest.split_once(closes).expect(closes).0
    };
    let json = part(
        "<script type=\"application/json\" id=\"data\">",
        "</script>",
    );
    let mut data: Vec<serde_json::Value> = serde_json::from_str(json).expect("JSON");
    let body = part("\n<tbody>", "\n</table>");
    for (row, line) in data[1..].iter_mut().zip(body.split("\n<tr>").skip(1)) {
        let cells = line.split("<td").skip(1).map(|cell| {
            let (_, text) = cell.split_once('>').expect("the end of a tag");
            given_back(text)
        });
        row["t"] = cells.collect();
    }
    data
}

/// A text as it was before it was put into the page.
fn given_back(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let unescaped = |text: &str| text.replace("&lt;", "<").replace("&amp;", "&");
    let mut out = unescaped(parts.next().unwrap_or_default());
    for part in parts {
        let (code, rest) = part.split_once('}').expect("an end");
        let code = u32::from_str_radix(code, 16).expect("a number");
        out.push(char::from_u32(code).expect("a character"));
        out.push_str(&unescaped(rest));
    }
    out
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
    let coverage = summary.coverage[1].expect("a share");
    assert_eq!(head["witnesses"][1]["coverage"], coverage);
}

#[test]
fn a_row_says_how_its_words_are_linked() {
    let data = data(&export(&sample(), Format::Html));
    let row = &data[2];
    assert_eq!(row["t"][0], "Les principaux défis demain.");
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

#[test]
fn of_many_a_row_says_what_each_is_to_each() {
    let texts = [
        ("A", "La terre était informe et vide, et le roi parla."),
        ("B", "La terre était informe et vide, et parla."),
        ("C", "La terre était déserte et vide, et le roi parla."),
    ];
    let table = crate::many::table(&texts, "A", Level::Sentence);
    let page = data(&export(&table, Format::Html));
    assert_eq!(page[0]["base"], 0);
    let row = &page[1];
    let letter_of = |text: &str| {
        let at = row["t"][2].as_str().and_then(|t| t.find(text)).expect(text);
        let places: Vec<usize> = serde_json::from_value(row["x"][2].clone()).expect("places");
        let mut end = 0;
        for stretch in places.chunks(3) {
            let start = end + stretch[0];
            end = start + stretch[1];
            // Of the letters before these words none takes more than one unit of UTF-16, but two bytes.
            let bytes = row["t"][2].as_str().expect("text")[..at].chars().count();
            if (start..end).contains(&bytes) {
                return row["l"][stretch[2]].as_u64().expect("a number") as usize;
            }
        }
        panic!("no stretch of {text}");
    };
    let pattern = |text: &str| row["d"][letter_of(text)].clone();
    let json = |value: &str| serde_json::from_str::<serde_json::Value>(value).expect("JSON");
    assert_eq!(pattern("terre"), json(r#"{"g":[0,0,0]}"#));
    assert_eq!(pattern("déserte"), json(r#"{"g":[0,0,1],"c":"w"}"#));
    assert_eq!(pattern("roi"), json(r#"{"g":[0,1,0],"c":"o"}"#));
    // Every two, in thousandths.
    assert_eq!(row["p"].as_array().map(Vec::len), Some(3));
}

#[test]
fn of_many_a_fact_says_who_says_what() {
    let texts = [
        ("A", "Le traité fut signé en 1972 par les rois."),
        ("B", "Le traité fut signé en 1973 par les rois."),
        ("C", "Le traité fut signé en 1972 par les rois."),
    ];
    let table = crate::many::table(&texts, "A", Level::Sentence);
    let page = data(&export(&table, Format::Html));
    // C reads as the base, and so says the same.
    let said = serde_json::json!([["1972", [0, 2]], ["1973", [1]]]);
    let facts = page[1]["f"].as_array().expect("facts");
    assert!(facts.iter().any(|fact| fact["s"] == said), "{facts:?}");
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
    #[test]
    fn texts_come_back(text in "[\\PC\r\u{202e}\u{0}<&\\\\u{}b]{0,40}") {
        let text = text.replace('\n', " ");
        let table = hostile(&format!("x{text}x"));
        let data = data(&export(&table, Format::Html));
        let own = table.witnesses[0].unit_text(table.rows[0].cells[0][0]);
        prop_assert_eq!(data[1]["t"][0].as_str(), Some(own));
    }

    /// The stretches lie in their cells, one after the other, and name links that there are.
    #[test]
    fn stretches_lie_in_their_texts(bytes in prop::collection::vec(any::<u8>(), 0..600), sides in 1usize..5) {
        let table = random(&bytes, sides);
        let data = data(&export(&table, Format::Html));
        prop_assert_eq!(data.len(), table.rows.len() + 1);
        let mut patterns = 0;
        for row in &data[1..] {
            let links = match &row["l"] {
                serde_json::Value::Array(numbers) => numbers.len(),
                letters => letters.as_str().unwrap_or_default().len(),
            };
            // A pattern is told before or where it is named.
            patterns += row["d"].as_array().map_or(0, Vec::len);
            for number in row["l"].as_array().into_iter().flatten() {
                prop_assert!(number.as_u64().is_some_and(|n| (n as usize) < patterns));
            }
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
