//! Explanations: what they say adds up to the scores of the table, and the command prints it.
#![allow(clippy::unwrap_used)]

use std::process::Output;

use enregard::explanation::WordPairKind;
use enregard::read::{ReadOptions, read};
use enregard::table::RowKind;
use enregard::witness::{Siglum, TokenIndex};
use enregard::{AlignmentTable, CompareOptions, Comparison};

use crate::cli::Folder;

fn compared(a: &str, b: &str) -> (Comparison<'static>, AlignmentTable) {
    let root = env!("CARGO_MANIFEST_DIR");
    let witness = |n: usize, name: &str| {
        let path = format!("{root}/fixtures/{name}");
        let reading = read(path, Siglum::nth(n), &ReadOptions::default());
        reading.unwrap().witness
    };
    let witnesses = [witness(0, a), witness(1, b)];
    let comparison = Comparison::new(witnesses, &CompareOptions::default()).unwrap();
    let table = comparison.table(&[]).unwrap();
    (comparison, table)
}

#[test]
fn the_parts_of_a_score_add_up_to_it() {
    let (mut beads, mut larger) = (0, 0);
    for (comparison, table) in [
        compared("genesis/martin.txt", "genesis/darby.txt"),
        compared("kremlin/001.txt", "kremlin/000.txt"),
    ] {
        for row in &table.rows {
            let number = row.number;
            for bead in comparison.explain(row).beads {
                let ties: f64 = bead.pairs.iter().map(|tie| tie.weight).sum();
                let alone = bead.alone.iter().map(Vec::len).sum::<usize>() as f64;
                let sum = ties + bead.cost * alone + bead.null_rate + bead.length;
                assert!((sum - bead.score).abs() < 0.02, "{number}: {sum} {bead:?}");
                assert!(bead.cost < 0.0 && bead.null_rate <= 1e-9, "{bead:?}");
                beads += 1;
                if bead.a.len() + bead.b.len() > 2 {
                    assert!(bead.shape < 0.0, "{bead:?}");
                    larger += 1;
                }
            }
        }
    }
    assert!(beads > 20 && larger > 0, "{beads} {larger}");
}

#[test]
fn every_word_is_tied_or_alone_once() {
    let (comparison, table) = compared("genesis/martin.txt", "genesis/darby.txt");
    for row in &table.rows {
        for bead in comparison.explain(row).beads {
            for w in 0..2 {
                let tied = bead.pairs.iter().map(|tie| [tie.a, tie.b][w]);
                let mut said: Vec<TokenIndex> = tied.chain(bead.alone[w].iter().copied()).collect();
                said.sort_unstable();
                let witness = &table.witnesses[w];
                let words: Vec<TokenIndex> = [&bead.a, &bead.b][w]
                    .iter()
                    .flat_map(|&u| witness.aligned_units()[u.get()].tokens.indices())
                    .filter(|&t| {
                        let kind = witness.token(t).kind;
                        kind != enregard::witness::TokenKind::Punctuation
                    })
                    .collect();
                assert_eq!(said, words);
            }
        }
    }
}

#[test]
fn the_rare_words_tie_and_the_rival_is_lighter() {
    let (comparison, table) = compared("genesis/martin.txt", "genesis/darby.txt");
    let bead = comparison.explain(&table.rows[1]).beads.remove(1);
    let text = |token: TokenIndex| table.witnesses[0].token_text(token);
    let heaviest: Vec<&str> = bead.pairs[..2].iter().map(|tie| text(tie.a)).collect();
    assert_eq!(heaviest, ["abîme", "face"]);
    assert!(bead.pairs.is_sorted_by(|s, t| s.weight >= t.weight));
    assert_eq!(bead.pairs[0].kind, WordPairKind::Stem);
    let stands = bead.score + bead.shape;
    assert!(bead.rival.unwrap().weight < stands && bead.unmatched < stands);
}

#[test]
fn what_stands_alone_has_what_it_might_have_been_linked_with() {
    let (comparison, table) = compared("kremlin/001.txt", "kremlin/000.txt");
    let only = table.rows.iter().filter(|row| row.kind == RowKind::Only);
    let alone: Vec<_> = only.flat_map(|row| comparison.explain(row).alone).collect();
    assert!(alone.iter().any(|a| a.witness == 0) && alone.iter().any(|a| a.witness == 1));
    assert!(alone.iter().any(|a| a.rival.is_some()));
}

