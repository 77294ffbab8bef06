//! German: words keep their apostrophes whole (`geht’s`, `Grimm’s`).

use std::sync::LazyLock;

use super::{Apostrophe, Rules, words};

pub(super) static RULES: Rules = Rules {
    apostrophe: Apostrophe::None,
    whole: &[],
    inversion: false,
    ordinal_point: true,
    inside: &[
        "Hr", "Hrn", "Fr", "Frl", "Dr", "Prof", "Dipl", "Ing", "St", "Hl", "hl", "Nr", "Nrn", "Bd",
        "Bde", "Abs", "Art", "Aufl", "Abb", "Kap", "Anm", "bzw", "ca", "evtl", "ggf", "sog",
        "sogen", "vgl", "z", "d", "u", "o", "geb", "gest", "gegr", "Chr", "Str", "Tel", "inkl",
        "exkl", "insb", "insbes", "Abt", "zzgl", "Jg", "Hrsg", "hrsg", "Verf", "Mio", "Mrd", "Tsd",
        "s",
    ],
    before_number: &[
        "S", "V", "Vs", "H", "Jan", "Feb", "Mär", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Okt",
        "Nov", "Dez",
    ],
    either: &[
        "usw", "etc", "ff", "f", "uvm", "usf", "B", "a", "ä", "J", "Jh", "Jhdt", "Jhd", "Std",
        "Min", "Uhr",
    ],
    after_ordinal: &[
        "Januar",
        "Jänner",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
        "Jahrhundert",
        "Jahrhunderts",
        "Jh",
        "Kapitel",
        "Auflage",
        "Mose",
        "Könige",
        "Samuel",
        "Klasse",
        "Band",
        "Bezirk",
        "Tag",
        "Mal",
        "Platz",
        "Weltkrieg",
        "Weltkriegs",
    ],
    function: LazyLock::new(|| {
        words(
            "aber alle als also am an auch auf aus bei bin bis da damit das dass daß dem den denn der des \
         dessen die dies diese dieser dieses doch du durch ein eine einem einen einer eines er es euch \
         euer für gegen hat hatte hatten ich ihm ihn ihnen ihr ihre ihren im in ist ja jedoch kein keine \
         können man mein mich mir mit nach nicht noch nun nur ob oder ohne sein seine seinem seinen \
         seiner sich sie sind so soll um und uns unser unter vom von vor war waren was weil wenn wer \
         werden wie wieder wir wird wo wurde wurden zu zum zur zwischen über",
        )
    }),
    conjunctions: &[
        "aber", "denn", "sondern", "und", "oder", "doch", "weil", "daß", "dass", "damit", "wenn",
        "als", "ob", "obwohl", "während", "bis", "da", "wie", "der", "die", "das", "welcher",
        "welche", "welches", "wo",
    ],
    dated: &[
        "veröffentlicht",
        "aktualisiert",
        "zuletzt aktualisiert",
        "geändert",
        "erstellt",
        "datum",
        "stand",
    ],
    reading: &["lesezeit", "lesedauer", "geschätzte lesezeit"],
    months: &[
        "januar",
        "jänner",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
};
