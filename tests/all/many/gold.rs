//! The three documents of the Kremlin statement in one table, against their gold.

use enregard::table::{AlignmentTable, PairBead};
use enregard::witness::{Level, UnitIndex};
use serde_json::Value;

use super::table;

/// A stretch of a text in characters.
type Chars = (usize, usize);

/// A whole rendering, the article that holds most of another, the article that quotes a third.
const KREMLIN: [(&str, &str); 3] = [
    ("001", include_str!("../../../fixtures/kremlin/001.txt")),
    ("000", include_str!("../../../fixtures/kremlin/000.txt")),
    ("003", include_str!("../../../fixtures/kremlin/003.txt")),
];

/// From the start of the first to the end of the last of these units.
fn chars(table: &AlignmentTable, witness: usize, units: &[UnitIndex]) -> Chars {
    let witness = &table.witnesses[witness];
    let span = |unit: Option<&UnitIndex>| witness.unit(*unit.expect("a unit")).span;
    let at = |byte: u32| witness.text[..byte as usize].chars().count();
    (at(span(units.first()).start), at(span(units.last()).end))
}

fn gold(pair: &str) -> Vec<[Chars; 2]> {
    let gold = include_str!("../../../fixtures/kremlin/gold.json");
    let gold: Value = serde_json::from_str(gold).expect("JSON");
    let chars = |link: &Value, side: &str| {
        let at = |k: usize| link[side][k].as_u64().expect("a number") as usize;
        (at(0), at(1))
    };
    let links = gold["pairs"][pair]["links"].as_array().expect("links");
    let mut links: Vec<_> = (links.iter())
        .map(|link| [chars(link, "a"), chars(link, "b")])
        .collect();
    links.sort_unstable();
    links
}

#[test]
fn the_table_of_three_has_every_link_of_the_gold_and_no_other() {
    for (order, base) in [([0, 1, 2], "001"), ([1, 2, 0], "001"), ([2, 0, 1], "003")] {
        let texts = order.map(|n| KREMLIN[n]);
        let table = table(&texts, base, Level::Sentence);
        for pair in [["001", "000"], ["001", "003"]] {
            let of = |name: &str| texts.iter().position(|text| text.0 == name);
            let [x, y] = pair.map(|name| of(name).expect("a witness"));
            let links = |bead: &PairBead| {
                let side = |w: usize| {
                    let side = bead.witnesses.iter().position(|&own| own == w)?;
                    Some(chars(&table, w, &bead.units[side]))
                };
                Some([side(x)?, side(y)?])
            };
            let beads = table.rows.iter().flat_map(|row| &row.beads);
            let mut found: Vec<_> = beads.filter_map(links).collect();
            found.sort_unstable();
            assert_eq!(found, gold(&pair.join("-")), "{order:?} {pair:?}");
        }
    }
}
