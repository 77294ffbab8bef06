//! Where one witness would end its sentences if it ended them as the other does: borders carried over word by word.
//!
//! A text without marks is cut at seams, which are guesses. Beside a text with marks each end of a sentence or a clause of that
//! is looked for in the other, among the words that the beads about it lead to: it stands where most of what precedes it has a
//! counterpart before, and most of what follows it after. The time is linear in the units: every border sees a few words only.

mod words;

use crate::align::Texts;
use crate::align::model::Model;
use crate::bead::Bead;
use crate::segment::Border;
use crate::witness::Witness;

use words::{Ahead, EQUAL, Words};

/// Words on each side of a border that are asked where it stands: they hold several clauses.
const CONTEXT: usize = 40;
/// Words of the other side that are looked at for each side of the border, at most: the context in a wordy rendering.
const WINDOW: usize = 2 * CONTEXT;
/// A border may stand in so many words without any counterpart. Where there are more, they are text of their own, which begins
/// with one border and ends with another.
const MOST_UNTIED: usize = 14;

/// The borders of the witness at `of`, in order, carried over from the other by these beads of aligned units. `seams` says of
/// each token how strong the seam before it is, and 0 where no unit may begin.
pub(super) fn borders(
    texts: Texts<'_>,
    model: &Model,
    beads: &[Bead],
    of: usize,
    seams: &[u8],
) -> Vec<Border> {
    let projection = Projection {
        model,
        seams,
        own: Words::new(texts, of),
        other: Words::new(texts, 1 - of),
        reached: reached(texts, beads, of),
    };
    let other = &texts.witnesses[1 - of];
    let mut borders = Vec::new();
    for unit in ends(other) {
        let ends_sentence = other
            .clauses
            .get(unit + 1)
            .is_none_or(|next| next.sentence != other.clauses[unit].sentence);
        let places = projection.places(unit);
        borders.extend(places.into_iter().map(|word| Border {
            token: projection.own.tokens[word],
            ends_sentence,
        }));
    }
    borders.extend(kept(texts, beads, of));
    borders.sort_unstable_by_key(|border| (border.token, !border.ends_sentence));
    borders.dedup_by_key(|border| border.token);
    borders
}

/// The clauses of a witness whose ends marks tell, but for the last.
fn ends(witness: &Witness) -> impl Iterator<Item = usize> {
    let told = |unit: &usize| {
        let clause = &witness.clauses[*unit];
        clause.skip.is_none() && !witness.unmarked.contains(&clause.paragraph)
    };
    (0..witness.clauses.len().saturating_sub(1)).filter(told)
}

/// For each clause of the other witness the first and the last of the clauses at `of` that its bead has.
fn reached(texts: Texts<'_>, beads: &[Bead], of: usize) -> Vec<Option<(usize, usize)>> {
    let mut reached = vec![None; texts.witnesses[1 - of].clauses.len()];
    for bead in beads {
        let sides = [&bead.a, &bead.b];
        if let (Some(&first), Some(&last)) = (sides[of].first(), sides[of].last()) {
            for &unit in sides[1 - of] {
                reached[unit as usize] = Some((first as usize, last as usize));
            }
        }
    }
    reached
}

/// The borders that are there, between clauses whose counterparts have no marks either, or that have none.
fn kept(texts: Texts<'_>, beads: &[Bead], of: usize) -> Vec<Border> {
    let (own, other) = (&texts.witnesses[of], &texts.witnesses[1 - of]);
    let mut is_led = vec![false; own.clauses.len()];
    for bead in beads {
        let sides = [&bead.a, &bead.b];
        let is_marked = |unit: &u32| {
            let paragraph = other.clauses[*unit as usize].paragraph;
            !other.unmarked.contains(&paragraph)
        };
        if sides[1 - of].iter().any(is_marked) {
            for &unit in sides[of] {
                is_led[unit as usize] = true;
            }
        }
    }
    let between = is_led.windows(2).zip(own.clauses.windows(2));
    between
        .filter(|(is_led, _)| **is_led == [false, false])
        .map(|(_, clauses)| Border {
            token: clauses[1].tokens.start,
            ends_sentence: clauses[0].sentence != clauses[1].sentence,
        })
        .collect()
}

struct Projection<'p> {
    model: &'p Model,
    seams: &'p [u8],
    own: Words,
    other: Words,
    reached: Vec<Option<(usize, usize)>>,
}

