//! The formats, on tables made by hand and by chance.

#[cfg(feature = "documents")]
mod docx;
mod edition;
#[cfg(feature = "documents")]
mod epub;
mod hostile;
mod html;
mod json;
mod latex_facing;
mod marks;
mod texts;
#[cfg(feature = "xlsx")]
pub mod xlsx;
mod xml;

use std::io;

use enregard::AlignmentTable;
use enregard::export::{ExportOptions, Format, cannot_hold, write};
use enregard::table::PairBead;
use enregard::witness::{Siglum, UnitIndex};
use proptest::prelude::*;

use crate::tables::{cell_words, link, random, row, sample, table, witness, words};

fn export(table: &AlignmentTable, format: Format) -> String {
    with(table, format, &ExportOptions::default())
}

fn with(table: &AlignmentTable, format: Format, options: &ExportOptions) -> String {
    String::from_utf8(written(table, format, options)).expect("UTF-8")
}

fn written(table: &AlignmentTable, format: Format, options: &ExportOptions) -> Vec<u8> {
    let mut out = Vec::new();
    write(table, format, options, &mut out).expect("a Vec takes everything");
    out
}

/// Options under which every difference that counts is shown, those of white space as well.
fn everything() -> ExportOptions {
    ExportOptions {
        quiet: Vec::new(),
        ..ExportOptions::default()
    }
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
    use enregard::class::Class::{Addition, Case, Typographic, Wording};
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
    let changes = |quiet: Vec<enregard::class::Class>| {
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
    assert_eq!(changes(vec![]), "a → a; b → B; − ,; + .");
    assert_eq!(changes(vec![Typographic, Case]), "");
}

#[test]
fn changes_of_three_witnesses_name_their_sigla() {
    use enregard::class::Class::{Omission, Same, Wording};
    use enregard::table::{Fact, FactKind, RowNumber, Variation};
    use enregard::witness::TokenIndex;
    let mut bead = row(vec![vec![0], vec![0], vec![0], vec![0], vec![]]);
    let mut majors = link(vec![vec![0], vec![0], vec![0], vec![], vec![]], Wording);
    let same = link(vec![vec![1], vec![1], vec![1], vec![0], vec![]], Same);
    // Of A with B, C, D, E, of B with C, D, E, and so on.
    let classes = [
        Wording, Same, Omission, Same, Wording, Omission, Same, Omission, Same, Same,
    ];
    majors.variation = Some(Box::new(Variation {
        classes: classes.into(),
        moved: vec![false, true, false, false, false],
    }));
    majors.class = Omission;
    majors.moved = true;
    bead.links = vec![majors, same];
    let texts = ["majeurs .\n", "principaux .\n", "majeurs .\n", ".\n", ""];
    let witnesses = texts
        .iter()
        .enumerate()
        .map(|(n, t)| witness(n, t))
        .collect();
    let mut table = table(witnesses, vec![bead]);
    table.facts.push(Fact {
        row: RowNumber(1),
        kind: FactKind::Name,
        tokens: vec![
            vec![TokenIndex(0)],
            vec![TokenIndex(0)],
            vec![],
            vec![],
            vec![],
        ],
        witnesses: [0, 1, 3].into_iter().collect(),
    });
    let csv = export(&table, Format::Csv);
    assert!(
        csv.contains("A_units,A,B_units,B,C_units,C,D_units,D,"),
        "{csv}"
    );
    // E does not stand in the row.
    assert!(
        csv.contains(",majeurs A C | principaux B | − D ⇄ B,"),
        "{csv}"
    );
    assert!(
        csv.contains("name: majeurs A | principaux B | − D"),
        "{csv}"
    );
    table.base = 1;
    let csv = export(&table, Format::Csv);
    assert!(
        csv.contains(",principaux B | majeurs A C | − D ⇄ B,"),
        "{csv}"
    );
    let line: serde_json::Value =
        serde_json::from_str(&export(&table, Format::JsonLines)).expect("JSON");
    let difference = &line["differences"][0];
    assert_eq!(
        difference["readings"],
        serde_json::json!([
            {"witnesses": ["B"], "text": "principaux", "class": "same"},
            {"witnesses": ["A", "C"], "text": "majeurs", "class": "wording"},
            {"witnesses": ["D"], "text": null, "class": "omission"},
        ])
    );
    assert_eq!(difference["moved_in"], serde_json::json!(["B"]));
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
    assert_eq!(
        cannot_hold(&table, Format::Vecalign, &ExportOptions::default()),
        None
    );
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
        cannot_hold(&table, Format::Ladder, &ExportOptions::default()).as_deref(),
        Some(
            "a ladder holds no moves: 1 bead written as unmatched; \
             a ladder holds only beads of neighbours: 1 bead widened over units without a counterpart, or cut short"
        )
    );
}

