//! The views, on tables written by hand.
#![allow(clippy::unwrap_used)]

use enregard::AlignmentTable;
use enregard::class::Class;
use enregard::table::RowNumber;
use enregard::view::{self, Colours, Depth, Layout, Signs, Theme, ViewOptions};
use enregard::witness::{Level, Skip, UnitIndex};

use unicode_width::UnicodeWidthStr;

use crate::tables;
use crate::tables::marked::{HandRow, row, table};
use crate::tables::quotation;

fn shown(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// View and summary as the command prints them.
fn page(table: &AlignmentTable, options: &ViewOptions, colour: bool) -> String {
    let colours = match colour {
        true => Colours::Themed(Theme::Terminal, Depth::Sixteen),
        false => Colours::None,
    };
    let options = &ViewOptions {
        colours,
        ..options.clone()
    };
    shown(|out| {
        view::render(table, options, out)?;
        view::summary(table, &table.overview(), options, out)
    })
}

fn statement() -> AlignmentTable {
    let tweet = Skip::Language("en".into());
    let mut table = table(
        Level::Sentence,
        &[
            row("", "¶date 2020-09 Temps de lecture estimé : 2 minutes").skipped(Skip::Metadata),
            row("", "¶Dans une déclaration publiée hier, le président propose «d’échanger des garanties mutuelles de non ingérence» et de travailler à un pacte mondial."),
            row(
                "¶L’un des {mw0:principaux}{w8: défis} stratégiques {w1:de notre époque} est le risque {-1:d’apparition} d’une confrontation {w2:d’envergure} dans le {w3:secteur} numérique.",
                "¶{+q:«}L’un des {w8:enjeux} stratégiques {mw0:majeurs} {w1:d’aujourd’hui} est le risque d’une confrontation {w2:à grande échelle} dans le {w3:domaine du} numérique.",
            ),
            row(
                "Une responsabilité particulière pour {d1:la prévenir} incombe aux {mw5:principaux} acteurs dans le domaine de la sécurité internationale de l’information.",
                "Une responsabilité particulière pour {d1:sa prévention} incombe aux acteurs {mw5:clés} dans le domaine de la sécurité internationale de l’information {+2:(SII)}.",
            ),
            row(
                "{a1:A} cet égard, nous {w1:voudrions} nous adresser {m2:une nouvelle fois} aux {a3:Etats-Unis} {w4:en proposant} d{t5:’}approuver un {i6:programmes} global.",
                "{a1:À} cet égard, nous {w1:aimerions} {m2:une nouvelle fois} nous adresser aux {a3:États-Unis} {w4:en leur suggérant} d{t5:'}approuver un {i6:programme} global.",
            ),
            row("¶Premier point.", ""),
            row("Rétablir un dialogue bilatéral régulier.", "¶Rétablir un dialogue bilatéral régulier.").moved(10),
            row("Entretenir un fonctionnement {w1:ininterrompu} des canaux.", "Entretenir un fonctionnement {w1:continu} des canaux.").moved(10),
            row("", "¶Statement by President of Russia Vladimir Putin on a comprehensive program of measures for restoring the cooperation — President of Russia (@KremlinRussia_E)").skipped(tweet),
            row(
                "¶Nous appelons les pays à lancer le dialogue. Sera-t-il prêt ?",
                "¶Nous appelons les pays à lancer le dialogue. Sera-t-il prêt ?",
            ),
            row("", "¶Un.|Deux.|Trois.|Quatre.|Cinq, qui échange des garanties de non-ingérence.|Six.|Sept.|¶Huit.|Neuf."),
            row(
                "¶Echanger des garanties de non-ingérence dans les affaires intérieures réciproques, y compris les processus électoraux.|Et d’autres.",
                "¶Echanger des garanties de non-ingérence dans les affaires intérieures réciproques, y compris les processus électoraux. Et d’autres.",
            ),
        ],
    );
    table.quotations = vec![
        quotation(
            &table,
            (
                12,
                "Echanger des garanties de non-ingérence dans les affaires intérieures réciproques, y compris les processus électoraux",
            ),
            (2, "d’échanger des garanties mutuelles de non ingérence"),
        ),
        quotation(
            &table,
            (12, "Echanger des garanties de non-ingérence"),
            (11, "échange des garanties de non-ingérence"),
        ),
    ];
    table
}

const WIDTHS: [usize; 4] = [60, 80, 120, 200];
const LAYOUTS: [(Layout, &str); 6] = [
    (Layout::Side, "side"),
    (Layout::Stacked, "stacked"),
    (Layout::Apparatus, "apparatus"),
    (Layout::Inline, "inline"),
    (Layout::Table, "table"),
    (Layout::Summary, "summary"),
];

fn options(layout: Layout, width: usize) -> ViewOptions {
    ViewOptions {
        layout,
        width,
        ..ViewOptions::default()
    }
}

fn without_colour(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').unwrap().1);
    }
    plain
}

