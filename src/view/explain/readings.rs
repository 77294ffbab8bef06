//! Why words of more than two witnesses stand at one place, and what their readings are to each other.

use std::io::{self, Write};

use crate::class::Class;
use crate::explanation::{Joint, Tie};
use crate::table::{LinkRef, Reading, RowRef, Seen};
use crate::view::ink::Ink;
use crate::view::paper::Paper;
use crate::view::wording::{percent, siglum};
use crate::view::wrap::Piece;
use crate::witness::TokenIndex;

use super::sheet::{Sheet, between};
use super::words::{LEAST_WEIGHT, MOST_OTHERS, Reasons, has, reason, shown_text};

/// The most bytes of sigla that stand in the margin.
const LONGEST_LABEL: usize = 6;

/// The words of a row, and what speaks for their places.
pub(super) struct Readings<'t> {
    sheet: Sheet<'t>,
    row: RowRef<'t>,
    joint: &'t Joint,
}

/// Who links the words of two witnesses.
struct By {
    /// How sure they are by themselves, where they do.
    own: Option<f64>,
    /// The third witnesses with whose words at the place both link theirs.
    through: Vec<usize>,
}

impl<'t> Readings<'t> {
    pub(super) fn new(sheet: Sheet<'t>, row: RowRef<'t>, joint: &'t Joint) -> Self {
        Self { sheet, row, joint }
    }

    /// Writes the places where witnesses read otherwise: who reads what, what that is to the first reading, and what speaks for
    /// their standing together; then the words that one witness alone has.
    pub(super) fn links(&self, quiet: &[Class], out: &mut Paper<'_>) -> io::Result<()> {
        let rules = self.sheet.table.rules(quiet);
        let shown = self
            .row
            .links()
            .filter(|link| rules.shows(link) || link.moved);
        let (alone, together): (Vec<_>, Vec<_>) =
            shown.partition(|link| link.tokens.iter().filter(|own| !own.is_empty()).count() == 1);
        if alone.is_empty() && together.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        for link in together {
            let label = match link.class {
                Class::Same if link.moved => "moved",
                Class::Same => "others",
                class => class.name(),
            };
            let readings = rules.readings(&self.row, &link, self.sheet.table.base, Seen::Showing);
            let mut said = self.readings(link, &readings);
            let reasons = self.against_the_first(link, &readings);
            if !reasons.is_empty() {
                said.push(Piece::text(":", Ink::Plain));
                between(&mut said);
                said.extend(Piece::words(&reasons, Ink::Plain));
            }
            self.sheet.labelled(label, Ink::Margin, &said, out)?;
        }
        for w in self.row.present() {
            let texts = alone.iter().map(|link| shown_text(*link, w));
            let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
            if !texts.is_empty() {
                let said = Piece::words(&texts.join(", "), Ink::Plain);
                let label = format!("only {}", siglum(self.sheet.table, w));
                self.sheet.labelled(&label, Ink::Margin, &said, out)?;
            }
        }
        Ok(())
    }

    /// `principaux A | majeurs B D | − C 84 %`
    fn readings(&self, link: LinkRef<'_>, readings: &[Reading]) -> Vec<Piece> {
        let mut said = Vec::new();
        for (n, reading) in readings.iter().enumerate() {
            if n > 0 {
                said.push(Piece::Space(Ink::Plain));
                said.push(Piece::text("|", Ink::Margin));
                said.push(Piece::Space(Ink::Plain));
            }
            let base = Some(self.sheet.table.base).filter(|&base| reading.has(base));
            let text = shown_text(link, base.unwrap_or(reading.first()));
            let text = if text.is_empty() {
                "−".to_owned()
            } else {
                text
            };
            said.extend(Piece::words(&text, Ink::Strong));
            said.push(Piece::Space(Ink::Plain));
            said.extend(Piece::words(
                &self.sheet.sigla(&reading.witnesses),
                Ink::Plain,
            ));
        }
        let moved: Vec<usize> = (0..link.tokens.len())
            .filter(|&w| link.is_moved_in(w, self.sheet.table.base))
            .collect();
        if !moved.is_empty() {
            said.push(Piece::text(",", Ink::Plain));
            said.push(Piece::Space(Ink::Plain));
            let text = format!("in another order in {}", self.sheet.sigla(&moved));
            said.extend(Piece::words(&text, Ink::Plain));
        }
        let sure = format!(" {}", percent(link.probability));
        said.push(Piece::text(sure, Ink::Margin));
        said
    }

