//! Sums that do not depend on the order of what is summed.

/// The sum of numbers, the same to the last bit in whatever order they come: sums of the witnesses of a table must not depend
/// on the order of its columns.
pub(crate) fn sum_in_any_order(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_unstable_by(f64::total_cmp);
    numbers.into_iter().sum()
}

#[cfg(test)]
mod tests {
    use super::sum_in_any_order;

    #[test]
    fn sums_are_the_same_in_any_order() {
        let numbers = [0.1, 0.2, 0.3, 1e9, 0.7];
        let turned = numbers.iter().rev().copied();
        assert_eq!(
            sum_in_any_order(numbers).to_bits(),
            sum_in_any_order(turned).to_bits()
        );
        assert_eq!(sum_in_any_order([]), 0.0);
    }
}
