//! Scriptures (OSIS, USFM, USX, USFX, Zefania): the text with its headings; verses have their names as labels (`GEN 1:3`), whatever the format, and
//! notes stand behind the text. References between passages, introductory codes and what is said of words are left out.

mod books;
mod markers;
pub(super) mod osis;
pub(super) mod usfm;
pub(super) mod usfx;
pub(super) mod usx;
pub(super) mod zefania;

use super::blocks::Blocks;
use crate::witness::{Role, Skip};

/// A text in the making, and where in the scripture it stands.
#[derive(Default)]
struct Text {
    blocks: Blocks,
    /// The paragraph that is open.
    role: Role,
    skip: Option<Skip>,
    book: String,
    chapter: String,
}

impl Text {
    /// A paragraph begins, and ends the one before.
    fn begin(&mut self, role: Role, skip: Option<Skip>) {
        self.flush();
        (self.role, self.skip) = (role, skip);
    }

    fn flush(&mut self) {
        self.blocks.flush(self.role, self.skip.clone());
    }

    /// What stands here is of no verse.
    fn end_verse(&mut self) {
        self.blocks.begin_passage("");
    }

    /// A verse of the chapter begins.
    fn begin_verse(&mut self, number: &str) {
        let name = format!("{} {}:{}", self.book, self.chapter, number.trim());
        self.blocks.begin_passage(&name);
    }
}
