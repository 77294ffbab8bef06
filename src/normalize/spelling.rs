//! The fourth fold: ways of writing one word. Ligatures, hyphens, the rectifications of 1990, ordinals, in English the
//! spellings of the two shores, in old print its letters.

use super::clitics::split_inversion;
use super::{numerals, old_print};
use crate::witness::Language;

/// The key of an accent key.
pub(super) fn fold(key: &str, language: Language, is_old_print: bool) -> String {
    let mut key = letters(key, language);
    if language == Language::French {
        // In an inversion (peut-il) the hyphen joins two words; in a compound it joins two parts of one.
        if let Some((verb, pronoun)) = split_inversion(&key) {
            return format!("{}-{pronoun}", fold(verb, language, is_old_print));
        }
    }
    joined(&mut key, language);
    if let Some(ordinal) = numerals::ordinal(&key) {
        return ordinal;
    }
    if is_old_print {
        key = old_print::fold(&key);
    }
    match language {
        Language::French => listed(&key, FRENCH).unwrap_or(key),
        Language::English => english(key),
        _ => key,
    }
}

/// Takes out what joins or separates the parts of a compound: also between the keys of several tokens.
pub(super) fn joined(key: &mut String, language: Language) {
    // A hyphen at an edge, or alone, is a mark.
    if key.bytes().any(|b| b == b'-') && key.chars().any(char::is_alphanumeric) {
        key.retain(|c| c != '-');
    }
    // entr'ouvrir/entrouvrir; but the clitic keeps its own (l'), and English has he'll and hell.
    if language == Language::French && !key.ends_with('\'') && key.len() > 1 {
        key.retain(|c| c != '\'');
    }
}

fn letters(key: &str, language: Language) -> String {
    let german = language == Language::German;
    let mut out = String::with_capacity(key.len());
    for c in key.chars() {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ä' if german => out.push_str("ae"),
            'ö' if german => out.push_str("oe"),
            'ü' if german => out.push_str("ue"),
            '°' if key == "n°" => out.push('o'),
            c => out.push(c),
        }
    }
    out
}

fn listed(key: &str, table: &[(&str, &str)]) -> Option<String> {
    let (stem, plural) = match key.strip_suffix('s') {
        Some(stem) => (stem, "s"),
        None => (key, ""),
    };
    table
        .iter()
        .find(|(from, _)| *from == stem || *from == key)
        .map(|(from, to)| format!("{to}{}", if *from == key { "" } else { plural }))
}

/// Accent keys of words with a second spelling (in the singular), and the key both share: rectifications of 1990 beyond
/// accents and hyphens, and old doublets.
const FRENCH: &[(&str, &str)] = &[
    ("ognon", "oignon"),
    ("nenufar", "nenuphar"),
    ("combattif", "combatif"),
    ("combattive", "combative"),
    ("combattivite", "combativite"),
    ("charriot", "chariot"),
    ("imbecilite", "imbecillite"),
    ("persiffler", "persifler"),
    ("boursouffler", "boursoufler"),
    ("boursoufflure", "boursouflure"),
    ("innome", "innomme"),
    ("exema", "eczema"),
    ("joailler", "joaillier"),
    ("quincailler", "quincaillier"),
    ("serpilliere", "serpillere"),
    ("corole", "corolle"),
    ("girole", "girolle"),
    ("dissout", "dissous"),
    ("absout", "absous"),
    ("relai", "relais"),
    ("amoncelement", "amoncellement"),
    ("nivelement", "nivellement"),
    ("payement", "paiement"),
    ("begaiement", "begayement"),
    ("clef", "cle"),
    ("lys", "lis"),
    ("tsar", "czar"),
    ("tzar", "czar"),
    ("yogourt", "yaourt"),
    ("yoghourt", "yaourt"),
    ("cuillere", "cuiller"),
    ("phantasme", "fantasme"),
    ("gaiment", "gaiement"),
];

