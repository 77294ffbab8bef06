//! What both cells say, but of other things: twelve dead and thirty wounded, thirty dead and twelve wounded.

use crate::class::Class;
use crate::language::Profile;
use crate::lexicon::KeyId;
use crate::normalize::Fold;
use crate::table::{Fact, FactKind};
use crate::witness::{TokenIndex, TokenKind, TokenRange};

use super::differences::{Cells, Left};
use super::forms::Form;
use super::mention::Mention;

/// Words between a number and the noun that it counts, at most: `twelve good men`.
const NEAR: u32 = 3;
/// Words between two names that change places, at most.
const APART: u32 = 10;

impl<'a> Cells<'a> {
    /// Numbers that count what the other cell has another of them for, while that one stands for theirs.
    pub(super) fn swapped_values(&self, all: &Left<'a>) -> Vec<Fact> {
        let counted = [0, 1].map(|w| {
            let strong = all[w].iter().copied().filter(|m| !m.weak);
            let counted = strong.filter_map(|m| Some((m, self.counted(w, m)?)));
            counted.collect::<Vec<_>>()
        });
        let one = |a: TokenIndex, b: TokenIndex| {
            let mut partners = self.links.partners(0, a);
            partners.any(|(t, class)| t == b && class <= Class::Inflection)
        };
        let mut facts = Vec::new();
        let [a, b] = &counted;
        for (x, of_x) in a {
            // What is counted by the same number as well has not changed.
            let mut there = b.iter().filter(|(_, of_y)| one(*of_x, *of_y));
            let Some((y, _)) = there.next().filter(|(y, _)| !x.says(y) && x.kind == y.kind) else {
                continue;
            };
            if there.any(|(y, _)| x.says(y)) {
                continue;
            }
            let changed = a.iter().any(|(other, of_other)| {
                let mut there = b.iter();
                other.says(y)
                    && of_other != of_x
                    && !x.says(other)
                    && there.any(|(z, of_z)| z.says(x) && one(*of_other, *of_z))
            });
            if changed {
                facts.push(self.fact(x.kind, &x.tokens, &y.tokens));
            }
        }
        facts
    }

    /// Two numbers that have changed places around the same words: 300 in 2019 and 500 in 2020, 500 in 2019 and 300 in 2020; killed 3
    /// and hurt 12, killed 12 and hurt 3. What is only coordinated may be turned.
    pub(super) fn swapped_in_place(&self, all: &Left<'a>) -> Vec<Fact> {
        /// Numbers of a sentence in which this is looked for; more are a table.
        const MOST: usize = 12;
        let [a, b] = [0, 1].map(|w| {
            let mut strong: Vec<&Mention> = all[w].iter().copied().filter(|m| !m.weak).collect();
            strong.sort_by_key(|m| m.tokens[0]);
            strong
        });
        if a.len() != b.len() || a.len() > MOST {
            return Vec::new();
        }
        let others: Vec<usize> = (0..a.len()).filter(|&i| !a[i].says(b[i])).collect();
        let [i, j] = others[..] else {
            return Vec::new();
        };
        let between = |cell: usize, from: &Mention, to: &Mention| -> Vec<_> {
            let from = from.tokens.last().map_or(0, |t| t.0 + 1);
            let words = (from..to.tokens[0].0).map(TokenIndex);
            words.map(|t| self.word(cell, t).key(Fold::Stem)).collect()
        };
        let turned = a[i].says(b[j])
            && a[j].says(b[i])
            && (j > i + 1 || self.is_frame(0, a[i], a[j]))
            && a[i].kind == a[j].kind
            && between(0, a[i], a[j]) == between(1, b[i], b[j]);
        if !turned {
            return Vec::new();
        }
        let swapped = [i, j].map(|at| self.fact(a[at].kind, &a[at].tokens, &b[at].tokens));
        swapped.into()
    }

    /// Whether more than what coordinates stands between two numbers of a cell: `3-1`, two to one.
    fn is_frame(&self, cell: usize, from: &Mention, to: &Mention) -> bool {
        let witness = self.witness(cell);
        let coordinating = &Profile::of(witness.language).facts().cues.coordinating;
        let start = from.tokens.last().map_or(0, |t| t.0 + 1);
        let mut between = (start..to.tokens[0].0).map(TokenIndex);
        between.any(|t| {
            let word = witness.composed_word(t).to_lowercase();
            word != "," && word != ";" && !coordinating.contains(&*word)
        })
    }

