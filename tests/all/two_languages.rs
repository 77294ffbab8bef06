//! Texts in two languages: their sentences are set side by side by order, length, paragraphs, and what is alike in any language.
#![allow(clippy::unwrap_used)]

use enregard::read::{ReadOptions, read_bytes};
use enregard::table::AlignmentTable;
use enregard::witness::{Language, Siglum};
use enregard::{CompareOptions, compare_witnesses};

/// One text in seven languages; a bar stands between its sentences, two between its paragraphs.
const TEXTS: [(&str, &str); 7] = [
    (
        "fr",
        "Au printemps de 1894, le charpentier Martin Vogel revint dans son village. | Personne ne le reconnut d’abord. | \
         Où avait-il été toutes ces années ? || Il acheta la maison à côté de l’église pour 340 dollars. | Sa sœur Clara \
         l’aida à refaire le toit, et le soir ils restaient assis en silence devant le feu. | Le 12 juin, une lettre arriva \
         de Lisbonne. | Il la brûla. || Le lendemain matin il était reparti, sans son chapeau et sans ses outils. | Clara \
         attendit onze ans.",
    ),
    (
        "en",
        "In the spring of 1894 the carpenter Martin Vogel came back to his village. | Nobody recognised him at first. | \
         Where had he been all these years? || He bought the house beside the church for 340 dollars. | His sister Clara \
         helped him with the roof, and in the evening they sat in silence before the fire. | On the 12th of June a letter \
         arrived from Lisbon. | He burned it. || The next morning he was gone again, without his hat and without his tools. | \
         Clara waited eleven years.",
    ),
    (
        "de",
        "Im Frühjahr 1894 kam der Zimmermann Martin Vogel in sein Dorf zurück. | Niemand erkannte ihn zuerst. | Wo war er \
         all die Jahre gewesen? || Er kaufte das Haus neben der Kirche für 340 Dollar. | Seine Schwester Clara half ihm beim \
         Dach, und am Abend saßen sie schweigend vor dem Feuer. | Am 12. Juni kam ein Brief aus Lissabon. | Er verbrannte \
         ihn. || Am nächsten Morgen war er wieder fort, ohne seinen Hut und ohne sein Werkzeug. | Clara wartete elf Jahre.",
    ),
    (
        "es",
        "En la primavera de 1894 el carpintero Martin Vogel volvió a su pueblo. | Nadie lo reconoció al principio. | ¿Dónde \
         había estado todos esos años? || Compró la casa junto a la iglesia por 340 dólares. | Su hermana Clara lo ayudó con \
         el tejado, y por la noche se sentaban en silencio delante del fuego. | El 12 de junio llegó una carta de Lisboa. | \
         La quemó. || A la mañana siguiente se había ido otra vez, sin su sombrero y sin sus herramientas. | Clara esperó \
         once años.",
    ),
    (
        "it",
        "Nella primavera del 1894 il falegname Martin Vogel tornò al suo villaggio. | Nessuno lo riconobbe dapprima. | Dov’era \
         stato tutti quegli anni? || Comprò la casa accanto alla chiesa per 340 dollari. | Sua sorella Clara lo aiutò con il \
         tetto, e la sera sedevano in silenzio davanti al fuoco. | Il 12 giugno arrivò una lettera da Lisbona. | La bruciò. \
         || La mattina dopo era di nuovo partito, senza il cappello e senza gli attrezzi. | Clara aspettò undici anni.",
    ),
    (
        "pt",
        "Na primavera de 1894 o carpinteiro Martin Vogel voltou para a sua aldeia. | Ninguém o reconheceu de início. | Onde \
         tinha ele estado todos esses anos? || Comprou a casa ao lado da igreja por 340 dólares. | A sua irmã Clara ajudou-o \
         com o telhado, e à noite ficavam sentados em silêncio diante do fogo. | No dia 12 de junho chegou uma carta de \
         Lisboa. | Queimou-a. || Na manhã seguinte tinha partido outra vez, sem o chapéu e sem as ferramentas. | Clara \
         esperou onze anos.",
    ),
    (
        "nl",
        "In het voorjaar van 1894 kwam de timmerman Martin Vogel terug naar zijn dorp. | Niemand herkende hem in het begin. | \
         Waar was hij al die jaren geweest? || Hij kocht het huis naast de kerk voor 340 dollar. | Zijn zus Clara hielp hem \
         met het dak, en ’s avonds zaten ze zwijgend voor het vuur. | Op 12 juni kwam er een brief uit Lissabon. | Hij \
         verbrandde hem. || De volgende ochtend was hij weer weg, zonder zijn hoed en zonder zijn gereedschap. | Clara \
         wachtte elf jaar.",
    ),
];

