//! Sentences to beads: which units of two witnesses render each other.

mod borders;
mod candidates;
mod corridor;
mod ends;
mod explain;
mod foreign;
mod found;
mod in_place;
mod index;
mod lattice;
mod learn;
#[cfg(test)]
mod lines;
mod local;
mod model;
mod moves;
mod orphans;
mod pair_scores;
mod pass;
mod pins;
mod points;
mod posterior;
mod project;
mod quotations;
mod remainders;
mod score;
mod shape;
mod side;
mod swaps;
mod ties;
mod transitions;

pub use quotations::Quote;

use crate::bead::{Bead, Pin};
use crate::lexicon::{KeyId, Vocabulary};
use crate::segment::Border;
use crate::witness::{Level, Witness};

use foreign::Foreign;
use found::Pass;
use model::Model;
use pass::passes;
use project::project;
use quotations::quotations;
use side::{Hearing, Side};

/// What corresponds in two witnesses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// The beads of their units; units in no bead have no counterpart.
    pub beads: Vec<Bead>,
    /// Passages of one quoted inside a sentence of the other.
    pub quotations: Vec<Quote>,
}

/// The beads of the units that are aligned: clauses where these are finer than the units.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fine {
    /// The beads, decided ones first.
    pub beads: Vec<Bead>,
    /// How many of them a person has decided.
    pub decided: usize,
    /// The units of each witness that a person has decided about.
    pub taken: [Vec<u32>; 2],
}

/// Beads that stand in another order in the two witnesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    /// They are looked for.
    Sought,
    /// There are none: beads keep the order of both.
    Excluded,
}

/// What the aligner looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlignOptions {
    /// Whether beads may stand in another order in the two witnesses.
    pub moves: Moves,
    /// Whether quotations are looked for.
    pub quotations: bool,
    /// Whether the witnesses are in two languages, so that hardly a word of theirs is the same.
    pub two_languages: bool,
}

/// What two witnesses of one level taught, to be aligned around one set of pins after the other.
///
/// Lines are aligned as they stand. Sentences and paragraphs are aligned over their clauses: where one rendering ends a
/// sentence the other has a semicolon, and what is missing is often half a sentence.
pub struct Aligner {
    options: AlignOptions,
    /// What is heard of witnesses in two languages.
    foreign: Option<Foreign>,
    sides: [Side; 2],
    model: Model,
    /// What is found where nothing is pinned.
    free: Pass,
}

/// The witnesses of an [`Aligner`], with the vocabulary that holds them in this order.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'w> {
    /// The witnesses.
    pub witnesses: &'w [Witness; 2],
    /// Their vocabulary.
    pub vocabulary: &'w Vocabulary,
}

impl Aligner {
    /// Learns from both witnesses; this is most of the work. Every method must be given the same texts.
    pub fn new(texts: Texts<'_>, options: AlignOptions) -> Self {
        let [a, b] = texts.witnesses;
        let vocabulary = texts.vocabulary;
        let foreign = options
            .two_languages
            .then(|| Foreign::new(texts.witnesses, vocabulary));
        let hearing = |index| Hearing {
            vocabulary,
            index,
            foreign: foreign.as_ref(),
        };
        let sides = [Side::new(a, hearing(0)), Side::new(b, hearing(1))];
        let first = Model::first(&sides[0], &sides[1], vocabulary, foreign.as_ref());
        let (model, free) = passes(&sides[0], &sides[1], first, options.moves);
        Self {
            options,
            foreign,
            sides,
            model,
            free,
        }
    }

    /// Stems that stand for each other in the witnesses, each pair once, with its weight in `(0, 1]`; none of two languages,
    /// whose words are not compared.
    pub fn learned(&self) -> &[(KeyId, KeyId, f32)] {
        match self.foreign {
            Some(_) => &[],
            None => &self.model.learned,
        }
    }

    /// The alignment around what a person has decided: every pin of two sides is a bead of it, the units of a pin of one
    /// side have no counterpart. No unit may stand in two pins. Pins that agree with the alignment without them leave it
    /// as it is.
    pub fn align(&self, texts: Texts<'_>, pins: &[Pin]) -> Alignment {
        let (fine, beads) = self.both_levels(texts, pins);
        let quotations = self.quotes(texts, &fine);
        Alignment { beads, quotations }
    }

    /// The beads of [`align`](Self::align) alone.
    pub fn beads(&self, texts: Texts<'_>, pins: &[Pin]) -> Vec<Bead> {
        self.both_levels(texts, pins).1
    }

