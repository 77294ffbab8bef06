//! Rows that a person has decided: what they must be.

use crate::bead;
use crate::error::{Error, Result};
use crate::witness::{UnitIndex, Witness};

/// Units that a person has set side by side, or, where one side is empty, has found without a counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// The units of the first witness, increasing.
    pub a: Vec<UnitIndex>,
    /// The units of the second witness, increasing.
    pub b: Vec<UnitIndex>,
}

/// Pins as the aligner takes them, if their units exist, are in order, and stand in one pin only.
pub(super) fn checked(pins: &[Pin], witnesses: [&Witness; 2]) -> Result<Vec<bead::Pin>> {
    if pins.is_empty() {
        return Ok(Vec::new());
    }
    for (w, witness) in witnesses.into_iter().enumerate() {
        check(witness, pins.iter().map(|pin| [&pin.a, &pin.b][w]))?;
    }
    let bare = |units: &[UnitIndex]| units.iter().map(|unit| unit.0).collect();
    let pins = pins.iter().map(|pin| bead::Pin {
        a: bare(&pin.a),
        b: bare(&pin.b),
    });
    Ok(pins.collect())
}

/// Checks the units of a witness in what a person has decided: they exist, are in order, and none stands twice.
pub(super) fn check<'p>(
    witness: &Witness,
    cells: impl IntoIterator<Item = &'p Vec<UnitIndex>>,
) -> Result<()> {
    let mut taken = vec![false; witness.units().len()];
    let refused = |why| {
        Err(Error::Pins {
            witness: witness.siglum.to_string(),
            why,
        })
    };
    for units in cells {
        if !units.is_sorted_by(|x, y| x < y) {
            return refused("the units of a pin do not increase".to_owned());
        }
        for &unit in units {
            let count = taken.len();
            match taken.get_mut(unit.get()) {
                Some(taken) if !*taken => *taken = true,
                Some(_) => return refused(format!("unit {unit} stands in two pins")),
                None => {
                    return refused(format!(
                        "there is no unit {unit}; they are fewer than {}",
                        count + 1
                    ));
                }
            }
        }
    }
    Ok(())
}
