//! `endings.txt`: by what words are told to be forms of one word, or words of one family.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::sections::Sections;

/// A word whose endings are looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spelled<'w> {
    /// In lower case, with its accents: they tell endings apart (`coupe`, `coupé`).
    pub(crate) written: &'w str,
    /// Without them, letter by letter the same.
    pub(crate) bare: &'w str,
}

/// The endings of a language.
#[derive(Debug)]
pub(crate) struct Endings {
    /// Of conjugation and declension.
    ///
    /// With their accents, and without them for texts that have none.
    inflection: FxHashMap<Cow<'static, str>, Paradigms>,
    /// That make one word of another; singular, without accents.
    derivation: FxHashSet<&'static str>,
    /// Prefixes that leave a word in its family; longer first.
    pub(crate) prefixes: Vec<&'static str>,
    /// Vowels of a root, and what they become in some of its forms.
    vowels: Vec<(&'static str, &'static str)>,
    /// Letters at the end of a root that are written in two ways, by what stands behind them.
    letters: Vec<(&'static str, &'static str)>,
    /// What verbs are parted from where a participle has its prefix inside.
    particles: Vec<&'static str>,
}

/// The paradigms that an ending is of: one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Paradigms {
    /// Behind the root as it is in the first form.
    plain: u128,
    /// Behind a root whose vowel has changed.
    changed: u128,
    /// Behind the root, with the prefix of participles before it.
    prefixed: u128,
}

/// How many paradigms a language may have: the bits of [`Paradigms`].
pub(super) const MOST_PARADIGMS: usize = 128;
/// What participles begin with, or have behind a particle.
const PARTICIPLE: &str = "ge";
/// What infinitives have behind a particle: `anzukommen`, `aantekomen`.
const INFINITIVE: [&str; 2] = ["zu", "te"];
/// Fewest letters of a root, and of one that is a word itself.
const SHORTEST_ROOT: usize = 3;
const SHORTEST_WORD: usize = 2;

/// A word taken apart: what stands before an ending, and of which paradigms the ending is.
#[derive(Debug)]
struct Split {
    root: String,
    /// Whether the root is the word.
    whole: bool,
    of: Paradigms,
}

/// What the roots of two words are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Roots {
    Same,
    /// The second has the changed vowel.
    Changed,
    /// The first has it.
    ChangedBack,
    Different,
}

