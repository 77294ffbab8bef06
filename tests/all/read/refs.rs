//! Numbers of passages, in any text.

use enregard::read::{Note, Numbering, ReadOptions, read_bytes};
use enregard::witness::{Level, Siglum};
use proptest::prelude::*;

const EXAMPLES: [&str; 8] = [
    "12",
    "[12]",
    "12.",
    "5:12",
    "§ 4",
    "Art. 5|Article 5",
    "Art. L. 121-1",
    "¹²",
];

proptest! {
    #[test]
    fn what_is_no_number_is_in_a_token_and_labels_follow_each_other(
        parts in prop::collection::vec("[0-9]{1,4}|\\[|\\]|[.:,;-]| |\n|é\u{301}|\n\n|Art[.]? |Article |L[.] |[a-zA-Z]{1,6}|§|[¹²³]|bis|«|»", 0..60),
        example in 0..EXAMPLES.len(),
        level in 0..4usize,
    ) {
        let text = parts.concat();
        let level = [Level::Clause, Level::Sentence, Level::Line, Level::Paragraph][level];
        let options = ReadOptions {
            level,
            refs: vec![Numbering::from_example(EXAMPLES[example]).expect("a number"); 2],
            ..ReadOptions::default()
        };
        let reading = read_bytes(text.clone().into_bytes(), "a.txt", Siglum::nth(0), &options)
            .expect("text");
        let witness = reading.witness;
        prop_assert_eq!(&witness.text, &text);
        let mut at = 0;
        let mut letters = 0;
        for token in &witness.tokens {
            let range = token.span.range();
            prop_assert!(range.start >= at && range.end > range.start);
            letters += text[at..range.start].matches(char::is_alphanumeric).count();
            at = range.end;
        }
        letters += text[at..].matches(char::is_alphanumeric).count();
        // Outside of tokens are the numbers alone.
        prop_assert!(letters == 0 || !reading.notes.contains(&Note::Unnumbered));
        for unit in witness.units() {
            prop_assert!((unit.paragraph as usize) < witness.paragraphs.len());
        }
        for pair in witness.labels.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for label in &witness.labels {
            let passage = &text[label.span.range()];
            prop_assert!(!label.name.is_empty() && passage == passage.trim() && !passage.is_empty());
        }
    }
}

#[test]
fn a_number_that_has_a_paragraph_to_itself_is_no_paragraph() {
    let text = "Un titre.\n\n[1]\n\nAu commencement il fit jour.\n\nLa suite.\n\n[2]\n\nLa terre était vide.\n\n[3] Le soir vint.\n";
    let options = ReadOptions {
        level: Level::Paragraph,
        refs: vec![Numbering::from_example("[12]").expect("a number")],
        ..ReadOptions::default()
    };
    let reading = read_bytes(text.into(), "a.txt", Siglum::nth(0), &options);
    let witness = reading.expect("text").witness;
    let spans = witness.paragraphs.iter().map(|p| p.range());
    let paragraphs: Vec<&str> = spans.map(|range| &witness.text[range]).collect();
    assert_eq!(
        paragraphs,
        [
            "Un titre.",
            "Au commencement il fit jour.",
            "La suite.",
            "La terre était vide.",
            "Le soir vint.",
        ]
    );
    let labels: Vec<(&str, &str)> = witness
        .labels
        .iter()
        .map(|label| (&*label.name, &witness.text[label.span.range()]))
        .collect();
    assert_eq!(labels.len(), 3, "{labels:?}");
    assert!(
        labels[0].1.starts_with("Au") && labels[0].1.ends_with("suite."),
        "{labels:?}"
    );
}
