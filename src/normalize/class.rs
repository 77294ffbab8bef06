//! The kinds of difference, and which of them a pair of linked runs shows.

use std::borrow::Cow;

use super::{
    Fold, KeyedToken, Keys, Normalizer, accent, case, equivalent, misread, names, note_call,
    spelling,
};
use crate::class::Class;
use crate::language::chars::kind_of;
use crate::language::inclusive;
use crate::witness::{TokenKind, composed_word};

impl From<Fold> for Class {
    /// The class of a difference that this fold is the shallowest to remove.
    fn from(fold: Fold) -> Self {
        match fold {
            Fold::Typographic => Self::Typographic,
            Fold::Case => Self::Case,
            Fold::Accent => Self::Accent,
            Fold::Spelling => Self::Spelling,
            Fold::Stem => Self::Inflection,
        }
    }
}

fn keyed<'t>(run: &'t [Cow<'_, str>], keys: &'t [Keys]) -> Vec<KeyedToken<'t>> {
    let tokens = run.iter().zip(keys);
    tokens
        .map(|(text, keys)| KeyedToken {
            text,
            keys: Fold::ALL.map(|fold| keys.at(fold)),
            function: keys.is_function_word(),
            mark: kind_of(text) == TokenKind::Punctuation,
        })
        .collect()
}

