//! What one cell says.

use crate::table::FactKind;
use crate::witness::{TokenIndex, TokenRange};

use super::forms::Forms;
use super::mention::{Mention, Said};
use super::{markers, names, negations};
use crate::normalize::read_told;

/// The mentions in the tokens of units of one witness.
pub(super) fn of(forms: &Forms, witness: usize, units: &[TokenRange]) -> Vec<Mention> {
    let mut found = Vec::new();
    for &tokens in units {
        let said = Said::new(forms, witness, tokens);
        let numbers = read_told(&said)
            .into_iter()
            .map(|told| Mention::of(told, &said));
        let marker = said
            .begins_with_number()
            .then(|| markers::at_head(&said))
            .flatten();
        found.extend(numbers.map(|number| match &marker {
            Some(marker) if number.is_within(&said, &marker.places) => Mention {
                marks: marker.marks,
                ..number
            },
            _ => number,
        }));
        negations::find(&said, &mut found);
        names::find(&said, &mut found);
    }
    // A month with a capital and a Roman numeral are part of what they say.
    let counted: Vec<TokenIndex> = found
        .iter()
        .filter(|m| matches!(m.kind, FactKind::Date | FactKind::Number))
        .flat_map(|m| m.tokens.iter().copied())
        .collect();
    found.retain(|m| m.kind != FactKind::Name || !counted.contains(&m.tokens[0]));
    found
}