fn run(arguments: &str) -> Output {
    crate::enregard()
        .args(["fixtures/genesis/martin.txt", "fixtures/genesis/darby.txt"])
        .args(arguments.split_whitespace())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

#[test]
fn the_command_explains_in_place_of_the_view() {
    let out = run("--explain 2,4 --width 60");
    let said = String::from_utf8(out.stdout).unwrap();
    assert_eq!(out.status.code(), Some(0));
    for part in [
        "Row 2:",
        "Row 4:",
        "A 2.1 ",
        "tied by     abîme, ",
        "instead ",
        "far less likely",
        "% sure",
        "wording     dessus ↔ face",
        "only A      étaient",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.lines().all(|l| l.chars().count() <= 60), "{said}");

    // No weights but for those who ask.
    assert!(
        !said.contains("nats") && !said.contains("abîme +"),
        "{said}"
    );
    let said = String::from_utf8(run("--explain 2 --verbose").stdout).unwrap();
    for part in ["score 4", " nats, confidence 1.00", "abîme +", "shape "] {
        assert!(said.contains(part), "{part}: {said}");
    }

    let out = run("--explain 99");
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert_eq!(
        said,
        "enregard: --explain 99: there is no such row; they are 1 to 10\n"
    );
    assert_eq!(run("--explain 0").status.code(), Some(2));
}

/// What is said when a word of two lines is asked about.
fn asked(a: &str, b: &str, word: &str) -> String {
    let folder = Folder::new();
    folder.put("A.txt", a);
    folder.put("B.txt", b);
    let run = folder.run(&format!(
        "A.txt B.txt --lang fr --thesaurus none --explain 1:{word} --width 200 --quiet"
    ));
    assert_eq!(run.code, Some(0), "{run:?}");
    run.stdout
}

#[test]
fn a_word_is_told_why_it_is_linked_and_with_what_it_might_have_been() {
    for (a, b, word, because) in [
        (
            "Le roi parla.",
            "Le roi parlait.",
            "parla",
            "forms of one word",
        ),
        ("Il eut peur.", "Il eut peur.", "peur", "the same word"),
        (
            "Il vint puisque la nuit tombait.",
            "Il vint parce que la nuit tombait.",
            "puisque",
            "as parts of a phrase",
        ),
        (
            "Le chien dort ici.",
            "Le chat dort ici.",
            "chien",
            "between words that correspond",
        ),
        (
            "Cinq hommes entrent.",
            "5 hommes entrent.",
            "cinq",
            "synonyms of the program",
        ),
    ] {
        let said = asked(a, b, word);
        assert!(said.contains(because), "{a} {b}: {said}");
    }
    // Accents and capitals do not matter, and a link is told once.
    let said = asked("L’été vint.", "L’ÉTÉ vint.", "ete");
    assert_eq!(said.matches("because").count(), 1, "{said}");
    // One that has no counterpart, and what it might have been linked with.
    let said = asked("Il vit la mer bleue.", "Il vit la mer.", "bleue");
    assert!(
        said.contains("bleue: not linked") && said.contains("or else"),
        "{said}"
    );
    // Where a line is wrapped is not told.
    let folder = Folder::new();
    folder.put("A.txt", "Il vit la mer bleue\net calme du soir.");
    folder.put("B.txt", "Il vit la mer du soir.");
    let said = folder
        .run("A.txt B.txt --lang fr --explain 1 --quiet")
        .stdout;
    assert!(said.contains("only A      bleue et calme"), "{said}");
    let run = run("--explain 2:zorglub");
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert_eq!(
        said,
        "enregard: --explain 2:zorglub: row 2 has no such word; --rows 2 shows it\n"
    );
}

#[test]
fn what_speaks_for_links_is_mirrored_and_speaks_for_each() {
    for (a, b) in [
        ("genesis/martin.txt", "genesis/darby.txt"),
        ("kremlin/001.txt", "kremlin/000.txt"),
    ] {
        let ((here, table), (there, turned)) = (compared(a, b), compared(b, a));
        for row in &table.rows {
            let mut twin = row.clone();
            twin.cells.reverse();
            let ties = here.ties(row, &table.rows);
            let mut other = there.ties(&twin, &turned.rows);
            for tie in &mut other {
                std::mem::swap(&mut tie.a, &mut tie.b);
            }
            other.sort_by_key(|tie| (tie.a, tie.b));
            assert_eq!(ties, other);
            // A pair that is a link by itself has come into question.
            for link in &row.links {
                if let ([x], [y]) = (&link.tokens[0][..], &link.tokens[1][..]) {
                    assert!(ties.iter().any(|t| (t.a, t.b) == (*x, *y)), "{link:?}");
                }
            }
        }
    }
}
