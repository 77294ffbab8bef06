//! An example of how passages are numbered, and the numbers in a text that are written so.

use super::number::{Kin, Number};
use super::place::{Place, is_space};
use crate::language::chars::{
    char_before, digit, is_apostrophe, is_dash, is_hyphen, is_quote, is_raised_figure, is_terminal,
    opens_bracket,
};
use crate::segment::counters::roman;
use crate::segment::rules::Rules;
use crate::witness::Span;

/// Numbers may have so many figures, or as many as the example.
const FIGURES: usize = 3;

/// How a number is written: what its figures stand for, and what stands around them as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Example {
    pieces: Vec<(Gap, Piece)>,
    /// Whether a word says what is numbered: `Art.`
    worded: bool,
    /// Whether little but the passages of a text is numbered so: there are words, brackets, signs.
    sure: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Number {
        raised: bool,
        figures: usize,
    },
    /// As it is written in the example.
    Word(String),
    Mark(char),
}

/// The white space before a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    May,
    Must,
}

/// A number that is written as the example.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) span: Span,
    /// What the passage is called.
    pub(super) name: String,
    /// The numbers in it, of a range its first.
    numbers: Vec<u32>,
    /// The last of its numbers, of a range its last.
    pub(super) last: u32,
    /// Whether it may repeat the number before it: `5 bis`, `3b`.
    pub(super) repeats: bool,
    pub(super) opens_line: bool,
    pub(super) opens_paragraph: bool,
    pub(super) opens_sentence: bool,
    pub(super) before_capital: bool,
    pub(super) sure: bool,
}

impl Candidate {
    /// The numbers of the parts that it lies in, and its own.
    pub(super) fn value(&self) -> (&[u32], u32) {
        match self.numbers.split_last() {
            Some((&own, parts)) => (parts, own),
            None => (&[], self.last),
        }
    }
}

