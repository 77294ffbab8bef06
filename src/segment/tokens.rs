//! Text to tokens: one pass from left to right, nothing but white space left out.

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviations;
use super::addresses;
use super::apostrophes;
use super::compounds::Compounds;
use super::divided;
use super::joined::run_end;
use super::numbers;
use super::rules::Rules;
use super::signs::Sign;
use crate::language::chars::{
    char_at, char_before, is_ignorable, is_latin_letter, is_mark, is_unspaced, is_word,
};
use crate::language::inclusive;
use crate::witness::{Span, Token, TokenKind, is_divided};

/// Appends the tokens of `text[span]` to `tokens`; `compounds` are those of the whole text.
pub(super) fn tokenize(
    text: &str,
    span: Span,
    rules: &Rules,
    compounds: &Compounds<'_>,
    tokens: &mut Vec<Token>,
) {
    let range = span.range();
    // The scanner sees nothing behind the span, so that a token never leaves its paragraph.
    let mut scanner = Scanner {
        text: &text[..range.end],
        rules,
        compounds,
        start: range.start,
        may_be_inclusive: false,
        first: tokens.len(),
        tokens,
    };
    let mut at = range.start;
    while at < range.end {
        let Some(c) = char_at(scanner.text, at) else {
            break;
        };
        if c.is_whitespace() {
            at += c.len_utf8();
        } else if let Some(end) = plain_word(scanner.text, at) {
            scanner.push(at, end, TokenKind::Word);
            at = end;
        } else {
            let end = divided::chunk_end(scanner.text, at, rules);
            at = scanner.chunk(at, end);
        }
    }
}

struct Scanner<'a> {
    text: &'a str,
    rules: &'a Rules,
    compounds: &'a Compounds<'a>,
    /// Where the span begins.
    start: usize,
    /// Whether the chunk that is scanned may hold a word for both genders.
    may_be_inclusive: bool,
    /// The first token of this span in `tokens`.
    first: usize,
    tokens: &'a mut Vec<Token>,
}

