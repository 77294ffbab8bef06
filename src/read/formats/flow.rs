//! Text in the making, with its white space as a page shows it.

/// The text of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    /// Whether white space stands behind it that is not yet there.
    space: bool,
    /// Whether what comes next belongs to the last word, whatever white space is between.
    joined: bool,
}

impl Flow {
    /// Appends text, any white space in it but no-break spaces as one space.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
                self.space = true;
            } else {
                if self.space && !self.joined && !self.is_open() {
                    self.text.push(' ');
                }
                (self.space, self.joined) = (false, false);
                self.text.push(c);
            }
        }
    }

    /// Appends text as it is.
    pub(super) fn push_verbatim(&mut self, text: &str) {
        self.text.push_str(text);
        self.space = false;
    }

    /// Ends the line.
    pub(super) fn end_line(&mut self) {
        self.text.push('\n');
        self.space = false;
    }

    /// Has what comes next go on with the last word.
    pub(super) fn join(&mut self) {
        self.joined = true;
    }

    /// The text so far.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether nothing stands in the last line.
    pub(super) fn is_open(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// Its length so far, in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text, and none of it is left; nothing where it is blank.
    pub(super) fn take(&mut self) -> Option<String> {
        (self.space, self.joined) = (false, false);
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}
