//! The likeness tree in characters.

use std::io;

use unicode_width::UnicodeWidthStr;

use crate::table::{LikenessTree, TreeNode};
use crate::view::ink::Ink;
use crate::view::wording::{share, siglum};
use crate::view::wrap::{Line, Piece};

use super::sheet::Page;

/// Columns of the longest way from the left, at least and at most.
const LENGTH: [usize; 2] = [4, 56];
/// What stands before the tree.
const INDENT: &str = "  ";

/// Writes the tree with its scale.
pub(super) fn write(page: &mut Page<'_, '_>, tree: &LikenessTree) -> io::Result<()> {
    let reach = tree.top.reach();
    let names = |w: usize| siglum(page.table, w);
    let scale = |length: usize| {
        if reach > 0.0 {
            length as f64 / reach
        } else {
            0.0
        }
    };
    let picture = |length: usize| drawn(&tree.top, &names, scale(length)).lines;
    // Forks take columns of their own: as long as fits.
    let fits = |length: &usize| {
        let lines = picture(*length).into_iter();
        lines
            .map(|(drawn, name)| INDENT.width() + drawn.width() + name.width())
            .max()
            <= Some(page.width)
    };
    let length = (LENGTH[0]..=LENGTH[1])
        .rev()
        .find(fits)
        .unwrap_or(LENGTH[0]);
    let lines = picture(length);
    page.heading("likeness tree, without a root: the way across says how many words differ")?;
    for (drawn, name) in lines {
        let mut line = Line::default();
        line.push(INDENT, Ink::Plain);
        line.push(&drawn, Ink::Plain);
        line.push(&name, Ink::Strong);
        page.line(line)?;
    }
    if let Some((part, columns)) = ruler(scale(length), length) {
        let mut line = Line::default();
        line.push(
            &format!("{INDENT}├{}┤ ", "─".repeat(columns.saturating_sub(2))),
            Ink::Margin,
        );
        line.push(&format!("{} % of the words", share(part)), Ink::Margin);
        page.line(line)?;
    }
    for pair in &tree.unknown {
        let why = match page.table.compares(pair[0], pair[1]) {
            true => "have no words in one row",
            false => "are not compared",
        };
        let [a, b] = pair.map(|w| siglum(page.table, w));
        let text = format!("{a} and {b} {why}: taken for wholly unlike");
        page.item(&[], Piece::words(&text, Ink::Plain))?;
    }
    for &w in &tree.left_out {
        let why = match page.table.witnesses[w].has_words() {
            true => "is not compared with these",
            false => "has no words",
        };
        let text = format!("{} {why}, and is left out", siglum(page.table, w));
        page.item(&[], Piece::words(&text, Ink::Plain))?;
    }
    Ok(())
}

/// A round share of words that takes some columns, and these.
fn ruler(scale: f64, length: usize) -> Option<(f64, usize)> {
    let shares = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
    let columns = |share: f64| (share * scale).round() as usize;
    let fits = |share: &f64| (4..=length / 2).contains(&columns(*share));
    let share = shares.into_iter().find(fits)?;
    Some((share, columns(share)))
}

/// A part of the picture: lines, with the witness at their end, and the line at which it hangs.
struct Part {
    lines: Vec<(String, String)>,
    at: usize,
}

fn drawn(node: &TreeNode, names: &dyn Fn(usize) -> String, scale: f64) -> Part {
    let branches = match node {
        TreeNode::Leaf(witness) => {
            return Part {
                lines: vec![(" ".to_owned(), names(*witness))],
                at: 0,
            };
        }
        TreeNode::Fork(branches) => branches,
    };
    let mut lines: Vec<(String, String)> = Vec::new();
    let mut hang = Vec::new();
    for branch in branches {
        let part = drawn(&branch.to, names, scale);
        let length = 1 + (branch.length * scale).round() as usize;
        hang.push(lines.len() + part.at);
        lines.extend(part.lines.into_iter().enumerate().map(|(n, (line, name))| {
            let across = if n == part.at { "─" } else { " " };
            (format!("{}{line}", across.repeat(length)), name)
        }));
    }
    let (Some(&first), Some(&last)) = (hang.first(), hang.last()) else {
        return Part { lines, at: 0 };
    };
    let at = (first + last) / 2;
    for (n, (line, _)) in lines.iter_mut().enumerate() {
        line.insert(0, stem(n, &hang, at, first, last));
    }
    Part { lines, at }
}

/// The upright line of a fork, at one of its lines.
fn stem(n: usize, hang: &[usize], at: usize, first: usize, last: usize) -> char {
    match (n == at, hang.contains(&n)) {
        _ if n < first || n > last => ' ',
        _ if first == last => '─',
        (true, _) if n == first => '┬',
        (true, _) if n == last => '┴',
        (false, _) if n == first => '┌',
        (false, _) if n == last => '└',
        (true, true) => '┼',
        (true, false) => '┤',
        (false, true) => '├',
        (false, false) => '│',
    }
}