impl Scanner<'_> {
    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        self.tokens.push(Token {
            span: Span::new(start, end),
            kind,
        });
    }

    /// What stands between two white spaces; returns where scanning goes on.
    fn chunk(&mut self, start: usize, end: usize) -> usize {
        let text = self.text;
        let may_hold_address = addresses::possible(&text[start..end]);
        self.may_be_inclusive = inclusive::possible(&text[start..end], self.rules.splitting);
        let mut at = start;
        while at < end {
            if let Some(stop) = self.inclusive(start, at, end) {
                self.push(at, stop, TokenKind::Word);
                at = stop;
                continue;
            }
            if may_hold_address {
                let length =
                    addresses::length(&text[at..end], char_before(&text[start..], at - start));
                if length > 0 {
                    self.push(at, at + length, TokenKind::Word);
                    at += length;
                    continue;
                }
            }
            let Some(c) = char_at(text, at) else { break };
            if c.is_whitespace() {
                // Behind the divider of what turned out to be no word.
                at += c.len_utf8();
                continue;
            }
            let sign = numbers::sign(text, at..end, self.tokens.len() == self.first);
            let opening = apostrophes::opening(&text[at..end], self.rules);
            at = if sign > 0 {
                self.number(at, run_end(text, at + sign, end), end)
            } else if is_word(c) || opening.is_some() {
                let run = run_end(text, at + opening.unwrap_or(0), end);
                self.run(at, run, end)
            } else if is_ignorable(c) {
                self.ignorables(at, end)
            } else {
                self.mark(c, at, end)
            };
        }
        at
    }

    /// The end of the word at `at` that is written for both genders, with signs that are marks elsewhere: `étudiant(e)s`.
    fn inclusive(&self, start: usize, at: usize, end: usize) -> Option<usize> {
        let splitting = self.rules.splitting;
        let rest = &self.text[at..end];
        let begins = || char_before(&self.text[start..], at - start).is_none_or(|c| !is_word(c));
        if !self.may_be_inclusive || !rest.starts_with(char::is_alphabetic) || !begins() {
            return None;
        }
        // What emphasis begins with it also ends with: *bar*.
        let starred = self.text[start..at].contains('*');
        let length = match inclusive::length(rest, splitting) {
            0 if !starred => inclusive::neutral_length(rest, splitting),
            length => length,
        };
        (length > 0).then_some(at + length)
    }

    /// Characters without width where no token precedes: they open the word that follows, or stand alone.
    fn ignorables(&mut self, at: usize, end: usize) -> usize {
        let stop = skip_ignorables(self.text, at, end);
        match char_at(&self.text[..end], stop) {
            Some(c) if is_word(c) => {
                let run = run_end(self.text, at, end);
                self.run(at, run, end)
            }
            _ => {
                self.push(at, stop, TokenKind::Punctuation);
                stop
            }
        }
    }

    /// A mark: one token, but an ellipsis, a dash of several hyphens, and a quotation mark of two commas, apostrophes or
    /// accents are one as well.
    fn mark(&mut self, c: char, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let same = |least: usize| {
            let n = rest.bytes().take_while(|&b| b == c as u8).count();
            (n >= least).then_some(n)
        };
        let doubled = || {
            char_before(self.text, at) != Some(c)
                && rest.chars().take(3).take_while(|&next| next == c).count() == 2
        };
        let length = match c {
            '.' | '-' => same(2).unwrap_or(1),
            ',' | '\'' | '`' | '´' | '‘' | '’' | '‚' if doubled() => 2 * c.len_utf8(),
            '&' => 1,
            _ if c.is_ascii() || ('\u{2010}'..='\u{203a}').contains(&c) || c == '«' || c == '»' => {
                c.len_utf8()
            }
            // Emoji and other symbols by grapheme; white space is never part of a token.
            _ => {
                let cluster = rest.graphemes(true).next().unwrap_or(rest);
                cluster.find(char::is_whitespace).unwrap_or(cluster.len())
            }
        };
        // Marks over a mark of punctuation, and what has no width, stay with it.
        let stop = skip_marks(self.text, at + length, end);
        // An ampersand that stands for `et` is a word, and so are signs that say something.
        let sign = Sign {
            text: self.text,
            start: self.start,
            at,
            stop,
        };
        let kind = if c == '&' || sign.says(c, self.rules) {
            TokenKind::Word
        } else {
            TokenKind::Punctuation
        };
        self.push(at, stop, kind);
        stop
    }

    /// A run of letters, digits and what joins them, `text[start..stop]`; returns where scanning goes on.
    fn run(&mut self, start: usize, stop: usize, end: usize) -> usize {
        let text = self.text;
        let run = &text[start..stop];
        if numbers::is_number(run) {
            return self.number(start, stop, end);
        }
        if let Some(cut) = numbers::note_call(run, self.rules) {
            let mut at = start;
            while at < start + cut {
                at = self.run(at, start + cut, start + cut);
            }
            self.push(at, stop, TokenKind::Punctuation);
            return stop;
        }
        if let Some(cut) = numbers::signed(run, self.rules) {
            let at = self.run(start, start + cut, start + cut);
            // Behind an elision the rest is scanned on.
            return if at < start + cut {
                at
            } else {
                self.number(at, run_end(text, at + 1, end), end)
            };
        }
        // Ideographs and letters one by one, syllable signs by runs of one kind. The words would need dictionaries: those of
        // `icu_segmenter` bring some 28 crates, half as many again as there are, and some megabytes.
        if !run.is_ascii() && run.contains(is_unspaced) {
            let pieces = run.split_word_bound_indices();
            for (offset, piece) in pieces.filter(|(_, piece)| !piece.trim().is_empty()) {
                let from = start + offset;
                self.push(from, from + piece.len(), TokenKind::Word);
            }
            return stop;
        }
        let mut at = start;
        for cut in divided::heads(run, &text[stop..end], self.rules) {
            self.push(at, start + cut, TokenKind::Word);
            at = start + cut;
        }
        if at >= stop {
            return at;
        }
        // l’étudiant(e)
        if at > start
            && let Some(stop) = self.inclusive(at, at, end)
        {
            self.push(at, stop, TokenKind::Word);
            return stop;
        }
        let dotted = abbreviations::dotted(&text[at..], self.rules);
        if at + dotted > stop {
            self.push(at, at + dotted, TokenKind::Word);
            return at + dotted;
        }
        let base = at;
        for cut in divided::cuts(&run[at - start..], self.rules, self.compounds) {
            self.push(at, base + cut, TokenKind::Word);
            at = base + cut;
        }
        let mut tail = stop + numbers::raised_letter(&text[stop..end]);
        if tail == stop && abbreviations::keeps_point(text, at..stop, self.rules) {
            tail += 1;
        } else if text[stop..end].starts_with('°') && matches!(&text[at..stop], "n" | "N") {
            tail += '°'.len_utf8();
        } else if is_divided(&text[at..]) && text[stop..].chars().nth(1).is_none() {
            // The page ends in the middle of the word.
            tail = text.len();
        }
        self.push(at, tail, TokenKind::Word);
        tail
    }

    /// A run that begins with a digit; it continues the number before it where one space groups the thousands.
    fn number(&mut self, start: usize, stop: usize, end: usize) -> usize {
        let text = self.text;
        let mut tail = stop;
        if self.rules.ordinal_point && numbers::is_ordinal(text, start..stop, self.rules) {
            tail += 1;
        }
        tail += numbers::raised_letter(&text[tail..end]);
        debug_assert!(tail <= end);
        if let [.., last] = &mut self.tokens[self.first..]
            && last.kind == TokenKind::Number
            && numbers::continues(&text[last.span.range()], &text[last.span.range().end..tail])
        {
            last.span = Span::new(last.span.range().start, tail);
        } else {
            self.push(start, tail, TokenKind::Number);
        }
        tail
    }
}

