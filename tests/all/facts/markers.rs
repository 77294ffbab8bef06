//! What numbers an item, a paragraph or a heading is no number that the text tells.

use enregard::witness::Language;

use super::{alike, facts};

#[test]
fn a_marker_is_no_number() {
    alike(
        Language::ENGLISH,
        &[
            (
                "1. Bring the horses.\n2. Feed the dogs.\n",
                "– Bring the horses.\n– Feed the dogs.\n",
            ),
            (
                "1) Bring the horses.\n2) Feed the dogs.\n",
                "a) Bring the horses.\nb) Feed the dogs.\n",
            ),
            (
                "3. Bring the horses.\n4. Feed the dogs.\n",
                "1. Bring the horses.\n2. Feed the dogs.\n",
            ),
            (
                "Article 4. Bring the horses.\n",
                "Article 6. Bring the horses.\n",
            ),
            (
                "4 Freedom of speech\nEvery man may speak.\n",
                "Freedom of speech\nEvery man may speak.\n",
            ),
        ],
    );
    alike(
        Language::FRENCH,
        &[
            (
                "1. amener les chevaux ;\n2. nourrir les chiens.\n",
                "– amener les chevaux ;\n– nourrir les chiens.\n",
            ),
            (
                "1° Amenez les chevaux.\n2° Nourrissez les chiens.\n",
                "a) Amenez les chevaux.\nb) Nourrissez les chiens.\n",
            ),
            (
                "3.1 OBJET\nLa licence est libre.\n",
                "OBJET\nLa licence est libre.\n",
            ),
        ],
    );
    // Where a point makes an ordinal, the next of the list tells.
    alike(
        Language::GERMAN,
        &[(
            "1. Bringt die Pferde.\n2. Füttert die Hunde.\n",
            "– Bringt die Pferde.\n– Füttert die Hunde.\n",
        )],
    );
}

#[test]
fn what_counts_at_the_head_is_a_number() {
    for (language, a, b) in [
        (
            Language::ENGLISH,
            "12 men came to the yard.",
            "14 men came to the yard.",
        ),
        (
            Language::ENGLISH,
            "7 Wonders were seen.",
            "9 Wonders were seen.",
        ),
        (
            Language::ENGLISH,
            "2. He must pay 30 dollars.",
            "3. He must pay 40 dollars.",
        ),
        (
            Language::ENGLISH,
            "Article 4 of the law is old.",
            "Article 6 of the law is old.",
        ),
        (
            Language::GERMAN,
            "2. Platz für Anna im Lauf.",
            "3. Platz für Anna im Lauf.",
        ),
        (
            Language::GERMAN,
            "Artikel 4 gilt für alle.",
            "Artikel 5 gilt für alle.",
        ),
    ] {
        let found = facts(language, a, b);
        assert_eq!(found.len(), 1, "{a} / {b}: {found:?}");
        assert!(
            found[0].starts_with("number: ") && !found[0].ends_with(' '),
            "{found:?}"
        );
    }
}

#[test]
fn a_date_that_is_told_in_part_is_left_out_and_no_other() {
    for (a, b, told) in [
        (
            "The storm of 25 October 1810 was great.",
            "The storm of 1810 was great.",
            "date: 25 October → ",
        ),
        (
            "The storm of 25 October 1810 was great.",
            "The storm of October 1810 was great.",
            "date: 25 → ",
        ),
        (
            "The storm of 25 October 1810 was great.",
            "The storm of 1811 was great.",
            "date: 25 October 1810 → 1811",
        ),
    ] {
        assert_eq!(facts(Language::ENGLISH, a, b), [told], "{a} / {b}");
    }
}
