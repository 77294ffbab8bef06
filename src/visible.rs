//! Text made safe to show: what would steer the terminal, or hide in it, is spelled out. Whatever is shown goes through here:
//! texts, and the names of files and witnesses, in views, notes and errors.

use std::borrow::Cow;
#[cfg(feature = "cli")]
use std::io::{self, Write};

/// What becomes of invisible format characters: the soft hyphen, zero-width spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Invisible {
    LeftOut,
    SpelledOut,
}

/// `text` as a terminal may show it. Control characters become their pictures (an escape is `␛`, a tab `␉`),
/// what turns the direction of writing or has no picture becomes `\u{202e}`. Marks of direction are left to scripts that need
/// them: where no letter is written from right to left they are spelled out.
pub(crate) fn visible(text: &str, invisible: Invisible) -> Cow<'_, str> {
    visible_beside(text, invisible, || has_right_to_left(text))
}

/// The same for a part of a text, where another part may have letters that are written from right to left.
pub(crate) fn visible_beside(
    text: &str,
    invisible: Invisible,
    right_to_left: impl FnOnce() -> bool,
) -> Cow<'_, str> {
    let told = |c: char| kind(c) != Kind::Plain;
    if !text.chars().any(told) {
        return Cow::Borrowed(text);
    }
    let is_mark = |c: char| kind(c) == Kind::Mark;
    let marks_stay = text.contains(is_mark) && right_to_left();
    if marks_stay && !text.chars().any(|c| told(c) && !is_mark(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match kind(c) {
            Kind::Plain => out.push(c),
            Kind::Mark if marks_stay => out.push(c),
            Kind::Picture(picture) => out.push(picture),
            Kind::Invisible if invisible == Invisible::LeftOut => {}
            Kind::Invisible | Kind::Mark | Kind::Harmful => out.extend(c.escape_unicode()),
        }
    }
    Cow::Owned(out)
}

/// A name, of a file for instance, as it can stand in a line: nothing of it is left out.
pub(crate) fn name(text: &str) -> Cow<'_, str> {
    visible(text, Invisible::SpelledOut)
}

/// A message of one or several lines.
#[cfg(feature = "cli")]
pub(crate) fn message(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(name).collect();
    lines.join("\n")
}

/// A terminal that is written to as if it were a file: lines and tabs stay what they are, and what would steer it is
/// spelled out.
#[cfg(feature = "cli")]
pub(crate) struct Shown<W> {
    out: W,
    /// The beginning of a character, or of the end of a line, of which the rest is still to come.
    begun: Vec<u8>,
}

#[cfg(feature = "cli")]
impl<W: Write> Shown<W> {
    pub(crate) fn new(out: W) -> Self {
        let begun = Vec::new();
        Self { out, begun }
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        for part in text.split_inclusive(['\n', '\t']) {
            let bare = part.strip_suffix("\r\n");
            let bare = bare.or_else(|| part.strip_suffix(['\n', '\t']));
            let bare = bare.unwrap_or(part);
            self.out.write_all(name(bare).as_bytes())?;
            self.out.write_all(&part.as_bytes()[bare.len()..])?;
        }
        Ok(())
    }
}

#[cfg(feature = "cli")]
impl<W: Write> Write for Shown<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        let all = std::mem::take(&mut self.begun);
        let mut rest = all.as_slice();
        loop {
            match str::from_utf8(rest) {
                Ok(text) => {
                    // Perhaps half of the end of a line.
                    let whole = text.strip_suffix('\r').unwrap_or(text);
                    self.show(whole)?;
                    self.begun = text.as_bytes()[whole.len()..].to_vec();
                    return Ok(bytes.len());
                }
                Err(error) => {
                    let (valid, after) = rest.split_at(error.valid_up_to());
                    self.show(&String::from_utf8_lossy(valid))?;
                    let Some(wrong) = error.error_len() else {
                        self.begun = after.to_vec();
                        return Ok(bytes.len());
                    };
                    self.show("\u{fffd}")?;
                    rest = &after[wrong..];
                }
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        let begun = std::mem::take(&mut self.begun);
        self.show(&String::from_utf8_lossy(&begun))?;
        self.out.flush()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Picture(char),
    Invisible,
    /// A mark of direction, which shows nothing.
    Mark,
    Harmful,
}

fn kind(c: char) -> Kind {
    match c {
        ' '..='~' => Kind::Plain,
        '\0'..='\x1f' => Kind::Picture(char::from_u32(0x2400 + c as u32).unwrap_or('␀')),
        '\x7f' => Kind::Picture('␡'),
        // The second set of controls (one of them begins escape sequences), separators of lines and paragraphs,
        // embeddings, overrides and isolates of direction, interlinear annotation.
        '\u{80}'..='\u{9f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}' => Kind::Harmful,
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}' => {
            Kind::Invisible
        }
        '\u{61c}' | '\u{200e}' | '\u{200f}' => Kind::Mark,
        _ => Kind::Plain,
    }
}

