//! Keys are composed: what a fold takes out may have stood between a letter and its mark, or between two marks.

use std::borrow::Cow;

use crate::witness;

/// A key in normal form C.
pub(super) fn composed(key: String) -> String {
    witness::composed(Cow::Owned(key)).into_owned()
}
