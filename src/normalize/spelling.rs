//! The fourth fold: ways of writing one word. Ligatures, hyphens, ordinals, the second spellings that a language has, in old
//! print its letters.

use super::composed::composed;
use super::numerals;
use crate::language::Profile;

/// The key of an accent key.
pub(super) fn fold(key: &str, profile: &Profile, is_old_print: bool) -> String {
    let rules = profile.rules();
    if key.bytes().all(|b| b.is_ascii_lowercase()) {
        // Most keys are plain words, which hold nothing of what follows but their letters.
        let key = match rules.old_print.filter(|_| is_old_print) {
            Some(print) => (print.fold)(key),
            None => key.to_owned(),
        };
        return respelled(key, profile);
    }
    let mut key = letters(key, profile);
    // In an inversion (peut-il) the hyphen joins two words; in a compound it joins two parts of one.
    if let Some((verb, pronoun)) = (rules.split_inversion)(&key) {
        return format!("{}-{pronoun}", fold(verb, profile, is_old_print));
    }
    joined(&mut key, profile);
    if let Some(ordinal) = numerals::ordinal(&key) {
        return ordinal;
    }
    if let Some(print) = rules.old_print.filter(|_| is_old_print) {
        key = (print.fold)(&key);
    }
    respelled(key, profile)
}

/// Takes out what joins or separates the parts of a compound: also between the keys of several tokens.
pub(super) fn joined(key: &mut String, profile: &Profile) {
    // The points of abbreviations: O.N.U. and ONU, Mme. and Mme.
    if key.contains('.')
        && key.contains(char::is_alphabetic)
        && !key.contains(|c: char| c.is_ascii_digit())
    {
        key.retain(|c| c != '.');
    }
    // A hyphen at an edge, or alone, is a mark.
    if key.bytes().any(|b| b == b'-') && key.chars().any(char::is_alphanumeric) {
        // That of a number is its minus.
        let minus = key.starts_with('-') && key[1..].starts_with(|c: char| c.is_ascii_digit());
        key.retain(|c| c != '-');
        if minus {
            key.insert(0, '-');
        }
    }
    // entr'ouvrir/entrouvrir; but the clitic keeps its own (l'), and English has he'll and hell.
    if profile.rules().apostrophe_joins && !key.ends_with('\'') && key.len() > 1 {
        key.retain(|c| c != '\'');
    }
    // What stood between two marks sorts them no more.
    *key = composed(std::mem::take(key));
}

fn letters(key: &str, profile: &Profile) -> String {
    if key.is_ascii() {
        return key.to_owned();
    }
    let spelled = &profile.spellings().letters;
    let mut out = String::with_capacity(key.len());
    for c in key.chars() {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            '°' if key == "n°" => out.push('o'),
            c => match spelled.iter().find(|(letter, _)| *letter == c) {
                Some((_, spelled)) => out.push_str(spelled),
                None => out.push(c),
            },
        }
    }
    out
}

/// The key that a key without hyphens shares with its second spelling.
fn respelled(key: String, profile: &Profile) -> String {
    // Fewest letters before an ending: `four`, `hours`, `wise` are no words with one.
    const BEFORE_ENDING: usize = 3;
    let spellings = profile.spellings();
    let first = key.chars().next();
    let beginnings = first.and_then(|letter| spellings.beginnings.get(&letter));
    let mut beginnings = beginnings.into_iter().flatten();
    let beginning = beginnings.find_map(|(from, to)| {
        let other = format!("{to}{}", key.strip_prefix(from)?);
        // A letter that stands three times is not written twice for once.
        (!other.starts_with(*from)).then_some(other)
    });
    let key = beginning.unwrap_or(key);
    if let Some(other) = listed(&key, profile) {
        return other;
    }
    if let Some(other) = (profile.rules().respelled)(&key) {
        return other;
    }
    let last = key.chars().next_back();
    let endings = last.and_then(|letter| spellings.endings.get(&letter));
    let mut endings = endings.into_iter().flatten();
    let ending = endings.find_map(|(from, to)| {
        let stem = key.strip_suffix(from)?;
        (stem.len() >= BEFORE_ENDING).then_some((stem, to))
    });
    match ending {
        Some((stem, to)) => format!("{stem}{to}"),
        None => key,
    }
}

