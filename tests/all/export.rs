//! The formats, on tables made by hand and by chance.

use enregard::export::{ExportOptions, Format, json, write};
use enregard::{AlignmentTable, Error};
use proptest::prelude::*;

use crate::tables::{link, random, row, sample, table, witness};

fn export(table: &AlignmentTable, format: Format) -> String {
    with(table, format, &ExportOptions::default())
}

fn with(table: &AlignmentTable, format: Format, options: &ExportOptions) -> String {
    let mut out = Vec::new();
    write(table, format, options, &mut out).expect("a Vec takes everything");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn csv_has_the_columns_and_what_they_say() {
    assert_eq!(
        export(&sample(), Format::Csv),
        "row,kind,moved,A_units,A,B_units,B,similarity,confidence,changes,status,note\r\n\
         1,only,false,,,1,2020,,,,auto,skipped: B 1 (metadata)\r\n\
         2,bead,false,1,Les principaux défis demain.,2,\"Demain, les défis majeurs (SII).\",0.8000,0.9877,\
         Les → les; principaux → majeurs; + (SII); demain ⇄ Demain,auto,\r\n\
         3,only,false,2,Rien.,,,,,,auto,\r\n\
         4,only,false,,,3,=1+1,,,,auto,\r\n"
    );
}

#[test]
fn tsv_is_quoted_where_a_tab_or_a_line_end_would_break_it() {
    let table = table(
        vec![witness(0, "un\tdeux\n"), witness(1, "")],
        vec![row(vec![vec![0], vec![]])],
    );
    assert_eq!(
        export(&table, Format::Tsv),
        "row\tkind\tmoved\tA_units\tA\tB_units\tB\tsimilarity\tconfidence\tchanges\tstatus\tnote\n\
         1\tonly\tfalse\t1\t\"un\tdeux\"\t\t\t\t\t\tauto\t\n"
    );
}

#[test]
fn a_byte_order_mark_and_the_formula_guard_are_options() {
    let options = ExportOptions {
        bom: true,
        formula_guard: true,
        ..ExportOptions::default()
    };
    let csv = with(&sample(), Format::Csv, &options);
    assert!(csv.starts_with("\u{feff}row,kind,"), "{csv}");
    assert!(csv.contains(",'=1+1,"), "{csv}");
    assert!(!export(&sample(), Format::Csv).contains("'=1+1"));
}

#[test]
fn quiet_classes_and_marks_are_left_out_of_the_changes() {
    use enregard::normalize::Class::{Addition, Case, Typographic, Wording};
    let mut bead = row(vec![vec![0], vec![0]]);
    bead.links = vec![
        link(vec![vec![0], vec![0]], Typographic),
        link(vec![vec![1], vec![1]], Case),
        link(vec![vec![2], vec![]], Wording),
        link(vec![vec![], vec![2]], Addition),
    ];
    let table = table(
        vec![witness(0, "a b ,\n"), witness(1, "a B .\n")],
        vec![bead],
    );
    let changes = |quiet: Vec<enregard::normalize::Class>| {
        let options = ExportOptions {
            quiet,
            ..ExportOptions::default()
        };
        let csv = with(&table, Format::Csv, &options);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let record = reader.records().next().expect("a row").expect("CSV");
        record[9].to_owned()
    };
    assert_eq!(changes(vec![Typographic]), "b → B");
    assert_eq!(changes(vec![]), "a → a; b → B");
    assert_eq!(changes(vec![Typographic, Case]), "");
}

#[test]
fn changes_of_three_witnesses_name_their_sigla() {
    use enregard::normalize::Class::Wording;
    let mut bead = row(vec![vec![0], vec![0], vec![0], vec![]]);
    bead.links = vec![link(vec![vec![0], vec![0], vec![0], vec![]], Wording)];
    let texts = ["majeurs\n", "principaux\n", "majeurs\n", ""];
    let witnesses = texts
        .iter()
        .enumerate()
        .map(|(n, t)| witness(n, t))
        .collect();
    let csv = export(&table(witnesses, vec![bead]), Format::Csv);
    assert!(
        csv.contains("A_units,A,B_units,B,C_units,C,D_units,D,"),
        "{csv}"
    );
    assert!(csv.contains(",majeurs A C | principaux B | − D,"), "{csv}");
}

#[test]
fn units_that_are_not_neighbours_show_that_something_was_passed_over() {
    let table = table(
        vec![witness(0, "un\ndeux\ntrois\nquatre\n"), witness(1, "x\n")],
        vec![
            row(vec![vec![0, 2, 3], vec![0]]),
            row(vec![vec![1], vec![]]),
        ],
    );
    let csv = export(&table, Format::Csv);
    assert!(csv.contains("\"1,3-4\",un […] trois quatre,1,x,"), "{csv}");
}

#[test]
fn markdown_cells_stay_cells() {
    let table = table(
        vec![witness(0, "a | b\n"), witness(1, "*a* <b>\n")],
        vec![row(vec![vec![0], vec![0]])],
    );
    let markdown = export(&table, Format::Markdown);
    assert_eq!(
        markdown.lines().nth(2),
        Some(
            "| 1 | bead | false | 1 | a \\| b | 1 | \\*a\\* &lt;b&gt; | 0.8000 | 0.9877 |  | auto |  |"
        )
    );
    assert_eq!(
        markdown.lines().nth(1).map(|l| l.matches("---").count()),
        Some(12)
    );
}

#[test]
fn vecalign_has_a_line_a_bead_and_a_line_an_unmatched_unit() {
    let table = table(
        vec![witness(0, "a\nb\nc\nd\n"), witness(1, "x\ny\nz\n")],
        vec![
            row(vec![vec![0, 1], vec![1]]),
            row(vec![vec![], vec![0, 2]]),
            row(vec![vec![2, 3], vec![]]),
        ],
    );
    assert_eq!(
        export(&table, Format::Vecalign),
        "[0, 1]:[1]:0.012350\n[]:[0]:0.000000\n[]:[2]:0.000000\n[2]:[]:0.000000\n[3]:[]:0.000000\n"
    );
    assert_eq!(Format::Vecalign.cannot_hold(&table), None);
}

#[test]
fn a_ladder_climbs_both_texts_and_says_what_it_lost() {
    let mut moved = row(vec![vec![3], vec![0]]);
    moved.moved = true;
    let table = table(
        vec![witness(0, "a\nb\nc\nd\n"), witness(1, "x\ny\nz\n")],
        vec![
            row(vec![vec![0, 2], vec![1]]),
            row(vec![vec![1], vec![]]),
            moved,
            row(vec![vec![], vec![2]]),
        ],
    );
    assert_eq!(
        export(&table, Format::Ladder),
        "0\t0\t0.000000\n0\t1\t0.987650\n3\t2\t0.000000\n4\t2\t0.000000\n4\t3\t0.000000\n"
    );
    assert_eq!(
        Format::Ladder.cannot_hold(&table).as_deref(),
        Some(
            "a ladder holds no moves: 1 bead written as unmatched; \
             a ladder holds only beads of neighbours: 1 bead widened"
        )
    );
}

#[test]
fn formats_of_two_witnesses_name_the_others() {
    let witnesses = ["a\n", "b\n", "c\n"];
    let witnesses = witnesses
        .iter()
        .enumerate()
        .map(|(n, t)| witness(n, t))
        .collect();
    let table = table(witnesses, vec![row(vec![vec![0], vec![0], vec![0]])]);
    let said = Format::Vecalign
        .cannot_hold(&table)
        .expect("something is lost");
    assert!(said.ends_with("A and B are written, C left out"), "{said}");
    assert_eq!(Format::Csv.cannot_hold(&table), None);
}

#[test]
fn a_line_of_json_lines_is_complete() {
    let lines = export(&sample(), Format::JsonLines);
    let line: serde_json::Value =
        serde_json::from_str(lines.lines().nth(1).expect("a second row")).expect("JSON");
    assert_eq!(line["row"], 2);
    assert_eq!(line["A"], "Les principaux défis demain.");
    assert_eq!(line["B_units"], "2");
    assert_eq!(line["note"], serde_json::Value::Null);
    assert_eq!(line["similarity"], 0.8);
    let differences = line["differences"].as_array().expect("a list");
    assert_eq!(differences.len(), 7);
    assert_eq!(
        differences[1]["texts"],
        serde_json::json!(["principaux", "majeurs"])
    );
    assert_eq!(differences[2]["texts"], serde_json::json!([null, "("]));
}

#[test]
fn names_and_extensions() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
    }
    assert_eq!(Format::from_extension("MD"), Some(Format::Markdown));
    assert_eq!(Format::from_extension("txt"), None);
    let without: Vec<_> = Format::ALL
        .into_iter()
        .filter(|f| !f.holds_words())
        .collect();
    assert_eq!(without, [Format::Vecalign, Format::Ladder]);
}

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
        ("/witnesses/0/language", json!("xx"), "expected a language"),
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
            "witnesses[1].tokens[4].bytes: 23 to 17 is no range",
        ),
        (
            "/witnesses/1/tokens/4/bytes",
            json!([17, 999]),
            "witnesses[1].tokens[4].bytes: 17 to 999 is no range of a text of 44 bytes",
        ),
        (
            "/witnesses/1/tokens/4/unit",
            json!(2),
            "witnesses[1].tokens[4].unit: 2, but its unit is 1",
        ),
        (
            "/witnesses/0/units/0/tokens",
            json!([0, 99]),
            "witnesses[0].units[0].tokens: 0 to 99 is no range of tokens",
        ),
        (
            "/witnesses/0/units/0/tokens",
            json!([0, 6]),
            "witnesses[0].units[0].tokens: these tokens do not lie inside",
        ),
        (
            "/witnesses/0/units/1/tokens",
            json!([4, 7]),
            "witnesses[0].units[1].tokens: 4 to 7 is no range",
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
        for key in object.keys() {
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
    fn json_gives_the_table_back(bytes in prop::collection::vec(any::<u8>(), 0..400), sides in 0usize..4) {
        let table = random(&bytes, sides);
        let json = export(&table, Format::Json);
        let back = read(&json).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&back, &table);
        prop_assert_eq!(export(&back, Format::Json), json);
    }

    #[test]
    fn damaged_json_is_an_error_or_a_table(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        at in any::<prop::sample::Index>(),
        with in prop::sample::select(vec!["9", "0", "-", "null", "[", "}", "\"", "", "\\u0000", "é"]),
    ) {
        let json = export(&random(&bytes, 2), Format::Json);
        let mut at = at.index(json.len());
        while !json.is_char_boundary(at) { at -= 1 }
        let end = at + json[at..].chars().next().map_or(0, char::len_utf8);
        let damaged = format!("{}{with}{}", &json[..at], &json[end..]);
        // What is accepted can be written in every format.
        if let Ok(table) = read(&damaged) {
            for format in Format::ALL {
                export(&table, format);
            }
        }
    }

    #[test]
    fn every_format_takes_every_table(bytes in prop::collection::vec(any::<u8>(), 0..400), sides in 0usize..4) {
        let table = random(&bytes, sides);
        for format in Format::ALL {
            export(&table, format);
            let _ = format.cannot_hold(&table);
        }
    }

    #[test]
    fn csv_cells_come_back(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let table = random(&bytes, 2);
        for (format, delimiter) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
            let text = export(&table, format);
            let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
            let mut records = 0;
            for (record, row) in reader.records().zip(&table.rows) {
                let record = record.map_err(|e| TestCaseError::fail(e.to_string()))?;
                prop_assert_eq!(&record[0], row.number.to_string());
                for (w, column) in [(0, 4), (1, 6)] {
                    if let [unit] = row.cells[w][..] {
                        let witness = &table.witnesses[w];
                        prop_assert_eq!(&record[column], witness.slice(witness.units()[unit as usize].span));
                    }
                }
                records += 1;
            }
            prop_assert_eq!(records, table.rows.len());
        }
    }

    #[test]
    fn a_ladder_never_goes_down(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let table = random(&bytes, 2);
        let ladder = export(&table, Format::Ladder);
        let rungs: Vec<[usize; 2]> = ladder
            .lines()
            .map(|line| {
                let mut numbers = line.split('\t').map(|n| n.parse().unwrap_or(usize::MAX));
                [numbers.next().unwrap_or(usize::MAX), numbers.next().unwrap_or(usize::MAX)]
            })
            .collect();
        prop_assert_eq!(rungs.first(), Some(&[0, 0]));
        prop_assert_eq!(rungs.last(), Some(&[0, 1].map(|w: usize| table.witnesses[w].units().len())));
        prop_assert!(rungs.windows(2).all(|w| w[0][0] <= w[1][0] && w[0][1] <= w[1][1] && w[0] != w[1]));
    }
}
