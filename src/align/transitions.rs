//! The steps of a path through both witnesses: from bead to bead, and through what is unmatched.

/// Log-probabilities of the steps of a path through both witnesses, in nats.
#[derive(Debug, Clone, Copy)]
pub(super) struct Transitions {
    /// From a bead to a bead.
    pub stay: f64,
    /// What one side left out.
    pub short: Gap,
    /// Foreign text.
    pub long: Gap,
    /// A unit beyond 1-1 in a bead.
    pub beyond: f64,
    /// A unit that a bead passes over.
    pub pass: f64,
}

/// Log-probabilities of the steps into, through and out of unmatched units, whose number on each side is geometric.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// From a bead to an unmatched unit of A, of B.
    pub open: [f64; 2],
    /// To another unmatched unit of the same side.
    pub extend: f64,
    /// From the units of A to those of B.
    pub cross: f64,
    /// From the last unit of A, of B, to a bead.
    pub close: [f64; 2],
}

/// Probabilities from which a [`Transitions`] is made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rates {
    /// That a short gap follows a bead.
    pub short: f64,
    /// That a unit of a short gap is followed by another of the same side.
    pub extend: f64,
    /// That a long gap follows a bead.
    pub long: f64,
    /// Score of a unit beyond 1-1.
    pub beyond: f64,
    /// Whether the units of one side are so much shorter that beads of one and many are to be expected.
    pub cut_finer: bool,
}

/// Such beads are to be expected from so many units of the one side for a unit of the other.
const CUT_FINER: f64 = 1.2;

/// That a unit of a long gap is followed by another of the same side: gaps of some fifty units.
const LONG_EXTEND: f64 = 0.98;

impl Transitions {
    /// The same steps with every weight changed by `change`.
    pub(super) fn map(&self, change: impl Fn(f64) -> f64 + Copy) -> Self {
        let gap = |gap: &Gap| Gap {
            close: gap.close.map(change),
            ..gap.map(change)
        };
        Self {
            stay: change(self.stay),
            short: gap(&self.short),
            long: gap(&self.long),
            beyond: change(self.beyond),
            pass: change(self.pass),
        }
    }

    /// The same steps with the weight of every unmatched unit changed by `change`.
    pub(super) fn with_gaps(&self, change: impl Fn(f64) -> f64 + Copy) -> Self {
        Self {
            short: self.short.map(change),
            long: self.long.map(change),
            ..*self
        }
    }
}

impl Gap {
    /// The same gap with the steps into its units changed by `change`.
    fn map(&self, change: impl Fn(f64) -> f64 + Copy) -> Self {
        Self {
            open: self.open.map(change),
            extend: change(self.extend),
            cross: change(self.cross),
            close: self.close,
        }
    }

    fn new(open: f64, extend: f64) -> Self {
        // Having begun on one side, a gap has units on the other with the same probability that it began there.
        Self {
            open: [(open / 2.0).ln(); 2],
            extend: extend.ln(),
            cross: ((1.0 - extend) * 0.5).ln(),
            close: [((1.0 - extend) * 0.5).ln(), (1.0 - extend).ln()],
        }
    }
}

impl Rates {
    /// The same rates for sides of which one has so many units for one of the other: beads have that many in the mean.
    pub(super) fn with_granularity(self, units: f64) -> Self {
        Self {
            beyond: self.beyond.max((1.0 - 1.0 / units).ln()),
            cut_finer: units >= CUT_FINER,
            ..self
        }
    }

    /// The transitions these rates make.
    pub(super) fn transitions(&self) -> Transitions {
        let short = Gap::new(self.short, self.extend);
        let stay = (1.0 - self.short - self.long).ln();
        Transitions {
            stay,
            short,
            long: Gap::new(self.long, LONG_EXTEND),
            beyond: self.beyond,
            pass: short.open[0] + short.close[1] - stay,
        }
    }
}

/// The rates before anything is known of a pair in two languages, of which more stands in place and less one to one, since a
/// translator cuts sentences by the customs of another language.
pub(super) const FOREIGN_RATES: Rates = Rates {
    short: 0.06,
    extend: 0.2,
    long: 0.004,
    beyond: -2.5,
    cut_finer: false,
};
/// The rates before anything is known of the pair.
pub(super) const FIRST_RATES: Rates = Rates {
    short: 0.12,
    extend: 0.2,
    long: 0.01,
    beyond: -4.0,
    cut_finer: false,
};