/// English words (in the singular) whose two spellings no ending tells.
const ENGLISH: &[(&str, &str)] = &[
    ("centre", "center"),
    ("centred", "centered"),
    ("centring", "centering"),
    ("epicentre", "epicenter"),
    ("theatre", "theater"),
    ("amphitheatre", "amphitheater"),
    ("metre", "meter"),
    ("kilometre", "kilometer"),
    ("centimetre", "centimeter"),
    ("millimetre", "millimeter"),
    ("litre", "liter"),
    ("millilitre", "milliliter"),
    ("fibre", "fiber"),
    ("calibre", "caliber"),
    ("sabre", "saber"),
    ("sombre", "somber"),
    ("spectre", "specter"),
    ("sceptre", "scepter"),
    ("lustre", "luster"),
    ("meagre", "meager"),
    ("mitre", "miter"),
    ("sepulchre", "sepulcher"),
    ("saltpetre", "saltpeter"),
    ("reconnoitre", "reconnoiter"),
    ("manoeuvre", "maneuver"),
    ("manoeuvred", "maneuvered"),
    ("manoeuvring", "maneuvering"),
    ("defence", "defense"),
    ("defenceless", "defenseless"),
    ("offence", "offense"),
    ("licence", "license"),
    ("pretence", "pretense"),
    ("practise", "practice"),
    ("practised", "practiced"),
    ("practising", "practicing"),
    ("grey", "gray"),
    ("greyer", "grayer"),
    ("greyish", "grayish"),
    ("cheque", "check"),
    ("programme", "program"),
    ("gramme", "gram"),
    ("kilogramme", "kilogram"),
    ("catalogue", "catalog"),
    ("catalogued", "cataloged"),
    ("cataloguing", "cataloging"),
    ("dialogue", "dialog"),
    ("analogue", "analog"),
    ("judgement", "judgment"),
    ("acknowledgement", "acknowledgment"),
    ("lodgement", "lodgment"),
    ("abridgement", "abridgment"),
    ("ageing", "aging"),
    ("likeable", "likable"),
    ("loveable", "lovable"),
    ("sizeable", "sizable"),
    ("unmistakeable", "unmistakable"),
    ("saleable", "salable"),
    ("aluminium", "aluminum"),
    ("artefact", "artifact"),
    ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"),
    ("enrol", "enroll"),
    ("enrolment", "enrollment"),
    ("instil", "instill"),
    ("distil", "distill"),
    ("appal", "appall"),
    ("instalment", "installment"),
    ("skilful", "skillful"),
    ("skilfully", "skillfully"),
    ("unskilful", "unskillful"),
    ("wilful", "willful"),
    ("wilfully", "willfully"),
    ("woollen", "woolen"),
    ("jewellery", "jewelry"),
    ("worshipped", "worshiped"),
    ("worshipping", "worshiping"),
    ("worshipper", "worshiper"),
    ("kidnapped", "kidnaped"),
    ("kidnapping", "kidnaping"),
    ("kidnapper", "kidnaper"),
    ("carcase", "carcass"),
    ("cosy", "cozy"),
    ("foetus", "fetus"),
    ("foetal", "fetal"),
    ("faeces", "feces"),
    ("aeon", "eon"),
    ("caesarean", "cesarean"),
    ("furore", "furor"),
    ("gaol", "jail"),
    ("gaoler", "jailer"),
    ("axe", "ax"),
    ("pyjama", "pajama"),
    ("pyjamas", "pajamas"),
    ("moustache", "mustache"),
    ("yoghurt", "yogurt"),
    ("doughnut", "donut"),
    ("whisky", "whiskey"),
    ("omelette", "omelet"),
    ("pedlar", "peddler"),
    ("phoney", "phony"),
    ("draughtsman", "draftsman"),
    ("connexion", "connection"),
    ("reflexion", "reflection"),
    ("inflexion", "inflection"),
    ("waggon", "wagon"),
    ("burthen", "burden"),
    ("cloke", "cloak"),
    ("subtil", "subtle"),
    ("publick", "public"),
    ("musick", "music"),
    ("traffick", "traffic"),
    ("chuse", "choose"),
];

