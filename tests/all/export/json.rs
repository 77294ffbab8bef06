//! The project's own JSON: its keys, what comes back, and what is refused.

use enregard::export::{ExportOptions, Format};
use enregard::format::json;
use enregard::{AlignmentTable, Error};
use proptest::prelude::*;

use super::{export, written};
use crate::tables::{random, sample};

#[test]
fn json_has_the_keys_of_the_schema() {
    let json: serde_json::Value =
        serde_json::from_str(&export(&sample(), Format::Json)).expect("JSON");
    assert_eq!(json["schema"], "enregard/1");
    assert_eq!(json["unit"], "sentence");
    let b = &json["witnesses"][1];
    assert_eq!(b["siglum"], "B");
    assert_eq!(b["language"], "fr");
    // `défis` is six bytes and five characters.
    assert_eq!(
        b["tokens"][4],
        serde_json::json!({"chars": [17, 22], "bytes": [17, 23], "unit": 1, "kind": "word"})
    );
    assert_eq!(b["units"][0]["skip"], "metadata");
    assert_eq!(b["units"][1]["skip"], serde_json::Value::Null);
    assert_eq!(b["units"][2]["chars"], serde_json::json!([38, 42]));
    assert_eq!(b["units"][2]["bytes"], serde_json::json!([39, 43]));
    let row = &json["rows"][1];
    assert_eq!(row["row"], 2);
    assert_eq!(row["units"], serde_json::json!([[0], [1]]));
    assert_eq!(
        row["links"][1],
        serde_json::json!({"tokens": [[1], [5]], "class": "wording", "moved": false, "probability": 1.0})
    );
    assert_eq!(json["quotations"], serde_json::json!([]));
}

fn read(json: &str) -> Result<AlignmentTable, Error> {
    json::read(json.as_bytes())
}

/// The message for the sample's JSON after one change.
fn complaint(change: impl Fn(&mut serde_json::Value)) -> String {
    let mut json = serde_json::from_str(&export(&sample(), Format::Json)).expect("JSON");
    change(&mut json);
    read(&json.to_string())
        .expect_err("the change makes it malformed")
        .to_string()
}

#[test]
fn what_does_not_hold_together_is_named_by_its_place() {
    use serde_json::json;
    let cases: [(&str, serde_json::Value, &str); 22] = [
        (
            "/schema",
            json!("enregard/2"),
            "schema: \"enregard/2\" cannot be read",
        ),
        (
            "/unit",
            json!("verse"),
            "invalid value: string \"verse\", expected a kind of unit",
        ),
        (
            "/witnesses/0/language",
            json!("x1"),
            "expected the code of a language",
        ),
        (
            "/witnesses/1/siglum",
            json!("A"),
            "witnesses[1].siglum: A is the siglum of another",
        ),
        (
            "/witnesses/1/units/0/skip",
            json!("no"),
            "expected a reason to skip",
        ),
        // `défis` of B begins at byte 17; its second letter takes bytes 18 and 19.
        (
            "/witnesses/1/tokens/4/bytes",
            json!([17, 19]),
            "witnesses[1].tokens[4].bytes: 19 lies inside a character",
        ),
        (
            "/witnesses/1/tokens/4/chars",
            json!([17, 23]),
            "witnesses[1].tokens[4].chars: 17 to 23, but the bytes are characters 17 to 22",
        ),
        (
            "/witnesses/1/tokens/4/bytes",
            json!([23, 17]),
            "witnesses[1].tokens[4].bytes: 23 to 17 is not a range",
        ),
        (
            "/witnesses/1/tokens/4/bytes",
            json!([17, 999]),
            "witnesses[1].tokens[4].bytes: 17 to 999 is not a range of a text of 44 bytes",
        ),
        (
            "/witnesses/1/tokens/4/unit",
            json!(2),
            "witnesses[1].tokens[4].unit: 2, but its unit is 1",
        ),
        (
            "/witnesses/0/units/0/tokens",
            json!([0, 99]),
            "witnesses[0].units[0].tokens: 0 to 99 is not a range of tokens",
        ),
        (
            "/witnesses/0/units/0/tokens",
            json!([0, 6]),
            "witnesses[0].units[0].tokens: these tokens do not lie inside",
        ),
        (
            "/witnesses/0/units/1/tokens",
            json!([4, 7]),
            "witnesses[0].units[1].tokens: 4 to 7 is not a range",
        ),
        (
            "/witnesses/0/units/1/paragraph",
            json!(2),
            "witnesses[0].units[1].paragraph: 2 is out of range: there are 2",
        ),
        (
            "/witnesses/0/clauses/1/sentence",
            json!(7),
            "witnesses[0].clauses[1].sentence: 7 is out of range",
        ),
        (
            "/rows/2/row",
            json!(2),
            "rows[2].row: 2 is 0 or the number of another row",
        ),
        (
            "/rows/1/units",
            json!([[0], [7]]),
            "rows[1].units[1]: 7 is out of range: there are 3",
        ),
        (
            "/rows/1/units",
            json!([[0]]),
            "rows[1].units: 1 lists for 2 witnesses",
        ),
        (
            "/rows/2/units",
            json!([[0], []]),
            "rows[2].units[0]: 0 stands in two places",
        ),
        (
            "/rows/1/kind",
            json!("only"),
            "rows[1].kind: \"only\", but 2 witnesses have units here",
        ),
        (
            "/rows/1/confidence",
            json!(1.5),
            "rows[1].confidence: 1.5 does not lie between 0 and 1",
        ),
        (
            "/rows/1/links/0/tokens",
            json!([[5], [3]]),
            "rows[1].links[0].tokens[0]: 5 is a token of another row",
        ),
    ];
    for (pointer, value, expected) in cases {
        let said = complaint(|json| {
            *json.pointer_mut(pointer).expect("the key is there") = value.clone();
        });
        assert!(said.contains(expected), "{pointer}: {said}");
    }
}

