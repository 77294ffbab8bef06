//! How alike every two of more than two witnesses are.

use std::io;

use unicode_width::UnicodeWidthStr;

use crate::table::{LikenessTree, Overview};
use crate::view::ink::Ink;
use crate::view::page::pad;
use crate::view::wording::{share, siglum};
use crate::view::wrap::Line;

use super::sheet::Page;

/// The longest siglum that stands at the head of a column; where any is longer, columns have numbers.
const HEAD: usize = 5;

/// Writes a line and a column a witness, in the order of the tree, so that those stand together that are alike. What is wider than
/// the page goes on below.
pub(super) fn write(
    page: &mut Page<'_, '_>,
    overview: &Overview,
    tree: &LikenessTree,
) -> io::Result<()> {
    let mut order = tree.leaves();
    order.extend(&tree.left_out);
    let sigla: Vec<String> = order.iter().map(|&w| siglum(page.table, w)).collect();
    let longest = page.longest();
    let numbered = longest > HEAD;
    let digits = order.len().to_string().len();
    let head = |n: usize| match numbered {
        true => (n + 1).to_string(),
        false => sigla[n].clone(),
    };
    let shares = order.iter().flat_map(|&one| {
        let others = order.iter().filter(move |&&other| other != one);
        others.filter_map(move |&other| overview.similarity[one][other])
    });
    // Two digits are enough where no two texts are the same.
    let figure = if shares.map(share).any(|share| share > 99) {
        3
    } else {
        2
    };
    let column = 1 + figure.max(if numbered { digits } else { longest });
    let left = longest + if numbered { digits + 1 } else { 0 };
    let columns = (page.width.saturating_sub(left) / column).clamp(1, order.len());
    page.heading("% of their words that are the same, of every two, in rows where both stand")?;
    let all: Vec<usize> = (0..order.len()).collect();
    // Pages of equal width read better than one full and one of a single column.
    let columns = order.len().div_ceil(order.len().div_ceil(columns));
    for (n, part) in all.chunks(columns).enumerate() {
        if n > 0 {
            page.line(Line::default())?;
        }
        let mut line = Line::default();
        pad(&mut line, left);
        for &other in part {
            right(&mut line, &head(other), column, Ink::Strong);
        }
        page.line(line)?;
        for one in 0..order.len() {
            let mut line = Line::default();
            if numbered {
                line.push(&format!("{:>digits$} ", one + 1), Ink::Margin);
            }
            line.push(&sigla[one], Ink::Strong);
            pad(&mut line, left);
            for &other in part {
                let text = match overview.similarity[order[one]][order[other]] {
                    _ if other == one => "·".to_owned(),
                    Some(similarity) => share(similarity).to_string(),
                    None => "–".to_owned(),
                };
                right(&mut line, &text, column, Ink::Plain);
            }
            page.line(line)?;
        }
    }
    Ok(())
}

/// Text at the right of so many columns.
fn right(line: &mut Line, text: &str, columns: usize, ink: Ink) {
    let end = line.width + columns;
    pad(line, end.saturating_sub(text.width()));
    line.push(text, ink);
}
