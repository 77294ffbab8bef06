//! The likeness tree of witnesses: neighbour joining (Saitou & Nei 1987).

use std::cmp::Reverse;

use crate::table::{AlignmentTable, Overview};

/// A tree without a root: which witnesses are like which, and how far apart.
///
/// It says who stands near whom, and not who came first: an ancestor that is among the witnesses is a leaf like the others,
/// with next to no branch of its own. The same texts have the same tree, in whatever order they are named.
#[derive(Debug, Clone, PartialEq)]
pub struct LikenessTree {
    /// Where it is held: a fork of three or more; of two witnesses the two, of one that one.
    pub top: TreeNode,
    /// Witnesses that stand in no place of it, in the order of their sigla: they have no words, or their words are not compared with
    /// those of the others.
    pub left_out: Vec<usize>,
    /// Pairs of witnesses of which nothing tells how far they are apart, the lesser place first, increasing: no row has both, or
    /// none with words. They are taken for wholly unlike, with a distance of 1.
    pub unknown: Vec<[usize; 2]>,
}

impl LikenessTree {
    /// The tree in one line of Newick's form, without its end; `label` names a witness as that form wants it.
    pub fn newick(&self, label: &dyn Fn(usize) -> String) -> String {
        newick(&self.top, label)
    }

    /// The places of the witnesses, from the first leaf to the last: those that are like each other are near each other.
    pub fn leaves(&self) -> Vec<usize> {
        let mut leaves = Vec::new();
        self.top.add_leaves(&mut leaves);
        leaves
    }
}

fn newick(node: &TreeNode, label: &dyn Fn(usize) -> String) -> String {
    match node {
        TreeNode::Leaf(witness) => label(*witness),
        TreeNode::Fork(branches) => {
            let part = |b: &TreeBranch| format!("{}:{:.6}", newick(&b.to, label), b.length);
            let parts: Vec<String> = branches.iter().map(part).collect();
            format!("({})", parts.join(","))
        }
    }
}

/// A node of a likeness tree.
#[derive(Debug, Clone, PartialEq)]
pub enum TreeNode {
    /// A witness, by its place in the table.
    Leaf(usize),
    /// Branches to further nodes, those with the least siglum first; two or more, at the top three where there are three
    /// witnesses.
    Fork(Vec<TreeBranch>),
}

/// A branch of a likeness tree.
#[derive(Debug, Clone, PartialEq)]
pub struct TreeBranch {
    /// Its length, 0 or more: a share of words. What lies between two witnesses adds up to about the share of their words that
    /// are not the same.
    pub length: f64,
    /// Where it leads.
    pub to: TreeNode,
}

impl TreeNode {
    /// The length of the longest way from here to a witness, 0 or more.
    pub fn reach(&self) -> f64 {
        let ways = self.branches().iter().map(|b| b.length + b.to.reach());
        ways.fold(0.0, f64::max)
    }

    /// The branches of a fork; none of a witness.
    pub fn branches(&self) -> &[TreeBranch] {
        match self {
            Self::Leaf(_) => &[],
            Self::Fork(branches) => branches,
        }
    }

    /// The least of the witnesses below, as `rank` has them.
    fn first(&self, rank: &[usize]) -> usize {
        match self {
            Self::Leaf(witness) => rank[*witness],
            Self::Fork(branches) => {
                let below = branches.iter().map(|branch| branch.to.first(rank));
                below.min().unwrap_or(usize::MAX)
            }
        }
    }

    fn add_leaves(&self, leaves: &mut Vec<usize>) {
        match self {
            Self::Leaf(witness) => leaves.push(*witness),
            Self::Fork(branches) => branches.iter().for_each(|b| b.to.add_leaves(leaves)),
        }
    }

    /// Puts branches in the order of their first witnesses, as `rank` has them.
    fn sort(&mut self, rank: &[usize]) {
        if let Self::Fork(branches) = self {
            for branch in branches.iter_mut() {
                branch.to.sort(rank);
            }
            branches.sort_by_key(|branch| branch.to.first(rank));
        }
    }
}

