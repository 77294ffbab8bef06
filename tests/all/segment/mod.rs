//! Segmentation through the library's front: sentences of real prose, levels, skips, and what holds for any text.

mod french_sentences;
mod levels;
mod properties;