    /// The beads of the aligned units, and of the units.
    fn both_levels(&self, texts: Texts<'_>, pins: &[Pin]) -> (Vec<Bead>, Vec<Bead>) {
        let [a, b] = texts.witnesses;
        let mut fine = self.beads_of(&self.free);
        fine.extend(in_place::beads(texts, &fine, &[]));
        let mut beads = projected(texts, &fine);
        if pins::settle(&mut beads, pins) {
            return (fine, beads);
        }
        let [x, y] = &self.sides;
        let aligned: Vec<Pin> = pins.iter().map(|pin| pin.aligned(a, b)).collect();
        let rest = pins::pass(x, y, &self.model, self.options.moves, &aligned);
        let scores = pins::scores(x, y, &self.model, &aligned);
        let mut fine: Vec<Bead> = aligned
            .iter()
            .zip(&scores)
            .filter_map(|(p, &s)| p.bead(s))
            .collect();
        let pinned = fine.len();
        fine.extend(self.beads_of(&rest));
        fine.extend(in_place::beads(texts, &fine, &aligned));
        let mut beads = projected(texts, &fine[pinned..]);
        beads.extend(pins.iter().zip(&scores).filter_map(|(p, &s)| p.bead(s)));
        (fine, beads)
    }

    /// The beads of the aligned units, those of `pins` first.
    pub fn fine(&self, texts: Texts<'_>, pins: &[Pin]) -> Fine {
        let [a, b] = texts.witnesses;
        let aligned: Vec<Pin> = pins.iter().map(|pin| pin.aligned(a, b)).collect();
        let [x, y] = &self.sides;
        let scores = self.scores(&aligned);
        let decided = aligned.iter().zip(&scores).filter_map(|(p, &s)| p.bead(s));
        let mut beads: Vec<Bead> = decided.collect();
        let decided = beads.len();
        match aligned.is_empty() {
            true => beads.extend(self.beads_of(&self.free)),
            false => {
                let rest = pins::pass(x, y, &self.model, self.options.moves, &aligned);
                beads.extend(self.beads_of(&rest));
            }
        }
        beads.extend(in_place::beads(texts, &beads, &aligned));
        let taken = |units: fn(&Pin) -> &Vec<u32>| {
            aligned
                .iter()
                .flat_map(|pin| units(pin).iter().copied())
                .collect()
        };
        Fine {
            beads,
            decided,
            taken: [taken(|pin| &pin.a), taken(|pin| &pin.b)],
        }
    }

    /// Where the witness at `of`, whose paragraphs have no marks, is to be cut by those of the other, beside these beads of
    /// aligned units; in order. `seams` says of each of its tokens how strong the seam before it is, and 0 where no unit may
    /// begin.
    pub(crate) fn borders(
        &self,
        texts: Texts<'_>,
        beads: &[Bead],
        of: usize,
        seams: &[u8],
    ) -> Vec<Border> {
        borders::borders(texts, &self.model, beads, of, seams)
    }

    /// What the model says of beads of aligned units, in nats.
    pub fn scores(&self, beads: &[Pin]) -> Vec<f64> {
        pins::scores(&self.sides[0], &self.sides[1], &self.model, beads)
    }

    /// The beads of the units, from those of the aligned units.
    pub fn projected(&self, texts: Texts<'_>, fine: &[Bead]) -> Vec<Bead> {
        projected(texts, fine)
    }

    /// The quotations beside these beads of aligned units.
    pub fn quotes(&self, texts: Texts<'_>, fine: &[Bead]) -> Vec<Quote> {
        let [a, b] = texts.witnesses;
        match self.options.quotations {
            true => quotations(a, b, texts.vocabulary, &self.model, fine),
            false => Vec::new(),
        }
    }

    fn beads_of(&self, pass: &Pass) -> Vec<Bead> {
        let units = |side: &Side, positions: &[u32]| -> Vec<u32> {
            positions.iter().map(|&p| side.units[p as usize]).collect()
        };
        pass.main
            .iter()
            .chain(&pass.moved)
            .map(|found| Bead {
                a: units(&self.sides[0], &found.a),
                b: units(&self.sides[1], &found.b),
                score: f64::from(found.score),
                confidence: f64::from(found.posterior),
            })
            .collect()
    }
}

/// The beads of the units that beads of the aligned units make.
fn projected(texts: Texts<'_>, fine: &[Bead]) -> Vec<Bead> {
    let [a, b] = texts.witnesses;
    match a.level {
        Level::Clause | Level::Line => fine.to_vec(),
        Level::Sentence | Level::Paragraph => project(a, b, fine),
    }
}
