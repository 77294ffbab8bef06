//! The corridor: the few cells around the anchors in which the search for beads runs, instead of the whole matrix.

/// Between two anchors the whole rectangle is searched up to this many cells for each unit on its sides.
const CELLS_PER_UNIT: usize = 24;
/// Half the width, in positions of the second witness, of the band along the diagonal of a larger rectangle.
const BAND: usize = 12;

/// For each row (number of positions of A consumed) the interval of columns (positions of B consumed) that paths may use.
#[derive(Debug, Clone)]
pub(super) struct Corridor {
    low: Vec<u32>,
    high: Vec<u32>,
    offsets: Vec<usize>,
}

impl Corridor {
    /// The corridor around `anchors` (increasing in both) for `n` and `m` positions, `radius` rows and half as many columns wide on each side.
    pub(super) fn around(anchors: &[(u32, u32)], n: usize, m: usize, radius: usize) -> Self {
        let mut low = vec![m; n + 1];
        let mut high = vec![0; n + 1];
        let mut from = (0, 0);
        let ends = std::iter::once((n, m));
        for (r, c) in anchors
            .iter()
            .flat_map(|&(a, b)| {
                let (a, b) = (a as usize, b as usize);
                [(a, b), (a + 1, b + 1)]
            })
            .chain(ends)
        {
            let (rows, columns) = (r - from.0, c - from.1);
            let whole = (rows + 1) * (columns + 1) <= CELLS_PER_UNIT * (rows + columns + 2);
            for row in from.0..=r {
                let (l, h) = if whole {
                    (from.1, c)
                } else {
                    let at = |k: usize| from.1 + (k * columns) / rows.max(1);
                    (
                        at(row - from.0).saturating_sub(BAND).max(from.1),
                        (at((row + 1 - from.0).min(rows)) + BAND).min(c),
                    )
                };
                low[row] = low[row].min(l);
                high[row] = high[row].max(h);
            }
            from = (r, c);
        }
        // Widen: what stands some rows above or below may be reached as well.
        let spread = radius / 2;
        let widened: Vec<(u32, u32)> = (0..=n)
            .map(|row| {
                let l = low[row.saturating_sub(radius)].min(low[row]);
                let h = high[(row + radius).min(n)].max(high[row]);
                (l.saturating_sub(spread) as u32, (h + spread).min(m) as u32)
            })
            .collect();
        let mut offsets = Vec::with_capacity(n + 2);
        offsets.push(0);
        for (l, h) in &widened {
            offsets.push(offsets[offsets.len() - 1] + (h - l + 1) as usize);
        }
        Self {
            low: widened.iter().map(|w| w.0).collect(),
            high: widened.iter().map(|w| w.1).collect(),
            offsets,
        }
    }

    /// Number of rows: one more than the positions of A.
    pub(super) fn rows(&self) -> usize {
        self.low.len()
    }

    /// The columns of a row, first and last.
    pub(super) fn interval(&self, row: usize) -> (usize, usize) {
        (self.low[row] as usize, self.high[row] as usize)
    }

    /// Number of nodes.
    pub(super) fn nodes(&self) -> usize {
        self.offsets[self.offsets.len() - 1]
    }

    /// The number of the first node of a row.
    pub(super) fn row_start(&self, row: usize) -> usize {
        self.offsets[row]
    }

    /// The number of a node, if it is in the corridor.
    pub(super) fn node(&self, row: usize, column: usize) -> Option<usize> {
        let (low, high) = self.interval(row);
        (low <= column && column <= high).then(|| self.offsets[row] + column - low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corridor_holds_the_corners_the_anchors_and_a_way_between_them() {
        for anchors in [&[][..], &[(2, 3), (3, 900)], &[(0, 0), (39, 999)]] {
            let corridor = Corridor::around(anchors, 40, 1000, 4);
            assert!(corridor.node(0, 0).is_some());
            assert!(corridor.node(40, 1000).is_some());
            for &(a, b) in anchors {
                assert!(corridor.node(a as usize, b as usize).is_some());
                assert!(corridor.node(a as usize + 1, b as usize + 1).is_some());
            }
            for row in 1..corridor.rows() {
                assert!(corridor.interval(row).0 <= corridor.interval(row - 1).1);
                assert!(corridor.interval(row).1 >= corridor.interval(row - 1).0);
            }
        }
    }

    #[test]
    fn corridor_grows_with_the_length_not_with_its_square() {
        let nodes = |n: usize| Corridor::around(&[], n, n, 4).nodes();
        assert!(nodes(20_000) < 3 * nodes(10_000));
    }
}