/// Whether a letter of a script written from right to left stands in `text`: Hebrew, Arabic, Syriac, Thaana, N’Ko and
/// their neighbours, the presentation forms, the historic scripts of the first supplementary plane.
pub(crate) fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c,
            '\u{590}'..='\u{61b}' | '\u{61d}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_controls_and_overrides_are_spelled_out() {
        assert_eq!(
            visible("a\x1b[31mb\x07\tc\x7f", Invisible::LeftOut),
            "a␛[31mb␇␉c␡"
        );
        assert_eq!(visible("x\u{9b}31m", Invisible::LeftOut), "x\\u{9b}31m");
        assert_eq!(
            visible("\u{202e}abc\u{2066}", Invisible::LeftOut),
            "\\u{202e}abc\\u{2066}"
        );
        assert_eq!(visible("fin\r\n", Invisible::LeftOut), "fin␍␊");
    }

    #[test]
    fn invisible_characters_are_left_out_unless_asked_for() {
        assert_eq!(
            visible("co\u{ad}opération", Invisible::LeftOut),
            "coopération"
        );
        assert_eq!(
            visible("co\u{ad}opération", Invisible::SpelledOut),
            "co\\u{ad}opération"
        );
    }

    #[test]
    fn letters_marks_joiners_and_directional_marks_stay() {
        for text in [
            "œuvre n° 5\u{202f}%",
            "e\u{301}",
            "👩\u{200d}👩\u{200d}👧",
            "שלום\u{200f}",
            "日本",
        ] {
            assert!(
                matches!(visible(text, Invisible::LeftOut), Cow::Borrowed(_)),
                "{text:?}"
            );
        }
    }

    #[test]
    fn marks_of_direction_are_for_scripts_that_need_them() {
        for mark in ['\u{200e}', '\u{200f}', '\u{61c}'] {
            let spelled = mark.escape_unicode();
            let text = format!("au{mark} mot");
            assert_eq!(name(&text), format!("au{spelled} mot"));
            assert_eq!(visible_beside(&text, Invisible::LeftOut, || true), text);
            assert_eq!(name(&mark.to_string()), spelled.to_string());
            let both = format!("שלום{mark}\u{202e}");
            assert_eq!(name(&both), format!("שלום{mark}\\u{{202e}}"));
        }
    }

    #[test]
    fn messages_keep_their_lines_and_names_have_none() {
        assert_eq!(message("a\x1b\n  b\r"), "a␛\n  b␍");
        assert_eq!(name("a\nenregard: b"), "a␊enregard: b");
    }

    #[test]
    fn what_a_terminal_is_written_is_shown_however_it_comes() {
        let text = "x\x1b]0;t\x07\té\u{9b}31m\r\n\u{202e}日\r\u{200e}\n\r";
        let shown = "x␛]0;t␇\té\\u{9b}31m\r\n\\u{202e}日␍\\u{200e}\n␍";
        for size in 1..=text.len() {
            let mut out = Shown::new(Vec::new());
            for part in text.as_bytes().chunks(size) {
                out.write_all(part).expect("a vector takes all");
            }
            out.flush().expect("a vector takes all");
            assert_eq!(String::from_utf8_lossy(&out.out), shown, "{size}");
        }
        let mut out = Shown::new(Vec::new());
        out.write_all(b"a\xffb\n").expect("a vector takes all");
        assert_eq!(String::from_utf8_lossy(&out.out), "a\u{fffd}b\n");
    }

    #[test]
    fn right_to_left_scripts_are_recognised() {
        assert!(has_right_to_left("le mot שלום"));
        assert!(has_right_to_left("سلام"));
        assert!(!has_right_to_left("l’été à Paris — 日本 👍"));
    }
}
