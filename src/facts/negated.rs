//! Negations of two cells: which the other has not.

use smallvec::smallvec;

use crate::class::Class;
use crate::language::Profile;
use crate::normalize::Fold;
use crate::table::{Fact, FactKind};
use crate::witness::TokenIndex;

use super::differences::{Cells, Left};
use super::mention::Mention;

impl<'a> Cells<'a> {
    /// The negations that one cell alone has, and words that say the contrary of each other.
    pub(super) fn negations(&self, mut all: Left<'a>) -> Vec<Fact> {
        let mut facts = Vec::new();
        let said = all.clone();
        for cell in [0, 1] {
            for (here, there) in self.contraries(cell) {
                // `illégal` is *not* once more than `légal`; so it is the same as `pas légal`.
                let near = [(cell, here), (1 - cell, there)].map(|(w, token)| {
                    let phrase = self.phrase(w, token);
                    let beside = move |m: &&Mention| m.tokens.iter().any(|t| phrase.contains(*t));
                    let strong = said[w]
                        .iter()
                        .filter(|m| (!m.weak || m.undone) && beside(m));
                    (strong.count(), phrase)
                });
                if (near[0].0 + 1) % 2 == near[1].0 % 2 {
                    for (w, (_, phrase)) in [cell, 1 - cell].into_iter().zip(near) {
                        all[w].retain(|m| m.weak || !m.tokens.iter().any(|t| phrase.contains(*t)));
                    }
                } else {
                    let (a, b) = if cell == 0 {
                        (here, there)
                    } else {
                        (there, here)
                    };
                    facts.push(self.fact(FactKind::Negation, &[a], &[b]));
                }
            }
        }
        self.take_what_both_say(&mut all);
        for w in [0, 1] {
            all[w].retain(|m| m.weak || !self.denies_contrary(w, m));
        }
        let few = [0, 1].map(|w| all[w].iter().copied().find(|m| m.few));
        let left = self.negations_left(all);
        for (w, left) in left.into_iter().enumerate() {
            for mention in left {
                // Nobody, and few.
                let few = few[1 - w]
                    .filter(|few| mention.absolute && self.linked(w, &mention.tokens, &few.tokens));
                let few = few.map(|few| few.tokens.clone());
                let other = few.or_else(|| Some(smallvec![self.opposed(w, mention)?]));
                facts.push(match (other, w) {
                    (None, _) => self.left_out(FactKind::Negation, w, &mention.tokens),
                    (Some(other), 0) => self.fact(FactKind::Negation, &mention.tokens, &other),
                    (Some(other), _) => self.fact(FactKind::Negation, &other, &mention.tokens),
                });
            }
        }
        facts
    }

    /// The small word of the other cell that is linked with a negation and says another thing: `with`, of `without`.
    fn opposed(&self, cell: usize, mention: &Mention) -> Option<TokenIndex> {
        let [token] = mention.tokens[..] else {
            return None;
        };
        let lower = |w: usize, token: TokenIndex| {
            let word = self.witness(w).composed_word(token);
            word.to_lowercase()
        };
        let here = lower(cell, token);
        let opposed = &Profile::of(self.witness(cell).language)
            .facts()
            .cues
            .opposed;
        let mut partners = self.links.partners(cell, token);
        let other =
            partners.find(|(there, _)| opposed.says_another(&here, &lower(1 - cell, *there)));
        other.map(|(there, _)| there)
    }

    /// Whether the word that a negation is about is linked with its contrary, of which nothing is denied: never wrong, always right.
    fn denies_contrary(&self, cell: usize, mention: &Mention) -> bool {
        let Some(about) = mention.about else {
            return false;
        };
        let contraries = self.forms.vocabulary.normalizer().contraries();
        let stem = |w: usize, token: TokenIndex| {
            let word = self.word(w, token);
            self.forms.vocabulary.key(word.key(Fold::Stem))
        };
        let denied = |there: TokenIndex| {
            let mut negations = self.found[1 - cell]
                .iter()
                .filter(|m| m.kind == FactKind::Negation);
            negations.any(|m| m.about == Some(there))
        };
        let here = stem(cell, about);
        let mut partners = self.links.partners(cell, about);
        contraries.has(here)
            && partners.any(|(there, _)| {
                contraries.says_another(here, stem(1 - cell, there)) && !denied(there)
            })
    }

    /// The words of a cell that say the contrary of one of the other, with that: the one linked with it, or the one that
    /// stands for it where the other has no word of its own stem.
    fn contraries(&self, cell: usize) -> Vec<(TokenIndex, TokenIndex)> {
        let stem = |w: usize, token: TokenIndex| self.word(w, token).key(Fold::Stem);
        let tokens = self.tokens(cell);
        let contrary = tokens.filter_map(|here| {
            let of = self.form(cell, here).contrary_of?;
            let own = stem(cell, here);
            let mut partners = self.links.partners(cell, here).map(|(there, _)| there);
            let linked = partners.find(|&there| stem(1 - cell, there) == of);
            let same_there = || {
                self.tokens(1 - cell)
                    .any(|there| stem(1 - cell, there) == own)
            };
            let there = linked.or_else(|| {
                let said = self
                    .tokens(1 - cell)
                    .find(|&there| stem(1 - cell, there) == of);
                said.filter(|_| !same_there())
            })?;
            // What both stand for otherwise is no contradiction: regard me, disregard the manner.
            let free = |w: usize, token: TokenIndex| self.links.partners(w, token).next().is_none();
            if linked.is_none() && !free(cell, here) && !free(1 - cell, there) {
                return None;
            }
            // Both texts may have both.
            let both = || self.tokens(cell).any(|token| stem(cell, token) == of);
            (linked.is_some() || !both()).then_some((here, there))
        });
        contrary.collect()
    }

