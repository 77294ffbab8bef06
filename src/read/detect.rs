//! Which kind a file is: by its content, else by its name.

use std::path::Path;

use super::kind::Kind;
use super::magic;

/// The kind of a file.
pub(super) fn kind(bytes: &[u8], path: &str) -> Kind {
    let by_content = magic::of(bytes).and_then(|magic| magic.kind);
    let by_name = || by_name(path).filter(|_| cfg!(feature = "documents"));
    by_content.or_else(by_name).unwrap_or(Kind::Text)
}

/// The kind that the extension of a file names. Nothing is told by it that its content tells in any case.
fn by_name(path: &str) -> Option<Kind> {
    let extension = Path::new(path).extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "docx" => None,
        extension => Kind::from_name(extension),
    }
}

/// The markup language a text begins in.
pub(super) fn markup(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    let starts = |with: &str| {
        text.as_bytes()
            .get(..with.len())
            .is_some_and(|b| b.eq_ignore_ascii_case(with.as_bytes()))
    };
    if starts("<!doctype html") || starts("<html") {
        Some("HTML")
    } else if starts("<?xml") {
        Some("XML")
    } else {
        None
    }
}
