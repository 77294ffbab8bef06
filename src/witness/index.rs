//! Indices: what counts units is not taken for what counts tokens.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub struct $name(pub u32);

        impl $name {
            /// The index at a place of a list, which must be within 32 bits, as it is in all that was read.
            pub fn new(index: usize) -> Self {
                debug_assert!(index <= u32::MAX as usize);
                Self(index as u32)
            }

            /// The index as one of a list.
            pub fn get(self) -> usize {
                self.0 as usize
            }

            /// Whether another is the next after it.
            pub fn is_before(self, next: Self) -> bool {
                self.0.checked_add(1) == Some(next.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

index! {
    /// The index of a unit of a witness, from 0, into [`Witness::units`](super::Witness::units).
    UnitIndex
}

index! {
    /// The index of a unit that is aligned, from 0, into [`Witness::aligned_units`](super::Witness::aligned_units).
    AlignedIndex
}

index! {
    /// The index of a token of a witness, from 0, into [`Witness::tokens`](super::Witness::tokens).
    TokenIndex
}
