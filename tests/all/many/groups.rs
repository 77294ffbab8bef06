//! Words that stand for each other in three to five versions, against groups drawn by hand: a little under what is reached, and
//! no less than of each two versions alone.

use std::collections::BTreeSet;

use enregard::collate;
use enregard::read::{ReadOptions, read_bytes};
use enregard::table::AlignmentTable;
use enregard::witness::{Language, Level, Siglum, TokenIndex, Witness};
use enregard::{CompareOptions, Unobserved};

/// A version of a place: its text, and its stretches (in bytes) with the number of the group of each.
struct Version {
    text: String,
    cells: Vec<(std::ops::Range<u32>, usize)>,
}

impl Version {
    fn new(line: &str) -> Self {
        let (mut text, mut cells, mut number) = (String::new(), Vec::new(), 0);
        for cell in line.split('|') {
            let (written, words) = cell.split_once('=').unwrap_or(("", cell));
            number = written.parse().unwrap_or(number + 1);
            if words.is_empty() {
                continue;
            }
            if !text.is_empty() && !text.ends_with('’') {
                text.push(' ');
            }
            let start = text.len() as u32;
            text.push_str(words);
            cells.push((start..text.len() as u32, number));
        }
        text.push_str(".\n");
        Self { text, cells }
    }

    /// The group of a word; `None` for marks.
    fn group(&self, witness: &Witness, token: TokenIndex) -> Option<usize> {
        let span = witness.token(token).span;
        let cell = self
            .cells
            .iter()
            .find(|(cell, _)| cell.contains(&span.start));
        cell.map(|&(_, number)| number)
    }
}

/// A word: the place of its version, and where it begins.
type Word = (usize, u32);

/// What is linked of a place, against what should be.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Score {
    fn add(&mut self, found: &BTreeSet<[Word; 2]>, wanted: &BTreeSet<[Word; 2]>) {
        self.right += found.intersection(wanted).count();
        self.found += found.len();
        self.wanted += wanted.len();
    }

    fn precision(&self) -> f64 {
        self.right as f64 / self.found as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.wanted as f64
    }
}

fn table(language: &str, versions: &[&Version]) -> AlignmentTable {
    let language = Language::from_code(language).expect("a language");
    let options = ReadOptions {
        level: Level::Line,
        language: Some(language),
        ..ReadOptions::default()
    };
    let read = |(n, version): (usize, &&Version)| {
        let siglum = Siglum(n.to_string());
        let bytes = version.text.as_bytes().into();
        let reading = read_bytes(bytes, "text", siglum, &options);
        reading.expect("a text").witness
    };
    let witnesses = versions.iter().enumerate().map(read).collect();
    let options = CompareOptions::default();
    collate(witnesses, 0, &options, &[], &Unobserved).expect("a table")
}

/// Every two words that a table links; `names` are the places of its witnesses among all versions.
fn linked(table: &AlignmentTable, versions: &[&Version], names: &[usize]) -> BTreeSet<[Word; 2]> {
    let mut found = BTreeSet::new();
    for link in table.rows.iter().flat_map(|row| &row.links) {
        for x in 0..names.len() {
            for y in x + 1..names.len() {
                let words = |w: usize| -> Vec<Word> {
                    let witness = &table.witnesses[w];
                    let own = link.tokens[w].iter();
                    own.filter(|&&token| versions[w].group(witness, token).is_some())
                        .map(|&token| (names[w], witness.token(token).span.start))
                        .collect()
                };
                for one in words(x) {
                    found.extend(words(y).into_iter().map(|other| [one, other]));
                }
            }
        }
    }
    found
}

/// Every two words of one group.
fn wanted(table: &AlignmentTable, versions: &[&Version]) -> BTreeSet<[Word; 2]> {
    let mut words: Vec<(Word, usize)> = Vec::new();
    for (w, witness) in table.witnesses.iter().enumerate() {
        for n in 0..witness.tokens.len() as u32 {
            let token = TokenIndex(n);
            let group = versions[w].group(witness, token);
            words.extend(group.map(|group| ((w, witness.token(token).span.start), group)));
        }
    }
    let mut wanted = BTreeSet::new();
    for (one, group) in &words {
        let others = words
            .iter()
            .filter(|(other, g)| g == group && one.0 < other.0);
        wanted.extend(others.map(|(other, _)| [*one, *other]));
    }
    wanted
}

#[test]
fn groups_of_words_are_as_people_draw_them_and_no_worse_than_of_two() {
    let (mut together, mut alone) = (Score::default(), Score::default());
    let places = include_str!("../../../fixtures/groups/places.txt");
    for place in places.split("\n\n") {
        let mut lines = place.trim().lines();
        let language = lines
            .next()
            .and_then(|head| head.split(' ').nth(1))
            .expect("a language");
        let versions: Vec<Version> = lines.map(Version::new).collect();
        let all: Vec<&Version> = versions.iter().collect();
        let names: Vec<usize> = (0..all.len()).collect();
        let table_of_all = table(language, &all);
        let wanted = wanted(&table_of_all, &all);
        together.add(&linked(&table_of_all, &all, &names), &wanted);
        let mut found = BTreeSet::new();
        for x in 0..all.len() {
            for y in x + 1..all.len() {
                let two = [all[x], all[y]];
                found.extend(linked(&table(language, &two), &two, &[x, y]));
            }
        }
        alone.add(&found, &wanted);
    }
    assert!(together.precision() > 0.975, "{}", together.precision());
    assert!(together.recall() > 0.945, "{}", together.recall());
    assert!(
        together.precision() >= alone.precision(),
        "{}",
        alone.precision()
    );
    assert!(together.recall() >= alone.recall(), "{}", alone.recall());
}

#[test]
fn a_substitution_stands_where_a_third_has_one_of_the_two() {
    for (language, versions) in [
        (
            "en",
            [
                "She had seven sheep.",
                "She kept seven sheep.",
                "She had nine sheep.",
            ],
        ),
        (
            "fr",
            ["Elle est jeune.", "Elle paraît jeune.", "Elle est vieille."],
        ),
        ("de", ["Er war müde.", "Er schien müde.", "Er war hungrig."]),
        (
            "es",
            [
                "Tenía seis barcos.",
                "Poseía seis barcos.",
                "Tenía siete barcos.",
            ],
        ),
        (
            "it",
            [
                "Il mare è calmo.",
                "Il mare pare calmo.",
                "Il mare è mosso.",
            ],
        ),
    ] {
        let versions = versions.map(|text| Version {
            text: text.to_owned(),
            cells: Vec::new(),
        });
        let table = table(language, &versions.each_ref());
        let words = |w: usize, tokens: &[TokenIndex]| -> Vec<&str> {
            tokens
                .iter()
                .map(|&t| table.witnesses[w].token_text(t))
                .collect()
        };
        let mut links = table.rows.iter().flat_map(|row| &row.links);
        let lacks = |link: &&enregard::table::Link| link.tokens.iter().any(|own| own.is_empty());
        let lack = links.find(lacks);
        let told: Option<Vec<_>> =
            lack.map(|link| (0..3).map(|w| words(w, &link.tokens[w])).collect());
        assert_eq!(told, None, "{language}: every word stands for one in each");
    }
}