#[test]
fn every_layout_at_every_width() {
    let table = statement();
    for (layout, name) in LAYOUTS {
        for width in WIDTHS {
            let options = ViewOptions {
                signs: Signs::Always,
                ..options(layout, width)
            };
            let plain = page(&table, &options, false);
            assert_eq!(
                without_colour(&page(&table, &options, true)),
                plain,
                "colour changes the text of {name} at {width}"
            );
            for line in plain.lines() {
                assert!(line.width() <= width, "{name} at {width}: {line}");
                assert_eq!(
                    line,
                    line.trim_end(),
                    "{name} at {width}: spaces at the end"
                );
            }
            insta::assert_snapshot!(format!("{name}-{width}"), plain);
        }
        let coloured = page(&table, &options(layout, 100), true).replace('\x1b', "␛");
        insta::assert_snapshot!(format!("{name}-colour"), coloured);
    }
}

#[test]
fn without_its_signs_the_view_holds_the_text() {
    let table = statement();
    let options = ViewOptions {
        show_skipped: true,
        context: usize::MAX,
        ..options(Layout::Stacked, 10_000)
    };
    let text =
        page(&table, &options, false).replace(['⌊', '⌋', '{', '}', '<', '>', '~', '¹', '²'], "");
    for witness in &table.witnesses {
        for unit in witness.units() {
            let unit = witness.slice(unit.span);
            assert!(text.contains(unit), "{unit} is not in {text}");
        }
    }
}

#[test]
fn the_legend_names_every_sign() {
    let legend = shown(|out| view::legend(Colours::None, out));
    for sign in [
        "⌊", "⌋", "{", "}", "~", "<", ">", "→", "←", "≈", "¶", "…", "␛",
    ] {
        assert!(legend.contains(sign), "{sign}");
    }
    insta::assert_snapshot!("legend", legend);
}

#[test]
fn the_key_names_the_signs_that_occur_and_no_others() {
    let key = |rows: &[HandRow]| {
        let text = page(
            &table(Level::Sentence, rows),
            &ViewOptions::default(),
            false,
        );
        text.lines().next().unwrap().to_owned()
    };
    assert_eq!(
        key(&[row("Un {w1:mot}.", "Un {w1:terme}.")]),
        "⌊other words there⌋"
    );
    assert_eq!(
        key(&[row("Un {i1:mot}.", "Un {i1:mots}."), row("Deux.", "")]),
        "{only here}  ~other form"
    );
    // Without differences there is no key of them.
    for (a, b) in [("Un mot.", "Un mot."), ("Un{t1: '} mot.", "Un{t1: ’} mot.")] {
        assert_eq!(key(&[row(a, b)]), "= the same in both");
    }
}

#[test]
fn quiet_classes_are_marked_when_they_are_asked_for() {
    let table = table(
        Level::Sentence,
        &[row("{t1:L'}été{-2:,} {c3:enfin}", "{t1:L’}été {c3:Enfin}")],
    );
    let side = |quiet: &[Class]| {
        let options = ViewOptions {
            quiet: quiet.to_vec(),
            ..options(Layout::Stacked, 80)
        };
        shown(|out| view::render(&table, &options, out))
    };
    assert!(side(&[Class::Typographic]).contains("A ¶ L'été, ~enfin\n"));
    assert!(side(&[]).contains("A ¶ ~L'été{,} ~enfin\n"));
    assert!(side(&[Class::Typographic, Class::Case]).contains("A ¶ L'été, enfin\n"));
}

#[test]
fn skipped_units_are_shown_on_demand() {
    let options = ViewOptions {
        show_skipped: true,
        ..options(Layout::Stacked, 80)
    };
    let text = page(&statement(), &options, false);
    assert!(
        text.contains("B ¶ (metadata) date 2020-09 Temps de lecture estimé : 2 minutes\n"),
        "{text}"
    );
    assert!(text.contains("(language: en) Statement"), "{text}");
    assert!(text.contains("(@KremlinRussia_E)"), "{text}");
}