#[test]
fn every_key_is_required() {
    let json: serde_json::Value = serde_json::from_str(&export(
        &random(&[1, 9, 200, 33].repeat(40), 2),
        Format::Json,
    ))
    .expect("JSON");
    // One object of each kind.
    let objects = [
        "",
        "/witnesses/0",
        "/witnesses/0/units/0",
        "/witnesses/0/tokens/0",
        "/rows/0",
        "/rows/0/links/0",
    ];
    for pointer in objects {
        let object = json
            .pointer(pointer)
            .and_then(|v| v.as_object())
            .expect("an object");
        // A file without parts of its own has neither.
        let optional = |key: &str| key == "structure" || key == "labels";
        for key in object.keys().filter(|key| !optional(key)) {
            let mut less = json.clone();
            less.pointer_mut(pointer)
                .and_then(|v| v.as_object_mut())
                .expect("an object")
                .remove(key);
            let said = read(&less.to_string()).expect_err(key).to_string();
            assert!(said.contains(key), "{pointer}/{key}: {said}");
        }
    }
}

#[test]
fn what_is_no_table_at_all_is_said_with_line_and_column() {
    let whole = export(&sample(), Format::Json);
    for (json, expected) in [
        ("", "line 1 column 0: the file ends in the middle"),
        (&whole[..whole.len() / 2], "the file ends in the middle"),
        ("nothing", "line 1 column 2: not JSON"),
        ("{\"links\": []}", "schema: the key is missing"),
        ("{\"schema\": 7}", "line 1 column 12: invalid type: integer"),
        (
            "{\"schema\": \"enregard/9\", \"shape\": []}",
            "\"enregard/9\" cannot be read",
        ),
        (
            &format!("{{\"x\": {}", "[".repeat(100_000)),
            "the file ends in the middle",
        ),
    ] {
        let said = read(json).expect_err("no table").to_string();
        assert!(said.contains(expected), "{said}");
    }
    assert!(json::read(&b"{\"schema\": \"\xff\"}"[..]).is_err());
}

#[test]
fn keys_of_others_and_a_byte_order_mark_are_no_trouble() {
    let mut json: serde_json::Value =
        serde_json::from_str(&export(&sample(), Format::Json)).expect("JSON");
    json["tool"] = "another".into();
    json["rows"][0]["colour"] = 7.into();
    assert_eq!(read(&format!("\u{feff}{json}")).expect("a table"), sample());
}

proptest! {
    #[test]
    fn json_gives_the_table_back(bytes in prop::collection::vec(any::<u8>(), 0..400), sides in 0usize..5) {
        let table = random(&bytes, sides);
        let json = export(&table, Format::Json);
        let back = read(&json).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&back, &table);
        prop_assert_eq!(export(&back, Format::Json), json);
    }

    #[test]
    fn damaged_json_is_an_error_or_a_table(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        sides in 2usize..4,
        at in any::<prop::sample::Index>(),
        with in prop::sample::select(vec!["9", "0", "-", "null", "[", "}", "\"", "", "\\u0000", "é"]),
    ) {
        let json = export(&random(&bytes, sides), Format::Json);
        let mut at = at.index(json.len());
        while !json.is_char_boundary(at) { at -= 1 }
        let end = at + json[at..].chars().next().map_or(0, char::len_utf8);
        let damaged = format!("{}{with}{}", &json[..at], &json[end..]);
        // What is accepted can be written in every format.
        if let Ok(table) = read(&damaged) {
            for format in Format::ALL {
                written(&table, format, &ExportOptions::default());
            }
        }
    }
}
