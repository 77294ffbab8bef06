//! What is done with bytes of any kind: a function a target. Nothing may panic, hang or take memory without measure; what else must
//! hold is asserted.

mod compared;
mod formats;

pub use compared::{compare, export, many};
pub use formats::{apply, evaluate, json, lexicon, manifest, read, settings, thesaurus, words};

use enregard::normalize::{Fold, Normalizer};
use enregard::segment::{Segmentation, segment as segmented};
use enregard::witness::{Language, Level, Span};

/// Longer inputs find nothing that shorter ones do not, and take long.
const LONGEST: usize = 4096;

/// The languages with rules of their own, one with a stemmer alone, and one that has nothing.
const LANGUAGES: [&str; 9] = ["fr", "en", "de", "es", "it", "pt", "nl", "ru", "br"];

fn language(choice: u8) -> Language {
    let code = LANGUAGES[usize::from(choice) % LANGUAGES.len()];
    Language::from_code(code).unwrap_or_default()
}

fn level(choice: u8) -> Level {
    let levels = [
        Level::Sentence,
        Level::Clause,
        Level::Line,
        Level::Paragraph,
    ];
    levels[usize::from(choice >> 5) % levels.len()]
}

/// The first byte, which chooses, and the rest; nothing where there is none or too much.
fn chosen(data: &[u8]) -> Option<(u8, &[u8])> {
    let (&first, rest) = data.split_first()?;
    (rest.len() <= LONGEST).then_some((first, rest))
}

/// How a text is cut: spans stand in their order, inside the text and at characters.
pub fn segment(data: &[u8]) {
    let Some((first, rest)) = chosen(data) else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let Segmentation {
        paragraphs,
        sentences,
        clauses,
        tokens,
        ..
    } = segmented(&text, language(first), level(first));
    let units =
        |units: &[enregard::witness::Unit]| units.iter().map(|unit| unit.span).collect::<Vec<_>>();
    let tokens: Vec<Span> = tokens.iter().map(|token| token.span).collect();
    for spans in [paragraphs, units(&sentences), units(&clauses), tokens] {
        let mut end = 0;
        for span in spans {
            let range = span.range();
            assert!(
                end <= range.start && text.get(range.clone()).is_some(),
                "{range:?} behind {end} in {text:?}"
            );
            end = range.end;
        }
    }
}

/// The folds of words, and the class of two sides: the same where both are the same.
pub fn folds(data: &[u8]) {
    let Some((first, rest)) = chosen(data) else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let normalizer = Normalizer::of(language(first), first & 0x80 != 0);
    let (a, b) = text.split_once('|').unwrap_or((&text, ""));
    let [a, b] = [a, b].map(|side| side.split_whitespace().take(20).collect::<Vec<_>>());
    for token in a.iter().chain(&b) {
        let keys = normalizer.keys(token);
        for fold in Fold::ALL {
            let _ = keys.at(fold);
        }
    }
    let _ = normalizer.class(&a, &b);
    if !a.is_empty() {
        assert_eq!(normalizer.class(&a, &a), enregard::Class::Same, "{a:?}");
    }
}
