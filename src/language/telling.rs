//! What tells the language of a text: its function words, which are few, frequent, and shared by few languages; and its letters.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::letters::{LETTERS, Says};
use super::list::{BRIEF, KNOWN};
use super::profile::Profile;
use super::sections::Sections;
use super::words::{LONGEST_TELLING, telling};
use crate::witness::Language;

/// One bit for each language.
type Languages = u128;

/// For each telling word the languages in which it is one, by their places in the lists.
static TELLING: LazyLock<FxHashMap<&'static str, Languages>> = LazyLock::new(|| {
    const { assert!(KNOWN.len() + BRIEF.len() <= Languages::BITS as usize) };
    let mut words: FxHashMap<&'static str, Languages> = FxHashMap::default();
    for (place, profile) in profiles().enumerate() {
        for word in telling(&Sections::parse(profile.files.function_words)) {
            *words.entry(word).or_default() |= 1 << place;
        }
    }
    words
});

/// The languages whose letters are known, by their places among these.
struct ByLetters {
    /// The place of each of [`profiles`].
    places: Vec<Option<usize>>,
    /// The commonest words of the others.
    common: FxHashMap<&'static str, Languages>,
}

static BY_LETTERS: LazyLock<ByLetters> = LazyLock::new(|| {
    let languages = &LETTERS.languages;
    assert!(languages.len() <= Languages::BITS as usize);
    let place = |profile: &Profile| {
        let mut all = languages.iter();
        all.position(|lettered| lettered.language == profile.language())
    };
    let mut common: FxHashMap<&'static str, Languages> = FxHashMap::default();
    for (place, lettered) in languages.iter().enumerate() {
        for word in &lettered.common {
            *common.entry(word).or_default() |= 1 << place;
        }
    }
    ByLetters {
        places: profiles().map(place).collect(),
        common,
    }
});

/// The languages, by their places among those whose letters are known, of which a word in lower case is a telling word.
fn lettered(word: &str) -> Languages {
    let by = &*BY_LETTERS;
    let listed = places(languages(word, &TELLING)).filter_map(|place| by.places[place]);
    listed.fold(languages(word, &by.common), |all, place| all | 1 << place)
}

fn profiles() -> impl Iterator<Item = &'static Profile> {
    KNOWN.iter().chain(&BRIEF)
}

/// The languages of which `word`, in any case, is a telling word.
fn languages(word: &str, telling: &FxHashMap<&'static str, Languages>) -> Languages {
    if word.len() > LONGEST_TELLING {
        return 0;
    }
    let found = telling.get(word).copied().or_else(|| {
        let lower = word
            .contains(char::is_uppercase)
            .then(|| word.to_lowercase());
        lower.and_then(|lower| telling.get(lower.as_str()).copied())
    });
    found.unwrap_or_default()
}

/// The places of the bits that are set.
fn places(mut of: Languages) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (of != 0).then(|| of.trailing_zeros() as usize)?;
        of &= of - 1;
        Some(place)
    })
}

/// How many of some words are function words.
#[derive(Debug)]
pub(crate) struct Told {
    /// The language that has most of them among its commonest, and how many; of those with words of their own the first where
    /// two have as many.
    pub(crate) best: (usize, Language),
    /// How many the next has: of the languages with words of their own, where the best is one.
    pub(crate) second: usize,
}

/// Counts among `words` (any case) the commonest function words of each language.
///
/// A language that is known in brief, with fewer words, stands against those known well; between two of these it has no say.
pub(crate) fn count<'w>(words: impl Iterator<Item = &'w str>) -> Told {
    let mut counts = [0; KNOWN.len() + BRIEF.len()];
    for word in words {
        for place in places(languages(word, &TELLING)) {
            counts[place] += 1;
        }
    }
    let (known, brief) = counts.split_at(KNOWN.len());
    let (known, brief) = (two_best(known, &KNOWN), two_best(brief, &BRIEF));
    if brief.best.0 * 4 >= known.best.0 * 5 {
        Told {
            second: brief.second.max(known.best.0),
            ..brief
        }
    } else {
        known
    }
}

/// The languages with the two highest counts.
fn two_best(counts: &[usize], profiles: &[Profile]) -> Told {
    let mut told = Told {
        best: (0, profiles[0].language()),
        second: 0,
    };
    for (&count, profile) in counts.iter().zip(profiles) {
        if count > told.best.0 {
            told.second = told.best.0;
            told.best = (count, profile.language());
        } else {
            told.second = told.second.max(count);
        }
    }
    told
}

