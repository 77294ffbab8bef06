//! Where words stand: what is left out here and put in there, what changes places, what is written as one word or as two.

use crate::language::chars::kind_of;
use crate::lexicon::{Equivalents, TypeId, Vocabulary};
use crate::normalize::Normalizer;
use crate::witness::Language;
use crate::words::{Literalness, WordAligner, WordLink};

/// The links of two sentences, tokens between spaces.
fn links(code: &str, a: &str, b: &str) -> Vec<WordLink> {
    links_of_texts(code, a, b, [("", "")])
}

/// The links of two sentences of two texts, of which these sentences render each other as well.
fn links_of_texts<'t>(
    code: &str,
    a: &str,
    b: &str,
    texts: impl IntoIterator<Item = (&'t str, &'t str)>,
) -> Vec<WordLink> {
    let language = Language::literal(code);
    let own = Equivalents::own(language);
    let mut vocabulary = Vocabulary::empty(Normalizer::of(language, false)).knowing(&own);
    let mut side = |text: &str| -> Vec<TypeId> {
        let tokens = text.split(' ').filter(|token| !token.is_empty());
        tokens.map(|t| vocabulary.intern(t, kind_of(t))).collect()
    };
    let (x, y) = (side(a), side(b));
    let texts: Vec<_> = texts.into_iter().map(|(a, b)| (side(a), side(b))).collect();
    let literalness = texts
        .iter()
        .map(|(a, b)| Literalness::of(a, b, &vocabulary))
        .fold(Literalness::default(), Literalness::and);
    WordAligner::of(literalness).link(&x, &y, &vocabulary)
}

/// The words of a side that are linked with those of the other at `at`.
fn linked(links: &[WordLink], word: u32) -> Vec<u32> {
    let of = links.iter().find(|l| l.a.contains(&word));
    of.map_or_else(Vec::new, |l| l.b.to_vec())
}

#[test]
fn a_word_left_out_and_another_put_in_are_no_link() {
    // Each word of A, and of B, that the other lacks; however many words that both have stand between.
    for (code, a, b, left_out, put_in) in [
        (
            "fr",
            "on dit que la jeune reine mourut avant l’ hiver .",
            "on dit que la reine mourut empoisonnée avant l’ hiver .",
            4,
            6,
        ),
        (
            "fr",
            "le petit navire quitta le port .",
            "le navire rapide quitta le port .",
            1,
            2,
        ),
        (
            "en",
            "they say the old king died before the winter .",
            "they say the king died poisoned before the winter .",
            3,
            5,
        ),
        (
            "en",
            "a narrow bridge crosses the river .",
            "a bridge slowly crosses the river .",
            1,
            2,
        ),
        (
            "de",
            "der alte König starb vor dem Winter .",
            "der König starb vergiftet vor dem Winter .",
            1,
            3,
        ),
        (
            "de",
            "die kleine Brücke führt über den Fluss .",
            "die Brücke führt sicher über den Fluss .",
            1,
            3,
        ),
        (
            "es",
            "el viejo rey murió antes del invierno .",
            "el rey murió envenenado antes del invierno .",
            1,
            3,
        ),
        (
            "it",
            "la giovane regina morì prima dell’ inverno .",
            "la regina morì avvelenata prima dell’ inverno .",
            1,
            3,
        ),
        (
            "nl",
            "de oude koning stierf voor de winter .",
            "de koning stierf vergiftigd voor de winter .",
            1,
            3,
        ),
        (
            "pt",
            "o velho rei morreu antes do inverno .",
            "o rei morreu envenenado antes do inverno .",
            1,
            3,
        ),
    ] {
        let found = links(code, a, b);
        assert!(linked(&found, left_out).is_empty(), "{a}: {found:?}");
        let found = links(code, b, a);
        assert!(linked(&found, put_in).is_empty(), "{b}: {found:?}");
    }
}

