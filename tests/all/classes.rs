//! How linked words of whole sentences are classed: what is one thing otherwise written, and what is another.
#![allow(clippy::unwrap_used)]

use enregard::read::{ReadOptions, read_bytes};
use enregard::witness::{Language, Level, Siglum, TokenIndex};
use enregard::{CompareOptions, compare_witnesses};

/// The links of two lines whose words differ, as `a → b: class`, and their facts.
fn compared(language: &str, a: &str, b: &str) -> (Vec<String>, usize) {
    let options = ReadOptions {
        level: Level::Line,
        language: Language::from_code(language),
        ..ReadOptions::default()
    };
    let witness = |text: &str, siglum: &str| {
        let siglum = Siglum(siglum.to_owned());
        read_bytes(text.into(), "text", siglum, &options)
            .unwrap()
            .witness
    };
    let pair = [witness(a, "A"), witness(b, "B")];
    let table = compare_witnesses(pair, &CompareOptions::default()).unwrap();
    let said = |w: usize, tokens: &[TokenIndex]| {
        let words: Vec<&str> = tokens
            .iter()
            .map(|&t| table.witnesses[w].token_text(t))
            .collect();
        words.join(" ")
    };
    let links = table.rows.iter().flat_map(|row| &row.links);
    let differing = links.filter(|link| link.class.name() != "same");
    let told = differing.map(|link| {
        let (x, y) = (said(0, &link.tokens[0]), said(1, &link.tokens[1]));
        format!("{x} → {y}: {}", link.class.name())
    });
    (told.collect(), table.facts.len())
}