impl Example {
    /// What an example says; else why it is none.
    pub(super) fn parse(example: &str) -> Result<Self, &'static str> {
        let example = example.trim();
        let mut pieces: Vec<(Gap, Piece)> = Vec::new();
        let mut rest = example;
        while let Some(c) = rest.chars().next() {
            let spaced = c.is_whitespace();
            rest = rest.trim_start();
            let Some(c) = rest.chars().next() else { break };
            let same: fn(char) -> bool = match c {
                c if digit(c).is_some() => |c| digit(c).is_some(),
                c if is_raised_figure(c) => is_raised_figure,
                c if c.is_alphabetic() => char::is_alphabetic,
                _ => |_| false,
            };
            let length = rest.find(|c| !same(c)).unwrap_or(rest.len());
            let length = length.max(c.len_utf8());
            let (own, behind) = rest.split_at(length);
            let piece = match c {
                c if digit(c).is_some() || is_raised_figure(c) => Piece::Number {
                    raised: is_raised_figure(c),
                    figures: own.chars().count().max(FIGURES),
                },
                c if c.is_alphabetic() => Piece::Word(own.to_owned()),
                c => Piece::Mark(c),
            };
            pieces.push((gap(&pieces, &piece, spaced), piece));
            rest = behind;
        }
        let is_number = |piece: &Piece| matches!(piece, Piece::Number { .. });
        if !pieces.iter().any(|(_, piece)| is_number(piece)) {
            // Chapitre IV
            let last = pieces.iter_mut().rev().find_map(|(_, piece)| match piece {
                Piece::Word(word)
                    if roman(word).is_some() && word.starts_with(char::is_uppercase) =>
                {
                    Some(piece)
                }
                _ => None,
            });
            *last.ok_or("has no number in it, which stands for any")? = Piece::Number {
                raised: false,
                figures: FIGURES,
            };
        }
        let worded = pieces.iter().any(|(_, p)| matches!(p, Piece::Word(_)));
        let marked = |(_, piece): &(Gap, Piece)| matches!(piece, Piece::Mark(c) if opens_bracket(*c) || matches!(c, '§' | '¶'));
        let numbers = pieces.iter().filter(|(_, piece)| is_number(piece)).count();
        if numbers > 4 || pieces.len() > 12 {
            return Err("is longer than numbers of passages are");
        }
        Ok(Self {
            sure: worded || pieces.iter().any(marked),
            worded,
            pieces,
        })
    }

    /// The number at a byte of `text` that is written so and stands where a passage may begin; `called` says how passages are
    /// called.
    pub(super) fn at(
        &self,
        text: &str,
        at: usize,
        called: &Self,
        rules: &Rules,
    ) -> Option<Candidate> {
        if !self.may_follow(text, at) {
            return None;
        }
        let mut end = at;
        let mut numbers = Vec::new();
        for (n, (gap, piece)) in self.pieces.iter().enumerate() {
            if *gap != Gap::None {
                let rest = &text[end..];
                let space = rest.len() - rest.trim_start_matches(is_space).len();
                if *gap == Gap::Must && space == 0 {
                    return None;
                }
                end += space;
            }
            let rest = &text[end..];
            end += match piece {
                // L121-1
                Piece::Mark('.') if self.is_shortened(n) => is_mark(rest, '.').unwrap_or(0),
                Piece::Mark(mark) => is_mark(rest, *mark)?,
                Piece::Word(word) => is_word(rest, word)?,
                Piece::Number { raised, figures } => {
                    let number = self.number(rest, n, (*raised, *figures), rules)?;
                    let length = number.length;
                    numbers.push(number);
                    length
                }
            };
        }
        let last = numbers.last()?;
        let place = Place::of(text, at);
        let ends = self.may_precede(text, end) && self.stands_well(&place);
        let end = ends.then(|| place.end(text, end))?;
        let opening = |c: char| is_quote(c) || opens_bracket(c) || c.is_whitespace();
        let behind = text[end..].trim_start_matches(opening);
        // Elsewhere it is a number of things, or spoken of. A passage may have been left out, and its number stand alone.
        let begins = place.line && (self.sure || Place::ends_line(text, end));
        if !(begins || behind.starts_with(char::is_alphabetic)) {
            return None;
        }
        Some(Candidate {
            span: Span::new(at, end),
            name: called
                .name(&numbers)
                .unwrap_or_else(|| self.name(&numbers).unwrap_or_default()),
            last: last.last,
            repeats: !last.suffix.is_empty(),
            numbers: numbers.iter().map(|number| number.value).collect(),
            opens_line: place.line,
            opens_paragraph: place.paragraph,
            opens_sentence: place.sentence,
            before_capital: behind.starts_with(char::is_uppercase),
            sure: self.sure,
        })
    }

    /// What a passage with these numbers is called: as the example writes it, without what stands around it; nothing where it has
    /// more numbers, or fewer.
    fn name(&self, numbers: &[Number]) -> Option<String> {
        let mut name = String::new();
        let mut rest = numbers.iter();
        for (gap, piece) in &self.pieces {
            let before = name.chars().next_back();
            let parted = before.is_some_and(|c| c.is_alphabetic() || matches!(c, '.' | '§' | '¶'));
            if *gap == Gap::Must || *gap == Gap::May && parted {
                name.push(' ');
            }
            match piece {
                Piece::Number { .. } => {
                    let number = rest.next()?;
                    name.push_str(&number.value.to_string());
                    if number.last > number.value {
                        name.push_str(&format!("-{}", number.last));
                    }
                    name.push_str(&number.suffix);
                }
                Piece::Word(word) => name.push_str(word),
                Piece::Mark(mark) => name.push(*mark),
            }
        }
        let around = |c: char| !c.is_alphanumeric() && !matches!(c, '§' | '¶');
        rest.next()
            .is_none()
            .then(|| name.trim_matches(around).to_owned())
    }

    /// The number at the head of `rest` for the piece `n`.
    fn number(&self, rest: &str, n: usize, looks: (bool, usize), rules: &Rules) -> Option<Number> {
        let (raised, figures) = looks;
        let is_number = |(_, piece): &(Gap, Piece)| matches!(piece, Piece::Number { .. });
        let is_last = !self.pieces[n + 1..].iter().any(is_number);
        let number = Number::figures(rest, raised, figures);
        if !is_last || raised {
            return number;
        }
        let hyphened = |(_, p): &(Gap, Piece)| matches!(p, Piece::Mark(c) if is_hyphen(*c));
        let kin = Kin {
            worded: self.worded,
            repeats: self.sure,
            parts: self.pieces.iter().any(hyphened),
        };
        match number {
            Some(number) => number.whole(rest, kin),
            None if self.worded => Number::letters(rest, rules),
            None => None,
        }
    }

    /// Whether a piece, a point, shortens a word, which some write without.
    fn is_shortened(&self, point: usize) -> bool {
        let before = point.checked_sub(1).map(|before| &self.pieces[before].1);
        matches!(before, Some(Piece::Word(_)))
    }

    /// Whether a number may begin behind what stands before it.
    fn may_follow(&self, text: &str, at: usize) -> bool {
        let Some(before) = char_before(text, at) else {
            return true;
        };
        match self.pieces.first() {
            Some((_, Piece::Word(_))) => {
                !before.is_alphanumeric() && !is_apostrophe(before) && !is_hyphen(before)
            }
            Some((_, Piece::Number { raised: false, .. })) => {
                let ended = is_terminal(before) || is_quote(before) && before != '\'';
                let first = text[..at].chars().rev().nth(1);
                before.is_whitespace() || ended && first.is_none_or(|c| digit(c).is_none())
            }
            _ => true,
        }
    }

    /// Whether a number may end before what stands behind it.
    fn may_precede(&self, text: &str, end: usize) -> bool {
        let mut behind = text[end..].chars();
        let Some(next) = behind.next() else {
            return true;
        };
        let digit_follows = || behind.clone().next().is_some_and(|c| digit(c).is_some());
        if let Some((_, Piece::Number { raised: false, .. })) = self.pieces.last() {
            return match next {
                c if c.is_whitespace() => true,
                // 12Au commencement
                c if c.is_uppercase() => !self.worded && !digit_follows(),
                '.' | ',' | ':' | ';' | ')' => !digit_follows(),
                c => is_dash(c) || is_quote(c),
            };
        }
        digit(next).is_none()
    }

    /// Whether a passage that is numbered so may begin at a place: what words number, and what has a sign, stands where something
    /// begins; elsewhere it is spoken of.
    fn stands_well(&self, place: &Place) -> bool {
        let signed = |(_, p): &(Gap, Piece)| matches!(p, Piece::Mark('§' | '¶'));
        match self.worded {
            true => place.line,
            false if self.pieces.iter().any(signed) => place.line || place.sentence,
            false => true,
        }
    }
}