impl Endings {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        let mut inflection: FxHashMap<Cow<'static, str>, Paradigms> = FxHashMap::default();
        let paradigms = sections
            .lines("inflection")
            .chunk_by(|_, next| next.starts_with(' '));
        for (number, lines) in paradigms.take(MOST_PARADIGMS).enumerate() {
            let bit = 1 << number;
            for ending in lines.iter().flat_map(|line| line.split_whitespace()) {
                let (mark, ending) = match ending.split_at_checked(1) {
                    Some((mark @ ("~" | "+"), ending)) => (mark, ending),
                    _ => ("", ending),
                };
                let ending = no_ending(ending);
                let plain: String = ending.nfd().filter(|&c| !is_combining_mark(c)).collect();
                for ending in [Cow::Borrowed(ending), Cow::Owned(plain)] {
                    let of = inflection.entry(ending).or_default();
                    *match mark {
                        "~" => &mut of.changed,
                        "+" => &mut of.prefixed,
                        _ => &mut of.plain,
                    } |= bit;
                }
            }
        }
        Self {
            inflection,
            derivation: sections.words("derivation").collect(),
            prefixes: sections.list("prefixes"),
            vowels: sections.pairs("vowels").collect(),
            letters: sections.pairs("letters").collect(),
            particles: sections.list("particles"),
        }
    }

    /// Whether no endings are known.
    pub(crate) fn is_empty(&self) -> bool {
        self.inflection.is_empty()
    }

    /// Whether two words may be forms of one: what is left of them behind one root are endings of one paradigm.
    pub(crate) fn of_one_word(&self, a: Spelled<'_>, b: Spelled<'_>) -> bool {
        // Behind a particle roots begin elsewhere.
        if self.particles.is_empty() && !self.may_share_root(a.bare, b.bare) {
            return false;
        }
        let (a, b) = (self.splits(a), self.splits(b));
        a.iter().any(|x| {
            let long = x.root.chars().nth(SHORTEST_ROOT - 1).is_some();
            b.iter().any(|y| match self.roots(&x.root, &y.root) {
                _ if !(long || x.whole || y.whole) => false,
                Roots::Same => (x.of.plain | x.of.changed) & (y.of.plain | y.of.changed) != 0,
                Roots::Changed => x.of.plain & y.of.changed != 0,
                Roots::ChangedBack => x.of.changed & y.of.plain != 0,
                Roots::Different => false,
            })
        })
    }

    /// Whether one word may be made of the other, or both of a third: behind one root stand an ending that derives and
    /// another ending. `same_stem` tells that a stemmer unites them.
    pub(crate) fn of_one_family(&self, a: Spelled<'_>, b: Spelled<'_>, same_stem: bool) -> bool {
        let fewest = if same_stem { FEWEST_OF_STEM } else { FEWEST };
        // Where nothing but an ending of inflection sets the two apart they are a word and a verb made of it.
        let makes = |root: &str, ending: &str| {
            let letters = root.chars().count();
            letters >= fewest && self.derives(ending)
                || letters >= FEWEST && self.inflection.contains_key(ending)
        };
        self.is_made(a.bare, b.bare, makes) || self.is_made(b.bare, a.bare, makes)
    }

    /// Whether the second word is the first one, of four letters or more, with an ending of inflection behind it.
    pub(crate) fn lengthens(&self, word: Spelled<'_>, longer: Spelled<'_>) -> bool {
        let Some(ending) = longer.written.strip_prefix(word.written) else {
            return false;
        };
        let of = |ending: &str| self.inflection.get(ending).map_or(0, |of| of.plain);
        !ending.is_empty() && word.bare.chars().count() >= FEWEST && of("") & of(ending) != 0
    }

    /// Whether there are verbs whose particle may stand apart.
    pub(crate) fn part_verbs(&self) -> bool {
        !self.particles.is_empty()
    }

    /// Whether verbs are parted from a word, given as a spelling key.
    pub(crate) fn is_particle(&self, key: &str) -> bool {
        self.particles.contains(&key)
    }

    /// Whether a word, given as a spelling key, stands between a particle and its infinitive: Dutch `op te staan`.
    pub(crate) fn is_before_infinitive(&self, key: &str) -> bool {
        !self.particles.is_empty() && INFINITIVE.contains(&key)
    }

    /// Whether an ending that derives sets the two words apart, however short they are.
    pub(crate) fn are_apart_by_derivation(&self, a: &str, b: &str) -> bool {
        let makes = |_: &str, ending: &str| self.derives(ending);
        self.is_made(a, b, makes) || self.is_made(b, a, makes)
    }

    /// Whether the first word has a root in common with the second, behind which an ending makes it.
    fn is_made(&self, a: &str, b: &str, makes: impl Fn(&str, &str) -> bool) -> bool {
        self.may_share_root(a, b)
            && cuts(a).any(|at| {
                let (root, ending) = a.split_at(at);
                makes(root, ending)
                    && cuts(b).any(|at| {
                        let (other, ending) = b.split_at(at);
                        (self.inflection.contains_key(ending) || self.derivation.contains(ending))
                            && self.roots(root, other) != Roots::Different
                    })
            })
    }

    /// Whether an ending makes one word of another, alone or declined.
    fn derives(&self, ending: &str) -> bool {
        let mut parts = (1..ending.len()).filter_map(|at| ending.split_at_checked(at));
        self.derivation.contains(ending)
            || parts.any(|(made, rest)| {
                self.derivation.contains(made) && self.inflection.contains_key(rest)
            })
    }

    /// Whether two words, as spelling keys, have one prefix before what `agree` says is one word.
    ///
    /// The prefix of participles is given back to a word that has another in its place (`übernommen`), and that of
    /// infinitives is taken off.
    pub(crate) fn behind_one_prefix(
        &self,
        a: &str,
        b: &str,
        agree: impl Fn(&str, &str) -> bool,
    ) -> bool {
        let prefixes = self.particles.iter().chain(&self.prefixes);
        prefixes.copied().any(|prefix| {
            let (Some(x), Some(y)) = (a.strip_prefix(prefix), b.strip_prefix(prefix)) else {
                return false;
            };
            // Where verbs are not made by particles a word begins like a prefix more often.
            let (prefixes, words) = if self.particles.is_empty() {
                (2, 4)
            } else {
                (1, 3)
            };
            if prefix.len() < prefixes || x.len().min(y.len()) < words {
                return false;
            }
            if self.particles.is_empty() {
                return agree(x, y);
            }
            let given = |word: &str| format!("{PARTICIPLE}{word}");
            let taken = |word: &'_ str| -> Option<String> {
                let rest = INFINITIVE
                    .iter()
                    .find_map(|prefix| word.strip_prefix(prefix));
                rest.map(str::to_owned)
            };
            let ways = |word: &str| {
                [Some(word.to_owned()), Some(given(word)), taken(word)]
                    .into_iter()
                    .flatten()
            };
            ways(x).any(|x| ways(y).any(|y| agree(&x, &y)))
        })
    }

    /// The ways to take a word apart.
    fn splits(&self, word: Spelled<'_>) -> Vec<Split> {
        let mut splits = self.plain_splits("", word);
        if self.particles.is_empty() {
            return splits;
        }
        // angekommen, anzukommen: the particle stands with the root.
        for particle in self.particles.iter().copied().chain([""]) {
            let Some(rest) = word.behind(particle) else {
                continue;
            };
            if let Some(rest) = rest.behind(PARTICIPLE) {
                splits.extend(
                    self.plain_splits(particle, rest)
                        .into_iter()
                        .map(|split| Split {
                            of: Paradigms {
                                plain: split.of.prefixed,
                                ..Paradigms::default()
                            },
                            ..split
                        }),
                );
            }
            let infinitives = INFINITIVE.into_iter().filter(|_| !particle.is_empty());
            for rest in infinitives.filter_map(|prefix| rest.behind(prefix)) {
                splits.extend(self.plain_splits(particle, rest));
            }
        }
        splits
    }

    /// The ways to cut an ending off; the roots with `particle` before them.
    fn plain_splits(&self, particle: &str, word: Spelled<'_>) -> Vec<Split> {
        let letters = word.written.char_indices().zip(word.bare.char_indices());
        let ends = [(word.written.len(), word.bare.len())];
        let cuts = letters.map(|((at, _), (bare, _))| (at, bare)).chain(ends);
        let known = cuts.skip(SHORTEST_WORD).filter_map(|(at, bare)| {
            let (root, ending) = (&word.bare[..bare], &word.written[at..]);
            let of = *self.inflection.get(ending)?;
            root.contains(is_vowel).then(|| Split {
                root: format!("{particle}{root}"),
                whole: ending.is_empty(),
                of,
            })
        });
        known.collect()
    }

    /// Whether roots at the heads of two words can be other than different: they begin alike, or with what becomes the other.
    /// Nearly all pairs are told apart so, before anything is cut.
    fn may_share_root(&self, a: &str, b: &str) -> bool {
        let becomes = |(from, to): &(&str, &str)| {
            a.starts_with(from) && b.starts_with(to) || b.starts_with(from) && a.starts_with(to)
        };
        a.chars().next() == b.chars().next() || self.vowels.iter().chain(&self.letters).any(becomes)
    }

    fn roots(&self, a: &str, b: &str) -> Roots {
        if a == b {
            return Roots::Same;
        }
        let rewritten = |a, b| {
            self.letters
                .iter()
                .any(|pair| replaced(a, b, pair) == Some(""))
        };
        let changed = |a, b| {
            let behind = self.vowels.iter().filter_map(|pair| replaced(a, b, pair));
            behind.into_iter().any(|rest| !rest.contains(is_vowel))
        };
        if rewritten(a, b) || rewritten(b, a) {
            Roots::Same
        } else if changed(a, b) {
            Roots::Changed
        } else if changed(b, a) {
            Roots::ChangedBack
        } else {
            Roots::Different
        }
    }
}