#[test]
fn a_place_tells_little_where_texts_share_little() {
    // Two sentences, words in one place of each, and two more sentences that share nearly nothing.
    for (code, a, b, word, other, free) in [
        (
            "fr",
            "le marin entraîna la petite barque vers la rive .",
            "le marin délaissa la petite barque devant la rive .",
            2,
            2,
            (
                "le soir tombait sur les toits bleus",
                "la nuit couvrait déjà les maisons grises",
            ),
        ),
        (
            "en",
            "the sailor dragged the little boat towards the shore .",
            "the sailor painted the little boat near the shore .",
            2,
            2,
            (
                "dusk fell upon blue roofs",
                "night already covered grey houses",
            ),
        ),
        (
            "de",
            "der Matrose schleppte das kleine Boot an das Ufer .",
            "der Matrose bemalte das kleine Boot vor dem Ufer .",
            2,
            2,
            (
                "der Abend sank auf blaue Dächer",
                "schon deckte Nacht die grauen Häuser",
            ),
        ),
        (
            "es",
            "el marinero arrastró la pequeña barca hacia la orilla .",
            "el marinero pintó la pequeña barca ante la orilla .",
            2,
            2,
            (
                "la tarde caía sobre tejados azules",
                "ya cubría noche las casas grises",
            ),
        ),
        (
            "it",
            "il marinaio trascinò la piccola barca verso la riva .",
            "il marinaio dipinse la piccola barca davanti la riva .",
            2,
            2,
            (
                "la sera scendeva sopra tetti azzurri",
                "già copriva notte le case grigie",
            ),
        ),
    ] {
        let few = std::iter::repeat_n(free, 60);
        let found = links_of_texts(code, a, b, few);
        assert!(!linked(&found, word).contains(&other), "{a}: {found:?}");
        let same: Vec<u32> = linked(&found, 1);
        assert_eq!(same, [1], "what is the same stays linked: {found:?}");
        let all = std::iter::repeat_n((a, a), 60);
        let found = links_of_texts(code, a, b, all);
        assert_eq!(linked(&found, word), [other], "{a}: {found:?}");
    }
}

#[test]
fn a_word_goes_with_the_phrase_that_moved() {
    let found = links(
        "fr",
        "dans la ville , il parla avec une grande force .",
        "avec une rare force , il parla dans la ville .",
    );
    assert_eq!(linked(&found, 8), [2], "{found:?}");
    let found = links(
        "fr",
        "l’ un des principaux défis du pays",
        "l’ un des défis majeurs du pays",
    );
    assert_eq!(
        linked(&found, 3),
        [4],
        "known words, wherever they stand: {found:?}"
    );
}

#[test]
fn a_word_that_stands_on_both_sides_stands_for_itself() {
    for (code, a, b, pairs) in [
        (
            "en",
            "the sun rises on the unjust and just of this town .",
            "the sun rises on the just and unjust of this town .",
            [(5, 7), (7, 5)],
        ),
        (
            "fr",
            "il parle du vrai et du vraisemblable à ses amis .",
            "il parle du vraisemblable et du vrai à ses amis .",
            [(3, 6), (6, 3)],
        ),
    ] {
        let found = links(code, a, b);
        for (word, other) in pairs {
            assert_eq!(linked(&found, word), [other], "{a}: {found:?}");
        }
    }
}

#[test]
fn a_word_before_others_that_correspond_is_no_link_where_other_phrases_go_before() {
    // *halten … an*, *gingen … weiter*: the word that stands just before *die Proteste* in each.
    let (a, b) = (
        "in Portland halten die Proteste in der Stadt an .",
        "in Portland gingen unterdessen die Proteste in der Stadt weiter .",
    );
    let found = links("de", a, b);
    assert_ne!(linked(&found, 2), [3], "{found:?}");
}

#[test]
fn what_is_told_by_its_place_alone_is_never_certain() {
    let (a, b) = (
        "the sailor dragged the little boat towards the shore .",
        "the sailor painted the little boat towards the shore .",
    );
    let found = links("en", a, b);
    let link = found.iter().find(|link| link.a.contains(&2));
    let probability = link.expect("the verbs are linked").probability;
    assert!((0.5..0.96).contains(&probability), "{probability}");
}

#[test]
fn function_words_of_other_kinds_are_no_link() {
    for (code, a, b, word, other) in [
        (
            "fr",
            "et l’ esprit le poussa au désert .",
            "il fut poussé par l’ esprit au désert .",
            0,
            3,
        ),
        (
            "en",
            "and the spirit drove him out .",
            "by the spirit he was driven out .",
            0,
            0,
        ),
        (
            "de",
            "und der Geist trieb ihn fort .",
            "von dem Geist wurde er fortgetrieben .",
            0,
            0,
        ),
        (
            "es",
            "y el espíritu lo llevó lejos .",
            "por el espíritu fue llevado lejos .",
            0,
            0,
        ),
    ] {
        let found = links(code, a, b);
        assert!(!linked(&found, word).contains(&other), "{a}: {found:?}");
    }
}

