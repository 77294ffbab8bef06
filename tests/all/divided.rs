//! Words that the end of a line divides: no difference, on whichever side they are, and shown whole.

use std::fs;

use serde_json::Value;

use crate::enregard;

/// What differs between two texts in more than typography, whichever comes first.
fn differences(language: &str, a: &str, b: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [("a.txt", a), ("b.txt", b)].map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("it can be written");
        path
    });
    let mut found = Vec::new();
    for order in [[0, 1], [1, 0]] {
        let output = enregard()
            .args(["--no-settings", "--thesaurus", "none", "--format", "json"])
            .args(["--lang", language])
            .args(order.map(|n| &files[n]))
            .output()
            .expect("it runs");
        let table: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        for row in table["rows"].as_array().expect("a list") {
            let skips = |units: &Value, w: usize| {
                let units = units[w].as_array().expect("a list");
                let unit = |n: &Value| {
                    table["witnesses"][w]["units"][n.as_u64().expect("a number") as usize].clone()
                };
                !units.is_empty() && units.iter().all(|n| unit(n)["skip"] == "page")
            };
            let of_page = [0, 1].into_iter().any(|w| skips(&row["units"], w));
            assert!(row["kind"] == "bead" || of_page, "{row}");
            let links = row["links"].as_array().expect("a list");
            let differs =
                |link: &&Value| !matches!(link["class"].as_str(), Some("same" | "typographic"));
            found.extend(links.iter().filter(differs).map(Value::to_string));
        }
        found.extend(
            table["facts"]
                .as_array()
                .expect("a list")
                .iter()
                .map(Value::to_string),
        );
    }
    found
}

#[test]
fn a_word_divided_at_a_line_end_is_the_same_word() {
    for (language, a, b) in [
        (
            "fr",
            "Le gar-\nçon vou-\nlait man-\r\n  ger du rai¬\nsin et ja\u{ad}\nmais de l’ha‐\nricot. Il en a vingt-\ncinq dans sa mai-\nson, dit l’hom-\nme, puis-\nqu’il les ai-\nme.",
            "Le garçon voulait manger du raisin et jamais de l’haricot. Il en a vingt-cinq dans sa maison, dit l’homme, puisqu’il les aime.",
        ),
        (
            "fr",
            "Peut-\nêtre vint-il aujour-\nd’hui de là-\nbas, c’est-à-\ndire de Saint-\nMalo. MON-\nSIEUR dort.",
            "Peut-être vint-il aujourd’hui de là-bas, c’est-à-dire de Saint-Malo. MONSIEUR dort.",
        ),
        (
            "de",
            "Die Vor-\nund Nachteile der Bun-\ndesregierung sind be-\nkannt, sagt Müller-\nLüdenscheidt.",
            "Die Vor- und Nachteile der Bundesregierung sind bekannt, sagt Müller-Lüdenscheidt.",
        ),
        (
            "en",
            "The well-\nknown pro-\nfessor does-\nn’t know pre-\nand post-war his-\ntory.",
            "The well-known professor doesn’t know pre- and post-war history.",
        ),
        (
            "es",
            "El pre-\nsidente no ha-\nbló nun-\nca de eso.",
            "El presidente no habló nunca de eso.",
        ),
        (
            "it",
            "Il presi-\ndente del-\nl’isola par-\nlò dell’ac-\nqua.",
            "Il presidente dell’isola parlò dell’acqua.",
        ),
        (
            "pt",
            "O presi-\ndente disse-\nlhe que o guarda-\nchuva es-\ntava aqui.",
            "O presidente disse-lhe que o guarda-chuva estava aqui.",
        ),
        (
            "nl",
            "De voor-\nen nadelen van de rege-\nring zijn be-\nkend.",
            "De voor- en nadelen van de regering zijn bekend.",
        ),
        (
            "ru",
            "Прези-\nдент не гово-\nрил об этом.",
            "Президент не говорил об этом.",
        ),
    ] {
        let found = differences(language, a, b);
        assert!(found.is_empty(), "{language}: {found:#?}");
    }
}

#[test]
fn across_the_end_of_a_page_as_well() {
    let whole =
        "Il fut conduit devant le proviseur, et ne dit rien. Le soir venait, et le roi dormait.";
    for page in [
        "12",
        "— 12 —",
        "12\nMADAME BOVARY",
        "MADAME BOVARY 12",
        "\u{c}",
    ] {
        for gap in ["\n", "\n\n"] {
            let a = format!(
                "Il fut conduit devant le provi-{gap}{page}{gap}seur, et ne dit rien. Le soir venait, et le roi dormait."
            );
            let found = differences("fr", &a, whole);
            assert!(found.is_empty(), "{a}: {found:#?}");
        }
    }
}

#[test]
fn what_is_another_word_still_differs() {
    let found = differences("fr", "Il vit le mar-\nchand.", "Il vit le mar-\nquis.");
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn it_is_shown_whole_and_kept_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let (a, b) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
    fs::write(&a, "Le provi-\nseur mangea le rai-\nsin.\n").expect("it can be written");
    fs::write(&b, "Le professeur mangea le raisin.\n").expect("it can be written");
    let run = |args: &[&str]| {
        let output = enregard()
            .args(["--no-settings", "--thesaurus", "none", "--lang", "fr"])
            .args(args)
            .args([&a, &b])
            .output()
            .expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let shown = run(&["--color", "never", "--width", "120"]);
    assert!(
        shown.contains("Le ⌊proviseur⌋ mangea le raisin."),
        "{shown}"
    );
    let changes = run(&["--format", "csv"]);
    assert!(changes.contains("proviseur → professeur"), "{changes}");
    let json: Value = serde_json::from_str(&run(&["--format", "json"])).expect("JSON");
    assert_eq!(
        json["witnesses"][0]["text"],
        "Le provi-\nseur mangea le rai-\nsin.\n"
    );
}

#[test]
fn a_pronoun_behind_its_verb_keeps_its_hyphen_at_a_line_end() {
    let found = differences(
        "fr",
        "Que sais-\ntu, fit-\nelle. Pourquoi va-t-\nil là ? N’a-\nt-on rien lu ? Puis-\nje partir ? La sta-\ntue de la ver-\ntu est sub-\ntile.",
        "Que sais-tu, fit-elle. Pourquoi va-t-il là ? N’a-t-on rien lu ? Puis-je partir ? La statue de la vertu est subtile.",
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_short_second_half_behind_a_page_is_one_word_with_the_first() {
    for (language, a, b) in [
        (
            "fr",
            "Le soir vint. Ils mar-\n\n57\n\nchaient en silence. Puis rien.",
            "Le soir vint. Ils marchaient en silence. Puis rien.",
        ),
        (
            "de",
            "Der Abend kam. Sie sahen den Her-\n\n57\n\nzog im Garten. Dann nichts.",
            "Der Abend kam. Sie sahen den Herzog im Garten. Dann nichts.",
        ),
    ] {
        assert_eq!(differences(language, a, b), [""; 0]);
    }
}
