//! Nothing depends on the order in which witnesses are named.

use std::collections::BTreeMap;

use enregard::class::Class;
use enregard::table::{AlignmentTable, Seen};
use enregard::witness::{Level, Siglum};
use proptest::prelude::*;

use super::{said, table};

/// Sentences of which renderings are made, with words that may stand for others.
const SENTENCES: [&str; 6] = [
    "Les mesures principales sont prises par le gouvernement du pays.",
    "Le dialogue reprend entre les deux pays voisins depuis le 25 mai.",
    "Il a dit que rien ne serait plus comme avant dans ce village.",
    "Deux hommes entrent, puis trois hommes sortent de la vieille maison.",
    "L’homme qui parle et l’homme qui se tait partent ensemble.",
    "La reine ferma la porte, et personne ne répondit.",
];
const OTHERS: [(&str, &str); 8] = [
    ("principales", "majeures"),
    ("dialogue", "conversation"),
    ("rien", "tout"),
    ("puis", "ensuite"),
    ("vieille", "grande"),
    ("parle", "crie"),
    ("reine", "princesse"),
    ("25", "vingt-cinq"),
];

/// A rendering: the sentences by number, and of each which word is left out, which goes to the end, and whether words are
/// exchanged for others.
type Rendering = Vec<(usize, usize, usize, bool)>;

fn rendering() -> impl Strategy<Value = Rendering> {
    let sentence = (0..6usize, 0..16usize, 0..24usize, any::<bool>());
    prop::collection::vec(sentence, 1..6)
}

/// A rendering that says the same again: whole sentences, some of them in other words.
fn repeating() -> impl Strategy<Value = Rendering> {
    let sentence = (0..3usize, Just(15), Just(23), prop::bool::weighted(0.2));
    prop::collection::vec(sentence, 1..8)
}

/// Renderings, and an order of them.
fn in_an_order<R: Strategy<Value = Rendering>>(
    rendering: R,
) -> impl Strategy<Value = (Vec<Rendering>, Vec<usize>)> {
    prop::collection::vec(rendering, 3..6).prop_flat_map(|texts| {
        let order: Vec<usize> = (0..texts.len()).collect();
        (Just(texts), Just(order).prop_shuffle())
    })
}

fn text(rendering: &Rendering) -> String {
    let sentences = rendering.iter().map(|&(n, without, last, others)| {
        let mut words: Vec<&str> = SENTENCES[n].split(' ').collect();
        if without + 1 < words.len() {
            words.remove(without);
        }
        if last + 1 < words.len() {
            let word = words.remove(last);
            words.insert(words.len() - 1, word);
        }
        let sentence = words.join(" ");
        match others {
            true => OTHERS
                .iter()
                .fold(sentence, |text, (one, other)| text.replace(one, other)),
            false => sentence,
        }
    });
    sentences.collect::<Vec<_>>().join(" ")
}

