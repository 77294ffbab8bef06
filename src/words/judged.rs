//! What two readers thought of links of free renderings, each by itself and without the probability: which of them are still made.

use crate::language::chars::kind_of;
use crate::lexicon::{Equivalents, TypeId, Vocabulary};
use crate::normalize::Normalizer;
use crate::witness::Language;
use crate::words::WordAligner;

/// A link that was made once, and what both readers thought of it.
#[derive(serde::Deserialize)]
struct Judged {
    lang: String,
    a: String,
    b: String,
    link: [Vec<u32>; 2],
    words: [String; 2],
    /// Whether it was drawn from all links of class wording, and not from those of low probability.
    random: bool,
    verdict: String,
}

impl Judged {
    /// Whether some of the words are linked with some of the others.
    fn is_made(&self) -> bool {
        let language = Language::from_code(&self.lang).expect("the code of a language");
        let own = Equivalents::own(language);
        let mut vocabulary = Vocabulary::empty(Normalizer::of(language, false)).knowing(&own);
        let mut side = |text: &str| -> Vec<TypeId> {
            let tokens = text.split(' ');
            tokens.map(|t| vocabulary.intern(t, kind_of(t))).collect()
        };
        let (a, b) = (side(&self.a), side(&self.b));
        let links = WordAligner::new().link(&a, &b, &vocabulary);
        let has = |side: &[u32], words: &[u32]| words.iter().any(|word| side.contains(word));
        links
            .iter()
            .any(|l| has(&l.a, &self.link[0]) && has(&l.b, &self.link[1]))
    }
}

#[test]
fn links_of_words_that_have_nothing_to_do_with_each_other_are_not_made() {
    let path = format!("{}/fixtures/words/judged.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the set is in the repository");
    let all: Vec<Judged> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is a link"))
        .collect();
    let (mut made, mut made_at_random, mut of) = ([0; 3], [0; 3], [0; 3]);
    let mut wrong = Vec::new();
    for judged in &all {
        let verdict = ["good", "doubtful", "nonsense"]
            .iter()
            .position(|v| *v == judged.verdict)
            .expect("a verdict");
        of[verdict] += 1;
        if judged.is_made() {
            made[verdict] += 1;
            made_at_random[verdict] += usize::from(judged.random);
            if judged.verdict == "nonsense" {
                wrong.push(&judged.words);
            }
        }
    }
    let [good, _, nonsense] = made;
    assert!(
        good * 100 >= of[0] * 75,
        "{good} of {} good links are made",
        of[0]
    );
    assert!(
        nonsense * 100 <= of[2] * 20,
        "{nonsense} of {} links that are nonsense are made: {wrong:?}",
        of[2]
    );
    // One in twenty.
    let random: usize = made_at_random.iter().sum();
    assert!(made_at_random[2] * 20 <= random, "{made_at_random:?}");
}