    /// The word that a number counts: the first of content behind it in its phrase, or the last before it.
    fn counted(&self, cell: usize, mention: &Mention) -> Option<TokenIndex> {
        let (first, last) = (*mention.tokens.first()?, *mention.tokens.last()?);
        let phrase = self.phrase(cell, last);
        let content = |&token: &TokenIndex| {
            let form = self.form(cell, token);
            form.kind == TokenKind::Word && !form.function && !form.begins_number
        };
        let behind = (last.0 + 1..phrase.end.min(last.0 + 1 + NEAR)).map(TokenIndex);
        let before = (phrase.start.max(first.0.saturating_sub(NEAR))..first.0).map(TokenIndex);
        let mut behind = behind.take_while(|&token| !self.form(cell, token).begins_number);
        behind.find(content).or_else(|| before.rev().find(content))
    }

    /// Two names that have changed places while what stands between them is the same: Peter killed Paul, Paul killed Peter.
    /// What coordinates may be turned.
    pub(super) fn swapped_names(&self, all: &Left<'a>) -> Vec<Fact> {
        let sure = [0, 1].map(|w| {
            let names = all[w].iter().copied();
            let once = |m: &Mention| all[w].iter().filter(|n| n.value == m.value).count() == 1;
            names.filter(|m| once(m)).collect::<Vec<_>>()
        });
        let place = |name: &Mention| {
            let there = sure[1].iter().find(|m| m.value == name.value);
            there.map(|m| m.tokens[0])
        };
        let mut facts = Vec::new();
        for (n, first) in sure[0].iter().enumerate() {
            for second in &sure[0][n + 1..] {
                let (Some(there), Some(here)) = (place(first), place(second)) else {
                    continue;
                };
                let [a, b] = [(first.tokens[0], second.tokens[0]), (here, there)];
                if a.1.0 > a.0.0 && b.1.0 > b.0.0 && self.turns(a, b) {
                    facts.push(self.fact(FactKind::Name, &[a.0], &[b.0]));
                    facts.push(self.fact(FactKind::Name, &[a.1], &[b.1]));
                }
            }
        }
        facts
    }

    /// Whether names at these places, in each cell, change what is said by changing places.
    fn turns(&self, a: (TokenIndex, TokenIndex), b: (TokenIndex, TokenIndex)) -> bool {
        if a.1.0 - a.0.0 > APART || b.1.0 - b.0.0 > APART {
            return false;
        }
        let words = |cell: usize, (from, to): (TokenIndex, TokenIndex)| {
            let between = (from.0 + 1..to.0).map(TokenIndex);
            let words = between.filter(|&t| self.form(cell, t).kind == TokenKind::Word);
            words.collect::<Vec<_>>()
        };
        let (x, y) = (words(0, a), words(1, b));
        let of_kind = |cell: usize, words: &[TokenIndex], function: bool| -> Vec<TokenIndex> {
            let words = words.iter().copied();
            words
                .filter(|&t| self.form(cell, t).function == function)
                .collect()
        };
        let stems = |cell: usize, words: &[TokenIndex]| -> Vec<_> {
            let words = of_kind(cell, words, true).into_iter();
            words.map(|t| self.word(cell, t).key(Fold::Stem)).collect()
        };
        let content = (of_kind(0, &x, false), of_kind(1, &y, false));
        let functions = (stems(0, &x), stems(1, &y));
        let lower = |cell: usize, t: TokenIndex| self.witness(cell).composed_word(t).to_lowercase();
        let words_of = |cell: usize| Profile::of(self.witness(cell).language).facts();
        let coordinates = |cell: usize, words: &[TokenIndex]| {
            let known = &words_of(cell).cues.coordinating;
            words.iter().any(|&t| known.contains(&*lower(cell, t)))
        };
        // The passive turns the names and says the same; its preposition stands before the second, or its article.
        let ends = |cell: usize, words: &[TokenIndex]| {
            let article = |t: TokenIndex| words_of(cell).kinds.may_determine(&lower(cell, t));
            let last = words.iter().rev().copied().find(|&t| !article(t))?;
            let function = self.form(cell, last).function;
            function.then(|| self.word(cell, last).key(Fold::Stem))
        };
        let negations = |cell: usize, words: &[TokenIndex]| {
            let negates = |&&t: &&TokenIndex| self.form(cell, t).negates.is_some();
            words.iter().filter(negates).count()
        };
        let mut pairs = content.0.iter().zip(&content.1);
        if content.0.len() != content.1.len()
            || !pairs.all(|(&x, &y)| self.stand_for(x, y))
            || negations(0, &x) != negations(1, &y)
        {
            return false;
        }
        if content.0.is_empty() && (coordinates(0, &x) || functions.0.is_empty()) {
            return self.end_and_begin_clauses(a, b);
        }
        ends(0, &x) == ends(1, &y)
            && (!content.0.is_empty() || functions.0 == functions.1 && !coordinates(1, &y))
    }

