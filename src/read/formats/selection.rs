//! What selectors select in a file, element by element, and what there is where they select nothing.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::source::Source;
use crate::error::Result;
use crate::read::select::{Selector, Step};

/// So many names of elements, and values of attributes, are told in a message.
const MOST_TOLD: usize = 20;
/// So many are counted.
const MOST_COUNTED: usize = 1000;

/// What selectors select in a file.
#[derive(Debug)]
pub(super) struct Selection<'a> {
    selectors: &'a [Selector],
    selected: usize,
    /// The elements that there are, in their order, and how many of each.
    names: Vec<(String, usize)>,
    places: FxHashMap<String, usize>,
    /// What attributes have that selectors ask for, of elements that are else what they ask for.
    values: BTreeSet<String>,
}

/// An element that is open.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    /// For each selector which of its steps this element is, and which it or one around it is, bit by bit.
    own: Vec<u64>,
    above: Vec<u64>,
    /// Whether it is selected, or stands in one that is.
    inside: bool,
}

impl Frame {
    /// Whether the text of the element is read.
    pub(super) fn is_read(&self) -> bool {
        self.inside
    }
}

impl<'a> Selection<'a> {
    /// What the options of a file select; nothing where all of it is read.
    pub(super) fn of(source: Source<'a>) -> Option<Self> {
        let selectors = source.options.select.as_slice();
        (!selectors.is_empty()).then(|| Self {
            selectors,
            selected: 0,
            names: Vec::new(),
            places: FxHashMap::default(),
            values: BTreeSet::new(),
        })
    }

    /// An element begins, in another; `attribute` says what its attributes are.
    pub(super) fn begin(
        &mut self,
        outer: Option<&Frame>,
        name: &str,
        attribute: impl Fn(&str) -> Option<String>,
    ) -> Frame {
        self.count(name);
        let mut frame = Frame {
            inside: outer.is_some_and(|outer| outer.inside),
            ..Frame::default()
        };
        for (n, selector) in self.selectors.iter().enumerate() {
            let [parent, above] = outer.map_or([0, 0], |outer| [outer.own[n], outer.above[n]]);
            let mut own = 0;
            for (at, step) in selector.steps.iter().enumerate() {
                let follows = match at.checked_sub(1) {
                    None => true,
                    Some(before) if step.child => parent >> before & 1 == 1,
                    Some(before) => above >> before & 1 == 1,
                };
                if follows && is(step, name, &attribute, &mut self.values) {
                    own |= 1 << at;
                }
            }
            let last = selector.steps.len() - 1;
            if own >> last & 1 == 1 {
                self.selected += 1;
                frame.inside = true;
            }
            frame.own.push(own);
            frame.above.push(above | own);
        }
        frame
    }

    fn count(&mut self, name: &str) {
        match self.places.get(name) {
            Some(&at) => self.names[at].1 += 1,
            None if self.names.len() < MOST_COUNTED => {
                self.places.insert(name.to_owned(), self.names.len());
                self.names.push((name.to_owned(), 1));
            }
            None => {}
        }
    }

    /// # Errors
    /// When nothing is selected: with what there is.
    pub(super) fn check(&self, source: Source<'_>) -> Result<()> {
        if self.selected > 0 {
            return Ok(());
        }
        let said: Vec<&str> = self.selectors.iter().map(|s| s.said.as_str()).collect();
        let told = |all: &mut dyn Iterator<Item = String>, count: usize| {
            let mut told: Vec<String> = all.take(MOST_TOLD).collect();
            if count > MOST_TOLD {
                told.push("…".to_owned());
            }
            told.join(", ")
        };
        let there = match self.values.len() {
            0 => {
                let mut names = self.names.iter().map(|(name, count)| match count {
                    1 => name.clone(),
                    count => format!("{name} ({count})"),
                });
                told(&mut names, self.names.len())
            }
            count => told(&mut self.values.iter().cloned(), count),
        };
        Err(source.unread(format!(
            "nothing in it is {}, as --select says; there are {there}",
            said.join(" or ")
        )))
    }
}

/// Whether an element is what a step asks for; the values of attributes that are not go to `values`.
fn is(
    step: &Step,
    name: &str,
    attribute: impl Fn(&str) -> Option<String>,
    values: &mut BTreeSet<String>,
) -> bool {
    let wanted = step.name.as_deref();
    if wanted.is_some_and(|wanted| !wanted.eq_ignore_ascii_case(name)) {
        return false;
    }
    step.tests.iter().all(|test| {
        let Some(value) = attribute(&test.attribute) else {
            return false;
        };
        let passes = test.passes(&value);
        if !passes && values.len() < MOST_COUNTED {
            let element = wanted.unwrap_or_default();
            values.insert(format!("{element}[@{}={value}]", test.attribute));
        }
        passes
    })
}
