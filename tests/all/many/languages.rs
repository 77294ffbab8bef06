//! A text in another language among others: it stands in the rows, and its words are compared with those of its own language
//! alone.
#![allow(clippy::unwrap_used)]

use enregard::export::Format;
use enregard::format::json;
use enregard::read::{ReadOptions, read_bytes};
use enregard::select::ContentWords;
use enregard::table::Seen;
use enregard::view::{self, Layout, ViewOptions};
use enregard::witness::{Level, Siglum, UnitIndex};
use enregard::{AlignmentTable, CompareOptions, Unobserved, collate};

use super::{exported, page};
use crate::cli::Folder;

const FRENCH: [&str; 2] = [
    "Les principaux défis de notre époque sont connus de tous depuis longtemps.\n\
     Le gouvernement a publié une déclaration sur la stabilité dans le monde.\n\
     Il pleuvait depuis le matin, et personne ne sortait de la vieille maison.\n",
    "Les grands défis de notre temps sont connus de tous depuis longtemps.\n\
     Le gouvernement publia une déclaration sur la stabilité dans le monde entier.\n\
     Il pleuvait depuis le matin, et personne ne sortait de la vieille maison.\n",
];
const ENGLISH: [&str; 2] = [
    "The principal challenges of our time have long been known to everyone.\n\
     The government has published a declaration about stability in the world.\n\
     It had been raining since the morning, and nobody left the old house.\n",
    "The principal challenges of our age have long been known to everyone.\n\
     The government has published a declaration about stability in the world in 2025.\n\
     It had been raining since the morning, and nobody left the old house.\n",
];

/// The table of these texts, whose lines are set side by side.
fn side_by_side(texts: &[&str], base: usize) -> AlignmentTable {
    let options = ReadOptions {
        level: Level::Line,
        ..ReadOptions::default()
    };
    let read = |(n, text): (usize, &&str)| {
        let bytes = text.as_bytes().into();
        let read = read_bytes(bytes, "text", Siglum::nth(n), &options);
        read.unwrap().witness
    };
    let witnesses = texts.iter().enumerate().map(read).collect();
    let row = |line: u32| vec![vec![UnitIndex(line)]; texts.len()];
    let decided: Vec<_> = (0..3).map(row).collect();
    let options = CompareOptions::default();
    collate(witnesses, base, &options, &decided, &Unobserved).unwrap()
}

fn one_foreign(base: usize) -> AlignmentTable {
    side_by_side(&[FRENCH[0], FRENCH[1], ENGLISH[0]], base)
}

fn two_and_two(base: usize) -> AlignmentTable {
    side_by_side(&[FRENCH[0], ENGLISH[0], FRENCH[1], ENGLISH[1]], base)
}

fn shown(table: &AlignmentTable, layout: Layout) -> String {
    let options = ViewOptions {
        layout,
        width: 150,
        ..ViewOptions::default()
    };
    page(table, &options)
}

#[test]
fn its_words_have_no_link_and_take_no_part_in_those_of_others() {
    for base in 0..3 {
        let table = one_foreign(base);
        assert_eq!(table.uncompared, [[0, 2], [1, 2]]);
        assert!(table.compares(0, 1) && !table.compares(2, 0) && !table.compares_any(2));
        for row in &table.rows {
            assert!(row.has(2) && !row.links.is_empty());
            for link in &row.links {
                assert!(link.tokens[2].is_empty(), "{link:?}");
                let readings = table.rules(&[]).readings(row, link, base, Seen::Counting);
                assert!(!readings.iter().any(|reading| reading.has(2)));
                assert_eq!(readings.iter().map(|r| r.witnesses.len()).sum::<usize>(), 2);
            }
        }
        let two = table.between([0, 2]);
        let rows = two.rows.iter();
        assert!(rows.clone().all(|row| row.links.is_empty()));
        assert!(rows.clone().all(|row| row.similarity.is_none()));
    }
}

