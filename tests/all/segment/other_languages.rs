//! Sentences in the languages that have no rules of their own beyond their lists. `|` stands between sentences.

use enregard::witness::Language;

use super::check;

#[test]
fn english() {
    check(
        Language::ENGLISH,
        &[
            "Mr. Smith didn't go to Washington, D.C.| He stayed in the U.S. Army until Jan. 5, 1990.",
            "\"Why?\" asked Dr. Jones.| \"I don't know.\"| She left.",
            "She paid $3.5 million, i.e. a lot (see p. 12, fig. 3).| The end.",
            "“It’s John’s,” he said; but nobody's dogs’ bones were found.| Yes!?| No.",
            "J. K. Rowling lives in St. Ives.| Apple Inc. is large.| He works for Apple Inc.| She does not.",
            "Rome fell in the year 44 B.C.| Caesar died, etc.| Then it stopped.",
        ],
    );
}

#[test]
fn german() {
    check(
        Language::GERMAN,
        &[
            "Am 3. Oktober 1990 wurde Deutschland vereinigt.| Das war im 20. Jahrhundert.",
            "Er kam am 5.| Sie am 6. Mai.| Am 2. und 3. Mai regnete es.",
            "„Kommst du?“, fragte er.| „Ja!“| Dann ging sie.",
            "»Warum?« fragte sie.| »Darum.«| Er schwieg.",
            "Dr. Müller sagte z. B. nichts; vgl. S. 12 ff. und Abs. 3.| Er hat u.a. Geld, Haus usw.| Das reicht.",
            "Ludwig XIV. war König.| Im Jahr 1990.| Danach war Ruhe.",
        ],
    );
}

#[test]
fn dutch() {
    check(
        Language::from_code("nl").expect("a code"),
        &[
            "Dhr. De Vries woont te 's-Gravenhage.| Mevr. Jansen zweeg m.b.t. België.",
            "Volgens prof. dr. J. Bakker, d.w.z. de auteur, is art. 5 enz. van kracht.| Zie blz. 12 e.v.| Het regent.",
            "„Waarom?” vroeg hij.| „Daarom.”| Zij zweeg.",
            "‘Ik kom niet,’ zei zij.| ‘Waarom niet?’ vroeg hij.| Zij ging.",
            "Caesar stierf in 44 v.Chr.| Augustus leefde o.a. te Rome, van 63 v.Chr. tot 14 n.Chr.| Daar stierf hij.",
            "'s Avonds zag zij foto's, auto's enz.| Het was zo'n dag.| Op 15 maart jl. vertrok hij.",
        ],
    );
}

#[test]
fn spanish() {
    check(
        Language::SPANISH,
        &[
            "El Sr. García dijo: «¿Qué pasa?» y se fue.| ¡Nada!| ¿Quién sabe?",
            "La Dra. López vive en la pág. 3, etc.| Luego volvió.| EE. UU. no firmó.",
            "«No puedo», dijo.| «Voy.»| ¿Por qué no viene?, preguntó.",
        ],
    );
}

#[test]
fn italian() {
    check(
        Language::ITALIAN,
        &[
            "Il sig. Rossi disse: «Che c’è?» e uscì.| L’acqua dell’anno è un po’ fredda.",
            "«Non posso», disse.| «Vengo.»| Il prof. Verdi vive all’art. 5, pag. 3.",
            "Sant’Agostino nacque nel 354 d.C.| Morì nel 430, ecc.| Fine.",
        ],
    );
}

#[test]
fn portuguese() {
    let portuguese = Language::from_code("pt").expect("a code");
    check(
        portuguese,
        &[
            "O Sr. Silva e a Dra. Sousa moram na Av. da Liberdade.| O Exmo. Sr. Ministro não veio.",
            "Cf. art. 5, pág. 12, e p. ex. o n. 3 do vol. II.| Depois, etc.| Acabou.",
            "No séc. II a. C. os romanos chegaram.| Isto foi em 44 a.C.| César morreu.",
            "D. João VI voltou a Lisboa em 4 de jul. de 1821.| O Prof. Costa já o disse.",
            "«Não posso», disse ela.| «Vou já.»| — Quem és tu?| Perguntou-lhe o rei.",
            "“Haja luz!”| E houve luz.| Disse-lhe Jesus: «Vem!» e ele foi.",
            "S. Paulo escreveu-lhes.| A Cia. Vale e a Silva & Filhos Ltda. fecharam.| Nada mais.",
        ],
    );
}

#[test]
fn languages_known_in_brief_keep_their_abbreviations() {
    for (code, sentences) in [
        (
            "hi",
            "आज बी.सी. में पुलिस ने कहा।| वह जी.डी.पी. ग्रोथ है।| उसने एम. ए. की डिग्री ली।| वह गया.| वह आया.",
        ),
        (
            "da",
            "Den koster ca. 40 kr. i Odense.| Det blev 13 mia. kroner.| Løbet starter kl. 20.00 ved St. Hans.",
        ),
        (
            "pl",
            "Po 1911 r. Mongolia była niepodległa.| Ten człowiek umarł w 1955 r.| Wtedy nikt nie mówił.",
        ),
        (
            "tr",
            "O zaman III. Tutmose kraldı.| Mr. Smith gitti.| Kitap 1955'te çıktı.",
        ),
        ("is", "Hr. Jónsson og dr. Lee komu kl. 20.| Þau fóru heim."),
    ] {
        check(Language::from_code(code).expect("a code"), &[sentences]);
    }
}
