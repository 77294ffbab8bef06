//! Words of each language that are forms of one, and words that only look so.

use super::Normalizer;
use crate::class::Class;
use crate::witness::Language;

/// The pairs that have not the class that `good` says.
fn wrong(code: &str, pairs: &str, good: impl Fn(Class) -> bool) -> Vec<String> {
    let language = Language::from_code(code).expect("a language");
    let normalizer = Normalizer::of(language, false);
    let pairs = pairs.split_whitespace().filter(|pair| {
        let (a, b) = pair.split_once('/').expect("two words");
        let (a, b): (Vec<&str>, Vec<&str>) = (a.split('_').collect(), b.split('_').collect());
        !(good(normalizer.class(&a, &b)) && good(normalizer.class(&b, &a)))
    });
    pairs.map(|pair| format!("{code} {pair}")).collect()
}

#[test]
fn forms_of_one_word() {
    let pairs = [
        (
            "fr",
            "cheval/chevaux actrice/acteur impératrice/empereur ambassadrice/ambassadeur plumes/plume \
             mentions/mention tendons/tendon égal/égaux cachée/cacher rendre/rendu perd/perdra close/clore vaut/vaudra",
        ),
        (
            "en",
            "soon/sooner weird/weirder quiz/quizzes leaf/leaves crisis/crises carry/carried stop/stopped",
        ),
        (
            "de",
            "Konto/Konten Praxis/Praxen Risiko/Risiken Material/Materialien Atlas/Atlanten Kaktus/Kakteen \
             Kaufmann/Kaufleute Herz/Herzens Lexikon/Lexika klargestellt/klarstellen steht_auf/aufstehen",
        ),
        (
            "es",
            "actor/actriz emperador/emperatriz poeta/poetisa príncipe/princesa oler/huele errar/yerra \
             año/años",
        ),
        (
            "it",
            "dio/dei ala/ali zio/zii faccia/facce studente/studentessa duca/duchessa eroe/eroina grande/maggiore \
             cadere/cadde cuocere/cotto espulso/espellere emerso/emergere connesso/connettere",
        ),
        (
            "nl",
            "zee/zeeën knie/knieën idee/ideeën graf/graven acteur/actrice zakenman/zakenlui staat_op/opstaan",
        ),
        (
            "pt",
            "ator/atriz imperador/imperatriz príncipe/princesa réu/ré ir/foi crer/creu conduzir/conduz",
        ),
    ];
    let wrong: Vec<String> = pairs
        .iter()
        .flat_map(|(code, pairs)| wrong(code, pairs, |class| class == Class::Inflection))
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn other_words_that_look_alike() {
    let pairs = [
        (
            "fr",
            "fil/file bras/brasse marque/marquis masse/massage ventre/vente prêtre/prêt moine/moins récit/récent \
             tennis/tenant coupable/couper rose/rosée bouche/bouchon fraise/frais régime/régiment station/statut",
        ),
        (
            "en",
            "import/important mass/massage counter/country fact/factory heave/heaven flow/flower care/career pest/pester \
             hand/handsome animal/animate",
        ),
        (
            "de",
            "Blut/Blüte Dach/Dachs Kohl/Kohle Koch/Köcher Magen/mager Maus/Mauer Hut/Hütte Not/Note Kamm/Kammer Hand/Handel",
        ),
        (
            "es",
            "colega/colegio placa/plazo pluma/plomo valle/valla seda/sede rabo/rabia taller/tallo sigla/siglo venta/ventana",
        ),
        (
            "it",
            "massa/masso tassa/tasso sede/sedia rame/ramo foglio/figlio manto/manta estate/estero filo/fila",
        ),
        (
            "nl",
            "bron/brons dam/dame kerk/kerker kas/kast kers/kerst krans/krant maag/maagd hond/honderd",
        ),
        (
            "pt",
            "cadeia/cadeira soldado/soldar seda/sede polvo/pólvora tema/temer torpe/torpedo verso/versão primo/primeiro",
        ),
    ];
    let wrong: Vec<String> = pairs
        .iter()
        .flat_map(|(code, pairs)| wrong(code, pairs, |class| class == Class::Wording))
        .collect();
    assert_eq!(wrong, [""; 0]);
}
