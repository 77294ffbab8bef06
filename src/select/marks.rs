//! How loudly each difference is shown: all alike, or the few first that a reader of a free rendering looks for.
//!
//! Where much differs, most marks say what another mark has said: an article that differs because its noun does, a capital
//! because the sentence was cut elsewhere. *Few* leaves those out, and lowers the voice where the words of a link are not surely
//! each other's counterparts. Nothing of it changes what counts.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::class::Class;
use crate::language::chars::{is_quote, is_terminal};
use crate::table::{AlignmentTable, Link, Row, Rules};
use crate::witness::{TokenIndex, TokenKind, Witness};

use super::along::along;
use super::content::ContentWords;
use super::contrary::contrary;

/// Which differences are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Marks {
    /// All that show.
    #[default]
    All,
    /// Those that do not merely follow another.
    Few,
}

/// How loudly a difference is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// It is not marked.
    Silent,
    /// The words differ, but may not stand for each other.
    Low,
    /// It is marked.
    Full,
}

/// How a link is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shown {
    /// That its words differ.
    pub words: Voice,
    /// Whether it is shown that they stand elsewhere.
    pub moved: bool,
}

/// The probability from which on a link is sure, as for `enregard words --sure`.
const SURE: f64 = 0.6;
/// Tokens on a side of a link of small words; more say something (`il y avait`).
const MOST_LIGHT: usize = 2;

/// Says how the links of a table are shown.
pub struct Voices<'a> {
    rules: Rules<'a>,
    /// What is known for [`Marks::Few`].
    few: Option<Few<'a>>,
}

struct Few<'a> {
    witnesses: &'a [Witness],
    words: ContentWords<'a>,
    /// For each witness the tokens of facts that differ.
    facts: Vec<FxHashSet<TokenIndex>>,
}

impl<'a> Voices<'a> {
    /// For a table whose differences show by these rules.
    pub fn new(table: &'a AlignmentTable, rules: Rules<'a>, marks: Marks) -> Self {
        Self {
            rules,
            few: (marks == Marks::Few).then(|| Few::new(table)),
        }
    }

    /// The rules by which differences show.
    pub fn rules(&self) -> Rules<'a> {
        self.rules
    }

    /// Whether what merely follows another difference is left out.
    pub fn are_few(&self) -> bool {
        self.few.is_some()
    }

    /// How each link of a row is shown.
    pub fn of(&self, row: &Row) -> Vec<Shown> {
        let shows = |link: &Link| match self.rules.shows(link) {
            true => Voice::Full,
            false => Voice::Silent,
        };
        let mut shown: Vec<Shown> = row
            .links
            .iter()
            .map(|link| Shown {
                words: shows(link),
                moved: link.moved,
            })
            .collect();
        if let Some(few) = &self.few {
            few.lower(row, &mut shown);
        }
        shown
    }
}

impl<'a> Few<'a> {
    fn new(table: &'a AlignmentTable) -> Self {
        let facts = (0..table.witnesses.len()).map(|w| {
            let tokens = table.facts.iter().map(|fact| &fact.tokens[w]);
            tokens.flatten().copied().collect()
        });
        Self {
            words: ContentWords::new(table),
            facts: facts.collect(),
            witnesses: &table.witnesses,
        }
    }

    /// Lowers the voice of what follows another difference, or is not sure.
    fn lower(&self, row: &Row, shown: &mut [Shown]) {
        let mut light: Vec<bool> = row.links.iter().map(|link| self.is_light(link)).collect();
        let differs = shown.iter().map(|shown| shown.words != Voice::Silent);
        let differs: Vec<bool> = differs.collect();
        let contrary = contrary(self.witnesses, row, &differs);
        for (light, contrary) in light.iter_mut().zip(contrary) {
            *light &= !contrary;
        }
        let followed = Followed::new(row, shown, &light);
        let loud = followed.has_loud();
        for (n, link) in row.links.iter().enumerate() {
            let sure = link.probability >= SURE;
            let Shown { words, moved } = &mut shown[n];
            *moved &= !self.is_mark(link) && (!loud || sure && !light[n]);
            if *words == Voice::Silent || self.is_fact(link) {
                continue;
            }
            // Where small words are all that differs, they are what a reader looks for.
            let alone = matches!(link.class, Class::Omission | Class::Addition);
            let follows = light[n] && loud && (alone || !sure || followed.touches(link));
            if follows || self.is_capital_of_sentence(row, link, loud) {
                *words = Voice::Silent;
            } else if !sure {
                *words = Voice::Low;
            }
        }
        let moved: Vec<bool> = shown.iter().map(|shown| shown.moved).collect();
        let is_small = |link: &Link| self.tokens(link).all(|(w, t)| !self.words.is_content(w, t));
        for link in along(row, &moved, is_small) {
            shown[link].moved = true;
        }
    }