    /// Takes away the negations that both cells say in the same words of the same: `impossible` in both, or `without
    /// reading`, is no excuse for a `not` that one alone has.
    fn take_what_both_say(&self, all: &mut Left<'a>) {
        let [of_a, of_b] = all;
        of_a.retain(|m| {
            let same = of_b.iter().position(|n| self.are_one(m, n));
            same.map(|at| of_b.remove(at)).is_none()
        });
    }

    /// Whether a negation of the first cell and one of the second are the same words, linked, about words that are linked.
    fn are_one(&self, m: &Mention, n: &Mention) -> bool {
        let linked = |a: TokenIndex, b: TokenIndex| {
            let mut partners = self.links.partners(0, a);
            partners.any(|(token, class)| token == b && class <= Class::Inflection)
        };
        let mut tokens = m.tokens.iter().zip(&n.tokens);
        m.tokens.len() == n.tokens.len()
            && tokens.all(|(&a, &b)| linked(a, b))
            && match (m.about, n.about) {
                (Some(a), Some(b)) => linked(a, b),
                (a, b) => a == b,
            }
    }

    /// Takes away as many negations as the other cell has, weak ones last. Where each cell negates a verb, or a clause,
    /// that the other only says, both stay: one negation is none for the other.
    fn negations_left(&self, all: Left<'a>) -> Left<'a> {
        let strong = [0, 1].map(|w| {
            let side = all[w].iter().copied();
            let undone = |m: &Mention| m.undone && self.is_bare(w, m, &all[1 - w]);
            side.filter(|m| !m.weak || undone(m)).collect::<Vec<_>>()
        });
        let both_negate = strong.iter().all(|side| !side.is_empty());
        let affirmed = [0, 1].map(|w| -> Vec<&Mention> {
            let side = strong[w].iter().copied().filter(|_| both_negate);
            side.filter(|m| self.is_affirmed(w, m)).collect()
        });
        // Only where one has come from another clause has it gone there.
        let passed = affirmed.iter().all(|side| !side.is_empty());
        let bare = [0, 1].map(|w| {
            let side = strong[w].iter().copied();
            side.filter(|m| passed && affirmed[w].contains(m) || self.is_bare(w, m, &all[1 - w]))
                .collect::<Vec<_>>()
        });
        let crossed = bare[0].len().min(bare[1].len());
        [0, 1].map(|w| {
            // Few excuses no negation that leaves nothing.
            let few = all[1 - w].iter().filter(|m| m.few).count();
            let partial = strong[w].iter().filter(|m| !m.absolute).count();
            let excuses = all[1 - w].len() - few + few.min(partial);
            let over = strong[w].len().saturating_sub(excuses).max(crossed);
            // Of those that are not bare no one knows which are over: the last are shown.
            let others = strong[w]
                .iter()
                .copied()
                .rev()
                .filter(|m| !bare[w].contains(m));
            let mut left: Vec<&Mention> =
                bare[w].iter().copied().chain(others).take(over).collect();
            let few = all[w].iter().copied();
            left.extend(few.filter(|m| self.diminishes(w, m, &all[1 - w])));
            left.sort_by_key(|m| m.tokens[0]);
            left
        })
    }

    /// Whether a negation of few says of the word behind it nearly that it is not so, and the other cell says it whole:
    /// `peu probable`, `probable`. `Un peu` does not.
    fn diminishes(&self, cell: usize, mention: &Mention, others: &[&Mention]) -> bool {
        let [token] = mention.tokens[..] else {
            return false;
        };
        let witness = self.witness(cell);
        let words = Profile::of(witness.language).facts();
        let lower = |token: TokenIndex| witness.composed_word(token).to_lowercase();
        let before = token.0.checked_sub(1).map(TokenIndex);
        mention.few
            && words.cues.diminishing.contains(&*lower(token))
            && mention.about == Some(TokenIndex(token.0 + 1))
            && !before.is_some_and(|before| words.kinds.may_determine(&lower(before)))
            && self.links.partners(cell, token).next().is_none()
            && self.is_bare(cell, mention, others)
    }

    /// Whether the other cell has the word that a negation of this one is about, and nothing that negates beside it.
    fn is_bare(&self, cell: usize, mention: &Mention, others: &[&Mention]) -> bool {
        let Some(about) = mention.about else {
            return false;
        };
        let mut same = self
            .links
            .partners(cell, about)
            .filter(|(_, class)| *class <= Class::Derivation)
            .map(|(token, _)| token)
            .peekable();
        same.peek().is_some()
            && same.all(|token| {
                let phrase = self.phrase(1 - cell, token);
                let negates = |m: &&Mention| {
                    let beside = m.tokens.iter().any(|t| phrase.contains(*t));
                    // `, but he will` begins another phrase, and excuses nothing.
                    let first = TokenIndex(phrase.start);
                    let conjunction =
                        m.weak && m.tokens[..] == [first] && self.is_function(1 - cell, first);
                    !conjunction && (beside || m.about == Some(token))
                };
                !others.iter().any(negates)
            })
    }
}