/// The table of two texts in these languages, marked up as above.
fn table(texts: [(&str, &str); 2]) -> AlignmentTable {
    let read = |n: usize| {
        let (code, text) = texts[n];
        let options = ReadOptions {
            language: Language::from_code(code),
            ..ReadOptions::default()
        };
        let text = text.replace(" || ", "\n\n").replace(" | ", " ");
        read_bytes(text.into_bytes(), "text", Siglum::nth(n), &options)
            .unwrap()
            .witness
    };
    compare_witnesses([read(0), read(1)], &CompareOptions::default()).unwrap()
}

/// The numbers of the sentences in each row: `1=1 2=2-3 4= =5`.
fn rows(table: &AlignmentTable) -> String {
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|units| {
            let numbers: Vec<u32> = units.iter().map(|unit| unit.0 + 1).collect();
            match numbers[..] {
                [] => String::new(),
                [one] => one.to_string(),
                [first, .., last] => format!("{first}-{last}"),
            }
        });
        cells.collect::<Vec<_>>().join("=")
    });
    rows.collect::<Vec<_>>().join(" ")
}

/// The text without its `n`th sentence, from 1.
fn without(text: &str, n: usize) -> String {
    let mut kept = String::new();
    for (at, sentence) in text.split_inclusive("| ").enumerate() {
        if at + 1 != n {
            kept.push_str(sentence);
        }
    }
    kept
}

#[test]
fn sentences_stand_side_by_side_in_every_two_languages() {
    let whole: Vec<String> = (1..=9).map(|n| format!("{n}={n}")).collect();
    let mut wrong = Vec::new();
    for a in TEXTS {
        for b in TEXTS.into_iter().filter(|b| b.0 != a.0) {
            let table = table([a, b]);
            let found = rows(&table);
            if found != whole.join(" ") {
                wrong.push(format!("{}-{}: {found}", a.0, b.0));
            }
            assert!(table.rows.iter().all(|row| row.links.is_empty()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Order, length and the ends of paragraphs are enough, where nothing is spelled alike.
#[test]
fn sentences_without_a_word_in_common_stand_side_by_side() {
    let greek = "Ένας γέρος ζούσε μόνος του στο δάσος. | Κάθε πρωί έβγαινε και κοίταζε τον ουρανό, που ήταν σχεδόν πάντα \
        γκρίζος. | Δεν μιλούσε. || Μια μέρα ήρθε ένα παιδί. | Του έφερε ψωμί, τυρί και μια κανάτα γάλα από την πόλη. | Γιατί \
        ήρθες;";
    let english = "An old man lived alone in the wood. | Every morning he went out and looked at the sky, which was nearly \
        always grey. | He did not speak. || One day a child came. | It brought him bread, cheese and a jug of milk from the \
        town. | Why have you come?";
    assert_eq!(
        rows(&table([("el", greek), ("en", english)])),
        "1=1 2=2 3=3 4=4 5=5 6=6"
    );
}

#[test]
fn a_sentence_that_one_text_leaves_out_stands_alone() {
    for (a, b) in [(0, 1), (2, 3), (6, 5), (4, 2)] {
        let [a, b] = [TEXTS[a], TEXTS[b]];
        for gone in [4, 5, 8] {
            let less = without(b.1, gone);
            let expected: Vec<String> = (1..=9)
                .map(|n: usize| match n.cmp(&gone) {
                    std::cmp::Ordering::Less => format!("{n}={n}"),
                    std::cmp::Ordering::Equal => format!("{n}="),
                    std::cmp::Ordering::Greater => format!("{n}={}", n - 1),
                })
                .collect();
            let found = rows(&table([a, (b.0, &less)]));
            assert_eq!(found, expected.join(" "), "{}-{}: {gone}", a.0, b.0);
        }
    }
}

#[test]
fn two_sentences_that_are_one_in_the_other_language_stand_beside_it() {
    let german = TEXTS[2].1.replace(
        "aus Lissabon. | Er verbrannte",
        "aus Lissabon, und er verbrannte",
    );
    let expected = "1=1 2=2 3=3 4=4 5=5 6-7=6 8=7 9=8";
    for other in [0, 1, 3, 5] {
        let found = rows(&table([TEXTS[other], ("de", &german)]));
        assert_eq!(found, expected, "{}", TEXTS[other].0);
    }
}
