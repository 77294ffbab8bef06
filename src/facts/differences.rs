//! Which of what one cell says the other does not.

use crate::class::Class;
use crate::language::Profile;
use crate::witness::{TokenIndex, TokenKind, TokenRange, Witness};

use super::forms::Forms;
use super::links::Links;
use super::mention::Mention;
use super::names;
use crate::normalize::is_acronym;
use crate::table::{Fact, FactKind};

/// What ends a phrase; brackets and quotation marks do not.
const PHRASE_ENDS: [char; 9] = [',', ';', ':', '.', '?', '!', '…', '–', '—'];

/// Two cells of a row, and what each says.
pub(super) struct Cells<'a> {
    pub(super) forms: &'a Forms<'a>,
    pub(super) links: Links<'a>,
    pub(super) found: [&'a [Mention]; 2],
}

/// What is left of the mentions of a kind when those that correspond are taken away.
type Left<'a> = [Vec<&'a Mention>; 2];

impl<'a> Cells<'a> {
    /// The facts that differ, kind by kind.
    pub(super) fn differences(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        for kind in FactKind::ALL {
            let of_kind = self
                .found
                .map(|side| side.iter().filter(|m| m.kind == kind).collect());
            let [a, mut b] = match kind {
                FactKind::Negation => self.negations(of_kind),
                FactKind::Name => self.names(of_kind),
                FactKind::Number | FactKind::Date => self.values(of_kind),
            };
            // What is linked stands for each other; two that are alone of their kind do as well. A negation stands for
            // none: what it negates is what differs.
            let counted = matches!(kind, FactKind::Number | FactKind::Date);
            let alone = a.len() == 1 && b.len() == 1 && counted;
            let acronym = |w: usize, m: &Mention| {
                kind == FactKind::Name && is_acronym(&self.witness(w).composed_word(m.tokens[0]))
            };
            for mention in a {
                let other = b.iter().position(|m| {
                    alone
                        || kind != FactKind::Negation && self.links.join(&mention.tokens, &m.tokens)
                });
                match other {
                    Some(at) => facts.push(self.fact(kind, &mention.tokens, &b.remove(at).tokens)),
                    // An acronym that one side adds or spells out changes nothing.
                    None if acronym(0, mention) => {}
                    None => facts.push(self.fact(kind, &mention.tokens, &[])),
                }
            }
            for mention in b.into_iter().filter(|m| !acronym(1, m)) {
                facts.push(self.fact(kind, &[], &mention.tokens));
            }
        }
        facts
    }