/// How English words begin in two spellings, whatever ends them.
const ENGLISH_BEGINNINGS: &[(&str, &str)] = &[
    ("aesthet", "esthet"),
    ("amoeb", "ameb"),
    ("anaem", "anem"),
    ("anaesth", "anesth"),
    ("archaeo", "archeo"),
    ("armour", "armor"),
    ("asswag", "assuag"),
    ("behaviour", "behavior"),
    ("colour", "color"),
    ("despatch", "dispatch"),
    ("diarrhoea", "diarrhea"),
    ("encyclopaed", "encycloped"),
    ("endeavour", "endeavor"),
    ("enquir", "inquir"),
    ("favour", "favor"),
    ("flavour", "flavor"),
    ("glamour", "glamor"),
    ("gynaeco", "gyneco"),
    ("haemo", "hemo"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("humour", "humor"),
    ("intreat", "entreat"),
    ("labour", "labor"),
    ("leukaem", "leukem"),
    ("mediaeval", "medieval"),
    ("mould", "mold"),
    ("moult", "molt"),
    ("neighbour", "neighbor"),
    ("odour", "odor"),
    ("oesoph", "esoph"),
    ("oestro", "estro"),
    ("orthopaed", "orthoped"),
    ("paediatr", "pediatr"),
    ("palaeo", "paleo"),
    ("plaister", "plaster"),
    ("plough", "plow"),
    ("rumour", "rumor"),
    ("savour", "savor"),
    ("sceptic", "skeptic"),
    ("smoulder", "smolder"),
    ("sulphur", "sulfur"),
    ("tumour", "tumor"),
    ("vapour", "vapor"),
];

/// English words whose last letter one shore doubles before an ending: `travelled`, `traveled`.
const ENGLISH_DOUBLED: &[&str] = &[
    "apparel", "barrel", "bedevil", "bevel", "cancel", "carol", "cavil", "channel", "chisel",
    "counsel", "devil", "dial", "dishevel", "drivel", "duel", "enamel", "equal", "fuel", "funnel",
    "gambol", "gravel", "grovel", "imperil", "initial", "jewel", "kennel", "label", "level",
    "libel", "marshal", "marvel", "medal", "metal", "model", "panel", "pedal", "pencil", "peril",
    "pummel", "quarrel", "refuel", "revel", "rival", "shovel", "shrivel", "signal", "snivel",
    "spiral", "stencil", "swivel", "total", "towel", "travel", "tunnel", "unravel", "unrival",
    "victual", "yodel",
];

fn english(key: String) -> String {
    let beginning = ENGLISH_BEGINNINGS
        .iter()
        .find_map(|(from, to)| Some(format!("{to}{}", key.strip_prefix(from)?)));
    let key = beginning.unwrap_or(key);
    if let Some(other) = listed(&key, ENGLISH) {
        return other;
    }
    if let Some(single) = single(&key) {
        return single;
    }
    const ENDINGS: [(&str, &str); 25] = [
        ("isation", "ization"),
        ("isations", "izations"),
        ("isational", "izational"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
        ("iser", "izer"),
        ("isers", "izers"),
        ("isable", "izable"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("ysing", "yzing"),
        ("yser", "yzer"),
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("ouring", "oring"),
        ("ourable", "orable"),
        ("ourably", "orably"),
        ("ourful", "orful"),
        ("ourless", "orless"),
        ("ourer", "orer"),
        ("ourers", "orers"),
        ("ourite", "orite"),
    ];
    for (from, to) in ENDINGS {
        // Not `four`, `hours`, `wise`: an ending needs a word before it.
        if let Some(stem) = key.strip_suffix(from)
            && stem.len() >= 3
        {
            return format!("{stem}{to}");
        }
    }
    key
}

/// A word whose `l` is doubled before an ending, with one `l`.
fn single(key: &str) -> Option<String> {
    let (at, _) = key.rmatch_indices("ll").next()?;
    let ending = &key[at + 2..];
    let doubles = matches!(
        ending,
        "ed" | "ing" | "ings" | "er" | "ers" | "or" | "ors" | "ous" | "ously" | "ist" | "ists"
    );
    (doubles && ENGLISH_DOUBLED.contains(&&key[..=at])).then(|| format!("{}{ending}", &key[..=at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fr(key: &str) -> String {
        fold(key, Language::French, false)
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
    fn english_shores() {
        let en = |w| fold(w, Language::English, false);
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
            ("he'll", "hell"),
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
        let en = |w: &str| fold(w, Language::English, false);
        for (from, to) in ENGLISH {
            for ending in ["", "s"] {
                let (from, to) = (format!("{from}{ending}"), format!("{to}{ending}"));
                assert_eq!(en(&from), en(&to), "{from}");
                assert_eq!(en(&en(&from)), en(&from), "{from}");
            }
        }
        for (from, to) in ENGLISH_BEGINNINGS {
            for ending in ["", "s", "y", "ise", "ed", "ing", "ourise", "ist"] {
                let (from, to) = (format!("{from}{ending}"), format!("{to}{ending}"));
                assert_eq!(en(&from), en(&to), "{from}");
                assert_eq!(en(&en(&from)), en(&from), "{from}");
            }
        }
        for word in ENGLISH_DOUBLED {
            for ending in ["ed", "ing", "ers", "ors", "ous", "ist"] {
                assert_eq!(
                    en(&format!("{word}l{ending}")),
                    en(&format!("{word}{ending}")),
                    "{word}"
                );
            }
        }
    }

    #[test]
    fn german_umlauts() {
        let de = |w| fold(w, Language::German, false);
        assert_eq!(de("straße"), de("strasse"));
        assert_eq!(de("schön"), de("schoen"));
        assert_ne!(de("schön"), de("schon"));
    }
}
