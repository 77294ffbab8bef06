//! Where sentences do not end, and where they do all the same, kind by kind. `|` stands between sentences.

use enregard::witness::Language;

use super::check;

fn code(code: &str) -> Language {
    Language::from_code(code).expect("a code")
}

#[test]
fn codes_decimals_and_files_are_not_cut() {
    for language in ["fr", "en", "de", "es", "it", "pt", "nl"] {
        check(
            code(language),
            &[
                "Android v4.4 x.| Windows NT4.0 x.| PHP5.3 x.| ZX4096.1 x.",
                "Photo12.JPG x.| Notes.TXT, rapport_2.pdf, doc.PDF.",
                "A.1.2 x.| II.3 x.| HTML5.1 x.| B.12 x.| Xx v10.4.",
                "3 kg.500 x, 3 fr.50 x.| 1.500,75 x.",
                "A@b.fr x.| Xx www.x.org x.| Xx http://x.org/a.b.html.",
                "12 km/h.| Pierre x.| 35 ml/min.| Anna x.",
                "Xxxx S.N.C.F. ?| Anna x.| S.O.S. !| Pierre x.",
                "Xxxx 25 °C.| Anna x.| 12°C.| Pierre x.",
                "Xx 7.C.2, 3.D x.| ASP.NET x, zonder .NET x.| Notas.YML x.| Xx Google.DE x.",
                "Xxxx xxx 380 W.| Anna x.| En 1932 A. Huxley x.| § 4. Anna x.| ✓ Pierre x.",
            ],
        );
    }
}

#[test]
fn acronyms_and_elided_words() {
    check(
        Language::FRENCH,
        &[
            "On a tout vu (la mer, les bois, etc.)| C’est fini.",
            "On a tout vu (la mer, les bois, etc.)| L’hiver vint.",
            "Elle vit aux U.S.A.| L’homme dort.| Il dirige la S.N.C.F.| Qu’il parte.",
            "Elle vit aux U.S.A. Marie dort.",
            "Le texte porte « LL.AA.II.RR. » en tête.",
            "Le train part à 19h15.| Les enfants dorment.",
        ],
    );
    check(
        Language::ENGLISH,
        &[
            "What is S.O.S.?| Nobody knows.| He lives in the E.U.| How about you?",
            "Were Ann and co. there?| Ask Ann and Co.| They know.",
        ],
    );
}

#[test]
fn letters_that_are_labels_are_no_initials() {
    check(
        Language::FRENCH,
        &[
            "Il faut un plan B.| Marie y pense.| Les groupes A et B.| Pierre le sait.",
            "Elle manque de vitamine C.| Jules aussi.| On lut J. Verne et Ch. Péguy.",
            "Voir art. R. 4127-1, art. D. 12 et l’article L. 121-3.| Fin.",
        ],
    );
    check(
        Language::SPANISH,
        &["Según el artículo V.| Algunas veces pasa."],
    );
    check(
        Language::ITALIAN,
        &["Si parla di serie A e B.| Gianni tace."],
    );
    check(Language::GERMAN, &["Es steht in Kapitel IV.| Anna las es."]);
    check(Language::ENGLISH, &["We need a plan B.| Mary knows it."]);
}

#[test]
fn enumerations_inside_a_sentence() {
    check(
        Language::FRENCH,
        &[
            "On y trouve : 1. Le pain ; 2. Le vin ; 3. Le sel.| Rien d’autre.",
            "On y trouve : a. Le pain ; b. Le vin.| Rien d’autre.",
            "Nul ne le peut ; 1. Chacun peut partir.| 2. Nul ne sera pris.",
            "1. Le premier mot| 2. Le second mot",
            "1) le pain blanc| 2) le vin rouge| 3) le sel",
            "• le pain blanc| • le vin rouge",
            "Article 3. – Le bail est écrit.| « Art. 1er bis. - Le juge décide.",
            "Il en reste 2.| Le reste est vendu.",
        ],
    );
    check(
        Language::ENGLISH,
        &[
            "a. The first word| b. The second word| c. The third word",
            "1.) The first word| 2.) The second word",
            "Buy these: 1.Bread, 2.Milk, 3.Salt.| Then go.",
        ],
    );
}