#[test]
fn what_changes_places_with_its_neighbour_stays_linked() {
    for (code, a, b, pairs) in [
        (
            "fr",
            "Vous allez où ?",
            "Où allez -vous ?",
            &[(0, 2), (1, 1), (2, 0)][..],
        ),
        (
            "fr",
            "Avez -vous faim ?",
            "Vous avez faim ?",
            &[(0, 1), (1, 0)],
        ),
        (
            "fr",
            "Il est parti , dit -il .",
            "Il est parti , il dit .",
            &[(4, 5), (5, 4)],
        ),
        (
            "fr",
            "Puis -je entrer ?",
            "Je peux entrer ?",
            &[(0, 1), (1, 0)],
        ),
        (
            "fr",
            "Ainsi parla -t-on .",
            "Ainsi on parla .",
            &[(1, 2), (2, 1)],
        ),
        (
            "de",
            "Gehst du heute ins Kino ?",
            "Du gehst heute ins Kino ?",
            &[(0, 1), (1, 0)],
        ),
        (
            "de",
            "Das hat er gesagt .",
            "Er hat das gesagt .",
            &[(0, 2), (1, 1), (2, 0)],
        ),
        ("nl", "Ga jij mee ?", "Jij gaat mee ?", &[(0, 1), (1, 0)]),
        (
            "en",
            "Did he really go ?",
            "He did really go ?",
            &[(0, 1), (1, 0)],
        ),
        (
            "es",
            "¿ Viene usted mañana ?",
            "¿ Usted viene mañana ?",
            &[(1, 2), (2, 1)],
        ),
    ] {
        let found = links(code, a, b);
        for &(x, y) in pairs {
            assert_eq!(linked(&found, x), [y], "{a}: {found:?}");
        }
    }
}

#[test]
fn one_word_and_its_parts_are_one_link() {
    for (code, a, b, word, parts) in [
        (
            "fr",
            "Voilà , répondit-elle , la vérité .",
            "Voilà , elle répondit , la vérité .",
            2,
            &[2, 3][..],
        ),
        (
            "fr",
            "Ne vois-tu pas la mer ?",
            "Tu ne vois pas la mer ?",
            1,
            &[0, 2],
        ),
        (
            "fr",
            "Monseigneur est venu .",
            "Mon seigneur est venu .",
            0,
            &[0, 1],
        ),
        (
            "en",
            "They cannot forget it .",
            "They can not forget it .",
            1,
            &[1, 2],
        ),
        (
            "de",
            "Er kam nachhause .",
            "Er kam nach Hause .",
            2,
            &[2, 3],
        ),
        (
            "es",
            "Y preguntáronle sus discípulos .",
            "Y le preguntaron sus discípulos .",
            1,
            &[1, 2],
        ),
    ] {
        let found = links(code, a, b);
        assert_eq!(linked(&found, word), parts, "{a}: {found:?}");
    }
}

#[test]
fn an_inverted_verb_stays_linked_with_the_verb() {
    // With the pronoun behind it, as what it is spelled of, and with the verb.
    for (a, b, word, parts) in [
        (
            "N’ avez-vous pas lu cette lettre ?",
            "Vous n’ avez pas lu cette lettre ?",
            1,
            [0, 2],
        ),
        ("Sont-ils venus hier ?", "Ils sont venus hier ?", 0, [0, 1]),
    ] {
        let language = Language::literal("fr");
        let mut vocabulary = Vocabulary::empty(Normalizer::of(language, false));
        let mut side = |text: &str| -> Vec<TypeId> {
            let tokens = text.split(' ');
            tokens.map(|t| vocabulary.intern(t, kind_of(t))).collect()
        };
        let (x, y) = (side(a), side(b));
        let pairs = WordAligner::new().pairs(&x, &y, &vocabulary);
        let with: Vec<u32> = pairs.iter().filter(|p| p.a == word).map(|p| p.b).collect();
        assert_eq!(with, parts, "{a}: {pairs:?}");
    }
}