/// Whether a run is of words with a space between them, and not of a word with marks.
fn are_several_words(run: &[KeyedToken<'_>]) -> bool {
    run.len() > 1 && run.iter().all(|t| t.text.chars().all(char::is_alphabetic))
}

/// Whether two words are the same but for which white space stands in them: a narrow one or a line end between the figures of a
/// number is white space alone.
fn same_text(x: &str, y: &str) -> bool {
    let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
    x == y || x.chars().map(plain).eq(y.chars().map(plain))
}

impl Normalizer {
    /// The digits of the number that a word says, where that is all it says: `32` of `Trente-deux`.
    pub(crate) fn digits_of(&self, word: &KeyedToken<'_>) -> Option<String> {
        equivalent::digits(word, self.profile)
    }

    /// The class of the difference between two runs of tokens that are linked to each other, one or more a side.
    ///
    /// Runs of different lengths are compared with their keys joined (`week-end`, `week end`; `au`, `à le`). An empty
    /// side makes an omission or an addition.
    pub fn class<'t>(&self, a: &[&'t str], b: &[&'t str]) -> Class {
        let words = |run: &[&'t str]| run.iter().map(|t| composed_word(t)).collect::<Vec<_>>();
        let (a, b) = (words(a), words(b));
        let keys = |run: &[Cow<'_, str>]| run.iter().map(|t| self.keys(t)).collect::<Vec<_>>();
        let (x, y) = (keys(&a), keys(&b));
        self.class_of_keyed(&keyed(&a, &x), &keyed(&b, &y))
    }

    /// [`class`](Self::class) of tokens whose keys, as this normalizer makes them, are at hand.
    pub fn class_of_keyed(&self, a: &[KeyedToken<'_>], b: &[KeyedToken<'_>]) -> Class {
        match (a, b) {
            ([], []) => Class::Same,
            (_, []) => Class::Omission,
            ([], _) => Class::Addition,
            _ if a.len() == b.len() && a.iter().zip(b).all(|(x, y)| same_text(x.text, y.text)) => {
                Class::Same
            }
            ([a], [b]) => self.class_of_words(a, b),
            _ => self.class_of_runs(a, b),
        }
    }

    fn class_of_words(&self, x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> Class {
        let agree = |fold: Fold| x.at(fold) == y.at(fold);
        match Fold::ALL.into_iter().find(|&fold| agree(fold)) {
            Some(Fold::Typographic) => Class::Typographic,
            Some(Fold::Case) => Class::Case,
            Some(Fold::Accent) => self.of_accents(x, y),
            Some(Fold::Spelling) => Class::Spelling,
            None if x.mark && y.mark => Class::Typographic,
            None if note_call::same_but_for_call(x, y) => Class::Typographic,
            _ if self.lost_marks(x, y) => Class::Accent,
            deeper => {
                let (a, b) = (std::slice::from_ref(x), std::slice::from_ref(y));
                of_inclusive(x, y)
                    .or_else(|| equivalent::class(a, b, self.profile))
                    .or_else(|| self.is_one_name(x, y).then_some(Class::Spelling))
                    .unwrap_or_else(|| match self.related(x, y, deeper.is_some()) {
                        Class::Wording if self.is_slip(x, y) => Class::Spelling,
                        class => class,
                    })
            }
        }
    }

    /// Whether two words are one but for a slip of print.
    fn is_slip(&self, x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> bool {
        let doubled = self.profile.settings().doubled_letters;
        misread::same(x.at(Fold::Spelling), y.at(Fold::Spelling), doubled)
    }

    /// Whether two words are one name in two spellings.
    fn is_one_name(&self, x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> bool {
        let name = |t: &KeyedToken<'_>| case::capitalized(t.text) && !t.function;
        let common = self.profile.settings().nouns_have_capitals;
        let (a, b) = (x.at(Fold::Spelling), y.at(Fold::Spelling));
        name(x) && name(y) && (names::same(a, b, common) || !common && misread::same_name(a, b))
    }

    /// The class of two words that differ by their accents, as far as the words tell it.
    fn of_accents(&self, x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> Class {
        let (form_x, form_y) = (x.at(Fold::Case), y.at(Fold::Case));
        let (a, b) = (x.at(Fold::Typographic), y.at(Fold::Typographic));
        let reformed = (self.profile.rules().reformed)(form_x, form_y);
        match accent::difference(a, b, self.profile) {
            _ if self.old_print => Class::Accent,
            Some(Class::Wording) => Class::Wording,
            _ if !reformed && self.paradigms.are_forms_of_one(form_x, form_y) => Class::Inflection,
            Some(class) => class,
            None if reformed => Class::Spelling,
            None => Class::Accent,
        }
    }

    /// The class of two words where they stand, when `class`, wording or inflection, is what they have alone, and they agree
    /// but for their accents: one that was written without its accent
    /// is told by the words around it, with which no other word goes.
    pub(crate) fn class_in_place(&self, class: Class, x: &Placed<'_>, y: &Placed<'_>) -> Class {
        let bare = |t: &KeyedToken<'_>| t.at(Fold::Case) == t.at(Fold::Accent);
        if bare(&x.word) == bare(&y.word) {
            return class;
        }
        let same = |a: &Option<KeyedToken<'_>>, b: &Option<KeyedToken<'_>>| match (a, b) {
            (Some(a), Some(b)) => a.at(Fold::Accent) == b.at(Fold::Accent),
            (None, None) => true,
            _ => false,
        };
        let before = same(&x.before, &y.before);
        let lost = match class {
            // il a traverse, il a traversé: a form of the verb and no other stands behind a function word.
            Class::Inflection => {
                let function = x.before.as_ref().is_some_and(|t| t.function);
                before && function && self.profile.settings().tense_accents.is_empty()
            }
            _ => {
                let alone = x.before.is_none() && x.after.is_none();
                before && same(&x.after, &y.after) && !alone
            }
        };
        if lost { Class::Accent } else { class }
    }

    fn class_of_runs(&self, a: &[KeyedToken<'_>], b: &[KeyedToken<'_>]) -> Class {
        // One word each: what both runs hold is what counts (accents of each word included).
        if let Some(class) = self.by_pairs(a, b) {
            return class;
        }
        let join = |run: &[KeyedToken<'_>], fold: Fold| -> String {
            let mut key: String = run.iter().map(|k| k.at(fold)).collect();
            if fold >= Fold::Spelling {
                spelling::joined(&mut key, self.profile);
            }
            key
        };
        // Whether words are written as one is a matter of spelling, and may change the sense (nowhere, now here).
        let shallowest = match [a, b].into_iter().any(are_several_words) {
            true => Class::Spelling,
            false => Class::Typographic,
        };
        for fold in [Fold::Typographic, Fold::Case, Fold::Accent, Fold::Spelling] {
            if join(a, fold) == join(b, fold) {
                return shallowest.max(fold.into());
            }
        }
        if let Some(class) = equivalent::class(a, b, self.profile) {
            return class;
        }
        if self.same_lemmas(a, b) || self.are_one_verb(a, b) {
            return Class::Inflection;
        }
        if a.iter().chain(b).all(|token| token.mark) {
            return Class::Typographic;
        }
        // Function words come and go with inflection (a été/est): the content words decide, when there is one a side.
        if let (Some(x), Some(y)) = (one_content_word(a), one_content_word(b)) {
            return match self.class_of_words(x, y) {
                class @ (Class::Wording | Class::Derivation) => class,
                _ => Class::Inflection,
            };
        }
        Class::Wording
    }

    /// The deepest class among the pairs of two runs of one length, when every pair has one short of wording.
    fn by_pairs(&self, a: &[KeyedToken<'_>], b: &[KeyedToken<'_>]) -> Option<Class> {
        if a.len() != b.len() {
            return None;
        }
        let mut deepest = Class::Same;
        for (a, b) in a.iter().zip(b) {
            let class = if a.text == b.text {
                Class::Same
            } else {
                self.class_of_words(a, b)
            };
            if class == Class::Wording {
                return None;
            }
            deepest = deepest.max(class);
        }
        Some(deepest)
    }

    /// Whether two runs hold the same lemmas, in any order: `vois-tu`, `tu vois`; `au`, `à le`.
    fn same_lemmas(&self, x: &[KeyedToken<'_>], y: &[KeyedToken<'_>]) -> bool {
        let rules = self.profile.rules();
        let lemmas = |run: &[KeyedToken<'_>]| {
            let mut all: Vec<String> = Vec::new();
            for key in run.iter().map(|k| k.at(Fold::Spelling)) {
                if let Some((verb, pronoun)) = (rules.split_inversion)(key) {
                    all.extend([self.stem(verb), self.stem(pronoun)]);
                } else if let Some(words) = (rules.contraction)(key) {
                    all.extend(words.into_iter().map(|w| self.stem(w)));
                } else {
                    all.push(self.stem(key));
                }
            }
            all.sort_unstable();
            all
        };
        lemmas(x) == lemmas(y)
    }
}

/// A word with those that stand before and after it.
#[derive(Debug)]
pub(crate) struct Placed<'a> {
    pub(crate) before: Option<KeyedToken<'a>>,
    pub(crate) word: KeyedToken<'a>,
    pub(crate) after: Option<KeyedToken<'a>>,
}

/// The content word of a run that has one only.
fn one_content_word<'r, 'a>(run: &'r [KeyedToken<'a>]) -> Option<&'r KeyedToken<'a>> {
    let mut content = run.iter().filter(|t| !t.mark && !t.function);
    content.next().filter(|_| content.next().is_none())
}

/// The class of two words one of which is written for both genders, if they are one word.
fn of_inclusive(x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> Option<Class> {
    let [one, other] = [x, y].map(|t| inclusive::plain(t.at(Fold::Spelling)).is_some());
    let bare = |t: &KeyedToken<'_>| t.at(Fold::Spelling).replace('·', "");
    let same_letters = (one || other) && bare(x) == bare(y);
    if one && other && same_letters {
        Some(Class::Spelling)
    } else {
        let same = same_letters || x.at(Fold::Stem) == y.at(Fold::Stem);
        ((one || other) && same).then_some(Class::Inflection)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::witness::Language;

    fn class(a: &str, b: &str) -> Class {
        let split = |s: &'static str| s.split('_').collect::<Vec<_>>();
        let (a, b) = (a.to_owned().leak(), b.to_owned().leak());
        Normalizer::of(Language::FRENCH, false).class(&split(a), &split(b))
    }

    /// Every cell of the table of folds; `_` stands between the tokens of a run.
    #[test]
    fn french_table() {
        for (a, b, want) in [
            ("l’", "l'", "typographic"),
            ("«", "“", "typographic"),
            ("…", "._._.", "typographic"),
            ("—", "–", "typographic"),
            ("1 500", "1500", "typographic"),
            ("1\u{202f}500", "1\u{a0}500", "same"),
            ("1\n500", "1\u{a0}500", "same"),
            ("1_500", "1500", "typographic"),
            ("sur_tout", "surtout", "spelling"),
            ("Sur_tout", "surtout", "spelling"),
            ("XIXe", "XIXᵉ", "typographic"),
            ("Les", "les", "case"),
            ("EUROPE", "Europe", "case"),
            ("A", "À", "accent"),
            ("Ou", "Où", "accent"),
            ("Etats-Unis", "États-Unis", "accent"),
            ("Elaborer", "Élaborer", "accent"),
            ("Elaborer", "élaborer", "accent"),
            ("déja", "déjà", "accent"),
            ("evangile", "évangile", "accent"),
            ("a", "à", "wording"),
            ("ou", "où", "wording"),
            ("la", "là", "wording"),
            ("du", "dû", "wording"),
            ("sur", "sûr", "wording"),
            ("mur", "mûr", "wording"),
            ("des", "dès", "wording"),
            ("cote", "côte", "wording"),
            ("côte", "côté", "wording"),
            ("pêche", "péché", "wording"),
            ("passe", "passé", "inflection"),
            ("cœur", "coeur", "spelling"),
            ("non-ingérence", "non_ingérence", "spelling"),
            ("week-end", "week_end", "spelling"),
            ("week-end", "weekend", "spelling"),
            ("très-bon", "très_bon", "spelling"),
            ("connaître", "connaitre", "spelling"),
            ("événement", "évènement", "spelling"),
            ("vingt_et_un", "vingt-et-un", "spelling"),
            ("19e", "XIXe", "spelling"),
            ("Pharez", "Pérets", "spelling"),
            ("font", "sont", "wording"),
            ("soit", "sait", "wording"),
            ("fait", "sait", "wording"),
            ("donnez", "donnés", "inflection"),
            ("mesures", "mesure", "inflection"),
            ("d’", "de", "inflection"),
            ("l’", "le", "inflection"),
            ("la", "le", "inflection"),
            ("au", "à_le", "inflection"),
            ("est", "était", "inflection"),
            ("a", "avait", "inflection"),
            ("à", "avait", "wording"),
            ("fait", "fasse", "inflection"),
            ("ont", "avaient", "inflection"),
            ("ce", "cette", "inflection"),
            ("nouveau", "nouvelle", "inflection"),
            ("œil", "yeux", "inflection"),
            ("vois-tu", "Tu_vois", "inflection"),
            ("prévenir", "prévention", "derivation"),
            ("redémarrage", "redémarrer", "derivation"),
            ("pratique", "pratiquement", "derivation"),
            ("majeurs", "principaux", "wording"),
            (".", ";", "typographic"),
        ] {
            assert_eq!(class(a, b).name(), want, "{a} {b}");
            assert_eq!(class(b, a).name(), want, "{b} {a}");
        }
    }

    #[test]
    fn portuguese_table() {
        let portuguese = Normalizer::of(Language::literal("pt"), false);
        for (a, b, want) in [
            ("10.000", "10000", "typographic"),
            ("-lhe", "lhe", "typographic"),
            ("voce", "você", "accent"),
            ("nacao", "nação", "accent"),
            ("e", "é", "wording"),
            ("esta", "está", "wording"),
            ("avó", "avô", "wording"),
            ("pais", "país", "wording"),
            ("para", "pára", "wording"),
            ("falara", "falará", "inflection"),
            ("António", "Antônio", "spelling"),
            ("económico", "econômico", "spelling"),
            ("ideia", "idéia", "spelling"),
            ("lingüiça", "linguiça", "spelling"),
            ("acção", "ação", "spelling"),
            ("facto", "fato", "spelling"),
            ("húmido", "úmido", "spelling"),
            ("objectivos", "objetivos", "spelling"),
            ("registro", "registo", "spelling"),
            ("anti-social", "antissocial", "spelling"),
            ("fim-de-semana", "fim_de_semana", "spelling"),
            ("é", "era", "inflection"),
            ("foi", "são", "inflection"),
            ("tem", "tiveram", "inflection"),
            ("fizeram", "faço", "inflection"),
            ("pôr", "põe", "inflection"),
            ("fá", "fazer", "inflection"),
            ("vê", "viu", "inflection"),
            ("veio", "vem", "inflection"),
            ("dizendo", "disse", "inflection"),
            ("sinto", "sentir", "inflection"),
            ("fiquei", "ficar", "inflection"),
            ("chegue", "chegou", "inflection"),
            ("protejo", "proteger", "inflection"),
            ("entrou", "entrar", "inflection"),
            ("confia", "confiar", "inflection"),
            ("coração", "corações", "inflection"),
            ("pão", "pães", "inflection"),
            ("irmãos", "irmã", "inflection"),
            ("animal", "animais", "inflection"),
            ("nacionais", "nacional", "inflection"),
            ("possível", "possíveis", "inflection"),
            ("homem", "homens", "inflection"),
            ("portuguesa", "português", "inflection"),
            ("necessária", "necessário", "inflection"),
            ("da", "de_a", "inflection"),
            ("pelo", "por_o", "inflection"),
            ("nele", "em_ele", "inflection"),
            ("darei", "dar_-ei", "typographic"),
            ("habitar", "habitação", "derivation"),
            ("feliz", "felizmente", "derivation"),
            ("céu", "firmamento", "wording"),
            ("por", "pôs", "wording"),
            ("nos", "nós", "wording"),
        ] {
            let split = |s: &'static str| s.split('_').collect::<Vec<_>>();
            let (x, y) = (split(a), split(b));
            assert_eq!(portuguese.class(&x, &y).name(), want, "{a} {b}");
            assert_eq!(portuguese.class(&y, &x).name(), want, "{b} {a}");
        }
    }

    #[test]
    fn old_print_is_spelling() {
        let old = Normalizer::of(Language::FRENCH, true);
        for (a, b) in [
            ("femence", "semence"),
            ("avoit", "avait"),
            ("advint", "avint"),
            ("affemblez", "assemblés"),
            ("iour", "jour"),
            ("vn", "un"),
            ("voftre", "votre"),
        ] {
            assert_eq!(old.class(&[a], &[b]), Class::Spelling, "{a} {b}");
        }
        assert_eq!(old.class(&["&"], &["et"]), Class::Typographic);
    }

    #[test]
    fn letters_without_their_marks_are_no_other_words() {
        for (language, lost, others) in [
            (
                Language::GERMAN,
                &[
                    ("Muller", "Müller"),
                    ("Konig", "König"),
                    ("zuruck", "zurück"),
                    ("uber", "über"),
                    ("naturlich", "natürlich"),
                    ("frohlichen", "fröhlichen"),
                    ("spater", "später"),
                ][..],
                &[
                    ("schon", "schön"),
                    ("konnte", "könnte"),
                    ("Mutter", "Mütter"),
                    ("Vogel", "Vögel"),
                    ("zahlte", "zählte"),
                    ("Kuchen", "Küchen"),
                    ("fallt", "fällt"),
                    ("starker", "stärker"),
                ][..],
            ),
            (
                Language::SPANISH,
                &[
                    ("manana", "mañana"),
                    ("senor", "señor"),
                    ("senores", "señores"),
                    ("nina", "niña"),
                    ("espanola", "española"),
                    ("otono", "otoño"),
                ][..],
                &[
                    ("ano", "año"),
                    ("anos", "años"),
                    ("pena", "peña"),
                    ("campana", "campaña"),
                ][..],
            ),
        ] {
            let normalizer = Normalizer::of(language, false);
            for (a, b) in lost {
                assert_eq!(normalizer.class(&[a], &[b]), Class::Accent, "{a} {b}");
                assert_eq!(normalizer.class(&[b], &[a]), Class::Accent, "{a} {b}");
            }
            for (a, b) in others {
                let class = normalizer.class(&[a], &[b]);
                assert!(
                    [Class::Wording, Class::Inflection].contains(&class),
                    "{a} {b}"
                );
            }
        }
    }

    #[test]
    fn old_print_of_other_languages_is_spelling() {
        let english = [
            ("haue", "have"),
            ("vpon", "upon"),
            ("loue", "love"),
            ("ioy", "joy"),
            ("sonne", "son"),
            ("sinnes", "sins"),
            ("beleeue", "believe"),
            ("beleeued", "believed"),
            ("giuen", "given"),
            ("heauens", "heavens"),
            ("Citie", "city"),
        ];
        let german = [
            ("vnd", "und"),
            ("jhm", "ihm"),
            ("Thür", "Tür"),
            ("seyn", "sein"),
            ("Theile", "Teile"),
            ("Noth", "Not"),
            ("giebt", "gibt"),
            ("Hertzen", "Herzen"),
            ("vber", "über"),
            ("daß", "dass"),
        ];
        for (language, pairs) in [
            (Language::ENGLISH, &english[..]),
            (Language::GERMAN, &german[..]),
        ] {
            let old = Normalizer::of(language, true);
            for (a, b) in pairs {
                let (lower, other) = (a.to_lowercase(), b.to_lowercase());
                assert_eq!(old.class(&[&lower], &[&other]), Class::Spelling, "{a} {b}");
            }
        }
        let german = Normalizer::of(Language::GERMAN, true);
        assert_eq!(german.class(&["&"], &["und"]), Class::Typographic);
        assert_ne!(german.class(&["offen"], &["Ofen"]), Class::Spelling);
        let english = Normalizer::of(Language::ENGLISH, true);
        assert_eq!(english.class(&["goeth"], &["goes"]), Class::Inflection);
    }

    #[test]
    fn names_round_trip() {
        for class in Class::ALL {
            assert_eq!(Class::from_name(class.name()), Some(class));
        }
    }

    #[test]
    fn one_side() {
        let n = Normalizer::of(Language::FRENCH, false);
        assert_eq!(n.class(&["a"], &[]), Class::Omission);
        assert_eq!(n.class(&[], &["a"]), Class::Addition);
    }

    #[test]
    fn dutch_table() {
        let normalizer = Normalizer::of(Language::literal("nl"), false);
        for (a, b, want) in [
            ("zo’n", "zo'n", "typographic"),
            ("10.000", "10000", "typographic"),
            ("Dag", "dag", "case"),
            ("dé", "de", "accent"),
            ("vóór", "voor", "accent"),
            ("zeeën", "zeeen", "accent"),
            ("een", "één", "wording"),
            ("appel", "appèl", "wording"),
            ("ĳs", "ijs", "typographic"),
            ("z'n", "zijn", "spelling"),
            ("mensch", "mens", "spelling"),
            ("menschelijk", "menselijk", "spelling"),
            ("loopen", "lopen", "spelling"),
            ("beloonen", "belonen", "spelling"),
            ("zoo", "zo", "spelling"),
            ("visschen", "vissen", "spelling"),
            ("Nederlandsche", "Nederlandse", "spelling"),
            ("aktie", "actie", "spelling"),
            ("produkten", "producten", "spelling"),
            ("pannekoeken", "pannenkoeken", "spelling"),
            ("zee-eend", "zeeëend", "spelling"),
            ("den", "de", "inflection"),
            ("huizen", "huis", "inflection"),
            ("lieve", "lief", "inflection"),
            ("steden", "stad", "inflection"),
            ("kwam", "gekomen", "inflection"),
            ("werkte", "werkt", "inflection"),
            ("vrijheden", "vrijheid", "inflection"),
            ("loopt", "liep", "inflection"),
            ("boekje", "boek", "derivation"),
            ("heiligheid", "heilig", "derivation"),
            ("verklaring", "verklaren", "derivation"),
            ("zon", "zoon", "wording"),
            ("gebed", "bed", "wording"),
            ("mens", "men", "wording"),
            ("gij", "jij", "wording"),
        ] {
            assert_eq!(normalizer.class(&[a], &[b]).name(), want, "{a} {b}");
            assert_eq!(normalizer.class(&[b], &[a]).name(), want, "{b} {a}");
        }
    }
}
