//! The shapes of beads: which of the last positions of either side a bead takes.

/// The shape of a bead: which of the last positions of each side it takes (bit 0: the last one). A zero inside is a
/// position passed over, that has no counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub a: u8,
    pub b: u8,
}

impl Shape {
    const fn new(a: u8, b: u8) -> Self {
        Self { a, b }
    }

    /// Positions of A from its first to its last.
    pub(super) const fn rows(self) -> usize {
        8 - self.a.leading_zeros() as usize
    }

    /// Positions of B from its first to its last.
    pub(super) const fn columns(self) -> usize {
        8 - self.b.leading_zeros() as usize
    }

    /// Units beyond 1-1.
    pub(super) const fn beyond(self) -> u32 {
        self.a.count_ones() + self.b.count_ones() - 2
    }

    /// Positions passed over.
    pub(super) const fn passed(self) -> u32 {
        (self.rows() + self.columns()) as u32 - self.a.count_ones() - self.b.count_ones()
    }

    /// The positions that a mask takes, `end` being behind the last of them.
    pub(super) fn positions(mask: u8, end: usize) -> impl Iterator<Item = usize> {
        let width = 8 - mask.leading_zeros() as usize;
        (0..width)
            .rev()
            .filter(move |k| mask >> k & 1 == 1)
            .map(move |k| end - 1 - k)
    }
}

/// The shapes of beads, the first [`COMMON`] of them grouped by what they take of A.
pub(super) const SHAPES: &[Shape] = &[
    Shape::new(0b1, 0b1),
    Shape::new(0b1, 0b11),
    Shape::new(0b1, 0b101),
    Shape::new(0b1, 0b111),
    Shape::new(0b1, 0b1111),
    Shape::new(0b11, 0b1),
    Shape::new(0b11, 0b11),
    Shape::new(0b11, 0b111),
    Shape::new(0b101, 0b1),
    Shape::new(0b111, 0b1),
    Shape::new(0b111, 0b11),
    Shape::new(0b1111, 0b1),
    Shape::new(0b1, 0b11111),
    Shape::new(0b1, 0b111111),
    Shape::new(0b1, 0b1111111),
    Shape::new(0b1, 0b11111111),
    Shape::new(0b11111, 0b1),
    Shape::new(0b111111, 0b1),
    Shape::new(0b1111111, 0b1),
    Shape::new(0b11111111, 0b1),
];

/// So many shapes are tried between any sides; the others, of one unit and more than four, where one is cut finer.
const COMMON: usize = 12;

/// Rows that the longest shape reaches back.
pub(super) const REACH: usize = 8;

/// The shapes that are tried, and the rows that the longest of them reaches back.
pub(super) fn tried(cut_finer: bool) -> (&'static [Shape], usize) {
    match cut_finer {
        true => (SHAPES, REACH),
        false => (&SHAPES[..COMMON], REACH / 2),
    }
}
