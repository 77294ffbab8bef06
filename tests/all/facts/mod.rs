//! Facts of pairs of sentences.
#![allow(clippy::unwrap_used)]

mod dutch;
mod long;
mod markers;
mod numbers;
mod old_print;
mod pairs;

use enregard::read::{ReadOptions, read_bytes};
use enregard::witness::{Language, Level, Siglum, TokenIndex};
use enregard::{CompareOptions, compare_witnesses};

/// The facts that differ in texts of one line a bead, as `kind: a → b`.
fn facts(language: Language, a: &str, b: &str) -> Vec<String> {
    let options = ReadOptions {
        level: Level::Line,
        language: Some(language),
        ..ReadOptions::default()
    };
    let witnesses = [a, b].map(|text| {
        let siglum = Siglum(if text == a { "A" } else { "B" }.to_owned());
        read_bytes(text.into(), "text", siglum, &options)
            .unwrap()
            .witness
    });
    let table = compare_witnesses(witnesses, &CompareOptions::default()).unwrap();
    let text = |w: usize, tokens: &[TokenIndex]| {
        let words: Vec<&str> = tokens
            .iter()
            .map(|&t| table.witnesses[w].token_text(t))
            .collect();
        words.join(" ")
    };
    table
        .facts
        .iter()
        .map(|f| {
            let (a, b) = (text(0, &f.tokens[0]), text(1, &f.tokens[1]));
            format!("{}: {a} → {b}", f.kind.name())
        })
        .collect()
}

fn french_facts(a: &str, b: &str) -> Vec<String> {
    facts(Language::FRENCH, a, b)
}

/// Neither of the texts says a fact that the other does not.
fn alike(language: Language, pairs: &[(&str, &str)]) {
    for (a, b) in pairs {
        assert_eq!(facts(language, a, b), Vec::<String>::new(), "{a} / {b}");
        assert_eq!(facts(language, b, a), Vec::<String>::new(), "{b} / {a}");
    }
}

#[test]
fn names() {
    assert_eq!(
        french_facts(
            "Le traité avec l’Iran fut signé par les ministres.",
            "Le traité avec l’Irak fut signé par les ministres."
        ),
        ["name: Iran → Irak"]
    );
    assert_eq!(
        french_facts(
            "Alors il monta avec Jean sur la montagne.",
            "Alors il monta avec lui sur la montagne."
        ),
        ["name: Jean → "]
    );
    let same = [
        (
            "Les accords avec la Russie furent signés.",
            "Les accords russes furent signés.",
        ),
        (
            "Il vit les Etats-Unis de loin hier.",
            "Il vit les États-Unis de loin hier.",
        ),
        // A capital that the other uses for a common word.
        ("Ils dirent au Roi de venir.", "Ils dirent au roi de venir."),
        // An acronym that one side adds.
        (
            "La sécurité de l’information importe.",
            "La sécurité de l’information (SII) importe.",
        ),
    ];
    for (a, b) in same {
        assert_eq!(french_facts(a, b), Vec::<String>::new(), "{a}");
    }
}

#[test]
fn negations() {
    assert_eq!(
        french_facts(
            "Il ne viendra pas demain matin.",
            "Il viendra demain matin."
        ),
        ["negation: ne pas → "]
    );
    assert_eq!(
        french_facts(
            "Il partit sans argent pour la ville.",
            "Il partit avec argent pour la ville."
        ),
        ["negation: sans → avec"]
    );
    let same = [
        ("Il n’a point mangé de pain.", "Il n’a pas mangé de pain."),
        ("Je ne sais où il demeure.", "Je ne sais pas où il demeure."),
        ("Il ne mange que du pain.", "Il mange seulement du pain."),
        (
            "Il ne viendra pas aussi demain.",
            "Il ne viendra pas non plus demain.",
        ),
        (
            "Le principe de non-ingérence importe.",
            "Le principe de non ingérence importe.",
        ),
    ];
    for (a, b) in same {
        assert_eq!(french_facts(a, b), Vec::<String>::new(), "{a}");
    }
    assert_eq!(
        facts(
            Language::ENGLISH,
            "They will not accept the plan of the king.",
            "They will accept the plan of the king."
        ),
        ["negation: not → "]
    );
}