impl AlignmentTable {
    /// The tree that the unlikeness of every two witnesses makes: 1 without their [similarity](Overview::similarity). It has the
    /// greatest group of those that are compared with each other; of equal ones that with the least siglum.
    pub fn likeness_tree(&self, overview: &Overview) -> LikenessTree {
        let count = self.witnesses.len();
        let ranks = self.ranks().ranks;
        let [own, mut left_out] = self.to_be_joined(&ranks);
        left_out.sort_by_key(|&w| ranks[w]);
        // Between equal choices the texts decide, and of the same text the sigla: never the order of the witnesses.
        let mut by_text = own.clone();
        by_text.sort_by_key(|&w| (&self.witnesses[w].text, &self.witnesses[w].siglum));
        let distance = |x: usize, y: usize| 1.0 - overview.similarity[x][y].unwrap_or(0.0);
        let distances = by_text
            .iter()
            .map(|&x| by_text.iter().map(|&y| distance(x, y)).collect());
        let leaves = by_text.iter().map(|&w| TreeNode::Leaf(w)).collect();
        let mut top = neighbour_joining(leaves, distances.collect());
        top.sort(&ranks);
        let pairs = (0..count).flat_map(|x| (x + 1..count).map(move |y| [x, y]));
        let joined = pairs.filter(|pair| pair.iter().all(|w| own.contains(w)));
        let unknown = joined.filter(|&[x, y]| overview.similarity[x][y].is_none());
        LikenessTree {
            top,
            left_out,
            unknown: unknown.collect(),
        }
    }

    /// The witnesses that make up the tree, and the others.
    fn to_be_joined(&self, ranks: &[usize]) -> [Vec<usize>; 2] {
        let all: Vec<usize> = (0..self.witnesses.len()).collect();
        let has_words = |w: &usize| self.witnesses[*w].has_words();
        let groups = self.rules(&[]).components(all.len()).into_iter();
        let groups = groups.map(|own| own.into_iter().filter(has_words).collect::<Vec<usize>>());
        let first = |own: &Vec<usize>| own.iter().map(|&w| Reverse(ranks[w])).max();
        match groups.max_by_key(|own| (own.len(), first(own))) {
            Some(own) if !own.is_empty() => {
                let (own, others) = all.into_iter().partition(|w| own.contains(w));
                [own, others]
            }
            _ => [all, Vec::new()],
        }
    }
}

/// Joins what is nearest, seen from all others, until three are left. `apart` has the distance of every two nodes; of equal
/// choices the first is taken.
fn neighbour_joining(mut nodes: Vec<TreeNode>, mut apart: Vec<Vec<f64>>) -> TreeNode {
    while nodes.len() > 3 {
        let count = nodes.len();
        let sums: Vec<f64> = apart.iter().map(|row| row.iter().sum()).collect();
        let pairs = (0..count).flat_map(|x| (x + 1..count).map(move |y| (x, y)));
        let criterion =
            |(x, y): (usize, usize)| rounded((count - 2) as f64 * apart[x][y] - sums[x] - sums[y]);
        let Some((x, y)) = pairs.min_by_key(|&pair| criterion(pair)) else {
            break;
        };
        let own = apart[x][y];
        let more = (sums[x] - sums[y]) / (count - 2) as f64;
        let [first, second] = two_lengths(own, 0.5 * (own + more));
        let to_new = |z: usize| 0.5 * (apart[x][z] + apart[y][z] - own);
        let mut new: Vec<f64> = (0..count).map(to_new).collect();
        new[x] = 0.0;
        let other = nodes.remove(y);
        let node = std::mem::replace(&mut nodes[x], TreeNode::Leaf(0));
        nodes[x] = TreeNode::Fork(vec![branch(first, node), branch(second, other)]);
        for (row, &distance) in apart.iter_mut().zip(&new) {
            row[x] = distance;
            row.remove(y);
        }
        apart.remove(y);
        new.remove(y);
        apart[x] = new;
    }
    let lengths = match apart.len() {
        3 => three_lengths([apart[0][1], apart[0][2], apart[1][2]]),
        2 => vec![apart[0][1].max(0.0) / 2.0; 2],
        _ => vec![0.0; nodes.len()],
    };
    match nodes.len() {
        1 => nodes.remove(0),
        _ => TreeNode::Fork(
            lengths
                .into_iter()
                .zip(nodes)
                .map(|(l, n)| branch(l, n))
                .collect(),
        ),
    }
}