#[test]
fn references_to_books() {
    check(
        Language::FRENCH,
        &[
            "Lisez Gen. 2, 4 et Ps. 24.| Selon Matth. 6, 2 et 2 Cor. 12, il faut croire.",
            "Voir Rom. IX, 4 ; Apoc. 4 ; Lév. 5 ; Deut. 6 ; Jér. XXI, 2.| Fin (Phil. 3:7) ici.",
            "Ibid., p. 3.| Voir n°. 14, N°. 15 et le ms. 7 de la Bibl. Royale.",
            "Un livre de 320 p. Lyon, 1898.| Il parut en fév. 1898.",
        ],
    );
    check(
        Language::ENGLISH,
        &["See App. C, Eq. 4, Ps. 24 and Matt. 6:2.| He died c. 1820 (pop. 12,000; ext. 37)."],
    );
    check(
        Language::GERMAN,
        &["Siehe 1. Korinther 12 und 2. Johannes 1.| Vgl. Röm. 8, 3 und Offb. 4, 2."],
    );
    check(
        Language::ITALIAN,
        &["Vedi Mt. 6, 2.| Costa L. 12.500.| Nacque il 4 sett. 1921.| Il Card. Bianchi tace."],
    );
    check(Language::SPANISH, &["Véase Mt. 6, 2 y Sal. 24.| Fin."]);
    check(code("pt"), &["Veja Mt. 6, 2 e Sl. 24.| Fim."]);
    check(code("nl"), &["Zie Matth. 6, 2 en Ps. 24.| Einde."]);
}

#[test]
fn names_and_titles() {
    check(
        Language::FRENCH,
        &[
            "On vit Th. Gautier, Ph. Quinault, Fr. Villon, Cl. Monet, Chr. Colomb et Alex. Dumas.",
            "Mr. Smith et mm. Dupont et Durand sont là.| Roe v. Wade fit date.",
            "Nord et Fils Inc. (« NF ») vend tout.| Cela vaut pour Sud Ltd. (« SL »), aussi.",
        ],
    );
    check(
        Language::ENGLISH,
        &[
            "It was Brown v. Board then.| We met GEN. BLACK and MR. WHITE.",
            "At 5 p.m. Monday she left.| At 5 p.m. GMT and at 6 a.m. Mrs. White left.",
            "She left the bank at 6 P.M.| Mr. White then went home.| It is Apple Inc. (the firm).",
            "Did you see Albert I. Jones?| You and I.| Did you see?",
        ],
    );
    check(
        Language::GERMAN,
        &[
            "A. Zweig kam.| Wir lasen B. Traven, F. Kafka und J. S. Bach.| J. W. v. Goethe kam.",
            "Wir trafen Dr. med. Weiß, Dr. h. c. Schwarz und Prof. Klein.",
            "Sie wohnt in der Ringstr. 7.| Er in der Max-Weber-Str. 3.",
        ],
    );
    check(
        Language::ITALIAN,
        &["SS. Pietro e Paolo.| Ecco la sig.ra Neri e la dott.ssa Verdi.| Bene."],
    );
    check(
        Language::SPANISH,
        &["Vino el sr. Gil con la sra. Paz y St. John.| Es el n.° 7."],
    );
}

#[test]
fn abbreviations_that_never_end_a_sentence() {
    check(
        Language::FRENCH,
        &[
            "Des fruits, c.-à-d. Les poires, plaisent.| N.B. Les noix aussi.| P.-S. Il pleut.",
            "Des fruits, i.e. Les poires, plaisent.| Voir p. ex. Le Cid.",
        ],
    );
    check(
        Language::ENGLISH,
        &["Fruit, e.g. The pear, is good.| P.S. I am leaving."],
    );
    check(
        Language::GERMAN,
        &[
            "Das war 200 v. Chr. in Rom und 300 n. Chr. in Trier.| Um 40 v. Chr.| Die Stadt fiel.",
            "Obst, z. B. Birnen, d. h. Früchte, u. a. Äpfel, ist gut.| Z. T. fehlt es.",
        ],
    );
    check(
        Language::ITALIAN,
        &["Nel 44 a. C. morì.| Nel 50 d. C. visse."],
    );
    check(
        Language::SPANISH,
        &["En el 40 a. C. murió.| Fue en el 30 d. C.| Luego, nada.| En EE. UU. vive."],
    );
}