/// The end of a word of plain letters at `at`, if behind it stands white space, the end, or a mark before either that is never
/// part of a word. Most words are such, and nothing is cut off them.
fn plain_word(text: &str, at: usize) -> Option<usize> {
    let is_plain = |c: char| c.is_ascii_alphabetic() || is_latin_letter(c);
    let rest = &text[at..];
    let length = rest.find(|c| !is_plain(c)).unwrap_or(rest.len());
    let mut behind = rest[length..].chars();
    let mut next = behind.next();
    if matches!(next, Some(',' | ';' | ':' | '!' | '?')) {
        next = behind.next();
    }
    (length > 0 && next.is_none_or(char::is_whitespace)).then_some(at + length)
}

/// The end of the characters without width from `at` on.
fn skip_ignorables(text: &str, at: usize, end: usize) -> usize {
    at + text[at..end].find(|c| !is_ignorable(c)).unwrap_or(end - at)
}

/// The end of the marks and characters without width from `at` on.
fn skip_marks(text: &str, at: usize, end: usize) -> usize {
    at + text[at..end]
        .find(|c| !is_ignorable(c) && !is_mark(c))
        .unwrap_or(end - at)
}

#[cfg(test)]
mod tests {
    use super::super::segment;
    use crate::witness::{Language, Level, TokenKind};

    fn tokens_in(text: &str, language: Language) -> Vec<&str> {
        let found = segment(text, language, Level::Line);
        found.tokens.iter().map(|t| &text[t.span.range()]).collect()
    }

    /// Compares with the tokens between bars; spaces outside bars are kept.
    fn check_in(language: Language, cases: &[&str]) {
        for case in cases {
            let text: String = case.replace('|', "");
            let expected: Vec<&str> = case
                .split(['|', '~'])
                .map(|piece| piece.trim_matches(' '))
                .filter(|piece| !piece.is_empty())
                .collect();
            assert_eq!(tokens_in(&text.replace('~', " "), language), expected);
        }
    }

    #[test]
    fn french_clitics_split_off_with_their_apostrophe() {
        check_in(
            Language::FRENCH,
            &[
                "L’|un~d'|eux~qu’|il~jusqu’|à~lorsqu'|on~s’|en|~,~n’|y",
                "jʼ|ai~t‘|aime~QU’|ELLE~puisqu’|aujourd’hui",
                "aujourd’hui~Aujourd'hui~prud’hommes~entr’ouvrir~presqu’île~quelqu’une~grand’mère",
                "chef-d’œuvre~c’est-à-dire~contr’|eux~entr’|elles~O’Brien~quelqu’|autre",
                "d’~«~Echanger~l’|«|ordre|»~d’|1~qu’|est|-ce~n’|a|-t-il",
                "les~amis|’",
            ],
        );
    }

