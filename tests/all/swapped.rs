//! Neighbours that changed places are two beads, of which one has moved.
#![allow(clippy::unwrap_used)]

use enregard::table::RowKind;
use enregard::view::{self, Layout, ViewOptions};
use enregard::witness::Level;

use crate::compared::table;

const MARKET: [&str; 5] = [
    "Le marché commence à l'aube sur la grande place.",
    "Les poissonniers crient le prix des sardines.",
    "Une marchande de fleurs arrange ses bouquets de dahlias.",
    "Vers midi, tout le monde replie ses tréteaux.",
    "Le balayeur passe le dernier.",
];
const HARBOUR: [&str; 5] = [
    "The harbour wakes up long before the sun.",
    "Two fishermen mend a torn net on the quay.",
    "A grey cat steals the head of a mackerel.",
    "By noon the last boat has left for the islands.",
    "The lighthouse keeper writes all this into his book.",
];
const GARTEN: [&str; 5] = [
    "Der Gärtner öffnet am Morgen das eiserne Tor.",
    "Die Kinder pflücken heimlich reife Kirschen.",
    "Ein alter Hund bellt hinter dem Schuppen.",
    "Gegen Mittag bringt die Nachbarin frisches Wasser.",
    "Am Abend wird das Tor wieder verschlossen.",
];

#[test]
fn neighbours_that_changed_places_are_two_beads() {
    // Pairs at the beginning, in the middle and at the end, and three that rotated.
    let orders = [
        [1, 0, 2, 3, 4],
        [0, 2, 1, 3, 4],
        [0, 1, 2, 4, 3],
        [0, 3, 1, 2, 4],
        [0, 2, 3, 1, 4],
    ];
    for (language, sentences) in [("fr", MARKET), ("en", HARBOUR), ("de", GARTEN)] {
        for order in orders {
            for (level, between) in [
                (Level::Sentence, " "),
                (Level::Sentence, "\n\n"),
                (Level::Clause, " "),
                (Level::Line, "\n"),
            ] {
                let swapped = order.map(|n: usize| sentences[n]);
                let texts = [sentences.join(between), swapped.join(between)];
                let table = table(language, level, [&texts[0], &texts[1]]);
                let what = (language, order, level);
                assert!(
                    table.rows.iter().all(|r| r.kind == RowKind::Bead),
                    "{what:?}"
                );
                assert_eq!(table.rows.len(), 5, "{what:?}");
                for row in &table.rows {
                    let [x, y] = [0, 1].map(|w| table.witnesses[w].unit_text(row.cells[w][0]));
                    assert_eq!(x, y, "{what:?}");
                }
                let moved = table
                    .rows
                    .iter()
                    .filter(|r| r.moved && r.moved_to.is_some());
                assert_eq!(moved.count(), 1, "{what:?}");
            }
        }
    }
}

/// Wording changes inside do not hide it.
#[test]
fn so_are_neighbours_with_other_words() {
    let a = MARKET.join(" ");
    let b = "Le marché débute à l'aube sur la grande place. Une fleuriste arrange ses bouquets de dahlias. Les \
             poissonniers annoncent le prix des sardines. Vers midi, chacun replie ses tréteaux. Le balayeur vient le \
             dernier.";
    let table = table("fr", Level::Sentence, [&a, b]);
    let beads: Vec<_> = table
        .rows
        .iter()
        .map(|r| (r.cells[0].len(), r.cells[1].len()))
        .collect();
    assert_eq!(beads, [(1, 1); 5]);
    assert_eq!(table.rows.iter().filter(|r| r.moved).count(), 1);
}

/// Two sentences that changed places and went elsewhere together.
#[test]
fn moved_rows_are_told_in_the_order_of_the_other_witness() {
    let mut sentences = MARKET.to_vec();
    sentences.extend([
        "Un enfant ramasse une orange oubliée.",
        "Le soir tombe sur les toits mouillés.",
        "La fontaine coule toute la nuit devant la mairie.",
    ]);
    let order = [0, 6, 5, 1, 2, 3, 4, 7];
    let there: Vec<&str> = order.iter().map(|&n| sentences[n]).collect();
    let table = table(
        "fr",
        Level::Sentence,
        [&sentences.join(" "), &there.join(" ")],
    );
    let options = ViewOptions {
        layout: Layout::Stacked,
        ..ViewOptions::default()
    };
    let mut out = Vec::new();
    view::render(&table, &options, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("here B has rows 7, 6\n"), "{text}");
    assert!(text.contains("B has rows 7, 6 after row 1\n"), "{text}");
}
