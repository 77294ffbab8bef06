//! The words that negations and names are told by: `facts.txt`. All in lower case.

use rustc_hash::{FxHashMap, FxHashSet};

use super::opposed::Opposed;
use super::sections::Sections;

/// `facts.txt`: what negates, and what tells names.
#[derive(Debug)]
pub(crate) struct Cues {
    /// Words that open a negation, which a later word (one of `seconds`) may complete: `ne … pas`.
    pub(crate) openers: FxHashSet<&'static str>,
    /// Those of them that negate only with a second word.
    pub(crate) half_openers: FxHashSet<&'static str>,
    /// Forms of verbs before which one of these negates alone: `ne peut`, `ne cesse`.
    pub(crate) negated_alone: FxHashSet<&'static str>,
    /// What makes such a negation one of degree, before it or behind it: `ne peut que`, `plus qu’il ne peut`.
    pub(crate) limiting: FxHashSet<&'static str>,
    /// Words that complete an opened negation.
    pub(crate) seconds: FxHashSet<&'static str>,
    /// Words that negate by themselves.
    pub(crate) negations: FxHashSet<&'static str>,
    /// Words that negate before an opener, and may say something else alone: `personne ne`.
    pub(crate) subjects: FxHashSet<&'static str>,
    /// Words behind which these are nouns: `une personne`.
    pub(crate) articles: FxHashSet<&'static str>,
    /// Beginnings of verbs whose negation may stand in what they introduce: I do not think that it is, I think that it is not.
    pub(crate) raising: Vec<&'static str>,
    /// Beginnings of verbs that undo a negation: `ne manque pas`.
    pub(crate) undoing: Vec<&'static str>,
    /// Words that may render a negation, but are none for certain: they excuse one on the other side.
    pub(crate) excuses: FxHashSet<&'static str>,
    /// Beginnings of words that say *not* of themselves.
    pub(crate) excusing_stems: Vec<&'static str>,
    /// Phrases that look like a negation and only say *also*, *moreover* or *surely*.
    pub(crate) also: Vec<&'static str>,
    /// Words and signs before the number of what follows, at its head: `Article`, `§`.
    pub(crate) headings: FxHashSet<&'static str>,
    /// Phrases whose names name nobody: for Heaven’s sake; and all their words.
    pub(crate) exclamations: Vec<&'static str>,
    pub(crate) exclaimed: FxHashSet<&'static str>,
    /// Endings that are not heard, with which a name is the same; and names of men that these make the names of women.
    pub(crate) mute_endings: Vec<&'static str>,
    pub(crate) given_pairs: FxHashSet<&'static str>,
    /// Phrases that say the other of two: `or not`.
    pub(crate) alternatives: Vec<&'static str>,
    /// Words that go on with a negation before them: `neither … nor`.
    pub(crate) continuing: FxHashSet<&'static str>,
    /// Negations that leave nothing: nobody, never.
    pub(crate) absolutes: FxHashSet<&'static str>,
    /// Words that excuse a negation (*not many*), but none that leaves nothing.
    pub(crate) few: FxHashSet<&'static str>,
    /// Small words of which one stands for another only where another thing is said.
    pub(crate) opposed: Opposed,
    /// Words of content that say contrary things, dictionary forms, as [`Opposed`] reads them.
    pub(crate) contraries: Vec<&'static str>,
    /// Beginnings that make a word say the contrary: `in-`, `un-`; and the beginnings of words that have one by chance, or as a
    /// whole, a hyphen behind what says *not*.
    pub(crate) privatives: Vec<&'static str>,
    pub(crate) no_privatives: Vec<&'static str>,
    pub(crate) privative_words: Vec<(&'static str, &'static str)>,
    /// Letters that a word has lost behind such a beginning: `desonesto`, `honesto`.
    pub(crate) lost_letters: Vec<&'static str>,
    /// Words that diminish what stands behind them nearly to nothing: `peu probable`.
    pub(crate) diminishing: FxHashSet<&'static str>,
    /// Endings that names have in place of each other and stay the same, a line each; `-` for none.
    pub(crate) name_endings: Vec<Vec<&'static str>>,
    /// Endings of family names, which another letter makes another family.
    pub(crate) family_endings: Vec<&'static str>,
    /// Endings of the names of peoples, where these have a capital.
    pub(crate) peoples: Vec<&'static str>,
    /// Endings that do so: `-less`.
    pub(crate) privative_endings: Vec<&'static str>,
    /// Endings of what can be done: `-able`.
    pub(crate) possible_endings: Vec<&'static str>,
    /// What coordinates: names on its two sides may change places.
    pub(crate) coordinating: FxHashSet<&'static str>,
    /// Titles and forms of address, which are no names.
    pub(crate) titles: FxHashSet<&'static str>,
    /// Nouns that stand before a name and are none: King Frederick.
    pub(crate) before_names: FxHashSet<&'static str>,
    /// Where every noun has a capital: names that are no common nouns, those that another name follows apart.
    pub(crate) given_names: FxHashSet<&'static str>,
    pub(crate) places: FxHashSet<&'static str>,
    /// Endings of common nouns there.
    pub(crate) noun_endings: Vec<&'static str>,
    /// What before a name tells whose somebody is: the son of.
    pub(crate) kin: FxHashSet<&'static str>,
    /// Endings of names that say whose son somebody is: Atride.
    pub(crate) patronymics: Vec<&'static str>,
    /// Words behind which a two only says that they are two: both of them.
    pub(crate) definite: FxHashSet<&'static str>,
    /// Names of one, with the number of the line that they stand in.
    pub(crate) aliases: FxHashMap<&'static str, usize>,
    /// Words that stand for a name: pronouns of the third person.
    pub(crate) pronouns: FxHashSet<&'static str>,
    /// Words before which a word without article is a name that is their subject; none where nouns do without articles.
    pub(crate) subject_verbs: FxHashSet<&'static str>,
    /// Endings of the verbs that open sentences: infinitives, imperatives, participles. Names that end so are not known
    /// by the beginnings of sentences.
    pub(crate) verb_endings: Vec<&'static str>,
    /// Words that open sentences and are no names, beside function words.
    pub(crate) openings: FxHashSet<&'static str>,
}