    /// Whether two words of both cells are of one stem, or surely linked.
    fn stand_for(&self, a: TokenIndex, b: TokenIndex) -> bool {
        self.word(0, a).key(Fold::Stem) == self.word(1, b).key(Fold::Stem)
            || self.links.are_sure(0, a, b)
    }

    /// Whether the first of two names ends a clause and the second begins one, in both cells: the same word stands before the
    /// one and behind the other. France *beat* Italy and Spain *beat* Sweden. Or other words stand there, each between two names:
    /// France *defeated* Italy and Spain *crushed* Sweden.
    fn end_and_begin_clauses(
        &self,
        a: (TokenIndex, TokenIndex),
        b: (TokenIndex, TokenIndex),
    ) -> bool {
        let verb = |cell: usize, (first, second): (TokenIndex, TokenIndex)| {
            let near = TokenIndex::get;
            let before = self.content_near(
                cell,
                (near(first).saturating_sub(NEAR as usize)..near(first)).rev(),
            );
            let behind =
                self.content_near(cell, near(second) + 1..near(second) + 1 + NEAR as usize);
            before.filter(|_| before == behind)
        };
        let there = verb(1, b);
        there.is_some() && verb(0, a) == there || self.between_names(a, b)
    }

    /// Whether the word before the first of two names has a name before it, and the word behind the second has one behind it, in
    /// both cells, and these words correspond.
    fn between_names(&self, a: (TokenIndex, TokenIndex), b: (TokenIndex, TokenIndex)) -> bool {
        let verbs = |cell: usize, (first, second): (TokenIndex, TokenIndex)| {
            let word = |at: Option<u32>, name: bool| {
                let at = TokenIndex(at?);
                let units = &self.stretch.cells[cell];
                let form = self.form_in(units, cell, at)?;
                (form.name.is_some() == name && !form.function).then_some(at)
            };
            let before = word(first.0.checked_sub(1), false)?;
            word(before.0.checked_sub(1), true)?;
            let behind = word(second.0.checked_add(1), false)?;
            word(behind.0.checked_add(1), true)?;
            Some((before, behind))
        };
        let (Some(x), Some(y)) = (verbs(0, a), verbs(1, b)) else {
            return false;
        };
        self.stand_for(x.0, y.0) && self.stand_for(x.1, y.1)
    }

    /// The form of a word among units of a cell; nothing of a mark, and of what stands elsewhere.
    fn form_in(&self, units: &[TokenRange], cell: usize, token: TokenIndex) -> Option<Form> {
        units.iter().find(|unit| unit.contains(token))?;
        let form = self.form(cell, token);
        (form.kind == TokenKind::Word).then_some(form)
    }

    /// The stem of the first word of content among places of a cell, up to a mark.
    fn content_near(&self, cell: usize, mut places: impl Iterator<Item = usize>) -> Option<KeyId> {
        let units = self.stretch.cells[cell].iter();
        let own = |t: TokenIndex| units.clone().any(|unit| unit.contains(t));
        let mut words = std::iter::from_fn(|| places.next())
            .map(|at| TokenIndex(at as u32))
            .take_while(|&t| own(t) && self.form(cell, t).kind == TokenKind::Word);
        let content = words.find(|&t| {
            let form = self.form(cell, t);
            !form.function && form.name.is_none()
        })?;
        Some(self.word(cell, content).key(Fold::Stem))
    }
}
