//! Noticing what a reader of the table may wonder about.

use crate::language::Profile;
use crate::segment::language_name;
use crate::table::{Note, Row, RowKind};
use crate::witness::{UnitIndex, Witness};
use crate::words::MOST_CELLS;

use super::language::{are_two, shared_language};

/// What can be said of two witnesses before they are aligned.
pub(super) fn of_texts(witnesses: [&Witness; 2]) -> Vec<Note> {
    let mut notes = Vec::new();
    for witness in witnesses {
        if let Some(reason) = Profile::of(witness.language).old_print_reason(&witness.text) {
            notes.push(Note::OldPrint {
                witness: witness.siglum.clone(),
                reason,
            });
        }
    }
    let sigla = || witnesses.map(|w| w.siglum.clone());
    let languages = witnesses.map(|w| w.language);
    // A blank text is in no language.
    if languages[0] != languages[1] && witnesses.iter().all(|w| !is_blank(w)) {
        notes.push(Note::Languages {
            witnesses: sigla(),
            languages: languages.map(language_name),
            rules: (!are_two(witnesses)).then(|| language_name(shared_language(witnesses))),
        });
    }
    if witnesses[0].text == witnesses[1].text {
        notes.push(Note::SameText(sigla()));
    }
    notes
}

/// Whether one of them is that a witness is old print.
pub(super) fn tell_old_print(notes: &[Note]) -> bool {
    notes.iter().any(|n| matches!(n, Note::OldPrint { .. }))
}

/// What can be said of their rows.
pub(super) fn of_rows(witnesses: [&Witness; 2], rows: &[Row], words: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    let [a, b] = witnesses;
    let blank = witnesses.map(is_blank);
    if a.text != b.text && blank == [false, false] && rows.iter().all(|r| r.kind == RowKind::Only) {
        notes.push(Note::NothingInCommon([a.siglum.clone(), b.siglum.clone()]));
    }
    notes.extend(of_long_rows(witnesses, rows, words));
    notes
}

fn is_blank(witness: &Witness) -> bool {
    witness.text.trim().is_empty()
}

/// How many rows are too long to compare each word of two of their witnesses with each.
pub(super) fn of_long_rows<'w>(
    witnesses: impl IntoIterator<Item = &'w Witness> + Clone,
    rows: &[Row],
    words: bool,
) -> Option<Note> {
    let tokens = |witness: &Witness, units: &[UnitIndex]| -> usize {
        let units = units.iter().map(|&u| witness.unit(u));
        units.map(|u| u.tokens.len()).sum()
    };
    let long = |row: &&Row| {
        let sides = witnesses.clone().into_iter().zip(&row.cells);
        let mut longest: Vec<usize> = sides.map(|(w, units)| tokens(w, units)).collect();
        longest.sort_unstable();
        longest.iter().rev().take(2).product::<usize>() > MOST_CELLS
    };
    let long = rows.iter().filter(long).count();
    (words && long > 0).then_some(Note::LongRows(long))
}
