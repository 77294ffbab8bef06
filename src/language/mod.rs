//! Languages: what is known of each, made once, and the rules of each that are code.
//!
//! The words stand in `languages/`, a folder a language, in files of one format; `docs/adding-a-language.md` says how a
//! language is added. Everything else asks a [`Profile`].

mod abbreviated;
pub(crate) mod chars;
mod clock;
mod codes;
mod cues;
mod dutch;
mod endings;
mod english;
mod facts;
mod forms;
mod french;
mod german;
pub(crate) mod inclusive;
mod kinds;
mod letters;
mod list;
mod old_print;
mod opposed;
mod portuguese;
mod profile;
mod quantities;
mod rules;
pub(crate) mod script;
mod sections;
mod settings;
mod telling;
mod words;

pub(crate) use abbreviated::bare;
pub(crate) use clock::letters;
pub(crate) use cues::Cues;
pub(crate) use endings::{Endings, Spelled};
pub(crate) use facts::{FactWords, Numbers};
pub(crate) use forms::Forms;
pub(crate) use kinds::WordKinds;
pub(crate) use opposed::Opposed;
pub use profile::Profile;
pub(crate) use quantities::{Quantities, Unit};
pub(crate) use rules::Rules;
pub(crate) use settings::Apostrophe;
pub(crate) use telling::{count as count_telling, name as name_by_letters, weigh};
pub(crate) use words::{Abbreviations, Dates, FunctionWords, Named, Splitting};

#[cfg(test)]
mod tests;