#[test]
fn names_that_only_open_sentences() {
    for (a, b, fact) in [
        (
            "Poutine a proposé un accord aux ministres.",
            "Macron a proposé un accord aux ministres.",
            "name: Poutine → Macron",
        ),
        (
            "Poutine propose un accord aux ministres.",
            "Il propose un accord aux ministres.",
            "name: Poutine → ",
        ),
        (
            "Londres hésite encore à signer le traité.",
            "Madrid hésite encore à signer le traité.",
            "name: Londres → Madrid",
        ),
        (
            "Hier encore, le ministre Dupont parlait au roi.",
            "Poutine parlait au roi hier encore.",
            "name: Dupont → Poutine",
        ),
    ] {
        assert_eq!(french_facts(a, b), [fact], "{a}");
    }
    // Ordinary words in their place.
    alike(
        Language::FRENCH,
        &[
            (
                "Rétablir la confiance entre les pays prendra du temps.",
                "Restaurer la confiance entre les pays prendra du temps.",
            ),
            (
                "Prévenir Moscou est le devoir du ministre.",
                "Avertir Moscou est le devoir du ministre.",
            ),
            (
                "Tais-toi et sors de la maison du roi.",
                "Va-t’en et sors de la maison du roi.",
            ),
        ],
    );
}

#[test]
fn acronyms_are_no_other_names() {
    alike(
        Language::FRENCH,
        &[(
            "Les États-Unis ont quitté le traité de paix.",
            "Les USA ont quitté le traité de paix.",
        )],
    );
    alike(
        Language::ENGLISH,
        &[(
            "The United States left the treaty.",
            "The US left the treaty.",
        )],
    );
    assert_eq!(
        french_facts(
            "Alors les USA ont quitté le traité.",
            "Alors l’OTAN a quitté le traité."
        ),
        ["name: USA → OTAN"]
    );
}

#[test]
fn a_negation_is_none_for_another_verb() {
    assert_eq!(
        french_facts(
            "Le président ne viendra pas à Paris, mais il parlera aux journalistes.",
            "Le président viendra à Paris, mais il ne parlera pas aux journalistes."
        ),
        ["negation: ne pas → ", "negation:  → ne pas"]
    );
    assert_eq!(
        facts(
            Language::ENGLISH,
            "The king will not come to town, but he will speak to the people.",
            "The king will come to town, but he will not speak to the people."
        ),
        ["negation: not → ", "negation:  → not"]
    );
    assert_eq!(
        french_facts(
            "Personne n’a vu le voleur hier.",
            "Une personne a vu le voleur hier."
        ),
        ["negation: Personne n’ → "]
    );
    alike(
        Language::FRENCH,
        &[
            (
                "Nous qui marchons, non selon la chair, mais selon l’esprit.",
                "Nous qui ne marchons pas selon la chair, mais selon l’esprit.",
            ),
            (
                "Ils sont partis sans payer leur repas.",
                "Ils sont partis et n’ont pas payé leur repas.",
            ),
            (
                "Il est impossible de signer cet accord.",
                "On ne peut pas signer cet accord.",
            ),
            (
                "Je ne manquerai pas de revenir vers toi.",
                "Je reviendrai certainement vers toi.",
            ),
        ],
    );
}

#[test]
fn portuguese() {
    let pt = Language::from_code("pt").unwrap();
    alike(
        pt,
        &[
            (
                "O rei mandou vinte e três homens à cidade no dia 25 de abril de 1974.",
                "O rei mandou 23 homens à cidade em 25/04/1974.",
            ),
            (
                "A cidade gastou três milhões e meio de euros com os pobres.",
                "A cidade gastou 3,5 milhões de euros com os pobres.",
            ),
            (
                "Na terça-feira o povo viu mil novecentos e quarenta e cinco soldados.",
                "O povo viu 1945 soldados na terça-feira.",
            ),
            (
                "O ministro não disse nada a ninguém na cidade.",
                "O ministro nada disse a ninguém na cidade.",
            ),
            (
                "Não só o rei veio à cidade, mas também a rainha.",
                "Também a rainha veio à cidade, com o rei.",
            ),
        ],
    );
    for (a, b, fact) in [
        (
            "O ministro não quis falar com o povo da cidade.",
            "O ministro quis falar com o povo da cidade.",
            "negation: não → ",
        ),
        (
            "O rei chegou à cidade na quinta-feira de manhã.",
            "O rei chegou à cidade na sexta-feira de manhã.",
            "date: quinta-feira → sexta-feira",
        ),
        (
            "O povo contou dezesseis navios no porto da cidade.",
            "O povo contou dezoito navios no porto da cidade.",
            "number: dezesseis → dezoito",
        ),
        (
            "O tratado com o Peru foi assinado pelos ministros.",
            "O tratado com o Chile foi assinado pelos ministros.",
            "name: Peru → Chile",
        ),
    ] {
        assert_eq!(facts(pt, a, b), [fact], "{a} / {b}");
    }
}

/// The day of the week that a date is leaves the date out; another contradicts it.
#[test]
fn a_date_is_compared_with_its_weekday() {
    let date = "La réunion a eu lieu le 14 mars 2024 à Paris.";
    for (day, told) in [
        ("jeudi", "date: 14 mars 2024 → "),
        ("mardi", "date: 14 mars 2024 → mardi"),
    ] {
        let other = format!("La réunion a eu lieu {day} à Paris.");
        assert_eq!(french_facts(date, &other), [told]);
    }
}