#[test]
fn figures_of_the_others_are_those_without_it() {
    let (with, without) = (one_foreign(0), side_by_side(&FRENCH, 0));
    for (row, alone) in with.rows.iter().zip(&without.rows) {
        assert_eq!(row.similarity, alone.similarity);
    }
    assert_eq!(with.stats().agreement, without.stats().agreement);
    let [with_it, alone] = [&with, &without].map(AlignmentTable::overview);
    assert_eq!(with_it.similarity[0][1], alone.similarity[0][1]);
    assert_eq!(with_it.similarity[2], [None, None, Some(1.0)]);
    assert_eq!(with_it.apart[..2], alone.apart);
    assert!(with_it.apart[2].is_empty());
    // It stands in their rows all the same.
    assert_eq!(with_it.held[2][..2], [Some(1.0); 2]);
    let variation = |table: &AlignmentTable| {
        let words = ContentWords::new(table);
        table.variation(&|w, token| words.is_content(w, token))
    };
    let (own, alone) = (variation(&with), variation(&without));
    assert_eq!(own.distinctiveness[..2], alone.distinctiveness);
    assert_eq!((own.distinctiveness[2], own.witnesses), (None, 2));
    let tree = with.likeness_tree(&with_it);
    assert_eq!((tree.leaves(), tree.left_out), (vec![0, 1], vec![2]));
    let agreements = with.agreements();
    let named = agreements.patterns.iter().flat_map(|p| &p.pattern);
    assert!(named.flatten().all(|&w| w != 2));
    assert!(agreements.shared.is_empty(), "{agreements:?}");
    assert_eq!(with.summary().differences, without.summary().differences);
}

#[test]
fn nothing_is_told_of_it_in_any_view() {
    for base in 0..3 {
        let table = one_foreign(base);
        for layout in [
            Layout::Side,
            Layout::Stacked,
            Layout::Apparatus,
            Layout::Inline,
            Layout::Table,
        ] {
            let page = shown(&table, layout);
            assert!(page.contains("not compared"), "{page}");
            if layout != Layout::Table {
                let words: Vec<&str> = page.split_whitespace().collect();
                let page = words.join(" ");
                // Whole, and without a mark.
                for sentence in ["The principal challenges of our", "published a declaration"] {
                    assert!(page.contains(sentence), "{layout:?} {base}: {page}");
                }
                for told in ["om. C", "add. The", "{The", "⌊The", "C⌋", "– C"] {
                    assert!(!page.contains(told), "{layout:?} {base} {told}: {page}");
                }
            }
        }
    }
    let mut out = Vec::new();
    let table = one_foreign(0);
    let overview = table.overview();
    view::stats(&table, &overview, &ViewOptions::default(), &mut out).unwrap();
    let stats = String::from_utf8(out).unwrap();
    assert!(stats.contains("C  –  –  ·"), "{stats}");
    assert!(stats.contains("C is not compared with these"), "{stats}");
}

#[test]
fn nothing_is_told_of_it_in_any_format() {
    for base in 0..2 {
        let table = one_foreign(base);
        for format in [
            Format::Apparatus,
            Format::Latex,
            Format::Tei,
            Format::TeiStandoff,
            Format::Csv,
            Format::JsonLines,
        ] {
            let text = exported(&table, format);
            for told in [
                "om. C",
                "add. The",
                "| − C",
                "principal C",
                "wit=\"#C\"/>",
                "\"#A #C\"",
                "\"#B #C\"",
                "{om.} \\siglum{C}",
                "\"witnesses\":[\"C\"]",
            ] {
                assert!(!text.contains(told), "{format:?} {told}: {text}");
            }
        }
        let tei = exported(&table, Format::Tei);
        let own = "<app><rdg wit=\"#C\">The principal challenges of our time";
        assert!(tei.contains(own), "{tei}");
        // The others are told of as ever.
        assert!(tei.contains("<rdg wit=\"#A\">époque</rdg><rdg wit=\"#B\">temps</rdg>"));
    }
    // Against it as the base nothing is told of anybody.
    let apparatus = exported(&one_foreign(2), Format::Apparatus);
    assert!(!apparatus.contains(']'), "{apparatus}");
}

