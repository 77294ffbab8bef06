//! The words that facts are told by, a table a language. All in lower case.

use std::ops::Deref;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::witness::Language;

/// The words of one language, between spaces.
pub(super) struct Words {
    /// Numbers, `word=value`. A leading `~` marks a word that is a number inside a compound only (`neuf` is also *new*).
    numbers: &'static str,
    /// What may stand between the words of one number.
    pub(super) and: &'static str,
    /// The months in order, synonyms parted by `|`.
    months: &'static str,
    /// The days of the week from Monday, synonyms parted by `|`.
    weekdays: &'static str,
    /// Whether a month and a day begin with a capital; if so, the word in lower case is another.
    pub(super) capital_months: bool,
    /// Month names that are common words, and count only beside a number.
    doubtful_months: &'static str,
    /// Words that open a negation, which a later word (one of `seconds`) may complete: `ne … pas`.
    openers: &'static str,
    /// Whether an opener negates without a second word.
    pub(super) opener_negates: bool,
    /// Words that complete an opened negation.
    seconds: &'static str,
    /// Words that negate by themselves.
    negations: &'static str,
    /// Words that may render a negation, but are none for certain: they excuse one on the other side.
    excuses: &'static str,
    /// Beginnings of words that say *not* of themselves.
    pub(super) excusing_stems: &'static [&'static str],
    /// Pairs of words that look like a negation and only say *also* or *moreover*.
    pub(super) also: &'static [(&'static str, &'static str)],
    /// Endings of ordinals, on a number without its last `e`.
    pub(super) ordinals: &'static [&'static str],
    /// Whether a capital inside a sentence tells a name.
    pub(super) capitals_name: bool,
}

/// The words of one language, to be looked up.
pub(super) struct Lists {
    words: &'static Words,
    numbers: FxHashMap<&'static str, Part>,
    months: FxHashMap<&'static str, usize>,
    weekdays: FxHashMap<&'static str, usize>,
    pub(super) doubtful_months: FxHashSet<&'static str>,
    pub(super) openers: FxHashSet<&'static str>,
    pub(super) seconds: FxHashSet<&'static str>,
    pub(super) negations: FxHashSet<&'static str>,
    pub(super) excuses: FxHashSet<&'static str>,
}

/// A word of a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) value: u64,
    /// Whether it is one inside a compound only.
    pub(super) inside_only: bool,
}

impl Deref for Lists {
    type Target = Words;
    fn deref(&self) -> &Words {
        self.words
    }
}

impl Lists {
    fn new(words: &'static Words) -> Self {
        let set = |list: &'static str| list.split_whitespace().collect();
        let number = |entry: &'static str| {
            let (name, value) = entry.split_once('=')?;
            let part = Part {
                value: value.parse().ok()?,
                inside_only: name.starts_with('~'),
            };
            Some((name.trim_start_matches('~'), part))
        };
        let numbered = |list: &'static str| {
            let names = list.split_whitespace().zip(1..);
            names
                .flat_map(|(names, n)| names.split('|').map(move |name| (name, n)))
                .collect()
        };
        Self {
            words,
            numbers: words
                .numbers
                .split_whitespace()
                .filter_map(number)
                .collect(),
            months: numbered(words.months),
            weekdays: numbered(words.weekdays),
            doubtful_months: set(words.doubtful_months),
            openers: set(words.openers),
            seconds: set(words.seconds),
            negations: set(words.negations),
            excuses: set(words.excuses),
        }
    }

    /// What a word in lower case is of a number.
    pub(super) fn number(&self, word: &str) -> Option<Part> {
        self.numbers.get(word).copied()
    }

    /// The number (1 to 12) of a month; `lower` is `text` in lower case.
    pub(super) fn month(&self, text: &str, lower: &str) -> Option<usize> {
        self.calendar(&self.months, text, lower)
    }

    /// The number (1 to 7) of a day of the week; `lower` is `text` in lower case.
    pub(super) fn weekday(&self, text: &str, lower: &str) -> Option<usize> {
        self.calendar(&self.weekdays, text, lower)
    }

    fn calendar(
        &self,
        names: &FxHashMap<&'static str, usize>,
        text: &str,
        lower: &str,
    ) -> Option<usize> {
        if self.capital_months && !text.starts_with(char::is_uppercase) {
            return None;
        }
        names.get(lower).copied()
    }
}

/// The words of a language.
pub(super) fn table(language: Language) -> &'static Lists {
    static LISTS: LazyLock<[Lists; 5]> =
        LazyLock::new(|| [&FRENCH, &ENGLISH, &GERMAN, &SPANISH, &ITALIAN].map(Lists::new));
    let [french, english, german, spanish, italian] = &*LISTS;
    match language {
        Language::French => french,
        Language::English => english,
        Language::German => german,
        Language::Spanish => spanish,
        Language::Italian => italian,
    }
}