/// What the words and the letters of a text in Latin letters say of its language.
#[derive(Debug)]
pub(crate) struct Weighed {
    /// How many different words there are.
    pub(crate) words: usize,
    /// The likeliest language.
    pub(crate) best: Language,
    /// By how much it is likelier than the next, in nats, 0 or more.
    pub(crate) lead: f64,
    /// The likeliest of the languages with words of their own, and by how much the [default](Language::default) is less
    /// likely, in nats, 0 or more.
    pub(crate) known: (Language, f64),
    /// How much of the text is as in the likeliest language: the share of its function words and, of the groups of letters
    /// in the other words, of those that it has; from 0 to 2.
    pub(crate) likeness: f64,
}

/// What a function word says for its languages, in nats: a tenth of all that a frequent one says in a long text, because one
/// may stand in a name, and lists are not equally long.
const FUNCTION_WORD: f64 = 3.0;
/// What it says for a language that it has words of its own, in nats: texts are in one of these rather than in any other.
const EXPECTED: f64 = 3.0;
/// What a word with a letter that a language has not says against it, in nats: as much as a function word says for another.
const FOREIGN_LETTER: f64 = 3.0;
/// Names, which have capitals, look like words of any language: their letters say half as much.
const CAPITAL: f64 = 0.5;

/// Weighs what `words` (any case) say of the language that they are in. What returns says no more than once.
pub(crate) fn weigh<'w>(words: impl Iterator<Item = &'w str>) -> Weighed {
    let of = &LETTERS.languages;
    let is_known = |language: Language| Profile::known(language).is_some();
    let prior = |language| if is_known(language) { EXPECTED } else { 0.0 };
    let mut scores: Vec<f64> = of.iter().map(|l| prior(l.language)).collect();
    let mut seen = FxHashSet::default();
    let (words, lower): (Vec<&str>, Vec<String>) = words
        .map(|word| (word, word.to_lowercase()))
        .filter(|(_, lower)| seen.insert(lower.clone()))
        .unzip();
    let small = words
        .iter()
        .any(|word| word.starts_with(char::is_lowercase));
    let mut asked = LETTERS.asked();
    let said: Vec<Vec<Says>> = lower
        .iter()
        .map(|word| asked.word(word).collect())
        .collect();
    drop(asked);
    for (at, ((word, lower), said)) in words.iter().zip(&lower).zip(&said).enumerate() {
        let name = small && at > 0 && word.starts_with(char::is_uppercase);
        let weight = if name { CAPITAL } else { 1.0 };
        for &(place, says) in said.iter().flat_map(|says| says.iter()) {
            scores[place] += weight * says;
        }
        if !lower.is_ascii() {
            for (score, _) in scores.iter_mut().zip(of).filter(|(_, l)| l.lacks(lower)) {
                *score -= weight * FOREIGN_LETTER;
            }
        }
        for place in places(lettered(lower)) {
            scores[place] += FUNCTION_WORD;
        }
    }
    let best = highest(&scores, |_| true);
    let second = highest(&scores, |place| place != best);
    let known = highest(&scores, |place| is_known(of[place].language));
    let default = highest(&scores, |place| of[place].language == Language::default());
    Weighed {
        words: words.len(),
        best: of[best].language,
        lead: scores[best] - scores[second],
        known: (of[known].language, scores[known] - scores[default]),
        likeness: likeness(&lower, &said, best),
    }
}

/// The first place with the highest score.
fn highest(scores: &[f64], may: impl Fn(usize) -> bool) -> usize {
    let places = (0..scores.len()).filter(|&place| may(place));
    let best = places.reduce(|best, place| {
        if scores[place] > scores[best] {
            place
        } else {
            best
        }
    });
    best.unwrap_or_default()
}

/// See [`Weighed::likeness`]; `said` is what the groups of each word say.
fn likeness(words: &[String], said: &[Vec<Says>], language: usize) -> f64 {
    let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
    let has = |says: &&Says| says.iter().any(|&(of, _)| of == language);
    let (mut functions, mut known, mut all) = (0, 0, 0);
    for (word, said) in words.iter().zip(said) {
        if lettered(word) & 1 << language != 0 {
            functions += 1;
        } else {
            known += said.iter().filter(has).count();
            all += said.len();
        }
    }
    share(functions, words.len()) + share(known, all)
}

/// The English name of a language whose letters are known.
pub(crate) fn name(language: Language) -> Option<&'static str> {
    let mut languages = LETTERS.languages.iter();
    let found = languages.find(|lettered| lettered.language == language)?;
    Some(found.name)
}
