//! Facts of old print, whose long s was read as f.

use enregard::witness::Language;

use super::facts;

fn french(a: &str, b: &str) -> Vec<String> {
    facts(Language::FRENCH, a, b)
}

#[test]
fn a_misread_long_s_loses_no_negation_and_no_number() {
    for (old, today) in [
        (
            "Il eftoit fans argent & fans amis.",
            "Il était sans argent et sans amis.",
        ),
        (
            "Il y avoit fix vaiffeaux & foixante chevaux.",
            "Il y avait six vaisseaux et soixante chevaux.",
        ),
        (
            "Perfonne ne l’avoit veu; perfonne ne l’a fceu.",
            "Personne ne l’avait vu ; personne ne l’a su.",
        ),
    ] {
        assert_eq!(french(old, today), [""; 0], "{old}");
        assert_eq!(french(today, old), [""; 0], "{old}");
    }
}

#[test]
fn a_name_is_the_same_in_old_print() {
    let old = "Ainfi difoit l’Efcriture à Jofeph, qui eftoit là.";
    let today = "Ainsi disait l’Écriture à Joseph, qui était là.";
    assert_eq!(french(old, today), [""; 0]);
}

#[test]
fn what_differs_in_old_print_is_told() {
    let old = "Ils eftoient fix hommes fans chef.";
    let found = french(old, "Ils étaient sept hommes avec un chef.");
    assert!(
        found.contains(&"number: fix → sept".to_owned()),
        "{found:?}"
    );
    assert!(found.contains(&"negation: fans → ".to_owned()), "{found:?}");
}
