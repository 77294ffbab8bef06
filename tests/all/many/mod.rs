//! More than two witnesses.

mod apparatus;
#[cfg(feature = "xlsx")]
mod colours;
mod gold;
mod groups;
mod languages;
mod order;
mod stats;
mod tree;
mod views;

use enregard::export::{ExportOptions, Format, write};
use enregard::read::{ReadOptions, read_bytes};
use enregard::table::AlignmentTable;
use enregard::view::{self, ViewOptions};
use enregard::witness::{Level, Siglum, Witness};
use enregard::{CompareOptions, Unobserved, collate};

/// The witnesses of these texts, by their sigla.
pub fn witnesses(texts: &[(&str, &str)], level: Level) -> Vec<Witness> {
    let options = ReadOptions {
        level,
        ..ReadOptions::default()
    };
    let read = |(siglum, text): &(&str, &str)| {
        let siglum = Siglum((*siglum).to_owned());
        let bytes = text.as_bytes().into();
        read_bytes(bytes, "text", siglum, &options)
            .expect("a text")
            .witness
    };
    texts.iter().map(read).collect()
}

/// The table of these witnesses, by their sigla; the base by its siglum.
pub fn table(texts: &[(&str, &str)], base: &str, level: Level) -> AlignmentTable {
    let base = texts.iter().position(|(siglum, _)| *siglum == base);
    let options = CompareOptions::default();
    collate(
        witnesses(texts, level),
        base.expect("a witness"),
        &options,
        &[],
        &Unobserved,
    )
    .expect("a table")
}

/// The table of these lines, of which the first witness is the base.
fn lines(texts: &[(&str, &str)]) -> AlignmentTable {
    table(texts, texts[0].0, Level::Line)
}

/// What a format makes of a table.
fn exported(table: &AlignmentTable, format: Format) -> String {
    let mut out = Vec::new();
    write(table, format, &ExportOptions::default(), &mut out).expect("it is written");
    String::from_utf8_lossy(&out).into_owned()
}

/// What the command prints of a table.
fn page(table: &AlignmentTable, options: &ViewOptions) -> String {
    let mut out = Vec::new();
    view::overview(table, &table.overview(), options, &mut out).expect("written");
    view::render(table, options, &mut out).expect("written");
    view::summary(table, &table.overview(), options, &mut out).expect("written");
    String::from_utf8(out).expect("text")
}

/// Four renderings that differ in words, in order and in what they leave out.
const GENESIS: [(&str, &str); 4] = [
    (
        "A",
        "Au commencement, Dieu créa les cieux et la terre. La terre était informe et vide ; il y avait des ténèbres à la surface de l’abîme. \
         Dieu dit : Que la lumière soit ! Et la lumière fut. Dieu vit que la lumière était bonne.",
    ),
    (
        "B",
        "Dieu, au commencement, créa le ciel et la terre. Et la terre était sans forme et vide, et les ténèbres étaient sur la face de l’abîme. \
         Et Dieu dit : Que la lumière soit. Et la lumière fut.",
    ),
    (
        "C",
        "Au commencement Dieu créa les cieux et la terre. Or la terre était déserte et vide, et les ténèbres couvraient l’abîme. \
         Dieu vit que la lumière était bonne. Et Dieu dit : Que la lumière soit ! et la lumière fut.",
    ),
    (
        "D",
        "La terre était informe et vide ; les ténèbres couvraient l’abîme. Dieu dit : Lumière, sois ! et la lumière fut. Dieu vit que la lumière était bonne. \
         Dieu sépara la lumière d’avec les ténèbres.",
    ),
];

#[test]
fn what_some_have_stands_in_one_row_with_who_reads_what() {
    let table = table(&GENESIS, "A", Level::Sentence);
    let first = &table.rows[0];
    let has: Vec<bool> = (0..4).map(|w| first.has(w)).collect();
    assert_eq!(has, [true, true, true, false]);
    let link = first
        .links
        .iter()
        .find(|link| {
            link.tokens[1]
                .iter()
                .any(|&t| table.witnesses[1].token_text(t) == "ciel")
        })
        .expect("a link of `ciel`");
    let seen = enregard::table::Seen::Counting;
    let readings = table.rules(&[]).readings(first, link, table.base, seen);
    let groups: Vec<Vec<usize>> = readings.iter().map(|r| r.witnesses.to_vec()).collect();
    assert_eq!(groups, [vec![0, 2], vec![1]]);
    // D alone goes on.
    let last = table.rows.last().expect("rows");
    assert_eq!((0..4).filter(|&w| last.has(w)).collect::<Vec<_>>(), [3]);
}