/// The white space that may stand before a piece of an example behind another.
fn gap(pieces: &[(Gap, Piece)], piece: &Piece, spaced: bool) -> Gap {
    let mut before = pieces.iter().rev().map(|(_, piece)| piece);
    let (last, second) = (before.next(), before.next());
    match (last, piece, spaced) {
        (None, ..) => Gap::None,
        (Some(Piece::Word(_)), Piece::Word(_), true) => Gap::Must,
        (_, _, true) => Gap::May,
        // §4, Art.5; but 5:12
        (Some(Piece::Mark(',' | ':' | '-' | '–')), Piece::Number { .. }, false) => Gap::None,
        (Some(Piece::Mark('.')), _, false) if matches!(second, Some(Piece::Number { .. })) => {
            Gap::None
        }
        (Some(Piece::Mark(_)), Piece::Number { .. }, false) => Gap::May,
        _ => Gap::None,
    }
}

/// The length of a mark at the head of `rest`; hyphens and dashes are alike.
fn is_mark(rest: &str, mark: char) -> Option<usize> {
    let dash = |c: char| is_hyphen(c) || is_dash(c);
    let c = rest.chars().next()?;
    (c == mark || dash(c) && dash(mark)).then_some(c.len_utf8())
}

/// The length of a word at the head of `rest`, in any case.
fn is_word(rest: &str, word: &str) -> Option<usize> {
    let mut length = 0;
    let mut chars = rest.chars();
    for own in word.chars() {
        let c = chars.next()?;
        if c != own && !c.to_lowercase().eq(own.to_lowercase()) {
            return None;
        }
        length += c.len_utf8();
    }
    (!chars.as_str().starts_with(char::is_alphabetic)).then_some(length)
}
