//! Names of two cells: which the other has not.

use crate::class::Class;
use crate::language::Profile;
use crate::normalize::is_acronym;
use crate::table::{Fact, FactKind};
use crate::witness::{TokenIndex, TokenKind};

use super::differences::{Cells, Left};
use super::mention::Mention;
use super::names;
use super::spelling::is_capital;

impl<'a> Cells<'a> {
    /// The names that differ: one linked with another, and one that stands in a cell alone.
    pub(super) fn names(&self, all: Left<'a>) -> Vec<Fact> {
        let mut facts = self.swapped_names(&all);
        let [a, mut b] = self.names_left(all);
        let mut alone = Vec::new();
        for mention in a {
            let linked = |m: &&Mention| self.links.join(&mention.tokens, &m.tokens);
            match b.iter().position(linked) {
                // The son of Peleus is another than Peleus, and may be who is named there.
                // So are Atreus’ son and the Atride.
                Some(at)
                    if b[at].of_kin != mention.of_kin
                        || mention.of_kin && names::begin_alike(&b[at].value, &mention.value) =>
                {
                    b.remove(at);
                }
                Some(at) => {
                    facts.push(self.fact(FactKind::Name, &mention.tokens, &b.remove(at).tokens));
                }
                None => alone.push(mention),
            }
        }
        let mut alone = [alone, b];
        for w in [0, 1] {
            alone[w].retain(|m| !self.is_known_there(w, m));
        }
        self.leave_out_kin(&mut alone);
        for (w, names) in alone.into_iter().enumerate() {
            facts.extend(
                names
                    .iter()
                    .map(|m| self.left_out(FactKind::Name, w, &m.tokens)),
            );
        }
        facts
    }

    /// Whether the name that a cell alone has changes nothing: an acronym that it adds or spells out, or somebody whom the other
    /// text names in the sentences around, and who is meant by its pronouns.
    fn is_known_there(&self, cell: usize, name: &Mention) -> bool {
        if is_acronym(&self.witness(cell).composed_word(name.tokens[0])) {
            return true;
        }
        let side = self.links.sides[1 - cell];
        let types = &self.forms.types(side)[self.stretch.around[1 - cell].clone()];
        let here = self.alias_of(cell, name);
        types.iter().any(|&id| {
            let form = self.forms.of(side)[id as usize];
            let there = &self.forms.spellings[id as usize];
            form.name.is_some()
                && (names::alike(&name.value, &there.folded)
                    || here.is_some() && here == self.alias(1 - cell, &there.lower))
        })
    }

    /// Leaves out the names of fathers where the other cell names another, who is the son: they are one.
    fn leave_out_kin(&self, alone: &mut Left<'a>) {
        for w in [0, 1] {
            let kin = alone[w].iter().filter(|m| m.of_kin).count();
            let others = alone[1 - w].iter().filter(|m| !m.of_kin).count();
            let pairs = kin.min(others);
            for (cell, of_kin) in [(w, true), (1 - w, false)] {
                let mut left = pairs;
                alone[cell].retain(|m| {
                    let one = m.of_kin == of_kin && left > 0;
                    left -= usize::from(one);
                    !one
                });
            }
        }
    }

    /// Whether two names are known to be those of one: Zeus, Jupiter.
    fn are_aliases(&self, cell: usize, name: &Mention, other: &Mention) -> bool {
        let here = self.alias_of(cell, name);
        here.is_some() && here == self.alias_of(1 - cell, other)
    }

    /// Which of those that have several names a name means.
    fn alias_of(&self, cell: usize, name: &Mention) -> Option<usize> {
        let types = self.forms.types(self.links.sides[cell]);
        let spelling = &self.forms.spellings[types[name.tokens[0].get()] as usize];
        self.alias(cell, &spelling.lower)
    }