#[test]
fn context_says_how_much_of_a_run_is_shown() {
    let only = [
        row("Un mot.", "Un mot."),
        row("", "¶Un.|Deux.|Trois.|Quatre.|Cinq.|Six."),
    ];
    let table = table(Level::Clause, &only);
    let shown = |context| {
        let options = ViewOptions {
            context,
            ..options(Layout::Stacked, 80)
        };
        shown(|out| view::render(&table, &options, out))
    };
    assert!(shown(0).contains("… 6 more clauses only in B …"));
    assert!(
        shown(2).contains("{Un. Deux.}\n      … 2 more clauses only in B …\n        {Cinq. Six.}")
    );
    assert!(shown(3).contains("{Un. Deux. Trois. Quatre. Cinq. Six.}"));
    assert!(shown(usize::MAX).contains("{Un. Deux. Trois. Quatre. Cinq. Six.}"));
}

#[test]
fn french_marks_keep_their_word() {
    let text = "« Est-ce prêt ? » demanda-t-il : « Oui ! » ; puis 5 % de plus.";
    let table = table(Level::Sentence, &[row(text, text)]);
    for width in 26..80 {
        let text = shown(|out| view::render(&table, &options(Layout::Stacked, width), out));
        for line in text.lines().skip(2).map(str::trim) {
            assert!(!line.ends_with('«'), "at {width}: {line}");
            assert!(
                !line.starts_with(['»', ':', ';', '!', '?', '%']),
                "at {width}: {line}"
            );
        }
    }
}

/// The columns at which the rule between the columns stands.
fn rules(view: &str) -> Vec<usize> {
    let body = view.lines().skip_while(|line| !line.contains('│'));
    body.filter_map(|line| line.find(['│', '┼']).map(|at| line[..at].width()))
        .collect()
}

#[test]
fn hostile_text_neither_steers_the_terminal_nor_breaks_the_columns() {
    let texts = [
        "\x1b[31mrouge\x1b]0;titre\x07 \x1b[2J\r\n",
        "une\ttabulation \u{8}\u{7f}\u{9b}31m",
        "\u{202e}renversé\u{2066} isolé",
        "日本語の文章がここにあります。そして続きます。",
        "e\u{301}\u{302}\u{303} \u{301}seul co\u{ad}opération\u{200b}",
        "👩\u{200d}👩\u{200d}👧 🇫🇷 👍🏽 🏳\u{fe0f}\u{200d}🌈",
        "שלום עולם (נוסח) سلام",
        "anticonstitutionnellementanticonstitutionnellement",
        "",
        "[crochets] <b> ~ & »",
    ];
    let rows: Vec<HandRow> = texts
        .iter()
        .map(|text| row(&format!("¶Un {text}"), &format!("¶Un {text}")))
        .chain([row("{w1:\u{301}a}", "{w1:\x1bb}")])
        .collect();
    let mut table = table(Level::Sentence, &rows);
    table.witnesses[0].path = "\x1b[31m/\n日本\u{202e}.txt".into();
    table.witnesses[1].siglum.0 = "B\x07".into();
    for width in [10, 30, 44, 60, 100, 200] {
        for (layout, name) in LAYOUTS {
            let text = page(&table, &options(layout, width), false);
            let bad =
                |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!text.contains(bad), "{name} at {width}: {text:?}");
            if layout == Layout::Side {
                let rules = rules(&text);
                assert!(rules.iter().all(|&at| at == rules[0]), "at {width}: {text}");
            }
        }
    }
    insta::assert_snapshot!("hostile", page(&table, &options(Layout::Side, 60), false));
}

#[test]
fn a_line_from_right_to_left_does_not_swap_the_columns() {
    let table = table(Level::Sentence, &[row("שלום", "שלום")]);
    let text = shown(|out| view::render(&table, &options(Layout::Side, 60), out));
    // The mark of left to right parts the two, so that a terminal that reorders keeps them apart.
    let row = text.trim_end().lines().last().unwrap();
    let between = row.split("שלום").nth(1).unwrap();
    assert!(
        between.starts_with('\u{200e}') && between.contains('│'),
        "{row:?}"
    );
}

#[test]
fn lines_as_units_show_no_rows_for_blank_lines() {
    let rows = [
        row("Un vers", "Un vers"),
        row("", ""),
        row("Deux vers", "Deux vers"),
    ];
    let mut table = table(Level::Line, &rows[..1]);
    let witness = &mut table.witnesses[0];
    let end = witness.text.len();
    witness.text.push('\n');
    let mut blank = witness.sentences[0].clone();
    blank.span = enregard::witness::Span::new(end, end);
    blank.tokens = enregard::witness::TokenRange::new(2, 2);
    witness.sentences.push(blank);
    let mut only = table.rows[0].clone();
    only.number = RowNumber(2);
    only.kind = enregard::table::RowKind::Only;
    only.cells = vec![vec![UnitIndex(1)], vec![]];
    only.links.clear();
    table.rows.push(only);
    let text = page(&table, &options(Layout::Stacked, 80), false);
    assert!(!text.contains(" 2 "), "{text}");
    assert_eq!(table.summary().only, [0, 0]);
}

