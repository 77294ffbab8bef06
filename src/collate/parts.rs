//! Disjoint sets of numbers that grow together (union-find).

/// Sets of the numbers below a count, each alone at first.
pub(super) struct Parts {
    parent: Vec<u32>,
}

impl Parts {
    pub(super) fn new(count: usize) -> Self {
        Self {
            parent: (0..count as u32).collect(),
        }
    }

    /// Makes each number alone again.
    pub(super) fn part(&mut self) {
        for (number, parent) in (0..).zip(&mut self.parent) {
            *parent = number;
        }
    }

    /// The least number of the set that a number is in.
    pub(super) fn root(&mut self, mut number: u32) -> u32 {
        while self.parent[number as usize] != number {
            let above = self.parent[self.parent[number as usize] as usize];
            self.parent[number as usize] = above;
            number = above;
        }
        number
    }

    pub(super) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        self.parent[one.max(other) as usize] = one.min(other);
    }

    pub(super) fn join_all(&mut self, numbers: &[u32]) {
        for pair in numbers.windows(2) {
            self.join(pair[0], pair[1]);
        }
    }
}
