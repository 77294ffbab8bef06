//! What two words are to each other by their forms: inflection, derivation, another word, an accent that was lost.

use enregard::class::Class;
use enregard::normalize::Normalizer;
use enregard::witness::Language;

/// Every pair (`a/b`, between spaces) is of the class, in both orders.
fn are(language: &str, class: Class, pairs: &str) {
    let normalizer = Normalizer::of(Language::from_code(language).expect("a code"), false);
    let wrong: Vec<String> = pairs
        .split_whitespace()
        .filter_map(|pair| {
            let (a, b) = pair.split_once('/').expect("two words");
            let found = (normalizer.class(&[a], &[b]), normalizer.class(&[b], &[a]));
            (found != (class, class)).then(|| format!("{pair} {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{language} {class:?}: {wrong:#?}");
}

#[test]
fn forms_of_one_word_are_inflection() {
    for (language, pairs) in [
        (
            "fr",
            "dort/dormait pleut/pleuvait peint/peignit coud/cousait résout/résolut envoya/enverra assit/assied sert/servir \
             sens/sentir tiens/tenu découvert/découvrir atteindre/atteints mène/menait jette/jeter appelle/appelons \
             mange/mangeait commence/commençait paie/payer passe/passé demandes/demandés avion/avions somme/sommes son/sons \
             nu/nus grand-père/grands-pères chef-d’œuvre/chefs-d’œuvre bonhomme/bonshommes blanc/blanches actif/actives homme-ci/homme ville-là/ville \
             cruel/cruelle cheval/chevaux acteur/actrice peux/peut-il",
        ),
        (
            "en",
            "leaf/leaves easier/easy biggest/big knives/knife run/running stopped/stop make/making carried/carry \
             children/child went/goes",
        ),
        (
            "de",
            "besucht/besuchte versucht/versuchte gehört/gehörte größte/große nutzt/genutzt ankommen/angekommen kam/gekommen \
             ankam/anzukommen haus/häuser mann/männern kraft/kräfte älter/alt freundin/freundinnen übernahm/übernommen \
             lobt/gelobt auto/autos thema/themen arbeitet/gearbeitet",
        ),
        (
            "es",
            "año/años isla/islas ciudad/ciudades vez/veces río/ríos vive/vivió luz/luces contar/cuenta juego/jugó \
             canción/canciones toco/toqué pidió/pedir alto/altas hablo/habló",
        ),
        (
            "it",
            "anno/anni lettera/lettere alto/alta italiano/italiana amico/amiche cercare/cerchi mangio/mangiamo \
             attore/attrice parlo/parlò chiude/chiuso luogo/luoghi",
        ),
        (
            "pt",
            "nação/nações animal/animais homem/homens canto/cantou chego/cheguei tem/têm durmo/dormir alemão/alemã \
             papel/papéis pão/pães",
        ),
        (
            "nl",
            "werkt/gewerkt huis/huizen maak/maken aankomen/aangekomen leeft/leefde loopt/liep stad/steden groot/grotere \
             boom/bomen",
        ),
    ] {
        are(language, Class::Inflection, pairs);
    }
}

#[test]
fn words_that_look_like_forms_of_one_are_wording() {
    for (language, pairs) in [
        (
            "fr",
            "voie/voix fois/foi fils/fille prix/prise lieu/lien prison/prise peu/peut faut/faute vie/vis port/porte \
             cour/course pays/paye village/ville moins/mois parler/part côte/côté péché/pêche",
        ),
        (
            "en",
            "party/part man/many police/policy new/news plan/plant food/foot hear/heart car/care find/fine",
        ),
        ("de", "schon/schön Wein/weit arm/Armee fordern/fördern"),
        (
            "es",
            "casa/caso puerto/puerta nueve/nueva papa/papá hombre/hombro luna/lunes",
        ),
        (
            "it",
            "casa/caso porto/porta modo/moda colpo/colpa pero/però posto/posta",
        ),
        (
            "pt",
            "caso/casa porto/porta pais/país livre/livro nove/novo",
        ),
        ("nl", "zoon/zon man/maan een/één jong/jongens"),
    ] {
        are(language, Class::Wording, pairs);
    }
}

#[test]
fn words_made_of_one_another_are_derivation() {
    for (language, pairs) in [
        (
            "fr",
            "joie/réjouir parole/parler an/année évangile/évangéliser travail/travailler vrai/vraiment prévenir/prévention \
             croire/croyance naissance/naître réjouissait/joyeuse",
        ),
        (
            "en",
            "play/player care/careful beauty/beautiful govern/government",
        ),
        (
            "de",
            "Freiheit/frei Hoffnung/hoffen freundlich/Freund Freude/freuen Spiel/Spieler Länge/lang",
        ),
        (
            "es",
            "real/realidad nación/nacional fácil/fácilmente alegría/alegrar noche/anochecer",
        ),
        (
            "it",
            "libero/libertà nazione/nazionale facile/facilmente gioia/gioire parola/parlare",
        ),
        ("pt", "real/realidade social/sociedade chuva/chover"),
        ("nl", "vrij/vrijheid werk/werkzaam vreugde/verheugen"),
    ] {
        are(language, Class::Derivation, pairs);
    }
}

#[test]
fn nouns_have_no_form_without_their_accent() {
    are(
        "fr",
        Class::Accent,
        "liberte/liberté verite/vérité cafe/café societe/société pitie/pitié beaute/beauté",
    );
    are("es", Class::Accent, "cancion/canción rapido/rápido");
    are("it", Class::Accent, "citta/città");
}

/// The classes of the words that differ between two sentences, with how often they stand there.
fn between(language: &str, a: &str, b: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [("a.txt", a), ("b.txt", b)].map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    });
    let options = [
        "--no-settings",
        "--thesaurus",
        "none",
        "--unit",
        "line",
        "--view",
        "summary",
    ];
    let mut command = super::enregard();
    let output = command
        .args(files)
        .args(["--lang", language])
        .args(options)
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let line = text.lines().find(|line| line.contains(" matched "));
    let counts = line.and_then(|line| line.split_once(" · "));
    counts.map_or_else(String::new, |(_, counts)| counts.trim().to_owned())
}

#[test]
fn the_words_around_tell_an_accent_that_was_lost() {
    for (language, a, b, want) in [
        (
            "fr",
            "Il a traverse le pont.",
            "Il a traversé le pont.",
            "1 accent",
        ),
        ("fr", "Il est sur de lui.", "Il est sûr de lui.", "1 accent"),
        (
            "fr",
            "Il alla a Rome hier.",
            "Il alla à Rome hier.",
            "1 accent",
        ),
        (
            "fr",
            "La ville ou il vit est belle.",
            "La ville où il vit est belle.",
            "1 accent",
        ),
        (
            "fr",
            "La côte est belle.",
            "Le côté est beau.",
            "1 wording, 2 inflection",
        ),
        ("es", "Mi papa vino ayer.", "Mi papá vino ayer.", "1 accent"),
        ("pt", "Meu pais é belo.", "Meu país é belo.", "1 accent"),
        ("it", "La casa e bella.", "La casa è bella.", "1 accent"),
        (
            "es",
            "Hablo con el rey.",
            "Habló con el rey.",
            "1 inflection",
        ),
    ] {
        assert_eq!(between(language, a, b), want, "{a} {b}");
        assert_eq!(between(language, b, a), want, "{b} {a}");
    }
}
