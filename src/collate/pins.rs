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
        let mut taken = vec![false; witness.units().len()];
        for pin in pins {
            let units = [&pin.a, &pin.b][w];
            let refused = |why| {
                Err(Error::Pins {
                    witness: witness.siglum.to_string(),
                    why,
                })
            };
            if !units.is_sorted_by(|x, y| x < y) {
                return refused("the units of a pin do not increase".to_owned());
            }
            for &unit in units {
                match taken.get_mut(unit.get()) {
                    Some(taken) if !*taken => *taken = true,
                    Some(_) => return refused(format!("unit {unit} stands in two pins")),
                    None => {
                        return refused(format!(
                            "there is no unit {unit}; they are fewer than {}",
                            taken.len() + 1
                        ));
                    }
                }
            }
        }
    }
    let bare = |units: &[UnitIndex]| units.iter().map(|unit| unit.0).collect();
    let pins = pins.iter().map(|pin| bead::Pin {
        a: bare(&pin.a),
        b: bare(&pin.b),
    });
    Ok(pins.collect())
}
