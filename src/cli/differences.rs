//! What counts as a difference.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use enregard::normalize::Class;

/// The options that say what counts as a difference.
#[derive(Debug, Args)]
#[command(next_help_heading = "Differences")]
pub struct DifferenceArgs {
    /// Classes of difference to pass over
    ///
    /// They are neither marked nor counted; similarity and --exit-code take such words for equal. Differences of
    /// punctuation alone go with `typographic`.
    #[arg(
        long,
        value_name = "CLASS,…",
        value_delimiter = ',',
        value_parser = class()
    )]
    pub ignore: Vec<Class>,
}

fn class() -> impl TypedValueParser<Value = Class> {
    let names = Class::ALL
        .into_iter()
        .filter(|&class| class != Class::Same)
        .map(Class::name);
    PossibleValuesParser::new(names).try_map(|name| Class::from_name(&name).ok_or("no such class"))
}
