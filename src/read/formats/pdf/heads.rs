//! What belongs to the page and not to the text: running heads and numbers of pages. A line at the head or the foot of a page is
//! such where it comes back there on another page, alike but for its number, and stands apart from the text; and so is what else
//! stands at its height.

use std::collections::BTreeMap;

use super::line::Line;

/// So many lines at either end of a page may belong to it.
const LINES: usize = 3;

/// Heights that differ by no more points are one.
const SAME_HEIGHT: f64 = 2.0;

/// A line without a number stands so many sizes from the text.
const APART: f64 = 1.5;

/// A line at an end of a page.
struct End<'a> {
    page: usize,
    text: &'a str,
    height: f64,
}

/// For each line of each page whether it belongs to the page; what looks like a note does not.
pub(super) fn of_pages(pages: &[Vec<Line>], is_note: impl Fn(&Line) -> bool) -> Vec<Vec<bool>> {
    let mut found: BTreeMap<(String, i64), Vec<End>> = BTreeMap::new();
    let ends: Vec<Vec<usize>> = pages.iter().map(|page| ends(page)).collect();
    for (n, (page, ends)) in pages.iter().zip(&ends).enumerate() {
        for line in ends
            .iter()
            .map(|&at| &page[at])
            .filter(|line| !is_note(line))
        {
            let key = (unnumbered(&line.text), line.height.round() as i64);
            let has_number = key.0 != line.text;
            if has_number || is_apart(line, page) {
                let lines = found.entry(key).or_default();
                lines.push(End {
                    page: n,
                    text: &line.text,
                    height: line.height,
                });
            }
        }
    }
    // On two pages, and with another number where there is one.
    let comes_back = |lines: &&Vec<End>| {
        lines.first().is_some_and(|first| {
            let has_number = unnumbered(first.text) != first.text;
            let mut others = lines.iter().filter(|other| other.page != first.page);
            others.any(|other| !has_number || other.text != first.text)
        })
    };
    let mut heights: Vec<f64> = found
        .values()
        .filter(comes_back)
        .flat_map(|lines| lines.iter().map(|line| line.height))
        .collect();
    heights.sort_by(f64::total_cmp);
    let is_head = |line: &Line| {
        let from = heights.partition_point(|height| *height < line.height - SAME_HEIGHT);
        heights
            .get(from)
            .is_some_and(|height| *height <= line.height + SAME_HEIGHT)
    };
    pages
        .iter()
        .zip(&ends)
        .map(|(page, ends)| {
            let mut of_page = vec![false; page.len()];
            for &at in ends {
                let line = &page[at];
                let is_short = unnumbered(&line.text) != line.text || is_apart(line, page);
                of_page[at] = is_short && is_head(line) && !is_note(line);
            }
            of_page
        })
        .collect()
}

/// The highest and the lowest lines of a page.
fn ends(page: &[Line]) -> Vec<usize> {
    let mut by_height: Vec<usize> = (0..page.len()).filter(|&at| page[at].turn == 0).collect();
    by_height.sort_by(|&a, &b| page[b].height.total_cmp(&page[a].height));
    let last = by_height.len().saturating_sub(LINES);
    let is_end = |n: usize| n < LINES || n >= last;
    let ends = by_height.iter().enumerate().filter(|(n, _)| is_end(*n));
    ends.map(|(_, &at)| at).collect()
}

/// Whether no other line of the page stands near above or below.
fn is_apart(line: &Line, page: &[Line]) -> bool {
    page.iter().all(|other| {
        let distance = (other.height - line.height).abs();
        distance < SAME_HEIGHT || distance > APART * line.size.max(other.size)
    })
}

/// A line with its figures as one sign, and so the Roman ones of a line that is nothing else.
fn unnumbered(text: &str) -> String {
    let is_roman = |c: char| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c' | 'I' | 'V' | 'X' | 'L' | 'C');
    if text.chars().all(is_roman) {
        return "#".to_owned();
    }
    let mut key = String::new();
    for c in text.chars() {
        match c.is_ascii_digit() {
            true if key.ends_with('#') => {}
            true => key.push('#'),
            false => key.push(c),
        }
    }
    key
}