    fn witness(&self, cell: usize) -> &'a Witness {
        &self.forms.witnesses[self.links.sides[cell]]
    }

    fn fact(&self, kind: FactKind, a: &[TokenIndex], b: &[TokenIndex]) -> Fact {
        let row = self.links.row;
        let mut tokens = vec![Vec::new(); row.cells.len()];
        tokens[self.links.sides[0]] = a.to_vec();
        tokens[self.links.sides[1]] = b.to_vec();
        Fact {
            row: row.number,
            kind,
            tokens,
        }
    }

    /// Takes away what both sides have, however often: to say a number twice is no other fact.
    fn values(&self, all: Left<'a>) -> Left<'a> {
        let other = [0, 1].map(|w| {
            let said_there = |m: &Mention| all[1 - w].iter().any(|other| m.says(other));
            let side = all[w].iter().copied();
            side.filter(|m| !said_there(m)).collect::<Vec<_>>()
        });
        // A weak one is told where it stands for what is none (the second man, the third man), but no article.
        let linked = |w: usize, m: &Mention, other: &Mention| match w {
            0 => self.links.join(&m.tokens, &other.tokens),
            _ => self.links.join(&other.tokens, &m.tokens),
        };
        [0, 1].map(|w| {
            let stands_for = |m: &Mention| {
                let mut strong = other[1 - w].iter().filter(|o| !o.weak);
                strong.any(|o| linked(w, m, o))
            };
            let side = other[w].iter().copied();
            side.filter(|m| !m.weak || !self.is_function(w, m.tokens[0]) && stands_for(m))
                .collect()
        })
    }

    /// Takes away as many negations as the other cell has, weak ones last. Where each cell negates a verb that the other
    /// only says, both stay: one negation is none for the other.
    fn negations(&self, all: Left<'a>) -> Left<'a> {
        let strong = [0, 1].map(|w| {
            all[w]
                .iter()
                .copied()
                .filter(|m| !m.weak)
                .collect::<Vec<_>>()
        });
        let bare = [0, 1].map(|w| {
            let side = strong[w].iter().copied();
            side.filter(|m| self.is_bare(w, m, &all[1 - w]))
                .collect::<Vec<_>>()
        });
        let crossed = bare[0].len().min(bare[1].len());
        [0, 1].map(|w| {
            let over = strong[w]
                .len()
                .saturating_sub(all[1 - w].len())
                .max(crossed);
            // Of those that are not bare no one knows which are over: the last are shown.
            let others = strong[w]
                .iter()
                .copied()
                .rev()
                .filter(|m| !bare[w].contains(m));
            let mut left: Vec<&Mention> =
                bare[w].iter().copied().chain(others).take(over).collect();
            left.sort_by_key(|m| m.tokens[0]);
            left
        })
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

    fn is_function(&self, cell: usize, token: TokenIndex) -> bool {
        let witness = self.witness(cell);
        let text = witness.composed_word(token).to_lowercase();
        Profile::of(witness.language)
            .function_words()
            .all
            .contains(&*text)
    }

    /// What stands around a token between two marks.
    fn phrase(&self, cell: usize, token: TokenIndex) -> TokenRange {
        let witness = self.witness(cell);
        let units = &self.links.row.cells[self.links.sides[cell]];
        let mut unit = units.iter().map(|&u| witness.unit(u).tokens);
        let Some(unit) = unit.find(|tokens| tokens.contains(token)) else {
            return TokenRange::new(token.get(), token.get() + 1);
        };
        let is_mark = |&t: &TokenIndex| witness.token_text(t).starts_with(PHRASE_ENDS);
        let before = unit.indices().take_while(|t| *t < token);
        let mut behind = unit.indices().skip_while(|t| *t < token);
        TokenRange {
            start: before
                .filter(is_mark)
                .last()
                .map_or(unit.start, |t| t.0 + 1),
            end: behind.find(is_mark).map_or(unit.end, |t| t.0),
        }
    }

    /// Whether one of two linked tokens is an acronym and the other one of the words it stands for: USA, États-Unis.
    fn is_acronym_of(&self, cell: usize, token: TokenIndex, other: TokenIndex) -> bool {
        let here = self.witness(cell).composed_word(token);
        let there = self.witness(1 - cell).composed_word(other);
        let (short, in_cell, at) = match (is_acronym(&here), is_acronym(&there)) {
            (true, false) => (here, cell, token),
            (false, true) => (there, 1 - cell, other),
            _ => return false,
        };
        let words = self.witness(1 - in_cell);
        let partners = self.links.partners(in_cell, at);
        names::spells_out(&short, partners.map(|(t, _)| words.composed_word(t)))
    }

    /// Whether the same word of content follows both words: `Londres hésite`, `Madrid hésite`.
    fn say_the_same(&self, cell: usize, here: TokenIndex, there: TokenIndex) -> bool {
        let next = |cell: usize, token: TokenIndex| {
            let witness = self.witness(cell);
            let next = witness.tokens.get(token.get() + 1)?;
            let text = witness.composed_word(TokenIndex::new(token.get() + 1));
            let functions = &Profile::of(witness.language).function_words().all;
            let says = next.kind == TokenKind::Word && text.starts_with(char::is_lowercase);
            (says && !functions.contains(&*text)).then_some(text)
        };
        next(cell, here).is_some() && next(cell, here) == next(1 - cell, there)
    }

    /// Takes away the names that the other cell has in any form: the same, linked as a form of it, or a word of its
    /// family. What may be a name is one when it is linked with one, or with a pronoun, or when the other cell says of
    /// another such word what this one says of it.
    fn names(&self, all: Left<'a>) -> Left<'a> {
        let mut left = [0, 1].map(|w| {
            let other = self.witness(1 - w);
            let pronouns = &Profile::of(other.language).facts().cues.pronouns;
            let names = &all[1 - w];
            let is_name = |t: TokenIndex, weak: bool| {
                names.iter().any(|m| m.weak == weak && m.tokens[0] == t)
            };
            let stands = |mention: &&Mention| {
                // So it is with nearly all, and seen at once.
                if names.iter().any(|m| m.value == mention.value) {
                    return false;
                }
                let here = mention.tokens[0];
                let partners = || self.links.partners(w, here);
                let for_name = |(t, _): (TokenIndex, Class)| {
                    is_name(t, false)
                        || is_name(t, true) && self.say_the_same(w, here, t)
                        || pronouns.contains(&*other.composed_word(t).to_lowercase())
                };
                // A form of the name, or a common word in its place (États, pays): wording, and no other fact.
                let for_form = |(t, class): (TokenIndex, Class)| {
                    let text = other.composed_word(t);
                    // Of short names a stem tells little.
                    class <= Class::Spelling
                        || class <= Class::Inflection && !names::is_short(&text)
                        || names::is_common(&text)
                        || self.is_acronym_of(w, here, t)
                };
                (!mention.weak || partners().any(for_name)) && !partners().any(for_form)
            };
            all[w].iter().copied().filter(stands).collect::<Vec<_>>()
        });
        for w in [0, 1] {
            if !left[w].is_empty() {
                let words = self.folded_words(1 - w);
                left[w].retain(|m| {
                    // What another name stands for is that, however alike the two are: Niger, Nigeria.
                    let replaced = !m.value.contains('-') && self.has_other_name(w, m, &all[1 - w]);
                    let mut words = words.iter();
                    !words.any(|word| m.value == *word || !replaced && names::alike(&m.value, word))
                });
            }
        }
        left
    }

    /// Whether a name is linked, as other wording, with a name of one part in the other cell.
    fn has_other_name(&self, cell: usize, name: &Mention, names: &[&Mention]) -> bool {
        let mut partners = self.links.partners(cell, name.tokens[0]);
        partners.any(|(token, class)| {
            let of_token = |m: &&Mention| m.tokens[0] == token && !m.value.contains('-');
            class == Class::Wording && names.iter().any(of_token)
        })
    }

    /// The words of a cell, as names are compared.
    fn folded_words(&self, cell: usize) -> Vec<&'a str> {
        let (forms, side) = (self.forms, self.links.sides[cell]);
        let units = self.links.row.cells[side].iter();
        let tokens = units.map(|&u| self.witness(cell).unit(u).tokens);
        let types = tokens.flat_map(|tokens| &forms.types(side)[tokens.range()]);
        types
            .map(|&id| &*forms.spellings[id as usize].folded)
            .collect()
    }
}
