//! Where one text is printed with what the others have instead, each of the others can be read from that: the words that count,
//! in their order where none has moved, however few differences are marked.

mod apparatus;
mod inline;

use enregard::AlignmentTable;
use enregard::read::{ReadOptions, read_bytes};
use enregard::select::Marks;
use enregard::table::{Row, RowKind, RowNumber};
use enregard::view::{self, Layout, ViewOptions};
use enregard::witness::{Language, Level, Siglum, Witness};
use enregard::{CompareOptions, Unobserved, collate};
use proptest::prelude::*;

/// The table of some texts, with sigla that stand in no text.
fn table(language: &str, texts: &[String]) -> AlignmentTable {
    let options = ReadOptions {
        language: Language::from_code(language),
        level: Level::Sentence,
        ..ReadOptions::default()
    };
    let read = |(n, text): (usize, &String)| -> Witness {
        let siglum = Siglum(format!("W{n}"));
        let read = read_bytes(text.as_bytes().into(), "text", siglum, &options);
        read.expect("a text").witness
    };
    let witnesses = texts.iter().enumerate().map(read).collect();
    let options = CompareOptions::default();
    collate(witnesses, 0, &options, &[], &Unobserved).expect("a table")
}

/// The beads of a table whose words are linked, each as a table of its own, which says nothing but words.
fn beads(table: &AlignmentTable) -> Vec<AlignmentTable> {
    let rows = table.rows.iter();
    let rows = rows.filter(|row| row.kind == RowKind::Bead && !row.links.is_empty());
    rows.map(|row| AlignmentTable {
        rows: vec![Row {
            number: RowNumber(1),
            moved: false,
            moved_to: None,
            places: Vec::new(),
            ..row.clone()
        }],
        quotations: Vec::new(),
        facts: Vec::new(),
        facts_between: Vec::new(),
        ..table.clone()
    })
    .collect()
}

/// The lines that a view has of the row, as they stand behind margin and sigla, where few differences are marked.
fn shown(table: &AlignmentTable, layout: Layout) -> Vec<String> {
    let options = ViewOptions {
        layout,
        width: 1_000_000,
        marks: Marks::Few,
        ..ViewOptions::default()
    };
    let mut out = Vec::new();
    view::render(table, &options, &mut out).expect("it is shown");
    let text = String::from_utf8(out).expect("text");
    // The row stands behind the names of the witnesses.
    let names = format!("W{}  text\n\n", table.witnesses.len() - 1);
    let (_, rows) = text.split_once(&names).expect("a header");
    rows.trim_end().lines().map(str::to_owned).collect()
}

/// Words without what stands between them: their letters and figures.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The words that a witness has in the row.
fn own_words(table: &AlignmentTable, w: usize) -> Vec<String> {
    let units = table.rows[0].cells[w].iter();
    units
        .flat_map(|&unit| words(table.witnesses[w].unit_text(unit)))
        .collect()
}

/// Whether the words of a witness stand in the order of the first, those of each link side by side.
fn is_in_order(table: &AlignmentTable, w: usize) -> bool {
    let mut last = None;
    table.rows[0].links.iter().all(|link| {
        let sides = [&link.tokens[0], &link.tokens[w]];
        let together = sides
            .iter()
            .all(|side| side.windows(2).all(|t| t[0].is_before(t[1])));
        let after = link.tokens[w].first().is_none_or(|t| Some(*t) > last);
        last = link.tokens[w].last().copied().or(last);
        together && after
    })
}

/// Says that words are those that a witness has, as far as that is to be seen.
fn assert_recovered(table: &AlignmentTable, w: usize, mut found: Vec<String>, shown: &[String]) {
    let mut own = own_words(table, w);
    if !is_in_order(table, w) {
        own.sort();
        found.sort();
    }
    assert_eq!(found, own, "W{w} from {shown:#?}");
}

/// What is taken from the fixtures, with its language.
fn fixtures() -> Vec<(&'static str, Vec<String>)> {
    let read = |names: &[&str]| -> Vec<String> {
        let read = |name: &&str| {
            let path = format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(path).expect("a fixture")
        };
        names.iter().map(read).collect()
    };
    vec![
        ("fr", read(&["genesis/martin.txt", "genesis/darby.txt"])),
        ("fr", read(&["ruth/A.txt", "ruth/B.txt"])),
        ("de", read(&["plain/plain.txt", "plain/standard.txt"])),
        (
            "fr",
            read(&["kremlin/000.txt", "kremlin/001.txt", "kremlin/003.txt"]),
        ),
    ]
}

/// Small words and others, in their languages.
const LANGUAGES: [(&str, &str, &str); 4] = [
    (
        "fr",
        "le la un ce de à et ou ne sans avec pour par qui son elle",
        "maison palais roi reine voit regarde grande petite nuit jour vieux chante porte jardin",
    ),
    (
        "de",
        "der die ein und oder nicht ohne mit kann muss von zu er sie",
        "Haus Palast König Karte sieht großer kleine Nacht Tag singt Garten Mieter kündigen",
    ),
    (
        "en",
        "the a and or not without with can must of to he she before after",
        "house palace king queen sees large small night day sings garden tenant delivery goods",
    ),
    (
        "es",
        "el la un y o no sin con puede debe de a que su",
        "casa palacio rey reina mira grande pequeña noche día canta jardín mapa",
    ),
];

/// A language, and renderings of a few sentences in it, each with words left out, put in and replaced.
fn renderings(count: usize) -> impl Strategy<Value = (&'static str, Vec<String>)> {
    let sentence = proptest::collection::vec((any::<bool>(), 0..64_usize), 4..12);
    let sentences = proptest::collection::vec(sentence, 1..4);
    let change = (0..100_usize, any::<bool>(), 0..64_usize);
    let changes = proptest::collection::vec(change, 50);
    let all = (
        0..LANGUAGES.len(),
        sentences,
        proptest::collection::vec(changes, count),
    );
    all.prop_map(|(language, sentences, changes)| {
        let (code, small, others) = LANGUAGES[language];
        let word = |&(is_small, n): &(bool, usize)| -> &str {
            let words: Vec<&str> = if is_small { small } else { others }.split(' ').collect();
            words[n % words.len()]
        };
        let render = |changes: &Vec<(usize, bool, usize)>| {
            let mut change = changes.iter();
            let mut text = String::new();
            for sentence in &sentences {
                let mut words: Vec<&str> = Vec::new();
                for own in sentence {
                    let (kind, is_small, n) = change.next().copied().unwrap_or((99, false, 0));
                    match kind {
                        0..8 => {}
                        8..16 => words.extend([word(&(is_small, n)), word(own)]),
                        16..28 => words.push(word(&(is_small, n))),
                        _ => words.push(word(own)),
                    }
                }
                text.push_str(&format!("Voilà {}.\n", words.join(" ")));
            }
            text
        };
        (code, changes.iter().map(render).collect())
    })
}