impl Projection<'_> {
    /// The words of the own side before which the end of a clause of the other stands.
    fn places(&self, unit: usize) -> Vec<usize> {
        let end = self.other.starts[unit + 1];
        // The nearest clauses that have counterparts, as far as the context goes.
        let before = (0..=unit)
            .rev()
            .take_while(|&u| self.other.starts[u + 1] + CONTEXT > end)
            .find_map(|u| self.reached[u]);
        let after = (unit + 1..self.reached.len())
            .take_while(|&u| self.other.starts[u] < end + CONTEXT)
            .find_map(|u| self.reached[u]);
        let places = match (before, after) {
            (Some(before), Some(after)) if self.are_neighbours(before, after) => {
                self.between(end, before.0.min(after.0), before.1.max(after.1))
            }
            _ => {
                // What stands elsewhere or alone begins and ends for itself.
                let mut places = Vec::new();
                places.extend(before.and_then(|(first, last)| self.behind(end, first, last)));
                places.extend(after.and_then(|(first, last)| self.ahead(end, first, last)));
                places
            }
        };
        let inside = |&word: &usize| word > 0 && word < self.own.tokens.len();
        places.into_iter().filter(inside).collect()
    }

    fn are_neighbours(&self, before: (usize, usize), after: (usize, usize)) -> bool {
        let starts = &self.own.starts;
        before.0 <= after.0 && starts[after.0] <= starts[before.1 + 1] + MOST_UNTIED
    }

    /// The words of clauses, and of one more on each side.
    fn words_about(&self, first: usize, last: usize) -> (usize, usize) {
        let starts = &self.own.starts;
        (
            starts[first.saturating_sub(1)],
            starts[(last + 2).min(starts.len() - 1)],
        )
    }

    /// The places of a border whose two sides have counterparts in these clauses.
    fn between(&self, end: usize, first: usize, last: usize) -> Vec<usize> {
        let (from, to) = self.words_about(first, last);
        if to - from > 2 * WINDOW {
            return Vec::new();
        }
        let own = &self.own.stems[from..to];
        let left = Ahead::new(self.model, self.before(end), own);
        let turned: Vec<_> = own.iter().rev().copied().collect();
        let right = Ahead::new(self.model, self.after(end), &turned);
        let sum = |at: usize| {
            let (l, r) = (left.at(at), right.at(own.len() - at));
            // What goes on across the border without a gap is likelier there than anywhere.
            (l.best + r.best).max(l.ends_tied + r.ends_tied + words::NEXT)
        };
        let sums: Vec<f32> = (0..=own.len()).map(sum).collect();
        let most = sums.iter().copied().fold(0.0, f32::max);
        let best = |&at: &usize| sums[at] + EQUAL >= most;
        let (Some(low), Some(high)) =
            ((0..=own.len()).find(best), (0..=own.len()).rev().find(best))
        else {
            return Vec::new();
        };
        let run = (low..=high).take_while(best).last().unwrap_or(low);
        if run == high && high - low > MOST_UNTIED {
            return vec![from + low, from + high];
        }
        let untied = [left.untied(low), right.untied(own.len() - high)];
        let share = untied[0] as f32 / (untied[0] + untied[1]).max(1) as f32;
        let middle = low as f32 + share * (high - low) as f32;
        let candidates = (low..=high).filter(best);
        self.strongest(candidates.map(|at| from + at), from as f32 + middle)
            .into_iter()
            .collect()
    }

    /// Where what ends with the border ends.
    fn behind(&self, end: usize, first: usize, last: usize) -> Option<usize> {
        let (from, to) = self.words_about(first, last);
        let to = to.min(from + 2 * WINDOW);
        let own = &self.own.stems[from..to];
        let left = Ahead::new(self.model, self.before(end), own);
        let most = left.at(own.len()).best;
        let at = (0..=own.len()).find(|&at| left.at(at).best + EQUAL >= most)?;
        let room = left.untied(at).min(own.len() - at);
        let candidates = (at..=at + room).map(|at| from + at);
        self.strongest(candidates, (from + at + room) as f32)
    }

    /// Where what begins with the border begins.
    fn ahead(&self, end: usize, first: usize, last: usize) -> Option<usize> {
        let (from, to) = self.words_about(first, last);
        let from = from.max(to.saturating_sub(2 * WINDOW));
        let own: Vec<_> = self.own.stems[from..to].iter().rev().copied().collect();
        let right = Ahead::new(self.model, self.after(end), &own);
        let most = right.at(own.len()).best;
        let at = (0..=own.len()).find(|&at| right.at(at).best + EQUAL >= most)?;
        let room = right.untied(at).min(own.len() - at);
        let candidates = (at..=at + room).map(|at| to - at);
        self.strongest(candidates, (to - at - room) as f32)
    }

    /// Of words that a border may stand before, that at the strongest seam, and of several the nearest to `middle`.
    fn strongest(&self, candidates: impl Iterator<Item = usize>, middle: f32) -> Option<usize> {
        let seam = |word: usize| match self.own.tokens.get(word) {
            Some(&token) => self.seams[token as usize],
            None => u8::MAX,
        };
        let distance = |word: usize| (word as f32 - middle).abs();
        candidates
            .filter(|&word| seam(word) > 0)
            .reduce(|best, word| {
                let stronger = seam(word).cmp(&seam(best));
                let nearer = distance(best).total_cmp(&distance(word));
                match stronger.then(nearer).is_gt() {
                    true => word,
                    false => best,
                }
            })
    }

    /// The words of the other side before a border.
    fn before(&self, end: usize) -> &[u32] {
        &self.other.stems[end.saturating_sub(CONTEXT)..end]
    }

    /// The words of the other side behind a border, the last of them first.
    fn after(&self, end: usize) -> Vec<u32> {
        let to = (end + CONTEXT).min(self.other.stems.len());
        self.other.stems[end..to].iter().rev().copied().collect()
    }
}