#[test]
fn what_one_witness_has_elsewhere_is_moved_in_that_one() {
    let table = table(&GENESIS, "A", Level::Sentence);
    let moved: Vec<(usize, usize)> = table
        .rows
        .iter()
        .enumerate()
        .flat_map(|(n, row)| {
            (0..4)
                .filter(move |&w| row.moved_to_in(w, 0).is_some())
                .map(move |w| (n, w))
        })
        .collect();
    assert!(
        !moved.is_empty() && moved.iter().all(|&(_, w)| w == 2),
        "{moved:?}"
    );
}

/// What a table says of its witnesses, whatever their order: the units and the words that stand together, by siglum, with the
/// class between every two.
pub fn said(table: &AlignmentTable) -> Vec<String> {
    let mut order: Vec<usize> = (0..table.witnesses.len()).collect();
    order.sort_by(|&x, &y| table.witnesses[x].siglum.cmp(&table.witnesses[y].siglum));
    let mut said: Vec<String> = Vec::new();
    for row in &table.rows {
        let cells: Vec<String> = order
            .iter()
            .map(|&w| format!("{:?}", row.cells[w]))
            .collect();
        said.push(format!("row {}", cells.join(" | ")));
        for link in &row.links {
            let words: Vec<String> = order
                .iter()
                .map(|&w| format!("{:?}", &link.tokens[w]))
                .collect();
            let pairs = order.iter().enumerate().flat_map(|(n, &x)| {
                order[n + 1..]
                    .iter()
                    .map(move |&y| link.class_between(x, y).name())
            });
            said.push(format!(
                "link {} {}",
                words.join(" | "),
                pairs.collect::<Vec<_>>().join(",")
            ));
        }
    }
    said
}

#[test]
fn the_order_of_the_witnesses_changes_nothing() {
    let whole = table(&GENESIS, "B", Level::Sentence);
    let one = said(&whole);
    for order in [[1, 0, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1], [0, 3, 1, 2]] {
        let texts = order.map(|n| GENESIS[n]);
        // With the base fixed, rows and links stand in the same order; only the columns are others.
        assert_eq!(said(&table(&texts, "B", Level::Sentence)), one, "{order:?}");
    }
    let sorted = |table: &AlignmentTable| {
        let mut said = said(table);
        said.sort();
        said
    };
    // Without, the same units and words stand together.
    for base in ["A", "C", "D"] {
        let other = table(&GENESIS, base, Level::Sentence);
        assert_eq!(sorted(&other), sorted(&whole), "base {base}");
    }
}

#[test]
fn a_table_of_many_is_read_back_as_it_was() {
    let whole = table(&GENESIS, "B", Level::Sentence);
    let json = exported(&whole, Format::Json);
    let read = enregard::format::json::read(json.as_bytes()).expect("it is read");
    assert_eq!(
        read,
        AlignmentTable {
            notes: Vec::new(),
            ..whole
        }
    );
}

#[test]
fn two_of_many_have_a_table_of_their_own() {
    let whole = table(&GENESIS, "A", Level::Sentence);
    let pair = whole.between([0, 3]);
    assert_eq!(pair.witnesses.len(), 2);
    let changes: Vec<String> = pair.changes().map(|change| change.to_string()).collect();
    assert!(
        changes.iter().any(|c| c.starts_with("+ Dieu sépara")),
        "{changes:?}"
    );
    assert!(
        changes.iter().any(|c| c.starts_with("− Au commencement")),
        "{changes:?}"
    );
}

/// Four that say other numbers, dates and names, and one of which lacks the second sentence.
const FACTS: [(&str, &str); 4] = [
    (
        "A",
        "Le traité fut signé à Lyon par trois rois. Il ne dura pas. On le rompit le 4 mars 1612 à Gand.",
    ),
    (
        "B",
        "Le traité fut signé à Lyon par quatre rois. Il dura peu. On le rompit le 5 mars 1612 à Gand.",
    ),
    (
        "C",
        "Le traité fut signé à Metz par cinq rois. On le rompit le 6 mars 1612 à Anvers.",
    ),
    (
        "D",
        "Le traité fut signé à Metz par quatre rois. Il ne dura guère. On le rompit le 4 mars à Gand.",
    ),
];