#[test]
fn those_of_one_language_are_compared_with_each_other() {
    for base in 0..4 {
        let table = two_and_two(base);
        let overview = table.overview();
        for [one, other] in [[0, 1], [0, 3], [1, 2], [2, 3]] {
            assert_eq!(overview.similarity[one][other], None);
        }
        let alike = |one: usize, other: usize| overview.similarity[one][other].unwrap();
        assert!(alike(0, 2) > 0.7 && alike(1, 3) > 0.7);
        let apparatus = shown(&table, Layout::Apparatus);
        for told in ["époque] temps C", "time] age D", "world] add. in ⚑2025 D"] {
            let turned = match told.split_once("] ") {
                Some((lemma, other)) if base > 1 && !other.starts_with("add.") => {
                    let (word, siglum) = other.split_at(other.len() - 2);
                    let siglum = if siglum == " C" { "A" } else { "B" };
                    match (siglum, base) {
                        // The lead of the others is the one whose siglum comes first.
                        ("A", 2) | ("B", 3) => format!("{word}] {lemma} {siglum}"),
                        _ => told.to_owned(),
                    }
                }
                _ if base == 3 && told.starts_with("world") => "in ⚑2025] om. B".to_owned(),
                _ => told.to_owned(),
            };
            assert!(apparatus.contains(&turned), "{base} {turned}: {apparatus}");
        }
        // Who says a number that who leaves out.
        assert_eq!(table.facts.len(), 1);
        let mut told = table.facts[0].witnesses.to_vec();
        told.sort_unstable();
        assert_eq!(told, [1, 3]);
        let tree = table.likeness_tree(&overview);
        assert_eq!((tree.leaves(), tree.left_out), (vec![0, 2], vec![1, 3]));
    }
}

#[test]
fn the_table_is_read_back_with_what_is_not_compared() {
    let table = two_and_two(1);
    let text = exported(&table, Format::Json);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        value["uncompared"],
        serde_json::json!([[0, 1], [0, 3], [1, 2], [2, 3]])
    );
    let links = value["rows"][0]["links"].as_array().unwrap();
    let wording = links.iter().find(|link| link["class"] == "wording");
    let classes = wording.unwrap()["classes"].as_array().unwrap();
    assert!(classes[0].is_null() && !classes[1].is_null(), "{classes:?}");
    let back = json::read(text.as_bytes()).unwrap();
    let notes = Vec::new();
    assert_eq!(back, AlignmentTable { notes, ..table });
    for (wrong, place) in [
        ("\"uncompared\":[[0,4]]", "uncompared"),
        ("\"uncompared\":[[0,1]]", "classes["),
    ] {
        let (before, _) = text.rsplit_once("\"uncompared\":").unwrap();
        let error = json::read(format!("{before}{wrong}}}").as_bytes()).unwrap_err();
        assert!(error.to_string().contains(place), "{error}");
    }
}

#[test]
fn the_command_tells_nothing_of_a_foreign_text_or_an_empty_one() {
    for (other, of_foreign) in [(ENGLISH[0], true), ("", false)] {
        let folder = Folder::new();
        folder.put("a.txt", FRENCH[0]);
        folder.put("b.txt", FRENCH[1]);
        folder.put("c.txt", other);
        let files = match of_foreign {
            true => "a.txt b.txt c.txt --lang fr --lang C=en",
            false => "a.txt b.txt c.txt --lang fr",
        };
        for how in [
            "--view summary",
            "--stats",
            "--view apparatus",
            "--format csv",
            "--format tei",
        ] {
            let run = folder.run(&format!("{files} {how}"));
            assert_eq!(run.code, Some(0), "{run:?}");
            for told in ["om. C", "add. C", "add. The", "− C", "AB|C", "wit=\"#C\"/>"] {
                // An empty text has nothing in the place of anything, which a TEI document must say to give it back.
                let gives_back = !of_foreign && told.starts_with("wit=");
                let is_told = run.stdout.contains(told) && !gives_back;
                assert!(!is_told, "{how} {told}: {}", run.stdout);
            }
        }
        // The others are told of as ever.
        let run = folder.run(&format!("{files} --view apparatus"));
        assert!(run.stdout.contains("époque] temps B"), "{run:?}");
    }
}
