//! What kinds of words the function words of a language are, and what kinds of marks there are.

use rustc_hash::FxHashMap;

use super::chars::{closes_bracket, is_hyphen, is_quote, is_terminal, opens_bracket};
use super::sections::Sections;
use super::words::function_words;

/// The kinds of words that a function word is of, or of marks: one or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct WordKinds(u8);

impl WordKinds {
    const DETERMINER: Self = Self(1);
    const PRONOUN: Self = Self(1 << 1);
    const PREPOSITION: Self = Self(1 << 2);
    const CONJUNCTION: Self = Self(1 << 3);
    const PARTICLE: Self = Self(1 << 4);
    const VERB: Self = Self(1 << 5);
    /// A mark that ends or parts what is said.
    const STOP: Self = Self(1 << 6);
    /// A mark that encloses it: quotation marks, brackets.
    const ENCLOSING: Self = Self(1 << 7);
    /// What is not known to be of one kind may be of any.
    pub(crate) const ANY: Self = Self(u8::MAX);

    /// The kind of a mark of punctuation. A dash may stand for a comma, and for a quotation mark before speech.
    pub(crate) fn of_mark(mark: &str) -> Self {
        let encloses = |c: char| is_quote(c) || opens_bracket(c) || closes_bracket(c);
        match mark.chars().next() {
            Some(c) if encloses(c) => Self::ENCLOSING,
            Some(c) if c.is_ascii_punctuation() && !is_hyphen(c) || is_terminal(c) => Self::STOP,
            _ => Self::ANY,
        }
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a word of these kinds may change places with the verb of its clause: a pronoun, a verb or a particle may, what
    /// belongs to the words behind it may not.
    pub(crate) fn can_turn(self) -> bool {
        self.can_replace(Self::PRONOUN.and(Self::VERB).and(Self::PARTICLE))
    }

    /// Whether a word of these kinds goes with the words behind it and not with those before: it joins what is said, or is an
    /// auxiliary.
    pub(crate) fn leads(self) -> bool {
        !self.can_replace(
            Self::DETERMINER
                .and(Self::PRONOUN)
                .and(Self::PREPOSITION)
                .and(Self::PARTICLE),
        )
    }

    /// Whether a word of these kinds is a form of a verb, and nothing else: an auxiliary.
    pub(crate) fn is_verb(self) -> bool {
        self == Self::VERB
    }

    /// Whether a word of these kinds may say by itself what another word says: a form of a verb, or a particle. What stands for
    /// something, or holds words together, does not.
    pub(crate) fn can_say(self) -> bool {
        self.can_replace(Self::VERB.and(Self::PARTICLE))
    }

    /// Whether a word of these kinds stands for a phrase as a whole, and does not hold one together: a pronoun, a form of a verb
    /// or a particle.
    pub(crate) fn stands_alone(self) -> bool {
        let holds = Self::DETERMINER.and(Self::PREPOSITION);
        self != Self::ANY && !self.can_replace(holds.and(Self::CONJUNCTION))
    }

    /// Whether a word of these kinds is a preposition, and nothing else.
    pub(crate) fn is_preposition(self) -> bool {
        self == Self::PREPOSITION
    }

    /// Whether a word of these kinds joins what is said to what was said before, and does nothing else.
    pub(crate) fn joins(self) -> bool {
        self == Self::CONJUNCTION
    }

    /// Whether a word of these kinds may stand before a noun as an article does.
    pub(crate) fn can_determine(self) -> bool {
        self != Self::ANY && self.can_replace(Self::DETERMINER)
    }

    /// Whether a word of these kinds may join what is said to what was said before.
    pub(crate) fn can_join(self) -> bool {
        self != Self::ANY && self.can_replace(Self::CONJUNCTION)
    }

    /// Whether a word of these kinds may stand for somebody whom another text names.
    pub(crate) fn can_name(self) -> bool {
        self != Self::ANY && self.can_replace(Self::PRONOUN)
    }

    /// Whether one may be said for the other: they are of one kind.
    pub(crate) fn can_replace(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The function words of a language, as case keys, each with its kinds; those that no heading names are forms of verbs.
/// Nothing is known where there are no headings.
#[derive(Debug)]
pub(crate) struct FunctionKinds(FxHashMap<&'static str, WordKinds>);

impl FunctionKinds {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        // A language known in brief has conjunctions of clauses under a heading of that name, and no kinds.
        if sections.words("determiners").next().is_none() {
            return Self(FxHashMap::default());
        }
        let mut kinds: FxHashMap<&'static str, WordKinds> = FxHashMap::default();
        for (heading, kind) in [
            ("determiners", WordKinds::DETERMINER),
            ("pronouns", WordKinds::PRONOUN),
            ("prepositions", WordKinds::PREPOSITION),
            ("conjunctions", WordKinds::CONJUNCTION),
            ("particles", WordKinds::PARTICLE),
            ("verbs", WordKinds::VERB),
        ] {
            for word in sections.words(heading) {
                let of_word = kinds.entry(word).or_insert(kind);
                *of_word = of_word.and(kind);
            }
        }
        for word in function_words(&sections) {
            kinds.entry(word).or_insert(WordKinds::VERB);
        }
        Self(kinds)
    }

    /// The kinds of a function word, given as its case key.
    pub(crate) fn of(&self, word: &str) -> WordKinds {
        self.0.get(word).copied().unwrap_or(WordKinds::ANY)
    }

    /// Whether a function word, given as its case key, may stand before a noun as an article does.
    pub(crate) fn may_determine(&self, word: &str) -> bool {
        let kinds = self.0.get(word);
        kinds.is_some_and(|kinds| kinds.can_replace(WordKinds::DETERMINER))
    }

    /// Whether a function word, given as its case key, may join two clauses.
    pub(crate) fn may_join(&self, word: &str) -> bool {
        let kinds = self.0.get(word);
        kinds.is_some_and(|kinds| kinds.can_replace(WordKinds::CONJUNCTION))
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Profile;
    use crate::witness::Language;

    #[test]
    fn function_words_of_other_kinds_do_not_stand_for_each_other() {
        for (code, a, b, can) in [
            ("fr", "le", "une", true),
            ("fr", "des", "ceux", false),
            ("fr", "et", "par", false),
            ("fr", "y", "le", true),
            ("fr", "est", "avait", true),
            ("fr", "est", "se", false),
            ("fr", "et", "il", false),
            ("fr", "pas", "la", false),
            ("de", "der", "und", false),
            ("de", "sein", "war", true),
            ("de", "sein", "ihr", true),
            ("en", "the", "of", false),
            ("en", "was", "it", false),
            ("en", "in", "at", true),
            ("es", "que", "fue", false),
            ("it", "della", "di", true),
            ("it", "ha", "il", false),
            ("nl", "het", "niet", false),
            ("nl", "van", "uit", true),
            ("pt", "foi", "um", false),
            // What is not listed may be anything, and so may all words of a language without kinds.
            ("fr", "zorglub", "et", true),
            ("sv", "och", "den", true),
        ] {
            let kinds = Profile::of(Language::literal(code)).function_kinds();
            let (x, y) = (kinds.of(a), kinds.of(b));
            assert_eq!(x.can_replace(y), can, "{code}: {a} {b}");
            assert_eq!(y.can_replace(x), can, "{code}: {b} {a}");
        }
    }
}