    /// Whether a link holds function words and punctuation alone, and few, of which none asks where the other text does not.
    fn is_light(&self, link: &Link) -> bool {
        let tells = Rules::new(self.witnesses, &[], &[]).tells(link);
        !tells
            && link.tokens.iter().all(|side| side.len() <= MOST_LIGHT)
            && self.tokens(link).all(|(w, t)| !self.words.is_content(w, t))
    }

    /// Whether words differ in a capital that a mark of punctuation, or the beginning of a sentence, gives one of them.
    fn is_capital_of_sentence(&self, row: &Row, link: &Link, loud: bool) -> bool {
        let stands_first = |(w, token): (usize, TokenIndex)| {
            let mut units = row.cells[w].iter().map(|&u| self.witnesses[w].unit(u));
            let before = token.get().checked_sub(1).map(TokenIndex::new);
            units.any(|unit| unit.tokens.range().start == token.get())
                || before.is_some_and(|before| self.wants_capital(w, before))
        };
        // Where both stand so, the capital is a choice; one of little weight beside others.
        let first = link.tokens.iter().enumerate().map(|(w, tokens)| {
            let mut tokens = tokens.iter().map(|&t| (w, t));
            tokens.any(stands_first)
        });
        let first: Vec<bool> = first.collect();
        link.class == Class::Case && first.contains(&true) && (loud || first.contains(&false))
    }

    /// Whether a link holds no word: a mark goes along with the words beside it.
    fn is_mark(&self, link: &Link) -> bool {
        let mut tokens = self.tokens(link);
        tokens.all(|(w, t)| self.witnesses[w].token(t).kind == TokenKind::Punctuation)
    }

    fn is_fact(&self, link: &Link) -> bool {
        self.tokens(link).any(|(w, t)| self.facts[w].contains(&t))
    }

    /// Whether a capital may follow a token: the mark at the end of a sentence, a quotation mark, a colon.
    fn wants_capital(&self, w: usize, token: TokenIndex) -> bool {
        let mut marks = self.witnesses[w].token_text(token).chars();
        marks.all(|c| c == ':' || is_terminal(c) || is_quote(c))
    }

    fn tokens<'l>(&self, link: &'l Link) -> impl Iterator<Item = (usize, TokenIndex)> + use<'l> {
        let sides = link.tokens.iter().enumerate();
        sides.flat_map(|(w, tokens)| tokens.iter().map(move |&t| (w, t)))
    }
}

/// The differences of a row that light words may follow.
struct Followed {
    /// For each witness its tokens that differ, and whether they are loud rather than light.
    tokens: Vec<FxHashMap<TokenIndex, bool>>,
}

impl Followed {
    /// Whether any is loud.
    fn has_loud(&self) -> bool {
        self.tokens
            .iter()
            .any(|tokens| tokens.values().any(|&loud| loud))
    }

    fn new(row: &Row, shown: &[Shown], light: &[bool]) -> Self {
        let mut tokens = vec![FxHashMap::default(); row.cells.len()];
        for ((link, shown), &light) in row.links.iter().zip(shown).zip(light) {
            // Who writes a word otherwise changes nothing about the words beside it.
            let differs = shown.words != Voice::Silent && link.class >= Class::Inflection;
            if differs || shown.moved {
                for (tokens, side) in tokens.iter_mut().zip(&link.tokens) {
                    tokens.extend(side.iter().map(|&t| (t, !light)));
                }
            }
        }
        Self { tokens }
    }

    /// Whether the words stand beside loud ones, or light ones do that lead there.
    fn touches(&self, link: &Link) -> bool {
        link.tokens.iter().zip(&self.tokens).any(|(side, tokens)| {
            let leads = |way: &mut dyn Iterator<Item = usize>| {
                let known = way.map_while(|at| tokens.get(&TokenIndex::new(at)));
                known.into_iter().any(|&loud| loud)
            };
            side.iter()
                .any(|token| leads(&mut (0..token.get()).rev()) || leads(&mut (token.get() + 1..)))
        })
    }
}
