//! Tokens of a paragraph to sentences.
//!
//! A sentence ends at `. ? ! …` or at an abbreviation that can end one, with the marks, the closing quotation marks and
//! brackets and the reference marks behind it, unless what follows goes on: a comma, a small letter, who spoke. A number
//! or a letter that counts a sentence or an item stays with it. Which marks end sentences in other scripts is in [`marks`].

use super::abbreviations;
use super::counters;
use super::marks;
use super::notes::Notes;
use super::numbers::is_roman;
use super::quotes::{Side, is_straight, side};
use super::rules::Rules;
use super::speech;
use crate::language::chars::{char_at, char_before, is_apostrophe, is_dash};
use crate::witness::{Token, TokenKind};

/// Marks behind which no sentence begins.
const GOES_ON: &str = ",;:/%=+，、；：،؛";

/// Where the sentences of `tokens` (one paragraph) end: indices behind their last tokens, increasing, the last of them
/// the number of tokens.
pub(super) fn ends(text: &str, tokens: &[Token], rules: &Rules) -> Vec<usize> {
    let mut scan = Scan {
        text,
        tokens,
        rules,
        start: 0,
        bracket: None,
        straight: false,
        first_word: None,
        says: false,
        counter: None,
    };
    let mut ends = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if scan.begins_item(at) {
            ends.push(at);
            scan.begin(at);
        }
        if scan.is_end_mark(at) {
            let (stop, enclosed) = scan.closing(at);
            if scan.breaks(at, stop, enclosed) {
                ends.push(stop);
                scan.begin(stop);
            }
            at = stop;
        } else {
            scan.note(at);
            at += 1;
        }
    }
    if ends.last() != Some(&tokens.len()) && !tokens.is_empty() {
        ends.push(tokens.len());
    }
    ends
}

struct Scan<'a> {
    text: &'a str,
    tokens: &'a [Token],
    rules: &'a Rules,
    /// First token of the sentence.
    start: usize,
    /// The bracket that is open, if one is.
    bracket: Option<usize>,
    /// Whether a straight quotation mark is open.
    straight: bool,
    /// The first word of the sentence that is no abbreviation, if it has one yet.
    first_word: Option<usize>,
    /// Whether the sentence has said something yet: a word in small letters that is no function word.
    says: bool,
    /// What counted last, if anything did.
    counter: Option<usize>,
}

