//! English spellings of the two shores, and of old Bibles: `colour`, `organise`, `travelled`, `cloke`.

use super::spelling::listed;

/// English words (in the singular) whose two spellings no ending tells.
const WORDS: &[(&str, &str)] = &[
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
const BEGINNINGS: &[(&str, &str)] = &[
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
const DOUBLED: &[&str] = &[
    "apparel", "barrel", "bedevil", "bevel", "cancel", "carol", "cavil", "channel", "chisel",
    "counsel", "devil", "dial", "dishevel", "drivel", "duel", "enamel", "equal", "fuel", "funnel",
    "gambol", "gravel", "grovel", "imperil", "initial", "jewel", "kennel", "label", "level",
    "libel", "marshal", "marvel", "medal", "metal", "model", "panel", "pedal", "pencil", "peril",
    "pummel", "quarrel", "refuel", "revel", "rival", "shovel", "shrivel", "signal", "snivel",
    "spiral", "stencil", "swivel", "total", "towel", "travel", "tunnel", "unravel", "unrival",
    "victual", "yodel",
];

/// The key of an accent key without hyphens.
pub(super) fn fold(key: String) -> String {
    let beginning = BEGINNINGS
        .iter()
        .find_map(|(from, to)| Some(format!("{to}{}", key.strip_prefix(from)?)));
    let key = beginning.unwrap_or(key);
    if let Some(other) = listed(&key, WORDS) {
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
    (doubles && DOUBLED.contains(&&key[..=at])).then(|| format!("{}{ending}", &key[..=at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_shores() {
        let en = |w: &str| fold(w.to_owned());
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
        let en = |w: &str| fold(w.to_owned());
        for (from, to) in WORDS {
            for ending in ["", "s"] {
                let (from, to) = (format!("{from}{ending}"), format!("{to}{ending}"));
                assert_eq!(en(&from), en(&to), "{from}");
                assert_eq!(en(&en(&from)), en(&from), "{from}");
            }
        }
        for (from, to) in BEGINNINGS {
            for ending in ["", "s", "y", "ise", "ed", "ing", "ourise", "ist"] {
                let (from, to) = (format!("{from}{ending}"), format!("{to}{ending}"));
                assert_eq!(en(&from), en(&to), "{from}");
                assert_eq!(en(&en(&from)), en(&from), "{from}");
            }
        }
        for word in DOUBLED {
            for ending in ["ed", "ing", "ers", "ors", "ous", "ist"] {
                assert_eq!(
                    en(&format!("{word}l{ending}")),
                    en(&format!("{word}{ending}")),
                    "{word}"
                );
            }
        }
    }
}