/// The key of a listed word, or of its plural.
fn listed(key: &str, profile: &Profile) -> Option<String> {
    let words = &profile.spellings().words;
    if let Some(to) = words.get(key) {
        return Some((*to).to_owned());
    }
    let to = words.get(key.strip_suffix('s')?)?;
    Some(format!("{to}s"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;

    fn fr(key: &str) -> String {
        fold(key, Profile::of(Language::FRENCH), false)
    }

    #[test]
    fn marks_stay_in_order() {
        let key = fr("a\u{1e08f}'\u{1e8d0}");
        assert_eq!(key, "a\u{1e8d0}\u{1e08f}");
        assert_eq!(fr(&key), key);
    }

    #[test]
    fn a_letter_three_times_is_folded_once_and_for_all() {
        let pt = |key: &str| fold(key, Profile::of(Language::literal("pt")), false);
        assert_eq!(pt("neossocial"), pt("neosocial"));
        for key in ["neosss", "neossss"] {
            assert_eq!(pt(&pt(key)), pt(key));
        }
    }

    #[test]
    fn one_word_several_spellings() {
        for (a, b) in [
            ("cœur", "coeur"),
            ("ex æquo", "ex aequo"),
            ("week-end", "weekend"),
            ("non-ingerence", "noningerence"),
            ("vingt-et-un", "vingtetun"),
            ("xixᵉ", "19e"),
            ("19eme", "19e"),
            ("entr'ouvrir", "entrouvrir"),
            ("clefs", "cles"),
            ("ognons", "oignons"),
            ("n°", "no"),
        ] {
            assert_eq!(fr(a), fr(b), "{a} {b}");
        }
    }

    #[test]
    fn modern_words_that_old_print_would_unite() {
        for (a, b) in [
            ("font", "sont"),
            ("fait", "sait"),
            ("soit", "sait"),
            ("donnez", "donnes"),
        ] {
            assert_ne!(fr(a), fr(b), "{a} {b}");
        }
    }

    #[test]
    fn inversions_stay_two_words() {
        assert_ne!(fr("peut-il"), "peutil");
        assert_eq!(fr("a-t-il"), "a-il");
        assert_eq!(fr("l'"), "l'");
        assert_eq!(fr("-"), "-");
    }

    #[test]
    fn english_contractions_keep_their_apostrophe() {
        let en = |w| fold(w, Profile::of(Language::ENGLISH), false);
        assert_ne!(en("he'll"), en("hell"));
        assert_eq!(en("to-day"), en("today"));
        assert_eq!(en("ploughshares"), en("plowshares"));
    }

    #[test]
    fn german_umlauts() {
        let de = |w| fold(w, Profile::of(Language::GERMAN), false);
        assert_eq!(de("straße"), de("strasse"));
        assert_eq!(de("schön"), de("schoen"));
        assert_ne!(de("schön"), de("schon"));
    }

    #[test]
    fn english_variants() {
        let en = |w: &str| fold(w, Profile::of(Language::ENGLISH), false);
        for (a, b) in [
            ("colour", "color"),
            ("colourise", "colorize"),
            ("neighbourhood", "neighborhood"),
            ("unfavourably", "unfavorably"),
            ("favourites", "favorites"),
            ("labourers", "laborers"),
            ("saviour", "savior"),
            ("organisations", "organizations"),
            ("organisers", "organizers"),
            ("recognisable", "recognizable"),
            ("analysing", "analyzing"),
            ("centres", "centers"),
            ("kilometres", "kilometers"),
            ("sepulchre", "sepulcher"),
            ("defenceless", "defenseless"),
            ("practised", "practiced"),
            ("travelled", "traveled"),
            ("counsellors", "counselors"),
            ("marvellous", "marvelous"),
            ("medallist", "medalist"),
            ("quarrelling", "quarreling"),
            ("worshipped", "worshiped"),
            ("fulfils", "fulfills"),
            ("anaesthetised", "anesthetized"),
            ("archaeologists", "archeologists"),
            ("mediaeval", "medieval"),
            ("haemorrhage", "hemorrhage"),
            ("manoeuvres", "maneuvers"),
            ("ploughshares", "plowshares"),
            ("mouldy", "moldy"),
            ("enquiries", "inquiries"),
            ("sceptical", "skeptical"),
            ("grey", "gray"),
            ("programmes", "programs"),
            ("musick", "music"),
        ] {
            assert_eq!(en(a), en(b), "{a} {b}");
        }
        for (a, b) in [
            ("four", "for"),
            ("prise", "prize"),
            ("tyre", "tire"),
            ("storey", "story"),
            ("hours", "hors"),
            ("tour", "tor"),
            ("vice", "vise"),
            ("advice", "advise"),
            ("device", "devise"),
            ("called", "caled"),
            ("excelled", "exceled"),
            ("caesar", "cesar"),
            ("daemon", "demon"),
            ("wholly", "holy"),
            ("programmer", "programer"),
            ("kerb", "curb"),
            ("draught", "draft"),
            ("ensure", "insure"),
            ("analyses", "analyzes"),
        ] {
            assert_ne!(en(a), en(b), "{a} {b}");
        }
    }

    /// What a table leads to no table leads away from, so that a key is its own key.
    #[test]
    fn english_tables_lead_to_keys() {
        let spellings = Profile::of(Language::ENGLISH).spellings();
        let en = |w: &str| fold(w, Profile::of(Language::ENGLISH), false);
        for (from, to) in &spellings.words {
            for ending in ["", "s"] {
                let (from, to) = (format!("{from}{ending}"), format!("{to}{ending}"));
                assert_eq!(en(&from), en(&to), "{from}");
                assert_eq!(en(&en(&from)), en(&from), "{from}");
            }
        }
        for (from, to) in spellings.beginnings.values().flatten() {
            for ending in ["", "s", "y", "ise", "ed", "ing", "ourise", "ist"] {
                let (from, to) = (format!("{from}{ending}"), format!("{to}{ending}"));
                assert_eq!(en(&from), en(&to), "{from}");
                assert_eq!(en(&en(&from)), en(&from), "{from}");
            }
        }
    }

    /// In every language; what its endings and beginnings do is tried with a word of them.
    #[test]
    fn tables_lead_to_keys() {
        for profile in Profile::all() {
            let key = |w: &str| fold(w, profile, false);
            let spellings = profile.spellings();
            let words = spellings
                .words
                .iter()
                .map(|(a, b)| (a.to_string(), b.to_string()));
            let beginnings = spellings.beginnings.values().flatten();
            let beginnings = beginnings.map(|(a, b)| (format!("{a}ami"), format!("{b}ami")));
            let endings = spellings.endings.values().flatten();
            let endings = endings.map(|(a, b)| (format!("verm{a}"), format!("verm{b}")));
            for (from, to) in words.chain(beginnings).chain(endings) {
                assert_eq!(key(&from), key(&to), "{}: {from}", profile.language());
                assert_eq!(
                    key(&key(&from)),
                    key(&from),
                    "{}: {from}",
                    profile.language()
                );
            }
        }
    }

    #[test]
    fn reforms() {
        for (language, pairs) in [
            (
                "fr",
                "assoir asseoir,joye joie,estes etes,roy roi,sauroit saurait,auroient auraient,sentimens sentiments",
            ),
            (
                "de",
                "daß dass,rauh rau,stengel stängel,photos fotos,theil teil,reichthum reichtum,regiren regieren",
            ),
            (
                "es",
                "obscuro oscuro,septiembre setiembre,substancia sustancia,muger mujer",
            ),
            (
                "it",
                "obbiettivo obiettivo,eguale uguale,provincie province",
            ),
            ("pt", "acção ação,facto fato"),
            ("nl", "mensch mens,aktie actie"),
            ("en", "gaol jail,colour color"),
        ] {
            let profile = Profile::of(Language::literal(language));
            let key = |w: &str| fold(&crate::normalize::accent::fold(w, profile), profile, false);
            for pair in pairs.split(',') {
                let words = pair.split_once(' ').map(|(a, b)| (key(a), key(b)));
                assert!(words.is_some_and(|(a, b)| a == b), "{language}: {pair}");
            }
        }
        for (a, b) in [
            ("exploit", "exploait"),
            ("droit", "drait"),
            ("endroit", "endrait"),
            ("soit", "sait"),
        ] {
            assert_ne!(fr(a), fr(b), "{a} {b}");
        }
    }
}
