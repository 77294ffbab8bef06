//! Which blocks of a page are its main text.
//!
//! 1. Elements that look like clutter are it, unless they only may be and hold most of the page, or one in them says that it
//!    holds the main text.
//! 2. From the page downward, the element that holds most of the running text (outside of clutter and links) is followed, to an
//!    `article` or to where the text parts: that holds the main text.
//! 3. What stands between the title of the page and that element belongs to it as well.
//! 4. Of all this, blocks that are mostly links are not text, if there is other text.

use super::clutter::Clutter;
use super::elements::is_container;
use super::tree::{Block, Page};
use crate::witness::Role;

/// A block with fewer bytes may be anything.
const SHORTEST: usize = 25;
/// An element holds the main text where it has so many of ten parts of what the one has in which it stands.
const MOST: usize = 8;

/// Marks the elements of a page that are clutter, at least so surely.
pub(super) fn mark_clutter(page: &mut Page, least: Clutter) {
    let text = amounts(page, |block| block.text.len());
    let mut has_main: Vec<bool> = page.nodes.iter().map(|node| node.is_main).collect();
    for at in (1..has_main.len()).rev() {
        has_main[page.nodes[at].parent] |= has_main[at];
    }
    for at in 0..page.nodes.len() {
        let node = &page.nodes[at];
        let is_clutter = match node.looks.filter(|&looks| looks >= least) {
            Some(Clutter::Sure | Clutter::Likely) if has_main[at] => false,
            Some(Clutter::Sure | Clutter::Always) => true,
            Some(Clutter::Likely) => text[at] * 2 <= text[0],
            None => false,
        };
        let outer = page.nodes[node.parent].clutter;
        page.nodes[at].clutter = outer.or(is_clutter.then_some(at));
    }
}

/// For each block of a page, whose clutter is marked, whether it is of the main text.
pub(super) fn kept(page: &Page) -> Vec<bool> {
    let running = |block: &Block| match page.nodes[block.node].clutter {
        None if block.text.len() >= SHORTEST => {
            block.text.len() - block.linked.min(block.text.len())
        }
        _ => 0,
    };
    let amounts = amounts(page, running);
    let holder = holder(page, &amounts);
    let within = within(page, holder);
    let is_of_holder = |block: &Block| within[block.node];
    let is_clutter = |block: &Block| page.nodes[block.node].clutter.is_some();
    let first = page.blocks.iter().position(is_of_holder).unwrap_or(0);
    // The title of the page: the last above the main text.
    let title = page.blocks[..first]
        .iter()
        .rposition(|block| page.nodes[block.node].name == "h1" && !is_clutter(block));
    let from = title.unwrap_or(first);
    let has_text = amounts[holder] > 0;
    let blocks = page.blocks.iter().enumerate();
    blocks
        .map(|(at, block)| {
            let links = block.linked * 2 > block.text.len() && block.role != Role::Heading;
            (from <= at && at < first || is_of_holder(block))
                && !is_clutter(block)
                && !(links && has_text)
        })
        .collect()
}

/// For each element what its blocks amount to, with those of the elements in it.
fn amounts(page: &Page, of: impl Fn(&Block) -> usize) -> Vec<usize> {
    let mut amounts = vec![0; page.nodes.len()];
    for block in &page.blocks {
        amounts[block.node] += of(block);
    }
    for at in (1..amounts.len()).rev() {
        amounts[page.nodes[at].parent] += amounts[at];
    }
    amounts
}

/// The element that holds the main text.
fn holder(page: &Page, amounts: &[usize]) -> usize {
    let mut holder = 0;
    // Elements stand behind those in which they stand.
    for (at, node) in page.nodes.iter().enumerate().skip(1) {
        if node.parent == holder
            && page.nodes[holder].name != "article"
            && is_container(&node.name)
            && amounts[at] * 10 >= amounts[holder] * MOST
            && amounts[at] > 0
        {
            holder = at;
        }
    }
    holder
}

/// For each element whether it is, or stands in, another.
fn within(page: &Page, outer: usize) -> Vec<bool> {
    let mut within = vec![false; page.nodes.len()];
    for at in outer..page.nodes.len() {
        within[at] = at == outer || within[page.nodes[at].parent];
    }
    within
}
