//! Signs that mean something are compared as words.

use enregard::witness::Level;

use super::compared;

/// The changes of two sentences, as tables have them.
fn changes(a: &str, b: &str) -> Vec<String> {
    let table = compared(a, b, Level::Sentence);
    table.changes().map(|change| change.to_string()).collect()
}

#[test]
fn another_sign_is_another_word() {
    for (a, b, expected) in [
        (
            "Le livre coûte 10 € en ville.",
            "Le livre coûte 10 $ en ville.",
            "€ → $",
        ),
        ("Il paie 10€ ici.", "Il paie 10$ ici.", "€ → $"),
        ("Il paie $10 ici.", "Il paie €10 ici.", "$ → €"),
        ("Le taux vaut 5 % ici.", "Le taux vaut 5 ‰ ici.", "% → ‰"),
        ("La dose est < 5 mg.", "La dose est > 5 mg.", "< → >"),
        ("On a x = y.", "On a x ≠ y.", "= → ≠"),
        ("Case cochée : ✓ oui.", "Case cochée : ✗ oui.", "✓ → ✗"),
        ("La somme A + B suffit.", "La somme A − B suffit.", "+ → −"),
        ("Il fait -12 degrés.", "Il fait 12 degrés.", "-12 → 12"),
        ("Voir § 4 du code.", "Voir ¶ 4 du code.", "§ → ¶"),
        ("Le mot ♂ est noté.", "Le mot ♀ est noté.", "♂ → ♀"),
        ("Sonate en do ♯ majeur.", "Sonate en do ♭ majeur.", "♯ → ♭"),
        (
            "Note : ★★★☆☆ pour ce plat.",
            "Note : ★★★★★ pour ce plat.",
            "☆☆ → ★★",
        ),
        ("Bravo 👍🏽 à tous.", "Bravo 👍🏿 à tous.", "👍🏽 → 👍🏿"),
        ("La famille 👨‍👩‍👧 arrive.", "La famille 👨‍👩‍👦 arrive.", "👨‍👩‍👧 → 👨‍👩‍👦"),
        ("Drapeau 🇫🇷🇩🇪 levé.", "Drapeau 🇫🇷🇮🇹 levé.", "🇩🇪 → 🇮🇹"),
        (
            "Une surface de 10 m² ici.",
            "Une surface de 10 m³ ici.",
            "m² → m³",
        ),
        ("Il en prit ½ tasse.", "Il en prit ¼ tasse.", "½ → ¼"),
        (
            "Les prix montent de 5 % par an.",
            "Les prix montent de 5 par an.",
            "− %",
        ),
    ] {
        assert_eq!(changes(a, b), [expected], "{a}");
        let table = compared(a, b, Level::Sentence);
        assert!(table.rows[0].similarity < Some(1.0), "{a}");
    }
}

#[test]
fn lowered_figures_are_print() {
    let table = compared(
        "De l’H₂O et du CO₂.",
        "De l’H2O et du CO2.",
        Level::Sentence,
    );
    assert_eq!(table.rows[0].similarity, Some(1.0));
    assert!(table.facts.is_empty());
    assert_eq!(changes("De l’H₂O pure.", "De l’H₃O pure.")[0], "H₂O → H₃O");
}

#[test]
fn what_is_a_mark_elsewhere_is_a_sign_beside_letters_and_figures() {
    for (a, b, expected) in [
        ("Gardez un pH<7 ici.", "Gardez un pH>7 ici.", "< → >"),
        ("Il faut a<=b ici.", "Il faut a>=b ici.", "< → >"),
        ("Il faut 10^3 pas.", "Il faut 10^-3 pas.", "3 → -3"),
        ("On a y = -x ici.", "On a y = x ici.", "− -"),
        ("Il eut un B+ hier.", "Il eut un B- hier.", "+ → -"),
        ("À 48° 51′ au nord.", "À 48° 51″ au nord.", "′ → ″"),
        ("当x>y时成立。", "当x<y时成立。", "> → <"),
    ] {
        assert_eq!(changes(a, b), [expected], "{a}");
    }
    for (a, b) in [
        ("- Oui, dit-il.", "— Oui, dit-il."),
        ("Il l'a dit 'ici'.", "Il l’a dit « ici »."),
        ("Voir <1> et (là).", "Voir [1] et (là)."),
    ] {
        let table = compared(a, b, Level::Sentence);
        assert_eq!(table.rows[0].similarity, Some(1.0), "{a}");
    }
}
