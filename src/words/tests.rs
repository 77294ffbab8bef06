use super::*;
use crate::class::Class;
use crate::lexicon::Equivalents;
use crate::normalize::Normalizer;
use crate::witness::{Language, TokenKind};
use proptest::prelude::*;

fn intern(vocabulary: &mut Vocabulary, text: &str) -> Vec<TypeId> {
    text.split_whitespace()
        .map(|t| {
            let kind = if t.chars().any(char::is_alphanumeric) {
                TokenKind::Word
            } else {
                TokenKind::Punctuation
            };
            vocabulary.intern(t, kind)
        })
        .collect()
}

fn changes(a: &str, b: &str) -> Vec<String> {
    let vocabulary = Vocabulary::empty(Normalizer::of(Language::FRENCH, false));
    changes_with(vocabulary, a, b)
}

/// As [`changes`], in another language, whose own words are known.
fn changes_in(code: &'static str, a: &str, b: &str) -> Vec<String> {
    let language = Language::literal(code);
    let own = Equivalents::own(language);
    let vocabulary = Vocabulary::empty(Normalizer::of(language, false)).knowing(&own);
    changes_with(vocabulary, a, b)
}

/// The links that show a difference, as `a words → b words (class)`; `<…>` what moved.
fn changes_with(mut vocabulary: Vocabulary, a: &str, b: &str) -> Vec<String> {
    let (x, y) = (intern(&mut vocabulary, a), intern(&mut vocabulary, b));
    let text = |side: &[TypeId], at: &[u32]| {
        at.iter()
            .map(|&i| &*vocabulary.get(side[i as usize]).surface)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let types = |side: &[TypeId], at: &[u32]| -> Vec<TypeId> {
        at.iter().map(|&i| side[i as usize]).collect()
    };
    WordAligner::new()
        .link(&x, &y, &vocabulary)
        .into_iter()
        .filter_map(|l| {
            let (a, b) = (text(&x, &l.a), text(&y, &l.b));
            let class = vocabulary.class(&types(&x, &l.a), &types(&y, &l.b));
            if l.moved {
                Some(format!("<{a} → {b}>"))
            } else if class == Class::Same {
                None
            } else if l.a.is_empty() {
                Some(format!("+ {b}"))
            } else if l.b.is_empty() {
                Some(format!("- {a}"))
            } else {
                Some(format!("{a} → {b} ({})", class.name()))
            }
        })
        .collect()
}

#[test]
fn an_acronym_stands_for_what_it_spells() {
    assert_eq!(
        changes(
            "l’ usage des technologies de l’ information et des communications par les États .",
            "l’ usage des TIC par les États .",
        ),
        ["technologies de l’ information et des communications → TIC (wording)"]
    );
    // Not where the other text has it as well, and no two words by chance.
    assert_eq!(
        changes(
            "la sécurité internationale de l’ information ( SII ) progresse .",
            "la sécurité internationale de l’ information progresse .",
        ),
        ["- ( SII )"]
    );
    assert_eq!(
        changes("la PR demeure ici .", "la parole reste ici ."),
        ["PR → parole (wording)", "demeure → reste (wording)"]
    );
}

/// The links that the program's own words of a language make.
fn known_links(language: Language, a: &str, b: &str) -> Vec<(u32, u32)> {
    let normalizer = Normalizer::of(language, false);
    let own = Equivalents::own(language);
    let mut vocabulary = Vocabulary::empty(normalizer).knowing(&own);
    let (x, y) = (intern(&mut vocabulary, a), intern(&mut vocabulary, b));
    let pairs = WordAligner::new().pairs(&x, &y, &vocabulary);
    pairs.iter().map(|p| (p.a, p.b)).collect()
}

#[test]
fn known_phrases_are_linked_as_wholes() {
    let known = |a: &str, b: &str| known_links(Language::FRENCH, a, b);
    // Each word of the phrase with the one word, and the rest as it is.
    let found = known(
        "il viendra demain étant donné que le roi le veut .",
        "il viendra demain puisque le roi le veut .",
    );
    for link in [(0, 0), (3, 3), (4, 3), (5, 3), (6, 4), (7, 5)] {
        assert!(found.contains(&link), "{link:?} {found:?}");
    }
    // Alone on its side it stands for nothing.
    let found = known("il viendra étant donné que le roi parle .", "il viendra .");
    assert_eq!(found, [(0, 0), (1, 1), (8, 2)]);
}

#[test]
fn a_verb_is_linked_with_its_prefix_that_stands_apart() {
    let dutch = Language::literal("nl");
    for (language, a, b, links) in [
        (
            Language::GERMAN,
            "er fing sofort an .",
            "er begann sofort .",
            &[(0, 0), (1, 1), (2, 2), (3, 1), (4, 3)],
        ),
        (
            dutch,
            "zij besloot hem af te wijzen .",
            "zij besloot hem te weigeren .",
            &[(0, 0), (1, 1), (3, 4), (5, 4), (6, 5)],
        ),
        // Before an infinitive the verb stands behind.
        (
            dutch,
            "hij wilde zijn moeder opbellen .",
            "hij probeerde zijn moeder op te bellen .",
            &[(0, 0), (4, 4), (4, 5), (4, 6), (5, 7)],
        ),
        // The apostrophe belongs to the word that it begins.
        (
            dutch,
            "de wachter riep 's avonds luid .",
            "de wachter riep in de avond luid .",
            &[(2, 2), (3, 3), (3, 4), (4, 5), (5, 6)],
        ),
    ] {
        let found = known_links(language, a, b);
        for link in links {
            assert!(found.contains(link), "{link:?} {found:?}");
        }
    }
}

#[test]
fn a_known_phrase_of_a_verb_is_linked_in_any_form() {
    for (code, a, b, links) in [
        (
            "es",
            "el rey llevó a cabo la reforma .",
            "el rey realizaba la reforma .",
            &[(2, 2), (3, 2), (4, 2)][..],
        ),
        (
            "es",
            "ella se dio cuenta del error .",
            "ella miró y advirtió el error .",
            &[(2, 3), (3, 3)],
        ),
        (
            "es",
            "ella quiere darse cuenta del error .",
            "ella quiere advertir el error .",
            &[(2, 2), (3, 2)],
        ),
        (
            "it",
            "la festa ebbe luogo a Roma .",
            "la festa si svolse a Roma .",
            &[(2, 2), (2, 3), (3, 2), (3, 3)],
        ),
        (
            "pt",
            "ela deu à luz um filho .",
            "ela pariu um filho .",
            &[(1, 1), (2, 1), (3, 1)],
        ),
    ] {
        let found = known_links(Language::literal(code), a, b);
        for link in links {
            assert!(found.contains(link), "{a}: {link:?} {found:?}");
        }
    }
}

#[test]
fn a_phrase_is_one_substitution() {
    assert_eq!(
        changes(
            "le risque d’ une confrontation d’ envergure dans le secteur numérique .",
            "le risque d’ une confrontation à grande échelle dans la sphère numérique .",
        ),
        [
            "d’ envergure → à grande échelle (wording)",
            "le → la (inflection)",
            "secteur → sphère (wording)"
        ]
    );
    assert_eq!(
        changes(
            "l’ espace de l’ information par analogie avec l’ Accord soviéto-américain",
            "l’ espace de l’ information à l’ instar de l’ Accord soviéto-américain",
        ),
        ["par analogie avec → à l’ instar de (wording)"]
    );
}

#[test]
fn what_stands_unlinked_in_the_same_place_is_one_substitution() {
    for (code, a, b, expected) in [
        (
            "fr",
            "le vieux marin monta sur le pont après avoir bu du vin .",
            "le vieux marin monta sur le pont une fois sa bouteille vidée .",
            &["après avoir bu du vin → une fois sa bouteille vidée (wording)"][..],
        ),
        (
            "en",
            "the lamp burned on the table near the open window .",
            "the lamp burned on the table by a wall of grey stone .",
            &[
                "near the → by a (wording)",
                "open window → wall of grey stone (wording)",
            ],
        ),
        // Small words, where they say as much, and what commas part.
        (
            "en",
            "the sea is rising under the car !",
            "the sea is rising under us !",
            &["the car → us (wording)"],
        ),
        (
            "en",
            "few can possibly have forgotten the storm of that year .",
            "doubtless , no one has forgotten the storm of that year .",
            &[
                "few can possibly → doubtless , no one (wording)",
                "have → has (inflection)",
            ],
        ),
        // A phrase of another kind does not stand for it, nor does what says half as much.
        (
            "en",
            "they are formidable in their own way because of the old law .",
            "they are formidable who were judges because of the old law .",
            &["+ who were judges", "- in their own way"],
        ),
        (
            "en",
            "the guests , who had come from far away , were seated .",
            "the guests , tired , were seated .",
            &["+ tired", "- who had come from far away"],
        ),
        // What marks part may be left out here and put in there.
        (
            "en",
            "he wrote a letter , a long one , to his brother .",
            "he wrote a letter to his brother , who lived abroad .",
            &["- , a long one ,", "+ , who lived abroad"],
        ),
        // The one says much more than the other.
        (
            "en",
            "she came home late that night because the roads were full of deep snow .",
            "she came home yesterday .",
            &[
                "+ yesterday",
                "- late that night because the roads were full of deep snow",
            ],
        ),
    ] {
        assert_eq!(changes_in(code, a, b), expected, "{a}");
    }
}

#[test]
fn a_compound_is_one_with_the_phrase_that_says_its_parts() {
    for (code, a, b, expected) in [
        (
            "en",
            "the seafaring men were troubled by the news .",
            "the seamen were troubled by the news .",
            &["seafaring men → seamen (wording)"][..],
        ),
        (
            "de",
            "er sah das Hauptquartier des SAS und ging nach Hause .",
            "er sah das SAS-Hauptquartier und ging nach Hause .",
            &["Hauptquartier des SAS → SAS-Hauptquartier (wording)"],
        ),
        // What stands beside a part says something else.
        (
            "de",
            "er sah das Hauptquartier der Truppe und ging nach Hause .",
            "er sah das SAS-Hauptquartier und ging nach Hause .",
            &[
                "Hauptquartier → SAS-Hauptquartier (wording)",
                "- der Truppe",
            ],
        ),
    ] {
        assert_eq!(changes_in(code, a, b), expected, "{a}");
        let turned = changes_in(code, b, a);
        assert_eq!(turned.len(), expected.len(), "{turned:?}");
    }
}

#[test]
fn a_verb_is_one_with_its_auxiliary_that_stands_apart() {
    for (a, b, expected) in [
        (
            "der Bauer machte diese Erfahrung gestern im Wald .",
            "der Bauer hat diese Erfahrung gestern im Wald gemacht .",
            &["machte → hat gemacht (inflection)"][..],
        ),
        // What stands for itself in the same place keeps to itself.
        (
            "das Wasser ist kalt .",
            "das kalte Wasser ist tief .",
            &["+ tief", "<kalt → kalte>"],
        ),
    ] {
        assert_eq!(changes_in("de", a, b), expected, "{a}");
    }
}

#[test]
fn small_words_that_lead_on_are_no_part_of_the_phrase_before_them() {
    for (code, a, b, expected) in [
        (
            "en",
            "the voyagers could hear the bell of the church .",
            "the party heard the bell of the church .",
            &[
                "voyagers → party (wording)",
                "- could",
                "hear → heard (inflection)",
            ][..],
        ),
        (
            "en",
            "the bell rang late in the evening of that day .",
            "the bell rang late in the afternoon of that day .",
            &["evening → afternoon (wording)"],
        ),
    ] {
        assert_eq!(changes_in(code, a, b), expected, "{a}");
    }
}

#[test]
fn marks_do_not_move_alone() {
    assert_eq!(changes("1 . OBJET", "1 - OBJET ."), ["+ -", "- .", "+ ."]);
}

#[test]
fn a_word_that_both_have_stands_for_itself_whatever_was_learned() {
    let mut vocabulary = Vocabulary::empty(Normalizer::of(Language::ENGLISH, false));
    let a = intern(
        &mut vocabulary,
        "voyagers , car , and balloon must vanish .",
    );
    let b = intern(
        &mut vocabulary,
        "voyagers , balloon , and basket must vanish .",
    );
    let stem = |t: TypeId| vocabulary.get(t).key(crate::normalize::Fold::Stem);
    let (car, balloon, basket) = (stem(a[2]), stem(a[5]), stem(b[5]));
    vocabulary.learn(&[(car, balloon, 0.8), (balloon, basket, 0.8)]);
    let pairs = WordAligner::new().pairs(&a, &b, &vocabulary);
    let found: Vec<(u32, u32)> = pairs.iter().map(|p| (p.a, p.b)).collect();
    assert!(found.contains(&(5, 2)), "{found:?}");
    assert!(!found.contains(&(2, 2)), "{found:?}");
}

#[test]
fn families_and_forms() {
    assert_eq!(
        changes(
            "Une responsabilité particulière pour la prévenir incombe aux acteurs .",
            "Une responsabilité particulière pour sa prévention incombe aux acteurs ( SII ) .",
        ),
        [
            "la → sa (wording)",
            "prévenir → prévention (derivation)",
            "+ ( SII )"
        ]
    );
    assert_eq!(
        changes(
            "Cet homme relatait les faits .",
            "Ces hommes ont relaté les faits ;"
        ),
        [
            "Cet → Ces (inflection)",
            "homme → hommes (inflection)",
            "+ ont",
            "relatait → relaté (inflection)",
            ". → ; (typographic)"
        ]
    );
}

#[test]
fn what_moved_is_said_once() {
    assert_eq!(
        changes(
            "l’ Accord en vigueur sur la prévention des incidents en haute mer du 25 mai 1972 .",
            "l’ Accord sur la prévention des incidents en haute mer en vigueur du 25 mai 1972 .",
        ),
        ["<en → en>", "<vigueur → vigueur>"]
    );
}

#[test]
fn nothing_in_common() {
    assert_eq!(changes("", ""), Vec::<String>::new());
    assert_eq!(changes("un mot", ""), ["- un mot"]);
    assert_eq!(changes("", ". !"), ["+ . !"]);
}

#[test]
fn known_words_are_linked() {
    let mut vocabulary = Vocabulary::empty(Normalizer::of(Language::FRENCH, false));
    let a = intern(&mut vocabulary, "des pommes rouges pour le zorglub");
    let b = intern(&mut vocabulary, "le bulgroz mange des pommes rouges");
    let probability = |vocabulary: &Vocabulary| {
        let pairs = WordAligner::new().pairs(&a, &b, vocabulary);
        let pair = pairs.iter().find(|p| (p.a, p.b) == (5, 1));
        pair.map_or(0.0, |p| p.probability)
    };
    let stem = |t: TypeId| vocabulary.get(t).key(crate::normalize::Fold::Stem);
    let pair = (stem(a[5]), stem(b[1]), 0.9);
    let without = probability(&vocabulary);
    vocabulary.learn(&[pair]);
    let learned = probability(&vocabulary);
    assert!(learned > without + 0.1, "{without} {learned}");
    // The same known beforehand, by other forms of the words, to a vocabulary that meets them later.
    let mut known = Equivalents::default();
    known.add("bulgrozs", "zorglubs", 0.9);
    let normalizer = Normalizer::of(Language::FRENCH, false);
    let mut vocabulary = Vocabulary::empty(normalizer).knowing(&known);
    intern(&mut vocabulary, "des pommes rouges pour le zorglub");
    intern(&mut vocabulary, "le bulgroz mange des pommes rouges");
    assert_eq!(probability(&vocabulary), learned);
}

#[test]
fn a_sentence_of_twenty_thousand_words() {
    let mut vocabulary = Vocabulary::empty(Normalizer::of(Language::FRENCH, false));
    let words: Vec<TypeId> = (0..5000)
        .map(|n| vocabulary.intern(&format!("mot{n}"), TokenKind::Word))
        .collect();
    let mut aligner = WordAligner::new();
    // Every word but a few comes again and again; then no word stands once.
    let a: Vec<TypeId> = (0..20_000).map(|n| words[n * 7 % 5000]).collect();
    let b: Vec<TypeId> = a.iter().copied().filter(|t| t % 11 != 0).collect();
    let links = aligner.link(&a, &b, &vocabulary);
    assert_eq!(links.iter().map(|l| l.a.len()).sum::<usize>(), a.len());
    assert_eq!(aligner.fell_back(), a.len());
    // With words that stand once there are places to cut.
    let mut numbered = |n: usize| vocabulary.intern(&format!("une{n}"), TokenKind::Word);
    let once: Vec<TypeId> = (0..60).map(&mut numbered).collect();
    let with = |side: &[TypeId]| -> Vec<TypeId> {
        side.chunks(side.len() / 60 + 1)
            .zip(&once)
            .flat_map(|(chunk, &t)| [chunk, &[t]].concat())
            .collect()
    };
    let (a, b) = (with(&a), with(&b));
    let mut aligner = WordAligner::new();
    let links = aligner.link(&a, &b, &vocabulary);
    assert_eq!(aligner.fell_back(), 0);
    let linked = links
        .iter()
        .filter(|l| !l.a.is_empty() && !l.b.is_empty())
        .count();
    assert!(linked * 10 > b.len() * 9, "{linked} of {}", b.len());
}

/// Sentences of a language and their renderings, words parted by spaces.
fn rendered(language: Language) -> Vec<[String; 2]> {
    #[derive(serde::Deserialize)]
    struct Pair {
        lang: String,
        a: String,
        b: String,
    }
    let path = format!("{}/fixtures/words/judged.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the set is in the repository");
    let pair = |line| serde_json::from_str::<Pair>(line).expect("a line is a pair");
    let pairs = text.lines().map(pair);
    let pairs = pairs.filter(|pair| Language::from_code(&pair.lang) == Some(language));
    let mut pairs: Vec<[String; 2]> = pairs.map(|pair| [pair.a, pair.b]).collect();
    // Several links of one pair were judged.
    pairs.dedup();
    pairs
}

/// A link and its class, where the two sides are exchanged.
fn mirrored((link, class): (WordLink, Class)) -> (WordLink, Class) {
    let class = match class {
        Class::Omission => Class::Addition,
        Class::Addition => Class::Omission,
        class => class,
    };
    let (a, b) = (link.b, link.a);
    (WordLink { a, b, ..link }, class)
}

#[test]
fn to_exchange_the_sides_mirrors_every_pair_and_link() {
    for language in [
        Language::FRENCH,
        Language::ENGLISH,
        Language::GERMAN,
        Language::SPANISH,
    ] {
        let own = Equivalents::own(language);
        // Words get other numbers when the other side is entered first.
        let empty = || Vocabulary::empty(Normalizer::of(language, false)).knowing(&own);
        let mut vocabularies = [empty(), empty()];
        let mut aligners = [WordAligner::new(), WordAligner::new()];
        let all = rendered(language);
        assert!(all.len() > 9, "{language:?}: {} pairs", all.len());
        for texts in all {
            let mut found = [0, 1].map(|first| {
                let (vocabulary, aligner) = (&mut vocabularies[first], &mut aligners[first]);
                let mut side = |text: &str| intern(vocabulary, text);
                let (a, b) = (side(&texts[first]), side(&texts[1 - first]));
                let types = |side: &[TypeId], at: &[u32]| -> Vec<TypeId> {
                    at.iter().map(|&i| side[i as usize]).collect()
                };
                let links = aligner.link(&a, &b, vocabulary).into_iter().map(|link| {
                    let class = vocabulary.class(&types(&a, &link.a), &types(&b, &link.b));
                    (link, class)
                });
                let links: Vec<(WordLink, Class)> = links.collect();
                (aligner.pairs(&a, &b, vocabulary), links)
            });
            let (pairs, links) = &mut found[1];
            *pairs = pairs.iter().map(|pair| pair.turned()).collect();
            pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
            *links = links.drain(..).map(mirrored).collect();
            // The order of links is that of A; it says nothing else.
            for (_, links) in &mut found {
                links.sort_unstable_by_key(|(link, _)| (link.a.clone(), link.b.clone()));
            }
            let [given, exchanged] = found;
            assert_eq!(given, exchanged, "{texts:?}");
        }
    }
}

proptest! {
    /// Words of a small vocabulary, so that they repeat and cross.
    #[test]
    fn every_token_in_one_link(
        a in prop::collection::vec(0usize..14, 0..40),
        b in prop::collection::vec(0usize..14, 0..40),
    ) {
        const WORDS: [&str; 14] = [
            "le", "l’", "d’", "et", "mer", "mers", "océan", "prévenir", "prévention", ",", ".", "vois-tu", "tu", "1972",
        ];
        let mut vocabulary = Vocabulary::empty(Normalizer::of(Language::FRENCH, false));
        let mut side = |words: &[usize]| -> Vec<TypeId> {
            words.iter().flat_map(|&w| intern(&mut vocabulary, WORDS[w])).collect()
        };
        let (a, b) = (side(&a), side(&b));
        let mut aligner = WordAligner::new();
        let links = aligner.link(&a, &b, &vocabulary);
        for (len, tokens) in [
            (a.len(), links.iter().flat_map(|l| l.a.clone()).collect::<Vec<_>>()),
            (b.len(), links.iter().flat_map(|l| l.b.clone()).collect::<Vec<_>>()),
        ] {
            let mut sorted = tokens.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..len as u32).collect::<Vec<_>>());
        }
        for link in &links {
            prop_assert!(link.a.is_sorted() && link.b.is_sorted());
            prop_assert!((0.0..=1.0).contains(&link.probability));
            prop_assert!(!link.moved || !link.a.is_empty() && !link.b.is_empty());
        }
        let firsts: Vec<u32> = links.iter().filter_map(|l| l.a.first().copied()).collect();
        prop_assert!(firsts.is_sorted());
        // The same again from memory that was used.
        prop_assert_eq!(aligner.link(&a, &b, &vocabulary), links);
        for pair in aligner.pairs(&a, &b, &vocabulary) {
            prop_assert!(pair.probability >= WordPair::LEAST && pair.probability <= 1.0);
        }
    }
}