#[test]
fn two_of_many_have_their_facts_whoever_is_the_base() {
    let told = |table: &AlignmentTable| {
        let facts = table.facts.iter().map(|fact| {
            let words = fact.tokens.iter().zip(&table.witnesses);
            let words = words.map(|(tokens, witness)| {
                let words: Vec<&str> = tokens.iter().map(|&t| witness.token_text(t)).collect();
                words.join(" ")
            });
            format!("{:?}: {}", fact.kind, words.collect::<Vec<_>>().join(" / "))
        });
        let mut facts: Vec<String> = facts.collect();
        facts.sort();
        facts
    };
    let of_base_a = table(&FACTS, "A", Level::Sentence);
    let between = told(&of_base_a.between([1, 2]));
    assert!(
        between.contains(&"Number: quatre / cinq".to_owned()),
        "{between:?}"
    );
    assert!(
        between.contains(&"Name: Gand / Anvers".to_owned()),
        "{between:?}"
    );
    for [a, b] in [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] {
        let expected = told(&of_base_a.between([a, b]));
        assert!(!expected.is_empty());
        for (base, _) in FACTS {
            let whole = table(&FACTS, base, Level::Sentence);
            let pair = whole.between([a, b]);
            assert_eq!(told(&pair), expected, "{a} and {b}, base {base}");
            // The other way round, in the summary, and in a table that was read back.
            assert_eq!(whole.between([b, a]).facts.len(), expected.len());
            let count: usize = pair.summary().facts.values().sum();
            assert_eq!(count, expected.len());
            let json = exported(&whole, Format::Json);
            let again = enregard::format::json::read(json.as_bytes()).expect("a table");
            assert_eq!(again.facts_between, whole.facts_between);
            assert_eq!(again.between([a, b]).facts, pair.facts);
        }
    }
    let mut said = Vec::new();
    let pair = of_base_a.between([1, 2]);
    view::summary(&pair, &pair.overview(), &ViewOptions::default(), &mut said).expect("written");
    let said = String::from_utf8(said).expect("text");
    assert!(said.contains("facts differ"), "{said}");
}

#[test]
fn corrections_of_many_come_back() {
    use enregard::apply::{apply, read_corrections};
    let whole = table(&GENESIS, "B", Level::Sentence);
    let applied = |csv: &[u8]| {
        let corrections = read_corrections(csv, &[]).expect("a table");
        let witnesses = witnesses(&GENESIS, Level::Sentence);
        let options = CompareOptions::default();
        apply(&corrections, witnesses, 1, &[], &options, &Unobserved).expect("it is applied")
    };
    let mut csv = Vec::new();
    write(&whole, Format::Csv, &ExportOptions::default(), &mut csv).expect("it is written");
    // Nobody changed it.
    assert_eq!(applied(&csv).table, whole);
    // D’s first sentence is taken out of the row that it stands in.
    let csv = String::from_utf8(csv).expect("text");
    let mut lines: Vec<Vec<String>> = csv_lines(&csv);
    let column = lines[0]
        .iter()
        .position(|name| name == "D_units")
        .expect("a column");
    let row = lines
        .iter()
        .position(|line| line[column] == "1")
        .expect("a row of D 1");
    lines[row][column].clear();
    lines[row][column + 1].clear();
    let mut alone = vec![String::new(); lines[0].len()];
    alone[column] = "1".to_owned();
    lines.push(alone);
    let mut edited = csv::Writer::from_writer(Vec::new());
    lines
        .iter()
        .for_each(|line| edited.write_record(line).expect("a line"));
    let result = applied(&edited.into_inner().expect("all of it"));
    let cells = |units: &[u32]| {
        units
            .iter()
            .map(|&u| enregard::witness::UnitIndex(u))
            .collect::<Vec<_>>()
    };
    let own = result
        .table
        .rows
        .iter()
        .find(|row| row.cells[3] == cells(&[0]))
        .expect("a row of D 1");
    assert!((0..3).all(|w| !own.has(w)), "{own:?}");
    assert_eq!(result.edited.len(), 2);
}

fn csv_lines(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let lines = reader
        .records()
        .map(|line| line.expect("a line").iter().map(str::to_owned).collect());
    lines.collect()
}
