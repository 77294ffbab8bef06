//! More than two witnesses in the terminal: who agrees is what is marked.

use enregard::select;
use enregard::view::{self, Colours, Depth, Layout, Signs, Theme, ViewOptions};
use enregard::witness::Level;
use unicode_width::UnicodeWidthStr;

use super::{GENESIS, lines, page, table};

const LAYOUTS: [Layout; 6] = [
    Layout::Side,
    Layout::Stacked,
    Layout::Apparatus,
    Layout::Inline,
    Layout::Table,
    Layout::Summary,
];

fn options(layout: Layout, width: usize) -> ViewOptions {
    ViewOptions {
        layout,
        width,
        ..ViewOptions::default()
    }
}

/// The page in one line, single spaces for white space.
fn flat(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_one_of_five_leaves_out_is_marked_there_alone() {
    let whole = "Le marchand vendait des pommes rouges au village.";
    let table = lines(&[
        ("A", whole),
        ("B", whole),
        ("C", "Le marchand vendait des pommes au village."),
        ("D", whole),
        ("E", whole),
    ]);
    let text = page(&table, &options(Layout::Stacked, 80));
    assert!(text.contains("vendait des pommes^ au village"), "{text}");
    assert!(text.contains("des pommes rouges au village"), "{text}");
    assert!(!text.contains("{rouges}"), "{text}");
    // Those that say the same stand together.
    assert_eq!(text.matches("pommes rouges au").count(), 1, "{text}");
    assert!(text.contains("A B D E\n"), "{text}");
}

#[test]
fn what_one_alone_adds_is_marked_there_alone() {
    let short = "Le marchand vendait des pommes au village.";
    let long = "Le marchand vendait des pommes rouges au village.";
    let table = lines(&[("A", short), ("B", long), ("C", short)]);
    let text = page(&table, &options(Layout::Stacked, 80));
    assert!(text.contains("pommes {rouges} au"), "{text}");
    assert!(!text.contains('^'), "{text}");
}

#[test]
fn marks_say_whether_one_some_or_all_differ() {
    let with = |noun: &str| format!("Le roi entra dans la {noun} avec ses enfants.");
    let four = |nouns: [&str; 4]| {
        let texts: Vec<String> = nouns.iter().map(|noun| with(noun)).collect();
        let named: Vec<(&str, &str)> = ["A", "B", "C", "D"]
            .into_iter()
            .zip(texts.iter().map(String::as_str))
            .collect();
        page(&lines(&named), &options(Layout::Stacked, 80))
    };
    let one = four(["maison", "maison", "grange", "maison"]);
    assert!(one.contains("la {grange} avec"), "{one}");
    assert!(one.contains("la maison avec"), "{one}");
    let some = four(["maison", "grange", "grange", "maison"]);
    assert!(some.contains("la ⌊grange⌋ avec"), "{some}");
    assert!(some.contains("la ⌊maison⌋ avec"), "{some}");
    let all = four(["maison", "grange", "tour", "forteresse"]);
    for noun in ["maison", "grange", "tour", "forteresse"] {
        assert!(all.contains(&format!("la ⌈{noun}⌉ avec")), "{all}");
    }
    // A form that most have is nothing, and that of one is no other word.
    let form = four(["maison", "maisons", "maison", "maison"]);
    assert!(form.contains("la ~maisons avec"), "{form}");
    assert!(form.contains("la maison avec"), "{form}");
}

#[test]
fn the_apparatus_has_what_others_read_by_who_reads_it() {
    let table = lines(&[
        ("A", "Le vieux roi entra dans la maison avec ses enfants."),
        ("B", "Le vieux roi entra dans la grange avec ses enfants."),
        ("C", "Le roi entra dans la grange avec ses enfants malades."),
        ("D", "Le vieux roi entra dans la tour avec ses enfants."),
    ]);
    let text = page(&table, &options(Layout::Apparatus, 200));
    assert!(text.contains("maison] grange B C · tour D"), "{text}");
    assert!(text.contains("vieux] om. C"), "{text}");
    assert!(text.contains("enfants] add. malades C"), "{text}");
    // The base stands whole, and stands once.
    assert_eq!(text.matches("avec ses enfants").count(), 1, "{text}");
}

#[test]
fn a_word_that_stands_twice_is_numbered_in_the_apparatus() {
    let table = lines(&[
        ("A", "Il vit la ville blanche et la mer blanche."),
        ("B", "Il vit la ville blanche et la mer profonde."),
        ("C", "Il vit la ville blanche et la mer blanche."),
    ]);
    let text = page(&table, &options(Layout::Apparatus, 100));
    assert!(text.contains("blanche²] profonde B"), "{text}");
}

#[test]
fn the_apparatus_tells_who_lacks_a_row_and_where_rows_have_moved() {
    let table = table(&GENESIS, "A", Level::Sentence);
    let text = page(&table, &options(Layout::Apparatus, 100));
    assert!(text.contains("not in D"), "{text}");
    assert!(text.contains("C → C has"), "{text}");
    // What the base lacks is shown as who has it says it.
    assert!(text.contains("D   {Dieu sépara la lumière"), "{text}");
    for note in ["another witness", "the other has"] {
        assert!(!text.contains(note), "{text}");
    }
}

#[test]
fn a_stretch_that_some_lack_is_told_once() {
    let table = lines(&[
        (
            "A",
            "La reine ferma la porte du château, puis le soleil brûlant sécha toute l’herbe de la plaine.",
        ),
        (
            "B",
            "La reine ferma la porte du château, puis le soleil ardent sécha toute l’herbe de la plaine.",
        ),
        ("C", "La reine ferma la porte du château."),
        ("D", "La princesse ferma la porte du château."),
    ]);
    let text = flat(&page(&table, &options(Layout::Apparatus, 100)));
    assert!(text.contains("puis le … plaine] om. C D"), "{text}");
    assert!(text.contains("brûlant] ardent B"), "{text}");
    assert!(text.contains("reine] princesse D"), "{text}");
    assert_eq!(text.matches("om.").count(), 1, "{text}");
}

#[test]
fn rows_without_the_base_have_an_apparatus_too() {
    let table = table(
        &[
            ("A", "Le soleil se lève derrière la montagne."),
            (
                "B",
                "Le soleil se lève derrière la montagne. Les bergers conduisent leurs troupeaux vers la rivière.",
            ),
            (
                "C",
                "Le soleil se lève derrière la montagne. Les bergers conduisent leurs troupeaux vers la fontaine.",
            ),
        ],
        "A",
        Level::Sentence,
    );
    let text = flat(&page(&table, &options(Layout::Apparatus, 100)));
    assert!(text.contains("not in A | rivière] fontaine C"), "{text}");
}

#[test]
fn inline_readings_name_who_has_them() {
    let table = lines(&[
        ("A", "Le roi entra dans la maison."),
        ("B", "Le roi entra dans la grange."),
        ("C", "Le roi entra dans la grange."),
    ]);
    let text = page(&table, &options(Layout::Inline, 100));
    assert!(text.contains("maison → grange B C"), "{text}");
}

#[test]
fn the_summary_says_what_each_holds_of_whom() {
    let table = table(&GENESIS, "A", Level::Sentence);
    let text = page(&table, &options(Layout::Summary, 100));
    let of_a = text.lines().find(|line| line.starts_with("of A: "));
    let of_a = of_a.expect("a line of A");
    for place in [" % in B, ", " % in C, ", " % in D, ", " % in all"] {
        assert!(of_a.contains(place), "{of_a}");
    }
    assert!(text.contains(" moved in C"), "{text}");
    let three = page(
        &super::table(&GENESIS[..3], "A", Level::Sentence),
        &options(Layout::Summary, 100),
    );
    assert!(three.contains(" % in both"), "{three}");
}

#[test]
fn above_the_rows_every_two_have_their_similarity() {
    let text = "Le soleil se lève derrière la montagne.";
    let table = table(
        &[
            ("A", text),
            ("B", text),
            (
                "C",
                "Trois bergers conduisent leurs troupeaux vers une rivière profonde.",
            ),
        ],
        "A",
        Level::Sentence,
    );
    let page = page(&table, &options(Layout::Stacked, 80));
    let head: Vec<&str> = page.lines().take(4).collect();
    assert!(head[1].starts_with("A   · 100"), "{page}");
    assert!(head[2].starts_with("B 100   ·"), "{page}");
    assert!(head[3].contains('█'), "{page}");
    assert!(!head[1].contains('█'), "{page}");
}

#[test]
fn columns_where_each_has_room_and_an_apparatus_where_not() {
    for (width, witnesses, layout) in [
        (99, 2, Layout::Stacked),
        (100, 2, Layout::Side),
        (117, 3, Layout::Apparatus),
        (118, 3, Layout::Side),
        (160, 4, Layout::Side),
        (120, 4, Layout::Apparatus),
        (400, 20, Layout::Apparatus),
    ] {
        assert_eq!(
            Layout::fitting(width, witnesses),
            layout,
            "{witnesses} in {width}"
        );
    }
}

#[test]
fn twenty_witnesses_are_shown_in_every_layout() {
    let nouns = ["maison", "grange", "tour", "cabane", "forteresse"];
    let texts: Vec<(String, String)> = (0..20)
        .map(|n| {
            let noun = nouns[n % nouns.len()];
            let more = if n % 3 == 0 { " Puis il se tut." } else { "" };
            let text = format!("Le roi entra dans la {noun} avec ses enfants.{more}");
            (format!("Témoin{n}"), text)
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(s, t)| (s.as_str(), t.as_str()))
        .collect();
    let table = table(&texts, "Témoin0", Level::Sentence);
    for layout in LAYOUTS {
        for width in [40, 80, 120, 200] {
            let text = page(&table, &options(layout, width));
            // Columns are not narrower than can be read.
            if matches!(layout, Layout::Side | Layout::Table) {
                continue;
            }
            for line in text.lines() {
                assert!(line.width() <= width, "{layout:?} at {width}: {line}");
                assert_eq!(line, line.trim_end(), "{layout:?} at {width}");
            }
        }
    }
}

#[test]
fn colour_changes_no_text() {
    let table = table(&GENESIS, "B", Level::Sentence);
    for layout in LAYOUTS {
        for marks in [select::Marks::All, select::Marks::Few] {
            let plain = ViewOptions {
                signs: Signs::Always,
                marks,
                ..options(layout, 90)
            };
            let coloured = ViewOptions {
                colours: Colours::Themed(Theme::Dark, Depth::True),
                ..plain.clone()
            };
            let mut parts = Vec::new();
            for (n, part) in page(&table, &coloured).split("\x1b[").enumerate() {
                let text = part.split_once('m').filter(|_| n > 0);
                parts.push(text.map_or(part, |(_, text)| text).to_owned());
            }
            assert_eq!(parts.concat(), page(&table, &plain), "{layout:?} {marks:?}");
        }
    }
}

#[test]
fn few_marks_leave_out_what_follows_other_words() {
    let table = lines(&[
        ("A", "La maison du roi était belle."),
        ("B", "Le palais du roi était beau."),
        ("C", "La maison du roi était belle."),
    ]);
    let shown = |marks| {
        let options = ViewOptions {
            marks,
            ..options(Layout::Stacked, 80)
        };
        page(&table, &options)
    };
    let few = shown(select::Marks::Few);
    assert!(
        few.contains("Le {palais}") && few.contains("La maison"),
        "{few}"
    );
    assert!(!shown(select::Marks::All).contains(" Le {palais}"));
}

#[test]
fn a_table_of_many_stands_in_blocks_that_fit() {
    let texts: Vec<(String, String)> = (0..20)
        .map(|n| {
            let noun = ["pommes", "poires", "prunes"][n % 3];
            let text = format!("Le marchand vendait des {noun} au village.\nIl rentrait le soir.");
            (format!("T{n}"), text)
        })
        .collect();
    let named: Vec<(&str, &str)> = texts
        .iter()
        .map(|(s, t)| (s.as_str(), t.as_str()))
        .collect();
    let table = lines(&named);
    let mut out = Vec::new();
    view::render(&table, &options(Layout::Table, 100), &mut out).expect("written");
    let text = String::from_utf8(out).expect("text");
    assert!(text.lines().all(|line| line.width() <= 100), "{text}");
    // Each witness is named above one block, and each row has its number in all of them.
    let heads: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("T") && !line.contains("in 20"))
        .collect();
    let named: Vec<&str> = heads
        .iter()
        .flat_map(|line| line.split_whitespace())
        .filter(|word| *word != "│")
        .collect();
    let all: Vec<&str> = texts.iter().map(|(siglum, _)| siglum.as_str()).collect();
    let of_blocks: Vec<&str> = named
        .iter()
        .copied()
        .filter(|word| all.contains(word))
        .collect();
    assert!(of_blocks.ends_with(&all), "{text}");
    assert_eq!(text.matches("in 20 of 20").count() % 2, 0);
    assert!(text.matches("in 20 of 20").count() > 4, "{text}");
    // Three stand beside each other, as they always did.
    let table = lines(&[named_text("A"), named_text("B"), named_text("C")]);
    let mut out = Vec::new();
    view::render(&table, &options(Layout::Table, 60), &mut out).expect("written");
    let text = String::from_utf8(out).expect("text");
    assert_eq!(
        text.lines()
            .filter(|line| line.matches('│').count() == 2)
            .count(),
        2,
        "{text}"
    );
}

fn named_text(siglum: &str) -> (&str, &str) {
    (siglum, "Le marchand vendait des pommes au village.")
}