impl Cues {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        let half_openers = sections.set("half openers");
        let mut openers = sections.set("openers");
        openers.extend(&half_openers);
        Self {
            openers,
            half_openers,
            negated_alone: sections.set("negated alone"),
            limiting: sections.set("limiting"),
            seconds: sections.set("seconds"),
            negations: sections.set("negations"),
            subjects: sections.set("subjects"),
            articles: sections.set("articles"),
            raising: sections.list("raising"),
            undoing: sections.list("undoing"),
            excuses: sections.set("excuses"),
            excusing_stems: sections.list("excusing beginnings"),
            also: sections.lines("also").to_vec(),
            headings: sections.set("headings"),
            exclamations: sections.lines("exclamations").to_vec(),
            exclaimed: {
                let lines = sections.lines("exclamations").iter();
                lines.flat_map(|line| line.split(' ')).collect()
            },
            mute_endings: sections.list("mute endings"),
            given_pairs: sections.set("given pairs"),
            alternatives: sections.lines("alternatives").to_vec(),
            continuing: sections.set("continuing"),
            absolutes: sections.set("absolutes"),
            few: sections.set("few"),
            opposed: Opposed::parse(sections.lines("opposed")),
            contraries: sections.lines("contraries").to_vec(),
            privatives: sections.list("privatives"),
            no_privatives: sections.list("no privatives"),
            privative_words: sections
                .words("privative words")
                .filter_map(|word| word.split_once('-'))
                .collect(),
            lost_letters: sections.list("lost letters"),
            diminishing: sections.set("diminishing"),
            name_endings: sections
                .lines("name endings")
                .iter()
                .map(|line| {
                    line.split_whitespace()
                        .map(|end| if end == "-" { "" } else { end })
                })
                .map(Iterator::collect)
                .collect(),
            family_endings: sections.list("family endings"),
            peoples: sections.list("peoples"),
            privative_endings: sections.list("privative endings"),
            possible_endings: sections.list("possible endings"),
            coordinating: sections.set("coordinating"),
            titles: sections.set("titles"),
            before_names: sections.set("before names"),
            given_names: sections.set("given names"),
            places: sections.set("places"),
            noun_endings: sections.list("noun endings"),
            kin: sections.set("kin"),
            patronymics: sections.list("patronymics"),
            definite: sections.set("definite"),
            aliases: (0..)
                .zip(sections.lines("aliases"))
                .flat_map(|(n, line)| line.split_whitespace().map(move |name| (name, n)))
                .collect(),
            pronouns: sections.set("pronouns"),
            subject_verbs: sections.set("subject verbs"),
            verb_endings: sections.list("verb endings"),
            openings: sections.set("openings"),
        }
    }
}
