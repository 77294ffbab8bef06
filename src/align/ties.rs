//! Whether a bead that is the likeliest of all is likely: function words stand in every sentence and tie none to another,
//! however well they go together.

use rustc_hash::FxHashSet;

use crate::align::found::Found;
use crate::align::model::Model;
use crate::align::side::Side;
use crate::lexicon::KeyId;

/// Where a side has fewer content words than this, other words may well say the same, or function words alone (`Et toi ?`).
const LEAST_CONTENT: usize = 3;

/// A bead whose probability is less is none, though among single beads it is the likeliest.
const LEAST: f32 = 0.5;

/// So many beads that words tie show that the texts render each other unit by unit: what little stands alone between two
/// of them is then more likely rendered freely than replaced. In a short text a place without words tells nothing, since
/// a sentence put in the place of another has the same.
const MANY: usize = 20;

/// Leaves out the beads whose units more likely have no counterpart in them, and those that nothing ties. Where both sides
/// have the same words the order alone decides between several copies, each unlikely by itself.
pub(super) fn keep_likely(a: &Side, b: &Side, model: &Model, beads: &mut Vec<Found>) {
    let untied: Vec<bool> = beads
        .iter()
        .map(|bead| unrelated(a, b, model, bead))
        .collect();
    let place_tells = untied.iter().filter(|&&untied| !untied).count() >= MANY;
    let stays = |k: usize| place_tells && fills_a_hole(beads, &untied, k, [a.len(), b.len()]);
    let related: Vec<bool> = (0..beads.len()).map(|k| !untied[k] || stays(k)).collect();
    let mut related = related.into_iter();
    beads.retain_mut(|bead| {
        let likely = related.next() == Some(true) && bead.posterior >= LEAST;
        bead.posterior = bead.posterior.max(LEAST);
        likely || words(a, &bead.a).eq(words(b, &bead.b))
    });
}

/// Whether a bead is of one unit of each side, and nothing else is left for either between its neighbours (or an end of the
/// texts), which words do tie: then its place tells enough.
fn fills_a_hole(beads: &[Found], untied: &[bool], k: usize, lengths: [usize; 2]) -> bool {
    let before = k.checked_sub(1).map(|n| &beads[n]);
    let after = beads.get(k + 1);
    let alone = |units: fn(&Found) -> &Vec<u32>, length: usize| {
        let first = before.and_then(|bead| units(bead).last());
        let end = after.and_then(|bead| units(bead).first());
        let first = first.map_or(0, |&p| p as usize + 1);
        units(&beads[k])[..] == [first as u32] && end.map_or(length, |&p| p as usize) == first + 1
    };
    let tied = |n: Option<usize>| n.and_then(|n| untied.get(n)) != Some(&true);
    tied(k.checked_sub(1))
        && tied(Some(k + 1))
        && alone(|bead| &bead.a, lengths[0])
        && alone(|bead| &bead.b, lengths[1])
}

/// Whether nothing but function words ties a bead whose sides have content words, or so little else that its words are
/// likelier by chance than in a rendering.
fn unrelated(a: &Side, b: &Side, model: &Model, bead: &Found) -> bool {
    let of_a: FxHashSet<KeyId> = content(a, model, &bead.a).collect();
    let of_b: FxHashSet<KeyId> = content(b, model, &bead.b).collect();
    if model.foreign {
        return false;
    }
    let tied = |stem: &KeyId| {
        let mut like = model.likeness.neighbours(*stem).iter();
        of_a.contains(stem) || like.any(|(other, _)| of_a.contains(other))
    };
    of_a.len().min(of_b.len()) >= LEAST_CONTENT && (bead.score < 0.0 || !of_b.iter().any(tied))
}

fn content<'s>(
    side: &'s Side,
    model: &'s Model,
    positions: &'s [u32],
) -> impl Iterator<Item = KeyId> + 's {
    words(side, positions).filter(|&stem| !model.function[stem as usize])
}

fn words<'s>(side: &'s Side, positions: &'s [u32]) -> impl Iterator<Item = KeyId> + 's {
    let words = positions.iter().flat_map(|&p| side.words(p as usize));
    words.copied()
}
