//! What cuts the texts of all witnesses at the same places, one piece right after the other.

use std::rc::Rc;

use crate::class::Class;
use crate::export::unlinked::PassedOver;
use crate::table::{AlignmentTable, Link, Row, Rules, Seen};
use crate::witness::{Span, Witness, composed};

use super::Piece;
use super::order::{Placed, Places, are_several, in_order, words};
use super::space::{End, own_space, shared_space, take};

/// The parts of a stretch: white space that all begin with, the middle, white space that all end with.
struct Parts {
    /// The same in all, byte for byte.
    leading: Places,
    /// Other white space in some; nothing where that counts.
    leading_space: Places,
    middle: Places,
    trailing_space: Places,
    trailing: Places,
}

pub(super) struct Cutter<'a> {
    table: &'a AlignmentTable,
    rules: Rules<'a>,
    passed_over: PassedOver<'a>,
    /// The witnesses that are compared with each other.
    components: Rc<[Vec<usize>]>,
    /// How far each text has been cut, in bytes.
    at: Vec<u32>,
    pub(super) pieces: Vec<Piece>,
    /// The row of the bead that is being cut.
    row: Option<&'a Row>,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(table: &'a AlignmentTable, rules: Rules<'a>) -> Self {
        Self {
            table,
            rules,
            passed_over: PassedOver::new(table, rules),
            components: rules.components(table.witnesses.len()).into(),
            at: vec![0; table.witnesses.len()],
            pieces: Vec::new(),
            row: None,
        }
    }

    /// Takes out of these places those that have been cut already.
    pub(super) fn leave_behind(&self, places: &mut [Option<Span>]) {
        for (place, &at) in places.iter_mut().zip(&self.at) {
            *place = place.filter(|span| at <= span.start);
        }
    }

    /// The pieces of a bead, which stands at these places.
    pub(super) fn bead(&mut self, row: &'a Row, extent: &[Option<Span>]) {
        let witnesses = &self.table.witnesses;
        self.row = Some(row);
        let links = row.links.iter().filter_map(|link| {
            let words = words(self.table, link, extent)?;
            Some(Placed { words, link })
        });
        for Placed { mut words, link } in in_order(witnesses, links.collect()) {
            // With more than two witnesses a link may follow the one before it and still not one of the others.
            self.leave_behind(&mut words);
            if are_several(&words) {
                self.gap(&words);
                let readings = self.readings(row, link, &words);
                self.push(words, readings, Some(link.class));
            }
        }
        // What is left at the end, of those together that are compared.
        for own in Rc::clone(&self.components).iter() {
            let end = extent.iter().enumerate().map(|(w, span)| {
                let span = span.filter(|_| own.contains(&w));
                span.map(|s| Span { start: s.end, ..s })
            });
            self.gap(&end.collect::<Places>());
        }
        self.row = None;
    }

    /// What is written for each witness where every difference counts: its own.
    fn own(&self) -> Vec<usize> {
        (0..self.table.witnesses.len()).collect()
    }

    /// What is written for each witness where no difference counts: what the base has, or else the first that has anything, for
    /// all that have.
    fn shared(&self, places: &[Option<Span>]) -> Vec<usize> {
        let mut readings = self.own();
        self.unite(&mut readings, places, &self.own());
        readings
    }

    /// What is written for each witness at the words of a link.
    fn readings(&self, row: &Row, link: &Link, places: &[Option<Span>]) -> Vec<usize> {
        let mut readings = self.own();
        for group in self
            .rules
            .readings(row, link, self.table.base, Seen::Counting)
        {
            self.unite(&mut readings, places, &group.witnesses);
        }
        // Where no class that is ignored parts them, they may have other white space between them.
        if self.rules.white_space_counts() {
            for (w, of) in readings.iter_mut().enumerate() {
                let class = link.class_between(*of, w);
                if !self.table.ignored.contains(&class) {
                    *of = w;
                }
            }
        }
        readings
    }

    /// Lets one of these witnesses speak for all of them that have a place.
    fn unite(&self, readings: &mut [usize], places: &[Option<Span>], group: &[usize]) {
        let base = self.table.base;
        let has = |w: &usize| places[*w].is_some();
        let speaker = match group.contains(&base) && has(&base) {
            true => Some(base),
            false => group.iter().copied().find(has),
        };
        if let Some(speaker) = speaker {
            let all = group.iter().copied().filter(has);
            all.for_each(|w| readings[w] = speaker);
        }
    }

    /// A piece of these places, right after the last; one without text is none.
    fn push(&mut self, places: Places, readings: Vec<usize>, class: Option<Class>) {
        let spans: Vec<Span> = places
            .into_iter()
            .zip(&mut self.at)
            .map(|(span, at)| {
                let start = *at;
                *at = span.map_or(start, |span| span.end);
                Span { start, end: *at }
            })
            .collect();
        if spans.iter().all(|span| span.is_empty()) {
            return;
        }
        let have = || (0..spans.len()).filter(|&w| !spans[w].is_empty());
        let told = (0..spans.len()).filter(|&w| self.rules.is_told(w, have()));
        self.pieces.push(Piece {
            told: told.collect(),
            readings,
            spans,
            row: self.row.map(|row| row.number),
            class,
        });
    }

    /// What stands before these places inside a bead: the white space that all have at its ends, and what differs.
    fn gap(&mut self, places: &[Option<Span>]) {
        let parts = self.parts(places);
        let readings = match self.passed_over.holds(&parts.middle) {
            true => self.shared(&parts.middle),
            false => self.own(),
        };
        self.push_parts(parts, |cutter, middle| {
            cutter.push(middle, readings, None);
        });
    }

    /// What stands before these places between beads: each witness's text in a piece of its own, unless all say the same.
    pub(super) fn between_beads(&mut self, places: &[Option<Span>]) {
        let parts = self.parts(places);
        self.push_parts(parts, |cutter, middle| {
            if cutter.say_the_same(&middle) {
                let readings = match cutter.rules.white_space_counts() {
                    true => cutter.own(),
                    false => cutter.shared(&middle),
                };
                cutter.push(middle, readings, None);
                return;
            }
            for n in 0..middle.len() {
                let mut alone = vec![None; middle.len()];
                alone[n] = middle[n];
                let own = cutter.own();
                cutter.push(alone, own, None);
            }
        });
    }

    fn push_parts(&mut self, parts: Parts, middle: impl FnOnce(&mut Self, Places)) {
        let shared = |cutter: &mut Self, places: Places| {
            let readings = cutter.shared(&places);
            cutter.push(places, readings, None);
        };
        shared(self, parts.leading);
        shared(self, parts.leading_space);
        middle(self, parts.middle);
        shared(self, parts.trailing_space);
        shared(self, parts.trailing);
    }

    /// Whether the texts at these places differ in white space, and in how letters are composed, at most.
    fn say_the_same(&self, places: &[Option<Span>]) -> bool {
        let text = |(w, span): (&'a Witness, &Option<Span>)| {
            composed(span.map_or("", |span| w.slice(span)).into())
        };
        let mut texts = self.table.witnesses.iter().zip(places).map(text);
        let Some(first) = texts.next() else {
            return true;
        };
        texts.all(|text| text.split_whitespace().eq(first.split_whitespace()))
    }

    /// The parts of what stands between the last piece and these places.
    fn parts(&self, places: &[Option<Span>]) -> Parts {
        let mut rest: Places = places
            .iter()
            .zip(&self.at)
            .map(|(span, &start)| {
                span.map(|span| Span {
                    start,
                    end: span.start,
                })
            })
            .collect();
        let witnesses = &self.table.witnesses;
        let shared = |texts: &[&str], end| vec![shared_space(texts, end); texts.len()];
        let own = |texts: &[&str], end| own_space(texts, end);
        let leading = take(witnesses, &mut rest, End::Start, shared);
        let trailing = take(witnesses, &mut rest, End::Stop, shared);
        let nothing = |texts: &[&str], _| vec![0; texts.len()];
        let [leading_space, trailing_space] = [End::Start, End::Stop].map(|end| {
            if self.rules.white_space_counts() {
                take(witnesses, &mut rest, end, nothing)
            } else {
                take(witnesses, &mut rest, end, own)
            }
        });
        Parts {
            leading,
            leading_space,
            middle: rest,
            trailing_space,
            trailing,
        }
    }
}
