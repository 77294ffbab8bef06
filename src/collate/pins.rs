//! What pins must be.

use crate::bead::Pin;
use crate::error::{Error, Result};
use crate::witness::Witness;

/// Refuses pins whose units do not exist, are not in order, or stand twice.
pub(super) fn check(pins: &[Pin], witnesses: [&Witness; 2]) -> Result<()> {
    for (w, witness) in witnesses.into_iter().enumerate() {
        let mut taken = vec![
            false;
            if pins.is_empty() {
                0
            } else {
                witness.units().len()
            }
        ];
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
                match taken.get_mut(unit as usize) {
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
    Ok(())
}