/// Fewest letters that a word has in common with one that is made of it, and fewest where both have one stem.
const FEWEST: usize = 4;
const FEWEST_OF_STEM: usize = 3;

/// An ending as it is written in the file: `-` is none.
fn no_ending(ending: &'static str) -> &'static str {
    if ending == "-" { "" } else { ending }
}

/// Where a word may be cut so that the first part is a root.
fn cuts(word: &str) -> impl Iterator<Item = usize> {
    let inside = word.char_indices().map(|(at, _)| at);
    let cuts = inside.chain([word.len()]).skip(SHORTEST_WORD);
    cuts.filter(|&at| word[..at].contains(is_vowel))
}

impl<'w> Spelled<'w> {
    /// What stands behind a prefix without accents.
    fn behind(self, prefix: &str) -> Option<Self> {
        Some(Self {
            written: self.written.strip_prefix(prefix)?,
            bare: self.bare.strip_prefix(prefix)?,
        })
    }
}

/// What stands in both words behind `pair`, if the second word is the first with the one in place of the other.
fn replaced<'w>(a: &'w str, b: &str, (from, to): &(&str, &str)) -> Option<&'w str> {
    if a.len() + to.len() != b.len() + from.len() {
        return None;
    }
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    // What stands for the letters may begin as they do: a, ae.
    (same.saturating_sub(from.len())..=same)
        .rev()
        .find_map(|at| {
            let rest = a.get(at..)?.strip_prefix(from)?;
            (b.get(at..)?.strip_prefix(to)? == rest).then_some(rest)
        })
}

fn is_vowel(letter: char) -> bool {
    "aeiouyäöü".contains(letter)
}