    /// What each further reading is to the first that has words, and what speaks for that.
    fn against_the_first(&self, link: LinkRef<'_>, readings: &[Reading]) -> String {
        let mut said = readings
            .iter()
            .filter(|reading| !link.tokens[reading.first()].is_empty());
        let Some(first) = said.next() else {
            return String::new();
        };
        let others: Vec<&Reading> = said.collect();
        let parts = others.iter().map(|reading| {
            let (one, other) = (first.first(), reading.first());
            let why = self.why(link, one, other);
            match others.len() {
                1 => why,
                _ => {
                    let class = link.class_between(one, other);
                    format!("{} {class}, {why}", self.sheet.sigla(&reading.witnesses))
                }
            }
        });
        parts.collect::<Vec<_>>().join("; ")
    }

    /// What speaks for the words of two witnesses at a link.
    fn why(&self, link: LinkRef<'_>, one: usize, other: usize) -> String {
        let pair = [one.min(other), one.max(other)];
        match self.joint.pair(pair) {
            Some(joint) => {
                let words = pair.map(|w| &link.tokens[w][..]);
                Reasons::new(self.sheet, pair, &joint.ties).of(words)
            }
            None => String::new(),
        }
    }

    /// Writes why a word stands where it does: with the words of each other witness there, and what else came into question.
    pub(super) fn word(&self, w: usize, token: TokenIndex, out: &mut Paper<'_>) -> io::Result<()> {
        let own = self
            .row
            .links()
            .find(|link| link.tokens[w].contains(&token));
        let label = siglum(self.sheet.table, w);
        let mut said = vec![Piece::text(self.sheet.word(w, token), Ink::Strong)];
        let with = own.map(|link| self.together(link, w)).unwrap_or_default();
        match own.filter(|_| !with.is_empty()) {
            Some(link) => {
                let rules = self.sheet.table.rules(&[]);
                let base = self.sheet.table.base;
                let readings = rules.readings(&self.row, &link, base, Seen::Counting);
                said.push(Piece::text(":", Ink::Plain));
                between(&mut said);
                said.extend(self.readings(link, &readings));
                if link.class != Class::Same {
                    said.push(Piece::text(format!(", {}", link.class), Ink::Plain));
                }
            }
            None => said.extend(Piece::words(
                ": no other has anything in its place",
                Ink::Plain,
            )),
        }
        self.sheet.labelled(&label, Ink::Strong, &said, out)?;
        for (others, said) in with {
            let sigla = self.sheet.sigla(&others);
            let (label, said) = match sigla.len() <= LONGEST_LABEL {
                true => (format!("with {sigla}"), said),
                false => ("with".to_owned(), format!("{sigla}: {said}")),
            };
            let said = Piece::words(&said, Ink::Plain);
            self.sheet.labelled(&label, Ink::Margin, &said, out)?;
        }
        let said = match self.others(w, token) {
            nothing if nothing.is_empty() => "no other word came into question".to_owned(),
            others => others.join("; "),
        };
        self.sheet.labelled(
            "or else",
            Ink::Margin,
            &Piece::words(&said, Ink::Plain),
            out,
        )
    }