impl Scan<'_> {
    fn text_of(&self, at: usize) -> &str {
        &self.text[self.tokens[at].span.range()]
    }

    fn first_char(&self, at: usize) -> Option<char> {
        self.text_of(at).chars().next()
    }

    fn is_mark(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Punctuation
    }

    /// Whether a token is a sign that says something, but no word: `§`, `€`.
    fn is_sign(&self, at: usize) -> bool {
        !self.is_mark(at) && !self.text_of(at).contains(char::is_alphanumeric)
    }

    fn side(&self, at: usize) -> Option<Side> {
        side(self.text, self.tokens[at], self.straight)
    }

    /// Whether no white space stands before the token.
    fn is_glued(&self, at: usize) -> bool {
        char_before(self.text, self.tokens[at].span.range().start)
            .is_some_and(|c| !c.is_whitespace())
    }

    /// The words and marks from `at` on.
    fn from(&self, at: usize) -> impl Iterator<Item = &str> {
        (at..self.tokens.len()).map(|k| self.text_of(k))
    }

    /// A sentence begins at `at`.
    fn begin(&mut self, at: usize) {
        self.start = at;
        self.bracket = None;
        self.first_word = None;
        self.says = false;
    }

    /// Keeps account of a token inside a sentence.
    fn note(&mut self, at: usize) {
        if !self.is_mark(at) {
            if !self.is_sign(at) {
                self.first_word.get_or_insert(at);
            }
            let word = self.text_of(at);
            self.says =
                self.says || word.starts_with(char::is_lowercase) && !self.rules.is_function(word);
            return;
        }
        let Some(side) = self.side(at) else { return };
        match self.text_of(at) {
            "(" | "[" => self.bracket = Some(at),
            ")" | "]" => self.bracket = None,
            mark if is_straight(mark) => self.straight = side == Side::Open,
            _ => {}
        }
    }

    /// Whether a sentence may end with the token at `at`.
    fn is_end_mark(&self, at: usize) -> bool {
        if self.is_mark(at) {
            self.first_word.is_some() && self.is_terminal(at) && !self.begins_code(at)
        } else {
            self.tokens[at].kind == TokenKind::Word && self.text_of(at).ends_with('.')
        }
    }

    /// Whether the point at `at` begins a name or a number: `.NET`, `.com`, `.5`.
    fn begins_code(&self, at: usize) -> bool {
        let begins = |next: &str| {
            !next.starts_with(char::is_uppercase) || next.chars().skip(1).all(char::is_uppercase)
        };
        self.text_of(at) == "."
            && !self.is_glued(at)
            && at + 1 < self.tokens.len()
            && !self.is_mark(at + 1)
            && self.is_glued(at + 1)
            && begins(self.text_of(at + 1))
    }

    fn is_terminal(&self, at: usize) -> bool {
        marks::ends_sentence(self.text, self.tokens[at].span)
    }

    /// The end of the marks that belong to the end mark at `at`, and whether it stands in a bracket that closes inside
    /// the sentence: `(!)`, `(le fou ?) partit`, `(pommes, etc.)`.
    fn closing(&mut self, at: usize) -> (usize, bool) {
        let notes = Notes {
            text: self.text,
            tokens: self.tokens,
            rules: self.rules,
        };
        // What begins with a bracketed number is numbered so.
        let spaced = self.text_of(self.start) != "[";
        let mut stop = at + 1;
        let mut enclosed = false;
        while stop < self.tokens.len() {
            let note = notes.length(stop, spaced);
            if note > 0 {
                stop += note;
                continue;
            }
            if self.numbers_verse(stop) {
                stop += 2;
                continue;
            }
            let terminal = self.is_terminal(stop);
            if !self.is_mark(stop) || !terminal && self.side(stop) != Some(Side::Close) {
                break;
            }
            if let (Some(')' | ']'), Some(open)) = (self.first_char(stop), self.bracket) {
                // A full stop inside the bracket: whole sentences stand in it.
                enclosed |= open > self.start && self.text_of(at) != ".";
            }
            // A full stop behind the bracket ends the sentence after all.
            enclosed &= !terminal;
            self.note(stop);
            stop += 1;
        }
        (stop, enclosed)
    }

    /// Whether the number of a verse of India, between the stops that end it, stands at a place: `॥ १ ॥`.
    fn numbers_verse(&self, at: usize) -> bool {
        let is_stop =
            |k: usize| k < self.tokens.len() && matches!(self.text_of(k), "॥" | "।।" | "||");
        self.tokens[at].kind == TokenKind::Number && is_stop(at - 1) && is_stop(at + 1)
    }

    /// Whether a sentence ends between the end mark at `at`, with its closing marks up to `stop`, and what follows;
    /// `enclosed` as [`closing`](Self::closing) says.
    fn breaks(&mut self, at: usize, stop: usize, enclosed: bool) -> bool {
        let end = self.tokens[stop - 1].span.range().end;
        let goes_on = marks::goes_on(&self.text[..end], &self.text[end..]);
        if goes_on || self.counts(at) || self.is_inside(at, stop) {
            return false;
        }
        // More marks than this lead nowhere.
        const MOST_LEADING: usize = 8;
        let mut following = stop..self.tokens.len().min(stop + MOST_LEADING);
        let Some(lead) = following.find(|&k| !self.leads(k)) else {
            return stop == self.tokens.len();
        };
        // Of `’t Was` the word behind has the capital.
        let clitic = !self.is_mark(lead) && self.first_char(lead).is_some_and(is_apostrophe);
        let lead = lead + usize::from(clitic && lead + 1 < self.tokens.len());
        let word = self.text_of(lead);
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
            return false;
        };
        if first.is_lowercase() {
            return self.ends_before_small(at, stop, lead, enclosed);
        }
        if enclosed {
            return self.rules.is_function(word);
        }
        // `S.N.C.F. ?`
        let strong = |k: usize| self.first_char(k).is_some_and(|c| c != '.') && self.is_terminal(k);
        if (at..stop).any(strong) {
            let quoted = (at..stop).any(|k| self.side(k) == Some(Side::Close));
            // `environ… 25`
            let goes_on = first.is_numeric() && self.text_of(at) == "…"
                || quoted && speech::speaker_says(self.from(lead), self.rules);
            return !goes_on;
        }
        if !self.is_mark(at) {
            let previous = if at > 0 { self.text_of(at - 1) } else { "" };
            let abbreviation = self.text_of(at);
            return !self.opens_bracket(stop)
                && abbreviations::ends_sentence(
                    abbreviation,
                    previous,
                    word,
                    self.says,
                    self.rules,
                );
        }
        !(first.is_numeric() && self.text_of(at) == "...")
    }

    fn opens_bracket(&self, at: usize) -> bool {
        at < self.tokens.len() && matches!(self.text_of(at), "(" | "[")
    }

    /// Whether the point at `at` stands inside a code or a number (`3 kg.500`), behind what is short for *number* (`N°. 12`), or behind
    /// the number of a chapter (`Gal. iii. 28`).
    fn is_inside(&self, at: usize, stop: usize) -> bool {
        let number = |k: usize| {
            self.tokens
                .get(k)
                .is_some_and(|t| t.kind == TokenKind::Number)
        };
        // `3.B.2`, `4.C`
        let section = || {
            at > 0 && number(at - 1) && self.is_glued(at) && self.is_glued(stop) && {
                let mut letters = self.text_of(stop).chars();
                letters.next().is_some_and(|c| c.is_ascii_uppercase())
                    && letters.all(|c| c.is_ascii_digit() || c == '.')
            }
        };
        if self.text_of(at) != "." || stop != at + 1 || stop == self.tokens.len() {
            return false;
        }
        section()
            || number(stop)
                && (self.is_glued(stop)
                    || at > 0 && !self.is_mark(at - 1) && self.leads_to_number(at - 1))
    }

    /// Whether the word at `at` leads to a number behind its point: a number of a chapter, behind the name of a book.
    fn leads_to_number(&self, at: usize) -> bool {
        let word = self.text_of(at);
        let of_book = || {
            let book = if at > 0 { self.text_of(at - 1) } else { "" };
            // Of a letter alone (`Let Anna be x. 12 people`) only where the book is abbreviated.
            let named = book.starts_with(char::is_uppercase) && word.len() > 1;
            named || book.ends_with('.')
        };
        word.ends_with(['°', 'º'])
            || word.starts_with(char::is_lowercase) && is_roman(&word.to_uppercase()) && of_book()
    }

    /// Whether the sentence ends before the small letter of the word at `lead`; the others as in [`breaks`](Self::breaks).
    fn ends_before_small(&self, at: usize, stop: usize, lead: usize, enclosed: bool) -> bool {
        if !self.is_mark(at) {
            return false;
        }
        let apart = !self.is_glued(stop);
        // Many keyboards have no À.
        let untypable = || {
            let word = self.text_of(lead);
            let letters = self.rules.profile.settings().letters;
            word.starts_with(|c: char| !c.is_ascii() && !letters.contains(c))
                && self.rules.is_function(word)
        };
        // Shorter questions are cries: `Quoi ? à cette heure ?`
        const FEWEST_TOKENS: usize = 6;
        let asks = self.text_of(at) == "?" && at >= self.start + FEWEST_TOKENS;
        self.rules.begins_small && apart && !enclosed && !speech::says(self.from(lead), self.rules)
            || stop == at + 1
                && (self.ends_full_word(at)
                    || marks::before_small(self.text_of(at))
                    || apart && (self.text_of(at) == "." || asks) && untypable())
    }

    /// Whether the mark at `at` is a single point, with white space behind it, after what can be no abbreviation. Such a
    /// point ends the sentence even before a small letter, as careless texts and raw OCR have it.
    fn ends_full_word(&self, at: usize) -> bool {
        let end = self.tokens[at].span.range().end;
        at > 0
            && self.text_of(at) == "."
            && char_at(self.text, end).is_none_or(char::is_whitespace)
            && abbreviations::is_full_word(self.text_of(at - 1))
    }

    /// Whether a token only leads to the word that decides: an opening mark, a dash, an ellipsis, a sign.
    fn leads(&self, at: usize) -> bool {
        // `§ 2. Everybody`, `✓ Done`
        self.is_sign(at)
            || self.is_mark(at)
                && (self.text_of(at) == "..."
                    || self.side(at).is_some()
                    || self.first_char(at).is_some_and(|c| {
                        is_dash(c) || c == '…' || !self.is_terminal(at) && !GOES_ON.contains(c)
                    }))
    }

    /// Whether the point at `at` belongs to a number or letter that counts a sentence or an item in it: `1. La Russie`,
    /// `IV. Du contrat`, `Art. 1er. – Le contrat`, `: 1. la liberté ; 2. la sûreté`.
    fn counts(&mut self, at: usize) -> bool {
        if at == self.start || self.text_of(at) != "." || at + 1 == self.tokens.len() {
            return false;
        }
        let repeated = counters::repeats(self.text_of(at - 1)) && at - 1 > self.start;
        let place = at - 1 - usize::from(repeated);
        let label = self.text_of(place);
        if self.heads_article(place, at) {
            return true;
        }
        if !counters::is_counter(label) {
            return false;
        }
        // `p. 3, l. 12. Voir` and `Ibid. p. 45. Cf.` count nothing.
        let either = &self.rules.abbreviations.either;
        let refers = |k: usize| {
            self.text_of(k) == "," || either.contains(self.text_of(k).trim_end_matches('.'))
        };
        let heads = || !(self.start..place).any(refers);
        let counts = self.first_word == Some(place) && heads()
            || place > self.start
                && self.is_mark(place - 1)
                && match self.text_of(place - 1) {
                    ";" => true,
                    ":" | "," | "(" => counters::begins(label) || self.counts_on(place),
                    _ => false,
                }
            // `Article 3. – Le contrat`
            || place > self.start
                && self.first_word == Some(place - 1)
                && self.first_char(at + 1).is_some_and(is_dash);
        if counts {
            self.counter = Some(place);
        }
        counts
    }

    /// Whether the number at `place` and the point at `at` head the sentence as the number of an article does, behind abbreviations alone
    /// and before a dash: `Art. L. 121-1. - Le contrat`.
    fn heads_article(&self, place: usize, at: usize) -> bool {
        let is_number = |k: usize| self.tokens[k].kind == TokenKind::Number;
        // `121-1` may be three tokens.
        let parts = |k: usize| is_number(k) || self.first_char(k).is_some_and(is_dash);
        is_number(place)
            && self
                .first_word
                .is_some_and(|first| (first..place).all(parts))
            && self.first_char(at + 1).is_some_and(is_dash)
    }

    /// Whether the token at `at` follows what counted last.
    fn counts_on(&self, at: usize) -> bool {
        self.counter
            .is_some_and(|last| counters::follows(self.text_of(last), self.text_of(at)))
    }

    /// Whether the next item of a list in running text begins at `at`, without an end of the one before: `1) pain 2) lait`,
    /// `• pain • lait`.
    fn begins_item(&self, at: usize) -> bool {
        if self.first_word.is_none() || at + 1 >= self.tokens.len() {
            return false;
        }
        let token = self.text_of(at);
        if self.is_mark(at) {
            return counters::is_bullet(token) && self.text_of(self.start) == token;
        }
        let closes = |k: usize| {
            self.tokens.get(k + 1).is_some()
                && self.is_glued(k + 1)
                && matches!(self.text_of(k + 1), "." | ")")
        };
        closes(at)
            && !self.is_mark(at - 1)
            && !self.is_sign(at - 1)
            && self.first_word.is_some_and(|head| {
                head + 2 < at && closes(head) && counters::follows(self.text_of(head), token)
            })
    }
}