/// What is said of rows beside their units and words, by siglum and in the order of the table.
fn beside(table: &AlignmentTable) -> Vec<String> {
    let siglum = |w: usize| table.witnesses[w].siglum.0.as_str();
    let mut said = Vec::new();
    for row in &table.rows {
        let moved: BTreeMap<&str, _> = (0..table.witnesses.len())
            .map(|w| (siglum(w), row.moved_to_in(w, table.base)))
            .collect();
        let mut beads: Vec<String> = row
            .beads
            .iter()
            .map(|bead| {
                let sides = bead.witnesses.map(siglum).into_iter().zip(&bead.units);
                let sides: BTreeMap<_, _> = sides.collect();
                format!("{sides:?} {:.6} {:.3}", bead.confidence, bead.score)
            })
            .collect();
        beads.sort();
        // To the last bit.
        let figures = [row.score, row.confidence, row.similarity];
        said.push(format!("{:?} {moved:?} {beads:?} {figures:?}", row.number));
        for link in &row.links {
            let moved: BTreeMap<&str, _> = (0..table.witnesses.len())
                .map(|w| (siglum(w), link.is_moved_in(w, table.base)))
                .collect();
            let readings = [&[][..], &[Class::Inflection, Class::Wording]].map(|quiet| {
                let rules = table.rules(quiet);
                let readings = rules.readings(row, link, table.base, Seen::Showing);
                let first = readings[0].has(table.base);
                let readings = readings.into_iter().map(|reading| {
                    let mut sigla: Vec<&str> =
                        reading.witnesses.iter().map(|&w| siglum(w)).collect();
                    sigla.sort_unstable();
                    (sigla, reading.class)
                });
                let mut readings: Vec<_> = readings.collect();
                readings.sort_unstable();
                (first, readings)
            });
            let class = link.class;
            said.push(format!(
                "{class:?} {} {moved:?} {readings:?}",
                link.probability
            ));
        }
    }
    said.push(format!("{:?}", table.summary().differences));
    let facts = table.facts.iter().chain(&table.facts_between);
    let mut facts: Vec<String> = facts
        .map(|fact| {
            let mut told: Vec<&str> = fact.witnesses.iter().map(|&w| siglum(w)).collect();
            told.sort_unstable();
            let words: BTreeMap<&str, _> = (0..table.witnesses.len())
                .map(|w| (siglum(w), &fact.tokens[w]))
                .collect();
            format!("{:?} {:?} {told:?} {words:?}", fact.row, fact.kind)
        })
        .collect();
    facts.sort();
    said.extend(facts);
    let quotations = table.quotations.iter().map(|quotation| {
        let mut passages: Vec<String> = quotation
            .passages
            .iter()
            .map(|passage| format!("{} {:?}", siglum(passage.witness), passage.span))
            .collect();
        passages.sort();
        format!("{passages:?}")
    });
    let mut quotations: Vec<String> = quotations.collect();
    quotations.sort();
    said.extend(quotations);
    said
}

const SIGLA: [&str; 24] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S",
    "T", "U", "V", "W", "X",
];

/// Checks that witnesses, the first of which is the base, make the same table in this order as in that of `order`, and with
/// another base the same groups.
fn assert_order_is_nothing(texts: &[String], order: &[usize]) {
    let named: Vec<(&str, &str)> = SIGLA
        .into_iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    let permuted: Vec<(&str, &str)> = order.iter().map(|&n| named[n]).collect();
    let one = table(&named, "A", Level::Sentence);
    let other = table(&permuted, "A", Level::Sentence);
    assert_same(&said(&one), &said(&other), order, texts);
    assert_same(&beside(&one), &beside(&other), order, texts);
    let sorted = |table: &AlignmentTable| {
        let mut said = said(table);
        said.sort();
        said
    };
    let based = table(&permuted, permuted[0].0, Level::Sentence);
    assert_same(&sorted(&one), &sorted(&based), order, texts);
    // Named by their places, as those are that a person gives no names.
    let by_place = SIGLA
        .into_iter()
        .zip(permuted.iter().map(|&(_, text)| text));
    let mut unnamed = table(&by_place.collect::<Vec<_>>(), "A", Level::Sentence);
    for (witness, &(siglum, _)) in unnamed.witnesses.iter_mut().zip(&permuted) {
        witness.siglum = Siglum(siglum.to_owned());
    }
    assert_same(&sorted(&one), &sorted(&unnamed), order, texts);
}

fn assert_same(one: &[String], other: &[String], order: &[usize], texts: &[String]) {
    let lacks = |one: &[String], other: &[String]| -> Vec<String> {
        let lacking = one.iter().filter(|line| !other.contains(line));
        lacking.cloned().collect()
    };
    let (first, second) = (lacks(one, other), lacks(other, one));
    assert!(
        one == other,
        "{order:?} {texts:#?}\n{first:#?}\nagainst\n{second:#?}"
    );
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn small_texts_have_one_table_in_any_order((texts, order) in in_an_order(rendering())) {
        let texts: Vec<String> = texts.iter().map(text).collect();
        assert_order_is_nothing(&texts, &order);
    }
}

proptest! {
    #![proptest_config(crate::cases(32))]

    #[test]
    fn texts_that_repeat_themselves_have_one_table_in_any_order(
        (texts, order) in in_an_order(repeating()),
    ) {
        let texts: Vec<String> = texts.iter().map(text).collect();
        assert_order_is_nothing(&texts, &order);
    }
}