    #[test]
    fn compounds_abbreviations_and_marks() {
        check_in(
            Language::FRENCH,
            &[
                "non-ingérence~soviéto-américain~au-dessus~étudiant·e·s",
                "M.~Dupont~et~Mme~Curie~,~etc.~,~cf.~art.~5~p. ex.~J.-C.~l’|U.R.S.S.",
                "C.-à-d.~Jean~,~c.-à-d.~lui",
                "«|L’|un|»|,~(|SII|)|.~(|TIC|)|.|»|,|~[|la|]~loi|…~oui|...~quoi~?|!",
                "–~Non~—~si~--~peut-être",
                "&~caetera~R&D~A~&~B",
                "coréférence\u{ad}s~mot\u{200b}~é\u{301}t\u{e9}~e\u{301}",
                "👨‍👩‍👧|👍🏽~❤️~🇫🇷|🇩🇪",
                "https://t.co/3IUd5cEucn~(|@KremlinRussia_E|)~#TIC~a@b.fr|.",
                "中|文~mots|.|Le",
            ],
        );
    }

    #[test]
    fn accents_and_primes_as_apostrophes() {
        check_in(
            Language::FRENCH,
            &["l´|eau~qu`|il~d′|or~aujourd´hui~n‛|est~5|′|30|″~l`|‘|or"],
        );
        check_in(Language::ENGLISH, &["do|n´t~John|`s~O′Brien"]);
        check_in(Language::ITALIAN, &["dell´|acqua~un~po´~c`|è"]);
        check_in(Language::literal("nl"), &["´s~Morgens~foto´s~zo`n"]);
    }

    #[test]
    fn doubled_marks_are_quotation_marks() {
        check_in(
            Language::GERMAN,
            &["Er~rief~:~,,|Komm|''|,~und~``|ging|´´|.", "a|,~b|,|,|,~c"],
        );
    }

    #[test]
    fn signs_of_numbers() {
        check_in(
            Language::FRENCH,
            &[
                "il~fait~-5~°|C~et~−12,5|°|C~à|-2,5~de~3~à~+4|,~(|-7|)",
                "1914|-|1918~pp.~5|-|7~–~5~oui~J|+|3~covid-19~B-52~1/10 000~fois~−1 500",
                "-|5~œufs",
            ],
        );
        check_in(Language::ENGLISH, &["at~-5~or~–40~°|F|,~not~5-year~A-4"]);
    }

    #[test]
    fn raised_figures_call_notes() {
        check_in(
            Language::FRENCH,
            &["Le~meunier|¹~dort|²|.~L’|eau|³~m²~km³~x²~10²~Mᵐᵉ~nᵒ~5~fin|.|⁴"],
        );
    }

    #[test]
    fn spaces_of_every_width_separate() {
        assert_eq!(
            tokens_in("prêts\u{202f}? «\u{a0}oui\u{2009}»", Language::FRENCH),
            ["prêts", "?", "«", "oui", "»"]
        );
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(
            tokens_in(
                "1 500 et 1\u{202f}500,75 ; 3,14 % ; 1er, 19e, 20h30, 12:30, 25/09/2020, 2019-2020, n° 5, nº 6, 5°",
                Language::FRENCH
            ),
            [
                "1 500",
                "et",
                "1\u{202f}500,75",
                ";",
                "3,14",
                "%",
                ";",
                "1er",
                ",",
                "19e",
                ",",
                "20h30",
                ",",
                "12:30",
                ",",
                "25/09/2020",
                ",",
                "2019",
                "-",
                "2020",
                ",",
                "n°",
                "5",
                ",",
                "nº",
                "6",
                ",",
                "5",
                "°"
            ]
        );
    }

