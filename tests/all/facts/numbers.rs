//! Numbers and dates.

use enregard::witness::Language;

use super::{alike, facts, french_facts};

#[test]
fn numbers_are_compared_by_value() {
    let same = [
        (
            "Il a vendu 1 500 moutons à la foire.",
            "Il a vendu mille cinq cents moutons à la foire.",
        ),
        (
            "Il a vécu quatre-vingt-dix-sept ans au pays.",
            "Il a vécu 97 ans au pays.",
        ),
        (
            "Il y avait vingt et un soldats devant la porte.",
            "Il y avait 21 soldats devant la porte.",
        ),
        (
            "Louis XIV régna longtemps sur la France.",
            "Louis 14 régna longtemps sur la France.",
        ),
        (
            "Adam vécut neuf cent trente ans, puis il mourut.",
            "Adam vécut 930 ans, puis il mourut.",
        ),
        (
            "La ville donna un million aux pauvres gens.",
            "La ville donna 1 000 000 aux pauvres gens.",
        ),
        (
            "Il portait un habit neuf pour la fête.",
            "Il portait un habit nouveau pour la fête.",
        ),
        (
            "À la troisième heure ils le virent venir.",
            "À trois heures ils le virent venir.",
        ),
    ];
    for (a, b) in same {
        assert_eq!(french_facts(a, b), Vec::<String>::new(), "{a}");
    }
    assert_eq!(
        french_facts(
            "Il a vendu vingt-cinq moutons à la foire.",
            "Il a vendu 30 moutons à la foire."
        ),
        ["number: vingt-cinq → 30"]
    );
    assert_eq!(
        french_facts(
            "Les douze disciples mangeaient du pain.",
            "Les disciples mangeaient du pain."
        ),
        ["number: douze → "]
    );
}

#[test]
fn dates() {
    let a = "L’accord fut signé à Moscou le 25 mai 1972.";
    assert_eq!(
        french_facts(a, "L’accord fut signé à Moscou le 26 mai 1972."),
        ["date: 25 mai 1972 → 26 mai 1972"]
    );
    assert_eq!(
        french_facts(a, "Le 25 mai 1972, à Moscou, fut signé l’accord."),
        Vec::<String>::new()
    );
    assert_eq!(
        french_facts(
            "Le train partit lundi matin de la grande gare.",
            "Le train partit mardi matin de la grande gare."
        ),
        ["date: lundi → mardi"]
    );
    assert_eq!(
        facts(
            Language::ENGLISH,
            "The treaty was signed on May 25, 1972 in Moscow.",
            "The treaty was signed on 25 June 1972 in Moscow."
        ),
        ["date: May 25 1972 → 25 June 1972"]
    );
}

#[test]
fn one_date_is_written_in_many_ways() {
    let french = [
        "le 1er mai 2020",
        "le premier mai 2020",
        "le 1/5/2020",
        "le 01.05.2020",
        "le 2020-05-01",
    ];
    let english = [
        "on 25 May 2020",
        "on May 25, 2020",
        "on the 25th of May, 2020",
        "on 25/05/2020",
        "on 05/25/2020",
    ];
    let spanish = [
        "el 1 de mayo de 2020",
        "el primero de mayo de 2020",
        "el 01/05/2020",
    ];
    for (language, dates, text) in [
        (
            Language::FRENCH,
            &french[..],
            "Le traité fut signé à la cour du roi {}.",
        ),
        (
            Language::ENGLISH,
            &english,
            "The treaty was signed at the court of the king {}.",
        ),
        (
            Language::SPANISH,
            &spanish,
            "El tratado fue firmado en la corte del rey {}.",
        ),
    ] {
        for date in dates {
            let (a, b) = (text.replace("{}", dates[0]), text.replace("{}", date));
            alike(language, &[(&a, &b)]);
        }
    }
    // The order of day and month is open in English alone.
    let texts = [
        "The court met on 12/03/2020 in the town.",
        "The court met on 3 December 2020 in the town.",
    ];
    alike(Language::ENGLISH, &[(texts[0], texts[1])]);
    assert_eq!(
        french_facts(
            "La cour se réunit le 12/03/2020 dans la ville.",
            "La cour se réunit le 3 décembre 2020 dans la ville."
        ),
        ["date: 12/03/2020 → 3 décembre 2020"]
    );
    assert_eq!(
        french_facts(
            "Le roi vint le 1er mai à la ville.",
            "Le roi vint le 2 mai à la ville."
        ),
        ["date: 1er mai → 2 mai"]
    );
}

