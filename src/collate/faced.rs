//! Witnesses without marks, cut where those beside them end their sentences.

use rayon::prelude::*;

use crate::align::{AlignOptions, Aligner, Moves};
use crate::segment::{Border, cut_anew, seams};
use crate::witness::{Level, Witness};

use super::prepared::Prepared;
use super::{CompareOptions, notes};

/// The witnesses, those of their paragraphs that have hardly a mark cut anew: each by the witness that shares most of it, from
/// what all of them were before, so that it does not matter in which order they are named. One whose passages its file names is
/// left as it is: the names go with its units.
pub(super) fn faced(mut witnesses: Vec<Witness>, options: &CompareOptions) -> Vec<Witness> {
    let cut: Vec<Option<Vec<Border>>> = (0..witnesses.len())
        .into_par_iter()
        .map(|of| {
            let own = &witnesses[of];
            let is_cut = !own.unmarked.is_empty() && own.labels.is_empty();
            let others = (0..witnesses.len()).filter(|&other| is_cut && other != of);
            let said = others.filter_map(|other| {
                let other = &witnesses[other];
                Some((borders(own, other, options)?, &other.text))
            });
            let best = said.max_by(|((x, _), in_x), ((y, _), in_y)| (x, in_x).cmp(&(y, in_y)));
            best.map(|((_, borders), _)| borders)
        })
        .collect();
    for (witness, borders) in witnesses.iter_mut().zip(cut) {
        if let Some(borders) = borders {
            cut_anew(witness, &borders);
        }
        witness.unmarked.clear();
    }
    witnesses
}

/// Where `own` is to be cut by `other`, and how many of its tokens have counterparts there; nothing where the other has no marks
/// either.
fn borders(
    own: &Witness,
    other: &Witness,
    options: &CompareOptions,
) -> Option<(usize, Vec<Border>)> {
    let is_marked = |paragraph: u32| !other.unmarked.contains(&paragraph);
    if own.level == Level::Line
        || own.level != other.level
        || !(0..other.paragraphs.len() as u32).any(is_marked)
    {
        return None;
    }
    let named = [own.clone(), other.clone()];
    let notes = notes::of_texts(named.each_ref());
    let prepared = Prepared::new(named, notes::tell_old_print(&notes), options);
    let options = AlignOptions {
        moves: match options.monotone {
            true => Moves::Excluded,
            false => Moves::Sought,
        },
        quotations: false,
        two_languages: prepared.in_two_languages(),
    };
    let aligner = Aligner::new(prepared.texts(), options);
    let fine = prepared.fine(&aligner, &[]).beads;
    let shared = fine.iter().flat_map(|bead| &bead.a);
    let shared = shared.map(|&unit| own.clauses[unit as usize].tokens.len());
    Some((shared.sum(), prepared.borders(&aligner, fine, &seams(own))))
}

#[cfg(test)]
mod tests {
    use crate::collate::compare;
    use crate::table::AlignmentTable;
    use crate::witness::UnitIndex;

    const MARKED: &str = "The old man went down to the river every morning. He looked at the water, and said nothing. His \
        brother had drowned there! Nobody in the village knew of it, for they had come later; and he never spoke of \
        him. One day a child asked him why he came. He smiled. Then he told her what he had seen there when he was young.";

    /// The letters of each cell of a column.
    fn cells(table: &AlignmentTable, w: usize) -> Vec<String> {
        let witness = &table.witnesses[w];
        let text = |units: &Vec<UnitIndex>| -> String {
            let texts = units.iter().map(|&unit| witness.unit_text(unit));
            let letters = texts.flat_map(|text| text.chars().filter(|c| c.is_alphanumeric()));
            letters.flat_map(char::to_lowercase).collect()
        };
        table.rows.iter().map(|row| text(&row.cells[w])).collect()
    }

    fn without_marks(text: &str) -> String {
        let kept = |c: &char| c.is_alphanumeric() || c.is_whitespace();
        text.to_lowercase().chars().filter(kept).collect()
    }

    #[test]
    fn a_text_without_marks_is_cut_where_the_other_ends_its_sentences() {
        let bare = without_marks(MARKED);
        for (a, b) in [(MARKED, bare.as_str()), (&bare, MARKED)] {
            let table = compare(a, b).expect("two texts");
            assert_eq!(cells(&table, 0), cells(&table, 1));
            assert_eq!(table.rows.len(), 7);
        }
    }

    #[test]
    fn what_one_side_lacks_takes_no_words_of_its_neighbours() {
        let (before, after) = MARKED.split_once(" One day").expect("a sentence");
        let more = "In those years the mill at the bend of the stream still ground the corn of nine parishes, and wagons stood \
            before its gate from dawn until dusk.";
        let bare = without_marks(&format!("{before} {more} One day{after}"));
        let table = compare(MARKED, &bare).expect("two texts");
        let both: Vec<_> = cells(&table, 0).into_iter().zip(cells(&table, 1)).collect();
        let alone: String = both
            .iter()
            .filter(|(a, _)| a.is_empty())
            .map(|(_, b)| b.as_str())
            .collect();
        assert_eq!(alone, without_marks(more).replace(' ', ""));
        assert!(both.iter().all(|(a, b)| a.is_empty() || a == b), "{both:?}");
    }
}
