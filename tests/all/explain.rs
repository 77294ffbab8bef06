//! Explanations: what they say adds up to the scores of the table, and the command prints it.
#![allow(clippy::unwrap_used)]

use std::process::Output;

use enregard::explanation::{Joint, Says, WordPairKind};
use enregard::read::{ReadOptions, read, read_bytes};
use enregard::table::RowKind;
use enregard::witness::{Level, Siglum, TokenIndex, Witness};
use enregard::{AlignmentTable, Collation, CompareOptions, Comparison};

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
        (
            "Le général Dostoïevskine arriva hier.",
            "Le général Dostojewskin arriva hier.",
            "Dostoïevskine",
            "spelled alike",
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

/// Four renderings of a few lines, of which the second changes the words of the third line, and the last leaves one out.
const RENDERINGS: [(&str, &str); 4] = [
    (
        "A",
        "Le marchand ouvrit sa boutique.\nIl vendait des pommes rouges.\nSa fille dormait encore.\n",
    ),
    (
        "B",
        "Le marchand ouvrit sa boutique.\nIl vendait des pommes vertes.\nL’enfant sommeillait toujours.\n",
    ),
    (
        "C",
        "Le marchand ouvrit sa boutique.\nIl vendait des pommes vertes.\nSa fille sommeillait encore.\n",
    ),
    (
        "D",
        "Le marchand ouvrit sa boutique.\nSa fille dormait encore.\n",
    ),
];

fn collated(texts: &[(&str, &str)]) -> (Collation<'static>, AlignmentTable) {
    let options = ReadOptions {
        level: Level::Line,
        ..ReadOptions::default()
    };
    let witness = |(siglum, text): &(&str, &str)| -> Witness {
        let bytes = text.as_bytes().to_vec();
        let siglum = Siglum((*siglum).to_owned());
        read_bytes(bytes, "x", siglum, &options).unwrap().witness
    };
    let witnesses: Vec<Witness> = texts.iter().map(witness).collect();
    let base = witnesses.iter().position(|w| w.siglum.0 == "A").unwrap();
    let collation = Collation::new(witnesses, base, &CompareOptions::default()).unwrap();
    let table = collation.table(&[]).unwrap();
    (collation, table)
}

/// What is said of every row, by sigla: pair, how sure, who says so.
fn said(texts: &[(&str, &str)]) -> Vec<Vec<String>> {
    let (collation, table) = collated(texts);
    let rows: Vec<_> = table.rows.iter().collect();
    let sigla = |w: usize| table.witnesses[w].siglum.0.clone();
    let told = |joint: Joint| {
        let mut told: Vec<String> = Vec::new();
        for pair in joint.pairs {
            let mut names = pair.witnesses.map(sigla);
            names.sort();
            for bead in pair.beads {
                let mut votes: Vec<_> = bead
                    .votes
                    .iter()
                    .map(|v| (sigla(v.witness), v.says))
                    .collect();
                votes.sort();
                told.push(format!(
                    "{names:?} {:.6} {:?} {votes:?}",
                    bead.confidence,
                    bead.own.is_some()
                ));
            }
        }
        told.sort();
        told
    };
    collation
        .explain(&table, &rows)
        .into_iter()
        .map(told)
        .collect()
}

#[test]
fn who_says_that_units_belong_together_does_not_depend_on_the_order_of_files() {
    let as_named = said(&RENDERINGS);
    let mut turned = RENDERINGS;
    turned.reverse();
    assert_eq!(as_named, said(&turned));
    turned.swap(0, 2);
    assert_eq!(as_named, said(&turned));
    assert_eq!(as_named[0].len(), 6, "{as_named:?}");
}

#[test]
fn a_third_votes_for_what_it_has_and_never_for_itself() {
    let (collation, table) = collated(&RENDERINGS);
    let rows: Vec<_> = table.rows.iter().collect();
    let joints = collation.explain(&table, &rows);
    let bead = |row: usize, pair: [usize; 2]| {
        let pair = joints[row].pair(pair).unwrap();
        assert_eq!(pair.beads.len(), 1, "{pair:?}");
        pair.beads[0].clone()
    };
    // All have the first line, three the second.
    let votes = bead(0, [0, 1]).votes;
    let thirds: Vec<(usize, Says)> = votes.iter().map(|v| (v.witness, v.says)).collect();
    assert_eq!(thirds, [(2, Says::Together), (3, Says::Together)]);
    let votes = bead(1, [0, 1]).votes;
    let thirds: Vec<usize> = votes.iter().map(|v| v.witness).collect();
    assert_eq!(thirds, [2]);
    assert!(bead(0, [0, 1]).own.is_some());
    for joint in &joints {
        for pair in &joint.pairs {
            for bead in &pair.beads {
                assert!(
                    bead.votes
                        .iter()
                        .all(|v| !pair.witnesses.contains(&v.witness))
                );
                assert!((0.5..=1.0).contains(&bead.confidence));
            }
        }
    }
    // Words of two are linked by these two alone, or they are not.
    let pair = joints[1].pair([0, 1]).unwrap();
    let word = |w: usize, word: &str| -> Vec<TokenIndex> {
        let witness = &table.witnesses[w];
        let tokens = (0..witness.tokens.len()).map(TokenIndex::new);
        tokens.filter(|&t| witness.token_text(t) == word).collect()
    };
    let linked = pair.links([&word(0, "pommes"), &word(1, "pommes")]);
    assert!(linked.is_some_and(|p| p > 0.9), "{linked:?}");
    assert_eq!(pair.links([&word(0, "pommes"), &word(1, "vendait")]), None);
}

/// What the command says of these renderings.
fn asked_of_many(arguments: &str) -> crate::cli::Run {
    let folder = Folder::new();
    for (name, text) in RENDERINGS {
        folder.put(&format!("{name}.txt"), text);
    }
    folder.run(&format!(
        "A.txt B.txt C.txt D.txt --unit line --lang fr --thesaurus none -q --width 100 {arguments}"
    ))
}

#[test]
fn the_command_explains_rows_of_many() {
    let run = asked_of_many("--explain 2 --sigla B=Zola");
    assert_eq!(run.code, Some(0), "{run:?}");
    let said = run.stdout;
    for part in [
        "Row 2: 1 line of A with 1 line of Zola and 1 line of C, ",
        "A with Zola A 2 with Zola 2, ",
        "their own words say so, and so does C",
        "tied by     ",
        "Zola with C ",
        "wording     rouges A | vertes Zola C ",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("D 2"), "{said}");
    // What one file has, and nothing of what others have with each other.
    let said = asked_of_many("--explain C2").stdout;
    assert!(
        said.contains("B with C") && !said.contains("A with B"),
        "{said}"
    );
    let said = asked_of_many("--explain 2 --verbose").stdout;
    assert!(said.contains("unexplained") && said.contains("+"), "{said}");
}

#[test]
fn the_command_explains_words_of_many() {
    // In every text that has the words, or in one alone; also several next to each other.
    let said = asked_of_many("--explain 2:vertes").stdout;
    assert!(
        said.contains("B           vertes: rouges A | vertes B C "),
        "{said}"
    );
    assert!(
        said.contains("with A      wording, ")
            && said.contains("with C      the same word; by themselves "),
        "{said}"
    );
    assert!(said.contains("and through C"), "{said}");
    let said = asked_of_many("--explain").code;
    assert_eq!(said, Some(2));
    let said = asked_of_many("--explain C2:pommes").stdout;
    assert!(
        said.starts_with("Row 2") && said.contains("\nC           pommes: "),
        "{said}"
    );
    let folder = Folder::new();
    folder.put("A.txt", "Il vit la moitié du monde.");
    folder.put("B.txt", "Il vit le milieu du monde.");
    let run = folder
        .command("A.txt B.txt --lang fr -q --explain")
        .arg("1:la moitié")
        .output();
    let said = String::from_utf8(run.unwrap().stdout).unwrap();
    assert!(said.contains("moitié: ") && said.contains("la: "), "{said}");
    for (asked, why) in [
        ("D2", "--explain D2: D has nothing in row 2"),
        ("E2", "E2: a row is named by its number, or as in A12"),
        ("B9", "B9: there is no such row; they are 1 to 3"),
        ("D1:vendait", "row 1 has no such word"),
    ] {
        let run = asked_of_many(&format!("--explain {asked}"));
        assert_eq!(run.code, Some(2), "{asked}: {run:?}");
        assert!(run.stderr.contains(why), "{asked}: {run:?}");
    }
}

/// B has in one line what A and C have one half of each, and D has it in two.
const HALVES: [(&str, &str); 4] = [
    (
        "A",
        "Le marchand ouvrit sa boutique.\nIl pleuvait sur les collines lointaines.\nSa fille dormait encore.\n",
    ),
    (
        "B",
        "Le marchand ouvrit sa boutique.\nIl pleuvait sur les collines lointaines ; quelle averse tombait dehors.\nSa fille dormait encore.\n",
    ),
    (
        "C",
        "Le marchand ouvrit sa boutique.\nQuelle averse tombait dehors.\nSa fille dormait encore.\n",
    ),
    (
        "D",
        "Le marchand ouvrit sa boutique.\nIl pleuvait sur les collines lointaines.\nQuelle averse tombait dehors.\nSa fille dormait encore.\n",
    ),
];

fn explained(texts: &[(&str, &str)], row: &str) -> String {
    let folder = Folder::new();
    for (name, text) in texts {
        folder.put(&format!("{name}.txt"), text);
    }
    let names: Vec<String> = texts
        .iter()
        .map(|(name, _)| format!("{name}.txt"))
        .collect();
    let run = folder.run(&format!(
        "{} --unit line --lang fr --thesaurus none -q --width 120 --explain {row}",
        names.join(" ")
    ));
    assert_eq!(run.code, Some(0), "{run:?}");
    run.stdout
}

#[test]
fn what_stands_together_through_others_is_told_to() {
    let said = explained(&HALVES[..3], "2");
    for part in [
        "sure: their own words say so; C has but one of the two",
        "sure: their own words do not say so, but B does",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = explained(&HALVES, "2");
    for part in [
        "A with C    stand here through others alone: no bead joins these two",
        "A with D    A 2 with D 2, 9",
        "their own words say so; B says so of a part",
        "B with D    B 2 with D 2, D 3, 9",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_line_of_one_text_alone_is_told_to_be_so() {
    let mut texts = RENDERINGS;
    let more = format!("{}La neige recouvrait lentement le jardin.\n", texts[3].1);
    texts[3].1 = &more;
    let said = explained(&texts, "D4");
    assert!(
        said.contains("alone       no other text has anything of it"),
        "{said}"
    );
}

#[test]
fn of_many_pairs_the_least_sure_are_told_and_the_others_counted() {
    let sold = [
        "vendait des pommes rouges",
        "vendait des pommes vertes",
        "offrait des pommes vertes",
        "vendait de belles pommes",
        "vend des poires rouges",
        "vendait ses pommes rouges",
        "proposait des pommes",
        "donnait des fruits mûrs",
        "cédait de vieux meubles",
    ];
    let texts = sold.map(|sold| format!("Le marchand ouvrit sa boutique.\nIl {sold} au marché.\n"));
    let names = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
    let texts: Vec<(&str, &str)> = names
        .into_iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    let with = |said: &str, one: &str| {
        let pairs = said
            .lines()
            .filter(|line| line.contains(" with ") && line.contains(" sure: "));
        pairs
            .filter(|line| {
                line.split("  ")
                    .next()
                    .is_some_and(|pair| pair.contains(one))
            })
            .count()
    };
    // Of 36 pairs eight are those of A.
    let said = explained(&texts, "2");
    assert_eq!(with(&said, "A"), 6, "{said}");
    assert!(said.contains("others      2 more pairs of A, 9"), "{said}");
    assert!(said.contains("others      25 more pairs, 9"), "{said}");
    // Who asks about one text is told of that alone, and of the base in any case.
    let said = explained(&texts, "I2");
    assert_eq!(with(&said, "I"), 6, "{said}");
    assert!(said.contains("A with I "), "{said}");
    assert!(
        said.contains("others      2 more pairs of I, 9") && !said.contains("more pairs, "),
        "{said}"
    );
}
