//! The critical apparatus, in a terminal and in files.

use enregard::AlignmentTable;
use enregard::export::Format;
use enregard::view::{Layout, ViewOptions, render};
use enregard::witness::Level;

use super::{exported, table};

/// The entries that the terminal shows.
fn shown(table: &AlignmentTable) -> Vec<String> {
    let options = ViewOptions {
        layout: Layout::Apparatus,
        width: 10_000,
        ..ViewOptions::default()
    };
    let mut out = Vec::new();
    render(table, &options, &mut out).expect("it is shown");
    let text = String::from_utf8(out).expect("text");
    let rows = text.lines().filter_map(|line| line.split_once("│ "));
    let entries = rows.flat_map(|(_, entries)| entries.split(" | "));
    entries
        .filter(|entry| entry.contains(']'))
        .map(|entry| entry.replace('⚑', ""))
        .collect()
}

/// The entries of a file, as the terminal sets them: what is added before words stands behind `before`.
fn written(table: &AlignmentTable) -> Vec<String> {
    let text = exported(table, Format::Apparatus);
    let entries = text.lines().filter_map(|line| line.strip_prefix("    "));
    let of = |entry: &str| {
        let (lemma, variants) = entry.split_once("] ").expect("a lemma");
        let before = if variants.contains("ante add.") {
            "before "
        } else {
            ""
        };
        let variants = variants.replace("ante add.", "add.");
        format!("{before}{lemma}] {variants}")
    };
    entries.map(of).collect()
}

/// Five versions of two verses that differ in all that an apparatus tells.
const VERSES: [(&str, &str); 5] = [
    (
        "A",
        "La mer monte et la mer descend, et le vieux phare éclaire la grève, puis la nuit couvre toutes les barques du port.\n\
         Le pêcheur rentre au village.",
    ),
    (
        "B",
        "Alors la mer monte et l’onde descend, et le phare éclaire la grève, puis la nuit couvre toutes les barques du port.\n\
         Le pêcheur las rentre au village.",
    ),
    (
        "C",
        "La mer monte et la mer redescend, et le vieux phare éclaire la grève.\n\
         Le pêcheur las et seul rentre au village.",
    ),
    (
        "D",
        "La mer monte et la mer descend, et le vieux phare éclaire les grèves, puis la nuit couvre toutes les barques du port.\n\
         Au village le pêcheur las rentre.",
    ),
    (
        "E",
        "La mer monte et la mer descend, et le vieux phare éclaire la plage, puis la nuit couvre toutes les barques du port.\n\
         Le marin rentre au village.",
    ),
];

#[test]
fn the_terminal_and_the_file_have_the_same_entries() {
    for count in 2..=VERSES.len() {
        for (base, _) in VERSES {
            let Some(texts) = VERSES[..count]
                .iter()
                .any(|(w, _)| *w == base)
                .then(|| &VERSES[..count])
            else {
                continue;
            };
            let table = table(texts, base, Level::Line);
            assert!(table.rows.iter().all(|row| row.present().count() == count));
            let [shown, written] = [shown(&table), written(&table)].map(|mut entries| {
                entries.sort();
                entries
            });
            assert!(shown.len() > 1, "{shown:?}");
            assert_eq!(shown, written, "{count} against {base}");
        }
    }
}

#[test]
fn what_each_adds_at_one_place_is_one_reading() {
    let table = table(&VERSES, "A", Level::Line);
    let entries = written(&table);
    let adds = |entry: &&String| entry.starts_with("pêcheur]") && entry.contains("add.");
    let adds: Vec<&String> = entries.iter().filter(adds).collect();
    assert_eq!(
        adds,
        ["pêcheur] add. las B D · add. las et seul C · add. marin E"],
        "{entries:#?}"
    );
}

#[test]
fn a_word_that_stands_twice_is_numbered_in_files() {
    let table = table(
        &[
            ("A", "Il vit la ville blanche et la mer blanche."),
            ("B", "Il vit la ville blanche et la mer profonde."),
            ("C", "Il vit la ville blanche et la mer blanche."),
        ],
        "A",
        Level::Line,
    );
    let text = exported(&table, Format::Apparatus);
    assert!(text.ends_with("\n    blanche²] profonde B\n"), "{text}");
    // TeX knows what stands in one line.
    let latex = exported(&table, Format::Latex);
    let text = "ville \\sameword{blanche} et la mer \\edtext{\\sameword[{1}]{blanche}}\
                {\\lemma{\\sameword{blanche}}\\Afootnote{profonde \\siglum{B}}}.";
    assert!(latex.contains(text), "{latex}");
}

#[test]
fn several_words_that_stand_twice_are_numbered_by_tex() {
    let of = |second: &'static str, third: &'static str| {
        format!("Là dort la belle forêt, là chante {second}, et là meurt {third} du nord.")
    };
    let texts = [
        of("la belle forêt", "la belle forêt"),
        of("une sombre rivière", "la belle forêt"),
        of("la belle forêt", "la belle jungle"),
    ];
    let texts: Vec<(&str, &str)> = ["A", "B", "C"]
        .into_iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    let latex = exported(&table(&texts, "A", Level::Line), Format::Latex);
    // Each place is told, also where another lemma stands in it, and the lemma has its own.
    for part in [
        "dort \\sameword{la belle \\sameword{forêt}}, là",
        "chante \\edtext{\\sameword[{1}]{la belle \\sameword{forêt}}}{\\lemma{\\sameword{la belle forêt}}\\Afootnote",
        "meurt \\sameword{la belle \\edtext{\\sameword[{1}]{forêt}}{\\lemma{\\sameword{forêt}}\\Afootnote{jungle \\siglum{C}}}} du",
    ] {
        assert!(latex.contains(part), "{part}\n{latex}");
    }
    // Where they would cross what another entry is about, they are not.
    let crossing = [
        (
            "A",
            "Puis le vent du nord souffle, et le vent du nord glacé mord.",
        ),
        ("B", "Puis la bise souffle, et le vent du soir mord."),
        (
            "C",
            "Puis le vent du nord souffle, et le vent de la steppe mord.",
        ),
    ];
    let latex = exported(&table(&crossing, "A", Level::Line), Format::Latex);
    assert!(
        latex.contains("\\lemma{le vent du nord}\\Afootnote{la bise"),
        "{latex}"
    );
    assert!(latex.contains("\\edtext{nord glacé}"), "{latex}");
    assert!(!latex.contains("\\sameword{le vent du nord}"), "{latex}");
    let opened = latex.matches('{').count();
    assert_eq!(opened, latex.matches('}').count(), "{latex}");
}
