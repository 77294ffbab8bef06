//! Facts in Dutch.

use enregard::witness::Language;

use super::{alike, facts};

fn dutch() -> Language {
    Language::from_code("nl").unwrap()
}

#[test]
fn numbers_in_words_and_in_figures() {
    alike(
        dutch(),
        &[
            (
                "Adam leefde negenhonderddertig jaar en stierf.",
                "Adam leefde 930 jaar en stierf.",
            ),
            (
                "Er kwamen vijfentwintig mannen naar de stad.",
                "Er kwamen 25 mannen naar de stad.",
            ),
            (
                "Er kwamen tweeëntwintigduizend soldaten naar de stad.",
                "Er kwamen 22.000 soldaten naar de stad.",
            ),
            (
                "Hij leefde honderd en vijf jaren in het land.",
                "Hij leefde 105 jaar in het land.",
            ),
            (
                "Dat was in negentienhonderdvijfenveertig in Rotterdam.",
                "Dat was in 1945 in Rotterdam.",
            ),
            (
                "De stad kreeg anderhalve euro en twee miljoen stenen.",
                "De stad kreeg anderhalve euro en 2.000.000 stenen.",
            ),
            (
                "Op de twintigste dag kwam de honderdste bode.",
                "Op de 20ste dag kwam de 100e bode.",
            ),
            (
                "Het is vijftig procent van de oogst.",
                "Het is 50 % van de oogst.",
            ),
        ],
    );
    assert_eq!(
        facts(
            dutch(),
            "Er kwamen tweehonderdvijftig mannen naar de stad.",
            "Er kwamen 240 mannen naar de stad."
        ),
        ["number: tweehonderdvijftig → 240"]
    );
}

#[test]
fn dates() {
    alike(
        dutch(),
        &[
            (
                "Het verdrag werd op 25 mei 1972 in Den Haag getekend.",
                "Het verdrag werd op 25-05-1972 in Den Haag getekend.",
            ),
            (
                "De zitting begon om 15.30 uur in de grote zaal.",
                "De zitting begon om 15.30 uur in de grote zaal.",
            ),
        ],
    );
    assert_eq!(
        facts(
            dutch(),
            "Het verdrag werd op 25 mei 1972 getekend.",
            "Het verdrag werd op 26 mei 1972 getekend."
        )
        .len(),
        1
    );
}

#[test]
fn negations() {
    for (a, b) in [
        (
            "Hij heeft het boek niet gelezen.",
            "Hij heeft het boek gelezen.",
        ),
        (
            "Wij hebben geen brood in huis.",
            "Wij hebben brood in huis.",
        ),
        ("Nooit zag zij de zee weer.", "Zij zag de zee weer."),
    ] {
        let found = facts(dutch(), a, b);
        assert_eq!(found.len(), 1, "{a} {found:?}");
        assert!(found[0].starts_with("negation"), "{found:?}");
    }
    alike(
        dutch(),
        &[
            (
                "Niemand heeft de man in de stad gezien.",
                "Geen mens heeft de man in de stad gezien.",
            ),
            (
                "Niet alleen de koning maar ook het volk kwam.",
                "De koning en ook het volk kwam.",
            ),
        ],
    );
}
