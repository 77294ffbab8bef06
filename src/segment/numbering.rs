//! Numbers of passages that stand in the text as numbers of verses or articles: `[12]`, `5:12`, `§ 4`, `Art. 5`. They name what
//! follows them, and are no part of it.
//!
//! How they are written is told by an example. Whether a number that is written so names a passage is told by its place and by
//! the numbers around it: [`sequence`].

mod example;
mod number;
mod passages;
mod place;
mod sequence;

use std::ops::Range;

use super::rules::Rules;
use crate::error::{Error, Result};
use crate::witness::{Label, Language, Span};
use example::Example;

/// How the passages of a text are numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbering {
    /// Ways to write the same number; passages are called as the first writes it.
    ways: Vec<Example>,
}

impl Numbering {
    /// The numbering of which `example` is a number: its figures stand for any. Bars part several ways to write it
    /// (`Art. 5|Article 5`), of which the first says how passages are called.
    ///
    /// # Errors
    /// When a way has no number in it, or says more than that a number stands there.
    pub fn from_example(example: &str) -> Result<Self> {
        let way = |way: &str| {
            Example::parse(way).map_err(|why| Error::Numbering {
                example: example.to_owned(),
                why,
            })
        };
        let ways = example.split('|').map(way).collect::<Result<_>>()?;
        Ok(Self { ways })
    }
}

/// The numbers of passages that stand in a text.
#[derive(Debug, Default)]
pub(crate) struct Numbered {
    /// Where they stand, in order.
    pub(crate) refs: Vec<Span>,
    /// The passages that they name, in order; they do not overlap.
    pub(crate) labels: Vec<Label>,
}

/// A number that names the passage behind it.
#[derive(Debug)]
struct Reference {
    span: Span,
    name: String,
}

/// The numbers in `text` by which its passages are numbered, those of larger parts first (`Chapitre 3`, `12`): a passage has the
/// names of the parts that it lies in before its own (`Chapitre 3:12`).
pub(crate) fn numbered(text: &str, numberings: &[Numbering], language: Language) -> Numbered {
    let rules = Rules::of(language);
    let mut found: Vec<Reference> = Vec::new();
    for numbering in numberings {
        let mut finer: Vec<Reference> = Vec::new();
        let mut from = 0;
        let mut outer = None;
        for reference in found {
            let span = reference.span.range();
            finer.extend(within(text, from..span.start, numbering, outer, &rules));
            from = span.end;
            finer.push(reference);
            outer = finer.last().map(|outer| outer.name.clone());
        }
        let rest = within(text, from..text.len(), numbering, outer, &rules);
        finer.extend(rest);
        found = finer;
    }
    Numbered {
        labels: passages::labels(text, &found),
        refs: found.iter().map(|reference| reference.span).collect(),
    }
}

/// The numbers in a part of a text.
fn within(
    text: &str,
    part: Range<usize>,
    numbering: &Numbering,
    outer: Option<String>,
    rules: &Rules,
) -> Vec<Reference> {
    let mut candidates = Vec::new();
    let mut at = part.start;
    while at < part.end {
        let mut ways = numbering.ways.iter();
        let head = &text[..part.end];
        let candidate = ways.find_map(|way| way.at(head, at, &numbering.ways[0], rules));
        at = match candidate {
            Some(candidate) => {
                let end = candidate.span.range().end;
                candidates.push(candidate);
                end
            }
            None => at + text[at..].chars().next().map_or(1, char::len_utf8),
        };
    }
    let chosen = sequence::chosen(&candidates).into_iter();
    let named = chosen.map(|n| &candidates[n]).map(|one| Reference {
        span: one.span,
        name: match &outer {
            Some(outer) if one.name.starts_with(|c: char| c.is_ascii_digit()) => {
                format!("{outer}:{}", own_part(outer, &one.name))
            }
            Some(outer) => format!("{outer} {}", one.name),
            None => one.name.clone(),
        },
    });
    named.collect()
}

/// A number without that of the larger part, where it repeats it: in article 2 of `2.1` the 1, in psalm 23 of `23:4` the 4.
fn own_part<'n>(outer: &str, number: &'n str) -> &'n str {
    let words = outer.trim_end_matches(|c: char| c.is_ascii_digit());
    let larger = &outer[words.len()..];
    let rest = number.strip_prefix(larger).filter(|_| !larger.is_empty());
    let own = rest.and_then(|rest| rest.strip_prefix(['.', ':', ',']));
    own.filter(|own| own.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(number)
}

#[cfg(test)]
mod tests;
