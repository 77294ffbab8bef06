//! What the shades say, for whoever sees them.

use crate::table::AlignmentTable;

use super::Shade;

/// What stands before the text of a witness that has it elsewhere than the table.
pub(in crate::export) const ELSEWHERE: &str = "⇄ ";

/// What the shades and signs say: how the example looks, the example, and its meaning.
pub(in crate::export) fn legend(
    table: &AlignmentTable,
) -> impl Iterator<Item = (Option<Shade>, &'static str, &'static str)> {
    let count = table.witnesses.len();
    let shades = Shade::ALL.into_iter().rev();
    let shades =
        shades.filter_map(move |shade| Some((Some(shade), "words", shade.meaning(count)?)));
    let elsewhere = "this text has the sentence elsewhere";
    let moved = table.rows.iter().any(|row| row.moved);
    shades.chain(moved.then_some((None, ELSEWHERE.trim_end(), elsewhere)))
}
