//! The links that keep the order of both sides; the others moved.

/// For each of `links` (first token of A, first token of B, weight; in the order of A) whether it is on the heaviest chain
/// increasing in both; a Fenwick tree of prefix maxima.
pub(super) fn heaviest(links: &[(u32, u32, u64)]) -> Vec<bool> {
    let width = links.iter().map(|l| l.1 + 1).max().unwrap_or(0) as usize;
    // The heaviest chain that ends below a place of B, as (weight, link + 1).
    let mut tree = vec![(0u64, 0usize); width + 1];
    let mut previous = vec![0usize; links.len()];
    let mut top = (0, 0);
    for (n, &(_, b, weight)) in links.iter().enumerate() {
        let mut best = (0, 0);
        let mut k = b as usize;
        while k > 0 {
            best = best.max(tree[k]);
            k -= k & k.wrapping_neg();
        }
        previous[n] = best.1;
        let here = (best.0 + weight, n + 1);
        top = top.max(here);
        let mut k = b as usize + 1;
        while k < tree.len() {
            tree[k] = tree[k].max(here);
            k += k & k.wrapping_neg();
        }
    }
    let mut on = vec![false; links.len()];
    let mut at = top.1;
    while at > 0 {
        on[at - 1] = true;
        at = previous[at - 1];
    }
    on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lighter_one_moved() {
        assert_eq!(
            heaviest(&[(0, 2, 1), (1, 0, 4), (2, 1, 4)]),
            [false, true, true]
        );
        assert_eq!(heaviest(&[(0, 1, 4), (1, 0, 1)]), [true, false]);
        assert!(heaviest(&[]).is_empty());
    }
}