    /// The other witnesses that have words at a link, and what is told of each; those together of which the same is.
    fn together(&self, link: LinkRef<'_>, w: usize) -> Vec<(Vec<usize>, String)> {
        let mut told: Vec<(Vec<usize>, String, Vec<By>)> = Vec::new();
        let having = self
            .row
            .present()
            .filter(|&v| v != w && !link.tokens[v].is_empty());
        for v in having {
            let class = match link.class_between(w, v) {
                Class::Same => String::new(),
                class => format!("{class}, "),
            };
            let (said, by) = (
                format!("{class}{}", self.why(link, w, v)),
                self.by(link, w, v),
            );
            let same = |other: &&mut (Vec<usize>, String, Vec<By>)| {
                other.1 == said
                    && other
                        .2
                        .iter()
                        .all(|other| other.own.is_some() == by.own.is_some())
            };
            match told.iter_mut().find(same) {
                Some((witnesses, _, all)) => {
                    witnesses.push(v);
                    all.push(by);
                }
                None => told.push((vec![v], said, vec![by])),
            }
        }
        let all = told.into_iter();
        all.map(|(witnesses, said, by)| (witnesses, format!("{said}; {}", self.joined(&by))))
            .collect()
    }

    /// Who links the words of two witnesses at a link.
    fn by(&self, link: LinkRef<'_>, w: usize, v: usize) -> By {
        let words = |x: usize| &link.tokens[x][..];
        let linked = |x: usize, y: usize| {
            let (x, y) = (x.min(y), x.max(y));
            self.joint.pair([x, y])?.links([words(x), words(y)])
        };
        By {
            own: linked(w, v),
            through: (0..link.tokens.len())
                .filter(|&third| ![w, v].contains(&third))
                .filter(|&third| linked(w, third).is_some() && linked(third, v).is_some())
                .collect(),
        }
    }

    /// `by themselves 88 %, and through C D`; of several pairs `by themselves 88 % to 99 %, and through others`.
    fn joined(&self, by: &[By]) -> String {
        let through = match by {
            [one] => self.sheet.few(&one.through),
            several if several.iter().any(|by| !by.through.is_empty()) => "others".to_owned(),
            _ => String::new(),
        };
        let own = || by.iter().filter_map(|by| by.own);
        let (least, most) = (own().reduce(f64::min), own().reduce(f64::max));
        match (least.zip(most), through.as_str()) {
            (Some((least, most)), thirds) => {
                let (least, most) = (percent(least), percent(most));
                let own = match least == most {
                    true => least,
                    false => format!("{least} to {most}"),
                };
                let through = match thirds {
                    "" => String::new(),
                    thirds => format!(", and through {thirds}"),
                };
                format!("by themselves {own}{through}")
            }
            (None, "") => "not linked by themselves; through the words beside".to_owned(),
            (None, thirds) => format!("not linked by themselves, but through {thirds}"),
        }
    }

    /// `sur B (synonyms of the program; linked with sur)`: what else a word might have stood with.
    fn others(&self, w: usize, token: TokenIndex) -> Vec<String> {
        let own = self
            .row
            .links()
            .find(|link| link.tokens[w].contains(&token));
        let mut others: Vec<(&Tie, usize, TokenIndex)> = Vec::new();
        for pair in &self.joint.pairs {
            let Some(side) = pair.witnesses.iter().position(|&x| x == w) else {
                continue;
            };
            let linked = |tie: &Tie| {
                let own = own.as_ref();
                let own = own.map(|link| pair.witnesses.map(|x| &link.tokens[x]));
                own.is_some_and(|words| has(words, tie))
            };
            let ties = pair.ties.iter().filter(|tie| {
                [tie.a, tie.b][side] == token && tie.weight >= LEAST_WEIGHT && !linked(tie)
            });
            let there = pair.witnesses[1 - side];
            others.extend(ties.map(|tie| (tie, there, [tie.a, tie.b][1 - side])));
        }
        others.sort_by(|x, y| y.0.weight.total_cmp(&x.0.weight));
        let told = others
            .into_iter()
            .take(MOST_OTHERS)
            .map(|(tie, there, other)| {
                let link = self
                    .row
                    .links()
                    .find(|link| link.tokens[there].contains(&other));
                let stands = match link.map(|link| shown_text(link, w)).as_deref() {
                    None | Some("") => "; not linked".to_owned(),
                    Some(words) => format!("; linked with {words}"),
                };
                format!(
                    "{} {} ({}{stands})",
                    self.sheet.word(there, other),
                    siglum(self.sheet.table, there),
                    reason(tie, self.sheet.detail)
                )
            });
        told.collect()
    }
}