/// The sentences in another language.
const FOREIGN: &str = "The principal measures have been taken by the government of the country. The dialogue between the two neighbours \
                       has been going on since the 25th of May. Two men came in, and then three men left the old house.";

proptest! {
    #![proptest_config(crate::cases(12))]

    #[test]
    fn a_foreign_and_an_empty_text_among_others_change_nothing_of_that(
        texts in prop::collection::vec(rendering(), 2..4),
        place in 0..5usize,
        order in Just((0..4).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let mut texts: Vec<String> = texts.iter().map(text).collect();
        texts.insert(place.min(texts.len()), FOREIGN.to_owned());
        texts.insert(place / 2, String::new());
        let order: Vec<usize> = (0..texts.len()).map(|n| order.get(n).copied().unwrap_or(n)).collect();
        assert_order_is_nothing(&texts, &order);
    }
}

/// Psalm 23 in two renderings: Martin 1744, Darby 1885.
const PSALM: [[&str; 6]; 2] = [
    [
        "L’Eternel est mon berger, je n’aurai point de disette.",
        "Il me fait reposer dans des parcs herbeux, et me mène le long des eaux paisibles.",
        "Il restaure mon âme, et me conduit pour l’amour de son Nom, par des sentiers unis.",
        "Même quand je marcherais par la vallée de l’ombre de la mort, je ne craindrais aucun mal ; car tu es avec moi ; ton bâton et ta \
         houlette sont ceux qui me consolent.",
        "Tu dresses la table devant moi, à la vue de ceux qui me serrent ; tu as oint ma tête d’huile odoriférante, et ma coupe est \
         comble.",
        "Quoi qu’il en soit, les biens et la gratuité m’accompagneront tous les jours de ma vie, et mon habitation sera dans la maison \
         de l’Eternel pour longtemps.",
    ],
    [
        "L’Éternel est mon berger : je ne manquerai de rien.",
        "Il me fait reposer dans de verts pâturages, il me mène à des eaux paisibles.",
        "Il restaure mon âme ; il me conduit dans des sentiers de justice, à cause de son nom.",
        "Même quand je marcherais par la vallée de l’ombre de la mort, je ne craindrai aucun mal ; car tu es avec moi : ta houlette et \
         ton bâton, ce sont eux qui me consolent.",
        "Tu dresses devant moi une table, en la présence de mes ennemis ; tu as oint ma tête d’huile, ma coupe est comble.",
        "Oui, la bonté et la gratuité me suivront tous les jours de ma vie, et mon habitation sera dans la maison de l’Éternel pour de \
         longs jours.",
    ],
];

/// Renderings that follow now one, now the other, with a verse left out or two exchanged, and words of their own.
fn psalms(count: usize) -> Vec<String> {
    let words = [
        ("paisibles", "tranquilles"),
        ("berger", "pasteur"),
        ("comble", "pleine"),
        ("vallée", "sombre vallée"),
        ("âme", "vie"),
        ("craindrai", "redouterai"),
    ];
    let rendering = |n: usize| {
        let mut verses: Vec<String> = (0..6).map(|v| PSALM[(n >> v) & 1][v].to_owned()).collect();
        for (k, (one, other)) in words.iter().enumerate() {
            if (n * 7 + k).is_multiple_of(4) {
                verses
                    .iter_mut()
                    .for_each(|verse| *verse = verse.replace(one, other));
            }
        }
        match n % 5 {
            1 => drop(verses.remove(n % 6)),
            3 => verses.swap(n % 5, n % 5 + 1),
            _ => {}
        }
        verses.join(" ")
    };
    // Numbers whose bits mix the two well.
    (0..count).map(|n| rendering(n * 37 % 64)).collect()
}

#[test]
fn many_renderings_of_a_psalm_have_one_table_in_any_order() {
    let texts = psalms(24);
    let order: Vec<usize> = (0..24).map(|n| (n * 7 + 5) % 24).collect();
    assert_order_is_nothing(&texts, &order);
}
