//! From pairs of words to groups: pairs that share a word are joined while their words stay close together.

use smallvec::smallvec;

use super::group::{Group, Owners, Roles, Tie, insert};
use super::link::WordPair;

/// Words of one phrase stand at most this far apart; the parts of one word, as a verb and its particle, as far as they do.
pub(super) const PHRASE_GAP: u32 = 2;
/// Most tokens of one side in one group.
pub(super) const LONGEST_SIDE: usize = 8;

/// The groups of pairs, each given with what its words are to each other, in the order of A; the most probable pairs come
/// first to their words.
pub(super) fn join(mut pairs: Vec<(WordPair, Tie)>, roles: Roles<'_>) -> Vec<Group> {
    pairs.sort_unstable_by(|(x, _), (y, _)| {
        y.probability
            .total_cmp(&x.probability)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut joined = Joined {
        roles,
        owners: Owners::none(roles),
        groups: Vec::with_capacity(pairs.len()),
    };
    // Once more for words that are not too far off any more: what is likelier comes first, but may be the further end.
    pairs.retain(|&(pair, tie)| !joined.add(pair, tie));
    pairs.retain(|&(pair, tie)| !joined.add(pair, tie));
    joined.in_order()
}

/// The groups that pairs are joined to.
struct Joined<'r> {
    roles: Roles<'r>,
    owners: Owners,
    groups: Vec<Group>,
}

impl Joined<'_> {
    /// Adds a pair as a group of its own, or to the group that has one of its words; whether that could be.
    fn add(&mut self, pair: WordPair, tie: Tie) -> bool {
        let probability = f64::from(pair.probability);
        let is_doubtful = self.is_doubtful(pair, tie);
        let owner_a = &mut self.owners.a[pair.a as usize];
        let owner_b = &mut self.owners.b[pair.b as usize];
        let owner = match (*owner_a, *owner_b) {
            (None, None) => {
                let group = Group::new(smallvec![pair.a], smallvec![pair.b], probability, tie);
                self.groups.push(group);
                self.groups.len() as u32 - 1
            }
            (Some(g), None) | (None, Some(g)) => {
                let group = &mut self.groups[g as usize];
                let (side, token) = match *owner_a {
                    Some(_) => (&mut group.b, pair.b),
                    None => (&mut group.a, pair.a),
                };
                // A word that stands for itself takes in none that stands for another.
                let joins = (group.tie.max(tie) < Tie::Solid || group.tie.min(tie) == Tie::Part)
                    && !is_doubtful
                    && side.len() < LONGEST_SIDE
                    && (group.tie.min(tie) == Tie::Part
                        || side.iter().any(|t| t.abs_diff(token) <= PHRASE_GAP));
                if !joins {
                    return false;
                }
                insert(side, token);
                group.tie = group.tie.max(tie);
                group.probability = group.probability.min(probability);
                g
            }
            // Both words have better links.
            (Some(_), Some(_)) => return false,
        };
        (*owner_a, *owner_b) = (Some(owner), Some(owner));
        true
    }

    /// Whether a pair adds a content word to a phrase that has one for it, and is no sure link: `le ministre Dupont`, `Poutine`.
    fn is_doubtful(&self, pair: WordPair, tie: Tie) -> bool {
        let content = self.roles.a[pair.a as usize].is_content()
            && self.roles.b[pair.b as usize].is_content();
        tie == Tie::Wording && content && !pair.is_sure()
    }

    /// The groups by their first token of A.
    fn in_order(self) -> Vec<Group> {
        let mut groups: Vec<Option<Group>> = self.groups.into_iter().map(Some).collect();
        let owners = self.owners.a.into_iter().flatten();
        owners.filter_map(|g| groups[g as usize].take()).collect()
    }
}