#[test]
fn reference_marks_stay_with_the_sentence_before() {
    for language in ["fr", "en", "de", "es", "it", "pt", "nl"] {
        check(
            code(language),
            &[
                "Xxxx 1805.[17]| Anna x.| Xxxx 1806. [18]| Anna x.[1, 2]| Xxxx [3–5].| Anna x.[^4]",
                "Xxxx porta.³| Anna porta.¹²| Xxxx porta.19| Anna porta.”5| Xxxx porta.*| Anna x.",
                "[1] Xxxx porta.| [2] Anna porta.",
                "Xxxx porta.[b]| Anna porta.[nota 7]| Pierre x.[4]:12| Anna x.[5]: 3–6| Pierre x.**| Anna x.",
                "Xxxx porta.²| Anna porta. ³| Pierre x.",
                "Xxxx porta.| * Anna porta.| † Pierre x.",
            ],
        );
    }
}

#[test]
fn a_note_is_called_behind_a_quotation() {
    check(
        Language::GERMAN,
        &["Er rief: „Komm her.“[5]| Dann ging er.| Er sagte „nein“[6] und ging.| Dann kam er."],
    );
    check(
        Language::ENGLISH,
        &["He said \"go now.\"[5]| Then he left."],
    );
}

#[test]
fn measures_and_hours_end_sentences() {
    check(
        Language::ENGLISH,
        &[
            "The ferry leaves at 9 p.m.| Somebody waved.| At 9 p.m. Tuesday it left.| At 8 a.m. Harold rang.",
            "It took 20 min.| Somebody waved.| It weighs 4 lbs.| Fine.| It fell in World War II.| Thousands died.",
            "It was Mon. Oct. 3 and Sat. Nov. 5.| See Eph. iv. 12 and Matt. xii. 3.| She was 5 ft. 6 in. tall.",
        ],
    );
    check(
        Language::FRENCH,
        &[
            "On attend 12 min.| Personne ne vient.| On part à 9 h.| Paul dort.| On part à 9 h. 30 du matin.",
            "Art. R. 212-4. - Le maire signe.| Art. D. 3. – La loi vaut.",
        ],
    );
    check(
        Language::GERMAN,
        &[
            "Nach § 3 i. V. m. Art. 5 GG und Ziff. 4 haftet er.| N.B. Der Hof ist zu.| Am Lutherpl. 7 auch.",
        ],
    );
}

#[test]
fn german_ordinals() {
    check(
        Language::GERMAN,
        &[
            "Die 44. Präsidentin kam.| Im 6. Stock brennt Licht.| Die 8. Symphonie erklang.| Der 1. FC Bonn siegt.",
            "Im XIX. Jahrhundert.| Ludwig XV. König von Frankreich.| Am 3. 4. 2020 und vom 1.-3. Mai.",
            "Seit dem 150. Jahrestag ruht es.| Er kam am 3.| Die Frau ging.",
        ],
    );
}

#[test]
fn who_spoke_stays_with_the_speech() {
    check(
        Language::ENGLISH,
        &[
            "\"Good day?\" Harold asked.| \"Yes!\" I said.| \"Well?\"| Harold went home.",
            "“Who?” Mr. Smith cried.| “Me.”| Mr. Smith cried.",
        ],
    );
    check(
        Language::FRENCH,
        &["« Qui ? » demanda Paul.| « Moi ! » s’écria-t-elle.| « Qui ? »| Paul partit."],
    );
}

#[test]
fn text_without_capitals() {
    check(
        Language::FRENCH,
        &[
            "oui, il est venu.| donc on part ?| non !| bah voilà.| c’est tout.",
            "tu viens ? demanda-t-il.| non.| elle dort.| voir p. ex. ici.",
        ],
    );
    check(
        Language::ENGLISH,
        &["are you in town?| the weather is fine.| call me at 555-1234.| bye!"],
    );
    // Where sentences have capitals, a small letter behind ? and ! goes on.
    check(
        Language::FRENCH,
        &[
            "Ô temps, suspends ton vol ! et vous, suspendez le vôtre !| Il dit cela.",
            "Où partez-vous donc demain matin ?| à quelle heure ?| Il faut le dire.| à bientôt.",
        ],
    );
}

#[test]
fn quotation_marks_of_two_signs() {
    check(
        Language::GERMAN,
        &["Er kam.| ,,Komm her'', sagte sie.| ,,Wir gehen.''| Dann ging er."],
    );
    check(
        code("nl"),
        &["Zij lachte.| ,,Kom mee. ''| De man ging.| Hij sprak.| ``Ja.''| Einde."],
    );
}
