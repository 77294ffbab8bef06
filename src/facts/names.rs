//! Proper names in the tokens of a unit.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::language::chars::is_apostrophe;
use crate::language::{FactWords, Profile};
use crate::lexicon::{Vocabulary, WordType};
use crate::witness::{TokenKind, Witness};

use crate::table::FactKind;

use super::forms::Standing;
use super::mention::{Mention, Said};
use super::nouns;
use super::spelling::{Spelling, is_capital};
use crate::normalize::{Tokens, calls_note};

/// Words of this many letters that begin alike are of one family: Russie, russe.
const FAMILY: usize = 4;
/// Names shorter than this are other names when a letter differs: Iran, Irak.
const SHORT_NAME: usize = 5;

/// What the witnesses tell of their names: a word is one when it has a capital inside a sentence somewhere, and stands
/// nowhere in lower case.
///
/// A word that stands at the beginning of sentences only may be one as well. It is when a verb follows, in a language
/// where a noun would have an article (`Poutine a dit`), or when the other text has a name or a pronoun in its place.
pub(super) struct Names<'a> {
    /// Folded, as the others.
    known: FxHashSet<&'a str>,
    common: FxHashSet<&'a str>,
    /// Known names that say whose son somebody is.
    patronymics: FxHashSet<&'a str>,
    /// Words that stand somewhere with a letter in lower case.
    written: FxHashSet<&'a str>,
}

/// What a distinct token tells of names and sentences wherever it stands.
#[derive(Debug, Clone, Copy)]
struct Clue {
    capital: bool,
    /// Whether a sentence begins behind it; where it tells nothing, as much as before it.
    opens: Option<bool>,
}

impl Clue {
    fn of(word: &WordType) -> Self {
        let text = word.word();
        let opens = match word.kind {
            TokenKind::Punctuation => (!matches!(text, "," | "'" | "’" | "-")).then_some(true),
            // A verse or a list has its number before the sentence.
            TokenKind::Number => None,
            // After an elision the sentence still begins: L’Accord, `’s Avonds`.
            TokenKind::Word => {
                (!text.ends_with(is_apostrophe) && !is_clipped(text)).then_some(false)
            }
        };
        Self {
            capital: word.kind == TokenKind::Word && is_capital(text) && word.chars > 1,
            opens,
        }
    }
}

impl<'a> Names<'a> {
    /// What the witnesses tell; `vocabulary` is theirs, `spellings` are those of its distinct tokens.
    pub(super) fn new(
        witnesses: &[Witness],
        vocabulary: &Vocabulary,
        spellings: &'a [Spelling],
    ) -> Self {
        let types = vocabulary.types();
        let clues: Vec<Clue> = types.iter().map(Clue::of).collect();
        let mut inside = vec![false; types.len()];
        for (w, witness) in witnesses.iter().enumerate() {
            let capitals = Profile::of(witness.language).facts().capitals_name;
            let mut starts = witness.sentences.iter().map(|s| s.tokens.start).peekable();
            let mut opening = true;
            for (t, &id) in vocabulary.tokens(w).iter().enumerate() {
                while starts.next_if(|&start| start <= t as u32).is_some() {
                    opening = true;
                }
                let (clue, inside) = (clues[id as usize], &mut inside[id as usize]);
                if clue.capital && capitals && !opening && !*inside {
                    *inside = !is_verb(witness, t)
                        && !is_shouted(witness, t)
                        && !opens_speech(witness, t);
                }
                opening = clue.opens.unwrap_or(opening);
            }
        }
        let mut names = Self {
            known: FxHashSet::default(),
            common: FxHashSet::default(),
            patronymics: FxHashSet::default(),
            written: FxHashSet::default(),
        };
        let small = types.iter().zip(spellings);
        let small = small.filter(|(word, _)| word.word().contains(char::is_lowercase));
        let written = small.filter(|(word, _)| !is_acronym(word.word()));
        names
            .written
            .extend(written.map(|(_, spelling)| &*spelling.folded));
        for ((word, spelling), inside) in types.iter().zip(spellings).zip(inside) {
            if inside {
                names.known.insert(&spelling.folded);
            } else if word.kind == TokenKind::Word && !is_capital(word.word()) {
                names.common.insert(&spelling.folded);
            }
        }
        names.known.retain(|name| !names.common.contains(name));
        names
            .known
            .extend(nouns::told(witnesses, vocabulary, spellings));
        let mut known: Vec<&str> = names.known.iter().copied().collect();
        known.sort_unstable();
        for witness in witnesses {
            let endings = &Profile::of(witness.language).facts().cues.patronymics;
            let found = known.iter().filter(|name| {
                let mut stems = endings.iter().filter_map(|end| name.strip_suffix(end));
                stems.any(|stem| has_father(&known, name, stem))
            });
            let found: Vec<&str> = found.copied().collect();
            names.patronymics.extend(found);
        }
        names
    }

