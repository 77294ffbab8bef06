//! A passage in whose place the other text has something else: neither has a counterpart.
#![allow(clippy::unwrap_used)]

use enregard::table::RowKind;
use enregard::witness::Level;

use crate::compared::table;

/// What both texts have, and what stands between in each: paragraphs of sentences.
struct Texts {
    language: &'static str,
    shared: [&'static str; 3],
    only_a: [&'static str; 2],
    only_b: [&'static str; 2],
}

#[rustfmt::skip]
const TEXTS: &[Texts] = &[
    Texts {
        language: "fr",
        shared: [
            "Le four du boulanger chauffe dès trois heures du matin. La pâte repose sous un linge blanc.",
            "À six heures, les premiers clients poussent la porte. Ils emportent des pains ronds et dorés.",
            "Le soir, le boulanger éteint son four. Il compte les sacs de farine qui lui restent.",
        ],
        only_a: [
            "Les oies sauvages traversèrent le ciel gris au-dessus des marais. Les chasseurs, tapis dans les roseaux, attendaient en silence le lever du jour. Un chien mouillé grelottait contre la barque.",
            "Dans la cour du collège, les élèves échangeaient des billes de verre. Le surveillant fumait sa pipe sous le préau. La cloche sonna deux fois.",
        ],
        only_b: [
            "Le notaire ouvrit la lettre du banquier dans son étude. Il lut à voix basse les chiffres de la succession, puis il les recopia avec soin. Une mouche tournait autour de la lampe.",
            "Sur le quai de la gare, les voyageurs regardaient les aiguilles de l'horloge. Le porteur dormait sur une malle. Un train siffla très loin.",
        ],
    },
    Texts {
        language: "en",
        shared: [
            "The baker lights his oven at three in the morning. The dough rests under a white cloth.",
            "At six o'clock the first customers push the door open. They carry away round golden loaves.",
            "In the evening the baker puts out his oven. He counts the sacks of flour that are left.",
        ],
        only_a: [
            "Wild geese crossed the grey sky above the marshes. The hunters, crouching in the reeds, waited in silence for the dawn. A wet dog was shivering against the boat.",
            "In the yard of the school the pupils were swapping glass marbles. The warden smoked his pipe under the porch. The bell rang twice.",
        ],
        only_b: [
            "The notary opened the letter from the bank in his study. He read the figures of the estate in a low voice, and then he copied them with care. A fly was circling around the lamp.",
            "On the platform of the station the travellers watched the hands of the clock. The porter slept on a trunk. A train whistled far away.",
        ],
    },
    Texts {
        language: "de",
        shared: [
            "Der Bäcker heizt seinen Ofen um drei Uhr früh. Der Teig ruht unter einem weißen Tuch.",
            "Um sechs Uhr drücken die ersten Kunden die Tür auf. Sie tragen runde, goldene Brote davon.",
            "Am Abend löscht der Bäcker seinen Ofen. Er zählt die Säcke Mehl, die ihm bleiben.",
        ],
        only_a: [
            "Die wilden Gänse zogen über den grauen Himmel der Sümpfe. Die Jäger kauerten im Schilf und warteten schweigend auf den Morgen. Ein nasser Hund zitterte neben dem Kahn.",
            "Auf dem Hof der Schule tauschten die Kinder Murmeln aus Glas. Der Aufseher rauchte unter dem Dach seine Pfeife. Die Glocke läutete zweimal.",
        ],
        only_b: [
            "Der Notar öffnete in der Kanzlei den Brief der Bank. Er las mit leiser Stimme die Zahlen der Erbschaft und schrieb sie dann sorgfältig ab. Eine Fliege kreiste um die Lampe.",
            "Auf dem Bahnsteig blickten die Reisenden auf die Zeiger der Uhr. Der Träger schlief auf einem Koffer. Ein Zug pfiff in der Ferne.",
        ],
    },
    Texts {
        language: "es",
        shared: [
            "El panadero enciende su horno a las tres de la mañana. La masa descansa bajo un paño blanco.",
            "A las seis, los primeros clientes empujan la puerta. Se llevan panes redondos y dorados.",
            "Por la noche, el panadero apaga su horno. Cuenta los sacos de harina que le quedan.",
        ],
        only_a: [
            "Los gansos salvajes cruzaron el cielo gris de los pantanos. Los cazadores, agachados en los juncos, esperaban en silencio el amanecer. Un perro mojado temblaba junto a la barca.",
            "En el patio de la escuela, los alumnos cambiaban canicas de vidrio. El vigilante fumaba su pipa bajo el porche. La campana sonó dos veces.",
        ],
        only_b: [
            "El notario abrió la carta del banquero en su despacho. Leyó en voz baja las cifras de la herencia y luego las copió con cuidado. Una mosca daba vueltas a la lámpara.",
            "En el andén de la estación, los viajeros miraban las agujas del reloj. El mozo dormía sobre un baúl. Un tren silbó muy lejos.",
        ],
    },
    Texts {
        language: "it",
        shared: [
            "Il fornaio accende il suo forno alle tre del mattino. La pasta riposa sotto un panno bianco.",
            "Alle sei, i primi clienti spingono la porta. Portano via pani rotondi e dorati.",
            "La sera, il fornaio spegne il suo forno. Conta i sacchi di farina che gli restano.",
        ],
        only_a: [
            "Le oche selvatiche attraversarono il cielo grigio delle paludi. I cacciatori, accovacciati nelle canne, aspettavano in silenzio il levare del sole. Un cane bagnato tremava contro la barca.",
            "Nel cortile della scuola, gli alunni scambiavano biglie di vetro. Il bidello fumava la pipa sotto il portico. La campana suonò due volte.",
        ],
        only_b: [
            "Il notaio aprì la lettera del banchiere nel suo studio. Lesse a bassa voce le cifre dell'eredità e poi le ricopiò con cura. Una mosca girava intorno alla lampada.",
            "Sul binario della stazione, i viaggiatori guardavano le lancette dell'orologio. Il facchino dormiva su un baule. Un treno fischiò molto lontano.",
        ],
    },
];

/// The first sentences of a paragraph.
fn first(paragraph: &str, sentences: usize) -> String {
    let sentences: Vec<&str> = paragraph.split_inclusive(". ").take(sentences).collect();
    sentences.concat().trim_end().to_owned()
}

#[test]
fn unrelated_text_in_the_place_of_a_passage_is_no_bead() {
    for texts in TEXTS {
        for [of_a, of_b] in [[3, 3], [2, 3], [3, 2], [1, 3]] {
            for level in [Level::Sentence, Level::Clause, Level::Paragraph] {
                let text = |only: [&str; 2], sentences| {
                    let [x, y, z] = texts.shared;
                    let [p, q] = only.map(|paragraph| first(paragraph, sentences));
                    [x, &p, y, &q, z].join("\n\n")
                };
                let (a, b) = (text(texts.only_a, of_a), text(texts.only_b, of_b));
                let table = table(texts.language, level, [&a, &b]);
                let what = (texts.language, level, of_a, of_b);
                let beads = table.rows.iter().filter(|row| row.kind == RowKind::Bead);
                for row in beads.clone() {
                    let [x, y] = [0, 1].map(|w| {
                        let units = row.cells[w].iter();
                        let texts = units.map(|&unit| table.witnesses[w].unit_text(unit));
                        texts.collect::<Vec<_>>().join(" ")
                    });
                    assert_eq!(x, y, "{what:?}");
                }
                let shared = if level == Level::Paragraph { 3 } else { 6 };
                assert_eq!(beads.count(), shared, "{what:?}");
            }
        }
    }
}

/// What two texts have.
type Two = [&'static str; 2];

/// A row that both have before it, a sentence of each that have nothing to do with each other, and a row after it.
#[rustfmt::skip]
const REPLACED: &[(&str, Two, Two, Two)] = &[
    ("fr", ["Le boulanger ouvre sa boutique à six heures.", "Le boulanger ouvre son magasin à six heures."],
        ["Les enfants couraient vers la rivière.", "La bourse de Tokyo a clôturé en baisse."],
        ["Les clients entrent et achètent du pain.", "Les clients entrent et achètent des pains."]),
    ("en", ["The baker opens his shop at six o'clock.", "At six o'clock the baker opens the shop."],
        ["The children ran towards the river.", "A solicitor draws up the deeds of sale."],
        ["The customers come in and buy bread.", "Customers come in and buy some bread."]),
    ("de", ["Der Bäcker öffnet seinen Laden um sechs Uhr.", "Um sechs Uhr öffnet der Bäcker sein Geschäft."],
        ["Die alten Kinder liefen schnell zum Fluss.", "Die Börse in Tokio hat schwächer geschlossen."],
        ["Die Kunden treten ein und kaufen Brot.", "Kunden kommen herein und kaufen Brot."]),
    ("es", ["El panadero abre su tienda a las seis.", "A las seis el panadero abre la tienda."],
        ["La bolsa de Tokio cerró a la baja.", "Los niños corrían hacia el río."],
        ["Los clientes entran y compran pan.", "Entran clientes y compran el pan."]),
    ("it", ["Il fornaio apre la bottega alle sei.", "Alle sei il fornaio apre il suo negozio."],
        ["I bambini correvano verso il fiume.", "La borsa di Tokyo ha chiuso in calo."],
        ["I clienti entrano e comprano il pane.", "Entrano i clienti e comprano del pane."]),
    ("pt", ["O padeiro abre a loja às seis horas.", "Às seis horas o padeiro abre a sua loja."],
        ["As crianças corriam para o rio.", "A bolsa de Tóquio fechou em baixa."],
        ["Os clientes entram e compram pão.", "Entram os clientes e compram o pão."]),
    ("nl", ["De bakker opent zijn winkel om zes uur.", "Om zes uur opent de bakker de winkel."],
        ["De kinderen liepen naar de rivier.", "De beurs van Tokio sloot lager."],
        ["De klanten komen binnen en kopen brood.", "Klanten komen binnen en kopen wat brood."]),
];

/// Wherever it stands: between two rows, before one or after one.
#[test]
fn one_sentence_in_the_place_of_another_is_no_bead() {
    for (language, before, middle, after) in REPLACED {
        for (rows, at) in [
            (&[before, middle, after][..], 1),
            (&[middle, after][..], 0),
            (&[before, middle][..], 1),
        ] {
            let text = |w: usize| rows.iter().map(|row| row[w]).collect::<Vec<_>>().join(" ");
            let table = table(language, Level::Sentence, [&text(0), &text(1)]);
            let beads = table.rows.iter().filter(|row| row.kind == RowKind::Bead);
            assert_eq!(
                beads.clone().count(),
                rows.len() - 1,
                "{language} {middle:?}"
            );
            for row in beads {
                let holds = |w: usize| row.cells[w].iter().any(|&unit| unit.get() == at);
                assert!(!holds(0) && !holds(1), "{language} {middle:?}");
            }
        }
    }
}

/// What is rendered freely, in other words, is a bead still: a few words tie it, or its neighbours hold it.
#[test]
fn a_free_rendering_of_the_same_passage_is_one() {
    let a = "Le vieil homme ouvrit la porte de sa cabane. Dehors, la tempête arrachait les branches des pins. \
             Il remit une bûche dans le feu et attendit son fils.";
    let b = "La porte de la hutte s'ouvrit devant le vieillard. Le vent furieux cassait les pins, dehors. \
             Puis il nourrit la flamme et se remit à attendre son garçon.";
    let table = table("fr", Level::Sentence, [a, b]);
    let beads = table.rows.iter().filter(|row| row.kind == RowKind::Bead);
    let beads: Vec<_> = beads.map(|row| (&row.cells[0], &row.cells[1])).collect();
    assert_eq!(beads.len(), 3, "{beads:?}");
    assert!(beads.iter().all(|(x, y)| x == y), "{beads:?}");
}

/// What less likely than not has its counterpart in a bead is none.
#[test]
fn no_bead_is_less_likely_than_not() {
    let fixture = |name: &str| {
        let path = format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    };
    for [a, b] in [
        ["kremlin/001.txt", "kremlin/003.txt"],
        ["plain/standard.txt", "plain/plain.txt"],
        ["ruth/A.txt", "genesis/darby.txt"],
    ] {
        for level in [Level::Sentence, Level::Clause] {
            let table = table("fr", level, [&fixture(a), &fixture(b)]);
            for confidence in table.rows.iter().filter_map(|row| row.confidence) {
                assert!((0.5..=1.0).contains(&confidence), "{a} {b} {confidence}");
            }
        }
    }
}