#[test]
fn one_number_is_written_in_many_ways() {
    for (language, numbers, text) in [
        (
            Language::FRENCH,
            &[
                "un million et demi",
                "1,5 million",
                "1 500 000",
                "1.500.000",
                "un million cinq cent mille",
            ][..],
            "La ville dépensa {} de francs pour ses pauvres.",
        ),
        (
            Language::FRENCH,
            &["vingt pour cent", "20 %", "20%", "20 pour cent"],
            "Les électeurs de la ville furent {} à venir voter.",
        ),
        (
            Language::FRENCH,
            &[
                "au XXIe siècle",
                "au 21e siècle",
                "au vingt et unième siècle",
                "au XXIᵉ siècle",
            ],
            "Les hommes vivront mieux {} que nous ne vivons.",
        ),
        (
            Language::FRENCH,
            &[
                "à 15 h 30",
                "à 15h30",
                "à 15:30",
                "à 15 heures 30",
                "à quinze heures trente",
            ],
            "Les ministres se virent {} dans la grande salle.",
        ),
        (
            Language::FRENCH,
            &["dix-sept", "17"],
            "Le berger avait {} moutons dans la montagne.",
        ),
        (
            Language::FRENCH,
            &["1 homme", "un homme"],
            "Le roi vit {} devant la porte de sa maison.",
        ),
        (
            Language::ENGLISH,
            &[
                "1.5 million",
                "one and a half million",
                "a million and a half",
                "1,500,000",
            ],
            "The town spent {} pounds on the poor that year.",
        ),
        (
            Language::ENGLISH,
            &["half a million", "500,000", "0.5 million"],
            "The town spent {} pounds on the poor that year.",
        ),
        (
            Language::ENGLISH,
            &["10,000", "10000", "ten thousand"],
            "The town spent {} pounds on the poor that year.",
        ),
        (
            Language::ENGLISH,
            &["20%", "20 percent", "twenty per cent"],
            "The tax on bread rose by {} in that year.",
        ),
        (
            Language::ENGLISH,
            &["3 p.m.", "3pm", "15:00", "3:00 pm"],
            "The ministers met at {} in the great hall.",
        ),
        (
            Language::ENGLISH,
            &["the twenty-first", "the 21st"],
            "People will live better in {} century than before.",
        ),
    ] {
        for number in numbers {
            let (a, b) = (text.replace("{}", numbers[0]), text.replace("{}", number));
            alike(language, &[(&a, &b)]);
        }
    }
}

#[test]
fn other_numbers_are_told() {
    for (a, b, fact) in [
        (
            "un million et demi",
            "un million",
            "number: un million et demi → un million",
        ),
        (
            "1,5 million",
            "1,5 milliard",
            "number: 1,5 million → 1,5 milliard",
        ),
        (
            "vingt pour cent",
            "trente pour cent",
            "number: vingt pour cent → trente pour cent",
        ),
        (
            "le XXIe siècle",
            "le XXe siècle",
            "number: XXIe siècle → XXe siècle",
        ),
        (
            "le troisième jour",
            "le quatrième jour",
            "number: troisième jour → quatrième jour",
        ),
        ("15 h 30", "15 h 45", "number: 15 h 30 → 15 h 45"),
        ("dix-sept", "dix-huit", "number: dix-sept → dix-huit"),
        (
            "second livre",
            "troisième livre",
            "number: second livre → troisième livre",
        ),
        (
            "soixante et cent francs",
            "soixante francs",
            "number: cent francs → ",
        ),
    ] {
        let text = |part| format!("Les gens de la ville parlèrent de {part} sur la place.");
        assert_eq!(french_facts(&text(a), &text(b)), [fact]);
    }
}

#[test]
fn what_is_counted_and_parts_of_an_amount_are_told_for_themselves() {
    for (a, b, told) in [
        (
            "Il paya 10 francs au marchand.",
            "Il paya 10 au marchand.",
            &["number: francs → "][..],
        ),
        // The parts are told where the other text has one of them.
        (
            "Il a vécu 2 ans et 3 mois avec 4 amis.",
            "Il a vécu 5 ans avec 4 amis.",
            &["number: 2 ans et 3 mois → 5 ans"],
        ),
    ] {
        assert_eq!(french_facts(a, b), told, "{a}");
    }
}