    /// Whether a name says whose son somebody is.
    pub(super) fn is_patronymic(&self, spelling: &Spelling) -> bool {
        self.patronymics.contains(&*spelling.folded)
    }

    /// Whether a distinct token is a name where it has a capital.
    pub(super) fn standing(
        &self,
        word: &WordType,
        spelling: &Spelling,
        words: &FactWords,
    ) -> Option<Standing> {
        let text = word.word();
        if word.kind == TokenKind::Word && is_code(text) {
            return Some(Standing::Known);
        }
        if word.kind != TokenKind::Word || !is_capital(text) || text.ends_with(is_apostrophe) {
            return None;
        }
        if words.cues.titles.contains(&*spelling.lower) {
            return None;
        }
        if self.known.contains(&*spelling.folded) {
            return Some(Standing::Known);
        }
        // In a heading all in capitals only a list tells them.
        let listed = words.capitals_name && words.cues.places.contains(&*spelling.lower);
        if listed && !self.common.contains(&*spelling.folded) {
            return Some(Standing::Known);
        }
        if !words.capitals_name {
            return if nouns::is_listed_name(&spelling.lower, words) {
                Some(Standing::Known)
            } else {
                let standing = nouns::standing(&spelling.lower, words);
                let acronym = is_acronym(text) && !self.written.contains(&*spelling.folded);
                standing.map(|standing| if acronym { Standing::Known } else { standing })
            };
        }
        self.may_open(text, spelling, words)
            .then_some(Standing::Perhaps)
    }

    /// Whether a word that is known by a capital at the beginning of a sentence alone may be a name.
    fn may_open(&self, text: &str, spelling: &Spelling, words: &FactWords) -> bool {
        // Of Eux-mêmes and Celui-ci the first word tells, of Saint-Denis it does not.
        let lower = match text.split_once('-') {
            Some((_, rest)) if !is_capital(rest) => {
                // In lower case its apostrophe may be another character.
                let first = spelling.lower.split_once('-');
                first.map_or(&*spelling.lower, |(first, _)| first)
            }
            _ => &*spelling.lower,
        };
        let grammar = [
            &words.functions.all,
            &words.cues.negations,
            &words.cues.excuses,
            &words.cues.openings,
        ];
        spelling.folded.chars().count() > 1
            && !self.common.contains(&*spelling.folded)
            && !grammar.iter().any(|set| set.contains(lower))
            && !words
                .cues
                .verb_endings
                .iter()
                .any(|end| lower.ends_with(end))
    }
}

/// Whether a word is one letter that an apostrophe leaves of it, which has no capital where a sentence begins: `’s`, `’t`.
fn is_clipped(text: &str) -> bool {
    let mut rest = text.strip_prefix(is_apostrophe).map(str::chars);
    let letter = rest.as_mut().and_then(Iterator::next);
    letter.is_some_and(char::is_lowercase) && rest.is_some_and(|mut rest| rest.next().is_none())
}

/// Whether another known name begins with the stem of a patronymic; the names are sorted.
fn has_father(known: &[&str], name: &str, stem: &str) -> bool {
    const STEM: usize = 3;
    let from = known.partition_point(|known| *known < stem);
    let mut fathers = known[from..].iter().take_while(|f| f.starts_with(stem));
    stem.len() >= STEM && fathers.any(|father| *father != name && !father.starts_with(name))
}

/// Adds the names in a unit.
pub(super) fn find(said: &Said, found: &mut Vec<Mention>) {
    for at in said.places(|form| form.name.is_some()) {
        if is_verb(said.witness, said.token(at).get()) || is_exclaimed(said, at) {
            continue;
        }
        // Where every noun has a capital, capitals alone tell a name but in a text that is all in capitals.
        if !said.words.capitals_name && is_acronym(said.text(at)) && is_shouting(said) {
            continue;
        }
        let mut known = said.form(at).name == Some(Standing::Known);
        if !known && !said.words.capitals_name {
            match nouns::at_place(said, at) {
                Some(standing) => known = standing == Standing::Known,
                None => continue,
            }
        }
        let value = said.folded(at).to_owned();
        found.push(Mention {
            weak: !known && !is_subject(said, at),
            of_kin: said.form(at).patronymic || is_of_kin(said, at),
            ..said.mention(FactKind::Name, value, at..at + 1)
        });
    }
}

