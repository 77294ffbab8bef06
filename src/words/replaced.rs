//! What stands unlinked between the same two neighbours on both sides: the one was said for the other, as a whole.
//!
//! `on the [sharp incline of the] hill`, `on the [steep] hill`: no word of the one stands for a word of the other, and yet
//! nothing was left out and nothing put in. A phrase that a mark parts from what stands around it may be both.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::group::{Group, Owners, Roles, Tie};
use super::shape::{Role, Shape, one_has_a_capital};
use super::substitution::SAME_PLACE;
use crate::language::WordKinds;

/// Most words of one side: more say more than one thing.
const LONGEST_SIDE: usize = 10;
/// How many times as many words the one may have as the other.
const TIMES: usize = 2;
/// How many times as many where it has no more than so many times the content words: the rest holds them together.
const TIMES_SMALL: usize = 3;
/// How many more, where words stand beside both in the same clause: every phrase may have a few small words more.
const FEW: usize = 3;

/// What stands on both sides of unlinked words: the groups of their neighbours, or the end of the side.
type Neighbours = [Option<u32>; 2];

/// Unlinked words that nothing parts but commas.
#[derive(Debug, Default)]
struct Run {
    /// The tokens, less the marks at both ends.
    tokens: Range<u32>,
    /// Whether nothing but marks stands beside them.
    is_clause: bool,
    /// How many words there are, and how many of them are content words.
    words: usize,
    content: usize,
    /// Whether commas part them.
    is_parted: bool,
    /// Whether a word is among those behind the last comma that says something by itself, or stands for what does.
    says: bool,
    /// Whether a form of a verb is among the function words.
    has_verb: bool,
    /// What kinds of words the first one is of, if it is a function word.
    first: Option<WordKinds>,
    /// Whether the last one is a content word.
    ends_with_content: bool,
}

/// Makes a group of the unlinked words of both sides wherever they stand between the same neighbours. The groups are given
/// and left in the order of A. One word stands for one other only where renderings are `literal`.
pub(super) fn replace(
    groups: &mut Vec<Group>,
    roles: Roles<'_>,
    sides: [&[&Shape]; 2],
    literal: bool,
) {
    let owners = Owners::new(groups, roles);
    let in_b: FxHashMap<Neighbours, Run> = runs(&owners.b, sides[1]).collect();
    if in_b.is_empty() {
        return;
    }
    let before = groups.len();
    for (neighbours, a) in runs(&owners.a, sides[0]) {
        let Some(b) = in_b.get(&neighbours) else {
            continue;
        };
        let one_word = a.words.max(b.words) == 1;
        let are_one = match one_word {
            true => literal && stand_for_each_other(&a, b, sides, neighbours),
            false => are_one(&a, b),
        };
        if are_one {
            let [a, b] = [&a.tokens, &b.tokens].map(|tokens| tokens.clone().collect());
            groups.push(Group::new(a, b, SAME_PLACE, Tie::Wording));
        }
    }
    if groups.len() > before {
        groups.sort_unstable_by_key(|g| g.a[0]);
    }
}

/// Whether two runs of which one has several words are about as long, and both say something.
fn are_one(a: &Run, b: &Run) -> bool {
    let (short, long) = if a.words < b.words { (a, b) } else { (b, a) };
    if !a.says || !b.says || long.words > LONGEST_SIDE {
        return false;
    }
    let times = |x: usize, y: usize, times: usize| x.max(y) <= times * x.min(y);
    match (a.content, b.content) {
        (0, _) | (_, 0) if a.is_parted || b.is_parted => false,
        (0, 0) => false,
        (0, _) => long.words <= TIMES * short.words + 1 && b.may_be_said_by(a),
        (_, 0) => long.words <= TIMES * short.words + 1 && a.may_be_said_by(b),
        _ if !a.can_begin_as(b) => false,
        // What a comma parts is more than a phrase: both must say as much.
        (x, y) if a.is_parted || b.is_parted => {
            times(x, y, TIMES) && times(a.words, b.words, TIMES)
        }
        (x, y) => {
            let few = if a.is_clause || b.is_clause { 0 } else { FEW };
            let as_much = few > 0 && times(x, y, TIMES) && times(a.words, b.words, TIMES_SMALL);
            as_much || long.words <= TIMES * short.words + few
        }
    }
}

impl Run {
    /// Whether both may be phrases of one kind: a phrase that begins with a preposition stands for none that begins with a verb.
    fn can_begin_as(&self, other: &Self) -> bool {
        let kinds = self.first.zip(other.first);
        kinds.is_none_or(|(own, other)| own.can_replace(other))
    }

    /// Whether function words alone may say the same: a verb what has a verb, and a pronoun a noun.
    fn may_be_said_by(&self, small: &Self) -> bool {
        match small.has_verb {
            true => self.has_verb,
            false => {
                let is_noun = self.first.is_some_and(WordKinds::can_determine);
                is_noun && self.ends_with_content && !self.has_verb
            }
        }
    }
}

/// Whether one word may stand for one other, of which it was found that neither they nor what stands beside them tells it: both
/// are of a clause that goes on, and of one kind, as far as that is seen.
fn stand_for_each_other(a: &Run, b: &Run, sides: [&[&Shape]; 2], neighbours: Neighbours) -> bool {
    let at = [a.tokens.start, b.tokens.start];
    let are_words = [0, 1]
        .into_iter()
        .all(|n| sides[n][at[n] as usize].role == Role::Content);
    let inside = neighbours.iter().all(Option::is_some) && !(a.is_clause || b.is_clause);
    are_words && inside && !one_has_a_capital(sides, at)
}

/// The runs of unlinked words of a side that no mark but a comma parts, without the marks at their edges, each with its
/// neighbours.
fn runs<'s>(
    owners: &'s [Option<u32>],
    side: &'s [&'s Shape],
) -> impl Iterator<Item = (Neighbours, Run)> + 's {
    let is_mark = |at: usize| side.get(at).is_none_or(|word| word.role == Role::Mark);
    let mut from = 0;
    let chunks = owners.chunk_by(|x, y| x.is_none() && y.is_none());
    chunks.filter_map(move |chunk| {
        let (mut start, mut end) = (from, from + chunk.len());
        from = end;
        if chunk[0].is_some() {
            return None;
        }
        let before = start.checked_sub(1).and_then(|t| owners[t]);
        let neighbours = [before, owners.get(end).copied().flatten()];
        while start < end && is_mark(start) {
            start += 1;
        }
        while start < end && is_mark(end - 1) {
            end -= 1;
        }
        let mut run = Run {
            tokens: start as u32..end as u32,
            is_clause: start.checked_sub(1).is_none_or(is_mark) && is_mark(end),
            ..Run::default()
        };
        for word in &side[start..end] {
            let is_content = word.role.is_content();
            let is_function = word.role.is_function();
            match word.role {
                Role::Mark if !word.is_comma => return None,
                Role::Mark => (run.is_parted, run.says) = (true, false),
                _ => run.words += 1,
            }
            run.content += usize::from(is_content);
            run.says |= is_content || is_function && word.kinds.stands_alone();
            run.has_verb |= is_function && word.kinds.is_verb();
        }
        let first = side.get(start).filter(|word| word.role.is_function());
        run.first = first.map(|word| word.kinds);
        let last = side[start..end].last();
        run.ends_with_content = last.is_some_and(|word| word.role.is_content());
        (start < end).then_some((neighbours, run))
    })
}
