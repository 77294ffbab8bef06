//! What one cell says.

use crate::table::FactKind;
use crate::witness::{TokenIndex, TokenRange};

use super::forms::Forms;
use super::mention::{Mention, Said};
use super::{names, negations};
use crate::normalize::read_told;

/// The mentions in the tokens of units of one witness.
pub(super) fn of(forms: &Forms, witness: usize, units: &[TokenRange]) -> Vec<Mention> {
    let mut found = Vec::new();
    for &tokens in units {
        let said = Said::new(forms, witness, tokens);
        found.extend(
            read_told(&said)
                .into_iter()
                .map(|told| Mention::of(told, &said)),
        );
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