/// The last clause of A renders the first of B, so their beads pass over those between.
#[test]
fn a_bead_that_passes_over_others_does_not_swallow_them() {
    let table = table(
        vec![witness(0, "a\nb\nc\nd\n"), witness(1, "x\ny\nz\n")],
        vec![
            row(vec![vec![0, 3], vec![0]]),
            row(vec![vec![1], vec![1]]),
            row(vec![vec![2], vec![2]]),
        ],
    );
    assert_eq!(
        export(&table, Format::Ladder),
        "0\t0\t0.987650\n1\t1\t0.987650\n2\t2\t0.987650\n3\t3\t0.000000\n4\t3\t0.000000\n"
    );
    assert_eq!(
        export(&table, Format::CriticMarkup),
        "{~~a~>x~~}\n{~~b~>y~~}\n{~~c~>z~~}\n{--d\n--}"
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
    let said = cannot_hold(&table, Format::Vecalign, &ExportOptions::default())
        .expect("something is lost");
    assert!(said.contains("A and B are written, C left out"), "{said}");
    let options = ExportOptions {
        pair: Some([2, 0].map(Siglum::nth)),
        ..ExportOptions::default()
    };
    let said = cannot_hold(&table, Format::Vecalign, &options).expect("something is lost");
    assert!(said.contains("C and A are written, B left out"), "{said}");
    assert_eq!(with(&table, Format::CriticMarkup, &options), "{~~c~>a~~}\n");
    assert_eq!(
        cannot_hold(&table, Format::Csv, &ExportOptions::default()),
        None
    );
}

/// A third witness that ends its sentences elsewhere makes one row of two beads.
#[test]
fn formats_of_units_have_the_beads_of_their_two() {
    let witnesses = ["a\nb\n", "x\ny\nz\n", "u\n"];
    let witnesses = witnesses
        .iter()
        .enumerate()
        .map(|(n, t)| witness(n, t))
        .collect();
    let mut whole = row(vec![vec![0, 1], vec![0, 1, 2], vec![0]]);
    let bead = |units: [u32; 2]| PairBead {
        witnesses: [0, 1],
        units: units.map(|unit| vec![UnitIndex(unit)]),
        score: 1.0,
        confidence: 0.75,
    };
    whole.beads = vec![bead([0, 0]), bead([1, 2])];
    let table = table(witnesses, vec![whole]);
    assert_eq!(
        export(&table, Format::Vecalign),
        "[0]:[0]:0.250000\n[1]:[2]:0.250000\n[]:[1]:0.000000\n"
    );
    let turned = ExportOptions {
        pair: Some([1, 0].map(Siglum::nth)),
        ..ExportOptions::default()
    };
    assert_eq!(
        with(&table, Format::Vecalign, &turned),
        "[0]:[0]:0.250000\n[2]:[1]:0.250000\n[1]:[]:0.000000\n"
    );
    assert_eq!(
        export(&table, Format::Ladder),
        "0\t0\t0.750000\n1\t1\t0.000000\n1\t2\t0.750000\n2\t3\t0.000000\n"
    );
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

/// A reader that has gone away.
struct Closed;

impl io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_seen_to_be_one() {
    // Longer than the buffers, so that writing fails and not only the last flush.
    let long = "mot ".repeat(50_000);
    let table = table(
        vec![witness(0, &long), witness(1, &long)],
        vec![row(vec![vec![0], vec![0]])],
    );
    for format in Format::ALL {
        let error =
            write(&table, format, &ExportOptions::default(), &mut Closed).expect_err("closed");
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe, "{}", format.name());
    }
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

proptest! {
    #[test]
    fn every_format_takes_every_table(bytes in prop::collection::vec(any::<u8>(), 0..400), sides in 0usize..5) {
        let table = random(&bytes, sides);
        for format in Format::ALL {
            written(&table, format, &ExportOptions::default());
            let _ = cannot_hold(&table, format, &ExportOptions::default());
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
                        prop_assert_eq!(words(&record[column]), cell_words(witness, unit));
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