#[test]
fn units_that_are_not_neighbours_are_parted() {
    let mut table = table(
        Level::Sentence,
        &[row(
            "¶Un.|Deux.|Trois.|¶Quatre.|¶Cinq.",
            "¶Un. Deux. Trois. Quatre. Cinq.",
        )],
    );
    table.rows[0].cells[0] = [0, 2, 4].map(UnitIndex).into();
    let text = page(&table, &options(Layout::Stacked, 80), false);
    assert!(
        text.contains(" 1  A ¶ Un. … Trois.\n      ¶ … Cinq.\n"),
        "{text}"
    );
}

#[test]
fn three_witnesses_have_three_columns() {
    let words = |text| tables::witness(0, text);
    let mut witnesses = vec![
        words("Un mot.\n"),
        words("Un terme.\n"),
        words("Un vocable.\n"),
    ];
    for (n, witness) in witnesses.iter_mut().enumerate() {
        witness.siglum = enregard::witness::Siglum::nth(n);
    }
    let mut row = tables::row(vec![vec![0], vec![0], vec![0]]);
    row.links = vec![
        tables::link(vec![vec![0]; 3], Class::Same),
        tables::link(vec![vec![1]; 3], Class::Wording),
        tables::link(vec![vec![2]; 3], Class::Same),
    ];
    let table = tables::table(witnesses, vec![row]);
    let text = page(&table, &options(Layout::Side, 70), false);
    assert!(
        text.contains(" 1  ¶ Un ⌈mot⌉.          │ ¶ Un ⌈terme⌉.        │ ¶ Un ⌈vocable⌉.\n"),
        "{text}"
    );
    assert!(
        text.contains("of A: 100 % in B, 100 % in C, 100 % in both\n"),
        "{text}"
    );
}

#[test]
fn the_summary_counts() {
    let summary = statement().summary();
    assert_eq!(summary.beads(), 7);
    assert_eq!(summary.shapes[&vec![1, 1]], 6);
    assert_eq!(summary.shapes[&vec![2, 1]], 1);
    assert_eq!(summary.only, [1, 10]);
    assert_eq!(summary.skipped, [0, 2]);
    assert_eq!(summary.moved_rows, 2);
    assert_eq!(summary.moved_words, 3);
    assert_eq!(summary.differences[&Class::Accent], 2);
    assert_eq!(summary.punctuation, 1);
    assert_eq!(summary.quotations, 2);
    // Two words of A stand outside beads: Premier point.
    let words = |w: usize| {
        let tokens = &statement().witnesses[w].tokens;
        tokens
            .iter()
            .filter(|t| t.kind != enregard::witness::TokenKind::Punctuation)
            .count() as f64
    };
    let coverage = summary.coverage[0].expect("a share");
    assert!((coverage - (words(0) - 2.0) / words(0)).abs() < 1e-9);
}

#[test]
fn shares_are_rounded_but_never_to_all_or_nothing() {
    let one_in = |n: usize| {
        let mut rows = vec![row("", &"mot ".repeat(n - 1)), row("mot", "mot")];
        let text = |rows: &[HandRow]| {
            page(
                &table(Level::Sentence, rows),
                &ViewOptions::default(),
                false,
            )
        };
        let few = text(&rows);
        rows[0] = row("", "mot");
        rows[1] = row(
            "mot",
            &"mot "
                .repeat(n - 1)
                .trim_end()
                .replace("mot", "{w1:mot}")
                .replacen("{w1:mot}", "mot", 1),
        );
        (few, text(&rows))
    };
    let (few, most) = one_in(1000);
    assert!(few.contains(", 1 % of B in A"), "{few}");
    assert!(most.contains(", 99 % of B in A"), "{most}");
}

proptest::proptest! {
    #[test]
    fn any_table_is_shown(bytes: Vec<u8>, sides in 1usize..4, width in 0usize..150) {
        let table = tables::random(&bytes, sides);
        for (layout, _) in LAYOUTS {
            let text = page(&table, &options(layout, width), false);
            proptest::prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
        }
    }
}
