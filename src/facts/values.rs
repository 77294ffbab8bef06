//! Numbers and dates of two cells: which say what the other does not.

use crate::table::{Fact, FactKind};
use crate::witness::{TokenIndex, TokenKind};

use super::differences::{Cells, Left};
use super::mention::{Marks, Mention};

impl<'a> Cells<'a> {
    /// The numbers and dates that differ. What both sides have, however often, is no difference: to say a number twice is
    /// no other fact. What is linked stands for each other, and so do two that are alone.
    pub(super) fn values(&self, all: Left<'a>) -> Vec<Fact> {
        let markers = all.each_ref().map(|side| {
            let marking = side.iter().copied().filter(|m| m.marks != Marks::Nothing);
            marking.collect::<Vec<_>>()
        });
        let mut all = parted(without_markers(all));
        self.take_unspelled_dates(&mut all);
        let mut facts = self.swapped_values(&all);
        if facts.is_empty() {
            facts = self.swapped_in_place(&all);
        }
        let other = [0, 1].map(|w| {
            // `Once` is not said by `a year`.
            let said_there = |m: &Mention| {
                let mut there = all[1 - w].iter();
                there.any(|other| m.says(other) && !(m.part && other.weak && !other.part))
                    || self.is_at_head(w, m) && markers[1 - w].iter().any(|marker| m.says(marker))
            };
            let side = all[w].iter().copied();
            side.filter(|m| !said_there(m)).collect::<Vec<_>>()
        });
        // A weak one is told where it stands for what is none (the second man, the third man), for one of another unit
        // (a year, a month) or for another part (a third, a quarter), but no article.
        let [a, mut b] = [0, 1].map(|w| {
            let stands_for = |m: &Mention| {
                let mut strong = other[1 - w]
                    .iter()
                    .filter(|o| !o.weak || m.has_unit() && o.has_unit() || m.part && o.part);
                strong.any(|o| self.linked(w, &m.tokens, &o.tokens))
            };
            let side = other[w].iter().copied();
            side.filter(|m| !m.weak || !self.is_article(w, m) && stands_for(m))
                .collect::<Vec<_>>()
        });
        let alone = a.len() == 1 && b.len() == 1;
        for mention in a {
            let joined = |m: &&Mention| alone || self.links.join(&mention.tokens, &m.tokens);
            let completing = |m: &&Mention| joined(m) && self.completed(mention, m).is_some();
            let at = b.iter().position(completing);
            match at.or_else(|| b.iter().position(joined)) {
                Some(at) => {
                    let other = b.remove(at);
                    if let Some(fact) = self.completed(mention, other) {
                        facts.push(fact);
                        continue;
                    }
                    let dated = [mention, other].iter().any(|m| m.kind == FactKind::Date);
                    let kind = if dated {
                        FactKind::Date
                    } else {
                        FactKind::Number
                    };
                    facts.push(self.fact(kind, &mention.tokens, &other.tokens));
                }
                None => facts.push(self.left_out(mention.kind, 0, &mention.tokens)),
            }
        }
        facts.extend(b.into_iter().map(|m| self.left_out(m.kind, 1, &m.tokens)));
        facts.extend(self.bounded(&all));
        facts
    }

    /// Numbers that both cells say, but one that there are more, the other that there are fewer.
    fn bounded(&self, [a, b]: &Left<'a>) -> Vec<Fact> {
        let mut facts = Vec::new();
        for x in a.iter().filter(|m| m.bound.is_some()) {
            let mut same = b.iter().filter(|y| x.says(y));
            let (Some(y), None) = (same.next(), same.next()) else {
                continue;
            };
            if let (Some(of_x), Some(of_y)) = (&x.bound, &y.bound)
                && of_x.is_least != of_y.is_least
                && a.iter().filter(|other| other.says(y)).count() == 1
            {
                let said = [(of_x, x), (of_y, y)]
                    .map(|(bound, m)| [&bound.tokens[..], &m.tokens[..]].concat());
                facts.push(self.fact(x.kind, &said[0], &said[1]));
            }
        }
        facts
    }

    /// What one of two says more than the other, where the other says nothing in its place: a year, what is counted.
    fn completed(&self, a: &Mention, b: &Mention) -> Option<Fact> {
        let completes = |x: &Mention, y: &Mention| {
            let mut says = x.says.iter();
            says.any(|x| y.says.iter().any(|y| x.completes(y)))
        };
        let (cell, fuller, other) = match (completes(a, b), completes(b, a)) {
            (true, false) => (0, a, b),
            (false, true) => (1, b, a),
            _ => return None,
        };
        let word = |w: usize, token: TokenIndex| {
            let id = self.forms.types(self.links.sides[w])[token.get()];
            &*self.forms.spellings[id as usize].lower
        };
        let said = |token: TokenIndex| {
            let mut there = other.tokens.iter();
            there.any(|&t| word(cell, token) == word(1 - cell, t))
        };
        let more = fuller.tokens.iter().copied();
        let more = more.filter(|&t| !said(t) && !self.is_function(cell, t));
        let more: Vec<TokenIndex> = more.collect();
        // Bags in the place of kilos are other things.
        let replaced = |&token: &TokenIndex| self.links.partners(cell, token).next().is_some();
        if more.is_empty() || more.iter().any(replaced) && more.len() < fuller.tokens.len() {
            return None;
        }
        Some(self.left_out(fuller.kind, cell, &more))
    }

    /// Whether a number stands where one that marks a unit may, as its first word.
    fn is_at_head(&self, cell: usize, mention: &Mention) -> bool {
        let word = |t: TokenIndex| self.form(cell, t).kind == TokenKind::Word;
        let first = mention.tokens[0];
        let mut units = self.stretch.cells[cell].iter();
        let unit = units.find(|unit| unit.contains(first));
        unit.is_some_and(|unit| !(unit.start..first.0).map(TokenIndex).any(word))
    }

    /// Whether a mention is an article that counts nothing measured.
    fn is_article(&self, cell: usize, mention: &Mention) -> bool {
        self.is_function(cell, mention.tokens[0]) && !mention.has_unit() && !mention.part
    }
}

/// The same without what numbers a unit; what may do so by its place only where the other cell has no such number.
fn without_markers(mut all: Left<'_>) -> Left<'_> {
    let perhaps = [0, 1].map(|w| all[w].iter().any(|m| m.marks == Marks::Perhaps));
    for w in [0, 1] {
        all[w].retain(|m| match m.marks {
            Marks::Nothing => true,
            Marks::Perhaps => perhaps[1 - w],
            Marks::Unit => false,
        });
    }
    all
}

/// The same with the parts of an amount in its place where the other cell says one of them, and not the whole: `2 years, 3
/// months` of what is `3 months` there, and the 50 of `5 euros 50` where there are 60.
fn parted<'a>(all: Left<'a>) -> Left<'a> {
    if all.iter().flatten().all(|m| m.parts.is_empty()) {
        return all;
    }
    let is_apart = |m: &Mention, there: &[&'a Mention]| {
        let said = |part: &Mention| {
            let says = |other: &Mention| part.says(other);
            there.iter().any(|m| {
                let whole = m.parts.is_empty() && says(m);
                whole || m.parts.iter().any(says)
            })
        };
        !there.iter().any(|other| m.says(other)) && m.parts.iter().any(said)
    };
    [0, 1].map(|w| {
        let side = all[w].iter().copied();
        let parts = side.flat_map(|m| match is_apart(m, &all[1 - w]) {
            true => m.parts.iter().collect(),
            false => vec![m],
        });
        parts.collect()
    })
}
