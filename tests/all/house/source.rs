//! A source file as tokens: what a test of the house has to know of Rust, and no more.
//!
//! Comments are gone, texts in quotation marks are one token each, and every token knows its line and whether it is part
//! of a test (`#[cfg(test)]`, `#[test]`).

/// A token and where it stands.
#[derive(Debug, Clone)]
pub struct Token {
    pub kind: Kind,
    /// From 1; where it begins.
    pub line: usize,
    /// Where it ends, for a text of several lines.
    pub last_line: usize,
    /// Whether it is compiled for tests only.
    pub test: bool,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A name, a keyword or a number.
    Word(String),
    /// What stands between quotation marks.
    Text(String),
    /// Any other character; `::` is two of them.
    Sign(char),
}

impl Token {
    pub fn is_word(&self, word: &str) -> bool {
        matches!(&self.kind, Kind::Word(w) if w == word)
    }

    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// The tokens of a file.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader {
        rest: source,
        line: 1,
        tokens: Vec::new(),
    };
    while reader.step() {}
    let mut tokens = reader.tokens;
    mark_tests(&mut tokens);
    tokens
}

struct Reader<'s> {
    rest: &'s str,
    line: usize,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    /// Reads a token, a comment or white space; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        if self.rest.starts_with("//") {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            self.skip(end);
        } else if self.rest.starts_with("/*") {
            self.skip(block_comment(self.rest));
        } else if let Some((begin, end, len)) = quoted(self.rest) {
            let text = self.rest[begin..end].to_string();
            self.push(Kind::Text(text), len);
        } else if first == '\'' {
            match character(self.rest) {
                Some(len) => self.push(Kind::Text(self.rest[1..len - 1].to_string()), len),
                // A lifetime.
                None => self.skip(1),
            }
        } else if first.is_alphanumeric() || first == '_' {
            let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let end = end.unwrap_or(self.rest.len());
            self.push(Kind::Word(self.rest[..end].to_string()), end);
        } else if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else {
            self.push(Kind::Sign(first), first.len_utf8());
        }
        true
    }

    fn skip(&mut self, len: usize) {
        self.line += self.rest[..len].matches('\n').count();
        self.rest = &self.rest[len..];
    }

    fn push(&mut self, kind: Kind, len: usize) {
        let line = self.line;
        self.skip(len);
        self.tokens.push(Token {
            kind,
            line,
            last_line: self.line,
            test: false,
        });
    }
}

/// The bytes of a comment that may hold others.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
        } else {
            at += 1;
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// A text in quotation marks, of any kind: where its inside begins and ends, and the bytes of the whole.
fn quoted(rest: &str) -> Option<(usize, usize, usize)> {
    let prefix = ["", "b", "c", "r", "br", "cr"].into_iter().find(|prefix| {
        let after = rest.strip_prefix(prefix);
        let hashes = |s: &str| s.trim_start_matches('#').starts_with('"');
        after.is_some_and(|s| s.starts_with('"') || (prefix.ends_with('r') && hashes(s)))
    })?;
    let open = rest[prefix.len()..].find('"')?;
    let begin = prefix.len() + open + 1;
    if prefix.ends_with('r') {
        let close = format!("\"{}", "#".repeat(open));
        let end = begin + rest[begin..].find(&close)?;
        return Some((begin, end, end + close.len()));
    }
    let mut escaped = false;
    for (at, c) in rest[begin..].char_indices() {
        match c {
            '"' if !escaped => return Some((begin, begin + at, begin + at + 1)),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    None
}

/// The bytes of a character in quotation marks; `None` for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        // What is escaped may be a quotation mark itself.
        chars.next()?;
        return chars.find(|(_, c)| *c == '\'').map(|(at, _)| at + 1);
    }
    let (at, close) = chars.next()?;
    (close == '\'').then_some(at + 1)
}

/// Marks the items that follow `#[cfg(test)]`, `#[cfg(all(test, …))]` or `#[test]`.
fn mark_tests(tokens: &mut [Token]) {
    let mut at = 0;
    while at + 1 < tokens.len() {
        if !(tokens[at].is_sign('#') && tokens[at + 1].is_sign('[')) {
            at += 1;
            continue;
        }
        let close = closing(tokens, at + 1);
        let inside = &tokens[at + 2..close];
        let has = |word| inside.iter().any(|token| token.is_word(word));
        let test = has("test") && !has("not") && !has("cfg_attr");
        if test {
            let end = end_of_item(tokens, close + 1);
            for token in &mut tokens[at..=end] {
                token.test = true;
            }
            at = end + 1;
        } else {
            at = close + 1;
        }
    }
}

/// The last token of the item that begins here, with its attributes.
fn end_of_item(tokens: &[Token], from: usize) -> usize {
    let mut at = from;
    while at < tokens.len() {
        match tokens[at].kind {
            Kind::Sign('{') => return closing(tokens, at),
            Kind::Sign('(' | '[') => at = closing(tokens, at),
            Kind::Sign(';') => return at,
            _ => {}
        }
        at += 1;
    }
    tokens.len() - 1
}

/// Where the bracket that opens here is closed; the last token if it is not.
pub fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            Kind::Sign('{' | '(' | '[') => depth += 1,
            Kind::Sign('}' | ')' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len() - 1
}

#[test]
fn comments_and_texts_are_no_code() {
    let source = "// use a;\n/* use /* b; */ c; */ let d = \"use \\\" e;\"; let f = r#\"use \" g;\"#; let h = '\"'; let i: &'static str = '\\'';";
    let words: Vec<String> = tokens(source)
        .iter()
        .filter_map(|token| token.word().map(str::to_string))
        .collect();
    assert_eq!(
        words,
        [
            "let", "d", "let", "f", "let", "h", "let", "i", "static", "str"
        ]
    );
}

#[test]
fn tests_are_told_apart() {
    let source = "fn a() {}\n#[cfg(test)]\n#[allow(x)]\nmod tests { fn b() { c(); } }\nfn d() {}\n#[cfg(not(test))]\nfn e() {}\n#[test]\nfn f() -> [u8; 2] { g() }";
    let in_tests: Vec<String> = tokens(source)
        .iter()
        .filter(|token| token.test)
        .filter_map(|token| token.word().map(str::to_string))
        .filter(|word| word.len() == 1)
        .collect();
    assert_eq!(in_tests, ["x", "b", "c", "f", "2", "g"]);
}