/// Whether a word stands in a phrase whose names name nobody: for Heaven’s sake.
fn is_exclaimed(said: &Said, at: usize) -> bool {
    let cues = &said.words.cues;
    cues.exclaimed.contains(said.lower(at)) && said.within(at, &cues.exclamations).is_some()
}

/// Whether a word is one of letters and figures, which name things: `A320`, `mp3`.
pub(super) fn is_code(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.contains(char::is_alphabetic)
        && !calls_note(text)
}

/// Whether a word is one of capitals, with perhaps a letter between that is none: `SPD`, `AfD`, `UdSSR`.
fn is_acronym(text: &str) -> bool {
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
    let letters = || text.chars();
    LETTERS.contains(&letters().count())
        && letters().all(char::is_alphabetic)
        && is_capital(text)
        && text.ends_with(char::is_uppercase)
        && letters().filter(|c| c.is_lowercase()).count() <= 1
}

/// Whether a word stands behind a comma with a verb of saying shortly before it, so that speech may begin there, which older print
/// does not quote: `And he said unto them, Behold`. What names before and behind it make a list of is none.
fn opens_speech(witness: &Witness, at: usize) -> bool {
    /// Words between the verb and the comma, at most.
    const NEAR: usize = 4;
    let Some(comma) = at.checked_sub(1) else {
        return false;
    };
    let text = |at: usize| witness.slice(witness.tokens[at].span);
    let saying = &Profile::of(witness.language).splitting().saying;
    let lists = || {
        let next = witness
            .tokens
            .get(at + 1)
            .map_or("", |t| witness.slice(t.span));
        let joining = &Profile::of(witness.language).facts().cues.coordinating;
        comma > 0 && is_capital(text(comma - 1)) && (next == "," || joining.contains(next))
    };
    text(comma) == "," && !lists() && {
        let before = (comma.saturating_sub(NEAR)..comma).rev();
        let mut words = before.take_while(|&i| witness.tokens[i].kind == TokenKind::Word);
        words.any(|i| saying.contains(&*text(i).to_lowercase()))
    }
}

/// Whether most words of a unit are all in capitals.
fn is_shouting(said: &Said) -> bool {
    let words = (0..said.len()).filter(|&at| said.is_word(at));
    let (mut all, mut shouted) = (0, 0);
    for at in words {
        all += 1;
        shouted += usize::from(!said.text(at).contains(char::is_lowercase));
    }
    shouted * 2 > all
}

/// Whether a pronoun is tied to a word, which is a verb then: `Tais-toi`.
fn is_verb(witness: &Witness, at: usize) -> bool {
    let next = witness.tokens.get(at + 1);
    next.is_some_and(|next| {
        next.kind == TokenKind::Word && witness.slice(next.span).starts_with('-')
    })
}

/// Whether a word stands among words that are all in capitals, as in a heading: there every noun has one.
fn is_shouted(witness: &Witness, at: usize) -> bool {
    let capitals = |at: Option<usize>| {
        let token = at.and_then(|at| witness.tokens.get(at));
        token.is_some_and(|token| {
            let text = witness.slice(token.span);
            text.chars().filter(|c| c.is_alphabetic()).count() > 1
                && text.chars().all(|c| !c.is_lowercase())
        })
    };
    // Between them may stand an article of a letter, or a mark.
    let near = [
        at.checked_sub(1),
        at.checked_sub(2),
        Some(at + 1),
        Some(at + 2),
    ];
    capitals(Some(at)) && near.into_iter().any(capitals)
}

/// Whether a verb follows a word, or the words with a capital that it begins, so that they are its subject: `Poutine a`,
/// `Vladimir Poutine a`.
fn is_subject(said: &Said, at: usize) -> bool {
    let verb = (at + 1..said.len()).find(|&at| !is_capital(said.text(at)));
    verb.is_some_and(|verb| said.words.cues.subject_verbs.contains(said.lower(verb)))
}

/// Whether a word of kin stands before a name, with no other word of content than one between: the son of brave Tydeus.
fn is_of_kin(said: &Said, at: usize) -> bool {
    const NEAR: usize = 4;
    let before = (at.saturating_sub(NEAR)..at).rev();
    let mut words = before.take_while(|&i| said.is_word(i));
    let mut between = 0;
    words.any(|i| {
        between += usize::from(!said.form(i).function);
        // `Frau Schmidt` is nobody else’s.
        let title = i + 1 == at && said.words.cues.titles.contains(said.lower(i));
        between <= 2 && !title && said.words.cues.kin.contains(said.lower(i))
    })
}

