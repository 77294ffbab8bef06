//! What counts as a difference.

use crate::class::Class;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

/// The options that say what counts as a difference.
#[derive(Debug, Args)]
#[command(next_help_heading = "Differences")]
pub(super) struct DifferenceArgs {
    /// Classes of difference to pass over
    ///
    /// typographic, case, accent, spelling, inflection, derivation, wording, omission, addition. They are neither marked
    /// nor counted; similarity and --exit-code take such words for equal. Differences of
    /// punctuation alone go with `typographic`.
    #[arg(
        long,
        value_name = "CLASS,…",
        value_delimiter = ',',
        value_parser = class(),
        hide_possible_values = true
    )]
    pub(super) ignore: Vec<Class>,

    /// Print figures in place of the view; =json for programs
    ///
    /// Counts of each text, how literal the agreement is, the most frequent substitutions with their rows; of two files whether
    /// rare words tell that one knew the other; of more who is like whom, and who agrees with whom. As text, or with --stats=json
    /// as one JSON object.
    #[arg(long, value_name = "FORM", value_enum, num_args = 0..=1, require_equals = true, hide_possible_values = true, default_missing_value = "text")]
    pub(super) stats: Option<StatsForm>,
}

/// How figures are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StatsForm {
    /// For people
    Text,
    /// For programs
    Json,
}

fn class() -> impl TypedValueParser<Value = Class> {
    let names = Class::ALL
        .into_iter()
        .filter(|&class| class != Class::Same)
        .map(Class::name);
    PossibleValuesParser::new(names).try_map(|name| Class::from_name(&name).ok_or("no such class"))
}