static FRENCH: Words = Words {
    numbers: "~un=1 ~une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 ~neuf=9 dix=10 onze=11 douze=12 treize=13 \
        quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 \
        huitante=80 octante=80 nonante=90 cent=100 cents=100 mille=1000 mil=1000 million=1000000 millions=1000000 \
        milliard=1000000000 milliards=1000000000",
    and: "et",
    months: "janvier février mars avril mai juin juillet août|aout septembre octobre novembre décembre",
    weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    capital_months: false,
    doubtful_months: "mars mai avril",
    openers: "ne n'",
    opener_negates: false,
    seconds: "pas point plus jamais rien aucun aucune personne nul nulle guère ni nullement aucunement",
    negations: "non sans aucun aucune nul nulle nullement aucunement pas jamais",
    excuses: "ne n' ni point rien personne guère moins peu sinon sauf excepté hormis hors seul seule seulement que \
        contre loin avant faute nenni néant plutôt",
    excusing_stems: &[
        "non-", "refus", "ignor", "empêch", "interdi", "cess", "manqu", "défen", "dépourv",
        "exempt", "inutil", "imposs", "incap", "inconn", "incr", "indign", "infid", "injust",
        "innoc", "insens", "invis", "aucun", "abst", "échapp", "perd", "priv", "vain", "vide",
        "stéril", "jamais", "étern", "épargn", "évit", "gard",
    ],
    also: &[("non", "plus"), ("non", "seulement")],
    ordinals: &["ième", "ièmes"],
    capitals_name: true,
};

static ENGLISH: Words = Words {
    numbers: "~one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 \
        fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 \
        sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 million=1000000 billion=1000000000",
    and: "and",
    months: "january february march april may june july august september october november december",
    weekdays: "monday tuesday wednesday thursday friday saturday sunday",
    capital_months: true,
    doubtful_months: "march may august april june",
    openers: "not n't never cannot",
    opener_negates: true,
    seconds: "",
    negations: "no none nothing nobody neither nor nowhere without",
    excuses: "un hardly scarcely barely only but lest unless except rather little few less",
    excusing_stems: &[
        "refus", "ignor", "fail", "cease", "lack", "forbid", "forbad", "prevent", "un", "im", "in",
        "dis",
    ],
    also: &[("not", "only")],
    ordinals: &["th"],
    capitals_name: true,
};

static GERMAN: Words = Words {
    numbers: "~ein=1 ~eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 \
        dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 \
        vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000",
    and: "und",
    months: "januar|jänner februar märz april mai juni juli august september oktober november dezember",
    weekdays: "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    capital_months: true,
    doubtful_months: "august",
    openers: "nicht nie niemals",
    opener_negates: true,
    seconds: "",
    negations: "nein kein keine keinen keinem keiner keines nichts niemand niemanden ohne weder",
    excuses: "noch kaum nur sondern außer wenig weniger",
    excusing_stems: &["un", "verweiger", "weiger", "verbiet", "verbot", "fehl"],
    also: &[("nicht", "nur")],
    ordinals: &["te", "ten", "ter", "tes"],
    // Every noun has one.
    capitals_name: false,
};

static SPANISH: Words = Words {
    numbers: "~un=1 ~uno=1 ~una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 \
        trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 \
        veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 \
        setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 mil=1000 millón=1000000 millones=1000000",
    and: "y",
    months: "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    weekdays: "lunes martes miércoles jueves viernes sábado domingo",
    capital_months: false,
    doubtful_months: "marzo mayo",
    openers: "no",
    opener_negates: true,
    seconds: "nunca jamás nada nadie ningún ninguno ninguna ni tampoco",
    negations: "nunca jamás nada nadie ningún ninguno ninguna sin tampoco",
    excuses: "ni sino apenas menos poco sólo solo solamente excepto salvo",
    excusing_stems: &["neg", "impid", "imped", "prohib", "falt", "in", "im", "des"],
    also: &[("no", "sólo"), ("no", "solo")],
    ordinals: &[],
    capitals_name: true,
};

static ITALIAN: Words = Words {
    numbers: "~un=1 ~uno=1 ~una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 \
        dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 \
        trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=100 mille=1000 \
        mila=1000 milione=1000000 milioni=1000000",
    and: "e",
    months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    weekdays: "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    capital_months: false,
    doubtful_months: "marzo",
    openers: "non",
    opener_negates: true,
    seconds: "mai nulla niente nessun nessuno nessuna né più",
    negations: "niente nulla nessun nessuno nessuna senza no",
    excuses: "né mai ma soltanto solo poco meno eccetto fuorché",
    excusing_stems: &["neg", "imped", "proib", "manc", "rifiut", "in", "im", "dis"],
    also: &[("non", "solo"), ("non", "soltanto")],
    ordinals: &["esimo", "esima"],
    capitals_name: true,
};
