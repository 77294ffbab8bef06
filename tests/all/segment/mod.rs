//! Segmentation through the library's front: sentences of real prose, levels, skips, and what holds for any text.

mod boundaries;
mod french_sentences;
mod levels;
mod other_languages;
mod other_scripts;
mod properties;

use enregard::segment::segment;
use enregard::witness::{Language, Level};

/// Segments each text without its bars and compares with the sentences between them.
fn check(language: Language, cases: &[&str]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let expected: Vec<&str> = case.split('|').map(str::trim).collect();
            let text = case.replace('|', "");
            let found = segment(&text, language, Level::Sentence);
            let found: Vec<&str> = found
                .sentences
                .iter()
                .map(|unit| &text[unit.span.range()])
                .collect();
            (found != expected).then(|| format!("expected {expected:#?}\nfound {found:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
