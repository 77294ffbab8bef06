//! Two English texts, line against line, for tests.

use crate::align::model::Model;
use crate::align::side::{Hearing, Side};
use crate::lexicon::Vocabulary;
use crate::normalize::Normalizer;
use crate::read::{ReadOptions, read_bytes};
use crate::witness::{Language, Level, Siglum};

/// Two texts as the aligner sees them before the first pass.
pub(super) struct Lines {
    pub vocabulary: Vocabulary,
    pub sides: [Side; 2],
    pub model: Model,
}

impl Lines {
    pub(super) fn new(texts: [&str; 2]) -> Self {
        let options = ReadOptions {
            language: Some(Language::ENGLISH),
            level: Level::Line,
            ..ReadOptions::default()
        };
        let witnesses = texts.map(|text| {
            let read = read_bytes(text.into(), "text", Siglum::nth(0), &options);
            read.expect("a text").witness
        });
        let vocabulary = Vocabulary::new(&witnesses, Normalizer::of(Language::ENGLISH, false));
        let side = |index: usize| {
            let hearing = Hearing {
                vocabulary: &vocabulary,
                index,
                foreign: None,
            };
            Side::new(&witnesses[index], hearing)
        };
        let sides = [side(0), side(1)];
        let model = Model::first(&sides[0], &sides[1], &vocabulary, None);
        Self {
            vocabulary,
            sides,
            model,
        }
    }
}