    fn alias(&self, cell: usize, lower: &str) -> Option<usize> {
        let aliases = &Profile::of(self.witness(cell).language)
            .facts()
            .cues
            .aliases;
        aliases.get(lower).copied()
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

    /// Whether the next word of content belongs to what an acronym of the other cell stands for: `Organisation des Nations
    /// unies`, where the shorter name is known.
    fn begins_spelled(&self, cell: usize, here: TokenIndex) -> bool {
        let witness = self.witness(cell);
        let phrase = self.phrase(cell, here);
        let mut behind = (here.0 + 1..phrase.end).map(TokenIndex);
        let next = behind.find(|&t| !self.form(cell, t).function);
        let other = self.witness(1 - cell);
        next.filter(|&next| !is_acronym(&witness.composed_word(next)))
            .is_some_and(|next| {
                let mut partners = self.links.partners(cell, next);
                partners.any(|(t, class)| {
                    class == Class::Spelling && is_acronym(&other.composed_word(t))
                })
            })
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
    fn names_left(&self, all: Left<'a>) -> Left<'a> {
        let mut left = [0, 1].map(|w| {
            let other = self.witness(1 - w);
            let other_words = Profile::of(other.language).facts();
            let pronouns = &other_words.cues.pronouns;
            let names = &all[1 - w];
            let is_name = |t: TokenIndex, weak: bool| {
                names.iter().any(|m| m.weak == weak && m.tokens[0] == t)
            };
            let stands = |mention: &&Mention| {
                // So it is with nearly all, and seen at once.
                let said = |m: &&Mention| {
                    m.value == mention.value
                        || names::in_one_spelling(&m.value, &mention.value)
                        || self.are_aliases(w, mention, m)
                };
                if names.iter().any(said) {
                    return false;
                }
                let here = mention.tokens[0];
                let partners = || self.links.partners(w, here);
                let for_name = |(t, _): (TokenIndex, Class)| {
                    // What opens a sentence may stand there by chance.
                    is_name(t, false) && self.links.are_sure(w, here, t)
                        || is_name(t, true)
                            && other_words.capitals_name
                            && self.say_the_same(w, here, t)
                        || pronouns.contains(&*other.composed_word(t).to_lowercase())
                };
                // A form of the name, or a common word in its place (États, pays): wording, and no other fact.
                let for_form = |(t, class): (TokenIndex, Class)| {
                    let text = other.composed_word(t);
                    // Of short names a stem tells little.
                    let other_name = || {
                        let mut there = names.iter();
                        let weak = mention.weak && !self.say_the_same(w, here, t);
                        there.any(|m| m.tokens[0] == t && !(m.weak && weak))
                            && self.are_two(w, (here, t), class)
                    };
                    if other_name() {
                        return false;
                    }
                    class <= Class::Spelling
                        || class <= Class::Inflection && !names::is_short(&text)
                        || names::is_common(&text)
                        || !other_words.capitals_name
                            && is_capital(&text)
                            && !is_name(t, true)
                            && !is_name(t, false)
                        || self.is_acronym_of(w, here, t)
                };
                (!mention.weak || partners().any(for_name))
                    && !partners().any(for_form)
                    && !self.begins_spelled(w, here)
            };
            all[w].iter().copied().filter(stands).collect::<Vec<_>>()
        });
        for w in [0, 1] {
            if !left[w].is_empty() {
                let words = self.folded_words(1 - w);
                left[w].retain(|m| {
                    // What another name stands for is that, however alike the two are: Niger, Nigeria.
                    // But not what may be none, in another spelling: Foible, Faible.
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
            let of_token = |m: &&&Mention| m.tokens[0] == token && !m.value.contains('-');
            let mut others = names.iter().filter(of_token).peekable();
            let weak = name.weak && !self.say_the_same(cell, name.tokens[0], token);
            others.peek().is_some()
                && (class == Class::Wording && !name.weak
                    || others.any(|m| !(m.weak && weak))
                        && self.are_two(cell, (name.tokens[0], token), class))
        })
    }

    /// The words of a cell, as names are compared.
    fn folded_words(&self, cell: usize) -> Vec<&'a str> {
        let (forms, side) = (self.forms, self.links.sides[cell]);
        let units = self.stretch.cells[cell].iter();
        let types = units.flat_map(|tokens| &forms.types(side)[tokens.range()]);
        types
            .map(|&id| &*forms.spellings[id as usize].folded)
            .collect()
    }
}
