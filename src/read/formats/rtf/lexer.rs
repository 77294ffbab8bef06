//! RTF as a sequence of groups, words and bytes.

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// Whoever does not know the word that comes next passes over the group.
    Star,
    /// A word, with its number.
    Word(&'a str, Option<i32>),
    /// A byte of text.
    Byte(u8),
    /// A character that has a sign of its own.
    Symbol(char),
}

/// Reads RTF.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// What comes next; nothing at the end.
    pub(super) fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            return Some(match byte {
                b'{' => Piece::Open,
                b'}' => Piece::Close,
                b'\\' => match self.escaped() {
                    Some(piece) => piece,
                    None => continue,
                },
                // Ends of lines are none of the text.
                b'\r' | b'\n' | 0 => continue,
                byte => Piece::Byte(byte),
            });
        }
    }

    /// Passes over bytes that are none of the text.
    pub(super) fn pass_over(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    /// What stands behind a backslash; nothing where that says nothing.
    fn escaped(&mut self) -> Option<Piece<'a>> {
        let byte = *self.bytes.get(self.at)?;
        if byte.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.at += 1;
        Some(match byte {
            b'*' => Piece::Star,
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2)?;
                let code = u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?;
                self.at += 2;
                Piece::Byte(code)
            }
            b'~' => Piece::Symbol('\u{a0}'),
            b'_' => Piece::Symbol('\u{2011}'),
            b'\r' | b'\n' => Piece::Word("par", None),
            b'\\' | b'{' | b'}' => Piece::Byte(byte),
            // Where a word may be divided, entries of an index.
            _ => return None,
        })
    }

    fn word(&mut self) -> Piece<'a> {
        let rest = &self.bytes[self.at..];
        let letters = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let (word, rest) = rest.split_at(letters);
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest[sign..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        let length = if digits > 0 { sign + digits } else { 0 };
        let number = str::from_utf8(&rest[..length])
            .unwrap_or_default()
            .parse()
            .ok();
        self.at += letters + length + usize::from(rest.get(length) == Some(&b' '));
        // Letters of ASCII are UTF-8.
        Piece::Word(str::from_utf8(word).unwrap_or_default(), number)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexer, Piece};

    #[test]
    fn words_numbers_and_bytes() {
        let mut lexer = Lexer::new(b"{\\*\\u-12 a\\'E9\\~\\-\\b0\r\nx\\zz-}\\");
        let pieces: Vec<Piece<'_>> = std::iter::from_fn(|| lexer.next()).collect();
        assert_eq!(
            pieces,
            [
                Piece::Open,
                Piece::Star,
                Piece::Word("u", Some(-12)),
                Piece::Byte(b'a'),
                Piece::Byte(0xe9),
                Piece::Symbol('\u{a0}'),
                Piece::Word("b", Some(0)),
                Piece::Byte(b'x'),
                Piece::Word("zz", None),
                Piece::Byte(b'-'),
                Piece::Close,
            ]
        );
    }
}