/// Whether two folded names begin alike, as a name and those made of it do.
pub(super) fn begin_alike(a: &str, b: &str) -> bool {
    const LETTERS: usize = 3;
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y);
    common.count() >= LETTERS
}

/// Whether a name is so short that a letter makes another of it.
pub(super) fn is_short(text: &str) -> bool {
    text.chars().count() < SHORT_NAME
}

/// Whether a word is no name, and no pronoun either.
pub(super) fn is_common(text: &str) -> bool {
    text.starts_with(char::is_lowercase) && text.chars().count() >= FAMILY
}

/// Whether words, two at least, may be what an acronym stands for: their initials in order spell it, or one that has a
/// capital begins with a letter of it.
pub(super) fn spells_out<'a>(acronym: &str, words: impl Iterator<Item = Cow<'a, str>>) -> bool {
    let mut all: Vec<char> = Vec::new();
    for word in words {
        all.extend(word.split('-').filter_map(|part| part.chars().next()));
    }
    let letters: Vec<char> = acronym.chars().filter(|c| c.is_alphabetic()).collect();
    // Function words between them have no letter there.
    let mut ahead = all.iter().flat_map(|c| c.to_uppercase());
    let spelled = letters.len() > 1 && letters.iter().all(|l| ahead.any(|c| c == *l));
    let capitals: Vec<char> = all.into_iter().filter(|c| c.is_uppercase()).collect();
    spelled || capitals.len() > 1 && capitals.iter().any(|&c| acronym.contains(c))
}

/// Whether two folded names differ in letters that old print and inscriptions write for each other alone: `dauid`, `david`.
pub(super) fn in_one_spelling(a: &str, b: &str) -> bool {
    let plain = |c: char| match c {
        'v' => 'u',
        'j' => 'i',
        c => c,
    };
    a.chars().map(plain).eq(b.chars().map(plain))
}

/// Whether two folded names, neither short, have other letters, a few, before their last ones, which are the same: no form of a
/// name does. A letter more, or another vowel, is a spelling: Jaques, Jacques.
pub(super) fn differ_inside(a: &str, b: &str) -> bool {
    const LETTERS: usize = 3;
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = x.len().min(y.len());
    let before = x.iter().zip(&y).take_while(|(a, b)| a == b).count();
    let ends = x.iter().rev().zip(y.iter().rev());
    let behind = ends
        .take_while(|(a, b)| a == b)
        .count()
        .min(shorter - before);
    let (x, y) = (&x[before..x.len() - behind], &y[before..y.len() - behind]);
    let is_vowel = |part: &[char]| matches!(part, ['a' | 'e' | 'i' | 'o' | 'u' | 'y']);
    let spelled = x.is_empty() || y.is_empty() || is_vowel(x) && is_vowel(y);
    shorter >= SHORT_NAME && behind > 0 && !spelled && x.len().max(y.len()) <= LETTERS
}

/// Whether two folded words are one name: a spelling of it, or a word of its family.
pub(super) fn alike(name: &str, word: &str) -> bool {
    if name == word || in_one_spelling(name, word) {
        return true;
    }
    // Other figures make another code.
    if is_code(name) || is_code(word) {
        return false;
    }
    // Of a compound the last part tells most: Marie-Magdeleine, Magdala.
    let name = name.rsplit('-').next().unwrap_or(name);
    word.split('-').any(|part| alike_parts(name, part))
}

fn alike_parts(name: &str, word: &str) -> bool {
    // Of nearly all pairs this is all there is to see.
    if name.chars().next() != word.chars().next() {
        return false;
    }
    let (x, y): (Vec<char>, Vec<char>) = (name.chars().collect(), word.chars().collect());
    let common = x.iter().zip(&y).take_while(|(a, b)| a == b).count();
    if common >= FAMILY {
        return true;
    }
    let (shorter, longer) = (x.len().min(y.len()), x.len().max(y.len()));
    shorter >= SHORT_NAME && longer - shorter <= 2 && distance(&x, &y) * 3 <= shorter
}

/// The number of letters to insert, leave out or change (Levenshtein).
fn distance(x: &[char], y: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=y.len()).collect();
    for (i, a) in x.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in y.iter().enumerate() {
            let change = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[y.len()]
}