/// A language, a sentence with `{}`, and the pairs of words that stand there.
type Frame<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// In a sentence with `{}`, each pair of words is linked, of this class, and no fact; in either order.
fn same_but(class: &str, cases: &[Frame<'_>]) {
    for (language, frame, pairs) in cases {
        for (a, b) in *pairs {
            for (a, b) in [(a, b), (b, a)] {
                let (x, y) = (frame.replace("{}", a), frame.replace("{}", b));
                let (told, facts) = compared(language, &x, &y);
                let wanted = format!(": {class}");
                let right = !told.is_empty() && told.iter().all(|link| link.ends_with(&wanted));
                assert!(right, "{language}: {x} / {y}: {told:?}");
                assert_eq!(facts, 0, "{language}: {x} / {y}: facts");
            }
        }
    }
}

/// In a sentence with `{}`, each pair of words is wording, and a fact where `facts` says so.
fn different(facts: bool, cases: &[Frame<'_>]) {
    for (language, frame, pairs) in cases {
        for (a, b) in *pairs {
            for (a, b) in [(a, b), (b, a)] {
                let (x, y) = (frame.replace("{}", a), frame.replace("{}", b));
                let (told, found) = compared(language, &x, &y);
                let right = told.iter().any(|link| link.ends_with(": wording"));
                assert!(right, "{language}: {x} / {y}: {told:?}");
                assert_eq!(found > 0, facts, "{language}: {x} / {y}: facts");
            }
        }
    }
}

#[test]
fn signs_of_print() {
    same_but(
        "typographic",
        &[
            (
                "fr",
                "On servit {} au souper du roi.",
                &[
                    ("l´agneau", "l’agneau"),
                    ("d`autres plats", "d'autres plats"),
                    ("un proﬁt", "un profit"),
                    ("la ﬂeur d’oﬃce", "la fleur d’office"),
                    ("1.250 plats", "1 250 plats"),
                    ("0.75 litre", "0,75 litre"),
                    ("−3", "-3"),
                    ("Mˡˡᵉ", "Mlle"),
                ],
            ),
            (
                "en",
                "They served {} to all of us.",
                &[
                    ("Tom´s soup", "Tom’s soup"),
                    ("a ﬁsh", "a fish"),
                    ("12,500 cakes", "12500 cakes"),
                    ("−7", "-7"),
                ],
            ),
            (
                "de",
                "Man brachte {} in das Haus.",
                &[
                    (",,Wein''", "„Wein“"),
                    ("12.500 Äpfel", "12 500 Äpfel"),
                    ("1,5 Liter", "1.5 Liter"),
                    ("eine Waﬀe", "eine Waffe"),
                ],
            ),
            (
                "it",
                "Portarono {} alla festa.",
                &[("l´acqua", "l’acqua"), ("3.400 fiori", "3400 fiori")],
            ),
            ("nl", "Zij brachten {} naar het feest.", &[("ĳs", "ijs")]),
        ],
    );
}

/// The call of a note is a mark of its own, and makes no other word of the one before it.
#[test]
fn calls_of_notes() {
    for (language, a, b) in [
        ("fr", "Le pain¹ est bon².", "Le pain est bon."),
        ("en", "The bread³ was good⁴.", "The bread was good."),
        ("it", "Il pane¹ era buono.", "Il pane era buono."),
    ] {
        let (told, _) = compared(language, a, b);
        let calls = |link: &String| link.ends_with(" → : omission") && link.len() < 20;
        assert!(told.iter().all(calls), "{told:?}");
    }
}

#[test]
fn symbols_say_something() {
    let frame = "La somme de 7 {} vaut bien 9 pour nous.";
    different(
        false,
        &[
            (
                "fr",
                frame,
                &[("+", "÷"), ("≤", "≥"), ("✓", "✗"), ("☀", "☂")],
            ),
            ("tlh", frame, &[("<", ">"), ("=", "≠"), ("♂", "♀")]),
        ],
    );
    // What a number counts is part of it.
    different(true, &[("fr", frame, &[("€", "£"), ("%", "‰")])]);
}

#[test]
fn names_that_look_alike() {
    different(
        true,
        &[
            (
                "fr",
                "Le roi de la {} écrivit au pape.",
                &[
                    ("Guinée", "Guyane"),
                    ("Lituanie", "Lettonie"),
                    ("Moravie", "Moldavie"),
                ],
            ),
            (
                "en",
                "We flew from {} last week.",
                &[
                    ("Mali", "Malawi"),
                    ("Austria", "Australia"),
                    ("Gambia", "Zambia"),
                ],
            ),
            (
                "es",
                "El rey de {} escribió al papa.",
                &[("Suecia", "Suiza"), ("Irán", "Irak")],
            ),
        ],
    );
    different(
        false,
        &[(
            "de",
            "Er fand den alten {} am Fluss.",
            &[
                ("Turm", "Sturm"),
                ("Kahn", "Zahn"),
                ("Mond", "Mund"),
                ("Bauch", "Bach"),
            ],
        )],
    );
    same_but(
        "spelling",
        &[
            (
                "fr",
                "Le maître vit {} au temple.",
                &[("Sophie", "Sofie"), ("Katherine", "Catherine")],
            ),
            (
                "de",
                "Der Meister sah {} im Tempel.",
                &[("Sophie", "Sofie"), ("Karl", "Carl")],
            ),
        ],
    );
}

#[test]
fn written_out() {
    same_but(
        "spelling",
        &[
            (
                "fr",
                "Ce jour-là on vit {} dans la ville.",
                &[
                    ("le 2e homme", "le deuxième homme"),
                    ("Louis XIV", "Louis 14"),
                    ("François Ier", "François premier"),
                    ("le XVIe siècle", "le seizième siècle"),
                    ("M. Martin", "Monsieur Martin"),
                    ("Mlle Martin", "Mademoiselle Martin"),
                    ("l’U.N.E.S.C.O. réunie", "l’UNESCO réunie"),
                    ("75 % des gens", "75 pour cent des gens"),
                    ("12 $ de pain", "12 dollars de pain"),
                    ("8 km de route", "8 kilomètres de route"),
                    ("le 5 févr. 1820 une femme", "le 5 février 1820 une femme"),
                    ("31 hommes", "trente et un hommes"),
                    ("Ste Anne", "Sainte Anne"),
                ],
            ),
            (
                "en",
                "On that day one saw {} in the town.",
                &[
                    ("Dr. Brown", "Doctor Brown"),
                    ("the 1st man", "the first man"),
                    ("the 19th house", "the nineteenth house"),
                    ("No. 12", "Number 12"),
                    ("20 % of men", "20 percent of men"),
                    ("the U.S. army", "the US army"),
                    ("Henry VIII", "Henry 8"),
                    ("5 kg of salt", "5 kilograms of salt"),
                    ("on 3 Dec. 1820 one man", "on 3 December 1820 one man"),
                ],
            ),
            (
                "de",
                "An jenem Tag sah man {} in der Stadt.",
                &[
                    ("Dr. Braun", "Doktor Braun"),
                    ("z. B. Äpfel", "zum Beispiel Äpfel"),
                    ("Nr. 12", "Nummer 12"),
                    ("45 Frauen", "fünfundvierzig Frauen"),
                    ("5 km Weg", "5 Kilometer Weg"),
                    ("Äpfel usw.", "Äpfel und so weiter"),
                ],
            ),
            (
                "es",
                "Aquel día se vio {} en la ciudad.",
                &[
                    ("al Sr. Pérez", "al señor Pérez"),
                    ("a Dña. Ana", "a doña Ana"),
                    ("el 2.º hombre", "el segundo hombre"),
                    ("el 20 % de ellos", "el veinte por ciento de ellos"),
                    ("a Felipe II", "a Felipe segundo"),
                    ("28 casas", "veintiocho casas"),
                ],
            ),
            (
                "it",
                "Quel giorno si vide {} nella città.",
                &[
                    ("il sig. Rossi", "il signor Rossi"),
                    ("il dott. Rossi", "il dottor Rossi"),
                    ("la sig.ra Rossi", "la signora Rossi"),
                    ("48 case", "quarantotto case"),
                    ("il 30 % di loro", "il 30 per cento di loro"),
                    ("il XX secolo", "il ventesimo secolo"),
                ],
            ),
            (
                "pt",
                "Nesse dia viu-se {} na cidade.",
                &[
                    ("o Sr. Sousa", "o senhor Sousa"),
                    ("a Dra. Sousa", "a doutora Sousa"),
                    ("a 2.ª casa", "a segunda casa"),
                    ("8 km de estrada", "8 quilómetros de estrada"),
                ],
            ),
            (
                "nl",
                "Op die dag zag men {} in de stad.",
                &[
                    ("mevr. Jansen", "mevrouw Jansen"),
                    ("bijv. appels", "bijvoorbeeld appels"),
                    ("nr. 12", "nummer 12"),
                    ("20 % korting", "20 procent korting"),
                    ("45 vrouwen", "vijfenveertig vrouwen"),
                ],
            ),
        ],
    );
}

#[test]
fn numbers_and_codes_that_differ() {
    different(
        true,
        &[
            (
                "fr",
                "Le train de {} passa hier au soir.",
                &[
                    ("-4", "4"),
                    ("+2", "-2"),
                    ("XVI", "XVII"),
                    ("N118", "N119"),
                    ("quatre", "quatorze"),
                    ("AF447", "AF448"),
                    ("mp3", "mp4"),
                    ("3G", "5G"),
                ],
            ),
            (
                "en",
                "It was the {} that passed by.",
                &[("A4", "A5"), ("B-52", "B-25"), ("sixth", "sixtieth")],
            ),
            (
                "de",
                "Er nahm die {} nach Hause.",
                &[("A81", "A8"), ("S3", "S5")],
            ),
        ],
    );
}

/// One token, and a form of the word, whichever signs are used.
#[test]
fn inclusive_writing() {
    same_but(
        "inflection",
        &[
            (
                "fr",
                "Hier {} parlèrent au maire.",
                &[
                    ("les voisins", "les voisin·e·s"),
                    ("les voisines", "les voisin⋅e⋅s"),
                    ("les voisins", "les voisin.e.s"),
                    ("les voisins", "les voisin(e)s"),
                    ("les voisins", "les voisin-e-s"),
                    ("les voisins", "les voisin・e・s"),
                    ("l’habitant", "l’habitant(e)"),
                    ("les citoyens", "les citoyen(ne)s"),
                ],
            ),
            (
                "de",
                "Gestern sprachen {} mit dem Rat.",
                &[
                    ("die Schüler", "die Schüler*innen"),
                    ("die Schüler", "die Schüler:innen"),
                    ("die Schüler", "die Schüler_innen"),
                    ("die Schüler", "die SchülerInnen"),
                    ("die Schüler", "die Schüler/-innen"),
                    ("die Kunden", "die Kund(inn)en"),
                ],
            ),
            (
                "es",
                "Ayer hablaron {} con el alcalde.",
                &[
                    ("todos los vecinos", "tod@s l@s vecin@s"),
                    ("los vecinos", "los vecinxs"),
                    ("los vecinos", "los vecinos/as"),
                ],
            ),
            (
                "it",
                "Ieri {} parlarono con il sindaco.",
                &[
                    ("tutti i ragazzi", "tuttə i ragazzə"),
                    ("tutti i ragazzi", "tutt* i ragazz*"),
                ],
            ),
            (
                "pt",
                "Ontem falaram {} com ele.",
                &[("os meninos", "os menin@s")],
            ),
            (
                "nl",
                "Gisteren sprak {} met hem.",
                &[("de student", "de student(e)")],
            ),
            (
                "en",
                "Please read {} again.",
                &[("the book", "the book(s)")],
            ),
        ],
    );
    same_but(
        "typographic",
        &[
            (
                "fr",
                "Hier {} parlèrent au maire.",
                &[("les élu·e·s", "les élu(e)s")],
            ),
            (
                "de",
                "Gestern sprachen {} mit ihm.",
                &[("die Schüler*innen", "die Schüler:innen")],
            ),
        ],
    );
}

/// Typographic differences never lower the similarity, whether they are shown or not.
#[test]
fn print_lowers_no_similarity() {
    let options = ReadOptions {
        language: Language::from_code("en"),
        ..ReadOptions::default()
    };
    let witness = |text: &str, siglum: &str| {
        let siglum = Siglum(siglum.to_owned());
        read_bytes(text.into(), "text", siglum, &options)
            .unwrap()
            .witness
    };
    let pair = [
        witness("“Don’t you know that it’s John’s?”", "A"),
        witness("\"Don't you know that it's John's?\"", "B"),
    ];
    let table = compare_witnesses(pair, &CompareOptions::default()).unwrap();
    assert_eq!(table.rows[0].similarity, Some(1.0));
}

/// One word without its marks may be another one; where a whole text is written so it is the same.
#[test]
fn a_text_without_marks_over_its_letters() {
    for (language, a, b) in [
        (
            "de",
            "Der Konig hort schon die Vogel, und der Muller geht uber die Brucke zuruck.",
            "Der König hört schön die Vögel, und der Müller geht über die Brücke zurück.",
        ),
        (
            "es",
            "Cada ano el senor y la nina espanola ven manana en la montana.",
            "Cada año el señor y la niña española ven mañana en la montaña.",
        ),
    ] {
        for (x, y) in [(a, b), (b, a)] {
            let (links, _) = compared(language, x, y);
            assert!(links.len() > 3, "{links:?}");
            let accent = |link: &String| link.ends_with(": accent");
            assert!(links.iter().all(accent), "{links:?}");
        }
    }
    for (language, a, b, class) in [
        (
            "de",
            "Er kam schon heute.",
            "Er kam schön heute.",
            "wording",
        ),
        (
            "fr",
            "Les examens et les spécimens sont là.",
            "L’examen et le spécimen sont là.",
            "inflection",
        ),
        (
            "es",
            "Este ano fue largo.",
            "Este año fue largo.",
            "wording",
        ),
        (
            "de",
            "Die Mutter kam heute.",
            "Die Mütter kam heute.",
            "inflection",
        ),
    ] {
        let (links, _) = compared(language, a, b);
        assert!(links.iter().all(|link| link.ends_with(class)), "{links:?}");
    }
}

/// What Latin made of its verbs, peoples and their countries, and families that no ending tells.
#[test]
fn words_of_one_family() {
    same_but(
        "derivation",
        &[
            (
                "fr",
                "Nous disons {} ici.",
                &[
                    ("succéder", "succession"),
                    ("décrire", "description"),
                    ("concevoir", "conception"),
                    ("conclure", "conclusion"),
                    ("enfance", "enfant"),
                    ("respect", "respectueux"),
                ],
            ),
            (
                "en",
                "They spoke of {} here.",
                &[
                    ("conceding", "concession"),
                    ("dividing", "division"),
                    ("permitting", "permission"),
                    ("lose", "loss"),
                    ("complaining", "complaints"),
                    ("childhood", "children"),
                ],
            ),
            (
                "es",
                "Hablamos de {} aquí.",
                &[("proceder", "procesión"), ("suscribir", "suscripción")],
            ),
            (
                "it",
                "Parliamo di {} qui.",
                &[("succedere", "successione"), ("iscrivere", "iscrizione")],
            ),
            (
                "pt",
                "Falamos de {} aqui.",
                &[("suceder", "sucessão"), ("transcrever", "transcrição")],
            ),
        ],
    );
    let peoples = [
        ("fr", "un chef africain", "un chef d’Afrique"),
        ("es", "un jefe chileno", "un jefe de Chile"),
        ("pt", "um chefe americano", "um chefe da América"),
        ("de", "ein afrikanischer Fürst", "ein Fürst aus Afrika"),
        ("nl", "een Amerikaans schip", "een schip uit Amerika"),
    ];
    for (language, a, b) in peoples {
        let (links, _) = compared(language, a, b);
        let one = |link: &String| link.ends_with(": derivation");
        assert!(links.iter().any(one), "{language}: {links:?}");
    }
}
