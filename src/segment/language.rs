//! The language of a text, and whether a paragraph is in another one.
//!
//! Function words tell: they are few, frequent, and few are shared. Where a paragraph has none of the witness's language
//! nor of the others known here, [`whatlang`] is asked, with high demands: titles, lists of names and old spelling must
//! never be taken for a foreign language.

use super::rules::{Rules, rules};
use crate::witness::Language;

/// Bytes that are looked at to tell the language of a whole text, in pieces from all over it.
const SAMPLE: usize = 1 << 16;
const SAMPLE_PIECES: usize = 16;
/// Words that are looked at in a paragraph: its beginning tells.
const PARAGRAPH_WORDS: usize = 60;
/// Fewer words than this are never taken for another language.
const FEWEST_WORDS: usize = 8;

/// The language of a text, by its function words and letters; `None` when there is too little of it to tell.
pub fn detect_language(text: &str) -> Option<Language> {
    // Two words can be a coincidence (`a`, `on`); a third of a rival's count makes a tie between sisters.
    const FEWEST: usize = 3;
    let sample = sample(text);
    let mut counts = Language::ALL.map(|l| (count(&sample, rules(l)), l));
    counts.sort_by_key(|&(n, _)| std::cmp::Reverse(n));
    let [(best, language), (second, _), ..] = counts;
    if best >= FEWEST && best * 4 >= second * 5 {
        return Some(language);
    }
    let info = whatlang::detect(&sample)?;
    if !info.is_reliable() {
        return None;
    }
    ours(info.lang())
}

/// Words of the list in `text`.
fn count(text: &str, rules: &Rules) -> usize {
    words(text).filter(|w| rules.is_function(w)).count()
}

/// Up to [`SAMPLE`] bytes of a text, in pieces from all over it.
fn sample(text: &str) -> String {
    if text.len() <= SAMPLE {
        return text.to_owned();
    }
    let piece = SAMPLE / SAMPLE_PIECES;
    (0..SAMPLE_PIECES)
        .map(|i| {
            let start = boundary(text, text.len() / SAMPLE_PIECES * i);
            &text[start..boundary(text, start + piece)]
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The last character boundary of `text` at or before byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&i| text.is_char_boundary(i))
        .unwrap_or(0)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
}

fn ours(lang: whatlang::Lang) -> Option<Language> {
    Some(match lang {
        whatlang::Lang::Fra => Language::French,
        whatlang::Lang::Eng => Language::English,
        whatlang::Lang::Deu => Language::German,
        whatlang::Lang::Spa => Language::Spanish,
        whatlang::Lang::Ita => Language::Italian,
        _ => return None,
    })
}

/// The code of the language of a paragraph, when it is certainly not `language`.
pub(super) fn foreign(paragraph: &str, language: Language) -> Option<String> {
    // A native text has a function word in every three or four words; the rarest pages still have one in seven.
    const NATIVE_SHARE: usize = 7;
    let native = rules(language);
    let mut all = 0;
    let mut known = 0;
    for word in words(paragraph).take(PARAGRAPH_WORDS) {
        all += 1;
        known += usize::from(native.is_function(word));
    }
    if all < FEWEST_WORDS || known * NATIVE_SHARE >= all {
        return None;
    }
    sister(paragraph, language, all).or_else(|| stranger(paragraph, language, known, all))
}

/// Another of the languages known here, by function words that this one does not have.
fn sister(paragraph: &str, language: Language, all: usize) -> Option<String> {
    const FEWEST: usize = 4;
    const SHARE: usize = 6;
    let native = rules(language);
    Language::ALL
        .into_iter()
        .filter(|&other| other != language)
        .map(|other| {
            let rules = rules(other);
            let (mut theirs, mut own) = (0, 0);
            for word in words(paragraph).take(PARAGRAPH_WORDS) {
                match (rules.is_function(word), native.is_function(word)) {
                    (true, false) => theirs += 1,
                    (false, true) => own += 1,
                    _ => {}
                }
            }
            (theirs, own, other)
        })
        .filter(|&(theirs, own, _)| theirs >= FEWEST && theirs * SHARE >= all && own * 4 <= theirs)
        .max_by_key(|&(theirs, ..)| theirs)
        .map(|(.., other)| other.code().to_owned())
}

/// Any other language that [`whatlang`] is sure of.
fn stranger(paragraph: &str, language: Language, known: usize, all: usize) -> Option<String> {
    const FEWEST: usize = 20;
    const CONFIDENCE: f64 = 0.95;
    /// What `whatlang` is shown, in bytes: enough to be sure.
    const SHOWN: usize = 2000;
    let shown = &paragraph[..boundary(paragraph, SHOWN)];
    let info = whatlang::detect(shown)?;
    let latin = info.script() == whatlang::Script::Latin;
    // Names begin with capitals: a paragraph of names says nothing of its language.
    let small = words(shown)
        .take(PARAGRAPH_WORDS)
        .filter(|w| w.starts_with(char::is_lowercase))
        .count();
    let certain = if latin {
        all >= FEWEST
            && known * 20 <= all
            && small * 3 >= all * 2
            && info.confidence() >= CONFIDENCE
    } else {
        info.is_reliable()
    };
    (certain && ours(info.lang()) != Some(language)).then(|| code(info.lang()).to_owned())
}

/// The ISO 639-1 code, or the 639-3 code where there is none.
fn code(lang: whatlang::Lang) -> &'static str {
    use whatlang::Lang;
    match lang {
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        _ => lang.code(),
    }
}
