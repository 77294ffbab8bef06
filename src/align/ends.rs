//! What it tells that sentences and paragraphs end together: of two languages, whose words tell little, it is much.

use crate::align::side::{End, Side};

/// How often what ends in one rendering ends in the other because it does: translators keep most paragraphs and sentences.
const KEPT: f32 = 0.8;

/// For each end of a position of A and of B what it tells for a bead that ends with both, in nats.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Agreement([[f32; 3]; 3]);

impl Agreement {
    /// By how often each thing ends in both sides: where one has no paragraphs these tell nothing.
    pub(super) fn of(a: &[End], b: &[End]) -> Self {
        let share = |of: &[End], ends: fn(&End) -> bool, among: fn(&End) -> bool| {
            let all = of.iter().filter(|end| among(end)).count().max(1);
            of.iter().filter(|end| ends(end)).count() as f32 / all as f32
        };
        let sentence = |end: &End| *end != End::Clause;
        let paragraph = |end: &End| *end == End::Paragraph;
        let sentences = [a, b].map(|of| share(of, sentence, |_| true));
        let paragraphs = [a, b].map(|of| share(of, paragraph, sentence));
        let of = |x: End, y: End| {
            let mut told = together(sentences, [sentence(&x), sentence(&y)]);
            if sentence(&x) && sentence(&y) {
                told += together(paragraphs, [paragraph(&x), paragraph(&y)]);
            }
            told
        };
        let all = [End::Clause, End::Sentence, End::Paragraph];
        Self(all.map(|x| all.map(|y| of(x, y))))
    }
}

/// How much likelier than by chance it is that something ends on these sides, which end with it so often.
fn together([a, b]: [f32; 2], ends: [bool; 2]) -> f32 {
    let both = KEPT * a.min(b) + (1.0 - KEPT) * a * b;
    let (seen, chance) = match ends {
        [true, true] => (both, a * b),
        [true, false] => (a - both, a * (1.0 - b)),
        [false, true] => (b - both, b * (1.0 - a)),
        [false, false] => (1.0 - a - b + both, (1.0 - a) * (1.0 - b)),
    };
    if seen > 0.0 && chance > 0.0 {
        (seen / chance).ln()
    } else {
        0.0
    }
}

/// What it tells where beads end, in nats.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends<'s> {
    a: &'s [End],
    b: &'s [End],
    agreement: Agreement,
}

impl<'s> Ends<'s> {
    pub(super) fn new(a: &'s Side, b: &'s Side, agreement: Agreement) -> Self {
        Self {
            a: &a.ends,
            b: &b.ends,
            agreement,
        }
    }

    /// For a bead that ends before this row and column, neither of which is 0.
    pub(super) fn of(&self, row: usize, column: usize) -> f32 {
        self.agreement.0[self.a[row - 1] as usize][self.b[column - 1] as usize]
    }
}