    #[test]
    fn kinds() {
        let text = "L’an 1 500, XIXe — 1er & m² 😀 5 € < 6 × 2 = ♪ • x→y roi²";
        let found = segment(text, Language::FRENCH, Level::Line);
        let kinds: Vec<TokenKind> = found.tokens.iter().map(|t| t.kind).collect();
        use TokenKind::{Number, Punctuation, Word};
        assert_eq!(
            kinds,
            [
                Word,
                Word,
                Number,
                Punctuation,
                Word,
                Punctuation,
                Number,
                Word,
                Word,
                Word,
                Number,
                Word,
                Word,
                Number,
                Word,
                Number,
                Word,
                Punctuation,
                Punctuation,
                Word,
                Word,
                Word,
                Word,
                Punctuation
            ]
        );
    }

    #[test]
    fn english_contractions_and_possessives() {
        check_in(
            Language::ENGLISH,
            &[
                "do|n’t~ca|n't~I|’m~they|'re~John|’s~dogs|’~o’clock~O’Brien",
                "Mr.~Smith~,~U.S.A.~,~e.g.~this~,~3.5~well-known",
            ],
        );
    }

    #[test]
    fn german_italian_spanish() {
        check_in(
            Language::GERMAN,
            &[
                "am~3.~Oktober~1990|.~Dr.~Müller~geht’s~z.B.~so",
                "Kapitel~12|.~Er~ging|.",
            ],
        );
        check_in(
            Language::literal("nl"),
            &[
                "’s~Morgens~ziet~hij~foto’s~van~’s-Gravenhage|.",
                "’t~Was~zo’n~dag~m.b.t.~z’n~10.000~boeken|,~enz.",
            ],
        );
        check_in(
            Language::ITALIAN,
            &["l’|acqua~dell’|anno~un~po’~d’|oro~c’|è~quest’|altro"],
        );
        check_in(Language::SPANISH, &["¿|Qué~dijo~el~Sr.~García|?~¡|Nada|!"]);
    }

    #[test]
    fn portuguese_pronouns_split_off_with_their_hyphen() {
        check_in(
            Language::literal("pt"),
            &[
                "Disse|-lhe~a~Sra.~Sousa|:~amá|-lo|-emos~e~dar|-te|-ei~água|.",
                "segunda-feira~guarda-chuva~fim-de-semana~Trás-os-Montes~bem-te-vi",
                "copo-d’água~d’|água~n’|Ele~O’Brien~pára|-se~há|-de",
                "art.~5.º~,~n.º~2|.~A~1.ª~Dr.ª~e~o~Eng.º~Sá~,~5º",
            ],
        );
    }

    #[test]
    fn figures_and_latin_letters_part_from_ideographs() {
        check_in(
            Language::literal("ja"),
            &["総|面|積|11.61|平|方", "東|京|2020|年"],
        );
        check_in(
            Language::literal("zh"),
            &["他|在|1990|年|买|了|3|本|书|。", "用|Linux|写"],
        );
        let text = "他在1990年买了3本书。";
        let found = segment(text, Language::literal("zh"), Level::Line);
        let numbers = found.tokens.iter().filter(|t| t.kind == TokenKind::Number);
        let numbers: Vec<&str> = numbers.map(|t| &text[t.span.range()]).collect();
        assert_eq!(numbers, ["1990", "3"]);
    }

    /// The kinds of the tokens that are this mark.
    fn kinds_of(mark: &str, text: &str) -> Vec<TokenKind> {
        let found = segment(text, Language::ENGLISH, Level::Line);
        let marks = found
            .tokens
            .iter()
            .filter(|t| &text[t.span.range()] == mark);
        marks.map(|t| t.kind).collect()
    }

    #[test]
    fn a_mark_behind_a_number_measures_or_closes_a_quotation() {
        const SIGN: TokenKind = TokenKind::Word;
        const MARK: TokenKind = TokenKind::Punctuation;
        for (mark, text, kinds) in [
            ("'", "He is 5' 10\" tall.", &[SIGN][..]),
            ("\"", "He is 5' 10\" tall.", &[SIGN]),
            ("\"", "A board of 3.5\" stood there.", &[SIGN]),
            ("\"", "He wrote \"in 1990\" and left.", &[MARK, MARK]),
            (
                "\"",
                "He wrote \"no\" on a board of 5\" there.",
                &[MARK, MARK, SIGN],
            ),
            ("″", "He wrote ″on 5″ there.", &[MARK, SIGN]),
        ] {
            assert_eq!(kinds_of(mark, text), kinds, "{text}");
        }
    }
}