fn branch(length: f64, to: TreeNode) -> TreeBranch {
    TreeBranch { length, to }
}

/// Sums of distances are compared to this part, so that how they were added up says nothing.
fn rounded(sum: f64) -> i64 {
    (sum * 1e9).round() as i64
}

/// The lengths of two branches with their sum, of which neither may be less than none: where one would be, it is none, and the
/// other the whole (Kuhner & Felsenstein 1994).
fn two_lengths(sum: f64, first: f64) -> [f64; 2] {
    let sum = sum.max(0.0);
    let first = first.clamp(0.0, sum);
    [first, sum - first]
}

/// The lengths of the last three branches, from the distances of the first with the second and the third, and of these two. Where
/// one would be less than none, it is none.
fn three_lengths([xy, xz, yz]: [f64; 3]) -> Vec<f64> {
    [xy + xz - yz, xy + yz - xz, xz + yz - xy]
        .map(|twice| (twice / 2.0).max(0.0))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined<const N: usize>(distances: [[f64; N]; N]) -> TreeNode {
        let leaves = (0..N).map(TreeNode::Leaf).collect();
        let mut tree =
            neighbour_joining(leaves, distances.iter().map(|row| row.to_vec()).collect());
        tree.sort(&(0..N).collect::<Vec<_>>());
        tree
    }

    /// The tree in Newick's form, lengths without the noughts at their ends.
    fn newick(tree: &TreeNode) -> String {
        super::newick(tree, &|w| w.to_string()).replace(".000000", "")
    }

    /// The example that textbooks have of five leaves: its distances add up along one tree.
    #[test]
    fn distances_that_add_up_give_their_tree() {
        let tree = joined([
            [0., 5., 9., 9., 8.],
            [5., 0., 10., 10., 9.],
            [9., 10., 0., 8., 7.],
            [9., 10., 8., 0., 3.],
            [8., 9., 7., 3., 0.],
        ]);
        assert_eq!(newick(&tree), "(((0:2,1:3):3,2:4):2,3:2,4:1)");
    }

    /// The eight leaves of Saitou & Nei (1987), table 2, and the tree of their figure 3.
    #[test]
    fn the_example_of_saitou_and_nei() {
        let tree = joined([
            [0., 7., 8., 11., 13., 16., 13., 17.],
            [7., 0., 5., 8., 10., 13., 10., 14.],
            [8., 5., 0., 5., 7., 10., 7., 11.],
            [11., 8., 5., 0., 8., 11., 8., 12.],
            [13., 10., 7., 8., 0., 5., 6., 10.],
            [16., 13., 10., 11., 5., 0., 9., 13.],
            [13., 10., 7., 8., 6., 9., 0., 8.],
            [17., 14., 11., 12., 10., 13., 8., 0.],
        ]);
        assert_eq!(
            newick(&tree),
            "(((((0:5,1:2):2,2:1):1,3:3):2,(4:1,5:4):2):1,6:2,7:6)"
        );
    }

    #[test]
    fn few_leaves_have_a_tree() {
        assert_eq!(newick(&joined([[0.]])), "0");
        assert_eq!(newick(&joined([[0., 4.], [4., 0.]])), "(0:2,1:2)");
        let three = [[0., 3., 4.], [3., 0., 5.], [4., 5., 0.]];
        assert_eq!(newick(&joined(three)), "(0:1,1:2,2:3)");
        // The same text thrice.
        assert_eq!(newick(&joined([[0.; 3]; 3])), "(0:0,1:0,2:0)");
    }

    /// Distances that no tree has would want branches shorter than none.
    #[test]
    fn no_branch_is_shorter_than_none() {
        let tree = joined([
            [0., 1., 9., 2.],
            [1., 0., 2., 9.],
            [9., 2., 0., 1.],
            [2., 9., 1., 0.],
        ]);
        fn all(node: &TreeNode) -> bool {
            node.branches()
                .iter()
                .all(|b| b.length >= 0.0 && all(&b.to))
        }
        assert!(all(&tree), "{tree:?}");
        assert_eq!(three_lengths([1.0, 1.0, 3.0]), [0.0, 1.5, 1.5]);
        assert_eq!(two_lengths(2.0, -1.0), [0.0, 2.0]);
        assert_eq!(two_lengths(2.0, 3.0), [2.0, 0.0]);
    }
}
