//! Whether one of two renderings knew the other, as far as rare words tell.

use std::io;

use crate::table::Verdict;
use crate::view::ink::Ink;
use crate::view::wording::percent;
use crate::view::wrap::Piece;
use crate::witness::TokenIndex;

use super::sheet::Page;

/// Writes what rare words tell of two witnesses, and what they cannot; nothing where there are too few.
pub(super) fn write(
    page: &mut Page<'_, '_>,
    is_content: &dyn Fn(usize, TokenIndex) -> bool,
) -> io::Result<()> {
    let Some(found) = page.table.acquaintance(is_content) else {
        return Ok(());
    };
    let told = match found.verdict() {
        Verdict::TooFew => return Ok(()),
        Verdict::Apart => {
            "Renderings that were made apart share up to half: nothing tells that one was made with the other at hand. It may have been, \
             by someone who took pains to say it otherwise."
        }
        Verdict::Between => {
            "That is more than most renderings share that were made apart (up to half), and less than a revision shares with what it \
             revises (two thirds and more): one may have been made with the other at hand, or both follow a third."
        }
        Verdict::Close => {
            "That is as many as a revision shares with what it revises (two thirds and more): one was likely made with the other at \
             hand, or both follow a third. Texts that leave little choice of words share as many."
        }
    };
    let commoner = match found.common {
        0 => String::new(),
        _ => {
            let expected = found.expected() / found.rare.max(1) as f64;
            format!("; of commoner words {}", percent(expected))
        }
    };
    page.heading(&format!(
        "did one know the other? Of the {} rare words of both (once in a text, no names), {} are the same in the other: {}{commoner}.",
        found.rare,
        found.rare_shared,
        percent(found.share()),
    ))?;
    page.item(&[], Piece::words(told, Ink::Plain))
}
